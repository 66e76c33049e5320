"""Claims on pages with odd characters: hidden marks, blanks of all kinds, letters run together, pictures, accents apart.

A text made of plain sentences is decorated: what a reader sees stays the same. The claims must stay the same too, and
every span must be what the page says.
"""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sourcebook.read.characters import plain
from sourcebook.read.claims import find_claims
from sourcebook.records import Claim, Parsed

WHO = [
    "The mayor",
    "Two officials",
    "José Arrán",
    "A nurse at the clinic",
    "The Salt Road Front",
    "Residents",
    "Zoë Núñez",
]
WHAT = [
    "the bridge was hit twice", "five soldiers had fled", "the first convoy left the office at nine",
    "flour ran out on Friday", "no drone had been shot down",
]  # fmt: skip
FORMS = [
    "{who} said {what}.",
    "{who} said that {what}.",
    "“It was dark and {what},” {who} said.",
    '"It was dark and {what}," said {who}.',
    "According to {who}, {what}.",
    "{who} denied that {what}.",
    "{who} warned that {what}.",
    "It rained.",
    "The road is closed.",
]
HIDDEN = ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e", "\u200f", "\u2066", "\u2069"]
BLANKS = ["\u00a0", "\u2009", "\u202f", "\u3000", "\t", " \u00a0"]
LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ"}


@st.composite
def texts(draw: st.DrawFn) -> str:
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4))
    made = [f.format(who=draw(st.sampled_from(WHO)), what=draw(st.sampled_from(WHAT))) for f in forms]
    # What begins a sentence has a capital, what stands within it has none but in names.
    made = [m[0].upper() + m[1:] for m in made]
    return draw(st.sampled_from([" ", "\n\n"])).join(made)


@st.composite
def decorated(draw: st.DrawFn, blanks: bool) -> tuple[str, str]:
    """A text and the same text as a page may have it; ``blanks``: with blanks of other kinds between its words."""
    clean = draw(texts())
    page = clean
    for plain_letters, one in LIGATURES.items():
        if draw(st.booleans()):
            page = page.replace(plain_letters, one)
    if draw(st.booleans()):
        page = unicodedata.normalize("NFD", page)
    out = []
    for n, c in enumerate(page):
        if blanks and c == " " and 0 < n < len(page) - 1 and draw(st.integers(0, 9)) == 0:
            c = draw(st.sampled_from(BLANKS))
        out.append(c)
        inside = page[max(0, n - 1) : n + 3].isalpha() and n > 0  # a word is never parted before its last letter
        if inside and draw(st.integers(0, 24)) == 0:
            out.append(draw(st.sampled_from(HIDDEN)))
    return clean, "".join(out)


def told(parsed: Parsed, claims: tuple[Claim, ...]) -> list[tuple[str, str, str]]:
    def words(spans: object) -> str:
        return " … ".join(" ".join(plain(s.of(parsed.text)).text.split()) for s in spans)  # type: ignore[attr-defined]

    return [(words(c.source.spans), words(c.cue), words(c.content)) for c in claims]


def check_spans(parsed: Parsed, claims: tuple[Claim, ...]) -> None:
    article = parsed.article.span
    for c in claims:
        spans = [*c.source.spans, *c.cue, *c.content]
        assert all(article.start <= s.start < s.end <= article.end for s in spans)
        assert not any(a.overlaps(b) for a in c.source.spans for b in c.cue)
        assert not any(a.overlaps(b) for a in c.content for b in (*c.cue, *c.source.spans))
        assert c.cue_text == " … ".join(" ".join(s.of(parsed.text).split()) for s in c.cue)
        assert c.content_text == " … ".join(" ".join(s.of(parsed.text).split()) for s in c.content)
        for s in spans:
            said = s.of(parsed.text)
            assert said == said.strip()
            assert said.strip("".join(HIDDEN)) == said


ONCE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ONCE
@given(decorated(blanks=False))
@example(("The mayor said five soldiers had fled.", "The may\u00ador sa\u200bid \u200eﬁve soldiers had ﬂed."))
def test_what_a_reader_does_not_see_changes_no_claim(parse, lexicon, both):
    same_claims(parse, lexicon, *both)


@ONCE
@given(decorated(blanks=True))
@example(("According to Zoë, the bridge was hit twice.", "According to Zoë,\u00a0the bridge was hit twice."))
def test_a_blank_of_another_kind_changes_no_claim(parse, lexicon, both):
    same_claims(parse, lexicon, *both)


def same_claims(parse, lexicon, clean: str, page: str) -> None:
    on_clean, on_page = parse(clean), parse(page)
    wanted = told(on_clean, find_claims(on_clean, lexicon).items)
    found = find_claims(on_page, lexicon).items
    check_spans(on_page, found)
    assert told(on_page, found) == wanted


PICTURES = ["😀", "👨\u200d👩\u200d👧", "🇺🇦", "⚠️", "𝔄", "שלום", "مرحبا", "\u202bمرحبا\u202c", "\x0b", "\u0301"]


@ONCE
@given(texts(), st.lists(st.tuples(st.integers(0, 400), st.sampled_from([*PICTURES, *HIDDEN, *BLANKS])), max_size=6))
def test_whatever_stands_on_a_page_spans_are_exact(parse, lexicon, clean, inserts):
    page = clean
    for at, what in inserts:
        at %= len(page)
        page = page[:at] + what + page[at:]
    parsed = parse(page)
    found = find_claims(parsed, lexicon).items
    article = parsed.article.span
    for c in found:
        spans = [*c.source.spans, *c.cue, *c.content]
        assert all(article.start <= s.start < s.end <= article.end for s in spans)
        assert not any(a.overlaps(b) for a in c.source.spans for b in c.cue)
        assert not any(a.overlaps(b) for a in c.content for b in (*c.cue, *c.source.spans))
        assert c.content_text == " … ".join(" ".join(s.of(parsed.text).split()) for s in c.content)


@ONCE
@given(texts(), st.sampled_from(PICTURES[:4]))
def test_a_picture_between_sentences_changes_no_claim(parse, lexicon, clean, picture):
    page = clean.replace("\n\n", f"\n\n{picture}\n\n")
    on_clean, on_page = parse(clean), parse(page)
    wanted = told(on_clean, find_claims(on_clean, lexicon).items)
    assert told(on_page, find_claims(on_page, lexicon).items) == wanted
