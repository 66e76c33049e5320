"""``sourcebook incidents``: list the incidents over all stored pages."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from sourcebook.cli.app import app, note
from sourcebook.cli.stores import LIMIT, DbOption, LimitOption, open_store, terminal
from sourcebook.cli.values import day, one_of
from sourcebook.errors import SettingsError


class Format(StrEnum):
    """What is printed."""

    TEXT = "text"
    JSONL = "jsonl"


class Sort(StrEnum):
    """What a list is sorted by, most first."""

    DATE = "date"
    KILLED = "killed"
    SOURCES = "sources"
    PLACE = "place"
    TYPE = "type"


@app.command("incidents")
def incidents(
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or earlier.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO code of a country, such as SY.")] = None,
    event_type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Such as air-strike.")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only where sources contradict each other.")] = False,
    background: Annotated[bool, typer.Option("--background", help="Also earlier events that reports recall.")] = False,
    sort: Annotated[Sort, typer.Option(help="Order of the list.")] = Sort.DATE,
    limit: LimitOption = LIMIT,
    format: Annotated[Format, typer.Option(help="text: a table; jsonl: all of each, one line each.")] = Format.TEXT,
    db: DbOption = None,
) -> None:
    """List the incidents that the stored pages tell of, with range, sources and grade."""
    from sourcebook.export.dossiers import print_incidents
    from sourcebook.export.readings import incident_to_json
    from sourcebook.export.words import counted
    from sourcebook.records import EventType
    from sourcebook.store.incidents import IncidentFilter, count_incidents, countries, each_incident, list_incidents
    from sourcebook.store.pages import stock

    kind = one_of(EventType, event_type, "--type") if event_type else None
    first, last = day(since, "--since"), day(until, "--until")
    if first and last and last < first:
        raise SettingsError("--until", f"{last} is before --since {first}", "swap the two")
    wanted = IncidentFilter(first, last, country.strip().upper() if country else None, kind, contested, background)
    with open_store(db) as store:
        held = stock(store)
        if wanted.country and wanted.country not in (known := countries(store)):
            raise SettingsError(
                "--country", f"no incident in {wanted.country}", f"there are incidents in: {', '.join(known) or 'none'}"
            )
        if held.unlinked:
            note(f"{counted(held.unlinked, 'page')} stored and not yet linked: run sourcebook add again")
        if format is Format.JSONL:
            for incident in each_incident(store, wanted, sort.value):
                sys.stdout.write(json.dumps(incident_to_json(incident), ensure_ascii=False) + "\n")
            return
        found, fitting = list_incidents(store, wanted, sort.value, limit or None), count_incidents(store, wanted)
    if found:
        print_incidents(found, terminal())
        if len(found) < fitting:
            typer.echo(f"The first {len(found):,} of {fitting:,} that fit; --limit 0 shows all.")
        shown = counted(fitting, "incident")
        if fitting < held.incidents:
            shown = f"{fitting:,} of {counted(held.incidents, 'incident')}"
        typer.echo(f"{shown} in {counted(held.pages, 'page')}. One in full: sourcebook show ID")
    elif held.unlinked == held.pages and held.pages:
        return  # the note says what to do
    elif held.incidents:
        typer.echo(f"None of {held.incidents} incidents fits.")
    elif held.pages:
        typer.echo(f"No incidents: the {held.pages} stored pages tell of none. Add others: sourcebook add PATH")
    else:
        typer.echo("No incidents yet. Add pages: sourcebook add PATH")
