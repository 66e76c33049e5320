"""Charges: who is said on a page to have done it, so that a denial finds whom it clears, and a name what body it is.

A denial that does not name whom it clears ("the group said it was not involved", "the company denied that its guards
had fired") means whom the accusation that it answers names, whose men it speaks of, or the only body that was accused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.disclaimers import ANAPHORIC, accused_in
from sourcebook.link.families import ATTACKS
from sourcebook.link.names import folded
from sourcebook.link.namesakes import name_words
from sourcebook.link.replies import is_of
from sourcebook.link.tallies import DENYING
from sourcebook.read.parties import resolve_party
from sourcebook.records import Claim, EventType, Factuality, Mention, Party, Phase, Question, Reading, SourceKind

#: Whose men are cleared: "that *its guards* had fired".
_THEIRS = re.compile(
    r"\W*(?:that )?(?:(?:any|none|one|no one|some) of )?(?:its|their|his|her|our) (?:own )?(?:[\w-]+ )?"
    r"(?P<men>\w+)(?= (?:are|did|had|has|have|is|was|were)\b)",
    re.I,
)
#: A body that has been named, or who speaks for it: "the group", "the militia's leader", "its spokesman".
_THE_BODY = re.compile(
    r"(?:the (?:[\w-]+ )?(?:band|brigade|cartel|cell|faction|front|gang|group|guerrillas|insurgents|jihadists|league"
    r"|militants|militia|movement|organi[sz]ation|outfit|party|rebels|separatists|union)\b|its \w+)(?:['’]s? .*|,.*)?$",
    re.I,
)
#: What stands behind a name and says what it is: ", a drug gang".
_APPOSED = re.compile(
    r", (?P<what>(?:an?|the|one of the) (?:[\w-]+ ){0,4}?[\w-]+)(?=[,.;]|$| that| which| who| from| in)", re.S
)
_WITH_THE = re.compile(r"[Tt]he [A-Z][\w’'-]+")
_BY_NAME = re.compile(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
#: Who is arrested without a name, or in numbers.
_SEVERAL = re.compile(
    r"\b(?:people|persons?|men|man|woman|women|suspects?|others?|youths|teenagers?|protesters?|demonstrators|rioters"
    r"|members|residents|villagers|students|activists|journalists?|one|someone|\d+|two|three|four|five|six|dozens)$",
    re.I,
)
_VAGUE = frozenset({SourceKind.UNKNOWN, SourceKind.PERSON})


class Charges:
    """The accusations of a page: who is named for it, in which claim, and where."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.claims = {c.id: c for c in reading.claims}
        self.told = sorted(set(self._found()), key=lambda t: (t[0], t[2], t[1]))

    def _found(self) -> Iterable[tuple[int, str, str]]:
        for c in self.reading.claims:
            if found := accused_in(c, self.lexicon.accusations):
                yield (c.cue or c.content)[0].start, found.name, c.id
        for m in self.reading.mentions:
            claim = self.claims.get(m.claim or "")
            if claim is None or claim.stance in DENYING or m.factuality is Factuality.CERTAINLY_NOT:
                continue
            for p in m.actors:
                if not is_of(p, claim):
                    yield m.trigger.start, p.name, claim.id

    def cleared_by(self, claim: Claim) -> str | None:
        """Whom a denial clears, where its source has another name than they."""
        if claim.stance not in DENYING:
            return None
        at = (claim.cue or claim.content)[0].start
        others = [t for t in self.told if t[2] != claim.id and self.claims[t[2]].article == claim.article]
        if men := _THEIRS.match(claim.content_text):
            same = [name for _, name, _ in others if folded(name).rpartition(" ")[2] == men["men"].casefold()]
            if same:
                return same[-1]
        answered = [name for _, name, c in others if c == claim.about]
        if answered and self._is_of_the_deed(claim):
            return answered[0] if not any(_shares(n, claim.source.resolved) for n in answered) else None
        if _THE_BODY.match(claim.source.resolved):
            before = {folded(name): name for start, name, _ in others if start < at and name_words(name)}
            if len(before) == 1:
                return next(iter(before.values()))
        return None

    def held_for(self, incident: str, incident_of: Mapping[str, str]) -> Iterable[tuple[Mention, Party]]:
        """Who is arrested over an attack that was told of before, or first, each with the mention that tells it."""
        attacks = [m for m in self.reading.mentions if m.event_type in ATTACKS and m.id in incident_of]
        for m in self.reading.mentions:
            if m.event_type is not EventType.ARREST or m.factuality is not Factuality.CERTAIN or m.background:
                continue
            if m.phase is not Phase.OCCURRED:
                continue
            here = [a for a in attacks if a.article == m.article]
            before = [a for a in here if a.trigger < m.trigger]
            of = max(before, key=lambda a: a.trigger) if before else min(here, key=lambda a: a.trigger, default=None)
            if of is None or incident_of[of.id] != incident:
                continue
            for p in m.recipients:
                if p.kind in _VAGUE | {SourceKind.RELATIVE} and not _SEVERAL.search(p.name):
                    behind = self.reading.page.text[p.span.end : p.span.end + 60] if p.span else ""
                    named = _BY_NAME.match(behind)
                    yield m, replace(p, name=named["name"]) if named else p

    def _is_of_the_deed(self, claim: Claim) -> bool:
        """Whether it denies the charge itself: "the allegations", "any part in it", no other matter."""
        short = len(claim.content_text.split()) <= ANAPHORIC
        return short or self.lexicon.questions.of(claim.content_text) is Question.RESPONSIBILITY

    def kind_of(self, name: str, content: str) -> SourceKind:
        """What an accused body is by the words behind its name, or by "the" before it."""
        before, found, after = content.partition(name)
        kind = self._apposed(after) if found and "," not in before else SourceKind.UNKNOWN
        return SourceKind.ARMED_GROUP if kind in _VAGUE and _WITH_THE.match(name) else kind

    def kind_of_party(self, party: Party) -> SourceKind:
        """The kind of who acted; a name with "the" before it that no list knows is of some armed body."""
        if party.kind not in _VAGUE or party.entity is not None or party.span is None or not party.name[:1].isupper():
            return party.kind
        text = self.reading.page.text
        kind = self._apposed(text[party.span.end : party.span.end + 60])
        before = text[max(0, party.span.start - 4) : party.span.start].casefold()
        the = kind in _VAGUE and before == "the " and " " in party.name
        return SourceKind.ARMED_GROUP if the else kind if kind not in _VAGUE else party.kind

    def _apposed(self, after: str) -> SourceKind:
        """What the words behind a name say that it is: ", a drug gang"."""
        found = _APPOSED.match(after)
        return resolve_party(found["what"], self.lexicon).kind if found else SourceKind.UNKNOWN


def _shares(name: str, source: str) -> bool:
    words = set(folded(name).split())
    return bool(words & set(folded(source).replace("'s", "").replace("’s", "").split()))
