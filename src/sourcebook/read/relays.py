"""Relays: the hands a claim went through, nearest to the reader first, as far as the text says.

"told Reuters": Reuters. "SANA, citing a military source": SANA for what the source says. "A source who spoke to
guards": the guards stand behind the source. An outlet in whose report another's claim stands relays it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.introductions import Cast
from sourcebook.read.nounphrases import read_phrase
from sourcebook.read.parties import resolve_party
from sourcebook.records import Claim, Parsed, Sentence, Source, SourceKind, Token

_OUTLETS = frozenset({SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.STATE_MEDIA})
_TOLD = frozenset({"tell", "inform", "talk", "speak", "brief"})
#: Words that end the name of someone whom a source speaks after.
_AFTER_WHO = re.compile(r",| on condition| who | briefed | with | familiar | about | at | in | on | after ")


def via_of(parsed: Parsed, claim: Claim, s: Sentence, source: Source, cast: Cast, lexicon: Lexicon) -> list[str]:
    """Who a claim came by, as its own sentence tells: the outlet that was told, those whom the source speaks after."""
    cue = next((t for t in s.tokens if t.start >= claim.cue[0].start and t.pos in ("VERB", "NOUN", "ADJ")), None)
    out: list[str] = []
    told = _told_to(parsed, s, cue, cast, lexicon) if cue is not None else None
    if told:
        out.append(told)
    low = source.resolved.lower()
    for rule in lexicon.speakers.proximity:
        if not rule.relay:
            continue
        for words in rule.words:
            at = low.find(words)
            if at >= 0:
                who = _AFTER_WHO.split(source.resolved[at + len(words) :].strip())[0].strip()
                if who:
                    out.append(_bare(who))
                break
    return out


def relayed(claims: list[Claim]) -> list[Claim]:
    """The claims with the outlets that relay them: those cited beside them, those in whose claims they stand."""
    by_id = {c.id: c for c in claims}
    out: list[Claim] = []
    for n, c in enumerate(claims):
        outer = _outer_outlets(c, by_id)
        called = {_plain(o.source.text) for o in outer}  # "the agency" that quotes is the one it stands for
        via = [*(o.source.resolved for o in outer), *(v for v in c.via if _plain(v) not in called)]
        if c.rule.startswith("citing"):
            around = claims[max(0, n - 20) : n + 20]
            same = [o for o in around if o.sentence == c.sentence and o.id != c.id and o.source.spans]
            same = [o for o in same if o.source.kind in _OUTLETS] or same
            before = [o for o in same if o.cue[0] < c.cue[0]]
            outlet = next((o for o in same if o.content == c.content), before[-1] if before else None)
            if outlet is not None:
                via = [outlet.source.resolved, *via]
        unique = {v.lower().removeprefix("the "): v for v in reversed(via) if v and v != c.source.resolved}
        by = tuple(reversed(unique.values()))
        out.append(c if by == c.via else replace(c, via=by))
    return out


def _bare(words: str) -> str:
    """A phrase on one line; without its article where no name follows."""
    return re.sub(r"^[Tt]he (?=[a-z])", "", " ".join(words.split()))


def _is_outlet(phrase: str, parsed: Parsed, lexicon: Lexicon) -> bool:
    """Whether a noun phrase names a news outlet or agency; the article's own is one, whatever it is called."""
    if resolve_party(phrase, lexicon).kind in _OUTLETS:
        return True
    own = parsed.article.outlet or ""
    return bool(own) and phrase.lower().removeprefix("the ") in own.lower() and phrase[:1].isupper()


def _quoting_outlet(parsed: Parsed, s: Sentence, t: Token, lexicon: Lexicon) -> str | None:
    """The outlet of "was quoted by NAME as saying", "NAME quoted him as saying"."""
    quoting = s.tokens[s.tokens[t.head].head]
    if t.dep != "pcomp" or s.tokens[t.head].lower != "as" or quoting.lemma not in ("quote", "cite"):
        return None
    speaker = next(iter(s.kids(quoting.i, "nsubj") or s.kids(quoting.i, "agent")), None)
    if speaker is None:
        return None
    first, last = s.edges(speaker.i)
    while last + 1 < t.i and s.tokens[last + 1].pos == "PROPN":
        last += 1
    phrase = s.span_of(first, last).of(parsed.text).removeprefix("by ").strip(" ,")
    named = speaker.pos == "PROPN" and speaker.ent != "PERSON"  # no list has all papers
    return _bare(phrase) if named or _is_outlet(phrase, parsed, lexicon) else None


def _told_to(parsed: Parsed, s: Sentence, t: Token, cast: Cast, lexicon: Lexicon) -> str | None:
    """The outlet that a source told: "told Reuters", "in an interview with NAME", "speaking to NAME"."""
    quoting = _quoting_outlet(parsed, s, t, lexicon)
    if quoting:
        return quoting
    cue, text = t.i, parsed.text
    heads = []
    if t.lemma in _TOLD:
        heads += [k.i for k in s.kids(cue, "dobj", "dative")]
        if not heads and cue + 1 < len(s.tokens):
            heads += [cue + 1] if s.tokens[cue + 1].pos == "PROPN" else []
    for k in s.kids(cue, "prep", "advcl"):
        if k.lower in ("to", "in", "with") or k.lemma == "speak":
            heads += [i for i in s.subtree(k.i) if s.tokens[i].dep in ("pobj", "dobj") and s.tokens[i].pos == "PROPN"]
    for head in heads:
        if s.tokens[head].lower in ("reporters", "journalists", "media", "press"):
            continue
        left = [k.i for k in s.kids(head, "compound", "det", "nmod", "poss", "amod", "nummod")]
        first = min([head, *left])
        last = head
        while last + 1 < len(s.tokens) and s.tokens[last + 1].pos == "PROPN":
            last += 1
        while first > cue + 1 and s.tokens[first - 1].pos == "PROPN":
            first -= 1
        phrase = s.span_of(first, last).of(text)
        rule = lexicon.speakers.of(s.tokens[head].lemma) if s.tokens[head].pos == "NOUN" else None
        if rule is not None and rule.kind in _OUTLETS and rule.group:  # "told the station"
            figure = cast.tie(read_phrase(s, head, cue, text, lexicon.speakers), s.tokens[head].start)
            return _bare(figure.text if figure else phrase)
        if _is_outlet(phrase, parsed, lexicon):
            return _bare(phrase)
    return None


_QUOTES = re.compile(r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$")


def _plain(words: str) -> str:
    return " ".join(words.lower().removeprefix("the ").strip(" ,").split())


def _outer_outlets(claim: Claim, claims: dict[str, Claim]) -> list[Claim]:
    """The claims of outlets in which this one stands, outermost first."""
    out: list[Claim] = []
    seen = {claim.id}
    outer = claims.get(claim.inside or "")
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        relays = outer.source.kind in _OUTLETS or _QUOTES.search(outer.cue_text) is not None
        if relays and outer.source.resolved and outer.source.entity != claim.source.entity:
            out.insert(0, outer)
        outer = claims.get(outer.inside or "")
    return out
