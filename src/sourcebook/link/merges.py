"""Merges: one incident out of the incidents of many pages, with all accounts and a permanent id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.accounts import answer_key
from sourcebook.link.clusters import type_of
from sourcebook.link.copies import SHINGLE, shingles_of, unpacked, words_of
from sourcebook.link.digests import Digest
from sourcebook.link.grades import graded
from sourcebook.link.tallies import contested, hull, independent, is_author, source_key
from sourcebook.records import (
    Account,
    DatePrecision,
    DateRange,
    Incident,
    IncidentStatus,
    Party,
    Place,
    PlacePrecision,
    Question,
)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """An incident of a page, whole, with its page's digest, on its way into a merged one.

    ``own``: its permanent id. ``copied``: its articles are all copies.
    """

    digest: Digest
    incident: Incident
    own: str
    copied: bool

    @property
    def key(self) -> Key:
        """Page id and the incident's id on that page."""
        return self.digest.page, self.incident.id

    @property
    def order(self) -> tuple[bool, str, Key]:
        """Who founds an incident: no copy before an original, then the earliest published, then by id."""
        return self.copied, min((a.day for a in self.digest.articles), default="9999"), self.key


def merged(members: Iterable[Member], lineages: Mapping[Key, str], lexicon: Lexicon) -> Incident:
    """One incident out of its members. Its id is that of the founding member; the others' ids lead to it.

    Accounts of copies collapse into the account that they repeat; tolls run from the lowest to the highest over
    the members that are no copies; date and place are the finest that most members give.
    """
    ordered = sorted(members, key=lambda m: m.order)
    first = ordered[0]
    incidents = [m.incident for m in ordered]
    originals = [m.incident for m in ordered if not m.copied] or incidents
    accounts = _accounts(ordered, lineages)
    whole = replace(
        first.incident,
        id=first.own,
        event_type=type_of([i.event_type for i in incidents]),
        date=_date(incidents),
        place=_place(incidents),
        actors=_parties(p for i in incidents for p in i.actors),
        recipients=_parties(p for i in incidents for p in i.recipients),
        mentions=tuple(f"{m.digest.page}#{x}" for m in ordered for x in m.incident.mentions),
        claims=tuple(f"{m.digest.page}#{x}" for m in ordered for x in m.incident.claims),
        killed=hull(i.killed for i in originals),
        injured=hull(i.injured for i in originals),
        status=_status({i.status for i in originals}),
        background=all(i.background for i in incidents),
        accounts=accounts,
        contested=contested(accounts),
        independent_sources=len(independent(accounts)),
        members=tuple(sorted(m.key for m in ordered)),
    )
    return graded(whole, lexicon)


def _accounts(ordered: Sequence[Member], lineages: Mapping[Key, str]) -> tuple[Account, ...]:
    """All accounts, each source's answer once. Of a copy only what it adds to the reports that it repeats."""
    known: frozenset[int] = frozenset().union(
        *(unpacked(a.shingles) for m in ordered if not m.copied for a in m.digest.articles)
    )
    kept: dict[tuple[object, ...], Account] = {}
    for member in ordered:
        for account in member.incident.accounts:
            if member.copied and (_in_headline(account, member.digest) or _repeats(account, known)):
                continue
            lineage = lineages.get((account.page, account.article), account.lineage)
            a = replace(account, lineage=lineage)
            value = answer_key(a)
            who = ("author", lineage) if is_author(a) else (lineage, *source_key(a))
            kept.setdefault((a.question, value, a.low, a.high, a.stance, who), a)
    order = {q: n for n, q in enumerate(Question)}
    return tuple(sorted(kept.values(), key=lambda a: order[a.question]))


def _in_headline(account: Account, digest: Digest) -> bool:
    """Whether the words are a headline's: a new one on a copy is the desk's, not a source's."""
    return any(a.id == account.article and a.headline and a.headline.holds(account.quote) for a in digest.articles)


def _repeats(account: Account, known: frozenset[int]) -> bool:
    """Whether the words of a copy's account, or most of them, stand in the reports that it repeats."""
    words = words_of(account.quote_text)
    return len(words) < SHINGLE or 2 * len((own := shingles_of(words)) & known) >= len(own)


_DATE_RANK = {p: n for n, p in enumerate((
    DatePrecision.TIME, DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.WEEK, DatePrecision.MONTH,
    DatePrecision.YEAR, DatePrecision.UNKNOWN,
))}  # fmt: skip
_PLACE_RANK = {p: n for n, p in enumerate((
    PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE,
    PlacePrecision.SEA, PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN,
))}  # fmt: skip


def _date(incidents: Sequence[Incident]) -> DateRange | None:
    told = [i.date for i in incidents if i.date]
    count = Counter((d.low, d.high) for d in told)
    return min(told, key=lambda d: (max(1, _DATE_RANK[d.precision]), -count[d.low, d.high]), default=None)


def _place(incidents: Sequence[Incident]) -> Place | None:
    told = [i.place for i in incidents if i.place]
    count = Counter((p.geonames, p.name) for p in told)
    return min(told, key=lambda p: (max(1, _PLACE_RANK[p.precision]), -count[p.geonames, p.name]), default=None)


def _parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    once: dict[str, Party] = {}
    for p in parties:
        once.setdefault(p.entity or p.name.casefold(), p)
    return tuple(once.values())


def _status(said: set[IncidentStatus]) -> IncidentStatus:
    if IncidentStatus.DENIED in said and len(said) > 1:
        return IncidentStatus.DISPUTED
    order = (
        IncidentStatus.DISPUTED, IncidentStatus.OCCURRED, IncidentStatus.ATTEMPTED, IncidentStatus.PLANNED,
        IncidentStatus.THREATENED, IncidentStatus.DENIED,
    )  # fmt: skip
    return next(s for s in order if s in said)
