"""Drafts: possible claims with their evidence, before it is decided which of them are claims."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

from sourcebook.lexicon.cues import CueRule, Cues
from sourcebook.lexicon.speakers import Speakers
from sourcebook.read.attributions import attribution_candidates, number_start
from sourcebook.read.contents import fronted, merged, quoted, quotes_of, spans_of
from sourcebook.read.frames import Candidate, candidates
from sourcebook.read.phrases import phrase_candidates
from sourcebook.read.quotes import Quote, outermost
from sourcebook.records import Parsed, Sentence, Span, Spans

#: Nouns for what has been said: what is denied, rejected or confirmed is mostly one of these.
SAYINGS = frozenset({
    "accusation", "allegation", "claim", "report", "charge", "assertion", "statement", "suggestion", "rumour",
    "rumor", "involvement", "responsibility", "account", "story", "denial", "finding", "information", "criticism",
    "news",
})  # fmt: skip
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible claim. ``features`` are the evidence that the rule's weights are looked up for, ``signs`` those of
    the cue's main word; ``rule_score`` is what the rule alone makes of it."""

    sentence: Sentence
    head: int
    rule: CueRule
    frame: str
    source: Spans
    source_head: int | None
    cue: Spans
    content: Spans
    quotes: tuple[Quote, ...]
    negated: bool
    features: tuple[str, ...]
    score: float = 0.0
    signs: tuple[str, ...] = ()
    rule_score: float = 0.0

    @property
    def wordy(self) -> bool:
        """Whether the content is a clause or a quotation, not a thing named by a noun."""
        return self.frame.startswith(_WORDY)

    @property
    def token_lemma(self) -> str:
        """The lemma of the cue's main word."""
        return self.sentence.tokens[self.head].lemma

    @property
    def cue_start(self) -> int:
        """Where the cue's main word starts."""
        return self.sentence.tokens[self.head].start


def find_drafts(parsed: Parsed, quotes: tuple[Quote, ...], cues: Cues, speakers: Speakers) -> list[Draft]:
    """Every candidate of the article with its content, in page order; several per cue word, scored."""
    outer = outermost(quotes)
    starts, outer_starts = [q.span.start for q in quotes], [q.span.start for q in outer]
    paragraph, begin = -1, 0
    out: list[Draft] = []
    for sentence in parsed.sentences:
        if sentence.repeat:
            continue
        if sentence.paragraph != paragraph:
            paragraph, begin = sentence.paragraph, sentence.span.start
        here, there = bisect.bisect_left(starts, begin), bisect.bisect_left(outer_starts, begin)
        near, near_outer = quotes[here : here + _NEAR], outer[there : there + _NEAR]
        found = (*candidates(sentence, cues), *phrase_candidates(sentence, cues, speakers))
        for candidate in (*found, *attribution_candidates(sentence, cues, speakers)):
            draft = _draft(parsed.text, candidate, near, near_outer, speakers)
            if draft is not None:
                out.append(replace(draft, score=cues.score(draft.features, _prior(draft))))
    return out


#: Quotations from the start of its paragraph on that a cue may reach.
_NEAR = 60
#: Log-odds for what election news does not teach: things do not speak, and nobody is named in "was dismissed".
_THING, _NOBODY, _STATE, _HEDGE, _AS_SAID = -0.8, -1.0, 0.8, 0.8, 1.2
#: Words of counting, the harmed that they count, and log-odds for both together, and for claims of responsibility.
_COUNTS = frozenset({
    "say", "reply", "report", "discuss", "call", "put-at", "toll-change", "show", "confirm", "admit", "give-toll",
    "colon", "tell",
})  # fmt: skip
_MANY = frozenset({"dozen", "hundred", "thousand", "score", "several", "number", "toll"})
_HARMED = frozenset({
    "dead", "death", "wounded", "injured", "missing", "killed", "casualty", "victim", "body", "people", "family",
    "civilian", "fighter", "soldier", "injury", "strike", "raid", "attack", "arrest", "detainee", "incident", "toll",
    "number", "displaced", "kill", "wound", "injure", "prisoner", "refugee", "child", "person",
})  # fmt: skip
_COUNTED, _OWNED = 2.0, 2.0
_ADMITTED = frozenset({"responsibility"})
#: Speakers that election news rarely has, and that news of war has all the time.
_STATES = frozenset({
    "s:gpe", "s:norp", "k:state", "k:army", "k:armed", "k:police", "k:soldier", "k:hospital", "k:medic",
    "k:witness",
})  # fmt: skip
#: Endings of words for people that the list of speaking nouns does not have ("auditor", "archivist").
PERSON_ENDINGS = ("or", "er", "ist", "man", "woman", "ian", "ee", "ant", "people", "folk", "eer")
_WORDY = (
    "clause", "quote", "fronted", "as-said", "according-to", "citing", "colon", "hearsay", "signature", "per",
    "by-count", "if-believed", "bracket", "elided", "tally", "word",
)  # fmt: skip


