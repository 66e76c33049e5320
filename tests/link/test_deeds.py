"""Who counts by default in a report of one attack, and what is only an answer to it, a feeling or a habit."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon.responses import Responses
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

REPORT = """Gunmen raid tannery in Loviisa

Gunmen raided a tannery in Loviisa on Monday night and killed two workers, the mayor's office said.

{}
"""


def _linked(lexicon, *pages: tuple[str, str]):
    """The incident of a few reports, each an outlet and a text."""
    readings = []
    for n, (outlet, text) in enumerate(pages):
        meta = PageMeta(None, outlet, dt.date(2021, 3, 10), "sidecar", "en")
        readings.append(read_page(make_page(text.strip().encode() + b"\n", f"p{n}.txt", meta), lexicon))
    return max(link_readings(readings, lexicon).incidents, key=lambda i: len(i.accounts))


@pytest.fixture(scope="module")
def counted(lexicon):
    """How many sources a report counts that ends with the given words, beside the mayor's office."""

    def of(words: str) -> int:
        return _linked(lexicon, ("Kymi Post", REPORT.format(words))).independent_sources - 1

    return of


@pytest.mark.parametrize("rule", list(Responses().file), ids=lambda r: r.id)
def test_a_response_tells_nothing_of_the_event(rule, counted) -> None:
    assert counted(rule.example) == 0
    assert counted(rule.counter_example) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The coast guard said a launch had taken off the other nine hands.",
        "Customs officials said the van had stood there since noon.",
        "A fish seller, who would not be named, said the taller one called out the foreman's nickname first.",
        '"Those by the door had no warning," said a packer, Leila Kanto. "They were at their benches."',
        "The owner, Tove Rask, said they took glue and two lamps.",
        "The port police said the tyres of the van were flat.",
        "Harbour pilots confirmed the toll.",
        "The port police said officers were called at two.",
        '"We had no chance," said a packer, Leila Kanto.',
        "The port police said an army rifle was used.",
        "The watchman said the men had asked each of them for his papers.",
    ],
)
def test_whoever_speaks_in_the_past_tense_counts(words: str, counted) -> None:
    assert counted(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The coast guard said it was looking into the report.",
        "The governor said he was saddened.",
        "The governor said an investigation was under way.",
        "The port police said the quay used to be quiet.",
        "The union said it had asked for guards three times.",
        "The lawyer of one of the accused, Tove Rask, said he was being treated for an illness.",
        "The trade ministry said the minister left for Vienna.",
        "Information from the harbour said nothing was missing.",
        "6.40pm: Shops were shut.",
        "A monitor has not been able to verify the toll.",
        '"He taught half this town to read," said a packer, Leila Kanto.',
        "The ministry said it was coordinating with the gendarmes.",
    ],
)
def test_what_came_after_counts_nobody(words: str, counted) -> None:
    assert counted(words) == 0


def test_a_name_that_stands_alone_is_whom_the_report_began_with(lexicon) -> None:
    lead = "The wife of a tanner who was abducted from Loviisa on Monday said he had telephoned her.\n\n"
    assert _linked(lexicon, ("Kymi Post", lead + '"They have a boat," Leila Kanto said.')).independent_sources == 1
    apart = lead + '"They came in a boat," said Leila Kanto, who keeps the harbour kiosk.'
    assert _linked(lexicon, ("Kymi Post", apart)).independent_sources == 2


def test_a_rank_is_of_the_only_force_that_is_quoted(lexicon) -> None:
    text = "Gunmen shot two tanners dead in Loviisa on Monday, police said.\n\n"
    ours = text + '"We came too late," Colonel Leila Kanto told reporters.'
    theirs = text + '"We came too late," army Colonel Leila Kanto told reporters.'
    assert _linked(lexicon, ("Kymi Post", ours)).independent_sources == 1
    assert _linked(lexicon, ("Kymi Post", theirs)).independent_sources == 2


