"""Which mentions tell of one event: by type, date, place, order and what the text says ("another", "a second")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcebook.link.distances import closeness, closeness_here, distance_km
from sourcebook.link.families import INCIDENT_TYPES, harms_a_crowd, same_family, type_of
from sourcebook.read.generalities import ENDS
from sourcebook.read.orders import (
    OF_WEAPONS,
    counted_from,
    hits_something,
    is_later,
    is_measured_off,
    is_once_more,
    ranks_of,
)
from sourcebook.read.tellings import DAYS, closest, finest, soon_after
from sourcebook.read.timings import SURE
from sourcebook.read.whereabouts import ABOUT, SURE_PLACE
from sourcebook.records import (
    BlockKind,
    DatePrecision,
    DateRange,
    EventType,
    Factuality,
    Harm,
    Mention,
    Phase,
    Place,
    PlacePrecision,
    Sentence,
    Toll,
)

E = EventType

#: Types of which a telling may say where somebody died, and not where it happened.
_EFFECTS = frozenset({E.KILLING, E.ARMED_ATTACK})

_APART = frozenset(
    {"another", "second", "separate", "third", "similar", "previous", "earlier", "other", "different", "fourth", "new"}
)


@dataclass(slots=True)
class Cluster:
    """Mentions of one event, in page order."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def background(self) -> bool:
        """Only recalled, not what the page reports."""
        return all(m.background for m in self.mentions)


def clusters_of(
    mentions: tuple[Mention, ...],
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
    tolls: Mapping[str, Toll],
    turned: frozenset[str] = frozenset(),
) -> list[Cluster]:
    """Group the mentions of a page by event. What the text ties together stays so, unless its own words say another
    day or another place. ``turned``: the sentences that turn to another event ("Separately, …")."""
    out: list[Cluster] = []
    home: dict[str, Cluster] = {}
    days = _days_of(mentions, dates)
    for m in mentions:
        if m.event_type not in INCIDENT_TYPES or m.phase in (Phase.HYPOTHETICAL, Phase.HABITUAL):
            continue
        cluster = home.get(m.same_as or "")
        if cluster is not None and _torn(m, cluster, sentences, dates, places):
            cluster = None
        if cluster is None and m.same_as is None and _is_sum(m, sentences) and not (m.date or m.place or m.tolls):
            continue  # "claimed four bombings": no one event
        if m.same_as is None and m.factuality is Factuality.CERTAINLY_NOT and _is_apart(m, sentences):
            continue  # "a second device did not go off"
        if cluster is None:
            open_to_it = [c for c in out if not _is_of_another_day(m, c, days, dates)]
            turns = m.same_as is None and m.sentence in turned
            cluster = _best(m, open_to_it, sentences, dates, places, tolls, turns)
        if cluster is None:
            cluster = Cluster()
            out.append(cluster)
        cluster.mentions.append(m)
        home[m.id] = cluster
    return out


def _days_of(
    mentions: tuple[Mention, ...], dates: Mapping[str, DateRange | None]
) -> dict[tuple[str, str], list[DateRange]]:
    """The days that a sentence gives an event with its tellings, by the first telling; deaths may come later."""
    root: dict[str, str] = {}
    out: dict[tuple[str, str], list[DateRange]] = {}
    for m in mentions:
        root[m.id] = root.get(m.same_as or "", m.same_as or m.id)
        if m.date_reason == "clause" and m.rule not in ENDS and (day := dates.get(m.date or "")) is not None:
            out.setdefault((root[m.id], m.sentence), []).append(day)
    return out


def _is_of_another_day(
    m: Mention,
    cluster: Cluster,
    days: Mapping[tuple[str, str], list[DateRange]],
    dates: Mapping[str, DateRange | None],
) -> bool:
    """Whether a headline's event is of another day than ``m`` by the very sentence that tells of both."""
    day = dates.get(m.date or "") if m.date_reason == "clause" and m.same_as is None else None
    first = cluster.mentions[0]
    told = any(dates.get(o.date or "") is not None for o in cluster.mentions)
    if day is None or told or m.rule in ENDS:
        return False
    given = days.get((first.same_as or first.id, m.sentence), [])
    return bool(given) and not any(days_may_meet(day, d) for d in given)


