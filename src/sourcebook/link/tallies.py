"""Tallies: what accounts add up to. Who counts, who is independent of whom, the range of a toll, what is contested.

All functions are on a list of accounts, whether of one page or of many, so that a page and a store count alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from sourcebook.records import Account, Question, SourceKind, Stance, TollRange, VictimStatus

#: Stances that tell of an event. The others deny it, refuse to speak of it, or speak of what is to come.
TELLING = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ACCUSE, Stance.ADMIT, Stance.CONDEMN, Stance.SUPPORT})
DENYING = frozenset({Stance.DENY, Stance.DISPUTE})

#: Kinds of sources that are many people under one name: "witnesses" of two reports are not the same ones.
UNNAMED_KINDS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})

#: Value of an occurrence account that tells that it did not happen.
NOT_HAPPENED = "did not happen"

#: Words before a name that come and go between reports.
TITLES = frozenset({
    "the", "a", "an", "mr", "mrs", "ms", "dr", "prof", "professor", "doctor", "sir", "col", "colonel", "gen", "general",
    "brig", "brigadier", "maj", "major", "lt", "lieutenant", "capt", "captain", "sgt", "sergeant", "adm", "admiral",
    "president", "minister", "governor", "mayor", "senator", "sheikh", "commander", "chief", "spokesman", "spokeswoman",
    "spokesperson", "judge", "police",
})  # fmt: skip

Key = tuple[str, ...]


def tells(account: Account) -> bool:
    """Whether the account says that the event took place, or something about it that presupposes it."""
    return account.stance in TELLING and account.value != NOT_HAPPENED


def is_author(account: Account) -> bool:
    """Whether the report itself speaks."""
    return account.claim is None


def source_key(account: Account) -> Key:
    """Who speaks, across reports: two accounts with one key come from one source.

    An entity is the same everywhere, and so is a source with a name; an anonymous one, and witnesses and relatives,
    are known only within their lineage; the report's own voice is that of its lineage.
    """
    if is_author(account):
        return ("author", account.lineage)
    own = account.entity is not None and account.entity.startswith(f"{account.article}.")  # an id of this page alone
    if account.anonymous or account.kind in UNNAMED_KINDS:
        return ("unnamed", account.lineage, folded(account.source))
    if account.entity and not own:
        return ("entity", account.entity)
    return ("named", name_of(account.source))


def name_of(source: str) -> str:
    """The name in a source's description: "a clan elder, Abdi Farah" and "Col. Abdi Farah" are one.

    The body that a spokesman speaks for; else the longest run of capitalised words, titles left out; where there are
    not two, all of it.
    """
    if body := spoken_for(source):
        return body
    runs: list[list[str]] = [[]]
    for word in source.replace(",", " , ").split():
        if word[:1].isupper() and word.rstrip(".").casefold() not in TITLES:
            runs[-1].append(word.casefold())
        else:
            runs.append([])
    longest = max(runs, key=len)
    return " ".join(longest) if len(longest) > 1 else folded(source)


def spoken_for(source: str) -> str | None:
    """The body for which a spokesman speaks, by his description: "army" of "army spokesman Col. Amir Said"."""
    found = _SPEAKS_FOR.match(source) or _SPOKEN_FOR.match(source)
    body = folded(found["body"]) if found else ""
    return body if body and body not in _WHOSE else None


_SPOKEN_FOR = re.compile(r"(?P<body>[^,;]+?) spokes(?:man|woman|person|people)\b", re.I)
_SPEAKS_FOR = re.compile(r"(?:an? |the )?spokes(?:man|woman|person) (?:for|of) (?P<body>[^,;]+)", re.I)
#: Words before "spokesman" that name no body.
_WHOSE = frozenset({"its", "his", "her", "their", "a", "an", "the", "another", "one", "chief", "official"})


#: Where the name of a source ends and a clause about it begins.
_CLAUSE = re.compile(r",? (?:who|which|whose|whom|where|that)\b|, (?:speaking|quoting|citing|asking|requesting)\b")


def without_clauses(source: str) -> str:
    """The name and apposition of a source: "a nurse, Ana Gil" of "a nurse, Ana Gil, who saw it"."""
    found = _CLAUSE.search(source)
    return source[: found.start()] if found and found.start() else source


def longest_names(sources: Iterable[str]) -> list[str]:
    """Sources by name, each body once, under its longest: not "the ministry" beside "the Health Ministry"."""
    named: dict[str, str] = {}
    for source in sources:
        named.setdefault(folded(without_clauses(source)), without_clauses(source))
    return [name for key, name in named.items() if not any(other.endswith(f" {key}") for other in named)]


def folded(text: str) -> str:
    """Lower case, white space as one blank, no article in front: for comparing names as written."""
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def independent(accounts: Iterable[Account]) -> tuple[Key, ...]:
    """The independent sources that tell of the event, sorted.

    A report's own voice counts only where its lineage names no one who tells it. A source counts once in all,
    and so once a lineage: ten reprints of a wire story add nothing, nor does a denial.
    """
    telling = [a for a in accounts if tells(a)]
    sourced = {a.lineage for a in telling if not is_author(a)}
    counted = [a for a in telling if not is_author(a) or a.lineage not in sourced]
    return tuple(sorted(_bodies_joined(counted)))


def _bodies_joined(accounts: Iterable[Account]) -> set[Key]:
    """The keys of sources, a body's short name left out beside its longer one: "ministry", "the Health Ministry".

    Two ministries that may both be meant keep the short name apart.
    """
    names: dict[Key, set[str]] = {}
    for a in accounts:
        known = spoken_for(a.source) or folded(a.source)
        names.setdefault(source_key(a), set()).add("" if a.anonymous or is_author(a) else known)
    short = {key for key, called in names.items() if all(_longer(name, key, names) == 1 for name in called)}
    return set(names) - short


def _longer(name: str, key: Key, names: dict[Key, set[str]]) -> int:
    """How many other sources have a name that ends in this one."""
    if not name:
        return 0
    return sum(any(n.endswith(f" {name}") for n in called) for other, called in names.items() if other != key)


def hull(ranges: Iterable[TollRange | None]) -> TollRange | None:
    """Lowest low and highest high; None where no one gives a number. ``high`` is None where all are open upwards."""
    given = [r for r in ranges if r is not None]
    highs = [high for _, high in given if high is not None]
    if not given:
        return None
    return min(low for low, _ in given), max([*highs, *(low for low, _ in given)]) if highs else None


def totals_of(accounts: Iterable[Account], question: Question) -> dict[Key, TollRange]:
    """What each source gives as the number killed or injured: its own lowest low and highest high."""
    by_source: dict[Key, dict[VictimStatus, list[TollRange]]] = {}
    for a in accounts:
        if a.question is question and a.low is not None and tells(a):
            by_source.setdefault(source_key(a), {}).setdefault(a.victims, []).append((a.low, a.high))
    return {key: _total(statuses) for key, statuses in sorted(by_source.items())}


def _total(statuses: dict[VictimStatus, list[TollRange]]) -> TollRange:
    if VictimStatus.UNKNOWN in statuses:
        return _hull(statuses[VictimStatus.UNKNOWN])
    parts = [_hull(ranges) for _, ranges in sorted(statuses.items())]
    highs = [high for _, high in parts]
    return sum(low for low, _ in parts), None if None in highs else sum(h for h in highs if h is not None)


def _hull(ranges: Sequence[TollRange]) -> TollRange:
    highs = [high for _, high in ranges]
    return min(low for low, _ in ranges), None if None in highs else max(h for h in highs if h is not None)


def disjoint(a: TollRange, b: TollRange) -> bool:
    """Whether no number fits both."""
    return (a[1] is not None and a[1] < b[0]) or (b[1] is not None and b[1] < a[0])


def contested(accounts: Sequence[Account]) -> tuple[Question, ...]:
    """The questions on which sources contradict each other, in the order of :class:`Question`.

    Numbers contradict if no number fits both; actors and targets if they are different parties; the event itself
    if one source tells it and another says that it did not happen. A denial of responsibility contradicts the
    one who gives it. Who refuses to comment contradicts no one.
    """
    found = {q for q in (Question.KILLED, Question.INJURED) if _numbers_contradict(accounts, q)}
    if any(map(tells, accounts)) and any(_denies(a, Question.OCCURRENCE) for a in accounts):
        found.add(Question.OCCURRENCE)
    for question in (Question.RESPONSIBILITY, Question.TARGET):
        said = [a for a in accounts if a.question is question and tells(a)]
        if said and any(_denies(a, question) for a in accounts):
            found.add(question)
        if any(_other_answer(a, b) for a, b in combinations(said, 2)):
            found.add(question)
    found |= {q for q in (Question.KILLED, Question.INJURED) if _number_denied(accounts, q)}
    return tuple(q for q in Question if q in found)


def _numbers_contradict(accounts: Sequence[Account], question: Question) -> bool:
    said = [a for a in accounts if a.question is question and a.low is not None and tells(a)]
    for status in VictimStatus:
        totals = totals_of([a for a in said if a.victims is status], question)
        if any(disjoint(a, b) for a, b in combinations(totals.values(), 2)):
            return True
    return False


def _number_denied(accounts: Sequence[Account], question: Question) -> bool:
    return any(_denies(a, question) for a in accounts) and any(
        a.question is question and a.low is not None and tells(a) for a in accounts
    )


def _denies(account: Account, question: Question) -> bool:
    return account.question is question and (account.stance in DENYING or account.value == NOT_HAPPENED)


def _other_answer(a: Account, b: Account) -> bool:
    """Whether two accounts name parties known to be different: unknown ones may be the same under two names."""
    if a.answer is None or b.answer is None or a.answer == b.answer or folded(a.value) == folded(b.value):
        return False
    return source_key(a) != source_key(b)


def contradicts(a: Account, others: Iterable[Account]) -> bool:
    """Whether an account is contradicted by another on the same question, as :func:`contested` understands it.

    Of a number: whether all that its source gives, from lowest to highest, lies apart from all that another gives.
    """
    same = [b for b in others if b.question is a.question and b != a]
    if _denies(a, a.question) or (tells(a) and any(_denies(b, a.question) for b in same)):
        return True
    if a.question in (Question.KILLED, Question.INJURED):
        if a.low is None or not tells(a):
            return False
        totals = totals_of([b for b in (a, *same) if b.victims is a.victims], a.question)
        return any(disjoint(totals[source_key(a)], other) for key, other in totals.items() if key != source_key(a))
    return a.question in (Question.RESPONSIBILITY, Question.TARGET) and any(
        _other_answer(a, b) for b in same if tells(b)
    )


def told_finer(a: Account, others: Iterable[Account]) -> bool:
    """Whether it only says where ("Portugal") what another says more finely ("Évora, PT")."""
    if a.question is not Question.PLACE:
        return False
    ends = tuple(f", {end}" for end in (a.value, a.answer) if end)
    return any(b.question is Question.PLACE and b.value.endswith(ends) for b in others)
