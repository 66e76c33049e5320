"""Who is to have done it: accusations, admissions and denials in many wordings, each with the account it gives."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.link.contradictions import denies
from sourcebook.link.names import self_called
from sourcebook.read.pages import make_page
from sourcebook.records import Account, Incident, PageMeta, Question, Stance

BLAST = "A car bomb killed nine people outside a police station in Jalalabad on Monday, the governor said."
FARM = "Gunmen shot dead six farmers in the village of Gwoza on Tuesday night, residents said."
SCHOOL = "An air strike hit a school in Taiz on Wednesday, killing eleven pupils, the health office said."
AFTER = "The road through the town was closed for several hours."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def told(lead: str, sentence: str, lexicon: Lexicon) -> Incident:
    meta = PageMeta(None, "The Weir Gazette", dt.date(2023, 5, 20), "sidecar", "en")
    text = f"News of the week\n\n{lead}\n\n{sentence} {AFTER}\n"
    reading = read_page(make_page(text.encode(), "report.txt", meta), lexicon)
    return next(i for i in reading.incidents if not i.background)


def answers(lead: str, sentence: str, lexicon: Lexicon) -> list[Account]:
    return [a for a in told(lead, sentence, lexicon).accounts if a.question is Question.RESPONSIBILITY]


def named(lead: str, sentence: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Who names whom: (accused, by whom), both without an article."""
    said = (a for a in answers(lead, sentence, lexicon) if not denies(a, Question.RESPONSIBILITY))
    return {
        (a.value.removeprefix("The ").removeprefix("the "), a.source.removeprefix("The ").removeprefix("the "))
        for a in said
    }


@pytest.mark.parametrize(
    ("lead", "sentence", "accused", "by"),
    [
        (BLAST, "The bombing was the work of the Black Lantern, the intelligence service said.", "Black Lantern",
         "intelligence service"),
        (BLAST, "All signs point to the Black Lantern, the governor said.", "Black Lantern", "governor"),
        (BLAST, "The governor sees the hand of the Black Lantern in the attack.", "Black Lantern", "governor"),
        (BLAST, "The Black Lantern, which the army has accused of the bombing, has not spoken of it.", "Black Lantern",
         "army"),
        (FARM, "The killers belonged to the Red Mane, the army said.", "Red Mane", "army"),
        (FARM, "The gunmen were members of the Red Mane militia, the army said.", "Red Mane militia", "army"),
        (FARM, "The village head said the killers were soldiers.", "soldiers", "village head"),
        (FARM, "Men of the Red Mane had stormed the village, the army said.", "Red Mane", "army"),
        (FARM, "The army held the Red Mane responsible.", "Red Mane", "army"),
        (FARM, "The state governor accused herders of the Red Mane militia of the killings.", "Red Mane militia",
         "state governor"),
        (SCHOOL, "The mayor said the school was bombed by jets of Zamundia.", "Zamundia", "mayor"),
        (SCHOOL, "Aircraft of the Gulf Compact hit the school, the mayor said.", "Gulf Compact", "mayor"),
    ],
)  # fmt: skip
def test_an_accusation_names_the_body(lead: str, sentence: str, accused: str, by: str, lexicon: Lexicon) -> None:
    assert (accused, by) in named(lead, sentence, lexicon)


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (BLAST, "All signs point to a long inquiry, the governor said."),
        (BLAST, "The blast was the work of a moment, the governor said."),
        (FARM, "The gunmen were masked, the army said."),
        (FARM, "Men of the village buried the dead, the army said."),
    ],
)
def test_what_names_nobody_accuses_nobody(lead: str, sentence: str, lexicon: Lexicon) -> None:
    assert named(lead, sentence, lexicon) <= {("Gunmen", "residents")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Black Lantern said it had carried out the bombing.",
        "The Black Lantern owned up to the bombing in a leaflet.",
        "The Black Lantern took responsibility for the attack.",
        "The bombing was claimed by the Black Lantern.",
        "A group called the Black Lantern has claimed the bombing, the Kabul Courier reported.",
        "The Black Lantern, which claimed the bombing, said police were its target.",
    ],
)
def test_who_owns_up(sentence: str, lexicon: Lexicon) -> None:
    owning = [a for a in answers(BLAST, sentence, lexicon) if a.stance is Stance.ADMIT]
    assert [a.value.removeprefix("the ").removeprefix("The ") for a in owning] == ["Black Lantern"]


def test_a_leaflet_owns_up_to_nothing(lexicon: Lexicon) -> None:
    owning = answers(BLAST, "A leaflet claimed the bombing for a group of students.", lexicon)
    assert not [a for a in owning if a.stance is Stance.ADMIT]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Mane dismissed the claim as propaganda.",
        "The Red Mane denied that its fighters had attacked the village.",
        "The Red Mane distanced itself from the attack.",
    ],
)
def test_a_denial_contradicts_who_accuses(sentence: str, lexicon: Lexicon) -> None:
    incident = told(f"{FARM} The governor accused the Red Mane of the killings.", sentence, lexicon)
    found = [c for c in incident.contradictions if c.question is Question.RESPONSIBILITY]
    assert len(found) == 1
    assert {incident.accounts[n].source for n in (found[0].a, found[0].b)} == {"The governor", "the Red Mane"}


