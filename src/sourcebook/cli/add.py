"""``sourcebook add``: read pages, store them with their readings, and link what tells of one incident."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from sourcebook.cli.app import FAILED, app, complain, note
from sourcebook.cli.progress import progress
from sourcebook.cli.stores import DbOption, open_store
from sourcebook.errors import LexiconError, SettingsError, SourcebookError, StoreError

if TYPE_CHECKING:
    from sourcebook.lexicon import Lexicon
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
) -> None:
    """Read pages and store them; link reports of the same incident. The same page twice is stored once.

    May be interrupted at any point: what was stored is whole, and the same command completes the work.
    """
    from sourcebook.bulk.inputs import find_inputs
    from sourcebook.records import PageMeta
    from sourcebook.store.incidents import relink
    from sourcebook.store.pages import stock

    inputs = find_inputs(paths)
    for error in inputs.errors:
        complain(error)
    counts = {"added": 0, "already there": 0, "failed": len(inputs.errors)}
    with open_store(db, create=True) as store:
        adder = _Adder(store, PageMeta(outlet=outlet, language=language), model, quiet)
        try:
            with progress(len(inputs.paths), "reading", quiet) as advance:
                for path in inputs.paths:
                    counts[adder(path)] += 1
                    advance()
        finally:
            if not quiet:
                typer.echo(", ".join(f"{name} {n}" for name, n in counts.items()) + f" — {store.path}")
        if stock(store).unlinked:
            relink(store, adder.lexicon)
        if not quiet:
            held = stock(store)
            typer.echo(f"the database holds {held.pages} pages and {held.incidents} incidents: sourcebook incidents")
    if counts["failed"]:
        raise typer.Exit(FAILED)


class _Adder:
    """Adds one input after the other, with one lexicon, which is loaded when the first new page is there."""

    def __init__(self, store: Store, meta: PageMeta, model: str | None, quiet: bool) -> None:
        self.store, self.meta, self.model, self.quiet = store, meta, model, quiet

    @cached_property
    def lexicon(self) -> Lexicon:
        from sourcebook.lexicon import Lexicon
        from sourcebook.lexicon.gazetteer import open_gazetteer
        from sourcebook.settings import load_settings

        lexicon = Lexicon(load_settings(os.environ, model=self.model).model)
        open_gazetteer(None if self.quiet else note).close()
        return lexicon

    def __call__(self, path: str) -> str:
        """What became of an input: "added", "already there" or "failed", which was said."""
        try:
            return self._add(path)
        except (StoreError, SettingsError, LexiconError):
            raise  # no page can be stored
        except SourcebookError as error:
            complain(error)
        except Exception as error:
            # a fault of ours on one page must not stop the others
            complain(f"{path}: could not be read, by a fault in Sourcebook ({type(error).__name__}: {error})")
        return "failed"

    def _add(self, path: str) -> str:
        from sourcebook import __version__
        from sourcebook.bulk.inputs import read_input
        from sourcebook.export import words
        from sourcebook.flow import read_page
        from sourcebook.store.pages import add_reading, has_page

        page = read_input(path, self.meta)
        if has_page(self.store, page.id):
            return "already there"
        reading = read_page(page, self.lexicon)
        if not self.quiet:
            for problem in page.problems:
                note(f"{path}: {problem}")
            for article in reading.articles:
                if not words.is_read(article.language):
                    note(f"{path}: {words.not_read(article.language)}; the page is stored")
        return "added" if add_reading(self.store, reading, __version__) else "already there"
