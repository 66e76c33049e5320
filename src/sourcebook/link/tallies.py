"""Tallies: what accounts add up to. Who speaks, who counts, who is independent of whom, what numbers have in common.

All functions are on a list of accounts, whether of one page or of many, so that a page and a store count alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from sourcebook.records import Account, Question, SourceKind, Stance, TollRange

#: Stances that tell of an event. The others deny it, refuse to speak of it, or speak of what is to come.
TELLING = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ACCUSE, Stance.ADMIT, Stance.CONDEMN, Stance.SUPPORT})
DENYING = frozenset({Stance.DENY, Stance.DISPUTE})

#: Kinds of sources that are other media: what they report is their lineage's.
MEDIA = frozenset({SourceKind.MEDIA, SourceKind.AGENCY})

#: What a medium is called where its name has been said: whose report is passed on, or one's own.
MEDIA_NOUNS = frozenset({
    "agency", "broadcaster", "channel", "local media", "media", "media reports", "news agency", "news reports",
    "newspaper", "newspapers", "outlet", "paper", "press", "press reports", "radio", "radio station", "state media",
    "state radio", "state television", "station", "television", "website",
})  # fmt: skip

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

#: Sources that are things. They speak for whoever made them, so they count only where a report names nobody.
THINGS = frozenset({
    "correction", "data", "documents", "figures", "footage", "image", "images", "leaflet", "letter", "message",
    "photos", "photographs", "pictures", "recording", "recordings", "records", "report", "reports", "statement",
    "video", "videos",
    # what only a misread sentence lets speak
    "bomb", "bombs", "bullet", "bulletin", "drone", "drones", "missile", "missiles", "mortar", "rocket", "rockets",
    "shell", "shells",
})  # fmt: skip

#: What a state's forces and the ministry over them are called. They are one source: one chain of command.
FORCES = frozenset({
    "air force", "armed forces", "army", "defence forces", "defence ministry", "defense forces", "defense ministry",
    "military", "ministry of defence", "ministry of defense", "navy",
})  # fmt: skip

#: What the police are called where no force is named.
POLICE = frozenset({
    "carabineros", "cops", "deputies", "detectives", "gendarmes", "investigators", "officers", "police",
    "police officers", "policemen",
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


def source_key(account: Account) -> Key:
    """Who speaks, across reports: two accounts with one key come from one source.

    An entity is the same everywhere, and so is a source with a name; an anonymous one, one with "a" before it, and
    witnesses and relatives without a name are known only within their lineage; the report's own voice, or another
    medium that it quotes, is that of the lineage. A state's forces and its Defence Ministry are one source.
    """
    if is_author(account) or account.source == SOMEONE:
        return ("author", folded(account.lineage))
    name = name_of(account.source)
    if is_called(account.source, folded(account.lineage)):
        # an aid group that issues bulletins speaks for itself when others quote it, a newspaper for whom it names
        return ("named" if account.kind in _ISSUERS else "author", folded(account.lineage))
    if account.kind in MEDIA:
        return ("author", name)
    if name in MEDIA_NOUNS:
        return ("author", folded(account.lineage))
    if (country := forces_of(account)) is not None:
        return ("forces", country)
    own = account.entity is not None and account.entity.startswith(f"{account.article}.")  # an id of this page alone
    if account.anonymous or _is_unnamed(account):
        return ("unnamed", account.lineage, folded(without_clauses(account.source)))
    if account.entity and not own:
        return ("entity", account.entity)
    if name in POLICE and account.kind in (SourceKind.POLICE, SourceKind.UNKNOWN):
        return _POLICE
    return ("named", name)


#: Kinds of bodies that report what they record themselves.
_ISSUERS = frozenset({
    SourceKind.NGO, SourceKind.MONITOR, SourceKind.IGO, SourceKind.ARMED_GROUP, SourceKind.MEDICAL, SourceKind.MILITARY,
})  # fmt: skip

_POLICE: Key = ("named", "police")


def _is_unnamed(account: Account) -> bool:
    if account.kind in UNNAMED_KINDS:
        return not _proper(account.source)
    words = without_clauses(account.source).split()
    indefinite = words[:1] and words[0].casefold() in ("a", "an", "one", "another", "some", "several", "other")
    return bool(indefinite) and not _proper(account.source) and spoken_for(account.source) is None


def _proper(source: str) -> list[str]:
    """The longest run of capitalised words, titles left out, where there are two: a name."""
    runs: list[list[str]] = [[]]
    for word in source.replace(",", " , ").split():
        if word[:1].isupper() and word.rstrip(".").casefold() not in TITLES:
            runs[-1].append(word.casefold())
        else:
            runs.append([])
    longest = max(runs, key=len)
    return longest if len(longest) > 1 else []


def has_name(source: str) -> bool:
    """Whether a source's words hold a name of two words or more: "Ana Gil", "Bread for the South"."""
    words = without_clauses(source).replace(",", " ").split()
    return sum(w[:1].isupper() and w.rstrip(".").casefold() not in TITLES for w in words) > 1


