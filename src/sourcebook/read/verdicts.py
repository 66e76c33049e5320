"""Verdicts: what the words around a trigger say of its event, one rule after the other; and those that hang on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcebook.lexicon.hedges import HedgeKind, HedgeRule, Hedges
from sourcebook.read.presuppositions import denies_degree
from sourcebook.records import Factuality, Phase, Sentence, Token

_NEGATED = {
    Factuality.CERTAIN: Factuality.CERTAINLY_NOT,
    Factuality.PROBABLE: Factuality.PROBABLY_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLY_NOT,
    Factuality.CERTAINLY_NOT: Factuality.CERTAIN,
    Factuality.PROBABLY_NOT: Factuality.PROBABLE,
    Factuality.POSSIBLY_NOT: Factuality.POSSIBLE,
    Factuality.UNKNOWN: Factuality.UNKNOWN,
}


#: From certain to unknown: of two hedges the weaker certainty holds.
_STRENGTH = {"CT": 0, "PR": 1, "PS": 2, "UU": 3}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the words around a trigger say of its event. ``rules``: the ids of the rules that said it."""

    factuality: Factuality = Factuality.CERTAIN
    phase: Phase = Phase.OCCURRED
    rules: tuple[str, ...] = ()


def apply(v: Verdict, rule: str, factuality: Factuality | None, phase: Phase | None, negates: bool = False) -> Verdict:
    """The verdict after one more rule: polarity turns, certainty only falls, the first phase stays."""
    new = v.factuality
    if negates:
        new = _NEGATED[new]
    elif factuality is not None:
        if factuality.endswith("-") and new.endswith("+"):
            new = factuality
        elif _STRENGTH[factuality[:2]] > _STRENGTH[new[:2]]:
            sign = "-" if new.endswith("-") else "+"
            new = Factuality(factuality[:2] + sign) if factuality != Factuality.UNKNOWN else factuality
    open_ = v.phase is Phase.OCCURRED or (rule in _UNREAL and v.phase in (Phase.ATTEMPTED, Phase.PLANNED))
    return Verdict(new, phase if phase and open_ else v.phase, (*v.rules, rule))


#: "might attempt to", "if they plan to": what is only supposed was not even tried.
_UNREAL = frozenset({"might", "would", "if", "will"})


def use(v: Verdict, rule: HedgeRule | None) -> Verdict:
    """The verdict after a rule of the hedges, where there is one."""
    return v if rule is None else apply(v, rule.id, rule.factuality, rule.phase, rule.negates)


def beside(s: Sentence, t: Token, v: Verdict, hedges: Hedges, below: Token | None = None) -> Verdict:
    """Rules for what hangs on the trigger itself: adverbs, determiners, adjectives, auxiliaries, "no one was …"."""
    kids = [k for k in s.kids(t.i) if below is None or k.i != below.i]  # what was judged already
    modal = None
    for k in kids:
        if k.dep in ("neg", "advmod", "preconj") or k.lemma in ("not", "never"):
            if denies_degree(s, t, k):
                continue
            rule = hedges.find(HedgeKind.ADVERB, k.lower) or hedges.find(HedgeKind.ADVERB, k.lemma)
            if rule and not (rule.id == "nearly" and t.pos != "VERB") and not _contrast(s, k):
                v = use(v, rule)
        elif k.dep == "det":
            v = use(v, hedges.find(HedgeKind.DETERMINER, k.lower))
        elif k.dep in ("amod", "compound", "nmod"):
            v = use(v, hedges.find(HedgeKind.ADJECTIVE, k.lower))
        elif k.dep == "acl" and k.tag == "VBN":  # "an attack planned for May", "an attack foiled by the guards"
            rule = hedges.find(HedgeKind.GOVERNOR, k.lemma)
            if rule and rule.phase is not None and rule.id not in ("cease", "risk"):
                v = use(v, rule)
        elif k.dep == "aux" and k.tag == "MD":
            modal = hedges.find(HedgeKind.MODAL, k.lower if k.lower.startswith("'") else k.lemma)
        elif k.dep in ("npadvmod", "tmod") and any(d.lower in ("every", "each") for d in s.kids(k.i, "det")):
            v = apply(v, "every", None, Phase.HABITUAL)  # "every few nights"
        elif k.dep == "mark":
            v = use(v, hedges.find(HedgeKind.MARK, k.lower))
        elif k.dep in ("nsubj", "nsubjpass", "dobj") and t.pos == "VERB" and _is_none(s, k, hedges):
            v = apply(v, "no", None, None, negates=True)
    if modal is not None:
        # "could have been killed" is as open as "could be killed", but not a plan
        v = use(v, modal)
    if t.pos == "VERB" and any(k.lower == "if" for k in kids):
        v = use(v, hedges.find(HedgeKind.MARK, "if"))
    if t.tag == "VBG" and any(k.lower in ("is", "are", "'re", "'s") for k in kids if k.dep in ("aux", "auxpass")):
        v = replace(v, phase=Phase.ONGOING) if v.phase is Phase.OCCURRED else v
    return v


#: What makes "no" and "not" part of a lower bound: "no fewer than 12 people".
_AT_LEAST = frozenset({("fewer", "than"), ("less", "than")})


def _is_none(s: Sentence, k: Token, hedges: Hedges) -> bool:
    """ "no one", "none of them", "no soldier"."""
    none = k.lower in ("nobody", "none", "no-one", "nothing")
    first = s.edges(k.i)[0]
    if tuple(t.lower for t in s.tokens[first + 1 : first + 3]) in _AT_LEAST:
        return False
    if s.tokens[first].lower == "not" and first + 1 < len(s.tokens) and s.tokens[first + 1].lower in ("one", "a"):
        return True  # "not one shot", "not a single shot"
    return none or any(hedges.find(HedgeKind.DETERMINER, d.lower) for d in s.kids(k.i, "det"))


def _contrast(s: Sentence, k: Token) -> bool:
    """ "not only" negates nothing."""
    return k.i + 1 < len(s.tokens) and s.tokens[k.i + 1].lower in ("only", "just", "least")
