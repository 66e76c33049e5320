"""The gazetteer: what it finds, how names are compared, and how its file is made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import LexiconError
from sourcebook.lexicon import gazetteer as module
from sourcebook.lexicon.gazetteer import Gazetteer, open_gazetteer
from sourcebook.lexicon.placenames import PlaceKind, Point, key, km_between, sounded, town_radius


@pytest.fixture(scope="session")
def gazetteer(lexicon) -> Gazetteer:
    return lexicon.gazetteer


@pytest.mark.parametrize(
    ("name", "country", "kind", "near"),
    [
        ("Damascus", "SY", PlaceKind.CITY, (33.5, 36.3)),
        ("Tartous", "SY", PlaceKind.CITY, (34.9, 35.9)),
        ("al-Hasaka", "SY", PlaceKind.CITY, (36.5, 40.7)),
        ("Kafr Sousa", "SY", PlaceKind.DISTRICT, (33.5, 36.3)),
        ("Ain al-Asad", "IQ", PlaceKind.SITE, (33.8, 42.4)),
        ("Anbar", "IQ", PlaceKind.PROVINCE, (33.5, 42.0)),
        ("Red Sea", None, PlaceKind.SEA, (20.0, 38.5)),
        ("Donbas", "UA", PlaceKind.PROVINCE, (48.4, 38.3)),
        ("Houston", "US", PlaceKind.CITY, (29.8, -95.4)),
        ("Clarke County", "US", PlaceKind.DISTRICT, None),
        ("Düsseldorf", "DE", PlaceKind.CITY, (51.2, 6.8)),
        ("Syria", "SY", PlaceKind.COUNTRY, (35.0, 38.0)),
        ("Puerto Rico", "PR", PlaceKind.COUNTRY, (18.25, -66.5)),
    ],
)
def test_finds(name: str, country: str | None, kind: PlaceKind, near: tuple[float, float] | None, gazetteer) -> None:
    best = gazetteer.lookup(name)[0]
    assert (best.country, best.kind) == (country, kind)
    assert near is None or km_between(Point(best.lat, best.lon), Point(*near)) < 60


def test_spelling_marks_and_case_do_not_matter(gazetteer) -> None:
    ids = {gazetteer.lookup(n)[0].id for n in ("Sana'a", "Sanaa", "SANAA", "Sana’a")}
    assert len(ids) == 1


def test_the_article_is_optional_only_where_arabic_is_written(gazetteer) -> None:
    assert gazetteer.lookup("al-Kobani")[0].name == "Kobani"
    assert not any(c.country == "US" for c in gazetteer.lookup("al-Houston"))


@pytest.mark.parametrize(
    ("spelt", "name", "country"),
    [
        ("Ash-Shuja'iyeh", "Shujaiya", "PS"),
        ("al-Shujaeya", "Shujaiya", "PS"),
        ("Nuseyrat", "Nuseirat", "PS"),
        ("al-Hudaida", "Hodeidah", "YE"),
        ("Zeytoun", "Zeitoun", "PS"),
    ],
)
def test_arabic_names_are_found_as_they_sound(spelt: str, name: str, country: str, gazetteer) -> None:
    assert (name, country) in {(c.name, c.country) for c in gazetteer.lookup(spelt)}


def test_only_arabic_names_are_found_as_they_sound(gazetteer) -> None:
    assert gazetteer.lookup("Hooston") == ()
    assert gazetteer.lookup("Saudis") == ()
    assert sounded("al rif") is None


@pytest.mark.parametrize(
    ("name", "country", "near"),
    [
        ("Alentejo", "PT", (38.3, -7.9)),
        ("Yorkshire", "GB", (53.9, -1.4)),
        ("Tal as-Sultan", "PS", (31.3, 34.24)),
        ("Tel al-Sultan", "PS", (31.3, 34.24)),
        ("Khan Younis", "PS", (31.35, 34.3)),
        ("Deir al-Balah", "PS", (31.42, 34.35)),
        ("Maroun el-Ras", "LB", (33.1, 35.44)),
        ("Moadamiya", "SY", (33.46, 36.19)),
    ],
)
def test_regions_and_places_of_wars(name: str, country: str, near: tuple[float, float], gazetteer) -> None:
    best = gazetteer.lookup(name)[0]
    assert best.country == country
    assert km_between(Point(best.lat, best.lon), Point(*near)) < 15


def test_unknown_names_have_no_candidate(gazetteer) -> None:
    assert gazetteer.lookup("Qwertzburgh Underwood") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("...") == ()


def test_adjectives_and_peoples_are_apart_from_names(gazetteer) -> None:
    assert gazetteer.adjective("Syrian")[0].country == "SY"
    assert gazetteer.people("Iraqis")[0].country == "IQ"
    assert gazetteer.lookup("Syrian") == ()


def test_divisions_by_code(gazetteer) -> None:
    assert gazetteer.division("SY", "10").name == "Hama"
    assert gazetteer.division("US", "LA").name == "Louisiana"
    assert gazetteer.division("SY", None) is None


def test_every_country_has_a_point_and_a_size(gazetteer) -> None:
    for iso in ("SY", "UA", "XK", "VA", "RU"):
        c = gazetteer.country(iso)
        assert -90 <= c.lat <= 90
        assert -180 <= c.lon <= 180
        assert c.radius_km >= 5


def test_a_bigger_town_reaches_further() -> None:
    assert town_radius(500) < town_radius(100_000) < town_radius(5_000_000) <= 20


@given(st.text(max_size=30))
def test_keys_are_stable(name: str) -> None:
    assert key(key(name)) == key(name)


def test_distance_is_a_great_circle() -> None:
    assert km_between(Point(0, 0), Point(0, 180)) == pytest.approx(20015, abs=1)
    assert km_between(Point(33.51, 36.29), Point(33.51, 36.29)) == 0


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(b"not a database")
    with pytest.raises(LexiconError, match="delete it"):
        Gazetteer(file)


def test_the_first_use_says_so_and_builds_in_the_folder_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Done:
        returncode, stderr = 0, ""

    def run(command: list[str], **_: object) -> Done:
        with sqlite3.connect(command[-1]) as db:
            db.execute("CREATE TABLE place (id)")
        db.close()
        return Done()

    monkeypatch.setenv("SOURCEBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(module.subprocess, "run", run)
    opened = open_gazetteer(said.append)
    opened.close()
    assert opened.file.parent == tmp_path / "cache"
    assert len(said) == 1
    again = open_gazetteer(said.append)
    again.close()
    assert len(said) == 1
