"""What accounts add up to: independence, ranges, contradictions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link.contradictions import contested, contradicts
from sourcebook.link.identities import independent
from sourcebook.link.names import spoken_for
from sourcebook.link.tallies import disjoint, hull, told_finer, total_of
from sourcebook.records import Question, SourceKind, Stance, VictimStatus


def test_a_report_counts_for_itself_only_where_it_names_no_one(account) -> None:
    assert len(independent([account(source=None)])) == 1
    assert len(independent([account(source=None), account(source="the mayor")])) == 1
    assert len(independent([account(source="a nurse"), account(source="the mayor")])) == 2


def test_a_named_source_is_one_however_many_print_it(account) -> None:
    told = [account(source="the Health Ministry", lineage=f"outlet {n}") for n in range(5)]
    assert len(independent(told)) == 1
    assert len(independent([*told, account(source="Health ministry", lineage="outlet 9")])) == 1


def test_ids_of_one_page_say_nothing_of_another(account) -> None:
    police = account(source="police", entity="a1.src1", page="p1")
    mayor = account(source="the mayor", entity="a1.src1", page="p2", lineage="Hill Herald")
    assert len(independent([police, mayor])) == 2


def test_a_person_is_one_under_a_longer_description(account) -> None:
    told = ["A clan elder, Abdi Farah Dhiblawe", "Abdi Farah Dhiblawe", "Col. Abdi Farah Dhiblawe"]
    assert len(independent([account(source=s, lineage=f"the paper of {s}") for s in told])) == 1
    assert len(independent([account(source="Abdi Farah"), account(source="Abdi Guled")])) == 2


def test_witnesses_of_two_lineages_are_different_people(account) -> None:
    one = account(source="residents", kind=SourceKind.WITNESS, lineage="Medwire")
    other = account(source="residents", kind=SourceKind.WITNESS, lineage="Coast Post")
    assert len(independent([one, one])) == 1
    assert len(independent([one, other])) == 2


@pytest.mark.parametrize("stance", [Stance.DENY, Stance.NO_COMMENT, Stance.PREDICT])
def test_who_denies_or_is_silent_neither_adds_nor_takes_away(stance: Stance, account) -> None:
    told = [account(source="police"), account(source="a nurse")]
    assert independent([*told, account(source="the army", stance=stance)]) == independent(told)


def numbers(account, *said: tuple[str, int, int | None], **more: object) -> list:
    return [account("killed", str(low), source, low=low, high=high, **more) for source, low, high in said]


@pytest.mark.parametrize(
    ("said", "disputed"),
    [
        ([("police", 5, 5), ("a nurse", 14, 14)], True),
        ([("police", 5, None), ("a nurse", 14, 14)], False),
        ([("police", 5, 15), ("a nurse", 14, 14)], False),
        ([("police", 5, 5), ("police", 14, 14)], False),
        ([("police", 5, 5)], False),
        ([("the army", 0, 0), ("a nurse", 3, None)], True),
    ],
)
def test_numbers_contradict_where_none_fits_both_sources(said: list, disputed: bool, account) -> None:
    assert (Question.KILLED in contested(numbers(account, *said))) is disputed


def test_soldiers_and_civilians_are_not_set_against_each_other(account) -> None:
    soldiers = numbers(account, ("the army", 2, 2), victims=VictimStatus.COMBATANT)
    civilians = numbers(account, ("a nurse", 9, 9), victims=VictimStatus.CIVILIAN)
    assert not contested(soldiers + civilians)


def test_what_one_source_gives_runs_from_its_lowest_to_its_highest_number(account) -> None:
    assert total_of(numbers(account, ("police", 2, 2), ("police", 9, 9))) == (2, 9)
    assert total_of(numbers(account, ("police", 2, None), ("police", 9, 9))) == (2, None)


def test_who_did_it_is_contested_between_known_parties_only(account) -> None:
    army = account("responsibility", "the army", "rebels", answer="LY")
    rebels = account("responsibility", "the Hill Front", "the army", answer="hill-front")
    unknown = account("responsibility", "gunmen", "police")
    assert contested([army, rebels]) == (Question.RESPONSIBILITY,)
    assert not contested([army, unknown])
    denial = account("responsibility", "the army", "the army", stance=Stance.DENY, answer="LY")
    assert contested([army, denial]) == (Question.RESPONSIBILITY,)
    assert not contested([denial])


def test_one_says_it_happened_and_one_that_it_did_not(account) -> None:
    assert contested([account(), account(value="did not happen", source="the army", stance=Stance.DENY)]) == (
        Question.OCCURRENCE,
    )


tolls = st.tuples(st.integers(0, 500), st.one_of(st.none(), st.integers(0, 500))).map(
    lambda t: (t[0], None if t[1] is None else max(t))
)


@given(st.lists(tolls, min_size=1))
def test_the_hull_holds_every_number_given(given_tolls: list) -> None:
    low, high = hull(given_tolls)  # type: ignore[misc]
    assert low == min(t[0] for t in given_tolls)
    assert high is None or all(high >= t[0] and (t[1] is None or high >= t[1]) for t in given_tolls)
    assert not any(disjoint((low, high), t) for t in given_tolls)


@given(tolls, tolls)
def test_disjoint_goes_both_ways(a: tuple, b: tuple) -> None:
    assert disjoint(a, b) == disjoint(b, a)
    assert not disjoint(a, a)


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Health Ministry spokeswoman Ada Lind", "health ministry"),
        ("a spokesman for the Hill Front, Jo Ames", "hill front"),
        ("army spokesman Col. Amir Said", "army"),
        ("its spokesman, Jo Ames", None),
        ("a chief spokesman", None),
        ("the mayor, Hodan Ali", None),
    ],
)
def test_a_spokesman_is_the_body_that_he_speaks_for(source: str, body: str | None) -> None:
    assert spoken_for(source) == body


def test_a_body_under_a_short_name_is_counted_once_unless_two_may_be_meant(account) -> None:
    short, health, finance = (
        account(source=s) for s in ("the ministry", "Libya's Health Ministry", "Finance Ministry")
    )
    assert len(independent([short, health])) == 1
    assert len(independent([short, health, finance])) == 3
    assert len(independent([account(source="ministry spokesman Jo Ames"), health])) == 1


def test_what_is_marked_is_what_is_contested(account) -> None:
    """A source that raised its own number is contradicted only where no number of its own fits the other's."""
    raised = numbers(account, ("police", 5, 5), ("police", 14, 14))
    nurse = numbers(account, ("a nurse", 9, 9))[0]
    mayor = numbers(account, ("the mayor", 20, 20))[0]
    assert not contested([*raised, nurse])
    assert not any(contradicts(a, [*raised, nurse]) for a in [*raised, nurse])
    everyone = [*raised, mayor]
    assert contested(everyone) == (Question.KILLED,)
    assert all(contradicts(a, everyone) for a in everyone)
    open_ended = numbers(account, ("police", 7, None), ("a nurse", 11, 11))
    assert not any(contradicts(a, open_ended) for a in open_ended)


