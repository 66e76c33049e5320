"""Who denies in words of his own, under another name than the one by which he was blamed; who is blamed, and how."""

from __future__ import annotations

import pytest

from sourcebook.records import Question, Stance


def _pairs(incidents):
    out = set()
    for i in incidents:
        for c in i.contradictions:
            if c.question is Question.RESPONSIBILITY:
                sides = (i.accounts[c.a], i.accounts[c.b])
                out.add(frozenset("denied" if a.stance in (Stance.DENY, Stance.DISPUTE) else a.value for a in sides))
    return out


BLAMED = (
    "NAKURU, Kenya - Gunmen of the Copper Ridge Front shot dead four herders near Nakuru on Thursday, the county's "
    "police chief said."
)


@pytest.mark.parametrize(
    "words",
    [
        "The Copper Ridge Front said on Friday that its rifles were silent on Thursday, when four herders were shot "
        "dead near Nakuru.",
        "The Copper Ridge Front said on Friday that its men were in the hills on Thursday, two days' walk from the "
        "place near Nakuru where four herders were shot dead.",
        "The Copper Ridge Front on Friday denied setting the trap near Nakuru in which four herders were shot dead on "
        "Thursday.",
        "The four herders shot dead near Nakuru on Thursday were not killed by its men, a guerrilla group in western "
        "Kenya said on Friday. The group denied involvement.",
    ],
)
def test_who_says_in_other_words_that_it_was_not_he_denies_it(dossier, words):
    assert frozenset(("Copper Ridge Front", "denied")) in _pairs(dossier(BLAMED, words))


@pytest.mark.parametrize(
    "words",
    [
        "The Copper Ridge Front said on Friday that its own fighters had not eaten meat since four herders were shot "
        "dead near Nakuru on Thursday.",
        "A hospital in western Kenya said on Friday that none of its doctors had been at Nakuru, where four herders "
        "were shot dead on Thursday.",
    ],
)
def test_who_says_something_else_with_no_and_not_denies_nothing(dossier, words):
    assert not any("denied" in pair for pair in _pairs(dossier(BLAMED, words)))


def test_the_name_behind_a_noun_is_whom_somebody_blames(dossier):
    other = (
        "The Copper Ridge Front blamed a smuggling gang known as the Salt Dogs on Friday for the shooting of four "
        "herders near Nakuru on Thursday."
    )
    assert frozenset(("Copper Ridge Front", "the Salt Dogs")) in _pairs(dossier(BLAMED, other)) or frozenset(
        ("Copper Ridge Front", "Salt Dogs")
    ) in _pairs(dossier(BLAMED, other))


def test_whose_arms_they_were_is_who_did_it(dossier):
    (incident,) = dossier(
        "NAKURU, Kenya - The governor said it was the Copper Ridge militia whose mortars hit a market in Nakuru on "
        "Thursday, killing four traders.",
    )
    assert "Copper Ridge militia" in {a.value for a in incident.accounts if a.question is Question.RESPONSIBILITY}


def test_an_army_and_its_state_are_one_party(dossier):
    (incident,) = dossier(
        "NAKURU - Kenyan army jets bombed a market in Nakuru on Thursday, killing four traders, residents said.",
    )
    assert len([a for a in incident.accounts if a.question is Question.RESPONSIBILITY]) == 1


SHELLED = (
    "FARO - Seven people were killed when shells hit a market in Faro on Sunday, the mayor, Ana Gil, said. She accused "
    "the Copper Ridge Front of the attack."
)


@pytest.mark.parametrize(
    "words",
    [
        "The Copper Ridge Front denied responsibility for the attack on the market in Faro.",
        "The Copper Ridge Front denied the shelling of the market in Faro.",
        "The Copper Ridge Front dismissed as slander the mayor's claim that it had shelled the market in Faro.",
        "The Copper Ridge Front called the accusation that it had shelled a market in Faro a lie.",
        "The Copper Ridge Front said claims that it shelled the market in Faro were “a complete lie”.",
        "The Copper Ridge Front said it was falsely accused of shelling the market in Faro.",
        "The Copper Ridge Front said none of its units had fired at Faro that day.",
    ],
)
def test_a_denial_is_of_the_deed_whatever_the_words_and_the_order(dossier, words):
    pairs = _pairs(dossier(SHELLED, words))
    assert {frozenset(name.removeprefix("The ") for name in pair) for pair in pairs} >= {
        frozenset(("Copper Ridge Front", "denied"))
    }


