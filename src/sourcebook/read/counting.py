"""The tolls of one sentence: each number of people with its harm, before it is known whose claim it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.harmed import find_harmed
from sourcebook.read.numbers import Number
from sourcebook.read.people import is_person
from sourcebook.read.ranks import is_ranked
from sourcebook.read.scope import counts_a_period, is_running_total, unreal
from sourcebook.read.sharing import COUNTED, groups_harmed, participle_rule
from sourcebook.read.stated import is_earlier, is_replaced, is_then, part_group
from sourcebook.read.sufferers import OWN
from sourcebook.read.tolldrafts import STATES, WORST, TollDraft, each_once, in_order_of_time, shared_out, with_parts
from sourcebook.read.victims import Counted, Counts, Group, count_words, victims_of
from sourcebook.records import Harm, Rejected, Sentence, Span, Token, TollScope, Victims, VictimStatus


def tolls_of(
    sentence: Sentence, lexicon: Lexicon, before: tuple[Sentence, ...] = ()
) -> tuple[list[TollDraft], list[Rejected]]:
    """The sentence's tolls in order, and every number that is none with the reason. ``before``: those right before."""
    counts = count_words(sentence, lexicon)
    drafts: list[TollDraft] = []
    rejected: list[Rejected] = []
    for harmed in find_harmed(counts, lexicon, before):
        trigger = sentence.tokens[harmed.trigger]
        groups = list(groups_harmed(counts, harmed, lexicon))
        if not groups:
            continue
        why = unreal(sentence, trigger, lexicon, negated=harmed.rule.negated)
        for group, part in groups:
            span = sentence.span_of(group.first, group.last)
            if why is not None and (group.counted is not Counted.ZERO or why[0] is Reason.HYPOTHETICAL):
                rejected.append(Rejected("tolls", span, why[0], why[1]))
                continue
            if any(r.span == span for r in rejected):
                continue
            if is_ranked(sentence, group.head):  # "he is the third child shot this year": counted already
                rejected.append(Rejected("tolls", span, Reason.NOT_A_TOLL, "rank"))
                continue
            if any(t.lower == "how" for t in sentence.tokens[group.first : group.head]):  # "how many people had died"
                rejected.append(Rejected("tolls", span, Reason.NOT_A_TOLL, "asked, not told"))
                continue
            if group.counted is Counted.PLURAL and (harmed.rule.harm not in WORST or not harmed.rule.plural):
                rejected.append(Rejected("tolls", span, Reason.NOT_A_TOLL, "no number"))
                continue
            part = part and group.counted is not Counted.ZERO and not _of_the_hurt(sentence, group, harmed.rule)
            if group.counted is Counted.ZERO and not _zero_counts(counts, group, trigger, lexicon):
                rejected.append(Rejected("tolls", span, Reason.NEGATED, "none of one group"))
                continue
            if harmed.rule.least:  # "buried 12": of all who died there may be more
                group = replace(group, high=None)
            drafts.append(_draft(counts, group, harmed.rule, harmed.trigger, lexicon, part))
            if harmed.noun and trigger.lemma == "casualty" and group.counted is Counted.ZERO:
                drafts.append(replace(drafts[-1], harm=Harm.KILLED))
    drafts = [part for d in drafts for part in _out_of(d, counts)]
    drafts += _by_order(counts, drafts, rejected, lexicon)
    drafts += _listed(counts, drafts, rejected, lexicon)
    drafts += _of_them(counts, drafts, rejected, lexicon)
    drafts += _replaced(counts, drafts, rejected, lexicon)
    drafts = shared_out(sorted(in_order_of_time(each_once(with_parts(drafts))), key=lambda d: d.span))
    rejected += _unused(counts, [d.span for d in drafts] + [r.span for r in rejected])
    return drafts, rejected


def _free(counts: Counts, drafts: list[TollDraft], rejected: list[Rejected]) -> Iterator[tuple[Number, Span]]:
    """The numbers that count people, as far as their unit tells, and are in no toll yet."""
    spans = [d.span for d in drafts] + [r.span for r in rejected]
    for n in counts.numbers:
        span = counts.sentence.span_of(n.first, n.last)
        if n.no_toll is None and n.kind != "zero" and not any(s.overlaps(span) for s in spans):
            yield n, span


#: How many words may stand between a number and its word of harm when only their order is asked.
_REACH = 6


