"""Numbers told by way of another: a part of it ("of whom 16 …"), the one it replaces ("rose to nine from six").

The parse ties neither to a word of harm of its own, so both take it from the toll that they stand beside.
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.scopes import ScopeKind
from sourcebook.read.numbers import Number
from sourcebook.read.people import is_person
from sourcebook.read.victims import Counted, Counts, Group
from sourcebook.records import Sentence

#: How many words before a number may say that it was an earlier count ("an earlier official count of").
_REACH = 6
#: How many words may stand between a verb of change and the number that it started from ("rose from 11 to 13").
_CHANGE = 18


_OWN = frozenset({"its", "their", "his", "her", "own"})


def _just_before(sentence: Sentence, first: int) -> list[str]:
    """The words before token ``first``, back to the last comma."""
    near = [t.lower for t in sentence.tokens[max(0, first - _REACH) : first]]
    stop = max((n for n, w in enumerate(near) if w in (",", ";", ".")), default=-1)
    return near[stop + 1 :]


def is_earlier(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether the number that starts at token ``first`` is one that a newer one replaces.

    "an earlier count of 14", "down from 14", "rose to 17 from 12".
    """
    if _is_count(_just_before(sentence, first), lexicon) or is_replaced(sentence, first, lexicon):
        return True
    return _said_at_first(sentence, first, lexicon)


#: "Police initially said": what they say now is something else.
_AT_FIRST = frozenset({"initially", "originally", "previously", "first"})


#: ... and verbs whose object is the number: "which the mayor had first given as six".
_GIVES = frozenset({"give", "put", "set", "estimate"})


def _said_at_first(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """ "Police initially said that six people were shot", "earlier it had been said that six were"."""
    for verb in sentence.ancestors(first):
        if verb.pos == "VERB" and (verb.lemma in lexicon.scopes.words(ScopeKind.REPORT) or verb.lemma in _GIVES):
            kids = {k.lower for k in sentence.kids(verb.i, "advmod", "aux")}
            kids |= {o.lower for p in sentence.kids(verb.i, "prep") if p.lower == "at" for o in sentence.kids(p.i)}
            if kids & _AT_FIRST or kids >= {"earlier", "had"}:
                return True
    return False


#: With these a number called provisional is the one that holds: "the provisional toll is seven".
_HOLDS = frozenset({"is", "stands", "with", "currently"})


def _is_count(near: list[str], lexicon: Lexicon) -> bool:
    if _HOLDS & set(near):
        return False
    return all(any(w in lexicon.scopes.words(k) for w in near) for k in (ScopeKind.EARLIER, ScopeKind.TALLY))


#: After "not" these say that there was nobody.
_NO_NUMBER = frozenset({"one", "a", "an", "any", "all", "more", "less", "fewer"})


def is_replaced(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether whoever gives the newer number takes the one at ``first`` back: "down from 14", "its earlier count of".

    Of "an earlier count of 14" nothing says whose it was.
    """
    near = _just_before(sentence, first)
    if _is_count(near, lexicon):
        return any(w in _OWN for w in near)
    if near[-1:] == ["not"] or near[-2:] in (["rather", "than"], ["instead", "of"]):
        return sentence.tokens[first].lower not in _NO_NUMBER  # "eight people, not nine, were killed"
    if near[-1:] != ["from"]:
        return False
    if near[-2:-1] in (["down"], ["up"]):
        return True
    before = sentence.tokens[max(0, first - _CHANGE) : first]
    return any(t.lemma in lexicon.scopes.words(ScopeKind.CHANGE) for t in before)


def is_aside(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether a report says itself what a source's number does to an earlier one: "…, lowering an earlier count of"."""
    verb = next((a for a in sentence.ancestors(first) if a.pos == "VERB"), None)
    before = sentence.tokens[verb.i - 1].lower if verb is not None and verb.i else ""
    return (
        verb is not None
        and verb.tag == "VBG"
        and before == ","
        and verb.lemma in lexicon.scopes.words(ScopeKind.CHANGE)
    )


def is_then(sentence: Sentence, n: Number) -> bool:
    """Whether a number follows another in time: "six dead, then eight, then ten"."""
    before = [t.lower for t in sentence.tokens[max(0, n.first - 2) : n.first]]
    return before[-1:] == ["then"] and before[:1] in ([","], ["and"], ["–"], ["—"])


_OF_THEM = frozenset({("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these")})
_AMONG_THEM = frozenset({("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "them"), ("of", "those")})


def part_group(counts: Counts, n: Number, lexicon: Lexicon) -> Group | None:
    """The people of a number that says what part of those told just before: "one of them", "of whom 16", "among them
    two nurses". None: the number is no such part."""
    tokens = counts.sentence.tokens
    kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
    rest = tuple(t.lower for t in tokens[n.last + 1 : n.last + 3])
    if rest in _OF_THEM:
        return Group(n.core, n.first, n.last + 2, n.low, n.high, kind, n)
    before = tuple(t.lower for t in tokens[max(0, n.first - 2) : n.first])
    if tokens[0].lower == "of" and before[-1:] == (",",) and rest[:1] in (("were",), ("are",), ("was",), ("is",)):
        return Group(n.core, n.first, n.last, n.low, n.high, kind, n)  # "Of the 14 killed, nine were women"
    if before in _AMONG_THEM or before[-1:] == ("including",):
        last = _noun_of(counts.sentence, n, lexicon)
        return None if last is None else Group(last, n.first, last, n.low, n.high, kind, n)
    return None


def _noun_of(sentence: Sentence, n: Number, lexicon: Lexicon) -> int | None:
    """The noun that a number counts, itself if it stands alone, None if it counts no people."""
    number = sentence.tokens[n.core_last]
    noun = sentence.tokens[number.head]
    if noun.i <= n.last or noun.i - n.last > _REACH or number.dep not in ("nummod", "quantmod", "amod"):
        return n.last
    return noun.i if is_person(sentence, noun, lexicon) else None
