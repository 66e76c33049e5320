"""Silences: someone was asked, or might have spoken, and did not: did not respond, made no mention.

The content is what was not spoken of ("Reuters requests for comment", "Iranian casualties"); where the text names
nothing, the word for the act itself ("did not | comment"). "Declined to …" and "has not acknowledged …" are frames of
ordinary cues, and get the stance no-comment there.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.lexicon.cues import CueRule
from sourcebook.lexicon.speakers import Speakers
from sourcebook.read.clauses import agent, cue_tokens, is_negated, noun_phrase, subject
from sourcebook.read.contents import spans_of
from sourcebook.read.drafts import Draft
from sourcebook.read.nounphrases import PERSON_ENDINGS
from sourcebook.records import Parsed, Sentence, Stance, Token

_ACTS = frozenset({"respond", "reply", "answer", "comment", "elaborate", "react", "return"})
#: What who will not speak does not do: "did not wish to comment".
_WISHES = frozenset({"wish", "want", "care"})
#: What is put to those who do not answer it, and what is kept back by who was asked.
_PUT = frozenset({"call", "email", "e-mail", "inquiry", "letter", "message", "query", "question", "request", "text"})
_KEPT = frozenset({"comment", "judgement", "judgment", "opinion", "reaction", "response", "statement"})
_GIVE = frozenset({"make", "give", "offer", "provide", "issue", "release", "have", "be"})
_TOLD = frozenset({
    "mention", "comment", "detail", "information", "reference", "statement", "response", "explanation", "reaction",
    "word",
})  # fmt: skip
_QUIET = frozenset({"silent", "quiet", "mum", "tight-lipped"})
_ABOUT = frozenset({"to", "on", "about", "of", "for", "regarding", "over"})
#: Without one of these words nobody keeps silent.
_OF_SILENCE = _ACTS | _QUIET | _TOLD | {"pick", "do", "reserve", "withhold", "reach", "available"}
#: PolNeAR train marks about nine of ten such phrases as an attribution.
_SCORE = 0.9

RULE = CueRule(
    "silence", "phrase", (), Stance.NO_COMMENT, frozenset({"silence"}),
    "The ministry did not respond to questions about the fire.",
    "The engine did not respond.",
)  # fmt: skip


def find_silences(parsed: Parsed, speakers: Speakers) -> list[Draft]:
    """Drafts of silence, in page order. ``speakers``: who can keep silent; an engine that does not respond cannot."""
    drafts = (d for s in parsed.sentences if not s.repeat for d in _in_sentence(parsed.text, s))
    return [d for d in drafts if _can_speak(d, speakers)]


def _can_speak(d: Draft, speakers: Speakers) -> bool:
    if d.source_head is None:
        return False
    t = d.sentence.tokens[d.source_head]
    if t.pos != "NOUN" or t.lower == "none" or speakers.of(t.lemma) is not None:
        return True
    return t.lemma.endswith(PERSON_ENDINGS) or t.tag == "NNS" or t.ent in ("PERSON", "ORG", "GPE", "NORP")


def _in_sentence(text: str, s: Sentence) -> Iterator[Draft]:
    if _OF_SILENCE.isdisjoint(s.lemmas) and "unanswered" not in s.lowers:
        return
    for t in s.tokens:
        found: tuple[int | None, set[int], set[int]] | None = None
        if t.pos == "VERB" and t.lemma in _ACTS and (is_negated(s, t.i) or _yet_to(s, t) or _neither(s, t)):
            if t.lemma != "return" or any(k.lemma in ("call", "message", "email") for k in s.kids(t.i, "dobj")):
                asked = _asked(s, t.i) if t.tag == "VBN" else None
                found = (asked or subject(s, t.i), set(cue_tokens(s, t.i)), _about(s, t.i))
                if found[0] is not None and s.tokens[found[0]].lower in ("i", "we", "you"):
                    found = None
        elif t.lemma in _ACTS and t.dep == "xcomp" and _unwilling(s, s.tokens[t.head]):
            cue = {*cue_tokens(s, t.head), *(k.i for k in s.kids(t.i, "aux")), t.i}
            found = (subject(s, t.head), cue, _about(s, t.i))
        elif (
            t.lemma == "pick" and is_negated(s, t.i) and any(k.lemma in ("call", "phone") for k in s.kids(t.i, "dobj"))
        ):
            found = (subject(s, t.i), set(cue_tokens(s, t.i)), {k.i for k in s.kids(t.i, "dobj")})
        elif t.lower == "unanswered" and s.tokens[t.head].lemma in ("go", "remain", "be"):
            found = (_asked(s, t.head), {*cue_tokens(s, t.head), t.i}, set())
        elif t.lemma == "do" and _yet_to(s, t) and s.tokens[min(t.i + 1, len(s.tokens) - 1)].lower == "so":
            found = (subject(s, t.i) or subject(s, t.head), set(cue_tokens(s, t.head)), {t.i, t.i + 1})
        elif t.lemma in ("reserve", "withhold") and any(k.lemma in _KEPT for k in s.kids(t.i, "dobj")):
            kept = next(k for k in s.kids(t.i, "dobj") if k.lemma in _KEPT)
            found = (subject(s, t.i), set(cue_tokens(s, t.i)), set(s.subtree(kept.i)))
        elif t.lemma == "reach" and t.tag == "VBN" and is_negated(s, t.i) and _about(s, t.i):
            found = (subject(s, t.i), set(cue_tokens(s, t.i)), _about(s, t.i))
        elif t.lemma == "available" and t.pos == "ADJ" and (is_negated(s, t.head) or "un" in t.lower[:2]):
            inner = _about(s, t.i)
            if any(s.tokens[i].lemma in ("comment", "interview") for i in inner):
                found = (subject(s, t.head), {*cue_tokens(s, t.head), t.i}, inner)
        elif t.lemma in _QUIET and t.dep in ("acomp", "oprd", "attr") and not _is_calm(s, t):
            found = (subject(s, t.head), {*cue_tokens(s, t.head), t.i}, _about(s, t.i) | _about(s, t.head))
        elif t.pos == "NOUN" and t.lemma in _TOLD:
            found = _no_word(s, t)
        if found:
            draft = _draft(text, s, t, *found)
            if draft:
                yield draft


def _is_calm(s: Sentence, t: Token) -> bool:
    """ "It's quiet", "the street was quiet": nobody who does not speak."""
    at = subject(s, t.head)
    return s.tokens[t.head].lemma in ("be", "'s", "’s") and at is not None and s.tokens[at].lower in ("it", "all")


def _no_word(s: Sentence, t: Token) -> tuple[int | None, set[int], set[int]] | None:
    """ "made no mention of …", "there was no immediate comment from …"."""
    no = [k for k in s.kids(t.i, "det", "neg") if k.lower == "no"]
    verb = s.tokens[t.head]
    if not no or not (verb.lemma in _GIVE or t.head == t.i):
        return None
    cue = {t.i, no[0].i} | {k.i for k in s.kids(t.i, "amod")}
    speaker = next((p.i for k in s.kids(t.i, "prep") if k.lower == "from" for p in s.kids(k.i, "pobj")), None)
    if speaker is None and t.dep == "dobj":
        speaker = subject(s, verb.i)
        cue |= set(cue_tokens(s, verb.i))
    if speaker is None:
        return None
    content = _about(s, t.i)
    leading = [k.i for k in s.kids(t.i, "prep") if k.lower in _ABOUT and content]
    return speaker, cue | set(leading[:1]), content - set(leading)


def _asked(s: Sentence, verb: int) -> int | None:
    """Whom what was left unanswered had been put to: "calls to *the army's press office* went unanswered"."""
    put = next((k for k in s.kids(verb, "nsubj", "nsubjpass") if k.lemma in _PUT), None)
    sent = [put.i, *(k.i for k in s.kids(put.i, "acl"))] if put is not None else []
    to = next((k for i in sent for k in s.kids(i, "prep") if k.lower == "to"), None)
    return next((k.i for k in s.kids(to.i, "pobj")), None) if to is not None else None


def _about(s: Sentence, i: int) -> set[int]:
    """What follows "to", "on", "about", "for" under a word, with its preposition."""
    for k in s.kids(i, "prep"):
        if k.lower in _ABOUT and k.i > i:
            return set(s.subtree(k.i))
    return set()


def _yet_to(s: Sentence, t: Token) -> bool:
    """ "has yet to comment", "is yet to comment"."""
    return any(x.lower == "yet" for x in s.tokens[max(0, t.i - 3) : t.i]) and t.dep in ("xcomp", "advcl", "ROOT")


def _unwilling(s: Sentence, verb: Token) -> bool:
    """ "Did not wish to comment"."""
    return verb.pos == "VERB" and verb.lemma in _WISHES and is_negated(s, verb.i)


def _neither(s: Sentence, t: Token) -> bool:
    """ "Neither army responded", "none of the ministries replied"."""
    head = subject(s, t.i)
    if head is None or head > t.i:
        return False
    return s.tokens[head].lower == "none" or any(k.lower == "neither" for k in s.kids(head, "det", "preconj", "cc"))


def _draft(text: str, s: Sentence, t: Token, head: int | None, cue: set[int], content: set[int]) -> Draft | None:
    source = tuple(i for i in noun_phrase(s, head, t.i) if i not in cue) if head is not None else ()
    if agent(s, t.i) is not None or not source:
        return None
    if s.tokens[source[0]].lower in ("no", "nobody") or (s.tokens[source[0]].lower == "neither" and len(source) < 2):
        return None
    leading = min(content, default=None)
    if leading is not None and s.tokens[leading].pos in ("ADP", "PART"):
        cue, content = cue | {leading}, content - {leading}
    if not content:
        cue, content = cue - {t.i}, {t.i}
    rest = tuple(i for i in sorted(content) if i not in source and i not in cue)
    cue_spans = spans_of(s, tuple(sorted(cue - set(source))), text, ())
    content_spans = spans_of(s, rest, text, ())
    source_spans = spans_of(s, source, text, ())
    if not cue_spans or not content_spans:
        return None
    return Draft(s, t.i, RULE, "silence", source_spans, head, cue_spans, content_spans, (), False, ("silence",), _SCORE)
