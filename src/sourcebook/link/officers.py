"""Officers: who is of the police or the army speaks for the force that the same report quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.link.aliases import bare_words, is_short_for
from sourcebook.link.names import TAIL, folded, proper_of, spoken_for, without_clauses
from sourcebook.link.tallies import COMMAND, POLICE_BODY, THE_POLICE, Key
from sourcebook.records import Account, SourceKind, Stance


def officers_joined(keys: dict[Account, Key]) -> dict[Key, Key]:
    """Who is of the police speaks for them where the same report quotes them, an officer with a name wherever it is.

    "Sheriff Ana Gil" and "deputies" speak for the only sheriff's office, "police" are the only police that have a name.
    """
    quoting = {a.lineage for a, key in keys.items() if key == THE_POLICE and a.stance is not Stance.NO_COMMENT}
    police_pages: dict[str, set[Key]] = {}
    for a, key in keys.items():
        if key == THE_POLICE or (key[0] == "entity" and key[1].endswith("-police")):
            police_pages.setdefault(a.page, set()).add(key)
    armies = any(key[0] == "forces" for key in keys.values())
    soldiers = armies or any(a.kind is SourceKind.MILITARY and not _BARE.fullmatch(a.source) for a in keys)
    bodies = {key: a.lineage for a, key in keys.items() if key != THE_POLICE and _is_police_body(a)}
    longer = {b: [other for other in bodies if is_short_for(b, other)] for b in bodies}
    joined = {b: whole[0] for b, whole in longer.items() if len(whole) == 1}  # "the sheriff's office"
    lettered = _lettered_joined(keys, bodies, quoting=bool(quoting))
    joined |= lettered
    bodies = {b: lineage for b, lineage in bodies.items() if not longer[b] and b not in lettered}
    for a, key in keys.items():
        heads = key[0] == "named" and _HEADS_POLICE.search(a.source) is not None
        if quoting and (heads or (not armies and _OF_THE_FORCE.match(a.source))):
            joined[key] = THE_POLICE
        here = police_pages.get(a.page, set())
        if len(here) == 1 and not armies and key[0] == "named" and _is_ranked(a):
            joined[key] = next(iter(here))  # "Colonel Ana Gil": of the only force that the report quotes
        bare = _BARE.fullmatch(a.source) is not None and not soldiers
        of_police = a.kind is SourceKind.POLICE or bare  # "officers" are an army's only where one is heard
        if not of_police or key in bodies or key in lettered or key == THE_POLICE or key[0] not in ("named", "unnamed"):
            continue
        if key[0] == "unnamed" and bare_words(a.source) & _ALONE:
            continue
        officer = (key[0] == "named" and _is_officer(a.source)) or _SOME_POLICEMAN.fullmatch(a.source) is not None
        if a.lineage in quoting or (quoting and officer):
            joined[key] = THE_POLICE
        elif bodies and (key[0] == "unnamed" or _is_officer(a.source)):
            near = [b for b, lineage in bodies.items() if lineage == a.lineage] or list(bodies)
            own = [b for b in near if "sheriff" in b[-1]] if "sheriff" in a.source.casefold() else []
            if len(own or near) == 1:
                joined[key] = (own or near)[0]
        elif bare and not armies:
            joined[key] = _led_by(a, keys) or THE_POLICE
    national = {key for key in keys.values() if key[0] == "entity" and key[1].endswith("-police")}
    if quoting and len(bodies or national) == 1:
        joined[THE_POLICE] = next(iter(bodies or national))
    return joined


def _lettered_joined(keys: Mapping[Account, Key], bodies: Mapping[Key, str], *, quoting: bool) -> dict[Key, Key]:
    """A city's police by the letters of its department: "HPD officials", "HPD Sgt. Ana Gil" are "Harlow police"."""
    joined: dict[Key, Key] = {}
    called = {b: b[-1] for b in bodies if _LETTERS.fullmatch(b[-1]) is None}
    listed = {key: a for a, key in keys.items() if key[0] == "entity" and key[1].endswith("-police")}
    called |= {key: spoken_for(a.source) or folded(a.source) for key, a in listed.items()}
    for a, key in keys.items():
        found = _DEPARTMENT.search(a.source) if key[0] in ("named", "unnamed") else None
        if found is None or a.kind is not SourceKind.POLICE:
            continue
        letters = found["city"].casefold()
        meant = [b for b, name in called.items() if name == f"{letters}pd" or letters.startswith(_initials(name))]
        whole = meant[0] if len(meant) == 1 else THE_POLICE if quoting else ("named", f"{letters}pd")
        if whole != key:
            joined[key] = whole
    return joined


