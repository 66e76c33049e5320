"""Score developing stories: reports of one another's incidents over days, with copies, revisions, denials.

``tests/gold/stories/{open,held}/NAME.toml`` holds the reports of a story and what they add up to; ``held`` is never
looked at while rules are written. Each report is told to the reader with its outlet and its day, each story is
linked by itself, and all of one half together as well (``together``: other stories are no distraction).

B-CUBED         over the reports of a half, linked all together: reports with the same first incident (as ``sourcebook
                link`` gives it) against reports with the same gold incident. ``stories_also``: of the further incidents
                that round-ups tell, the share that is linked to the reports that tell them mainly.
COPIES          pairs of reports of one text, against all pairs within a gold lineage; versions are to be called so.
PER INCIDENT    the linked incident that shares most reports with the gold incident (of several, the one that is the
                main incident of most reports that mainly tell it, as for B-cubed): ``independent`` (exact number
                of independent sources), ``killed`` and ``injured`` (current range, exact), ``denials`` (question and
                source of each; refusals as question "refusal"), p and r, ``contradictions`` p and r: question and both
                sides, a number as it is written, a party by its name or "denied", ``history`` (share of the gold counts
                that are there with their day, number, source and whether they were replaced: "" or anything else).
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.gate.floors import MARGIN, Floors, load_floors, save_floors
from benchmarks.gate.gold import GOLD, HALVES
from benchmarks.gate.score import plain
from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import Account, Incident, Linked, PageMeta, Question, Reading, Stance

STORIES = GOLD / "stories"
Json = dict[str, Any]
Figures = dict[str, float | None]
Measured = tuple[Figures, list[tuple[str, str, str]]]
FLOORS = Path(__file__).with_name("story_floors.toml")
DENYING = frozenset({Stance.DENY, Stance.DISPUTE})
TOLLS = {Question.KILLED: "killed", Question.INJURED: "injured"}


@dataclass(frozen=True)
class Story:
    """A story: its reports, and the incidents that they tell."""

    name: str
    half: str
    reports: tuple[Json, ...]
    incidents: tuple[Json, ...]

    def telling(self, incident: str) -> frozenset[str]:
        """The reports that tell of an incident."""
        return frozenset(r["id"] for r in self.reports if incident == r["incident"] or incident in r.get("also", ()))

    @property
    def copies(self) -> set[frozenset[str]]:
        """All pairs of reports of one text."""
        root = {r["id"]: r["id"] for r in self.reports}
        for r in self.reports:
            root[r["id"]] = root[r.get("copy_of", r["id"])]
        return {frozenset((a, b)) for a, b in combinations(root, 2) if root[a] == root[b]}


#: Stories beside the halves, which no floor hangs on: those in new styles that were mended on once, and those that
#: nobody has looked into since they were written; the program may only be scored on them.
BESIDE = ("fresh", "blind")


def load_stories(half: str | None = None) -> list[Story]:
    """All stories of the halves, or those of one half or of one part beside them."""
    out = []
    for h in (half,) if half in BESIDE else HALVES:
        for file in sorted((STORIES / h).glob("*.toml")) if half in (None, h) else ():
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            out.append(Story(file.stem, h, tuple(data["report"]), tuple(data["incident"])))
    return out


def fingerprint_of_stories() -> str:
    """A digest over the files of all stories."""
    digest = hashlib.sha256()
    for half in HALVES:
        for file in sorted((STORIES / half).glob("*.toml")):
            digest.update(hashlib.sha256(f"{half}/{file.name}".encode() + file.read_bytes()).digest())
    return digest.hexdigest()


def readings_of(story: Story, lexicon: Lexicon) -> dict[str, Reading]:
    """The reading of each report, by its id."""
    out = {}
    for r in story.reports:
        meta = PageMeta(None, r["outlet"], dt.date.fromisoformat(r["published"]), "sidecar", "en")
        text = r["text"].strip() + "\n"
        out[r["id"]] = read_page(make_page(text.encode(), f"{story.name}-{r['id']}.txt", meta), lexicon)
    return out


class _Tally:
    """Counts behind the figures, and the single errors."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.misses: list[tuple[str, str, str]] = []

    def rate(self, name: str, right: bool, story: str, words: str) -> None:
        self.n[name] += right
        self.n[name + " of"] += 1
        if not right:
            self.misses.append((story, name, words))

    def sets(self, name: str, said: Iterable[Any], gold: Iterable[Any], story: str, fits: Any) -> None:
        """One-to-one, first fit: lists are short."""
        left, rest = list(gold), []
        self.n[name + " gold"] += len(left)
        for s in said:
            self.n[name + " said"] += 1
            hit = next((g for g in left if fits(s, g)), None)
            if hit is None:
                rest.append(s)
            else:
                left.remove(hit)
                self.n[name] += 1
        self.misses += [(story, name, f"made up: {s}") for s in rest] + [(story, name, f"missed: {g}") for g in left]

    def covers(self, name: str, said: Sequence[Any], gold: Sequence[Any], story: str, fits: Any) -> None:
        """Several ways to say one thing are all right: each side by whether the other has it at all."""
        wrong = [s for s in said if not any(fits(s, g) for g in gold)]
        lost = [g for g in gold if not any(fits(s, g) for s in said)]
        self.n[name + " said"] += len(said)
        self.n[name + " right"] += len(said) - len(wrong)
        self.n[name + " gold"] += len(gold)
        self.n[name] += len(gold) - len(lost)
        self.misses += [(story, name, f"made up: {s}") for s in wrong] + [(story, name, f"missed: {g}") for g in lost]

    def share(self, name: str) -> float | None:
        return self.n[name] / self.n[name + " of"] if self.n[name + " of"] else None

    def p(self, name: str) -> float | None:
        return self.n[name] / self.n[name + " said"] if self.n[name + " said"] else None

    def r(self, name: str) -> float | None:
        return self.n[name] / self.n[name + " gold"] if self.n[name + " gold"] else None


