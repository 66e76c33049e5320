"""``sourcebook why``: why two incidents are one, or are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.app import app, note
from sourcebook.cli.stores import DbOption, open_store, terminal
from sourcebook.errors import SettingsError


@app.command("why")
def why(
    first: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or one that it once had.")],
    second: Annotated[str, typer.Argument(metavar="ID", help="Another.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write it to this file, as a page to open.")
    ] = None,
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

    meanings = {rule.id: rule.meaning for rule in load_rules("links", Term)}
    with open_store(db) as store:
        explained = explain(store, first, second, Lexicon())
    if as_json:
        typer.echo(json.dumps(why_to_json(explained), ensure_ascii=False, indent=1))
        return
    if html is not None:
        from sourcebook.export.whys_html import why_to_html

        try:
            html.write_text(why_to_html(explained, meanings), encoding="utf-8")
        except OSError as error:
            raise SettingsError(
                f"--html {html}",
                f"cannot be written: {error.strerror}",
                "name a file in a folder of yours",
            ) from error
        note(f"{html}: {explained.why.reason}")
        return
    print_why(explained, meanings, terminal())
