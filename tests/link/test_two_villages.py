"""Two names that no list has are two villages where each stands by itself and has dead of its own, and one otherwise."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import read_page
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

FIRST = "Gunmen killed 12 people in Tin Borka, a village in central Mali, on Monday, a local official said.\n\n"


def told(lexicon, text: str) -> dict[str, tuple[int, int]]:
    meta = PageMeta(None, "Sahel Wire", dt.date(2025, 6, 10), "sidecar", "en")
    page = read_page(make_page(text.encode(), "villages.txt", meta), lexicon)
    return {i.place.name: tuple(i.killed)[:2] for i in page.incidents if i.killed and i.place}


@pytest.mark.parametrize(
    "second",
    [
        "Four farmers were shot dead in Kerewala, he said.",
        "In Kerewala, armed men shot dead four herders.",
        "Armed men also attacked Kerewala, killing four people.",
        "Militants attacked the nearby village of Kerewala and killed four people.",
        "Four people died in an attack on Kerewala village.",
        "At least four civilians were also killed in neighbouring Kerewala, the army said.",
        "A roadside bomb in Kerewala killed four soldiers.",
    ],
)
def test_another_village_with_dead_of_its_own(lexicon, second):
    assert told(lexicon, FIRST + second) == {"Tin Borka": (12, 12), "Kerewala": (4, 4)}


@pytest.mark.parametrize(
    "second",
    [
        "The 12 people were killed in Kerewala, the army said.",
        "Twelve people were killed in Kerewala, the army said.",
        "Four of the victims were killed in Kerewala.",
        "Among the dead were four farmers killed in Kerewala.",
        "The attack on Kerewala began at dawn, residents said.",
        "The gunmen killed four people in Kerewala.",
        "Four people were killed at the Kerewala market.",
        "Four people were killed in the Kerewala neighbourhood.",
        "Four people were killed in Kerewala, a hamlet of Tin Borka.",
        "Four people were killed near Kerewala.",
        "Four people were killed in Tin-Borka, a nurse said.",
        "A woman who was shot died in Kerewala.",
    ],
)
def test_a_quarter_a_spelling_or_some_of_the_same_dead(lexicon, second):
    assert len(told(lexicon, FIRST + second)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 people in the villages of Tin Borka and Kerewala in central Mali on Monday, police said.\n\n"
        "Four people were killed in Kerewala.",
        "12 killed in Tin Borka, Mali\n\nGunmen killed at least 15 people in the village of Kerewala in central Mali on "
        "Monday, police said.",
    ],
)
def test_villages_told_together_and_a_headline_that_is_wider(lexicon, text):
    assert len(told(lexicon, text)) == 1
