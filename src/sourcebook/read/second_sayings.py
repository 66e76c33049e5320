"""Second sayings: verbs of saying beside another, or that quote one, whose speaker the parse gave to something else."""

from __future__ import annotations

from sourcebook.records import Token

#: What counts the dead, and cannot itself say, blame or ask.
_COUNTS = frozenset({"number", "toll", "figure", "count", "total", "tally", "dead", "figures", "bodies", "incident",
                     "attack", "blast", "explosion", "shooting", "killing", "death"})  # fmt: skip
_JUDGES = frozenset({"accuse", "blame", "call", "condemn", "demand", "denounce", "deny", "reject", "urge", "vow"})


def speaker_of_both(out: list[Token]) -> None:
    """Gives "says the number is four, and accuses the police" one speaker: no number accuses anybody."""
    for v in [t for t in out if t.dep == "conj" and t.lemma in _JUDGES and t.tag in ("VBD", "VBZ", "VBP")]:
        first = out[v.head]
        said = out[first.head]
        kids = [t for t in out if t.head == first.i and t.dep == "nsubj"]
        if first.dep != "ccomp" or said.i == first.i or any(t.head == v.i and t.dep == "nsubj" for t in out):
            continue
        if any(t.head == said.i and t.dep == "nsubj" for t in out) and any(t.lemma in _COUNTS for t in kids):
            out[v.i] = v._replace(head=said.i)


def quoting(out: list[Token]) -> None:
    """Makes a verb of "The Wire quoted witnesses as saying …", where the parse sees witnesses who were quoted."""
    for v in [t for t in out if t.lemma in ("quote", "cite") and t.tag == "VBN" and t.dep == "amod" and t.i > 0]:
        noun, name = out[v.head], out[v.i - 1]
        kids = [t for t in out if t.head == noun.i and t.i != noun.i]
        if noun.i < v.i or name.pos not in ("NOUN", "PROPN") or name.head not in (noun.i, v.i):
            continue
        if not any(t.lower == "as" and t.dep == "prep" and out[min(t.i + 1, len(out) - 1)].tag == "VBG" for t in kids):
            continue
        for t in kids:
            if t.i > noun.i and t.dep in ("prep", "punct"):
                out[t.i] = t._replace(head=v.i)
            elif t.i < v.i and t.i != name.i:
                out[t.i] = t._replace(head=name.i)
        out[name.i] = name._replace(head=v.i, dep="nsubj")
        out[v.i] = v._replace(head=v.i if noun.head == noun.i else noun.head, dep=noun.dep, tag="VBD", pos="VERB")
        out[noun.i] = noun._replace(head=v.i, dep="dobj")
