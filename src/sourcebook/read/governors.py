"""Governors: the verbs and nouns above a trigger, and what they make of its event: "plan to attack", "denied that"."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.hedges import HedgeKind, HedgeRule, Hedges
from sourcebook.read.presuppositions import PERCEIVED, WHY, was_mistaken
from sourcebook.read.verdicts import Verdict, apply, beside, use
from sourcebook.records import Factuality, Phase, Sentence, Token

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


#: What somebody has "to do with" something.
NO_TIES = frozenset({"nothing", "something", "anything", "little", "much", "what", "lot"})


#: Whoever gathered to do so did so.
_SHOWN = frozenset({"protest", "demonstrate", "mourn"})


def above(s: Sentence, t: Token, presupposed: bool, v: Verdict, lexicon: Lexicon) -> Verdict:
    """Rules for the verbs and nouns that the trigger hangs under, up to where it stops being theirs to judge."""
    hedges, events = lexicon.hedges, lexicon.events
    noun = t.pos != "VERB"
    child = t
    for _ in range(6):  # no judgement comes from further up
        if child.head == child.i or child.dep not in _UP_VERB:
            break
        head = s.tokens[child.head]
        if noun and child.i == t.i and child.dep in ("nsubj", "nsubjpass") and _never_was(s, child, head):
            return apply(v, "never-was", None, None, negates=True)
        if presupposed and (child.pos in ("VERB", "AUX") or (head.pos == "AUX" and child.dep != "attr")):
            break  # "it was behind the attack": whatever is said of that, the attack took place
        if presupposed and child.i != t.i and head.pos in ("VERB", "AUX"):
            break  # "was not at the scene of the attack", "confirmed no details of the attack"
        if head.lower == "do" and head.i > 1 and s.tokens[head.i - 2].lower in NO_TIES:
            break  # "nothing to do with the killing" takes the killing for granted
        if head.pos == "ADP" or head.dep == "prep":
            under = hedges.find(HedgeKind.UNDER, head.lower)
            if under and not presupposed:
                return use(v, under)
            noun_over = s.tokens[head.head]
            if head.lower in ("of", "about") and noun_over.lemma in _HEARSAY and _is_untrue(s, noun_over):
                return apply(v, "untrue", None, None, negates=True)
            if head.lower in ("after", "since", "following", "amid", "during", "before", "until", "despite") and noun:
                break
            child = head
            noun = noun or child.dep == "prep"
            continue
        if child.dep in ("acl", "ccomp") and head.pos == "NOUN" and _is_untrue(s, head):
            return apply(v, "untrue", None, None, negates=True)
        if head.lemma == "go" and head.tag == "VBG" and child.dep == "xcomp":
            v = apply(v, "going-to", Factuality.UNKNOWN, Phase.PLANNED)
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
            to = is_bare_infinitive(s, child)
            over = _governor(s, head, child, hedges) if to and child.i == t.i else None
            if over is not None and over.id == "foil":  # "foiled a plot to bomb", hung on the verb
                v = use(v, over)
            elif to and child.i == t.i and not (t.lemma in _SHOWN and head.tag in ("VBD", "VBN", "VBG")):
                v = apply(v, "purpose", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
            break
        if child.dep == "acl" and child.tag in ("VBN", "VBG") and not is_bare_infinitive(s, child):
            break
        rule = _governor(s, head, child, hedges)
        if rule is not None and child.dep == "ccomp" and was_mistaken(s, head):
            return apply(v, "mistaken", Factuality.UNKNOWN, None)
        meant = child.dep == "nsubjpass" and head.lemma in ("mean", "design")  # "the strikes were meant to cut it off"
        if rule is not None and not (presupposed and (meant or rule.id in ("deny", "doubt", "fail", "know-not"))):
            if not (
                rule.id == "plan" and presupposed and head.pos == "VERB" and child.i == t.i and child.dep != "dobj"
            ):
                v = use(v, rule)
        elif (
            child.dep in ("xcomp", "acl", "ccomp")
            and is_bare_infinitive(s, child)
            and head.lemma not in _IMPLY
            and child.i == t.i
        ):
            # "began a march to attack …" is a plan; "range enough to hit …" is no more than a use
            phase = Phase.PLANNED if head.pos == "VERB" else Phase.HYPOTHETICAL
            v = apply(v, "infinitive", Factuality.UNKNOWN, phase)
        elif child.dep == "xcomp" and is_bare_infinitive(s, child) and head.lemma == "have" and child.i == t.i:
            v = apply(v, "have-to", Factuality.UNKNOWN, Phase.PLANNED)
        elif (
            child.dep in ("xcomp", "advcl")
            and is_bare_infinitive(s, child)
            and head.lemma == "use"
            and head.tag == "VBN"
        ):
            v = apply(v, "used-to", Factuality.UNKNOWN, Phase.HYPOTHETICAL)
        under = hedges.find(HedgeKind.UNDER, head.lemma)
        if under is not None and head.pos == "NOUN" and s.tokens[head.head].lower == "in":  # not "a case of looting"
            v = use(v, under)
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
                v = beside(s, head, v, hedges, child)
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


def _never_was(s: Sentence, noun: Token, verb: Token) -> bool:
    """Whether a clause says of an event that there was none: "the attack never happened", "was invented by …"."""
    if noun.dep == "nsubjpass" and (verb.lemma in _INVENT or (verb.lemma == "make" and s.kids(verb.i, "prt"))):
        return not _is_negated(s, verb)
    place = any(k.lemma == "place" for k in s.kids(verb.i, "dobj"))
    comes_about = verb.lemma in ("happen", "occur", "exist") or (verb.lemma == "take" and place)
    return comes_about and _is_negated(s, verb) and not any(k.tag == "MD" for k in s.kids(verb.i, "aux"))


def _is_negated(s: Sentence, verb: Token) -> bool:
    return any(k.dep == "neg" or k.lower in ("not", "n't", "never") for k in s.kids(verb.i, "neg", "advmod"))


#: "continued to shell", "keep shooting": at the time of the report it goes on.
_GO_ON = frozenset({"continue", "keep"})


def _is_untrue(s: Sentence, noun: Token) -> bool:
    """ "the report that … is unfounded", "reports … are not correct", "the video of an attack was fake"."""
    if noun.dep == "nsubjpass" and s.tokens[noun.head].lemma in _INVENT:
        return True  # "talk of a raid had been invented"
    told = s.kids(noun.head, "acomp", "attr", "oprd")
    if any(k.lemma in _UNTRUE for k in told):
        return True
    return _is_negated(s, s.tokens[noun.head]) and any(k.lemma in _TRUE for k in told)


_INVENT = frozenset({"invent", "fabricate", "concoct", "fake"})


#: What reports are not if they are false.
_TRUE = frozenset({"true", "correct", "accurate", "genuine", "real", "right", "authentic", "credible", "reliable"})


_UNTRUE = frozenset({"false", "untrue", "unfounded", "baseless", "incorrect", "lie", "fabrication", "groundless",
                     "invention", "invented", "fiction", "nonsense", "fake", "fantasy", "propaganda", "rubbish", "hoax",
                     "fabricate", "made-up", "wrong", "slander", "rumour", "rumor"})  # fmt: skip


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


def _shared(s: Sentence, head: Token, v: Verdict, hedges: Hedges) -> Verdict:
    for k in s.kids(head.i, "aux"):
        if k.tag == "MD":
            v = use(v, hedges.find(HedgeKind.MODAL, k.lower if k.lower.startswith("'") else k.lemma))
    return v


def _from_clause(s: Sentence, verb: Token, v: Verdict, presupposed: bool, hedges: Hedges) -> Verdict:
    """A noun's event in a clause about something else takes only the clause's modality, and only if it is new."""
    if presupposed:
        return v
    v = _shared(s, verb, v, hedges)
    for k in s.kids(verb.i, "mark"):
        v = use(v, hedges.find(HedgeKind.MARK, k.lower))
    return v


def is_bare_infinitive(s: Sentence, t: Token) -> bool:
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
