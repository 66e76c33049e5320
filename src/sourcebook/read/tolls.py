"""Tolls: how many people were harmed, as written."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.records import Claim, Found, Mention, Parsed, Toll


def find_tolls(
    parsed: Parsed, claims: tuple[Claim, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Found[Toll]:
    """Every number of people harmed, tied to the mention it belongs to. Stub."""
    return Found()


def with_tolls(mentions: tuple[Mention, ...], tolls: tuple[Toll, ...]) -> tuple[Mention, ...]:
    """The same mentions, each with the ids of its tolls."""
    return tuple(replace(m, tolls=tuple(t.id for t in tolls if t.mention == m.id)) for m in mentions)
