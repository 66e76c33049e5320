"""Timings: the time of an event, chosen for the event and not for its article."""

from __future__ import annotations

import datetime as dt
import re

from sourcebook.read.circumstances import (
    NOWHERE,
    Circumstance,
    came_after,
    depth,
    is_content,
    is_of_the_count,
    is_of_the_telling,
    is_within_aftermath,
    nearness,
    raises_the_count,
    start_of,
)
from sourcebook.read.lapses import follows_lapse
from sourcebook.read.sequels import goes_on_from, sequel_over
from sourcebook.read.triggers import Trigger
from sourcebook.records import Claim, DatePrecision, DateRange, EventType, Sentence, Span, Stance, TimeMention

#: An event at least this many days before publication is one recalled, not one reported.
RECALLED_DAYS = 30

#: Reasons of a date that stands in the event's own sentence or over it; the others were taken over from elsewhere.
SURE = frozenset({"clause", "sentence", "heading"})

#: An event that the lead tells of is the article's own for so long: trials come within three years as a rule.
STILL_NEWS_DAYS = 3 * 365


def own_date(
    trigger: Trigger, dates: list[TimeMention], claims: tuple[Claim, ...], deeds: frozenset[int] = frozenset()
) -> Circumstance:
    """The time expression that stands with the event in its sentence. ``deeds``: the heads of all its triggers."""
    if raises_the_count(trigger.sentence, trigger.sentence.tokens[trigger.head]):
        return NOWHERE
    if (then := next((d for d in dates if _is_when(trigger, d)), None)) is not None:
        return Circumstance(then.id, "clause", True, True)
    best: tuple[tuple[float, ...], TimeMention] | None = None
    told: TimeMention | None = None
    unanchored: TimeMention | None = None
    aftermath = is_within_aftermath(trigger.sentence, trigger.head, set())
    if lapses := _lapses(trigger, dates):
        known = next((d for d in lapses if d.range is not None and d.range.precision is not DatePrecision.RANGE), None)
        dates = [d for d in dates if any(_is_with_lapse(trigger, x, d) for x in lapses)]
        if known is not None and not dates:
            return Circumstance(known.id, "clause", True, True)
    for date in dates:
        if date.type in ("DURATION", "SET") or is_clock(date):
            continue
        last = trigger.sentence.at(date.span.end - 1)
        if last is not None and is_of_the_count(trigger.sentence, last.i, trigger.head):
            continue
        if date.range is None or date.range.low is None:
            if is_unanchored(date) and nearness(trigger, date.span, claims) >= 2:
                unanchored = unanchored or date
            continue
        if _is_of_earlier(trigger, date.span):
            continue
        near = nearness(trigger, date.span, claims)
        sequel = sequel_over(trigger.sentence, last.i) if near < 4 and last is not None else None
        apart = sequel is not None and not goes_on_from(trigger.sentence, trigger.head, sequel)
        if apart and not (_is_second(trigger, date, dates) or _is_of_old(trigger, date)):
            continue  # "police made an arrest on Friday in the shooting"
        near = near or int(_is_told(trigger.sentence, date.span, claims))
        second = near < 2 and _is_second(trigger, date, dates)
        near = 2 if second else near
        if near == 2 and not second and came_after(trigger.sentence, trigger.head, date.span, deeds):
            told = told or date
            continue
        if near < 4 and aftermath and not second and not (_answers(trigger, claims) and _is_older(trigger, date)):
            continue
        if _is_deadline(trigger, date.span) or (near < 3 and _is_to_come(trigger, date)):
            continue
        if near == 0:
            # "On Monday it was reported that …": the day of the telling stands for the event's if nothing better does
            token = trigger.sentence.at(date.span.end - 1)
            if token is None or is_of_the_telling(trigger.sentence, token.i):
                continue  # "in a statement published on Tuesday"
            if _answers(trigger, claims) and not _is_older(trigger, date):
                continue  # "denied on Wednesday that"
            fine = _WIDTH.get(date.range.precision, 9) == 0
            before = date.span.start <= trigger.span.start
            noun = trigger.sentence.tokens[trigger.head].dep == "dobj"  # "reported strikes near Homs on Monday"
            old = _is_known(trigger)  # its day has been told, or it is nobody's news
            told = date if told is None and fine and (before or noun) and not old else told
            continue
        gap = min(abs(date.span.start - trigger.span.end), abs(trigger.span.start - date.span.end))
        beside = near == 1 and _describes_another(trigger, date.span)
        if beside and date.range.precision in _LONG:
            continue  # "fired a gun that he had bought in September"
        far = depth(trigger.sentence, trigger.head, date.span) if near == 2 else 0
        rank = (-near if near >= 3 else int(beside) - 1, far, _WIDTH.get(date.range.precision, 9), gap)
        if best is None or rank < best[0]:
            best = (rank, date)
    if best is None and unanchored is not None:
        return Circumstance(unanchored.id, "clause", True)
    if best is None:
        return Circumstance(told.id, "told") if told is not None else NOWHERE
    near = nearness(trigger, best[1].span, claims)
    return Circumstance(best[1].id, "clause" if near >= 2 else "sentence", near >= 2 or len(dates) == 1, near >= 3)


