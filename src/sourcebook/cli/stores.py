"""What the commands over the store share: the option ``--db``, opening it, and writing to the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from sourcebook.store.sessions import Store

DbOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The database; else SOURCEBOOK_DB, the settings file, the data folder."),
]

#: How many rows a table has unless a person asks for more: of a large store it would have tens of thousands.
LIMIT = 200
LimitOption: TypeAlias = Annotated[
    int, typer.Option("--limit", min=0, metavar="N", help="At most so many in the table; 0: all.")
]

#: Columns where the output is no terminal: wide enough to search in, narrow enough to read.
WIDTH = 120


def open_store(db: Path | None, create: bool = False) -> Store:
    """Open the database that the option, the environment or the settings name."""
    from sourcebook.settings import load_settings
    from sourcebook.store.sessions import Store

    return Store(load_settings(os.environ, db=db).db, create=create)


def terminal() -> Console:
    """Standard output: colour only on a terminal, names of all scripts whatever the locale."""
    from rich.console import Console

    unicode_output()
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH
    return Console(file=sys.stdout, highlight=False, width=width)


def unicode_output() -> None:
    """Write UTF-8 to both outputs: names of places come in all scripts, whatever the terminal's locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
