"""The contract: every key is there, empty ones hold null or [], spans are exact, and JSON comes back as it went."""

from __future__ import annotations

import json
from typing import Any

from sourcebook.export.readings import FORMAT, to_json, to_line
from sourcebook.records import Page, Reading

DATE = {"low", "high", "precision"}
KEYS = {
    "page": {"id", "path", "url", "text", "n_chars"},
    "articles": {"id", "span", "headline", "published", "outlet", "agency", "byline", "dateline", "language", "blocks", "repeat_of"},
    "claims": {"id", "article", "source", "cue", "content", "stance", "quotation", "via", "about", "rule", "score"},
    "mentions": {"id", "article", "claim", "trigger", "event_type", "actors", "recipients", "weapons", "place", "date",
                 "tolls", "factuality", "phase", "background", "rule"},
    "tolls": {"id", "span", "text", "mention", "claim", "harm", "low", "high", "victims", "cumulative", "part_of"},
    "dates": {"id", "span", "text", "timex3", "low", "high", "precision", "anchor"},
    "places": {"id", "span", "text", "name", "lat", "lon", "country", "admin1", "geonames", "precision", "radius_km"},
    "incidents": {"id", "event_type", "date", "place", "actors", "recipients", "mentions", "claims", "killed", "injured",
                  "status", "contested", "independent_sources", "grade", "grade_reason"},
    "rejected": {"stage", "span", "reason"},
}  # fmt: skip
LISTS = {
    "byline",
    "dateline",
    "blocks",
    "via",
    "actors",
    "recipients",
    "weapons",
    "tolls",
    "mentions",
    "claims",
    "contested",
}


def test_every_key_of_the_contract_is_there(reading: Reading) -> None:
    found = to_json(reading)
    assert found["format"] == FORMAT
    assert set(KEYS) | {"format"} <= set(found)
    assert KEYS["page"] <= set(found["page"])
    for key in KEYS.keys() - {"page"}:
        assert isinstance(found[key], list)
        for record in found[key]:
            assert KEYS[key] <= set(record), key
            for name in LISTS & set(record):
                assert isinstance(record[name], list), (key, name)
    assert all(found[k] for k in ("articles", "claims", "mentions", "tolls", "dates", "places", "incidents"))


def test_nested_keys_of_the_contract_are_there(reading: Reading) -> None:
    found = to_json(reading)
    for claim in found["claims"]:
        assert {"spans", "text", "resolved", "entity", "kind", "anonymous", "party"} <= set(claim["source"])
        assert {"spans", "text"} <= set(claim["cue"])
        assert {"spans", "text"} <= set(claim["content"])
    for mention in found["mentions"]:
        assert {"span", "text"} <= set(mention["trigger"])
        for party in mention["actors"] + mention["recipients"]:
            assert {"text", "name", "entity", "country", "kind"} <= set(party)
    for toll in found["tolls"]:
        assert {"status", "group", "of"} <= set(toll["victims"])
    for date in found["dates"]:
        assert {"type", "value"} <= set(date["timex3"])
    for incident in found["incidents"]:
        assert incident["date"] is None or set(incident["date"]) == DATE


def test_a_page_with_nothing_to_say_has_empty_lists() -> None:
    found = to_json(Reading(Page("sha256:0", "a.txt", "")))
    assert {k: v for k, v in found.items() if k not in ("format", "page")} == {k: [] for k in KEYS if k != "page"}
    assert found["page"]["url"] is None
    assert found["page"]["text"] is None


def test_text_stands_in_the_reading_only_where_the_input_was_not_plain() -> None:
    assert to_json(Reading(Page("sha256:0", "a.html", "Words.", plain=False)))["page"]["text"] == "Words."


def _spanned(value: Any) -> list[tuple[list[int], str]]:
    """Every (span, text) pair of a reading, wherever it is."""
    if isinstance(value, list):
        return [pair for v in value for pair in _spanned(v)]
    if not isinstance(value, dict):
        return []
    own = [(value["span"], value["text"])] if isinstance(value.get("span"), list) and "text" in value else []
    return own + [pair for v in value.values() for pair in _spanned(v)]


def test_spans_hold_the_text_that_the_records_say(reading: Reading, report: str) -> None:
    found = to_json(reading)
    pairs = _spanned({k: v for k, v in found.items() if k != "incidents"})
    assert len(pairs) > 20
    for (start, end), text in pairs:
        assert report[start:end].split() == text.split() or report[start:end] in text, text
    for claim in found["claims"]:
        for part in ("source", "cue", "content"):
            for start, end in claim[part]["spans"]:
                assert 0 <= start < end <= len(report)


def test_ids_are_unique_and_references_lead_somewhere(reading: Reading) -> None:
    found = to_json(reading)
    ids = {k: [r["id"] for r in found[k]] for k in KEYS if k not in ("page", "rejected")}
    assert all(len(v) == len(set(v)) for v in ids.values())
    claims, places, dates, tolls, mentions = (
        {*ids[k], None} for k in ("claims", "places", "dates", "tolls", "mentions")
    )
    for m in found["mentions"]:
        assert m["claim"] in claims
        assert m["place"] in places
        assert m["date"] in dates
        assert set(m["tolls"]) <= tolls
    for t in found["tolls"]:
        assert t["claim"] in claims
        assert t["mention"] in mentions
        assert t["part_of"] in tolls
    for i in found["incidents"]:
        assert set(i["mentions"]) <= mentions
        assert set(i["claims"]) <= claims
        assert i["place"] in places
    assert all(c["about"] in claims for c in found["claims"])


def test_a_line_is_one_line_and_comes_back_as_it_went(reading: Reading, hostile: Reading) -> None:
    for one in (reading, hostile):
        line = to_line(one)
        assert len(line.splitlines()) == 1
        assert json.loads(line) == json.loads(json.dumps(to_json(one)))
