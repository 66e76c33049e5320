"""``make demo``: adds the example reports to a database, shows the incidents, one dossier, where to look next."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
DB = OUT / "demo.db"
REPORTS = Path("examples/reports")
COMMAND = Path(".venv/bin/sourcebook")


def main() -> None:
    start = time.monotonic()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    step("Add the example reports (all invented) to a database", "add", str(REPORTS), "--db", "out/demo.db")
    step("The incidents over all reports", "incidents", "--db", "out/demo.db")
    best = most_told()
    step("One incident's dossier: every answer with who gives it", "show", best, "--db", "out/demo.db")
    page = "out/wire.html"
    wire = next(p for p in sorted((ROOT / REPORTS).glob("*.txt")) if "wire" in p.name)
    quiet = ["read", str(wire.relative_to(ROOT)), "--format", "html", "--quiet"]
    (ROOT / page).write_text(capture(*quiet), encoding="utf-8")
    print(
        f"\nDone in {time.monotonic() - start:.0f} s. Where to look next:\n"
        f"  {page}  (open it in a browser: a report with its claims, tolls, dates and places marked)\n"
        f"  {COMMAND} read FILE                     what one page says, claim by claim\n"
        f"  {COMMAND} show ID --db out/demo.db      another incident's dossier\n"
        f"  {COMMAND} claims --source police --db out/demo.db\n"
        f"  {COMMAND} read FILE --format jsonl      the same as data\n"
        "  docs/methodology.md                       how it is done, and where it is weak"
    )


def step(title: str, *args: str) -> None:
    shown = " ".join(args)
    print(f"\n── {title}\n   $ {COMMAND} {shown}\n", flush=True)
    done = subprocess.run([str(ROOT / COMMAND), *args], cwd=ROOT)
    if done.returncode:
        sys.exit(done.returncode)


def capture(*args: str) -> str:
    return subprocess.run([str(ROOT / COMMAND), *args], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def most_told() -> str:
    """The id of the incident with the most reports."""
    lines = capture("incidents", "--format", "jsonl", "--db", "out/demo.db").splitlines()
    incidents = [json.loads(line) for line in lines]
    return str(max(incidents, key=lambda i: len(i["members"]))["id"])


if __name__ == "__main__":
    main()
