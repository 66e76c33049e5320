"""Claims: who says what, with cue, content and stance."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Claim, Found, Parsed


def find_claims(parsed: Parsed, lexicon: Lexicon) -> Found[Claim]:
    """Every claim of the article, its source as written. Stub."""
    return Found()
