"""Breaks: where, on a page, one article ends and another begins.

Pages often hold several articles run together, without headlines. A gap between two paragraphs is a break where
several kinds of evidence agree: the words change on its two sides (Hearst's TextTiling, 1997), no name that was
introduced before it is used in its short form after it, persons and abbreviations already known are introduced
again, the paragraph after it reads like the first one of a report, passages of before come again after it.
Each kind has a weight; the weights were fitted by ``benchmarks/fit_breaks.py``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.read.blocks import Look, Piece
from sourcebook.read.repeats import find_repeats

#: What each kind of evidence weighs (see :func:`evidence`).
WEIGHTS = {
    "bias": -7.09,
    "change": -0.59,
    "wide_change": 0.81,
    "drop": 1.42,
    "peak": 6.07,
    "themes_end": 1.33,
    "themes_begin": 1.97,
    "names_change": 2.75,
    "bridged": 0.06,
    "bridges": -2.0,
    "known_names": -3.52,
    "introduced_again": 1.5,
    "repeats": 3.0,
    "lead": 2.5,
    "leans_back": -0.2,
    "dateline": 2.0,
    "title": 2.29,
    "end_mark": 3.0,
    "long_page": 0.8,
}
#: A page holds several articles if a gap scores so much. 7 of 1,254 single articles of nine visible sets are then
#: parted (long lists among them); a quarter of machine-made pairs are, which have no headline between
#: them, and nearly half of the joints of pages with five articles.
SURE = 2.0
#: On a page that surely holds several, a gap is a break from this score on, or from the lower one if a paragraph
#: that reads like a report's first follows.
LIKELY, LIKELY_BEFORE_LEAD = 0.0, -1.25
_LEAD = 0.6
#: An article has at least so many paragraphs and words: shorter ones cannot be told from an aside.
_MIN_PARAGRAPHS, _MIN_WORDS = 3, 100
_NEAR, _WIDE, _SIDE = 3, 6, 10  # paragraphs compared on each side of a gap
_LONG_PAGE = 20  # paragraphs; few single articles have more
_SOON = 5  # paragraphs after a gap in which a repetition speaks for it
_APART = 5  # paragraphs between a passage and its repetition, at least: nearer ones are captions and pull quotes

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CAPITAL = r"[A-Z\u00c0-\u00de][\w-]*\w"
_CAPITALISED = re.compile(rf"(?:{_CAPITAL}|[A-Z]\.)(?:[ -](?:(?:al|el|bin|ibn|de|van|von)[ -])?{_CAPITAL})*")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Z-]{1,7})\)")
_LEANS_BACK = re.compile(
    r"[\"“‘'(\[•*-]|(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Such|But|And|However|Meanwhile|Also|Still"
    r"|Then|Another|Both|Others|Later|Earlier|Instead|Moreover|Nevertheless|According|Asked|When asked|So|Yet"
    r"|In addition|Since then|As a result|In (?:response|reaction|turn|contrast|return)|Similarly|Separately"
    r"|The (?:report|statement|incident"
    r"|attack|agreement|move|decision|source|official|group|ministry|government|two|three|man|woman|victim"
    r"|suspect|spokes\w+|plan|deal|new|latter|former))\b"
)
_PERFECT = re.compile(
    r"\b(?:has|have) (?:\w+ly )?(?:been |reached|\w{3,}ed\b|begun|taken|given|made|hit|killed|left|won|said)"
)
_NEW = re.compile(
    r"(?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d+|Several|Dozens|Hundreds|Thousands|Scores|At least|"
    r"More than|Nearly|About|Some) "
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|overnight|today)\b")
_CITES = re.compile(r"\b(?:reported|citing|according to|officials said|police said|media reported|sources said|said)\b")
#: An item of a rolling report: "4:30 p.m.", "UPDATE 11/29 4:30 p.m.: …".
_CLOCK = re.compile(
    r"updated?\W.{0,20}\d[:.]\d\d\s?(?:[ap]\.?m\b|hrs|GMT)|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|GMT|UTC|hrs?)\W*$",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"^\W*(?:ends|end|-30-|###|\*\s?\*\s?\*|_{3,}|-{3,}|={3,})\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What the evidence is taken from: content words, names in full, names alone, abbreviations explained and used."""

    piece: int
    words: Counter[str]
    size: int
    names: frozenset[str]
    full: frozenset[str]  # last words of names of two words or more
    bare: frozenset[str]
    explained: frozenset[str]
    text: str


