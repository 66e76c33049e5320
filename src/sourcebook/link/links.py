"""Links: which reports tell of the same incident, and the incidents that come of it.

Pages that share keys are compared (``link/blocks.py``), pairs of their incidents scored by named evidence
(``link/evidence.py``) and put together from the best pair down, where the mean score between two groups, over all
their pairs, is above zero and no article would be in a group twice. What becomes of an incident depends only on those
it is linked with, directly or through others; so a store links a new page by doing this anew for these alone
(``store/linking.py``), and gets what all pages at once would give.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import combinations, product
from typing import Any

from sourcebook.lexicon import Lexicon
from sourcebook.link.blocks import Keys, View, keys_of, pairs_of, useful_keys, view_of
from sourcebook.link.copies import Key, compared, find_lineages
from sourcebook.link.digests import Digest, Told, digest_of
from sourcebook.link.distances import closeness
from sourcebook.link.evidence import may_be_one, terms_of
from sourcebook.link.families import ATTACKS
from sourcebook.link.groups import Scorer, clustered, same_text, total
from sourcebook.link.incidents import front_of
from sourcebook.link.merges import Member, merged
from sourcebook.link.tallies import disjoint
from sourcebook.read.generalities import ENDS
from sourcebook.read.timings import SURE
from sourcebook.read.whereabouts import SURE_PLACE
from sourcebook.records import Copy, DatePrecision, EventType, Incident, Link, Linked, Party, Reading, Token

#: Pages that are kept ready to be compared, a few kilobytes each; they come in order of time, so few come back.
CACHED = 3_000


def link_readings(readings: Iterable[Reading], lexicon: Lexicon) -> Linked:
    """Find copies and lineages, link incidents across pages and merge them. A page that comes twice counts once."""
    pages = {r.page.id: r for r in readings}
    digests = {page: digest_of(pages[page], lexicon.names) for page in sorted(pages)}
    copies, links, groups = link_digests(
        sorted(digests, key=lambda p: (_first_day(digests[p]), p)), digests.__getitem__, lexicon.link_weights
    )
    lineages = find_lineages((a for d in digests.values() for a in d.articles), copies)
    repeats = {c.b for c in copies}
    whole = {(page, i.id): i for page, r in pages.items() for i in (*r.incidents, *r.allusions)}
    told = {(d.page, t.incident.id): t for d in digests.values() for t in d.told}
    incidents = (
        merged(
            [
                Member(digests[k[0]], whole[k], told[k].own, is_copied(k[0], told[k], repeats), told[k].alludes)
                for k in g
            ],
            lineages,
            lexicon,
        )
        for g in groups
        if not all(told[k].alludes for k in g)
    )
    return Linked(
        tuple(sorted(copies, key=lambda c: (c.a, c.b))),
        tuple(sorted(lineages.items())),
        tuple(sorted(links, key=lambda x: (x.a, x.b))),
        tuple(sorted(incidents, key=lambda i: i.id)),
    )


def link_digests(
    pages: Sequence[str], load: Callable[[str], Digest], weights: Mapping[str, float]
) -> tuple[list[Copy], list[Link], list[list[Key]]]:
    """The copies and links among all pages, and the groups of incidents that are one.

    ``load`` gives the digest of a page, and is asked for it several times: so a million digests can stay packed.
    Pages should come in order of time, so that those that are compared stand together; what is found is the same.
    """
    with _no_collecting():
        return _link_digests(pages, load, weights)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's collector of cycles looks through all that is kept, again and again; linking makes no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _link_digests(
    pages: Sequence[str], load: Callable[[str], Digest], weights: Mapping[str, float]
) -> tuple[list[Copy], list[Link], list[list[Key]]]:
    @lru_cache(maxsize=CACHED)
    def view(page: str) -> View:
        return view_of(load(page))

    @lru_cache(maxsize=CACHED)
    def keys(page: str) -> Keys:
        return keys_of(view(page))

    once: dict[object, Any] = {}  # equal keys and terms are one object: there are millions of them

    def kept(link: Link) -> Link:
        terms = tuple(once.setdefault(x, x) for x in link.terms)
        return Link(once.setdefault(link.a, link.a), once.setdefault(link.b, link.b), link.score, terms)

    copies: list[Copy] = []
    links: list[Link] = []
    members: list[Key] = []

    def held() -> Iterator[Collection[int]]:
        """The keys of each page; by the way what its digest tells alone, for it is loaded anew each time."""
        for page in pages:
            digest = view(page).digest
            copies.extend(copies_within(digest))
            members.extend(once.setdefault(k, k) for k in ((page, t.incident.id) for t in digest.told))
            yield keys(page).held

    for a, b in pairs_of(pages, keys, useful_keys(held())):
        found, scored = compare(view(a), view(b), weights)
        copies += found
        links += map(kept, scored)
    copies_of = _by_page(copies)
    groups = []
    for component, inside in components_of(members, links):
        if all_linked(component, inside):
            groups.append(component)
            continue
        there, wanted = sorted({page for page, _ in component}), set(component)
        nodes = [n for p in there for n in view(p).nodes if n.key in wanted]
        groups += clustered(nodes, Scorer(weights, inside, {c for p in there for c in copies_of.get(p, ())}))
    return copies, links, groups


def all_linked(component: Sequence[Key], links: Sequence[Link]) -> bool:
    """Whether each is linked with each and no page is there twice: then they are one group, whatever their order."""
    size = len(component)
    return len(links) * 2 == size * (size - 1) and len({page for page, _ in component}) == size


def _by_page(copies: Iterable[Copy]) -> dict[str, list[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        for page in {copy.a[0], copy.b[0]}:
            found.setdefault(page, []).append(copy)
    return found


def _first_day(digest: Digest) -> str:
    """To put pages in order of time, so that those that are compared come together."""
    days = [t.incident.date.low.isoformat() for t in digest.told if t.incident.date and t.incident.date.low]
    return min(days, default="")


def copies_within(digest: Digest) -> list[Copy]:
    """The copies among the articles of one page."""
    return [c for a, b in combinations(digest.articles, 2) if (c := compared(a, b))]


def compare(a: View, b: View, weights: Mapping[str, float]) -> tuple[list[Copy], list[Link]]:
    """The copies between two pages, and the links: pairs of incidents with a score above zero."""
    if b.digest.page < a.digest.page:
        a, b = b, a
    copies = [c for x, y in product(a.digest.articles, b.digest.articles) if (c := compared(x, y))]
    copied = {frozenset((c.a, c.b)) for c in copies}
    links = []
    for one, other in product(a.nodes, b.nodes):
        if may_be_one(one, other):
            terms = terms_of(one, other, weights, same_text(one, other, copied))
            if (score := total(terms)) > 0:
                links.append(Link(one.key, other.key, score, terms))
    return copies, links


def components_of(keys: Collection[Key], links: Iterable[Link]) -> Iterator[tuple[list[Key], list[Link]]]:
    """The incidents that hang together by links, each sorted, in order of the first of each; and these links."""
    beside: dict[Key, list[Link]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link)
        beside.setdefault(link.b, []).append(link)
    seen: set[Key] = set()
    for key in sorted(keys):
        if key in seen:
            continue
        found, waiting, inside = [key], [key], []
        seen.add(key)
        while waiting:
            here = waiting.pop()
            for link in beside.get(here, ()):
                if link.a == here:
                    inside.append(link)
                other = link.b if link.a == here else link.a
                if other not in seen:
                    seen.add(other)
                    found.append(other)
                    waiting.append(other)
        yield sorted(found), inside


def is_copied(page: str, told: Told, repeats: Collection[Key]) -> bool:
    """Whether all articles that tell an incident of a page repeat others."""
    return bool(told.articles) and all((page, a) in repeats for a in told.articles)


#: An incident told by so many times more pages than a page's first is what that page is about as well: checked on the
#: visible stories of the GVA collection and on stories of our own (``docs/choices.md``).
NEARLY = 1.4


#: A report that gives so many attacks a day each is a round-up: its first is as good as any.
ROUND_UP = 4


def main_incidents(readings: Iterable[Reading], linked: Linked) -> dict[str, str]:
    """Page → id of the incident that it mainly tells: its first, unless one is told by many more pages.

    A new attack stays its own, however many pages tell the earlier one that its report mentions as well; of a round-up
    it is the first. Recalled events are no page's main ones unless it has no other, or unless its first is told by no
    other page and has no day of its own, as in a report of a trial: then what it recalls is what it is about, where
    others tell that. A page without any is one of its own, by its id.
    """
    of = {member: i for i in linked.incidents for member in i.members}
    out = {}
    for r in readings:
        main = _main_of(r, whole := {i.id: of[r.page.id, i.id] for i in r.incidents})
        spoken = [of[r.page.id, i.id] for i in r.allusions if (r.page.id, i.id) in of]
        if spoken and all(len(i.members) == 1 or i.event_type in _AROUND for i in whole.values()):
            main = max(spoken, key=lambda i: (len(i.members), i.id)).id
        out[r.page.id] = main
    return out


def _main_of(reading: Reading, whole: Mapping[str, Incident]) -> str:
    """The main incident of a page. ``whole``: what each of its incidents is part of."""
    pages = {own: len(i.members) for own, i in whole.items()}
    told = [i for i in reading.incidents if not i.background] or list(reading.incidents)
    dated = {i.id for i in reading.incidents if i.event_type in ATTACKS and _has_a_day(i, reading)}
    if entry := _first_entry([i for i in told if i.id in dated], reading):
        return whole[entry.id].id
    round_up = len(dated & {i.id for i in told}) >= ROUND_UP
    for one in told:
        others = told
        if one.id in dated:  # the day of an attack that has none of its own is that of the report: a guess
            guessed = {o.id for o in told if o.event_type in ATTACKS and o.id not in dated and _is_after(o, one)}
            others = [o for o in told if o.id not in guessed and not _is_newer(one, o, reading)]
            others = [o for o in others if o is one or o.event_type not in _AROUND]
        others = [o for o in others if o is one or not _is_in_passing(one, o, reading)]
        parts = [pages[o.id] for o in others if _is_part_of_one(one, o)]
        if not round_up and max(
            NEARLY * pages[one.id] < max((pages[o.id] for o in others), default=0),
            pages[one.id] < max(parts, default=0),
        ):
            continue
        if pages[one.id] == 1 and not one.background and not _has_a_day(one, reading):
            recalled = [whole[i.id] for i in reading.incidents if i.background and i.id in dated and pages[i.id] > 1]
            if recalled:
                return max(recalled, key=lambda i: (len(i.members), i.id)).id
        return whole[one.id].id
    return reading.page.id


#: So many entries, each opened by its day or its place, make a log.
LOG = 3


def _first_entry(attacks: Sequence[Incident], reading: Reading) -> Incident | None:
    """Of a log ("Monday, 3 May: …", "4 May, Kassala. …") what its first entry tells; None: it is no log."""
    opened = {d.span.start for d in reading.dates} | {p.span.start for p in reading.places}
    begins: dict[tuple[str, int], int] = {}
    for s in reading.sentences:
        begins.setdefault((s.article, s.paragraph), s.span.start)
    under = {s.id: begins[s.article, s.paragraph] for s in reading.sentences}
    told = {m.id: under[m.sentence] for m in reading.mentions if m.sentence in under}
    entries = {i.id: min(own) for i in attacks if (own := [told[m] for m in i.mentions if m in told])}
    if len(set(entries.values()) & opened) < LOG or len(entries) > len(set(entries.values())):
        return None
    return min(attacks, key=lambda i: entries.get(i.id, len(reading.page.text)))


#: What a report of an attack speaks of besides, as do those of all others: it is what none of them is about.
_AROUND = frozenset({
    EventType.AGREEMENT, EventType.ARMS_TRANSFER, EventType.CEASEFIRE, EventType.DIPLOMATIC_ACTION, EventType.MEETING,
    EventType.SANCTION, EventType.TROOP_MOVEMENT, EventType.WITHDRAWAL,
})  # fmt: skip


def _is_after(one: Incident, other: Incident) -> bool:
    return bool(one.date and other.date and one.date.low and other.date.high and one.date.low > other.date.high)


#: An attack so many days after another that its report tells of is a new one.
LATER = 2


def _is_newer(one: Incident, other: Incident, reading: Reading) -> bool:
    """Whether one of two incidents of a page is a later event, at another place, of another kind or with other victims.

    One that has none of these may be the same event again, its day read wrongly.
    """
    if not (one.date and other.date and one.date.low and other.date.high):
        return False
    days = (one.date.low - other.date.high).days
    if days < LATER:
        counted = one.killed and other.killed and disjoint(one.killed, other.killed)
        return days > 0 and (_are_two(one, other) or (bool(counted) and _other_victims(one, other)))
    elsewhere = one.place is not None and other.place is not None and one.place.name != other.place.name
    scenes = bool(one.scenes and other.scenes) and not set(one.scenes) & set(other.scenes)
    others = _other_victims(one, other) or _other_people(one, other, reading) or _other_harm(one, other)
    return elsewhere or scenes or others or _only_named(one, other)


def _is_in_passing(one: Incident, other: Incident, reading: Reading) -> bool:
    """Whether a report leads with one, says where and how many, and only names the other, of that day, elsewhere."""
    if other.killed or other.injured or not (one.killed or one.injured) or one.place is None or other.place is None:
        return False
    if closeness(one.place, other.place) >= 0 or not {one.event_type, other.event_type} <= ATTACKS:
        return False
    if not (one.date and other.date and (one.date.low, one.date.high) == (other.date.low, other.date.high)):
        return False  # of another day: told apart by that
    front = front_of(reading)
    sure = {m.id for m in reading.mentions if m.place_reason in SURE_PLACE}
    deeds = {m.id for m in reading.mentions if m.rule not in ENDS}
    if not sure & deeds & set(one.mentions) or not sure & set(other.mentions):
        return False  # "died in a hospital in A of the blast in B"
    where = {m.sentence for m in reading.mentions if m.id in other.mentions}
    return len(where) == 1 and not front & set(other.mentions) and bool(front & set(one.mentions))


def _are_two(one: Incident, other: Incident) -> bool:
    """Whether what was hit on a day is another thing than the day before, and others were hurt: no day was misread."""
    scenes = bool(one.scenes and other.scenes) and not set(one.scenes) & set(other.scenes)
    told = (one.killed or one.injured) and (other.killed or other.injured)
    return scenes and bool(told) and (one.killed, one.injured) != (other.killed, other.injured)


def _only_named(one: Incident, other: Incident) -> bool:
    """Whether a report counts the victims of one, an attack, and only names the other: it is news."""
    counted = [i for i in (one, other) if i.killed or i.injured]
    return counted == [one] and one.event_type is not EventType.KILLING


#: What one raid may be: people are shot in it, and led away.
_PARTS = ATTACKS | {EventType.ABDUCTION}


def _is_part_of_one(one: Incident, other: Incident) -> bool:
    """Whether a report tells both of one day and one town: a raid in which people are shot and others led away."""
    if not {one.event_type, other.event_type} <= _PARTS or not (one.date and other.date):
        return False
    days = one.date.low is not None and (one.date.low, one.date.high) == (other.date.low, other.date.high)
    return days and bool(one.place and other.place) and one.place == other.place


def _other_victims(one: Incident, other: Incident) -> bool:
    """Whether the numbers of two incidents differ, and not only in who of the same people died."""
    tolls = [(x, y) for x, y in ((one.killed, other.killed), (one.injured, other.injured)) if x and y]
    hurt = [(i.killed or (0, 0))[0] + (i.injured or (0, 0))[0] for i in (one, other)]
    return any(disjoint(x, y) for x, y in tolls) and hurt[0] != hurt[1]


def _other_harm(one: Incident, other: Incident) -> bool:
    """Whether people were only hurt in one, and only killed in the other."""
    tolls = [(i.killed or (0, 0), i.injured or (0, 0)) for i in (one, other)]
    hurt, dead = ([bool(t[k][0]) for t in tolls] for k in (1, 0))
    return hurt[0] != hurt[1] and dead == [not h for h in hurt]


def _other_people(one: Incident, other: Incident, reading: Reading) -> bool:
    """Whether others were harmed by the words for them: a policeman in one, a minister in the other."""
    firsts = {s.span.start: s.tokens[0] for s in reading.sentences}
    a, b = ({_head(p, firsts) for p in i.recipients if p.text[-1:].isalpha()} - _ANYBODY for i in (one, other))
    return bool(a and b) and not a & b and all(w.islower() for w in a | b)


def _head(party: Party, firsts: Mapping[int, Token]) -> str:
    """The noun for those harmed; where it opens a headline ("Policeman shot at checkpoint") it is no name."""
    word = party.text.split()[-1]
    first = firsts.get(party.span.start) if party.span is not None else None
    return word.casefold() if first is not None and first.text == word and first.tag == "NN" else word


#: Words for whoever was harmed.
_ANYBODY = frozenset({"people", "persons", "person", "man", "men", "woman", "women", "others", "victims", "victim"})


def _has_a_day(incident: Incident, reading: Reading) -> bool:
    """Whether the report gives the incident a day in the words that tell it, not only in those around them."""
    day = incident.date is not None and incident.date.precision in (DatePrecision.TIME, DatePrecision.DAY)
    return day and any(m.date_reason in SURE for m in reading.mentions if m.id in incident.mentions)
