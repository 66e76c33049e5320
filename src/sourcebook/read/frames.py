"""Frames: the constructions in which a cue word takes a source and a content, read off the dependency parse.

``candidates`` proposes; ``claims`` weighs, adds quotations, and decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.lexicon.cues import CueRule, Cues
from sourcebook.read.clauses import (
    agent,
    before_cue,
    cue_tokens,
    inverted,
    is_infinitive,
    is_negated,
    noun_phrase,
    speaker_of,
    subject,
    up_to_cue,
    with_condition,
)
from sourcebook.read.complements import active_frames, passive_frames
from sourcebook.records import Sentence, Token

#: Rules whose verbs are speech acts: a lost subject is looked for before them.
_SPEAKS = frozenset({"say", "tell", "report", "reply", "warn", "confirm"})


_TERMS = frozenset({"identified", "named", "anonymity"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue word in a frame. All indexes count tokens of the sentence.

    ``source_head`` is the head of the source's noun phrase; None: the text names no source.
    ``passive``: the content stands as the subject.
    """

    sentence: Sentence
    head: int
    rule: CueRule
    frame: str
    cue: tuple[int, ...]
    source: tuple[int, ...]
    source_head: int | None
    content: tuple[int, ...]
    negated: bool = False

    @property
    def token(self) -> Token:
        """The cue's main word."""
        return self.sentence.tokens[self.head]


def candidates(sentence: Sentence, cues: Cues) -> Iterator[Candidate]:
    """Every cue word of the sentence with every content that its frames give it, best frame first."""
    for t in sentence.tokens:
        if t.pos == "VERB":
            yield from _verb(sentence, t, cues)
        elif t.pos == "NOUN":
            yield from _noun(sentence, t, cues)
        elif t.pos == "ADJ":
            yield from _adjective(sentence, t, cues)


def _verb(s: Sentence, t: Token, cues: Cues) -> Iterator[Candidate]:
    rules = cues.of("verb", t.lemma)
    if not rules or t.dep in ("amod", "compound") or _withheld(s, t):
        return
    kids = s.kids(t.i)
    by_dep: dict[str, list[Token]] = {}
    for k in kids:
        by_dep.setdefault(k.dep, []).append(k)
    if start := _clause_start(s, t, by_dep):
        by_dep = {dep: rest for dep, own in by_dep.items() if (rest := [k for k in own if k.i >= start])}
    if t.dep == "pcomp" and "ccomp" not in by_dep and (fronted := _quoted_before(s, t)):
        by_dep["ccomp"] = fronted
    if t.lemma in ("quote", "cite") and any(
        _quoted_before(s, k) for p in by_dep.get("prep", ()) for k in s.kids(p.i, "pcomp")
    ):
        return  # "Nine were killed, the radio quoted a doctor as saying": the doctor says it
    if t.lemma == "deny" and "dative" in by_dep:
        return  # "denied the prisoners water"
    reduced = t.dep == "acl" and t.tag == "VBN"
    if "agent" in by_dep and agent(s, t.i) is None:
        del by_dep["agent"]
    passive = reduced or bool({"auxpass", "nsubjpass", "agent", "csubjpass"} & by_dep.keys())
    if not passive and _is_taken_for(s, t):
        return
    found = passive_frames(s, t, by_dep, reduced) if passive else active_frames(s, t, by_dep, rules)
    negated = is_negated(s, t.i)
    cue = cue_tokens(s, t.i)
    if t.lemma in ("decline", "refuse", "ask") and any(s.tokens[i].lower in _TERMS for i in found[0][1]):
        return  # "who declined to be named": the terms on which a source speaks
    learnt = _learnt_from(s, t)
    speaker = learnt if learnt is not None else _teller(s, t) if passive else speaker_of(s, t.i)
    named = up_to_cue(s, noun_phrase(s, speaker, t.i), cue) if speaker is not None else ()
    named = with_condition(s, named, cue)
    for frame, content, more_cue in found:
        rule = _rule_for(rules, frame, s, t.i)
        if rule is None:
            continue
        head, source = speaker, named
        if learnt is not None:  # whom it is learnt from tells it, and no part of what is told
            content = content - set(s.subtree(s.tokens[learnt].head))
        if head is None and not passive and t.tag == "VB" and t.dep == "ROOT":
            continue  # an imperative: nobody says it
        if head is None and not passive and rule.id == "toll-change":
            continue  # "her death brings the toll to six"
        if rule.id == "toll-change" and not passive and _goes_on_the_clause(s, t):
            continue  # "three of the wounded have died, which brings it to 13"
        if head is not None and is_nobody(s, head):
            continue
        if head is not None and head == inverted(s, t.i) and frame == "clause":
            content = content | {i for k in s.kids(t.i, "nsubj", "nsubjpass") if k.i < t.i for i in s.subtree(k.i)}
        if passive and head is not None and head in content and s.tokens[s.tokens[head].head].dep == "agent":
            content = content - set(s.subtree(s.tokens[head].head))
        if head is not None and head in content:
            source, head = (), None
        if (
            head is None
            and not passive
            and rule.id in _SPEAKS
            and t.tag in ("VBD", "VBZ", "VBP")
            and (lost := before_cue(s, min(cue)))
        ):
            before = {i for i in content if i < lost[0] - 1}
            source, content = lost, before or content
            head = next(i for i in lost if i + 1 not in lost or s.tokens[i + 1].text == ",")
        whole_cue = tuple(sorted({*cue, *more_cue}))
        if rule.id == "seem":  # it seems so to the author: what seems is content, and nobody is named
            content, source, head = content | set(source), (), None
        taken = {*whole_cue, *source}
        while content and s.tokens[max(content)].pos == "CCONJ":
            content = content - {max(content)}
        yield Candidate(s, t.i, rule, frame, whole_cue, source, head,
                        tuple(i for i in sorted(content) if i not in taken), negated)  # fmt: skip


