"""What a site puts before the text of a paragraph ("UPDATE 1:30 p.m.:", "Buy Photo") tells nothing and is nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta


def speakers(lexicon, paragraph: str) -> set[str]:
    """Who speaks in a report with one paragraph."""
    text = f"Man shot dead in Harlow bar\n\n{paragraph}\n\nThe bar is on Elm Street and was full that night.\n"
    meta = PageMeta(None, "The Fen Post", dt.date(2024, 5, 14), "sidecar", "en")
    return {c.source.text for c in read_page(make_page(text.encode(), "p.txt", meta), lexicon).claims}


@pytest.mark.parametrize(
    "label",
    [
        "UPDATE 11/3 1:30 p.m.: ",
        "UPDATE @ 9:05 p.m. (Nov. 2): ",
        "UPDATE, MAY 20: ",
        "ORIGINAL POST: ",
        "EARLIER STORY -- ",
        "Buy Photo ",
        "EMBED >More News Videos ",
        "Advertisement ",
    ],
)
def test_a_label_speaks_not(lexicon, label) -> None:
    assert speakers(lexicon, f"{label}Police say a man of 40 was shot dead in a bar in Harlow on Saturday.") == {
        "Police"
    }


@pytest.mark.parametrize(
    ("paragraph", "who"),
    [
        ("Updating the toll, police said: two men were shot dead in a bar in Harlow on Saturday.", "police"),
        ('The mayor wrote on Sunday: "UPDATE: the man who was shot is dead."', "The mayor"),
        ("Buyers of the photo said that two men were shot dead in a bar in Harlow.", "Buyers of the photo"),
    ],
)
def test_other_words_do(lexicon, paragraph, who) -> None:
    assert who in speakers(lexicon, paragraph)


def test_a_headline_that_shouts_is_a_headline(lexicon) -> None:
    text = "BREAKING: Two shot dead in Harlow bar!!!\n\nTwo men were shot dead in a bar in Harlow, police said.\n"
    meta = PageMeta(None, "The Fen Post", dt.date(2024, 5, 14), "sidecar", "en")
    blocks = read_page(make_page(text.encode(), "p.txt", meta), lexicon).articles[0].blocks
    assert blocks[0].kind == "headline"