def _out_of(d: TollDraft, counts: Counts) -> Iterator[TollDraft]:
    """ "Eleven of the 20 wounded were sent home": the eleven, a part, and the 20."""
    n = d.group.number
    all_ = next(
        (counts.at[i] for i in range(d.group.first, d.group.last + 1) if i in counts.at and counts.at[i] is not n), None
    )
    harmed = counts.sentence.tokens[all_.core_last + 1 : d.group.last + 2] if all_ is not None else ()
    if not d.part or n is None or all_ is None or all_.low <= n.low or all_.no_toll is not None:
        yield d
        return
    if not any(t.lower in _HURT or t.lower in ("killed", "dead", "slain") for t in harmed):
        yield d
        return  # "two of the five gunmen were shot dead"
    some = replace(d.group, head=n.core, last=n.last)
    yield replace(d, group=some, span=d.sentence.span_of(some.first, some.last))
    whole = Group(all_.core, all_.first, max(all_.last, d.group.last), all_.low, all_.high, Counted.NUMBER, all_)
    yield replace(d, group=whole, span=d.sentence.span_of(whole.first, whole.last), part=False)


def _by_order(
    counts: Counts, drafts: list[TollDraft], rejected: list[Rejected], lexicon: Lexicon
) -> Iterator[TollDraft]:
    """Numbers that the parse ties to no harm, by the order of words: "dozens wounded", "two teens shot"."""
    sentence, tokens = counts.sentence, counts.sentence.tokens
    for n, _ in list(_free(counts, drafts, rejected)):
        noun = n.last
        if (
            n.first
            and tokens[n.first - 1].lower == "of"
            and tokens[n.last + 1 : n.last + 2]
            and (tokens[n.last + 1].lower in lexicon.victims.containers)
        ):
            continue  # "seven members of one family"
        for j in range(n.last + 1, min(n.last + 1 + _REACH, len(tokens))):
            t = tokens[j]
            rule = participle_rule(sentence, t, lexicon)
            if rule is not None:
                people = noun == n.last or rule.people or is_person(sentence, tokens[noun], lexicon)
                if people and unreal(sentence, t, lexicon) is None and not _takes_object(tokens, j):
                    kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
                    if (
                        of_those := tokens[n.last + 1].lower == "of"
                    ):  # "one of those killed": someone of a number told before
                        noun, kind = max(noun, j - 1), Counted.ONE if n.low == n.high == 1 else kind
                    group = Group(noun, n.first, noun, n.low, n.high, kind, n)
                    yield _draft(counts, group, rule, j, lexicon, of_those)
                break
            if t.lower == "the" and tokens[j - 1].lower not in ("of", "all", "among"):
                break  # "both doctors put the injured at 30"
            if j in counts.at or (t.tag in (".", ":", "VBZ", "IN") and t.lower != "of") or t.lower in (",", "and"):
                break
            if t.pos in ("NOUN", "PROPN"):
                if t.lower in lexicon.victims.things or (
                    t.lemma in lexicon.victims.things and t.lower not in lexicon.victims.people
                ):
                    break
                noun = j


def _listed(counts: Counts, drafts: list[TollDraft], rejected: list[Rejected], lexicon: Lexicon) -> list[TollDraft]:
    """Numbers before another in one list: "2 men, 3 women shot", "2 adults, six children dead"."""
    tokens, out = counts.sentence.tokens, list[TollDraft]()
    for n, _ in reversed(list(_free(counts, drafts, rejected))):
        noun = next((t for t in tokens[n.last + 1 : n.last + 4] if t.tag in ("NNS", "NN") or t.pos == "PUNCT"), None)
        if noun is None or noun.pos != "NOUN" or not is_person(counts.sentence, noun, lexicon):
            continue
        joint = [t.lower for t in tokens[noun.i + 1 : noun.i + 3]]
        if joint[:1] not in ([","], ["and"], ["&"]):
            continue
        start = noun.i + (3 if joint == [",", "and"] else 2)
        beside = next((d for d in drafts + out if d.group.first == start and d.group.number is not None), None)
        if beside is None or beside.part:
            continue
        group = Group(noun.i, n.first, noun.i, n.low, n.high, Counted.NUMBER, n)
        at = counts.sentence.span_of(n.first, noun.i)
        out.append(replace(beside, group=group, span=at, victims=victims_of(counts.sentence, group, lexicon)))
    return out


def _takes_object(tokens: tuple[Token, ...], j: int) -> bool:
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    return following is not None and (
        following.pos in ("DET", "NUM", "NOUN", "PROPN") or following.tag in ("PRP", "PRP$")
    )


#: "two teens shot, one fatally": the rule whose harm the adverb says.
_HOW = {"fatally": "kill", "critically": "injure", "seriously": "injure", "severely": "injure", "mortally": "kill"}


