"""Passives that the parser does not see: "Mayor shot in Lira, wife hurt", "the bus was petrol-bombed".

A headline tells in the present who did something, and leaves out the helper of a passive: a past form of a verb that
needs an object, and has none, is done to its subject. A participle tied by a hyphen to what it was done with is one
verb with the "was" before it, and no quality that somebody was.
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Token

_CLAUSES = frozenset({"ROOT", "ccomp", "parataxis", "conj", "advcl"})
#: What stands by a verb that is active, or a passive already.
_OF_ITS_OWN = frozenset({"dobj", "aux", "auxpass", "nsubjpass", "xcomp"})


def shot_dead(out: list[Token]) -> None:
    """Makes a passive of a headline's "Vice mayor shot dead at market", "Boy beaten to death": they shot nobody."""
    for v in [t for t in out if t.tag in ("VBD", "VBN") and t.dep in ("ROOT", "ccomp", "parataxis")]:
        behind = [t.lower for t in out[v.i + 1 : v.i + 3]]
        kids = _kids(out, v)
        if behind[:1] != ["dead"] and behind != ["to", "death"]:
            continue
        if not any(t.dep in ("dobj", "aux", "auxpass", "nsubjpass") for t in kids):
            _done_to_its_subject(out, v)


def clipped(out: list[Token], lexicon: Lexicon) -> None:
    """Makes a passive of a headline's past form without a helper and an object: "Clinic bombed", "Mayor shot"."""
    verbs = lexicon.repairs["clipped"].participles
    for v in [t for t in out if t.tag in ("VBD", "VBN") and t.lemma in verbs and t.dep in _CLAUSES]:
        if not any(t.dep in _OF_ITS_OWN or t.lower in ("who", "which", "that") for t in _kids(out, v)):
            _done_to_its_subject(out, v)


def hyphened(out: list[Token]) -> None:
    """Makes one verb of "was petrol-bombed", where the parser takes the participle for what somebody was."""
    for v in [t for t in out if t.tag == "VBN" and t.dep == "acomp" and t.i > 1 and out[t.i - 1].text == "-"]:
        be = out[v.head]
        if be.lemma != "be" or be.i > v.i or out[v.i - 2].pos != "NOUN":
            continue
        for t in [t for t in out if t.head == be.i and t.i not in (be.i, v.i)]:
            out[t.i] = t._replace(head=v.i, dep="nsubjpass" if t.dep == "nsubj" else t.dep)
        out[v.i] = v._replace(head=v.i if be.head == be.i else be.head, dep=be.dep, pos="VERB")
        out[be.i] = be._replace(head=v.i, dep="auxpass", pos="AUX")


def _kids(out: list[Token], v: Token) -> list[Token]:
    return [t for t in out if t.head == v.i and t.i != v.i]


def _done_to_its_subject(out: list[Token], v: Token) -> None:
    for t in _kids(out, v):
        if t.dep == "nsubj":
            out[t.i] = t._replace(dep="nsubjpass")
            out[v.i] = v._replace(tag="VBN", pos="VERB")
