"""Repairs: heads that the parser gets wrong often enough in news, set right before any stage looks.

"The raid hit a plant in Beja, which is said to make fertiliser, killing four people": the parser hangs "killing" on
"make", so that hearsay kills. A participle of consequence after a comma belongs to the clause that the side clause
interrupts, unless the side clause tells of a cause itself ("a rocket, which slammed into a school, killing four").

"Jets came back to a mill that had been bombed and killed two" goes on with the jets, not with the mill.

"Residents reached by phone spoke of nine": a finite verb is no object of a preposition, but what the noun before it
does. "Nine injured, the hospital reports." ends with a verb, not with reports of a hospital.

"The ministry's press service announced that …" may come out as a noun with a participle ("a service, announced"): a
sentence that has no verb of its own but a participle of saying, with what is said behind it, says it.

"The lorries attacked on Tuesday were carrying timber": the first verb has no object and the second no subject, so that
the first is the participle of whom it stands with.

"accused the Red Mane of the killings": what somebody is accused of hangs on the verb, and is no part of his name.

"The office said on Friday it had found nine graves": nobody found them on Friday.

"The army said there was no raid": the army said so, and was no raid.
"""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.read.dated_nouns import dated_nouns
from sourcebook.read.denied_objects import called_last, denied_late, labelled
from sourcebook.read.late_speakers import hour_apart, late_speaker, named_beside
from sourcebook.read.lost_speakers import (
    called_false,
    in_a_message,
    learnt_that,
    own_speaker,
    present_for_plural,
    reporter,
    said_behind,
)
from sourcebook.read.passives import clipped, hyphened, shot_dead
from sourcebook.read.second_sayings import aged, quoting, speaker_of_both, who_saw_it
from sourcebook.records import Token

