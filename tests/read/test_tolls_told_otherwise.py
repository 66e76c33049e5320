"""Tolls of later days: who is treated, who of the wounded has died, parts that another harm stands behind."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.link.counts import counts_of
from sourcebook.read.tolls import find_tolls

K, J, M, D = "killed", "injured", "missing", "detained"

#: Text → (harm, low, whether a part or replaced), each toll in page order.
TOLD = [
    # care of many kinds
    ("A bomb hit a market. Nine people are undergoing treatment at the clinic.", [(J, 9, 0)]),
    ("A bomb hit a market. Nine streets are undergoing repairs.", []),
    ("A bomb hit a market. Eleven people required medical attention.", [(J, 11, 0)]),
    ("A bomb hit a market. Eleven questions required attention.", []),
    ("A bomb hit a market. Seven patients remain under medical care.", [(J, 7, 0)]),
    ("A bomb hit a market. Five porters are fighting for their lives.", [(J, 5, 0)]),
    ("A bomb hit a market. Five porters are fighting for higher wages.", []),
    ("Raiders set a trawler on fire. The skipper was treated for burns.", [(J, 1, 0)]),
    ("Raiders set a trawler on fire. The skipper was treated for hay fever.", []),
    # one number in place of another
    ("A bomb hit a market. The clinic took in 11 bodies, not 14.", [(K, 11, 0), (K, 14, 1)]),
    ("A bomb hit a market. It had received 11 bodies, the clinic said; one had been counted twice.", [(K, 11, 0)]),
    # parts, and the harm that stands behind them
    ("The council counted 53 dead, including 14 children, and 21 wounded.", [(K, 53, 0), (K, 14, 1), (J, 21, 0)]),
    ("Thirty people died, among them nine children, and 40 were hurt.", [(K, 30, 0), (K, 9, 1), (J, 40, 0)]),
    ("There were 17 dead, two of them soldiers, and 33 injured.", [(K, 17, 0), (K, 2, 1), (J, 33, 0)]),
    ("Nineteen people were hurt, including two children shot in the back.", [(J, 19, 0), (J, 2, 1)]),
    # lists
    ("A judge, her driver and two guards were killed.", [(K, 1, 0), (K, 1, 0), (K, 2, 0)]),
    ("One evening, her driver and two guards were killed.", [(K, 1, 0), (K, 2, 0)]),
    ("Farmer and son murdered near Serowe", [(K, 1, 0), (K, 1, 0)]),
    ("Three were killed, 12 injured and six are missing.", [(K, 3, 0), (J, 12, 0), (M, 6, 0)]),
    ("Three were killed, 12 injured and six in the square.", [(K, 3, 0), (J, 12, 0), (J, 6, 0)]),
    ("Four were killed and nine suffered burns, according to police.", [(K, 4, 0), (J, 9, 0)]),
    ("Four were killed and nine sheds suffered damage, according to police.", [(K, 4, 0)]),
    ("Thirty-one persons fell as martyrs and a further 20 received wounds.", [(K, 31, 0), (J, 20, 0)]),
    # who was wounded, and dies
    ("Two wounded in bus station shelling die", [(K, 2, 0)]),
    ("Two wounded, gunman dead", [(J, 2, 0), (K, 1, 0)]),
    # the fallen
    ("The raid failed. Four of its soldiers fell.", [(K, 4, 0)]),
    ("The raid failed. Four of its soldiers fell asleep.", []),
    # people by their work
    ("Robbers shot dead an assistant in a general store.", [(K, 1, 0)]),
    ("Robbers took an assistant's keys in a general store.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[0][:60] for t in TOLD])
def test_numbers_told_otherwise(text, expected, parse, lexicon):
    found = find_tolls(parse(text), (), (), lexicon)
    got = [(str(t.harm), t.low, int(t.part_of is not None or t.rule.startswith("replaced"))) for t in found.items]
    assert got == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The mission recorded 21 deaths in the province in the week under review.", "period"),
        ("In the reporting period, 14 civilians were killed.", "period"),
        ("The monitor counted 40 dead between 1 and 7 June in the province.", "period"),
        ("The monitor counted 40 killings in May.", "period"),
        ("The monitor counted 40 dead after the raid in May.", "incident"),
        ("Soldiers killed 40 villagers between 7 and 8 June.", "incident"),
        ("The committee reviewed the raid in which 14 civilians were killed.", "incident"),
    ],
)
def test_sums_over_a_period(text, scope, parse, lexicon):
    (toll,) = find_tolls(parse(text), (), (), lexicon).items
    assert str(toll.scope) == scope


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Masked men fired into a bar in Viseu on Monday.\n\nThree women were being treated for stab wounds.", (3, 3)),
        ("A man was shot in one leg in the car park of a rugby club in Viseu on Monday, police said.", (1, 1)),
        ("A striker shot wide in the second half for his rugby club in Viseu on Monday.", None),
    ],
)
def test_wounds_belong_to_the_event_told(text, injured, read):
    told = [i.injured for i in read(text).incidents if not i.background]
    assert told == ([injured] if injured else [])


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # who of the wounded has died comes on top, where the text says that it came after
        ("A bomb killed four people in Viseu on Monday, police said. Two of the wounded have since died.", (6, 6)),
        ("A bomb killed six people in Viseu on Monday, police said. Two of the wounded died overnight.", (6, 6)),
        ("A bomb killed six people in Viseu on Monday, police said. Divers found three more bodies.", (6, 6)),
        # a third victim, told twice, is one person and the third
        ("Third porter dies\n\nA third victim of Monday's bomb in a depot in Viseu has died.", (3, 3)),
        # the bodies found are some of those counted in the same breath
        ("The army said nine people died in the raid on Viseu, after two bodies were found.", (9, 9)),
        # each side counts its own; together they are all
        (
            "Twelve people were killed in fighting in Viseu on Monday, police said. The farmers' union said five of its "
            "members were killed. The cattle breeders spoke of seven dead herders.",
            (12, 12),
        ),
        (
            "Twelve people were killed in fighting in Viseu on Monday, police said. The union said five were killed. "
            "The cattle breeders spoke of six dead herders.",
            (5, 12),
        ),
    ],
)
def test_what_comes_on_top_and_what_is_a_part(text, killed, read):
    (incident,) = [i for i in read(text).incidents if i.killed]
    assert incident.killed == killed


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A drone burnt a depot in Viseu and killed six workers, the owner of the depot, Pell Fuels, said.", "Pell Fuels"),
        ("Six people died in the shooting in Weed, California, a source at the coroner's office told The Kite.", "a source"),
        ("Six people were killed in the raid, five of them farmers, the United Nations mission has found.", "the United"),
        (
            "The army's press service announced on Friday that six persons lost their lives, after two bodies were found.",
            "The army's press service",
        ),
        ("A girl hurt in the raid died, bringing the number of dead to six, the Sheriff's Office said.", "the Sheriff"),
    ],
)  # fmt: skip
def test_who_gives_the_number(text, source, read):
    reading = read(text)
    toll = next(t for t in reading.tolls if t.low == 6)
    said = [c.source.text for c in reading.claims if c.id == toll.claim]
    assert said
    assert source in said[0]


def test_who_keeps_to_a_number_gives_it_again(read):
    reading = read(
        "Nine people were killed when police fired on a march in Viseu on Monday, the governor said. The union stood by "
        "its count of 13. The guard stood by the gate of 14."
    )
    said = {t.low: next((c.source.text for c in reading.claims if c.id == t.claim), "") for t in reading.tolls}
    assert said == {9: "the governor", 13: "The union"}


def test_nothing_speaks_that_only_happened(read):
    reading = read("Shells hit a mill in Viseu on Monday. Her death brings to six the number of people killed.")
    (toll,) = [t for t in reading.tolls if t.low == 6]
    assert toll.claim is None


def _counts(read, day, text):
    (incident,) = [i for i in read(text, published=day).incidents if i.counts or i.killed]
    return [(c.low, c.replaced_by is not None) for c in counts_of(incident.accounts)]


def test_a_number_that_rises_within_one_report_is_replaced(read):
    day = dt.date(2024, 5, 7)
    head = "Rockets hit a market in Viseu on Tuesday. Three people were killed, the Emergencies Ministry said. "
    assert _counts(read, day, head + "The Emergencies Ministry now speaks of six dead.") == [(3, True), (6, False)]
    assert (3, True) not in _counts(read, day, head + "The Emergencies Ministry sent six cranes.")
