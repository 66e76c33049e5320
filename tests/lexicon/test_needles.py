"""Needles: what a pattern needs is found in all that it matches."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.calendar import Timexes
from sourcebook.lexicon.needles import Needled, needles
from sourcebook.lexicon.pagemarks import PageMarks


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"harbou?r master", (("harbo",), ("master",))),
        (r"(?:late |early )?quarr(?:y|ies)", (("quarr",),)),
        (r"(?:mill|quarry)\b", (("mill", "quarry"),)),
        (r"mill(?!stone)|quay (?:owner|miner)", (("mill", "owner", "miner"),)),
        (r"(?:mill|\d+) worker+s", (("worker",),)),
        (r"mill|\d\d", ()),
        (r"[Mm]ill{2}(?P<x>owner){1,2}?\(s\)", (("ill",), ("owner",))),
        (r"owner{0,3} (?:mill)*at", (("owne",),)),
        (r"(?P<a>mill) (?P=a)", (("mill",),)),
    ],
)
def test_words_that_a_pattern_cannot_do_without(pattern: str, wanted: tuple[tuple[str, ...], ...]) -> None:
    assert needles(pattern) == wanted


def test_a_bracket_too_many_is_an_error() -> None:
    with pytest.raises(ValueError, match="bracket"):
        needles("mill) worker")


def test_a_needled_pattern_finds_what_the_bare_one_finds() -> None:
    pattern = Needled(r"(?:old|new) mills?\b")
    for text in ("The New Mill closed; an old mill stayed.", "The millstone was new.", "A quarry."):
        low = text.lower()
        assert [m.span() for m in pattern.finditer(text, low)] == [m.span() for m in pattern.pattern.finditer(text)]
        assert bool(pattern.search(text, low)) is bool(pattern.pattern.search(text))
        assert bool(pattern.match(text, low)) is bool(pattern.pattern.match(text))


def test_examples_of_rules_hold_their_needles() -> None:
    patterns = [(rule.compiled(), rule.example) for rule in Timexes().rules]
    patterns += [(mark.regex, mark.example) for mark in PageMarks().rules]
    for pattern, example in patterns:
        assert pattern.search(example, example.lower()), example
