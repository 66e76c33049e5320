"""Callings: one source that a report calls in two ways: "an official" and by name, "the widow of" and by name.

All functions are on the accounts of one incident with the keys that their names give them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.names import folded, has_name, without_clauses
from sourcebook.link.tallies import MEDIA, Key, is_author
from sourcebook.records import Account, Question, SourceKind, Stance


def leads_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who opens a report without a name is whom it names behind: "an official said … the governor, Ana Gil, said"."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        words = folded(without_clauses(a.source)).split()
        one = words[-1:] and words[-1] in _LEADING - {"official"} and a.source[:2].casefold() != "a "
        if key[0] != "unnamed" or not a.claim or not _LEADING & set(words) or (len(words) > 2 and not one):
            continue
        if _HIDING.search(a.source):
            continue
        told = [b for b in keys if b.page == a.page and b.claim and not is_author(b)]
        if any(b.quote.start < a.quote.start for b in told):
            continue
        named = [b for b in told if b.kind is a.kind and keys[b][0] == "named" and has_name(b.source)]
        if words[-1] != "official":
            named = [b for b in named if words[-1] in folded(b.source).replace(",", " ").split()]
        if named:
            joined[key] = keys[min(named, key=lambda b: b.quote.start)]
    return joined


#: Who will not be named is named nowhere.
_HIDING = re.compile(r"\b(?:anonym\w*|former|retired|(?:not|be|to be) (?:named|identified)|unnamed|source)\b", re.I)
#: Words by which the first sentence calls whom the next one names.
_LEADING = frozenset({"administrator", "chief", "commissioner", "coroner", "councillor", "director", "doctor",
                      "elder", "governor", "leader", "mayor", "minister", "official", "priest", "prosecutor",
                      "teacher"})  # fmt: skip


def many_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who opens a report as many, whom it tells one by one behind: "authorities said … the police chief said"."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        found = (
            _MANY.fullmatch(folded(without_clauses(a.source))) if a.claim and key[0] in ("unnamed", "named") else None
        )
        if found is None or _HIDING.search(a.source):
            continue
        if found["whose"] == "health":
            ministries = {k for b, k in keys.items() if k[0] != "unnamed" and _OF_HEALTH_MINISTRY.search(b.source)}
            joined |= {key: min(ministries, key=lambda k: (k[0] != "entity", k))} if ministries else {}
        told = [b for b in keys if b.page == a.page and b.claim and not is_author(b) and keys[b] != key]
        if any(b.quote.start < a.quote.start for b in told):
            if any(found[x] for x in ("whose", "which", "state")) or found["noun"] == "sources" or a.party is not None:
                continue
            before = [b for b in told if b.kind in OF_STATE and b.quote.start < a.quote.start and _is_official(b)]
            if before and key not in joined:  # "police said … officials said": the same, in other words
                joined[key] = keys[max(before, key=lambda b: b.quote.start)]
            continue
        told = [b for b in told if b.party in (None, a.party) or (a.party is None and not found["state"])]
        if a.party is not None:  # "Palestinian officials", beside an army whose state another report names
            told = [b for b in told if b.party == a.party or keys[b][0] != "forces"]
        of_kind = _OF_HEALTH if found["whose"] == "health" else OF_STATE if found["noun"] != "sources" else None
        meant = [b for b in told if (of_kind is None or b.kind in of_kind) and not _HIDING.search(b.source)]
        if (
            meant
            and key not in joined
            and a.page not in {b.page for b in keys if keys[b] == key and _HIDING.search(b.source)}
        ):
            joined[key] = keys[min(meant, key=lambda b: b.quote.start)]
    return joined


_MANY = re.compile(
    r"(?:(?:local|law enforcement|(?P<which>state|regional|provincial|district|county|city|municipal|town|government)"
    r"|(?P<state>[a-z]+ian|[a-z]+i|[a-z]+ese)|(?P<whose>health)) ){0,2}(?P<noun>authorities|officials|sources)"
)
_OF_HEALTH_MINISTRY = re.compile(r"\b(?:health ministry|ministry of (?:public )?health|health minister)\b", re.I)
OF_STATE = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MILITARY, SourceKind.COURT})
_OF_HEALTH = frozenset({SourceKind.MEDICAL, SourceKind.GOVERNMENT})


def _is_official(account: Account) -> bool:
    """Whether it is a body of the state or one with an office, whom "officials" sum up: no official without a name."""
    return not account.anonymous and not _HIDING.search(account.source)


def listed_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "Residents and a hospital" who open a report are those whom it quotes one by one behind: none further."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        parts = _TWO_TELL.fullmatch(without_clauses(a.source)) if a.claim and key[0] == "unnamed" else None
        if parts is None:
            continue
        behind = [
            b for b in keys if b.page == a.page and b.claim and not is_author(b) and b.quote.start > a.quote.start
        ]
        behind = [b for b in behind if keys[b] != key]
        heads = [folded(part).split()[-1] for part in parts.groups()]
        meant = [b for b in behind if any(_is_one_of(head, b) for head in heads)]
        if len({keys[b] for b in behind if b in meant}) >= len(heads):
            joined[key] = keys[min(meant, key=lambda b: b.quote.start)]
    return joined


def _is_one_of(noun: str, account: Account) -> bool:
    """Whether a source is one of those whom a noun names: "a resident" of "residents", a militia of "a group"."""
    words = folded(without_clauses(account.source)).replace(",", " ").split()
    armed = noun in ("group", "militia", "rebels") and account.kind in (SourceKind.ARMED_GROUP, SourceKind.NGO)
    kinds = _OF_NOUN.get(noun.removesuffix("s"), frozenset())
    if account.kind in kinds or (noun.removesuffix("s") == "lawmaker" and _LAWMAKER.search(account.source)):
        return True
    return armed or any(w in (noun, noun.removesuffix("s"), f"{noun}s") for w in words)


#: Kinds of those whom a report's front calls by a noun that is not their own.
_OF_NOUN = {
    "doctor": frozenset({SourceKind.MEDICAL}), "medic": frozenset({SourceKind.MEDICAL}),
    "local": frozenset({SourceKind.WITNESS}), "resident": frozenset({SourceKind.WITNESS}),
    "villager": frozenset({SourceKind.WITNESS}), "witness": frozenset({SourceKind.WITNESS}),
    "relative": frozenset({SourceKind.RELATIVE}), "police": frozenset({SourceKind.POLICE}),
}  # fmt: skip
_LAWMAKER = re.compile(
    r"\b(?:MP|MLA|lawmaker|legislator|senator|congress(?:man|woman)|member of (?:the )?(?:[\w-]+ )?(?:assembly"
    r"|congress|council|parliament|senate))\b",
    re.I,
)
_TWO_TELL = re.compile(r"(?P<one>[a-z][\w -]{2,40}?) and (?P<other>[a-z][\w -]{2,40}?)", re.I)


def roles_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The captain", of a report that gives no name: the only one whom a report calls captain by name.

    Of what a bus or a school has one; and in a further report of one agency whoever it had without a name before.
    """
    joined: dict[Key, Key] = {}
    named: dict[Key, list[Account]] = {}
    for a, key in keys.items():
        if key[0] == "named" and a.claim and a.kind in _ONE_PERSON and has_name(a.source):
            named.setdefault(key, []).append(a)
    alone = all(a.low in (None, 1) for a in keys if a.question is Question.KILLED)  # whose father he is, is known
    roles = _ROLES | _OF_A_CHILD if alone else _ROLES
    for a, key in keys.items() if named else ():
        words = folded(without_clauses(a.source)).replace("'s", "").split()  # folded knows one apostrophe
        if key[0] != "unnamed" or not a.claim or not words or _HIDING.search(a.source):
            continue
        first = a.source.split(" ", 1)[0].casefold()
        own = first not in ("a", "an", "another", "one") and words[-1].removesuffix("s") == words[-1]
        meant = set()
        for k, told in named.items():
            for b in told:
                says = _role_of(b.source)
                fits = bool(says) and set(words) - (_LINKS | _HIS if alone else _LINKS) <= says
                again = a.lineage == b.lineage and a.page != b.page and words[-1] in says and words[-1] not in _OF_MANY
                if fits and ((own and roles & set(words)) or again):
                    meant.add(k)
        if len(meant) == 1:
            joined[key] = meant.pop()
    return joined


