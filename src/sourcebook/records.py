"""Every record that travels through Sourcebook: frozen, typed, comparable.

A stage takes records and returns new ones; nothing is edited. Spans are ``[start, end)`` in code points of
the page's text (``docs/data-model.md``). Ids are unique within a page: ``a1`` for an article, ``a1.c3`` for
the third claim of it, ``a1.m2``, ``a1.t1``, ``a1.d4``, ``a1.p2``; ``i1`` for an incident of the page.
"""

from __future__ import annotations

import bisect
import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from sourcebook.errors import Reason

T = TypeVar("T", covariant=True)


# ------------------------------------------------------------------------------------------ vocabularies


class SourceKind(StrEnum):
    """What sort of body or person speaks, acts or suffers (CONTRACT: SOURCE_KIND)."""

    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    STATE_MEDIA = "state-media"
    MEDIA = "media"
    AGENCY = "agency"
    MONITOR = "monitor"
    NGO = "ngo"
    IGO = "igo"
    ARMED_GROUP = "armed-group"
    MEDICAL = "medical"
    WITNESS = "witness"
    RELATIVE = "relative"
    EXPERT = "expert"
    COMPANY = "company"
    COURT = "court"
    PERSON = "person"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What the source does with the content (CONTRACT: STANCE)."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    DISPUTE = "dispute"
    ACCUSE = "accuse"
    ADMIT = "admit"
    CONDEMN = "condemn"
    SUPPORT = "support"
    THREATEN = "threaten"
    PROMISE = "promise"
    DEMAND = "demand"
    PREDICT = "predict"
    NO_COMMENT = "no-comment"


