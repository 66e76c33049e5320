"""The shipped reports say of themselves that they are invented, and their page lists them all."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
REPORTS = sorted(f for f in (EXAMPLES / "reports").iterdir() if f.suffix != ".json")


def test_there_are_as_many_as_the_page_says():
    listed = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert len(REPORTS) == 14
    assert [r.stem for r in REPORTS if f"| `{r.stem}` |" not in listed] == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.stem)
def test_a_report_says_that_it_is_invented(report: Path):
    side = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))
    assert side["invented"] is True
    assert (urlsplit(side["url"]).hostname or "").endswith("example.org")
    assert side["outlet"]
    assert side["published"].startswith("2021-")


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.stem)
def test_a_report_is_as_long_as_a_report(report: Path):
    assert 120 <= len(report.read_text(encoding="utf-8").split()) <= 600
