"""Incidents: the mentions of one event, on a page, put together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.link import crowds
from sourcebook.link.asides import set_aside
from sourcebook.link.casualties import casualties
from sourcebook.link.clusters import Cluster, clusters_of
from sourcebook.link.datings import date_of, day_of_count, have_died_since, wide_days
from sourcebook.link.distances import coarseness, distance_km
from sourcebook.link.entries import entries_elsewhere
from sourcebook.link.families import ATTACKS, type_of_told
from sourcebook.link.particulars import is_particular, surroundings_of
from sourcebook.link.raids import joined
from sourcebook.read.circumstances import apart
from sourcebook.read.orders import days_from, interval_to
from sourcebook.read.timings import SURE
from sourcebook.read.whereabouts import ABOUT, ROAD, SURE_PLACE
from sourcebook.records import (
    Article,
    BlockKind,
    Claim,
    DatePrecision,
    DateRange,
    EventType,
    Factuality,
    Found,
    Grade,
    Harm,
    Incident,
    IncidentStatus,
    Mention,
    Party,
    Phase,
    Place,
    PlacePrecision,
    Reading,
    Rejected,
    Sentence,
    SourceKind,
    Span,
    Stance,
    Toll,
    TollScope,
)


def find_incidents(reading: Reading, lexicon: Lexicon) -> Found[Incident]:
    """The incidents of one page, the one that is told most first, and the tellings that are of none in particular."""
    sentences = {s.id: s for s in reading.sentences}
    dates = {d.id: d.range for d in reading.dates}
    places = {p.id: p for p in reading.places}
    claims = {c.id: c for c in reading.claims}
    articles = {a.id: a for a in reading.articles}
    told = {d.id: wide_days(d) for d in reading.dates}
    around = surroundings_of(reading, lexicon.particulars)
    aside = set_aside(reading.mentions, sentences)
    rejected = [
        Rejected("incidents", m.trigger, Reason.OTHER_MATTER, m.rule) for m in reading.mentions if m.id in aside
    ]
    counts = {t.id: t for t in reading.tolls}
    clusters = []
    turned = frozenset(s.id for s in reading.sentences if _turns(s, lexicon)) | entries_elsewhere(reading, places)
    ours = tuple(m for m in reading.mentions if m.id not in aside)
    attacked = any(m.event_type in ATTACKS and not _denied(m) for m in ours)
    events = joined(clusters_of(ours, sentences, told, places, counts, turned), sentences, told, places)
    for c in crowds.joined(events, sentences, told, places, turned):
        if c.background or (_is_told(c, attacked) and is_particular(c.mentions, around)):
            clusters.append(c)
        else:
            rejected += [Rejected("incidents", m.trigger, Reason.IN_GENERAL, m.rule) for m in c.mentions]
    tolls = _tolls_by_cluster(clusters, reading.tolls)
    if not clusters and not rejected and (orphans := _countable(reading)):
        clusters, tolls = [Cluster()], [orphans]
    sources = {c.id: c.source.entity or c.source.resolved.lower() for c in reading.claims}
    placed = {m for c in clusters for m in c.mentions if m.place in places}
    out: list[Incident] = []
    for cluster, own in zip(clusters, tolls, strict=True):
        killed, injured = casualties(own, sentences, sources, lexicon)
        heard = _claims(cluster, own, claims)
        voices = {sources[c] for c in heard}
        real = [m for m in cluster.mentions if not _denied(m)] or cluster.mentions
        real = [m for m in real if m.phase in (Phase.OCCURRED, Phase.ONGOING)] or real
        article = articles[(real[0] if real else own[0]).article]
        elsewhere = frozenset(places[m.place or ""].name for m in placed - set(cluster.mentions))
        beside = () if real else _beside(own, reading)
        led = cluster.mentions[:1]  # a denial that leads says where, and an own version of it behind it does not
        led = [m for m in led if _denied(m) and m.place in places and m.place_reason in SURE_PLACE]
        where = [*led, *real] if led and not any(m.place_reason in SURE_PLACE for m in real) else real
        place = _place(where, places, reading, article, elsewhere, beside)
        out.append(
            Incident(
                id="",
                event_type=type_of_told(real) if real else _type_of_tolls(own),
                date=(None if real else day_of_count(own, reading))
                or date_of(_with_answered(real, cluster.mentions, dates), dates, article, have_died_since(own)),
                place=place,
                actors=_parties(p for m in real for p in m.actors if not _is_scene(p, m, place, sentences)),
                recipients=_parties(p for m in real for p in m.recipients),
                mentions=tuple(m.id for m in cluster.mentions),
                claims=heard,
                killed=killed,
                injured=injured,
                status=_status(cluster.mentions, claims),
                contested=(),
                independent_sources=max(len(voices), 1),
                grade=Grade.WEAK,
                grade_reason="",
                background=bool(cluster.mentions) and cluster.background,
            )
        )
    out = [_counted_back(i, out, reading, sentences) for i in out]
    front = front_of(reading)
    mentions = {m.id: m for m in reading.mentions}
    ranked = sorted(out, key=lambda i: (i.background, i.event_type in _AFTER, -_told(i, front, mentions)))
    return Found(tuple(_numbered(i, n) for n, i in enumerate(ranked, 1)), tuple(rejected))


def _counted_back(
    incident: Incident, told: list[Incident], reading: Reading, sentences: Mapping[str, Sentence]
) -> Incident:
    """A recalled incident with the day that the time to another is counted from: "it came a day after the raid"."""
    mentions = {m.id: m for m in reading.mentions}
    own = [mentions[m] for m in incident.mentions]
    if not incident.background or len({m.sentence for m in own}) != 1 or any(m.date is not None for m in own):
        return incident
    s = sentences[own[0].sentence]
    tokens = [t for m in own if (t := s.at(m.trigger.start)) is not None]
    found = next((f for t in tokens if (f := interval_to(s, t.i)) is not None), None)
    days = days_from(s, found) if found is not None and found.way != "before" else None
    if found is None or days is None:
        return incident
    for other in told:
        spans = [mentions[m].trigger for m in other.mentions if mentions[m].sentence == s.id]
        tells = [s.at(at) for span in spans for at in (span.start, span.end - 1)]  # "the suicide attack came"
        day = other.date
        if day is None or day.low is None or day.low != day.high or other is incident:
            continue
        if any(t is not None and found.tells in (t.i, t.head) for t in tells):
            then = day.low - dt.timedelta(days=days)
            return replace(incident, date=DateRange(then, then, DatePrecision.DAY))
    return incident


def front_of(reading: Reading) -> frozenset[str]:
    """The mentions in the headline and the first sentence of each article's text."""
    first: dict[str, str] = {}
    for s in reading.sentences:
        if s.block is BlockKind.BODY:
            first.setdefault(s.article, s.id)
    heads = {s.id for s in reading.sentences if s.block is BlockKind.HEADLINE} | set(first.values())
    return frozenset(m.id for m in reading.mentions if m.sentence in heads)


