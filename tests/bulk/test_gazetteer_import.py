"""Importing a GeoNames dump: what is taken, what stays the project's own, and what is said of files that are none."""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path

import pytest

import sourcebook.cli.gazetteer  # noqa: F401 - registers the command
from sourcebook.bulk import gazetteer_import as module
from sourcebook.bulk.gazetteer_import import FeatureRule, import_dump, row_of
from sourcebook.cli.app import run
from sourcebook.errors import InputError, LexiconError, MissingInput
from sourcebook.lexicon.gazetteer import BUILDER, Gazetteer, open_gazetteer
from sourcebook.lexicon.placenames import PlaceKind
from sourcebook.lexicon.rules import load_rules


def line(id, name, feature, country, lat=34.1, lon=36.2, alternates="", admin1="10", admin2="", people=0) -> str:
    a, b = feature.split(".")
    columns = [id, name, name, alternates, lat, lon, a, b, country, "", admin1, admin2, "", "", people, "", 100]
    return "\t".join(map(str, [*columns, "Asia/Damascus", "2026-01-02"])) + "\n"


#: Invented hamlets, a base, and three real entries with their real ids.
ROWS = [
    line(90000001, "Tall Qasab Sughra", "P.PPL", "SY", alternates="Tell Qassab Soghra,تل قصب", admin2="9001"),
    line(90000002, "Wadi Nowhere Air Base", "S.AIRB", "SY"),
    line(90000003, "Nowhere Old Town", "P.PPLH", "SY"),
    line(90000004, "Nowhere Grammar School", "S.SCH", "SY"),
    line(90000005, "Little Nowhere", "P.PPL", "GB", 52.0, -1.0, admin1="ENG"),
    line(170654, "Damascus", "P.PPLC", "SY", 33.51, 36.29, "Dimashq,Sham City", "13", people=1569394),
    line(2643743, "London", "P.PPLC", "GB", 51.5, -0.13, "Londinium", "ENG", people=8961989),
    line(5332921, "California", "A.ADM1", "US", 37.25, -119.75, "Golden State Republic", "CA", people=39000000),
    line(90000006, "Qadaa Nowhere", "A.ADM2", "SY", admin2="9001"),
]


