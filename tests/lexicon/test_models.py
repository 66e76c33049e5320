"""Linear models from files: what a good one gives, and which file and line a bad one is at."""

from __future__ import annotations

import pytest

from sourcebook.errors import LexiconError
from sourcebook.lexicon.models import load_model, parse_model, sigmoid

HEADER = "# title: T\n# origin: O\n# licence: L\n# known_problems: none\n# classes: yes no\n"


def test_a_good_file():
    model = parse_model("m.tsv", f"{HEADER}bias\t-1\t0.5\nl:say\t2\t0\n")
    assert model.classes == ("yes", "no")
    assert model.header.origin == "O"
    assert model.sums(["l:say", "l:unknown"]) == [1.0, 0.5]
    assert model.sums([]) == [-1.0, 0.5]


def test_without_weights_nothing_is_said_either_way():
    assert parse_model("m.tsv", HEADER).sums(["l:say"]) == [0.0, 0.0]
    assert sigmoid(0.0) == 0.5


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (f"{HEADER}bias\t1\t1\nl:say\tmuch\t1\n", "m.tsv, line 7", "not a feature and numbers"),
        (f"{HEADER}bias\t1\n", "m.tsv, line 6", "1 weights for 2 classes"),
        (f"{HEADER}bias\t1\t2\t3\n", "m.tsv, line 6", "3 weights for 2 classes"),
        (HEADER.replace("# licence: L\n", "") + "bias\t1\t1\n", "m.tsv", "licence"),
        ("bias\t1\n", "m.tsv, line 1", "1 weights for 0 classes"),
    ],
)
def test_a_bad_file_is_named_with_its_line(text, where, what):
    with pytest.raises(LexiconError) as caught:
        parse_model("m.tsv", text)
    assert where in str(caught.value)
    assert what in str(caught.value)


def test_a_model_that_is_not_there():
    with pytest.raises(LexiconError, match=r"nowhere\.tsv"):
        load_model("nowhere")


def test_the_terms_add_up_to_the_log_odds():
    model = load_model("cue_words")
    features = ("l:say|VERB", "t:VBD", "s:person|VERB", "never-seen")
    assert sum(w for _, w in model.terms(features)) == pytest.approx(model.sums(features)[0])
    assert model.terms(features)[0][0] == "bias"
