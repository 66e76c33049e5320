"""Contradictions: the accounts of an incident that cannot both be right, two by two, with the reason.

Numbers contradict if no number fits both, and neither has been replaced since; actors and targets if they are
different parties; the event itself if one source tells it and another says that it did not happen. A denial of
responsibility contradicts those who name the one who denies. Who refuses to comment contradicts no one, nor does a
source contradict itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sourcebook.link.apart import Numbered, numbers_apart
from sourcebook.link.counts import counts_of
from sourcebook.link.identities import keys_of
from sourcebook.link.tallies import (
    DENYING,
    FORCES,
    NOT_HAPPENED,
    Key,
    folded,
    name_of,
    proper_of,
    spoken_for,
    tells,
)
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
#: Bodies whose names tell them apart even where no list knows them. A man and his group may be two names of one.
_BODIES = frozenset({
    SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.COMPANY,
})  # fmt: skip


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
        telling = [(n, a) for n, a in accounts if tells(a)]
    for n, _ in telling:
        for m, _ in denials:
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
    for m, b in denials:
        by_name = {name: _means(a, b) for name, a in first.items()}
        meant = [n for n, _ in said if by_name[named[n]]] or [n for n, a in said if _may_mean(a, b)]
        meant = meant or _only_band(said, b, question)
        by_nouns = {n for n, a in said if n in meant and question is Question.RESPONSIBILITY and _is_only_a_noun(a)}
        meant = [n for n in meant if n not in by_nouns] or meant  # "the gang" beside "the Dolphin gang"
        for n in (n for n in meant if who[n] != keys[b]):
            yield _pair(question, n, m, "the other denies it")


def _turns_it_back(a: Account, b: Account) -> bool:
    """Whether one of two accounts is by whom the other accuses, and names other armed men."""
    if folded(a.value) == folded(b.value) or Stance.ADMIT in (a.stance, b.stance):
        return False
    if _speaks(a, b) and _speaks(b, a):
        return True
    return any(_speaks(x, y) and not _is_its_own(y) and _is_armed(x) and _is_named(y) for x, y in ((a, b), (b, a)))


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
    if by.kind in _BODIES and _is_owner(name, by.source):
        return True  # "the separatists' defence chief"
    said, speaking = name_words(told.value), name_words(of_it or by.source)
    return bool(said and speaking) and (said <= speaking or speaking <= said)


def _is_armed(account: Account) -> bool:
    """Whether those whom an account names bear arms: a force, a group, "rebels", "militants"."""
    words = folded(account.value).split()
    if not words or words[0] in _WHOSE:
        return False
    return _is_body(account) or is_some_force(account.value) or words[-1].rstrip("s") in _ARMED_MEN


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
    if name_words(denial.source) or any(w[:1].isupper() for w in denial.source.split()[1:]):
        return []
    bands = [(n, a) for n, a in said if a.answer_kind is SourceKind.ARMED_GROUP]
    return [n for n, _ in bands] if len({_party(a) for _, a in bands}) == 1 else []


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
        return account.low, account.high, account.victims
    if _is_vague(account):
        return "forces"
    if account.question is Question.RESPONSIBILITY and account.answer_kind is SourceKind.PERSON and not account.answer:
        return folded(account.value).rpartition(" ")[2]  # "Ole Brandt" is "Brandt"
    if account.question is Question.TARGET and account.answer is None:
        return name_of(account.value).partition(" of ")[0].rpartition(" ")[2]  # "a weekly market" is "the market"
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
    if last in _GROUPS and last in folded(denial.source.split(",")[0]).replace("'s", "").replace("’s", "").split():
        return True  # "the brigade's exiled founder", not "Jubo, the youth wing of the ruling party"
    if any(name in (other := folded(x)) or other in name for x in (denial.source, denial.value)):
        return True
    person = " ".join(proper_of(told.value)).casefold()
    if " " in person and person == name_of(denial.source):
        return True  # "the town's mayor, Ana Gil", "Mayor Ana Gil of Beja"
    said, denying = name_words(told.value), name_words(denial.source)
    if said and denying and (said <= denying or denying <= said):
        return True  # "the Alpine Dawn gang", "the armed group Alpine Dawn"
    if denial.kind in _STATES and _is_owner(name, denial.source):
        return True
    of_a_state = denial.kind in _STATES and told.answer_kind in _STATES
    return of_a_state and bool(said & denying)  # "the embassy of Marovia"


def _is_owner(name: str, source: str) -> bool:
    """Whether a body is of whom an account names: "Marovia's Defence Ministry", "a Marovian army spokesman"."""
    words = folded(source).replace("'s", "").replace("’s", "").split()
    return " " not in name and len(name) > 4 and any(w.startswith(name) and len(w) < len(name) + 4 for w in words[:3])


#: Where a denial turns to whom it blames instead.
_BLAMING = re.compile(r"\b(?:and|but) (?:blam|accus|point)\w*")


def _may_mean(told: Account, denial: Account) -> bool:
    """Whether a denial of who did it may be by those whom an account only calls soldiers, jets, or the government."""
    if told.question is not Question.RESPONSIBILITY or denial.kind not in _BODIES or told.answer is not None:
        return False
    of_the_state = folded(told.value) in _THE_STATE and denial.kind is not SourceKind.ARMED_GROUP
    return of_the_state or is_some_force(told.value)


_STATES = _BODIES - {SourceKind.ARMED_GROUP, SourceKind.COMPANY}


#: The state, where a report does not say which one's.
_THE_STATE = frozenset({"authorities", "government", "junta", "regime", "state"})


def are_two_parties(a: Account, b: Account) -> bool:
    """Whether two accounts name parties known to be different: unknown ones may be the same under two names.

    Known are those of the lists; armed bodies are told apart by their proper names, and so is who owns up from whom
    another blames.
    """
    if folded(a.value) == folded(b.value) or _is_force_of(a, b) or _is_force_of(b, a):
        return False
    if a.answer is not None and b.answer is not None:
        return a.answer != b.answer
    owns_up = a.question is Question.RESPONSIBILITY and Stance.ADMIT in (a.stance, b.stance)
    if not owns_up and not (_is_body(a) and _is_body(b)):
        return False
    if _is_some(a.value) or _is_some(b.value):
        return False  # "four of the six suspects" may be those whom another names
    if SourceKind.PERSON in (a.answer_kind, b.answer_kind) and not _is_accused_by_name(a, b):
        return False  # more than one man may have done it, or a man of the group that owns up
    one, other = name_words(_as_inside(a)), name_words(_as_inside(b))
    return bool(one and other) and not one & other


def _is_accused_by_name(a: Account, b: Account) -> bool:
    """Whether neither of two accounts only says of a man that he was arrested, or both name men."""
    kinds = {a.answer_kind, b.answer_kind}
    return kinds != {SourceKind.PERSON} and not any(
        x.answer_kind is SourceKind.PERSON and x.stance is Stance.ACCUSE for x in (a, b)
    )


def _as_inside(account: Account) -> str:
    """A party's name as it stands within a sentence: the capital of "Motorcycle gunmen" at its head names nobody."""
    name = account.value
    first, _, rest = name.partition(" ")
    if rest.islower() and rest.rpartition(" ")[2] in _NAMELESS and account.quote_text.startswith(name):
        return f"{first.lower()} {rest}"
    return name


