"""What stands around a toll: whether the harm was real, of one incident or of a period, new or a running total."""

from __future__ import annotations

import calendar

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.scopes import ScopeKind
from sourcebook.read.victims import Group
from sourcebook.records import Sentence, Token

_NEVER = frozenset({"not", "n't", "never", "nor", "hardly"})
#: Words between a word of harm and the phrase that makes its number a period's; by eye on the project's own reports.
_NEAR = 18
#: Words before and behind a number within which "so far", "in all", "rose to" make it a running total.
_BESIDE = (3, 6)


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """ "did not survive"; not "took in 11 bodies, not 14"."""
    kids = [k for k in sentence.kids(verb.i) if k.dep == "neg" or k.lower in _NEVER]
    return any(
        not (k.i > verb.i and sentence.tokens[min(k.i + 1, len(sentence.tokens) - 1)].pos == "NUM") for k in kids
    )


def unreal(sentence: Sentence, trigger: Token, lexicon: Lexicon, *, negated: bool = False) -> tuple[Reason, str] | None:
    """Why the harm did not happen, or is not said to have: negated, only possible, planned, conditional.

    ``negated``: the harm lies in the negation ("did not survive").
    """
    words = lexicon.scopes.words
    verb = trigger
    if trigger.dep in ("acomp", "oprd", "attr") and sentence.tokens[trigger.head].pos in ("VERB", "AUX"):
        verb = sentence.tokens[trigger.head]
    kids = sentence.kids(verb.i)
    if trigger.pos == "NOUN" and (why := _meant_noun(sentence, trigger, lexicon)) is not None:
        return why
    if not negated and is_negated(sentence, verb):
        return Reason.NEGATED, "negated"
    if any(k.dep == "mark" and k.lower in words(ScopeKind.CONDITION) for k in kids):
        return Reason.HYPOTHETICAL, "conditional"
    if any(k.lower in words(ScopeKind.HABIT) for k in kids) and verb.tag in ("VBP", "VBZ"):
        return Reason.NOT_A_TOLL, "habitual"
    if _is_fiction(sentence, trigger, lexicon):
        return Reason.HYPOTHETICAL, "fiction"
    above = sentence.tokens[verb.head]
    chain = [verb, above] if verb.dep in ("xcomp", "conj") and above.pos == "VERB" and above.i != verb.i else [verb]
    for link in chain:
        for aux in sentence.kids(link.i, "aux"):
            past = any(a.lemma == "have" and a.i > aux.i for a in sentence.kids(link.i, "aux"))
            if aux.lower in words(ScopeKind.MODAL) and not past:
                return Reason.HYPOTHETICAL, aux.lower
            if aux.lower in words(ScopeKind.CONTRARY) and past and link is verb:
                return Reason.HYPOTHETICAL, f"{aux.lower} have"
    return _kept_from(sentence, verb, above, lexicon) or _only_meant(sentence, verb, above, lexicon)


def _is_fiction(sentence: Sentence, trigger: Token, lexicon: Lexicon) -> bool:
    """ "The film is about a soldier who dies"."""
    works = lexicon.scopes.words(ScopeKind.FICTION)
    about = next((a for a in sentence.ancestors(trigger.i) if a.lower == "about"), None)
    if about is None:
        return False
    above = sentence.tokens[about.head]
    return above.lemma in works or any(s.lemma in works for s in sentence.kids(above.i, "nsubj"))


def _meant_noun(sentence: Sentence, noun: Token, lexicon: Lexicon) -> tuple[Reason, str] | None:
    """ "The attempted murder of two guards", "seek the execution of three men": nobody is dead of that."""
    words = lexicon.scopes.words
    near = [t.lower for t in sentence.tokens[max(0, noun.i - 2) : noun.i]]
    if any(w in words(ScopeKind.ATTEMPT) for w in near):
        return Reason.HYPOTHETICAL, "attempted"
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj" and above.lemma in words(ScopeKind.WANT):
        return Reason.HYPOTHETICAL, above.lemma
    return None


def _kept_from(sentence: Sentence, verb: Token, above: Token, lexicon: Lexicon) -> tuple[Reason, str] | None:
    """ "without injuring anyone", "stopped from killing", "avoided killing"."""
    if verb.tag != "VBG":
        return None
    prevent = lexicon.scopes.words(ScopeKind.PREVENT)
    if above.lower == "without" or any(t.lower == "without" for t in sentence.tokens[max(0, verb.i - 1) : verb.i]):
        return Reason.NEGATED, "without"
    if above.lower == "from" and sentence.tokens[above.head].lemma in prevent:
        return Reason.NEGATED, "prevented"
    return (Reason.HYPOTHETICAL, above.lower) if above.lemma in prevent and verb.dep in ("pcomp", "xcomp") else None


