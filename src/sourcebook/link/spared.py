"""Spared: what a source says was not hit: a market ("it was a depot"), civilians ("only fighters were killed")."""

from __future__ import annotations

import re

from sourcebook.lexicon import Lexicon
from sourcebook.link.tallies import FORCES
from sourcebook.records import Account, Claim, SourceKind, Stance

SAYING = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ADMIT})
#: Who may have done it, and so knows what it was aimed at.
_STRIKING = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.ARMED_GROUP})
#: People who are nobody's fighters, and what a denial calls all of them.
CIVILIANS = "civilians"
CIVILIAN_NOUNS = frozenset({
    "child", "children", "civilian", "civilians", "doctors", "families", "family", "farmers", "guests", "herders",
    "inhabitants", "labourers", "mourners", "nurses", "passengers", "patients", "people", "pilgrims", "pupils",
    "residents", "schoolchildren", "shoppers", "students", "teachers", "villagers", "wedding guests", "women",
    "workers", "worshippers",
})  # fmt: skip
#: Words for what was hit that say nothing of what it was.
_ANY = frozenset(
    {"area", "building", "buildings", "compound", "house", "place", "position", "site", "target", "vehicle"}
)
_THEM = (
    r"(?:civilians?|non-?combatants?|innocent people|(?:local )?(?:residents|villagers)|women(?: (?:and|or) children)?"
    r"|children|families)"
)
_FIGHTERS = (
    r"(?:armed (?:men|elements|fighters|groups?)|bandits|combatants|extremists|fighters|guerrillas|gunmen|insurgents"
    r"|jihadists|mercenaries|militants|militiamen|rebels|servicemen|soldiers|terrorists)"
)
_HARMED = r"(?:hit|killed|harmed|hurt|struck|targeted|wounded|injured|affected)"
_WERE = r"(?:were|was|are|had been|have been)"
_AT = r"(?= (?:there|present|among|at|in|inside|near|nearby|on|around|within)\b|\W*$)"
_NO_CIVILIANS = re.compile(
    rf"\bthere {_WERE} (?:\w+ly )?no {_THEM}{_AT}"
    rf"|\bno {_THEM} {_WERE} (?:{_HARMED}|present|there|among|in|at|near|inside)\b"
    rf"|\bonly (?:[\w-]+ )?(?:{_FIGHTERS}|military (?:facilities|objects|sites|targets)) {_WERE} {_HARMED}\b"
    rf"|\b(?:all(?: of)? |(?<!of )(?<!among ))(?:the|those) "
    rf"(?:(?:dead|casualties|fatalities|victims|slain|killed|people killed|men killed)(?: there)?) "
    rf"{_WERE} (?:all )?(?:(?!not\b)[\w-]+ )?{_FIGHTERS}\b"
    rf"|\b{_WERE} (?:[\w-]+ )?{_FIGHTERS},? (?:and )?not {_THEM}\b",
    re.I,
)
#: "There was no market at those coordinates".
_NO_SUCH_THING = re.compile(
    rf"\bthere (?:was|were|is|are|had been|has been) (?:no|not an?|not any) "
    rf"(?P<what>(?:[\w’'-]+ ){{0,2}}?[\w’'-]+){_AT}",
    re.I,
)


def says_not_hit(claim: Claim, lexicon: Lexicon) -> str | None:
    """What a source says was not hit, in a word: "market" of "it was not a market but a depot"; None: nothing."""
    if claim.stance not in SAYING:
        return None
    if found := lexicon.scenes.denied(claim.content_text):
        return found
    if claim.source.kind not in _STRIKING and claim.source.resolved.casefold().removeprefix("the ") not in FORCES:
        return None
    if _NO_CIVILIANS.search(claim.content_text):
        return CIVILIANS
    thing = _NO_SUCH_THING.search(claim.content_text)
    return lexicon.scenes.first(thing["what"].rpartition(" ")[2]) if thing is not None else None


def spares(denial: Account, told: Account) -> bool:
    """Whether what a denial says was not hit is what an account says was: "no hospital" and "a hospital's ward"."""
    hit = told.value.casefold()
    head = hit.partition(" of ")[0].rpartition(" ")[2]
    if denial.value == CIVILIANS:
        return head in CIVILIAN_NOUNS
    words = set(re.findall(r"[a-z]+", f"{denial.value} {denial.quote_text}".casefold()))
    if head not in _ANY and {head, head.removesuffix("s")} & words:
        return True
    where = set(re.findall(r"[a-z]+", told.quote_text.casefold()))
    return denial.value not in _ANY and denial.value in where
