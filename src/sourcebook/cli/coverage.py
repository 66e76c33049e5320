"""``sourcebook coverage``: who is silent on what."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from sourcebook.cli.app import app
from sourcebook.cli.stores import DbOption, open_store, terminal
from sourcebook.cli.values import day


@app.command("coverage")
def coverage(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One incident; else all that fit.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO code of a country, such as SY.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or earlier.")] = None,
    silent: Annotated[bool, typer.Option("--silent", help="Only where a named party does not speak.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
    db: DbOption = None,
) -> None:
    """Show who is silent: parties that are named and what they say, and outlets of the country that did not report.

    An outlet counts as one of a country if any stored report of it tells of an incident there.
    """
    from sourcebook.export.standings import coverage_to_json, print_coverage
    from sourcebook.link.coverage import Voice, coverage_of
    from sourcebook.store.incidents import IncidentFilter, find_incident, list_incidents

    code = country.strip().upper() if country else None
    with open_store(db) as store:
        every = list_incidents(store, IncidentFilter())
        wanted = IncidentFilter(day(since, "--since"), day(until, "--until"), code)
        chosen = [find_incident(store, id).incident] if id else list_incidents(store, wanted)
    outlets: dict[str, set[str]] = {}
    for i in every:
        if i.place and i.place.country:
            outlets.setdefault(i.place.country, set()).update(a.outlet for a in i.accounts if a.outlet)
    found = [coverage_of(i, outlets) for i in chosen]
    if silent:
        found = [c for c in found if any(p.voice in (Voice.SILENT, Voice.REFUSED) for p in c.parties)]
    if as_json:
        typer.echo(json.dumps([coverage_to_json(c) for c in found], ensure_ascii=False, indent=1))
    elif found:
        print_coverage(found, terminal(), full=id is not None)
    elif every:
        typer.echo(f"None of {len(every)} incidents fits.")
    else:
        typer.echo("No incidents yet. Add pages: sourcebook add PATH")
