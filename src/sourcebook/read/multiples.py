"""Multiples: one trigger that tells of several events, each at its place: "bombs at a bar in A and at a bank in B"."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.circumstances import Circumstance, apart
from sourcebook.read.gaps import gaps_in
from sourcebook.read.tellings import DEFINITE, VIOLENT
from sourcebook.read.triggers import Trigger
from sourcebook.read.whereabouts import own_place
from sourcebook.records import Claim, EventType, Place, PlacePrecision, Sentence, TimeMention

_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.DISTRICT})
#: Types of event that people die in.
_DEADLY = VIOLENT | {EventType.FORCE_AGAINST_PROTESTERS, EventType.RIOT}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2}


def further(
    trigger: Trigger,
    first: Circumstance,
    date: Circumstance,
    here: list[Place],
    when: list[TimeMention],
    claims: tuple[Claim, ...],
    lexicon: Lexicon,
) -> list[tuple[Circumstance, Circumstance]]:
    """The other places, each with its time, of a trigger that tells of an event at each of several places."""
    own = next((p for p in here if p.id == first.id), None)
    if own is None or own.precision not in _FINE or not first.own or trigger.type not in _DEADLY:
        return []
    if counted := _counted_apart(trigger, own, date, here, when, lexicon):
        return counted
    if trigger.type not in VIOLENT or not _is_plural(trigger):
        return []
    out: list[tuple[Circumstance, Circumstance]] = []
    told = [own]
    for place in (p for p in here if p.span.start > own.span.end and p.precision in _FINE):
        found = own_place(trigger, [place], claims)
        if found.reason != "clause" or not all(apart(place, p) for p in told):
            continue
        if not _is_joined(trigger.sentence, told[-1], place):
            break
        behind = [d for d in when if d.span.start >= place.span.end and d.range and d.range.low]
        its = behind[0] if behind and _is_next(trigger.sentence, place, behind[0]) else None
        out.append((found, replace(date, id=its.id, reason="clause") if its is not None and told[1:] == [] else date))
        told.append(place)
    return out


def _counted_apart(
    trigger: Trigger,
    own: Place,
    date: Circumstance,
    here: list[Place],
    when: list[TimeMention],
    lexicon: Lexicon,
) -> list[tuple[Circumstance, Circumstance]]:
    """The places that have a number of their own behind the first: "killed four in Sumy, one in Odesa"."""
    s = trigger.sentence
    gaps = gaps_in(s, lexicon)
    if not gaps or s.tokens[gaps[0].number.first].start < own.span.end or trigger.head > gaps[0].number.first:
        return []
    out: list[tuple[Circumstance, Circumstance]] = []
    told = [own]
    for gap in gaps:
        place = next((p for p in here if p.precision in _FINE and p.span.holds(s.tokens[gap.place].span)), None)
        if place is None or any(place.name == p.name for p in told) or not _is_joined(s, told[-1], place):
            return []
        behind = (d for d in when if d.span.start >= place.span.end and d.range and d.range.low)
        its = next((d for d in behind if _is_next(s, place, d)), None)
        out.append((Circumstance(place.id, "clause"), replace(date, id=its.id, reason="clause") if its else date))
        told.append(place)
    return out


def back_to_all(trigger: Trigger, count: int) -> bool:
    """Whether a plural goes back to all of so many events: "the two strikes", "both attacks", "the bombings"."""
    s, head = trigger.sentence, trigger.head
    if s.tokens[head].tag not in ("NNS", "NNPS"):
        return False
    kids = s.kids(head, "det", "nummod", "poss")
    told = [_NUMBERS[k.lower] for k in kids if k.lower in _NUMBERS]
    return any(k.lower in DEFINITE for k in kids) and all(n == count for n in told)


def _is_plural(trigger: Trigger) -> bool:
    """Whether the words tell of more than one event: "strikes", "planted the bombs"."""
    s, head = trigger.sentence, trigger.head
    if s.tokens[head].pos != "VERB":
        return s.tokens[head].tag in ("NNS", "NNPS")
    inner = [t for t in s.tokens[trigger.first : trigger.last + 1] if t.i != head and t.pos == "NOUN"]
    return any(t.tag == "NNS" for t in inner) and trigger.type.endswith("bombing")


def _is_joined(s: Sentence, a: Place, b: Place) -> bool:
    """Whether the second place is joined to the first, with no other clause between them."""
    between = [t for t in s.tokens if a.span.end <= t.start and t.end <= b.span.start]
    if not between or not any(t.lower == "and" or t.text == "," for t in between):
        return False
    return all(t.pos not in ("VERB", "AUX", "SCONJ") for t in between) and "and" in {t.lower for t in s.tokens}


def _is_next(s: Sentence, place: Place, date: TimeMention) -> bool:
    """Whether a time stands right behind a place: "at a bank in Porvenir two hours later"."""
    between = [t for t in s.tokens if place.span.end <= t.start and t.end <= date.span.start]
    return len(between) <= 1 and all(t.lower == "on" for t in between)
