"""Make the README's pictures out of the example reports: a page read, in the browser, and a dossier in the terminal.

Needs chromium (``apt-get install chromium``). Run it after a change of either view and look at what it made:

    .venv/bin/python tools/pictures.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "examples" / "reports"
PICTURES = ROOT / "docs" / "images"
PAGE = REPORTS / "01-wire-evora.txt"
#: What of a dossier is shown. Rich draws a column 12.2 and a line 24.4 pixels large.
COLUMNS, LINES = 104, 52
#: Enough to keep a browser without a window from calling home.
SILENT = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("tools/pictures.py: no chromium is installed — apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page, svg = Path(folder, "page.html"), Path(folder, "dossier.svg")
        _sourcebook("read", PAGE, "--format", "html", "--out", page)
        _picture(browser, page, PICTURES / "reading.png", 1200, 1400, folder)
        _dossier(Path(folder, "examples.db"), svg)
        _picture(browser, svg, PICTURES / "dossier.png", round(COLUMNS * 12.2) + 20, round(LINES * 24.4) + 70, folder)


def _sourcebook(*args: object) -> None:
    subprocess.run([sys.executable, "-m", "sourcebook", *map(str, args)], check=True, stdout=subprocess.DEVNULL)


def _dossier(db: Path, svg: Path) -> None:
    """Write the first lines of the dossier of the incident with the most sources."""
    from rich.console import Console
    from rich.text import Text

    from sourcebook.export.dossiers import print_dossier
    from sourcebook.store.incidents import IncidentFilter, find_incident, list_incidents
    from sourcebook.store.sessions import Store

    _sourcebook("add", REPORTS, "--db", db)
    with Store(db, create=False) as store:
        most = max(list_incidents(store, IncidentFilter()), key=lambda i: (len(i.contested), i.independent_sources))
        dossier = find_incident(store, most.id)
    with open(os.devnull, "w") as nothing:
        whole = Console(width=COLUMNS, file=nothing, force_terminal=True, record=True, highlight=False)
        print_dossier(dossier, whole)
        lines = whole.export_text(styles=True).splitlines()
        # the heading, then what the sources quarrel over: the long list of who says that it happened is left out
        head, who = lines[:5], next(n for n, line in enumerate(lines) if "Who did it?" in line)
        shown = Text.from_ansi("\n".join([*head, "  …", "", *lines[who:]][:LINES]))
        part = Console(width=COLUMNS, file=nothing, force_terminal=True, record=True, highlight=False)
        part.print(shown)
        part.save_svg(str(svg), title=f"sourcebook show {most.id}")


def _picture(browser: str, page: Path, picture: Path, width: int, height: int, folder: str) -> None:
    subprocess.run(
        [browser, *SILENT, f"--user-data-dir={folder}/profile", f"--window-size={width},{height}",
         f"--screenshot={picture}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    print(picture.relative_to(ROOT), f"{picture.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
