"""Voices: headlines that name in short whom the article names in full, and the dead, who say nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page
from sourcebook.records import Account, Incident, PageMeta, Question, Stance


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def told(text: str, lexicon: Lexicon) -> Incident:
    meta = PageMeta(None, "The Weir Gazette", dt.date(2023, 3, 8), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "report.txt", meta), lexicon)
    return next(i for i in reading.incidents if not i.background)


def sources(accounts: tuple[Account, ...]) -> set[str]:
    return {a.source for a in accounts if a.claim is not None}


def test_a_headline_speaks_with_the_voices_of_its_article(lexicon: Lexicon) -> None:
    incident = told(
        "Mayor counts four dead after blast in Gyor\n\n"
        "Gyor's mayor, Ilona Feher, said on Wednesday that four people were killed when a bomb exploded at a tram "
        "stop in Gyor on Tuesday.\n",
        lexicon,
    )
    assert "Mayor" not in sources(incident.accounts)
    assert len([a for a in incident.accounts if a.question is Question.KILLED]) == 1
    assert incident.independent_sources == 1


def test_to_say_that_there_was_nothing_is_a_denial(lexicon: Lexicon) -> None:
    incident = told(
        "The Lake Front said on Wednesday that an air strike had killed five people in Gyor on Tuesday.\n\n"
        'An army spokesman, Colonel Bela Kun, called the report false. "There was no strike," he said.\n',
        lexicon,
    )
    denials = [a for a in incident.accounts if a.stance in (Stance.DENY, Stance.DISPUTE)]
    assert any(a.question is Question.OCCURRENCE and "Kun" in a.source for a in denials)


def test_a_bystander_who_tells_what_went_before_is_a_source(lexicon: Lexicon) -> None:
    text = (
        "A bomb exploded in the tram depot of Gyor on Tuesday, killing three people, the tram company said.\n\n"
        "A student, Marta Olah, said a woman had {} beside the ticket machine.\n"
    )
    assert told(text.format("put down a suitcase"), lexicon).independent_sources == 2
    assert told(text.format("always sold flowers"), lexicon).independent_sources == 1


def test_who_tells_of_his_own_deed_owns_up(lexicon: Lexicon) -> None:
    incident = told(
        "A bomb exploded at the tram depot of Gyor on Tuesday, killing three people, the tram company said.\n\n"
        "The Lake Front, an armed group, said it had bombed the depot.\n",
        lexicon,
    )
    owning = [a for a in incident.accounts if a.stance is Stance.ADMIT]
    assert [str(a.question) for a in owning] == ["responsibility"]
    assert "Lake Front" in owning[0].value


def test_a_so_called_event_is_no_event_that_the_speaker_tells(lexicon: Lexicon) -> None:
    incident = told(
        "Soldiers killed twelve farmers in Gyor on Tuesday, the Lake Union said.\n\n"
        "A government spokesman declared that the so-called massacre was a fairy tale.\n",
        lexicon,
    )
    assert incident.independent_sources == 1


def test_nobody_denies_what_is_only_not_known(lexicon: Lexicon) -> None:
    incident = told(
        "A bomb exploded at the tram depot of Gyor on Tuesday, killing two fitters, the tram company said.\n\n"
        "It was not known if they were the men who had been attacked in the depot on Monday.\n",
        lexicon,
    )
    assert not any(a.value == "did not happen" or a.stance is Stance.DENY for a in incident.accounts)


def test_renaming_an_outlet_changes_no_group(lexicon: Lexicon) -> None:
    from sourcebook.flow import link_readings

    texts = [
        "GYOR, March 8 - A bomb exploded in the tram depot of Gyor on Tuesday and killed two fitters, the company said.\n",
        "Two fitters died when a bomb went off in the tram depot of Gyor on Tuesday, according to a nurse, Marta Olah.\n",
        "Robbers shot dead a jeweller in Sopron on Monday, police said.\n",
    ]

    def groups(names: list[str]) -> list[list[str]]:
        readings = [
            read_page(
                make_page(t.encode(), f"{n}.txt", PageMeta(None, name, dt.date(2023, 3, 8), "sidecar", "en")), lexicon
            )
            for n, (t, name) in enumerate(zip(texts, names, strict=True))
        ]
        path = {r.page.id: r.page.path for r in readings}
        linked = link_readings(readings, lexicon)
        return sorted(sorted(path[p] for p, _ in i.members) for i in linked.incidents)

    first = groups(["The Weir Gazette", "Raab Post", "Lake Mail"])
    assert first == groups(["Morning Star", "Tram Times", "The Weir Gazette"])
    assert ["0.txt", "1.txt"] in first


def test_a_headlines_force_is_the_forces_below(lexicon: Lexicon) -> None:
    incident = told(
        "Drone kills two, reef-based force says\n\nA drone killed two people in Gyor on Tuesday, the reef-based Coastal "
        "Defence Forces said. The force said that one of the dead was a farmer.\n",
        lexicon,
    )
    assert incident.independent_sources == 1
