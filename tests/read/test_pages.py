"""Pages: bytes of any kind become text, or an error that names the mend."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import BinaryInput, EmptyInput, TooLargeInput
from sourcebook.read.metadata import read_metadata
from sourcebook.read.pages import MAX_BYTES, make_page
from sourcebook.read.written_dates import metadata_date, written_date
from sourcebook.records import PageMeta

TEXT = "The mayor’s aide said “two shells” hit Señor Núñez’s yard – nobody was hurt.\r\nA second line.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_text_of_a_txt_page_is_the_file_decoded_and_nothing_else(encoding: str) -> None:
    page = make_page(TEXT.encode(encoding), "a.txt")
    assert page.text == TEXT
    assert page.plain
    assert page.id == "sha256:" + hashlib.sha256(TEXT.encode(encoding)).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_a_guessed_encoding_is_said(encoding: str) -> None:
    assert any("decoded as" in p for p in make_page(TEXT.encode(encoding), "a.txt").problems)


def test_broken_utf8_is_read_with_marks_and_said() -> None:
    data = TEXT.encode()
    page = make_page(data[:40] + b"\xff\xc3" + data[40:], "a.txt")
    assert "\ufffd" in page.text
    assert page.text.startswith(TEXT[:20])
    assert any("broken" in p for p in page.problems)


def test_cyrillic_of_an_old_encoding_is_not_taken_for_western_text() -> None:
    text = "Директор больницы сообщил, что шесть человек погибли при обстреле рынка во вторник. "
    assert "больницы" in make_page((text * 4).encode("cp1251"), "a.txt").text


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\ufeff \n".encode()])
def test_an_empty_page_is_an_error(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        make_page(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), b"%PDF-1.7 text", b"PK\x03\x04word"],
)
def test_what_is_no_text_is_an_error_with_a_mend(data: bytes) -> None:
    with pytest.raises(BinaryInput) as error:
        make_page(data, "a.txt")
    assert error.value.mend


def test_a_page_over_the_limit_is_an_error_that_says_the_limit() -> None:
    with pytest.raises(TooLargeInput, match="20 MB"):
        make_page(b"a " * (MAX_BYTES // 2 + 1), "a.txt")


HTML = """<!doctype html><html lang="en-GB"><head><title>Shells hit Testville market | Example Daily</title>
<meta property="og:site_name" content="Example Daily"><meta property="article:modified_time" content="2021-06-09">
<link rel="canonical" href="https://daily.example/a1">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "Shells hit Testville market", "datePublished": "2021-06-03T23:10:00-05:00",
"dateModified": "2021-06-08", "author": [{"@type": "Person", "name": "Ann Demo"}, {"name": "Jo Sample"}],
"publisher": {"name": "Example Daily"}}]}</script></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Shells hit Testville market</h1><p>TESTVILLE (Reuters) - Four people were killed on Thursday when shells
hit a market, a hospital director said, as fighting went on around the town.</p><p>The army denied firing on the town
and said that it had respected the truce since Monday.</p></article><script>var tracked = 1;</script></body></html>"""


def test_html_is_extracted_and_says_its_own_metadata() -> None:
    page = make_page(HTML.encode(), "a.html")
    assert not page.plain
    assert "a hospital director said" in page.text
    assert "tracked" not in page.text
    assert page.meta == PageMeta(
        "https://daily.example/a1", "Example Daily", dt.date(2021, 6, 3), "JSON-LD datePublished", "en",
        "Shells hit Testville market", ("Ann Demo", "Jo Sample"),
    )  # fmt: skip
    assert page.text.startswith("Shells hit Testville market")


def test_what_is_given_goes_before_what_the_page_says() -> None:
    page = make_page(
        HTML.encode(), "a.html", PageMeta(outlet="Other", published=dt.date(2021, 6, 4), published_from="option")
    )
    assert (page.meta.outlet, page.meta.published, page.meta.published_from) == ("Other", dt.date(2021, 6, 4), "option")
    assert page.meta.headline == "Shells hit Testville market"


def test_html_without_a_suffix_is_known_by_its_start_but_a_txt_page_stays_as_it_is() -> None:
    assert not make_page(HTML.encode(), "-").plain
    assert make_page(HTML.encode(), "a.txt").text == HTML


def test_a_page_without_an_article_gives_its_visible_text() -> None:
    page = make_page(b"<html><body><div>Blast at depot</div><style>x{}</style></body></html>", "a.html")
    assert "Blast at depot" in page.text
    assert "x{}" not in page.text


def test_a_changed_or_unreadable_date_is_no_publication_date() -> None:
    meta, problems = read_metadata(
        '<meta property="article:modified_time" content="2021-06-09"><meta name="pubdate" content="last week">'
    )
    assert meta.published is None
    assert any("last week" in p for p in problems)
    assert read_metadata('<script type="application/ld+json">{broken</script>')[1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published Feb 3, 2021", dt.date(2021, 2, 3)),
        ("3rd of February 2021", dt.date(2021, 2, 3)),
        ("3 FEB 91", dt.date(1991, 2, 3)),
        ("2021-02-03 at noon", dt.date(2021, 2, 3)),
        ("23/02/2021", dt.date(2021, 2, 23)),
        ("02/23/2021", dt.date(2021, 2, 23)),
        ("3.2.2021", dt.date(2021, 2, 3)),
        ("02/03/2021", None),  # March or February
        ("February 30, 2021", None),
        ("Feb 3", None),
        ("version 12.2021-3", None),
    ],
)
def test_written_dates(text: str, day: dt.date | None) -> None:
    assert written_date(text) == day


def test_metadata_dates_keep_the_day_as_written() -> None:
    assert metadata_date("2021-06-03T23:10:00-05:00") == dt.date(2021, 6, 3)
    assert metadata_date("20210603") == dt.date(2021, 6, 3)
    assert metadata_date("Thu, 03 Jun 2021 10:00:00 GMT") == dt.date(2021, 6, 3)
    assert metadata_date("yesterday") is None


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_a_page_or_an_error_of_ours(data: bytes) -> None:
    with contextlib.suppress(BinaryInput, EmptyInput):
        make_page(data, "a.txt")


@given(st.text(max_size=300))
def test_any_text_after_a_tag_is_read_as_html_without_failing(text: str) -> None:
    with contextlib.suppress(BinaryInput, EmptyInput):
        make_page(f"<html><body><p>{text}".encode("utf-8", "replace"), "a.html")
