"""Who is independent of whom: the table of the codebook, row by row."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link.identities import independent, keys_of
from sourcebook.link.names import name_of
from sourcebook.records import DatePrecision, DateRange, SourceKind, Stance

POLICE, MEDICAL, PERSON, GOVERNMENT = SourceKind.POLICE, SourceKind.MEDICAL, SourceKind.PERSON, SourceKind.GOVERNMENT


def on(day: str) -> DateRange:
    date = dt.date.fromisoformat(day)
    return DateRange(date, date, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        (["the Rana County Sheriff's Office", "Sheriff Ola Rey", "deputies"], 1),
        (["the Rana County Sheriff's Office", "police"], 1),
        (["the Rana County Sheriff's Office", "the Sheriff's Office", "Sheriff Ola Rey", "deputies"], 1),
        (["Mo police", "Chief Ola Rey", "Mo Police Department"], 1),
        (["Sheriff Ola Rey", "Mo police"], 1),
        (["the Rana County Sheriff's Office", "Mo police", "Sheriff Ola Rey"], 2),
        (["the Border Police", "Mo police"], 2),
    ],
)
def test_officers_speak_for_their_office(said: list[str], sources: int, account) -> None:
    told = [account(source=s, kind=POLICE, lineage=f"paper {n}") for n, s in enumerate(said)]
    assert len(independent(told)) == sources


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        (["the hospital in Timaru", "Timaru Hospital"], 1),
        (["Pine Ridge Medical Center", "Pine Ridge"], 1),
        (["Timaru Hospital", "Oamaru Hospital"], 2),
        (["the director of Timaru Hospital, Dr Ana Sá", "Timaru Hospital"], 1),
    ],
)
def test_a_hospital_is_one_under_two_wordings(said: list[str], sources: int, account) -> None:
    told = [account(source=s, kind=MEDICAL, lineage=f"paper {n}") for n, s in enumerate(said)]
    assert len(independent(told)) == sources
    assert len(set(keys_of(reversed(told)).values())) == sources


def test_a_spokeswoman_of_unknown_kind_is_her_hospitals(account) -> None:
    told = [
        account(source="Pine Ridge Medical Center", kind=MEDICAL, lineage="one"),
        account(source="a spokeswoman for Pine Ridge", kind=GOVERNMENT, lineage="two"),
    ]
    assert len(independent(told)) == 1


@pytest.mark.parametrize(
    "desk", ["the army's press service", "the army press office", "the General Staff", "the army's media wing"]
)
def test_a_desk_speaks_for_its_body(desk: str, account) -> None:
    told = [account(source="the army", kind=SourceKind.MILITARY), account(source=desk, lineage="another")]
    assert len(independent(told)) == 1


def test_who_has_no_name_is_one_within_a_lineage_in_short_and_at_length(account) -> None:
    told = [account(source=s, kind=PERSON) for s in ("a clerk", "a clerk at a store in the mall", "the clerk")]
    assert len(independent(told)) == 1
    assert len(independent([*told, account(source="a clerk", kind=PERSON, lineage="another")])) == 2


def test_an_officer_speaks_for_the_army_of_his_report_and_alone_for_himself(account) -> None:
    army = account(source="the army", kind=SourceKind.MILITARY)
    officer = account(source="an officer", kind=SourceKind.MILITARY, anonymous=True)
    elsewhere = account(source="an officer", kind=SourceKind.MILITARY, anonymous=True, page="p2", lineage="another")
    alone = account(source="an officer who asked not to be named", kind=SourceKind.MILITARY, anonymous=True)
    assert len(independent([army, officer])) == 1
    assert len(independent([army, elsewhere])) == 2
    assert len(independent([army, alone])) == 2


def test_a_bodys_own_medium_is_the_body(account) -> None:
    own = account(source=None, lineage="Dawn Shield Media")
    shield = account(source="Dawn Shield", kind=SourceKind.ARMED_GROUP, lineage="Coast Post")
    statement = account(source="a statement", kind=SourceKind.DOCUMENT, lineage="Dawn Shield Media")
    assert len(independent([own, statement])) == 1
    assert len(independent([own, account(source="Dawn Shield", lineage="Dawn Shield Media")])) == 1
    assert len(independent([shield])) == 1


def test_who_only_condemns_tells_nothing(account) -> None:
    told = [account(source="police"), account(source="a nurse")]
    assert independent([*told, account(source="the prime minister", stance=Stance.CONDEMN)]) == independent(told)
    assert len(independent([*told, account(source="the mayor", stance=Stance.ACCUSE)])) == 3


@pytest.mark.parametrize("crowd", ["Hundreds", "it", "They", "mourners"])
def test_a_crowd_and_a_pronoun_are_nobody(crowd: str, account) -> None:
    assert len(independent([account(source="police"), account(source=crowd)])) == 1


def test_whom_a_body_quotes_without_a_name_adds_none(account) -> None:
    group = account(source="the rights group Bread", kind=SourceKind.NGO)
    heard = account(source="a survivor", kind=SourceKind.WITNESS, anonymous=True, via=("The rights group Bread",))
    own = account(source="a survivor", kind=SourceKind.WITNESS, anonymous=True, via=("Coast Post",))
    assert len(independent([group, heard])) == 1
    assert len(independent([group, own])) == 2


def test_own_words_long_after_the_first_reports_recall(account) -> None:
    first = account(source="police", said=on("2021-03-01"))
    soon = account(source=None, lineage="Hill Herald", said=on("2021-03-09"))
    late = account(source=None, lineage="Hill Herald", said=on("2022-03-01"))
    assert len(independent([first, soon])) == 2
    assert len(independent([first, late])) == 1
    assert len(independent([late])) == 1


NAMES = st.sampled_from([
    "police", "Mo police", "Sheriff Ola Rey", "the Rana County Sheriff's Office", "the hospital in Timaru", "it",
    "Timaru Hospital", "a nurse", "a nurse at the gate", "the army", "the General Staff", "the mayor", "Hundreds",
    "the mayor, Ana Gil", None,
])  # fmt: skip
KINDS = st.sampled_from([POLICE, MEDICAL, PERSON, GOVERNMENT, SourceKind.UNKNOWN])
STANCES = st.sampled_from([Stance.ASSERT, Stance.CONDEMN, Stance.DENY, Stance.ADMIT])
TOLD = st.lists(st.tuples(NAMES, KINDS, STANCES, st.sampled_from(["Medwire", "Coast Post"])), min_size=1, max_size=8)


@given(told=TOLD, order=st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter(told, order, account) -> None:
    accounts = [account(source=s, kind=k, stance=x, lineage=n) for s, k, x, n in told]
    shuffled = order.sample(accounts, len(accounts))
    assert independent(accounts) == independent(shuffled)


@given(told=TOLD, again=st.integers(0, 7))
def test_what_a_source_says_again_adds_none(told, again: int, account) -> None:
    said = [(s, k, x, n) for s, k, x, n in told if x is not Stance.DENY] or [
        ("police", POLICE, Stance.ASSERT, "Medwire")
    ]
    accounts = [account(source=s, kind=k, stance=x, lineage=n) for s, k, x, n in said]
    s, k, x, n = said[again % len(said)]
    twice = account(source=s, kind=k, stance=x, lineage=n, page="p2")
    assert len(independent([*accounts, twice])) == len(independent(accounts))


@given(told=TOLD, source=NAMES.filter(bool), kind=KINDS)
def test_a_denial_in_another_report_lowers_nothing(told, source, kind, account) -> None:
    accounts = [account(source=s, kind=k, stance=x, lineage=n) for s, k, x, n in told]
    denied = account(source=source, kind=kind, stance=Stance.DENY, lineage="Hill Herald", page="p2")
    assert len(independent([*accounts, denied])) >= len(independent(accounts))


@pytest.mark.parametrize(
    ("said", "kind", "sources"),
    [
        (["Bread Line", "the aid group"], SourceKind.NGO, 1),
        (["Bread Line", "Wells for All", "the aid group"], SourceKind.NGO, 3),
        (["Lake Lines", "the railway company"], SourceKind.COMPANY, 2),
        (["the Sons of the Weir", "the Sons of the Weir"], SourceKind.RELATIVE, 1),
        (["the sons of the mayor", "the sons of the mayor"], SourceKind.RELATIVE, 2),
    ],
)
def test_one_body_in_two_papers(said: list[str], kind: SourceKind, sources: int, account) -> None:
    told = [account(source=s, kind=kind, lineage=f"paper {n}") for n, s in enumerate(said)]
    assert len(independent(told)) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Nine drivers were shot dead near Beja on Monday, the drivers' union said. Its secretary, Ana Gil, said the "
         "attackers had worn masks.\n", 1),
        ("The Harbour Command said it had bombed a depot near Beja on Monday. Nine people were killed in the strike, "
         "its spokesman, Brigadier Rui Sal, said.\n", 1),
        ("Nine people were killed when a depot near Beja was bombed on Monday, the army said. The strike hit a queue, "
         "a spokesman said.\n", 1),
        ("Nine people were killed when a depot near Beja was bombed on Monday, the army said. The brigade's exiled "
         "founder, Pako Mira, said that 12 people died in the strike.\n", 2),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_is_that_body(read, text: str, sources: int) -> None:
    (incident,) = (i for i in read(text).incidents if not i.background)
    assert incident.independent_sources == sources


def test_a_report_that_retells_another_counts_as_that(read) -> None:
    text = "Gunmen killed nine drivers near Beja on Monday, the Volta Wire reported.\n"
    (incident,) = read("Nine drivers killed\n\n" + text, outlet="Evening Kite").incidents
    assert incident.independent_sources == 1
    assert {a.via for a in incident.accounts if a.claim is None} <= {("the Volta Wire",)}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A group that calls itself Quiet Rails", "quiet rails"),
        ("A man who gave his name as Dan Kulki", "dan kulki"),
        ("The Banner of the Sahel, an armed group", "banner of the sahel"),
        ("hours later a rival group, the Night Choir", "night choir"),
        ("a group of neighbours", "group of neighbours"),
    ],
)
def test_a_source_goes_by_the_name_that_it_gives_itself(source: str, name: str) -> None:
    assert name_of(source) == name


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        (["the prison service SNP", "the SNP prisons agency", "the SNP"], 1),
        (["the prison service SNP", "the guards' union SGP"], 2),
        (["the hospital CEO, Ana Gil", "the company's CEO, Rui Sal"], 2),
    ],
)
def test_a_body_is_known_by_its_first_letters(said: list[str], sources: int, account) -> None:
    told = [account(source=s, kind=GOVERNMENT, lineage=f"paper {n}") for n, s in enumerate(said)]
    assert len(independent(told)) == sources
