"""Aliases: whether two names are those of one source: in full and in short, by office, by first letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from sourcebook.link.tallies import Key
from sourcebook.records import SourceKind


def holding_words(names: Mapping[Key, set[str]]) -> Callable[[Key], list[Key]]:
    """For a key those whose names hold all words of one of its own, or an office of it: only they can be one with it.

    Hundreds of reports name hundreds of sources; to compare each with each would take longest of all.
    """
    called = {key: {*of, key[1]} for key, of in names.items()}
    having: dict[str, set[Key]] = {}
    for key, of in called.items():
        for word in {w for name in of for w in (*_unpointed(name).split(), *bare_words(name))}:
            having.setdefault(word, set()).add(key)
    by_letters: dict[str, set[Key]] = {}
    for key in (key for key in names if key[0] == "entity"):
        for name in called[key]:
            by_letters.setdefault(_letters_of(name), set()).add(key)
    forces = {key for key in names if key[0] == "forces"}
    order = {key: n for n, key in enumerate(names)}

    def near(key: Key) -> list[Key]:
        found = set(forces) if key[0] == "forces" else set()
        for name in called[key]:
            bare = bare_words(name)
            if key[0] == "named" and " " not in name and len(name) > 2:
                found |= by_letters.get(name, set())
            for words in (_unpointed(name).split(), bare, bare - _WORDS_FOR_BODIES):
                found |= set.intersection(*(having.get(w, set()) for w in words)) if words else set()
            found |= set().union(*(having[w] for w in bare & _OFFICES))
        return sorted(found, key=order.__getitem__)

    return near


def begins(key: Key, other: Key) -> bool:
    """Whether a name of two words or more begins the other: "Pine Ridge", "Pine Ridge Medical Center"."""
    return key[0] == other[0] == "named" and " " in key[1] and other[1].startswith(f"{key[1]} ")


def are_prosecutors(key: Key, other: Key) -> bool:
    """Whether both are prosecutors, whom one report takes for a court and another for the government."""
    return all(k[0] == "named" and k[1].endswith("prosecutors") for k in (key, other))


def _of_the_state(key: Key, other: Key) -> bool:
    """Whether "state prosecutors" may be those of a state that is named: "Jalisco prosecutors"."""
    return key == ("named", "state prosecutors") and are_prosecutors(key, other) and not _OTHER_COURTS.search(other[1])


_OTHER_COURTS = re.compile(r"\b(?:county|district|federal|military|city|municipal|u\.?s\.?)\b")


def is_short_for(body: Key, other: Key) -> bool:
    """Whether a body's name begins or ends the other's: "the sheriff's office", "the Rana County Sheriff's Office"."""
    return begins(body, other) or (body != other and other[-1].endswith(f" {body[-1]}"))


def may_be(key: Key, called: set[str], other: Key, longer: set[str]) -> bool:
    """Whether all names of one source stand, as whole words, within a longer name of the other."""
    if key[0] == "forces" or other[0] == "forces":
        return key == ("forces", "") and other[0] == "forces"
    if is_same_body(key, other, longer) or _of_the_state(key, other):
        return True
    short = {key[1]} if key[0] == "named" else called
    if key[0] == other[0] == "named" and len(words := bare_words(key[1])) > 1 and words == bare_words(other[1]):
        return key > other  # "the hospital in Évora", "Évora hospital": one of them goes to the other
    if key[0] == other[0] == "named" and any(_is_office(s, n) for s in short for n in longer):
        return True
    return all(any(len(n) > len(s) and f" {_unpointed(s)} " in f" {_unpointed(n)} " for n in longer) for s in short)


def is_same_body(key: Key, other: Key, called: Iterable[str]) -> bool:
    """Whether a name is that of a body of the lists: by its first letters, or by all words that say which it is."""
    return key[0] == "named" and other[0] == "entity" and any(_is_body_of(key[1], name) for name in called)


def _is_body_of(short: str, long: str) -> bool:
    if short == long:
        return True
    if " " not in short:
        return len(short) > 2 and short == _letters_of(long)
    words, named = bare_words(short), bare_words(long)
    said = words - _WORDS_FOR_BODIES
    return bool(said) and ((len(words) > 1 and words <= named) or (len(said) > 1 and said <= named))


def _letters_of(name: str) -> str:
    """The first letters of a name's words: "kcu" of "the banned Kasai Coast Union"."""
    return "".join(w[0] for w in _unpointed(name).split() if w not in _LINKING and w != "banned")


#: What a body is, which says nothing of which it is.
_WORDS_FOR_BODIES = frozenset({
    "agency", "association", "body", "group", "monitor", "network", "organisation", "organization", "service",
    "society",
})  # fmt: skip


@lru_cache(maxsize=65536)
def _unpointed(name: str) -> str:
    return _PUNCTUATION.sub(" ", name).replace("services", "service")  # "emergency services" are the Emergency Service


def _is_office(short: str, long: str) -> bool:
    """Whether a source named by its office may be the one that another report gives a name: "the regional governor"."""
    words, named = bare_words(short), bare_words(long)
    if len(named) <= len(words) or bool(words & _LESSER_OFFICES) is not bool(named & _LESSER_OFFICES):
        return False
    if bool(words & _BRANCHES) is not bool(named & _BRANCHES):
        return False  # the county's commissioner, and the police's
    few = len(words) < 3 or (len(words) < 4 and _OFFICE_OF.match(short) is not None)
    return words <= named or bool(words & named & _OFFICES and few and len(named - words) >= 2)


@lru_cache(maxsize=65536)
def bare_words(source: str) -> frozenset[str]:
    """The words that make up a name, in lower case, without what only links them."""
    words = _PUNCTUATION.sub(" ", source.casefold()).split()
    return frozenset("prosecutor" if w == "prosecutors" else w for w in words) - _LINKING


_LINKING = frozenset({"the", "a", "an", "of", "for", "in", "at", "on", "and", "dr", "mr", "mrs", "ms"})
#: Of these each has its own commissioner, director or captain.
_BRANCHES = frozenset({"police", "electoral", "election", "health", "refugee", "army"})
_OFFICE_OF = re.compile(r"\w+ (?:of|for|in) ")
_LESSER_OFFICES = frozenset({"deputy", "vice", "former", "acting", "assistant"})
#: Offices of which a place or a body has one.
_OFFICES = frozenset({
    "abbot", "administrator", "ambassador", "archbishop", "bishop", "captain", "chairman", "chairwoman", "chancellor",
    "commissioner", "coroner", "director", "governor", "headmaster", "headmistress", "imam", "mayor", "owner",
    "prefect", "premier", "president", "principal", "prosecutor", "rector",
})  # fmt: skip

_PUNCTUATION = re.compile(r"['’]s\b|[^\w\s]")


def alike(a: set[SourceKind], b: set[SourceKind]) -> bool:
    """Whether sources of these kinds may be one: people and the unknown may be anybody."""
    return bool(a & b) or SourceKind.UNKNOWN in a | b or SourceKind.PERSON in a | b
