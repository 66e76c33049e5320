"""Deeds: whether what a source says tells what was done then, or only what is done, asked or felt about it since.

Whoever speaks in the past tense in a report of one event speaks of that event, unless his words say otherwise: what
never or always was, how things are in general, and how somebody responds to what has happened
(``data/responses.toml``). A verb denied tells nothing that was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.lexicon import Lexicon
from sourcebook.read.clauses import subject
from sourcebook.records import Claim, Quotation, Reading, Sentence, SourceKind, Stance, Token

#: Who tells what he saw, and does not speak for a body.
BYSTANDERS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.PERSON})

#: Words by which a clause is of no one day, or of what may be.
_EVER = frozenset({"always", "never", "often", "usually", "would", "every"})
_DONE, _BEING = frozenset({"VBN", "VBG"}), frozenset({"was", "were", "had"})
#: Those as whom a speaker and his own people act; nobody, where it is left open who does.
_OURSELVES = frozenset({"i", "we", "it", "he", "she", "they"})
_OUR_PEOPLE = frozenset({
    "agent", "authority", "crew", "department", "detective", "expert", "force", "government", "investigator", "lawyer",
    "member", "ministry", "office", "officer", "official", "personnel", "police", "prosecutor", "soldier", "spokesman",
    "spokeswoman", "staff", "team", "troop", "troops", "unit",
})  # fmt: skip
#: Verbs that say how something is.
_IS, _HAS = "be", "have"
#: Subjects of "was" that nobody saw anywhere.
_SINCE = frozenset({"again", "now", "currently", "still", "today", "back"})
_THOSE_THERE = frozenset({"i", "we", "they", "those", "people", "nobody", "everyone"})
_HIT = frozenset({"target", "victim"})
#: Who is said to have been elsewhere.
_ITS = frozenset({"its", "our", "their"})
_ITS_MEN = frozenset({"aircraft", "fighter", "force", "man", "member", "men", "plane", "soldier", "supporter", "troop",
                      "troops", "unit"})  # fmt: skip
#: What people are in, and nowhere: "the town was in mourning".
_MOODS = frozenset({
    "agony", "chaos", "crisis", "despair", "disbelief", "fear", "grief", "mourning", "pain", "panic", "shock", "tears",
    "turmoil", "uproar",
})  # fmt: skip
_NOWHERE = frozenset({"it", "this", "that", "there", "everything", "life", "what", "heart", "thought", "thoughts"})


def words_of(claim: Claim, reading: Reading) -> Iterator[tuple[Sentence, list[Token]]]:
    """What a claim says, sentence by sentence."""
    for sentence in reading.sentences:
        if sentence.article != claim.article:
            continue
        if found := sentence.within(*claim.content):
            yield sentence, found


def tells_of_then(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a claim tells, in the past tense, what somebody did or underwent, or how things were at that time."""
    if _is_lawyer(claim):
        return False
    if claim.stance is Stance.CONFIRM and _names_it(claim, lexicon):
        return True
    quoted = claim.quotation is not Quotation.INDIRECT and claim.source.kind in (*BYSTANDERS, SourceKind.UNKNOWN)
    for sentence, words in words_of(claim, reading):
        if _EVER & {t.lower for t in words} or _used_to(words):
            continue
        if any(not _responds(verb, sentence, claim, lexicon) for verb in past_verbs(words)):
            return True
        if any(_was_so(verb, words, lexicon, quoted) for verb in words):
            return True
    return False


def _used_to(words: list[Token]) -> bool:
    """Whether it tells what used to be, and not that a rifle was used."""
    return any(a.lower == "used" and b.lower == "to" and a.head != b.i for a, b in pairwise(words)) and not any(
        t.lower in ("was", "were", "been") and words[n + 1 : n + 2] and words[n + 1].lower == "used"
        for n, t in enumerate(words)
    )


def past_verbs(words: list[Token]) -> Iterator[Token]:
    """The verbs that stand in the past, and are not denied; "was" and "had" by themselves are none."""
    for token in words:
        helping = {t.lower for t in words if t.head == token.i and t.pos == "AUX"}
        past = token.tag == "VBD" and token.lower not in _BEING and token.pos == "VERB"
        perfect = "been" in helping and helping & {"has", "have"} and not helping & _UNREAL
        been = token.tag in _DONE and token.lemma != "be" and (helping & _BEING or perfect)
        acts = token.tag == "VBN" and not helping and any(t.head == token.i and t.dep == "nsubj" for t in words)
        if (past or been or acts) and not _is_denied(token, words):
            yield token


