"""Bulletins: what a body denies, or lays to others, in a statement of its own, where no verb says that it says so.

"We had no part in the raid", "No fighter of the Front was in the town", "The raid was the work of the League": in the
bulletin of an armed group or a press office these are answers as much as what a newspaper has its spokesman say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sourcebook.lexicon import Lexicon
from sourcebook.link.disclaimers import accused_in, denial_of
from sourcebook.link.families import ATTACKS
from sourcebook.link.names import folded
from sourcebook.link.replies import says_no_event
from sourcebook.link.testimonies import Testimonies, Voice
from sourcebook.records import (
    Article,
    BlockKind,
    Claim,
    Factuality,
    Question,
    Quotation,
    Reading,
    Sentence,
    Source,
    SourceKind,
    Span,
    Stance,
)

#: An answer of a bulletin: the sentence, its question, whom it names ("" in a denial).
Answer = tuple[Sentence, Question, str]

_SPEAKS = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.GOVERNMENT})
#: Names of those who publish for a body: "Coast League Press Office", "Voice of the Brigades".
_DESK = re.compile(
    r"\b(?:(?:press|media|information|communications?) (?:office|cent(?:re|er)|team|wing|desk|department|bureau)"
    r"|headquarters|spokesman|spokesperson|command|ministry|government|presidency)\b|^(?:the )?voice of ",
    re.I,
)
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
#: Whoever has fighters and soldiers is no newspaper: "our fighters".
_OUR_MEN = re.compile(
    r"\b(?:we|our) (?:[\w-]+ )?(?:aircraft|brigades?|combatants|drones|fighters|forces|gunners|guns|heroes|jets"
    r"|militants|mujahideen|planes|soldiers|troops|units|warplanes)\b",
    re.I,
)


def own_answers(
    reading: Reading, lexicon: Lexicon, told_by: Testimonies, incident_of: Mapping[str, str]
) -> Iterator[tuple[str, Voice, Answer]]:
    """What the page's bulletins answer in their own words, each with the incident that it is said of."""
    said = [s for c in reading.claims for s in (*c.content, *c.cue)]
    for article in reading.articles:
        body = _body_of(article, reading, told_by)
        if body is None:
            continue
        voice = Voice(article, None)
        for s in (s for s in reading.sentences if s.article == article.id and s.block is BlockKind.BODY):
            if any(s.span.overlaps(part) for part in said):
                continue
            incident = _incident(s, reading, incident_of)
            answer = _answer(s, body, reading, lexicon)
            if incident is not None and answer is not None:
                yield incident, voice, answer


def _body_of(article: Article, reading: Reading, told_by: Testimonies) -> tuple[str, SourceKind] | None:
    """Whose bulletin an article is, and what kind of body it is; None: a newspaper's report."""
    name, kind = told_by.own_names[article.id], told_by.own_kinds[article.id]
    told = _QUOTED.sub(" ", article.span.of(reading.page.text))
    if kind in _SPEAKS:
        return name, kind
    if _DESK.search(name) or _OUR_MEN.search(told):
        return name, SourceKind.ARMED_GROUP
    return None


def _answer(s: Sentence, body: tuple[str, SourceKind], reading: Reading, lexicon: Lexicon) -> Answer | None:
    text = s.span.of(reading.page.text).rstrip(" .\n")
    name, kind = body
    own = _with_itself(text, name)
    source = Source((), name, name, kind=kind)
    whole = (Span(s.span.start, s.span.start + len(text)),)
    claim = Claim(
        "", s.article, s.id, source, (), "said", whole, own, Stance.ASSERT, Quotation.DIRECT, "own-words/clause", 1.0
    )
    if denial_of(claim, reading, lexicon):
        return s, Question.RESPONSIBILITY, ""
    here = [m for m in reading.mentions if m.sentence == s.id and m.claim is None and m.event_type in ATTACKS]
    undone = bool(here) and all(m.factuality is Factuality.CERTAINLY_NOT for m in here)
    if says_no_event(claim, lexicon.questions) or lexicon.answers.says_false(text) or undone:
        return s, Question.OCCURRENCE, ""
    found = accused_in(claim, lexicon.accusations)
    if found is not None and found.told and _NAME.match(found.name) and folded(found.name) not in folded(name):
        return s, Question.RESPONSIBILITY, found.name
    return None


_NAME = re.compile(r"(?:[Tt]he )?[A-Z]")


def _with_itself(text: str, name: str) -> str:
    """A sentence that opens with the name of whose bulletin it is, with "it" in its place: "The League had no part"."""
    found = _OPENING.match(text)
    words = {w for w in folded(name).split() if len(w) > 3}
    mine = found is not None and bool(words & set(folded(found["body"]).split()))
    return f"it {text[found.end() :].lstrip()}" if found is not None and mine else text


_OPENING = re.compile(
    r"(?:[Tt]he )?(?P<body>[A-Z][\w’'-]*(?: (?:of |for |the )*[A-Z][\w’'-]*)*|army|forces|police)(?= [a-z])"
)


def _incident(s: Sentence, reading: Reading, incident_of: Mapping[str, str]) -> str | None:
    """The incident of an attack told in a sentence, else of the nearest before it, else of the first."""
    recalled = {i.id for i in reading.incidents if i.background}
    told = [m for m in reading.mentions if m.article == s.article and incident_of.get(m.id) not in (None, *recalled)]
    here = [m for m in told if m.sentence == s.id]
    before = [m for m in told if m.trigger.start < s.span.start]
    chosen = here[0] if here else max(before, key=lambda m: m.trigger, default=None) or (told[0] if told else None)
    return incident_of[chosen.id] if chosen is not None else None
