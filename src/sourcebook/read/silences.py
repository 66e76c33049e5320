"""Silences: someone was asked, or might have spoken, and did not: declined, did not respond, made no mention.

The content is what was not spoken of ("requests for comment", "Iranian casualties").
"""

from __future__ import annotations

from sourcebook.read.drafts import Draft
from sourcebook.records import Parsed


def find_silences(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Drafts of silence, with the score 1, so that they win over other readings of the same cue."""
    return []
