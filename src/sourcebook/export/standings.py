"""Sources over all incidents, and who is silent on what, in a terminal and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.link.coverage import Coverage, Voice
from sourcebook.link.standings import Standing
from sourcebook.records import Question

NAME = 60
#: Outlets that are named in a list; the others are counted.
OUTLETS = 6
_VOICES = {
    Voice.SILENT: "yellow",
    Voice.REFUSED: "yellow",
    Voice.DENIED: "red",
    Voice.ADMITTED: "green",
    Voice.SPOKE: "",
}
_ROLES = {Question.RESPONSIBILITY: "named as the doer", Question.TARGET: "named as hit"}


def print_sources(standings: Sequence[Standing], console: Console) -> None:
    """A table of sources: how many answers they gave, and how these fared."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Source", ratio=1)
    for title, width in (("answers", 7), ("confirmed", 9), ("contradicted", 12), ("alone", 9)):
        table.add_column(title, width=width, justify="right")
    for s in standings:
        name = words.shortened(words.source_name(s.name), NAME)
        who = Text(name[:1].upper() + name[1:], style="bold")
        kind = "in its own voice" if s.own_voice else words.source_kind(s.kind)
        facts = ["unnamed" if s.anonymous else "", kind, f"for {s.party}" if s.party else ""]
        facts += [words.counted(len(s.incidents), "incident")]
        facts += [words.counted(s.denials, "denial") if s.denials else ""]
        facts += [f"{s.refusals} × no comment" if s.refusals else ""]
        who.append(f"\n{', '.join(words.clean(f) for f in facts if f)}", style="not bold dim")
        table.add_row(
            who,
            str(s.answers),
            _share(s.confirmed, s, "green"),
            _share(s.contradicted, s, "red"),
            _share(s.alone, s, "dim"),
        )
    console.print(table)
    console.print(
        Text(
            "confirmed: an independent source says what can be true together with it. None of this says who is right.",
            style="dim",
        )
    )


def standing_to_json(s: Standing) -> dict[str, Any]:
    """A source as data."""
    return {
        "source": s.name,
        "kind": s.kind.value,
        "anonymous": s.anonymous,
        "own_voice": s.own_voice,
        "party": s.party,
        "answers": s.answers,
        "confirmed": s.confirmed,
        "contradicted": s.contradicted,
        "alone": s.alone,
        "denials": s.denials,
        "no_comment": s.refusals,
        "incidents": sorted(s.incidents),
    }


def print_coverage(coverages: Sequence[Coverage], console: Console, full: bool = False) -> None:
    """For each incident who is named and what they say, and which outlets do not report it."""
    for c in coverages:
        i = c.incident
        place = words.clean(i.place.name) if i.place else "no place"
        title = f"{words.event_type(i.event_type)} · {place} · {words.date_range(i.date) or 'no date'}"
        console.print(Text(title, style="bold").append(f"  {i.id}", style="not bold dim"))
        table = Table.grid(padding=(0, 1, 0, 2), expand=True)
        table.add_column(width=20)
        table.add_column(ratio=1)
        for p in c.parties:
            line = Text(words.clean(p.name)).append(
                f" ({_ROLES[p.question]} by {words.counted(p.by, 'source')})", style="dim"
            )
            table.add_row(Text(p.voice.value, style=_VOICES[p.voice]), line)
        if not c.parties:
            table.add_row(Text("no party is named", style="dim"), Text(""))
        table.add_row(Text("reported by", style="dim"), Text(_outlets(c.reported, full) or "no known outlet"))
        if c.missing:
            table.add_row(Text("not reported by", style="yellow"), Text(_outlets(c.missing, full)))
        console.print(table)
        console.print()


def coverage_to_json(c: Coverage) -> dict[str, Any]:
    """Coverage as data."""
    return {
        "incident": c.incident.id,
        "parties": [
            {"name": p.name, "question": p.question.value, "voice": p.voice.name.lower(), "named_by": p.by}
            for p in c.parties
        ],
        "reported": list(c.reported),
        "not_reported": list(c.missing),
    }


def _share(part: int, s: Standing, style: str) -> Text:
    if not s.answers:
        return Text("–", style="dim")
    return Text(f"{part}", style=style if part else "dim").append(f" {round(100 * part / s.answers):>3}%", style="dim")


def _outlets(names: Sequence[str], full: bool) -> str:
    shown = [words.clean(n) for n in names]
    if full or len(shown) <= OUTLETS:
        return "; ".join(shown)
    return f"{'; '.join(shown[:OUTLETS])} and {len(shown) - OUTLETS} more"
