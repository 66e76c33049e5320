"""Where a setting comes from, and what is said of one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.errors import SettingsError
from sourcebook.settings import default_db, load_settings


@pytest.fixture
def no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sourcebook.settings._usual_file", lambda: tmp_path / "none.toml")


@pytest.mark.usefixtures("no_file")
def test_the_nearest_wins(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('db = "from-file.db"\n')
    environment = {"SOURCEBOOK_DB": "from-variable.db"}
    assert load_settings({}).db == default_db()
    assert load_settings({}, file=file).db == Path("from-file.db")
    assert load_settings({"SOURCEBOOK_SETTINGS": str(file)}).db == Path("from-file.db")
    assert load_settings(environment, file=file).db == Path("from-variable.db")
    assert load_settings(environment, file=file, db=Path("from-option.db")).db == Path("from-option.db")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('database = "x.db"', "unknown setting 'database' — known settings: db, model"),
        ("db = 3", "db must be a name, not 3"),
        ("db = ", "not valid TOML"),
    ],
)
def test_a_bad_settings_file_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(content)
    with pytest.raises(SettingsError, match=says) as error:
        load_settings({}, file=file)
    assert str(file) in str(error.value)


def test_a_missing_named_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such settings file"):
        load_settings({}, file=tmp_path / "none.toml")


@pytest.mark.usefixtures("no_file")
def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"SOURCEBOOK_DB.*is a folder"):
        load_settings({"SOURCEBOOK_DB": str(tmp_path)})
