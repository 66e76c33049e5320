"""Which quotation marks belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.read.quotes import find_quotes, outermost
from sourcebook.records import Article, Block, BlockKind, Page, Parsed, Span


def parsed(text: str) -> Parsed:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(at, at + len(line.rstrip()))))
        at += len(line)
    return Parsed(Page("p", "p.txt", text), Article("a1", Span(0, len(text)), tuple(blocks)), ())


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in outermost(find_quotes(parsed(text)))]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We hold the bridge," he said. "They fled."', ['"We hold the bridge,"', '"They fled."']),
        ("“We hold the bridge,” he said.", ["“We hold the bridge,”"]),
        ("‘We hold the bridge,’ he said.", ["‘We hold the bridge,’"]),
        ("'We hold the bridge,' he said.", ["'We hold the bridge,'"]),
        ("``We hold it,'' he said.", ["``We hold it,''"]),
        ('“We hold the bridge," he said.', ['“We hold the bridge,"']),
        ("The army's tanks and the rebels' guns didn't move.", []),
        ("The '90s were his best years.", []),
        ("He called it “a ‘so-called’ truce”.", ["“a ‘so-called’ truce”"]),
    ],
)
def test_marks_of_every_style(text, quotes):
    assert quoted(text) == quotes


def test_a_nested_quotation_is_one_level_down():
    text = "“They shouted ‘hands up’ and ran,” she said."
    assert [q.depth for q in find_quotes(parsed(text))] == [0, 1]


def test_a_quotation_open_at_a_paragraphs_end_runs_on_into_the_next():
    text = "“We walked all night.\n\n“In the morning they let us in,” she said."
    first, second = find_quotes(parsed(text))
    assert first.runs_on
    assert not second.runs_on
    assert second.span.of(text) == "“In the morning they let us in,”"


def test_a_mark_that_is_never_closed_takes_no_other_paragraph():
    text = 'He is 5\'10" tall.\nShe said "no".'
    assert quoted(text)[-1] == '"no"'


@given(st.text(alphabet="ab \"“”‘’'.,\n", max_size=80))
def test_quotations_lie_in_the_text_and_do_not_cross(text):
    quotes = find_quotes(parsed(text))
    for q in quotes:
        assert 0 <= q.span.start < q.span.end <= len(text)
        for o in quotes:
            crosses = q.span.start < o.span.start < q.span.end < o.span.end
            assert not crosses
