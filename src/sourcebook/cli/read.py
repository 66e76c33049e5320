"""``sourcebook read``: read pages and show what was found."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sourcebook.cli.app import FAILED, app, complain, note
from sourcebook.cli.progress import progress
from sourcebook.errors import LexiconError, SettingsError, SourcebookError

if TYPE_CHECKING:
    from sourcebook.lexicon import Lexicon
    from sourcebook.records import PageMeta, Reading


class Format(StrEnum):
    """What ``sourcebook read`` prints."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


@app.command("read")
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Pages, folders of pages, or - for stdin.")],
    format: Annotated[
        Format, typer.Option(help="text: tables; jsonl: the reading, one line a page; html: one page to open.")
    ] = Format.TEXT,
    out: Annotated[
        Path | None, typer.Option(help="Write to this file; with --format html and several pages, into this folder.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, errors only.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also rules, repeated tellings and what was left out.")
    ] = False,
    url: Annotated[str | None, typer.Option(help="Address of the page.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language, such as en or ar.")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy model that parses English.")] = None,
) -> None:
    """Read pages: who said what, what happened, tolls, and the incidents they add up to.

    NAME.json beside NAME.txt or NAME.html may give url, outlet, published, language; the options go before it.
    """
    from sourcebook.bulk.inputs import find_inputs
    from sourcebook.records import PageMeta

    day = _day(published)
    meta = PageMeta(url, outlet, day, "option" if day else None, language)
    inputs = find_inputs(paths)
    if url and len(inputs.paths) > 1:
        raise SettingsError("--url", "an address belongs to one page, and several were given", "use NAME.json files")
    if format is Format.HTML and len(inputs.paths) > 1 and out is None:
        raise SettingsError("--format html", "makes one file a page, and several were given", "add --out FOLDER")
    for error in inputs.errors:
        complain(error)
    failed = bool(inputs.errors)
    into_folder = format is Format.HTML and out is not None and (len(inputs.paths) > 1 or out.is_dir())
    with _target(None if into_folder else out) as target:
        show = _Shown(format, target, out if into_folder else None, verbose)
        # A bar between tables would tear them: it is shown where the output goes elsewhere.
        bar = not quiet and not target.isatty()
        for reading in _readings(inputs.paths, meta, _Reader(model, quiet, verbose), bar):
            if reading is None:
                failed = True
                continue
            if not quiet:
                _notes(reading, format)
            show(reading)
    if failed:
        raise typer.Exit(FAILED)


class _Reader:
    """Reads one input after the other with one lexicon, which is loaded when the first page is there."""

    def __init__(self, model: str | None, quiet: bool, verbose: bool) -> None:
        self.model, self.quiet, self.verbose = model, quiet, verbose

    @cached_property
    def lexicon(self) -> Lexicon:
        from sourcebook.lexicon import Lexicon
        from sourcebook.lexicon.gazetteer import open_gazetteer
        from sourcebook.settings import load_settings

        lexicon = Lexicon(load_settings(os.environ, model=self.model).model)
        open_gazetteer(None if self.quiet else note).close()  # built at first use, which takes a moment: say so
        return lexicon

    def __call__(self, path: str, meta: PageMeta) -> Reading | None:
        """The reading of an input; None, after the error was said, if it could not be read."""
        from sourcebook.bulk.inputs import read_input
        from sourcebook.flow import read_page

        try:
            return read_page(read_input(path, meta), self.lexicon)
        except (SettingsError, LexiconError):
            raise  # no page can be read
        except SourcebookError as error:
            complain(error)
        except Exception as error:
            # A fault of ours on one page must not stop the others; --verbose shows where it is.
            complain(f"{path}: could not be read, by a fault in Sourcebook ({type(error).__name__}: {error})")
            if self.verbose:
                import traceback

                traceback.print_exc()
        return None


def _readings(paths: tuple[str, ...], meta: PageMeta, reader: _Reader, bar: bool) -> Iterator[Reading | None]:
    with progress(len(paths), "reading", quiet=not bar) as advance:
        for path in paths:
            yield reader(path, meta)
            advance()


class _Shown:
    """Prints readings in one format. ``folder``: where HTML pages go, a file each."""

    def __init__(self, format: Format, target: TextIO, folder: Path | None, verbose: bool) -> None:
        self.format, self.target, self.folder, self.verbose = format, target, folder, verbose
        self.written: set[str] = set()

    def __call__(self, reading: Reading) -> None:
        if self.format is Format.TEXT:
            from rich.console import Console

            from sourcebook.export.texts import print_reading

            print_reading(reading, Console(file=self.target, highlight=False), self.verbose)
        elif self.format is Format.JSONL:
            from sourcebook.export.readings import to_line

            self.target.write(to_line(reading) + "\n")
        else:
            from sourcebook.export.pages_html import to_html

            if self.folder is None:
                self.target.write(to_html(reading))
            else:
                self._file(Path(reading.page.path).stem).write_text(to_html(reading), encoding="utf-8")
        self.target.flush()

    def _file(self, stem: str) -> Path:
        """A file in the folder that no page of this run has: pages of different folders may share a name."""
        assert self.folder is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        name, number = stem, 2
        while name in self.written:
            name, number = f"{stem}-{number}", number + 1
        self.written.add(name)
        return self.folder / f"{name}.html"


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # names of places come in all scripts, whatever the terminal's locale
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    try:
        file = out.open("w", encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"--out {out}", f"cannot be written: {error.strerror}", "name a file in a folder of yours"
        ) from error
    with file:
        yield file


def _notes(reading: Reading, format: Format) -> None:
    from sourcebook.export import words

    for problem in reading.page.problems:
        note(f"{reading.page.path}: {problem}")
    if format is not Format.TEXT:  # the text says it itself
        for article in reading.articles:
            if not words.is_read(article.language):
                note(f"{reading.page.path}: {words.not_read(article.language)}")


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError("--published", f"{text!r} is not a day", "write it as YYYY-MM-DD") from error
