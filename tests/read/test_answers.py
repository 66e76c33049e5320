"""Answers: what a denial, a confirmation or a dispute is about."""

from __future__ import annotations

import pytest

from sourcebook.read.claims import find_claims
from sourcebook.read.sources import resolve_sources
from sourcebook.records import Claim, Stance


@pytest.fixture(scope="module")
def resolve(parse, lexicon):
    def _resolve(text: str) -> tuple[Claim, ...]:
        parsed = parse(text)
        return resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)

    return _resolve


def answer(claims: tuple[Claim, ...]) -> str | None:
    """The content of the claim that the last answer is about."""
    last = [c for c in claims if c.stance in (Stance.DENY, Stance.CONFIRM, Stance.DISPUTE)][-1]
    return next((c.content_text for c in claims if c.id == last.about), None)


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        # what only points
        ("Villagers say the army burned the mill. The colonel rejects this.", "the army burned the mill"),
        ("The union says guards fired first. A nurse said two men died. The mayor denied it.", "two men died"),
        # a noun for something said, with or without the one who said it
        ("The miners accused the firm of poisoning a well. The firm rejected the accusation.",
         "the firm of poisoning a well"),
        ("The monitor put the dead at nine. The rebels said a bridge was gone. The mayor disputed the monitor's figure.",
         "the dead at nine"),
        ("Police said the man had been armed. A nurse said he was asleep. The widow disputed the police account.",
         "the man had been armed"),
        ("Radio Harbour reported that a ferry had sunk. A guard said it was calm. The coast guard denied that report.",
         "that a ferry had sunk"),
        # the same again in other words
        ("The rebels said a government drone had hit the warehouse. A nurse said nine people died. "
         "The ministry denied that its drones had been in the air.", "a government drone had hit the warehouse"),
        ("Kenya said Ethiopian troops had crossed the river. A herder said he saw nothing. Ethiopia denied any incursion.",
         "Ethiopian troops had crossed the river"),
        # a headline answers what the report then tells
        ("The union says the shells came from the fort. The navy denies the claim.", "the shells came from the fort"),
    ],
)  # fmt: skip
def test_an_answer_points_to_what_it_answers(resolve, text, answered):
    assert answer(resolve(text)) == answered


@pytest.mark.parametrize(
    "text",
    [
        # nobody said so
        "A farmer said the harvest was poor. The army denied that it had tested a rocket.",
        # its own words
        "The army said the road was open. The army confirmed that a second road was open.",
        # something new
        "A farmer said the harvest was poor. Police confirmed that a bomb had gone off in the port.",
        # a silence is nothing said
        "The rebels declined to comment. The army denied the claim.",
        # a count answers a count
        "A nurse said the ward was full. The mayor disputed the figure.",
    ],
)
def test_an_answer_may_be_to_nothing_that_is_attributed(resolve, text):
    assert answer(resolve(text)) is None


def test_who_denies_it_too_answers_the_same(resolve):
    claims = resolve(
        "Villagers say the firm paid a ransom. The sergeant denied that a ransom had been paid. The firm also denied this."
    )
    paid, sergeant, firm = claims
    assert sergeant.about == paid.id
    assert firm.about == paid.id


def test_to_call_it_false_is_an_answer(resolve):
    claims = resolve('The senator accused the police of firing on a crowd. The government called that "hysterical".')
    assert claims[1].stance is Stance.DISPUTE
    assert claims[1].about == claims[0].id
