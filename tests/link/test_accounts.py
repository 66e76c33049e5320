"""Who answers what about an incident, in which words: on reports as a wire or a local paper would write them."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.questions import Questions
from sourcebook.link.values import day_text
from sourcebook.records import DateRange, Incident, Question, Reading, Stance

QUESTIONS = Questions()


@pytest.mark.parametrize("rule", QUESTIONS.file.rules, ids=lambda r: r.id)
def test_each_rule_on_its_own_examples(rule) -> None:
    assert QUESTIONS.of(rule.example) is rule.question
    assert QUESTIONS.of(rule.counter_example) is not rule.question


REPORT = """BOSASO, Somalia, May 4 (Horn Wire) - A drone struck a boatyard near Bosaso on Monday, killing at least six people, police said.

The port authority said that eleven people had been killed. Puntland's interior ministry said that Ethiopia had carried out the strike.

An Ethiopian army spokesman, Colonel Tilahun Ashe, denied that his country's aircraft were involved in the attack.

A United States official declined to say who was behind the strike. Eighteen people were wounded, a doctor said.
"""


def main(reading: Reading) -> Incident:
    return max(reading.incidents, key=lambda i: len(i.accounts))


@pytest.fixture(scope="module")
def told(read) -> Reading:
    import datetime as dt

    return read(REPORT, outlet="Horn Wire", published=dt.date(2026, 5, 4))


def said(reading: Reading, question: Question) -> list[tuple[str, str, Stance]]:
    return [(a.value, a.source, a.stance) for a in main(reading).accounts if a.question is question]


def test_every_quote_is_what_stands_there(told: Reading) -> None:
    accounts = [a for i in told.incidents for a in i.accounts]
    assert accounts
    for a in accounts:
        assert a.quote.of(told.page.text) == a.quote_text
        assert a.quote_text.strip()
        assert a.page == told.page.id
        assert a.outlet == "Horn Wire"
        assert a.said is not None
        assert a.claim is None or any(c.id == a.claim for c in told.claims)


def test_tolls_stand_side_by_side_and_contradict(told: Reading) -> None:
    killed = {a.source.casefold(): (a.low, a.high) for a in main(told).accounts if a.question is Question.KILLED}
    assert killed["police"] == (6, None)
    assert killed["the port authority"] == (11, 11)
    assert Question.KILLED not in main(told).contested  # at least six may be eleven
    assert main(told).killed == (6, 11)


def test_who_did_it_is_an_account_and_its_denial_too(told: Reading) -> None:
    answers = said(told, Question.RESPONSIBILITY)
    assert any("Ethiopia" in value and "interior ministry" in source for value, source, _ in answers)
    assert any("Tilahun Ashe" in source and stance is Stance.DENY for _, source, stance in answers)
    assert any("United States" in source and stance is Stance.NO_COMMENT for _, source, stance in answers)
    assert Question.RESPONSIBILITY in main(told).contested


def test_the_authors_voice_counts_for_nothing_beside_named_sources(told: Reading) -> None:
    voices = {a.source for a in main(told).accounts if a.claim is not None and a.stance is Stance.ASSERT}
    assert main(told).independent_sources == len(voices)


def test_a_report_without_sources_is_one_source(read) -> None:
    reading = read("A car bomb killed three people outside a bank in Kismayo on Friday.\n", outlet="Horn Wire")
    (incident,) = reading.incidents
    assert incident.independent_sources == 1
    assert {a.source for a in incident.accounts} == {"Horn Wire"}
    (unnamed,) = read("A car bomb killed three people outside a bank in Kismayo on Friday.\n").incidents
    assert {a.source for a in unnamed.accounts} == {"the report"}


def test_a_denial_of_something_else_is_no_answer(read) -> None:
    reading = read(
        "A car bomb killed three people outside a bank in Kismayo on Friday, police said.\n\n"
        "The bank denied that it had asked its staff to stay at their desks.\n"
    )
    assert not any(a.stance is Stance.DENY for i in reading.incidents for a in i.accounts)


def test_a_denied_event_is_no_event_that_the_denier_tells(read) -> None:
    reading = read(
        "Residents said that an air strike hit the village of Buulo Mareer on Tuesday and killed two farmers.\n\n"
        "The army denied that any air strike took place in the area.\n"
    )
    accounts = [a for i in reading.incidents for a in i.accounts if a.question is Question.OCCURRENCE]
    assert any(a.value == "did not happen" and "army" in a.source for a in accounts)
    assert not any(a.value == "happened" and "army" in a.source for a in accounts)


def test_who_owns_up_confirms_the_incident(read) -> None:
    reading = read(
        "A car bomb killed three guards outside a bank in Kismayo on Friday, police said.\n\n"
        "Al-Shabaab claimed responsibility for the attack in a statement on its website.\n"
    )
    accounts = [a for a in main(reading).accounts if a.question is Question.RESPONSIBILITY]
    assert any(a.stance is Stance.ADMIT and "Shabaab" in a.value for a in accounts)
    assert main(reading).grade == "confirmed"


def test_who_rarely_owns_up_to_such_attacks_does_not_own_up_to_this_one(read) -> None:
    reading = read(
        "A car bomb killed three guards outside a bank in Kismayo on Friday, police said.\n\n"
        "The militia rarely claims responsibility for single attacks.\n"
    )
    assert not any(a.stance is Stance.ADMIT for i in reading.incidents for a in i.accounts)
    assert main(reading).grade != "confirmed"


def test_what_one_sentence_tells_side_by_side_is_one_number(read) -> None:
    reading = read(
        "Police said that one engineer and two guards were killed when a bomb went off at a dam near Afgoye on Friday.\n"
    )
    killed = [(a.low, a.high) for a in main(reading).accounts if a.question is Question.KILLED and a.low is not None]
    assert killed == [(3, 3)]


def test_silence_on_something_else_is_no_answer(read) -> None:
    reading = read(
        "A car bomb killed three people outside a bank in Kismayo on Friday, police said.\n\n"
        "The bank declined to say how much money it had kept in its new vault. The port authority declined to comment.\n"
    )
    silent = {a.source for i in reading.incidents for a in i.accounts if a.stance is Stance.NO_COMMENT}
    assert silent == {"The port authority"}


def test_words_that_say_nothing_alone_are_quoted_with_who_says_them(read) -> None:
    reading = read(
        "A car bomb killed three people outside a bank in Kismayo on Friday, police said.\n\n"
        "After the funerals the port authority declined to comment.\n"
    )
    (silent,) = (a for i in reading.incidents for a in i.accounts if a.stance is Stance.NO_COMMENT)
    assert silent.quote_text == "the port authority declined to comment"


def test_one_number_of_one_source_is_one_answer_in_whatever_words(read) -> None:
    reading = read(
        "Four people were killed when shells hit a village near Afgoye on Friday, police said. "
        "The four were killed in their beds, police said.\n"
    )
    killed = [a.low for a in main(reading).accounts if a.question is Question.KILLED]
    assert killed == [4]


def test_to_deny_that_something_did_not_happen_is_no_denial_of_it(read) -> None:
    reading = read(
        "A bomb killed three people outside a bank in Kismayo on Friday, residents said.\n\n"
        "A shopkeeper said that a second bomb was found but did not explode. Police denied that.\n"
    )
    assert not any(a.stance is Stance.DENY for a in main(reading).accounts)


def test_days_as_text() -> None:
    import datetime as dt

    low, high = dt.date(2026, 5, 4), dt.date(2026, 5, 9)
    assert day_text(DateRange(low, low)) == "2026-05-04"
    assert day_text(DateRange(low, high)) == "2026-05-04 to 2026-05-09"
    assert day_text(DateRange(low, None)) == "from 2026-05-04"
    assert day_text(DateRange(None, high)) == "until 2026-05-09"


def test_a_clause_on_who_the_accused_are_is_not_what_they_are_accused_of(read) -> None:
    reading = read(
        "Two ferrymen were wounded by a mine at a pier near Lindi on Thursday, police said. The navy blamed the Reef "
        "Command, with whose fighters it clashed in May.\n\nThe Reef Command has not commented.\n"
    )
    mine = next(i for i in reading.incidents if i.injured)
    assert [(a.source, a.value) for a in mine.accounts if a.stance is Stance.ACCUSE] == [
        ("The navy", "the Reef Command")
    ]


@pytest.mark.parametrize(
    ("denied", "question"),
    [
        ("that its men had been there", Question.RESPONSIBILITY),
        ("that any of its fighters were in the area", Question.RESPONSIBILITY),
        ("that weapons had been there", None),
    ],
)
def test_who_was_not_there_did_not_do_it(denied: str, question: Question | None, read) -> None:
    reading = read(
        "Gunmen killed five herdsmen in a raid on a kraal near Soroti on Monday, the mayor said. The army blamed the "
        f"Hill Guard, a militia, for the attack.\n\nThe Hill Guard denied {denied}.\n"
    )
    answers = {a.question for i in reading.incidents for a in i.accounts if a.stance is Stance.DENY}
    assert answers == ({question} if question else set())


# ------------------------------------------------------------------- denials, admissions and rivals in other words

BLAST = "A bomb killed three people at a market in Beja on Monday, police said. "


def sides(reading: Reading, question: Question, *, denied: bool) -> set[str]:
    found = (a for i in reading.incidents for a in i.accounts if a.question is question)
    return {a.source for a in found if (a.stance in (Stance.DENY, Stance.DISPUTE)) is denied}


@pytest.mark.parametrize(
    "words",
    [
        "The mayor blamed the army, which said it had no forces in the town.",
        "The army said none of its men had been anywhere near the market.",
        "The mayor accused the Salt Road Front of planting it. The Front said its fighters had not left the hills.",
        'The mayor blamed the Salt Road Front. "It was not us," said the group\'s spokesman, Pule Nare.',
        "The mayor blamed the Salt Road Front. The Front called the accusation a fairy tale.",
        "The army said the bomb was not one of the army's.",
        "The Salt Road Front and the army each denied planting it.",
        'A man who spoke for the Salt Road Front said his group "had no reason to bomb a market and did not do it".',
    ],
)
def test_who_says_in_whatever_words_that_it_was_not_he_denies_it(read, words: str) -> None:
    assert sides(read(BLAST + words + "\n"), Question.RESPONSIBILITY, denied=True)


@pytest.mark.parametrize(
    "words",
    [
        "The United Nations said it had no staff in the town.",
        "The Salt Road Front condemned the bombing.",
        "The ministry did not rule out that the Salt Road Front was behind it.",
        "The mayor denied that he would resign.",
        "The mayor said there had been no attack on the town before.",
        "The hospital said it had no beds in the wards near the gate.",
    ],
)
def test_who_only_keeps_away_from_it_denies_nothing(read, words: str) -> None:
    reading = read(BLAST + words + "\n")
    assert not sides(reading, Question.RESPONSIBILITY, denied=True)
    assert not sides(reading, Question.OCCURRENCE, denied=True)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The governor said nothing of the kind had happened.", "The governor"),
        ("The governor dismissed it as fake news and said all was calm.", "The governor"),
        ("The Defence Ministry said no bomb attack had been carried out in the town.", "The Defence Ministry"),
        ("The army denied reports that a market had been attacked.", "The army"),
    ],
)
def test_who_says_that_nothing_took_place_denies_the_event(read, words: str, who: str) -> None:
    reading = read(BLAST + words + "\n")
    assert who in sides(reading, Question.OCCURRENCE, denied=True)
    assert not sides(reading, Question.RESPONSIBILITY, denied=True)


STRIKE = "A warplane bombed a weekly market near Zinder on Monday, killing 30 people, a local chief said. "


@pytest.mark.parametrize(
    "words",
    [
        "The army said it was not a market but a fuel depot of the rebels.",
        "The army said it had struck a command post, not a market.",
        "The army rejected claims that it had bombed a market, saying it had hit a gathering of fighters.",
        "The army said that those killed were fighters and that no market had been hit.",
    ],
)
def test_who_owns_up_to_a_strike_and_not_to_its_target_denies_the_target(read, words: str) -> None:
    reading = read(STRIKE + words + "\n")
    assert sides(reading, Question.TARGET, denied=True) == {"The army"}
    assert not sides(reading, Question.RESPONSIBILITY, denied=True)
    assert Question.TARGET in main(reading).contested


def test_a_market_beside_the_place_that_was_hit_is_no_target(read) -> None:
    reading = read("A warplane bombed a depot near the market of Zinder on Monday, killing 30 people, a chief said.\n")
    assert "market" not in {a.value for a in main(reading).accounts if a.question is Question.TARGET}


@pytest.mark.parametrize(
    "words",
    [
        "Both the Coast League and the Night Choir claimed it.",
        "The Coast League claimed responsibility; a rival group, the Night Choir, said the bomb was its own.",
        "The mayor pointed the finger at the Night Choir. The Coast League said it was behind the attack.",
        "The mayor said it bore the hallmarks of the Night Choir. The Coast League said it had planted it.",
        "The mayor accused the Night Choir of the bombing. The Coast League said the attack was its work.",
    ],
)
def test_rivals_for_one_deed_contradict_each_other(read, words: str) -> None:
    reading = read(BLAST + words + "\n")
    rivals = {"Coast League", "Night Choir"}
    found = {
        frozenset(a.value.casefold().removeprefix("the ") for a in (i.accounts[c.a], i.accounts[c.b]))
        for i in reading.incidents
        for c in i.contradictions
        if c.question is Question.RESPONSIBILITY
    }
    assert {frozenset(r.casefold() for r in rivals)} & found


@pytest.mark.parametrize(
    "words",
    [
        "The Coast League claimed responsibility for a similar attack last year.",
        "The Coast League has threatened to bomb markets.",
        "The Coast League said it was behind schedule.",
    ],
)
def test_to_own_up_to_another_deed_is_not_to_own_up_to_this_one(read, words: str) -> None:
    reading = read(BLAST + words + "\n")
    assert Stance.ADMIT not in {a.stance for i in reading.incidents for a in i.accounts}


def test_two_who_blame_each_other_each_name_the_other(read) -> None:
    reading = read("Shells killed five people in Gao on Monday. The army and the Salt Road Front blamed each other.\n")
    told = {(a.source, a.value) for a in main(reading).accounts if a.question is Question.RESPONSIBILITY}
    assert told == {("The army", "the Salt Road Front"), ("the Salt Road Front", "The army")}


@pytest.mark.parametrize(
    "words",
    [
        "The mayor blamed the Salt Road Front, a charge the group has denied.",
        "The mayor said the Salt Road Front was behind it, which the Front denies.",
        "The mayor said the Salt Road Front, which denies any role, was behind it.",
        "The mayor said the Salt Road Front was behind it. The Front called it a lie.",
        "The mayor said the Salt Road Front was behind it. The Front scoffed at the accusation.",
        'The mayor said the Salt Road Front was behind it. "Complete nonsense," a spokesman for the Front said.',
    ],
)
def test_a_denial_in_passing_is_one(read, words: str) -> None:
    reading = read(BLAST + words + "\n")
    assert any("Front" in s or "group" in s for s in sides(reading, Question.RESPONSIBILITY, denied=True))


@pytest.mark.parametrize(
    "words",
    [
        "The Salt Road Front would neither confirm nor deny that it was behind the attack.",
        "An army spokesman denied that there had been a guard at the gate.",
    ],
)
def test_who_leaves_it_open_or_denies_something_else_denies_nothing_of_it(read, words: str) -> None:
    reading = read(BLAST + words + "\n")
    assert not sides(reading, Question.RESPONSIBILITY, denied=True)
    assert not sides(reading, Question.OCCURRENCE, denied=True)


def test_a_rejected_claim_names_who_rejects_it(read) -> None:
    reading = read(
        "Eighteen people were killed in Lowa on Saturday, a priest said. The army dismissed as slander a militia "
        "leader's claim that it had killed them.\n"
    )
    assert "The army" in sides(reading, Question.RESPONSIBILITY, denied=True)
    assert not any(a.value == "denied" and a.question is Question.KILLED for a in main(reading).accounts)


def test_what_its_men_did_a_group_did(read) -> None:
    reading = read("The Night Choir, an armed group, said its men had attacked a convoy near Beja on Monday.\n")
    told = {(a.value, a.stance) for a in main(reading).accounts if a.question is Question.RESPONSIBILITY}
    assert told == {("The Night Choir", Stance.ADMIT)}


def test_police_who_speak_of_it_do_not_speak_of_themselves(read) -> None:
    reading = read("Despite a denial by the Front, police said it had planted the bomb that killed two in Beja.\n")
    assert not any(a.stance is Stance.ADMIT for a in main(reading).accounts)


def test_the_killing_that_somebody_has_nothing_to_do_with_has_taken_place(read) -> None:
    import datetime as dt

    reading = read(
        "The Grassfield Lions said on Wednesday they had nothing to do with the killing of a teacher in Bamenda on "
        "Monday and accused the army of the murder.\n",
        published=dt.date(2020, 11, 11),
    )
    (incident,) = reading.incidents
    assert incident.date is not None
    assert incident.date.low == dt.date(2020, 11, 9)
    told = {(a.source, a.value) for a in incident.accounts if a.question is Question.RESPONSIBILITY}
    assert told == {("The Grassfield Lions", "denied"), ("The Grassfield Lions", "army")}


def test_an_accusation_that_the_parse_hung_on_the_verb_is_denied_as_a_whole(read) -> None:
    reading = read(
        "The army rejected an accusation by separatists that its soldiers had shot dead a teacher in Bamenda.\n"
    )
    told = [(a.source, a.stance) for a in main(reading).accounts if a.question is Question.RESPONSIBILITY]
    assert told == [("The army", Stance.DENY)]


def test_an_allegation_that_is_called_nonsense_is_denied(read) -> None:
    reading = read(BLAST + "The mayor said Marovia was behind it. Marovia's embassy called the allegation nonsense.\n")
    assert sides(reading, Question.RESPONSIBILITY, denied=True) == {"Marovia's embassy"}
