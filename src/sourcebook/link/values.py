"""Values: how an account writes down what it answers, and which of several accounts give one answer."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.link.names import folded
from sourcebook.link.tallies import DENYING, NOT_HAPPENED, tells
from sourcebook.records import (
    Account,
    DateRange,
    Factuality,
    Mention,
    Party,
    Phase,
    Place,
    Question,
    SourceKind,
)

#: What a mention says to "did it happen", by its factuality; by its phase where the event was yet to come.
HAPPENED = {
    Factuality.CERTAIN: "happened",
    Factuality.PROBABLE: "probably happened",
    Factuality.POSSIBLE: "may have happened",
    Factuality.UNKNOWN: "not said whether it happened",
    Factuality.POSSIBLY_NOT: "may not have happened",
    Factuality.PROBABLY_NOT: "probably did not happen",
    Factuality.CERTAINLY_NOT: NOT_HAPPENED,
}
TO_COME = frozenset({Phase.PLANNED, Phase.THREATENED, Phase.HYPOTHETICAL})
#: Those and what was tried in vain: told, but not as done.
NOT_DONE = TO_COME | {Phase.ATTEMPTED}

#: Bodies that act for their state: their account of who did it names the state as well.
STATE_KINDS = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.STATE_MEDIA})


def answer_key(account: Account) -> str:
    """What makes two accounts one answer: the party or place named, the number counted, else the words."""
    if account.low is not None:
        return f"{account.low}-{account.high} {account.victims}"
    return account.answer or folded(account.value)


def answer_of(party: Party) -> str | None:
    """What identifies a party in an answer: the state it acts for, else its entity, None if it is not known."""
    return party.country if party.kind in STATE_KINDS and party.country else party.entity


def day_text(days: DateRange) -> str:
    """``2024-05-03`` or ``2024-05-03 to 2024-05-09``, as fine as the text is."""
    low, high = days.low, days.high
    if low and high and low != high:
        return f"{low.isoformat()} to {high.isoformat()}"
    day = low or high
    if day is None:
        return "unknown"
    return day.isoformat() if low and high else f"{'from' if low else 'until'} {day.isoformat()}"


def place_text(place: Place) -> str:
    """``Masyaf, Hama, SY``: name, division and country, each where known and not yet said."""
    parts = [place.name]
    if place.admin1 and place.admin1 != place.name:
        parts.append(place.admin1)
    if place.country and not place.is_state:
        parts.append(place.country)
    return ", ".join(parts)


def place_id(place: Place) -> str | None:
    """What identifies a place in an answer."""
    if place.is_state and place.country:
        return place.country
    return f"geonames-{place.geonames}" if place.geonames else None


def occurrence_of(mention: Mention) -> str:
    """What a mention says to "did it happen"."""
    return str(mention.phase) if mention.phase in NOT_DONE else HAPPENED[mention.factuality]


def once(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Each answer of each source once, the first time that it is given; of doubtful and firm answers the firmest."""
    kept: dict[tuple[object, ...], Account] = {}
    for a in accounts:
        value = told_key(a)
        key = (a.question, value, a.low, a.high, a.source.casefold(), a.claim is None, a.stance in DENYING, a.article)
        old = kept.get(key)
        if old is None or _firmer(a, old):
            kept[key] = a
    return tuple(kept.values())


def told_key(a: Account) -> str:
    """As :func:`answer_key`; to tell of the event is one answer, however firmly."""
    done = a.question is Question.OCCURRENCE and tells(a) and a.value not in map(str, NOT_DONE)
    return "told" if done else answer_key(a)


def _firmer(a: Account, b: Account) -> bool:
    order = list(HAPPENED.values())
    return (
        a.question is Question.OCCURRENCE
        and a.value in order
        and b.value in order
        and order.index(a.value) < order.index(b.value)
    )
