"""Records that the stages make of an article: claims, times, places, mentions, tolls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sourcebook.records.pages import DateRange, Span, Spans
from sourcebook.records.vocabularies import (
    EventType,
    Factuality,
    Harm,
    Phase,
    PlacePrecision,
    Quotation,
    SourceKind,
    Stance,
    TollScope,
    VictimStatus,
)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts, suffers or is spoken for. Unknown ones keep the text's words as their name."""

    text: str
    name: str
    entity: str | None = None
    country: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks. ``resolved``: the introduction that a pronoun or short name goes back to.

    The author's own voice has no Source: a record whose ``claim`` is None is the author's.
    """

    spans: Spans
    text: str
    resolved: str
    entity: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    anonymous: bool = False
    party: str | None = None
    proximity: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A source, a cue, a content. ``inside``: the claim in whose content this one stands, if nested."""

    id: str
    article: str
    sentence: str
    source: Source
    cue: Spans
    cue_text: str
    content: Spans
    content_text: str
    stance: Stance
    quotation: Quotation
    rule: str
    score: float
    via: tuple[str, ...] = ()
    about: str | None = None
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression with its TIMEX3 type and value and the days that it covers."""

    id: str
    article: str
    span: Span
    text: str
    type: str  # DATE TIME DURATION SET
    value: str
    range: DateRange | None
    anchor: dt.date | None
    rule: str


#: The rule of a place that nothing but its name's place in the sentence tells: "a mosque in Kafr Zubeida".
UNHEARD = "unheard"
#: Rules of the names of states; one that is no more, Yugoslavia, is on no list of today's.
STATES = frozenset({"country-name", "adjective"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place name and what it stands for. ``radius_km``: the true spot lies within it, as far as the text says."""

    id: str
    article: str
    span: Span
    text: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    geonames: int | None
    precision: PlacePrecision
    radius_km: float | None
    rule: str
    reason: str = ""

    @property
    def unlisted(self) -> bool:
        """Whether it is a town or spot that no list has, and of which only a wider place is known."""
        wide = self.precision is PlacePrecision.COUNTRY and self.rule not in STATES
        return self.geonames is None and (wide or self.rule == UNHEARD)

    @property
    def is_state(self) -> bool:
        """Whether it is a country itself."""
        return self.precision is PlacePrecision.COUNTRY and not self.unlisted


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one event. ``claim`` None: the author's own voice. ``same_as``: the mention it repeats."""

    id: str
    article: str
    sentence: str
    claim: str | None
    trigger: Span
    trigger_text: str
    event_type: EventType
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    weapons: tuple[str, ...]
    place: str | None
    date: str | None
    factuality: Factuality
    phase: Phase
    background: bool
    rule: str
    tolls: tuple[str, ...] = ()
    same_as: str | None = None
    place_reason: str = ""
    date_reason: str = ""
    actor_claim: str | None = None  # the claim that names the actor, where it is not the mention's own
    not_of: tuple[str, ...] = ()  # the first mentions of events told before, in other villages that no list has


@dataclass(frozen=True, slots=True)
class Victims:
    """Who is counted in a toll."""

    status: VictimStatus = VictimStatus.UNKNOWN
    group: str | None = None
    of: Party | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people harmed, as written. ``high`` None: open upwards. ``part_of``: not to be added."""

    id: str
    article: str
    sentence: str
    span: Span
    text: str
    mention: str | None
    claim: str | None
    harm: Harm
    low: int
    high: int | None
    victims: Victims
    cumulative: bool
    rule: str
    part_of: str | None = None
    scope: TollScope = TollScope.INCIDENT
    perpetrator: bool = False  # the attacker's own death
