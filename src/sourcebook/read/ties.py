"""Ties: which triggers of one sentence tell of one event, by its syntax ("the blast killed two")."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.read.generalities import ENDS, HARM
from sourcebook.read.ranks import is_ranked
from sourcebook.read.triggers import Trigger


def linked_triggers(triggers: list[Trigger]) -> dict[int, int]:
    """Of the triggers of one sentence: which tells of the same event as an earlier or later one, by the syntax.

    "the blast killed two", "killed in a blast", "opened fire, killing two", "an attack that killed two".
    """
    out: dict[int, int] = {}
    by_head = {t.head: n for n, t in enumerate(triggers)}
    for n, t in enumerate(triggers):
        s = t.sentence
        others: list[int] = []
        verb = s.tokens[t.head].pos == "VERB"
        if verb:
            others += [*t.frame.means, *t.frame.actors]
            for prep in s.kids(t.head, "prep", "agent"):
                if prep.lower in ("in", "during", "by", "from", "with"):
                    others += [k.i for k in s.kids(prep.i, "pobj")]
                if t.rule.id in HARM and prep.lower in ("after", "when"):
                    others += [k.i for k in s.kids(prep.i, "pobj")]
            if t.rule.id in ENDS:  # "died of wounds that he suffered when soldiers raided his street"
                of = [k.i for p in s.kids(t.head, "prep") if p.lower in ("of", "from") for k in s.kids(p.i, "pobj")]
                others += [j for i in of for j in s.subtree(i) if j in by_head]
            parent = s.tokens[s.tokens[t.head].head]
            dep = s.tokens[t.head].dep
            if dep == "acl" and s.tokens[t.head].tag == "VBG" and s.tokens[t.head - 1].text == ",":
                others += [a.i for a in s.ancestors(t.head) if a.pos == "VERB"][:1]
            if dep in ("acl", "relcl", "xcomp", "conj") or (dep == "advcl" and s.tokens[t.head].tag == "VBG"):
                others.append(parent.i)
            if (
                dep == "relcl"
                and t.rule.id in HARM
                and all(k.lower in ("that", "which") for k in s.kids(t.head, "nsubj"))
            ):
                for above in s.ancestors(parent.i):  # "a raid on a village that killed six"
                    if above.pos == "VERB":
                        break
                    others.append(above.i)
            if t.rule.id in HARM and dep == "advcl":
                others.append(parent.i)
            if dep == "relcl" and any(p.lower == "in" and s.kids(p.i, "pobj") for p in s.kids(t.head, "prep")):
                within = [n for n in by_head if n < t.head and s.tokens[n].pos in ("NOUN", "PROPN")]
                others += within[-1:]  # "the fighting of 2020, in which …": hung on the year
            others += [k.i for k in s.kids(t.head, "advcl") if t.rule.id in HARM and any(
                m.lower in ("when", "after", "as") for m in s.kids(k.i, "mark", "advmod"))]  # fmt: skip
        else:
            token = s.tokens[t.head]
            parent = s.tokens[token.head]
            if token.dep in ("compound", "appos", "attr"):
                others.append(parent.i)
            if token.dep == "pobj" and parent.lower in ("in", "of", "from", "during"):
                others.append(parent.head)
            for above in s.ancestors(t.head):  # "an explosion as a result of an air strike"
                if above.pos == "VERB":
                    break
                others.append(above.i)
            if token.dep in ("nsubjpass", "dobj") and t.rule.id == "remains-of-violence":
                others.append(parent.i)  # "the bodies of two men were found"
            if is_ranked(s, t.head):
                others += [k.i for k in s.kids(parent.i, "nsubj")]
            if token.dep == "dobj":
                others += [k.i for k in s.kids(parent.i, "advcl", "conj")]
                others += list(t.frame.actors)
        for other in others:
            if other in by_head and by_head[other] != n:
                out.setdefault(n, by_head[other])
                break
    return out


def telling_clause(n: int, triggers: list[Trigger], links: Mapping[int, int]) -> Trigger | None:
    """The verb of the clause that says what a noun did: of "the bomb that killed the elder on Tuesday" the killing."""
    head = triggers[n].head
    for m, of in links.items():
        verb = triggers[m].sentence.tokens[triggers[m].head]
        if of == n and verb.dep == "relcl" and verb.head == head and verb.pos == "VERB":
            return triggers[m]
    return None


def clause_above(n: int, triggers: list[Trigger]) -> Trigger | None:
    """What a side clause without a subject leads up to: of "killed 13 men after pulling them out" the killing."""
    s, head = triggers[n].sentence, triggers[n].head
    while s.tokens[head].dep == "conj" and s.tokens[s.tokens[head].head].tag == "VBG":
        head = s.tokens[head].head
    tie = s.tokens[s.tokens[head].head]
    if s.tokens[head].dep != "pcomp" or tie.lower not in ("after", "before"):
        return None
    return next((t for t in triggers if t.head == tie.head), None)
