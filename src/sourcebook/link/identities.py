"""Identities: who speaks in each account of an incident, one source under all its names; who is independent.

"the ministry" is "the Health Ministry", "the mayor" is "the town's mayor, Ana Gil", a detective speaks for the police
whom his report quotes. All functions are on a list of accounts, whether of one page or of many.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sourcebook.link.aliases import (
    alike,
    are_prosecutors,
    bare_words,
    begins,
    holding_words,
    is_same_body,
    may_be,
)
from sourcebook.link.bodies import (
    channels_joined,
    crews_joined,
    groups_joined,
    members_joined,
    of_its_own,
    town_bodies_joined,
    wards_joined,
)
from sourcebook.link.callings import (
    bare_names_joined,
    heads_joined,
    initials_joined,
    is_its_own,
    its_own_joined,
    kin_joined,
    leads_joined,
    listed_joined,
    many_joined,
    roles_joined,
)
from sourcebook.link.fronts import is_led_by
from sourcebook.link.names import TAIL, folded, has_name, is_called, proper_of, spoken_for, without_clauses
from sourcebook.link.officers import officers_joined, soldiers_joined
from sourcebook.link.offices import offices_joined, states_joined
from sourcebook.link.pairs import pairs_joined
from sourcebook.link.powers import installed_joined, rebels_joined
from sourcebook.link.surnames import prosecutors_joined, surnames_joined
from sourcebook.link.tallies import (
    DENYING,
    FORCES,
    ISSUERS,
    MEDIA,
    NOT_HAPPENED,
    POLICE,
    THINGS,
    Key,
    is_author,
    source_key,
    tells,
)
from sourcebook.records import Account, Question, SourceKind, Stance


def keys_of(accounts: Iterable[Account]) -> dict[Account, Key]:
    """Who speaks in each account, a source under a shorter name joined to the only one that it can be.

    "the ministry" is "the Health Ministry", "the mayor" is "the town's mayor, Ana Gil", "the army" the army of the
    one country whose army speaks; where two may be meant, the short name stays apart.
    """
    written = list(accounts)
    plain = [_without_accents(a) for a in written]
    if plain != written:
        of_plain = keys_of(plain)
        return {a: of_plain[b] for a, b in zip(written, plain, strict=True)}
    given = written
    issuing = {folded(a.lineage) for a in given if is_author(a) and a.kind in ISSUERS}
    keys = {a: of_its_own(a, issuing) or source_key(a) for a in given}
    keys = _by_relays(keys)
    names: dict[Key, set[str]] = {}
    kinds: dict[Key, set[SourceKind]] = {}
    for a, key in keys.items():
        if key[0] in ("named", "entity", "forces"):
            known = {folded(TAIL.sub("", without_clauses(a.source)))} | ({spoken_for(a.source) or ""} - {""})
            names.setdefault(key, set()).update(known)
            kinds.setdefault(key, set()).add(a.kind)
    joined = (
        groups_joined(keys)
        | many_joined(keys)
        | leads_joined(keys)
        | kin_joined(keys)
        | roles_joined(keys)
        | bare_names_joined(keys)
        | initials_joined(keys)
        | listed_joined(keys)
        | _unnamed_joined(keys)
        | _admitting_joined(keys)
    )
    joined |= soldiers_joined(keys) | officers_joined(keys) | members_joined(keys) | town_bodies_joined(keys)
    joined |= wards_joined(keys) | channels_joined(keys) | crews_joined(keys)
    joined |= pairs_joined(keys) | surnames_joined(keys) | installed_joined(keys) | rebels_joined(keys)
    joined |= {key: ("named", key[1]) for key in keys.values() if key[0] == "author" and ("named", key[1]) in names}
    alike_names = holding_words(names)
    for key, called in names.items():
        close = (k for k in alike_names(key) if k != key)
        others = (
            k
            for k in close
            if alike(kinds[key], kinds[k])
            or key[0] == k[0] == "forces"
            or begins(key, k)
            or are_prosecutors(key, k)
            or is_same_body(key, k, names[k])
        )
        longer = [k for k in others if may_be(key, called, k, names[k])]
        # "prosecutors", "state prosecutors" and those of the only state that is named are one
        longest = [k for k in longer if not any(may_be(k, names[k], x, names[x]) for x in longer if x != k)]
        if len(longest) == 1:
            joined[key] = longest[0]

    meant: dict[Key, set[Key]] = {}
    for a, key in keys.items():
        if key not in joined and _is_noun(a, key):  # "the charity", beside the only charity that its reports name
            named = [b for b in keys if has_name(b.source)] or [b for b in keys if _has_a_name(b)]
            fits = [b for b in named if alike({a.kind}, {b.kind}) and _may_be_called(b, a)]
            near = [b for b in fits if (b.page, b.lineage) == (a.page, a.lineage)]
            near = near or [b for b in fits if b.lineage == a.lineage and _may_be_meant(a, b)]
            if not near and a.kind is SourceKind.NGO:  # firms and councils are many, aid groups on one scene are few
                near = [b for b in fits if b.kind is SourceKind.NGO]
            meant.setdefault(key, set()).update({keys[b] for b in near} - {key})
    joined |= {key: next(iter(beside)) for key, beside in meant.items() if len(beside) == 1}
    joined = prosecutors_joined(keys) | heads_joined(keys) | joined
    joined = offices_joined(keys) | states_joined(keys) | its_own_joined(keys) | _spoken_for_joined(keys) | joined

    def root(key: Key) -> Key:
        path = [key]
        while path[-1] in joined:
            after = joined[path[-1]]
            if after in path:
                return min(path[path.index(after) :])  # each may be the other: one of them, whatever their order
            path.append(after)
        return path[-1]

    return {a: root(key) for a, key in keys.items()}


def _without_accents(account: Account) -> Account:
    """An account under its source's name in plain letters, as one paper writes it and another does not: "Óscar"."""
    name = account.source
    if name.isascii() or is_called(name, folded(account.lineage)):
        return account
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return account if plain == name else replace(account, source=plain)


