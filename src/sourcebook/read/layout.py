"""Layout: the paragraphs of a page's text, whatever its lines mean: one a paragraph, or wrapped at a fixed width."""

from __future__ import annotations

import itertools
import re

from sourcebook.records import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
#: Sentences run together where a paragraph mark was lost: "… on the ground.Rescue teams …".
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})[.!?][\"”’]?(?=[A-Z][a-z]+[ ,]|[“\"][A-Z])")
#: Wrapped text is between these widths: teleprinters and mail programs wrapped at 60 to 80, editors at up to 120.
_NARROW, _WIDE = 45, 132
#: A paragraph longer than this is cut at a sentence's end: the parser's memory grows with length.
MAX_PARAGRAPH = 10_000


def paragraphs(text: str, end: int | None = None) -> list[Span]:
    """The paragraphs of ``text`` up to ``end``, without the white space around them, none of them blank."""
    lines = [s for s in (_stripped(text, m.start(), m.end()) for m in _LINE.finditer(text, 0, end or len(text))) if s]
    width = _wrap_width(text, lines)
    out: list[Span] = []
    for line in lines:
        if out and width and _goes_on(text, out[-1], line, width):
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return [piece for paragraph in out for piece in _cut(text, paragraph)]


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The width at which the text is wrapped, 0 if it is not: then most lines that have a neighbour are full."""
    lengths = sorted(_indent(text, s) + s.end - s.start for s in lines)
    if not lengths or lengths[int(len(lengths) * 0.9)] > _WIDE:
        return 0
    width = max(n for n in lengths if n <= _WIDE)
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if text.count("\n", a.end, b.start) == 1]
    if width < _NARROW or not pairs:
        return 0
    full = sum(_full(text, a, b, width) and not _ENDS.search(text[a.start : a.end]) for a, b in pairs)
    lower = sum(text[b.start].islower() for _, b in pairs)
    upper_case = text[lines[0].start : lines[-1].end].isupper()
    return width if full > 0.5 * len(pairs) and (upper_case or lower > 0.3 * len(pairs)) else 0


def _indent(text: str, line: Span) -> int:
    start = line.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    return line.start - start


def _full(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the first word of the line after would not have fitted in."""
    word = re.match(r"\S+", text[after.start : after.end])
    return _indent(text, line) + line.end - line.start + 1 + (word.end() if word else 0) > width - 12


def _goes_on(text: str, paragraph: Span, line: Span, width: int) -> bool:
    if text.count("\n", paragraph.end, line.start) != 1:
        return False
    last = text.rfind("\n", paragraph.start, paragraph.end) + 1
    before = _stripped(text, max(last, paragraph.start), paragraph.end)
    if before is None or (last > paragraph.start and _indent(text, line) > _indent(text, before)):
        return False
    if text[line.start].islower():
        return True
    return _full(text, before, line, width)


def _cut(text: str, paragraph: Span) -> list[Span]:
    """The paragraph, cut where sentences are glued and where it is too long for the parser."""
    cuts = [m.end() for m in _GLUED.finditer(text, paragraph.start, paragraph.end)]
    out: list[Span] = []
    start = paragraph.start
    for cut in (*cuts, paragraph.end):
        while cut - start > MAX_PARAGRAPH:
            at = _sentence_end(text, start, start + MAX_PARAGRAPH)
            out += [piece] if (piece := _stripped(text, start, at)) else []
            start = at
        out += [piece] if (piece := _stripped(text, start, cut)) else []
        start = cut
    return out


def _sentence_end(text: str, start: int, limit: int) -> int:
    for mark in (". ", "? ", "! ", " "):
        at = text.rfind(mark, start + MAX_PARAGRAPH // 2, limit)
        if at > 0:
            return at + 1
    return limit
