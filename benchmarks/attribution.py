"""Who says it, beside others: ``python -m benchmarks.attribution [--peers PYTHON] [--every N]``.

One table over polnear-dev, scored by the set's own scorer, with the texts read in a second of the processor's time in
this run: Sourcebook as it is; with rules whose constructions are weighed, but without the view that is learnt whatever
the construction; with rules alone (no weight, only what the rules add by hand); and textacy's quotation extractor. A
second table has Citron's own measures, for comparison with what Citron publishes on another corpus.

``--peers`` names the Python of a venv in which textacy is installed (``benchmarks/peers/textacy_quotes.py`` says how);
without it the peer's last figures stay. Writes ``benchmarks/figures.json`` and ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from benchmarks.read_set import page_of, texts_of
from benchmarks.report import ROOT, load_figures, put_part, save_figures
from sourcebook import flow
from sourcebook.export.readings import to_line
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.cues import Cues
from sourcebook.read import claims
from sourcebook.read.drafts import Draft, find_drafts
from sourcebook.read.quotes import Quote
from sourcebook.records import Parsed

SET = "polnear-dev"
OURS, WEIGHED, WORDY = "rules + model", "rules, weighed", "rules alone: clauses, quotations"
ALL, TEXTACY = "rules alone: every frame", "textacy 0.13"
SHOWN = (
    "content_overlap_f1", "source_overlap_f1", "cue_overlap_f1", "flat_linked_f1", "flat_linked_p", "flat_linked_r",
    "token_alpha", "kind.speech.linked_r", "kind.direct.linked_r", "kind.indirect.linked_r",
)  # fmt: skip
#: What PolNeAR's annotators reach among themselves (README of the corpus; content and linked as counted for this set).
AMONG_THEMSELVES = {"content_overlap_f1": 0.91, "flat_linked_f1": 0.68, "token_alpha": 0.754}
#: Citron's model card, en_2021-11-15, "All Quote Spans": test part of PARC 3.0, Wall Street Journal.
CITRON = {"overlap": 0.832, "exact": 0.567}
#: Frames in which the content is a clause or a quotation.
_CLAUSAL = re.compile(r"f:(?:clause|.*quote|fronted|as-said|according-to|citing|colon|hearsay|signature|noun-that)")
_WORD = re.compile(r"\w+")

Span = tuple[int, int]
Item = tuple[frozenset[int], frozenset[int], frozenset[int]]  # words of source, cue, content


class RulesAlone(Cues):
    """The cues without learnt weights: a candidate counts by the rule's own prior, and by its frame if ``wordy``."""

    def __init__(self, cues: Cues, wordy: bool) -> None:
        vars(self).update(vars(cues))  # the same words and rules
        self.weights, self.wordy = {}, wordy

    def score(self, features: Iterable[str], prior: float = 0.0) -> float:
        """The probability by hand: with ``wordy`` one for contents that are no clause and no quotation is under 0.4."""
        clausal = any(_CLAUSAL.match(f) for f in features)
        total = prior + ((1.0 if clausal else -1.0) if self.wordy else 0.0)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def main(argv: list[str] | None = None) -> int:
    """Measure, print and write down."""
    args = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__.split("\n")[0])
    args.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    args.add_argument("--every", type=int, default=1)
    args.add_argument("--peers", metavar="PYTHON", help="Python of a venv with textacy 0.13")
    args.add_argument("--dry", action="store_true", help="print only; write nothing down")
    a = args.parse_args(argv)
    if not (a.bench / SET / "gold.jsonl").exists():
        print(f"{SET} is not at {a.bench}: nothing to measure; --bench FOLDER says where it is", file=sys.stderr)
        return 2
    figures = load_figures()
    old = figures.get("attribution", {})
    got = measure(a.bench, a.every, a.peers)
    same_texts = old.get("texts") == got["texts"]
    if same_texts and TEXTACY not in got["systems"] and TEXTACY in old["systems"]:
        got["systems"][TEXTACY] = {**old["systems"][TEXTACY], "earlier": True}
    page = table(got)
    print(page)
    if not a.dry:
        figures["attribution"] = got
        save_figures(figures)
        put_part("attribution", page)
    return 0


