"""A village that no list has is one however it is spelled; a large number that two reports share says more than a one."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.link.digests import digest_of
from sourcebook.link.evidence import nodes_of, terms_of
from sourcebook.read.pages import make_page
from sourcebook.read.spellings import alike
from sourcebook.records import PageMeta

DAY = dt.date(2024, 3, 7)


def terms(lexicon, *texts: str) -> dict[str, float]:
    pages = [
        read_page(make_page(t.encode(), f"{n}.txt", PageMeta(None, "Savanna Post", DAY, "sidecar", "en")), lexicon)
        for n, t in enumerate(texts)
    ]
    a, b = (nodes_of(digest_of(p, lexicon.names))[0] for p in pages)
    return dict(terms_of(a, b, lexicon.link_weights, False))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Garou Plateau", "Garu-Plato"),
        ("Bir al-Mazra", "Bir Almazra"),
        ("Tin Essa", "Tinessa"),
        ("Kolbane", "Kolban"),
        ("Doro Béri", "Doro Beri"),
        ("Khorabad", "Korabad"),
    ],
)
def test_one_name_in_two_spellings(one, other):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Upper Sare", "Lower Sare"), ("Tarn", "Turn"), ("Gandoro", "Gundaru"), ("Doro Beri", "Doro Kaina"), ("", "Sare")],
)
def test_two_names_that_look_alike(one, other):
    assert not alike(one, other)


RAID = "Gunmen attacked the village of {} on Wednesday and killed {} farmers, an elder said.\n"


def test_a_village_that_nothing_tells_the_place_of_is_known_by_its_sound(lexicon):
    same = terms(lexicon, RAID.format("Garou Plateau", "nine"), RAID.format("Garu-Plato", "seven"))
    other = terms(lexicon, RAID.format("Garou Plateau", "nine"), RAID.format("Sinde Hausa", "seven"))
    assert "same-place" in same
    assert "same-place" not in other


def test_a_rare_number_says_more_than_one_that_every_report_has(lexicon):
    many = terms(lexicon, RAID.format("Garou Plateau", "17"), RAID.format("Garu-Plato", "17"))
    few = terms(lexicon, RAID.format("Garou Plateau", "two"), RAID.format("Garu-Plato", "two"))
    loose = terms(lexicon, RAID.format("Garou Plateau", "several"), RAID.format("Garu-Plato", "several"))
    assert many["same-toll"] > few["same-toll"] == lexicon.link_weights["same-toll"] == loose["same-toll"]


def test_common_nouns_count_where_one_report_knows_the_country_only(lexicon):
    town = "A bomb went off beside a ferry at the landing stage in Moundou, Chad, on Wednesday, killing {} traders.\n"
    wide = "A bomb killed {} traders at the landing stage of a ferry in Chad on Wednesday, officials said.\n"
    raid = "Gunmen killed {} herders beside a well in Chad on Wednesday, officials said.\n"
    assert terms(lexicon, town.format("four"), wide.format("six"))["told-words"] > 0
    assert "told-words" not in terms(lexicon, town.format("four"), raid.format("six"))
