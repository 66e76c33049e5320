"""Harm in a sentence: each word of harm with the phrases that say who suffered it.

The parse is asked first (subjects, objects, of-phrases, shared subjects and objects of joined verbs); where it is
known to break (headlines, "12 dead, 30 injured") the order of the words decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.victims import Counts
from sourcebook.records import Sentence, Token


@dataclass(frozen=True, slots=True)
class Harmed:
    """A word of harm and the heads of the phrases that name its victims. ``noun``: the word itself is counted."""

    rule: HarmRule
    trigger: int
    victims: tuple[int, ...]
    noun: bool = False


_PEOPLE_VERBS = frozenset({"kill", "shoot", "wound", "injure", "hurt", "murder", "stab"})


def find_harmed(counts: Counts, lexicon: Lexicon) -> Iterator[Harmed]:
    """Every use of a word of harm in the sentence, in order, with the heads of its victims."""
    sentence = counts.sentence
    for token in sentence.tokens:
        for rule in _rules(token, lexicon):
            if not allowed(sentence, token, rule):
                continue
            harmed = _victims(counts, token, rule)
            if harmed is not None:
                yield harmed
                if rule.form is not HarmForm.COUNT or harmed.victims:
                    break


def _rules(token: Token, lexicon: Lexicon) -> tuple[HarmRule, ...]:
    table = lexicon.harms.by_lemma
    return table.get(token.lemma) or table.get(token.lower) or ()


def allowed(sentence: Sentence, token: Token, rule: HarmRule) -> bool:
    """Whether the words that the rule asks for, or bars, stand around the token."""
    if not rule.needs and not rule.not_with:
        return True
    low, high = 0, len(sentence.tokens)
    if rule.near:
        low, high = max(0, token.i - 2), min(token.i + 4, high)
        stops = [t.i for t in sentence.tokens[token.i + 1 : high] if t.pos == "PUNCT"]
        high = min([high, *stops])
    words = " " + " ".join(t.lower for t in sentence.tokens[low:high]) + " "
    if rule.needs and not any(f" {w} " in words for w in rule.needs):
        return False
    return not any(f" {w} " in words for w in rule.not_with)


def _victims(counts: Counts, token: Token, rule: HarmRule) -> Harmed | None:
    sentence, verb = counts.sentence, token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG")
    match rule.form:
        case HarmForm.OBJECT:
            if not verb and not (token.tag in ("JJ", "NN") and token.lower.endswith(("ed", "shot"))):
                return None
            heads = _object_heads(counts, token, passive_only=rule.passive)
            heads += _together(sentence, token) if heads else []
        case HarmForm.SUBJECT:
            if not verb:
                return None
            heads = _subject_heads(sentence, token)
            heads += _together(sentence, token) if heads else []
        case HarmForm.SUFFER:
            objects = sentence.kids(token.i, "dobj")
            objects += [
                o for p in sentence.kids(token.i, "prep") if p.lower == "from" for o in sentence.kids(p.i, "pobj")
            ]
            if not verb or not any(_named(sentence, o, rule.objects) for o in objects):
                return None
            heads = _subject_heads(sentence, token)
        case HarmForm.LIVES:
            heads = [i for o in sentence.kids(token.i, "dobj") if o.lemma in rule.objects or o.lower in rule.objects
                     for i in _lives(counts, o)]  # fmt: skip
            if not verb or not heads:
                return None
        case HarmForm.STATE:
            heads = _among(sentence, token) or _state_heads(counts, token)
        case HarmForm.COUNT:
            return _counted(counts, token, rule)
        case HarmForm.ACT:
            if token.pos != "NOUN":
                return None
            heads = _of_heads(sentence, token)
            heads += [t.i for t in sentence.kids(token.i, "poss") if rule.id != "wounding-of"]
        case HarmForm.TOLL:
            heads = _toll_heads(counts, token)
    return Harmed(rule, token.i, tuple(dict.fromkeys(heads))) if heads else None


def _named(sentence: Sentence, token: Token, lemmas: frozenset[str]) -> bool:
    if token.lemma in lemmas or token.lower in lemmas:
        return True
    return any(k.lemma in lemmas for k in sentence.kids(token.i, "conj"))


def _object_heads(counts: Counts, v: Token, *, passive_only: bool) -> list[int]:
    """Who a verb of killing or wounding is done to."""
    sentence = counts.sentence
    passive = sentence.kids(v.i, "nsubjpass")
    if passive:
        return _relative(sentence, v, passive[0])
    objects = [o for o in sentence.kids(v.i, "dobj", "dative") if o.lower not in ("which", "that", "who")]
    if objects:
        if passive_only:
            return []
        if any(o.lower in ("himself", "herself", "themselves") for o in objects):
            return _subject_heads(sentence, v)
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
            return _relative(sentence, v, subjects[0])
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


#: "shot at the guards", "shot back": the subject fires and is not hit.
_AIMED = frozenset({"at", "into", "toward", "towards", "through", "back", "off", "out", "up", "first"})


def _together(sentence: Sentence, v: Token) -> list[int]:
    """"killed along with his wife", "died alongside two guards": who suffered the same."""
    out = []
    for prep in sentence.kids(v.i, "prep"):
        before = {t.lower for t in sentence.tokens[max(0, prep.i - 1) : prep.i]} | {t.lower for t in sentence.kids(prep.i)}
        if prep.lower == "alongside" or (prep.lower == "with" and before & {"along", "together"}):
            out += [p.i for p in sentence.kids(prep.i, "pobj")]
    return out


def _joined(sentence: Sentence, v: Token) -> bool:
    return any(k.pos == "VERB" and 0 < k.i - v.i <= 4 for k in sentence.kids(v.i, "conj")) and not sentence.kids(
        v.i, "auxpass"
    )


def _has(sentence: Sentence, v: Token) -> bool:
    """Active perfect: "has killed"."""
    return any(a.lemma in ("have", "'ve") for a in sentence.kids(v.i, "aux")) and not sentence.kids(v.i, "auxpass")


def _relative(sentence: Sentence, v: Token, subject: Token) -> list[int]:
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


def _subject_heads(sentence: Sentence, v: Token) -> list[int]:
    subjects = sentence.kids(v.i, "nsubj", "nsubjpass")
    if subjects:
        return _relative(sentence, v, subjects[0])
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
            return _relative(sentence, head, subjects[0])
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


def _lives(counts: Counts, o: Token) -> list[int]:
    """Whose lives: "the lives of 12 people", "12 lives", "his life"."""
    heads = _of_heads(counts.sentence, o)
    if heads:
        return heads
    numbers = [t.i for t in counts.sentence.kids(o.i, "nummod", "amod", "det") if t.i in counts.at]
    return numbers[:1] or [t.i for t in counts.sentence.kids(o.i, "poss")]


def _of_heads(sentence: Sentence, noun: Token) -> list[int]:
    return [p.i for prep in sentence.kids(noun.i, "prep") if prep.lower == "of" for p in sentence.kids(prep.i, "pobj")]


def _state_heads(counts: Counts, a: Token) -> list[int]:
    """Who is dead, missing, wounded: "12 dead", "five people were dead", "left five people dead", "was found dead"."""
    sentence = counts.sentence
    tokens = sentence.tokens
    if a.lower == "shot" and a.pos == "NOUN":
        return []
    # the number right before it: headlines and lists
    j = a.i - 1
    while j >= 0 and tokens[j].lower in ("people", "others", "more", "other", "reported", "reportedly", "feared", "confirmed",
                                         "seriously", "critically", "badly", "civilians", "severely", "slightly", "at", "least",
                                         "were", "are", "left"):  # fmt: skip
        if j in counts.at:
            break
        j -= 1
    if j >= 0 and j in counts.at and a.tag not in ("NNS",) and _ends(sentence, a):
        return [j]
    subjects = sentence.kids(a.i, "nsubj", "nsubjpass")
    if subjects:
        return _relative(sentence, a, subjects[0])
    head = tokens[a.head]
    if a.dep in ("acomp", "oprd", "xcomp", "ccomp", "attr", "amod", "advcl", "acl", "dobj", "conj", "dep", "appos"):
        if head.pos in ("VERB", "AUX") or head.lemma == "be":
            objects = [o for o in sentence.kids(head.i, "dobj") if o.i != a.i]
            if head.lemma in (
                "leave",
                "find",
                "pronounce",
                "declare",
                "report",
                "shoot",
                "discover",
                "list",
                "confirm",
            ):
                passive = sentence.kids(head.i, "nsubjpass")
                if passive:
                    return _relative(sentence, head, passive[0])
                if objects and a.dep != "dobj":
                    return [objects[0].i]
                subjects = sentence.kids(head.i, "nsubj")
                if (
                    head.lemma in ("find", "report", "pronounce", "declare", "confirm")
                    and head.tag in ("VBN", "VBD")
                    and subjects
                ):
                    return [subjects[0].i]
                return []
            if head.lemma in (
                "be",
                "remain",
                "go",
                "lie",
                "lay",
                "fall",
                "drop",
                "die",
                "end",
                "become",
                "keep",
                "stay",
                "s",
                "'s",
                "get",
            ):
                return _subject_heads(sentence, head)
        if a.dep in ("acl", "appos") and head.pos in ("NOUN", "NUM", "PROPN"):
            return [head.i]
        if a.dep == "amod" and a.i < head.i and head.pos == "NOUN" and head.i - a.i <= 2:
            return [head.i]
    return []


def _among(sentence: Sentence, a: Token) -> list[int]:
    """ "A teacher was among the dead", "among the wounded were two nurses"."""
    prep = sentence.tokens[a.head]
    if a.dep != "pobj" or prep.lower != "among":
        return []
    be = sentence.tokens[prep.head]
    return [s.i for s in sentence.kids(be.i, "nsubj", "attr", "nsubjpass")][:1] if be.pos in ("VERB", "AUX") else []


def _ends(sentence: Sentence, a: Token) -> bool:
    """ "12 dead", "12 wounded": nothing that the word would only describe ("12 dead soldiers") follows."""
    if a.i + 1 >= len(sentence.tokens):
        return True
    following = sentence.tokens[a.i + 1]
    return not (following.pos in ("NOUN", "PROPN") and a.head == following.i)


def _counted(counts: Counts, token: Token, rule: HarmRule) -> Harmed | None:
    """ "five deaths", "12 bodies", "no casualties", "a number of wounded"."""
    sentence = counts.sentence
    if token.pos not in ("NOUN", "ADJ", "VERB") or (
        token.pos == "ADJ" and token.lower not in ("dead", "wounded", "injured")
    ):
        return None
    if token.lemma == "body" and not (_of_heads(sentence, token) or token.tag == "NNS"):
        return None
    if token.tag == "NN" and token.pos == "NOUN" and token.dep == "compound":
        return None
    for j in range(token.i - 1, max(-1, token.i - 6), -1):
        if j in counts.at:
            number = counts.at[j]
            if number.no_toll is None and all(t.pos in ("ADJ", "NOUN", "ADV", "PROPN", "PUNCT") or t.tag in ("VBN", "VBG") or t.lower == "of"
                                             for t in sentence.tokens[number.last + 1 : token.i]):  # fmt: skip
                return Harmed(rule, token.i, (j,), noun=True)
            break
        if (
            sentence.tokens[j].pos not in ("ADJ", "NOUN", "ADV", "PROPN", "PUNCT")
            and sentence.tokens[j].lower != "of"
            and sentence.tokens[j].tag not in ("VBN", "VBG")
        ):
            break
    if rule.id == "deaths" and token.lemma in ("body", "corpse") and token.pos == "NOUN":
        heads = _of_heads(sentence, token)
        return Harmed(rule, token.i, tuple(heads)) if heads else None
    if rule.id == "injuries" and token.tag == "NNS" and token.lemma in ("injury", "casualty"):
        heads = [i for prep in sentence.kids(token.i, "prep") if prep.lower in ("to", "among") for i in
                 (p.i for p in sentence.kids(prep.i, "pobj"))]  # fmt: skip
        return Harmed(rule, token.i, tuple(heads)) if heads else None
    return None


_TOLL_VERBS = frozenset(
    [
        "rise",
        "climb",
        "reach",
        "stand",
        "hit",
        "exceed",
        "surpass",
        "pass",
        "jump",
        "soar",
        "grow",
        "increase",
        "go",
        "bring",
        "raise",
        "put",
        "be",
        "place",
        "drop",
        "fall",
        "revise",
        "come",
        "top",
        "mount",
    ]
)


def _toll_heads(counts: Counts, token: Token) -> list[int]:
    """The number after "toll": "the death toll rose to 20", "a toll of at least nine", "with fatalities at 12"."""
    sentence = counts.sentence
    tokens = sentence.tokens
    if token.pos != "NOUN" or (token.lemma != "toll" and token.tag != "NNS"):
        return []
    if token.lemma == "toll" and token.i and tokens[token.i - 1].lower in ("road", "heavy", "bridge", "highway"):
        return []
    if token.lemma != "toll" and tokens[min(token.i + 1, len(tokens) - 1)].lemma not in (
        "rise",
        "climb",
        "reach",
        "stand",
    ):
        return []
    found: list[int] = []
    for j in range(token.i + 1, min(len(tokens), token.i + 16)):
        if j in counts.at:
            number = counts.at[j]
            if number.no_toll is None and (not found or counts.at[found[-1]] is not number):
                before = tokens[number.first - 1].lower
                if before != "from" and (
                    before in ("to", "of", "at", "as", "is", "was") or tokens[number.first - 1].lemma in _TOLL_VERBS
                ):
                    return [j]
        if tokens[j].lower in (";", "while") or (tokens[j].lower == "," and j > token.i + 8):
            break
    # "at least 20, raising the death toll"; "a death toll above 20"
    return found
