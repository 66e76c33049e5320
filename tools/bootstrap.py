"""Makes ``.venv``: Python, the pinned and hash-checked packages, Sourcebook itself, and the gazetteer.

Runs on the system's own Python 3.11 or newer with nothing else installed. A bare Debian has a Python without
``ensurepip``; then Debian's package for it is installed if we may, and named if we may not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PY = VENV / "bin" / "python"


def main() -> None:
    if sys.version_info < (3, 11):
        stop(
            f"Sourcebook needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}",
            "make PYTHON=/path/to/python3.11 …",
        )
    start = time.monotonic()
    say("setting up .venv (once; a minute or two) …")
    if not works():
        make_venv()
    pip("install", "--require-hashes", "--requirement", "requirements/dev.txt")
    pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
    run([str(PY), "-c", "from sourcebook.lexicon import Lexicon; Lexicon().gazetteer"], "build the gazetteer")
    (VENV / ".ready").touch()
    say(f"ready after {time.monotonic() - start:.0f} s")


def works() -> bool:
    """Whether there is an environment with a working pip, from an earlier, perhaps interrupted run."""
    check = [str(PY), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return PY.exists() and subprocess.run(check, capture_output=True).returncode == 0


def make_venv() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    if venv() != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        install_ensurepip()
        if venv() != 0:
            stop("python3 -m venv does not work on this machine", "install Python's venv and ensurepip modules")


def venv() -> int:
    return subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True).returncode


def install_ensurepip() -> None:
    """Debian splits ensurepip off into a package of its own."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    mend = f"apt-get install {package}"
    if not shutil.which("apt-get"):
        stop("this Python has no ensurepip, so no virtual environment can be made", "install it, then run make again")
    if os.geteuid() != 0:
        stop("this Python has no ensurepip, so no virtual environment can be made", f"sudo {mend}")
    say(f"this Python has no ensurepip: {mend}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], env=quiet, check=False)


def pip(*args: str) -> None:
    run(
        [str(PY), "-m", "pip", "--disable-pip-version-check", "--quiet", *args],
        "install the packages",
    )


def run(command: list[str], what: str) -> None:
    # pip warns of every index that it ignores; what matters is its exit code and its errors.
    result = subprocess.run(command, cwd=ROOT, text=True, stderr=subprocess.PIPE)
    if result.returncode != 0:
        sys.stderr.write(result.stderr)
        stop(
            f"could not {what} (exit code {result.returncode})", "is the package registry reached? then run make again"
        )


def say(text: str) -> None:
    print(f"sourcebook: {text}", file=sys.stderr, flush=True)


def stop(problem: str, mend: str) -> None:
    say(f"{problem}\n            {mend}")
    sys.exit(2)


if __name__ == "__main__":
    main()
