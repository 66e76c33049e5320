"""Merges: one incident out of the incidents of many pages, with all accounts and a permanent id."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sourcebook.lexicon import Lexicon
from sourcebook.link.accounts import summed
from sourcebook.link.copies import SHINGLE, compared, shingles_of, unpacked, words_of
from sourcebook.link.counts import counts_of
from sourcebook.link.digests import Digest
from sourcebook.link.distances import coarseness
from sourcebook.link.families import type_of
from sourcebook.link.grades import graded
from sourcebook.link.identities import keys_of
from sourcebook.link.names import folded, is_called
from sourcebook.link.sums import is_hit, is_late, is_loose, is_noted, own_people
from sourcebook.link.tallies import MEDIA_NOUNS, hull, is_author, is_number, source_key, tells
from sourcebook.link.values import answer_key
from sourcebook.records import (
    Account,
    Count,
    DatePrecision,
    DateRange,
    Incident,
    IncidentStatus,
    Party,
    Place,
    Question,
    TollRange,
)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """An incident of a page, whole, with its page's digest, on its way into a merged one.

    ``own``: its permanent id. ``copied``: its articles are all copies. ``alludes``: its article only speaks of it.
    """

    digest: Digest
    incident: Incident
    own: str
    copied: bool
    alludes: bool = False

    @property
    def key(self) -> Key:
        """Page id and the incident's id on that page."""
        return self.digest.page, self.incident.id

    @property
    def order(self) -> tuple[bool, bool, str, Key]:
        """Who founds an incident: none that only speaks of it, no copy before an original, the earliest published."""
        return self.alludes, self.copied, min((a.day for a in self.digest.articles), default="9999"), self.key


def merged(members: Iterable[Member], lineages: Mapping[Key, str], lexicon: Lexicon) -> Incident:
    """One incident out of its members. Its id is that of the founding member; the others' ids lead to it.

    Accounts of copies collapse into the account that they repeat; tolls run from the lowest to the highest over
    the members that are no copies; date and place are the finest that most members give.
    """
    ordered = sorted(members, key=lambda m: m.order)
    first = ordered[0]
    incidents = [m.incident for m in ordered if not m.alludes]
    originals = [m.incident for m in ordered if not m.copied] or incidents
    gathered = _gathered(ordered, lineages)
    keys = keys_of(gathered.accounts)
    counts = counts_of(gathered.accounts, _newer(ordered), keys)
    killed = _current(Question.KILLED, ordered, gathered, counts)
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
        killed=killed,
        injured=_current(Question.INJURED, _without_the_dead(ordered, killed), gathered, counts),
        status=_status({i.status for i in originals}),
        background=all(i.background for i in incidents),
        accounts=gathered.accounts,
        members=tuple(sorted(m.key for m in ordered)),
        asides=(),
        words=(),
        manners=(),
        hours=None,
    )
    return graded(summed(whole, counts, gathered.heard, keys), lexicon)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The accounts of all members, each answer of a source once. ``place``: account as told → which of them it is.

    ``heard``: of sources all of whose answers in a lineage another lineage had before, one answer: they tell there.
    """

    accounts: tuple[Account, ...]
    place: Mapping[tuple[Key, int], int]
    heard: tuple[Account, ...]


def _gathered(ordered: Sequence[Member], lineages: Mapping[Key, str]) -> _Gathered:
    """All accounts, each source's answer once. Of a copy only what it adds to the reports that it repeats.

    A number that a source gives again is kept only where it has given another one in between.
    """
    known: frozenset[int] = frozenset().union(
        *(unpacked(a.shingles) for m in ordered if not m.copied for a in m.digest.articles)
    )
    media = _media(ordered, lineages)
    versions = frozenset(_newer(ordered).values())
    told: list[tuple[tuple[Key, int], Account]] = []
    called: dict[str, list[str]] = {}  # hundreds of reports quote the same few
    for member in ordered:
        for n, account in enumerate(member.incident.accounts):
            own = not member.copied
            if member.copied:
                version = member.digest.page in versions
                if (_in_headline(account, member.digest) and not version) or _repeats(account, known, version):
                    continue
                own = True
            outlet = _outlet(member, account) if member.copied and own else None
            lineage = outlet or lineages.get((account.page, account.article), account.lineage)
            quoted = () if is_author(account) else (*account.via, account.source)
            for hand in quoted:
                if hand not in called:
                    called[hand] = [media[m] for m in media if is_called(hand, m)]
            hands = [name for hand in quoted for name in called[hand]]
            lineage = hands[-1] if hands else lineage
            told.append(((member.key, n), account if lineage == account.lineage else replace(account, lineage=lineage)))
    told = _passed_on(told)
    kept: dict[tuple[object, ...], Account] = {}
    last: dict[tuple[object, ...], tuple[object, ...]] = {}
    home: dict[tuple[Key, int], tuple[object, ...]] = {}
    for place, a in sorted(told, key=lambda x: _day(x[1]) if x[1].low is not None else ""):
        who = source_key(a) if a.low is not None else (a.lineage, *source_key(a))
        key: tuple[object, ...] = (a.question, answer_key(a), a.low, a.high, a.stance, who)
        if a.low is not None:
            voice = (a.question, a.victims, who)
            if voice in last and last[voice][:-1] == key:
                key = last[voice]
            else:
                key = (*key, _day(a))
                last[voice] = key
        home[place] = key
        first = kept.setdefault(key, a)
        if first.recalled and not a.recalled:
            kept[key] = first = replace(first, recalled=False)
        if a.low is not None and _day(a) > _day(first):
            kept[key] = replace(first, again=a.said)  # who gives a number once more holds to it
    order = {q: n for n, q in enumerate(Question)}
    accounts = tuple(sorted(dict.fromkeys(kept.values()), key=lambda a: order[a.question]))
    at = {a: n for n, a in enumerate(accounts)}
    return _Gathered(accounts, {place: at[kept[key]] for place, key in home.items()}, _heard(accounts, told))


def _heard(accounts: Iterable[Account], told: Iterable[tuple[tuple[Key, int], Account]]) -> tuple[Account, ...]:
    """What a source tells in a lineage of which no account of its has been kept: once for each of both."""
    known = {(a.lineage, a.source) for a in accounts if tells(a)}
    again = {(a.lineage, a.source): a for _, a in told if tells(a) and not is_author(a)}
    return tuple(a for key, a in again.items() if key not in known)


def _passed_on(told: list[tuple[tuple[Key, int], Account]]) -> list[tuple[tuple[Key, int], Account]]:
    """The same accounts; of an article that has all it tells from one other medium, its own voice is that one's."""
    origins: dict[Key, set[str]] = {}
    for _, a in told:
        if tells(a) and not _is_medium(a):
            origins.setdefault((a.page, a.article), set()).add(a.lineage)
    out = []
    for place, a in told:
        origin = origins.get((a.page, a.article), set())
        if _is_medium(a) and len(origin) == 1 and a.lineage not in origin:
            a = replace(a, lineage=next(iter(origin)))
        out.append((place, a))
    return out


