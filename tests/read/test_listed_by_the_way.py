"""Names that lists have by the way, or with somebody's name in them; and days of what came after an event."""

from __future__ import annotations

import datetime as dt

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta


def reading(text: str, lexicon):
    meta = PageMeta(None, "Wire", dt.date(2024, 5, 20), "sidecar", "en")
    return read_page(make_page(text.encode(), "page.txt", meta), lexicon)


def places(text: str, lexicon) -> dict[str, str]:
    return {p.text: p.name for p in reading(text, lexicon).places}


def test_a_town_under_another_spelling_is_that_town_where_the_sentence_says_it_is_one(lexicon):
    told = "One person was killed and another wounded in Kryvyi Rih on Saturday when a shell fell on a street.\n"
    assert places(told, lexicon)["Kryvyi Rih"] == "Kryvyy Rih"
    assert "Kryvyi Rih" not in places("The judge praised Kryvyi Rih on Saturday.\n", lexicon)


def test_a_name_with_an_owner_in_it(lexicon):
    found = places("Gunmen shot two teachers in Cox's Bazar on Friday, police said.\n", lexicon)
    assert "Cox's Bazar" in found
    assert "Cox" not in found
    assert "Israel's Ashdod" not in places("A rocket hit a shed in Israel's Ashdod on Friday.\n", lexicon)


def test_the_village_of_a_name_that_ends_like_a_hill(lexicon):
    found = reading("Gunmen attacked the village of Garou Plateau near Bandiagara in Mali and killed six.\n", lexicon)
    assert "Garou Plateau" in {p.text for p in found.places}
    assert found.incidents[0].place is not None
    assert found.incidents[0].place.name == "Garou Plateau"


def test_the_day_of_what_came_after_is_not_the_event_s_own(lexicon):
    (clash,) = [
        m
        for m in reading(
            "Lorries were still stranded on Saturday following the clash between guards at the ford, police said.\n",
            lexicon,
        ).mentions
        if m.trigger_text == "clash"
    ]
    assert clash.date_reason != "clause"
    (raid,) = [
        m
        for m in reading("Six herders died on Saturday following the raid on the ford.\n", lexicon).mentions
        if m.trigger_text == "raid"
    ]
    assert raid.date_reason == "clause"
