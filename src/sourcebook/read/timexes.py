"""The reading of a time expression: from what a rule matched to a TIMEX3 value and the days that it covers.

Each function here is named by rules of ``data/timexes.toml`` (key ``reads``). It is given the match and the
:class:`Clock` (what "today" is, which way the verb looks, what was spoken of last) and returns a :class:`Reading`, or
None where the words are no time after all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sourcebook.lexicon import calendar as cal
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

    ``today``: the day of publication; ``ahead``: the verb speaks of what is to come; ``last``: the last date that
    was spoken of; ``quarter``: the quarter that figures are given for; ``month_first``: 3/4/2023 is March 4.
    """

    today: dt.date | None
    ahead: bool = False
    last: Reading | None = None
    quarter: Reading | None = None
    month_first: bool = True

    @property
    def last_day(self) -> dt.date | None:
        """The day last spoken of, if it was one day."""
        r = self.last.range if self.last else None
        return r.low if r and r.low == r.high else None


# ------------------------------------------------------------------------------------- values and intervals


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
    for w, is_ in _RELATIONS.items():
        if w in words:
            return is_
    return ""


_RELATIONS = {
    "last": "last", "previous": "last", "preceding": "last", "next": "next", "coming": "next", "following": "after",
    "same": "same", "that": "same", "past": "last", "this": "this", "current": "this", "every": "every", "each": "every",
}  # fmt: skip


def month_back(clock: Clock, m: int) -> Reading:
    """The month of that name that a bare "in January" means."""
    assert clock.today
    t = clock.today
    if clock.ahead:
        return month(t.year + (m < t.month), m)
    return month(t.year - (m > t.month), m)


# ---------------------------------------------------------------------------------------------- whole dates


def iso(m: Match, clock: Clock) -> Reading | None:
    """2022-11-03."""
    try:
        return day(dt.date.fromisoformat(m["iso"]), anchored=False)
    except ValueError:
        return None


def numeric(m: Match, clock: Clock) -> Reading | None:
    """11/30/2022, 30.11.22: which comes first is the outlet's custom, unless only one way is a date."""
    a, b, y = int(m["a"]), int(m["b"]), full_year(m["yyyy"], clock)
    pairs = [(a, b), (b, a)] if clock.month_first and m["sep"] == "/" else [(b, a), (a, b)]
    if len(m["yyyy"]) == 2 and m["sep"] == ".":
        return None
    found = next((d for mm, dd in pairs if (d := safe(y, mm, dd))), None)
    return day(found, anchored=False) if found else None


def full_year(y: str, clock: Clock) -> int:
    """A year of two digits is the one nearest to publication that is not over 10 years ahead."""
    if len(y) == 4:
        return int(y)
    now = clock.today.year if clock.today else 2025
    century = now // 100 * 100
    return century + int(y) if century + int(y) <= now + 10 else century - 100 + int(y)


def month_day(m: Match, clock: Clock) -> Reading | None:
    """Nov. 3, 2022; Nov. 3; Nov. 3-5."""
    return _month_and_day(m, clock, int(m["dom"]), int(group(m, "dom2") or 0) or None)


def week_of_day(m: Match, clock: Clock) -> Reading | None:
    """The week of March 6."""
    date = _month_and_day(m, clock, int(m["dom"]), None)
    return week_of(date.range.low) if date and date.range and date.range.low else date


def day_month(m: Match, clock: Clock) -> Reading | None:
    """3 November 2022; 3 to 5 November; 3 NOV 89."""
    first = int(group(m, "dom") or m["dom3"])
    return _month_and_day(m, clock, first, int(m["dom3"]) if group(m, "dom") else None)


def _month_and_day(m: Match, clock: Clock, d: int, d2: int | None) -> Reading | None:
    number = cal.month_number(m["month"])
    y = group(m, "year", "yy")
    if y is None and clock.today is None:
        return vague(f"XXXX-{number:02d}-{d:02d}") if safe(2000, number, d) else None
    if relation(m) == "last":
        clock = replace(clock, ahead=False)
    found = safe(full_year(y, clock), number, d) if y else nearest_year(number, d, clock)
    if found is None:
        return None
    if not y and (name := group(m, "weekday")):  # "Monday, October 26": the year in which that was a Monday
        same = [
            x
            for n in range(-3, 2)
            if (x := safe(found.year + n, number, d)) and x.weekday() == cal.weekday_number(name)
        ]
        found = found if found in same or not same else min(same, key=lambda x: abs((x - found).days))
    out = day(found, anchored=not y)
    if d2 and (end := safe(found.year, number, d2)) and end > found:
        return Reading("DATE", out.value, DateRange(found, end, DatePrecision.RANGE), not y)
    return out


