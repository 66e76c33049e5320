"""Mentions: types, roles, place and time, repeats, background, and what must not be read as an event."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.errors import Reason
from sourcebook.read.mentions import find_mentions
from sourcebook.records import DateRange, Mention, Place, PlacePrecision, Span, TimeMention


@pytest.fixture(scope="module")
def told(parse, lexicon):
    """``told(text)``: the mentions in a text, without claims, dates and places."""

    def _told(text: str) -> tuple[Mention, ...]:
        return find_mentions(parse(text), (), (), (), lexicon).items

    return _told


TYPES = [
    ("Israeli warplanes struck two depots near the border.", "air-strike"),
    ("A drone strike killed a commander in his car.", "drone-strike"),
    ("Rockets hit the camp before dawn, wounding three soldiers.", "shelling"),
    ("Government troops shelled the town for three hours.", "shelling"),
    ("A car bomb went off outside the ministry.", "bombing"),
    ("A suicide bomber attacked the police academy.", "suicide-bombing"),
    ("Two men on a motorcycle threw grenades at the bar.", "grenade"),
    ("A chlorine attack was reported in the rebel-held suburb.", "chemical-attack"),
    ("The strike on the army depot left two dead.", "strike"),
    ("Gunmen opened fire on a crowd outside a club.", "armed-attack"),
    ("A knife attack on commuters at the station wounded three people.", "armed-attack"),
    ("A man was shot and killed outside his home, police said.", "killing"),
    ("The judge was gunned down by two men on a motorcycle.", "killing"),
    ("The mayor was found dead with gunshot wounds in his car.", "killing"),
    ("The militia executed four prisoners in the square.", "execution"),
    ("Gunmen kidnapped a priest on the coastal road.", "abduction"),
    ("Police detained six protesters after the march.", "arrest"),
    ("Commandos seized a tanker in the strait.", "vessel-seizure"),
    ("The army shot down a drone over the base.", "shootdown"),
    ("Air defences intercepted two missiles over the city.", "weapons-use-disrupted"),
    ("Clashes between the army and rebels left nine dead.", "armed-clash"),
    ("Rebels captured two villages north of the river.", "territory-change"),
    ("The rebels released three hostages to the Red Cross.", "prisoner-release"),
    ("Police fired tear gas at a crowd of protesters.", "force-against-protesters"),
    ("A ceasefire came into force at midnight.", "ceasefire"),
]


@pytest.mark.parametrize(("text", "event_type"), TYPES, ids=lambda v: str(v)[:50])
def test_type(text: str, event_type: str, told):
    assert event_type in [m.event_type for m in told(text)]


ROLES = [
    # text, trigger, actors, recipients
    ("Guerrillas killed two farmers near the river.", "killed", ["Guerrillas"], ["farmers"]),
    ("Two farmers were killed by guerrillas near the river.", "killed", ["guerrillas"], ["farmers"]),
    ("Two farmers were killed at dawn today by guerrillas.", "killed", ["guerrillas"], ["farmers"]),
    ("The farmers, who were kidnapped by rebels, are alive.", "kidnapped", ["rebels"], ["farmers"]),
    ("Soldiers opened fire, killing three students.", "killing", ["Soldiers"], ["students"]),
    ("Rebels carried out an attack on a police patrol.", "attack", ["Rebels"], ["police patrol"]),
    ("An attack carried out by rebels killed a nurse.", "attack", ["rebels"], []),
    ("The murder of the bishop by soldiers shocked the town.", "murder", ["soldiers"], ["bishop"]),
    ("The commander ordered troops to attack the rebels.", "attack", ["troops"], ["rebels"]),
    ("A bomb killed two farmers near the river.", "killed", [], ["farmers"]),
    ("Two farmers were killed near the river.", "killed", [], ["farmers"]),
]


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), ROLES, ids=lambda v: str(v)[:50])
def test_roles(text: str, word: str, actors: list[str], recipients: list[str], told):
    m = next(m for m in told(text) if m.trigger_text == word)
    assert [p.text for p in m.actors] == actors
    assert [p.text for p in m.recipients] == recipients


def test_an_accused_actor_is_told_by_the_claim_that_accuses(read):
    text = (
        "A rocket attack on the capital on Sunday, which Syria blamed on Israel, killed five people, officials said.\n"
    )
    reading = read(text, published=dt.date(2023, 2, 22))
    attack = next(m for m in reading.mentions if "attack" in m.trigger_text)
    assert [p.entity for p in attack.actors] == ["q:IL"]
    others = [m for m in reading.mentions if m is not attack]
    assert not any(p.entity == "q:IL" for m in others for p in m.actors)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Turkey accused Kurdish militants of carrying out the bombing.", "Kurdish militants"),
        ("The colonel claimed responsibility for a series of attacks on army posts.", "colonel"),
        ("The police blamed the rebels for the ambush of the convoy.", "rebels"),
        ("The rebels blamed an army drone for the strike on the village.", "army"),
        ("Responsibility for the bombing was claimed by the Desert Brigade.", "Desert Brigade"),
        ("Army helicopters fired rockets at the town.", "Army"),
        ("An Israeli jet bombed the airfield at night.", "Israeli"),
        ("The opposition accused the intelligence service of staging the bombing.", "intelligence service"),
    ],
)
def test_who_is_said_to_have_done_it(text: str, actor: str, told):
    assert [p.text for m in told(text) for p in m.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Botswana market bombing kills nine, police say.",
        "The Egyptian church bombing killed nine people.",
        "Turkish drones bombed the airfield at night.",
        "He killed two soldiers at the gate.",
    ],
)
def test_where_and_whose_make_is_not_who(text: str, told):
    assert [p.text for m in told(text) for p in m.actors] == []


def test_a_person_who_was_hit_is_not_his_state(told):
    (killed,) = (m for m in told("Rockets killed two Iranian officials at the airport.") if m.trigger_text == "killed")
    assert [(p.name, p.entity) for p in killed.recipients] == [("Iranian officials", None)]


PHASES = [
    ("Rebels set up camps across the border to attack the garrison.", "attack", "hypothetical"),
    ("The planes are used to bomb rebel camps in the hills, an officer said.", "bomb", "hypothetical"),
    ("The generals had considered an attack on the rebel camp.", "attack", "hypothetical"),
    ("A second bomb did not go off, the police said.", "go off", "attempted"),
    ("Police foiled a plot to bomb the station.", "bomb", "attempted"),
    ("Rebels attacked the garrison with rockets.", "attacked", "occurred"),
    ("As the army continued to shell the hills, families hid in caves.", "shell", "ongoing"),
    ("Rebels began to shell the hills on Sunday.", "shell", "occurred"),
    ("Every few nights the army shelled the ridge and the farms below it.", "shelled", "habitual"),
    ("The army shelled the ridge twice on Sunday night.", "shelled", "occurred"),
    ("The two states reached an agreement on the withdrawal of troops from the valley.", "withdrawal", "planned"),
    ("Residents cheered the withdrawal of troops from the valley.", "withdrawal", "occurred"),
    ("Some 900 soldiers are deployed in the north of the country.", "deployed", "habitual"),
    ("Some 900 soldiers were deployed in the north of the country on Monday.", "deployed", "occurred"),
]


@pytest.mark.parametrize(("text", "word", "phase"), PHASES, ids=lambda v: str(v)[:40])
def test_phase(text: str, word: str, phase: str, told):
    assert {m.phase.value for m in told(text) if m.trigger_text == word} == {phase}


MEMORY = """A village rings its bell thirty years on

