"""Ellipses: numbers that only who tells them ties to the people counted before: "the doctors speak of six"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.scopes import ScopeKind
from sourcebook.read.attributions import COUNTING, can_tell, number_end
from sourcebook.read.clauses import subject
from sourcebook.read.numbers import Number
from sourcebook.read.tolldrafts import TollDraft
from sourcebook.read.victims import Counted, Group, count_words
from sourcebook.records import Claim, Rejected, Sentence, Token

#: Prepositions between a verb of telling and the number that it tells.
_TIES = frozenset({"of", "to", "at", "as"})
#: Those whose number is put at something.
_HARMED = frozenset({"dead", "wounded", "injured", "missing", "killed", "death", "casualty", "victim", "loss", "it"})
_FOLLOWS = frozenset({"dobj", "attr", "oprd", "pobj", "ccomp", "dep", "npadvmod", "nummod", "nsubj", "xcomp", "appos"})


def told_anew(
    sentence: Sentence,
    rejected: list[Rejected],
    here: list[TollDraft],
    last: TollDraft | None,
    claims: tuple[Claim, ...],
    lexicon: Lexicon,
) -> Iterator[TollDraft]:
    """The sentence's bare numbers that a speaker tells of the people counted before, here or in a sentence before."""
    left = {r.span for r in rejected if r.reason is Reason.NOT_A_TOLL}
    if not left:
        return
    for n in count_words(sentence, lexicon).numbers:
        span = sentence.span_of(n.first, n.last)
        if n.no_toll is not None or n.kind == "zero" or span not in left or not number_end(sentence, n.last):
            continue
        if any(d.span.overlaps(span) for d in here):
            continue
        before = [d for d in here if d.span.end <= span.start and not d.part and d.group.number is not None]
        whole = before[-1] if before else last
        if whole is None or not (
            _is_told(sentence, n, lexicon)
            or _is_elided(span.start, sentence, claims)
            or _there_were(span.start, sentence, n, claims)
        ):
            continue
        kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
        group = Group(n.core, n.first, n.last, n.low, n.high, kind, n)
        yield replace(
            whole, sentence=sentence, group=group, span=span, trigger=n.core, part=False, perpetrator=False,
            earlier=False, replaced=False, then=False, cumulative=whole.cumulative or _is_raised(sentence, n, lexicon),
        )  # fmt: skip


def _is_raised(sentence: Sentence, n: Number, lexicon: Lexicon) -> bool:
    """ "Two more bodies were found, raising the number of victims to ten": the two are among the ten."""
    to = sentence.tokens[sentence.tokens[n.core].head]
    return to.lower == "to" and sentence.tokens[to.head].lemma in lexicon.scopes.words(ScopeKind.CHANGE)


def _is_elided(at: int, sentence: Sentence, claims: tuple[Claim, ...]) -> bool:
    """Whether a claim whose verb is left out has the number for its content."""
    return any(
        c.sentence == sentence.id
        and c.rule.startswith(("elided", "bracket", "colon"))
        and any(s.start <= at < s.end for s in c.content)
        for c in claims
    )


def _there_were(at: int, sentence: Sentence, n: Number, claims: tuple[Claim, ...]) -> bool:
    """ "Their lawyer says there were 30"."""
    core = sentence.tokens[n.core]
    verb = sentence.tokens[core.head]
    said = any(c.sentence == sentence.id and any(s.start <= at < s.end for s in c.content) for c in claims)
    return said and core.dep in ("attr", "nsubj") and verb.lemma == "be" and bool(sentence.kids(verb.i, "expl"))


def _is_told(sentence: Sentence, n: Number, lexicon: Lexicon) -> bool:
    """Whether someone who can speak says, counts, admits to … the number itself."""
    tokens = sentence.tokens
    core = tokens[n.core]
    verb: Token | None = None
    if core.dep == "pobj" and tokens[core.head].lower in _TIES:
        verb = tokens[tokens[core.head].head]
    elif core.dep in _FOLLOWS:
        verb = tokens[core.head]
    if verb is None or verb.pos != "VERB" or verb.i > n.first:
        return False
    if not any(r.id in COUNTING for r in lexicon.cues.of("verb", verb.lemma)):
        return False
    if core.dep == "pobj" and any(k.lemma not in _counted(lexicon) for k in sentence.kids(verb.i, "dobj")):
        return False  # "put the price at nine"
    who = subject(sentence, verb.i)
    return who is not None and can_tell(sentence, who, lexicon.speakers)


def _counted(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.scopes.words(ScopeKind.TALLY) | _HARMED
