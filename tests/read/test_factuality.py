"""Factuality and phase: what the words around an event say of whether, and how far, it happened."""

from __future__ import annotations

import pytest

from sourcebook.read.factuality import judge
from sourcebook.records import Claim, EventType, Factuality, Phase, Quotation, Source, Span, Stance

CASES = [
    # text, trigger, factuality, phase
    ("The army bombed the village on Tuesday.", "bombed", "CT+", "occurred"),
    ("The army is bombing the village.", "bombing", "CT+", "ongoing"),
    ("The army did not bomb the village.", "bomb", "CT-", "occurred"),
    ("The army never attacked the convoy.", "attacked", "CT-", "occurred"),
    ("No soldiers were killed in the clash.", "killed", "CT-", "occurred"),
    ("Nobody was wounded by the blast.", "wounded", "CT-", "occurred"),
    ("No attack took place that night.", "attack", "CT-", "occurred"),
    ("The raid ended without clashes.", "clashes", "CT-", "occurred"),
    ("The army denied bombing the village.", "bombing", "CT-", "occurred"),
    ("The device failed to explode.", "explode", "CT-", "occurred"),
    ("Rebels allegedly kidnapped the mayor.", "kidnapped", "PR+", "occurred"),
    ("Rebels are believed to have kidnapped the mayor.", "kidnapped", "PR+", "occurred"),
    ("Rebels may have kidnapped the mayor.", "kidnapped", "PS+", "hypothetical"),
    ("The army will attack the town.", "attack", "UU", "planned"),
    ("The cell planned to bomb the station.", "bomb", "UU", "planned"),
    ("They were going to kill the judge.", "kill", "UU", "planned"),
    ("The offensive planned for May has been put off.", "offensive", "UU", "planned"),
    ("The group threatened to kill the hostages.", "kill", "UU", "threatened"),
    ("The group vowed to avenge the death of its leader.", "death", "CT+", "occurred"),
    ("Gunmen tried to kidnap the judge.", "kidnap", "CT-", "attempted"),
    ("Police foiled an attack on the embassy.", "attack", "CT-", "attempted"),
    ("Guards thwarted a suicide bombing at the gate.", "bombing", "CT-", "attempted"),
    ("If rebels attack the town, the army will answer.", "attack", "UU", "hypothetical"),
    ("Officials warned of a possible attack.", "attack", "PS+", "hypothetical"),
    ("The army routinely shells the border villages.", "shells", "CT+", "habitual"),
    ("Israeli airstrikes have become a frequent occurrence.", "airstrikes", "CT+", "habitual"),
    ("The air force has been bombing the valley for years.", "bombing", "CT+", "habitual"),
    ("The minister condemned the attack.", "attack", "CT+", "occurred"),
    ("Two parties demanded an inquiry into the raid on the mill.", "raid", "CT+", "occurred"),
    ("Two parties demanded a raid on the mill.", "raid", "UU", "hypothetical"),
    ("The report that the envoy was wounded is unfounded.", "wounded", "CT-", "occurred"),
    ("Did rebels attack the town?", "attack", "UU", "hypothetical"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "factuality", "phase"), CASES, ids=lambda v: str(v)[:60])
def test_verdict(text: str, word: str, factuality: str, phase: str, parse, lexicon):
    parsed = parse(text)
    sentence = parsed.sentences[0]
    token = next(t for t in sentence.tokens if t.text == word)
    verdict = judge(sentence, token.i, (), lexicon)
    assert (verdict.factuality, verdict.phase) == (factuality, phase), verdict.rules


def claim(text: str, stance: Stance, cue: str) -> Claim:
    content = Span(0, len(text))
    source = Source((Span(0, 1),), "The army", "the army")
    return Claim(
        "a1.c1", "a1", "a1.s1", source, (content,), cue, (content,), text, stance, Quotation.INDIRECT, "test", 1.0
    )


@pytest.mark.parametrize(
    ("stance", "cue", "factuality", "phase"),
    [
        (Stance.ASSERT, "said", Factuality.CERTAIN, Phase.OCCURRED),
        (Stance.DENY, "denied", Factuality.CERTAINLY_NOT, Phase.OCCURRED),
        (Stance.ASSERT, "believes", Factuality.PROBABLE, Phase.OCCURRED),
    ],
)
def test_the_claim_over_an_event_counts(stance, cue, factuality, phase, parse, lexicon):
    text = "Its planes had bombed the village."
    sentence = parse(text).sentences[0]
    token = next(t for t in sentence.tokens if t.text == "bombed")
    verdict = judge(sentence, token.i, (claim(text, stance, cue),), lexicon)
    assert (verdict.factuality, verdict.phase) == (factuality, phase)


def test_denying_a_part_in_the_attack_does_not_deny_the_attack(parse, lexicon):
    text = "It was behind the attack."
    sentence = parse(text).sentences[0]
    token = next(t for t in sentence.tokens if t.text == "attack")
    verdict = judge(sentence, token.i, (claim(text, Stance.DENY, "denied"),), lexicon)
    assert verdict.factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Reports that the army had bombed a school in Aleppo are not correct, a doctor said.", "CT-"),
        ("Reports that the army had bombed a school in Aleppo are correct, a doctor said.", "CT+"),
    ],
)
def test_reports_that_are_not_correct(text: str, factuality: str, read) -> None:
    (mention,) = read(text + "\n").mentions
    assert mention.factuality.value == factuality


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 12 traders were killed when gunmen raided the market on Sunday.",
        "Not less than 12 traders were killed when gunmen raided the market on Sunday.",
    ],
)
def test_a_lower_bound_with_no_or_not_denies_nothing(text: str, read) -> None:
    killed = next(m for m in read(text).mentions if m.event_type is EventType.KILLING)
    assert killed.factuality is Factuality.CERTAIN
    assert [t.low for t in read(text).tolls] == [12]


def test_nobody_owning_up_does_not_deny_the_attack(read) -> None:
    reading = read("A bomb wrecked a police post in Kano on Sunday. No group has claimed the attack.")
    attack = reading.mentions[-1]
    assert attack.factuality is Factuality.CERTAIN
    assert attack.actors == ()


def test_no_one_killed_is_denied_still(read) -> None:
    reading = read("A bomb wrecked a police post in Kano on Sunday. No officers were killed.")
    assert reading.mentions[-1].factuality is Factuality.CERTAINLY_NOT
