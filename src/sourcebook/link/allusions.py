"""Allusions: articles that speak of an attack which their own words do not tell ("it was not us", "his last shift").

Denials, admissions, portraits and letters take for known what other reports have told. Such an article makes no
incident: nothing in it says enough of one. What it names of a town, a day and of violence is kept, so that linking can
find the incident that it speaks of; where none is found, nothing comes of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sourcebook.lexicon import Lexicon
from sourcebook.link.casualties import casualties
from sourcebook.link.digests import OF_ARTICLE
from sourcebook.link.families import ALLUDED
from sourcebook.link.incidents import NOT_WHERE
from sourcebook.link.particulars import JUDGED
from sourcebook.link.wording import is_violent
from sourcebook.read.circumstances import is_content, is_of_the_telling, is_spoken
from sourcebook.read.tellings import DAYS
from sourcebook.read.timings import is_pointer
from sourcebook.read.topics import topic_of
from sourcebook.records import (
    Article,
    BlockKind,
    DatePrecision,
    DateRange,
    EventType,
    Grade,
    Incident,
    IncidentStatus,
    Mention,
    Phase,
    Place,
    PlacePrecision,
    Reading,
    TimeMention,
    TollScope,
)

#: A day so long before the report is of something else.
LONG_AGO = dt.timedelta(days=31)

_TOWNS = (PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.DISTRICT)
_TOLD = (BlockKind.HEADLINE, BlockKind.BODY)


def find_allusions(reading: Reading, lexicon: Lexicon) -> tuple[Incident, ...]:
    """What the articles of a page speak of, where the page tells of no attack itself: at most one an article."""
    if any(i.event_type in ALLUDED for i in reading.incidents):
        return ()
    return tuple(i for a in reading.articles if (i := _alluded(a, reading, lexicon)) is not None)


def _alluded(article: Article, reading: Reading, lexicon: Lexicon) -> Incident | None:
    sentences = [s for s in reading.sentences if s.article == article.id and s.block in _TOLD and not s.repeat]
    signs = frozenset(s.id for s in sentences if any(is_violent(t, lexicon) for t in s.tokens))
    place = _place(article, reading, signs)
    day = _day(article, reading)
    if place is None or day is None or topic_of(sentences, lexicon.topics) is not None:
        return None
    tolls = [t for t in reading.tolls if t.article == article.id and t.scope is TollScope.INCIDENT]
    sources = {c.id: c.source.entity or c.source.resolved.lower() for c in reading.claims}
    killed, injured = casualties(tolls, {s.id: s for s in sentences}, sources, lexicon)
    return Incident(
        id=f"{article.id}{OF_ARTICLE}",
        event_type=EventType.OTHER,
        date=day,
        place=place,
        actors=(),
        recipients=(),
        mentions=tuple(m.id for m in reading.mentions if m.article == article.id and _may_be_of_it(m, reading)),
        claims=(),
        killed=killed,
        injured=injured,
        status=IncidentStatus.OCCURRED,
        contested=(),
        independent_sources=1,
        grade=Grade.WEAK,
        grade_reason="",
    )


def _may_be_of_it(m: Mention, reading: Reading) -> bool:
    """Whether a telling that was none in particular may be of what the article speaks of: "after the strike"."""
    if m.event_type not in JUDGED or m.background:
        return False
    if m.phase in (Phase.OCCURRED, Phase.ONGOING):
        return True
    before = reading.page.text[: m.trigger.start].rstrip().rpartition(" ")[2].casefold()
    return m.phase is Phase.HABITUAL and before in _KNOWN


#: Before the name of an event that the reader is to know.
_KNOWN = frozenset({"the", "this", "that"})


def _place(article: Article, reading: Reading, signs: Collection[str]) -> Place | None:
    """The town of which an article speaks: beside words of violence, else anywhere in it, at last its dateline's."""
    speak = {span for c in reading.claims for span in c.source.spans}  # "Lisbon denied it": a government
    towns = [
        p
        for p in reading.places
        if p.article == article.id
        and (p.precision in _TOWNS or p.unlisted)
        and p.rule not in NOT_WHERE
        and p.span not in speak
    ]
    at = {p.id: s for p in towns for s in reading.sentences if s.span.holds(p.span)}
    told = [p for p in towns if p.id in at and at[p.id].block in _TOLD]

    def worth(p: Place) -> tuple[bool, bool, int]:
        return at[p.id].id in signs, p.rule != "dateline", -p.span.start

    return max(told, key=worth, default=next(iter(towns), None))


def _is_a_day(range: DateRange) -> bool:
    """Whether a time is a day or a night: "in the night of 7 to 8 June"."""
    one = range.low is not None and range.high is not None and range.high - range.low == dt.timedelta(days=1)
    return range.precision in DAYS or one


def _is_of_the_answer(date: TimeMention, reading: Reading) -> bool:
    """Whether a day is that on which somebody denied it, or spoke of it: "denied on Friday that"."""
    s = next((s for s in reading.sentences if s.span.holds(date.span)), None)
    token = s.at(date.span.end - 1) if s is not None else None
    if s is None or token is None:
        return False
    if is_pointer(date.text) or is_of_the_telling(s, token.i):
        return True
    over = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    spoken = over is not None and is_spoken(over, reading.claims)
    return spoken and not any(is_content(s, date.span, c) for c in reading.claims)


def _day(article: Article, reading: Reading) -> DateRange | None:
    """The first day that an article names, before that of what was said since; else the convention of the news."""
    if article.published is None or article.published.low is None:
        return None
    today = article.published.high or article.published.low
    told = [d for d in reading.dates if d.article == article.id and d.range is not None and _is_a_day(d.range)]
    days = [
        d.range for d in told if d.range is not None and d.range.low is not None and not _is_of_the_answer(d, reading)
    ]
    past = [d for d in days if d.low is not None and today - LONG_AGO <= d.low and (d.high or d.low) <= today]
    first = min(past, key=lambda d: (d.low, d.high), default=None)
    return first or DateRange(article.published.low - dt.timedelta(days=1), today, DatePrecision.RANGE)
