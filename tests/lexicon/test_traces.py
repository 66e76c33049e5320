"""Who speaks of an attack without naming it: each rule by its words."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.traces import Traces

TRACES = Traces()


@pytest.mark.parametrize("rule", list(TRACES.file), ids=lambda r: r.id)
def test_a_trace_is_told_by_its_example_only(rule) -> None:
    assert TRACES.of(rule.example) == rule.id
    assert TRACES.of(rule.counter_example) is None


def test_what_may_come_is_no_trace() -> None:
    assert TRACES.of("the raiders had burnt the mill") == "doers"
    assert TRACES.of("the raiders would burn the mill") is None
