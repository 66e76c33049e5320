"""Retellings: which tellings in an article are of one event ("A rocket hit the depot … the strike killed two")."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.read.circumstances import apart
from sourcebook.read.generalities import ENDS, HARM
from sourcebook.read.orders import OF_WEAPONS, is_once_more
from sourcebook.read.ranks import is_ranked
from sourcebook.read.tellings import (
    BLAST,
    DEFINITE,
    FIRE,
    GROUND,
    VIOLENT,
    Event,
    Telling,
    closest,
    finest,
    is_in_another_village,
    is_plural,
    meet,
    names_of,
    soon_after,
    states_of,
)
from sourcebook.read.triggers import Trigger
from sourcebook.records import (
    UNHEARD,
    BlockKind,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Sentence,
)

#: The turn of a sentence after one that numbers the event: others of the list may follow.
RANKED = "ranked"

#: A definite noun with a place of its own says where the event just told was, so many sentences on.
BACK = 3

#: What the evidence must come to before two tellings are taken for one.
SAME = 2

#: ... and before it is one of several that a plural may mean.
WELL = 3

#: Words by which force against a crowd is told again.
_AGAINST_CROWDS = GROUND | {EventType.FORCE_AGAINST_PROTESTERS, EventType.KILLING}
_SIDES = frozenset({EventType.KILLING, EventType.STRIKE})
#: Rules that an article with one event tells it by again and again.
_RETOLD = HARM | {"shoot", "open-fire"}
_GENERIC = frozenset({"attack", "incident", "explosion", "strike-noun", "strike-verb", "injure"})

_NEW = frozenset({"another", "second", "third", "fourth", "separate", "similar", "other", "new", "previous", "earlier",
                  "different", "recent", "additional", "more", "further", "past", "prior", "subsequent", "later",
                  "latest", "several", "retaliatory"})  # fmt: skip


def event_of(telling: Telling, events: list[Event], linked: Event | None) -> Event | None:
    """The event that a telling repeats, or None if it is a new one. ``linked``: what its syntax ties it to."""
    if linked is not None and _compatible(telling, linked):
        # "the ambush of last year, in which twelve men died": the deaths are as old as what they came of
        came_of = telling.trigger.rule.id in HARM and telling.date is None and not telling.background
        if not _conflict(replace(telling, background=linked.background) if came_of else telling, linked):
            return linked
    events = [e for e in events if e.sentence >= telling.since]
    if telling.off:  # "it came hours before the raid": none that the words before it in its sentence tell
        known = _definiteness(telling) == 1
        events = [e for e in events if (e.off if e.last == telling.number else known)]
    if _turns_away(telling):
        events = [e for e in events if e.sentence == telling.number]
    fits: list[tuple[float, int, Event]] = []
    names = names_of(telling) if events else set()
    only = sum(e.actual and e.type in VIOLENT and not e.background for e in events) == 1
    for event in events:
        if not _compatible(telling, event) or _conflict(telling, event) or is_in_another_village(telling, event):
            continue
        score = _evidence(telling, event, names)
        if only and event.actual and telling.trigger.rule.id in _RETOLD and not (telling.place or telling.date):
            score += 1  # nothing else has been told that the harm could be of
        if score >= SAME:
            fits.append((score, event.last, event))
    if len(fits) > 1 and _plural_back(telling):  # "the shootings": of all of them, so of the one that is told most
        return max(fits, key=lambda f: (f[0] > WELL, f[2].tellings))[2]
    return max(fits, key=lambda f: f[:2])[2] if fits else None


def _turns_away(t: Telling) -> bool:
    """Whether the sentence turns to an event that has not been told: "Separately, two shepherds were killed"."""
    if t.tie is not None and t.tie.head > t.trigger.head and _definiteness(replace(t, trigger=t.tie)) == -1:
        return True  # "lost their lives in a similar attack"
    if not t.turn or (_definiteness(t) == 1 and (t.place is None or t.turn in _WEAK_TURNS)):
        return False  # but "Separately, the toll from the strike on Tarn rose to seven"
    return t.turn not in _WEAK_TURNS or bool(t.place or t.date or t.day)


#: Turns that may as well go on about the same event, where no other place or day is named.
_WEAK_TURNS = frozenset({"meanwhile", RANKED})


def _compatible(t: Telling, e: Event) -> bool:
    new, old = t.trigger.type, e.type
    if t.trigger.rule.repeat:
        return e.type in VIOLENT or e.type in (EventType.ABDUCTION, EventType.VESSEL_SEIZURE)
    if new is old:
        return True
    if old is EventType.ABDUCTION and t.trigger.rule.id in _GENERIC and _definiteness(t) == 1:
        return True  # "The attack happened at dusk", after people were led away
    if new is EventType.ABDUCTION and old in GROUND | {EventType.KILLING} and _is_part(t, e):
        return True
    if EventType.FORCE_AGAINST_PROTESTERS in (new, old):
        return {new, old} <= _AGAINST_CROWDS  # "fired on the march … the shooting", "those killed"
    if new not in VIOLENT or old not in VIOLENT:
        return False
    if EventType.ARMED_CLASH in (new, old) and new is not old:
        # A death told next to fighting belongs to it; a murder or a bomb told in the same report does not.
        near = t.trigger.rule.id in HARM and t.number - e.last <= 1 and not t.named()
        return (near and new not in FIRE | BLAST) or (_definiteness(t) == 1 and t.trigger.rule.id in _GENERIC)
    if t.trigger.rule.id in ("destruction", "looting") and old in FIRE | BLAST:
        return True  # "the blast destroyed three buses"
    if EventType.VESSEL_ATTACK in (new, old) and new in _SIDES | {EventType.LOOTING_DESTRUCTION}:
        return t.number - e.last <= 1 and not t.recipients
    if new in _SIDES or old in _SIDES or t.trigger.rule.id in _GENERIC or e.rule in _GENERIC:
        return True
    return any(new in family and old in family for family in (FIRE, BLAST, GROUND))


def _conflict(t: Telling, e: Event) -> bool:
    if t.day and any(_differ(t.day, day) for day in e.days) and t.day not in e.days:
        return True  # "on August 5", "on August 9"
    if _other_actor(t, e) or (e.last == t.number and _is_answer(t)):
        return True
    if t.date and e.dates and not any(meet(t.date, d) for d in closest(e.dates)) and not _dies_later(t, e):
        return True
    # "The shooting happened on Oak Street": a definite noun says where the known event was, if in the same state
    near = t.number - e.last <= BACK
    where_it_was = near and _definiteness(t) == 1 and any(t.place and t.place.country == p.country for p in e.places)
    if t.place and e.places and not where_it_was and all(apart(t.place, p) for p in finest(e.places)):
        return True
    same_day = t.date is not None and any(meet(t.date, d) for d in e.dates)
    if t.background != e.background and not same_day and not (_definiteness(t) == 1 and t.date is None):
        gap = t.number - e.last
        if e.background and gap <= 1 and t.trigger.rule.id in HARM and not (t.place or t.date or t.day or t.turn):
            return False  # "In March they seized a ferry. All nine of them were shot dead, the navy said."
        # a report of a trial tells of an old event as its own: the lead gives no date, the next sentence the old one
        return bool(e.dates) or gap > 2 or t.number - e.sentence > _FRONT or not t.background or t.old
    named = t.named()
    if e.many:
        return False  # one of several victims
    return bool(named and e.named and not any(a in b or b in a for a in named for b in e.named))


def _is_part(t: Telling, e: Event) -> bool:
    """Whether people were taken in an attack just told: "the abduction", or they are still in the attackers' hands."""
    if t.place or t.number - e.last > 1:
        return False
    verb = t.trigger.sentence.tokens[t.trigger.head]
    return (_definiteness(t) == 1 and not t.date) or (verb.lemma == "hold" and verb.tag in ("VBG", "VBZ", "VBP"))


