"""The table of signs adds up to the same sum, whatever order its signs come in."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.lexicon.particulars import SIGNS, Particulars

TABLE = Particulars()


@given(st.lists(st.sampled_from(SIGNS), unique=True))
def test_a_sum_is_that_of_the_written_weights(signs: list[str]) -> None:
    # a plain sum of floats near 0 depends on a set's order, and that on the process (PYTHONHASHSEED)
    written = Decimal(str(TABLE.prior)) + sum(Decimal(str(TABLE.signs[s].weight)) for s in signs)
    assert TABLE.score(frozenset(signs)) == float(written)


def test_an_unknown_sign_says_nothing() -> None:
    assert TABLE.score(frozenset({"full-moon"})) == TABLE.prior
