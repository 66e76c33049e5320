"""Totals: the number that a word for a count stands before: "the toll rose to 20", "the number of those killed"."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.people import is_person
from sourcebook.read.victims import Counts
from sourcebook.records import Harm, Sentence, Token

#: How the people are said to be of whom there is a number: "the number of protesters killed".
_AS = {Harm.KILLED: frozenset({"killed", "dead", "slain", "deceased", "martyred", "murdered", "fallen", "executed"}),
       Harm.INJURED: frozenset({"wounded", "injured", "hurt"})}  # fmt: skip


def counted_as(sentence: Sentence, token: Token, rule: HarmRule) -> Token | None:
    """The noun of those whose number rises: "the number of protesters killed by gunfire rose to seven"."""
    if rule.form is not HarmForm.TOLL or token.pos != "NOUN":
        return None
    after = sentence.tokens[token.i + 1 : token.i + 9]
    if not after or after[0].lower != "of":
        return None
    at = next((n for n, t in enumerate(after) if t.lower in _AS.get(rule.harm, ())), None)
    if at is None:
        return None
    stretch = [*after[1:at], *after[at + 1 : at + 2]]  # "of policemen killed", "of slain policemen"
    return next((t for t in stretch if t.tag in ("NNS", "NNPS") or t.lower == "people"), None)


def of_things(sentence: Sentence, token: Token, rule: HarmRule, lexicon: Lexicon) -> bool:
    """ "The number of dead trees": what is dead is no person."""
    if not rule.needs:
        return False
    if (who := counted_as(sentence, token, rule)) is not None and not is_person(sentence, who, lexicon):
        return True
    near = sentence.tokens[token.i + 1 : token.i + 5]
    states = [t for t in near if t.dep == "amod" and t.head > t.i and sentence.tokens[t.head].pos == "NOUN"]
    return any(not is_person(sentence, sentence.tokens[t.head], lexicon) for t in states)


#: Verbs that put a number at something.
_PUTS = frozenset({"put", "place", "set", "estimate", "number", "count", "reckon"})


def is_put(sentence: Sentence, token: Token) -> bool:
    """ "Put the dead of Monday's fight at seven": who is counted is the object of the verb."""
    return token.dep in ("dobj", "nsubjpass") and sentence.tokens[token.head].lemma in _PUTS


#: Words that say what a toll is of, where it is not of people killed.
_OTHER_TOLLS = frozenset({"road", "heavy", "bridge", "highway", "motorway"})


def toll_heads(counts: Counts, token: Token, rule: HarmRule) -> list[int]:
    """The number after "toll": "the death toll rose to 20", "a toll of at least nine", "with fatalities at 12"."""
    tokens = counts.sentence.tokens
    after = tokens[token.i + 1 : token.i + 2]
    if token.lemma == "toll":
        free = [t.lower for t in tokens[token.i + 1 : token.i + 3]]
        if free[:1] == ["free"] or free == ["-", "free"]:
            return []  # "a toll-free number"
        if token.pos != "NOUN" or (token.i and tokens[token.i - 1].lower in _OTHER_TOLLS):
            return []
    elif rule.needs:
        if token.pos not in ("NOUN", "VERB") and not is_put(counts.sentence, token):
            return []
    elif token.tag != "NNS" or not after or after[0].lemma not in ("rise", "climb", "reach", "stand"):
        return []
    ahead = counts.at.get(token.i - 2)
    if ahead is not None and tokens[max(0, ahead.first - 1)].lower == "from":
        ahead = counts.at.get(ahead.first - 2)  # "raised to 19 from 13 the number killed"
        if ahead is not None and tokens[token.i - 1].lower == "the" and tokens[max(0, ahead.first - 1)].lower == "to":
            return [ahead.core]
    if ahead is not None and tokens[token.i - 1].lower == "the" and tokens[max(0, ahead.first - 1)].lower == "to":
        return [token.i - 2]  # "bringing to 87 the number killed there"
    verb = tokens[token.head] if token.dep in ("nsubj", "nsubjpass") else token  # "the number … has risen | to nine"
    asides = [counts.sentence.edges(k.i) for k in tokens[token.i : verb.i] if k.dep == "relcl"]
    for j in range(token.i + 1, min(len(tokens), max(token.i + 16, verb.i + 8))):
        number = counts.at.get(j)
        if any(a <= j <= b for a, b in asides):
            continue  # "the toll, which was first put at six, now stands at nine"
        if number is not None and number.no_toll is None:
            tie = tokens[number.first - 1]
            if tie.lower in rule.objects or tie.lemma in rule.objects:
                return [j]
        if tokens[j].lower in (";", "while") or (tokens[j].lower == "," and j > max(token.i + 8, verb.i)):
            break
    return []
