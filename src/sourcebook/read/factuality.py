"""Factuality: how certain an event is according to who tells it, and how far it had come.

Polarity and certainty come from what stands around the trigger (negation, modals, hedges, the verbs above it) and
from the claim in which it stands; never from what the world knows. The classes are FactBank's.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.hedges import HedgeKind
from sourcebook.read.governors import NO_TIES, above, is_bare_infinitive
from sourcebook.read.presuppositions import (
    is_beside,
    is_examined,
    is_forbidden,
    is_presupposed,
    is_taken_for_granted,
)
from sourcebook.read.verdicts import Verdict, apply, beside, use
from sourcebook.records import BlockKind, Claim, Factuality, Phase, Sentence, Stance, Token


def _has_to_do_with(s: Sentence, t: Token) -> bool:
    """ "Lions have nothing to do with the killing": no killing that is to come."""
    return any(x.lower == "do" and s.tokens[x.i - 2].lower in NO_TIES for x in s.tokens[2 : t.i])


def judge(sentence: Sentence, trigger: int, claims: tuple[Claim, ...], lexicon: Lexicon) -> Verdict:
    """How certain the event at token ``trigger`` is, and its phase. ``claims``: those over it, innermost first."""
    hedges = lexicon.hedges
    verdict = Verdict()
    token = sentence.tokens[trigger]
    presupposed = is_presupposed(sentence, token)
    verdict = beside(sentence, token, verdict, hedges)
    if is_examined(sentence, token):
        presupposed = True
    else:
        verdict = above(sentence, token, presupposed, verdict, lexicon)
    if token.pos != "VERB" and _names_an_attempt(sentence, token):
        verdict = use(verdict, hedges.find(HedgeKind.GOVERNOR, "attempt"))
    if _is_staged(sentence):
        verdict = apply(verdict, "staged", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    if token.dep == "nsubj":  # "air strikes are a frequent occurrence"
        for k in sentence.kids(token.head, "attr", "acomp"):
            for word in (k, *sentence.kids(k.i, "amod")):
                rule = hedges.find(HedgeKind.ADJECTIVE, word.lower)
                verdict = use(verdict, rule) if rule and rule.phase is Phase.HABITUAL else verdict
    if verdict.phase is Phase.OCCURRED and _present(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "present"))
    if verdict.phase is Phase.OCCURRED and _is_state(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "state"))
    if verdict.phase is Phase.OCCURRED and _is_task(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "task"))
    if verdict.phase is Phase.OCCURRED and _over_time(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "over-time"))
    if _is_announced(sentence, token) and not _has_to_do_with(sentence, token) and verdict.phase is Phase.OCCURRED:
        verdict = apply(verdict, "headline-to", Factuality.UNKNOWN, Phase.PLANNED)
    if is_forbidden(sentence, token):
        verdict = apply(verdict, "dont", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    if claims and verdict.phase is Phase.HYPOTHETICAL and verdict.rules == ("would",) and _is_vow(sentence, token):
        verdict = replace(verdict, phase=Phase.PLANNED)
    if sentence.tokens[-1].text == "?" and not claims and not is_taken_for_granted(sentence, token):
        verdict = apply(verdict, "question", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    return _by_claim(sentence, token, presupposed, claims[0] if claims else None, verdict)


def _names_an_attempt(s: Sentence, t: Token) -> bool:
    """ "an attempt on her life", "an assassination attempt": the words of the trigger say that it failed."""
    return t.lemma in ("attempt", "bid") or (t.lemma == "life" and s.tokens[t.head].lemma in ("attempt", "bid"))


#: What troops are for, and what is done that they may do it: "troops that helped to fight the rebels".
_TASKS = frozenset({"fight", "battle", "combat"})
_HELPED = frozenset({
    "aid", "arm", "assist", "back", "create", "deploy", "dispatch", "equip", "establish", "form", "found", "help",
    "join", "mandate", "mobilise", "mobilize", "recruit", "send", "set", "support", "train", "use",
})  # fmt: skip
_CALLINGS = frozenset({"aim", "duty", "goal", "job", "mandate", "mission", "role", "task"})


def _is_task(s: Sentence, t: Token) -> bool:
    """ "helped to fight the rebels", "a force that was formed to fight them": what somebody is there for."""
    if t.pos != "VERB" or t.lemma not in _TASKS or not any(k.lower == "to" for k in s.kids(t.i, "aux")):
        return False
    over = s.tokens[t.head]
    if any(k.lemma in _CALLINGS for k in s.kids(over.i, "attr", "nsubj")):
        return True
    return over.lemma in _HELPED or (t.dep in ("acl", "relcl") and over.pos in ("NOUN", "PROPN"))


def _is_staged(s: Sentence) -> bool:
    """ "In the scenario a boat rammed a liner": the sentence tells what an exercise or a plot has happen."""
    opening = s.tokens[:4]
    return bool(opening) and opening[0].lower == "in" and any(t.lemma in _STAGED for t in opening[1:])


_STAGED = frozenset({"scenario", "simulation", "rehearsal", "script", "plot", "videogame", "dream"})


def _present(s: Sentence, t: Token) -> bool:
    """ "militias who attack the posts": a simple present outside headlines tells of no one time."""
    if t.tag not in ("VBP", "VBZ") or s.kids(t.i, "aux", "auxpass") or t.lemma in _SAME_IN_PAST:
        return False
    return s.block is BlockKind.BODY and s.tokens[-1].text == "." and not s.id.endswith((".s1", ".s2"))


#: Their past is written like their present, and the tagger cannot tell.
_SAME_IN_PAST = frozenset({"hit", "set", "cut", "put", "shed", "burst", "bid", "beat"})


def _is_state(s: Sentence, t: Token) -> bool:
    """ "wounded soldiers", "murdered mayors": a kind of people, unless it is said which or how many."""
    if t.dep != "amod" or t.tag != "VBN" or t.head <= t.i:
        return False
    noun = s.tokens[t.head]
    named = any(k.ent in ("PERSON", "CARDINAL") for k in s.kids(noun.i))
    return noun.tag == "NNS" and not named and not s.kids(noun.i, "det", "nummod", "poss")


def _over_time(s: Sentence, t: Token) -> bool:
    """ "has been carrying out strikes for years", "strikes in recent months": many events, none of them told."""
    if t.pos != "VERB" and (t.tag not in ("NNS", "NNPS") or s.kids(t.i, "det", "nummod", "poss")):
        return False
    verb = t if t.pos == "VERB" else next((a for a in s.ancestors(t.i) if a.pos == "VERB"), t)
    lowers = [k.lower for k in s.tokens]
    longish = any(a == "recent" and b in _LONG for a, b in pairwise(lowers)) or any(
        k.lower in _LONG and any(p.lower in ("for", "over", "through") for p in s.ancestors(k.i)[:1]) for k in s.tokens
    )
    aux = {k.lemma for k in s.kids(verb.i, "aux", "auxpass")}
    if t.pos == "VERB":
        return longish and "have" in aux and verb.tag == "VBG"
    return longish and (verb.i == t.i or "have" in aux or verb.tag in ("VBG", "VBP", "VBZ"))


_LONG = frozenset({"years", "months", "decades", "decade", "weeks", "generations"})


def _is_announced(s: Sentence, t: Token) -> bool:
    """A headline's infinitive is its future: "Ministry to expel envoy"."""
    return (
        s.block is BlockKind.HEADLINE
        and t.tag == "VB"
        and t.dep in ("ROOT", "acl", "relcl")
        and is_bare_infinitive(s, t)
    )


