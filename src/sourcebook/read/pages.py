"""Pages: from captured bytes to a page of text, whole and unchanged."""

from __future__ import annotations

import codecs
import hashlib
import re
from html.parser import HTMLParser
from pathlib import PurePath
from typing import Any

from sourcebook.errors import BinaryInput, EmptyInput, TooLargeInput
from sourcebook.read.metadata import joined, read_metadata
from sourcebook.records import Page, PageMeta

#: A page larger than this is not a news page: the longest reports (commissions of inquiry) stay under 3 MB of text.
MAX_BYTES = 20_000_000
#: Only so many characters of a page are read for articles: about 35,000 words, 8 seconds and 300 MB of memory.
MAX_READ_CHARS = 200_000

_BOMS = (  # UTF-32 before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF-": ("a PDF file", "extract its text first, for example with pdftotext"),
    b"PK\x03\x04": ("a ZIP archive or an office document", "save it as plain text or HTML"),
    b"\x1f\x8b": ("compressed with gzip", "decompress it first"),
    b"{\\rtf": ("an RTF document", "save it as plain text"),
}
_SAMPLE = 65_536  # bytes looked at to guess an encoding
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def make_page(data: bytes, path: str, meta: PageMeta | None = None) -> Page:
    """The page that ``data`` is a capture of. What ``meta`` says goes before what the page says of itself.

    A ``.txt`` page's text is the decoded file, a byte order mark dropped and nothing else changed; of HTML the
    text is extracted. Raises EmptyInput, BinaryInput or TooLargeInput; anything else that is wrong with the page
    is said in its ``problems``.
    """
    if len(data) > MAX_BYTES:
        raise too_large(path, len(data))
    text, encoding, problems = _decoded(data, path)
    if not text.strip():
        raise EmptyInput(path, "holds nothing but white space", "check that the page was saved whole")
    known = meta or PageMeta()
    html = _is_html(text, path)
    if html:
        own, found = read_metadata(text)
        known = joined(known, own)
        problems += found
        text = _extracted(text, known.headline)
        if not text.strip():
            raise EmptyInput(
                path, "is HTML without any visible text", "the text may be loaded by scripts: save it as seen"
            )
    if len(text) > MAX_READ_CHARS:
        problems += (f"only the first {MAX_READ_CHARS:,} of its {len(text):,} characters are read",)
    digest = hashlib.sha256(data).hexdigest()
    return Page(f"sha256:{digest}", path, text, known, not html, encoding, tuple(problems))


def too_large(path: str, size: int) -> TooLargeInput:
    """The error for a page of ``size`` bytes."""
    return TooLargeInput(
        path,
        f"has {size / 1e6:.0f} MB; pages over {MAX_BYTES / 1e6:.0f} MB are not read",
        "split it into one file per report",
    )


# ---------------------------------------------------------------------------------------------- decoding


def _decoded(data: bytes, path: str) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding, and what was wrong."""
    for magic, (what, mend) in _MAGIC.items():
        if data.startswith(magic):
            raise BinaryInput(path, f"is {what}, not text", mend)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _replaced(data[len(bom) :], encoding)
    if b"\x00" in data[:_SAMPLE]:
        wide = _wide(data[:_SAMPLE])
        if wide is None:
            raise _binary(path)
        text, encoding, problems = _replaced(data, wide)
        return text, encoding, (f"decoded as {encoding} (it has no byte order mark)", *problems)
    head = data[:_SAMPLE]
    controls = sum(head.count(c) for c in (*range(1, 8), *range(14, 27), *range(28, 32)))
    if controls * 100 > len(head):
        raise _binary(path)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _not_utf8(data)


def _binary(path: str) -> BinaryInput:
    return BinaryInput(path, "is neither text nor HTML", "give a .txt or .html file")


def _replaced(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if encoding.startswith("utf"):  # the mark itself may stand in the text: then an earlier reader broke it
        broken -= data.count("\ufffd".encode(encoding))
    return text, encoding, (f"{broken} broken characters in its {encoding} text",) if broken > 0 else ()


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in text of most scripts every second byte of most characters is the same, often zero."""
    head = head[: len(head) // 2 * 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > others * 4 and zeros > half * 0.05:
            text = head.decode(encoding, errors="replace")
            if sum(c.isprintable() or c.isspace() for c in text) > 0.95 * len(text):
                return encoding
    return None


def _not_utf8(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:4096])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
            name = "windows-1252"  # as browsers do (WHATWG Encoding Standard)
        try:
            if name not in ("utf-8", "utf8", "utf-16", "utf-16le"):
                return data.decode(name), name, ()
        except (LookupError, UnicodeDecodeError):
            pass
    head = data[:_SAMPLE]
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", head))
    bad = head.decode("utf-8", errors="replace").count("\ufffd")
    never = sum(head.count(c) for c in (0xC0, 0xC1, 0xFE, 0xFF))
    if good > bad or never:  # good pairs do not come about by chance, and those four bytes are rare in other text
        return _replaced(data, "utf-8")
    encoding = _guessed(head)
    text, encoding, problems = _replaced(data, encoding)
    return text, encoding, (f"not UTF-8: decoded as {encoding}", *problems)


def _guessed(head: bytes) -> str:
    """The likely encoding of text that is not UTF-8. Mostly ASCII: Western Europe's, which English pages are in."""
    high = sum(b > 127 for b in head)
    letters = sum(chr(b).isalpha() for b in head if b < 128)
    if high * 4 > letters:
        from charset_normalizer import from_bytes

        best = from_bytes(head[:8192]).best()
        if best is not None:
            return str(best.encoding).replace("_", "-").replace("cp125", "windows-125")
    return "windows-1252"


# -------------------------------------------------------------------------------------------------- HTML


def _is_html(text: str, path: str) -> bool:
    suffix = PurePath(path).suffix.lower()
    if suffix in (".html", ".htm", ".xhtml"):
        return True
    return suffix != ".txt" and _HTML_START.match(text[:4096]) is not None


def _extracted(html: str, headline: str | None) -> str:
    """The page's main text, its headline on top. All visible text, where no main text is found."""
    import trafilatura

    try:
        # deduplicate stays off: its cache is global to the process, so that the outcome would hang on page order.
        text = trafilatura.extract(html, fast=True, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, RecursionError, AttributeError, TypeError):  # a broken tree: the visible text remains
        text = None
    if not text or len(text) < 40:
        visible = _Visible()
        visible.feed(html)
        visible.close()
        text = max(text or "", visible.text(), key=len)
    top = _letters(" ".join(text.split("\n")[:6]))
    if headline and _letters(headline) not in top:
        text = f"{headline}\n\n{text}"
    return text


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


class _Visible(HTMLParser):
    """The text of a page as a reader would see it, one line per block element."""

    _hidden = frozenset({"script", "style", "noscript", "template", "head", "svg"})
    _inline = frozenset(
        {"a", "b", "i", "em", "strong", "span", "u", "small", "sub", "sup", "font", "abbr", "time", "q"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        """A block element begins a line; what is hidden is left out."""
        if tag in self._hidden:
            self._depth += 1
        elif tag not in self._inline:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block element ends a line."""
        if tag in self._hidden:
            self._depth = max(0, self._depth - 1)
        elif tag not in self._inline:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep visible text, its white space as one blank."""
        if not self._depth:
            self._parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """All lines that are not blank."""
        lines = (line.strip() for line in "".join(self._parts).split("\n"))
        return "\n".join(line for line in lines if line)
