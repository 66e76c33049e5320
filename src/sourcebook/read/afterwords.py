"""Afterwords: a sentence that says who told what stood before it: "The figures were given by the hospital."

The claim's content is the sentence before, unless someone else is said to have told it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.cues import CueRule
from sourcebook.read.attributions import can_tell
from sourcebook.read.clauses import agent, noun_phrase, subject
from sourcebook.read.contents import spans_of
from sourcebook.read.drafts import Draft
from sourcebook.records import BlockKind, Parsed, Sentence, Token

_SCORE = 0.9
#: What points back: "these figures", "the count".
_POINTS = frozenset({"the", "this", "that", "these", "those", "both", "all", "such", "its"})
_SELVES = frozenset({"himself", "herself", "themselves", "itself", "too", "to", "on", "in", "at"})
_FROM = frozenset({"come", "stem", "originate", "be"})
#: A speaker, the head of a phrase, and the words of the cue.
_Found = tuple[int, set[int], CueRule]


def with_afterwords(parsed: Parsed, kept: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts with those that afterwords make, without others of the same cue."""
    told = {d.sentence.id for d in kept if d.source}
    out = kept
    for before, s in zip(parsed.sentences, parsed.sentences[1:], strict=False):
        if s.repeat or before.repeat or s.paragraph - before.paragraph > 1 or before.id in told:
            continue
        if before.block is not BlockKind.BODY:
            continue
        for head, cue, rule in _afterwords(s, lexicon):
            draft = _draft(parsed, before, s, head, cue, rule)
            if draft is not None:
                out = [
                    d for d in out if d.sentence is not s or not any(x.overlaps(y) for x in d.cue for y in draft.cue)
                ]
                out.append(draft)
                break
    return out


def _afterwords(s: Sentence, lexicon: Lexicon) -> Iterator[_Found]:
    verbs = [t for t in s.tokens if t.pos in ("VERB", "AUX")]
    for v in verbs:
        for rule in lexicon.cues.of("afterword-verb", v.lemma):
            yield from _so_said(s, v, rule, lexicon)
            yield from _this_was_said(s, v, rule, lexicon)
        for rule in lexicon.cues.of("afterword", v.lemma):
            yield from _given(s, v, rule, lexicon)
    yield from _according(s, lexicon)
    if not verbs and s.tokens[0].lemma.lower() in ("source", "information"):
        yield from _credit(s, lexicon)


def _so_said(s: Sentence, v: Token, rule: CueRule, lexicon: Lexicon) -> Iterator[_Found]:
    """ "So said the mayor.", "That is what the inspector told reporters."."""
    first, second = s.tokens[0].lower, s.tokens[1].lower if len(s.tokens) > 1 else ""
    who = subject(s, v.i)
    so = next((k.i for k in s.kids(v.i, "advmod", "dobj") if k.i > v.i and k.lower in ("so", "much")), None)
    if so is not None and who is not None and who < v.i and not s.kids(v.i, "ccomp", "neg", "aux"):
        much = s.tokens[so].lower == "much" and s.tokens[so - 1].lower == "as"
        end = s.tokens[so + 1 : so + 2]
        over = not end or end[0].text in (".", ",") or end[0].lower in _SELVES
        if over and (much or s.tokens[so].lower == "so") and can_tell(s, who, lexicon.speakers):
            yield who, {v.i, so}, rule  # "Father Ekow, who buried them, told this paper so himself."
        return
    if who is None or who == 0:
        behind = [k.i for k in s.kids(v.i, "dobj", "nsubj", "attr", "dative") if k.i > v.i]
        who = next(iter(behind), None)
    if who is None or not can_tell(s, who, lexicon.speakers) or first not in rule.with_words:
        return
    if first == "that":
        if second in ("is", "was", "'s", "’s") and any(t.lower in ("what", "how") for t in s.tokens[2:4]):
            yield who, {*range(3), v.i}, rule
    elif v.i == 1 or (v.i < 6 and who < v.i):
        yield who, {0, v.i}, rule


