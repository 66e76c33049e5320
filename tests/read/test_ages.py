"""Ages, also in short forms, are no numbers of dead."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A 16 yr old was shot and killed by guards in Lapua.",
        "A 16-yr-old was shot and killed by guards in Lapua.",
        "A 16 y.o. boy was shot and killed by guards in Lapua.",
        "The 22 y/o man was shot and killed in Lapua.",
        "A 16 year old was shot and killed by guards in Lapua.",
    ],
)
def test_an_age_is_no_toll(read, text: str) -> None:
    assert {(t.low, t.high) for t in read(text).tolls} == {(1, 1)}


@pytest.mark.parametrize(
    ("text", "low"),
    [("Two 16 year olds were shot and killed in Lapua.", 2), ("Sixteen old men were killed in Lapua by shells.", 16)],
)
def test_a_number_before_an_age_is_one(read, text: str, low: int) -> None:
    assert [t.low for t in read(text).tolls if t.harm == "killed"] == [low]
