"""Datelines: "BEIRUT/AMMAN -", "GAZA CITY (AP) —", "QUITO, 3 JAN 90 -- [TEXT]", "Puno.-", "OMSK, May 3. /TASS/."."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import Sort, words_of
from sourcebook.lexicon.placenames import PlaceKind
from sourcebook.read.written_dates import DAY_AND_MONTH, WRITTEN_DATE, written_date
from sourcebook.records import Span

_UP = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]*"
_CITY = rf"{_UP}(?: (?:{_UP}|de|la|del|al|el))*"
_NAME = r"[A-Z\u00c0-\u00de][\w'’.-]+(?: (?:of |al-|de |la )?[A-Z\u00c0-\u00de][\w'’.-]+)*"
_WHEN = rf"(?:{WRITTEN_DATE}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{DAY_AND_MONTH})"
_CREDIT = r"\((?P<agency>[^()\n]{2,60})\)"
_DASH = r"(?:\s*(?:--+|[—–―_])\s*|\s*[-:]\s+|-(?=[A-Z]))"
_TEXT = r"(?:\s*\[[A-Z][^\]\n]{2,60}\])*\s*"
#: What a place lies in: ", Iraq", " (Niger)", " (C'garh)".
_REGION = rf"(?P<region>(?:, {_NAME}){{0,2}}|\s\([A-Z][\w .'’-]+\))"

#: A place in capitals, then perhaps more places, a state, a date, a credit; a dash.
_CAPITALS = re.compile(
    rf"(?P<places>{_CITY}(?:(?:\s?/\s?|; ?| and |, ){_CITY})*){_REGION},?"
    rf"(?:\s*(?P<date>(?i:{_WHEN}|NO DATE)))?,?\s*(?:{_CREDIT})?{_DASH}{_TEXT}"
)
#: A place written as usual: then a credit is needed, or the agency's bare letters.
_PLAIN = re.compile(
    rf"(?P<places>{_NAME}(?:(?:/| and ){_NAME})*){_REGION},?"
    rf"(?:\s*(?P<date>(?i:{_WHEN})))?,?\s*{_CREDIT}{_DASH}{_TEXT}"
)
#: The same with a day and no credit: "Téra, 23 June - …".
_DATED = re.compile(rf"(?P<places>{_NAME}){_REGION},?\s*(?P<date>(?i:{_WHEN}))\s*[—–-]\s+{_TEXT}")
#: A credit between slashes: "OMSK, May 3. /TASS/. …".
_SLASHED = re.compile(
    rf"(?P<places>{_NAME}){_REGION},?\s*(?P<date>(?i:{_WHEN}))\.?\s*/(?P<agency>[A-Z][^/\n]{{1,40}})/[.:]?\s*[—–-]*\s*"
)
#: Place and day between brackets, as rights groups have it: "(Cotonou, 26 June 2025) - …", "(Beirut) - …".
_BRACKETED = re.compile(rf"\((?P<places>{_NAME})(?P<region>(?:, {_NAME})?)(?:, (?P<date>(?i:{_WHEN})))?\){_DASH}")
#: A place and its state, or a town and a long dash: "Minna, Nigeria - …", "Goma — …".
_STATED = re.compile(rf"(?P<places>{_NAME})(?P<region>, {_NAME})\s[—–-]+\s")
_ALONE = re.compile(rf"(?P<places>{_NAME})(?P<region>)\s?—\s?")

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
#: A line of its own: "Raipur, 16 February 2026".
_LINE = re.compile(
    rf"(?P<places>{_NAME}|{_CITY})(?P<region>(?:, {_NAME}){{0,2}}|\s\([A-Z][\w .'’-]+\)),?\s+(?P<date>(?i:{_WHEN}))\.?"
)
_PATTERNS = (_CAPITALS, _CREDIT_ONLY, _PLAIN, _BARE, _STOPPED, _SLASHED, _DATED, _BRACKETED, _STATED, _ALONE)
#: Patterns that other words would fit as well.
_ROUGH = frozenset({_DATED, _BRACKETED, _STATED, _ALONE})
_DAYS = frozenset({*calendar.day_name, *calendar.month_name})
_LONGEST = 200
_LINE_LONGEST = 60

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
    for pattern in _PATTERNS:
        hit = pattern.match(head if len(head) == _LONGEST else head + " ")
        if hit is None:
            continue
        places = _places(hit["places"])
        credit = hit["agency"] if "agency" in pattern.groupindex else None
        agency = outlets.credit(credit) if credit else None
        if pattern in (_CREDIT_ONLY, _BARE) and agency is None and outlets.named(credit or "") is None:
            continue
        if pattern in _ROUGH and not _is_meant(hit, pattern, lexicon):
            continue
        if pattern is _PLAIN and agency is None and (len(credit or "") > 25 or not (credit or "")[:1].isupper()):
            continue
        if (
            shouting
            and pattern is _CAPITALS
            and not (_date_in(hit) or agency or "[" in hit.group() or "--" in hit.group())
        ):
            continue  # in upper-case copy everything looks like a place
        if any(p.upper().split()[0] in words["not-places"] or len(p) > 40 or p in _DAYS for p in places):
            continue
        if pattern is _STOPPED and not (_date_in(hit) or agency or lexicon.gazetteer.lookup(places[0])):
            continue  # "Note.- …"
        if pattern is _CAPITALS and (len(places) > 4 or len(hit["places"]) < 3):
            continue
        if (
            not (hit["region"] or _date_in(hit) or credit)
            and re.fullmatch(r"[A-Z.]{1,5}", hit["places"])
            and places[0] not in words["short-places"]
            and not _is_town(places[0], lexicon)
        ):
            continue  # "NATO: …", "U.S. - …"
        end = paragraph.start + min(hit.end(), len(head))
        date = written_date(_date_in(hit) or credit or "")
        dated = bool(_date_in(hit)) or date is not None
        named = agency.name if agency else credit if credit and _AGENCY.fullmatch(credit) else None
        return Dateline(Span(paragraph.start, end), places, date, named, dated)
    return None


def letterhead(text: str, paragraph: Span, lexicon: Lexicon) -> Dateline | None:
    """The dateline that a line of its own is: a town and a day, over a press release or a correspondent's report."""
    hit = _LINE.fullmatch(paragraph.of(text).strip()) if paragraph.end - paragraph.start <= _LINE_LONGEST else None
    if hit is None or not (hit["places"] not in _DAYS and lexicon.gazetteer.lookup(hit["places"])):
        return None
    return Dateline(paragraph, _places(hit["places"]), written_date(hit["date"]), None, True)


def _date_in(hit: re.Match[str]) -> str | None:
    return hit["date"] if "date" in hit.re.groupindex else None


def _is_meant(hit: re.Match[str], pattern: re.Pattern[str], lexicon: Lexicon) -> bool:
    """Whether what could be any words before a dash is a dateline: it has its day, or its state, or it is a town's."""
    if pattern is _STATED:
        return bool(lexicon.gazetteer.lookup(hit["places"])) and any(
            c.kind is PlaceKind.COUNTRY for c in lexicon.gazetteer.lookup(hit["region"].strip(" ,"))[:1]
        )
    return bool(_date_in(hit)) or _is_town(hit["places"], lexicon)


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
