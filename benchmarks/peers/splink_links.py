"""Splink 5 on DuckDB over mentions: ``python splink_links.py MENTIONS.jsonl [THRESHOLD]``.

Called by ``benchmarks.linking --peers PYTHON``. Install, in a venv of its own:
``python -m venv peers && peers/bin/pip install splink==5.0.0 duckdb==2.0.0 pyarrow``.

Its usual way: random sampling for u, expectation maximisation for m over two blockings, then connected components of
the pairs above the threshold. Blocked on day, place, and shared names. Compared: type, date, place and distance,
numbers killed and injured, how many of the heaviest names two texts share. Prints ``{"incident": {id: cluster},
"seconds": …}``.
"""

from __future__ import annotations

import json
import sys
import time

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

#: The best for Splink of .5 (B-cubed F1 .798), .99 (.847), .999 (.846), .9999 (.849) and .99999 (.824) on
#: clusters-visible itself, which flatters it.
THRESHOLD = 0.9999

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [json.loads(line) for line in file]
for row in rows:
    row.pop("text")
    row["rarest"] = row["names"][:1]
columns = {key: [row[key] for row in rows] for key in rows[0]}
start = time.perf_counter()
api = DuckDBAPI()
table = api.register(pa.table(columns))
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.ExactMatch("type"),
        cl.AbsoluteDateDifferenceAtThresholds(
            "low", input_is_string=True, metrics=["day", "day", "day"], thresholds=[1, 3, 31]
        ),
        cl.ExactMatch("place"),
        cl.DistanceInKMAtThresholds("lat", "lon", [3, 15, 50]),
        cl.ExactMatch("killed"),
        cl.ExactMatch("injured"),
        cl.ArrayIntersectAtSizes("names", [12, 8, 5, 3, 1]),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("low"),
        block_on("place"),
        block_on("names", arrays_to_explode=["names"]),
    ],
)
linker = Linker(table, settings, log_level=40)
linker.training.estimate_probability_two_random_records_match([block_on("low", "place")], recall=0.5)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("low"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("place"))
threshold = float(sys.argv[2]) if len(sys.argv) > 2 else THRESHOLD
scored = linker.inference.predict(threshold_match_probability=0.01)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=threshold)
found = {row["unique_id"]: row["cluster_id"] for row in clusters.as_record_list()}
print(json.dumps({"incident": found, "seconds": time.perf_counter() - start}))
