"""Outlets: looked up by name, by credit and by address."""

from __future__ import annotations

import pytest

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.outlets import host
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
