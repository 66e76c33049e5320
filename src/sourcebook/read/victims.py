"""Victims: from a noun phrase to the people it stands for, how many, and who they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.scopes import ScopeKind
from sourcebook.read.numbers import Number, find_numbers
from sourcebook.read.people import (
    first_names,
    is_body,
    is_kin,
    is_listed,
    is_noun,
    is_organisation,
    is_person,
    is_same_person,
    is_surname,
)
from sourcebook.read.ranks import is_ordinal
from sourcebook.records import Party, Sentence, SourceKind, Token, Victims, VictimStatus


class Counted(StrEnum):
    """How the words count the people: what an incident may add up rests on this."""

    NUMBER = "number"  # five people
    VAGUE = "vague"  # dozens
    SET = "set"  # the couple
    ZERO = "zero"  # no one
    ONE = "one"  # a man, another guard
    NAME = "name"  # a named person
    DEFINITE = "definite"  # the man, his brother: introduced before, or known
    PRONOUN = "pronoun"  # he, she
    PLURAL = "plural"  # civilians: two or more


@dataclass(frozen=True, slots=True)
class Group:
    """The people a noun phrase stands for. ``head``, ``first``, ``last`` are tokens of the sentence."""

    head: int
    first: int
    last: int
    low: int
    high: int | None
    counted: Counted
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """A sentence with the number expressions in it, each token that belongs to one pointing at it."""

    sentence: Sentence
    numbers: tuple[Number, ...]
    at: dict[int, Number]


def count_words(sentence: Sentence, lexicon: Lexicon) -> Counts:
    """Find the sentence's number expressions once for all stages that follow."""
    found = find_numbers([t.lower for t in sentence.tokens], lexicon.numbers)
    found = [part for n in found for part in _changed(sentence, n, lexicon)]
    found = [replace(n, no_toll=Reason.AGE) if _is_age(sentence, n, lexicon) else n for n in found]
    found = [replace(n, no_toll=Reason.NOT_A_TOLL) if _is_dialled(sentence, n) else n for n in found]
    return Counts(sentence, tuple(found), {i: n for n in found for i in range(n.core, n.core_last + 1)})


#: How many words before a number the verb stands that says what it came from or went to.
_CHANGE = 8


def _changed(sentence: Sentence, n: Number, lexicon: Lexicon) -> Iterator[Number]:
    """A number as it is, unless it only looks like a range: "rose from 11 to 13", "was revised up to 15"."""
    words = tuple(t.lower for t in sentence.tokens[n.first : n.first + 2])
    near = sentence.tokens[max(0, n.first - _CHANGE) : n.first]
    change = [t.i for t in near if t.lemma in lexicon.scopes.words(ScopeKind.CHANGE)]
    if words == ("up", "to") and change[-1:] == [n.first - 1] and n.high is not None:
        yield Number(n.core, n.last, n.core, n.core_last, n.high, n.high, "exact", n.no_toll)
    elif words[:1] == ("from",) and change and n.kind == "range" and n.high is not None:
        to = next((t.i for t in sentence.tokens[n.core : n.last] if t.lower == "to"), n.last)
        yield Number(n.core, to - 1, n.core, to - 1, n.low, n.low, "exact", n.no_toll)
        yield Number(to + 1, n.last, to + 1, n.core_last, n.high, n.high, "exact", n.no_toll)
    else:
        yield n