def measure_stories(
    lexicon: Lexicon, half: str | None, read: Mapping[str, Mapping[str, Reading]] | None = None
) -> Measured:
    """Figures over the stories of a half (None: of both), and the single errors. ``read``: readings by story."""
    stories = load_stories(half)
    readings = read or {s.name: readings_of(s, lexicon) for s in stories}
    tally = _Tally()
    together = link_readings([r for s in stories for r in readings[s.name].values()], lexicon)
    bcubed = _bcubed(stories, readings, together, tally)
    for story in stories:
        own = readings[story.name]
        linked = link_readings(own.values(), lexicon)
        _score(story, own, linked, tally)
    figures: Figures = {
        "stories_bcubed_p": bcubed[0],
        "stories_bcubed_r": bcubed[1],
        "stories_bcubed_f1": bcubed[2],
        "stories_also": tally.share("also"),
        "stories_copies_p": tally.p("copies"),
        "stories_copies_r": tally.r("copies"),
        "stories_versions": tally.share("versions"),
        "stories_independent": tally.share("independent"),
        "stories_contradictions_p": tally.p("contradictions"),
        "stories_contradictions_r": tally.r("contradictions"),
        "stories_range": tally.share("range"),
        "stories_history": tally.r("history"),
        "stories_denials_p": tally.n["denials right"] / tally.n["denials said"] if tally.n["denials said"] else None,
        "stories_denials_r": tally.r("denials"),
    }
    return figures, tally.misses


def _bcubed(
    stories: Sequence[Story], readings: Mapping[str, Mapping[str, Reading]], linked: Linked, tally: _Tally
) -> tuple[float, float, float]:
    said: dict[tuple[str, str], str] = {}
    gold: dict[tuple[str, str], tuple[str, str]] = {}
    for s in stories:
        first = main_incidents(readings[s.name].values(), linked)
        for r in s.reports:
            said[s.name, r["id"]] = first[readings[s.name][r["id"]].page.id]
            gold[s.name, r["id"]] = (s.name, r["incident"])
    p = recall = 0.0
    for a in said:
        same_said = {b for b in said if said[b] == said[a]}
        same_gold = {b for b in gold if gold[b] == gold[a]}
        both = len(same_said & same_gold)
        p += both / len(same_said) / len(said)
        recall += both / len(same_gold) / len(said)
        if same_said != same_gold:
            extra = sorted("-".join(b) for b in same_said - same_gold)
            lost = sorted("-".join(b) for b in same_gold - same_said)
            tally.misses.append((a[0], "bcubed", f"{a[1]}: wrongly with {extra}, apart from {lost}"))
    return p, recall, 2 * p * recall / (p + recall)


