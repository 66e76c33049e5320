"""Heads that the parser gets wrong are set right, and right ones are left alone."""

from __future__ import annotations

import pytest


def head_of(parsed, lemma: str) -> str:
    (sentence,) = parsed.sentences
    token = next(t for t in sentence.tokens if t.lemma == lemma and t.tag == "VBG")
    return sentence.tokens[token.head].lemma


def test_the_rule_holds_on_its_example_and_not_on_its_counter_example(lexicon, parse) -> None:
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
