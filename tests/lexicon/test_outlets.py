"""Outlets: looked up by name, by credit and by address."""

from __future__ import annotations

import pytest

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.outlets import Stations, host
from sourcebook.lexicon.rules import load_rules
from sourcebook.records import SourceKind


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("REUTERS", "Reuters"),
        ("AP Photo", "Associated Press"),
        ("ACAN-EFE", "EFE"),
        ("Pool via Reuters", "Reuters"),
        ("SANA", "Syrian Arab News Agency"),
        ("WTST/AP", "Associated Press"),
        ("The Guardian", None),
        ("Testville Gazette", None),
    ],
)
def test_credits_name_agencies_only(credit: str, name: str | None, lexicon: Lexicon) -> None:
    found = lexicon.outlets.credit(credit)
    assert (found.name if found else None) == name


def test_names_and_addresses(lexicon: Lexicon) -> None:
    outlets = lexicon.outlets
    assert outlets.named("the associated press") is outlets.named("AP")
    sana = outlets.at("https://www.sana.sy/en/?p=1")
    assert sana is not None
    assert sana.kind is SourceKind.STATE_MEDIA
    assert outlets.at("https://notreuters.com/x") is None
    assert outlets.at("co.uk") is None
    assert host("http://[broken") == ""


def test_no_domain_belongs_to_two_outlets(lexicon: Lexicon) -> None:
    domains = [d for o in lexicon.outlets.rules for d in o.domains]
    assert len(domains) == len(set(domains))


def test_local_stations_of_the_united_states(lexicon):
    towns = {}
    for state in load_rules("stations", Stations):
        for site in state.sites:
            label, _, town = site.partition(" ")
            assert towns.setdefault(label, (town, state.state)) == (town, state.state), label
            found = lexicon.gazetteer.lookup(town)
            assert any(
                lexicon.gazetteer.division("US", c.admin1).name == state.state for c in found if c.country == "US"
            )
        assert lexicon.outlets.station(host(state.example).split(".")[0]) is not None
        assert lexicon.outlets.station(host(state.counter_example).split(".")[0]) is None


@pytest.mark.parametrize(
    ("label", "town"), [("walb", "Albany"), ("wsbtv", "Atlanta"), ("kwtx10", "Waco"), ("walbury", None)]
)
def test_the_town_of_a_station(label: str, town: str | None, lexicon):
    station = lexicon.outlets.station(label)
    assert (station and station[0]) == town
