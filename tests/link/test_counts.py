"""The course of a toll: what replaces what, and why; what stands."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.flow import link_readings
from sourcebook.link.contradictions import contested, contradictions_of
from sourcebook.link.counts import counts_of, standing
from sourcebook.link.identities import independent
from sourcebook.records import DateRange, Question, SourceKind, Stance


def day(n: int) -> DateRange:
    """The n-th of May 2021."""
    return DateRange(dt.date(2021, 5, n), dt.date(2021, 5, n))


def dead(account, source: str | None, low: int, on: int, high: int | None = -1, **more):
    """``source`` gives a number of dead on the ``on``-th."""
    top = low if high == -1 else high
    return account("killed", str(low), source, low=low, high=top, said=day(on), page=f"p{on}", **more)


def shown(counts) -> list[tuple[str, int, bool]]:
    """Who gave what, and whether it stands."""
    return [(c.source, c.low, c.replaced_by is None) for c in counts]


@pytest.mark.parametrize(("first", "second", "why"), [(4, 9, "raised"), (9, 4, "lowered")])
def test_a_sources_later_number_replaces_its_earlier_one_up_or_down(first, second, why, account) -> None:
    counts = counts_of([dead(account, "police", first, 3), dead(account, "the police", second, 5)])
    assert shown(counts) == [("police", first, False), ("the police", second, True)]
    assert counts[0].why == f"{why} by the same source"
    assert counts[0].replaced_by == 1


def test_numbers_of_one_day_have_no_order(account) -> None:
    counts = counts_of([dead(account, "police", 4, 3), dead(account, "police", 9, 3)])
    assert all(c.replaced_by is None for c in counts)


def test_at_least_five_after_seven_says_nothing_new(account) -> None:
    counts = counts_of([dead(account, "police", 7, 3), dead(account, "police", 5, 4, None)])
    assert shown(counts) == [("police", 7, True), ("police", 5, True)]


def test_another_sources_number_is_replaced_only_where_the_text_says_so(account) -> None:
    mayor, police = dead(account, "the mayor", 7, 3), dead(account, "police", 9, 4)
    assert shown(counts_of([mayor, police])) == [("the mayor", 7, True), ("police", 9, True)]
    raised = dead(account, "police", 9, 4, instead_of=(7, 7))
    counts = counts_of([mayor, raised])
    assert shown(counts) == [("the mayor", 7, False), ("police", 9, True)]
    assert "police" in counts[0].why


def test_what_a_report_repeats_stands_and_falls_with_its_source(account) -> None:
    told = [
        dead(account, "police", 4, 3),
        dead(account, None, 4, 4, lineage="Hill Herald"),
        dead(account, "police", 9, 5),
        dead(account, None, 9, 5, lineage="Gulf Mail"),
    ]
    assert [c.low for c in standing(counts_of(told), Question.KILLED)] == [9, 9]


def test_a_number_that_nobody_gave_yields_to_a_named_source_of_a_later_day(account) -> None:
    told = [dead(account, None, 3, 3, lineage="Hill Herald"), dead(account, "police", 9, 5)]
    assert [c.low for c in standing(counts_of(told), Question.KILLED)] == [9]
    assert not contested(told)


def test_a_corrected_version_takes_the_place_of_the_first(account) -> None:
    told = [dead(account, None, 3, 3), dead(account, None, 2, 4)]
    told[1] = dead(account, None, 2, 4)
    counts = counts_of(told, {"p3": "p4"})
    assert [c.replaced_by is None for c in counts] == [False, True]


def test_a_person_told_of_alone_is_no_count_beside_a_number(account) -> None:
    assert [c.low for c in counts_of([dead(account, "police", 1, 3, None), dead(account, "police", 6, 3)])] == [6]
    assert [c.low for c in counts_of([dead(account, "police", 1, 3, None)])] == [1]


def test_what_was_replaced_contradicts_nobody(account) -> None:
    early = [dead(account, "police", 4, 3), dead(account, "the mayor", 9, 3)]
    assert contested(early) == (Question.KILLED,)
    assert not contested([*early, dead(account, "police", 9, 5)])


def test_two_answers_contradict_each_other_once_however_often_they_are_given(account) -> None:
    told = [dead(account, source, low, 3) for source, low in [("police", 4), ("Ana Gil", 4), ("the mayor", 9)]]
    (found,) = contradictions_of(told, counts_of(told))
    assert {told[found.a].low, told[found.b].low} == {4, 9}
    assert found.why == "no number fits both"


steps = st.lists(
    st.tuples(st.sampled_from(["police", "the mayor", "Ana Gil"]), st.integers(0, 30), st.integers(1, 28)),
    min_size=1, max_size=8, unique_by=lambda s: (s[0], s[2]),
)  # fmt: skip


@given(steps, st.randoms())
def test_the_course_does_not_depend_on_the_order_of_accounts(account, given_steps, dice: random.Random) -> None:
    told = [dead(account, source, low, on) for source, low, on in given_steps]
    mixed = dice.sample(told, len(told))

    def course(accounts) -> set:
        return {(c.source, c.low, c.as_of, c.replaced_by is None, c.why) for c in counts_of(accounts)}

    assert course(told) == course(mixed)


def test_who_said_nobody_died_is_replaced_by_his_own_later_number_whoever_else_gives_one_that_day(account) -> None:
    # found by the property above
    told = [dead(account, *step) for step in [("the mayor", 1, 1), ("police", 0, 1), ("the mayor", 1, 2)]]
    own = dead(account, "police", 1, 2)
    for accounts in ([*told, own], [own, *told]):
        (none,) = [c for c in counts_of(accounts) if c.low == 0]
        assert none.why == "raised, somebody has died since"


@given(steps)
def test_something_always_stands_and_replacing_leads_forward(account, given_steps) -> None:
    told = [dead(account, source, low, on) for source, low, on in given_steps]
    counts = counts_of(told)
    assert standing(counts, Question.KILLED)
    for n, c in enumerate(counts):
        if c.replaced_by is not None:
            assert c.replaced_by > n
            assert c.why
    assert all(a.as_of.low <= b.as_of.low for a, b in pairwise(counts))


@given(steps)
def test_a_denial_or_a_copy_never_changes_who_is_independent(account, given_steps) -> None:
    told = [dead(account, source, low, on) for source, low, on in given_steps]
    denial = account(value="did not happen", source="the army", stance=Stance.DENY, kind=SourceKind.MILITARY)
    assert independent([*told, denial]) == independent(told)
    assert len(independent([*told, *told])) == len(independent(told))


def test_a_reports_own_lower_number_beside_a_source_is_a_part(account) -> None:
    bodies = account("killed", "two bodies", None, low=2, high=2, said=day(4))
    army = account("killed", "nine", "the army", low=9, high=9, said=day(4))
    other = account("killed", "seven", "the union", low=7, high=7, said=day(4), page="p2")
    counts = counts_of([bodies, army, other])
    assert [c.low for c in counts] == [9, 7]


def test_a_number_called_other_than_it_was_given_is_replaced(lexicon, read):
    first = "At least eight people were killed by a bomb in a hotel in Viseu on Monday, the ambulance service said."
    second = (
        "Twenty-one people were killed by a bomb in a hotel in Viseu on Monday, the health minister said, raising an "
        "earlier count of eight."
    )
    readings = [read(first, published=dt.date(2024, 5, 6)), read(second, published=dt.date(2024, 5, 7))]
    (incident,) = [i for i in link_readings(readings, lexicon).incidents if i.killed]
    assert incident.killed == (21, 21)
    assert {(c.low, c.replaced_by is not None) for c in incident.counts} == {(8, True), (21, False)}


def test_passengers_may_be_some_of_the_dead_a_companys_own_are_all_who_were_there(lexicon, read):
    def apart(company: str) -> bool:
        text = f"A bomb went off on a bus near Viseu on Monday. {company} Nine people died, the hospital said."
        linked = link_readings([read(text, published=dt.date(2024, 5, 7))], lexicon)
        return any(c.question is Question.KILLED for i in linked.incidents for c in i.contradictions)

    assert apart("Five of its passengers were killed, the bus company said.")
    assert not apart("Five passengers were killed, the bus company said.")
