"""Tolls: how many people were harmed, as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.harmed import Harmed, allowed, find_harmed
from sourcebook.read.numbers import Number
from sourcebook.read.scope import counts_a_period, is_running_total, unreal
from sourcebook.read.victims import Counted, Counts, Group, count_words, groups_of, victims_of
from sourcebook.records import (
    Claim,
    EventType,
    Factuality,
    Found,
    Harm,
    Mention,
    Parsed,
    Phase,
    Rejected,
    Sentence,
    Span,
    Stance,
    Token,
    Toll,
    TollScope,
    Victims,
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A toll before its claim and mention are known."""

    sentence: Sentence
    group: Group
    span: Span
    rule: HarmRule
    trigger: int
    harm: Harm
    victims: Victims
    cumulative: bool
    scope: TollScope
    perpetrator: bool
    part: bool = False


def find_tolls(
    parsed: Parsed, claims: tuple[Claim, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Found[Toll]:
    """Every number of people harmed, tied to the claim it stands in and the mention it belongs to."""
    drafts: list[_Draft] = []
    rejected: list[Rejected] = []
    for sentence in parsed.sentences:
        if sentence.repeat:
            continue
        counts = count_words(sentence, lexicon)
        found, left = _in_sentence(counts, lexicon)
        drafts += found
        rejected += left
        rejected += _unused(counts, [d.span for d in found] + [r.span for r in left])
    by_sentence: dict[str, list[Mention]] = {}
    for m in mentions:
        by_sentence.setdefault(m.sentence, []).append(m)
    order = {s.id: n for n, s in enumerate(parsed.sentences)}
    out: list[Toll] = []
    for d in drafts:
        claim = _claim_at(d.span, claims)
        if claim is not None and claim.stance in (Stance.DENY, Stance.THREATEN, Stance.PROMISE, Stance.DEMAND):
            rejected.append(Rejected("tolls", d.span, Reason.NEGATED, f"{claim.stance} by the source"))
            continue
        mention = _mention_of(d, mentions, by_sentence, order, parsed)
        if mention is not None and _not_real(mention):
            rejected.append(
                Rejected("tolls", d.span, Reason.HYPOTHETICAL, f"the event is {mention.factuality} {mention.phase}")
            )
            continue
        scope = d.scope
        if mention is not None and mention.event_type is EventType.WAR:
            scope = TollScope.PERIOD
        whole = _whole(d, out) if d.part else None
        out.append(
            Toll(
                id=f"{parsed.article.id}.t{len(out) + 1}",
                article=parsed.article.id,
                sentence=d.sentence.id,
                span=d.span,
                text=d.span.of(parsed.text),
                mention=mention.id if mention else None,
                claim=claim.id if claim else None,
                harm=d.harm,
                low=d.group.low,
                high=d.group.high,
                victims=d.victims,
                cumulative=d.cumulative,
                rule=f"{d.rule.id}/{d.group.counted}",
                part_of=whole.id if whole else None,
                scope=scope,
                perpetrator=d.perpetrator,
            )
        )
    return Found(tuple(out), tuple(rejected))


def with_tolls(mentions: tuple[Mention, ...], tolls: tuple[Toll, ...]) -> tuple[Mention, ...]:
    """The same mentions, each with the ids of its tolls."""
    return tuple(replace(m, tolls=tuple(t.id for t in tolls if t.mention == m.id)) for m in mentions)


# ------------------------------------------------------------------------------------------- one sentence


def _in_sentence(counts: Counts, lexicon: Lexicon) -> tuple[list[_Draft], list[Rejected]]:
    sentence = counts.sentence
    drafts: list[_Draft] = []
    rejected: list[Rejected] = []
    for harmed in find_harmed(counts, lexicon):
        trigger = sentence.tokens[harmed.trigger]
        groups = list(_groups(counts, harmed, lexicon))
        if not groups:
            continue
        why = unreal(sentence, trigger)
        for group, part in groups:
            span = sentence.span_of(group.first, group.last)
            if why is not None and group.counted is not Counted.ZERO:
                rejected.append(Rejected("tolls", span, why[0], why[1]))
                continue
            if any(r.span == span for r in rejected):
                continue
            if group.counted is Counted.ZERO and not _zero_counts(counts, group, lexicon):
                rejected.append(Rejected("tolls", span, Reason.NEGATED, "none of one group"))
                continue
            drafts.append(_draft(counts, group, harmed.rule, harmed.trigger, lexicon, part))
            if harmed.noun and trigger.lemma == "casualty" and group.counted is Counted.ZERO:
                drafts.append(replace(drafts[-1], harm=Harm.KILLED))
    drafts += _by_order(counts, drafts, rejected, lexicon)
    drafts += _of_them(counts, drafts, rejected, lexicon)
    return sorted(_once(drafts), key=lambda d: d.span), rejected


def _free(counts: Counts, drafts: list[_Draft], rejected: list[Rejected]) -> Iterator[tuple[Number, Span]]:
    """The numbers that count people, as far as their unit tells, and are in no toll yet."""
    spans = [d.span for d in drafts] + [r.span for r in rejected]
    for n in counts.numbers:
        span = counts.sentence.span_of(n.first, n.last)
        if n.no_toll is None and n.kind != "zero" and not any(s.overlaps(span) for s in spans):
            yield n, span


#: How many words may stand between a number and its word of harm when only their order is asked.
_REACH = 6


def _by_order(counts: Counts, drafts: list[_Draft], rejected: list[Rejected], lexicon: Lexicon) -> Iterator[_Draft]:
    """Numbers that the parse ties to no harm, by the order of words: "dozens wounded", "two teens shot, one fatally"."""
    sentence, tokens = counts.sentence, counts.sentence.tokens
    for n, _ in list(_free(counts, drafts, rejected)):
        noun = n.last
        for j in range(n.last + 1, min(n.last + 1 + _REACH, len(tokens))):
            t = tokens[j]
            rule = _participle_rule(sentence, t, lexicon)
            if rule is not None:
                if unreal(sentence, t) is None and not _takes_object(tokens, j):
                    group = Group(
                        noun, n.first, noun, n.low, n.high, Counted.VAGUE if n.kind == "vague" else Counted.NUMBER, n
                    )
                    yield _draft(counts, group, rule, j, lexicon)
                break
            if j in counts.at or (t.tag in (".", ":", "VBZ", "IN") and t.lower != "of") or t.lower in (",", "and"):
                break
            if t.pos in ("NOUN", "PROPN"):
                if t.lower in lexicon.victims.things or (
                    t.lemma in lexicon.victims.things and t.lower not in lexicon.victims.people
                ):
                    break
                noun = j


def _takes_object(tokens: tuple[Token, ...], j: int) -> bool:
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    return following is not None and (
        following.pos in ("DET", "NUM", "NOUN", "PROPN") or following.tag in ("PRP", "PRP$")
    )


_PARTICIPLE_FORMS = (HarmForm.OBJECT, HarmForm.STATE, HarmForm.SUBJECT)


def _participle_rule(sentence: Sentence, t: Token, lexicon: Lexicon) -> HarmRule | None:
    table = lexicon.harms.by_lemma
    verb = {"killed": "kill", "wounded": "wound", "injured": "injure", "shot": "shoot", "stabbed": "stab"}.get(t.lower)
    for rule in table.get(verb or t.lemma, ()):
        if rule.form not in _PARTICIPLE_FORMS or (not verb and rule.form is HarmForm.OBJECT):
            continue
        if allowed(sentence, t, rule):
            return rule
    return None


#: "two teens shot, one fatally": the rule whose harm the adverb says.
_HOW = {"fatally": "kill", "critically": "injure", "seriously": "injure", "severely": "injure", "mortally": "kill"}


def _of_them(counts: Counts, drafts: list[_Draft], rejected: list[Rejected], lexicon: Lexicon) -> Iterator[_Draft]:
    """ "wounded three, one of them critically": a part of the toll before it."""
    tokens = counts.sentence.tokens
    for n, span in list(_free(counts, drafts, rejected)):
        rest = [t.lower for t in tokens[n.last + 1 : n.last + 3]]
        whole = [d for d in drafts if d.span.end <= span.start and not d.part]
        if whole and rest[:1] and rest[0] in _HOW:
            group = Group(n.core, n.first, n.last, n.low, n.high, Counted.NUMBER, n)
            rule = next(r for r in lexicon.harms.rules if r.id == _HOW[rest[0]])
            yield replace(whole[-1], group=group, span=span, part=True, rule=rule, harm=rule.harm)
        elif whole and (rest in (["of", "them"], ["of", "whom"], ["of", "those"])):
            group = Group(n.core, n.first, n.last + 2, n.low, n.high, Counted.NUMBER, n)
            yield replace(whole[-1], group=group, span=counts.sentence.span_of(n.first, n.last + 2), part=True)


def _draft(counts: Counts, group: Group, rule: HarmRule, trigger: int, lexicon: Lexicon, part: bool = False) -> _Draft:
    sentence, token = counts.sentence, counts.sentence.tokens[trigger]
    return _Draft(
        sentence,
        group,
        sentence.span_of(group.first, group.last),
        rule,
        trigger,
        rule.harm,
        victims_of(sentence, group, lexicon),
        is_running_total(sentence, token, rule.form is HarmForm.TOLL, group),
        TollScope.PERIOD if counts_a_period(sentence, token, group) else TollScope.INCIDENT,
        _own_death(sentence, token, group, rule, lexicon),
        part,
    )


def _groups(counts: Counts, harmed: Harmed, lexicon: Lexicon) -> Iterator[tuple[Group, bool]]:
    """The groups of victims, each with whether it is a part of the group before."""
    sentence, rule = counts.sentence, harmed.rule
    loose = rule.id in ("kill", "injure", "die", "shot-dead", "dead", "death-of", "deaths", "lose-life", "execute")
    if harmed.noun:
        number = counts.at[harmed.victims[0]]
        if sentence.tokens[harmed.trigger].lemma == "casualty" and number.kind != "zero":
            return
        kind = {"zero": Counted.ZERO, "vague": Counted.VAGUE}.get(number.kind, Counted.NUMBER)
        last = harmed.trigger
        yield Group(harmed.trigger, number.first, last, number.low, number.high, kind, number), False
        yield from ((g, True) for g in _included(counts, harmed.trigger, lexicon))
        return
    for head in harmed.victims:
        listed = False
        for group in groups_of(counts, head, lexicon, loose=loose):
            if listed:
                yield group, True
                continue
            listed = _opens_list(sentence, group)
            if rule.counted and group.counted not in (Counted.NUMBER, Counted.VAGUE, Counted.ZERO):
                if rule.id != "treated" or group.counted not in (Counted.ONE, Counted.NAME):
                    continue
            yield group, _is_part(sentence, group) or _is_among(sentence, harmed)
            if group.counted is not Counted.ZERO:
                yield from ((g, True) for g in _included(counts, group.head, lexicon))
                if group.head != head:
                    yield from ((g, True) for g in _included(counts, head, lexicon))


def _opens_list(sentence: Sentence, group: Group) -> bool:
    """Whether the names that make up the number follow it: "four people, A, his wife B and their two sons"."""
    tokens = sentence.tokens[group.last + 1 : group.last + 3]
    if group.counted is not Counted.NUMBER or group.low < 2 or len(tokens) < 2:
        return False
    return tokens[0].lower in (",", ":", "(", "–", "—", "-") and tokens[1].pos == "PROPN"


def _included(counts: Counts, head: int, lexicon: Lexicon) -> Iterator[Group]:
    """ "14 people, including three children, were killed": the part."""
    sentence = counts.sentence
    stops = {t.i for t in sentence.tokens if t.lower in (";", ".")}
    for k in sentence.kids(head, "prep", "advcl", "acl"):
        if k.lower in ("including", "include") and k.i > head and not any(head < s < k.i for s in stops):
            for pobj in sentence.kids(k.i, "pobj", "dobj"):
                yield from (g for g in groups_of(counts, pobj.i, lexicon) if g.counted is not Counted.ZERO)


def _is_part(sentence: Sentence, group: Group) -> bool:
    """ "two of them", "three of the wounded", "among them a child": a part of what was counted before."""
    tokens = sentence.tokens
    stretch = [t.lower for t in tokens[group.first : group.last + 1]]
    if "of" in stretch and group.number is not None:
        rest = stretch[stretch.index("of") + 1 :]
        return bool(rest) and rest[0] in ("them", "whom", "the", "those", "these", "which")
    before = [t.lower for t in tokens[max(0, group.first - 3) : group.first]]
    return "among" in before or "including" in before


def _is_among(sentence: Sentence, harmed: Harmed) -> bool:
    """ "… was among the dead"."""
    token = sentence.tokens[harmed.trigger]
    return token.dep == "pobj" and sentence.tokens[token.head].lower == "among"


_NARROW = frozenset({"top", "senior", "level", "high", "ranking", "further", "more", "other", "additional", "new"})


def _zero_counts(counts: Counts, group: Group, lexicon: Lexicon) -> bool:
    """Whether "no …" says that nobody was harmed, or only that nobody of one kind was."""
    tokens = counts.sentence.tokens[group.first : group.last + 1]
    if any(t.lower in _NARROW or t.ent == "NORP" or t.pos == "PROPN" for t in tokens):
        return False
    head = counts.sentence.tokens[group.head]
    return not (head.lower in lexicon.victims.groups or head.lemma in lexicon.victims.groups or
                head.lower in lexicon.victims.statuses or head.lemma in lexicon.victims.statuses) or head.lemma == "civilian"  # fmt: skip


def _own_death(sentence: Sentence, trigger: Token, group: Group, rule: HarmRule, lexicon: Lexicon) -> bool:
    """Whether the one who is harmed is the one who attacked: "the bomber was killed", "he shot himself"."""
    if rule.harm not in (Harm.KILLED, Harm.INJURED):
        return False
    if any(o.lower in ("himself", "herself", "themselves") for o in sentence.kids(trigger.i, "dobj")):
        return True
    stretch = sentence.tokens[group.first : max(group.last, group.head) + 1]
    return any(t.lower in lexicon.victims.attackers or t.lemma in lexicon.victims.attackers for t in stretch)


_WORST = {Harm.KILLED: 3, Harm.INJURED: 2}


def _once(drafts: list[_Draft]) -> list[_Draft]:
    """Each phrase once: who was shot and died is dead, who is told twice by two words is one toll."""
    kept: list[_Draft] = []
    for d in drafts:
        same = next((k for k in kept if k.group.head == d.group.head and k.span.overlaps(d.span)
                     and k.group.counted is not Counted.ZERO), None)  # fmt: skip
        if same is None or (same.harm not in _WORST or d.harm not in _WORST):
            if same is None or same.harm is not d.harm:
                kept.append(d)
        elif _WORST[d.harm] > _WORST[same.harm]:
            kept[kept.index(same)] = d
    return kept


def _unused(counts: Counts, spans: list[Span]) -> Iterator[Rejected]:
    """Every number of the sentence that is no toll, with the reason."""
    for n in counts.numbers:
        span = counts.sentence.span_of(n.first, n.last)
        if n.kind != "zero" and not any(s.overlaps(span) for s in spans):
            yield Rejected("tolls", span, n.no_toll or _other_reason(counts, n.core))


def _other_reason(counts: Counts, core: int) -> Reason:
    token = counts.sentence.tokens[core]
    if token.ent in ("DATE", "TIME") or (token.lower.isdigit() and 1900 <= int(token.lower) < 2100):
        return Reason.TIME
    return {"MONEY": Reason.MONEY, "QUANTITY": Reason.DISTANCE}.get(token.ent, Reason.NOT_A_TOLL)


# ------------------------------------------------------------------------------------- claim and mention


def _whole(part: _Draft, tolls: list[Toll]) -> Toll | None:
    """The toll of which ``part`` is a part: the last larger one of the same harm, in this sentence or before it."""
    top = part.group.high or part.group.low
    fits = [t for t in tolls if t.part_of is None and (t.high is None or t.high > top) and (t.high or t.low) > 1]
    here = [t for t in fits if t.sentence == part.sentence.id]
    same = [t for t in here if t.harm is part.harm] or here or [t for t in fits if t.harm is part.harm]
    return same[-1] if same else None


def _claim_at(span: Span, claims: tuple[Claim, ...]) -> Claim | None:
    """The innermost claim whose content holds the span."""
    inside = [c for c in claims if any(s.holds(span) for s in c.content)]
    return min(inside, key=lambda c: sum(s.end - s.start for s in c.content), default=None)


def _not_real(m: Mention) -> bool:
    return m.factuality in (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT) or m.phase in (
        Phase.HYPOTHETICAL,
        Phase.THREATENED,
        Phase.PLANNED,
    )


#: Types of event that harm people: those a toll may belong to.
HARMFUL = frozenset(
    {
        EventType.AIR_STRIKE, EventType.DRONE_STRIKE, EventType.SHELLING, EventType.BOMBING, EventType.SUICIDE_BOMBING,
        EventType.GRENADE, EventType.CHEMICAL_ATTACK, EventType.STRIKE, EventType.SHOOTDOWN, EventType.ARMED_CLASH,
        EventType.ARMED_ATTACK, EventType.KILLING, EventType.EXECUTION, EventType.SEXUAL_VIOLENCE, EventType.TORTURE,
        EventType.ABDUCTION, EventType.ARREST, EventType.VESSEL_SEIZURE, EventType.VESSEL_ATTACK, EventType.PROTEST,
        EventType.RIOT, EventType.FORCE_AGAINST_PROTESTERS, EventType.LOOTING_DESTRUCTION, EventType.DISPLACEMENT,
        EventType.WAR,
    }
)  # fmt: skip

_OF_HARM = {
    Harm.DETAINED: frozenset({EventType.ARREST}),
    Harm.ABDUCTED: frozenset({EventType.ABDUCTION, EventType.VESSEL_SEIZURE}),
    Harm.DISPLACED: frozenset({EventType.DISPLACEMENT}),
}
_NO_HARM = frozenset({EventType.ARREST, EventType.DISPLACEMENT, EventType.ABDUCTION, EventType.PROTEST})


def _mention_of(
    d: _Draft,
    mentions: tuple[Mention, ...],
    by_sentence: dict[str, list[Mention]],
    order: dict[str, int],
    parsed: Parsed,
) -> Mention | None:
    """The mention that the toll belongs to: its own word of harm, the attack that the sentence names, or the last before."""
    here = by_sentence.get(d.sentence.id, [])
    trigger = d.sentence.tokens[d.trigger].span
    own = next((m for m in here if m.trigger.overlaps(trigger)), None)
    if own is not None:
        return own
    fits = [m for m in here if m.event_type in HARMFUL]
    exact = [m for m in fits if m.event_type in _OF_HARM.get(d.harm, ())]
    if d.harm not in _OF_HARM:
        exact = [m for m in fits if m.event_type not in _NO_HARM]
    if exact or fits:
        real = [m for m in exact or fits if not _not_real(m)] or exact or fits
        return min(real, key=lambda m: (m.background, abs(m.trigger.start - trigger.start)))
    at = order[d.sentence.id]
    for n in range(at - 1, max(-1, at - 5), -1):
        earlier = parsed.sentences[n]
        near = [m for m in by_sentence.get(earlier.id, []) if m.event_type in HARMFUL and not m.background and not _not_real(m)
                and (m.event_type in _OF_HARM.get(d.harm, ()) or (d.harm not in _OF_HARM and m.event_type not in _NO_HARM))]  # fmt: skip
        if near:
            return near[0]
    return None
