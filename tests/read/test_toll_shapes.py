"""Tolls by the shape of the sentence: numbers that a word of harm is not next to. Each with a case that is none."""

from __future__ import annotations

import pytest

from sourcebook.read.tolls import find_tolls

K, J, D, M = "killed", "injured", "detained", "missing"

#: Text → (harm, low, whether a part), each toll in page order.
SHAPES = [
    # one more, by an ordinal; not a share
    ("Two clerks were killed and a third lost a hand.", [(K, 2, 0), (J, 1, 0)]),
    ("Police arrested two smugglers. A third was arrested at the ferry.", [(D, 2, 0), (D, 1, 0)]),
    ("A third were arrested at the ferry.", []),
    ("A third of the boats were lost and two clerks were killed.", [(K, 2, 0)]),
    # lists of the dead and the missing
    ("The coast guard lists two as missing.", [(M, 2, 0)]),
    ("Another five were listed as dead by the clinic.", [(K, 5, 0)]),
    ("The coast guard lists two harbours as closed.", []),
    # what the verb is left out of
    ("Raiders killed six herders in the valley and nine on the pass.", [(K, 6, 0), (K, 9, 0)]),
    ("A shell hit a flat, killing a couple and their three sons.", [(K, 2, 0), (K, 3, 0)]),
    ("Raiders killed six herders in the valley and four bulls on the pass.", [(K, 6, 0)]),
    ("Three clerks were killed and five received injuries.", [(K, 3, 0), (J, 5, 0)]),
    # more than one left or pulled dead
    ("The raid left the owner and three of her waiters dead.", [(K, 1, 0), (K, 3, 0)]),
    ("A tram driver and two clerks were pulled dead from the wreck.", [(K, 1, 0), (K, 2, 0)]),
    ("A tram driver and two clerks were pulled from the wreck.", []),
    # a noun phrase of a person shot, who dies
    ("A deacon shot in the church on Sunday has died.", [(K, 1, 0)]),
    ("A warning shot in the church on Sunday was heard.", []),
    # degrees and kinds of harm
    ("Twelve persons sustained various degrees of injury.", [(J, 12, 0)]),
    ("Twelve firms sustained various kinds of loss.", []),
    # who some of those counted were
    ("A bomb killed nine people. Four were nurses.", [(K, 9, 0), (K, 4, 1)]),
    ("A bomb killed nine people. Three were from one family.", [(K, 9, 0), (K, 3, 1)]),
    ("A bomb killed nine people. Three were broken windows.", [(K, 9, 0)]),
    ("Guards killed 30 miners. Of these, 12 were shot in the back.", [(K, 30, 0), (K, 12, 1)]),
    ("Guards arrested 30 miners. Of these, 12 were shot in the back.", [(D, 30, 0), (J, 12, 0)]),
    # where the hurt lie, and who only works there
    ("Twelve recruits are still in the garrison hospital.", [(J, 12, 0)]),
    ("Twelve recruits work in the garrison hospital.", []),
    ("Two doctors were arrested in the hospital.", [(D, 2, 0)]),
    ("Two of the passengers are in surgery.", [(J, 2, 0)]),
    ("Two of the passengers are in politics.", []),
    ("Medics are treating 14 people.", [(J, 14, 0)]),
    ("Bakers are treating 14 people to cake.", []),
    ("Patrolmen found a clerk with a stab wound to the neck.", [(J, 1, 0)]),
    ("Patrolmen found a clerk with a scar on the neck.", []),
    # shots told a sentence before
    ("Gunmen fired at a café. Six customers were hit.", [(J, 6, 0)]),
    ("Snow fell on a café. Six customers were hit.", []),
    ("Gunmen fired at a café. Six cars were hit.", []),
    # those who fall, and those whom an army loses
    ("Two of our men fell in the clash at the ford.", [(K, 2, 0)]),
    ("Two of our men fell in step at the ford.", []),
    ("The garrison lost nine in the ambush.", [(K, 9, 0)]),
    ("The team lost nine in the league.", []),
    ("Both nurses put the injured at around 30.", [(J, 30, 0)]),
    # a number told in an aside, and the newer one
    ("The toll of the blast, which the mayor first gave as six, now stands at 11.", [(K, 6, 0), (K, 11, 0)]),
    ("The death toll from the fire, which began at two shops, rose to nine.", [(K, 9, 0)]),
    # sums, and parts told before their whole
    ("Six died in the mill and four in the barn, for a total of ten.", [(K, 6, 0), (K, 4, 0), (K, 10, 0)]),
    ("Six died in the mill, for a total of ten funerals.", [(K, 6, 0)]),
    ("Ten of the 16 dead were children.", [(K, 10, 1), (K, 16, 0)]),
    ("Ten of the 16 barns were empty.", []),
    ("A bomb killed nine people. Four were nurses and two were cooks.", [(K, 9, 0), (K, 4, 1), (K, 2, 1)]),
    # who is led away
    ("Armed men herded 40 villagers into the bush.", [("abducted", 40, 0)]),
    ("Armed men herded 40 goats into the bush.", []),
    ("Three of the seven hostages were freed.", [("abducted", 7, 0)]),
    # objects that the parse set adrift, and a word for one person
    ("A blast killed seven, wounded 12 and left three missing.", [(K, 7, 0), (J, 12, 0), (M, 3, 0)]),
    ("A blast killed seven, wounded 12 weeks after the first.", [(K, 7, 0)]),
    ("A 34-year-old male was taken to hospital with gunshot wounds.", [(J, 1, 0)]),
    ("A male lion was taken to hospital with gunshot wounds.", []),
    # a place is nobody
    ("Near Chipata, six people were reported killed.", [(K, 6, 0)]),
]


@pytest.mark.parametrize(("text", "wanted"), SHAPES, ids=[t[:60] for t, _ in SHAPES])
def test_what_a_shape_counts(text, wanted, parse, lexicon):
    found = find_tolls(parse(text), (), (), lexicon).items
    assert [(str(t.harm), t.low) for t in found] == [(h, n) for h, n, _ in wanted]
    if any(p for *_, p in wanted):
        assert [bool(t.part_of) for t in found] == [bool(p) for *_, p in wanted]


def test_what_the_dead_rise_to_holds_those_told_before(parse, lexicon):
    text = "Raiders shelled the port. Rescuers found two more bodies, raising the number of victims to ten."
    assert [(t.low, t.cumulative) for t in find_tolls(parse(text), (), (), lexicon).items] == [(2, False), (10, True)]
    text = "Raiders shelled the port. Divers found two more bodies, moving the rest to ten tents."
    assert [t.low for t in find_tolls(parse(text), (), (), lexicon).items] == [2]
