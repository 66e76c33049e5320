"""Sequels: what comes of an attack in court, in hospital and in the street, on days that are not the attack's.

"Police made an arrest on Friday in the shooting", "a judge set bail on Friday for a man who shot a baker", "charges
filed on Friday say": the verb, with what it is done to, or the noun that the day hangs on, tells what came of it.
"""

from __future__ import annotations

from sourcebook.records import Sentence, Token

#: Verbs of the law and of mourning, whatever is with them.
_SEQUEL = frozenset({
    "acquit", "arraign", "convict", "deliberate", "extradite", "indict", "interview", "plead", "question", "sentence",
    "sue", "testify", "unseal",
})  # fmt: skip
#: Verbs that tell of a sequel by what they are done to: "made an arrest", "set bail", "offered a reward".
_DONE_TO = frozenset({
    "begin", "close", "continue", "deny", "end", "enter", "file", "give", "grant", "hand", "hear", "hold", "issue",
    "make", "offer", "open", "post", "reach", "read", "receive", "return", "serve", "set", "start", "unseal",
})  # fmt: skip
_MATTERS = frozenset({
    "affidavit", "appeal", "arraignment", "arrest", "autopsy", "bail", "bond", "charge", "complaint", "funeral",
    "hearing", "indictment", "lawsuit", "motion", "plea", "reward", "selection", "sentence", "suit", "testimony",
    "trial", "verdict", "vigil", "warrant",
})  # fmt: skip
#: Papers of the law, that say on one day what was done on another.
_PAPERS = frozenset({"affidavit", "autopsy", "charge", "complaint", "indictment", "lawsuit"})
_SAYS = frozenset({"allege", "reveal", "say", "show", "state", "tell"})
_OFFICES = frozenset({"coroner", "court", "examiner", "judge", "jury"})
#: What somebody is given by a court, told by the number of its years.
_TERMS = frozenset({"year", "term", "life", "probation", "sentence"})
#: Nouns of a sequel: a day that hangs on one is its own.
_OCCASIONS = frozenset({
    "affidavit", "arraignment", "arrest", "autopsy", "funeral", "hearing", "indictment", "lawsuit", "trial", "verdict",
    "vigil",
})  # fmt: skip
_HUNTED = frozenset({"assailant", "attacker", "fugitive", "gunman", "killer", "shooter", "suspect"})
_FOUND = frozenset({"catch", "nab", "surrender", "corner", "track"})
#: Why people come together after it.
_RITES = frozenset({"commemorate", "grieve", "honor", "honour", "mourn", "pray", "remember"})


def is_sequel(s: Sentence, verb: Token) -> bool:
    """Whether a verb tells what came of an event, and not the event."""
    if verb.lemma in _SEQUEL:
        return True
    things = {k.lemma for k in s.kids(verb.i, "dobj", "nsubjpass", "attr")}
    subjects = {k.lemma for k in s.kids(verb.i, "nsubj", "nsubjpass")}
    if verb.lemma in _DONE_TO and (things & _MATTERS or (verb.lemma in _STARTS and subjects & _MATTERS)):
        return True
    if subjects & _PAPERS and verb.lemma in _SAYS:
        return True
    if verb.dep in ("acl", "relcl") and verb.lemma in _DONE_TO and s.tokens[verb.head].lemma in _PAPERS:
        return True  # "charges filed on Friday say"
    if verb.lemma in ("appear", "rule") and (subjects & _OFFICES or any(t.lemma == "court" for t in _below(s, verb))):
        return True
    if verb.lemma in ("give", "get", "receive") and things & _TERMS:
        return True
    if verb.lemma == "find" and any(k.lemma == "guilty" for k in (*s.kids(verb.i), *_below(s, verb))):
        return True
    if verb.lemma == "turn" and any(k.lower in ("himself", "herself", "themselves") for k in s.kids(verb.i, "dobj")):
        return any(k.lower in ("in", "over") for k in s.kids(verb.i, "prt", "advmod"))  # no "turned on himself"
    caught = {k.lemma for k in s.kids(verb.i, "nsubjpass")} if verb.lemma != "surrender" else subjects
    if verb.lemma in _FOUND and (caught & _HUNTED or _is_wanted(s, verb)):
        return True
    if verb.lemma in ("go", "leave", "return") and any(t.lemma == "hospital" for t in _below(s, verb)):
        return True
    return any(k.lemma in _RITES for k in s.kids(verb.i, "xcomp", "advcl"))


_STARTS = frozenset({"begin", "continue", "end", "open", "start"})


def sequel_over(s: Sentence, i: int) -> Token | None:
    """What came of an event, where a time stands with it: such a verb over the time, or a noun of it."""
    for a in s.ancestors(i):
        if a.pos in ("VERB", "AUX"):
            return a if is_sequel(s, a) else None
        if a.lemma in _OCCASIONS:
            return a
    return None


def goes_on_from(s: Sentence, head: int, sequel: Token) -> bool:
    """Whether a word is of the sequel itself, or goes on from it, and has its day.

    "Made an *arrest* on Friday", "came back to the hospital on Friday and *shot* a nurse"; not "and had shot".
    """
    word = s.tokens[head]
    if word.pos == "NOUN" and word.head == sequel.i and word.dep in ("dobj", "nsubjpass"):
        return True
    before = any(k.lower in ("had", "have", "has") for k in s.kids(head, "aux"))
    while word.dep == "conj" and word.pos == "VERB" and not before:
        word = s.tokens[word.head]
        if word.i == sequel.i:
            return True
    return False


def _is_wanted(s: Sentence, verb: Token) -> bool:
    """ "A man wanted in the shooting surrendered"."""
    who = s.kids(verb.i, "nsubj", "nsubjpass")
    return any(k.lemma in ("want", "seek", "suspect", "accuse") for w in who for k in s.kids(w.i, "acl", "relcl"))


def _below(s: Sentence, verb: Token) -> list[Token]:
    return [k for child in s.kids(verb.i) for k in (child, *s.kids(child.i))]
