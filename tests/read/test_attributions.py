"""Sources without a verb of saying: brackets, counts, what a verb left out would say, sentences that name the source."""

from __future__ import annotations

import pytest


def told(reading) -> list[tuple[int, str | None]]:
    """Each toll's number with its source."""
    of = {c.id: c.source.resolved for c in reading.claims}
    return [(t.low, of.get(t.claim or "")) for t in reading.tolls]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Rockets hit a silo: two stokers dead (police), nine hurt (district hospital).",
         [(2, "police"), (9, "district hospital")]),
        ("A clerk was shot dead on Alder Street, per the sheriff's office.", [(1, "the sheriff's office")]),
        ("By the union's count, fourteen miners were killed at the gate.", [(14, "the union")]),
        ("If the militia is to be believed, its bomb killed ten soldiers.", [(10, "the militia")]),
        ("A tally by the legal aid group Open Docks has eight dead.", [(8, "the legal aid group Open Docks")]),
        ("The ministry spoke of two dead, the doctors of six.", [(2, "The ministry"), (6, "the doctors")]),
        ("According to the ministry two people were killed in the raid; the doctors' union speaks of six.",
         [(2, "the ministry"), (6, "the doctors' union")]),
        ("Two guards were killed in the raid. The company admits to one; its lawyer counted three.",
         [(2, None), (1, "The company"), (3, "its lawyer")]),
        ("Three traders died in the blast. The figures were given by the mayor.", [(3, "the mayor")]),
        ("Three traders died in the blast. The prizes were given by the mayor.", [(3, None)]),
        ("Two guards were shot dead. So said the bishop.", [(2, "the bishop")]),
        ("Two guards were shot dead. That is what the inspector told reporters.", [(2, "the inspector")]),
        ("Two guards were shot dead. The count comes from the archdiocese of Beja.", [(2, "the archdiocese of Beja")]),
        ("The army gave a toll of five.", [(5, "The army")]),
        ("Two people were killed. The mayor planted four trees; the bishop blessed six.", [(2, None)]),
    ],
)  # fmt: skip
def test_a_toll_has_its_source(read, text: str, tolls: list[tuple[int, str | None]]) -> None:
    assert told(read(text)) == tolls


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("By the reckoning of the harbour council, four dockers were killed.", [(4, "the harbour council")]),
        ("By the light of the moon, four dockers were killed.", [(4, None)]),
        ("The abbot has it that eleven monks were killed.", [(11, "The abbot")]),
        ("Rumour has it that eleven monks were killed.", [(11, None)]),
        ("On the army side there was talk of nine dead.", [(9, "the army side")]),
        ("On the north side there were nine dead.", [(9, None)]),
        ("The number of dead that the clinic gave was nine.", [(9, "the clinic")]),
        ("The blast that the clinic survived killed nine people.", [(9, None)]),
        ("Ten stokers died, the union says; the owner speaks of two.", [(10, "the union"), (2, "the owner")]),
        ("Six stokers were reported killed by the civil defence after a raid.", [(6, "the civil defence")]),
        ("Nine stokers were shot dead, it is stated in the bulletin.", [(9, "the bulletin")]),
        ("Monday: Gunmen burned two huts and killed four herders.", [(4, None)]),
        ("09:15 The mayor of Lund, Ada Berg, on her Telegram channel: Four people were killed by a drone.",
         [(4, "The mayor of Lund, Ada Berg")]),
        ("The aid group Deep Lake said four of its drivers were killed.", [(4, "The aid group Deep Lake")]),
        ("A teacher told our reporter that raiders stormed the mill, killed seven people and fled.",
         [(7, "A teacher")]),
        ("A teacher told our reporter that it was late, and left the mill.", []),
        ("Six raiders were killed, as the coast guard put it.", [(6, "the coast guard")]),
        ("Six raiders were killed as the coast guard put to sea.", [(6, None)]),
        ("Three people were shot dead in a home on Elm Street, Sgt. Lou Perez said.", [(3, "Sgt. Lou Perez")]),
        ("Troops killed 12 bandits near the mill, Lt.-Col. Sam Ode disclosed on Sunday.", [(12, "Lt.-Col. Sam Ode")]),
        ("Three clerks were shot dead at noon. Lou Perez was not hurt.", [(3, None)]),
        ("The union claims that ten died in the riot, a figure the ministry dismisses; by its count, four were killed.",
         [(10, "The union"), (4, "the ministry")]),
        ("Six stokers were killed and had been buried by Monday.", [(6, None)]),
        ("Ten dockers were killed in the blast (officials) or more.", [(10, "officials")]),
        ("The radio had it first: five people were killed at the gate.", [(5, "The radio")]),
        ("The radio had a new mast: five people were killed at the gate.", [(5, None)]),
        ("Two clerks were shot dead. That is according to the police.", [(2, "the police")]),
        ("Two clerks were shot dead. That is going to be a case for the police.", [(2, None)]),
        ("Nine dockers were killed in the raid. Those are the union's figures.", [(9, "the union")]),
        ("Two witnesses spoke to this paper. Both said three men were killed.", [(3, "Two witnesses")]),
        ("Police in Lund on Monday confirmed the deaths of two clerks in a raid.", [(2, "Police in Lund")]),
        ("Two nurses spoke to this paper. Both put the injured at around 30.", [(30, "Two nurses")]),
        ("Both nurses put the wounded at ease.", []),
        ("For the bishop there is no doubt: nineteen peasants were killed that night.", [(19, "the bishop")]),
        ("For the bishop there is no bed: nineteen peasants were killed that night.", [(19, None)]),
        ("Two clerks were shot dead. The doctor told this paper so himself.", [(2, "The doctor")]),
        ("Two clerks were shot dead. The priest looked so tired.", [(2, None)]),
    ],
)  # fmt: skip
def test_a_number_has_the_one_who_gives_it(read, text: str, tolls: list[tuple[int, str | None]]) -> None:
    assert told(read(text)) == tolls


