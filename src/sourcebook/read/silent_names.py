"""Silent names: towns and people that a text names and who do not speak: where it was, whose brother, "my son"."""

from __future__ import annotations

from sourcebook.read.nounphrases import Phrase
from sourcebook.records import Sentence, Token


def is_where(s: Sentence, t: Token, names: tuple[str, ...], ent: str) -> bool:
    """Whether a single name says where: "a church in Kalo", "between Beja and Vila Nova"; no person stands so."""
    if ent == "ORG" or t.pos != "PROPN" or len(names) > 2 or not names:
        return False
    first = t
    while first.dep == "conj" and first.head != first.i:
        first = s.tokens[first.head]
    if first.dep != "pobj" or any(k.tag == "POS" or k.dep == "case" for k in s.kids(t.i)):
        return False
    by = s.tokens[first.head]
    above = s.tokens[by.head]
    return by.lower in _WHERE and above.lemma not in _TRUST and above.tag != "NNP"


_WHERE = frozenset({"in", "near", "between"})
#: What one has in a person.
_TRUST = frozenset({
    "believe", "belief", "confidence", "disappointed", "disappointment", "faith", "interest", "interested", "invest",
    "trust",
})  # fmt: skip


def is_only_described(s: Sentence, t: Token) -> bool:
    """Whether somebody is told of in what is said of another: "Ana Gil, whose brother Juan was shot"."""
    verb = s.tokens[t.head]
    return verb.dep == "relcl" and any(k.lower == "whose" for k in s.kids(t.i, "poss"))


def is_somebodys(p: Phrase, s: Sentence, text: str) -> bool:
    """Whether a quotation speaks of one as its speaker's own ("My son was a tailor", "the man next to me"), or a
    clause as another's: "Ana Gil, whose brother drove the bus"."""
    owner = s.tokens[p.owner].lower if p.owner is not None else ""
    if owner == "whose":
        return True
    beside = any(t.lower in ("me", "us") and t.dep == "pobj" for t in s.within(p.span))
    if owner not in ("my", "our") and not beside:
        return False
    before = text[text.rfind("\n", 0, p.span.start) + 1 : p.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
