"""Idioms: the patterns of events that fit at a word, be they one word, several in a row, or a verb's words apart."""

from __future__ import annotations

from sourcebook.lexicon.events import Events, Pattern
from sourcebook.records import Sentence, Token

#: Words of an idiom stand within this many tokens of each other ("opened heavy machine-gun fire").
IDIOM_GAP = 4

_NOUNISH = frozenset({"NOUN", "PROPN"})


def words_of(s: Sentence) -> frozenset[str]:
    """All that a word of an idiom can be in a sentence: a word or its lemma, or two words that the page breaks."""
    lows = [t.lower for t in s.tokens]
    broken = (a + b for a, b in zip(lows, [*lows[1:], lows[-1]], strict=True))
    return frozenset((*lows, *(t.lemma for t in s.tokens), *broken))


def idioms_at(
    s: Sentence, token: Token, words: frozenset[str], events: Events
) -> list[tuple[int, int, int, bool, Pattern]]:
    """Every pattern that fits at a token, the longest first: (first, last, head, is a verb, pattern)."""
    fits: list[tuple[int, int, int, bool, Pattern]] = []
    is_verb = token.pos in ("VERB", "AUX") or (token.pos == "ADJ" and token.tag.startswith("V"))
    after = s.tokens[token.i + 2] if token.i + 2 < len(s.tokens) and s.tokens[token.i + 1].text == "-" else None
    for word in (token.lemma,) if token.lemma == token.lower else (token.lemma, token.lower):
        for pattern in events.nouns.get(word, ()):
            last = _run(s, token.i, pattern.rest)
            if last is not None and _is_noun(s, last):
                fits.append((token.i, last, last, False, pattern))
        if is_verb:
            for pattern in events.verbs.get(word, ()):
                last = _idiom(s, token.i, pattern.rest) if words.issuperset(pattern.rest) else None
                if last is not None:
                    fits.append((token.i, last, token.i, True, pattern))
        if after is not None and after.pos == "VERB":  # "test-fired"
            fits += [
                (token.i, after.i, after.i, True, p) for p in events.verbs.get(word, ()) if p.rest == (after.lemma,)
            ]
    fits.sort(key=lambda f: (f[4].rank[0], f[4].rank[1], f[3] and token.tag == "NN", f[4].order))
    return fits


def _is_noun(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    if token.ent in ("DATE", "TIME"):
        return False  # "March"
    if token.pos in _NOUNISH:
        return True
    return token.tag == "VBG" and bool(s.kids(i, "det", "poss", "amod")) and not s.kids(i, "dobj", "aux")


def _run(s: Sentence, i: int, rest: tuple[str, ...]) -> int | None:
    """The last token of words that stand one after the other, hyphens aside."""
    for word in rest:
        i += 1
        if i < len(s.tokens) and s.tokens[i].text in "-–‐":
            i += 1
        if i >= len(s.tokens) or word not in (s.tokens[i].lemma, s.tokens[i].lower):
            return None
    return i


def _idiom(s: Sentence, verb: int, rest: tuple[str, ...]) -> int | None:
    """The last token of an idiom's words: each soon after the one before, none past another verb or a comma."""
    if not rest:
        return verb
    # "shots were fired", "shots fired"
    if len(rest) == 1:
        had = s.kids(verb, "nsubj") if s.tokens[verb].tag == "VBN" else ()  # "had their throats cut"
        subjects = (
            s.kids(verb, "nsubjpass") or had or ([s.tokens[s.tokens[verb].head]] if s.tokens[verb].dep == "acl" else [])
        )
        if any(t.lemma == rest[0] for t in subjects):
            return verb
    if rest == ("on",) and s.tokens[verb].lemma == "call" and _asks(s, verb):
        return None  # "called on youths to return"
    if (
        rest == ("on",)
        and s.tokens[verb].lemma == "set"
        and any(t.lower == "fire" for t in s.tokens[verb + 2 : verb + 3])
    ):
        return None  # "set on fire a shop"
    i = verb
    for n, word in enumerate(rest):
        if n == 0 and (far := _far(s, verb, word)) is not None:
            i = far
            continue
        for j in range(i + 1, min(i + 2 + IDIOM_GAP, len(s.tokens))):
            token = s.tokens[j]
            if token.lower + s.tokens[min(j + 1, len(s.tokens) - 1)].lower == word and j == i + 1:
                i = j + 1  # a word that the page breaks in two: "shot dow n"
                break
            if word in (token.lemma, token.lower):
                if word == "dead" and s.tokens[verb].lemma == "leave" and s.kids(j, "det", "poss"):
                    return None  # "left the dead with nobody to watch over them"
                # A preposition or particle belongs to the verb itself.
                if token.pos == "ADP" and j > i + 1 and (token.head != verb or _of_time(s, j)):
                    return None
                if s.tokens[verb].lemma in ("fall", "set") and _of_time(s, j):
                    return None  # "nine soldiers fell on Wednesday"
                i = j
                break
            if token.pos in ("VERB", "AUX", "SCONJ") or token.text in ",;:." or token.lower == "for":
                return None  # "used by the army for chemical tests": what for is no object
        else:
            return None
    return i


def _asks(s: Sentence, verb: int) -> bool:
    """Whether an infinitive hangs on a verb, or on whom it is said to: "called on both sides to spare civilians"."""
    over = {verb, *(o.i for k in s.kids(verb, "prep") for o in s.kids(k.i, "pobj"))}
    return any(
        t.pos == "VERB" and t.head in over and any(k.lower == "to" for k in s.kids(t.i, "aux")) for t in s.tokens
    )


def _of_time(s: Sentence, prep: int) -> bool:
    """ "took eleven workers hostage on Monday": no idiom with "on"."""
    return any(k.ent in ("DATE", "TIME") for k in s.kids(prep, "pobj"))


#: What belongs to a verb wherever it stands: "set a dozen cars and a tram alight", "led the four away".
_OWN = frozenset({"prt", "acomp", "oprd", "advmod"})


def _far(s: Sentence, verb: int, word: str) -> int | None:
    """A particle or complement of the verb that its object keeps apart from it."""
    kids = (k for k in s.kids(verb) if k.i > verb + 1 + IDIOM_GAP and k.dep in _OWN)
    return next((k.i for k in kids if word in (k.lemma, k.lower)), None)
