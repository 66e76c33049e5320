"""A strike of workers strikes nobody, whoever is killed in it."""

from __future__ import annotations

import pytest


def types(reading) -> set[str]:
    return {str(m.event_type) for m in reading.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Miners killed in Beja strike\n\nBEJA - Two striking miners were shot dead on Monday, police said. The union "
        "said the strike would go on.\n",
        "Police shot dead two workers on strike at the Aljustrel mine on Monday.\n",
        "Two miners were killed on Monday in the ninth day of a strike at the mine of Aljustrel. The Union of Pit "
        "Workers said police fired.\n",
        "Dockers who were on strike were beaten by police in Sines on Monday.\n",
    ],
)
def test_work_laid_down(read, text: str) -> None:
    assert "strike" not in types(read(text))
    assert types(read(text)) & {"killing", "armed-attack", "force-against-protesters"}


@pytest.mark.parametrize(
    "text",
    [
        "The strike on the depot killed two soldiers.\n",
        "Two soldiers were killed in a strike near Beja on Monday.\n",
        "A strike on a sawmill killed four workers, the miners' union and a staff nurse said.\n",
    ],
)
def test_and_one_from_afar(read, text: str) -> None:
    assert "strike" in types(read(text))