On Sunday the bell of the village rang eleven times, once for each of those who died when mortar shells hit the school.
A teacher, Anna Lind, said the army had never explained why the village was shelled. The school was bombed twice.
"""


def test_what_witnesses_tell_of_an_old_war_is_background(read):
    reading = read(MEMORY, published=dt.date(2024, 3, 13))
    assert reading.mentions
    assert all(m.background for m in reading.mentions)


NOTHING = [
    "The two parties struck a deal on the budget late on Friday.",
    "The midfielder's shot hit the post before the striker scored the winning goal of the match.",
    "He died of a heart attack at the age of eighty.",
    "The economy came under fire from critics of the finance minister.",
    "Rail workers went on strike over pay, the union said.",
    "Her explosive report about the bank made headlines.",
    "The candidate attacked her rival's tax policy in a debate.",
    "The director shot the film in three weeks.",
    "The virus killed thousands of birds.",
    "The band released an album.",
    "Four people were killed when their bus collided with a train.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_senses_give_nothing(text: str, told):
    assert [m.trigger_text for m in told(text)] == []


def test_what_is_not_used_is_said(parse, lexicon):
    found = find_mentions(parse("The two parties struck a deal on the budget."), (), (), (), lexicon)
    assert [(r.reason, r.detail) for r in found.rejected] == [(Reason.FIGURATIVE, "strike-verb")]


MATCH = """United strike late to sink City

