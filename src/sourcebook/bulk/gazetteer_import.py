"""A gazetteer of a GeoNames dump (allCountries.zip): streamed into SQLite, with the project's own lists before it.

The dump has a place a line, 19 columns divided by tabs: id, name, ASCII name, alternate names, latitude, longitude,
feature class, feature code, country, other countries, four codes of divisions, population, elevation twice, time zone,
date of change (https://download.geonames.org/export/dump/readme.txt). What is taken of it, and as what, is in
``data/dump_features.toml``. States, seas and the project's own places come before it as in the gazetteer that is
shipped; towns that the dump does not have (it may be one country's) are taken from there.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from sourcebook.errors import InputError, LexiconError, MissingInput
from sourcebook.lexicon.gazetteer_builder import Base, base_of, in_use, keyed, town_entry
from sourcebook.lexicon.placenames import NameRank, PlaceKind, Point, town_radius
from sourcebook.lexicon.rules import load_rules

DUMP = "https://download.geonames.org/export/dump/allCountries.zip"
COLUMNS = 19
#: Rows that are written at once.
BATCH = 20_000
#: Progress is told each time so many bytes have been read.
STEP = 4_000_000
#: A file more of whose lines than this share are no dump's lines is something else.
BROKEN_SHARE = 0.01

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class FeatureRule:
    """Feature codes of GeoNames that are one kind of place. ``radius`` in km, 0: by the number of people."""

    id: str
    kind: str
    codes: tuple[str, ...]
    radius: int
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made: the file, lines read, places and names taken, lines that could not be read."""

    file: Path
    lines: int
    places: int
    names: int
    broken: int


class Row(NamedTuple):
    """A line of the dump, as far as it is used."""

    id: int
    name: str
    alternates: str
    at: Point
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


def import_dump(
    dump: Path, out: Path, version: str, countries: frozenset[str] = frozenset(), told: Told | None = None
) -> Imported:
    """Make the gazetteer ``out`` of a dump; nobody sees it before it is whole, and the one before it stays until then.

    ``countries``: ISO codes; where given, towns without a number of people are taken of these states only. ``told`` is
    told of the bytes read and to be read. Raises InputError if the file is no dump, LexiconError if the gazetteer
    cannot be written.
    """
    first = _first_lines(dump)  # before the slow part
    kinds = {code: r for r in load_rules("dump_features", FeatureRule) for code in r.codes}
    if not any(row for row in map(row_of, first)):
        columns = len(first[0].split("\t"))
        raise InputError(
            str(dump), f"no GeoNames dump: its lines have {columns} columns, not {COLUMNS}", f"download {DUMP}"
        )
    scratch: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".part", out.name + ".", out.parent)
        os.close(handle)
        scratch = Path(name)
        scratch.unlink()
        base = base_of()
        base.writer.write(scratch)
        imported = _fill(scratch, dump, base, kinds, countries, version, told or (lambda done, of: None))
        os.replace(scratch, out)
    except (OSError, sqlite3.Error) as error:
        raise LexiconError(
            str(out), f"the gazetteer cannot be written: {error}", "free some space, or set SOURCEBOOK_GAZETTEER"
        ) from error
    finally:
        if scratch:
            scratch.unlink(missing_ok=True)
    return Imported(out, *imported)


def row_of(line: str) -> Row | None:
    """A line of the dump; None if it is none."""
    parts = line.rstrip("\r\n").split("\t")
    if len(parts) != COLUMNS:
        return None
    try:
        at = Point(float(parts[4]), float(parts[5]))
        row = Row(
            int(parts[0]), parts[1], parts[3], at, f"{parts[6]}.{parts[7]}",
            parts[8], parts[10], parts[11], int(parts[14] or 0),
        )  # fmt: skip
    except ValueError:
        return None
    return row if abs(at.lat) <= 90 and abs(at.lon) <= 180 and row.name else None


def _fill(
    scratch: Path,
    dump: Path,
    base: Base,
    kinds: dict[str, FeatureRule],
    countries: frozenset[str],
    version: str,
    told: Told,
) -> tuple[int, int, int, int]:
    """Lines, places, names and broken lines."""
    ours = {p[8]: p[0] for p in base.writer.places if p[8]}  # GeoNames' id → place of the project's own lists
    wanted = {c["geonameid"] for c in base.cities}
    seen: set[int] = set()
    lines = broken = taken = 0
    db = sqlite3.connect(scratch)
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -65536"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("CREATE TEMP TABLE raw (key TEXT, place INTEGER, rank TEXT)")
        rows = _Rows(db, len(base.writer.places))
        for line in _lines(dump, told):
            lines += 1
            row = row_of(line)
            if row is None:
                broken += 1
                if broken > 100 and broken > BROKEN_SHARE * lines:
                    raise InputError(
                        str(dump), f"no GeoNames dump: {broken} of {lines} lines are not its", f"download {DUMP}"
                    )
                continue
            rule = kinds.get(row.feature)
            if rule is None:
                continue
            if row.id in wanted:
                seen.add(row.id)
            alternates = tuple(n for n in row.alternates.split(",") if in_use(n))
            if row.id in ours:
                rows.more(ours[row.id], row.country, alternates)
            elif row.id not in base.same and _kept(row, rule, countries):
                rows.place(row, rule, alternates)
                taken += 1
        for city in base.cities:
            if city["geonameid"] not in seen and city["geonameid"] not in base.same:
                rows.add(*town_entry(city, base.seats))
        rows.flush()
        db.execute("INSERT OR IGNORE INTO name SELECT key, place, rank FROM raw ORDER BY key, place, rowid")
        names = db.execute("SELECT count(*) FROM raw").fetchone()[0]
        about = {"builder": version, "source": str(dump.resolve()), "imported": dt.date.today().isoformat()}
        about |= {"lines": str(lines), "taken": str(taken), "countries": " ".join(sorted(countries))}
        db.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        db.commit()
    finally:
        db.close()
    return lines, taken, names, broken


