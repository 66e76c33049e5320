"""Needles: words without which a pattern matches nothing. Looked for first, they spare most texts the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Small letters, in groups: any text that the pattern matches holds at least one of each group.
Needles = tuple[tuple[str, ...], ...]

#: Shorter words stand in too many texts.
_SHORTEST = 3
#: An item of a pattern: an escaped character, a set of characters, the start of a bracket, anything else.
_ITEM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|P=\w+|:|<?[=!]))?|.", re.DOTALL)
_TIMES = re.compile(r"[?*]|\{0?,\d*\}|\{0\}")
_MORE = re.compile(r"(?:\+|\{\d+(?:,\d*)?\})\??")
_LETTER = re.compile(r"[^\W\d_]")


def needles(pattern: str) -> Needles:
    """The needles of a pattern, the case of letters aside; none where it can do without any word.

    >>> needles(r"(?:late )?(?:jan|febr?)\\w* (?:last|this) years?")
    (('jan', 'feb'), ('last', 'this'), ('year',))
    """
    groups, end = _read(pattern, 0)
    if end < len(pattern):
        raise ValueError(f"a bracket too many in {pattern!r}")
    return tuple(dict.fromkeys(groups))


class Needled:
    """A pattern that is tried only on texts that hold its needles. Texts are given as written and in small letters."""

    __slots__ = ("needles", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.pattern = re.compile(pattern, flags)
        self.needles = needles(pattern)

    def search(self, text: str, low: str) -> re.Match[str] | None:
        """The first match anywhere in the text."""
        return self.pattern.search(text) if may_match(low, self.needles) else None

    def match(self, text: str, low: str) -> re.Match[str] | None:
        """The match at the start of the text."""
        return self.pattern.match(text) if may_match(low, self.needles) else None

    def finditer(self, text: str, low: str) -> Iterator[re.Match[str]]:
        """Every match, left to right."""
        return self.pattern.finditer(text) if may_match(low, self.needles) else iter(())


def may_match(text: str, wanted: Needles) -> bool:
    """Whether a text, given in small letters, holds what a pattern needs."""
    for group in wanted:
        for word in group:
            if word in text:
                break
        else:
            return False
    return True


def _read(pattern: str, at: int) -> tuple[Needles, int]:
    """The needles from ``at`` to the end of the bracket there, and where that is."""
    ways: list[list[tuple[str, ...]]] = [[]]
    run = ""
    while at < len(pattern) and pattern[at] != ")":
        item = _ITEM.match(pattern, at)
        assert item is not None  # the last of its ways takes any character
        text, at = item.group(), item.end()
        inner: Needles = ()
        if text.startswith("("):
            inner, at = _read(pattern, at)
            at += 1
        times = _TIMES.match(pattern, at)
        more = None if times else _MORE.match(pattern, at)
        if times is None and _LETTER.fullmatch(text):
            run += text.lower()
            if more is None:
                continue
        ways[-1] += _kept(run)
        run = ""
        at = (times or more or item).end() if times or more else at
        if times is not None:
            at += pattern[at : at + 1] in ("?", "+")
        elif text == "|":
            ways.append([])
        elif not text.endswith(("=", "!")):
            ways[-1] += inner
    ways[-1] += _kept(run)
    if len(ways) == 1:
        return tuple(ways[0]), at
    either = [max(way, key=_worth, default=()) for way in ways]  # one group of each way, all of which make one
    return ((tuple(dict.fromkeys(w for group in either for w in group)),) if all(either) else ()), at


def _kept(run: str) -> Iterator[tuple[str, ...]]:
    if len(run) >= _SHORTEST:
        yield (run,)


def _worth(group: tuple[str, ...]) -> tuple[int, int]:
    """How much a group spares: long words, and few of them."""
    return min(map(len, group)), -len(group)
