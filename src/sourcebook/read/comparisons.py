"""Comparisons: what a sentence only holds the event told against: "the shooting revived memories of the siege"."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.records import Sentence, Token

#: Nouns by which the event that is told is taken up again.
_TOLD = frozenset({
    "abduction", "ambush", "arson", "assault", "assassination", "attack", "blast", "bloodshed", "bombardment",
    "bombing", "clash", "crime", "death", "episode", "event", "execution", "explosion", "fire", "gunfight", "homicide",
    "incident", "incursion", "kidnapping", "killing", "lynching", "massacre", "murder", "raid", "robbery", "shelling",
    "shooting", "slaying", "stabbing", "strike", "toll", "tragedy", "violence",
})  # fmt: skip
_IT = frozenset({"it", "this", "that"})

#: Verbs whose object is the other event; of those of memory the object of their noun: "revived fears of another Beja".
_HOLD_AGAINST = frozenset({"echo", "evoke", "follow", "mirror", "parallel", "precede", "recall", "resemble"})
_REVIVE = frozenset({"awaken", "bring", "evoke", "raise", "rekindle", "revive", "stir"})
_MEMORIES = frozenset({"comparison", "echo", "fear", "ghost", "memory", "parallel", "spectre"})
#: Words that want "to" or "of" with what it is compared with.
_LIKE = frozenset({"comparable", "identical", "reminiscent", "similar"})
_TIED = frozenset({"connected", "linked", "related", "tied", "unconnected", "unrelated"})
_COMPARE = frozenset({"compare", "connect", "liken", "link", "relate", "tie"})
_TO = frozenset({"of", "to", "with"})


def others_of(s: Sentence) -> Iterator[tuple[int, int, int]]:
    """What the event that a sentence tells is compared with, tied to or follows.

    Of each the verb that compares, the word of the other thing, and the one that leads to it.
    """
    for verb in s.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        subjects = s.kids(verb.i, "nsubj", "nsubjpass")
        told = any(t.lemma in _TOLD for t in subjects)
        it = any(t.lower in _IT for t in subjects)
        objects = s.kids(verb.i, "dobj")
        if told and verb.lemma in _HOLD_AGAINST:
            yield from ((verb.i, o.i, verb.i) for o in objects if o.lemma not in _MEMORIES)
        if (told or it) and verb.lemma in _REVIVE:
            yield from (found for o in objects if o.lemma in _MEMORIES for found in _behind(s, verb, o, _TO))
        if told or it:
            like = [k for k in s.kids(verb.i, "acomp", "attr", "oprd") if k.lower in _LIKE]
            yield from (found for k in like for found in _behind(s, verb, k, _TO))
        if told:
            tied = [k for k in s.kids(verb.i, "acomp") if k.lower in _TIED]
            tied += [verb] if verb.lemma in _COMPARE and verb.tag == "VBN" else []
            yield from (found for k in tied for found in _behind(s, verb, k, _TO))
        if verb.lemma in _COMPARE and (known := [o for o in objects if o.lemma in _TOLD]):
            yield from (found for k in (verb, *known) for found in _behind(s, verb, k, _TO - {"of"}))
        if (told or it) and verb.lemma == "be":
            attributes = [k for k in s.kids(verb.i, "attr") if any(a.tag in ("JJS", "RBS") for a in s.kids(k.i))]
            yield from (found for k in (*attributes, verb) for found in _behind(s, verb, k, {"since"}) if attributes)


def _behind(s: Sentence, verb: Token, word: Token, ties: frozenset[str] | set[str]) -> Iterator[tuple[int, int, int]]:
    """What stands behind a word with one of the ``ties``: "reminiscent of Beja"."""
    for prep in s.kids(word.i, "prep"):
        if prep.lower in ties:
            yield from ((verb.i, o.i, prep.i) for o in s.kids(prep.i, "pobj", "pcomp"))
