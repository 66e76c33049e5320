"""Casualties: what the tolls of one incident add up to, as a range over what its sources say.

The rule, in words:

* counted are tolls of the incident itself: no part of another toll, no sum over a year or a war;
* what one sentence tells side by side is added ("a teacher and two pupils were killed": 3); a retelling is not;
* single persons told of one by one are matched by name, age, sex and order, and each is counted once;
* a source's number is the highest it gives; the range runs from the lowest to the highest source. Where the report
  gives a total in its own voice, a source with a lower number only describes a part of it;
* a number that its own source replaces ("rose to 17 from 12", "was lowered to 21 from 24") no longer counts; an earlier
  count of which the text does not say that it was this source's stays a voice of its own ("12 died, the ministry said,
  lowering an earlier count of 14": 12 to 14);
* vague words count by Airwars' convention ("several" 2, "dozens" 12-24), and an open end ("at least five") adds
  nothing: the high end is the highest number that someone names;
* the attacker's own death counts among the dead, as ACLED and the Gun Violence Archive count it; its toll stays marked
  ``perpetrator``, so that an export by another convention can take it off;
* people shot are hurt or dead: who of them died is taken off the injured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.items import ALIVE, SINCE, SINGLE, WOUNDED, Item, items_of
from sourcebook.link.persons import Person, Told, persons_of
from sourcebook.link.sentence_sums import tellings_of
from sourcebook.link.spreads import Telling, of_kind, range_injured, range_killed
from sourcebook.link.sums import counted_on
from sourcebook.read.sketches import identities_of
from sourcebook.read.tolls import REPLACED
from sourcebook.records import Harm, Sentence, Toll, TollRange


def casualties(
    tolls: Iterable[Toll], sentences: Mapping[str, Sentence], sources: Mapping[str, str], lexicon: Lexicon
) -> tuple[TollRange | None, TollRange | None]:
    """Killed and injured of one incident. ``sources``: claim id → who makes it. None: no one says."""
    items = _without_rounded(items_of(tuple(tolls), sentences, lexicon))
    persons = persons_of(_told(items, sentences, lexicon))
    dead = sum(Harm.KILLED in p.harms for p in persons)
    hurt = [p for p in persons if p.harms == {Harm.INJURED}]
    items = _without_replaced(items, sources)
    items, since = _without_further(items)
    deaths = tellings_of(items, Harm.KILLED, sources)
    killed = range_killed(deaths, dead)
    if killed is not None and killed[1] is not None:
        killed = killed[0] + since, killed[1] + since
    unknown = max((killed[1] or 0) - dead, 0) if killed else 0  # the dead who are only counted: some of those hit
    living = len(hurt) - min(unknown, sum(not p.lives for p in hurt))
    injured = range_injured(_up_to_date(tellings_of(items, Harm.INJURED, sources), deaths), living, killed)
    if injured is None and dead == 1 and not of_kind(deaths, "number", "shot", "more"):
        before = max((counted_on(i.toll) or 0 for i in items), default=0)  # "a third worker has died", and no more told
        killed = (before, before) if before else killed
    return killed, _at_least(injured, killed, _counted_on(items))


def _without_rounded(items: list[Item]) -> list[Item]:
    """The items without "more than 50" where the same report gives 50: a headline's way to say so."""

    def exact(i: Item) -> bool:
        return any(o.toll.harm is i.toll.harm and o.toll.low == o.toll.high == i.toll.low - 1 for o in items)

    return [i for i in items if not (i.title and i.toll.high is None and i.counted == "number" and exact(i))]


def _without_further(items: list[Item]) -> tuple[list[Item], int]:
    """The items without the dead that come on top of others counted, and how many of those the text adds itself."""
    others = _others_dead(items)
    items = _without_some(items, others)
    further = [i for i in items if (i.further and i.counted not in SINGLE) or i in others]
    counted = [i for i in items if i.toll.harm is Harm.KILLED and i not in further and i.high > 1]
    if not further or not counted:
        return items, 0
    since = [i for i in further if i.further == SINCE and all(c.order < i.order for c in counted)]
    since += [i for i in others if i not in since]
    return [i for i in items if i not in further], sum(i.low for i in {i.low: i for i in since}.values())


#: How many sentences on those are told of who come on top of a number.
_NEAR = 3


def _others_dead(items: list[Item]) -> list[Item]:
    """ "Two people died at the scene. Four more died in hospital": who comes on top of the highest number told before.

    Not where a higher number is told anywhere: it has them already.
    """
    dead = [i for i in items if i.toll.harm is Harm.KILLED and i.high and not i.earlier]
    counted = [i for i in dead if i.counted not in SINGLE and not i.more and not i.further and i.high > 1]
    most = max((i.high for i in counted), default=0)
    told = [i for i in counted if i.high == most]
    out = []
    for i in dead:
        if not _is_more(i) or i.further or i.title or any(c.order >= i.order for c in told):
            continue
        if any(c.order == i.order for c in counted) or not any(c.order < i.order for c in counted):
            continue
        latest = max(c.order for c in counted if c.order < i.order)
        if i.order - latest > _NEAR:
            continue
        if max(c.high for c in counted if c.order == latest) == most and (counted_on(i.toll) or most + 1) == most + 1:
            out.append(i)
    return out


