"""Weeks: which one an article without a day of publication tells of, by its own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sourcebook.records import TimeMention

#: A weekday whose week nothing tells, as a TIMEX3 value: "XXXX-WXX-7" is a Sunday.
_OPEN = "XXXX-WXX-"
#: So many days after what it tells of a report is written at most, for its weekdays to be those around it.
_SINCE = 3


def week_told(dates: Iterable[TimeMention]) -> dt.date | None:
    """The day as of which weekdays are to be read where a page gives no day of publication; None if nothing tells.

    The last day that the article gives in full, if it also gives it by name: with "strikes hit the centre on
    Sunday" and "was targeted again on 8 September 2024", a Sunday, "Monday" is the 9th and "Saturday" the 7th.
    """
    told = list(dates)
    days = [_day(d) for d in told]
    last = max((d for d in days if d is not None), default=None)
    weekdays = (d.value.removeprefix(_OPEN)[:1] for d in told if d.range is None and d.value.startswith(_OPEN))
    named = {int(n) for n in weekdays if n.isdigit()}  # "the weekend" is none
    if last is None or last.isoweekday() not in named:
        return None
    after = [n for n in range(1, _SINCE) if (last + dt.timedelta(n)).isoweekday() in named]
    return last + dt.timedelta(max(after, default=0))


def _day(date: TimeMention) -> dt.date | None:
    """The day of a date that is written in full, with its year."""
    whole = date.range is not None and date.anchor is None and date.type == "DATE"
    return date.range.low if whole and date.range is not None and date.range.low == date.range.high else None
