"""add, incidents, show, claims: as a person types them, in one process with the session's lexicon."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import sourcebook.lexicon
from sourcebook.cli import COMMANDS
from sourcebook.cli.app import run as run_command

WIRE = """EYL, Somalia, May 4 (Horn Wire) - Gunmen shot dead four salt traders at a camp near Eyl on Monday, police said.

A clan elder, Abdi Farah Dhiblawe, said that nine traders had been killed in the attack. The Puntland government blamed the raid on a militia from the hills.

The militia's leader, Warsame Guled Tuur, denied that his men had carried out the attack.

A nurse at the Garowe hospital said that she was treating twelve people who were wounded at the camp.
"""
REPRINT = WIRE.split("A nurse")[0]
LOCAL = """Nine salt traders are dead after an attack on their camp outside Eyl on Monday, the town's mayor, Hodan Ali, said.

Abdi Farah Dhiblawe, an elder who helped to bury them, said that the gunmen had come in two trucks before dawn.
"""
QUIET = "The Galkayo library will open on Saturday mornings from June, the council said on Monday.\n"


class Done:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lexicon
) -> Callable[..., Done]:
    """``run("add", path)``: the exit code and what was written."""
    for command in COMMANDS:
        import_module(f"sourcebook.cli.{command}")
    monkeypatch.setenv("SOURCEBOOK_DB", str(tmp_path / "store.db"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sourcebook.lexicon, "Lexicon", lambda *_: lexicon)

    def _run(*args: str | Path) -> Done:
        code = run_command([str(a) for a in args])
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return _run


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    told = [("wire", WIRE, "Horn Wire", "2026-05-04"), ("reprint", "Traders slain\n\n" + REPRINT, "Gulf Mail", "2026-05-05"),
            ("local", LOCAL, "Salt Coast Times", "2026-05-05"), ("quiet", QUIET, "Salt Coast Times", "2026-05-05")]  # fmt: skip
    for name, text, outlet, day in told:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"outlet": outlet, "published": day}), encoding="utf-8")
    return folder


def most_told(run: Callable[..., Done]) -> dict:
    lines = run("incidents", "--format", "jsonl").out.splitlines()
    return max(map(json.loads, lines), key=lambda i: len(i["members"]))


def test_adding_says_what_became_of_each_page(pages: Path, run) -> None:
    done = run("add", pages)
    assert done.code == 0, done.err
    assert "added 4, already there 0, failed 0" in done.out
    assert "added 0, already there 4, failed 0" in run("add", pages).out
    (pages / "empty.txt").write_text(" \n")
    done = run("add", pages, pages / "gone.txt")
    assert done.code == 2
    assert "added 0, already there 4, failed 2" in done.out
    assert "empty.txt" in done.err
    assert "gone.txt" in done.err


def test_a_fault_on_one_page_does_not_stop_the_others(pages: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    import sourcebook.flow as flow

    honest = flow.read_page

    def faulty(page, lexicon):
        if "local" in page.path:
            raise RuntimeError("a fault of ours")
        return honest(page, lexicon)

    monkeypatch.setattr(flow, "read_page", faulty)
    done = run("add", pages)
    assert done.code == 2
    assert "added 3, already there 0, failed 1" in done.out
    assert "local.txt" in done.err


def test_the_reports_of_one_attack_are_one_incident_with_its_accounts(pages: Path, run) -> None:
    run("add", pages)
    incident = most_told(run)
    told_in = {m["page"] for m in incident["members"]}
    assert len(told_in) >= 2
    killed = {(a["source"], a["low"]) for a in incident["accounts"] if a["question"] == "killed"}
    assert {low for _, low in killed} >= {4, 9}
    assert "killed" in incident["contested"]
    assert incident["killed"][0] == 4
    assert incident["killed"][1] == 9


def test_a_copy_adds_no_source(pages: Path, run) -> None:
    run("add", pages / "wire.txt")
    alone = most_told(run)
    run("add", pages / "reprint.txt")
    both = most_told(run)
    assert len(both["members"]) == 2
    assert both["independent_sources"] == alone["independent_sources"]
    assert both["killed"] == alone["killed"]
    shown = run("show", both["id"]).out
    assert re.search(r"↳ .*Gulf Mail.*copy:\s+cut\s+from\s+it", shown.replace("\n", " "))


def test_the_dossier_has_every_question_with_who_answers_it(pages: Path, run) -> None:
    run("add", pages)
    incident = most_told(run)
    shown = run("show", incident["id"]).out
    for words in (
        "Did it happen?",
        "Killed",
        "≠",
        "Abdi Farah Dhiblawe",
        "Reports",
        "Salt Coast Times",
        incident["grade_reason"][:20],
    ):
        assert words in shown
    told = json.loads(run("show", incident["id"][:6], "--format", "jsonl").out)
    assert {k: v for k, v in told.items() if k != "other_ids"} == incident
    assert incident["id"] not in told["other_ids"]


def test_what_a_source_said(pages: Path, run) -> None:
    run("add", pages)
    assert "two trucks" in run("claims", "--source", "dhiblawe").out
    denied = run("claims", "--source", "tuur", "--stance", "deny").out
    assert "denied" in denied
    assert "Most quoted" in run("claims", "--source", "nobody at all").out


def test_filters_and_bad_values(pages: Path, run) -> None:
    run("add", pages)
    every = run("incidents", "--format", "jsonl").out.splitlines()
    assert len(
        run("incidents", "--since", "2026-05-01", "--until", "2026-05-31", "--format", "jsonl").out.splitlines()
    ) == len(every)
    assert not run("incidents", "--until", "2020-01-01", "--format", "jsonl").out
    assert "None of" in run("incidents", "--until", "2020-01-01").out
    assert " in 4 pages" in run("incidents", "--sort", "killed").out
    for option, value, known in (
        ("--type", "picnic", "air-strike"), ("--since", "monday", "YYYY-MM-DD"), ("--country", "ZZ", "SO"), ("--sort", "luck", "killed"),
    ):  # fmt: skip
        done = run("incidents", option, value)
        assert done.code == 2
        assert known in done.err
    assert run("claims", "--source", "x", "--stance", "shout").code == 2
    assert "no-comment" in run("claims", "--source", "x", "--stance", "shout").err
    assert "has, or ever had, this id" in run("show", "Iqqqq").err


def test_empty_states_say_what_to_do(pages: Path, run) -> None:
    done = run("incidents")
    assert done.code == 2
    assert "sourcebook add PATH" in done.err
    run("add", pages / "quiet.txt")
    assert "stored pages tell of none" in run("incidents").out


def test_linking_without_a_store_writes_what_the_scorer_reads(pages: Path, tmp_path: Path, run) -> None:
    (pages / "same.txt").write_text(WIRE, encoding="utf-8")  # the very bytes of wire.txt
    done = run("link", pages, "--links", tmp_path / "links", "--copies", tmp_path / "copies")
    assert done.code == 0, done.err
    rows = [json.loads(line) for line in (tmp_path / "links").read_text().splitlines()]
    incident = {row["file"]: row["incident"] for row in rows}
    assert set(incident) == {"wire.txt", "same.txt", "reprint.txt", "local.txt", "quiet.txt"}
    assert incident["wire.txt"] == incident["same.txt"] == incident["reprint.txt"] == incident["local.txt"]
    assert incident["quiet.txt"] != incident["wire.txt"]
    pairs = {(row["a"], row["b"]) for row in map(json.loads, (tmp_path / "copies").read_text().splitlines())}
    assert {frozenset(p) for p in pairs} >= {
        frozenset(("same.txt", "wire.txt")),
        frozenset(("reprint.txt", "wire.txt")),
    }
    assert not (tmp_path / "store.db").exists()
    assert run("link", pages, "-q", "--links", tmp_path / "none" / "links").code == 2


def test_the_same_page_under_two_names_is_stored_once_and_says_where(pages: Path, run) -> None:
    (pages / "twin.txt").write_text(QUIET, encoding="utf-8")
    done = run("add", pages / "quiet.txt", pages / "twin.txt")
    assert "added 1, already there 1" in done.out
    assert "holds 1 page and" in done.out
    assert re.search(r"twin\.txt: the same page is stored already, as \S*quiet\.txt", done.err)


def test_nothing_to_add_makes_no_database(tmp_path: Path, run) -> None:
    db = tmp_path / "new" / "store.db"
    assert run("add", tmp_path / "gone.txt", "--db", db).code == 2
    assert not db.parent.exists()
