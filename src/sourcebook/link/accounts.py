"""Accounts: the answers that sources give about an incident, side by side."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Reading


def with_accounts(reading: Reading, lexicon: Lexicon) -> Reading:
    """The same reading, each incident with its accounts and what is contested. Stub."""
    return reading
