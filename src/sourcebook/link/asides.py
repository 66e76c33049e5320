"""Asides: events that a report names only to say that they are another matter ("police saw no link to the killings").

Whether there is a link is denied, doubted or not known; what "was linked to" an attack without more may well be told
with it ("three men linked to the bombing"), so such words alone set nothing aside.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from sourcebook.records import EventType, Mention, Sentence

#: Words that tie two matters together, before the event that is named.
_TIES = frozenset({"link", "links", "linked", "connection", "connected", "relation", "related", "tied"})
#: Those that say by themselves that nothing does.
_NO_TIES = frozenset({"unrelated", "unconnected"})
#: What makes a tie denied, doubted, asked or unknown, in the words before it.
_DOUBTS = frozenset({
    "no", "not", "n't", "nothing", "never", "neither", "nor", "without", "whether", "if", "unclear", "unknown",
    "doubt", "doubts", "doubted", "deny", "denied", "denies", "exclude", "excluded", "dismissed",
})  # fmt: skip
_RULED_OUT = ("rule out", "ruled out", "rules out", "ruling out")
#: Whether those of the event told did another is not known: "not known if they were the men who robbed the bank".
_NOT_KNOWN = re.compile(
    r"\b(?:(?:not|n't) (?:yet |immediately )?(?:known|clear|certain|sure)|unclear|unknown|uncertain) "
    r"(?:if|whether)\b.*\b(?:who|that|which|behind)\b"
)
#: How many words before the event the tie may stand, and before the tie its doubt.
_REACH, _DOUBT_REACH = 8, 10


#: The same kind of event, elsewhere, that the sentence only sets apart: "was not connected to the one at a filling
#: station", "came a day after the one at the school".
_THE_ONE = re.compile(
    r"(?:\b(?:(?:not|n['’]t|no|nothing|never)\b[^.;]{0,40}?\b(?:connected|related|linked|tied|connection|link|relation)"
    r"|unconnected|unrelated) (?:to|with) (?:the one|that|another(?: one)?|an earlier one)"
    r"|\b(?:after|before|since|following|unlike|similar to|than) (?:the one|an earlier one))"
    r" (?=(?:at|in|on|near|outside|inside) )",
    re.I,
)


def named_apart(sentence: str) -> int:
    """Where the words of a sentence begin that tell of another event only to set it apart; its length: nowhere."""
    found = _THE_ONE.search(sentence)
    return found.end() if found else len(sentence)


def set_aside(mentions: Iterable[Mention], sentences: Mapping[str, Sentence]) -> frozenset[str]:
    """The ids of mentions that only name another matter: never the first event that an article tells."""
    found: set[str] = set()
    told: dict[str, set[EventType]] = {}
    spoken: set[str] = set()
    hurt: dict[str, set[str]] = {}
    for m in mentions:
        types = told.setdefault(m.article, set())
        tied = m.same_as is not None and m.same_as not in found
        beside = m.sentence in spoken  # another is told before it: "the killing had nothing to do with the blast"
        if not types:  # the first is what the report is about, but for one that only a later sentence sets apart
            later = not m.sentence.endswith(("s1", "s2")) and m.claim is not None
            is_aside = later and m.place_reason in _OWN_PLACE and _is_another_matter(m, sentences, tied=True)
        elif m.claim is None and _has_nothing_to_do(m, sentences):
            is_aside = True  # "It had nothing to do with the riot": the report itself denies nothing
        else:
            others = bool(named := _named(m)) and not named & hurt.get(m.article, set())
            same = _is_the_same(m, types, tied=tied) and not others
            is_aside = not same and _is_another_matter(m, sentences, tied=tied and not beside)
        if is_aside:
            found.add(m.id)
        elif not m.background:
            types.add(m.event_type)
            hurt.setdefault(m.article, set()).update(w for p in m.recipients for w in p.text.split())
            spoken.add(m.sentence)
    return frozenset(found)


def _is_the_same(m: Mention, told: Collection[EventType], *, tied: bool) -> bool:
    """Whether the event named is one that the report tells: arrests may be "unrelated to the shooting"."""
    return tied and m.place_reason not in _OWN_PLACE and m.event_type in told


def _named(m: Mention) -> set[str]:
    """The words of the names of who suffered: "Juan Rey" of "the killing of Mayor Juan Rey"."""
    return {w for p in m.recipients for w in p.text.split() if w[:1].isupper() and " " in p.text}


#: Reasons of a place that stands with the event itself.
_OWN_PLACE = frozenset({"clause", "trigger", "argument"})


def _has_nothing_to_do(m: Mention, sentences: Mapping[str, Sentence]) -> bool:
    sentence = sentences.get(m.sentence)
    before = [t for t in sentence.tokens if t.end <= m.trigger.start] if sentence is not None else []
    if sentence is None or "nothing to do with" not in " ".join(t.lower for t in before[-_REACH:]):
        return False
    return not _is_said_of_oneself(sentence, len(before))


def _is_said_of_oneself(s: Sentence, end: int) -> bool:
    """Whether somebody says that he has nothing to do with it, which is a denial: "said it dealt in ore and had …"."""
    nothing = next((t for t in reversed(s.tokens[:end]) if t.lower == "nothing"), None)
    verb = s.tokens[nothing.head] if nothing is not None else None
    while verb is not None and verb.dep == "conj" and not s.kids(verb.i, "nsubj", "nsubjpass"):
        verb = s.tokens[verb.head]
    subject = next(iter(s.kids(verb.i, "nsubj")), None) if verb is not None else None
    if subject is None or subject.pos != "PRON" or subject.lower in ("this", "that", "which"):
        return False
    says = [t for t in s.tokens[: subject.i] if t.tag in ("VBD", "VBZ") and t.lemma in _SAYS]
    # "police said it had nothing to do with the blast" may be of what they look into
    return bool(says) and not any(t.lemma in _POLICE for t in s.tokens[: says[-1].i])


_POLICE = frozenset({"police", "detective", "investigator", "officer", "sheriff", "prosecutor", "official"})
_SAYS = frozenset({"say", "tell", "insist", "add", "write", "state", "maintain", "claim", "declare", "announce"})


def _is_another_matter(m: Mention, sentences: Mapping[str, Sentence], *, tied: bool) -> bool:
    """``tied``: the text has it as one of those told before; then "had nothing to do with the attack" is a denial."""
    sentence = sentences.get(m.sentence)
    token = sentence.at(m.trigger.start) if sentence is not None else None
    if sentence is None or token is None:
        return False
    words = [t.lower for t in sentence.tokens[: token.i]]
    first = max(0, len(words) - _REACH)
    near = " ".join(words[first:])
    if "nothing to do with" in near:
        return not tied and not _is_said_of_oneself(sentence, token.i)
    if not tied and _NOT_KNOWN.search(" ".join(words)):
        return True
    for n in range(first, len(words)):
        if words[n] in _NO_TIES:
            return True
        before = words[max(0, n - _DOUBT_REACH) : n]
        if words[n] not in _TIES or before[-1:] == ["in"]:  # "no arrests in connection with the shooting"
            continue
        if _DOUBTS & set(before) or any(p in " ".join(before) for p in _RULED_OUT):
            return True
    return False
