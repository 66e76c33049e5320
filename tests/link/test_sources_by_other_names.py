"""One source that two reports call by quite different words, and two that only sound alike."""

from __future__ import annotations

import pytest

from sourcebook.link.identities import independent
from sourcebook.records import Question, SourceKind, Span, Stance

GOVERNMENT, MILITARY, NGO, PERSON = SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.NGO, SourceKind.PERSON
ARMED, MONITOR, UNKNOWN, COMPANY = SourceKind.ARMED_GROUP, SourceKind.MONITOR, SourceKind.UNKNOWN, SourceKind.COMPANY
POLICE, MEDICAL = SourceKind.POLICE, SourceKind.MEDICAL


def count(account, *said: tuple[str, SourceKind, str]) -> int:
    """How many independent sources are told of by these, each with its kind and the paper that has it, in order."""
    told = [
        account(source=s, kind=kind, lineage=paper, page=paper, quote=Span(9 * n, 9 * n + 5))
        for n, (s, kind, paper) in enumerate(said)
    ]
    return len(independent(told))


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("Russian-installed officials", GOVERNMENT), ("the occupation authorities", GOVERNMENT)], 1),
        ([("Lev Sado, the Moscow-appointed head of the district", GOVERNMENT), ("Russian-backed authorities", GOVERNMENT)], 1),
        ([("the administration set up by Russia", GOVERNMENT), ("the head of the administration, Sado", GOVERNMENT),
          ("Lev Sado, the Moscow-installed mayor", GOVERNMENT)], 1),
        ([("Russian-installed officials", GOVERNMENT), ("the regional governor, Oleh Prok", GOVERNMENT)], 2),
        ([("a senior rebel commander, Edu Baso", ARMED), ("separatist officials", GOVERNMENT)], 1),
        ([("the Salt Road Front", ARMED), ("a rebel spokesman", ARMED)], 1),
        ([("the Salt Road Front", ARMED), ("the Red Mane", ARMED), ("rebels", ARMED)], 3),
    ],
)  # fmt: skip
def test_a_power_without_a_name_of_its_own(said, sources: int, account) -> None:
    assert count(account, *((s, kind, f"paper {n}") for n, (s, kind) in enumerate(said))) == sources


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("the Coast Democratic Forces", ARMED), ("the CDF media centre", SourceKind.MEDIA)], 1),
        ([("the Plain Dwellers' League (PDL)", NGO), ("PDL spokesman Ola Rey", NGO)], 1),
        ([("the prison service SNP", GOVERNMENT), ("Tarnia's prison agency", GOVERNMENT)], 1),
        ([("Tarnia's state-appointed human rights commission", MONITOR), ("the Human Rights Commission (THRC)", MONITOR)], 1),
        ([("the Coast Democratic Forces", ARMED), ("the SNP media centre", SourceKind.MEDIA)], 2),
        ([("the Lake Region Crime Bureau", POLICE), ("LRCB spokeswoman Ana Gil", PERSON), ("the LRCB", UNKNOWN)], 1),
        ([("the Lake Region Crime Bureau", POLICE), ("the Salt Coast Guard League", NGO), ("the SCB", UNKNOWN)], 3),
    ],
)  # fmt: skip
def test_a_body_by_its_letters(said, sources: int, account) -> None:
    assert count(account, *((s, kind, f"paper {n}") for n, (s, kind) in enumerate(said))) == sources


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("the Rights Commission", MONITOR), ("its chairperson, Rosa Odi", PERSON)], 1),
        ([("Halibut Lines", COMPANY), ("a spokeswoman", UNKNOWN)], 1),
        ([("Bread for All", NGO), ("the aid group's country director, Stef Ozzi", NGO)], 1),
        ([("a farmer, Ola Rey", SourceKind.WITNESS), ("its chairperson, Rosa Odi", PERSON)], 2),
        ([("Justice Abroad", NGO), ("the Lisbon-based rights group", NGO)], 1),
        ([("the Rights Commission", MONITOR), ("the governor's chief of staff, Rosa Odi", GOVERNMENT)], 2),
    ],
)
def test_who_speaks_for_the_body_quoted_before(said, sources: int, account) -> None:
    assert count(account, *((s, kind, "one paper") for s, kind in said)) == sources


