"""``sourcebook coverage``: who is silent on what."""

from __future__ import annotations

import json
from itertools import islice
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import LIMIT, DbOption, LimitOption, open_store, terminal
from sourcebook.cli.values import day


@app.command("coverage")
def coverage(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One incident; else all that fit.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO code of a country, such as SY.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or earlier.")] = None,
    silent: Annotated[bool, typer.Option("--silent", help="Only where a named party does not speak.")] = False,
    limit: LimitOption = LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
    db: DbOption = None,
) -> None:
    """Show who is silent: parties that are named and what they say, and outlets of the country that did not report.

    An outlet counts as one of a country if any stored report of it tells of an incident there.
    """
    from sourcebook.export.standings import coverage_to_json, print_coverage
    from sourcebook.link.coverage import Voice, coverage_of
    from sourcebook.store.incidents import (
        IncidentFilter,
        count_incidents,
        each_incident,
        find_incident,
        outlets_by_country,
    )

    code = country.strip().upper() if country else None
    wanted = IncidentFilter(day(since, "--since"), day(until, "--until"), code)
    at_most = None if as_json or not limit else limit
    with open_store(db) as store:
        every, outlets = count_incidents(store, IncidentFilter()), outlets_by_country(store)
        # one more than is shown, to know whether there are more
        chosen = [find_incident(store, id).incident] if id else each_incident(store, wanted)
        every_one = (coverage_of(i, outlets) for i in chosen)
        fitting = (
            c for c in every_one if not silent or any(p.voice in (Voice.SILENT, Voice.REFUSED) for p in c.parties)
        )
        found = list(islice(fitting, at_most and at_most + 1))
    if as_json:
        typer.echo(json.dumps([coverage_to_json(c) for c in found], ensure_ascii=False, indent=1))
    elif found:
        print_coverage(found[:at_most], terminal(), full=id is not None)
        if at_most and len(found) > at_most:
            typer.echo(f"The first {at_most:,} that fit; --limit 0 shows all.")
    elif every:
        typer.echo(f"None of {every:,} incidents fits.")
    else:
        typer.echo("No incidents yet. Add pages: sourcebook add PATH")
