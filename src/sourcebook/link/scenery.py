"""Scenery: what was hit, by the sentences that tell of an incident, and what a page names only to set it apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.scenes import Scenes
from sourcebook.link.asides import named_apart, set_aside
from sourcebook.link.families import ATTACKS, same_family
from sourcebook.link.names import folded
from sourcebook.link.replies import OWNING
from sourcebook.link.tallies import DENYING, TELLING
from sourcebook.link.targets import targets_of
from sourcebook.read.orders import OF_WEAPONS, counted_from, ranks_of
from sourcebook.records import Account, Claim, Incident, Mention, Phase, Question, Reading, Sentence, Span, Stance

#: Where the wounded are taken, lie and die.
CARED_FOR = re.compile(
    r"\b(?:taken|rushed|brought|carried|admitted|transported|airlifted|flown|driven|treat\w*|died|dies|die|recover\w*|care"
    r"|condition|surgery)\b[^.;]{0,40}?\b(?:to|at|in|into|from)\b(?: [\w’'-]+){0,5}? (?:hospitals?|clinics?|wards?)\b",
    re.I,
)

#: ... and the house that has them: "Beja Hospital has admitted ten people".
CARES_FOR = re.compile(
    r"\b(?:hospitals?|clinics?|wards?)(?: (?:in|of|at)(?: [A-Z][\w’'-]+){1,3})?"
    r"(?= (?:(?:has|have|had|is|are|was|were) )?(?:since |also |already )?"
    r"(?:admit\w*|receiv\w+|treat\w*|car(?:ed|ing) for|took in|taken in)\b)",
    re.I,
)

#: How those are buried who died elsewhere: "took part in the funeral of the nine"; not "a bomb at a trader's funeral".
BURIED = re.compile(
    r"\b(?:part (?:on \w+ )?in|attend(?:ed|ing)?|held|hold|holding|followed|joined|came to|gathered for|during|after"
    r"|before|at) (?:\w+ ){0,3}?(?:funerals?|burials?|wakes?|processions?)(?: prayers?| procession)?"
    r" (?=(?:of|for) (?:(?:the )?(?:victims|dead|martyrs|men|women|people|two|three|four|five|six|seven|eight|nine|ten)"
    r"|those|all|both|\d+)\b)",
    re.I,
)

#: Words that tell of an event as one after a first.
AGAIN = frozenset({"second", "another", "third", "follow-up"})

#: ... but not where the words point back to several that were told as one.
THE_SECOND = re.compile(r"\bthe (?:second|third) (?!of\b)(?:[\w-]+ ){1,2}$")

#: ... or as a later one of several: "the second of two drone strikes".
OF_SEVERAL = re.compile(r"\b(?:second|third|last|latter) of (?:the )?(?:two|three|four|several)(?: \w+)? $")

#: ... or, behind the verb, as done once more: "struck a depot in Salsk for the second time in a day".
ONCE_MORE = re.compile(
    r"[^.;,\n]{0,60}? (?:for the (?:second|third) time|(?:a second|a third) time|once more|again)\b", re.I
)

#: What follows a word for an attack and leads to what it hit: "*on a* weekly *market*".
_HITS = re.compile(
    r"^(?: (?:down|up|into))?(?: (?:on|at|against|into|outside))?(?: (?:an?|the|its|their|his))?"
    r"(?P<what>(?: (?!of\b|in\b|near\b|by\b|and\b)[\w’'-]+){1,4})"
)
#: What stands before a passive: "*a* weekly *market was* bombed".
_WAS_HIT = re.compile(
    r"\b(?:an?|the|its|their) (?P<what>(?:[\w’'-]+ ){1,4}?)(?:(?:that|which) )?(?:was|were|had been|has been|is|been)"
    r"(?: \w+ly)? $"
)


#: So far behind a verb may stand that it was done before.
_BEHIND = 80


class Scenery:
    """The scenes of a page's incidents."""

    def __init__(self, reading: Reading, lexicon: Lexicon, incident_of: Mapping[str, str]) -> None:
        self.reading = reading
        self.scenes: Scenes = lexicon.scenes
        self.events = lexicon.events
        self.incident_of = incident_of
        self.parsed = {s.id: s for s in reading.sentences}
        self.sentences = {s.id: s.span for s in reading.sentences}
        self.aside = set_aside(reading.mentions, self.parsed)
        self.asides = self._asides()

    def _asides(self) -> frozenset[str]:
        """Kinds of scenes, and types, of what the page names only to set it apart."""
        named = [m for m in self.reading.mentions if m.id in self.aside]
        texts = [self.sentences[m.sentence].of(self.reading.page.text) for m in named]
        told = (s.of(self.reading.page.text) for s in self.sentences.values())
        texts += [t[n:] for t in told if (n := named_apart(t)) < len(t)]
        return frozenset(str(m.event_type) for m in named).union(*map(self.scenes.of, texts))

    def of(self, incident: Incident, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """What was hit, by the sentences that tell of this event and of no other."""
        shared = {
            m.sentence
            for m in self.reading.mentions
            if self.incident_of.get(m.id, incident.id) != incident.id and same_family(m.event_type, incident.event_type)
        } | {m.sentence for m in self.reading.mentions if m.id in self.aside}
        own = [m.sentence for m in mentions if m.sentence not in shared and m.sentence in self.sentences]
        texts = [self._without_tellers(self.sentences[s]) for s in dict.fromkeys(own)]
        return tuple(sorted(frozenset().union(*map(self.scenes.of, texts))))

    def _without_tellers(self, sentence: Span) -> str:
        """A sentence without those who tell it, and without where the wounded were taken: neither was hit."""
        text = sentence.of(self.reading.page.text)
        for span in (s for c in self.reading.claims for s in c.source.spans if sentence.holds(s)):
            start, end = span.start - sentence.start, span.end - sentence.start
            text = text[:start] + " " * (end - start) + text[end:]
        return BURIED.sub(" ", CARED_FOR.sub(" ", CARES_FOR.sub(" ", text[: named_apart(text)])))

    def is_another(self, mention: Mention) -> bool:
        """Whether the words around its trigger set it apart from a first: "a second air strike", "the last of two"."""
        text, trigger = self.reading.page.text, mention.trigger
        if ONCE_MORE.match(text[trigger.end : trigger.end + _BEHIND]):
            return True
        before = text[max(0, trigger.start - 40) : trigger.start].casefold()
        near, sentence = set(before.split()[-2:]), self.parsed[mention.sentence]
        token = sentence.at(trigger.start)
        if mention.same_as is not None and token is not None and token.pos == "VERB" and THE_SECOND.search(before):
            return False  # "the second bomb went off as people ran to help": a part of what is told
        if mention.event_type in OF_WEAPONS:
            near |= ranks_of(mention, sentence)
        return bool(AGAIN & near) or OF_SEVERAL.search(before) is not None or self._is_counted(mention, sentence)

    def _is_counted(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether the time is counted to it from another attack: "hit the lifeboat an hour after the ferry was hit"."""
        token = sentence.at(mention.trigger.start)
        first = counted_from(sentence, token.i) if token is not None else None
        return first is not None and any(
            o.sentence == mention.sentence
            and o.event_type in ATTACKS
            and self.incident_of.get(o.id) not in (None, self.incident_of.get(mention.id))
            and (at := sentence.at(o.trigger.start)) is not None
            and first in (at.i, at.head)
            for o in self.reading.mentions
        )

    def things_hit(self, mention: Mention) -> tuple[str, ...]:
        """What else than people a mention says was hit, in the words of the text; a kind of scene by its word."""
        sentence = self.parsed.get(mention.sentence)
        if sentence is None or mention.event_type not in ATTACKS or mention.phase is not Phase.OCCURRED:
            return ()
        spans = targets_of(mention, sentence, self.events)
        named = [" ".join(span.of(self.reading.page.text).split()) for span in spans]
        scene = self._scene_hit(mention, sentence.span)
        known = [scene] if scene and not any(scene in words.casefold().split() for words in named) else []
        return tuple(dict.fromkeys([*named, *known]))

    def _scene_hit(self, mention: Mention, sentence: Span) -> str | None:
        """The word for the scene that a mention says was hit: "market" of "bombed a weekly market"; None: it does not.

        Only what stands right behind the trigger, or before it in the passive.
        """
        text = self.reading.page.text
        after = _HITS.match(text[mention.trigger.end : sentence.end])
        before = _WAS_HIT.search(text[sentence.start : mention.trigger.start])
        for found in (after, before):
            named = self.scenes.first(found["what"]) if found else None
            if named:
                return named
        return None


#: What a strike was aimed at, says who carried it out.
_HIT_ELSE = re.compile(
    r"\W*(?:that )?(?:(?:the|its|our|their) (?:\w+ )?target (?:had been|was|were)\b"
    r"|(?:it|they|we|(?:its|our|their) [\w-]+) (?:had |have )?(?:only )?(?:aimed at|bombed|destroyed|hit|struck"
    r"|targeted)\b)",
    re.I,
)


#: Who denies a part in it, or that he began it, denies that it was he.
_A_PART = re.compile(
    r"\b(?:behind|complicity|hand|involve\w*|part|responsib\w+|role|start\w*|began|begun|provok\w+|initiat\w+"
    r"|instigat\w+|fir(?:ed|ing) first)\b",
    re.I,
)


def own_targets(accounts: Iterable[Account], claims: Iterable[Claim], scenes: Scenes) -> list[Account]:
    """Who owns up to an attack and denies that he hit what others say denies what was hit, and not that it was he."""
    given = list(accounts)
    formal = {c.id for c in claims if c.rule.startswith(OWNING)}
    owning = [a for a in given if a.stance is Stance.ADMIT]
    hits = (c for c in claims if c.stance in TELLING and _HIT_ELSE.match(c.content_text))
    told = {(folded(c.source.resolved), c.article) for c in hits}
    out = []
    for a in given:
        denies_it = a.question is Question.RESPONSIBILITY and a.stance in DENYING and not _A_PART.search(a.quote_text)
        who = folded(a.source), a.article
        # who denies it and goes on that he has owned up to this or that speaks of something else
        owns = who in told or any(
            (folded(b.source), b.article) == who and (b.claim not in formal or b.quote < a.quote) for b in owning
        )
        if denies_it and owns and (what := scenes.first(a.quote_text)):
            a = replace(a, question=Question.TARGET, value=what, answer=None)
        out.append(a)
    return out
