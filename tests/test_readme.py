"""The README's commands and its program run as they stand there."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest
import typer

from sourcebook.cli import COMMANDS
from sourcebook.cli.app import app

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^sourcebook (.+)$", README, flags=re.MULTILINE)
PROGRAM = re.search(r"```python\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize("line", LINES)
def test_every_command_and_option_exists(line: str) -> None:
    for name in COMMANDS:
        import_module(f"sourcebook.cli.{name}")
    group = typer.main.get_command(app)
    words = shlex.split(line.partition("#")[0].partition(">")[0])
    command = group.commands[words[0]]  # type: ignore[attr-defined]
    known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
    assert {w for w in words if w.startswith("--")} <= known


def test_the_program_prints_who_said_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert PROGRAM is not None
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text("A shell hit a mill near Beja, the mayor said.\n", encoding="utf-8")
    exec(compile(PROGRAM[1], "README.md", "exec"), {})
    assert "the mayor · said · A shell hit a mill near Beja" in capsys.readouterr().out


def test_the_two_commands_are_there() -> None:
    makefile = (Path(__file__).resolve().parent.parent / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert f"make {target}" in README
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)
