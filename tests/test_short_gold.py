"""The short reports: their gold is sound, their scorer is right, and what has been reached is not lost."""

from __future__ import annotations

import pytest

from benchmarks.gate.floors import load_floors
from benchmarks.gate.short import FLOORS, measure, table
from benchmarks.gate.short_gold import PHASES, Short, fingerprint, load, unmark
from benchmarks.gate.short_score import score
from sourcebook.records import EventType

ALL = load()  # raises where a mark has no line or a line no mark
FORMS = {"word", "digits", "vague", "bound", "range", "sum", "set", "zero", "part", "revision", "found-later", "period"}
FORMS |= {"died-of-wounds", "missing", "detained", "abducted", "displaced", "perpetrator", "indefinite"}
EMPTY: dict = {k: [] for k in ("claims", "tolls", "places", "mentions", "incidents")}


def perfect(short: Short) -> dict:
    """The reading that says exactly what the gold says."""
    tolls, claims, mentions, incidents, places = [], [], [], [], []
    for n, g in enumerate(short.tolls):
        if g.source[0]:
            claims.append({"id": f"c{n}", "source": {"resolved": g.source[0]}})
        tolls.append(
            {
                "span": g.at,
                "text": short.text[slice(*g.at)],
                "harm": g.harm[0],
                "low": g.low[0],
                "high": g.high[0],
                "claim": f"c{n}" if g.source[0] else None,
                "victims": {"status": g.status or "unknown", "group": g.group},
                "part_of": "t" if "part" in g.flags else None,
                "scope": "period" if "period" in g.flags else "incident",
                "perpetrator": "perpetrator" in g.flags,
            }
        )
    for n, e in enumerate(short.events):
        phase = e.phases[0]
        mentions.append(
            {
                "id": f"m{n}",
                "trigger": {"span": e.at[0], "text": short.text[slice(*e.at[0])]},
                "event_type": e.types[0],
                "phase": "occurred" if phase in ("denied", "recalled") else phase,
                "factuality": "CT-" if phase == "denied" else "CT+",
                "background": phase == "recalled",
            }
        )
        places.append({"id": f"p{n}", "name": (e.places or ("",))[0], "country": e.country})
        incidents.append(
            {
                "event_type": e.types[0],
                "status": phase if phase in ("planned", "threatened", "attempted", "denied") else "occurred",
                "date": {"low": e.days[0], "high": e.days[1]} if e.days else None,
                "place": f"p{n}",
                "mentions": [f"m{n}"],
                **{h: list(e.ranges[h] or ()) or None if h in e.ranges else None for h in ("killed", "injured")},
            }
        )
    hypothetical = {m["id"] for m in mentions if m["phase"] in ("hypothetical", "habitual")}
    incidents = [i for i in incidents if not set(i["mentions"]) & hypothetical]
    return {"claims": claims, "tolls": tolls, "mentions": mentions, "incidents": incidents, "places": places}


def test_there_are_enough_and_every_type_phase_and_form_stands_in_both_halves():
    assert len(ALL) >= 64
    for half in ("open", "held"):
        shorts = [s for s in ALL if s.half == half]
        assert {t for s in shorts for e in s.events for t in e.types} == set(EventType)
        assert {p for s in shorts for e in s.events for p in e.phases} == PHASES
        assert {f for s in shorts for t in s.tolls for f in t.forms} >= FORMS - {"range"}
    assert sum(s.half == "held" for s in ALL) >= 50  # the open half may grow


def test_no_report_is_longer_than_a_short_one():
    for short in ALL:
        assert 25 <= len(short.text.split()) <= 120, short.name


def test_marks_nest_share_words_and_leave_other_brackets_alone():
    text, spans = unmark("[T1,T2:No [N1:casualties]] [sic] were [E1:shot].\n")
    assert text == "No casualties [sic] were shot.\n"
    assert spans == {"t1": [(0, 13)], "t2": [(0, 13)], "n1": [(3, 13)], "e1": [(25, 29)]}


def test_a_perfect_reading_scores_one_in_everything():
    result = score((s, perfect(s)) for s in ALL)
    assert {k: v for k, v in result.figures.items() if v != 1.0} == {}
    assert result.misses == []


def test_an_empty_reading_scores_nothing_but_for_what_it_does_not_make_up():
    figures = score((s, EMPTY) for s in ALL).figures
    assert {k for k, v in figures.items() if v} == {"not_tolls", "events_made_up"}


@pytest.mark.parametrize(
    ("change", "figure"),
    [({"low": 99}, "tolls_numbers_f1"), ({"claim": None}, "tolls_exact_f1"), ({"harm": "missing"}, "tolls_found_f1")],
)
def test_a_wrong_toll_lowers_its_figure(change, figure):
    short = next(s for s in ALL if s.tolls and s.tolls[0].source[0] and s.tolls[0].harm == ("killed",))
    reading = perfect(short)
    reading["tolls"][0] |= change
    figures = score([(short, reading)]).figures
    assert (figures[figure] or 0) < 1.0


def test_an_event_that_did_not_happen_must_not_be_told_as_one_that_did():
    short = next(s for s in ALL if any(e.phases == ("threatened",) for e in s.events))
    reading = perfect(short)
    for part in (*reading["mentions"], *reading["incidents"]):
        part |= {"phase": "occurred", "status": "occurred"}
    figures = score([(short, reading)]).figures
    assert (figures["unreal"] or 0) < 1.0
    assert (figures["phase"] or 0) < 1.0


def test_the_floors_were_set_on_this_gold():
    assert load_floors(FLOORS).fingerprint == fingerprint(), (
        "python -m benchmarks.gate.short --restate, with the reason"
    )


def test_no_figure_is_below_its_floor(lexicon):
    floors = load_floors(FLOORS)
    scores = measure(ALL, lexicon)
    assert floors.below(scores["all"].figures) == {}, "\n" + table(scores, floors)
