"""Linking beside others, over the same mentions: ``python -m benchmarks.linking [--bench BENCH] [--peers PYTHON]``.

Reads the texts of clusters-visible and the open stories of the own gold once, makes synthetic reports besides
(:mod:`benchmarks.synthetic`), and puts each with its main incident into a file of mentions. Linked are these by
Sourcebook; by the rule *same place, same day, same type*; and, with
``--peers`` naming a Python that has them, by Splink 5 on DuckDB (``benchmarks/peers/splink_links.py``) and, for copies,
datasketch (``benchmarks/peers/datasketch_copies.py``). The table is the part "linking" of ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations, product
from pathlib import Path
from typing import Any

from benchmarks.gate.stories import load_stories
from benchmarks.read_set import page_of
from benchmarks.report import load_figures, put_part, save_figures
from benchmarks.scale import quality
from benchmarks.synthetic import readings_of, reports
from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.link.digests import digest_of
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import BlockKind, PageMeta, Reading

PEERS = Path(__file__).parent / "peers"
Pairs = set[frozenset[str]]
#: Its name, the readings of its texts, the incident of each, and pairs that are copies (True) or not.
Set = tuple[str, dict[str, Reading], dict[str, str], dict[bool, Pairs]]


def main() -> None:
    """Measure what is there and rewrite the table."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__.split("\n")[0])
    args.add_argument("--bench", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "bench")
    args.add_argument("--peers", metavar="PYTHON", help="A Python with the packages that the peers' files name.")
    a = args.parse_args()
    lexicon = Lexicon()
    found = {}
    sets: list[Callable[[], Set]] = [partial(clusters, a.bench, lexicon), partial(stories, lexicon), synthetic]
    for make in sets:
        name, texts, truth, copies = make()
        if texts:
            found[name] = measure(texts, truth, copies, lexicon, a.peers)
    figures = load_figures()  # others may have written theirs meanwhile
    figures.setdefault("linking", {}).update(found)
    save_figures(figures)
    put_part("linking", table(figures["linking"]))


def clusters(bench: Path, lexicon: Lexicon) -> Set:
    """The visible texts of the GVA collection, the incident of each, and pairs that are copies (True) or not."""
    folder = bench / "clusters-visible"
    truth = {row["file"]: row["incident"] for row in _rows(folder / "gold.jsonl")}
    pairs: dict[bool, Pairs] = {True: set(), False: set()}
    for row in _rows(folder / "pairs.jsonl"):
        pairs[row["label"] == "copy"].add(frozenset((row["a"], row["b"])))
    texts = {f.name: read_page(page_of(f), lexicon) for f in sorted((folder / "texts").glob("*.txt"))}
    return "clusters-visible", texts, truth, pairs


def stories(lexicon: Lexicon) -> Set:
    """The open stories of the own gold, all together."""
    texts, truth = {}, {}
    copies: dict[bool, Pairs] = {True: set(), False: set()}
    for story in load_stories("open"):
        for r in story.reports:
            name = f"{story.name}/{r['id']}"
            meta = PageMeta(outlet=r.get("outlet"), published=_day(r.get("published")), published_from="option")
            texts[name] = read_page(make_page(r["text"].encode(), name, meta), lexicon)
            truth[name] = f"{story.name}/{r.get('incident') or r['id']}"
        for pair in combinations([r["id"] for r in story.reports], 2):
            copies[frozenset(pair) in story.copies].add(frozenset(f"{story.name}/{x}" for x in pair))
    return "own stories, open half", texts, truth, copies


def synthetic(size: int = 2000) -> Set:
    """Synthetic reports. Of those that tell of one event the ones with the same text are copies."""
    texts, truth, by_event = {}, {}, defaultdict(list)
    for report, (reading, happened) in zip(reports(size), readings_of(size), strict=True):
        name = reading.page.path
        texts[name], truth[name] = reading, str(happened)
        by_event[happened].append((name, report.text))
    copies: dict[bool, Pairs] = {True: set(), False: set()}
    for told in by_event.values():
        for (a, one), (b, other) in combinations(told, 2):
            copies[one == other].add(frozenset((a, b)))
    return "synthetic reports", texts, truth, copies


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.open(encoding="utf-8")) if path.exists() else iter(())


