"""Places: place names, and what each stands for."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Found, Parsed, Place


def find_places(parsed: Parsed, lexicon: Lexicon) -> Found[Place]:
    """Every place name of the article. Stub."""
    return Found()
