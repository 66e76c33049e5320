"""The terminal view: what must be seen, at every width, and what a hostile page cannot do to a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from sourcebook.export.texts import print_reading
from sourcebook.records import Reading

Printed = Callable[..., str]


@pytest.fixture
def printed() -> Printed:
    def _printed(reading: Reading, width: int = 100, verbose: bool = False, colour: bool = False) -> str:
        out = io.StringIO()
        console = Console(
            file=out, width=width, highlight=False, force_terminal=colour, color_system="truecolor" if colour else None
        )
        print_reading(reading, console, verbose)
        return out.getvalue()

    return _printed


def test_the_article_is_introduced(reading: Reading, printed: Printed) -> None:
    shown = printed(reading)
    assert "Drone hits fuel depot near Port Sudan" in shown
    assert "Example Courier" in shown
    assert "Reuters" in shown
    assert "4 Mar 2024" in shown
    assert "read from: option" in shown


def test_claims_events_and_incidents_are_shown(reading: Reading, printed: Printed) -> None:
    shown = printed(reading, 160)
    for title in ("Who said what", "What happened, according to whom", "Incidents on this page"):
        assert title in shown
    assert "denied" in shown
    assert "no comment" in shown
    assert "unnamed" in shown
    assert "Salma Example" in shown
    assert "6 or more" in shown
    assert "killed" in shown


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(reading: Reading, printed: Printed, width: int) -> None:
    assert max(map(len, printed(reading, width).splitlines())) <= width


@pytest.mark.parametrize("width", [50, 80, 120])
def test_every_source_is_named_at_every_width(reading: Reading, printed: Printed, width: int) -> None:
    shown = " ".join(printed(reading, width).split())
    assert all(c.source.text.split()[-1] in shown or c.source.resolved.split()[-1] in shown for c in reading.claims)


def test_verbose_tells_rules_and_what_was_left_out(reading: Reading, printed: Printed) -> None:
    assert "Seen and left out" not in printed(reading)
    shown = printed(reading, 200, verbose=True)
    assert "Seen and left out" in shown
    assert reading.claims[0].rule in shown
    assert all(r.reason.value in shown for r in reading.rejected)


def test_without_a_terminal_there_is_no_colour(reading: Reading, printed: Printed) -> None:
    assert "\x1b" not in printed(reading)
    assert "\x1b[" in printed(reading, colour=True)


def test_a_page_cannot_steer_the_terminal_or_the_markup(hostile: Reading, printed: Printed) -> None:
    shown = printed(hostile, 200, verbose=True)
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(shown)
    assert "[red]" in shown  # printed as it stands, not taken for a colour


def test_a_language_that_is_not_read_is_named(read, printed: Printed) -> None:
    shown = printed(read("قال مدير المستشفى إن ستة أشخاص قتلوا في قصف على سوق في المدينة يوم الثلاثاء. " * 4))
    assert "language: Arabic (ar) — not read; no claims were looked for" in " ".join(shown.split())
    assert "Who said what" not in shown


def test_a_page_without_violence_says_so(read, printed: Printed) -> None:
    shown = printed(read("The library opens at nine.\n\nIt has a new roof.\n"))
    assert "no one is quoted" in shown
    assert "no event of violence" in shown
