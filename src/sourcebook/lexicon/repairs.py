"""Where the parser is known to break on news sentences (``data/repairs.toml``)."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.rules import load_rules


@dataclass(frozen=True, slots=True)
class Repair:
    """Participles of consequence that belong to the main clause, not to a side clause without a cause of its own."""

    id: str
    example: str
    counter_example: str
    participles: frozenset[str]
    causes: frozenset[str]


def load_repairs() -> dict[str, Repair]:
    """The rules by id."""
    return {r.id: r for r in load_rules("repairs", Repair)}
