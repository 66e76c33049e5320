"""Evidence that two incidents, read on different pages, are one: which pairs to look at, and what speaks for each.

A score is a sum of named terms (``data/links.toml``), so that it explains itself. It depends on the two pages alone:
the weights of names come from a fixed table, not from what else is stored.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Set
from dataclasses import dataclass

from sourcebook.link.copies import UNPUBLISHED
from sourcebook.link.digests import TOWN, Digest, Told, sounds_of, words_of
from sourcebook.link.distances import COARSE, closeness, distance_km
from sourcebook.link.families import ALLUDED, INCIDENT_TYPES, is_general, is_raid, same_family
from sourcebook.link.hours import are_apart
from sourcebook.link.manners import differ
from sourcebook.link.tallies import disjoint
from sourcebook.link.values import answer_of
from sourcebook.link.victims import are_two_people
from sourcebook.link.wording import nouns, shared, villages
from sourcebook.read.spellings import alike
from sourcebook.records import DatePrecision, EventType, Incident, Place, PlacePrecision, TollRange

#: An incident dated to more days than this is too vague to be linked by its date.
LONGEST = 31

#: How far two days may lie apart: what happens at night is dated to either day, and to either side of a time zone.
SLACK = dt.timedelta(days=1)

#: News is printed so soon; and two pieces of news so many days apart are seldom of one event.
NEWS, APART_DAYS = dt.timedelta(days=3), 8

#: Main incidents of two pages that share so many rare names are looked at whatever their days and places.
SHARED = 4

#: Two towns no further apart than this may be one for a reporter: a suburb, the nearest town on the map.
NEAR_KM = 50.0
#: A site and its town, or two spots this close, are the same place: a hospital has the coordinates of its town.
SAME_KM = 3.0

#: So many common nouns say as much as more of them; fewer where both reports tell of the event.
WORDS, TOLD_WORDS = 4, 3

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """An incident of a page with what is compared. ``names``: name or figure → weight, of length 1 in all or less.

    ``unplaced``: those that are no town's. ``rare``: those that are in no table of common ones. ``towns``: all towns
    that the page names. ``main``: the first incident of its page that is not recalled. ``alludes``: its article speaks
    of it and does not tell it. ``before``: where its day was only assumed from that of its report, the first day on
    which it may have been. ``outlet``: the words of the names of those who print it. ``kinds``: the types by
    which it is told.
    """

    key: Key
    incident: Incident
    articles: frozenset[Key]
    days: tuple[dt.date, dt.date] | None
    before: dt.date | None
    fresh: bool
    parties: frozenset[str]
    names: Mapping[str, float]
    unplaced: Mapping[str, float]
    rare: frozenset[str]
    towns: frozenset[tuple[str, str | None]]
    main: bool
    alludes: bool
    placed: frozenset[str]
    outlet: frozenset[str]
    kinds: frozenset[EventType]


def nodes_of(digest: Digest) -> tuple[Node, ...]:
    """All incidents of a page, as they are compared."""
    names, rare, towns = dict(digest.names), frozenset(digest.rare), frozenset(digest.towns)
    published = {a.id: a.day for a in digest.articles}
    placed = frozenset(digest.placed)
    remembered = digest.told[0].incident.id if digest.told and digest.main is None else None
    outlets = {a.id: a.outlet.casefold().split() for a in digest.articles if a.outlet}
    unplaced = {w: v for w, v in names.items() if w not in placed}
    return tuple(
        Node(
            key=(digest.page, i.id),
            incident=i,
            articles=frozenset((digest.page, a) for a in told.articles),
            days=days,
            before=_before(told, published) if days else None,
            fresh=days is not None and any(_is_news(days, published.get(a)) for a in told.articles),
            parties=frozenset(x for p in (*i.actors, *i.recipients) if (x := answer_of(p) or p.entity)),
            names=names,
            unplaced=unplaced,
            rare=rare,
            towns=towns,
            main=i.id == digest.main,
            alludes=told.alludes,
            placed=placed,
            outlet=frozenset(w for a in told.articles for w in outlets.get(a, ())),
            kinds=frozenset((i.event_type, *told.kinds)),
        )
        for told in digest.told
        for i, days in ((told.incident, _days(told.incident, told.alludes, remembered == told.incident.id)),)
    )


def may_be_one(a: Node, b: Node) -> bool:
    """Whether a pair is worth scoring: types of one family, and days that meet in no two countries or shared names."""
    if not a.articles.isdisjoint(b.articles) or not _may_be_told_by(a, b):
        return False
    where = {country_of(a), country_of(b)} - {None}
    near = a.days and b.days and (days_meet(a, b) or may_be_earlier(a, b))
    if near and (len(where) < 2 or _names_the_place(a, b)):
        return True
    return a.main and b.main and a.incident.event_type in INCIDENT_TYPES and len(a.rare & b.rare) >= SHARED


def _may_be_told_by(a: Node, b: Node) -> bool:
    """Whether the types of two may be of one event; what is only alluded to may be any attack."""
    if a.alludes or b.alludes:
        return a.alludes is not b.alludes and (b if a.alludes else a).incident.event_type in ALLUDED
    if is_raid(a.incident.event_type, b.incident.event_type):
        return True
    return any(_may_be_one_kind(x, y) for x in a.kinds for y in b.kinds)


def _by_general_words(a: Node, b: Node) -> bool:
    """Whether no more than "attack" and "killed" makes two kinds one: a bomb, and a riot in which some died."""
    one, other = a.incident.event_type, b.incident.event_type
    if _may_be_one_kind(one, other) or is_raid(one, other):
        return False
    told = [(x, y) for x in a.kinds for y in b.kinds if not (is_general(x) or is_general(y))]
    return not any(_may_be_one_kind(x, y) for x, y in told)


def _may_be_one_kind(one: EventType, other: EventType) -> bool:
    return same_family(one, other) or {one, other} <= _FROM_AFAR or {one, other} <= _FOUGHT


#: A crowd that fights is a riot to one report and a clash to another; one page that tells both means two things.
_FOUGHT = frozenset({EventType.ARMED_CLASH, EventType.RIOT, EventType.FORCE_AGAINST_PROTESTERS})
#: What one report tells as a strike another tells as its interception: "debris of a downed drone set a depot on fire".
_FROM_AFAR = frozenset({
    EventType.DRONE_STRIKE, EventType.SHELLING, EventType.AIR_STRIKE, EventType.STRIKE, EventType.SHOOTDOWN,
    EventType.WEAPONS_USE_DISRUPTED,
})  # fmt: skip


def terms_of(a: Node, b: Node, weights: Mapping[str, float], copied: bool) -> tuple[tuple[str, float], ...]:
    """The evidence for and against the two being one, in the order of the table; zero terms are left out."""
    said: dict[str, float] = {"prior": 1.0}
    same = a.incident.event_type is b.incident.event_type
    said["allusion" if a.alludes or b.alludes else "same-type" if same else "type-family"] = 1.0
    if a.days and b.days:
        said[_days_term(a, b, a.days, b.days)] = 1.0
        if a.fresh and b.fresh and _days_between(a.days, b.days) >= APART_DAYS:
            said["news-apart"] = 1.0
    said |= _place_term(a, b)
    if a.parties & b.parties:
        said["parties"] = 1.0
    said |= _toll_term(a.incident, b.incident)
    said |= _scene_term(a.incident, b.incident)
    if differ(a.incident.manners, b.incident.manners):
        said["other-manner"] = 2.0 if on_two_days(a, b) else 1.0
    if are_two_people(a.incident, b.incident):
        said["other-victim"] = 1.0
    if a.days == b.days and "same-toll" not in said and are_apart(a.incident.hours, b.incident.hours):
        said["other-hour"] = _SURELY if a.incident.again is not b.incident.again else 1.0
    if _sets_aside(a.incident, b.incident) or _sets_aside(b.incident, a.incident):
        said["set-aside"] = 1.0
    if a.incident.again is not b.incident.again:
        said["another"] = 1.0
    if a.alludes or b.alludes:
        if common := min(shared(a.incident.words, b.incident.words), WORDS):
            said["words"] = common
        alike = _cosine(a.unplaced, b.unplaced)
    elif not said.keys().isdisjoint(_TWO_OF_A_TOWN) or _by_general_words(a, b):
        alike = _cosine(a.unplaced, b.unplaced)  # it is the town that has two events
    else:
        alike = _cosine(a.names, b.names)
    if alike:
        said["names"] = alike
    if not (a.alludes or b.alludes) and (common := _told_alike(a, b, said.keys())):
        said["told-words"] = common
    if copied:
        said["copy"] = 1.0
    return tuple([(t, round(w * said[t], 3)) for t, w in weights.items() if t in said])


def _told_alike(a: Node, b: Node, said: Set[str]) -> int:
    """How many common nouns two reports share where one does not say where it was, or only the province or country.

    Who knows the country only often writes at once, before the dead are counted: then their number says nothing.
    """
    nowhere = None in (a.incident.place, b.incident.place)
    if not nowhere and "same-country" not in said:
        return 0
    apart = _TWO_EVENTS if nowhere else _TWO_EVENTS - {"other-toll"}
    return min(shared(nouns(a.incident.words), nouns(b.incident.words)), TOLD_WORDS) if said.isdisjoint(apart) else 0


#: Where any of these speaks for two events of one town, its names do not make them one.
_TWO_OF_A_TOWN = frozenset({"other-manner", "other-hour", "other-victim"})
#: So much more say other hours of one day where one report calls its event a second one.
_SURELY = 3.0

#: Where any of these speaks for two events, common nouns do not make them one.
_TWO_EVENTS = frozenset({
    "next-day", "other-days", "undated", "other-toll", "other-manner", "other-scene", "another", "set-aside",
    "other-hour", "other-victim",
})  # fmt: skip


# -------------------------------------------------------------------------------------------------- days


def _days(incident: Incident, alludes: bool = False, remembered: bool = False) -> tuple[dt.date, dt.date] | None:
    """The first and last day on which it may have been. ``remembered``: its report tells of nothing newer."""
    date = incident.date
    told = alludes or incident.event_type in INCIDENT_TYPES
    if not told or date is None or date.low is None or date.high is None:
        return None
    if incident.background and not remembered and date.precision not in (DatePrecision.TIME, DatePrecision.DAY):
        return None  # "the war of 2006" is no one's report of one attack
    return (date.low, date.high) if (date.high - date.low).days <= LONGEST else None


#: A report that gives no day of its own may be of something so many days old.
UNDATED = dt.timedelta(days=7)


def _before(told: Told, published: Mapping[str, str]) -> dt.date | None:
    """The first possible day of an incident whose day is only guessed.

    It is the convention of the news, the day of the report or the one before, or that of something told beside it.
    """
    date = told.incident.date
    if date is None or date.low is None or date.high is None:
        return None
    if told.alludes:
        return date.high - UNDATED
    if date.precision is DatePrecision.DAY and told.guessed and date.low == date.high:
        return date.high - UNDATED
    assumed = date.precision is DatePrecision.RANGE and date.high - date.low == dt.timedelta(days=1)
    if not assumed or all(published.get(a) != date.high.isoformat() for a in told.articles):
        return None
    return date.high - UNDATED


def _is_news(days: tuple[dt.date, dt.date], published: str | None) -> bool:
    """Whether a report was printed within :data:`NEWS` of what it tells; of an undated page, whether it tells one."""
    if published is None or published == UNPUBLISHED:
        return days[0] == days[1]
    return -SLACK <= dt.date.fromisoformat(published) - days[0] <= NEWS


def _days_between(a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date]) -> int:
    return max((a[0] - b[1]).days, (b[0] - a[1]).days)


def days_meet(a: Node, b: Node) -> bool:
    """Whether the days of two incidents meet, give or take a night."""
    return bool(a.days and b.days and a.days[0] <= b.days[1] + SLACK and b.days[0] <= a.days[1] + SLACK)


def _meet(a: Node, b: Node) -> bool:
    """Whether the days of two incidents have one in common."""
    return a.days is not None and b.days is not None and _days_between(a.days, b.days) <= 0


def on_two_days(a: Node, b: Node) -> bool:
    """Whether each of two incidents has one day by the words that tell it, and not the same."""
    return all(n.days and n.days[0] == n.days[1] and n.before is None for n in (a, b)) and a.days != b.days


def may_be_earlier(a: Node, b: Node) -> bool:
    """Whether one has a day, and the other, whose report gives none, may be of that day."""
    if (a.before is None) is (b.before is None):
        return False
    undated, dated = (a, b) if a.before is not None else (b, a)
    if undated.before is None or not undated.days or not dated.days:
        return False
    return dated.days[0] == dated.days[1] and undated.before <= dated.days[0] <= undated.days[1]


def _days_term(a: Node, b: Node, one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> str:
    if not days_meet(a, b) and may_be_earlier(a, b):
        return "undated"
    term = _date_term(one, other)
    guessed = (a.before is None) is not (b.before is None) and not (a.alludes or b.alludes)
    return "days-guessed" if guessed and term == "days-meet" else term


def _date_term(a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date]) -> str:
    if a == b and a[0] == a[1]:
        return "same-day"
    if a[0] <= b[1] and b[0] <= a[1]:
        return "days-meet"
    return "next-day" if a[0] <= b[1] + SLACK and b[0] <= a[1] + SLACK else "other-days"


# ------------------------------------------------------------------------------------------------ places


def country_of(node: Node) -> str | None:
    """The country of an incident's place, as an ISO code."""
    return node.incident.place.country if node.incident.place else None


