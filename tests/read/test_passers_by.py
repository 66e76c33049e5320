"""People told of beside others: passers-by, and kin in one breath with a number."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("A mine went off near Beja on Monday. Two passers-by also sustained injuries.", (2, 2)),
        ("A mine went off near Beja on Monday. A passer-by sustained serious injuries.", (1, 1)),
        ("A mine went off near Beja on Monday. Her mother and two brothers were being treated.", (3, 3)),
        ("A mine went off near Beja on Monday. A man and his two sisters were taken to hospital.", (3, 3)),
        ("A man was shot dead near Beja on Monday. His mother was taken to hospital in shock.", None),
        ("A mine went off near Beja on Monday. Two of the parsers by the door were cut.", None),
    ],
)
def test_how_many_are_hurt(read, text, injured) -> None:
    incidents = [i for i in read(text).incidents if not i.background]
    assert [i.injured for i in incidents] == [injured]
