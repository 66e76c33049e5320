"""The quality gate on the project's own gold: what has been reached is not lost."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.gate import gold as golds
from benchmarks.gate.__main__ import table
from benchmarks.gate.floors import Floors, load_floors
from benchmarks.gate.run import measure
from benchmarks.gate.score import score

ALL = golds.load()  # raises where an anchor does not stand in its text


def perfect(gold: golds.Gold) -> dict:
    """The reading that says exactly what the gold says."""
    text, data = gold.text, gold.data
    claims = [
        {
            "id": c.get("id", f"c{n}"),
            "source": {
                "spans": c["source"],
                "text": "",
                "resolved": c["resolved"],
                "kind": (c["kinds"] or ["unknown"])[0],
                "anonymous": c["anonymous"],
                "party": c.get("party"),
            },
            "cue": {"spans": c["cue"], "text": ""},
            "content": {"spans": c["content"], "text": ""},
            "stance": c["stances"][0],
            "about": c.get("about", [None])[0],
            "via": [w.split("|")[0] for w in c.get("via", [])],
        }
        for n, c in enumerate(data["claims"])
    ]
    said_by = {c["source"]["resolved"]: c["id"] for c in claims}
    places = [
        {"id": f"p{n}", "span": p["at"], "text": text[slice(*p["at"])], "name": p["names"][0], "country": p["country"]}
        for n, p in enumerate(data["places"])
    ]
    incidents = []
    for n, i in enumerate(g for g in data["incidents"] if not g["background"]):
        place = {"id": f"q{n}", "span": (0, 0), "text": "", "name": (i["places"] or [""])[0], "country": i["country"]}
        incidents.append(
            {
                "event_type": i["event_types"][0],
                "date": {"low": i["date"][0], "high": i["date"][1]} if i["date"] else None,
                "place": place["id"],
                "killed": i.get("killed"),
                "injured": i.get("injured"),
                "status": (i["status"] or ["occurred"])[0],
                "contested": i["contested"],
                "mentions": [],
                "_place": place,
            }
        )
    article = data["article"]
    return {
        "articles": [article | {"headline": {"text": article["headline"]} if article["headline"] else None}],
        "claims": claims,
        "tolls": [
            {
                "span": t["at"],
                "text": text[slice(*t["at"])],
                "harm": t["harm"],
                "low": t["low"][0],
                "high": t["high"][0],
                "claim": said_by[t["source"][0]] if t["source"][0] else None,
            }
            for t in data["tolls"]
        ],
        "dates": [{"span": d["at"], "timex3": {"value": d["value"][0]}} for d in data["dates"]],
        "places": places + [i.pop("_place") | {"text": text[slice(*data["places"][0]["at"])]} for i in incidents],
        "mentions": [],
        "incidents": incidents,
    }


EMPTY: dict = {k: [] for k in ("articles", "claims", "tolls", "dates", "places", "mentions", "incidents")}


def test_the_gold_is_as_large_as_it_claims():
    claims = sum(not c.get("optional") for g in ALL for c in g.data["claims"])
    tolls = sum(len(g.data["tolls"]) for g in ALL)
    quiet = sum(all(i["background"] for i in g.data["incidents"]) for g in ALL if "layers" not in g.data)
    assert len(ALL) >= 44
    assert claims >= 550
    assert tolls >= 80
    assert quiet >= 4
    assert {g.half for g in ALL} == set(golds.HALVES)


@pytest.mark.parametrize("gold", ALL, ids=lambda g: g.name)
def test_what_must_not_be_read_is_not_annotated_itself(gold: golds.Gold):
    for what, key in (("cue", "claims"), ("toll", "tolls")):
        spans = [s for c in gold.data[key] for s in (c["cue"] if what == "cue" else [c["at"]])]
        for words in gold.data["must_not"][what]:
            spots = golds.occurrences(gold.text, words)
            assert any(not any(a < e and s < b for s, e in spans) for a, b in spots), words


def test_a_perfect_reading_scores_one_in_everything():
    figures, misses = score((g, perfect(g)) for g in ALL)
    assert {k: v for k, v in figures.items() if v != 1.0} == {}
    assert misses == []


def test_an_empty_reading_scores_nothing_but_for_what_it_does_not_make_up():
    figures, _ = score((g, EMPTY) for g in ALL)
    kept = {"quiet", "background", "must_not_cue", "must_not_toll", "must_not_trigger"}
    assert {k for k, v in figures.items() if v} == kept


def test_a_denial_that_answers_the_wrong_claim_is_counted():
    gold = next(g for g in ALL for c in g.data["claims"] if c.get("about") and None not in c["about"])
    reading = perfect(gold)
    answer = next(c for c in reading["claims"] if c["about"])
    answer["about"] = answer["id"]
    figures, misses = score([(gold, reading)])
    assert figures["about_p"] < 1.0
    assert figures["about_r"] < 1.0
    assert {m[1] for m in misses} == {"about"}


def test_a_wrong_number_is_found_but_not_exact():
    gold = next(g for g in ALL if g.data["tolls"])
    reading = perfect(gold)
    reading["tolls"][0]["low"] += 1
    figures, misses = score([(gold, reading)])
    assert figures["tolls_found_f1"] == 1.0
    assert figures["tolls_exact_f1"] < 1.0
    assert {m[1] for m in misses} == {"toll made up", "toll missed"}


def test_floors_only_rise():
    floors = Floors("f", {"a": 0.5, "b": 0.5})
    raised = floors.raised({"a": 0.9, "b": 0.1, "c": None})
    assert raised.values == {"a": 0.895, "b": 0.5}
    assert raised.below({"a": 0.9, "b": 0.1}) == {"b": (0.1, 0.5)}


def test_the_floors_were_set_on_this_gold():
    assert load_floors().fingerprint == golds.fingerprint(), "python -m benchmarks.gate --restate, with the reason"


def test_no_figure_is_below_its_floor(lexicon):
    floors = load_floors()
    result = measure(ALL, lexicon)
    assert floors.below(result.all) == {}, "\n" + table(result, floors)


def test_a_figure_that_can_no_longer_be_computed_is_below_its_floor():
    floors = dataclasses.replace(load_floors(), values={"stance": 0.4})
    assert floors.below({"stance": None}) == {"stance": (0.0, 0.4)}