def _is_denied(verb: Token, words: list[Token]) -> bool:
    return any(t.head == verb.i and t.dep == "neg" for t in words)


def _responds(verb: Token, sentence: Sentence, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether what is done is done about the event, or is no deed at all."""
    at = subject(sentence, verb.i)
    who = sentence.tokens[at] if at is not None else None
    bystander = claim.source.kind in BYSTANDERS
    about = [who, *(t for t in sentence.tokens if t.head == verb.i and t.dep in ("dobj", "pobj"))]
    if any(t is not None and lexicon.responses.about(t.lemma) for t in about):
        return True
    rule = lexicon.responses.does(verb.lemma)
    if rule is not None and rule.by == "anyone":
        return True
    if rule is not None and rule.by == "event":
        if who is not None and _is_the_event(who, lexicon):
            return True
        rule = None
    if bystander:
        return False
    if who is None or who.lower in _OURSELVES or who.lemma in _OUR_PEOPLE:
        passive = any(t.head == verb.i and t.dep == "auxpass" for t in sentence.tokens)
        called = passive and rule is not None and rule.id == "speech" and verb.lemma != "warn"
        return rule is not None and not called  # "officers were called at two"
    of_office = lexicon.speakers.of(who.lemma)
    return of_office is not None and of_office.kind is SourceKind.GOVERNMENT and not of_office.group


def _was_so(verb: Token, words: list[Token], lexicon: Lexicon, quoted: bool) -> bool:
    """Whether somebody or something was somewhere or so: "the troops were on their way", "the tyres were flat"."""
    if verb.lower == "had" and verb.pos in ("VERB", "AUX") and verb.dep not in ("aux", "auxpass"):
        had = next((t for t in words if t.head == verb.i and t.dep == "dobj"), None)
        by = next((t for t in words if t.head == verb.i and t.dep == "nsubj"), None)
        return had is not None and by is not None and by.lower in _THOSE_THERE and quoted
    been = verb.lower == "been" and any(t.head == verb.i and t.lower == "had" for t in words)
    if (verb.lower not in ("was", "were") and not been) or verb.dep in ("aux", "auxpass") or _is_denied(verb, words):
        return False
    who = next((t for t in words if t.head == verb.i and t.dep == "nsubj"), None)
    if who is not None and any(t.head == who.i and t.lower in _ITS for t in words) and who.lemma in _ITS_MEN:
        return False  # "its men had been at a wedding": and so not there
    below = [t for t in words if t.head == verb.i and t.i > verb.i]
    if any(t.dep == "attr" and t.lemma in _HIT for t in below):
        return True  # "said it had been the target"
    if who is not None and lexicon.responses.about(who.lemma):
        return False  # "an investigation was under way"
    again = any(t.lower in _SINCE for t in words)  # "the road was open again"
    if again or who is None or who.lower in _NOWHERE or any(t.dep == "attr" for t in below):
        return False
    so = [t for t in below if t.dep == "acomp"]
    where = [t for t in below if t.dep in ("prep", "advmod") and t.lower not in ("of", "from", "not", "longer")]
    where = [t for t in where if not any(k.head == t.i and k.lemma in _MOODS for k in words)]
    return bool(so or where) and not any(
        lexicon.responses.is_so(t.lower) or lexicon.responses.does(t.lemma) for t in so
    )


def only_judges(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a claim says only what to think of the event, or what must be done: "there is no excuse for the raid"."""
    if claim.stance not in (Stance.ASSERT, Stance.CONFIRM):
        return False
    if _LOOKS_INTO.search(claim.cue_text) and _WHAT_IS_SAID.match(claim.content_text):
        return True  # "has reviewed allegations of air strikes on the station"
    judging = False
    for _, words in words_of(claim, reading):
        much = _has_seen_much(words)
        than = _compared_by(words, lexicon)
        felt = [
            _is_felt(verb, lexicon) or _means(verb, words, lexicon) or (much and verb.lemma in _SEE) or than < verb.i
            for verb in past_verbs(words)
        ]
        if not all(felt):
            return False
        judging = (
            judging
            or bool(felt)
            or than < _NONE
            or any(lexicon.responses.is_so(t.lower) for t in words)
            or _must(words)
        )
    return judging


_LOOKS_INTO = re.compile(
    r"\b(?:assess|check|examin|investigat|look|prob(?:e|ing)|review|stud(?:y|ied|ies)|verif)", re.I
)
_WHAT_IS_SAID = re.compile(
    r"\W*(?:into )?(?:the |all |these |such |any )?(?:accusations?|allegations?|claims?|rumou?rs?|reports?)"
    r" (?:of|that|about)\b",
    re.I,
)


def _is_felt(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says what is felt: "was shocked by the killing"."""
    rule = lexicon.responses.does(verb.lemma)
    return rule is not None and rule.id in ("courtesies", "feelings")


def _means(verb: Token, words: list[Token], lexicon: Lexicon) -> bool:
    """Whether a verb says what the event amounts to: "the raid raised questions", "the killings breached the truce"."""
    rule = lexicon.responses.does(verb.lemma)
    meant = rule is not None and rule.by == "event"
    meant = meant or (verb.lemma == "raise" and any(t.head == verb.i and t.lemma in _RAISED for t in words))
    return meant and any(_is_the_event(t, lexicon) for t in words if t.head == verb.i and t.dep in _SUBJECTS)


#: What a deed raises.
_RAISED = frozenset({
    "concern", "doubt", "fear", "issue", "possibility", "prospect", "question", "risk", "specter", "spectre", "stake",
    "suspicion", "tension", "worry",
})  # fmt: skip


def _is_the_event(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in ("this", "that", "it", "such") or lexicon.events.is_event(token.lemma)


#: Behind every token of a sentence.
_NONE = 1 << 30


def _compared_by(words: list[Token], lexicon: Lexicon) -> int:
    """Where the event is set beside others, by the token: "this attack is larger than anything we have seen"."""
    for be in (t for t in words if t.lemma == "be" and t.dep not in ("aux", "auxpass")):
        below = [t for t in words if t.head == be.i]
        by = next((t for t in below if t.dep == "acomp" and t.tag == "JJR"), None)
        if by is not None and any(t.dep in _SUBJECTS and _is_the_event(t, lexicon) for t in below):
            return by.i
    return _NONE


def _has_seen_much(words: list[Token]) -> bool:
    """Whether it says how much a place has been through: "the neighbourhood had seen too much death"."""
    if any(t.pos == "NUM" for t in words) or not _MUCH & {t.lower for t in words}:
        return False
    seen = {t.i for t in words if t.lemma in _SEE}
    return any(t.head in seen and t.dep in _SUBJECTS and t.lemma in _PLACES_OF_MANY for t in words)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _must(words: list[Token]) -> bool:
    """Whether something has to be done: "the violence had to stop", "the killers must be caught"."""
    lowers = [t.lower for t in words]
    had_to = any(a in ("has", "have", "had") and b == "to" for a, b in pairwise(lowers))
    if any(a in _UNREAL and b == "have" for a, b in pairwise(lowers)):
        return True  # "the raid could have been prevented"
    return had_to or any(t.lower in ("must", "should") and t.tag == "MD" for t in words)


#: What a place does to which much has happened.
_SEE = frozenset({"see", "suffer", "endure", "know", "experience", "witness", "lose", "bury"})
_MUCH = frozenset({
    "bloodshed", "countless", "endless", "enough", "grief", "hardship", "loss", "lot", "much", "pain", "so", "such",
    "suffering", "too", "tragedy", "trauma",
})  # fmt: skip
_PLACES_OF_MANY = frozenset({
    "area", "capital", "city", "community", "country", "county", "district", "family", "generation", "nation",
    "neighborhood", "neighbourhood", "people", "province", "region", "society", "state", "town", "village", "world",
})  # fmt: skip
#: What was not so.
_UNREAL = frozenset({"could", "should", "would"})

#: What somebody confirms who was asked about an event.
_IT = frozenset({
    "blast", "case", "casualties", "count", "deaths", "development", "event", "explosion", "figure", "figures",
    "incident", "injuries", "news", "number", "report", "reports", "story", "toll", "tragedy",
})  # fmt: skip


def _names_it(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether all that somebody confirms is the event, or what was said of it: "confirmed the toll"."""
    words = claim.content_text.casefold().strip(' ."”').split()
    if claim.cue_text.casefold().startswith("to ") or "verif" in claim.cue_text.casefold():
        return False  # "has not been able to verify the number"
    return 0 < len(words) <= _SHORT and (words[-1] in _IT or lexicon.events.is_event(words[-1]))


_SHORT = 4


def _is_lawyer(claim: Claim) -> bool:
    named = claim.source.resolved.casefold().replace(",", " ").split()
    return bool({"lawyer", "attorney", "counsel", "lawyers"} & set(named))
