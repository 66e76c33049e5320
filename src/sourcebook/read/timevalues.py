"""What time expressions come to: TIMEX3 values with the days that they cover, and the arithmetic of the calendar.

Spans of time are built here and nowhere else, so that a value and its days cannot disagree.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sourcebook.lexicon import calendar as cal
from sourcebook.read.tenses import Way
from sourcebook.records import DatePrecision, DateRange

DAY = dt.timedelta(1)


Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression says. ``refers``: a later "a day earlier" may count from it."""

    type: str
    value: str
    range: DateRange | None = None
    anchored: bool = False  # computed from the clock
    refers: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    """What a relative expression is reckoned from.

    ``today``: the day of publication; ``way``: where the verb looks; ``last``: the last date that was spoken of;
    ``quarter``: the quarter that figures are given for; ``month_first``: 3/4/2023 is March 4.
    """

    today: dt.date | None
    way: Way = Way.BACK
    last: Reading | None = None
    quarter: Reading | None = None
    month_first: bool = True

    @property
    def ahead(self) -> bool:
        """Whether the verb speaks of what is to come."""
        return self.way is Way.AHEAD

    @property
    def last_day(self) -> dt.date | None:
        """The day last spoken of, if it was one day."""
        r = self.last.range if self.last else None
        return r.low if r and r.low == r.high else None


def day(d: dt.date, part: str = "", anchored: bool = True) -> Reading:
    """One day, or a part of it."""
    precision = DatePrecision.TIME if part else DatePrecision.DAY
    return Reading("TIME" if part else "DATE", d.isoformat() + part, DateRange(d, d, precision), anchored)


def month(year: int, m: int, anchored: bool = True) -> Reading:
    """A month. ``m`` may run over the year's ends: 0 is December of the year before."""
    year, m = year + (m - 1) // 12, (m - 1) % 12 + 1
    return Reading("DATE", f"{year:04d}-{m:02d}", months(year, m, 1, DatePrecision.MONTH), anchored)


def year_of(y: int, anchored: bool = True) -> Reading:
    """A year."""
    return Reading("DATE", f"{y:04d}", months(y, 1, 12, DatePrecision.YEAR), anchored)


def quarter_of(y: int, q: int, anchored: bool = True) -> Reading:
    """A quarter. ``q`` may run over the year's ends."""
    y, q = y + (q - 1) // 4, (q - 1) % 4 + 1
    return Reading("DATE", f"{y:04d}-Q{q}", months(y, 3 * q - 2, 3), anchored)


def week_of(d: dt.date) -> Reading:
    """The ISO week that holds a day."""
    y, w, _ = d.isocalendar()
    monday = d - d.weekday() * DAY
    return Reading("DATE", f"{y}-W{w:02d}", DateRange(monday, monday + 6 * DAY, DatePrecision.WEEK), True)


def weekend_of(d: dt.date) -> Reading:
    """The Saturday and Sunday of the ISO week that holds a day."""
    y, w, _ = d.isocalendar()
    saturday = d - d.weekday() * DAY + 5 * DAY
    return Reading("DATE", f"{y}-W{w:02d}-WE", DateRange(saturday, saturday + DAY, DatePrecision.RANGE), True)


def years(value: str, low: int, high: int, anchored: bool = False) -> Reading:
    """A stretch of years under a short value: "199" for the nineties, "19" for a century."""
    return Reading("DATE", value, DateRange(dt.date(low, 1, 1), dt.date(high, 12, 31), DatePrecision.RANGE), anchored)