def test_its_spokesman_is_of_the_body_that_denies_it_before(account) -> None:
    said = [("the army", MILITARY, Stance.DENY), ("the Red Mane", ARMED, Stance.DISPUTE)]
    denied = [
        account(Question.RESPONSIBILITY, "denied", source=s, kind=k, stance=v, quote=Span(9 * n, 9 * n + 5))
        for n, (s, k, v) in enumerate(said)
    ]
    told = account(source="its spokesman, Hami Jabo", kind=ARMED, quote=Span(40, 45))
    assert independent([*denied, told]) == (("named", "red mane"),)


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("Tarnia's southern military command", MILITARY), ("the southern command", MILITARY)], 1),
        ([("the Eastern Command Post", MILITARY), ("the army", MILITARY)], 1),
        ([("the Defence Ministry", GOVERNMENT), ("ministry spokesman Igo Kona", GOVERNMENT)], 1),
        ([("the southern command", MILITARY), ("police", POLICE)], 2),
    ],
)
def test_a_command_of_the_forces(said, sources: int, account) -> None:
    assert count(account, *((s, kind, "one paper") for s, kind in said)) == sources


def test_residents_and_two_of_them(account) -> None:
    witness = SourceKind.WITNESS
    one = [("residents", witness, "wire"), ("two residents", witness, "wire")]
    assert count(account, *one) == 1
    assert count(account, one[0], ("two residents", witness, "paper")) == 2


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("the mayor of San Pedro", GOVERNMENT), ("police in San Pedro", POLICE)], 2),
        ([("San Pedro police", POLICE), ("San Pedro hospital", MEDICAL)], 2),
        ([("the hospital in San Pedro", MEDICAL), ("San Pedro hospital", MEDICAL)], 1),
        ([("the mayor of San Pedro, Ana Gil", GOVERNMENT), ("Mayor Ana Gil", GOVERNMENT)], 1),
        ([("the commissioner of Tonga East", GOVERNMENT), ("county commissioner Deng Akol", GOVERNMENT)], 1),
        ([("the police commissioner", POLICE), ("county commissioner Deng Akol", GOVERNMENT)], 2),
        ([("Bishop Gabo Duno of Auchi", PERSON), ("the Catholic Diocese of Auchi", NGO)], 1),
        ([("Bishop Gabo Duno of Auchi", PERSON), ("the Catholic Diocese of Minna", NGO)], 2),
    ],
)
def test_a_town_is_no_source(said, sources: int, account) -> None:
    assert count(account, *((s, kind, f"paper {n}") for n, (s, kind) in enumerate(said))) == sources


def test_the_group_and_its_director_are_the_body_quoted_before(account) -> None:
    watch = ("Civic Rights Watch", NGO, "wire")
    assert count(account, watch, ("Laeti Bado, the group's Horn of Africa director", PERSON, "wire")) == 1
    assert count(account, ("the Plain Front", ARMED, "wire"), ("the group", UNKNOWN, "wire")) == 1
    assert count(account, watch, ("Laeti Bado, the governor's Horn of Africa adviser", PERSON, "wire")) == 2


def test_two_witnesses_of_whom_each_is_heard(account) -> None:
    witness = SourceKind.WITNESS
    each = [("Abdo Taho, a witness from Tolo", witness, "wire"), ("another witness", witness, "wire")]
    assert count(account, ("two witnesses", witness, "wire"), *each) == 2


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("police and a relative", POLICE), ("Rana police", POLICE)], 1),
        ([("a doctor and an official", MEDICAL), ("Rana police", POLICE)], 2),
        ([("Bread and the Roses", NGO), ("the bakers’ union", NGO)], 2),
    ],
)
def test_a_pair_is_nobody_new_where_one_of_them_speaks_alone(said, sources: int, account) -> None:
    assert count(account, *((s, kind, f"paper {n}") for n, (s, kind) in enumerate(said))) == sources
