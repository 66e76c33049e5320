"""Synthetic reports of invented events, with the truth: what ``benchmarks.scale`` links.

Sixty events or so fall on one day, whatever the size, as in an archive that grows with the years, in 40 invented
countries of 60 towns each. Each is told by one to fourteen reports. Reports err: the day is off by one, a span
or missing; the place is a town nearby, only the province or the country, or missing; the toll is revised, rounded or
missing; names are dropped, misspelt or those of others. One in six is a copy, and one event in twelve has a look-alike:
the same town and type, a day or two away. Everything follows from a seed.
"""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook.link.copies import ArticleDigest, number_of, packed
from sourcebook.link.digests import Digest, Told
from sourcebook.records import (
    Account,
    Article,
    Block,
    BlockKind,
    DatePrecision,
    DateRange,
    EventType,
    Factuality,
    Grade,
    Incident,
    IncidentStatus,
    Mention,
    Page,
    Phase,
    Place,
    PlacePrecision,
    Question,
    Reading,
    Span,
)

SEED = 20261121
COUNTRIES, TOWNS = 40, 60
EVENTS_A_DAY = 60
START = dt.date(1990, 1, 1)
TYPES = (EventType.AIR_STRIKE, EventType.SHELLING, EventType.ARMED_ATTACK, EventType.BOMBING, EventType.KILLING)
TOLD_AS = {
    EventType.AIR_STRIKE: EventType.STRIKE,
    EventType.BOMBING: EventType.STRIKE,
    EventType.ARMED_ATTACK: EventType.KILLING,
}
SYLLABLES = (
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su", "ta", "ve",
    "wi",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. ``names``: of those hit or who spoke there."""

    n: int
    day: dt.date
    country: int
    town: int
    type: EventType
    killed: int
    names: tuple[str, ...]


def events(size: int) -> Iterator[tuple[Event, int]]:
    """Events with the number of reports of each, ``size`` reports in all."""
    dice = random.Random(SEED)
    n, left = 0, size
    while left:
        event = Event(
            n,
            START + dt.timedelta(days=n // EVENTS_A_DAY),
            dice.randrange(COUNTRIES),
            dice.randrange(TOWNS),
            dice.choice(TYPES),
            dice.choice((0, 1, 1, 2, 2, 3, 4, 5, 7, 9, 14, 30)),
            tuple(_name(dice) for _ in range(6)),
        )
        reports = min(left, 1 + min(13, int(dice.expovariate(1 / 3.2))))
        yield event, reports
        n, left = n + 1, left - reports
        if left and dice.random() < 1 / 12:
            twin = replace(event, n=n, day=event.day + dt.timedelta(days=dice.choice((1, 2))), killed=dice.randint(0, 9), names=tuple(_name(dice) for _ in range(6)))  # fmt: skip # noqa: E501
            reports = min(left, 1 + min(13, int(dice.expovariate(1 / 3.2))))
            yield twin, reports
            n, left = n + 1, left - reports


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=3)) + " " + "".join(dice.choices(SYLLABLES, k=3))


def place_of(country: int, town: int, dice: random.Random) -> Place | None:
    """Where a report says that it was."""
    lat = -50 + (country % 8) * 12 + (town * 37 % 101) / 14
    lon = -170 + country // 8 * 60 + (town * 53 % 97) / 14
    code = f"{chr(65 + country // 26)}{chr(65 + country % 26)}"
    roll = dice.random()
    if roll < 0.04:  # the next town
        town = (town + 1) % TOWNS
        lat, lon = lat + 0.1, lon + 0.1
    if roll < 0.80:
        return Place("p1", "a1", Span(0, 1), f"T{town}", f"Town {country}-{town}", lat, lon, code, None, country * 100 + town, PlacePrecision.CITY, 5.0, "synthetic")  # fmt: skip # noqa: E501
    if roll < 0.90:
        return Place("p1", "a1", Span(0, 1), "P", f"Province {country}-{town // 10}", lat + 0.3, lon - 0.3, code, None, None, PlacePrecision.PROVINCE, 80.0, "synthetic")  # fmt: skip # noqa: E501
    if roll < 0.97:
        return Place("p1", "a1", Span(0, 1), "C", f"Country {country}", lat, lon, code, None, None, PlacePrecision.COUNTRY, 500.0, "synthetic")  # fmt: skip # noqa: E501
    return None


def incident_of(event: Event, dice: random.Random) -> Incident:
    """An event as one report tells it."""
    roll, day = dice.random(), event.day
    date: DateRange | None = DateRange(day, day)
    if roll < 0.12:
        off = day + dt.timedelta(days=dice.choice((-1, 1)))
        date = DateRange(off, off)
    elif roll < 0.20:
        date = DateRange(day - dt.timedelta(days=dice.randint(0, 2)), day + dt.timedelta(days=dice.randint(0, 2)), DatePrecision.RANGE)  # fmt: skip # noqa: E501
    elif roll < 0.24:
        date = None
    killed: tuple[int, int | None] | None = (event.killed, event.killed)
    roll = dice.random()
    if roll < 0.25:
        killed = None
    elif roll < 0.40:
        first = max(0, event.killed + dice.randint(-2, 3))
        killed = (first, first)
    elif roll < 0.50:
        killed = (event.killed, None)
    kind = TOLD_AS.get(event.type, event.type) if dice.random() < 0.15 else event.type
    return Incident(
        "i1", kind, date, place_of(event.country, event.town, dice), (), (), ("a1.m1",), (), killed, None,
        IncidentStatus.OCCURRED, (), 1, Grade.WEAK, "",
    )  # fmt: skip


def words_of(event: Event, dice: random.Random) -> tuple[str, ...]:
    """The names that a report has: most of its event's, and some that are in many reports."""
    own = [n if dice.random() > 0.1 else n[:-1] for n in event.names if dice.random() < 0.6]
    parts = [part for name in own for part in name.split()]
    common = [f"land{event.country}", f"town{event.country}x{event.town}", *(f"common{dice.randrange(400)}" for _ in range(6))]  # fmt: skip # noqa: E501
    return tuple(sorted({*parts, *common}))


@dataclass(frozen=True, slots=True)
class Report:
    """A report of an event. ``text``: the number of its text, which copies share."""

    n: int
    event: Event
    incident: Incident
    words: tuple[str, ...]
    text: int
    published: dt.date


def reports(size: int) -> Iterator[Report]:
    """``size`` reports, event by event."""
    dice = random.Random(SEED + 1)
    n = 0
    for event, count in events(size):
        first: Report | None = None
        for _ in range(count):
            published = event.day + dt.timedelta(days=dice.randint(0, 3))
            if first and dice.random() < 1 / 6:
                report = replace(first, n=n, published=published)
            else:
                report = Report(n, event, incident_of(event, dice), words_of(event, dice), n, published)
            first = first or report
            yield report
            n += 1


def digests_of(size: int) -> Iterator[tuple[Digest, int]]:
    """Digests of ``size`` reports, each with the number of its event."""
    for r in reports(size):
        page = f"sha256:{number_of('page', str(r.n)):064x}"
        rare = tuple(w for w in r.words if not w.startswith(("common", "land")))
        shingles = frozenset(number_of("shingle", f"{r.text}/{k}") & 0xFFFFFFFF for k in range(20))
        weight = 1 / math.sqrt(sum(1.0 if w in rare else 0.1 for w in r.words))
        article = ArticleDigest(
            page=page, id="a1", day=r.published.isoformat(), length=900 + r.text % 7, outlet=f"Outlet {r.n % 500}",
            agency=None, url=None, repeat_of=None, headline=None, words=f"{r.text:x}", shingles=packed(shingles),
            traces=tuple(number_of("sentence", f"{r.text}/{k}") for k in range(3)),
            bands=tuple(number_of("band", f"{r.text}/{k}") for k in range(32)),
        )  # fmt: skip
        yield (
            Digest(
                page=page,
                articles=(article,),
                told=(Told(r.incident, f"I{r.n}", ("a1",)),),
                names=tuple((w, round(weight if w in rare else weight * 0.316, 5)) for w in r.words),
                rare=rare,
                towns=_towns(r.incident.place),
                main="i1",
            ),
            r.event.n,
        )


def _towns(place: Place | None) -> tuple[tuple[str, str | None], ...]:
    return ((place.name, place.country),) if place and place.precision is PlacePrecision.CITY else ()


def readings_of(size: int) -> Iterator[tuple[Reading, int]]:
    """Readings of ``size`` reports of about 200 words, each with the number of its event."""
    for r in reports(size):
        dice = random.Random(r.text)
        filler = [" ".join("".join(dice.choices(SYLLABLES, k=3)) for _ in range(14)) for _ in range(12)]
        told = [f"and {w.title()} {line}." for w, line in zip(r.words, [*filler, *filler], strict=False)]
        text = "\n\n".join(told) + "\n"
        page = f"sha256:{number_of('page', str(r.n)):064x}"
        at, blocks = 0, []
        for line in text.splitlines(keepends=True):
            if line.strip():
                blocks.append(Block(BlockKind.BODY, Span(at, at + len(line.rstrip()))))
            at += len(line)
        day = DateRange(r.published, r.published)
        outlet = f"Outlet {r.n % 500}"
        article = Article("a1", Span(0, len(text)), tuple(blocks), published=day, outlet=outlet)
        said = [Account(Question.OCCURRENCE, "happened", outlet, None, Span(0, 3), "and", page, outlet, "a1", day, article="a1")]  # fmt: skip # noqa: E501
        if r.incident.killed:
            low, high = r.incident.killed
            said.append(replace(said[0], question=Question.KILLED, value=str(low), low=low, high=high))
        mention = Mention(
            "a1.m1", "a1", "a1.s1", None, Span(0, 3), "and", r.incident.event_type, (), (), (), None, None,
            Factuality.CERTAIN, Phase.OCCURRED, False, "synthetic",
        )  # fmt: skip
        place = (r.incident.place,) if r.incident.place else ()
        incident = replace(r.incident, accounts=tuple(said))
        yield (
            Reading(
                Page(page, f"{r.n}.txt", text), (article,), mentions=(mention,), places=place, incidents=(incident,)
            ),
            r.event.n,
        )
