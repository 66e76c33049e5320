"""``sourcebook add``: read pages, store them with their readings, and link what tells of one incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sourcebook.cli.app import FAILED, app, complain, note
from sourcebook.cli.progress import progress
from sourcebook.cli.readers import GradesOption, Reader
from sourcebook.cli.stores import DbOption, open_store, unicode_output

if TYPE_CHECKING:
    from sourcebook.records import PageMeta
    from sourcebook.store.sessions import Store


@app.command("add")
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Pages, folders of pages, or - for stdin.")],
    db: DbOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, errors only.")] = False,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Language, such as en or ar.")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy model that parses English.")] = None,
    grades: GradesOption = None,
) -> None:
    """Read pages and store them; link reports of the same incident. The same page twice is stored once.

    May be interrupted at any point: what was stored is whole, and the same command completes the work.
    """
    from sourcebook.bulk.inputs import find_inputs
    from sourcebook.export.words import counted
    from sourcebook.records import PageMeta
    from sourcebook.store.linking import link_pending
    from sourcebook.store.pages import stock

    unicode_output()
    inputs = find_inputs(paths)
    for error in inputs.errors:
        complain(error)
    counts = {"added": 0, "already there": 0, "failed": len(inputs.errors)}
    if not inputs.paths:
        raise typer.Exit(FAILED)  # no database is made for nothing
    with open_store(db, create=True) as store:
        adder = _Adder(store, PageMeta(outlet=outlet, language=language), Reader(model, grades=grades, quiet=quiet))
        try:
            with progress(len(inputs.paths), "reading", quiet) as advance:
                for path in inputs.paths:
                    counts[adder(path)] += 1
                    advance()
        finally:
            if not quiet:
                typer.echo(", ".join(f"{name} {n}" for name, n in counts.items()) + f" — {store.path}")
        link_pending(store, adder.reader.lexicon)
        if not quiet:
            held = stock(store)
            typer.echo(
                f"the database holds {counted(held.pages, 'page')} and {counted(held.incidents, 'incident')}: "
                "sourcebook incidents"
            )
    if counts["failed"]:
        raise typer.Exit(FAILED)


class _Adder:
    """Adds one input after the other to a store."""

    def __init__(self, store: Store, meta: PageMeta, reader: Reader) -> None:
        self.store, self.meta, self.reader = store, meta, reader

    def __call__(self, path: str) -> str:
        """What became of an input: "added", "already there" or "failed", which was said."""
        return self.reader.attempt(path, lambda: self._add(path)) or "failed"

    def _add(self, path: str) -> str:
        from sourcebook import __version__
        from sourcebook.bulk.inputs import read_input
        from sourcebook.export import words
        from sourcebook.flow import read_page
        from sourcebook.store.pages import add_reading, path_of

        page = read_input(path, self.meta)
        if stored := path_of(self.store, page.id):
            if stored != path:
                self._note(f"{path}: the same page is stored already, as {stored}")
            return "already there"
        reading = read_page(page, self.reader.lexicon)
        for problem in page.problems:
            self._note(f"{path}: {problem}")
        for article in reading.articles:
            if not words.is_read(article.language):
                self._note(f"{path}: {words.not_read(article.language)}; the page is stored")
        return "added" if add_reading(self.store, reading, __version__) else "already there"

    def _note(self, text: str) -> None:
        if not self.reader.quiet:
            note(text)
