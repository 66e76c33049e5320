"""Numbers in words and digits, their bounds and ranges, and what they count."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.lexicon.numbers import Numbers, Profile
from sourcebook.read.numbers import find_numbers, range_of

NUMBERS = Numbers()

RANGES = [
    ("five people", 5, 5),
    ("twenty-one miners", 21, 21),
    ("twenty one miners", 21, 21),
    ("a dozen men", 12, 12),
    ("two dozen men", 24, 24),
    ("half a dozen men", 6, 6),
    ("a hundred people", 100, 100),
    ("two hundred and five people", 205, 205),
    ("1,200 people", 1200, 1200),
    ("three thousand people", 3000, 3000),
    ("1.5 million people", 1500000, 1500000),
    ("at least five people", 5, None),
    ("no fewer than nine people", 9, None),
    ("more than 10 people", 11, None),
    ("over 300 people", 301, None),
    ("up to 20 people", 1, 20),
    ("as many as 17 people", 1, 17),
    ("fewer than ten people", 1, 9),
    ("nearly 100 people", 90, 100),
    ("about 30 people", 30, 30),
    ("some 30 people", 30, 30),
    ("an estimated 40 people", 40, 40),
    ("ten or more people", 10, None),
    ("between 8 and 10 people", 8, 10),
    ("eight to ten people", 8, 10),
    ("8-10 people", 8, 10),
    ("two or three people", 2, 3),
    ("at least one but possibly up to 12 people", 1, 12),
    ("several people", 2, None),
    ("a number of people", 2, None),
    ("a total of 12 people", 12, 12),
    ("dozens of people", 24, None),
    ("scores of people", 20, None),
    ("hundreds of people", 200, None),
    ("tens of thousands of people", 20000, None),
    ("a couple of guards", 2, 2),
    ("no people", 0, 0),
    ("no one", 0, 0),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_words_and_digits_to_ranges(text, low, high):
    assert range_of(text, NUMBERS) == (low, high)


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        ("dozens of people", Profile.ACLED, (12, 12)),
        ("dozens of people", Profile.AIRWARS, (12, 24)),
        ("several people", Profile.AIRWARS, (2, None)),
        ("several people", Profile.ACLED, (3, 10)),
        ("hundreds of people", Profile.ACLED, (100, 100)),
        ("at least five people", Profile.ACLED, (5, None)),
    ],
)
def test_a_profile_changes_only_the_vague_words(text, profile, expected):
    assert range_of(text, NUMBERS, profile) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a 19 - year - old man", "age"),
        ("he is 34 years old", "age"),
        ("a woman aged 34", "age"),
        ("$ 500 was taken", "money"),
        ("12 days later", "time"),
        ("on march 7", "time"),
        ("12 kilometres away", "distance"),
        ("40 rockets fell", "weapons-count"),
        ("12 heavy shells fell", "weapons-count"),
        ("30 percent of them", "not-a-toll"),
        ("six houses burned", "not-a-toll"),
        ("in 2014", "time"),
    ],
)
def test_numbers_that_count_no_people(text, reason):
    assert [n.no_toll for n in find_numbers(text.split(), NUMBERS) if n.no_toll] == [reason]


def test_a_number_without_a_number_is_none():
    assert range_of("the soldiers", NUMBERS) is None


@given(st.integers(min_value=0, max_value=10_000_000))
def test_digits_are_read_back(n):
    assert range_of(f"{n:,} people", NUMBERS) == (n, n)


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "more",
                "than",
                "up",
                "to",
                "5",
                "twelve",
                "a",
                "dozen",
                "dozens",
                "of",
                "no",
                "one",
                "people",
                "or",
                "and",
                "-",
                "between",
                "several",
            ]
        ),
        max_size=12,
    )
)
def test_ranges_are_ordered_and_numbers_never_overlap(words):
    found = find_numbers(words, NUMBERS)
    for n in found:
        assert n.high is None or n.low <= n.high
        assert 0 <= n.first <= n.core <= n.core_last <= n.last < len(words)
    for a, b in itertools.pairwise(found):
        assert a.last < b.first
