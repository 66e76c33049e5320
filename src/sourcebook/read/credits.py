"""Credits: who wrote an article, and whether its copy is a news agency's."""

from __future__ import annotations

import re
from collections import Counter

from sourcebook.lexicon.outlets import Outlet, Outlets

_BY = re.compile(r"^\W*(?:written by|reported by|story by|posted by|by|from)\b[:\s]*", re.IGNORECASE)
_PART = re.compile(r"\s*(?:,|;|\||/|&|\band\b|\bin\b|\bfor\b|\s[–—-]\s)\s*")
_ROLE = re.compile(
    r"(?i)\b(?:staff|writers?|reporters?|correspondents?|editors?|desk|news|agenc(?:y|ies)|press|newsroom|team|chief|bureau|"
    r"media|times|post|online|tv|herald|tribune|gazette|daily|journal|photos?|police|department|office|video|transcript|"
    r"show|hide|file|county|city|university|sheriff)\b"
)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: (?:[^\W\d_][\w.'’-]*)){1,4}")
#: How an agency speaks of itself in its own copy, and how others speak of it. ``{}`` is its name.
_SELF = (
    r"\btold (?:the )?{}\b|\b{}[’']?s? requests? for comment"
    r"|\b{} (?:could not|was unable to|has not been able to|witness(?:es)?|reporters?|journalists?|correspondents?)\b"
    r"|\b(?:seen|reviewed|obtained|viewed) by (?:the )?{}\b"
    r"|\b(?:interview with|comment to|spoke to|speaking to) (?:the )?{}\b"
)
_OTHERS = (
    r"\b{} (?:reported|said|says|reports?|quoted|cited|news agency reported)\b"
    r"|\b(?:according to|citing|cited by|reported by|quoted by|a report by) (?:the )?{}\b"
)
#: What weighs how much: a credit at the text's head decides, its own voice in the body must come twice, or once with a
#: credited picture (a picture alone proves nothing: papers buy pictures for their own stories).
_HEAD, _VOICE, _PICTURE, _ENOUGH = 3.0, 1.0, 0.5, 1.5


def names_in_byline(line: str, outlets: Outlets) -> list[str]:
    """The persons named in a byline: without "By", without outlets, places and jobs."""
    out = []
    for part in _PART.split(_BY.sub("", " ".join(line.split()))):
        part = part.strip(" .,:|()")
        if part.isupper():
            part = part.title()
        if _NAME.fullmatch(part) and part[0].isupper() and not _ROLE.search(part) and outlets.named(part) is None:
            out.append(part)
    return out


def agency_of(
    dateline: str | None, bylines: list[str], captions: list[str], body: list[str], outlet: str | None, outlets: Outlets
) -> str | None:
    """The agency whose copy the article is: credited at its head, or speaking of itself in its body."""
    if dateline:
        return dateline
    for line in bylines:
        for part in (_BY.sub("", line), *_PART.split(line)):
            credited = outlets.credit(part.strip(" .()"))
            if credited:
                return credited.name
    own = outlets.named(outlet) or outlets.at(outlet) if outlet else None
    if own is not None and own.wire:
        return own.name
    votes: Counter[str] = Counter()
    story = "\n".join(body)
    for agency in _mentioned(story, outlets):
        names = "|".join(re.escape(n) for n in sorted(agency.names, key=len, reverse=True))
        each = rf"(?:{names})"
        voice = len(re.findall(_SELF.replace("{}", each), story))
        if not voice or re.search(_OTHERS.replace("{}", each), story):
            continue
        pictured = any(re.search(rf"(?i)\b{each}\b", c) for c in captions)
        votes[agency.name] = int(10 * (voice * _VOICE + pictured * _PICTURE))
    best = votes.most_common(2)
    if best and best[0][1] >= 10 * _ENOUGH and (len(best) == 1 or best[1][1] < best[0][1]):
        return best[0][0]
    return None


def _mentioned(story: str, outlets: Outlets) -> list[Outlet]:
    """Agencies that the story names as someone who was told or asked."""
    return [
        o
        for o in outlets.rules
        if o.wire and any(n in story and re.search(rf"\b{re.escape(n)}\b", story) for n in o.names)
    ]
