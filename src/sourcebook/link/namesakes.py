"""Namesakes: whether two names of who did it, or was hit, are of one party or of two, and what a name alone says."""

from __future__ import annotations

import re

from sourcebook.link.names import folded
from sourcebook.link.tallies import FORCES, POLICE
from sourcebook.records import Account, Question, SourceKind, Stance

#: Bodies whose names tell them apart even where no list knows them. A man and his group may be two names of one.
BODIES = frozenset({
    SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.COMPANY,
})  # fmt: skip


def are_two_parties(a: Account, b: Account) -> bool:
    """Whether two accounts name parties known to be different: unknown ones may be the same under two names.

    Known are those of the lists; armed bodies are told apart by their proper names, and so is who owns up from whom
    another blames.
    """
    if folded(a.value) == folded(b.value) or is_force_of(a, b) or is_force_of(b, a):
        return False
    if a.answer is not None and b.answer is not None:
        return a.answer != b.answer
    if _are_police_and_a_band(a, b) or _are_police_and_a_band(b, a):
        return True
    owns_up = a.question is Question.RESPONSIBILITY and Stance.ADMIT in (a.stance, b.stance)
    if not owns_up and not (is_body(a) and is_body(b)) and not (_may_be_a_body(a) and _may_be_a_body(b)):
        return False
    if _is_some(a.value) or _is_some(b.value):
        return False  # "four of the six suspects" may be those whom another names
    if SourceKind.PERSON in (a.answer_kind, b.answer_kind) and not _is_accused_by_name(a, b):
        return False  # more than one man may have done it, or a man of the group that owns up
    one, other = name_words(_as_inside(a)), name_words(_as_inside(b))
    return bool(one and other) and not one & other


def _are_police_and_a_band(police: Account, band: Account) -> bool:
    """Whether one names the police, whoever's they are, and the other a band by its proper name: never one party.

    What the police tell of themselves, "police fired rubber bullets", is no accusation.
    """
    blamed = police.question is Question.RESPONSIBILITY and police.kind is not SourceKind.POLICE
    if not blamed or folded(police.value) not in POLICE | _RIOT_POLICE:
        return False
    unofficial = band.answer_kind in (SourceKind.ARMED_GROUP, SourceKind.UNKNOWN) and not is_some_force(band.value)
    return unofficial and _NAME.fullmatch(band.value) is not None and "police" not in folded(band.value)


_RIOT_POLICE = frozenset({"riot police"})


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


def is_force_of(some: Account, other: Account) -> bool:
    """Whether "soldiers" may be those of the army that another names, and "police" those of the state."""
    if some.answer is not None:
        return False
    if folded(some.value) in POLICE:
        return other.answer_kind is SourceKind.POLICE
    if not is_some_force(some.value):
        return False
    return other.answer_kind in (SourceKind.MILITARY, SourceKind.POLICE) or is_some_force(other.value)


def is_some_force(name: str) -> bool:
    """Whether a name is only a word for forces, whoever's they are: "soldiers", "the army", "warplanes"."""
    name = _DRESSED.split(name, maxsplit=1)[0]
    last = name.rpartition(" ")[2]
    named = " " in folded(name) and last[:1].isupper()  # "the Western Shield Forces"
    return folded(name) in FORCES or (last.casefold() in _TROOPS and not named)


#: How soldiers look, and where they are from: "soldiers in plain clothes".
_DRESSED = re.compile(r" (?:dressed|from|in|of|wearing|who|with)\b")
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


def is_body(account: Account) -> bool:
    """Whether those whom an account names are a force, a group or another body, and no person."""
    if _NAMED_PERSON.search(account.value):
        return False
    last = folded(account.value).rpartition(" ")[2]
    return account.answer_kind in BODIES or folded(account.value) in FORCES or last in GROUPS | _TROOPS


def _may_be_a_body(account: Account) -> bool:
    """Whether it is a body, or a name of which nobody knows what it is the name of, among those accused."""
    if account.question is not Question.RESPONSIBILITY or is_body(account):
        return is_body(account)
    return account.answer_kind is SourceKind.UNKNOWN and _NAME.fullmatch(account.value) is not None


#: A name and no more: "Alpine Dawn", "the Black Caps".
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of|for|the|and|[A-Z][\w’'-]*))*")


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
GROUPS = frozenset({
    "alliance", "army", "band", "battalion", "brigade", "brigades", "cartel", "cell", "clan", "coalition", "column",
    "command", "corps", "division", "faction", "fighters", "force", "forces", "front", "gang", "group", "guard",
    "guards", "guerrillas", "insurgents", "league", "legion", "militants", "militia", "movement", "network", "party",
    "rebels", "regiment", "resistance", "separatists", "squad", "union",
})  # fmt: skip


#: Whose allies they are: "the Marovian-backed Plain Riders".
WHOSE_SIDE = re.compile(r"-(?:affiliated|aligned|allied|backed|controlled|led|linked|run|trained)$", re.I)


def name_words(name: str) -> set[str]:
    """The words of a body's proper name; none if it is only called gunmen, the gang."""
    if folded(name) in FORCES:
        return set(folded(name).split())
    if folded(name).rpartition(" ")[2] == "coalition" and name.rpartition(" ")[2].islower():
        return {"coalition"}  # whoever is in it: there is one
    words = [w for w in name.split() if w.casefold() not in ("the", "a", "an") and not WHOSE_SIDE.search(w)]
    tail = next((n for n in (3, 2, 1) if len(words) > n and " ".join(words[-n:]) in FORCES), 0)
    words = words[: len(words) - tail]  # "the Afghan air force"
    while words and words[-1].islower() and words[-1] in _NAMELESS | GROUPS | _TROOPS:
        words.pop()  # "the Alpine Dawn gang"
    if all(w.casefold() in _NAMELESS | _LOOKS for w in words):
        return set()
    if not any(w[:1].isupper() for w in words[-1:]):
        return set()
    return {w.casefold().rstrip(",.;").removesuffix("'s").removesuffix("’s") for w in words if w[:1].isupper()}
