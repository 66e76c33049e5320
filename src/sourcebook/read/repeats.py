"""Repeats: passages that stand on a page more than once, word for word or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from sourcebook.read.characters import plain
from sourcebook.records import Span

_WORD = re.compile(r"\w+")
#: A passage may repeat another if so much of its word trigrams stand in it: one mistyped word in twenty costs three.
NEAR = 0.75
#: Passages of fewer words repeat another only word for word; of fewer than the second number, never.
_FEW_WORDS, _TOO_FEW = 9, 4
_COMMON = 30  # a trigram that stands in more passages than this says nothing
_MISTYPED = 0.8  # words are one, mistyped or run together, if so much of their letters is the same
_ARTICLES = frozenset(("a", "an", "the"))
#: In a passage of so many words some may be put otherwise, if they name nobody, count nothing and are no attribution.
_LONG = 18
_COUNTER = re.compile(r"\W*(?:\w+\s+)?\d+\s*(?:of|/)\s*\d+\b")  # "Image 3 of 11"
#: What parts a passage from what is no more of it: the end of a sentence, a bracket.
_ENDS = frozenset(".!?()[]|\n")
_APART = frozenset(',"“”')


class Repeat(NamedTuple):
    """The passage ``span`` (all of passage ``number`` or a stretch of it) says again what passage ``earlier`` says."""

    number: int
    span: Span
    earlier: int


class _Word(NamedTuple):
    """A word as a reader sees it, in small letters, and where it stands on the page."""

    seen: str
    start: int
    end: int


def find_repeats(text: str, passages: Sequence[Span]) -> list[Repeat]:
    """Which passages repeat an earlier one, wholly or, where they take one in, in a stretch. In page order.

    What a reader does not see makes no difference. Another word does, but for one mistyped: the same words of another
    speaker, or with another number, are no repeat.
    """
    out: list[Repeat] = []
    seen: dict[tuple[str, ...], list[int]] = {}
    exact: dict[tuple[str, ...], int] = {}
    sizes: list[int] = []
    for number, span in enumerate(passages):
        words = _seen(text, span)
        grams = _grams(words)
        if words in exact:
            out.append(Repeat(number, span, exact[words]))
        elif len(words) >= _FEW_WORDS:
            found = _near(text, number, passages, grams, sizes, seen)
            if found:
                out.append(found)
        if len(words) >= _TOO_FEW:
            exact.setdefault(words, number)
        sizes.append(len(grams))
        for gram in grams:
            where = seen.setdefault(gram, [])
            if len(where) < _COMMON:
                where.append(number)
    return out


def _seen(text: str, span: Span) -> tuple[str, ...]:
    """The words of a passage as a reader sees them, in small letters."""
    said = plain(span.of(text)).text
    return tuple([w.casefold() for w in _WORD.findall(said, _start(said))])


def _start(said: str) -> int:
    """Where the words of a passage start: behind a counter."""
    counter = _COUNTER.match(said)
    return counter.end() if counter else 0


def _words(text: str, span: Span) -> list[_Word]:
    """The same words, each with its place."""
    said = plain(span.of(text))
    out = []
    for hit in _WORD.finditer(said.text, _start(said.text)):
        start, end = said.place(*hit.span())
        out.append(_Word(hit.group().casefold(), span.start + start, span.start + end))
    return out


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(zip(words, words[1:], words[2:], strict=False)))


def _near(
    text: str,
    number: int,
    passages: Sequence[Span],
    grams: Sequence[tuple[str, ...]],
    sizes: Sequence[int],
    seen: dict[tuple[str, ...], list[int]],
) -> Repeat | None:
    """What a passage says again of an earlier one. ``sizes``: how many trigrams each of those has."""
    span = passages[number]
    shared = Counter(n for gram in grams for n in seen.get(gram, ()))
    for earlier, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:3]:
        size = sizes[earlier]
        mostly = count >= NEAR * len(grams)
        if not mostly and (count < NEAR * size or size < _FEW_WORDS):
            continue
        hits = _words(text, span)
        if not _same(text, _words(text, passages[earlier]), hits):
            continue
        words = tuple(h.seen for h in hits)
        places = [i for i in range(len(words) - 2) if earlier in seen.get(words[i : i + 3], ())]
        first, last = places[0], places[-1] + 2
        stretch = _whole(text, span, hits, first, last)
        if mostly and not _adds(text, span, stretch, hits, first, last):
            return Repeat(number, span, earlier)
        if last - first + 1 <= 1.3 * (size + 2):  # in one piece
            return Repeat(number, stretch, earlier)
    return None


def _same(text: str, one: Sequence[_Word], other: Sequence[_Word]) -> bool:
    """Whether two passages say the same where they meet: what differs is mistyped, or goes before or comes after."""
    parts = SequenceMatcher(None, [w.seen for w in one], [w.seen for w in other], autojunk=False).get_opcodes()
    long = min(len(one), len(other)) >= _LONG
    for tag, i, i_end, j, j_end in parts:
        if tag == "equal":
            continue
        begins, ends = i == j == 0, i_end == len(one) and j_end == len(other)
        if (begins or ends) and tag != "replace":
            continue
        sides = ((one, i, i_end), (other, j, j_end))
        if begins and all(_between(text, words, end) & _ENDS for words, _, end in sides):
            continue
        if ends and all(_between(text, words, start) & _ENDS for words, start, _ in sides):
            continue
        if _mistyped([w.seen for w in one[i:i_end]], [w.seen for w in other[j:j_end]]):
            continue
        if not long or any(_tells(text, *side) for side in sides):
            return False
    return True


def _between(text: str, words: Sequence[_Word], at: int) -> frozenset[str]:
    """The signs before the word of that number."""
    return frozenset(text[words[at - 1].end : words[at].start]) if 0 < at < len(words) else frozenset()


def _tells(text: str, words: Sequence[_Word], start: int, end: int) -> bool:
    """Whether words name somebody or give a number, or stand apart behind a comma or quotation, as attributions do."""
    if (start == 0 or end == len(words)) and (_between(text, words, start) | _between(text, words, end)) & _APART:
        return True
    said = [text[w.start : w.end] for w in words[start:end]]
    return any((w[0].isupper() and start + n > 0) or not w.isalpha() for n, w in enumerate(said))


def _mistyped(some: Sequence[str], others: Sequence[str]) -> bool:
    if not some or not others:
        return _ARTICLES.issuperset((*some, *others))
    a, b = "".join(some), "".join(others)
    return a.isalpha() and b.isalpha() and (a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _MISTYPED)


def _whole(text: str, span: Span, hits: Sequence[_Word], first: int, last: int) -> Span:
    """The stretch with the quotation marks before it and the full stop after it."""
    start, end = (span.start if first == 0 else hits[first].start), hits[last].end
    stop = hits[last + 1].start if last + 1 < len(hits) else span.end
    while end < stop and not text[end].isspace():
        end += 1
    while start > span.start and text[start - 1] in "\"“'‘(":
        start -= 1
    return Span(start, end)


def _adds(text: str, span: Span, stretch: Span, hits: Sequence[_Word], first: int, last: int) -> bool:
    """Whether a sentence of the passage stands outside the stretch that is repeated."""
    before, within = (
        text[span.start : stretch.start].rstrip("\"“‘'( "),
        text[stretch.start : stretch.end].rstrip("\"”’') "),
    )
    return (first >= _TOO_FEW and before.endswith((".", "!", "?"))) or (
        len(hits) - 1 - last >= _TOO_FEW and within.endswith((".", "!", "?"))
    )
