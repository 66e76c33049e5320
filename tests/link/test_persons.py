"""Persons: each is counted once, however often told of; who is told as someone else is counted again."""

from __future__ import annotations

import pytest

from sourcebook.link.casualties import persons_in
from sourcebook.read.sketches import Sketch, sketch_of
from sourcebook.read.tolls import find_tolls
from sourcebook.records import Harm, Span

#: Text, how many are dead, how many are hurt and alive.
STORIES = [
    ("Teenager dies in Salt Bay shooting\n\nA teenager was killed in Salt Bay on Monday. Ivo Marsh, 17, died at the scene.", 1, 0),
    ("A man was shot on Monday. Ivo Smyth died on Tuesday. Police said Smith had been hit twice.", 1, 0),
    ("A guard was wounded in the raid. The guard died in hospital on Friday.", 1, 0),
    ("A woman was wounded. Another woman was wounded a mile away.", 0, 2),
    ("A 19-year-old man was hit in the leg by a bullet. A 33-year-old man was hit in the arm by another.", 0, 2),
    ("Ana Silva was killed. Her brother was wounded.", 1, 1),
    ("A boy was killed. The victim was identified as 9-year-old Omar Reyes. Omar Reyes died of a bullet wound.", 1, 0),
    ("A 4-year-old was shot dead. A girl in the car was also hit by a bullet in the arm.", 1, 1),
    ("The gunman was shot dead. An officer was wounded and taken to a hospital. The officer was wounded in the arm.", 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), STORIES, ids=[s[0][:30] for s in STORIES])
def test_each_person_is_counted_once(text, dead, hurt, parse, lexicon):
    parsed = parse(text)
    tolls = find_tolls(parsed, (), (), lexicon).items
    persons = persons_in(tolls, {s.id: s for s in parsed.sentences}, lexicon)
    assert sum(Harm.KILLED in p.harms for p in persons) == dead, persons
    assert sum(p.harms == {Harm.INJURED} for p in persons) == hurt, persons


def sketch(parse, lexicon, text: str, phrase: str) -> Sketch:
    parsed = parse(text)
    start = text.index(phrase)
    span = Span(start, start + len(phrase))
    return sketch_of(next(s for s in parsed.sentences if s.span.holds(span)), span, lexicon)


@pytest.mark.parametrize(
    ("text", "phrase", "low", "high", "sex"),
    [
        ("A 19-year-old man was killed.", "A 19-year-old man", 19, 19, "m"),
        ("Maria Lopez, 34, was killed.", "Maria Lopez", 34, 34, None),
        ("A woman in her 20s was killed.", "A woman", 20, 29, "f"),
        ("A teenager was killed.", "A teenager", 12, 19, None),
        ("A nine-month-old girl was killed.", "A nine-month-old girl", 0, 0, "f"),
        ("Her nephew was killed.", "Her nephew", 0, 130, "m"),
    ],
)
def test_what_a_phrase_says_of_age_and_sex(text, phrase, low, high, sex, parse, lexicon):
    found = sketch(parse, lexicon, text, phrase)
    assert (found.low, found.high, found.sex) == (low, high, sex)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("ivo", "smyth"), ("smith",), True),
        (("maria", "lopez"), ("lopez",), True),
        (("maria", "lopez"), ("ana", "lopez"), False),
        (("omar", "bilal", "reyes"), ("omar", "reyes"), True),
        (("reyes",), ("silva",), False),
    ],
)
def test_names_of_one_person(a, b, same):
    assert Sketch(names=a).same_name(Sketch(names=b)) is same
    assert Sketch(names=b).same_name(Sketch(names=a)) is same


def test_a_teenager_is_no_pensioner():
    assert not Sketch(low=12, high=19).fits(Sketch(low=67, high=67, told=True))
    assert Sketch(low=12, high=19).fits(Sketch(low=17, high=17, told=True))
