"""The lists of parties: each example and counter-example against the real stage, names that must not clash."""

from __future__ import annotations

import pytest

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import PartyWords, load_parties, words_of
from sourcebook.read.parties import resolve_party
from sourcebook.records import SourceKind

TABLE = load_parties()


@pytest.mark.parametrize("rule", list(TABLE.nouns), ids=lambda r: r.id)
def test_every_noun_rule_holds_its_example_and_not_its_counter_example(rule: PartyWords, lexicon: Lexicon) -> None:
    assert resolve_party(rule.example, lexicon).kind == rule.kind
    other = resolve_party(rule.counter_example, lexicon)
    assert rule.body == "" or other.entity is None or not other.entity.endswith(rule.body)
    assert other.kind != rule.kind or rule.kind in (SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.UNKNOWN)


def test_every_name_finds_its_own_party(lexicon: Lexicon) -> None:
    """No alias of one party is taken by another, or by a country or an outlet."""
    wrong = {
        (name, resolve_party(name, lexicon).entity)
        for party in TABLE.parties
        for name in (party.name, *party.aliases)
        if resolve_party(name, lexicon).entity != f"q:{party.id}"
    }
    assert wrong == set()


def test_countries_have_a_code_of_two_letters_and_their_name_finds_them(lexicon: Lexicon) -> None:
    assert len(TABLE.countries) > 190
    for country in TABLE.countries.values():
        assert len(country.id) == 2
        assert country.id.isupper()
        assert resolve_party(country.name, lexicon).country == country.id


def test_party_countries_are_in_the_list_of_countries() -> None:
    assert {p.country for p in TABLE.parties if p.country} <= set(TABLE.countries)


def test_words_keep_their_offsets() -> None:
    text = "the U.S. Navy’s al-Tanf post, M-19’s"
    words = words_of(text)
    assert [w.key for w in words] == ["the", "us", "navy", "al", "tanf", "post", "m", "19"]
    assert all(text[w.start : w.end].startswith(w.written) for w in words)
