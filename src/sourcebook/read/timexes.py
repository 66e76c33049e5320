"""Which function reads the match of which rule of ``data/timexes.toml`` (key ``reads``).

Each is given the match and the :class:`~sourcebook.read.timevalues.Clock` (what "today" is, which way the verb looks,
what was spoken of last) and returns a Reading, or None where the words are no time after all.
"""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.read import calendardays as days
from sourcebook.read import calendarunits as units
from sourcebook.read import durations
from sourcebook.read.timevalues import Clock, Match, Reading

READERS: dict[str, Callable[[Match, Clock], Reading | None]] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "month_day": days.month_day,
    "week_of_day": days.week_of_day,
    "day_month": days.day_month,
    "month_year": days.month_year,
    "month_of_year": days.month_of_year,
    "relative_month": days.relative_month,
    "month": days.month_alone,
    "weekday": days.weekday,
    "weekday_of_week": days.weekday_of_week,
    "night_between": days.night_between,
    "part_weekday": days.part_weekday,
    "clock": days.clock_alone,
    "clock_weekday": days.clock_weekday,
    "clock_day": days.clock_day,
    "clock_date": days.clock_date,
    "day_word": days.day_word,
    "relative_part": days.relative_part,
    "part_alone": days.part_alone,
    "relative_unit": units.relative_unit,
    "edge_of_unit": units.edge_of_unit,
    "the_weekend": units.the_weekend,
    "the_year": durations.the_year,
    "season": units.season,
    "year": units.year_alone,
    "spoken_year": units.spoken_year,
    "spoken_month_year": units.spoken_month_year,
    "period_of_year": units.period_of_year,
    "decade": units.decade,
    "century": units.century,
    "quarter": units.quarter,
    "the_quarter": units.the_quarter,
    "half_year": units.half_year,
    "fiscal_year": units.fiscal_year,
    "feast": days.feast,
    "number_of_units": durations.number_of_units,
    "number_to_number": durations.number_to_number,
    "compound": durations.compound,
    "span_of_units": durations.span_of_units,
    "span_of_one": durations.span_of_one,
    "ago": durations.ago,
    "vague_ago": durations.past,
    "earlier_later": durations.earlier_later,
    "year_earlier": durations.year_earlier,
    "day_beside": days.day_beside,
    "bare_units": durations.bare_units,
    "every": durations.every,
    "frequency": durations.frequency,
    "present": durations.present,
    "recent": durations.past,
    "future": durations.future,
}
