"""Funerals, hospitals and denials that follow an attack are not what it hit, where it was, or another matter."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2021, 5, 12)  # a Wednesday


@pytest.fixture(scope="module")
def first(read):
    """The first incident of a text."""

    def of(text: str):
        return read(text, published=DAY).incidents[0]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds took part on Tuesday in the funeral of those who were killed in Sunday's drone strike near Kassala.",
        "Thousands attended the funerals of the nine who were shot dead at a mill in Kassala on Sunday.",
        "A crowd followed the burial of the three killed by Sunday's bomb in Kassala.",
    ],
)
def test_a_funeral_after_it_was_not_hit(first, text):
    assert "funeral" not in first(text).scenes


@pytest.mark.parametrize(
    "text",
    [
        "A bomb at the funeral of a trader in Kassala killed nine people on Sunday.",
        "Gunmen fired on a funeral in Kassala on Sunday and killed nine people.",
        "A drone struck mourners at a burial in Kassala on Sunday and killed nine.",
    ],
)
def test_a_funeral_that_was_attacked_is_its_scene(first, text):
    assert "funeral" in first(text).scenes


def test_who_says_that_he_has_nothing_to_do_with_it_sets_nothing_apart(first):
    told = first(
        "Gunmen shot three miners at a quarry in Kassala on Monday. The Copper Hand, which is blamed for the deaths, said "
        "in a letter to a newspaper that it sold ore and had nothing to do with the shooting."
    )
    assert not told.asides


def test_what_has_nothing_to_do_with_another_is_apart(first):
    told = first(
        "Gunmen killed a judge in Kassala on Monday. The killing had nothing to do with the bombing of a court in Suakin, "
        "the governor said."
    )
    assert told.asides
