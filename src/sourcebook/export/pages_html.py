"""The reading as one HTML page that needs nothing else: the text with what was read highlighted in it.

Works from a file, without a network and without scripts; with them, pointing at a highlight shows who says it.
Everything that comes from a page is escaped, and the page forbids itself to load anything. Drops: rules, scores
and what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.export import words
from sourcebook.export.segments import Segment, cut, marks_of, within
from sourcebook.export.templates_html import template
from sourcebook.link.tallies import told_finer
from sourcebook.records import Account, Article, Block, Incident, Question, Reading, Span

#: What can be switched on and off in the text, and what it is called.
LAYERS = {"claim": "Claims", "event": "Events", "toll": "Tolls", "date": "Dates", "place": "Places"}


class Piece(NamedTuple):
    """A segment ready to be shown. ``first``: a record begins here, so that the keyboard stops here."""

    text: str
    kinds: str
    ids: str
    first: bool


class Paragraph(NamedTuple):
    """A block of the text. ``kind`` is the block's, or "outside" for text that is in no block."""

    kind: str
    repeat: bool
    pieces: tuple[Piece, ...]


class Answer(NamedTuple):
    """One answer to a question about an incident, with everyone who gives it."""

    value: str
    accounts: tuple[Account, ...]


def to_html(reading: Reading) -> str:
    """The whole page as a string of HTML."""
    segments = cut(Span(0, len(reading.page.text)), marks_of(reading)) if reading.page.text else []
    seen: set[str] = set()
    articles = []
    at = 0
    for article in reading.articles:
        before = _paragraphs(reading, Span(at, max(at, article.span.start)), (), segments, seen)
        articles.append((article, before, _paragraphs(reading, article.span, article.blocks, segments, seen)))
        at = max(at, article.span.end)
    rest = _paragraphs(reading, Span(at, len(reading.page.text)), (), segments, seen)
    url = reading.page.meta.url or ""
    return template("reading.html").render(
        reading=reading,
        articles=articles,
        rest=rest,
        claims={c.id: c for c in reading.claims},
        places={p.id: p for p in reading.places},
        dates={d.id: d for d in reading.dates},
        tolls={t.id: t for t in reading.tolls},
        layers=LAYERS,
        url=url if url.startswith(("http://", "https://")) else "",
        title=_title(reading),
        w=words,
        questions=_questions,
        harms=(Question.KILLED, Question.INJURED),
        facts=_facts,
    )


def _title(reading: Reading) -> str:
    for article in reading.articles:
        if article.headline:
            return words.clean(article.headline.of(reading.page.text))
    return reading.page.path.replace("\\", "/").rsplit("/", 1)[-1]


def _facts(article: Article) -> list[str]:
    """Outlet, agency, byline, dateline, as far as they are known."""
    agency = article.agency if article.agency != article.outlet else None
    byline = f"by {', '.join(article.byline)}" if article.byline else None
    return [words.clean(f) for f in (article.outlet, agency, byline, "/".join(article.dateline)) if f]


def _paragraphs(
    reading: Reading, span: Span, blocks: tuple[Block, ...], segments: list[Segment], seen: set[str]
) -> list[Paragraph]:
    out = []
    for kind, stretch, repeat in _stretches(reading.page.text, span, blocks):
        pieces = tuple(_piece(reading.page.text, s, seen) for s in within(segments, stretch))
        out.append(Paragraph(kind, repeat, pieces))
    return out


def _stretches(text: str, span: Span, blocks: tuple[Block, ...]) -> Iterator[tuple[str, Span, bool]]:
    """The blocks of a span and what lies between them, without white space at the ends."""
    at = span.start
    for block in sorted(blocks, key=lambda b: b.span):
        yield from _between(text, at, block.span.start)
        if (inner := _stripped(text, Span(max(at, block.span.start), block.span.end))) is not None:
            yield block.kind.value, inner, block.repeat_of is not None
        at = max(at, block.span.end)
    yield from _between(text, at, span.end)


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, Span, bool]]:
    inner = _stripped(text, Span(start, end))
    if inner is not None:
        yield "outside", inner, False


def _stripped(text: str, span: Span) -> Span | None:
    words_in = span.of(text)
    if span.end <= span.start or not words_in.strip():
        return None
    return Span(span.start + len(words_in) - len(words_in.lstrip()), span.start + len(words_in.rstrip()))


def _piece(text: str, segment: Segment, seen: set[str]) -> Piece:
    ids = list(dict.fromkeys(m.id for m in segment.marks if m.kind not in ("source", "cue")))
    spoken = [m.id for m in segment.marks if m.kind in ("source", "cue")]
    first = any(i not in seen for i in ids)
    seen.update(ids)
    kinds = " ".join(dict.fromkeys(m.kind for m in segment.marks))
    return Piece(segment.span.of(text), kinds, " ".join(dict.fromkeys(ids + spoken)), first)


def _questions(incident: Incident) -> list[tuple[str, bool, list[Answer]]]:
    """The dossier: each question with its answers side by side, and whether they contradict each other."""
    out: dict[str, dict[str, list[Account]]] = {}
    for a in incident.accounts:
        if not told_finer(a, incident.accounts):
            value = words.days(a.value) if a.question is Question.DATE else a.value
            out.setdefault(a.question, {}).setdefault(value, []).append(a)
    contested = {q.value for q in incident.contested}
    return [
        (question, question in contested, [Answer(value, tuple(accounts)) for value, accounts in answers.items()])
        for question, answers in out.items()
    ]
