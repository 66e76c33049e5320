"""The number of those to whom something was done counts them, whatever verb tells it."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The number of dockers killed by shellfire in Kotka on Monday rose to six, the port said.", (6, 6)),
        ("The number of visitors to the museum in Kotka rose to six on Monday, the port said.", None),
    ],
)
def test_who_was_counted(read, text, killed):
    found = read(text, published=dt.date(2021, 3, 9)).incidents
    assert [i.killed for i in found if i.killed] == ([killed] if killed else [])
