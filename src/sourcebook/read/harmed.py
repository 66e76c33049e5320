"""Harm in a sentence: each word of harm with the phrases that say who suffered it.

The parse is asked first (subjects, objects, of-phrases, shared subjects and objects of joined verbs); where it is
known to break (headlines, "12 dead, 30 injured") the order of the words decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.people import is_person
from sourcebook.read.scope import is_negated
from sourcebook.read.states import among_heads, heads_in_state, heads_of_state, heads_with_wounds
from sourcebook.read.sufferers import gapped, joined_by_with, object_heads, subject_heads
from sourcebook.read.totals import counted_as, is_put, of_things, toll_heads
from sourcebook.read.victims import Counts
from sourcebook.records import Harm, Sentence, Token


@dataclass(frozen=True, slots=True)
class Harmed:
    """A word of harm and the heads of the phrases that name its victims. ``noun``: the word itself is counted."""

    rule: HarmRule
    trigger: int
    victims: tuple[int, ...]
    noun: bool = False


_PEOPLE_VERBS = frozenset({"kill", "shoot", "wound", "injure", "hurt", "murder", "stab"})


def find_harmed(counts: Counts, lexicon: Lexicon, before: tuple[Sentence, ...] = ()) -> Iterator[Harmed]:
    """Every use of a word of harm in the sentence, in order, with the heads of its victims.

    ``before``: the sentences right before, for words that only they make words of harm ("four were hit").
    """
    sentence = counts.sentence
    for token in sentence.tokens:
        for rule in _rules(token, lexicon):
            fits = allowed(sentence, token, rule, before) or _counts_harmed(sentence, token, rule, lexicon)
            if not fits or (rule.negated and not is_negated(sentence, token)):
                continue
            harmed = _victims(counts, token, rule, lexicon)
            if harmed is not None:
                yield harmed
                if rule.form is not HarmForm.COUNT or harmed.victims:
                    break


#: Harms of which someone may be "among" those who suffered them.
_AMONG = frozenset({Harm.KILLED, Harm.INJURED, Harm.DETAINED, Harm.ABDUCTED, Harm.MISSING})


def _rules(token: Token, lexicon: Lexicon) -> tuple[HarmRule, ...]:
    table = lexicon.harms.by_lemma
    return table.get(token.lemma) or table.get(token.lower) or ()


def _counts_harmed(sentence: Sentence, token: Token, rule: HarmRule, lexicon: Lexicon) -> bool:
    """ "The number of protesters killed by gunfire on a bridge rose to seven": of whomever it is the number."""
    if rule.form is not HarmForm.TOLL:
        return False
    if rule.id.endswith("-at"):  # "put the dead of Monday's fight at seven"
        return is_put(sentence, token)
    if token.pos != "NOUN" or not rule.id.startswith("number-of"):
        return False
    whose = [o for p in sentence.kids(token.i, "prep") if p.lower == "of" for o in sentence.kids(p.i, "pobj")]
    told = [v for o in whose if is_person(sentence, o, lexicon) for v in sentence.kids(o.i, "acl", "relcl")]
    told += [x for v in told for x in sentence.kids(v.i, "xcomp")]  # "known to have died"
    harms = (next((r.harm for r in _rules(v, lexicon) if allowed(sentence, v, r)), None) for v in told)
    return rule.harm in harms


def allowed(sentence: Sentence, token: Token, rule: HarmRule, before: tuple[Sentence, ...] = ()) -> bool:
    """Whether the words that the rule asks for, or bars, stand around the token."""
    if not rule.needs and not rule.not_with:
        return True
    low, high = 0, len(sentence.tokens)
    if rule.near:
        low, high = max(0, token.i - 2), min(token.i + 4, high)
        stops = [t.i for t in sentence.tokens[token.i + 1 : high] if t.pos == "PUNCT"]
        high = min([high, *stops])
    words = _words(sentence, low, high) + (_how(sentence, token) if rule.near else "")
    around = words
    if rule.context:
        around += " ".join(t.lower for s in before for t in s.tokens) + " "
    if rule.needs and not any(f" {w} " in around for w in rule.needs) and counted_as(sentence, token, rule) is None:
        return False
    ends = [t.i for t in sentence.tokens if t.text == ";"]
    low, high = max([low, *(i for i in ends if i < token.i)]), min([high, *(i for i in ends if i > token.i)])
    clause = _words(sentence, low, high) if ends else words
    return not any(f" {w} " in clause for w in rule.not_with)


def _how(sentence: Sentence, verb: Token) -> str:
    """ "Stabbed a tourist from Lima to death", "shot three of the unarmed men dead": what stands behind the object."""
    deadly = any(o.lower == "death" for p in sentence.kids(verb.i, "prep") if p.lower == "to"
                 for o in sentence.kids(p.i, "pobj"))  # fmt: skip
    dead = any(k.lower == "dead" for k in sentence.kids(verb.i, "acomp", "oprd", "advmod", "xcomp"))
    return ("to death " if deadly else "") + ("dead " if dead else "")


def _words(sentence: Sentence, low: int, high: int) -> str:
    return " " + " ".join(t.lower for t in sentence.tokens[low:high]) + " "


def _victims(counts: Counts, token: Token, rule: HarmRule, lexicon: Lexicon) -> Harmed | None:
    sentence, verb = counts.sentence, token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG")
    if rule.harm in _AMONG and (heads := among_heads(sentence, token)):
        return Harmed(rule, token.i, tuple(heads))
    match rule.form:
        case HarmForm.OBJECT:
            if is_figure(sentence, token):
                return None
            if not verb and not (token.tag in ("JJ", "NN") and token.lower.endswith(("ed", "shot"))):
                return None
            if token.dep == "amod" and rule.harm not in (Harm.KILLED, Harm.INJURED):
                return None  # "executed six captured policemen"
            heads = object_heads(counts, token, lexicon, passive_only=rule.passive)
            heads += joined_by_with(sentence, token) + gapped(counts, token, lexicon) if heads else []
        case HarmForm.SUBJECT:
            if not verb and not _is_headline_verb(sentence, token):
                return None
            heads = subject_heads(sentence, token)
            heads += joined_by_with(sentence, token) + gapped(counts, token, lexicon) if heads else []
        case HarmForm.SUFFER:
            objects = sentence.kids(token.i, "dobj")
            objects += [
                o for p in sentence.kids(token.i, "prep") if p.lower == "from" for o in sentence.kids(p.i, "pobj")
            ]
            objects += [o for c in sentence.kids(token.i, "ccomp") for o in _free_relative(sentence, c)]
            objects += [i for o in objects if token.lemma != "lose" for i in _of_tokens(sentence, o)]
            if verb and (aged := _aged_before(counts, token, rule)) is not None:
                return Harmed(rule, token.i, (aged,))
            if verb and (bare := _number_before(counts, token, rule)) is not None:
                return Harmed(rule, token.i, (bare,))
            if not verb or not any(_named(sentence, o, rule.objects) for o in objects):
                return None
            heads = subject_heads(sentence, token)
        case HarmForm.LIVES:
            heads = [i for o in sentence.kids(token.i, "dobj") if o.lemma in rule.objects or o.lower in rule.objects
                     for i in _lives(counts, o)]  # fmt: skip
            given = [t.i for t in sentence.kids(token.i, "dative", "dobj", "nsubj") if t.i > token.i]
            if token.lemma == "cost" and len(given) > 1:
                heads = given[:1]  # "cost three workers their lives"
            if not verb or not heads:
                return None
        case HarmForm.STATE:
            heads = heads_in_state(sentence, token) or heads_of_state(counts, token)
        case HarmForm.WITH:
            heads = heads_with_wounds(sentence, token)
        case HarmForm.COUNT:
            return _counted(counts, token, rule, lexicon)
        case HarmForm.ACT:
            if token.pos != "NOUN":
                return None
            heads = _of_heads(sentence, token)
            heads += [t.i for t in sentence.kids(token.i, "poss") if rule.id != "wounding-of"]
        case HarmForm.TOLL:
            heads = [] if of_things(sentence, token, rule, lexicon) else toll_heads(counts, token, rule)
    return Harmed(rule, token.i, tuple(dict.fromkeys(heads))) if heads else None


def _is_headline_verb(sentence: Sentence, token: Token) -> bool:
    """ "Two wounded in bus station shelling die", of whose verb the tagger makes a noun."""
    last = all(t.pos == "PUNCT" for t in sentence.tokens[token.i + 1 :])
    return token.tag == "NN" and token.dep == "ROOT" and last and bool(sentence.kids(token.i, "nsubj"))


def is_figure(sentence: Sentence, verb: Token) -> bool:
    """ "The second goal killed off the match", "five have been killed off in the last minute": nobody is dead."""
    after = sentence.tokens[verb.i + 1 : verb.i + 3]
    if verb.lower not in ("kill", "kills", "killed", "killing") or not after or after[0].lower != "off":
        return False
    return after[0].dep == "prt" or len(after) < 2 or (after[1].pos != "PROPN" and after[1].lower != "the")


def _aged_before(counts: Counts, verb: Token, rule: HarmRule) -> int | None:
    """ "The six-year-old suffered serious injuries", of which the parser makes one noun phrase."""
    noun = counts.sentence.tokens[verb.head]
    before = counts.sentence.tokens[max(0, verb.i - 1)]
    one = verb.tag == "VBN" and verb.dep == "amod" and noun.i > verb.i and noun.lemma in rule.objects
    return before.i if one and before.lower == "old" else None


def _number_before(counts: Counts, verb: Token, rule: HarmRule) -> int | None:
    """ "Four were killed and nine suffered burns": nine people, of whom the parser makes nine suffered burns."""
    noun = counts.sentence.tokens[verb.head]
    number = counts.at.get(verb.i - 1)
    one = verb.dep == "amod" and noun.i > verb.i and (noun.lemma in rule.objects or noun.lower in rule.objects)
    return verb.i - 1 if one and number is not None and number.no_toll is None else None


def _free_relative(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Sustained what doctors say are minor injuries": the injuries."""
    inner = [verb, *sentence.kids(verb.i, "ccomp", "xcomp")]
    if not any(k.lower == "what" for v in inner for k in sentence.kids(v.i, "dobj", "nsubj")):
        return []
    return [o for v in inner for o in sentence.kids(v.i, "attr", "dobj") if o.lower != "what"]


