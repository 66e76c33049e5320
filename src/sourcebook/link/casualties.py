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
from dataclasses import dataclass, replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.numbers import Profile
from sourcebook.link.persons import Person, Told, persons_of
from sourcebook.link.spreads import Telling, of_kind, range_injured, range_killed
from sourcebook.link.sums import counted_on, is_further, is_of_the_rest, is_set_against, is_since, of_some, own_people
from sourcebook.read.numbers import range_of
from sourcebook.read.sketches import Sketch, identities_of, sketch_of
from sourcebook.read.tolls import EARLIER, REPLACED
from sourcebook.records import Harm, Sentence, Toll, TollRange, TollScope, VictimStatus

#: Rules of harm that tell of someone who lives.
_ALIVE = frozenset(
    {
        "treated",
        "treat-patients",
        "in-condition",
        "were-treated",
        "took-to-hospital",
        "in-hospital",
        "recovering",
        "in-care",
        "need-treatment",
        "need-care",
        "fight-for-life",
    }
)
#: Rules of harm whose word says that somebody lived, where it is not told otherwise.
_WOUNDED = _ALIVE | {"injure", "wounded-state", "lose-limb"}
_SINGLE = frozenset({"one", "name", "definite", "pronoun"})
_MORE = frozenset({"other", "others", "more", "another", "additional", "further"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A toll with what is needed to add it up."""

    toll: Toll
    low: int
    high: int
    counted: str
    rule: str
    order: int
    more: bool
    sketch: Sketch | None
    earlier: bool
    also: bool
    mild: bool = False  # the sentence says that nobody died of it
    title: bool = False  # a headline's
    further: str = ""  # the dead of whom others were counted before: "further", or "since" where the text adds them
    some: bool = False  # buried, or dead at one place: some of the dead, or all
    rest: bool = False  # of those who are not well yet
    rival: bool = False  # set against another number: "but said that three had died"


def casualties(
    tolls: Iterable[Toll], sentences: Mapping[str, Sentence], sources: Mapping[str, str], lexicon: Lexicon
) -> tuple[TollRange | None, TollRange | None]:
    """Killed and injured of one incident. ``sources``: claim id → who makes it. None: no one says."""
    items = _without_rounded(_items(tuple(tolls), sentences, lexicon))
    persons = persons_of(_told(items, sentences, lexicon))
    dead = sum(Harm.KILLED in p.harms for p in persons)
    hurt = [p for p in persons if p.harms == {Harm.INJURED}]
    items = _without_replaced(items, sources)
    items, since = _without_further(items)
    deaths = _tellings(items, Harm.KILLED, sources)
    killed = range_killed(deaths, dead)
    if killed is not None and killed[1] is not None:
        killed = killed[0] + since, killed[1] + since
    unknown = max((killed[1] or 0) - dead, 0) if killed else 0  # the dead who are only counted: some of those hit
    living = len(hurt) - min(unknown, sum(not p.lives for p in hurt))
    injured = range_injured(_up_to_date(_tellings(items, Harm.INJURED, sources), deaths), living, killed)
    if injured is None and dead == 1 and not of_kind(deaths, "number", "shot", "more"):
        before = max((counted_on(i.toll) or 0 for i in items), default=0)  # "a third worker has died", and no more told
        killed = (before, before) if before else killed
    return killed, _at_least(injured, killed, _counted_on(items))


def _without_rounded(items: list[_Item]) -> list[_Item]:
    """The items without "more than 50" where the same report gives 50: a headline's way to say so."""

    def exact(i: _Item) -> bool:
        return any(o.toll.harm is i.toll.harm and o.toll.low == o.toll.high == i.toll.low - 1 for o in items)

    return [i for i in items if not (i.title and i.toll.high is None and i.counted == "number" and exact(i))]


def _without_further(items: list[_Item]) -> tuple[list[_Item], int]:
    """The items without the dead that come on top of others counted, and how many of those the text adds itself."""
    others = _others_dead(items)
    items = _without_some(items, others)
    further = [i for i in items if (i.further and i.counted not in _SINGLE) or i in others]
    counted = [i for i in items if i.toll.harm is Harm.KILLED and i not in further and i.high > 1]
    if not further or not counted:
        return items, 0
    since = [i for i in further if i.further == _SINCE and all(c.order < i.order for c in counted)]
    since += [i for i in others if i not in since]
    return [i for i in items if i not in further], sum(i.low for i in {i.low: i for i in since}.values())


#: How many sentences on those are told of who come on top of a number.
_NEAR = 3


def _others_dead(items: list[_Item]) -> list[_Item]:
    """ "Two people died at the scene. Four more died in hospital": who comes on top of the highest number told before.

    Not where a higher number is told anywhere: it has them already.
    """
    dead = [i for i in items if i.toll.harm is Harm.KILLED and i.high and not i.earlier]
    counted = [i for i in dead if i.counted not in _SINGLE and not i.more and not i.further and i.high > 1]
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


def _is_more(item: _Item) -> bool:
    """ "Four more died", "a third was killed", "another has died"; not "the six others", "several others"."""
    if item.counted == "number":
        return item.more and not item.toll.text.lower().startswith("the ") and not item.toll.text.endswith("victims")
    return counted_on(item.toll) is not None or (item.more and item.rule == "die" and item.counted == "one")


def _without_some(items: list[_Item], others: list[_Item]) -> list[_Item]:
    """The items without those who were buried, or died at one place, where more of the dead are counted otherwise."""
    counted = [i for i in items if not (i.some or i.earlier or i in others or i.counted in _SINGLE)]

    def are_all(item: _Item) -> bool:
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
    return persons_of(_told(_items(tuple(known), sentences, lexicon), sentences, lexicon, every=True))


def _items(tolls: tuple[Toll, ...], sentences: Mapping[str, Sentence], lexicon: Lexicon) -> list[_Item]:
    """The tolls of the incident itself, as they are added up."""
    harm_of = {t.id: t.harm for t in tolls}
    return [
        _item(t, sentences[t.sentence], n, lexicon)
        for n, t in enumerate(tolls)
        if t.scope is TollScope.INCIDENT
        and t.harm in (Harm.KILLED, Harm.INJURED)
        and (t.part_of is None or harm_of.get(t.part_of) is not t.harm)
        and t.sentence in sentences
    ]


def _item(toll: Toll, sentence: Sentence, order: int, lexicon: Lexicon) -> _Item:
    rule, _, counted = toll.rule.partition("/")
    earlier = rule.startswith((EARLIER, REPLACED))
    rule = rule.removeprefix(EARLIER).removeprefix(REPLACED)
    low, high = toll.low, toll.high
    if counted == "vague":
        low, high = range_of(toll.text, lexicon.numbers, Profile.AIRWARS) or (low, high)
    if counted == "number" and low == 1 and high is not None and high > 1 and "one" not in toll.text.lower():
        low = high  # "up to 12": the one number that is named
    single = counted in _SINGLE
    sketch = sketch_of(sentence, toll.span, lexicon) if single or (low == high == 1) else None
    words = set(toll.text.lower().replace("more than", "").split())
    number = int(sentence.id.rpartition("s")[2])
    behind = " ".join(t.text for t in sentence.tokens if t.start >= toll.span.end)
    before = " ".join(t.text for t in sentence.tokens if t.end <= toll.span.start)
    text = " ".join(t.text for t in sentence.tokens)
    return _Item(
        toll,
        low,
        low if high is None else high,
        counted,
        rule,
        number,
        bool(words & _MORE) or behind.split()[:1] in (["more"], ["others"]),
        sketch,
        earlier,
        _also(sentence, toll),
        any(t.lower in _MILD for t in sentence.tokens),
        number <= 1 and sentence.tokens[-1].tag not in (".", "''", ":"),
        (_SINCE if is_since(text) else "further") if is_further(toll, behind) else "",
        of_some(toll, before, behind) is not None and high != 1,
        is_of_the_rest(toll, text),
        is_set_against(before),
    )


_SINCE = "since"


#: Words of those who live.
_MILD = frozenset({"survive", "survived", "recover", "recovering", "recovered", "stable", "grazed", "graze", "minor",
                   "superficial", "threatening", "condition", "stabilized", "stabilised"})  # fmt: skip


def _also(sentence: Sentence, toll: Toll) -> bool:
    """ "A girl in the car was also hit": someone else."""
    after = [t for t in sentence.tokens if t.start >= toll.span.end][:7]
    return any(t.lower == "also" for t in after)


_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _counted_on(items: list[_Item]) -> int:
    """ "A fourth man was hurt": how many were hurt or killed by then, as an ordinal says."""
    told = [i.toll.text.lower().split()[:2] for i in items if i.toll.harm is Harm.INJURED and i.toll.part_of is None]
    return max((_ORDINALS.index(w[1]) + 2 for w in told if w[:1] == ["a"] and w[1:] and w[1] in _ORDINALS), default=0)


def _at_least(injured: TollRange | None, killed: TollRange | None, total: int) -> TollRange | None:
    """The injured, with the one more that an ordinal tells of."""
    if injured is None or injured[1] is None:
        return injured
    least = total - ((killed[1] or 0) if killed else 0)
    return (max(injured[0], least), max(injured[1], least)) if injured[1] + 1 >= least else injured


#: The voice of an earlier count of which the text does not say whose it was.
_SOMEONE = "earlier"


def _voice(item: _Item, sources: Mapping[str, str]) -> str:
    own = sources.get(item.toll.claim or "", "")
    return f"{_SOMEONE} {own}" if item.earlier else own


def _without_replaced(items: list[_Item], sources: Mapping[str, str]) -> list[_Item]:
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
    items: list[_Item], sentences: Mapping[str, Sentence], lexicon: Lexicon, *, every: bool = False
) -> Iterator[Told]:
    """The phrases that mean one person, and the sentences that say who somebody is. ``every``: also "one of them"."""
    fatal = {i.order for i in items if i.toll.harm is Harm.KILLED and i.high and not i.toll.perpetrator}
    for i in items:
        hurt = i.toll.harm is Harm.INJURED
        if i.sketch is not None and (every or i.counted in _SINGLE):
            yield Told(
                i.order,
                i.sketch,
                i.counted,
                i.toll.harm,
                None,
                i.rule in _ALIVE,
                i.toll.perpetrator,
                i.also,
                i.rule in _WOUNDED,
                hurt and i.mild,
                hurt and i.order in fatal,
            )
    articles = {i.toll.article for i in items}
    for s in sentences.values():
        if s.article in articles and not s.repeat:
            for found in identities_of(s, lexicon):
                how = "pronoun" if found.pronoun else "definite"
                yield Told(int(s.id.rpartition("s")[2]), found.whom, how, None, found.who)


# -------------------------------------------------------------------------------------------- in numbers


#: Rules whose victims may be dead or alive: those who were hit.
_HIT = frozenset(
    {"shot", "shot-state", "hit", "suffer-wounds", "shooting-of", "with-wounds", "hit-by-fire", "sent-to-hospital"}
)


def _kind(item: _Item) -> str:
    if item.counted == "zero" or item.high == 0:
        return "zero"
    if item.counted == "plural":
        return "crowd" if item.rule in _HIT else "plural"
    if item.counted in _SINGLE:
        return "singles"
    if item.rule in _ALIVE:
        return "treated"
    if item.more or (item.also and item.rule in _HIT and item.counted == "number"):
        return "more"  # "two passengers were also shot": others than those told of before
    wounds = item.rule in ("suffer-wounds", "with-wounds") and item.mild
    return "shot" if item.rule in _HIT and not wounds else "number"


def _tellings(items: list[_Item], harm: Harm, sources: Mapping[str, str]) -> list[Telling]:
    """Sentence by sentence, the sum of what is told side by side."""
    beside = {i.order for i in items if i.toll.harm is not harm and i.toll.part_of is None and i.high}
    groups: dict[tuple[int, str, bool], list[_Item]] = {}
    for i in items:
        if i.toll.harm is harm:  # a number set against another is not added to it
            groups.setdefault((i.order, _voice(i, sources), i.rival), []).append(i)
    out: list[Telling] = []
    for (order, source, _), group in groups.items():
        if len(group) > 1:  # "X and her son were both killed"
            group = [i for i in group if i.toll.text.lower() != "both"] or group
        told = [i for i in group if i.toll.cumulative and i.counted not in _SINGLE] or group
        kinds = [_kind(i) for i in told]
        for kind in dict.fromkeys(kinds):
            same = [i for i, k in zip(told, kinds, strict=True) if k == kind]
            name = kind
            if kind == "treated":  # "her mother and two brothers were being treated"
                rules = {i.rule for i in same}
                same += [i for i, k in zip(told, kinds, strict=True) if k == "singles" and i.rule in rules]
            if kind in ("more", "number", "shot"):  # "a teacher and two others", "he and three others"
                singles = [i for i, k in zip(told, kinds, strict=True) if k == "singles"]
                singles = [i for i in singles if i.counted != "pronoun"] or singles  # "a girl … she and two others"
                if kind == "shot" and _all_told(same, singles, items):
                    continue
                same += [i for i in singles if i.counted != "pronoun" or kind == "more"]
                hit = all(i.rule in _HIT for i in same)  # "Ada Brell was shot along with three others"
                name = ("shot" if hit else "number") if kind == "more" and singles else kind
                if kind == "more" and any(k in ("number", "shot") for k in kinds):
                    continue
                if kind in ("number", "shot"):
                    same += [i for i, k in zip(told, kinds, strict=True) if k == "more"]
            same = list({_phrase(i): i for i in same if i.counted != "zero"}.values()) or same
            same = _told_once(same)
            vague = [i for i in same if i.counted == "vague"]
            if len(vague) > 1:  # "a number of people, dozens according to some": not added up
                same = [i for i in same if i.counted != "vague"] + [max(vague, key=lambda i: i.high)]
            running = [i for i in same if i.toll.cumulative]
            low, high = sum(i.low for i in same), sum(i.high for i in same)
            if running and kind != "singles":
                low, high = max(i.low for i in running), max(i.high for i in running)
            part = any(k in ("singles", "more") for i, k in zip(told, kinds, strict=True) if i in same)
            part = part or (len(same) == 1 and high == 1 and _kind_of_person(same[0]))
            part = part or (bool(source) and all(own_people(i.toll.text) for i in same))
            part = part or all(i.rule in ("in-condition", "in-hospital") or i.more or i.rest for i in same)
            guess = name in ("number", "shot", "more") and all(i.counted == "vague" for i in same)
            most = len(same) == 1 and _is_most(same[0])
            some = all(_is_armed(i) or i.toll.victims.group for i in same)
            kind_of = all(_kind_of_person(i) or own_people(i.toll.text) for i in same)
            out.append(
                Telling(
                    source,
                    order,
                    low,
                    high,
                    name,
                    order in beside,
                    guess,
                    part,
                    most,
                    same[0].title,
                    some,
                    kind_of,
                    any(i.rival and not i.toll.victims.group for i in same),
                )
            )
    return out


def _told_once(same: list[_Item]) -> list[_Item]:
    """Without a number told twice in one sentence: "4 SHOT IN NORWICK Police are looking for who shot four people"."""
    out: list[_Item] = []
    for i in same:
        if not any(_is_again(i, o) for o in out):
            out.append(i)
    return out


def _is_again(i: _Item, o: _Item) -> bool:
    if not {i.rule, o.rule} <= {"shot", "shot-state"} or not i.counted == o.counted == "number" or i.more or o.more:
        return False
    words, others = i.toll.text.lower().split(), o.toll.text.lower().split()
    same = (i.low, i.high) == (o.low, o.high) and i.high > 1
    return same and (len(words) == 1 or len(others) == 1 or words[-1] == others[-1])


def _all_told(hit: list[_Item], singles: list[_Item], items: list[_Item]) -> bool:
    """ "Shot two brothers, killing the younger and wounding the elder": the number is told again, one by one."""
    order = hit[0].order
    dead = [i for i in items if i.order == order and i.toll.harm is Harm.KILLED and i.counted in _SINGLE]
    told = sum(i.high for i in hit)
    return len(hit) == 1 and told > 1 and bool(dead) and told == len(dead) + len(singles)


def _is_most(item: _Item) -> bool:
    """ "Up to 27": somebody says fewer."""
    return item.counted == "number" and item.toll.low == 1 and item.low == item.high > 1


def _phrase(item: _Item) -> tuple[str, int]:
    """What tells two phrases apart: "one man was hit in the leg, one man in the arm" are two."""
    return item.toll.text.lower(), item.toll.span.start if item.high == 1 else 0


#: Nouns for anyone: "one person was killed" is a whole number of dead, "one engineer was killed" need not be.
_ANYONE = frozenset(["person", "people", "one", "individual", "death", "fatality", "injury", "civilian"])


def _kind_of_person(item: _Item) -> bool:
    words = item.toll.text.lower().split()
    return not _ANYONE & set(words[-1:]) and len(words) > 1


_FORCES = frozenset({"officers", "police", "policemen", "guards", "troopers", "deputies"})


def _is_armed(item: _Item) -> bool:
    """Whether the number is of the armed only: "three officers were hurt, police said" need not be all who were."""
    words = set(item.toll.text.lower().split())
    return item.toll.victims.status is VictimStatus.COMBATANT or bool(_FORCES & words)