def month_year(m: Match, clock: Clock) -> Reading:
    """September 2022."""
    return month(int(m["year"]), cal.month_number(m["month"]), False)


def month_of_year(m: Match, clock: Clock) -> Reading:
    """June last year."""
    number = cal.month_number(m["month"])
    if clock.today is None:
        return vague(f"XXXX-{number:02d}")
    return month(clock.today.year + _STEP[relation(m)], number)


_STEP = {"last": -1, "this": 0, "next": 1, "same": 0, "after": 1, "": 0, "every": 0}


def relative_month(m: Match, clock: Clock) -> Reading:
    """Last November, next May."""
    number = cal.month_number(m["month"])
    if clock.today is None:
        return vague(f"XXXX-{number:02d}")
    t, rel = clock.today, relation(m)
    if rel == "last":
        return month(t.year - (number >= t.month), number)
    if rel == "next":
        return month(t.year + (number <= t.month), number)
    return month(t.year, number)


def month_alone(m: Match, clock: Clock) -> Reading:
    """In January."""
    number = cal.month_number(m["month"])
    return vague(f"XXXX-{number:02d}") if clock.today is None else month_back(clock, number)


# ------------------------------------------------------------------------------------------- days and hours


def _weekday(m: Match, clock: Clock) -> dt.date | None:
    assert clock.today
    t, rel, number = clock.today, relation(m), cal.weekday_number(m["weekday"])
    back = (t.weekday() - number) % 7
    if rel == "last":
        return t - (back or 7) * DAY
    if rel == "next":
        return t + (7 - back) * DAY
    if rel == "after" and clock.last_day:
        return clock.last_day + ((number - clock.last_day.weekday()) % 7 or 7) * DAY
    if clock.ahead and back:
        return t + (7 - back) * DAY
    return t - back * DAY


def weekday(m: Match, clock: Clock) -> Reading | None:
    """On Friday; last Friday; every Friday; Fridays."""
    number = cal.weekday_number(m["weekday"])
    if relation(m) == "every" or group(m, "many"):
        return Reading("SET", f"XXXX-WXX-{number + 1}", None, False, False)
    found = _weekday(m, clock) if clock.today else None
    return day(found) if found else vague(f"XXXX-WXX-{number + 1}")


def part_weekday(m: Match, clock: Clock) -> Reading | None:
    """Sunday night; dawn on Sunday; shortly after midnight on Sunday."""
    part = cal.PARTS[m["part"].lower()]
    words = m[0].lower()
    if part == "T24:00" and "after" in words.split("midnight")[0]:
        part = "T00:00"
    if group(m, "month"):
        date = _month_and_day(m, clock, int(m["dom"]), None)
        return day(date.range.low, part, date.anchored) if date and date.range and date.range.low else date
    found = _weekday(m, clock) if clock.today else None
    if found is None:
        return vague(f"XXXX-WXX-{cal.weekday_number(m['weekday']) + 1}{part}", "TIME")
    return day(found, part)


def time_of(m: Match) -> str | None:
    """The hour as TIMEX3 has it: "T09:30"; None if it is no time of day."""
    if h := group(m, "hour"):
        hour, half = int(h), m["half"].lower()[0]
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
        return f"T{hour:02d}:{m['minute'] or '00'}"
    if h := group(m, "military"):
        return f"T{h}:{m['military_minute']}"
    return f"T{int(m['hour24']):02d}:{m['minute24']}"


def clock_alone(m: Match, clock: Clock) -> Reading | None:
    """At 4.30 p.m."""
    t = time_of(m)
    if t is None:
        return None
    d = clock.last_day or clock.today
    return day(d, t) if d else vague(f"XXXX-XX-XX{t}", "TIME")


