"""Score readings (the contract's JSON) against the own gold: shares, all of them better when higher.

ARTICLES   share of texts read as one article; of those with a headline, byline or dateline (or without, where one was
           read), that have the right one.
CLAIMS     ``linked``: one-to-one; source, cue and content of a reading's claim each share half of the gold's tokens and
           half of their own with the same gold claim (a gold part that is empty is not asked for). ``linked_loose``: of
           the cue one shared token is enough. A reading's claim that fits an optional gold claim or cue is not counted.
           Over the loosely linked: ``resolved`` (same person or body), ``kind``, ``anonymous``, ``stance``, ``party``
           and ``via`` where the gold says them (every relay named, none made up); ``about``: denials, confirmations and
           disputes point to the claim that they answer (the gold may allow several, or none besides). ``form NAME``:
           share of the gold claims of that form that are linked; no floors are set on these.
TOLLS      ``tolls_found``: the spans touch. ``tolls_exact``: and harm, low and high are right. Over the exact ones
           ``toll_source``: the source whose claim it is (none: the author's own voice).
DATES      of the gold's dates: found, and found with the right value (the day is enough where a time of day is given).
PLACES     found (datelines, repetitions and adjectives may be listed or not); of those found: name, country.
INCIDENTS  one-to-one with those that are not background, by type, date and place. ``incidents_f1`` (types in ASIDE
           that the gold leaves out are not held against the reading); over pairs: type, date, place, killed, injured,
           status; ``contested``: share of the contested questions that are named. ``quiet``: texts without a present
           incident that yield none. ``background``: recalled events that are not told as present ones.
A gold file with ``layers`` is scored on these alone ("claims" for claims and the cues among MUST NOT).
MUST NOT   share of the strings that are, as they must be, no cue, no toll, no trigger of a present event.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.gate.gold import Gold, Json, SpanPair, occurrences

TOKEN = re.compile(r"\w+|[^\w\s]")
PARTS = ("source", "cue", "content")
# True things to report that the gold, which lists attacks and their like, does not list one by one.
ASIDE = {"arrest", "meeting", "diplomatic-action", "sanction", "agreement", "protest", "displacement", "war", "other"}
ASIDE |= {"troop-movement", "base-established", "prisoner-release", "arms-transfer", "weapons-test", "cyber"}
SMALL_WORDS = {"the", "a", "an", "s", "its", "his", "her", "their", "of"}
MAX_DAYS = 31  # an incident date wider than this says nothing
Tokens = frozenset[int]
Miss = tuple[str, str, str]  # text, figure, what was missed or made up


def score(pairs: Iterable[tuple[Gold, Json]]) -> tuple[dict[str, float | None], list[Miss]]:
    """Figures over all texts (None: nothing to divide by) and the single errors."""
    n: Counter[str] = Counter()
    misses: list[Miss] = []
    for gold, reading in pairs:
        for layer, part in LAYERS.items():
            if layer in gold.data.get("layers", LAYERS):
                part(gold, reading, n, misses)
        _must_not(gold, reading, n, misses)
    out = {name: _share(n, name) for name in ("one_article", "headline", "byline", "dateline")}
    for name in ("claims_linked", "claims_linked_loose", "tolls_found", "tolls_exact", "places_found", "incidents"):
        out |= _prf(name, n)
    out |= _prf("about", n)
    for name in ("resolved", "kind", "anonymous", "stance", "party", "via"):
        out[name] = _share(n, name)
    for name in ("toll_source", "dates_found", "dates_value"):
        out[name] = _share(n, name)
    for name in ("place_name", "place_country", "type", "date", "place", "country", "killed", "injured", "status"):
        key = name if name.startswith("place_") else f"incident_{name}"
        out[key] = _share(n, key)
    for name in ("contested", "quiet", "background", "must_not_cue", "must_not_toll", "must_not_trigger"):
        out[name] = _share(n, name)
    out |= {name: _share(n, name) for name in sorted(k.removesuffix(" of") for k in n if re.match("form .* of$", k))}
    return out, misses


def matching(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Largest one-to-one matching; ``edges[left]`` lists right nodes in order of liking."""
    right: dict[int, int] = {}

    def place(left: int, seen: set[int]) -> bool:
        for j in edges[left]:
            if j not in seen:
                seen.add(j)
                if j not in right or place(right[j], seen):
                    right[j] = left
                    return True
        return False

    for left in range(len(edges)):
        place(left, set())
    return {left: j for j, left in right.items()}


