"""Tallies: who speaks in one account; whether it tells, and counts; what two numbers have in common.

All functions are on a list of accounts, whether of one page or of many, so that a page and a store count alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.link.names import (
    NAME_BEHIND,
    TAIL,
    folded,
    is_called,
    is_group_of,
    is_journalist,
    name_of,
    proper_of,
    self_called,
    spoken_for,
    without_clauses,
)
from sourcebook.records import Account, Question, SourceKind, Stance, TollRange

#: Stances that tell of an event. The others deny it, refuse to speak of it, or speak of what is to come.
TELLING = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ACCUSE, Stance.ADMIT, Stance.CONDEMN, Stance.SUPPORT})
DENYING = frozenset({Stance.DENY, Stance.DISPUTE})

#: Kinds of sources that are other media: what they report is their lineage's.
MEDIA = frozenset({SourceKind.MEDIA, SourceKind.AGENCY})

_REPORTERS = MEDIA | {SourceKind.STATE_MEDIA, SourceKind.UNKNOWN}

#: What a medium is called where its name has been said: whose report is passed on, or one's own.
MEDIA_NOUNS = frozenset({
    "agency", "broadcaster", "channel", "local media", "media", "media reports", "news agency", "news reports",
    "newspaper", "newspapers", "outlet", "paper", "press", "press reports", "radio", "radio station", "state media",
    "state radio", "state television", "station", "television", "website", "this agency",
    "this magazine", "this newspaper", "this outlet", "this paper", "this station", "this website",
})  # fmt: skip

#: Kinds of sources that are many people under one name: "witnesses" of two reports are not the same ones.
UNNAMED_KINDS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})

#: Value of an occurrence account that tells that it did not happen.
NOT_HAPPENED = "did not happen"


#: Sources that are things. They speak for whoever made them, so they count only where a report names nobody.
THINGS = frozenset({
    "correction", "data", "documents", "figures", "footage", "image", "images", "information",
    "leaflet", "letter", "message",
    "photos", "photographs", "pictures", "recording", "recordings", "records", "report", "reports", "statement",
    "video", "videos",
    # what only a misread sentence lets speak
    "bomb", "bombs", "bullet", "bulletin", "drone", "drones", "missile", "missiles", "mortar", "rocket", "rockets",
    "shell", "shells",
})  # fmt: skip

#: What a state's forces and the ministry over them are called. They are one source: one chain of command.
FORCES = frozenset({
    "air force", "armed forces", "army", "army command", "chiefs of staff", "defence forces", "defence ministry",
    "defense forces", "defense ministry", "general staff", "high command", "joint staff", "junta", "military",
    "military command", "military government", "military junta", "ministry of defence", "ministry of defense",
    "ministry of national defence", "ministry of national defense", "ministry of war", "national army",
    "national defence ministry", "national defense ministry", "navy", "ruling junta", "ruling military", "war ministry",
})  # fmt: skip

#: What the police are called where no force is named.
POLICE = frozenset({
    "carabineros", "cops", "deputies", "detectives", "gendarmes", "investigators", "officers", "police",
    "police officers", "policemen",
})  # fmt: skip

#: Words for a source that name nobody: a pronoun that leads nowhere, a crowd.
NOBODYS_NAMES = frozenset({
    "crowd", "crowds", "dozens", "he", "hundreds", "it", "many", "mourners", "people", "scores", "she", "some", "they",
    "thousands",
})  # fmt: skip

#: What a source is called whom the text does not name at all ("accused of …").
SOMEONE = "someone unnamed"

Key = tuple[str, ...]


def tells(account: Account) -> bool:
    """Whether the account says that the event took place, or something about it that presupposes it."""
    return account.stance in TELLING and account.value != NOT_HAPPENED


def is_author(account: Account) -> bool:
    """Whether the report itself speaks."""
    return account.claim is None


def is_report(account: Account) -> bool:
    """Whether a medium's report speaks in its own voice, no body in its own bulletin."""
    return is_author(account) and account.kind not in ISSUERS and not is_printed(account)


def is_printed(account: Account) -> bool:
    """Whether a report's own voice is that of a body whose statement the outlet prints."""
    return is_author(account) and account.kind not in ISSUERS and account.kind not in _REPORTERS


