"""Breaks: where, on a page, one article ends and another begins."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.lexicon import Lexicon
from sourcebook.read.blocks import Piece


def find_breaks(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> list[int]:
    """Indexes of the pieces that begin an article, the first among them."""
    return [0]
