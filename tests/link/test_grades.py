"""The table of grades: each rule by its own examples, and the sentences that it makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcebook.errors import LexiconError
from sourcebook.lexicon import grades as lexicon_grades
from sourcebook.lexicon.grades import load_grades
from sourcebook.link.contradictions import contested
from sourcebook.link.grades import graded
from sourcebook.records import EventType, Grade, Incident, IncidentStatus, Stance

RULES = load_grades().rules


def facts(example: str) -> tuple[int, frozenset[str]]:
    """Read "2 sources; told, denied"."""
    sources, _, names = example.partition(" sources; ")
    return int(sources), frozenset(n.strip() for n in names.split(",") if n.strip())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_each_rule_decides_its_example_and_not_its_counter_example(rule) -> None:
    for example, wanted in ((rule.example, True), (rule.counter_example, False)):
        sources, known = facts(example)
        first = next(r for r in RULES if r.holds(known, sources))
        assert (first.id == rule.id) is wanted


def test_every_number_of_sources_has_a_grade() -> None:
    for n in range(5):
        assert any(r.holds({"told"}, n) for r in RULES)


def test_a_rule_that_asks_for_an_unknown_fact_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon_grades, "FACTS", frozenset({"told"}))
    with pytest.raises(LexiconError, match="known facts: told"):
        load_grades()


def incident(*accounts, status: IncidentStatus = IncidentStatus.OCCURRED) -> Incident:
    return Incident(
        "i1", EventType.SHELLING, None, None, (), (), (), (), None, None, status, contested(accounts), 0,
        Grade.WEAK, "", accounts=accounts,
    )  # fmt: skip


def test_the_grade_and_its_sentence(account, lexicon) -> None:
    police, nurse = account(source="police"), account(source="a nurse")
    army = account("responsibility", "army", "the army", stance=Stance.ADMIT, answer="LY")
    denial = account(value="did not happen", source="the army", stance=Stance.DENY)
    blame = account("responsibility", "the army", "rebels", answer="LY")
    no = account("responsibility", "the army", "the army", stance=Stance.DENY, answer="LY")
    cases = [
        ((police,), Grade.WEAK, "Only one source says that it happened."),
        ((police, nurse), Grade.FAIR, "2 independent sources in 1 report say that it happened."),
        ((police, army), Grade.CONFIRMED, "Owned up to by the army; 2 independent sources say"),
        ((police, denial), Grade.CONTESTED, "One source says that it happened, the army that it did not."),
        ((police, blame, no), Grade.CONTESTED, "who did it is disputed: the army; denied by the army."),
        ((denial,), Grade.DISCOUNTED, "Denied by the army; no source tells it"),
        (
            (police, blame, no, replace(no, source="army, which sent a statement"), replace(no, source="Libya's army")),
            Grade.CONTESTED,
            "who did it is disputed: the army; denied by Libya's army.",
        ),
    ]
    for accounts, grade, sentence in cases:
        done = graded(incident(*accounts), lexicon)
        assert done.grade is grade
        assert sentence in done.grade_reason


def test_a_threat_is_no_incident_that_happened(account, lexicon) -> None:
    threat = account(value="threatened", stance=Stance.THREATEN)
    assert graded(incident(threat, status=IncidentStatus.THREATENED), lexicon).grade is Grade.WEAK
