"""Circumstances: how closely a place or a time belongs to an event, and whether it belongs to the telling of it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.placenames import Point, km_between
from sourcebook.read.triggers import Trigger
from sourcebook.records import Claim, Place, Sentence, Span, Stance, Token


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A place's or date's id and why it was chosen. ``own``: it stands with the event itself, in its own sentence.

    ``close``: it hangs on the trigger or on the verb or noun that carries it.
    """

    id: str | None = None
    reason: str = ""
    own: bool = False
    close: bool = False


NOWHERE = Circumstance()


def nearness(trigger: Trigger, span: Span, claims: tuple[Claim, ...]) -> int:
    """How closely a place or date in the trigger's sentence belongs to it.

    4: it hangs on the trigger itself; 3: on the verb or noun that carries the trigger; 2: on a verb above that one;
    1: elsewhere in the sentence; 0: with the words that say who speaks ("said in Beirut on Monday").
    """
    s = trigger.sentence
    token = s.at(span.end - 1)
    if token is None:
        return 0
    own = set(range(trigger.first, trigger.last + 1))
    if _hangs_on(s, token.i, own) or _tells_when(s, token.i, trigger.head):
        return 4
    opening = s.at(span.start)
    if opening is not None and opening.i == trigger.last + 2 and s.tokens[opening.i - 1].lower == "in":
        return 4  # "claimed responsibility for two bombings in 1986": the parser may hang it on the verb
    if opening is not None and opening.i == trigger.last + 1 and _goes_on(s, trigger.head, token.i):
        return 4  # "arrested in connection with the shooting Monday night near a school"
    if is_of_the_telling(s, token.i) or _is_seat(s, token.i):
        return 0
    over = _verbs_above(s, token.i)[:1]
    if over and is_spoken(s.tokens[over[0]], claims):
        return 0
    if any(part.holds(span) for c in claims for part in c.source.spans):
        return 0
    carriers = set(_verbs_above(s, trigger.head)[:1])
    if s.tokens[trigger.head].pos == "VERB":
        carriers = {s.tokens[trigger.head].head} if s.tokens[trigger.head].dep in ("xcomp", "pcomp") else set()
    aftermath = is_within_aftermath(s, trigger.head, carriers)
    if aftermath:
        carriers = set()
    for i in (token.i, *(a.i for a in s.ancestors(token.i))):
        if i in own:
            return 4
        if i in carriers:
            return 3
        if s.tokens[i].pos in ("VERB", "AUX"):
            break
    if aftermath:
        return 1
    above = _verbs_above(s, token.i)[:1] or [token.i]
    if above == [shares_subject(s, trigger.head)]:
        return 3
    joined = {k.i for k in s.kids(trigger.head, "conj") if k.pos == "VERB"}
    return 2 if set(above) & (set(_governing(s, trigger.head)) | joined) else 1


def shares_subject(s: Sentence, verb: int) -> int | None:
    """The verb whose subject a second one shares: "a raid killed four and *injured* six"; None: it has its own."""
    t = s.tokens[verb]
    over = s.tokens[t.head]
    own = s.kids(verb, "nsubj", "nsubjpass")
    return over.i if t.dep == "conj" and t.pos == over.pos == "VERB" and not own else None


def is_spoken(verb: Token, claims: tuple[Claim, ...]) -> bool:
    """Whether a verb announces a claim, and not that help was called: "police received a report of shots"."""
    if verb.lemma in _CALLED and not any(verb.start == x.start for c in claims if _calls_false(c) for x in c.cue):
        return False
    return any(cue.start <= verb.start < cue.end for c in claims for cue in c.cue)


def _calls_false(claim: Claim) -> bool:
    """Whether a claim is that something is wrong: "on Friday called the report a lie"."""
    return claim.rule.startswith("call/") and claim.stance in (Stance.DENY, Stance.DISPUTE)


_CALLED = frozenset({"receive", "get", "take", "field", "respond", "dispatch", "call", "summon", "send", "alert"})


