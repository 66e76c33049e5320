"""Families: which types of event are told by one another, and which of them an event that is told in several has."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.link.manners import SHOTS
from sourcebook.records import EventType, Mention, SourceKind

E = EventType

#: Types that make an incident of their own. Meetings, statements and whole wars do not.
INCIDENT_TYPES = frozenset(E) - {E.MEETING, E.DIPLOMATIC_ACTION, E.WAR, E.OTHER}

#: Types told by one another: a report that says "air strike" once says "attack" and "killed" the next time.
_FAMILIES = (
    frozenset({E.AIR_STRIKE, E.DRONE_STRIKE, E.STRIKE, E.SHELLING, E.CHEMICAL_ATTACK, E.BOMBING}),
    frozenset({E.BOMBING, E.SUICIDE_BOMBING, E.GRENADE, E.STRIKE}),
    frozenset({E.ARMED_ATTACK, E.ARMED_CLASH, E.GRENADE}),
    frozenset({E.ARMED_ATTACK, E.EXECUTION, E.TORTURE, E.SEXUAL_VIOLENCE}),
    frozenset({E.ABDUCTION, E.VESSEL_SEIZURE}),
    frozenset({E.VESSEL_ATTACK, E.DRONE_STRIKE, E.SHELLING, E.STRIKE, E.BOMBING}),
    frozenset({E.PROTEST, E.RIOT, E.FORCE_AGAINST_PROTESTERS}),
    frozenset({E.CEASEFIRE, E.AGREEMENT}),
)
#: Types that tell the effect or use the general word, and join any attack.
_GENERAL = frozenset({E.KILLING, E.STRIKE, E.ARMED_ATTACK, E.LOOTING_DESTRUCTION})
ATTACKS = frozenset(
    {
        E.AIR_STRIKE, E.DRONE_STRIKE, E.SHELLING, E.BOMBING, E.SUICIDE_BOMBING, E.GRENADE, E.CHEMICAL_ATTACK, E.STRIKE,
        E.SHOOTDOWN, E.ARMED_CLASH, E.ARMED_ATTACK, E.KILLING, E.EXECUTION, E.VESSEL_ATTACK, E.LOOTING_DESTRUCTION,
        E.FORCE_AGAINST_PROTESTERS, E.RIOT,
    }
)  # fmt: skip

#: What an article may speak of that does not tell it.
ALLUDED = ATTACKS | {E.ABDUCTION, E.VESSEL_SEIZURE, E.TORTURE, E.SEXUAL_VIOLENCE}

#: How much a type says about what happened, most first; the incident takes the type that says most and is told most.
_SPECIFIC = (E.KILLING, E.LOOTING_DESTRUCTION, E.STRIKE, E.ARMED_ATTACK)


#: What may be done in the same raid as people are taken.
_SHOT = frozenset({E.ARMED_ATTACK, E.KILLING, E.ARMED_CLASH, E.EXECUTION, E.LOOTING_DESTRUCTION})


#: ... and makes it more than that.
_DEADLY = frozenset({E.KILLING, E.ARMED_CLASH, E.EXECUTION})


def is_raid(a: EventType, b: EventType) -> bool:
    """Whether one type tells of people led away and the other of what may be done beside it."""
    return (a is E.ABDUCTION and b in _SHOT) or (b is E.ABDUCTION and a in _SHOT)


def is_general(kind: EventType) -> bool:
    """Whether a type tells the effect or uses the general word, and so may be of any attack."""
    return kind in _GENERAL


def same_family(a: EventType, b: EventType) -> bool:
    """Whether two types may tell of one event."""
    if a is b:
        return True
    if (a in _GENERAL or b in _GENERAL) and a in ATTACKS and b in ATTACKS:
        return True
    return any(a in f and b in f for f in _FAMILIES)


#: Types that give way where an attack is told with them.
_YIELDING = frozenset({E.PROTEST})


def type_of(types: list[EventType]) -> EventType:
    """The type of an event told by mentions of these types: the specific one that is told most, first on a tie.

    A raid in which some are killed and others led away is an attack, as in ACLED."""
    specific = [t for t in types if t not in _SPECIFIC]
    if any(t in ATTACKS for t in types):  # a march at which somebody is hurt
        specific = [t for t in specific if t not in _YIELDING]
    if not _DEADLY.isdisjoint(types):
        specific = [t for t in specific if t is not E.ABDUCTION]
    if specific:
        return max(dict.fromkeys(specific), key=specific.count)
    return max((t for t in types if t in _SPECIFIC), key=_SPECIFIC.index, default=types[0])


def type_of_told(mentions: Sequence[Mention]) -> EventType:
    """The type of an event told by these mentions; where shots are fired all along, one bang does not bomb anybody."""
    shots = sum(m.rule in SHOTS for m in mentions)
    types = [m.event_type for m in mentions]
    if any(map(harms_a_crowd, mentions)):  # "clashes" in a headline
        types = [E.FORCE_AGAINST_PROTESTERS if t is E.ARMED_CLASH else t for t in types]
    if E.STRIKE in types:  # "hit a bus stop … six were hurt": the hurt make it no attack on the ground
        types = [t for m, t in zip(mentions, types, strict=True) if m.rule != "injure" or t is not E.ARMED_ATTACK]
    sure = [t for t in types if t not in _BESIDE_SHOTS or types.count(t) * _ODD > shots]
    kind = type_of(sure or types)
    if kind in (E.ARMED_ATTACK, E.KILLING) and any(harms_a_crowd(m) and _by_the_state(m) for m in mentions):
        return E.FORCE_AGAINST_PROTESTERS
    if kind is not E.KILLING:
        return kind
    return next((_BY_MEANS[w] for m in mentions for w in m.weapons if w in _BY_MEANS), kind)


#: What somebody was killed by makes the event more than a killing: "a bomb killed seven people".
_BY_MEANS = {
    "suicide bomb": E.SUICIDE_BOMBING, "bomb": E.BOMBING, "drone": E.DRONE_STRIKE, "rocket": E.SHELLING,
    "missile": E.SHELLING, "artillery": E.SHELLING, "aircraft": E.AIR_STRIKE, "grenade": E.GRENADE,
}  # fmt: skip


#: Types that a figure of speech ("a barrage of bullets", "a bang", "trouble") gives to a shooting.
_BESIDE_SHOTS = frozenset({
    E.BOMBING, E.CHEMICAL_ATTACK, E.GRENADE, E.LOOTING_DESTRUCTION, E.RIOT, E.SANCTION, E.SEXUAL_VIOLENCE, E.SHELLING,
    E.STRIKE, E.TORTURE,
})  # fmt: skip
#: So many mentions of shots for one of another kind make that the odd one.
_ODD = 3


def harms_a_crowd(m: Mention) -> bool:
    """Whether those harmed are demonstrators: the "clashes" of a headline are force against them."""
    return any(not _CROWD.isdisjoint(p.text.casefold().split()) for p in m.recipients)


def _by_the_state(m: Mention) -> bool:
    return any(p.kind in (SourceKind.POLICE, SourceKind.MILITARY, SourceKind.GOVERNMENT) for p in m.actors)


_CROWD = frozenset({"protesters", "protestors", "protester", "demonstrators", "demonstrator", "marchers", "crowd"})
