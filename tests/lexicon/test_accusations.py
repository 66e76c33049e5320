"""Whom an accusation names: each rule by its words."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.accusations import Accusations

ACCUSATIONS = Accusations()


def accused(text: str) -> str | None:
    """Of "cue: content"."""
    cue, _, content = text.partition(": ")
    found = ACCUSATIONS.of(cue, content)
    return found.name if found else None


@pytest.mark.parametrize("rule", list(ACCUSATIONS.file), ids=lambda r: r.id)
def test_a_rule_names_the_accused_of_its_example_only(rule) -> None:
    assert accused(rule.example) == rule.accused
    assert accused(rule.counter_example) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("blamed: the Old Guard, a militia, for the ambush", "the Old Guard"),
        ("laid: the blame for the fire at the mill on the Old Guard", "the Old Guard"),
        ("said: it held the Old Guard responsible for the fire", "the Old Guard"),
        ("accused: the Old Guard of the ambush in which his brother was killed", "the Old Guard"),
        ("blamed: the men who had come over the ridge before sunrise", None),
    ],
)
def test_who_is_named(text: str, name: str | None) -> None:
    assert accused(text) == name
