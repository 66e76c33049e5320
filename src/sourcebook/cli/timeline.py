"""``sourcebook timeline``: the course of an incident's toll."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import DbOption, open_store, terminal


@app.command("timeline")
def timeline(
    id: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or enough of its beginning.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
    db: DbOption = None,
) -> None:
    """Show how the toll of an incident was told over time: who gave which number when, and what replaced it and why."""
    from sourcebook.export.timelines import print_timeline, timeline_to_json
    from sourcebook.store.incidents import find_incident

    with open_store(db) as store:
        dossier = find_incident(store, id)
    if as_json:
        typer.echo(json.dumps(timeline_to_json(dossier.incident), ensure_ascii=False, indent=1))
        return
    print_timeline(dossier, terminal())