def measure(bench: Path, every: int, peers: str | None) -> dict[str, Any]:
    """The figures of every system, one after the other in one run."""
    source = bench / SET
    files = texts_of(source, every)
    names = {f.name for f in files}
    gold = [g for g in _lines(source / "gold.jsonl") if g["file"] in names]
    systems: dict[str, Any] = {}
    citron: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / SET
        part.mkdir()
        (part / "texts").symlink_to((source / "texts").resolve())
        (part / "gold.jsonl").write_text("".join(json.dumps(g) + "\n" for g in gold), encoding="utf-8")
        readings = Path(folder) / "readings.jsonl"
        lexicons = {OURS: Lexicon(), WEIGHED: Lexicon(), WORDY: _rules_alone(True), ALL: _rules_alone(False)}
        for name, lexicon in lexicons.items():
            with nullcontext() if name == OURS else one_view():
                seconds, stages = read(files, readings, lexicon)
            systems[name] = {**scored(bench, part, readings), **speeds(len(files), seconds, stages)}
            if name == OURS:
                citron = as_citron(part, readings)
        if peers:
            command = [peers, str(ROOT / "benchmarks" / "peers" / "textacy_quotes.py"), str(source), str(readings)]
            done = subprocess.run([*command, "--every", str(every)], check=True, capture_output=True, text=True)
            run = json.loads(done.stdout.splitlines()[-1])
            speed = {"texts_per_second": round(run["texts"] / run["seconds"], 2)}
            systems[TEXTACY] = {**scored(bench, part, readings), **speed}
    return {"measured": dt.date.today().isoformat(), "texts": len(files), "systems": systems, "citron": citron}


def _rules_alone(wordy: bool) -> Lexicon:
    lexicon = Lexicon()
    vars(lexicon)["cues"] = RulesAlone(lexicon.cues, wordy)  # where the lexicon keeps what it has loaded
    return lexicon


@contextmanager
def one_view() -> Iterator[None]:
    """Claims are drafted by rules only, without the view that is learnt whatever the construction."""

    def by_rules(parsed: Parsed, quotes: tuple[Quote, ...], lexicon: Lexicon) -> list[Draft]:
        return find_drafts(parsed, quotes, lexicon.cues, lexicon.speakers)

    if "judged_drafts" not in vars(claims):  # there is only one
        yield
        return
    both = vars(claims)["judged_drafts"]
    vars(claims)["judged_drafts"] = by_rules
    try:
        yield
    finally:
        vars(claims)["judged_drafts"] = both


STAGES = ("find_sentences", "find_claims", "resolve_sources")


def read(files: list[Path], out: Path, lexicon: Lexicon) -> tuple[float, dict[str, float]]:
    """Read the texts; the processor's seconds in all, and those of the parse and the two stages of claims."""
    spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)
    flow.read_page(page_of(files[0]), lexicon)
    plain = {name: getattr(flow, name) for name in STAGES}

    def timed(name: str) -> Callable[..., Any]:
        def run(*args: Any) -> Any:
            begin = time.process_time()
            try:
                return plain[name](*args)
            finally:
                spent[name] += time.process_time() - begin

        return run

    for name in STAGES:
        setattr(flow, name, timed(name))
    try:
        start = time.process_time()
        with out.open("w", encoding="utf-8") as stream:
            for file in files:
                stream.write(to_line(flow.read_page(page_of(file), lexicon)) + "\n")
        return time.process_time() - start, spent
    finally:
        for name, stage in plain.items():
            setattr(flow, name, stage)


def speeds(texts: int, seconds: float, stages: dict[str, float]) -> dict[str, float]:
    """Texts a second for the whole reading and for parse and claims, and what claims add to the parse."""
    parse, claims = stages["find_sentences"], stages["find_claims"] + stages["resolve_sources"]
    return {
        "texts_per_second": round(texts / (parse + claims), 2),
        "whole_texts_per_second": round(texts / seconds, 2),
        "claims_share_of_parse": round(claims / parse, 3),
    }


def scored(bench: Path, part: Path, readings: Path) -> dict[str, float]:
    """The scorer's figures, those by kind as ``kind.KIND.NAME``."""
    command = [sys.executable, str(bench / "score_spans.py"), str(part), str(readings), "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    flat = dict(found["figures"])
    for kind, values in found["kinds"].items():
        flat.update({f"kind.{kind}.{name}": value for name, value in values.items()})
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in flat.items()}


# ------------------------------------------------------------------------------------------ as Citron counts


def as_citron(part: Path, readings: Path) -> dict[str, dict[str, float]]:
    """Citron's "all quote spans", over all attributions and over speech alone.

    As in Citron: only attributions with a source, a cue and a content count, none that stands in another's content,
    none whose cue stands inside quotation marks; a source ends at its first comma; marks at the ends of spans do not
    count. *exact*: source, cue and content hold the same words. *overlap*: words shared, summed over all pairs, against
    all words of both sides. *Speech*: the cue holds one of the scorer's speech words.
    """
    speech = _speech_words()
    by_file = {Path(r["page"]["path"]).name: r for r in _lines(readings)}
    out = {}
    for name, only in (("all attributions", None), ("speech alone", speech)):
        shared, exact = Counter[str](), Counter[str]()
        for gold in _lines(part / "gold.jsonl"):
            text = (part / "texts" / gold["file"]).read_text(encoding="utf-8-sig")
            words = [m.span() for m in _WORD.finditer(text)]
            wanted = items(gold["attributions"], lambda a, role: a[role], text, words, only)
            found = items(by_file[gold["file"]]["claims"], lambda c, role: c[role]["spans"], text, words, only)
            for n in range(3):
                shared["shared"] += sum(len(p[n] & g[n]) for p in found for g in wanted)
                shared["found"] += sum(len(p[n]) for p in found)
                shared["wanted"] += sum(len(g[n]) for g in wanted)
            exact["found"] += len(found)
            exact["wanted"] += len(wanted)
            exact["right"] += sum(p in wanted for p in found)
            exact["met"] += sum(g in found for g in wanted)
        out[name] = {
            "overlap": _f1(shared["shared"] / shared["found"], shared["shared"] / shared["wanted"]),
            "exact": _f1(exact["right"] / exact["found"], exact["met"] / exact["wanted"]),
            "attributions": exact["wanted"],
            "found": exact["found"],
        }
    return out


