"""Complements: what a cue verb's content can be, one frame for each construction, best first."""

from __future__ import annotations

from sourcebook.lexicon.cues import CueRule
from sourcebook.read.clauses import (
    RELATIVE,
    after_comma,
    has_subject,
    is_infinitive,
    joined_sayings,
    noun_phrase,
    noun_phrase_set,
    subject,
    subjects,
)
from sourcebook.records import Sentence, Token

#: The name of a frame, the tokens of the content, and tokens that the cue has besides the verb.
Frame = tuple[str, set[int], tuple[int, ...]]
#: Phrases after an object that belong to the content: counted on PolNeAR train, more often inside than outside.
_OBJECT_PREPS = frozenset({"of", "to", "for", "with", "from", "as"})
_BE = frozenset({"was", "were", "is", "are"})
#: What a claim of responsibility is made in.
_CARRIERS = frozenset({
    "statement", "message", "recording", "video", "post", "telegram", "website", "communique", "communiqué", "call",
    "note", "leaflet", "letter", "email", "broadcast", "channel", "tape", "audio", "twitter", "x", "facebook",
})  # fmt: skip
#: Participles that go on with what the outer source says and are no part of its first content.
_TRAILING = frozenset(
    {
        "say",
        "add",
        "note",
        "cite",
        "call",
        "claim",
        "tell",
        "argue",
        "insist",
        "accuse",
        "describe",
        "warn",
        "deny",
        "dismiss",
        "reject",
        "condemn",
        "urge",
        "criticize",
        "criticise",
        "denounce",
        "blame",
        "dispute",
        "contradict",
    }
)
#: What a remark calls the content that it follows.
_REMARKS = frozenset({"accusation", "allegation", "charge", "claim", "assertion", "suggestion", "denial", "version"})
#: What is done to what others have said, in such a remark, which is no longer than so many words.
_ANSWERED = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "contest", "repudiate", "rebuff", "disavow"})
_LONGEST_REMARK = 14
#: Of ", casting doubt on …".
_DOUBTED = frozenset({"doubt", "aspersion"})  # fmt: skip


def active_frames(s: Sentence, t: Token, deps: dict[str, list[Token]], rules: tuple[CueRule, ...]) -> list[Frame]:
    """The frames of an active verb, best first: name, content tokens, further cue tokens."""
    out: list[Frame] = []
    clauses = deps.get("ccomp", [])
    objects = [k for k in deps.get("dobj", []) if k.lower not in RELATIVE or k.i > t.i]
    if not objects and rules[0].id == "report":  # "relatives counted 20": the parse takes the number for a measure
        ends = (",", ".", ";", ")")
        measures = [k for k in deps.get("npadvmod", []) if k.pos == "NUM" and k.i > t.i]
        objects = [k for k in measures if k.i + 1 == len(s.tokens) or s.tokens[k.i + 1].text in ends]
    open_clauses = deps.get("xcomp", [])
    preps = deps.get("prep", [])
    if objects:  # "Six were hurt; police put it at nine": another sentence, which the parse hung on this one
        clauses = [c for c in clauses if c.i > t.i or all(x.text != ";" for x in s.tokens[c.i : t.i])]
    if any(c.i < t.i for c in clauses):  # "Ten fell, the rebels say; the army speaks of two": likewise
        clauses = [c for c in clauses if c.i < t.i or all(x.text != ";" for x in s.tokens[t.i : c.i])]
    if told := _told_of(s, t, preps):
        return [("prep:of", told, (min(told) - 1,)), ("bare", set(), ())]
    finite = [c for c in clauses if not is_infinitive(s, c) and has_subject(s, c)]
    finite += [c for c in open_clauses if c.tag in ("VB", "VBP") and c.i == t.i + 1 and t.dep == "relcl"]
    if not finite and rules[0].addressee:  # "told the paper he had seen nobody": hung on the one who was told
        finite = [k for o in objects for k in s.kids(o.i, "relcl") if k.i > o.i and _opens_clause(s, k)]
        objects = [o for o in objects if not any(k in s.kids(o.i, "relcl") for k in finite)]
    bare = [c for c in clauses if c not in finite]
    if finite:
        content = {i for c in finite for i in s.subtree(c.i)} - _trailing_sayings(s, finite)
        content -= {i for c in finite for k in joined_sayings(s, t, c) for i in _with_conjunction(s, k)}
        # What the parse left lying beside a clause that is not over ("… a sound and | then two blasts").
        if s.tokens[max(content, default=0)].pos == "CCONJ":
            stray = [k for name in ("punct", "dep", "appos") for k in deps.get(name, []) if k.pos != "PUNCT"]
            content |= {i for k in stray if k.i > max(content) for i in s.subtree(k.i)}
        if not rules[0].addressee:
            content |= {i for c in objects for i in s.subtree(c.i)}
        content |= _listed(s, t, finite)
        content |= _relative_pronoun(s, t)
        content = _without_what(s, t, content)
        clear = _clear(s, t, finite) if t.lemma == "make" else ()
        content -= set(clear)
        out.append(("clause", content, clear))
    if not finite:
        to = [c for c in (*open_clauses, *bare) if is_infinitive(s, c)]
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
        elif objects and "as" in rules[0].frames and "object" not in rules[0].frames and _gap(s, t):
            out.append(("as", {i for c in objects for i in s.subtree(c.i)} | _antecedent(s, t), ()))
        elif rules[0].id == "call" and any(k.lemma in _REMARKS for o in objects for k in s.kids(o.i, "compound")):
            out.append(("as", {i for c in objects for i in s.subtree(c.i)}, ()))  # "called the allegation nonsense"
        elif objects:
            content = {i for c in objects for i in s.subtree(c.i)}
            wanted = _OBJECT_PREPS.union(*(r.object_preps for r in rules))
            for p in preps:
                if p.lower in wanted and p.i > objects[0].i:
                    content |= set(s.subtree(p.i))
            content |= _said_by(s, objects[0], content)
            content -= _joined_to_saying(s, t, objects)
            out.append(("object", *_responsibility(s, t, objects[0], content)))
        elif gap := _antecedent(s, t):
            wanted = frozenset().union(*(r.object_preps for r in rules))
            extra = {i for p in preps if p.lower in wanted and p.i > t.i for i in s.subtree(p.i)}
            out.append(("gap", gap | extra, ()))
        acomp = deps.get("acomp", [])
        if not out and (dead := _numbered(s, t, deps)):  # "who counted six dead"
            out.append(("object", dead, ()))
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
                if inner and not all(s.tokens[i].ent in ("DATE", "TIME") for i in inner):  # "denounced on Monday"
                    out.insert(0, ("prep:" + p.lower, inner, (*particles, p.i)))
                    break
    out = [(name, _without_comment(s, content | _conditions(s, t, content)), more) for name, content, more in out]
    out.append(("bare", set(), ()))
    return out


