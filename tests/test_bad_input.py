"""Bad input, from the command line as a person meets it: a clear message, exit code 2, and the other pages read."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "sourcebook"]
GOOD = (
    "KHARTOUM, March 3 (Example) - Shelling of a market in Omdurman killed at least six people on Tuesday, "
    "a hospital director said.\n"
)
ARABIC = "قال مدير المستشفى إن ستة أشخاص قتلوا في قصف على سوق في مدينة أم درمان يوم الثلاثاء. " * 4
RUSSIAN = "Директор больницы сообщил, что шесть человек погибли при обстреле рынка во вторник. " * 4

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def _run(*args: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "SOURCEBOOK_DB": str(tmp_path / "store.db"), "COLUMNS": "120", "NO_COLOR": "1"}
        done = subprocess.run([*COMMAND, *map(str, args)], input=stdin, capture_output=True, env=env, timeout=300)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return _run


def readings(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


UNREADABLE = {
    "empty": b"",
    "blank": b" \n\t\r\n ",
    "binary": bytes(range(256)) * 40,
    "image": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
    "huge": (GOOD * 9).encode() * (50_000_000 // len(GOOD * 9) + 1),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_page_is_named_and_the_next_one_is_read(name: str, tmp_path: Path, good: Path, run: Run) -> None:
    bad = tmp_path / f"{name}.txt"
    bad.write_bytes(UNREADABLE[name])
    done = run("read", "--format", "jsonl", bad, good)
    assert done.returncode == 2
    assert f"{name}.txt" in done.stderr
    assert len(readings(done)) == 1
    assert readings(done)[0]["claims"]


ENCODED = {
    "windows-1252": ("“We heard the blast,” said Señor Núñez, the mayor’s aide – twice.\n" + GOOD).encode("cp1252"),
    "utf-16-bom": GOOD.encode("utf-16"),
    "utf-16-le": GOOD.encode("utf-16-le"),
    "utf-16-be": GOOD.encode("utf-16-be"),
    "broken-utf-8": GOOD.encode()[:60] + b"\xff\xfe\xc3 " + GOOD.encode()[60:],
    "bom": b"\xef\xbb\xbf" + GOOD.encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_other_encodings_are_read(name: str, tmp_path: Path, run: Run) -> None:
    page = tmp_path / f"{name}.txt"
    page.write_bytes(ENCODED[name])
    done = run("read", "--format", "jsonl", page)
    assert done.returncode == 0, done.stderr
    (reading,) = readings(done)
    assert any("hospital director" in str(c) for c in reading["claims"])  # type: ignore[attr-defined]


def test_a_single_line_of_five_megabytes_ends_in_time(tmp_path: Path, run: Run) -> None:
    page = tmp_path / "line.txt"
    page.write_text(GOOD.strip() + " " + "and then more words came along without a stop " * 110_000, encoding="utf-8")
    done = run("read", "--format", "jsonl", page)
    assert done.returncode in (0, 2)
    assert "line.txt" in done.stderr or readings(done)


@pytest.mark.parametrize(
    "text",
    ["...\n---\n***\n", "42", "Market shelled in Omdurman", "a b c\n\n1 2 3\n"],
    ids=["marks", "number", "headline", "letters"],
)
def test_a_page_without_a_sentence_is_no_error(text: str, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "short.txt"
    page.write_text(text, encoding="utf-8")
    done = run("read", "--format", "jsonl", page)
    assert done.returncode == 0, done.stderr
    assert readings(done)[0]["claims"] == []


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "Arabic"), (RUSSIAN, "Russian")])
def test_another_language_is_stored_and_nothing_is_invented(text: str, language: str, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    shown = run("read", page)
    assert shown.returncode == 0
    assert language in shown.stdout + shown.stderr
    assert "not read" in shown.stdout + shown.stderr
    (reading,) = readings(run("read", "--format", "jsonl", page))
    assert not any(reading[k] for k in ("claims", "mentions", "tolls", "incidents"))
    added = run("add", page)
    assert added.returncode == 0, added.stderr
    assert language in added.stdout + added.stderr
    assert "already" in (again := run("add", page)).stdout + again.stderr


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path, good: Path, run: Run) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "picture.png").write_bytes(b"\x89PNG")
    done = run("read", "--format", "jsonl", tmp_path / "gone.txt", tmp_path / "nothing", good)
    assert done.returncode == 2
    assert "gone.txt" in done.stderr
    assert "nothing" in done.stderr
    assert len(readings(done)) == 1


def test_standard_input_is_read(run: Run) -> None:
    done = run("read", "--format", "jsonl", "-", stdin=GOOD.encode())
    assert done.returncode == 0
    assert readings(done)[0]["claims"]


def test_add_goes_on_after_a_bad_page(tmp_path: Path, good: Path, run: Run) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(UNREADABLE["binary"])
    done = run("add", bad, good)
    assert done.returncode == 2
    assert "bad.txt" in done.stderr
    assert run("claims", "--source", "hospital").stdout.count("killed at least six") == 1


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\x00" + bytes(50)])
def test_a_file_that_is_no_database_is_named_and_left_alone(
    content: bytes, tmp_path: Path, good: Path, run: Run
) -> None:
    db = tmp_path / "other.db"
    db.write_bytes(content)
    for command in (["add", good], ["incidents"]):
        done = run(*command, "--db", db)
        assert done.returncode == 2
        assert "other.db" in done.stderr
    assert db.read_bytes() == content


def test_a_database_of_a_newer_version_is_named_and_left_alone(tmp_path: Path, good: Path, run: Run) -> None:
    assert run("add", good).returncode == 0
    db = tmp_path / "store.db"
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
    connection.close()
    done = run("add", good)
    assert done.returncode == 2
    assert "newer" in done.stderr


def test_another_tables_database_is_not_taken_over(tmp_path: Path, good: Path, run: Run) -> None:
    db = tmp_path / "photos.db"
    with sqlite3.connect(db) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY)")
    connection.close()
    done = run("add", good, "--db", db)
    assert done.returncode == 2
    assert "photos.db" in done.stderr


def test_an_unwritable_place_for_the_database_is_named(tmp_path: Path, good: Path, run: Run) -> None:
    (tmp_path / "file").write_text("x")
    done = run("add", good, "--db", tmp_path / "file" / "store.db")
    assert done.returncode == 2
    assert "store.db" in done.stderr


def test_a_bad_option_lists_the_good_ones(good: Path, run: Run) -> None:
    done = run("read", "--format", "pdf", good)
    assert done.returncode == 2
    assert "jsonl" in done.stderr
    assert run("read", "--published", "yesterday", good).returncode == 2
    assert run("show", "Inonesuch").returncode == 2
    assert run("incidents", "--type", "picnic").returncode == 2
