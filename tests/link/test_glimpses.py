"""Who tells something of an event without naming it, read from whole reports."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

REPORT = """Gunmen raid sawmill in Kotka

Gunmen raided a sawmill in Kotka on Monday night and killed two workers, police said.

{}
"""


@pytest.fixture(scope="module")
def sources(lexicon):
    """The sources of the only incident of a report that ends with the given words, the police left out."""

    def of(words: str) -> set[str]:
        text = REPORT.format(words)
        meta = PageMeta(None, "Kymi Post", dt.date(2021, 3, 9), "sidecar", "en")
        reading = read_page(make_page(text.encode(), "kotka.txt", meta), lexicon)
        told = [i for i in reading.incidents if not i.background]
        assert len(told) == 1
        return {a.source for a in told[0].accounts if a.claim} - {"police"}

    return of


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("A driver, Onni Salo, said customers ran into the drying shed.", "Onni Salo"),
        ("Shop owner Aino Rask said they took two chainsaws.", "Aino Rask"),
        ("The Labour Ministry said the sawmill was stormed from the river side.", "Labour Ministry"),
        ("Priest Eero Halla said he had given the last rites to one of them.", "Eero Halla"),
    ],
)
def test_what_somebody_did_or_saw_is_told_of_the_event(words: str, source: str, sources) -> None:
    assert any(source in s for s in sources(words))


@pytest.mark.parametrize(
    "words",
    [
        "A driver, Onni Salo, said he loved the smell of fresh wood.",
        "Shop owner Aino Rask said her customers were always polite.",
        "The Labour Ministry said that the minister left for Lisbon.",
        "The sawmill's owner said it would open again in May.",
        "Priest Eero Halla said he never locked his church.",
    ],
)
def test_what_is_of_no_one_day_or_of_something_else_is_not(words: str, sources) -> None:
    assert not sources(words)
