"""People: whether a noun or a name means a person, and whether two of them mean one person or two."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Sentence, Token


def is_listed(sentence: Sentence, t: Token, lexicon: Lexicon) -> bool:
    """Whether what the parser takes for an apposition is the next of a list: "a farmer, his wife and six children"."""
    first, joined = sentence.tokens[t.head], sentence.kids(t.i, "conj")
    if not joined and sentence.kids(t.i, "cc"):
        joined = [s for s in sentence.kids(first.head, "nsubj", "nsubjpass") if s.i > t.i]
    if joined and t.pos == "NOUN" and all(is_person(sentence, p, lexicon) for p in (first, t, joined[0])):
        aged = [any(k.lower == "old" for k in sentence.kids(p.i, "amod")) for p in (first, t)]
        verb = sentence.tokens[first.head]
        many = any(a.lower in ("were", "are", "have") for a in sentence.kids(verb.i, "auxpass", "aux"))
        if all(aged) or (many and first.tag == "NN" and verb.i > t.i):
            return True  # "a man of 36, a woman of 40 and a boy were shot"
        if first.dep == "dobj" and first.tag == "NN" and all(_has_own(sentence, p) for p in (first, t, joined[0])):
            return True  # "killed a doctor, a nurse and a patient"
    owned = any(p.lower in ("his", "her", "their") for p in sentence.kids(t.i, "poss"))
    return owned and t.lemma in _KIN and bool(sentence.kids(t.i, "conj") or sentence.kids(t.head, "conj"))


def _has_own(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun of a list has an article, number or owner of its own: "a judge, his driver and two guards"."""
    first = noun.dep == "dobj"
    own = (k.lower in ("his", "her", "their") and not first for k in sentence.kids(noun.i, "poss"))
    return any(own) or any(k.lower in ("a", "an") or k.dep == "nummod" for k in sentence.kids(noun.i))


def is_same_person(sentence: Sentence, first: Token, t: Token, lexicon: Lexicon) -> bool:
    """ "An editor and columnist died at his home": two words for one person, where the sentence says that it is one."""
    words = lexicon.victims
    pair = (first, t)
    if any(p.tag != "NN" or p.pos != "NOUN" or p.lower in words.female | words.male for p in pair):
        return False
    if sentence.kids(t.i, "det", "nummod", "poss", "amod") or not sentence.kids(first.i, "det"):
        return False
    if any(p.lower in words.ages or p.lemma in _KIN for p in pair):
        return False
    verb = sentence.tokens[first.head]
    helping = {a.lower for a in sentence.kids(verb.i, "auxpass", "aux")}
    if helping & {"were", "are", "have"} or first.dep not in ("nsubj", "nsubjpass"):
        return False
    return bool(helping & {"was", "is", "has"}) or any(
        o.lower in ("his", "her") and sentence.tokens[o.head].head in {verb.i, *(k.i for k in sentence.kids(verb.i))}
        for o in sentence.tokens[verb.i :]
    )


def is_surname(sentence: Sentence, token: Token) -> bool:
    """ "Dana Parks", "Shirley Timmons": a name that only looks like a plural."""
    if token.tag != "NNPS" or token.ent != "PERSON" or sentence.kids(token.i, "det"):
        return False
    return any(k.pos == "PROPN" and k.i < token.i for k in sentence.kids(token.i, "compound", "nmod"))


def first_names(sentence: Sentence, token: Token) -> list[Token]:
    """ "Steve and Shirley Timmons": the first names of two with one surname."""
    firsts = [k for k in sentence.kids(token.i, "nmod") if k.pos == "PROPN" and k.i < token.i]
    joined = [c for k in firsts if sentence.kids(k.i, "cc") for c in sentence.kids(k.i, "conj")]
    joined = [c for c in joined if c.pos == "PROPN" and c.i < token.i]
    return firsts + joined if joined else []


_KIN = frozenset(
    {"wife", "husband", "son", "daughter", "child", "children", "brother", "sister", "mother", "father", "guard",
     "bodyguard", "driver", "deputy", "aide", "assistant", "parent", "cousin", "nephew", "niece", "friend", "passenger"}
)  # fmt: skip