@pytest.mark.parametrize(
    "words",
    [
        "The Copper Ridge Front denied the shelling of its own camp near Faro.",
        "The Copper Ridge Front dismissed the mayor's claim that it was short of money after the attack in Faro.",
        "The Copper Ridge Front called the attack on the market in Faro on Sunday a crime.",
        "The mayor was falsely accused of theft, a lawyer said after the attack on the market in Faro on Sunday.",
    ],
)
def test_a_denial_of_another_matter_clears_nobody(dossier, words):
    assert not any("denied" in pair for pair in _pairs(dossier(SHELLED, words)))


def test_a_leader_whose_men_took_somebody_owns_up(dossier):
    (incident,) = dossier(
        "FARO - Nine engineers were taken from a train near Faro on Sunday. The leader of the Copper Ridge Front said "
        "that his men had kidnapped the engineers.",
    )
    assert Stance.ADMIT in {a.stance for a in incident.accounts if a.question is Question.RESPONSIBILITY}


def test_a_denial_that_police_take_back_is_of_no_deed_of_theirs(dossier):
    (incident,) = dossier(
        "Gunmen abducted nine pupils from a school near Nakuru on Thursday, police acknowledged on Monday, three days "
        "after they had denied it."
    )
    denied = {a.question for a in incident.accounts if a.stance is Stance.DENY}
    assert Question.RESPONSIBILITY not in denied


@pytest.mark.parametrize(
    ("accusation", "answer", "pair"),
    [
        (  # who denies it names other armed men, by whose they are
            "The mayor accused the Copper Ridge Front.",
            "The Copper Ridge Front denied shelling the market in Faro on Sunday and blamed militias loyal to Tavira.",
            ("Copper Ridge Front", "Tavira"),
        ),
        (  # two are accused side by side
            "The mayor accused Red Dune rebels and the Spanish army.",
            "Spain's army said on Friday that it had nothing to do with the shelling of a market in Faro on Sunday.",
            ("Spanish", "denied"),
        ),
        (  # its men are called otherwise
            "A trader said policemen had fired the shells.",
            "The Interior Ministry denied that its officers had shelled the market in Faro on Sunday.",
            ("police", "denied"),
        ),
        (  # the body is named by the owner of its name
            "The mayor said forces of Rui Vasco had fired the shells.",
            "Vasco's Coast Army denied having shelled the market in Faro on Sunday.",
            ("Rui Vasco", "denied"),
        ),
    ],
)
def test_whom_a_denial_clears_and_whom_it_names_instead(dossier, accusation, answer, pair):
    told = f"FARO - Seven people were killed when shells hit a market in Faro on Sunday, a doctor said. {accusation}"
    pairs = _pairs(dossier(told, answer))
    assert any(all(any(part in side for side in sides) for part in pair) for sides in pairs), pairs


@pytest.mark.parametrize(
    "answer",
    [
        "The Copper Ridge Front denied shelling the market in Faro on Sunday and said militants had done it.",
        "The Copper Ridge Front denied shelling the market in Faro on Sunday and thanked the Salt Dogs for their help.",
    ],
)
def test_who_names_nobody_in_particular_names_no_other_party(dossier, answer):
    pairs = _pairs(dossier(SHELLED, answer))
    assert pairs
    assert all("denied" in pair for pair in pairs)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("The army denied that rebels had shot at its barracks in Faro on Sunday.", Question.OCCURRENCE),
        ("The army denied that its barracks in Faro had come under fire on Sunday.", Question.OCCURRENCE),
        ("The army denied that its fighters had shot two boys in Faro on Sunday.", Question.RESPONSIBILITY),
        ("The army had no part in the shooting of two boys in Faro on Sunday, its spokesman said.", Question.RESPONSIBILITY),
        ("Police said on Friday that officers had not shot the two boys found dead in Faro.", Question.RESPONSIBILITY),
    ],
)  # fmt: skip
def test_whose_deed_is_denied_says_what_question_it_answers(dossier, words, question):
    accounts = [a for i in dossier(f"FARO - {words}") for a in i.accounts if a.stance is Stance.DENY]
    assert {a.question for a in accounts} == {question}
