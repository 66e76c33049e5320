"""Cue words: how likely a word of a sentence is to announce a claim, by what it is and what stands around it.

The weights (``data/cue_words.tsv``) are learnt by ``benchmarks/learn_attributions.py``; this module says which
features hold. Only words that have ever been cues are weighed, and verbs with a clause or beside a quotation.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.lexicon.cues import Cues
from sourcebook.lexicon.speakers import Speakers
from sourcebook.read.clauses import agent, is_negated, subject
from sourcebook.read.drafts import SAYINGS, speaker_type
from sourcebook.read.quotes import Quote
from sourcebook.records import Sentence, Span, Token

_WITH_WORD = frozenset({
    "dobj", "nsubjpass", "pobj", "attr", "acomp", "oprd", "prt", "poss", "amod", "compound", "advmod", "xcomp", "ccomp",
})  # fmt: skip
_CLAUSES = frozenset({"ccomp", "acl", "relcl", "xcomp"})
#: How far (code points) a quotation may end before a word that still counts as beside it.
_BESIDE, _BEFORE = 3, 40


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that may be a cue, with the features that its log-odds are the sum of."""

    sentence: Sentence
    head: int
    signs: tuple[str, ...]
    log_odds: float


def cue_words(sentence: Sentence, quotes: Sequence[Quote], cues: Cues, speakers: Speakers) -> Iterator[CueWord]:
    """Every word of the sentence that is worth weighing. ``quotes``: the outermost ones that touch the sentence."""
    model = cues.words
    for t in sentence.tokens:
        if cues.has_been_cue(t.lemma, t.pos) or (t.pos == "VERB" and may_be_cue(sentence, t, quotes, cues)):
            signs = signs_of(sentence, t, quotes, speakers)
            yield CueWord(sentence, t.i, signs, model.sums(signs)[0])


def near_quotes(quotes: Sequence[Quote], s: Sentence) -> list[Quote]:
    """Those of the outermost quotations, in page order, that touch the sentence or stand right beside it."""
    first = bisect.bisect_left(quotes, s.span.start - _BEFORE, key=lambda q: q.span.end)
    end = s.span.end + _BESIDE
    return list(itertools.takewhile(lambda q: q.span.start <= end, itertools.islice(quotes, first, None)))


def may_be_cue(s: Sentence, t: Token, quotes: Sequence[Quote], cues: Cues) -> bool:
    """Whether a word is worth weighing: it has been a cue, or it is a verb with a clause or beside a quotation."""
    if cues.has_been_cue(t.lemma, t.pos):
        return True
    if t.pos != "VERB":
        return False
    if s.kids(t.i, "ccomp"):
        return True
    if not quotes:
        return False
    return any(0 <= q.span.start - t.end <= _BESIDE or 0 <= t.start - q.span.end < _BEFORE for q in quotes)


def signs_of(s: Sentence, t: Token, quotes: Sequence[Quote], speakers: Speakers) -> tuple[str, ...]:
    """The features of a word: itself, its head, its dependents, its subject, its neighbours, quotations."""
    word, pos = t.lemma, t.pos
    out = [
        f"l:{word}|{pos}", f"t:{t.tag}", f"d:{t.dep}|{pos}", f"ld:{word}|{t.dep}",
        f"suf:{word[-3:]}|{pos}", f"suf:{word[-4:]}|{pos}",
    ]  # fmt: skip
    head = s.tokens[t.head]
    if head.i != t.i:
        out += (f"hl:{head.lemma}|{t.dep}", f"hp:{head.pos}|{t.dep}|{pos}", f"lhl:{word}|{head.lemma}")
    kids = s.kids(t.i)
    out += _of_dependents(s, t, kids)
    subj = subject_of(s, t, kids)
    sort = speaker_type(s, subj)
    out += (f"s:{sort}|{pos}", f"ls:{word}|{sort}")
    if subj is not None:
        rule = speakers.of(s.tokens[subj].lemma)
        out += (f"sk:{rule.id if rule else 'none'}|{pos}", f"sl:{s.tokens[subj].lemma}")
    here = Span(t.start, t.end)
    if any(q.span.holds(here) for q in quotes):
        out += (f"inq|{pos}", f"inq|{sort}", f"linq:{word}")
    if any(0 <= q.span.start - t.end <= _BESIDE for q in quotes):
        out += (f"qa|{pos}", f"lqa:{word}")
    if any(0 <= t.start - q.span.end < _BEFORE for q in quotes):
        out += (f"qb|{pos}", f"lqb:{word}")
    if is_negated(s, t.i):
        out += ("neg", f"lneg:{word}")
    before = s.tokens[t.i - 1].lower if t.i else "<s>"
    after = [k.lower for k in s.tokens[t.i + 1 : t.i + 3]] + ["</s>", "</s>"]
    out += (
        f"w-1:{before}|{pos}", f"w+1:{after[0]}|{pos}", f"lw+1:{word}|{after[0]}", f"lw-1:{word}|{before}",
        f"w+12:{after[0]}_{after[1]}", f"lw+12:{word}|{after[0]}_{after[1]}",
    )  # fmt: skip
    return tuple(out)


def subject_of(s: Sentence, t: Token, kids: Sequence[Token]) -> int | None:
    """Who would be speaking: agent or subject of a verb, owner of a noun or subject of the verb that has it."""
    if t.pos in ("VERB", "AUX"):
        return agent(s, t.i) if any(k.dep == "agent" for k in kids) else subject(s, t.i)
    if t.pos == "ADJ":
        return subject(s, t.head)
    if t.pos == "NOUN":
        owner = next((k.i for k in kids if k.dep == "poss"), None)
        return owner if owner is not None else subject(s, t.head) if t.dep in ("dobj", "attr") else None
    return None


def thing_type(s: Sentence, i: int) -> str:
    """What sort of phrase stands there: a word for something said, or what :func:`speaker_type` calls it."""
    return "saying" if s.tokens[i].lemma in SAYINGS else speaker_type(s, i)


def _of_dependents(s: Sentence, t: Token, kids: Sequence[Token]) -> list[str]:
    word, pos = t.lemma, t.pos
    out: list[str] = []
    deps: dict[str, None] = {}
    for k in kids:
        deps[k.dep] = None
        if k.dep == "prep":
            out += (f"kp:{k.lower}|{pos}", f"lkp:{word}|{k.lower}")
        if k.dep in _WITH_WORD:
            out.append(f"kl:{k.dep}:{k.lemma}|{pos}")
            if k.dep in ("dobj", "attr", "acomp"):
                sort = thing_type(s, k.i)
                out += (f"lko:{word}|{k.lemma}", f"kot:{k.dep}:{sort}|{pos}", f"lkot:{word}|{sort}")
        if k.dep in _CLAUSES:
            mark = next((x.lower for x in s.kids(k.i, "mark", "aux") if x.i < k.i), "")
            out += (f"kc:{k.dep}|{mark}|{pos}", f"lkc:{word}|{k.dep}")
        elif k.dep in ("aux", "auxpass"):
            out.append(f"aux:{k.lower}")
    for dep in deps:
        out += (f"k:{dep}|{pos}", f"lk:{word}|{dep}")
    return out
