"""Remnants: numbers of a clause that leaves its verb out: "two died on the spot and four on the way to hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.numbers import Number
from sourcebook.read.people import is_person
from sourcebook.read.tolldrafts import TollDraft
from sourcebook.read.victims import Counted, Group, count_words, victims_of
from sourcebook.records import Harm, Sentence, Span, Token, TollScope

_JOINTS = frozenset({",", ";", "and", "while", "but"})
_MORE = frozenset({"more", "others", "other", "people", "further"})
#: Prepositions that say where, when or on what way; not "of", "from", "to", "with", which say who or what of.
_WHERE = frozenset(
    {"at", "in", "inside", "outside", "on", "near", "by", "during", "after", "before", "behind", "along", "under"}
)
_LATER = frozenset({"inside", "outside", "later", "elsewhere", "nearby", "indoors", "overnight", "soon", "shortly"})
#: Where those are who are not harmed in the way that the verb says, but where they died in hospital themselves.
_ELSEWHERE = frozenset({"hospital", "condition", "custody", "surgery", "care", "detention", "prison", "jail", "court",
                        "flight", "large", "run", "way", "hiding", "shock", "trial"})  # fmt: skip
_VERBS = ("VBD", "VBZ", "VBP", "VBN", "VB", "MD")


def remnants(
    sentence: Sentence, here: Sequence[TollDraft], used: Sequence[Span], lexicon: Lexicon
) -> Iterator[TollDraft]:
    """The sentence's bare numbers with a place or time of their own, whose harm the clause before them tells.

    ``used``: spans that are read already, or are known to be no people.
    """
    if not here:
        return
    chain: list[tuple[TollDraft, TollDraft]] = []
    for n in count_words(sentence, lexicon).numbers:
        span = sentence.span_of(n.first, n.last)
        if n.no_toll is not None or n.kind == "zero" or any(u.overlaps(span) for u in used):
            continue
        whole = next((d for d in reversed(here) if d.span.end <= span.start), None)
        if whole is None or not counts_people(whole) or whole.trigger > n.first:
            continue
        if (last := _stands_alone(sentence, n, whole, lexicon)) is None:
            continue
        kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
        group = Group(last, n.first, last, n.low, n.high, kind, n)
        at = sentence.span_of(n.first, last)
        victims = victims_of(sentence, group, lexicon)
        chain.append((whole, replace(whole, group=group, span=at, victims=victims, cumulative=False, part=False)))
    for whole, d in chain:
        together = sum(o.group.low for w, o in chain if w is whole)
        first = min(o.group.first for w, o in chain if w is whole)
        own = any(t.dep == "prep" for t in sentence.tokens[whole.trigger + 1 : first])
        comma = sentence.tokens[first - 1].lower == ","
        # "five were killed, three in the square and two at the station"; "two died at once and four in the night"
        yield replace(d, part=comma and not own and together <= (whole.group.high or whole.group.low))


def counts_people(d: TollDraft) -> bool:
    """Whether it is a number of dead or hurt in one event, and no part, that a clause behind may go on with."""
    number = d.group.counted in (Counted.NUMBER, Counted.VAGUE) and not d.part and d.scope is TollScope.INCIDENT
    return number and d.harm in (Harm.KILLED, Harm.INJURED) and not (d.earlier or d.replaced)


def _stands_alone(sentence: Sentence, n: Number, whole: TollDraft, lexicon: Lexicon) -> int | None:
    """The last word of the people, where only where or when it was follows up to the end of the clause."""
    last = end_of_joined(sentence, n, lexicon)
    if last is None:
        return None
    tokens = sentence.tokens
    rest = _clause(tokens[last + 1 :])
    if not rest or any(t.tag in _VERBS for t in rest):
        return None
    if rest[0].lower in _LATER:
        return last
    if rest[0].lower not in _WHERE or len(rest) < 2:
        return None
    where = next((t for t in rest[1:] if t.pos in ("NOUN", "PROPN")), None)
    died = whole.rule.id == "die"
    if where is None or where.pos == "PROPN" or where.ent in ("GPE", "PERSON", "ORG"):
        return None  # a town: another event
    on_the_way = [t.lower for t in rest[:3]] in (["on", "the", "way"], ["on", "their", "way"])
    return last if died or on_the_way or where.lemma not in _ELSEWHERE else None


def end_of_joined(sentence: Sentence, n: Number, lexicon: Lexicon) -> int | None:
    """The last word of the people counted by a number that goes on behind a comma or "and"; None if it does not."""
    tokens = sentence.tokens
    j = n.first - 1
    if j > 0 and tokens[j].lower in ("another", "a"):
        j -= 1
    if j < 1 or tokens[j].lower not in _JOINTS:
        return None
    last = n.last
    while last + 1 < len(tokens) and (tokens[last + 1].lower in _MORE or _is_people(sentence, last + 1, lexicon)):
        last += 1
    return last


def _is_people(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    return sentence.tokens[i].tag == "NNS" and is_person(sentence, sentence.tokens[i], lexicon)


def _clause(tokens: Sequence[Token]) -> list[Token]:
    """The words up to the next comma, joint or full stop."""
    out: list[Token] = []
    for t in tokens:
        if (t.pos == "PUNCT" and t.tag != "HYPH") or t.lower in ("and", "while", "but", "when", "as", "after", "that"):
            break
        out.append(t)
    return out