def _by_relays(keys: dict[Account, Key]) -> dict[Account, Key]:
    """Who has no name is known within the lineage whose report is retold: "the Wire said, quoting two officials"."""
    lineages = {folded(a.lineage): a.lineage for a in keys}
    unnamed = {key for key in keys.values() if key[0] == "unnamed"}
    out = {}
    for a, key in keys.items():
        out[a] = key
        hands = (folded(without_clauses(hand)) for hand in a.via)
        told = next((h for h in hands if h in lineages and lineages[h] != a.lineage), None) if key in unnamed else None
        if told:
            words = bare_words(key[2])
            same = [k for k in unnamed if k[1] == lineages[told] and words <= bare_words(k[2])]
            out[a] = same[0] if len(same) == 1 else ("unnamed", lineages[told], key[2])
    return out


def _spoken_for_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who speaks for a body, by the id that its report gives both: "the union", "its secretary, Ana Gil"."""
    known: dict[tuple[str, str], dict[Key, Account]] = {}
    for a, key in keys.items():
        if a.entity and a.claim and key[0] != "author":
            known.setdefault((a.page, a.entity), {}).setdefault(key, a)
    joined: dict[Key, Key] = {}
    for beside in known.values():
        if len(beside) > 1:
            main = min(beside, key=lambda k: (_speaks_for_another(beside[k]), k[0] == "unnamed", -len(k[-1]), k))
            joined |= {key: main for key in beside if key != main}
    return joined


def _speaks_for_another(account: Account) -> bool:
    first = account.source.split(" ", 2)[:2]
    return first[0].casefold() in ("its", "their") or first[-1].endswith(("'s", "’s"))


def _may_be_meant(noun: Account, named: Account) -> bool:
    """Whether a body that only another report of the lineage names may be the one called by a noun."""
    return named.kind is not SourceKind.PERSON and named.stance is not Stance.ADMIT


def _unnamed_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Within a lineage one without a name, described in short and at length: "the clerk", "a clerk at a store"."""
    unnamed = {key for key in keys.values() if key[0] == "unnamed"}
    if not unnamed:
        return {}
    short = {(key, key[1], key[2]) for key in unnamed}
    for a, key in keys.items():
        if key[0] == "named" and a.source[:4].casefold() == "the " and a.source[4:].islower():
            short.add((key, a.lineage, key[1]))
    joined = {}
    for key, lineage, called in sorted(short):
        same = [k for k in unnamed if k[1] == lineage and k != key]
        longer = [k for k in same if k[2].startswith(f"{called} ")] or [
            k for k in same if k[2] in (called, f"{called}s")
        ]
        if not longer and called.endswith("s"):  # "residents", "two residents"
            longer = [k for k in same if _SOME.fullmatch(k[2]) and k[2].endswith(f" {called}")]
        if len(longer) == 1:
            joined[key] = longer[0]
    return joined


#: Many of whom the number is given, or not.
_SOME = re.compile(r"(?:(?:local|other|several|some|two|three|four|five|six) )+[a-z]+s")


def _has_a_name(account: Account) -> bool:
    """Whether a body's words hold a name, be it of one word: "Hengaw", "the rights group Hengaw"."""
    return _PROPER_WORD.search(without_clauses(account.source).removeprefix("The ")) is not None


