"""Inputs: which files a person's arguments name, and each file with its sidecar as a page.

A sidecar is ``NAME.json`` beside ``NAME.txt`` or ``NAME.html``; it may hold ``url``, ``outlet``, ``published``
(YYYY-MM-DD), ``language``, ``headline`` and ``authors``.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sourcebook.errors import InputError, MissingInput
from sourcebook.read.metadata import joined
from sourcebook.read.pages import MAX_BYTES, make_page, too_large
from sourcebook.records import Page, PageMeta

#: What is read out of a folder. A file that is named itself may be called anything.
READ_SUFFIXES = frozenset({".txt", ".html", ".htm", ".xhtml"})
#: Standard input.
STDIN = "-"
_KEYS = ("url", "outlet", "language", "headline")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to read, in the order given (a folder's in the order of their names), and what could not be found."""

    paths: tuple[str, ...]
    errors: tuple[InputError, ...] = ()


def find_inputs(paths: Iterable[str | Path]) -> Inputs:
    """The files that ``paths`` name: files, folders with all they hold, ``-`` for standard input; each file once."""
    found: dict[str, None] = {}
    errors: list[InputError] = []
    for given in map(str, paths):
        if given == STDIN or os.path.isfile(given):
            found[given] = None
        elif os.path.isdir(given):
            inside = _inside(given, errors)
            if not inside:
                errors.append(
                    MissingInput(given, "no .txt or .html file in this folder", "name a folder of saved pages")
                )
            found.update(dict.fromkeys(inside))
        elif os.path.exists(given):
            found[given] = None  # a pipe or a device
        else:
            errors.append(MissingInput(given, "no such file or folder", "check the spelling of the path"))
    return Inputs(tuple(found), tuple(errors))


def _inside(folder: str, errors: list[InputError]) -> list[str]:
    def unreadable(error: OSError) -> None:
        errors.append(InputError(str(error.filename), f"cannot be opened: {error.strerror}", "check its permissions"))

    out = []
    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        out += [
            os.path.join(here, name)
            for name in sorted(files)
            if not name.startswith(".")
            and Path(name).suffix.lower() in READ_SUFFIXES
            # a pipe among the files would be waited for without end; a link to nothing is said when it is read
            and (os.path.isfile(path := os.path.join(here, name)) or not os.path.exists(path))
        ]
    return out


def read_input(path: str | Path, options: PageMeta | None = None) -> Page:
    """Read a file, or standard input, as a page. ``options`` go before the sidecar, which goes before the page itself.

    Raises InputError (and its kinds) if it cannot be read; a broken sidecar is said in the page's ``problems``.
    """
    name = str(path)
    data = _bytes(name)
    side, problems = _sidecar(name)
    given = options or PageMeta()
    if given.published and not given.published_from:
        given = replace(given, published_from="option")
    page = make_page(data, name, joined(given, side))
    return replace(page, problems=page.problems + problems) if problems else page


def _bytes(path: str) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            size = os.path.getsize(path)
            if size > MAX_BYTES:
                raise too_large(path, size)
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise MissingInput(path, "no such file", "check the spelling of the path") from error
    except IsADirectoryError as error:
        raise InputError(path, "is a folder", "folders are looked through where several inputs can be given") from error
    except PermissionError as error:
        raise InputError(path, "may not be read", "check its permissions") from error
    except OSError as error:
        raise InputError(
            path, f"cannot be read: {error.strerror or error}", "copy it to a local disk and try again"
        ) from error
    except MemoryError as error:
        raise InputError(path, "does not fit into memory", "split it into one file per report") from error
    return data


def _sidecar(path: str) -> tuple[PageMeta, tuple[str, ...]]:
    """What the sidecar says, and what is wrong with it."""
    file = Path(path).with_suffix(".json") if path != STDIN and Path(path).name else None
    if file is None or str(file) == path or not file.is_file():
        return PageMeta(), ()
    try:
        said = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return PageMeta(), (f"the sidecar {file.name} cannot be read: {error}",)
    if not isinstance(said, dict):
        return PageMeta(), (f"the sidecar {file.name} is not a JSON object",)
    problems: list[str] = []
    values: dict[str, Any] = {key: _words(said, key, file.name, problems) for key in _KEYS}
    published = _words(said, "published", file.name, problems)
    day: dt.date | None = None
    if published:
        try:
            day = dt.date.fromisoformat(published[:10])
        except ValueError:
            problems.append(f"the sidecar {file.name}: published is not YYYY-MM-DD: {published[:40]!r}")
    authors = said.get("authors") or ()
    if isinstance(authors, str):
        authors = (authors,)
    if not isinstance(authors, list | tuple) or not all(isinstance(a, str) for a in authors):
        problems.append(f"the sidecar {file.name}: authors is not a list of names")
        authors = ()
    meta = PageMeta(
        **values, published=day, published_from="sidecar" if day else None, authors=tuple(a.strip() for a in authors)
    )
    return meta, tuple(problems)


def _words(said: dict[str, Any], key: str, file: str, problems: list[str]) -> str | None:
    value = said.get(key)
    if value is None or (isinstance(value, str) and value.strip()):
        return value.strip() if value else None
    if value != "":
        problems.append(f"the sidecar {file}: {key} is not a text")
    return None
