"""Apart: numbers of dead or injured of the same people, one event and one time, that no one number fits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from sourcebook.link.sums import is_noted
from sourcebook.link.tallies import Key, disjoint, is_author, is_report, tells
from sourcebook.records import Account, Course, Question, SourceKind, TollRange, VictimStatus

Numbered = Sequence[tuple[int, Account]]
#: The places of two accounts, and why they cannot both be right.
Apart = tuple[int, int, str]


def numbers_apart(
    accounts: Numbered, question: Question, keys: Mapping[Account, Key], *, every: bool = False
) -> Iterator[Apart]:
    """Sources all of whose numbers of the same people lie apart from all that another gives.

    Of whom a number is: of everybody, of civilians or of soldiers only, of one group. More of some than another source
    counts of all are as impossible; fewer are not. Attackers may be counted in, where nobody says so. Of two numbers
    that many sources give the first two, unless ``every``.
    """
    numbers = [(n, a) for n, a in accounts if a.low is not None and tells(a)]
    sourced = {(a.page, a.low, a.high) for _, a in numbers if not is_author(a)}
    # a report's own number that a source in it gives is that source's
    numbers = [(n, a) for n, a in numbers if not (is_author(a) and (a.page, a.low, a.high) in sourced)]
    dead = _dead(keys) if question is Question.INJURED else frozenset()
    who = {n: keys[a] for n, a in numbers}
    if not any(a.victims is VictimStatus.COMBATANT for a in keys if a.question is question):
        numbers = [(n, _of_everybody(a)) for n, a in numbers]
    slack = max((a.attackers for a in keys if a.question is question), default=0)
    where, when = _towns_of(keys), _days_of(keys)
    totals = _totals(numbers, who, slack)
    alike: dict[tuple[object, ...], list[tuple[int, Account]]] = {}
    for n, a in numbers:
        alike.setdefault((a.low, a.high, str(a.victims), a.group or "", _range(a)), []).append((n, a))
    for one, other in combinations(sorted(alike, key=str), 2):
        why = _why_apart(alike[one][0][1], alike[other][0][1], slack)
        if why is None or _with_the_dead(alike[one][0][1], alike[other][0][1], dead):
            continue
        found = (
            (n, m, why)
            for n, a in alike[one]
            for m, b in alike[other]
            if who[n] != who[m]
            and (why is _MORE or disjoint(totals[who[n], a.victims, a.group], totals[who[m], b.victims, b.group]))
            and not (_goes_with(a, b) or _goes_with(b, a) or _is_another(a, b, where, when))
            and not (_sums_up(a, b, numbers, who, n) or _sums_up(b, a, numbers, who, m))
        )
        yield from found if every else islice(found, 1)


def _of_everybody(account: Account) -> Account:
    """A number of guests or villagers as one of everybody, where nobody counts fighters and it says no "civilians"."""
    whoever = account.group is None and _ANYBODY.search(account.value) is not None
    return replace(account, victims=VictimStatus.UNKNOWN) if whoever else account


#: Who was there, whoever they were: "eleven guests", "30 villagers"; workers and passengers may be some of all.
_ANYBODY = re.compile(
    r"^(?:[\w-]+ ){1,4}?(?:bystanders|customers|diners|guests|inhabitants|locals|patients|patrons|residents|shoppers"
    r"|townspeople|villagers|visitors|worshippers|mourners)$",
    re.I,
)
_MORE = "more of one kind than the other counts at all"


def _why_apart(a: Account, b: Account, slack: int) -> str | None:
    """Why two numbers cannot both be right, by what they are alone."""
    if (a.victims, a.group) == (b.victims, b.group):
        return "no number fits both" if disjoint(_widened(a, slack), _widened(b, slack)) else None
    for some, all_ in ((a, b), (b, a)):
        (low, _), (_, high) = _range(some), _range(all_)
        if _is_of_some(some, all_) and high is not None and low > high + slack:
            return _MORE
    return None


def _widened(account: Account, slack: int) -> TollRange:
    low, high = _range(account)
    return low, None if high is None else high + (0 if account.attackers else slack)


def _totals(
    numbers: Numbered, who: Mapping[int, Key], slack: int
) -> dict[tuple[Key, VictimStatus, str | None], TollRange]:
    """What each source gives in all as the number of everybody, of civilians, of a group."""
    of: dict[tuple[Key, VictimStatus, str | None], list[TollRange]] = {}
    for n, a in numbers:
        of.setdefault((who[n], a.victims, a.group), []).append(_widened(a, slack))
    return {
        key: (
            min(low for low, _ in given),
            None if any(high is None for _, high in given) else max(high for _, high in given if high is not None),
        )
        for key, given in of.items()
    }


def _dead(accounts: Iterable[Account]) -> frozenset[int]:
    """The exact numbers of dead that sources give."""
    told = (a for a in accounts if a.question is Question.KILLED and tells(a) and a.low == a.high)
    return frozenset(a.low for a in told if a.low)


def _with_the_dead(a: Account, b: Account, dead: frozenset[int]) -> bool:
    """Whether one counts the dead as well: "seven were shot, one fatally", and "one dead, six others hurt"."""
    few, many = sorted((a, b), key=lambda x: x.low or 0)
    if few.high is None or many.high is None or (many.low or 0) - few.high not in dead:
        return False
    if _HURT.search(many.quote_text) or _OTHERS.search(many.value):
        return False
    return _SHOT.search(f"{many.value} {many.quote_text}") is not None


_OTHERS = re.compile(r"\b(?:others?|more|else|survivors?)\b", re.I)
_SHOT = re.compile(r"\b(?:hit|shot|shooting|stabbed|stabbing|struck|victims?)\b", re.I)
_HURT = re.compile(r"\b(?:hurt|injur\w+|wound\w+)\b", re.I)


def _towns_of(accounts: Iterable[Account]) -> dict[str, set[str]]:
    """By page, the towns in which its sources say that it was."""
    out: dict[str, set[str]] = {}
    for a in accounts:
        if a.question is Question.PLACE and tells(a) and a.value.count(", ") == 2:
            out.setdefault(a.page, set()).add(a.value)
    return out


def _days_of(accounts: Iterable[Account]) -> dict[str, list[tuple[dt.date, dt.date]]]:
    """By page, the days on which its sources say that it was."""
    out: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for a in accounts:
        days = _DAY.findall(a.value) if a.question is Question.DATE and tells(a) else []
        if days and not a.value.startswith(("from", "until")):
            out.setdefault(a.page, []).append((dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[-1])))
    return out


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _name(town: str) -> str:
    """A town's name alone: of two towns of one name, one report may have been taken to mean the other."""
    return town.partition(", ")[0]


