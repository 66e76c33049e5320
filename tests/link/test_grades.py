"""The table of grades: each rule by its own examples, and the sentences that it makes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sourcebook.errors import LexiconError
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon import grades as lexicon_grades
from sourcebook.lexicon.grades import load_grades
from sourcebook.link.accounts import summed
from sourcebook.link.contradictions import contested
from sourcebook.link.grades import graded, retracted
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


OWN = """
[header]
title = "A table of an organisation's own"
origin = "written for a test"
licence = "Apache-2.0"
known_problems = "none"

[[rule]]
id = "three"
grade = "confirmed"
all_of = ["told"]
min_sources = 3
sentence = "{sources} say so."
example = "3 sources; told"
counter_example = "2 sources; told"

[[rule]]
id = "rest"
grade = "weak"
sentence = "Told in {reports}."
example = "2 sources; told"
counter_example = "4 sources; told"
"""


def test_an_organisation_can_bring_its_own_table(tmp_path: Path, account) -> None:
    table = tmp_path / "ours.toml"
    table.write_text(OWN, encoding="utf-8")
    told = [account(source=s) for s in ("police", "the mayor", "Ana Gil")]
    own = Lexicon(grades=table)
    assert graded(incident(*told), own).grade is Grade.CONFIRMED
    assert graded(incident(*told[:2]), own).grade_reason == "Told in 1 report."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('all_of = ["told"]', 'all_of = ["heard"]', "known facts: "),
        ("{sources} say so.", "{sauces} say so.", "known parts: "),
        ("{sources} say so.", "{sources say so.", "cannot be filled in"),
        ('"3 sources; told"', '"three"', "is no example"),
        ('"3 sources; told"', '"1 sources; told"', "another rule's case"),
        ('counter_example = "2 sources; told"', 'counter_example = "5 sources; told"', "its own case"),
        ('grade = "weak"', 'grade = "poor"', "known values"),
        ("min_sources = 3", "min_source = 3", "known keys"),
        ("[header]", "[heading]", "unknown table"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_name_and_the_mend(old, new, said, tmp_path: Path) -> None:
    table = tmp_path / "ours.toml"
    table.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(said)) as raised:
        load_grades(table)
    assert "ours.toml" in str(raised.value)


def test_without_a_source_or_a_lineage_the_grade_is_another(account, lexicon) -> None:
    one = account(source="police")
    other = account(source="a nurse", lineage="Medwire")
    both = graded(summed(incident(one, other), ()), lexicon)
    assert both.grade is Grade.FAIR
    assert retracted(both, lexicon, source="police").independent_sources == 1
    assert retracted(both, lexicon, lineage="Medwire").grade is Grade.WEAK
    assert retracted(both, lexicon, source="someone else") == both
    nobody = retracted(retracted(both, lexicon, source="police"), lexicon, lineage="Medwire")
    assert nobody.grade is Grade.DISCOUNTED
