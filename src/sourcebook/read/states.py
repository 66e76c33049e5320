"""States: who is dead, wounded or missing by a word that says in what state he is: "12 dead", "found with burns"."""

from __future__ import annotations

from sourcebook.read.sufferers import antecedent, subject_heads
from sourcebook.read.victims import Counts
from sourcebook.records import Sentence, Token

#: Words between a number and "dead" or "wounded": "12 people feared dead", "three others seriously injured".
_BETWEEN = frozenset({
    "people", "others", "more", "other", "reported", "reportedly", "feared", "confirmed", "seriously", "critically",
    "badly", "civilians", "severely", "slightly", "at", "least", "were", "are", "left",
})  # fmt: skip

_PREDICATIVE = frozenset(
    {"acomp", "oprd", "xcomp", "ccomp", "attr", "amod", "advcl", "acl", "dobj", "conj", "dep", "appos", "advmod"}
)


def heads_of_state(counts: Counts, a: Token) -> list[int]:
    """Who is dead, missing, wounded: "12 dead", "five people were dead", "left five people dead", "was found dead"."""
    sentence = counts.sentence
    tokens = sentence.tokens
    if a.lower == "shot" and a.pos == "NOUN":
        return []
    if a.lower == "dead" and a.i and tokens[a.i - 1].lower == "shot" and (shot := sentence.kids(a.i, "dobj")):
        return [o.i for o in shot]  # "gunmen shot dead a student", of whose verb the parser makes a noun
    # the number right before it: headlines and lists
    j = a.i - 1
    while j >= 0 and tokens[j].lower in _BETWEEN:
        if j in counts.at:
            break
        j -= 1
    if j >= 0 and j in counts.at and a.tag not in ("NNS",) and _ends(sentence, a):
        return [j]
    if a.i > 3 and tokens[a.i - 1].lower == tokens[a.i - 3].lower == "," and tokens[a.i - 2].lower.isdigit():
        return [a.i - 4]  # "Boy, 10, dead in shooting"
    subjects = sentence.kids(a.i, "nsubj", "nsubjpass")
    subjects += [s for aux in sentence.kids(a.i, "aux") for s in sentence.kids(aux.i, "nsubj")]
    if subjects:
        return _left_too(sentence, a, subjects[0]) + antecedent(sentence, a, subjects[0])
    head = tokens[a.head]
    if head.lower == "as" and tokens[head.head].lemma in _LISTING:
        verb = tokens[head.head]  # "lists two as missing", "another five were listed as dead"
        return [s.i for s in sentence.kids(verb.i, "nsubjpass") or sentence.kids(verb.i, "dobj")][:1]
    if a.dep in _PREDICATIVE:
        if (head.pos in ("VERB", "AUX") or head.lemma == "be") and head.lemma in _FINDING | _BEING:
            return _heads_of_verb(sentence, a, head)
        if a.dep in ("acl", "appos") and head.pos in ("NOUN", "NUM", "PROPN"):
            return [head.i]
        if a.dep == "amod" and head.pos == "NOUN" and (0 < head.i - a.i <= 2 or a.i == head.i + 1):
            return [head.i]
    return []


def _heads_of_verb(sentence: Sentence, a: Token, verb: Token) -> list[int]:
    """Of whom a verb says so: "left five people dead", "was found dead", "five people were dead"."""
    if verb.lemma in _BEING:
        return subject_heads(sentence, verb)
    if passive := sentence.kids(verb.i, "nsubjpass"):
        return antecedent(sentence, verb, passive[0])
    objects = [o for o in sentence.kids(verb.i, "dobj") if o.i != a.i]
    if objects and a.dep != "dobj":
        near = [o.i for o in objects if o.i < a.i]  # "leaves 4 wounded, gunman dead"
        return near[-1:] or [objects[0].i]
    subjects = sentence.kids(verb.i, "nsubj")
    if verb.lemma in _STATING and verb.tag in ("VBN", "VBD") and subjects:
        return [subjects[0].i]
    if verb.dep == "conj" and sentence.kids(verb.i, "auxpass") and not objects:
        return subject_heads(sentence, verb)  # "was shot and was pronounced dead"
    return []


