"""Whoever is named behind a verb of saying that follows a quotation speaks, whatever he is and whatever the verb."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 5, 15)
VERBS = ["recounted", "recalled", "explained", "insisted", "added", "answered", "warned", "sighed", "confided", "swore"]


def sources(read, words: str) -> list[str]:
    """Who speaks in a report of a killing that goes on with these words."""
    text = f"A man was shot dead in Marseille on Monday. {words}\n"
    return [c.source.resolved for c in read(text, published=DAY).claims]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["a baker", "one neighbour", "the tenant", "a teacher who lives nearby"])
def test_who_is_named_behind_the_verb_speaks(verb: str, who: str, read) -> None:
    assert any(who.split()[1] in s for s in sources(read, f'"We heard six shots from the yard," {verb} {who}.'))


@pytest.mark.parametrize(
    "words",
    [
        "The men entered the yard, warned a baker and left.",
        '"Leave now," the men warned a baker.',
        "They shouted, answered a call and drove off.",
    ],
)
def test_whom_somebody_speaks_to_does_not_speak(words: str, read) -> None:
    assert not any("baker" in s or "call" in s for s in sources(read, words))
