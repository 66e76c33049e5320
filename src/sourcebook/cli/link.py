"""``sourcebook link``: read pages and link them without a store."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sourcebook.cli.app import FAILED, app, complain, note
from sourcebook.cli.progress import progress
from sourcebook.cli.readers import GradesOption, Reader
from sourcebook.errors import SettingsError

if TYPE_CHECKING:
    from sourcebook.records import Linked, Reading


@app.command("link")
def link(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Pages or folders of pages.")],
    links: Annotated[
        Path | None, typer.Option(metavar="FILE", help='Write {"file", "incident"}: the main incident of each page.')
    ] = None,
    copies: Annotated[
        Path | None, typer.Option(metavar="FILE", help='Write {"a", "b"}: pages that repeat each other.')
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No table and no progress, errors only.")] = False,
    model: Annotated[str | None, typer.Option(help="An installed spaCy model that parses English.")] = None,
    grades: GradesOption = None,
) -> None:
    """Read pages, link what tells of one incident, and show the incidents; nothing is stored."""
    from sourcebook.bulk.inputs import find_inputs
    from sourcebook.cli.stores import terminal
    from sourcebook.export.dossiers import print_incidents
    from sourcebook.flow import link_readings

    inputs = find_inputs(paths)
    for error in inputs.errors:
        complain(error)
    reader = Reader(model, grades=grades, quiet=quiet)
    readings: dict[str, Reading] = {}
    files: dict[str, list[str]] = defaultdict(list)
    failed = bool(inputs.errors)
    with progress(len(inputs.paths), "reading", quiet) as advance:
        for path in inputs.paths:
            reading = reader.read(path)
            failed |= reading is None
            if reading:
                readings[reading.page.id] = reading
                files[reading.page.id].append(path)
            advance()
    linked = link_readings(readings.values(), reader.lexicon)
    if links:
        _write(links, _primary(linked, readings.values(), files))
    if copies:
        _write(copies, _copied(linked, files))
    if not quiet:
        print_incidents([i for i in linked.incidents if not i.background], terminal())
        note(f"{len(linked.incidents)} incidents in {len(readings)} pages, {len(linked.copies)} copies")
    if failed:
        raise typer.Exit(FAILED)


def _primary(linked: Linked, readings: Iterable[Reading], files: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """The incident that each page mainly tells. A page without an incident is one of its own."""
    from sourcebook.link.links import main_incidents

    for page, incident in main_incidents(readings, linked).items():
        for file in files[page]:
            yield {"file": Path(file).name, "incident": incident}


def _copied(linked: Linked, files: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Pairs of files of one text, files with the same bytes among them."""
    same = [(a, b) for names in files.values() for a, b in combinations(names, 2)]
    near = [(a, b) for c in linked.copies if c.a[0] != c.b[0] for a in files[c.a[0]] for b in files[c.b[0]]]
    for a, b in sorted(set(same + near)):
        yield {"a": Path(a).name, "b": Path(b).name}


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    try:
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    except OSError as error:
        raise SettingsError(
            str(path), f"cannot be written: {error.strerror}", "name a file in a folder of yours"
        ) from error
