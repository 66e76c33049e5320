"""Casualties: what the tolls of one incident add up to, as a range over what its sources say.

The rule, in words:

* counted are tolls of the incident itself: no part of another toll, no sum over a year or a war;
* what one sentence tells side by side is added ("a teacher and two pupils were killed": 3); a retelling is not;
* single persons told of one by one are matched by name, age, sex and order, and each is counted once;
* a source's number is the highest it gives; the range runs from the lowest to the highest source. Where the report
  gives a total in its own voice, a source with a lower number only describes a part of it;
* vague words count by Airwars' convention ("several" 2, "dozens" 12-24), and an open end ("at least five") adds
  nothing: the high end is the highest number that someone names;
* people shot are hurt or dead: who of them died is taken off the injured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.numbers import Profile
from sourcebook.read.numbers import range_of
from sourcebook.read.victims import Sketch, sketch_of
from sourcebook.records import Harm, Sentence, Toll, TollRange, TollScope

_SINGLE = frozenset({"one", "name", "definite", "pronoun"})
_MORE = frozenset({"other", "others", "more", "another", "additional", "further"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A toll with what is needed to add it up."""

    toll: Toll
    low: int
    high: int
    counted: str
    rule: str
    order: int
    more: bool
    sketch: Sketch | None


@dataclass(slots=True)
class _Person:
    """Someone who was told of once or more."""

    sketch: Sketch
    sentences: set[int]
    harms: set[Harm]
    certain: bool  # introduced, not only a pronoun


@dataclass(slots=True)
class _Telling:
    """What one sentence says of one harm."""

    source: str
    order: int
    low: int
    high: int
    total: bool  # counts people, not only single persons
    zero: bool
    shot: bool
    more: bool
    beside_killed: bool
    vague: bool = field(default=False)


def casualties(
    tolls: Iterable[Toll], sentences: Mapping[str, Sentence], sources: Mapping[str, str], lexicon: Lexicon
) -> tuple[TollRange | None, TollRange | None]:
    """Killed and injured of one incident. ``sources``: claim id → who makes it. None: no one says."""
    every = tuple(tolls)
    harm_of = {t.id: t.harm for t in every}
    items = [
        _item(t, sentences[t.sentence], n, lexicon)
        for n, t in enumerate(every)
        if t.scope is TollScope.INCIDENT
        and t.harm in (Harm.KILLED, Harm.INJURED)
        and (t.part_of is None or harm_of.get(t.part_of) is not t.harm)
        and t.sentence in sentences
    ]
    persons = _persons(items)
    dead = sum(Harm.KILLED in p.harms for p in persons)
    hurt = sum(p.harms == {Harm.INJURED} for p in persons)
    killed = _range(_tellings(items, Harm.KILLED, sources), dead)
    injured = _injured(_tellings(items, Harm.INJURED, sources), hurt, killed)
    return killed, injured


def _item(toll: Toll, sentence: Sentence, order: int, lexicon: Lexicon) -> _Item:
    rule, _, counted = toll.rule.partition("/")
    low, high = toll.low, toll.high
    if counted == "vague":
        low, high = range_of(toll.text, lexicon.numbers, Profile.AIRWARS) or (low, high)
    single = counted in _SINGLE
    sketch = sketch_of(sentence, toll.span, lexicon) if single or (low == high == 1) else None
    words = set(toll.text.lower().split())
    number = int(sentence.id.rpartition("s")[2])
    return _Item(toll, low, low if high is None else high, counted, rule, number, bool(words & _MORE), sketch)


# ------------------------------------------------------------------------------------------- one by one


def _persons(items: list[_Item]) -> list[_Person]:
    """The single persons that are told of, each once, in the order of their introduction."""
    out: list[_Person] = []
    for item in items:
        if item.sketch is None or item.counted not in _SINGLE:
            continue
        person = _known(item, out)
        if person is None:
            out.append(_Person(item.sketch, {item.order}, {item.toll.harm}, item.counted != "pronoun"))
            continue
        person.sentences.add(item.order)
        person.harms.add(item.toll.harm)
        person.sketch = _merged(person.sketch, item.sketch)
    return out