def _named(sentence: Sentence, token: Token, lemmas: frozenset[str]) -> bool:
    if token.lemma in lemmas or token.lower in lemmas:
        return True
    return any(k.lemma in lemmas for k in sentence.kids(token.i, "conj"))


def _lives(counts: Counts, o: Token) -> list[int]:
    """Whose lives: "the lives of 12 people", "12 lives", "his life"."""
    heads = _of_heads(counts.sentence, o)
    if heads:
        return heads
    numbers = [t.i for t in counts.sentence.kids(o.i, "nummod", "amod", "det") if t.i in counts.at]
    return numbers[:1] or [t.i for t in counts.sentence.kids(o.i, "poss")]


def _of_heads(sentence: Sentence, noun: Token) -> list[int]:
    return [p.i for p in _of_tokens(sentence, noun)]


def _of_tokens(sentence: Sentence, noun: Token) -> list[Token]:
    return [p for prep in sentence.kids(noun.i, "prep") if prep.lower == "of" for p in sentence.kids(prep.i, "pobj")]


def _is_hurt(sentence: Sentence, who: Token) -> bool:
    """ "A wounded guard", "a cook tied to a tree": no one of the dead."""
    said = sentence.kids(who.i, "amod", "acl")
    return any(t.tag == "VBN" or t.lower in ("wounded", "injured", "hurt", "missing") for t in said)


