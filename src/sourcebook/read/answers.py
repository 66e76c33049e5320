"""Answers: which claim of the article a denial, confirmation or dispute is about.

What is answered is told in one of four ways, tried in this order: the claim stands in the answer itself ("rejected
claims by the rebels that …"); the content only points ("denies this"); it is a noun for something said ("rejected the
accusation", "disputes the army's figure"); it says the thing again ("denied that its drones had been in the air").
The candidates are the claims of others. Each gets points for what it shares with the answer; the best one is taken if
it has enough, else the answer is about nothing that the article attributes.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.answers import AnswerRule
from sourcebook.lexicon.parties import Sort, words_of
from sourcebook.records import BlockKind, Claim, Parsed, SourceKind, Stance, Token

ANSWERS = frozenset({Stance.DENY, Stance.CONFIRM, Stance.DISPUTE})
_AGAINST = frozenset({Stance.DENY, Stance.DISPUTE})
#: Contents that only point.
_POINTING = frozenset({"this", "that", "it", "these", "those", "them", "so", "both", "either", "any", "all", "such"})
_NO_OWNER = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "such", "all", "any", "no", "its", "their", "his"}
)
#: What opens a short phrase that goes back to something told: "disputes the timing".
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ITS_OWN = frozenset({"its", "his", "her", "their", "own", "our", "my"})
_STATE = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE})
_OUTLETS = frozenset({SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA, SourceKind.DOCUMENT})
#: Words that end the part of a content that holds its head noun.
_AFTER_HEAD = re.compile(r"\s(?:that|of|by|from|in|as|about|on|over|for|to|with|which|who|made|whether)\b|[,;:(—–“\"]")
_OWNER = re.compile(r"^[\"“]?(?:the |an? )?(.+?)(?:['’]s|s['’])\s", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|from)\s+((?:the |an? )?[^,;]+?)(?=\s+(?:that|of|about|on)\b|[,;“\"]|$)")
_NO = frozenset({"no", "none", "nobody", "nothing", "never", "neither", "nor", "not", "n't", "without"})
_PLAIN = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "X", "NUM"})
_WEAK = frozenset({
    "be", "have", "do", "say", "tell", "make", "take", "go", "come", "get", "give", "people", "man", "woman", "year",
    "day", "time", "week", "other", "any", "own", "not", "more", "also", "there", "claim", "report", "accusation",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip

# Points, set by hand on the open half of the own gold and the seeds; the order among them is what matters.
#: What the answer's words share, each; a word that half the claims have says less.
_SHARED, _COMMON = 1.0, 0.4
#: The candidate speaks of the one who answers, by name or state; of any army or police where such a one answers.
_NAMED, _SAME_SORT = 1.5, 0.5
#: An accusation is what is denied first of all; a claim of the sort that the noun stands for.
_ACCUSES, _FITS = 0.8, 1.0
#: Both tell of violence.
_BOTH_VIOLENT = 0.6
#: What says that a thing is not so is not what is confirmed or denied in words that say that it is.
_OTHER_WAY = 0.8
#: For each sentence between them; for an answer that comes first; and for a claim that follows in the same breath.
_FAR, _LATER = 0.2, 1.2
#: What only points, points to what was said last: each sentence between them counts more.
_POINTS, _FAR_POINTED = 2.5, 0.6
#: What is said again with a word that goes back: "denied that they had planted it".
_GOES_BACK, _BACK = 0.5, frozenset({"it", "them", "him", "her"})
#: Enough: for what points or names; for a denial, and for a doubt, that says it again; for a confirmation, which mostly
#: tells something new.
_ENOUGH, _ENOUGH_DENIAL, _ENOUGH_CLAUSE, _ENOUGH_CONFIRM = 0.8, 1.0, 1.8, 2.0
#: So many sentences on, such a word still goes back to what was said.
_NEAR = 3
#: Claims farther than so many sentences are not looked at.
_REACH = 40


def with_answers(parsed: Parsed, claims: Sequence[Claim], lexicon: Lexicon) -> tuple[Claim, ...]:
    """The same claims, each denial, confirmation and dispute with the claim that it is about."""
    if not any(c.stance in ANSWERS for c in claims):
        return tuple(claims)
    told = _Told(parsed, claims, lexicon)
    about: dict[str, str | None] = {}
    for n, claim in enumerate(claims):
        if claim.stance in ANSWERS:
            about[claim.id] = told.answered(n, about)
    return tuple(replace(c, about=about.get(c.id)) for c in claims)


@dataclass(frozen=True)
class _Asked:
    """What an answer's content says of the claim it answers."""

    pointing: bool
    noun: AnswerRule | None
    owner: str
    own: bool
    restated: bool
    short: bool


