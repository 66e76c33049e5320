"""The incidents of a page: which tellings are one event, when and where, and what its tolls add up to."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.link.families import same_family, type_of
from sourcebook.records import EventType, Incident, IncidentStatus, Reading

DAY = dt.date(2024, 5, 2)  # a Thursday


@pytest.fixture(scope="module")
def incidents(read):
    def _incidents(text: str) -> tuple[Incident, ...]:
        reading: Reading = read(text, published=DAY)
        return tuple(i for i in reading.incidents if not i.background)

    return _incidents


COUNTS = [
    ("retold", "A bomb killed 14 people at a market in Kano on Wednesday. The bomb, which killed 14 people, went off at noon.", (14, 14), None),
    ("side by side", "A bomb killed a teacher and two pupils at a school in Kano on Wednesday.", (3, 3), None),
    ("part", "A bomb killed 14 people, including three children, in Kano on Wednesday.", (14, 14), None),
    ("one person twice", "A man was killed in a bombing in Kano on Wednesday. Musa Bello, 34, died at the scene of the bombing.", (1, 1), None),
    ("pronoun", "Gunmen shot a guard in Kano on Wednesday. He died in hospital.", (1, 1), None),
    ("two persons", "Gunmen attacked a bank in Kano on Wednesday. A 34-year-old man was killed. A 19-year-old woman was also killed.", (2, 2), None),
    ("harms apart", "A bomb killed four people and injured nine in Kano on Wednesday.", (4, 4), (9, 9)),
    ("open end", "A bomb killed at least four people in Kano on Wednesday.", (4, 4), None),
    ("vague", "A bomb wounded several people in Kano on Wednesday.", None, (2, 2)),
    ("vague and exact", "A bomb wounded dozens in Kano on Wednesday. The bomb wounded 31 people.", None, (31, 31)),
    ("shot and dead", "Five people were shot in Kano on Wednesday. Two of them were killed in the shooting.", (2, 2), (3, 3)),
    ("none", "A bomb exploded in Kano on Wednesday. No casualties were reported in the bombing.", (0, 0), (0, 0)),
    ("raised", "A bomb exploded in Kano on Wednesday. The death toll rose to nine from six.", (9, 9), None),
    ("lowered", "A bomb exploded in Kano on Wednesday. The death toll was lowered to six from nine.", (6, 6), None),
    ("an earlier count", "A bomb in Kano on Wednesday killed nine people, a hospital said, lowering an earlier count of 11.", (9, 11), None),
    ("family", "A bomb in Kano on Wednesday killed a baker, his wife and their two sons.", (4, 4), None),
    ("one side", "A bomb exploded in Kano on Wednesday. Residents said the bombing wounded 14 people.\n\nPolice said three officers were wounded in the bombing.", None, (14, 14)),
    ("period", "A bomb killed four people in Kano on Wednesday. Bombings have killed 300 people this year.", (4, 4), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured"), [c[1:] for c in COUNTS], ids=[c[0] for c in COUNTS])
def test_what_the_tolls_add_up_to(text, killed, injured, incidents):
    first = incidents(text)[0]
    assert (first.killed, first.injured) == (killed, injured)


def test_sources_that_differ_make_a_range(incidents):
    text = (
        "A bomb exploded in Kano on Wednesday. State television said that five people were killed in the bombing.\n\n"
        "A hospital official said that nine people were killed in the bombing."
    )
    assert incidents(text)[0].killed == (5, 9)


def test_two_days_are_two_events(incidents):
    text = (
        "A car bomb killed four people in Kano on Monday.\n\n"
        "Another car bomb killed six people in Maiduguri on Wednesday."
    )
    found = incidents(text)
    assert sorted(i.killed for i in found) == [(4, 4), (6, 6)]
    assert {i.date.low for i in found} == {dt.date(2024, 4, 29), dt.date(2024, 5, 1)}


def test_two_towns_in_one_night_are_two_events(incidents):
    text = (
        "Shells hit a bus station in Kharkiv late on Wednesday, killing three people.\n\n"
        "A drone struck a hospital in Kherson on Wednesday night. Five people were killed there, the mayor said."
    )
    assert {i.place.name for i in incidents(text)} == {"Kharkiv", "Kherson"}


def test_days_that_the_clause_names_keep_attacks_apart(incidents):
    text = (
        "The villagers have seen two attacks in a week.\n\n"
        "On April 23 gunmen attacked the village of Zuru and killed two farmers. "
        "On April 28 gunmen attacked the village again and killed six."
    )
    assert {i.date.low.day for i in incidents(text) if i.killed} == {23, 28}


def test_a_plan_is_no_part_of_what_happened(incidents):
    text = (
        "A bomb killed four people at a market in Kano on Wednesday.\n\n"
        "An officer said that a strike on the group had been considered. The group vowed to bomb more markets."
    )
    first, *others = incidents(text)
    assert first.status is IncidentStatus.OCCURRED
    assert first.killed == (4, 4)
    assert not [i for i in others if i.status is IncidentStatus.OCCURRED]


def test_a_device_that_did_not_go_off_leaves_no_doubt_about_the_one_that_did(incidents):
    text = (
        "A car bomb killed four people at a market in Kano on Wednesday, police said.\n\n"
        "Residents said that a second bomb had been found near the mosque but did not explode."
    )
    (found,) = incidents(text)
    assert found.status is IncidentStatus.OCCURRED


def test_the_town_of_an_attack_is_not_its_author(incidents):
    (found,) = incidents("Police said the Nigeria market bombing killed four people in Kano on Wednesday.")
    assert found.actors == ()


def test_the_tellings_of_one_event_are_one(incidents):
    text = (
        "An air strike hit a bakery in Idlib on Wednesday, killing seven people, medics said.\n\n"
        "The attack wounded 12 others. Rescuers said the strike destroyed two houses."
    )
    (found,) = incidents(text)
    assert found.event_type is EventType.AIR_STRIKE
    assert (found.killed, found.injured) == ((7, 7), (12, 12))
    assert found.place is not None
    assert found.place.name == "Idlib"


def test_an_event_without_a_date_is_of_the_day_of_the_report_or_the_day_before(incidents):
    (found,) = incidents("Gunmen shot dead two guards outside a bank in Kano.")
    assert (found.date.low, found.date.high) == (dt.date(2024, 5, 1), DAY)


def test_a_recalled_event_is_background(read):
    reading = read(
        "A bomb killed four people in Kano on Wednesday. In 2014 a bombing in the same city killed 80 people.",
        published=DAY,
    )
    assert reading.incidents[0].killed == (4, 4)
    assert all(i.background for i in reading.incidents[1:])


@pytest.mark.parametrize(
    "text",
    [
        "The minister met union leaders in Oslo on Wednesday and signed a letter.",
        "The striker shot from 20 metres and killed the game off.",
    ],
)
def test_nothing_violent_makes_no_incident(text, incidents):
    assert not [i for i in incidents(text) if i.killed or i.injured]


def test_a_threat_is_no_event_that_occurred(incidents):
    found = incidents("The group threatened to bomb the embassy in Lima.")
    assert all(i.status is not IncidentStatus.OCCURRED for i in found)


def test_ids_count_from_the_one_told_most(read):
    reading = read(
        "A bomb killed four people in Kano on Wednesday. The bombing wounded nine. Police in Lima arrested two men.",
        published=DAY,
    )
    assert [i.id for i in reading.incidents] == [f"i{n}" for n in range(1, len(reading.incidents) + 1)]
    assert reading.incidents[0].killed == (4, 4)
    known = {m.id for m in reading.mentions}
    assert all(m in known for i in reading.incidents for m in i.mentions)


def test_types_of_one_family():
    assert same_family(EventType.KILLING, EventType.AIR_STRIKE)
    assert same_family(EventType.STRIKE, EventType.DRONE_STRIKE)
    assert not same_family(EventType.ARREST, EventType.BOMBING)
    assert type_of([EventType.KILLING, EventType.STRIKE, EventType.DRONE_STRIKE]) is EventType.DRONE_STRIKE
    assert type_of([EventType.KILLING, EventType.ARMED_ATTACK]) is EventType.ARMED_ATTACK


def test_a_dealing_that_is_disrupted_and_names_nobody_is_no_incident(read) -> None:
    """A purpose told in passing is no event; a plot against someone that was foiled is one."""
    passing = read("The coast guard stepped up patrols to disrupt attempts to deliver arms to the islands.")
    assert passing.incidents == ()
    (foiled,) = read(
        "Police foiled a plot to bomb a courthouse in Beja on Monday, the interior ministry said."
    ).incidents
    assert foiled.status == "attempted"
    assert foiled.grade == "weak"
    assert "attempted" in foiled.grade_reason
    assert {a.value for a in foiled.accounts if a.question == "occurrence"} == {"attempted"}
    assert foiled.contested == ()


def test_a_year_that_says_which_august_makes_no_sum_of_a_year(read) -> None:
    text = (
        "A roadside mine killed 11 people in Kano on Wednesday, officials said.\n\n"
        "In August last year, eight people died when a similar device exploded in Zaria.\n\n"
        "In all, 60 people were killed by mines last year.\n"
    )
    found = {i.place.name: i.killed for i in read(text, published=DAY).incidents if i.place}
    assert found == {"Kano": (11, 11), "Zaria": (8, 8)}


def test_an_arrest_that_was_not_made_is_no_incident(incidents) -> None:
    found = incidents(
        "Gunmen killed two farmers near Kano on Wednesday, police said. No arrest had been made by Thursday, they said."
    )
    assert [i.event_type for i in found] == [EventType.KILLING]


@pytest.mark.parametrize(
    ("later", "dead"),
    [
        ("Half an hour later a second strike hit volunteers who were digging, killing four of them.", [(4, 4), (8, 8)]),
        ("Minutes later another strike killed four volunteers.", [(4, 4), (8, 8)]),
        ("Half an hour later the strike was condemned by the bishop.", [(8, 8)]),
    ],
)
def test_a_second_strike_counted_from_the_first_is_another(later: str, dead: list, incidents) -> None:
    told = incidents(f"Planes bombed a depot in Kano on Wednesday and killed eight workers. {later}")
    assert sorted(i.killed for i in told if i.killed) == dead


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two men were shot dead outside a bar in Karsk on Sunday, police said. The gunman opened fire from a car and fled. "
         "A barrage of bullets hit the door, and a third man has a gunshot wound.", EventType.ARMED_ATTACK),
        ("A shell killed two men in Karsk on Sunday, police said. The barrage lasted an hour. "
         "Guards opened fire in the dark.", EventType.SHELLING),
    ],
)  # fmt: skip
def test_a_figure_of_speech_shells_nobody(read, text: str, kind: EventType) -> None:
    reading = read(text, published=dt.date(2026, 3, 2))
    assert next(i.event_type for i in reading.incidents if not i.background) is kind
