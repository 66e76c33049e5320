"""Whole dates, days of the week and hours of the day: "Nov. 3", "late Sunday night", "9:30 a.m. yesterday"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sourcebook.lexicon import calendar as cal
from sourcebook.read.tenses import Way
from sourcebook.read.timevalues import (
    DAY,
    STEP,
    Clock,
    Match,
    Reading,
    day,
    full_year,
    group,
    month,
    month_back,
    nearest_year,
    relation,
    safe,
    vague,
    week_of,
)
from sourcebook.records import DatePrecision, DateRange


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
        clock = replace(clock, way=Way.BACK)
    found = safe(full_year(y, clock), number, d) if y else nearest_year(number, d, clock)
    if found is None:
        return None
    if not y and (name := group(m, "weekday")):  # "Monday, October 26": the year in which that was a Monday
        same = [
            x
            for n in range(-3, 2)
            if (x := safe(found.year + n, number, d)) and x.weekday() == cal.weekday_number(name)
        ]
        base = found
        found = found if found in same or not same else min(same, key=lambda x: abs((x - base).days))
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
    return month(clock.today.year + STEP[relation(m)], number)


def relative_month(m: Match, clock: Clock) -> Reading:
    """Last November, next May."""
    number = cal.month_number(m["month"])
    if clock.today is None:
        return vague(f"XXXX-{number:02d}")
    t, rel = clock.today, relation(m)
    if rel == "last":  # who means the month before this one says "last month"
        return month(t.year - (number >= t.month - 1), number)
    if rel == "next":
        return month(t.year + (number <= t.month), number)
    return month(t.year, number)


def month_alone(m: Match, clock: Clock) -> Reading:
    """In January."""
    number = cal.month_number(m["month"])
    return vague(f"XXXX-{number:02d}") if clock.today is None else month_back(clock, number)


def _weekday(m: Match, clock: Clock) -> dt.date | None:
    assert clock.today
    t, rel, number = clock.today, relation(m), cal.weekday_number(m["weekday"])
    back = (t.weekday() - number) % 7
    if rel == "last":
        said = clock.last_day
        if said and said.weekday() == number and "previous" in m[0].lower():
            return said - 7 * DAY  # "up from the previous Friday"
        return t - (back or 7) * DAY
    if rel == "next":
        return t + (7 - back) * DAY
    if rel == "after" and clock.last_day:
        return clock.last_day + ((number - clock.last_day.weekday()) % 7 or 7) * DAY
    if back and (clock.ahead or (clock.way is Way.NEAREST and back > 3)):
        return t + (7 - back) * DAY
    return t - back * DAY


def weekday(m: Match, clock: Clock) -> Reading | None:
    """On Friday; last Friday; every Friday; Fridays."""
    number = cal.weekday_number(m["weekday"])
    if relation(m) == "every" or group(m, "many"):
        return Reading("SET", f"XXXX-WXX-{number + 1}", None, False, False)
    found = _weekday(m, clock) if clock.today else None
    return day(found) if found else vague(f"XXXX-WXX-{number + 1}")


def weekday_of_week(m: Match, clock: Clock) -> Reading | None:
    """Sunday last week; on Friday of last week. Weeks begin on Monday, but "Sunday last week" is never last Sunday."""
    number = cal.weekday_number(m["weekday"])
    if clock.today is None:
        return vague(f"XXXX-WXX-{number + 1}")
    step = {"last": -7, "this": 0, "next": 7}[m["which"].lower()]
    found = clock.today + (number - clock.today.weekday() + step) * DAY
    return day(found - 7 * DAY if number == 6 and step == -7 else found)


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


def night_between(m: Match, clock: Clock) -> Reading | None:
    """The night from Monday to Tuesday: it is called by the day on which it begins, and covers both."""
    evening, morning = cal.weekday_number(m["weekday"]), cal.weekday_number(m["morning"])
    if (morning - evening) % 7 != 1:
        return None
    if clock.today is None:
        return vague(f"XXXX-WXX-{evening + 1}TNI", "TIME")
    high = clock.today - (clock.today.weekday() - morning) % 7 * DAY
    low = high - DAY
    return Reading("TIME", f"{low.isoformat()}TNI", DateRange(low, high, DatePrecision.TIME), True)


def time_of(m: Match) -> str | None:
    """The hour as TIMEX3 has it: "T09:30"; None if it is no time of day."""
    part = (group(m, "part") or "").lower()
    late = part in ("afternoon", "evening", "night")
    if h := group(m, "spoken"):  # 4 in the morning; 2 at night is after midnight
        hour = int(h) % 12 + (12 if late and not (part == "night" and int(h) in (12, 1, 2, 3)) else 0)
        return f"T{hour:02d}:00" if 1 <= int(h) <= 12 else None
    if h := group(m, "hour"):
        hour, half = int(h), m["half"].lower()[0]
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
        return f"T{hour:02d}:{m['minute'] or '00'}"
    if h := group(m, "military"):
        return f"T{h}:{m['military_minute']}"
    hour = int(m["hour24"])
    return f"T{hour + 12 if late and 1 <= hour < 12 else hour:02d}:{m['minute24']}"


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


def day_beside(m: Match, clock: Clock) -> Reading | None:
    """The day after the attack, the day before: counted from the day last spoken of."""
    base = clock.last_day
    if base is None:
        return vague("XXXX-XX-XX")
    return day(base + (-1 if m["side"].lower() == "before" else 1) * DAY)


_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


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
        return day(coming if rel == "" and (coming - t).days <= 14 else past)
    return day(min(d for d in options if d >= t))
