"""What the commands that read pages share: one lexicon, and one bad page that never stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

import typer

from sourcebook.cli.app import complain, note
from sourcebook.errors import LexiconError, SettingsError, SourcebookError, StoreError

if TYPE_CHECKING:
    from sourcebook.lexicon import Lexicon
    from sourcebook.records import PageMeta, Reading

T = TypeVar("T")

GradesOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--grades", metavar="FILE", help="A table of grades; else SOURCEBOOK_GRADES, the settings, our own."),
]


class Reader:
    """Reads one input after the other with one lexicon, which is loaded when the first page is there."""

    def __init__(
        self, model: str | None, *, grades: Path | None = None, quiet: bool = False, verbose: bool = False
    ) -> None:
        self.model, self.grades, self.quiet, self.verbose = model, grades, quiet, verbose

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon, with the model that the option, the environment or the settings name."""
        from sourcebook.lexicon import Lexicon
        from sourcebook.lexicon.gazetteer import open_gazetteer
        from sourcebook.settings import load_settings

        settings = load_settings(os.environ, model=self.model, grades=self.grades)
        lexicon = Lexicon(settings.model, settings.grades)
        open_gazetteer(None if self.quiet else note).close()  # built at first use, which takes a moment: say so
        return lexicon

    def read(self, path: str, meta: PageMeta | None = None) -> Reading | None:
        """The reading of an input; None, after the error was said, if it could not be read."""
        from sourcebook.bulk.inputs import read_input
        from sourcebook.flow import read_page

        return self.attempt(path, lambda: read_page(read_input(path, meta), self.lexicon))

    def attempt(self, path: str, work: Callable[[], T]) -> T | None:
        """What ``work`` makes of one input; None, after the error was said, if it fails for this input.

        Raises StoreError, SettingsError and LexiconError: with these no input can be used.
        """
        try:
            return work()
        except (StoreError, SettingsError, LexiconError):
            raise
        except SourcebookError as error:
            complain(error)
        except Exception as error:
            # A fault of ours on one page must not stop the others; --verbose shows where it is.
            complain(f"{path}: could not be read, by a fault in Sourcebook ({type(error).__name__}: {error})")
            if self.verbose:
                import traceback

                traceback.print_exc()
        return None