def _this_was_said(s: Sentence, v: Token, rule: CueRule, lexicon: Lexicon) -> Iterator[_Found]:
    """ "This was announced by the head of the district."."""
    this = next((k for k in s.kids(v.i, "nsubjpass") if k.i == 0 and k.lower in ("this", "that")), None)
    who = agent(s, v.i)
    if this is not None and who is not None and can_tell(s, who, lexicon.speakers):
        yield who, {0, v.i, *(k.i for k in s.kids(v.i, "auxpass", "aux"))}, rule


def _given(s: Sentence, v: Token, rule: CueRule, lexicon: Lexicon) -> Iterator[_Found]:
    """ "The figures were given by …", "This count comes from …", "The hospital gave these figures."."""
    told = [k for k in s.kids(v.i, "nsubjpass", "nsubj") if k.lemma in rule.with_words and k.i < v.i and _points(s, k)]
    if told:
        who = agent(s, v.i)
        if v.lemma in _FROM:
            who = next((p.i for k in s.kids(v.i, "prep") if k.lower == "from" for p in s.kids(k.i, "pobj")), None)
        named = who is not None and any(d.lower in ("the", "a", "an") for d in s.kids(who, "det", "poss"))
        if who is not None and (named or can_tell(s, who, lexicon.speakers)):
            yield who, {told[0].i, v.i}, rule
        return
    things = [k for k in s.kids(v.i, "dobj") if k.lemma in rule.with_words]
    these = [k for k in things if any(d.lower in ("this", "these", "those", "both") for d in s.kids(k.i, "det"))]
    who = subject(s, v.i)
    if these and v.lemma != "confirm" and who is not None and can_tell(s, who, lexicon.speakers):
        yield who, {v.i, these[0].i}, rule


def _points(s: Sentence, noun: Token) -> bool:
    return any(k.lower in _POINTS for k in s.kids(noun.i, "det", "predet", "poss"))


def _according(s: Sentence, lexicon: Lexicon) -> Iterator[_Found]:
    """ "That is according to the police.", "Those are the union's figures."."""
    words = [t.lower for t in s.tokens[:5]]
    if words[:1] not in (["that"], ["this"], ["these"], ["those"], ["all"]):
        return
    rule = next(iter(lexicon.cues.of("afterword", "come")))
    at = next((n for n in range(1, 4) if words[n : n + 2] == ["according", "to"]), None)
    if at is not None:
        head = next((k.i for k in s.kids(at + 1, "pobj")), None) if words[at - 1] in ("is", "was", "'s", "’s") else None
        if head is not None and can_tell(s, head, lexicon.speakers):
            yield head, {0, at, at + 1}, rule
        return
    for k in s.kids(s.root.i, "attr") if s.root.lemma == "be" else ():
        owner = next((p.i for p in s.kids(k.i, "poss")), None)
        if k.lemma in rule.with_words and owner is not None and can_tell(s, owner, lexicon.speakers):
            yield owner, {0, k.i}, rule


def _credit(s: Sentence, lexicon: Lexicon) -> Iterator[_Found]:
    """ "Source: police.", "Information from Sgt. NAME."."""
    if len(s.tokens) < 3 or s.tokens[1].lower not in (":", "from"):
        return
    nouns = [t for t in s.tokens[2:] if t.pos in ("NOUN", "PROPN") and (t.head <= 1 or s.tokens[t.head].i == t.i)]
    head = next((t.i for t in nouns), None)
    if head is not None and can_tell(s, head, lexicon.speakers):
        yield head, {0, 1}, next(r for r in lexicon.cues.of("afterword", "come"))


def _draft(parsed: Parsed, before: Sentence, s: Sentence, head: int, cue: set[int], rule: CueRule) -> Draft | None:
    source = tuple(i for i in noun_phrase(s, head, max(cue)) if i not in cue and s.tokens[i].tag != "POS")
    source_spans = spans_of(s, source, parsed.text, ())
    cue_spans = spans_of(s, tuple(sorted(cue)), parsed.text, ())
    content = spans_of(before, tuple(range(len(before.tokens))), parsed.text, ())
    if not source_spans or not cue_spans or not content:
        return None
    return Draft(s, max(cue), rule, "afterword", source_spans, head, cue_spans, content, (), False,
                 ("afterword",), _SCORE)  # fmt: skip
