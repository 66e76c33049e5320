"""What a sentence says around a toll: whether the harm was real, of one incident or of a period, new or a running total."""

from __future__ import annotations

from sourcebook.errors import Reason
from sourcebook.read.victims import Group
from sourcebook.records import Sentence, Token

_NEVER = frozenset({"not", "n't", "never", "nor", "hardly"})
_MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must", "will", "'ll", "shall", "wo"})
_UNREAL_HEADS = frozenset(
    [
        "plan",
        "threaten",
        "vow",
        "intend",
        "try",
        "attempt",
        "want",
        "plot",
        "promise",
        "conspire",
        "hope",
        "seek",
        "prepare",
        "order",
        "urge",
        "call",
        "offer",
        "aim",
        "swear",
        "pledge",
        "warn",
        "fear",
        "wish",
        "design",
        "mean",
        "allow",
        "refuse",
        "fail",
        "decide",
        "ask",
        "tell",
        "tempt",
        "encourage",
        "incite",
        "risk",
        "avoid",
        "prevent",
    ]
)
_REPORTS = frozenset(
    {
        "report",
        "believe",
        "say",
        "think",
        "know",
        "confirm",
        "fear",
        "feared",
        "seem",
        "appear",
        "rise",
        "happen",
        "continue",
        "go",
        "allege",
        "presume",
        "claim",
        "understand",
        "bring",
        "total",
    }
)


def unreal(sentence: Sentence, trigger: Token) -> tuple[Reason, str] | None:
    """Why the harm did not happen, or is not said to have: negated, only possible, planned, conditional."""
    verb = trigger
    if trigger.pos in ("ADJ", "NOUN") or trigger.dep in ("acomp", "oprd", "attr"):
        head = sentence.tokens[trigger.head]
        if trigger.dep in ("acomp", "oprd", "attr") and head.pos in ("VERB", "AUX"):
            verb = head
    kids = sentence.kids(verb.i)
    if any(k.dep == "neg" or k.lower in _NEVER for k in kids) and verb.lemma not in ("die",):
        return Reason.NEGATED, "negated"
    for chain in (verb, *sentence.ancestors(verb.i)[:1]):
        if chain is not verb and not (verb.dep in ("xcomp", "conj") and chain.pos == "VERB"):
            continue
        for aux in sentence.kids(chain.i, "aux"):
            if aux.lower in _MODALS and not _perfect(sentence, chain, aux):
                return Reason.HYPOTHETICAL, aux.lower
            if aux.lower in ("could", "might", "would") and _perfect(sentence, chain, aux) and chain is verb:
                return Reason.HYPOTHETICAL, aux.lower
    if any(k.dep == "mark" and k.lower in ("if", "unless", "lest") for k in kids):
        return Reason.HYPOTHETICAL, "if"
    before = sentence.tokens[max(0, verb.i - 2) : verb.i]
    if any(t.lower in ("without", "from") and t.dep == "prep" for t in before) and verb.tag == "VBG":
        if any(t.lower == "without" for t in before):
            return Reason.NEGATED, "without"
        if sentence.tokens[before[-1].head].lemma in ("prevent", "stop", "keep", "refrain"):
            return Reason.NEGATED, "prevented"
    if any(a.lower == "to" for a in sentence.kids(verb.i, "aux")):
        head = sentence.tokens[verb.head]
        if (
            verb.tag == "VB"
            and not (verb.dep == "xcomp" and head.lemma in _REPORTS)
            and not _perfect_infinitive(sentence, verb)
        ):
            return Reason.HYPOTHETICAL, f"{head.lower} to"
    head = sentence.tokens[verb.head]
    if verb.tag == "VBG" and verb.dep in ("pcomp", "xcomp") and head.lemma in ("avoid", "prevent", "risk"):
        return Reason.HYPOTHETICAL, head.lower
    if verb.dep in ("conj",) and verb.tag == "VB":
        return unreal(sentence, head) if head.pos == "VERB" and head.i < verb.i else None
    return None


def _perfect(sentence: Sentence, verb: Token, aux: Token) -> bool:
    """ "may have been killed": possible, but past; only "could have", "might have", "would have" are contrary to fact."""
    return any(a.lemma == "have" and a.i > aux.i for a in sentence.kids(verb.i, "aux"))


def _perfect_infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(a.lemma == "have" for a in sentence.kids(verb.i, "aux"))


_PERIOD_PHRASES = tuple(
    tuple(p.split())
    for p in (
        "this year", "so far this year", "last year", "each year", "every year", "per year", "a year", "annually",
        "every day", "each day", "a day", "per day", "in recent months", "in recent years", "in recent weeks",
        "recently", "over the years", "over the past", "over the last", "in the past year", "in the past decade",
        "in the past month", "in the past months", "in the past few", "in the last year", "in the last month",
        "in the last few", "in the last two", "in the last three", "in the past two", "in the past three",
        "in the past six", "in the last six", "during the war", "in the war", "during the conflict",
        "in the conflict", "since the start", "since the beginning", "since the war", "since the conflict",
        "since the outbreak", "since fighting", "since last", "this month", "throughout the war", "civil war",
        "years of war", "years of fighting", "years of conflict", "over the course of", "to date", "during the campaign",
        "since the uprising", "since the revolution", "since the invasion", "since the coup", "so far in", "this week alone",
        "over several", "in the two months", "in three weeks of", "in weeks of", "in months of", "weeks of fighting",
        "days of fighting", "months of fighting", "the city 's", "the county 's", "homicide of the year", "year to date",
        "in the past 12", "in the past five", "in the past 10", "in the last five", "in the last 10", "nationwide", "statewide",
    )
)  # fmt: skip


def counts_a_period(sentence: Sentence, trigger: Token, group: Group) -> bool:
    """Whether the toll sums up a year, a war or a series of events, and so is no one incident's."""
    if group.low == 1 and group.high == 1:
        return False
    words = [t.lower for t in sentence.tokens]
    for phrase in _PERIOD_PHRASES:
        n = len(phrase)
        for i in range(len(words) - n + 1):
            if tuple(words[i : i + n]) == phrase and abs(i - trigger.i) <= 18:
                if (
                    len(phrase) == 2
                    and phrase[0] == "a"
                    and i + n < len(words)
                    and words[i + n] in ("after", "before", "earlier", "later", "ago", "-")
                ):
                    continue
                if phrase == ("civil", "war") and not set(words[max(0, i - 3) : i]) & {"in", "during", "the", "since"}:
                    continue
                return True
    for i, word in enumerate(words[:-1]):
        if word == "since" and abs(i - trigger.i) <= 18 and sentence.tokens[i].dep in ("prep", "mark"):
            rest = sentence.tokens[i + 1 : i + 4]
            if any(t.ent == "DATE" or t.lower.isdigit() for t in rest):
                return True
    return False


def is_running_total(sentence: Sentence, trigger: Token, toll_noun: bool, group: Group) -> bool:
    """Whether the number includes all victims so far ("the toll rose to 20", "a total of 12", "so far")."""
    if toll_noun:
        return True
    words = [t.lower for t in sentence.tokens[max(0, group.first - 4) : group.last + 8]]
    joined = " " + " ".join(words) + " "
    return any(
        p in joined
        for p in (
            " total of ",
            " in all ",
            " so far ",
            " in total ",
            " to at least ",
            " combined total ",
            " risen to ",
            " rose to ",
        )
    )