def _score(story: Story, readings: Mapping[str, Reading], linked: Linked, tally: _Tally) -> None:
    name = {r.page.id: key for key, r in readings.items()}
    copies = {frozenset((name[c.a[0]], name[c.b[0]])) for c in linked.copies if c.a[0] != c.b[0]}
    shown = lambda p: " + ".join(sorted(p))  # noqa: E731
    tally.sets("copies", sorted(map(shown, copies)), sorted(map(shown, story.copies)), story.name, str.__eq__)
    versions = {frozenset((name[c.a[0]], name[c.b[0]])) for c in linked.copies if c.kind == "version"}
    for r in (r for r in story.reports if "version_of" in r):
        tally.rate("versions", frozenset((r["id"], r["version_of"])) in versions, story.name, r["id"])
    taken: dict[str, str] = {}
    first = main_incidents(readings.values(), linked)
    for gold in story.incidents:
        mains = [first[readings[r["id"]].page.id] for r in story.reports if r["incident"] == gold["id"]]
        found = _match(story.telling(gold["id"]), linked, name, mains)
        where = f"{story.name}/{gold['id']}"
        if found is not None and found.id not in taken:
            taken[found.id] = gold["id"]
        for r in (r for r in story.reports if gold["id"] in r.get("also", ())):
            told = found is not None and any(name[p] == r["id"] for p, _ in found.members)
            tally.rate("also", told, where, r["id"])
        if gold.get("background"):
            continue
        _incident(gold, found, where, tally)


def _match(
    telling: frozenset[str], linked: Linked, name: Mapping[str, str], mains: Sequence[str] = ()
) -> Incident | None:
    """``mains``: the main incidents of the reports that mainly tell the gold one. Where several share as many reports
    with it, as the items of a round-up do that nobody else tells, the one that is most of those reports' main one."""

    def likeness(i: Incident) -> float:
        said = {name[p] for p, _ in i.members}
        return len(said & telling) / len(said | telling)

    known = (i for i in linked.incidents if not i.background)
    best = max(known, key=lambda i: (likeness(i), mains.count(i.id), i.id), default=None)
    return best if best is not None and likeness(best) > 0 else None


def _incident(gold: Json, i: Incident | None, where: str, tally: _Tally) -> None:
    n = i.independent_sources if i else 0
    tally.rate("independent", n == gold["independent"], where, f"{n}, not {gold['independent']}: {_sources(i)}")
    for harm in ("killed", "injured"):
        if harm in gold:
            said = getattr(i, harm) if i else None
            tally.rate(
                "range", said is not None and list(said) == gold[harm], where, f"{harm} {said}, not {gold[harm]}"
            )
    accounts = i.accounts if i else ()
    said_denials = [
        (str(a.question), a.source) for a in accounts if a.stance in DENYING and a.question in _DENIABLE
    ] + [("refusal", a.source) for a in accounts if a.stance is Stance.NO_COMMENT and "refusals" in gold]
    once = list({(q, " ".join(plain(s))): (q, s) for q, s in said_denials}.values())
    asked = [tuple(d) for d in gold["denials"]] + [("refusal", s) for s in gold.get("refusals", ())]
    tally.covers("denials", once, asked, where, lambda s, g: s[0] == g[0] and _same_name(s[1], g[1]))
    pairs = {_sides(c.question, accounts[c.a], accounts[c.b]) for c in i.contradictions} if i else set()
    tally.sets("contradictions", sorted(pairs), [tuple(c) for c in gold["contradictions"]], where, _same_contradiction)
    counts = [
        (str(c.as_of.low) if c.as_of else "", TOLLS[c.question], c.low, c.high, c.source, c.replaced_by is not None)
        for c in (i.counts if i else ())
    ]
    wanted = [(day, h, low, high, who, bool(why)) for day, h, low, high, who, why in gold.get("series", ())]
    tally.sets(
        "history", counts, wanted, where, lambda s, g: _same_count(s, g) and s[5] == g[5] and _same_name(s[4], g[4])
    )


def _same_count(said: tuple[Any, ...], gold: tuple[Any, ...]) -> bool:
    """Day, harm and number. The gold has no word for an open end: "at least 24" is written 24 to 24 there."""
    high = said[2] if said[3] is None else said[3]
    return (*said[:3], high) == gold[:4]


_DENIABLE = frozenset({Question.OCCURRENCE, Question.RESPONSIBILITY, Question.TARGET})


def _sources(i: Incident | None) -> list[str]:
    from sourcebook.link.identities import independent

    return [" ".join(k) for k in independent(i.accounts)] if i else []


def _same_name(a: str, b: str) -> bool:
    x, y = set(plain(a)), set(plain(b))
    return bool(x & y) and (x <= y or y <= x or len(x & y) >= 2)


def _sides(question: Question, a: Account, b: Account) -> tuple[str, str, str]:
    return (str(question), *sorted((_side(a), _side(b))))  # type: ignore[return-value]


