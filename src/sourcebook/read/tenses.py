"""Tenses: whether the verb over a time expression looks back or ahead, which decides what "Monday" and "May" mean."""

from __future__ import annotations

import re
from enum import Enum

from sourcebook.lexicon.tenses import Tenses
from sourcebook.records import BlockKind, Sentence, Span, Token


class Way(Enum):
    """Where from the day of publication a bare weekday or month is looked for."""

    BACK = "back"
    AHEAD = "ahead"
    NEAREST = "nearest"


#: Words that put a deadline or a beginning before a date.
_UNTIL = re.compile(
    r"\b(?:by|as soon as|as early as|no later than|beginning|starting|effective|deadline of|due(?: on)?|"
    r"scheduled for|set for)(?: the end of)? $",
    re.I,
)
_LEADS_ON = re.compile(r"\b(?:until|till|through|to)(?: the end of)? $", re.I)
#: Words that open a clause about the time of another, which looks where that one looks.
_OPENERS = frozenset({"when", "once", "until", "till", "before", "after", "as", "soon"})


def direction(sentence: Sentence | None, span: Span, text: str, tenses: Tenses) -> Way:
    """Which way the verb that governs the expression at ``span`` looks; headlines and bare lines look back."""
    if sentence is None or sentence.block in (BlockKind.HEADLINE, BlockKind.CAPTION):
        return Way.BACK
    token = sentence.at(span.start) or sentence.tokens[0]
    before = [t for t in sentence.tokens[max(0, token.i - 2) : token.i] if t.lower != "on"]
    if before and before[-1].tag == "VBD" and before[-1].lemma not in tenses.planned:
        return Way.BACK  # "said Friday"
    lead = text[max(sentence.span.start, span.start - 40) : span.start]
    near = {t.lower for t in sentence.tokens[max(0, token.i - 12) : token.i]}
    if "had" not in near and _UNTIL.search(lead):
        return Way.AHEAD
    end = sentence.at(span.end - 1) or token
    # The head of the expression is the token whose own head lies outside it.
    head = next((t for t in sentence.tokens[token.i : end.i + 1] if not token.i <= t.head <= end.i), end)
    chain = [head, *sentence.ancestors(head.i)]
    if head.dep == "poss" and len(chain) > 1 and chain[1].lemma not in tenses.announced:
        return Way.BACK  # "Sunday's attack"
    verb = next((t for t in chain if t.pos in ("VERB", "AUX") and not _has_to_do(sentence, t)), None)
    if verb is None or (_is_state(sentence, verb, tenses) and _is_over(chain[: chain.index(verb)])):
        return _of_plan(sentence, chain, tenses) or Way.BACK
    if _LEADS_ON.search(lead) and verb.lemma in tenses.prolongers and not _is_perfect(sentence, verb):
        return Way.AHEAD
    return _of_plan(sentence, chain, tenses) or (Way.AHEAD if _looks_ahead(sentence, verb, tenses) else Way.BACK)


def _has_to_do(s: Sentence, verb: Token) -> bool:
    """ "Nothing to do with the killing on Monday" is of no time of its own."""
    return verb.lower == "do" and s.tokens[verb.head].lower in ("nothing", "anything", "something", "little", "much")


def _is_state(s: Sentence, verb: Token, tenses: Tenses) -> bool:
    ahead = any(k.lower in tenses.helpers for k in s.kids(verb.i, "aux", "auxpass"))
    return verb.tag in ("VBN", "VBZ", "VBP") and not ahead and verb.lemma not in tenses.planned


def _is_over(chain: list[Token]) -> bool:
    """ "The bridge is closed after the raid on Monday"; but "after Monday" is yet to come."""
    return any(
        n > 1 and t.lower in _OVER and t.dep == "prep" and chain[n - 1].ent != "DATE" for n, t in enumerate(chain)
    )


_OVER = frozenset({"after", "following", "since"})


def _of_plan(s: Sentence, chain: list[Token], tenses: Tenses) -> Way | None:
    """Which way a plan looks: "a summit set for May", "had been due on Friday", "planned for Saturday, was cancelled".

    None where nothing is planned.
    """
    for n, t in enumerate(chain):
        if t.lemma in tenses.planned_for or t.lower in tenses.planned_for:
            over = next((a for a in chain[n + 1 :] if a.pos in ("VERB", "AUX")), None)
            if t.dep == "acl" and over is not None and over.lemma in tenses.dropped and over.tag in ("VBD", "VBN"):
                return Way.NEAREST
            if _is_perfect(s, t) or any(k.lower == "had" for k in s.kids(t.head, "aux")):
                return Way.NEAREST
            if t.dep == "acl" and t.tag in ("VBN", "JJ", "VBD"):
                return Way.AHEAD
            return None
        if n and t.pos in ("VERB", "AUX") and t.dep not in ("xcomp", "acl"):
            return None
    return None


def _is_perfect(s: Sentence, verb: Token) -> bool:
    return any(k.lower in ("had", "'d") for k in s.kids(verb.i, "aux", "auxpass"))


def _looks_ahead(sentence: Sentence, verb: Token, tenses: Tenses) -> bool:
    helpers = [t.lower for t in sentence.kids(verb.i, "aux", "auxpass")]
    if any(h in tenses.helpers for h in helpers):
        # "would have met", "may have met" look back
        return "have" not in helpers
    governor = sentence.tokens[verb.head]
    if "to" in helpers or verb.tag == "VB":
        if verb.head == verb.i:
            return "to" in helpers
        if governor.lemma in tenses.senders or governor.lower in tenses.senders:
            return governor.tag != "VBD" or governor.lemma not in ("be", "have")
        return governor.pos in ("NOUN", "PROPN") and "to" in helpers and verb.dep in ("acl", "relcl")
    if verb.lemma in tenses.under_way and verb.tag in ("VBG", "VBN"):
        return False
    if verb.tag == "VBG" and any(h in ("is", "are", "am", "'s", "'re") for h in helpers):
        return True
    past = verb.tag == "VBD" or any(k.tag == "VBD" for k in sentence.kids(verb.i, "aux", "auxpass"))
    if verb.dep in ("advcl", "pcomp") and verb.head != verb.i and not past and _follows(sentence, verb, helpers):
        over = next((a for a in sentence.ancestors(verb.i) if a.pos in ("VERB", "AUX")), None)
        if over is not None and _looks_ahead(sentence, over, tenses):
            return True
    if verb.tag in ("VBZ", "VBP") and verb.lemma in tenses.timetabled:
        return not helpers
    if verb.lemma == "be" and verb.tag in ("VBZ", "VBP"):  # "the deadline is Friday"
        return any(k.lemma in tenses.announced for k in sentence.kids(verb.i, "nsubj"))
    if verb.tag == "VBN" and any(h in ("is", "are") for h in helpers):
        return True
    return verb.lemma in tenses.planned


def _follows(s: Sentence, verb: Token, helpers: list[str]) -> bool:
    """Whether a clause has the time of the one above it: "with troops leaving in May", "once talks opened Monday"."""
    if verb.tag == "VBG" and not helpers:
        return True
    return any(k.lower in _OPENERS for k in s.kids(verb.i, "mark", "advmod"))
