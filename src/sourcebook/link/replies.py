"""Replies: the denials, refusals to comment and admissions that speak to an incident without telling it again.

Who denies or will not speak of something else ("that weapons were kept there") replies to nothing of the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.questions import Questions
from sourcebook.link.cores import core_of
from sourcebook.link.denial_words import OWN_DEED_THEN, OWN_IT, OWN_PRESENCE, WHAT_THEY_SAID
from sourcebook.link.denials import (
    NEGATED,
    OF_ITS_DEED,
    denies_a_report_of_his_own,
    is_open,
    nested_in,
    of_himself,
    turns_from,
)
from sourcebook.link.digests import OF_ARTICLE
from sourcebook.link.disclaimers import (
    ANAPHORIC,
    accused_in,
    blamed_on,
    did_it,
    is_blamed,
    men_blamed,
    names_a_deed,
    names_an_event,
    owns_up,
)
from sourcebook.link.disowned import DISOWNED
from sourcebook.link.glimpses import attacks_of, glimpses
from sourcebook.link.names import folded, spoken_for
from sourcebook.link.policies import is_policy
from sourcebook.link.portraits import described
from sourcebook.link.spared import says_not_hit
from sourcebook.link.tallies import DENYING, THINGS
from sourcebook.link.values import TO_COME
from sourcebook.records import Claim, Party, Question, Reading, SourceKind, Stance

#: Words before an admission that undo it: who "rarely acknowledges" strikes does not own up to this one.
NOT_ADMITTED = frozenset({
    "not", "n't", "never", "rarely", "seldom", "hardly", "without", "neither", "nor", "no", "refused", "declined",
    "yet", "usually", "often", "sometimes",
})  # fmt: skip


def replies_of(reading: Reading, lexicon: Lexicon, incident_of: Mapping[str, str]) -> dict[str, list[Claim]]:
    """By incident, the claims that hold no mention of it but speak to it. ``incident_of``: mention → its incident.

    Those are denials, refusals, admissions, accusations that name nothing but the accused ("the League blamed the
    army"), and what is told of an event without naming it ("a guard said the shells came in threes").

    Such a claim goes to the incident of the claim that it answers; if it answers none, to that of a mention
    in it, else of the nearest before it.
    """
    blamed = blamed_on(reading, lexicon)
    telling = {m.claim for m in reading.mentions if m.claim}
    put_in = {m.claim: incident_of[m.id] for m in reversed(reading.mentions) if m.claim and m.id in incident_of}
    claims = {c.id: c for c in reading.claims}
    inner = {
        c.id: told.id for c in reading.claims if c.stance in DENYING and (told := nested_in(c, claims)) is not None
    }
    naming = {
        c
        for m in reading.mentions
        for c in (m.claim, m.actor_claim)
        if c and m.phase not in TO_COME and any(not is_of(p, claims[c]) for p in m.actors)
    }
    of_claim = {
        m.claim: incident_of[m.id]
        for m in reversed(reading.mentions)
        if m.claim and m.id in incident_of and m.factuality not in NEGATED  # to deny a denial is no denial
    }
    out: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        speaks = _speaks_to_an_incident(claim, claim.id in put_in, reading, lexicon, blamed)
        nests = inner.get(claim.id) in put_in and claim.id not in put_in and claim.source.kind is not SourceKind.COURT
        speaks = speaks or nests  # "dismissed the mayor's claim that soldiers had fired on them"
        apart = _describes_the_accused(claim, reading, lexicon)
        accuses = (apart or claim.id not in naming) and _accuses_of_it(claim, claim.id in telling, lexicon)
        told_of = None if speaks or accuses else described(claim, reading, incident_of, lexicon)
        if speaks or accuses or told_of or (claim.id not in put_in and glimpses(claim, reading, lexicon)):
            own = of_claim.get(claim.id) if not apart else None
            if told_of:
                incident: str | None = told_of
            elif nests:
                incident = of_claim.get(inner[claim.id]) or put_in[inner[claim.id]]
            elif claim.about in telling:
                incident = of_claim.get(claim.about or "")
            else:
                incident = own or of_claim.get(claim.about or "") or _nearest(claim, reading, incident_of)
            if incident:
                out.setdefault(incident, []).append(claim)
    return out


def answered_incidents(reading: Reading, incident_of: Mapping[str, str]) -> dict[str, str]:
    """By mention its incident; what a denial mentions belongs to the incident of the claim that it answers.

    "Police broke up a blockade and shot three, the union said. Police denied that they had fired.": the shooting,
    whatever else the firing may be near to. No incident is left without a mention of its own.
    """
    claims = {c.id: c for c in reading.claims}
    told = {m.claim: incident_of[m.id] for m in reversed(reading.mentions) if m.claim and m.id in incident_of}
    out = dict(incident_of)
    for m in reading.mentions:
        claim = claims.get(m.claim or "")
        answered = told.get(claim.about or "") if claim and claim.stance in DENYING else None
        left = sum(i == out.get(m.id) for i in out.values())
        if answered and m.id in out and m.factuality in NEGATED and left > 1:
            out[m.id] = answered
    return out


def _speaks_to_an_incident(
    claim: Claim, has_mention: bool, reading: Reading, lexicon: Lexicon, blamed: frozenset[str]
) -> bool:
    questions = lexicon.questions
    if is_policy(claim):
        return False
    if claim.stance is Stance.ADMIT:
        if _OF_ANOTHER.search(claim.content_text):
            return False
        if folded(claim.source.resolved).rpartition(" ")[2] in THINGS:
            return False  # "Leaflet claims bombing for Quiet Rails"
        responsible = questions.of(f"{claim.cue_text} {claim.content_text}") is Question.RESPONSIBILITY
        responsible = responsible or owns_up(claim, lexicon) or did_it(claim.content_text)
        responsible = responsible or claim.rule.startswith(OWNING)
        if claim.rule == "admit/object" and is_blamed(claim, blamed):  # "acknowledged the killings"
            responsible = responsible or names_an_event(claim.content_text, lexicon)
        return responsible and not NOT_ADMITTED & set(_before(claim, reading).casefold().split())
    if not has_mention and (says_no_event(claim, questions) or says_not_hit(claim, lexicon)):
        return True
    # who denies or will not speak of something else ("that weapons were kept there") answers no question
    short = len(claim.content_text.split()) <= ANAPHORIC
    if claim.stance is Stance.NO_COMMENT:
        if claim.source.resolved.casefold().startswith(("our ", "this ")):
            return False  # who asks: "our correspondent"
        of_it = names_an_event(claim.content_text, lexicon)
        return short or has_mention or of_it or questions.of(claim.content_text) is not None
    if claim.stance not in DENYING or has_mention or is_open(claim) or _ONE_MORE.search(claim.content_text):
        return False
    if turns_from(claim):
        return names_a_deed(claim.content_text, lexicon)  # and no former leader
    if claim.rule.endswith(DISOWNED) or claim.rule.startswith(OF_ITS_DEED) or of_himself(claim):
        return True
    if claim.source.kind is SourceKind.COURT and claim.stance is Stance.DISPUTE:
        return False  # prosecutors who dismiss a charge decide on it
    if _calls_it_false(claim, lexicon) or denies_a_report_of_his_own(claim):
        return True
    if _THIS_IS.match(claim.content_text) and lexicon.answers.says_false(claim.content_text):
        return _is_of_the_matter(claim, reading, lexicon)  # "This is absolutely untrue"
    if WHAT_THEY_SAID.match(claim.content_text) and names_an_event(claim.content_text, lexicon):
        return True  # "dismissed what officials had said about the blast"
    own = OWN_PRESENCE.match(claim.content_text) or OWN_IT.fullmatch(claim.content_text)
    if own is None and OWN_DEED_THEN.match(claim.content_text):
        answered = next((c for c in reading.claims if c.id == claim.about), None)
        if answered is not None and answered.stance is Stance.ACCUSE and accused_in(answered, lexicon.accusations):
            return True
        if men_blamed(claim, blamed):
            return True  # "denied that its guards had set the fire"
    if short and (_answers_another_matter(claim, reading, lexicon) or _turns_away_a_thing(claim, lexicon)):
        return False
    if short and (
        _is_of_the_matter(claim, reading, lexicon) or is_blamed(claim, blamed) or _names_what_is_told(claim, lexicon)
    ):
        return True
    return own is not None or questions.of(core_of(claim, reading)) is not None


#: One more event than those told: "denied that a second attack had taken place".
_ONE_MORE = re.compile(
    r"\b(?:an?other|(?:a|any|the) (?:second|third|further|fresh|new|similar|separate)) (?:[\w-]+ )?"
    r"(?:attack|abduction|ambush|blast|bomb(?:ing)?|clash|explosion|incident|massacre|raid|shooting|strike)s?\b",
    re.I,
)


def _is_of_the_matter(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether what a short denial answers tells of an event, or accuses: "denied such ties" is of something else."""
    answered = next((c for c in reading.claims if c.id == claim.about), None)
    if answered is None:
        return False
    if claim.content_text.casefold().strip(' ."”').partition(" ")[2] == "":
        return True  # "denied it", "rejected this"
    tells = any(m.claim == answered.id for m in reading.mentions) or answered.stance is not Stance.ASSERT
    return tells or lexicon.answers.name(claim.content_text.casefold().strip(' ."”').rpartition(" ")[2]) is not None


_THIS_IS = re.compile(r"\W*(?:that )?(?:this|that|it|these|those|they) (?:is|was|are|were)\b(?:\W+\w+){1,5}\W*$", re.I)


#: What a denial that names nothing points back with.
_POINTING = frozenset({"this", "that", "it"})


def _answers_another_matter(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether "the allegation" or "this" that is denied is of no event: "villagers alleged that police came late"."""
    answered = next((c for c in reading.claims if c.id == claim.about), None)
    if (
        answered is None
        or answered.stance is not Stance.ASSERT
        or any(m.claim == answered.id for m in reading.mentions)
    ):
        return False
    words = claim.content_text.casefold().strip(' .,"”')
    if words not in _POINTING and lexicon.answers.name(words.rpartition(" ")[2]) is None:
        return False
    text = answered.content_text
    return lexicon.questions.of(text) is None and lexicon.traces.of(text) is None and not names_an_event(text, lexicon)


def _turns_away_a_thing(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether what is rejected is neither something said nor done: "the ceasefire proposal", "the local commander"."""
    if claim.stance is not Stance.DISPUTE or not claim.rule.startswith("dispute/object"):
        return False
    words = re.findall(r"[\w-]+", claim.content_text.casefold())
    if not words or len(words) == 1 or words[0] in _CLAUSAL or lexicon.answers.calls_false(claim.content_text):
        return False
    named = [rule for w in words if (rule := lexicon.answers.name(w)) is not None]
    if named:
        return all(rule.id in _ASKED for rule in named)
    return not any(lexicon.events.is_event(w) or lexicon.events.is_event(w.removesuffix("s")) for w in words)


_CLAUSAL = frozenset({"that", "what", "whether", "having", "being", "it", "this", "these", "any", "all"})


def says_no_event(claim: Claim, questions: Questions) -> bool:
    """Whether a source says in so many words that nothing took place: "There was no strike"."""
    text = claim.content_text.casefold().strip("\"“”'‘’ ")
    if claim.stance in (Stance.ASSERT, Stance.CONFIRM) and (_NEVER_WAS.match(text) or _STAGED.match(text)):
        return True
    if claim.stance not in (Stance.ASSERT, Stance.CONFIRM) or not text.removeprefix("that ").startswith(_NOTHING):
        return False
    if _NO_SUCH.match(text):
        return False  # "no such order was given"
    none = questions.of(text) is Question.OCCURRENCE or _NO_ATTACK.search(text) is not None
    return none and _OTHER_TIMES.search(text) is None


#: Rules of cues with which only who did it speaks.
OWNING = ("claim-deed/", "own-up/", "take-responsibility/")


#: "No air strike had been carried out."
_NO_ATTACK = re.compile(
    r"no (?:[\w-]+ ){0,2}?(?:strikes?|airstrikes?|attacks?|raids?|bombings?|shelling|massacres?|killings?) "
    r"(?:had been|has been|have been|was|were) (?:carried out|committed|conducted|launched|made|mounted)\b(?! by)"
)


#: What is owned up to is another deed: "claimed responsibility for a similar attack last year".
_OF_ANOTHER = re.compile(
    r"\b(?:similar|previous|earlier|several|other|another|many|dozens of|scores of|hundreds of|numerous|past) "
    r"(?:[\w-]+ ){0,2}?(?:attacks?|bombings?|killings?|raids?|shootings?|strikes?|murders?|kidnappings?"
    r"|ambush(?:es)?)\b"
    r"|\blast (?:year|month|spring|summer|autumn|winter)\b|\bin (?:19|20)\d\d\b",
    re.I,
)
#: Of other days, or of another attack: "there had been no attack on the town before".
_OTHER_TIMES = re.compile(
    r"\b(?:before|since|until|previous\w*|earlier|so far|yet|in (?:years|months|weeks|decades)|similar|second|further"
    r"|other|another|more|new)\b"
)


_NO_SUCH = re.compile(
    r"(?:that )?no such (?!(?:\w+ )?(?:abduction|air ?strike|ambush|assault|attack|battle|bombardment|bombing|clash"
    r"|event|explosion|fight|fighting|incident|killing|massacre|operation|raid|shelling|shooting|strike|thing|violence)s?\b)"
)
#: "The attack was staged."
_STAGED = re.compile(
    r"(?:that )?(?:the|this|that|any such) (?:alleged |so-called |supposed )?(?:attack|massacre|raid|strike|shelling"
    r"|killings?|ambush|incident|bombing|shooting) (?:was|had been|has been|is|were) (?:\w+ )?"
    r"(?:staged|faked|invented|fabricated|made up|fake|(?:an? )?(?:\w+ )?(?:hoax|invention|fabrication|fiction))\b"
)
#: "It never happened."
_NEVER_WAS = re.compile(
    r"(?:that )?(?:it|this|that"
    r"|(?:the|this|such|any such) (?:\w+ )?(?:attack|massacre|raid|strike|shelling|killing|ambush"
    r"|incident|bombing|shooting|thing)s?) (?:has |had |have )?"
    r"(?:never (?:happened|occurred|took place|taken place|existed)|(?:did not|didn['’]t) (?:happen|occur|take place))"
    r"[.,]?$"
)
_NOTHING = (
    "there was no ",
    "there were no ",
    "there had been no ",
    "no ",
    "nothing of the ",
    "nothing happened",
    "nothing took place",
    "nothing had happened",
    "nothing has happened",
)


def _accuses_of_it(claim: Claim, has_mention: bool, lexicon: Lexicon) -> bool:
    """Whether it names who is to have done it: "accused the League of inventing names" is another matter."""
    accused = accused_in(claim, lexicon.accusations)
    if accused is None:
        return blames_mutually(claim)
    if has_mention or accused.alone or lexicon.traces.of(claim.content_text) is not None:
        return True
    return names_an_event(claim.content_text, lexicon)


#: Two who speak in one claim.
TWO = re.compile(
    r"(?:both )?(?P<one>(?:the|an?) [^,]{2,60}?),? and (?P<other>(?:the|an?|its) [^,]{2,60}?)(?: each| both)?", re.I
)


def blames_mutually(claim: Claim) -> bool:
    """Whether each of two says that it was the other: "the army and the Front blamed each other"."""
    mutual = claim.content_text.casefold().startswith(("each other", "one another", "the other"))
    return mutual and claim.stance is Stance.ACCUSE and TWO.fullmatch(claim.source.resolved) is not None


def _calls_it_false(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether it says that what others have said is wrong: "the claims were false", "the army's claims as lies"."""
    words = claim.content_text.casefold().replace("’", "'").strip(' .,"”').split()
    said = any(lexicon.answers.name(w) is not None for w in words)
    return len(words) <= 2 * ANAPHORIC and said and lexicon.answers.calls_false(claim.content_text)


def _names_what_is_told(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether what is denied is the event, or what was said of it: "the strike", "a charge", "the report"."""
    last = claim.content_text.casefold().strip(' .,"”').rpartition(" ")[2]
    rule = lexicon.answers.name(last)
    return names_an_event(claim.content_text, lexicon) or (rule is not None and rule.id not in _ASKED)


#: Nouns for what is wanted of somebody: who rejects it says nothing of what was done.
_ASKED = frozenset({"demand", "threat"})


#: What is told of the accused after a comma, of another day: "blamed the League, with whose men it had fought in May".
_WHO_IS = re.compile(
    r"[^,]{2,60}, (?:(?:with|against|by|from|of|in) )?(?:who|whom|whose|which"
    r"|(?:an?|the|one of) (?:[\w-]+ ){1,5}?(?:that|which|who))\b",
    re.I,
)


def _describes_the_accused(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether all that an accusation tells stands in a clause on who the accused is: it is of what was told before."""
    found = accused_in(claim, lexicon.accusations)
    clause = _WHO_IS.match(claim.content[0].of(reading.page.text)) if found and found.alone and claim.content else None
    if clause is None or not claim.content:
        return False
    told = [m.trigger.start for m in reading.mentions if m.claim == claim.id]
    return bool(told) and min(told) >= claim.content[0].start + clause.end()


def _before(claim: Claim, reading: Reading) -> str:
    """The few words before the cue, and the cue: "officials rarely acknowledge"."""
    cue = claim.cue[0] if claim.cue else claim.content[0]
    start = next((s.span.start for s in reading.sentences if s.id == claim.sentence), 0)
    before = reading.page.text[start : cue.start].split()[-_NEAR:]
    return " ".join((*before, reading.page.text[cue.start : cue.end]))


#: So many words before a cue may undo it.
_NEAR = 5


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
    if chosen is None:
        return next((a.id for a in reading.allusions if a.id == claim.article + OF_ARTICLE), None)
    return incident_of[chosen.id]


def is_of(party: Party, claim: Claim | None) -> bool:
    """Whether a party is the one that the claim's source is, or speaks for."""
    if claim is None:
        return False
    mine = {claim.source.entity, claim.source.party} - {None}
    named = {folded(claim.source.resolved), folded(claim.source.text)}
    if party.span is not None and any(s.holds(party.span) for s in claim.source.spans):
        return True
    return bool(mine & {party.entity, party.country}) or folded(party.name) in named or speaks_for(party, claim)


def speaks_for(party: Party, claim: Claim | None) -> bool:
    """Whether a claim's source is a body under the end of a party's name: "the Command" and the Eastern Command."""
    if claim is None or " " not in party.name or not party.name[:1].isupper():
        return False
    source = claim.source.resolved
    body = spoken_for(source) or folded(source)
    written = re.search(rf"\b[A-Z]{re.escape(body[1:])}\b", source)
    return " " not in body and written is not None and folded(party.name).endswith(f" {body}")