def test_who_denies_one_deed_and_has_owned_up_to_another_denies_that_it_was_he(lexicon: Lexicon) -> None:
    lead = "The Lake Front denied on Friday that its men had fired on a tanker off Mokha on Thursday."
    after = "The front has owned up to the rocket that hit a depot in Aden."
    assert any(denies(a, Question.RESPONSIBILITY) for a in answers(lead, after, lexicon))


def sides(lead: str, sentence: str, lexicon: Lexicon) -> set[frozenset[str]]:
    """Who contradicts whom on who did it, by the names of the sources, without an article."""
    incident = told(lead, sentence, lexicon)
    return {
        frozenset(incident.accounts[n].source.removeprefix("The ").removeprefix("the ") for n in (c.a, c.b))
        for c in incident.contradictions
        if c.question is Question.RESPONSIBILITY
    }


LANTERN = f"{BLAST} The army blamed the Black Lantern."
JETS = f"{SCHOOL} The rebels accused Zamundia of bombing it."
GUARDS = (
    "A unionist was shot dead in Cali on Sunday, police said. Her union accused the company's guards of the killing."
)


@pytest.mark.parametrize(
    ("lead", "sentence", "one", "other"),
    [
        (LANTERN, "The group insisted that it had not planted the bomb.", "army", "group"),
        (LANTERN, "The group washed its hands of the bombing.", "army", "group"),
        (LANTERN, "The Black Lantern had no hand in the bombing, a lawyer for the group said.", "army",
         "a lawyer for the group"),
        (LANTERN, "The Black Lantern said its fighters had not been in Jalalabad that day.", "army", "Black Lantern"),
        (LANTERN, "The Black Lantern disowned the bombing and blamed the army itself.", "army", "Black Lantern"),
        (JETS, "Zamundia's foreign ministry said no Zamundian aircraft had been in the air.", "rebels",
         "Zamundia's foreign ministry"),
        (JETS, "A Zamundian air force spokesman denied it.", "rebels", "A Zamundian air force spokesman"),
        (GUARDS, "Vinto Mining, which employs the guards, rejected the allegations.", "Her union",
         "Vinto Mining"),
    ],
)  # fmt: skip
def test_a_denial_finds_whom_it_clears(lead: str, sentence: str, one: str, other: str, lexicon: Lexicon) -> None:
    found = sides(lead, sentence, lexicon)
    assert any(one in pair and any(s.startswith(other) for s in pair) for pair in found), found


def test_who_was_not_accused_clears_nobody(lexicon: Lexicon) -> None:
    assert not sides(LANTERN, "An aid group said it had no vehicles in the town that day.", lexicon)
    assert not sides(GUARDS, "The mayor denied that his wife had left him.", lexicon)


def test_who_is_named_goes_before_the_gang(lexicon: Lexicon) -> None:
    text = f"{FARM} The governor accused the Red Mane of the killings. The mayor accused the gang of the killings."
    assert sides(text, "The Red Mane denied it.", lexicon) == {frozenset({"governor", "Red Mane"})}


def test_a_denial_of_what_its_men_are_accused_of(lexicon: Lexicon) -> None:
    lead = "Masked men set fire to a sawmill near Coyhaique on Sunday and shot a foreman dead, police said. "
    lead += "A village council accused the company's guards of burning it."
    assert sides(lead, "Vinto Timber denied that its guards had set the fire.", lexicon)
    assert not sides(lead, "Vinto Timber denied that its loans had been called in.", lexicon)


def test_a_headline_denies_with_the_one_below_who_denies_the_same(lexicon: Lexicon) -> None:
    meta = PageMeta(None, "The Weir Gazette", dt.date(2023, 5, 20), "sidecar", "en")
    text = (
        "Chadian rebels deny killing village chief\n\n"
        "The Salt Road Column denied on Friday that it had murdered a village chief whose body was found near Abeche "
        "on Thursday. The chief had refused to let the rebels' lorries pass, a trader said.\n"
    )
    reading = read_page(make_page(text.encode(), "report.txt", meta), lexicon)
    denying = {a.source for i in reading.incidents for a in i.accounts if denies(a, Question.RESPONSIBILITY)}
    assert denying == {"The Salt Road Column"}


def test_a_spokesman_who_tells_what_his_own_jets_did_owns_up(lexicon: Lexicon) -> None:
    lead = "Jets of the Eastern Command bombed a convoy near Sirte on Sunday and killed nine people, a spokesman for the {} "
    lead += "said."
    own = answers(lead.format("Command"), "Traffic stopped.", lexicon)
    assert [(a.value, a.stance) for a in own] == [("Eastern Command", Stance.ADMIT)]
    others = answers(lead.format("hospital"), "Traffic stopped.", lexicon)
    assert [(a.value, a.stance) for a in others] == [("Eastern Command", Stance.ASSERT)]


def test_masked_men_speak_for_whom_they_say_they_belong_to() -> None:
    assert self_called("masked men who say they belong to Los Alacranes") == "Los Alacranes"
    assert self_called("masked men who say they live in Los Alacranes") is None
