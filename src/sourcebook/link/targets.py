"""Targets: the things that a telling says were hit: residential buildings, a gathering of experts, a fuel depot.

Persons, groups and states are recipients (``read/participants.py``); a town is where, and not what. The words are taken
from the structure of the sentence: the object of the verb, the subject of its passive, what stands behind "on", "at"
and "into" after the verb or noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.lexicon.events import Events
from sourcebook.link.families import ATTACKS
from sourcebook.records import Mention, Sentence, Span, Token

#: Classes of ``data/eventwords.toml`` whose words are things that may be hit.
_THINGS = ("building", "property", "grounds-hit", "vessel", "aircraft", "gathering")
#: ... but for those that say where: settlements and parts of them.
_WHERE = frozenset({
    "village", "hamlet", "hamlets", "villages", "town", "city", "quarter", "neighbourhood", "neighborhood",
    "settlement", "ward", "block",
})  # fmt: skip
#: What leads from a verb or noun to what was hit.
_AT = frozenset({"on", "at", "against", "into", "inside", "upon", "onto"})
#: Words before a noun that say neither what it is nor whose.
_BARE = frozenset({"det", "nummod", "quantmod", "predet", "punct", "case", "advmod", "cc", "preconj"})
#: The longest phrase that is taken over, in tokens.
_LONGEST = 9


def targets_of(mention: Mention, sentence: Sentence, events: Events) -> Iterator[Span]:
    """The things that a mention says were hit, each as the words that name it, in the order of the text."""
    if mention.event_type not in ATTACKS:
        return
    head = _head(sentence, mention.trigger)
    if head is None:
        return
    for noun in sorted({n.i: n for n in _struck(sentence, head)}.values(), key=lambda n: n.i):
        for one in (noun, *sentence.kids(noun.i, "conj")):
            if _is_thing(one, events):
                yield _phrase(sentence, one)


def _head(s: Sentence, trigger: Span) -> Token | None:
    """The word of a trigger on which its other words hang."""
    own = [t for t in s.tokens if trigger.start <= t.start and t.end <= trigger.end]
    inside = {t.i for t in own}
    return next((t for t in own if t.head not in inside or t.head == t.i), None)


def _struck(s: Sentence, head: Token) -> Iterator[Token]:
    """The nouns that stand where what is hit stands."""
    yield from s.kids(head.i, "dobj", "nsubjpass")
    if head.dep in ("acl", "relcl") and head.tag == "VBN" and not s.kids(head.i, "nsubj", "dobj"):
        yield s.tokens[head.head]  # "a warehouse hit by a missile", "the house that was struck"
    for prep in s.kids(head.i, "prep"):
        if prep.lower in _AT:
            yield from s.kids(prep.i, "pobj")
            for inner in s.kids(prep.i, "prep"):  # "on to the roof of a school"
                yield from s.kids(inner.i, "pobj") if inner.lower in _AT else ()


def _is_thing(token: Token, events: Events) -> bool:
    if token.pos != "NOUN" or token.ent in ("GPE", "LOC", "DATE", "TIME", "PERSON", "NORP"):
        return False
    lemma = token.lemma.lower()
    return lemma not in _WHERE and events.is_a(lemma, *_THINGS)


def _phrase(s: Sentence, noun: Token) -> Span:
    """From the first word that says what it is, to the noun and the "of" phrase behind it."""
    first = min((s.edges(k.i)[0] for k in s.kids(noun.i) if k.i < noun.i and k.dep not in _BARE), default=noun.i)
    while first < noun.i and (s.tokens[first].dep in _BARE or s.tokens[first].pos in ("DET", "NUM", "PUNCT", "PRON")):
        if s.tokens[first + 1].text == "-" and s.tokens[first].pos == "NUM":
            break  # "a five-storey building"
        first += 1
    last = noun.i
    for prep in s.kids(noun.i, "prep"):
        if prep.lower == "of" and prep.i == last + 1:
            end = s.edges(prep.i)[1]
            tail = [t for t in s.tokens[prep.i + 1 : end + 1] if t.dep in ("relcl", "acl", "appos", "prep")]
            end = min((s.edges(t.i)[0] for t in tail), default=end + 1) - 1
            if end - first < _LONGEST and s.tokens[end].pos in ("NOUN", "PROPN"):
                last = end
    return s.span_of(first, last)
