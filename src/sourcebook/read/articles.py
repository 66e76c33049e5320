"""Articles: finds the articles of a page, and what each stretch of them is for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.outlets import host
from sourcebook.read.blocks import Look, Piece, find_pieces, is_names, marked
from sourcebook.read.breaks import find_breaks
from sourcebook.read.credits import agency_of, names_in_byline
from sourcebook.read.languages import language_of
from sourcebook.read.layout import paragraphs
from sourcebook.read.pages import MAX_READ_CHARS
from sourcebook.read.repeats import Repeat, find_repeats
from sourcebook.read.site_names import site_name_at
from sourcebook.read.written_dates import address_date, written_date
from sourcebook.records import Article, Block, BlockKind, DateRange, Found, Page, Rejected, Span

_KINDS = {
    Look.RUNNING: BlockKind.BODY,
    Look.SHORT: BlockKind.HEADING,
    Look.CAPTION: BlockKind.CAPTION,
    Look.BYLINE: BlockKind.BYLINE,
    Look.DATE: BlockKind.BOILERPLATE,
    Look.OUTLET: BlockKind.BOILERPLATE,
    Look.BOILERPLATE: BlockKind.BOILERPLATE,
}
_STORY = frozenset({BlockKind.BODY, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.HEADLINE})
_MENU_WORDS = 4  # a short line of so few words among others is a menu's
_MENU_RUN = 3
_HEADING_WORDS = 12
_FINITE = re.compile(r"(?i)\b(?:is|are|was|were|has|have|had|will|says?|said|can|could|should|may|must|kills?|hits?)\b")
#: An article repeats another if so much of its body stands in that one.
_MOSTLY = 0.7

Placed = tuple[Piece, BlockKind]


def find_articles(page: Page, lexicon: Lexicon) -> Found[Article]:
    """The articles of a page, in page order. Each character that is not blank is in a block of one of them.

    What is beyond the length that is read, and an article in another language than English, is also in
    ``rejected``.
    """
    text = page.text
    limit = min(len(text), MAX_READ_CHARS)
    pieces = find_pieces(text, paragraphs(text, limit), lexicon)
    rejected: list[Rejected] = []
    if limit < len(text) and text[limit:].strip():
        rest = Span(limit, limit + len(text[limit:].rstrip()))
        pieces.append(Piece(rest, Look.BOILERPLATE))
        rejected.append(Rejected("articles", rest, Reason.TOO_LONG, f"over {MAX_READ_CHARS:,} characters"))
    if not pieces:
        return Found()
    starts = find_breaks(text, pieces, lexicon)
    parts = [pieces[a:b] for a, b in zip(starts, (*starts[1:], len(pieces)), strict=True)]
    placed = [_placed(text, part, page, lexicon, first=n == 0) for n, part in enumerate(parts)]
    blocks = _with_repeats(text, [_blocks(text, part) for part in placed])
    first_date = _published([p for part in parts for p in part], page)
    articles: list[Article] = []
    for number, (part, own) in enumerate(zip(placed, blocks, strict=True), 1):
        article = _article(page, f"a{number}", part, own, articles, first_date, lexicon)
        articles.append(article)
        if article.language != "en":
            rejected.append(Rejected("articles", article.span, Reason.LANGUAGE_NOT_READ, article.language or ""))
        elif not any(b.kind in _STORY for b in own):
            rejected.append(Rejected("articles", article.span, Reason.NO_SENTENCE))
    return Found(tuple(articles), tuple(rejected))


# ------------------------------------------------------------------------------------- what a piece is for


def _placed(text: str, part: Sequence[Piece], page: Page, lexicon: Lexicon, *, first: bool) -> list[Placed]:
    """Each piece of one article with the kind that its place in the article gives it."""
    pieces = _without_menus(text, part)
    body = next((n for n, p in enumerate(pieces) if p.look is Look.RUNNING), len(pieces))
    last = max((n for n, p in enumerate(pieces) if p.look is Look.RUNNING), default=-1)
    headline = _headline(text, pieces, body, page.meta.headline if first else None)
    out: list[Placed] = []
    for n, piece in enumerate(pieces):
        kind = _KINDS[piece.look]
        words = len(piece.of(text).split())
        if n == headline:
            kind = BlockKind.HEADLINE
        elif piece.look is Look.SHORT and n < body:
            kind = _before_body(text, piece, words, n, headline, body, lexicon)
        elif piece.look is Look.SHORT and n > last:
            kind = BlockKind.BOILERPLATE if words <= _HEADING_WORDS else BlockKind.BODY
            if _is_byline(text, piece):
                kind = BlockKind.BYLINE
        elif piece.look is Look.SHORT:
            kind = BlockKind.HEADING if words <= _HEADING_WORDS else BlockKind.BODY
            timed = _TIME_OF_DAY.fullmatch(pieces[n - 1].of(text).strip()) is not None  # an entry of a live blog
            if words >= 6 and not timed and not _has_verb(piece.of(text), lexicon):
                kind = BlockKind.CAPTION
        out.append((piece, kind))
    return [placed for piece, kind in out for placed in _without_site(text, piece, kind)]


def _without_site(text: str, piece: Piece, kind: BlockKind) -> list[Placed]:
    """A headline, and what its line has of the site's name."""
    cut = site_name_at(piece.of(text)) if kind is BlockKind.HEADLINE else None
    if cut is None:
        return [(piece, kind)]
    start, end = piece.span
    line = piece.of(text)
    behind = len(line) - len(line[cut:].lstrip())
    own, rest = Span(start, start + cut), Span(start + behind, end)
    return [(replace(piece, span=own), kind), (replace(piece, span=rest, look=Look.BOILERPLATE), BlockKind.BOILERPLATE)]


