"""``sourcebook places``: which places a name may stand for, and why one of them is taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.app import app, note
from sourcebook.cli.stores import terminal


@app.command("places")
def places(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place's name, as a report writes it.")],
    near: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Another place that the report names; may be repeated."),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="XX", help="A state that the report speaks of, by its ISO code; may be repeated."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--in", metavar="FILE", help="Explain the name as it is read in this report."),
    ] = None,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="How many candidates to show.")] = 8,
) -> None:
    """Explain a place: the candidates of a name, the terms of their scores, and which one wins.

    The terms are those of reading a report that names NAME, the places of --near and the states of --country, and
    nothing else; with --in, those of the report itself.
    """
    from sourcebook.errors import InputError
    from sourcebook.export.candidates import print_weighed
    from sourcebook.lexicon import Lexicon
    from sourcebook.lexicon.gazetteer import open_gazetteer
    from sourcebook.read.explained import explain_in, explain_name
    from sourcebook.settings import load_settings

    if file and (near or country):
        raise InputError(str(file), "--in goes without --near and --country", "leave either out")
    lexicon = Lexicon(load_settings(os.environ).model)
    open_gazetteer(note).close()
    states = [c.upper() for c in country or ()]
    for code in states:
        if lexicon.gazetteer.country(code) is None:
            raise InputError(f"--country {code}", "no such state", "give an ISO code of two letters, such as SY")
    for other in near or ():
        if not lexicon.gazetteer.lookup(other):
            raise InputError(f"--near {other}", "no place of this name", "give a name that the gazetteer has")
    if file:
        from sourcebook.bulk.inputs import read_input

        found = explain_in(read_input(str(file)), name, lexicon)
        if not found:
            raise InputError(str(file), f"{name!r} is not read as a place there", "sourcebook read shows its places")
    else:
        found = [explain_name(name, near or (), states, lexicon)]
    for explained in found:
        print_weighed(explained, lexicon.gazetteer, terminal(), top)