def find_breaks(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> list[int]:
    """Indexes of the pieces that begin an article, the first among them."""
    found = paragraphs_of(text, pieces, lexicon)
    if len(found) < 2 * _MIN_PARAGRAPHS:
        return [0]
    if sum(_CLOCK.match(p.of(text)) is not None for p in pieces) > 1:
        return [0]  # a rolling report, whose short items change subject by nature
    seen = evidence(text, pieces, found)
    scored = [(sum(WEIGHTS[k] * v for k, v in e.items()), gap) for gap, e in seen.items()]
    if max(scored)[0] < SURE:
        return [0]
    taken: list[int] = []
    for score, gap in sorted(scored, key=lambda s: (-s[0], s[1])):
        enough = LIKELY_BEFORE_LEAD if seen[gap]["lead"] >= _LEAD else LIKELY
        if score >= enough and _room(found, taken, gap):
            taken.append(gap)
    return [0, *(_start(text, pieces, found[gap].piece, found[gap - 1].piece) for gap in sorted(taken))]


def _room(found: list[Paragraph], taken: list[int], gap: int) -> bool:
    """Whether the articles that a break at ``gap`` makes are long enough to be articles."""
    ends = sorted([0, len(found), *taken, gap])
    at = ends.index(gap)
    return all(
        b - a >= _MIN_PARAGRAPHS and sum(p.size for p in found[a:b]) >= _MIN_WORDS
        for a, b in ((ends[at - 1], gap), (gap, ends[at + 1]))
    )


def _start(text: str, pieces: Sequence[Piece], body: int, before: int) -> int:
    """Where the article whose first paragraph is ``body`` begins: at its headline, byline or date, if it has them."""
    start = body
    for n in range(body - 1, before, -1):
        if pieces[n].look in (Look.SHORT, Look.BYLINE, Look.DATE):
            start = n
    return start


def paragraphs_of(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> list[Paragraph]:
    """The running paragraphs, with what the evidence is taken from."""
    lists = lexicon.pagemarks.words
    return [_paragraph(n, p.of(text), lists) for n, p in enumerate(pieces) if p.look is Look.RUNNING]


def _paragraph(piece: int, text: str, lists: dict[str, frozenset[str]]) -> Paragraph:
    themeless, small, titles = lists["themeless"], lists["small"], lists["titles"]
    shouting = sum(map(str.isupper, text)) > 0.6 * sum(map(str.isalpha, text))
    words = [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text)]
    content = Counter(_stem(w) for w in words if len(w) > 3 and w not in themeless)
    full, bare, names = set(), set(), set()
    if not shouting:
        for hit in _CAPITALISED.finditer(text):
            parts = [p for p in hit.group().split() if p.rstrip(".") not in titles]
            while parts and (parts[0].lower() in themeless or parts[0].lower() in small):
                parts = parts[1:]
            starts = hit.start() == 0 or text[max(0, hit.start() - 2) : hit.start()].strip(" ")[-1:] in (
                "",
                ".",
                "!",
                "?",
                "“",
                '"',
            )
            if len(parts) > 1:
                full.add(parts[-1])
                names.update(parts)
            elif parts and len(parts[0]) > 2 and not (starts and parts[0].lower() in themeless | {"the"}):
                bare.add(parts[0])
                if not starts:
                    names.add(parts[0])
    explained = frozenset(_ABBREVIATION.findall(text))
    return Paragraph(
        piece, content, len(words), frozenset(names), frozenset(full), frozenset(bare - full), explained, text
    )


def _stem(word: str) -> str:
    for tail in ("ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            return word[: -len(tail)]
    return word


def evidence(text: str, pieces: Sequence[Piece], found: list[Paragraph]) -> dict[int, dict[str, float]]:
    """For each gap (before the paragraph of that number) how strong each kind of evidence is, most from 0 to 1."""
    spread: Counter[str] = Counter(w for p in found for w in p.words)
    rarity = {w: math.log(1 + len(found) / n) for w, n in spread.items()}
    introduced = _introductions(found)
    words = [p.words for p in found]
    names = [Counter(p.names) for p in found]
    name_spread: Counter[str] = Counter(n for p in found for n in p.names)
    rare_names = {w: math.log(1 + len(found) / n) for w, n in name_spread.items()}
    repeats = [(r.earlier, r.number) for r in find_repeats(text, [pieces[p.piece].span for p in found])]
    cited = len(found)
    out: dict[int, dict[str, float]] = {}
    for gap in range(_MIN_PARAGRAPHS, cited - _MIN_PARAGRAPHS + 1):
        left, right = found[:gap], found[gap:]
        first = right[0]
        own = pieces[found[gap - 1].piece + 1 : first.piece]
        head = pieces[first.piece].dateline
        bridges = _bridges(introduced[max(0, gap - _SIDE) : gap], right[:_WIDE])
        lean = 1.0 if _LEANS_BACK.match(first.text) else 0.0
        near, wide, side = ((words[max(0, gap - n) : gap], words[gap : gap + n]) for n in (_NEAR, _WIDE, _SIDE))
        across = _alike(*wide, rarity)
        again = min(3, sum(b - _APART >= a < gap <= b < gap + _SOON for a, b in repeats)) / 3
        out[gap] = {
            "bias": 1.0,
            "change": _distance(_alike(*near, rarity)),
            "wide_change": _distance(across),
            "drop": _drop(*wide, across, rarity),
            "themes_end": _lost(*side, rarity),
            "themes_begin": _lost(side[1], side[0], rarity),
            "names_change": _distance(_alike(names[max(0, gap - _SIDE) : gap], names[gap : gap + _SIDE], rare_names)),
            "bridged": float(bridges > 0),
            "bridges": min(3, bridges) / 3,
            "known_names": _known(left, first) * (1 - again),  # a story that is told again names the same people
            "long_page": max(0.0, math.log(len(found) / _LONG_PAGE)),
            "introduced_again": min(2, _introduced_again(left, right[:_WIDE])) / 2,
            "repeats": again,
            "lead": 0.0 if lean else _lead(first),
            "leans_back": lean,
            "dateline": 1.0 if head and (head.agency or head.has_date) else 0.5 if head else 0.0,
            "title": 1.0 if any(p.look is Look.SHORT and len(p.of(text).split()) >= 6 for p in own) else 0.0,
            "end_mark": 1.0 if any(_END_MARK.match(p.of(text)) for p in own) else 0.0,
        }
    change = {gap: e["change"] + e["drop"] for gap, e in out.items()}
    for gap, e in out.items():
        around = [change[g] for g in range(gap - 3, gap + 4) if g in change and g != gap]
        e["peak"] = change[gap] - sum(around) / len(around) if around else 0.0
    return out


def _alike(left: Sequence[Counter[str]], right: Sequence[Counter[str]], rarity: dict[str, float]) -> float:
    """Cosine of the words of two stretches, rare words weighing more."""
    a, b = _sum(left), _sum(right)
    dot = sum(n * b[w] * rarity[w] ** 2 for w, n in a.items() if w in b)
    if not dot:
        return 0.0
    size = math.sqrt(sum((n * rarity[w]) ** 2 for w, n in a.items()) * sum((n * rarity[w]) ** 2 for w, n in b.items()))
    return dot / size


def _sum(stretch: Sequence[Counter[str]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for words in stretch:
        for word, n in words.items():  # a plain loop: Counter.update is slower
            out[word] = out.get(word, 0) + n
    return out


def _distance(alike: float) -> float:
    """From 0 (the same words) to 1 (no word shared), steep where little is shared."""
    return -math.log(alike + 0.02) / -math.log(0.02)


def _drop(
    left: Sequence[Counter[str]], right: Sequence[Counter[str]], across: float, rarity: dict[str, float]
) -> float:
    """How much less the two sides have in common (``across``) than each has within itself."""
    within = [_alike(side[::2], side[1::2], rarity) for side in (left, right) if len(side) > 1]
    base = sum(within) / len(within) if within else 0.0
    return max(-1.0, min(1.0, base - across)) if base else 0.0


def _lost(side: Sequence[Counter[str]], other: Sequence[Counter[str]], rarity: dict[str, float]) -> float:
    """Share of one side's themes (its eight weightiest words, in two paragraphs or more) that the other lacks."""
    spread = Counter(w for p in side for w in p)
    total = _sum(side)
    themes = sorted((w for w in total if spread[w] > 1), key=lambda w: (-total[w] * rarity[w], w))[:8]
    there = {w for p in other for w in p}
    return sum(w not in there for w in themes) / len(themes) if themes else 0.5


def _introductions(found: Sequence[Paragraph]) -> list[frozenset[str]]:
    """For each paragraph the names that the page gives there for the first time, and in full."""
    seen: set[str] = set()
    out = []
    for p in found:
        out.append(frozenset((p.full - seen - p.bare) | (p.explained - seen)))
        seen |= p.full | p.bare | p.explained
    return out


def _bridges(left: Sequence[frozenset[str]], right: Sequence[Paragraph]) -> int:
    """How many names are introduced before the gap only and used in short after it, abbreviations among them."""
    given = {n for names in left for n in names}
    count, anew = 0, set[str]()
    for p in right:
        short = (p.bare & given) - anew
        count += len(short)
        anew |= p.full | p.explained | short
    return count


def _known(left: Sequence[Paragraph], first: Paragraph) -> float:
    """Share of the paragraph's names that stand before the gap; a half where it has none."""
    if not first.names:
        return 0.5
    before = {n for p in left for n in p.names}
    return len(first.names & before) / len(first.names)


def _introduced_again(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> int:
    """How many names that were used in short before the gap are first given in full after it."""
    given = {n for p in left for n in p.full}
    short = {n for p in left for n in p.bare} & given
    explained = {n for p in left for n in p.explained}
    count, seen = 0, set[str]()
    for p in right:
        count += len((p.full & short) - seen) + len((p.explained & explained) - seen)
        seen |= p.full | p.bare | p.explained
    return count


def _lead(first: Paragraph) -> float:
    """How much a paragraph reads like the first of a report: what happened, when, who says so, in 15 to 50 words."""
    marks = (_PERFECT, _WEEKDAY, _CITES, _NEW)
    points = sum(1.0 for mark in marks if mark.search(first.text))
    points += 1.0 if len(first.names) >= 2 else 0.0
    return points / 5 if 15 <= first.size <= 60 else points / 10
