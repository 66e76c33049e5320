"""Constructions of styles that the gold had not: translated copy, updates of wire stories, logs of monitors, releases."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings
from sourcebook.lexicon.questions import Questions
from sourcebook.link.links import main_incidents
from sourcebook.read.claims import find_claims
from sourcebook.read.dates import find_dates
from sourcebook.records import Stance


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A year ago today, the bridge fell.", ["2022-02-22"]),
        ("A year ago, the bridge fell.", ["2022-01-01"]),
        ("Two men were shot on Friday of last week.", ["2023-02-17"]),
        ("Shots were fired on Sunday last week.", ["2023-02-12"]),
        ("Shots were fired on Sunday.", ["2023-02-19"]),
        ("He was shot in Spring Creek last month.", ["2023-01-01"]),
        ("He was shot in spring.", ["2022-03-01"]),
    ],
)
def test_days(parse, lexicon, text: str, days: list[str]) -> None:
    found = find_dates(parse(text, published=dt.date(2023, 2, 22)), lexicon).items
    assert [str(d.range.low) for d in found if d.range] == days


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("UPDATE 3 - Six killed in bombing of a market", [(6, 6)]),
        ("Between 3 and 6 people were killed in the bombing.", [(3, 6)]),
        ("3-6 people were killed in the bombing.", [(3, 6)]),
        ("The toll of the bombing has passed from seven to nine dead.", [(7, 7), (9, 9)]),
    ],
)
def test_numbers(read, text: str, tolls: list[tuple[int, int]]) -> None:
    assert [(t.low, t.high) for t in read(text).tolls] == tolls


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Contacted by telephone, the spokesman did not wish to react.", True),
        ("The mayor did not want to comment on the raid.", True),
        ("The mayor wished to comment on the raid.", False),
    ],
)
def test_who_does_not_wish_to_speak(parse, lexicon, text: str, silent: bool) -> None:
    assert any(c.stance is Stance.NO_COMMENT for c in find_claims(parse(text), lexicon).items) is silent


@pytest.mark.parametrize("text", ["Kidnapped miner found shot dead", "Engineer of burnt ferry found dead, union says"])
def test_who_is_found_dead_finds_nothing(parse, lexicon, text: str) -> None:
    assert not any("found" in c.cue_text for c in find_claims(parse(text), lexicon).items)


def test_who_finds_says_so(parse, lexicon) -> None:
    found = find_claims(parse("The inquiry found that the guards had shot first."), lexicon).items
    assert [c.cue_text for c in found] == ["found"]


def test_a_school_on_a_road_is_not_where_the_road_leads(read) -> None:
    text = "SPRING CREEK, Nev. - Two pupils were shot at Lamoille Road Middle School in Spring Creek on Tuesday."
    assert "Lamoille County" not in {p.name for p in read(text).places}


def test_entries_of_a_log_that_name_the_province_as_well(read) -> None:
    log = (
        "Weekly log\n\n14 March 2020, Rada, Al Bayda. Air strike on a water station. Eleven civilians killed.\n\n"
        "15 March 2020, Rada, Al Bayda. Second strike on the same station. Four killed.\n\n"
        "19 March 2020, Haradh, Hajjah. Air strike on a lorry. The driver was killed.\n"
    )
    told = {(str(i.date.low), i.killed[0]) for i in read(log).incidents if i.date and i.killed}
    assert told == {("2020-03-14", 11), ("2020-03-15", 4), ("2020-03-19", 1)}


def test_a_side_clause_tells_what_had_come_before(read) -> None:
    text = (
        "Four rescuers killed as mill is bombed again\n\nWarplanes came back on Sunday to a mill in Rada that had been "
        "bombed the day before and killed four men who were digging for bodies, the relief society said.\n\n"
        "Saturday's raid on the mill killed nine people, according to medics.\n"
    )
    told = {(str(i.date.low), *i.killed) for i in read(text, published=dt.date(2020, 3, 15)).incidents if i.killed}
    assert told == {("2020-03-15", 4, 4), ("2020-03-14", 9, 9)}


@pytest.mark.parametrize(
    ("content", "denies"),
    [
        ("that it had no aircraft over the town on either day", True),
        ("that it had aircraft over the town", False),
        ("that it carried out no strikes in the district", True),
    ],
)
def test_who_was_not_there_denies_it(content: str, denies: bool) -> None:
    assert bool(Questions().disclaims(content, may_have_done_it=True)) is denies


def test_mines_are_jumped_on_in_translated_copy(read) -> None:
    text = "A truck that was carrying traders jumped on a mine near Bossangoa on Monday. Nine people were killed."
    assert {str(m.event_type) for m in read(text).mentions} >= {"bombing"}
    assert not read("A dealer jumped on a bargain near Bossangoa on Monday.").mentions


def test_a_tribal_fight_is_a_clash(read) -> None:
    text = "One year after 19 people died in a tribal fight outside Wabag, coffee was planted."
    assert {str(m.event_type) for m in read(text).mentions} >= {"armed-clash"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Armed men took two farmers from a bus near Barbacoas on Sunday night, the council denounced on Monday.",
         "2021-09-05"),
        ("The ombudsman on Wednesday called for the release of a man who was kidnapped near Barbacoas, in the south, on "
         "Sunday.", "2021-09-05"),
        ("The league denounces the murder of two farmers on 28 August near Barbacoas.", "2021-08-28"),
    ],
)  # fmt: skip
def test_the_day_of_the_deed_and_not_of_its_telling(read, text: str, day: str) -> None:
    found = read(text, published=dt.date(2021, 9, 8)).incidents
    assert [str(i.date.low) for i in found if i.date] == [day]


def test_who_condemns_a_killing_does_so_on_the_day_that_stands_before_it(read) -> None:
    text = "The league on Tuesday condemned the killing of two farmers near Barbacoas."
    assert all(m.date_reason != "clause" for m in read(text, published=dt.date(2021, 9, 8)).mentions)


def test_a_ship_is_not_hit_in_the_town_that_its_story_was_written_in(read) -> None:
    text = (
        "Engineer of attacked ship found dead\n\nDUBAI, Feb 8 (Bab Wire) - An engineer who went missing when a missile "
        "hit a cargo ship in the Gulf of Aden on Wednesday was found dead on Thursday, its manager said.\n"
    )
    reading = read(text, published=dt.date(2024, 2, 8))
    places = {p.id: p.name for p in reading.places}
    assert {places.get(i.place.id if i.place else "") for i in reading.incidents} == {"Gulf of Aden"}


def test_what_is_done_for_the_second_time_is_another(read) -> None:
    text = "Two firemen were killed when drones struck a depot in Salsk for the second time in a day, officials said."
    assert any(i.again for i in read(text).incidents)
    once = text.replace(" for the second time in a day", "")
    assert not any(i.again for i in read(once).incidents)


def test_what_came_a_day_after_something_is_not_it(read) -> None:
    text = (
        "Two guards were shot dead at a mill near Beja on Wednesday night, police said.\n\n"
        "The shooting came a day after a bomb killed nine people in Évora.\n"
    )
    told = {i.killed for i in read(text, published=dt.date(2021, 9, 30)).incidents}
    assert told == {(2, 2), (9, 9)}


def test_who_is_deprived_of_liberty_is_not_tortured(read) -> None:
    text = "Twenty persons deprived of liberty were killed in the prison of Latacunga on Tuesday."
    assert "torture" not in {str(m.event_type) for m in read(text).mentions}


def test_who_is_found_hanged_in_a_cell_is_dead(read) -> None:
    (toll,) = read("Four inmates were found hanged in a cell of the prison of Machala on Wednesday.").tolls
    assert (str(toll.harm), toll.low) == ("killed", 4)


def test_a_bomb_has_the_day_of_what_it_did(read) -> None:
    text = (
        "A gunman killed nine mourners at a funeral in Bannu on Wednesday, doctors said. A minister blamed the Falcon "
        "faction, which has claimed the roadside bomb that killed an elder on Tuesday."
    )
    days = {i.killed: str(i.date.low) for i in read(text, published=dt.date(2019, 4, 4)).incidents if i.date}
    assert days == {(9, 9): "2019-04-03", (1, 1): "2019-04-02"}


def test_an_hour_is_not_of_the_day_of_the_report_where_another_is_told(read) -> None:
    text = "Nine people were killed in the siege of a mill that ended at midnight, the mayor said on Saturday."
    assert all(m.date_reason != "nearest" for m in read(text, published=dt.date(2022, 8, 21)).mentions)


def test_a_house_is_not_in_the_town_that_it_is_named_after(read) -> None:
    text = "Gunmen attacked the Juba View hotel in Baidoa on Friday and killed nine people."
    assert {p.name for p in read(text).places} == {"Baidoa"}
    assert "Juba" in {p.name for p in read("Gunmen attacked a hotel in Juba on Friday and killed nine.").places}


@pytest.mark.parametrize(("text", "dateline"), [("BANNU: ", ("BANNU",)), ("NATO: ", ()), ("OSCE: ", ())])
def test_a_short_name_in_capitals_opens_a_report_if_it_is_a_towns(parse, text: str, dateline) -> None:
    report = f"Elder killed in blast\n\n{text}The elder of a village was killed when a bomb went off on Tuesday.\n"
    assert parse(report).article.dateline == dateline


def test_a_new_attack_of_the_next_day_is_what_its_report_tells(read, lexicon) -> None:
    hotel = "Gunmen stormed a hotel in Baidoa on Friday and killed 21 people, {} said."
    news = [read(hotel.format(who), published=dt.date(2022, 8, 20)) for who in ("police", "a doctor", "the mayor")]
    mortars = read(
        "Mortar shells landed near the airport of Baidoa on Saturday night and wounded three people, an official "
        "said.\n\nA delegation had arrived to visit the hotel in which 21 people were killed the day before.\n",
        published=dt.date(2022, 8, 21),
    )
    linked = link_readings([*news, mortars], lexicon)
    main = main_incidents([*news, mortars], linked)
    assert main[mortars.page.id] not in {main[r.page.id] for r in news}
