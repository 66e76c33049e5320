"""Lost speakers: verbs of saying whose speaker the parser gave to what is said, or took for what is said.

"Two were shot, claims the union.", "Nine injured, head of the clinic NAME reported.", "…, five of them farmers, the
mission has found", "… in Weed, California, a clerk told": the parse takes what stands before the last comma for who
speaks. All functions change the tokens of one sentence in place, before any stage looks (see ``repairs``).
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def said_behind(out: list[Token], lexicon: Lexicon) -> None:
    """Makes a speaker of what the parse takes for the object of saying: "Two were shot, claims the union."."""
    lemmas = lexicon.repairs["inversion"].participles
    unsure = lexicon.repairs["inversion"].causes
    for v in [t for t in out if t.tag in ("VBZ", "VBD", "VBN", "NNS", "VBP") and t.i > 2 and t.lemma in lemmas]:
        comma = v.i - 1 if out[v.i - 1].text == "," else v.i - 2 if out[v.i - 2].text == "," else 0
        quoted = out[comma - 1].text in _CLOSING or (comma == v.i - 2 and out[v.i - 1].text in _CLOSING)
        if not comma or (comma == v.i - 2 and not quoted):
            continue
        _relative_behind(out, v)
        name = _speaker_behind(out, v, lexicon, quoted=quoted)
        if not name or any(t.head == v.i and t.dep in ("nsubj", "nsubjpass") and t.i > v.i for t in out):
            continue
        told = _finite_before(out, comma)
        alone = not any(t.lower in ("and", "or", "but") for t in out[v.i :])
        if told is None or not (quoted or alone or v.lemma not in unsure or _disagree(out, v, told)):
            continue
        if any(k.tag in ("VBD", "VBZ", "VBP") and k.dep == "conj" and k.head == v.i for k in out[v.i + 1 :]):
            continue  # "The army shelled the camp, claimed the hill and withdrew"
        top = told
        for _ in range(len(out)):
            if top.head in (top.i, v.i) or top.head > comma:
                break
            top = out[top.head]
        under = _heads_over(out, top.i)
        if top.head not in (top.i, v.i) and v.i in under:
            continue
        named = {t.i for t in name}
        above = next((t.head for t in name if t.head not in named), v.i)  # what the name hung on, if on anything
        mend_name(out, name, v)
        for t in [t for t in out[:comma] if t.head == v.i and t.dep in ("nsubj", "nsubjpass")]:
            out[t.i] = t._replace(head=told.i)
        if top.head != v.i or v.head in named:
            over = above if top.head in (v.i, *named) else top.head
            head, dep = (v.i, "ROOT") if over in (top.i, v.i) else (over, top.dep)
            out[v.i] = out[v.i]._replace(head=head, dep=dep)
        out[top.i] = out[top.i]._replace(head=v.i, dep="ccomp")
        out[v.i] = out[v.i]._replace(pos="VERB", tag="VBD" if v.tag in ("VBN", "VBD") else "VBZ")


def _heads_over(out: list[Token], i: int) -> list[int]:
    """The tokens that token ``i`` hangs on, nearest first."""
    over: list[int] = []
    while out[i].head != i and out[i].head not in over and len(over) < len(out):
        i = out[i].head
        over.append(i)
    return over


def learnt_that(out: list[Token]) -> None:
    """Gives "has learnt from a guard | that nine were shot" what was learnt, which the parse gave to the guard."""
    for v in [t for t in out if t.lower in _LEARNT]:
        from_ = next((t for t in out[v.i :] if t.head == v.i and t.lower == "from"), None)
        giver = next((t for t in out if from_ is not None and t.head == from_.i and t.dep == "pobj"), None)
        told = [
            t for t in out if giver is not None and t.head == giver.i and t.dep in ("relcl", "acl") and t.i > giver.i
        ]
        told = [t for t in told if any(k.head == t.i and k.dep == "mark" and k.lower == "that" for k in out)]
        out[v.i] = v._replace(lemma="learn" if v.lower == "learnt" else v.lemma)
        for t in told[:1]:
            out[t.i] = t._replace(head=v.i, dep="ccomp")


_LEARNT = frozenset({"learnt", "learned", "gathered", "heard", "understood"})
_CLOSING = frozenset({'"', "”", "''", "’’", "»"})


def _speaker_behind(out: list[Token], v: Token, lexicon: Lexicon, *, quoted: bool) -> list[Token]:
    """The noun phrase of someone who can speak right behind a verb of saying, where no verb of its own follows it.

    ``quoted``: the verb stands right behind a quotation, and whoever is named behind it speaks, be it "a baker".
    """
    one = quoted and any(t.lower == "one" for t in out[v.i + 1 : v.i + 2])  # "explained one neighbour"
    end = v.i + 1 + one
    while end < len(out) and (out[end].pos in ("DET", "ADJ", "NOUN", "PROPN", "PART") or out[end].tag == "PRP$"):
        end += 1
    name = out[v.i + 1 : end]
    behind = out[end] if end < len(out) else None
    if not name or (behind is not None and (behind.pos in ("VERB", "AUX", "NUM") or behind.lower == "that")):
        return []
    side = next((t.i for t in out[end:] if t.lower in _OPENING), len(out))
    if any(t.tag in _FINITE for t in out[end:side]):
        return []  # "NAME, a lawyer, said the family and its friends were safe"
    somebody = quoted and name[0].pos in ("DET", "PRON", "NUM") and name[-1].pos == "NOUN"
    return name if is_name(name, lexicon) or somebody else []


#: Words that open a clause on who speaks, or on when.
_OPENING = frozenset({"who", "which", "whose", "where", "when", "while", "after", "before", "as", "because", "whom"})


def _finite_before(out: list[Token], comma: int) -> Token | None:
    """The verb of the clause that stands before a comma; None where none does."""
    verbs = [t for t in out[:comma] if t.tag in _FINITE or (t.tag == "VBN" and t.pos == "VERB")]
    finite = [t for t in verbs if t.tag in _FINITE]
    main = next((t for t in verbs if t.dep in ("ROOT", "ccomp") and t.pos == "VERB"), None)
    return (main or next((t for t in finite if t.pos == "VERB"), None) or finite[0]) if finite else main


def _disagree(out: list[Token], v: Token, told: Token) -> bool:
    """Whether a verb cannot go on with the subject of the clause before it: "Nine people died, deplores the mayor"."""
    own = next((t for t in out[: v.i] if t.head == told.i and t.dep in ("nsubj", "nsubjpass")), None)
    past = told.tag in ("VBD", "VBN") and v.tag in ("VBZ", "NNS")
    return own is not None and (past or (v.tag == "VBZ" and own.tag in ("NNS", "NNPS")))


def _relative_behind(out: list[Token], v: Token) -> None:
    """Gives "…, said the resident, who helped carry them out" its speaker, whom the parse lets carry them out."""
    clause = next((t for t in out[v.i :] if t.head == v.i and t.dep == "ccomp"), None)
    own = next((t for t in out[v.i :] if clause and t.head == clause.i and t.dep == "nsubj" and t.i < clause.i), None)
    if clause is None or own is None or own.i + 2 >= clause.i or v.dep not in ("conj", "ROOT"):
        return
    if out[own.i + 1].text == "," and out[own.i + 2].lower in ("who", "whose") and out[own.i].pos in ("NOUN", "PROPN"):
        out[own.i] = own._replace(head=v.i, dep="dobj" if v.dep == "conj" else "nsubj")
        out[clause.i] = clause._replace(head=own.i, dep="relcl")


def reporter(out: list[Token], lexicon: Lexicon) -> None:
    """Gives the verb that ends "Nine injured, head of the clinic NAME reported." its speaker and its content."""
    lemmas = lexicon.repairs["announcement"].participles
    said = [
        t
        for t in out
        if (t.lemma in lemmas or _tells_a_paper(out, t))
        and (t.tag in ("VBD", "VBZ", "NNS") or _told_behind(out, t, lexicon) or _tell_behind(out, t))
    ]
    v = said[-1] if said else None
    if v is None or any(t.pos in ("VERB", "AUX") for t in out[v.i + 1 :]):
        return
    comma = next((t.i for t in reversed(out[: v.i]) if t.text in (",", "—", "–")), 0)
    beside: list[Token] = []
    if comma == v.i - 1 and (first := _with_apposition(out, comma)):  # "…, the owner, Halibut Lines, said"
        comma, beside = first[0], out[first[1] + 1 : comma]
    name = out[comma + 1 : beside[0].i - 1 if beside else v.i]
    who = next((t.i for t in name[1:] if t.lower == "who"), 0)
    if who:  # "…, municipal police who asked for anonymity said"
        name = out[comma + 1 : who]
    told = out[:comma]
    opening = ("DET", "PROPN", "NOUN", "ADJ", "PRON") if beside else ("DET", "PROPN", "NOUN", "ADJ")
    if not comma or not name or name[0].pos not in opening or not is_name(name, lexicon):
        return
    if v.tag == "NNS" and any(t.pos != "PUNCT" for t in out[v.i + 1 :]):
        return  # "…, the hospital reports in hand"
    if not any(t.tag in _FINITE or t.tag == "VBN" for t in told):
        return
    own = [t for t in out if t.head == v.i and t.dep in ("nsubj", "nsubjpass")]
    if any(t.i > comma for t in own):
        for t in own:
            if t.i < comma and v.head == v.i and any(k.dep == "acl" and k.head == t.i for k in told):
                out[t.i] = t._replace(dep="ccomp")  # "Nine people killed in a strike, the army says"
            elif t.i < comma and (before := _told_by(out, v)) < t.i:
                out[t.i] = t._replace(head=before, dep="dep")  # "… in Beja, Alentejo on Monday, police said"
        return
    root = next(t for t in out if t.head == t.i)
    if root.i > v.i or (v.dep in ("relcl", "acl") and v.tag not in ("NNS", "VBN")):
        return
    mend_name(out, name, v)
    if beside:
        head = next((t for t in out[name[0].i : name[-1].i + 1] if t.head == v.i), out[name[-1].i])
        inside = range(beside[0].i, beside[-1].i + 1)
        for t in beside:
            if t.head not in inside:
                out[t.i] = t._replace(head=head.i, dep="appos")
    for t in own:
        out[t.i] = t._replace(head=v.head if v.head != v.i else root.i, dep="conj")
    if root.i != v.i:
        out[root.i] = root._replace(head=v.i, dep="ccomp")
    tag = {"NNS": "VBZ", "VBN": "VBD", "NN": "VBP"}.get(v.tag, v.tag)
    out[v.i] = v._replace(pos="VERB", tag=tag, head=v.i, dep="ROOT")


def _tells_a_paper(out: list[Token], t: Token) -> bool:
    """Whether a verb says whom a paper has it from: "…, a nurse and a guard told The Beja Post on Sunday"."""
    behind = out[t.i + 1 : t.i + 3]
    if t.lower != "told" or t.tag != "VBD" or not behind:
        return False
    return behind[0].pos == "PROPN" or behind[0].lower in ("reporters", "journalists", "newsmen", "media")


def _tell_behind(out: list[Token], t: Token) -> bool:
    """Whether what the parse takes for a noun ends a sentence as the verb of many: "…, local media report."."""
    if t.tag != "NN" or not t.i or any(k.pos != "PUNCT" for k in out[t.i + 1 :]):
        return False
    before = out[t.i - 1]
    return before.tag == "NNS" or before.lower in ("police", "media")


def _with_apposition(out: list[Token], comma: int) -> tuple[int, int] | None:
    """The commas before a phrase and before the name behind it, where the name ends at ``comma``."""
    commas = [t.i for t in out[:comma] if t.text in (",", "—", "–")][-2:]
    if len(commas) < 2 or commas[0] + 1 == commas[1]:
        return None
    name = out[commas[1] + 1 : comma]
    return (commas[0], commas[1]) if name and all(t.pos == "PROPN" for t in name) else None


def own_speaker(out: list[Token], lexicon: Lexicon) -> None:
    """Gives "…, five of them farmers, the mission found" and "… in Weed, California, a clerk told" their speaker."""
    for v in [t for t in out if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBN", "VBP")]:
        end = v.i
        while end and out[end - 1].head == v.i and out[end - 1].dep in ("aux", "advmod", "neg"):
            end -= 1
        comma = next((t.i for t in reversed(out[:end]) if t.text == ","), 0)
        if comma == end - 1 and (first := _with_apposition(out, comma)):
            comma, end = first
        name = out[comma + 1 : end]
        if not comma or not name or not is_name(name, lexicon):
            continue
        if v.dep == "relcl" and out[v.head].i < comma and _is_part(out, out[v.head]):
            root = next(t for t in out if t.head == t.i)
            out[root.i] = root._replace(head=v.i, dep="ccomp")
            out[v.i] = v._replace(head=v.i, dep="ROOT")
            continue
        own = [t for t in out if t.head == v.i and t.dep == "nsubj"]
        inside = [t for t in own if comma < t.i < end]
        parts = [t for t in own if t.i < comma and _is_part(out, t)]
        adrift = next((t for t in name if t.dep == "appos" and t.head < comma), None)
        of_place = adrift is not None and not own and out[adrift.head].ent == "GPE"
        if not (parts or of_place) or not _has_content(out, v, comma):
            continue
        if not inside:
            mend_name(out, name, v)
        for t in parts:
            out[t.i] = t._replace(head=_told_by(out, v), dep="dep")


def _has_content(out: list[Token], v: Token, before: int) -> bool:
    """Whether a clause stands before a verb as what is said, or is said, by its place."""
    return any(t.head == v.i and t.dep in ("ccomp", "nsubj", "nsubjpass") and t.i < before for t in out)


def _told_by(out: list[Token], v: Token) -> int:
    """The verb of what is said before ``v``; ``v`` itself where the parse has none."""
    return next((t.i for t in out[: v.i] if t.head == v.i and t.dep == "ccomp"), v.i)


def in_a_message(out: list[Token]) -> None:
    """Gives "In a video message | the leader of the Front, NAME, said …" its speaker, taken for the message."""
    for v in [t for t in out if t.tag in _FINITE and t.pos == "VERB"]:
        if any(t.head == v.i and t.dep in ("nsubj", "nsubjpass") for t in out):
            continue
        for said in [t for t in out[: v.i] if t.lemma in _MESSAGES and t.dep == "pobj" and out[t.head].head == v.i]:
            who = next((t for t in out[said.i + 1 : v.i] if t.head == said.i and t.dep == "appos"), None)
            if who is not None and out[said.i + 1].pos in ("DET", "PRON") and out[said.i + 1].head == who.i:
                out[who.i] = who._replace(head=v.i, dep="nsubj")


_MESSAGES = frozenset({
    "address", "broadcast", "bulletin", "clip", "communique", "communiqué", "email", "interview", "leaflet", "letter",
    "message", "note", "post", "recording", "release", "sermon", "speech", "statement", "telegram", "tweet", "video",
})  # fmt: skip


def called_false(out: list[Token]) -> None:
    """Ties what is called something to the verb: "dismissed as absurd | the governor's claim", "… as a lie | by it".

    The parse makes the claim part of what it is called, or of the lie what somebody says of it.
    """
    for as_ in [t for t in out[1:-1] if t.lower == "as" and t.dep == "prep" and out[t.head].pos == "VERB"]:
        verb, first = out[as_.head], out[as_.i + 1]
        if verb.i > as_.i:
            continue
        noun = out[first.head]
        opens = next((t for t in out[first.i + 1 :] if t.pos not in ("ADJ", "ADV", "CCONJ")), None)
        if first.pos == "ADJ" and noun.head == as_.i and noun.dep == "pobj" and opens is not None and opens.i < noun.i:
            determined = (
                opens.pos == "DET"
                or opens.tag == "PRP$"
                or any(t.dep == "poss" and t.head == noun.i for t in out[first.i + 1 : noun.i])
            )
            if determined and not any(t.head == verb.i and t.dep == "dobj" for t in out):
                out[noun.i] = noun._replace(head=verb.i, dep="dobj")
                out[first.i] = first._replace(head=as_.i, dep="pobj")
                for t in [t for t in out[first.i + 1 : opens.i] if t.head == noun.i]:
                    out[t.i] = t._replace(head=first.i)
        passive = any(t.head == verb.i and t.dep in ("auxpass", "nsubjpass") for t in out)
        what = {t.i for t in out[as_.i + 1 :] if t.head == as_.i}
        what |= {t.i for t in out[as_.i + 1 :] if t.head in what and t.pos in ("ADJ", "NOUN")}
        for by in [t for t in out[as_.i + 2 :] if t.lower == "by" and t.head in what and passive]:
            out[by.i] = by._replace(head=verb.i, dep="agent")


def present_for_plural(out: list[Token], lexicon: Lexicon) -> None:
    """Makes a verb of the plural that the parse sees behind a name: "Mothers of the Plain assures that nine died",
    "Three of them fell, the Red Mane states, and …"."""
    lemmas = lexicon.repairs["announcement"].participles | {"assure", "maintain", "estimate"}
    for v in [t for t in out if t.tag in ("NNS", "NNPS", "VBZ") and t.i > 1 and out[t.i - 1].pos in ("PROPN", "ADJ")]:
        after = out[v.i + 1] if v.i + 1 < len(out) else None
        if v.tag == "VBZ" and (v.dep != "conj" or any(t.head == v.i and t.dep == "nsubj" for t in out)):
            continue
        if after is None or v.lower.removesuffix("s") not in lemmas or not out[v.i - 1].text[:1].isupper():
            continue
        comma = next((t.i for t in reversed(out[: v.i]) if t.text == ","), -1)
        name = out[comma + 1 : v.i]
        while name and name[0].pos == "PUNCT":
            name = name[1:]
        if not name or any(t.pos in ("VERB", "AUX") for t in name) or name[0].pos in ("ADP", "CCONJ"):
            continue
        finite = [t for t in (out[v.i :] if after.lower == "that" else out[:comma]) if t.tag in _FINITE]
        told = next((out[t.head] if t.dep in ("aux", "auxpass") else t for t in finite if t.i != v.i), None)
        inserted = after.text == "," and comma > 0 and len(name) <= _LONGEST
        if told is None or not (after.lower == "that" or inserted):
            continue
        root = next(t for t in out if t.head == t.i)
        mend_name(out, name, v)
        for t in [t for t in out if t.head == v.i and not name[0].i <= t.i < v.i]:
            out[t.i] = t._replace(head=told.i)
        for over in (root, out[told.i]):  # the last of them is what is said, or part of it
            if over.i != v.i:
                out[over.i] = over._replace(head=v.i, dep="ccomp")
        if root.i not in (v.i, told.i):
            if after.lower == "that":
                out[root.i] = out[root.i]._replace(head=told.i, dep="advcl")
            else:
                out[told.i] = out[told.i]._replace(head=root.i, dep="conj")
        out[v.i] = v._replace(pos="VERB", tag="VBZ", lemma=v.lower.removesuffix("s"), head=v.i, dep="ROOT")


#: So many words name somebody who is quoted between commas.
_LONGEST = 8


def _is_part(out: list[Token], subject: Token) -> bool:
    """ "five of them farmers", which the parse makes one phrase or two."""
    heads = [subject, *(t for t in out[: subject.i] if t.head == subject.i)]
    some = (h for h in heads if h.pos == "NUM" or h.lower in _SOME)
    return any([t.lower for t in out[h.i + 1 : h.i + 3]] in _PARTS for h in some)


_SOME = frozenset({"many", "most", "some", "several", "all", "both", "half", "few", "none", "dozens"})
_PARTS = (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"])


def _told_behind(out: list[Token], t: Token, lexicon: Lexicon) -> bool:
    """Whether a participle ends a sentence as a verb of saying may: "…, survivors reported here today"."""
    behind = [k for k in out[t.i + 1 :] if k.pos != "PUNCT"]
    if t.tag != "VBN" or any(k.lower == "by" or k.pos == "ADJ" for k in behind):
        return False
    if t.dep == "advcl" and out[t.i - 1].text == "," and all(k.dep in ("prep", "pobj", "npadvmod") for k in behind):
        return True  # "…, her manager, Halibut Lines, stated on Saturday"
    if t.dep != "acl" or t.head != t.i - 1:
        return False
    return out[t.head].ent in ("PERSON", "ORG") or lexicon.speakers.of(out[t.head].lemma) is not None


def is_name(name: list[Token], lexicon: Lexicon) -> bool:
    """Whether words are a noun phrase for someone who can speak."""
    inside = ("DET", "PROPN", "NOUN", "ADJ", "ADP", "PART", "NUM", "CCONJ")
    joined = {i for t in name if t.tag == "HYPH" for i in (t.i, t.i + 1)}  # "Beja-based"
    if any(t.pos not in inside and t.tag != "PRP$" and t.i not in joined for t in name):
        return False
    if name[-1].pos not in ("PROPN", "NOUN"):
        return False
    return any(t.ent in ("PERSON", "ORG") or lexicon.speakers.of(t.lemma.lower()) is not None for t in name)


def mend_name(out: list[Token], name: list[Token], v: Token) -> None:
    """Ties the words of a noun phrase together and makes it the subject of ``v``."""
    inside = range(name[0].i, name[-1].i + 1)
    loose = [t for t in name if t.head not in inside]
    first_of = next((t.i for t in name if t.pos == "ADP"), inside.stop)
    heads = [t for t in loose if t.pos in ("NOUN", "PROPN") and t.i < first_of] or [
        t for t in name if t.pos in ("NOUN", "PROPN") and t.i < first_of
    ][-1:]
    if not heads:
        return
    head = heads[0]
    for t in loose:
        if t.i == head.i:
            continue
        preposition = next((k.i for k in reversed(out[inside.start : t.i]) if k.pos == "ADP"), None)
        lost = preposition is not None and t.pos in ("NOUN", "PROPN")
        out[t.i] = t._replace(head=preposition if lost else head.i, dep="pobj" if lost else "dep")  # type: ignore[arg-type]
    out[head.i] = head._replace(head=v.i, dep="nsubj")