#: Verbs that say of others in what state they are.
_STATING = frozenset({"find", "report", "pronounce", "declare", "confirm"})
_FINDING = _STATING | {"leave", "shoot", "discover", "list", "pull", "drag", "dig", "bring", "carry", "haul"}
#: Verbs that say it of their subject.
_BEING = frozenset({
    "be", "remain", "go", "lie", "lay", "fall", "drop", "die", "end", "become", "keep", "stay", "s", "'s", "get",
})  # fmt: skip

#: Verbs with which somebody is said to be dead or missing: "lists two as missing".
_LISTING = frozenset(
    {"list", "report", "count", "register", "record", "describe", "give", "declare", "confirm", "post"}
)


def _left_too(sentence: Sentence, a: Token, subject: Token) -> list[int]:
    """ "Leaving the owner and three of her guests dead": the owner, whom the parser took for all that was left."""
    above, first = sentence.tokens[a.head], sentence.edges(subject.i)[0]
    if above.lemma not in ("leave", "find") or not first or sentence.tokens[first - 1].lower != "and":
        return []
    return [o.i for o in sentence.kids(above.i, "dobj") if sentence.edges(o.i)[1] in (first - 1, first - 2)]


def among_heads(sentence: Sentence, a: Token) -> list[int]:
    """ "A teacher was among the dead", "among the wounded were two nurses", "the injured included two nurses"."""
    above = sentence.tokens[a.head]
    the = a.i > 0 and sentence.tokens[a.i - 1].lower == "the"
    if a.dep == "acl" and above.lower in ("those", "dead", "wounded", "injured"):
        a, above = above, sentence.tokens[above.head]  # "among those held"
    if a.dep == "nsubj" and above.lemma == "include" and the and a.lemma != "casualty":
        return [o.i for o in sentence.kids(above.i, "dobj")]
    if a.dep != "pobj" or above.lower != "among":
        return []
    be = sentence.tokens[above.head]
    return [s.i for s in sentence.kids(be.i, "nsubj", "attr", "nsubjpass")][:1] if be.pos in ("VERB", "AUX") else []


def heads_in_state(sentence: Sentence, a: Token) -> list[int]:
    """ "Seven of them were in critical condition", "four people in serious condition"."""
    prep = sentence.tokens[a.head]
    if a.dep != "pobj" or prep.lower not in ("in", "on", "under") or a.lower == "shot":
        return []
    above = sentence.tokens[prep.head]
    if above.pos in ("VERB", "AUX") and a.lemma not in _CONDITION and above.lemma not in _STAYS:
        return []  # "two doctors were arrested in the hospital", "work in the hospital"
    return subject_heads(sentence, above) if above.pos in ("VERB", "AUX") else [above.i]


_CONDITION = frozenset({"condition"})


#: Verbs with which somebody is in hospital, in surgery, on a ventilator.
_STAYS = frozenset({"be", "remain", "stay", "lie", "lay", "keep", "land", "end", "leave", "place", "put", "spend",
                    "recover", "recuperate", "treat", "languish", "wake", "fight", "have", "get"})  # fmt: skip


#: "A body was found with gunshot wounds": nobody is hurt.
_DEAD = frozenset({"body", "corpse", "remains", "dead"})


def heads_with_wounds(sentence: Sentence, a: Token) -> list[int]:
    """ "Three others with serious injuries", "found a man with a gunshot wound", "was in hospital with burns"."""
    prep = sentence.tokens[a.head]
    if a.dep != "pobj" or prep.lower != "with" or any(k.lower == "no" for k in sentence.kids(a.i, "det")):
        return []
    above = sentence.tokens[prep.head]
    if above.pos not in ("VERB", "AUX"):
        person = above.pos in ("NOUN", "PROPN", "NUM") and above.dep != "pobj" and above.lemma not in _DEAD
        return [above.i] if person else []
    objects = [o.i for o in sentence.kids(above.i, "dobj") if o.i < a.i]
    heads = objects or subject_heads(sentence, above)
    return [i for i in heads if sentence.tokens[i].lemma not in _DEAD]


def _ends(sentence: Sentence, a: Token) -> bool:
    """ "12 dead", "12 wounded": nothing that the word would only describe ("12 dead soldiers") follows."""
    if a.i + 1 >= len(sentence.tokens):
        return True
    following = sentence.tokens[a.i + 1]
    return not (following.pos in ("NOUN", "PROPN") and a.head == following.i)