def is_kin(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether a singular noun is joined to people of his own: "the baker, his wife and their four children"."""
    if token.tag != "NN" or token.lower in lexicon.victims.things:
        return False
    return any(
        (k.lemma in _KIN and any(p.lower in ("his", "her", "their") for p in sentence.kids(k.i, "poss")))
        or (k.pos == "NUM" and _is_of_his_own(sentence, k))
        for k in sentence.kids(token.i, "conj")
    )


def _is_of_his_own(sentence: Sentence, number: Token) -> bool:
    """ "the groom and six of his guests"."""
    of = [o for p in sentence.kids(number.i, "prep") if p.lower == "of" for o in sentence.kids(p.i, "pobj")]
    return any(w.lower in ("his", "her", "their") for o in of for w in sentence.kids(o.i, "poss"))


def is_noun(sentence: Sentence, token: Token, people: frozenset[str]) -> bool:
    """Whether a capitalised word is a noun of a headline ("Teen shot") and no surname ("Martin Cook")."""
    if token.lower not in people:
        return False
    before = [t for t in sentence.kids(token.i, "compound") if t.i < token.i]
    return not any(t.ent == "PERSON" and t.lower not in people for t in before) or not token.ent


def is_body(sentence: Sentence, token: Token, bodies: frozenset[str]) -> bool:
    """Whether a name is that of an office or an outlet: "the Sheriff's Office", "Dunmore County Police"."""
    around = sentence.tokens[token.i : token.i + 3]
    tail = [t for n, t in enumerate(around) if n == 0 or t.pos == "PROPN"]
    return any(t.lower in bodies for t in tail) or any(t.lower in bodies for t in sentence.kids(token.i, "compound"))


def is_organisation(token: Token, sentence: Sentence) -> bool:
    """An organisation: not a person, unless the label is on a single bare name that is all there is."""
    if token.ent in ("ORG", "FAC"):
        return any(t.lower == "the" for t in sentence.kids(token.i, "det")) or token.text.isupper()
    return token.ent == "NORP" and token.tag == "NNP" and token.lower.endswith(("ist", "ism"))


#: Endings of nouns for those who do something, whatever it is: "docker", "ferryman", "goatherd".
_DOER = ("ist", "eer", "ian", "er", "or", "herd", "smith")

_AGED = (
    ["year", "-"], ["years", "-"], ["month", "-"], ["months", "-"], ["week", "-"], ["day", "-"],
    ["-", "year"], ["-", "month"], ["yr", "-"], ["yrs", "-"],
)  # fmt: skip
#: ... without a hyphen, where "old" stands as a noun does: "a 19 year old was hit".
_AGED_LOOSELY = frozenset({"year", "yr", "month"})
_AS_A_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})


_PASSING = (["passer", "-"], ["passers", "-"], ["stander", "-"], ["standers", "-"])


def _is_aged_loosely(sentence: Sentence, token: Token) -> bool:
    """ "A 19 year old", "a 19 yr old", of which the parser may take either word for the noun."""
    old = token if token.lower in ("old", "olds") else sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)]
    if old.lower not in ("old", "olds") or old.i < 2:
        return False
    number, unit = sentence.tokens[old.i - 2 : old.i]
    return token.i in (old.i, unit.i) and unit.lower in _AGED_LOOSELY and number.pos == "NUM"


def is_person(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names a person or people."""
    words = lexicon.victims
    if token.lower in ("old", "olds") and [t.lower for t in sentence.tokens[max(0, token.i - 2) : token.i]] in _AGED:
        return True  # "a 19-year-old"
    if token.dep in _AS_A_NOUN and token.i and _is_aged_loosely(sentence, token):
        return True
    if token.lower in words.people or token.lemma in words.people or token.lower.removesuffix("s") in words.people:
        return True
    if token.i and f"{sentence.tokens[token.i - 1].lower} {token.lemma}" in words.people:
        return True
    if token.ent in ("PERSON", "NORP"):
        return True
    if token.lower == "by" and [t.lower for t in sentence.tokens[max(0, token.i - 2) : token.i]] in _PASSING:
        return True  # "a passer-by", of which the tokeniser makes three words
    if token.lemma in ("male", "female") and token.pos == "NOUN" and token.dep not in ("compound", "amod"):
        return True  # "a 34-year-old male"
    if token.lower.endswith(("-year-old", "man", "men", "woman", "women")) and token.pos == "NOUN":
        return True
    if token.pos != "NOUN" or len(token.lemma) < 5 or token.lemma in words.things or token.lower in words.things:
        return False
    return token.lemma.endswith(_DOER)
