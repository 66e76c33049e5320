"""Circumstances: the place and the time of an event, chosen for the event and not for its article."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sourcebook.lexicon.placenames import Point, km_between
from sourcebook.read.triggers import Trigger
from sourcebook.records import (
    Article,
    BlockKind,
    Claim,
    DatePrecision,
    DateRange,
    EventType,
    Place,
    PlacePrecision,
    Sentence,
    Span,
    Stance,
    TimeMention,
    Token,
)

#: Fine to coarse, where two places tell of the same event.
_FINENESS = {p: n for n, p in enumerate(PlacePrecision)}

#: An event at least this many days before publication is one recalled, not one reported.
RECALLED_DAYS = 30

#: An event that the lead tells of is the article's own for so long: trials come within three years as a rule.
STILL_NEWS_DAYS = 3 * 365


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A place's or date's id and why it was chosen. ``own``: it stands with the event itself, in its own sentence.

    ``close``: it hangs on the trigger or on the verb or noun that carries it.
    """

    id: str | None = None
    reason: str = ""
    own: bool = False
    close: bool = False


NOWHERE = Circumstance()


def nearness(trigger: Trigger, span: Span, claims: tuple[Claim, ...]) -> int:
    """How closely a place or date in the trigger's sentence belongs to it.

    4: it hangs on the trigger itself; 3: on the verb or noun that carries the trigger; 2: on a verb above that one;
    1: elsewhere in the sentence; 0: with the words that say who speaks ("said in Beirut on Monday").
    """
    s = trigger.sentence
    token = s.at(span.end - 1)
    if token is None:
        return 0
    own = set(range(trigger.first, trigger.last + 1))
    if _hangs_on(s, token.i, own) or _tells_when(s, token.i, trigger.head):
        return 4
    opening = s.at(span.start)
    if opening is not None and opening.i == trigger.last + 2 and s.tokens[opening.i - 1].lower == "in":
        return 4  # "claimed responsibility for two bombings in 1986": the parser may hang it on the verb
    if is_of_the_telling(s, token.i):
        return 0
    if any(
        cue.start <= s.tokens[v].start < cue.end for c in claims for cue in c.cue for v in _verbs_above(s, token.i)[:1]
    ):
        return 0
    if any(part.holds(span) for c in claims for part in c.source.spans):
        return 0
    carriers = set(_verbs_above(s, trigger.head)[:1])
    if s.tokens[trigger.head].pos == "VERB":
        carriers = {s.tokens[trigger.head].head} if s.tokens[trigger.head].dep in ("xcomp", "pcomp") else set()
    aftermath = _is_aftermath(s, trigger.head, carriers)
    if aftermath:
        carriers = set()
    for i in (token.i, *(a.i for a in s.ancestors(token.i))):
        if i in own:
            return 4
        if i in carriers:
            return 3
        if s.tokens[i].pos in ("VERB", "AUX"):
            break
    if aftermath:
        return 1
    above = _verbs_above(s, token.i)[:1] or [token.i]
    joined = {k.i for k in s.kids(trigger.head, "conj") if k.pos == "VERB"}
    return 2 if set(above) & (set(_governing(s, trigger.head)) | joined) else 1


def _hangs_on(s: Sentence, i: int, own: set[int]) -> bool:
    """Whether the way up from a token comes to the trigger before any verb: "the strike near Homs"."""
    for a in (s.tokens[i], *s.ancestors(i)):
        if a.i in own:
            return True
        if a.pos in ("VERB", "AUX"):  # "the shooting that took place in March"
            return a.dep in ("relcl", "acl") and a.head in own and a.lemma in _HAPPENS
        if a.lemma in _TELLINGS:
            return False
    return False


_HAPPENS = frozenset({"take", "happen", "occur", "begin", "start", "unfold", "erupt", "commit", "perpetrate", "strike"})


