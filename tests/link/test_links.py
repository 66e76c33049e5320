"""Which reports tell of one incident, and what becomes of the incidents that are merged."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from sourcebook.flow import read_page
from sourcebook.link.ids import own_id
from sourcebook.link.links import link_readings, main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import EventType, PageMeta, Question

NOON = """Shells fell on the fish market of Zliten shortly before noon on Tuesday, killing nine people, the council said.

Boats that had just come in were set alight, and the auction hall lost its roof, according to Salem Qadri, a trader.
"""
HOSPITAL = """Doctors in Zliten fought on Wednesday for the lives of traders hurt when the fish market was hit at noon.

The head of the surgical ward, Huda Marsit, named Salem Qadri's son among those who had been brought in.
"""
BRIDGE = """A bridge on the road to Misrata was shelled overnight, and two lorry drivers were hurt, the transport union said.

Engineers from Tunis had only finished mending the span in April, an official of the union, Adel Bouri, said.
"""


def groups(readings, lexicon) -> list[set[str]]:
    path = {r.page.id: r.page.path for r in readings}
    return sorted(({path[p] for p, _ in i.members} for i in link_readings(readings, lexicon).incidents), key=sorted)


def test_two_reports_of_one_day_and_town_are_one_incident(report, lexicon) -> None:
    linked = link_readings(
        [report(NOON, killed=(9, 9)), report(HOSPITAL, outlet="Hill Herald", killed=(9, None))], lexicon
    )
    (incident,) = linked.incidents
    assert len(incident.members) == 2
    assert incident.killed == (9, 9)
    assert {a.outlet for a in incident.accounts} == {"Coast Post", "Hill Herald"}
    (link,) = linked.links
    assert link.score == pytest.approx(sum(v for _, v in link.terms))


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Misrata"},
        {"place": "Sfax"},
        {"day": "2021-05-08", "published": "2021-05-09"},
        {"event_type": EventType.ABDUCTION},
    ],
    ids=["neighbouring town", "another country", "days later", "another type"],
)
def test_what_is_told_of_elsewhere_or_later_stays_apart(other: dict, report, lexicon) -> None:
    assert len(groups([report(NOON), report(BRIDGE, outlet="Hill Herald", **other)], lexicon)) == 2


def test_two_incidents_of_one_article_stay_two(report, lexicon) -> None:
    two = report(NOON, twice=True)
    linked = link_readings([two, report(HOSPITAL, outlet="Hill Herald")], lexicon)
    assert len(linked.incidents) == 2
    assert all(sum(p == two.page.id for p, _ in i.members) == 1 for i in linked.incidents)


def test_the_order_of_reports_does_not_matter_nor_that_one_comes_twice(report, lexicon) -> None:
    readings = [
        report(NOON, killed=(9, 9)), report(HOSPITAL, outlet="Hill Herald"), report(BRIDGE, outlet="Hill Herald", place="Misrata"),
        report(NOON, outlet="Town Crier", published="2021-05-06"), report(BRIDGE, outlet="Gulf Mail", place="Murqub"),
    ]  # fmt: skip
    linked = link_readings(readings, lexicon)
    for seed in range(4):
        random.Random(seed).shuffle(readings)
        assert link_readings([*readings, readings[0]], lexicon) == linked


def test_a_copy_adds_no_source_and_no_account(report, lexicon) -> None:
    first = report(NOON, killed=(9, 9))
    (alone,) = link_readings([first], lexicon).incidents
    (both,) = link_readings(
        [first, report(NOON, outlet="Town Crier", published="2021-05-06", killed=(9, 9))], lexicon
    ).incidents
    assert len(both.members) == 2
    assert both.independent_sources == alone.independent_sources == 1
    assert len(both.accounts) == len(alone.accounts)
    assert both.id == alone.id


def test_another_outlet_with_words_of_its_own_adds_a_source(report, lexicon) -> None:
    (both,) = link_readings([report(NOON), report(HOSPITAL, outlet="Hill Herald")], lexicon).incidents
    assert both.independent_sources == 2


def test_ids_are_those_of_the_founding_report_and_need_no_other_page(report, lexicon) -> None:
    first, second = report(NOON), report(HOSPITAL, outlet="Hill Herald", published="2021-05-06")
    (merged,) = link_readings([second, first], lexicon).incidents
    assert merged.id == own_id(first, first.incidents[0])
    assert own_id(first, first.incidents[0]) != own_id(second, second.incidents[0])
    two = report(NOON, twice=True)
    assert len({own_id(two, i) for i in two.incidents}) == 2


def test_contradicting_tolls_of_two_reports_are_contested(report, lexicon) -> None:
    (merged,) = link_readings(
        [report(NOON, killed=(9, 9)), report(HOSPITAL, outlet="Hill Herald", killed=(3, 3))], lexicon
    ).incidents
    assert merged.killed == (3, 9)
    assert Question.KILLED in merged.contested


def test_an_old_war_that_is_recalled_is_not_linked(report, lexicon) -> None:
    old = report(NOON, background=True)
    year = replace(old.incidents[0].date, low=dt.date(2021, 1, 1), high=dt.date(2021, 12, 31))
    old = replace(old, incidents=(replace(old.incidents[0], date=year),))
    assert len(groups([old, report(HOSPITAL, outlet="Hill Herald")], lexicon)) == 2


def test_shifting_all_days_changes_no_group(report, lexicon) -> None:
    def told(days: int) -> list[set[str]]:
        day, printed = (dt.date(2021, 5, d) + dt.timedelta(days=days) for d in (4, 5))
        when = {"day": day.isoformat(), "published": printed.isoformat()}
        return groups(
            [
                report(NOON, **when),
                report(HOSPITAL, outlet="Hill Herald", **when),
                report(BRIDGE, place="Misrata", **when, outlet="Gulf Mail"),
            ],
            lexicon,
        )

    assert told(0) == told(400) == told(-30)
    assert len(told(0)) == 2


def test_an_edited_copy_adds_no_source_but_its_own_reporting_does(read, lexicon) -> None:
    """A nurse whom the editor shortened is no new nurse; a driver whom no one else quotes is a new source."""
    wire = (
        "ZLITEN, May 4 - Shelling killed nine people at the fish market of Zliten on Tuesday, the town council said.\n\n"
        "A nurse at the hospital, who asked not to be named, said that two boys of twelve were among the nine dead.\n\n"
        "Boats that had just come in were set alight, and the auction hall lost its roof in the shelling.\n\n"
        "The harbour of Zliten is the only one between Misrata and Khoms where trawlers of that size can land their fish.\n"
    )
    edited = wire.replace(
        "A nurse at the hospital, who asked not to be named,", "One nurse, who asked not to be named,"
    )
    added = (
        edited
        + "\nAn ambulance driver, Senussi Ateeq, told this newspaper that the shelling had killed eleven people at the market.\n"
    )
    told = [
        read(t, outlet=o, published=dt.date(2021, 5, d))
        for t, o, d in [(wire, "Horn Wire", 4), (edited, "Mail", 5), (added, "Post", 5)]
    ]

    def sources(readings) -> int:
        incident = max(link_readings(readings, lexicon).incidents, key=lambda i: len(i.accounts))
        return incident.independent_sources

    assert sources(told[:1]) == sources(told[:2]) == 2
    assert sources([told[0], told[2]]) == 3


def test_the_table_weighs_every_term_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from sourcebook.errors import LexiconError
    from sourcebook.lexicon import evidence

    assert evidence.load_weights()["prior"] < 0
    monkeypatch.setattr(evidence, "TERMS", (*evidence.TERMS, "weather"))
    with pytest.raises(LexiconError, match="weather"):
        evidence.load_weights()


def test_a_page_is_not_linked_with_itself(report, lexicon) -> None:
    linked = link_readings([report(NOON, twice=True)], lexicon)
    assert not linked.links
    assert len(linked.incidents) == 2


def test_two_pieces_of_news_weeks_apart_are_hardly_one(report, lexicon) -> None:
    """The same names in the same town: a report of the day after the second is news of it, one of a year later is not."""
    names = "Salem Qadri, Huda Marsit, Adel Bouri, Senussi Ateeq and Nuri Ftis were there.\n"
    first = report(f"{NOON}\n{names}")
    news = report(f"{HOSPITAL}\n{names}", "2021-06-04", published="2021-06-05", outlet="Hill Herald")
    trial = report(f"{HOSPITAL}\n{names}", "2021-06-04", published="2022-06-05", outlet="Hill Herald")

    def terms(other) -> dict[str, float]:
        found = link_readings([first, other], lexicon).links
        return dict(found[0].terms) if found else {}

    assert "news-apart" not in terms(trial)
    assert terms(trial)["other-days"] < 0
    assert "news-apart" in terms(news) or not terms(news)


def mainly(told: list[tuple[str, str, str]], lexicon) -> dict[str, str]:
    """Name of each report → the first name of a report of the incident that it mainly tells. Given (name, day, text)."""
    readings = [
        read_page(make_page(f"{text}\n".encode(), name, PageMeta(None, name, dt.date.fromisoformat(day))), lexicon)
        for name, day, text in told
    ]
    linked = link_readings(readings, lexicon)
    path = {r.page.id: r.page.path for r in readings}
    of = {i.id: min(path[p] for p, _ in i.members) for i in linked.incidents}
    return {path[p]: of.get(i, path[p]) for p, i in main_incidents(readings, linked).items()}


MILL = [
    (
        "A",
        "2021-03-02",
        "Gunmen shot dead three guards at the Halvik mill in Kotka on Monday, 1 March, police said. Onni Salo, Aino Rask"
        " and Eero Halla had worked there for years.",
    ),
    (
        "B",
        "2021-03-03",
        "Police named the three guards shot dead at the Halvik mill in Kotka on Monday as Onni Salo, Aino Rask and Eero"
        " Halla.",
    ),
]


def test_a_new_attack_that_recalls_an_old_one_is_of_its_own(lexicon) -> None:
    attack = (
        "Gunmen shot dead a clerk at a bank in Kotka on Friday, 12 March, police said. Three guards were shot dead at"
        " the Halvik mill in Kotka on 1 March."
    )
    assert mainly([*MILL, ("C", "2021-03-13", attack)], lexicon) == {"A": "A", "B": "A", "C": "C"}


def test_what_has_no_day_of_its_own_is_of_the_event_that_it_recalls(lexicon) -> None:
    trial = (
        "The killer of three guards was led into court in chains. The shooting had shocked the town, the prosecutor"
        " said. Onni Salo, Aino Rask and Eero Halla were shot dead at the Halvik mill in Kotka on March 1, 2021."
    )
    assert mainly([*MILL, ("C", "2022-05-13", trial)], lexicon) == {"A": "A", "B": "A", "C": "A"}


def test_of_a_round_up_the_first_is_as_good_as_any(lexicon) -> None:
    week = (
        "Gunmen killed two farmers in Kotka on Monday, 1 March. Shells killed four people in Lahti on Tuesday, 2 March."
        " A bomb killed six people in Vaasa on Wednesday, 3 March. Gunmen killed one man in Pori on Thursday, 4 March."
    )
    bombs = [
        (f"V{n}", "2021-03-04", f"{what} killed six people in Vaasa on Wednesday, 3 March, police said.")
        for n, what in enumerate(("A bomb", "A bomb in a van", "A bomb near the port"))
    ]
    assert mainly([("A", "2021-03-08", week), *bombs], lexicon) == {"A": "A", "V0": "A", "V1": "A", "V2": "A"}


def test_of_a_log_the_first_entry_is_what_it_mainly_tells_however_short(lexicon) -> None:
    log = (
        "Weekly log\n\n1 March, Kotka. Gunmen shot dead three guards at the Halvik mill.\n\n2 March, Lahti. Shells hit a "
        "bakery. The shells killed four people and wounded nine. Four more shells fell on the road.\n\n3 March, Vaasa. "
        "A bomb exploded at the port and killed a docker."
    )
    bakery = "Shells hit a bakery in Lahti on Tuesday, 2 March, and killed four people, police said."
    told = mainly([*MILL, ("C", "2021-03-03", bakery), ("D", "2021-03-08", log)], lexicon)
    assert told == {"A": "A", "B": "A", "C": "C", "D": "A"}


def test_a_day_taken_from_a_statement_nearby_may_be_later_than_the_event(lexicon) -> None:
    demand = (
        "The workers' council called on Thursday for an inquiry into the killing of three guards at the Halvik mill in"
        " Kotka.\n\nThe three guards had been shot dead by gunmen, the council said."
    )
    assert mainly([*MILL, ("C", "2021-03-04", demand)], lexicon) == {"A": "A", "B": "A", "C": "A"}


def test_a_clash_with_dead_of_its_own_is_newer_than_what_it_is_said_to_answer(lexicon) -> None:
    answer = (
        "Soldiers killed nine bandits in a battle in the hills on Friday, 12 March, the army said. The bandits were "
        "responsible for the shooting at the Halvik mill in Kotka on 1 March, it said."
    )
    assert mainly([*MILL, ("C", "2021-03-13", answer)], lexicon) == {"A": "A", "B": "A", "C": "C"}


def test_a_report_that_only_repeats_the_councils_number_is_no_source(lexicon) -> None:
    told = [
        ("A", "2021-03-02", "Gunmen shot dead nine people at the Halvik mill in Kotka on Monday, the council said."),
        (
            "B",
            "2021-03-05",
            "Unions called on Thursday for an inquiry into the shooting at the Halvik mill in Kotka on Monday, 1 March. "
            "The council has said that nine people were killed.",
        ),
    ]
    readings = [
        read_page(make_page(f"{text}\n".encode(), name, PageMeta(None, name, dt.date.fromisoformat(day))), lexicon)
        for name, day, text in told
    ]
    (incident,) = link_readings(readings, lexicon).incidents
    assert (len(incident.members), incident.independent_sources) == (2, 1)


TWICE = """Shells fell on the ferry of Zliten on Tuesday and killed nine people, the council said.

