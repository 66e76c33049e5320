"""Recounts: numbers whose word of harm stands in a sentence before: "Nineteen of them were women", "put it at nine"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm
from sourcebook.lexicon.scopes import ScopeKind
from sourcebook.read.numbers import Number
from sourcebook.read.people import is_person
from sourcebook.read.tolldrafts import TollDraft
from sourcebook.read.victims import Counted, Group, count_words, victims_of
from sourcebook.records import Harm, Rejected, Sentence, TollScope

_THEM = frozenset({"them", "these", "those"})
_BE = frozenset({"were", "are", "was", "is"})
_KNOWN = frozenset({"the", "that", "this", "its", "their", "his", "her"})
_OWN = frozenset({"its", "their", "his", "her", "own"})
_TIE = frozenset({"at", "to", "as", "is", "was"})
#: How many words may stand between "the number" and the number itself ("the figure had risen by night to 14").
_REACH = 6
_MORE = frozenset({"another", "further", "more", "additional", "others", "other"})


def recounted(
    sentence: Sentence, rejected: list[Rejected], last: TollDraft | None, lexicon: Lexicon
) -> Iterator[TollDraft]:
    """The sentence's numbers that are of the people of ``last``, a toll of a sentence before."""
    if last is None:
        return
    left = {r.span: r.reason for r in rejected if r.reason in (Reason.NOT_A_TOLL, Reason.TIME)}
    for n in count_words(sentence, lexicon).numbers:
        why = left.get(sentence.span_of(n.first, n.last))
        if n.no_toll is not None or n.kind == "zero" or why is None:
            continue
        of_them = _of_them(sentence, n, lexicon) if why is Reason.NOT_A_TOLL else ""  # a "figure of 13" is no date
        reached = not of_them and _it_reached(sentence, n, last, lexicon)
        if not of_them and not reached and not _put_anew(sentence, n, lexicon):
            continue
        if of_them and (last.group.high or last.group.low) < n.low:
            continue
        end = n.last + 2 if of_them == "behind" else n.last
        kind = Counted.VAGUE if n.kind == "vague" else Counted.NUMBER
        group = Group(n.core, n.first, end, n.low, n.high, kind, n)
        yield replace(
            last,
            sentence=sentence,
            group=group,
            span=sentence.span_of(n.first, end),
            trigger=n.core,
            victims=victims_of(sentence, _with_predicate(sentence, group), lexicon) if of_them else last.victims,
            cumulative=not of_them,
            part=bool(of_them),
            perpetrator=False,
            earlier=False,
            replaced=False,
            then=reached,
        )


def is_more_of(d: TollDraft, last: TollDraft | None) -> bool:
    """Whether a number goes on from one of a period: "87 died this year. Another 140 were maimed"."""
    if last is None or last.scope is not TollScope.PERIOD or d.group.number is None:
        return False
    words = d.sentence.tokens[max(0, d.group.first - 1) : d.group.last + 1]
    return any(t.lower in _MORE for t in words) or _goes_on(d, last)


#: What ties a sentence to a day, a place or a named event of its own.
_PLACED = frozenset({"in", "at", "on", "during", "near", "when", "by"})
_TIED = frozenset({"DATE", "TIME", "GPE", "FAC", "LOC", "EVENT"})


def _goes_on(d: TollDraft, last: TollDraft) -> bool:
    """ "In all of 2023 the monitor counted 1,140 deaths. Over 600 people were arrested": the same year."""
    beside = d.sentence.paragraph == last.sentence.paragraph and d.harm is not last.harm
    after = d.sentence.tokens[d.group.last + 1 :]
    return beside and not any(t.ent in _TIED or t.lower in _PLACED for t in after)


def _of_them(sentence: Sentence, n: Number, lexicon: Lexicon) -> str:
    """ "Nineteen of them were women": behind; "Of these, 1,900 are children": before; else nothing."""
    tokens = [t.lower for t in sentence.tokens]
    if tokens[n.last + 1 : n.last + 2] == ["of"] and tokens[n.last + 2 : n.last + 3][:1] in ([w] for w in _THEM):
        return "behind" if set(tokens[n.last + 3 : n.last + 4]) & _BE else ""
    if (n.first == 0 or (n.first > 1 and tokens[n.first - 1] in ("and", ",", "while"))) and _is_alone(
        sentence, n, lexicon
    ):
        return "alone"
    opens = tokens[:1] == ["of"] and tokens[1:2] and tokens[1] in _THEM and n.first <= 3
    return "before" if opens and set(tokens[n.last + 1 : n.last + 2]) & _BE else ""


