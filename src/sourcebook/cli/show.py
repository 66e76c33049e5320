"""``sourcebook show``: one incident with every account of it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.incidents import Format
from sourcebook.cli.stores import DbOption, open_store, terminal


@app.command("show")
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or enough of its beginning.")],
    format: Annotated[Format, typer.Option(help="text: the dossier; jsonl: the same as data.")] = Format.TEXT,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Whole quotes, whole descriptions.")] = False,
    db: DbOption = None,
) -> None:
    """Print an incident's dossier: each question, who answers it how, in which words, and what is contradicted."""
    from sourcebook.export.dossiers import print_dossier
    from sourcebook.export.readings import incident_to_json
    from sourcebook.store.incidents import find_incident

    with open_store(db) as store:
        dossier = find_incident(store, id)
    if format is Format.JSONL:
        sys.stdout.write(
            json.dumps({**incident_to_json(dossier.incident), "other_ids": dossier.others}, ensure_ascii=False) + "\n"
        )
        return
    print_dossier(dossier, terminal(), full=verbose)
