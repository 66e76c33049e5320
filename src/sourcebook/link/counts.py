"""Counts: the course of an incident's toll. Who gave which number as of when, and which later number took its place.

The rules, in words:

* a source's later number replaces its earlier one, up or down; the same number again changes nothing, and so does a
  wider one that holds it ("at least five" after "seven");
* a number that a report says to be replaced ("raised from seven", "lowering an earlier count of nine") is replaced,
  whoever gave it until then, by the number that the report gives in its place;
* of two versions of one article the later one's number replaces the earlier one's;
* a toll that a report says to have risen ("climbed to nine", "nine have now died") replaces all lower numbers of
  earlier days, whoever gave them, but not one that its source has given again since; a fallen one, all higher ones;
* "nine, not seven" is a dispute where somebody else gave the seven: both stand;
* a number in a report's own voice that somebody has given stands and falls with that somebody's; one that nobody has
  given is replaced by the first number that a named source gives on a later day;
* what is replaced stays in the list with the reason. The current range runs over the numbers that stand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.link.identities import keys_of
from sourcebook.link.names import has_name
from sourcebook.link.sums import has_rank, is_noted
from sourcebook.link.tallies import Key, disjoint, is_number, tells
from sourcebook.records import Account, Count, Course, Question, TollRange, VictimStatus

COUNTED = (Question.KILLED, Question.INJURED)


@dataclass(slots=True)
class _Step:
    """A number on its way into the list."""

    at: int
    account: Account
    key: Key
    range: TollRange
    day: dt.date
    replaced_by: _Step | None = None
    why: str = ""

    @property
    def order(self) -> tuple[dt.date, int]:
        return self.day, self.at


def counts_of(
    accounts: Sequence[Account], newer: Mapping[str, str] | None = None, keys: Mapping[Account, Key] | None = None
) -> tuple[Count, ...]:
    """The counts of an incident, by question, then in the order in which they were given.

    ``newer``: page → the page of the later version of its article. ``keys``: who speaks in each account, where it is
    known.
    """
    keys = keys or keys_of(accounts)
    out: list[Count] = []
    for question in COUNTED:
        steps = [
            _Step(n, a, keys[a], (a.low, a.high), _day(a))
            for n, a in enumerate(accounts)
            if a.question is question and a.low is not None and tells(a)
        ]
        # persons told of one by one, or in the plural, leave open who else died: a count only where nobody counts
        numbers = [s for s in steps if is_number(s.account) and s.range != (1, None)]
        none = [s.day for s in numbers if s.range == (0, 0)]
        since = [s for s in steps if none and len(none) == len(numbers) and s not in numbers and s.day > max(none)]
        first = [s for s in steps if s not in numbers and any(_begins(s, t) for t in numbers)]
        steps = sorted({id(s): s for s in (*numbers, *since, *first)}.values(), key=lambda s: s.at) or steps
        of_page: dict[str, list[_Step]] = {}
        for s in steps:
            of_page.setdefault(s.account.page, []).append(s)
        steps = [s for s in steps if not any(_is_part(s, t) for t in of_page[s.account.page])]
        _replace(steps, newer or {})
        steps.sort(key=lambda s: s.order)
        called = {id(s): _called(s, accounts, keys) for s in steps}
        place = {id(s): len(out) + n for n, s in enumerate(steps)}
        out += [
            Count(
                question, s.range[0], s.range[1], called[id(s)], s.account.said, s.at,
                place[id(s.replaced_by)] if s.replaced_by else None, s.why,
            )
            for s in steps
        ]  # fmt: skip
    return tuple(out)


def _called(step: _Step, accounts: Sequence[Account], keys: Mapping[Account, Key]) -> str:
    """Who gave a number, by the name that the same page has for "an official" or "its director"."""
    own = step.account
    if own.claim is None or step.key[0] == "unnamed" or has_name(own.source) or not _OFFICE.match(own.source):
        return own.source
    same = [a.source for a in accounts if a.page == own.page and a.claim is not None and keys[a] == step.key]
    named = [name for name in same if not _OFFICE.match(name)]
    return next((name for name in named if has_name(name)), named[0] if named else own.source)


#: Somebody who is only called what he is.
_OFFICE = re.compile(r"(?:an?|one|its|their|his|her) ", re.I)


def _begins(alone: _Step, number: _Step) -> bool:
    """Whether persons told of one by one are all that a source knew of, until it gave a number."""
    return alone.key == number.key and alone.day < number.day and alone.range[0] < number.range[0]


def as_they_rose(told: Sequence[tuple[Account, bool]]) -> Iterator[Account]:
    """The numbers that one report gives, in its order, each with whether the report's own range holds it.

    One that the range does not hold counts nothing, but where its source goes on to a higher one ("three dead, the
    ministry says", "the ministry now speaks of six"): then it is a number that the higher one replaces.
    """
    accounts = [a for a, _ in told]
    for n, (a, held) in enumerate(told):
        if held:
            continue
        later = next((m for m in range(n + 1, len(told)) if told[m][1] and _goes_on(accounts[m], a)), None)
        if later is None:
            accounts[n] = replace(a, low=None, high=None, instead_of=None, course=None, attackers=0)
        elif accounts[later].instead_of is None:
            accounts[later] = replace(accounts[later], instead_of=(a.low or 0, a.high))
    yield from accounts


_MORE = re.compile(r"\b(?:more|another|others?|further|additional)\b(?! than\b)", re.I)


def _goes_on(later: Account, old: Account) -> bool:
    """Whether a report has its source raise its number further down."""
    if _MORE.search(old.value) is not None:
        return False  # "three more have died, bringing the number of dead to 17"
    same = later.source == old.source and later.claim is not None and old.claim is not None
    higher = later.low is not None and old.high is not None and 1 < old.high < later.low
    return same and higher and later.course is Course.RAISED and later.victims is old.victims


def _is_part(small: _Step, large: _Step) -> bool:
    """Whether a report's own number is of some of those whom a source counts in it, or of those found since."""
    if small.key[0] != "author" or large.key[0] == "author" or small.account.page != large.account.page:
        return False
    if small.account.course is not None:
        return False  # "the toll rose to 19", beside somebody's 20
    return small.range[1] is not None and small.range[1] < large.range[0] and large.account.instead_of != small.range


def standing(counts: Iterable[Count], question: Question) -> list[Count]:
    """The counts that nothing has replaced."""
    return [c for c in counts if c.question is question and c.replaced_by is None]


def _day(account: Account) -> dt.date:
    said = account.said
    return (said.low or said.high or dt.date.max) if said else dt.date.max


def _replace(steps: list[_Step], newer: Mapping[str, str]) -> None:
    ordered = sorted(steps, key=lambda s: s.order)
    named = [s for s in ordered if s.key[0] != "author"]
    died = [s for s in ordered if s.range[0] > 0]
    replacing = [s for s in ordered if s.account.instead_of is not None]
    moving = [s for s in ordered if s.account.course in (Course.RAISED, Course.LOWERED)]
    of_source: dict[Key, list[_Step]] = {}
    of_page: dict[str, _Step] = {}
    for s in ordered:
        of_source.setdefault(s.key, []).append(s)
        of_page.setdefault(s.account.page, s)
    for step in ordered:
        mine = of_source[step.key]
        own = next((t for t in mine if _comes_after(t, step, mine) and not _holds(t.range, step.range)), None)
        told = next((t for t in replacing if t is not step and t.day >= step.day and _says_replaced(t, step)), None)
        held = max(t.day for t in mine if t.range == step.range)  # until when its source has given it
        moved = next((t for t in moving if held < t.day and _says_moved(t, step) and _comes_after(t, step, mine)), None)
        version = of_page.get(newer.get(step.account.page, ""))
        disputed = step.key[0] != "author" and any(t.day <= step.day and t.key != step.key for t in died)
        later = [t for t in died if t.day > step.day] if step.range == (0, 0) else []
        since = next((t for t in later if t.key == step.key or not disputed), None)  # not "nobody died", of nine
        if since is not None:
            _put(step, since, "raised, somebody has died since")
        elif own is not None:
            _put(step, own, f"{_course(step.range, own.range)} by the same source")
        elif told is not None:
            _put(step, told, f"{told.account.source} gives the new number in its place")
        elif moved is not None:
            _put(step, moved, f"{_course(step.range, moved.range)}, {moved.account.source} says")
        elif version is not None and version.range != step.range:
            _put(step, version, "corrected in a later version of the article")
    for step in ordered:
        if step.key[0] != "author" or step.replaced_by is not None:
            continue
        same = [t for t in named if t.range == step.range and t.day <= step.day]
        if same:
            latest = same[-1]
            if all(t.replaced_by for t in same):
                _put(step, latest.replaced_by, f"repeats what {latest.account.source} has since replaced")
            continue
        after = next((t for t in named if t.day > step.day and _gives_another(t, step)), None)
        if after is not None and not _disputes(after, step):
            _put(step, after, "a named source has given another number since")


def _comes_after(new: _Step, old: _Step, mine: list[_Step]) -> bool:
    """Whether a later number counts the same victims: of one status, or soldiers first and then simply "the dead".

    Not where the source has counted others beside them: its number of all is no new one of the soldiers. ``mine``: all
    numbers of the source of the old one.
    """
    if is_noted(new.account.value) and new.range[0] < old.range[0]:
        return False  # "three of the men", "the three policemen who died": some of those counted before
    risen = new.account.course is Course.RAISED and old.range[1] is not None and old.range[1] < new.range[0]
    if new.day < old.day or (new.day == old.day and not (risen and new.key == old.key)):
        return False
    if new.account.victims is old.account.victims:
        return True
    most = old.range[0] if old.range[1] is None else old.range[1]
    if old.account.victims is VictimStatus.UNKNOWN and new.range[0] > most:
        return True  # more workers alone than there were dead in all
    kinds = {s.account.victims for s in mine if s.day <= old.day}
    return new.account.victims is VictimStatus.UNKNOWN and new.range[0] >= old.range[0] and len(kinds) == 1


def _gives_another(named: _Step, own: _Step) -> bool:
    """Whether a source's number takes the place of one in a report's own voice: no boast, and no part of it."""
    if is_noted(named.account.value) and named.range[0] < own.range[0]:
        return False
    if not disjoint(named.range, own.range) or named.account.group != own.account.group:
        return False
    return named.account.victims is own.account.victims


def _disputes(new: _Step, old: _Step) -> bool:
    """Whether a source calls the other number wrong: "14, not eleven"."""
    return new.account.course is Course.DENIED and new.account.instead_of == old.range


def _put(step: _Step, by: _Step | None, why: str) -> None:
    step.replaced_by, step.why = by, why


def _says_replaced(new: _Step, old: _Step) -> bool:
    """Whether the text says that the new number takes the old one's place: "up from seven"."""
    former = new.account.instead_of
    open_ = former is not None and None in (former[1], old.range[1])  # "at least eight", later called "eight"
    if former is None or new.range == old.range or not (former == old.range or (open_ and former[0] == old.range[0])):
        return False
    return new.account.course is not Course.DENIED or new.key == old.key


def _says_moved(new: _Step, old: _Step) -> bool:
    """Whether the text says that the toll has risen, or fallen, to the new number: then it is past the old one."""
    given = _latest(old.account)
    if new.key == old.key or (given is not None and given >= new.day) or new.account.group != old.account.group:
        return False
    if new.account.course is Course.RAISED:
        if old.range[1] is None:  # "at least 18", and then "the toll has climbed to 25"; not "a fourth victim has died"
            return old.range[0] < new.range[0] and not has_rank(new.account.value)
        return old.range[1] < new.range[0]
    return new.account.course is Course.LOWERED and new.range[1] is not None and old.range[0] > new.range[1]


def _latest(account: Account) -> dt.date | None:
    """When a source last gave its number again."""
    again = account.again
    return (again.low or again.high) if again else None


def _holds(wide: TollRange, narrow: TollRange) -> bool:
    """Whether a range says nothing new beside another that lies within it."""
    if wide[0] > narrow[0]:
        return False
    return wide[1] is None or (narrow[1] is not None and narrow[1] <= wide[1])


def _course(old: TollRange, new: TollRange) -> str:
    if new[0] > old[0]:
        return "raised"
    return "lowered" if disjoint(old, new) or (new[1] or 0) < (old[1] or 0) else "made more exact"
