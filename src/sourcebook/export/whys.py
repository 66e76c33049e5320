"""Why two incidents are one or two, in a terminal: the score as a waterfall, each term with its sign and meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.link.whys import Pair
from sourcebook.store.whys import Explained

#: Columns of the waterfall's chart.
CHART = 32
#: Narrower than this, what a term means is left out.
NARROW = 100


def print_why(explained: Explained, meanings: Mapping[str, str], console: Console) -> None:
    """The decision, then the pair that speaks most for one incident, term by term; of a chain each link."""
    found = explained.why
    title = Text(f"{explained.a} and {explained.b}", style="bold")
    for id_, target in zip((explained.a, explained.b), explained.leads_to, strict=True):
        if id_ != target:
            title.append(f"\n{id_} is now part of {target}.", style="not bold yellow")
    console.print(title)
    console.print(Text(found.reason, style="green" if found.one else "yellow"))
    pairs = found.chain if len(found.chain) > 1 else (found.best,)
    for pair in pairs:
        _print_pair(pair, explained.paths, meanings, console)
    if len(found.chain) > 1:
        told = f"{found.best.score:+.2f}" if found.best.score is not None else f"none ({'; '.join(found.best.apart)})"
        console.print(Text(f"\nThe two by themselves: {told}.", style="dim"))
    if found.pairs > 1:
        what = "the other reports of the incident" if found.one else "all pairs of their reports"
        console.print(Text(f"Mean over {what} ({found.pairs}): {found.mean:+.2f}.", style="dim"))


def why_to_json(explained: Explained) -> dict[str, Any]:
    """The same as data."""
    found = explained.why

    def pair(p: Pair) -> dict[str, Any]:
        return {
            "a": {"page": p.a[0], "incident": p.a[1], "path": explained.paths.get(p.a[0])},
            "b": {"page": p.b[0], "incident": p.b[1], "path": explained.paths.get(p.b[0])},
            "score": p.score,
            "terms": None if p.terms is None else dict(p.terms),
            "names": list(p.names),
            "apart": list(p.apart),
        }

    return {
        "a": explained.a,
        "b": explained.b,
        "incidents": list(explained.leads_to),
        "one": found.one,
        "reason": found.reason,
        "best": pair(found.best),
        "mean": found.mean,
        "pairs": found.pairs,
        "articles_telling_both": found.clashing,
        "chain": [pair(p) for p in found.chain],
    }


def _print_pair(pair: Pair, paths: Mapping[str, str], meanings: Mapping[str, str], console: Console) -> None:
    names = [words.clean(paths.get(page, page)) for page, _ in (pair.a, pair.b)]
    console.print(Text(f"\n{names[0]}  ↔  {names[1]}", style="dim"))
    if pair.terms is None:
        for reason in pair.apart:
            console.print(Text(f"  not compared: {reason}"))
        return
    bars = waterfall([value for _, value in pair.terms])
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=13)
    table.add_column(width=6, justify="right")
    table.add_column(width=CHART, no_wrap=True)
    wide = console.width >= NARROW
    if wide:
        table.add_column(ratio=1, overflow="fold")
    for (term, value), bar in zip(pair.terms, bars, strict=True):
        style = "green" if value > 0 else "red"
        row = [Text(term), Text(f"{value:+.2f}", style=style), Text(bar, style=style)]
        if wide:
            said = f"{', '.join(pair.names)}" if term == "names" and pair.names else meanings.get(term, "")
            row.append(Text(words.shortened(words.clean(said), max(20, console.width - CHART - 26)), style="dim"))
        table.add_row(*row)
    score = pair.score or 0.0
    style = "bold green" if score > 0 else "bold red"
    table.add_row(
        Text("score", style="bold"),
        Text(f"{score:+.2f}", style=style),
        Text(_axis([v for _, v in pair.terms]), style="dim"),
    )
    console.print(table)
    if not wide and pair.names:
        console.print(Text(f"names in common: {', '.join(words.clean(n) for n in pair.names)}", style="dim"))


def waterfall(values: list[float], width: int = CHART) -> list[str]:
    """A bar for each value, from where the sum stood to where it stands; a block is at least one column."""
    low, scale = _scale(values, width)
    bars, at = [], 0.0
    for value in values:
        start, end = sorted((at, at + value))
        left = min(width - 1, round((start - low) * scale))
        length = max(1, round((end - low) * scale) - left)
        bars.append(" " * left + "█" * length)
        at += value
    return bars


def _axis(values: list[float], width: int = CHART) -> str:
    """Where zero is: above it two reports are one incident."""
    low, scale = _scale(values, width)
    zero = min(width - 1, round((0 - low) * scale))
    return " " * zero + "╵0"


def _scale(values: list[float], width: int) -> tuple[float, float]:
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    low, high = min(sums), max(sums)
    return low, (width - 2) / ((high - low) or 1)