def _is_vow(s: Sentence, t: Token) -> bool:
    """ "said it would summon the ambassador": who says so speaks of himself, and makes no condition."""
    pronoun = any(k.lower in ("it", "he", "she", "they") for k in s.kids(t.i, "nsubj"))
    return pronoun and not any(k.lower in ("if", "unless", "were", "should") for k in s.tokens)


#: What a claim's stance makes of what stands in its content.
_STANCES = {
    Stance.THREATEN: (Factuality.UNKNOWN, Phase.THREATENED),
    Stance.PROMISE: (Factuality.UNKNOWN, Phase.PLANNED),
    Stance.PREDICT: (Factuality.POSSIBLE, Phase.HYPOTHETICAL),
    Stance.DEMAND: (Factuality.UNKNOWN, Phase.HYPOTHETICAL),
}
#: Cues of belief: what they hold is probable according to the source.
_BELIEF = ("believe", "think", "suspect", "fear", "assume", "presume", "guess", "suppose")


def _by_claim(s: Sentence, t: Token, presupposed: bool, claim: Claim | None, v: Verdict) -> Verdict:
    if claim is None:
        return v
    denied = claim.stance in (Stance.DENY, Stance.DISPUTE) and not {"deny", "untrue"} & set(v.rules)
    if denied and not presupposed and not (claim.content and is_beside(s, t, min(c.start for c in claim.content))):
        return apply(v, "claim-denied", None, None, negates=True)
    if claim.stance in _STANCES and not presupposed and (t.tag not in ("VBD", "VBN") or v.phase is not Phase.OCCURRED):
        factuality, phase = _STANCES[claim.stance]
        return apply(v, f"claim-{claim.stance}", factuality, phase)
    cue = claim.cue_text.lower().split()
    if not presupposed and any(word.startswith(b) for word in cue for b in _BELIEF):
        return apply(v, "claim-belief", Factuality.PROBABLE, None)
    return v
