"""Spreads: from what each sentence tells of an incident's dead or injured to one range over its sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sourcebook.records import TollRange


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence says of one harm, in one source's words.

    ``kind``: number (a count), more ("two others"), shot (people hit, the dead among them), treated (taken to
    hospital), singles (persons one by one), plural ("civilians"), zero. ``beside``: the sentence tells of the
    other harm as well, so that "others" are others than those. ``part``: with "another", "a man" in it, it may tell
    of some of the people only.
    """

    source: str
    order: int
    low: int
    high: int
    kind: str
    beside: bool
    vague: bool
    part: bool
    most: bool = False  # "up to 27": the highest of several numbers
    title: bool = False  # a headline's
    some: bool = False  # it counts the armed or another group only
    kinds: bool = False  # it counts people of some kind: "herders", no "people"
    rival: bool = False  # the sentence sets it against another number


def of_kind(tellings: list[Telling], *kinds: str) -> list[Telling]:
    """Those of some kinds, in their order."""
    return [t for t in tellings if t.kind in kinds]


#: Counts of one event do not differ tenfold: the lower one tells of some of the people ("two are at the clinic").
_TENFOLD = 10


def _spread(tellings: list[Telling]) -> tuple[int, int]:
    """The range over the sources, each with the highest number it gives.

    Where the report gives a number in its own voice, a source with a lower one only tells of a part.
    """
    values: dict[str, tuple[int, int]] = {}
    firm = [t for t in tellings if not t.vague]
    if firm and all(t.source for t in firm):  # "dozens" adds nothing where the report gives a number that it could be
        firm += [t for t in tellings if t.vague and not t.source and t.low > max(f.high for f in firm)]
    top = max(t.high for t in firm or tellings)
    for t in firm or tellings:
        if t.high * _TENFOLD <= top and (t.vague or not t.source):
            continue
        old = values.get(t.source)
        values[t.source] = (t.low, t.high) if old is None else max(old, (t.low, t.high), key=lambda v: (v[1], v[0]))
    own = values.get("")
    said = [t for t in firm or tellings if not t.source and (t.low, t.high) == own]
    if all(t.title for t in said) and own in [v for s, v in values.items() if s]:
        own = None  # what only a headline says is its source's number: another's lower one is no part of it
    most = max(v[1] for v in values.values())
    if own is not None and own[1] == most and any(t.most and not t.source and t.high == most for t in tellings):
        fewer = [t.low for t in firm if most / 2 < t.low < most]  # "up to 27 people": others speak of fewer
        return (max(fewer), most) if fewer else own
    parts = {t.source for t in tellings if t.part}
    total = {t.order for t in firm if t.source and t.high == most}
    if own is not None and own[1] < most and all(t.order in total for t in said):
        del values[""]  # "nine died, the army said, after two bodies were found"
    if not any(t.some for t in tellings if t.high == most):  # "two soldiers" beside a total of six are some of them
        parts |= {t.source for t in tellings if t.some and t.source and values.get(t.source) == (t.low, t.high)}
        if own is not None and own[1] < most and all(t.some for t in said):
            values.pop("", None)
    if _add_up(values, most, {t.source for t in firm if t.kinds}):
        values = {s: v for s, v in values.items() if v[1] == most}
    rivals = {t.source for t in tellings if t.rival and t.source}
    values = {
        s: v
        for s, v in values.items()
        if v[1] == most or s in rivals or (s not in parts and (not s or own is None or v[1] > own[1]))
    }
    return min(v[0] for v in values.values()), max(v[1] for v in values.values())


def _add_up(values: Mapping[str, tuple[int, int]], most: int, kinds: Collection[str]) -> bool:
    """Whether what each source counts of one kind ("nine of its members", "twelve herders") comes to the total."""
    parts = [v for s, v in values.items() if s and s in kinds and v[1] < most]
    rest = [v for s, v in values.items() if v[1] < most and not (s and s in kinds)]
    return len(parts) > 1 and not rest and sum(v[0] for v in parts) == most


def range_killed(tellings: list[Telling], persons: int) -> TollRange | None:
    """The number of dead. ``persons``: how many were told of one by one."""
    counted = of_kind(tellings, "number", "shot", "treated")
    more = of_kind(tellings, "more")
    if counted:
        low, high = _spread(counted)
        if low < persons <= high:
            low = persons  # the earlier count of a source is behind what the report tells person by person
        zero = {t.source for t in of_kind(tellings, "zero")}
        if zero and "" not in zero and zero - {t.source for t in counted}:
            low = 0  # one source says that nobody was harmed, another gives a number
        return low, high
    if more:
        low, high = _spread(more)
        first = persons if not all(t.beside for t in more) else 0
        return low + first, high + first
    if persons:
        return persons, persons
    if of_kind(tellings, "plural"):
        return 2, 2
    return (0, 0) if of_kind(tellings, "zero") else None


def range_injured(tellings: list[Telling], persons: int, killed: TollRange | None) -> TollRange | None:
    """The number of injured. Those who were hit may be among the dead; who was in hospital may be counted already."""
    dead = killed[1] or 0 if killed else 0
    hit = [_living(t, dead) for t in of_kind(tellings, "shot")]
    others = 0 if dead else persons
    more = [t if t.beside else replace(t, low=t.low + others, high=t.high + others) for t in of_kind(tellings, "more")]
    counted = of_kind(tellings, "number")
    most = max([t.high for t in hit + more], default=0)
    if counted and most > 1:  # "one victim was driving": someone of them
        counted = [t for t in counted if t.high > 1]
    if counted:  # where a number of wounded is given, "others" only count if they are more
        more = [t for t in of_kind(tellings, "more") if t.high > max(t.high for t in counted)]
    if firm := counted + more:  # ... and so do those hit
        hit = [t for t in hit if t.low - (dead if t.beside else 0) > max(t.high for t in firm)]
    if pool := [t for t in counted + hit + more if t.high]:
        given = {t.source for t in pool} | {""}
        # another's count of the same people
        most = max(t.high for t in pool)
        exact = [t for t in of_kind(tellings, "treated") if not t.vague and not t.part]
        if exact and all(t.vague for t in pool) and most < max(t.high for t in exact):
            pool = exact  # "several were hurt; 12 people were taken to hospital"
        treated = [t for t in of_kind(tellings, "treated") if t.source not in given and counted]
        hospital = [t for t in treated if not t.part or t.high > most]
        return range_killed(_as_numbers(pool) + hospital + of_kind(tellings, "zero"), persons)
    if treated := of_kind(tellings, "treated"):
        low, high = _spread(treated)
        return max(low, persons), max(high, persons)
    # those hit may be the dead
    crowd = [replace(t, kind="plural") for t in of_kind(tellings, "crowd") if t.beside or not dead]
    return range_killed(of_kind(tellings, "zero", "singles", "plural") + crowd, persons)


def _living(t: Telling, dead: int) -> Telling:
    """Of those hit, the ones who are not among the dead."""
    if t.beside and (t.high != dead or t.vague):
        return t
    return replace(t, low=max(t.low - dead, 0), high=max(t.high - dead, 0))


def _as_numbers(tellings: list[Telling]) -> list[Telling]:
    return [replace(t, kind="number") for t in tellings]
