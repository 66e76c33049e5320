"""Orders: which of several events comes after another, by the words: "a second strike", "an hour after its attack on a
ferry"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sourcebook.read.comparisons import others_of
from sourcebook.records import EventType, Mention, Sentence, Token

E = EventType

#: Types of which the weapon is what comes a second time, not a victim: "a second salvo hit", "a second man was shot".
OF_WEAPONS = frozenset({
    E.AIR_STRIKE, E.DRONE_STRIKE, E.SHELLING, E.BOMBING, E.SUICIDE_BOMBING, E.STRIKE, E.VESSEL_ATTACK,
})  # fmt: skip

_UNITS = frozenset({"second", "minute", "hour", "day", "night", "week", "weekend", "month", "year"})
_SINCE = frozenset({"later", "afterwards", "afterward"})

#: Verbs that say only that something took place.
_COMES = frozenset({"come", "happen", "occur", "follow"})
_IT = frozenset({"it", "this", "that", "these", "they", "which", "both"})
#: How it ended for someone is no second event, however long after: "died two days after the attack".
_ENDS = frozenset({"die", "succumb", "perish", "find", "pronounce", "declare", "wake", "recover"})


@dataclass(frozen=True, slots=True)
class Interval:
    """The time between two events, as it is counted: the word that ``tells`` one, and that of the ``other``."""

    tells: int
    way: str  # "before", "after", "same": on the same day as it; "beside": it is only compared with it, or tied to it
    other: int
    tie: int  # the word "before", "after" or "as"


def intervals_of(s: Sentence) -> Iterator[Interval]:
    """The times counted from one event to another: "It came hours before two guards were shot"."""
    for tie in s.tokens:
        if (found := _same_day(s, tie)) is not None:
            yield found
        if tie.lower not in ("before", "after") or not tie.i or _unit(s, tie.i - 1) not in _UNITS:
            continue
        above = s.tokens[tie.head]
        if tie.dep == "prep":
            for kid in s.kids(tie.i, "pobj", "pcomp"):
                yield Interval(tie.head, tie.lower, kid.i, tie.i)
        elif tie.dep in ("mark", "advmod") and above.dep == "advcl":
            yield Interval(above.head, tie.lower, above.i, tie.i)
    yield from (Interval(tells, "beside", other, tie) for tells, other, tie in others_of(s))


def _same_day(s: Sentence, tie: Token) -> Interval | None:
    """ "The shelling came on the same day as a drone strike on a lorry"."""
    if tie.lower != "as" or tie.i < 2 or s.tokens[tie.i - 2].lower != "same" or _unit(s, tie.i - 1) not in _UNITS:
        return None
    other = next((k for k in s.kids(tie.i, "pobj")), None)
    tells = next((a for a in s.ancestors(tie.i - 1) if a.pos in ("VERB", "AUX")), None)
    return Interval(tells.i, "same", other.i, tie.i) if other is not None and tells is not None else None


def interval_to(s: Sentence, head: int) -> Interval | None:
    """The time that is counted from another event of the sentence to this one: "it came hours before the raid"."""
    for found in intervals_of(s):
        verb = s.tokens[found.tells].lemma
        if verb not in _ENDS and (found.way != "before" or verb in _COMES) and is_within(s, head, found):
            return found
    return None


def days_from(s: Sentence, interval: Interval) -> int | None:
    """So many days the interval counts: none for hours, 1 for "a day", None for what is not told so finely."""
    tie = interval.tie
    if interval.way == "same":
        return 0
    if interval.way == "beside":
        return None
    unit = _unit(s, tie - 1)
    if unit in ("second", "minute", "hour"):
        return 0
    number = s.tokens[tie - 2].lower if tie > 1 else ""
    return 1 if unit in ("day", "night") and number in ("a", "one") else None


def is_within(s: Sentence, i: int, interval: Interval) -> bool:
    """Whether a word belongs to the other event."""
    return i == interval.other or any(a.i == interval.other for a in s.ancestors(i))


def is_measured_off(s: Sentence, head: int) -> bool:
    """Whether the words count the time from another event of the sentence to this one."""
    return interval_to(s, head) is not None


def is_recalled_beside(s: Sentence, interval: Interval, attacks: Collection[int]) -> bool:
    """Whether the other event is earlier than one of the ``attacks``, by whose words it is only recalled."""
    if interval.way in ("before", "beside"):
        return False
    tells = s.tokens[interval.tells]
    new = any(k.lower in ("a", "an", "another") for k in s.kids(interval.other, "det"))
    it = any(k.lower in _IT for k in s.kids(tells.i, "nsubj"))  # "the mayor came an hour after the attack"
    return (tells.lemma in _COMES and (it or new)) or any(i == tells.i or s.tokens[i].head == tells.i for i in attacks)


def counted_from(s: Sentence, head: int) -> int | None:
    """The word of the earlier event from which the time is counted to this one: "hit it an hour after the raid"."""
    for found in intervals_of(s):
        own = head == found.tells or s.tokens[head].head == found.tells
        if own and head != found.other and found.way == "after" and s.tokens[found.tells].lemma not in _ENDS:
            return found.other
    return None


def is_later(m: Mention, s: Sentence) -> bool:
    """Whether the sentence counts the time from what was told before: "half an hour later a second strike hit"."""
    words = [t for t in s.tokens if t.end <= m.trigger.start]
    return any(w.lower in _SINCE and n and _unit(s, n - 1) in _UNITS for n, w in enumerate(words))


def _unit(s: Sentence, i: int) -> str:
    return s.tokens[i].lower.removesuffix("s")


def hits_something(m: Mention, s: Sentence) -> bool:
    """Whether the words say what it struck, as "hit the rescuers" does and "went off" does not."""
    token = s.at(m.trigger.end - 1)
    if token is None:
        return False
    verb = token if token.pos == "VERB" else s.tokens[token.head]
    return verb.pos == "VERB" and bool(s.kids(verb.i, "dobj", "nsubjpass") or m.tolls or m.recipients)


def ranks_of(m: Mention, s: Sentence) -> frozenset[str]:
    """The words before an event, or before what does it, that number it or set it apart: "a second air strike"."""
    token, last = s.at(m.trigger.start), s.at(m.trigger.end - 1)
    if token is None:
        return frozenset()
    heads = [token] if last is None or last.i == token.i or token.pos == "VERB" else [token, last]
    if token.pos == "VERB" and m.event_type in OF_WEAPONS:
        heads += s.kids(token.i, "nsubj")
    if token.pos == "VERB" and not m.recipients:  # "a second teenager was shot" is another victim of the same
        heads += s.kids(token.i, "nsubj", "nsubjpass")
        if token.dep == "conj":
            heads += s.kids(token.head, "nsubjpass")
    return frozenset(k.lower for h in heads for k in s.kids(h.i, "det", "amod", "advmod") if k.i < h.i)


def is_once_more(s: Sentence, verb: int) -> bool:
    """Whether a verb tells of what was done before as done anew: "was hit again", "for the second time in a day"."""
    if s.tokens[verb].pos != "VERB":
        return False
    for k in s.kids(verb, "advmod", "npadvmod", "dobj", "prep", "pobj"):
        if k.i < verb:
            continue
        if k.lower == "again" or (k.lower == "more" and s.tokens[k.i - 1].lower == "once"):
            return True
        times = [k, *(p for p in s.kids(k.i, "pobj") if k.lower == "for")]
        if any(t.lower == "time" and any(a.lower in _AGAIN for a in s.kids(t.i, "amod")) for t in times):
            return True
    return False


_AGAIN = frozenset({"second", "third", "fourth"})
