"""Wording: the nouns by which a report tells of an incident, or an article speaks of one: "fisherman", "speedboat".

Names tell which town a report is about, and whom it quotes; what happened there is told in common nouns. Two reports of
one attack share them ("the warehouse", "the barley"), however little else an article says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.link.families import ALLUDED
from sourcebook.read.spellings import SOUND, sound_of
from sourcebook.read.unlisted import TOLD
from sourcebook.records import BlockKind, EventType, Incident, Reading, Sentence, SourceKind, Span, Token

#: Sentences of an article that are looked through, and words that are kept.
SENTENCES, MOST = 16, 40

#: Nouns that stand in a report of anything.
ANY = frozenset({
    "people", "person", "man", "woman", "day", "night", "morning", "evening", "afternoon", "week", "month", "year",
    "hour", "minute", "time", "town", "city", "place", "area", "village", "district", "region", "province", "country",
    "number", "member", "group", "name", "statement", "report", "news", "part", "side", "way", "thing", "case", "state",
    "end", "cent", "percent", "first", "second", "other", "others", "one", "body", "life", "home", "north", "south",
    "east", "west", "incident", "event", "situation", "family", "relative", "child", "someone", "nobody", "everyone",
})  # fmt: skip

#: Who speaks for an office, and stands in reports of anything that a town has.
_OFFICES = frozenset({
    SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA,
    SourceKind.COURT, SourceKind.UNKNOWN, SourceKind.EXPERT, SourceKind.MEDICAL,
})  # fmt: skip


#: What stands for any word of violence, and for any by which a blow is spoken of that is not named: "was hit".
VIOLENCE, TRACE = "!", "?"


def with_words(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, its incidents with the nouns of the sentences that tell them, its allusions with their articles'."""
    telling = {m.id: m.sentence for m in reading.mentions}
    bodies = {s.id: s for s in reading.sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY) and not s.repeat}

    speak = sorted(span for c in reading.claims for span in c.source.spans)
    known: dict[str, tuple[str, ...]] = {}

    def words_of(s: Sentence) -> tuple[str, ...]:
        if s.id not in known:
            speakers = {i for x in speak if s.span.overlaps(x) for i in _called(s, x)}
            known[s.id] = tuple(dict.fromkeys(w for t in s.tokens for w in _of(s, t, t.i in speakers, lexicon)))
        return known[s.id]

    def words(sentences: Iterable[Sentence]) -> tuple[str, ...]:
        found = dict.fromkeys(w for s in islice(sentences, SENTENCES) for w in words_of(s))
        return tuple(sorted(list(found)[:MOST]))

    blows = {r.id for r in lexicon.events.rules if r.type in ALLUDED | {EventType.TERRITORY_CHANGE}}

    unheard = [
        r.span for r in reading.rejected
        if r.stage == "places" and r.reason is Reason.NO_CANDIDATE and r.detail in TOLD
    ]  # fmt: skip

    def told(i: Incident) -> Incident:
        own = {telling[m] for m in i.mentions if m in telling}
        there = [s for s in bodies.values() if s.id in own]
        named = [x for x in unheard if any(s.span.holds(x) for s in there)] if i.place is None else []
        marks = sorted({sound_of(x.of(reading.page.text)) for x in named})
        return replace(i, words=(*words(there), *marks))

    def spoken(i: Incident) -> Incident:
        own = [s for s in bodies.values() if s.article == i.id.rpartition(".")[0]]
        mine = words(own)
        left = [r.span for r in reading.rejected if r.stage == "mentions" and r.detail in blows]
        passed = any(s.span.holds(span) for s in own for span in left)
        return replace(i, words=tuple(sorted({*mine, TRACE}))) if passed else replace(i, words=mine)

    return replace(
        reading,
        incidents=tuple(map(told, reading.incidents)),
        allusions=tuple(map(spoken, reading.allusions)),
    )


def _called(s: Sentence, source: Span) -> Iterator[int]:
    """The words for who speaks: "the coast guard", "the owner" of "the owner of the warehouse that was hit"."""
    inside = s.within(source)
    heads = {t.i for t in inside} - {t.i for t in inside if any(o.i == t.head and o.i != t.i for o in inside)}
    return (t.i for t in inside if t.i in heads or (t.head in heads and t.dep in ("compound", "amod", "nmod")))


def _of(s: Sentence, t: Token, speaks: bool, lexicon: Lexicon) -> Iterator[str]:
    violent = is_violent(t, lexicon)
    if violent:
        yield from (VIOLENCE, TRACE)
    elif lexicon.traces.of(t.lower) is not None:
        yield TRACE
    if speaks or t.pos != "NOUN" or t.ent in ("DATE", "TIME") or not t.lemma.isalpha() or t.lemma in ANY:
        return
    speaker = lexicon.speakers.of(t.lemma)
    if speaker is None or speaker.kind not in _OFFICES:
        yield VIOLENCE + t.lemma if violent else t.lemma
    numbers = [k for k in s.kids(t.i, "nummod") if k.tag == "CD"]
    yield from (f"{k.lower} {t.lemma}" for k in numbers)


def is_violent(t: Token, lexicon: Lexicon) -> bool:
    """Whether a word is of violence, of those whom it harms or of what it leaves."""
    topics = lexicon.topics
    harms = (topics.harm, topics.beside_harm, lexicon.events.classes["violence"])
    forms = (t.lemma, t.lower, t.lower.removesuffix("s"))
    violent = any(form in harm for form in forms for harm in harms)
    return violent and _ANYWHERE.isdisjoint(forms)


#: Words of violence and of those who come after it that stand in reports of anything.
_ANYWHERE = frozenset({
    "open", "hit", "target", "fire", "strike", "mine", "battle", "offensive", "shot", "police", "policeman", "suspect",
    "detective", "hospital", "ambulance", "prosecutor", "arrest", "detain", "detention", "custody", "sheriff", "911",
    "refugee", "civilian", "policewoman", "paramedic", "hospitalize", "hospitalise",
})  # fmt: skip


def shared(a: Iterable[str], b: Iterable[str]) -> int:
    """How many words two reports have in common; that both speak of violence counts as two."""
    return len(set(a) & set(b))


def nouns(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those of violence, and without names."""
    return tuple(w for w in words if not w.startswith((VIOLENCE, TRACE, SOUND)))


def villages(words: Iterable[str]) -> tuple[str, ...]:
    """The villages among the words, as they sound: those of which the report does not say where they are."""
    return tuple(w for w in words if w.startswith(SOUND))
