"""Clauses: subject, agent, noun phrase, negation and the words of a verb, read off the dependency parse."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.records import Sentence, Token

#: Pronouns that open a relative clause.
RELATIVE = frozenset({"who", "which", "that", "whom", "what"})
#: A participle or infinitive takes the subject of the clause it hangs on.
_BORROWS = frozenset({"advcl", "xcomp", "conj", "dep", "prep", "pcomp", "acomp"})
#: Verbs whose infinitive has the same subject, although an object stands between ("promised Kyiv to send").
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow"})
#: Verbs that open another's cue: "went on to say", "continued to deny", "appeared to suggest", "refused to confirm".
_CHAIN = frozenset([
    "go", "continue", "begin", "start", "try", "seek", "seem", "appear", "refuse", "decline", "want", "manage",
    "fail", "choose", "happen", "tend", "use", "move", "need", "wish", "have", "proceed", "hasten", "rush", "be",
    "hesitate",
])  # fmt: skip

#: Verbs of saying that a thing does not do.
_SAYS = frozenset({
    "suggest", "accuse", "call", "warn", "deny", "add", "insist", "describe", "urge", "reject", "condemn", "say",
    "ask", "demand", "blame", "vow", "promise", "threaten", "declare", "claim", "confirm", "criticize", "criticise",
    "denounce", "acknowledge", "admit", "dismiss",
})  # fmt: skip
_PEOPLE = frozenset({"he", "she", "they", "we", "i", "you", "who", "people", "those", "both"})
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "people", "ant", "police", "army", "group", "government")


def subject(s: Sentence, i: int, depth: int = 0) -> int | None:
    """The head of the noun phrase that does what the verb at ``i`` says, also where the verb borrows it."""
    own = subjects(s, i)
    if own:
        return own[0].i
    t = s.tokens[i]
    if t.head == i or depth > 6:
        return None
    head = s.tokens[t.head]
    if t.dep in ("acl", "relcl"):
        if head.lower == "order" and head.dep == "pobj" and s.tokens[head.head].lower == "in":
            return None  # "in order to blame the police": nobody who speaks
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


#: Verbs whose subject says nothing any more.
_DYING = frozenset({"die", "succumb", "perish", "drown", "expire"})


#: What makes a toll rise, and says nothing; and the verbs for it.
_HAPPENINGS = frozenset({"death", "discovery", "find", "recovery", "attack", "blast", "shooting", "body", "raid"})
_BRINGS = frozenset({"bring", "raise", "take", "push", "lift", "increase"})


def speaker_of(s: Sentence, i: int) -> int | None:
    """The subject of a cue; of a trailing ", saying …" the subject of the sentence's outer saying.

    "He has not said that they fought there, saying …": the parse hangs the participle on "fought", but it is he who
    says.
    """
    t = s.tokens[i]
    if t.lemma in _BRINGS and any(k.lemma in _HAPPENINGS for k in s.kids(i, "nsubj")):
        return None  # "her death brings to six the number of people killed"
    if t.dep == "pcomp" and s.tokens[t.head].lower == "as":  # "the radio quoted a guard as saying"
        quoted = s.tokens[s.tokens[t.head].head]
        if quoted.lemma in ("quote", "cite") and (objects := s.kids(quoted.i, "dobj", "nsubjpass")):
            return objects[0].i
    if t.dep == "advcl" and t.tag == "VBG" and after_comma(s, i) and not s.kids(i, "nsubj"):
        outer = s.tokens[t.head]
        if outer.lemma in _DYING:
            return None  # "a girl died of her burns, bringing the toll to six": she does not say so
        while outer.dep in ("ccomp", "xcomp", "conj", "advcl", "relcl") and outer.head != outer.i:
            above = s.tokens[outer.head]
            if outer.dep == "ccomp" and above.i < outer.i and above.pos == "VERB" and s.kids(above.i, "nsubj"):
                return subject(s, above.i)
            outer = above
    if t.dep == "conj" and not s.kids(i, "nsubj", "nsubjpass"):
        clause = s.tokens[t.head]
        above = s.tokens[clause.head]
        if clause.dep in ("acl", "relcl") and above.dep == "dobj":  # "denied reports that …, and called them lies"
            above = s.tokens[above.head]
        elif clause.dep != "ccomp":
            return subject(s, i)
        if above.i < clause.i and t in joined_sayings(s, above, clause):
            return subject(s, above.i)
    return subject(s, i)


def joined_sayings(s: Sentence, t: Token, clause: Token) -> list[Token]:
    """Sayings that the parse joined to a verb of the content: "It said no jet was up and | suggested that …".

    They are the speaker's where the content is about things, which suggest nothing.
    """
    own = [k for k in s.kids(clause.i, "nsubj", "nsubjpass", "expl") if k.i > t.i]
    if t.tag not in ("VBD", "VBZ", "VBP") or not own:
        return []
    inside = s.subtree(own[0].i)
    told = _other_form(s, t, clause, own[0])
    if not told:
        if any(s.tokens[i].ent in ("PERSON", "ORG", "NORP", "GPE") or s.tokens[i].lower in _PEOPLE for i in inside):
            return []
        if any(s.tokens[i].lemma.endswith(_PERSON_ENDINGS) for i in inside if s.tokens[i].pos == "NOUN"):
            return []
    out = []
    for i in s.subtree(clause.i):
        k = s.tokens[i]
        if k.dep == "conj" and k.head == clause.i and k.tag == t.tag and k.lemma in _SAYS and k.i > clause.i:
            heads = s.kids(k.i, "ccomp", "dobj", "xcomp")
            if heads and not s.kids(k.i, "nsubj", "nsubjpass"):
                out.append(k)
    return out


def _other_form(s: Sentence, t: Token, clause: Token, own: Token) -> bool:
    """Whether a verb of the form of ``t`` cannot belong to the clause: "insists that his men | were away, and accuses".

    It is told by the number of the clause's subject, and by the tense: what is told in the past stays there.
    """
    joined = bool(s.kids(own.i, "conj"))
    if t.tag == "VBZ" and (joined or own.tag in ("NNS", "NNPS") or own.lower in ("they", "we", "you", "i")):
        return True
    if t.tag == "VBP" and own.tag in ("NN", "NNP") and not joined:
        return True
    forms = {k.tag for k in (clause, *s.kids(clause.i, "aux", "auxpass"))}
    return t.tag in ("VBZ", "VBP") and "VBD" in forms and not forms & {"VBZ", "VBP", "MD"}


def before_cue(s: Sentence, cue: int) -> tuple[int, ...]:
    """The phrase before a cue of which the parse lost the subject: "…, NAME, a senior fellow with NAME, told NAME".

    Empty unless a name or noun phrase stands there after a comma; its apposition goes with it.
    """
    tokens = s.tokens
    citing = next((t.i for t in tokens[:cue] if t.lower in ("citing", "quoting")), None)
    if citing is not None and citing > 1 and tokens[citing - 1].text == "," and tokens[cue - 1].text == ",":
        name = tokens[: citing - 1]  # "SANA, citing a soldier, said"
        if len(name) < 8 and all(t.pos in ("PROPN", "NOUN", "ADJ", "DET", "PART") for t in name):
            return tuple(t.i for t in name)
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
        if first == 0 or (
            all(
                t.pos in ("PROPN", "NOUN", "ADJ", "DET")
                and (t.pos == "PROPN" or len(pieces) > 1 or t.text[0].isupper())
                for t in tokens[first : last + 1]
            )
            and tokens[last].pos == "PROPN"
        ):
            break
        last = first - 2
    if not pieces or pieces[0][0] == 0:
        return ()
    first, last = pieces[0]
    if tokens[last].pos != "PROPN" or any(
        t.pos not in ("PROPN", "NOUN", "ADJ", "DET") for t in tokens[first : last + 1]
    ):
        return ()
    return tuple(range(first, end + 1))


def after_comma(s: Sentence, i: int) -> bool:
    """Whether the phrase or clause of token ``i`` follows a comma."""
    first = s.subtree(i)[0]
    return first > 0 and s.tokens[first - 1].text == ","


def subjects(s: Sentence, i: int) -> list[Token]:
    """A verb's own subjects; a relative pronoun last: in "what they said was" it is "they" who say."""
    found = s.kids(i, "nsubj", "nsubjpass")
    if len(found) < 2:
        return found
    if (behind := inverted(s, i)) is not None:
        found = sorted(found, key=lambda k: k.i != behind)
    return [k for k in found if k.lower not in RELATIVE] + [k for k in found if k.lower in RELATIVE]


