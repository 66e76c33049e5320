"""Sentence sums: what one sentence tells side by side of an incident's dead, or of its injured, added up."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.link.items import ALIVE, SINGLE, Item
from sourcebook.link.spreads import Telling
from sourcebook.link.sums import own_people
from sourcebook.records import Harm, VictimStatus

#: The voice of an earlier count of which the text does not say whose it was.
_SOMEONE = "earlier"


def _voice(item: Item, sources: Mapping[str, str]) -> str:
    own = sources.get(item.toll.claim or "", "")
    return f"{_SOMEONE} {own}" if item.earlier else own


#: Rules whose victims may be dead or alive: those who were hit.
_HIT = frozenset(
    {"shot", "shot-state", "hit", "suffer-wounds", "shooting-of", "with-wounds", "hit-by-fire", "sent-to-hospital"}
)


def _kind(item: Item) -> str:
    if item.counted == "zero" or item.high == 0:
        return "zero"
    if item.counted == "plural":
        return "crowd" if item.rule in _HIT else "plural"
    if item.counted in SINGLE:
        return "singles"
    if item.rule in ALIVE:
        return "treated"
    if item.more or (item.also and item.rule in _HIT and item.counted == "number"):
        return "more"  # "two passengers were also shot": others than those told of before
    wounds = item.rule in ("suffer-wounds", "with-wounds") and item.mild
    return "shot" if item.rule in _HIT and not wounds else "number"


def tellings_of(items: list[Item], harm: Harm, sources: Mapping[str, str]) -> list[Telling]:
    """Sentence by sentence, the sum of what is told side by side."""
    beside = {i.order for i in items if i.toll.harm is not harm and i.toll.part_of is None and i.high}
    groups: dict[tuple[int, str, bool], list[Item]] = {}
    for i in items:
        if i.toll.harm is harm:  # a number set against another is not added to it
            groups.setdefault((i.order, _voice(i, sources), i.rival), []).append(i)
    out: list[Telling] = []
    for (order, source, _), group in groups.items():
        if len(group) > 1:  # "X and her son were both killed"
            group = [i for i in group if i.toll.text.lower() != "both"] or group
        told = [i for i in group if i.toll.cumulative and i.counted not in SINGLE] or group
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


def _told_once(same: list[Item]) -> list[Item]:
    """Without a number told twice in one sentence: "4 SHOT IN NORWICK Police are looking for who shot four people"."""
    out: list[Item] = []
    for i in same:
        if not any(_is_again(i, o) for o in out):
            out.append(i)
    return out


def _is_again(i: Item, o: Item) -> bool:
    if not {i.rule, o.rule} <= {"shot", "shot-state"} or not i.counted == o.counted == "number" or i.more or o.more:
        return False
    words, others = i.toll.text.lower().split(), o.toll.text.lower().split()
    same = (i.low, i.high) == (o.low, o.high) and i.high > 1
    return same and (len(words) == 1 or len(others) == 1 or words[-1] == others[-1])


def _all_told(hit: list[Item], singles: list[Item], items: list[Item]) -> bool:
    """ "Shot two brothers, killing the younger and wounding the elder": the number is told again, one by one."""
    order = hit[0].order
    dead = [i for i in items if i.order == order and i.toll.harm is Harm.KILLED and i.counted in SINGLE]
    told = sum(i.high for i in hit)
    return len(hit) == 1 and told > 1 and bool(dead) and told == len(dead) + len(singles)


def _is_most(item: Item) -> bool:
    """ "Up to 27": somebody says fewer."""
    return item.counted == "number" and item.toll.low == 1 and item.low == item.high > 1


def _phrase(item: Item) -> tuple[str, int]:
    """What tells two phrases apart: "one man was hit in the leg, one man in the arm" are two."""
    return item.toll.text.lower(), item.toll.span.start if item.high == 1 else 0


#: Nouns for anyone: "one person was killed" is a whole number of dead, "one engineer was killed" need not be.
_ANYONE = frozenset(["person", "people", "one", "individual", "death", "fatality", "injury", "civilian"])


def _kind_of_person(item: Item) -> bool:
    words = item.toll.text.lower().split()
    return not _ANYONE & set(words[-1:]) and len(words) > 1


_FORCES = frozenset({"officers", "police", "policemen", "guards", "troopers", "deputies"})


def _is_armed(item: Item) -> bool:
    """Whether the number is of the armed only: "three officers were hurt, police said" need not be all who were."""
    words = set(item.toll.text.lower().split())
    return item.toll.victims.status is VictimStatus.COMBATANT or bool(_FORCES & words)
