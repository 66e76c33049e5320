"""Cores: what the content of a claim itself says, without the clauses that only recall or describe something."""

from __future__ import annotations

from sourcebook.records import Claim, Reading, Sentence, Token

#: Conjunctions of clauses that say when or where.
_WHEN = frozenset({"after", "before", "since", "when", "where", "while"})


def core_of(claim: Claim, reading: Reading) -> str:
    """The words of a content but for its relative clauses, and clauses that say when or where; all where none is left.

    "That it had hidden the bodies *of the villagers who were killed*", "firing on the crowd *when a woman died*".
    """
    s = next((s for s in reading.sentences if s.id == claim.sentence), None)
    if s is None or not claim.content:
        return claim.content_text
    left_out: set[int] = set()
    first = min(c.start for c in claim.content)
    for t in s.tokens:
        if t.start >= first and s.tokens[t.head].start >= first and _is_aside(s, t):
            left_out.update(s.subtree(t.i))
    if not left_out:
        return claim.content_text
    cut = {s.tokens[i].start for i in left_out}
    text = reading.page.text
    kept: list[str] = []
    for span in claim.content:
        inside = [t for t in s.tokens if span.start <= t.start and t.end <= span.end]
        kept += [t.text for t in inside if t.start not in cut]
        kept += [] if inside else [span.of(text)]
    return " ".join(kept) or claim.content_text


def _is_aside(s: Sentence, t: Token) -> bool:
    over = s.tokens[t.head]
    if t.dep == "relcl" and t.i > over.i and not any(k.tag == "TO" for k in s.kids(t.i, "aux")):
        return over.pos in ("NOUN", "PROPN")
    return t.dep == "advcl" and any(k.lower in _WHEN for k in s.kids(t.i, "mark", "advmod"))
