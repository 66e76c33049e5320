"""The candidates of a place name in a terminal, with the terms of their scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import Candidate
from sourcebook.read.explained import Explained

if TYPE_CHECKING:
    from rich.console import Console


def print_weighed(explained: Explained, gazetteer: Gazetteer, console: Console, top: int) -> None:
    """A table of the best candidates, the place taken marked, and in a line below it what was decided and why."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    weighed = explained.weighed
    if not weighed:
        console.print(
            f"No place is called {explained.name!r}. A larger list: sourcebook gazetteer import", markup=False
        )
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("", width=1)
    for title, justify in (("place", "left"), ("in", "left"), ("is a", "left"), ("people", "right")):
        table.add_column(title, justify=justify, overflow="fold")  # type: ignore[arg-type]
    table.add_column("score", justify="right")
    table.add_column("terms", overflow="fold")
    taken = explained.chosen.id if explained.chosen else None
    for w in weighed[:top]:
        c = w.place
        people = f"{c.population:,}" if c.population else ""
        cells = [
            "*" if c.id == taken else "",
            c.name,
            where(c, gazetteer),
            c.kind.value,
            people,
            f"{w.total:.1f}",
            w.why,
        ]
        table.add_row(*(Text(cell) for cell in cells), style="bold" if c.id == taken else "")
    console.print(table)
    if len(weighed) > top:
        console.print(f"and {len(weighed) - top} more (--top)")
    console.print(decision(explained, gazetteer), markup=False, soft_wrap=True)


def where(c: Candidate, gazetteer: Gazetteer) -> str:
    """Division and state of a place."""
    division = gazetteer.division(c.country, c.admin1) if c.country else None
    state = gazetteer.country(c.country) if c.country else None
    parts = [
        division.name if division and division.id != c.id else "",
        state.name if state and state.id != c.id else "",
    ]
    return ", ".join(p for p in parts if p)


def decision(explained: Explained, gazetteer: Gazetteer) -> str:
    """What was decided, in a sentence."""
    c, weighed = explained.chosen, explained.weighed
    times = f" ({explained.times} times)" if explained.times > 1 else ""
    if c is None:
        return f"{explained.name}: no place taken{times}; a small town in a state that nothing else speaks of."
    at = f"{c.lat:.3f}, {c.lon:.3f}" + (f", GeoNames {c.geonames}" if c.geonames else "")
    named = ", ".join(p for p in (c.name, where(c, gazetteer)) if p)
    out = f"{explained.name}: {named}{times} — {at}, within {c.radius_km:g} km"
    if c.id != weighed[0].place.id:
        return f"{out}; decided otherwise than by the score: {explained.why}"
    if len(weighed) == 1:
        return f"{out}; the only place of this name"
    ahead = weighed[0].total - weighed[1].total
    gains = {n: v - weighed[1].terms.get(n, 0.0) for n, v in weighed[0].terms.items()}
    best = [n for n, v in sorted(gains.items(), key=lambda g: -g[1]) if v >= 0.05][:2]
    return f"{out}; ahead by {ahead:.1f}" + (f" through {' and '.join(best)}" if best else "")