def _initials(body: str) -> str:
    """The first letters of the words that say whose police it is: "sa" of "San Antonio police"; "-": of no city."""
    city = re.split(r"\b(?:metro(?:politan)? )?police\b|\bsheriff", body)[0].replace("city", "").split()
    return "".join(w[0] for w in city) or "-"


_DEPARTMENT = re.compile(r"\b(?P<city>[A-Z]{1,4})PD\b")
_LETTERS = re.compile(r"[a-z]{1,4}pd")


def _led_by(account: Account, keys: Mapping[Account, Key]) -> Key | None:
    """The one policeman with a name for whom "deputies" speak, on their page, or anywhere: "Sheriff Ana Gil"."""
    led = {key: b.page for b, key in keys.items() if key[0] == "named" and _is_policeman(b)}
    here = [key for key, page in led.items() if page == account.page] or list(led)
    here = [k for k in here if not any(bare_words(k[-1]) < bare_words(other[-1]) for other in here)]  # "the sheriff"
    return here[0] if len(here) == 1 else None


def _is_policeman(account: Account) -> bool:
    return account.kind is SourceKind.POLICE and _is_officer(account.source)


def soldiers_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """An officer speaks for the forces that the same report quotes; one with a name for the only forces that speak."""
    forces: dict[str, set[Key]] = {}
    for a, key in keys.items():
        if key[0] == "forces" and a.stance is not Stance.NO_COMMENT:  # who is silent has sent no officer to speak
            forces.setdefault(a.page, set()).add(key)
    every = set().union(*forces.values()) if forces else set()
    of_states = sorted(key for key in every if key[1])
    if len(of_states) == 1:  # "the army" is that of the only state whose army speaks
        forces, every = {page: set(of_states) for page in forces}, set(of_states)
    joined = _ministries_joined(keys) | _commands_joined(keys, of_states) | _spokesmen_joined(keys)
    for a, key in keys.items():
        ranked = a.kind is SourceKind.MILITARY and not bare_words(a.source) & _ALONE
        if (spoken_for(a.source) or "").rpartition(" ")[2] in _NO_STATES:
            continue  # "a spokesman for the coalition, Colonel Rey"
        here = forces.get(a.page, set()) if key[0] == "unnamed" else forces.get(a.page) or every
        officer = _OFFICERS if key[0] == "unnamed" else _ARMY_RANKS
        if key[0] == "named" and len(of_states) == 1 and _ARMY_AT.match(key[-1]):
            joined[key] = of_states[0]
        if ranked and key[0] in ("unnamed", "named") and len(here) == 1 and bare_words(a.source) & officer:
            joined[key] = next(iter(here))
    return joined


def _spokesmen_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """Who speaks for the forces in one report, by a name that another gives without them: "its spokesman, Ana Gil"."""
    of: dict[str, set[Key]] = {}
    for a, key in keys.items():
        name = " ".join(proper_of(_RANK_BEFORE.sub("", without_clauses(a.source).rpartition(", ")[2])))
        if key[0] == "forces" and a.kind is SourceKind.MILITARY and name:
            of.setdefault(name, set()).add(key)
    named = (key for key in keys.values() if key[0] == "named" and len(of.get(key[1], ())) == 1)
    return {key: next(iter(of[key[1]])) for key in named}


#: What stands before an officer's name where he is no apposition: "army spokesman Capt. Ana Gil".
_RANK_BEFORE = re.compile(r"^.*?\b(?:spokes(?:man|woman|person)|official|officer) (?=[A-Z])")


def _commands_joined(keys: Mapping[Account, Key], of_states: list[Key]) -> dict[Key, Key]:
    """ "The southern command" is that of the state that another report names, or the only one whose army speaks."""
    joined = {}
    for key in dict.fromkeys(k for k in keys.values() if k[0] == "named" and COMMAND.fullmatch(k[1])):
        same = {k for a, k in keys.items() if k[0] == "forces" and k[1] and folded(a.source).endswith(key[1])}
        words = set(key[1].split()) - {"command"}
        same = same or {
            k
            for a, k in keys.items()
            if k[0] == "forces" and k[1] and "command" in a.source and words <= _words(a.source)
        }
        here = {k for a, k in keys.items() if k in of_states for b, x in keys.items() if x == key and a.page == b.page}
        meant = same or here or set(of_states) or {k for k in keys.values() if k[0] == "forces"}
        if len(meant) == 1:
            joined[key] = next(iter(meant))
    return joined


def _words(source: str) -> set[str]:
    return set(folded(source).replace(",", " ").split())


