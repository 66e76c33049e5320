"""Which tellings on a page are one event, which are several, and which of them is only recalled; with its dead."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 3, 13)  # a Wednesday
VIOLENT = {"armed-attack", "killing", "armed-clash", "strike", "shelling", "bombing"}


@pytest.fixture(scope="module")
def dead(read):
    """``dead(text)``: the killed of each violent incident that is not recalled, the main one first."""

    def _dead(text: str, published: dt.date | None = DAY) -> list[tuple[int, int | None] | None]:
        reading = read(text, published=published)
        return [i.killed for i in reading.incidents if i.event_type in VIOLENT and not i.background]

    return _dead


OLD = [
    # a court report tells of the old event as its own, by two names of its time
    (
        "Captain charged over shooting of visitor\n\nA reserve captain was charged on Tuesday over a shooting at a barracks last "
        "August, prosecutors said.\nHe turned himself in at the county jail.\nHis "
        "chief faces a lesser charge.\nNeither has entered a plea.\nOn August 9, 2023, a visitor, Ilse Braam, 61, was shot and killed by a stray round there.\n",
        [(1, 1)],
    ),
    # a term of years is no anniversary
    (
        "Uncle sentenced in boy's shooting death\n\nPieter Vaas was sentenced on Tuesday to 3-10 years on a charge of "
        "manslaughter in the 2023 death of his nephew.\nThe boy was shot at his uncle's home on Nov. 4, 2023.\n",
        [(1, 1)],
    ),
    # the memorial where somebody died this week
    (
        "A boy of nine was shot dead on Sunday in Harlow Street, police said.\n"
        "Neighbours left flowers at a growing memorial outside the house where the boy was killed.\n",
        [(1, 1)],
    ),
    # wanted by the police
    (
        "Two brothers are wanted over the fatal shooting of a barman at the Anchor Club, the sheriff said.\n"
        "The shooting on Sunday also injured three other men.\n",
        [(1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "killed"), OLD, ids=["court", "term", "memorial", "wanted"])
def test_what_the_page_is_about_is_not_recalled(text: str, killed: list[tuple[int, int]], dead):
    assert dead(text) == killed


RECALLED = [
    # years counted on are a memory
    "Forty years on, the village of Tarn still asks why\n\nIn May 1984 soldiers shot dead thirty farmers here.\n"
    "Widows laid wreaths on Tuesday.\n",
    # an old event of another day than the news
    "Gunmen shot dead a judge in Tavar on Tuesday, police said.\n"
    "A prosecutor was shot dead in the same street on August 9, 2022.\n",
]


@pytest.mark.parametrize("text", RECALLED, ids=["memory", "beside news"])
def test_what_is_only_looked_back_on_stays_recalled(text: str, read):
    reading = read(text, published=DAY)
    old = [m for m in reading.mentions if m.sentence.endswith(("s2", "s1")) and m.event_type in VIOLENT]
    assert any(m.background for m in old), [(m.trigger_text, m.background) for m in old]


def test_those_who_want_to_kill_have_not_done_so(dead):
    assert dead("The brothers wanted to shoot a barman at the Anchor Club, the sheriff said on Tuesday.\n") in (
        [],
        [None],
    )


APART = [
    # a number in a series is the event told already; what follows it with a day of its own is another one
    (
        "A dock worker was shot dead in Harlow Street on Sunday, police said.\n"
        "His death was the town's third homicide of 2024. On March 4, Anton Reus, 27, was found shot to death in a lay-by.\n",
        [(1, 1), (1, 1)],
    ),
    (
        "A girl of six was shot dead in Harlow Street on Sunday.\nShe is the third child in the county who has been shot and killed.\n",
        [(1, 1)],
    ),
    # a number of events
    (
        "Gunmen killed two barbers in Harlow on Sunday, police said.\nThe barbers were brothers.\nThey had moved there in May.\n"
        "A patrol found them.\nThree shootings that cost the lives of five people have occurred in the area since January.\n",
        [(2, 2)],
    ),
    # what is counted in several incidents is of none
    (
        "Six people were shot and one man was stabbed to death in three separate incidents on Sunday.\n"
        "Just before 1 a.m. five people were shot in a car park in Harlow.\n",
        [None],
    ),
    # another man, at another hour and place
    (
        "Four people were shot outside a bakery in Harlow at 2 a.m. on Sunday, and Ilse Braam, 21, died.\n"
        "Around 8 p.m. on Sunday another man was gunned down in Tessel Lane, Bristol.\n",
        [(1, 1), (1, 1)],
    ),
    # the time between two events
    (
        "A police officer was shot in Leeds on Sunday.\n"
        "The shooting came hours before three officers were shot dead in Hull.\n",
        [None, (3, 3)],
    ),
]
TOGETHER = [
    # the one who dies of it days later
    (
        "A boy of 14 who was shot in a car in Leeds has died.\nHe died on Tuesday, his family said.\n"
        "He suffered a gunshot wound on Sunday evening, police said.\n",
        [(1, 1)],
    ),
    # a second victim of the same fire
    (
        "Two men were shot in Harlow Street on Sunday.\nOne died there. Another man was shot in the leg.\n",
        [(1, 1)],
    ),
    # the bodies and their finding are one
    ("The bodies of two lorry drivers were found shot to death near Harlow on Sunday.\n", [(2, 2)]),
]


@pytest.mark.parametrize(("text", "killed"), APART, ids=["ranked", "child", "count", "several", "victim", "before"])
def test_several_events(text: str, killed: list[tuple[int, int] | None], dead):
    assert sorted(dead(text), key=str) == sorted(killed, key=str)


@pytest.mark.parametrize(("text", "killed"), TOGETHER, ids=["later", "second", "bodies"])
def test_one_event(text: str, killed: list[tuple[int, int]], dead):
    assert dead(text) == killed


ONE_DEAD = [
    # nouns as headlines write them are no names
    "Teenager Shot Dead by Girlfriend, Police Say\n\nJacob Lund, 19, was shot dead in Leeds on Sunday.\n",
    "Man killed in shooting identified\n\nA man killed in a shooting in Leeds on Sunday was named.\nMarco Lund, 19, died of gunshot wounds.\n",
    # a name by its initials
    "Handgun goes off, killing columnist K.R. Lund\n\nKarl R. Lund, 71, was shot dead at his home in Leeds on Sunday.\n",
    # whose clause it is
    "Hearing put off for mother of a girl shot dead\n\nA woman whose daughter, seven, was shot dead in Leeds was charged.\n",
    "Mother charged after daughter, 7, fatally shot\n\nA girl of seven was found shot dead in a house in Leeds on Sunday.\n",
    # a participle that the parse takes for the subject
    "Teen shot in southern Leeds has died, police say\n",
    "Gunfire broke out at a club in Leeds on Sunday. One of those hit was pronounced deceased at the scene.\n",
    # a number to call
    "A man was shot dead at the airport of Leeds on Sunday.\nThe police set up a toll-free number at 866-555-0199.\n",
]


@pytest.mark.parametrize("text", ONE_DEAD, ids=lambda t: t[:30])
def test_one_dead(text: str, dead):
    assert (1, 1) in dead(text)
    assert all(k in (None, (1, 1)) for k in dead(text))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A father of three who was shot in Leeds on Sunday died, police said.\n", (1, 1)),
        ("The mother of Ana Lund, who was shot dead in Leeds on Sunday, was 61.\n", (1, 1)),
        ("Karl Lund, 71, and Kathrin Lund, 19, were shot dead in Leeds on Sunday.\n", (2, 2)),
    ],
)
def test_whose_death(text: str, killed: tuple[int, int], dead):
    assert dead(text)[0] == killed


SUMMED = [
    (
        "Air strikes kill nine across the north\n\nAir strikes killed nine people in two towns on Tuesday, the governor said.\n"
        "In Idlib, a bakery was hit and five people were killed.\nA strike on a garage in Raqqa killed four mechanics.\n",
        [(4, 4), (5, 5)],
    ),
    (
        "A wave of bombings left six people dead on Tuesday, police said.\n"
        "In Basra, a motorcycle bomb killed two guards outside a bank.\nA car bomb killed four drivers in Mosul.\n",
        [(2, 2), (4, 4)],
    ),
]


@pytest.mark.parametrize(("text", "killed"), SUMMED, ids=["towns", "wave"])
def test_what_the_front_sums_up_is_nobodys_own(text: str, killed: list[tuple[int, int]], dead, read):
    reading = read(text, published=DAY)
    told = [i.killed for i in reading.incidents if i.killed and not i.background]
    assert sorted(told) == killed


def test_a_plural_with_one_place_below_it_is_the_event(read):
    text = (
        "Air strikes killed nine people on Tuesday, the governor said.\n"
        "The strikes hit a bakery in Idlib. A baker in Idlib said that he had counted three blasts.\n"
    )
    reading = read(text, published=DAY)
    assert [i.killed for i in reading.incidents if not i.background] == [(9, 9)]