def _role_of(source: str) -> set[str]:
    """The words by which somebody with a name is described: "ferry", "captain" of "the ferry's captain, Ana Gil"."""
    bare = without_clauses(source).replace("'s", "").replace("’s", "").replace(",", " ").split()
    return {w.casefold() for w in bare if w[:1].islower()} | {w.casefold() for w in bare[:1]} - {""}


#: Of these a vehicle, a house or a place has one.
_ROLES = frozenset({
    "captain", "conductor", "driver", "headmaster", "headmistress", "headteacher", "imam", "landlady", "landlord",
    "manager", "owner", "pastor", "pilot", "priest", "principal", "rider", "skipper", "watchman",
})  # fmt: skip
#: Of these somebody has one.
_OF_A_CHILD = frozenset({"father", "husband", "mother", "widow", "widower", "wife"})
_HIS = frozenset({"his", "her", "boy", "girl", "man", "woman", "victim"})
#: Of these there are so many that each report may mean another.
_OF_MANY = frozenset({
    "activist", "commander", "eyewitness", "farmer", "fighter", "guard", "inmate", "journalist", "local", "man",
    "migrant", "neighbor", "neighbour", "official", "passenger", "patient", "prisoner", "protester", "refugee",
    "relative", "resident", "soldier", "student", "survivor", "trader", "villager", "witness", "woman", "worker",
})  # fmt: skip
_LINKS = frozenset({"of", "the", "a", "an", "at", "in", "from"})


