"""Digests: what linking keeps of a page, so that a new report is compared without reading the old ones again.

A digest is made once from a reading and depends on nothing else that is stored: how much a name weighs comes from a
fixed table (``data/names.toml``), not from the store, so that linking depends on the set of pages alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sourcebook.link.copies import ArticleDigest, digests_of_articles
from sourcebook.link.ids import own_id
from sourcebook.read.spellings import sound_of
from sourcebook.read.timings import SURE
from sourcebook.records import BlockKind, EventType, Incident, Place, PlacePrecision, Reading

#: What an allusion's id has after that of its article.
OF_ARTICLE = ".x"

TOWN = (PlacePrecision.SITE, PlacePrecision.CITY)


@dataclass(frozen=True, slots=True)
class Told:
    """An incident of a page. ``own``: its permanent id; ``articles``: those that tell it. Without its accounts.

    ``kinds``: the types of event by which its page tells it, sorted.
    ``guessed``: no words that tell of it hold its day; it has that of something else nearby, such as a statement.
    ``alludes``: its article speaks of it and does not tell it; it is part of what others tell, or nothing.
    """

    incident: Incident
    own: str
    articles: tuple[str, ...]
    guessed: bool = False
    alludes: bool = False
    kinds: tuple[EventType, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """A page as linking sees it. ``names``: name or figure and its weight, of length 1 in all or less; sorted.

    ``rare``: the names that are in no table of common ones. ``towns``: name and country of every town on the page.
    ``main``: the first incident that is not recalled. ``placed``: the words of the names of towns, in page order.
    """

    page: str
    articles: tuple[ArticleDigest, ...]
    told: tuple[Told, ...]
    names: tuple[tuple[str, float], ...]
    rare: tuple[str, ...]
    towns: tuple[tuple[str, str | None], ...]
    main: str | None
    placed: tuple[str, ...] = ()


def digest_of(reading: Reading, common: Mapping[str, float]) -> Digest:
    """What linking keeps of a page. ``common``: the share of news texts that have a name (``Lexicon.names``)."""
    article_of = {m.id: m.article for m in reading.mentions}
    kind_of = {m.id: m.event_type for m in reading.mentions}
    counting = tuple(sorted({t.article for t in reading.tolls if t.mention is None}))
    dated = {m.id for m in reading.mentions if m.date_reason in SURE}
    bag = Counter(name for text in _texts(reading) for name in names_in(text))
    return Digest(
        page=reading.page.id,
        articles=digests_of_articles(reading),
        told=tuple(
            Told(
                bare(i),
                own_id(reading, i),
                tuple(sorted({article_of[m] for m in i.mentions if m in article_of})) or counting,
                bool(i.mentions) and dated.isdisjoint(i.mentions),
                kinds=tuple(sorted({kind_of[m] for m in i.mentions if m in kind_of})),
            )
            for i in reading.incidents
        )
        + tuple(
            Told(bare(i), own_id(reading, i), (i.id.removesuffix(OF_ARTICLE),), True, True) for i in reading.allusions
        ),
        names=_weighed(bag, common),
        rare=tuple(sorted(n for n in bag if n not in common)),
        towns=tuple(sorted({(p.name, p.country) for p in reading.places if p.precision in TOWN}, key=str)),
        placed=tuple(dict.fromkeys(n for of in (words_of, sounds_of) for p in reading.places for n in of(p))),
        main=next((i.id for i in reading.incidents if not i.background), None),
    )


def words_of(place: Place) -> Iterator[str]:
    """The words of a town's name, as the text has it, folded like those of the page."""
    if place.precision in (*TOWN, PlacePrecision.DISTRICT) or place.unlisted:
        yield from (w.rstrip("'’s").casefold() for w in re.findall(r"[\w’'-]+", place.text))


def sounds_of(place: Place) -> tuple[str, ...]:
    """The name of a village that no list has, as it sounds: each paper spells it as it hears it."""
    return (sound_of(place.name),) if place.unlisted else ()


def bare(incident: Incident) -> Incident:
    """An incident without its accounts, which only merging needs."""
    return replace(incident, accounts=(), claims=(), contradictions=(), counts=(), grade_reason="")