_PROPER_WORD = re.compile(r"\b[A-Z][\w’'-]{2,}")


def _may_be_called(named: Account, noun: Account) -> bool:
    """Whether a noun fits a name with "the" that nothing else tells of: no governor is "the Red Mane"."""
    if named.kind not in (SourceKind.UNKNOWN, SourceKind.PERSON) or not _THE_NAME.match(named.source):
        return True
    return without_clauses(noun.source).split()[-1].casefold() in _BODY_NOUNS | _BANDS


_THE_NAME = re.compile(r"[Tt]he [A-Z]")
#: What bands and other bodies are called after their name.
_BANDS = frozenset({
    "army", "band", "brigade", "clan", "church", "committee", "council", "diocese", "faction", "federation", "front",
    "gang", "hospital", "league", "militia", "ministry", "mission", "movement", "outfit", "party", "syndicate", "tribe",
    "union",
})  # fmt: skip


def _is_noun(account: Account, key: Key) -> bool:
    """Whether a source is only a noun with "the": a body that was named before."""
    words = [w for w in without_clauses(account.source).split() if not w.endswith("-based")]
    if account.kind in (SourceKind.UNKNOWN, SourceKind.PERSON):
        return False
    if key[0] == "named" and len(words) == 1:  # a headline leaves the article out: "Charity stops deliveries"
        known = words[0].islower() or words[0].endswith("s") or words[0].casefold() in _BODY_NOUNS | _BANDS | _SITES
        return known and account.kind in _NOUN_KINDS and words[0].casefold() not in POLICE | FORCES
    if key[0] != "named" or len(words) < 2 or words[0].casefold() != "the" or not " ".join(words[1:]).islower():
        return False
    return len(words) == 2 or (len(words) == 3 and account.kind in _NOUN_KINDS and words[2] in _BODY_NOUNS)


#: What a body is, with a word before it that says of what kind: "the aid group", "the bus company".
_BODY_NOUNS = frozenset({"association", "charity", "company", "firm", "group", "operator", "organisation",
                         "organization"})  # fmt: skip

#: ... and what a headline calls others of that sort by.
_SITES = frozenset({"agency", "airline", "clinic", "mine", "monitor", "network", "society", "watchdog"})

#: Kinds whose bodies a report calls by a bare noun after their name.
_NOUN_KINDS = frozenset({SourceKind.NGO, SourceKind.MEDICAL, SourceKind.COMPANY, SourceKind.ARMED_GROUP})


def _admitting_joined(keys: dict[Account, Key]) -> dict[Key, Key]:
    """Groups without a name that own up are those that do so by name: "an armed group has claimed …"."""
    owning = {key for a, key in keys.items() if a.stance is Stance.ADMIT}
    named = sorted(key for key in owning if key[0] in ("named", "entity"))
    return {key: named[0] for key in owning if key[0] == "unnamed" and named}


def independent(accounts: Iterable[Account], known: Mapping[Account, Key] | None = None) -> tuple[Key, ...]:
    """The independent sources that tell of the event, sorted.

    A report's own voice counts only where its lineage names no one who tells it, and so does a thing that is quoted
    ("a video"); a part of a body ("its chairwoman") counts where the body itself is not quoted. A source counts once in
    all, and so once a lineage: ten reprints of a wire story add nothing. Who denies it does not tell it in the same
    report, nor does who only condemns or hails it; long after the first reports a report's own voice adds nothing, nor
    does who only recalls the event beside other news.
    ``known``: who speaks in each account, where it has been worked out for just these.
    """
    given = list(accounts)
    told = [a for a in given if tells(a) and a.stance not in _JUDGING]
    first = _first_day(told)
    told = [a for a in told if not (is_author(a) and _is_late(a, first))] or told
    told = [a for a in told if not a.recalled] or told
    # who only judges or is silent shows who is who as well; who denies does not speak for those who tell
    kept = set(told)
    heard = [a for a in given if a in kept or a.stance not in DENYING]
    all_heard = known is not None and len(known) == len(heard) == len(given)
    every = known if known is not None and all_heard else keys_of(heard)
    if len(heard) < len(given) and (own := [a for a in told if is_its_own(a.source)]):
        whole = keys_of(given)  # "its spokesman" may be of a body that denies
        every = {**every, **{a: whole[a] for a in own}}
    keys = _of_deniers({a: every[a] for a in told}, given)
    bodies = {(a.lineage, a.kind) for a in told if not is_author(a) and not _is_of_a_body(a)}
    keys = {a: key for a, key in keys.items() if not (_is_of_a_body(a) and (a.lineage, a.kind) in bodies)}
    back = _taken_back(given)
    told = [a for a in told if a in keys and a not in back]
    bodies_told = [a for a in told if a.kind not in _REPORTING and a.claim and keys[a][0] != "author"]
    quoting = {bare_words(without_clauses(a.source)) for a in bodies_told}
    told = [a for a in told if not (keys[a][0] == "unnamed" and _is_vouched_for(a, quoting))]
    denying = {bare_words(without_clauses(a.source)) for a in given if a.stance in DENYING}
    told = [a for a in told if not (keys[a][0] == "unnamed" and _is_vouched_for(a, denying))]
    told = [a for a in told if not is_led_by(a, keys[a], told)]
    hands = {folded(without_clauses(hand)) for a in told for hand in a.via}
    homes = [(a, _home(a, keys[a]) if _is_lesser(a, keys[a]) or _relays(a, hands) else None) for a in told]
    sourced = {folded(a.lineage) for a, home in homes if home is None}
    sourced |= {folded(without_clauses(hand)) for a, home in homes if home is None for hand in a.via}
    return tuple(
        sorted({("author", h) if h is not None else keys[a] for a, h in homes if h is None or h not in sourced})
    )


