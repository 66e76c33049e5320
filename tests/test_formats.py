"""``docs/formats.md`` names every key of a reading, and no key that is not written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

DOC = (Path(__file__).resolve().parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")

REPORT = """KHARTOUM, March 3 (Example) - Shelling of a market in Omdurman killed at least six people on Tuesday, a hospital
director said, and the army denied firing on the market.

Two of the dead were children, he said. The army said rebels had shelled the market and killed four people.
"""


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {k for v in value.values() for k in keys(v)}
    if isinstance(value, list):
        return {k for v in value for k in keys(v)}
    return set()


def test_every_key_of_a_reading_is_documented(read) -> None:
    from sourcebook.export.readings import to_line

    written = keys(json.loads(to_line(read(REPORT))))
    documented = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", DOC))))
    assert not written - documented
