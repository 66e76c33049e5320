"""Parties: states, forces, armed groups, monitors and other bodies by name, and the nouns that tell what a body is.

Three data files make one table of word sequences: ``parties.toml`` (bodies with a name of their own),
``countries.toml`` (states, their adjectives and seats of government) and ``party_words.toml`` (common nouns).
News outlets join it from ``outlets.toml``. The table is looked up word by word, longest entry first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sourcebook.lexicon.outlets import Outlets
from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import SourceKind


@dataclass(frozen=True, slots=True)
class PartyName:
    """A body with a name of its own. ``id`` is stable; ``country`` is ISO 3166-1 alpha-2, None for several."""

    id: str
    name: str
    kind: SourceKind
    country: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A state: ``id`` is its ISO code, ``seats`` the cities that stand for its government ("Moscow denied")."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        """What the name of one of its bodies begins with: "Iraqi", "US"."""
        if self.id == "US":
            return "US"
        return self.adjectives[0] if self.adjectives else self.name


class Use(StrEnum):
    """How a common noun goes together with the words beside it."""

    BODY = "body"  # says what it is wherever it is the head
    MEMBER = "member"  # part of a body: "rebel forces", "police chief"
    ROLE = "role"  # speaks for a body: "army spokesman"
    NAME = "name"  # as the last word of a capitalised name: "the Red Dunes Front", "Marlin Shipping"


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Nouns that say the same of a body. ``body`` and ``noun``: what a state's adjective makes of them."""

    id: str
    kind: SourceKind
    use: Use
    words: tuple[str, ...]
    example: str
    counter_example: str
    body: str = ""
    noun: str = ""


class Sort(StrEnum):
    """What an entry of the table is."""

    PARTY = "party"
    OUTLET = "outlet"
    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SEAT = "seat"
    WORDS = "words"


class Entry(NamedTuple):
    """One word sequence of the table. ``written`` keeps the case that it must be found in, None for any."""

    words: tuple[str, ...]
    sort: Sort
    party: PartyName | None = None
    country: Country | None = None
    nouns: PartyWords | None = None
    written: tuple[str, ...] | None = None


class Word(NamedTuple):
    """A word of a phrase: as compared, as written, where it stands, and whether 's follows it."""

    key: str
    written: str
    start: int
    end: int
    owner: bool = False


