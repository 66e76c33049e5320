"""Copies: articles that repeat the text of others, and the lineages that they and agency credits make.

Candidates come from MinHash signatures of whole articles, and from sentences that two articles share (a copy that
was cut keeps sentences, not proportions); each is then checked exactly, by the share of word shingles that one has
in the other. Which of two is the original is told by date, then length, then id: never by the order of the input.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sourcebook.records import Article, BlockKind, Copy, Page, Reading

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

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's own words, for comparing. ``order``: the smaller of two copies is the original."""

    key: Key
    words: tuple[str, ...]
    shingles: frozenset[str]
    sentences: frozenset[str]
    outlet: str | None
    url: str | None
    order: tuple[str, int, Key]


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """All pairs of articles of which one repeats the other, originals first, sorted.

    Kinds: ``exact`` (same words), ``version`` (same outlet and mostly the same text: a corrected or extended
    article), ``near`` (edited or re-headlined), ``cut`` (the shorter stands within the longer).
    """
    texts = sorted((t for r in readings for t in _texts(r)), key=lambda t: t.key)
    copies = (_compared(texts[i], texts[j]) for i, j in sorted(_candidates(texts)))
    return tuple(sorted((c for c in copies if c is not None), key=lambda c: (c.a, c.b)))


def find_lineages(readings: Sequence[Reading], copies: Iterable[Copy]) -> dict[Key, str]:
    """The lineage of each article: all copies of one text, under the name of whoever it comes from.

    The name is the agency that a copy credits, else the outlet of the original, else a short form of the
    original's id. Reports of one agency, or of one outlet, therefore share a lineage: on one incident they are
    one voice, however often they are printed.
    """
    articles = {(r.page.id, a.id): (r.page, a) for r in readings for a in r.articles}
    parent = {key: key for key in articles}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for copy in copies:
        if copy.a in parent and copy.b in parent:
            a, b = root(copy.a), root(copy.b)
            parent[max(a, b)] = min(a, b)
    for (page, _), (_, article) in articles.items():
        if article.repeat_of and (page, article.repeat_of) in parent:
            a, b = root((page, article.id)), root((page, article.repeat_of))
            parent[max(a, b)] = min(a, b)
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(articles):
        groups[root(key)].append(key)
    names: dict[Key, str] = {}
    for members in groups.values():
        ordered = sorted(members, key=lambda k: _order(*articles[k]))
        name = _name([articles[k] for k in ordered])
        names |= dict.fromkeys(members, name)
    return names


def _name(members: Sequence[tuple[Page, Article]]) -> str:
    for _, article in members:
        if article.agency:
            return article.agency
    page, original = members[0]
    return original.outlet or f"report {page.id.removeprefix('sha256:')[:8]}" + (
        "" if original.id == "a1" else f".{original.id}"
    )


# ------------------------------------------------------------------------------------------------- texts


def _texts(reading: Reading) -> Iterator[_Text]:
    for article in reading.articles:
        if article.repeat_of:
            continue
        first = [b for b in article.blocks if b.repeat_of is None]
        blocks = [b for b in first if b.kind is BlockKind.BODY] or [b for b in first if b.kind is BlockKind.CAPTION]
        texts = [b.span.of(reading.page.text) for b in blocks]
        words = tuple(w for t in texts for w in words_of(t))
        if not words:
            continue
        yield _Text(
            key=(reading.page.id, article.id),
            words=words,
            shingles=shingles_of(words),
            sentences=frozenset(
                " ".join(s) for t in texts for piece in _ENDS.split(t) if len(s := words_of(piece)) >= TRACE
            ),
            outlet=article.outlet,
            url=article.url or reading.page.meta.url,
            order=_order(reading.page, article),
        )


def _order(page: Page, article: Article) -> tuple[str, int, Key]:
    day = article.published.low if article.published else None
    length = sum(b.span.end - b.span.start for b in article.blocks if b.kind is BlockKind.BODY)
    return day.isoformat() if day else "9999", -length, (page.id, article.id)


_ENDS = re.compile(r"[.!?][\"'”’)]*\s")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text for comparing: lower case, no marks."""
    return tuple(re.findall(r"\w+", text.casefold()))


def shingles_of(words: Sequence[str]) -> frozenset[str]:
    """All runs of :data:`SHINGLE` words; a shorter text is one run."""
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))) - {""}


def _compared(a: _Text, b: _Text) -> Copy | None:
    shared = len(a.shingles & b.shingles)
    resemblance = shared / len(a.shingles | b.shingles)
    sizes = len(a.shingles), len(b.shingles)
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
    return Copy(first.key, second.key, kind, round(containment, 3))


# -------------------------------------------------------------------------------------------- candidates


class _Signatures:
    """Groups of sets that probably resemble each other: MinHash with banding (rensa), behind two calls."""

    SEED = 20260101  # any fixed number: signatures must be the same in every process

    def __init__(self, resemblance: float, permutations: int, bands: int) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._minhash: Any = RMinHash
        self._permutations = permutations
        self._index: Any = RMinHashLSH(resemblance, permutations, bands)
        self._signatures: list[Any] = []

    def add(self, items: frozenset[str]) -> None:
        """Put a set in, under the next number."""
        signature = self._minhash(self._permutations, self.SEED)
        signature.update(sorted(items))
        self._index.insert(len(self._signatures), signature)
        self._signatures.append(signature)

    def alike(self) -> Iterator[tuple[int, list[int]]]:
        """For each number, itself and the earlier ones that share a band with it."""
        for n, signature in enumerate(self._signatures):
            yield n, [m for m in self._index.query(signature) if m <= n]


def _candidates(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    """Pairs of indexes into ``texts``, lower first, that are worth comparing."""
    wholes = _Signatures(NEAR, permutations=128, bands=32)  # 4 rows: finds a resemblance of .5 with p = .87
    owners: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        wholes.add(text.shingles)
        for sentence in text.sentences:
            owners[sentence].append(n)
    pairs = {(m, n) for n, found in wholes.alike() for m in found if m < n}
    for sharing in owners.values():
        if len(sharing) <= FORMULA:
            pairs.update(combinations(sharing, 2))
    return pairs
