"""Hours: at what time of its day an event was, as far as its report says. Two strikes of one day may differ in it.

"Monday night" may be the hours before or after the day, so it tells two events of one day not apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.records import DatePrecision, Incident, Mention, TimeMention

Hours = tuple[int, int]

#: Parts of a day by the words for them, the first that fits, with the hours that reporters mean by them.
_PARTS: tuple[tuple[re.Pattern[str], Hours], ...] = (
    (re.compile(r"\b(?:mid)?night|\bovernight|\bnightfall|\bdark\b|\bweekend\b", re.I), (0, 48)),
    (re.compile(r"\bbefore (?:dawn|daybreak|sunrise)|\bpre-?dawn|\b(?:early|small|wee) hours|\bearly (?:on )?\w+day\b"
                r"(?! (?:afternoon|evening))", re.I), (0, 9)),
    (re.compile(r"\bdawn|\bdaybreak|\bsunrise|\bearly (?:in the |this )?\w* ?morning", re.I), (2, 9)),
    (re.compile(r"\bmorning|\bbreakfast", re.I), (4, 12)),
    (re.compile(r"\bnoon|\bmidday|\blunch", re.I), (10, 15)),
    (re.compile(r"\bafternoon", re.I), (11, 19)),
    (re.compile(r"\bevening|\bdusk|\bsunset|\bsundown", re.I), (16, 24)),
)  # fmt: skip
#: A clock's hour in a value: "2024-05-06T21:00".
_CLOCK = re.compile(r"T(\d\d):\d\d")
#: Two accounts of one event may be so many hours apart.
_SLACK = 2


def hours_of(incident: Incident, mentions: Iterable[Mention], dates: Iterable[TimeMention]) -> Hours | None:
    """The first and the last hour of its day at which an event may have been; None: its report does not say."""
    day = incident.date
    if day is None or day.low is None or day.low != day.high or day.precision not in _DAYS:
        return None
    told = {m.date for m in mentions if m.id in incident.mentions}
    found = [h for d in dates if d.id in told and d.range is not None and d.range.low == day.low if (h := _hours(d))]
    low, high = max((h[0] for h in found), default=0), min((h[1] for h in found), default=0)
    return (low, high) if low < high <= _MIDNIGHT else None


_DAYS = frozenset({DatePrecision.DAY, DatePrecision.TIME})
_MIDNIGHT = 24


def _hours(date: TimeMention) -> Hours | None:
    if clock := _CLOCK.search(date.value):
        hour = int(clock[1])
        return max(hour - 1, 0), min(hour + 2, _MIDNIGHT)
    return next((hours for part, hours in _PARTS if part.search(date.text)), None)


def are_apart(a: Hours | None, b: Hours | None) -> bool:
    """Whether two times of one day are too far from each other for one event: "before dawn", "in the evening"."""
    return a is not None and b is not None and (a[1] + _SLACK <= b[0] or b[1] + _SLACK <= a[0])
