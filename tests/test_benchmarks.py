"""The figures' page: floors are read from the sets' README files, tables are made from what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.field import CORPORA, better, floors_of, table
from benchmarks.gate.stories import page_table as story_table
from benchmarks.speed import table as speed_table

README = """# some-set
Counts: texts 12, tolls 30.
Floor verb: linked_f1 0.25 value_f1 0.61
Floor quotes: linked_f1 0.30 value_f1 0.20
Floors. Trivial system (patterns (eval/x.py)): killed_exact 0.793, killed_mae 0.542, within_25km 0.000.
Floors. Empty readings: killed_exact 0.9, killed_mae 0.1.
Human (another annotator): linked_f1 0.81
"""

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def test_the_best_trivial_system_is_the_floor_and_no_person_is():
    assert floors_of(README) == {
        "linked_f1": 0.30,
        "value_f1": 0.61,
        "killed_exact": 0.793,
        "killed_mae": 0.542,
        "within_25km": 0.0,
    }


def test_an_error_is_better_when_lower():
    assert better("killed_mae", 0.4, 0.5)
    assert not better("killed_exact", 0.4, 0.5)


def test_the_table_says_which_figures_are_not_above_the_floor():
    got = {
        "measured": "2026-11-21",
        "texts": 84,
        "every": 1,
        "figures": {"linked_f1": 0.5, "cue_exact_f1": 0.1, "source_exact_f1": None},
        "floors": {"linked_f1": 0.25, "cue_exact_f1": 0.4},
    }
    lines = table({"polnear-dev": got}).splitlines()
    assert "| linked_f1 | 0.500 | 0.250 | yes |" in lines
    assert "| cue_exact_f1 | 0.100 | 0.400 | **no** |" in lines
    assert "| source_exact_f1 | n/a | n/a | – |" in lines


def test_every_corpus_of_the_issue_is_measured():
    wanted = {"polnear-dev", "timex-tbaq", "places-trnews", "muc4-tst12", "airwars-a", "gva-visible"}
    assert wanted <= {c.name for c in CORPORA}


def test_a_part_of_the_page_is_replaced_and_the_rest_kept(tmp_path, monkeypatch: pytest.MonkeyPatch):
    doc = tmp_path / "benchmarks.md"
    doc.write_text("before\n<!-- begin field -->\nold\n<!-- end field -->\nafter\n", encoding="utf-8")
    monkeypatch.setattr(report, "DOC", doc)
    report.put_part("field", r"new \1")
    assert doc.read_text(encoding="utf-8") == "before\n<!-- begin field -->\nnew \\1\n<!-- end field -->\nafter\n"
    with pytest.raises(SystemExit):
        report.put_part("speed", "x")


def test_the_speed_table_has_what_was_measured():
    speed = dict.fromkeys(
        ["articles", "corpus", "words_per_article", "machine", "measured", "articles_per_second", "words_per_second", "slowest_seconds", "startup_seconds", "peak_mb"], 7
    )  # fmt: skip
    assert "| articles a second | 7 | at least 12 |" in speed_table(speed)


def test_the_table_of_the_stories_says_what_is_asked_for_and_is_on_the_page() -> None:
    figures = {"stories_independent": 0.5, "stories_also": None}
    table = story_table({h: (figures, []) for h in ("all", "open", "held")})
    assert "| stories_independent | 0.500 | 0.500 | 0.500 | 0.9 |" in table
    assert "| stories_also | – | – | – |  |" in table
    assert table.splitlines()[0] in PAGE.read_text(encoding="utf-8")