def _only_meant(sentence: Sentence, verb: Token, above: Token, lexicon: Lexicon) -> tuple[Reason, str] | None:
    """ "planned to kill", "enough to kill": an infinitive tells of no fact, except after a verb of reporting."""
    passive = sentence.kids(verb.i, "auxpass")
    if verb.tag != "VB" and not (verb.tag == "VBN" and passive and passive[0].tag == "VB"):
        return None
    aux = sentence.kids(verb.i, "aux")
    if verb.tag == "VB" and not aux and verb.dep in ("ccomp", "xcomp") and above.lemma == "let":
        return Reason.HYPOTHETICAL, "let"
    if any(a.lower == "to" for a in aux) and not any(a.lemma == "have" for a in aux):
        reported = verb.dep == "xcomp" and above.lemma in lexicon.scopes.words(ScopeKind.REPORT)
        return None if reported else (Reason.HYPOTHETICAL, f"{above.lower} to")
    if verb.dep == "conj" and above.pos == "VERB" and above.i < verb.i:
        return unreal(sentence, above, lexicon)
    return None


#: "Since then 6,800 people have been killed": so many die in a war; fewer may be the later dead of the event told.
_MANY = 100


def counts_a_period(sentence: Sentence, trigger: Token, group: Group, lexicon: Lexicon) -> bool:
    """Whether the toll sums up a year, a war or a series of events, and so is no one incident's."""
    if group.low == group.high == 1:
        return False
    words = [t.lower for t in sentence.tokens]
    near = range(max(0, trigger.i - _NEAR), min(len(words), trigger.i + _NEAR + 1))
    for i in near:
        if lexicon.scopes.sums_at(words, i):
            return True
        if words[i] != "since" or _of_an_aside(sentence, i, trigger) or lexicon.scopes.lately(words, i):
            continue
        if words[i + 1 : i + 2] == ["then"] and group.low >= _MANY:
            return True
        if sentence.tokens[i].dep in ("prep", "mark"):
            rest = sentence.tokens[i + 1 : i + 4]
            dated = any(t.ent == "DATE" or t.lower.isdigit() or t.lower == "weekend" for t in rest)
            if dated and not of_another_count(sentence, i, trigger):
                return True
            if _since_what(sentence, i, trigger, lexicon):
                return True
    if _in_unrest(sentence, trigger, group) or _between_days(sentence, near) or _counted_in_a_month(sentence, trigger):
        return True
    if _of_a_year(words, trigger.i, lexicon) or by_what_lasts(sentence, trigger, lexicon):
        return True
    clause = next((a for a in [trigger, *sentence.ancestors(trigger.i)] if a.dep == "relcl"), None)
    if clause is not None and sentence.tokens[clause.head].lemma in lexicon.scopes.words(ScopeKind.SERIES):
        return True  # "the conflict in which 212 people died"
    of = sentence.tokens[sentence.tokens[clause.head].head] if clause is not None else None
    # "a feud of eleven years that cost 70 lives"
    series = lexicon.scopes.words(ScopeKind.SERIES)
    return of is not None and of.lower == "of" and sentence.tokens[of.head].lemma in series


def _between_days(sentence: Sentence, near: range) -> bool:
    """ "Between 1 and 7 June", "from 3 to 9 May": what was counted over days is no one incident's."""
    tokens = sentence.tokens
    for i in near:
        five = tokens[i : i + 5]
        if len(five) < 5 or (five[0].lower, five[2].lower) not in (("between", "and"), ("from", "to")):
            continue
        ends = five[1].lower, five[3].lower
        month = five[4].text in _MONTHS
        if month and all(e.isdigit() for e in ends) and int(ends[1]) - int(ends[0]) > 1:
            return True
    return False


_MONTHS = frozenset(calendar.month_name[1:])
#: Verbs of those who keep count.
_COUNTS = frozenset({"record", "count", "register", "document", "verify", "tally", "log", "put", "total"})


def _counted_in_a_month(sentence: Sentence, trigger: Token) -> bool:
    """ "The observatory put the number of people killed in May at 90"."""
    tokens = sentence.tokens
    if not any(a.lemma in _COUNTS for a in sentence.ancestors(trigger.i)):
        return False
    for p in tokens[trigger.i + 1 : trigger.i + 4]:
        after = [t.text for t in tokens[p.i + 1 : p.i + 3]]
        if p.lower in ("in", "during") and after[:1] and after[0] in _MONTHS:
            return not (len(after) > 1 and after[1].isdigit() and len(after[1]) < 3)
    return False


