"""Judgements: what each cue announces, by its rule and by what is learnt, and how likely it is a claim at all.

Two views of one cue word are joined. The *rule* view (``drafts``) proposes constructions and weighs them; it knows
words of war, and what was added by hand. The *learnt* view (``cuewords``, ``shares``) weighs any word that has been a
cue and finds source and content by how they hang together with it, whatever the construction. The log-odds of the
two are averaged; the spans are the rule's where the rule is sure of itself.
"""

from __future__ import annotations

from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.cues import CueRule
from sourcebook.lexicon.events import Pattern
from sourcebook.lexicon.models import log_odds, sigmoid
from sourcebook.read.clauses import is_negated
from sourcebook.read.contents import merged, quoted, quotes_of, spans_of
from sourcebook.read.cuewords import CueWord, cue_words, near_quotes
from sourcebook.read.drafts import PERSON_ENDINGS, Draft, counts_people, find_drafts, to_quote_end, without
from sourcebook.read.frames import Candidate, is_nobody
from sourcebook.read.quotes import Quote, outermost
from sourcebook.read.shares import CONTENT, CUE, SOURCE, share_out
from sourcebook.records import Parsed, Sentence, Span, Spans, Stance

#: A draft below this probability is not a claim. Chosen on PolNeAR for the best overlap of source, cue and content.
THRESHOLD = 0.35
#: How much the learnt log-odds count against the rule's. Chosen, as are the next two, by linked F1 on PolNeAR.
LEARNT_WEIGHT = 0.5
#: A rule at least so sure of a construction says what its source and content are.
RULE_IS_SURE, CLAUSE_IS_SURE = 0.7, 0.5
#: A word that falls short of it is not looked at further: no rule would make up for it.
_NOT_WORTH = -2.19
#: Without a clause, a rule that doubts more is not overruled: "he published a cookbook", "a phone call of two minutes".
_RULE_DOUBTS = 0.39
#: Log-odds where a thing would be speaking without a clause: "steel beams supported the roof".
_NO_SPEAKER = -2.0
#: A rule alone must be as sure as it was before anything was learnt: 0.4 for what is now 0.35.
_ALONE = -0.22
#: For cues that no rule knows.
OTHER = CueRule(
    "other-cue", "verb", (), Stance.ASSERT, frozenset({"clause", "quote", "object", "infinitive"}),
    "The mayor pondered whether the bridge would hold.",
    "The mayor opened the bridge.",
)  # fmt: skip
#: A draft must be so likely for its cue to be looked at once more, and have one of these after it.
_CUE_FROM = 0.3
_SAID_IN = frozenset({"in", "during", "on", "at", "of", "for", "to", "with", "about"})
_LONGER_THAN_TITLES = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Parts of speech of rules whose cue is no verb of saying: only the rule's own view counts.
_WITHOUT_VERB = frozenset({"phrase", "tally", "tally-verb", "tally-paper", "elided", "word"})
#: How people are found.
_FATES = frozenset({"dead", "shot", "killed", "stabbed", "murdered", "slain", "hanged", "beheaded", "strangled",
                    "buried", "drowned", "alive", "unconscious", "wounded", "injured", "burned", "bound"})  # fmt: skip
_FAMILIES = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


def judged_drafts(parsed: Parsed, quotes: tuple[Quote, ...], lexicon: Lexicon) -> list[Draft]:
    """The best draft of each cue word with its probability, in page order."""
    outer = outermost(quotes)
    rules = _best(find_drafts(parsed, quotes, lexicon.cues, lexicon.speakers))
    out = []
    for s in parsed.sentences:
        if s.repeat:
            continue
        near = near_quotes(outer, s)
        words = {w.head: w for w in cue_words(s, near, lexicon.cues, lexicon.speakers)}
        by_rule = rules.get(s.id, {})
        for head in sorted({*words, *by_rule}):
            if _is_found_so(s, head):
                continue
            draft = _judged(
                parsed.text, s, _word(head, by_rule.get(head), words), by_rule.get(head), quotes, near, outer, lexicon
            )
            if draft is not None:
                out.append(draft)
    return out


def _is_found_so(s: Sentence, head: int) -> bool:
    """Whether "found" tells in what state somebody was: "Miner found shot dead" is nobody's finding."""
    after = s.tokens[head + 1].lower if head + 1 < len(s.tokens) else ""
    return s.tokens[head].lemma == "find" and after in _FATES


def _best(drafts: list[Draft]) -> dict[str, dict[int, Draft]]:
    """The best rule's draft of each cue word, by sentence."""
    out: dict[str, dict[int, Draft]] = {}
    for d in drafts:
        mine = out.setdefault(d.sentence.id, {})
        if d.head not in mine or d.score > mine[d.head].score:
            mine[d.head] = d
    return out


def _word(head: int, rule: Draft | None, words: dict[int, CueWord]) -> CueWord | None:
    """The cue word that is weighed: of a rule's cue the likeliest, as "are" may stand for "are worried"."""
    if rule is None:
        return words.get(head)
    inside = [words[t.i] for t in rule.sentence.tokens if t.i in words and any(x.holds(t.span) for x in rule.cue)]
    return max(inside, key=lambda w: w.log_odds, default=words.get(head))


