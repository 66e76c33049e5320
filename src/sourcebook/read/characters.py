"""Characters: what the parser is given for the characters of a page, and where each came from.

Pages hold characters that a reader does not see (soft hyphens, zero-width spaces, marks of direction), blanks of many
widths, letters run together ("ﬁre"), and accents written apart from their letter. The parser has never met them: to it
a hidden character in a word makes another word. It is given the text as a reader sees it; the words that it finds keep
their places on the page. Plain spaces and line ends are left as they are: those it knows.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: What a plain text does not have: a blank that is no space or line end, a hidden or joined character, a mark.
_ODD = re.compile(
    r"[^\S \n\r]|[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]"
    r"|[\ufb00-\ufb06\ufeff]"
)
#: Ranks whose stop the parser takes for the end of a sentence: "…, Sgt. Lou Perez said", "Lt.-Col. Sam Ode".
_RANK = re.compile(
    r"\b(?:Adj|Asst|Brig|Capt|Cllr|Cmdr|Col|Comdr|Commr|Comr|Const|Cpl|Det|Insp|Lt|Maj|Ofc|Pte|Pvt|Sgt|Supt)\Z"
)
#: "Sr." before a rank, and no father of a man of one name.
_SENIOR = re.compile(r"\bSr(?P<stop>\.)(?= (?:Col|Comr|Det|Insp|Sgt|Supt)\b)")
#: A stop with more of a name behind it; sought first, for stops are few.
_STOP = re.compile(r"\.(?=-(?:Col|Gen|Cmdr)\b| +[A-Z])")
_LONGEST_RANK = 5
#: A word of which the parser makes three, the last a preposition: "two passers-by were hurt".
_PASSING = re.compile(r"\b[Pp]assers?(?P<hyphen>-)by\b")
_BLANKS = re.compile(r"\s+")
_KNOWN_BLANKS = frozenset(" \n\r")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
#: Format characters that make one sign of several, as in pictures of a family: they are left where they stand.
_JOINERS = frozenset("\u200c\u200d")


class Plain(NamedTuple):
    """A text as a reader sees it. ``starts`` and ``ends``: where each character stands in the original, None: there."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters ``[start, end)``, at least one, stand in the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """The text without hidden characters, with one space for a run of odd blanks, letters apart and accents on them."""
    stops = {at for m in _STOP.finditer(text) if _RANK.search(text, (at := m.start()) - _LONGEST_RANK, at)}
    if "Sr. " in text:
        stops |= {m.start("stop") for m in _SENIOR.finditer(text)}
    if "assers-by" in text or "asser-by" in text:
        stops |= {m.start("hyphen") for m in _PASSING.finditer(text)}
    if not stops and not _ODD.search(text):
        return Plain(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(text):
        c = text[i]
        last = i + 1
        if c.isspace():
            last = _BLANKS.match(text, i).end()  # type: ignore[union-attr]
            known = _KNOWN_BLANKS.issuperset(text[i:last])
            last, seen = (i + 1, c) if known else (last, " ")
        elif i in stops or _hidden(text, i):
            i = last
            continue
        elif last < len(text) and unicodedata.combining(text[last]):
            while last < len(text) and unicodedata.combining(text[last]):
                last += 1
            seen = unicodedata.normalize("NFC", text[i:last])
        else:
            seen = _LIGATURES.get(c, c)
        out.append(seen)
        starts.extend([i] * len(seen))
        ends.extend([last] * len(seen))
        i = last
    return Plain("".join(out), starts, ends)


def _hidden(text: str, i: int) -> bool:
    """Whether a reader does not see the character; a joiner between pictures is a part of them."""
    c = text[i]
    if unicodedata.category(c) != "Cf":
        return False
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return not (c in _JOINERS and _picture(before) and _picture(after))


def _picture(c: str) -> bool:
    return bool(c) and (unicodedata.category(c) in ("So", "Sk") or c == "\ufe0f")
