"""Frames: the constructions in which a cue word takes a source and a content, read off the dependency parse.

``candidates`` proposes; ``claims`` weighs, adds quotations, and decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.lexicon.cues import CueRule, Cues
from sourcebook.records import Sentence, Token

#: A participle or infinitive takes the subject of the clause it hangs on.
_BORROWS = frozenset({"advcl", "xcomp", "conj", "dep", "prep", "pcomp", "acomp"})
#: Phrases after an object that belong to the content: counted on PolNeAR train, more often inside than outside.
_OBJECT_PREPS = frozenset({"of", "to", "for", "with", "from", "as"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "what"})
_BE = frozenset({"was", "were", "is", "are"})
#: Rules whose verbs are speech acts: a lost subject is looked for before them.
_SPEAKS = frozenset({"say", "tell", "report", "reply", "warn", "confirm"})
#: Verbs whose infinitive has the same subject, although an object stands between ("promised Kyiv to send").
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow"})
#: Verbs that open another's cue: "went on to say", "continued to deny", "appeared to suggest", "refused to confirm".
_CHAIN = frozenset(
    "go continue begin start try seek seem appear refuse decline want manage fail choose happen tend use move need wish "
    "have proceed hasten rush be hesitate".split()
)


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
    reduced = t.dep == "acl" and t.tag == "VBN"
    passive = reduced or bool({"auxpass", "nsubjpass", "agent", "csubjpass"} & by_dep.keys())
    found = _passive(s, t, by_dep, reduced) if passive else _active(s, t, by_dep, rules)
    negated = is_negated(s, t.i)
    cue = cue_tokens(s, t.i)
    for frame, content, more_cue in found:
        rule = _rule_for(rules, frame, s, t.i)
        if rule is None:
            continue
        head = agent(s, t.i) if passive else speaker_of(s, t.i)
        source = up_to_cue(s, noun_phrase(s, head, t.i), cue) if head is not None else ()
        if head is not None and head in content:
            source, head = (), None
        if head is None and not passive and rule.id in _SPEAKS and t.tag in ("VBD", "VBZ", "VBP") and (
            lost := before_cue(s, min(cue))
        ):
            source, head, content = lost, lost[-1], content - set(range(lost[0] - 1, len(s.tokens)))
            head = next(i for i in lost if i + 1 not in lost or s.tokens[i + 1].text == ",")
        whole_cue = tuple(sorted({*cue, *more_cue}))
        taken = {*whole_cue, *source}
        yield Candidate(s, t.i, rule, frame, whole_cue, source, head,
                        tuple(i for i in sorted(content) if i not in taken), negated)  # fmt: skip


Frame = tuple[str, set[int], tuple[int, ...]]


def _active(s: Sentence, t: Token, deps: dict[str, list[Token]], rules: tuple[CueRule, ...]) -> list[Frame]:
    """The frames of an active verb, best first: name, content tokens, further cue tokens."""
    out: list[Frame] = []
    clauses = deps.get("ccomp", [])
    objects = [k for k in deps.get("dobj", []) if k.lower not in _RELATIVE or k.i > t.i]
    open_clauses = deps.get("xcomp", [])
    preps = deps.get("prep", [])
    finite = [c for c in clauses if not _is_infinitive(s, c) and _has_subject(s, c)]
    finite += [c for c in open_clauses if c.tag in ("VB", "VBP") and c.i == t.i + 1 and t.dep == "relcl"]
    bare = [c for c in clauses if c not in finite]
    if finite:
        content = {i for c in finite for i in s.subtree(c.i)} - _trailing_sayings(s, finite)
        if not rules[0].addressee:
            content |= {i for c in objects for i in s.subtree(c.i)}
        content |= _relative_pronoun(s, t)
        content = _without_what(s, t, content)
        out.append(("clause", content, ()))
    if not finite:
        to = [c for c in (*open_clauses, *bare) if _is_infinitive(s, c)]
        ing = [c for c in (*open_clauses, *bare) if c.tag == "VBG" and c not in to]
        predicate = [c for c in (*open_clauses, *bare, *deps.get("oprd", [])) if c not in to and c not in ing]
        as_preps = [p for p in preps if p.lower in ("as", "like") and p.i > t.i]
        if to:
            content = {i for c in (*to, *objects) for i in s.subtree(c.i)}
            called_on = [p for p in preps if p.lower in ("on", "upon", "to") and p.i == t.i + 1]
            more: tuple[int, ...] = ()
            if called_on and called_on[0].i < to[0].i:
                more = (called_on[0].i,)
                content |= {i for i in s.subtree(called_on[0].i) if i != called_on[0].i}
            if rules[0].addressee:
                content -= {i for c in objects for i in s.subtree(c.i)}
            out.append(("infinitive", content, more))
        elif ing:
            out.append(("gerund", {i for c in (*ing, *objects) for i in s.subtree(c.i)}, ()))
        elif (predicate or as_preps) and (objects or predicate or _gap(s, t) or _what(s, t)):
            parts = {i for c in (*objects, *predicate) for i in s.subtree(c.i)}
            if predicate and _what(s, t):
                parts |= {i for p in preps if p.i > predicate[0].i for i in s.subtree(p.i)}
            more = ()
            for p in as_preps:
                tree = s.subtree(p.i)
                parts |= set(tree) - {p.i} if p.i == t.i + 1 else set(tree)
                more = (p.i,) if p.i == t.i + 1 else ()
            if not objects:
                parts |= _antecedent(s, t)
            out.append(("as", parts, more))
        elif objects:
            content = {i for c in objects for i in s.subtree(c.i)}
            wanted = _OBJECT_PREPS.union(*(r.object_preps for r in rules))
            for p in preps:
                if p.lower in wanted and p.i > objects[0].i:
                    content |= set(s.subtree(p.i))
            out.append(("object", content, ()))
        elif gap := _antecedent(s, t):
            wanted = frozenset().union(*(r.object_preps for r in rules))
            extra = {i for p in preps if p.lower in wanted and p.i > t.i for i in s.subtree(p.i)}
            out.append(("gap", gap | extra, ()))
        acomp = deps.get("acomp", [])
        if acomp:
            out.append(("adjective", {i for c in acomp for i in s.subtree(c.i)} | _whole_subject(s, t), ()))
    if not finite and (aside := _aside(s, t) or _after_time(s, t)):
        out.insert(0, ("clause", aside, ()))
    if not out or (out[0][0] == "object" and rules[0].addressee):
        wanted = frozenset().union(*(r.preps for r in rules))
        particles = tuple(k.i for k in deps.get("prt", []))
        for p in preps:
            if p.lower in wanted and p.i > t.i:
                inner = set(s.subtree(p.i)) - {p.i}
                if inner:
                    out.insert(0, ("prep:" + p.lower, inner, (*particles, p.i)))
                    break
    out.append(("bare", set(), ()))
    return out


def _passive(s: Sentence, t: Token, deps: dict[str, list[Token]], reduced: bool) -> list[Frame]:
    subject_ = set()
    for k in deps.get("nsubjpass", []):
        if k.lower != "it" or not deps.get("ccomp"):
            subject_ |= set(s.subtree(k.i))
    if reduced:
        subject_ |= noun_phrase_set(s, t.head, t.i)
    elif not subject_ and t.dep == "conj":
        head = subject(s, t.i)
        subject_ |= set(noun_phrase(s, head, t.i)) if head is not None else set()
    rest: set[int] = set()
    name = "passive-object"
    for dep, kind in (("ccomp", "passive-clause"), ("xcomp", "passive-infinitive"), ("oprd", "passive-as")):
        for k in deps.get(dep, []):
            rest |= set(s.subtree(k.i))
            name = kind
    more: tuple[int, ...] = ()
    for p in deps.get("prep", []):
        if p.lower in ("as", "of", "for") and p.i > t.i:
            rest |= set(s.subtree(p.i)) - ({p.i} if p.i == t.i + 1 else set())
            more = (p.i,) if p.i == t.i + 1 else ()
            name = "passive-as" if p.lower == "as" else name
    prefix = "reduced-" if reduced else ""
    return [(prefix + name, subject_ | rest, more), ("bare", set(), more)]


def _noun(s: Sentence, t: Token, cues: Cues) -> Iterator[Candidate]:
    rules = cues.of("noun", t.lemma)
    if not rules or t.dep in ("compound", "nmod", "npadvmod"):
        return
    rule = rules[0]
    content: set[int] = set()
    frame, more = "", ()
    for k in s.kids(t.i):
        if k.i < t.i:
            continue
        if k.dep in ("acl", "ccomp", "relcl") and any(x.lower == "that" and x.dep == "mark" for x in s.kids(k.i)):
            content, frame = set(s.subtree(k.i)), "noun-that"
        elif k.dep in ("acl", "xcomp", "relcl") and _is_infinitive(s, k):
            content, frame = set(s.subtree(k.i)), "noun-infinitive"
        elif k.dep == "prep" and k.lower in rule.preps and k.i == t.i + 1 and not frame:
            content, frame, more = set(s.subtree(k.i)) - {k.i}, "noun-prep:" + k.lower, (k.i,)
    if not frame:
        return
    source: tuple[int, ...] = ()
    head: int | None = None
    cue = {t.i, *more}
    poss = s.kids(t.i, "poss")
    verb = s.tokens[t.head]
    light = t.dep == "dobj" and verb.pos == "VERB" and bool(cues.of("light", verb.lemma))
    if poss:
        head = poss[0].i
        source = noun_phrase(s, head, t.i)
        if s.tokens[source[-1]].tag == "POS":
            source = source[:-1]
    elif light:
        head = subject(s, verb.i)
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


def _rule_for(rules: tuple[CueRule, ...], frame: str, s: Sentence, i: int) -> CueRule | None:
    """The first rule of the lemma that knows the frame; a passive is known by any rule with an object or clause."""
    name = frame.removeprefix("reduced-").split(":")[0]
    for r in rules:
        if r.with_words and not any(k.lower in r.with_words for k in s.kids(i)):
            continue
        if name in r.frames or (name == "gap" and "object" in r.frames):
            return r
        if name == "bare":
            return r
        if name.startswith("passive") and r.frames & {"object", "clause", "as", "passive-infinitive", "infinitive"}:
            return r
    return None


# --------------------------------------------------------------------------------------- parts of a clause


def subject(s: Sentence, i: int, depth: int = 0) -> int | None:
    """The head of the noun phrase that does what the verb at ``i`` says, also where the verb borrows it."""
    own = _subjects(s, i)
    if own:
        return own[0].i
    t = s.tokens[i]
    if t.head == i or depth > 6:
        return None
    head = s.tokens[t.head]
    if t.dep in ("acl", "relcl"):
        return head.i if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") else None
    if t.dep == "xcomp" and head.lemma not in _SUBJECT_CONTROL:
        objects = s.kids(head.i, "dobj")
        if objects and objects[0].i < i:
            return objects[0].i
    if t.dep == "pobj" or head.pos in ("NOUN", "PROPN"):
        return None
    if t.dep in _BORROWS and head.pos in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
        return subject(s, head.i, depth + 1)
    return None


def speaker_of(s: Sentence, i: int) -> int | None:
    """The subject of a cue; of a trailing ", saying …" the subject of the sentence's outer saying.

    "He has not said that they fought there, saying …": the parse hangs the participle on "fought", but it is he who
    says.
    """
    t = s.tokens[i]
    if t.dep == "advcl" and t.tag == "VBG" and _after_comma(s, i) and not s.kids(i, "nsubj"):
        outer = s.tokens[t.head]
        while outer.dep in ("ccomp", "xcomp", "conj", "advcl", "relcl") and outer.head != outer.i:
            above = s.tokens[outer.head]
            if outer.dep == "ccomp" and above.i < outer.i and above.pos == "VERB" and s.kids(above.i, "nsubj"):
                return subject(s, above.i)
            outer = above
    return subject(s, i)


def before_cue(s: Sentence, cue: int) -> tuple[int, ...]:
    """The phrase before a cue of which the parse lost the subject: "…, NAME, a senior fellow with NAME, told NAME".

    Empty unless a name or noun phrase stands there after a comma; its apposition goes with it.
    """
    tokens = s.tokens
    end = cue - 1
    while end >= 0 and (tokens[end].pos in ("AUX", "ADV") or tokens[end].text == ","):
        end -= 1
    pieces: list[tuple[int, int]] = []
    last = end
    while last > 0 and len(pieces) < 3:
        first = last
        while first > 0 and tokens[first - 1].text != "," and tokens[first - 1].pos not in ("VERB", "AUX"):
            first -= 1
        if first and tokens[first - 1].pos in ("VERB", "AUX"):
            return ()
        pieces.insert(0, (first, last))
        if first == 0 or all(t.pos in ("PROPN", "NOUN", "ADJ", "DET") and (t.pos == "PROPN" or len(pieces) > 1 or t.text[0].isupper()) for t in tokens[first : last + 1]) and tokens[last].pos == "PROPN":
            break
        last = first - 2
    if not pieces or pieces[0][0] == 0:
        return ()
    first, last = pieces[0]
    if tokens[last].pos != "PROPN" or any(t.pos not in ("PROPN", "NOUN", "ADJ", "DET") for t in tokens[first : last + 1]):
        return ()
    return tuple(range(first, end + 1))


def _withheld(s: Sentence, t: Token) -> bool:
    """Whether the verb is what someone declined to do: in "declined to confirm or deny" only "declined" is a cue."""
    while t.dep == "conj" and not s.kids(t.i, "nsubj") and t.head != t.i:
        t = s.tokens[t.head]
    return t.dep == "xcomp" and s.tokens[t.head].lemma in ("decline", "refuse")


def _after_comma(s: Sentence, i: int) -> bool:
    first = s.subtree(i)[0]
    return first > 0 and s.tokens[first - 1].text == ","


def _subjects(s: Sentence, i: int) -> list[Token]:
    """A verb's own subjects; a relative pronoun last: in "what they said was" it is "they" who say."""
    found = s.kids(i, "nsubj", "nsubjpass")
    return [k for k in found if k.lower not in _RELATIVE] + [k for k in found if k.lower in _RELATIVE]