def by_what_lasts(sentence: Sentence, trigger: Token, lexicon: Lexicon) -> bool:
    """ "The war has killed tens of thousands and displaced millions"."""
    verb = trigger
    while verb.dep == "conj" and verb.head < verb.i and not sentence.kids(verb.i, "nsubj"):
        verb = sentence.tokens[verb.head]
    series = lexicon.scopes.words(ScopeKind.SERIES)
    perfect = any(k.lemma == "have" for k in sentence.kids(verb.i, "aux"))
    return perfect and any(k.lemma in series for k in sentence.kids(verb.i, "nsubj"))


def _of_a_year(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """ "Killed in the siege of 1978", "lost their lives in the war of 2006"."""
    series = lexicon.scopes.words(ScopeKind.SERIES)
    for i in range(at + 3, min(at + 8, len(words) - 2)):
        year = words[i + 2]
        if words[i] in series and words[i - 1] == "the" and words[i - 2] in ("in", "during") and words[i + 1] == "of":
            return year.isdigit() and len(year) == 4
    return False


def of_another_count(sentence: Sentence, since: int, trigger: Token) -> bool:
    """Whether a "since" stands with a noun that counts others: "killed two, raising the toll since May to 90"."""
    above = sentence.tokens[sentence.tokens[since].head]
    if above.i <= trigger.i or any(a.i == above.i for a in sentence.ancestors(trigger.i)):
        return False
    return above.pos == "NOUN" or any(k.dep == "dobj" for k in sentence.kids(above.i))


def _of_the_clause(sentence: Sentence, since: int, trigger: Token) -> bool:
    """Whether a "since" belongs to the word of harm: in "killed three, bringing to 87 the dead since" it does not."""
    above = sentence.tokens[since]
    if above.dep == "mark":
        above = sentence.tokens[above.head]
    up = [a.i for a in sentence.ancestors(above.i)]
    own = {trigger.i, *(a.i for a in sentence.ancestors(trigger.i))}
    if since in own:
        return False  # "the first talks since the fighting in which hundreds died"
    # "the number killed since", "killed or abducted since"
    own |= {k.i for k in sentence.kids(trigger.i, "acl", "relcl", "conj")}
    for n in up:
        if n in own:
            return True
        if sentence.tokens[n].pos in ("VERB", "AUX") or sentence.tokens[n].dep == "appos":
            return False  # "…, the worst day since the truce collapsed"
    return False


def _since_what(sentence: Sentence, i: int, trigger: Token, lexicon: Lexicon) -> bool:
    """ "Since the siege began", "since the truce collapsed": what lasts, or what has changed."""
    since = sentence.tokens[i]
    if not _of_the_clause(sentence, i, trigger):
        return False
    lasting = lexicon.scopes.words(ScopeKind.SERIES) | lexicon.scopes.words(ScopeKind.TURN)
    if since.dep == "prep":
        return any(p.lemma in lasting for p in sentence.kids(i, "pobj"))
    verb = sentence.tokens[since.head]
    told = sentence.kids(verb.i, "nsubj", "nsubjpass", "dobj")
    many = any(s.tag == "NNS" and s.lemma in _WAVES for s in told)  # "since the protests began"
    return many or any(s.lemma in lasting for s in told) or verb.lemma in lexicon.scopes.words(ScopeKind.TURN)


#: What is a series where there are several.
_WAVES = frozenset({
    "attack", "clash", "demonstration", "killing", "protest", "raid", "rally", "riot", "strike", "talk",
})  # fmt: skip


def _in_unrest(sentence: Sentence, trigger: Token, group: Group) -> bool:
    """ "More than 450 people have been killed in the unrest in the south": so many die over weeks."""
    if group.low < _MANY or not any(k.lemma == "have" for k in sentence.kids(trigger.i, "aux")):
        return False
    if any(t.ent == "DATE" for t in sentence.tokens):
        return False  # "… in fighting since Sunday"
    preps = [p for p in sentence.kids(trigger.i, "prep") if p.lower in ("in", "during")]
    within = [o for p in preps for o in sentence.kids(p.i, "pobj")]
    return any(o.lemma in _UNREST or (o.tag == "NNS" and o.lemma in _WAVES) for o in within)


_UNREST = frozenset({"crackdown", "unrest"})


def _of_an_aside(sentence: Sentence, i: int, trigger: Token) -> bool:
    """Whether a word stands in a relative clause that the harm is outside of: "the union, founded in 2009, said"."""
    inside = next((a.i for a in sentence.ancestors(i) if a.dep == "relcl"), None)
    return inside is not None and inside not in {trigger.i, *(a.i for a in sentence.ancestors(trigger.i))}


def is_running_total(sentence: Sentence, group: Group, lexicon: Lexicon) -> bool:
    """Whether the number includes all victims so far ("a total of 12", "so far", "has risen to")."""
    before, behind = _BESIDE
    words = " ".join(t.lower for t in sentence.tokens[max(0, group.first - before) : group.last + behind])
    return any(f" {p} " in f" {words} " for p in lexicon.scopes.words(ScopeKind.RUNNING))