def _counted(counts: Counts, token: Token, rule: HarmRule, lexicon: Lexicon) -> Harmed | None:
    """ "five deaths", "12 bodies", "no casualties", "a number of wounded"."""
    sentence = counts.sentence
    if token.pos not in ("NOUN", "ADJ", "VERB") or (
        token.pos == "ADJ" and token.lower not in ("dead", "wounded", "injured")
    ):
        return None
    if token.lower == "remains" and token.tag not in ("NNS", "NN"):
        return None
    if token.lemma == "body" and not (_of_heads(sentence, token) or token.tag == "NNS"):
        return None
    if token.tag == "NN" and token.pos == "NOUN" and token.dep == "compound":
        return None
    for j in range(token.i - 1, max(-1, token.i - 6), -1):
        if j in counts.at:
            return Harmed(rule, token.i, (j,), noun=True) if counts.at[j].no_toll is None else None
        t = sentence.tokens[j]
        joint = t.lower == "of" or t.lower in ("-", ",", '"', "“", "‘", "'")
        if t.pos not in ("ADJ", "NOUN", "ADV", "PROPN") and t.tag not in ("VBN", "VBG") and not joint:
            break
    if (
        rule.id == "deaths"
        and token.lower in ("body", "corpse", "bodies", "corpses", "remains")
        and token.pos == "NOUN"
    ):
        heads = _of_heads(sentence, token)
        beside = sentence.kids(token.i, "conj", "appos") + [
            k for k in sentence.kids(token.head, token.dep) if k.i > token.i
        ]
        joined = heads and any(k.lower == "and" for k in sentence.tokens[heads[-1] :])
        beside = [k for k in beside if joined and not _is_hurt(sentence, k)]
        heads += [k.i for k in beside if k.i > heads[0] and is_person(sentence, k, lexicon)]
        return Harmed(rule, token.i, tuple(heads)) if heads else None  # "the bodies of two nurses and their driver"
    if rule.id == "injuries" and token.tag == "NNS" and token.lemma in ("injury", "casualty"):
        heads = [i for prep in sentence.kids(token.i, "prep") if prep.lower in ("to", "among") for i in
                 (p.i for p in sentence.kids(prep.i, "pobj"))]  # fmt: skip
        return Harmed(rule, token.i, tuple(heads)) if heads else None
    return None