#: Nouns that take a number without an s.
_MASS = frozenset({"people", "personnel", "police", "staff", "crew", "dead", "wounded", "injured", "folk", "youth"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
_ANYBODY = frozenset({"someone", "somebody"})


def _is_age(sentence: Sentence, n: Number, lexicon: Lexicon) -> bool:
    """ "Maria Lopez, 34, died", "her son Omar (12)", "a girl, 9,": a bare number behind a person."""
    tokens = sentence.tokens
    if n.no_toll is not None or n.kind != "exact" or n.first != n.last or n.first < 2 or n.low >= 110:
        return False
    mark, who = tokens[n.first - 1].lower, tokens[n.first - 2]
    if mark in _WHOSE and [t.lower for t in tokens[n.last + 1 : n.last + 2]] in (["'s"], ["’s"], ["s"]):
        return True  # "a woman in her 20's"
    if mark == "of" and who.tag == "NN" and who.lower in lexicon.victims.ages:
        follow = tokens[n.last + 1] if n.last + 1 < len(tokens) else None
        return follow is None or follow.pos not in ("NOUN", "PROPN", "ADJ")  # "a boy of seven"
    if not tokens[n.first].lower.isdigit() or mark not in (",", "("):
        return False
    after = tokens[n.last + 1] if n.last + 1 < len(tokens) else None
    closed = after is None or after.pos in ("PUNCT", "AUX", "VERB", "CCONJ") or after.lower in ("of", "from")
    if who.lower in lexicon.victims.people and who.tag != "NNS" and after is not None and after.lower in (",", ")"):
        return True
    return closed and (who.pos == "PROPN" or who.lower in (")", "jr.", "sr.") or (who.pos == "NOUN" and mark == "(")
                       or (who.tag == "NN" and after is not None and after.lower == ","))  # fmt: skip


_WHOSE = frozenset({"his", "her", "their", "mid", "-", "late", "early"})
_DIAL = frozenset({"call", "dial", "phone", "ring", "text"})


def _is_dialled(sentence: Sentence, n: Number) -> bool:
    """ "A neighbour called 911": a telephone number."""
    after = sentence.tokens[n.last + 1 : n.last + 3]
    noun = bool(after) and after[0].pos in ("NOUN", "PROPN", "ADJ", "NUM")
    rest = "".join(t.text for t in after)
    if rest[:1] in ("-", "‑") and rest[1:2].isdigit():
        return True  # "a toll-free number at 866-435-0100"
    return n.first > 0 and n.core == n.core_last and sentence.tokens[n.first - 1].lemma in _DIAL and not noun


_RELATIVE = frozenset({"who", "whom", "that", "which", "whose"})
_NAME_SIDE = frozenset({"compound", "amod", "nummod", "quantmod", "det", "poss", "nmod", "advmod", "punct",
                        "npadvmod", "predet", "case", "neg", "prep", "pcomp", "pobj"})  # fmt: skip
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "their", "its", "my", "our", "both", "whose", "your"}
)
_NOT_PERSON = frozenset({"GPE", "LOC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE", "LAW",
                         "WORK_OF_ART", "EVENT", "PRODUCT"})  # fmt: skip


def groups_of(counts: Counts, i: int, lexicon: Lexicon, *, loose: bool = False) -> Iterator[Group]:
    """The people in the noun phrase headed by token ``i`` and in those joined to it by "and", left to right.

    ``loose``: any countable noun with a number will do (the verb says that it is people: "killed 12 Hutus").
    """
    group = _group(counts, i, lexicon, loose)
    if group is not None:
        yield group
    for t in counts.sentence.kids(i, "conj", "appos"):
        if t.dep == "appos" and not is_listed(counts.sentence, t, lexicon):
            continue
        if t.dep == "conj" and is_same_person(counts.sentence, counts.sentence.tokens[i], t, lexicon):
            continue
        if t.i > i and t.pos in _NOMINAL and not _clause(counts.sentence, t) and not _led(counts, t):
            yield from groups_of(counts, t.i, lexicon, loose=loose)


_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB"})


def _led(counts: Counts, t: Token) -> bool:
    """Whether another verb stands right before a joined noun: "killing two of them and leading dozens on a chase"."""
    first = counts.sentence.edges(t.i)[0]
    before = counts.sentence.tokens[first - 1] if first else None
    return before is not None and before.tag in ("VBG", "VBZ") and before.i > t.head


def _clause(sentence: Sentence, t: Token) -> bool:
    return t.pos == "VERB" and bool(sentence.kids(t.i, "nsubj", "nsubjpass", "dobj", "aux", "auxpass"))