def clock_weekday(m: Match, clock: Clock) -> Reading | None:
    """9:30 a.m. on Monday."""
    t = time_of(m)
    found = _weekday(m, clock) if clock.today else None
    if t is None:
        return None
    return day(found, t) if found else vague(f"XXXX-WXX-{cal.weekday_number(m['weekday']) + 1}{t}", "TIME")


def clock_day(m: Match, clock: Clock) -> Reading | None:
    """6 a.m. yesterday."""
    t = time_of(m)
    if t is None or clock.today is None:
        return None if t is None else vague(f"XXXX-XX-XX{t}", "TIME")
    return day(clock.today + _DAYS[m["day"].lower()] * DAY, t)


def clock_date(m: Match, clock: Clock) -> Reading | None:
    """5:15 p.m. on January 9."""
    t, date = time_of(m), _month_and_day(m, clock, int(m["dom"]), None)
    if t is None or date is None or date.range is None or date.range.low is None:
        return date
    return day(date.range.low, t, date.anchored)


_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def day_word(m: Match, clock: Clock) -> Reading:
    """Yesterday; tonight; tomorrow morning."""
    word = " ".join(m["day"].lower().split())
    part = group(m, "part") or ("night" if word == "tonight" else "")
    suffix = cal.PARTS[part.lower().removeprefix("at ")] if part else ""
    if clock.today is None:
        return vague(f"XXXX-XX-XX{suffix}", "TIME" if suffix else "DATE")
    return day(clock.today + _DAYS[word] * DAY, suffix)


def relative_part(m: Match, clock: Clock) -> Reading:
    """Last night; this morning; the following evening."""
    part, rel = cal.PARTS[m["part"].lower()], relation(m)
    step = -1 if rel == "last" and part in ("TNI", "TEV") else 0
    said = clock.last_day if rel in ("same", "after") or (rel == "next" and clock.last_day) else None
    base = said or clock.today
    if base is None:
        return vague(f"XXXX-XX-XX{part}", "TIME")
    if rel in ("after", "next"):
        step = 1
    elif rel == "last" and "previous" in m[0].lower():
        base, step = clock.last_day or base, -1
    return day(base + step * DAY, part)


def part_alone(m: Match, clock: Clock) -> Reading | None:
    """At dawn; overnight; in the morning. Of the day last spoken of, else of the day of publication."""
    name = m["part"].lower()
    part = cal.PARTS[name]
    base = clock.today if name == "overnight" else clock.last_day or clock.today
    if base is None:
        return vague(f"XXXX-XX-XX{part}", "TIME")
    if name == "overnight":  # the night before the day of publication, which may be either day's
        return Reading("TIME", base.isoformat() + part, DateRange(base - DAY, base, DatePrecision.TIME), True)
    return day(base, part)


# --------------------------------------------------------------------------------- weeks, months, years, …


def unit_of(m: Match) -> str:
    """The unit that was matched, singular."""
    u = m["unit"].lower()
    return "century" if u.startswith("centur") else u.removesuffix("s")


def stretch(unit: str, base: dt.date, step: int) -> Reading:
    """The week, month, quarter … ``step`` away from the one that holds ``base``."""
    if unit == "day":
        return day(base + step * DAY)
    if unit in ("week", "fortnight"):  # on a Sunday, "last week" is the one that ends on it
        return week_of(base + 7 * step * DAY + (base.weekday() == 6) * DAY)
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


def relative_unit(m: Match, clock: Clock) -> Reading | None:
    """Last week; this year; that month; the following day."""
    unit, rel = unit_of(m), relation(m)
    words = (group(m, "rel") or "").lower()
    if words == "the past":
        return span_of_one(m, clock)
    base, step = clock.today, _STEP[rel]
    if (
        rel in ("same", "after")
        or (unit == "day" and rel in ("next", "last"))
        or words in ("the previous", "the preceding")
    ):
        said = clock.last.range if clock.last else None
        base = (said.low if said else None) or base
        if base is None:
            return vague({"day": "XXXX-XX-XX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"))
    if base is None:
        return vague({"day": "XXXX-XX-XX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"))
    if unit == "weekend" and rel == "last" and base.weekday() == 6:
        step = -1
    elif unit == "weekend" and rel in ("this", "last") and not clock.ahead and base.weekday() < 5:
        step = -1
    return stretch(unit, base, step)


