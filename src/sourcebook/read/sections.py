"""Sections: entries of a list that a place, a day or both stand over: "Akureyri, Monday.", "Rivera, radio station.".

Monitors and overnight round-ups tell a day town by town. What stands under such words happened there and then, and is
another event than that of the entry before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.read.circumstances import NOWHERE, Circumstance
from sourcebook.read.surroundings import is_title
from sourcebook.records import BlockKind, Place, Sentence, Span, TimeMention

#: Words that may stand between the place and the day of an entry.
_BETWEEN = frozenset({"in", "on", "at", "the", "and", "near", "region", "district", "province", "oblast", "governorate",
                      "county", "city", "town", "area", "state"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """What stands over the sentences that follow. ``paragraph``: the only one that it holds for; None: until the next.

    ``opened``: the number of the sentence from which on it holds.
    """

    place: Circumstance = NOWHERE
    date: Circumstance = NOWHERE
    paragraph: int | None = None
    opened: int = 0

    @property
    def is_entry(self) -> bool:
        """Whether it is one entry of a list, whose events are its own."""
        return self.paragraph is not None


NO_SECTION = Section()


def section_at(
    sentence: Sentence, number: int, before: Section, alone: bool, places: Iterable[Place], dates: Iterable[TimeMention]
) -> Section:
    """The section that a sentence stands in, given that of the sentence before.

    ``alone``: the sentence is all of its paragraph. A place on a line of its own holds until the next such line; words
    at the head of a paragraph hold for that paragraph.
    """
    found = _head(sentence, places, dates)
    if found is None:
        over = before.paragraph is not None and before.paragraph != sentence.paragraph
        return NO_SECTION if over else before
    place, date = found
    if alone:
        kept = before if before.paragraph is None else NO_SECTION
        return Section(
            place if place is not NOWHERE else kept.place, date if date is not NOWHERE else kept.date, None, number
        )
    if before.paragraph == sentence.paragraph and before.opened == number - 1:  # "Monday, 30 May. Kaoma: gunmen …"
        place, date = place if place is not NOWHERE else before.place, date if date is not NOWHERE else before.date
    return Section(place, date, sentence.paragraph, number)


def opens_entry(sentence: Sentence, dates: Iterable[TimeMention]) -> bool:
    """Whether a heading or a line with nothing but a time of day opens an entry: live blogs, round-ups, bulletins."""
    if sentence.block is BlockKind.HEADING:
        return True
    times = [d.span for d in dates if d.type == "TIME"]
    words = [t for t in sentence.tokens if t.pos != "PUNCT"]
    return bool(times) and len(words) <= _LONGEST and all(any(x.holds(t.span) for x in times) for t in words)


def _head(
    sentence: Sentence, places: Iterable[Place], dates: Iterable[TimeMention]
) -> tuple[Circumstance, Circumstance] | None:
    """Place and day of a sentence that holds nothing else, or of the words before its colon: "Friday: The army …"."""
    colon = next((t.i for t in sentence.tokens[1:_LONGEST] if t.text == ":"), len(sentence.tokens))
    words = [t for t in sentence.tokens[:colon] if t.pos != "PUNCT"]
    if not words or len(words) > _LONGEST or sentence.block not in (BlockKind.BODY, BlockKind.HEADING):
        return None
    head = Span(sentence.span.start, words[-1].end)
    here = [p for p in places if head.holds(p.span)]
    when = [d for d in dates if head.holds(d.span) and d.range is not None and d.type == "DATE"]
    if not here and not when:
        return None
    if len(here) == 1 and here[0].span.start == sentence.span.start:
        last = sentence.at(here[0].span.end - 1)
        if last is not None and is_title(sentence, last.i):
            return Circumstance(here[0].id, "heading", True), NOWHERE
    spans = [*(p.span for p in here), *(d.span for d in when)]
    for t in words:
        # "14 March, Rada, Al Bayda.": what a place and a day stand over may go on with where the place is
        wider = bool(here) and bool(when) and t.text[:1].isupper() and t.start >= here[0].span.end
        bracketed = bool(here) and sentence.tokens[t.i - 1].text == "("  # "Luhansk region (occupied)"
        held = any(x.holds(Span(t.start, t.end)) for x in spans)
        if not (held or t.lower in _BETWEEN or wider or bracketed):
            return None
    place = Circumstance(here[0].id, "heading", True) if here else NOWHERE
    date = Circumstance(when[0].id, "heading", True) if when else NOWHERE
    return place, date


_LONGEST = 8
