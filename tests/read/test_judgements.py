"""Judgements: the rule's view and the learnt one of a cue, joined."""

from __future__ import annotations

import pytest

from sourcebook.read.claims import find_claims
from sourcebook.read.drafts import find_drafts
from sourcebook.read.judgements import OTHER, THRESHOLD, judged_drafts
from sourcebook.read.quotes import find_quotes


@pytest.fixture(scope="module")
def judged(parse, lexicon):
    def _judged(text):
        parsed = parse(text)
        return parsed, judged_drafts(parsed, find_quotes(parsed), lexicon)

    return _judged


def test_a_word_without_a_rule_is_a_cue(parse, lexicon):
    found = find_claims(parse("The mayor pondered whether the bridge would hold."), lexicon).items
    assert [(c.source.text, c.cue_text, c.content_text) for c in found] == [
        ("The mayor", "pondered", "whether the bridge would hold")
    ]
    assert found[0].rule.startswith(OTHER.id)


@pytest.mark.parametrize(
    "text",
    [
        OTHER.counter_example,
        "Gunmen attacked the depot at dawn.",
        "Two shells hit the clinic and killed a nurse.",
        "The widow said farewell to the crew.",
    ],
)
def test_violence_and_ritual_without_a_clause_are_no_claims(parse, lexicon, text):
    assert not find_claims(parse(text), lexicon).items


def test_a_rule_that_is_sure_keeps_its_spans(judged, lexicon):
    parsed, drafts = judged("The mayor said that the bridge was hit twice.")
    rule = max(find_drafts(parsed, find_quotes(parsed), lexicon.cues, lexicon.speakers), key=lambda d: d.score)
    mine = next(d for d in drafts if d.head == rule.head)
    assert (mine.source, mine.content, mine.frame) == (rule.source, rule.content, rule.frame)
    assert mine.rule_score == rule.score


def test_one_draft_a_word_in_page_order(judged):
    _, drafts = judged('The mayor said the bridge was hit, and warned: "Stay at home." A nurse denied the report.')
    heads = [(d.sentence.id, d.head) for d in drafts]
    assert len(heads) == len(set(heads))
    assert [d.cue_start for d in drafts] == sorted(d.cue_start for d in drafts)


def test_what_cannot_be_a_claim_is_only_told_with_its_likelihood(judged):
    _, drafts = judged("The crew backed the lorry into the yard, and the guard moved the gate by hand.")
    assert all(d.score < THRESHOLD for d in drafts if d.frame == "learnt")
