"""Who suffers what a verb tells of: its object, its subject, or what it shares with the verbs around it.

Functions return token indexes of the heads of the phrases that name the sufferers.
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.read.people import is_person
from sourcebook.read.victims import Counts
from sourcebook.records import Sentence, Token

#: "shot at the guards", "shot back": the subject fires and is not hit.
_AIMED = frozenset({"at", "into", "toward", "towards", "through", "back", "off", "out", "up", "first"})


def object_heads(counts: Counts, v: Token, lexicon: Lexicon, *, passive_only: bool) -> list[int]:
    """Who a verb of killing or wounding is done to."""
    sentence = counts.sentence
    if v.i > 1 and v.i - 1 in counts.at and sentence.tokens[v.i - 2].lower == "among" and v.tag in ("VBN", "VBD"):
        return [v.i - 1]  # "Girl, 10, Among 3 Wounded"
    if (near := _right_before(counts, v, lexicon)) is not None:
        return [*_joined_before(sentence, near, lexicon), near]
    passive = sentence.kids(v.i, "nsubjpass")
    if passive:
        return (
            _set_off(sentence, v, passive, lexicon)
            + antecedent(sentence, v, _nearest(sentence, passive))
            + _also(passive)
        )
    if behind := [s.i for be in sentence.kids(v.i, "auxpass") if be.i == v.i + 1 for s in sentence.kids(be.i, "attr")]:
        return behind  # "also injured were two nurses"
    objects = [o for o in sentence.kids(v.i, "dobj", "dative") if o.lower not in ("which", "that", "who")]
    objects = [o for o in objects if not _belongs_elsewhere(sentence, v, o)]
    if objects:
        if passive_only:
            return []
        own = [o for o in objects if o.lower in OWN]
        if own and not sentence.kids(own[0].i, "conj"):
            return subject_heads(sentence, v)
        return [i for o in objects for i in _whose(sentence, v, o)]
    if v.dep == "relcl" and any(o.lower in _WHO for o in sentence.kids(v.i, "dobj")) and not passive_only:
        return [v.head]  # "the woman whom the guards shot"
    if not passive_only and (ranged := _number_behind(counts, v)) is not None:
        return [ranged]
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
            if "," in {t.lower for t in sentence.tokens[v.i : v.head]}:
                return [v.i - 1] if v.i - 1 in counts.at else []  # "leaves 4 wounded, gunman dead"
            return [v.head] if sentence.tokens[v.head].pos in ("NOUN", "PROPN") else []
        subjects = sentence.kids(v.i, "nsubj")
        if subjects:
            return antecedent(sentence, v, subjects[0])
        if v.dep == "ccomp" and (said := _said_object(sentence, v)) is not None:
            return [said]
        return _shared_subject(sentence, v)
    if v.tag in ("VBD", "VBN", "JJ") and not objects:
        # headline: "Five killed in blast"; the tagger takes the participle for a past tense
        subjects = sentence.kids(v.i, "nsubj")
        if subjects and subjects[0].lower in _ACTING and not sentence.kids(v.i, "auxpass"):
            return []  # "she accidentally shot, killed her husband"
        aimed = any(k.lower in _AIMED for k in sentence.kids(v.i, "prep", "prt", "advmod"))
        if v.lemma in ("shoot", "stab") and aimed and not any(k.lower in _TO_DEATH for k in sentence.kids(v.i)):
            return []  # "they shot at a bridge"; not "was dragged out and shot dead at a bridge"
        if subjects and subjects[0].lower == "who" and v.dep == "relcl":
            return [v.head] if any(k.lower in _TO_DEATH or k.lower == "to" for k in sentence.kids(v.i)) else []
        if subjects and subjects[0].lower not in ("which", "that", "it") and not sentence.kids(v.i, "ccomp", "prt"):
            return [subjects[0].i]
        if v.dep in ("acl", "conj", "appos"):
            return _shared_subject(sentence, v) if v.dep == "conj" else [v.head]
        if not subjects:
            return _before(counts, v)
    if v.tag == "VBD" and any(p.lower == "down" for p in sentence.kids(v.i, "prt")):
        return [s.i for s in sentence.kids(v.i, "nsubj")]
    return []


def _set_off(sentence: Sentence, v: Token, subjects: list[Token], lexicon: Lexicon) -> list[int]:
    """ "A judge, her driver and two guards were killed": the first of a list, which the parser takes for a time."""
    first = next(iter(sentence.kids(v.i, "npadvmod")), None)
    if first is None or not sentence.kids(subjects[0].i, "conj") or not is_person(sentence, first, lexicon):
        return []
    comma = sentence.tokens[first.i + 1].text == "," and sentence.edges(subjects[0].i)[0] == first.i + 2
    return [first.i] if comma and sentence.kids(first.i, "det") else []


_TO_DEATH = frozenset({"dead", "fatally", "mortally", "lethally"})
#: Objects that are the subject itself.
OWN = frozenset({"himself", "herself", "themselves", "themself", "self"})
#: Prepositions that headlines write large, so that the parser takes them for names.
_PREPOSITIONS = frozenset({"outside", "inside", "near", "in", "at", "on", "after", "during", "amid", "behind", "by"})


def _belongs_elsewhere(sentence: Sentence, v: Token, o: Token) -> bool:
    """What the parser took for the object: "Man killed, girl wounded", "One Killed Outside Depot"."""
    if sentence.tokens[o.i - 1].text.istitle() and sentence.tokens[o.i - 1].lower in _PREPOSITIONS:
        return True
    if o.i <= v.i or v.tag not in ("VBD", "VBN") or sentence.tokens[v.i + 1].lower != ",":
        return False
    return any(t.tag in ("VBN", "VBD") for t in sentence.tokens[o.i + 1 : o.i + 3])


#: Parts of the body that a shot can hit; "the head" of others than these verbs is a leader.
_PARTS = frozenset(
    {"arm", "leg", "hand", "foot", "shoulder", "thigh", "ankle", "neck", "chest", "back", "hip", "knee", "wrist",
     "elbow", "finger", "ear", "cheek", "scalp", "head", "face", "abdomen", "stomach", "torso", "groin", "buttock"}
)  # fmt: skip
_TOUCH = frozenset({"graze", "hit", "strike", "pierce", "clip", "cut", "slash", "nick", "burn"})


def _whose(sentence: Sentence, v: Token, o: Token) -> list[int]:
    """The object, or whose part of the body it is: "grazed the head of a deputy"; nobody, where nothing says whose."""
    if o.lemma not in _PARTS or v.lemma not in _TOUCH:
        return [o.i]
    parts = [o, *(c for c in sentence.kids(o.i, "conj") if c.lemma in _PARTS)]
    of = [p.i for x in parts for prep in sentence.kids(x.i, "prep") if prep.lower == "of"
          for p in sentence.kids(prep.i, "pobj")]  # fmt: skip
    return of or [p.i for p in sentence.kids(o.i, "poss")]


#: Pronouns that headlines do not leave the auxiliary out behind: "he shot" is never "he was shot".
_ACTING = frozenset({"he", "she", "they", "i", "we"})


def _said_object(sentence: Sentence, v: Token) -> int | None:
    """The subject that the parser took for the object of the saying: "Police say two others in the house were shot"."""
    above = sentence.tokens[v.head]
    objects = [o for o in sentence.kids(above.i, "dobj") if above.i < o.i < v.i]
    return objects[0].i if above.lemma in _SAY and objects and sentence.kids(v.i, "auxpass") else None


def _nearest(sentence: Sentence, subjects: list[Token]) -> Token:
    """Of several subjects the verb's own: "a father charged after his son was shot" has another clause between them."""
    first, last = subjects[0], subjects[-1]
    between = sentence.tokens[first.i + 1 : last.i]
    return last if any(t.pos == "VERB" or t.dep == "mark" for t in between) else first


