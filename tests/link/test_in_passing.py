"""A report of one attack that names another of the same day is a report of the first, however many tell the other."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta, Reading

BIG = (
    "Gunmen stormed a bar in Celaya late on Saturday and killed ten people, prosecutors said. Five were wounded.",
    "Ten people were shot dead in a bar in Celaya on Saturday night, prosecutors said on Sunday.",
    "The attack on a bar in Celaya on Saturday killed ten people, the mayor said.",
)


def page(text: str, n: int, lexicon) -> Reading:
    meta = PageMeta(None, f"Paper {n}", dt.date(2022, 5, 22), "sidecar", "en")
    return read_page(make_page(text.encode(), f"{n}.txt", meta), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "Three men shot dead in Salvatierra\n\nThree men were shot dead on Saturday night in a billiard hall in "
        "Salvatierra, police said. The owner, Ramón Duarte, said they had been playing for beer.\n\nTwo hours later gunmen "
        "attacked a bar in Celaya.",
        "Two traders killed in Salvatierra\n\nTwo traders were killed in Salvatierra on Saturday night when men on "
        "motorcycles fired at their stall, police said. On the same night gunmen attacked a bar in Celaya.",
    ],
)
def test_another_attack_of_that_night_is_not_what_the_report_is_of(text: str, lexicon) -> None:
    readings = [page(t, n, lexicon) for n, t in enumerate((*BIG, text))]
    main = main_incidents(readings, link_readings(readings, lexicon))
    assert len({main[r.page.id] for r in readings[:3]}) == 1
    assert main[readings[3].page.id] != main[readings[0].page.id]


def test_a_murder_named_only_to_set_it_apart_has_its_own_victim(read) -> None:
    reading = read(
        "A village councillor was gunned down in Uson on Tuesday, police said. There was so far no link to the slaying "
        "of Vice Mayor Ruel Abenoja, a spokeswoman added.",
        published=dt.date(2022, 11, 9),
    )
    assert reading.incidents[0].killed == (1, 1)
    assert all("slaying" not in m.trigger.of(reading.page.text) for i in reading.incidents for m in reading.mentions
               if m.id in i.mentions)  # fmt: skip


def test_days_after_an_attack_in_a_sentence_of_two_verbs(read) -> None:
    reading = read(
        "Schools are shut and the market opens for an hour a day in Gao, six days after a lorry was blown up there.",
        published=dt.date(2026, 5, 14),
    )
    assert reading.incidents[0].date.low == dt.date(2026, 5, 8)
