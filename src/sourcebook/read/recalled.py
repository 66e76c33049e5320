"""Recalled events: those that a report brings up as context, by the words around them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from sourcebook.lexicon import Lexicon
from sourcebook.read.triggers import Trigger
from sourcebook.records import BlockKind, DateRange, EventType, Parsed, TimeMention

#: Words under or above a trigger that put it in the past of the report.
MEMORY = frozenset({"anniversary", "commemorate", "commemoration", "memorial", "remember", "remembrance", "history",
                     "historic", "historical", "legacy", "archive", "decade", "veteran", "memory"})  # fmt: skip


def recalls(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the words around a trigger say that its event is an earlier one: a whole war, an anniversary."""
    s = trigger.sentence
    if trigger.type is EventType.WAR:
        return True
    token = s.tokens[trigger.head]
    if token.dep == "pobj" and s.tokens[token.head].lower == "since" and trigger.type in _LONG_AGO:
        return True  # "the deadliest blast since the invasion"
    above = s.ancestors(trigger.head)[:3] if not _says_where(trigger) else []
    near = [*above, *s.kids(trigger.head, "amod", "compound", "det", "npadvmod", "advmod")]
    return any(t.lemma in MEMORY for t in near)


#: What a count of time is begun from; "since the attack" may be about the very attack that is told.
_LONG_AGO = frozenset({
    EventType.ARMED_CLASH, EventType.TERRITORY_CHANGE, EventType.CEASEFIRE, EventType.WITHDRAWAL, EventType.AGREEMENT,
})  # fmt: skip


def _says_where(trigger: Trigger) -> bool:
    """ "A growing memorial at the corner where the boy was killed": the clause says where, not how long ago."""
    s = trigger.sentence
    return s.tokens[trigger.head].dep == "relcl" and any(k.lower == "where" for k in s.kids(trigger.head, "advmod"))


#: Headline and first sentences, in which an article that looks back says so.
_FRONT = 4
_MARKS = frozenset({"anniversary", "commemorate", "commemoration", "remembrance", "centenary", "bicentenary", "jubilee",
                    "memorialize", "remember", "historian", "exhibition", "documentary", "museum", "biography",
                    "archive", "archives"})  # fmt: skip
#: Works that tell of the past, where one of the verbs stands beside them.
_WORKS = frozenset({"book", "novel", "memoir", "film", "play", "opera", "mural", "diary"})
_TELL = frozenset({"tell", "recount", "recall", "depict", "portray", "describe", "show"})
#: "Forty years on, …"; but a term of prison is no memory: "2 to 15 years on a charge of manslaughter".
_YEARS_ON = re.compile(
    r"(?i)\b(?:years|decades|century|centuries|generation)\s+(?:on(?=\s*(?:[,.;:!?\u2013\u2014]|from\b|since\b|$))"
    r"|after\b|later\b|since\b)"
)
_TERM = frozenset({"sentence", "imprisonment", "bars", "parole", "probation"})
#: An event so many days old is one that an article looks back on; news of trials stays news for longer.
LONG_AGO = 365
#: What happens today in an article that looks back: its ceremonies and whoever disturbs them.
_OF_TODAY = frozenset({EventType.PROTEST, EventType.RIOT, EventType.MEETING, EventType.ARREST, EventType.AGREEMENT,
                       EventType.DIPLOMATIC_ACTION, EventType.FORCE_AGAINST_PROTESTERS})  # fmt: skip


def looks_back(parsed: Parsed, dates: Iterable[TimeMention]) -> bool:
    """Whether the article is about the memory of something long past: an anniversary, "forty years on".

    Its front must say so, and nowhere name a day of the last weeks for what is remembered; a year long past must be
    named, or the years counted.
    """
    front = [s for s in parsed.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:_FRONT]
    words = [{t.lemma for t in s.tokens} for s in front]
    counted = any(_YEARS_ON.search(s.span.of(parsed.text)) and not w & _TERM for s, w in zip(front, words, strict=True))
    if not counted and not any(w & _MARKS or (w & _WORKS and w & _TELL) for w in words):
        return False
    return counted or any(long_ago(d.range, parsed.article.published) for d in dates)


def long_ago(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether a day or year lies a year or more before publication, or names a year where that is not known."""
    if day is None or (day.high or day.low) is None:
        return False
    if published is None or published.low is None:
        return (day.high or day.low or dt.date.max) <= dt.date.max
    return (day.high or day.low or dt.date.max) <= published.low - dt.timedelta(days=LONG_AGO)


def is_of_today(trigger: Trigger, day: DateRange | None, close: bool, published: DateRange | None) -> bool:
    """Whether an event in an article that looks back is of today: by its kind, or with a recent day of its own."""
    if trigger.type in _OF_TODAY:
        return True
    return close and day is not None and not long_ago(day, published)