#: Frames whose cue is a mark or a word that joins.
_MARKS = frozenset({"colon", "signature", "bracket", "elided"})


def _prior(d: Draft) -> float:
    """What is added by hand: the rule's own prior (a doubt only where no clause follows), and who speaks of what."""
    if d.rule.id in _COUNTS and d.source and counts_people(d):
        return max(0.0, d.rule.prior) + _COUNTED
    if (
        d.source
        and d.token_lemma in ("claim", "admit", "accept", "take")
        and any(t.lower in _ADMITTED for t in d.sentence.within(*d.cue, *d.content))
    ):
        return d.rule.prior + _OWNED
    if d.frame == "as-said" and d.source:
        return max(0.0, d.rule.prior) + _AS_SAID
    return max(0.0, d.rule.prior) if d.wordy else d.rule.prior + _of_speaker(d)


def counts_people(d: Draft) -> bool:
    """Whether the content is a number of people harmed ("spoke of four dead"), or a bare number ("speaks of six")."""
    inside = d.sentence.within(*d.content)
    if inside and not d.wordy and inside[-1].pos == "NUM" and number_start(d.sentence, inside[-1].i) <= inside[0].i:
        return d.source_head is not None and "k:none" not in d.features
    inside += d.sentence.within(*_among(d))
    counted = any(t.pos == "NUM" or t.lemma in _MANY for t in inside)
    return counted and any(t.lemma in _HARMED for t in inside)


def _among(d: Draft) -> tuple[Span, ...]:
    """ "… spoke of three officers | among the dead", which the parse hangs on the verb."""
    end = d.content[-1].end if d.content else None
    behind = [t for t in d.sentence.tokens if end is not None and t.start >= end][:3]
    return (Span(behind[0].start, behind[-1].end),) if behind and behind[0].lower == "among" else ()


def _of_speaker(d: Draft) -> float:
    if d.frame.endswith(("passive-infinitive", "passive-clause")):
        return _HEDGE if d.rule.id in ("say", "believe", "report", "accuse") else 0.0
    if "k:none" in d.features and d.rule.id not in ("seem", "show"):
        word = d.sentence.tokens[d.source_head].lemma if d.source_head is not None else ""
        return 0.0 if word.endswith(PERSON_ENDINGS) else _THING
    if d.frame.endswith("passive-object") and not d.source:
        return _NOBODY - (2.0 if d.rule.id == "deny" and "o:saying" not in d.features else 0.0)
    return _STATE if _STATES & set(d.features) else 0.0


