"""``sourcebook claims``: what a source said, over all stored pages."""

from __future__ import annotations

from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import LIMIT, DbOption, LimitOption, open_store, terminal
from sourcebook.cli.values import one_of


@app.command("claims")
def claims(
    source: Annotated[str, typer.Option(metavar="TEXT", help="Part of a name, an entity's id, or a country's code.")],
    stance: Annotated[str | None, typer.Option(metavar="STANCE", help="Such as deny or no-comment.")] = None,
    limit: LimitOption = LIMIT,
    db: DbOption = None,
) -> None:
    """List what a source said: when, where it was read, how, and the words."""
    from sourcebook.export.dossiers import print_claims
    from sourcebook.records import Stance
    from sourcebook.store.claims import claims_of, most_quoted

    wanted = one_of(Stance, stance, "--stance") if stance else None
    with open_store(db) as store:
        found = claims_of(store, source, wanted)
        quoted = [] if found else most_quoted(store)
    if found:
        print_claims(found[: limit or None], terminal())
        if limit and len(found) > limit:
            typer.echo(f"The first {limit:,}; --limit 0 shows all.")
        typer.echo(f"{len(found):,} claims")
    elif quoted:
        names = ", ".join(f"{name} ({n})" for name, n in quoted)
        typer.echo(f"No claim of a source like {source!r}. Most quoted: {names}")
    else:
        typer.echo("No claims yet. Add pages: sourcebook add PATH")