#: Sentences from where an event is first told in which a report still may say how old it is.
_FRONT = 4


def _differ(a: str, b: str) -> bool:
    """Whether two values without a year are two days, neither inside the other.

    News names the days of the last week by their weekday and those before by their date (AP stylebook, "time element"),
    so that "on Sunday" and "on July 20" are two days as well.
    """
    a, b = a[:10], b[:10]
    return not a.startswith(b) and not b.startswith(a)


def _other_actor(t: Telling, e: Event) -> bool:
    """Whether the forces of another state act: "Last week US troops shot at …" after a strike laid to Israel."""
    states = states_of(t.actors)
    if not states or not e.states or states & e.states or t.trigger.frame.accused is not None:
        return False
    return _definiteness(t) != 1


def _is_answer(t: Telling) -> bool:
    """ "in retaliation for strikes": what one event answers is another than it; so is what answers it."""
    s, head = t.trigger.sentence, t.trigger.head
    if any(k.lemma in ("retaliatory", "reprisal", "revenge") for k in s.kids(head, "amod", "compound")):
        return True
    for a in s.ancestors(head):
        if a.lemma in _ANSWERED:
            return True
        if a.pos == "VERB":
            return False
    return False


_ANSWERED = frozenset({"retaliation", "revenge", "reprisal", "response", "avenge", "retaliate", "vengeance"})


