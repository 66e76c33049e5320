"""Copies: articles that repeat the text of others, and the lineages that they and agency credits make.

Candidates come from MinHash signatures of whole articles, and from sentences that two articles share (a copy that
was cut keeps sentences, not proportions); each is then checked exactly, by the share of word shingles that one has
in the other. Which of two is the original is told by date, then by who credits itself as an agency, then by length and
id: never by the order of the input.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from sourcebook.records import Article, BlockKind, Copy, Page, Reading, Span

#: Words in a shingle. Five is what the field uses for news reuse (METER; Clough et al. 2002: n-gram overlap).
SHINGLE = 5
#: Same text, edited: Jaccard resemblance of the two from here on.
NEAR = 0.5
#: Cut or embedded: this share of the shorter article's shingles stands in the longer one.
CONTAINED = 0.6
#: A copy shorter than this part of the other was cut, or is embedded in it; otherwise it was edited.
CUT = 0.75
#: Articles with fewer shingles than this are too short to tell a cut copy from a formula; only "exact" applies.
SHORT = 15
#: Words that make a sentence long enough to be a trace of copying.
TRACE = 8
#: A sentence that stands in more articles than this is a formula ("This is a developing story"), not a trace.
FORMULA = 200

#: The day of publication where it is not known: after all others.
UNPUBLISHED = "9999"

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ArticleDigest:
    """An article as copies see it. ``words``: a hash of all its words, "" if it has none of its own.

    ``shingles``: hashes of its runs of words, packed; ``traces``: hashes of its long sentences; ``bands``: of its
    MinHash signature. Two articles that share a trace or a band are worth comparing.
    """

    page: str
    id: str
    day: str  # of publication, "9999" if it is not known
    length: int
    outlet: str | None
    agency: str | None
    url: str | None
    repeat_of: str | None
    headline: Span | None
    words: str = ""
    shingles: str = ""
    traces: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()

    @property
    def key(self) -> Key:
        """Page id and article id."""
        return self.page, self.id

    @property
    def order(self) -> tuple[str, bool, int, Key]:
        """The smaller of two copies is the original: the earlier, else the agency's own, the longer, or by id."""
        own = self.agency is not None and self.agency == self.outlet
        return self.day, not own, -self.length, self.key


def digests_of_articles(reading: Reading) -> tuple[ArticleDigest, ...]:
    """All articles of a page, in order. One that repeats another of its page has no words of its own."""
    return tuple(_digest(reading.page, a) for a in reading.articles)


def find_copies(readings: Iterable[Reading]) -> tuple[Copy, ...]:
    """All pairs of articles of which one repeats the other, originals first, sorted.

    Kinds: ``exact`` (same words), ``version`` (same outlet and mostly the same text: a corrected or extended
    article), ``near`` (edited or re-headlined), ``cut`` (the shorter stands within the longer).
    """
    articles = sorted((a for r in readings for a in digests_of_articles(r)), key=lambda a: a.key)
    sharing: dict[int, list[int]] = defaultdict(list)
    for n, article in enumerate(articles):
        for key in {*article.traces, *article.bands}:
            sharing[key].append(n)
    pairs = {pair for found in sharing.values() if len(found) <= FORMULA for pair in combinations(found, 2)}
    return copies_among((articles[i], articles[j]) for i, j in pairs)


def copies_among(pairs: Iterable[tuple[ArticleDigest, ArticleDigest]]) -> tuple[Copy, ...]:
    """Those of the pairs of which one repeats the other, originals first, sorted."""
    return tuple(sorted((c for a, b in pairs if (c := compared(a, b))), key=lambda c: (c.a, c.b)))


def find_lineages(articles: Iterable[ArticleDigest], copies: Iterable[Copy]) -> dict[Key, str]:
    """The lineage of each article: all copies of one text, under the name of whoever it comes from.

    The name is the agency that a copy credits, else the outlet of the original, else a short form of the
    original's id. Reports of one agency, or of one outlet, therefore share a lineage: on one incident they are
    one voice, however often they are printed.
    """
    known = {a.key: a for a in articles}
    parent = {key: key for key in known}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(one: Key, other: Key) -> None:
        if one in parent and other in parent:
            a, b = root(one), root(other)
            parent[max(a, b)] = min(a, b)

    for copy in copies:
        join(copy.a, copy.b)
    for article in known.values():
        if article.repeat_of:
            join(article.key, (article.page, article.repeat_of))
    groups: dict[Key, list[ArticleDigest]] = defaultdict(list)
    for key in sorted(known):
        groups[root(key)].append(known[key])
    return {a.key: name for g in groups.values() for name in [_name(sorted(g, key=lambda a: a.order))] for a in g}


def _name(members: Sequence[ArticleDigest]) -> str:
    credited = next((a.agency for a in members if a.agency), None)
    original = members[0]
    return (
        credited
        or original.outlet
        or f"report {original.page.removeprefix('sha256:')[:8]}" + ("" if original.id == "a1" else f".{original.id}")
    )


# ------------------------------------------------------------------------------------------------- texts


