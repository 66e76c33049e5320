"""War as wires, ministries and monitors write of it: terms of anonymity, firefights, bands, idioms of a soldier's death."""

from __future__ import annotations

import pytest

from sourcebook.records import EventType, Stance


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("A police officer, who declined to be named, said the bomb was hidden in a bag.", 1),
        ("A nurse who refused to give her name said nine people were being treated.", 1),
        ("A soldier, who preferred to remain anonymous, said he saw the bag.", 1),
        ("A diplomat who refused to be identified said the bag was hidden.", 1),
        ("The army declined to identify the dead.", 1),
        ("The ministry refused to name the officers.", 1),
    ],
)
def test_the_terms_on_which_someone_speaks_are_no_refusal(read, words: str, claims: int) -> None:
    found = read(f"A bomb exploded at a bus station in Kenema on Tuesday. {words}").claims
    assert len(found) == claims
    assert (found[0].stance is Stance.NO_COMMENT) is (words.startswith(("The army", "The ministry")))


@pytest.mark.parametrize(
    ("words", "clashes"),
    [
        ("The gate stayed shut after Monday's exchange of fire between the border forces of both countries.", 1),
        ("Officials met on Tuesday after a border skirmish near Kenema.", 1),
        ("The aunt was caught in the crossfire of her nephews' quarrel.", 0),
    ],
)
def test_a_firefight_needs_no_other_word_of_war(read, words: str, clashes: int) -> None:
    assert sum(m.event_type is EventType.ARMED_CLASH for m in read(words).mentions) == clashes


@pytest.mark.parametrize(
    ("words", "dead"),
    [
        ("Four members of the security forces sacrificed their lives in an ambush near Kenema on Monday.", [4]),
        ("Three officers made the ultimate sacrifice when gunmen attacked their post on Monday.", [3]),
        ("Two guards embraced martyrdom when gunmen attacked the post on Monday.", [2]),
        ("Four nurses sacrificed their evenings after gunmen attacked the clinic on Monday.", []),
    ],
)
def test_soldiers_who_sacrificed_their_lives_are_dead(read, words: str, dead: list[int]) -> None:
    assert [t.low for t in read(words).tolls if t.harm == "killed"] == dead


def test_a_suicide_drone_is_a_drone(read) -> None:
    found = read("Two kamikaze drones hit a depot in Kenema on Monday, killing a guard.").mentions
    assert {m.event_type for m in found} <= {EventType.DRONE_STRIKE, EventType.KILLING}
    found = read("A suicide bomber hit a depot in Kenema on Monday, killing a guard.").mentions
    assert EventType.SUICIDE_BOMBING in {m.event_type for m in found}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The army blamed the paramilitary Eastern Lance Forces. The paramilitary group denied it.", "Lance"),
        ("A military source accused the Free Dunes Front of firing. The militia denied it.", "Dunes"),
        ("The governor accused the Free Dunes Front. The rebels denied that they had fired.", "Dunes"),
        ("The Kassala Shipping Company said the guards were new. The rebels denied that they had fired.", "rebels"),
    ],
)
def test_a_militia_is_the_armed_body_that_has_a_name(read, words: str, who: str) -> None:
    last = read(f"Drones hit a depot in Kassala on Sunday. {words}").claims[-1]
    assert who in last.source.resolved


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("A jet bombed a school on Friday, killing 11 people, many of them children, a resident said.", "resident"),
        ("Gunmen raided a village on Friday, killing nine, most of them women, a local official said.", "official"),
        ("The jet dropped two bombs on the yard, said the resident, who helped carry out the wounded.", "resident"),
        ("The planes bombed the bridge twice, said the driver, who helped pull out three people.", "driver"),
        ("The mayor said the driver, who helped carry out the wounded, was shot.", "mayor"),
    ],
)
def test_who_says_it_stands_behind_parts_and_before_clauses(read, words: str, who: str) -> None:
    assert who in read(words).claims[0].source.resolved


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("a rights group said.\n\nThe Kassala Lawyers, a volunteer group, blamed the army.", "Kassala Lawyers"),
        ("a war monitor said.\n\nThe Levant Ledger, which tracks the war, blamed the army.", "Levant Ledger"),
        ("an aid group said. Another aid group, Bread Line, blamed the army.", "an aid group"),
        ("a hospital said.\n\nThe army blamed the Front.", "a hospital"),
    ],
)
def test_a_lead_may_keep_the_name_of_a_body_for_the_next_sentence(read, words: str, who: str) -> None:
    assert (
        who
        in read(f"Thirty people were killed when warplanes bombed a market in Kassala, {words}")
        .claims[0]
        .source.resolved
    )


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Amna, a tea seller, lost her stall.", "Amna"),
        ("Nawal, who sells onions, ran into the mosque.", "Nawal"),
        ("The market, a row of stalls, is empty.", "Sara Idris"),
    ],
)
def test_who_has_one_name_and_a_trade_is_a_person(read, words: str, who: str) -> None:
    text = f'Bombs fell on Kassala on Saturday, the mayor, Sara Idris, said.\n\n{words} "I saw it fall," she said.'
    assert who in read(text).claims[-1].source.resolved