def agent(s: Sentence, i: int) -> int | None:
    """The head of the phrase after "by"."""
    for k in s.kids(i, "agent"):
        for p in s.kids(k.i, "pobj"):
            return p.i
    return None


def noun_phrase(s: Sentence, head: int | None, cue: int) -> tuple[int, ...]:
    """The noun phrase around ``head``, with apposition and relative clause, without the cue's own clause.

    Commas and dashes at its ends are left out.
    """
    if head is None:
        return ()
    return tuple(sorted(noun_phrase_set(s, head, cue)))


def noun_phrase_set(s: Sentence, head: int, cue: int) -> set[int]:
    """See :func:`noun_phrase`."""
    tree = set(s.subtree(head))
    if cue in tree and cue != head:  # the cue hangs on the noun: "a man claiming …", "who said …"
        branch = cue
        while s.tokens[branch].head != head and s.tokens[branch].head != branch:
            branch = s.tokens[branch].head
        tree -= set(s.subtree(branch))
    # One stretch without holes around the head.
    run = [head]
    for step in (-1, 1):
        i = head + step
        while i in tree:
            run.append(i)
            i += step
    run.sort()
    tokens = s.tokens
    while len(run) > 1 and (tokens[run[0]].pos == "PUNCT" and tokens[run[0]].text not in '(["“‘'):
        run.pop(0)
    while len(run) > 1 and tokens[run[-1]].pos == "PUNCT" and tokens[run[-1]].text not in ')]"”’':
        run.pop()
    return set(run)


