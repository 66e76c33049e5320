"""One body under several names: who holds an office of it, who is called by his name and the body."""

from __future__ import annotations

import pytest

from sourcebook.link.identities import independent, keys_of
from sourcebook.link.offices import body_of
from sourcebook.records import SourceKind, Span, Stance


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Ministry of Harbours", "Harbours Minister Ana Gil"),
        ("the Ministry of Internal Affairs", "the Interior Ministry's spokesman, Rui Sal"),
        ("the Beja Coast Guard Service", "coast guard officials"),
        ("a union of ferrymen", "the ferrymen's union"),
        ("the Santa Iria hospital", "Dr Ana Gil, the hospital's medical director"),
        ("the Rescue Board", "Portugal's rescue service"),
        ("the postal union", "Ana Gil of the postal union"),
        ("the postal union", "the postal union's Ana Gil"),
        ("the ambulance service in Beja", "Ana Gil, who runs the ambulance service"),
        ("the Beja police department", "Portuguese police"),
    ],
)
def test_a_body_and_who_speaks_for_it_are_one(account, one: str, other: str) -> None:
    kinds = {"kind": SourceKind.GOVERNMENT}
    both = [
        account(source=one, lineage="A", page="p1", **kinds),
        account(source=other, lineage="B", page="p2", **kinds),
    ]
    assert len(independent(both)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Ministry of Harbours", "the Ministry of Mines"),
        ("the Harbours Ministry", "a former harbours ministry official"),
        ("the Santa Iria hospital", "the hospital of São Brás"),
        ("the Santa Iria hospital", "a doctor at the hospital"),
        ("the ferrymen's union", "the teachers' union"),
        ("the municipal police", "the river police"),
        ("the coast guard", "an official of the coast guard who asked not to be named"),
    ],
)
def test_others_are_not(account, one: str, other: str) -> None:
    hidden = {"anonymous": other.startswith("a")}
    both = [account(source=one, lineage="A", page="p1"), account(source=other, lineage="B", page="p2", **hidden)]
    assert len(independent(both)) == 2


def test_a_short_name_between_two_bodies_is_neither(account) -> None:
    named = [account(source=s, lineage=s, page=s) for s in ("the Tagus Union", "the Sado Union", "the union")]
    assert len(independent(named)) == 3


@pytest.mark.parametrize("source", ["Ana Gil", "the mayor of Beja, Ana Gil", "a nurse at the clinic in Beja"])
def test_who_has_no_such_office_speaks_for_no_body(source: str) -> None:
    assert body_of(source) is None


def test_an_officer_of_a_part_of_the_army_speaks_for_the_army(account) -> None:
    officer = account(source="the commander of the army's river brigade", anonymous=True, kind=SourceKind.MILITARY)
    army = account(source="Portugal's army", entity="q:PT-army", kind=SourceKind.MILITARY, lineage="B", page="p2")
    assert len(independent([officer, army])) == 1


def test_his_office_is_he(read) -> None:
    text = (
        "BEJA - Four ferrymen were shot dead near Beja on Monday, the governor, Rui Sal, said. "
        "The gunmen fled in a boat, his office said.\n"
    )
    (incident,) = (i for i in read(text).incidents if not i.background)
    assert incident.independent_sources == 1


def test_an_officer_speaks_for_no_army_that_is_silent(account) -> None:
    officer = account(source="a naval officer", kind=SourceKind.MILITARY, anonymous=True)
    silent = account(source="the navy", kind=SourceKind.MILITARY, stance=Stance.NO_COMMENT)
    speaking = account(source="the navy", kind=SourceKind.MILITARY)
    assert keys_of([officer, silent])[officer] != keys_of([officer, silent])[silent]
    assert len(independent([officer, speaking])) == 1


def test_a_state_under_its_own_name_is_the_body_that_speaks_for_it(account) -> None:
    state = account(source="Lisbon", entity="q:PT-government", party="PT", kind=SourceKind.GOVERNMENT)
    ministry = account(source="the Interior Ministry", party="PT", kind=SourceKind.GOVERNMENT, lineage="B", page="p2")
    other = account(source="the Interior Ministry", party="ES", kind=SourceKind.GOVERNMENT, lineage="B", page="p2")
    assert len(independent([state, ministry])) == 1
    assert len(independent([state, other])) == 2


def test_officials_of_one_state_are_not_the_ministry_of_another(account) -> None:
    officials = account(source="Portuguese officials", party="PT", kind=SourceKind.GOVERNMENT, anonymous=True)
    ministry = account(source="the Foreign Ministry", party="ES", kind=SourceKind.GOVERNMENT, quote=Span(5, 6))
    assert len(independent([officials, ministry])) == 2
