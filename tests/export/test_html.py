"""The HTML page: complete, self-contained, safe against its own text, and cut right where highlights overlap."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.export.pages_html import LAYERS, to_html
from sourcebook.export.segments import Mark, cut, marks_of, within
from sourcebook.records import Reading, Span

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Tree(HTMLParser):
    """Checks that tags nest, and gathers ids, tags, attributes and the text of the article."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.pointed: set[str] = set()
        self.links: list[str] = []
        self.text: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(have)
        if have.get("id"):
            self.ids.append(str(have["id"]))
        self.pointed |= set(str(have.get("data-ids") or "").split())
        if tag == "a":
            self.links.append(str(have.get("href")))
        if tag in VOID:
            return
        self.open.append(tag)
        if have.get("id") == "text" or self.inside:
            self.inside += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside -= bool(self.inside)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text.append(data)


def parsed(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    assert tree.open == []
    return tree


@pytest.fixture(scope="module")
def page(reading: Reading) -> str:
    return to_html(reading)


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    tree = parsed(page)
    assert not {"link", "img", "iframe", "object"} & tree.tags
    assert not {"src", "srcset", "onclick", "onerror", "style"} & tree.attributes
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", page)
    assert all(link.startswith(("#", "http")) for link in tree.links)


def test_every_record_is_highlighted_and_has_an_entry(page: str, reading: Reading) -> None:
    tree = parsed(page)
    assert len(tree.ids) == len(set(tree.ids))
    for record in (*reading.claims, *reading.mentions, *reading.tolls, *reading.dates, *reading.places):
        assert record.id in tree.ids
        assert record.id in tree.pointed
    assert all(i.id in tree.ids for i in reading.incidents)
    assert all(f"show-{kind}" in tree.ids for kind in LAYERS)


def test_the_text_stands_there_whole(page: str, report: str) -> None:
    assert "".join("".join(parsed(page).text).split()) == "".join(report.split())


def test_each_claim_says_who_and_how(page: str, reading: Reading) -> None:
    flat = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "unnamed" in flat
    assert "denied" in flat
    assert "4 Mar 2024" in flat
    assert any(c.source.anonymous for c in reading.claims)


def test_a_hostile_page_stays_text(hostile: Reading) -> None:
    made = to_html(hostile)
    tree = parsed(made)
    assert made.count("<script>") == 1
    assert made.count("</script>") == 1
    assert "img" not in tree.tags
    assert "<b>Courier" not in made
    assert "javascript:" not in made
    assert "{{ 7*7 }}" in made
    assert "".join("".join(tree.text).split()) == "".join(hostile.page.text.split())


def test_a_language_that_is_not_read_is_said(read) -> None:
    made = to_html(read("Директор больницы сообщил, что шесть человек погибли при обстреле рынка во вторник. " * 4))
    assert "language: Russian (ru) — not read" in made


def test_an_empty_reading_is_a_page_too(read) -> None:
    parsed(to_html(read("...\n---\n")))


def test_overlapping_highlights_are_cut_into_segments() -> None:
    claim, toll, place = (
        Mark(Span(2, 10), "claim", "c1"),
        Mark(Span(4, 6), "toll", "t1"),
        Mark(Span(8, 12), "place", "p1"),
    )
    found = cut(Span(0, 14), [claim, place, toll])
    assert [(s.span, [m.id for m in s.marks]) for s in found] == [
        ((0, 2), []),
        ((2, 4), ["c1"]),
        ((4, 6), ["t1", "c1"]),
        ((6, 8), ["c1"]),
        ((8, 10), ["p1", "c1"]),
        ((10, 12), ["p1"]),
        ((12, 14), []),
    ]


MARKS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(0, 5)).map(
        lambda t: Mark(Span(t[0], t[0] + t[1]), "claim", f"c{t[2]}")
    ),
    max_size=12,
)


@given(MARKS, st.integers(0, 15), st.integers(1, 20))
def test_segments_join_up_and_hold_exactly_the_marks_over_them(marks: list[Mark], start: int, length: int) -> None:
    whole = Span(start, start + length)
    found = cut(whole, marks)
    assert found[0].span.start == whole.start
    assert found[-1].span.end == whole.end
    assert all(a.span.end == b.span.start for a, b in pairwise(found))
    for at in range(whole.start, whole.end):
        (here,) = [s for s in found if s.span.start <= at < s.span.end]
        assert sorted(here.marks) == sorted(m for m in marks if m.span.start <= at < m.span.end)


@given(MARKS, st.integers(0, 40), st.integers(1, 20))
def test_a_part_of_the_segments_is_what_cutting_the_part_gives(marks: list[Mark], start: int, length: int) -> None:
    whole, part = Span(0, 60), Span(start, start + length)
    joined = [(at, sorted(s.marks)) for s in within(cut(whole, marks), part) for at in range(*s.span)]
    assert joined == [(at, sorted(s.marks)) for s in cut(part, marks) for at in range(*s.span)]


def test_marks_cover_sources_cues_and_contents(reading: Reading) -> None:
    kinds = {m.kind for m in marks_of(reading)}
    assert kinds == {"claim", "source", "cue", "event", "toll", "date", "place"}
