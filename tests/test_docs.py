"""The codebook knows every value of every vocabulary, and no other; documents link to what is there."""

from __future__ import annotations

import enum
import re
from pathlib import Path

import pytest

from sourcebook import records

DOCS = Path(__file__).resolve().parents[1] / "docs"
VOCABULARIES = [
    v
    for v in vars(records).values()
    if isinstance(v, type) and issubclass(v, enum.StrEnum) and v.__module__.startswith(records.__name__)
]


def tables() -> dict[str, list[str]]:
    """First cells of each table of the codebook that lists values, by the head of its first column."""
    out: dict[str, list[str]] = {}
    for block in re.split(r"\n\s*\n", (DOCS / "codebook.md").read_text(encoding="utf-8")):
        rows = [line.split("|")[1].strip() for line in block.splitlines() if line.startswith("|")]
        if len(rows) > 2 and "`" in rows[0]:
            assert rows[0] not in out, f"two tables headed {rows[0]}"
            out[rows[0]] = [r.strip("`") for r in rows[2:]]
    return out


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_value_has_a_row_and_every_row_a_value(vocabulary: type[enum.StrEnum]):
    values = {str(v) for v in vocabulary}
    # the table of a vocabulary is the one that shares most rows with it
    head, rows = max(tables().items(), key=lambda t: len(values & set(t[1])) / len(values | set(t[1])))
    assert sorted(values) == sorted(rows), head


def test_the_codebook_has_no_table_of_values_that_do_not_exist():
    known = {str(v) for vocabulary in VOCABULARIES for v in vocabulary}
    assert {r for rows in tables().values() for r in rows} <= known


@pytest.mark.parametrize("doc", sorted(DOCS.glob("*.md")), ids=lambda d: d.name)
def test_links_between_documents_lead_somewhere(doc: Path):
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", doc.read_text(encoding="utf-8")):
        assert (doc.parent / target).exists(), target
