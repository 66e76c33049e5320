"""Repeats: passages that stand on a page more than once, word for word or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.records import Span

_WORD = re.compile(r"\w+")
#: A passage repeats another if so much of its word trigrams stand in it: one changed or mistyped word in twenty
#: costs three trigrams, a changed attribution at the end of a sentence five or six.
NEAR = 0.75
#: Passages of fewer words repeat another only word for word; of fewer than the second number, never.
_FEW_WORDS, _TOO_FEW = 9, 4
_COMMON = 30  # a trigram that stands in more passages than this says nothing


class Repeat(NamedTuple):
    """The passage ``span`` (all of passage ``number`` or a stretch of it) says again what passage ``earlier`` says."""

    number: int
    span: Span
    earlier: int


def find_repeats(text: str, passages: Sequence[Span]) -> list[Repeat]:
    """Which passages repeat an earlier one, wholly or, where they take one in, in a stretch. In page order."""
    out: list[Repeat] = []
    seen: dict[tuple[str, ...], list[int]] = {}
    exact: dict[tuple[str, ...], int] = {}
    sizes: list[int] = []
    for number, span in enumerate(passages):
        hits = list(_WORD.finditer(text, span.start, span.end))
        words = tuple(h.group().casefold() for h in hits)
        grams = list(dict.fromkeys(zip(words, words[1:], words[2:], strict=False)))
        sizes.append(len(grams))
        if words in exact:
            out.append(Repeat(number, span, exact[words]))
        elif len(words) >= _FEW_WORDS:
            found = _near(number, span, hits, words, grams, seen, sizes)
            if found:
                out.append(found)
        if len(words) >= _TOO_FEW:
            exact.setdefault(words, number)
        for gram in grams:
            where = seen.setdefault(gram, [])
            if len(where) < _COMMON:
                where.append(number)
    return out


def _near(
    number: int,
    span: Span,
    hits: list[re.Match[str]],
    words: tuple[str, ...],
    grams: Sequence[tuple[str, ...]],
    seen: dict[tuple[str, ...], list[int]],
    sizes: list[int],
) -> Repeat | None:
    shared = Counter(n for gram in grams for n in seen.get(gram, ()))
    for earlier, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:3]:
        mostly = count >= NEAR * len(grams)
        if not mostly and (count < NEAR * sizes[earlier] or sizes[earlier] < _FEW_WORDS):
            continue
        places = [i for i in range(len(words) - 2) if earlier in seen.get(words[i : i + 3], ())]
        first, last = places[0], places[-1] + 2
        stretch = _whole(span, hits[first].start(), hits[last].end(), hits, first, last)
        if mostly and not _adds(span, stretch, hits, first, last):
            return Repeat(number, span, earlier)
        if last - first + 1 <= 1.3 * (sizes[earlier] + 2):  # in one piece
            return Repeat(number, stretch, earlier)
    return None


def _whole(span: Span, start: int, end: int, hits: list[re.Match[str]], first: int, last: int) -> Span:
    """The stretch with the quotation marks before it and the full stop after it."""
    if first == 0:
        start = span.start
    text = hits[0].string
    stop = hits[last + 1].start() if last + 1 < len(hits) else span.end
    while end < stop and not text[end].isspace():
        end += 1
    while start > span.start and text[start - 1] in "\"“'‘(":
        start -= 1
    return Span(start, end)


def _adds(span: Span, stretch: Span, hits: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether a sentence of the passage stands outside the stretch that is repeated."""
    text = hits[0].string
    before, within = (
        text[span.start : stretch.start].rstrip("\"“‘'( "),
        text[stretch.start : stretch.end].rstrip("\"”’') "),
    )
    return (first >= _TOO_FEW and before.endswith((".", "!", "?"))) or (
        len(hits) - 1 - last >= _TOO_FEW and within.endswith((".", "!", "?"))
    )