def _tells_when(s: Sentence, i: int, head: int) -> bool:
    """Whether a time or place stands in a clause that says when the event came about: "died when shells fell in …"."""
    verb = next((a for a in s.ancestors(i) if a.pos == "VERB"), None)
    if verb is None or verb.dep != "advcl" or verb.head != head:
        return False
    return any(k.lower in ("when", "as", "after", "while") for k in s.kids(verb.i, "mark", "advmod"))


def is_of_the_telling(s: Sentence, i: int) -> bool:
    """Whether a time or place belongs to words about the telling: "in a statement published on Tuesday"."""
    for a in s.ancestors(i):
        if a.lemma in _TELLINGS:
            return True
        if a.pos in ("VERB", "AUX"):
            owner = s.tokens[a.head]
            return a.dep in ("acl", "relcl") and owner.lemma in _TELLINGS
    return False


#: Nouns of the telling: when and where these were made is not when and where the event took place.
_TELLINGS = frozenset({
    "statement", "recording", "communique", "communiqué", "announcement", "interview", "briefing", "conference",
    "letter", "email", "e-mail", "tweet", "message", "broadcast", "telegram", "leaflet", "bulletin", "press",
    "testimony", "hearing", "speech", "dispatch", "condition",
})  # fmt: skip


#: Verbs and nouns of what comes after an event: their time and place are not the event's.
_AFTERMATH = frozenset({
    "charge", "arraign", "convict", "sentence", "plead", "indict", "arrest", "book", "jail", "accuse", "identify",
    "locate", "apprehend", "capture",
    "condemn", "mourn", "announce", "meet", "discuss", "testify", "appear", "blame", "release", "investigation",
    "search", "hearing", "trial", "manhunt", "funeral", "vigil", "probe", "inquiry", "denounce", "criticize",
    "criticise", "commemorate", "remain", "resume", "reopen",
})  # fmt: skip


#: Verbs of how things stand after an event, which is told in a clause below them.
_STATES = frozenset({"be", "stay", "recover", "close", "gather", "lie", "fight", "listed", "return", "march", "call"})

_AFTER = frozenset({"after", "since", "following", "before", "until"})


