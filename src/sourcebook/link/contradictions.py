"""Contradictions: the accounts of an incident that cannot both be right, two by two, with the reason.

Numbers contradict if no number fits both, and neither has been replaced since; actors and targets if they are
different parties; the event itself if one source tells it and another says that it did not happen. A denial of
responsibility contradicts those who name the one who denies. Who refuses to comment contradicts no one, nor does a
source contradict itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sourcebook.link.apart import Numbered, numbers_apart
from sourcebook.link.counts import counts_of
from sourcebook.link.identities import keys_of
from sourcebook.link.names import TAIL, folded, name_of, proper_of, spoken_for
from sourcebook.link.namesakes import (
    BODIES,
    GROUPS,
    WHOSE_SIDE,
    are_two_parties,
    is_body,
    is_force_of,
    is_some_force,
    name_words,
)
from sourcebook.link.spared import spares
from sourcebook.link.tallies import DENYING, FORCES, NOT_HAPPENED, POLICE, Key, tells
from sourcebook.records import (
    Account,
    Contradiction,
    Count,
    Question,
    SourceKind,
    Stance,
)

NUMBERS = (Question.KILLED, Question.INJURED)
PARTIES = (Question.RESPONSIBILITY, Question.TARGET)


def contested(accounts: Sequence[Account]) -> tuple[Question, ...]:
    """The questions on which sources contradict each other, in the order of :class:`Question`."""
    found = {c.question for c in contradictions_of(accounts, counts_of(accounts))}
    return tuple(q for q in Question if q in found)


def contradictions_of(
    accounts: Sequence[Account], counts: Sequence[Count], keys: Mapping[Account, Key] | None = None
) -> tuple[Contradiction, ...]:
    """Every two accounts that contradict each other, each two answers once, by question.

    ``counts``: the incident's, of which those that were replaced contradict nobody. ``keys``: who speaks in each
    account, where it is known.
    """
    keys = keys or keys_of(accounts)
    standing = {c.account for c in counts if c.replaced_by is None}
    numbered = list(enumerate(accounts))
    found: list[Contradiction] = list(_of_occurrence(numbered, keys))
    for question in PARTIES:
        found += _of_parties([(n, a) for n, a in numbered if a.question is question], question, keys)
    for question in NUMBERS:
        asked = [(n, a) for n, a in numbered if a.question is question]
        found += _of_numbers([(n, a) for n, a in asked if n in standing], question, keys)
        found += _denied([(n, a) for n, a in asked if a.low is not None], asked, question, keys)
    order = list(Question)
    return tuple(sorted(_once(found, accounts), key=lambda c: (order.index(c.question), c.a, c.b)))


def contradicts(a: Account, others: Iterable[Account]) -> bool:
    """Whether an account is contradicted by another on the same question."""
    same = [b for b in others if b.question is a.question and b != a]
    all_of = [a, *same]
    return any(0 in (c.a, c.b) for c in _every(all_of, counts_of(all_of)))


def _every(accounts: Sequence[Account], counts: Sequence[Count]) -> list[Contradiction]:
    """As :func:`contradictions_of`, but all pairs, however many give one answer."""
    keys = keys_of(accounts)
    standing = {c.account for c in counts if c.replaced_by is None}
    numbered = list(enumerate(accounts))
    question = accounts[0].question
    if question is Question.OCCURRENCE:
        return list(_of_occurrence(numbered, keys))
    if question in PARTIES:
        return list(_of_parties(numbered, question, keys))
    if question in NUMBERS:
        pairs = _of_numbers([(n, a) for n, a in numbered if n in standing], question, keys, every=True)
        return [*pairs, *_denied([(n, a) for n, a in numbered if a.low is not None], numbered, question, keys)]
    return []


def _of_occurrence(accounts: Numbered, keys: Mapping[Account, Key]) -> Iterator[Contradiction]:
    denials = [(n, a) for n, a in accounts if denies(a, Question.OCCURRENCE)]
    telling = [(n, a) for n, a in accounts if a.question is Question.OCCURRENCE and tells(a)]
    if not telling:  # who is told of by the report itself, or in passing, tells as well
        telling = [(n, a) for n, a in accounts if tells(a) and a.high != 0]  # "there are no dead" tells of none
    for n, a in telling:
        for m, b in denials:
            if keys[a] != keys[b]:
                yield _pair(Question.OCCURRENCE, n, m, "one tells it, the other says that it did not happen")


def _of_parties(accounts: Numbered, question: Question, keys: Mapping[Account, Key]) -> Iterator[Contradiction]:
    said = [(n, a) for n, a in accounts if tells(a)]
    # hundreds of reports name the same few parties: what two names come to is worked out once
    named = {n: (a.value, a.answer, a.answer_kind, a.stance is Stance.ADMIT) for n, a in said}
    who = {n: keys[a] for n, a in said}
    joint = _named_together(said, who)
    two: dict[tuple[object, object], bool] = {}
    for (n, a), (m, b) in combinations(said, 2):
        if who[n] != who[m]:
            names = (named[n], named[m])
            if names not in two:
                two[names] = are_two_parties(a, b)
            if (two[names] or (question is Question.RESPONSIBILITY and _turns_it_back(a, b))) and frozenset(
                (_party(a), _party(b))
            ) not in joint:
                yield _pair(question, n, m, "another party is named")
    denials = [(m, b) for m, b in accounts if denies(b, question)]
    first = {named[n]: a for n, a in reversed(said)}
    called = _names_of(keys) if denials else {}
    for m, b in denials:
        forms = [b, *(o for o in called.get(keys[b], ()) if o.source != b.source)]
        forms = [b, *(replace(b, source=o.source, entity=o.entity, party=o.party, kind=o.kind) for o in forms[1:])]
        by_name = {name: any(_means(a, form) for form in forms) for name, a in first.items()}
        meant = [n for n, _ in said if by_name[named[n]]]
        meant = meant or [n for n, a in said if any(_may_mean(a, form) for form in forms)]
        meant = meant or next((found for form in forms if (found := _only_band(said, form, question))), [])
        if question is Question.TARGET and not meant:
            meant = [n for n, a in said if spares(b, a)]
        by_nouns = {n for n, a in said if n in meant and question is Question.RESPONSIBILITY and _is_only_a_noun(a)}
        meant = [n for n in meant if n not in by_nouns] or meant  # "the gang" beside "the Dolphin gang"
        for n in (n for n in meant if who[n] != keys[b]):
            yield _pair(question, n, m, "the other denies it")
            for k, c in said if question is Question.RESPONSIBILITY else ():
                if who[k] == keys[b] and _is_another(c, said_of=dict(said)[n]):
                    yield _pair(question, n, k, "another party is named")


def _names_of(keys: Mapping[Account, Key]) -> dict[Key, list[Account]]:
    """By source, an account under each of its names: "Ti Roch" is "the head of the gang, known as Ti Roch"."""
    out: dict[Key, dict[str, Account]] = {}
    for account, key in keys.items():
        out.setdefault(key, {}).setdefault(account.source, account)
    return {key: list(names.values()) for key, names in out.items()}


def _turns_it_back(a: Account, b: Account) -> bool:
    """Whether one of two accounts is by whom the other accuses, and names other armed men."""
    if folded(a.value) == folded(b.value) or Stance.ADMIT in (a.stance, b.stance):
        return False
    if is_force_of(a, b) or is_force_of(b, a):
        return False  # "clashed with police", "the South African police"
    if _speaks(a, b) and _speaks(b, a):
        return True
    return any(_speaks(x, y) and not _is_its_own(y) and _may_answer(x) and _is_named(y) for x, y in ((a, b), (b, a)))


def _is_another(other: Account, said_of: Account) -> bool:
    """Whether who denies it names armed men in place of those whom another account names."""
    if other.stance is Stance.ADMIT or _is_its_own(other) or not _is_armed(other) or not _is_known(other):
        return False  # "militants" may be anyone
    if SourceKind.PERSON in (other.answer_kind, said_of.answer_kind) or not (is_body(said_of) or _is_armed(said_of)):
        return False  # a man may have sent them
    one, two = folded(other.value), folded(said_of.value)
    same = one == two or (other.answer is not None and other.answer == said_of.answer)
    return not same and not name_words(other.value) & name_words(said_of.value)


def _may_answer(account: Account) -> bool:
    """Whether those whom an account names may name others in turn: armed men, or somebody by name."""
    return _is_armed(account) or (account.answer_kind is SourceKind.PERSON and bool(name_words(account.value)))


def _is_its_own(account: Account) -> bool:
    """Whether a source names itself, or some force where it is one: "soldiers", said by the army."""
    a_force = account.kind in (SourceKind.MILITARY, SourceKind.POLICE, SourceKind.GOVERNMENT)
    return _speaks(account, account) or (a_force and is_some_force(account.value))


def _speaks(told: Account, by: Account) -> bool:
    """Whether the party that one account names is the source of another."""
    if told.answer is not None and told.answer in (by.entity, by.party):
        return True
    name, source = folded(told.value), name_of(by.source)
    of_it = spoken_for(by.source)
    if name in (source, folded(by.source), of_it):
        return True
    if by.kind in BODIES and _is_owner(name, by.source):
        return True  # "the separatists' defence chief"
    said, speaking = name_words(told.value), name_words(of_it or by.source)
    return bool(said and speaking) and (said <= speaking or speaking <= said)


def _is_armed(account: Account) -> bool:
    """Whether those whom an account names bear arms: a force, a group, "rebels", "militants"."""
    name = folded(account.value)
    words = name.split()
    if not words or words[0] in _WHOSE:
        return False
    head = _BEHIND.split(name, maxsplit=1)[0].split()[-1:]  # "the gang of a bandit, X", "militias loyal to X"
    armed = words[-1].rstrip("s") in _ARMED_MEN or (
        head != words[-1:] and (head[0] in GROUPS or head[0].rstrip("s") in _ARMED_MEN)
    )
    armed = armed or words[0] == "armed" or head[0].endswith("militias")
    return armed or is_body(account) or is_some_force(account.value)


def _is_known(account: Account) -> bool:
    """Whether the words say whose men, or from where they are: "militias loyal to Tripoli", "youths from Beja"."""
    whose = any(w[:1].isupper() for w in _BEHIND.split(account.value)[1:])
    return whose or _is_named(account)


_BEHIND = re.compile(r" (?:of|from|loyal to|in|with|led by|backed by|close to) ")


def _is_named(account: Account) -> bool:
    """Whether it is known whose men they are: "militants" may have done something else that day."""
    body = account.answer is not None or bool(name_words(account.value)) or is_some_force(account.value)
    return body and _is_armed(account)


_WHOSE = frozenset({"whose", "which", "its", "their", "his"})


_ARMED_MEN = frozenset({
    "bandit", "fighter", "guerrilla", "gunmen", "insurgent", "jihadist", "militant", "militia", "militiamen", "rebel",
    "separatist", "sniper", "terrorist",
})  # fmt: skip


def _only_band(said: Numbered, denial: Account, question: Question) -> list[int]:
    """Those who accuse the only armed group that is accused, where the one that denies has no name: "the group"."""
    if question is not Question.RESPONSIBILITY or denial.kind is not SourceKind.ARMED_GROUP:
        return []
    if _names_a_band(denial.source):
        return []
    blamed_by_it = {_party(a) for _, a in said if a.page == denial.page}  # whom the report of the denial names instead
    bands = [(n, a) for n, a in said if a.answer_kind in _BANDS and _party(a) not in blamed_by_it and _is_a_name(a)]
    return [n for n, _ in bands] if len({_party(a) for _, a in bands}) == 1 else []


#: What bands are taken for, by whatever name.
_BANDS = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.UNKNOWN})


def _names_a_band(source: str) -> bool:
    """Whether a source says which band it is: not "guerrillas in Marovia", nor "a faction of Marovian rebels"."""
    words = [w for w in TAIL.sub("", _WHERE.sub("", source)).split()[1:] if not WHOSE_SIDE.search(w)]
    return any(w[:1].isupper() and not _OF_A_PEOPLE.fullmatch(w) for w in words)


_WHERE = re.compile(r" (?:across|from|in|near) .*", re.S)
_OF_A_PEOPLE = re.compile(r"[A-Z]\w+(?:an|ese|i|ish|ian)")


def _is_a_name(account: Account) -> bool:
    return not _is_only_a_noun(account)


def _is_only_a_noun(account: Account) -> bool:
    return account.answer is None and not name_words(account.value)


def _party(account: Account) -> str:
    return account.answer or folded(account.value)


def _named_together(said: Numbered, who: Mapping[int, Key]) -> set[frozenset[str]]:
    """Parties that one source names side by side: they may have done it together, or both have been hit."""
    of: dict[tuple[Key, str, str], set[str]] = {}
    for n, a in said:
        of.setdefault((who[n], a.page, a.quote_text), set()).add(_party(a))
    return {frozenset(pair) for parties in of.values() for pair in combinations(sorted(parties), 2)}


def _of_numbers(
    accounts: Numbered, question: Question, keys: Mapping[Account, Key], *, every: bool = False
) -> Iterator[Contradiction]:
    for n, m, why in numbers_apart(accounts, question, keys, every=every):
        yield _pair(question, n, m, why)


def _denied(
    said: Numbered, asked: Numbered, question: Question, keys: Mapping[Account, Key]
) -> Iterator[Contradiction]:
    for m, b in asked:
        if denies(b, question):
            for n, a in said:
                if tells(a) and keys[a] != keys[b] and _are_among(a, b):
                    yield _pair(question, n, m, "the other denies it")


def _are_among(told: Account, denial: Account) -> bool:
    """Whether those whose deaths are denied may be among the people counted: "no Iranian" and "an Iranian engineer"."""
    if denial.group is None or told.group == denial.group:
        return True
    return bool(set(denial.group.split()[:1]) & {*folded(told.value).split()})


def _pair(question: Question, n: int, m: int, why: str) -> Contradiction:
    return Contradiction(question, min(n, m), max(n, m), why)


def _once(found: Iterable[Contradiction], accounts: Sequence[Account]) -> Iterator[Contradiction]:
    """Each two answers once: the first accounts that give them."""
    seen: set[tuple[object, ...]] = set()
    for c in sorted(found, key=lambda c: (*_plainness(accounts[c.a], accounts[c.b]), c.a, c.b)):
        sides = frozenset((_side(accounts[c.a]), _side(accounts[c.b])))
        if (c.question, sides) not in seen:
            seen.add((c.question, sides))
            yield c


def _plainness(a: Account, b: Account) -> tuple[bool, bool]:
    """Named parties before "soldiers", and who is named as a source before the report itself."""
    return _is_vague(a) or _is_vague(b), a.claim is None or b.claim is None


def _side(account: Account) -> object:
    if account.question is Question.OCCURRENCE:
        return not denies(account, Question.OCCURRENCE)
    if denies(account, account.question):
        return "denied", folded(account.source)
    if account.low is not None:
        return account.low  # "40" and "at least 40 civilians" are one answer beside another's 34
    if _is_vague(account):
        return "forces"
    of_a_body = account.question is Question.RESPONSIBILITY and " of " in account.value
    person = account.question is Question.RESPONSIBILITY and account.answer_kind is SourceKind.PERSON
    if person and not account.answer and not of_a_body:
        return folded(account.value).rpartition(" ")[2]  # "Ole Brandt" is "Brandt"
    if account.question is Question.TARGET and account.answer is None:
        return name_of(account.value).partition(" of ")[0].rpartition(" ")[2]  # "a weekly market" is "the market"
    if account.answer is None and account.question is Question.RESPONSIBILITY and (words := name_words(account.value)):
        return " ".join(sorted(words))  # "suspected members of Los Gavilanes" are Los Gavilanes
    return account.answer or (name_of(account.value) if account.question in PARTIES else folded(account.value))


def _is_vague(account: Account) -> bool:
    told = account.question is Question.RESPONSIBILITY and not denies(account, Question.RESPONSIBILITY)
    return told and account.answer is None and is_some_force(account.value)


def denies(account: Account, question: Question) -> bool:
    """Whether an account denies what is asked."""
    return account.question is question and (account.stance in DENYING or account.value == NOT_HAPPENED)


def _means(told: Account, denial: Account) -> bool:
    """Whether a denial is by, or about, the party that an account names."""
    mine = {denial.entity, denial.party, denial.answer} - {None}
    if told.answer is not None and told.answer in mine:
        return True
    name = folded(told.value)
    if not name:
        return False
    if denial.party and name == folded(denial.party):
        return True  # an adviser of the group
    if f" {name} " in f" {folded(_BLAMING.split(denial.quote_text)[0])} ":
        return True  # "denied that it had hit an army lorry"
    last = name.rpartition(" ")[2]
    if last in GROUPS and last in folded(denial.source.split(",")[0]).replace("'s", "").replace("’s", "").split():
        return True  # "the brigade's exiled founder", not "Jubo, the youth wing of the ruling party"
    if any(name in (other := folded(x)) or other in name for x in (denial.source, denial.value)):
        return True
    person = " ".join(proper_of(told.value)).casefold()
    if " " in person and person == name_of(denial.source):
        return True  # "the town's mayor, Ana Gil", "Mayor Ana Gil of Beja"
    said, denying = name_words(told.value), name_words(denial.source)
    owner = _OWNER.match(denial.source)
    if owner is not None and denial.kind in BODIES and folded(owner["who"]) == name.rpartition(" ")[2]:
        return True  # "Haftar's army" is Khalifa Haftar
    if folded(told.value) in POLICE and _OF_POLICE.search(denial.quote_text):
        return True  # "denied that its officers had fired"
    if said and denying and (said <= denying or denying <= said):
        return True  # "the Alpine Dawn gang", "the armed group Alpine Dawn"
    if denial.kind in _STATES and _is_owner(name, denial.source):
        return True
    of_a_state = denial.kind in _STATES and told.answer_kind in _STATES
    return of_a_state and bool(said & denying)  # "the embassy of Marovia"


_OWNER = re.compile(r"(?P<who>(?-i:[A-Z])[\w-]{3,})['’]s? ")
_OF_POLICE = re.compile(r"\b(?:its|their|his|her|any of its) (?:\w+ )?(?:officers|police|policemen)\b", re.I)


def _is_owner(name: str, source: str) -> bool:
    """Whether a body is of whom an account names: "Marovia's Defence Ministry", "a Marovian army spokesman"."""
    words = folded(source).replace("'s", "").replace("’s", "").split()
    return " " not in name and len(name) > 4 and any(w.startswith(name) and len(w) < len(name) + 4 for w in words[:3])


#: Where a denial turns to whom it blames instead.
_BLAMING = re.compile(r"\b(?:and|but) (?:blam|accus|point)\w*")


def _may_mean(told: Account, denial: Account) -> bool:
    """Whether a denial of who did it may be by those whom an account only calls soldiers, jets, or the government."""
    if told.question is not Question.RESPONSIBILITY or denial.kind not in BODIES or told.answer is not None:
        return False
    if denial.kind is SourceKind.ARMED_GROUP and folded(told.value) in FORCES:
        return False  # "the group's spokesman" is not of the army that he blames
    of_the_state = folded(told.value) in _THE_STATE and denial.kind is not SourceKind.ARMED_GROUP
    return of_the_state or is_some_force(told.value)


_STATES = BODIES - {SourceKind.ARMED_GROUP, SourceKind.COMPANY}


#: The state, where a report does not say which one's.
_THE_STATE = frozenset({"authorities", "government", "junta", "regime", "state"})
