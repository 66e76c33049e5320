"""The project's own gold: reports annotated by hand, with every string anchored in its text.

``tests/gold/open`` may be looked at while rules are written, ``tests/gold/held`` not. A file ``NAME.gold.json`` holds
the annotations; ``text`` names the report, beside it or among the examples. An anchor is the exact words, or
``[words, n]`` for the n-th place where they stand.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sourcebook.records import PageMeta

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
HALVES = ("open", "held")
Json = dict[str, Any]
SpanPair = tuple[int, int]


class GoldError(Exception):
    """A gold file is not sound: it names words that are not in its text, or not as often as it says."""


@dataclass(frozen=True)
class Gold:
    """One annotated report. ``data`` is the JSON with every anchor replaced by its ``(start, end)``."""

    name: str
    half: str
    path: Path
    text: str
    data: Json

    @property
    def meta(self) -> PageMeta:
        """What the reader is told about the page."""
        page = self.data["page"]
        day = dt.date.fromisoformat(page["published"]) if page["published"] else None
        return PageMeta(page["url"], page["outlet"], day, "sidecar" if day else None, page["language"])


def load(half: str | None = None) -> list[Gold]:
    """All gold, or one half of it, in the order of names. Raises GoldError."""
    return [_load(f, h) for h in HALVES if half in (None, h) for f in sorted((GOLD / h).glob("*.gold.json"))]


def fingerprint() -> str:
    """SHA-256 over the names and bytes of all gold files and their texts."""
    digest = hashlib.sha256((GOLD / "links.json").read_bytes())
    for half in HALVES:
        for file in sorted((GOLD / half).glob("*.gold.json")):
            text = _text_path(file, json.loads(file.read_text(encoding="utf-8")))
            for part in (f"{half}/{file.name}".encode(), file.read_bytes(), text.read_bytes()):
                digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def occurrences(text: str, words: str) -> list[SpanPair]:
    """Every place where the words stand by themselves, not inside a longer word."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _text_path(file: Path, data: Json) -> Path:
    text = str(data["text"])
    return ROOT / text if "/" in text else file.parent / text


def _load(file: Path, half: str) -> Gold:
    data = json.loads(file.read_text(encoding="utf-8"))
    path = _text_path(file, data)
    with path.open(encoding="utf-8", newline="") as opened:
        text = opened.read()

    def spot(anchor: str | list[Any]) -> SpanPair:
        words, nth = (anchor, 1) if isinstance(anchor, str) else anchor
        starts = [m.start() for m in re.finditer(f"(?={re.escape(words)})", text)]
        if isinstance(anchor, str) and len(starts) != 1:
            raise GoldError(f"{file.name}: {words!r} stands {len(starts)} times in the text")
        if nth > len(starts):
            raise GoldError(f"{file.name}: {words!r} stands only {len(starts)} times in the text")
        return starts[nth - 1], starts[nth - 1] + len(words)

    for claim in data["claims"]:
        for part in ("source", "cue", "content"):
            claim[part] = [spot(a) for a in claim[part]]
    for kind in ("tolls", "dates", "places"):
        for item in data[kind]:
            item["at"] = spot(item["at"])
    for words in [w for group in data["must_not"].values() for w in group] + data["cues_optional"]:
        if not occurrences(text, words):
            raise GoldError(f"{file.name}: {words!r} is not in the text")
    return Gold(file.name.removesuffix(".gold.json"), half, path, text, data)
