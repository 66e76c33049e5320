"""Sums: the tolls that one source tells side by side, added up, and the earlier number that they replace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.records import Harm, Toll, TollRange


def is_whole(toll: Toll) -> bool:
    """Whether it is not a part of another number, nor the attacker's own death."""
    return toll.part_of is None and not toll.perpetrator


def is_count(toll: Toll) -> bool:
    """Whether the toll says how many: a person told of alone ("a girl of six died") leaves open who else did."""
    ranged = toll.high not in (1, None)  # "no more than four"
    return toll.low != 1 or ranged or toll.text.casefold().split()[0] in ("one", "1", "only", "just")


def added(tolls: Iterable[Toll]) -> TollRange:
    """The sum of tolls told side by side; open upwards where one of them is."""
    tolls = list(tolls)
    highs = [t.high if is_count(t) else None for t in tolls]
    return sum(t.low for t in tolls), None if None in highs else sum(h for h in highs if h is not None)


def replaced_by(tolls: list[Toll], former: Sequence[Toll]) -> TollRange | None:
    """The earlier number that these take the place of: the one in their sentence, else the article's only one."""
    others = [t for t in former if t not in tolls]
    near = [t for t in others if t.sentence in {own.sentence for own in tolls}]
    chosen = near[:1] or (others if len({(t.low, t.high) for t in others}) == 1 else [])
    return next(((t.low, t.high) for t in chosen), None)


def listed(texts: list[str]) -> str:
    """ "a, b and c"."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


#: Rules of harm that tell of those whom somebody has buried: some of the dead, or all.
BURIED = frozenset({"buried", "laid-to-rest"})
#: Where, when or of what some of the dead died.
_WHERE_DIED = re.compile(
    r"(?:on (?:the|their|his|her) way to|en route to|before (?:reaching|arriving|help)|on arrival|at the scene"
    r"|on the spot|in (?:the |an )?(?:hospital|ambulance|clinic)|in surgery"
    r"|at (?:the |a )?(?:[\w-]+ )?(?:hospital|clinic)|of (?:their|his|her) (?:[\w-]+ )?(?:wounds|injuries|burns)"
    r"|instantly|immediately|overnight|later)\b",
    re.I,
)
_DIED = re.compile(r" ?(?:had |have |has )?(?:later |then |also )?(?:died|dead|perished|succumbed)\b[^,;]{0,40}", re.I)
_NOTED = re.compile(r" \((?:buried|died [^)]*|of those known)\)$")
#: Those of some kind of whom the reader is taken to know: "the three men", "the seven civilians"; of "the seven people"
#: nothing says that there were others.
_KNOWN = re.compile(r"\b(?:the|these|those) ?$", re.I)
_OF_THOSE = re.compile(r"\bof (?:the|those|these|them)\b", re.I)
_THE_REST = re.compile(r"(?:the|his|her|their) (?:other|remaining|rest)\b(?! side)", re.I)
#: What one man saw of it: "a neighbour saw two people carried off".
_SEEN = re.compile(r"\b(?:saw|seen|watched|noticed)(?: at least| about| some)? ?$", re.I)
_EVERYBODY = frozenset({"people", "persons", "victims", "dead", "killed", "bodies", "others", "fatalities", "deaths"})


#: Rules of those who were hit, and may be dead: "the four nurses shot on Monday".
_SHOT = frozenset({"shot", "shot-state", "hit", "hit-by-fire"})


def of_some(toll: Toll, before: str, behind: str) -> str | None:
    """What keeps a number of dead from being that of all: "buried", "died on the way to hospital"; None: nothing.

    ``before``, ``behind``: the sentence up to the toll, and from its end on.
    """
    rule = toll.rule.partition("/")[0]
    if not toll.low or toll.harm not in (Harm.KILLED, Harm.INJURED):
        return None
    if rule in BURIED:
        return "buried"
    if _THE_REST.match(toll.text) or _SEEN.search(before):
        return "of those known"
    if _OF_THOSE.search(toll.text) and not is_further(toll, behind):
        return "of those known"
    if toll.harm is Harm.INJURED and rule not in _SHOT:
        return None
    if toll.low > 1 and _KNOWN.search(before) and not _EVERYBODY & set(toll.text.casefold().split()[1:]):
        return "of those known" if " " in toll.text else None
    died = _DIED.match(behind)
    where = _WHERE_DIED.search(died[0]) if died else None
    return f"died {where[0].casefold()}" if where else None


_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|several|many|some|a few|numerous|countless|tens of)\b", re.I
)
_FIRM = re.compile(
    r"\d|\b(?:some|at least|more than|over) (?:\d|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)", re.I
)


_HIT = re.compile(r"\b(?:shot|stabbed|hit|struck|knifed)\b", re.I)
_ALIVE = re.compile(
    r"\b(?:wound\w*|injur\w*|hurt|maimed|burn\w*|hospital\w*|condition|survive\w*|surgery|stable)\b", re.I
)


def is_hit(sentence: str) -> bool:
    """Whether a sentence only says that people were hit, dead or alive: "seven were shot"."""
    return _HIT.search(sentence) is not None and _ALIVE.search(sentence) is None


def is_loose(value: str) -> bool:
    """Whether a number is told in words that leave it open: "scores of people"."""
    return _VAGUE.search(value) is not None and _FIRM.search(value) is None


_AND_HIM = re.compile(
    r"(?: [\w’'-]+){0,3},? (?:\(?including|among them|counting|with) the "
    r"(?:gunman|shooter|attacker|assailant|bomber|suspect|perpetrator|hijacker)\b",
    re.I,
)


def with_the_attacker(behind: str) -> bool:
    """Whether a number has the attacker in it: "four, including the gunman". ``behind``: the words from its end on."""
    return _AND_HIM.match(behind) is not None


def is_noted(value: str) -> bool:
    """Whether an account's number is marked as of some only, as :func:`of_some` says."""
    return _NOTED.search(value) is not None


