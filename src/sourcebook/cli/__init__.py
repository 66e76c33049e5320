"""The command ``sourcebook``: one module per command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> None:
    """Entry point of the command ``sourcebook``: run it and leave with its exit code."""
    import sourcebook.cli.read  # noqa: F401  registers its command
    from sourcebook.cli.app import run

    sys.exit(run(args))
