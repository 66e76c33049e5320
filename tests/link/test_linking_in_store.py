"""Linking in the store, page by page, gives what linking all pages at once gives, in whatever order they come."""

from __future__ import annotations

import datetime as dt
import pickle
import random
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import readings_of
from sourcebook.link import blocks
from sourcebook.link.links import link_readings
from sourcebook.records import EventType, Linked, Reading
from sourcebook.store import linking
from sourcebook.store.incidents import IncidentFilter, find_incident, list_incidents
from sourcebook.store.linking import link_pending, linked, relink
from sourcebook.store.pages import add_reading, stock
from sourcebook.store.sessions import Store

TOWNS = ("Zliten", "Misrata", "Murqub", "Libya", "Sfax", None)
TYPES = (EventType.SHELLING, EventType.SHELLING, EventType.KILLING, EventType.ABDUCTION)
PEOPLE = ("Salem Qadri", "Huda Marsit", "Adel Bouri", "Senussi Ateeq", "Nuri Ftis", "Hala Zway")
WIRE = (
    "Shells fell on the fish market of Zliten shortly before noon on Tuesday and killed nine people, the council said.",
    "Boats that had just come in were set alight, and the auction hall lost its roof, said a trader, {0}.",
    "Engineers from Tunis had only finished mending the span in April, an official of the union, {1}, said.",
    "The head of the surgical ward, {2}, spoke of amputations that had to be done without light or running water.",
    "Farmers on the road to the coast had heard the guns since dawn, and kept their children at home, {3} told a visitor.",
    "No one had been charged by nightfall, and the prosecutor of the district did not say whether anyone would be.",
)


@pytest.fixture(scope="module")
def world(report) -> list[Reading]:
    """Forty reports that share days, towns, names and sentences in many ways: copies, versions, chains of links."""
    dice = random.Random(7)
    out = []
    for n in range(40):
        names = dice.sample(PEOPLE, 4)
        lines = [line.format(*names) for line in dice.sample(WIRE, dice.randint(1, 5))]
        text = (
            "\n\n".join([*lines, *(f"It was {dice.choice(PEOPLE)} who came." for _ in range(dice.randint(0, 3)))])
            + "\n"
        )
        day = dt.date(2021, 5, dice.randint(3, 6))
        out.append(
            report(
                text,
                day.isoformat(),
                published=(day + dt.timedelta(days=dice.randint(0, 2))).isoformat(),
                place=dice.choice(TOWNS),
                outlet=f"Outlet {n % 11}" if n % 5 else None,
                agency="Medwire" if n % 7 == 0 else None,
                event_type=dice.choice(TYPES),
                killed=dice.choice([None, (9, 9), (3, 4)]),
                twice=n % 6 == 0,
            )
        )
    return list({r.page.id: r for r in out}.values())


def added(path: Path, batches: list[list[Reading]], lexicon) -> Linked:
    """What a store holds after these batches were added, each linked before the next came."""
    with Store(path, create=True) as store:
        for batch in batches:
            for reading in batch:
                add_reading(store, reading, "1")
            link_pending(store, lexicon)
        return linked(store)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), size=st.integers(1, 12), count=st.integers(2, 40))
def test_any_order_and_any_batches_give_what_all_at_once_gives(
    seed: int, size: int, count: int, world, lexicon, tmp_path_factory
) -> None:
    dice = random.Random(seed)
    some = dice.sample(world, min(count, len(world)))
    at_once = link_readings(some, lexicon)
    batches = [some[n : n + size] for n in range(0, len(some), size)]
    assert added(tmp_path_factory.mktemp("order") / "store.db", batches, lexicon) == at_once


def test_the_world_of_these_tests_is_not_simple(world, lexicon) -> None:
    result = link_readings(world, lexicon)
    sizes = sorted(len(i.members) for i in result.incidents)
    assert sizes[-1] > 3
    assert len({c.kind for c in result.copies}) >= 3
    assert any(c.kind == "version" for c in result.copies)
    assert len(result.links) > 40