#: Words by which a body counts its own people and no others: "two of its drivers", "our staff".
_OWN_PEOPLE = re.compile(
    r"\b(?:its|their|our|his|her) (?:own )?(?:[\w-]+ )?(?:staff|employees|workers|members|volunteers|personnel"
    r"|colleagues|soldiers|troops|men|fighters|officers|drivers|nurses|medics|crew)\b",
    re.I,
)


def own_people(text: str) -> str | None:
    """The words by which a number counts the speaker's own people only; None: it may count anybody."""
    own = _OWN_PEOPLE.search(text)
    return " ".join(own[0].casefold().split()) if own else None


#: Nouns for whoever was there: to count them is to count everybody. A company's own passengers are all who were there;
#: "six passengers" may be six of nine dead.
_WHOEVER = re.compile(
    r"\b(?:(?:its|their|our) passengers|bystanders?|passers-?by|onlookers?|persons?|victims?|people)$", re.I
)


def is_whoever(toll: Toll) -> bool:
    """Whether the people are named as those who happened to be there ("eight bystanders"): no kind of their own."""
    plain = toll.victims.group is None and "civilian" not in toll.text.casefold()
    return plain and _WHOEVER.search(toll.text) is not None


#: Those who die are some of the wounded told before; the missing, some of those still looked for.
_OF_THE_HURT = re.compile(
    r"\bof (?:the|those|its|their|our) (?:[\w-]+ ){0,2}(?:wounded|injured|hurt|hospitali[sz]ed|missing)\b", re.I
)
_WHO_WERE_HURT = re.compile(
    r",? ?(?:(?:who|that) (?:was|were|had been|have been) (?:[\w-]+ ){0,2})?"
    r"(?:wounded|injured|hurt|burnt|burned|missing|shot|stabbed)\b(?! (?:alive|dead|to death)\b)"
    r"(?! (?:and|or)\b)",
    re.I,
)
_MORE_BODIES = re.compile(r"\b(?:more|another|further|additional|other)\b(?! than\b).*\b(?:bodies|corpses)\b", re.I)
_SINCE = re.compile(r"\b(?:since|later|afterwards|subsequently)\b", re.I)


