"""Glimpses: what sources tell of an event without naming it ("a guard said they came in threes").

A claim that holds no mention may still speak of the event: in words for what was seen, heard or left of it
(``data/traces.toml``), as one who was there, or of what was done then to a thing that the report has named. Only in a
report of one event, where it can be of no other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from sourcebook.lexicon import Lexicon
from sourcebook.link.deeds import BYSTANDERS, only_judges, tells_of_then, words_of
from sourcebook.link.families import ATTACKS
from sourcebook.link.tallies import TELLING
from sourcebook.records import Claim, Quotation, Reading, Sentence, SourceKind, Stance, Token, TollScope

#: Attacks of one night may be dated to two days.
A_NIGHT = dt.timedelta(days=1)


def glimpses(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether it tells of an event that it does not name, in an article that reports one attack."""
    if claim.stance not in TELLING or claim.stance is Stance.ADMIT:
        return False
    if not attacks_of(reading) or (only_judges(claim, reading, lexicon) and not _was_there(claim)):
        return False
    if any(t.claim == claim.id and t.scope is TollScope.PERIOD for t in reading.tolls):
        return False  # "a panel estimated that around 400 people had died in the conflict"
    if _FIGURE.search(claim.content_text):
        return False
    if claim.source.kind in BYSTANDERS and _GONE.search(claim.content_text):
        return True
    if lexicon.traces.of(claim.content_text) is not None or _counts(claim, reading, lexicon):
        return True
    if claim.source.kind is SourceKind.EXPERT:
        return False  # "an analyst said that gangs had grown bolder since the soldiers left"
    if _DOING.search(claim.content_text) and _denies_elsewhere(claim, reading):
        return False  # "denied the strike and said that the army was hiding fighters in mosques"
    return (
        _saw_before(claim)
        or _was_there(claim)
        or tells_of_then(claim, reading, lexicon)
        or _tells_how_they_are(claim, reading, lexicon)
        or _saw_how_they_were(claim, reading)
        or _says_what_it_was(claim, reading, lexicon)
    )


#: By what those at home know that somebody is gone: "there are two empty beds in my house", "he never came home".
_GONE = re.compile(
    r"\bempty (?:bed|chair|cot|desk|seat)s?\b"
    r"|\b(?:has|have|had|did) ?(?:n['’]t|not|never) (?:yet )?(?:come|returned|return) (?:back|home)\b"
    r"|\bnever (?:came|returned) (?:back |home\b)"
    r"|\b(?:has|have|had) ?(?:n['’]t|not) (?:yet )?(?:heard from|seen) (?:her|him|my|our|them)\b"
    r"|\b(?:her|his|their) (?:phones? (?:is|are|was|were|has been|had been) (?:switched )?off)\b",
    re.I,
)
#: What is said of a town as if it were one who was hurt: "the city is bleeding".
_FIGURE = re.compile(
    r"\b(?:community|communities|city|country|nation|state|world|hearts?|souls?) (?:(?:is|are|was|were|has been)"
    r"(?: still)? (?:bleeding|crying|grieving|hurting|reeling|scarred|shaken|torn apart|wounded)"
    r"|bleeds?|bled|weeps?|wept)\b",
    re.I,
)
#: What somebody has been doing all the while.
_DOING = re.compile(r"\b(?:is|are|was|were|been) (?:\w+ly )?(?!being)[a-z]{3,}ing\b")


def _denies_elsewhere(claim: Claim, reading: Reading) -> bool:
    """Whether a source that speaks for a body denies something in the same article."""
    denying = (c for c in reading.claims if c.article == claim.article and c.stance is Stance.DENY)
    same = (c.source.resolved == claim.source.resolved for c in denying)
    return claim.source.kind not in BYSTANDERS and any(same)


def attacks_of(reading: Reading) -> list[str]:
    """The attacks that a page reports; where it reports none, all that it reports, at last those that it recalls.

    None that is recalled beside others, or of days before the last: "the worst since the mill was shelled last week".
    """
    told = [i for i in reading.incidents if not i.background] or list(reading.incidents)
    told = [i for i in told if i.event_type in ATTACKS] or told
    dated = {m.id for m in reading.mentions if m.date is not None}  # others have the day of the report
    days = [i.date.low for i in told if i.date and i.date.low and not dated.isdisjoint(i.mentions)]
    newest = max(days, default=None)
    return [i.id for i in told if not (newest and i.date and i.date.high and i.date.high < newest - A_NIGHT)]


