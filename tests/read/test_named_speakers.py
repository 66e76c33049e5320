"""Who has a name is not anonymous, whatever the recogniser of names takes the name for. All persons are invented."""

import pytest

from sourcebook.read.claims import find_claims
from sourcebook.read.sources import resolve_sources


@pytest.fixture(scope="module")
def sources(parse, lexicon):
    def _sources(text: str):
        parsed = parse(text)
        return [c.source for c in resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)]

    return _sources


def test_a_name_behind_a_noun_for_one_person_is_who_it_is(sources) -> None:
    told = sources(
        "Four herders were killed, the administrator of Enga province, Samson Lakyo, said on Tuesday. "
        "Lakyo said the bodies had been carried away. A teacher, Lidia Choque, said she hid in the oven."
    )
    assert [s.anonymous for s in told] == [False, False, False]
    assert told[0].entity == told[1].entity != told[2].entity


@pytest.mark.parametrize(
    "text",
    [
        "A teacher at the school said she hid in the oven.",
        "A local official said four herders were killed.",
        "A teacher, who asked for his name to be withheld, said he hid in the oven.",
    ],
)
def test_who_has_no_name_is_anonymous(sources, text: str) -> None:
    assert sources(text)[0].anonymous


def test_the_holder_of_an_office_of_which_there_is_one_is_known(sources) -> None:
    assert not sources("The administrator of Enga province said four herders were killed.")[0].anonymous


def test_a_company_behind_its_director_is_no_person_of_that_name(sources) -> None:
    told = sources("The union, Workers United, said two of its members had died.")[0]
    assert "union" in told.resolved.lower()
    assert not told.anonymous


@pytest.mark.parametrize(
    "later",
    [
        '"I ran," the 31-year-old told the Kite.',
        '"I ran," the 31-year-old said.',
        "The 31-year-old told the Kite he ran.",
        '"I ran," the 31-year-old farmer told the Kite.',
        '"I ran," the father of three said.',
    ],
)
def test_who_is_called_by_his_age_was_named_before(sources, later: str) -> None:
    assert sources(f"Rui Sal was in the market in Beja when it was hit. {later}")[-1].resolved == "Rui Sal"


@pytest.mark.parametrize("later", ["A 31-year-old told the Kite he ran.", '"I ran," the 31-year-old nurse said.'])
def test_who_is_called_by_his_age_may_be_another(sources, later: str) -> None:
    assert sources(f"A driver, Rui Sal, was in the market in Beja. {later}")[-1].resolved != "A driver, Rui Sal"


@pytest.mark.parametrize(
    "text",
    [
        'Rui Sal, whose brother drove the bus, said he saw flames. "We reached him at noon," he told the Kite.',
        'Rui Sal was there. "The man next to me fell," he said. Surgeon Rui Sal spoke of six men. "They lived," he said.',
    ],
)
def test_nobody_speaks_of_whom_another_only_speaks(sources, text: str) -> None:
    assert "Sal" in sources(text)[-1].resolved
