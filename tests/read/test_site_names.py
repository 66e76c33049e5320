"""What a title has behind the headline is the site's name, and no part of the report."""

from __future__ import annotations

import pytest

from sourcebook.read.site_names import site_name_at


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Nine hurt in mill fire - Valley News 8", "Nine hurt in mill fire"),
        ("Nine hurt in mill fire | The Gulf Post", "Nine hurt in mill fire"),
        ("Nine hurt in mill fire - WZZQ 4 Lowtown, Ohio News, Weather, Sports", "Nine hurt in mill fire"),
        ("Nine hurt in mill fire - valleynews.com - Lowtown, Ohio", "Nine hurt in mill fire"),
        ("Shells fall on port – troops deny it – The Guardian", "Shells fall on port – troops deny it"),
    ],
)
def test_a_site_is_named_behind_the_headline(title, headline) -> None:
    cut = site_name_at(title)
    assert cut is not None
    assert title[:cut] == headline


@pytest.mark.parametrize(
    "title",
    [
        "Nine hurt in mill fire - army",
        "Nine hurt in mill fire - Reuters",
        "Nine hurt in mill fire - officials, Red Cross",
        "LAPUA - Gunmen shot nine people at a mill",
        "Ten Hurt In Mill Fire - Army Says It Hit A Depot",
        "Explained | Why the mill burned",
        "Rebels take border town - Radio Salt",
    ],
)
def test_a_dash_in_a_headline_parts_no_site(title) -> None:
    assert site_name_at(title) is None


def test_what_the_site_is_called_is_no_place_of_the_report(read) -> None:
    reading = read(
        "Boy, 9, wounded in playground shooting - Lowell News, Weather, Sports\n\n"
        "Police in Salem said a boy was shot and wounded on a playground on Monday.\n"
    )
    assert {p.name for p in reading.places} == {"Salem"}
