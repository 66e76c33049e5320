"""Sources: from "he" and "the source" to the introduction they go back to."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Claim, Parsed


def resolve_sources(parsed: Parsed, claims: tuple[Claim, ...], lexicon: Lexicon) -> tuple[Claim, ...]:
    """The same claims, their sources resolved over the whole article. Stub."""
    return claims
