"""Records of a page and its parse, and the spans, days and rejections that all records share."""

from __future__ import annotations

import bisect
import datetime as dt
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from sourcebook.errors import Reason
from sourcebook.records.vocabularies import BlockKind, DatePrecision

T = TypeVar("T", covariant=True)


class Span(NamedTuple):
    """Characters ``[start, end)`` of the page's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day, or all days between two, both included. ``None`` at an end: open."""

    low: dt.date | None
    high: dt.date | None
    precision: DatePrecision = DatePrecision.DAY


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was seen and not used, and why."""

    stage: str
    span: Span
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a stage returns: the records it made, and what it left out."""

    items: tuple[T, ...] = ()
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What is known of a page besides its text: from options, a sidecar file, or the HTML's own metadata.

    ``published_from`` says where the date was read ("option", "sidecar", "JSON-LD", "meta article:published_time", …).
    """

    url: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: str | None = None
    language: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A captured page: its text, whole and unchanged, under the SHA-256 of the captured bytes."""

    id: str  # "sha256:…" of the bytes
    path: str
    text: str
    meta: PageMeta = PageMeta()
    plain: bool = True  # False: the text was extracted (HTML), so it stands in the reading
    encoding: str = "utf-8"
    problems: tuple[str, ...] = ()  # said to the person, e.g. "decoded as windows-1252"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article and what it is for. ``repeat_of``: start of the earlier passage it copies."""

    kind: BlockKind
    span: Span
    repeat_of: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page. ``published_from`` names where the date was read, ``None`` if there is none."""

    id: str
    span: Span
    blocks: tuple[Block, ...]
    headline: Span | None = None
    published: DateRange | None = None
    published_from: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    language: str | None = "en"
    repeat_of: str | None = None
    url: str | None = None


class Token(NamedTuple):
    """A word of a sentence with its place in the parse. ``i`` and ``head`` count within the sentence.

    ``text`` may be re-cased (upper-case wire copy); the characters themselves are ``page.text[start:end]``.
    ``pos`` is a coarse class derived from the Penn tag: VERB NOUN PROPN PRON ADJ ADV ADP DET NUM CCONJ SCONJ
    AUX PART PUNCT SYM X.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    ent: str  # entity type, "" if none
    ent_begin: bool

    @property
    def span(self) -> Span:
        """The token's characters in the page."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's headline, heading, caption or body, parsed.

    ``block`` is what it stands in, ``paragraph`` the number of that block in the article. ``repeat``: the
    passage stands earlier on the page as well, so nothing in it is counted again. ``lowers`` and ``lemmas`` are
    those of its tokens: what needs a word that is not among them need not look for it.
    """

    id: str
    article: str
    span: Span
    block: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    repeat: bool = False
    lowers: frozenset[str] = field(init=False, repr=False, compare=False)
    lemmas: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the words."""
        object.__setattr__(self, "lowers", frozenset([t.lower for t in self.tokens]))
        object.__setattr__(self, "lemmas", frozenset([t.lemma for t in self.tokens]))

    @property
    def root(self) -> Token:
        """The head of the sentence."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The direct dependents of token ``i``, in order; only those with one of ``deps`` if any are given."""
        children = self.children[i]
        if not children:
            return []
        tokens = self.tokens
        if not deps:
            return [tokens[j] for j in children]
        return [t for j in children if (t := tokens[j]).dep in deps]

    def subtree(self, i: int) -> list[int]:
        """Indexes of token ``i`` and everything under it, sorted."""
        children = self.children
        out = [i]
        for j in out:  # grows while it is walked
            out += children[j]
        out.sort()
        return out

    def edges(self, i: int) -> tuple[int, int]:
        """First and last index of the subtree of ``i`` (both included)."""
        tree = self.subtree(i)
        return tree[0], tree[-1]

    def span_of(self, first: int, last: int) -> Span:
        """Characters from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def within(self, *spans: Span) -> list[Token]:
        """The tokens that begin within any of the spans, in order."""
        here = [x for x in spans if x.start < self.span.end and self.span.start < x.end]
        if len(here) == 1:
            start, end = here[0].start, here[0].end
            return [t for t in self.tokens if start <= t.start < end]
        return [t for t in self.tokens if any(x.start <= t.start < x.end for x in here)] if here else []

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``, if any."""
        low, high = 0, len(self.tokens)
        while low < high:
            mid = (low + high) // 2
            token = self.tokens[mid]
            if offset < token.start:
                high = mid
            elif offset >= token.end:
                low = mid + 1
            else:
                return token
        return None

    def ancestors(self, i: int) -> list[Token]:
        """The heads above token ``i``, nearest first."""
        out: list[Token] = []
        while self.tokens[i].head != i and len(out) <= len(self.tokens):
            i = self.tokens[i].head
            out.append(self.tokens[i])
        return out


@dataclass(frozen=True, slots=True)
class Parsed:
    """What every stage after the parse works on: one article of a page with its sentences, in page order."""

    page: Page
    article: Article
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The page's text, which all spans refer to."""
        return self.page.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at ``offset``, None between sentences."""
        index = bisect.bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]
