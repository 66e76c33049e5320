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
