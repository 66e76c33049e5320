"""Mentions: what happened, to whom, where and when, as one sentence tells it."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Claim, Found, Mention, Parsed, Place, TimeMention


def find_mentions(
    parsed: Parsed,
    claims: tuple[Claim, ...],
    dates: tuple[TimeMention, ...],
    places: tuple[Place, ...],
    lexicon: Lexicon,
) -> Found[Mention]:
    """Every telling of an event in the article. Stub."""
    return Found()
