"""why, timeline, sources, coverage over a store: what they say, as text at two widths and as data, and when they cannot."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

import sourcebook.lexicon
from sourcebook.cli import COMMANDS
from sourcebook.cli.app import run as run_command
from sourcebook.export.whys import waterfall
from sourcebook.export.whys_html import waterfall as web_waterfall
from sourcebook.link.whys import Pair
from sourcebook.store.linking import link_pending
from sourcebook.store.pages import add_reading
from sourcebook.store.sessions import Store

FIRST = """EYL, Somalia, May 4 (Horn Wire) - Gunmen shot dead four salt traders at a camp near Eyl on Monday, police said.

A clan elder, Abdi Farah Dhiblawe, said that nine traders had been killed in the attack. The Puntland government declined to comment.
"""
SECOND = """Seven salt traders are dead after gunmen attacked their camp near Eyl on Monday, police said, raising the toll from four.

Abdi Farah Dhiblawe, an elder who helped to bury them, said that the gunmen had come in two trucks before dawn.
"""
OTHER = "Soldiers arrested two fishermen in Bosaso in Somalia on Friday, the harbour master said.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lexicon, read):
    """``run("why", a, b)``: exit code, output, errors, over a store of three pages."""
    import datetime as dt

    for command in COMMANDS:
        import_module(f"sourcebook.cli.{command}")
    monkeypatch.setenv("SOURCEBOOK_DB", str(tmp_path / "store.db"))
    monkeypatch.setattr(sourcebook.lexicon, "Lexicon", lambda *_: lexicon)
    with Store(tmp_path / "store.db", create=True) as store:
        for text, outlet, day in ((FIRST, "Salt Times", 5), (SECOND, "Hill Post", 6), (OTHER, "Salt Times", 9)):
            add_reading(store, read(text, outlet=outlet, published=dt.date(2026, 5, day)), "1")
        link_pending(store, lexicon)

    def _run(*args: str, width: int = 120) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(width))
        code = run_command(list(args))
        out, err = capsys.readouterr()
        assert out.startswith(("{", "[")) or all(len(line) <= width for line in out.splitlines())
        return code, out, err

    return _run


def ids(run) -> list[str]:
    _, out, _ = run("incidents", "--format", "jsonl")
    return [i["id"] for i in sorted(map(json.loads, out.splitlines()), key=lambda i: -len(i["members"]))]


@pytest.mark.parametrize("width", [80, 120])
def test_why_two_reports_are_one_and_others_are_not(run, width: int) -> None:
    main, other = ids(run)[:2]
    _, out, _ = run("show", main, "--format", "jsonl")
    (second,) = json.loads(out)["other_ids"]
    code, out, _ = run("why", main, second, width=width)
    assert code == 0
    assert f"{second} is now part of {main}" in out
    assert "One incident" in out
    assert "same-day" in out
    code, out, _ = run("why", main, other, width=width)
    assert code == 0
    assert "Two incidents" in out
    assert "not compared" in out or "score" in out


def test_why_as_data_sums_up(run) -> None:
    main = ids(run)[0]
    _, out, _ = run("show", main, "--format", "jsonl")
    (second,) = json.loads(out)["other_ids"]
    _, out, _ = run("why", main, second, "--json")
    told = json.loads(out)
    assert told["one"] is True
    assert told["incidents"] == [main, main]
    assert told["best"]["score"] == pytest.approx(sum(told["best"]["terms"].values()))


def test_why_as_a_page_for_the_web(run, tmp_path: Path) -> None:
    main, other = ids(run)[:2]
    _, out, _ = run("show", main, "--format", "jsonl")
    (second,) = json.loads(out)["other_ids"]
    page = tmp_path / "why.html"
    code, out, _ = run("why", main, second, "--html", str(page))
    assert (code, out) == (0, "")
    told = page.read_text(encoding="utf-8")
    _, out, _ = run("why", main, second, "--json")
    for term, value in json.loads(out)["best"]["terms"].items():
        assert f'<th scope="row">{term}</th>' in told
        assert f"{value:+.2f}</td>" in told
    assert f"<code>{second}</code> is now part of <code>{main}</code>" in told
    assert not {"http:", "https:", "<script"} & set(told.split())
    run("why", main, other, "--html", str(page))
    assert "Two incidents" in page.read_text(encoding="utf-8")
    code, _, err = run("why", main, second, "--html", str(tmp_path / "no" / "why.html"))
    assert code == 2
    assert "folder" in err


def test_bars_run_from_sum_to_sum() -> None:
    fall = web_waterfall(Pair(("a", "m1"), ("b", "m1"), (("base", -2.0), ("same-day", 3.0), ("names", 1.0))), {}, {})
    assert [(b.left, b.width) for b in fall.bars] == [(0.0, 50.0), (0.0, 75.0), (75.0, 25.0)]
    assert fall.zero == 50.0
    assert fall.total is not None
    assert (fall.total.left, fall.total.width, fall.total.value) == (50.0, 50.0, 2.0)


def test_why_of_a_wrong_id_or_one_twice(run) -> None:
    main = ids(run)[0]
    for args in (("why", main, main), ("why", main, "Izzzzzzzzzz"), ("timeline", "Izzzzzzzzzz"), ("coverage", "x")):
        code, out, err = run(*args)
        assert (code, out) == (2, "")
        assert "sourcebook" in err


@pytest.mark.parametrize("width", [80, 120])
def test_a_timeline_tells_each_number_and_what_stands(run, width: int) -> None:
    main = ids(run)[0]
    code, out, _ = run("timeline", main, width=width)
    assert code == 0
    assert "Killed" in out
    assert "Now:" in out
    _, out, _ = run("timeline", main, "--json")
    counts = json.loads(out)["counts"]
    assert {c["low"] for c in counts} >= {4, 7, 9}
    assert any(c["replaced_by"] for c in counts if c["low"] == 4)
    assert run("timeline", ids(run)[1])[0] == 0


@pytest.mark.parametrize("width", [80, 120])
def test_sources_and_their_filters(run, width: int) -> None:
    code, out, _ = run("sources", width=width)
    assert code == 0
    assert "Police" in out
    _, out, _ = run("sources", "--json", "--kind", "police")
    assert {s["kind"] for s in json.loads(out)} == {"police"}
    assert all(0 <= s["confirmed"] <= s["answers"] for s in json.loads(out))
    assert "fits" in run("sources", "--name", "nobody at all")[1]
    assert "No incident fits" in run("sources", "--since", "2031-01-01")[1]
    assert run("sources", "--kind", "wizard")[0] == 2


@pytest.mark.parametrize("width", [80, 120])
def test_coverage_tells_who_did_not_report(run, width: int) -> None:
    code, out, _ = run("coverage", width=width)
    assert code == 0
    assert "not reported by" in out
    _, out, _ = run("coverage", ids(run)[0], "--json")
    assert set(json.loads(out)[0]["reported"]) == {"Salt Times", "Hill Post"}
    assert "fits" in run("coverage", "--since", "2031-01-01")[1]


def test_an_empty_store_says_what_to_do(tmp_path: Path, run) -> None:
    Store(tmp_path / "empty.db", create=True).close()
    for command in ("sources", "coverage"):
        code, out, _ = run(command, "--db", str(tmp_path / "empty.db"))
        assert (code, out) == (0, "No incidents yet. Add pages: sourcebook add PATH\n")
    assert run("sources", "--db", str(tmp_path / "none.db"))[0] == 2


def test_bars_of_a_waterfall_begin_where_the_last_one_ended() -> None:
    bars = waterfall([-4.0, 1.0, 2.0, 5.0], 30)
    assert bars[0].lstrip(" ") == bars[0], "the lowest sum is at the left"
    ends = [len(b) for b in bars]
    starts = [len(b) - len(b.lstrip(" ")) for b in bars]
    assert abs(starts[2] - ends[1]) <= 1
    assert abs(starts[3] - ends[2]) <= 1


def test_show_tells_what_a_later_version_changed(run, tmp_path: Path, lexicon, read) -> None:
    import datetime as dt

    corrected = FIRST.replace("nine traders had been killed in the attack", "eight traders had been killed in the raid")
    with Store(tmp_path / "store.db") as store:
        add_reading(store, read(corrected, outlet="Salt Times", published=dt.date(2026, 5, 6)), "1")
        link_pending(store, lexicon)
    _, listed, _ = run("incidents", "--format", "jsonl")
    ids = [json.loads(line)["id"] for line in listed.splitlines()]
    shown = "".join(run("show", i)[1] for i in ids)
    assert "+ A clan elder, Abdi Farah Dhiblawe, said that eight traders" in shown
    assert "− A clan elder, Abdi Farah Dhiblawe, said that nine traders" in shown
    assert "− The Puntland government" not in shown


def test_a_table_of_grades_that_is_not_there_is_said(run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(FIRST, encoding="utf-8")
    code, _, err = run("link", str(page), "-q", "--grades", str(tmp_path / "none.toml"))
    assert code != 0
    assert "--grades" in err
    assert "none.toml" in err