def _is_known(trigger: Trigger) -> bool:
    """Whether it was done in an event that is spoken of as known: "said on Friday that three died in the attack"."""
    s = trigger.sentence
    inside = [k for p in s.kids(trigger.head, "prep") if p.lower in ("in", "during") for k in s.kids(p.i, "pobj")]
    own = s.tokens[trigger.head]
    over = s.tokens[s.tokens[own.head].head]
    inside += [own] if own.dep == "pobj" and over.pos == "VERB" and s.tokens[own.head].lower in ("in", "during") else []
    return any(k.lemma in _DEEDS and any(d.lower in _THE for d in s.kids(k.i, "det")) for k in inside)


_DEEDS = frozenset({
    "ambush", "assault", "attack", "blast", "bombardment", "bombing", "explosion", "incident", "massacre", "raid",
    "riot", "shelling", "shooting", "siege", "stabbing", "strike",
})  # fmt: skip
_THE = frozenset({"the", "that", "this"})


def _is_when(trigger: Trigger, date: TimeMention) -> bool:
    """Whether a clause with "when" hangs on a day and tells the event: "shut since Friday, when gunmen hit a bus"."""
    s = trigger.sentence
    last = s.at(date.span.end - 1)
    if last is None or date.range is None or date.range.precision not in _OF_ONE_DAY:
        return False
    behind = s.tokens[last.i + 1 : last.i + 3]
    if [t.lower for t in behind] != [",", "when"] or trigger.head < behind[1].i:
        return False
    when = behind[1]
    return s.tokens[when.head].i in {trigger.head, *(a.i for a in s.ancestors(trigger.head))} and when.head > when.i


_OF_ONE_DAY = frozenset({DatePrecision.DAY, DatePrecision.TIME})


#: So wide a time says less of an event than the report of it.
_LONG = frozenset({DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.RANGE})


def _describes_another(trigger: Trigger, span: Span) -> bool:
    """Whether a time stands in a clause on something else named beside: "returned to a hall that was bombed on Friday
    and killed two"."""
    s = trigger.sentence
    token = s.at(span.end - 1)
    verb = next((a for a in s.ancestors(token.i) if a.pos in ("VERB", "AUX")), None) if token is not None else None
    over = {a.i for a in s.ancestors(trigger.head)}
    return verb is not None and verb.dep in ("relcl", "acl") and verb.i not in over


def _lapses(trigger: Trigger, dates: list[TimeMention]) -> list[TimeMention]:
    """The lengths of time that are counted from the event on: "A week after he was stabbed, police have no trace"."""
    s = trigger.sentence
    return [d for d in dates if d.type == "DURATION" and follows_lapse(s, d.span, trigger.head)]


def _is_with_lapse(trigger: Trigger, lapse: TimeMention, date: TimeMention) -> bool:
    """Whether a time stands with the event from which the length is counted, and not with what came after it."""
    token = trigger.sentence.at(date.span.end - 1)
    return token is not None and follows_lapse(trigger.sentence, lapse.span, token.i)


def _is_of_earlier(trigger: Trigger, span: Span) -> bool:
    """Whether a time stands with how it had come to be, or what else is counted from then: "bombed a hall where 90 had
    lived since war broke out in May", "killed two, raising the toll since May to 90"."""
    s = trigger.sentence
    token = s.at(span.end - 1)
    above = start_of(s, token.i) if token is not None else None
    if above is None:
        return False
    inside = trigger.head == above.i or any(a.lower == "since" for a in s.ancestors(trigger.head))
    if above.pos == "NOUN":
        return not inside or (above.i == trigger.head and above.tag == "NN")  # "the second attack since March"
    governed = {trigger.head, *(a.i for a in s.ancestors(trigger.head) if a.pos in ("VERB", "AUX"))}
    return above.i not in governed and not inside


def _is_told(s: Sentence, span: Span, claims: tuple[Claim, ...]) -> bool:
    """Whether a time hangs on the words of saying and is said all the same: "was shot Monday, police said"."""
    token = s.at(span.end - 1)
    return token is not None and not is_of_the_telling(s, token.i) and any(is_content(s, span, c) for c in claims)


def _is_to_come(trigger: Trigger, date: TimeMention) -> bool:
    """Whether a date ahead of publication stands beside an event told in the past: "the vigil is on Friday for …"."""
    told = any(t.tag in ("VBD", "VBN") for t in trigger.sentence.tokens[trigger.first : trigger.last + 1])
    low = date.range.low if date.range else None
    return told and low is not None and date.anchor is not None and low > date.anchor + dt.timedelta(days=1)


def _is_deadline(trigger: Trigger, span: Span) -> bool:
    """ "by the end of May", "until Friday": how long something has time or holds, and not when it was agreed on."""
    s = trigger.sentence
    token = s.at(span.start)
    if token is None or token.i == 0:
        return False
    before = s.tokens[token.i - 1]
    if before.lower in ("the", "at", "of") and before.i:
        before = s.tokens[before.i - 1]
    here = before if token.lower not in ("by", "until", "till") else token
    return here.lower in ("by", "until", "till", "through") and trigger.type not in _TAKES_TIME


