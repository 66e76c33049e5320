"""Claims: who says what, with cue, content and stance.

How spans are cut (PolNeAR's guideline, counted on its training part):

- *content* holds "that" and the infinitive's "to", the quotation marks, and a comma or stop inside the marks; commas,
  dashes and the sentence's final stop at its ends are left out. It is in pieces where source and cue interrupt it.
  A quotation that goes on after "…," he said. "…" or in the next paragraphs is content of the same claim.
- *cue* holds the verb with auxiliaries, negation, particle, the adverbs between them and a preposition that leads the
  content ("called for", "referring to"); not the person told, not "by".
- *source* is the whole noun phrase with apposition and restrictive clause; in "officials who say" it is "who".
- A claim inside another's content is kept, with ``inside`` naming the outer one.
- The author's own voice is no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.read.afterwords import with_afterwords
from sourcebook.read.clauses import RELATIVE
from sourcebook.read.drafts import Draft
from sourcebook.read.frames import says_nothing
from sourcebook.read.judgements import THRESHOLD, is_title, judged_drafts
from sourcebook.read.leftovers import loose_quotes
from sourcebook.read.quotes import find_quotes
from sourcebook.read.silences import find_silences
from sourcebook.read.stances import stance_of
from sourcebook.read.stretches import Stretches
from sourcebook.records import BlockKind, Claim, Found, Parsed, Place, Quotation, Rejected, Source, Span, Spans, Stance

#: Within another's content ("he said they wanted …") a claim must be surer of itself, most of all without a clause.
INNER_THRESHOLD, INNER_WITHOUT_CLAUSE = 0.75, 0.9
#: What answers another's claim.
ANSWERS = frozenset({Stance.DENY, Stance.DISPUTE, Stance.CONFIRM})
#: It is also sure enough if its rule is, whatever is learnt: PolNeAR never nests.
RULE_IS_SURE_INSIDE, INNER_WITH_RULE = 0.85, 0.7
#: Within what is denied, confirmed or disputed an answer finds the claim that it answers.
INNER_OF_ANSWER = 0.5
#: Drafts below it are not worth a word in the list of what was left out.
_WORTH_TELLING = 0.1


def find_claims(parsed: Parsed, lexicon: Lexicon, places: Iterable[Place] = ()) -> Found[Claim]:
    """Every claim of the article, in page order, its source as written. ``places``: the article's."""
    quotes = find_quotes(parsed)
    drafts = [d for d in judged_drafts(parsed, quotes, lexicon) if not _not_said(d, parsed.text, lexicon)]
    drafts = _without_headings(drafts, parsed, {p.span: p for p in places}, lexicon)
    silent = find_silences(parsed, lexicon.speakers)
    kept, rejected = _choose([*silent, *drafts])
    kept = with_afterwords(parsed, kept, lexicon)
    kept, loose = loose_quotes(parsed, quotes, kept)
    kept = _without_weak_inner([_as_relayed(_own_words(d, kept), kept) for d in kept])
    kept.sort(key=lambda d: (d.cue[0], d.content[0]))
    claims = [_claim(parsed, d, n, lexicon) for n, d in enumerate(kept, 1)]
    return Found(tuple(_nested(claims)), tuple(sorted((*rejected, *loose), key=lambda r: r.span)))


def _without_headings(
    drafts: list[Draft], parsed: Parsed, places: Mapping[Span, Place], lexicon: Lexicon
) -> list[Draft]:
    """The drafts, less those of a place before a colon, which opens an entry: "Kassala: On 3 June, a bus …".

    A name that may be a place's is one there, unless the article has it anywhere else, or the words are a speaker's.
    Over an article a town or an event before a colon is what it is about: "Bus attack: army denies losses".
    """

    def heads(d: Draft) -> bool:
        if d.frame != "colon" or len(d.source) != 1:
            return False
        if d.sentence.block is not BlockKind.BODY:
            return _is_subject(d, places.get(d.source[0]), lexicon)
        if d.source[0] in places:
            return True
        name = d.source[0].of(parsed.text)
        speaks = not _SPEAKER.isdisjoint(d.sentence.lowers)
        if not speaks and " " in name and name.split()[-1].lower() in _UNITS:
            return True
        return not speaks and parsed.text.count(name) == 1 and bool(lexicon.gazetteer.lookup(name))

    return [d for d in drafts if not heads(d)]


