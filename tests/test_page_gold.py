"""The pages that tell several events: their gold is sound, their scorer is right, what has been reached is not lost."""

from __future__ import annotations

import datetime as dt

import pytest

from benchmarks.gate.floors import load_floors
from benchmarks.gate.gold import GoldError
from benchmarks.gate.pages import FLOORS, group_table, measure, table
from benchmarks.gate.pages_gold import HARD, STYLES, MarkedPage, fingerprint, load, unmark
from benchmarks.gate.pages_score import SLOTS, score

ALL = load()  # raises where a page is not sound
HAPPENED = {"phase": "occurred", "factuality": "CT+", "background": False}
EMPTY: dict = {k: [] for k in ("mentions", "tolls", "places", "incidents")}
SUMS = ("incidents_p", "incidents_r", "incidents_f1", "killed_all", "injured_all", "main")


def perfect(page: MarkedPage) -> dict:
    """The reading that says exactly what the gold says, main event first."""
    reading: dict = {k: [] for k in EMPTY}
    for e in sorted(page.events, key=lambda e: e.id not in page.main):
        own = [s for s in e.at if page.owners(s) == {e.id}] or list(e.at)
        mentions = [{"id": f"{e.id}{n}", "trigger": {"span": s}, "tolls": [], **HAPPENED} for n, s in enumerate(own)]
        reading["mentions"] += mentions
        name = (e.places or ("",))[0]
        reading["places"].append({"id": f"p-{e.id}", "name": name, "text": name, "country": (*e.countries, None)[0]})
        reading["incidents"].append(
            {
                "id": e.id,
                "event_type": e.types[0],
                "date": {"low": e.days[0], "high": e.days[1]} if e.days else None,
                "place": f"p-{e.id}",
                "actors": [{"name": a, "text": a} for a in e.actors],
                "mentions": [m["id"] for m in mentions],
                "killed": list(e.killed[0]) if e.killed[0] else None,
                "injured": list(e.injured[0]) if e.injured[0] else None,
                "status": "denied" if e.kind == "unreal" else "occurred",
                "background": e.kind == "background",
                "accounts": [
                    {"question": h, "quote": {"span": own[0]}} for h in ("killed", "injured") if getattr(e, h)[0]
                ],
            }
        )
    return reading


def incident(reading: dict, name: str) -> dict:
    return next(i for i in reading["incidents"] if i["id"] == name)


def a_page(with_: str) -> MarkedPage:
    return next(p for p in ALL if p.half == "open" and with_ in p.hard)


def test_there_are_as_many_of_each_half_and_every_style_and_hard_thing_in_both():
    halves = {h: [p for p in ALL if p.half == h] for h in ("open", "held")}
    assert len(halves["open"]) == len(halves["held"]) == 20
    for pages in halves.values():
        assert {p.style for p in pages} == set(STYLES)
        assert {h for p in pages for h in p.hard} == HARD


@pytest.mark.parametrize("page", ALL, ids=lambda p: p.name)
def test_a_page_is_sound(page):
    assert 80 <= len(page.text.split()) <= 350
    assert 2 <= len(page.events) <= 8
    assert sum(e.kind == "present" for e in page.events) >= 2 or page.hard & {"recalled", "denial"}
    assert ("undated" in page.hard) == (page.meta.published is None)
    assert ("recalled" in page.hard) == any(e.kind == "background" for e in page.events)
    for e in page.events:
        assert e.types
        if e.days:
            low, high = map(dt.date.fromisoformat, e.days)
            assert low <= high
            assert page.meta.published is None or low <= page.meta.published or e.kind == "unreal"
        for r in (*e.killed, *e.injured):
            assert r is None or 0 <= r[0] <= r[1]


def test_marks_may_nest_and_leave_brackets_of_the_page_alone():
    text, spans = unmark("[TEXT] [a:In X [sic], [b:two] died] and [a,b:more].")
    assert text == "[TEXT] In X [sic], two died and more."
    assert [text[slice(*s)] for s in spans["a"]] == ["In X [sic], two died", "more"]
    assert [text[slice(*s)] for s in spans["b"]] == ["two", "more"]
    with pytest.raises(GoldError):
        unmark("[a:never closed")


def test_a_perfect_reading_scores_one_in_everything():
    result = score((p, perfect(p)) for p in ALL)
    assert result.misses == []
    assert {k: v for k, v in result.figures.items() if v not in (1.0, None)} == {}


def test_an_empty_reading_finds_nothing_and_tells_nothing_wrongly():
    figures = score((p, EMPTY) for p in ALL).figures
    assert {k for k, v in figures.items() if v} == {"apart", "recalled", "unreal", "sums"}  # what need not be told


