"""One source under many names is counted once, two sources under like names twice."""

import datetime as dt

import pytest

from sourcebook.flow import link_readings

DAY = dt.date(2026, 3, 2)
LEAD = "MARALAL - Gunmen raided a village near Maralal in northern Kenya on Sunday. "


def independent(read, lexicon, *said: str) -> list[int]:
    readings = [read(LEAD + s, outlet=f"Outlet {n}", published=DAY) for n, s in enumerate(said)]
    return [i.independent_sources for i in link_readings(readings, lexicon).incidents if not i.background]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine people died, area MP Naisula Example said.", "Nine people were killed, according to Naisula Example."),
        ("Nine people died, Samburu County Commissioner John Example said.",
         "The commissioner, John Example, said nine people were killed."),
        ("Police said nine people had died.",
         "The inspector general of police, Japhet Example, said nine people were killed."),
        ("The interior ministry said nine people had died.",
         "Interior Cabinet Secretary Kithure Example said nine people were killed."),
        ("The public security secretariat said nine people had died.",
         "Public security secretary Omar Example said nine people were killed."),
        ("The Kenya Red Cross said nine people had died.", "The Kenyan Red Cross Society said nine people were killed."),
        ("Médecins Sans Frontières said nine people had died.",
         "MSF's head of mission, Claire Example, said nine people were killed."),
        ("Colonel Alain Example, spokesman for the UN force, said nine people had died.",
         "The UN force's spokesman, Col Alain Example, said nine people were killed."),
        ("The Samburu county government said nine people had died.",
         "Samburu county authorities said nine people were killed."),
        ("The Syrian Observatory for Human Rights said nine people had died.",
         "Rami Example, who heads the Syrian Observatory for Human Rights, said nine people were killed."),
        ("The Guanajuato state prosecutor's office said nine people had died.",
         "State prosecutors said nine people were killed."),
        ("The Baloch Liberation Army said nine people had died.", "The BLA said nine people were killed."),
        ("A spokesman for the rebels said nine people had died.",
         "Rebel spokesman Lawrence Example said nine people were killed."),
        ("Deputy Commissioner Habib Example said nine people had died.",
         "DC Habib Example said nine people were killed."),
        ("Kenya's army said nine people had died.", "The army in Samburu said nine people were killed."),
        ("A trader reached by telephone, Omar Example, said nine people had died.",
         "Omar Example, a trader, said nine people were killed."),
        ("The State Emergency Service said nine people had died.",
         "Emergency services said nine people were killed."),
        ("The Citizens' Network for Rights said nine people had died.", "A rights group said nine people were killed."),
        ("The Sudan Doctors Network said nine people had died.",
         "The doctors' network said nine people were killed."),
    ],
)  # fmt: skip
def test_one_source(read, lexicon, one: str, other: str) -> None:
    assert independent(read, lexicon, one, other) == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police said nine people had died.", "The interior ministry said nine people were killed."),
        ("The Kenya Red Cross said nine people had died.",
         "The International Committee of the Red Cross said nine people were killed."),
        ("The Samburu county government said nine people had died.",
         "The Kenyan government said nine people were killed."),
        ("The Network of Doctors said nine people had died.", "A rights group said nine people were killed."),
        ("A trader reached by telephone said nine people had died.", "Omar Example said nine people were killed."),
        ("The mayor said nine people had died.", "The governor said nine people were killed."),
        ("The Baloch Liberation Army said nine people had died.", "The army said nine people were killed."),
        ("County Commissioner John Example said nine people had died.",
         "County Commissioner Ann Otherwise said nine people were killed."),
    ],
)  # fmt: skip
def test_two_sources(read, lexicon, one: str, other: str) -> None:
    assert independent(read, lexicon, one, other) == [2]
