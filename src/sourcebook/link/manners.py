"""Manners: how it was done, as far as a report says: shot, blown up, stabbed. Two events of one day may differ in it.

A raid may have all of them; so only what has none in common is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.records import EventType, Factuality, Mention

E = EventType

_BLASTS = frozenset({
    E.AIR_STRIKE, E.DRONE_STRIKE, E.SHELLING, E.BOMBING, E.SUICIDE_BOMBING, E.GRENADE, E.STRIKE,
})  # fmt: skip

#: Rules of triggers that say that guns were fired, and that blades were drawn.
SHOTS = frozenset({"gun-idiom", "gunshot-wound", "hit-by-bullet", "open-fire", "shoot"})
_BLADES = frozenset({"stab"})

#: Means named with a trigger, by the term that a mention records.
_BY_MEANS = {
    "drone": "blast", "suicide bomb": "blast", "rocket": "blast", "missile": "blast", "artillery": "blast",
    "aircraft": "blast", "grenade": "blast", "bomb": "blast", "firearm": "gun", "blade": "blade",
}  # fmt: skip

#: Words of a killing that say how.
_WORDS = {"shot": "gun", "shoot": "gun", "gunned": "gun", "stabbed": "blade", "hacked": "blade", "throats": "blade",
          "throat": "blade", "beheaded": "blade", "knifed": "blade"}  # fmt: skip

#: What the bearer of a bomb did, what nobody bore, and what was thrown.
BORNE, LAID, THROWN = "borne", "laid", "thrown"
_LAID = frozenset({"roadside", "landmine", "mine", "planted", "remote", "ied", "improvised", "buried"})


def manners_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """How an event was done by what tells of it: "blast", "gun", "blade"; of a bomb also "borne" or "laid"; sorted."""
    told = tuple(mentions)
    if any(m.event_type is E.VESSEL_ATTACK for m in told):
        return ()  # who fires on a ship may fire anything
    found: set[str] = set()
    for m in told:
        words = set(m.trigger_text.casefold().replace("-", " ").split())
        found |= {_BY_MEANS[w] for w in m.weapons if w in _BY_MEANS}
        if m.event_type in _BLASTS:
            found.add("blast")
        undone = m.factuality is Factuality.CERTAINLY_NOT  # "its forces had not fired on the town": with whatever
        if (m.rule in SHOTS and not undone) or m.event_type is E.FORCE_AGAINST_PROTESTERS:
            found.add("gun")
        if m.event_type is E.GRENADE:
            found.add(THROWN)
        if m.rule in _BLADES:
            found.add("blade")
        found |= {_WORDS[w] for w in words if w in _WORDS}
        if m.event_type is E.SUICIDE_BOMBING:
            found.add(BORNE)
        elif _LAID & words or m.rule == "mine-trodden":
            found.add(LAID)
    return tuple(sorted(found))


def differ(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two events were done in ways that no one event was: by bombs and by guns, by a bomber and by a mine."""
    one, other = set(a), set(b)
    if not one or not other:
        return False
    if one.isdisjoint(other):
        return True
    rivals = {BORNE, LAID, THROWN}
    return "gun" not in one | other and bool(one & rivals) and bool(other & rivals) and not one & other & rivals