def source_key(account: Account) -> Key:
    """Who speaks, across reports: two accounts with one key come from one source.

    An entity is the same everywhere, and so is a source with a name; an anonymous one, one with "a" before it, and
    witnesses and relatives without a name are known only within their lineage; the report's own voice, or another
    medium that it quotes, is that of the lineage, but a body's own bulletin is the body's. A state's forces and its
    Defence Ministry are one source.
    """
    if is_author(account) and account.kind in ISSUERS:
        return ("named", folded(account.source))
    if is_printed(account):
        of_army = _ARMY_OFFICE.search(folded(account.source)) is not None and account.kind in _OF_A_STATE
        return ("forces", "") if of_army or name_of(account.source) in FORCES else ("named", name_of(account.source))
    if account.source == SOMEONE:
        return ("author", folded(account.lineage))
    if is_author(account):
        return ("author", folded(without_clauses(account.via[0]) if account.via else account.lineage))
    name = name_of(account.source)
    command = spoken_for(account.source) or name
    if account.kind is SourceKind.MILITARY and COMMAND.fullmatch(command) and forces_of(account) is None:
        return ("named", command)
    if self_called(account.source):
        return ("named", name)
    if is_called(account.source, folded(account.lineage)):
        # an aid group that issues bulletins speaks for itself when others quote it, a newspaper for whom it names
        return ("named" if account.kind in ISSUERS else "author", folded(account.lineage))
    if name in MEDIA_NOUNS or name in NOBODYS_NAMES:
        return ("author", folded(account.lineage))
    itself = spoken_for(account.source) is None and not is_journalist(account.source)
    if account.kind in MEDIA and itself:  # "the army's press service" is the army, a wounded reporter is himself
        return ("author", name)
    if (country := forces_of(account)) is not None:
        return ("forces", country)
    own = account.entity is not None and account.entity.startswith(f"{account.article}.")  # an id of this page alone
    named_behind = NAME_BEHIND.search(without_clauses(account.source)) is not None
    if not is_group_of(account.source) and not named_behind and (account.anonymous or _is_unnamed(account)):
        return ("unnamed", account.lineage, folded(without_clauses(account.source)))
    if account.entity and not own:
        return ("entity", account.entity)
    if name in POLICE and account.kind in (SourceKind.POLICE, SourceKind.UNKNOWN):
        return THE_POLICE
    return ("named", name)


#: An office of a state's forces that issues what they have to say: "Directorate of Army Information".
_ARMY_OFFICE = re.compile(
    r"\b(?:directorate|department|office|division|bureau|centre|center|service|staff|command)\b.*"
    r"\b(?:army|armed forces|military|defen[cs]e forces)\b|\b(?:army|armed forces|military|defen[cs]e forces)\b.*"
    r"\b(?:directorate|department|office|division|bureau|centre|center|service|spokes\w+)\b"
)
_OF_A_STATE = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT})

#: Kinds of bodies that report what they record themselves.
ISSUERS = frozenset({
    SourceKind.NGO, SourceKind.MONITOR, SourceKind.IGO, SourceKind.ARMED_GROUP, SourceKind.MEDICAL, SourceKind.MILITARY,
    SourceKind.POLICE,
})  # fmt: skip

THE_POLICE: Key = ("named", "police")

#: Names of a force or an office of police of its own.
POLICE_BODY = re.compile(
    r"^[a-z]{1,4}pd$"
    r"|(?:^|\w )(?:sheriff['’]?s (?:office|dep(?:artmen)?t\.?)|(?:police|constabulary|gendarmerie|state troopers"
    r"|highway patrol)(?<!^police)(?: (?:department|dept\.?|office|force|service|bureau|command|directorate))*)"
    r"(?: (?:in|of) [\w’' -]+)?$"
)


def _is_unnamed(account: Account) -> bool:
    if account.kind in UNNAMED_KINDS:
        return not proper_of(account.source) and _BY_LAST_NAME.match(account.source) is None
    words = without_clauses(account.source).split()
    indefinite = words[:1] and words[0].casefold() in _INDEFINITE
    return bool(indefinite) and not proper_of(account.source) and spoken_for(account.source) is None