def _is_medium(account: Account) -> bool:
    """Whether the report speaks, or only "the agency" that it quotes."""
    return is_author(account) or folded(account.source) in MEDIA_NOUNS


def _day(account: Account) -> str:
    said = account.said
    return said.low.isoformat() if said and said.low else "9999"


def _outlet(member: Member, account: Account) -> str | None:
    """The outlet that adds reporting of its own to a copy."""
    return next((a.outlet for a in member.digest.articles if a.id == account.article), None)


def _media(ordered: Sequence[Member], lineages: Mapping[Key, str]) -> dict[str, str]:
    """The media that tell of the incident, by folded name: whom a report quotes is their lineage's voice."""
    names = [n for m in ordered for a in m.digest.articles for n in (a.outlet, a.agency, lineages.get(a.key)) if n]
    return {folded(n): n for n in sorted(names, reverse=True)}


def _newer(ordered: Sequence[Member]) -> dict[str, str]:
    """Page → the page of the next version of its article, among the members."""
    out: dict[str, str] = {}
    articles = [a for m in ordered for a in m.digest.articles]
    for a, b in combinations({a.key: a for a in articles}.values(), 2):
        same_home = (a.outlet and a.outlet == b.outlet) or (a.url and a.url == b.url)
        copy = compared(a, b) if same_home else None
        if copy is not None and copy.kind == "version" and copy.a[0] != copy.b[0]:
            out[copy.a[0]] = min(out.get(copy.a[0], copy.b[0]), copy.b[0])
    return out