def is_further(toll: Toll, behind: str) -> bool:
    """Whether the dead come on top of those counted before: "two of the wounded have died", "three more bodies".

    ``behind``: the sentence from the toll's end on.
    """
    if toll.harm is not Harm.KILLED or toll.cumulative or (toll.high or toll.low) == 0:
        return False
    if _OF_THE_HURT.search(toll.text) or _MORE_BODIES.search(toll.text):
        return True
    return is_count(toll) and _WHO_WERE_HURT.match(behind.strip()) is not None


def is_late_death(toll: Toll, behind: str) -> bool:
    """Whether somebody dies who was only hurt before: those further dead, or one "guard who was wounded on Monday"."""
    if toll.harm is not Harm.KILLED or toll.cumulative or not toll.low:
        return False
    one = toll.low == 1 and _WHO_WERE_HURT.match(behind.strip()) is not None
    return one or is_further(toll, behind)


_LATE = " (wounded before)"


def late(value: str) -> str:
    """The words of an account of somebody who was hurt and has died since."""
    return value + _LATE


def is_late(value: str) -> bool:
    """Whether an account is marked so."""
    return value.endswith(_LATE)


def is_since(sentence: str) -> bool:
    """Whether a sentence tells what came after what was told before it: "since then two of the wounded have died"."""
    return _SINCE.search(sentence) is not None


#: Rules of harm that say who is cared for, and words for those who are so yet.
_CARED_FOR = frozenset({
    "treated", "treat-patients", "treat-people", "in-condition", "in-hospital", "in-care", "were-treated",
    "need-treatment", "need-care", "recovering", "fight-for-life", "took-to-hospital",
})  # fmt: skip
_STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b", re.I)


def is_of_the_rest(toll: Toll, sentence: str) -> bool:
    """Whether the number is only of those who are not well yet: "nine are still in hospital"."""
    cared = toll.harm is Harm.INJURED and toll.rule.partition("/")[0] in _CARED_FOR
    return (cared and _STILL.search(sentence) is not None) or _STILL_THERE.search(sentence) is not None


_STILL_THERE = re.compile(r"\b(?:still|remain(?:s|ed|ing)?) (?:\w+ )?hospitali[sz]ed\b", re.I)

_AGAINST = re.compile(
    r"\b(?:but|though|although|however,?) (?:[\w’'-]+ ){0,6}?"
    r"(?:said|says|put|puts|counted|counts|spoke|speaks|gave|gives)\b"
    r"|\b(?:said|says|counted|spoke|speaks|of|that|at) (?:only|just)\b|\b(?:insist(?:s|ed)|maintain(?:s|ed))\b"
    r"|\b(?:count|estimate|figure|number|tally|toll) of (?:[\w’'-]+ ){1,4}?(?:was|were|is|has been|have been) "
    r"(?:challenged|contested|contradicted|denied|disputed|doubted|questioned|rejected)\b",
    re.I,
)


def is_set_against(before: str) -> bool:
    """Whether the words before a number set it against another: "confirmed the raid but said that three had died"."""
    return _AGAINST.search(before) is not None


_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip


def counted_on(toll: Toll) -> int | None:
    """How many there are with the one that a toll tells of: 3 for "a third worker"; None: it does not say."""
    return _rank_in(toll.text) if (toll.low, toll.high) == (1, 1) else None


def has_rank(value: str) -> bool:
    """Whether an account counts by the rank of the last one: "a fourth victim"."""
    return _rank_in(value) is not None


def _rank_in(text: str) -> int | None:
    return next((_ORDINALS.index(w) + 2 for w in text.casefold().split() if w in _ORDINALS), None)