def _is_more(item: Item) -> bool:
    """ "Four more died", "a third was killed", "another has died"; not "the six others", "several others"."""
    if item.counted == "number":
        return item.more and not item.toll.text.lower().startswith("the ") and not item.toll.text.endswith("victims")
    return counted_on(item.toll) is not None or (item.more and item.rule == "die" and item.counted == "one")


def _without_some(items: list[Item], others: list[Item]) -> list[Item]:
    """The items without those who were buried, or died at one place, where more of the dead are counted otherwise."""
    counted = [i for i in items if not (i.some or i.earlier or i in others or i.counted in SINGLE)]

    def are_all(item: Item) -> bool:
        alike = (o for o in counted if o.toll.harm is item.toll.harm)
        return not any(o.high >= item.high for o in alike if o.order != item.order)

    return [i for i in items if not i.some or i.further or i in others or are_all(i)]


def _up_to_date(tellings: list[Telling], deaths: list[Telling]) -> list[Telling]:
    """Without numbers of injured of whom one died later: "one dead, three injured", then "two dead, two injured"."""
    pairs = [
        (dead, hurt)
        for dead in of_kind(deaths, "number", "singles")
        for hurt in of_kind(tellings, "number", "more")
        if dead.order == hurt.order and dead.low == dead.high and hurt.low == hurt.high
    ]
    most = max((dead.high for dead, _ in pairs), default=0)
    newest = {dead.high + hurt.high for dead, hurt in pairs if dead.high == most}
    older = {hurt.order for dead, hurt in pairs if dead.high < most and dead.high + hurt.high in newest}
    return [t for t in tellings if t.order not in older]


def persons_in(tolls: Iterable[Toll], sentences: Mapping[str, Sentence], lexicon: Lexicon) -> list[Person]:
    """The persons killed or injured that the tolls tell of one by one."""
    known = [replace(t, part_of=None) for t in tolls if t.low == t.high == 1]
    return persons_of(_told(items_of(tuple(known), sentences, lexicon), sentences, lexicon, every=True))


_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _counted_on(items: list[Item]) -> int:
    """ "A fourth man was hurt": how many were hurt or killed by then, as an ordinal says."""
    told = [i.toll.text.lower().split()[:2] for i in items if i.toll.harm is Harm.INJURED and i.toll.part_of is None]
    return max((_ORDINALS.index(w[1]) + 2 for w in told if w[:1] == ["a"] and w[1:] and w[1] in _ORDINALS), default=0)


def _at_least(injured: TollRange | None, killed: TollRange | None, total: int) -> TollRange | None:
    """The injured, with the one more that an ordinal tells of."""
    if injured is None or injured[1] is None:
        return injured
    least = total - ((killed[1] or 0) if killed else 0)
    return (max(injured[0], least), max(injured[1], least)) if injured[1] + 1 >= least else injured


def _without_replaced(items: list[Item], sources: Mapping[str, str]) -> list[Item]:
    """The tolls without those that a newer number of the same harm has replaced: of the same source, where the text
    only says that it was told at first ("police initially said")."""
    newest = {(i.toll.harm, sources.get(i.toll.claim or "")) for i in items if not i.earlier and i.high > 1}
    harms = {harm for harm, _ in newest}
    return [
        i
        for i in items
        if not (i.toll.rule.startswith(REPLACED) and i.toll.harm in harms)
        and not (i.earlier and i.toll.claim and (i.toll.harm, sources.get(i.toll.claim)) in newest)
    ]


# ------------------------------------------------------------------------------------------- one by one


def _told(
    items: list[Item], sentences: Mapping[str, Sentence], lexicon: Lexicon, *, every: bool = False
) -> Iterator[Told]:
    """The phrases that mean one person, and the sentences that say who somebody is. ``every``: also "one of them"."""
    fatal = {i.order for i in items if i.toll.harm is Harm.KILLED and i.high and not i.toll.perpetrator}
    for i in items:
        hurt = i.toll.harm is Harm.INJURED
        if i.sketch is not None and (every or i.counted in SINGLE):
            yield Told(
                i.order,
                i.sketch,
                i.counted,
                i.toll.harm,
                None,
                i.rule in ALIVE,
                i.toll.perpetrator,
                i.also,
                i.rule in WOUNDED,
                hurt and i.mild,
                hurt and i.order in fatal,
            )
    articles = {i.toll.article for i in items}
    for s in sentences.values():
        if s.article in articles and not s.repeat:
            for found in identities_of(s, lexicon):
                how = "pronoun" if found.pronoun else "definite"
                yield Told(int(s.id.rpartition("s")[2]), found.whom, how, None, found.who)
