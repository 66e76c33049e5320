"""What became of people counted before: "all died", "none survived"; and numbers that stand for a toll told before."""

from __future__ import annotations

import datetime as dt

import pytest

SHOT = "Armed men shot three well-diggers near Nola on Monday."


def _range(read, text: str):
    reading = read(text, published=dt.date(2026, 3, 4))
    (incident,) = (i for i in reading.incidents if not i.background)
    return incident.killed, incident.injured


@pytest.mark.parametrize("fate", ["All died at the scene.", "None of them survived.", "There were no survivors."])
def test_all_of_those_told_before(fate: str, read) -> None:
    assert _range(read, f"{SHOT} {fate}") == ((3, 3), None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A rocket hit a ferry carrying six nuns on Monday. Nobody came out alive, the mayor said.", (6, 6)),
        ("A rocket hit a ferry carrying six nuns on Monday. All of the sailors died, the mayor said.", None),
        ("A rocket hit a ferry carrying six nuns on Monday. Nobody died, the mayor said.", (0, 0)),
    ],
)
def test_all_who_were_there(text: str, killed, read) -> None:
    assert _range(read, text)[0] == killed


@pytest.mark.parametrize("dead", ["two of those wounded in Monday's blast", "two of the people hurt in Monday's blast"])
def test_the_wounded_who_die_are_dead(dead: str, read) -> None:
    assert _range(read, f"A nurse in Nola said {dead} at a grain store had died.") == ((2, 2), None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The toll of the shelling of Nola stood at nine at noon. By night it had reached 13, a medic said.", (13, 13)),
        ("The shelling of Nola on Monday killed nine, a medic said. The true figure was 13, the mayor said.", (9, 13)),
        ("The mayor put the dead of Monday's shelling of Nola at 13.", (13, 13)),
        ("The shelling of Nola on Monday killed nine, a medic said. The heat had reached 40.", (9, 9)),
    ],
)
def test_a_toll_told_anew(text: str, killed, read) -> None:
    assert _range(read, text)[0] == killed


def test_who_mourns_is_not_who_was_shot(read) -> None:
    text = "Cousins of the councillor gunned down in Nola on Monday held a vigil at night."
    assert _range(read, text)[0] == (1, 1)