def _kept(row: Row, rule: FeatureRule, countries: frozenset[str]) -> bool:
    return not countries or row.country in countries or row.population > 0 or rule.kind != "city"


class _Rows:
    """Writes places and names in batches, so that no more than one batch is in memory."""

    def __init__(self, db: sqlite3.Connection, last: int) -> None:
        self.db, self.last = db, last
        self.places: list[tuple[object, ...]] = []
        self.names: list[tuple[str, int, str]] = []

    def place(self, row: Row, rule: FeatureRule, alternates: tuple[str, ...]) -> None:
        radius = rule.radius or town_radius(row.population)
        capital = row.feature == "P.PPLC"
        entry = (row.name, rule.kind, *row.at, row.country or None, row.admin1 or None, row.population, row.id, radius)
        self.add((*entry, int(capital), row.admin2 or None), alternates)

    def add(self, entry: tuple[object, ...], alternates: tuple[str, ...]) -> None:
        self.last += 1
        self.places.append((self.last, *entry))
        ranked = [(n, NameRank.ALTERNATE) for n in alternates]
        named = keyed(str(entry[0]), PlaceKind(str(entry[1])), str(entry[4]), ranked)
        self.names += [(k, self.last, rank) for k, rank in named.items()]
        if len(self.places) >= BATCH:
            self.flush()

    def more(self, id: int, country: str, alternates: tuple[str, ...]) -> None:
        named = keyed("", PlaceKind.CITY, country, [(n, NameRank.ALTERNATE) for n in alternates])
        self.names += [(k, id, rank) for k, rank in named.items()]

    def flush(self) -> None:
        self.db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", self.places)
        self.db.executemany("INSERT INTO raw VALUES (?, ?, ?)", self.names)
        self.places.clear()
        self.names.clear()


def _first_lines(dump: Path) -> list[str]:
    lines = []
    for line in _lines(dump, lambda done, of: None):
        lines.append(line)
        if len(lines) == 5:
            break
    if not lines:
        raise InputError(str(dump), "the file is empty", f"download {DUMP}")
    return lines


def _lines(dump: Path, told: Told) -> Iterator[str]:
    """The lines of a dump, zipped or not. Raises InputError if it cannot be read to its end."""
    if not dump.exists():
        raise MissingInput(str(dump), "no such file", f"download {DUMP}")
    if dump.is_dir():
        raise InputError(str(dump), "a folder, not a GeoNames dump", "name the file: allCountries.zip")
    try:
        if zipfile.is_zipfile(dump):
            with zipfile.ZipFile(dump) as archive:
                member = _member(dump, archive)
                with archive.open(member) as opened:
                    yield from _decoded(opened, member.file_size, told)
        elif dump.suffix.lower() == ".zip":
            raise InputError(str(dump), "no zip file, or cut short", f"download {DUMP} again")
        else:
            with dump.open("rb") as opened:
                yield from _decoded(opened, dump.stat().st_size, told)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InputError(str(dump), f"the zip file is damaged: {error}", f"download {DUMP} again") from error
    except UnicodeDecodeError as error:
        raise InputError(str(dump), "no GeoNames dump: not UTF-8 text", f"download {DUMP}") from error
    except PermissionError as error:
        raise InputError(str(dump), "may not be read", "give yourself the right to read it") from error


def _decoded(opened: IO[bytes], size: int, told: Told) -> Iterator[str]:
    done = last = 0
    for line in opened:
        done += len(line)
        if done - last >= STEP:
            last = done
            told(done, size)
        yield line.decode("utf-8")
    told(done, size)


def _member(dump: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The file of places in the archive: allCountries.txt, or a country's."""
    texts = [i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
    named = [i for i in texts if Path(i.filename).name == "allCountries.txt"]
    if len(named or texts) != 1:
        held = ", ".join(i.filename for i in archive.infolist()[:4]) or "nothing"
        raise InputError(str(dump), f"no GeoNames dump: the zip file holds {held}", f"download {DUMP}")
    return (named or texts)[0]
