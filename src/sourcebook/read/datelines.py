"""Datelines: "BEIRUT/AMMAN -", "GAZA CITY (AP) —", "QUITO, 3 JAN 90 -- [TEXT]", "Puno.-"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import Sort, words_of
from sourcebook.read.written_dates import DAY_AND_MONTH, WRITTEN_DATE, written_date
from sourcebook.records import Span

_UP = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]*"
_CITY = rf"{_UP}(?: (?:{_UP}|de|la|del|al|el))*"
_NAME = r"[A-Z\u00c0-\u00de][\w'’.-]+(?: (?:of |al-|de |la )?[A-Z\u00c0-\u00de][\w'’.-]+)*"
_WHEN = rf"(?:{WRITTEN_DATE}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{DAY_AND_MONTH})"
_CREDIT = r"\((?P<agency>[^()\n]{2,60})\)"
_DASH = r"(?:\s*(?:--+|[—–―_])\s*|\s*[-:]\s+|-(?=[A-Z]))"
_TEXT = r"(?:\s*\[[A-Z][^\]\n]{2,60}\])*\s*"

#: A place in capitals, then perhaps more places, a state, a date, a credit; a dash.
_CAPITALS = re.compile(
    rf"(?P<places>{_CITY}(?:(?:\s?/\s?|; ?| and |, ){_CITY})*)(?P<region>(?:, {_NAME}){{0,2}}|\s\([A-Z][A-Za-z .]+\)),?"
    rf"(?:\s*(?P<date>(?i:{_WHEN}|NO DATE)))?,?\s*(?:{_CREDIT})?{_DASH}{_TEXT}"
)
#: A place written as usual: then a credit is needed, or the agency's bare letters.
_PLAIN = re.compile(
    rf"(?P<places>{_NAME}(?:(?:/| and ){_NAME})*)(?P<region>(?:, {_NAME}){{0,2}}),?"
    rf"(?:\s*(?P<date>(?i:{_WHEN})))?,?\s*{_CREDIT}{_DASH}{_TEXT}"
)
_BARE = re.compile(
    rf"(?P<places>{_NAME})(?P<region>),?(?:\s*(?P<date>(?i:{_WHEN})))?,?\s*(?P<agency>[A-Z]{{2,8}}){_DASH}"
)
#: A stop and a dash, as in Latin America: "Ocaña, N. S.- …", "Trujillo, May 3.- …".
_WORD = r"[A-Z\u00c0-\u00de][\w'’]*"
_WORDS = rf"{_WORD}(?:(?: (?:de|del|la|las|los|el|do|da))*[ -]{_WORD}|\. {_WORD})*"
_STOPPED = re.compile(
    rf"(?P<places>{_WORDS})(?P<region>(?:, {_WORDS}){{0,2}}),?(?:\s*(?P<date>(?i:{_WHEN})))?"
    rf"\s*(?:{_CREDIT})?\s?\.\s?[-–—]+\s*{_TEXT}"
)
#: A credit alone: "(Reuters) - …".
_CREDIT_ONLY = re.compile(rf"(?P<places>)(?P<region>)(?P<date>){_CREDIT}{_DASH}{_TEXT}")
_LONGEST = 200

#: What a credit that no list knows is called if it is an agency's: "(Larch Press Agency)", "(Hill Wire)".
_AGENCY = re.compile(r"[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*)* (?:Agency|News|News Service|Press|Telegraph|Wire)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at ``span``: its places as written, its full date and its agency, where it has them."""

    span: Span
    places: tuple[str, ...]
    date: dt.date | None
    agency: str | None
    has_date: bool


def find_dateline(text: str, paragraph: Span, lexicon: Lexicon) -> Dateline | None:
    """The dateline that the paragraph begins with, if it does."""
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    outlets, words = lexicon.outlets, lexicon.pagemarks.words
    shouting = len(head) > 60 and sum(c.islower() for c in head) * 10 < len(head)
    for pattern in (_CAPITALS, _CREDIT_ONLY, _PLAIN, _BARE, _STOPPED):
        hit = pattern.match(head if len(head) == _LONGEST else head + " ")
        if hit is None:
            continue
        places = _places(hit["places"])
        credit = hit["agency"] if "agency" in pattern.groupindex else None
        agency = outlets.credit(credit) if credit else None
        if pattern in (_CREDIT_ONLY, _BARE) and agency is None and outlets.named(credit or "") is None:
            continue
        if pattern is _PLAIN and agency is None and (len(credit or "") > 25 or not (credit or "")[:1].isupper()):
            continue
        if (
            shouting
            and pattern is _CAPITALS
            and not (hit["date"] or agency or "[" in hit.group() or "--" in hit.group())
        ):
            continue  # in upper-case copy everything looks like a place
        if any(p.upper().split()[0] in words["not-places"] or len(p) > 40 for p in places):
            continue
        if pattern is _STOPPED and not (hit["date"] or agency or lexicon.gazetteer.lookup(places[0])):
            continue  # "Note.- …"
        if pattern is _CAPITALS and (len(places) > 4 or len(hit["places"]) < 3):
            continue
        if (
            not (hit["region"] or hit["date"] or credit)
            and re.fullmatch(r"[A-Z.]{1,5}", hit["places"])
            and places[0] not in words["short-places"]
            and not _is_town(places[0], lexicon)
        ):
            continue  # "NATO: …", "U.S. - …"
        end = paragraph.start + min(hit.end(), len(head))
        date = written_date(hit["date"] or credit or "")
        dated = bool(hit["date"]) or date is not None
        named = agency.name if agency else credit if credit and _AGENCY.fullmatch(credit) else None
        return Dateline(Span(paragraph.start, end), places, date, named, dated)
    return None


#: A name of so many letters or fewer is as likely a body's; a town of so many people is meant all the same.
_LETTERS, _PEOPLE = 3, 30_000


def _is_town(name: str, lexicon: Lexicon) -> bool:
    """Whether a short name in capitals is a town's and no body's: "GILAN: …", not "NATO: …"."""
    if len(name) <= _LETTERS or "." in name:
        return False
    if any(h.entry.sort in (Sort.PARTY, Sort.OUTLET, Sort.STATE) for h in lexicon.parties.hits(words_of(name))):
        return False
    return any(c.population >= _PEOPLE for c in lexicon.gazetteer.lookup(name.title())[:1])


def _places(written: str) -> tuple[str, ...]:
    parts = re.split(r"\s*/\s*|;\s*| and |, ", written)
    return tuple(p.strip(" ,.") for p in parts if p.strip(" ,.") and p != "NO CITY")
