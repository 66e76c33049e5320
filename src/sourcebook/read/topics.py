"""Topics: whether an article is about something in whose reports words of violence are figures of speech.

Judged from all of its words: each word counts for the topics that use it, twice where hardly any other section of a
newspaper does; words of harm to people count against. A word said again and again counts twice at the most, so that one
name ("the Hurricanes") makes no topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sourcebook.lexicon.topics import TopicRule, Topics
from sourcebook.records import Sentence, Token

#: What the words of a topic must come to. Two sentences of a match report do; a report of a bombed stadium does not.
ENOUGH = 7

#: How many distinct words of a topic an article must hold: a court report says "case", "trial" and "test" too.
DISTINCT = 4

#: ... and how many that are its own.
OWN = 2

#: What one word of harm weighs against the words of a topic.
AGAINST = 2.5

#: The words of a topic must come to this much for each word of the article that has a sense of its own.
SHARE = 0.10

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_MOST = 2


def topic_of(sentences: Iterable[Sentence], topics: Topics) -> TopicRule | None:
    """The topic that the article is about, or None where violence in it is to be taken at its word."""
    counts = Counter(w for s in sentences if not s.repeat for t in s.tokens if t.pos in _CONTENT for w in forms(t))
    scores = [0.0] * len(topics.rules)
    distinct = [0] * len(topics.rules)
    own = [0] * len(topics.rules)
    words = 0
    for word, n in counts.items():
        words += min(n, _MOST)
        for topic, weight in topics.weights.get(word, ()):
            scores[topic] += weight * min(n, _MOST)
            distinct[topic] += 1
            own[topic] += weight == 2
    best: tuple[float, int] | None = None
    for n, rule in enumerate(topics.rules):
        evidence = topics.beside_harm if rule.harmful else topics.harm
        against = sum(min(counts[w], _MOST) for w in evidence if w in counts)
        net = scores[n] - AGAINST * against
        mark = OWN if against else 1  # where nobody is harmed, one word of its own will do
        enough = net >= max(ENOUGH, SHARE * words) and distinct[n] >= DISTINCT and own[n] >= mark
        if enough and (best is None or net > best[0]):
            best = (net, n)
    return topics.rules[best[1]] if best is not None else None


def forms(token: Token) -> tuple[str, ...]:
    """What a token may be looked up as."""
    return (token.lemma,) if token.lemma == token.lower else (token.lemma, token.lower)


def is_literal(sentence: Sentence, own: range, topic: TopicRule, topics: Topics) -> bool:
    """Whether a sentence of such an article still tells of violence: a word of it stands beside the trigger's own, or
    it counts people killed, as only plots do beside."""
    if not topic.harmful and not topic.plots and _counts_killed(sentence):
        return True
    return any(
        w in (topics.beside_harm if topic.harmful else topics.armed)
        or (not topic.harmful and w in topics.harm and w not in ("death", "dead"))
        for t in sentence.tokens
        if t.i not in own
        for w in forms(t)
    )


def _counts_killed(s: Sentence) -> bool:
    """ "In which four people were killed", and not "killed two bills"."""
    killed = [t for t in s.tokens if t.pos == "VERB" and t.lemma in _KILL]
    people = (k for t in killed for k in s.kids(t.i, "dobj", "nsubjpass") if k.lemma in _PEOPLE)
    return any(s.kids(k.i, "nummod") for k in people)


_KILL = frozenset({"kill", "massacre", "murder"})
_PEOPLE = frozenset({"bystander", "child", "civilian", "farmer", "guard", "herder", "man", "officer", "people",
                     "person", "policeman", "resident", "soldier", "villager", "woman", "worker"})  # fmt: skip
