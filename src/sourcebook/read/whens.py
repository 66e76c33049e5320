"""Whens: the time of an event whose own sentence gives none, or only a month, from the sentences around it.

"Officers were called to Elm Street at 9 p.m. on Saturday. Two men had been shot." An event without a time of its own
takes the day that its article tells of nearest to it, if that day is neither of the telling ("said on Monday") nor of
what came after ("was charged on Monday"). Such a date has the reason ``nearest``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sourcebook.lexicon.tenses import Tenses
from sourcebook.read.circumstances import is_content, is_of_aftermath, is_of_the_telling, is_spoken, start_of
from sourcebook.read.sequels import sequel_over
from sourcebook.read.timings import is_clock, is_pointer
from sourcebook.records import (
    BlockKind,
    Claim,
    DatePrecision,
    DateRange,
    Mention,
    Parsed,
    Phase,
    Sentence,
    TimeMention,
)

#: A day further back than this is another story's, unless it is the event's own.
_RECENT = dt.timedelta(days=45)

#: What a day is worth: one that a scene is set with, one with its hour, each sentence between it and the event; and
#: how much it must be worth. Set on the visible part of the Gun Violence Archive's texts, tried on MUC-4.
_PLAIN, _SCENE, _HOUR, _STEP, _ENOUGH = 1.0, 1.5, 0.5, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the article tells of, with the number of its sentence and what it is worth."""

    date: TimeMention
    sentence: int
    worth: float


def with_nearest_dates(
    mentions: list[Mention], parsed: Parsed, dates: tuple[TimeMention, ...], claims: tuple[Claim, ...], tenses: Tenses
) -> list[Mention]:
    """The mentions, those of an event without a day of its own with the nearest day that can be the event's."""
    ranges = {d.id: d.range for d in dates}
    groups: dict[str, list[Mention]] = {}
    for m in mentions:
        groups.setdefault(m.same_as or m.id, []).append(m)
    numbers = _numbers(parsed, mentions)
    one_day = _tells_of_one_day(mentions, ranges)
    days: list[_Day] | None = None
    found: dict[str, str] = {}
    for group in groups.values():
        if all(m.background or m.phase not in _REAL for m in group):
            continue
        told = [ranges.get(m.date or "") for m in group if m.date_reason in _OWN]
        own = [r for r in told if r is not None]
        if len(own) < len(told) or any(_is_day(r) for r in own):
            continue  # a day without its year is a day too
        days = _days(parsed, dates, claims, tenses) if days is None else days
        taken = _taken(mentions, group, fine=bool(own) or one_day)
        day = _nearest(group, numbers, [d for d in days if d.date.id not in taken], own)
        if day is not None:
            found |= {m.id: day.date.id for m in group if m.date_reason != "clause" or len(group) == 1 or not own}
    return [replace(m, date=found[m.id], date_reason="nearest") if m.id in found else m for m in mentions]


#: Reasons of a date that stands with its event.
_OWN = frozenset({"clause", "sentence", "same event", "heading"})


def _numbers(parsed: Parsed, mentions: list[Mention]) -> dict[str, int]:
    """The number of each mention's sentence."""
    starts = [s.span for s in parsed.sentences]
    return {m.id: next((n for n, s in enumerate(starts) if s.holds(m.trigger)), 0) for m in mentions}


def _is_day(r: DateRange) -> bool:
    return r.low is not None and (r.high or r.low) == r.low


def _is_night(r: DateRange) -> bool:
    return r.precision is DatePrecision.TIME


#: A value with an hour.
_HOUR_TOLD = re.compile(r"T\d")


def _tells_of_one_day(mentions: list[Mention], ranges: Mapping[str, DateRange | None]) -> bool:
    """Whether all days told with events of the article are one day, or the night that ends or begins with it."""
    told = {m.date for m in mentions if m.date and m.date_reason in _OWN and m.phase in _REAL and not m.background}
    days = [(r.low, r.high or r.low) for d in told if (r := ranges.get(d)) is not None and r.low is not None]
    if not days:
        return False
    return max(low for low, _ in days) <= min(high for _, high in days)


_REAL = frozenset({Phase.OCCURRED, Phase.ONGOING})