def _of_deniers(keys: dict[Account, Key], given: Iterable[Account]) -> dict[Account, Key]:
    """ "Its spokesman", who tells, is the body whose report has it deny: by the id that the report gives both."""
    alone = [a for a, key in keys.items() if key[0] == "named" and a.entity and _is_of_a_body(a)]
    if not alone:
        return keys
    bodies: dict[tuple[str, str | None], Key] = {}
    bodies |= {
        (b.page, b.entity): source_key(_without_accents(b))
        for b in given
        if b not in keys and b.entity and not _is_of_a_body(b)
    }
    return keys | {a: bodies[a.page, a.entity] for a in alone if (a.page, a.entity) in bodies}


def _taken_back(accounts: Iterable[Account]) -> frozenset[Account]:
    """What sources are read to tell in a report that has them deny it. A report of its own takes nothing back.

    Who says in it who did it has a version of his own.
    """
    pages: dict[str, list[Account]] = {}
    for a in accounts:
        pages.setdefault(a.page, []).append(a)
    out: set[Account] = set()
    for here in pages.values():
        if any(_denies_it(a) for a in here):
            keys = keys_of(here)
            admitting = {keys[a] for a in here if a.stance is Stance.ADMIT}
            blaming = {keys[a] for a in here if a.claim and a.question is Question.RESPONSIBILITY and tells(a)}
            denying = {keys[a] for a in here if _denies_it(a)} - admitting - blaming
            out.update(a for a in here if keys[a] in denying and not is_author(a))
    return frozenset(out)


def _is_vouched_for(account: Account, quoting: Collection[frozenset[str]]) -> bool:
    """Whether who has no name is heard only through a body that tells of it: "the group said, quoting a guard"."""
    hands = [bare_words(without_clauses(hand)) for hand in account.via]
    return any(hand <= words for hand in hands for words in quoting if hand)


#: Who only says what he thinks of it has heard of it like everybody else.
_JUDGING = frozenset({Stance.CONDEMN, Stance.SUPPORT})

#: A report in its own words so long after the first ones recalls the event: an anniversary, a trial.
_LONG_AFTER = dt.timedelta(days=30)


def _first_day(accounts: Iterable[Account]) -> dt.date | None:
    return min((a.said.low for a in accounts if a.said and a.said.low), default=None)


def _is_late(account: Account, first: dt.date | None) -> bool:
    day = account.said.low if account.said else None
    return first is not None and day is not None and day - first >= _LONG_AFTER


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
    of = next((n for n, w in enumerate(words) if w in _OF), len(words))  # "information gathered by our organisation"
    return bool(words) and (words[-1] in THINGS or bool(THINGS & set(words[:of]))) and not proper_of(account.source)


def _relays(account: Account, hands: Collection[str]) -> bool:
    """Whether a state's own agency is heard as the one that passes on what others told it."""
    return account.kind is SourceKind.STATE_MEDIA and folded(without_clauses(account.source)) in hands


_REPORTING = MEDIA | {SourceKind.STATE_MEDIA}


_OF = frozenset({"about", "at", "by", "for", "from", "in", "of", "on", "with"})


def _is_of_a_body(account: Account) -> bool:
    """Whether it is "its chairwoman", "their spokesman": one with the body, where that is quoted as well."""
    first = without_clauses(account.source).split(None, 1)[:1]
    return bool(first) and first[0].casefold() in ("its", "their") and not proper_of(account.source)
