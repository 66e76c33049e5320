"""Shares: which words of a sentence are a cue's source, which its content, and which belong to the cue itself.

The sentence is cut along the path from the cue to its root: the cue's dependents, the words above it, and their other
dependents (Xue and Palmer 2004, "Calibrating features for semantic role labeling"). Each piece with all that hangs on
it is source, cue, content, none of them, or to be cut again. The weights (``data/shares.tsv``) are learnt by
``benchmarks/learn_attributions.py``.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from sourcebook.lexicon.cues import Cues
from sourcebook.lexicon.models import sigmoid
from sourcebook.read.clauses import subject
from sourcebook.read.cuewords import subject_of, thing_type
from sourcebook.read.quotes import Quote
from sourcebook.records import Sentence, Span, Token

#: The classes: source, cue, content, none, and cut again.
SOURCE, CUE, CONTENT, NONE, CUT = "S", "Q", "C", "N", "X"
#: A piece is cut only if this is surely right: less fell into fragments on PolNeAR train.
_SURE = 0.6
#: Cuts below one piece, and words above the cue, that are looked at.
_DEEPEST, _HIGHEST = 6, 12
_LONGEST_PATH = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with all that hangs on it, or the word alone. ``path``: the relations that lead there from the cue."""

    head: int
    path: str
    alone: bool
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Surround:
    """What holds for the cue and all pieces: its voice, what it governs, quotations, who would be speaking."""

    voice: str
    governs: str
    quotes: tuple[Span, ...]
    quoted: bool
    subject: int | None


def share_out(s: Sentence, t: Token, quotes: Sequence[Quote], cues: Cues) -> list[str]:
    """The class of each token of the sentence, for the cue ``t``. ``quotes``: the outermost ones that touch it."""
    around = surround(s, t, quotes)
    out = [NONE] * len(s.tokens)
    pieces = first_pieces(s, t)
    for depth in range(_DEEPEST):
        following: list[Piece] = []
        for piece in pieces:
            label = _class_of(s, t, piece, around, cues, depth)
            if label == CUT:
                following += pieces_of(s, piece)
            else:
                for i in piece.tokens:
                    out[i] = label
        if not following:
            break
        pieces = following
    return out


def _class_of(s: Sentence, t: Token, piece: Piece, around: Surround, cues: Cues, depth: int) -> str:
    model = cues.shares
    odds = model.sums(features_of(s, t, piece, around, cues.share_paths))
    cut = model.classes.index(CUT)
    if not piece.alone and len(piece.tokens) > 1 and depth < _DEEPEST - 1:
        chances = [sigmoid(x) for x in odds]
        if chances[cut] >= _SURE * sum(chances):
            return CUT
    odds[cut] = -math.inf
    return model.classes[odds.index(max(odds))]


def surround(s: Sentence, t: Token, quotes: Sequence[Quote]) -> Surround:
    """What the features of every piece share."""
    kids = s.kids(t.i)
    deps = {k.dep for k in kids}
    passive = bool({"auxpass", "nsubjpass", "agent"} & deps)
    voice = "pas" if passive else "red" if t.dep == "acl" and t.tag == "VBN" else "act"
    governs = "".join(c for c, dep in _GOVERNED if dep in deps)
    spans = tuple(q.span for q in quotes)
    here = Span(t.start, t.end)
    speaker = subject_of(s, t, kids)
    if speaker is None and t.dep in ("dobj", "attr", "pobj"):
        speaker = subject(s, t.head)
    return Surround(voice, governs, spans, any(x.holds(here) for x in spans), speaker)


def first_pieces(s: Sentence, t: Token) -> list[Piece]:
    """The cue alone, its dependents, and going up from it each word alone and its other dependents."""
    out = [Piece(t.i, "=", True, (t.i,))]
    out += (Piece(k, "v" + s.tokens[k].dep, False, tuple(s.subtree(k))) for k in s.children[t.i])
    path, below = "", t.i
    for _ in range(_HIGHEST):
        above = s.tokens[below].head
        if above == below:
            break
        path += "^" + s.tokens[below].dep
        out.append(Piece(above, path, True, (above,)))
        out += (
            Piece(k, f"{path}v{s.tokens[k].dep}", False, tuple(s.subtree(k))) for k in s.children[above] if k != below
        )
        below = above
    return out