def passive_frames(s: Sentence, t: Token, deps: dict[str, list[Token]], reduced: bool) -> list[Frame]:
    """The frames of a passive verb; ``reduced``: a participle after its noun ("a claim made by …")."""
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
        if t.lemma in ("put", "estimate", "place", "set") and p.lower == "at" and p.i > t.i:
            rest |= set(s.subtree(p.i))  # "the losses were put by the general at thirty"
        if p.lower in ("as", "of", "for") and p.i > t.i:
            rest |= set(s.subtree(p.i)) - ({p.i} if p.i == t.i + 1 else set())
            more = (p.i,) if p.i == t.i + 1 else ()
            name = "passive-as" if p.lower == "as" else name
    prefix = "reduced-" if reduced else ""
    return [(prefix + name, subject_ | rest, more), ("bare", set(), more)]


def _relative_pronoun(s: Sentence, t: Token) -> set[int]:
    """The "which" of "which they say left a vacuum": it stands before the source but belongs to the content."""
    edge = next((k.i for k in subjects(s, t.i)), t.i)
    edge = min(s.subtree(edge)[0], t.i) if edge != t.i else t.i
    if edge and s.tokens[edge - 1].lower in ("which", "who", "that") and s.tokens[edge - 1].tag in ("WDT", "WP", "IN"):
        return {edge - 1}
    return set()


def _aside(s: Sentence, t: Token) -> set[int]:
    """The clause around "which residents say is shut" and "what they said was a drone", where the parse lost it."""
    own = subjects(s, t.i)
    if not own or t.i + 1 >= len(s.tokens):
        return set()
    first = s.subtree(own[0].i)[0]
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
    if pronoun.lower != "what":
        return tree | {pronoun.i}
    return tree - {t.i + 1} if following.lower in _BE else tree


def _trailing_sayings(s: Sentence, clauses: list[Token]) -> set[int]:
    """Words of a final ", adding that …" that the parse put into the content."""
    out: set[int] = set()
    for c in clauses:
        for k in s.kids(c.i, "advcl"):
            told = k.lemma in _TRAILING or (k.lemma == "cast" and any(x.lemma in _DOUBTED for x in s.kids(k.i, "dobj")))
            if k.tag == "VBG" and told and k.i > c.i and after_comma(s, k.i):
                out |= set(s.subtree(k.i))
    return out