#: A bystander's "they", named by nobody: those who did it, or to whom it was done.
_THEY = re.compile(r"^[\"“”'‘]?They (?!will|would|are|have|must|should|can|say|want)\w+")

#: What came before the event, in a bystander's report: "a man had left a bag", "the queue had begun to form".
_BEFORE = re.compile(
    r"^(?:that )?(?:an? |the |two |three |several |some )[\w' -]{3,40}? had (?!always|never|long|no\b)\w+", re.I
)

#: How those are introduced who were there.
_THERE = re.compile(
    r"\b(?:surviv\w+|eye-?witness\w*|bystander|passer-by|who (?:saw|heard|witnessed|fled|escaped|hid|ran)"
    r"|who was (?:there|inside|nearby|passing))\b",
    re.I,
)
#: ... and those to whom it was done: whatever they say of it, they say as one who was hit.
_HIT = re.compile(
    r"\b(?:who (?:was|were|had been) (?:attacked|beaten|hit|hurt|injured|robbed|shot|stabbed|struck|targeted|wounded)"
    r"|whose (?:[\w’'-]+ ){1,3}?(?:was|were|had been) (?:attacked|bombed|burn(?:ed|t)|destroyed|hit|set on fire|shelled"
    r"|struck|targeted|torched))\b",
    re.I,
)


def _was_there(claim: Claim) -> bool:
    """Whether a claim's source is introduced as one who was there, and tells of it in his own words."""
    source = claim.source
    quoted = claim.quotation is not Quotation.INDIRECT
    told = f"{source.text} {source.resolved}"
    return (quoted and _THERE.search(told) is not None) or _HIT.search(told) is not None


def _saw_before(claim: Claim) -> bool:
    """Whether a bystander tells what went before: somebody or something, new to the report, "had" done something."""
    said = claim.content_text
    return claim.source.kind in BYSTANDERS and (_BEFORE.match(said) or _THEY.match(said)) is not None


#: Nouns that a report of any event may hold.
_ANY = frozenset({"people", "person", "man", "woman", "day", "time", "town", "city", "place", "week", "area", "night"})


