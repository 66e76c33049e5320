"""Denied objects: what is denied, or called wrong, where a time or a label stands between it and its verb.

"denied on Monday | shelling the town", "denied on Friday | responsibility for it", "rejected in a statement |
accusations of …", "branded as propaganda | reports that …", "dismissed as slander on Wednesday | a chief's claim that
…": the parse gives what is denied to the time, or to the label. All functions change the tokens of one sentence in
place, before any stage looks (see ``repairs``).
"""

from __future__ import annotations

import re

from sourcebook.lexicon import Lexicon
from sourcebook.records import Token

#: Verbs that deny what stands behind them.
_DENYING = frozenset({
    "decry", "denounce", "deny", "deride", "disclaim", "dismiss", "dispute", "disavow", "rebuff", "refute", "reject",
    "repudiate", "ridicule",
})  # fmt: skip
#: ... and verbs that call it something.
_CALLING = frozenset({
    "brand", "characterise", "characterize", "condemn", "deride", "describe", "denounce", "dismiss", "label",
    "portray", "reject", "ridicule", "slam", "term",
})  # fmt: skip
#: What those who deny had no part in, besides what has been said of them.
_PARTS = frozenset({"any", "participation", "having", "complicity", "culpability", "knowledge"})
#: What something is denied in, or on.
_PAPERS = frozenset({
    "address", "broadcast", "bulletin", "communique", "communiqué", "interview", "letter", "message", "note", "post",
    "release", "speech", "statement", "tweet", "video",
})  # fmt: skip
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today", re.I)
_LINKS = frozenset({"on", "in", "late", "early", "through", "via", "at", "again", "by"})
#: So many words may describe what something is called: "as pure and malicious invention".
_LABEL = 5


def denied_late(out: list[Token], lexicon: Lexicon) -> None:
    """Ties what is denied to the verb over a time or a paper: "denied on Friday | involvement in it"."""
    for verb in [t for t in out if t.lemma in _DENYING and t.tag in ("VBD", "VBZ", "VBN", "VBG", "VBP")]:
        between = _circumstance(out, verb.i + 1)
        if between is None:
            continue
        own = [t for t in out if t.head == verb.i and t.dep in ("dobj", "xcomp", "ccomp", "auxpass")]
        if own:
            if between + 1 < len(out) and out[between + 1].tag == "VBG" and all(t.dep == "xcomp" for t in own):
                _as_main_verb(out, verb.i)
            continue
        last = out[between]
        rest = out[between + 1 :]
        if not rest:
            continue
        first = rest[0]
        if first.tag == "VBG":
            deed = first
            if first.lower == "having":
                deed = next((t for t in rest[1:4] if t.tag == "VBN"), first)
            out[deed.i] = deed._replace(head=verb.i, dep="xcomp", pos="VERB")
            if deed is not first:
                out[first.i] = first._replace(head=deed.i, dep="aux")
            _close(out, verb.i, last.i, deed.i)
            _as_main_verb(out, verb.i)
            continue
        noun = _said_noun(rest, lexicon)
        if noun is None or noun.head == verb.i:
            continue
        out[noun.i] = noun._replace(head=verb.i, dep="dobj", pos="NOUN")
        _gather(out, first.i, noun.i)
        _close(out, verb.i, last.i, noun.i)
        _as_main_verb(out, verb.i)


def _as_main_verb(out: list[Token], i: int) -> None:
    """Makes the verb of a sentence of what was taken for a participle: "The coalition | denied on Friday having …"."""
    verb, noun = out[i], out[out[i].head]
    if verb.dep != "acl" or noun.dep != "ROOT" or noun.i > i or noun.pos not in ("NOUN", "PROPN"):
        return
    out[i] = verb._replace(head=i, dep="ROOT", tag="VBD")
    out[noun.i] = noun._replace(head=i, dep="nsubj")
    for t in [t for t in out[i + 1 :] if t.head == noun.i]:
        out[t.i] = t._replace(head=i)