def is_content(s: Sentence, span: Span, claim: Claim) -> bool:
    """Whether a time is told in a claim: "was shot Monday, police said", "they say around one, a man came in"."""
    if any(part.holds(span) for part in claim.content):
        return True
    last = s.at(span.end - 1)
    if last is None or last.i + 1 >= len(s.tokens) or s.tokens[last.i + 1].text != "," or not claim.content:
        return False
    first, end = claim.content[0].start, claim.content[-1].end
    if 0 <= span.start - end <= 4:
        return all(cue.start > span.end for cue in claim.cue)
    return any(0 <= span.start - cue.end <= 12 for cue in claim.cue) and 0 <= first - span.end <= 2


def _hangs_on(s: Sentence, i: int, own: set[int]) -> bool:
    """Whether the way up from a token comes to the trigger before any verb: "the strike near Homs"."""
    for a in (s.tokens[i], *s.ancestors(i)):
        if a.i in own:
            return True
        if a.pos in (
            "VERB",
            "AUX",
        ):  # "the shooting that took place in March", "an attack in which four died on Sunday"
            within = any(p.lower == "in" and s.kids(p.i, "pobj") for p in s.kids(a.i, "prep") if p.i < a.i)
            return a.dep in ("relcl", "acl") and a.head in own and (within or a.lemma in _HAPPENS)
        if a.lemma in _TELLINGS:
            return False
    return False


_HAPPENS = frozenset({"take", "happen", "occur", "begin", "start", "unfold", "erupt", "commit", "perpetrate", "strike"})


def _tells_when(s: Sentence, i: int, head: int) -> bool:
    """Whether a time or place stands in a clause that says when the event came about: "died when shells fell in …"."""
    verb = next((a for a in s.ancestors(i) if a.pos == "VERB"), None)
    if verb is None or verb.dep != "advcl" or verb.head != head:
        return False
    return _dates(s, verb)


def is_of_the_telling(s: Sentence, i: int) -> bool:
    """Whether a time or place belongs to words about the telling: "in a statement published on Tuesday"."""
    for a in s.ancestors(i):
        if a.lemma in _TELLINGS and a.pos != "VERB":
            return True
        if a.pos in ("VERB", "AUX"):
            owner = s.tokens[a.head]
            return a.dep in ("acl", "relcl") and owner.lemma in _TELLINGS
    return False


def start_of(s: Sentence, i: int) -> Token | None:
    """The word under which a time stands with "since": "the toll since May", "had lived there since war broke out in
    May"; None where it does not."""
    for a in s.ancestors(i):
        if a.lower == "since":
            return s.tokens[a.head]
        if a.pos in ("VERB", "AUX"):
            return s.tokens[a.head] if any(k.lower == "since" for k in s.kids(a.i, "mark")) else None
    return None


