"""Factuality: how certain an event is according to who tells it, and how far it had come.

Polarity and certainty come from what stands around the trigger (negation, modals, hedges, the verbs above it) and
from the claim in which it stands; never from what the world knows. The classes are FactBank's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.hedges import HedgeKind, HedgeRule, Hedges
from sourcebook.read.presuppositions import (
    PERCEIVED,
    WHY,
    denies_degree,
    is_beside,
    is_examined,
    is_forbidden,
    is_presupposed,
    is_taken_for_granted,
    was_mistaken,
)
from sourcebook.records import BlockKind, Claim, Factuality, Phase, Sentence, Stance, Token

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

#: Verbs that only say that a noun's event took place, or who carried it out: what holds of them holds of the event.
_TRANSPARENT = ("light", "occur", "suffer")

#: Verbs over an infinitive that imply that it came about.
_IMPLY = frozenset({
    "manage", "go", "begin", "start", "continue", "proceed", "come", "use", "be", "happen", "help", "force", "say",
    "report", "find", "know", "see", "claim", "state", "describe", "have", "get",
})  # fmt: skip

#: What stays on the way up is inside the event; these dependencies lead out of it to a verb or noun above.
_UP_VERB = frozenset({
    "xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "prep",
    "compound", "amod", "agent", "attr", "oprd", "appos", "poss", "nmod", "csubj",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the words around a trigger say of its event. ``rules``: the ids of the rules that said it."""

    factuality: Factuality = Factuality.CERTAIN
    phase: Phase = Phase.OCCURRED
    rules: tuple[str, ...] = ()


def _has_to_do_with(s: Sentence, t: Token) -> bool:
    """ "Lions have nothing to do with the killing": no killing that is to come."""
    return any(x.lower == "do" and s.tokens[x.i - 2].lower in _NO_TIES for x in s.tokens[2 : t.i])


#: What somebody has "to do with" something.
_NO_TIES = frozenset({"nothing", "something", "anything", "little", "much", "what", "lot"})


