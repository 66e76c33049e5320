"""Digests: which names of a report count when it is compared with others."""

from __future__ import annotations

import pytest

from sourcebook.link.digests import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The victim, Ola Brandt, kept 34 bees in Visby.", ["ola", "brandt", "34", "visby"]),
        # a hotline is the same under every report of its office
        ("Callers may reach Visby's desk at 555-010-4477 or (555) 010-4478.", ["visby"]),
        ("Whoever saw Brandt may ring +46 8 5010 4477.", ["brandt"]),
        ("Tips go to 010-TIPS, to desk@visby.example or to www.visby.example/tips in Visby.", ["visby"]),
        ("He lived at 4477 Harbour Road, flat 12.", ["4477", "harbour", "road", "12"]),  # a house is no telephone
        # whose news it is
        ("The mayor told Gotland Evening Post that Brandt had died.", ["brandt"]),
        ("Follow the Herald of the Isles for more on Brandt.", ["brandt"]),
        ("Brandt was posted to the Lighthouse at Faro.", ["lighthouse", "faro"]),
    ],
)  # fmt: skip
def test_only_names_of_what_happened_are_compared(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names
