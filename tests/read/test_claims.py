"""Claims: every form in which news says who says what, and what looks like a claim and is none."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.errors import Reason
from sourcebook.read.claims import find_claims
from sourcebook.records import Claim, Quotation, Stance


@pytest.fixture(scope="module")
def claims(parse, lexicon):
    def _claims(text: str) -> tuple[Claim, ...]:
        return find_claims(parse(text), lexicon).items

    return _claims


def the(found: tuple[Claim, ...], cue: str) -> Claim:
    """The one claim whose cue holds this word."""
    hits = [c for c in found if cue in c.cue_text]
    assert hits, [(c.source.text, c.cue_text, c.content_text) for c in found]
    return hits[0]


FORMS = [
    # text, cue, source, content
    ("The mayor said the bridge was hit twice.", "said", "The mayor", "the bridge was hit twice"),
    ("The mayor said that the bridge was hit twice.", "said", "The mayor", "that the bridge was hit twice"),
    ("The bridge was hit twice on Friday, two officials said.", "said", "two officials", "The bridge was hit twice on Friday"),
    ("Nine boats were seized, according to the coast guard.", "according to", "the coast guard", "Nine boats were seized"),
    ("According to the coast guard, nine boats were seized.", "According to", "the coast guard", "nine boats were seized"),
    ('"We lost everything," said Amal Haddad.', "said", "Amal Haddad", '"We lost everything,"'),
    ("“We lost everything,” Haddad said.", "said", "Haddad", "“We lost everything,”"),
    ('Haddad said: "We lost everything."', "said", "Haddad", '"We lost everything."'),
    ("Kyiv accused Moscow of shelling the port.", "accused", "Kyiv", "Moscow of shelling the port"),
    ("The union condemned the killings as a war crime.", "condemned", "The union", "the killings as a war crime"),
    ("The army denied the accusations.", "denied", "The army", "the accusations"),
    ("The general vowed to avenge the raid.", "vowed", "The general", "to avenge the raid"),
    ("The minister called for an inquiry.", "called for", "The minister", "an inquiry"),
    ("The town was shelled, residents say, for three nights.", "say", "residents", "The town was shelled … for three nights"),
    ("The pilots are believed to have survived.", "are believed", "", "The pilots … to have survived"),
    ("Police shot down what they said was a stolen drone.", "said", "they", "a stolen drone"),
    ("Troops entered the port, which traders say is empty.", "say", "traders", "which … is empty"),
    ("State radio said at the time that rebels had shelled the mill.", "said", "State radio", "that rebels had shelled the mill"),
    ("The court made clear that the order stands.", "clear", "The court", "that the order stands"),
    ("His claim that the road was mined proved true.", "claim", "His", "that the road was mined"),
    ("Analysts fear that the dam will break.", "fear", "Analysts", "that the dam will break"),
    ("The ministry made no mention of casualties.", "no mention", "The ministry", "casualties"),
    ("The army did not respond to a request for comment.", "not respond", "The army", "a request for comment"),
    ("The company has yet to comment on the fire.", "comment", "The company", "the fire"),
    ("The governor spoke of at least 20 dead.", "spoke", "The governor", "at least 20 dead"),
    ("The ministry raised the toll to 19 on Friday.", "raised", "The ministry", "the toll to 19"),
    ("Aid workers estimated that 300 families had fled.", "estimated", "Aid workers", "that 300 families had fled"),
    ("The registry lists 212 people as missing.", "lists", "The registry", "212 people as missing"),
    ("The Dunes Brigade claimed responsibility for the raid in a video message.", "claimed", "The Dunes Brigade", "the raid"),
    ("The union warned of a strike if the mill closes.", "warned", "The union", "a strike if the mill closes"),
    ("The ministry said in a statement carried by state television that two pilots were missing.",
     "said", "The ministry", "that two pilots were missing"),
    ("A correspondent at the scene reported seeing no trace of a missile.", "reported", "A correspondent at the scene", "seeing no trace of a missile"),
    ('The mayor accused "outsiders" of starting the fire.', "accused", "The mayor", '"outsiders" of starting the fire'),
    ("The radio quoted a dock worker as saying that the crane had fallen.", "saying", "a dock worker", "that the crane had fallen"),
    ("According to the paper, which cited two guards, the ship was hit twice.", "According to", "the paper", "the ship was hit twice"),
    ("Two officers, speaking on condition of anonymity, said the depot was empty.", "said", "Two officers, speaking on condition of anonymity", "the depot was empty"),
    ("A driver told the paper he had seen no soldiers.", "told", "A driver", "he had seen no soldiers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content"), FORMS, ids=lambda x: str(x)[:40])
def test_forms(claims, text, cue, source, content):
    claim = the(claims(text), cue)
    assert (claim.source.text, claim.content_text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The statement lay on the table.",
        "A spokesman's car was stolen on Monday.",
        "She said farewell to her colleagues.",
        "Everything went according to plan.",
        "They agreed the deal on Sunday.",
        "Gunmen attacked the village before dawn.",
        "The striker shot from twenty metres and hit the post.",
        "Rain fell on the northern hills.",
        "Ankara recalled its ambassador on Monday.",
        "The militia enjoys sway over the council.",
        "No group claimed responsibility for the raid.",
        "There was no immediate claim of responsibility.",
    ],
)
def test_what_is_no_claim(claims, text):
    assert claims(text) == ()


def test_titles_and_scare_quotes_are_left_out_with_a_reason(parse, lexicon):
    found = find_claims(parse('The film "Winter Harvest" ran for a week. The "truce" lasted an hour.'), lexicon)
    assert not found.items
    assert {r.reason for r in found.rejected} >= {Reason.TITLE_QUOTE, Reason.SCARE_QUOTE}


def test_a_quotation_without_a_speaker_is_left_out_with_a_reason(parse, lexicon):
    found = find_claims(parse('"Nobody came to help us that night." The road was closed.'), lexicon)
    assert [r.reason for r in found.rejected] == [Reason.NO_SPEAKER]


def test_a_quotation_goes_on_after_its_speaker(claims):
    text = '"We ran to the cellar," the baker said. "The second shell hit the oven. Nobody was left outside."'
    (claim,) = claims(text)
    assert len(claim.content) == 2
    assert claim.content_text.endswith('Nobody was left outside."')
    assert claim.quotation is Quotation.DIRECT


def test_a_quotation_over_paragraphs_is_one_claim(claims):
    text = "“We walked all night.\n\n“In the morning they let us in,” said the widow."
    found = claims(text)
    assert any(c.content_text.startswith("“We walked") or "In the morning" in c.content_text for c in found)


def test_a_bare_quotation_after_a_claim_goes_on_with_it(claims):
    (claim,) = claims('He said the missiles would reach the coast. "It will be a bad year for everyone there."')
    assert len(claim.content) == 1 or claim.content_text.endswith('there."')
    assert claim.quotation is Quotation.MIXED


def test_declining_and_saying_are_two_claims(claims):
    found = claims(
        "A general declined to confirm or deny that his men were there, but said some shells had fallen short."
    )
    assert [c.stance for c in found] == [Stance.NO_COMMENT, Stance.ASSERT]
    assert found[1].content_text == "some shells had fallen short"
    assert found[0].source.text == found[1].source.text == "A general"


def test_nested_claims_are_both_kept(claims):
    found = claims("The agency reported that the governor denied the raid.")
    outer, inner = the(found, "reported"), the(found, "denied")
    assert inner.inside == outer.id
    assert outer.inside is None


def test_a_relative_clause_keeps_its_accuser(claims):
    claim = the(claims("An explosion that Syria blamed on its neighbour killed two men."), "blamed")
    assert claim.source.text == "Syria"
    assert claim.stance is Stance.ACCUSE
    assert "explosion" in claim.content_text


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry confirmed the deaths.", Stance.CONFIRM),
        ("The governor denied ordering the raid.", Stance.DENY),
        ("The governor did not deny the report.", Stance.ADMIT),
        ("Rebels rejected the report as propaganda.", Stance.DISPUTE),
        ("The group claimed responsibility for the blast.", Stance.ADMIT),
        ("Moscow blamed saboteurs for the fire.", Stance.ACCUSE),
        ("The bishop denounced the killings.", Stance.CONDEMN),
        ("Ankara welcomed the ceasefire.", Stance.SUPPORT),
        ("The militia threatened to burn the depot.", Stance.THREATEN),
        ("The general warned that he would respond with full force.", Stance.THREATEN),
        ("Doctors warned that fuel would run out.", Stance.PREDICT),
        ("The envoy demanded that the siege end.", Stance.DEMAND),
        ("The president pledged to rebuild the town.", Stance.PROMISE),
        ("The navy refused to comment on the report.", Stance.NO_COMMENT),
        ("The president has not acknowledged that his troops crossed the border.", Stance.NO_COMMENT),
    ],
)
def test_stances(claims, text, stance):
    assert stance in [c.stance for c in claims(text)], [(c.cue_text, c.stance) for c in claims(text)]


def test_no_comment_from_nobody_is_no_claim(claims):
    assert not [c for c in claims("No group claimed the attack. Nobody commented.") if c.stance is Stance.ADMIT]


PIECES = st.sampled_from(
    [
        '"We hold the bridge," the captain said.',
        "Residents said shells fell all night.",
        "Nine boats were seized, according to the coast guard.",
        "Kyiv accused Moscow of shelling the port.",
        "The ministry did not respond to questions.",
        "It rained.",
        "“Our ﬁsh are gone,” said Aïcha 😀.",
        "He  said \u200fthey\u00a0left.",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n", "  \n"]))
def test_spans_are_exact_and_do_not_collide(parse, lexicon, pieces, gap):
    parsed = parse(gap.join(pieces))
    for c in find_claims(parsed, lexicon).items:
        spans = [*c.source.spans, *c.cue, *c.content]
        assert all(0 <= s.start < s.end <= len(parsed.text) for s in spans)
        assert not any(a.overlaps(b) for a in c.source.spans for b in c.cue)
        assert not any(a.overlaps(b) for a in c.content for b in (*c.cue, *c.source.spans))
        assert c.cue_text == " … ".join(" ".join(s.of(parsed.text).split()) for s in c.cue)
        assert 0 <= c.score <= 1


def test_a_claim_in_a_relative_clause_is_one_of_its_own(claims):
    found = claims("Officials, who put the toll at twelve, said rescue work went on.")
    assert [(c.source.text, c.content_text) for c in found] == [
        ("who", "the toll at twelve"),
        ("Officials", "rescue work went on"),
    ]
    found = claims("The ministry, which had earlier spoken of four dead, did not respond.")
    assert [c.source.text for c in found] == ["which", "The ministry"]


def test_what_a_thing_cannot_suggest_is_suggested_by_the_speaker(claims):
    found = claims("It said none of its aircraft had been in the air and suggested that stored shells had gone off.")
    assert [(c.source.text, c.content_text) for c in found] == [
        ("It", "none of its aircraft had been in the air"),
        ("It", "that stored shells had gone off"),
    ]


def test_who_speaks_by_phone_is_no_phone(read):
    text = '"They hit us twice. The second one fell when people ran to the wounded," Hawa Dukuray, a tea seller, said by phone.\n'
    (claim,) = read(text).claims
    assert claim.source.text == "Hawa Dukuray, a tea seller"
    assert claim.content_text.startswith('"They hit us twice.')


def test_those_suspected_do_not_suspect(read):
    text = "GUNMEN suspected to be bandits have killed nine persons in a midnight attack on Maru, the police said.\n"
    assert [c.source.text for c in read(text).claims if c.source.text] == ["the police"]


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("The court on Monday denied a motion to dismiss charges over the shooting in Minya.", False),
        ("A judge denied his petition for release after the shooting in Minya.", False),
        ("The company denied requests for comment after the shooting in Minya.", False),
        ("The army denied reports of a shooting in Minya.", True),
        ("The army denied that a petition had led to the raid on Minya.", True),
    ],
)
def test_what_a_court_does_not_grant_is_not_said_to_be_false(claims, text, denies) -> None:
    assert any(c.stance is Stance.DENY for c in claims(text)) is denies
