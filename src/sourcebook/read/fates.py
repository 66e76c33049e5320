"""Fates: what became of people counted before: "All of them died", "None survived", "There were no survivors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmRule
from sourcebook.read.harmed import find_harmed
from sourcebook.read.people import is_person
from sourcebook.read.scope import unreal
from sourcebook.read.tolldrafts import TollDraft
from sourcebook.read.victims import Counted, Counts, Group, count_words, victims_of
from sourcebook.records import Harm, Sentence, Token, TollScope, Victims

_ALL = frozenset({"all", "everyone", "everybody"})
_NOBODY = frozenset({"none", "nobody", "no"})
_LIVED = frozenset({"survive", "live"})
#: Behind "all" and "none" these say of whom: of those before.
_OF_THEM = (("of", "them"), ("of", "these"), ("of", "those"), ("on", "board"), ("aboard",), ("inside",))
#: What may have been told of those who are dead now.
_BEFORE_DEATH = frozenset({Harm.INJURED, Harm.ABDUCTED, Harm.MISSING, Harm.DETAINED})


def fate_of(
    sentence: Sentence, before: Sequence[Sentence], drafts: Sequence[TollDraft], lexicon: Lexicon
) -> tuple[TollDraft, TollDraft | None] | None:
    """The toll of a sentence that says that all died of whom the one before told, and the toll that told of them."""
    if not before or (_ALL | _NOBODY).isdisjoint(sentence.lowers):
        return None
    said = next(_said_of_all(count_words(sentence, lexicon), lexicon), None)
    if said is None:
        return None
    first, last, trigger, rule = said
    whole = _people_in(before[-1], drafts, lexicon)
    if whole is None:
        return None
    low, high, victims, of = whole
    if of is not None and (of.harm not in _BEFORE_DEATH or of.harm is rule.harm or of.scope is TollScope.PERIOD):
        return None
    group = Group(first, first, last, low, high, Counted.NUMBER)
    span = sentence.span_of(first, last)
    return TollDraft(
        sentence, group, span, rule, trigger, rule.harm, victims, False, TollScope.INCIDENT, perpetrator=False
    ), of


def _said_of_all(counts: Counts, lexicon: Lexicon) -> Iterator[tuple[int, int, int, HarmRule]]:
    """The words for everybody or nobody, the word of harm, and its rule: "all of them died", "no one survived"."""
    sentence = counts.sentence
    died = next(r for r in lexicon.harms.rules if r.id == "die")
    for t in sentence.tokens:
        if t.lower == "no" and sentence.tokens[t.i + 1 : t.i + 2] and sentence.tokens[t.i + 1].lemma == "survivor":
            alone = not sentence.kids(t.i + 1, "prep", "acl", "relcl")
            if alone and "reports" not in {k.lower for k in sentence.tokens[: t.i]}:
                yield t.i, t.i + 1, t.i + 1, died
        elif t.lower in _NOBODY and t.dep in ("nsubj", "det"):
            who = sentence.tokens[t.head] if t.lower == "no" else t
            verb = sentence.tokens[who.head]
            alive = any(k.lower == "alive" for k in sentence.kids(verb.i))
            lived = verb.lemma in _LIVED or alive
            end = _end_of(sentence, who)
            if end is not None and who.lower in ("one", *_NOBODY) and lived and unreal(sentence, verb, lexicon) is None:
                yield t.i, end, verb.i, died
    for harmed in find_harmed(counts, lexicon):
        who = sentence.tokens[harmed.victims[0]] if harmed.victims else sentence.tokens[0]
        if who.lower not in _ALL or harmed.rule.harm not in (Harm.KILLED, Harm.INJURED):
            continue
        end = _end_of(sentence, who)
        trigger = sentence.tokens[harmed.trigger]
        if end is not None and who.dep in ("nsubj", "nsubjpass") and unreal(sentence, trigger, lexicon) is None:
            yield who.i, end, harmed.trigger, harmed.rule


def _end_of(sentence: Sentence, who: Token) -> int | None:
    """Where the phrase ends; None: it is of others ("all of the guests", "none of his men", "all but two")."""
    behind = tuple(t.lower for t in sentence.tokens[who.i + 1 : who.i + 3])
    for words in _OF_THEM:
        if behind[: len(words)] == words:
            return who.i + len(words)
    return who.i if not any(k.i > who.i and k.dep != "punct" for k in sentence.kids(who.i)) else None


def _people_in(
    sentence: Sentence, drafts: Sequence[TollDraft], lexicon: Lexicon
) -> tuple[int, int | None, Victims, TollDraft | None] | None:
    """How many people the sentence tells of, where it tells of one number of people only, and the toll that does."""
    told = [d for d in drafts if d.sentence.id == sentence.id and not d.part and d.group.low > 1]
    counts = count_words(sentence, lexicon)
    numbers = [n for n in counts.numbers if n.no_toll is None and n.kind == "exact" and n.low > 1]
    if len(told) == 1:
        only = told[0]
        return only.group.low, only.group.high, only.victims, only
    of = []
    for n in numbers:
        noun = sentence.tokens[sentence.tokens[n.core_last].head]
        if sentence.tokens[n.core_last].dep == "nummod" and noun.i > n.last and is_person(sentence, noun, lexicon):
            of.append(Group(noun.i, n.first, noun.i, n.low, n.high, Counted.NUMBER, n))
    if told or len(of) != 1:
        return None
    return of[0].low, of[0].high, victims_of(sentence, of[0], lexicon), None
