"""The store: whole at any moment, said plainly when it cannot be, and never losing an id."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from benchmarks.synthetic import readings_of
from sourcebook.errors import NewerDatabase, NotADatabase, StoreError, StoreFull, UnknownIncident
from sourcebook.records import EventType, Stance
from sourcebook.store import sessions
from sourcebook.store.claims import claims_of
from sourcebook.store.incidents import (
    SORTS,
    IncidentFilter,
    count_incidents,
    each_incident,
    find_incident,
    list_incidents,
    outlets_by_country,
)
from sourcebook.store.linking import link_pending, linked, relink
from sourcebook.store.pages import add_reading, path_of, stock, stored_readings
from sourcebook.store.sessions import Store

FIRST = """GAROWE, May 4 - Gunmen shot dead four traders near Eyl in Somalia on Monday, police said.

A clan elder, Abdi Farah Dhiblawe, said that seven people had been killed. The Eyl Salt Cooperative denied that its guards had fired.
"""
SECOND = """EYL, May 5 - Seven traders were killed when gunmen attacked their camp near Eyl in Somalia on Monday, a doctor said.

Abdi Farah Dhiblawe, an elder, said the men had been selling salt. Police declined to comment.
"""
QUIET = "The Galkayo library will open on Saturday mornings from June, the council said on Monday.\n"


@pytest.fixture(scope="module")
def readings(read) -> list:
    import datetime as dt

    day = dt.date(2026, 5, 5)
    return [
        read(FIRST, outlet="Salt Coast Times", published=day),
        read(SECOND, outlet="Horn Wire", published=day + dt.timedelta(days=1)),
        read(QUIET, outlet="Salt Coast Times", published=day),
    ]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.db"


def sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()


# ------------------------------------------------------------------------------------------------ storing


def test_a_page_is_stored_once_and_comes_back_whole(db: Path, readings) -> None:
    with Store(db, create=True) as store:
        assert add_reading(store, readings[0], "1")
        assert not add_reading(store, readings[0], "2")
        assert path_of(store, readings[0].page.id) == readings[0].page.path
        assert not path_of(store, readings[1].page.id)
        with store.reading() as connection:
            assert list(stored_readings(connection)) == [readings[0]]
        assert stock(store).unlinked == 1
    sound(db)


def test_linking_again_changes_nothing(db: Path, readings, lexicon) -> None:
    with Store(db, create=True) as store:
        for reading in readings:
            add_reading(store, reading, "1")
        first = relink(store, lexicon)
        assert stock(store).unlinked == 0
        before = list_incidents(store, IncidentFilter())
        assert relink(store, lexicon) == first
        assert list_incidents(store, IncidentFilter()) == before


def test_the_order_of_adding_does_not_matter(tmp_path: Path, readings, lexicon) -> None:
    found = []
    for order in (readings, readings[::-1]):
        with Store(tmp_path / f"{len(found)}.db", create=True) as store:
            for reading in order:
                add_reading(store, reading, "1")
                link_pending(store, lexicon)
            found.append(list_incidents(store, IncidentFilter()))
    assert found[0] == found[1]


def test_an_error_in_a_transaction_leaves_nothing_of_it(db: Path, readings) -> None:
    broken = replace(readings[0], claims=readings[0].claims + readings[0].claims[:1])  # the same id twice
    with Store(db, create=True) as store:
        with pytest.raises(StoreError, match="UNIQUE"):
            add_reading(store, broken, "1")
        assert stock(store).pages == 0
        assert add_reading(store, readings[0], "1")


# -------------------------------------------------------------------------------------------------- asking


@pytest.fixture
def filled(db: Path, readings, lexicon):
    with Store(db, create=True) as store:
        for reading in readings:
            add_reading(store, reading, "1")
        relink(store, lexicon)
        yield store


def test_filters_and_sorts(filled: Store) -> None:
    import datetime as dt

    every = list_incidents(filled, IncidentFilter())
    assert every
    for sort in SORTS:
        assert sorted(i.id for i in list_incidents(filled, IncidentFilter(), sort)) == sorted(i.id for i in every)
    assert not list_incidents(filled, IncidentFilter(since=dt.date(2027, 1, 1)))
    assert not list_incidents(filled, IncidentFilter(until=dt.date(2025, 1, 1)))
    kinds = {i.event_type for i in every}
    assert {i.event_type for k in kinds for i in list_incidents(filled, IncidentFilter(event_type=k))} == kinds
    assert not list_incidents(filled, IncidentFilter(event_type=EventType.CYBER))
    assert list_incidents(filled, IncidentFilter(contested=True)) == [i for i in every if i.contested]


@pytest.fixture
def many(db: Path, lexicon) -> Iterator[Store]:
    """Forty synthetic reports."""
    with Store(db, create=True) as store:
        for reading, _ in readings_of(40):
            add_reading(store, reading, "1")
        link_pending(store, lexicon)
        yield store


@pytest.mark.parametrize("sort", SORTS)
def test_a_part_of_a_list_is_its_beginning(sort: str, many: Store) -> None:
    every = list_incidents(many, IncidentFilter(), sort)
    assert len(every) > 5
    assert list_incidents(many, IncidentFilter(), sort, limit=3) == every[:3]
    assert list(each_incident(many, IncidentFilter(), sort)) == every
    assert count_incidents(many, IncidentFilter()) == len(every) == stock(many).incidents


def test_outlets_of_a_country_are_those_that_tell_of_incidents_there(many: Store) -> None:
    told: dict[str, set[str]] = {}
    for i in list_incidents(many, IncidentFilter()):
        if i.place and i.place.country:
            told.setdefault(i.place.country, set()).update(a.outlet for a in i.accounts if a.outlet)
    assert outlets_by_country(many) == {country: outlets for country, outlets in told.items() if outlets}


def test_what_a_source_said(filled: Store) -> None:
    said = claims_of(filled, "abdi farah DHIBLAWE")
    assert {c.outlet for c in said} == {"Salt Coast Times", "Horn Wire"}
    assert not claims_of(filled, "abdi", Stance.DENY)
    assert not claims_of(filled, "100%")


def test_every_id_ever_given_leads_on(db: Path, readings, lexicon) -> None:
    with Store(db, create=True) as store:
        given: set[str] = set()
        for reading in (readings[1], readings[0], readings[2]):
            add_reading(store, reading, "1")
            link_pending(store, lexicon)
            given |= {i.id for i in linked(store).incidents}
            for id_ in given:
                dossier = find_incident(store, id_)
                assert dossier.asked in (None, id_)
                assert dossier.incident.id == id_ or dossier.asked == id_
        merged = next(i for i in list_incidents(store, IncidentFilter()) if len(i.members) == 2)
        old = [id_ for id_ in given if id_ != merged.id and find_incident(store, id_).incident.id == merged.id]
        assert old, "one of the two ids must have become a redirect"
        assert find_incident(store, merged.id[:6]).incident == merged


def test_an_unknown_id_says_so(filled: Store) -> None:
    for asked in ("Izzzzzzzzzz", "", "I", "%", "_"):
        with pytest.raises(UnknownIncident):
            find_incident(filled, asked)


# ---------------------------------------------------------------------------------------------- bad files


@pytest.mark.parametrize("content", [b"no database at all" * 50, b"SQLite format 3\x00" + bytes(40)])
def test_a_file_that_is_no_database(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(content)
    with pytest.raises(NotADatabase, match=r"x\.db.*name another file"):
        Store(file)
    assert file.read_bytes() == content


def test_a_truncated_database(db: Path, readings) -> None:
    with Store(db, create=True) as store:
        for reading in readings:
            add_reading(store, reading, "1")
    whole = db.read_bytes()
    db.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(NotADatabase, match="damaged"), Store(db) as store, store.reading() as connection:
        list(stored_readings(connection))


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE pages (id)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(NotADatabase, match="another program"):
        Store(file, create=True)
    assert file.read_bytes() == before


def test_a_newer_database_is_left_alone(db: Path) -> None:
    Store(db, create=True).close()
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NewerDatabase, match="newer version"):
        Store(db)


def test_no_database_yet(db: Path) -> None:
    with pytest.raises(StoreError, match="no database yet"):
        Store(db)
    assert not db.parent.exists()


@pytest.mark.parametrize("folder", ["/proc/sourcebook", "/proc"])
def test_a_folder_that_cannot_be_written_to(folder: str) -> None:
    with pytest.raises(StoreError, match="name another"):
        Store(Path(folder) / "store.db", create=True)


def test_a_full_disk_is_said_and_what_was_stored_is_kept(db: Path, readings) -> None:
    with Store(db, create=True) as store:
        add_reading(store, readings[0], "1")
        limit = "PRAGMA max_page_count = 1"  # SQLite takes it for: no page more than there are
        with store.writing() as connection:
            connection.execute(text(limit))
        big = replace(readings[1], page=replace(readings[1].page, text="salt " * 200_000))
        with pytest.raises(StoreFull, match="free some space"):
            add_reading(store, big, "1")
    with Store(db) as store:
        assert stock(store).pages == 1
    sound(db)


# --------------------------------------------------------------------------------------------- migrations


def test_the_tables_of_the_migrations_are_those_of_the_code(db: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from sourcebook.store.tables import metadata

    with Store(db, create=True) as store, store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_revision_in_the_code_is_the_only_head() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(sessions._alembic()).get_heads() == [sessions.REVISION]


# --------------------------------------------------------------------------------------------- kill -9

CHILD = """
import pickle, sys
from pathlib import Path
from sourcebook.store.pages import add_reading
from sourcebook.store.sessions import Store
readings = pickle.loads(Path(sys.argv[2]).read_bytes())
with Store(Path(sys.argv[1]), create=True) as store:
    print("ready", flush=True)
    for reading in readings:
        add_reading(store, reading, "1")
print("done", flush=True)
"""


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_point_the_store_is_whole_and_a_second_run_completes_it(
    seed: int, db: Path, readings, tmp_path: Path
) -> None:
    import pickle

    many = [
        replace(readings[n % 2], page=replace(readings[n % 2].page, id=f"sha256:{n:04}"), sentences=())
        for n in range(60)
    ]
    (tmp_path / "readings").write_bytes(pickle.dumps(many))
    command = [sys.executable, "-c", CHILD, str(db), str(tmp_path / "readings")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        if seed:  # seed 0: killed while the file is being made
            assert child.stdout.readline() == "ready\n"
            time.sleep(random.Random(seed).uniform(0, 0.25))
        else:
            while not db.exists() and child.poll() is None:
                time.sleep(0.001)
        child.send_signal(signal.SIGKILL)
    if db.exists():
        sound(db)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "ready\ndone\n"
    sound(db)
    with Store(db) as store:
        assert stock(store).pages == len(many)