#: What a stretch of a state is called behind its name: "Rivne region: …".
_UNITS = frozenset({
    "canton", "city", "county", "department", "direction", "district", "governorate", "municipality", "oblast",
    "province", "raion", "region", "sector", "state", "village",
})  # fmt: skip
_SPEAKER = frozenset({"i", "we", "you", "my", "our", "your"})
#: Words that head a notice: "Press release: …", "Weekly report: …".
_NOTICES = frozenset({"release", "update", "bulletin", "digest", "log", "brief", "roundup", "overview"})
_PERIODS = frozenset({"daily", "weekly", "monthly", "situation", "flash", "press"})


def _is_subject(d: Draft, place: Place | None, lexicon: Lexicon) -> bool:
    """Whether what stands before a headline's colon is a town, an event or the sort of notice, and speaks not."""
    s, content = d.sentence, d.content
    if not content or d.source[0].start > content[0].start:
        return False
    own = [t for t in s.tokens if d.source[0].holds(t.span)]
    if not own:
        return False
    last = own[-1].lemma.lower()
    if last in _NOTICES or (last == "report" and own[0].lower in _PERIODS):
        return True
    if len(own) > 1 and any(not p.rest for p in lexicon.events.nouns.get(last, ())):
        return True
    if place is None or not _SPEAKER.isdisjoint(s.lowers):
        return False
    if place.is_state or any(c.capital for c in lexicon.gazetteer.lookup(place.text)[:1]):
        told = [t for t in s.tokens if content[0].holds(t.span)]
        return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in told)  # "Moscow: no troops have left"
    return True


#: To do this is to meet about something, and tells nothing of it.
_TOPICS = frozenset({"discuss", "debate"})


