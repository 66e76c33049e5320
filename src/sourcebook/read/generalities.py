"""Generalities: words of violence that tell of a kind, a sum or a series, and of no event in particular."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.read.scope import by_what_lasts, of_another_count
from sourcebook.read.triggers import Trigger
from sourcebook.records import BlockKind, Sentence, Span, Token

#: The headline and the first sentences of an article.
LEAD = 4

#: A phrase of a period ("this year") belongs to a word of harm within this many words of it.
PERIOD = 12

#: Rules whose event is the consequence of another: it belongs to what caused it, told just before.
HARM = frozenset({
    "kill", "kill-slang", "die", "found-dead", "remains-found", "remains-of-violence", "injure", "hit-by-bullet",
    "gunshot-wound", "destruction", "claim-lives",
})  # fmt: skip


#: Rules of triggers that tell how it ended for someone.
ENDS = frozenset({"die", "found-dead"})

#: Those arrested and abducted are summed up like the dead: "over 600 were arrested last year".
_TAKEN = frozenset({"arrest", "police-take", "abduction", "taken-away", "vanished"})


#: A heading of so few words names what its section is about.
_RUBRIC = 3


def is_generic(trigger: Trigger, number: int) -> bool:
    """Whether the words tell of a kind of event and not of one: "torture", "political murders", "have killed people".

    ``number``: of the sentence in its article; a lead tells of one event even in general words.
    """
    s, head = trigger.sentence, trigger.head
    token = s.tokens[head]
    if s.block is BlockKind.HEADING and len(s.tokens) <= _RUBRIC and (token.pos != "VERB" or token.tag == "VBG"):
        return True  # "Fighting", "Arrests and detentions": what a section is about
    if trigger.rule.repeat or s.block is not BlockKind.BODY or len(s.tokens) < 6 or not _only_kinds(trigger):
        return False
    if token.pos == "VERB":
        perfect = any(k.lemma == "have" and k.tag in ("VBP", "VBZ") for k in s.kids(head, "aux"))
        active = not s.kids(head, "auxpass") or bool(trigger.frame.recipients)
        return perfect and active and number > LEAD and token.tag == "VBN"
    if s.kids(head, "det", "nummod") or any(k.ent in ("DATE", "TIME") for k in s.kids(head)):
        return False
    if token.tag in ("NNS", "NNPS"):
        return not _is_of_some(trigger)
    plain = not s.kids(head, "poss") and trigger.frame.accused is None and not trigger.weapons
    return token.tag in ("NN", "VBG") and plain and not trigger.frame.recipients


def _is_of_some(trigger: Trigger) -> bool:
    """Whether certain people have the wounds: "three women are being treated for stab wounds"."""
    if trigger.rule.id != "gunshot-wound":
        return False
    s = trigger.sentence
    verb = next((a for a in s.ancestors(trigger.head) if a.pos == "VERB"), None)
    if verb is None or verb.lemma == "look":
        return False
    who = s.kids(verb.i, "nsubj", "nsubjpass", "dobj")
    return any(k.ent == "CARDINAL" or k.dep == "nummod" or k.lower in ("a", "an") for w in who for k in s.kids(w.i))


def sums_up(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the dead of a year, a war or a series are counted: "300 have been killed since January"."""
    s, head = trigger.sentence, trigger.head
    if trigger.rule.id in HARM | {"displacement"} and by_what_lasts(s, s.tokens[head], lexicon):
        return True
    if trigger.rule.id not in HARM | _TAKEN or trigger.rule.id == "destruction":
        return False
    if any(not s.kids(i, "nummod", "amod", "quantmod") for i in trigger.frame.recipients):
        return False
    words = [t.lower for t in s.tokens]
    near = range(max(0, head - PERIOD), min(len(words), head + PERIOD + 1))
    if any(lexicon.scopes.sums_at(words, i, least=2) for i in near):
        return True
    return any(
        words[i] == "since"
        and not lexicon.scopes.lately(words, i)
        and not of_another_count(s, i, s.tokens[head])
        and any(t.ent == "DATE" or t.lower.isdigit() for t in s.tokens[i + 1 : i + 4])
        for i in near
    )


#: Nouns under which a deal's parts stand as long as they are talked about: "a timetable for the withdrawal".
_TALKS = frozenset(
    {"agreement", "deal", "timetable", "timeline", "talk", "negotiation", "roadmap", "proposal", "offer"}
)


def is_agreed(trigger: Trigger, date: Span | None) -> bool:
    """Whether a withdrawal or a release is only agreed on: "a deal on a withdrawal", "withdrawal by late June"."""
    s = trigger.sentence
    token = s.tokens[trigger.head]
    if token.pos == "VERB":
        return False
    over = next((a for a in s.ancestors(trigger.head) if a.pos in ("NOUN", "VERB")), None)
    if over is not None and over.lemma in _TALKS and token.dep == "pobj":
        return True
    before = [t for t in s.tokens if date is not None and t.end <= date.start]
    return bool(before) and before[-1].lower == "by" and not any(t.lower == "had" for t in s.tokens)