#: What is done by a day: a deadline is the best that can be said of when.
_TAKES_TIME = frozenset({
    EventType.WITHDRAWAL, EventType.TROOP_MOVEMENT, EventType.DISPLACEMENT, EventType.PRISONER_RELEASE,
    EventType.ARMS_TRANSFER,
})  # fmt: skip


def _is_second(trigger: Trigger, date: TimeMention, dates: list[TimeMention]) -> bool:
    """Whether a day stands behind the event while another, before it, is that of the telling: "on Wednesday called for
    the release of a man who was kidnapped near Beja, in the south, on Sunday"."""
    s = trigger.sentence
    verb = _verb_over(s, date.span)
    if verb is None or date.span.start < trigger.span.end or date.type != "DATE":
        return False
    others = [d for d in dates if d.span.end <= trigger.span.start and d.type == "DATE" and d.value != date.value]
    return any(_verb_over(s, d.span) == verb for d in others)


def _verb_over(s: Sentence, span: Span) -> int | None:
    """The verb that a time hangs on by a preposition, or by itself."""
    token = s.at(span.end - 1)
    if token is None:
        return None
    above = s.tokens[token.head]
    above = s.tokens[above.head] if above.pos == "ADP" else above
    return above.i if above.pos == "VERB" else None


def _is_older(trigger: Trigger, date: TimeMention) -> bool:
    """Whether a day behind an event lies too far back for the answer to it: "condemns the murder of two on 8 May"."""
    if date.range is None or date.range.high is None or date.anchor is None or date.span.start < trigger.span.end:
        return False
    return date.range.high <= date.anchor - _NEWS


def _is_of_old(trigger: Trigger, date: TimeMention) -> bool:
    """Whether a time behind an event lies too far back for what came of it to be news: "jailed for a raid in May"."""
    high = date.range.high if date.range is not None else None
    return (
        high is not None
        and date.anchor is not None
        and date.span.start > trigger.span.end
        and (high <= date.anchor - _WEEK)
    )


_WEEK = dt.timedelta(days=8)
#: What is answered, and when it was answered, is news for so long.
_NEWS = dt.timedelta(days=3)


def _answers(trigger: Trigger, claims: tuple[Claim, ...]) -> bool:
    """Whether the event is told in an answer to what others said before: a denial, an admission, a condemnation."""
    return any(c.stance in _ANSWERS and any(p.holds(trigger.span) for p in c.content) for c in claims)


_ANSWERS = frozenset({Stance.DENY, Stance.DISPUTE, Stance.ADMIT, Stance.CONDEMN, Stance.NO_COMMENT, Stance.SUPPORT,
                      Stance.ACCUSE, Stance.CONFIRM})  # fmt: skip


def is_unanchored(date: TimeMention) -> bool:
    """Whether nothing tells the year of a named day or month: "on 5 August", "on Sunday", on a page without a date."""
    return (
        date.type in ("DATE", "TIME")
        and (date.range is None or date.range.low is None)
        and (_UNANCHORED.match(date.value) is not None)
    )


_UNANCHORED = re.compile(r"XXXX-(?:\d\d|WXX-\d)")


def is_pointer(text: str) -> bool:
    """Whether a time expression only points back to a time told before: "that night", "the same day"."""
    return _POINTER.match(text) is not None


_POINTER = re.compile(
    r"(?i)(?:that|the same|the very)\s+(?:day|night|morning|afternoon|evening|hour|moment|week|time)\b"
)


def is_clock(date: TimeMention) -> bool:
    """A time of day without its day, which only an anchor elsewhere could give."""
    return date.type == "TIME" and not _DAY.search(date.text)


_DAY = re.compile(
    r"(?i)\d[/-]\d|\b(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|yesterday|tomorrow"
    r"|\b(today|this|that|last|tonight|overnight|same|previous|next|following|later|earlier)\b"
)


_WIDTH = {DatePrecision.TIME: 0, DatePrecision.DAY: 0, DatePrecision.WEEK: 2, DatePrecision.MONTH: 3,
          DatePrecision.RANGE: 3, DatePrecision.YEAR: 4}  # fmt: skip


def is_recalled(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether an event of that time is context in an article of that day."""
    if day is None:
        return False
    if published is None or published.low is None:
        return day.precision is DatePrecision.YEAR  # "in 2016": nobody dates the news so
    last = day.high or day.low
    return last is not None and last <= published.low - dt.timedelta(days=RECALLED_DAYS)


def is_recent(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether an old event is recent enough for news to be about it still: a trial, an inquest, a late report."""
    if day is None or published is None or published.low is None or day.low is None:
        return day is None
    return day.low >= published.low - dt.timedelta(days=STILL_NEWS_DAYS)


def is_ahead(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether a time lies wholly after publication: what is told of it is a plan."""
    if day is None or day.low is None or published is None:
        return False
    last = published.high or published.low
    # a day of grace: reports are dated in their own time zone
    return last is not None and day.low > last + dt.timedelta(days=1)
