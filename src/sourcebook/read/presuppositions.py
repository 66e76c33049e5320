"""Presuppositions: what a sentence takes for granted has happened, whatever it negates, asks or wonders.

"Nobody has been charged over the shooting", "this was not a random attack", "why was the boy shot?": the shooting took
place in each of them (Karttunen 1971, on factive and definite presuppositions).
"""

from __future__ import annotations

from sourcebook.records import Sentence, Token

#: A trigger noun with one of these before it is taken to have happened, whatever is said of the verb above it.
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

#: Who did not see a known event does not say that there was none.
PERCEIVED = frozenset({"see", "witness", "hear", "experience", "watch", "feel", "notice", "film", "record", "catch"})

#: What asks about something that took place: "questioned why police shot at the car".
WHY = frozenset({"how", "when", "where", "who", "why"})

#: What is asked for because something has happened.
_EXAMINED = frozenset({
    "apology", "compensation", "enquiry", "explanation", "hearing", "inquest", "inquiry", "investigation", "probe",
    "trial",
})  # fmt: skip

#: How badly somebody was hurt.
_DEGREES = frozenset({"badly", "critically", "fatally", "gravely", "seriously", "severely"})

#: Of what kind an attack was, or by what motive.
_OF_WHAT_KIND = frozenset({
    "accidental", "arbitrary", "deliberate", "first", "isolated", "last", "only", "ordinary", "planned", "political",
    "racial", "random", "religious", "sectarian", "spontaneous", "targeted", "terrorist", "typical",
})  # fmt: skip


def is_presupposed(s: Sentence, t: Token) -> bool:
    """Whether a noun's event is known to have happened: "the raid", "Sunday's attack", "was not a random shooting"."""
    if t.pos == "VERB":
        return False
    if any(k.lower in _DEFINITE or k.dep == "poss" for k in s.kids(t.i, "det", "poss")):
        return True
    if t.dep == "attr" and any(k.lower in _DEFINITE for n in s.kids(t.head, "nsubj") for k in s.kids(n.i, "det")):
        return any(s.tokens[n.i].pos == "NOUN" for n in s.kids(t.head, "nsubj"))  # "the raid was not a Marovian attack"
    predicate = t.dep == "attr" or bool(s.kids(t.i, "neg"))
    return predicate and any(k.lower in _OF_WHAT_KIND for k in s.kids(t.i, "amod"))


def is_examined(s: Sentence, t: Token) -> bool:
    """Whether the event is what an inquiry is about, wanted or not: "called for an inquiry into the raid"."""
    over = s.tokens[t.head]
    return t.pos != "VERB" and over.pos == "ADP" and s.tokens[over.head].lemma in _EXAMINED


def is_taken_for_granted(s: Sentence, t: Token) -> bool:
    """ "Who attacked the mast on Tuesday?", "Why was the boy shot?": what is asked is not whether it happened."""
    if t.tag not in ("VBD", "VBN") or t.head != t.i or s.tokens[0].lower not in WHY:
        return False
    return s.tokens[1].lower not in ("many", "much", "if") and not any(
        k.tag == "MD" or k.lower == "if" for k in s.kids(t.i, "aux", "mark", "neg")
    )


def denies_degree(s: Sentence, t: Token, no: Token) -> bool:
    """ "Not seriously hurt": hurt all the same."""
    return no.lower in ("not", "n't", "n’t") and any(
        no.i < d.i < t.i and d.lower in _DEGREES for d in s.kids(t.i, "advmod")
    )


def is_forbidden(s: Sentence, t: Token) -> bool:
    """ "Don't hurt us": who asks for it not to be done does not say that it was not."""
    do = any(k.lower == "do" for k in s.kids(t.i, "aux")) and bool(s.kids(t.i, "neg"))
    return t.tag == "VB" and do and not s.kids(t.i, "nsubj", "nsubjpass")


def was_mistaken(s: Sentence, over: Token) -> bool:
    """ "I didn't think anybody got hit": what a speaker once did not think may well have been so."""
    past = any(k.lower == "did" for k in s.kids(over.i, "aux")) and bool(s.kids(over.i, "neg"))
    return past and any(k.lower in ("i", "we") for k in s.kids(over.i, "nsubj"))


#: Conjunctions of clauses that tell when or where, and take what they tell for granted.
_WHEN = frozenset({"after", "before", "since", "when", "where", "while"})


def is_beside(s: Sentence, t: Token, start: int) -> bool:
    """Whether what is denied from ``start`` on only recalls an event: "denied firing the rockets *that killed nine*".

    So does a clause on a noun that is known, or after a comma, and one that says when or where.
    """
    for _ in range(6):  # no clause lies deeper
        over = s.tokens[t.head]
        if t.head == t.i or over.start < start:
            return False
        if t.dep == "relcl" or (t.dep == "acl" and t.tag in ("VBN", "VBG")):
            before = s.tokens[s.edges(t.i)[0] - 1]
            known = over.pos == "PROPN" or any(
                k.lower in _DEFINITE or k.dep == "poss" for k in s.kids(over.i, "det", "poss")
            )
            if known or before.text == ",":
                return True
        if t.dep == "advcl" and any(k.lower in _WHEN for k in s.kids(t.i, "mark", "advmod")):
            return True
        t = over
    return False
