"""Incidents: the mentions of one event, on a page, put together."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Incident, Reading


def find_incidents(reading: Reading, lexicon: Lexicon) -> tuple[Incident, ...]:
    """The incidents of one page. Stub."""
    return ()
