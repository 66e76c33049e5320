"""Explanations: why a reading holds each claim, and why others were left out, with every weight that decided it.

Nothing is decided here. The drafts of an article are made once more by the same pure functions, and each is laid
beside the claim that came of it, or beside the reason for which it was left out. The terms of a draft sum to its
log-odds; a test holds that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.models import log_odds
from sourcebook.read.drafts import Draft
from sourcebook.read.judgements import LEARNT_WEIGHT, THRESHOLD, judged_drafts
from sourcebook.read.quotes import find_quotes
from sourcebook.read.silences import find_silences
from sourcebook.records import Claim, Parsed, Reading, Rejected, Span, Spans

#: The probability from which a candidate is a claim; within another's content it must be surer.
NEEDED = THRESHOLD
#: Name of the term that no weight was learnt for: what the rule, and who speaks of what, add by hand.
BY_HAND = "by-hand"
#: Before the name of a feature that tells of the cue's word and what stands around it, whatever the construction.
AROUND = "around:"
#: Between the words of a source as resolved and the same words on the page anything blank may stand.
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A possible claim taken apart. ``terms`` are feature and weight, and sum to the log-odds of ``probability``."""

    cue: Spans
    lemma: str
    rule: str
    frame: str
    source: Spans
    content: Spans
    terms: tuple[tuple[str, float], ...]
    log_odds: float
    probability: float


@dataclass(frozen=True, slots=True)
class ClaimExplained:
    """A claim with its evidence; None where a pattern made it that weighs nothing.

    ``introduction``: where the words stand that its source goes back to, None where they are the source's own or
    stand nowhere as they are.
    """

    claim: Claim
    evidence: Evidence | None
    introduction: Span | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate for a claim that was left out, with its evidence where it was weighed."""

    rejected: Rejected
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one article's claims are what they are."""

    article: str
    claims: tuple[ClaimExplained, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A rule of a data file that made a record of the reading, with its own example and counter-example."""

    stage: str
    id: str
    example: str
    counter_example: str


def explain(reading: Reading, lexicon: Lexicon) -> tuple[Explanation, ...]:
    """Explain the claims of every article of a reading, in its order. The reading must hold its sentences."""
    out = []
    for article in reading.articles:
        sentences = tuple(s for s in reading.sentences if s.article == article.id)
        parsed = Parsed(reading.page, article, sentences)
        quotes = find_quotes(parsed)
        silent = find_silences(parsed, lexicon.speakers)
        drafts = [*silent, *judged_drafts(parsed, quotes, lexicon)]
        by_cue: dict[int, list[Draft]] = {}
        for d in drafts:
            by_cue.setdefault(d.cue[0].start, []).append(d)
        claims = tuple(
            ClaimExplained(c, _evidence(_made(c, by_cue), lexicon), _introduction(c, reading.page.text, article.span))
            for c in reading.claims
            if c.article == article.id
        )
        left_out = tuple(
            LeftOut(r, _evidence(_dropped(r, by_cue), lexicon))
            for r in reading.rejected
            if r.stage == "claims" and article.span.holds(r.span)
        )
        out.append(Explanation(article.id, claims, left_out))
    return tuple(out)


def rules_used(reading: Reading, lexicon: Lexicon) -> tuple[RuleUsed, ...]:
    """The rules that made the reading's claims, mentions, tolls and dates: by stage, by name, each once.

    Rules that are code and no entry of a file (patterns, place rules) are not among them.
    """
    ids = {
        "claims": {c.rule.partition("/")[0] for c in reading.claims},
        "mentions": {m.rule for m in reading.mentions},
        "tolls": {t.rule.rpartition("/")[0].rpartition(" ")[2] for t in reading.tolls},
        "dates": {d.rule for d in reading.dates},
    }
    files: dict[str, Iterable[Any]] = {
        "claims": lexicon.cues.rules,
        "mentions": lexicon.events.rules,
        "tolls": lexicon.harms.rules,
        "dates": lexicon.timexes.rules,
    }
    return tuple(
        RuleUsed(stage, rule.id, rule.example, rule.counter_example)
        for stage, rules in files.items()
        for rule in sorted(rules, key=lambda r: str(r.id))
        if rule.id in ids[stage]
    )


def _made(claim: Claim, by_cue: dict[int, list[Draft]]) -> Draft | None:
    """The draft that became the claim: same cue, rule and frame, the nearest score."""
    beside = [d for d in by_cue.get(claim.cue[0].start, ()) if f"{d.rule.id}/{d.frame}" == claim.rule]
    return min(beside, key=lambda d: abs(d.score - claim.score), default=None)


def _dropped(rejected: Rejected, by_cue: dict[int, list[Draft]]) -> Draft | None:
    """The best draft of a cue that was left out."""
    beside = [d for d in by_cue.get(rejected.span.start, ()) if d.cue[-1].end == rejected.span.end]
    return max(beside, key=lambda d: d.score, default=None)


def _evidence(d: Draft | None, lexicon: Lexicon) -> Evidence | None:
    if d is None:
        return None
    odds = log_odds(d.score, 1e-9)
    weighed = _weighed(d, lexicon)
    by_hand = odds - sum(weight for _, weight in weighed)
    terms = (*weighed, (BY_HAND, by_hand)) if abs(by_hand) > 1e-6 else weighed
    return Evidence(
        cue=d.cue,
        lemma=d.token_lemma,
        rule=d.rule.id,
        frame=d.frame,
        source=d.source,
        content=d.content,
        terms=terms,
        log_odds=odds,
        probability=d.score,
    )


def _weighed(d: Draft, lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    """The terms of both views, each in the share that it has in the log-odds (``read.judgements``)."""
    by_rule = lexicon.cues.terms(d.features)
    # A silence is counted, not weighed: it has no features with weights, and no bias.
    by_rule = by_rule if any(name != "bias" for name, _ in by_rule) else ()
    around = lexicon.cues.words.terms(d.signs) if d.signs else ()
    share = LEARNT_WEIGHT if by_rule and around else 1.0
    return (
        *((name, weight * (1 - share if around else 1.0)) for name, weight in by_rule),
        *((AROUND + name, weight * share) for name, weight in around),
    )


def _introduction(claim: Claim, text: str, article: Span) -> Span | None:
    """Where the words of a resolved source first stand in the article."""
    source = claim.source
    if not source.spans or not source.resolved.strip() or _same(source.resolved, source.text):
        return None
    pattern = r"\s+".join(re.escape(word) for word in source.resolved.split())
    found = re.compile(pattern).search(text, article.start, article.end)
    return Span(*found.span()) if found else None


def _same(a: str, b: str) -> bool:
    return _BLANK.sub(" ", a).strip().lower() == _BLANK.sub(" ", b).strip().lower()