def _current(
    question: Question, ordered: Sequence[Member], gathered: _Gathered, counts: Sequence[Count]
) -> TollRange | None:
    """The current range: over the members' own ranges, of those with replaced numbers what of them still stands."""
    stands = {c.account for c in counts if c.question is question and c.replaced_by is None}
    replaced = {c.account for c in counts if c.question is question and c.replaced_by is not None}
    ranges: list[TollRange | None] = []
    counted = [m for m in ordered if any(is_number(a) for a in m.incident.accounts if a.question is question)]
    # "two of our fighters fell" says nothing of the others who died
    everyone = [m for m in counted if not all(_is_of_its_own(a) for a in m.incident.accounts if a.question is question)]
    counted = everyone or counted
    some: list[TollRange] = []
    for member in counted or ordered:
        whole = member.incident.killed if question is Question.KILLED else member.incident.injured
        places = [gathered.place.get((member.key, n)) for n, _ in enumerate(member.incident.accounts)]
        mine = [p for p in places if p is not None]
        if any(p in replaced for p in mine):
            left = [gathered.accounts[p] for p in mine if p in stands]
            given = [(a, (a.low, a.low if a.high is None else a.high)) for a in left if a.low is not None]
            ranges += [r for a, r in given if not _is_of_some(a)]
            some += [r for a, r in given if _is_of_some(a)]
        elif whole and all(_is_of_some(a) for a in member.incident.accounts if a.question is question):
            some.append(whole)
        elif not member.copied or any(p in stands for p in mine):
            ranges.append(whole)
    most = max((r[1] or 0 for r in ranges if r), default=0)
    ranges += [r for r in some if r[0] > most]  # "buried eleven", "four died on the way to hospital"
    spoken = {gathered.accounts[c].page for c in stands}
    since = [m for m in ordered if m.key[0] in spoken] if replaced else []  # who has died since nobody had
    found = _with_the_late(question, ordered, gathered, counts, hull(ranges)) or hull(
        m.incident.killed if question is Question.KILLED else m.incident.injured for m in since or ordered
    )
    if counted or found is None or found[1] is None:
        return found
    return found[1], found[1]  # persons told of alone, or in the plural: who tells of most of them knows most


def _without_the_dead(ordered: Sequence[Member], killed: TollRange | None) -> Sequence[Member]:
    """The members; of one that only tells how many were hit, the injured are without those who are dead by others."""
    dead = (killed[1] or 0) if killed else 0
    out = []
    for m in ordered:
        hit = m.incident.injured
        told = [a for a in m.incident.accounts if a.question is Question.INJURED and a.low is not None]
        since = dead - ((m.incident.killed or (0, 0))[1] or 0)
        if hit and hit[1] and since > 0 and hit[1] >= since and told and all(is_hit(a.quote_text) for a in told):
            left = (max(0, hit[0] - since), hit[1] - since)
            m = replace(m, incident=replace(m.incident, injured=left if left[1] else None))
        out.append(m)
    return out


def _with_the_late(
    question: Question, ordered: Sequence[Member], gathered: _Gathered, counts: Sequence[Count], found: TollRange | None
) -> TollRange | None:
    """The dead with those of whom a later report only tells that they were wounded, and have died."""
    if question is not Question.KILLED or found is None or found[1] is None:
        return found
    counted = [gathered.accounts[c.account].said for c in counts if c.question is question]
    last = max((day.high or dt.date.max for day in counted if day is not None), default=dt.date.max)
    more = 0
    for m in ordered:
        told = [a for a in m.incident.accounts if a.question is question]
        since = [a.said is not None and (a.said.low or dt.date.min) > last for a in told if is_late(a.value)]
        if since and all(since) and len(since) == len(told) and not m.copied:
            more = max(more, (m.incident.killed or (0, 0))[1] or 0)
    return found[0] + more, found[1] + more


def _is_of_some(account: Account) -> bool:
    """Whether a number is only of those buried, or dead at one place, of children, or is no more than "dozens"."""
    some = account.group is not None or is_noted(account.value)
    return account.low is None or some or is_loose(account.value)


def _is_of_its_own(account: Account) -> bool:
    """Whether a number is only of the people of the body that gives it."""
    return account.low is None or (account.claim is not None and own_people(account.value) is not None)


def _in_headline(account: Account, digest: Digest) -> bool:
    """Whether the words are a headline's: a new one on a copy is the desk's, not a source's."""
    return any(a.id == account.article and a.headline and a.headline.holds(account.quote) for a in digest.articles)


def _repeats(account: Account, known: frozenset[int], version: bool) -> bool:
    """Whether the words of a copy's account, or most of them, stand in the reports that it repeats.

    ``version``: it is a later version, in which even a few words may be what was changed.
    """
    words = words_of(account.quote_text)
    if len(words) < SHINGLE:
        return not version
    return 2 * len((own := shingles_of(words)) & known) >= len(own)


_DATE_RANK = {p: n for n, p in enumerate((
    DatePrecision.TIME, DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.WEEK, DatePrecision.MONTH,
    DatePrecision.YEAR, DatePrecision.UNKNOWN,
))}  # fmt: skip


def _date(incidents: Sequence[Incident]) -> DateRange | None:
    told = [i.date for i in incidents if i.date]
    count = Counter((d.low, d.high) for d in told)
    return min(told, key=lambda d: (max(1, _DATE_RANK[d.precision]), -count[d.low, d.high]), default=None)


def _place(incidents: Sequence[Incident]) -> Place | None:
    told = [i.place for i in incidents if i.place]
    count = Counter((p.geonames, p.name) for p in told)
    return min(told, key=lambda p: (max(1, coarseness(p)), -count[p.geonames, p.name]), default=None)


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
