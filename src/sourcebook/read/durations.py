"""Lengths, repeated times, and times counted from another: "two days later", "every night", "now"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sourcebook.lexicon import calendar as cal
from sourcebook.read.timevalues import (
    Clock,
    Match,
    Reading,
    amount,
    day,
    group,
    quarter_of,
    shifted,
    stretch,
    unit_of,
    vague,
    week_of,
    year_of,
)
from sourcebook.records import DatePrecision, DateRange


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
        led = r"\b(?:for|in|within|over|about|than|once|twice|times|half|least|nearly|just|only)(?: \w+)?$"
        if unit in ("day", "night") and not re.search(led + r"|\d[\w.,]*(?: \w+){0,2}$", before.rstrip()):
            return None
        if re.search(r"(?:\b(?:once|twice|times)|[$£€]\s?[\d,.]+(?: \w+)?|\d[\d,.]*(?: \w+)?)$", before.rstrip()):
            return Reading("SET", amount(1, unit), None, False, False)
    if unit == "second" and (not group(m, "plural") or not re.match(r"\d|[a-z]{3}", number)):
        return None
    if unit == "quarter" and not group(m, "plural") and number in ("one", "three", "a"):
        return None
    if number == "one" and unit == "day" and _is_some_day(before, after):
        return vague("FUTURE_REF")
    if clock.ahead and clock.today and before.endswith(" in ") and (n := cal.count(number)):
        return away(clock, clock.today, n, unit)  # "will be redeemed in five years"
    return duration(m, clock)


def _is_some_day(before: str, after: str) -> bool:
    """Whether "one day" is some day to come: "will one day", "one day he may"."""
    ahead = r"(?:will|would|may|might|could|can|to)"
    return bool(re.search(rf"\b{ahead} $", before) or re.match(rf" (?:{ahead}|he|she|they|we|i)\b", after))


#: What "six-year-old" tells the length of; of people and things it tells the age.
_LASTING = (
    r" (?:\w+ ){0,2}?(?:war|conflict|truce|ceasefire|cease-fire|siege|blockade|embargo|insurgency|uprising|rebellion|"
    r"revolt|campaign|offensive|crisis|dispute|feud|strike|protest|standoff|stand-off|occupation|struggle|ban|curfew|"
    r"government|regime|junta|agreement|accord|deal|policy|law)\b"
)


def number_to_number(m: Match, clock: Clock) -> Reading | None:
    """Two to three weeks: as long as the shorter, at least."""
    low, high = cal.count(m["from"]), cal.count(m["number"])
    if low is None or high is None or low >= high:
        return None
    return vague(amount(low, unit_of(m)), "DURATION")


def compound(m: Match, clock: Clock) -> Reading | None:
    """A two-day truce; a 35-year-old man."""
    n, unit = cal.count(m["number"]), unit_of(m)
    if (group(m, "age") or "").lower() == "old" and not re.match(_LASTING, m.string[m.end() :].lower()):
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
    if m[0].lower().endswith(" today"):  # "a year ago today" is that very day
        return day(shifted(clock.today, -n, unit))
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
    if "quarter" in (group(m, "what", "what2", "what3") or ""):
        return quarter_of(clock.today.year - 1, (clock.today.month + 2) // 3 - 1)
    return year_of(clock.today.year - 1)


def bare_units(m: Match, clock: Clock) -> Reading:
    """Years; recent months; coming weeks."""
    rel = (group(m, "rel") or "").lower()
    unit = unit_of(m)
    if rel == "recent":
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


def the_year(m: Match, clock: Clock) -> Reading:
    """The year: this one; "the year ended June 30" is a stretch of time, "the year before" the one before."""
    after = m.string[m.end() :].lower()
    if clock.today is None or re.match(r" (?:end(?:ed|ing|s)|to|since|that|of|after|long|round)\b|-", after):
        return vague("P1Y", "DURATION")
    if re.match(r" (?:before|earlier|prior)\b", after):
        return replace(year_of(clock.today.year - 1), refers=False)
    return replace(year_of(clock.today.year), refers=False)
