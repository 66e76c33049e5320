"""Glimpses: what sources tell of an event without naming it ("a guard said they came in threes").

A claim that holds no mention may still speak of the event: in words for what was seen, heard or left of it
(``data/traces.toml``), as one who was there, or of what was done then to a thing that the report has named. Only in a
report of one event, where it can be of no other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from sourcebook.lexicon.traces import Traces
from sourcebook.link.families import ATTACKS
from sourcebook.link.tallies import TELLING, has_name
from sourcebook.records import Claim, Quotation, Reading, Sentence, SourceKind, Stance, Token, TollScope

#: Who tells what he saw, and does not speak for a body.
BYSTANDERS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.PERSON})

#: Attacks of one night may be dated to two days.
A_NIGHT = dt.timedelta(days=1)


def glimpses(claim: Claim, reading: Reading, traces: Traces) -> bool:
    """Whether it tells of an event that it does not name, in an article that reports one attack."""
    if claim.stance not in TELLING or claim.stance is Stance.ADMIT:
        return False
    if len(attacks_of(reading)) != 1:
        return False
    if any(t.claim == claim.id and t.scope is TollScope.PERIOD for t in reading.tolls):
        return False  # "a panel estimated that around 400 people had died in the conflict"
    return (
        traces.of(claim.content_text) is not None
        or _saw_before(claim)
        or _was_there(claim)
        or _tells_what_was_done(claim, reading)
    )


def attacks_of(reading: Reading) -> list[str]:
    """The attacks that a page reports; where it reports none, all that it reports, at last those that it recalls.

    None that is recalled beside others, or of days before the last: "the worst since the mill was shelled last week".
    """
    told = [i for i in reading.incidents if not i.background] or list(reading.incidents)
    told = [i for i in told if i.event_type in ATTACKS] or told
    days = [i.date.low for i in told if i.date and i.date.low]
    newest = max(days, default=None)
    return [i.id for i in told if not (newest and i.date and i.date.high and i.date.high < newest - A_NIGHT)]


#: A bystander's "they", named by nobody: those who did it, or to whom it was done.
_THEY = re.compile(r"^[\"“”'‘]?They (?!will|would|are|have|must|should|can|say|want)\w+")

#: What came before the event, in a bystander's report: "a man had left a bag", "the queue had begun to form".
_BEFORE = re.compile(
    r"^(?:that )?(?:an? |the |two |three |several |some )[\w' -]{3,40}? had (?!always|never|long|no\b)\w+", re.I
)

#: How those are introduced who were there.
_THERE = re.compile(
    r"\b(?:surviv\w+|eye-?witness\w*|bystander|passer-by|who (?:saw|heard|witnessed|fled|escaped|hid|ran)"
    r"|who was (?:there|inside|nearby|passing))\b",
    re.I,
)


def _was_there(claim: Claim) -> bool:
    """Whether a claim's source is introduced as one who was there, and tells of it in his own words."""
    source = claim.source
    quoted = claim.quotation is not Quotation.INDIRECT
    return quoted and _THERE.search(f"{source.text} {source.resolved}") is not None


def _saw_before(claim: Claim) -> bool:
    """Whether a bystander tells what went before: somebody or something, new to the report, "had" done something."""
    said = claim.content_text
    return claim.source.kind in BYSTANDERS and (_BEFORE.match(said) or _THEY.match(said)) is not None


# ------------------------------------------------------------------------------------ what was done then

#: Verbs that tell how somebody or something is, thinks or speaks, and nothing that was done.
_STATES = frozenset({
    "be", "have", "do", "want", "hope", "think", "know", "love", "like", "believe", "need", "wonder", "live", "work",
    "fear", "doubt", "plan", "intend", "expect", "decide", "call", "ask", "demand", "urge", "promise", "agree", "seem",
    "remain", "mean", "appear", "deserve", "regret", "grieve", "mourn", "pray", "belong", "wish", "prefer", "own",
    "say", "tell", "receive", "consider", "understand", "hate", "support", "study", "enjoy", "suspend", "cancel",
})  # fmt: skip
#: Words by which a content is of no one day, or of what was not done.
_EVER = frozenset({"always", "never", "often", "usually", "not", "n't", "no", "nobody", "would", "used", "every"})
_PAST, _DONE, _BEING = "VBD", frozenset({"VBN", "VBG"}), frozenset({"was", "were", "had"})
#: Nouns that a report of any event may hold.
_ANY = frozenset({"people", "person", "man", "woman", "day", "time", "town", "city", "place", "week", "area", "night"})


def _tells_what_was_done(claim: Claim, reading: Reading) -> bool:
    """Whether it tells, in the past tense, what somebody did or underwent; a body only of what the report is about.

    A bystander who says that customers ran into the cellar speaks of what the report is about, a ministry that says
    that a minister left for Lisbon does not; that the siege of the bank was ended is about the bank.
    """
    words = list(_words(claim, reading))
    verb = _main_verb(words)
    if verb is None or verb.lemma in _STATES or _EVER & {t.lower for t in words}:
        return False
    if claim.source.kind in BYSTANDERS:
        return True
    if claim.source.kind is SourceKind.UNKNOWN and not has_name(claim.source.resolved):
        return False
    told = _nouns(t for s in _telling(reading, claim.article) for t in s.tokens)
    return bool(_nouns(words) & told)


def _words(claim: Claim, reading: Reading) -> Iterator[Token]:
    for sentence in reading.sentences:
        for part in claim.content:
            if sentence.article == claim.article and sentence.span.start < part.end and part.start < sentence.span.end:
                yield from (t for t in sentence.tokens if part.start <= t.start < part.end)


def _main_verb(words: list[Token]) -> Token | None:
    """The first verb that has a subject in the content and stands in the past."""
    for token in words:
        if token.tag == _PAST and token.lower not in _BEING and token.pos == "VERB":
            return token
        if token.tag in _DONE and any(t.head == token.i and t.lower in _BEING for t in words if t.pos == "AUX"):
            return token
    return None


def _telling(reading: Reading, article: str) -> list[Sentence]:
    named = {m.sentence for m in reading.mentions if m.article == article}
    return [s for s in reading.sentences if s.id in named]


def _nouns(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens if t.pos == "NOUN" and not t.ent) - _ANY