class Hit(NamedTuple):
    """An entry found at words ``[first, last]``."""

    entry: Entry
    first: int
    last: int


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_]\b|\w+(?:['’]\w+)*")
_OWNER = ("'s", "’s")


#: In copy that is all in capitals these are words, not the bodies that are written so.
_WORDS_IN_CAPITALS = frozenset({"who", "is", "it", "as", "car", "site", "mend", "eta", "amal", "contra"})


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of ``text`` with offsets: hyphens divide; the dots of "U.S." and an 's are not in the key."""
    out = []
    for found in _WORD.finditer(text):
        written = found.group()
        if written in ("s", "S") and text[max(found.start() - 1, 0)] in "'’":
            continue
        owner = written.endswith(_OWNER)
        if owner:
            written = written[:-2]
        out.append(Word(key_of(written), written, found.start() + offset, found.end() + offset, owner))
    return out


def key_of(written: str) -> str:
    """A word as it is compared: lower case, no dots, one kind of apostrophe."""
    return written.replace(".", "").replace("’", "'").lower()


class Parties:
    """All names and nouns in one table. Read-only."""

    def __init__(
        self,
        parties: RuleFile[PartyName],
        countries: RuleFile[Country],
        nouns: RuleFile[PartyWords],
        outlets: Outlets | None = None,
    ) -> None:
        self.parties, self.nouns = parties, nouns
        self.countries = {c.id: c for c in countries}
        self._table: dict[str, list[Entry]] = {}
        seen: dict[tuple[tuple[str, ...], tuple[str, ...] | None], Entry] = {}  # the first of two that are alike
        for entry in self._entries(parties, countries, nouns, outlets):
            seen.setdefault((entry.words, entry.written), entry)
        for entry in seen.values():
            self._table.setdefault(entry.words[0], []).append(entry)
        for entries in self._table.values():
            entries.sort(key=lambda e: -len(e.words))
        self.by_id = {p.id: p for p in parties}
        self.name_ends = {word: group for group in nouns if group.use is Use.NAME for word in group.words}

    def _entries(
        self,
        parties: Iterable[PartyName],
        countries: Iterable[Country],
        nouns: Iterable[PartyWords],
        outlets: Outlets | None,
    ) -> Iterable[Entry]:
        for country in countries:
            for names, sort in (
                ((country.name, *country.aliases), Sort.STATE),
                (country.adjectives, Sort.ADJECTIVE),
                ((*country.people, *(f"{a}s" for a in country.adjectives if not a.endswith(("s", "sh", "ch", "ese")))),
                 Sort.PEOPLE),
            ):  # fmt: skip
                for name in names:
                    yield self._named(name, sort, country=country)
        for party in parties:
            for name in (party.name, *party.aliases):
                yield self._named(name, Sort.PARTY, party=party)
        for outlet in outlets.rules if outlets else ():
            made = PartyName(outlet.id, outlet.name, outlet.kind, outlet.country)
            for name in outlet.names:
                yield self._named(name, Sort.OUTLET, party=made)
        for country in countries:
            for seat in country.seats:
                yield self._named(seat, Sort.SEAT, country=country)
        for group in nouns:
            for noun in group.words if group.use is not Use.NAME else ():
                yield Entry(tuple(w.key for w in words_of(noun)), Sort.WORDS, nouns=group)

    def _named(self, name: str, sort: Sort, party: PartyName | None = None, country: Country | None = None) -> Entry:
        words = words_of(name)
        if words[0].key == "the" and len(words) > (2 if sort is Sort.OUTLET else 1):  # "The National" needs its article
            words = words[1:]
        return Entry(tuple(w.key for w in words), sort, party, country, None, tuple(w.written for w in words))

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Every entry in ``words``, longest first from the left, none overlapping."""
        out: list[Hit] = []
        at, table = 0, self._table
        shouted = len(words) > 1 and all(w.written.isupper() for w in words if w.written.isalpha())
        while at < len(words):
            for entry in table.get(words[at].key, ()):
                size = len(entry.words)
                if shouted and size == 1 and words[at].key in _WORDS_IN_CAPITALS:
                    continue
                if entry.sort is Sort.OUTLET and size == 2 and words[at].key == "the" and self._longer(words, at + 1):
                    continue  # "The National Guard" is no newspaper
                if size > 1 and tuple(w.key for w in words[at : at + size]) != entry.words:
                    continue
                if entry.written is None or _as_written(entry.written, tuple(w.written for w in words[at : at + size])):
                    out.append(Hit(entry, at, at + size - 1))
                    at += size
                    break
            else:
                at += 1
        return out

    def _longer(self, words: Sequence[Word], at: int) -> bool:
        """Whether an entry of two words or more starts here."""
        here = self._table.get(words[at].key, ()) if at < len(words) else ()
        return any(len(e.words) > 1 and e.words == tuple(w.key for w in words[at : at + len(e.words)]) for e in here)


@lru_cache(maxsize=8192)
def _as_written(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Capital letters are part of a name: "WHO" is not "who", "Turkey" not "turkey"."""
    if any(c.isdigit() for c in "".join(wanted)):  # "M-19", "m-19"
        return True
    if wanted[0][0].isupper() and not words[0][0].isupper():
        return False
    for want, written in zip(wanted, words, strict=True):
        letters = want.replace(".", "")
        # "US", "M23" stay in capitals; a longer acronym may come as "Farc"
        if (
            len(letters) > 1
            and letters.isupper()
            and not written.replace(".", "").isupper()
            and (len(letters) < 4 or not written[0].isupper())
        ):
            return False
    return True


def load_parties(outlets: Outlets | None = None) -> Parties:
    """Read the three data files. Raises LexiconError if one is not valid."""
    return Parties(
        load_rules("parties", PartyName),
        load_rules("countries", Country),
        load_rules("party_words", PartyWords),
        outlets,
    )