def _place_term(one: Node, other: Node) -> dict[str, float]:
    a, b = one.incident.place, other.incident.place
    if a is None or b is None:
        if _meet(one, other) and _share_a_village(one, other):
            return {"same-place": 1.0}
        return {"home-town": 1.0} if _is_at_home(one, other) or _is_at_home(other, one) else {}
    if _is_one_village(a, b):
        return {"same-place": 1.0}
    near = closeness(a, b)
    if near < 0 and ((one.alludes and _is_named(b, one)) or (other.alludes and _is_named(a, other))):
        return {"same-place": 1.0}
    if near < 0 and distance_km(a, b) > NEAR_KM and _names_the_place(one, other):
        return {"named-place": 1.0}
    if near < 0:
        close = distance_km(a, b) <= NEAR_KM or one.towns & other.towns
        return {"near-place" if close else "other-place": 1.0}
    if _are_two_towns(a, b):
        return {"near-place": 1.0}
    if a.unlisted and b.unlisted:
        return {"same-country": 1.0}
    if a.unlisted is not b.unlisted and near < 1 and (_names_village(a, other) or _names_village(b, one)):
        return {"same-place": 1.0}  # who has the town, or the country, speaks of the village as well
    if a.unlisted is not b.unlisted and near < 1 and not {a.precision, b.precision} & COARSE:
        return {"place-within": 1.0}  # it lies about that town, or in that district
    if a.precision is b.precision is PlacePrecision.DISTRICT and a.geonames == b.geonames is not None:
        return {"place-within": 1.0}
    if _is_off_shore(a, b) or _is_off_shore(b, a):
        return {"place-within": 1.0}
    if a.precision in TOWN or b.precision in TOWN:
        coarse = {a.precision, b.precision} & COARSE
        same = near == 1 or distance_km(a, b) <= SAME_KM
        return {"same-country" if coarse else "same-place" if same else "place-within": 1.0}
    return {"same-country": 1.0}


