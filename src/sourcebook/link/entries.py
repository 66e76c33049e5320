"""Entries: items of a live blog or a round-up that stand under a heading with a town of their own."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.link.distances import closeness
from sourcebook.records import BlockKind, Mention, Place, PlacePrecision, Reading


def entries_elsewhere(reading: Reading, places: Mapping[str, Place]) -> frozenset[str]:
    """The sentences with which an entry begins whose heading has a town of its own: live blogs, round-ups.

    A heading over one more part of the same story names the story's own town, or none."""
    fine = {p.id: p for p in places.values() if p.precision in (PlacePrecision.SITE, PlacePrecision.CITY)}
    at: dict[str, list[Mention]] = {m.sentence: [] for m in reading.mentions}
    for m in reading.mentions:
        at[m.sentence].append(m)
    told: list[Place] = []
    waiting: list[Place] = []
    out = set()
    for s in reading.sentences:
        over = [p for p in fine.values() if s.span.holds(p.span)] if s.block is BlockKind.HEADING else []
        if s.block is BlockKind.HEADING:
            apart = bool(over) and bool(told) and all(closeness(p, o) < 0 for p in over for o in told)
            waiting = over if apart else []
        own = at.get(s.id, [])
        if own and waiting and s.block is not BlockKind.HEADING:
            out.add(s.id)
            waiting = []
        told += [p for m in own if (p := fine.get(m.place or "")) is not None]
    return frozenset(out)
