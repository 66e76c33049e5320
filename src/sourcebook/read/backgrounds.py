"""Backgrounds: which of the events that an article tells of are its news, and which are context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from sourcebook.read.generalities import (
    LEAD,
)
from sourcebook.read.recalled import MEMORY
from sourcebook.read.tellings import VIOLENT, meet
from sourcebook.read.timings import SURE, is_recalled, is_recent
from sourcebook.records import (
    BlockKind,
    DateRange,
    EventType,
    Mention,
    Parsed,
    Phase,
    TimeMention,
)

#: Where the lead tells of an event of the last days, one so many days before publication is recalled beside it.
_OLDER = dt.timedelta(days=14)


def beside_the_news(mentions: list[Mention], parsed: Parsed, dates: tuple[TimeMention, ...]) -> list[Mention]:
    """The mentions, those of an event of weeks ago taken for context where the lead tells of one of the last days."""
    published = parsed.article.published
    today = published.low if published else None
    if today is None:
        return mentions
    lead = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:LEAD]
    front = {s.id for s in lead}
    first_words = {s.id for s in lead if s.block is BlockKind.HEADLINE} | {s.id for s in lead[:1]}
    days = {d.id: d.range for d in dates}
    own = {m.id: days.get(m.date or "") for m in mentions if m.date_reason in SURE}
    new = {m.same_as or m.id for m in mentions if m.sentence in front and _since(own.get(m.id), today - _OLDER)}
    if not any(m.id in new and m.event_type in VIOLENT and not m.background for m in mentions):
        return mentions
    about = {m.same_as or m.id for m in mentions if m.sentence in first_words}
    old = {m.same_as or m.id for m in mentions if (r := own.get(m.id)) and not _since(r, today - _OLDER)}
    old -= about | {m.same_as or m.id for m in mentions if _since(own.get(m.id), today - _OLDER)}
    return [replace(m, background=True) if (m.same_as or m.id) in old else m for m in mentions]


def _since(day: DateRange | None, start: dt.date) -> bool:
    """Whether a time reaches beyond ``start``."""
    return day is not None and (last := day.high or day.low) is not None and last > start


def topical(
    mentions: list[Mention], parsed: Parsed, dates: tuple[TimeMention, ...], beside: Collection[str]
) -> tuple[Mention, ...]:
    """The mentions, those of an old event that the article itself is about no longer taken for context.

    A trial, an arrest or a report after months tells of the event in its lead; an anniversary does so too.
    ``beside``: events that are named only to count the time from them.
    """
    lead = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:LEAD]
    if any(t.lemma in MEMORY for s in lead for t in s.tokens):
        return tuple(mentions)
    front = {s.id for s in lead}
    about = {m.same_as or m.id for m in mentions if m.sentence in front and m.event_type is not EventType.WAR}
    days = {d.id: d.range for d in dates}
    news = any(
        m.sentence in front and not m.background and m.event_type in DEALINGS and m.phase is Phase.OCCURRED
        for m in mentions
    )
    published = parsed.article.published
    about = (about | _of_one_day(mentions, about, days, published)) - set(beside)
    about |= _tried(mentions, parsed, about, days)
    undated = published is None and not any(m.event_type in VIOLENT and not m.background for m in mentions)
    return tuple(
        replace(m, background=False)
        if m.background
        and not (news and m.event_type not in DEALINGS)
        and (m.same_as or m.id) in about
        and (undated or is_recent(days.get(m.date or ""), published))
        else m
        for m in mentions
    )


def _tried(mentions: list[Mention], parsed: Parsed, about: set[str], days: dict[str, DateRange | None]) -> set[str]:
    """The recalled event that a report from court is about: its lead gives no day, and what is recalled is of one.

    "Six plead guilty to the shooting of a family … According to the indictment, on May 7, 2015, they shot four."
    """
    lead = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:LEAD]
    if not any(t.lemma in _COURT and t.pos == "VERB" for s in lead for t in s.tokens):
        return set()
    led = [m for m in mentions if m.event_type in VIOLENT and (m.same_as or m.id) in about and not m.background]
    if not led or any(m.date for m in led):
        return set()
    kinds = {m.event_type for m in led}
    old = [m for m in mentions if m.background and m.event_type in kinds and m.date_reason in SURE]
    told = {(r.low, r.high) for m in old if (r := days.get(m.date or "")) is not None and r.low == r.high}
    if len(told) != 1:
        return set()
    return {m.same_as or m.id for m in old if (r := days.get(m.date or "")) is not None and (r.low, r.high) in told}


_COURT = frozenset({"acquit", "arraign", "charge", "convict", "indict", "plead", "sentence"})


def _of_one_day(
    mentions: list[Mention], about: set[str], days: dict[str, DateRange | None], published: DateRange | None
) -> set[str]:
    """The recalled events of the day of an old one that the lead tells of: "last August" there, "on August 9" here."""
    led = [
        d
        for m in mentions
        if m.event_type in VIOLENT and (m.same_as or m.id) in about and m.date_reason in SURE
        if (d := days.get(m.date or "")) is not None and is_recalled(d, published)
    ]
    return {
        m.same_as or m.id
        for m in mentions
        if m.background and m.event_type in VIOLENT and m.date_reason == "clause"
        if (d := days.get(m.date or "")) is not None and any(meet(d, o) for o in led)
    }


#: Where one of these is the news, the violence that it is about is context: "sanctions over a massacre in March".
DEALINGS = frozenset({
    EventType.SANCTION, EventType.DIPLOMATIC_ACTION, EventType.MEETING, EventType.AGREEMENT, EventType.CEASEFIRE,
    EventType.PRISONER_RELEASE, EventType.WITHDRAWAL, EventType.ARMS_TRANSFER, EventType.BASE_ESTABLISHED,
})  # fmt: skip