#: Who is called by the last of his names: "Mr Rey, a farmer in Tarn".
_BY_LAST_NAME = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? [A-Z]")

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "other", "two", "three", "four", "five", "rival"}
)


_FORCES_ENDINGS = tuple(FORCES)


def forces_of(account: Account) -> str | None:
    """The country whose forces or Defence Ministry speaks, "" if the text does not say; None: it is somebody else."""
    if account.anonymous or is_author(account):
        return None
    if account.entity and (found := _FORCES_ID.fullmatch(account.entity)):
        return found["country"]
    body = spoken_for(account.source) or TAIL.sub("", folded(without_clauses(account.source)))
    if account.kind is SourceKind.MILITARY and COMMAND.fullmatch(body):
        if account.party and len(account.party) == 2:
            return account.party
        return None
    if account.kind is SourceKind.MILITARY and _BY_LETTERS.match(account.source) and len(account.party or "") == 2:
        return account.party
    if not body.endswith(_FORCES_ENDINGS):
        return None
    for name in FORCES:
        if body == name:
            return ""
        owner = body.removesuffix(f" {name}")
        state = account.party if account.party and len(account.party) == 2 else None
        if owner != body and (owner.endswith(("'s", "’s")) or state) and account.kind is not SourceKind.ARMED_GROUP:
            return state or ""
    return None


#: Who speaks for forces that are called by their letters: "an IDF spokesman".
_BY_LETTERS = re.compile(
    r"(?:[Aa]n? |[Tt]he )?[A-Z]{3,6}(?:['’]s)? (?:[a-z]+ )?(?:spokes\w+|official|officer|general|commander)\b"
)
#: A command of a state's forces in a part of it: "the southern military command", "Operational Command North".
COMMAND = re.compile(
    r"(?:[\w’'.-]+['’]s )?(?:(?:area|army|central|eastern|joint|military|northern|operational|regional|southern"
    r"|territorial|western) )+command(?: (?:north|south|east|west))?"
    r"|(?:[\w’'.-]+ ){0,3}command post"
)


def forces_named(id_: str, name: str) -> str | None:
    """The country of the forces that a party stands for, "" if its id and name do not say; None: somebody else."""
    if found := _FORCES_ID.fullmatch(id_):
        return found["country"]
    return "" if folded(name) in FORCES else None


_FORCES_ID = re.compile(r"q:(?P<country>[A-Z]{2})-(?:military|army|navy|air-force|armed-forces|defen[cs]e-ministry)")


def hull(ranges: Iterable[TollRange | None]) -> TollRange | None:
    """Lowest low and highest high; None where no one gives a number. ``high`` is None where all are open upwards."""
    given = [r for r in ranges if r is not None]
    highs = [high for _, high in given if high is not None]
    if not given:
        return None
    return min(low for low, _ in given), max([*highs, *(low for low, _ in given)]) if highs else None


def total_of(accounts: Iterable[Account]) -> TollRange:
    """What one source gives as the number killed or injured: its own lowest low and highest high."""
    ranges = [(a.low, a.high) for a in accounts if a.low is not None]
    highs = [high for _, high in ranges]
    return min(low for low, _ in ranges), None if None in highs else max(h for h in highs if h is not None)


def is_number(account: Account) -> bool:
    """Whether an account counts: not "a minister and his driver", nor "passengers", which leave open who else."""
    if account.low is None or not tells(account):
        return False
    return account.high is not None or _COUNTED.search(account.value) is not None


_COUNTED = re.compile(
    r"\d|\b(?:least|more|over|dozens?|scores|hundreds|thousands|several|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b",
    re.I,
)


def disjoint(a: TollRange, b: TollRange) -> bool:
    """Whether no number fits both."""
    return (a[1] is not None and a[1] < b[0]) or (b[1] is not None and b[1] < a[0])


def told_finer(a: Account, others: Iterable[Account]) -> bool:
    """Whether it only says where ("Portugal") what another says more finely ("Évora, PT")."""
    if a.question is not Question.PLACE:
        return False
    ends = tuple(f", {end}" for end in (a.value, a.answer) if end)
    return any(b.question is Question.PLACE and b.value.endswith(ends) for b in others)
