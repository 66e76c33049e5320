"""Ranks: words that number an event told already ("the city's ninth homicide of the year") and tell of no other one."""

from __future__ import annotations

from sourcebook.records import Sentence, Token

_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "latest",
})  # fmt: skip

#: Verbs between what is numbered and its number.
_RANKING = frozenset({"be", "mark", "become", "represent", "make", "give", "bring", "count"})


def is_ordinal(token: Token) -> bool:
    """ "third", "76th", "31st"."""
    word = token.lower
    return word in _ORDINALS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def is_ranked(s: Sentence, i: int) -> bool:
    """Whether the noun at ``i`` only numbers what its sentence is about, or a clause hangs on such a noun.

    "Her death is the city's ninth homicide", "it was the third child who had been shot since May".
    """
    token = s.tokens[i]
    if token.pos in ("VERB", "AUX"):
        if token.dep == "conj" and s.tokens[token.head].pos == "VERB":  # "who has been shot and killed"
            token = s.tokens[token.head]
        if token.dep not in ("relcl", "acl"):
            return False
        token = s.tokens[token.head]
    over = s.tokens[token.head]
    if token.dep == "pobj" and over.lower == "as":  # "counts as the 76th homicide"
        over = s.tokens[over.head]
    elif token.dep not in ("attr", "dobj", "oprd"):
        return False
    return over.lemma in _RANKING and any(is_ordinal(k) for k in s.kids(token.i, "amod", "nummod", "compound"))
