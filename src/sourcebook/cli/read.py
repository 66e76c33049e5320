"""``sourcebook read``: read pages and show what was found."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from sourcebook.cli.app import FAILED, app, complain
from sourcebook.errors import SourcebookError


class Format(StrEnum):
    """What ``sourcebook read`` prints."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


@app.command("read")
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Pages, folders of pages, or - for stdin.")],
    format: Annotated[Format, typer.Option(help="What to print.")] = Format.TEXT,
) -> None:
    """Read pages: claims, what happened, tolls, and the incidents they add up to."""
    from pathlib import Path

    from sourcebook.export.readings import to_line
    from sourcebook.flow import read_page
    from sourcebook.lexicon import Lexicon
    from sourcebook.read.pages import make_page

    lexicon, failed = Lexicon(), False
    for path in paths:
        try:
            data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            print(to_line(read_page(make_page(data, path), lexicon)))
        except SourcebookError as error:
            complain(error)
            failed = True
    if failed:
        raise typer.Exit(FAILED)
