"""Asides: events that a report names only to say that they are another matter ("police saw no link to the killings").

Whether there is a link is denied, doubted or not known; what "was linked to" an attack without more may well be told
with it ("three men linked to the bombing"), so such words alone set nothing aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcebook.records import Mention, Sentence

#: Words that tie two matters together, before the event that is named.
_TIES = frozenset({"link", "links", "linked", "connection", "connected", "relation", "related", "tied"})
#: Those that say by themselves that nothing does.
_NO_TIES = frozenset({"unrelated", "unconnected"})
#: What makes a tie denied, doubted, asked or unknown, in the words before it.
_DOUBTS = frozenset({
    "no", "not", "n't", "nothing", "never", "neither", "nor", "without", "whether", "if", "unclear", "unknown",
    "doubt", "doubts", "doubted", "deny", "denied", "denies", "exclude", "excluded", "dismissed",
})  # fmt: skip
_RULED_OUT = ("rule out", "ruled out", "rules out", "ruling out")
#: How many words before the event the tie may stand, and before the tie its doubt.
_REACH, _DOUBT_REACH = 8, 10


def set_aside(mentions: Iterable[Mention], sentences: Mapping[str, Sentence]) -> frozenset[str]:
    """The ids of mentions that only name another matter: never the first event that an article tells."""
    found: set[str] = set()
    told: set[str] = set()
    spoken: set[str] = (
        set()
    )  # sentences in which an event has been told: "the killing had nothing to do with the blast"
    for m in mentions:
        tied = m.same_as is not None and m.same_as not in found and m.sentence not in spoken
        if m.article in told and _is_another_matter(m, sentences, tied=tied):
            found.add(m.id)
        elif not m.background:
            told.add(m.article)
            spoken.add(m.sentence)
    return frozenset(found)


def _is_another_matter(m: Mention, sentences: Mapping[str, Sentence], *, tied: bool) -> bool:
    """``tied``: the text has it as one of those told before; then "had nothing to do with the attack" is a denial."""
    sentence = sentences.get(m.sentence)
    token = sentence.at(m.trigger.start) if sentence is not None else None
    if sentence is None or token is None:
        return False
    words = [t.lower for t in sentence.tokens[: token.i]]
    first = max(0, len(words) - _REACH)
    if not tied and "nothing to do with" in " ".join(words[first:]):
        return True
    for n in range(first, len(words)):
        if words[n] in _NO_TIES:
            return True
        before = words[max(0, n - _DOUBT_REACH) : n]
        if words[n] in _TIES and (_DOUBTS & set(before) or any(p in " ".join(before) for p in _RULED_OUT)):
            return True
    return False
