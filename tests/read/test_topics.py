"""Topics: articles in which words of violence are figures of speech, and those in which they are not."""

from __future__ import annotations

import pytest

from sourcebook.errors import Reason
from sourcebook.lexicon.topics import TopicRule, Topics
from sourcebook.read.mentions import find_mentions
from sourcebook.read.topics import topic_of


@pytest.mark.parametrize("rule", Topics().rules, ids=lambda r: r.id)
def test_topic(rule: TopicRule, parse, lexicon):
    found = topic_of(parse(rule.example).sentences, lexicon.topics)
    assert found is not None
    assert found.id == rule.id
    assert topic_of(parse(rule.counter_example).sentences, lexicon.topics) is None


LEFT_OUT = [
    (
        "City come under fire but survive late onslaught\n\n"
        "City were under siege for most of the second half before their striker hit the winner in stoppage time. "
        "United's attack battled to the end, but a goalkeeper in inspired form denied them. "
        '"We got shot down at the death," their coach said after the semi-final.\n',
        Reason.SPORT,
    ),
    (
        "Grocer fights off raid by rival\n\n"
        "Shares in the grocer soared after it fought off a raid by a larger rival, whose bid had blown up in a row over "
        "price. Investors attacked the board for killing the merger, and analysts see more bloodshed among retailers.\n",
        Reason.FIGURATIVE,
    ),
    (
        "A bomb at the box office\n\n"
        "The sequel bombed on its opening weekend. Critics had attacked the screenplay, in which an assassin kills the "
        "villain of the first film in a shoot-out, and audiences fled the cinema before the last scene.\n",
        Reason.FIGURATIVE,
    ),
]


@pytest.mark.parametrize(("text", "reason"), LEFT_OUT, ids=["sport", "business", "culture"])
def test_figures_of_speech_give_nothing(text: str, reason: Reason, parse, lexicon):
    found = find_mentions(parse(text), (), (), (), lexicon)
    assert [m.trigger_text for m in found.items] == []
    assert reason in {r.reason for r in found.rejected}


LITERAL = [
    "Gunmen burst into the stadium after the final whistle of the derby and shot two fans dead, police said. "
    "The goalkeeper of the home team was wounded in the attack, and the league called off its matches.",
    "A bomb exploded outside the stock exchange as brokers left work, killing three of them, police said. "
    "Shares fell and the bank that was the target closed its offices.",
    "Militants who stormed the film festival killed an actor and took the audience hostage, officials said.",
]


@pytest.mark.parametrize("text", LITERAL)
def test_violence_at_a_match_a_bank_or_a_cinema_is_read(text: str, parse, lexicon):
    mentions = find_mentions(parse(text), (), (), (), lexicon).items
    assert {"killing", "armed-attack", "bombing"} & {m.event_type for m in mentions}
