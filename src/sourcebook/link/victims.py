"""Victims: whether the one person who was harmed in each of two incidents may be the same, by sex and age."""

from __future__ import annotations

import re

from sourcebook.records import Incident, TollRange

_ONE = (1, 1)
#: Reports differ by so many years on the age of one person.
_YEARS = 2
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old\b")
_MALE = frozenset({"man", "boy", "father", "son", "husband", "brother", "grandfather", "uncle", "nephew", "businessman",
                   "policeman", "fisherman", "watchman"})  # fmt: skip
_FEMALE = frozenset({"woman", "girl", "mother", "daughter", "wife", "sister", "grandmother", "aunt", "niece",
                     "businesswoman", "policewoman"})  # fmt: skip


def are_two_people(a: Incident, b: Incident) -> bool:
    """Whether one person was harmed in each, a man here and a woman there, or of 27 years here and of 45 there.

    Who was killed beside others, or hurt beside the dead, tells nothing: reports name one of them each.
    """
    if not _is_one(a.killed, a.injured, b.killed, b.injured) and not _is_one(a.injured, a.killed, b.injured, b.killed):
        return False
    one, other = _sexes(a), _sexes(b)
    if len(one) == len(other) == 1 and one != other:
        return True
    years, others = _ages(a), _ages(b)
    return bool(years and others) and all(abs(x - y) > _YEARS for x in years for y in others)


def _is_one(harm: TollRange | None, rest: TollRange | None, other: TollRange | None, more: TollRange | None) -> bool:
    return harm == other == _ONE and not any(toll and (toll[0] or toll[1]) for toll in (rest, more))


def _sexes(incident: Incident) -> set[str]:
    """The sexes of those harmed, as far as the words for them say."""
    words = [p.text.casefold().split() for p in incident.recipients]
    return {sex for sex, known in (("m", _MALE), ("f", _FEMALE)) if any(w and w[-1] in known for w in words)}


def _ages(incident: Incident) -> set[int]:
    return {int(m[1]) for p in incident.recipients for m in _AGE.finditer(p.text)}