def _dies_later(t: Telling, e: Event) -> bool:
    """ "was shot on Thursday and died on Friday": a death may come days after its cause."""
    if e.rule in ENDS and e.last == t.number and t.date is not None:  # "died on Friday of wounds suffered on Thursday"
        return any(soon_after(d, [t.date]) for d in e.dates)
    return t.trigger.rule.id in ENDS and t.date is not None and soon_after(t.date, e.dates)


def _are_two_towns(a: Place, b: Place) -> bool:
    """Whether two places are towns with names of their own, however near: the next town may be where the shots fell."""
    if a.rule != b.rule and UNHEARD in (a.rule, b.rule):
        return a.name != b.name and PlacePrecision.CITY in (a.precision, b.precision)
    towns = a.precision is b.precision is PlacePrecision.CITY
    return towns and a.name != b.name and None not in (a.geonames, b.geonames) and a.geonames != b.geonames


def _definiteness(t: Telling) -> int:
    """1 for "the strike", -1 for "another strike", 0 where the words do not tell."""
    s, head = t.trigger.sentence, t.trigger.head
    if is_ranked(s, head) and not t.trigger.rule.repeat:
        return 1  # "her death is the third this year": the one that is numbered
    if _is_perceived(s, head) and not _set_apart(t):
        return 1  # "residents heard two blasts": of the event that they are asked about
    if any(k.lower in _NEW or k.lemma in _NEW for k in s.kids(head, "amod", "det", "nummod", "compound", "advmod")):
        return -1
    if s.tokens[head].pos == "VERB":
        if t.trigger.type in OF_WEAPONS and _is_a_known_blow(t):
            return 1
        # "those killed", "the wounded man": a participle may go back as a noun does
        owner = s.tokens[s.tokens[head].head]
        others = (k for i in t.trigger.frame.objects if not _are_more(t, i) for k in s.kids(i, "det", "amod"))
        if any(k.lower in _NEW for k in others) or _has_another_weapon(t):
            return -1  # "another judge was killed", "a second drone hit"
        back = owner.lower in DEFINITE or any(k.lower in DEFINITE for k in s.kids(owner.i, "det"))
        return 1 if back and s.tokens[head].dep in ("acl", "amod") else 0
    if any(k.lower in DEFINITE or k.ent in ("DATE", "TIME") for k in s.kids(head, "det", "poss")) or any(
        s.tokens[i].lower in DEFINITE for i in range(max(0, t.trigger.first - 1), t.trigger.first)
    ):
        return 1
    return 0


def _are_more(t: Telling, i: int) -> bool:
    """ "Thirteen were killed. Five more were wounded": more people, of the event told."""
    s = t.trigger.sentence
    counted = s.tokens[i].pos == "NUM" or any(k.pos == "NUM" for k in s.kids(i, "nummod"))
    return counted and t.trigger.rule.id in HARM and not (t.place or t.date or t.day)


def _is_perceived(s: Sentence, head: int) -> bool:
    """ "heard two blasts", "woken by explosions": what a witness tells of the event that the report is about."""
    for a in s.ancestors(head):
        if a.pos == "VERB":
            return a.lemma in _PERCEIVE and a.tag in ("VBD", "VBG", "VBN")
    return False


_PERCEIVE = frozenset({"hear", "see", "feel", "witness", "wake", "awaken"})


def _plural_back(t: Telling) -> bool:
    """ "The shootings", after several have been told."""
    s, head = t.trigger.sentence, t.trigger.head
    plural = s.tokens[head].pos == "NOUN" and s.tokens[head].tag == "NNS"
    return plural and not (t.place or t.date) and not s.kids(head, "nummod")


_APART = frozenset({"another", "second", "third", "fourth", "separate", "similar", "other", "different", "additional",
                    "retaliatory"})  # fmt: skip


def _set_apart(t: Telling) -> bool:
    """ "another judge was killed", "a second blast": the words say that this is not the one told before."""
    s = t.trigger.sentence
    if is_ranked(s, t.trigger.head):
        return False
    near = [*s.kids(t.trigger.head, "amod", "det", "nummod", "advmod")]
    near += [k for i in t.trigger.frame.objects for k in s.kids(i, "det", "amod")]
    return any(k.lower in _APART for k in near) or _has_another_weapon(t)


