"""Lapses: the time that has gone by since an event, and so when it was: "A week after he was shot, police have …".

An anniversary tells it too: "the second anniversary of the raid", and "a year ago" where the report is of remembering.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sourcebook.read.recalled import MEMORY
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
    found = [*items, *_anniversaries(items, parsed)]
    recalls = today is not None and _recalls(parsed)
    return tuple(
        _with_beginning(d, items, parsed, today)
        if d.type == "DURATION"
        else _years_ago(d, today)
        if recalls and today is not None
        else d
        for d in found
    )


#: Words for what is done on the day on which something was years ago.
_REMEMBERING = MEMORY - {"history", "historic", "historical", "legacy", "archive", "decade", "veteran"} | {
    "vigil", "candle", "silence", "minute", "wreath", "tribute", "mourner", "commemorative", "plaque", "requiem",
}  # fmt: skip
#: Sentences from the start in which such a word shows what a report is about.
_LEAD = 3
_AGO = re.compile(r"(?:an?|one|two|three|four|five|ten) years? ago\b", re.I)


def _recalls(parsed: Parsed) -> bool:
    lead = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:_LEAD]
    return any(t.lemma in _REMEMBERING for s in lead for t in s.tokens)


def _years_ago(d: TimeMention, today: dt.date) -> TimeMention:
    """ "A year ago", in a report of a minute's silence: about this day of that year."""
    if d.range is None or d.range.low is None or d.range.precision is not DatePrecision.YEAR:
        return d
    if not _AGO.fullmatch(d.text):
        return d
    then, slack = shifted(today, d.range.low.year - today.year, "year"), dt.timedelta(_UNITS["Y"][1])
    return replace(d, range=DateRange(then - slack, then + slack, DatePrecision.MONTH))


_ORDINALS = {w: n for n, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                                         "ninth", "tenth"), 1)}  # fmt: skip
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def _anniversaries(items: Sequence[TimeMention], parsed: Parsed) -> Iterator[TimeMention]:
    """What an anniversary says of when the thing was, as a length of time: "the first anniversary" is a year."""
    n = len(items)
    for s in parsed.sentences:
        for t in s.tokens[1:]:
            before = s.tokens[t.i - 1]
            number = _NUMBERED.fullmatch(before.lower)
            years = int(number[1]) if number else _ORDINALS.get(before.lower)
            if t.lemma != "anniversary" or years is None or any(d.span.overlaps(s.span_of(t.i, t.i)) for d in items):
                continue
            n += 1
            span = s.span_of(before.i, t.i)
            yield TimeMention(
                id=f"{parsed.article.id}.d{n}",
                article=parsed.article.id,
                span=span,
                text=span.of(parsed.text),
                type="DURATION",
                value=f"P{years}Y",
                range=None,
                anchor=None,
                rule="anniversary",
            )


def follows_lapse(s: Sentence, span: Span, i: int) -> bool:
    """Whether a token stands in the clause from which a length of time is counted on: "a week after he was shot"."""
    after = _after(s, span)
    if after is None or i <= after.i:
        return False
    comma = next((t.i for t in s.tokens[after.i :] if t.text == ","), len(s.tokens))
    over = s.tokens[s.tokens[after.head].head].i if after.lower == "of" else 0  # "the anniversary of … was marked"
    return i < (min(comma, over) if over > after.i else comma)


def _after(s: Sentence, span: Span) -> Token | None:
    token = s.at(span.end - 1)
    if token is None or token.i + 1 >= len(s.tokens) or s.block is not BlockKind.BODY:
        return None
    after = s.tokens[token.i + 1]
    if after.lower == "to" and [t.lower for t in s.tokens[token.i + 2 : token.i + 4]] == ["the", "day"]:
        after = s.tokens[min(token.i + 4, len(s.tokens) - 1)]
    return after if after.lower in _LAPSE or (after.lower == "of" and token.lemma == "anniversary") else None


def _with_beginning(d: TimeMention, items: list[TimeMention], parsed: Parsed, today: dt.date | None) -> TimeMention:
    s = parsed.sentence_at(d.span.start)
    length = _LENGTH.fullmatch(d.value)
    if s is None or length is None or d.range is not None or _after(s, d.span) is None:
        return d
    base = _base(s, d, [x for x in items if s.span.holds(x.span)], today)
    if base is None and length[2] in "YM":
        base = today  # what is so rough need not know on which of the last days it was told
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