def inverted(s: Sentence, i: int) -> int | None:
    """The subject right behind a verb with another before it: "Nineteen, says the manager, are in hospital"."""
    found = s.kids(i, "nsubj", "nsubjpass")
    if len(found) < 2 or not i or s.tokens[i - 1].text != ",":
        return None
    return next((k.i for k in found if k.i > i and s.subtree(k.i)[0] == i + 1), None)


def agent(s: Sentence, i: int) -> int | None:
    """The head of the phrase after "by"; not of "said by phone", which tells how."""
    for k in s.kids(i, "agent"):
        for p in s.kids(k.i, "pobj"):
            if p.ent in ("DATE", "TIME"):  # "had been released by Monday"
                continue
            if p.lemma not in _BY_MEANS or s.kids(p.i, "det"):
                return p.i
    return None


#: By what one speaks to someone elsewhere.
_BY_MEANS = frozenset({"phone", "telephone", "email", "e-mail", "text", "letter", "radio", "fax", "telegram", "video",
                       "message", "satellite", "mail", "post"})  # fmt: skip


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
    for k in s.kids(head, "relcl"):  # ", which …" tells more of a body; it does not say which body is meant
        first = s.subtree(k.i)[0]
        if s.tokens[first].lower == "which" and first and s.tokens[first - 1].text == ",":
            tree -= set(s.subtree(k.i))
    for k in s.kids(head, "acl"):  # "Reuters, quoting two diplomats, said": Reuters says
        if k.lower in ("citing", "quoting"):
            tree -= set(s.subtree(k.i))
    # One stretch without holes around the head.
    run = [head]
    for step in (-1, 1):
        i = head + step
        while i in tree:
            run.append(i)
            i += step
    run.sort()
    tokens = s.tokens
    while len(run) > 1 and tokens[run[0]].pos == "PUNCT" and not _opens(s, run):
        run.pop(0)
    while len(run) > 1 and tokens[run[-1]].pos == "PUNCT" and tokens[run[-1]].text not in ')]"”’':
        run.pop()
    if len(run) > 1 and (tokens[run[-1]].pos == "CCONJ" or tokens[run[-1]].dep == "mark"):
        return set(_without_the_verb(s, head, run[:-1]))
    return set(run)