City came under attack from the first whistle and their goalkeeper was forced to save a fierce shot after six minutes.
The striker hit the crossbar and the midfielder fired wide as the league champions laid siege to the penalty area.
United's attack struck twice in the second half, and a rocket of a free-kick from the captain killed the match off.
The coach said his defenders had battled bravely. A late shot from the substitute exploded into the net.
"""


def test_a_football_match_gives_nothing(told):
    assert [m.trigger_text for m in told(MATCH)] == []


ANNIVERSARY = """Town marks forty years since the war

Hundreds gathered in the square on Sunday to mark the anniversary of the war between the two states.
In March 1984 warplanes bombed the market, killing ninety people. The town was shelled again in 1985.
"""


def test_an_anniversary_gives_only_background(read):
    reading = read(ANNIVERSARY, published=dt.date(2024, 3, 12))
    violent = [m for m in reading.mentions if m.event_type not in ("protest", "meeting")]
    assert violent
    assert all(m.background for m in violent), [(m.trigger_text, m.date) for m in violent if not m.background]


CHAIN = """A rocket attack hit an army base near the capital on Sunday, killing five soldiers, the defence ministry said.
The attack came shortly after midnight. A hospital doctor said the blast had wounded nine others.
"The strike destroyed two buildings," a witness said.
"""


def test_retellings_go_back_to_the_first(told):
    mentions = told(CHAIN)
    first = mentions[0].id
    assert {m.same_as for m in mentions[1:]} == {first}, [(m.trigger_text, m.same_as) for m in mentions]


TWO = """Gunmen killed a judge in the capital on Monday, police said.
Rebels kidnapped an engineer on the coastal road. Another judge, Ana Torres, was shot dead by two men in the port city.
"""


SANCTIONS = """Council puts sanctions on general

