"""Case: text in capitals gets the case that the parser expects, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.lexicon.cases import Cases
from sourcebook.read.cases import in_capitals, restore_case

WIRE = """SAN SALVADOR, 3 MAY 89 -- [TEXT] GUERRILLAS OF THE NATIONAL WORKERS FRONT (NWF) KILLED COLONEL HECTOR ALARCON
IN THE CAPITAL ON FRIDAY.  THE FMLN SAID IT MAY ATTACK AGAIN.  A SPOKESMAN FOR PRESIDENT OSCAR MEJIA REFUSED TO COMMENT."""


@pytest.fixture(scope="module")
def restored(lexicon) -> str:
    return restore_case(WIRE, lexicon)


def test_only_case_changes(restored):
    assert len(restored) == len(WIRE)
    assert restored.upper() == WIRE


@pytest.mark.parametrize(
    "words",
    ["San Salvador", "3 May", "Guerrillas of the", "National Workers Front (NWF)", "Colonel Hector Alarcon", "on Friday",
     "The FMLN said it may attack again", "President Oscar Mejia refused"],
)  # fmt: skip
def test_names_and_beginnings(words: str, restored: str):
    assert words in restored


def test_mixed_case_is_left_alone():
    assert not in_capitals("Rebels of the FMLN attacked the town on Friday.")
    assert not in_capitals("USA")  # too short to tell
    assert in_capitals("REBELS ATTACKED THE TOWN ON FRIDAY.")


def test_sentences_are_parsed_in_restored_case(parse):
    parsed = parse("THE REBELS ATTACKED THE POLICE POST ON FRIDAY. THREE OFFICERS WERE KILLED BY GUERRILLAS.")
    token = next(t for s in parsed.sentences for t in s.tokens if t.lower == "killed")
    assert (token.text, token.tag) == ("killed", "VBN")
    assert parsed.text[token.start : token.end] == "KILLED"


@pytest.mark.parametrize("rule", Cases().rules, ids=lambda r: r.id)
def test_rule(rule, lexicon):
    def cased(text: str) -> set[str]:
        out = restore_case("X. " + text, lexicon)[3:]
        plain = (out[:1].lower() + out[1:]).replace(".", " ").replace(",", " ")
        return {w for w in rule.words if w in plain.lower() and w not in plain}

    wanted = rule.id != "common"
    assert bool(cased(rule.example)) is wanted
    if wanted:
        assert not cased(rule.counter_example)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_length_never_changes(lexicon, text: str):
    assert len(restore_case(text, lexicon)) == len(text)