def _lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def items(
    all: list[dict[str, Any]],
    spans_of: Callable[[dict[str, Any], str], list[Span]],
    text: str,
    words: list[Span],
    speech: frozenset[str] | None,
) -> list[Item]:
    """What counts of one side, each as the words of its source, cue and content."""
    inside = _in_quotes(text)
    contents = [[(s, e) for s, e in spans_of(a, "content")] for a in all]
    out = []
    for n, a in enumerate(all):
        source, cue = spans_of(a, "source"), spans_of(a, "cue")
        if not source or not cue or not contents[n] or inside[cue[0][0]]:
            continue
        said = {w.lower() for s, e in cue for w in _WORD.findall(text[s:e])}
        if speech is not None and not said & speech:
            continue
        if any(m != n and any(s <= cue[0][0] and cue[-1][1] <= e for s, e in c) for m, c in enumerate(contents)):
            continue
        short = [(s, s + len(text[s:e].partition(",")[0])) for s, e in source[:1]] or source
        out.append((_words(short, words), _words(cue, words), _words(contents[n], words)))
    return list(dict.fromkeys(out))


def _words(spans: Iterable[Span], words: list[Span]) -> frozenset[int]:
    return frozenset(n for n, (s, e) in enumerate(words) if any(a < e and s < b for a, b in spans))


def _in_quotes(text: str) -> list[bool]:
    """For each character whether it stands between double quotation marks; a paragraph's end closes them."""
    out, open_ = [], False
    for c in text:
        if c == "\n":
            open_ = False
        elif c in '"“”':
            open_ = c == "“" or (c == '"' and not open_)
        out.append(open_)
    return out


def _speech_words() -> frozenset[str]:
    """The 30 most frequent speech words of polnear-train in all their forms, as the set's scorer has them."""
    irregular = "said told wrote written writing spoke spoken reportedly statements response criticism"
    lemmas = (
        "say tell call accord write ask add report note suggest argue announce criticize question talk point describe "
        "claim statement respond tweet continue accuse explain promise cite declare acknowledge speak decline"
    )
    out = set(irregular.split())
    for lemma in lemmas.split():
        stem = lemma.removesuffix("e")
        out |= {lemma, lemma + "s", stem + "ing", stem + "ed", lemma + "d" if lemma.endswith("e") else lemma + "ed"}
    return frozenset(out)


def _f1(p: float, r: float) -> float:
    return round(2 * p * r / (p + r), 4) if p + r else 0.0


# ----------------------------------------------------------------------------------------------------- page


def table(got: dict[str, Any]) -> str:
    """The part of ``docs/benchmarks.md`` on attribution beside others."""
    systems = got["systems"]
    names = [n for n in (OURS, WEIGHED, WORDY, ALL, TEXTACY) if n in systems]
    out = [
        f"{got['texts']} texts of {SET} (measured {got['measured']}): "
        "`python -m benchmarks.attribution --peers PYTHON`",
        "",
        "| figure | " + " | ".join(names) + " | annotators among themselves |",
        "|---|" + "---:|" * (len(names) + 1),
    ]
    for figure in SHOWN:
        human = AMONG_THEMSELVES.get(figure)
        row = [f"{systems[n].get(figure, 0):.3f}" for n in names] + [f"{human:.3f}" if human else ""]
        out.append(f"| {figure} | " + " | ".join(row) + " |")
    for figure, words in (
        ("texts_per_second", "texts a second, parse and claims"),
        ("whole_texts_per_second", "texts a second, the whole reading"),
        ("claims_share_of_parse", "time of the claims stages, share of the parse's"),
    ):
        row = [f"{systems[n][figure]:.2f}" if figure in systems[n] else "–" for n in names]
        out.append(f"| {words} | " + " | ".join(row) + " | |")
    out += [
        "",
        "As Citron counts (all three spans together, sources cut at their first comma, nothing nested or inside "
        "quotation marks):",
        "",
        "| system, texts | overlap F1 | exact F1 |",
        "|---|---:|---:|",
    ]
    for name, f in got["citron"].items():
        out.append(f"| Sourcebook, {SET}, {name} ({f['attributions']}) | {f['overlap']:.3f} | {f['exact']:.3f} |")
    out.append(
        f"| Citron, as published, PARC 3.0 test (Wall Street Journal) | {CITRON['overlap']} | {CITRON['exact']} |"
    )
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(main())