#: What is said of some of those counted: "three were from one family", "two were under ten".
_OF_SOME = frozenset({"from", "under", "of", "over", "below"})


def _is_alone(sentence: Sentence, n: Number, lexicon: Lexicon) -> bool:
    """ "Three were nurses", "four were from one family": who some of those were of whom the sentence before told."""
    behind = sentence.tokens[n.last + 1 : n.last + 2]
    if not behind or behind[0].lower not in _BE or sentence.tokens[n.core].dep not in ("nsubj", "conj"):
        return False
    verb = behind[0]
    who = [t for t in sentence.kids(verb.i, "attr") if t.i > verb.i]
    if who:
        return is_person(sentence, who[0], lexicon)
    return any(p.lower in _OF_SOME for p in sentence.kids(verb.i, "prep")[:1])


def of_the_dead(d: TollDraft, last: TollDraft | None) -> TollDraft:
    """ "Soldiers killed 30 people. Of these, 12 were shot in the back": they are dead as well."""
    opens = [t.lower for t in d.sentence.tokens[:2]]
    if last is None or opens[:1] != ["of"] or opens[1:] not in ([w] for w in _THEM) or d.group.first > 4:
        return d
    if d.group.number is None or (last.group.high or last.group.low) < d.group.low:
        return d
    dead = last.harm is Harm.KILLED and d.harm is Harm.INJURED and d.rule.form is HarmForm.OBJECT
    return replace(d, part=True, harm=Harm.KILLED, rule=last.rule) if dead else replace(d, part=True)


def _put_anew(sentence: Sentence, n: Number, lexicon: Lexicon) -> bool:
    """ "A spokeswoman put the number at nine", "the figure has risen to 14"."""
    tokens = sentence.tokens
    following = tokens[n.last + 1 : n.last + 2]
    if n.first < 3 or (following and following[0].pos in ("NOUN", "PROPN", "SYM", "ADJ")):
        return False  # "put the number at nine tonnes"
    if tokens[n.first - 1].lower == "of":  # "stands by its own count of nine"
        tally = tokens[n.first - 2].lemma in lexicon.scopes.words(ScopeKind.TALLY)
        return tally and tokens[n.first - 3].lower in _OWN
    if tokens[n.first - 1].lower not in _TIE:
        return False
    for i in range(max(1, n.first - 1 - _REACH), n.first - 1):
        known = tokens[i - 1].lower in _KNOWN or (tokens[i - 1].pos == "ADJ" and tokens[i - 2].lower in _KNOWN)
        if tokens[i].lemma in lexicon.scopes.words(ScopeKind.TALLY) and known:  # "the true figure is nine"
            return tokens[i + 1].lower != "of"
    return False


#: Verbs of a toll whose number is their object; those of change take "to" or "at".
_REACHES = frozenset({"reach", "hit", "pass", "exceed", "top", "surpass"})


def _it_reached(sentence: Sentence, n: Number, last: TollDraft, lexicon: Lexicon) -> bool:
    """ "The toll stood at 26 at dawn. By nightfall it had reached 40": the toll is meant."""
    core = sentence.tokens[n.core]
    above = sentence.tokens[core.head]
    verb = sentence.tokens[above.head] if core.dep == "pobj" and above.lower in _TIE else above
    changes = (
        verb.lemma in _REACHES if verb is above else verb.lemma in lexicon.scopes.words(ScopeKind.CHANGE) | _STANDS
    )
    if not changes or not (last.cumulative or last.rule.form is HarmForm.TOLL):
        return False
    return any(k.lower in ("it", "that", "this") for k in sentence.kids(verb.i, "nsubj", "nsubjpass"))


_STANDS = frozenset({"stand"})


def _with_predicate(sentence: Sentence, group: Group) -> Group:
    """The group with the noun behind "were": "nineteen of them were women"."""
    nouns = [t.i for t in sentence.tokens[group.last + 1 : group.last + 4] if t.pos == "NOUN"]
    return replace(group, last=nouns[0]) if nouns else group
