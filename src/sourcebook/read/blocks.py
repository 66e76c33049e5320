"""Blocks: what each paragraph of a page is for, before it is known where articles begin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sourcebook.lexicon import Lexicon
from sourcebook.read.datelines import Dateline, find_dateline, letterhead
from sourcebook.read.written_dates import WRITTEN_DATE, written_date
from sourcebook.records import Span


class Look(StrEnum):
    """How a paragraph looks by itself."""

    RUNNING = "running"  # sentences
    SHORT = "short"  # no sentence: a headline, a heading, a caption, a menu item
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"  # says when the page was published, or only names a day
    OUTLET = "outlet"  # the site's own name
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the part of one that is for one thing."""

    span: Span
    look: Look
    dateline: Dateline | None = None
    published: dt.date | None = None
    updated: dt.date | None = None
    outlet: str | None = None

    def of(self, text: str) -> str:
        """Its characters."""
        return self.span.of(text)


_END = re.compile(r"[.!?…:;](?:[\"”’')\]]|''|\s)*$|[.!?][\"”’']?\s*\(\w[^()]{0,40}\)$|[\"”]$")
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'’.-]+"
_NAME = rf"(?:{_CAPITAL}|[A-Z]\.)(?: (?:(?:al|el|bin|ibn|de|da|di|van|von|abu)[ -])?{_CAPITAL}){{1,3}}"
_BY_NAME = rf"(?:{_CAPITAL}|[A-Z]\.)(?: (?:al-|bin |de )?(?:{_CAPITAL}|[A-Z]\.)){{1,3}}?"
_NAMES = re.compile(
    rf"{_NAME}(?:(?:, and |, | and | & |\s?/\s?|\s?\|\s?){_NAME})*(?:,? (?:Reuters|AP|AFP|Associated Press))?"
)
#: A byline that runs into the dateline: "By A. Name and B. Name, Agency KABUL (Agency) -".
_BY_BEFORE = re.compile(
    rf"(?:By|BY) {_BY_NAME}(?:(?:, and |, | and |; ){_BY_NAME})*(?:(?:, |\s?\| )[A-Z][\w .]+?)?"
    r"[.,;:|]?\s+(?=[A-Z]{2,}|[A-Z]\w+ \()"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
    r"|\b(?:[A-Z]{2,4}T?|GMT[+-]?\d*|UTC[+-]?\d*)\b|\+\d{4})"
)
_DATE_LINE = re.compile(
    rf"\W*(?:{_WEEKDAY},?\s*)?{WRITTEN_DATE}(?:\s*[,|@•·–—-]?\s*(?:at\b|@|{_CLOCK}))*\W*", re.IGNORECASE
)
_STAMP_TAIL = re.compile(
    rf"(?:{_WEEKDAY},?\s*)?{WRITTEN_DATE}(?:\s*[,|@•·–—-]?\s*(?:at\b|{_CLOCK}))*\W*", re.IGNORECASE
)
_LONG_HEADLINE = 28  # words; longer lines without a full stop are paragraphs whose full stop was lost
_OPENING = "\"“‘'`«"


def find_pieces(text: str, paragraphs: list[Span], lexicon: Lexicon) -> list[Piece]:
    """The pieces of the page's paragraphs, in page order; together they hold every character of them."""
    out: list[Piece] = []
    for n, span in enumerate(paragraphs):
        for piece in _pieces_of(text, span, n, lexicon):
            in_menu = bool(out) and out[-1].look is Look.BOILERPLATE
            if in_menu and lexicon.pagemarks.is_kind("list-item", piece.of(text)):
                piece = marked(piece, Look.BOILERPLATE)
            out.append(piece)
    return _with_letterhead(text, out, lexicon)


#: Among so many first pieces a line with a town and a day stands over the report; further down it opens an entry.
_TOP = 5


