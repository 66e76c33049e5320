"""Who denies by the name of his own, calls others' words wrong, or says who was not hit; and what only looks like it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from sourcebook.link.selves import in_own_words, opens_with_own
from sourcebook.link.tallies import DENYING

DAY = dt.date(2026, 3, 3)
LEAD = (
    "AJDABIYA, Libya - Shells hit a market in Ajdabiya on Sunday and killed nine people, the town's hospital said. "
    "Residents blamed the Coast Brigade.\n\n"
)


def denied(read, text: str) -> set[tuple[str, str]]:
    """What a page's first incident has denied: question and value, or the question alone."""
    page = read(LEAD + text, published=DAY)
    return {(str(a.question), a.value) for i in page.incidents for a in i.accounts if a.stance in DENYING}


@pytest.mark.parametrize(
    ("content", "source", "said"),
    [
        ("that Coast Brigade fighters shelled it", "Coast Brigade spokesman Adel Saad", "that its fighters shelled it"),
        ("Norwegian troops hit a mill", "a Norwegian Defence Ministry official", "its troops hit a mill"),
        ("no Coast Brigade fighters were there", "the Coast Brigade", "none of its fighters were there"),
        ("the army had shelled it", "army spokesman Adel Saad", "it had shelled it"),
        ("Coast Brigade prisoners were fed", "the Coast Brigade", "Coast Brigade prisoners were fed"),
        ("the League had shelled it", "the Coast Brigade", "the League had shelled it"),
    ],
)
def test_speakers_call_their_own_by_name(content, source, said):
    assert in_own_words(content, SimpleNamespace(resolved=source)) == said


def test_an_own_attack_is_named_by_whose_it_is():
    assert opens_with_own("a Norwegian strike on a mill", SimpleNamespace(resolved="the Norwegian army"))
    assert not opens_with_own("a strike on a Norwegian mill", SimpleNamespace(resolved="the Coast Brigade"))


@pytest.mark.parametrize(
    "answer",
    [
        "Coast Brigade spokesman Adel Saad said Coast Brigade fighters were not involved in the shelling.",
        "Coast Brigade spokesman Adel Saad said that reports of a Coast Brigade attack on a market do not correspond to "
        "reality.",
        "Reports that Coast Brigade fighters shelled a market in Ajdabiya are fake, Coast Brigade spokesman Adel Saad said.",
        "Coast Brigade spokesman Adel Saad hit back at claims that Coast Brigade fighters shelled a market.",
        "Coast Brigade spokesman Adel Saad condemned the false allegations that Coast Brigade fighters shelled a market.",
        '"We categorically reject this accusation," Coast Brigade spokesman Adel Saad said.',
        "The accusations have no basis in fact, Coast Brigade spokesman Adel Saad said.",
        "The Coast Brigade does not attack civilians and had no part in the shelling, its spokesman said.",
    ],
)
def test_a_part_in_it_is_denied(read, answer):
    assert {q for q, _ in denied(read, answer)} == {"responsibility"}


@pytest.mark.parametrize(
    "answer",
    [
        "Coast Brigade spokesman Adel Saad rejected the ceasefire proposal.",
        "Coast Brigade spokesman Adel Saad dismissed the local commander.",
        "Coast Brigade spokesman Adel Saad said the reports were being checked.",
        "Coast Brigade spokesman Adel Saad condemned the shelling in Ajdabiya.",
    ],
)
def test_what_is_neither_said_nor_done_is_not_denied(read, answer):
    assert denied(read, answer) == set()


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("The Coast Brigade said that only fighters were killed.", "civilians"),
        ("The Coast Brigade said all the dead were combatants.", "civilians"),
        ("The Coast Brigade said there was no market at those coordinates.", "market"),
    ],
)
def test_it_is_denied_that_somebody_or_something_was_hit(read, answer, what):
    assert denied(read, answer) == {("target", what)}


@pytest.mark.parametrize(
    "answer",
    [
        "The Coast Brigade said two of the dead were fighters.",
        "The Coast Brigade said there was no road to the market.",
        "The town's hospital said all the dead were soldiers.",
    ],
)
def test_some_of_the_dead_are_not_all_of_them(read, answer):
    assert denied(read, answer) == set()


def test_who_owns_up_to_a_strike_denies_what_it_hit(read):
    text = "The Coast Brigade confirmed that it had fired on the town but denied hitting a market."
    assert {q for q, _ in denied(read, text)} == {"target"}
    text = "The Coast Brigade denied hitting a market."
    assert {q for q, _ in denied(read, text)} == {"responsibility"}


def test_who_clears_his_own_and_names_others_does_both(read):
    text = "The Coast Brigade said its gunners were not responsible and that soldiers of the Norwegian army had shelled it."
    page = read(LEAD + text, published=DAY)
    told = {
        (a.value, a.stance in DENYING) for i in page.incidents for a in i.accounts if a.question == "responsibility"
    }
    assert ("denied", True) in told
    assert any("Norwegian" in value and not denies for value, denies in told)


def test_nobody_contradicts_himself_on_whether_it_took_place(read):
    page = read(
        "The governor said that no shootout had taken place in Ajdabiya on Sunday. There are no dead, he said.",
        published=DAY,
    )
    assert not any(c for i in page.incidents for c in i.contradictions)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Prosecutors said they had found no bodies.", None),
        ("The army said that none of its officers was killed.", None),
        ("The army said that no hospital had been hit.", None),
        ("The army said that nobody was killed.", 0),
    ],
)
def test_who_finds_none_or_lost_none_counts_no_dead(read, text, low):
    page = read("Shells hit a mill in Ajdabiya on Sunday, residents said. " + text, published=DAY)
    dead = {i.killed.low if hasattr(i.killed, "low") else i.killed and i.killed[0] for i in page.incidents}
    assert dead == {low}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway carried out a strike on a residential building in Ajdabiya on Sunday, officials said.", True),
        ("The militia launched an attack on a warehouse in Ajdabiya on Sunday, officials said.", True),
        ("The militia carried out raids on offices in Ajdabiya on Sunday, officials said.", True),
        ("The senator launched an attack on the budget on Sunday, officials said.", False),
        ("Teachers launched a strike against the ministry on Sunday, officials said.", False),
    ],
)
def test_an_attack_that_is_carried_out_on_a_building_is_one(read, text, told):
    assert bool(read(text, published=DAY).mentions) == told