def _tells_how_they_are(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether it tells how those are whom the report is about, or what it was: "the officer was out of danger"."""
    words = list(_words(claim, reading))
    be = next((t for t in words if t.lemma == "be" and t.pos in ("AUX", "VERB") and t.tag in _PAST_OR_PRESENT), None)
    if be is None or _SUPPOSED & {t.lower for t in words}:
        return False
    at = {t.i for t in words}
    over = be if be.dep not in ("aux", "auxpass") else next((t for t in words if t.i == be.head), be)
    of_subject = next((t for t in words if t.dep == "nsubj" and t.head == over.i and t.i in at), None)
    if of_subject is None or over is not be:
        return False
    if of_subject.lower in ("it", "this", "that"):
        what = next((t for t in words if t.dep == "attr" and t.head == be.i), None)
        return what is not None and (what.lemma in _DEEDS or lexicon.events.is_event(what.lemma))
    below = [t for t in words if t.i < be.i]
    told = _nouns(t for s in _telling(reading, claim.article) for t in s.tokens)
    who = _persons(below) - _ANY
    return bool(who & (_HARMED | lexicon.victims.attackers) or who & told & lexicon.victims.people)


def _saw_how_they_were(claim: Claim, reading: Reading) -> bool:
    """Whether a bystander is quoted on where or how somebody was then: "my nephew was on his knees"."""
    if claim.source.kind not in BYSTANDERS or claim.quotation is Quotation.INDIRECT:
        return False
    words = list(_words(claim, reading))
    if _SUPPOSED & {t.lower for t in words}:
        return False
    for be in (t for t in words if t.lower in ("was", "were") and t.dep not in ("aux", "auxpass")):
        who = next((t for t in words if t.head == be.i and t.dep == "nsubj"), None)
        where = next((t for t in words if t.head == be.i and t.dep == "prep" and t.lower not in ("of", "from")), None)
        other = any(t.head == be.i and t.dep in ("attr", "acomp") for t in words)
        if who is not None and where is not None and not other and who.lower not in _NOBODY_THERE:
            return True
    return False


_NOBODY_THERE = frozenset({"it", "this", "that", "there", "everything", "life", "what"})


def _counts(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether all that it says is a number of people: "put the number of those treated at 14", "spoke of three men"."""
    words = list(_words(claim, reading))
    if _is_told_of(claim, words, lexicon):
        return True
    if claim.cue_text.casefold() in ("declared", "pronounced") and "dead" in {t.lower for t in words}:
        return True  # a doctor "declared him dead"
    if _NAMING.match(claim.cue_text) and claim.rule.endswith("/as") and _persons(words) & _HARMED:
        return True  # "named the dead as"
    put = claim.rule.startswith(("put-at", "give-toll"))
    of_things = () if put else ("DATE", "TIME", "MONEY", "PERCENT")
    if not any(t.pos == "NUM" and t.ent not in of_things for t in words):
        return False
    finite = any(t.tag in _PAST_OR_PRESENT or t.tag == "MD" for t in words)
    people = put or _persons(words) & (_HARMED | lexicon.victims.people)
    return bool(people) and not finite and claim.rule.partition("/")[2].startswith(("object", "prep:", "as"))


def _says_what_it_was(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether it says of what the report has just told what it was: "shot dead in what police called a tribal feud"."""
    first = min(claim.source.spans, default=None)
    if first is None or not reading.page.text[: first.start].endswith("in what "):
        return False
    words = list(_words(claim, reading))
    if _CALLED & {t.lower for t in words}:
        return False
    return any(t.lemma in _DEEDS | _WHY or lexicon.events.is_event(t.lemma) for t in words if t.pos == "NOUN")


#: Why or by whom something is done.
_WHY = frozenset({
    "accident", "argument", "case", "dispute", "feud", "jealousy", "mistake", "operation", "payback", "quarrel",
    "reprisal", "retaliation", "revenge", "rivalry", "robbery", "row", "vendetta", "vengeance",
})  # fmt: skip
#: What one calls it whom it appals.
_CALLED = frozenset({
    "barbaric", "brutal", "callous", "cowardly", "despicable", "evil", "heinous", "horrific", "senseless", "shameful",
    "terrible", "terror", "terrorist", "tragic", "unacceptable", "unspeakable", "vile",
})  # fmt: skip


def _is_told_of(claim: Claim, words: list[Token], lexicon: Lexicon) -> bool:
    """Whether it names what happened, or who came, and nothing more: "spoke of an ambush", "reported an attack"."""
    if _SPOKE_OF.search(claim.cue_text) is None or claim.stance is not Stance.ASSERT:
        return False
    if any(t.tag in _PAST_OR_PRESENT and t.dep != "relcl" for t in words) or _KNOWN.match(claim.content_text):
        return False
    at = {t.i for t in words}
    head = next((t for t in words if t.pos == "NOUN" and t.head not in at | {t.i}), None)
    of = next((t for t in words if t.lower == "of" and t.head not in at), None)
    head = next((t for t in words if of is not None and t.head == of.i and t.pos == "NOUN"), head)
    if _CALLED & {t.lower for t in words}:
        return False  # "spoke of a cowardly attack"
    deed = head is not None and head.lemma != "war" and lexicon.events.is_event(head.lemma)
    return deed or claim.rule.startswith("speak-of-it")


_SPOKE_OF = re.compile(r"\b(?:spoke|spoken|told|talked|reported|described|recalled|recounted|related)\b", re.I)
#: What has been told before, or is no one thing: "spoke of the attack", "spoke of such attacks".
_KNOWN = re.compile(
    r"\W*(?:of )?(?:the|this|that|these|those|such|his|her|their|its|any|no|more|new|previous|earlier)\b", re.I
)
#: Words by which somebody says who the victims are.
_NAMING = re.compile(r"(?:has |have |had )?(?:named|identified)\b", re.I)
#: Those to whom something was done, without a word for what.
_HARMED = frozenset({
    "body", "captive", "casualty", "corpse", "dead", "deceased", "hostage", "injured", "remains", "suspect", "victim",
    "wounded",
})  # fmt: skip
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
_SUPPOSED = frozenset({"if", "whether", "would", "could", "may", "might", "should", "must", "always", "never"})
#: What a report of any event calls it.
_DEEDS = frozenset({"act", "case", "crime", "deed", "incident", "work"})


def _persons(words: Iterable[Token]) -> frozenset[str]:
    """The lemmas of nouns, and of adjectives that stand for people: "the injured"."""
    return frozenset(t.lower if t.pos == "ADJ" else t.lemma for t in words if t.pos in ("NOUN", "ADJ") and not t.ent)


def _words(claim: Claim, reading: Reading) -> Iterator[Token]:
    for _, words in words_of(claim, reading):
        yield from words


def _telling(reading: Reading, article: str) -> list[Sentence]:
    named = {m.sentence for m in reading.mentions if m.article == article}
    return [s for s in reading.sentences if s.id in named]


def _nouns(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens if t.pos == "NOUN" and not t.ent) - _ANY
