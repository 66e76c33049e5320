"""Unheard names: towns and villages that neither a list nor the recogniser knows, told by where they stand.

"A drone hit a mosque in Kafr Zubeida": who reads this knows that Kafr Zubeida is a place. Without it the event would go
to the town in the dateline, where it was not.
"""

from __future__ import annotations

import calendar
from collections.abc import Set

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.events import Events
from sourcebook.lexicon.parties import words_of
from sourcebook.read.surroundings import PLACE_ENTS, Surroundings
from sourcebook.records import Sentence

#: After these a name in capitals is a place, whatever the recogniser takes it for.
WITHIN = frozenset({"in", "at", "near", "outside", "inside", "around"})
#: What the recogniser calls such a name where it is unheard of; a language, a law or a day it knows better.
_MISTAKEN = frozenset({"", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "NORP"})
#: "Kyauk Sein Taung" has three words; more are a title's.
_WORDS = 3
#: Of the other words of a sentence so many are in small letters, or it is a headline in which everything is great.
_SMALL = 0.5
#: Letters of an acronym: "in NATO".
_ACRONYM = 5
_UP = 6
#: What one has in a company or a person: "shares in", "trust in".
_HELD = frozenset(
    {"share", "stake", "stock", "interest", "investment", "trust", "confidence", "faith", "belief", "role"}
)
#: What joins two towns.
ROADS = frozenset({"road", "highway", "motorway", "expressway", "axis", "route"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
#: A day after "on" ends a name: "the town of Tarn on Monday".
DAYS = frozenset({*calendar.day_name, *calendar.month_name})


def end_of_unheard(
    s: Sentence, i: int, run: int, around: Surroundings, lexicon: Lexicon, people: frozenset[str], violent: bool
) -> int | None:
    """The last token of an unheard place's name that begins at ``i``, of a stretch of capitals up to ``run``; or None.

    ``violent``: whether the article tells of violence.
    ``people``: words of the names of persons in the article; a surname after "in" is somebody's novel or team.
    """
    t = s.tokens[i]
    if t.pos != "PROPN" or t.ent not in _MISTAKEN or i == 0 or not is_prose(s, i, run):
        return None
    if t.ent == "NORP" and t.tag != "NNP":
        return None  # "in Fulani": a people's name is an adjective, or a plural
    if not (violent if t.ent in PLACE_ENTS else speaks_of_violence(s, lexicon)):
        return None  # "skated in Disney On Ice", "excellence in Marmot Foods": who writes of something else names much
    last = run
    while last > i and (s.tokens[last].text in DAYS or s.tokens[last].ent in ("DATE", "TIME")):
        last -= 2 if s.tokens[last - 1].lower in around.words.inner and last - 1 > i else 1
    words = [t for t in s.tokens[i : last + 1] if t.pos != "PUNCT"]
    if len(words) > _WORDS or any(not w.text[:1].isupper() for w in words) or not _is_name(s, i, last, around, people):
        return None
    named = s.span_of(i, last).of(around.text)
    if around.gazetteer.adjective(named) or lexicon.parties.hits(words_of(named)):
        return None
    return last if is_scene(s, i, lexicon.events, around.words.parts) or _is_stormed(s, i, around) else None


def speaks_of_violence(s: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence has a word of violence or harm."""
    return not (lexicon.topics.harm.isdisjoint(s.lemmas) and lexicon.events.classes["violence"].isdisjoint(s.lemmas))


def is_prose(s: Sentence, i: int, run: int) -> bool:
    """Whether a sentence is no headline in which everything is in capitals."""
    others = [
        t for t in s.tokens if not i <= t.i <= run and t.pos in ("NOUN", "VERB", "ADJ", "PROPN") and len(t.text) > 2
    ]
    return bool(others) and sum(t.text[:1].islower() for t in others) >= _SMALL * len(others)


def _is_name(s: Sentence, i: int, last: int, around: Surroundings, people: frozenset[str]) -> bool:
    words, after = s.tokens[i : last + 1], s.tokens[last + 1] if last + 1 < len(s.tokens) else None
    if len(words) == 1 and ((len(words[0].text) <= _ACRONYM and words[0].text.isupper()) or words[0].text in people):
        return False
    if i > 1 and s.tokens[i - 2].text[:1].isupper() and s.tokens[i - 2].pos == "PROPN":
        return False  # "Dignity in Dying", "the Death in Custody Act"
    if after is not None and (after.pos == "NUM" or after.text[:1].isdigit()):
        return False  # "in Block 8"
    w = around.words
    if any(t.lower in w.generic or t.lower.rstrip(".") in w.titles or t.lower in w.streets for t in words):
        return False
    if words[0].lower in w.hereafter or is_of_a_body(s, last, w.generic):
        return False
    if after is not None and (after.text in ("'s", "’s") or (words[-1].dep == "compound" and words[-1].head > last)):
        return False  # "in Telegram posts"
    return around.whole(s.span_of(i, last)) and not any(c.isdigit() for t in words for c in t.text)


def is_of_a_body(s: Sentence, last: int, generic: Set[str]) -> bool:
    """Whether a name goes on to that of an institution: "at the Marine Studies and Research Centre"."""
    i = last + 1
    if i >= len(s.tokens) or s.tokens[i].lower not in _JOINS:
        return False
    while i < len(s.tokens) and (s.tokens[i].lower in _JOINS or s.tokens[i].text[:1].isupper()):
        if s.tokens[i].text[:1].isupper() and s.tokens[i].lower in generic:
            return True
        i += 1
    return False


_JOINS = frozenset({"and", "&", "of", "for"})


#: "in neighbouring X".
_NEXT_DOOR = frozenset({"nearby", "neighbouring", "neighboring", "adjacent"})


def is_scene(s: Sentence, i: int, events: Events, parts: Set[str] = frozenset()) -> bool:
    """Whether "in X" hangs, directly or through a site or somebody there, on a word for something done.

    ``parts``: nouns whose "of" leads to a place as well: "in the vicinity of X".
    """
    j = i - 1
    if s.tokens[j].lower in _NEXT_DOOR and j > 0:
        i, j = i - 1, j - 1
    if not (_leads_there(s, i) or (s.tokens[j].lower == "of" and j and s.tokens[j - 1].lower in parts)):
        return False
    if s.tokens[s.tokens[j].head].lemma in _HELD:
        return False
    for _ in range(_UP):
        t = s.tokens[j]
        if t.lemma in events.verbs or t.lemma in events.nouns:
            return True
        if t.head == j:
            break
        j = t.head
    return False


def _leads_there(s: Sentence, i: int) -> bool:
    """Whether the word before a name is "in" or its like, or it is an end of a road: "the road between X and Y"."""
    before = s.tokens[i - 1]
    if before.lower == "between":
        return s.tokens[before.head].lemma in ROADS
    return before.lower in WITHIN


def _is_stormed(s: Sentence, i: int, around: Surroundings) -> bool:
    first = s.tokens[i]
    head = s.tokens[first.head] if first.dep == "compound" else first  # "shelled Kyauk Sein Taung"
    return around.object_of(s, head.i) in around.words.stormed
