"""The floors: what has been reached, written down so that it is not lost. They only rise."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
MARGIN = 0.005  # a floor is set this far under the figure: the model's last digits differ between processors
HEAD = """# What the quality gate holds: no figure of `python -m benchmarks.gate` may fall below its floor.
# Floors rise with `--raise`, never fall; when the gold changes they are set anew with `--restate`, with the reason in
# the commit. The figures are defined in score.py.
"""


@dataclass(frozen=True)
class Floors:
    """The fingerprint of the gold that the floors were set on, and the floor of each figure (absent: 0)."""

    fingerprint: str
    values: dict[str, float]

    def below(self, figures: dict[str, float | None]) -> dict[str, tuple[float, float]]:
        """The figures under their floors. One that can no longer be computed counts as 0."""
        got = {k: figures.get(k) or 0.0 for k in self.values}
        return {k: (got[k], floor) for k, floor in self.values.items() if got[k] < floor}

    def raised(self, figures: dict[str, float | None]) -> Floors:
        """Floors at the figures less the margin where that is higher. A claim form has too few claims for a floor."""
        values = dict(self.values)
        for name, value in figures.items():
            if value is not None and not name.startswith("form "):
                values[name] = max(values.get(name, 0.0), math.floor((value - MARGIN) * 1000) / 1000, 0.0)
        return Floors(self.fingerprint, values)


def load_floors(file: Path = FILE) -> Floors:
    """The floors as they stand in the file."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Floors(data["gold"]["fingerprint"], {k: float(v) for k, v in data["floors"].items()})


def save_floors(floors: Floors, file: Path = FILE) -> None:
    """Write the file."""
    rows = [f"{name} = {value:.3f}" for name, value in floors.values.items()]
    text = f'{HEAD}\n[gold]\nfingerprint = "{floors.fingerprint}"\n\n[floors]\n' + "\n".join(rows)
    file.write_text(text.rstrip() + "\n", encoding="utf-8")