def forces_of(account: Account) -> str | None:
    """The country whose forces or Defence Ministry speaks, "" if the text does not say; None: it is somebody else."""
    if account.anonymous or is_author(account):
        return None
    if account.entity and (found := _FORCES_ID.fullmatch(account.entity)):
        return found["country"]
    body = spoken_for(account.source) or _TAIL.sub("", folded(without_clauses(account.source)))
    for name in FORCES:
        if body == name:
            return ""
        owner = body.removesuffix(f" {name}")
        if owner != body and (owner.endswith(("'s", "’s")) or account.party):
            return account.party or ""
    return None


_FORCES_ID = re.compile(r"q:(?P<country>[A-Z]{2})-(?:military|army|navy|air-force|armed-forces|defen[cs]e-ministry)")


def name_of(source: str) -> str:
    """The name in a source's description: "a clan elder, Abdi Farah" and "Col. Abdi Farah" are one.

    The body that a spokesman speaks for; else the longest run of capitalised words, titles left out; where there are
    not two, all of it.
    """
    if body := spoken_for(source):
        return body
    bare = _TAIL.sub("", without_clauses(source))
    return " ".join(_proper(bare)) or folded(bare)


#: When something was said, or how, at the end of a source's words: "police on Thursday".
_TAIL = re.compile(
    r" (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"| (?:in|on) (?:a|its|his|her|their) (?:statement|website|channel|message|recording|leaflet)$",
    re.I,
)


def spoken_for(source: str) -> str | None:
    """The body for which a spokesman speaks, by his description: "army" of "army spokesman Col. Amir Said"."""
    found = _SPEAKS_FOR.match(source) or _SPOKEN_FOR.match(source)
    body = folded(without_clauses(found["body"])) if found else ""
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


@lru_cache(maxsize=65536)  # the names of an incident of hundreds of reports come again and again
def folded(text: str) -> str:
    """Lower case, white space as one blank, no article in front: for comparing names as written."""
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def independent(accounts: Iterable[Account], keys_of_all: Mapping[Account, Key] | None = None) -> tuple[Key, ...]:
    """The independent sources that tell of the event, sorted.

    A report's own voice counts only where its lineage names no one who tells it, and so does a thing that is quoted
    ("a video"); a part of a body ("its chairwoman") counts where the body itself is not quoted. A source counts once in
    all, and so once a lineage: ten reprints of a wire story add nothing. Who denies it does not tell it as well.
    ``keys_of_all``: of all accounts, where they are known.
    """
    given = list(accounts)
    keys_of_all = keys_of_all or keys_of(given)
    told = [a for a in given if tells(a)]
    keys = keys_of(told)
    denying = {keys_of_all[a] for a in given if _denies_it(a)} - {
        keys_of_all[a] for a in given if a.stance is Stance.ADMIT
    }
    bodies = {(a.lineage, a.kind) for a in told if not is_author(a) and not _is_of_a_body(a)}
    keys = {a: key for a, key in keys.items() if not (_is_of_a_body(a) and (a.lineage, a.kind) in bodies)}
    told = [a for a in told if a in keys and (keys_of_all[a] not in denying or is_author(a))]
    sourced = {folded(a.lineage) for a in told if not _is_lesser(a, keys[a])}
    counted = [a for a in told if not _is_lesser(a, keys[a]) or _home(a, keys[a]) not in sourced]
    return tuple(sorted({keys[a] for a in counted}))


def _denies_it(account: Account) -> bool:
    return account.question is Question.OCCURRENCE and (account.stance in DENYING or account.value == NOT_HAPPENED)