def _draft(text: str, c: Candidate, quotes: tuple[Quote, ...], outer: list[Quote], speakers: Speakers) -> Draft | None:
    s = c.sentence
    here = Span(s.tokens[c.head].start, s.tokens[c.head].end)
    inside = next((q for q in outer if q.span.holds(here)), None)
    attached: list[Quote] = []
    speaks = "quote" in c.rule.frames or "clause" in c.rule.frames
    participle = c.token.tag in ("VBG", "VB") and c.token.dep != "ROOT"
    if inside is None and speaks and not c.frame.startswith(("noun", "adj", "passive", "reduced")):
        attached = [q for q in quotes_of(c, text, outer) if not participle or q.span.start > here.start]
    content = c.content
    frame = c.frame
    if frame in ("object", "as") and attached and _goes_beyond(s, content, attached):
        attached = []  # "accused 'outsiders' of starting the fire": the quotation is only a part of the content
    if frame == "bare":
        if c.source_head is None or ("clause" not in c.rule.frames and "quote" not in c.rule.frames):
            return None
        if attached and _partial(s, attached[0], text):
            content = tuple(i for i in fronted(c, text) if i not in c.cue and i not in c.source)
            frame = "fronted+quote"
        elif attached:
            frame = "quote"
        else:
            content = tuple(i for i in fronted(c, text) if i not in c.cue and i not in c.source)
            if not content:
                return None
            first = min((*c.cue, *c.source))
            frame = "as-said" if first and s.tokens[first - 1].lower == "as" else "fronted"
    elif (attached and frame in ("object", "gap", "adjective", "gerund")) or (frame.startswith("prep:") and attached):
        content = ()
        frame = "quote"
    elif attached:
        frame = frame + "+quote"
    spans = [to_quote_end(x, outer) for x in spans_of(s, content, text, quotes)]
    said, attached = quoted(s, here.end, attached, text, outer)
    spans += said
    if not spans:
        return None
    if c.source and inside is None and any(q.span.holds(s.tokens[c.source[-1]].span) for q in attached):
        beside, head = _beside(s, c)
        if not beside:
            return None
        c = replace(c, source=beside, source_head=head)
    cue = (s.tokens[c.cue[0]].span,) if frame in _MARKS else spans_of(s, c.cue, text, ())
    source = spans_of(s, c.source, text, quotes) if c.source else ()
    content_spans = without(merged(spans, text), (*cue, *source), text)
    if not content_spans or not cue:
        return None
    return Draft(s, c.head, c.rule, frame, source, c.source_head, cue, content_spans, tuple(attached), c.negated,
                 _features(c, frame, inside, content_spans, text, speakers))  # fmt: skip


def _goes_beyond(s: Sentence, content: tuple[int, ...], attached: list[Quote]) -> bool:
    """Whether a content begins or ends outside the quotation that it holds."""
    outside = [i for i in content if not any(q.span.holds(s.tokens[i].span) for q in attached)]
    inside = len(content) - len(outside)
    return bool(inside) and sum(s.tokens[i].pos in ("VERB", "NOUN", "PROPN") for i in outside) >= 2


def _partial(s: Sentence, q: Quote, text: str) -> bool:
    """Whether a quotation before its cue only ends a sentence that began in the author's words."""
    first = q.span.of(text).lstrip("\"“”‘'`« ")[:1]
    return s.span.start < q.span.start and first.islower() and q.span.end < s.span.end


def _beside(s: Sentence, c: Candidate) -> tuple[tuple[int, ...], int | None]:
    """The speaker after (or before) a cue, where the parse took a word of the quotation for its subject."""
    after = c.cue[-1] + 1
    if after < len(s.tokens) and s.tokens[after].pos in ("PROPN", "DET", "NOUN", "ADJ", "PRON", "NUM"):
        head = after
        while (
            head + 1 < len(s.tokens)
            and s.tokens[head].pos != "PRON"
            and (s.tokens[head + 1].pos in ("NOUN", "PROPN") or s.tokens[head].pos in ("DET", "ADJ", "NUM"))
        ):
            head += 1
        tree = [i for i in s.subtree(head) if i >= after]
        run = [after]
        while run[-1] + 1 <= max(head, *tree, head) and (run[-1] < head or run[-1] + 1 in tree):
            run.append(run[-1] + 1)
        while len(run) > 1 and s.tokens[run[-1]].pos == "PUNCT":
            run.pop()
        return tuple(run), head
    return (), None


def to_quote_end(span: Span, outer: list[Quote]) -> Span:
    """A content that ends within a quotation that it opened goes on to the quotation's end, past the sentence."""
    for q in outer:
        if span.start <= q.span.start < span.end < q.span.end:
            return Span(span.start, q.span.end)
    return span


