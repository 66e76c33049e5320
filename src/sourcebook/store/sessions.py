"""Opening a store: the file, its version, its transactions, and what to say when something is wrong with it.

One SQLite file in WAL mode with foreign keys and full syncing: what a transaction has stored survives a kill and a
power cut, what it had begun is undone at the next opening. Every database error leaves here as a
:class:`~sourcebook.errors.StoreError` that names the file and the mend.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, text

from sourcebook.errors import NewerDatabase, NotADatabase, StoreError, StoreFull

#: The revision that this version of Sourcebook writes: the head of ``store/migrations`` (a test compares the two).
REVISION = "0003"

#: Written into the file's header (PRAGMA application_id): "SRCB".
APPLICATION = 0x53524342

#: Alembic's table with the revision of the file.
_VERSION = "alembic_version"

#: Seconds that a second process waits for the first to finish a transaction.
PATIENCE = 30


#: Of a large store SQLite keeps so much in memory (in KiB): its own 2 MB make it read the keys from disk, one by one.
CACHE = "cache_size = -65536"


class Store:
    """An open store. Use as a context manager; ``reading()`` and ``writing()`` give a connection in a transaction."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file, bring an older one up to date; with ``create`` make it and its folder if it is not there.

        Raises NotADatabase, NewerDatabase, StoreFull or StoreError.
        """
        self.path = path
        self._check_file(create)
        self._engine = _engine(path)
        try:
            self._bring_up_to_date()
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are stored all together at the end, or not at all."""
        with told(self.path), self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def _check_file(self, create: bool) -> None:
        path = self.path
        try:
            if path.is_dir():
                raise StoreError(str(path), "this is a folder, not a database", "name a file with --db")
            if not path.exists():
                if not create:
                    raise StoreError(str(path), "no database yet", "sourcebook add PATH makes it")
                path.parent.mkdir(parents=True, exist_ok=True)
                return
            with path.open("rb") as file:
                head = file.read(16)
        except (FileExistsError, NotADirectoryError) as error:
            raise StoreError(str(path), "its folder is a file", "name another file with --db") from error
        except OSError as error:
            raise StoreError(str(path), f"cannot be opened: {error.strerror}", "name another file with --db") from error
        if head and head != b"SQLite format 3\0":
            raise _not_a_database(path)
        if head:
            self._check_kind()

    def _check_kind(self) -> None:
        """Look into a file before anything may change it: another program's stays as it is, and so does a newer one."""
        with told(self.path), closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            kind = db.execute("PRAGMA application_id").fetchone()[0]
            names = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
            found = db.execute("SELECT version_num FROM alembic_version").fetchone() if _VERSION in names else None
        if names and kind != APPLICATION:
            raise NotADatabase(str(self.path), "this is a database of another program", "name another file with --db")
        if found and found[0] != REVISION and found[0] not in _revisions():
            raise NewerDatabase(
                str(self.path), "written by a newer version of Sourcebook", "pip install -U sourcebook installs it"
            )

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            there = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = :n"), {"n": _VERSION}).scalar()
            if there and connection.execute(text(f"SELECT version_num FROM {_VERSION}")).scalar() == REVISION:
                return
        with self.writing() as connection:
            connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
            _migrate(connection)


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _prepare(dbapi: sqlite3.Connection, _record: object) -> None:
        dbapi.isolation_level = None  # transactions are begun below, so that they hold migrations as well
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", CACHE):
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # a writer takes its lock at once: two that both had begun by reading could never both go on
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _alembic(connection: Connection | None = None) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {s.revision for s in ScriptDirectory.from_config(_alembic()).walk_revisions()}


def _migrate(connection: Connection) -> None:
    from alembic import command

    command.upgrade(_alembic(connection), "head")


# ------------------------------------------------------------------------------------------------- errors


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say what the database's own errors mean to a person."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _told(path, str(error.orig)) from error
    except sqlite3.Error as error:  # raised by the pragmas of a new connection
        raise _told(path, str(error)) from error


def _told(path: Path, message: str) -> StoreError:
    subject = str(path)
    if "is not a database" in message or "malformed" in message or "file is encrypted" in message:
        return _not_a_database(path)
    if "disk is full" in message or "disk I/O error" in message:
        return StoreFull(
            subject, "no space left while writing", "free some space and run the command again; what was stored is kept"
        )
    if "locked" in message:
        return StoreError(
            subject, "another program is writing to it", "wait for it to finish and run the command again"
        )
    if "readonly" in message:
        return StoreError(subject, "it cannot be written to", "change its permissions, or name another file with --db")
    if "unable to open" in message:
        return StoreError(
            subject, "it cannot be opened or made", "check that its folder can be written to, or name another with --db"
        )
    return StoreError(subject, f"the database says: {message}")


def _not_a_database(path: Path) -> NotADatabase:
    return NotADatabase(
        str(path),
        "not a Sourcebook database, or damaged",
        "name another file with --db, or put a copy of yours back and add the pages again",
    )
