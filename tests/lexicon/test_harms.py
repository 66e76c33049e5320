"""The words of harm, numbers, victims and scopes: every rule's example is read by it, its counter-example is not."""

from __future__ import annotations

import pytest

from sourcebook.errors import LexiconError
from sourcebook.lexicon.harms import Harms
from sourcebook.lexicon.numbers import NumberKind, NumberRule, Numbers, Profile
from sourcebook.lexicon.rules import Header, RuleFile
from sourcebook.lexicon.scopes import ScopeKind, Scopes
from sourcebook.lexicon.victims import VictimKind, VictimWords
from sourcebook.read.numbers import find_numbers
from sourcebook.read.tolls import find_tolls
from sourcebook.records import Toll, TollScope

HARMS, NUMBERS, VICTIMS, SCOPES = Harms(), Numbers(), VictimWords(), Scopes()


@pytest.fixture(scope="session")
def tolls(parse, lexicon):
    def _tolls(text: str) -> tuple[Toll, ...]:
        return find_tolls(parse(text), (), (), lexicon).items

    return _tolls


@pytest.mark.parametrize("rule", list(HARMS.rules), ids=lambda r: r.id)
def test_a_harm_rule_reads_its_example(rule, tolls):
    assert [t for t in tolls(rule.example) if t.harm is rule.harm and t.rule.startswith(f"{rule.id}/")]


@pytest.mark.parametrize("rule", list(HARMS.rules), ids=lambda r: r.id)
def test_a_harm_rule_does_not_read_its_counter_example(rule, tolls):
    assert not [t for t in tolls(rule.counter_example) if t.rule.startswith(f"{rule.id}/")]


def words(text: str) -> list[str]:
    return text.lower().replace("-", " - ").replace("$", "$ ").replace(".", " .").replace(",000", ",000").split()


@pytest.mark.parametrize("rule", [r for r in NUMBERS.rules if r.kind is NumberKind.NOT], ids=lambda r: r.id)
def test_what_a_number_counts_is_told_by_its_unit(rule):
    found = [n for n in find_numbers(words(rule.example), NUMBERS) if n.no_toll]
    assert [n.no_toll for n in found] == [rule.reason]
    other = [n for n in find_numbers(words(rule.counter_example), NUMBERS) if n.no_toll == rule.reason]
    assert not other


@pytest.mark.parametrize(
    "rule", [r for r in NUMBERS.rules if r.kind not in (NumberKind.NOT, NumberKind.BETWEEN)], ids=lambda r: r.id
)
def test_a_number_rule_makes_a_toll_of_its_example_only(rule, tolls):
    assert tolls(rule.example)
    assert not [t for t in tolls(rule.counter_example) if t.low or t.harm == "killed"]


@pytest.mark.parametrize(
    "rule",
    [r for r in VICTIMS.rules if r.kind in (VictimKind.GROUP, VictimKind.STATUS, VictimKind.SET, VictimKind.ATTACKER)],
    ids=lambda r: r.id,
)
def test_a_victim_rule_names_the_victims_of_its_example_only(rule, tolls):
    def named(text: str) -> bool:
        return any(
            (rule.kind is VictimKind.GROUP and t.victims.group == rule.value)
            or (rule.kind is VictimKind.STATUS and t.victims.status == rule.value)
            or (rule.kind is VictimKind.SET and t.low == rule.count)
            or (rule.kind is VictimKind.ATTACKER and t.perpetrator)
            for t in tolls(text)
        )

    assert named(rule.example)
    assert not named(rule.counter_example)


@pytest.mark.parametrize(
    "rule", [r for r in VICTIMS.rules if r.kind in (VictimKind.PERSON, VictimKind.CONTAINER)], ids=lambda r: r.id
)
def test_people_are_told_from_animals_and_things(rule, tolls):
    assert tolls(rule.example)


@pytest.mark.parametrize("rule", [r for r in SCOPES.rules if r.kind is ScopeKind.PERIOD], ids=lambda r: r.id)
def test_a_sum_over_a_period_is_typed_as_one(rule, tolls):
    assert [t.scope for t in tolls(rule.example)] == [TollScope.PERIOD]
    assert [t.scope for t in tolls(rule.counter_example)] == [TollScope.INCIDENT]


@pytest.mark.parametrize(
    "rule",
    [
        r
        for r in SCOPES.rules
        if r.kind in (ScopeKind.MODAL, ScopeKind.CONTRARY, ScopeKind.CONDITION, ScopeKind.PREVENT)
    ],
    ids=lambda r: r.id,
)
def test_harm_that_did_not_happen_is_no_toll(rule, tolls):
    assert not tolls(rule.example)
    assert tolls(rule.counter_example)


def test_running_totals_are_marked(tolls):
    rule = next(r for r in SCOPES.rules if r.kind is ScopeKind.RUNNING)
    assert [t.cumulative for t in tolls(rule.example)] == [True]
    assert [t.cumulative for t in tolls(rule.counter_example)] == [False]


def test_every_profile_has_a_range_for_every_vague_word():
    for rule in NUMBERS.rules:
        if rule.kind is NumberKind.VAGUE:
            for profile in Profile:
                low, high = NUMBERS.vague_range(rule, profile)
                assert low > 0
                assert high is None or high >= low


def test_a_cardinal_without_a_value_is_refused():
    bad = NumberRule("x", NumberKind.CARDINAL, ("one", "two"), "a", "b", values=(1,))
    with pytest.raises(LexiconError, match="as many values as words"):
        Numbers(RuleFile("numbers.toml", Header("", "", "", ""), (bad,)))
