"""Vocabularies: the closed lists of words that records use. ``docs/codebook.md`` says what each means."""

from __future__ import annotations

from enum import StrEnum


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


class Course(StrEnum):
    """What a text says of a number beside those before it: it has risen or fallen to it, or calls another wrong."""

    RAISED = "raised"
    LOWERED = "lowered"
    DENIED = "denied"


class Question(StrEnum):
    """The questions that an incident's dossier puts to its sources."""

    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"
    TARGET = "target"
    KILLED = "killed"
    INJURED = "injured"
    PLACE = "place"
    DATE = "date"