def up_to_cue(s: Sentence, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[int, ...]:
    """A source that the parse cut short before the cue ("knowledge of the strike and | its target said") made whole."""
    gap = range(source[-1] + 1, cue[0]) if source and source[-1] < cue[0] else range(0)
    if 0 < len(gap) <= 6 and all(s.tokens[j].pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "ADP", "CCONJ", "NUM", "PART") for j in gap):
        if s.tokens[gap[-1]].pos in ("NOUN", "PROPN", "NUM"):
            return (*source, *gap)
    return source


def cue_tokens(s: Sentence, i: int) -> tuple[int, ...]:
    """The verb with auxiliaries, negation, particle and the adverbs between them, and a verb it continues."""
    out = {i}
    for k in s.kids(i, "aux", "auxpass", "neg", "prt"):
        out.add(k.i)
    first = min(out)
    for k in s.kids(i, "advmod"):
        if k.i == first - 1 or min(out) < k.i < i:
            if k.tag in ("RB", "RBR"):
                out.add(k.i)
    t = s.tokens[i]
    if t.dep == "xcomp" and s.tokens[t.head].lemma in _CHAIN and s.tokens[t.head].i < i and i - t.head <= 4:
        out |= set(cue_tokens(s, t.head)) | {j for j in range(t.head, i) if j in out or s.tokens[j].head in (i, t.head)}
    return tuple(sorted(out))


