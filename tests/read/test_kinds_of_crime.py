"""What local news tells of crimes and courts: no air strike, no shelling, no crowd, no suicide bombing."""

import datetime as dt

import pytest

WARLIKE = {"shelling", "strike", "air-strike", "bombing", "suicide-bombing", "force-against-protesters"}


@pytest.mark.parametrize(
    "text",
    [
        "A charge of criminal mischief was dropped in a deal with prosecutors, who said the man had shot a clerk.",
        "A 16-year-old student was fatally shot on Thursday evening near her school, police said.",
        "A deputy was fatally struck by a bullet from the gun of a colleague, the sheriff said.",
        "The gun went off in his jacket and wounded him in the thigh, police said.",
        "The gun fired by accident and killed a boy of eight, detectives said.",
        "A man shot a boy of eight and then himself in a murder-suicide, police said on Monday.",
        "A college grad shot his former teammate to death on Monday, police said.",
        "The suspect was hit with a door and shot at the clerk, police said.",
    ],
)
def test_a_crime_is_of_no_kind_of_war(read, text: str) -> None:
    reading = read(text, published=dt.date(2026, 5, 5))
    assert not {str(m.event_type) for m in reading.mentions} & WARLIKE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Grad rocket hit the market in Tarn on Monday and killed two people.", "shelling"),
        ("A missile struck four farmers near Homs on Monday, medics said.", "shelling"),
        ("A man in an explosive vest killed nine people in a suicide attack on a mosque on Monday.", "suicide-bombing"),
        ("Helicopters dropped bombs on a village near Homs on Monday, residents said.", "air-strike"),
        ("Police fired on protesters in Tarn on Monday and killed two students.", "force-against-protesters"),
        ("The guns on the ridge opened up on the town at dusk and killed two.", "shelling"),
    ],
)
def test_what_is_of_war_stays_so(read, text: str, kind: str) -> None:
    reading = read(text, published=dt.date(2026, 5, 5))
    assert kind in {str(m.event_type) for m in reading.mentions}


def test_hundreds_of_dead_are_no_crowd(read) -> None:
    reading = read(
        "The lawyers' group said hundreds had been killed when bombs fell on the weekly market on Monday.",
        published=dt.date(2026, 5, 5),
    )
    assert "force-against-protesters" not in {str(m.event_type) for m in reading.mentions}