def without(spans: Spans, holes: Spans, text: str) -> Spans:
    """The spans less the characters of the holes."""
    out = list(spans)
    for hole in holes:
        cut = []
        for span in out:
            if not span.overlaps(hole):
                cut.append(span)
                continue
            for part in (Span(span.start, hole.start), Span(hole.end, span.end)):
                start, end = part
                while start < end and (text[start].isspace() or text[start] == ","):
                    start += 1
                while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
                    end -= 1
                if start < end:
                    cut.append(Span(start, end))
        out = cut
    return tuple(out)


def _features(
    c: Candidate, frame: str, inside: Quote | None, content: Spans, text: str, speakers: Speakers
) -> tuple[str, ...]:
    s, t = c.sentence, c.token
    kind = speaker_type(s, c.source_head)
    lemma = t.lemma
    aux = {k.lower for k in s.kids(c.head, "aux", "auxpass")}
    out = [
        f"lf:{lemma}|{frame}",
        f"l:{lemma}|{t.pos[0]}",
        f"rf:{c.rule.id}|{frame}",
        f"f:{frame}",
        f"s:{kind}",
        f"fs:{frame}|{kind}",
        f"rs:{c.rule.id}|{kind}",
        f"t:{t.tag}",
        f"d:{t.dep}",
    ]
    if kind in ("noun", "nouns") and c.source_head is not None:
        rule = speakers.of(s.tokens[c.source_head].lemma)
        out.append(f"k:{rule.id if rule else 'none'}")
        out.append(f"fk:{frame}|{rule.id if rule else 'none'}")
    if inside is not None:
        out.append("in-quote" if len(inside.span.of(text).split()) > 3 else "in-short-quote")
        out.append(f"in-quote|{kind}")
    if c.negated:
        out.append("negated")
    for word in ("will", "would", "can", "could", "should", "may", "might", "must", "to"):
        if word in aux:
            out.append(f"aux:{word}")
    words = sum(len(x.of(text).split()) for x in content)
    out.append("n:" + ("1" if words < 2 else "2" if words < 4 else "4" if words < 8 else "8" if words < 30 else "30"))
    out.append(f"fn:{frame}|" + ("short" if words < 4 else "long"))
    out += _object_features(c, frame)
    if any(k.dep == "mark" and k.lower in ("if", "because", "whether", "unless") for k in s.kids(c.head)):
        out.append("marked")
    if any(ch in x.of(text) for x in content for ch in '"“”'):
        out.append("holds-quote")
    if text[s.span.end - 1] == "?":
        out.append("question")
    return tuple(out)


def _object_features(c: Candidate, frame: str) -> list[str]:
    """What sort of thing a content without a clause is: a saying ("the accusations"), "this", a person, a place …"""
    if not c.content or not any(x in frame for x in ("object", "gap", "prep", "as", "silence")):
        return []
    s = c.sentence
    inside = set(c.content)
    head = next((s.tokens[i] for i in c.content if s.tokens[i].head not in inside), s.tokens[c.content[0]])
    if head.pos == "ADP":
        head = next((k for k in s.kids(head.i, "pobj")), head)
    kind = "saying" if head.lemma in SAYINGS else speaker_type(s, head.i)
    return [f"o:{kind}", f"ro:{c.rule.id}|{kind}", f"ol:{head.lemma}"]


def speaker_type(s: Sentence, head: int | None) -> str:
    """What sort of phrase the source is, as a feature: none, first, you, he, it, they, who, name, people, thing…"""
    if head is None:
        return "none"
    t = s.tokens[head]
    low = t.lower
    for words, name in (
        (_FIRST, "first"), (("you", "your"), "you"), (("he", "she", "him", "her", "his"), "he"),
        (("it", "its"), "it"), (("they", "them", "their"), "they"), (("who", "whom"), "who"),
        (("that", "which", "this", "what", "these", "those"), "that"),
    ):  # fmt: skip
        if low in words:
            return name
    if t.ent in ("PERSON", "ORG", "GPE", "NORP"):
        return t.ent.lower()
    if t.pos == "PROPN":
        return "propn"
    if t.pos == "NOUN":
        return "nouns" if t.tag == "NNS" else "noun"
    return t.pos.lower()