def is_negated(s: Sentence, i: int) -> bool:
    """Whether the verb is negated: not, never, neither, nor, no longer, without …, or by a verb it continues."""
    for k in s.kids(i):
        if k.dep == "neg" or k.lower in ("never", "neither", "nor", "hardly", "barely"):
            return True
    t = s.tokens[i]
    head = s.tokens[t.head]
    if t.dep == "pcomp" and head.lower == "without":
        return True
    for k in s.kids(i, "nsubj"):
        if any(d.lower in ("no", "neither", "none") for d in (k, *s.kids(k.i, "det", "preconj"))):
            return True
    if t.dep == "xcomp" and head.lemma in _CHAIN:
        return is_negated(s, head.i)
    if t.dep == "conj" and head.pos == "VERB" and not s.kids(i, "nsubj", "aux", "auxpass"):
        between = {s.tokens[j].lower for j in range(head.i, i)}
        return is_negated(s, head.i) and bool(between & {"or", "nor"})
    return False


def _is_infinitive(s: Sentence, t: Token) -> bool:
    return any(k.tag == "TO" for k in s.kids(t.i, "aux"))


def _has_subject(s: Sentence, t: Token) -> bool:
    if t.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return bool(s.kids(t.i, "nsubj", "nsubjpass", "expl", "csubj", "attr", "aux"))


