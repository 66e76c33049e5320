"""Quotes: which quotation marks belong together, over sentences and paragraphs.

Straight and curly, single and double marks, and the pairs ``` `` '' ``` and ``« »`` are read. A quotation that is
open at the end of a paragraph goes on where the next paragraph opens with the same kind of mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sourcebook.records import BlockKind, Parsed, Span

#: Marks that may open or close. ' and ’ are apostrophes unless the surroundings say otherwise.
_MARK = re.compile("``|''|[\"“”„‟«»‘’']")
_DOUBLE = {'"': '"', "“": '"', "”": '"', "„": '"', "‟": '"', "``": '"', "''": '"', "«": "«", "»": "«"}
#: A quotation longer than this (code points) whose end was not found is taken to end with its sentence.
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks. ``depth`` 0 is outermost. ``runs_on``: it goes on in the next paragraph."""

    span: Span
    depth: int
    paragraph: int
    runs_on: bool = False


def find_quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """The quotations of an article's headline, headings, captions and body, in page order."""
    kinds = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BODY)
    blocks = [(n, b.span) for n, b in enumerate(parsed.article.blocks) if b.kind in kinds]
    out: list[Quote] = []
    for at, (number, span) in enumerate(blocks):
        following = parsed.text[blocks[at + 1][1].start :][:2] if at + 1 < len(blocks) else ""
        out.extend(_in_paragraph(parsed.text, span, number, following))
    return tuple(out)


def _in_paragraph(text: str, span: Span, number: int, following: str) -> list[Quote]:
    open_marks: list[tuple[str, int]] = []  # (family, start)
    out: list[Quote] = []
    for match in _MARK.finditer(text, span.start, span.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        family = _DOUBLE.get(mark, "'")
        role = _role(mark, before, after, family in [f for f, _ in open_marks])
        if role == "open":
            open_marks.append((family, start))
        elif role == "close":
            while open_marks and open_marks[-1][0] != family:  # an inner mark that was never closed
                open_marks.pop()
            if open_marks:
                _, begin = open_marks.pop()
                out.append(Quote(Span(begin, end), 0, number))
    doubles = [begin for family, begin in open_marks if family != "'"]
    if doubles:
        begin = doubles[0]
        runs_on = bool(following) and following[0] in '"“„«`'
        if runs_on or (begin == span.start and span.end - begin < _LONGEST):
            out = [q for q in out if q.span.end <= begin] + [
                Quote(Span(begin, span.end), 0, number, runs_on),
                *(q for q in out if q.span.start > begin),
            ]
    out.sort(key=lambda q: (q.span.start, -q.span.end))
    return [replace(q, depth=sum(1 for o in out if o is not q and o.span.holds(q.span))) for q in out]


def _role(mark: str, before: str, after: str, is_open: bool) -> str | None:
    """Whether a mark opens or closes a quotation, from the characters around it."""
    if mark in ("“", "„", "``", "«"):
        return "open"
    if mark in ("”", "»"):
        return "close"
    if mark == "‘":
        return None if after.isdigit() else "open"
    spaced = before.isspace() or before in '([{—–-/“"‘' or (before in ":," and not is_open)
    if mark in ("’", "'"):
        if before.isalnum() and after.isalnum():
            return None  # an apostrophe inside a word
        if mark == "'" and spaced and after.isalpha():
            return "open"
        return "close" if is_open and not spaced else None
    if is_open:
        return "close"
    return "open" if not after.isspace() else None


def outermost(quotes: tuple[Quote, ...]) -> list[Quote]:
    """Only the quotations that stand in no other."""
    return [q for q in quotes if q.depth == 0]
