"""Particulars: whether what a page tells of violence is one event, or violence in general ("the killing of peasants").

A report says of an event when, where, whom, how many; a speech, a column or a communiqué names violence to speak of
something else. Each sign found adds its weight (``data/particulars.toml``); below 0 no incident is made of the telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.lexicon.particulars import Particulars
from sourcebook.read.tellings import DAYS
from sourcebook.read.whereabouts import SURE_PLACE
from sourcebook.records import (
    Article,
    BlockKind,
    DateRange,
    EventType,
    Factuality,
    Harm,
    Mention,
    Phase,
    Place,
    PlacePrecision,
    Reading,
    Sentence,
    Token,
    Toll,
    TollScope,
)

E = EventType

#: Types that speeches speak of in general. Deals, arrests and movements are told by other rules (``link/incidents``).
JUDGED = frozenset({
    E.AIR_STRIKE, E.DRONE_STRIKE, E.SHELLING, E.BOMBING, E.SUICIDE_BOMBING, E.GRENADE, E.CHEMICAL_ATTACK, E.STRIKE,
    E.ARMED_CLASH, E.ARMED_ATTACK, E.KILLING, E.EXECUTION, E.SEXUAL_VIOLENCE, E.TORTURE, E.ABDUCTION,
    E.LOOTING_DESTRUCTION, E.VESSEL_ATTACK, E.RIOT, E.FORCE_AGAINST_PROTESTERS,
})  # fmt: skip

#: Sentences from the start of an article that are its lead, and from where on a telling stands far down.
LEAD, FAR = 3, 12

#: An event that a report brings as news is no older than this many days.
NEWS = 21

#: A count of so many dead is that of a war.
MASS = 400

_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.DISTRICT})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOT_ONE = frozenset({"any", "every", "each", "no", "such", "all"})
_SPEAKING = frozenset({"we", "our", "us", "ours", "ourselves", "i", "my", "me", "you", "your"})

#: So many words of speeches in one sentence make it one about violence at large.
MANY = 3

#: An article of which so large a share of sentences says "we" or "I" is a speech or an interview.
SPEECH = 0.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of a page the signs are looked up in."""

    sentences: Mapping[str, Sentence]
    dates: Mapping[str, DateRange | None]
    places: Mapping[str, Place]
    articles: Mapping[str, Article]
    speeches: frozenset[str]  # articles
    first: Mapping[str, int]  # article → number of its first sentence that is not a headline
    tolls: Mapping[str, tuple[Toll, ...]]  # mention → its tolls
    table: Particulars


def surroundings_of(reading: Reading, table: Particulars) -> Surroundings:
    """Look-ups for one page."""
    tolls: dict[str, list[Toll]] = {}
    for t in reading.tolls:
        if t.mention is not None:
            tolls.setdefault(t.mention, []).append(t)
    spoken: dict[str, list[bool]] = {}
    first: dict[str, int] = {}
    for s in reading.sentences:
        if s.block is BlockKind.BODY:
            spoken.setdefault(s.article, []).append(_speaks(s))
            first.setdefault(s.article, _number(s.id))
    return Surroundings(
        {s.id: s for s in reading.sentences},
        {d.id: d.range for d in reading.dates},
        {p.id: p for p in reading.places},
        {a.id: a for a in reading.articles},
        frozenset(a for a, v in spoken.items() if sum(v) >= SPEECH * len(v)),
        first,
        {m: tuple(ts) for m, ts in tolls.items()},
        table,
    )


def is_particular(mentions: Iterable[Mention], around: Surroundings) -> bool:
    """Whether mentions of one cluster tell of one event. Types that are not judged always do."""
    told = tuple(mentions)
    if not any(m.event_type in JUDGED for m in told):
        return True
    return around.table.score(signs_of(told, around)) >= 0


def signs_of(mentions: Iterable[Mention], around: Surroundings) -> frozenset[str]:
    """The signs that a telling bears. Judged are its mentions of something that happened, if there are any."""
    told = tuple(mentions)
    real = tuple(m for m in told if _actual(m)) or told
    found = [*_position(real, around), *_when(real, around), *_where(real, around), *_whom(real, around)]
    return frozenset([*found, *_wording(real, around)]) - {""}


def _actual(m: Mention) -> bool:
    denied = m.factuality in (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT)
    return m.phase in (Phase.OCCURRED, Phase.ONGOING) and not denied


def _number(sentence: str) -> int:
    return int(sentence.rpartition("s")[2])


def _speaks(s: Sentence) -> bool:
    return any(t.lower in _SPEAKING for t in s.tokens)


def _position(real: tuple[Mention, ...], around: Surroundings) -> Iterator[str]:
    earliest = min(_number(m.sentence) - around.first.get(m.article, 0) for m in real)
    if any((s := around.sentences.get(m.sentence)) and s.block is BlockKind.HEADLINE for m in real):
        yield "headline"
    if earliest < LEAD:
        yield "lead"
    if earliest >= FAR:
        yield "far-down"
    if len({m.sentence for m in real}) >= 4:
        yield "four-sentences"
    if len(real) == 1:
        yield "one-word"
    if any(m.claim is None for m in real):
        yield "own-voice"
    if any(m.article in around.speeches for m in real):
        yield "speech"


