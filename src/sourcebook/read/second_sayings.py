"""Second sayings: verbs of saying beside another, or that quote one, whose speaker the parse gave to something else."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
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


#: Verbs of telling whose speaker a relative clause before them may part from them.
_TELLING = frozenset({"say", "tell", "add", "report", "recall", "state", "describe", "recount"})


def who_saw_it(out: list[Token]) -> None:
    """Gives "said" its speaker in "A woman who lives there and heard the blast | said …": no blast says anything.

    Such a sentence has come out as a noun with a relative clause, of which the object of its last verb speaks.
    """
    root = next((t for t in out if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN"):
        return
    for said in [t for t in out if t.lemma in _TELLING and t.tag in ("VBD", "VBZ") and t.dep in ("ccomp", "conj")]:
        saw = out[said.head]
        thing = next((t for t in out if t.head == said.i and t.dep == "nsubj" and saw.i < t.i < said.i), None)
        relative = saw if saw.dep == "relcl" else out[saw.head]
        if thing is None or relative.dep != "relcl" or relative.head != root.i or thing.pos not in ("NOUN", "PROPN"):
            continue
        if saw.tag not in ("VBD", "VBZ", "VBN") or thing.ent in ("PERSON", "ORG", "NORP", "GPE"):
            continue
        out[thing.i] = thing._replace(head=saw.i, dep="dobj")
        for t in [t for t in out if t.head == root.i and t.i > said.i]:
            out[t.i] = t._replace(head=said.i, dep="ccomp" if t.dep == "relcl" else t.dep)
        out[root.i] = root._replace(head=said.i, dep="nsubj")
        out[said.i] = said._replace(head=said.i, dep="ROOT")
        return


def aged(out: list[Token], lexicon: Lexicon) -> None:
    """Lets one speak who is called by his age alone: "I ran," the 31-year-old told the Post."""
    verbs = lexicon.repairs["inversion"].participles
    for v in [
        t for t in out if t.i > _AGE_LONG and t.tag in ("VBD", "VBN", "VBZ") and (t.lemma in verbs or t.lemma == "tell")
    ]:
        old, det = out[v.i - 1], out[v.i - 1 - _AGE_LONG]
        words = [t.lower for t in out[v.i - 4 : v.i]]
        if words != ["-", "year", "-", "old"] or det.lower not in ("the", "a", "an"):
            continue
        if old.head == v.i and old.dep == "nsubj":
            continue
        if out[v.i - 5].head == v.i - 1 and old.dep == "nsubj":
            continue
        out[old.i] = old._replace(pos="NOUN", tag="NN", head=v.i, dep="nsubj")
        out[det.i] = det._replace(head=old.i, dep="det")
        whom = out[v.head] if v.head > v.i and v.dep == "amod" else None
        if whom is None:
            continue
        top = whom
        while top.head != top.i:
            top = out[top.head]
        out[v.i] = v._replace(pos="VERB", tag="VBD", head=v.i, dep="ROOT")
        for t in [t for t in out if t.head == whom.i and t.i > whom.i and t.dep in ("relcl", "acl", "ccomp")]:
            out[t.i] = t._replace(head=v.i, dep="ccomp")
        out[whom.i] = whom._replace(head=v.i, dep="dobj")
        for t in [t for t in out if t.head == whom.i and t.dep == "punct"]:
            out[t.i] = t._replace(head=v.i)
        if top.i != whom.i:
            out[top.i] = top._replace(head=v.i, dep="ccomp")


#: So many tokens is "31-year-old" long.
_AGE_LONG = 5