def _is_seat(s: Sentence, i: int) -> bool:
    """Whether a place is only somebody's seat: "the group, which is based in Britain", "who lives in Oslo"."""
    verb = next((a for a in s.ancestors(i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma in _SEATS and verb.dep in ("relcl", "acl")


_SEATS = frozenset({"base", "headquarter", "live", "reside", "station"})


def _goes_on(s: Sentence, head: int, last: int) -> bool:
    """Whether the words behind a time beside an event's noun go on with the event: where it was, or "that killed"."""
    behind = s.tokens[last + 1].lower if last + 1 < len(s.tokens) else ""
    known = any(k.lower in ("the", "a", "another") for k in s.kids(head, "det"))
    return known and s.tokens[head].pos == "NOUN" and behind in _PLACED


_PLACED = frozenset({"at", "near", "outside", "inside", "that", "which"})


#: Nouns of the telling: when and where these were made is not when and where the event took place.
_TELLINGS = frozenset({
    "statement", "recording", "communique", "communiqué", "announcement", "interview", "briefing", "conference",
    "letter", "email", "e-mail", "tweet", "message", "broadcast", "telegram", "leaflet", "bulletin", "press",
    "testimony", "hearing", "speech", "dispatch", "condition",
})  # fmt: skip


#: Verbs and nouns of what comes after an event: their time and place are not the event's.
_AFTERMATH = frozenset({
    "charge", "arraign", "convict", "sentence", "plead", "indict", "arrest", "book", "jail", "accuse", "identify",
    "locate", "apprehend", "capture",
    "condemn", "mourn", "announce", "meet", "discuss", "testify", "appear", "blame", "release", "investigation",
    "search", "hearing", "trial", "manhunt", "funeral", "vigil", "probe", "inquiry", "denounce", "criticize",
    "criticise", "commemorate", "name", "bury", "hail", "praise", "thank",
    "remain", "resume", "reopen", "execute", "grieve", "spend", "visit", "honor", "honour",
})  # fmt: skip


#: Verbs of how things stand after an event, which is told in a clause below them.
_STATES = frozenset({"be", "stay", "recover", "close", "gather", "lie", "fight", "listed", "return", "march", "call"})

_AFTER = frozenset({"after", "since", "following", "before", "until"})


#: How someone is afterwards: "was in critical condition on Tuesday".
_CONDITIONS = frozenset({"condition", "custody", "jail", "surgery", "hospital", "support", "court"})


def is_of_aftermath(s: Sentence, i: int) -> bool:
    """Whether a time stands with a verb that tells of what followed: "was charged on Monday"."""
    verb = next((a for a in s.ancestors(i) if a.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    if verb.lemma in _AFTERMATH or (verb.i < i and counts_up(s, verb)) or raises_the_count(s, verb):
        return True
    if verb.lemma not in _STATES:
        return False
    return any(o.lemma in _CONDITIONS for k in s.kids(verb.i, "prep") for o in s.kids(k.i, "pobj"))


_RISES = frozenset({
    "climb", "drop", "exceed", "fall", "grow", "hit", "increase", "jump", "mount", "pass", "reach", "rise", "stand",
    "surpass", "top",
})  # fmt: skip
_NUMBERS = frozenset({"count", "figure", "number", "tally", "toll", "total"})


def counts_up(s: Sentence, verb: Token) -> bool:
    """ "The number of those killed rose to seven on Wednesday": it is the number that rose on that day."""
    return verb.lemma in _RISES and any(k.lemma in _NUMBERS for k in s.kids(verb.i, "nsubj"))


def is_of_the_count(s: Sentence, i: int, head: int) -> bool:
    """Whether a time is that of the number's rise, and not of the event that the number is of."""
    verb = next((a for a in s.ancestors(i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and head < verb.i < i and (counts_up(s, verb) or raises_the_count(s, verb))


def raises_the_count(s: Sentence, verb: Token) -> bool:
    """ "… rose to seven after three died overnight": they died of what had come before."""
    return verb.dep == "advcl" and verb.lemma in _ENDING and counts_up(s, s.tokens[verb.head])


_ENDING = frozenset({"die", "succumb"})


def is_within_aftermath(s: Sentence, head: int, carriers: set[int]) -> bool:
    """Whether the verb or noun over a trigger tells of what followed: "were charged on Friday in the shooting"."""
    child = s.tokens[head]
    for a in s.ancestors(head):
        if child.dep == "advcl" and a.lemma in _STATES and any(k.lower in _AFTER for k in s.kids(child.i, "mark")):
            return True  # "was in critical condition on Tuesday after he was shot"
        if a.lemma in _AFTERMATH or (a.pos == "ADP" and a.lower in _AFTER) or _follows(s, a):
            return True
        if a.lemma in _ENDING and child.dep == "nsubj" and _was_hurt(s, child, head):
            return True  # "a constable injured in the attack died on Thursday"
        listed = child.dep == "conj" and child.pos not in ("VERB", "AUX")  # "charged with robbery and murder"
        if (child.dep in ("ccomp", "advcl", "conj", "xcomp") and not listed) or a.i in carriers:
            return False
        child = a
    return False


def _follows(s: Sentence, t: Token) -> bool:
    """Whether words lead from what came after to what had happened: "following the clash", "in the wake of it"."""
    if t.lower == "following":
        return t.dep == "prep" and s.tokens[t.head].lemma in _STATES | _AFTERMATH | _LEFT
    return t.lemma in ("wake", "aftermath") and t.dep == "pobj" and s.tokens[t.head].lower == "in"


#: What else is done or left once an event is over.
_LEFT = frozenset(
    {"strand", "flee", "shut", "suspend", "cancel", "leave", "displace", "halt", "stop", "block", "protest"}
)


def came_after(s: Sentence, head: int, span: Span, deeds: frozenset[int]) -> bool:
    """Whether a time is that of what those did, or what was done for those, who are called by an event: "hundreds lit
    candles on Thursday for the two who were shot at the school".

    ``deeds``: the heads of the triggers of the sentence; an event is of the day of another that it describes.
    """
    token = s.at(span.end - 1)
    verb = next((a for a in s.ancestors(token.i) if a.pos != "ADP"), None) if token is not None else None
    if verb is None or verb.pos != "VERB" or verb.lemma in _COMES_UPON:
        return False
    if s.tokens[head].start < span.start < verb.start:
        return False  # "the gunmen who took thirty, on Sunday have asked": the parser hangs it on the wrong verb
    child, called = s.tokens[head], False
    for a in s.ancestors(head):
        called = called or (child.dep in ("relcl", "acl") and a.pos not in ("VERB", "AUX") and not _dates(s, child))
        if called and child.dep == "advcl":
            return False
        if a.i == verb.i:
            return called and (a.i not in deeds or (a.lemma in _ENDING and child.dep == "nsubj"))
        if called and a.i in deeds:
            return False
        child = a
    return False


def _dates(s: Sentence, verb: Token) -> bool:
    """Whether a clause says when something else came about, whatever the parser hangs it on."""
    return any(k.lower in ("when", "as", "after", "while") for k in s.kids(verb.i, "mark", "advmod"))


#: Verbs of those who come upon an event, or bring it about: their time is its own.
_COMES_UPON = frozenset({
    "be", "find", "discover", "respond", "receive", "call", "dispatch", "summon", "rush", "treat", "happen", "occur",
    "take", "come", "see", "hear", "witness", "carry", "launch", "conduct", "stage", "mount", "commit", "set", "begin",
    "start", "involve", "follow", "mark",
})  # fmt: skip


_WOUNDED = frozenset({"wound", "injure", "hurt", "burn", "maim", "hit"})


def _was_hurt(s: Sentence, who: Token, head: int) -> bool:
    """Whether somebody is called by what had been done to him, and the event is that."""
    over = [s.tokens[head], *s.ancestors(head)]
    return any(k.lemma in _WOUNDED and any(o.i == k.i for o in over) for k in s.kids(who.i, "acl", "relcl"))


def depth(s: Sentence, i: int, span: Span) -> int:
    """How far above a token the verb stands on which a time hangs: 0 for the nearest."""
    token = s.at(span.end - 1)
    over = _verbs_above(s, token.i)[:1] if token is not None else []
    governing = _governing(s, i)
    return governing.index(over[0]) if over and over[0] in governing else 0


def _governing(s: Sentence, i: int) -> list[int]:
    """The verbs over a token, up to one that only reports what is below ("said that …")."""
    out: list[int] = []
    child = s.tokens[i]
    for t in s.ancestors(i):
        if child.dep == "ccomp":
            break
        if t.pos in ("VERB", "AUX"):
            out.append(t.i)
        child = t
    return out


def _verbs_above(s: Sentence, i: int) -> list[int]:
    return [t.i for t in s.ancestors(i) if t.pos in ("VERB", "AUX")]


def apart(a: Place, b: Place) -> bool:
    """Whether two places cannot both be where one thing happened."""
    if a.name == b.name or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    reach = (a.radius_km or 5) + (b.radius_km or 5) + 5
    return km_between(Point(a.lat, a.lon), Point(b.lat, b.lon)) > reach
