"""Villages: two names that no list has as the scenes of one page, told by what stands beside them to be two villages.

"Gunmen killed 12 people in Gidan Boka … four farmers were shot dead in Tarkossa": no map tells how far one is from the
other, and a paper may as well name the hamlet, the quarter or the market of the village that it has named. They are two
where each stands by itself as the place of what was done, and where the second has dead or hurt of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.read.numbers import range_of
from sourcebook.read.spellings import alike
from sourcebook.read.triggers import Trigger
from sourcebook.records import EventType, Place, Sentence

#: Prepositions by which something took place there, and not somewhere about.
_IN = frozenset({"in", "at", "on"})
#: Nouns of a village: "in the village of Tarkossa", "in Tarkossa village".
_VILLAGES = frozenset({"village", "town", "hamlet", "community", "settlement", "locality"})
_SEVERAL = frozenset({"villages", "towns", "hamlets", "communities", "settlements", "localities"})
#: Words before the name of the next one.
_BESIDE = frozenset({"nearby", "neighbouring", "neighboring", "adjacent", "the", "a"})
#: What is done to people of one village; a raid may burn and rob in several.
_HARMING = frozenset({
    EventType.KILLING, EventType.ARMED_ATTACK, EventType.EXECUTION, EventType.ABDUCTION, EventType.BOMBING,
    EventType.SUICIDE_BOMBING, EventType.AIR_STRIKE, EventType.DRONE_STRIKE, EventType.SHELLING, EventType.STRIKE,
})  # fmt: skip
#: Words before some of those that were counted: "among the dead was a farmer killed in Tarkossa".
_COUNTED = frozenset({"among", "include", "including"})
#: Where somebody dies may be the clinic.
_DYING = frozenset({"die", "succumb"})
#: Words by which people are known from what was told before.
_KNOWN = frozenset({"the", "these", "those", "this", "that", "all", "both", "they", "them", "he", "she", "him", "who",
                    "his", "her", "their", "its", "victims", "others", "whom", "it"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """A village that no list has, where by its own clause something was done to people who are counted or named."""

    place: Place
    count: int | None = None
    fresh: bool = False  # whose dead or hurt are not known from before
    behind: str = ""  # what its sentence goes on with: "Tarkossa, a hamlet of Gidan Boka"


def scene_of(trigger: Trigger, place: Place | None, lexicon: Lexicon) -> Scene | None:
    """The village of a telling, if it is one."""
    s = trigger.sentence
    if place is None or not place.unlisted:
        return None
    if not (s.span.start <= place.span.start and place.span.end <= s.span.end) or not _is_by_itself(s, place):
        return None
    first = s.at(place.span.start)
    over = [a for a in s.ancestors(first.i) if a.pos in ("VERB", "NOUN") and a.lower not in _VILLAGES] if first else []
    if over and over[0].lemma in _DYING:
        return None
    words = [w for i in trigger.frame.recipients or trigger.frame.objects if not _VILLAGES & set(w := _words_of(s, i))]
    numbers = [range_of(" ".join(w), lexicon.numbers) for w in words]
    doers = [k.lower for i in trigger.frame.actors for k in (s.tokens[i], *s.kids(i, "det", "poss"))]
    counted = any(t.lemma in _COUNTED for t in s.tokens[: trigger.head])
    whom = words or trigger.frame.objects  # "attacked the nearby village of Tarkossa": it is the village that was hit
    known = not whom or counted or trigger.type not in _HARMING or not all(map(_KNOWN.isdisjoint, [doers, *words]))
    behind = " ".join(t.text for t in s.tokens if t.start >= place.span.end)
    return Scene(place, next((n[0] for n in numbers if n), None), not known, behind)


def tells_of_several(s: Sentence) -> bool:
    """Whether a sentence tells of villages together, any of which may be named later: "attacks on three villages"."""
    return any(t.lower in _SEVERAL for t in s.tokens)


def are_two(new: Scene | None, told: list[Scene | None], headline: bool) -> bool:
    """Whether the first is another village than all of those told before; a headline may be of a district."""
    if new is None or not new.fresh or headline:
        return False
    return bool(told) and all(t is not None and not _may_be_one(new, t) for t in told)


def _may_be_one(a: Scene, b: Scene) -> bool:
    if a.place.country != b.place.country:
        return False
    one, other = a.place.name, b.place.name
    same = alike(one, other) or one in other or other in one or other in a.behind or one in b.behind
    return same or (a.count is not None and a.count == b.count)


def _is_by_itself(s: Sentence, place: Place) -> bool:
    """Whether a name is the whole of where it was: "in Tarkossa", not "at the Tarkossa market", "near Tarkossa"."""
    first, last = s.at(place.span.start), s.at(place.span.end - 1)
    if first is None or last is None:
        return False
    after = s.tokens[last.i + 1 : last.i + 4]
    noun = after[0] if after and after[0].pos in ("NOUN", "PROPN") else None
    if noun is not None and noun.lower not in _VILLAGES:
        return False
    before = s.tokens[max(0, first.i - 3) : first.i]
    if before and before[-1].lower == "of":
        return len(before) > 1 and before[-2].lower in _VILLAGES
    ahead = next((t for t in reversed(before) if t.lower not in _BESIDE), None)
    if ahead is None or noun is not None:
        return noun is not None
    struck = ahead.pos == "VERB" or ahead.text in ("'s", "’s")  # "attacked Tarkossa", "in Mali's Tarkossa"
    return struck or ahead.lower in _IN or ahead.lower in _VILLAGES


def _words_of(s: Sentence, i: int) -> list[str]:
    """A noun with the words before it that belong to it: "at least four farmers", "the farmers", "his sons"."""
    own = [k for k in s.kids(i) if k.i < i]
    return [t.lower for t in s.tokens[min([i, *(k.i for j in own for k in (j, *s.kids(j.i)))]) : i + 1]]