def _with_conjunction(s: Sentence, k: Token) -> set[int]:
    """A joined clause with the "and" before it."""
    tree = set(s.subtree(k.i))
    first = min(tree)
    return tree | ({first - 1} if first and s.tokens[first - 1].pos == "CCONJ" else set())


def _listed(s: Sentence, t: Token, clauses: list[Token]) -> set[int]:
    """The rest of a list of deeds that the parse hung on the cue: "told us that they came, | killed two and fled"."""
    last = max((i for c in clauses for i in s.subtree(c.i)), default=-1)
    out: set[int] = set()
    for k in s.kids(t.i, "conj"):
        first = s.subtree(k.i)[0]
        if first != last + 2 or s.tokens[last + 1].text != "," or last < t.i or s.kids(k.i, "nsubj", "nsubjpass"):
            continue
        listed = first == k.i and any(c.tag == k.tag for c in clauses)
        if listed and k.lemma not in _TRAILING and not s.kids(k.i, "ccomp"):
            out |= {last + 1, *s.subtree(k.i)}
    return out


def _clear(s: Sentence, t: Token, clauses: list[Token]) -> tuple[int, ...]:
    """The "it clear" of "made it clear that …"."""
    inside = {i for c in clauses for i in s.subtree(c.i)} | {k.i for k in s.kids(t.i)}
    return tuple(
        i for i in sorted(inside) if t.i < i <= t.i + 3 and s.tokens[i].lower in ("it", "clear", "known", "plain")
    )


def _said_by(s: Sentence, thing: Token, content: set[int]) -> set[int]:
    """The "by separatists that its men had done it" of "an accusation", which the parse hung on the verb."""
    by = max(s.subtree(thing.i)) + 1
    if thing.lemma not in _REMARKS or by + 2 >= len(s.tokens) or s.tokens[by].lower != "by":
        return set()
    tree = s.subtree(by)
    return set(tree) if any(s.tokens[i].lower == "that" for i in tree) else set()


def _responsibility(s: Sentence, t: Token, thing: Token, content: set[int]) -> tuple[set[int], tuple[int, ...]]:
    """ "claimed responsibility for | the raid": the content is the deed, if it is named."""
    if thing.lower not in ("responsibility", "credit"):
        return content, ()
    for p in (*s.kids(thing.i, "prep"), *s.kids(t.i, "prep")):
        if p.lower == "for" and p.i > thing.i:
            deed = set(s.subtree(p.i)) - {p.i} - _where_claimed(s, t, p)
            return deed, (*(k.i for k in s.kids(thing.i) if k.i < thing.i), thing.i, p.i)
    return content - _where_claimed(s, t, thing), ()


def _where_claimed(s: Sentence, t: Token, deed: Token) -> set[int]:
    """ "the bombing | in a recording sent to a radio station": where it was said is no part of what was done."""
    for k in (s.tokens[i] for i in s.subtree(deed.i)):
        if k.lower in ("in", "on", "via", "through") and any(p.lemma in _CARRIERS for p in s.kids(k.i, "pobj")):
            return set(s.subtree(k.i))
    return set()


def _joined_to_saying(s: Sentence, t: Token, objects: list[Token]) -> set[int]:
    """A saying of the same speaker that the parse joined to the clause of its object: "denied that …, and called"."""
    return {
        i
        for o in objects
        for clause in s.kids(o.i, "acl", "ccomp", "relcl")
        for k in joined_sayings(s, t, clause)
        for i in _with_conjunction(s, k)
    }


def _without_comment(s: Sentence, content: set[int]) -> set[int]:
    """A content without a final remark on it: "accuses the mine of poisoning two wells, | an accusation it rejects"."""
    for i in sorted(content):
        k = s.tokens[i]
        if k.dep == "appos" and k.lemma in _REMARKS and after_comma(s, i) and s.kids(i, "det"):
            tree = set(s.subtree(i))
            if min(tree) - 1 in content and max(tree) >= max(content) and min(content) < min(tree) - 1:
                return content - tree - {min(tree) - 1}
    start = _answered_from(s, content)
    return {i for i in content if i < start} if start else content


def _answered_from(s: Sentence, content: set[int]) -> int:
    """Where, at a content's end, the author tells who denies it: "… | , which Marovia denies"; 0 where he does not.

    Whatever the parse hung it on: "an accusation Marovia rejects", "something it has denied", "a charge denied by it".
    """
    last = max(content, default=0)
    for i in sorted(content):
        if s.tokens[i].text != "," or i < min(content) + 2 or last - i > _LONGEST_REMARK:
            continue
        after = s.tokens[i + 1 : last + 1]
        answer = next((t for t in after if t.pos == "VERB"), None)
        if answer is None or answer.lemma not in _ANSWERED or (answer.tag == "VBG"):
            continue
        opening = [t for t in after if t.i < answer.i]
        thing = next((t for t in opening if t.lemma in _REMARKS or t.lower in ("which", "something")), None)
        if thing is None or thing.i > i + 3:
            continue
        if any(t.i > answer.i and t.pos in ("VERB", "NOUN") for t in after) and answer.tag != "VBN":
            continue
        theirs = [t for t in opening if t.i > thing.i and t.pos in ("NOUN", "PROPN", "PRON")]
        by = answer.tag == "VBN" and answer.i + 1 < len(s.tokens) and s.tokens[answer.i + 1].lower == "by"
        if theirs or by:
            return i
    return 0