def measure(
    texts: Mapping[str, Reading],
    truth: Mapping[str, str],
    copies: Mapping[bool, Pairs],
    lexicon: Lexicon,
    peers: str | None,
) -> dict[str, Any]:
    """Figures of each system."""
    out: dict[str, Any] = {"texts": len(texts), "measured": dt.date.today().isoformat()}
    mentions = {name: mention_of(name, r, lexicon) for name, r in texts.items()}
    start = time.perf_counter()
    linked = link_readings(texts.values(), lexicon)
    seconds = time.perf_counter() - start
    main_of = main_incidents(texts.values(), linked)
    said = {name: main_of[r.page.id] for name, r in texts.items()}
    names: dict[str, list[str]] = defaultdict(list)  # two files of the same bytes are one page
    for name, r in texts.items():
        names[r.page.id].append(name)
    pages = [(c.a[0], c.b[0]) for c in linked.copies if c.a[0] != c.b[0]]
    found = {frozenset(pair) for a, b in pages for pair in product(names[a], names[b])}
    found |= {frozenset(pair) for same in names.values() for pair in combinations(same, 2)}
    out["Sourcebook"] = {**quality(truth, said), **copied(found, copies), "seconds": seconds}
    rule = {
        n: "/".join(map(str, (m["place"], m["low"], m["type"]))) if m["place"] and m["low"] else n
        for n, m in mentions.items()
    }
    out["same place, day and type"] = quality(truth, rule)
    if peers:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "mentions.jsonl"
            source.write_text("".join(json.dumps(m) + "\n" for m in mentions.values()), encoding="utf-8")
            got = ask(peers, "splink_links.py", source)
            out["Splink 5, DuckDB"] = {**quality(truth, got["incident"]), "seconds": got["seconds"]}
            got = ask(peers, "datasketch_copies.py", source)
            out["datasketch"] = {**copied({frozenset(p) for p in got["copies"]}, copies), "seconds": got["seconds"]}
    return out


def ask(python: str, program: str, source: Path) -> dict[str, Any]:
    """What a peer makes of the mentions."""
    done = subprocess.run([python, str(PEERS / program), str(source)], check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def mention_of(name: str, reading: Reading, lexicon: Lexicon) -> dict[str, Any]:
    """A text's main incident as plain values: what every system is given."""
    i = next((i for i in reading.incidents if not i.background), None)
    digest = digest_of(reading, lexicon.names)
    place = i.place if i else None
    bodies = (b for a in reading.articles for b in a.blocks if b.kind is BlockKind.BODY)
    published = next((a.published.low for a in reading.articles if a.published and a.published.low), None)
    heavy = sorted(digest.names, key=lambda x: (-x[1], x[0]))[:30]
    return {
        "unique_id": name,
        "type": i.event_type.value if i else None,
        "low": i.date.low.isoformat() if i and i.date and i.date.low else None,
        "published": published.isoformat() if published else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "killed": i.killed[0] if i and i.killed else None,
        "injured": i.injured[0] if i and i.injured else None,
        "names": [w for w, _ in heavy],
        "text": "\n".join(b.span.of(reading.page.text) for b in bodies),
    }


def copied(found: Iterable[frozenset[str]], gold: Mapping[bool, Pairs]) -> dict[str, float]:
    """Precision and recall over the labelled pairs; nothing where there are none."""
    said = set(found)
    right, wrong = len(said & gold[True]), len(said & gold[False])
    return {"copy_p": right / (right + wrong), "copy_r": right / len(gold[True])} if right else {}


def table(figures: Mapping[str, Any]) -> str:
    """The part of ``docs/benchmarks.md`` on linking."""
    out = []
    for name, got in figures.items():
        out += [
            f"### {name}",
            "",
            f"{got['texts']} texts (measured {got['measured']}): `python -m benchmarks.linking`",
            "",
        ]
        head = ("system", "bcubed_p", "bcubed_r", "bcubed_f1", "ari", "copy_p", "copy_r", "seconds")
        out += [f"| {' | '.join(head)} |", "|---|" + "---:|" * (len(head) - 1)]
        for system, x in got.items():
            if isinstance(x, dict):
                out.append(f"| {system} | " + " | ".join(f"{x[k]:.3f}" if k in x else "–" for k in head[1:]) + " |")
        out.append("")
    return "\n".join(out).rstrip()


if __name__ == "__main__":
    main()
