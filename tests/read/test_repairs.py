"""Heads that the parser gets wrong are set right, and right ones are left alone."""

from __future__ import annotations

import datetime as dt

import pytest


def head_of(parsed, lemma: str) -> str:
    (sentence,) = parsed.sentences
    token = next(t for t in sentence.tokens if t.lemma == lemma and t.tag == "VBG")
    return sentence.tokens[token.head].lemma


def test_a_consequence_belongs_to_the_main_clause(lexicon, parse) -> None:
    rule = lexicon.repairs["consequence"]
    assert head_of(parse(rule.example), "kill") == "hit"
    assert head_of(parse(rule.counter_example), "kill") == "slam"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Shells hit a depot in Palapye, which is believed to hold fuel, wounding nine people, local radio reported.",
            "radio",
        ),
    ],
)
def test_hearsay_about_a_building_does_not_wound(read, text: str, claim: str) -> None:
    reading = read(text)
    (toll,) = [t for t in reading.tolls if t.harm == "injured"]
    source = next(c.source.text for c in reading.claims if c.id == toll.claim)
    assert claim in source


def roots(parsed) -> list[str]:
    return [t.lemma for s in parsed.sentences for t in s.tokens if t.head == t.i]


def test_a_participle_of_saying_is_the_main_verb_of_a_sentence_without_one(lexicon, parse) -> None:
    rule = lexicon.repairs["announcement"]
    assert roots(parse(rule.example)) == ["announce"]
    assert roots(parse(rule.counter_example)) != ["announce"]


@pytest.mark.parametrize(
    ("text", "source", "number"),
    [
        ("Residents reached by phone spoke of nine people hacked to death in a hamlet.", "Residents", 9),
        ("Shells hit the depot. Fourteen injured, the district hospital reports.", "the district hospital", 14),
        ("Nineteen, says the depot's manager, are in hospital.", "the depot's manager", 19),
    ],
)
def test_a_speaker_whose_verb_the_parse_lost_is_found(read, text: str, source: str, number: int) -> None:
    reading = read(text)
    (toll,) = reading.tolls
    assert toll.low == number
    assert next(c.source.text for c in reading.claims if c.id == toll.claim).startswith(source)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Eleven people were killed when planes bombed the hamlet of Corral Viejo on Monday, survivors reported here "
            "today.",
            ["survivors"],
        ),
        ("Soldiers shot two men, suspects named today by the court.", []),
    ],
)
def test_a_participle_behind_who_can_speak_is_a_verb_of_saying(read, text: str, sources: list[str]) -> None:
    assert [c.source.resolved for c in read(text).claims] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The human rights office said on Friday it had verified the killing of nine people in last week's raid on Beni.",
        "The mission told reporters on Friday it had documented the death of nine people in last week's raid on Beni.",
        "The ministry announced Friday it was investigating the killing of nine people in last week's raid on Beni.",
    ],
)
def test_the_day_of_the_telling_is_no_day_of_what_is_told(read, text: str) -> None:
    reading = read(text, published=dt.date(2026, 5, 9))
    assert {str(i.date.high) for i in reading.incidents} == {"2026-05-03"}


def test_a_day_behind_that_belongs_to_what_is_told(read) -> None:
    reading = read("Police said that on Friday gunmen had killed nine people in Beni.", published=dt.date(2026, 5, 9))
    assert str(reading.incidents[0].date.low) == "2026-05-08"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A woman who lives there and saw the fire said nine people had died.", "A woman who lives there"),
        ("A taxi driver who was nearby and heard the blast said he saw nine bodies.", "A taxi driver"),
        ("A woman begged for quiet and would not talk, but said her nephew was well.", "A woman"),
    ],
)
def test_no_blast_says_anything_and_no_source_ends_in_and(read, text: str, source: str) -> None:
    sources = {c.source.text for c in read(text).claims}
    assert sources
    assert all(found.startswith(source) and not found.endswith(" and") for found in sources)
