"""``sourcebook read`` as a person runs it. Bad input of every kind is in tests/test_bad_input.py."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcebook.cli import main

TEXT = """Roadside bomb kills four soldiers near Gao

GAO (Reuters) - A roadside bomb killed four Malian soldiers near Gao on Tuesday, the army said.

"The convoy was hit at dawn," an official told Reuters on condition of anonymity. JNIM claimed responsibility.
"""
HTML = f"<html><head><title>x</title></head><body><article>{''.join(f'<p>{p}</p>' for p in TEXT.split(chr(10) * 2))}</article></body></html>"
COMMAND = [sys.executable, "-m", "sourcebook"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "gao.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pages"
    (path / "more").mkdir(parents=True)
    for name in ("b.txt", "a.html", "more/c.txt"):
        (path / name).write_text(HTML if name.endswith("html") else TEXT + name, encoding="utf-8")
    (path / "picture.png").write_bytes(b"\x89PNG")
    return path


def run(args: list[str]) -> int:
    with pytest.raises(SystemExit) as left:
        main(args)
    return int(str(left.value.code))


def call(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COLUMNS": "80", **environment}
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True, text=True, env=env, timeout=120)


def test_the_text_shows_article_claims_events_and_incidents(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(page), "--published", "2024-03-07", "--outlet", "Example Courier"]) == 0
    shown = capsys.readouterr().out
    for words in ("Roadside bomb kills four soldiers near Gao", "Example Courier", "7 Mar 2024", "read from: option",
                  "Who said what", "unnamed", "What happened", "4 killed", "Incidents on this page"):  # fmt: skip
        assert words in shown, words


def test_jsonl_is_one_line_a_page_in_the_order_given_and_nothing_else(
    folder: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "--format", "jsonl", str(page), str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = [json.loads(line) for line in lines]
    assert [Path(r["page"]["path"]).name for r in found] == ["gao.txt", "a.html", "b.txt", "c.txt"]
    assert all(r["format"] == "sourcebook.reading/1" for r in found)
    assert [r["page"]["text"] is None for r in found if r["page"]["path"].endswith("txt")] == [True] * 3


def test_options_go_before_the_sidecar(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.with_suffix(".json").write_text(json.dumps({"outlet": "Side Car", "published": "2024-03-08"}))
    assert run(["read", "--format", "jsonl", str(page), "--outlet", "Option Post"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["outlet"] == "Option Post"
    assert article["published"]["low"] == "2024-03-08"
    assert article["published_from"] == "sidecar"


def test_html_of_one_page_goes_to_stdout_or_a_file(
    page: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["read", "--format", "html", str(page)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("<!doctype html>")
    out = tmp_path / "gao.html"
    assert run(["read", "--format", "html", str(page), "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == shown


def test_html_of_several_pages_goes_into_a_folder(
    folder: Path, page: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["read", "--format", "html", str(folder)]) == 2
    assert "--out" in capsys.readouterr().err
    twin = tmp_path / "twin"
    twin.mkdir()
    (twin / "gao.txt").write_text(TEXT + "Again.")
    out = tmp_path / "made" / "here"
    assert run(["read", "--format", "html", str(page), str(twin), "--out", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == ["gao-2.html", "gao.html"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--format", "xml"], "xml"),
        (["--published", "yesterday"], "YYYY-MM-DD"),
        (["--published", "2024-02-31"], "YYYY-MM-DD"),
        (["--model", "no_such_model"], "no_such_model"),
        (["--out", "/nowhere/at/all.txt"], "/nowhere/at/all.txt"),
        (["--colour"], "--colour"),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_code_2(
    args: list[str], told: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(page), *args]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert len(said.err.splitlines()) == 1


def test_an_address_belongs_to_one_page(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--url", "https://example.org/a", str(folder)]) == 2
    assert "--url" in capsys.readouterr().err


def test_a_bad_page_is_named_with_a_mend_and_the_others_are_read(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    assert run(["read", "--format", "jsonl", str(tmp_path / "gone.txt"), str(tmp_path / "empty.txt"), str(page)]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    first, second = said.err.splitlines()
    assert "gone.txt" in first
    assert " — " in first
    assert "empty.txt" in second


def test_a_fault_of_ours_on_one_page_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sourcebook.flow

    real = sourcebook.flow.read_page

    def fails(page, lexicon):
        if page.path.endswith("b.txt"):
            raise RuntimeError("a bug")
        return real(page, lexicon)

    monkeypatch.setattr(sourcebook.flow, "read_page", fails)
    assert run(["read", "--format", "jsonl", str(folder)]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert "b.txt" in said.err
    assert "fault in Sourcebook" in said.err
    assert "Traceback" not in said.err


def test_notes_are_left_out_when_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("“Blast” near Señor Núñez’s café, police said. ".encode("cp1252") * 4)
    assert run(["read", "--format", "jsonl", str(path)]) == 0
    assert "old.txt" in capsys.readouterr().err
    assert run(["read", "--format", "jsonl", "--quiet", str(path)]) == 0
    assert capsys.readouterr().err == ""


def test_help_is_quick_and_loads_no_parser() -> None:
    start = time.monotonic()
    done = call("--help")
    assert done.returncode == 0
    assert "read" in done.stdout
    assert time.monotonic() - start < 2  # 0.2 s when the machine is idle
    probe = "import sys, contextlib\nfrom sourcebook.cli import main\nwith contextlib.suppress(SystemExit): main(['--help'])\nprint({'spacy','numpy','sqlalchemy','jinja2'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60)
    assert loaded.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("format", ["text", "jsonl", "html"])
def test_a_reader_that_leaves_early_is_no_error(format: str, page: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "read", "--quiet", "--format", format, str(page)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


def test_an_output_that_is_full_is_one_line(page: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, "read", str(page)], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


def test_a_file_is_replaced_only_when_a_page_was_read(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("of before")
    assert run(["read", str(tmp_path / "gone.txt"), "--out", str(out)]) == 2
    assert out.read_text() == "of before"
    assert run(["read", str(page), "--out", str(out)]) == 0
    assert "of before" not in out.read_text()


def test_several_pages_go_into_no_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    out.write_text("of before")
    assert run(["read", "--format", "html", str(folder), "--out", str(out)]) == 2
    assert "name a folder" in capsys.readouterr().err
    assert out.read_text() == "of before"


def test_ctrl_c_leaves_with_130_and_no_traceback() -> None:
    code = (
        "import os, signal, sys, threading\n"
        "from sourcebook.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job ignores it
        "sys.argv[1:] = ['read', '-']\n"
        "threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()\n"  # by then it waits for its input
        "sys.exit(main())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.wait(timeout=120) == 130  # its input stays open: only the signal ends it
        assert child.stderr is not None
        assert b"Traceback" not in child.stderr.read()


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_only_on_a_terminal_that_wants_it(page: Path, environment: dict[str, str], coloured: bool) -> None:
    here, there = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        **environment,
    }
    with subprocess.Popen(
        [*COMMAND, "read", str(page)], stdin=subprocess.DEVNULL, stdout=there, stderr=there, env=env
    ) as child:
        os.close(there)
        shown = b""
        try:
            while chunk := os.read(here, 65536):
                shown += chunk
        except OSError:  # Linux: the other end has gone
            pass
    os.close(here)
    assert child.returncode == 0
    assert (b"\x1b[3" in shown or b"\x1b[1;3" in shown) == coloured


def test_explain_shows_evidence_in_the_text_and_adds_it_to_the_json(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", "--explain", str(page)]) == 0
    shown = capsys.readouterr().out
    for words in ("Why these are claims", "because", "in log-odds", "Seen and left out", "The rules"):
        assert words in shown, words
    assert run(["read", "--format", "jsonl", str(page)]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert run(["read", "--explain", "--format", "jsonl", str(page)]) == 0
    explained = json.loads(capsys.readouterr().out)
    why = explained.pop("explanations")
    assert explained == plain
    assert [c["claim"] for c in why["claims"]] == [c["id"] for c in plain["claims"]]
    assert run(["read", "--explain", "--format", "html", str(page)]) == 2
    assert "--explain" in capsys.readouterr().err
