"""What is stored of a record is all of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.records import (
    Article,
    Claim,
    Incident,
    Mention,
    Page,
    Place,
    Reading,
    Rejected,
    TimeMention,
    Toll,
)
from sourcebook.store.codecs import from_text, to_text

st.register_type_strategy(float, st.floats(allow_nan=False))


@pytest.mark.parametrize(
    "kind", [Article, Claim, Incident, Mention, Page, Place, Rejected, TimeMention, Toll], ids=lambda k: k.__name__
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    assert from_text(kind, to_text(record)) == record


def test_a_whole_reading_comes_back_without_its_parse(read) -> None:
    reading = read(
        "GAROWE, May 4 - Gunmen shot dead four traders near Eyl on Monday, police said. A clan elder said seven had died.\n"
    )
    assert reading.sentences
    back = from_text(Reading, to_text(reading))
    assert back == reading
    assert not back.sentences


def test_a_field_that_was_added_later_takes_its_default() -> None:
    page = from_text(Page, '{"id": "sha256:1", "path": "a.txt", "text": "x", "field_of_the_future": 1}')
    assert page == Page("sha256:1", "a.txt", "x")


@pytest.mark.parametrize("text", ["", "[]", "{}", "3", '{"id": 1', "null"])
def test_what_is_no_record_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_text(Page, text)