def _without_menus(text: str, part: Sequence[Piece]) -> list[Piece]:
    """The pieces, a run of short lines without a sentence turned into boilerplate."""
    out = list(part)
    run: list[int] = []
    for n, piece in enumerate([*part, None]):
        if piece is not None and piece.look in (Look.SHORT, Look.OUTLET, Look.BOILERPLATE):
            run.append(n)
            continue
        short = [i for i in run if len(out[i].of(text).split()) <= _MENU_WORDS and out[i].look is Look.SHORT]
        if len(short) >= _MENU_RUN:
            for i in short:
                out[i] = marked(out[i], Look.BOILERPLATE)
        run = []
    return out


def _headline(text: str, pieces: list[Piece], body: int, known: str | None) -> int | None:
    """Which piece is the headline: the one that metadata name, or the first line before the body that could be one."""
    top = pieces[: body + 1] if body < len(pieces) else pieces
    if known:
        for n, piece in enumerate(top):
            if _letters(piece.of(text)) == _letters(known) and piece.dateline is None:
                return n
    short = [n for n, p in enumerate(pieces[:body]) if p.look is Look.SHORT]
    long = [n for n in short if len(pieces[n].of(text).split()) >= _MENU_WORDS]
    if long:
        return long[0]
    if short:
        return max(short, key=lambda n: len(pieces[n].of(text)))
    after = next((p for p in pieces[body + 1 :] if p.look is Look.RUNNING), None)
    return body if after is not None and _titled(text, pieces[body], after) else None


def _titled(text: str, piece: Piece, after: Piece) -> bool:
    """A headline that ends like a sentence: one short sentence in title case, or cut, or told again by what follows."""
    line = piece.of(text)
    count = len(line.split())
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", line) if len(w) > 3]
    if (
        piece.dateline
        or not 3 <= count <= 20
        or len(words) < 3
        or line.isupper()
        or re.search(r"[a-z]{2}[.!?] \S", line)
    ):
        return False
    if after.dateline is not None or line.endswith(("...", "…", ";")):
        return True
    if sum(w[0].isupper() for w in words) >= 0.8 * len(words):
        return True
    told = {w[:5].lower() for w in re.findall(r"[^\W\d_][\w'’-]*", after.of(text))}
    return len(words) >= 4 and sum(w[:5].lower() in told for w in words) >= 0.5 * len(words)


