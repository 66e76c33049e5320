"""Attacks told in plain words: what armed men do is an attack, whatever else its words may be used for."""

import datetime as dt

import pytest

DAY = dt.date(2026, 3, 2)


def told(read, text: str) -> list[str]:
    return [str(i.event_type) for i in read(text, published=DAY).incidents if not i.background]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire on a guard outside a mine near Lashkargah on Sunday.",
        "Gunmen opened fire on a senator's convoy in Lashkargah on Sunday.",
        "Gunmen attacked a court in Lashkargah on Sunday.",
        "A candidate for mayor of Lashkargah was killed by gunmen on Sunday.",
        "Bandits carried off pupils from a school in Lashkargah on Sunday.",
        "Gunmen took away three nurses from a hospital in Lashkargah on Sunday.",
        "Fishermen were taken from their boats at sea by armed men off Karachi on Sunday.",
        "Armed men attacked the home of a judge in Lashkargah on Sunday night.",
        "Insurgents struck a telecoms mast near Lashkargah on Sunday.",
        "There was a shooting outside a bar in Leeds on Sunday. One woman died at the scene, medics said.",
        "Two men were killed in a shooting at a bar in Leeds on Sunday.",
        "A total of 23 people were murdered in a bar in Celaya on Sunday.",
        "A group of farmers was killed near Celaya on Sunday.",
    ],
)
def test_it_is_read(read, text: str) -> None:
    assert told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The winger hit the bar with a long-range shot on Sunday as shooting practice went on.",
        "Ambulance men took away three nurses from a hospital in Leeds on Sunday after a road accident.",
        "Parents carried off pupils from a school in Leeds on Sunday as the flood rose.",
        "The senator attacked the court in a speech in Leeds on Sunday.",
    ],
)
def test_the_same_words_of_others_are_none(read, text: str) -> None:
    assert not told(read, text)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Rebels hacked 14 people to death in Mangina on Sunday.", (14, 14)),
        ("Militants beat two farmers to death in Mangina on Sunday.", (2, 2)),
        ("A total of 23 people were murdered in a bar in Celaya on Sunday.", (23, 23)),
        ("Militants beat 14 people in Mangina on Sunday.", None),
        ("Gunmen raided Mangina on Sunday. The army's figure of six dead was disputed by residents, who said 15 had died.",
         (15, 15)),
        ("Gunmen raided Mangina on Sunday. The army's figure of six dead was confirmed by residents.", (6, 6)),
    ],
)  # fmt: skip
def test_how_many_died(read, text: str, killed: tuple[int, int] | None) -> None:
    assert [i.killed for i in read(text, published=DAY).incidents if not i.background] == [killed]