_WHO = frozenset({"who", "whom", "that"})
#: Words between a noun and the participles behind it: "teen fatally shot, killed".
_CHAIN = frozenset({",", "and", "&", "then", "also"})


_THE = frozenset({"the", "those", "these", "its", "their", "his", "her"})


def _right_before(counts: Counts, v: Token, lexicon: Lexicon) -> int | None:
    """The person right before a bare participle, which the parser takes for the verb of a farther subject.

    "Father charged after Dunmore teen shot, killed"; "the mother of a boy shot and killed on Monday".
    """
    sentence = counts.sentence
    if v.tag not in ("VBD", "VBN") or sentence.kids(v.i, "dobj", "aux", "auxpass", "nsubjpass"):
        return None
    if any(k.lower != "down" for k in sentence.kids(v.i, "prt")):
        return None
    own = sentence.kids(v.i, "nsubj")
    if own and own[0].i == v.i - 1 and v.lower not in _DOWNED:
        return None
    after = sentence.tokens[v.i + 1 : v.i + 2]
    if any(k.lower in _AIMED for k in sentence.kids(v.i, "prep", "prt", "advmod") if k.i > v.i):
        return None
    if after and (after[0].tag in ("DT", "CD", "PRP", "PRP$") or after[0].lower == "and") and v.dep != "acl":
        return None
    if (aged := _aged_before(sentence, v)) is not None and is_person(sentence, sentence.tokens[aged], lexicon):
        return aged
    chained = False
    for t in reversed(sentence.tokens[: v.i]):
        if t.pos == "ADV" or t.lower in _CHAIN:
            chained = chained or t.lower in _CHAIN
            continue
        if t.lower in _DOWNED or (chained and t.lower in ("was", "were")):
            continue
        if t.pos in ("NOUN", "PROPN", "ADJ") and is_person(sentence, t, lexicon):
            verb = sentence.tokens[t.i + 1]
            if not chained or verb.lower in _DOWNED or verb.pos == "ADV" or verb.lower in ("was", "were"):
                of = t.i - 2 if t.i > 2 and sentence.tokens[t.i - 1].lower in _THE else t.i - 1
                counted = of > 0 and sentence.tokens[of].lower == "of" and of - 1 in counts.at
                return of - 1 if counted else t.i  # "hundreds of people wounded", "four of the villagers killed"
        return None
    return None


