"""A report that gives no day is of something new or of something days old; a count's town is that of its sentence."""

from __future__ import annotations

import datetime as dt

from sourcebook.flow import link_readings, read_page
from sourcebook.link.digests import digest_of
from sourcebook.link.evidence import nodes_of, terms_of
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

BOMB = """Bomb kills three at silo in Suriname

NIEUW NICKERIE, Suriname, May 6 (Coppename Wire) - A bomb killed three labourers on Monday at a grain silo in
Nieuw Nickerie, police said.
"""
BARGE = """Pilot shot on barge

Gunmen shot at a barge in the harbour of Nieuw Nickerie on Thursday morning and wounded its pilot, the harbour master
said.
"""


def page(text: str, day: dt.date, lexicon):
    meta = PageMeta(None, "Nickerie Post", day, "sidecar", "en")
    return read_page(make_page(text.encode(), f"{day}{len(text)}.txt", meta), lexicon)


def mains(lexicon, *texts: tuple[str, dt.date]) -> list[str]:
    readings = [page(text, day, lexicon) for text, day in texts]
    main = main_incidents(readings, link_readings(readings, lexicon))
    return [main[r.page.id] for r in readings]


def terms(lexicon, *texts: tuple[str, dt.date]) -> dict[str, float]:
    a, b = (nodes_of(digest_of(page(text, day, lexicon), lexicon.names))[0] for text, day in texts)
    return dict(terms_of(a, b, lexicon.link_weights, False))


def test_a_day_that_is_only_guessed_says_less_than_one_that_is_told(lexicon):
    late = "Fourth labourer dies\n\nA fourth labourer has died of what the bomb at the silo in Nieuw Nickerie did to him, his family said.\n"
    told = late.replace("has died", "died on Wednesday night")
    earlier = terms(lexicon, (BOMB, dt.date(2024, 5, 7)), (late, dt.date(2024, 5, 10)))
    by_guess = terms(lexicon, (BARGE, dt.date(2024, 5, 9)), (late, dt.date(2024, 5, 10)))
    by_word = terms(lexicon, (BARGE, dt.date(2024, 5, 9)), (told, dt.date(2024, 5, 10)))
    assert "undated" in earlier
    assert "days-guessed" in by_guess
    assert not {"undated", "days-guessed"} & set(by_word)


def test_a_shooting_without_a_day_is_that_of_the_morning(lexicon):
    late = "Barge shot at\n\nGunmen shot at a barge in the harbour of Nieuw Nickerie, its owner said.\n"
    bomb, barge, shots = mains(
        lexicon, (BOMB, dt.date(2024, 5, 7)), (BARGE, dt.date(2024, 5, 9)), (late, dt.date(2024, 5, 10))
    )
    assert shots == barge
    assert barge != bomb


def test_the_town_of_a_count_is_that_of_its_sentence(lexicon):
    text = "Paramaribo: four rebels neutralised\n\nFour rebels were neutralised near Nieuw Nickerie on Monday, the ministry said.\n"
    (incident,) = page(text, dt.date(2024, 5, 7), lexicon).incidents
    assert incident.place is not None
    assert incident.place.name == "Nieuw Nickerie"