def _district(town: str) -> str:
    """Where a town is: a report may have a village by its name, another by the next town."""
    return town.partition(", ")[2]


#: What happens at night is dated to either day.
_A_NIGHT = dt.timedelta(days=1)


def _is_another(
    a: Account, b: Account, where: Mapping[str, set[str]], when: Mapping[str, list[tuple[dt.date, dt.date]]]
) -> bool:
    """Whether the pages of two numbers have it in two towns, or on two days: two sites, or two events taken for one."""
    one, other = where.get(a.page), where.get(b.page)
    days, others = when.get(a.page), when.get(b.page)
    of_one_day = bool(days and others and set(days) & set(others))
    if one and other and not {*map(_name, one)} & {*map(_name, other)}:
        near = of_one_day and {*map(_district, one)} & {*map(_district, other)}
        if not near:
            return True
    if not days or not others:
        return False
    return all(low - _A_NIGHT > h or high + _A_NIGHT < lo for low, high in days for lo, h in others)


def _range(account: Account) -> TollRange:
    """What an account's number leaves open: "about 40" may be 37, "15 so far" may become more."""
    low, high = account.low or 0, account.high
    width = max(1, low // 10) if _ABOUT.search(account.value) else 0
    if _SO_FAR.search(account.quote_text):
        high = None
    return low - width, None if high is None else high + width


_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|some|nearly|almost|close to|up to|or so)\b|~", re.I)


#: More may be found yet: "had recovered 15 bodies so far".
_SO_FAR = re.compile(r"\b(?:so far|thus far|as yet|until now|up to now)\b", re.I)


def _is_of_some(some: Account, all_: Account) -> bool:
    """Whether one number is of some of those whom another counts: of a group, or of civilians, beside everybody."""
    if all_.group is not None or (some.group == all_.group and some.victims is all_.victims):
        return False
    return all_.victims in (VictimStatus.UNKNOWN, some.victims)


def _goes_with(small: Account, large: Account) -> bool:
    """Whether a number is no rival of a larger one, by who gives it.

    A report's own number beside a source's in it, of some of those; the same in another report that came before; what
    a hospital has seen of the dead and hurt.
    """
    if disjoint(_range(small), _range(large)) and _range(small) < _range(large):
        if is_report(small) and small.page == large.page:
            return True
        if (
            is_noted(small.value)
            or _AMONG.search(small.quote_text)
            or _are_its_nationals(small)
            or _ON_ARRIVAL.search(small.quote_text)
        ):
            return True
        in_care = small.kind is SourceKind.NGO and small.question is Question.INJURED
        of_one_place = small.kind is SourceKind.MEDICAL or in_care or _HOUSE.search(small.quote_text)
        if of_one_place and _RECEIVED.search(small.quote_text):
            return True
    return False


#: Some of all: "four Germans were among the dead".
_AMONG = re.compile(r"\bamong (?:the|those|them)\b", re.I)


def _are_its_nationals(account: Account) -> bool:
    """Whether a state's own office counts its people: "four Germans", said by the German Foreign Ministry."""
    last = account.value.rpartition(" ")[2]
    abroad = account.kind is SourceKind.GOVERNMENT and last[:1].isupper()
    return abroad and re.search(rf"\b{re.escape(last[:4])}", account.source) is not None


def _sums_up(own: Account, other: Account, numbers: Numbered, who: Mapping[int, Key], n: int) -> bool:
    """Whether a report's number is a later summary, and not what the same voice has held all along."""
    if not _is_later_summary(own, other):
        return False
    mine = [a.said for k, a in numbers if who[k] == who[n] and (a.low, a.high) == (own.low, own.high) and a is not own]
    since = (other.said and other.said.low) or dt.date.min
    return not any(said is not None and (said.low or dt.date.max) <= since for said in mine)


#: Only whom a hospital has seen, whoever tells it.
_ON_ARRIVAL = re.compile(r"\bdead on arrival\b", re.I)
_HOUSE = re.compile(r"\b(?:hospital|clinic|infirmary|morgue|mortuary|ward)\b", re.I)
#: What a hospital has seen is some of it: "received", "is treating".
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|treat(?:s|ed|ing)|admitted|taken in|brought (?:here|in|there|to)|operated on|looking after"
    r"|reach(?:ed)? our)\b",
    re.I,
)


def _is_later_summary(own: Account, other: Account) -> bool:
    """Whether a report sums up in its own voice, on a later day, what a source has not said again since."""
    if not is_report(own) or own.course is Course.DENIED or is_report(other) or own.said is None:
        return False
    given = other.again or other.said
    return given is not None and (own.said.low or dt.date.min) > (given.high or given.low or dt.date.max)