def _not_said(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a content is a thing or a title: "said a prayer", 'wrote "Salt and Iron"'."""
    if d.token_lemma in _TOPICS and d.sentence.tokens[d.head].tag == "VB":
        return True  # "they had come to discuss the war"
    cue = d.sentence.tokens[d.head]
    if cue.tag == "VBG" and cue.dep == "acl":  # "a group documenting abuses, said …": the clause over it is not its own
        over = [t for t in d.sentence.ancestors(d.head) if t.pos == "VERB"]
        if any(part.holds(t.span) for part in d.content for t in over):
            return True
    titles = any("quote" in r.frames for r in lexicon.cues.of("not-said", d.token_lemma))
    return (titles and is_title(d, text)) or says_nothing(d.sentence, d.head, lexicon.cues)


def _choose(drafts: list[Draft]) -> tuple[list[Draft], list[Rejected]]:
    """The best draft of each cue word; of two that tell the same thing the better one."""
    best: dict[tuple[str, int], Draft] = {}
    for d in drafts:
        key = (d.sentence.id, d.head)
        if key not in best or d.score > best[key].score:
            best[key] = d
    kept: list[Draft] = []
    by_sentence: dict[str, list[Draft]] = {}
    spoken: set[Span] = set()
    rejected: list[Rejected] = []
    for d in sorted(best.values(), key=lambda d: (-d.score, d.cue_start)):
        if d.score < THRESHOLD:
            if d.score >= _WORTH_TELLING:
                rejected.append(_rejected(d, f"{d.rule.id}, {d.frame}: {d.score:.2f}"))
        elif any(_same(d, k) for k in by_sentence.get(d.sentence.id, ())):
            rejected.append(_rejected(d, "told by a better cue"))
        else:
            kept.append(_unshared(d, spoken))
            by_sentence.setdefault(d.sentence.id, []).append(kept[-1])
            spoken.update(q.span for q in d.quotes)
    return kept, rejected


def _as_relayed(d: Draft, kept: list[Draft]) -> Draft:
    """Who is cited says what the one who cites reports: "…, the radio reported, citing a dock worker"."""
    if d.rule.id != "citing":
        return d
    beside = [o for o in kept if o.sentence.id == d.sentence.id and o.rule.id != "citing" and o.source]
    before = [o for o in beside if o.cue[0] < d.cue[0] and o.content[0].start < d.cue[0].start]
    after = [o for o in beside if o.cue[0] > d.cue[0] and o.source[0] < d.cue[0]]
    if before:
        return replace(d, content=max(before, key=lambda o: o.cue[0]).content)
    return replace(d, content=min(after, key=lambda o: o.cue[0]).content) if after else d


def _own_words(d: Draft, kept: list[Draft]) -> Draft:
    """A source without a clause in which it makes another claim: "Officials, who put the toll at twelve, said …"."""
    for o in kept:
        if o is d or not o.source or o.sentence.id != d.sentence.id or o.cue == d.cue:
            continue
        first = o.source[0]
        for n, span in enumerate(d.source):
            if span.start < first.start and span.holds(o.cue[0]) and span.holds(first):
                token = d.sentence.at(first.start)
                before = d.sentence.tokens[token.i - 1] if token is not None and token.i else None
                if token is not None and token.lower in RELATIVE and before is not None and before.text == ",":
                    return replace(d, source=(*d.source[:n], Span(span.start, before.start)))
    return d


def _without_weak_inner(kept: list[Draft]) -> list[Draft]:
    """The drafts without those inside another's content that are weak, or in which the speaker speaks of himself."""
    contents = Stretches((s, n) for n, d in enumerate(kept) for s in d.content)
    dropped: set[int] = set()  # the widest first: what stands only in a claim that is dropped stands in none
    for n, d in sorted(enumerate(kept), key=lambda x: (-sum(s.end - s.start for s in x[1].content), x[0])):
        outer = [o for o in contents.holding(d.cue[0]) if o != n and o not in dropped]
        enough = INNER_THRESHOLD if d.wordy else INNER_WITHOUT_CLAUSE
        sure = d.score >= enough or (d.rule_score >= RULE_IS_SURE_INSIDE and d.score >= INNER_WITH_RULE)
        answered = d.score >= INNER_OF_ANSWER and any(kept[o].rule.stance in ANSWERS for o in outer)
        answered = answered or (d.score >= INNER_OF_ANSWER and (_in_passing(d) or _is_quoted_as(d)))
        weak = not (sure or answered) or any(_is_what_is_denied(d, kept[o]) for o in outer)
        if d.frame == "as-said" and any(_denies_over(o, d) for o in kept):
            dropped.add(n)
            continue
        if outer and (weak or {"s:first", "s:you"} & set(d.features)):
            dropped.add(n)
    return [d for n, d in enumerate(kept) if n not in dropped]


def _denies_over(o: Draft, d: Draft) -> bool:
    """Whether "as X claims" hangs on what is denied: X, who says so, is only whom the denial answers."""
    s = d.sentence
    if o is d or o.sentence is not s or o.rule.stance not in (Stance.DENY, Stance.DISPUTE):
        return False
    return any(a.i == o.head for a in s.ancestors(d.head)) and s.tokens[d.head].head != o.head


def _is_what_is_denied(d: Draft, outer: Draft) -> bool:
    """Whether nobody's report is all that is denied: "denied reports that pupils were taken" denies that they were."""
    s, t = d.sentence, d.sentence.tokens[d.head]
    if d.source or t.tag != "NNS" or outer.rule.stance is not Stance.DENY:
        return False
    verb = s.tokens[outer.head]
    if not s.kids(t.i, "acl", "ccomp", "relcl"):
        return False
    return outer.sentence is s and t.head in (verb.i, *(k.i for k in s.kids(verb.i, "prep")))


def _is_quoted_as(d: Draft) -> bool:
    """Whether the words around it say that it is another's: "the radio quoted a guard as | saying he had seen them"."""
    s, t = d.sentence, d.sentence.tokens[d.head]
    prep = s.tokens[t.head]
    if t.dep != "pcomp" or prep.lower != "as" or s.tokens[prep.head].lemma not in ("quote", "cite"):
        return False
    return any(k.pos in ("NOUN", "PROPN") for k in s.kids(prep.head, "nsubj"))  # whom "it" means may be misread


def _in_passing(d: Draft) -> bool:
    """Whether an answer stands in a clause of the author's own on one who is named: "the Front, which denies it,"."""
    s, t = d.sentence, d.sentence.tokens[d.head]
    own = next((k for k in s.kids(t.i, "nsubj") if k.lower in ("who", "which")), None)
    return d.rule.stance in ANSWERS and own is not None and own.i > 0 and s.tokens[own.i - 1].text == ","


def _rejected(d: Draft, detail: str) -> Rejected:
    return Rejected("claims", Span(d.cue[0].start, d.cue[-1].end), Reason.NOT_A_SAYING, detail)


def _same(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell one thing: their cues share a word, or their contents are equal and close."""
    if any(x.overlaps(y) for x in a.cue for y in b.cue):
        return True
    return (
        a.content == b.content
        and a.sentence.id == b.sentence.id
        and a.frame not in ("citing",)
        and b.frame != "citing"
        and (a.source == b.source or not a.source or not b.source)
    )


def _unshared(d: Draft, spoken: set[Span]) -> Draft:
    """A quotation belongs to one speaker: the better draft that has it keeps it."""
    mine = tuple(s for s in d.content if s not in spoken)
    return replace(d, content=mine) if mine and len(mine) < len(d.content) else d


def _claim(parsed: Parsed, d: Draft, number: int, lexicon: Lexicon) -> Claim:
    text = parsed.text
    source_text = joined(d.source, text)
    return Claim(
        id=f"{parsed.article.id}.c{number}",
        article=parsed.article.id,
        sentence=d.sentence.id,
        source=Source(d.source, source_text, source_text, anonymous=not d.source),
        cue=d.cue,
        cue_text=joined(d.cue, text),
        content=d.content,
        content_text=joined(d.content, text),
        stance=stance_of(d, text, lexicon.answers),
        quotation=_quotation(d, text),
        rule=f"{d.rule.id}/{d.frame}",
        score=round(d.score, 3),
    )


def joined(spans: Spans, text: str) -> str:
    """The words of the spans, with " … " where they are apart."""
    return " … ".join(" ".join(s.of(text).split()) for s in spans)


def _quotation(d: Draft, text: str) -> Quotation:
    marked = sum(s.end - s.start for s in d.content if s.of(text)[0] in "\"“”‘«`'" and s.of(text)[-1] in "\"”’»'")
    total = sum(s.end - s.start for s in d.content)
    if marked == total:
        return Quotation.DIRECT
    return Quotation.MIXED if any(c in s.of(text) for s in d.content for c in '"“”«»') else Quotation.INDIRECT


def _nested(claims: list[Claim]) -> Iterable[Claim]:
    """The claims, each with the smallest claim in whose content its cue stands.

    Of two of one content, the one whose source stands behind the other's cue is told by the other: "the radio quoted a
    guard as saying that …".
    """
    contents = Stretches((s, n) for n, c in enumerate(claims) for s in c.content)
    sizes = [sum(s.end - s.start for s in c.content) for c in claims]
    for n, c in enumerate(claims):
        outer = [o for o in contents.holding(c.cue[0]) if o != n and claims[o].cue != c.cue]
        outer = outer or [o for o, other in enumerate(claims) if o != n and _is_quoted_by(c, other)]
        yield replace(c, inside=claims[min(outer, key=lambda o: sizes[o])].id) if outer else c


def _is_quoted_by(claim: Claim, outer: Claim) -> bool:
    if claim.content != outer.content or not claim.content or not claim.source.spans:
        return False
    return outer.cue[-1].end <= claim.source.spans[0].start and claim.source.spans[-1].end <= claim.cue[0].start
