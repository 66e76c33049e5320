"""``sourcebook sources``: how each source has fared over all incidents."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import LIMIT, DbOption, LimitOption, open_store, terminal
from sourcebook.cli.values import day, one_of


class SortSources(StrEnum):
    """What sources are sorted by, most first."""

    ANSWERS = "answers"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    ALONE = "alone"


@app.command("sources")
def sources(
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="Only sources with this in their name.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Such as military, medical or witness.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="Only incidents in this country.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Incidents on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Incidents on this day or earlier.")] = None,
    named: Annotated[bool, typer.Option("--named", help="No unnamed sources, no reports' own voices.")] = False,
    least: Annotated[int, typer.Option(min=1, metavar="N", help="At least so many answers.")] = 1,
    sort: Annotated[SortSources, typer.Option(help="Order of the list.")] = SortSources.ANSWERS,
    limit: LimitOption = LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data, all of them.")] = False,
    db: DbOption = None,
) -> None:
    """List the sources: how many answers each gave, and how many are confirmed, contradicted, or stand alone."""
    from sourcebook.export.standings import print_sources, standing_to_json
    from sourcebook.link.standings import standings_of
    from sourcebook.records import SourceKind
    from sourcebook.store.incidents import IncidentFilter, count_incidents, each_incident

    wanted = one_of(SourceKind, kind, "--kind") if kind else None
    code = country.strip().upper() if country else None
    fitting = IncidentFilter(day(since, "--since"), day(until, "--until"), code)
    with open_store(db) as store:
        incidents = count_incidents(store, fitting)
        every = standings_of(each_incident(store, fitting))
    found = [
        s
        for s in every
        if (wanted is None or s.kind is wanted)
        and (name is None or name.casefold() in s.name.casefold())
        and not (named and (s.anonymous or s.own_voice))
        and s.answers + s.refusals >= least
    ]
    found.sort(key=lambda s: (-getattr(s, sort.value), -s.answers, s.name))
    if as_json:
        typer.echo(json.dumps([standing_to_json(s) for s in found], ensure_ascii=False, indent=1))
    elif found:
        print_sources(found[: limit or None], terminal())
        if limit and len(found) > limit:
            typer.echo(f"The first {limit:,} of {len(found):,}; --limit 0 shows all.")
        shown = f"{len(found):,} of {len(every):,}" if len(found) < len(every) else f"{len(found):,}"
        typer.echo(f"{shown} sources of {incidents:,} incidents. What one said: sourcebook claims --source NAME")
    elif every:
        typer.echo(f"None of {len(every)} sources fits.")
    elif code or since or until:
        typer.echo("No incident fits.")
    else:
        typer.echo("No incidents yet. Add pages: sourcebook add PATH")
