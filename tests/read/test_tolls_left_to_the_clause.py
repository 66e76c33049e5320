"""Tolls whose word of harm the clause leaves out, negates, or only implies: remnants, burials, "not alive"."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.read.tolls import find_tolls

K, J, D = "killed", "injured", "detained"

#: Text → (harm, low, high, whether a part), each toll in page order.
TOLD = [
    # a second clause without its verb
    ("Three died at the gate and five on the way to the clinic.", [(K, 3, 3, 0), (K, 5, 5, 0)]),
    ("Rescuers found six people dead inside and another two outside.", [(K, 6, 6, 0), (K, 2, 2, 0)]),
    ("Seven were killed, four in the yard and three at the well.", [(K, 7, 7, 0), (K, 4, 4, 1), (K, 3, 3, 1)]),
    ("Three were killed and five in custody.", [(K, 3, 3, 0)]),
    ("Three died at the gate and five of the lorries burned.", [(K, 3, 3, 0)]),
    ("Three were wounded at the gate and five went on to the clinic.", [(J, 3, 3, 0)]),
    # burials: at least so many
    ("The imam said they had buried 41 people.", [(K, 41, None, 0)]),
    ("Nine shepherds were laid to rest by the well.", [(K, 9, None, 0)]),
    ("The wall came down and buried 41 people under the rubble.", []),
    ("The commander buried 41 rifles.", []),
    # not alive
    ("Two cooks did not come out alive.", [(K, 2, 2, 0)]),
    ("Two cooks came out alive.", []),
    # nobody
    ("Nobody lost their life.", [(K, 0, 0, 0)]),
    ("Nobody lost their way.", []),
    # lists behind a verb
    ("The mine killed a midwife, a driver and a guard.", [(K, 1, 1, 0), (K, 1, 1, 0), (K, 1, 1, 0)]),
    ("The mine killed three people, a midwife, a driver and a guard.", [(K, 3, 3, 0)]),
    ("The mine killed Ana Brell, a midwife and mother of two.", [(K, 1, 1, 0)]),
    ("The mine killed a midwife, her husband and a guard.", [(K, 1, 1, 0), (K, 1, 1, 0), (K, 1, 1, 0)]),
    # some of them; nobody counted; who happened to pass
    ("The shells killed nine, among them a family of five.", [(K, 9, 9, 0), (K, 5, 5, 1)]),
    ("How many people had died was not known.", []),
    ("The shells lightly injured a passer-by.", [(J, 1, 1, 0)]),
    ("The shells lightly damaged a by-road.", []),
    # led off, and then killed
    ("Two clerks were dragged from a tram and shot dead at a bridge.", [(K, 2, 2, 0)]),
    ("Two clerks were dragged from a tram and shot at the guards.", []),
    # whose number rises
    ("The number of protesters killed on the bridge rose to seven.", [(K, 7, 7, 0)]),
    ("The number of mourners hurt on the bridge rose to seven.", [(J, 7, 7, 0)]),
    ("The number of trees killed on the bridge rose to seven.", []),
    ("Police raised to 19 from 13 the number of miners killed in the feud.", [(K, 19, 19, 0), (K, 13, 13, 0)]),
    # words of killing
    ("Raiders slit the throats of 15 drovers.", [(K, 15, 15, 0)]),
    ("Raiders slit the tyres of 15 drovers.", []),
    ("Gunmen riddled four drovers with bullets.", [(K, 4, 4, 0)]),
    ("Gunmen riddled four drovers with questions.", []),
    ("A man stabbed a tourist from Lima to death.", [(K, 1, 1, 0)]),
    ("A man stabbed a tourist from Lima on the way to the fair.", [(J, 1, 1, 0)]),
    # parses that break
    ("Men on a motorcycle shot dead a clerk outside his home.", [(K, 1, 1, 0)]),
    ("Lisbon, Est.- Three men were executed in a billiard hall.", [(K, 3, 3, 0)]),
    # an army's losses, the fallen, the count
    ("The navy lost six sailors.", [(K, 6, 6, 0)]),
    ("The team lost six matches.", []),
    ("Four constables fell and eight sustained injuries.", [(K, 4, 4, 0), (J, 8, 8, 0)]),
    ("The body count stood at 33, the mayor said.", [(K, 33, 33, 0)]),
    ("The vote count stood at 33, the mayor said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[0][:60] for t in TOLD])
def test_harm_that_the_clause_leaves_out(text, expected, parse, lexicon):
    found = find_tolls(parse(text), (), (), lexicon)
    got = [(str(t.harm), t.low, t.high, int(t.part_of is not None)) for t in found.items]
    assert got == expected


#: Report → killed: who comes on top of those told before, and who is only told again.
ADDED = [
    ("A bomb went off in a bus in Norwick on Monday. Two people died at the scene. Four more died in hospital, a doctor said.", (6, 6)),
    ("Six people died when a bomb went off in a bus in Norwick on Monday. Two people died at the scene. Four more died in hospital.", (6, 6)),
    ("Gunmen attacked a post near Norwick on Monday. Two soldiers were killed. A third died on Tuesday, the army said.", (3, 3)),
    ("Gunmen attacked a post near Norwick on Monday. Two soldiers were killed. A third of them died on Tuesday, the army said.", (2, 2)),
    ("Shells hit a mill near Norwick on Monday and killed nine workers. The priest said they had buried four people.", (9, 9)),
    ("Shells hit a mill near Norwick on Monday and killed nine workers. Four died on the way to hospital, a doctor said.", (9, 9)),
    ("Shells hit a mill near Norwick on Monday and killed nine workers, the mayor said. Four died, a doctor said.", (4, 9)),
    ("Shells hit a mill near Norwick on Monday. Four workers died on the way to hospital, a doctor said.", (4, 4)),
    ("Shells hit a mill near Norwick on Monday; six people were hurt, but no one died, the mayor said.", (0, 0)),
    ("Shells hit a mill near Norwick on Monday. The priest said they had buried four people.", (4, 4)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed"), ADDED, ids=[t[0][:90] for t in ADDED])
def test_who_comes_on_top(text, killed, read):
    reading = read(text, published=dt.date(2021, 5, 5))
    assert [i.killed for i in reading.incidents if not i.background] == [killed]


def test_more_of_the_hurt_are_of_the_attack_before_and_not_of_those_told_behind(read):
    reading = read(
        "Gunmen attacked a ferry near Beja on Tuesday and killed 13, police said. Five more were wounded.\n\n"
        "At least 70 people have died in attacks in the province since July.",
        published=dt.date(2021, 5, 5),
    )
    assert [(i.killed, i.injured) for i in reading.incidents if not i.background] == [((13, 13), (5, 5))]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The provisional toll is seven dead.", False),
        ("A provisional toll of seven dead was lowered to six.", True),
    ],
)
def test_a_provisional_number_holds_until_another_is_given(text, earlier, parse, lexicon):
    found = find_tolls(parse(text), (), (), lexicon)
    assert any(t.low == 7 and t.rule.startswith(("earlier", "replaced")) for t in found.items) is earlier


def test_nobody_dead_leaves_the_hurt_alone(read):
    text = "Six people suffered cuts in a strike on a mill near Norwick on Monday; luckily no one died, the mayor said."
    (incident,) = (i for i in read(text, published=dt.date(2021, 5, 5)).incidents if not i.background)
    assert (incident.killed, incident.injured) == ((0, 0), (6, 6))


def test_a_headline_that_says_more_than_fifty_means_fifty(read):
    text = (
        "22 dead, more than 50 wounded in Norwick blast\n\n"
        "A blast at a hall in Norwick on Monday killed 22 people and wounded 50, the mayor said."
    )
    (incident,) = (i for i in read(text, published=dt.date(2021, 5, 5)).incidents if not i.background)
    assert (incident.killed, incident.injured) == ((22, 22), (50, 50))
