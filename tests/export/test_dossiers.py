"""Incidents over many pages in a terminal: what a reader sees at a glance, at every width."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from rich.console import Console

from sourcebook.export import words
from sourcebook.export.dossiers import print_dossier, print_incidents, tally_notes
from sourcebook.records import Account, Incident, Question, Reading, Span
from sourcebook.store.incidents import Dossier, Report


@pytest.fixture
def incident(reading: Reading) -> Incident:
    first = reading.incidents[0]
    return replace(first, members=((reading.page.id, first.id),))


@pytest.fixture
def dossier(reading: Reading, incident: Incident) -> Dossier:
    return Dossier(incident, (Report(reading.page, reading.articles[0], "Example Courier"),))


def printed(shown: object, width: int, **options: bool) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False)
    if isinstance(shown, Dossier):
        print_dossier(shown, console, **options)
    else:
        print_incidents(shown, console)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 300])
def test_everything_is_there_at_every_width(dossier: Dossier, width: int) -> None:
    for shown, wanted in (
        (printed(dossier, width), ["Did it happen?", "Killed", "hospital", dossier.incident.id, "Reports"]),
        (printed([dossier.incident], width), ["killed", dossier.incident.id, "Port", "1 report"]),
    ):
        assert all(len(line) <= width for line in shown.splitlines())
        assert "…" not in shown.replace("…”", "") or width >= 80
        flat = " ".join(shown.split())
        for text in wanted:
            assert text in flat


def number(low: int, high: int | None, source: str, day: int, value: str = "") -> Account:
    said = dt.date(2026, 5, day)
    return Account(
        Question.KILLED, value or str(low), source, "a1.c1", Span(0, 1), "…", "p1", low=low, high=high,
        said=words.DateRange(said, said),
    )  # fmt: skip


def test_the_history_of_a_toll_is_told_in_its_order() -> None:
    first, raised, lowered, other = (
        number(9, 9, "police", 1), number(14, 14, "police", 2), number(12, 12, "police", 3), number(12, None, "a nurse", 3),
    )  # fmt: skip
    notes = tally_notes([lowered, other, raised, first])
    assert notes == {id(raised): "raised from 9", id(lowered): "lowered from 14", id(other): "latest"}
    assert not tally_notes([first])


def test_numbers_are_in_order_of_time_and_sums_are_said(dossier: Dossier) -> None:
    accounts = (number(14, 14, "police", 2), number(2, 2, "a nurse", 1, "a guard and a cook"))
    shown = printed(replace(dossier, incident=replace(dossier.incident, accounts=accounts)), 100)
    answers = shown.split("Killed")[-1]
    assert answers.index("2: a guard and a cook") < answers.index("14")


def test_sources_lose_their_clauses_unless_all_is_asked_for(dossier: Dossier) -> None:
    accounts = (number(2, 2, "a nurse, Ana Gil, who was on duty when it happened", 1),)
    told = replace(dossier, incident=replace(dossier.incident, accounts=accounts))
    assert "on duty" not in printed(told, 100)
    assert "A nurse, Ana Gil" in printed(told, 100)
    assert "who was on duty" in printed(told, 100, full=True)


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("the Hill Front, which counts the dead", "the Hill Front"),
        ("an officer who asked not to be named", "an officer"),
        ("the mayor, Hodan Ali", "the mayor, Hodan Ali"),
        ("who", "who"),
    ],
)
def test_the_name_of_a_source_ends_where_a_clause_begins(described: str, name: str) -> None:
    assert words.source_name(described) == name


def test_days_are_written_as_people_do() -> None:
    assert words.days("2026-05-04") == "4 May 2026"
    assert words.days("2026-05-04 to 2026-05-09") == "4–9 May 2026"
    assert words.days("from 2026-05-04") == "from 2026-05-04"


@pytest.mark.parametrize(
    ("killed", "said", "shown"),
    [
        ((7, 7), [(7, None)], "7 or more"),
        ((7, 7), [(7, None), (7, 7)], "7"),
        ((4, 11), [(4, 4), (11, None)], "4–11 or more"),
        ((4, 11), [(4, None), (11, 11)], "4–11"),
        ((0, 0), [(0, 0)], "no one"),
        (None, [], ""),
    ],
)
def test_at_least_seven_is_not_seven(incident: Incident, killed, said, shown: str) -> None:
    accounts = tuple(number(low, high, f"source {n}", 1) for n, (low, high) in enumerate(said))
    assert words.told_range(replace(incident, killed=killed, accounts=accounts), Question.KILLED) == shown
