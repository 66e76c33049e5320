"""Words of answering: each rule's example and counter-example, and the forms in which something is called wrong."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.answers import Answers, AnswerUse
from sourcebook.read.answers import ANSWERS
from sourcebook.read.claims import find_claims
from sourcebook.read.sources import resolve_sources
from sourcebook.records import Stance

ANSWER_WORDS = Answers()


@pytest.fixture(scope="module")
def resolve(parse, lexicon):
    def _resolve(text):
        parsed = parse(text)
        return resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)

    return _resolve


@pytest.mark.parametrize("rule", list(ANSWER_WORDS.file), ids=lambda r: r.id)
def test_a_rule_reads_its_example_only(rule, resolve):
    good, bad = resolve(rule.example), resolve(rule.counter_example)
    if rule.use is AnswerUse.NAME:
        assert good[-1].about == good[0].id
        assert bad[-1].stance in ANSWERS
        assert bad[-1].about is None
    else:
        assert good[0].stance in (Stance.DENY, Stance.DISPUTE)
        assert bad[0].stance not in ANSWERS


def test_names_are_found_in_the_plural_too():
    assert ANSWER_WORDS.name("allegations").id == "accusation"
    assert ANSWER_WORDS.name("teapots") is None


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("that the claims were baseless", True),
        ("reports of a second blast were false", True),
        ("that was an outright lie", True),
        ("the accusation of the miners was completely fabricated", True),
        ("that the rumours of a raid do not correspond to reality", True),
        ("the charges have no basis in fact", True),
        ("that the alarm had been false", False),
        ("that the rooms do not correspond to the plan", False),
        ("the bridge was wide", False),
        ("the army had told a lie", False),
    ],
)
def test_a_content_may_call_anothers_words_wrong(content, wrong):
    assert ANSWER_WORDS.says_false(content) == wrong
