"""What an HTML page says of itself: JSON-LD, OpenGraph and other meta elements, the title and the first heading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from sourcebook.read.written_dates import metadata_date
from sourcebook.records import PageMeta

#: Where a publication date is looked for, best first. The date of a change, of the crawl or of an event is never one.
PUBLISHED_KEYS = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "publishdate", "publish-date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate",
)  # fmt: skip
_OUTLET_KEYS = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_HEADLINE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
_AUTHOR_KEYS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def read_metadata(html: str) -> tuple[PageMeta, tuple[str, ...]]:
    """The metadata of a page, and what was wrong with it ("the date … cannot be read")."""
    head = _Head()
    head.feed(html)
    head.close()
    problems: list[str] = []
    data = _article_data(head.scripts, problems)
    published, published_from = _published(head, data, problems)
    outlet = _name(data.get("publisher")) or _first(head.meta, _OUTLET_KEYS).lstrip("@")
    headline = _text(data.get("headline")) or _first(head.meta, _HEADLINE_KEYS) or head.heading
    authors = tuple(_authors(data.get("author"))) or tuple(_authors(head.meta_list(_AUTHOR_KEYS)))
    language = _text(data.get("inLanguage")) or head.language or _first(head.meta, ("og:locale", "content-language"))
    meta = PageMeta(
        url=head.canonical or _first(head.meta, ("og:url",)) or _text(data.get("url")) or None,
        outlet=outlet or None,
        published=published,
        published_from=published_from,
        language=re.split(r"[-_]", language)[0].lower() or None,
        headline=_clean(headline or _TITLE_TAIL.sub("", head.title), outlet) or None,
        authors=authors,
    )
    return meta, tuple(problems)


def joined(first: PageMeta, second: PageMeta) -> PageMeta:
    """``first`` with what it leaves open filled from ``second``; a date goes with where it was read."""
    dated = first if first.published else second
    return replace(
        first,
        url=first.url or second.url,
        outlet=first.outlet or second.outlet,
        published=dated.published,
        published_from=dated.published_from,
        language=first.language or second.language,
        headline=first.headline or second.headline,
        authors=first.authors or second.authors,
    )


def _published(head: _Head, data: dict[str, Any], problems: list[str]) -> tuple[Any, str | None]:
    said = [("JSON-LD datePublished", _text(data.get("datePublished")))]
    said += [(f"meta {key}", value) for key in PUBLISHED_KEYS for value in head.meta.get(key, ())]
    said += [("time element", value) for value in head.times]
    for where, value in said:
        if value:
            day = metadata_date(value)
            if day is not None:
                return day, where
            problems.append(f"the date {value[:40]!r} in {where} cannot be read")
    return None, None


def _article_data(scripts: list[str], problems: list[str]) -> dict[str, Any]:
    """The first JSON-LD node that is an article; empty if there is none."""
    for script in scripts:
        try:
            data = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            problems.append("a JSON-LD block is not valid JSON")
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")):
                    return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    todo = [data]
    while todo:
        node = todo.pop(0)
        if isinstance(node, list):
            todo = node + todo
        elif isinstance(node, dict):
            yield node
            todo.extend(node[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in node)


def _authors(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _name(item)
        if name and not name.startswith(("http", "@")):
            yield re.sub(r"(?i)^by\s+", "", name)


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def _first(meta: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    return next((value for key in keys for value in meta.get(key, ()) if value), "")


def _clean(title: str, outlet: str) -> str:
    """The headline without the outlet's name behind it."""
    tail = _TITLE_TAIL.search(title)
    if tail and outlet and outlet.casefold() in tail.group().casefold():
        return title[: tail.start()]
    return title


class _Head(HTMLParser):
    """Collects what metadata is made of. Never raises: a broken page simply says less."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, list[str]] = {}
        self.scripts: list[str] = []
        self.times: list[str] = []
        self.language = self.canonical = self.title = self.heading = ""
        self._into: str | None = None

    def meta_list(self, keys: tuple[str, ...]) -> list[str]:
        """All values of the first of ``keys`` that has any."""
        return next((self.meta[k] for k in keys if self.meta.get(k)), [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a start tag carries."""
        a = {k: v or "" for k, v in attrs}
        if tag == "meta":
            key = (a.get("property") or a.get("name") or a.get("itemprop") or a.get("http-equiv") or "").lower()
            value = " ".join(a.get("content", "").split())
            if key and value:
                self.meta.setdefault(key, []).append(value)
        elif tag == "html":
            self.language = a.get("lang", a.get("xml:lang", ""))
        elif tag == "link" and a.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or a.get("href", "")
        elif tag == "time" and a.get("datetime"):
            about = f"{a.get('itemprop', '')} {a.get('class', '')} {a.get('pubdate', '')}".lower()
            if "publish" in about or "pubdate" in a or "entry-date" in about:
                self.times.append(a["datetime"])
        elif tag == "script" and a.get("type", "").lower() == "application/ld+json":
            self.scripts.append("")
            self._into = "script"
        elif (tag == "title" and not self.title) or (tag == "h1" and not self.heading):
            self._into = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave the element whose text was collected."""
        if tag == self._into:
            self._into = None

    def handle_data(self, data: str) -> None:
        """Collect the text of title, first heading and JSON-LD."""
        if self._into == "script":
            self.scripts[-1] += data
        elif self._into == "title":
            self.title = " ".join((self.title + data).split())
        elif self._into == "h1":
            self.heading = " ".join((self.heading + data).split())