def _side(a: Account) -> str:
    if a.question is Question.OCCURRENCE:
        return "did not happen" if a.stance in DENYING or a.value == "did not happen" else "happened"
    if a.stance in DENYING:
        return "denied"
    if a.low is not None:
        return f"{a.low}" if a.high == a.low else f"{a.low}+" if a.high is None else f"{a.low}-{a.high}"
    return a.value


def _same_contradiction(said: tuple[str, str, str], gold: tuple[str, str, str]) -> bool:
    if said[0] != gold[0]:
        return False
    fits = [(_same_name(x, g) or x == g) for x in said[1:] for g in gold[1:]]
    return (fits[0] and fits[3]) or (fits[1] and fits[2])


def measure_all(lexicon: Lexicon) -> dict[str, Measured]:
    """Figures and errors over all stories, and over each half; every report is read once."""
    read = {s.name: readings_of(s, lexicon) for s in load_stories()}
    return {name: measure_stories(lexicon, half, read) for name, half in (("all", None), *((h, h) for h in HALVES))}


#: What issue and page ask for of the figures that they name.
AIMS = {
    "stories_bcubed_f1": 0.92,
    "stories_independent": 0.90,
    "stories_contradictions_p": 0.85,
    "stories_contradictions_r": 0.85,
    "stories_range": 0.90,
}


def page_table(scored: Mapping[str, Measured]) -> str:
    """The figures as a table of the page ``docs/benchmarks.md``: all, open and held half, what is asked for."""
    halves = {h: sum(s.half == h for s in load_stories()) for h in HALVES}
    lines = [
        f"{sum(halves.values())} stories, {', '.join(f'{n} {h}' for h, n in halves.items())}",
        "",
        "| figure | all | open half | held half | asked for |",
        "|---|---:|---:|---:|---:|",
    ]
    for figure in scored["all"][0]:
        cells = [scored[h][0][figure] for h in ("all", *HALVES)]
        shown = ["–" if v is None else f"{v:.3f}" for v in cells]
        lines.append(f"| {figure} | {' | '.join(shown)} | {AIMS.get(figure, '')} |")
    return "\n".join(lines)


def beside_table(lexicon: Lexicon) -> str:
    """The figures of the stories beside the halves, as a table. No errors: nobody is to mend on the blind ones."""
    scored = {h: measure_stories(lexicon, h)[0] for h in BESIDE}
    lines = [
        "; ".join(f"{len(load_stories(h))} {h} stories" for h in BESIDE),
        "",
        f"| figure | {' | '.join(BESIDE)} |",
        "|---|---:|---:|",
    ]
    for figure in scored[BESIDE[0]]:
        values = [scored[h][figure] for h in BESIDE]
        lines.append(f"| {figure} | {' | '.join('–' if v is None else f'{v:.3f}' for v in values)} |")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Read, link, score and print; 1 where a figure is below its floor."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.gate.stories", description=__doc__.split("\n")[0])
    args.add_argument("--errors", action="store_true")
    args.add_argument("--raise", action="store_true", dest="raise_floors")
    args.add_argument("--restate", action="store_true")
    args.add_argument("--beside", action="store_true", help="Score the stories that no floor hangs on.")
    a = args.parse_args(argv)
    if a.beside:
        print(beside_table(Lexicon()))
        return 0
    floors = load_floors(FLOORS)
    mark = fingerprint_of_stories()
    if floors.fingerprint != mark and not a.restate:
        print("The stories have changed since the floors were set: look, then run with --restate.", file=sys.stderr)
        return 2
    scored = measure_all(Lexicon())
    print(f"{'figure':<28}" + "".join(f"{h:>8}" for h in (*scored, "floor")))
    for figure in scored["all"][0]:
        cells = [scored[h][0][figure] for h in scored] + [floors.values.get(figure, 0.0)]
        print(f"{figure:<28}" + "".join(f"{'n/a' if v is None else format(v, '.3f'):>8}" for v in cells))
    if a.errors:
        for row in scored["open"][1]:
            print("\t".join(row))
    if a.restate or a.raise_floors:
        base = Floors(mark, {}) if a.restate else floors
        save_floors(base.raised(scored["all"][0]), FLOORS)
        print(f"Floors set at most {MARGIN} under the figures.")
        return 0
    below = floors.below(scored["all"][0])
    for name, (value, floor) in below.items():
        print(f"BELOW ITS FLOOR: {name} {value:.3f} < {floor:.3f}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