def _joined_before(sentence: Sentence, near: int, lexicon: Lexicon) -> list[int]:
    """ "Farmer and son murdered": the farmer too, not "police find man and woman dead"."""
    if near < 2 or sentence.tokens[near - 1].lower not in ("and", "&"):
        return []
    first = sentence.tokens[near - 2]
    bare = first.tag == "NN" and sentence.tokens[near].tag == "NN" and sentence.tokens[near].head == first.i
    return [first.i] if bare and is_person(sentence, first, lexicon) else []


def _aged_before(sentence: Sentence, v: Token) -> int | None:
    """ "Mother charged after daughter, 7, fatally shot": the noun with an age between it and the participle."""
    j = v.i - 1
    while j > 0 and sentence.tokens[j].pos == "ADV":
        j -= 1
    if (
        j < 3
        or [sentence.tokens[k].text for k in (j, j - 2)] != [",", ","]
        or not sentence.tokens[j - 1].text.isdigit()
    ):
        return None
    return j - 3


_DOWNED = frozenset({"shot", "killed", "stabbed", "wounded", "injured", "beaten", "gunned"})


def _number_behind(counts: Counts, v: Token) -> int | None:
    """The number right behind a verb that the parser gave no object: "killed between four and five villagers"."""
    tokens = counts.sentence.tokens
    for n in counts.numbers:
        adrift = tokens[n.core].dep == "npadvmod" and tokens[n.core].head == v.i  # "killed seven, wounded 12 and …"
        if n.first == v.i + 1 and n.no_toll is None and (n.kind in ("range", "bound") or adrift):
            noun = tokens[n.last + 1] if n.last + 1 < len(tokens) else None
            return noun.i if noun is not None and noun.pos == "NOUN" else n.core
    return None


def _joined(sentence: Sentence, v: Token) -> bool:
    return any(k.pos == "VERB" and 0 < k.i - v.i <= 4 for k in sentence.kids(v.i, "conj")) and not sentence.kids(
        v.i, "auxpass"
    )


def joined_by_with(sentence: Sentence, v: Token) -> list[int]:
    """ "killed along with his wife", "died alongside two guards": who suffered the same."""
    out = []
    own = sentence.kids(v.i, "prep")
    beside = own + sentence.kids(v.i, "advmod")
    along = [p for a in beside if a.lower in ("along", "together") for p in sentence.kids(a.i, "prep")]
    for prep in own + along:
        before = {t.lower for t in sentence.tokens[max(0, prep.i - 1) : prep.i]} | {
            t.lower for t in sentence.kids(prep.i)
        }
        if prep.lower == "alongside" or (prep.lower == "with" and before & {"along", "together"}):
            out += [p.i for p in sentence.kids(prep.i, "pobj")]
    return out


#: Where those are who are not harmed in the way that the verb says: "one was killed and two in hospital".
_ELSEWHERE = frozenset({"hospital", "condition", "custody", "surgery", "care", "detention", "prison"})


_HAS_OWN = frozenset({"are", "is", "were", "was", "have", "has", "remain"})


def gapped(counts: Counts, v: Token, lexicon: Lexicon) -> list[int]:
    """ "Nine died in the square and four at the station", "killing a couple and their three sons", as the parse has it:
    counted people that are joined to the verb of harm itself."""
    out = []
    for c in counts.sentence.kids(v.i, "conj"):
        noun = c.pos == "NOUN" and is_person(counts.sentence, c, lexicon)
        if c.i < v.i or (c.pos != "NUM" and not (noun and counts.sentence.kids(c.i, "nummod", "poss"))):
            continue
        behind = [p for prep in counts.sentence.kids(c.i, "prep") for p in counts.sentence.kids(prep.i, "pobj")]
        following = counts.sentence.tokens[c.i + 1 : c.i + 2]
        stated = bool(following) and (
            following[0].tag in ("VBN", "VBD", "JJ", "HYPH") or following[0].lower in _HAS_OWN
        )  # "12 injured and six are missing"
        stated = stated or any(
            k.tag in ("VBN", "VBD") for k in counts.sentence.kids(c.i)
        )  # "and five received injuries"
        if not stated and not any(p.lemma in _ELSEWHERE or p.pos == "PROPN" for p in behind):  # a town: another event
            out.append(c.i)
    return out