def _when(real: tuple[Mention, ...], around: Surroundings) -> Iterator[str]:
    dated = False
    for m in real:
        day = around.dates.get(m.date or "")
        if day is None or day.low is None or m.date_reason not in ("clause", "sentence", "told"):
            continue
        dated = True
        published = around.articles[m.article].published
        if day.precision not in DAYS:
            yield "vague-date"
        elif published and published.low and (published.low - (day.high or day.low)).days > NEWS:
            yield "old-day"
        else:
            yield "own-day" if m.date_reason == "clause" else "sentence-day"
    if not dated:
        yield "no-date"


def _where(real: tuple[Mention, ...], around: Surroundings) -> Iterator[str]:
    placed = False
    for m in real:
        place = around.places.get(m.place or "")
        if place is None or (m.place_reason not in SURE_PLACE and m.place_reason != "sentence"):
            continue
        if m.place_reason in SURE_PLACE and place.precision in _FINE:
            yield "own-town"
        elif m.place_reason in SURE_PLACE and place.is_state:
            yield "own-country"
        placed = placed or place.precision in _FINE or m.place_reason in SURE_PLACE
    if not placed:
        yield "no-place"


def _whom(real: tuple[Mention, ...], around: Surroundings) -> Iterator[str]:
    for toll in (t for m in real for t in around.tolls.get(m.id, ()) if t.harm in _HARMS):
        s = around.sentences.get(toll.sentence)
        if toll.scope is TollScope.PERIOD or toll.low >= MASS:
            yield "mass-toll"
        elif s is not None and any(k.tag == "CD" for k in s.tokens if toll.span.start <= k.start < toll.span.end):
            yield "counted"
        elif toll.low == 1:
            yield "one-victim"
    for m in real:
        s = around.sentences.get(m.sentence)
        for p in m.recipients:
            if s is not None and p.span is not None and (t := _head(s, p.span.end)) is not None:
                yield _victim(s, t)


_HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.ABDUCTED})


def _head(s: Sentence, end: int) -> Token | None:
    return next((t for t in reversed(s.tokens) if t.end <= end), None)


def _victim(s: Sentence, t: Token) -> str:
    """What the words say of a victim: counted, a name, one, known already; "" of a bare kind of people."""
    kids = s.kids(t.i)
    if any(k.tag == "CD" for k in kids):
        return "counted"
    if t.ent == "PERSON":
        return "named-victim"
    if t.pos == "PRON":
        return ""
    if t.tag in ("NNS", "NNPS"):
        return "known-victims" if any(k.dep in ("det", "poss") for k in kids) else ""
    return "one-victim" if any(k.dep in ("det", "poss", "amod", "compound") for k in kids) else ""


def _wording(real: tuple[Mention, ...], around: Surroundings) -> Iterator[str]:
    for m in real:
        s = around.sentences.get(m.sentence)
        t = s.at(m.trigger.start) if s is not None else None
        if s is None or t is None:
            continue
        last = s.at(m.trigger.end - 1) or t
        yield _form(s, last if t.dep in ("compound", "amod") and t.head == last.i else t)
        if m.event_type is not E.OTHER and {t.lemma, last.lemma} & around.table.general:
            yield "general-word"
        if sum(k.lemma in around.table.abstract for k in s.tokens) >= MANY:
            yield "abstract"
        heads = [t.i, *(h.i for p in m.recipients if p.span is not None and (h := _head(s, p.span.end)) is not None)]
        if any(k.lemma in around.table.sweeping for h in heads for k in s.kids(h, "amod", "det", "nummod", "predet")):
            yield "sweeping"
        if _speaks(s):
            yield "first-person"


def _form(s: Sentence, t: Token) -> str:
    """The form of a trigger: told once ("shot", "was shot"), as a result ("have shot"), as a noun of one or of many."""
    if t.pos == "VERB":
        helpers = s.kids(t.i, "aux", "auxpass")
        if any(k.lemma == "have" and k.tag in ("VBP", "VBZ") for k in helpers):
            return "perfect"
        if t.tag == "VBD" or any(k.tag == "VBD" for k in helpers):
            return "past"
        if t.tag in ("VBP", "VBZ") or any(k.tag in ("VBP", "VBZ") for k in helpers):
            return "present-tense"
        return {"VBN": "participle", "VB": "infinitive"}.get(t.tag, "")
    above = s.tokens[t.head]
    if t.dep in ("nsubj", "nsubjpass") and above.tag == "VBD" and above.lemma != "be" and s.kids(t.i, "det", "poss"):
        return "does-something" if not any(k.lower in _NOT_ONE for k in s.kids(t.i, "det")) else ""
    definite = any(k.lower in _DEFINITE for k in s.kids(t.i, "det"))
    if t.tag in ("NNS", "NNPS"):
        return "known-plural" if definite else "" if any(k.tag == "CD" for k in s.kids(t.i)) else "bare-plural-noun"
    return "known-noun" if definite or s.kids(t.i, "poss") else ""
