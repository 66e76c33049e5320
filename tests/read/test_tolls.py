"""Tolls: 100 phrases of the news with what they count, and phrases that count no victims."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.read.numbers import range_of
from sourcebook.read.tolls import find_tolls
from sourcebook.records import (
    Claim,
    EventType,
    Factuality,
    Mention,
    Phase,
    Quotation,
    Source,
    Span,
    Stance,
    TollScope,
    VictimStatus,
)

K, J, M, D, A, X, U = "killed", "injured", "missing", "detained", "abducted", "displaced", "unharmed"

#: Sentence → (harm, low, high, text), each toll in page order.
PHRASES = [
    ("Twenty-one people were killed and more than 1,200 injured.", [(K, 21, 21, "Twenty-one people"), (J, 1201, None, "more than 1,200")]),
    ("Five killed, 12 wounded in blast outside the mosque", [(K, 5, 5, "Five"), (J, 12, 12, "12")]),
    ("3 dead, 2 critical after shooting", [(K, 3, 3, "3"), (J, 2, 2, "2")]),
    ("The attack left at least 12 people dead and dozens wounded.", [(K, 12, None, "at least 12"), (J, 24, None, "dozens")]),
    ("The gunmen shot dead two policemen and a bystander.", [(K, 2, 2, "two policemen"), (K, 1, 1, "a bystander")]),
    ("Local officials reported the deaths of at least five villagers.", [(K, 5, None, "at least five villagers")]),
    ("The bombing killed four civilians and injured six others.", [(K, 4, 4, "four civilians"), (J, 6, 6, "six others")]),
    ("The raid caused nine deaths and 17 injuries.", [(K, 9, 9, "nine deaths"), (J, 17, 17, "17 injuries")]),
    ("The death toll rose to 20.", [(K, 20, 20, "20")]),
    ("The death toll from the landslide stood at 31 on Friday.", [(K, 31, 31, "31")]),
    ("The ministry put the toll at 44.", [(K, 44, 44, "44")]),
    ("Between eight and ten soldiers died in the ambush.", [(K, 8, 10, "Between eight and ten soldiers")]),
    ("Up to 20 fighters died.", [(K, 1, 20, "Up to 20 fighters")]),
    ("A family of six was killed when a shell hit the house.", [(K, 6, 6, "A family of six")]),
    ("A couple was found dead in the flat.", [(K, 2, 2, "A couple")]),
    ("The couple and their son were killed.", [(K, 2, 2, "The couple"), (K, 1, 1, "their son")]),
    ("Two of them were wounded.", [(J, 2, 2, "Two of them")]),
    ("A man was killed and two others were shot on Main Street.", [(K, 1, 1, "A man"), (J, 2, 2, "two others")]),
    ("Gunmen opened fire, killing a 19-year-old woman.", [(K, 1, 1, "a 19-year-old woman")]),
    ("The strike killed and wounded dozens of people.", [(K, 24, None, "dozens of people")]),
    ("Rescuers recovered 12 bodies.", [(K, 12, 12, "12 bodies")]),
    ("The bodies of five men were found in a well.", [(K, 5, 5, "five men")]),
    ("The fire claimed 12 lives.", [(K, 12, 12, "12")]),
    ("Six people lost their lives in the collapse.", [(K, 6, 6, "Six people")]),
    ("Two of the passengers were unharmed.", [(U, 2, 2, "Two of the passengers")]),
    ("Police arrested 12 protesters.", [(D, 12, 12, "12 protesters")]),
    ("Gunmen kidnapped seven nurses from a clinic.", [(A, 7, 7, "seven nurses")]),
    ("About 4,000 residents fled the village.", [(X, 4000, 4000, "About 4,000 residents")]),
    ("Twelve sailors are missing.", [(M, 12, 12, "Twelve sailors")]),
    ("Nearly 100 were injured.", [(J, 90, 100, "Nearly 100")]),
    ("At least two but perhaps up to 14 civilians were killed.", [(K, 2, 14, "At least two but perhaps up to 14 civilians")]),
    ("Three people suffered gunshot wounds.", [(J, 3, 3, "Three people")]),
    ("Four people were taken to hospital with burns.", [(J, 4, 4, "Four people")]),
    ("A second guard was struck in the leg by a bullet.", [(J, 1, 1, "A second guard")]),
    ("A third man was pronounced dead at the hospital.", [(K, 1, 1, "A third man")]),
    ("He was hit by shrapnel and died.", [(K, 1, 1, "He")]),
    ("Man killed, woman injured in drive-by shooting", [(K, 1, 1, "Man"), (J, 1, 1, "woman")]),
    ("Police are investigating the fatal shooting of a shopkeeper.", [(K, 1, 1, "a shopkeeper")]),
    ("The commander was killed along with two of his guards.", [(K, 1, 1, "The commander"), (K, 2, 2, "two of his guards")]),
    ("Several people were wounded.", [(J, 2, None, "Several people")]),
    ("A number of civilians were wounded.", [(J, 2, None, "A number of civilians")]),
    ("Scores of worshippers were injured.", [(J, 20, None, "Scores of worshippers")]),
    ("No casualties were reported.", [(J, 0, 0, "No casualties"), (K, 0, 0, "No casualties")]),
    ("No one was injured in the blast.", [(J, 0, 0, "No one")]),
    ("There were no deaths.", [(K, 0, 0, "no deaths")]),
    ("Ten or more people were killed.", [(K, 10, None, "Ten or more people")]),
    ("Nine men were shot and killed.", [(K, 9, 9, "Nine men")]),
    ("One Dutch engineer and one junior Greek official were killed.", [(K, 1, 1, "One Dutch engineer"), (K, 1, 1, "one junior Greek official")]),
    ("Doctors put the number of wounded at 33.", [(J, 33, 33, "33")]),
    ("The mayor put the number of dead at six.", [(K, 6, 6, "six")]),
    ("A spokesman put the number of injured people at 25, of whom eleven were children.", [(J, 25, 25, "25"), (J, 11, 11, "eleven")]),
    ("The number of dead rose to 17 from 12.", [(K, 17, 17, "17"), (K, 12, 12, "12")]),
    ("The death toll was lowered to 21 from 24.", [(K, 21, 21, "21"), (K, 24, 24, "24")]),
    ("The ministry revised the toll down from 30 to 26.", [(K, 30, 30, "30"), (K, 26, 26, "26")]),
    ("The toll was revised up to 15 from 13 on Friday.", [(K, 15, 15, "15"), (K, 13, 13, "13")]),
    ("It raised the death toll from 11 to 13.", [(K, 11, 11, "11"), (K, 13, 13, "13")]),
    ("The count of dead was raised from 11 to 13.", [(K, 11, 11, "11"), (K, 13, 13, "13")]),
    ("Police first spoke of six dead, then eight, then ten.", [(K, 6, 6, "six"), (K, 8, 8, "eight"), (K, 10, 10, "ten")]),
    ("The ministry gave a toll of 19, lowering an earlier count of 22.", [(K, 19, 19, "19"), (K, 22, 22, "22")]),
    ("Police had earlier given a count of nine dead.", [(K, 9, 9, "nine")]),
    ("The clinic treated 23 patients for burns.", [(J, 23, 23, "23 patients")]),
    ("Medics treated 23 patients for tear gas.", [(J, 23, 23, "23 patients")]),
    ("Nobody was killed in the raid.", [(K, 0, 0, "Nobody")]),
    ("NOBODY WAS HURT IN THE BLAST.", [(J, 0, 0, "NOBODY")]),
    ("NO ONE WAS INJURED.", [(J, 0, 0, "NO ONE")]),
    ("Two photographers were also injured by rubber bullets.", [(J, 2, 2, "Two photographers")]),
    ("The injured included two photographers.", [(J, 2, 2, "two photographers")]),
    ("Among the injured were two photographers.", [(J, 2, 2, "two photographers")]),
    ("Seven of them were in critical condition.", [(J, 7, 7, "Seven of them")]),
    ("Thirty people were wounded, four of them in a critical condition.", [(J, 30, 30, "Thirty people"), (J, 4, 4, "four of them")]),
    ("Forty-one people were injured, of whom nine remain in hospital.", [(J, 41, 41, "Forty-one people"), (J, 9, 9, "nine")]),
    ("Fourteen soldiers lost their lives, among them two officers.", [(K, 14, 14, "Fourteen soldiers"), (K, 2, 2, "two officers")]),
    ("The rebels shot down a helicopter, killing its pilot.", [(K, 1, 1, "its pilot")]),
    ("The general and his two sons were killed.", [(K, 1, 1, "The general"), (K, 2, 2, "two sons")]),
    ("The baker, his wife and their four children were killed.", [(K, 1, 1, "The baker"), (K, 1, 1, "his wife"), (K, 4, 4, "four children")]),
    ("Officials reported that a student had died.", [(K, 1, 1, "a student")]),
    ("The company said it had lost nine fighters.", [(K, 9, 9, "nine fighters")]),
    ("The army lost 14 men.", [(K, 14, 14, "14 men")]),
    ("Twenty protesters, of whom six were students, were arrested.", [(D, 20, 20, "Twenty protesters"), (D, 6, 6, "six")]),
    ("Rescuers pulled 13 bodies from the rubble.", [(K, 13, 13, "13 bodies")]),
    ("Eight were killed on the spot and two died later in hospital.", [(K, 8, 8, "Eight"), (K, 2, 2, "two")]),
    ("The blast took the lives of three teachers.", [(K, 3, 3, "three teachers")]),
    ("The raid claimed the lives of five women.", [(K, 5, 5, "five women")]),
    ("There were 12 dead and 30 wounded.", [(K, 12, 12, "12"), (J, 30, 30, "30")]),
    ("The casualties included four dead and nine wounded.", [(K, 4, 4, "four"), (J, 9, 9, "nine")]),
    ("Casualties: 4 dead, 9 injured.", [(K, 4, 4, "4"), (J, 9, 9, "9")]),
    ("The number of fatalities has climbed to 51.", [(K, 51, 51, "51")]),
    ("The number killed in the attack rose to eight.", [(K, 8, 8, "eight")]),
    ("The wounded number at least 60.", [(J, 60, None, "at least 60")]),
    ("Fatalities stood at seven by evening.", [(K, 7, 7, "seven")]),
    ("All six crew members were killed.", [(K, 6, 6, "All six crew members")]),
    ("All 12 on board died.", [(K, 12, 12, "All 12")]),
    ("Another two people died overnight.", [(K, 2, 2, "Another two people")]),
    ("More than 50 homes were destroyed, leaving 300 people homeless.", [(X, 300, 300, "300")]),
    ("The guard, hit in the neck, did not survive.", [(K, 1, 1, "The guard")]),
    ("The ferryman did not make it.", [(K, 1, 1, "The ferryman")]),
    ("Her uncle passed away at the clinic at dawn.", [(K, 1, 1, "Her uncle")]),
    ("The quarrel sent six dockers to the hospital.", [(J, 6, 6, "six dockers")]),
    ("Shots came from a lorry, hitting four dockers.", [(J, 4, 4, "four dockers")]),
    ("The raid left one porter dead and three others with serious injuries.", [(K, 1, 1, "one porter"), (J, 3, 3, "three others")]),
    ("Five boys sustained what doctors say are minor injuries.", [(J, 5, 5, "Five boys")]),
    ("Two women were found on the quay, bleeding from gunshot wounds.", [(J, 2, 2, "Two women")]),
    ("Also wounded were two ushers.", [(J, 2, 2, "two ushers")]),
    ("The baker, 50, was shot along with two others.", [(J, 1, 1, "The baker"), (J, 2, 2, "two others")]),
    ("Guards say two others in the yard, known only by their nicknames, were also shot.", [(J, 2, 2, "two others")]),
    ("The waiter was hit in the chest and was pronounced dead at noon.", [(K, 1, 1, "The waiter")]),
    ("A 30-year-old man, 41-year-old woman and 12-year-old boy suffered gunshot wounds.", [(J, 1, 1, "A 30-year-old man"), (J, 1, 1, "41-year-old woman"), (J, 1, 1, "12-year-old boy")]),
    ("A porter, a nurse and a guard were shot.", [(J, 1, 1, "A porter"), (J, 1, 1, "a nurse"), (J, 1, 1, "a guard")]),
    ("They found three dead robbers and two unhurt waiters.", [(K, 3, 3, "three dead robbers"), (U, 2, 2, "two unhurt waiters")]),
    ("A retired judge and columnist was killed at the gate.", [(K, 1, 1, "A retired judge")]),
    ("A farmer and columnist were killed at the gate.", [(K, 1, 1, "A farmer"), (K, 1, 1, "columnist")]),
    ("A father charged with murder after his son was shot and killed will be tried in May.", [(K, 1, 1, "his son")]),
    ("Police said that Dana Parks was shot at the gate.", [(J, 1, 1, "Dana Parks")]),
    ("A clerk told Radio 5 the waiter was shot at noon.", [(J, 1, 1, "the waiter")]),
    ("Nine people were hurt, two with serious injuries and one in critical condition.", [(J, 9, 9, "Nine people"), (J, 2, 2, "two"), (J, 1, 1, "one")]),
    ("Guards at first said six dockers were shot, the mayor said.", [(J, 6, 6, "six dockers")]),
    ("Two waiters were badly burned by acid.", [(J, 2, 2, "Two waiters")]),
    ("A dozen people were treated on the pavement.", [(J, 12, 12, "A dozen people")]),
    ("Ambulances have taken 31 people to two hospitals.", [(J, 31, 31, "31 people")]),
    ("Eight traders are still in hospital.", [(J, 8, 8, "Eight traders")]),
    ("Two deckhands have not been found.", [(M, 2, 2, "Two deckhands")]),
    ("Pirates carried off its captain and four sailors.", [(A, 1, 1, "its captain"), (A, 4, 4, "four sailors")]),
    ("The other three hostages are missing.", [(M, 3, 3, "The other three hostages")]),
    ("A nurse who vanished on Sunday was found dead.", [(K, 1, 1, "A nurse")]),
    ("At least a score of people were trampled to death.", [(K, 20, None, "At least a score of people")]),
    ("Two sentries fell dead.", [(K, 2, 2, "Two sentries")]),
    ("The groom and six of his guests were killed.", [(K, 1, 1, "The groom"), (K, 6, 6, "six of his guests")]),
    ("Nineteen bodies were brought to the hospital.", [(K, 19, 19, "Nineteen bodies")]),
    ("One sentry died and two received light wounds.", [(K, 1, 1, "One sentry"), (J, 2, 2, "two")]),
    ("The drone killed six sentries and nobody else.", [(K, 6, 6, "six sentries")]),
    ("People who were wounded in the raid, 14 in all, were flown out.", []),
]  # fmt: skip


def read(parse, lexicon, text, claims=(), mentions=()):
    return find_tolls(parse(text), claims, mentions, lexicon)


@pytest.mark.parametrize(("text", "expected"), PHRASES[:-1], ids=[p[0][:40] for p in PHRASES[:-1]])
def test_what_a_phrase_counts(text, expected, parse, lexicon):
    found = [(t.harm, t.low, t.high, t.text) for t in read(parse, lexicon, text).items]
    assert sorted(found, key=str) == sorted(expected, key=str)


NOTHING = [
    ("The bomb could have killed dozens of people.", "hypothetical"),
    ("The group threatened to kill 12 hostages.", "hypothetical"),
    ("Guards stopped the man from killing ten people.", "negated"),
    ("The soldiers did not kill five villagers.", "negated"),
    ("If ten people are killed, the truce is over.", "hypothetical"),
    ("He said no senior Dutch officer was killed.", "negated"),
    ("The shells fell without injuring three farmers nearby.", "negated"),
    ("Twelve rockets hit the town.", "weapons-count"),
    ("The patrol walked 12 kilometres before it was attacked.", "distance"),
    ("They offered $5,000 for his return.", "money"),
    ("The siege lasted 12 days.", "time"),
    ("The mayor, 62, was unhurt.", "age"),
    ("Forty goats were killed in the shelling.", "not-a-toll"),
    ("Eleven players attacked the goal.", "not-a-toll"),
    ("The hospital said three bodies had been counted twice.", "not-a-toll"),
    ("The striker shot wide and five defenders stood still.", "not-a-toll"),
    ("The team killed off the match with five minutes left.", "time"),
    ("Five penalties have been killed by the hockey side.", "not-a-toll"),
    ("Three title hopes have gone and five have been killed off in extra time.", "not-a-toll"),
    ("No Danish soldiers were hurt.", "negated"),
    ("The mayor put the number of dead trees at six.", "not-a-toll"),
    ("Some 40 houses were shot up.", "not-a-toll"),
    ("The party lost 14 seats in the vote.", "not-a-toll"),
    ("They could kill six sailors with one shot.", "hypothetical"),
    ("Two pilots are not expected to make it.", "not-a-toll"),
    ("Six dockers did not make it to the quay.", "not-a-toll"),
    ("The mayor sent six dockers to the harbour.", "not-a-toll"),
    ("The storm went on, hitting six villages.", "not-a-toll"),
    ("Four men came to the gate with no wounds at all.", "not-a-toll"),
    ("The army said it would arrest 20 officers.", "hypothetical"),
    ("Doctors put the number of beds at 33.", "not-a-toll"),
]


@pytest.mark.parametrize(
    "text", ["Troops shot dow n a drone near the border.", "Troops shot a drone down near the border."]
)
def test_a_word_that_names_nobody_is_no_victim(text, parse, lexicon):
    assert not read(parse, lexicon, text).items


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("The number of dead rose to 17 from 12.", ["17"], ["12"]),
        ("The death toll was lowered to 21 from 24.", ["21"], ["24"]),
        ("The ministry revised its toll down from 30 to 26.", ["26"], ["30"]),
        ("Police first spoke of six dead, then eight, then ten.", ["ten"], ["six", "eight"]),
        ("The toll rose to 20.", ["20"], []),
    ],
)
def test_a_newer_number_replaces_the_one_before(text, now, before, parse, lexicon):
    tolls = read(parse, lexicon, text).items
    assert [t.text for t in tolls if t.rule.startswith("replaced ")] == before
    assert [t.text for t in tolls if not t.rule.startswith(("replaced ", "earlier "))] == now


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Divers found 46 bodies. Nineteen of them were women.", (K, 19, 19, "Nineteen of them", True)),
        ("Some 300 people fled. Of these, about 90 are children.", (X, 90, 90, "about 90", True)),
        ("Guards detained 14 dockers. A lawyer put the number at nine.", (D, 9, 9, "nine", False)),
        ("Twelve people were wounded. The clinic later raised the figure to 14.", (J, 14, 14, "14", False)),
    ],
)
def test_a_number_may_be_of_the_people_of_the_sentence_before(text, number, parse, lexicon):
    toll = read(parse, lexicon, text).items[-1]
    assert (toll.harm, toll.low, toll.high, toll.text, toll.part_of is not None) == number


@pytest.mark.parametrize(
    "text",
    [
        "Guards detained 14 dockers. A lawyer put the price at nine.",
        "Guards detained 14 dockers. The number of ships rose to nine.",
        "The yard was quiet. A lawyer put the number at nine.",
        "Divers found two bodies. Nineteen of them were women.",
    ],
)
def test_another_number_is_of_nobody(text, parse, lexicon):
    assert not {t.low for t in read(parse, lexicon, text).items} & {9, 19}


def test_what_a_claim_was_cut_short_of_is_still_its_own(read) -> None:
    reading = read("A shell hurt 19 people in Otavi on Monday, five of them seriously, the school office said.")
    assert len(reading.tolls) == 2
    assert all(t.claim for t in reading.tolls)


def test_of_an_earlier_count_nothing_says_whose_it_was(parse, lexicon):
    text = "Nine people died in the raid, the ministry said, lowering an earlier count of 11."
    tolls = read(parse, lexicon, text, (claim(text, "Nine people died in the raid"),)).items
    assert [(t.text, t.claim, t.rule.startswith("earlier ")) for t in tolls] == [
        ("Nine people", "a1.c1", False),
        ("11", None, True),
    ]


@pytest.mark.parametrize(("text", "reason"), NOTHING, ids=[n[0][:40] for n in NOTHING])
def test_what_is_left_out_says_why(text, reason, parse, lexicon):
    found = read(parse, lexicon, text)
    assert not [t for t in found.items if t.high != 1 or t.harm == "killed"]
    assert reason in [r.reason for r in found.rejected]


def test_a_part_is_not_added(parse, lexicon):
    whole, women, children = read(
        parse, lexicon, "The raid killed 14 people, including two women and three children."
    ).items
    assert whole.part_of is None
    assert women.part_of == children.part_of == whole.id
    assert (women.victims.group, children.victims.group) == ("women", "children")


@pytest.mark.parametrize(
    "text",
    [
        "They wounded three, one of them critically.",
        "Nine soldiers died in the ambush, two of them officers.",
        "Two teens shot, one critically, in a park",
    ],
)
def test_of_them_is_a_part(text, parse, lexicon):
    first, *others = read(parse, lexicon, text).items
    assert others
    assert {t.part_of for t in others} == {first.id}


def test_the_names_behind_a_number_are_not_added_to_it(parse, lexicon):
    text = "Four people, Ana Silva, her brother Rui and their two sons, were killed."
    assert sum(t.low for t in read(parse, lexicon, text).items if t.part_of is None) == 4


def test_the_attackers_own_death_is_kept_apart(parse, lexicon):
    (toll,) = read(parse, lexicon, "The suicide bomber also died.").items
    assert toll.perpetrator
    tolls = read(parse, lexicon, "The gunman killed two clerks and then shot himself.").items
    assert [(t.text, t.perpetrator) for t in tolls] == [("The gunman", True), ("two clerks", False)]


def test_a_sum_over_a_war_is_of_a_period(parse, lexicon):
    (toll,) = read(parse, lexicon, "Clashes have killed 300 people since the war began.").items
    assert toll.scope is TollScope.PERIOD


def test_a_toll_that_rises_is_a_running_total(parse, lexicon):
    died, total = read(parse, lexicon, "Three more people died of their wounds, bringing the toll to 18.").items
    assert (died.cumulative, total.cumulative) == (False, True)


@pytest.mark.parametrize(
    ("text", "status", "group"),
    [
        ("Five villagers were killed.", VictimStatus.CIVILIAN, None),
        ("Five militants were killed.", VictimStatus.COMBATANT, None),
        ("Five people were killed.", VictimStatus.UNKNOWN, None),
        ("Two paramedics were killed.", VictimStatus.CIVILIAN, "medics"),
        ("A cameraman was wounded.", VictimStatus.CIVILIAN, "journalists"),
        ("Three aid workers were killed.", VictimStatus.CIVILIAN, "aid-workers"),
    ],
)
def test_who_the_victims_are(text, status, group, parse, lexicon):
    (toll,) = read(parse, lexicon, text).items
    assert (toll.victims.status, toll.victims.group) == (status, group)


def test_whose_people_they_are(parse, lexicon):
    (toll,) = read(parse, lexicon, "Five Norwegian soldiers were killed.").items
    assert toll.victims.of is not None
    assert toll.victims.of.text == "Norwegian"


def claim(text: str, content: str, n: int = 1, stance: Stance = Stance.ASSERT) -> Claim:
    at = text.index(content)
    source = Source((Span(0, 3),), "who", "who")
    span = Span(at, at + len(content))
    return Claim(
        f"a1.c{n}", "a1", "a1.s1", source, (), "said", (span,), content, stance, Quotation.INDIRECT, "test", 1.0
    )


TEXT = "Police said a nurse told them that five guards were killed."


def test_a_toll_stands_in_the_innermost_claim(parse, lexicon):
    claims = (claim(TEXT, "a nurse told them that five guards were killed"), claim(TEXT, "five guards were killed", 2))
    (toll,) = read(parse, lexicon, TEXT, claims).items
    assert toll.claim == "a1.c2"


def test_what_a_source_denies_is_no_toll(parse, lexicon):
    found = read(parse, lexicon, TEXT, (claim(TEXT, "five guards were killed", stance=Stance.DENY),))
    assert not found.items
    assert "negated" in [r.reason for r in found.rejected]


def mention(text: str, word: str, sentence: str, n: int = 1, **fields) -> Mention:
    at = text.index(word)
    values = {
        "event_type": EventType.BOMBING,
        "factuality": Factuality.CERTAIN,
        "phase": Phase.OCCURRED,
        "background": False,
    } | fields
    return Mention(
        f"a1.m{n}", "a1", sentence, None, Span(at, at + len(word)), word,
        actors=(), recipients=(), weapons=(), place=None, date=None, rule="test", **values,
    )  # fmt: skip


TWO = "A bomb exploded at the market on Monday. Traders fled the smoke. Five people were killed."


def test_a_toll_belongs_to_its_own_word_of_harm(parse, lexicon):
    mentions = (mention(TWO, "exploded", "a1.s1"), mention(TWO, "killed", "a1.s3", 2, event_type=EventType.KILLING))
    (toll,) = [t for t in read(parse, lexicon, TWO, (), mentions).items if t.harm == K]
    assert toll.mention == "a1.m2"


def test_a_toll_without_an_event_of_its_own_belongs_to_the_last_before_it(parse, lexicon):
    (toll,) = [t for t in read(parse, lexicon, TWO, (), (mention(TWO, "exploded", "a1.s1"),)).items if t.harm == K]
    assert toll.mention == "a1.m1"


def test_what_an_event_that_did_not_happen_would_cost_is_no_toll(parse, lexicon):
    text = "The plot, an explosion that killed five people on paper, was foiled."
    found = read(parse, lexicon, text, (), (mention(text, "explosion", "a1.s1", phase=Phase.PLANNED),))
    assert not found.items


def test_a_passage_that_comes_twice_counts_once(parse, lexicon):
    import dataclasses

    parsed = parse("Five people were killed. Five people were killed.")
    again = dataclasses.replace(parsed.sentences[1], repeat=True)
    parsed = dataclasses.replace(parsed, sentences=(parsed.sentences[0], again))
    assert len(find_tolls(parsed, (), (), lexicon).items) == 1


PIECES = st.lists(st.sampled_from([p[0] for p in PHRASES] + [n[0] for n in NOTHING]), min_size=1, max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=PIECES)
def test_every_toll_stands_in_the_text(pieces, parse, lexicon):
    parsed = parse("\n\n".join(pieces), published=dt.date(2024, 5, 2))
    found = find_tolls(parsed, (), (), lexicon)
    ids = {t.id for t in found.items}
    for t in found.items:
        assert t.span.of(parsed.text) == t.text
        assert t.high is None or t.low <= t.high
        assert t.part_of is None or t.part_of in ids
        if t.rule.endswith(("/number", "/vague", "/zero")):
            assert range_of(t.text, lexicon.numbers) is not None
    for r in found.rejected:
        assert parsed.article.span.holds(r.span)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two women aged 34 and 58 were injured when a bomb struck a house in Homs.", [2]),
        ("Four boys aged 12, 15, 16 and 19 were injured when a bomb struck a house in Homs.", [4]),
        ("A woman aged 34 and 58 others were injured when a bomb struck a house in Homs.", [1, 58]),
    ],
)
def test_the_ages_of_several_are_no_numbers_of_people(text: str, numbers: list[int], read) -> None:
    assert [t.low for t in read(text + "\n").tolls] == numbers