Later a second salvo hit the tug that had come to help, and two sailors of the tug died, according to Salem Qadri.
"""
TUG = """Two sailors of the tug of Zliten were buried on Wednesday; they had been hit when they came to help.

Salem Qadri, who owns the tug, said that one of the sailors was his son.
"""


def test_who_tells_two_attacks_side_by_side_tells_them_apart(report, lexicon) -> None:
    """A report of two dead, in the town and on the day of two attacks, is of the one in which two died."""
    both = report(TWICE, killed=(9, 9), twice=True)
    first, second = both.incidents
    both = replace(both, incidents=(replace(first, scenes=("ship",)), replace(second, killed=(2, 2), scenes=("tug",))))
    ferry = report(NOON, outlet="Hill Herald", killed=(9, 9))
    ferry = replace(ferry, incidents=(replace(ferry.incidents[0], scenes=("ship",)),))
    tug = report(TUG + NOON, outlet="Gulf Times", killed=(2, 2))  # and all the names of the other report
    tug = replace(tug, incidents=(replace(tug.incidents[0], scenes=("tug",)),))
    for order in ([both, ferry, tug], [tug, ferry, both], [ferry, tug, both]):
        of = {m: i.id for i in link_readings(order, lexicon).incidents for m in i.members}
        assert of[tug.page.id, "i1"] == of[both.page.id, "i2"]
        assert of[ferry.page.id, "i1"] == of[both.page.id, "i1"]
        assert of[ferry.page.id, "i1"] != of[tug.page.id, "i1"]


def test_two_attacks_that_nothing_tells_apart_keep_no_report_out(report, lexicon) -> None:
    both = report(TWICE, killed=(9, 9), twice=True)
    alike = [both, report(NOON, outlet="Hill Herald", killed=(9, 9)), report(HOSPITAL, outlet="Gulf Times")]
    assert max(len(g) for g in groups(alike, lexicon)) == 3


@pytest.mark.parametrize(
    ("day", "told", "own"),
    [
        # others were shot, in the same town two days later
        ("2021-03-03", "A nurse was shot dead in Kotka on Wednesday, 3 March, police said. The guards of the Halvik mill"
         " had been shot dead there on 1 March.", True),
        # the next day, with a number of its own
        ("2021-03-03", "Gunmen shot dead five people in Kotka on Tuesday, 2 March, police said. Three guards had been shot"
         " dead at the Halvik mill there on 1 March.", True),
        # the next day, with no number: the same again, its day told otherwise
        ("2021-03-03", "Gunmen shot at people in Kotka on Tuesday, 2 March, police said. Three guards were shot dead at the"
         " Halvik mill in Kotka on 1 March: Onni Salo, Aino Rask and Eero Halla.", False),
    ],
    ids=["others", "next day, other number", "next day, no number"],
)  # fmt: skip
def test_an_attack_on_others_soon_after_is_news(day: str, told: str, own: bool, lexicon) -> None:
    more = ("A2", "2021-03-02", "The three guards shot dead at the Halvik mill in Kotka on 1 March were Onni Salo, Aino"
            " Rask and Eero Halla, police said.")  # fmt: skip
    assert mainly([*MILL, more, ("C", day, told)], lexicon)["C"] == ("C" if own else "A")