def pieces_of(s: Sentence, piece: Piece) -> Iterator[Piece]:
    """A piece cut: its head alone, and each of its dependents."""
    yield Piece(piece.head, piece.path + "=", True, (piece.head,))
    for k in s.children[piece.head]:
        yield Piece(k, f"{piece.path}v{s.tokens[k].dep}", False, tuple(s.subtree(k)))


def features_of(
    s: Sentence, t: Token, piece: Piece, around: Surround, paths: Container[str] | None = None
) -> tuple[str, ...]:
    """The features of a piece: how it hangs together with the cue, what it is, where it stands, quotations.

    With ``paths``, a piece whose path is not among them goes without the features that name its path.
    """
    tokens = s.tokens
    word, pos, voice = t.lemma, t.pos, around.voice
    u = tokens[piece.head]
    first, last = piece.tokens[0], piece.tokens[-1]
    side = "b" if last < t.i else "a" if first > t.i else "x"
    path = piece.path if len(piece.path) <= _LONGEST_PATH else f"{piece.path[:20]}~{piece.path[-16:]}"
    dep = piece.path.rsplit("v", 1)[-1]
    opening = tokens[first].lower
    sort = thing_type(s, piece.head)
    distance = _bucket(t.i - last if side == "b" else first - t.i if side == "a" else 0, _DISTANCES)
    quoted = f"00{around.quoted:d}"
    if around.quotes:
        span = Span(tokens[first].start, tokens[last].end)
        inside = any(q.holds(span) for q in around.quotes)
        touched = any(q.overlaps(span) for q in around.quotes)
        quoted = f"{inside:d}{touched:d}{around.quoted:d}"
    speaks = "1" if u.i == around.subject else "0"
    size = _bucket(len(piece.tokens), _LENGTHS)
    out: tuple[str, ...]
    if paths is None or path in paths:
        how = f"{path}|{pos}|{voice}"
        mark = ""
        if u.pos in ("VERB", "AUX"):
            mark = next((x.lower for x in s.kids(u.i, "mark", "aux") if x.i < u.i), "")
        out = (
            f"p:{path}", f"pv:{how}", f"pL:{path}|{word}", f"pu:{how}|{u.pos}", f"pf:{path}|{opening}",
            f"pg:{how}|{around.governs}", f"ps:{path}|{side}|{piece.alone:d}", f"pt:{path}|{sort}",
            f"Lf:{word}|{opening}|{dep}", f"Lt:{word}|{dep}|{side}|{sort}", f"ul:{u.lemma}|{dep}",
            f"ut:{u.tag}|{dep}|{side}", f"pb:{path}|{_beside(s, first - 1)}", f"pa:{path}|{_beside(s, last + 1)}",
            f"n:{size}|{dep}|{side}", f"d:{distance}|{side}|{dep}",
            f"pd:{path}|{distance}|{side}", f"m:{mark}|{path}", f"q:{quoted}|{side}", f"qp:{quoted}|{path}",
            f"qL:{word}|{quoted}|{side}", f"Ls:{word}|{side}|{around.governs}",
            f"s:{speaks}", f"sp:{speaks}|{pos}|{voice}", f"st:{speaks}|{sort}|{pos}",
        )  # fmt: skip
    else:
        out = (
            f"Lf:{word}|{opening}|{dep}", f"Lt:{word}|{dep}|{side}|{sort}", f"ul:{u.lemma}|{dep}",
            f"ut:{u.tag}|{dep}|{side}", f"n:{size}|{dep}|{side}", f"d:{distance}|{side}|{dep}", f"q:{quoted}|{side}",
            f"qL:{word}|{quoted}|{side}", f"Ls:{word}|{side}|{around.governs}",
            f"s:{speaks}", f"sp:{speaks}|{pos}|{voice}", f"st:{speaks}|{sort}|{pos}",
        )  # fmt: skip
    if around.subject is not None and u.i != around.subject and around.subject in piece.tokens:
        return (*out, f"hs:{path}")
    return out


_GOVERNED = (("c", "ccomp"), ("o", "dobj"), ("x", "xcomp"), ("p", "prep"), ("s", "nsubj"))
_DISTANCES, _LENGTHS = (2, 3, 6, 13), (2, 4, 8, 16)


def _bucket(n: int, edges: tuple[int, ...]) -> int:
    return bisect.bisect_right(edges, n)


def _beside(s: Sentence, i: int) -> str:
    """The mark that stands there, "w" for a word, "" beyond the sentence."""
    if not 0 <= i < len(s.tokens):
        return ""
    return "w" if s.tokens[i].text.isalnum() else s.tokens[i].text
