"""Fixtures that all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from sourcebook.flow import read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.articles import find_articles
from sourcebook.read.pages import make_page
from sourcebook.read.sentences import find_sentences
from sourcebook.records import PageMeta, Parsed, Reading

# How long an example takes says how busy the machine is, not whether the code is right. The suite tries the same
# examples each time, so that a change is judged by itself; ``pytest --hypothesis-profile=search`` looks for new ones.
settings.register_profile("sourcebook", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("sourcebook")

#: Tests read with the shipped gazetteer, whatever the person who runs them has imported.
os.environ["SOURCEBOOK_GAZETTEER"] = "shipped"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon, with the model loaded once for all tests of a process."""
    return Lexicon()


@pytest.fixture(scope="session")
def read(lexicon: Lexicon):
    """``read(text, **meta)``: the whole reading of a text."""

    def _read(text: str, **meta: object) -> Reading:
        return read_page(make_page(text.encode(), "test.txt", PageMeta(**meta)), lexicon)

    return _read


@pytest.fixture(scope="session")
def parse(lexicon: Lexicon):
    """``parse(text, **meta)``: the first article of a text with its sentences, for testing one stage."""

    def _parse(text: str, **meta: object) -> Parsed:
        page = make_page(text.encode(), "test.txt", PageMeta(**meta))
        article = find_articles(page, lexicon).items[0]
        return Parsed(page, article, find_sentences(page, article, lexicon))

    return _parse
