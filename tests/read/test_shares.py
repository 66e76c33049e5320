"""Shares: the pieces of a sentence cover it once, and each token has one class."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.read.cuewords import near_quotes
from sourcebook.read.quotes import find_quotes, outermost
from sourcebook.read.shares import (
    CONTENT,
    CUE,
    NONE,
    SOURCE,
    features_of,
    first_pieces,
    pieces_of,
    share_out,
    surround,
)

WHO = ["The mayor", "Two nurses at the clinic", "A driver who had fled", "Officials in Oulu and Turku"]
SAYS = ["said", "warned on Monday", "did not say", "rallied behind", "told reporters in the yard"]
WHAT = [
    "that the bridge had been hit twice",
    "the plan to reopen the port",
    '"we saw nothing"',
    "why, after a week, it ran out",
]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def sentence_and_quotes(parsed):
    s = parsed.sentences[0]
    return s, near_quotes(outermost(find_quotes(parsed)), s)


@FEW
@given(st.sampled_from(WHO), st.sampled_from(SAYS), st.sampled_from(WHAT))
def test_pieces_cover_every_token_once(parse, who, says, what):
    s, _ = sentence_and_quotes(parse(f"{who} {says} {what}."))
    for t in s.tokens:
        pieces = first_pieces(s, t)
        assert sorted(i for p in pieces for i in p.tokens) == list(range(len(s.tokens)))
        for p in pieces:
            if not p.alone:
                assert sorted(i for q in pieces_of(s, p) for i in q.tokens) == list(p.tokens)


@FEW
@given(st.sampled_from(WHO), st.sampled_from(SAYS), st.sampled_from(WHAT))
def test_each_token_has_one_class_and_leaving_features_unbuilt_changes_none(parse, lexicon, who, says, what):
    s, near = sentence_and_quotes(parse(f"{who} {says} {what}."))
    model = lexicon.cues.shares
    for t in s.tokens:
        shares = share_out(s, t, near, lexicon.cues)
        assert len(shares) == len(s.tokens)
        assert set(shares) <= {SOURCE, CUE, CONTENT, NONE}  # never "cut again"
        around = surround(s, t, near)
        for p in first_pieces(s, t):
            whole, short = features_of(s, t, p, around), features_of(s, t, p, around, lexicon.cues.share_paths)
            assert model.sums(whole) == model.sums(short)


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("The mayor said that the bridge was hit twice.", "said", "The mayor", "that the bridge was hit twice"),
        ("Trade unions backed the plan to reopen the port.", "backed", "Trade unions", "the plan to reopen the port"),
    ],
)
def test_source_and_content_of_a_cue(parse, lexicon, text, cue, source, content):
    s, near = sentence_and_quotes(parse(text))
    head = next(t for t in s.tokens if t.text == cue)
    shares = share_out(s, head, near, lexicon.cues)

    def words(label):
        return " ".join(t.text for t, x in zip(s.tokens, shares, strict=True) if x == label and t.pos != "PUNCT")

    assert (words(SOURCE), words(CONTENT)) == (source, content)
