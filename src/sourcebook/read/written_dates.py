"""Fully written calendar dates in lines about a page: "Feb 22, 2023", "22 February 2023", "3 JAN 90", "2023-02-22".

Only for where a page says when it was published: metadata, a "Published …" line, a dateline. Dates in running
text, with all that they may leave out, are :mod:`sourcebook.read.dates`' business.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
#: A date with day, month and year. Years of two digits are read only after a month in letters and a day before it.
WRITTEN_DATE = (
    rf"(?:{_YEAR}[-/]\d\d?[-/]\d\d?"
    rf"|{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?:{_YEAR}|\d\d)\b"
    rf"|\d\d?[/.]\d\d?[/.]{_YEAR})"
)
#: A date without a year, as agencies write it in datelines.
DAY_AND_MONTH = rf"(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})"
_FIND = re.compile(rf"(?<![\w/.-]){WRITTEN_DATE}(?![\w/-])", re.IGNORECASE)
_SPLIT = re.compile(r"[^0-9a-z]+")


def written_date(text: str) -> dt.date | None:
    """The first full date in ``text``; None if there is none, or if day and month cannot be told apart."""
    for hit in _FIND.finditer(text):
        found = _date_of(hit.group())
        if found is not None:
            return found
    return None


#: Days in the path of an address: "/2016/12/14/", "/2018/apr/05/", "/2016-06-27/", "-20161129" at a segment's end.
_IN_ADDRESS = re.compile(
    rf"/(?P<y1>{_YEAR})/(?P<m1>\d\d?|{'|'.join(_MONTHS)})/(?P<d1>\d\d?)(?=[/_.-]|$)"
    rf"|(?<=[/-])(?P<y2>{_YEAR})(?P<tie>-?)(?P<m2>\d\d)(?P=tie)(?P<d2>\d\d)(?=[/.]|$)"
    rf"|/(?P<y3>{_YEAR})(?P<tie3>-?)(?P<m3>\d\d)(?P=tie3)(?P<d3>\d\d)(?=[_-])",
    re.IGNORECASE,
)


def address_date(url: str) -> dt.date | None:
    """The day that an address gives, as many outlets file their articles by it; None if it gives none."""
    path = url.partition("://")[2].partition("/")[1:]
    for hit in _IN_ADDRESS.finditer("".join(path).partition("?")[0]):
        year, month, day = next((hit[f"y{n}"], hit[f"m{n}"], hit[f"d{n}"]) for n in "123" if hit[f"y{n}"])
        number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
        if (found := _date(int(year), number, int(day))) is not None:
            return found
    return None


def metadata_date(value: str) -> dt.date | None:
    """The day of a metadata value: ISO 8601 (the day as written, whatever the time zone), RFC 2822 or written out."""
    value = value.strip()
    iso = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value)
    if iso:
        return _date(*map(int, iso.groups()))
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (TypeError, ValueError, IndexError):
        return written_date(value)


def _date_of(text: str) -> dt.date | None:
    parts = [p for p in _SPLIT.split(re.sub(r"(?i)(\d)(st|nd|rd|th)\b", r"\1", text.lower())) if p and p != "of"]
    words = [p for p in parts if p[0].isalpha()]
    numbers = [int(p) for p in parts if p[0].isdigit()]
    if words:
        month = _MONTHS.index(words[0][:3]) + 1
        day, year = numbers
        if year < 100:
            year += 1900 if year >= 50 else 2000  # wire copy wrote two digits until about 2000
        return _date(year, month, day)
    if numbers[0] > 31:
        return _date(*numbers)
    first, second, year = numbers
    if first != second and first <= 12 and second <= 12 and "." not in text:
        return None  # 3/4/2021: March or April, the text does not say
    return _date(year, second, first) if first > 12 or "." in text else _date(year, first, second)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