def _with_letterhead(text: str, pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces; a line of a town and a day is a dateline if no other piece has a dateline or is such a line."""
    if any(p.dateline for p in pieces):
        return pieces
    lines = {
        n: d for n, p in enumerate(pieces) if p.look is not Look.RUNNING and (d := letterhead(text, p.span, lexicon))
    }
    if len(lines) != 1 or min(lines) not in range(1, _TOP) or min(lines) + 1 == len(pieces):
        return pieces
    return [replace(p, look=Look.RUNNING, dateline=lines[n]) if n in lines else p for n, p in enumerate(pieces)]


def _pieces_of(text: str, span: Span, number: int, lexicon: Lexicon) -> Iterator[Piece]:
    line = span.of(text)
    if not any(c.isalpha() for c in line):
        yield Piece(span, Look.DATE if written_date(line) else Look.BOILERPLATE)
        return
    stamp = _stamp(text, span, lexicon)
    if stamp is not None:
        yield from stamp
        return
    if (label := _label(line, lexicon)) is not None:
        behind = list(_pieces_of(text, Span(span.start + label, span.end), number, lexicon))
        # not a headline: "UPDATE: Two dead in Beja", "BREAKING: Two dead in Beja!!!"
        if behind and behind[0].look in (Look.RUNNING, Look.CAPTION) and not line.endswith("!"):
            yield Piece(Span(span.start, span.start + len(line[:label].rstrip())), Look.BOILERPLATE)
            yield from behind
            return
    words = len(line.split())
    marks = lexicon.pagemarks
    if words <= 90:
        if words <= 14 and _DATE_LINE.fullmatch(line):
            yield Piece(span, Look.DATE)
            return
        if marks.is_kind("boilerplate", line):
            yield Piece(span, Look.BOILERPLATE)
            return
        if number < 6 and words <= 6 and (outlet := lexicon.outlets.named(line)):
            yield Piece(span, Look.OUTLET, outlet=outlet.name)
            return
        if marks.is_kind("byline", line):
            yield Piece(span, Look.BYLINE)
            return
        if marks.is_kind("caption", line) and not line.startswith(tuple(_OPENING)):
            yield Piece(span, Look.CAPTION)
            return
    dateline = find_dateline(text, span, lexicon)
    by = _BY_BEFORE.match(line)
    if by is not None:
        rest = Span(span.start + by.end(), span.end)
        after = find_dateline(text, rest, lexicon)
        if after is not None:
            yield Piece(Span(span.start, span.start + len(by.group().rstrip())), Look.BYLINE)
            yield Piece(rest, Look.RUNNING, dateline=after)
            return
    if dateline is not None:
        yield Piece(span, Look.RUNNING, dateline=dateline)
        return
    yield Piece(span, Look.RUNNING if _runs(line, words) else Look.SHORT)


def _label(line: str, lexicon: Lexicon) -> int | None:
    """Where the text of a paragraph begins behind the site's own words: "UPDATE 1:30 p.m.: ", "Buy Photo "."""
    opening = line[:200]
    low = opening.lower()
    ends = (m.end() for mark in lexicon.pagemarks.of_kind("label") for m in mark.regex.finditer(opening, low))
    end = max(ends, default=0)
    return end if 0 < end < len(line) else None


def _runs(line: str, words: int) -> bool:
    """Whether a paragraph is made of sentences."""
    if words > _LONG_HEADLINE:
        return True
    if words >= 3 and re.match(r"[-–—•*·]\s?\w", line):
        return True  # an item of a list
    if line.startswith(tuple(_OPENING)) and words >= 6:
        return True
    if line.endswith(":") and words >= 2 and any(w[0].islower() for w in line.split()):
        return True  # "The ministry said:", before a quotation
    if _END.search(line) is None:
        # More than one sentence, the last one cut: "… on Sunday. The army said"
        return words > 12 and re.search(r"[a-z]{3}[.!?][\"”]? [A-Z]", line) is not None
    return words >= 4 or line.startswith(tuple(_OPENING))


def _stamp(text: str, span: Span, lexicon: Lexicon) -> list[Piece] | None:
    """A "Published …" or "Updated …" stamp: the whole paragraph, or the end of a headline, or the start of a text."""
    line = span.of(text)
    opening = line[:600]
    low = opening.lower()
    best: tuple[int, int] | None = None
    published = updated = None
    for kind in ("published", "updated"):
        for mark in lexicon.pagemarks.of_kind(kind):
            for hit in mark.regex.finditer(opening, low):
                tail = _STAMP_TAIL.match(line, hit.end())
                if tail is None:
                    continue
                day = written_date(tail.group())
                if kind == "published":
                    published = published or day
                else:
                    updated = updated or day
                best = (min(best[0], hit.start()), max(best[1], tail.end())) if best else (hit.start(), tail.end())
    if best is None:
        return None
    before, after = line[: best[0]].rstrip(), line[best[1] :].strip()
    if len(before.split()) > _LONG_HEADLINE or (before and re.search(r"[a-z]{3}[.!?] [A-Z]", before)):
        return None  # the words stand in running text
    if before and re.search(
        r"(?i)\b(?:was|were|is|are|been|be|report|data|figures|statement|video|and|it|had|have|has)$", before
    ):
        return None
    out = []
    start, end = span.start + best[0], span.start + best[1]
    if before:
        head = Span(span.start, span.start + len(before))
        look = Look.BYLINE if lexicon.pagemarks.is_kind("byline", before) or _NAMES.fullmatch(before) else Look.SHORT
        out.append(Piece(head, look if any(c.isalpha() for c in before) else Look.BOILERPLATE))
    stop = end - (len(line[: best[1]]) - len(line[: best[1]].rstrip()))
    out.append(Piece(Span(start, stop), Look.DATE, published=published, updated=updated))
    if after:
        rest = Span(span.end - len(line[best[1] :].lstrip()), span.end)
        out += list(_pieces_of(text, rest, 99, lexicon)) if len(after) < len(line) else []
    return out


def is_names(line: str) -> bool:
    """Whether a line holds nothing but one or more persons' names."""
    return len(line.split()) <= 12 and _NAMES.fullmatch(line.strip()) is not None


def marked(piece: Piece, look: Look) -> Piece:
    """The piece with another look."""
    return replace(piece, look=look)
