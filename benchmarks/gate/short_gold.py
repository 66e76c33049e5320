"""The short gold: three hundred reports marked in their text. ``tests/gold/short/README.md`` says how."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gate.gold import GOLD, HALVES, GoldError, SpanPair
from sourcebook.records import EventType, Harm, PageMeta, Phase

FOLDER = GOLD / "short"
MARK = re.compile(r"\[([TNE]\d+(?:,[TNE]\d+)*):")
PHASES = {p.value for p in Phase} | {"denied", "recalled"}
STATUSES = ("civilian", "combatant")
FLAGS = ("part", "period", "perpetrator", "opt")
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True)
class GoldToll:
    """A marked toll. ``source``: names of whom it is according to, None for the author."""

    at: SpanPair
    harm: tuple[str, ...]
    low: tuple[int, ...]
    high: tuple[int | None, ...]
    source: tuple[str | None, ...]
    forms: tuple[str, ...]
    status: str | None
    group: str | None
    flags: frozenset[str]


@dataclass(frozen=True)
class GoldEvent:
    """A marked event with the words that tell of it, in page order."""

    at: tuple[SpanPair, ...]
    types: tuple[str, ...]
    phases: tuple[str, ...]
    days: tuple[str, str] | None
    places: tuple[str, ...]
    country: str | None
    ranges: dict[str, Bounds | None]


@dataclass(frozen=True)
class Short:
    """One report with what it says."""

    name: str
    half: str
    text: str
    meta: PageMeta
    body: int  # where the headline ends
    tolls: tuple[GoldToll, ...]
    events: tuple[GoldEvent, ...]
    nothing: tuple[tuple[SpanPair, str], ...]


def load(half: str | None = None) -> list[Short]:
    """All short reports, or one half, in the order of names. Raises GoldError."""
    return [_load(f, h) for h in HALVES if half in (None, h) for f in sorted((FOLDER / h).glob("*.mark"))]


def fingerprint() -> str:
    """SHA-256 over the files."""
    digest = hashlib.sha256()
    for half in HALVES:
        for file in sorted((FOLDER / half).glob("*.mark")):
            digest.update(f"{half}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def unmark(marked: str) -> tuple[str, dict[str, list[SpanPair]]]:
    """The report without its marks, and the spans of each mark in page order."""
    out: list[str] = []
    stack: list[tuple[list[str], int]] = []
    spans: dict[str, list[SpanPair]] = {}
    length = i = 0
    while i < len(marked):
        if m := MARK.match(marked, i):
            stack.append((m[1].lower().split(","), length))
            i = m.end()
            continue
        if marked[i] == "]" and stack:
            names, start = stack.pop()
            for name in names:
                spans.setdefault(name, []).append((start, length))
        else:
            out.append(marked[i])
            length += 1
        i += 1
    return "".join(out), {k: sorted(v) for k, v in spans.items()}


def _load(file: Path, half: str) -> Short:
    head, _, rest = file.read_text(encoding="utf-8").partition("\n")
    marked, _, lines = rest.partition("\n----\n")
    text, spans = unmark(marked + "\n")
    published, outlet = head.removeprefix("# ").split(" | ")
    meta = PageMeta(None, outlet, dt.date.fromisoformat(published), "sidecar", "en")
    tolls, events, nothing = [], [], []
    asked = set()
    for line in filter(None, lines.splitlines()):
        first, *fields = [f.strip() for f in line.split(" ; ")]
        name, _, what = first.partition(" ")
        if name not in spans:
            raise GoldError(f"{file.name}: {name} is not marked")
        asked.add(name)
        if name[0] == "t":
            tolls.append(_toll(file.name, spans[name][0], what, fields))
        elif name[0] == "e":
            events.append(_event(file.name, tuple(spans[name]), what, fields))
        else:
            nothing += [(s, what) for s in spans[name]]
    if asked != set(spans):
        raise GoldError(f"{file.name}: no line for {sorted(set(spans) - asked)}")
    return Short(file.stem, half, text, meta, text.index("\n"), tuple(tolls), tuple(events), tuple(nothing))


def _toll(name: str, at: SpanPair, what: str, fields: list[str]) -> GoldToll:
    harm, low, high = [w.split("|") for w in what.split()]
    if set(harm) - set(Harm):
        raise GoldError(f"{name}: no harm: {harm}")
    sources, forms, victims = [*fields, ""][:3]
    words = [w for w in victims.split() if w != "-"]
    groups = [w for w in words if w not in STATUSES and w not in FLAGS]
    return GoldToll(
        at,
        tuple(harm),
        tuple(map(int, low)),
        tuple(None if h == "-" else int(h) for h in high),
        tuple(None if s.strip() == "author" else s.strip() for s in sources.split("|")),
        tuple(forms.split()),
        next((w for w in words if w in STATUSES), None),
        groups[0] if groups else None,
        frozenset(w for w in words if w in FLAGS),
    )


def _event(name: str, at: tuple[SpanPair, ...], what: str, fields: list[str]) -> GoldEvent:
    types, phases = what.split("|"), fields[0].split("|")
    if wrong := set(types) - set(EventType) | set(phases) - PHASES:
        raise GoldError(f"{name}: neither type nor phase: {sorted(wrong)}")
    low, _, high = fields[1].partition("..")
    place, _, country = fields[2].rpartition(" ")
    ranges: dict[str, Bounds | None] = {}
    for field in fields[3:]:
        harm, bounds = field.split()
        ranges[harm] = None if bounds == "null" else (int(bounds.split("-")[0]), int(bounds.split("-")[1]))
    return GoldEvent(
        at,
        tuple(types),
        tuple(phases),
        None if low == "-" else (low, high or low),
        tuple(p for p in place.split("|") if p not in ("", "-")),
        None if country == "-" else country,
        ranges,
    )