def _is_anew(t: Telling, e: Event) -> bool:
    """ "The depot was hit again", after a sentence of the text that told of a first strike on it."""
    told = e.actual and e.last < t.number and (not e.headline or e.tellings > 1)
    return told and t.trigger.type in OF_WEAPONS and is_once_more(t.trigger.sentence, t.trigger.head)


def _has_another_weapon(t: Telling) -> bool:
    s, head = t.trigger.sentence, t.trigger.head
    if t.trigger.type not in OF_WEAPONS or s.tokens[head].pos != "VERB":
        return False
    if _is_a_known_blow(t):
        return False
    return any(k.lower in _APART for i in s.kids(head, "nsubj") for k in s.kids(i.i, "det", "amod"))


def _is_a_known_blow(t: Telling) -> bool:
    """ "The second bomb fell when the crews were there": one of those that the report is about, and no other."""
    s, head = t.trigger.sentence, t.trigger.head
    if t.recipients or t.place or t.date or t.day or s.kids(head, "dobj", "conj", "prep"):
        return False
    words = ({k.lower for k in s.kids(i.i, "det", "amod")} for i in s.kids(head, "nsubj"))
    return any("the" in w and w & _APART for w in words)


def _evidence(t: Telling, e: Event, names: set[str]) -> float:
    definite = _definiteness(t)
    if t.trigger.rule.repeat and definite != 1:
        # "an explosion killed two, in an incident that the rebels blamed on the army"
        told = e.last == t.number and e.actual and bool(t.trigger.sentence.kids(t.trigger.head, "relcl"))
        return SAME if told else 0
    if definite == -1 and _set_apart(t):
        return 0
    if _is_anew(t, e):
        return 0
    if e.headline and t.number - e.last == 1 and t.date is not None and _came_before(t.trigger):
        return 0  # "Jets came back to a mill that had been bombed the day before": the news is that they came back
    score = 2.0 * definite
    if definite != 1 and t.actual != e.actual and t.trigger.rule.id not in HARM:
        # What did not happen, or not yet, is one with something told before only where the words point back.
        score -= 1.5
    if definite == 1 and t.actual and not e.actual:
        score -= 1  # "denies any strike and lays the blast to …": the blast that took place
    if t.actual and not e.actual and e.rule in HARM:
        return 0  # "no one was killed" opens no chain
    gap = t.number - e.last
    score += 0.2 * min(e.tellings, 5)
    if e.plural and not is_plural(t) and (t.place or t.date):
        score -= 1.5  # one of several that were told together
    score += 1.5 if gap == 0 else 1 if gap == 1 else 0.5 if gap <= 3 else 0
    if names & e.names:
        score += 1
    if t.place and (same := [p for p in finest(e.places) if not apart(t.place, p)]):
        if all(_are_two_towns(t.place, p) for p in same):
            score -= 1
        else:
            score += 1 if t.place.precision == "country" else 1.5
    if t.entry and t.entry not in e.entries:
        score -= 1
    if t.date and any(meet(t.date, d) for d in e.dates):
        # "last week", said of no event in particular, may be any day's
        vague = t.date.precision in _VAGUE and not all(d.precision in _VAGUE for d in e.dates)
        score += (0 if definite == 1 else -1) if vague else 1.5
    if t.trigger.type in e.types:
        score += 0.5
    if e.headline and e.tellings == 1:
        score += 1
    if t.trigger.rule.id in HARM and e.type is not EventType.ABDUCTION:
        score += 1 if gap <= 2 else 0.5
        fresh = e.sentence == e.last == t.number - 1 and e.anew
        score += _FRESH * (fresh and not (t.place or t.date or t.day))
    if e.rule in HARM and gap <= 1:
        score += 0.5
    shared = t.heads(t.recipients) & e.recipients
    if shared:
        score += 1.5
    elif t.recipients and e.recipients and definite != 1:
        score -= 0.5
    if t.heads(t.actors) & e.actors:
        score += 0.5
    elif t.actors and e.actors:
        score -= 0.5
    if not t.place and not t.date and t.trigger.sentence.block is BlockKind.CAPTION:
        score += 1
    return score


def _came_before(trigger: Trigger) -> bool:
    """Whether a side clause tells the event in the past perfect: it came before what the sentence tells."""
    s = trigger.sentence
    verb = s.tokens[trigger.head]
    return verb.pos == "VERB" and verb.dep == "relcl" and any(k.lower == "had" for k in s.kids(verb.i, "aux"))


#: "The depot was hit again. Four people were killed": by what was told last.
_FRESH = 2

_VAGUE = frozenset({DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR})
