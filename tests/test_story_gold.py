"""The gold of developing stories: that it is sound, and that the figures on it stay above their floors."""

from __future__ import annotations

import datetime as dt

import pytest

from benchmarks.gate.floors import load_floors
from benchmarks.gate.gold import HALVES
from benchmarks.gate.stories import (
    BESIDE,
    FLOORS,
    Story,
    _score,
    _Tally,
    fingerprint_of_stories,
    load_stories,
    measure_all,
    readings_of,
)
from sourcebook.flow import link_readings
from sourcebook.records import Question

STORIES = load_stories()


def test_there_are_twelve_stories_and_six_held_out() -> None:
    assert len(STORIES) >= 12
    assert all(sum(s.half == h for s in STORIES) >= 6 for h in HALVES)
    assert sum(6 <= len(s.reports) <= 15 for s in STORIES) >= 12


def test_no_story_stands_in_two_parts() -> None:
    names = [s.name for s in (*STORIES, *(s for h in BESIDE for s in load_stories(h)))]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("story", [*STORIES, *(s for h in BESIDE for s in load_stories(h))], ids=lambda s: s.name)
def test_a_story_is_sound(story: Story) -> None:
    incidents = {i["id"]: i for i in story.incidents}
    ids = [r["id"] for r in story.reports]
    assert len(set(ids)) == len(ids)
    for report in story.reports:
        dt.date.fromisoformat(report["published"])
        assert {report["incident"], *report.get("also", ())} <= set(incidents)
        assert report.get("copy_of", ids[0]) in ids
    for incident in incidents.values():
        assert story.telling(incident["id"])
        assert {q for q, *_ in incident.get("contradictions", ())} <= set(Question)
        for day, harm, low, high, who, why in incident.get("series", ()):
            dt.date.fromisoformat(day)
            assert harm in ("killed", "injured")
            assert low <= high
            assert who
            assert why in ("", "later", "replaced", "corrected")


def test_the_floors_were_set_on_these_stories() -> None:
    assert load_floors(FLOORS).fingerprint == fingerprint_of_stories(), "python -m benchmarks.gate.stories --restate"


def test_no_figure_of_the_stories_is_below_its_floor(lexicon) -> None:
    assert load_floors(FLOORS).below(measure_all(lexicon)["all"][0]) == {}


def test_of_several_items_of_a_round_up_the_first_is_what_it_mainly_tells(lexicon) -> None:
    text = (
        "A week in brief\n\nBasra, Monday. A teacher was shot dead at the harbour.\n\n"
        "Kirkuk, Tuesday. Four guards were shot dead at a mill.\n\nMosul, Tuesday. Gunmen shot dead three bakers.\n"
    )
    report = {"id": "r1", "outlet": "The Plain Lamp", "published": "2024-03-13", "incident": "one", "text": text}
    gold = {"id": "one", "independent": 1, "killed": [1, 1], "contradictions": [], "denials": []}
    story = Story("invented", "open", (report,), (gold,))
    readings = readings_of(story, lexicon)
    tally = _Tally()
    _score(story, readings, link_readings(readings.values(), lexicon), tally)
    assert (tally.n["range"], tally.n["range of"]) == (1, 1)
