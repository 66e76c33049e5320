"""One person was harmed in each of two reports of one town: whether it may be the same one. Names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.lexicon import Lexicon
from sourcebook.link.links import link_readings, main_incidents

DAY = dt.date(2022, 10, 3)
MAN = "STOCKTON, Calif. - A 27-year-old man was shot and killed on Hazel Lane in Stockton on Sunday, police said."


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("STOCKTON, Calif. - A woman was shot and killed on Hazel Lane in Stockton on Sunday, police said.", False),
        ("STOCKTON, Calif. - A 58-year-old man was shot and killed in Stockton on Sunday, police said.", False),
        ("STOCKTON, Calif. - A man was shot and killed on Hazel Lane in Stockton on Sunday, police said.", True),
        ("STOCKTON, Calif. - A 28-year-old man was shot and killed in Stockton on Sunday, police said.", True),
        # the man may have died and the woman been hurt
        ("STOCKTON, Calif. - Gunmen killed a man and wounded a woman on Hazel Lane in Stockton on Sunday.", True),
    ],
)
def test_a_man_there_and_a_woman_here_are_two_events(read, text: str, one: bool) -> None:
    readings = [read(MAN, published=DAY), read(text, published=DAY)]
    main = main_incidents(readings, link_readings(readings, Lexicon()))
    assert (len(set(main.values())) == 1) is one
