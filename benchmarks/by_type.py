"""How well each type of event is read, on a set of answer keys: ``python -m benchmarks.by_type SET_DIR READINGS``.

For each event type of the key: how many of its events a reading holds (with a type of the same family), and of how many
of these the type is right; then how often each type was read that no event of the key stands behind. The alignment is
that of the set's own scorer. Own gold by type: ``python -m benchmarks.gate.short --tables``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def scorer_of(set_dir: Path) -> Any:
    """The scorer beside the sets, as a module."""
    spec = importlib.util.spec_from_file_location("score_incidents", set_dir.parent / "score_incidents.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{set_dir.parent / 'score_incidents.py'}: no scorer there — name a folder of ../shared/bench")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def aligned(row: Json, reading: Json, scorer: Any) -> Iterator[tuple[Json | None, Json | None]]:
    """Pairs of an event of the key and an incident of the reading; None where one of them has no other."""
    mentions, _, incidents = scorer.parts(reading)
    said = [i for i in incidents if i["event_type"] in scorer.SOUGHT and not scorer.is_background(i, mentions)]
    views = [scorer.muc_view(i, reading) for i in said]
    weights = [[0] * len(views) for _ in row["incidents"]]
    for a, gold in enumerate(row["incidents"]):
        family = "abduction" if gold["type"] in ("KIDNAPPING", "HIJACKING") else "violence"
        for b, view in enumerate(views):
            if view["family"] == family or view["type"] in gold["event_types"]:
                slots = scorer.muc_pair(view, gold)
                weights[a][b] = 10 + 10 * sum(s[0] for s in slots.values()) + (not gold["optional"])
    pairs = dict(scorer.assignment(weights)) if weights and views else {}
    for a, gold in enumerate(row["incidents"]):
        yield gold, said[pairs[a]] if a in pairs else None
    for b, incident in enumerate(said):
        if b not in pairs.values() and incident["event_type"] not in scorer.FREE:
            yield None, incident


def main() -> None:
    args = argparse.ArgumentParser(prog="python -m benchmarks.by_type", description=__doc__.split("\n")[0])
    args.add_argument("set_dir", type=Path)
    args.add_argument("readings", type=Path)
    a = args.parse_args()
    scorer = scorer_of(a.set_dir)
    readings = scorer.load_readings(a.readings)
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for line in (a.set_dir / "gold.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["file"] not in readings:
            continue
        for gold, incident in aligned(row, readings[row["file"]], scorer):
            if gold is None:
                extra[incident["event_type"] if incident else ""] += 1
            elif incident is not None or not gold["optional"]:
                asked[gold["type"]] += 1
                found[gold["type"]] += incident is not None
                right[gold["type"]] += incident is not None and incident["event_type"] in gold["event_types"]
    for kind, n in asked.most_common():
        print(f"{kind:28} {found[kind]:4} of {n:4} found, type right in {right[kind]:4}")
    for kind, n in extra.most_common():
        print(f"{kind:28} {n:4} without an event of the key")


if __name__ == "__main__":
    main()