@pytest.fixture(scope="module", autouse=True)
def base():
    """What every import begins with, made once: it takes ten seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "base_of", functools.cache(module.base_of))
        yield


@pytest.fixture(scope="module")
def dump(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("dump") / "allCountries.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("allCountries.txt", "".join(ROWS) + "a line that is none\n")
    return file


@pytest.fixture(scope="module")
def imported(dump, tmp_path_factory):
    out = tmp_path_factory.mktemp("data") / "gazetteer.sqlite"
    told: list[tuple[int, int]] = []
    made = import_dump(dump, out, str(BUILDER), told=lambda done, of: told.append((done, of)))
    assert (made.lines, made.broken) == (len(ROWS) + 1, 1)
    assert told[-1][0] == told[-1][1]
    return Gazetteer(out)


def test_hamlets_and_bases_of_the_dump_are_found(imported):
    for name in ("Tall Qasab Sughra", "Tell Qassab Soghra"):
        (hamlet,) = imported.lookup(name)
        assert (hamlet.geonames, hamlet.kind, hamlet.country, hamlet.admin1) == (90000001, PlaceKind.CITY, "SY", "10")
        assert hamlet.admin2 == "9001"
    assert imported.lookup("Wadi Nowhere Air Base")[0].kind is PlaceKind.SITE
    assert imported.lookup("Qadaa Nowhere")[0].kind is PlaceKind.DISTRICT


def test_what_is_gone_or_no_place_of_events_is_not_taken(imported):
    assert not imported.lookup("Nowhere Old Town")
    assert not imported.lookup("Nowhere Grammar School")


def test_the_own_lists_stay_before_the_dump_and_get_its_names(imported):
    assert [c.geonames for c in imported.lookup("Damascus")].count(170654) == 1
    assert imported.lookup("Golden State Republic")[0].name == "California"
    assert imported.lookup("Londinium")[0].geonames == 2643743
    assert imported.country("SY") is not None


def test_towns_that_the_dump_lacks_stay(imported):
    assert imported.lookup("Francistown")[0].country == "BW"


def test_hamlets_of_some_states_only(dump, tmp_path):
    made = import_dump(dump, tmp_path / "g.sqlite", str(BUILDER), frozenset({"SY"}))
    gazetteer = Gazetteer(made.file)
    assert gazetteer.lookup("Tall Qasab Sughra")
    assert not gazetteer.lookup("Little Nowhere")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("allCountries.zip", b"", "no zip file"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"one\ttwo\n" * 5, "2 columns, not 19"),
        ("a.txt", b"\xff\xfe\x00" * 50, "not UTF-8"),
        ("cut.zip", b"PK\x03\x04 and nothing more", "no zip file"),
    ],
)
def test_a_wrong_file_is_named_with_the_mend(name, content, words, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words) as error:
        import_dump(tmp_path / name, tmp_path / "g.sqlite", str(BUILDER))
    assert "download" in error.value.mend
    assert not (tmp_path / "g.sqlite").exists()


def test_an_archive_of_something_else_says_what_it_holds(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("photo.jpg", b"x")
    with pytest.raises(InputError, match=r"photo\.jpg"):
        import_dump(tmp_path / "x.zip", tmp_path / "g.sqlite", str(BUILDER))


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(MissingInput, match="no such file"):
        import_dump(tmp_path / "none.zip", tmp_path / "g.sqlite", str(BUILDER))
    with pytest.raises(InputError, match="a folder"):
        import_dump(tmp_path, tmp_path / "g.sqlite", str(BUILDER))


def test_a_damaged_archive_leaves_what_was_there(dump, tmp_path):
    data = bytearray(dump.read_bytes())
    data[60:90] = bytes(30)
    (tmp_path / "allCountries.zip").write_bytes(data)
    out = tmp_path / "gazetteer.sqlite"
    out.write_text("the one before")
    with pytest.raises(InputError):
        import_dump(tmp_path / "allCountries.zip", out, str(BUILDER))
    assert out.read_text() == "the one before"
    assert [p.name for p in tmp_path.iterdir() if ".part" in p.name] == []


@pytest.mark.parametrize("change", [("lat", "95.0"), ("id", "x"), ("people", "many")])
def test_a_line_with_a_value_that_cannot_be_is_none(change):
    good = {"id": 1, "name": "Town", "feature": "P.PPL", "country": "SY"}
    assert row_of(line(**good)) is not None
    assert row_of(line(**good | {change[0]: change[1]})) is None


def test_the_features_rules_name_no_code_twice():
    rules = load_rules("dump_features", FeatureRule)
    codes = [c for r in rules for c in r.codes]
    assert len(codes) == len(set(codes))
    for r in rules:
        assert r.kind in {k.value for k in PlaceKind}
        assert r.example in r.codes
        assert r.counter_example not in r.codes


def test_the_command_shows_imports_and_goes_back(dump, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SOURCEBOOK_GAZETTEER", str(tmp_path / "own.sqlite"))
    assert run(["gazetteer", "import", str(dump), "--country", "sy"]) == 0
    assert "Imported 4 places of 10 lines" in capsys.readouterr().out
    assert run(["gazetteer"]) == 0
    shown = capsys.readouterr().out
    assert f"from {dump}" in shown
    assert "only of SY" in shown
    assert open_gazetteer().lookup("Wadi Nowhere Air Base")
    assert run(["gazetteer", "reset"]) == 0
    monkeypatch.setenv("SOURCEBOOK_GAZETTEER", "shipped")
    assert run(["gazetteer"]) == 0
    assert "the shipped gazetteer" in capsys.readouterr().out


@pytest.mark.parametrize("args", [["none.zip"], ["x.zip", "--country", "Syria"]])
def test_the_command_ends_with_2_and_names_the_input(args, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCEBOOK_GAZETTEER", str(tmp_path / "own.sqlite"))
    assert run(["gazetteer", "import", *args]) == 2
    assert args[-1].upper() in capsys.readouterr().err.upper()


def test_an_imported_one_of_another_version_is_not_read_unsaid(dump, tmp_path, monkeypatch):
    import_dump(dump, tmp_path / "old.sqlite", "0")
    monkeypatch.setenv("SOURCEBOOK_GAZETTEER", str(tmp_path / "old.sqlite"))
    with pytest.raises(LexiconError, match="another version"):
        open_gazetteer()