def _relative_pronoun(s: Sentence, t: Token) -> set[int]:
    """The "which" of "which they say left a vacuum": it stands before the source but belongs to the content."""
    edge = next((k.i for k in _subjects(s, t.i)), t.i)
    edge = min(s.subtree(edge)[0], t.i) if edge != t.i else t.i
    if edge and s.tokens[edge - 1].lower in ("which", "who", "that") and s.tokens[edge - 1].tag in ("WDT", "WP", "IN"):
        return {edge - 1}
    return set()


def _aside(s: Sentence, t: Token) -> set[int]:
    """The clause around "which residents say is shut" and "what they said was a drone", where the parse lost it."""
    subjects = _subjects(s, t.i)
    if not subjects or t.i + 1 >= len(s.tokens):
        return set()
    first = s.subtree(subjects[0].i)[0]
    following = s.tokens[t.i + 1]
    if not first or following.tag not in ("VBD", "VBZ", "VBP", "MD"):
        return set()
    pronoun = s.tokens[first - 1]
    if pronoun.tag not in ("WDT", "WP"):
        return set()
    verb = (
        following
        if following.pos == "VERB"
        else next((a for a in (following, s.tokens[following.head]) if a.i > t.i), following)
    )
    tree = {i for i in s.subtree(verb.i) if i > t.i}
    tree |= set(range(t.i + 1, verb.i + 1))
    return tree if pronoun.lower == "what" else tree | {pronoun.i}


#: Participles that go on with what the outer source says and are no part of its first content.
_TRAILING = frozenset({"say", "add", "note", "cite", "call", "claim", "tell", "argue", "insist", "accuse", "describe", "warn"})


def _trailing_sayings(s: Sentence, clauses: list[Token]) -> set[int]:
    """Words of a final ", adding that …" that the parse put into the content."""
    out: set[int] = set()
    for c in clauses:
        for k in s.kids(c.i, "advcl"):
            if k.tag == "VBG" and k.lemma in _TRAILING and k.i > c.i and _after_comma(s, k.i):
                out |= set(s.subtree(k.i))
    return out


def _what(s: Sentence, t: Token) -> bool:
    """Whether the verb's object is a "what" before it: "what it called a crime"."""
    return any(k.lower == "what" and k.i < t.i for k in s.kids(t.i, "dobj", "nsubjpass", "nsubj"))


def _without_what(s: Sentence, t: Token, content: set[int]) -> set[int]:
    """ "what they said was a drone": the content is "a drone"."""
    what = [i for i in content if s.tokens[i].lower == "what" and i < t.i]
    if not what or t.i + 1 >= len(s.tokens) or s.tokens[t.i + 1].lower not in _BE:
        return content
    return content - set(what) - {t.i + 1}


def _after_time(s: Sentence, t: Token) -> set[int]:
    """ "said at the time that …", "said on Friday that …": the parse hangs the clause on the time."""
    for p in s.kids(t.i, "prep", "npadvmod"):
        for noun in (s.tokens[i] for i in s.subtree(p.i)):
            for k in s.kids(noun.i, "relcl", "acl"):
                tree = s.subtree(k.i)
                if s.tokens[tree[0]].lower == "that" and s.kids(k.i, "nsubj", "nsubjpass") and len(tree) > 3:
                    if any(x.lower != "that" for x in s.kids(k.i, "nsubj", "nsubjpass")):
                        return set(tree)
    return set()


def _gap(s: Sentence, t: Token) -> bool:
    return bool(_antecedent(s, t))


def _antecedent(s: Sentence, t: Token) -> set[int]:
    """The noun that a relative clause without an object is about: "an attack that Syria blamed on Israel"."""
    clause = t
    while clause.dep in ("conj", "xcomp", "ccomp") and clause.head != clause.i:
        clause = s.tokens[clause.head]
    if clause.dep != "relcl":
        return set()
    subjects = s.kids(t.i, "nsubj") or s.kids(clause.i, "nsubj")
    if not subjects or subjects[0].lower in ("who", "which", "that"):
        return set()
    return noun_phrase_set(s, clause.head, clause.i)


def _whole_subject(s: Sentence, t: Token) -> set[int]:
    return {i for k in s.kids(t.i, "nsubj") for i in s.subtree(k.i)}


def runs(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches of consecutive indexes, each as first and last."""
    out: list[tuple[int, int]] = []
    for i in sorted(indexes):
        if out and i == out[-1][1] + 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out