def _conditions(s: Sentence, t: Token, content: set[int]) -> set[int]:
    """The "if the merger fails" after what is warned of or threatened."""
    last = max(content, default=-1)
    for k in s.kids(t.i, "advcl"):
        tree = s.subtree(k.i)
        if last >= t.i and tree[0] in (last + 1, last + 2) and s.tokens[tree[0]].lower in ("if", "unless"):
            return set(tree)
    return set()


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
            for k in s.kids(noun.i, "relcl", "acl", "ccomp", "advcl"):
                tree = s.subtree(k.i)
                own = any(x.lower != "that" for x in _subjects_in(s, k))
                if own and s.tokens[tree[0]].lower == "that" and len(tree) > 3:
                    return set(tree)
    return set()


def _opens_clause(s: Sentence, clause: Token) -> bool:
    """Whether a clause begins with its own subject, or with a "that" which is not its subject, and not with "who"."""
    first = s.tokens[s.subtree(clause.i)[0]]
    if first.lower == "that" and first.dep == "mark":
        return True
    second = s.tokens[first.i + 1] if first.dep == "poss" else first
    return (first.dep == "nsubj" or second.dep == "nsubj") and first.lower not in RELATIVE


def _subjects_in(s: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, also those that the parse gave to its auxiliary."""
    heads = [verb.i, *(k.i for k in s.kids(verb.i, "aux", "auxpass", "cop"))]
    return [x for h in heads for x in s.kids(h, "nsubj", "nsubjpass", "expl")]


def _gap(s: Sentence, t: Token) -> bool:
    return bool(_antecedent(s, t))


def _antecedent(s: Sentence, t: Token) -> set[int]:
    """The noun that a relative clause without an object is about: "an attack that Syria blamed on Israel"."""
    clause = t
    while clause.dep in ("conj", "xcomp", "ccomp") and clause.head != clause.i:
        clause = s.tokens[clause.head]
    if clause.dep != "relcl":
        return set()
    own = s.kids(t.i, "nsubj") or s.kids(clause.i, "nsubj")
    if not own or own[0].lower in ("who", "which", "that"):
        return set()
    which = [k for k in s.kids(t.i, "dobj") if k.lower == "which" and k.i < own[0].i and s.tokens[k.i - 1].text == ","]
    if which and t.lemma in _ANSWERED:  # all that went before is denied, not the noun that the parse hung it on
        return {which[0].i}
    return noun_phrase_set(s, clause.head, clause.i)


def _told_of(s: Sentence, t: Token, preps: list[Token]) -> set[int]:
    """The "seven dead" of "knows of seven dead", of which the parse makes "knows … dead"."""
    told = [k for k in s.kids(t.i, "dobj", "dative") if k.i == t.i + 1 and k.pos == "PRON"] if t.lemma == "tell" else []
    of = next((p for p in preps if p.lower == "of" and p.i == t.i + 1 + len(told)), None)
    number = next((k for k in s.kids(of.i, "pobj") if k.pos == "NUM"), None) if of is not None else None
    if number is None or of is None or number.i + 1 >= len(s.tokens):
        return set()
    if s.tokens[number.i + 1].pos != "ADJ" and not told:
        return set()
    return set(range(of.i + 1, max(s.subtree(number.i)[-1], s.subtree(number.i + 1)[-1]) + 1))


def _numbered(s: Sentence, t: Token, deps: dict[str, list[Token]]) -> set[int]:
    """The "six dead" right behind a verb, where the parse makes an adverb of "dead"."""
    for k in (*deps.get("advmod", ()), *deps.get("oprd", ()), *deps.get("acomp", ())):
        tree = s.subtree(k.i)
        if k.i > t.i and k.pos == "ADJ" and tree[0] == t.i + 1 and any(x.pos == "NUM" for x in s.kids(k.i, "nummod")):
            return set(tree)
    return set()


def _whole_subject(s: Sentence, t: Token) -> set[int]:
    return {i for k in s.kids(t.i, "nsubj") for i in s.subtree(k.i)}
