"""Sums: the tolls that one source tells side by side, added up, and the earlier number that they replace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.records import Toll, TollRange


def is_whole(toll: Toll) -> bool:
    """Whether it is not a part of another number, nor the attacker's own death."""
    return toll.part_of is None and not toll.perpetrator


def is_count(toll: Toll) -> bool:
    """Whether the toll says how many: a person told of alone ("a girl of six died") leaves open who else did."""
    return toll.low != 1 or toll.text.casefold().split()[0] in ("one", "1", "only", "just")


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


#: Words by which a body counts its own people and no others: "two of its drivers", "our staff".
_OWN_PEOPLE = re.compile(
    r"\b(?:its|their|our) (?:own )?(?:[\w-]+ )?(?:staff|employees|workers|members|volunteers|personnel|colleagues"
    r"|soldiers|troops|men|fighters|officers|drivers|nurses|medics|crew)\b",
    re.I,
)


def own_people(text: str) -> str | None:
    """The words by which a number counts the speaker's own people only; None: it may count anybody."""
    own = _OWN_PEOPLE.search(text)
    return " ".join(own[0].casefold().split()) if own else None


_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip


def counted_on(toll: Toll) -> int | None:
    """How many there are with the one that a toll tells of: 3 for "a third worker"; None: it does not say."""
    if (toll.low, toll.high) != (1, 1):
        return None
    return next((_ORDINALS.index(w) + 2 for w in toll.text.casefold().split() if w in _ORDINALS), None)
