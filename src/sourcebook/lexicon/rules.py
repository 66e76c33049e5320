"""Loads and validates the rule files in ``sourcebook/data``.

A rule file is TOML: one ``[header]`` and a list of ``[[rule]]``. The header says what the file is for and where
its content comes from; a rule file without it is an error, and so is a key that the rule's class does not have.

    [header]
    title = "Verbs and nouns of saying"
    origin = "written for the project; rates counted on PolNeAR v1.0 train (lemmas only)"
    licence = "Apache-2.0"
    known_problems = "…"

    [[rule]]
    id = "say"
    …
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from sourcebook.errors import LexiconError

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a rule file comes from and what is known to be wrong with it."""

    title: str
    origin: str
    licence: str
    known_problems: str


@dataclass(frozen=True, slots=True)
class RuleFile(Generic[R]):
    """A validated rule file: its header and its rules, in file order."""

    name: str
    header: Header
    rules: tuple[R, ...]

    def __iter__(self) -> Iterator[R]:
        return iter(self.rules)


def load_rules(name: str, rule: type[R]) -> RuleFile[R]:
    """Read ``data/NAME.toml`` as a list of ``rule``, a frozen dataclass whose first field is ``id``.

    Raises LexiconError, naming file, rule and key, if a key is unknown or missing, a value has the wrong type,
    an id comes twice or the header is not complete.
    """
    file = f"{name}.toml"
    try:
        raw = tomllib.loads((resources.files("sourcebook") / "data" / file).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(file, "the data file is missing", "reinstall sourcebook") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(file, f"not valid TOML: {error}") from error
    return check_rules(file, raw, rule)


def load_rules_from(path: Path, rule: type[R]) -> RuleFile[R]:
    """Read a rule file of a person's own, in the form of :func:`load_rules`. Raises LexiconError, naming the file."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(str(path), f"cannot be read: {error}", "check the path and that it is UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), f"not valid TOML: {error}") from error
    return check_rules(str(path), raw, rule)


def check_rules(file: str, raw: dict[str, Any], rule: type[R]) -> RuleFile[R]:
    """Validate the parsed content of a rule file. See :func:`load_rules`."""
    extra = set(raw) - {"header", "rule"}
    if extra:
        raise LexiconError(file, f"unknown table {sorted(extra)}", "known tables: [header], [[rule]]")
    header = _fill(file, "header", Header, raw.get("header", {}))
    rules = tuple(_fill(file, str(r.get("id", f"rule {n}")), rule, r) for n, r in enumerate(raw.get("rule", ()), 1))
    seen: set[str] = set()
    for r in rules:
        key = str(getattr(r, "id", ""))
        if key in seen:
            raise LexiconError(file, f"the id {key!r} comes twice", "every rule needs an id of its own")
        seen.add(key)
    return RuleFile(file, header, rules)


def _fill(file: str, where: str, cls: type[R], values: dict[str, Any]) -> R:
    fields, hints = _fields_of(cls)  # type: ignore[arg-type]
    for key in values:
        if key not in fields:
            raise LexiconError(f"{file}, {where}", f"unknown key {key!r}", f"known keys: {', '.join(fields)}")
    for key, f in fields.items():
        required = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        if required and key not in values:
            raise LexiconError(f"{file}, {where}", f"the key {key!r} is missing")
    return cls(**{k: _cast(f"{file}, {where}", k, v, hints[k]) for k, v in values.items()})


@cache
def _fields_of(cls: type) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a rule's class and their types: looked up once a class, for a file has hundreds of rules."""
    return {f.name: f for f in dataclasses.fields(cls)}, get_type_hints(cls)


def _cast(where: str, key: str, value: Any, hint: Any) -> Any:
    """Turn a TOML value into the annotated type: lists to tuples or frozensets, strings to enums."""
    origin = get_origin(hint)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise LexiconError(where, f"{key!r} must be a list")
        item = get_args(hint)[0]
        return origin(_cast(where, key, v, item) for v in value)
    if origin is not None:  # X | None
        options = [a for a in get_args(hint) if a is not type(None)]
        return _cast(where, key, value, options[0]) if len(options) == 1 else value
    if isinstance(hint, type) and not isinstance(value, hint):
        if issubclass(hint, float) and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        try:
            return hint(value) if issubclass(hint, str) and isinstance(value, str) else _wrong(where, key, value, hint)
        except ValueError as error:
            known = ", ".join(map(str, getattr(hint, "__members__", {}).values())) or hint.__name__
            raise LexiconError(where, f"{key!r} cannot be {value!r}", f"known values: {known}") from error
    return value


def _wrong(where: str, key: str, value: Any, hint: type) -> Any:
    raise LexiconError(where, f"{key!r} must be {hint.__name__}, not {type(value).__name__}")
