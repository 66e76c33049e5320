"""Stretches: finds which of many spans hold or touch a place, without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.records import Span

#: Characters a shelf covers: a few sentences, so that a shelf holds a handful of spans.
_SHELF = 1000


class Stretches:
    """Spans, each with the number of the item it belongs to."""

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._shelves: dict[int, list[tuple[Span, int]]] = {}
        for span, item in spans:
            self.add(span, item)

    def add(self, span: Span, item: int) -> None:
        """Put one more span on its shelves."""
        for shelf in range(span.start // _SHELF, max(span.start, span.end - 1) // _SHELF + 1):
            self._shelves.setdefault(shelf, []).append((span, item))

    def touching(self, span: Span) -> list[tuple[Span, int]]:
        """The spans that share a character with ``span``, in order, each once."""
        found: dict[tuple[Span, int], None] = {}
        for shelf in range(span.start // _SHELF, max(span.start, span.end - 1) // _SHELF + 1):
            for entry in self._shelves.get(shelf, ()):
                if entry[0].overlaps(span):
                    found[entry] = None
        return list(found)

    def holding(self, span: Span) -> list[int]:
        """The items of which one span holds all of ``span``, in order, each once."""
        return list(dict.fromkeys(item for held, item in self.touching(span) if held.holds(span)))
