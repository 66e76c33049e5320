"""Every record that travels through Sourcebook: frozen, typed, comparable.

A stage takes records and returns new ones; nothing is edited. Spans are ``[start, end)`` in code points of
the page's text (``docs/data-model.md``). Ids are unique within a page: ``a1`` for an article, ``a1.c3`` for
the third claim of it, ``a1.m2``, ``a1.t1``, ``a1.d4``, ``a1.p2``; ``i1`` for an incident of the page.
"""

from __future__ import annotations

from sourcebook.records.facts import (
    Claim,
    Mention,
    Party,
    Place,
    Source,
    TimeMention,
    Toll,
    Victims,
)
from sourcebook.records.incidents import (
    Account,
    Copy,
    Incident,
    Link,
    Linked,
    Reading,
    TollRange,
)
from sourcebook.records.pages import (
    Article,
    Block,
    DateRange,
    Found,
    Page,
    PageMeta,
    Parsed,
    Rejected,
    Sentence,
    Span,
    Spans,
    Token,
)
from sourcebook.records.vocabularies import (
    BlockKind,
    DatePrecision,
    EventType,
    Factuality,
    Grade,
    Harm,
    IncidentStatus,
    Phase,
    PlacePrecision,
    Question,
    Quotation,
    SourceKind,
    Stance,
    TollScope,
    VictimStatus,
)

__all__ = [
    "Account",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "Copy",
    "DatePrecision",
    "DateRange",
    "EventType",
    "Factuality",
    "Found",
    "Grade",
    "Harm",
    "Incident",
    "IncidentStatus",
    "Link",
    "Linked",
    "Mention",
    "Page",
    "PageMeta",
    "Parsed",
    "Party",
    "Phase",
    "Place",
    "PlacePrecision",
    "Question",
    "Quotation",
    "Reading",
    "Rejected",
    "Sentence",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Stance",
    "TimeMention",
    "Token",
    "Toll",
    "TollRange",
    "TollScope",
    "VictimStatus",
    "Victims",
]
