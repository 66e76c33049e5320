"""The package as someone installs it: the wheel holds every data file and runs outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_the_wheel_holds_every_file_that_is_not_python(wheel: Path) -> None:
    source = ROOT / "src"
    wanted = {
        p.relative_to(source).as_posix()
        for p in (source / "sourcebook").rglob("*")
        if p.is_file() and p.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheel) as z:
        held = set(z.namelist())
    assert wanted <= held
    assert any(n.endswith("licenses/NOTICE") for n in held)


def test_the_wheel_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Its dependencies come from the environment; the package itself from the wheel alone."""
    target = tmp_path / "site"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    report = tmp_path / "report.txt"
    report.write_text(
        "KHARTOUM, March 3 (Example) - Shelling of a market in Omdurman killed at least six people on Tuesday, "
        "a hospital director said.\n",
        encoding="utf-8",
    )
    env = {**os.environ, "PYTHONPATH": str(target), "COLUMNS": "100"}
    where = subprocess.run(
        [sys.executable, "-c", "import sourcebook; print(sourcebook.__file__)"],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(target))
    read = subprocess.run(
        [sys.executable, str(target / "bin" / "sourcebook"), "read", "--published", "2026-03-04", str(report)],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert read.returncode == 0, read.stderr
    assert "hospital director" in read.stdout
    assert "Omdurman" in read.stdout
