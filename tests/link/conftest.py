"""Hand-built accounts and reports, for testing what is made of them without reading a text."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page
from sourcebook.records import (
    Account,
    Article,
    Block,
    BlockKind,
    DateRange,
    EventType,
    Factuality,
    Grade,
    Incident,
    IncidentStatus,
    Mention,
    Page,
    PageMeta,
    Phase,
    Place,
    PlacePrecision,
    Question,
    Reading,
    Span,
)

PLACES = {
    "Zliten": (32.467, 14.569, "LY", PlacePrecision.CITY, 5.0),
    "Misrata": (32.375, 15.092, "LY", PlacePrecision.CITY, 5.0),
    "Murqub": (32.45, 14.2, "LY", PlacePrecision.PROVINCE, 60.0),
    "Libya": (27.0, 17.0, "LY", PlacePrecision.COUNTRY, 800.0),
    "Sfax": (34.74, 10.76, "TN", PlacePrecision.CITY, 5.0),
}


def _account(
    question: str = "occurrence", value: str = "happened", source: str | None = "police", **more: object
) -> Account:
    """An account; ``source`` None: the report's own voice."""
    fields: dict[str, object] = {
        "claim": "a1.c1" if source else None,
        "quote": Span(0, 1),
        "quote_text": "…",
        "page": "p1",
        "lineage": "Coast Post",
        "article": "a1",
    }
    return Account(Question(question), value, source or "Coast Post", **{**fields, **more})  # type: ignore[arg-type]


def _report(
    text: str,
    day: str = "2021-05-04",
    *,
    published: str = "2021-05-05",
    place: str | None = "Zliten",
    outlet: str | None = "Coast Post",
    agency: str | None = None,
    event_type: EventType = EventType.SHELLING,
    killed: tuple[int, int | None] | None = None,
    background: bool = False,
    twice: bool = False,
) -> Reading:
    """A page of one article that tells of one incident, or with ``twice`` of two alike, in its own voice."""
    whole = text or "x"
    page = Page("sha256:" + hashlib.sha256(f"{whole}{outlet}".encode()).hexdigest(), f"{outlet}.txt", whole)
    blocks, at = [], 0
    for line in whole.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(at, at + len(line.rstrip()))))
        at += len(line)
    printed = dt.date.fromisoformat(published)
    happened = dt.date.fromisoformat(day)
    article = Article(
        "a1", Span(0, len(whole)), tuple(blocks), published=DateRange(printed, printed), outlet=outlet, agency=agency
    )
    spot = None
    if place:
        lat, lon, country, precision, radius = PLACES[place]
        spot = Place("a1.p1", "a1", Span(0, 1), place, place, lat, lon, country, None, None, precision, radius, "test")
    mentions, incidents = [], []
    for n in (1, 2) if twice else (1,):
        trigger = Span(n - 1, n)
        mentions.append(
            Mention(
                f"a1.m{n}", "a1", "a1.s1", None, trigger, trigger.of(whole), event_type, (), (), (), spot and spot.id,
                None, Factuality.CERTAIN, Phase.OCCURRED, background, "test",
            )
        )  # fmt: skip
        told = Account(
            Question.OCCURRENCE, "happened", outlet or "the report", None, trigger, trigger.of(whole), page.id, outlet,
            "a1", article.published, article="a1",
        )  # fmt: skip
        counted = (
            _account("killed", str(killed), None, page=page.id, low=killed[0], high=killed[1], outlet=outlet)
            if killed
            else None
        )
        incidents.append(
            Incident(
                f"i{n}", event_type, DateRange(happened, happened), spot, (), (), (f"a1.m{n}",), (), killed, None,
                IncidentStatus.OCCURRED, (), 1, Grade.WEAK, "", background, tuple(a for a in (told, counted) if a),
            )
        )  # fmt: skip
    return Reading(
        page, (article,), mentions=tuple(mentions), places=(spot,) if spot else (), incidents=tuple(incidents)
    )


@pytest.fixture(scope="session")
def account():
    """``account(question, value, source, **fields)``; ``source`` None: the report's own voice."""
    return _account


@pytest.fixture(scope="session")
def report():
    """``report(text, day, published=, place=, outlet=, …)``: the reading of a page that tells of one incident."""
    return _report


@pytest.fixture
def dossier(lexicon: Lexicon):
    """``dossier(text, …)``: the incidents of reports of one day, each of another outlet, read and linked."""

    def _dossier(*texts: str) -> list[Incident]:
        readings = []
        for n, text in enumerate(texts):
            meta = PageMeta(None, f"Outlet {chr(65 + n)}", dt.date(2023, 5, 12), "sidecar", "en")
            readings.append(read_page(make_page(f"{text}\n".encode(), f"{n}.txt", meta), lexicon))
        return [i for i in link_readings(readings, lexicon).incidents if not i.background]

    return _dossier
