"""Contents: which characters of the page a cue's content covers.

The parse gives token indexes; this module adds quotations (also those that run over several sentences and
paragraphs), finds content that stands before or around its cue, and cuts the edges.
"""

from __future__ import annotations

import re

from sourcebook.read.clauses import runs
from sourcebook.read.frames import Candidate
from sourcebook.read.quotes import Quote
from sourcebook.records import Sentence, Span, Spans

#: Left off at the ends of a stretch of content.
_EDGE_START = " \t\n,.;:—–-…)]"
_EDGE_END = " \t\n,;:—–-(["
_MARKS = "\"“”„‟«»‘’'`"
_WORD = re.compile(r"\w")
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){1,}\Z|\b(?:Inc|Corp|Jr|Sr|Co|Ltd)\.\Z")
#: What may stand between a quotation and the source and cue that follow it: white space, commas, dashes.
_ONLY_GAP = re.compile(r"[\s,—–-]*\Z")
#: An adverb or conjunction between a quotation and its speaker.
_FEW_WORDS = re.compile(r"[\s,—–-]*(?:(?:[a-z]+ly|then|also|later|once|as|and|but)[\s,]+){0,2}\Z")
#: How far (tokens) a quotation may stand behind its cue: "told reporters in Geneva on Monday after the talks, …".
_REACH = 16


def spans_of(sentence: Sentence, indexes: tuple[int, ...], text: str, quotes: tuple[Quote, ...]) -> Spans:
    """The characters of the tokens, cut at the edges; a quotation's own marks belong to it."""
    out = []
    for first, last in runs(indexes):
        span = trimmed(sentence.span_of(first, last), text, quotes)
        if span is not None and _WORD.search(text, span.start, span.end):
            out.append(span)
    return tuple(out)


def trimmed(span: Span, text: str, quotes: tuple[Quote, ...]) -> Span | None:
    """The span without commas, stops and dashes at its ends, but with the marks of the quotations it holds."""
    start, end = span
    opens = {q.span.start for q in quotes}
    closes = {q.span.end for q in quotes}
    while start < end and (
        text[start].isspace() or text[start] in _EDGE_START or (text[start] in _MARKS and start not in opens)
    ):
        start += 1
    while (
        start < end
        and end not in closes
        and (text[end - 1].isspace() or text[end - 1] in _EDGE_END or text[end - 1] == ".")
    ):
        if text[end - 1] == "." and _ends_in_abbreviation(text, end):
            break
        end -= 1
    for q in quotes:  # a quotation of which only marks and stops are missing is taken whole
        if q.span.start < start < q.span.end and not _WORD.search(text, q.span.start, start):
            start = q.span.start
        if q.span.start < end < q.span.end and q.span.start >= start and not _WORD.search(text, end, q.span.end):
            end = q.span.end
    return Span(start, end) if start < end else None


def _at_edge(mark: str, left_off: str) -> bool:
    """Whether a character is left off: a mark of the list, or a blank of whatever kind."""
    return mark in left_off or mark.isspace()


def _ends_in_abbreviation(text: str, end: int) -> bool:
    """Whether the stop before ``end`` belongs to "U.S." or "Inc." and the like."""
    return _ABBREVIATION.search(text[max(0, end - 8) : end]) is not None


