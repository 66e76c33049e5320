"""Datings: the day of an incident, by the times of the mentions that tell of it and the day of the report."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcebook.link.clusters import NO_YEAR
from sourcebook.read.circumstances import is_of_the_telling, is_spoken
from sourcebook.read.generalities import ENDS
from sourcebook.read.tellings import DAYS
from sourcebook.records import (
    Article,
    DatePrecision,
    DateRange,
    Harm,
    Mention,
    Phase,
    Reading,
    TimeMention,
    Toll,
)


def wide_days(d: TimeMention) -> DateRange | None:
    """The days of a time expression for telling events apart: "that night" may be the one before or after."""
    r = d.range
    if r is None or r.low is None:
        return _without_year(d.value) or r
    if not d.value.endswith("TNI") or d.text.lower().split()[0] not in _SAME_NIGHT:
        return r
    day = dt.timedelta(days=1)
    return replace(r, low=r.low - day, high=(r.high or r.low) + day)


def _without_year(value: str) -> DateRange | None:
    """Days of a year that never was, which keep "August 5", "in September" and "on Sunday" apart on an undated page."""
    if found := _WEEKDAY.fullmatch(value):
        day = dt.date(NO_YEAR + 1, 1, int(found[1]))
        return DateRange(day, day)
    if not (found := _NO_YEAR.fullmatch(value)):
        return None
    month, days = int(found[1]), monthrange(NO_YEAR, int(found[1]))[1]
    low = int(found[2] or 1)
    return DateRange(
        dt.date(NO_YEAR, month, min(low, days)), dt.date(NO_YEAR, month, min(low, days) if found[2] else days)
    )


_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_NO_YEAR = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-([0-2][1-9]|[123]0|31))?(?:T.*)?")


_SAME_NIGHT = frozenset({"that", "the", "overnight"})
_FINENESS = (
    DatePrecision.TIME, DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.WEEK, DatePrecision.MONTH,
    DatePrecision.YEAR, DatePrecision.UNKNOWN,
)  # fmt: skip


def _sureness(m: Mention) -> int:
    """How closely a date belongs to its event: 0 in its clause, 1 in its sentence or that of a retelling, 2 nearby,
    3 assumed."""
    return {"clause": 0, "sentence": 1, "same event": 1, "nearest": 2}.get(m.date_reason, 3)


def _surest(dated: list[tuple[Mention, DateRange]]) -> list[DateRange]:
    """The dates that belong most closely to their mentions, down to where a day is among them."""
    for most in range(4):
        told = [d for m, d in dated if _sureness(m) <= most]
        if any(_FINENESS.index(d.precision) <= 1 for d in told):
            return told
    return [d for _, d in dated]


def have_died_since(tolls: Iterable[Toll]) -> bool:
    """Whether some who were wounded are told to have died since: "rose to six after one of the wounded died"."""
    return any(t.harm is Harm.KILLED and _WERE_HURT & {*t.text.lower().split()} for t in tolls)


_WERE_HURT = frozenset({"wounded", "injured"})


def date_of(
    mentions: list[Mention], dates: Mapping[str, DateRange | None], article: Article, late: bool
) -> DateRange | None:
    """The event's own date: the finest, then the one told most, then first. Else the convention of the news.

    ``late``: some died later; then a day that is only near by may be that of their death.
    """
    dated = [(m, d) for m in mentions if (d := dates.get(m.date or "")) is not None and d.low is not None]
    ended = {(m.sentence, m.date) for m, _ in dated if m.rule in ENDS and m.date_reason == "clause"}
    blows = [m for m in mentions if m.rule not in ENDS and m.phase is Phase.OCCURRED]
    undated = {m.sentence for m in blows if m.date is None or m.date_reason == "told"}
    undated |= {m.sentence for m in blows if m.date_reason == "sentence" and (m.sentence, m.date) in ended}
    late = late or any(
        m.rule in ENDS and m.sentence in undated for m, _ in dated
    )  # "who was hurt in it died on Friday"
    if late and not any(m.rule not in ENDS and m.date_reason == "clause" for m, _ in dated):
        dated = []
    if dated:
        told = _surest(_of_the_blow(dated))
        finest = min(_FINENESS.index(d.precision) for d in told)
        finest = max(finest, 1)
        best = [d for d in told if _FINENESS.index(d.precision) <= finest]
        count = Counter((d.low, d.high) for d in best)
        day = max(best, key=lambda d: count[d.low, d.high])
        within = [d for d in best if d != day and _is_within(d, day)]
        return max(within, key=lambda d: count[d.low, d.high], default=day)  # "overnight" and "at 2 a.m. on Sunday"
    published = article.published
    if published is None or published.low is None:
        return None
    # a report without a date of its own tells of the day it is published, or the day before
    high = published.high or published.low
    return DateRange(published.low - dt.timedelta(days=1), high, DatePrecision.RANGE)


def day_of_count(tolls: Iterable[Toll], reading: Reading) -> DateRange | None:
    """The day on which people were harmed who are counted where no event is told: the first that their sentence gives.

    "They have buried the twelve men who died on Monday"; not the day on which someone says so.
    """
    told = {(t.article, t.harm, t.low, t.high) for t in tolls}
    counted = {t.sentence for t in reading.tolls if (t.article, t.harm, t.low, t.high) in told}
    days = []
    for s in (s for s in reading.sentences if s.id in counted):
        published = next((a.published for a in reading.articles if a.id == s.article), None)
        last = published.high or published.low if published is not None else None
        for d in reading.dates:
            token = s.at(d.span.end - 1) if s.span.holds(d.span) else None
            if token is None or d.range is None or d.range.low is None or d.range.precision not in DAYS:
                continue
            over = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
            spoken = over is not None and is_spoken(over, reading.claims)
            if not spoken and not is_of_the_telling(s, token.i) and (last is None or d.range.low <= last):
                days.append(d.range)
    return min(days, key=lambda r: (r.low, r.high), default=None)


def _is_within(a: DateRange, b: DateRange) -> bool:
    """Whether a time lies in another one, and is shorter."""
    if a.low is None or b.low is None or (a.low, a.high) == (b.low, b.high):
        return False
    return b.low <= a.low and (a.high or a.low) <= (b.high or b.low)


def _of_the_blow(dated: list[tuple[Mention, DateRange]]) -> list[tuple[Mention, DateRange]]:
    """The dates, without those on which someone died of what is told of an earlier day: "shot Monday, died Friday"."""
    blows = [d.low for m, d in dated if m.rule not in ENDS and m.date_reason == "clause" and d.low is not None]
    if not blows:
        return dated
    first = min(blows)
    kept = [(m, d) for m, d in dated if m.rule not in ENDS or (d.low is not None and d.low <= first)]
    return kept or dated
