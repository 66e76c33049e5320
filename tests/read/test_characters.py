"""Characters: the parser is given what a reader sees, and every word keeps its place on the page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.read.characters import plain

SEEN = [
    ("The army said so.", "The army said so."),
    ("two  spaces and\na line end stay", "two  spaces and\na line end stay"),
    ("a\u00a0hard blank, a\u2009thin one,\ta tab", "a hard blank, a thin one, a tab"),
    ("a run \t\u00a0 of them", "a run of them"),
    ("gov\u00adern\u00adment", "government"),
    ("go\u200bvern\u2060ment\ufeff", "government"),
    ("\u200fThe \u2067army\u2069 said", "The army said"),
    ("oﬀicers at the oﬃce saw the ﬂoods", "officers at the office saw the floods"),
    ("Jose\u0301 Mun\u0303oz", "José Muñoz"),
    ("a family 👨\u200d👩\u200d👧 fled", "a family 👨\u200d👩\u200d👧 fled"),
]


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_what_a_reader_sees(text: str, seen: str) -> None:
    assert plain(text).text == seen


def bare(text: str) -> str:
    """The letters without accents, apart from each other."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@given(st.text(st.sampled_from("ab é\u0301\u00ad\u200b\u200d\u200f\u00a0\t\n ﬁ.👨👩\ufeff"), max_size=40))
def test_every_character_keeps_its_place(text: str) -> None:
    seen = plain(text)
    if seen.starts is None or seen.ends is None:
        assert seen.text == text
        return
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    assert seen.starts == sorted(seen.starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(seen.starts, seen.ends, strict=True))
    for n, c in enumerate(seen.text):
        start, end = seen.place(n, n + 1)
        there = text[start:end]
        assert (c.isspace() and there.isspace()) or bare(c) in bare(there)
    assert plain(seen.text).text == seen.text or "\u0301" in text


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=60))
def test_plain_text_is_left_alone(text: str) -> None:
    assert plain(text) == (text, None, None)