def test_one_party_under_two_ids_is_not_set_against_itself(account) -> None:
    known = account("responsibility", "the Hill Front", "police", answer="hill-front")
    again = account("responsibility", "Hill Front", "a nurse", answer="q:hill")
    assert not contested([known, again])


def test_a_country_says_no_more_than_its_town(account) -> None:
    town = account("place", "Zliten, Murqub, LY", answer="geonames-1")
    district, country, other = (
        account("place", value, answer=answer)
        for value, answer in (("Murqub, LY", "geonames-2"), ("Libya", "LY"), ("Sfax, TN", "geonames-3"))
    )
    assert told_finer(country, [town, country])
    assert told_finer(district, [town, country])
    assert not told_finer(town, [town, district, country, other])
    assert not told_finer(other, [town, country, other])


FORCES = [
    ("the army", {}),
    ("Libya's Defence Ministry", {"party": "LY", "kind": SourceKind.GOVERNMENT}),
    ("Libya's army", {"entity": "q:LY-military", "party": "LY", "kind": SourceKind.MILITARY}),
    ("army spokesman Col. Amir Said", {"kind": SourceKind.MILITARY}),
    ("a spokeswoman for the Defence Ministry", {"kind": SourceKind.GOVERNMENT}),
]


def test_a_states_forces_their_ministry_and_their_spokesmen_are_one_source(account) -> None:
    told = [account(source=s, lineage=f"paper {n}", **more) for n, (s, more) in enumerate(FORCES)]
    assert len(independent(told)) == 1
    others = [
        account(source="the Hill Army", kind=SourceKind.ARMED_GROUP),
        account(source="Tunisia's army", party="TN", entity="q:TN-military", kind=SourceKind.MILITARY),
        account(source="an army source", anonymous=True, kind=SourceKind.MILITARY),
        account(source="the Salvation Army"),
    ]
    assert len(independent(others)) == 4


