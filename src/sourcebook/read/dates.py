"""Dates: temporal expressions with their TIMEX3 value, the days they cover, precision and anchor."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Found, Parsed, TimeMention


def find_dates(parsed: Parsed, lexicon: Lexicon) -> Found[TimeMention]:
    """Every temporal expression of the article. Stub."""
    return Found()
