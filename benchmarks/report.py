"""Where the figures are kept: ``benchmarks/figures.json``, and the generated parts of ``docs/benchmarks.md``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "benchmarks" / "figures.json"
DOC = ROOT / "docs" / "benchmarks.md"


def load_figures() -> dict[str, Any]:
    """All figures of the last runs."""
    return dict(json.loads(FIGURES.read_text(encoding="utf-8"))) if FIGURES.exists() else {}


def save_figures(figures: dict[str, Any]) -> None:
    """Write the figures, sorted, so that a change shows as one."""
    FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def put_part(name: str, body: str) -> None:
    """Replace what stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` in the document."""
    text = DOC.read_text(encoding="utf-8")
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    pattern = re.escape(begin) + ".*?" + re.escape(end)
    if not re.search(pattern, text, re.DOTALL):
        raise SystemExit(f"{DOC} has no part {name!r}")
    DOC.write_text(re.sub(pattern, lambda _: f"{begin}\n{body}\n{end}", text, flags=re.DOTALL), encoding="utf-8")
