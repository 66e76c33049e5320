"""Coverage: who is silent on an incident. The parties that are named in it, and the outlets that did not report it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sourcebook.link.names import folded
from sourcebook.link.tallies import DENYING, forces_named, forces_of, is_author
from sourcebook.records import Account, Incident, Question, SourceKind, Stance


class Voice(StrEnum):
    """What a named party says of the incident itself, by what the reports have of it."""

    SILENT = "silent"
    REFUSED = "refused to comment"
    DENIED = "denied"
    ADMITTED = "admitted"
    SPOKE = "spoke"


#: Kinds of parties that can be asked, also where no list knows them.
_BODIES = frozenset({
    SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.ARMED_GROUP, SourceKind.COMPANY,
    SourceKind.NGO, SourceKind.IGO, SourceKind.COURT,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A party that a source names as the one who did it, or who was hit. ``by``: how many sources name it."""

    name: str
    question: Question
    voice: Voice
    by: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who speaks of an incident and who does not.

    ``reported``: outlets that did; ``missing``: outlets that report on the country elsewhere in the store.
    """

    incident: Incident
    parties: tuple[Named, ...]
    reported: tuple[str, ...]
    missing: tuple[str, ...]


def coverage_of(incident: Incident, outlets: Mapping[str, Collection[str]]) -> Coverage:
    """Who is silent on an incident. ``outlets``: country → outlets that report on it, from the whole store."""
    reported = sorted({a.outlet for a in incident.accounts if a.outlet})
    country = incident.place.country if incident.place else None
    there = outlets.get(country or "", ())
    return Coverage(incident, _parties(incident), tuple(reported), tuple(sorted(set(there) - set(reported))))


def _parties(incident: Incident) -> tuple[Named, ...]:
    named: dict[tuple[str, Question], list[Account]] = {}
    for a in incident.accounts:
        if a.question not in (Question.RESPONSIBILITY, Question.TARGET) or a.stance in (Stance.NO_COMMENT, *DENYING):
            continue
        if a.answer or a.answer_kind in _BODIES:  # "gunmen" did it, "farmers" were hit: no party that could speak
            named.setdefault((a.answer or folded(a.value), a.question), []).append(a)
    return tuple(
        Named(who[0].value, question, _voice(id_, who[0].value, incident), len({a.source for a in who}))
        for (id_, question), who in named.items()
    )


def _voice(id_: str, name: str, incident: Incident) -> Voice:
    """What the party says: by its own entity, for whom it speaks, or its name in the source's."""
    own = [a for a in incident.accounts if not is_author(a) and _is(a, id_, name)]
    stances = {a.stance for a in own}
    if stances & set(DENYING):
        return Voice.DENIED
    if Stance.ADMIT in stances:
        return Voice.ADMITTED
    if stances - {Stance.NO_COMMENT}:
        return Voice.SPOKE
    return Voice.REFUSED if stances else Voice.SILENT


def _is(account: Account, id_: str, name: str) -> bool:
    if id_ in (account.entity, account.party) or folded(name) in folded(account.source):
        return True
    country, spoken = forces_named(id_, name), forces_of(account)  # its ministry speaks for an air force
    return country is not None and spoken is not None and (country == spoken or "" in (country, spoken))