def is_of_aftermath(s: Sentence, i: int) -> bool:
    """Whether a time stands with a verb that tells of what followed: "was charged on Monday"."""
    verb = next((a for a in s.ancestors(i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma in _AFTERMATH


def _is_aftermath(s: Sentence, head: int, carriers: set[int]) -> bool:
    """Whether the verb or noun over a trigger tells of what followed: "were charged on Friday in the shooting"."""
    child = s.tokens[head]
    for a in s.ancestors(head):
        if child.dep == "advcl" and a.lemma in _STATES and any(k.lower in _AFTER for k in s.kids(child.i, "mark")):
            return True  # "was in critical condition on Tuesday after he was shot"
        if a.lemma in _AFTERMATH or (a.pos == "ADP" and a.lower in _AFTER):
            return True
        if child.dep in ("ccomp", "advcl", "conj", "xcomp") or a.i in carriers:
            return False
        child = a
    return False


def _governing(s: Sentence, i: int) -> list[int]:
    """The verbs over a token, up to one that only reports what is below ("said that …")."""
    out: list[int] = []
    child = s.tokens[i]
    for t in s.ancestors(i):
        if child.dep == "ccomp":
            break
        if t.pos in ("VERB", "AUX"):
            out.append(t.i)
        child = t
    return out


def _verbs_above(s: Sentence, i: int) -> list[int]:
    return [t.i for t in s.ancestors(i) if t.pos in ("VERB", "AUX")]


def own_place(trigger: Trigger, places: list[Place], claims: tuple[Claim, ...]) -> Circumstance:
    """The place that stands with the event in its sentence: the nearest, and of those the finest."""
    s = trigger.sentence
    roles = {*trigger.frame.actors, *trigger.frame.recipients}
    best: tuple[tuple[float, ...], Place] | None = None
    for place in places:
        token = s.at(place.span.end - 1)
        near = nearness(trigger, place.span, claims)
        if (
            token is None
            or near == 0
            or (token.dep in ("nsubj", "agent", "nsubjpass") and place.precision == "country")
        ):
            continue
        if place.precision is PlacePrecision.COUNTRY and not _stands_where(s, token.i):
            continue  # "Syrian troops", "Israel said": who, not where
        if _is_adjective(s, token, near):
            continue  # "Iranian officials", "a Damascus official"
        if near < 4 and any(s.tokens[a.i].lemma in _CARE for a in s.ancestors(token.i)):
            continue  # "was taken to a hospital in …"
        if token.i in trigger.frame.actors or (token.dep in ("poss", "compound", "amod") and token.i in roles):
            continue
        coarse = 1 if place.precision in (PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN) else 0
        # Within a clause the finest wins; a country hanging on the trigger loses to a town in the same clause.
        rank = (-(near >= 2), coarse, -(near >= 3), _FINENESS[place.precision], place.radius_km or 0, place.span.start)
        if best is None or rank < best[0]:
            # ... but of two towns apart the first: "eight were killed in Mosul and three in Tal Afar"
            if best is not None and best[0][:4] == rank[:4] and _is_town(place) and apart(place, best[1]):
                continue
            best = (rank, place)
    if best is None:
        return NOWHERE
    near = nearness(trigger, best[1].span, claims)
    return Circumstance(best[1].id, "clause" if near >= 2 else "sentence", True)


def _is_town(place: Place) -> bool:
    return place.precision in (PlacePrecision.CITY, PlacePrecision.SITE)


def apart(a: Place, b: Place) -> bool:
    """Whether two places cannot both be where one thing happened."""
    if a.name == b.name or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    reach = (a.radius_km or 5) + (b.radius_km or 5) + 5
    return km_between(Point(a.lat, a.lon), Point(b.lat, b.lon)) > reach


#: Where the wounded and the dead are brought.
_CARE = frozenset({"hospital", "clinic", "morgue", "infirmary", "transfer", "airlift", "rush"})
_LOCATIVE = frozenset({"in", "at", "near", "inside", "across", "over", "around", "throughout", "outside", "within",
                       "on", "off", "into", "of", "against"})  # fmt: skip


def _stands_where(s: Sentence, i: int) -> bool:
    """Whether a country's name stands after "in" or its like, alone or after a town's name."""
    t = s.tokens[i]
    if t.dep == "pobj":
        return s.tokens[t.head].lower in _LOCATIVE
    if t.dep == "poss":  # "Yemen's Hodeidah", "Iraq's western desert"; not "engineers of Iran's rocket programme"
        owned = s.tokens[t.head]
        return t.pos == "PROPN" and (owned.pos == "PROPN" or owned.lemma in _PARTS)
    return t.dep in ("appos", "conj", "npadvmod")


#: Parts of a country: what its name may own when it tells where.
_PARTS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "capital", "city", "town",
    "village", "port", "airport", "province", "region", "state", "district", "county", "governorate", "border",
    "frontier", "coast", "shore", "waters", "island", "desert", "valley", "highland", "heartland", "interior", "centre",
    "center", "delta", "mountain", "river", "lake", "gulf", "bay", "sea", "market", "territory",
    "soil", "area", "parliament", "embassy", "consulate", "prison", "camp",
})  # fmt: skip


def _is_adjective(s: Sentence, token: Token, near: int) -> bool:
    """Whether a name only describes someone: "Iranian officials", "a Mosul policeman", "the Basra Tribune"."""
    if token.ent == "NORP" or token.tag.startswith("JJ"):
        return True
    head = s.tokens[token.head]
    if token.dep in ("compound", "amod", "nmod") and head.lemma in _DESCRIBED and near < 4:
        return True
    if token.ent != "ORG" or near >= 4:
        return False
    top = token
    while top.dep in ("compound", "nmod", "amod", "poss") and top.head != top.i and s.tokens[top.head].ent == "ORG":
        top = s.tokens[top.head]
    if top.dep == "pobj":
        return s.tokens[top.head].lower not in _LOCATIVE
    return top.dep not in ("dobj", "appos", "nsubjpass", "conj")


#: Those whom a place name before them describes.
_DESCRIBED = frozenset({
    "official", "police", "policeman", "officer", "spokesman", "spokeswoman", "spokesperson", "resident", "source",
    "authority", "mayor", "governor", "man", "woman", "native", "government", "ministry", "minister", "army", "troop",
    "soldier", "militant", "rebel", "militia", "force", "leader", "journalist", "newspaper", "daily", "agency",
    "university", "hospital", "morgue", "court", "judge", "prosecutor", "correspondent", "bureau",
})  # fmt: skip


def own_date(trigger: Trigger, dates: list[TimeMention], claims: tuple[Claim, ...]) -> Circumstance:
    """The time expression that stands with the event in its sentence."""
    best: tuple[tuple[float, ...], TimeMention] | None = None
    told: TimeMention | None = None
    unanchored: TimeMention | None = None
    aftermath = _is_aftermath(trigger.sentence, trigger.head, set())
    for date in dates:
        if date.type in ("DURATION", "SET") or _is_clock(date):
            continue
        if date.range is None or date.range.low is None:
            if is_unanchored(date) and nearness(trigger, date.span, claims) >= 2:
                unanchored = unanchored or date
            continue
        near = nearness(trigger, date.span, claims)
        if near < 4 and aftermath:
            continue
        if _is_deadline(trigger, date.span) or (near < 3 and _is_to_come(trigger, date)):
            continue
        if near == 0:
            # "On Monday it was reported that …": the day of the telling stands for the event's if nothing better does
            token = trigger.sentence.at(date.span.end - 1)
            if token is None or is_of_the_telling(trigger.sentence, token.i) or _answers(trigger, claims):
                continue  # "in a statement published on Tuesday", "denied on Wednesday that"
            fine = _WIDTH.get(date.range.precision, 9) == 0
            before = date.span.start <= trigger.span.start
            noun = trigger.sentence.tokens[trigger.head].dep == "dobj"  # "reported strikes near Homs on Monday"
            told = date if told is None and fine and (before or noun) else told
            continue
        gap = min(abs(date.span.start - trigger.span.end), abs(trigger.span.start - date.span.end))
        rank = (-near if near >= 3 else -1, _WIDTH.get(date.range.precision, 9), gap)
        if best is None or rank < best[0]:
            best = (rank, date)
    if best is None and unanchored is not None:
        return Circumstance(unanchored.id, "clause", True)
    if best is None:
        return Circumstance(told.id, "told") if told is not None else NOWHERE
    near = nearness(trigger, best[1].span, claims)
    return Circumstance(best[1].id, "clause" if near >= 2 else "sentence", near >= 2 or len(dates) == 1, near >= 3)


def _is_to_come(trigger: Trigger, date: TimeMention) -> bool:
    """Whether a date ahead of publication stands beside an event told in the past: "the vigil is on Friday for …"."""
    told = any(t.tag in ("VBD", "VBN") for t in trigger.sentence.tokens[trigger.first : trigger.last + 1])
    low = date.range.low if date.range else None
    return told and low is not None and date.anchor is not None and low > date.anchor + dt.timedelta(days=1)


def _is_deadline(trigger: Trigger, span: Span) -> bool:
    """ "by the end of May", "until Friday": how long something has time or holds, and not when it was agreed on."""
    s = trigger.sentence
    token = s.at(span.start)
    if token is None or token.i == 0:
        return False
    before = s.tokens[token.i - 1]
    if before.lower in ("the", "at", "of") and before.i:
        before = s.tokens[before.i - 1]
    here = before if token.lower not in ("by", "until", "till") else token
    return here.lower in ("by", "until", "till", "through") and trigger.type not in _TAKES_TIME


#: What is done by a day: a deadline is the best that can be said of when.
_TAKES_TIME = frozenset({
    EventType.WITHDRAWAL, EventType.TROOP_MOVEMENT, EventType.DISPLACEMENT, EventType.PRISONER_RELEASE,
    EventType.ARMS_TRANSFER,
})  # fmt: skip


def _answers(trigger: Trigger, claims: tuple[Claim, ...]) -> bool:
    """Whether the event is told in an answer to what others said before: a denial, an admission, a condemnation."""
    return any(c.stance in _ANSWERS and any(p.holds(trigger.span) for p in c.content) for c in claims)


_ANSWERS = frozenset({Stance.DENY, Stance.DISPUTE, Stance.ADMIT, Stance.CONDEMN, Stance.NO_COMMENT, Stance.SUPPORT,
                      Stance.ACCUSE, Stance.CONFIRM})  # fmt: skip


def is_unanchored(date: TimeMention) -> bool:
    """Whether nothing tells the year of a named day or month: "on 5 August", "on Sunday", on a page without a date."""
    return (
        date.type in ("DATE", "TIME")
        and (date.range is None or date.range.low is None)
        and (_UNANCHORED.match(date.value) is not None)
    )


_UNANCHORED = re.compile(r"XXXX-(?:\d\d|WXX-\d)")


def is_pointer(text: str) -> bool:
    """Whether a time expression only points back to a time told before: "that night", "the same day"."""
    return _POINTER.match(text) is not None


_POINTER = re.compile(
    r"(?i)(?:that|the same|the very)\s+(?:day|night|morning|afternoon|evening|hour|moment|week|time)\b"
)


def _is_clock(date: TimeMention) -> bool:
    """A time of day without its day, which only an anchor elsewhere could give."""
    return date.type == "TIME" and not _DAY.search(date.text)


_DAY = re.compile(
    r"(?i)\d[/-]\d|\b(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|yesterday|tomorrow"
    r"|\b(today|this|that|last|tonight|overnight|same|previous|next|following|later|earlier)\b"
)


_WIDTH = {DatePrecision.TIME: 0, DatePrecision.DAY: 0, DatePrecision.WEEK: 2, DatePrecision.MONTH: 3,
          DatePrecision.RANGE: 3, DatePrecision.YEAR: 4}  # fmt: skip


def lead_place(article: Article, places: tuple[Place, ...], sentences: tuple[Sentence, ...]) -> Circumstance:
    """Where an event without a place of its own took place: what the lead names first, else the dateline."""
    fine = [
        p for p in places if p.precision not in (PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN, PlacePrecision.SEA)
    ]
    body = [s for s in sentences if s.block in (BlockKind.HEADLINE, BlockKind.BODY)][:3]
    datelines = [b.span for b in article.blocks if b.kind is BlockKind.DATELINE]
    for candidates in (fine, places):
        for s in body:
            for p in candidates:
                if s.span.holds(p.span) and not _is_demonym(s, p):
                    return Circumstance(p.id, "lead")
        for span in datelines:
            for p in candidates:
                if span.holds(p.span):
                    return Circumstance(p.id, "dateline")
    return NOWHERE


def _is_demonym(s: Sentence, place: Place) -> bool:
    token = s.at(place.span.end - 1)
    return token is not None and (token.tag.startswith("JJ") or (token.ent == "NORP" and token.tag.endswith("S")))


def is_recalled(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether an event of that time is context in an article of that day."""
    if day is None or published is None or published.low is None:
        return False
    last = day.high or day.low
    return last is not None and last <= published.low - dt.timedelta(days=RECALLED_DAYS)


def is_recent(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether an old event is recent enough for news to be about it still: a trial, an inquest, a late report."""
    if day is None or published is None or published.low is None or day.low is None:
        return day is None
    return day.low >= published.low - dt.timedelta(days=STILL_NEWS_DAYS)


def is_ahead(day: DateRange | None, published: DateRange | None) -> bool:
    """Whether a time lies wholly after publication: what is told of it is a plan."""
    if day is None or day.low is None or published is None:
        return False
    last = published.high or published.low
    # a day of grace: reports are dated in their own time zone
    return last is not None and day.low > last + dt.timedelta(days=1)