def _of_them(
    counts: Counts, drafts: list[TollDraft], rejected: list[Rejected], lexicon: Lexicon
) -> Iterator[TollDraft]:
    """ "wounded three, one of them critically": a part of the toll before it."""
    tokens = counts.sentence.tokens
    for n, span in list(_free(counts, drafts, rejected)):
        after = tokens[n.last + 1].lower if n.last + 1 < len(tokens) else ""
        the = [t.lower for t in tokens[n.last + 1 : n.last + 3]] == ["of", "the"]
        those = next((d for d in drafts if the and d.group.first == n.last + 3 and not d.part), None)
        if (
            those is not None and those.group.low > n.low and those.harm not in STATES
        ):  # "ten of the 16 dead were children"
            some = Group(n.core, n.first, n.last, n.low, n.high, Counted.NUMBER, n)
            yield replace(those, group=some, span=span, part=True, cumulative=False)
            continue
        whole = [d for d in drafts if d.span.end <= span.start and not d.part]
        if not whole:
            continue
        if after in _HOW:
            group = Group(n.core, n.first, n.last, n.low, n.high, Counted.NUMBER, n)
            rule = next(r for r in lexicon.harms.rules if r.id == _HOW[after])
            yield replace(whole[-1], group=group, span=span, part=True, rule=rule, harm=rule.harm)
        elif found := part_group(counts, n, lexicon):
            at = counts.sentence.span_of(found.first, found.last)
            behind = tokens[found.last + 1 : found.last + 2]
            named = bool(behind) and behind[0].lower in lexicon.victims.people  # "seven of them children"
            who = replace(found, last=found.last + 1) if named else found
            victims = victims_of(counts.sentence, who, lexicon)
            how = next((r for r in lexicon.harms.rules if behind and r.id == _HOW.get(behind[0].lower)), whole[-1].rule)
            yield replace(
                whole[-1], group=found, span=at, part=True, victims=victims, cumulative=False, rule=how, harm=how.harm
            )  # "two people were shot, one of them fatally"


def _replaced(
    counts: Counts, drafts: list[TollDraft], rejected: list[Rejected], lexicon: Lexicon
) -> Iterator[TollDraft]:
    """Numbers of the same harm that another one replaces ("from 14"), or that replace it ("then eight")."""
    for n, span in list(_free(counts, drafts, rejected)):
        beside = [d for d in drafts if not d.part and d.harm in WORST and d.group.counted in COUNTED]
        before = [d for d in beside if d.span.end <= span.start]
        if not beside:
            continue
        group = Group(n.core, n.first, n.last, n.low, n.high, Counted.NUMBER, n)
        if is_earlier(counts.sentence, n.first, lexicon):
            nearest = before[-1] if before else beside[0]
            again = is_replaced(counts.sentence, n.first, lexicon)
            yield replace(nearest, group=group, span=span, cumulative=True, earlier=True, replaced=again)
        elif before and _sums_up(counts, n):
            yield replace(before[-1], group=group, span=span, cumulative=True)
        elif before and is_then(counts.sentence, n):
            yield replace(before[-1], group=group, span=span, cumulative=True, then=True)


def _sums_up(counts: Counts, n: Number) -> bool:
    """ "Four in the mill and six on the road, for a total of ten": all of those told before."""
    words = [t.lower for t in counts.sentence.tokens[max(0, n.first - 1) : n.core]]
    following = counts.sentence.tokens[n.last + 1 : n.last + 2]
    bare = not following or following[0].pos not in ("NOUN", "PROPN", "ADJ", "SYM")
    return bare and words[:1] in (["for"], ["making"], ["totalling"]) and "total" in words


_HURT = frozenset({"wounded", "injured", "hurt", "hospitalised", "hospitalized", "shot", "stabbed", "burnt", "burned"})


def _of_the_hurt(sentence: Sentence, group: Group, rule: HarmRule) -> bool:
    """ "Two of the wounded have died": none of the dead counted before."""
    words = [t.lower for t in sentence.tokens[group.first : group.last + 3]]
    if words.pop() in ("dead", "fatally", "to") and group.last + 2 < len(sentence.tokens):
        return False  # "three of the guards shot dead"
    return rule.harm is Harm.KILLED and "of" in words and bool(_HURT & set(words[words.index("of") :]))


