"""The comparison of attribution with others: what counts as Citron counts, what rules alone decide, the page's table."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.attribution import OURS, RulesAlone, as_citron, items, main, table

TEXT = 'Ann Bell, the mayor, said the mill burnt. "He told me so," Bob wrote. It seems late.'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


def attribution(source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    return {"source": spans(source), "cue": spans(cue), "content": spans(content)}


SAID = attribution("Ann Bell, the mayor", "said", "the mill burnt")
WROTE = attribution("Bob", "wrote", '"He told me so,"')
INNER = attribution("He", "told", "so")
WORDS = [(m, m + 1) for m in range(len(TEXT)) if TEXT[m].isalnum()]


def counted(found: list[dict[str, list[list[int]]]], speech: frozenset[str] | None = None) -> int:
    return len(items(found, lambda a, role: [(s, e) for s, e in a[role]], TEXT, WORDS, speech))


def test_only_whole_attributions_outside_others_and_outside_quotation_marks_count() -> None:
    assert counted([SAID, WROTE]) == 2
    assert counted([SAID, WROTE, INNER]) == 2
    assert counted([SAID, {**WROTE, "source": []}]) == 1
    assert counted([SAID, WROTE], frozenset({"wrote"})) == 1


def test_a_source_ends_at_its_first_comma_and_marks_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps({"file": "a.txt", "attributions": [SAID, WROTE]}) + "\n")
    found = [attribution("Ann Bell", "said", "the mill burnt"), attribution("Bob", "wrote", "He told me so")]
    claims = [{role: {"spans": s} for role, s in a.items()} for a in found]
    readings = tmp_path / "readings.jsonl"
    readings.write_text(json.dumps({"page": {"path": "x/a.txt"}, "claims": claims}) + "\n")
    got = as_citron(tmp_path, readings)
    assert got["all attributions"] == {"overlap": 1.0, "exact": 1.0, "attributions": 2, "found": 2}


def test_rules_alone_know_no_weights(lexicon) -> None:
    every, wordy = RulesAlone(lexicon.cues, wordy=False), RulesAlone(lexicon.cues, wordy=True)
    assert every.score(("f:object", "lf:say|object")) == every.score(()) == 0.5
    assert wordy.score(("f:clause",)) > 0.4 > wordy.score(("f:object",))
    assert every.of("verb", "say") == lexicon.cues.of("verb", "say")


def test_the_table_has_a_column_for_each_system_and_citron_beside() -> None:
    figures = {"content_overlap_f1": 0.5, "texts_per_second": 2.0}
    cited = {"speech alone": {"overlap": 0.9, "exact": 0.6, "attributions": 3, "found": 3}}
    page = table({"texts": 1, "measured": "today", "systems": {OURS: figures}, "citron": cited})
    assert f"| figure | {OURS} | annotators" in page
    assert "| content_overlap_f1 | 0.500 | 0.910 |" in page
    assert "speech alone (3) | 0.900 | 0.600 |" in page


def test_a_missing_set_is_named(tmp_path: Path, capsys) -> None:
    assert main(["--bench", str(tmp_path)]) == 2
    assert "polnear-dev" in capsys.readouterr().err