The regional council imposed sanctions on a general on Monday over a massacre in November in which ninety villagers died.
"""


def test_what_sanctions_are_about_is_context(read):
    reading = read(SANCTIONS, published=dt.date(2024, 3, 12))
    background = {m.trigger_text: m.background for m in reading.mentions}
    assert background == {"sanctions": False, "imposed sanctions": False, "massacre": True, "died": True}


def test_a_word_that_the_page_breaks_and_an_object_that_is_only_said_to_be_one(told):
    (m,) = told("US troops shot dow n what they said was a spy drone near the base.")
    assert (m.event_type, [p.text for p in m.recipients]) == ("shootdown", ["spy drone"])


def test_days_without_a_year_keep_events_apart(read):
    text = (
        "Militants fired rockets at the airbase of Sarn on August 5, injuring four soldiers. "
        "A drone attack on a base near Amra on August 9 injured three soldiers.\n"
    )
    reading = read(text)
    assert len([i for i in reading.incidents if not i.background]) == 2


def test_several_events_stay_apart(told):
    roots = {m.same_as or m.id for m in told(TWO)}
    assert len(roots) == 3


def place(text: str, words: str, n: int, precision: PlacePrecision, radius: float) -> Place:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Place(f"a1.p{n}", "a1", span, words, words, 33.0 + n, 36.0, "SY", None, n, precision, radius, "test")


def day(text: str, words: str, n: int, date: dt.date) -> TimeMention:
    start = text.index(words)
    span = Span(start, start + len(words))
    return TimeMention(f"a1.d{n}", "a1", span, words, "DATE", date.isoformat(), DateRange(date, date), None, "test")


def test_place_and_date_are_those_of_the_event(parse, lexicon):
    text = "Officials in Ankara said on Tuesday that rebels had attacked a police post in Afrin on Sunday."
    places = (
        place(text, "Ankara", 1, PlacePrecision.CITY, 10),
        place(text, "Afrin", 2, PlacePrecision.CITY, 10),
    )
    dates = (day(text, "Tuesday", 1, dt.date(2024, 3, 12)), day(text, "Sunday", 2, dt.date(2024, 3, 10)))
    (m,) = find_mentions(parse(text), (), dates, places, lexicon).items
    assert (m.place, m.date) == ("a1.p2", "a1.d2")
    assert (m.place_reason, m.date_reason) == ("clause", "clause")


def test_the_finest_place_of_the_clause(parse, lexicon):
    text = "A bomb exploded in Sarmada in Idlib province, killing two soldiers."
    places = (
        place(text, "Sarmada", 1, PlacePrecision.CITY, 5),
        place(text, "Idlib province", 2, PlacePrecision.PROVINCE, 60),
    )
    mentions = find_mentions(parse(text), (), (), places, lexicon).items
    assert {m.place for m in mentions} == {"a1.p1"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One engineer involved in Yemen's rocket programme was badly wounded in the strike.", False),
        ("Two guards were wounded in a strike on Yemen's northern border.", True),
    ],
)
def test_a_country_that_owns_something_is_where_only_if_it_is_a_part_of_it(parse, lexicon, text, told):
    places = (place(text, "Yemen", 1, PlacePrecision.COUNTRY, 500),)
    mentions = find_mentions(parse(text), (), (), places, lexicon).items
    assert {m.place_reason in ("clause", "sentence") for m in mentions} == {told}


def test_court_news_keeps_the_day_of_the_event(read):
    text = (
        "Two men were charged on Friday in the shooting of a shopkeeper in Leeds.\n"
        "The shopkeeper was shot dead on 2 March 2024, police said.\n"
    )
    reading = read(text, published=dt.date(2024, 4, 19))
    days = {d.id: d.range.low for d in reading.dates if d.range}
    dated = {days[m.date] for m in reading.mentions if m.date and m.event_type in ("killing", "armed-attack")}
    assert dated == {dt.date(2024, 3, 2)}
    assert not any(m.background for m in reading.mentions)


def test_an_event_still_ahead_is_a_plan(read):
    reading = read(
        "The troops withdraw from the border zone in May 2026, a minister said.", published=dt.date(2024, 3, 1)
    )
    (m,) = reading.mentions
    assert (m.event_type, m.phase, m.factuality) == ("withdrawal", "planned", "UU")


def test_no_event_no_mention(told):
    assert told("The council met on Tuesday to discuss the new bus timetable.") == ()


WORDS = st.sampled_from(
    ["gunmen", "killed", "attacked", "a", "the", "two", "soldiers", "rockets", "hit", "town", "in", "on", "Sunday",
     "not", "if", "said", "strike", "was", "by", "and", ",", "."]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=4, max_size=25))
def test_records_are_sound_on_any_words(parse, lexicon, words: list[str]):
    text = " ".join(words)
    if not any(w.isalpha() for w in words):
        return
    parsed = parse("Rebels spoke to reporters. " + text)
    found = find_mentions(parsed, (), (), (), lexicon)
    ids = [m.id for m in found.items]
    assert ids == [f"a1.m{n}" for n in range(1, len(ids) + 1)]
    for m in found.items:
        assert m.trigger.of(parsed.text)
        assert m.same_as is None or ids.index(m.same_as) < ids.index(m.id)
        for party in m.actors + m.recipients:
            assert party.span is not None
            assert party.span.of(parsed.text)