def edge_of_unit(m: Match, clock: Clock) -> Reading | None:
    """By the end of the year; year-end."""
    unit = unit_of(m) if group(m, "unit") else "year"
    return stretch(unit, clock.today, _STEP[relation(m)]) if clock.today else vague("XXXX")


def the_weekend(m: Match, clock: Clock) -> Reading:
    """Over the weekend."""
    if clock.today is None:
        return vague("XXXX-WXX-WE")
    back = 0 if clock.ahead or clock.today.weekday() >= 5 else 7
    return weekend_of(clock.today - back * DAY)


def the_year(m: Match, clock: Clock) -> Reading:
    """The year, as a stretch of time."""
    return vague("P1Y", "DURATION")


def season(m: Match, clock: Clock) -> Reading | None:
    """Last summer; the winter of 1994. Without a word before it, "spring" and "fall" are no seasons."""
    name = m["season"].lower()
    code, first = cal.SEASONS[name]
    rel, y = group(m, "rel"), group(m, "year")
    if (
        not rel
        and not y
        and not re.search(r"\b(?:in|by|since|until|early|late|mid)[ -]?$", m.string[: m.start("season")].lower())
    ):
        return None
    if (rel or "").lower() == "the" and not y and name in ("fall", "spring"):
        return None
    if y is None and clock.today is None:
        return vague(f"XXXX-{code}")
    if y is None:
        t, word = clock.today, relation(m)
        assert t
        number = t.year
        if word == "this":
            pass
        elif word == "next" or clock.ahead:
            number += first <= t.month if word == "next" or first + 2 < t.month else 0
        elif first > t.month or (word == "last" and first + 2 >= t.month):
            number -= 1
    else:
        number = int(y)
    return Reading("DATE", f"{number:04d}-{code}", months(number, first, 3), y is None)


def year_alone(m: Match, clock: Clock) -> Reading | None:
    """In 2019. Not a count ("2000 men") and not a number in a name or an address."""
    after, before = m.string[m.end() :], m.string[: m.start()].lower()
    y = int(m["year"])
    led = re.search(
        r"\b(?:in|since|by|until|till|from|during|before|after|of|to|and|between|through|early|late|mid|for|year|or)[ -]?$|[(–-]$",
        before,
    )
    number = re.fullmatch(r"\d{4}", m[0]) is not None
    if number and (after[:1] in "%$" and after[:1] or re.match(r"[.,:/]\d|-\w", after)):
        return None
    if number and re.match(
        r" (?:[a-z]+ )?(?:[a-z]{2,}(?:[^s'’]s)|people|men|women|children|percent|miles?|km|feet|dead|metres?|meters?|francs?|\w*illion)\b",
        after,
    ):
        return (
            year_of(y, False)
            if led and y > 1850 and not re.match(r" (?:people|men|women|children|\w+s\b)", after)
            else None
        )
    if number and not led and not 1900 <= y <= 2039:
        return None
    return year_of(y, False)


def spoken_month_year(m: Match, clock: Clock) -> Reading | None:
    """March nineteen ninety-one."""
    rest = cal.count(m["rest"])
    return month(1900 + int(rest), cal.month_number(m["month"]), False) if rest else None


def period_of_year(m: Match, clock: Clock) -> Reading:
    """The 1988 period: the quarter of that year, where a quarter was spoken of."""
    y = int(m["year"])
    if clock.quarter:
        return replace(quarter_of(y, int(clock.quarter.value[-1]), False), refers=False)
    return year_of(y, False)


def spoken_year(m: Match, clock: Clock) -> Reading | None:
    """Nineteen eighty-two."""
    if group(m, "two"):
        return year_of(2000, False)
    if words := group(m, "two2"):
        return year_of(2000 + int(cal.count(words.split(" ", 1)[1]) or 0), False)
    rest = cal.count(m["rest"])
    return year_of((1900 if m["century"].lower() == "nineteen" else 1800) + int(rest), False) if rest else None