def merged(spans: list[Span], text: str) -> Spans:
    """The spans in order; those that overlap or are parted by white space alone become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip()):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def group_of(c: Candidate) -> tuple[int, int]:
    """First and last token of source and cue together, with the person spoken to and what modifies the cue."""
    s = c.sentence
    indexes = set(c.cue)
    if c.source:
        between = abs(min(c.source) - c.head)
        if between < 40:
            indexes |= set(c.source)
    for k in s.kids(c.head, "dobj", "dative", "prep", "npadvmod", "advmod", "prt"):
        tree = s.subtree(k.i)
        if k.i > c.head and tree[-1] - tree[0] < _REACH:
            indexes |= set(tree)
    return min(indexes), max(indexes)


def quotes_of(c: Candidate, text: str, quotes: list[Quote]) -> list[Quote]:
    """The outermost quotations that stand right before or right after the source and cue, in their paragraph."""
    s = c.sentence
    core = sorted({*c.cue, *(c.source if c.source and abs(min(c.source) - c.head) < 40 else ())})
    # A subject that was borrowed from an earlier clause does not stand beside the cue.
    left = s.tokens[core[0]].start
    cue_left = s.tokens[min(c.cue)].start
    cue_right = s.tokens[max(core)].end
    near = [q for q in quotes if q.paragraph == s.paragraph]
    out: list[Quote] = []
    for q in near:
        before = any(
            q.span.end <= edge and edge - q.span.end < 60 and _FEW_WORDS.match(text[q.span.end : edge])
            for edge in (left, cue_left)
        )
        if before and _is_speech(q, text):
            out.append(q)
    below = _below_colon(s, cue_right, text, quotes)
    if below is not None:
        return [*out, below]
    after = [q for q in near if q.span.start >= cue_right]
    if after and _follows(s, cue_right, after[0], text, near):
        out.append(after[0])
    return out


def _below_colon(s: Sentence, at: int, text: str, quotes: list[Quote]) -> Quote | None:
    """The quotation that opens the next paragraph after "NAME said on Monday:"."""
    rest = text[at : s.span.end]
    if not rest.rstrip().endswith(":") or len(rest.split()) > _REACH or re.search(r"[.?!;]\s", rest):
        return None
    q = next((q for q in quotes if q.span.start >= s.span.end), None)
    return q if q is not None and re.fullmatch(r"\s*", text[s.span.end : q.span.start]) else None


def _is_speech(q: Quote, text: str) -> bool:
    """Whether a quotation before the cue is said and not only named: it ends in a stop or comma, or is long."""
    inner = q.span.of(text).strip(_MARKS + " ")
    return inner[-1:] in ",.?!—-" or len(inner.split()) > 5 or text[q.span.end : q.span.end + 1] in ",?!"


def _follows(s: Sentence, at: int, q: Quote, text: str, near: list[Quote]) -> bool:
    between = text[at : q.span.start]
    if re.search(r"[.?!;]\s", between) or "\n" in between.strip(" "):
        return False
    words = [t for t in s.tokens if at <= t.start < q.span.start]
    if len(words) > _REACH:
        return False
    stop = between.rstrip()[-1:]
    if stop in (",", ":"):
        return not any(t.pos == "VERB" and t.dep in ("ROOT", "conj") for t in words)
    # "said 'no'", "said that 'no one …'": the quotation is the complement itself.
    return all(t.pos in ("SCONJ", "ADP", "ADV", "PUNCT") or t.lower in ("that", "it", "was") for t in words)


def continued(c_end: int, text: str, quotes: list[Quote], paragraph: int, taken: set[Quote]) -> list[Quote]:
    """Quotations that go on after the sentence that names the speaker ends, with nothing in between."""
    out = []
    at = c_end
    for q in quotes:
        if q in taken or q.span.start < at or q.paragraph != paragraph:
            continue
        if re.fullmatch(r"[\s.,:;—–-]*", text[at : q.span.start]):
            out.append(q)
            at = q.span.end
        else:
            break
    return out


def running_on(q: Quote, quotes: list[Quote]) -> list[Quote]:
    """The rest of a quotation that runs on into the next paragraphs."""
    out = []
    rest = iter([o for o in quotes if o.span.start >= q.span.end])
    while q.runs_on:
        following = next(rest, None)
        if following is None:
            break
        out.append(following)
        q = following
    return out


def quoted(
    s: Sentence, cue_end: int, attached: list[Quote], text: str, outer: list[Quote]
) -> tuple[list[Span], list[Quote]]:
    """What the quotations of a claim cover, with all that goes on from them, and these quotations."""
    if not attached:
        return [], []
    found = list(attached)
    last = max(attached, key=lambda q: q.span.end)
    if not (last.span.end > cue_end and last.runs_on):
        end = max([t.end for t in s.tokens if t.pos != "PUNCT"] + [q.span.end for q in attached])
        found += continued(end, text, outer, s.paragraph, set(attached))
    return [span for q in found for span in (q.span, *(o.span for o in running_on(q, outer)))], found


_COMMAS = frozenset({",", "—", "–", "--", "-", '"', "”", "''"})
_AFTER_ASIDE = frozenset({",", ".", "—", "–", ";", ":", "--", '"', "”", ")"})


def fronted(c: Candidate, text: str) -> tuple[int, ...]:
    """Content before, after or around an aside: "…, sources said", "The test, the army says, was", "As NAME put it, …".

    Empty if the sentence is not built so.
    """
    s = c.sentence
    first, last = group_of(c)
    after = s.tokens[last + 1 :]
    if first >= 1 and s.tokens[first - 1].lower == "as":
        return _around_as(c, first - 1, last)
    if first < 2 or s.tokens[first - 1].text not in _COMMAS:
        return ()
    if after and after[0].text not in _AFTER_ASIDE and after[0].tag not in ("CC", "VBG"):
        return ()
    start = 0
    # Only what belongs to the same stretch: from the last bracket or semicolon on.
    for j in range(first - 2, -1, -1):
        if s.tokens[j].text in (";", "("):
            start = j + 1
            break
    content = list(range(start, first - 1))
    if after and after[0].text in (",", "—", "–", "--") and len(after) > 2:
        content += [t.i for t in after[1:]]
    if not any(s.tokens[j].pos in ("VERB", "AUX") for j in content):
        return ()
    return tuple(content)


def _around_as(c: Candidate, at: int, last: int) -> tuple[int, ...]:
    """ "As the envoy pointed out, …", "…, as the envoy pointed out": the rest of the sentence."""
    tokens = c.sentence.tokens
    if at == 0 or tokens[at - 1].text in ('"', "“"):
        comma = next((t.i for t in tokens[last + 1 :] if t.text == ","), None)
        rest = tokens[comma + 1 :] if comma is not None and comma - last < _REACH else ()
    elif tokens[at - 1].text == ",":
        rest = tokens[: at - 1]
    else:
        return ()
    return tuple(t.i for t in rest) if any(t.pos in ("VERB", "AUX") for t in rest) else ()