def _letters(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())


def _before_body(
    text: str, piece: Piece, words: int, n: int, headline: int | None, body: int, lexicon: Lexicon
) -> BlockKind:
    """What a short line before the body is: byline, kicker, deck under the headline or a picture's caption."""
    line = piece.of(text)
    if headline is not None and n > headline:
        if is_names(line) and words >= 2:
            return BlockKind.BYLINE
        if words >= _MENU_WORDS:
            return BlockKind.HEADING if _has_verb(line, lexicon) else BlockKind.CAPTION
    return BlockKind.BOILERPLATE if words < 6 else BlockKind.HEADING


_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}T?)?", re.IGNORECASE)


def _is_byline(text: str, piece: Piece) -> bool:
    line = piece.of(text)
    return is_names(line) and " and " in line


def _has_verb(line: str, lexicon: Lexicon) -> bool:
    """Whether a line without a full stop tells something: has a finite verb."""
    if _FINITE.search(line):
        return True
    for sentence in next(iter(lexicon.parser.parse([line[:600]])), []):
        if any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep not in ("relcl", "acl") for t in sentence):
            return True
    return False


# ------------------------------------------------------------------------------------------------- blocks


def _blocks(text: str, placed: list[Placed]) -> list[Block]:
    out: list[Block] = []
    for piece, kind in placed:
        if piece.dateline is None:
            out.append(Block(kind, piece.span))
            continue
        line = piece.dateline.span
        out.append(Block(BlockKind.DATELINE, Span(line.start, line.start + len(line.of(text).rstrip()))))
        rest = text[line.end : piece.span.end]
        if rest.strip():
            out.append(Block(kind, Span(line.end + len(rest) - len(rest.lstrip()), piece.span.end)))
    return out


def _with_repeats(text: str, articles: list[list[Block]]) -> list[list[Block]]:
    """The blocks, those that say again what an earlier one says marked; a block that takes one in is parted there."""
    flat = [(n, b) for n, blocks in enumerate(articles) for b in blocks]
    # Running text counts before captions and headings: where a caption quotes the body it is the caption that repeats.
    order = [i for i, (_, b) in enumerate(flat) if b.kind is BlockKind.BODY]
    order += [i for i, (_, b) in enumerate(flat) if b.kind not in (BlockKind.BODY, BlockKind.DATELINE)]
    found: dict[int, Repeat] = {}
    for repeat in find_repeats(text, [flat[i][1].span for i in order]):
        found[order[repeat.number]] = repeat._replace(earlier=flat[order[repeat.earlier]][1].span.start)
    out: list[list[Block]] = [[] for _ in articles]
    for i, (n, block) in enumerate(flat):
        again = found.get(i)
        if again is None:
            out[n].append(block)
            continue
        for start, end, repeat_of in (
            (block.span.start, again.span.start, None),
            (again.span.start, again.span.end, again.earlier),
            (again.span.end, block.span.end, None),
        ):
            part = text[start:end]
            if part.strip():
                start += len(part) - len(part.lstrip())
                out[n].append(Block(block.kind, Span(start, start + len(part.strip())), repeat_of))
    return out


# ----------------------------------------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class _Dated:
    day: DateRange | None
    read_from: str | None