class Quotation(StrEnum):
    """Whose words the content is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class EventType(StrEnum):
    """What happened (CONTRACT: EVENT_TYPE)."""

    AIR_STRIKE = "air-strike"
    DRONE_STRIKE = "drone-strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    GRENADE = "grenade"
    CHEMICAL_ATTACK = "chemical-attack"
    STRIKE = "strike"
    SHOOTDOWN = "shootdown"
    ARMED_CLASH = "armed-clash"
    ARMED_ATTACK = "armed-attack"
    KILLING = "killing"
    EXECUTION = "execution"
    SEXUAL_VIOLENCE = "sexual-violence"
    TORTURE = "torture"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    VESSEL_SEIZURE = "vessel-seizure"
    VESSEL_ATTACK = "vessel-attack"
    TERRITORY_CHANGE = "territory-change"
    BASE_ESTABLISHED = "base-established"
    TROOP_MOVEMENT = "troop-movement"
    WITHDRAWAL = "withdrawal"
    WEAPONS_TEST = "weapons-test"
    WEAPONS_USE_DISRUPTED = "weapons-use-disrupted"
    ARMS_TRANSFER = "arms-transfer"
    PROTEST = "protest"
    RIOT = "riot"
    FORCE_AGAINST_PROTESTERS = "force-against-protesters"
    LOOTING_DESTRUCTION = "looting-destruction"
    DISPLACEMENT = "displacement"
    AGREEMENT = "agreement"
    CEASEFIRE = "ceasefire"
    PRISONER_RELEASE = "prisoner-release"
    SANCTION = "sanction"
    DIPLOMATIC_ACTION = "diplomatic-action"
    MEETING = "meeting"
    CYBER = "cyber"
    WAR = "war"
    OTHER = "other"


class Factuality(StrEnum):
    """Certainty and polarity of an event according to who tells it (FactBank, Saurí & Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNKNOWN = "UU"


class Phase(StrEnum):
    """How far the event had come when it was told."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"


class Harm(StrEnum):
    """What happened to the people who are counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    UNHARMED = "unharmed"


class VictimStatus(StrEnum):
    """Civilian or combatant, where the text says so."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNKNOWN = "unknown"


class TollScope(StrEnum):
    """What a toll counts: one incident, or all of a period (a year, a war), which is never an incident's."""

    INCIDENT = "incident"
    PERIOD = "period"


class DatePrecision(StrEnum):
    """How fine the text is about a date."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How fine the text is about a place."""

    SITE = "site"
    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    SEA = "sea"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of the page is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"


class IncidentStatus(StrEnum):
    """Whether the incident took place, as the sources have it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    DENIED = "denied"
    DISPUTED = "disputed"


class Grade(StrEnum):
    """Airwars' scale of how well an incident is supported (airwars.org, methodology note)."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Question(StrEnum):
    """The questions that an incident's dossier puts to its sources."""

    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"
    TARGET = "target"
    KILLED = "killed"
    INJURED = "injured"
    PLACE = "place"
    DATE = "date"


# ------------------------------------------------------------------------------------------------ basics


class Span(NamedTuple):
    """Characters ``[start, end)`` of the page's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day, or all days between two, both included. ``None`` at an end: open."""

    low: dt.date | None
    high: dt.date | None
    precision: DatePrecision = DatePrecision.DAY


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was seen and not used, and why."""

    stage: str
    span: Span
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a stage returns: the records it made, and what it left out."""

    items: tuple[T, ...] = ()
    rejected: tuple[Rejected, ...] = ()


# -------------------------------------------------------------------------------------- pages and parses


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What is known of a page besides its text: from options, a sidecar file, or the HTML's own metadata.

    ``published_from`` says where the date was read ("option", "sidecar", "JSON-LD", "meta article:published_time", …).
    """

    url: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: str | None = None
    language: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A captured page: its text, whole and unchanged, under the SHA-256 of the captured bytes."""

    id: str  # "sha256:…" of the bytes
    path: str
    text: str
    meta: PageMeta = PageMeta()
    plain: bool = True  # False: the text was extracted (HTML), so it stands in the reading
    encoding: str = "utf-8"
    problems: tuple[str, ...] = ()  # said to the person, e.g. "decoded as windows-1252"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article and what it is for. ``repeat_of``: start of the earlier passage it copies."""

    kind: BlockKind
    span: Span
    repeat_of: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page. ``published_from`` names where the date was read, ``None`` if there is none."""

    id: str
    span: Span
    blocks: tuple[Block, ...]
    headline: Span | None = None
    published: DateRange | None = None
    published_from: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    language: str | None = "en"
    repeat_of: str | None = None
    url: str | None = None


class Token(NamedTuple):
    """A word of a sentence with its place in the parse. ``i`` and ``head`` count within the sentence.

    ``text`` may be re-cased (upper-case wire copy); the characters themselves are ``page.text[start:end]``.
    ``pos`` is a coarse class derived from the Penn tag: VERB NOUN PROPN PRON ADJ ADV ADP DET NUM CCONJ SCONJ
    AUX PART PUNCT SYM X.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    ent: str  # entity type, "" if none
    ent_begin: bool

    @property
    def span(self) -> Span:
        """The token's characters in the page."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's headline, heading, caption or body, parsed.

    ``block`` is what it stands in, ``paragraph`` the number of that block in the article. ``repeat``: the
    passage stands earlier on the page as well, so nothing in it is counted again.
    """

    id: str
    article: str
    span: Span
    block: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    repeat: bool = False

    @property
    def root(self) -> Token:
        """The head of the sentence."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The direct dependents of token ``i``, in order; only those with one of ``deps`` if any are given."""
        return [self.tokens[j] for j in self.children[i] if not deps or self.tokens[j].dep in deps]

    def subtree(self, i: int) -> list[int]:
        """Indexes of token ``i`` and everything under it, sorted."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            todo.extend(self.children[j])
        return sorted(out)

    def edges(self, i: int) -> tuple[int, int]:
        """First and last index of the subtree of ``i`` (both included)."""
        tree = self.subtree(i)
        return tree[0], tree[-1]

    def span_of(self, first: int, last: int) -> Span:
        """Characters from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``, if any."""
        low, high = 0, len(self.tokens)
        while low < high:
            mid = (low + high) // 2
            token = self.tokens[mid]
            if offset < token.start:
                high = mid
            elif offset >= token.end:
                low = mid + 1
            else:
                return token
        return None

    def ancestors(self, i: int) -> list[Token]:
        """The heads above token ``i``, nearest first."""
        out: list[Token] = []
        while self.tokens[i].head != i and len(out) <= len(self.tokens):
            i = self.tokens[i].head
            out.append(self.tokens[i])
        return out


@dataclass(frozen=True, slots=True)
class Parsed:
    """What every stage after the parse works on: one article of a page with its sentences, in page order."""

    page: Page
    article: Article
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The page's text, which all spans refer to."""
        return self.page.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at ``offset``, None between sentences."""
        index = bisect.bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]


# ------------------------------------------------------------------------------------- what stages return


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


TollRange = tuple[int, int | None]


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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read on one page. ``sentences`` are kept for explanations and never leave in exports."""

    page: Page
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tolls: tuple[Toll, ...] = ()
    dates: tuple[TimeMention, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=(), compare=False, repr=False)


# ------------------------------------------------------------------------------------------ many readings


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
