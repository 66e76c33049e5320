"""The gold of pages that tell several events, each marked in the text. ``tests/gold/pages/README.md`` says how."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gate.gold import GOLD, HALVES, GoldError, Json, SpanPair
from sourcebook.records import EventType, PageMeta

FOLDER = GOLD / "pages"
MARK = re.compile(r"\[([a-z][a-z0-9]*(?:,[a-z][a-z0-9]*)*):")
STYLES = ("wire", "round-up", "live blog", "local paper", "police blotter", "state agency", "bulletin", "scraped page")
#: What is hard about a page: ``tests/gold/pages/README.md`` says what each means.
HARD = {"sum", "period", "recalled", "return", "same-town", "two-dates", "one-sentence", "denial", "none-hurt", "claim"}
HARD |= {"later-death", "retaliation", "attackers-dead", "counts-differ", "rising", "undated", "menu"}
KEYS = {"types", "date", "places", "country", "killed", "injured", "actors", "background", "unreal", "optional"}
SUM = "all"  # the mark of what is told of several events together, or of a period
Range = tuple[int, int] | None


@dataclass(frozen=True)
class Event:
    """One event that a page tells, with the passages that tell of it.

    ``kind``: present, background (recalled), unreal (denied, planned, foiled) or optional (may be told or not).
    ``killed`` and ``injured``: the ranges that are right, (None,) where nobody gives a number.
    """

    id: str
    kind: str
    at: tuple[SpanPair, ...]
    types: tuple[str, ...]
    days: tuple[str, str] | None
    places: tuple[str, ...]
    countries: tuple[str, ...]
    killed: tuple[Range, ...]
    injured: tuple[Range, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True)
class MarkedPage:
    """One page with what it tells. ``main``: the events that may come first; ``sums``: passages on several together."""

    name: str
    half: str
    style: str
    hard: frozenset[str]
    text: str
    meta: PageMeta
    main: tuple[str, ...]
    events: tuple[Event, ...]
    spans: dict[str, tuple[SpanPair, ...]]
    sums: tuple[SpanPair, ...]

    def owners(self, at: SpanPair) -> frozenset[str]:
        """The events in whose passages a span lies."""
        return frozenset(e for e, spans in self.spans.items() if any(s <= at[0] and at[1] <= t for s, t in spans))


def load(half: str | None = None) -> list[MarkedPage]:
    """All pages, or those of one half, in the order of names. Raises GoldError."""
    return [_load(f, h) for h in HALVES if half in (None, h) for f in sorted((FOLDER / h).glob("*.toml"))]


def fingerprint() -> str:
    """SHA-256 over the files."""
    digest = hashlib.sha256()
    for half in HALVES:
        for file in sorted((FOLDER / half).glob("*.toml")):
            digest.update(f"{half}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def unmark(marked: str) -> tuple[str, dict[str, tuple[SpanPair, ...]]]:
    """The page without its marks, and the passages of each event in page order."""
    out: list[str] = []
    stack: list[tuple[list[str], int] | None] = []
    spans: dict[str, list[SpanPair]] = {}
    length = i = 0
    while i < len(marked):
        if m := MARK.match(marked, i):
            stack.append((m[1].split(","), length))
            i = m.end()
            continue
        if marked[i] == "]" and stack and (opened := stack.pop()):
            for name in opened[0]:
                spans.setdefault(name, []).append((opened[1], length))
        else:
            if marked[i] == "[":
                stack.append(None)  # a bracket of the page's own
            out.append(marked[i])
            length += 1
        i += 1
    if stack:
        raise GoldError("a mark is not closed")
    return "".join(out), {k: tuple(sorted(v)) for k, v in spans.items()}


def _load(file: Path, half: str) -> MarkedPage:
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    text, spans = unmark(data["text"])
    events = tuple(_event(file.name, name, e, spans.get(name, ())) for name, e in data["incident"].items())
    sums = spans.pop(SUM, ())
    if set(spans) != set(data["incident"]):
        raise GoldError(f"{file.name}: marked and described differ: {sorted(set(spans) ^ set(data['incident']))}")
    if data["style"] not in STYLES or set(data["hard"]) - HARD:
        raise GoldError(f"{file.name}: {data['style']} or {sorted(set(data['hard']) - HARD)} is not known")
    day = dt.date.fromisoformat(data["published"]) if "published" in data else None
    main = _several(data["main"])
    if set(main) - {e.id for e in events if e.kind == "present"}:
        raise GoldError(f"{file.name}: no present event: {main}")
    meta = PageMeta(None, data.get("outlet"), day, "sidecar" if day else None, "en")
    return MarkedPage(file.stem, half, data["style"], frozenset(data["hard"]), text, meta, main, events, spans, sums)


def _event(file: str, name: str, e: Json, at: tuple[SpanPair, ...]) -> Event:
    if set(e) - KEYS or set(e["types"]) - set(EventType):
        raise GoldError(f"{file}: {name}: {sorted(set(e) - KEYS)}, {sorted(set(e['types']) - set(EventType))}")
    low, _, high = e.get("date", "").partition("..")
    return Event(
        name,
        next((k for k in ("background", "unreal", "optional") if e.get(k)), "present"),
        at,
        tuple(e["types"]),
        (low, high or low) if low else None,
        tuple(e.get("places", ())),
        _several(e.get("country", ())),
        _ranges(e.get("killed")),
        _ranges(e.get("injured")),
        tuple(e.get("actors", ())),
    )


def _several(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _ranges(said: list[Any] | None) -> tuple[Range, ...]:
    """``[2, 3]``, or several that are all right: ``[[2, 3], [3, 3]]``; ``[]`` among them: no number."""
    if said is None:
        return (None,)
    several = [s for s in said if isinstance(s, list)] or [said]
    return tuple((int(s[0]), int(s[1])) if s else None for s in several)
