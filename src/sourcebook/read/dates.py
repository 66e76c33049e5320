"""Dates: temporal expressions with their TIMEX3 value, the days they cover, precision and anchor.

The forms are rules in ``data/timexes.toml``; :mod:`sourcebook.read.timexes` reads what they match. This stage finds
them in sentences and datelines, tells which way the verb looks, and keeps what was spoken of last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.calendar import TimexRule
from sourcebook.lexicon.tenses import Tenses
from sourcebook.read.circumstances import is_of_the_telling
from sourcebook.read.lapses import with_beginnings
from sourcebook.read.tenses import Way, direction
from sourcebook.read.timevalues import Clock, Reading
from sourcebook.read.timexes import READERS
from sourcebook.read.weeks import week_told
from sourcebook.records import BlockKind, Found, Parsed, Rejected, Sentence, Span, TimeMention

#: Month names that are also other words, and so need a capital and company ("May", "March").
_ALSO_WORDS = frozenset({"may", "march", "mar", "sun", "sat", "dec", "sept", "sep", "jan"})
#: Months that are first names too, where a name goes on after them: "April Okoro".
_NAMES = frozenset({"april", "june", "august", "may"})
_NAME = re.compile(r" [A-Z][a-z]+")
_LEADS = re.compile(
    r"\b(?:in|since|of|until|till|by|during|from|between|to|through|early|late|mid|last|this|"
    r"next|end|on|for|and|before|after)[ -]?$",
    re.IGNORECASE,
)
#: Countries where 3/4 is the third of April are all but these (ISO codes).
_MONTH_FIRST = frozenset({"US", "PH", "CA", None})


def find_dates(parsed: Parsed, lexicon: Lexicon) -> Found[TimeMention]:
    """Every temporal expression of the article, in page order.

    An article without a day of publication is read as of the week that its own words tell, if they do.
    """
    found = _read(parsed, lexicon, None)
    week = week_told(found.items) if parsed.article.published is None else None
    return _read(parsed, lexicon, week) if week is not None else found


def _read(parsed: Parsed, lexicon: Lexicon, told: dt.date | None) -> Found[TimeMention]:
    published = parsed.article.published
    today = published.low if published else None
    month_first = _country(parsed, lexicon) in _MONTH_FIRST
    items: list[TimeMention] = []
    rejected: list[Rejected] = []
    last: Reading | None = None
    scene = -1  # the stretch in which a time of what happened, not of its telling, was last spoken of
    quarter: Reading | None = None
    for number, (span, sentence) in enumerate(_stretches(parsed)):
        text = span.of(parsed.text)
        for rule, m in lexicon.timexes.matches(text, lambda r, m, s=sentence: _usable(r, m, s)):  # type: ignore[misc]
            place = Span(span.start + m.start(), span.start + m.end())
            way = direction(sentence, place, parsed.text, lexicon.tenses)
            by_name = rule.reads in _BY_NAME and way is Way.BACK
            clock = Clock(told if told and (by_name or today is None) else today, way, last, quarter, month_first)
            reading = READERS[rule.reads](m, clock)
            if reading is None:
                rejected.append(Rejected("dates", place, Reason.NOT_A_DATE, rule.id))
                continue
            if reading.refers and re.fullmatch(r"\d{4}-Q\d", reading.value):
                quarter = _in_view(quarter, reading, today)
            elif reading.value in ("P9M", "P6M", "P1Y"):  # from here on figures are for more than the quarter
                quarter = None
            if reading.refers and reading.range and reading.type in ("DATE", "TIME"):
                if not (telling := _is_of_a_telling(sentence, place, lexicon.tenses)):
                    scene = number
                if not telling or scene != number:  # "was hit on Sunday, he said on Monday. An hour later": Sunday's
                    last = reading
                if rule.reads in _BY_NUMBER:
                    told = _told_of(reading, sentence, number, today) or told
            items.append(
                TimeMention(
                    id=f"{parsed.article.id}.d{len(items) + 1}",
                    article=parsed.article.id,
                    span=place,
                    text=place.of(parsed.text),
                    type=reading.type,
                    value=reading.value,
                    range=reading.range,
                    anchor=clock.today if reading.anchored else None,
                    rule=rule.id,
                )
            )
    return Found(with_beginnings(items, parsed, today), tuple(rejected))


def _is_of_a_telling(sentence: Sentence | None, place: Span, tenses: Tenses) -> bool:
    """Whether a time belongs to words of saying: "the owner said on Monday"."""
    token = sentence.at(place.end - 1) if sentence is not None else None
    if sentence is None or token is None:
        return False
    verb = next((a for a in sentence.ancestors(token.i) if a.pos in ("VERB", "AUX")), None)
    return (verb is not None and verb.lemma in tenses.speech) or is_of_the_telling(sentence, token.i)


#: Readers of days by the name of the weekday, which a bulletin's reader looks for in the week that it is of.
_BY_NAME = frozenset({"weekday", "part_weekday", "clock_weekday"})
#: Readers of days by their number: those that a bulletin names its period with.
_BY_NUMBER = frozenset({"iso", "numeric", "month_day", "day_month", "week_of_day"})
#: How many days a bulletin's period has, and how long after it a bulletin comes out at the latest.
_WEEK = range(4, 12)
_AFTER = dt.timedelta(21)
#: Lines longer than this (words) are sentences, whatever they lack.
_LINE = 16


def _told_of(reading: Reading, sentence: Sentence | None, number: int, today: dt.date | None) -> dt.date | None:
    """The last day of what a page says it tells of: "Weekly summary, 2 to 8 October 2023", "Update of 14 May 2025".

    Days of the week on such a page lie in that week, not in the one before publication; a page without a date of
    publication is read as of that day.
    """
    days = reading.range
    if days is None or days.low is None or days.high is None or sentence is None or reading.type != "DATE":
        return None
    titled = sentence.block in (BlockKind.HEADLINE, BlockKind.HEADING) or (
        len(sentence.tokens) <= _LINE and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens)
    )
    if (days.high - days.low).days + 1 in _WEEK:
        near = today is None or dt.timedelta(0) <= today - days.high <= _AFTER
        return days.high if near and (titled or number == 0) else None
    return days.high if today is None and titled and not reading.anchored and days.low == days.high else None


def _in_view(before: Reading | None, now: Reading, today: dt.date | None) -> Reading:
    """The quarter that figures are for: the one that ended last, whatever others are spoken of beside it."""
    if before is None or today is None or before.range is None or now.range is None:
        return now
    ends = now.range.high
    return before if ends is None or ends > today or ends < (before.range.high or ends) else now


def _stretches(parsed: Parsed) -> Iterator[tuple[Span, Sentence | None]]:
    """Sentences and dateline blocks in page order; of the dateline only what is not in a sentence."""
    lines = [b.span for b in parsed.article.blocks if b.kind is BlockKind.DATELINE]
    both: list[tuple[Span, Sentence | None]] = [(s.span, s) for s in parsed.sentences]
    both += [(d, None) for d in lines if not any(d.overlaps(s.span) for s in parsed.sentences)]
    return iter(sorted(both, key=lambda x: x[0]))


def _country(parsed: Parsed, lexicon: Lexicon) -> str | None:
    outlets = getattr(lexicon, "outlets", None)
    if outlets is None:
        return None
    for name in (parsed.article.outlet, parsed.article.url):
        found = name and (outlets.at(name) or outlets.named(name))
        if found:
            return str(found.country)
    return None


def _usable(rule: TimexRule, m: re.Match[str], sentence: Sentence | None) -> bool:
    """Whether a month or weekday in the match is one: "may" and "March on" are not."""
    groups = m.re.groupindex
    if "month" in groups and (word := m["month"]):
        plain = word.lower().rstrip(".")
        if plain == word and (plain in _ALSO_WORDS or rule.reads == "month"):
            return False
        if rule.reads == "day_month" and m["yy"] and not word.isupper():
            return False
        if plain in _NAMES and rule.reads == "month" and _NAME.match(m.string[m.end() :]):
            return _LEADS.search(m.string[: m.start("month")]) is not None or m.start("month") > m.start()
        if plain in ("may", "march") and rule.reads in ("month", "month_day", "relative_month"):
            return _is_month(m, word, sentence)
        if (
            len(plain) <= 4
            and plain not in ("june", "july")
            and rule.reads == "month"
            and not word.endswith(".")
            and plain != "may"
        ):
            return False
    if "weekday" in groups and (word := m["weekday"]) and len(word.rstrip(".")) <= 5:
        return not word.islower()
    return True


def _is_month(m: re.Match[str], word: str, sentence: Sentence | None) -> bool:
    if "dom" in m.re.groupindex and m["dom"]:
        return True
    token = sentence.at(sentence.span.start + m.start("month")) if sentence else None
    if token and token.tag in ("MD", "VB", "VBP", "VBD"):
        return False
    if token and token.tag == "NNP" and word.istitle() and token.i > 0 and token.dep != "nsubj":
        return True
    before = m.string[: m.start("month")]
    return bool(_LEADS.search(before)) or (m.start("month") > m.start())
