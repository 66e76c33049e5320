"""Phrases: claims announced without a verb of their own: "according to X", "X: we hold the bridge", "reportedly".

Their candidates have the same shape as those of ``frames``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.lexicon.cues import Cues
from sourcebook.lexicon.speakers import Speakers
from sourcebook.read.clauses import noun_phrase
from sourcebook.read.frames import Candidate
from sourcebook.records import BlockKind, Sentence, Token

#: By their first word.
_PREFACES = {
    "in": (["in", "the", "words", "of"], ["in", "the", "view", "of"], ["in", "the", "opinion", "of"]),
    "according": (["according", "to"],),
}
#: What something goes "according to" without being told by it.
_NOT_TOLD_BY = frozenset({
    "plan", "schedule", "custom", "tradition", "size", "need", "taste", "age", "rank", "rite", "wish", "ability",
})  # fmt: skip
#: Words before a colon that announce a list or a heading and not a speaker.
_NOT_SPEAKERS = frozenset([
    "update", "updates", "watch", "read", "photo", "photos", "video", "note", "related", "more", "exclusive",
    "breaking", "analysis", "opinion", "q", "a", "correction", "date", "time", "source", "sources", "picture",
    "credit", "story", "ps", "what", "why", "how", "when", "where", "here", "also", "fact", "topics", "tags",
    "share", "tel", "phone", "email", "copyright", "listen", "live", "caption", "file", "image", "location",
    "subject", "re", "via", "by", "weather", "forecast", "explainer", "factbox", "timeline", "profile", "background",
    "summary", "feature", "comment", "editorial", "letter", "letters", "interview", "podcast", "gallery", "map",
    "graphic", "quiz", "review", "obituary", "obituaries", "sport", "sports", "markets", "roundup", "blog",
])  # fmt: skip

#: Endings of nouns for what nobody is.
_ABSTRACT = ("rity", "lity", "ism", "ness", "lence", "ship", "cide")

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Words of a speaker's name after a headline, with its mark.
_LONGEST_TAIL = 7


def phrase_candidates(sentence: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """Every phrase of the sentence that announces a claim."""
    yield from _prefaces(sentence, cues)
    yield from _hearsay(sentence, cues)
    yield from _citing(sentence, cues, speakers)
    yield from _colon(sentence, cues, speakers)
    yield from _tail(sentence, cues, speakers)
    yield from _signature(sentence, cues)


def _make(s: Sentence, cues: Cues, lemma: str, head: int, cue: tuple[int, ...], source_head: int | None,
          source: tuple[int, ...], content: set[int]) -> Candidate | None:  # fmt: skip
    rules = cues.of("phrase", lemma)
    taken = {*cue, *source}
    rest = tuple(i for i in sorted(content) if i not in taken)
    if not rules or not rest:
        return None
    frame = next(iter(rules[0].frames))
    return Candidate(s, head, rules[0], frame, cue, source, source_head, rest)


def _prefaces(s: Sentence, cues: Cues) -> Iterator[Candidate]:
    if _PREFACES.keys().isdisjoint(s.lowers):
        return
    lowers = [t.lower for t in s.tokens]
    for i, first in enumerate(lowers):
        for words in _PREFACES.get(first, ()):
            if lowers[i : i + len(words)] != words:
                continue
            last = i + len(words) - 1
            heads = [k.i for k in s.kids(last, "pobj", "pcomp")]
            # "according to" where the parse lost the object: the next noun.
            head = (
                heads[0]
                if heads
                else next((t.i for t in s.tokens[last + 1 : last + 8] if t.pos in ("NOUN", "PROPN", "PRON")), None)
            )
            if head is None:
                continue
            source = noun_phrase(s, head, i)
            source = tuple(j for j in source if j > last)
            if not source or s.tokens[head].lemma in _NOT_TOLD_BY:
                continue
            content = around(s, i, source[-1])
            aside = {j for k in s.kids(head, "relcl") if k.i > head for j in s.subtree(k.i)}
            if source[-1] + 2 in aside:  # "according to the paper, which cited two guards, …"
                content -= aside
            made = _make(s, cues, " ".join(words), i, tuple(range(i, last + 1)), head, source, content)
            if made:
                yield made


def around(s: Sentence, first: int, last: int) -> set[int]:
    """What a preface speaks of: the rest of the sentence, within its brackets or semicolons."""
    low, high = 0, len(s.tokens)
    depth = 0
    closed = s.tokens[last + 1 : last + 2] and s.tokens[last + 1].text == ")"
    if closed and first and s.tokens[first - 1].text == "(" and any(t.pos == "NUM" for t in s.tokens[:first]):
        opens = max((j for j in range(first - 1) if s.tokens[j].text in (")", ";", ":")), default=-1)
        return set(range(opens + 1, first - 1))  # "two dead (according to the army)"
    for j in range(first - 1, -1, -1):
        if s.tokens[j].text == ")":
            depth += 1
        elif (s.tokens[j].text == "(" and depth == 0) or s.tokens[j].text == ";":
            low = j + 1
            break
        elif s.tokens[j].text == "(":
            depth -= 1
    for j in range(last + 1, len(s.tokens)):
        if s.tokens[j].text in (")", ";"):
            high = j
            break
    if first - low > 2:  # said after its content: what follows is another matter, unless the sentence goes on
        after = s.tokens[last + 1 : high]
        content = set(range(low, first))
        if after and after[0].text == ":" and len(after) > 2:  # "The result, in the words of a priest: six dead"
            return {t.i for t in after}
        if after and (after[0].text in (",", "—", "–", "--") or after[0].tag in _FINITE) and len(after) > 3:
            content |= {t.i for t in after}
        return content
    return set(range(low, first)) | set(range(last + 1, high))


def _hearsay(s: Sentence, cues: Cues) -> Iterator[Candidate]:
    for t in s.tokens:
        if t.pos == "ADV" and t.dep == "advmod" and cues.of("phrase", t.lower):
            head = s.tokens[t.head]
            while head.dep in ("amod", "aux", "auxpass") and head.head != head.i:
                head = s.tokens[head.head]
            tree = {head.i}
            for k in s.kids(head.i):
                if k.dep not in ("advcl", "conj", "cc", "parataxis") or (k.i < t.i and k.dep not in ("cc", "advcl")):
                    tree |= set(s.subtree(k.i))
            made = _make(s, cues, t.lower, t.i, (t.i,), None, (), tree)
            if made:
                yield made


def _citing(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "…, the radio reported, citing a dock worker": the worker says what the radio reports."""
    if "citing" not in s.lowers and "quoting" not in s.lowers:
        return
    for t in s.tokens:
        if t.lower not in ("citing", "quoting"):
            continue
        objects = s.kids(t.i, "dobj")
        if not objects:
            continue
        rule = speakers.of(objects[0].lemma)
        known = (rule is not None and rule.id not in ("document", "person")) or objects[0].ent in ("PERSON", "ORG")
        if not known:
            continue
        source = noun_phrase(s, objects[0].i, t.i)
        content = set(range(t.i)) if t.i > 2 else set(range(source[-1] + 1, len(s.tokens)))
        made = _make(s, cues, t.lower, t.i, (t.i,), objects[0].i, source, content)
        if made:
            yield made


