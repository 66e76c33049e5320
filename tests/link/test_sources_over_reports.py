"""One source under the names that several reports give it, and who only explains or judges."""

from __future__ import annotations

import pytest

from sourcebook.link.identities import independent
from sourcebook.records import SourceKind

OPENING = "BEJA - Four ferrymen were killed when gunmen attacked a ferry near Beja on Monday, police said.\n\n"


@pytest.mark.parametrize(
    ("said", "kinds", "sources"),
    [
        # a body, its letters, and who holds an office of it
        (["the Rio National Commission on Human Rights", "the RNCHR", "RNCHR chairwoman Ana Gil"], "nun", 1),
        (["the Committee for Fishing and Trade, a local body", "the CFT"], "nu", 1),
        (["Delta Aid International's executive director, Rui Sal", "Delta Aid International"], "nn", 1),
        (["Rui Sal, DAIN's executive director", "DAIN"], "nn", 1),
        (["the Delta League", "the Sand League"], "nn", 2),
        # by the last name
        (["a resident, Rui Sal", "Mr Sal, a farmer in Vila Nova"], "ww", 1),
        (["Rui Sal, president of the ferrymen", "ferrymen leader Sal"], "pp", 1),
        (["a resident, Rui Sal", "Mr Rey, a farmer in Vila Nova"], "ww", 2),
        # an officer who spoke for the army
        (["the army's spokesman in the region, Captain Rui Sal", "its spokesman, Rui Sal"], "mm", 1),
        # prosecutors of one state
        (["the state attorney general's office", "the Fiscalía of Jalisco", "state prosecutors"], "cuc", 1),
        (["health officials", "the Health Ministry"], "gg", 1),
        (["Santa Rita Medical Complex", "Santa Rita hospital"], "hh", 1),
        (["a Red Crescent volunteer who carried the dead", "the local Red Crescent", "Oxbow"], "nnn", 2),
        (["a Red Crescent volunteer who asked not to be named", "the local Red Crescent"], "nn", 2),
    ],
)
def test_who_is_one_over_reports(said: list[str], kinds: str, sources: int, account) -> None:
    of = {"n": "ngo", "u": "unknown", "w": "witness", "p": "person", "m": "military", "c": "court", "g": "government"}
    of["h"] = "medical"
    told = [
        account(source=s, kind=SourceKind(of[k]), lineage=f"paper {n}", page=f"p{n}", anonymous=s.startswith("a Red"))
        for n, (s, k) in enumerate(zip(said, kinds, strict=True))
    ]
    assert len(independent(told)) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # who is called by his office first and by a bare name behind
        ("Gunmen killed nine people in a raid near Beja on Monday, the administrator of Vila Nova said.\n\n"
         '"They came by boat," Colonel Rui Sal told the Kite.\n', 1),
        ("Gunmen killed nine people in a raid near Beja on Monday, a rights group said.\n\n"
         "Banzo Watch, which records such raids, said they had burned six houses.\n", 1),
        ("Gunmen killed nine people in a raid near Beja on Monday, the administrator of Vila Nova said.\n\n"
         '"They came by boat," Rui Sal, a fisherman, told the Kite.\n', 2),
        ("Gunmen killed nine people in a raid near Beja on Monday, an official said. Rui Sal was on the ferry.\n\n"
         '"They shot my brother," Sal told the Kite.\n', 2),
        # who is told together first and one by one behind
        ("Gunmen killed nine people in a raid near Beja on Monday, rights groups said.\n\n"
         "Delta Watch said the gunmen had burned six houses.\n", 1),
        ("Gunmen killed nine people in a raid near Beja on Monday, locals said.\n\n"
         "Rui Sal, a farmer in the village, said the gunmen had burned six houses.\n", 1),
        ("Gunmen killed nine people in a raid near Beja on Monday, security and local sources said.\n\n"
         "A security source told the Kite that they had burned six houses.\n", 1),
        # the people of one side do not speak for the other's army
        ("Gunmen killed nine people in a raid near Beja on Monday, Moravian officials said.\n\n"
         "The Israeli army said it had shot two of the men.\n", 2),
    ],
)  # fmt: skip
def test_who_is_one_in_a_report(read, text: str, sources: int) -> None:
    (incident,) = (i for i in read(text).incidents if not i.background)
    assert incident.independent_sources == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Analyst Rui Sal said that gangs had grown bolder since the soldiers left.", 1),
        ("Arms expert Rui Sal said that the bullets had come from a machine gun.", 2),
        ("Lawyers in Lisbon said that the attack raised questions about the truce.", 1),
        ("The bishop, Rui Sal, said that the attack was worse than anything he had known.", 1),
        ("The bishop, Rui Sal, said that the town had seen too much death.", 1),
        ("The bishop, Rui Sal, said that the town had seen two attacks that night.", 2),
        ('"He lit up every room," said Lidia Sal, the mother of one of the four.', 1),
        ('"He shouted from the water," said Lidia Sal, the mother of one of the four.', 2),
    ],
)
def test_who_explains_or_judges_does_not_tell(read, text: str, sources: int) -> None:
    (incident,) = (i for i in read(OPENING + text + "\n").incidents if not i.background)
    assert incident.independent_sources == sources