def _goes_on_the_clause(s: Sentence, t: Token) -> bool:
    """Whether the subject is a "which" that takes up a whole clause: no noun stands right before it."""
    which = next((k for k in s.kids(t.i, "nsubj") if k.lower == "which"), None)
    if which is None or which.i < 2:
        return False
    before = s.tokens[which.i - 1 - (s.tokens[which.i - 1].text == ",")]
    return before.pos in ("VERB", "AUX", "ADV")


def _learnt_from(s: Sentence, t: Token) -> int | None:
    """From whom something was learnt: "the Post has learnt from a guard that …", "it is learnt from the clinic"."""
    if t.lemma not in _LEARNS:
        return None
    near = [t, *s.kids(t.i, "dobj", "nsubj")]
    froms = [k for x in near for k in s.kids(x.i, "prep") if k.lower == "from" and k.i > t.i]
    givers = [p for k in froms for p in s.kids(k.i, "pobj") if p.pos in ("NOUN", "PROPN") and p.ent not in _PLACES]
    return givers[0].i if givers else None


_LEARNS = frozenset({"learn", "learnt", "gather", "understand", "hear"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def _teller(s: Sentence, t: Token) -> int | None:
    """By whom it is told in the passive: "was said by …", "is stated in the communique".

    "Reported killed by the civil defence": the parse hangs who told it on what was done; see ``_TELLERS``.
    """
    told = agent(s, t.i)
    if told is None and t.lemma in ("report", "list", "say", "declare", "count", "register", "confirm"):
        for k in s.kids(t.i, "xcomp", "oprd", "ccomp", "acl"):
            by = agent(s, k.i) if k.i == t.i + 1 and k.tag == "VBN" else None
            if by is not None and s.tokens[by].lemma in _TELLERS:
                return by
    if told is None and t.lemma in ("say", "state", "report", "note", "claim", "announce") and not s.kids(t.i, "agent"):
        told = next((p.i for k in s.kids(t.i, "prep") if k.lower == "in" and k.i == t.i + 1
                     for p in s.kids(k.i, "pobj") if p.lemma in _PAPERS), None)  # fmt: skip
    return told


#: Whoever kills nobody, so that "reported killed by" them leaves nothing open.
_TELLERS = frozenset({
    "defence", "defense", "hospital", "clinic", "doctor", "medic", "ministry", "mayor", "governor", "council",
    "observatory", "crescent", "cross", "rescuer", "brigade", "service", "relative", "family", "resident", "witness",
    "media", "radio", "television", "agency", "newspaper", "official", "spokesman", "spokeswoman", "authority",
    "authorities", "coroner", "morgue", "department", "office", "monitor", "charity", "union", "organisation",
    "organization", "committee", "priest", "bishop", "imam", "administration", "municipality", "commission",
})  # fmt: skip
#: What something is stated in.
_PAPERS = frozenset({"statement", "communique", "communiqué", "report", "bulletin", "release", "letter", "document",
                     "dispatch", "despatch", "message", "note", "notice"})  # fmt: skip


def _quoted_before(s: Sentence, t: Token) -> list[Token]:
    """The clauses before "the radio quoted a doctor as | saying"."""
    quoted = s.tokens[s.tokens[t.head].head]
    if t.lemma not in ("say", "tell") or s.tokens[t.head].lower != "as" or quoted.lemma not in ("quote", "cite"):
        return []
    return [k for k in s.kids(quoted.i, "ccomp") if k.i < quoted.i and not s.kids(t.i, "ccomp")]


def _clause_start(s: Sentence, t: Token, deps: dict[str, list[Token]]) -> int:
    """Where the clause of a verb opens after a semicolon or colon; 0 where none stands before it.

    "Police counted two dead; the doctors speak of six": the parser takes the first clause for what the doctors say.
    """
    if ";" not in s.lowers and ":" not in s.lowers:
        return 0
    own = subject(s, t.i)
    first = min([*cue_tokens(s, t.i), *([own, *s.subtree(own)] if own is not None else [])])
    while first and s.tokens[first - 1].pos in ("ADV", "CCONJ", "DET", "ADJ", "NOUN", "ADP", "PROPN", "SCONJ"):
        first -= 1
    mark = s.tokens[first - 1].text if first else ""
    if mark == ":" and not (deps.keys() & {"auxpass", "nsubjpass"}):  # "Two dead: police said"
        behind = (k.i for name in ("ccomp", "dobj", "prep", "xcomp") for k in deps.get(name, ()))
        return first if any(i > t.i for i in behind) else 0
    return first if mark in (";", ":") else 0


def _noun(s: Sentence, t: Token, cues: Cues) -> Iterator[Candidate]:
    rules = cues.of("noun", t.lemma)
    if not rules or t.dep in ("compound", "nmod", "npadvmod"):
        return
    if s.tokens[t.head].lemma == "be" and s.kids(t.head, "expl") and is_nobody(s, t.i):
        return  # "There was no claim of responsibility"
    rule = rules[0]
    content: set[int] = set()
    frame = ""
    more: tuple[int, ...] = ()
    for k in s.kids(t.i):
        if k.i < t.i:
            continue
        if k.dep in ("acl", "ccomp", "relcl") and any(x.lower == "that" and x.dep == "mark" for x in s.kids(k.i)):
            content, frame = set(s.subtree(k.i)), "noun-that"
        elif k.dep in ("acl", "xcomp", "relcl") and is_infinitive(s, k):
            content, frame = set(s.subtree(k.i)), "noun-infinitive"
        elif k.dep == "prep" and k.lower in rule.preps and k.i == t.i + 1 and not frame:
            content, frame, more = set(s.subtree(k.i)) - {k.i}, "noun-prep:" + k.lower, (k.i,)
    verb = s.tokens[t.head]
    light = t.dep == "dobj" and verb.pos == "VERB" and bool(cues.of("light", verb.lemma))
    if not frame and light:  # "voiced his support for …": the parse hangs the phrase on the verb
        for k in s.kids(verb.i, "prep"):
            if k.i == t.i + 1 and k.lower in rule.preps:
                content, frame, more = set(s.subtree(k.i)) - {k.i}, "noun-prep:" + k.lower, (k.i,)
    if not frame:
        return
    source: tuple[int, ...] = ()
    head: int | None = None
    cue = {t.i, *more}
    poss = s.kids(t.i, "poss")
    if poss:
        head = poss[0].i
        source = noun_phrase(s, head, t.i)
        if s.tokens[source[-1]].tag == "POS":
            source = source[:-1]
    elif light:
        head = speaker_of(s, verb.i)
        source = noun_phrase(s, head, verb.i) if head is not None else ()
    elif t.dep == "pobj" and s.tokens[t.head].lower in ("with", "without", "in", "on", "under", "amid", "despite"):
        head = subject(s, s.tokens[s.tokens[t.head].head].i) if s.tokens[s.tokens[t.head].head].pos == "VERB" else None
        source = noun_phrase(s, head, t.i) if head is not None else ()
    if head is None:
        for k in s.kids(t.i, "prep"):
            if k.lower in ("by", "from", "among") and not (content & {k.i}):
                inner = s.kids(k.i, "pobj")
                if inner:
                    head = inner[0].i
                    source = noun_phrase(s, head, t.i)
    if light:
        cue |= set(cue_tokens(s, verb.i)) | {i for i in s.subtree(t.i) if verb.i < i < t.i}
    taken = {*cue, *source}
    yield Candidate(s, t.i, rule, frame, tuple(sorted(cue)), source, head,
                    tuple(i for i in sorted(content) if i not in taken),
                    light and is_negated(s, verb.i))  # fmt: skip


def _adjective(s: Sentence, t: Token, cues: Cues) -> Iterator[Candidate]:
    rules = cues.of("adjective", t.lemma)
    if not rules or t.dep not in ("acomp", "conj", "amod", "ROOT", "advcl"):
        return
    rule = rules[0]
    content: set[int] = set()
    frame = ""
    more: tuple[int, ...] = ()
    for k in s.kids(t.i):
        if k.i > t.i and k.dep in ("ccomp", "xcomp"):
            content |= set(s.subtree(k.i))
            frame = "adj-clause" if k.dep == "ccomp" else "adj-infinitive"
        elif k.i > t.i and k.dep == "prep" and k.lower in rule.preps and not frame:
            content, frame, more = set(s.subtree(k.i)) - {k.i}, "adj-prep:" + k.lower, (k.i,)
    if not frame:
        return
    verb = s.tokens[t.head] if t.dep == "acomp" else t
    head = subject(s, verb.i)
    if head == t.i:
        head = None
    source = noun_phrase(s, head, t.i) if head is not None else ()
    cue = {t.i, *more}
    if verb is not t:
        cue |= set(cue_tokens(s, verb.i)) | {k.i for k in s.kids(t.i, "advmod") if k.i < t.i}
    taken = {*cue, *source}
    yield Candidate(s, t.i, rule, frame, tuple(sorted(cue)), source, head,
                    tuple(i for i in sorted(content) if i not in taken), is_negated(s, verb.i))  # fmt: skip


def _is_taken_for(s: Sentence, t: Token) -> bool:
    """ "Gunmen suspected to be bandits", which the parser may take for a verb of the gunmen's own."""
    after = [x.lower for x in s.tokens[t.i + 1 : t.i + 3]]
    return t.tag in ("VBD", "VBN") and t.lemma in _TAKEN and after in (["to", "be"], ["to", "have"])


_TAKEN = frozenset(
    {"suspect", "believe", "think", "understand", "presume", "assume", "know", "allege", "say", "report"}
)


def says_nothing(s: Sentence, i: int, cues: Cues) -> bool:
    """Whether the object of a verb tells that nothing is said: "said a prayer", "claimed her prize", "denied entry"."""
    t = s.tokens[i]
    if t.lemma in ("quote", "cite") and s.kids(i, "nsubjpass") and s.kids(i, "agent"):
        # "was quoted by the weekly as saying": the weekly relays it, and "saying" is the cue
        return any(k.lemma == "say" for p in s.kids(i, "prep") if p.lower == "as" for k in s.kids(p.i, "pcomp"))
    if _is_taken_for(s, t) and t.dep != "acl" and not s.kids(i, "auxpass", "nsubjpass", "aux"):
        return True
    if t.lemma in ("quote", "cite") and t.dep == "acl" and s.kids(i, "agent") and s.tokens[t.head].dep == "nsubj":
        return True  # "Officials quoted by the radio said": the radio relays it
    if _pronounced_dead(s, t) or _keeps_unnamed(s, t) or _is_an_attack(s, t):
        return True
    if t.lemma == "report" and t.tag == "VBN" and any(k.lower == "as" for k in s.kids(i, "mark", "advmod")):
        return not s.kids(i, "agent")  # "as reported earlier": by this very paper
    if t.tag == "VB" and t.dep == "ROOT" and not s.kids(i, "nsubj", "aux") and t.i <= 1:
        return True  # "Recall that in January": the author's word to the reader
    rules = cues.of("not-said", t.lemma) if t.pos == "VERB" else ()
    if not rules or s.kids(i, "ccomp"):
        return False
    heads = [k for k in s.kids(i, "dobj", "agent", "prep", "oprd", "attr", "intj", "dative") if k.i > i]
    words = {x.lemma.lower() for k in heads for x in (k, *s.kids(k.i, "pobj"), *_measured(s, k))}
    return any(r.with_words & words for r in rules)


def _is_an_attack(s: Sentence, t: Token) -> bool:
    """Whether those who bear arms attack something: "bandits attacked the village where the chief lives"."""
    if t.lemma not in _ATTACKING:
        return False
    doers = s.kids(t.i, "nsubj")
    return any(k.lemma in _IN_ARMS or any(x.lower in _ARMED for x in s.tokens if x.i in s.subtree(k.i)) for k in doers)


_ATTACKING = frozenset({"assail", "assault", "attack", "hammer", "hit", "pound", "strike", "target"})
_IN_ARMS = frozenset({
    "assailant", "attacker", "bandit", "drone", "extremist", "fighter", "guerrilla", "gunman", "gunmen", "herder",
    "insurgent", "jet", "jihadist", "militant", "militiaman", "missile", "mob", "plane", "raider", "rebel", "rioter",
    "robber", "rocket", "soldier", "terrorist", "troop", "troops", "warplane",
})  # fmt: skip
_ARMED = frozenset({"armed", "hooded", "masked", "gunmen"})


def _keeps_unnamed(s: Sentence, t: Token) -> bool:
    """Whether a verb tells on what terms its subject speaks: "declined to be named", "wished to remain anonymous"."""
    for x in s.kids(t.i, "xcomp"):
        own = next((k for k in s.kids(x.i, "dobj") if k.lemma in _IDENTITIES), None)
        if x.lemma in ("name", "identify") and s.kids(x.i, "auxpass"):
            return True
        if any(k.lower in _NAMELESS for k in s.kids(x.i, "acomp", "oprd", "attr")):
            return True
        if own is not None and any(k.tag == "PRP$" for k in s.kids(own.i, "poss")):
            return True
    return False


_IDENTITIES = frozenset({"name", "identity", "surname"})
_NAMELESS = frozenset({"anonymous", "unnamed", "unidentified", "nameless"})


def _pronounced_dead(s: Sentence, t: Token) -> bool:
    """Whether someone "was pronounced dead at the scene", by nobody who is named: it happened to him."""
    if t.lemma not in ("pronounce", "declare") or not s.kids(t.i, "nsubjpass") or s.kids(t.i, "agent"):
        return False
    return any(k.lower == "dead" for k in s.kids(t.i, "oprd", "acomp", "xcomp", "advmod"))


def _measured(s: Sentence, k: Token) -> list[Token]:
    """The "silence" of "a minute of silence"."""
    return [x for p in s.kids(k.i, "prep") if k.lemma in ("minute", "moment") for x in s.kids(p.i, "pobj")]


def is_nobody(s: Sentence, head: int) -> bool:
    """Whether the subject is "no group", "nobody", "none": nobody said it."""
    return s.tokens[head].lower in ("nobody", "none", "noone") or any(k.lower == "no" for k in s.kids(head, "det"))


def _rule_for(rules: tuple[CueRule, ...], frame: str, s: Sentence, i: int) -> CueRule | None:
    """The first rule of the lemma that knows the frame; a passive is known by any rule with an object or clause."""
    name = frame.removeprefix("reduced-").split(":")[0]
    for r in sorted(rules, key=lambda r: not r.with_words) if len(rules) > 1 else rules:
        if r.with_words and not _has_word(r, s, i):
            continue
        if name in r.frames or (name == "gap" and "object" in r.frames):
            return r
        if name == "bare":
            return r
        if name.startswith("passive") and r.frames & {"object", "clause", "as", "passive-infinitive", "infinitive"}:
            return r
    return None


def _has_word(r: CueRule, s: Sentence, i: int) -> bool:
    """Whether one of the rule's words hangs on the verb or on its preposition; "it" only if a number is put to it."""
    for k in s.kids(i):
        after = s.kids(k.i, "pobj") if k.dep == "prep" and k.lower in r.preps else ()
        if k.dep == "dobj":  # "holds the militia responsible"
            after = [x for x in s.kids(k.i, "amod") if x.i > k.i]
        # "spoke of gunmen", not "gunmen spoke of"; but "owned up to it"
        own = () if r.frames == {"prep"} and k.dep in ("nsubj", "nsubjpass", "dobj", "dative") else (k,)
        for x in (*own, *after):
            itself = x.lower.endswith(("self", "selves"))
            people = (x.pos == "PRON" and not itself) or (
                x.lower in _HURT and r.object_preps == {"at"}
            )  # "put the wounded at ease"
            if x.lower in r.with_words and (not people or _numbered(s, i, r)):
                return True
    return False


_HURT = frozenset({"injured", "wounded", "killed", "missing", "displaced", "detained", "arrested", "victims"})


def _numbered(s: Sentence, i: int, r: CueRule) -> bool:
    """Whether one of the prepositions of the rule's second object leads a number."""
    for p in (s.tokens[j] for j in s.subtree(i)):
        if p.i > i and p.dep == "prep" and p.lower in r.object_preps:
            for k in s.kids(p.i, "pobj"):
                if k.pos == "NUM" or any(x.pos == "NUM" for x in s.kids(k.i, "nummod")):
                    return True
    return False


def _withheld(s: Sentence, t: Token) -> bool:
    """Whether the verb is what someone declined to do: in "declined to confirm or deny" only "declined" is a cue."""
    while t.dep == "conj" and not s.kids(t.i, "nsubj") and t.head != t.i:
        t = s.tokens[t.head]
    return t.dep == "xcomp" and s.tokens[t.head].lemma in ("decline", "refuse")