def decade(m: Match, clock: Clock) -> Reading | None:
    """The 1980s; the eighties; the '80s."""
    words = "twenties thirties forties fifties sixties seventies eighties nineties".split()
    if word := group(m, "word"):
        # "in his forties" is an age.
        if re.search(r"\b(?:his|her|their|my|your|its)(?: \w+)?[ -]$", m.string[: m.start()].lower()):
            return None
        first = 1900 + 10 * (words.index(word.lower()) + 2)
    elif two := group(m, "two"):
        first = 1900 + 10 * int(two)
    else:
        first = int(m["decade"]) * 10
        if first % 100 == 0 and re.search(r"\bcentury\b", m[0]):
            return None
    return years(str(first // 10), first, first + 9)


def century(m: Match, clock: Clock) -> Reading | None:
    """The 19th century: TIMEX3 has its first two digits."""
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    n = int(m["c"]) if group(m, "c") else words[m["word"].lower()]
    return years(f"{n - 1:02d}", max(1, (n - 1) * 100), n * 100 - 1) if 1 <= n <= 22 else None


def quarter(m: Match, clock: Clock) -> Reading | None:
    """The third quarter of 2022; last year's first quarter."""
    q = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}[
        m["q"].lower()
    ]
    if y := group(m, "y2", "year"):
        return quarter_of(int(y), q, False)
    if clock.today is None:
        return vague(f"XXXX-Q{q}")
    t = clock.today
    rel = f"{group(m, 'rel') or ''} {group(m, 'rel2') or ''}".lower()
    if "last" in rel or "year-" in m[0].lower():
        return quarter_of(t.year - 1, q)
    if "next" in rel:
        return quarter_of(t.year + 1, q)
    now = (t.month + 2) // 3
    return (
        quarter_of(t.year - (q > now + (1 if clock.ahead or q == 4 else 0)), q)
        if "this" not in rel
        else quarter_of(t.year, q)
    )


def the_quarter(m: Match, clock: Clock) -> Reading | None:
    """The quarter: the one last spoken of, else the one that ended last."""
    if clock.quarter:
        return clock.quarter
    if clock.today is None:
        return vague("XXXX-QX")
    return quarter_of(clock.today.year, (clock.today.month + 2) // 3 - 1)


def half_year(m: Match, clock: Clock) -> Reading | None:
    """The first half of 2022."""
    n = 1 if m["h"].lower() == "first" else 2
    y = group(m, "year")
    if y is None and not group(m, "rel"):
        return None  # of a match, more often than of a year
    if y is None and clock.today is None:
        return vague(f"XXXX-H{n}")
    number = int(y) if y else clock.today.year + _STEP[relation(m)] if clock.today else 0
    return Reading("DATE", f"{number:04d}-H{n}", months(number, 6 * n - 5, 6), y is None)


def fiscal_year(m: Match, clock: Clock) -> Reading:
    """Fiscal 2022."""
    return year_of(int(m["year"]), False)


def feast(m: Match, clock: Clock) -> Reading | None:
    """Christmas Day; last Thanksgiving."""
    name = m["feast"]
    if y := group(m, "year"):
        return day(cal.feast(name, int(y)), anchored=False)
    if clock.today is None:
        return vague("XXXX-XX-XX")
    t, rel = clock.today, relation(m)
    options = [cal.feast(name, t.year + n) for n in (-1, 0, 1)]
    if rel == "last" or (rel == "" and not clock.ahead):
        past = max(d for d in options if d < t or (d == t and rel == ""))
        coming = min(d for d in options if d >= t)
        return day(coming if rel == "" and (coming - t).days <= 30 else past)
    return day(min(d for d in options if d >= t))


# -------------------------------------------------------------------------------- durations, sets, vague ones


def amount(n: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, P2Y6M, PXW."""
    letter, times = cal.UNITS[unit]
    lead, letter = ("PT", letter[1]) if letter.startswith("T") else ("P", letter)
    if n is None:
        return f"{lead}X{letter}"
    n *= times
    if n == int(n):
        return f"{lead}{int(n)}{letter}"
    smaller = {"Y": ("M", 12), "TH": ("M", 60), "D": ("H", 24), "M": ("D", 30), "W": ("D", 7), "H": ("M", 60)}.get(
        letter
    )
    if smaller is None:
        return f"{lead}{n:g}{letter}"
    part = round((n - int(n)) * smaller[1])
    between = "T" if letter == "D" else ""
    return f"{lead}{f'{int(n)}{letter}' if int(n) else ''}{between}{part}{smaller[0]}"


def duration(m: Match, clock: Clock) -> Reading:
    """As said, whatever it is counted from."""
    n = cal.count(m["number"])
    if n is not None and group(m, "half"):
        n += 0.5
    return vague(amount(n, unit_of(m)), "DURATION")


def number_of_units(m: Match, clock: Clock) -> Reading | None:
    """40 days; a year; nearly two hours. "$5 a day", "twice a week" is a rate."""
    unit, number = unit_of(m), m["number"].lower()
    if re.match(r" old\b|-old\b", m.string[m.end() :]):
        return None  # an age
    before, after = m.string[: m.start()].lower(), m.string[m.end() :].lower()
    if number in ("a", "an"):
        if unit == "second" or (unit == "quarter" and not re.match(r" (?:earlier|ago|later)", after)):
            return None
        if unit in ("day", "night") and not re.search(
            r"\b(?:for|in|within|over|about|than|once|twice|times|half|least|nearly|just|only)(?: \w+)?$",
            before.rstrip(),
        ):
            if not re.search(r"\d[\w.,]*(?: \w+){0,2}$", before.rstrip()):
                return None
        if re.search(r"(?:\b(?:once|twice|times)|[$£€]\s?[\d,.]+(?: \w+)?|\d[\d,.]*(?: \w+)?)$", before.rstrip()):
            return Reading("SET", amount(1, unit), None, False, False)
    if unit == "second" and (not group(m, "plural") or not re.match(r"\d|[a-z]{3}", number)):
        return None
    if unit == "quarter" and not group(m, "plural") and number in ("one", "three", "a"):
        return None
    if number == "one" and unit == "day" and re.match(r" (?:will|would|may|might|could|can|he|she|they|we|i)\b", after):
        return vague("FUTURE_REF")
    return duration(m, clock)


def compound(m: Match, clock: Clock) -> Reading | None:
    """A two-day truce; a 35-year-old man."""
    n, unit = cal.count(m["number"]), unit_of(m)
    if (group(m, "age") or "").lower() == "old":
        return None  # an age
    if unit == "second" or (unit == "quarter" and n == 3) or m["number"].lower() in ("a", "an"):
        return None
    return vague(amount(n, unit), "DURATION")


def span_of_units(m: Match, clock: Clock) -> Reading:
    """The past five years: a length, and the stretch that ends or begins today."""
    out, n = duration(m, clock), cal.count(m["number"])
    ends = {"last": "back", "past": "back", "previous": "back", "next": "on", "coming": "on", "following": "on"}
    way = next((w for key, w in ends.items() if key in m["rel"].lower()), None)
    if clock.today is None or n is None or way is None:
        return out
    other = shifted(clock.today, n if way == "on" else -n, unit_of(m))
    low, high = sorted((other, clock.today))
    return Reading("DURATION", out.value, DateRange(low, high, DatePrecision.RANGE), True, False)


def span_of_one(m: Match, clock: Clock) -> Reading:
    """The past decade."""
    unit = unit_of(m)
    value = amount(1, unit)
    if clock.today is None or unit == "hour":
        return vague(value, "DURATION")
    low = shifted(clock.today, -1, unit)
    return Reading("DURATION", value, DateRange(low, clock.today, DatePrecision.RANGE), True, False)


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


def away(clock: Clock, base: dt.date, n: float, unit: str) -> Reading:
    """The time ``n`` units from ``base``, as coarse as the unit."""
    there = shifted(base, n, unit)
    if unit in ("day", "night", "hour", "minute", "second"):
        return day(there)
    if unit in ("week", "fortnight", "weekend"):
        return week_of(there)
    if unit == "decade" or unit == "century":
        return year_of(there.year)
    return stretch(unit, there, 0)


def ago(m: Match, clock: Clock) -> Reading | None:
    """Three months ago. "A year ago" beside a quarter is that quarter of the year before."""
    n, unit = cal.count(m["number"]), unit_of(m)
    if clock.today is None or n is None:
        return vague("PAST_REF")
    if unit == "year" and n == 1 and clock.quarter:
        return year_before(clock.quarter)
    return away(clock, clock.today, -n, unit)


def earlier_later(m: Match, clock: Clock) -> Reading | None:
    """A day earlier; two weeks later: from the date last spoken of."""
    n, unit, way = cal.count(m["number"]), unit_of(m), m["dir"].lower()
    sign = 1 if way.startswith(("later", "after")) else -1
    said = clock.last.range if clock.last else None
    base = (said.low if sign < 0 else said.high) if said else clock.today
    if base is None or n is None:
        return vague(amount(n, unit), "DURATION")
    if unit == "year" and n == 1 and sign < 0 and clock.quarter:
        return year_before(clock.quarter)
    there = away(clock, base, sign * n, unit)
    return replace(there, refers=unit != "year")  # "a year earlier" compares; the text goes on from where it was


def year_before(quarter: Reading) -> Reading:
    """The same quarter of the year before, for comparison."""
    return replace(quarter_of(int(quarter.value[:4]) - 1, int(quarter.value[-1])), refers=False)


def year_earlier(m: Match, clock: Clock) -> Reading | None:
    """The year-earlier period."""
    if clock.quarter:
        return year_before(clock.quarter)
    if clock.today is None:
        return vague("XXXX")
    if "quarter" in (group(m, "what") or ""):
        return quarter_of(clock.today.year - 1, (clock.today.month + 2) // 3 - 1)
    return year_of(clock.today.year - 1)


def bare_units(m: Match, clock: Clock) -> Reading:
    """Years; recent months; coming weeks."""
    rel = (group(m, "rel") or "").lower()
    unit = unit_of(m)
    if rel == "recent" and unit in ("year", "decade", "century", "quarter"):
        return vague("PAST_REF")
    if rel in ("coming", "future"):
        return vague("FUTURE_REF")
    return vague(amount(None, unit), "DURATION")


def every(m: Match, clock: Clock) -> Reading:
    """Every day; each year; every two weeks."""
    part = group(m, "part2")
    n = cal.count(group(m, "n") or "one")
    if " other " in m[0].lower():
        n = 2
    return Reading("SET", amount(1, "day") if part else amount(n, unit_of(m)), None, False, False)


_OFTEN = {
    "daily": "P1D", "hourly": "PT1H", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "annually": "P1Y", "quarterly": "P3M",
}  # fmt: skip


def frequency(m: Match, clock: Clock) -> Reading | None:
    """Daily; not a Daily."""
    word = m["often"]
    if re.match(r" [A-Z]", m.string[m.end() :]):
        return None  # the daily Granma
    return Reading("SET", _OFTEN[word], None, False, False) if word.islower() else None


def present(m: Match, clock: Clock) -> Reading | None:
    """Now; currently; the current."""
    if m[0].lower() == "current" and re.match(r"[ ]?(?:of|in the|through|s\b)", m.string[m.end() :]):
        return None
    return vague("PRESENT_REF")


def past(m: Match, clock: Clock) -> Reading:
    """Recently; the past."""
    return vague("PAST_REF")


def future(m: Match, clock: Clock) -> Reading:
    """Soon; the near future."""
    return vague("FUTURE_REF")


READERS: dict[str, Callable[[Match, Clock], Reading | None]] = {
    "iso": iso, "numeric": numeric, "month_day": month_day, "week_of_day": week_of_day, "day_month": day_month, "month_year": month_year,
    "month_of_year": month_of_year, "relative_month": relative_month, "month": month_alone, "weekday": weekday,
    "part_weekday": part_weekday, "clock": clock_alone, "clock_weekday": clock_weekday, "clock_day": clock_day,
    "clock_date": clock_date, "day_word": day_word, "relative_part": relative_part, "part_alone": part_alone,
    "relative_unit": relative_unit, "edge_of_unit": edge_of_unit, "the_weekend": the_weekend, "the_year": the_year,
    "season": season, "year": year_alone, "spoken_year": spoken_year, "spoken_month_year": spoken_month_year, "period_of_year": period_of_year, "decade": decade, "century": century,
    "quarter": quarter, "the_quarter": the_quarter, "half_year": half_year, "fiscal_year": fiscal_year, "feast": feast,
    "number_of_units": number_of_units, "compound": compound, "span_of_units": span_of_units, "span_of_one": span_of_one,
    "ago": ago, "vague_ago": past, "earlier_later": earlier_later, "year_earlier": year_earlier, "bare_units": bare_units,
    "every": every, "frequency": frequency, "present": present, "recent": past, "future": future,
}  # fmt: skip
