"""Two reports of one attack by which two numbers of dead stand against each other, and numbers that are a part."""

from __future__ import annotations

import pytest

from sourcebook.records import Question

NINE = "BAUCHI, Nigeria - Gunmen attacked a market in Bauchi on Monday and killed nine people, the governor said."
DEED = "Monday's attack on a market in Bauchi"


def _against(incidents) -> set[frozenset[int | None]]:
    return {
        frozenset({i.accounts[c.a].low, i.accounts[c.b].low})
        for i in incidents
        for c in i.contradictions
        if c.question is Question.KILLED
    }


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (f"The Red Cross has recorded twelve fatalities in {DEED}.", 12),
        (f"The union of traders published the names of twelve people killed in {DEED}.", 12),
        (f"The quarter lost twelve people in {DEED}, its chief, Musa Garba, said.", 12),
        (f"The police said that no more than four people had died in {DEED}.", 1),
        (f"The army said that nobody had died in {DEED}.", 0),
    ],
)
def test_a_number_in_other_words_is_one(dossier, words: str, number: int) -> None:
    assert frozenset({9, number}) in _against(dossier(NINE, words))


@pytest.mark.parametrize(
    "words",
    [
        "The Red Cross has recorded twelve raids on markets in Bauchi this year.",
        f"The union of traders published the prayers of twelve people after {DEED}.",
        f"The quarter lost twelve houses in {DEED}, its chief, Musa Garba, said.",
        f"Three children were killed in {DEED}, the Red Cross said.",
    ],
)
def test_what_counts_no_dead_or_some_of_them_changes_nothing(dossier, words: str) -> None:
    told = dossier(NINE, words)
    assert not _against(told)
    assert (9, 9) in {i.killed for i in told}


def test_a_later_death_is_no_answer_to_who_said_that_nobody_died(dossier) -> None:
    told = dossier(
        NINE,
        "The police said nobody had died in Monday's attack on a market in Bauchi.",
        "BAUCHI, May 13 - Eleven people died in Monday's attack on a market in Bauchi, the Red Cross said.",
    )
    assert frozenset({0, 9}) in _against(told)


def test_a_clause_that_goes_on_the_death_speaks_for_nobody(dossier) -> None:
    told = dossier(
        NINE,
        f"Two of those wounded in {DEED} have died, which lifts the death toll to eleven, the mayor, Ana Gil, said.",
    )
    sources = {a.source for i in told for a in i.accounts if a.question is Question.KILLED and a.low == 11}
    assert sources
    assert all("Ana Gil" in s for s in sources)
