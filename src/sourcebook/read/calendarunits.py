"""Weeks, months, quarters, seasons, years and longer: "last week", "the third quarter", "the 1980s"."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import calendar as cal
from sourcebook.read.timevalues import (
    DAY,
    STEP,
    Clock,
    Match,
    Reading,
    group,
    month,
    months,
    quarter_of,
    relation,
    stretch,
    unit_of,
    vague,
    weekend_of,
    year_of,
    years,
)


def relative_unit(m: Match, clock: Clock) -> Reading | None:
    """Last week; this year; that month; the following day."""
    unit, rel = unit_of(m), relation(m)
    words = (group(m, "rel") or "").lower()
    base, step = clock.today, STEP[rel]
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
    if (unit == "weekend" and rel == "last" and base.weekday() == 6) or (
        unit == "weekend" and rel in ("this", "last") and not clock.ahead and base.weekday() < 5
    ):
        step = -1
    return stretch(unit, base, step)


def edge_of_unit(m: Match, clock: Clock) -> Reading | None:
    """By the end of the year; year-end."""
    unit = unit_of(m) if group(m, "unit") else "year"
    return stretch(unit, clock.today, STEP[relation(m)]) if clock.today else vague("XXXX")


def the_weekend(m: Match, clock: Clock) -> Reading:
    """Over the weekend."""
    if clock.today is None:
        return vague("XXXX-WXX-WE")
    back = 0 if clock.ahead or clock.today.weekday() >= 5 else 7
    return weekend_of(clock.today - back * DAY)


#: A season's word that opens a name: "in Spring Creek", "from Winter Park".
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]")


def season(m: Match, clock: Clock) -> Reading | None:
    """Last summer; the winter of 1994. Without a word before it, "spring" and "fall" are no seasons."""
    name = m["season"].lower()
    code, first = cal.SEASONS[name]
    rel, y = group(m, "rel"), group(m, "year")
    if not y and _NAMED.match(m.string, m.start("season")):
        return None
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
            number -= 1 + (word == "last" and code == "WI" and t.month <= 2)  # in February it is still winter
    else:
        number = int(y)
    return Reading("DATE", f"{number:04d}-{code}", months(number, first, 3), y is None)


def year_alone(m: Match, clock: Clock) -> Reading | None:
    """In 2019. Not a count ("2000 men") and not a number in a name or an address."""
    after, before = m.string[m.end() :], m.string[: m.start()].lower()
    y = int(m["year"])
    led = re.search(
        r"\b(?:in|since|by|until|till|from|during|before|after|of|to|and|between|through|early|late|mid|for|"
        r"year|or)[ -]?$|[(–-]$",
        before,
    )
    number = re.fullmatch(r"\d{4}", m[0]) is not None
    if number and re.search(r"\b(?:route|highway|flight|room|hill|road|resolution|order|bus|no\.?) $", before):
        return None
    if number and ((after[:1] in "%$" and after[:1]) or re.match(r"[.,:/]\d|-\w", after)):
        return None
    if number and re.match(
        r" (?:[a-z]+ )?(?:[a-z]{2,}(?:[^s'’]s)|people|men|women|children|percent|miles?|km|feet|dead|metres?|"
        r"meters?|francs?|\w*illion)\b",
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
    words = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
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
    number = int(y) if y else clock.today.year + STEP[relation(m)] if clock.today else 0
    return Reading("DATE", f"{number:04d}-H{n}", months(number, 6 * n - 5, 6), y is None)


def fiscal_year(m: Match, clock: Clock) -> Reading:
    """Fiscal 2022."""
    return year_of(int(m["year"]), False)