def _home(account: Account, key: Key) -> str:
    """The lineage that a report's own voice, or that of a medium it quotes, belongs to."""
    return key[1] if key[0] == "author" else folded(account.lineage)


def _is_lesser(account: Account, key: Key) -> bool:
    """Whether it counts only where nobody else of its lineage tells: the report itself, a thing, "its chairwoman"."""
    if key[0] == "author" or account.kind is SourceKind.DOCUMENT:
        return True
    words = folded(without_clauses(account.source)).split()
    return not _proper(account.source) and bool(words) and words[-1] in THINGS


def _is_of_a_body(account: Account) -> bool:
    """Whether it is "its chairwoman", "their spokesman": one with the body, where that is quoted as well."""
    words = without_clauses(account.source).split()
    return bool(words) and words[0].casefold() in ("its", "their") and not _proper(account.source)


@lru_cache(maxsize=65536)
def _called(source: str) -> str:
    return folded(without_clauses(source).replace(",", ""))


def is_called(source: str, name: str) -> bool:
    """Whether a source is a medium of this (folded) name, perhaps with a noun before: "the aid group Bread for All"."""
    called = _called(source)
    return called == name or (" " in name and called.endswith(f" {name}"))


def keys_of(accounts: Iterable[Account]) -> dict[Account, Key]:
    """Who speaks in each account, a source under a shorter name joined to the only one that it can be.

    "the ministry" is "the Health Ministry", "the mayor" is "the town's mayor, Ana Gil", "the army" the army of the
    one country whose army speaks; where two may be meant, the short name stays apart.
    """
    given = list(accounts)
    keys = {a: source_key(a) for a in given}
    names: dict[Key, set[str]] = {}
    kinds: dict[Key, set[SourceKind]] = {}
    for a, key in keys.items():
        if key[0] in ("named", "entity", "forces"):
            known = {folded(_TAIL.sub("", without_clauses(a.source)))} | ({spoken_for(a.source) or ""} - {""})
            names.setdefault(key, set()).update(known)
            kinds.setdefault(key, set()).add(a.kind)
    joined = _admitting_joined(keys) | _officers_joined(keys)
    joined |= {key: ("named", key[1]) for key in keys.values() if key[0] == "author" and ("named", key[1]) in names}
    alike_names = _holding_words(names)
    for key, called in names.items():
        others = (k for k in alike_names(key) if k != key and _alike(kinds[key], kinds[k]))
        longer = [k for k in others if _may_be(key, called, k, names[k])]
        if len(longer) == 1:
            joined[key] = longer[0]

    for a, key in keys.items():
        if key not in joined and _is_noun(a, key):  # "the charity", beside the only charity that the report names
            near = [b for b in keys if b.lineage == a.lineage and _proper(b.source) and _alike({a.kind}, {b.kind})]
            beside = {keys[b] for b in near}
            if len(beside - {key}) == 1:
                joined[key] = (beside - {key}).pop()

    def root(key: Key) -> Key:
        seen = {key}
        while key in joined and joined[key] not in seen:
            key = joined[key]
            seen.add(key)
        return key

    return {a: root(key) for a, key in keys.items()}


def _holding_words(names: Mapping[Key, set[str]]) -> Callable[[Key], list[Key]]:
    """For a key those whose names hold all words of one of its own, or an office of it: only they can be one with it.

    Hundreds of reports name hundreds of sources; to compare each with each would take longest of all.
    """
    called = {key: {*of, key[1]} for key, of in names.items()}
    having: dict[str, set[Key]] = {}
    for key, of in called.items():
        for word in {w for name in of for w in (*_unpointed(name).split(), *_bare_words(name))}:
            having.setdefault(word, set()).add(key)
    forces = {key for key in names if key[0] == "forces"}
    order = {key: n for n, key in enumerate(names)}

    def near(key: Key) -> list[Key]:
        found = set(forces) if key[0] == "forces" else set()
        for name in called[key]:
            bare = _bare_words(name)
            for words in (name.split(), bare):
                found |= set.intersection(*(having.get(w, set()) for w in words)) if words else set()
            found |= set().union(*(having[w] for w in bare & _OFFICES))
        return sorted(found, key=order.__getitem__)

    return near


