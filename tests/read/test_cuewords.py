"""Cue words: which words are weighed, how likely they are, and of what their log-odds are made."""

from __future__ import annotations

import pytest

from sourcebook.read.cuewords import cue_words, near_quotes
from sourcebook.read.quotes import find_quotes, outermost


@pytest.fixture(scope="module")
def weighed(parse, lexicon):
    def _weighed(text):
        parsed = parse(text)
        s = parsed.sentences[0]
        near = near_quotes(outermost(find_quotes(parsed)), s)
        return {s.tokens[w.head].text: w for w in cue_words(s, near, lexicon.cues, lexicon.speakers)}

    return _weighed


def test_a_verb_of_saying_is_likelier_than_a_verb_of_its_content(weighed):
    found = weighed("The mayor said that two lorries carried flour.")
    assert found["said"].log_odds > 0
    assert all(w.log_odds < found["said"].log_odds for word, w in found.items() if word != "said")


def test_words_that_were_never_cues_are_not_weighed(weighed):
    assert not {"lorry", "green", "tomato"} & weighed("The green lorry stood beside a tomato stall.").keys()


def test_a_verb_beside_a_quotation_is_weighed_whatever_it_is(weighed):
    assert "croaked" in weighed('"We saw nothing at all," croaked the guard.')
    assert "croaked" not in weighed("The frog croaked in the pond.")


def test_the_log_odds_are_the_sum_of_the_terms(weighed, lexicon):
    for w in weighed("Trade unions rallied behind the plan.").values():
        assert sum(x for _, x in lexicon.cues.words.terms(w.signs)) == pytest.approx(w.log_odds)
