"""Inputs: what a person's arguments name, and sidecars."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sourcebook.bulk.inputs import find_inputs, read_input
from sourcebook.errors import EmptyInput, InputError, MissingInput, TooLargeInput
from sourcebook.records import PageMeta

TEXT = "TESTVILLE - Two shells fell near the bridge on Friday, the mayor said.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def test_a_folder_gives_its_pages_in_order_and_not_its_sidecars(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.html", "b/1.txt", "a.htm", "a.json", "photo.png", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    found = find_inputs([tmp_path])
    assert [os.path.relpath(p, tmp_path) for p in found.paths] == ["a.htm", "b/1.txt", "b/2.html"]
    assert found.errors == ()


def test_what_is_missing_is_said_and_the_others_are_kept(tmp_path: Path, page: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = find_inputs([tmp_path / "gone.txt", page, tmp_path / "empty", page, "-"])
    assert found.paths == (str(page), "-")
    assert [type(e) for e in found.errors] == [MissingInput, MissingInput]
    assert all(e.mend for e in found.errors)


def test_a_sidecar_is_joined_and_options_go_before_it(page: Path) -> None:
    page.with_suffix(".json").write_text(json.dumps(
        {"url": "https://daily.example/1", "outlet": "Example Daily", "published": "2021-06-04", "authors": ["Ann Demo"]}
    ))  # fmt: skip
    read = read_input(page)
    assert read.text == TEXT
    assert read.meta == PageMeta(
        "https://daily.example/1", "Example Daily", dt.date(2021, 6, 4), "sidecar", authors=("Ann Demo",)
    )
    assert read_input(page, PageMeta(outlet="Other")).meta.outlet == "Other"
    dated = read_input(page, PageMeta(published=dt.date(2021, 6, 5))).meta
    assert (dated.published, dated.published_from) == (dt.date(2021, 6, 5), "option")


@pytest.mark.parametrize(
    "side", ["{broken", "[1]", '{"published": "4 June"}', '{"outlet": 7}', '{"authors": [1]}', "\x00"]
)
def test_a_broken_sidecar_is_said_and_the_page_is_read(side: str, page: Path) -> None:
    page.with_suffix(".json").write_text(side)
    read = read_input(page)
    assert read.text == TEXT
    assert any("report.json" in p for p in read.problems)


def test_what_cannot_be_read_names_itself_and_a_mend(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    for name, kind in (
        ("gone.txt", MissingInput),
        ("empty.txt", EmptyInput),
        ("huge.txt", TooLargeInput),
        (".", InputError),
    ):
        with pytest.raises(kind) as error:
            read_input(tmp_path / name)
        assert error.value.mend


def test_standard_input_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert read_input("-").text == TEXT


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path, page: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nothing")
    found = find_inputs([tmp_path])
    assert [os.path.basename(p) for p in found.paths] == ["lost.txt", "report.txt"]
