"""Grades: how well an incident is supported, on Airwars' scale, with the sentence that explains it."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Reading


def with_grades(reading: Reading, lexicon: Lexicon) -> Reading:
    """The same reading, each incident graded. Stub."""
    return reading