def is_standing(trigger: Trigger) -> bool:
    """ "the soldiers deployed in the north", "are stationed": how things are, and no movement."""
    s, head = trigger.sentence, trigger.head
    if trigger.rule.id != "troops" or s.tokens[head].tag != "VBN":
        return False
    present = any(k.tag in ("VBP", "VBZ") and k.lemma == "be" for k in s.kids(head, "auxpass"))
    return present or s.tokens[head].dep in ("acl", "amod")


def counts_several(trigger: Trigger) -> bool:
    """ "the two incidents": several of the events told, and none of them in particular."""
    s = trigger.sentence
    return s.tokens[trigger.head].tag == "NNS" and bool(s.kids(trigger.head, "nummod"))


def counts_events(trigger: Trigger) -> bool:
    """ "Three shootings have cost five lives here since May": a number of events, none of which is told."""
    s = trigger.sentence
    token = s.tokens[trigger.head]
    if token.pos != "NOUN" or token.tag != "NNS" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    kids = s.kids(trigger.head, "nummod", "amod", "det", "poss")
    counted = any(k.dep == "nummod" or k.lower in _SEVERAL for k in kids)
    return counted and not any(k.lower in _KNOWN or k.dep == "poss" for k in kids)


def keeps_count(trigger: Trigger) -> bool:
    """ "The observatory has documented 31 raids this year": a number kept of events, of which none is told."""
    s = trigger.sentence
    token = s.tokens[trigger.head]
    if token.tag != "NNS" or token.dep not in ("dobj", "nsubjpass") or not s.kids(trigger.head, "nummod"):
        return False
    if trigger.rule.id in HARM and _of_one_event(s, token):
        return False  # "has recorded twelve deaths in Monday's attack"
    return s.tokens[token.head].lemma in _KEEPS_COUNT


def _of_one_event(s: Sentence, token: Token) -> bool:
    """Whether one event is named as that in which people died: "in the raid", "in X during Tuesday's protests"."""
    preps = [p for i in (token.i, token.head) for p in s.kids(i, "prep")]
    within = [o for p in preps if p.lower in ("in", "from", "after", "during") for o in s.kids(p.i, "pobj")]
    if any(k.dep == "poss" or k.lower in _KNOWN for o in within if _is_one(o) for k in s.kids(o.i, "det", "poss")):
        return True
    towns = any(o.ent in ("GPE", "LOC", "FAC") for o in within)
    return any(
        o.lemma in _UPROAR and (k.ent == "DATE" or (towns and k.lower in _KNOWN))
        for o in within
        for k in s.kids(o.i, "det", "poss", "compound")
    )


def _is_one(noun: Token) -> bool:
    return noun.lemma in _EVENTS and noun.tag == "NN"


#: What goes on all day and in several places, and is one event of a town.
_UPROAR = frozenset({"protest", "demonstration", "riot", "unrest", "march", "rally", "disturbance", "violence",
                     "fighting", "bloodshed"})  # fmt: skip


def is_their_sum(trigger: Trigger) -> bool:
    """Whether a clause tells what events counted before it in the sentence came to: "…, which left 120 dead"."""
    s = trigger.sentence
    verb = s.tokens[trigger.head]
    if verb.pos not in ("VERB", "AUX") or verb.dep not in ("relcl", "advcl", "acl"):
        return False
    return all(k.lower in ("which", "that") for k in s.kids(verb.i, "nsubj", "nsubjpass"))


def spans_several(trigger: Trigger) -> bool:
    """ "Six people were shot in three separate incidents": what is counted is of several events."""
    s = trigger.sentence
    heads = [trigger.head]
    for a in s.ancestors(trigger.head)[:3]:
        if a.pos not in ("VERB", "NOUN", "PROPN", "NUM"):
            break
        heads.append(a.i)
    heads += [k.i for i in tuple(heads) for k in s.kids(i, "conj", "appos", "acl")]
    heads += [k.i for i in tuple(heads) for k in s.kids(i, "acl")]
    nouns = [
        o for i in dict.fromkeys(heads) for p in s.kids(i, "prep") if p.lower in _DURING for o in s.kids(p.i, "pobj")
    ]
    return any(_is_several(trigger, o) for o in nouns)


_DURING = frozenset({"in", "during", "by", "from"})
_EVENTS = frozenset({"incident", "shooting", "attack", "stabbing", "bombing", "case", "episode", "strike", "raid",
                     "ambush", "explosion", "blast", "assault", "clash", "operation"})  # fmt: skip


def _is_several(trigger: Trigger, noun: Token) -> bool:
    kids = trigger.sentence.kids(noun.i, "nummod", "amod", "det")
    if noun.tag != "NNS" or noun.lemma not in _EVENTS or any(k.lower in _KNOWN for k in kids):
        return False
    return any(k.lower in ("separate", "different", "unrelated") for k in kids)


#: What those who keep count do: "the observatory has documented 31 raids this year".
_KEEPS_COUNT = frozenset({"document", "record", "register", "count", "log", "tally", "catalogue", "catalog", "verify"})
_SEVERAL = frozenset({"several", "many", "numerous", "multiple"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "all"})


def _only_kinds(trigger: Trigger) -> bool:
    """Whether no one in particular suffers: no one at all, or bare plurals ("peasants")."""
    s = trigger.sentence
    return all(s.tokens[i].tag == "NNS" and not s.kids(i, "det", "nummod", "poss") for i in trigger.frame.recipients)
