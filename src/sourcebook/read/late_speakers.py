"""Late speakers: who is named behind a place with the verb that he speaks by, and is taken for part of the place.

"Nine were shot in Tarn, Colonel Ahmed Sari wrote on Telegram", "… in Tarn, the clinic's head, Ana Gil, told the paper",
"Speaking by telephone from Tarn, a clerk said …", "according to the prefect, Ana Gil, …", "At 13:10 police confirmed".
All functions change the tokens of one sentence in place, before any stage looks (see ``repairs``).
"""

from __future__ import annotations

import re

from sourcebook.lexicon import Lexicon
from sourcebook.records import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Verbs by which somebody is quoted at the end of a sentence, with whom or where he said it.
_SAYING = frozenset({
    "add", "announce", "claim", "confirm", "explain", "note", "post", "recall", "report", "say", "state", "tell",
    "write",
})  # fmt: skip
_RELATIVE = frozenset({"who", "whose", "whom", "which", "speaking", "quoting", "citing", "reached", "("})
#: What the parse makes of the verb itself.
_JOINED = frozenset({"conj", "acl", "advcl", "ccomp"})
#: What the parse makes of a name that it hangs on the words before the comma.
_ADRIFT = frozenset({"appos", "conj", "npadvmod", "dep", "pobj", "dobj", "nmod"})


def late_speaker(out: list[Token], lexicon: Lexicon) -> None:
    """Gives a verb of saying the speaker right before it that hangs on what stands before the comma."""
    for v in [t for t in out if t.lemma in _SAYING and t.tag in _FINITE and t.i > 2]:
        if any(t.head == v.i and t.dep in ("auxpass", "cc", "mark") for t in out):
            continue
        own = next((t for t in out if t.head == v.i and t.dep == "nsubj" and t.i < v.i), None)
        found = _region(out, v, own, lexicon)
        if found is None:
            continue
        comma, tops = found
        told = any(t.tag in _FINITE or (t.tag == "VBN" and t.dep in ("ROOT", "ccomp")) for t in out[:comma])
        if told and not _says_what_stood_before(out, v, comma):
            continue
        if not told and (v.dep != "ROOT" or out[0].tag not in ("VBG", "VBN", "IN")):
            continue
        _bind(out, v, own, tops, comma)
        if told and v.dep in _JOINED:
            top = _top_before(out, v, comma)
            over, dep = (v.i, "ROOT") if top.head == top.i else (top.head, top.dep)
            out[v.i] = v._replace(head=over, dep=dep)
            out[top.i] = top._replace(head=v.i, dep="ccomp")


def named_beside(out: list[Token], lexicon: Lexicon) -> None:
    """Gives "according to the prefect, Ana Gil, nine were shot" his name, which the parse gave to what he tells."""
    for to in [t for t in out if t.lower == "to" and t.i and out[t.i - 1].lower == "according"]:
        who = next((t for t in out if t.head == to.i and t.dep == "pobj"), None)
        commas = [t.i for t in out if who is not None and t.text == "," and t.i > who.i]
        if who is None or not commas:
            continue
        first = commas[0]
        behind = next((i for i in commas if i > first), 0)
        end = behind or (len(out) - 1 if out[-1].pos == "PUNCT" else len(out))
        name, beside = out[to.i + 1 : first], out[first + 1 : end]
        if not beside or beside[0].head in range(to.i + 1, first) or not _can_speak(out, name, lexicon):
            continue
        called, named = _is_all_name(name), _is_all_name(beside)
        if named is called or not (named or (beside[0].pos == "DET" and _can_speak(out, beside, lexicon))):
            continue
        fronted = to.i < _FRONT
        inside = range(first + 1, end)
        head = next((t for t in beside if t.head not in inside and t.pos in ("NOUN", "PROPN")), None)
        if head is None or head.head == head.i:
            continue
        did = next((t for t in out[end:] if t.head == head.i and t.dep == "appos" and head.dep == "nsubj"), None)
        if fronted and did is None and not any(t.dep in ("nsubj", "nsubjpass") and t.i > end for t in out):
            continue  # "According to the army, the rebels, some of them boys, ran"
        if fronted and did is not None:
            out[did.i] = did._replace(head=head.head, dep="nsubj")
        for t in [out[first], *beside]:
            if t.i == head.i or t.head not in inside:
                dep = "appos" if t.i == head.i else "punct" if t.pos == "PUNCT" else "dep"
                out[t.i] = t._replace(head=who.i if t.i in (head.i, first) else head.i, dep=dep)


def hour_apart(out: list[Token]) -> None:
    """Gives "At 13:10 police confirmed that …" its speaker, whom the parse takes for thirteen of the police."""
    for v in [t for t in out if t.tag in _FINITE and t.i > 2]:
        who = out[v.i - 1]
        clock = next((t for t in out[: who.i] if _CLOCK.fullmatch(t.text)), None)
        if clock is None or who.dep != "pobj" or who.i != clock.i + 1 or who.pos not in ("NOUN", "PROPN"):
            continue
        at = out[who.head]
        if at.i != clock.i - 1 or any(t.head == v.i and t.dep in ("nsubj", "nsubjpass") for t in out):
            continue
        out[clock.i] = clock._replace(head=at.i, dep="pobj")
        out[who.i] = who._replace(head=v.i, dep="nsubj")


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
#: "According to" opens a sentence before this token.
_FRONT = 4
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP"})


