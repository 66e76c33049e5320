"""Tellings: what one sentence tells of an event, and what an article has told of each event so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sourcebook.read.circumstances import apart
from sourcebook.read.generalities import LEAD
from sourcebook.read.orders import is_once_more
from sourcebook.read.triggers import Trigger
from sourcebook.read.villages import Scene, are_two, tells_of_several
from sourcebook.read.whereabouts import FINENESS
from sourcebook.records import (
    BlockKind,
    DatePrecision,
    DateRange,
    EventType,
    Factuality,
    Party,
    Phase,
    Place,
    PlacePrecision,
)

#: Types by what does the harm; any of them may be told by the general words of the others.
FIRE = frozenset({EventType.AIR_STRIKE, EventType.DRONE_STRIKE, EventType.SHELLING, EventType.STRIKE})
BLAST = frozenset({EventType.BOMBING, EventType.SUICIDE_BOMBING, EventType.GRENADE, EventType.STRIKE})
GROUND = frozenset({EventType.ARMED_ATTACK, EventType.ARMED_CLASH, EventType.EXECUTION, EventType.GRENADE})
VIOLENT = FIRE | BLAST | GROUND | {EventType.KILLING, EventType.CHEMICAL_ATTACK, EventType.VESSEL_ATTACK,
                                      EventType.TORTURE, EventType.SEXUAL_VIOLENCE, EventType.LOOTING_DESTRUCTION,
                                      EventType.SHOOTDOWN}  # fmt: skip

#: Words before a noun that is told as known.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


@dataclass(slots=True)
class Event:
    """What an article has told so far of one event: its first mention and all that was explicit about it."""

    id: str
    type: EventType
    rule: str
    sentence: int
    last: int
    actual: bool
    background: bool
    headline: bool
    places: list[Place] = field(default_factory=list)
    dates: list[DateRange] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    types: set[EventType] = field(default_factory=set)
    tellings: int = 1
    states: set[str] = field(default_factory=set)  # of the actors
    days: set[str] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # in the places and before the nouns by which it is told
    plural: bool = False
    many: bool = False  # more than one victim
    off: bool = False  # first told as what the time is counted from: "an hour after the raid"
    anew: bool = False  # told as done once more: "was hit a second time"
    scenes: list[Scene | None] = field(default_factory=list)  # of each telling with a place


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention on its way: what its own sentence says."""

    trigger: Trigger
    number: int  # of the sentence in the article
    factuality: Factuality
    phase: Phase
    background: bool
    old: bool  # too long ago to be what the article is about
    place: Place | None
    date: DateRange | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    summed: bool = False  # counts the dead of a period, and is no one event
    day: str = ""  # the value of a date that no publication date resolves: "XXXX-08-05"
    turn: str = ""  # the rule by whose words the sentence turns to another event
    tie: Trigger | None = None  # the trigger of its sentence that its syntax ties it to
    entry: int = 0  # the number of the heading or clock time that it stands under
    since: int = 0  # the sentence in which the entry of a list opens that it stands in
    off: bool = False  # the time is counted from it to another event of the sentence
    scene: Scene | None = None  # the village of its clause that no list has

    @property
    def actual(self) -> bool:
        """Whether it is told as something that happened, or is happening."""
        return self.factuality.endswith("+") and self.phase in (Phase.OCCURRED, Phase.ONGOING)

    def heads(self, parties: tuple[Party, ...]) -> set[str]:
        """The last words of parties' names, for comparing."""
        return {p.text.lower().split()[-1] for p in parties if p.text}

    def named(self) -> set[str]:
        """Recipients that are persons with a name."""
        return {p.text.lower() for p in self.recipients if p.text[:1].isupper() and p.kind == "person"}


def add(event: Event, t: Telling) -> None:
    """Remember what a telling adds to its event."""
    event.last = max(event.last, t.number)
    event.tellings += 1
    event.types.add(t.trigger.type)
    event.actual = event.actual or t.actual
    if t.place:
        event.places.append(t.place)
        if t.place.unlisted or t.place.precision in (PlacePrecision.CITY, PlacePrecision.SITE):
            event.scenes.append(t.scene)
    if tells_of_several(t.trigger.sentence):
        event.scenes.append(None)
    if t.date:
        event.dates.append(t.date)
    event.actors |= t.heads(t.actors)
    event.states |= states_of(t.actors)
    if t.day:
        event.days.add(t.day)
    event.names |= names_of(t)
    event.entries.add(t.entry)
    event.recipients |= t.heads(t.recipients)
    event.named |= t.named()
    event.many = event.many or len(t.recipients) > 1 or any(_are_many(p) for p in t.recipients)


