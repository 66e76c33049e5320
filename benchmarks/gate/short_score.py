"""Score the readings of short reports: how well events, phases and tolls are read.

TOLLS    one-to-one where the spans touch, headlines apart. ``tolls_found``: the harm is right as well;
         ``tolls_numbers``: and low and high; ``tolls_exact``: and the source. Over the exact ones: ``status`` and
         ``group`` of the victims where the text tells, ``part``, ``period`` and ``perpetrator`` as marked.
         ``not_tolls``: share of the marked numbers and persons that are, as they must be, no toll.
EVENTS   an event is found where a mention's trigger touches one of its marked words; the first such mention is asked.
         ``events_found``: share of the events. ``type`` and ``phase``: over the found; ``type_all`` and ``phase_all``:
         over all events, so that one not found is wrong. ``unreal``: of the events that did not happen, or long ago,
         those that are part of no present incident that occurred. ``events_made_up``: 1 less the present incidents
         that no mark speaks of, per text. Over found events that happened: date, place, country, killed, injured.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.gate.gold import Json
from benchmarks.gate.score import ASIDE, matching, plain, same_source
from benchmarks.gate.short_gold import GoldEvent, GoldToll, Short

REAL = {"occurred", "ongoing"}
MAX_DAYS = 31  # an incident date wider than this says nothing


@dataclass(frozen=True)
class Score:
    """Figures, how each type, phase and form fared as (right, all), and the single errors."""

    figures: dict[str, float | None]
    groups: dict[str, tuple[int, int]]
    misses: list[tuple[str, str, str]]


def score(pairs: Iterable[tuple[Short, Json]]) -> Score:
    """Score readings against the gold."""
    marks = _Marks()
    for short, reading in pairs:
        _score_tolls(short, reading, marks)
        _score_events(short, reading, marks)
    return marks.score()


class _Marks:
    """Counts while scoring: rates as right of all, F1 as hits, said and gold."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.groups: dict[str, list[bool]] = {}
        self.misses: list[tuple[str, str, str]] = []

    def rate(self, name: str, right: bool, text: str = "", words: str = "") -> bool:
        self.n[name] += right
        self.n[f"{name} of"] += 1
        if not right and words:
            self.misses.append((text, name, words))
        return right

    def group(self, name: str, right: bool) -> None:
        self.groups.setdefault(name, []).append(right)

    def score(self) -> Score:
        figures: dict[str, float | None] = {}
        for name in ("tolls_found", "tolls_numbers", "tolls_exact"):
            hit, said, gold = (self.n[f"{name}{x}"] for x in ("", " said", " gold"))
            figures |= {f"{name}_p": _part(hit, said), f"{name}_r": _part(hit, gold)}
            figures[f"{name}_f1"] = _part(2 * hit, said + gold)
        for name in ("toll_status", "toll_group", "toll_part", "toll_period", "toll_perpetrator", "not_tolls"):
            figures[name] = _part(self.n[name], self.n[f"{name} of"])
        for name in ("events_found", "type", "type_all", "phase", "phase_all", "unreal"):
            figures[name] = _part(self.n[name], self.n[f"{name} of"])
        figures["events_made_up"] = 1 - self.n["made up"] / self.n["texts"] if self.n["texts"] else None
        for name in ("date", "place", "country", "killed", "injured"):
            figures[f"event_{name}"] = _part(self.n[name], self.n[f"{name} of"])
        groups = {k: (sum(v), len(v)) for k, v in sorted(self.groups.items())}
        return Score(figures, groups, self.misses)


def _part(a: int, b: int) -> float | None:
    return a / b if b else None


def _touch(a: Any, b: Any) -> bool:
    return bool(a[0] < b[1] and b[0] < a[1])


