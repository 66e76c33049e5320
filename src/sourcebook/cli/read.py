"""``sourcebook read``: read pages and show what was found."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sourcebook.cli.app import FAILED, app, complain, note
from sourcebook.cli.progress import progress
from sourcebook.cli.readers import Reader
from sourcebook.cli.stores import unicode_output
from sourcebook.cli.values import day
from sourcebook.errors import SettingsError

if TYPE_CHECKING:
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Why: rules, evidence, introductions, what was left out (text, jsonl).")
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

    on = day(published, "--published")
    meta = PageMeta(url, outlet, on, "option" if on else None, language)
    inputs = find_inputs(paths)
    if url and len(inputs.paths) > 1:
        raise SettingsError("--url", "an address belongs to one page, and several were given", "use NAME.json files")
    if format is Format.HTML and len(inputs.paths) > 1 and out is None:
        raise SettingsError("--format html", "makes one file a page, and several were given", "add --out FOLDER")
    if format is Format.HTML and explain:
        raise SettingsError("--explain", "goes with text and jsonl, not with html", "leave out --format html")
    for error in inputs.errors:
        complain(error)
    failed = bool(inputs.errors)
    unicode_output()
    reader = Reader(model, quiet=quiet, verbose=verbose)
    show = _Shown(format, out, len(inputs.paths) > 1, verbose, reader if explain else None)
    # A bar between tables would tear them: it is shown where the output goes elsewhere.
    bar = not quiet and (out is not None or not sys.stdout.isatty())
    try:
        for reading in _readings(inputs.paths, meta, reader, bar):
            if reading is None:
                failed = True
                continue
            if not quiet:
                _notes(reading, format)
            show(reading)
    finally:
        show.close()
    if failed:
        raise typer.Exit(FAILED)


def _readings(paths: tuple[str, ...], meta: PageMeta, reader: Reader, bar: bool) -> Iterator[Reading | None]:
    with progress(len(paths), "reading", quiet=not bar) as advance:
        for path in paths:
            yield reader.read(path, meta)
            advance()


class _Shown:
    """Prints readings in one format: to the terminal, a file, or, as HTML of several pages, a file each in a folder.

    A file that is there is replaced when the first page has been read, so that a run without any leaves it alone.
    With a reader, whose lexicon holds the rules, it explains them.
    """

    def __init__(
        self, format: Format, out: Path | None, several: bool, verbose: bool, explainer: Reader | None = None
    ) -> None:
        self.format, self.out, self.verbose, self.explainer = format, out, verbose, explainer
        self.folder = out if format is Format.HTML and out is not None and (several or out.is_dir()) else None
        self.file: TextIO | None = None
        self.written: set[str] = set()
        if self.folder is not None and self.folder.exists() and not self.folder.is_dir():
            raise SettingsError(f"--out {out}", "is a file, and several pages make one each", "name a folder")
        if out is not None and self.folder is None:
            _check_writable(out)

    def __call__(self, reading: Reading) -> None:
        try:
            self._show(reading)
        except OSError as error:
            if self.out is None:
                raise  # the app knows what standard output may do
            raise _cannot_write(self.out, error) from error

    def close(self) -> None:
        """Close the file, if one was opened."""
        if self.file is not None:
            self.file.close()

    def _show(self, reading: Reading) -> None:
        if self.format is Format.TEXT:
            from rich.console import Console

            from sourcebook.cli.stores import WIDTH
            from sourcebook.export.texts import print_reading

            width = WIDTH if self.out is not None and not os.environ.get("COLUMNS") else None
            console = Console(file=self._target(), highlight=False, width=width)
            if self.explainer is None:
                print_reading(reading, console, self.verbose)
            else:
                from sourcebook.export.explanations import print_explanation
                from sourcebook.read.explanations import explain, rules_used

                lexicon = self.explainer.lexicon
                rules = rules_used(reading, lexicon)
                print_explanation(reading, explain(reading, lexicon), rules, console, self.verbose)
        elif self.format is Format.JSONL:
            from sourcebook.export.readings import to_line

            extra = self._explained(reading)
            self._target().write(to_line(reading, extra) + "\n")
        else:
            from sourcebook.export.pages_html import to_html

            if self.folder is not None:
                self._page(Path(reading.page.path).stem).write_text(to_html(reading), encoding="utf-8")
                return
            self._target().write(to_html(reading))
        self._target().flush()

    def _explained(self, reading: Reading) -> dict[str, object]:
        """What ``--explain`` adds to the JSON."""
        if self.explainer is None:
            return {}
        from sourcebook.export.explanations import explanation_to_json
        from sourcebook.read.explanations import explain

        return {"explanations": explanation_to_json(explain(reading, self.explainer.lexicon))}

    def _target(self) -> TextIO:
        if self.out is None:
            return sys.stdout
        if self.file is None:
            self.file = self.out.open("w", encoding="utf-8")
        return self.file

    def _page(self, stem: str) -> Path:
        """A file in the folder that no page of this run has: pages of different folders may share a name."""
        assert self.folder is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        name, number = stem, 2
        while name in self.written:
            name, number = f"{stem}-{number}", number + 1
        self.written.add(name)
        return self.folder / f"{name}.html"


def _check_writable(out: Path) -> None:
    """Say before the first page is read what would go wrong after it. Changes nothing."""
    try:
        if out.exists():
            out.open("a").close()
        elif not out.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    except OSError as error:
        raise _cannot_write(out, error) from error


def _cannot_write(out: Path, error: OSError) -> SettingsError:
    return SettingsError(f"--out {out}", f"cannot be written: {error.strerror}", "name a file in a folder of yours")


def _notes(reading: Reading, format: Format) -> None:
    from sourcebook.export import words

    for problem in reading.page.problems:
        note(f"{reading.page.path}: {problem}")
    if format is not Format.TEXT:  # the text says it itself
        for article in reading.articles:
            if not words.is_read(article.language):
                note(f"{reading.page.path}: {words.not_read(article.language)}")