def is_in_another_village(t: Telling, event: Event) -> bool:
    """Whether a telling has a village of its own, other than those that the event has been told of."""
    return are_two(t.scene, event.scenes, event.headline and event.tellings == 1)


def _are_many(p: Party) -> bool:
    last = p.text.split()[-1].lower() if p.text else ""
    return last in ("people", "children", "men", "women", "police", "family") or (
        last.endswith("s") and last[-2:] != "ss"
    )


def first(t: Telling, mention: str) -> Event:
    """The event that a telling opens."""
    event = Event(mention, t.trigger.type, t.trigger.rule.id, t.number, t.number, t.actual, t.background,
                  t.trigger.sentence.block is BlockKind.HEADLINE)  # fmt: skip
    add(event, t)
    event.tellings = 1
    event.plural = is_plural(t)
    event.off = t.off
    event.anew = is_once_more(t.trigger.sentence, t.trigger.head)
    return event


def is_in_passing(e: Event) -> bool:
    """Whether an event is told once, far down, with no word of whom, where or when: "the attacks of the rebels"."""
    told = e.places or e.dates or e.days or e.recipients or e.named
    return e.actual and e.type in VIOLENT and e.tellings == 1 and e.sentence > LEAD and not told


def states_of(parties: tuple[Party, ...]) -> set[str]:
    """The states that parties belong to."""
    return {p.country for p in parties if p.country}


#: The wounded of an attack may die of it so many days later (ACLED and UCDP count such deaths to the event).
DAYS_TO_DIE = 30

#: How fine a time is that gives the day.
DAYS = frozenset({DatePrecision.DAY, DatePrecision.TIME})


def closest(dates: list[DateRange]) -> list[DateRange]:
    """The days among the dates, where there are any: what happened on Monday also happened "in 2013"."""
    return [d for d in dates if d.precision in DAYS] or dates


def soon_after(date: DateRange, told: list[DateRange]) -> bool:
    """Whether a death may come of what happened on one of the days before."""
    causes = [d.high or d.low for d in told]
    return date.low is not None and any(c is not None and 0 <= (date.low - c).days <= DAYS_TO_DIE for c in causes)


def meet(a: DateRange, b: DateRange) -> bool:
    """Whether two times have a day in common."""
    low = max(a.low or dt.date.min, b.low or dt.date.min)
    return low <= min(a.high or dt.date.max, b.high or dt.date.max)


def finest(places: list[Place]) -> list[Place]:
    """Without the places that hold a finer one: an event told in a town and in its province was in the town."""
    return [
        p
        for p in places
        if not any(FINENESS[q.precision] < FINENESS[p.precision] and not apart(p, q) for q in places)
        and (p.precision is not PlacePrecision.COUNTRY or all(q.precision is p.precision for q in places))
    ]


def names_of(t: Telling) -> set[str]:
    """The names by which an event is told: before its noun ("the Tavar bombing"), and after "in" and its like."""
    s, head = t.trigger.sentence, t.trigger.head
    own = {k.lower for k in s.kids(head, "compound", "nmod", "amod", "poss") if k.pos == "PROPN"}
    carriers = [head, *[a.i for a in s.ancestors(head) if a.pos == "VERB"][:1]]
    for i in carriers:
        for prep in s.kids(i, "prep"):
            if prep.lower in ("in", "at", "near", "outside"):
                own |= {k.lower for k in s.kids(prep.i, "pobj") if k.pos == "PROPN" and k.ent not in ("DATE", "TIME")}
    return own


def is_plural(t: Telling) -> bool:
    """ "several attacks", "a series of attacks": more than one event at once."""
    s, head = t.trigger.sentence, t.trigger.head
    return s.tokens[head].tag in ("NNS", "NNPS") and not any(k.lower in DEFINITE for k in s.kids(head, "det"))