def _known(item: _Item, persons: list[_Person]) -> _Person | None:
    """The person that the phrase means, if told of before. A pronoun or "the man" means the last one that fits."""
    sketch = item.sketch
    assert sketch is not None
    named = [p for p in persons if sketch.name and sketch.name & p.sketch.name]
    if named:
        return named[-1]
    if sketch.more:
        same = [p for p in persons if p.sketch.more and p.sketch.fits(sketch) and p.sketch.words & sketch.words]
        return same[-1] if same and item.counted == "definite" else None
    fits = [p for p in persons if p.sketch.fits(sketch)]
    if item.counted in ("pronoun", "definite"):
        return fits[-1] if fits else (persons[-1] if persons and item.counted == "pronoun" else None)
    fits = [p for p in fits if item.order not in p.sentences]
    # an age or a name in common is the surest sign; else the first that nothing speaks against
    sure = [p for p in fits if sketch.age is not None and p.sketch.age == sketch.age]
    return (sure or fits or [None])[0]


def _merged(a: Sketch, b: Sketch) -> Sketch:
    return Sketch(
        a.gender or b.gender, a.age if a.age is not None else b.age, a.name | b.name, a.words | b.words, a.more
    )


# -------------------------------------------------------------------------------------------- in numbers


def _tellings(items: list[_Item], harm: Harm, sources: Mapping[str, str]) -> list[_Telling]:
    """Sentence by sentence, the sum of what is told side by side."""
    killed_in = {i.order for i in items if i.toll.harm is Harm.KILLED and i.toll.part_of is None}
    groups: dict[tuple[int, str], list[_Item]] = {}
    for i in items:
        if i.toll.harm is harm:
            source = sources.get(i.toll.claim or "", "") if i.toll.claim else ""
            groups.setdefault((i.order, source), []).append(i)
    out: list[_Telling] = []
    for (order, source), group in groups.items():
        running = [i for i in group if i.toll.cumulative]
        counted = [i for i in (running or group) if i.counted != "pronoun" or len(group) == 1]
        plural = [i for i in counted if i.counted != "plural"]
        counted = plural or counted
        total = any(i.counted not in _SINGLE | {"plural"} for i in counted) or len(counted) > 1
        low, high = (sum(i.low for i in counted), sum(i.high for i in counted)) if not running else (
            max(i.low for i in running), max(i.high for i in running))  # fmt: skip
        out.append(
            _Telling(
                source,
                order,
                low,
                high,
                total,
                all(i.high == 0 for i in counted),
                all(i.rule == "shot" for i in counted),
                all(i.more for i in counted),
                order in killed_in,
                all(i.counted == "plural" for i in counted),
            )
        )
    return out


def _range(tellings: list[_Telling], persons: int) -> TollRange | None:
    """The range over the sources. ``persons``: how many were told of one by one."""
    counted = [t for t in tellings if t.total and not t.zero and not t.vague]
    if not counted:
        if persons:
            return persons, persons
        if any(t.vague and not t.zero for t in tellings):
            return 2, 2
        return (0, 0) if any(t.zero for t in tellings) else None
    values: dict[str, TollRange] = {}
    base = 0
    for t in counted:
        low, high = t.low, t.high
        if t.more and base:
            low, high = low + base, high + base
        elif t.more and persons:
            low, high = low + persons, high + persons
        base = max(base, low)
        old = values.get(t.source)
        values[t.source] = (low, high) if old is None or (high, low) > (old[1] or 0, old[0]) else old
    own = values.get("")
    if own is not None:
        values = {s: v for s, v in values.items() if not s or (v[1] or 0) > (own[1] or 0)}
    low = min(v[0] for v in values.values())
    high = max(v[1] or v[0] for v in values.values())
    zero = {t.source for t in tellings if t.zero}
    if zero and "" not in zero and zero - set(values):
        low = 0
    return low, high


def _injured(tellings: list[_Telling], persons: int, killed: TollRange | None) -> TollRange | None:
    """Like :func:`_range`, with those who were shot and died taken off."""
    plain = [t for t in tellings if not t.shot]
    shot = [t for t in tellings if t.shot and t.total and not t.zero]
    if not shot or any(t.total and not t.zero for t in plain):
        return _range(plain if any(t.total for t in plain) else tellings, persons)
    dead = killed[1] or 0 if killed else 0
    all_shot = max(t.high for t in shot)
    if any(t.beside_killed or t.more for t in shot if t.high == all_shot):
        dead = 0
    if dead >= all_shot:
        return (persons, persons) if persons and not dead else (0, 0)
    return all_shot - dead, all_shot - dead