@pytest.mark.parametrize(
    "text",
    [
        "Trucks carry two crates per driver.",
        "Two stokers died (one on Monday).",
        "The Free Lakes Army (rebels), nine men in all, crossed the river.",
    ],
)
def test_what_only_looks_like_a_source_is_none(read, text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The envoy condemned the attack in which five policemen were killed.", [(5, None)]),
        ("The front claimed responsibility for the attack that killed twelve people.", [(12, None)]),
        ("The opposition accuses the police of killing six miners.", [(6, "The opposition")]),
        ("The union demands that the guards who killed six miners be tried.", [(6, None)]),
        ("The militia denied having killed twelve people in the village.", []),
    ],
)
def test_who_condemns_a_deed_does_not_count_its_dead(read, text: str, tolls: list[tuple[int, str | None]]) -> None:
    assert told(read(text)) == tolls


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The army said in a statement that its troops killed 20 militants. The statement said three soldiers were hurt.",
         [(20, "The army"), (3, "The army")]),
        ("Seven people died in the strike, El Faro wrote. The newspaper also reported 12 injured.",
         [(7, "El Faro"), (12, "El Faro")]),
        ("At headquarters they speak of one dead.", [(1, "headquarters")]),
        ("A man was killed by a drone, head of the regional administration Pavlo Horn reported.",
         [(1, "head of the regional administration Pavlo Horn")]),
        ("Two dockers were killed by guards, claims the union.", [(2, "the union")]),
        ("Nine people were killed in the air strike, the radio quoted a doctor as saying.", [(9, "a doctor")]),
        ("The mission hospital sent word of nine dead after the strike.", [(9, "The mission hospital")]),
        ("Nine people were pronounced dead at the scene.", [(9, None)]),
    ],
)  # fmt: skip
def test_who_speaks_is_found_where_it_is_told_elsewhere(read, text: str, tolls: list[tuple[int, str | None]]) -> None:
    assert told(read(text)) == tolls


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Shells hit a column, the ministry announced. According to preliminary data three servicemen were killed.",
         [(3, "the ministry")]),
        ("The River Observatory recorded nine deaths in the raid, it said.", [(9, "The River Observatory")]),
        ("An officer assured the mission that his side had lost four men to shelling.", [(4, "An officer")]),
        ("Rockets hit the market. Eight wounded — clinic", [(8, "clinic")]),
        ("Widows laid wreaths where a shell killed nine cooks.", [(9, None)]),
    ],
)  # fmt: skip
def test_data_clauses_and_marks_have_a_giver(read, text: str, tolls: list[tuple[int, str | None]]) -> None:
    assert told(read(text)) == tolls


def test_a_general_staff_is_the_army_s_and_who_is_held_responsible_is_accused(read) -> None:
    (staff,) = read("The general staff said two soldiers died.").claims
    assert (staff.source.kind, staff.source.anonymous) == ("military", False)
    reading = read("The ministry holds the militia responsible for the raid that killed six people.")
    assert [c.stance for c in reading.claims] == ["accuse"]
    assert told(reading) == [(6, None)]
