"""Replies: the denials, refusals to comment and admissions that speak to an incident without telling it again.

Who denies or will not speak of something else ("that weapons were kept there") replies to nothing of the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.accusations import Accusations, Accused
from sourcebook.lexicon.questions import Questions
from sourcebook.link.denials import OWN_PRESENCE
from sourcebook.link.glimpses import attacks_of, glimpses
from sourcebook.link.tallies import DENYING, folded
from sourcebook.records import Claim, Factuality, Party, Question, Reading, Stance

NEGATED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})

#: Words before an admission that undo it: who "rarely acknowledges" strikes does not own up to this one.
NOT_ADMITTED = frozenset({
    "not", "n't", "never", "rarely", "seldom", "hardly", "without", "neither", "nor", "no", "refused", "declined",
    "yet", "usually", "often", "sometimes",
})  # fmt: skip

#: A denied content of at most so many words stands for what it answers: "this", "the accusations", "these reports".
ANAPHORIC = 4


def replies_of(reading: Reading, lexicon: Lexicon, incident_of: Mapping[str, str]) -> dict[str, list[Claim]]:
    """By incident, the claims that hold no mention of it but speak to it. ``incident_of``: mention → its incident.

    Those are denials, refusals, admissions, accusations that name nothing but the accused ("the League blamed the
    army"), and what is told of an event without naming it ("a guard said the shells came in threes").

    Such a claim goes to the incident of the claim that it answers; if it answers none, to that of a mention
    in it, else of the nearest before it.
    """
    telling = {m.claim for m in reading.mentions if m.claim}
    put = {m.claim for m in reading.mentions if m.claim and m.id in incident_of}
    claims = {c.id: c for c in reading.claims}
    naming = {
        c
        for m in reading.mentions
        for c in (m.claim, m.actor_claim)
        if c and any(not is_of(p, claims[c]) for p in m.actors)
    }
    of_claim = {
        m.claim: incident_of[m.id]
        for m in reversed(reading.mentions)
        if m.claim and m.id in incident_of and m.factuality not in NEGATED  # to deny a denial is no denial
    }
    out: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        speaks = _speaks_to_an_incident(claim, claim.id in telling, reading, lexicon)
        apart = _describes_the_accused(claim, reading, lexicon)
        accuses = (apart or claim.id not in naming) and _accuses_of_it(claim, claim.id in telling, lexicon)
        if speaks or accuses or (claim.id not in put and glimpses(claim, reading, lexicon.traces)):
            own = of_claim.get(claim.id) if not apart else None
            incident = of_claim.get(claim.about) if claim.about else own or _nearest(claim, reading, incident_of)
            if incident:
                out.setdefault(incident, []).append(claim)
    return out


def with_disclaimers(reading: Reading, questions: Questions) -> Reading:
    """The reading with what amounts to a denial as one: "the Front said it had nothing to do with the attack"."""
    told = (Stance.ASSERT, Stance.CONFIRM)
    if not any(c.stance in told and questions.disclaims(c.content_text) for c in reading.claims):
        return reading
    return replace(
        reading,
        claims=tuple(
            replace(c, stance=Stance.DENY) if c.stance in told and questions.disclaims(c.content_text) else c
            for c in reading.claims
        ),
    )


def _speaks_to_an_incident(claim: Claim, has_mention: bool, reading: Reading, lexicon: Lexicon) -> bool:
    questions = lexicon.questions
    if claim.stance is Stance.ADMIT:
        responsible = questions.of(f"{claim.cue_text} {claim.content_text}") is Question.RESPONSIBILITY
        return responsible and not NOT_ADMITTED & set(_before(claim, reading).casefold().split())
    if not has_mention and says_no_event(claim, questions):
        return True
    # who denies or will not speak of something else ("that weapons were kept there") answers no question
    short = len(claim.content_text.split()) <= ANAPHORIC
    if claim.stance is Stance.NO_COMMENT:
        named = _THE_NOUN.findall(claim.content_text.casefold())
        of_it = any(lexicon.events.is_event(n) or lexicon.events.is_event(n.removesuffix("s")) for n in named)
        return short or has_mention or of_it or questions.of(claim.content_text) is not None
    if claim.stance not in DENYING or has_mention:
        return False
    absent = OWN_PRESENCE.match(claim.content_text) is not None
    return absent or (short and claim.about is not None) or questions.of(claim.content_text) is not None


def says_no_event(claim: Claim, questions: Questions) -> bool:
    """Whether a source says in so many words that nothing took place: "There was no strike"."""
    text = claim.content_text.casefold().strip("\"“”'‘’ ")
    if claim.stance not in (Stance.ASSERT, Stance.CONFIRM) or not text.removeprefix("that ").startswith(_NOTHING):
        return False
    return questions.of(text) is Question.OCCURRENCE


_NOTHING = ("there was no ", "there were no ", "no ")


#: The nouns that a refusal to comment names as known: "on the ambush", "on Friday's air strike".
_THE_NOUN = re.compile(r"\b(?:the|this|that|these|those|\w+['’]s?) (?:[\w-]+ ){0,2}?([\w-]+)")


def _accuses_of_it(claim: Claim, has_mention: bool, lexicon: Lexicon) -> bool:
    """Whether it names who is to have done it: "accused the League of inventing names" is another matter."""
    accused = accused_in(claim, lexicon.accusations)
    return accused is not None and (has_mention or accused.alone or lexicon.traces.of(claim.content_text) is not None)


#: What is told of the accused after a comma, of another day: "blamed the League, with whose men it had fought in May".
_WHO_IS = re.compile(r"[^,]{2,60}, (?:(?:with|against|by|from|of|in) )?(?:who|whom|whose|which)\b", re.I)


def _describes_the_accused(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether all that an accusation tells stands in a clause on who the accused is: it is of what was told before."""
    found = accused_in(claim, lexicon.accusations)
    clause = _WHO_IS.match(claim.content[0].of(reading.page.text)) if found and found.alone and claim.content else None
    if clause is None or not claim.content:
        return False
    told = [m.trigger.start for m in reading.mentions if m.claim == claim.id]
    return bool(told) and min(told) >= claim.content[0].start + clause.end()


def accused_in(claim: Claim, accusations: Accusations) -> Accused | None:
    """Whom an accusation names: "blamed X for …", "accused X of …", "said X was behind it"; None: it is not said."""
    found = accusations.of(claim.cue_text, claim.content_text)
    accuses = claim.stance is Stance.ACCUSE or (found is not None and found.told and claim.stance in _SAYING)
    return found if accuses else None


_SAYING = frozenset({Stance.ASSERT, Stance.CONFIRM})


def _before(claim: Claim, reading: Reading) -> str:
    """The few words before the cue, and the cue: "officials rarely acknowledge"."""
    cue = claim.cue[0] if claim.cue else claim.content[0]
    return reading.page.text[max(0, cue.start - 30) : cue.end]


def _nearest(claim: Claim, reading: Reading, incident_of: Mapping[str, str]) -> str | None:
    """The incident of the nearest mention before a claim in its article, else of the first; none recalled."""
    at = claim.cue[0].start if claim.cue else claim.content[0].start
    recalled = {i.id for i in reading.incidents if i.background}
    here = [m for m in reading.mentions if m.article == claim.article and m.id in incident_of]
    told = [m for m in here if incident_of[m.id] not in recalled] or here
    attacks = set(attacks_of(reading))
    told = [m for m in told if incident_of[m.id] in attacks] or told
    before = [m for m in told if m.trigger.start < at]
    chosen = max(before, key=lambda m: m.trigger) if before else min(told, key=lambda m: m.trigger, default=None)
    return incident_of[chosen.id] if chosen else None


def is_of(party: Party, claim: Claim | None) -> bool:
    """Whether a party is the one that the claim's source is, or speaks for."""
    if claim is None:
        return False
    mine = {claim.source.entity, claim.source.party} - {None}
    named = {folded(claim.source.resolved), folded(claim.source.text)}
    return bool(mine & {party.entity, party.country}) or folded(party.name) in named