def _group(counts: Counts, i: int, lexicon: Lexicon, loose: bool) -> Group | None:
    sentence, words = counts.sentence, lexicon.victims
    token = sentence.tokens[i]
    own = counts.at.get(i)
    if own is not None:
        return _numeral(counts, token, own, lexicon, loose)
    if token.lower in _PRONOUNS or token.lower in _ANYBODY:
        return Group(i, i, i, 1, 1, Counted.PRONOUN if token.lower in _PRONOUNS else Counted.ONE)
    if token.lower == "another":
        return Group(i, i, i, 1, 1, Counted.ONE)
    if (a := _one_more(sentence, token)) is not None:
        return Group(i, a, i, 1, 1, Counted.ONE)
    if token.pos == "PRON" or token.lower in _RELATIVE:
        return None
    if i <= 1 and [t.lower for t in sentence.tokens[i + 1 : i + 2]] == [":"]:
        return None  # "Mother: he was all we had": who speaks
    number = _number_of(counts, i)
    if number is not None and token.tag in ("NN", "NNP") and sentence.tokens[number.core].lower == "both":
        number = None  # "both Ali and Omar"
    first = min([i, *(sentence.edges(t.i)[0] for t in sentence.kids(i) if t.i < i and t.dep in _NAME_SIDE)])
    if number is not None:
        first = min(first, number.first)
    if token.dep == "compound" and (over := sentence.tokens[token.head]).lower == "shot":
        first = min([first, *(k.i for k in sentence.kids(over.i, "det", "amod") if k.i < i)])  # "a deacon shot in Sarn"
    if token.lower == "old" and is_person(sentence, token, lexicon):
        first = min(first, max(0, i - 4))  # "6-year-old"
        first -= 1 if first and sentence.tokens[first - 1].tag == "DT" else 0
    person = is_person(sentence, token, lexicon) or (loose and is_kin(sentence, token, lexicon))
    if number is not None and number.no_toll is None and number.kind == "zero":
        loose = loose and token.lemma not in words.things  # "was shot for no reason"
        return Group(i, number.first, i, 0, 0, Counted.ZERO, number) if person or loose else None
    inner = _contained(counts, token, lexicon, loose) if number is None or number.no_toll else None
    if inner is not None:
        return Group(inner.head, first, inner.last, inner.low, inner.high, inner.counted, inner.number)
    if token.lower in words.things or (token.lemma in words.things and token.lower not in words.people):
        return None
    if number is not None and number.no_toll is None:
        if not person and (not loose or lexicon.events.is_event(token.lemma)):
            return None  # "the shooting of two officers and several carjackings"
        if token.tag == "NN" and number.kind == "exact" and number.low > 1 and token.lower not in _MASS:
            return None  # "10 Man dead": a number of something else
        kind = Counted.VAGUE if number.kind == "vague" else Counted.NUMBER
        return Group(i, number.first, i, number.low, number.high, kind, number)
    if (size := words.sets.get(token.lower)) and not any(p.lower == "of" for p in sentence.kids(i, "prep")):
        return Group(i, first, i, size, size, Counted.SET)
    is_name = token.pos == "PROPN" and (token.tag == "NNP" or is_surname(sentence, token))
    if is_name and not is_noun(sentence, token, words.people):
        if first == 0 and sentence.tokens[0].lower in ("near", "outside", "inside", "in", "at", "around"):
            return None  # "Near Chipata, six were killed"
        if any(t.text in ("|", "-", "–", "—") and t.tag != "HYPH" for t in sentence.tokens[first:i]):
            return None  # "shooting death - NBC12 - Richmond": the name of an outlet behind a headline
        if (
            token.ent in _NOT_PERSON
            or is_organisation(token, sentence)
            or not token.text[:1].isupper()
            or is_body(sentence, token, words.bodies)
        ):
            return None  # a place, a body; "shot dow n": no word of the language is not yet a name
        if firsts := first_names(sentence, token):
            return Group(i, first, i, len(firsts), len(firsts), Counted.SET)
        return Group(i, first, i, 1, 1, Counted.NAME)
    if not person:
        return None
    if token.tag in ("NNS", "NNPS") or token.lower in ("people", "personnel", "troops", "staff"):
        return Group(i, first, i, 2, None, Counted.PLURAL)
    if token.lower in ("family", "crew", "group", "team", "crowd", "staff", "personnel"):
        return None
    kids = {t.lower for t in sentence.kids(i)}
    names = [t for t in sentence.kids(i, "appos") if t.ent == "PERSON" and t.i > i]
    named = bool(names) or any(t.ent == "PERSON" for t in sentence.kids(i, "compound"))
    kind = Counted.NAME if named else Counted.DEFINITE if _is_definite(sentence, i) else Counted.ONE
    if kids & {"any", "every", "each"}:
        return None
    last = (
        names[0].i
        if names and names[0].i - i <= 4 and "," not in {t.lower for t in sentence.tokens[i : names[0].i]}
        else i
    )
    return Group(i, first, last, 1, 1, kind)


_MANY = frozenset({"were", "are", "have"})


def _one_more(sentence: Sentence, token: Token) -> int | None:
    """ "Two were killed and a third lost a hand": where the phrase starts; not "a third of them", "a third were"."""
    dets = [d for d in sentence.kids(token.i, "det") if d.lower in ("a", "an")]
    if not is_ordinal(token) or not dets or token.tag not in ("NN", "JJ") or token.lower == "latest":
        return None
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if following and (following[0].lower == "of" or following[0].pos in ("NOUN", "PROPN", "NUM", "ADJ")):
        return None
    verb = sentence.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        near = (verb, *sentence.kids(verb.i, "aux", "auxpass"))
        return None if any(t.lower in _MANY or t.tag == "VBP" for t in near) else dets[0].i
    return dets[0].i if token.dep in ("dobj", "conj") else None


def _is_definite(sentence: Sentence, i: int) -> bool:
    return any(t.lower in _DEFINITE or t.dep == "poss" for t in sentence.kids(i, "det", "poss", "predet"))