def _is_at_home(one: Node, other: Node) -> bool:
    """Whether a report says of no place and its outlet is named for the other's town: "our market"."""
    place = other.incident.place
    if one.incident.place is not None or place is None or one.towns or one.alludes:
        return False
    words = frozenset(words_of(place))
    return bool(words) and words <= one.outlet


def _is_off_shore(sea: Place, town: Place) -> bool:
    """Whether one is a sea and the other a town on its shore: "off Hodeidah", "in the Red Sea"."""
    if sea.precision is not PlacePrecision.SEA or town.precision not in TOWN:
        return False
    return distance_km(sea, town) <= (sea.radius_km or 0)


def _are_two_towns(a: Place | None, b: Place | None) -> bool:
    """Whether both are towns of the list, close to each other, and not the same."""
    if a is None or b is None or a.geonames == b.geonames or None in (a.geonames, b.geonames):
        return False
    return a.precision is b.precision is PlacePrecision.CITY and SAME_KM < distance_km(a, b) <= NEAR_KM


def _is_one_village(a: Place, b: Place) -> bool:
    """Whether two names that no list has are of one village, however they are spelled."""
    if not (a.unlisted and b.unlisted) or (a.country and b.country and a.country != b.country):
        return False
    return alike(a.name, b.name)


def _share_a_village(a: Node, b: Node) -> bool:
    """Whether the sentences that tell of both name one village that no list has, where one says no more of where."""
    one, other = (
        {*villages(n.incident.words), *(sounds_of(n.incident.place) if n.incident.place else ())} for n in (a, b)
    )
    return not one.isdisjoint(other)