def _is_all_name(name: list[Token]) -> bool:
    """Whether words are somebody's name and no more."""
    return all(t.pos == "PROPN" or t.text == "-" for t in name) and name[-1].ent not in _PLACES


def _region(out: list[Token], v: Token, own: Token | None, lexicon: Lexicon) -> tuple[int, list[Token]] | None:
    """The comma behind which who speaks is named, and the words of the name that hang on others; None: nobody is."""
    last = own.i if own else v.i
    commas = [t.i for t in out[:last] if t.text == "," and t.i > 1]
    for comma in commas[-1:] if own else commas[-4:]:
        region = out[comma + 1 : v.i]
        inside = range(comma + 1, v.i)
        tops = [t for t in region if t.head not in inside and t.pos != "PUNCT"]
        tops = [t for t in tops if not (t.head == v.i and t.dep in ("aux", "advmod", "neg", "nsubj"))]
        back = [t for t in tops if t.head < comma and t.dep in _ADRIFT]
        pulled = own is not None and any(t.head in inside for t in out[:comma])
        if len(back) < len(tops) or not (back or pulled) or not _can_speak(out, region, lexicon):
            continue
        if any(t.tag in _FINITE and not _in_relative(out, t, comma) for t in region):
            continue
        return comma, back
    return None


#: What opens no name.
_OPENING = frozenset({"ADP", "CCONJ", "SCONJ", "ADV", "PRON", "VERB", "AUX"})


def _can_speak(out: list[Token], region: list[Token], lexicon: Lexicon) -> bool:
    """Whether the words up to the first comma are a noun phrase for someone who can speak."""
    end = next((n for n, t in enumerate(region) if t.text == "," or t.lower in _RELATIVE), len(region))
    name = region[:end]
    if not name or (name[0].pos in _OPENING and name[0].tag != "PRP$"):
        return False
    if any(t.pos in ("VERB", "AUX", "SCONJ") and t.dep not in ("amod", "compound") for t in name):
        return False
    somebody = name[0].lower in ("a", "an", "one") and region[-1].text != "," and any(t.pos == "NOUN" for t in name)
    return somebody or any(t.ent in ("PERSON", "ORG") or lexicon.speakers.of(t.lemma.lower()) is not None for t in name)


def _in_relative(out: list[Token], t: Token, comma: int) -> bool:
    """Whether a verb stands in a clause about the speaker: "an official who asked not to be named"."""
    for _ in range(len(out)):
        if t.dep == "relcl":
            return t.head > comma
        if t.head == t.i:
            return False
        t = out[t.head]
    return False


def _says_what_stood_before(out: list[Token], v: Token, comma: int) -> bool:
    """Whether a verb speaks of the clause before the comma: it has nothing that is said behind it."""
    if any(t.head == v.i and t.dep == "ccomp" and t.i < comma for t in out):
        return True
    said = ("ccomp", "xcomp") if v.lemma == "tell" else ("ccomp", "xcomp", "dobj")
    if (
        v.dep not in _JOINED
        or (v.dep in ("advcl", "ccomp") and v.head > comma)
        or any(t.head == v.i and t.i > v.i and t.dep in said for t in out)
    ):
        return False
    top = _top_before(out, v, comma)
    return top.i < comma and top.pos in ("VERB", "AUX")


def _top_before(out: list[Token], v: Token, comma: int) -> Token:
    """The head of the clause that a verb was joined to."""
    top = out[v.head]
    while top.head != top.i and top.head < comma:
        top = out[top.head]
    return top


def _bind(out: list[Token], v: Token, own: Token | None, tops: list[Token], comma: int) -> None:
    """Makes one noun phrase of the words of a name, the subject of ``v``, and frees what it had taken before it."""
    name = own or next((t for t in tops if t.pos in ("NOUN", "PROPN") or out[t.i - 1].tag == "HYPH"), tops[0])
    out[name.i] = out[name.i]._replace(head=v.i, dep="nsubj", pos="NOUN" if name.pos == "ADJ" else name.pos)
    for t in [t for t in out[comma + 1 : v.i] if t.pos == "PUNCT" and t.head < comma]:
        out[t.i] = t._replace(head=name.i)
    for t in tops:
        if t.i != name.i:
            out[t.i] = out[t.i]._replace(head=name.i, dep="dep" if own else "appos")
    for t in [t for t in out[:comma] if comma < t.head < v.i]:
        before = out[t.i - 1] if t.i else t
        if before.pos == "ADP":
            out[t.i] = t._replace(head=before.i, dep="pobj")
        else:
            verb = next((k for k in reversed(out[: t.i]) if k.pos == "VERB"), None)
            out[t.i] = t._replace(head=verb.i if verb else v.i, dep="dep")