def test_doctors_at_a_hospital_are_the_hospital(lexicon) -> None:
    first = "A bomb wounded six people in Loviisa on Monday, Saint Bridget Hospital said.\n"
    second = "A bomb wounded six people in Loviisa on Monday, doctors at Saint Bridget Hospital said.\n"
    other = "A bomb wounded six people in Loviisa on Monday, doctors at Harbour Road Clinic said.\n"
    assert _linked(lexicon, ("Kymi Post", first), ("The Skerry", second)).independent_sources == 1
    assert _linked(lexicon, ("Kymi Post", first), ("The Skerry", other)).independent_sources == 2


def test_two_who_open_a_report_are_those_told_one_by_one_behind(lexicon) -> None:
    lead = "A jet bombed a tannery in Loviisa on Monday and killed five, residents and an armed group said.\n\n"
    both = lead + '"It came twice," a resident said. The Skerry Liberation Army said two bombs fell.'
    one = lead + '"It came twice," a resident said.'
    assert _linked(lexicon, ("Kymi Post", both)).independent_sources == 2
    assert _linked(lexicon, ("Kymi Post", one)).independent_sources == 2


def test_a_hospital_that_admits_the_wounded_is_quoted_only_where_it_speaks(lexicon) -> None:
    text = "Gunmen attacked a tannery in Loviisa on Monday.\n\nThe town's hospital admitted nine people, {} said."
    assert _linked(lexicon, ("Kymi Post", text.format("a nurse"))).independent_sources == 1


def test_he_is_the_guard_and_the_inspector(lexicon) -> None:
    text = 'A guard at Loviisa\'s tannery said the shells which struck it on Monday came in threes. "We ran," he said.'
    assert _linked(lexicon, ("Kymi Post", text)).independent_sources == 1


def test_beside_a_second_attack_a_source_speaks_of_the_one_told_last(lexicon) -> None:
    text = (
        "Gunmen raided a tannery in Loviisa on Monday and killed two workers, the mayor's office said.\n\n"
        "Hours later a bomb killed three people at a bakery in Porvoo, police said.\n\n"
        "A cyclist, Leila Kanto, said she carried a girl across the road."
    )
    meta = PageMeta(None, "Kymi Post", dt.date(2021, 3, 10), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "p.txt", meta), lexicon)
    told = {str(i.event_type): {a.source for a in i.accounts} for i in reading.incidents}
    assert "A cyclist, Leila Kanto" in told["bombing"]
    assert all("A cyclist, Leila Kanto" not in sources for kind, sources in told.items() if kind != "bombing")


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("The senator, Leila Kanto, said there was no excuse for the raid.", 0),
        ("The bishop said the violence had to stop.", 0),
        ("The bishop said the raid had begun at the gate.", 1),
        ("A tanner whose house was set on fire said he was scared to go home.", 1),
        ("A tanner whose house stands empty said he was scared to go home.", 0),
    ],
)
def test_what_to_think_of_it_is_not_told_of_it(words: str, more: int, counted) -> None:
    assert counted(words) == more


def test_one_of_many_by_name_is_whom_she_means(lexicon) -> None:
    text = (
        "Shells hit a tannery in Loviisa on Monday, killing four, the mayor's office said.\n\n"
        'One of the tanners, Leila Kanto, was lifting a child onto a cart. "The wall came in on us," she said.'
    )
    incident = _linked(lexicon, ("Kymi Post", text))
    assert any("Leila Kanto" in a.source for a in incident.accounts)


def test_whoever_is_suspected_by_nobody_named_adds_no_voice(lexicon) -> None:
    text = "Raiders suspected to be from across the bay killed six people in Loviisa on Monday, the reeve, Ana Kanto, said."
    assert _linked(lexicon, ("Kymi Post", text)).independent_sources == 1


def test_the_station_of_an_armed_group_is_the_group(lexicon) -> None:
    bare = "A bomb killed two guards at a tannery in Loviisa on Monday.\n"
    quoting = (
        "A bomb killed two guards at a tannery in Loviisa on Monday.\n\n"
        "The Gannet Brigades, an armed group, said that its fighters had planted it.\n"
    )
    assert _linked(lexicon, ("Radio Gannet", bare), ("Kymi Post", quoting)).independent_sources == 1
    assert _linked(lexicon, ("Radio Heron", bare), ("Kymi Post", quoting)).independent_sources == 2