def _torn(
    m: Mention,
    cluster: Cluster,
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
) -> bool:
    """Whether the clause itself gives another day, or another town, than all that has been told of the event."""
    date = dates.get(m.date or "") if m.date_reason == "clause" else None
    told = [d for o in cluster.mentions if o.date_reason == "clause" and (d := dates.get(o.date or "")) is not None]
    if date is not None and told and not any(days_may_meet(date, d) for d in told):
        died_of_it = all(o.rule in ENDS for o in cluster.mentions) and any(soon_after(d, [date]) for d in told)
        return not (died_of_it or (m.event_type is E.KILLING and soon_after(date, told)))
    place = places.get(m.place or "") if m.place_reason in SURE_PLACE else None
    where = [
        p for o in cluster.mentions if o.place_reason in SURE_PLACE and (p := places.get(o.place or "")) is not None
    ]
    if place is None or not where or m.event_type in _EFFECTS:
        return False
    if _points_back(m, sentences) and all(distance_km(place, p) <= _NEIGHBOURING for p in where):
        return False  # "went off in Sukma … in the blast near Konta"
    return place.precision in _FINE and all(p.precision in _FINE and closeness(place, p) < 0 for p in where)


#: A town so near (km) may only say more closely where an event was.
_NEIGHBOURING = 100