@pytest.mark.parametrize("seed", range(2))
def test_synthetic_reports_in_any_order_give_what_all_at_once_gives(seed: int, lexicon, tmp_path: Path) -> None:
    """Three days' news of sixty events a day, a sixth of it copies: shuffled, and in batches of any size."""
    some = [reading for reading, _ in readings_of(150)]
    dice = random.Random(seed)
    dice.shuffle(some)
    batches = []
    while some:
        size = dice.randint(1, 40)
        batches.append(some[:size])
        some = some[size:]
    at_once = link_readings([r for batch in batches for r in batch], lexicon)
    assert sum(len(i.members) > 1 for i in at_once.incidents) > 20
    assert added(tmp_path / "store.db", batches, lexicon) == at_once


def test_a_first_linking_that_is_killed_goes_on_where_it_was(world, lexicon, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(linking, "BATCH", 10)
    real, calls = linking.put_incidents, []

    def broken(*args: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(*args)  # type: ignore[arg-type]

    with Store(tmp_path / "store.db", create=True) as store:
        for reading in world:
            add_reading(store, reading, "1")
        monkeypatch.setattr(linking, "put_incidents", broken)
        with pytest.raises(KeyboardInterrupt):
            link_pending(store, lexicon)
        assert stock(store).unlinked == len(world) - 20
        assert link_pending(store, lexicon) == len(world) - 20
        assert linked(store) == link_readings(world, lexicon)


@pytest.mark.parametrize("seed", range(3))
def test_keys_that_become_too_common_take_back_what_rested_on_them(
    seed: int, world, lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With low limits keys die all the time; still it does not matter when."""
    for kind, limit in ((blocks.Kind.AREA, 4), (blocks.Kind.NAME, 5), (blocks.Kind.TEXT, 3)):
        monkeypatch.setitem(blocks.LIMITS, kind, limit)
    at_once = link_readings(world, lexicon)
    order = random.Random(seed).sample(world, len(world))
    assert added(tmp_path / "one.db", [[r] for r in order], lexicon) == at_once
    assert added(tmp_path / "five.db", [order[n : n + 5] for n in range(0, len(order), 5)], lexicon) == at_once


def test_small_batches_of_the_linker_give_the_same(world, lexicon, tmp_path: Path, monkeypatch) -> None:
    at_once = added(tmp_path / "a.db", [world], lexicon)
    monkeypatch.setattr(linking, "BATCH", 3)
    assert added(tmp_path / "b.db", [world], lexicon) == at_once


def test_adding_twice_changes_nothing(world, lexicon, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    first = added(path, [world], lexicon)
    assert added(path, [world, world[:5]], lexicon) == first
    with Store(path) as store:
        assert relink(store, lexicon) == first


def test_every_id_ever_shown_leads_to_the_incident_that_its_report_is_part_of(world, lexicon, tmp_path: Path) -> None:
    with Store(tmp_path / "store.db", create=True) as store:
        members: dict[str, set[tuple[str, str]]] = {}
        for n in range(0, len(world), 4):
            for reading in world[n : n + 4]:
                add_reading(store, reading, "1")
            link_pending(store, lexicon)
            for i in list_incidents(store, IncidentFilter(background=True)):
                members.setdefault(i.id, set(i.members))
            for id_, first in members.items():
                dossier = find_incident(store, id_)
                assert set(dossier.incident.members) & first, "an id leads to what its own report is part of"
                assert dossier.asked == (None if dossier.incident.id == id_ else id_)


def test_a_split_by_new_evidence_keeps_both_ids(report, lexicon, tmp_path: Path, monkeypatch) -> None:
    """When keys die, what was one may become two: each old id leads to the part that holds its report."""
    monkeypatch.setitem(blocks.LIMITS, blocks.Kind.NAME, 2)
    monkeypatch.setitem(blocks.LIMITS, blocks.Kind.TEXT, 1)  # that their texts are alike is not to join them
    names = " ".join(f"with {p} there" for p in PEOPLE)
    first, second, third = (
        report(f"It was {names}, {n}.\n", day, outlet=f"Outlet {n}")
        for n, day in enumerate(("2021-05-04", "2021-07-04", "2021-09-04"))
    )
    with Store(tmp_path / "store.db", create=True) as store:
        for reading in (first, second):
            add_reading(store, reading, "1")
        link_pending(store, lexicon)
        (one,) = list_incidents(store, IncidentFilter())
        ids = {linking_id(r) for r in (first, second)}
        assert one.id in ids
        add_reading(store, third, "1")
        link_pending(store, lexicon)
        assert len(list_incidents(store, IncidentFilter())) == 3
        for reading in (first, second, third):
            assert find_incident(store, linking_id(reading)).incident.members == ((reading.page.id, "i1"),)


def linking_id(reading: Reading, n: int = 0) -> str:
    from sourcebook.link.ids import own_id

    return own_id(reading, reading.incidents[n])


def test_ids_stay_when_a_page_is_read_again(world, lexicon, tmp_path: Path) -> None:
    """A newer reading finds other parties, dates and tolls at the same words: the ids are the same."""
    anew = [
        replace(r, incidents=tuple(replace(i, killed=(1, 2), grade_reason="read again") for i in r.incidents))
        for r in world
    ]
    assert [linking_id(r) for r in anew] == [linking_id(r) for r in world]
    given = {linking_id(r, n) for r in world for n in range(len(r.incidents))}
    for readings in (world, anew):
        assert {i.id for i in link_readings(readings, lexicon).incidents} <= given


def test_changed_weights_link_the_whole_store_anew(world, lexicon, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "store.db"
    added(path, [world[:20]], lexicon)
    monkeypatch.setitem(lexicon.link_weights, "names", 2.0)
    with Store(path) as store:
        assert link_pending(store, lexicon) == 20
        assert linked(store) == link_readings(world[:20], lexicon)
        assert link_pending(store, lexicon) == 0


def test_a_store_of_the_first_version_is_linked_by_the_next_run(world, lexicon, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    first = added(path, [world[:10]], lexicon)
    with closing(sqlite3.connect(path)) as db:
        db.executescript("DELETE FROM keys; DELETE FROM digests; DELETE FROM linking; UPDATE pages SET linked = 1;")
    with Store(path) as store:
        assert link_pending(store, lexicon) == 10
        assert linked(store) == first


def test_a_failure_while_linking_leaves_the_store_as_it_was(world, lexicon, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "store.db"
    first = added(path, [world[:10]], lexicon)
    real = linking.put_incidents

    def broken(*args: object) -> None:
        real(*args)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with Store(path) as store:
        add_reading(store, world[11], "1")
        monkeypatch.setattr(linking, "put_incidents", broken)
        with pytest.raises(KeyboardInterrupt):
            link_pending(store, lexicon)
        assert linked(store) == first
        assert stock(store).unlinked == 1
        monkeypatch.setattr(linking, "put_incidents", real)
        assert link_pending(store, lexicon) == 1
        assert linked(store) == link_readings([*world[:10], world[11]], lexicon)


def test_two_processes_add_at_once(world, lexicon, tmp_path: Path) -> None:
    """Both finish, nothing is lost or linked twice, and the result is that of one process alone."""
    path = tmp_path / "store.db"
    for n in (0, 1):
        (tmp_path / f"{n}.pickle").write_bytes(pickle.dumps(world[n::2]))
    program = textwrap.dedent(
        """
        import pickle, sys
        from pathlib import Path
        from sourcebook.lexicon import Lexicon
        from sourcebook.store.linking import link_pending
        from sourcebook.store.pages import add_reading
        from sourcebook.store.sessions import Store
        lexicon = Lexicon()
        with Store(Path(sys.argv[1]), create=True) as store:
            for reading in pickle.loads(Path(sys.argv[2]).read_bytes()):
                add_reading(store, reading, "1")
                link_pending(store, lexicon)
        """
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(tmp_path / f"{n}.pickle")]) for n in (0, 1)
    ]
    assert [p.wait(timeout=120) for p in running] == [0, 0]
    with Store(path) as store:
        assert stock(store).unlinked == 0
        assert linked(store) == link_readings(world, lexicon)