def _told(i: Incident, front: frozenset[str], mentions: Mapping[str, Mention]) -> int:
    """How much of a page tells of an incident; what it leads with counts twice, who is taken in an attack not apart."""
    attacks = {mentions[m].sentence for m in i.mentions if mentions[m].event_type is not EventType.ABDUCTION}
    told = [
        m
        for m in i.mentions
        if mentions[m].event_type is not EventType.ABDUCTION or mentions[m].sentence not in attacks
    ]
    return len(told) + len(i.claims) + sum(m in front for m in told)


def _turns(s: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence opens by turning to another event."""
    return lexicon.turns.of([t.lower for t in s.tokens[: lexicon.turns.longest]]) in ("apart", "another-case")


#: What follows an attack: told after it, however often.
_AFTER = frozenset({EventType.DISPLACEMENT, EventType.ARREST})


_MOVES = frozenset({EventType.TROOP_MOVEMENT, EventType.WITHDRAWAL, EventType.BASE_ESTABLISHED})

#: What is done with goods, troops and papers: an attempt at it that names nobody is talk.
_DEALINGS = frozenset({EventType.ARMS_TRANSFER, EventType.TROOP_MOVEMENT, EventType.WITHDRAWAL, EventType.SANCTION})


#: What portraits, sermons and match reports speak of in passing: news of it says when, where, who or how many.
_SPOKEN_OF = frozenset({
    EventType.PROTEST, EventType.TERRITORY_CHANGE, EventType.VESSEL_SEIZURE, EventType.ARMS_TRANSFER,
})  # fmt: skip


#: What the report of an attack speaks of besides, with no day and no town of its own.
_BESIDES = frozenset({EventType.ARMS_TRANSFER, EventType.TROOP_MOVEMENT, EventType.CEASEFIRE, EventType.WITHDRAWAL})


_NOT_YET = frozenset({Phase.PLANNED, Phase.THREATENED, Phase.ATTEMPTED})


def _is_told(cluster: Cluster, attacked: bool) -> bool:
    """Whether a cluster says enough to be an incident: a lone word of a plan or of flight, with nothing of whom and
    when, is none. ``attacked``: whether the page tells of an attack."""
    if all(m.event_type in _DEALINGS and m.phase in _NOT_YET for m in cluster.mentions):
        return False  # a contract, an offer, a plan to withdraw
    if all(_denied(m) and m.event_type in _AFTER and m.same_as is None for m in cluster.mentions):
        return False  # "no arrest had been made"
    if attacked and all(_denied(m) and m.event_type in _MOVES for m in cluster.mentions):
        return False  # "our forces have not crossed the river": an alibi
    if len(cluster.mentions) != 1:
        return True
    (m,) = cluster.mentions
    dealing = m.event_type in _DEALINGS and m.phase is Phase.ATTEMPTED
    if dealing or m.phase in (Phase.PLANNED, Phase.THREATENED):
        placed = m.place_reason in ("clause", "trigger", "argument")
        return m.date_reason == "clause" or bool(m.tolls or (placed and m.actors))
    if m.event_type is EventType.DISPLACEMENT:
        return bool(m.date or m.actors or m.recipients or m.tolls)
    dated = m.date_reason in SURE
    placed = m.place_reason in SURE_PLACE
    if attacked and m.event_type in _BESIDES and not dated and not placed and not m.tolls:
        return False  # "had targeted a man who was involved in smuggling weapons"
    police = m.event_type is EventType.VESSEL_SEIZURE and all(p.kind is SourceKind.POLICE for p in m.actors)
    return m.event_type not in _SPOKEN_OF or dated or placed or bool(m.tolls or (m.actors and not police))


def _is_scene(p: Party, m: Mention, place: Place | None, sentences: Mapping[str, Sentence]) -> bool:
    """Whether a state only says where it happened: "the Botswana market bombing"."""
    if place is None or p.country is None or p.country != place.country or p.kind is not SourceKind.GOVERNMENT:
        return False
    sentence = sentences.get(m.sentence)
    trigger = sentence.at(m.trigger.start) if sentence is not None else None
    token = sentence.at(p.span.start) if sentence is not None and p.span is not None else None
    if trigger is None or token is None:
        return False
    return token.dep in ("compound", "amod", "nmod", "poss") and trigger.pos in ("NOUN", "PROPN")


def _numbered(i: Incident, n: int) -> Incident:
    return replace(i, id=f"i{n}")


def _countable(reading: Reading) -> list[Toll]:
    """Tolls that make an incident of their own, where no words of violence in their sentence were found to be none."""
    left = [
        r.span for r in reading.rejected if r.stage == "mentions" and (r.reason in _NO_VIOLENCE or r.detail in _HARM)
    ]
    spans = {s.id: s.span for s in reading.sentences}
    out = []
    for t in reading.tolls:
        real = t.scope is TollScope.INCIDENT and t.harm in (Harm.KILLED, Harm.INJURED) and t.low > 0
        if real and t.mention is None and not any(spans[t.sentence].holds(r) for r in left):
            out.append(t)
    return out


_HARM = frozenset({"kill", "die", "found-dead", "injure"})
_NO_VIOLENCE = frozenset({Reason.FIGURATIVE, Reason.SPORT})


def _tolls_by_cluster(clusters: list[Cluster], tolls: tuple[Toll, ...]) -> list[list[Toll]]:
    """Each cluster's tolls. A toll of no mention (a headline's) goes to the event of its article that has the same
    number, else to the one that is told most."""
    home = {m.id: n for n, c in enumerate(clusters) for m in c.mentions}
    out: list[list[Toll]] = [[] for _ in clusters]
    for t in tolls:
        n = home.get(t.mention or "")
        if n is None and t.mention is None:
            here = [
                k
                for k, c in enumerate(clusters)
                if not c.background and any(m.article == t.article for m in c.mentions)
            ]
            same = {
                home.get(o.mention or "")
                for o in tolls
                if o.mention and (o.harm, o.low, o.high) == (t.harm, t.low, t.high)
            }
            n = max(here, key=lambda k: (k in same, len(clusters[k].mentions), -k), default=None)
        if n is not None:
            out[n].append(t)
    return out


def _claims(cluster: Cluster, tolls: list[Toll], claims: Mapping[str, Claim]) -> tuple[str, ...]:
    ids = {m.claim for m in cluster.mentions} | {m.actor_claim for m in cluster.mentions}
    ids |= {t.claim for t in tolls if t.scope is not TollScope.PERIOD}
    return tuple(c for c in claims if c in ids)


def _type_of_tolls(tolls: list[Toll]) -> EventType:
    return EventType.KILLING if any(t.harm is Harm.KILLED for t in tolls) else EventType.OTHER


def _denied(m: Mention) -> bool:
    # An attempt that failed did not come about, and no one denies that it was made.
    return m.factuality in (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT) and m.phase is not Phase.ATTEMPTED


def _status(mentions: list[Mention], claims: Mapping[str, Claim]) -> IncidentStatus:
    """Whether it took place, as the mentions have it."""
    told = [m for m in mentions if not _denied(m)]
    if not told and mentions:
        return IncidentStatus.DENIED
    phases = {m.phase for m in told}
    if not told or phases & {Phase.OCCURRED, Phase.ONGOING}:
        denied = [m for m in mentions if _denied(m) and m.claim and _is_answer(m, claims)]
        return (
            IncidentStatus.DISPUTED
            if denied and len(denied) < len(mentions) and _full(denied)
            else IncidentStatus.OCCURRED
        )
    if Phase.ATTEMPTED in phases:
        return IncidentStatus.ATTEMPTED
    return IncidentStatus.PLANNED if Phase.PLANNED in phases else IncidentStatus.THREATENED


def _is_answer(m: Mention, claims: Mapping[str, Claim]) -> bool:
    """Whether a negated telling speaks to this event: by a denial, or tied to it in the text."""
    claim = claims.get(m.claim or "")
    return m.same_as is not None or claim is None or claim.stance in (Stance.DENY, Stance.DISPUTE) or bool(claim.about)


def _full(denied: list[Mention]) -> bool:
    """Whether someone denies that it happened at all: the denial names no actor, who may only deny to be it."""
    return any(not m.actors and m.event_type is not EventType.KILLING for m in denied)


def _with_answered(
    real: list[Mention], told: Iterable[Mention], dates: Mapping[str, DateRange | None]
) -> list[Mention]:
    """The mentions that may date an event; where none has a day, who denies it behind them may: "not on Tuesday"."""
    if not real or any((d := dates.get(m.date or "")) is not None and d.low is not None for m in real):
        return real
    first = min(m.trigger.start for m in real)
    return [*real, *(m for m in told if _denied(m) and m.date_reason in SURE and m.trigger.start > first)]


#: Rules of names that tell whose or who reports, and not where.
NOT_WHERE = frozenset({"adjective", "masthead"})


def _place(
    mentions: list[Mention],
    places: Mapping[str, Place],
    reading: Reading,
    article: Article,
    elsewhere: frozenset[str],
    beside: tuple[Span, ...] = (),
) -> Place | None:
    """The finest place that the mentions agree on; else the first town that the article names.

    ``elsewhere``: names of where the other events of the page took place. On a page of many places, a round-up, no
    town is guessed. ``beside``: the sentences that count the dead of what nothing else tells; a town in them comes
    first.
    """
    told = [p for m in mentions if (p := places.get(m.place or "")) is not None]
    sure = [p for m in mentions if m.place_reason in SURE_PLACE and (p := places.get(m.place or "")) is not None]
    if sure and all(p.precision is PlacePrecision.SEA for p in sure):  # a report on a ship is written in some town
        told = [p for p in told if not all(apart(p, q) for q in sure)]
    lies = [p for m in mentions if m.place_reason not in ABOUT and (p := places.get(m.place or "")) is not None]
    told = [p for p in told if p in lies or all(p.country != q.country for q in lies)] if _is_told_there(lies) else told
    along = {m.place for m in mentions if m.place_reason == ROAD}
    if told and along and all(p.id in along for p in told) and (near := _by_the_road(told[0], reading, article)):
        return near
    if told:
        count = Counter(p.name for p in told)
        finest = max(min(map(coarseness, told)), 1)
        return max((p for p in told if coarseness(p) <= finest), key=lambda p: count[p.name])
    # an adjective tells whose ("Israeli jets"), not where
    speak = {span for c in reading.claims for span in c.source.spans}  # "Tehran denied it": a government
    named = [
        p
        for p in reading.places
        if p.article == article.id and p.lat is not None and p.rule not in NOT_WHERE and p.span not in speak
    ]
    towns = [p for p in named if p.precision in _TOWNS]
    # "the director of the Évora hospital said": where the wounded are, if the report names another town
    towns = [p for p in towns if not any(x.holds(p.span) for x in speak)] or _of_the_outlet(reading, article) or towns
    towns = towns or _of_the_outlet(reading, article)  # better than its state
    towns = [p for p in towns if any(s.holds(p.span) for s in beside)] or towns
    free = [] if len(elsewhere) >= _ROUND_UP else towns
    wide = [p for p in named if p.precision not in _TOWNS]
    return next(iter(free), min(wide, key=coarseness, default=None))


#: A town so near (km) may be where a road sets out from; the place of a report's writing only if it is nearer.
_A_DRIVE, _A_TRIP = 300, 150


def _by_the_road(end: Place, reading: Reading, article: Article) -> Place | None:
    """The town that an event on the road to another lies by: where the report is filed, mourns or has the wounded."""
    filed = [b.span for b in article.blocks if b.kind is BlockKind.DATELINE]
    for p in reading.places:
        other = p.article == article.id and p.precision in _TOWNS and p.rule not in NOT_WHERE
        if not other or p.lat is None or p.country != end.country or p.name == end.name:
            continue
        between = reading.page.text[min(p.span.end, end.span.end) : max(p.span.start, end.span.start)]
        if between.strip(" -–") in ("to", "and", "from", ""):
            continue  # "the road from Tarn to Sel": its other end
        if distance_km(p, end) <= (_A_TRIP if any(x.holds(p.span) for x in filed) else _A_DRIVE):
            return p
    return None


def _beside(tolls: Iterable[Toll], reading: Reading) -> tuple[Span, ...]:
    """The sentences of the text that give these counts; a headline's town may be that of who speaks."""
    told = {(t.article, t.harm, t.low, t.high) for t in tolls}
    counted = {t.sentence for t in reading.tolls if (t.article, t.harm, t.low, t.high) in told}
    return tuple(s.span for s in reading.sentences if s.id in counted and s.block is BlockKind.BODY)


def _is_told_there(places: list[Place]) -> bool:
    """Whether a place finer than a state is among them."""
    return any(p.precision not in (PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN, PlacePrecision.SEA) for p in places)


def _of_the_outlet(reading: Reading, article: Article) -> list[Place]:
    """The town that an outlet has in its name."""
    return [p for p in reading.places if p.article == article.id and p.rule == "masthead" and p.precision == "city"]


#: From how many places of other events on a page is a round-up.
_ROUND_UP = 3
_TOWNS = (PlacePrecision.SITE, PlacePrecision.CITY)


def _parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in page order; a noun as it stands within a sentence, where it opens a headline as well."""
    out: dict[str, Party] = {}
    for p in parties:
        key = p.entity or p.name.lower()
        if key not in out or (p.text.islower() and p.text == out[key].text.casefold()):
            out[key] = p
    return tuple(out.values())
