"""Toll drafts: numbers of people with their harm, those told twice counted once and those of a part known as one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcebook.lexicon.harms import HarmRule
from sourcebook.read.victims import Counted, Group
from sourcebook.records import Harm, Sentence, Span, TollScope, Victims


@dataclass(frozen=True, slots=True)
class TollDraft:
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
    earlier: bool = False  # an earlier count
    replaced: bool = False  # ... which the one who gives the newer takes back
    then: bool = False  # a number that replaces those before it: "six dead, then eight"
    twin: str | None = None  # the mention whose place stands with it: "six in A and two in B"


def in_order_of_time(drafts: list[TollDraft]) -> list[TollDraft]:
    """ "six dead, then eight": the toll before a newer one in the same sentence is the earlier."""
    newest = {d.harm: d.span for d in sorted(drafts, key=lambda d: d.span) if d.then}
    return [
        replace(d, earlier=True, replaced=True) if d.harm in newest and not d.part and d.span < newest[d.harm] else d
        for d in drafts
    ]


_WITHIN = frozenset({"including", "among", "amongst"})
_THEM = frozenset({"them", "whom", "those", "these"})


def with_parts(drafts: list[TollDraft]) -> list[TollDraft]:
    """ "53 dead, including 14 children, and 21 wounded": the children are of the dead, whatever harm stands behind."""
    return [_of_those_before(d, drafts) for d in drafts]


def _of_those_before(d: TollDraft, drafts: list[TollDraft]) -> TollDraft:
    tokens, first = d.sentence.tokens, d.group.first
    near = [t.lower for t in tokens[max(0, first - 2) : first]]
    said = [t.lower for t in tokens[d.group.first : d.group.last + 3]]
    at = said.index("of") if "of" in said else -1
    inside = bool(_WITHIN & set(near)) or (at > 0 and said[at + 1 : at + 2] in ([w] for w in _THEM))
    between = tokens[d.group.last + 1 : d.trigger]
    another = any(t.lower in ("and", ";", ",") for t in between) and any(
        o is not d and d.group.last < o.group.first <= d.trigger for o in drafts
    )
    if not inside or not another:
        return d
    whole = [o for o in drafts if o.span.end <= d.span.start and not o.part and o.group.low > d.group.low]
    if not whole or whole[-1].harm is d.harm:
        return d
    return replace(whole[-1], group=d.group, span=d.span, part=True, victims=d.victims, cumulative=False)


#: Rules that say how the hurt are.
_HOW_THEY_ARE = frozenset({"in-condition", "with-wounds", "treated", "in-hospital", "were-treated", "took-to-hospital",
                           "in-care"})  # fmt: skip


def shared_out(drafts: list[TollDraft]) -> list[TollDraft]:
    """ "Nine were hurt, two with serious injuries": bare numbers that say how some of them are."""
    out: list[TollDraft] = []
    for d in drafts:
        before = [o for o in out if o.harm is d.harm and not o.part and o.group.low > d.group.low]
        bare = d.group.number is not None and d.group.head <= d.group.number.last
        rest = any(o.part and o.harm is d.harm for o in out) and _is_the_rest(d)
        part = d.rule.id in _HOW_THEY_ARE and bare and (bool(before) or d.rule.id == "in-care")
        part = part or rest or _is_itemised(d, before) or _is_found(d, before)
        out.append(replace(d, part=True) if part else d)
    return out


def _is_found(d: TollDraft, before: list[TollDraft]) -> bool:
    """ "Nine people died, after two bodies were found": the two are of the nine."""
    tokens = d.sentence.tokens
    if d.rule.id != "deaths" or not before or tokens[d.trigger].lemma not in ("body", "corpse"):
        return False
    between = tokens[before[-1].group.last + 1 : d.group.first]
    return any(t.lower in ("after", "when", "once") and t.dep in ("mark", "prep", "advmod") for t in between)


_DASHES = frozenset({"—", "–", "--", "-", ":"})


def _is_itemised(d: TollDraft, before: list[TollDraft]) -> bool:
    """ "Four men were wounded – a 30-year-old hit in the neck, a 24-year-old in the elbow …": one of the four."""
    if d.group.counted is not Counted.ONE or not before or before[-1].group.counted is not Counted.NUMBER:
        return False
    tokens = d.sentence.tokens
    between = tokens[before[-1].group.last + 1 : d.group.first]
    dash = any(t.lower in _DASHES and t.tag != "HYPH" for t in between)
    return dash and tokens[d.group.first].lower in ("a", "an", "one")


def _is_the_rest(d: TollDraft) -> bool:
    """ "Two of them were flown out; the other three were driven"."""
    words = [t.lower for t in d.sentence.tokens[d.group.first : d.group.last + 1]]
    return words[:1] == ["the"] and words[1:2] in (["other"], ["others"], ["remaining"])


WORST = {Harm.KILLED: 3, Harm.INJURED: 2}


def each_once(drafts: list[TollDraft]) -> list[TollDraft]:
    """Each phrase once: who was shot and died is dead, who is told twice by two words is one toll."""
    kept: list[TollDraft] = []
    for d in drafts:
        same = next((k for k in kept if _same_people(k, d) and k.group.counted is not Counted.ZERO), None)
        if same is not None and same.harm is not d.harm:
            stale = _is_stale(same, d), _is_stale(d, same)
            if stale[0]:
                kept[kept.index(same)] = d
            if any(stale):
                continue
        if same is None or (same.harm not in WORST or d.harm not in WORST):
            if same is None or same.harm is not d.harm:
                kept.append(d)
        elif WORST[d.harm] > WORST[same.harm]:
            kept[kept.index(same)] = d
    return kept


def _same_people(k: TollDraft, d: TollDraft) -> bool:
    one_number = k.group.number is not None and k.group.number is d.group.number
    return k.span.overlaps(d.span) and (k.group.head == d.group.head or one_number)


#: Harms of somebody whose state a noun tells: "three hostages are missing" abducts nobody again.
STATES = frozenset({Harm.ABDUCTED, Harm.DETAINED})


def _is_stale(d: TollDraft, other: TollDraft) -> bool:
    """Whether a toll only says what had been before: "three hostages are missing", "who vanished was found dead"."""
    by_noun = d.trigger == d.group.head and d.harm in STATES and other.trigger != d.trigger
    return by_noun or (d.harm is Harm.MISSING and other.harm is Harm.KILLED)