def labelled(out: list[Token], lexicon: Lexicon) -> None:
    """Ties what is called wrong to the verb, over what it is called: "branded as propaganda | reports that …"."""
    for as_ in [t for t in out[1:-2] if t.lower == "as"]:
        verb = next((t for t in reversed(out[max(0, as_.i - 6) : as_.i]) if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.lemma not in _CALLING or any(t.text == "," for t in out[verb.i : as_.i]):
            continue
        if any(t.head == verb.i and t.dep in ("nsubjpass", "auxpass") for t in out):
            continue
        if any(t.head == verb.i and t.dep == "dobj" and t.i < as_.i for t in out):
            continue
        label = _label(out, as_.i + 1, lexicon)
        if label is None:
            continue
        after = _circumstance(out, label + 1)
        start = (after if after is not None else label) + 1
        noun = _said_noun(out[start:], lexicon)
        if noun is None:
            continue
        out[as_.i] = as_._replace(head=verb.i, dep="prep")
        out[label] = out[label]._replace(head=as_.i, dep="pobj", pos="NOUN")
        for t in out[as_.i + 1 : label]:
            out[t.i] = t._replace(head=label, dep=t.dep if t.dep in ("det", "advmod") else "amod")
        if after is not None:
            _close(out, label, after, noun.i)
            for t in [t for t in out[label + 1 : after + 1] if t.head == label]:
                out[t.i] = t._replace(head=verb.i)
        out[noun.i] = noun._replace(
            head=verb.i, dep="dobj", pos="NOUN", tag="NNS" if noun.lower.endswith("s") else "NN"
        )
        _gather(out, start, noun.i)
        if "'" not in noun.lower:
            singular = noun.lower.removesuffix("s")
            out[noun.i] = out[noun.i]._replace(lemma=singular if noun.lower.endswith("s") else noun.lemma)


def called_last(out: list[Token], lexicon: Lexicon) -> None:
    """Ties to the verb what something is called at the end: "called the claim that soldiers had fired | a lie"."""
    for verb in [t for t in out if t.lemma in _NAMING and t.tag in ("VBD", "VBZ", "VBN", "VBG", "VBP")]:
        if any(t.head == verb.i and t.dep in ("auxpass", "nsubjpass") for t in out):
            continue
        said = _said_noun(out[verb.i + 1 :], lexicon)
        last = next((t for t in out[verb.i + 1 :] if t.text in _ENDS), None)
        end = (last.i if last is not None else len(out)) - 1
        if said is None or end <= said.i + 2 or out[end].head == verb.i:
            continue
        label = out[end]
        if not (lexicon.answers.calls_false(label.lower) or _is_one(lexicon, out[end - 1].lower, label.lower)):
            continue
        start = end
        while start - 1 > said.i + 1 and (
            out[start - 1].pos == "ADJ" or out[start - 1].lower in _BEFORE_LABEL or out[start - 1].lower.endswith("ly")
        ):
            start -= 1
        if out[start - 1].pos in ("ADP", "AUX", "PRON") or out[start - 1].lower == "the":
            continue  # "called the report of a hoax", "called the claim that it was fake"
        _name_last(out, verb, range(start, end + 1))
        for t in [t for t in out[verb.i + 1 : said.i] if t.head > end]:
            out[t.i] = t._replace(head=said.i)
        out[said.i] = out[said.i]._replace(head=verb.i, dep="dobj", pos="NOUN")
        if out[said.i + 1].lower == "that":
            over = out[out[said.i + 1].head]
            if over.head == verb.i and over.dep in ("ccomp", "advcl"):
                out[over.i] = over._replace(head=said.i, dep="acl")


def _name_last(out: list[Token], verb: Token, label: range) -> None:
    """Hangs what something is called on the verb; what hung on it, and where it hung, is left to what stood before."""
    last = out[label[-1]]
    under = [t for t in out if t.head == last.i and t.i not in label]
    if last.head == last.i:
        out[verb.i] = verb._replace(head=verb.i, dep="ROOT", tag="VBD" if verb.tag == "VBN" else verb.tag)
        for t in under:
            if t.i != verb.i:
                out[t.i] = t._replace(head=verb.i)
    else:
        heir = max((t for t in under if t.i < label[0]), key=lambda t: t.i, default=None)
        for t in under:
            if heir is not None and t is heir:
                out[t.i] = t._replace(head=last.head, dep=last.dep)
            else:
                out[t.i] = t._replace(head=heir.i if heir is not None else verb.i)
    out[last.i] = last._replace(head=verb.i, dep="oprd", pos="ADJ" if last.pos == "VERB" else last.pos)
    for i in label[:-1]:
        out[i] = out[i]._replace(head=last.i)


#: Verbs by which something is called something, with nothing between.
_NAMING = frozenset({"brand", "call", "declare", "deem", "dub", "label", "pronounce", "term"})
_ENDS = frozenset({".", ",", ";", "”", '"', ":", "!"})
_BEFORE_LABEL = frozenset({"a", "an", "pure", "nothing", "but", "plain", "fake"})


def _circumstance(out: list[Token], start: int) -> int | None:
    """Where a day, or a paper, ends that begins at ``start``: "late on Sunday", "in a statement on Friday"."""
    end: int | None = None
    i = start
    while i < len(out):
        t = out[i]
        if _DAY.fullmatch(t.lower):
            end = i
            follows = out[i + 1].lower if i + 1 < len(out) else ""
            if follows in _TIMES_OF_DAY:
                end = i = i + 1
        elif t.lower in _PAPERS and any(x.lower in ("in", "on") for x in out[start:i]):
            end = i
        elif (
            t.lower not in _LINKS
            and t.pos not in ("DET",)
            and not (t.pos in ("ADJ", "NOUN", "PROPN") and _leads(out, i))
        ):
            break
        i += 1
    return end


#: Parts of a day behind its name.
_TIMES_OF_DAY = frozenset({"afternoon", "evening", "morning", "night"})


def _leads(out: list[Token], i: int) -> bool:
    """Whether an adjective or noun stands right before a paper: "in a *brief radio* message"."""
    return any(t.lower in _PAPERS for t in out[i + 1 : i + 3]) and any(
        t.lower in ("in", "on") for t in out[max(0, i - 3) : i]
    )


def _said_noun(rest: list[Token], lexicon: Lexicon) -> Token | None:
    """The noun for something said, or for a part in it, that opens what is denied: "a militia leader's *claim*"."""
    for n, t in enumerate(rest[:_FAR]):
        rule = lexicon.answers.name(t.lower)
        behind = rest[n + 1].lower if n + 1 < len(rest) else "."
        if rule is not None and rule.id not in ("demand", "threat") and behind in _BEHIND:
            return t
        if t.lower in _PARTS and t.pos == "NOUN":
            return t
        if t.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") and t.tag != "PRP$" and not t.tag.startswith("VBN"):
            return None
        if t.pos == "PUNCT" or (t.pos == "ADP" and t.lower not in ("of", "in", "at", "from", "for")):
            return None
    return None


#: What may stand behind a noun for something said.
_BEHIND = frozenset({"that", "of", "by", "about", "for", "in", "from", "to", "with", "made", "as", "against", ".", ","})
#: So many words may stand before that noun: "the New York-based watchdog's".
_FAR = 9


def _label(out: list[Token], start: int, lexicon: Lexicon) -> int | None:
    """Where what something is called ends, if that is that it is wrong: "a malicious lie"."""
    for n in range(min(_LABEL, len(out) - start)):
        t = out[start + n]
        if t.pos in ("VERB", "AUX", "PRON") and t.tag not in ("VBN", "VBG"):
            return None
        if lexicon.answers.calls_false(" ".join(x.lower for x in out[start : start + n + 1])):
            end = start + n
            while end + 2 < len(out):  # "baseless slander", "fake news"
                behind = out[end + 1]
                more = lexicon.answers.calls_false(behind.lower) or _is_one(lexicon, out[end].lower, behind.lower)
                named = lexicon.answers.name(behind.lower) is not None and out[end + 2].lower in _BEHIND
                if named or behind.pos in ("DET", "ADP", "VERB", "AUX") or not more:
                    break
                end += 1
            return end
    return None


def _is_one(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two words are one term for what is false: "fake news"."""
    return any(f"{one} {other}" in r.words for r in lexicon.answers.file)


def _gather(out: list[Token], start: int, noun: int) -> None:
    """Hangs on a noun what stands before it and hung elsewhere."""
    inside = range(start, noun)
    for i in inside:
        t = out[i]
        if t.head not in inside and t.head != noun:
            dep = "det" if t.pos == "DET" else "poss" if any(x.tag == "POS" for x in out[i + 1 : noun]) else "compound"
            out[i] = t._replace(head=noun, dep=dep)


def _close(out: list[Token], verb: int, last: int, denied: int) -> None:
    """Ends a time or a paper before what is denied, and hangs it on the verb."""
    inside = range(verb + 1, last + 1)
    for i in inside:
        t = out[i]
        if t.head in inside or t.head == verb:
            continue
        over = next((k for k in reversed(range(verb + 1, i)) if out[k].pos == "ADP"), None)
        if t.pos == "ADP" or over is None:
            out[i] = t._replace(head=verb, dep="prep" if t.pos == "ADP" else "npadvmod")
        elif i == last:
            out[i] = t._replace(head=over, dep="pobj")
        else:
            out[i] = t._replace(head=last)