def test_what_is_merged_is_not_apart():
    page = next(p for p in ALL if {e.kind for e in p.events} == {"present"})
    reading = perfect(page)
    first, second = reading["incidents"][:2]
    first["mentions"] += second["mentions"]
    reading["incidents"].remove(second)
    figures = score([(page, reading)]).figures
    assert (figures["apart"] or 0) < 1.0
    assert (figures["incidents_r"] or 0) < 1.0
    assert figures["incidents_p"] == 1.0


def test_a_sum_over_several_events_is_the_toll_of_none():
    page = next(p for p in ALL if p.name == "co-roundup")
    reading = perfect(page)
    span = next(s for s in page.sums if "40 injured" in page.text[slice(*s)])
    for harm, low in (("killed", 6), ("injured", 40)):
        reading["tolls"].append({"id": harm, "span": span, "text": f"{low}", "harm": harm, "low": low})
    assert score([(page, reading)]).figures["sums"] == 1.0
    incident(reading, page.main[0])["killed"] = [2, 6]
    assert (score([(page, reading)]).figures["sums"] or 0) < 1.0


def test_a_recalled_event_within_a_present_incident_is_told_as_present():
    page = next(p for p in ALL if "recalled" in p.hard)
    reading = perfect(page)
    past = next(i for i in reading["incidents"] if i["background"])
    incident(reading, page.main[0])["mentions"] += past["mentions"]
    reading["incidents"].remove(past)
    assert (score([(page, reading)]).figures["recalled"] or 0) < 1.0
    for m in reading["mentions"]:
        m["background"] = m["id"] in past["mentions"]
    assert score([(page, reading)]).figures["recalled"] == 1.0


def test_what_is_told_twice_is_not_whole():
    page = next(p for p in ALL if "return" in p.hard and len(p.spans[p.main[0]]) > 1)
    reading = perfect(page)
    first = incident(reading, page.main[0])
    reading["incidents"].append(first | {"id": "again", "mentions": first["mentions"][1:], "place": None, "date": None})
    first["mentions"] = first["mentions"][:1]
    figures = score([(page, reading)]).figures
    assert (figures["whole"] or 0) < 1.0
    assert figures["apart"] == 1.0


def test_a_recalled_event_told_as_present_and_a_denied_one_told_as_happened():
    for with_, figure, kind in (("recalled", "recalled", "background"), ("denial", "unreal", "unreal")):
        page = next(p for p in ALL if with_ in p.hard and any(e.kind == kind for e in p.events))
        reading = perfect(page)
        for i in reading["incidents"]:
            i |= {"background": False, "status": "occurred"}
        figures = score([(page, reading)]).figures
        assert (figures[figure] or 0) < 1.0
        assert (figures["incidents_p"] or 0) < 1.0


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"killed": [77, 77]}, "killed"),
        ({"injured": [77, 77]}, "injured"),
        ({"event_type": "meeting"}, "type"),
        ({"date": {"low": "1999-01-01", "high": "1999-01-01"}}, "date"),
        ({"place": None}, "place"),
        ({"place": None}, "country"),
        ({"actors": []}, "actors"),
    ],
)
def test_each_slot_is_asked(change, figure):
    page = next(p for p in ALL if next(e for e in p.events if e.id in p.main).actors and p.meta.published)
    reading = perfect(page)
    incident(reading, page.main[0]).update(change)
    figures = score([(page, reading)]).figures
    assert {k for k in SLOTS if (figures[k] or 0) < 1.0} >= {figure}


def test_two_events_of_one_town_and_day_are_told_apart_by_their_passages():
    page = a_page("same-town")
    assert score([(page, perfect(page))]).figures["incidents_f1"] == 1.0


def test_the_tables_show_every_figure_and_group():
    result = score((p, perfect(p)) for p in ALL)
    shown = group_table(result)
    assert all(f"style: {p.style}" in shown and all(f"with: {h}" in shown for h in p.hard) for p in ALL)
    assert all(name in table({"all": result}, load_floors(FLOORS)) for name in SUMS)


def test_the_floors_were_set_on_this_gold():
    assert load_floors(FLOORS).fingerprint == fingerprint(), (
        "python -m benchmarks.gate.pages --restate, with the reason"
    )


def test_no_figure_is_below_its_floor(lexicon):
    floors = load_floors(FLOORS)
    scores = measure(ALL, lexicon)
    assert floors.below(scores["all"].figures) == {}, "\n" + table(scores, floors)