def months(year: int, m: int, n: int, precision: DatePrecision = DatePrecision.RANGE) -> DateRange:
    """``n`` months from month ``m`` on."""
    last = m + n - 1
    end = dt.date(year + last // 12, last % 12 + 1, 1) if year < 9999 else dt.date(9999, 12, 31)
    return DateRange(dt.date(year, m, 1), end - DAY, precision)


def vague(value: str, kind: str = "DATE") -> Reading:
    """A value without days: PAST_REF, XXXX-WXX-7, P3Y."""
    return Reading(kind, value, None, False, False)


def nearest_year(m: int, d: int, clock: Clock) -> dt.date | None:
    """The day ``m``/``d`` of the year that the text must mean: past unless the verb looks ahead."""
    assert clock.today
    t = clock.today
    options = [x for y in (t.year - 1, t.year, t.year + 1) if (x := safe(y, m, d))]
    if not options:
        return None
    near = min(options, key=lambda x: abs((x - t).days))
    if clock.ahead:  # a deadline that has just gone by is still this year's
        return near if (t - near).days <= 30 else next((x for x in options if x >= t), options[-1])
    # A date a little ahead is ahead whatever the verb ("the June 3 vote"): news is rarely that stale.
    return near if (near - t).days <= 75 else max(x for x in options if x <= t)


def safe(y: int, m: int, d: int) -> dt.date | None:
    """The day, None if there is none (February 30)."""
    try:
        return dt.date(y, m, d)
    except ValueError:
        return None


def group(m: Match, *names: str) -> str | None:
    """The first of the named groups that the pattern has and that matched."""
    return next((v for n in names if n in m.re.groupindex and (v := m[n])), None)


def relation(m: Match) -> str:
    """The word that says which of several: "last", "next", "this", "that", "the", or nothing."""
    words = (group(m, "rel") or "").lower().split()
    for w, is_ in RELATIONS.items():
        if w in words:
            return is_
    return ""


RELATIONS = {
    "last": "last",
    "previous": "last",
    "preceding": "last",
    "next": "next",
    "coming": "next",
    "following": "after",
    "same": "same",
    "that": "same",
    "past": "last",
    "this": "this",
    "current": "this",
    "every": "every",
    "each": "every",
}


def month_back(clock: Clock, m: int) -> Reading:
    """The month of that name that a bare "in January" means."""
    assert clock.today
    t = clock.today
    if clock.ahead:
        return month(t.year + (m < t.month), m)
    return month(t.year - (m > t.month), m)


STEP = {"last": -1, "this": 0, "next": 1, "same": 0, "after": 1, "": 0, "every": 0}


def amount(n: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, P2Y6M, PXW."""
    letter, times = cal.UNITS[unit]
    lead, letter = ("PT", letter[1]) if letter.startswith("T") else ("P", letter)
    if n is None:
        return f"{lead}X{'C' if unit == 'century' else letter}"
    n *= times
    if n == int(n):
        return f"{lead}{int(n)}{letter}"
    smaller = {
        "PY": ("M", 12),
        "PD": ("H", 24),
        "PM": ("D", 30),
        "PW": ("D", 7),
        "PTH": ("M", 60),
        "PTM": ("S", 60),
    }.get(lead + letter)
    if smaller is None:
        return f"{lead}{n:g}{letter}"
    part = round((n - int(n)) * smaller[1])
    between = "T" if letter == "D" else ""
    return f"{lead}{f'{int(n)}{letter}' if int(n) else ''}{between}{part}{smaller[0]}"


def shifted(d: dt.date, n: float, unit: str) -> dt.date:
    """The day ``n`` units from ``d``; hours and less do not move it further than they must."""
    letter, times = cal.UNITS[unit]
    n *= times
    if letter in ("Y", "M", "Q"):
        total = d.year * 12 + d.month - 1 + round(n * {"Y": 12, "M": 1, "Q": 3}[letter])
        y, m = divmod(total, 12)
        if not 1 <= y <= 9998:
            return d
        return next(x for k in range(4) if (x := safe(y, m + 1, d.day - k)))
    per_day = {"W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 0.0}[letter]
    try:
        return d + dt.timedelta(round(n * per_day))
    except OverflowError:
        return d


def stretch(unit: str, base: dt.date, step: int) -> Reading:
    """The week, month, quarter … ``step`` away from the one that holds ``base``."""
    if unit == "day":
        return day(base + step * DAY)
    if unit in ("week", "fortnight"):  # on a Sunday, "last week" is the one that ends on it
        return week_of(base + 7 * step * DAY + (step < 0 and base.weekday() == 6) * DAY)
    if unit == "weekend":
        return weekend_of(base + 7 * step * DAY)
    if unit == "month":
        return month(base.year, base.month + step)
    if unit == "quarter":
        return quarter_of(base.year, (base.month + 2) // 3 + step)
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * step
        return years(str(first // 10), first, first + 9, True)
    if unit == "century":
        first = base.year // 100 * 100 + 100 * step
        return years(str(first // 100), first, first + 99, True)
    return year_of(base.year + step)


def unit_of(m: Match) -> str:
    """The unit that was matched, singular."""
    u = m["unit"].lower()
    return "century" if u.startswith("centur") else u.removesuffix("s")


def full_year(y: str, clock: Clock) -> int:
    """A year of two digits is the one nearest to publication that is not over 10 years ahead."""
    if len(y) == 4:
        return int(y)
    now = clock.today.year if clock.today else 2025
    century = now // 100 * 100
    return century + int(y) if century + int(y) <= now + 10 else century - 100 + int(y)
