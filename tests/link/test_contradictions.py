"""What contradicts, and what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.link.contradictions import contested, contradictions_of
from sourcebook.link.counts import counts_of
from sourcebook.records import Course, DatePrecision, DateRange, Question, SourceKind, Stance, VictimStatus

CIVILIAN, COMBATANT = VictimStatus.CIVILIAN, VictimStatus.COMBATANT


def day(n: int) -> DateRange:
    return DateRange(dt.date(2024, 5, n), dt.date(2024, 5, n), DatePrecision.DAY)


def dead(account, source: str | None, n: int, *, on: int = 2, value: str = "", page: str = "", **more):
    """``source`` counts ``n`` dead on the ``on``-th, in a report of its own."""
    page = page or f"{source}{on}"
    high = more.pop("high", n)
    return account("killed", value or str(n), source, low=n, high=high, said=day(on), page=page, lineage=page, **more)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"n": 5}, {"n": 9}, True),
        ({"n": 5, "group": "children"}, {"n": 9}, False),  # five of the nine
        ({"n": 9, "group": "children"}, {"n": 5}, True),
        ({"n": 5, "group": "children"}, {"n": 9, "group": "children"}, True),
        ({"n": 5, "group": "children"}, {"n": 9, "group": "its staff"}, False),
        ({"n": 5, "victims": CIVILIAN}, {"n": 9, "victims": COMBATANT}, False),
        ({"n": 5, "victims": CIVILIAN, "group": "children"}, {"n": 9, "victims": CIVILIAN}, False),
        ({"n": 40, "value": "about 40 villagers"}, {"n": 43}, False),
        ({"n": 40, "value": "about 40 villagers"}, {"n": 60}, True),
        ({"n": 40, "value": "40 villagers"}, {"n": 43}, True),
        ({"n": 15, "quote_text": "it had recovered 15 bodies so far"}, {"n": 40}, False),
        ({"n": 60, "quote_text": "it had recovered 60 bodies so far"}, {"n": 40}, True),
    ],
)
def test_only_numbers_of_the_same_people_contradict(one: dict, other: dict, expected: bool, account) -> None:
    pair = [dead(account, "police", **one), dead(account, "the union", **other)]
    assert bool(contested(pair)) is expected
    assert bool(contested(pair[::-1])) is expected


def test_what_a_hospital_has_received_is_some_of_it(account) -> None:
    seen = dead(account, "the hospital", 3, kind=SourceKind.MEDICAL, quote_text="it had received three bodies")
    counted = dead(account, "the hospital", 3, kind=SourceKind.MEDICAL, quote_text="three people had died")
    police = dead(account, "police", 9)
    assert not contested([seen, police])
    assert contested([counted, police])


def test_attackers_may_be_counted_in(account) -> None:
    beside = account("killed", "the gunman (the attacker)", "police", attackers=1, page="police2", lineage="police2")
    without, with_him = dead(account, "police", 5), dead(account, "the mayor", 6)
    assert not contested([beside, without, with_him])
    assert contested([without, with_him])
    assert contested([beside, without, dead(account, "the mayor", 8)])
    assert contested([beside, dead(account, "police", 5, attackers=1), with_him])  # five with him


def test_a_report_that_sums_up_later_is_no_rival(account) -> None:
    company = dead(account, "the company", 3, on=2)
    assert not contested([company, dead(account, None, 5, on=4)])
    assert contested([company, dead(account, None, 5, on=2)])
    assert contested([dead(account, "the company", 3, on=2, again=day(4)), dead(account, None, 5, on=4)])


def test_a_reports_own_number_that_a_source_in_it_gives_is_that_sources(account) -> None:
    soldiers = dead(account, "the army", 17, victims=COMBATANT, page="r", value="17 soldiers")
    headline = dead(account, None, 17, page="r")
    assert not contested([soldiers, headline, dead(account, "the governor", 24)])


@pytest.mark.parametrize(("places", "expected"), [(("Norwick", "Norwick"), True), (("Norwick", "Sarn"), False)])
def test_numbers_of_two_towns_are_of_two_events(places: tuple[str, str], expected: bool, account) -> None:
    one, other = dead(account, "police", 2), dead(account, "the mayor", 3)
    told = [
        account("place", f"{p}, Hill, XX", "police", page=a.page) for p, a in zip(places, (one, other), strict=True)
    ]
    assert bool(contested([one, other, *told])) is expected


@pytest.mark.parametrize(("days", "expected"), [((2, 3), True), ((2, 5), False)])
def test_numbers_of_two_days_are_of_two_events(days: tuple[int, int], expected: bool, account) -> None:
    one, other = dead(account, "police", 2, on=6), dead(account, "the mayor", 3, on=6)
    told = [account("date", f"2024-05-0{n}", "police", page=a.page) for n, a in zip(days, (one, other), strict=True)]
    assert bool(contested([one, other, *told])) is expected


# ------------------------------------------------------------------------------------------------- over time


def standing(accounts: list) -> list[tuple[str, int]]:
    return [(c.source, c.low) for c in counts_of(accounts) if c.replaced_by is None]


def test_a_toll_that_has_risen_replaces_all_lower_ones(account) -> None:
    coastguard, hospital = dead(account, "the coastguard", 4, on=2), dead(account, "the hospital", 7, on=3)
    assert standing([coastguard, hospital]) == [("the coastguard", 4), ("the hospital", 7)]
    risen = dead(account, "the hospital", 7, on=3, course=Course.RAISED)
    assert standing([coastguard, risen]) == [("the hospital", 7)]
    higher = dead(account, "the rebels", 20, on=2)
    assert ("the rebels", 20) in standing([coastguard, higher, risen])
    held = dead(account, "the coastguard", 4, on=2, again=day(4))
    assert ("the coastguard", 4) in standing([held, risen])
    children = dead(account, "the school", 3, on=2, group="children")
    assert ("the school", 3) in standing([children, risen])


def test_a_toll_that_has_fallen_replaces_all_higher_ones(account) -> None:
    first, low = dead(account, "the mayor", 9, on=2), dead(account, "police", 5, on=2)
    fallen = dead(account, "the hospital", 7, on=3, course=Course.LOWERED)
    assert standing([first, low, fallen]) == [("police", 5), ("the hospital", 7)]


def test_to_call_anothers_number_wrong_is_a_dispute(account) -> None:
    eleven = dead(account, "police", 11, on=2)
    dispute = dead(account, "the prosecutor", 14, on=3, course=Course.DENIED, instead_of=(11, 11))
    assert contested([eleven, dispute]) == (Question.KILLED,)
    assert contested([dead(account, None, 11, on=2), dispute]) == (Question.KILLED,)
    corrects = dead(account, "police", 10, on=3, course=Course.DENIED, instead_of=(11, 11))
    assert standing([eleven, corrects]) == [("police", 10)]


# --------------------------------------------------------------------------------------------------- parties


def did_it(account, value: str, source: str, **more):
    kind = more.pop("answer_kind", SourceKind.ARMED_GROUP)
    return account("responsibility", value, source, page=source, lineage=source, answer_kind=kind, **more)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Hill Front", "the Coast League", True),
        ("Gunmen", "the Coast League", False),
        ("Masked men", "the Coast League", False),
        ("the Coast League militia", "Coast League", False),
        ("the Alpine Dawn gang", "the Coast League", True),
        ("rebels", "insurgents", False),
    ],
)
def test_who_is_called_only_gunmen_may_be_anyone(one: str, other: str, expected: bool, account) -> None:
    assert bool(contested([did_it(account, one, "police"), did_it(account, other, "the mayor")])) is expected


def test_parties_that_one_source_names_side_by_side_are_no_rivals(account) -> None:
    front, league = did_it(account, "the Hill Front", "police"), did_it(account, "the Coast League", "the mayor")
    both = [did_it(account, p, "a nurse", quote_text="both came") for p in ("the Hill Front", "the Coast League")]
    assert contested([front, league])
    assert not contested([front, league, *both])


@pytest.mark.parametrize(
    ("named", "denier", "quote", "expected"),
    [
        ("the Alpine Dawn gang", "the armed group Alpine Dawn", "involvement in the bombing", True),
        ("the Alpine Dawn gang", "the Coast League", "involvement in the bombing", False),
        ("the Front", "the army", "that soldiers had shelled the town and blamed the Front", False),
        ("the Front", "a lawyer", "that the Front had shelled the town", True),
    ],
)
def test_a_denial_is_set_against_whom_it_means(named: str, denier: str, quote: str, expected: bool, account) -> None:
    told = did_it(account, named, "police")
    denial = did_it(account, "denied", denier, stance=Stance.DENY, quote_text=quote)
    found = contradictions_of([told, denial], ())
    assert bool(found) is expected
