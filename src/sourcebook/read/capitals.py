"""Capitals: towns that a report only calls the capital of their state: "in the Afghan capital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import PlaceKind
from sourcebook.read.resolutions import Resolved
from sourcebook.read.surroundings import Toponym
from sourcebook.records import Parsed, Sentence, Token

#: What a capital may be that is no town, and what is of a part of a state.
_NOT_OF_STATES = frozenset({"provincial", "regional", "state", "district", "county", "divisional", "human", "venture",
                            "cultural", "commercial", "economic", "financial", "former", "oil", "murder"})  # fmt: skip


def capitals_in(parsed: Parsed, resolved: Sequence[Resolved], gazetteer: Gazetteer) -> Iterator[Resolved]:
    """The capitals that the article speaks of by this word alone, and never by name."""
    named = {r.place.id for r in resolved if r.place is not None}
    for r in resolved:
        t, state = r.toponym, r.place
        if t.sentence < 0 or state is None or state.kind is not PlaceKind.COUNTRY or state.country is None:
            continue
        s = parsed.sentences[t.sentence]
        word = _capital_of(s, s.tokens[t.last])
        town = gazetteer.capital(state.country) if word is not None else None
        if word is None or town is None or town.id in named:
            continue
        span = s.span_of(word.i, word.i)
        yield Resolved(
            Toponym(span, word.text, t.sentence, word.i, word.i, (town,), "capital"),
            town,
            None,
            f"the capital of {state.name}",
        )


def _capital_of(s: Sentence, state: Token) -> Token | None:
    """The word "capital" that a state's name or adjective belongs to; None if it names a town beside it."""
    word = s.tokens[state.head]
    if state.dep == "pobj" and word.lower == "of":
        word = s.tokens[word.head]
    if word.lower != "capital" or word.i == state.i or word.pos not in ("NOUN", "PROPN"):
        return None
    beside = s.tokens[word.i + 1 : word.i + 3]
    if any(k.lower in _NOT_OF_STATES for k in s.kids(word.i, "amod", "compound", "nmod")):
        return None
    return None if any(t.pos == "PROPN" and t.ent in ("GPE", "LOC") for t in beside) else word
