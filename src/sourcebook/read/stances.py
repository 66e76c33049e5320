"""Stances: what a source does with a content, from the cue's rule, its negation and what hangs on it."""

from __future__ import annotations

from itertools import pairwise

from sourcebook.lexicon.answers import Answers
from sourcebook.read.drafts import Draft, counts_people
from sourcebook.records import Stance

_ADMITTED = frozenset({"responsibility", "credit"})
_CALLING = frozenset({"brand", "characterise", "characterize", "denounce", "depict", "describe", "label", "term"})
_TAKING = frozenset({"accept", "admit", "assume", "bear", "carry", "shoulder", "take"})
_GUILT = frozenset({"blame", "guilt", "responsibility"})
_OWN = frozenset({"we", "i", "it", "they", "he", "she"})
_COMMENT = frozenset([
    "comment", "say", "confirm", "deny", "elaborate", "answer", "discuss", "disclose", "reveal", "specify",
    "identify", "respond", "speak", "give", "provide", "name", "explain", "address", "talk", "clarify", "verify",
    "acknowledge", "estimate", "release", "drawn",
])  # fmt: skip
#: Who "did not explain the change" or "has not said who" keeps silent.
_TELLING = frozenset({
    "explain", "say", "disclose", "specify", "identify", "name", "clarify", "discuss", "address", "reveal", "elaborate",
    "detail", "mention", "tell", "announce", "publish", "release",
})  # fmt: skip


def stance_of(d: Draft, text: str, answers: Answers) -> Stance:
    """The stance of a draft. ``answers``: the words that call another's words wrong."""
    tokens = d.sentence.tokens
    t = tokens[d.head]
    rule = d.rule
    content = " ".join(s.of(text) for s in d.content)
    words = {w.strip(".,\"“”'").lower() for w in content.split()}
    cue = {w.lower() for s in d.cue for w in s.of(text).split()}
    if rule.id == "disclaim" and not d.negated:
        return rule.stance
    if t.lemma == "plead" and any(a.lower == "not" and b.lower == "guilty" for a, b in pairwise(tokens[d.head :])):
        return Stance.DENY
    if t.lemma == "plead" and not (words | cue) & {"guilty", "contest", "insanity", "innocent"}:
        return Stance.DEMAND  # "pleaded with gun owners"
    if rule.id == "silence" or (t.lemma in ("decline", "refuse") and (words | cue) & _COMMENT):
        return Stance.NO_COMMENT
    if t.lemma == "refuse":
        return Stance.DISPUTE
    if t.lemma in ("claim", "admit", "accept", "take") and (words | cue) & _ADMITTED and not d.negated:
        return Stance.ADMIT
    if t.lemma in ("confirm", "deny") and _neither_nor(d):
        return Stance.NO_COMMENT
    if t.lemma == "deny" and d.negated and not cue & {"never", "not", "n't", "n’t"}:
        return Stance.NO_COMMENT
    if t.lemma in ("vote",):
        return Stance.SUPPORT
    if t.lemma == "warn" and not d.negated and _threat(content):
        return Stance.THREATEN
    if d.negated:
        if t.lemma in _TAKING and (words | cue) & _GUILT and cue & {"would", "will", "wo", "'d", "’d"}:
            return Stance.DENY  # "would not accept the blame"
        if cue & {"decline", "declined", "declines"}:
            return Stance.NO_COMMENT
        untold = t.lemma in _TELLING and not content.startswith(("that ", '"', "“"))
        return rule.negated or (Stance.NO_COMMENT if untold else rule.stance)
    if rule.stance is Stance.ASSERT and d.frame.startswith(("clause", "fronted")) and answers.says_false(content):
        return Stance.DENY
    if t.lemma == "doubt" and t.pos == "NOUN" and cue & {"cast", "casts", "casting", "throw", "threw", "throwing"}:
        return Stance.DISPUTE
    as_false = t.lemma in _CALLING and answers.calls_false(content.rpartition(" as ")[2])
    if as_false or (rule.id == "call" and answers.calls_false(content)):
        return Stance.DISPUTE
    if t.lemma in ("suspect",) or (rule.id == "report" and t.lemma == "contest"):
        return Stance.ACCUSE if t.lemma == "suspect" else Stance.DISPUTE
    if rule.id == "call" and cue & {"for", "on", "upon"}:
        return Stance.DEMAND
    if rule.id == "intend" and t.lemma in ("consider", "determine", "decide") and not _to_do(content):
        return Stance.ASSERT  # "considers it too early"
    if t.lemma in ("suggest", "insist") and d.frame.startswith("clause"):
        return Stance.ASSERT
    if rule.stance is Stance.CONDEMN and d.frame == "object" and _counts(d):
        return Stance.ASSERT  # "deplores nine dead"
    if t.lemma == "downplay":
        return Stance.DISPUTE
    return rule.stance


def _neither_nor(d: Draft) -> bool:
    """ "Would neither confirm nor deny it", "could not confirm or deny it"."""
    near = [x for x in d.sentence.tokens if abs(x.i - d.head) <= _NEAR]
    words, lemmas = {x.lower for x in near}, {x.lemma for x in near}
    return lemmas >= {"confirm", "deny"} and bool(words & {"neither", "nor"} or d.negated)


#: So many words from "confirm" stands the "deny" that goes with it.
_NEAR = 4


def _counts(d: Draft) -> bool:
    """Whether what is deplored is a number of dead or hurt, and no deed."""
    inside = [x for x in d.sentence.tokens if any(y.holds(x.span) for y in d.content)]
    heads = [x for x in inside if x.head == d.head] or inside[:1]
    numbered = any(k.pos == "NUM" for x in heads for k in (x, *d.sentence.kids(x.i, "nummod")))
    return numbered and counts_people(d)


def _threat(content: str) -> bool:
    """Whether what is warned of is what the speaker will do: "it would respond with full force"."""
    words = content.replace("’", "'").lower().strip('"“”').removeprefix("that ").split()
    return len(words) > 2 and words[0] in _OWN and any(w in ("will", "would", "shall") for w in words[1:4])


def _to_do(content: str) -> bool:
    """Whether a content is something to be done: "to leave", "leaving", "a ban", not "it too early"."""
    first = content.split(" ", 1)[0].lower()
    return first in ("to", "whether", "a", "an", "the", "new", "further") or first.endswith("ing")
