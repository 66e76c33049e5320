"""Which tellings on a page are one event, which are several, and which of them is only recalled; with its dead."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 3, 13)  # a Wednesday
VIOLENT = {"armed-attack", "killing", "armed-clash", "strike", "shelling", "bombing"}


@pytest.fixture(scope="module")
def dead(read):
    """``dead(text)``: the killed of each violent incident that is not recalled, the main one first."""

    def _dead(text: str, published: dt.date | None = DAY) -> list[tuple[int, int | None] | None]:
        reading = read(text, published=published)
        return [i.killed for i in reading.incidents if i.event_type in VIOLENT and not i.background]

    return _dead


OLD = [
    # a court report tells of the old event as its own, by two names of its time
    (
        "Captain charged over shooting of visitor\n\nA reserve captain was charged on Tuesday over a shooting at a barracks last "
        "August, prosecutors said.\nHe turned himself in at the county jail.\nHis "
        "chief faces a lesser charge.\nNeither has entered a plea.\nOn August 9, 2023, a visitor, Ilse Braam, 61, was shot and killed by a stray round there.\n",
        [(1, 1)],
    ),
    # a term of years is no anniversary
    (
        "Uncle sentenced in boy's shooting death\n\nPieter Vaas was sentenced on Tuesday to 3-10 years on a charge of "
        "manslaughter in the 2023 death of his nephew.\nThe boy was shot at his uncle's home on Nov. 4, 2023.\n",
        [(1, 1)],
    ),
    # the memorial where somebody died this week
    (
        "A boy of nine was shot dead on Sunday in Harlow Street, police said.\n"
        "Neighbours left flowers at a growing memorial outside the house where the boy was killed.\n",
        [(1, 1)],
    ),
    # wanted by the police
    (
        "Two brothers are wanted in connection with the fatal shooting of a barman at the Anchor Club, the sheriff said.\n"
        "The shooting on Sunday also injured three other men.\n",
        [(1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "killed"), OLD, ids=["court", "term", "memorial", "wanted"])
def test_what_the_page_is_about_is_not_recalled(text: str, killed: list[tuple[int, int]], dead):
    assert dead(text) == killed


RECALLED = [
    # years counted on are a memory
    "Forty years on, the village of Tarn still asks why\n\nIn May 1984 soldiers shot dead thirty farmers here.\n"
    "Widows laid wreaths on Tuesday.\n",
    # an old event of another day than the news
    "Gunmen shot dead a judge in Tavar on Tuesday, police said.\n"
    "A prosecutor was shot dead in the same street on August 9, 2022.\n",
]


@pytest.mark.parametrize("text", RECALLED, ids=["memory", "beside news"])
def test_what_is_only_looked_back_on_stays_recalled(text: str, read):
    reading = read(text, published=DAY)
    old = [m for m in reading.mentions if m.sentence.endswith(("s2", "s1")) and m.event_type in VIOLENT]
    assert any(m.background for m in old), [(m.trigger_text, m.background) for m in old]


def test_those_who_want_to_kill_have_not_done_so(dead):
    assert dead("The brothers wanted to shoot a barman at the Anchor Club, the sheriff said on Tuesday.\n") in (
        [],
        [None],
    )
