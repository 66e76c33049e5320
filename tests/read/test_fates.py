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


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two of the nine people shot at a mill in Nola on Monday have died, a nurse said.", (2, 2), None),
        ("Two of the nine raiders were shot dead at a mill in Nola on Monday.", (2, 2), None),
        ("Four of the potters killed in a raid on Nola on Monday were from one family.", (4, 4), None),
        ("Six of the 20 wounded in the shelling of Nola on Monday had been sent home.", None, (20, 20)),
        ("The shelling of Nola on Monday killed nine. The union said three of its number died in it.", (9, 9), None),
        ("Two bodies brought the number of slain potters in the raid on Nola on Monday to nine.", (9, 9), None),
    ],
)
def test_some_of_many(text: str, killed, injured, read) -> None:
    assert _range(read, text) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A clerk injured in the grenade attack on a mill in Nola died of her wounds on Tuesday.", None),
        (
            "A clerk injured in Sunday's grenade attack on a mill in Nola died of her wounds on Tuesday.",
            dt.date(2026, 3, 1),
        ),
        ("The clerk hurt in Sunday's raid on Nola, in which her son was killed, died on Tuesday.", dt.date(2026, 3, 1)),
    ],
)
def test_the_day_of_a_late_death_is_not_that_of_the_attack(text: str, day, read) -> None:
    reading = read(text, published=dt.date(2026, 3, 4))
    (incident,) = (i for i in reading.incidents if not i.background)
    assert incident.date is not None
    assert (incident.date.low == incident.date.high == day) is (day is not None)


def test_a_denial_that_goes_back_by_a_pronoun_answers_what_was_said(read) -> None:
    reading = read("Police said the three men had planted the bomb. Two of the men denied that they had planted it.")
    denial = next(c for c in reading.claims if c.stance == "deny")
    assert denial.about is not None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "A gunman killed two potters in Nola on Monday before turning the gun on himself, a guard said.",
            (3, 3),
            None,
        ),
        ("A gunman killed two potters in Nola on Monday before turning the gun over to a guard.", (2, 2), None),
        ("The mayor named the two potters who burned to death in a raid on Nola on Monday.", (2, 2), None),
        ("Two potters were killed in a raid on Nola on Monday; only a girl survived it, the mayor said.", (2, 2), None),
        ("The bodies of two potters and their cook were found in Nola after Monday's raid.", (3, 3), None),
        ("The bodies of two potters were found in Nola after Monday's raid, and their cook is missing.", (2, 2), None),
        ("Shells hit the mill in Nola on Monday. Four potters are in the burns unit.", None, (4, 4)),
    ],
)
def test_how_it_ended(text: str, killed, injured, read) -> None:
    assert _range(read, text) == (killed, injured)
