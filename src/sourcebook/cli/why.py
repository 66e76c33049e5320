"""``sourcebook why``: why two incidents are one, or are not."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import DbOption, open_store, terminal


@app.command("why")
def why(
    first: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or one that it once had.")],
    second: Annotated[str, typer.Argument(metavar="ID", help="Another.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
    db: DbOption = None,
) -> None:
    """Say why two incidents are two, or why two ids lead to one: the evidence, term by term, and what it sums to.

    The ids that once were incidents of their own: sourcebook show ID lists them.
    """
    from sourcebook.export.whys import print_why, why_to_json
    from sourcebook.lexicon import Lexicon
    from sourcebook.lexicon.evidence import Term
    from sourcebook.lexicon.rules import load_rules
    from sourcebook.store.whys import explain

    with open_store(db) as store:
        explained = explain(store, first, second, Lexicon())
    if as_json:
        typer.echo(json.dumps(why_to_json(explained), ensure_ascii=False, indent=1))
        return
    print_why(explained, {rule.id: rule.meaning for rule in load_rules("links", Term)}, terminal())