def _names_village(place: Place, node: Node) -> bool:
    """Whether a page has the name of a village that no list has, as a place or as a mere name."""
    words = frozenset(words_of(place))
    if not place.unlisted or not words:
        return False
    return words <= node.rare | node.placed or not node.placed.isdisjoint(sounds_of(place))


def _is_named(place: Place, node: Node) -> bool:
    """Whether a page names a town: of what it only alludes to, any of its towns may be the place."""
    if place.precision in TOWN and (place.name, place.country) in node.towns:
        return True
    words = frozenset(words_of(place))
    return (bool(words) and words <= node.placed) or _names_village(place, node)


def _names_the_place(a: Node, b: Node) -> bool:
    """Whether one page names, by the same words, where the other has it: one of the two may have misread it."""
    one, other = a.incident.place, b.incident.place
    return bool(one and _is_named(one, b)) or bool(other and _is_named(other, a))


# ------------------------------------------------------------------------------------------------- tolls


def _toll_term(a: Incident, b: Incident) -> dict[str, float]:
    said = [(x, y) for x, y in ((a.killed, b.killed), (a.injured, b.injured)) if x and y and _some(x) and _some(y)]
    if any(not disjoint(x, y) for x, y in said):
        return {"same-toll": max(1.0, sum(_tells(x[0]) for x, y in said if x == y and x[0] == x[1]))}
    if a.killed and b.killed and disjoint(a.killed, b.killed):
        return {"other-toll": 1.0}
    return {}


def _tells(number: int) -> float:
    """How much it says that two reports count so many: everywhere one or two are hurt, seventeen are but there."""
    return min(_MOST_TOLD, math.log(number) / math.log(_TOLD_OFTEN)) if number else 0.0


#: A count of so many says as much as any that fits; and so much more than that the rarest may say.
_TOLD_OFTEN, _MOST_TOLD = 5, 2.0


def _scene_term(a: Incident, b: Incident) -> dict[str, float]:
    if not a.scenes or not b.scenes:
        return {}
    return {"same-scene" if set(a.scenes) & set(b.scenes) else "other-scene": 1.0}


def _sets_aside(a: Incident, b: Incident) -> bool:
    """Whether the report of one names what the other is only to set it apart: "no link to the blast in the port"."""
    if not (a.killed and _some(a.killed)) and str(EventType.KILLING) in a.asides and b.killed and _some(b.killed):
        return True  # nobody died here: "no link to the killings in the club" names another event, however it was done
    return bool(set(a.asides) & {*b.scenes, str(b.event_type)})


def _some(toll: TollRange) -> bool:
    return toll[0] > 0 or bool(toll[1])


# ------------------------------------------------------------------------------------------------- names


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum([v * b[w] for w, v in a.items() if w in b])
