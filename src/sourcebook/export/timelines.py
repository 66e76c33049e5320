"""The course of an incident's toll in a terminal: each number with its day, its source, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.records import Count, Incident, Question
from sourcebook.store.incidents import Dossier

QUESTIONS = (Question.KILLED, Question.INJURED)
#: Columns of the chart, and the narrowest terminal that has room for it beside the text.
CHART, NARROW = 28, 72
SOURCE = 60


def print_timeline(dossier: Dossier, console: Console) -> None:
    """For killed and injured, one line a number in the order in which they were given, then the range that stands."""
    i = dossier.incident
    if dossier.asked:
        console.print(Text(f"{dossier.asked} is now part of {i.id}.", style="yellow"))
    place = words.clean(i.place.name) if i.place else "no place"
    console.print(
        Text(f"{words.event_type(i.event_type)} · {place} · {words.date_range(i.date) or 'no date'}", style="bold")
    )
    console.print(Text(i.id, style="dim"))
    for question in QUESTIONS:
        counts = [(n, c) for n, c in enumerate(i.counts) if c.question is question]
        if counts:
            _print_course(question, counts, i, console)
    if not i.counts:
        console.print(f"\nNo source gives a number of killed or injured. All that they say: sourcebook show {i.id}")


def timeline_to_json(incident: Incident) -> dict[str, Any]:
    """The same as data. ``line`` numbers the counts, ``replaced_by`` is such a number."""
    return {
        "incident": incident.id,
        "counts": [
            {
                "line": n,
                "question": c.question.value,
                "low": c.low,
                "high": c.high,
                "as_of": c.as_of.low.isoformat() if c.as_of and c.as_of.low else None,
                "source": c.source,
                "outlet": incident.accounts[c.account].outlet,
                "page": incident.accounts[c.account].page,
                "claim": incident.accounts[c.account].claim,
                "quote": incident.accounts[c.account].quote_text,
                "replaced_by": None if c.replaced_by is None else c.replaced_by + 1,
                "why": c.why or None,
            }
            for n, c in enumerate(incident.counts, 1)
        ],
        "killed": list(incident.killed) if incident.killed else None,
        "injured": list(incident.injured) if incident.injured else None,
        "rule": RULE,
    }


#: How the current range comes about, in one sentence.
RULE = "the range runs from the lowest to the highest of the numbers that nothing has replaced"


def _print_course(question: Question, counts: Sequence[tuple[int, Count]], i: Incident, console: Console) -> None:
    console.print(Text(f"\n{words.QUESTIONS[question]}", style="bold"))
    top = max(max(c.low, c.high or 0) for _, c in counts)
    wide = console.width >= NARROW
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=3, justify="right")
    table.add_column(width=11, no_wrap=True)
    if wide:
        table.add_column(width=CHART, no_wrap=True)
    table.add_column(ratio=1)
    for n, c in counts:
        gone = c.replaced_by is not None
        account = i.accounts[c.account]
        style = "dim" if gone else ""
        number = words.number_range((c.low, c.high))
        name = words.shortened(words.source_name(c.source), SOURCE)
        who = Text(number, style=f"bold {style}".strip()).append(
            f"  {name[:1].upper()}{name[1:]}", style=f"not bold {style}"
        )
        if account.outlet and words.clean(account.outlet) != name:
            who.append(f" · {words.clean(account.outlet)}", style="not bold dim")
        if gone:
            who.append(f"\n→ replaced by {(c.replaced_by or 0) + 1}: {words.clean(c.why)}", style="not bold yellow")
        day = Text(words.date_range(c.as_of) or "no date", style=style)
        row = [Text(str(n + 1), style="dim"), day]
        if wide:
            row.append(Text(bar(c, top), style="dim" if gone else "cyan"))
        table.add_row(*row, who)
    console.print(table)
    if wide:
        console.print(Text(" " * 16 + "0" + f"{top:,}".rjust(CHART - 1), style="dim"))
    told = words.told_range(i, question)
    standing = sum(c.replaced_by is None for _, c in counts)
    console.print(
        Text("Now: ", style="bold")
        .append(f"{told or 'no number stands'}", style="bold green")
        .append(
            f" · {words.counted(standing, 'number')} of {len(counts)} {'stands' if standing == 1 else 'stand'}; {RULE}",
            style="not bold dim",
        )
    )


def bar(count: Count, top: int, width: int = CHART) -> str:
    """A number on a line from 0 to the highest: ● exact, ├──┤ a range, ├──→ open upwards."""
    scale = (width - 1) / max(1, top)
    low = round(count.low * scale)
    if count.high == count.low:
        return " " * low + "●"
    if count.high is None:
        return (" " * low + "├" + "─" * 3)[: width - 1] + "→"
    high = max(low + 1, round(count.high * scale))
    return " " * low + "├" + "─" * (high - low - 1) + "┤"
