"""Repairs: heads that the parser gets wrong often enough in news, set right before any stage looks.

"The raid hit a plant in Beja, which is said to make fertiliser, killing four people": the parser hangs "killing" on
"make", so that hearsay kills. A participle of consequence after a comma belongs to the clause that the side clause
interrupts, unless the side clause tells of a cause itself ("a rocket, which slammed into a school, killing four").
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Token

#: Labels of the clauses between the participle and the side clause's own head.
_CLAUSE = frozenset({"advcl", "xcomp", "ccomp", "conj", "acl", "relcl"})


def repaired(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of one sentence with mended heads; the same tuple where there is nothing to mend."""
    rule = lexicon.repairs["consequence"]
    out = list(tokens)
    for t in tokens:
        after_comma = t.i > 0 and tokens[t.i - 1].text == ","
        if t.tag == "VBG" and t.lemma in rule.participles and after_comma and t.dep in _CLAUSE:
            head = _interrupted(tokens, t, rule.causes)
            if head is not None:
                out[t.i] = t._replace(head=head, dep="advcl")
    return tuple(out)


def _interrupted(tokens: tuple[Token, ...], t: Token, causes: frozenset[str]) -> int | None:
    """The verb of the clause that a side clause set off by commas interrupts, if ``t`` hangs inside such a clause."""
    at, steps = tokens[t.head], 0
    while at.dep != "relcl":
        if at.lemma in causes or at.dep not in _CLAUSE or at.head == at.i or steps > len(tokens):
            return None
        at, steps = tokens[at.head], steps + 1
    first = min((k.i for k in tokens if k.head == at.i and k.i < at.i), default=at.i)
    if at.lemma in causes or first == 0 or tokens[first - 1].text != ",":
        return None
    noun = tokens[at.head]
    while noun.pos not in ("VERB", "AUX"):
        if noun.head == noun.i:
            return None
        noun = tokens[noun.head]
    return noun.i if noun.i < t.i else None
