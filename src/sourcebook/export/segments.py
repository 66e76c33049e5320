"""Segments: a stretch of text cut where highlights begin and end, so that overlapping ones can all be shown."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.records import Reading, Span


class Mark(NamedTuple):
    """A highlight: the record it belongs to, and as what ("claim", "source", "cue", "toll", …)."""

    span: Span
    kind: str
    id: str


class Segment(NamedTuple):
    """A stretch that is highlighted alike from end to end. ``marks``: shortest first, so the innermost leads."""

    span: Span
    marks: tuple[Mark, ...]


def marks_of(reading: Reading) -> list[Mark]:
    """Every highlight of a reading, in no order."""
    out: list[Mark] = []
    for c in reading.claims:
        out += [Mark(s, "claim", c.id) for s in c.content]
        out += [Mark(s, "source", c.id) for s in c.source.spans]
        out += [Mark(s, "cue", c.id) for s in c.cue]
    out += [Mark(m.trigger, "event", m.id) for m in reading.mentions]
    out += [Mark(t.span, "toll", t.id) for t in reading.tolls]
    out += [Mark(d.span, "date", d.id) for d in reading.dates]
    out += [Mark(p.span, "place", p.id) for p in reading.places]
    return out


def cut(whole: Span, marks: Iterable[Mark]) -> list[Segment]:
    """Cut ``whole`` at the ends of ``marks``: segments, in order, that join up to it exactly."""
    inside = sorted((m for m in marks if m.span.overlaps(whole)), key=lambda m: (m.span.start, m.span.end))
    edges = {whole.start, whole.end}
    for m in inside:
        edges |= {max(m.span.start, whole.start), min(m.span.end, whole.end)}
    points = sorted(edges)
    out: list[Segment] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(points):
        while upcoming < len(inside) and inside[upcoming].span.start <= start:
            open_marks.append(inside[upcoming])
            upcoming += 1
        open_marks = [m for m in open_marks if m.span.end > start]
        here = sorted(open_marks, key=lambda m: (m.span.end - m.span.start, m.span.start, m.kind, m.id))
        out.append(Segment(Span(start, end), tuple(here)))
    return out


def within(segments: Sequence[Segment], stretch: Span) -> Iterator[Segment]:
    """The parts of joined ``segments`` that lie in ``stretch``, those at its ends cut off there."""
    at = bisect.bisect_right(segments, stretch.start, key=lambda s: s.span.start) - 1
    for index in range(max(at, 0), len(segments)):
        segment = segments[index]
        if segment.span.start >= stretch.end:
            return
        start, end = max(segment.span.start, stretch.start), min(segment.span.end, stretch.end)
        if start < end:
            yield Segment(Span(start, end), segment.marks)
