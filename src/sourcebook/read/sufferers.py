"""Who suffers what a verb tells of: its object, its subject, or what it shares with the verbs around it.

Functions return token indexes of the heads of the phrases that name the sufferers.
"""

from __future__ import annotations

from sourcebook.read.victims import Counts
from sourcebook.records import Sentence, Token

#: "shot at the guards", "shot back": the subject fires and is not hit.
_AIMED = frozenset({"at", "into", "toward", "towards", "through", "back", "off", "out", "up", "first"})


def object_heads(counts: Counts, v: Token, *, passive_only: bool) -> list[int]:
    """Who a verb of killing or wounding is done to."""
    sentence = counts.sentence
    passive = sentence.kids(v.i, "nsubjpass")
    if passive:
        return antecedent(sentence, v, passive[0])
    objects = [o for o in sentence.kids(v.i, "dobj", "dative") if o.lower not in ("which", "that", "who")]
    if objects:
        if passive_only:
            return []
        if any(o.lower in ("himself", "herself", "themselves") for o in objects):
            return subject_heads(sentence, v)
        return [o.i for o in objects]
    # "killed and wounded dozens": the object stands with the last verb
    if (not passive_only and v.tag != "VBN") or _joined(sentence, v):
        for other in sentence.kids(v.i, "conj"):
            if other.pos == "VERB" and not sentence.kids(other.i, "nsubj", "nsubjpass", "auxpass"):
                shared = [o.i for o in sentence.kids(other.i, "dobj")]
                if shared and other.i - v.i <= 4:
                    return shared
    if sentence.kids(v.i, "auxpass") or (v.tag == "VBN" and not _has(sentence, v)):
        if v.dep in ("acl", "relcl"):
            return [v.head]
        if v.dep == "amod" and v.i < v.head:
            return [v.head] if sentence.tokens[v.head].pos in ("NOUN", "PROPN") else []
        subjects = sentence.kids(v.i, "nsubj")
        if subjects:
            return antecedent(sentence, v, subjects[0])
        return _shared_subject(sentence, v)
    if v.tag in ("VBD", "VBN", "JJ") and not objects:
        # headline: "Five killed in blast"; the tagger takes the participle for a past tense
        subjects = sentence.kids(v.i, "nsubj")
        if v.lemma in ("shoot", "stab") and any(k.lower in _AIMED for k in sentence.kids(v.i, "prep", "prt", "advmod")):
            return []
        if subjects and subjects[0].lower not in ("which", "that", "it") and not sentence.kids(v.i, "ccomp", "prt"):
            return [subjects[0].i]
        if v.dep in ("acl", "conj", "appos"):
            return _shared_subject(sentence, v) if v.dep == "conj" else [v.head]
        if not subjects:
            return _before(counts, v)
    if v.tag == "VBD" and any(p.lower == "down" for p in sentence.kids(v.i, "prt")):
        return [s.i for s in sentence.kids(v.i, "nsubj")]
    return []


def _joined(sentence: Sentence, v: Token) -> bool:
    return any(k.pos == "VERB" and 0 < k.i - v.i <= 4 for k in sentence.kids(v.i, "conj")) and not sentence.kids(
        v.i, "auxpass"
    )


def joined_by_with(sentence: Sentence, v: Token) -> list[int]:
    """ "killed along with his wife", "died alongside two guards": who suffered the same."""
    out = []
    for prep in sentence.kids(v.i, "prep"):
        before = {t.lower for t in sentence.tokens[max(0, prep.i - 1) : prep.i]} | {
            t.lower for t in sentence.kids(prep.i)
        }
        if prep.lower == "alongside" or (prep.lower == "with" and before & {"along", "together"}):
            out += [p.i for p in sentence.kids(prep.i, "pobj")]
    return out


def _has(sentence: Sentence, v: Token) -> bool:
    """Active perfect: "has killed"."""
    return any(a.lemma in ("have", "'ve") for a in sentence.kids(v.i, "aux")) and not sentence.kids(v.i, "auxpass")


def antecedent(sentence: Sentence, v: Token, subject: Token) -> list[int]:
    """The subject, or what a relative pronoun stands for ("soldiers who were killed")."""
    if subject.lower in ("who", "that", "which", "whom") and v.dep in ("relcl", "acl"):
        return [v.head]
    if subject.tag in ("WP", "WDT"):
        for a in sentence.ancestors(subject.i):
            if a.dep == "relcl":
                return [a.head]
        before = [t for t in sentence.tokens[: subject.i] if t.pos in ("NOUN", "PROPN", "NUM")]
        return [before[-1].i] if before and subject.i - before[-1].i <= 2 else []
    return [subject.i]


def subject_heads(sentence: Sentence, v: Token) -> list[int]:
    """Who the subject of the verb is, its own or one that it shares."""
    subjects = sentence.kids(v.i, "nsubj", "nsubjpass")
    if subjects:
        return antecedent(sentence, v, subjects[0])
    return _shared_subject(sentence, v)


def _shared_subject(sentence: Sentence, v: Token) -> list[int]:
    """The subject that a joined or dependent verb takes from the verb above it."""
    if v.dep in ("acl", "relcl") and sentence.tokens[v.head].pos in ("NOUN", "PROPN", "NUM", "PRON"):
        return [v.head]
    if v.dep not in ("conj", "xcomp", "advcl", "ccomp", "oprd", "acomp", "dep", "pcomp", "prep"):
        return []
    head, steps = sentence.tokens[v.head], 0
    while steps < 4:
        if v.dep in ("xcomp", "oprd", "ccomp", "acomp"):
            objects = sentence.kids(head.i, "dobj")
            if objects and head.lemma in (
                "leave",
                "find",
                "report",
                "confirm",
                "declare",
                "pronounce",
                "see",
                "have",
                "get",
            ):
                return [objects[0].i]
        subjects = sentence.kids(head.i, "nsubjpass", "nsubj")
        if subjects:
            return antecedent(sentence, head, subjects[0])
        if head.dep in ("acl", "relcl"):
            return [head.head]
        if head.head == head.i:
            return []
        head, steps = sentence.tokens[head.head], steps + 1
    return []


def _before(counts: Counts, v: Token) -> list[int]:
    """The noun or number right before a participle that the parser gave no subject."""
    tokens = counts.sentence.tokens
    for j in range(v.i - 1, max(-1, v.i - 4), -1):
        if tokens[j].pos in ("NOUN", "PROPN", "NUM") or j in counts.at:
            return [j]
        if tokens[j].pos not in ("ADV", "AUX", "ADJ") and tokens[j].lower not in ("were", "was", "others"):
            return []
    return []