def _judged(text: str, s: Sentence, word: CueWord | None, rule: Draft | None, quotes: tuple[Quote, ...],
            near: list[Quote], outer: list[Quote], lexicon: Lexicon) -> Draft | None:  # fmt: skip
    """The rule's draft or the learnt one, with the probability that both views give it."""
    if rule is not None and (word is None or rule.rule.pos in _WITHOUT_VERB):
        return replace(rule, score=sigmoid(log_odds(rule.score) + _ALONE), rule_score=rule.score)
    if word is None:
        return None
    if rule is None:
        return _unruled(text, word, quotes, near, outer, lexicon) if word.log_odds > _NOT_WORTH else None
    learnt_odds = word.log_odds if rule.wordy or _speaks(rule, lexicon) else word.log_odds + _NO_SPEAKER
    odds = LEARNT_WEIGHT * learnt_odds + (1 - LEARNT_WEIGHT) * log_odds(rule.score)
    score = sigmoid(odds)
    if rule.score < _RULE_DOUBTS and (not rule.wordy or is_title(rule, text)):
        score = min(score, rule.score - _RULE_DOUBTS + THRESHOLD)
    named = rule.frame.startswith("passive") and bool(rule.source)  # "six were reported killed by the civil defence"
    counted = (named or rule.frame.startswith(("object", "prep:", "as"))) and counts_people(rule)
    sure = counted or rule.score >= (CLAUSE_IS_SURE if rule.wordy else RULE_IS_SURE)
    if not sure and score >= THRESHOLD:
        learnt = _learnt(text, word, quotes, near, outer, lexicon)
        if learnt is not None:
            return replace(
                learnt, rule=rule.rule, negated=rule.negated, features=rule.features, score=score, rule_score=rule.score
            )
    made = replace(rule, score=score, signs=word.signs, rule_score=rule.score)
    if score > _CUE_FROM and any(k.lower in _SAID_IN and k.i > rule.head for k in s.kids(rule.head, "prep")):
        return replace(made, cue=_whole_cue(text, made, near, lexicon))
    return made


def is_title(d: Draft, text: str) -> bool:
    """Whether what is quoted is the title of a film, a book, an operation: a few words, all with a capital."""
    words = [w for q in d.quotes for w in q.span.of(text).strip("\"“”'‘’").split()]
    return d.frame == "quote" and len(words) < _LONGER_THAN_TITLES and all(w[:1].isupper() for w in words if len(w) > 3)


def _whole_cue(text: str, d: Draft, near: list[Quote], lexicon: Lexicon) -> Spans:
    """A rule's cue with where and how it was said, as PolNeAR has it: "said in an interview"."""
    s = d.sentence
    shares = share_out(s, s.tokens[d.head], near, lexicon.cues)
    taken = (*d.source, *d.content)
    mine = {t.i for t in s.tokens if any(x.holds(t.span) for x in d.cue)}
    mine |= {
        t.i for t in s.tokens if shares[t.i] == CUE and t.pos != "PUNCT" and not any(t.span.overlaps(x) for x in taken)
    }
    return spans_of(s, tuple(sorted(mine)), text, ()) or d.cue


#: Log-odds for what no rule proposes, though rules know the word, with such a content or only with others ("said
#: farewell"), or though it is a word of violence, or though a thing would be speaking.
_KNOWN, _UNLIKE, _VIOLENCE, _THING = -0.5, -6.0, -3.0, -0.5
#: The same for what no rule knows at all, without a clause.
_UNHEARD = -1.0


def _unruled(text: str, word: CueWord, quotes: tuple[Quote, ...], near: list[Quote], outer: list[Quote],
             lexicon: Lexicon) -> Draft | None:  # fmt: skip
    """The learnt draft of a cue for which no rule finds a construction, with what speaks against it."""
    t = word.sentence.tokens[word.head]
    if t.pos not in _FAMILIES or t.lower == "according" or lexicon.cues.of("phrase", t.lower):
        return None  # phrases and marks are announcements only as their rules have them
    if sigmoid(word.log_odds) < THRESHOLD:  # nothing below adds to it: no claim, whatever its content would be
        return _left_out(word) if lexicon.cues.has_been_cue(t.lemma, t.pos) else None
    draft = _learnt(text, word, quotes, near, outer, lexicon)
    if draft is None or (draft.source_head is not None and is_nobody(word.sentence, draft.source_head)):
        return None
    if not draft.wordy and not lexicon.cues.has_been_cue(t.lemma, t.pos):
        return None
    odds = word.log_odds
    if not draft.wordy:
        odds += _UNHEARD if draft.rule is OTHER else _KNOWN if _fits(draft) else _UNLIKE
        if any(_is_plain(p) for p in lexicon.events.verbs.get(t.lemma, ())):
            odds += _VIOLENCE
    if not _speaks(draft, lexicon):
        odds += _THING
    return replace(draft, score=sigmoid(odds))