def _article(
    page: Page,
    id_: str,
    placed: list[Placed],
    blocks: list[Block],
    earlier: list[Article],
    first_date: _Dated,
    lexicon: Lexicon,
) -> Article:
    text, meta = page.text, page.meta
    pieces = [piece for piece, _ in placed]
    dateline = next((p.dateline for p in pieces if p.dateline), None)
    lines = [b.span.of(text) for b in blocks if b.kind is BlockKind.BYLINE]
    byline = tuple(dict.fromkeys(name for line in lines for name in names_in_byline(line, lexicon.outlets)))
    dated = _published(pieces, page)
    if dated.day is None:
        dated = first_date
    outlet = meta.outlet or _outlet(page, pieces, lexicon)
    body = [b.span.of(text) for b in blocks if b.kind is BlockKind.BODY]
    captions = [b.span.of(text) for b in blocks if b.kind is BlockKind.CAPTION]
    headline = next((b.span for b in blocks if b.kind is BlockKind.HEADLINE), None)
    return Article(
        id=id_,
        span=Span(blocks[0].span.start, blocks[-1].span.end),
        blocks=tuple(blocks),
        headline=headline,
        published=dated.day,
        published_from=dated.read_from,
        outlet=outlet,
        agency=agency_of(dateline.agency if dateline else None, lines, captions, body, outlet, lexicon.outlets),
        byline=byline or (meta.authors if not earlier else ()),
        dateline=dateline.places if dateline else (),
        language=_language(text, blocks, meta.language, lexicon),
        repeat_of=_repeat_of(blocks, earlier),
        url=meta.url,
    )


def _published(pieces: list[Piece], page: Page) -> _Dated:
    """The day of publication, from what says most surely: metadata, a "Published" line, a dateline, the address."""
    meta = page.meta
    if meta.published:
        return _Dated(DateRange(meta.published, meta.published), meta.published_from or "option")
    said: list[tuple[dt.date | None, str]] = [
        (p.published, "a line of the page: Published") for p in pieces if p.published
    ]
    said += [(p.dateline.date, "dateline") for p in pieces if p.dateline and p.dateline.date]
    said += [(p.updated, "a line of the page: Updated") for p in pieces if p.updated]
    said += [(written_date(p.of(page.text)), "a line of the page: a date") for p in _under_the_headline(pieces)]
    said.append((address_date(meta.url) if meta.url else None, "the page's address"))
    for day, read_from in said:
        if day is not None:
            return _Dated(DateRange(day, day), read_from)
    return _Dated(None, None)


def _under_the_headline(pieces: list[Piece]) -> list[Piece]:
    """Lines with nothing but a date between the headline and the text; one above may be the day of the visit."""
    body = next((n for n, p in enumerate(pieces) if p.look is Look.RUNNING), len(pieces))
    head = next((n for n, p in enumerate(pieces) if p.look is Look.SHORT), body)
    return [p for p in pieces[head:body] if p.look is Look.DATE]


def _outlet(page: Page, pieces: list[Piece], lexicon: Lexicon) -> str | None:
    if page.meta.url:
        known = lexicon.outlets.at(page.meta.url)
        if known or host(page.meta.url):
            return known.name if known else host(page.meta.url)
    return next((p.outlet for p in pieces if p.outlet), None)


def _language(text: str, blocks: list[Block], said: str | None, lexicon: Lexicon) -> str:
    story = "\n".join(b.span.of(text) for b in blocks if b.kind in _STORY)
    seen = language_of(story or text[blocks[0].span.start : blocks[-1].span.end], lexicon.pagemarks.words["english"])
    if seen == "en" and said and not said.lower().startswith("en") and len(story) < 400:
        return said.lower().split("-")[0]  # too short to gainsay what the page says of itself
    return seen


def _repeat_of(blocks: list[Block], earlier: list[Article]) -> str | None:
    """The earlier article that holds most of this one's body."""
    total = sum(b.span.end - b.span.start for b in blocks if b.kind is BlockKind.BODY)
    for article in earlier:
        again = sum(
            b.span.end - b.span.start
            for b in blocks
            if b.kind is BlockKind.BODY
            and b.repeat_of is not None
            and article.span.start <= b.repeat_of < article.span.end
        )
        if total and again >= _MOSTLY * total:
            return article.id
    return None