# ------------------------------------------------------------------------------------------------- names

#: A word with a capital that does not begin a sentence, or a figure of two digits and more.
_NAME = re.compile(r"(?<![.!?:”\"'’]\s)(?<!^)\b(?:[A-Z][\w’'-]+|\d[\d,.]*\d)\b", re.M)

#: Where to call or to look: a telephone number, an address of mail or of the web. The numbers of an office and of its
#: hotline stand under all its reports, and tell nothing of what happened.
_REACHED_AT = re.compile(
    r"(?:\(\d{3}\)[ .-]?|\b(?:\+?1[ .-])?\d{3}[ .-])\d{3}[ .-]\d{4}\b"  # (555) 012-3456
    r"|(?<![\w.-])\d{3}-(?:\d{4}|[A-Z]{4})\b|\b\d[\d-]*-TIPS\b"  # 555-0123, 555-TIPS
    r"|\+\d{1,3}(?:[ .-]\d{1,4}){2,5}\b"  # +44 20 7946 0000
    r"|\b[\w.-]+@[\w-]+\.\w+|\bhttps?://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|org|net|gov)\b",
    re.I,
)

#: What any of these holds, and most texts do not; to look for it is far cheaper.
_NUMBER_OF = re.compile(r"\d(?:[ .-]\d|-)")
_MARKS_OF = ("@", "://", "www.", ".com", ".org", ".net", ".gov")

#: A run of names that holds a word of newspapers and stations: the same ones stand under all that happens in a town.
_NEWSROOM = re.compile(
    r"\b(?:[A-Z][\w’'.&-]*[ ](?:(?:of|and|for|the|&)[ ]){0,2})*"
    r"(?:News|NewsChannel\w*|Channel(?=[ ]\d)|Times(?![ ]Square)|Sun-Times|Wire|Radio|TV|Television|Press|Post"
    r"|Tribune|Herald|Weather|Sports?)\b"
    r"(?:[ ](?:(?:of|and|for|the|&)[ ]){0,2}[A-Z][\w’'.&-]*)*"
)
#: Most texts hold none of these words, and to look for one is far cheaper than to look for a run of names.
_OF_NEWSROOMS = (
    "News", "Channel", "Times", "Wire", "Radio", "TV", "Television", "Press", "Post", "Tribune", "Herald", "Weather",
    "Sport",
)  # fmt: skip

#: The share taken for a name that is in no table: in three corpora it is in less than one text of a hundred.
UNSEEN = 0.01


def names_in(text: str) -> Iterator[str]:
    """Names and figures of a text, folded, in order; not where to call or to look, nor whose news it is."""
    if _NUMBER_OF.search(text) or any(mark in text.lower() for mark in _MARKS_OF):
        text = _REACHED_AT.sub(" ", text)
    if any(word in text for word in _OF_NEWSROOMS):
        text = _NEWSROOM.sub(_lowered, text)
    return (m.group().rstrip("'’s").casefold() for m in _NAME.finditer(text))


def _lowered(name: re.Match[str]) -> str:
    return name.group().lower()  # a word in its place: what follows begins no sentence


def _texts(reading: Reading) -> Iterator[str]:
    """The body and headlines of a page's articles; not its menus."""
    kinds = (BlockKind.BODY, BlockKind.HEADLINE)
    return (
        b.span.of(reading.page.text)
        for a in reading.articles
        for b in a.blocks
        if b.kind in kinds and b.repeat_of is None
    )


#: What is added to the square of a page's length: two short texts that name but a weekday have little in common.
FEW = 5.0


def _weighed(bag: Counter[str], common: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Frequency on the page times rarity in news (tf-idf), scaled to length 1; to less where few names are rare."""
    raw = {w: (1 + math.log(n)) * -math.log(max(common.get(w, 0), UNSEEN)) for w, n in bag.items()}
    length = math.sqrt(math.fsum(v * v for v in raw.values()) + FEW)
    return tuple((w, round(v / length, 5)) for w, v in sorted(raw.items()))