class _Told:
    """All claims of an article with the words of their contents."""

    def __init__(self, parsed: Parsed, claims: Sequence[Claim], lexicon: Lexicon) -> None:
        self.claims = claims
        self._parsed, self._lexicon = parsed, lexicon
        self._at = {s.id: n for n, s in enumerate(parsed.sentences)}
        self._claim = {c.id: c for c in claims}
        self._headings = {s.id for s in parsed.sentences if s.block is BlockKind.HEADLINE}
        self.words = [self._words(self._tokens(c)) for c in claims]

    @cached_property
    def _df(self) -> Counter[str]:
        return Counter(w for words in self.words for w in words)

    @cached_property
    def _violent(self) -> list[bool]:
        return [any(self._is_event(t) for t in self._tokens(c)) for c in self.claims]

    @cached_property
    def _negated(self) -> list[bool]:
        return [any(t.dep == "neg" or t.lower in _NO for t in self._tokens(c)) for c in self.claims]

    @cached_property
    def _countries(self) -> list[frozenset[str]]:
        return [self._countries_of(c.content_text) for c in self.claims]

    def answered(self, n: int, about: dict[str, str | None]) -> str | None:
        """The id of the claim that claim ``n`` answers. ``about``: what earlier answers answer."""
        claim = self.claims[n]
        asked = self._asked(claim)
        if asked.noun is not None:
            nested = next((c for c in self.claims if self._heads(c, claim)), None)
            if nested is not None:
                return nested.id
        if asked.own and claim.stance is Stance.CONFIRM:
            return None
        if asked.pointing and claim.stance in _AGAINST and (also := self._also(n)) is not None:
            return about.get(also)
        best: tuple[float, str] | None = None
        for m, other in enumerate(self.claims):
            if not self._may_be(other, claim, asked):
                continue
            behind = self._at[claim.sentence] - self._at[other.sentence]
            if abs(behind) > _REACH:
                continue
            points = self._points(n, m, asked, behind)
            # of two in one sentence what only points goes back to what was said last
            if points is not None and (best is None or points > best[0] or (asked.pointing and points == best[0])):
                best = (points, other.id)
        return best[1] if best else None

    def _heads(self, inner: Claim, claim: Claim) -> bool:
        """Whether a claim of somebody else opens the answer's content: "rejected | claims by the rebels that …"."""
        start = claim.content[0].start
        return (
            inner.inside == claim.id
            and inner.source.entity != claim.source.entity
            and bool(inner.cue)
            and len(self._parsed.text[start : inner.cue[0].start].split()) <= 4
        )

    def _also(self, n: int) -> str | None:
        """The denial right before this one, where that was said last: "Bek denied it. The firm also denied this"."""
        claim = self.claims[n]
        before = [c for c in self.claims[:n] if self._at[claim.sentence] - self._at[c.sentence] in (0, 1)]
        last = before[-1] if before else None
        return last.id if last is not None and last.stance in _AGAINST else None

    def _asked(self, claim: Claim) -> _Asked:
        words = " ".join(claim.content_text.split())
        cut = _AFTER_HEAD.search(words)
        core = words[: cut.start()] if cut else words
        low = [w.strip("\"“”'‘’.").lower() for w in core.split()]
        noun = self._lexicon.answers.name(low[-1]) if low else None
        clause = noun is None and bool(
            re.match(r"(?:that|whether|having|being)\b.+\s", words.lower())
            or (re.match(r"[a-z]+ing\b", words) and claim.stance is not Stance.DISPUTE)
        )
        pointing = not clause and bool(low) and low[0] in _POINTING and (len(low) == 1 or low[0] in ("that", "it"))
        pointing = pointing and noun is None and len(low) <= 2
        owner = _OWNER.match(words) if noun or not clause else None
        by = _BY.search(words) if noun else None
        beside = " ".join(w for w in low[:-1] if w not in _NO_OWNER) if noun else ""  # "the army account"
        whose = (owner.group(1) if owner else by.group(1) if by else beside).lower()
        if whose and not any(self._is_by(c, whose) for c in self.claims if c.source.entity != claim.source.entity):
            whose = ""
        rest = words[cut.end() :] if cut else ""
        return _Asked(
            pointing=pointing,
            noun=noun,
            owner=whose,
            own=bool(low) and low[0] in _ITS_OWN,
            restated=noun is not None and cut is not None and cut.group().strip() == "that" and len(rest.split()) > 3,
            short=not clause and 2 <= len(low) <= 3 and not pointing and low[0] in _DEFINITE,
        )

    def _may_be(self, other: Claim, claim: Claim, asked: _Asked) -> bool:
        if other.id == claim.id or other.stance is Stance.NO_COMMENT:
            return False
        if other.source.entity is not None and other.source.entity == claim.source.entity:
            return False
        if self._headings & {other.sentence, claim.sentence} and _head(other) == _head(claim):
            return False  # "union" of the headline is "a trade union"
        if other.inside == claim.id or self._holds(other, claim) or other.content == claim.content:
            return False
        if not other.source.spans and other.rule.startswith(("seem", "intend")):
            return False
        denial = asked.noun is not None and asked.noun.id == "denial"
        if other.stance in _AGAINST:
            return denial or (claim.stance is Stance.DISPUTE and not asked.pointing)
        return not denial

    def _holds(self, outer: Claim, claim: Claim) -> bool:
        """Whether the answer stands in the other claim: "the radio said the army denied it"."""
        above = claim.inside
        for _ in range(5):
            if above is None:
                return False
            if above == outer.id:
                return True
            above = self._claim[above].inside if above in self._claim else None
        return False

    def _points(self, n: int, m: int, asked: _Asked, behind: int) -> float | None:
        """How well claim ``m`` fits as what claim ``n`` answers; None: not enough."""
        claim, other = self.claims[n], self.claims[m]
        later = behind < 0 or (behind == 0 and other.cue[:1] > claim.cue[:1])
        if claim.sentence in self._headings:  # a headline answers what the report then tells
            later, behind = False, abs(behind)
        owned = self._is_by(other, asked.owner) if asked.owner else None
        if owned is False and asked.noun is not None:
            return None
        if asked.noun is not None and asked.noun.number and not self._has_number(other):
            return None
        shared = self.words[n] & self.words[m]
        points = sum(_COMMON if 2 * self._df[w] > len(self.claims) > 4 else _SHARED for w in shared)
        again = points
        named = self._names(m, claim)
        points += named / 2 if asked.pointing else named  # what only points goes back to what was said last
        if claim.stance in _AGAINST and other.stance is Stance.ACCUSE and asked.noun is None:
            points += _ACCUSES
        if claim.stance is Stance.DENY and self._violent[n] and self._violent[m] and not shared:
            points += _BOTH_VIOLENT
        points -= _FAR * abs(behind) + (_LATER if later else 0)
        if owned:
            points += _FITS * 2
        if asked.pointing or (asked.short and asked.noun is None and claim.stance is not Stance.DENY):
            if later or behind > 4:
                return None
            points += _POINTS - _FAR_POINTED * behind
            return points if points >= _ENOUGH else None
        if asked.noun is not None:
            fits = other.stance in asked.noun.stances
            fits = fits or (asked.noun.id == "accusation" and "alleg" in other.cue_text.lower())
            told = asked.noun.told and (other.source.kind in _OUTLETS or "report" in other.cue_text.lower())
            points += _FITS * (fits + told)
            if asked.restated:
                return points if again >= _SHARED and points >= _ENOUGH_CLAUSE else None
            if not (fits or told or owned):
                return None
            if later and not owned and again < 2:
                return None
            return points if points >= _ENOUGH else None
        if later and again < 2 * _SHARED:
            return None
        if self._negated[m] and not self._negated[n]:
            points -= _OTHER_WAY
        if again and 0 < behind < _NEAR and any(t.lower in _BACK and t.dep == "dobj" for t in self._tokens(claim)):
            points += _GOES_BACK
        if claim.stance is Stance.CONFIRM:
            return points if again >= 2 * _SHARED and points >= _ENOUGH_CONFIRM else None
        enough = _ENOUGH_DENIAL if claim.stance is Stance.DENY else _ENOUGH_CLAUSE
        return points if (again or named or other.stance is Stance.ACCUSE) and points >= enough else None

    def _names(self, m: int, claim: Claim) -> float:
        """Points where the claim speaks of the one who answers."""
        source, other = claim.source, self.claims[m]
        content = {w.lower().removesuffix("'s").removesuffix("’s") for w in re.findall(r"[\w'’-]+", other.content_text)}
        names = {
            w.lower().removesuffix("'s").removesuffix("’s")
            for w in re.findall(r"[\w'’-]+", f"{source.text} {source.resolved.split(',')[0]}")
            if w[0].isupper() and len(w) > 3 and w.lower() not in ("the", "minister", "ministry")
        }
        if names & content or (source.party and source.party in self._countries[m]):
            return _NAMED
        heads = set(re.findall(r"[a-z]{4,}", source.resolved.lower())) & content
        if any((r := self._lexicon.speakers.of(w)) is not None and r.group for w in heads):
            return _NAMED
        if source.kind in _STATE and content & {
            "army",
            "military",
            "government",
            "police",
            "soldiers",
            "troops",
            "forces",
        }:
            return _SAME_SORT
        return 0.0

    def _is_by(self, other: Claim, owner: str) -> bool:
        """Whether a claim is that of the one whom the answer names: "the monitor's figure"."""
        mine = {w for w in re.findall(r"[\w-]+", owner.lower()) if len(w) > 2 and w not in ("the", "and")}
        theirs = set(re.findall(r"[\w-]+", f"{other.source.text} {other.source.resolved}".lower()))
        if mine & theirs or (mine == {"official"} and other.source.kind in _STATE):
            return True
        country = self._countries_of(owner.title())
        return bool(country) and other.source.party in country

    def _countries_of(self, text: str) -> frozenset[str]:
        hits = self._lexicon.parties.hits(words_of(text))
        states = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.SEAT)
        return frozenset(h.entry.country.id for h in hits if h.entry.sort in states and h.entry.country)

    def _has_number(self, claim: Claim) -> bool:
        return any(t.pos == "NUM" or t.tag == "CD" for t in self._tokens(claim))

    def _is_event(self, t: Token) -> bool:
        events = self._lexicon.events
        return (t.pos == "VERB" and t.lemma in events.verbs) or (t.pos == "NOUN" and events.is_event(t.lemma))

    def _tokens(self, claim: Claim) -> list[Token]:
        sentences = self._parsed.sentences
        out: list[Token] = []
        for span in claim.content:
            first = max(bisect.bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1, 0)
            for s in sentences[first:]:
                if s.span.start >= span.end:
                    break
                out.extend(s.within(span))
        return out

    def _words(self, tokens: list[Token]) -> frozenset[str]:
        """What is compared: lemmas without endings of five letters and more ("explode", "explosion")."""
        kept = (t.lemma.lower() for t in tokens if t.pos not in _PLAIN)
        return frozenset(w[:5] for w in kept if len(w) > 2 and w not in _WEAK)


def _head(claim: Claim) -> str:
    """The last word of a source as written: "union" of "A trade union"."""
    return claim.source.text.lower().rsplit(" ", 1)[-1]