def kin_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The widow of Juan Rey" who goes on as "Lidia Rey": the only one of the name who speaks in the report."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        found = _KIN_OF.match(a.source) if key[0] == "unnamed" else None
        if found is None:
            continue
        last = found["name"].split()[-1].casefold()
        same = {k for b, k in keys.items() if b.page == a.page and k[0] == "named" and k[1].split()[-1:] == [last]}
        if len(same) == 1:
            joined[key] = next(iter(same))
    return joined


def bare_names_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The wife of one of the crew" who opens a report is whom it goes on to quote by a name and nothing more.

    Whoever is brought in for the first time is told with who he is; a name that stands alone is of someone told before.
    """
    joined: dict[Key, Key] = {}
    pages: dict[str, list[Account]] = {}
    for a in keys:
        if a.claim and not is_author(a):
            pages.setdefault(a.page, []).append(a)
    for told in pages.values():
        first = min(told, key=lambda a: (a.quote.start, a.quote.end, a.source))
        if keys[first][0] != "unnamed" or first.kind not in _ONE_PERSON or not _ONE.match(first.source):
            continue
        if _HIDING.search(first.source):
            continue
        bare = {
            keys[a] for a in told if keys[a][0] == "named" and _BARE_NAME.fullmatch(a.source) and a.kind in _ONE_PERSON
        }
        if not bare and _WHO_SAW.fullmatch(first.source):  # "a witness said … recalled Ana Gil, who has a shop there"
            named = (a for a in told if keys[a][0] == "named" and has_name(a.source) and a.kind in _ONE_PERSON)
            bare = {keys[a] for a in sorted(named, key=lambda a: a.quote.start)[:1]}
        if len(bare) == 1:
            joined[keys[first]] = bare.pop()
    return joined


_ONE_PERSON = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.UNKNOWN})
#: One by what he is, and a name without a word on whose it is.
_ONE = re.compile(r"(?:an?|the|his|her|their) (?!(?:\w+ ){0,3}(?:group|sources?|residents|men|women|people)\b)", re.I)
#: One of whom the opening says no more than that he was there.
_WHO_SAW = re.compile(r"an? (?:eye-?witness|witness|survivor|bystander|passer-by|onlooker)", re.I)
_BARE_NAME = re.compile(r"[A-Z][a-z’'-]+(?: [A-Z][\w’'-]+){1,3}")

_KIN_OF = re.compile(
    r"(?:the |a )?(?:\w+ )?(?:widow|wife|husband|widower|mother|father|sister|brother|daughter|son|aunt|uncle|cousin)"
    r" of (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)",
    re.I,
)


def initials_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """A body by its first letters, whatever the noun beside them: "the prison service SNP", "the SNP agency".

    Its name in full is told by its letters, or has them behind it: "the Delta Peoples' League (DPL)".
    """
    called: dict[str, dict[Key, Account]] = {}
    whole: dict[str, dict[Key, Account]] = {}
    for a, key in keys.items():
        if key[0] not in ("named", "entity") or is_author(a) or (a.kind in MEDIA and not _DESK_OF.search(a.source)):
            continue
        bare = without_clauses(a.source)
        if key[0] == "named" and (found := _INITIALS.fullmatch(bare) or _SPEAKS.match(bare)):
            called.setdefault(found["letters"], {}).setdefault(key, a)
        elif found := _IN_BRACKETS.search(bare):
            whole.setdefault(found["letters"], {}).setdefault(key, a)
        elif a.kind in _LETTERED:
            for name in {folded(bare.split(",")[0]), key[1] if key[0] == "named" else ""}:
                for links in (_LINKS, _LINKS | _FURTHER) if " " in name else ():
                    letters = "".join(w[0] for w in name.replace("-", " ").split() if w not in links).upper()
                    whole.setdefault(letters, {}).setdefault(key, a)
    joined: dict[Key, Key] = {}
    for letters, short in called.items():
        pages = {a.page for a in short.values()}
        long = {k: a for k, a in whole.get(letters, {}).items() if len(letters) > _SURE or a.page in pages}
        beside = short | (long if len(long) == 1 or len(letters) > _SURE else {})
        main = min(beside, key=lambda k: (k[0] != "entity", k not in long, len(k[1]), k))
        joined |= {key: main for key in beside if key != main}
    for letters, long in whole.items():
        if letters not in called and any(_IN_BRACKETS.search(a.source) for a in long.values()) and len(long) > 1:
            main = min(long, key=lambda k: (k[0] != "entity", -len(k[1]), k))
            joined |= {key: main for key in long if key != main}
    return joined


_INITIALS = re.compile(r"(?:[Tt]he )?(?:[a-z]+ ){0,3}(?P<letters>[A-Z]{3,7})(?: [a-z]+){0,3}")
#: "AFL spokesman Ana Gil", "the chairman of the AFL", "AFL's deputy director, Ana Gil".
_SPEAKS = re.compile(
    r"(?:[Tt]he )?(?P<letters>[A-Z]{2,7})(?:['’]s)? (?:[a-z-]+ ){0,2}(?:spokes\w+|chair(?:man|woman|person)?|chief"
    r"|coordinator|director|head|official|president|representative|secretary|secretary-general)\b"
)
#: Small words that some bodies have among their first letters and others have not.
_FURTHER = frozenset({"on", "for", "and", "against"})
_IN_BRACKETS = re.compile(r"(?<=\w) \((?P<letters>[A-Z][A-Za-z]{1,7}[A-Z]|[A-Z]{2,8})\)")
_DESK_OF = re.compile(r"\b(?:media|press) (?:cent(?:re|er)|office|wing|service)$")
#: So few letters may be those of another body as well.
_SURE = 2
_LETTERED = frozenset({
    SourceKind.ARMED_GROUP, SourceKind.GOVERNMENT, SourceKind.IGO, SourceKind.MILITARY, SourceKind.MONITOR,
    SourceKind.NGO, SourceKind.POLICE, SourceKind.UNKNOWN,
})  # fmt: skip


def heads_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The head of the secretariat, Ana Gil": of the only body so called that the report has quoted."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        found = _HEAD_OF_THE.fullmatch(without_clauses(a.source)) if key[0] == "named" and a.claim else None
        if found is None:
            continue
        bodies = {
            k
            for b, k in keys.items()
            if b.page == a.page
            and k != key
            and k[0] in _BODY_KEYS
            and b.quote.start < a.quote.start
            and b.kind not in _NO_BODIES
            and found["noun"] in folded(b.source).replace(",", " ").split()
        }
        if len(bodies) == 1:
            joined[key] = bodies.pop()
    return joined


def its_own_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "A spokeswoman", "its chairwoman, Ana Gil": of the body that the report quoted last before."""
    joined: dict[Key, Key] = {}
    for a, key in keys.items():
        if key[0] not in ("named", "unnamed") or not a.claim or a.kind is SourceKind.POLICE:
            continue
        if not is_its_own(a.source) or _HIDING.search(a.source):
            continue
        if _OF_ITS_WORDS.match(a.quote_text):
            continue  # "The county's hospital took in nine, its manager said"
        before = [
            b
            for b, k in keys.items()
            if b.page == a.page and b.claim and b.quote.start < a.quote.start and k != key and k[0] in _BODY_KEYS
        ]
        before = [b for b in before if b.kind not in _NO_BODIES and not _ITS_OWN.match(b.source)]
        if _GROUP.fullmatch(without_clauses(a.source)):  # no army and no ministry is called so
            before = [b for b in before if b.kind in _GROUPS and b.stance is not Stance.ACCUSE]
        if not before and a.source[:4].casefold() not in ("its ", "thei"):  # no more than the firm of other reports
            firms = {k for b, k in keys.items() if b.kind is SourceKind.COMPANY and k[0] in _BODY_KEYS}
            joined |= {key: firms.pop()} if len(firms) == 1 else {}
        if before:
            joined[key] = keys[max(before, key=lambda b: (b.quote.start, b.source))]
    return joined