def _score_tolls(short: Short, reading: Json, marks: _Marks) -> None:
    said = [t for t in reading["tolls"] if t["span"][0] >= short.body]
    optional = {j for j, g in enumerate(short.tolls) if "opt" in g.flags}
    claims = {c["id"]: c for c in reading["claims"]}

    def harm(t: Json, g: GoldToll) -> bool:
        return t["harm"] in g.harm

    def numbers(t: Json, g: GoldToll) -> bool:
        return harm(t, g) and t["low"] in g.low and t["high"] in g.high

    def exact(t: Json, g: GoldToll) -> bool:
        return numbers(t, g) and any(_same(s, w) for s in _sources(t, claims) for w in g.source)

    def run(name: str, fits: Callable[[Json, GoldToll], bool]) -> dict[int, int]:
        edges = [[j for j, g in enumerate(short.tolls) if _touch(t["span"], g.at) and fits(t, g)] for t in said]
        found = matching([sorted(e, key=lambda j: j in optional) for e in edges])
        # what touches an optional toll may be read in any way
        spare = {i for i, t in enumerate(said) if any(_touch(t["span"], short.tolls[j].at) for j in optional)}
        counted = {i: j for i, j in found.items() if j not in optional}
        marks.n[name] += len(counted)
        marks.n[f"{name} said"] += len(counted) + len(
            [i for i in range(len(said)) if i not in found and i not in spare]
        )
        marks.n[f"{name} gold"] += len(short.tolls) - len(optional)
        return counted

    run("tolls_found", harm)
    near = run("tolls_numbers", numbers)
    found = run("tolls_exact", exact)
    for i, t in enumerate(said):
        if i not in found and not any(_touch(t["span"], short.tolls[j].at) for j in optional):
            names = [s or "author" for s in _sources(t, claims)]
            words = f"{t['text']}: {t['harm']} {t['low']}-{t['high']} {names}"
            marks.misses.append((short.name, "toll: only source wrong" if i in near else "toll made up", words))
    for j, g in enumerate(short.tolls):
        if j in optional:
            continue
        right = j in found.values()
        for form in (*g.forms, *(g.flags - {"opt"} - set(g.forms))):
            marks.group(f"toll form {form}", right)
        for harm_word in g.harm[:1]:
            marks.group(f"harm {harm_word}", right)
        if not right:
            words = f"{short.text[slice(*g.at)]}: {'|'.join(g.harm)} {g.low}-{g.high} {g.source}"
            marks.misses.append((short.name, "toll missed", words))
    for i, j in found.items():
        _score_victims(short, said[i], short.tolls[j], marks)
    for span, what in short.nothing:
        hit = [t for t in said if _touch(t["span"], span) and not any(_touch(t["span"], g.at) for g in short.tolls)]
        marks.group(f"not a toll: {what}", not hit)
        marks.rate("not_tolls", not hit, short.name, f"{short.text[slice(*span)]} ({what})")


def _score_victims(short: Short, t: Json, g: GoldToll, marks: _Marks) -> None:
    victims = t["victims"]
    if g.status:
        marks.rate("toll_status", victims["status"] == g.status, short.name, f"{t['text']}: {victims}, not {g.status}")
    if g.group:
        marks.rate("toll_group", victims["group"] == g.group, short.name, f"{t['text']}: {victims}, not {g.group}")
    if "part" in g.flags:
        marks.rate("toll_part", t["part_of"] is not None, short.name, f"{t['text']} is a part")
    if "perpetrator" in g.flags:
        marks.rate("toll_perpetrator", t["perpetrator"], short.name, f"{t['text']} is the attacker's own")
    if "period" in g.flags or t["scope"] == "period":
        marks.rate(
            "toll_period", (t["scope"] == "period") == ("period" in g.flags), short.name, f"{t['text']}: period?"
        )


def _sources(toll: Json, claims: dict[str, Json]) -> list[str | None]:
    """The source of a toll and those in whose claims that claim stands; [None] for the author."""
    out: list[str | None] = []
    seen: set[str] = set()
    at = toll["claim"]
    while at is not None and at not in seen:
        seen.add(at)
        out.append(claims[at]["source"]["resolved"])
        at = claims[at].get("inside")
    return out or [None]


