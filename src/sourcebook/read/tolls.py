"""Tolls: how many people were harmed, as written."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.read.counting import tolls_of
from sourcebook.read.ellipses import told_anew
from sourcebook.read.fates import fate_of
from sourcebook.read.gaps import gap_drafts
from sourcebook.read.orders import is_measured_off
from sourcebook.read.presumed import is_presumed
from sourcebook.read.recounts import is_more_of, of_the_dead, recounted
from sourcebook.read.remnants import remnants
from sourcebook.read.stated import is_aside
from sourcebook.read.tolldrafts import TollDraft
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
    Toll,
    TollScope,
)

#: How the rule of a toll begins that a newer number replaces: by the same voice, or by whomever.
REPLACED, EARLIER = "replaced ", "earlier "


#: A number of hurt people, by the last of its own words: "eight dead and fourteen wounded".
_HURT = re.compile(r"(?:\d+|[a-z]+) (?:wounded|injured|hurt)", re.IGNORECASE)


def _as_it_calls_them(d: TollDraft, text: str) -> TollDraft:
    """The toll with the harm that its own words give it, whatever the clause around them tells of others."""
    ends = text[d.span.end : d.span.end + 1] in (",", ".", ";", ")")  # and not "three wounded died"
    hurt = ends and d.harm is Harm.KILLED and _HURT.fullmatch(d.span.of(text)) is not None
    return replace(d, harm=Harm.INJURED) if hurt else d


def find_tolls(
    parsed: Parsed, claims: tuple[Claim, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Found[Toll]:
    """Every number of people harmed, tied to the claim it stands in and the mention it belongs to."""
    by_sentence: dict[str, list[Mention]] = {}
    for m in mentions:
        by_sentence.setdefault(m.sentence, []).append(m)
    drafts: list[TollDraft] = []
    rejected: list[Rejected] = []
    for at, sentence in enumerate(parsed.sentences):
        if sentence.repeat:
            continue
        before = parsed.sentences[max(0, at - _BEFORE) : at]
        found, left = tolls_of(sentence, lexicon, before)
        last = _last_count(drafts, before)
        found = [_as_it_calls_them(of_the_dead(d, last), parsed.text) for d in found]
        found = [replace(d, scope=TollScope.PERIOD) if is_more_of(d, last) else d for d in found]
        found = [d for d in found if not _is_speaker(d, claims)]
        found = sorted([*found, *recounted(sentence, left, last, lexicon)], key=lambda d: d.span)
        if last is not None and any(d.then and d.harm is last.harm and d.group.low > last.group.low for d in found):
            drafts[drafts.index(last)] = replace(last, earlier=True, replaced=True)  # "26 at dawn. It has reached 40"
        found = sorted([*found, *told_anew(sentence, left, found, last, claims, lexicon)], key=lambda d: d.span)
        if (fate := fate_of(sentence, before, drafts, lexicon)) is not None:
            found = sorted([*(d for d in found if not d.span.overlaps(fate[0].span)), fate[0]], key=lambda d: d.span)
            if fate[1] is not None and fate[1].harm is Harm.INJURED:  # "Three were shot. All of them died"
                drafts.remove(fate[1])
                rejected.append(Rejected("tolls", fate[1].span, Reason.NOT_A_TOLL, "they died"))
        used = [d.span for d in found] + [r.span for r in left if r.reason is not Reason.NOT_A_TOLL or r.detail]
        found = sorted([*found, *remnants(sentence, found, used, lexicon)], key=lambda d: d.span)
        found = gap_drafts(sentence, found, by_sentence.get(sentence.id, []), lexicon)
        drafts += found
        rejected += [r for r in left if not any(d.span.overlaps(r.span) and d.sentence is sentence for d in found)]
    order = {s.id: n for n, s in enumerate(parsed.sentences)}
    out: list[Toll] = []
    parts: set[str] = set()
    unwhole: set[str] = set()  # parts of a number that is told behind them, or not at all
    for d in drafts:
        aside = d.earlier and is_aside(d.sentence, d.group.first, lexicon)
        claim = None if aside else _claim_at(d.span, claims)
        presumed = claim is not None and is_presumed(d, claim)
        while claim is not None and is_presumed(d, claim):
            claim = next((c for c in claims if c.id == claim.inside), None)
        if claim is not None and claim.stance in (Stance.DENY, Stance.THREATEN, Stance.PROMISE, Stance.DEMAND):
            rejected.append(Rejected("tolls", d.span, Reason.NEGATED, f"{claim.stance} by the source"))
            continue
        mention = _mention_of(d, mentions, by_sentence, order, parsed)
        if mention is not None and _not_real(mention) and d.group.high != 0 and not presumed:
            rejected.append(
                Rejected("tolls", d.span, Reason.HYPOTHETICAL, f"the event is {mention.factuality} {mention.phase}")
            )
            continue
        scope = d.scope
        if mention is not None and mention.event_type is EventType.WAR:
            scope = TollScope.PERIOD
        whole = _whole(d, [t for t in out if t.id not in parts]) if d.part else None
        if whole is not None and claim is None and not aside and whole.sentence == d.sentence.id:
            claim = next((c for c in claims if c.id == whole.claim), None)  # "19 were hurt, five of them badly, X said"
        if whole is not None and whole.scope is TollScope.PERIOD:
            scope = TollScope.PERIOD
        if whole is not None:
            parts.add(f"{parsed.article.id}.t{len(out) + 1}")
        elif d.part:
            unwhole.add(f"{parsed.article.id}.t{len(out) + 1}")
        before_whole = [
            n for n, t in enumerate(out) if t.id in unwhole and t.part_of is None and t.sentence == d.sentence.id
        ]
        for n in before_whole:  # "ten of the 16 dead were children"
            if not d.part and out[n].harm is d.harm and out[n].low < d.group.low:
                out[n] = replace(out[n], part_of=f"{parsed.article.id}.t{len(out) + 1}")
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
                rule=f"{_age(d)}{d.rule.id}/{d.group.counted}",
                part_of=whole.id if whole else None,
                scope=scope,
                perpetrator=d.perpetrator,
            )
        )
    return Found(tuple(out), tuple(rejected))


#: How many sentences back the people may have been counted whom "of them" and "the number" mean.
_BEFORE = 2


def _last_count(drafts: list[TollDraft], before: tuple[Sentence, ...]) -> TollDraft | None:
    """The last number of people told in the sentences right before."""
    near = {s.id for s in before}
    many = (d for d in reversed(drafts) if d.sentence.id in near and d.group.number is not None and not d.part)
    return next((d for d in many if d.group.high is None or d.group.high > 1), None)


def _is_speaker(d: TollDraft, claims: tuple[Claim, ...]) -> bool:
    """Whether the one who is said to be harmed is who speaks: "Governor NAME: four dead", as the parse has it."""
    here = [c for c in claims if c.sentence == d.sentence.id]
    if d.harm is Harm.DISPLACED and any(s.holds(d.span) for c in here for s in c.source.spans):
        return True  # "three people who fled told reporters": how many spoke
    of = (c for c in here if c.rule.startswith("colon"))
    return d.group.number is None and any(s.holds(d.span) for c in of for s in c.source.spans)


def _age(d: TollDraft) -> str:
    return REPLACED if d.replaced else EARLIER if d.earlier else ""


def with_tolls(mentions: tuple[Mention, ...], tolls: tuple[Toll, ...]) -> tuple[Mention, ...]:
    """The same mentions, each with the ids of its tolls."""
    return tuple(replace(m, tolls=tuple(t.id for t in tolls if t.mention == m.id)) for m in mentions)


# ------------------------------------------------------------------------------------- claim and mention


def _whole(part: TollDraft, tolls: list[Toll]) -> Toll | None:
    """The toll of which ``part`` is a part: the last larger one of the same harm, in this sentence or before it."""
    top = part.group.high or part.group.low
    fits = [t for t in tolls if t.part_of is None and (t.high is None or t.high > top) and (t.high or t.low) > 1]
    here = [t for t in fits if t.sentence == part.sentence.id]
    same = [t for t in here if t.harm is part.harm] or here or [t for t in fits if t.harm is part.harm]
    return same[-1] if same else None


def _claim_at(span: Span, claims: tuple[Claim, ...]) -> Claim | None:
    """The innermost claim whose content holds the span."""
    over = [c for c in claims if any(s.holds(span) for s in c.content)]
    outer = {c.inside for c in over}
    inner = min(over, key=lambda c: (sum(s.end - s.start for s in c.content), c.id in outer), default=None)
    return inner or _claim_around(span, claims)


#: How many characters may stand between a claim's content and its cue: what the parse cut off of the content.
_CUT_OFF = 60


def _claim_around(span: Span, claims: tuple[Claim, ...]) -> Claim | None:
    """The claim whose content goes on over the span, up to the cue behind: "…, one critically, firefighters said"."""
    for c in claims:
        if not c.cue or not c.content or any(s.overlaps(span) for s in (*c.source.spans, *c.cue)):
            continue
        start, end = min(s.start for s in c.content), max(s.end for s in c.content)
        cue = max(s.start for s in c.cue)
        if c.rule.startswith("toll-change") and cue < span.start < start and start - cue < _CUT_OFF:
            return c  # "raised to 19 from 13 the number of people killed"
        if start <= span.start and span.end <= max(end, cue) and cue - end < _CUT_OFF:
            return c
    return None


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


#: How many sentences back a toll without an event of its own looks for one.
_BACK = 4
#: ... and how many on, where none stands before it.
_AHEAD = 2


def _may_cause(event: EventType, harm: Harm) -> bool:
    """Whether an event of this type is what such harm comes from."""
    return event in _OF_HARM[harm] if harm in _OF_HARM else event not in _NO_HARM


def _mention_of(
    d: TollDraft,
    mentions: tuple[Mention, ...],
    by_sentence: dict[str, list[Mention]],
    order: dict[str, int],
    parsed: Parsed,
) -> Mention | None:
    """The mention of a toll: its own word of harm, the attack that the sentence names, or the last before."""
    here = by_sentence.get(d.sentence.id, [])
    if d.twin is not None:
        return next(m for m in here if m.id == d.twin)
    trigger = d.sentence.tokens[d.trigger].span
    own = next((m for m in here if m.trigger.overlaps(trigger)), None)
    if own is not None:
        return own
    fits = [m for m in here if m.event_type in HARMFUL]
    if d.cumulative:  # a total is of what has happened, whatever the sentence says is yet to come
        fits = [m for m in fits if not _not_real(m)]
    if d.harm is Harm.INJURED and d.group.high != 0:  # "six were hurt; no one died"
        fits = [
            m for m in fits if m.event_type is not EventType.KILLING or m.factuality is not Factuality.CERTAINLY_NOT
        ]
    exact = [m for m in fits if _may_cause(m.event_type, d.harm)]
    before = _told_before(d, by_sentence, order, parsed)
    if before is not None and all(_is_beside_the_point(d, m) and m.date != before.date for m in exact or fits):
        return before
    if exact or fits:
        real = [m for m in exact or fits if not _not_real(m)] or exact or fits
        return min(real, key=lambda m: (m.background, abs(m.trigger.start - trigger.start)))
    if before is not None:
        return before
    at = order[d.sentence.id]
    for s in parsed.sentences[at + 1 : at + 1 + _AHEAD]:  # a lead that only says how they are: "Three are recovering"
        for m in by_sentence.get(s.id, []):
            if m.event_type in HARMFUL and not m.background and not _not_real(m) and _may_cause(m.event_type, d.harm):
                return m
    return None


def _told_before(
    d: TollDraft, by_sentence: dict[str, list[Mention]], order: dict[str, int], parsed: Parsed
) -> Mention | None:
    """The last event told before a sentence of which its toll may come."""
    at = order[d.sentence.id]
    for n in range(at - 1, max(-1, at - 1 - _BACK), -1):
        told = parsed.sentences[n]
        for m in by_sentence.get(told.id, []):
            if m.event_type in HARMFUL and not m.background and not _not_real(m) and _may_cause(m.event_type, d.harm):
                if (token := told.at(m.trigger.start)) is not None and is_measured_off(told, token.i):
                    continue  # "hit the mill an hour after the raid on the depot. Two died": in the mill
                return m
    return None


def _is_beside_the_point(d: TollDraft, m: Mention) -> bool:
    """Whether an event with a day of its own is only told of somebody in a clause that the toll stands outside of.

    "He spoke of 12 dead and blamed the Mane, which has claimed Tuesday's bombing."
    """
    trigger = d.sentence.at(m.trigger.start)
    if trigger is None or m.date is None:
        return False
    over = (trigger, *d.sentence.ancestors(trigger.i))
    clause = next((t.i for t in over if t.dep == "relcl"), None)
    return clause is not None and all(
        t.i != clause for t in (d.sentence.tokens[d.trigger], *d.sentence.ancestors(d.trigger))
    )
