"""Lapses: the time that has gone by since an event, and so when it was: "A week after he was shot, police have …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from sourcebook.read.timevalues import shifted
from sourcebook.records import BlockKind, DatePrecision, DateRange, Parsed, Sentence, Span, TimeMention, Token

_LENGTH = re.compile(r"P(\d+)([DWMY])")
#: The unit of a length, and how far (days) the day that it leads back to may be off.
_UNITS = {"D": ("day", 0), "W": ("week", 1), "M": ("month", 15), "Y": ("year", 15)}
_PRECISION = {"D": DatePrecision.DAY, "W": DatePrecision.WEEK, "M": DatePrecision.MONTH, "Y": DatePrecision.MONTH}
#: A comma and a space.
_BESIDE = 2
_LAPSE = frozenset({"after", "since"})
_FINE = frozenset({DatePrecision.DAY, DatePrecision.TIME})


def with_beginnings(items: list[TimeMention], parsed: Parsed, today: dt.date | None) -> tuple[TimeMention, ...]:
    """The time expressions, lengths of time since an event with the days on which it was."""
    return tuple(_with_beginning(d, items, parsed, today) if d.type == "DURATION" else d for d in items)


def follows_lapse(s: Sentence, span: Span, i: int) -> bool:
    """Whether a token stands in the clause from which a length of time is counted on: "a week after he was shot"."""
    after = _after(s, span)
    if after is None or i <= after.i:
        return False
    comma = next((t.i for t in s.tokens[after.i :] if t.text == ","), len(s.tokens))
    return i < comma


def _after(s: Sentence, span: Span) -> Token | None:
    token = s.at(span.end - 1)
    if token is None or token.i + 1 >= len(s.tokens) or s.block is not BlockKind.BODY:
        return None
    after = s.tokens[token.i + 1]
    return after if after.lower in _LAPSE else None


def _with_beginning(d: TimeMention, items: list[TimeMention], parsed: Parsed, today: dt.date | None) -> TimeMention:
    s = parsed.sentence_at(d.span.start)
    length = _LENGTH.fullmatch(d.value)
    if s is None or length is None or d.range is not None or _after(s, d.span) is None:
        return d
    base = _base(s, d, [x for x in items if s.span.holds(x.span)], today)
    if base is None:
        return d
    unit, off = _UNITS[length[2]]
    began, slack = shifted(base, -int(length[1]), unit), dt.timedelta(off)
    return replace(d, range=DateRange(began - slack, began + slack, _PRECISION[length[2]]))


def _base(s: Sentence, d: TimeMention, near: Iterable[TimeMention], today: dt.date | None) -> dt.date | None:
    """The day that a length is counted back from: that of what the sentence mainly tells, which may be today."""
    after = _after(s, d.span)
    main = next((t for t in s.tokens if t.head == t.i), None)
    token = s.at(d.span.end - 1)
    if main is None or token is None or after is None:
        return None
    verbs = [a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")]
    over = next((v for v in verbs if after.head != v.i), main)  # "after" opens the clause of another
    while over.dep == "conj" and over.tag in ("VBZ", "VBP") and s.tokens[over.head].pos in ("VERB", "AUX"):
        over = s.tokens[over.head]  # "schools are shut and shops close early, a week after …"
    finite = next((t for t in (*s.kids(over.i, "aux", "auxpass"), over) if t.tag in ("VBZ", "VBP", "VBD", "MD")), None)
    if finite is not None and finite.tag in ("VBZ", "VBP"):
        return today if over.i == main.i or finite.tag == "VBP" else None
    for x in near:
        at = s.at(x.span.end - 1)
        if x.type not in ("DATE", "TIME") or x.range is None or x.range.precision not in _FINE or at is None:
            continue
        above = next((a for a in s.ancestors(at.i) if a.pos in ("VERB", "AUX")), None)
        beside = 0 <= d.span.start - x.span.end <= _BESIDE  # "On Friday, a week after …"
        if beside or (above is not None and above.i == over.i and not follows_lapse(s, d.span, at.i)):
            return x.range.low
    return None
