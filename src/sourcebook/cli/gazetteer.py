"""``sourcebook gazetteer``: which list of places is in use; import GeoNames' full dump, or go back to the shipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.app import app, note

gazetteer = typer.Typer(
    help="Show which list of places is in use; import a larger one, or go back to the shipped one.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(gazetteer, name="gazetteer")


@gazetteer.callback(invoke_without_command=True)
def show(context: typer.Context) -> None:
    """Show which list of places is in use; import a larger one, or go back to the shipped one."""
    if context.invoked_subcommand is not None:
        return
    from sourcebook.lexicon.gazetteer import SHIPPED, imported_file, open_gazetteer

    used = open_gazetteer(note)
    places, names = used.count()
    about = used.about
    if about:
        only = f"; places without a number of people only of {about['countries']}" if about.get("countries") else ""
        typer.echo(f"In use: imported on {about['imported']} from {about['source']}{only}")
    else:
        typer.echo(
            "In use: the shipped gazetteer (GeoNames' towns of 500 people and more, and the project's own lists)"
        )
    typer.echo(f"File:   {used.file} ({used.file.stat().st_size / 1e6:,.0f} MB)")
    typer.echo(f"Holds:  {places:,} places under {names:,} names")
    if about:
        typer.echo("Back to the shipped one: sourcebook gazetteer reset")
    elif os.environ.get("SOURCEBOOK_GAZETTEER") == SHIPPED and imported_file().is_file():
        typer.echo(f"An imported one is passed by (SOURCEBOOK_GAZETTEER={SHIPPED}): {imported_file()}")
    else:
        typer.echo("For villages and bases that it lacks: sourcebook gazetteer import allCountries.zip")


@gazetteer.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="allCountries.zip of GeoNames, or a country's file.")],
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="XX", help="Take hamlets (no number of people) of this state only; may be repeated."),
    ] = None,
) -> None:
    """Take the places of a GeoNames dump into use; the project's own lists stay before them.

    Get the dump from https://download.geonames.org/export/dump/ (allCountries.zip, 400 MB, or SY.zip for one state).
    It is read in one stream; the gazetteer in use stays until the new one is whole.
    """
    from sourcebook.bulk.gazetteer_import import import_dump
    from sourcebook.errors import InputError
    from sourcebook.lexicon.gazetteer import BUILDER, imported_file, open_shipped

    states = frozenset(c.upper() for c in country or ())
    if states:
        known = open_shipped(note)
        for code in sorted(states):
            if known.country(code) is None:
                raise InputError(f"--country {code}", "no such state", "give an ISO code of two letters, such as SY")
    with _bar(file) as told:
        made = import_dump(file, imported_file(), str(BUILDER), states, told)
    typer.echo(f"Imported {made.places:,} places of {made.lines:,} lines into {made.file}")
    if made.broken:
        typer.echo(f"Lines left out because they could not be read: {made.broken:,}")
    typer.echo("In use from now on. Stored pages keep their places until they are read again.")


@gazetteer.command("reset")
def reset() -> None:
    """Go back to the shipped gazetteer: remove the imported one."""
    from sourcebook.lexicon.gazetteer import imported_file

    file = imported_file()
    if not file.is_file():
        typer.echo("The shipped gazetteer is in use already.")
        return
    file.unlink()
    typer.echo(f"Removed {file}. The shipped gazetteer is in use.")


@contextmanager
def _bar(file: Path) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; else a line each tenth, so that a log shows that it goes on."""
    if not sys.stderr.isatty():
        tenths = [0]

        def line(done: int, of: int) -> None:
            tenth = 10 * done // of if of else 10
            if tenth > tenths[0]:
                tenths[0] = tenth
                note(f"{file.name}: {tenth * 10} % read")

        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(file.name), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