def plain(words: str | None) -> list[str]:
    """Lower-case words without accents and small words, for comparing names."""
    folded = unicodedata.normalize("NFKD", words or "").lower()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return [w for w in re.findall(r"\w+", folded) if w not in SMALL_WORDS]


def same_source(said: str | None, gold: str | None) -> bool:
    """Whether two ways to name a source mean one: all words of the shorter stand in the longer (gold: A|B)."""
    a = set(plain(said))
    return bool(a) and any(b and (a <= b or b <= a) for b in (set(plain(w)) for w in (gold or "").split("|")))


def _prf(name: str, n: Counter[str]) -> dict[str, float | None]:
    hit, said, gold = n[name], n[name + " said"], n[name + " gold"]
    p, r = (hit / said if said else None), (hit / gold if gold else None)
    f1 = 2 * hit / (said + gold) if said + gold else None
    return {f"{name}_p": p, f"{name}_r": r, f"{name}_f1": f1}


def _share(n: Counter[str], name: str) -> float | None:
    return n[name] / n[name + " of"] if n[name + " of"] else None


def _rate(n: Counter[str], name: str, right: bool) -> bool:
    n[name] += right
    n[name + " of"] += 1
    return right


def _touch(a: SpanPair, b: SpanPair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


class _Text:
    """The tokens of a text; spans become sets of token numbers."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in TOKEN.finditer(text)]
        self.starts, self.ends = [s for s, _ in spans], [e for _, e in spans]

    def of(self, spans: Iterable[Sequence[int]]) -> Tokens:
        out: set[int] = set()
        for start, end in spans:
            i = bisect.bisect_right(self.ends, start)
            while i < len(self.starts) and self.starts[i] < end:
                out.add(i)
                i += 1
        return frozenset(out)


def _half(said: Tokens, gold: Tokens) -> bool:
    shared = len(said & gold)
    return shared > 0 and 2 * shared >= len(gold) and 2 * shared >= len(said)


def _linked(said: dict[str, Tokens], gold: dict[str, Tokens], loose: bool) -> bool:
    for part in PARTS:
        if not gold[part]:
            continue
        if loose and part == "cue":
            if not said[part] & gold[part]:
                return False
        elif not _half(said[part], gold[part]):
            return False
    return True


def _articles(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    articles = reading["articles"]
    if not _rate(n, "one_article", len(articles) == 1):
        misses.append((gold.name, "one_article", f"{len(articles)} articles"))
    first: Json = articles[0] if articles else {"headline": None, "byline": [], "dateline": []}
    was = {"headline": (first["headline"] or {}).get("text"), "byline": first["byline"], "dateline": first["dateline"]}
    for name, wanted in gold.data["article"].items():
        said = [" ".join(plain(w)) for w in _list(was[name])]
        if (said or wanted) and not _rate(n, name, said == [" ".join(plain(w)) for w in _list(wanted)]):
            misses.append((gold.name, name, f"{was[name]}, not {wanted}"))


def _list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _claims(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    tokens = _Text(gold.text)
    said = [{p: tokens.of(c[p]["spans"]) for p in PARTS} for c in reading["claims"]]
    asked = [{p: tokens.of(c[p]) for p in PARTS} for c in gold.data["claims"]]
    optional = {j for j, c in enumerate(gold.data["claims"]) if c.get("optional")}
    cues = tokens.of(s for w in gold.data["cues_optional"] for s in occurrences(gold.text, w))
    may = cues.difference(*(a["cue"] for a in asked)).union(*(asked[j]["cue"] for j in optional))
    for name, loose in (("claims_linked", False), ("claims_linked_loose", True)):
        # required claims first, so that an optional one never takes a required one's partner
        order = sorted(range(len(asked)), key=lambda j: j in optional)
        found = matching([[j for j in order if _linked(s, asked[j], loose)] for s in said])
        spare = {i for i, j in found.items() if j in optional}
        spare |= {i for i, s in enumerate(said) if i not in found and s["cue"] & may}
        n[name] += sum(j not in optional for j in found.values())
        n[name + " said"] += len(said) - len(spare)
        n[name + " gold"] += len(asked) - len(optional)
    for i, c in enumerate(reading["claims"]):
        if i not in found and i not in spare:
            misses.append(
                (gold.name, "claim made up", _shown(c["source"]["text"], c["cue"]["text"], c["content"]["text"]))
            )
    for j, g in enumerate(gold.data["claims"]):
        if g.get("form") and j not in optional:
            _rate(n, f"form {g['form']}", j in found.values())
        if j not in found.values() and j not in optional:
            words = [" … ".join(gold.text[slice(*s)] for s in g[p]) for p in PARTS]
            misses.append((gold.name, "claim missed", _shown(*words)))
    for i, j in found.items():
        c, g = reading["claims"][i], gold.data["claims"][j]
        if j in optional or not g["source"]:
            continue
        checks: list[tuple[str, bool, object, object]] = [
            ("resolved", same_source(c["source"]["resolved"], g["resolved"]), c["source"]["resolved"], g["resolved"]),
            ("stance", c["stance"] in g["stances"], c["stance"], g["stances"]),
        ]
        if g["kinds"]:
            checks.append(("kind", c["source"]["kind"] in g["kinds"], c["source"]["kind"], g["kinds"]))
        if g["anonymous"] is not None:
            right = c["source"]["anonymous"] == g["anonymous"]
            checks.append(("anonymous", right, c["source"]["anonymous"], g["anonymous"]))
        if "party" in g:
            checks.append(("party", c["source"]["party"] == g["party"], c["source"]["party"], g["party"]))
        if "via" in g:
            right = len(c["via"]) == len(g["via"]) and all(map(same_source, c["via"], g["via"]))
            checks.append(("via", right, c["via"], g["via"]))
        for figure, right, was, wanted in checks:
            if not _rate(n, figure, right):
                misses.append((gold.name, figure, f"{c['source']['text']} | {c['cue']['text']}: {was}, not {wanted}"))

    _about(gold, reading, found, n, misses)


def _about(gold: Gold, reading: Json, found: dict[int, int], n: Counter[str], misses: list[Miss]) -> None:
    """Which claims the linked denials, confirmations and disputes answer; ``found``: gold claim of a read one."""
    asked = gold.data["claims"]
    ids = {reading["claims"][i]["id"]: asked[j].get("id") for i, j in found.items()}
    for i, j in found.items():
        c, wanted = reading["claims"][i], asked[j].get("about")
        if wanted is None or asked[j].get("optional"):
            continue
        right = c["about"] is not None and ids.get(c["about"]) in [w for w in wanted if w]
        n["about"] += right
        n["about said"] += c["about"] is not None
        n["about gold"] += right or None not in wanted
        if not right and (c["about"] is not None or None not in wanted):
            texts = {x["id"]: x["content"]["text"] for x in reading["claims"]}
            was = texts.get(c["about"])
            misses.append((gold.name, "about", f"{c['cue']['text']} | {c['content']['text']}: {was}, not {wanted}"))


def _shown(source: str, cue: str, content: str) -> str:
    return f"{source} | {cue} | {content if len(content) < 90 else content[:60] + ' … ' + content[-25:]}"


def _tolls(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    said, asked = reading["tolls"], gold.data["tolls"]
    resolved = {c["id"]: c["source"]["resolved"] for c in reading["claims"]}
    nested = {c["id"]: c.get("inside") for c in reading["claims"]}
    optional = {j for j, g in enumerate(asked) if g.get("optional")}

    def exact(t: Json, g: Json) -> bool:
        return t["harm"] == g["harm"] and t["low"] in g["low"] and t["high"] in g["high"]

    def run(name: str, fits: Callable[[Json, Json], bool]) -> dict[int, int]:
        edges = [[j for j, g in enumerate(asked) if _touch(t["span"], g["at"]) and fits(t, g)] for t in said]
        found = matching([sorted(e, key=lambda j: j in optional) for e in edges])
        spare = sum(j in optional for j in found.values())
        n[name] += len(found) - spare
        n[name + " said"] += len(said) - spare
        n[name + " gold"] += len(asked) - len(optional)
        return found

    run("tolls_found", lambda t, g: True)
    found = run("tolls_exact", exact)
    for i, t in enumerate(said):
        if i not in found:
            misses.append((gold.name, "toll made up", f"{t['text']}: {t['harm']} {t['low']}-{t['high']}"))
    for j, g in enumerate(asked):
        if j not in found.values():
            misses.append(
                (gold.name, "toll missed", f"{gold.text[slice(*g['at'])]}: {g['harm']} {g['low']}-{g['high']}")
            )
    for i, j in ((i, j) for i, j in found.items() if j not in optional):
        # inside a nested claim either source may be named: the one who says it, or the one who relays it
        chain, claim = [], said[i]["claim"]
        while claim is not None and claim not in chain:
            chain.append(claim)
            claim = nested.get(claim)
        sources = [resolved.get(c) or None for c in chain] or [None]
        right = any(same_source(s, g) if s and g else s is g for s in sources for g in asked[j]["source"])
        if not _rate(n, "toll_source", right):
            misses.append((gold.name, "toll_source", f"{said[i]['text']}: {sources}, not {asked[j]['source']}"))


def _dates(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    for g in gold.data["dates"]:
        near = [d for d in reading["dates"] if _touch(d["span"], g["at"])]
        values = [d["timex3"]["value"] for d in near]
        _rate(n, "dates_found", bool(near))
        right = any(v in g["value"] or v.split("T")[0] in g["value"] for v in values)
        if not _rate(n, "dates_value", right):
            misses.append((gold.name, "date", f"{gold.text[slice(*g['at'])]}: {values}, not {g['value']}"))


def _places(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    said, asked = reading["places"], gold.data["places"]
    found = matching([[j for j, g in enumerate(asked) if _touch(p["span"], g["at"])] for p in said])
    allowed = [plain(w) for w in gold.data["places_optional"]] + [plain(gold.text[slice(*g["at"])]) for g in asked]
    made_up = [
        p for i, p in enumerate(said) if i not in found and not any(_holds(plain(p["text"]), w) for w in allowed)
    ]
    n["places_found"] += len(found)
    n["places_found said"] += len(found) + len(made_up)
    n["places_found gold"] += len(asked)
    misses += [(gold.name, "place made up", f"{p['text']}: {p['name']} {p['country']}") for p in made_up]
    for j, g in enumerate(asked):
        if j not in found.values():
            misses.append((gold.name, "place missed", gold.text[slice(*g["at"])]))
    for i, j in found.items():
        p, g = said[i], asked[j]
        right = any(plain(p["name"]) == plain(w) for w in g["names"])
        if not _rate(n, "place_name", right):
            misses.append((gold.name, "place_name", f"{p['text']}: {p['name']}, not {g['names']}"))
        if g["country"] != "-" and not _rate(n, "place_country", p["country"] == g["country"]):
            misses.append((gold.name, "place_country", f"{p['text']}: {p['country']}, not {g['country']}"))


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _meet(date: Json | None, low: str, high: str) -> bool:
    """Whether an incident's date touches the days from low to high and is no wider than a month (or than they are)."""
    if not date or not (date["low"] or date["high"]):
        return False
    first, last = date["low"] or date["high"], date["high"] or date["low"]
    return bool(first <= high and low <= last) and (_days(first, last) <= max(MAX_DAYS, _days(low, high)))


def _days(low: str, high: str) -> int:
    return (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days


def _incidents(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    places = {p["id"]: p for p in reading["places"]}
    mentions = {m["id"]: m for m in reading["mentions"]}

    def past(i: Json) -> bool:
        told = [mentions[m]["background"] for m in i["mentions"] if m in mentions]
        return bool(told) and all(told)

    present = [i for i in reading["incidents"] if not past(i)]
    asked = [g for g in gold.data["incidents"] if not g["background"]]

    def liking(i: Json, g: Json) -> int:
        place = places.get(i["place"]) or {}
        named = any(plain(place.get("name")) == plain(w) for w in g["places"])
        typed = i["event_type"] in g["event_types"]
        dated = g["date"] is not None and _meet(i["date"], *g["date"])
        return 10 * (2 * typed + dated + 2 * named) - bool(g.get("optional")) if typed or named else 0

    # the best pair first: a small greedy assignment is enough for one to three incidents a text
    ranked = sorted(
        ((liking(i, g), -a, -b) for a, i in enumerate(present) for b, g in enumerate(asked) if liking(i, g)),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _, a, b in ranked:
        if -a not in found and -b not in found.values():
            found[-a] = -b
    optional = {b for b, g in enumerate(asked) if g.get("optional")}
    found, spare = {a: b for a, b in found.items() if b not in optional}, {a for a, b in found.items() if b in optional}
    extra = [i for a, i in enumerate(present) if a not in found and a not in spare and i["event_type"] not in ASIDE]
    n["incidents"] += len(found)
    n["incidents said"] += len(found) + len(extra)
    n["incidents gold"] += len(asked) - len(optional)
    for i in extra:
        words = [mentions[m]["trigger"]["text"] for m in i["mentions"] if m in mentions]
        misses.append((gold.name, "incident made up", f"{i['event_type']} {i['date']} {words}"))
    for b, g in enumerate(asked):
        if b not in found.values() and b not in optional:
            misses.append((gold.name, "incident missed", f"{g['event_types'][0]} {g['date']} {g['places']}"))
    if not asked and not _rate(n, "quiet", not present):
        misses.append((gold.name, "quiet", f"{len(present)} present incidents"))
    for g in (g for g in gold.data["incidents"] if g["background"] and g["date"]):
        leaked = any(i["event_type"] in g["event_types"] and _meet(i["date"], *g["date"]) for i in present)
        if not _rate(n, "background", not leaked):
            misses.append((gold.name, "background", f"{g['event_types'][0]} {g['date']} told as present"))
    for a, b in found.items():
        _slots(gold, present[a], places.get(present[a]["place"]) or {}, asked[b], n, misses)


def _slots(gold: Gold, i: Json, place: Json, g: Json, n: Counter[str], misses: list[Miss]) -> None:
    checks: list[tuple[str, bool, Any, Any]] = [
        ("type", i["event_type"] in g["event_types"], i["event_type"], g["event_types"])
    ]
    if g["date"]:
        checks.append(("date", _meet(i["date"], *g["date"]), i["date"], g["date"]))
    if g["places"]:
        name = place.get("name")
        checks.append(("place", any(plain(name) == plain(w) for w in g["places"]), name, g["places"]))
    if g["country"]:
        checks.append(("country", place.get("country") == g["country"], place.get("country"), g["country"]))
    for harm in ("killed", "injured"):
        if harm in g:
            # nobody killed, and nobody said to be killed, are one answer
            right = i[harm] in (g[harm], _closed(g[harm])) or {str(i[harm]), str(g[harm])} == {"None", "[0, 0]"}
            checks.append((harm, right, i[harm], g[harm]))
    if g["status"]:
        checks.append(("status", i["status"] in g["status"], i["status"], g["status"]))
    for question in g["contested"]:
        if not _rate(n, "contested", question in i["contested"]):
            misses.append((gold.name, "contested", f"{question} is not in {i['contested']}"))
    for name, right, was, wanted in checks:
        if not _rate(n, f"incident_{name}", right):
            misses.append((gold.name, f"incident_{name}", f"{was}, not {wanted}"))


def _closed(range_: list[int | None] | None) -> list[int | None] | None:
    """A gold range by the codebook's rule for incidents: an open end adds nothing to the numbers that are named."""
    return [range_[0], range_[0]] if range_ and range_[1] is None else range_


def _must_not(gold: Gold, reading: Json, n: Counter[str], misses: list[Miss]) -> None:
    past = {m["id"] for m in reading["mentions"] if m["background"]}
    read: dict[str, list[list[int]]] = {
        "cue": [s for c in reading["claims"] for s in c["cue"]["spans"]],
        "toll": [t["span"] for t in reading["tolls"]],
        "trigger": [m["trigger"]["span"] for m in reading["mentions"] if m["id"] not in past],
    }
    right: dict[str, list[SpanPair]] = {
        "cue": [s for c in gold.data["claims"] for s in c["cue"]],
        "toll": [t["at"] for t in gold.data["tolls"]],
        "trigger": [],
    }
    for what, strings in gold.data["must_not"].items():
        for words in strings:
            spots = [s for s in occurrences(gold.text, words) if not any(_touch(s, r) for r in right[what])]
            broken = any(_touch(s, (r[0], r[1])) for s in spots for r in read[what])
            if not _rate(n, f"must_not_{what}", not broken):
                misses.append((gold.name, f"must_not_{what}", words))


# The parts of a gold file that may be annotated alone, and what scores them.
LAYERS: dict[str, Callable[[Gold, Json, Counter[str], list[Miss]], None]] = {
    "article": _articles,
    "claims": _claims,
    "tolls": _tolls,
    "dates": _dates,
    "places": _places,
    "incidents": _incidents,
}
