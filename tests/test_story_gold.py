"""The gold of developing stories: that it is sound, and that the figures on it stay above their floors."""

from __future__ import annotations

import datetime as dt

import pytest

from benchmarks.gate.floors import load_floors
from benchmarks.gate.gold import HALVES
from benchmarks.gate.stories import FLOORS, Story, fingerprint_of_stories, load_stories, measure_all
from sourcebook.records import Question

STORIES = load_stories()


def test_there_are_twelve_stories_and_six_held_out() -> None:
    assert len(STORIES) >= 12
    assert all(sum(s.half == h for s in STORIES) >= 6 for h in HALVES)
    assert sum(6 <= len(s.reports) <= 15 for s in STORIES) >= 12


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
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