@pytest.mark.parametrize(
    ("said", "kinds", "sources"),
    [
        # what papers write with an accent and without
        (["Óscar Sal", "Oscar Sal"], "pp", 1),
        (["the spokesman of the ferrymen's union, Rui Sal", "Sal, the ferrymen's spokesman"], "ng", 1),
        (["the spokesman of the ferrymen's union, Rui Sal", "Rey, the ferrymen's spokesman"], "ng", 2),
        (["the state prosecutor, Lidia Sal", "the Sinaloa State Prosecutor's Office"], "cc", 1),
        (["former prosecutor Lidia Sal", "the Sinaloa State Prosecutor's Office"], "pc", 2),
    ],
)
def test_who_is_one_by_a_part_of_the_name(said: list[str], kinds: str, sources: int, account) -> None:
    of = {"n": "ngo", "p": "person", "c": "court", "g": "government"}
    told = [
        account(source=s, kind=SourceKind(of[k]), lineage=f"paper {n}", page=f"p{n}")
        for n, (s, k) in enumerate(zip(said, kinds, strict=True))
    ]
    assert len(independent(told)) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Seven men were shot dead near Beja on Monday, the state's Public Security Secretariat said.\n\n"
         "The head of the secretariat, Óscar Sal, said that six of the dead were fishermen.\n", 1),
        ("Seven men were shot dead near Beja on Monday, the rights group Hengaw said.\n\n"
         "The Oslo-based group said that the gunmen had come by boat.\n", 1),
        ("Seven men were shot dead near Beja on Monday, police said.\n\n"
         "Doctors Without Borders said it had treated two men with gunshot wounds. MSF said both had been hit in the leg.\n", 2),
        ("Seven men were shot dead near Beja on Monday, police said.\n\n"
         "Mayor Rui Sal said the violence was unacceptable and thanked the crews.\n", 1),
        ("Seven men were shot dead near Beja on Monday, police said.\n\n"
         "The Rev. Rui Sal said the city was bleeding.\n", 1),
        ("Seven men were shot dead near Beja on Monday, police said.\n\n"
         "The Rev. Rui Sal said that one of the men was bleeding.\n", 2),
        ("Seven men were shot dead near Beja on Monday, police said.\n\n"
         "Analyst Rui Sal said that the fighting between two gangs had displaced thousands.\n", 1),
    ],
)  # fmt: skip
def test_who_is_further_in_a_report(read, text: str, sources: int) -> None:
    (incident, *_) = (i for i in read(text).incidents if not i.background)
    assert incident.independent_sources == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ('"There are two empty beds in my house," said Lidia Sal.', 2),
        ("Lidia Sal, a mother of two, said her son had not come home.", 2),
        ('"Since then we have not heard from her," said Lidia Sal, an aunt.', 2),
        ('"The streets are empty," said Lidia Sal.', 1),
        ("The school board said its pupils had not come back to class.", 1),
    ],
)
def test_who_tells_that_somebody_is_gone(read, text: str, sources: int) -> None:
    opening = "BEJA - Gunmen abducted nine pupils from a school near Beja on Monday, police said.\n\n"
    (incident, *_) = (i for i in read(f"{opening}{text}\n").incidents if not i.background)
    assert incident.independent_sources == sources