def _colon(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """A line that opens with a short noun phrase and a colon: a headline, or a transcript."""
    tokens = s.tokens
    stop = next((t.i for t in tokens[:_LONGEST_LEAD] if t.text == ":"), None) if ":" in s.lowers else None
    if stop is None or stop == 0 or stop + 2 >= len(tokens):
        return
    first = 1 if _CLOCK.match(tokens[0].text) else 0  # an entry of a live blog
    head = _before_carrier(tokens, first, stop, speakers)
    if head is None and stop > _LONGEST_NAME:
        return
    phrase = tokens[first:stop]
    if head is not None:
        phrase = tokens[first : head + 1]
    if any(
        t.pos in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT")
        and t.lower not in ("of", "for", ",", ".", "-", "(", ")", "from")
        for t in phrase
    ):
        return
    names = [t for t in phrase if t.pos in ("PROPN", "NOUN", "PRON") or t.text.isupper()]
    if names and (_is_topic(names[-1], speakers) or _when_or_where(s, names)):
        return  # "Insecurity: Nine killed", "Saturday: Gunmen burned …"
    if (
        not names
        or {t.lower for t in phrase} & _NOT_SPEAKERS
        or any(t.pos == "NUM" or _HOUR.match(t.text) for t in phrase)
    ):
        return
    made = _make(
        s, cues, ":", stop, (stop,), names[-1].i, tuple(t.i for t in phrase), set(range(stop + 1, len(tokens)))
    )
    if made:
        yield made


#: Within how many words a speaker's name ends, and one with where he speaks.
_LONGEST_NAME, _LONGEST_LEAD = 8, 14
#: Entries of a diary or a list begin with them.
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
    "tonight", "overnight", "earlier", "later", "now", "dawn", "noon", "midday", "midnight", "dusk", "morning",
    "afternoon", "evening", "night", "weekend", "latest", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "week", "month", "year",
})  # fmt: skip
#: The hour before an entry, and where or by what a speaker may speak.
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\Z")
_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?|h)?\Z", re.I)
_SPEAKS_BY = frozenset({"on", "via", "through", "by", "in", "to"})
_CARRIERS = frozenset({
    "channel", "telegram", "statement", "post", "radio", "television", "tv", "page", "facebook", "twitter", "x",
    "phone", "message", "video", "website", "blog", "account", "briefing", "interview", "reporters", "journalists",
})  # fmt: skip