def judge(sentence: Sentence, trigger: int, claims: tuple[Claim, ...], lexicon: Lexicon) -> Judgement:
    """How certain the event at token ``trigger`` is, and its phase. ``claims``: those over it, innermost first."""
    hedges = lexicon.hedges
    verdict = Judgement()
    token = sentence.tokens[trigger]
    presupposed = is_presupposed(sentence, token)
    verdict = _beside(sentence, token, verdict, hedges)
    if is_examined(sentence, token):
        presupposed = True
    else:
        verdict = _above(sentence, token, presupposed, verdict, lexicon)
    if token.pos != "VERB" and _names_an_attempt(sentence, token):
        verdict = _use(verdict, hedges.find(HedgeKind.GOVERNOR, "attempt"))
    if _is_staged(sentence):
        verdict = _apply(verdict, "staged", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    if token.dep == "nsubj":  # "air strikes are a frequent occurrence"
        for k in sentence.kids(token.head, "attr", "acomp"):
            for word in (k, *sentence.kids(k.i, "amod")):
                rule = hedges.find(HedgeKind.ADJECTIVE, word.lower)
                verdict = _use(verdict, rule) if rule and rule.phase is Phase.HABITUAL else verdict
    if verdict.phase is Phase.OCCURRED and _present(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "present"))
    if verdict.phase is Phase.OCCURRED and _is_state(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "state"))
    if verdict.phase is Phase.OCCURRED and _over_time(sentence, token):
        verdict = replace(verdict, phase=Phase.HABITUAL, rules=(*verdict.rules, "over-time"))
    if _is_announced(sentence, token) and not _has_to_do_with(sentence, token) and verdict.phase is Phase.OCCURRED:
        verdict = _apply(verdict, "headline-to", Factuality.UNKNOWN, Phase.PLANNED)
    if is_forbidden(sentence, token):
        verdict = _apply(verdict, "dont", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    if claims and verdict.phase is Phase.HYPOTHETICAL and verdict.rules == ("would",) and _is_vow(sentence, token):
        verdict = replace(verdict, phase=Phase.PLANNED)
    if sentence.tokens[-1].text == "?" and not claims and not is_taken_for_granted(sentence, token):
        verdict = _apply(verdict, "question", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
    return _by_claim(sentence, token, presupposed, claims[0] if claims else None, verdict)


#: Whoever gathered to do so did so.
_SHOWN = frozenset({"protest", "demonstrate", "mourn"})


def _names_an_attempt(s: Sentence, t: Token) -> bool:
    """ "an attempt on her life", "an assassination attempt": the words of the trigger say that it failed."""
    return t.lemma in ("attempt", "bid") or (t.lemma == "life" and s.tokens[t.head].lemma in ("attempt", "bid"))


def _is_staged(s: Sentence) -> bool:
    """ "In the scenario a boat rammed a liner": the sentence tells what an exercise or a plot has happen."""
    opening = s.tokens[:4]
    return bool(opening) and opening[0].lower == "in" and any(t.lemma in _STAGED for t in opening[1:])


_STAGED = frozenset({"scenario", "simulation", "rehearsal", "script", "plot", "videogame", "dream"})


def _apply(
    v: Judgement, rule: str, factuality: Factuality | None, phase: Phase | None, negates: bool = False
) -> Judgement:
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
    return Judgement(new, phase if phase and open_ else v.phase, (*v.rules, rule))


#: "might attempt to", "if they plan to": what is only supposed was not even tried.
_UNREAL = frozenset({"might", "would", "if", "will"})


def _use(v: Judgement, rule: HedgeRule | None) -> Judgement:
    return v if rule is None else _apply(v, rule.id, rule.factuality, rule.phase, rule.negates)


def _beside(s: Sentence, t: Token, v: Judgement, hedges: Hedges, below: Token | None = None) -> Judgement:
    """Rules for what hangs on the trigger itself: adverbs, determiners, adjectives, auxiliaries, "no one was …"."""
    kids = [k for k in s.kids(t.i) if below is None or k.i != below.i]  # what was judged already
    modal = None
    for k in kids:
        if k.dep in ("neg", "advmod", "preconj") or k.lemma in ("not", "never"):
            if denies_degree(s, t, k):
                continue
            rule = hedges.find(HedgeKind.ADVERB, k.lower) or hedges.find(HedgeKind.ADVERB, k.lemma)
            if rule and not (rule.id == "nearly" and t.pos != "VERB") and not _contrast(s, k):
                v = _use(v, rule)
        elif k.dep == "det":
            v = _use(v, hedges.find(HedgeKind.DETERMINER, k.lower))
        elif k.dep in ("amod", "compound", "nmod"):
            v = _use(v, hedges.find(HedgeKind.ADJECTIVE, k.lower))
        elif k.dep == "acl" and k.tag == "VBN":  # "an attack planned for May", "an attack foiled by the guards"
            rule = hedges.find(HedgeKind.GOVERNOR, k.lemma)
            if rule and rule.phase is not None and rule.id not in ("cease", "risk"):
                v = _use(v, rule)
        elif k.dep == "aux" and k.tag == "MD":
            modal = hedges.find(HedgeKind.MODAL, k.lower if k.lower.startswith("'") else k.lemma)
        elif k.dep in ("npadvmod", "tmod") and any(d.lower in ("every", "each") for d in s.kids(k.i, "det")):
            v = _apply(v, "every", None, Phase.HABITUAL)  # "every few nights"
        elif k.dep == "mark":
            v = _use(v, hedges.find(HedgeKind.MARK, k.lower))
        elif k.dep in ("nsubj", "nsubjpass", "dobj") and t.pos == "VERB" and _is_none(s, k, hedges):
            v = _apply(v, "no", None, None, negates=True)
    if modal is not None:
        # "could have been killed" is as open as "could be killed", but not a plan
        v = _use(v, modal)
    if t.pos == "VERB" and any(k.lower == "if" for k in kids):
        v = _use(v, hedges.find(HedgeKind.MARK, "if"))
    if t.tag == "VBG" and any(k.lower in ("is", "are", "'re", "'s") for k in kids if k.dep in ("aux", "auxpass")):
        v = replace(v, phase=Phase.ONGOING) if v.phase is Phase.OCCURRED else v
    return v


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


def _above(s: Sentence, t: Token, presupposed: bool, v: Judgement, lexicon: Lexicon) -> Judgement:
    """Rules for the verbs and nouns that the trigger hangs under, up to where it stops being theirs to judge."""
    hedges, events = lexicon.hedges, lexicon.events
    noun = t.pos != "VERB"
    child = t
    for _ in range(6):  # no judgement comes from further up
        if child.head == child.i or child.dep not in _UP_VERB:
            break
        head = s.tokens[child.head]
        if presupposed and (child.pos in ("VERB", "AUX") or (head.pos == "AUX" and child.dep != "attr")):
            break  # "it was behind the attack": whatever is said of that, the attack took place
        if presupposed and child.i != t.i and head.pos in ("VERB", "AUX"):
            break  # "was not at the scene of the attack", "confirmed no details of the attack"
        if head.lower == "do" and head.i > 1 and s.tokens[head.i - 2].lower in _NO_TIES:
            break  # "nothing to do with the killing" takes the killing for granted
        if head.pos == "ADP" or head.dep == "prep":
            under = hedges.find(HedgeKind.UNDER, head.lower)
            if under and not presupposed:
                return _use(v, under)
            noun_over = s.tokens[head.head]
            if head.lower in ("of", "about") and noun_over.lemma in _HEARSAY and _is_untrue(s, noun_over):
                return _apply(v, "untrue", None, None, negates=True)
            if head.lower in ("after", "since", "following", "amid", "during", "before", "until", "despite") and noun:
                break
            child = head
            noun = noun or child.dep == "prep"
            continue
        if child.dep in ("acl", "ccomp") and head.pos == "NOUN" and _is_untrue(s, head):
            return _apply(v, "untrue", None, None, negates=True)
        if head.lemma == "go" and head.tag == "VBG" and child.dep == "xcomp":
            v = _apply(v, "going-to", Factuality.UNKNOWN, Phase.PLANNED)
        if child.dep == "relcl":
            break  # a relative clause tells of something for itself
        if child.dep == "conj":
            # what holds of the first of two joined verbs holds of the second if they share their helpers
            if child.pos == "VERB" and head.pos == "VERB" and not s.kids(child.i, "nsubj", "nsubjpass", "aux"):
                v = _shared(s, head, v, hedges)
            elif child.pos == "VERB" and s.kids(child.i, "nsubj", "nsubjpass"):
                break
            child = head
            continue
        if child.dep == "advcl" and child.pos == "VERB":
            to = _to(s, child)
            over = _governor(s, head, child, hedges) if to and child.i == t.i else None
            if over is not None and over.id == "foil":  # "foiled a plot to bomb", hung on the verb
                v = _use(v, over)
            elif to and child.i == t.i and not (t.lemma in _SHOWN and head.tag in ("VBD", "VBN", "VBG")):
                v = _apply(v, "purpose", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
            break
        if child.dep == "acl" and child.tag in ("VBN", "VBG") and not _to(s, child):
            break
        rule = _governor(s, head, child, hedges)
        if rule is not None and child.dep == "ccomp" and was_mistaken(s, head):
            return _apply(v, "mistaken", Factuality.UNKNOWN, None)
        meant = child.dep == "nsubjpass" and head.lemma in ("mean", "design")  # "the strikes were meant to cut it off"
        if rule is not None and not (presupposed and (meant or rule.id in ("deny", "doubt", "fail", "know-not"))):
            if not (
                rule.id == "plan" and presupposed and head.pos == "VERB" and child.i == t.i and child.dep != "dobj"
            ):
                v = _use(v, rule)
        elif child.dep in ("xcomp", "acl", "ccomp") and _to(s, child) and head.lemma not in _IMPLY and child.i == t.i:
            # "began a march to attack …" is a plan; "range enough to hit …" is no more than a use
            phase = Phase.PLANNED if head.pos == "VERB" else Phase.HYPOTHETICAL
            v = _apply(v, "infinitive", Factuality.UNKNOWN, phase)
        elif child.dep == "xcomp" and _to(s, child) and head.lemma == "have" and child.i == t.i:
            v = _apply(v, "have-to", Factuality.UNKNOWN, Phase.PLANNED)
        elif child.dep in ("xcomp", "advcl") and _to(s, child) and head.lemma == "use" and head.tag == "VBN":
            v = _apply(v, "used-to", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
        under = hedges.find(HedgeKind.UNDER, head.lemma)
        if under is not None and head.pos == "NOUN" and s.tokens[head.head].lower == "in":  # not "a case of looting"
            v = _use(v, under)
        if head.lemma in _GO_ON and child.dep == "xcomp" and child.i == t.i and v.phase is Phase.OCCURRED:
            v = replace(v, phase=Phase.ONGOING, rules=(*v.rules, "goes-on"))
        if head.pos in ("VERB", "AUX"):
            carries = (
                noun
                and not (presupposed and (head.lemma == "claim" or head.lemma in PERCEIVED))
                and any(events.is_a(head.lemma, c) for c in _TRANSPARENT)
            )
            governs = rule is not None or child.dep in ("xcomp", "pcomp")
            if (carries and not (presupposed and child.dep in ("nsubj", "nsubjpass", "attr"))) or governs:
                v = _beside(s, head, v, hedges, child)
            elif child.dep == "ccomp":
                # what is said of the saying: only its negation of knowing is of interest, and claims carry it
                break
            elif noun and child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "prep", "agent"):
                v = _from_clause(s, head, v, presupposed, hedges)
                break
            noun = False
        elif head.pos in ("NOUN", "PROPN") and rule is None and child.dep not in ("compound", "amod", "prep", "nmod"):
            break
        child = head
    return v


def _is_announced(s: Sentence, t: Token) -> bool:
    """A headline's infinitive is its future: "Ministry to expel envoy"."""
    return s.block is BlockKind.HEADLINE and t.tag == "VB" and t.dep in ("ROOT", "acl", "relcl") and _to(s, t)


def _is_vow(s: Sentence, t: Token) -> bool:
    """ "said it would summon the ambassador": who says so speaks of himself, and makes no condition."""
    pronoun = any(k.lower in ("it", "he", "she", "they") for k in s.kids(t.i, "nsubj"))
    return pronoun and not any(k.lower in ("if", "unless", "were", "should") for k in s.tokens)


#: "continued to shell", "keep shooting": at the time of the report it goes on.
_GO_ON = frozenset({"continue", "keep"})


def _is_untrue(s: Sentence, noun: Token) -> bool:
    """ "the report that … is unfounded", "reports … are not correct", "the video of an attack was fake"."""
    if noun.dep == "nsubjpass" and s.tokens[noun.head].lemma in _INVENT:
        return True  # "talk of a raid had been invented"
    told = s.kids(noun.head, "acomp", "attr", "oprd")
    if any(k.lemma in _UNTRUE for k in told):
        return True
    negated = any(k.dep == "neg" or k.lower in ("not", "n't") for k in s.kids(noun.head, "neg", "advmod"))
    return negated and any(k.lemma in _TRUE for k in told)


_INVENT = frozenset({"invent", "fabricate", "concoct", "fake"})

#: What reports are not if they are false.
_TRUE = frozenset({"true", "correct", "accurate", "genuine", "real", "right", "authentic", "credible", "reliable"})


_UNTRUE = frozenset({"false", "untrue", "unfounded", "baseless", "incorrect", "lie", "fabrication", "groundless",
                     "invention", "invented", "fiction", "nonsense", "fake", "fantasy", "propaganda", "rubbish", "hoax",
                     "fabricate", "made-up", "wrong", "slander"})  # fmt: skip
#: "reports of a battle are false"
_HEARSAY = frozenset(
    {
        "report",
        "claim",
        "rumour",
        "rumor",
        "talk",
        "story",
        "allegation",
        "account",
        "news",
        "tale",
        "footage",
        "video",
        "gossip",
        "speculation",
        "assertion",
        "suggestion",
    }
)


def _shared(s: Sentence, head: Token, v: Judgement, hedges: Hedges) -> Judgement:
    for k in s.kids(head.i, "aux"):
        if k.tag == "MD":
            v = _use(v, hedges.find(HedgeKind.MODAL, k.lower if k.lower.startswith("'") else k.lemma))
    return v


def _from_clause(s: Sentence, verb: Token, v: Judgement, presupposed: bool, hedges: Hedges) -> Judgement:
    """A noun's event in a clause about something else takes only the clause's modality, and only if it is new."""
    if presupposed:
        return v
    for k in s.kids(verb.i, "aux"):
        if k.tag == "MD":
            v = _use(v, hedges.find(HedgeKind.MODAL, k.lower if k.lower.startswith("'") else k.lemma))
    for k in s.kids(verb.i, "mark"):
        v = _use(v, hedges.find(HedgeKind.MARK, k.lower))
    return v


def _to(s: Sentence, t: Token) -> bool:
    """A bare infinitive: "to attack", not "to have attacked"."""
    aux = s.kids(t.i, "aux")
    return any(k.tag == "TO" for k in aux) and not any(k.lemma == "have" for k in aux)


def _governor(s: Sentence, head: Token, child: Token, hedges: Hedges) -> HedgeRule | None:
    particle = next((k.lower for k in s.kids(head.i, "prt")), "")
    rule = hedges.find(HedgeKind.GOVERNOR, f"{head.lemma} {particle}") if particle else None
    if rule is None and child.pos == "ADP":
        rule = hedges.find(HedgeKind.GOVERNOR, f"{head.lemma} {child.lower}")
    rule = rule or hedges.find(HedgeKind.GOVERNOR, head.lemma)
    if rule is None or (head.lemma == "want" and child.pos == "ADP" and head.tag in ("VBN", "VBD")):
        return None  # "wanted in connection with the shooting": by the police
    if child.dep in ("nsubj", "nsubjpass") and not (child.dep == "nsubjpass" and head.tag == "VBN"):
        return None  # "the attack threatens the talks" does not threaten an attack
    if rule.id == "doubt" and any(k.lower in WHY for k in s.kids(child.i, "advmod", "mark", "nsubj", "dobj", "det")):
        return None  # "questioned why police shot at the car"
    if rule.id == "foil" and child.dep == "ccomp" and child.tag in ("VBD", "VBZ", "VBN"):
        return None  # "five were killed; only a girl survived": a clause of its own, as the parser joins them
    if rule.mark and not any(k.lower == rule.mark for k in s.kids(child.i, "mark")):
        return None
    if rule.id in ("plan", "try") and child.dep in ("compound", "nmod", "amod") and head.pos == "NOUN":
        return rule if head.lemma in ("plan", "plot", "attempt", "bid", "conspiracy", "effort") else None
    if rule.id == "plan" and head.pos == "VERB" and child.dep == "advcl":
        return None
    return rule


#: What a claim's stance makes of what stands in its content.
_STANCES = {
    Stance.THREATEN: (Factuality.UNKNOWN, Phase.THREATENED),
    Stance.PROMISE: (Factuality.UNKNOWN, Phase.PLANNED),
    Stance.PREDICT: (Factuality.POSSIBLE, Phase.HYPOTHETICAL),
    Stance.DEMAND: (Factuality.UNKNOWN, Phase.HYPOTHETICAL),
}
#: Cues of belief: what they hold is probable according to the source.
_BELIEF = ("believe", "think", "suspect", "fear", "assume", "presume", "guess", "suppose")


def _by_claim(s: Sentence, t: Token, presupposed: bool, claim: Claim | None, v: Judgement) -> Judgement:
    if claim is None:
        return v
    denied = claim.stance in (Stance.DENY, Stance.DISPUTE) and not {"deny", "untrue"} & set(v.rules)
    if denied and not presupposed and not (claim.content and is_beside(s, t, min(c.start for c in claim.content))):
        return _apply(v, "claim-denied", None, None, negates=True)
    if claim.stance in _STANCES and not presupposed and (t.tag not in ("VBD", "VBN") or v.phase is not Phase.OCCURRED):
        factuality, phase = _STANCES[claim.stance]
        return _apply(v, f"claim-{claim.stance}", factuality, phase)
    cue = claim.cue_text.lower().split()
    if not presupposed and any(word.startswith(b) for word in cue for b in _BELIEF):
        return _apply(v, "claim-belief", Factuality.PROBABLE, None)
    return v
