"""Whom a noun phrase means, and the known bodies in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.lexicon import Lexicon
from sourcebook.read.parties import find_parties, resolve_party
from sourcebook.records import Span

RESOLVED = [
    # states' bodies
    ("the Israeli military", "Israeli military", "q:IL-military", "IL", "military"),
    ("Kenyan warplanes", "Kenyan military", "q:KE-military", "KE", "military"),
    ("Ethiopia's defence ministry", "Ethiopian Defence Ministry", "q:ET-defence-ministry", "ET", "government"),
    (
        "the Ministry of Foreign Affairs of Peru",
        "Peruvian Foreign Ministry",
        "q:PE-foreign-ministry",
        "PE",
        "government",
    ),
    ("U.S. officials", "US government", "q:US-government", "US", "government"),
    ("three Nigerian soldiers", "Nigerian military", "q:NG-military", "NG", "military"),
    ("a colonel in the Malian army", "Malian military", "q:ML-military", "ML", "military"),
    ("Iraqi police", "Iraqi police", "q:IQ-police", "IQ", "police"),
    ("officials in Ankara", "Turkish government", "q:TR-government", "TR", "government"),
    ("the Kremlin", "Russian government", "q:RU-government", "RU", "government"),
    ("Paris", "French government", "q:FR-government", "FR", "government"),
    ("Chad", "Chad", "q:TD", "TD", "government"),
    # groups by any of their names
    ("the Iran-backed Houthis", "Houthis", "q:YE-houthis", "YE", "armed-group"),
    ("al-Shabab fighters", "Al-Shabaab", "q:SO-al-shabaab", "SO", "armed-group"),
    ("a Hezbollah field commander", "Hezbollah", "q:LB-hezbollah", "LB", "armed-group"),
    ("M-19 guerrillas", "April 19 Movement", "q:CO-m19", "CO", "armed-group"),
    ("the Lord’s Resistance Army", "Lord's Resistance Army", "q:UG-lra", "UG", "armed-group"),
    ("Farc rebels", "Revolutionary Armed Forces of Colombia", "q:CO-farc", "CO", "armed-group"),
    ("Chad, which denied it", "Chad", "q:TD", "TD", "government"),
    ("Russian Wagner fighters", "Wagner Group", "q:RU-wagner", "RU", "armed-group"),
    # those who speak for a body
    ("a spokeswoman for the Rapid Support Forces", "Rapid Support Forces", "q:SD-rsf", "SD", "armed-group"),
    ("the head of the White Helmets", "Syria Civil Defence", "q:white-helmets", "SY", "medical"),
    ("Pentagon spokesman Alex Example", "US Department of Defense", "q:US-defense-ministry", "US", "government"),
    # not known by name: the words stay, the kind is guessed
    ("unidentified gunmen", "unidentified gunmen", None, None, "armed-group"),
    ("rebel forces", "rebel forces", None, None, "armed-group"),
    ("residents of the town", "residents of the town", None, None, "witness"),
    ("the hospital's director", "hospital's director", None, None, "medical"),
    ("a police commander", "police commander", None, None, "police"),
    ("two Palestinian children", "Palestinian children", None, "PS", "person"),
    ("an Iranian-backed militia", "Iranian-backed militia", None, None, "armed-group"),
    ("the district court", "district court", None, None, "court"),
    ("Maria Example", "Maria Example", None, None, "person"),
]


@pytest.mark.parametrize(("text", "name", "entity", "country", "kind"), RESOLVED, ids=[r[0] for r in RESOLVED])
def test_a_noun_phrase_means(text: str, name: str, entity: str, country: str, kind: str, lexicon: Lexicon) -> None:
    party = resolve_party(text, lexicon)
    assert (party.name, party.entity, party.country, party.kind) == (name, entity, country, kind)
    assert party.text == text


@pytest.mark.parametrize("text", ["He", "they", "who", "it", "us"])
def test_pronouns_stay_as_they_are(text: str, lexicon: Lexicon) -> None:
    party = resolve_party(text, lexicon)
    assert (party.name, party.entity, party.kind) == (text, None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Chad Example",
        "New Mexico",
        "Amal Example",
        "Wagner Example",
        "Contra Costa County",
        "a turkey farm",
        "the wagner opera",
        "anti-Syrian graffiti",
    ],
)
def test_words_that_only_look_like_a_party(text: str, lexicon: Lexicon) -> None:
    assert resolve_party(text, lexicon).entity is None


def test_capitals_tell_a_body_from_a_word(lexicon: Lexicon) -> None:
    assert resolve_party("the WHO", lexicon).entity == "q:who"
    assert resolve_party("who", lexicon).entity is None
    assert resolve_party("US", lexicon).country == "US"


def test_in_copy_that_is_all_capitals_words_are_words(lexicon: Lexicon) -> None:
    assert resolve_party("PEASANTS WHO FLED THE FIGHTING", lexicon).kind == "person"
    assert resolve_party("THE SALVADORAN ARMY", lexicon).entity == "q:SV-military"
    assert resolve_party("FMLN GUERRILLAS", lexicon).entity == "q:SV-fmln"


def test_the_seat_of_a_government_stands_for_it_only_beside_a_body(lexicon: Lexicon) -> None:
    assert resolve_party("the Damascus government", lexicon).entity == "q:SY-government"
    assert resolve_party("a Damascus baker", lexicon).entity is None


def test_bodies_in_a_sentence_with_their_spans(parse, lexicon: Lexicon) -> None:
    text = (
        "Israeli warplanes hit a Hezbollah depot in Lebanon, the Syrian Observatory for Human Rights said, "
        "and Iran's Foreign Ministry blamed Israel. A shop in Jordan was damaged."
    )
    parsed = parse(text)
    found = [p for s in parsed.sentences for p in find_parties(s, lexicon)]
    assert [p.entity for p in found] == ["q:IL-military", "q:LB-hezbollah", "q:sohr", "q:IR-foreign-ministry", "q:IL"]
    assert [p.span.of(text) for p in found if p.span] == [
        "Israeli warplanes", "Hezbollah", "Syrian Observatory for Human Rights", "Iran's Foreign Ministry", "Israel",
    ]  # fmt: skip


@settings(deadline=None)  # the lexicon is loaded by the first example
@given(st.text(max_size=80))
def test_any_text_is_a_party_and_its_name_is_from_a_list_or_the_text(text: str) -> None:
    party = resolve_party(text, LEXICON, Span(3, 4))
    assert party.text == text
    assert party.span == Span(3, 4)
    assert party.entity is not None or party.name in text


LEXICON = Lexicon()
