"""Who only recalls an event beside the news of another day adds no source to it; who tells it does."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.read.pages import make_page
from sourcebook.records import Incident, PageMeta

TAKEN = (
    ("The Mira Post", "2021-09-06", "Armed men kidnapped a teacher from his house near Tumaco, Colombia, on Sunday night, "
     "the teachers' union said. His sister said that four men with rifles had come in a canoe."),
)  # fmt: skip


def incident_of(reports: tuple[tuple[str, str, str], ...], lexicon: Lexicon) -> Incident:
    """The incident of the first report, linked with the others."""
    readings = []
    for n, (outlet, day, text) in enumerate(reports):
        meta = PageMeta(None, outlet, dt.date.fromisoformat(day), "sidecar", "en")
        readings.append(read_page(make_page(text.encode(), f"{n}.txt", meta), lexicon))
    page = readings[0].page.id
    return next(i for i in link_readings(readings, lexicon).incidents if page in {p for p, _ in i.members})


@pytest.mark.parametrize(
    ("outlet", "day", "text", "sources"),
    [
        ("Andes Cable", "2021-09-10", "A Colombian teacher who was kidnapped near Tumaco on Sunday was found shot dead "
         "in a field near Pasto on Thursday, police said.", 2),
        ("Radio Mira", "2021-09-10", "Two fishermen were shot dead on the pier of Tumaco on Thursday, the mayor said. On "
         "Sunday, armed men had kidnapped a teacher near Tumaco.", 2),
        ("Andes Cable", "2021-09-07", "A teacher was kidnapped near Tumaco, Colombia, on Sunday, police said.", 3),
        ("Voces del Mira", "2021-09-10", "Voces del Mira denounces the murder of a teacher near Pasto on 9 September. He "
         "had been kidnapped near Tumaco on 5 September by men with armbands.", 3),
    ],
)  # fmt: skip
def test_a_taking_is_told_or_recalled(outlet: str, day: str, text: str, sources: int, lexicon) -> None:
    incident = incident_of((*TAKEN, (outlet, day, text)), lexicon)
    assert len(incident.members) == 2
    assert incident.independent_sources == sources


def test_what_nobody_tells_counts_where_it_is_recalled(lexicon) -> None:
    text = "A teacher who was kidnapped near Tumaco on Sunday was found shot dead near Pasto on Thursday, police said."
    meta = PageMeta(None, "Andes Cable", dt.date(2021, 9, 10), "sidecar", "en")
    reading = read_page(make_page(text.encode(), "t.txt", meta), lexicon)
    assert [i.independent_sources for i in reading.incidents] == [1, 1]