def _is_plain(p: Pattern) -> bool:
    """Whether a verb names an event by itself, whatever acts and is acted on."""
    return not (p.rest or p.rule.needs or p.rule.of_class or p.rule.by_class)


def _left_out(word: CueWord) -> Draft:
    """A draft that is only there to be listed among what was left out: the word, and how likely it is a cue."""
    here = (word.sentence.tokens[word.head].span,)
    odds = sigmoid(word.log_odds)
    return Draft(word.sentence, word.head, OTHER, "learnt", (), None, here, here, (), False, (), odds, word.signs)


def _fits(d: Draft) -> bool:
    """Whether the rule of the word has such contents: an object, or a phrase after one of its prepositions."""
    tokens = d.sentence.tokens
    leading = [t for t in tokens if any(x.holds(t.span) for x in (*d.cue, *d.content)) and t.i > d.head][:1]
    if leading and leading[0].pos == "ADP":
        return leading[0].lower in d.rule.preps
    return "object" in d.rule.frames


def _speaks(d: Draft, lexicon: Lexicon) -> bool:
    """Whether the source is someone who can speak: a pronoun, a name, a noun on the list of speakers."""
    if d.source_head is None:
        return True
    t = d.sentence.tokens[d.source_head]
    return t.pos != "NOUN" or lexicon.speakers.of(t.lemma) is not None or t.lemma.endswith(PERSON_ENDINGS)


def _learnt(text: str, word: CueWord, quotes: tuple[Quote, ...], near: list[Quote], outer: list[Quote],
            lexicon: Lexicon) -> Draft | None:  # fmt: skip
    """The draft whose source and content are those that the learnt weights find."""
    s, t = word.sentence, word.sentence.tokens[word.head]
    shares = share_out(s, t, near, lexicon.cues)
    cue = tuple(i for i, x in enumerate(shares) if i == t.i or (x == CUE and s.tokens[i].pos != "PUNCT"))
    source = _trimmed(s, [i for i, x in enumerate(shares) if x == SOURCE and i != t.i])
    head = next((i for i in source if s.tokens[i].head not in source or s.tokens[i].head == i), None)
    content = _with_marks(s, {i for i, x in enumerate(shares) if x == CONTENT and i not in cue}, {*cue, *source})
    known = lexicon.cues.of(_FAMILIES.get(t.pos, "phrase"), t.lemma)
    c = Candidate(s, t.i, known[0] if known else OTHER, "", cue, source, head, content, is_negated(s, t.i))
    inside = any(q.span.holds(t.span) for q in near)
    attached = [] if inside or content else quotes_of(c, text, outer)
    spans = [to_quote_end(x, outer) for x in spans_of(s, content, text, quotes)]
    if not inside:
        attached += [q for q in near if q not in attached and _reaches_out(q, spans, text)]
    said, attached = quoted(s, t.end, attached, text, outer)
    spans += said
    cue_spans = spans_of(s, cue, text, ()) or (t.span,)
    source_spans = spans_of(s, source, text, quotes) if source else ()
    content_spans = without(merged(spans, text), (*cue_spans, *source_spans), text) if spans else ()
    if not content_spans:
        return None
    frame = _frame(s, content, bool(attached))
    return Draft(s, t.i, c.rule, frame, source_spans, head, cue_spans, content_spans, tuple(attached), c.negated,
                 (), sigmoid(word.log_odds), word.signs)  # fmt: skip


def _reaches_out(q: Quote, spans: list[Span], text: str) -> bool:
    """Whether a content ends with a quotation of some length, which may go on in the next paragraph."""
    return len(q.span.of(text).split()) > 3 and any(x.start < q.span.end <= x.end for x in spans)


def _trimmed(s: Sentence, indexes: list[int]) -> tuple[int, ...]:
    """Without marks at the ends; a closing bracket or quotation mark stays."""
    while indexes and s.tokens[indexes[-1]].pos == "PUNCT" and s.tokens[indexes[-1]].text not in ')]"”’':
        indexes.pop()
    while indexes and s.tokens[indexes[0]].pos == "PUNCT":
        indexes.pop(0)
    return tuple(indexes)


def _with_marks(s: Sentence, content: set[int], taken: set[int]) -> tuple[int, ...]:
    """The content with the marks that stand between its words: commas hang on words of the cue, too."""
    out = set(content)
    for i in content:
        j = i + 1
        while j < len(s.tokens) and s.tokens[j].pos in ("PUNCT", "SPACE") and j not in content and j not in taken:
            j += 1
        if j in content:
            out |= set(range(i + 1, j))
    return tuple(sorted(out))


def _frame(s: Sentence, content: tuple[int, ...], quoted: bool) -> str:
    """What the content is like, named as the rules' frames are."""
    if quoted:
        return "quote-learnt"
    inside = set(content)
    for i in content:
        t = s.tokens[i]
        if t.tag in _FINITE and any(
            k.i in inside for k in s.kids(t.head if t.tag == "MD" else i, "nsubj", "nsubjpass", "expl")
        ):
            return "clause-learnt"
    return "infinitive-learnt" if content and s.tokens[content[0]].tag == "TO" else "object-learnt"
