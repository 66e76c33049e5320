"""Page marks: the wording by which a line of a page shows what it is for ("Follow us on …", "Photo: …", "By …")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sourcebook.lexicon.needles import Needled
from sourcebook.lexicon.rules import load_rules


@dataclass(frozen=True)
class PageMark:
    """Lines of up to ``max_words`` words in which ``pattern`` (case aside unless ``cased``) is found are of ``kind``.

    ``kind`` is a block kind, ``published`` or ``updated`` for words that stand before the page's date, ``label`` for
    the site's own words before the text of a paragraph ("UPDATE 1:30 p.m.: …"), or ``list-item`` for lines that belong
    to a menu if one stands just before them.
    """

    id: str
    kind: str
    pattern: str
    example: str
    counter_example: str
    max_words: int = 12
    cased: bool = False

    @cached_property
    def regex(self) -> Needled:
        """The pattern, compiled."""
        return Needled(self.pattern, re.NOFLAG if self.cased else re.IGNORECASE)

    def fits(self, line: str, words: int, low: str | None = None) -> bool:
        """Whether the line, of so many words, is of this kind. ``low``: it in small letters, where they are known."""
        return words <= self.max_words and self.regex.search(line, line.lower() if low is None else low) is not None


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words and what it is used for."""

    id: str
    use: str
    words: frozenset[str]


class PageMarks:
    """All page marks, by kind, and the word lists that go with them, by id."""

    def __init__(self) -> None:
        self.rules = load_rules("pagemarks", PageMark)
        self.words = {rule.id: rule.words for rule in load_rules("pagewords", WordList)}
        self._by_kind: dict[str, tuple[PageMark, ...]] = {}
        for rule in self.rules:
            self._by_kind[rule.kind] = (*self._by_kind.get(rule.kind, ()), rule)

    def of_kind(self, kind: str) -> tuple[PageMark, ...]:
        """The marks of one kind, in file order."""
        return self._by_kind.get(kind, ())

    def is_kind(self, kind: str, line: str) -> bool:
        """Whether ``line`` shows by a mark that it is of ``kind``."""
        words, low = len(line.split()), line.lower()
        return any(mark.fits(line, words, low) for mark in self.of_kind(kind))