def _without_the_verb(s: Sentence, head: int, run: list[int]) -> list[int]:
    """The phrase without the verb that the parser hung on its noun: "a woman begged for quiet and would not talk"."""
    verb = next((k.i for k in s.kids(head, "acl") if k.i in run and k.tag in ("VBD", "VBN")), None)
    joined = verb is not None and s.tokens[run[-1] + 1].pos == "CCONJ"
    return [i for i in run if i < verb] if joined and verb is not None else run


def _opens(s: Sentence, run: list[int]) -> bool:
    """Whether the mark at the start of a phrase is closed within it."""
    closing = {"(": ")", "[": "]", '"': '"', "“": "”", "‘": "’", "``": "''", "''": "''"}.get(s.tokens[run[0]].text)
    return closing is not None and any(s.tokens[i].text == closing for i in run[1:])


_IN_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "ADP", "CCONJ", "NUM", "PART"})


def up_to_cue(s: Sentence, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[int, ...]:
    """A source that the parse cut short before the cue ("knowledge of the strike and | its target said") made whole."""
    gap = range(source[-1] + 1, cue[0]) if source and source[-1] < cue[0] else range(0)
    last = len(gap)
    while gap and (s.tokens[gap[-1]].ent in ("DATE", "TIME") or (len(gap) < last and s.tokens[gap[-1]].pos == "ADP")):
        gap = gap[:-1]  # "Police in Lund | on Monday | confirmed"
    if (
        0 < len(gap) <= 6
        and all(s.tokens[j].pos in _IN_NAMES or s.tokens[j].text[0].isupper() for j in gap)
        and s.tokens[gap[-1]].pos in ("NOUN", "PROPN", "NUM")
    ):
        return (*source, *gap)
    return source


def with_condition(s: Sentence, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[int, ...]:
    """A source with the terms on which it spoke: "Two officers, speaking on condition of anonymity, said …"."""
    gap = range(source[-1] + 1, cue[0]) if source and source[-1] < cue[0] else range(0)
    if len(gap) < 4 or s.tokens[gap[0]].text != "," or s.tokens[gap[-1]].text != ",":
        return source
    words = {s.tokens[j].lower for j in gap}
    opening = s.tokens[gap[1]].lower
    if opening in ("speaking", "talking", "who") and words & {"anonymity", "named", "identified"}:
        return (*source, *gap[:-1])
    return source


def cue_tokens(s: Sentence, i: int) -> tuple[int, ...]:
    """The verb with auxiliaries, negation, particle and the adverbs between them, and a verb it continues."""
    out = {i}
    for k in s.kids(i, "aux", "auxpass", "neg", "prt"):
        out.add(k.i)
    first = min(out)
    for k in s.kids(i, "advmod"):
        if (k.i == first - 1 or min(out) < k.i < i) and k.tag in ("RB", "RBR"):
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


def is_infinitive(s: Sentence, t: Token) -> bool:
    """Whether a verb has its "to"."""
    return any(k.tag == "TO" for k in s.kids(t.i, "aux"))


def has_subject(s: Sentence, t: Token) -> bool:
    """Whether a clause is finite, or at least has a subject or auxiliary of its own."""
    if t.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return bool(s.kids(t.i, "nsubj", "nsubjpass", "expl", "csubj", "attr", "aux", "auxpass"))


def runs(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches of consecutive indexes, each as first and last."""
    out: list[tuple[int, int]] = []
    for i in sorted(indexes):
        if out and i == out[-1][1] + 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out
