"""A report of our own invention that has everything a reading can hold."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.records import Reading

REPORT = """Drone hits fuel depot near Port Sudan; sides give different tolls

Published March 4, 2024

PORT SUDAN (Reuters) - A drone struck a fuel depot near Port Sudan on Sunday, killing at least six workers, the city's main hospital said.

"We received six bodies and 14 wounded people, among them two children," hospital director Salma Example said.

The Sudanese army blamed the Rapid Support Forces. A spokesman for the RSF denied that its fighters had carried out the attack and said three guards had been killed in an accident.

"It was no drone," he told Reuters. Two officials who asked not to be named said that the death toll could rise.

The United Nations declined to comment.

In 2006 shelling killed nine people in the same district, according to residents.
"""


@pytest.fixture(scope="session")
def report() -> str:
    return REPORT


@pytest.fixture(scope="session")
def reading(read) -> Reading:
    return read(REPORT, published=dt.date(2024, 3, 4), published_from="option", outlet="Example Courier")


@pytest.fixture(scope="session")
def hostile(read) -> Reading:
    """A page that would like to be more than text: markup, a closing tag of ours, control and direction marks."""
    return read(
        'Blast <script>alert(1)</script> kills three in Aden\n\nADEN - A blast killed three people on Monday, "></span>'
        "<img src=x onerror=alert(2)> police said.\n\nA witness \x1b[31msaid\x07 {{ 7*7 }} that [red]two[/red] "
        "\u202eneihpro\u202c people & a dog were hurt. </article></main></script> The mayor denied it.\n",
        url="javascript:alert(3)",
        outlet="<b>Courier</b>",
    )