@pytest.mark.parametrize(
    ("words", "tolls"),
    [
        ("The number of protesters killed by gunfire on a bridge in Basra rose to seven on Monday.", [("killed", 7)]),
        ("The number of villagers shot dead by soldiers in Kenema now stands at 31, the mayor said.", [("killed", 31)]),
        ("The number of miners injured by the blast in Kenema rose to 12, the firm said.", [("injured", 12)]),
        ("The number of attacks by rebels on schools in Kenema rose to 12, the firm said.", []),
    ],
)
def test_whoever_is_counted_is_counted(read, words: str, tolls: list[tuple[str, int]]) -> None:
    assert [(t.harm, t.low) for t in read(words).tolls] == tolls


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Dozens of activists have been killed or abducted since the protests began.", True),
        ("More than 450 people have been killed in the unrest across the south.", True),
        ("Three people have been killed since the attack, police said.", False),
        ("Five people have been killed in the unrest in Basra.", False),
    ],
)
def test_the_dead_of_a_wave_of_protests_are_those_of_a_period(read, words: str, period: bool) -> None:
    last = [t for t in read(f"Gunmen shot dead an activist in Basra. {words}").tolls if t.harm == "killed"][-1]
    assert (last.scope == "period") is period


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The number of people killed by a bomb at a market in Basra rose to nine on Wednesday.", set()),
        ("The number of people killed in Monday's bombing in Basra rose to nine on Wednesday.", {"Monday"}),
        ("The death toll in a bombing in Basra on Monday has climbed to nine.", {"Monday"}),
        ("Rebels killed nine people in Basra on Wednesday as the number of raids rose.", {"Wednesday"}),
    ],
)
def test_the_day_on_which_a_number_rose_is_not_the_events(read, words: str, days: set[str]) -> None:
    reading = read(words)
    texts = {d.id: d.text for d in reading.dates}
    own = (texts[m.date] for m in reading.mentions if m.date and m.date_reason in ("clause", "sentence"))
    assert {t.removeprefix("on ").removesuffix("'s") for t in own} == days


def test_what_was_on_the_same_day_is_another_event(read) -> None:
    reading = read("The shelling of Aleppo came on the same day as a drone strike on a lorry near Raqqa.")
    assert {m.event_type: m.background for m in reading.mentions} == {
        EventType.SHELLING: False,
        EventType.DRONE_STRIKE: True,
    }


@pytest.mark.parametrize("riders", ["Gunmen on a motorcycle", "Gunmen", "Men in a white van"])
def test_riders_shoot_dead(read, riders: str) -> None:
    (toll,) = read(f"{riders} shot dead a trader outside his home in Basra on Friday, police said.").tolls
    assert "trader" in toll.text


def test_a_mission_with_a_capital_is_a_body(read) -> None:
    text = "Police used live rounds against a crowd in Basra on Monday. The Mission reiterates its call for calm."
    assert all("Mission" not in m.trigger.of(read(text).page.text) for m in read(text).mentions)