def _numeral(counts: Counts, token: Token, number: Number, lexicon: Lexicon, loose: bool) -> Group | None:
    """A number that stands for the people itself: "12 were killed", "two of them", "dozens of people"."""
    sentence = counts.sentence
    if number.no_toll is not None:
        return None
    last, head = number.last, token.i
    for prep in sentence.kids(token.i, "prep"):
        if prep.lower == "of" and prep.i > token.i:
            for pobj in sentence.kids(prep.i, "pobj"):
                if pobj.lower == "number" and any(k.tag == "PRP$" for k in sentence.kids(pobj.i, "poss")):
                    last = max(last, pobj.i)  # "said six of their number had been killed"
                    continue
                if pobj.lower in lexicon.victims.things:
                    return None
                if pobj.lemma in lexicon.victims.things and pobj.lower not in lexicon.victims.people:
                    return None
                if not loose and pobj.pos == "NOUN" and not is_person(sentence, pobj, lexicon):
                    return None
                last, head = max(last, pobj.i), pobj.i
    if number.kind == "zero":
        return Group(head, number.first, last, 0, 0, Counted.ZERO, number)
    kind = Counted.VAGUE if number.kind == "vague" else Counted.NUMBER
    if number.kind == "exact" and token.lower == "one" and head == token.i and not sentence.kids(token.i):
        follow = sentence.tokens[token.i + 1 : token.i + 2]
        if follow and follow[0].pos == "NOUN" and follow[0].lower not in lexicon.victims.people:
            return None
    return Group(head, number.first, last, number.low, number.high, kind, number)


def _number_of(counts: Counts, i: int) -> Number | None:
    """The number among the words before the noun at ``i``: "at least five young men", "no top-level official"."""
    tokens = counts.sentence.tokens
    for j in range(i - 1, max(-1, i - 9), -1):
        number = counts.at.get(j)
        if number is not None:
            # an age or a distance inside the phrase counts nothing: look further left
            if number.no_toll is None:
                return number
            continue
        t = tokens[j]
        if (t.pos in ("VERB", "AUX", "SCONJ") and t.tag not in ("VBN", "VBG")) or t.tag in (
            ".",
            ":",
            "IN",
            "WDT",
            "WP",
        ):
            return None
        if t.lower in (",", "(", "and") and not _premodifier(tokens, j, i):
            return None
        if t.tag == "DT" and j and tokens[j - 1].lower not in ("both", "all", "half"):
            return None  # "An official tells Radio 5 the victim was shot"
        if t.tag in ("VBN", "VBG") and t.dep not in ("amod", "compound"):
            return None
    return None


def _premodifier(tokens: tuple[Token, ...], j: int, i: int) -> bool:
    """Whether the comma or "and" at ``j`` joins adjectives before the noun at ``i`` ("two young, unarmed men")."""
    between = tokens[j + 1 : i]
    return bool(between) and all(t.pos == "ADJ" for t in between) and j > 0 and tokens[j - 1].pos == "ADJ"


def _contained(counts: Counts, token: Token, lexicon: Lexicon, loose: bool) -> Group | None:
    """ "a family of six", "a group of 12 migrants", "the bodies of five men", "members of the family"."""
    if token.lower not in lexicon.victims.containers and token.lemma not in lexicon.victims.containers:
        return None
    for prep in counts.sentence.kids(token.i, "prep"):
        if prep.lower == "of" and prep.i > token.i:
            for pobj in counts.sentence.kids(prep.i, "pobj"):
                group = _group(counts, pobj.i, lexicon, loose)
                if group is not None and group.counted not in (Counted.PLURAL, Counted.DEFINITE, Counted.PRONOUN):
                    return group
                if group is not None and token.lemma in ("body", "corpse", "remains") and token.tag == "NN":
                    return group
    return None


def victims_of(sentence: Sentence, group: Group, lexicon: Lexicon) -> Victims:
    """Civilian or combatant, the group and the party, as far as the phrase says."""
    words = lexicon.victims
    status, name = VictimStatus.UNKNOWN, None
    party: Party | None = None
    stretch = sentence.tokens[group.first : max(group.last, group.head) + 1]
    for n, t in enumerate(stretch):
        two = f"{stretch[n - 1].lower} {t.lemma}" if n else ""
        for key in (two, t.lemma, t.lower):
            if key in words.groups and t.pos in ("NOUN", "PROPN"):
                name = words.groups[key].value
            if key in words.statuses and t.pos in ("NOUN", "ADJ", "PROPN"):
                status = words.statuses[key]
        if t.ent == "NORP" and party is None and t.i != group.head:
            party = Party(t.text, t.text, kind=SourceKind.UNKNOWN, span=t.span)
    return Victims(status, name, party)
