"""Who tells of an attack, and who only says what he thinks, feels or does about it; one person in two reports."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta, Question, Stance

OPENING = "Nine traders were shot dead on a road near Maradi, Niger, on Sunday, a driver said. "


@pytest.mark.parametrize(
    "text",
    [
        "The U.N. mission said that it was shocked by the killing of nine traders.",
        "An analyst said that such attacks had become more frequent.",
        "The opposition leader, Ana Gil, said the attack could have been prevented.",
        "The bishop, Luis Gil, said the town was in mourning.",
        "The traders' union said the road was no longer safe.",
        "The president said that he had cut short a visit abroad.",
        "The governor said that he had ordered more troops to the road.",
        "A lawyer, Jean Mbo, said the killers must be tried.",
        "A senator, Ana Gil, said the police had been warned of attacks for months.",
        "The president spoke of a cowardly attack.",
        "The army has reviewed allegations of shootings on the road.",
        "The mission is examining reports of an attack on traders.",
        "The chief's spokesman said its men had been at a wedding.",
        "The bishop, Luis Gil, said the town had been peaceful.",
        "The governor spoke of the attack in a speech on television.",
        "An analyst spoke of a rise in attacks on traders.",
    ],
)
def test_who_comments_is_no_source(text: str, read) -> None:
    assert max(i.independent_sources for i in read(OPENING + text + "\n").incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A chief, Musa Sani, spoke of an ambush by men from across the river.",
        "A chief, Musa Sani, reported an attack by men from across the river.",
        "Survivors told of hours of shooting.",
        "The union named the dead as Musa Sani, Ali Bako and Issa Garba.",
        "A bishop, Luis Gil, said the dead were in the church.",
        "A senator, Ana Gil, said two officers had been called to the road at noon.",
        "The governor said that the attackers had ordered the drivers out of their cabs.",
    ],
)
def test_who_tells_is_one(text: str, read) -> None:
    assert max(i.independent_sources for i in read(OPENING + text + "\n").incidents) == 2


@pytest.mark.parametrize(
    ("what", "sources"),
    [("a tribal feud", 2), ("a revenge killing", 2), ("a robbery", 2), ("a cowardly act", 1)],
)
def test_what_police_call_it_tells_why(what: str, sources: int, read) -> None:
    text = f"Four members of a family were shot dead in Basra on Sunday in what police called {what}. A neighbour heard cars."
    more = " A neighbour, Karim Aboud, said he had heard two cars.\n"
    reading = read(text.removesuffix(" A neighbour heard cars.") + more)
    assert max(i.independent_sources for i in reading.incidents) == sources


@pytest.mark.parametrize(
    ("told", "later", "outlet", "sources"),
    [
        ("The emergency service said four bodies were found on the deck.", "Rescuers said they had pulled five people out of the water.",
         "The Bodo Eagle", 2),
        ("The fire service said four bodies were found on the deck.", "Two firefighters said they had pulled five people out of the water.",
         "The Bodo Eagle", 3),
        ("The ferry's captain, Jon Dahl, said the shells came from the shore.",
         "The captain said he had children on board.", "The Bodo Eagle", 2),
        ("The driver of the second bus, Jon Dahl, said the shells came from the shore.",
         "The driver of the first bus said the shells came from the sea.", "The Bodo Eagle", 3),
        ("A passenger, Jon Dahl, said the shells came from the shore.",
         "A passenger said the bridge of the ferry was gone.", "The Bodo Eagle", 3),
        ("Jon Dahl, a shopkeeper, said the shells came from the shore.",
         "A shopkeeper said he had heard six shells.", "Polar Wire", 2),
        ("Jon Dahl, a shopkeeper, said the shells came from the shore.",
         "A shopkeeper said he had heard six shells.", "The Bodo Eagle", 3),
    ],
)  # fmt: skip
def test_one_by_what_he_is(told: str, later: str, outlet: str, sources: int, lexicon) -> None:
    event = "Six passengers of a ferry were killed by shells off Bodo, Norway, on Monday"
    texts = ((f"{event}, the coast guard said. {told}", "Polar Wire"), (f"{event}. {later}", outlet))
    readings = [
        read_page(
            make_page(t.encode(), f"{n}.txt", PageMeta(None, o, dt.date(2022, 9, 6 + n), "sidecar", "en")), lexicon
        )
        for n, (t, o) in enumerate(texts)
    ]
    incident = max(link_readings(readings, lexicon).incidents, key=lambda i: len(i.members))
    assert (len(incident.members), incident.independent_sources) == (2, sources)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Black Falcon faction denied that it had bombed the funeral.", Question.RESPONSIBILITY),
        ("The governor, Ali Saad, denied that police had used live ammunition against the mourners.",
         Question.RESPONSIBILITY),
    ],
)  # fmt: skip
def test_who_denies_his_deed_denies_no_target(text: str, question: Question, read) -> None:
    reading = read(f"A bomber killed 11 mourners at a funeral in Bannu on Sunday, the town's hospital said. {text}\n")
    denied = {a.question for i in reading.incidents for a in i.accounts if a.stance is Stance.DENY}
    assert denied == {question}


@pytest.mark.parametrize(
    ("killed", "later", "sources"),
    [("A girl was", "the girl's mother", 2), ("Two girls were", "the mother of one of them", 3)],
)
def test_the_mother_of_the_only_victim_is_one(killed: str, later: str, sources: int, lexicon) -> None:
    event = f"{killed} shot dead in Managua, Nicaragua, on Thursday"
    her = "Her mother" if sources == 2 else "The mother of one girl"
    texts = ((f"{event}, police said. {her}, Rosa Baca, said two men had knocked.", "Llano Wire"),
             (f'{event}. "They asked for my husband," said {later}.', "La Hoja"))  # fmt: skip
    readings = [
        read_page(make_page(t.encode(), f"{n}.txt", PageMeta(None, o, dt.date(2023, 3, 3), "sidecar", "en")), lexicon)
        for n, (t, o) in enumerate(texts)
    ]
    incident = max(link_readings(readings, lexicon).incidents, key=lambda i: len(i.members))
    assert (len(incident.members), incident.independent_sources) == (2, sources)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Bandits attacked the village where the chief lives.", 0),
        ("Five men died when a group of armed men attacked the picket they maintained at the mine.", 0),
    ],
)
def test_who_attacks_says_nothing(text: str, claims: int, read) -> None:
    assert len(read(text + "\n").claims) == claims


def test_a_mayor_is_nobody_who_is_told_by_her_floor(read) -> None:
    reading = read(
        'Nine people died when a missile struck a house in Pavlohrad on Thursday. "My neighbour baked on Wednesdays," '
        "says Oksana Hnatiuk from the third floor.\n\nThe mayor said that the families would get new flats.\n"
    )
    assert [c.source.resolved for c in reading.claims][-1] == "The mayor"
