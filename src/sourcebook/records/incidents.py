"""Records of what mentions and readings add up to: incidents, accounts, readings, links."""

from __future__ import annotations

from dataclasses import dataclass, field

from sourcebook.records.facts import Claim, Mention, Party, Place, TimeMention, Toll
from sourcebook.records.pages import Article, DateRange, Page, Rejected, Sentence, Span
from sourcebook.records.vocabularies import (
    Course,
    EventType,
    Grade,
    IncidentStatus,
    Question,
    SourceKind,
    Stance,
    VictimStatus,
)


@dataclass(frozen=True, slots=True)
class Account:
    """One answer to one question about an incident, and who gives it.

    ``claim`` None: the author's own voice. ``quote`` are the words it rests on. ``lineage`` groups reports
    that share one origin; ``page`` is the id of the page, ``said`` when it was said (publication).
    """

    question: Question
    value: str
    source: str
    claim: str | None
    quote: Span
    quote_text: str
    page: str
    outlet: str | None = None
    lineage: str = ""
    said: DateRange | None = None
    stance: Stance = Stance.ASSERT
    low: int | None = None  # for killed and injured
    high: int | None = None
    anonymous: bool = False
    article: str = ""
    entity: str | None = None  # stable id of the source
    kind: SourceKind = SourceKind.UNKNOWN  # of the source
    victims: VictimStatus = VictimStatus.UNKNOWN  # who is counted, for killed and injured
    answer: str | None = None  # stable id of what the value names (a party, a place), where there is one
    answer_kind: SourceKind = SourceKind.UNKNOWN  # of the party that the value names
    party: str | None = None  # for whom the source speaks
    via: tuple[str, ...] = ()  # the hands that it went through, nearest to the reader first
    instead_of: tuple[int, int | None] | None = None  # the earlier number that this one replaces, as the text says
    course: Course | None = None  # what the text says of the number: risen, fallen, another one denied (``instead_of``)
    group: str | None = None  # the only people that it counts: children, its staff
    attackers: int = 0  # how many attackers it tells of as dead, or hurt
    again: DateRange | None = None  # when the source last gave the same number once more
    recalled: bool = False  # told only beside the news of its report: "who was kidnapped on Sunday"


TollRange = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of dead or injured that a source gave as of a day: a step in the course of an incident's toll.

    ``question`` is killed or injured. ``account``: which of the incident's accounts it is. ``replaced_by``: which of
    the incident's counts took its place, and ``why``; None: it stands.
    """

    question: Question
    low: int
    high: int | None
    source: str
    as_of: DateRange | None
    account: int
    replaced_by: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two of an incident's accounts, by their numbers, that cannot both be right, and why."""

    question: Question
    a: int
    b: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """What the mentions of one event add up to, with the accounts it rests on.

    On a page: ``id`` is ``i1``…, ids of mentions and claims are the page's. In a store: ``id`` is permanent
    and ``members`` lists ``(page id, incident id on that page)``.
    """

    id: str
    event_type: EventType
    date: DateRange | None
    place: Place | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mentions: tuple[str, ...]
    claims: tuple[str, ...]
    killed: TollRange | None
    injured: TollRange | None
    status: IncidentStatus
    contested: tuple[Question, ...]
    independent_sources: int
    grade: Grade
    grade_reason: str
    background: bool = False
    accounts: tuple[Account, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    counts: tuple[Count, ...] = ()  # in the order in which they were given
    scenes: tuple[str, ...] = ()  # what was hit, or where it was done, by kind: "market", "bus"
    again: bool = False  # told as another after a first: "a second strike"
    asides: tuple[str, ...] = ()  # scenes and types of events that its report names only to set them apart
    words: tuple[str, ...] = ()  # common nouns by which its report tells it, for linking
    manners: tuple[str, ...] = ()  # how it was done: "gun", "blast", "blade"; for linking
    hours: tuple[int, int] | None = None  # between which hours of its one day; for linking


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read on one page. ``sentences`` are kept for explanations and never leave in exports.

    ``allusions``: what its articles speak of without telling it, one an article; none of them is an incident until
    linking finds the one that it is of.
    """

    page: Page
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tolls: tuple[Toll, ...] = ()
    dates: tuple[TimeMention, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    allusions: tuple[Incident, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Copy:
    """Article ``b`` repeats article ``a`` (page id, article id): ``kind`` exact, near, cut or version."""

    a: tuple[str, str]
    b: tuple[str, str]
    kind: str
    containment: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two page incidents scored as one. ``terms`` are named and sum to ``score``."""

    a: tuple[str, str]
    b: tuple[str, str]
    score: float
    terms: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What many readings add up to. ``lineages`` maps (page id, article id) to the name of its lineage."""

    copies: tuple[Copy, ...]
    lineages: tuple[tuple[tuple[str, str], str], ...]
    links: tuple[Link, ...]
    incidents: tuple[Incident, ...]