def _draft(
    counts: Counts, group: Group, rule: HarmRule, trigger: int, lexicon: Lexicon, part: bool = False
) -> TollDraft:
    sentence, token = counts.sentence, counts.sentence.tokens[trigger]
    return TollDraft(
        sentence,
        group,
        sentence.span_of(group.first, group.last),
        rule,
        trigger,
        rule.harm,
        _lost(rule, victims_of(sentence, group, lexicon)),
        rule.form is HarmForm.TOLL or is_running_total(sentence, group, lexicon),
        TollScope.PERIOD
        if counts_a_period(sentence, token, group, lexicon) or _of_a_series(sentence, token, group)
        else TollScope.INCIDENT,
        _own_death(sentence, token, group, rule, lexicon),
        part,
        group.number is not None and is_earlier(sentence, group.first, lexicon),
        group.number is not None and is_replaced(sentence, group.first, lexicon),
    )


def _lost(rule: HarmRule, victims: Victims) -> Victims:
    """ "The army lost two men": its own, who fought."""
    unknown = victims.status is VictimStatus.UNKNOWN and rule.id == "lose-men"
    return replace(victims, status=VictimStatus.COMBATANT) if unknown else victims


_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"})


def _of_a_series(sentence: Sentence, trigger: Token, group: Group) -> bool:
    """ "The third child who was killed this spring": one of several events, of which this page tells one."""
    if group.counted is not Counted.DEFINITE or trigger.dep not in ("relcl", "acl"):
        return False
    kids = sentence.kids(group.head, "amod", "det")
    ordinal = any(
        t.lower in _ORDINALS or t.lower.endswith(("th", "1st", "2nd", "3rd")) for t in kids if t.dep == "amod"
    )
    return ordinal and any(t.lower == "the" for t in kids) and group.head in {trigger.head, *(
        a.i for a in sentence.ancestors(trigger.i)
    )}  # fmt: skip


_NARROW = frozenset({"top", "senior", "level", "high", "ranking", "further", "more", "other", "additional", "new"})


#: How badly nobody was hurt: "none was seriously injured", "no life-threatening wounds".
_BADLY = frozenset({"seriously", "critically", "severely", "badly", "gravely", "threatening", "serious",
                    "life-threatening", "critical", "severe", "major", "fatally"})  # fmt: skip


_OWN_SIDE = frozenset({"its", "their", "our", "my", "his", "her"})
#: Deeds, of which none may have been done.
_DEEDS = frozenset({"homicide", "killing", "murder", "slaying"})
#: What finds nothing and leaves open what there was.
_SEARCHED = frozenset({"discover", "find", "locate", "recover", "retrieve", "see", "spot"})


def _zero_counts(counts: Counts, group: Group, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether "no …" says that nobody was harmed, or only that nobody of one kind was, or nobody badly."""
    near = counts.sentence.tokens[max(0, trigger.i - 3) : trigger.i + 4]
    if any(t.lower in _BADLY for t in near):
        return False
    tokens = counts.sentence.tokens[group.first : group.last + 1]
    if any(t.lower in _NARROW or t.ent == "NORP" or t.pos == "PROPN" for t in tokens):
        return False
    head = counts.sentence.tokens[group.head]
    if any(t.lower in _OWN_SIDE for t in tokens):
        return False  # "none of its leaders was killed"
    if trigger.lemma in _DEEDS:
        return False  # "no killing took place": it counts deeds, and nobody who was hurt
    whose = counts.sentence.tokens[head.head] if head.dep == "det" else head
    if lexicon.events.is_a(whose.lemma, "building") or (
        head.dep in ("dobj", "nsubjpass") and counts.sentence.tokens[head.head].lemma in _SEARCHED
    ):
        return False  # "no hospital had been hit", "found no bodies"
    words = lexicon.victims
    if len(tokens) > 2 and tokens[1].lower == "of":
        return True  # "none of the passengers"
    one_kind = any(w in table for w in (head.lower, head.lemma) for table in (words.groups, words.statuses))
    return not one_kind or head.lemma == "civilian"


def _own_death(sentence: Sentence, trigger: Token, group: Group, rule: HarmRule, lexicon: Lexicon) -> bool:
    """Whether the one who is harmed is the one who attacked: "the bomber was killed", "he shot himself"."""
    if rule.harm not in (Harm.KILLED, Harm.INJURED):
        return False
    if rule.id == "gun-on-himself":
        return True
    own = [o for o in sentence.kids(trigger.i, "dobj") if o.lower in OWN]
    if own:
        return group.head == own[0].i or not sentence.kids(own[0].i, "conj")
    stretch = sentence.tokens[group.first : max(group.last, group.head) + 1]
    return any(t.lower in lexicon.victims.attackers or t.lemma in lexicon.victims.attackers for t in stretch)


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
