"""Attacks told by who suffers them, with nobody named who did it, and deaths that a protest or a riot cost."""

import datetime as dt

import pytest

DAY = dt.date(2026, 3, 4)


def told(read, text: str) -> list[str]:
    return [str(i.event_type) for i in read(text, published=DAY).incidents if not i.background]


@pytest.mark.parametrize(
    "text",
    [
        "Farmers were attacked while harvesting sorghum near Bama on Tuesday.",
        "Traders on their way to market were set upon near Bama on Tuesday.",
        "A lorry driver was waylaid near Bama on Tuesday.",
        "A vaccination team was attacked near Bama on Tuesday.",
        "Two men attacked shepherds near Bama on Tuesday.",
        "Men on motorcycles rode into a village near Bama on Tuesday.",
        "Men on motorcycles fell on a village near Bama on Tuesday.",
        "Unknown men attacked the town of Bama on Tuesday.",
        "The town of Bama was attacked on Tuesday.",
        "Raiders set on traders near Bama on Tuesday.",
        "Gunmen opened up on mourners near Bama on Tuesday.",
    ],
)
def test_it_is_an_attack(read, text: str) -> None:
    assert told(read, text) == ["armed-attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Farmers were attacked by bees while harvesting sorghum near Bama on Tuesday.",
        "Farmers were attacked in the press on Tuesday.",
        "Teachers were attacked by the minister on Tuesday.",
        "The union attacked bosses over wages in Leeds on Tuesday.",
        "A critic attacked two novelists in Leeds on Tuesday.",
        "The cyclist attacked his rivals on the climb near Gap on Tuesday.",
        "Tourists invaded the town of Hallstatt on Tuesday.",
        "Men on motorcycles hit a tree near Bama on Tuesday.",
        "Pilgrims rode into a village near Bama on Tuesday.",
        "The raiders set on a course for the coast on Tuesday.",
    ],
)
def test_it_is_none(read, text: str) -> None:
    assert not told(read, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lawyer was picked up by masked men in Davao on Tuesday.", ["abduction"]),
        ("A lawyer was picked up by a taxi in Davao on Tuesday.", []),
        ("An apartment building in Sumy was hit early on Tuesday.", ["strike"]),
        ("A hotel in Sumy was hit hard by the slump on Tuesday.", []),
        ("A building in Leeds was hit by a lorry on Tuesday.", []),
    ],
)
def test_by_whom_or_what(read, text: str, expected: list[str]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A rights group documented six deaths in Garissa during Monday's protests.",
        "Six deaths were recorded in Garissa during the unrest on Monday.",
        "Three deaths linked to Monday's demonstrations were reported in Garissa.",
        "The protests have led to six deaths in Garissa since Monday.",
        "Monday's unrest in Garissa left six people dead.",
    ],
)
def test_deaths_that_a_protest_cost(read, text: str) -> None:
    assert "killing" in told(read, text) or "riot" in told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The health ministry recorded six deaths in Garissa from measles.",
        "A poet died in Garissa on Monday as protests went on elsewhere.",
        "At a rally in Garissa on Monday he spoke of the deaths of his parents.",
        "The heat left six people dead in Garissa on Monday.",
        "The observatory has documented 320 deaths since the protests of 2019.",
    ],
)
def test_deaths_of_other_things(read, text: str) -> None:
    assert "killing" not in told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Six farmers were killed near Bama on Tuesday as they weeded their plots.",
        "Two brothers were shot dead near Bama on Tuesday as they fished.",
    ],
)
def test_what_the_victims_were_doing_is_no_other_sense_of_the_word(read, text: str) -> None:
    assert told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The governor promised to bring back every girl carried off from Bama on Tuesday.",
        "Men on motorcycles herded nine pupils into the bush near Bama on Tuesday.",
        "The girls were taken from a school in Bama on Tuesday. Their captors have asked for money.",
    ],
)
def test_people_who_are_led_away(read, text: str) -> None:
    assert told(read, text) == ["abduction"]


@pytest.mark.parametrize(
    "text",
    [
        "A defender was carried off on a stretcher in Leeds on Tuesday.",
        "Two bathers were carried off by the current near Cádiz on Tuesday.",
        "The girls were taken from a school in Bama to a spelling contest on Tuesday.",
        "The girls were taken to a clinic in Bama on Tuesday. No ransom was paid.",
    ],
)
def test_people_who_are_led_away_by_nobody(read, text: str) -> None:
    assert not told(read, text)


def test_the_hurt_of_a_strike_make_it_no_raid(read) -> None:
    text = "A bus stop in Kherson was hit on Tuesday morning, killing two people. Six were hurt, among them a girl."
    assert told(read, text) == ["strike"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Goma on Tuesday.",
        "Soldiers retook Goma on Tuesday.",
        "The army recaptured Goma from the rebels on Tuesday.",
        "Fighters of the front entered Goma at dawn on Tuesday.",
        "The rebels now hold Goma, its mayor said on Tuesday.",
        "Soldiers took Goma from the rebels on Tuesday.",
    ],
)
def test_a_town_by_its_name_is_taken_and_not_led_away(read, text: str) -> None:
    assert told(read, text) == ["territory-change"]


@pytest.mark.parametrize(
    "text",
    [
        "Toyota entered Poland on Tuesday.",
        "The singer took Goma by storm on Tuesday.",
        "Commuters entered Leeds.",
        "Police took London by surprise on Tuesday.",
    ],
)
def test_a_town_that_nobody_conquers(read, text: str) -> None:
    assert not told(read, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Government troops took Madison into custody on Tuesday.", ["arrest"]),
        ("Armed police closed in on a man in Lille on Tuesday and arrested him.", ["arrest"]),
        ("The attackers set on fire a shop in Lille on Tuesday.", ["looting-destruction"]),
    ],
)
def test_what_is_meant_by_words_that_an_attack_has_too(read, text: str, expected: list[str]) -> None:
    assert [str(i.event_type) for i in read(text, published=DAY).incidents] == expected


def test_a_rumour_that_sets_off_rioting_is_no_bomb(read) -> None:
    assert told(read, "A rumour about a theft set off rioting in Wamena on Monday.") == ["riot"]
