"""Dates: temporal expressions with their TIMEX3 value, the days they cover, precision and anchor.

The forms are rules in ``data/timexes.toml``; :mod:`sourcebook.read.timexes` reads what they match. This stage finds
them in sentences and datelines, tells which way the verb looks, and keeps what was spoken of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.calendar import TimexRule
from sourcebook.read.timevalues import Clock, Reading
from sourcebook.read.timexes import READERS
from sourcebook.records import BlockKind, Found, Parsed, Rejected, Sentence, Span, TimeMention, Token

#: Month names that are also other words, and so need a capital and company ("May", "March").
_ALSO_WORDS = frozenset({"may", "march", "mar", "sun", "sat", "dec", "sept", "sep", "jan"})
_LEADS = re.compile(
    r"\b(?:in|since|of|until|till|by|during|from|between|to|through|early|late|mid|last|this|"
    r"next|end|on|for|and|before|after)[ -]?$",
    re.IGNORECASE,
)
#: Verbs that send their infinitive into the future, by lemma: "agreed to meet on Monday".
_SENDS_AHEAD = frozenset(
    {
        "expect",
        "plan",
        "schedule",
        "intend",
        "prepare",
        "hope",
        "want",
        "agree",
        "set",
        "due",
        "urge",
        "vow",
        "promise",
        "decide",
        "slate",
        "likely",
        "demand",
        "ask",
        "invite",
        "call",
        "threaten",
        "propose",
        "order",
        "wait",
        "aim",
        "need",
        "pledge",
        "bind",
        "suppose",
        "fix",
        "time",
        "seek",
        "offer",
        "refuse",
        "ready",
        "have",
        "be",
    }
)
#: Words that put a deadline or a beginning before a date.
_UNTIL = re.compile(
    r"\b(?:by|as soon as|as early as|no later than|beginning|starting|deadline of|due(?: on)?|"
    r"scheduled for|set for)(?: the end of)? $",
    re.I,
)
#: Modals and auxiliaries that look ahead.
_AHEAD = frozenset({"will", "'ll", "shall", "wo", "would", "should", "may", "might", "can", "must"})
#: Plans, whenever they were made: "was scheduled for Monday".
_PLANNED = frozenset({"schedule", "plan", "slate", "expect"})
#: Nouns of what is announced beforehand: "Monday's election" may be to come when its verb says so.
_ANNOUNCED = frozenset(
    {
        "election",
        "vote",
        "poll",
        "meeting",
        "summit",
        "talk",
        "hearing",
        "deadline",
        "session",
        "referendum",
        "ballot",
        "inauguration",
        "visit",
        "trial",
        "runoff",
        "ceremony",
        "conference",
        "game",
        "match",
        "debate",
        "primary",
    }
)
#: Verbs of saying: their present tense reports what was said.
_SPEECH = frozenset({"say", "tell", "report", "announce", "add", "state", "quote", "warn", "confirm", "deny"})
#: Countries where 3/4 is the third of April are all but these (ISO codes).
_MONTH_FIRST = frozenset({"US", "PH", "CA", None})


def find_dates(parsed: Parsed, lexicon: Lexicon) -> Found[TimeMention]:
    """Every temporal expression of the article, in page order."""
    published = parsed.article.published
    today = published.low if published else None
    month_first = _country(parsed, lexicon) in _MONTH_FIRST
    items: list[TimeMention] = []
    rejected: list[Rejected] = []
    last: Reading | None = None
    quarter: Reading | None = None
    for span, sentence in _stretches(parsed):
        text = span.of(parsed.text)
        for rule, m in lexicon.timexes.matches(text, lambda r, m, s=sentence: _usable(r, m, s)):  # type: ignore[misc]
            place = Span(span.start + m.start(), span.start + m.end())
            clock = Clock(today, _ahead(sentence, place, parsed.text), last, quarter, month_first)
            reading = READERS[rule.reads](m, clock)
            if reading is None:
                rejected.append(Rejected("dates", place, Reason.NOT_A_DATE, rule.id))
                continue
            if reading.refers and re.fullmatch(r"\d{4}-Q\d", reading.value):
                quarter = reading
            elif reading.value in ("P9M", "P6M", "P1Y"):  # from here on figures are for more than the quarter
                quarter = None
            if reading.refers and reading.range and reading.type in ("DATE", "TIME"):
                last = reading
            items.append(
                TimeMention(
                    id=f"{parsed.article.id}.d{len(items) + 1}",
                    article=parsed.article.id,
                    span=place,
                    text=place.of(parsed.text),
                    type=reading.type,
                    value=reading.value,
                    range=reading.range,
                    anchor=today if reading.anchored else None,
                    rule=rule.id,
                )
            )
    return Found(tuple(items), tuple(rejected))


def _stretches(parsed: Parsed) -> Iterator[tuple[Span, Sentence | None]]:
    """Sentences and dateline blocks in page order; of the dateline only what is not in a sentence."""
    lines = [b.span for b in parsed.article.blocks if b.kind is BlockKind.DATELINE]
    both: list[tuple[Span, Sentence | None]] = [(s.span, s) for s in parsed.sentences]
    both += [(d, None) for d in lines if not any(d.overlaps(s.span) for s in parsed.sentences)]
    return iter(sorted(both, key=lambda x: x[0]))


def _country(parsed: Parsed, lexicon: Lexicon) -> str | None:
    outlets = getattr(lexicon, "outlets", None)
    if outlets is None:
        return None
    for name in (parsed.article.outlet, parsed.article.url):
        found = name and (outlets.at(name) or outlets.named(name))
        if found:
            return str(found.country)
    return None


def _usable(rule: TimexRule, m: re.Match[str], sentence: Sentence | None) -> bool:
    """Whether a month or weekday in the match is one: "may" and "March on" are not."""
    groups = m.re.groupindex
    if "month" in groups and (word := m["month"]):
        plain = word.lower().rstrip(".")
        if plain == word and (plain in _ALSO_WORDS or rule.reads == "month"):
            return False
        if rule.reads == "day_month" and m["yy"] and not word.isupper():
            return False
        if plain in ("may", "march") and rule.reads in ("month", "month_day", "relative_month"):
            return _is_month(m, word, sentence)
        if (
            len(plain) <= 4
            and plain not in ("june", "july")
            and rule.reads == "month"
            and not word.endswith(".")
            and plain != "may"
        ):
            return False
    if "weekday" in groups and (word := m["weekday"]) and len(word.rstrip(".")) <= 5:
        return not word.islower()
    return True


def _is_month(m: re.Match[str], word: str, sentence: Sentence | None) -> bool:
    if "dom" in m.re.groupindex and m["dom"]:
        return True
    token = sentence.at(sentence.span.start + m.start("month")) if sentence else None
    if token and token.tag in ("MD", "VB", "VBP", "VBD"):
        return False
    if token and token.tag == "NNP" and word.istitle() and token.i > 0 and token.dep != "nsubj":
        return True
    before = m.string[: m.start("month")]
    return bool(_LEADS.search(before)) or (m.start("month") > m.start())


def _ahead(sentence: Sentence | None, span: Span, text: str) -> bool:
    """Whether the verb that governs the expression speaks of what is to come."""
    if sentence is None or sentence.block is BlockKind.HEADLINE:
        return False
    token = sentence.at(span.start) or sentence.tokens[0]
    before = [t for t in sentence.tokens[max(0, token.i - 2) : token.i] if t.lower != "on"]
    if before and before[-1].tag == "VBD" and before[-1].lemma not in _PLANNED:
        return False  # "said Friday"
    verbs = {t.lower for t in sentence.tokens[max(0, token.i - 12) : token.i]}
    if "had" not in verbs and _UNTIL.search(text[max(sentence.span.start, span.start - 40) : span.start]):
        return True
    end = sentence.at(span.end - 1) or token
    # The head of the expression is the token whose own head lies outside it.
    head = next((t for t in sentence.tokens[token.i : end.i + 1] if not token.i <= t.head <= end.i), end)
    chain = [head, *sentence.ancestors(head.i)]
    if head.dep == "poss" and len(chain) > 1 and chain[1].lemma not in _ANNOUNCED:
        return False  # "Sunday's attack"
    verb = next((t for t in chain if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    return _looks_ahead(sentence, verb)


def _looks_ahead(sentence: Sentence, verb: Token) -> bool:
    helpers = [t.lower for t in sentence.kids(verb.i, "aux", "auxpass")]
    if any(h in _AHEAD for h in helpers):
        # "would have met", "may have met" look back
        return "have" not in helpers
    if "to" in helpers or verb.tag == "VB":
        if verb.head == verb.i:
            return "to" in helpers
        governor = sentence.tokens[verb.head]
        if governor.lemma in _SENDS_AHEAD or governor.lower in _SENDS_AHEAD:
            return governor.tag != "VBD" or governor.lemma not in ("be", "have")
        return governor.pos in ("NOUN", "PROPN") and "to" in helpers and verb.dep in ("acl", "relcl")
    if verb.tag == "VBG" and any(h in ("is", "are", "am", "'s", "'re") for h in helpers):
        return True
    if verb.tag in ("VBZ", "VBP") and verb.lemma not in _SPEECH and verb.lemma not in ("be", "have"):
        return not helpers
    if verb.tag == "VBN" and any(h in ("is", "are") for h in helpers):
        return True
    return verb.lemma in _PLANNED
