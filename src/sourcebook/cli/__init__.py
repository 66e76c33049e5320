"""The command ``sourcebook``: one module per command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

#: The modules of the commands, in the order of the help; importing one registers its command.
COMMANDS = (
    "read", "add", "incidents", "show", "why", "timeline", "sources", "coverage",
    "claims", "link", "places", "gazetteer",
)  # fmt: skip


def main(args: Sequence[str] | None = None) -> None:
    """Entry point of the command ``sourcebook``: run it and leave with its exit code."""
    # Matrices of one paragraph are small: more threads than one cost more than they save. numpy reads it when imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from importlib import import_module

    from sourcebook.cli.app import run

    for command in COMMANDS:
        import_module(f"sourcebook.cli.{command}")
    sys.exit(run(args))
