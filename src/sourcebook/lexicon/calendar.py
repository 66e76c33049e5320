"""The calendar in words: months, weekdays, units, parts of the day, seasons, feasts; and the rules of time expressions.

The rules are in ``data/timexes.toml``: a pattern with ``{month}``-like places that are filled from the tables here, and
the name of the reading (a function of :mod:`sourcebook.read.timexes`) that makes a value of what was matched.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sourcebook.errors import LexiconError
from sourcebook.lexicon.needles import Needled
from sourcebook.lexicon.rules import RuleFile, load_rules

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

_MONTH = {m: n for n, m in enumerate(MONTHS, 1)} | {m[:3]: n for n, m in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAY = {d: n for n, d in enumerate(WEEKDAYS)}
_WEEKDAY |= {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

#: Letter of a unit in a TIMEX3 duration, and how many of that letter it is; below a day it stands behind a "T".
UNITS = {
    "second": ("TS", 1),
    "minute": ("TM", 1),
    "hour": ("TH", 1),
    "day": ("D", 1),
    "night": ("D", 1),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "weekend": ("D", 2),
    "month": ("M", 1),
    "quarter": ("Q", 1),
    "season": ("M", 3),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}

#: Part of the day as TIMEX3 has it.
PARTS = {
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "morning": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "lunchtime": "TMI",
    "afternoon": "TAF",
    "dusk": "TEV",
    "sunset": "TEV",
    "evening": "TEV",
    "night": "TNI",
    "nighttime": "TNI",
    "midnight": "T24:00",
    "overnight": "TNI",
    "pre-dawn": "TNI",
    "predawn": "TNI",
    "nightfall": "TNI",
    "daytime": "TDT",
}

#: Seasons of the northern half of the earth, as TIMEX3 has them, with their first month.
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER = {w: n for n, w in enumerate(_ONES.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
_ORDINAL = {
    w: n
    for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_ORDINAL |= {f"{n}{s}": n for n in range(1, 32) for s in ("st", "nd", "rd", "th")}

_TENS_ONES = rf"(?:{'|'.join(_TENS.split())})(?:[- ](?:{'|'.join(_ONES.split()[1:10])}))?"
_WORD_NUMBER = rf"(?:{_TENS_ONES}|{'|'.join(reversed(_ONES.split()))})"

#: What the places in a rule's pattern stand for.
PLACES = {
    "month": rf"(?P<month>{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)",
    "weekday": rf"(?P<weekday>{'|'.join(WEEKDAYS)}|(?:mon|tues|tue|weds|wed|thurs|thur|thu|fri)\b\.?|(?:sat|sun)\.)",
    "dom": r"(?P<dom>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?P<year>(?:1[5-9]|20)\d\d)",
    "number": (
        r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?: 1/2|½)?|(?:a )?couple of|a couple|(?:a )?few|several|many|"
        r"dozens of|a dozen|(?:a |one )?hundred|(?:a |one )?thousand|"
        rf"(?:{_WORD_NUMBER}|\d+) and a half|{_WORD_NUMBER}(?: hundred| thousand)?|half an?|an?|the couple of)"
    ),
    "unit": (
        r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ies))"
        r"(?P<plural>s)?"
    ),
    "long": r"(?P<unit>week|month|quarter|year|decade|century|fortnight)",
    "part": rf"(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})",
    "season": rf"(?P<season>{'|'.join(SEASONS)})",
    "ordinal": rf"(?P<ordinal>{'|'.join(sorted(_ORDINAL, key=len, reverse=True))})",
    "about": (
        r"(?:(?:about|around|almost|nearly|roughly|some|over|under|approximately|at least|at most|more than|less than|"
        r"fewer than|no more than|up to|only|just(?: over| under)?|another|an estimated|an additional) )?"
    ),
    "when": r"(?:(?:early|late|mid|earlier|later|sometime|shortly|on) ?-?)?",
    "clock": (
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)|"
        r"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?: ?hours| hrs)?|"
        r"(?P<military>[01]\d|2[0-3])(?P<military_minute>[0-5]\d) ?(?:hours|hrs|gmt|z)\b"
    ),
    "zone": r"(?: \(?(?:e[sd]?t|c[sd]t|m[sd]t|p[sd]t|gmt|utc|bst|ist|local time|eastern|pacific)\)?(?: time)?"
    r"(?: \(\d{1,4}(?::\d\d)? ?gmt\))?)?",
    "feast": (
        r"(?P<feast>thanksgiving(?: day)?|christmas(?: day| eve)?|new year'?’?s (?:day|eve)|"
        r"easter(?: sunday| monday)?|good friday|independence day|labor day|memorial day|halloween|"
        r"valentine'?’?s day|boxing day|nowruz|martin luther king day)"
    ),
}


#: A space in a pattern, and what may hold one that stands for itself: a set of characters, a look behind.
_SPACE = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)|\\.| (\??)(?![*+{])")
#: White space of a wrapped line is a space.
_BLANKS = {ord(c): " " for c in "\n\t\r\u00a0\u2009\u202f"}


def _any_space(m: re.Match[str]) -> str:
    """Spaces of a pattern match any number of them."""
    if m[1] is None:
        return m[0]
    return " *" if m[1] else " +"


@dataclass(frozen=True, slots=True)
class TimexRule:
    """A form of time expression. ``value`` is the TIMEX3 value of the example, read on Wednesday 2023-02-22."""

    id: str
    pattern: str
    reads: str
    example: str
    value: str
    counter_example: str

    def compiled(self) -> Needled:
        """The pattern with its places filled, to stand between words. Raises LexiconError."""
        try:
            pattern = re.sub(r"\{([a-z]+)\}", lambda m: f"(?:{PLACES[m[1]]})", self.pattern)
            pattern = _SPACE.sub(_any_space, pattern)
            return Needled(rf"(?<![\w$£€.-])(?:{pattern})(?![\w])")
        except (re.error, KeyError) as error:
            raise LexiconError(f"timexes.toml, {self.id}", f"the pattern is not valid: {error}") from error


#: A sentence without any of these holds no time expression; looked for first, since most sentences have none.
_SIGNS = (
    "day", "year", "hour", "minute", "week", "month", "night", "morning", "evening", "noon", "second", "quarter",
    "current", "recent", "previous", "future", "moment", "present", "later", "lately", "latest", "earlier", "tomorrow",
    "dail", "annual", "decade", "centur", "dawn", "dusk", "sunset", "sunrise", "spring", "summer", "autumn", "winter",
    "christmas", "easter", "thanksgiving", "hallow", "nowruz", "nineteen", *(day[:4] for day in WEEKDAYS),
)  # fmt: skip
_TRIGGER = re.compile(
    rf"\d\d|\d[ap]\.?m|\b(?:{'|'.join(m[:3] for m in MONTHS)}|now|(?:past|fall|mon|tue|wed|thu|fri|sat|sun)\b)|"
    r"soon\b|(?:nine|eigh|seven|six|fif|for|thir|twen)ties"
)


class Timexes:
    """The rules of time expressions, in the order in which they are preferred among matches of equal length."""

    def __init__(self) -> None:
        self.rules: RuleFile[TimexRule] = load_rules("timexes", TimexRule)
        self._patterns = [(rule, rule.compiled()) for rule in self.rules]

    def matches(
        self, text: str, usable: Callable[[TimexRule, re.Match[str]], bool]
    ) -> Iterator[tuple[TimexRule, re.Match[str]]]:
        """The longest usable matches of ``text``, left to right, none overlapping another."""
        low = text.lower()
        if not any(sign in low for sign in _SIGNS) and not _TRIGGER.search(low):
            return
        text = text.translate(_BLANKS)
        found: list[tuple[int, int, int, TimexRule, re.Match[str]]] = []
        for n, (rule, pattern) in enumerate(self._patterns):
            for m in pattern.finditer(text, low):
                if usable(rule, m):
                    found.append((m.start() - m.end(), n, m.start(), rule, m))
        taken: list[tuple[TimexRule, re.Match[str]]] = []
        for _, _, _, rule, m in sorted(found, key=lambda f: f[:3]):  # the longest first
            if all(m.end() <= t.start() or m.start() >= t.end() for _, t in taken):
                taken.append((rule, m))
        yield from sorted(taken, key=lambda t: t[1].start())


def month_number(word: str) -> int:
    """1 for "January", "JAN." …"""
    return _MONTH[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """0 for "Monday", "Mon." …"""
    return _WEEKDAY[word.lower().rstrip(".")]


def count(words: str) -> float | None:
    """How many "a dozen", "2 1/2", "thirty-five", "half an" are; None for what is not said ("several")."""
    w = " ".join(words.lower().replace(",", "").split())
    if w.endswith(" and a half"):
        base = count(w.removesuffix(" and a half"))
        return None if base is None else base + 0.5
    if re.match(r"\d", w):
        whole = re.match(r"\d+(?:\.\d+)?", w)
        return float(whole[0]) + (0.5 if "1/2" in w or "½" in w else 0.0) if whole else None
    fixed = {
        "a": 1.0,
        "an": 1.0,
        "a couple": 2.0,
        "a couple of": 2.0,
        "the couple of": 2.0,
        "couple of": 2.0,
        "a dozen": 12.0,
        "half a": 0.5,
        "half an": 0.5,
    }
    if w in fixed:
        return fixed[w]
    total = 0.0
    for part in re.split(r"[- ]", w):
        if part in _NUMBER:
            total += _NUMBER[part]
        elif part in ("hundred", "thousand"):
            total = (total or 1) * (100 if part == "hundred" else 1000)
        elif part not in ("a", "one"):
            return None
    return total


def feast(name: str, year: int) -> dt.date:
    """The day of a feast in a year (Gregorian; US reckoning for those of the United States)."""
    n = name.lower().replace("’", "'")
    easter = _easter(year)
    days = {
        "christmas eve": dt.date(year, 12, 24),
        "christmas": dt.date(year, 12, 25),
        "boxing": dt.date(year, 12, 26),
        "new year's eve": dt.date(year, 12, 31),
        "new year": dt.date(year, 1, 1),
        "good friday": easter - dt.timedelta(2),
        "easter monday": easter + dt.timedelta(1),
        "easter": easter,
        "independence": dt.date(year, 7, 4),
        "halloween": dt.date(year, 10, 31),
        "valentine": dt.date(year, 2, 14),
        "nowruz": dt.date(year, 3, 21),
        "thanksgiving": _nth(year, 11, 3, 4),
        "labor": _nth(year, 9, 0, 1),
        "martin": _nth(year, 1, 0, 3),
        "memorial": _nth(year, 6, 0, 1) - dt.timedelta(7),
    }
    return next(day for start, day in days.items() if n.startswith(start))


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> dt.date:
    """Western Easter (the anonymous Gregorian computus, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
