"""Articles: finds the articles of a page, and what each stretch of them is for."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.records import Article, Block, BlockKind, DateRange, Found, Page, Span


def find_articles(page: Page, lexicon: Lexicon) -> Found[Article]:
    """The articles of a page, in page order. Stub: the whole page is one article, each line a body block."""
    blocks, at = [], 0
    for line in page.text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(at, at + len(line.rstrip()))))
        at += len(line)
    if not blocks:
        return Found()
    meta = page.meta
    published = DateRange(meta.published, meta.published) if meta.published else None
    article = Article(
        "a1",
        Span(0, len(page.text)),
        tuple(blocks),
        published=published,
        published_from=meta.published_from,
        outlet=meta.outlet,
        url=meta.url,
    )
    return Found((article,))
