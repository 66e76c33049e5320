"""Answers: which claim of the article a denial, confirmation or dispute is about."""

from __future__ import annotations

import re

from sourcebook.records import Claim, Stance

ANSWERS = frozenset({Stance.DENY, Stance.CONFIRM, Stance.DISPUTE})
#: What a claim can be called when it is answered, and the stances that the word points to.
_NAMES = {
    "accusation": {Stance.ACCUSE}, "allegation": {Stance.ACCUSE, Stance.ASSERT}, "charge": {Stance.ACCUSE},
    "claim": {Stance.ASSERT, Stance.ACCUSE, Stance.ADMIT}, "report": {Stance.ASSERT}, "statement": {Stance.ASSERT},
    "threat": {Stance.THREATEN}, "demand": {Stance.DEMAND}, "account": {Stance.ASSERT}, "this": set(Stance),
    "that": set(Stance), "it": set(Stance), "assertion": {Stance.ASSERT}, "suggestion": {Stance.ASSERT},
    "involvement": {Stance.ACCUSE, Stance.ASSERT}, "responsibility": {Stance.ACCUSE, Stance.ASSERT},
    "number": {Stance.ASSERT}, "toll": {Stance.ASSERT}, "figure": {Stance.ASSERT},
}  # fmt: skip
_STOP = frozenset([
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "and", "or", "but", "that", "this",
    "these", "those", "it", "its", "was", "were", "is", "are", "be", "been", "has", "have", "had", "he", "she",
    "they", "his", "her", "their", "not", "no", "any", "said", "say", "says", "from", "as", "about", "over",
])  # fmt: skip
#: A shared word counts one; this many point to one claim without a name for it.
_ENOUGH = 2
#: How many claims before or after may be answered.
_REACH = 40


def answered(at: int, claims: list[Claim]) -> str | None:
    """The id of the claim that claim number ``at`` answers: one nested in it, or the nearest that says the same."""
    claim = claims[at]
    if claim.stance not in ANSWERS:
        return None
    nested = [
        c
        for c in claims[max(0, at - _REACH) : at + _REACH]
        if c.inside == claim.id and c.source.entity != claim.source.entity
    ]
    mine = _words(claim.content_text)
    first = re.findall(r"[\w'’-]+", claim.content_text.lower())[:4]
    names = {n for n in _NAMES if any(w == n or w == n + "s" for w in mine | set(first))}
    named = {x for n in names for x in _NAMES[n]}
    own_that = bool(re.match(r"that\s+\w+\s+\w+", claim.content_text)) or len(mine) > 3
    if nested and names - {"this", "that", "it"}:
        return nested[0].id
    best: tuple[float, str] | None = None
    before = claims[max(0, at - _REACH) : at]
    order = [*reversed(before), *claims[at + 1 : at + 1 + _REACH]]
    for distance, other in enumerate(order):
        if other.source.entity is not None and other.source.entity == claim.source.entity:
            continue
        if other.inside == claim.id or other.stance == claim.stance or other.stance is Stance.NO_COMMENT:
            continue
        if not other.source.spans and other.rule.startswith(("seem", "intend")):
            continue
        shared = len(mine & _words(other.content_text))
        fits = other.stance in named
        if distance >= len(before):  # a claim that follows must say the same thing
            fits = False
        points = shared + (1.5 if fits and not (own_that and first[:1] == ["that"]) else 0) - 0.15 * distance
        if (shared >= _ENOUGH or (fits and distance < 4)) and (best is None or points > best[0]):
            best = (points, other.id)
    return best[1] if best else (nested[0].id if nested else None)


def _words(text: str) -> set[str]:
    """Content words without their endings, crudely: what is compared is one article's own wording."""
    out = set()
    for w in re.findall(r"[A-Za-z][\w'’-]+", text.lower()):
        if w in _STOP or len(w) < 3:
            continue
        for ending in ("'s", "’s", "ing", "ed", "es", "s"):
            if w.endswith(ending) and len(w) > len(ending) + 3:
                w = w[: -len(ending)]
                break
        out.add(w)
    return out
