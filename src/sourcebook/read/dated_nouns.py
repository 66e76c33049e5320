"""Dated nouns: events named by a noun behind their day, which the parser takes for a verb: "the May 4 slaying of".

"He was charged in the May 4, 2023, shooting of a baker": the parser ends the phrase with the date and lets somebody
shoot. Between a preposition, an article and a date, and what follows, a word in "-ing" is a noun that the date is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.records import Token

_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\.?$|(?:january|february|march|april|august|september"
    r"|october|november|december)$"
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_PART_OF_DAY = frozenset({"afternoon", "evening", "midday", "morning", "night", "noon"})
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?$")
_ARTICLES = frozenset({"a", "an", "another", "that", "the", "this"})
_HEADS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_DEADLY = frozenset({"brutal", "deadly", "double", "early", "fatal", "late", "mass", "triple"})


def dated_nouns(out: list[Token]) -> None:
    """Makes a noun of each such verb, under what the phrase hung on, with its date and article."""
    for verb in [t for t in out if t.tag == "VBG" and t.i > 2]:
        first = _date_before(out, verb.i)
        if first is None or (start := _article(out, first)) is None:
            continue
        tops = (t for t in out[start : verb.i] if not start <= t.head < verb.i and t.dep in _HEADS)
        top = next(tops, None)
        if top is None or top.head == verb.i:
            continue
        noun = out[verb.i + 1] if verb.i + 1 < len(out) else None
        head = verb.i
        if noun is not None and noun.lower in ("death", "deaths") and noun.head == verb.i:
            head = noun.i  # "the May 4 shooting death of"
        for t in out:
            if t.head in (verb.i, top.i) and t.i != verb.i and not first <= t.i < verb.i:
                aside = t.dep in ("dobj", "dative", "oprd") and t.i > verb.i
                out[t.i] = t._replace(head=head, dep="npadvmod" if aside else t.dep)
        for t in out[first : verb.i]:
            if t.head == top.i or t.i == top.i:
                out[t.i] = t._replace(head=head, dep="punct" if t.pos == "PUNCT" else "nmod")
        out[verb.i] = verb._replace(head=head, dep="compound", tag="NN", pos="NOUN", lemma=verb.lower)
        out[head] = out[head]._replace(head=top.head, dep=top.dep)


def _date_before(out: Sequence[Token], end: int) -> int | None:
    """Where the date starts that ends before word ``end``: "May 4, 2023,", "4 May", "Sunday night"."""
    at = end - 1
    named = False
    while at >= 0:
        word = out[at].lower
        if _MONTH.match(word) or _WEEKDAY.match(word):
            named = True
        elif not (_NUMBER.match(word) or word in _PART_OF_DAY or (word in (",", "-", "–") and _in_date(out, at))):
            break
        at -= 1
    return at + 1 if named else None


def _in_date(out: Sequence[Token], at: int) -> bool:
    return at > 0 and (_NUMBER.match(out[at - 1].lower) or _WEEKDAY.match(out[at - 1].lower)) is not None


def _article(out: Sequence[Token], first: int) -> int | None:
    """Where the phrase starts that the date stands in, if it has an article: no "seen on May 4 shooting at a bar"."""
    at = first - 1
    while at >= 0 and out[at].lower in _DEADLY:
        at -= 1
    return at if at >= 0 and out[at].lower in _ARTICLES else None