def _points_back(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """Whether the event is told as known: "the blast", "that attack"."""
    sentence = sentences.get(m.sentence)
    token = sentence.at(m.trigger.start) if sentence is not None else None
    if sentence is None or token is None or token.pos == "VERB":
        return False
    return any(k.lower in ("the", "that", "this") for k in sentence.kids(token.i, "det"))


_FINE = (PlacePrecision.SITE, PlacePrecision.CITY)


def _is_sum(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """ "four bombings", "several attacks": more events than one, told in one word."""
    sentence = sentences.get(m.sentence)
    token = sentence.at(m.trigger.start) if sentence is not None else None
    if sentence is None or token is None or token.tag not in ("NNS", "NNPS"):
        return False
    return any(t.dep == "nummod" or t.lower in _SEVERAL for t in sentence.kids(token.i, "nummod", "amod", "det"))


_SEVERAL = frozenset({"several", "many", "numerous", "dozens", "multiple", "other", "previous", "past"})


#: Bombs that go off one after the other are one attack, as a rule; strikes are not.
_TWINS = frozenset({E.BOMBING, E.SUICIDE_BOMBING, E.GRENADE})


def _best(
    m: Mention,
    clusters: list[Cluster],
    sentences: Mapping[str, Sentence],
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
    tolls: Mapping[str, Toll],
    turned: bool,
) -> Cluster | None:
    """The cluster that ``m`` belongs to, the most alike and then the latest; None: it is a new event."""
    apart = turned or _is_apart(m, sentences)
    sentence = sentences[m.sentence]
    later = (
        apart
        and not turned
        and (is_later(m, sentence) or _is_anew(m, sentence))
        and hits_something(m, sentence)
        and m.event_type not in _TWINS
    )
    elsewhere = _is_another_victim(m, sentences)
    token = sentence.at(m.trigger.start) if m.same_as is None else None
    off = token is not None and is_measured_off(sentence, token.i)
    origin = counted_from(sentence, token.i) if token is not None else None
    first = (sentence.tokens[origin], sentence.tokens[sentence.tokens[origin].head]) if origin is not None else None
    best: tuple[float, int] | None = None
    blanket = _denies_all(m)
    for n, cluster in enumerate(clusters):
        next_to = cluster.mentions[-1].article == m.article and _number(m) - _number(cluster.mentions[-1]) <= 1
        goes_on = next_to and sentence.tokens[0].lower in _GOES_ON
        score = _score(m, cluster, dates, places, tolls, beside=not blanket, goes_on=goes_on, sentences=sentences)
        if score is None or (apart and score < 3) or (turned and score < 4) or elsewhere:
            continue
        if m.not_of and any(o.id in m.not_of or o.same_as in m.not_of for o in cluster.mentions):
            continue  # "12 killed in Gidan Boka … four farmers shot dead in Tarkossa"
        if off and any(o.sentence == m.sentence for o in cluster.mentions):
            continue  # "hit the mill an hour after the raid on the depot"
        if first is not None and any(
            o.sentence == m.sentence and sentence.at(o.trigger.start) in first for o in cluster.mentions
        ):
            continue  # "hours after the raid on the depot a crowd burned the mill"
        if later and not any(_is_apart(o, sentences) for o in cluster.mentions):
            continue
        if best is None or score > best[0] or (score == best[0] and not blanket):
            best = (score, n)
    return clusters[best[1]] if best is not None and best[0] > 0 else None


def _fought_there(m: Mention, others: list[Mention]) -> bool:
    """Whether a clash is what the dead of a riot died in: "24 inmates were killed when gangs fought"."""
    dead = {o.sentence for o in others if o.event_type is E.KILLING}
    return m.event_type is E.ARMED_CLASH and m.sentence in dead and any(o.event_type is E.RIOT for o in others)


def _died_in_it(m: Mention, others: list[Mention], s: Sentence) -> bool:
    """Whether a clash or riot is by its own sentence what those died in of whom the others tell: "died in a clash"."""
    word = s.at(m.trigger.end - 1) if m.event_type in (E.ARMED_CLASH, E.RIOT) else None
    if word is None or word.dep != "pobj" or s.tokens[word.head].lower not in ("in", "during"):
        return False
    over = s.tokens[s.tokens[word.head].head]
    dead = [o for o in others if o.sentence == m.sentence and o.event_type is E.KILLING]
    while over.dep == "conj" and over.pos == "VERB":  # "died and eleven were wounded in a clash"
        over = s.tokens[over.head]
    return any(o.trigger.start <= over.start < o.trigger.end for o in dead)


def _score(
    m: Mention,
    cluster: Cluster,
    dates: Mapping[str, DateRange | None],
    places: Mapping[str, Place],
    tolls: Mapping[str, Toll],
    *,
    beside: bool,
    goes_on: bool,
    sentences: Mapping[str, Sentence],
) -> float | None:
    """How much speaks for one event; None: something speaks against it. ``beside``: being told beside it does.

    ``goes_on``: its sentence is about those of the one before."""
    if cluster.background != m.background:
        return None
    others = cluster.mentions
    taken = goes_on and m.trigger_text.split()[0].lower() in _TAKEN and all(o.event_type is E.ARREST for o in others)
    taken = taken or _fought_there(m, others) or _died_in_it(m, others, sentences[m.sentence])
    if not taken and not any(same_family(m.event_type, o.event_type) for o in others):
        return None
    kind = type_of([o.event_type for o in others])
    if (
        not taken
        and not same_family(m.event_type, kind)
        and not (_at_a_protest(m, kind) and any(map(harms_a_crowd, others)))
    ):
        return None
    over = {o.place for o in others if o.place_reason == "heading"}
    if m.place_reason == "heading" and over and m.place not in over:
        return None  # two entries of a list, though both be of one town
    score = 1.0
    date = dates.get(m.date or "")
    told = [d for o in others if (d := dates.get(o.date or "")) is not None]
    own = [d for o in others if o.date_reason in SURE and (d := dates.get(o.date or "")) is not None]
    if date is not None and told:
        died = any(days_may_meet(date, d) for d in told) and all(o.rule in ENDS for o in others)
        if any(days_may_meet(date, d) for d in closest(told)) or died:
            if _is_vaguer(m, date, own):
                return None  # "her son was shot earlier this year", told beside what happened on Sunday
            score += 1
        elif goes_on and _FOUND.intersection(o.rule for o in others) and any(soon_after(d, [date]) for d in own):
            pass  # "found shot dead on Thursday … had been killed the day before"
        elif own and m.date_reason in SURE:
            return None  # a day that is only assumed never keeps two tellings apart
    if all((m.phase in _TO_COME) is not (o.phase in _TO_COME) for o in others):
        return None  # "vowed to strike", "a raid had been considered": not what has happened
    place = places.get(m.place or "") if m.place_reason not in ABOUT else None
    where = [(p, o) for o in others if o.place_reason not in ABOUT and (p := places.get(o.place or "")) is not None]
    near = [_agree(place, p, m.place_reason, o.place_reason) for p, o in where] if place is not None else []
    told_there = finest([p for p, o in where if o.place_reason in SURE_PLACE])
    elsewhere = (
        place is not None and m.place_reason in SURE_PLACE and all(closeness_here(place, p) < 0 for p in told_there)
    )
    if elsewhere and told_there and _is_heading_for(m, others, sentences) and place is not None:
        elsewhere = any(distance_km(place, p) > _NEIGHBOURING for p in told_there)  # the next town that readers know
    if elsewhere and told_there and not _counts(m, tolls) & set().union(*(_counts(o, tolls) for o in others)):
        return None  # but "shot five people in Raleigh" after "five shot in Memphis" is one: a quarter, a street
    score += max(near, default=0)
    if any(o.article != m.article for o in others) and not any(o.article == m.article for o in others) and score < 3:
        return None  # another article's event: only if date and place both say so
    if m.claim is None and _other_actors(m, others):
        return None
    if m.event_type is E.VESSEL_ATTACK and any(_on_land(o, places) for o in others):
        return None  # the killing of a leader in a city is none of the attacks on ships
    if _on_land(m, places) and any(o.event_type is E.VESSEL_ATTACK for o in others):
        return None
    mine = {p.entity or p.name.lower() for p in m.actors + m.recipients}
    theirs = {p.entity or p.name.lower() for o in others for p in o.actors + o.recipients}
    if mine & theirs:
        score += 1
    if beside and m.article == others[-1].article:
        gap = _number(m) - _number(others[-1])
        score += 1 if gap <= 1 else 0.5 if gap <= 3 else 0
    return score


#: Words of an abduction that are said of those arrested as well: "they were taken from their homes".
_TAKEN = frozenset({"taken", "took", "led"})


def _is_heading_for(m: Mention, others: list[Mention], sentences: Mapping[str, Sentence]) -> bool:
    """Whether only a headline has told of an event that the first sentences then tell, of the same kind."""
    told = all(_is_in_headline(o, sentences) for o in others) and not _is_in_headline(m, sentences)
    first = all(o.article == m.article and _number(m) - _number(o) <= LEAD for o in others)
    return told and first and any(m.event_type is o.event_type for o in others)


def _is_in_headline(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    sentence = sentences.get(m.sentence)
    return sentence is not None and sentence.block is BlockKind.HEADLINE


#: A report comes to what its headline tells in so many sentences.
LEAD = 2


def _at_a_protest(m: Mention, kind: EventType) -> bool:
    return m.event_type is E.FORCE_AGAINST_PROTESTERS and kind is E.ARMED_CLASH


#: Rules of triggers that tell when the dead were found, and not when they died.
_FOUND = frozenset({"found-dead", "remains-found"})
#: How a sentence opens that goes on about those of whom the one before told.
_GOES_ON = frozenset({"he", "she", "they", "his", "her", "their", "both"})


def _denies_all(m: Mention) -> bool:
    """Whether a denial names nothing of its own: "denied that it had bombed anybody" is of what the report is about."""
    own = m.date_reason in SURE or m.place_reason in SURE_PLACE or m.tolls
    denied = m.factuality is Factuality.CERTAINLY_NOT and m.phase is not Phase.ATTEMPTED
    return denied and m.same_as is None and not own


def _is_vaguer(m: Mention, date: DateRange, own: list[DateRange]) -> bool:
    """Whether an event told for itself gives only a month or a year where the others give the day."""
    return (
        m.same_as is None
        and m.date_reason == "clause"
        and date.precision in _VAGUE
        and bool(own)
        and all(d.precision in DAYS for d in own)
    )


_VAGUE = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})


def _counts(m: Mention, tolls: Mapping[str, Toll]) -> set[tuple[Harm, int | None, int | None]]:
    """The numbers that a mention gives, without those of one."""
    found = (tolls[t] for t in m.tolls if t in tolls)
    return {(t.harm, t.low, t.high) for t in found if (t.low or 0) > 1}


def _on_land(m: Mention, places: Mapping[str, Place]) -> bool:
    """Whether a named person was killed in a town."""
    place = places.get(m.place or "")
    return m.event_type is E.KILLING and _named(m) and place is not None and place.precision in _FINE


def _named(m: Mention) -> bool:
    """Whether a named person or party is the victim."""
    return any(p.entity or p.text[:1].isupper() for p in m.recipients)


def _other_actors(m: Mention, others: list[Mention]) -> bool:
    """Whether the report itself says that someone else did it. Sources may differ on who did one and the same deed."""
    mine = {p.entity or p.country for p in m.actors} - {None}
    theirs = {p.entity or p.country for o in others for p in o.actors} - {None}
    return bool(mine and theirs and not mine & theirs)


def _agree(a: Place, b: Place, why_a: str, why_b: str) -> float:
    """How well two mentions' places agree. Places that were only assumed never keep two mentions apart."""
    found = closeness_here(a, b)
    return found if found > 0 or (why_a in SURE_PLACE and why_b in SURE_PLACE) else 0


def _number(m: Mention) -> int:
    return int(m.sentence.rpartition("s")[2])


def _is_apart(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """Whether the text sets the event apart from those told before: "another attack", "a second blast"."""
    sentence = sentences.get(m.sentence)
    return sentence is not None and (not _APART.isdisjoint(ranks_of(m, sentence)) or _is_anew(m, sentence))


def _is_anew(m: Mention, sentence: Sentence) -> bool:
    """Whether it is told as done once more, and of nothing told before: "the depot was hit again in the evening"."""
    token = sentence.at(m.trigger.start) if m.same_as is None and m.event_type in OF_WEAPONS else None
    return token is not None and is_once_more(sentence, token.i)


def _is_another_victim(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    """ "Around 8 p.m. another man was gunned down on Park Lane": with a time and a place of his own."""
    sentence = sentences.get(m.sentence)
    token = sentence.at(m.trigger.start) if sentence is not None else None
    if sentence is None or token is None or token.pos != "VERB" or m.same_as is not None:
        return False
    if m.date_reason != "clause" or m.place_reason != "clause":
        return False
    victims = sentence.kids(token.i, "nsubjpass", "dobj")
    return any(k.lower in _APART for v in victims for k in sentence.kids(v.i, "det", "amod"))


#: The year of days of which no year is known ("August 5" on a page without a date), a leap year; the next one is that
#: of weekdays ("on Sunday").
NO_YEAR = 4


def days_may_meet(a: DateRange, b: DateRange) -> bool:
    """Whether two dates can be one: they overlap, an open end reaching any day."""
    if a.low and b.low and (a.low.year <= NO_YEAR + 1) is not (b.low.year <= NO_YEAR + 1):
        return True
    return not (a.low and b.high and a.low > b.high) and not (b.low and a.high and b.low > a.high)


_TO_COME = frozenset({Phase.PLANNED, Phase.THREATENED})
