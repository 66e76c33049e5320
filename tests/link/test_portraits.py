"""Who tells of those who were harmed, known by their number, is a source of the event."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

REPORT = """Four men shot dead on hill farm

LAPUA - Border guards shot dead four men at a farm near Lapua on Saturday, the interior ministry said on Sunday.

{}
"""


@pytest.fixture(scope="module")
def sources(lexicon):
    """The sources of the killing in a report that ends with the given words, but the ministry and the guards."""

    def of(words: str) -> set[str]:
        meta = PageMeta(None, "Plain Wire", dt.date(2021, 3, 7), "sidecar", "en")
        reading = read_page(make_page(REPORT.format(words).encode(), "lapua.txt", meta), lexicon)
        (shooting,) = [i for i in reading.incidents if not i.background]
        return {a.source for a in shooting.accounts if a.claim and "ministry" not in a.source}

    return of


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Open Doors, a rights group, said two of the four had been held in Vaasa since January.", "Open Doors"),
        ("Open Doors, a rights group, said three of the four men had been arrested in January.", "Open Doors"),
        ("Open Doors, a rights group, said the four were shepherds.", "Open Doors"),
        ("A schoolteacher said one of the four men was his pupil.", "schoolteacher"),
        ("Relatives of the four said they had been arrested at a market in January.", "Relatives of the four"),
        ("Relatives said the men had been arrested in January.", "Relatives"),
    ],
)
def test_who_tells_of_the_dead_by_their_number_is_a_source(words, source, sources) -> None:
    assert any(source.casefold() in found.casefold() for found in sources(words))


@pytest.mark.parametrize(
    "words",
    [
        "Open Doors, a rights group, said three other men had been arrested in Vaasa in January.",
        "Open Doors, a rights group, said seven men had been arrested in Vaasa in January.",
        "The union said four teachers had been arrested in Vaasa in January.",
        "The minister said the four would get a decent burial.",
        "Relatives said the army had shelled Vaasa in January.",
    ],
)
def test_who_tells_of_others_or_of_what_will_be_is_none(words, sources) -> None:
    assert not sources(words)