def _same(said: str | None, gold: str | None) -> bool:
    return said is gold if said is None or gold is None else same_source(said, gold)


def phase_of(mention: Json) -> str:
    """How far the event had come, in the gold's words."""
    if mention["phase"] in ("occurred", "ongoing"):
        if mention["factuality"] in ("CT-", "PR-", "PS-"):
            return "denied"
        return "recalled" if mention["background"] else str(mention["phase"])
    return str(mention["phase"])


def _score_events(short: Short, reading: Json, marks: _Marks) -> None:
    mentions = sorted(reading["mentions"], key=lambda m: m["trigger"]["span"])
    of_incident = {m: i for i in reading["incidents"] for m in i["mentions"]}
    past = {m["id"] for m in mentions if m["background"]}
    present = [
        i for i in reading["incidents"] if i["status"] in ("occurred", "disputed") and not set(i["mentions"]) <= past
    ]
    places = {p["id"]: p for p in reading["places"]}
    touched: set[str] = set()
    for g in short.events:
        told = [m for at in g.at for m in mentions if _touch(m["trigger"]["span"], at)]
        touched |= {m["id"] for m in told}
        m = min(told, key=lambda m: (m["trigger"]["span"], m["event_type"] not in g.types), default=None)
        words = short.text[slice(*g.at[0])]
        marks.rate("events_found", m is not None, short.name, f"{words} ({g.types[0]}, {g.phases[0]})")
        typed, phased = m is not None and m["event_type"] in g.types, m is not None and phase_of(m) in g.phases
        marks.rate("type_all", typed)
        marks.rate("phase_all", phased)
        marks.group(f"type {g.types[0]}", typed)
        marks.group(f"phase {g.phases[0]}", phased)
        if m is None:
            continue
        marks.rate("type", typed, short.name, f"{m['trigger']['text']}: {m['event_type']}, not {g.types}")
        marks.rate("phase", phased, short.name, f"{m['trigger']['text']}: {phase_of(m)}, not {g.phases}")
        incident = of_incident.get(m["id"])
        if not set(g.phases) & REAL:
            leaks = [i for i in present if any(t["id"] in i["mentions"] for t in told)]
            marks.rate("unreal", not leaks, short.name, f"{words} ({g.phases[0]}) is a present incident")
        elif incident is not None:
            _score_slots(short, g, incident, places.get(incident["place"]) or {}, marks)
    marks.n["texts"] += 1
    for i in present:
        if not set(i["mentions"]) & touched and i["event_type"] not in ASIDE:
            told_by = [m["trigger"]["text"] for m in mentions if m["id"] in i["mentions"]]
            marks.n["made up"] += 1
            marks.misses.append((short.name, "event made up", f"{i['event_type']} {told_by}"))


def _score_slots(short: Short, g: GoldEvent, incident: Json, place: Json, marks: _Marks) -> None:
    words = short.text[slice(*g.at[0])]
    if g.days:
        marks.rate("date", _meet(incident["date"], *g.days), short.name, f"{words}: {incident['date']}, not {g.days}")
    if g.places:
        name = place.get("name")
        right = any(plain(name) == plain(w) for w in g.places)
        marks.rate("place", right, short.name, f"{words}: {name}, not {g.places}")
    if g.country:
        right = place.get("country") == g.country
        marks.rate("country", right, short.name, f"{words}: {place.get('country')}, not {g.country}")
    for harm, bounds in g.ranges.items():
        said = incident[harm]
        right = said == (list(bounds) if bounds else None)
        marks.rate(harm, right, short.name, f"{words}: {harm} {said}, not {bounds}")


def _meet(date: Json | None, low: str, high: str) -> bool:
    if not date or not (date["low"] or date["high"]):
        return False
    first, last = date["low"] or date["high"], date["high"] or date["low"]
    days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    asked = (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days
    return bool(first <= high and low <= last) and days <= max(MAX_DAYS, asked)