_A_GROUP = r"the (?:armed |militant |rebel )?(?:faction|group|movement|outfit)"
_GROUP = re.compile("[Tt]" + _A_GROUP.removeprefix("t"))
_GROUPS = frozenset({SourceKind.ARMED_GROUP, SourceKind.NGO, SourceKind.MONITOR, SourceKind.UNKNOWN})


def is_its_own(source: str) -> bool:
    """Whether somebody is told to speak for a body that was named before: "its spokesman, Ana Gil"."""
    bare = without_clauses(source)
    return _ITS_OWN.fullmatch(bare[:1].lower() + bare[1:] if bare[:4] == "The " else bare) is not None


_OFFICE = (
    r"(?:chair(?:man|woman|person)?|chief|coordinator|director|head|leader|manager|president|representative|secretary"
    r"|secretary-general|spokes(?:man|woman|person))"
)
#: Who is at the head of a body that was named before: "the head of the secretariat, Ana Gil".
_HEAD_OF_THE = re.compile(
    r"(?:[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+, )?(?:[Tt]he )?(?:acting |deputy )?" + _OFFICE + r" of the (?P<noun>[a-z]+)"
    r"(?:,? (?:[A-Z]\w{1,9}\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*)?"
)
_ITS_OWN = re.compile(
    r"(?:[Ii]ts|[Tt]heir) (?!own\b)(?:[A-Za-z-]+ ){0,4}?" + _OFFICE + r"(?: in [A-Z]\w+)?"
    r"(?:,? (?:[A-Z]\w{1,9}\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*)?"
    r"|(?:[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)+, )?the (?:[a-z]+ )?"
    r"(?:agency|association|brigade|charity|church|command|commission|committee|company|council|department|firm|force|group|hospital|mission|movement|network|organi[sz]ation|party|regiment|service"
    r"|union)['’]s (?:[A-Za-z-]+ ){0,4}?" + _OFFICE + r"(?: in [A-Z]\w+)?"
    r"(?:,? (?:[A-Z]\w{1,9}\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*)?"
    r"|(?:[Aa]|the) (?:company |group |agency |mission )?spokes(?:man|woman|person)"
    r"(?: [A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*)?"
    r"|" + _A_GROUP
)
_OF_ITS_WORDS = re.compile(
    r"\W*(?:[Tt]he )?(?:[\w’'-]+ ){0,4}(?:agency|association|charity|church|clinic|commission|committee|company|council"
    r"|firm|group|hospital|ministry|mission|school|service|union)\b"
)
_BODY_KEYS = frozenset({"named", "entity", "forces"})
_NO_BODIES = frozenset({
    SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.PERSON, SourceKind.EXPERT, SourceKind.DOCUMENT, *MEDIA,
})  # fmt: skip
