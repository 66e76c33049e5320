"""Leftovers: quotations that no cue claimed. They go on from the claim before them, or are left out with a reason."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.read.contents import merged
from sourcebook.read.drafts import Draft
from sourcebook.read.quotes import Quote, outermost
from sourcebook.read.stretches import Stretches
from sourcebook.records import Parsed, Rejected, Span

#: A quotation with fewer words is a name, a title or a scare quote unless a claim holds it.
_SPOKEN = 5
#: How far before a quotation (code points) the sentence that it continues may end: white space only lies between.
_NEAR = 40


def loose_quotes(parsed: Parsed, quotes: tuple[Quote, ...], drafts: list[Draft]) -> tuple[list[Draft], list[Rejected]]:
    """Give each loose quotation to the claim that it continues; the rest is rejected."""
    text = parsed.text
    out = list(drafts)
    rejected: list[Rejected] = []
    contents = Stretches((s, n) for n, d in enumerate(out) for s in d.content)
    sentences = Stretches((d.sentence.span, n) for n, d in enumerate(out))
    for q in outermost(quotes):
        held = [s for s, _ in contents.touching(q.span)]
        if any(s.holds(q.span) or not q.span.holds(s) for s in held):
            continue
        where = parsed.sentence_at(q.span.start)
        if where is not None and where.repeat:
            continue
        inner = q.span.of(text).strip("\"“”„‟«»‘’'`")
        words = inner.split()
        near = Span(max(0, q.span.start - _NEAR), q.span.start + 1)
        numbers = {n for where in (contents, sentences) for _, n in where.touching(near)}
        at = _before(text, q, out, sorted(numbers))
        if len(words) >= _SPOKEN and at is not None:
            d = out[at]
            out[at] = replace(d, content=merged([*d.content, q.span], text), quotes=(*d.quotes, q))
            contents.add(q.span, at)
        elif len(words) < _SPOKEN:
            title = bool(words) and all(w[:1].isupper() for w in words if len(w) > 3)
            rejected.append(Rejected("claims", q.span, Reason.TITLE_QUOTE if title else Reason.SCARE_QUOTE))
        else:
            rejected.append(Rejected("claims", q.span, Reason.NO_SPEAKER))
    return out, rejected


def _before(text: str, q: Quote, drafts: list[Draft], numbers: list[int]) -> int | None:
    """The claim whose sentence or quotation ends where this quotation begins; only white space may lie between."""
    best: tuple[int, int] | None = None
    for n in numbers:
        d = drafts[n]
        if not d.source or d.rule.id in ("hearsay", "silence"):
            continue
        end = max(d.sentence.span.end if d.sentence.span.end <= q.span.start else 0, d.content[-1].end)
        if end > q.span.start:
            continue
        gap = text[end : q.span.start]
        paragraph_break = "\n" in gap
        if re.fullmatch(r"[\s.,:]*", gap) and (not paragraph_break or d.quotes) and (best is None or end >= best[0]):
            best = (end, n) if best is None or end > best[0] or d.quotes else best
    return best[1] if best else None