#: Labels of the clauses between the participle and the side clause's own head.
_CLAUSE = frozenset({"advcl", "xcomp", "ccomp", "conj", "acl", "relcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def repaired(tokens: tuple[Token, ...], lexicon: Lexicon, *, headline: bool = False) -> tuple[Token, ...]:
    """The tokens of one sentence with mended heads; the same tuple where there is nothing to mend."""
    rule = lexicon.repairs["consequence"]
    out = list(tokens)
    for t in tokens:
        after_comma = t.i > 0 and tokens[t.i - 1].text == ","
        if t.tag == "VBG" and t.lemma in rule.participles and after_comma and t.dep in _CLAUSE:
            head = _interrupted(tokens, t, rule.causes)
            if head is not None:
                out[t.i] = t._replace(head=head, dep="advcl")
    dated_nouns(out)
    _day_of_telling(out, lexicon)
    _day_before_speaker(out, lexicon)
    _whom_they(out)
    shot_dead(out)
    hyphened(out)
    if headline:
        clipped(out, lexicon)
    _resumed(out)
    _riders_shot(out)
    hour_apart(out)
    in_a_message(out)
    called_false(out)
    denied_late(out, lexicon)
    labelled(out, lexicon)
    called_last(out, lexicon)
    present_for_plural(out, lexicon)
    learnt_that(out)
    aged(out, lexicon)
    said_behind(out, lexicon)
    _inserted(out)
    _finite_object(out)
    _reduced_relative(out)
    _said_there(out, lexicon)
    own_speaker(out, lexicon)
    late_speaker(out, lexicon)
    named_beside(out, lexicon)
    _announced_first(out, lexicon)
    reporter(out, lexicon)
    speaker_of_both(out)
    who_saw_it(out)
    quoting(out)
    _accused_of(out, lexicon)
    _when_asked(out)
    said = _announced(tokens, lexicon.repairs["announcement"].participles)
    if said is not None:
        root = tokens[said.head]
        for t in out:
            if t.head == root.i and t.i > said.i:
                out[t.i] = t._replace(head=said.i)
        out[root.i] = out[root.i]._replace(head=said.i, dep="nsubj")
        out[said.i] = said._replace(head=said.i, dep="ROOT", tag="VBD")
    return tuple(out) if _is_tree(out) else tokens


def _is_tree(out: list[Token]) -> bool:
    """Whether every token hangs, over others, on a root; who walks down from a ring of tokens never comes back."""
    sure: set[int] = set()
    for t in out:
        way: list[int] = []
        while t.i not in sure and t.head != t.i:
            if len(way) > len(out):
                return False
            way.append(t.i)
            t = out[t.head]
        sure.update(way)
    return True


def _whom_they(out: list[Token]) -> None:
    """Gives the verb of "the Front, which police regard as its author" its subject, taken for part of the verb."""
    for verb in [t for t in out if t.dep == "relcl" and t.tag in _FINITE and t.i > 1]:
        noun = out[verb.i - 1]
        kids = [t for t in out if t.head == verb.i and t.i != verb.i]
        whom = any(t.dep == "dobj" and t.tag in ("WDT", "WP") and t.i < noun.i for t in kids)
        told = any(t.dep in ("nsubj", "nsubjpass") for t in kids)
        if noun.head == verb.i and noun.dep == "compound" and noun.tag in ("NN", "NNS") and whom and not told:
            out[noun.i] = noun._replace(dep="nsubj")


def _day_before_speaker(out: list[Token], lexicon: Lexicon) -> None:
    """Gives what is said the day at its end: "was shot in Tarn, Ohio, on Monday, police said"."""
    lemmas = lexicon.repairs["announcement"].participles | {"tell"}
    for t in [t for t in out if t.dep in ("prep", "npadvmod") and t.i and t.head > t.i]:
        said = out[t.head]
        told = [k for k in out[: t.i] if k.head == said.i and k.dep == "ccomp" and k.pos == "VERB"]
        day = t if t.dep == "npadvmod" else next((k for k in out if k.head == t.i and k.dep == "pobj"), t)
        who = [k for k in out[day.i + 1 :] if k.head == said.i and k.dep == "nsubj"]
        if said.lemma in lemmas and told and who and day.ent == "DATE" and out[day.i + 1].text == ",":
            out[t.i] = t._replace(head=told[0].i)


def _day_of_telling(out: list[Token], lexicon: Lexicon) -> None:
    """Gives the verb of saying the day behind it that the parse gives to what is said: "said on Friday it had found".

    A day of what is said would stand behind "that" or between commas, or at the end.
    """
    lemmas = lexicon.repairs["announcement"].participles | {"tell"}
    for t in [t for t in out if t.dep in ("prep", "npadvmod") and out[t.head].dep == "ccomp" and t.i < t.head]:
        said, verb = out[out[t.head].head], out[t.head]
        between = out[said.i + 1 : t.i]
        if (
            said.lemma not in lemmas
            or not said.i < t.i
            or any(k.pos in ("VERB", "AUX", "PUNCT", "SCONJ") for k in between)
        ):
            continue
        day = t if t.dep == "npadvmod" else next((k for k in out if k.head == t.i and k.dep == "pobj"), t)
        subject = next((k for k in out if k.head == verb.i and k.dep in ("nsubj", "nsubjpass") and k.i > day.i), None)
        if day.ent not in ("DATE", "TIME") or subject is None:
            continue
        if not any(k.text == "," for k in out[day.i : subject.i]):
            out[t.i] = t._replace(head=said.i)


def _resumed(out: list[Token]) -> None:
    """Gives the main clause back what goes on with it: "Jets came back to a mill that had been bombed and killed two".

    What something suffered and what somebody did are no pair: an active verb with an object of its own, beside the
    passive of a clause with "that" or "which", is the subject's of the whole sentence.
    """
    for t in [t for t in out if t.tag == "VBD" and t.dep == "conj" and out[t.head].dep == "relcl"]:
        clause = out[t.head]
        kids = [k for k in out if k.head == clause.i]
        passive = any(k.dep == "nsubjpass" and k.lower in ("that", "which") for k in kids)
        own = [k for k in out if k.head == t.i]
        if not passive or not any(k.dep == "dobj" for k in own) or any(k.dep in ("aux", "auxpass") for k in own):
            continue
        main = out[clause.head]
        while main.pos != "VERB" and main.head != main.i:
            main = out[main.head]
        if main.tag == "VBD" and main.i < clause.i:
            out[t.i] = t._replace(head=main.i)


def _riders_shot(out: list[Token]) -> None:
    """Makes a verb of the noun that the parse sees in "Gunmen on a motorcycle | shot dead a man"."""
    for dead in [t for t in out if t.lower == "dead" and t.i > 1 and out[t.i - 1].lower in ("shot", "stabbed")]:
        shot = out[dead.i - 1]
        if shot.pos == "VERB" or dead.head == shot.i or not any(t.head == dead.i and t.dep == "dobj" for t in out):
            continue
        noun = next((t for t in reversed(out[: shot.i]) if t.head == shot.i and t.dep == "compound"), None)
        if shot.dep in ("pobj", "dobj", "nsubj") and shot.head < shot.i:
            if noun is None:
                continue
            out[noun.i] = noun._replace(head=shot.head, dep=shot.dep)
            for t in [t for t in out if t.head == shot.i and t.i < shot.i and t.i != noun.i]:
                out[t.i] = t._replace(head=noun.i)
        for t in [t for t in out if t.head == dead.i and t.i != dead.i]:
            out[t.i] = t._replace(head=shot.i)
        out[shot.i] = shot._replace(
            pos="VERB", tag="VBD", lemma="shoot" if shot.lower == "shot" else "stab",
            head=shot.i if dead.head == dead.i else dead.head, dep=dead.dep,
        )  # fmt: skip
        out[dead.i] = dead._replace(head=shot.i, dep="oprd")


def _inserted(out: list[Token]) -> None:
    """Gives "Nineteen, says the manager, are in hospital" its subject back, which the parse gave to "says"."""
    for v in [t for t in out if t.tag in ("VBZ", "VBD") and t.i > 1 and out[t.i - 1].text == ","]:
        own = [t for t in out if t.head == v.i and t.dep in ("nsubj", "nsubjpass")]
        clause = next((t for t in out if t.head == v.i and t.dep == "ccomp" and t.i > v.i), None)
        before = [t for t in own if t.i < v.i]
        bare = clause is not None and not any(t.head == clause.i and t.dep in ("nsubj", "nsubjpass") for t in out)
        if len(own) > 1 and before and clause is not None and bare:
            out[before[0].i] = before[0]._replace(head=clause.i)


def _finite_object(out: list[Token]) -> None:
    """Gives a sentence that came out as a noun its verb: "Residents reached by phone | spoke of nine"."""
    root = next((t for t in out if t.head == t.i), None)
    verb = next((t for t in out if t.pos == "VERB" and t.tag in ("VBD", "VBZ") and t.dep == "pobj"), None)
    if root is None or verb is None or root.pos not in ("NOUN", "PROPN") or root.i > verb.i:
        return
    branch = out[verb.head]
    while branch.head != root.i and branch.head != branch.i:
        branch = out[branch.head]
    left = [t for t in out if t.head == verb.i and t.i < verb.i]
    if branch.dep != "acl" or not left:
        return
    thing = left[-1]
    for t in left:
        out[t.i] = t._replace(head=thing.i)
    out[thing.i] = thing._replace(head=verb.head, dep="pobj")
    for t in [t for t in out if t.head == root.i and t.i > verb.i]:
        out[t.i] = t._replace(head=verb.i)
    out[root.i] = out[root.i]._replace(head=verb.i, dep="nsubj")
    out[verb.i] = verb._replace(head=verb.i, dep="ROOT")


def _reduced_relative(out: list[Token]) -> None:
    """Makes a participle of what the parse takes for the verb: "The lorries attacked near Temuco | were carrying"."""
    for v in [t for t in out if t.tag in ("VBD", "VBN") and t.pos == "VERB"]:
        kids = [t for t in out if t.head == v.i and t.i != v.i]
        own = [t for t in kids if t.dep in ("nsubj", "nsubjpass") and t.i < v.i]
        noun = _last_of(out, own[0]) if len(own) == 1 else None
        if noun is None or noun.pos != "NOUN" or noun.i != v.i - 1:
            continue
        if any(t.dep in ("dobj", "prt", "acomp", "neg") or (t.pos == "AUX" and t.i < v.i) for t in kids):
            continue
        finite = (t for t in kids if t.tag in _FINITE and (t.pos == "AUX" or t.dep == "conj"))
        late = next(finite, None)  # "men shot near Tarn were herders"; "two of the men shot there have died"
        late = late or next((t for t in kids if t.dep == "conj" and noun is not own[0]), None)
        after = late or _verb_without_subject(out, v, kids)
        if after is None:
            continue
        below = [t for t in out if t.head == after.i and t.i < after.i]
        first = next((t for t in below if t.dep in ("aux", "auxpass")), after)
        if first.tag not in _FINITE or any(t.dep in ("nsubj", "nsubjpass", "mark", "cc") for t in below):
            continue
        if first.i <= v.i + 1 or any(t.text == "," or t.pos == "CCONJ" for t in out[v.i : first.i]):
            continue
        for t in kids:
            if t.i > after.i or t.dep == "punct":
                out[t.i] = t._replace(head=after.i)
        passive = any(t.dep == "auxpass" for t in below)
        out[own[0].i] = own[0]._replace(head=after.i, dep="nsubjpass" if passive else "nsubj")
        out[v.i] = v._replace(head=noun.i, dep="acl", tag="VBN")
        if after.head == v.i:
            out[after.i] = after._replace(head=after.i if v.head == v.i else v.head, dep=v.dep)


def _last_of(out: list[Token], t: Token) -> Token:
    """The noun that a subject ends with: the guards, of "two of the guards shot on Monday have died"."""
    of = next((k for k in out if k.head == t.i and k.dep == "prep" and k.lower == "of" and t.pos == "NUM"), None)
    return next((k for k in out if of is not None and k.head == of.i and k.dep == "pobj"), t)


def _verb_without_subject(out: list[Token], v: Token, kids: list[Token]) -> Token | None:
    """The verb after ``v``, below it or over it, whose subject ``v`` may have taken."""
    below = next((t for t in kids if t.dep in _CLAUSE and t.pos in ("VERB", "AUX") and t.i > v.i), None)
    over = out[v.head]
    return below or (over if v.dep == "ccomp" and over.i > v.i and over.pos in ("VERB", "AUX") else None)


def _when_asked(out: list[Token]) -> None:
    """Gives the verb its subject in "Contacted by the Post, its spokesman, Ana Gil, did not wish to speak"."""
    first = next((t for t in out if t.pos not in ("PUNCT", "SPACE")), None)
    if first is None or first.tag != "VBN" or first.dep not in ("advcl", "acl", "amod"):
        return
    verb = out[first.head]
    by = next((t for t in out if t.head == first.i and t.lower == "by"), None)
    whom = next((t for t in out if by is not None and t.head == by.i and t.dep == "pobj"), None)
    named = next((t for t in out if whom is not None and t.head == whom.i and t.dep == "appos"), None)
    if verb.pos != "VERB" or named is None or named.i > verb.i or not any(t.text == "," for t in out[whom.i : named.i]):  # type: ignore[union-attr]
        return
    if not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in out):
        out[named.i] = named._replace(head=verb.i, dep="nsubj")


def _accused_of(out: list[Token], lexicon: Lexicon) -> None:
    """Gives the verb "of the killings" in "accused the Red Mane of the killings", which the parse gave to the Mane."""
    rule = lexicon.repairs["accusation"]
    for of in [t for t in out if t.lower in ("of", "for") and t.dep == "prep" and out[t.head].pos in ("NOUN", "PROPN")]:
        deed = next((t for t in out if t.head == of.i and t.dep in ("pobj", "pcomp")), None)
        if deed is None or not (deed.tag == "VBG" or deed.lemma in rule.causes or lexicon.events.is_event(deed.lemma)):
            continue
        above = out[of.head]
        while above.dep in ("pobj", "prep", "appos", "conj") and above.head != above.i:
            above = out[above.head]  # "members of the League of the raid"
        verb = out[above.head]
        own = any(t.head == verb.i and t.dep == "prep" and t.lower == of.lower for t in out)
        if above.dep in ("dobj", "nsubjpass", "agent") and verb.lemma in rule.participles and verb.i < of.i and not own:
            out[of.i] = of._replace(head=verb.i)


def _announced(tokens: tuple[Token, ...], participles: frozenset[str]) -> Token | None:
    """The participle of saying that is the main verb of a sentence which the parser left without one."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN"):
        return None
    kids = [t for t in tokens if t.head == root.i and t.i > root.i]
    if not kids or any(t.pos in ("VERB", "AUX") and t.tag in _FINITE for t in kids):
        return None
    said = next((t for t in kids if t.dep == "acl" and t.tag == "VBN" and t.lemma in participles), None)
    told = said is not None and any(t.head == said.i and t.dep == "ccomp" and t.i > said.i for t in tokens)
    return said if told else None


def _said_there(out: list[Token], lexicon: Lexicon) -> None:
    """Makes a verb of saying of what comes out as a participle before "there": "The army said there was no raid"."""
    lemmas = lexicon.repairs["announcement"].participles
    for there in [t for t in out if t.lower == "there" and t.dep == "expl" and t.i > 1]:
        verb, said = out[there.head], out[there.i - 1]
        subject = out[said.head]
        if said.dep != "acl" or said.lemma not in lemmas or subject.dep != "nsubj" or subject.head != verb.i:
            continue
        for t in out[: said.i]:
            if t.head == verb.i and t.i != subject.i:
                out[t.i] = t._replace(head=said.i)
        out[subject.i] = subject._replace(head=said.i)
        over = said.i if verb.head == verb.i else verb.head
        out[said.i] = said._replace(head=over, dep=verb.dep, tag="VBD")
        out[verb.i] = verb._replace(head=said.i, dep="ccomp")


def _announced_first(out: list[Token], lexicon: Lexicon) -> None:
    """Makes the main clause of "The press service announced on Friday that nine died, after two bodies were found" of
    what the parse takes for a participle, where it makes the main clause of the one behind "after"."""
    participles = lexicon.repairs["announcement"].participles
    root = next((t for t in out if t.head == t.i), None)
    mark = next((t for t in out if root is not None and t.head == root.i and t.dep == "mark" and t.i < root.i), None)
    if root is None or mark is None or root.pos not in ("VERB", "AUX"):
        return
    thing = next((t for t in out[: mark.i] if t.head == root.i and t.dep in ("nsubj", "nsubjpass")), None)
    said = next((t for t in out[: mark.i] if thing and t.head == thing.i and t.dep == "acl" and t.tag == "VBN"), None)
    if thing is None or said is None or said.lemma not in participles:
        return
    if not any(t.head == said.i and t.dep == "ccomp" for t in out[: mark.i]):
        return
    out[thing.i] = thing._replace(head=said.i, dep="nsubj")
    out[said.i] = said._replace(head=said.i, dep="ROOT", tag="VBD")
    out[root.i] = root._replace(head=said.i, dep="advcl")
    for t in [t for t in out[: mark.i] if t.head == root.i]:
        out[t.i] = t._replace(head=said.i)
    for t in out[said.i :]:
        if t.head == thing.i and t.dep == "punct":
            out[t.i] = t._replace(head=said.i)


def _interrupted(tokens: tuple[Token, ...], t: Token, causes: frozenset[str]) -> int | None:
    """The verb of the clause that a side clause set off by commas interrupts, if ``t`` hangs inside such a clause."""
    at, steps = tokens[t.head], 0
    while at.dep != "relcl":
        if at.lemma in causes or at.dep not in _CLAUSE or at.head == at.i or steps > len(tokens):
            return None
        at, steps = tokens[at.head], steps + 1
    first = min((k.i for k in tokens if k.head == at.i and k.i < at.i), default=at.i)
    if at.lemma in causes or first == 0 or tokens[first - 1].text != ",":
        return None
    noun = tokens[at.head]
    while noun.pos not in ("VERB", "AUX"):
        if noun.head == noun.i:
            return None
        noun = tokens[noun.head]
    return noun.i if noun.i < t.i else None