def _ministries_joined(keys: Mapping[Account, Key]) -> dict[Key, Key]:
    """ "The ministry" of a report that has quoted the Defence Ministry, and no other."""
    of: dict[str, set[Key]] = {}
    for a, key in keys.items():
        name = folded(without_clauses(a.source))
        if "ministry" in name and key != _A_MINISTRY:
            of.setdefault(a.page, set()).add(key)
    here = [of.get(a.page, set()) for a, key in keys.items() if key == _A_MINISTRY]
    meant = set().union(*here) if here else set()
    return {_A_MINISTRY: next(iter(meant))} if len(meant) == 1 and all(here) else {}


_A_MINISTRY: Key = ("named", "ministry")

#: Those who have officers, and are no state's army.
_NO_STATES = frozenset({
    "alliance", "coalition", "faction", "front", "group", "guerrillas", "league", "militia", "movement", "rebels",
    "separatists",
})  # fmt: skip
#: An army as it stands in a place: "the army in Tarn", "the military of the northern region".
_ARMY_AT = re.compile(r"(?:army|military|armed forces) (?:in|at|of) ")
_OFFICERS = frozenset(
    {"officer", "officers", "commander", "general", "colonel", "captain", "spokesman", "spokeswoman", "official"}
)
_ARMY_RANKS = frozenset({
    "admiral", "brigadier", "capt", "captain", "col", "colonel", "gen", "general", "lieutenant", "lt", "maj", "major",
    "marshal",
})  # fmt: skip


def _is_ranked(account: Account) -> bool:
    """Whether all that is said of an officer is his rank: not "army Colonel Ana Gil"."""
    words = without_clauses(account.source).replace(",", " ").split()
    ranked = [w for w in words if w.casefold().rstrip(".") in _ARMY_RANKS | {"commander"}]
    others = (w for w in words if w not in ranked and w.casefold() not in ("the", "a", "deputy", "commander"))
    return account.kind is SourceKind.MILITARY and bool(ranked) and all(w[:1].isupper() for w in others)


#: Policemen of whom nothing is said but that: "officers", "the deputies", "responding officers", "sheriff's deputies".
_BARE = re.compile(
    r"(?:the )?(?:(?:arriving|city|county|local|patrol|police|responding|(?:[A-Z][\w.]+ ){1,3}County|sheriff['’]?s"
    r"|state|town) )*(?:cops|deputies|detectives|officers|troopers)(?: (?:at|on) the scene)?",
    re.I,
)
#: Who speaks without leave.
_ALONE = frozenset({"named", "anonymous", "anonymity", "retired", "former", "source"})


def _is_police_body(account: Account) -> bool:
    """Whether it is a force or an office of police with a name of its own: "Visby police", "the sheriff's office"."""
    name = TAIL.sub("", folded(without_clauses(account.source)))
    body = account.kind is SourceKind.POLICE and not account.anonymous and not _is_officer(account.source)
    return body and POLICE_BODY.search(spoken_for(account.source) or name) is not None


def _is_officer(source: str) -> bool:
    """Whether it is one of the police, not a force of another name ("the Coast Police")."""
    words = {w.casefold().rstrip(".") for w in without_clauses(source).replace(",", " ").split()}
    return bool(words & _RANKS) or _POLICEMAN.match(source) is not None


#: "A police official" of one paper is the police of another, "a police source" is not.
_SOME_POLICEMAN = re.compile(r"(?:[Aa]n? |[Tt]he )?(?:\w+ )?police (?:officer|official|officers|officials|sources)")
#: Who speaks for what a report calls the force.
_OF_THE_FORCE = re.compile(r"(?:an? |the )?(?:force|department) spokes\w+$|(?:the )?force$", re.I)

#: Somebody's name behind what he is with the police: "police boss Ana Gil".
_POLICEMAN = re.compile(r"(?:[\w’'-]+ ){0,3}?[Pp]olice [a-z-]+ (?:[A-Z][\w’'-]+ ?)+$")


_RANKS = frozenset({
    "acp", "asp", "captain", "capt", "chief", "commander", "commissioner", "constable", "corporal", "cpl", "dcp",
    "deputy", "detective",
    "det", "dig", "dpo", "dsp", "igp", "inspector", "lieutenant", "lt", "major", "oc", "officer", "officer-in-charge",
    "ppro", "sergeant", "sgt", "sheriff", "sho", "sp", "ssp", "superintendent", "supt",
})  # fmt: skip


#: Who heads a country's police: "the inspector general of police, Ana Gil".
_HEADS_POLICE = re.compile(
    r"\b(?:(?:inspector|director)[ -]general|commissioner|chief|head|superintendent) of (?:the )?(?:\w+ )?police\b"
    r"|\bpolice (?:chief|commissioner|inspector[ -]general)\b",
    re.I,
)
