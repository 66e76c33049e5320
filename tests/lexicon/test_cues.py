"""Cue and speaker data: valid, weighed, and right on their own examples."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.cues import CueRule, Cues, load_cues
from sourcebook.lexicon.models import parse_model
from sourcebook.lexicon.rules import load_rules
from sourcebook.lexicon.speakers import ProximityRule, SpeakerRule, load_speakers
from sourcebook.records import Found, Stance

EVERY = list(load_rules("cues", CueRule))
RULES = [r for r in EVERY if r.pos not in ("light", "not-said")]
NOT_SAID = [r for r in EVERY if r.pos == "not-said"]
LEMMAS = {r.id: r for r in RULES}


def rules_of(found: Found) -> set[str]:
    return {c.rule.split("/")[0] for c in found.items}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_cue_rules_example_gives_a_claim(rule, parse, lexicon):
    from sourcebook.read.claims import find_claims

    claims = find_claims(parse(rule.example), lexicon).items
    assert rule.id in rules_of(Found(claims)), [(c.rule, c.cue_text) for c in claims]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_cue_rules_counter_example_gives_no_claim_of_it(rule, parse, lexicon):
    from sourcebook.read.claims import find_claims

    claims = find_claims(parse(rule.counter_example), lexicon).items
    assert rule.id not in rules_of(Found(claims)), [(c.rule, c.cue_text, c.content_text) for c in claims]


@pytest.mark.parametrize("rule", NOT_SAID, ids=lambda r: r.id)
def test_a_verb_with_an_object_that_is_not_said_makes_no_claim(rule, parse, lexicon):
    from sourcebook.read.claims import find_claims

    told = find_claims(parse(rule.example), lexicon).items
    assert not told, [(c.rule, c.cue_text, c.content_text) for c in told]
    assert find_claims(parse(rule.counter_example), lexicon).items


def test_scores_are_probabilities_and_come_from_named_weights():
    cues = load_cues()
    low, high = cues.score(["lf:say|clause"], -50), cues.score(["lf:say|clause"], 50)
    assert 0 <= low < 0.01
    assert 0.99 < high <= 1
    assert cues.score(["lf:say|clause"]) > cues.score(["lf:make|object"])


def test_a_lemma_may_have_several_rules_in_file_order():
    rule = LEMMAS["say"]
    other = LEMMAS["tell"]
    none = parse_model("none.tsv", "# title: t\n# origin: o\n# licence: l\n# known_problems: k\n# classes: cue")
    cues = Cues([rule, other, rule], {}, none, none, [])
    assert cues.of("verb", "say") == (rule,)
    assert cues.of("verb", "unheard-of") == ()


def test_stances_are_of_the_contract():
    assert LEMMAS["deny"].stance is Stance.DENY
    assert LEMMAS["decline"].stance is Stance.NO_COMMENT


@pytest.mark.parametrize("rule", list(load_rules("sources", SpeakerRule)), ids=lambda r: r.id)
def test_a_speaker_rules_example_has_its_kind(rule, parse, lexicon):
    from sourcebook.read.claims import find_claims
    from sourcebook.read.sources import resolve_sources

    parsed = parse(rule.example)
    claims = resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)
    assert claims, rule.example
    assert claims[0].source.anonymous == rule.anonymous


@pytest.mark.parametrize("rule", list(load_rules("proximity", ProximityRule)), ids=lambda r: r.id)
def test_a_proximity_rule_reads_its_example_only(rule, parse, lexicon):
    from sourcebook.read.claims import find_claims
    from sourcebook.read.sources import resolve_sources

    def proximity(text):
        parsed = parse(text)
        return [c.source.proximity for c in resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)]

    assert any(proximity(rule.example)), proximity(rule.example)
    assert not any(proximity(rule.counter_example))


def test_speakers_know_their_nouns():
    speakers = load_speakers()
    assert speakers.of("resident").id == "witness"
    assert speakers.of("teapot") is None
