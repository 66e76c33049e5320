"""Participants: the parties that act and suffer in an event, from the nouns that fill its roles."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.read.triggers import Trigger, is_of
from sourcebook.records import Party, Sentence, Span, Token

#: Dependents that belong to a noun's name or description, on its left.
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "det", "punct"})
_DROPPED = frozenset(
    {"the", "a", "an", "some", "any", "no", "this", "that", "these", "those", "its", "his", "her", "their"}
)


def actors_of(trigger: Trigger, lexicon: Lexicon) -> tuple[Party, ...]:
    """Who acts, as the sentence says. Pronouns say too little and are left out."""
    return _parties(trigger, trigger.frame.actors, lexicon)


def recipients_of(trigger: Trigger, lexicon: Lexicon) -> tuple[Party, ...]:
    """Who suffers: persons, groups, states; not buildings and not pronouns."""
    return _parties(trigger, trigger.frame.recipients, lexicon)


def _parties(trigger: Trigger, heads: tuple[int, ...], lexicon: Lexicon) -> tuple[Party, ...]:
    s = trigger.sentence
    out: dict[str, Party] = {}
    for i in heads:
        token = s.tokens[i]
        if token.pos in ("PRON", "NUM", "VERB") or not _is_someone(s, token, lexicon):
            continue
        span = _phrase(s, i)
        text = _text(s, span)
        out.setdefault(text.lower(), _resolve(text, span, lexicon))
    return tuple(out.values())


def _resolve(text: str, span: Span, lexicon: Lexicon) -> Party:
    return Party(text=text, name=text, span=span)


def _is_someone(s: Sentence, token: Token, lexicon: Lexicon) -> bool:
    events = lexicon.events
    if token.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    if token.ent in ("DATE", "TIME", "FAC", "LOC", "WORK_OF_ART"):
        return False
    return is_of(s, token, "person", events) or is_of(s, token, "armed", events)


def _phrase(s: Sentence, i: int) -> Span:
    """From the first word of the description to the noun, and a following "of …" that names the group."""
    first = i
    for k in s.kids(i):
        if k.i < i and k.dep in _LEFT:
            first = min(first, s.edges(k.i)[0])
    while first < i and (s.tokens[first].lower in _DROPPED or s.tokens[first].pos in ("PUNCT", "NUM", "ADV")):
        first += 1
    last = i
    if lexicon_group(s.tokens[i]):
        for prep in s.kids(i, "prep"):
            if prep.lower in ("of", "from") and prep.i == i + 1:
                for noun in s.kids(prep.i, "pobj"):
                    if noun.pos in ("PROPN", "NOUN"):
                        last = noun.i
    return s.span_of(first, last)


def lexicon_group(token: Token) -> bool:
    """Whether a noun only counts or groups those whom the phrase after "of" names."""
    return token.lemma in ("member", "group", "column", "band", "gang", "unit", "number", "element", "troop", "force",
                           "fighter", "squad", "team", "commando", "soldier", "cell", "faction", "wing")  # fmt: skip


def _text(s: Sentence, span: Span) -> str:
    out = ""
    end = None
    for t in s.tokens:
        if span.start <= t.start and t.end <= span.end:
            out += (" " if end is not None and t.start > end else "") + t.text
            end = t.end
    return out
