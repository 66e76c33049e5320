"""Pages: from captured bytes to a page of text, whole and unchanged."""

from __future__ import annotations

import hashlib

from sourcebook.records import Page, PageMeta


def make_page(data: bytes, path: str, meta: PageMeta | None = None) -> Page:
    """Decode captured bytes. Stub: plain UTF-8."""
    return Page("sha256:" + hashlib.sha256(data).hexdigest(), path, data.decode("utf-8-sig"), meta or PageMeta())
