"""Policies: what a party says that it does not do as a rule: "Moscow denies targeting civilians".

It denies no one attack. News agencies close their reports with such sentences, whatever was hit and by whom.
"""

from __future__ import annotations

import re

from sourcebook.records import Claim

_DEED = r"(?:target|attack|strike|hit|bomb|shell|harm|hurt|kill|aim at|fire (?:on|at))"
_DOING = r"(?:target|attack|strik|hitt|bomb|shell|harm|hurt|kill|aim|fir)ing(?: at| on)?"
_WILLING = r"(?:(?:deliberately|intentionally|knowingly|purposely|indiscriminately|ever) )*"
#: Whom nobody admits to harm, in general: a bare plural, without an article or a number.
_WHOM = (
    r"(?:any )?"
    r"(?:(?:civilian|residential|populated|innocent|non-military|peaceful|medical|energy|religious|ordinary|aid) )*"
    r"(?:civilians?|non-?combatants|infrastructure|areas|homes|hospitals|schools|people|targets|objects|residents"
    r"|buildings|villages|villagers|cities|facilities|sites|objectives|worshippers|workers|journalists|ambulances"
    r"|women|children|the (?:civilian )?population)"
)
_OURS = r"(?:it|they|we|he|(?:its|our|their|his) [\w-]+|the \w+)"
_BY_RULE = re.compile(
    rf"\W*(?:that )?{_OURS} (?:do(?:es)? not|don['’]t|doesn['’]t|never) {_WILLING}{_DEED}s? {_WHOM}\b(?P<rest>.*)", re.I
)
#: ... and whom alone they harm: "only strikes military targets".
_ONLY = re.compile(
    rf"\W*(?:that )?{_OURS} (?:only|exclusively|solely) (?:ever )?(?:{_DEED}|engage)s? (?:[\w-]+ ){{0,2}}?"
    r"(?:targets?|objectives?|objects|facilities|sites|installations|infrastructure|terrorists|militants|fighters)\b(?P<rest>.*)",
    re.I,
)
_AS_A_RULE = re.compile(rf"\W*(?:that )?(?:{_OURS} {_WILLING}{_DEED}s?|{_WILLING}{_DOING}) {_WHOM}\b(?P<rest>.*)", re.I)
#: A cue that tells of a stand and not of one answer: "denies", "has repeatedly denied"; not "denied on Friday".
_STANDING = re.compile(r"(?:\w+ly |always )?(?:den(?:y|ies)|rejects?|has|have|insists?|maintains?)\b", re.I)
#: One attack is meant: "in the strike", "there", "on Friday".
_ONE = re.compile(
    r"\b(?:in|during|by|with) (?:the|this|that|\w+['’]s) "
    r"(?!(?:war|conflict|fighting|campaign|region|country|insurgency)\b)"
    r"|\bon (?:\w+day\b|\d)|\b(?:there|then|that day)\b",
    re.I,
)


def is_policy(claim: Claim) -> bool:
    """Whether a claim says only what its source does, or does not do, as a rule."""
    said = claim.content_text
    hit = (
        _BY_RULE.match(said)
        or _ONLY.match(said)
        or (_AS_A_RULE.match(said) if _STANDING.match(claim.cue_text) else None)
    )
    return hit is not None and not _ONE.search(hit["rest"]) and not _AND_NOT_THIS.search(hit["rest"])


#: ... and this attack is none of theirs: "does not harm civilians and had no part in it".
_AND_NOT_THIS = re.compile(
    r"\band (?:(?:that )?(?:it|they|we) )?(?:had|has|have|took|played|was|were|did)(?: not| no| nothing|n['’]t)\b", re.I
)
