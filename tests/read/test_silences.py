"""Silences: each form with its content, and what only looks like one."""

from __future__ import annotations

import pytest

from sourcebook.read.claims import find_claims
from sourcebook.read.silences import RULE
from sourcebook.records import Claim, Stance


@pytest.fixture(scope="module")
def silences(parse, lexicon):
    def _silences(text: str) -> list[Claim]:
        return [c for c in find_claims(parse(text), lexicon).items if c.stance is Stance.NO_COMMENT]

    return _silences


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (RULE.example, "The ministry", "did not respond to", "questions about the fire"),
        ("Neither army responded to questions about the weapons.", "Neither army", "responded to",
         "questions about the weapons"),
        ("None of the ministries replied to a letter.", "None of the ministries", "replied to", "a letter"),
        ("The ministry is yet to comment.", "The ministry", "is yet to", "comment"),
        ("The colonel did not explain the delay.", "The colonel", "did not explain", "the delay"),
        ("Police have not said who fired first.", "Police", "have not said", "who fired first"),
        ("The inspector refused to be drawn on the motive.", "The inspector", "refused", "to be drawn on the motive"),
        ("The harbour office made no mention of the wounded.", "The harbour office", "made no mention of", "the wounded"),
    ],
)  # fmt: skip
def test_a_silence_and_what_it_is_about(silences, text, source, cue, content):
    found = silences(text)
    assert [(c.source.text, c.cue_text, c.content_text) for c in found] == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        RULE.counter_example,
        "Nobody answered the door.",
        "The colonel explained the delay.",
        "Police said who fired first.",
        "The pump did not respond to the switch.",
    ],
)
def test_what_is_no_silence(silences, text):
    assert silences(text) == []