def _has(sentence: Sentence, v: Token) -> bool:
    """Active perfect: "has killed"."""
    return any(a.lemma in ("have", "'ve") for a in sentence.kids(v.i, "aux")) and not sentence.kids(v.i, "auxpass")


def antecedent(sentence: Sentence, v: Token, subject: Token) -> list[int]:
    """The subject, or what a relative pronoun stands for ("soldiers who were killed")."""
    if subject.lower in ("who", "that", "which", "whom") and v.dep in ("relcl", "acl"):
        return [_whose_kin(sentence, v.head, subject.i)]
    if subject.tag in ("WP", "WDT"):
        for a in sentence.ancestors(subject.i):
            if a.dep == "relcl":
                return [a.head]
        before = [t for t in sentence.tokens[: subject.i] if t.pos in ("NOUN", "PROPN", "NUM")]
        return [before[-1].i] if before and subject.i - before[-1].i <= 2 else []
    return [subject.i]


def _whose_kin(sentence: Sentence, head: int, pronoun: int) -> int:
    """ "The mother of a girl who died": the girl, where the parser hung the clause on the mother."""
    if sentence.tokens[head].lemma not in _KIN:
        return head
    for prep in sentence.kids(head, "prep"):
        for child in sentence.kids(prep.i, "pobj"):
            between = sentence.tokens[child.i + 1 : pronoun]
            one = child.tag in ("NN", "NNP") and child.pos != "NUM"
            if prep.lower == "of" and one and child.i < pronoun and not any(t.text == "," for t in between):
                return child.i
    return head


_KIN = frozenset({"mother", "father", "parent", "mom", "dad", "stepfather", "stepmother", "grandmother", "grandfather",
                  "uncle", "aunt", "cousin", "sister", "brother", "widow", "widower", "girlfriend", "boyfriend",
                  "friend", "relative", "neighbor", "neighbour", "lawyer"})  # fmt: skip


def subject_heads(sentence: Sentence, v: Token) -> list[int]:
    """Who the subject of the verb is, its own or one that it shares."""
    subjects = sentence.kids(v.i, "nsubj", "nsubjpass")
    if subjects and (subjects[0].pos == "VERB" or subjects[0].lower in _DOWNED):  # "Teen shot in Sarn has died"
        own = sentence.kids(subjects[0].i, "nsubj", "nsubjpass")
        if subjects[0].tag == "NN":  # "a deacon shot on Sunday has died", of which the parser makes a kind of shot
            own = own or [k for k in sentence.kids(subjects[0].i, "compound") if k.i == subjects[0].i - 1]
        subjects = own or subjects
    if subjects:
        return antecedent(sentence, v, subjects[0]) + _also(subjects)
    return _shared_subject(sentence, v)


def _also(subjects: list[Token]) -> list[int]:
    """The other subjects of a list that the parser did not join: "A farmer, his wife and six children died"."""
    return [s.i for s in subjects[1:] if s.pos in ("NOUN", "PROPN") and subjects[0].pos in ("NOUN", "PROPN", "NUM")]


_SAY = frozenset({"say", "tell", "report", "believe", "announce", "state", "add", "think"})


def _shared_subject(sentence: Sentence, v: Token) -> list[int]:
    """The subject that a joined or dependent verb takes from the verb above it."""
    if v.dep in ("acl", "relcl") and sentence.tokens[v.head].pos in ("NOUN", "PROPN", "NUM", "PRON"):
        return [v.head]
    if v.dep not in ("conj", "xcomp", "advcl", "ccomp", "oprd", "acomp", "dep", "pcomp", "prep"):
        return []
    head, steps = sentence.tokens[v.head], 0
    while steps < 4:
        if head.lemma in _SAY and head.tag != "VBN" and v.dep != "xcomp":
            if head.dep == "relcl" and head.i < v.i and v.tag == "VBN":
                return [head.head]  # "the girl they say was shot"
            return []  # "Deputies say the boy was awake and was hit"
        if head.pos == "ADJ" and head.dep in ("amod", "oprd", "acomp") and v.dep == "pcomp" and head.head < head.i:
            return [head.head]  # "found her unresponsive from being shot"
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
            return antecedent(sentence, head, _nearest(sentence, [s for s in subjects if s.i < v.i] or subjects))
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
