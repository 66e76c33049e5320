"""Sourcebook: reads news reports of armed conflict into incidents in which every fact keeps who said it.

from sourcebook import Lexicon, make_page, read_page

lexicon = Lexicon()
page = make_page(b"...", "report.txt")
for claim in read_page(page, lexicon).claims:
    print(claim.source.resolved, claim.cue_text, claim.content_text)
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

#: Public name → the module that defines it. Loaded when first used, so that ``sourcebook --help`` is quick.
_HOME = {
    "Lexicon": "lexicon",
    "Linked": "records",
    "Page": "records",
    "PageMeta": "records",
    "Reading": "records",
    "link_readings": "flow",
    "make_page": "read.pages",
    "read_page": "flow",
}

__all__ = ["Lexicon", "Linked", "Page", "PageMeta", "Reading", "link_readings", "make_page", "read_page"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"sourcebook.{_HOME[name]}"), name)
    raise AttributeError(f"module 'sourcebook' has no attribute {name!r}")
