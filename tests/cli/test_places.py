"""``sourcebook places`` and what it shows: candidates, terms that sum to the score, what wins and why."""

from __future__ import annotations

import pytest

import sourcebook.cli.places  # noqa: F401 - registers the command
from sourcebook.cli.app import run
from sourcebook.read.explained import explain_in, explain_name
from sourcebook.read.pages import make_page
from sourcebook.read.places import find_places


@pytest.fixture(autouse=True)
def shipped(monkeypatch):
    monkeypatch.setenv("SOURCEBOOK_GAZETTEER", "shipped")


@pytest.mark.parametrize(
    ("name", "near", "countries", "wanted"),
    [
        ("Tripoli", [], [], "LY"),
        ("Tripoli", ["Sidon", "Beirut"], [], "LB"),
        ("Tripoli", [], ["LB"], "LB"),
        ("Georgia", ["Atlanta", "Savannah", "Macon"], [], "US"),
        ("Georgia", ["Tbilisi"], [], "GE"),
        ("Cordoba", ["Rosario", "Mendoza"], ["AR"], "AR"),
    ],
)
def test_what_else_is_named_decides(name, near, countries, wanted, lexicon):
    explained = explain_name(name, near, countries, lexicon)
    assert explained.chosen is not None
    assert explained.chosen.country == wanted


def test_the_terms_sum_to_the_score_and_the_best_comes_first(lexicon):
    weighed = explain_name("Springfield", ["Chicago"], [], lexicon).weighed
    assert len(weighed) > 5
    for w in weighed:
        assert w.total == pytest.approx(sum(w.terms.values()))
    assert [w.total for w in weighed] == sorted((w.total for w in weighed), reverse=True)


def test_in_a_report_it_explains_what_reading_takes(lexicon, parse):
    text = "Shells fell on Paris, Texas, on Monday, the county said. Nobody in Paris was hurt."
    (explained,) = explain_in(make_page(text.encode(), "a.txt"), "paris", lexicon)[:1]
    places = [p for p in find_places(parse(text), lexicon).items if p.name == "Paris"]
    assert explained.chosen is not None
    assert {p.geonames for p in places} == {explained.chosen.geonames}
    assert "inside" in explained.weighed[0].terms


def test_the_command_names_the_winner_and_why(capsys):
    assert run(["places", "Tripoli", "--near", "Beirut", "--country", "LB", "--top", "2"]) == 0
    shown = capsys.readouterr().out
    assert "Tripoli: Tripoli, North Lebanon, Lebanon" in shown
    assert "ahead by" in shown
    assert "and 3 more" in shown


def test_a_name_that_is_not_there_says_so(capsys):
    assert run(["places", "Xyzzyville"]) == 0
    assert "No place is called 'Xyzzyville'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["places", "Paris", "--near", "Xyzzyville"], "--near Xyzzyville: no place of this name"),
        (["places", "Paris", "--country", "XQ"], "--country XQ: no such state"),
        (["places", "Paris", "--in", "none.txt"], "none.txt"),
        (["places", "Paris", "--in", "none.txt", "--near", "Lyon"], "--in goes without"),
    ],
)
def test_wrong_use_ends_with_2(args, words, capsys):
    assert run(args) == 2
    assert words in capsys.readouterr().err


def test_a_report_without_the_name_says_so(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing happened in Lyon on Monday, the mayor said.\n")
    assert run(["places", "Paris", "--in", str(tmp_path / "a.txt")]) == 2
    assert "is not read as a place there" in capsys.readouterr().err