def _taken(mentions: list[Mention], group: list[Mention], fine: bool) -> set[str]:
    """The dates that are another event's own. ``fine``: but of the same kind, a day may fill in a month."""
    ours, kinds = {m.id for m in group}, {m.event_type for m in group}
    others = (m for m in mentions if m.id not in ours and m.date_reason in _OWN and m.phase is not Phase.HYPOTHETICAL)
    return {m.date for m in others if m.date is not None and not (fine and m.event_type in kinds)}


def _nearest(group: list[Mention], numbers: dict[str, int], days: Iterable[_Day], own: list[DateRange]) -> _Day | None:
    best: tuple[float, _Day] | None = None
    for day in days:
        if own and not any(_within(day.date.range, r) for r in own):
            continue
        if own and not _HOUR_TOLD.search(day.date.value) and all(_is_night(r) for r in own):
            continue  # of a night only an hour tells which of its two days it was
        away = min(abs(numbers[m.id] - day.sentence) for m in group)
        worth = day.worth if own else day.worth - _STEP * away
        if worth >= _ENOUGH and (best is None or worth > best[0]):
            best = worth, day
    return best[1] if best else None


def _within(day: DateRange | None, whole: DateRange) -> bool:
    if day is None or day.low is None or whole.low is None:
        return False
    return whole.low <= day.low <= (whole.high or whole.low)


def _days(parsed: Parsed, dates: tuple[TimeMention, ...], claims: tuple[Claim, ...], tenses: Tenses) -> list[_Day]:
    """The days told of in running text that may be an event's."""
    lines = [b.span for b in parsed.article.blocks if b.kind is BlockKind.DATELINE]
    published = parsed.article.published
    today = published.high or published.low if published else None
    beside = [[d for d in dates if s.span.holds(d.span)] for s in parsed.sentences]
    out: list[_Day] = []
    for date in dates:
        r = date.range
        if r is None or r.low is None or date.type not in ("DATE", "TIME") or any(x.overlaps(date.span) for x in lines):
            continue
        if r.precision not in (DatePrecision.DAY, DatePrecision.TIME) or (today and not _is_recent(r.low, today)):
            continue
        if is_pointer(date.text) and r.low == today:
            continue  # "that day", where no day has been told before
        if is_clock(date) and not _HOUR_TOLD.search(date.value):
            continue  # "in the early morning": of a day that is told elsewhere, if at all
        number = next((n for n, s in enumerate(parsed.sentences) if s.span.holds(date.span)), None)
        if number is None:
            continue
        worth = _worth(parsed.sentences[number], date, claims, tenses)
        if is_clock(date) and any(_is_another_day(d, date) for d in beside[number]):
            continue  # "that ended at midnight, the mayor said on Saturday": the day of the hour is guessed
        if worth:
            out.append(_Day(date, number, worth))
    return out


def _is_another_day(date: TimeMention, clock: TimeMention) -> bool:
    """Whether a day is told behind "midnight", which belongs to two, and is not that which it was taken to be of."""
    r, hour = date.range, clock.range
    if not clock.value.endswith(("T24:00", "T00:00")):
        return False
    if date.type != "DATE" or r is None or r.precision is not DatePrecision.DAY or hour is None:
        return False
    return date.span.start > clock.span.end and r.low != hour.low


def _is_recent(day: dt.date, today: dt.date) -> bool:
    return today - _RECENT <= day <= today


def _worth(s: Sentence, date: TimeMention, claims: tuple[Claim, ...], tenses: Tenses) -> float:
    """What a day in a sentence is worth for an event nearby; 0 for that of the telling or of what came after."""
    token = s.at(date.span.end - 1)
    if token is None or s.repeat or is_of_the_telling(s, token.i) or start_of(s, token.i) is not None:
        return 0.0
    over = [t for t in s.ancestors(token.i) if t.pos in ("VERB", "AUX")]
    if not over:
        return _PLAIN
    verb = over[0]
    if is_of_aftermath(s, token.i) or sequel_over(s, token.i) is not None:
        return 0.0
    if (verb.lemma in tenses.speech or is_spoken(verb, claims)) and not any(
        is_content(s, date.span, c) for c in claims
    ):
        return 0.0
    hour = _HOUR if "T" in date.value else 0.0
    return _PLAIN + hour + (_SCENE if verb.lemma in tenses.scenes else 0.0)
