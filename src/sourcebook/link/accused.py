"""Accused: whom an accusation means that says "it", "them" or "which": "…, which the navy has accused it of"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sourcebook.records import Claim, Reading, Sentence, SourceKind, Stance, Token

#: What an accusation may open with instead of a name, and the rest of it.
_PRONOUN = re.compile(r"(?P<word>it|him|her|them|which|whom|who|that)\b(?: …)?(?P<rest>.*)", re.I | re.S)
_RELATIVE = frozenset({"which", "whom", "who", "that"})
#: Who is "it", and no "him".
_NO_BODIES = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.EXPERT})


def with_accused(claim: Claim, before: Sequence[Claim], reading: Reading) -> Claim:
    """An accusation with the name of whom it means in place of a pronoun; any other claim as it is."""
    claim = _with_the_rest(claim, reading)
    found = _PRONOUN.match(claim.content_text) if claim.stance is Stance.ACCUSE else None
    if found is None:
        return claim
    word = found["word"].casefold()
    name = _antecedent(claim, reading) if word in _RELATIVE else _spoken_of(claim, word, before)
    return replace(claim, content_text=f"{name}{found['rest']}") if name else claim


def _with_the_rest(claim: Claim, reading: Reading) -> Claim:
    """An accusation with the words by which it names the accused, where the parse hangs them elsewhere."""
    cue = claim.cue_text.casefold()
    s = next((s for s in reading.sentences if s.id == claim.sentence), None)
    if s is None or not claim.content:
        return claim
    behind = s.span.of(reading.page.text)[max(c.end for c in claim.content) - s.span.start :]
    if cue.startswith(("attribut", "ascrib")):
        found = _TO_WHOM.search(behind) if " to " not in claim.content_text else None
    elif claim.stance is Stance.ACCUSE and len(claim.content_text.split()) <= _SHORT:
        found = _BY_WHOM.match(behind)
    else:
        found = None
    return claim if found is None else replace(claim, content_text=f"{claim.content_text}{found['who']}")


#: An accusation of more words than this has its "by" within itself.
_SHORT = 4
_NAMED = r"(?:(?:the )?[A-Z][\w’'-]*(?: (?:(?:of|for|the) )*[A-Z][\w’'-]*)*|(?:the )?[a-z-]+(?=[.,;]|$| on | in ))"
_BY_WHOM = re.compile(rf"(?P<who> by {_NAMED})")
_TO_WHOM = re.compile(rf"(?:^|,)(?P<who> to {_NAMED})")


def _antecedent(claim: Claim, reading: Reading) -> str | None:
    """The noun that the relative clause of an accusation is about: "the Red Mane, which the army blames"."""
    s = next((s for s in reading.sentences if s.id == claim.sentence), None)
    token = s.at(claim.cue[0].end - 1) if s is not None and claim.cue else None
    for _ in range(4):
        if s is None or token is None or token.dep == "relcl" or token.head == token.i:
            break
        token = s.tokens[token.head]
    if s is None or token is None or token.dep != "relcl":
        return None
    noun = s.tokens[token.head]
    return _phrase(s, noun) if noun.pos in ("NOUN", "PROPN") and noun.ent not in ("DATE", "TIME") else None


def _phrase(s: Sentence, noun: Token) -> str:
    first = min((k.i for k in s.kids(noun.i, "det", "compound", "amod", "poss", "nummod")), default=noun.i)
    of = next((k for k in s.kids(noun.i, "prep") if k.lower == "of" and k.i == noun.i + 1), None)
    last = max((k.i for k in s.kids(of.i, "pobj")), default=noun.i) if of is not None else noun.i
    return " ".join(t.text for t in s.tokens[first : last + 1])


def _spoken_of(claim: Claim, word: str, before: Sequence[Claim]) -> str | None:
    """Whom a pronoun means: who speaks in the claim around the accusation, else who spoke last, but the accuser."""
    outer = next((c for c in before if c.id == claim.inside), None)
    others = [c for c in before if c.article == claim.article and c.source.entity != claim.source.entity]
    for c in ([outer] if outer is not None else []) + others[::-1]:
        if c.source.resolved and c.source.kind not in (_NO_BODIES if word == "it" else ()):
            return c.source.resolved
    return None
