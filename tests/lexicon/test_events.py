"""Every event rule, weapon and hedge holds on its own example and not on its counter-example, in the real stage."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.events import EventRule, Events, Weapon
from sourcebook.lexicon.hedges import HedgeRule, Hedges
from sourcebook.read.mentions import find_mentions
from sourcebook.records import Factuality, Mention, Phase


@pytest.fixture(scope="module")
def told(parse, lexicon):
    """``told(text)``: the mentions in a text, without claims, dates and places."""

    def _told(text: str) -> tuple[Mention, ...]:
        return find_mentions(parse(text), (), (), (), lexicon).items

    return _told


@pytest.mark.parametrize("rule", Events().rules, ids=lambda r: r.id)
def test_event_rule(rule: EventRule, told):
    assert rule.id in [m.rule for m in told(rule.example)]
    assert rule.id not in [m.rule for m in told(rule.counter_example)]


@pytest.mark.parametrize("weapon", Events().weapons, ids=lambda w: w.id)
def test_weapon(weapon: Weapon, told):
    mentions = told(weapon.example)
    assert any(weapon.term in m.weapons or m.event_type in (weapon.attack, weapon.blast) for m in mentions)
    assert all(weapon.term not in m.weapons for m in told(weapon.counter_example))


@pytest.mark.parametrize("rule", Hedges().rules, ids=lambda r: r.id)
def test_hedge(rule: HedgeRule, told):
    mentions = told(rule.example)
    assert mentions
    assert any(_held(rule, m) for m in mentions), [(m.trigger_text, m.factuality, m.phase) for m in mentions]
    assert not all(_held(rule, m) for m in told(rule.counter_example))


def _held(rule: HedgeRule, m: Mention) -> bool:
    if rule.negates:
        return m.factuality.endswith("-")
    certain = rule.factuality is None or m.factuality[:2] == rule.factuality[:2]
    if rule.factuality is Factuality.CERTAINLY_NOT:
        certain = m.factuality is rule.factuality
    return certain and (rule.phase is None or m.phase is rule.phase) and (rule.phase or m.factuality) != Phase.OCCURRED


def test_the_longest_idiom_comes_first():
    plain = [p for p in Events().verbs["blow"] if not p.rule.by_class and not p.rule.of_class]
    assert [len(p.rest) for p in plain] == sorted((len(p.rest) for p in plain), reverse=True)