def test_another_medium_that_is_quoted_is_its_lineages_voice(account) -> None:
    wire = account(source=None, lineage="Medwire")
    quoted = account(source="Medwire", kind=SourceKind.AGENCY, lineage="Medwire")
    assert len(independent([wire, quoted])) == 1
    assert len(independent([account(source="police", lineage="Medwire"), quoted])) == 1
    assert len(independent([account(source="police"), account(source="the agency")])) == 1


def test_things_and_parts_of_a_body_count_only_where_nobody_else_is_named(account) -> None:
    assert len(independent([account(source="satellite pictures")])) == 1
    assert len(independent([account(source="satellite pictures"), account(source="the mayor")])) == 1
    assert len(independent([account(source="its chairwoman"), account(source="the council")])) == 1


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        (["police on Thursday", "Police", "detectives"], 1),
        (["Serrow's mayor, Ana Gil", "the mayor", "Gil's deputy, Rui Paz"], 2),
        (["a guard at the mill"], 1),
        (["highway police", "city police", "police"], 3),
    ],
)
def test_names_of_one_source_are_one(said: list[str], sources: int, account) -> None:
    told = [
        account(source=s, lineage=f"paper {n}", kind=SourceKind.POLICE if "police" in s.lower() or s == "detectives" else SourceKind.UNKNOWN)
        for n, s in enumerate(said)
    ]  # fmt: skip
    assert len(independent(told)) == sources


def test_a_guard_of_two_papers_may_be_two_and_a_group_that_owns_up_is_the_named_one(account) -> None:
    guards = [account(source="a guard", lineage=paper) for paper in ("Hill Herald", "Gulf Mail")]
    assert len(independent(guards)) == 2
    group = account("responsibility", "group", "an armed group", stance=Stance.ADMIT, lineage="Hill Herald")
    named = account("responsibility", "Salt Front", "the Salt Front", stance=Stance.ADMIT)
    assert len(independent([group, named])) == 1


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        (["the county governor", "governor Britta Alm"], 1),
        (["the deputy governor", "governor Britta Alm"], 2),
        (["the governor", "governor Britta Alm", "governor Olle Ek"], 3),
        (["the hospital's director", "the director of the Vik hospital, Dr Una Ros"], 1),
    ],
)
def test_an_office_is_the_one_who_holds_it(said: list[str], sources: int, account) -> None:
    told = [account(source=s, lineage=f"paper {n}", kind=SourceKind.GOVERNMENT) for n, s in enumerate(said)]
    assert len(independent(told)) == sources


def test_an_officer_speaks_for_the_police(account) -> None:
    police = account(source="police", kind=SourceKind.POLICE)
    officer = account(source="Superintendent Una Ros", kind=SourceKind.POLICE, lineage="Hill Herald")
    coast = account(source="the Coast Watch", kind=SourceKind.POLICE, lineage="Hill Herald")
    assert len(independent([police, officer])) == 1
    assert len(independent([police, coast])) == 2
    assert len(independent([officer])) == 1


def test_a_body_that_issues_bulletins_is_one_with_them(account) -> None:
    own = account(source=None, lineage="Bread for the South", page="p2")
    quoted = account(source="the aid group Bread for the South", kind=SourceKind.NGO, lineage="Bread for the South")
    monk = account(source="Brother Ilko Tarn", kind=SourceKind.PERSON, lineage="Bread for the South")
    assert len(independent([own, quoted])) == 1
    assert len(independent([quoted, monk])) == 2


def test_who_is_not_named_at_all_is_nobody(account) -> None:
    told = [account(source="the mayor"), account(source="someone unnamed")]
    assert len(independent(told)) == 1


def test_a_denial_contradicts_only_those_who_name_the_denier(account) -> None:
    told = [
        account("responsibility", "Lake Front", "the mayor", answer_kind=SourceKind.ARMED_GROUP),
        account("responsibility", "robbers", "the mayor"),
        account("responsibility", "denied", "the Hill Army", stance=Stance.DENY, kind=SourceKind.ARMED_GROUP),
    ]
    assert contested(told) == ()
    soldiers = account("responsibility", "soldiers", "a nun")
    assert contested([*told, soldiers]) == (Question.RESPONSIBILITY,)
    assert contested([*told[:2], account("responsibility", "denied", "the Lake Front", stance=Stance.DENY)]) == (
        Question.RESPONSIBILITY,
    )
