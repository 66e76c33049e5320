"""Score the readings of pages that tell several events: is each told once, by itself, and with its own numbers?

A said incident is present where its status is occurred or disputed and it is not background. Said present incidents and
the gold's events (of any kind) are paired one-to-one so that they agree most in passage, place, toll, date and family
of type; a pair must share a place, a toll above nobody, or the date with the family of type.

INCIDENTS  ``incidents_p/r/f1``: said present incidents paired with present events. Types in ASIDE that the gold does
           not list, and what is paired with an optional event, are not held against the reading.
APART      of the events, those that some incident tells (a trigger or a toll stands in the event's passage and in no
           other's) and of which nothing stands in an incident that is paired with another event. 1 less this:
           over-merged. Recalled and denied events need not be told.
TOLLS      ``tolls_apart``: the same of tolls alone, for present events that have a number above nobody.
           ``sums``: of the passages that give a number over several events or a period, those of which no number bounds
           the range of a present incident whose event has no such number (or that is paired with none).
WHOLE      of the present events that present incidents tell, those that are told by one only.
B-CUBED    ``bcubed_p/r/f1`` over the triggers in incidents that stand in one event's passage alone: grouped by
           incident, against by event.
ASIDE      ``recalled``: of the recalled events, those neither paired with a present incident nor told as having
           happened within one; ``unreal``: the same for what is denied, planned, foiled, which may be disputed.
SLOTS      over pairs of present ones: type, date (days meet, a week's slack in width), place, country, actors (one is
           named) where the gold says; killed, injured: the range is right, asked where either side has one.
           ``killed_all`` and ``injured_all``: the same over all present events that have a number, unpaired are wrong.
MAIN       the first present incident is paired with (one of) the page's main events.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.gate.gold import Json, SpanPair
from benchmarks.gate.pages_gold import Event, MarkedPage
from benchmarks.gate.score import ASIDE, plain

FAMILIES = (
    {"air-strike", "drone-strike", "shelling", "strike", "chemical-attack"},
    {"bombing", "suicide-bombing", "grenade"},
    {"armed-attack", "armed-clash", "killing", "execution", "abduction", "sexual-violence", "torture"},
    {"shootdown", "weapons-use-disrupted"},
    {"riot", "protest", "force-against-protesters", "looting-destruction"},
    {"vessel-attack", "vessel-seizure"},
)
SLACK = 6  # days by which a said date may be wider than the gold's
HARMS = ("killed", "injured")
SLOTS = ("type", "date", "place", "country", *HARMS, "actors")
FIGURES = ("apart", "tolls_apart", "sums", "whole", "recalled", "unreal", "main", *SLOTS, "killed_all", "injured_all")


@dataclass
class Score:
    """Counts behind the figures, by style and by what is hard as well, and the single errors."""

    n: Counter[str] = field(default_factory=Counter)
    groups: dict[str, Counter[str]] = field(default_factory=dict)
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    def rate(self, name: str, right: bool, page: str, words: str = "") -> None:
        """One answer, right or wrong."""
        self.n[name] += right
        self.n[f"{name} of"] += 1
        if not right:
            self.misses.append((page, name, words))

    @property
    def figures(self) -> dict[str, float | None]:
        """All figures; None where there was nothing to ask."""
        return figures_of(self.n)


def figures_of(n: Counter[str]) -> dict[str, float | None]:
    """Counts to shares."""
    hit, said, gold = n["hit"], n["said"], n["gold"]
    out = {"incidents_p": _share(hit, said), "incidents_r": _share(hit, gold)}
    out["incidents_f1"] = _share(2 * hit, said + gold)
    p, r = _share(n["bcubed_p"], n["triggers"]), _share(n["bcubed_r"], n["triggers"])
    out |= {"bcubed_p": p, "bcubed_r": r, "bcubed_f1": 2 * p * r / (p + r) if p and r else None}
    return out | {name: _share(n[name], n[f"{name} of"]) for name in FIGURES}


def score(pairs: Iterable[tuple[MarkedPage, Json]]) -> Score:
    """Score readings against the gold."""
    out = Score()
    for page, reading in pairs:
        one = Score()
        _score_page(page, reading, one)
        out.n += one.n
        out.misses += one.misses
        for group in (f"style: {page.style}", *(f"with: {h}" for h in sorted(page.hard))):
            out.groups.setdefault(group, Counter()).update({"pages": 1, **one.n})
    return out


def _share(a: float, b: float) -> float | None:
    return a / b if b else None


@dataclass(frozen=True)
class _Said:
    """A said incident with the events in whose passages its words stand.

    ``counts``: its tolls alone; ``asserts``: these and what is told as having happened now. ``joined``: how the words
    on each event came in, for a list of errors.
    """

    incident: Json
    place: Json
    tells: Counter[str]
    counts: Counter[str]
    asserts: Counter[str]
    joined: dict[str, str]
    present: bool

    def words(self) -> str:
        """For a list of errors."""
        i = self.incident
        date = i["date"] and f"{i['date']['low']}..{i['date']['high']}"
        name = self.place.get("name")
        return f"{i['id']} {i['event_type']} {date} {name} killed {i['killed']} injured {i['injured']}"


def _said(page: MarkedPage, reading: Json) -> list[_Said]:
    mentions = {m["id"]: m for m in reading["mentions"]}
    tolls = {t["id"]: t for t in reading["tolls"]}
    places = {p["id"]: p for p in reading["places"]}
    out = []
    for i in reading["incidents"]:
        told = [mentions[m] for m in i["mentions"]]
        triggers: set[SpanPair] = {tuple(m["trigger"]["span"]) for m in told}
        harmed = {tuple(tolls[t]["span"]) for m in told for t in m["tolls"] if tolls[t]["harm"] in HARMS}
        harmed |= {tuple(a["quote"]["span"]) for a in i["accounts"] if a["question"] in HARMS}
        present = i["status"] in ("occurred", "disputed") and not i["background"]
        place = places.get(i["place"]) or {}
        real = {tuple(m["trigger"]["span"]) for m in told if _real(m)}
        joined = {e: _how(page, e, told, mentions) for e in page.spans}
        tells, counts, asserts = (_owned(page, spans) for spans in (triggers | harmed, harmed, real | harmed))
        out.append(_Said(i, place, tells, counts, asserts, joined, present))
    return out


def _owned(page: MarkedPage, spans: set[SpanPair]) -> Counter[str]:
    return Counter(next(iter(o)) for s in spans if len(o := page.owners(s)) == 1)


def _real(m: Json) -> bool:
    return m["phase"] in ("occurred", "ongoing") and m["factuality"][-1] != "-" and not m["background"]


def _how(page: MarkedPage, event: str, told: list[Json], mentions: dict[str, Json]) -> str:
    own = [m for m in told if page.owners(m["trigger"]["span"]) == {event}]
    first = [mentions[m["same_as"]]["trigger"]["span"] for m in own if m.get("same_as") in mentions]
    if not own:
        return "by a toll"
    if any(page.owners(s) != {event} for s in first):
        return "as a retelling of " + ("a summary" if not any(page.owners(s) for s in first) else "another")
    return "when incidents were made"


def _range(i: Json, harm: str) -> tuple[int, int] | None:
    return tuple(i[harm]) if i[harm] else None


def _family(a: str, b: str) -> bool:
    return a == b or any(a in f and b in f for f in FAMILIES)


def _place(s: _Said, e: Event) -> bool:
    """By its name, or as it is written where the country is right: gazetteers spell as they like."""
    keys = ("name", "text") if not e.countries or s.place.get("country") in e.countries else ("name",)
    return any(plain(s.place.get(k)) == plain(w) for k in keys for w in e.places)


def _date(s: _Said, e: Event) -> bool:
    date = s.incident["date"]
    if not e.days or not date or not (date["low"] or date["high"]):
        return False
    first, last = date["low"] or date["high"], date["high"] or date["low"]
    width = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    asked = (dt.date.fromisoformat(e.days[1]) - dt.date.fromisoformat(e.days[0])).days
    return bool(first <= e.days[1] and e.days[0] <= last) and width <= asked + SLACK


def agreement(s: _Said, e: Event) -> float:
    """How much a said incident and an event agree; 0: they cannot be one."""
    toll = {h: bool(any(r := _range(s.incident, h) or ())) and r in getattr(e, h) for h in HARMS}
    place, date = _place(s, e), _date(s, e)
    family = any(_family(s.incident["event_type"], t) for t in e.types)
    if not (place or any(toll.values()) or (date and family)):
        return 0.0
    passage = s.tells[e.id] / s.tells.total() if s.tells else 0.0
    exact = s.incident["event_type"] in e.types
    return 3 * passage + 2 * place + 2 * toll["killed"] + toll["injured"] + date + family + exact / 2


def pair(said: list[_Said], events: tuple[Event, ...]) -> dict[int, int]:
    """Which said incident is which event: the one-to-one pairs that agree most together."""
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}  # by the set of events taken
    for i, s in enumerate(said):
        after = dict(best)
        for j, e in enumerate(events):
            if worth := agreement(s, e):
                for taken, (total, pairs) in best.items():
                    key = taken | 1 << j
                    if not taken >> j & 1 and total + worth > after.get(key, (-1.0, ()))[0]:
                        after[key] = (total + worth, (*pairs, (i, j)))
        best = after
    return dict(max(best.values(), key=lambda b: b[0])[1])


def _score_page(page: MarkedPage, reading: Json, out: Score) -> None:
    told = _said(page, reading)
    present = [s for s in told if s.present]
    pairs = pair(present, page.events)
    of_event = {j: present[i] for i, j in pairs.items()}
    for j, e in enumerate(page.events):
        s = of_event.get(j)
        if e.kind == "present":
            out.n["gold"] += 1
            out.n["hit"] += s is not None
            if s is None:
                out.misses.append((page.name, "incident missed", f"{e.id} {e.types[0]} {e.places} killed {e.killed}"))
            else:
                _slots(page, s, e, out)
            for harm in HARMS:
                if None not in (want := getattr(e, harm)):
                    out.n[f"{harm}_all"] += s is not None and _range(s.incident, harm) in want
                    out.n[f"{harm}_all of"] += 1
        elif figure := {"background": "recalled", "unreal": "unreal"}.get(e.kind):
            among = [s] if s else [p for p in present if p.asserts[e.id]]
            among = [p for p in among if e.kind == "background" or p.incident["status"] == "occurred"]
            out.rate(figure, not among, page.name, f"{e.id} is told as present: {[p.words() for p in among]}")
    for i, s in enumerate(present):
        kind = page.events[pairs[i]].kind if i in pairs else ""
        status, type_ = s.incident["status"], s.incident["event_type"]
        if kind == "optional" or (kind == "unreal" and status == "disputed") or (not kind and type_ in ASIDE):
            continue
        out.n["said"] += 1
        if not kind:
            out.misses.append((page.name, "incident made up", f"{s.words()} tells {sorted(s.tells)}"))
    first = page.events[pairs[0]].id if 0 in pairs else None
    out.rate("main", first in page.main, page.name, f"first is {first}, not {page.main}")
    _apart(page, told, of_event, out)
    _sums(page, reading, present, {i: page.events[j] for i, j in pairs.items()}, out)
    _bcubed(page, reading, out)


def _bcubed(page: MarkedPage, reading: Json, out: Score) -> None:
    mentions = {m["id"]: m["trigger"]["span"] for m in reading["mentions"]}
    both = [(i["id"], e) for i in reading["incidents"] for m in i["mentions"] for e in [page.owners(mentions[m])]]
    both = [(i, e) for i, e in both if len(e) == 1]
    said, gold, same = Counter(i for i, _ in both), Counter(e for _, e in both), Counter(both)
    out.n["triggers"] += len(both)
    out.n["bcubed_p"] += sum(same[i, e] / said[i] for i, e in both)  # type: ignore[assignment]
    out.n["bcubed_r"] += sum(same[i, e] / gold[e] for i, e in both)  # type: ignore[assignment]


def _sums(page: MarkedPage, reading: Json, present: list[_Said], of_said: dict[int, Event], out: Score) -> None:
    for start, end in page.sums:
        here = [t for t in reading["tolls"] if start <= t["span"][0] < end and t["harm"] in HARMS]
        wrong = []
        for i, s in enumerate(present):
            for t in here:
                own = getattr(of_said[i], t["harm"]) if i in of_said else ()
                mine = {n for r in own for n in r or ()}
                if t["low"] in (_range(s.incident, t["harm"]) or ()) and t["low"] not in mine:
                    wrong.append(f"{t['text']} is of {s.words()}")
        out.rate("sums", not wrong, page.name, "; ".join(wrong))


def _apart(page: MarkedPage, told: list[_Said], of_event: dict[int, _Said], out: Score) -> None:
    for j, e in enumerate(page.events):
        tellers = [s for s in told if s.tells[e.id]]
        if e.kind == "optional" and (None in e.killed or not tellers):
            continue  # fire returned, an arrest: a part of the attack, or not
        others = {id(s): page.events[k].id for k, s in of_event.items() if k != j}
        wrong = [(s, others[id(s)]) for s in tellers if id(s) in others]
        words = "; ".join(f"{e.id} {s.joined[e.id]} in {s.words()} = {o}" for s, o in wrong)
        told_or_not = bool(tellers) or e.kind != "present"
        out.rate("apart", told_or_not and not wrong, page.name, words or f"{e.id} is not told")
        if e.kind == "present" and any(all(r and r[1] for r in getattr(e, harm)) for harm in HARMS):
            joined = [(s, o) for s, o in wrong if s.counts[e.id]]
            words = "; ".join(f"{e.id}'s toll is in {s.words()} = {o}" for s, o in joined)
            counted = any(s.counts[e.id] for s in tellers)
            out.rate("tolls_apart", counted and not joined, page.name, words or f"{e.id}'s toll is in none")
        here = [s for s in tellers if s.present and s.incident["event_type"] not in ASIDE]
        if e.kind == "present" and here:
            out.rate("whole", len(here) == 1, page.name, f"{e.id} is told by {[s.words() for s in here]}")


def _slots(page: MarkedPage, s: _Said, e: Event, out: Score) -> None:
    i = s.incident
    out.rate("type", i["event_type"] in e.types, page.name, f"{e.id}: {i['event_type']}, not {e.types}")
    if e.days:
        out.rate("date", _date(s, e), page.name, f"{e.id}: {i['date']}, not {e.days}")
    if e.places:
        out.rate("place", _place(s, e), page.name, f"{e.id}: {s.place.get('name')}, not {e.places}")
    if e.countries:
        right = s.place.get("country") in e.countries
        out.rate("country", right, page.name, f"{e.id}: {s.place.get('country')}, not {e.countries}")
    for harm in HARMS:
        said, gold = _range(i, harm), getattr(e, harm)
        if said or None not in gold:
            out.rate(harm, said in gold, page.name, f"{e.id}: {harm} {said}, not {gold}")
    if e.actors:
        names = [set(plain(p["name"])) | set(plain(p["text"])) for p in i["actors"]]
        right = any(set(plain(a)) <= n for a in e.actors for n in names)
        out.rate("actors", right, page.name, f"{e.id}: {[p['name'] for p in i['actors']]}, not {e.actors}")