def _is_noun(account: Account, key: Key) -> bool:
    """Whether a source is only a noun with "the": a body that was named before."""
    words = without_clauses(account.source).split()
    if account.kind in (SourceKind.UNKNOWN, SourceKind.PERSON):
        return False
    if key[0] == "named" and len(words) == 1:  # a headline leaves the article out: "Charity stops deliveries"
        return account.kind in _NOUN_KINDS and words[0].casefold() not in POLICE | FORCES
    return key[0] == "named" and len(words) == 2 and words[0].casefold() == "the" and words[1].islower()


#: Kinds whose bodies a report calls by a bare noun after their name.
_NOUN_KINDS = frozenset({SourceKind.NGO, SourceKind.MEDICAL, SourceKind.COMPANY, SourceKind.ARMED_GROUP})


def _admitting_joined(keys: dict[Account, Key]) -> dict[Key, Key]:
    """A group without a name that owns up is the one that does so by name: "an armed group has claimed …"."""
    owning = {key for a, key in keys.items() if a.stance is Stance.ADMIT}
    named = [key for key in owning if key[0] in ("named", "entity")]
    return {key: named[0] for key in owning if key[0] == "unnamed" and len(named) == 1}


def _officers_joined(keys: dict[Account, Key]) -> dict[Key, Key]:
    """Who is of the police speaks for them where the same report quotes them, an officer with a name wherever it is."""
    quoting = {a.lineage for a, key in keys.items() if key == _POLICE}
    if not quoting:
        return {}
    officers = {
        key
        for a, key in keys.items()
        if a.kind is SourceKind.POLICE and (a.lineage in quoting or (key[0] == "named" and _is_officer(a.source)))
    }
    return {key: _POLICE for key in officers if key != _POLICE and key[0] in ("named", "unnamed")}


def _is_officer(source: str) -> bool:
    """Whether it is one of the police, not a force of another name ("the Coast Police")."""
    words = {w.casefold().rstrip(".") for w in without_clauses(source).replace(",", " ").split()}
    return bool(words & _RANKS)


_RANKS = frozenset({
    "captain", "capt", "chief", "commander", "commissioner", "constable", "deputy", "detective", "det", "inspector",
    "lieutenant", "lt", "officer", "sergeant", "sgt", "sheriff", "superintendent", "supt",
})  # fmt: skip


def _may_be(key: Key, called: set[str], other: Key, longer: set[str]) -> bool:
    """Whether all names of one source stand, as whole words, within a longer name of the other."""
    if key[0] == "forces" or other[0] == "forces":
        return key == ("forces", "") and other[0] == "forces"
    short = {key[1]} if key[0] == "named" else called
    if key[0] == other[0] == "named" and any(_is_office(s, n) for s in short for n in longer):
        return True
    return all(any(len(n) > len(s) and f" {s} " in f" {_unpointed(n)} " for n in longer) for s in short)


@lru_cache(maxsize=65536)
def _unpointed(name: str) -> str:
    return _PUNCTUATION.sub(" ", name)


def _is_office(short: str, long: str) -> bool:
    """Whether a source named by its office may be the one that another report gives a name: "the regional governor"."""
    words, named = _bare_words(short), _bare_words(long)
    if len(named) <= len(words) or bool(words & _LESSER_OFFICES) is not bool(named & _LESSER_OFFICES):
        return False
    return words <= named or bool(words & named & _OFFICES and len(words) < 3 and len(named - words) >= 2)


@lru_cache(maxsize=65536)
def _bare_words(source: str) -> frozenset[str]:
    return frozenset(_PUNCTUATION.sub(" ", source.casefold()).split()) - _LINKING


_LINKING = frozenset({"the", "a", "an", "of", "for", "in", "at", "on", "and", "dr", "mr", "mrs", "ms"})
_LESSER_OFFICES = frozenset({"deputy", "vice", "former", "acting", "assistant"})
#: Offices of which a place or a body has one.
_OFFICES = frozenset({
    "abbot", "ambassador", "archbishop", "bishop", "chairman", "chairwoman", "chancellor", "director", "governor",
    "headmaster", "headmistress", "imam", "mayor", "owner", "premier", "president", "principal", "prosecutor", "rector",
})  # fmt: skip

_PUNCTUATION = re.compile(r"['’]s\b|[^\w\s]")


def _alike(a: set[SourceKind], b: set[SourceKind]) -> bool:
    return bool(a & b) or SourceKind.UNKNOWN in a | b or SourceKind.PERSON in a | b


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
