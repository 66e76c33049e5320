"""The reading as JSON: the public interchange format, ``sourcebook.reading/1``.

A key that has nothing to say is present and holds null or []. Nothing is dropped but the parse.
"""

from __future__ import annotations

import json
from typing import Any

from sourcebook.records import (
    Account,
    Article,
    Claim,
    DateRange,
    Incident,
    Mention,
    Party,
    Place,
    Reading,
    Rejected,
    Source,
    Span,
    TimeMention,
    Toll,
)

FORMAT = "sourcebook.reading/1"
Json = dict[str, Any]


def to_line(reading: Reading, extra: Json | None = None) -> str:
    """The reading as one line of JSON, without the line end; ``extra`` keys come after its own."""
    return json.dumps({**to_json(reading), **(extra or {})}, ensure_ascii=False, separators=(",", ":"))


def to_json(reading: Reading) -> Json:
    """The reading as plain dicts and lists, keys in the order of the contract."""
    page = reading.page
    return {
        "format": FORMAT,
        "page": {
            "id": page.id,
            "path": page.path,
            "url": page.meta.url,
            "text": None if page.plain else page.text,
            "n_chars": len(page.text),
            "encoding": page.encoding,
            "problems": list(page.problems),
        },
        "articles": [_article(a, page.text) for a in reading.articles],
        "claims": [_claim(c) for c in reading.claims],
        "mentions": [_mention(m) for m in reading.mentions],
        "tolls": [_toll(t) for t in reading.tolls],
        "dates": [_time(d) for d in reading.dates],
        "places": [_place(p) for p in reading.places],
        "incidents": [_incident(i) for i in reading.incidents],
        "rejected": [_rejected(r) for r in reading.rejected],
    }


def _date(d: DateRange | None) -> Json | None:
    if d is None:
        return None
    return {
        "low": d.low.isoformat() if d.low else None,
        "high": d.high.isoformat() if d.high else None,
        "precision": d.precision,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(s) for s in spans]


def _article(a: Article, text: str) -> Json:
    return {
        "id": a.id,
        "span": list(a.span),
        "headline": {"span": list(a.headline), "text": a.headline.of(text)} if a.headline else None,
        "published": _date(a.published),
        "published_from": a.published_from,
        "outlet": a.outlet,
        "agency": a.agency,
        "byline": list(a.byline),
        "dateline": list(a.dateline),
        "language": a.language,
        "url": a.url,
        "blocks": [{"kind": b.kind, "span": list(b.span), "repeat_of": b.repeat_of} for b in a.blocks],
        "repeat_of": a.repeat_of,
    }


def _source(s: Source) -> Json:
    return {
        "spans": _spans(s.spans),
        "text": s.text,
        "resolved": s.resolved,
        "entity": s.entity,
        "kind": s.kind,
        "anonymous": s.anonymous,
        "party": s.party,
        "proximity": s.proximity,
    }


def _claim(c: Claim) -> Json:
    return {
        "id": c.id,
        "article": c.article,
        "source": _source(c.source),
        "cue": {"spans": _spans(c.cue), "text": c.cue_text},
        "content": {"spans": _spans(c.content), "text": c.content_text},
        "stance": c.stance,
        "quotation": c.quotation,
        "via": list(c.via),
        "about": c.about,
        "inside": c.inside,
        "rule": c.rule,
        "score": c.score,
    }


def _party(p: Party) -> Json:
    return {
        "text": p.text,
        "name": p.name,
        "entity": p.entity,
        "country": p.country,
        "kind": p.kind,
        "span": list(p.span) if p.span else None,
    }


def _mention(m: Mention) -> Json:
    return {
        "id": m.id,
        "article": m.article,
        "claim": m.claim,
        "trigger": {"span": list(m.trigger), "text": m.trigger_text},
        "event_type": m.event_type,
        "actors": [_party(p) for p in m.actors],
        "recipients": [_party(p) for p in m.recipients],
        "weapons": list(m.weapons),
        "place": m.place,
        "place_reason": m.place_reason,
        "date": m.date,
        "date_reason": m.date_reason,
        "tolls": list(m.tolls),
        "factuality": m.factuality,
        "phase": m.phase,
        "background": m.background,
        "same_as": m.same_as,
        "actor_claim": m.actor_claim,
        "rule": m.rule,
    }


def _toll(t: Toll) -> Json:
    return {
        "id": t.id,
        "article": t.article,
        "span": list(t.span),
        "text": t.text,
        "mention": t.mention,
        "claim": t.claim,
        "harm": t.harm,
        "low": t.low,
        "high": t.high,
        "victims": {
            "status": t.victims.status,
            "group": t.victims.group,
            "of": _party(t.victims.of) if t.victims.of else None,
        },
        "cumulative": t.cumulative,
        "part_of": t.part_of,
        "scope": t.scope,
        "perpetrator": t.perpetrator,
        "rule": t.rule,
    }


def _time(d: TimeMention) -> Json:
    return {
        "id": d.id,
        "article": d.article,
        "span": list(d.span),
        "text": d.text,
        "timex3": {"type": d.type, "value": d.value},
        "low": d.range.low.isoformat() if d.range and d.range.low else None,
        "high": d.range.high.isoformat() if d.range and d.range.high else None,
        "precision": d.range.precision if d.range else "unknown",
        "anchor": d.anchor.isoformat() if d.anchor else None,
        "rule": d.rule,
    }


def _place(p: Place) -> Json:
    return {
        "id": p.id,
        "article": p.article,
        "span": list(p.span),
        "text": p.text,
        "name": p.name,
        "lat": p.lat,
        "lon": p.lon,
        "country": p.country,
        "admin1": p.admin1,
        "geonames": p.geonames,
        "precision": p.precision,
        "radius_km": p.radius_km,
        "rule": p.rule,
        "reason": p.reason,
    }


def account_to_json(a: Account) -> Json:
    """One account as plain data."""
    return {
        "question": a.question,
        "value": a.value,
        "low": a.low,
        "high": a.high,
        "source": a.source,
        "entity": a.entity,
        "kind": a.kind,
        "anonymous": a.anonymous,
        "victims": a.victims,
        "answer": a.answer,
        "article": a.article,
        "claim": a.claim,
        "stance": a.stance,
        "quote": {"span": list(a.quote), "text": a.quote_text},
        "page": a.page,
        "outlet": a.outlet,
        "lineage": a.lineage,
        "said": _date(a.said),
    }


def incident_to_json(i: Incident) -> Json:
    """An incident of many pages as plain data: its place in full, and the incidents of pages that it is made of."""
    members = [{"page": page, "incident": incident} for page, incident in i.members]
    return {**_incident(i), "place": _place(i.place) if i.place else None, "members": members}


def _incident(i: Incident) -> Json:
    return {
        "id": i.id,
        "event_type": i.event_type,
        "date": _date(i.date),
        "place": i.place.id if i.place else None,
        "actors": [_party(p) for p in i.actors],
        "recipients": [_party(p) for p in i.recipients],
        "mentions": list(i.mentions),
        "claims": list(i.claims),
        "killed": list(i.killed) if i.killed else None,
        "injured": list(i.injured) if i.injured else None,
        "status": i.status,
        "contested": list(i.contested),
        "independent_sources": i.independent_sources,
        "grade": i.grade,
        "grade_reason": i.grade_reason,
        "background": i.background,
        "accounts": [account_to_json(a) for a in i.accounts],
    }


def _rejected(r: Rejected) -> Json:
    return {"stage": r.stage, "span": list(r.span), "reason": r.reason, "detail": r.detail}