def _digest(page: Page, article: Article) -> ArticleDigest:
    day = article.published.low if article.published else None
    bare = ArticleDigest(
        page=page.id,
        id=article.id,
        day=day.isoformat() if day else UNPUBLISHED,
        length=sum(b.span.end - b.span.start for b in article.blocks if b.kind is BlockKind.BODY),
        outlet=article.outlet,
        agency=article.agency,
        url=article.url or page.meta.url,
        repeat_of=article.repeat_of,
        headline=article.headline,
    )
    first = [b for b in article.blocks if b.repeat_of is None]
    blocks = [b for b in first if b.kind is BlockKind.BODY] or [b for b in first if b.kind is BlockKind.CAPTION]
    texts = [b.span.of(page.text) for b in blocks]
    words = tuple(w for t in texts for w in words_of(t))
    if article.repeat_of or not words:
        return bare
    runs = _shingled(words)
    sentences = {" ".join(s) for t in texts for piece in _ENDS.split(t) if len(s := words_of(piece)) >= TRACE}
    return replace(
        bare,
        words=hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest(),
        shingles=packed(_hashes(runs)),
        traces=tuple(sorted(number_of("sentence", s) for s in sentences)),
        bands=_bands(runs),
    )


def number_of(kind: str, text: str) -> int:
    """A number of 60 bits for a text, the same in every process; texts of two kinds never meet on purpose."""
    return int.from_bytes(hashlib.blake2b(f"{kind}:{text}".encode(), digest_size=8).digest(), "big") >> 4


def packed(numbers: frozenset[int]) -> str:
    """Hashes packed for a digest."""
    return base64.b64encode(array("I", sorted(numbers)).tobytes()).decode()


@lru_cache(maxsize=4096)
def unpacked(shingles: str) -> frozenset[int]:
    """The hashes that a digest holds packed."""
    return frozenset(array("I", base64.b64decode(shingles)))


_ENDS = re.compile(r"[.!?][\"'”’)]*\s")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text for comparing: lower case, no marks."""
    return tuple(re.findall(r"\w+", text.casefold()))


def shingles_of(words: Sequence[str]) -> frozenset[int]:
    """Hashes of all runs of :data:`SHINGLE` words; a shorter text is one run."""
    return _hashes(_shingled(words))


def _hashes(runs: Iterable[str]) -> frozenset[int]:
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def _shingled(words: Sequence[str]) -> list[str]:
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return [run for run in runs if run]


def compared(a: ArticleDigest, b: ArticleDigest) -> Copy | None:
    """The copy that one of two articles is of the other, None if neither is."""
    if not a.words or not b.words:
        return None
    one, other = unpacked(a.shingles), unpacked(b.shingles)
    if one.isdisjoint(other):
        return None
    shared = len(one & other)
    resemblance = shared / (len(one) + len(other) - shared)
    sizes = len(one), len(other)
    containment = shared / min(sizes)
    if a.words == b.words:
        kind = "exact"
    elif min(sizes) < SHORT:
        return None
    elif containment >= CONTAINED and min(sizes) < CUT * max(sizes):
        kind = "cut"
    elif resemblance >= NEAR:
        kind = "near"
    else:
        return None
    same_home = (a.url is not None and a.url == b.url) or (a.outlet is not None and a.outlet == b.outlet)
    if kind != "exact" and same_home:
        kind = "version"
    first, second = sorted((a, b), key=lambda t: t.order)
    if kind == "version":  # of one day the longer is the later: corrections say what was wrong, and articles grow
        first, second = sorted((a, b), key=lambda t: (t.day, t.length, t.key))
    return Copy(first.key, second.key, kind, round(containment, 3))


def changed(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a later version of an article took out, and what it put in: whole sentences. Both are given in blocks.

    Sentences count as the same if their words are, whatever marks and case.
    """
    before, after = _sentences(old), _sentences(new)
    gone, come = {words_of(s) for s in after}, {words_of(s) for s in before}
    return (
        tuple(s for s in before if words_of(s) and words_of(s) not in gone),
        tuple(s for s in after if words_of(s) and words_of(s) not in come),
    )


def _sentences(blocks: Sequence[str]) -> list[str]:
    return [" ".join(s.split()) for block in blocks for s in _SENTENCE_ENDS.split(block) if s.strip()]


_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")


# -------------------------------------------------------------------------------------------- candidates

#: Of the MinHash signature (rensa): 32 bands of 4 rows find a resemblance of .5 with p = .87.
PERMUTATIONS, ROWS = 128, 4
#: Any fixed number: signatures must be the same in every process.
SEED = 20260101


def _bands(shingles: Sequence[str]) -> tuple[int, ...]:
    from rensa import RMinHash

    minhash: Any = RMinHash(PERMUTATIONS, SEED)
    minhash.update(shingles)  # each row keeps its least hash: neither order nor repetition matters
    rows = minhash.digest()
    return tuple(number_of("band", ",".join(map(str, (n, *rows[n : n + ROWS])))) for n in range(0, PERMUTATIONS, ROWS))
