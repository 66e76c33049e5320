"""Sentences: the parsed sentences of an article's headline, headings, captions and body, with offsets in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parser import MAX_CHARS
from sourcebook.read.cases import in_capitals, restore_case
from sourcebook.read.characters import Plain, plain
from sourcebook.read.repairs import repaired
from sourcebook.records import Article, Block, BlockKind, Page, Sentence, Span, Token

#: Blocks that hold sentences. Bylines, datelines and boilerplate are not parsed.
PARSED = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BODY})
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
#: The hour of an entry, before what it tells.
_STAMP = re.compile(
    r"\[?(?:[01]?\d|2[0-3])(?:[:.]|(?<=\d)h)[0-5]\d(?: ?[ap]\.?m\b\.?)?(?: (?:GMT|UTC|CET|EST|ET|BST))?\]?"
    r"(?: ?[-–—|:] ?| )(?=[A-Z“\"‘'(])",
)


def find_sentences(page: Page, article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """Parse the article's blocks, one parse per block so that no parse crosses a paragraph. In page order.

    An article in another language than English is not parsed: no sentences.
    """
    if article.language not in (None, "en"):
        return ()
    pieces: list[tuple[int, Block, int, Plain]] = []
    for number, block in enumerate(article.blocks):
        if block.kind in PARSED:
            for start, end in _pieces(page.text, block.span):
                seen = plain(page.text[start:end])
                if in_capitals(seen.text):
                    seen = seen._replace(text=restore_case(seen.text, lexicon))
                pieces.append((number, block, start, seen))
    out: list[Sentence] = []
    parses = lexicon.parser.parse(seen.text for _, _, _, seen in pieces)
    for (number, block, start, seen), sentences in zip(pieces, parses, strict=True):
        for tokens in sentences:
            placed = repaired(_placed(tokens, seen, start), lexicon, headline=block.kind in _TITLES)
            out.append(
                Sentence(
                    id=f"{article.id}.s{len(out) + 1}",
                    article=article.id,
                    span=Span(placed[0].start, placed[-1].end),
                    block=block.kind,
                    paragraph=number,
                    tokens=placed,
                    children=_children(placed),
                    repeat=block.repeat_of is not None,
                )
            )
    return tuple(out)


def _placed(tokens: list[Token], seen: Plain, at: int) -> tuple[Token, ...]:
    """The tokens with their offsets in the page."""
    if seen.starts is None:
        return tuple(Token._make((i, start + at, end + at, *rest)) for i, start, end, *rest in tokens)
    spans = [seen.place(t.start, t.end) for t in tokens]
    return tuple(t._replace(start=s + at, end=e + at) for t, (s, e) in zip(tokens, spans, strict=True))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A block, or the pieces of one that is too long for the parser, cut after a full stop, else at a blank.

    The hour before an entry of a live page ("13:10 - Police say …") is no part of its first sentence, nor of a name.
    """
    stamp = _STAMP.match(text, span.start, span.end)
    start = stamp.end() if stamp else span.start
    while span.end - start > MAX_CHARS:
        last = start + MAX_CHARS
        cut = max(text.rfind(". ", start, last), text.rfind(".\n", start, last)) + 1
        if cut <= start:
            cut = text.rfind(" ", start, last)
        end = cut if cut > start else last
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    out: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            out[t.head].append(t.i)
    return tuple(map(tuple, out))