def _before_carrier(tokens: tuple[Token, ...], first: int, stop: int, speakers: Speakers) -> int | None:
    """The speaker's last word in "Governor NAME on her channel:"."""
    at = next((t.i for t in tokens[first + 1 : stop] if t.lower in _SPEAKS_BY), None)
    if at is None or not any(t.lower in _CARRIERS for t in tokens[at + 1 : stop]):
        return None
    head = tokens[at - 1] if tokens[at - 1].text != "," else tokens[at - 2]
    return head.i if head.ent in ("PERSON", "ORG") or speakers.of(head.lemma.lower()) is not None else None


def _is_topic(t: Token, speakers: Speakers) -> bool:
    """Whether a noun before a colon is what a piece is about, and nobody."""
    return t.ent != "PERSON" and t.lower.endswith(_ABSTRACT) and speakers.of(t.lemma.lower()) is None


def _when_or_where(s: Sentence, names: list[Token]) -> bool:
    """Whether what stands before a colon is a day or hour, or in the body of a report a place: an entry's heading."""
    if all(t.ent in ("DATE", "TIME") or t.lower in _TIMES for t in names):
        return True
    return s.block is BlockKind.BODY and all(t.ent in ("GPE", "LOC", "FAC") for t in names)


def _tail(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """A headline that names its speaker last: "Two depots destroyed in raid: army", "Bridge is safe — mayor"."""
    tokens = s.tokens
    if tokens[-1].text in (".", "?", "!", ":") or tokens[-1].text in '"”’':
        return
    stop = next((t.i for t in reversed(tokens[-_LONGEST_TAIL:]) if t.text in (":", "—", "–", "--", "-")), None)
    if stop is None or stop < 2 or stop + 1 >= len(tokens):
        return
    name = tokens[stop + 1 :]
    if any(t.pos not in ("PROPN", "NOUN", "ADJ") and t.lower not in ("of", "'s", "’s", "the") for t in name):
        return
    if name[0].lower == "the" or {t.lower for t in name} & _NOT_SPEAKERS:
        return
    of = next((t.i for t in name if t.lower == "of"), len(tokens))
    head = tokens[of - 1]
    rule = speakers.of(head.lemma.lower())
    known = rule is not None and rule.id not in ("document", "person")
    if not known and not (head.pos == "PROPN" and head.ent in ("PERSON", "ORG")):
        return
    if not any(t.tag in _FINITE or t.tag in ("VBN", "VB") or t.pos == "NUM" for t in tokens[:stop]):
        return
    made = _make(s, cues, ":", stop, (stop,), head.i, tuple(t.i for t in name), set(range(stop)))
    if made:
        yield made


def _signature(s: Sentence, cues: Cues) -> Iterator[Candidate]:
    """A quotation signed with a dash: "We hold the bridge." — NAME."""
    tokens = s.tokens
    dash = next((t.i for t in reversed(tokens[-9:]) if t.text in ("—", "―", "–", "--")), None)
    if dash is None or dash < 2 or tokens[dash - 1].text not in ('"', "”", "''", ".", "?", "!"):
        return
    name = [t for t in tokens[dash + 1 :] if t.text not in (".", ",")]
    if name and all(t.pos in ("PROPN", "ADP", "DET") for t in name) and tokens[0].text in ('"', "“", "``", "''"):
        made = _make(s, cues, "—", dash, (dash,), name[-1].i, tuple(t.i for t in name), set(range(dash)))
        if made:
            yield made
