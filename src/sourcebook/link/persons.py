"""Persons: who was harmed, one by one, over the sentences of a page: each person once, however often told of.

A report tells a person again by name, by age, by a noun ("the teenager", "the victim") or by a pronoun, and gives the
name in a sentence of its own ("the man was identified as …"). Each new phrase goes to the person that it fits best;
only one that fits nobody is someone new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.read.sketches import Sketch
from sourcebook.records import Harm


@dataclass(frozen=True, slots=True)
class Told:
    """One phrase that means one person, in page order. ``harm`` None: it says only who the person is (``names``)."""

    order: int
    sketch: Sketch
    how: str  # one, name, definite, pronoun
    harm: Harm | None
    who: Sketch | None = None
    alive: bool = False  # told as someone who is treated, or in a condition: not one of the dead
    attacker: bool = False
    also: bool = False  # "was also hit"
    wounded: bool = False  # told as wounded, in so many words
    lives: bool = False  # told with words of those who live
    beside: bool = False  # told as hurt beside the dead: "two dead and a teenager wounded"


@dataclass(slots=True)
class Person:
    """Someone who was told of once or more."""

    sketch: Sketch
    sentences: set[int] = field(default_factory=set)
    harms: set[Harm] = field(default_factory=set)
    known: bool = False  # introduced by name or description, not only by a pronoun or "the man"
    attacker: bool = False
    lives: bool = False  # told as wounded or treated, not only as hit
    beside: bool = False  # told as hurt beside the dead


def persons_of(told: Iterable[Told]) -> list[Person]:
    """The persons that the phrases mean, each once, in the order of their introduction."""
    out: list[Person] = []
    for t in sorted(told, key=lambda t: t.order):
        person = _known(t, out)
        if t.harm is None:
            if person is not None and t.who is not None and t.who.fits(person.sketch):
                person.sketch = person.sketch.with_(t.who)
                person.sentences.add(t.order)
            continue
        if person is None:
            person = Person(t.sketch)
            out.append(person)
        else:
            person.sketch = person.sketch.with_(t.sketch)
        person.sentences.add(t.order)
        person.harms.add(t.harm)
        person.attacker = person.attacker or t.attacker
        person.lives = person.lives or t.wounded or t.alive or t.also or t.lives or t.beside
        person.beside = person.beside or t.beside
        person.known = person.known or t.how in ("one", "name")
    return out


def _known(t: Told, persons: Sequence[Person]) -> Person | None:
    """The person that the phrase means, if told of before."""
    s = t.sketch
    if s.names:
        named = [p for p in persons if p.sketch.names and s.same_name(p.sketch)]
        fits = [p for p in named if s.fits(p.sketch)]
        if fits or named:
            return (fits or named)[-1]
    fits = [p for p in persons if s.fits(p.sketch) and not _opposed(t, p)]
    if t.attacker and not s.more and (same := [p for p in fits if p.attacker]):
        return same[-1]
    if t.how == "one" and t.also:
        return next((p for p in reversed(fits) if p.sketch.same_age(s) and not s.more), None)
    if s.more and s.rank and (ranked := [p for p in fits if p.sketch.rank == s.rank and t.order not in p.sentences]):
        return ranked[-1]  # "Third postman dies", "a third victim"
    if s.more:
        same = [p for p in fits if p.sketch.more and p.sketch.words & s.words and t.order not in p.sentences]
        return same[-1] if same else None
    if t.how == "pronoun":
        near = max(fits, key=lambda p: max(p.sentences), default=None)
        return near if near is not None else (persons[-1] if persons else None)
    if t.how == "definite":
        alike = [p for p in fits if p.sketch.words & s.words or p.sketch.same_age(s)]
        if s.kin and not alike:
            alike = fits = [p for p in fits if t.order not in p.sentences and not p.sketch.kin and not _lives(t, p)]
        return _best(t, alike or fits)
    new = t.how == "one" and t.harm is Harm.KILLED
    return _best(
        t, [p for p in fits if t.order not in p.sentences and not (new and p.beside and Harm.KILLED not in p.harms)]
    )


#: Nouns for those on the other side of an attack.
_VICTIMS = frozenset(
    {"officer", "deputy", "trooper", "policeman", "policewoman", "sheriff", "agent", "guard", "soldier", "bystander",
     "hostage"}
)  # fmt: skip


def _opposed(t: Told, p: Person) -> bool:
    """Whether one is the attacker and the other is told as someone attacked."""
    if t.attacker == p.attacker or t.how == "pronoun" or t.sketch.words & p.sketch.words:
        return False
    return bool((p.sketch if t.attacker else t.sketch).words & _VICTIMS)


def _lives(t: Told, p: Person) -> bool:
    """ "She was killed. Her brother was wounded": he is someone else."""
    return t.wounded and Harm.KILLED in p.harms


def _best(t: Told, persons: Sequence[Person]) -> Person | None:
    """Of those that fit, the one most alike, then the first told of."""
    return max(persons, key=lambda p: _likeness(t, p), default=None)


def _likeness(t: Told, p: Person) -> tuple[bool, bool, bool, bool]:
    return (
        t.sketch.same_age(p.sketch),
        t.harm in p.harms or (t.harm is None),
        not (t.alive and Harm.KILLED in p.harms),
        bool(t.sketch.words & p.sketch.words),
    )
