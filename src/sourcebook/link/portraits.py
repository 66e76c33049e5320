"""Portraits: what a source tells of those who were harmed ("three of the five men had been in custody since March").

Who says who the dead were, or how they came to be there, tells of the event that killed them, though his words hold no
word for it, or one for something else that happened to them before. They are known by their number, where the report
counts them ("the five", "two of the five men").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sourcebook.lexicon import Lexicon
from sourcebook.link.deeds import words_of
from sourcebook.link.families import ATTACKS
from sourcebook.link.tallies import TELLING
from sourcebook.records import Claim, Harm, Incident, Reading, SourceKind, Stance, Token, TollScope

#: What happens to people in an event, by which a report goes on to speak of them.
_HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
#: What makes a number that of people told of: "the five", "all five", "those five".
_TOLD = frozenset({"the", "those", "these", "all"})
#: Of whom one speaks who speaks of some of them: "none of the five".
_OF_THEM = frozenset({"one", "none", "some", "most", "many", "all", "half", "any", "several", "neither"})
_TO_COME = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "if", "whether"})
#: Words of praise for one who has died, as a rule: "he helped everybody".
_WHOEVER = frozenset(
    {"always", "anybody", "anyone", "every", "everybody", "everyone", "everything", "never", "whoever"}
)
#: Of whom a source is a relative, or for whom he speaks.
_OF_WHOM = re.compile(
    r"\b(?:of|for|to) (?:(?:one|two|three|four|some|several|most|all|both) of )?(?:the|those) (?P<whom>[\w-]+)", re.I
)
_THE_HARMED = frozenset(
    {"men", "women", "dead", "killed", "victims", "boys", "girls", "injured", "wounded", "deceased"}
)
_PAST = frozenset({"VBD", "VBN"})
#: Nouns of people that say no more than the number.
_PEOPLE = frozenset({"man", "woman", "people", "person", "dead", "killed", "victim", "boy", "girl", "youth", "body"})


def described(claim: Claim, reading: Reading, incident_of: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The incident whose harmed a claim tells of, by their number. ``incident_of``: mention → its incident."""
    if claim.stance not in TELLING or claim.stance in (Stance.ADMIT, Stance.CONDEMN):
        return None
    counted = dict(_counted(claim, reading, incident_of))
    if not counted:
        return None
    near = _near_to_them(claim, counted, lexicon)
    for sentence, words in words_of(claim, reading):
        if (_TO_COME | _WHOEVER) & {t.lower for t in words}:
            return None  # "if he comes"; "he lit up every room"
        at = {t.i for t in words}
        for subject in (t for t in words if t.dep in ("nsubj", "nsubjpass") and t.head in at):
            verb = sentence.tokens[subject.head]
            if verb.head in at and verb.dep != "ccomp":
                continue  # "of the five who were shot": what the claim says stands in its own verb
            if lexicon.responses.does(verb.lemma) is not None:
                continue  # "the five have been buried"
            if (incident := _counted_as(subject, words, counted, lexicon)) is not None:
                return incident
            if near is not None and verb.tag in _PAST and _may_be_one_of_them(subject, words, lexicon):
                return near
    return None


def _near_to_them(claim: Claim, counted: Mapping[int, tuple[str, str]], lexicon: Lexicon) -> str | None:
    """The incident whose harmed a source belongs to, or speaks for: "relatives of the five", "a lawyer of the men"."""
    incidents = {incident for incident, _ in counted.values()}
    if claim.source.kind is SourceKind.RELATIVE and len(incidents) == 1:
        return next(iter(incidents))
    found = _OF_WHOM.search(claim.source.text)
    if found is None:
        return None
    words = found["whom"].casefold()
    value = _value(words, lexicon)
    if value:
        return counted[value][0] if value in counted else None
    return next(iter(incidents)) if len(incidents) == 1 and words in _THE_HARMED else None


def _value(word: str, lexicon: Lexicon) -> int:
    return int(word) if word.isdigit() else lexicon.numbers.cardinals.get(word, 0)


def _may_be_one_of_them(subject: Token, words: list[Token], lexicon: Lexicon) -> bool:
    the = any(t.head == subject.i and t.lower == "the" for t in words)
    return subject.lower in ("he", "she", "they") or (the and subject.lemma in lexicon.victims.people)


def _counted(claim: Claim, reading: Reading, incident_of: Mapping[str, str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The numbers of people that the report has counted before the claim: the incident, and the words for them."""
    first = min((s.start for s in (*claim.source.spans, *claim.content)), default=0)
    attacks: dict[str, Incident] = {i.id: i for i in reading.incidents if i.event_type in ATTACKS and not i.background}
    for toll in reading.tolls:
        incident = attacks.get(incident_of.get(toll.mention or "", ""))
        plain = toll.scope is TollScope.INCIDENT and toll.harm in _HARMED and toll.low == toll.high and toll.low > 1
        if incident is not None and plain and toll.article == claim.article and toll.span.end <= first:
            yield toll.low, (incident.id, toll.text.casefold())


def _counted_as(
    subject: Token, words: list[Token], counted: Mapping[int, tuple[str, str]], lexicon: Lexicon
) -> str | None:
    """The incident whose harmed the subject stands for."""
    group = subject
    if subject.pos == "NUM" or subject.lower in _OF_THEM:
        of = next((t for t in words if t.head == subject.i and t.lower == "of"), None)
        if of is not None:
            group = next((t for t in words if t.head == of.i and t.dep == "pobj"), subject)
            if group is subject:
                return None
    below = [t for t in words if t.head == group.i]
    number = group if group.pos == "NUM" else next((t for t in below if t.dep == "nummod"), None)
    if number is None or not any(t.lower in _TOLD for t in below):
        return None
    found = counted.get(_value(number.lower, lexicon))
    if found is None or any(t.lower in ("other", "more", "remaining") or t.dep == "relcl" for t in below):
        return None
    if any(t.head == group.i and t.lower == "of" for t in words) and group is not subject:
        return None  # "three of the five members of the council"
    incident, told = found
    same = group.pos == "NUM" or group.lemma in _PEOPLE or group.lower in told
    return incident if same and (group.pos == "NUM" or group.lemma in lexicon.victims.people) else None