def _is_force_of(some: Account, other: Account) -> bool:
    """Whether "soldiers" may be those of the army that another names."""
    if some.answer is not None or not is_some_force(some.value):
        return False
    return other.answer_kind in (SourceKind.MILITARY, SourceKind.POLICE) or is_some_force(other.value)


def is_some_force(name: str) -> bool:
    """Whether a name is only a word for forces, whoever's they are: "soldiers", "the army", "warplanes"."""
    last = name.rpartition(" ")[2]
    named = " " in folded(name) and last[:1].isupper()  # "the Western Shield Forces"
    return folded(name) in FORCES or (last.casefold() in _TROOPS and not named)


#: Words for those who act for a force, and for what they act with.
_TROOPS = frozenset({
    "aircraft", "airmen", "artillery", "commandos", "forces", "gunboat", "gunboats", "gunners", "helicopters", "jets",
    "marines", "patrol", "patrols", "planes", "rangers", "soldiers", "tanks", "troopers", "troops", "units",
    "warplanes",
})  # fmt: skip


#: Some of a number of people: "four of the six suspects", "eight other members".
_SOME = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|several|some|many|other|another)\b"
    r"|.*\b(?:members|suspects|others|defendants)\b",
    re.I,
)


def _is_some(value: str) -> bool:
    return _SOME.match(value) is not None


def _is_body(account: Account) -> bool:
    if _NAMED_PERSON.search(account.value):
        return False
    last = folded(account.value).rpartition(" ")[2]
    return account.answer_kind in _BODIES or folded(account.value) in FORCES or last in _GROUPS | _TROOPS


#: A person by name and office: "the town's mayor, Ana Gil".
_NAMED_PERSON = re.compile(r"\w, [A-Z][\w'’-]+ [A-Z]")

#: What those are called of whom nobody knows who they were.
_NAMELESS = frozenset({
    "assailants", "assassins", "attackers", "bandits", "bombers", "boys", "criminals", "enemy", "extremists",
    "fighters",
    "gang", "gangs", "group", "guerrillas", "gunman", "gunmen", "herders", "hitmen", "individuals", "insurgents",
    "jihadists", "killers", "man", "men", "mercenaries", "militants", "militia", "militiamen", "mob", "people",
    "perpetrators", "raiders", "rebels", "robbers", "separatists", "snipers", "suspects", "terrorists", "thugs",
    "youths",
})  # fmt: skip

#: How those look, and what is thought of them.
_LOOKS = frozenset({
    "alleged", "armed", "hooded", "islamist", "masked", "suspected", "unidentified", "unknown", "uniformed",
})  # fmt: skip

#: What the names of armed bodies end in.
_GROUPS = frozenset({
    "alliance", "army", "battalion", "brigade", "brigades", "cartel", "cell", "clan", "coalition", "column", "command",
    "corps", "division", "faction", "fighters", "force", "forces", "front", "gang", "group", "guard", "guards",
    "guerrillas", "insurgents", "league", "legion", "militants", "militia", "movement", "network", "party", "rebels",
    "regiment", "resistance", "separatists", "squad", "union",
})  # fmt: skip


#: Whose allies they are: "the Marovian-backed Plain Riders".
_WHOSE_SIDE = re.compile(r"-(?:affiliated|aligned|allied|backed|controlled|led|linked|run|trained)$", re.I)


def name_words(name: str) -> set[str]:
    """The words of a body's proper name; none if it is only called gunmen, the gang."""
    if folded(name) in FORCES:
        return set(folded(name).split())
    words = [w for w in name.split() if w.casefold() not in ("the", "a", "an") and not _WHOSE_SIDE.search(w)]
    while words and words[-1].islower() and words[-1] in _NAMELESS | _GROUPS | _TROOPS:
        words.pop()  # "the Alpine Dawn gang"
    if all(w.casefold() in _NAMELESS | _LOOKS for w in words):
        return set()
    if not any(w[:1].isupper() for w in words[-1:]):
        return set()
    return {w.casefold().rstrip(",.;").removesuffix("'s").removesuffix("’s") for w in words if w[:1].isupper()}
