"""Stoppages: whether "strike" means that work is laid down: "miners on strike", in a report of strikers and pickets."""

from __future__ import annotations

from itertools import pairwise

from sourcebook.lexicon.events import Events
from sourcebook.records import Parsed, Sentence

#: So many words of workers and their employers make an article's "strike" one of theirs.
WORDS = 3
_STRIKERS = frozenset({"striker", "picket", "walkout", "stoppage"})
_FROM_AFAR = ("projectile", "aircraft", "warplane")


def tells_of_a_stoppage(parsed: Parsed, lemmas: set[str], events: Events) -> bool:
    """Whether an article tells of workers who strike, and of nothing that strikes from afar."""
    if any(lemmas & events.classes[c] for c in _FROM_AFAR):
        return False
    trade = events.classes["industry"]
    tokens = [s.tokens for s in parsed.sentences]
    downed = any(a.lower == "striking" and b.lemma in trade for t in tokens for a, b in pairwise(t))
    said = lemmas | {t.lower.removesuffix("s") for some in tokens for t in some if t.pos == "PROPN"}
    return downed or bool(lemmas & _STRIKERS) or len(said & trade) >= WORDS


def is_a_stoppage(s: Sentence, head: int, told: bool) -> bool:
    """Whether a bare "strike" lays down work: "on strike", or where the article tells of such and it hits nothing."""
    word = s.tokens[head].lower
    if word not in ("strike", "strikes"):
        return False
    if word == "strike" and head and s.tokens[head - 1].lower == "on":
        return True
    return told and not any(k.lower in ("on", "against") for k in s.kids(head, "prep"))
