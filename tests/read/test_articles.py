"""Articles: what is an article's, what each stretch of it is for, and where one ends and another begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.read.articles import find_articles
from sourcebook.read.blocks import find_pieces
from sourcebook.read.datelines import find_dateline
from sourcebook.read.languages import language_of
from sourcebook.read.layout import paragraphs
from sourcebook.read.pages import MAX_READ_CHARS, make_page
from sourcebook.read.repeats import find_repeats
from sourcebook.read.sentences import find_sentences
from sourcebook.records import Article, BlockKind, DateRange, Page, PageMeta, Span

Find = Callable[..., tuple[Page, tuple[Article, ...]]]


@pytest.fixture(scope="session")
def find(lexicon: Lexicon) -> Find:
    def _find(text: str, **meta: object) -> tuple[Page, tuple[Article, ...]]:
        page = make_page(text.encode(), "test.txt", PageMeta(**meta))  # type: ignore[arg-type]
        return page, find_articles(page, lexicon).items

    return _find


def of_kind(page: Page, article: Article, kind: BlockKind) -> list[str]:
    return [b.span.of(page.text) for b in article.blocks if b.kind is kind]


CAPTION = "Firefighters search the ruins of the grain store in Testville, on June 2, 2021. Picture: A. Lens/REUTERS"
SCRAPED = f"""Example Daily
Friday, August 13, 2021
Home
World
Opinion
Like us on Facebook

Shelling of Testville grain store kills four, hospital says

{CAPTION}

{CAPTION}

Published Jun 3, 2021

Ann Demo and Jo Sample-Test

TESTVILLE/OLD HARBOUR - Four workers were killed on Wednesday when shells hit a grain store, a hospital director said.

"We heard three blasts within a minute," a guard told Reuters.

{CAPTION}

What the army says

The army did not answer a Reuters request for comment.

Read more: How the front moved in May
"""


def test_a_scraped_page_is_taken_apart(find: Find) -> None:
    page, (article,) = find(SCRAPED)
    assert article.headline is not None
    assert article.headline.of(page.text) == "Shelling of Testville grain store kills four, hospital says"
    assert article.byline == ("Ann Demo", "Jo Sample-Test")
    assert article.dateline == ("TESTVILLE", "OLD HARBOUR")
    assert article.published is not None
    assert article.published.low == dt.date(2021, 6, 3)
    assert article.published_from == "a line of the page: Published"
    assert article.agency == "Reuters"
    assert article.language == "en"
    assert of_kind(page, article, BlockKind.CAPTION) == [CAPTION] * 3
    assert of_kind(page, article, BlockKind.HEADING) == ["What the army says"]
    body = of_kind(page, article, BlockKind.BODY)
    assert body[0].startswith("Four workers were killed")
    assert len(body) == 3
    assert "Friday, August 13, 2021" in of_kind(page, article, BlockKind.BOILERPLATE)
    assert "World" in of_kind(page, article, BlockKind.BOILERPLATE)
    assert "Read more: How the front moved in May" in of_kind(page, article, BlockKind.BOILERPLATE)


def test_repeated_captions_are_marked(find: Find) -> None:
    _page, (article,) = find(SCRAPED)
    first, second, third = (b for b in article.blocks if b.kind is BlockKind.CAPTION)
    assert first.repeat_of is None
    assert second.repeat_of == third.repeat_of == first.span.start


@pytest.mark.parametrize(
    ("line", "places", "agency", "day"),
    [
        ("TESTVILLE - Two men were shot.", ("TESTVILLE",), None, None),
        ("KABUL, March 3 (Reuters) - Two men were shot.", ("KABUL",), "Reuters", None),
        ("GAZA CITY (AP) — Two men were shot.", ("GAZA CITY",), "Associated Press", None),
        ("PORT SUDAN, Sudan, May 2 (Xinhua) -- Two men were shot.", ("PORT SUDAN",), "Xinhua", None),
        ("Damascus, SANA- Two men were shot.", ("Damascus",), "Syrian Arab News Agency", None),
        ("Beirut (AFP) - Two men were shot.", ("Beirut",), "Agence France-Presse", None),
        ("(Reuters) - Two men were shot.", (), "Reuters", None),
        ("TESTVILLE, March 3 (Larch News Agency) - Two men were shot.", ("TESTVILLE",), "Larch News Agency", None),
        ("TESTVILLE (Larch Wire) - Two men were shot.", ("TESTVILLE",), "Larch Wire", None),
        ("TESTVILLE (by our staff) - Two men were shot.", ("TESTVILLE",), None, None),
        ("QUITO, 3 MAR 91 (EFE) -- [TEXT] TWO MEN WERE SHOT.", ("QUITO",), "EFE", dt.date(1991, 3, 3)),
        ("LYON (FRANCE), 3 MAR 91 -- [TEXT] TWO MEN WERE SHOT.", ("LYON",), None, dt.date(1991, 3, 3)),
        ("KORBA (C'garh), March 3 (Larch Wire): Two men were shot.", ("KORBA",), "Larch Wire", None),
        ("Maradi (Niger), March 3, 2025 (LNA) - Two men were shot.", ("Maradi",), None, dt.date(2025, 3, 3)),
        ("OMSK, March 3. /Larch Wire/. Two men were shot.", ("OMSK",), "Larch Wire", None),
        ("(Cotonou, 3 March 2025) - Two men were shot.", ("Cotonou",), None, dt.date(2025, 3, 3)),
        ("(Cotonou) - Two men were shot.", ("Cotonou",), None, None),
        ("Maradi, 3 March - Two men were shot.", ("Maradi",), None, None),
        ("Maradi, Niger - Two men were shot.", ("Maradi",), None, None),
        ("Cotonou — Two men were shot.", ("Cotonou",), None, None),
    ],
)
def test_datelines(line: str, places: tuple[str, ...], agency: str | None, day: object, lexicon: Lexicon) -> None:
    found = find_dateline(line, Span(0, len(line)), lexicon)
    assert found is not None
    assert (found.places, found.agency, found.date) == (places, agency, day)
    assert line[found.span.end :].upper().startswith("TWO MEN")


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING: Two men were shot.",
        "NATO: Moscow must withdraw.",
        "U.S. - Mexico talks go on.",
        "The army (FARDC) - or what is left of it - withdrew.",
        "Two men - brothers - were shot.",
        "THE ARMY SAID THAT IT HAD TAKEN THE TOWN - AFTER THREE DAYS OF FIGHTING FOR ITS ONLY BRIDGE.",
        "WATCH: The moment a drone hits the depot",
        "(Adds toll, witness) - Two men were shot.",
        "(Updated) - Two men were shot.",
        "Monday, 3 March - Two men were shot.",
        "Teachers — two of them women — were shot.",
        "Colonel Duarte, the commander - who was not there - denied it.",
    ],
)
def test_what_only_looks_like_a_dateline(line: str, lexicon: Lexicon) -> None:
    assert find_dateline(line, Span(0, len(line)), lexicon) is None


def test_a_town_and_a_day_on_a_line_of_their_own_stand_over_the_report(find: Find) -> None:
    body = "Two men were shot dead near the bus station on Monday, police said, and a third was wounded in the leg."
    _page, (article,) = find(f"Two shot dead in Korba\n\nOur Correspondent\nKorba, March 3\n\n{body}\n")
    assert article.dateline == ("Korba",)
    entries = f"Incidents of the week\n\nKorba, March 3\n\n{body}\n\nRaipur, March 4\n\n{body.replace('Two', 'Six')}\n"
    _page, (article, *_) = find(entries)
    assert article.dateline == ()


def test_a_byline_that_runs_into_the_dateline(find: Find) -> None:
    page, (article,) = find(
        "By Ann Demo and Jo Sample, Associated Press TESTVILLE (AP) — Two men were shot on Friday, police said."
    )
    assert article.byline == ("Ann Demo", "Jo Sample")
    assert article.dateline == ("TESTVILLE",)
    assert of_kind(page, article, BlockKind.BODY) == ["Two men were shot on Friday, police said."]


def test_metadata_go_before_the_page_and_an_event_date_is_no_publication_date(find: Find) -> None:
    body = "The bridge fell on March 3, 2020, after a week of shelling, the mayor said.\n"
    assert find(body)[1][0].published is None
    _, (article,) = find("Posted on 4 May 2021\n\n" + body, published=dt.date(2021, 5, 2), published_from="sidecar")
    assert article.published is not None
    assert (article.published.low, article.published_from) == (dt.date(2021, 5, 2), "sidecar")


def test_a_stamp_behind_the_headline_is_parted_from_it(find: Find) -> None:
    page, (article,) = find(
        "Two held after Testville shooting Posted: Friday, January 8, 2021 10:21 AM EST Updated: Monday, January 11, 2021 6:31 PM EST\n\n"
        "Two men were held on Friday after a shooting at a bus stop, police said.\n"
    )  # fmt: skip
    assert of_kind(page, article, BlockKind.HEADLINE) == ["Two held after Testville shooting"]
    assert article.published is not None
    assert article.published.low == dt.date(2021, 1, 8)


@pytest.mark.parametrize(
    ("meta", "outlet", "agency"),
    [
        ({"url": "https://www.reuters.com/world/x"}, "Reuters", "Reuters"),
        ({"url": "https://daily.example/x"}, "daily.example", None),
        ({"outlet": "Example Daily"}, "Example Daily", None),
        ({}, None, None),
    ],
)
def test_the_outlet_comes_from_the_sidecar_or_the_address(
    meta: dict[str, str], outlet: str | None, agency: str | None, find: Find
) -> None:
    _, (article,) = find("Two men were shot on Friday near the bridge, the police chief said.", **meta)
    assert (article.outlet, article.agency) == (outlet, agency)


def test_an_agency_that_is_cited_is_not_the_author(find: Find) -> None:
    _, (article,) = find(
        "Two guards told Reuters that the depot was hit twice.\n\nThe base had been evacuated, Reuters reported.\n",
        outlet="Example Daily",
    )
    assert article.agency is None


def test_wrapped_text_is_put_into_paragraphs() -> None:
    text = (
        "   TESTVILLE, 3 MAR 91 -- [TEXT] TWO SOLDIERS AND A TEACHER WERE KILLED\n"
        "WHEN A MINE WENT OFF UNDER THEIR LORRY ON THE ROAD TO THE NORTHERN DAM.\n\n"
        "   THE ARMY BLAMED REBELS, WHO HAVE NOT SAID ANYTHING ABOUT THE MATTER SO\n"
        "FAR.  A CURFEW HAS BEEN IN FORCE SINCE SUNDAY.\n"
    )
    spans = paragraphs(text)
    assert [s.of(text)[:12] for s in spans] == ["TESTVILLE, 3", "THE ARMY BLA"]
    lines = "A short line.\nAnother short line of the text.\nAnd a third one that is longer than those before it.\n"
    assert len(paragraphs(lines)) == 3


def test_glued_sentences_are_parted() -> None:
    text = "The shelling stopped at dawn.Rescue teams went in two hours later, said the mayor of Test.com Town."
    assert [s.of(text)[:6] for s in paragraphs(text)] == ["The sh", "Rescue"]


def test_repeats_exact_near_and_within() -> None:
    first = "Rockets fell on the northern quarter of the town for the third night, marking a new stage of the siege."
    near = "Rockets fell on the northern quarter of the town for the third night, markinga new stage of the siege."
    holds = first + " A bakery burned down."
    other = "Shells fell on the southern road, where no one lives since the winter, a shepherd said by telephone."
    text = "\n".join([first, near, holds, other])
    found = find_repeats(text, paragraphs(text))
    assert [(r.number, r.earlier) for r in found] == [(1, 0), (2, 0)]
    assert found[1].span.of(text) == first


@pytest.mark.parametrize(
    ("first", "again", "repeated"),
    [
        # The same, as a reader sees it: hidden characters, letters run together, accents apart, a picture's counter.
        (
            "The office of José Arrán was hit twice on the first night of the siege.",
            "The o\ufb03ce of Jose\u0301 Arra\u0301n was h\u00adit twice on the first night of the siege.",
            True,
        ),
        (
            "Image 2 of 9 Smoke rises over the harbour of Port Ellen after the second raid of the week.",
            "Image 3 of 9 Smoke rises over the harbour of Port Ellen after the second raid of the week.",
            True,
        ),
        (
            "A mother counts the candles that neighbours have lit on the steps of the school where the shell came down.",
            "She counts the candles that neighbours have lit on the steps of the school where the shell came down.",
            True,
        ),
        # Another speaker, another number, another victim, another outcome.
        (
            "“It was dark and the first convoy left the office at nine,” the mayor said.",
            "“It was dark and the first convoy left the office at nine,” two officials said.",
            False,
        ),
        (
            "According to Zoë Núñez, the first convoy left the office by the river at nine in the evening.",
            "According to residents, the first convoy left the office by the river at nine in the evening.",
            False,
        ),
        (
            "The hospital of the town took in twelve of those who were hurt when the market was hit.",
            "The hospital of the town took in 30 of those who were hurt when the market was hit.",
            False,
        ),
        (
            "Marla Testa, a clerk of 31, was shot at the northern gate of the port by men in a white van on Monday, police said.",
            "Edo Varga, a clerk of 31, was shot at the northern gate of the port by men in a white van on Monday, police said.",
            False,
        ),
        (
            "The garrison had fled before the first convoy came over the bridge.",
            "The garrison had not fled before the first convoy came over the bridge.",
            False,
        ),
    ],
)  # fmt: skip
def test_a_repeat_is_the_same_to_a_reader(first: str, again: str, repeated: bool) -> None:
    text = f"{first}\n\n{again}"
    assert bool(find_repeats(text, paragraphs(text))) is repeated


def test_body_that_a_caption_quotes_is_not_the_repeat(find: Find) -> None:
    sentence = "Police found the two lorries burnt out on the old coast road early on Tuesday morning."
    _page, (article,) = find(
        f"Lorries burnt on coast road\n\n{sentence} (Photo: A. Lens)\n\n{sentence}\n\nNo one was hurt, they said.\n"
    )
    body = [b for b in article.blocks if b.kind is BlockKind.BODY]
    assert all(b.repeat_of is None for b in body)


DAM = """Engineers have reopened two gates of the Upper Testa dam after fighting nearby stopped, the water ministry said on Monday.

Marla Okonedo, the ministry's chief engineer, said a crew reached the dam under escort after eleven days without contact.

Okonedo said the turbines were flooded and the gates had been worked by hand until the fuel ran out.

Farmers below the dam had reported that the river fell by a metre, and canals in the rice district went dry.

The crew found shell holes in the turbine hall, Okonedo said, but no crack in the wall of the dam itself.

Rice farmers asked the water ministry to open the canals before the end of the planting season.
"""
PORT = """A cargo ship has been seized off Cape Lantern by men in two speedboats, its owner said on Friday, citing the captain's last call.

Captain Ioan Brisk radioed that gunmen had boarded the ship from the stern, shipping company Lantern Lines said.

The vessel was carrying cement and had a crew of nineteen sailors, none of whom could be reached by the company.

A naval patrol saw the ship heading north along the coast with its lights out, a coastguard officer said.

Piracy off the cape had fallen since navies began escorting convoys, but insurers raised premiums again in spring.

Brisk has sailed for Lantern Lines since his youth, and his wife asked the navy not to storm the vessel.
"""
VOTE = """Three parties have left the governing coalition of Nordmark over a tax on fishing boats, weeks before an election, broadcasters reported on Sunday.

Finance minister Elke Strand said the tax would stay, and offered the fishing parties a review after the election.

Strand told parliament that the budget could not be balanced without it, amid whistles from the benches.

Opinion polls give the coalition a third of the vote, and the fishermen's union has called a strike in the harbours.

Union leader Per Holm said boats would block the harbours from Tuesday until the tax is withdrawn.

Holm met the opposition on Saturday and asked it to promise that the tax would go.
"""


def test_articles_run_together_are_found(find: Find) -> None:
    again = DAM.replace("Monday", "Tuesday")
    page, articles = find("\n".join([DAM, PORT, VOTE, again]))
    starts = [a.span.of(page.text)[:12] for a in articles]
    assert starts == ["Engineers ha", "A cargo ship", "Three partie", "Engineers ha"]
    assert articles[3].repeat_of == "a1"
    assert [a.repeat_of for a in articles[:3]] == [None] * 3


@pytest.mark.parametrize("text", [DAM, PORT, VOTE, SCRAPED], ids=["dam", "port", "vote", "scraped"])
def test_one_article_stays_one(text: str, find: Find) -> None:
    assert len(find(text)[1]) == 1


def test_a_rolling_report_stays_one(find: Find) -> None:
    text = "The Latest on the storm\n\n" + "\n".join(
        f"{h} p.m.\n\n{part}" for h, part in enumerate((DAM, PORT, VOTE), 3)
    )
    assert len(find(text)[1]) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال مدير المستشفى إن ستة أشخاص قتلوا في قصف على سوق في مدينة أم درمان يوم الثلاثاء. " * 3, "ar"),
        ("Директор больницы сообщил, что шесть человек погибли при обстреле рынка во вторник. " * 3, "ru"),
        (
            "Le directeur de l'hôpital a déclaré que six personnes ont été tuées mardi dans le bombardement du marché. "
            * 3,
            "fr",
        ),
        (
            "El director del hospital dijo que seis personas murieron el martes en el bombardeo del mercado de la ciudad. "
            * 3,
            "es",
        ),
    ],
)
def test_another_language_is_named_and_not_parsed(text: str, code: str, lexicon: Lexicon) -> None:
    page = make_page(text.encode(), "a.txt")
    found = find_articles(page, lexicon)
    (article,) = found.items
    assert article.language == code
    assert [(r.reason, r.detail) for r in found.rejected] == [(Reason.LANGUAGE_NOT_READ, code)]
    assert find_sentences(page, article, lexicon) == ()


@pytest.mark.parametrize(
    "text",
    ["Market shelled in Omdurman", "42", "THE ARMY TOOK SAN VICENTE AND LA UNION ON FRIDAY, SAID GENERAL LOPEZ DEL RIO.", "Ali Hassan, Mosul; Omar Said, Hit; Zahra Amin, Tal Afar; Kamal Aziz, Sinjar; Huda Jabbar, Rawa; Sami Nour, Ana"],
)  # fmt: skip
def test_short_and_upper_case_english_stays_english(text: str, lexicon: Lexicon) -> None:
    assert language_of(text, lexicon.pagemarks.words["english"]) == "en"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Market shelled in Omdurman", BlockKind.HEADLINE),
        ("...\n---\n", BlockKind.BOILERPLATE),
        ("42", BlockKind.BOILERPLATE),
    ],
)
def test_a_page_without_a_sentence_is_one_article(text: str, kind: BlockKind, find: Find) -> None:
    _, (article,) = find(text)
    assert {b.kind for b in article.blocks} == {kind}


def test_a_line_of_megabytes_is_cut_and_said(lexicon: Lexicon) -> None:
    page = make_page(b"and then more words came along without a stop " * 50_000, "a.txt")
    found = find_articles(page, lexicon)
    assert any("characters are read" in p for p in page.problems)
    assert [r.reason for r in found.rejected] == [Reason.TOO_LONG]
    read = sum(b.span.end - b.span.start for b in found.items[0].blocks if b.kind is BlockKind.BODY)
    assert MAX_READ_CHARS * 0.9 < read <= MAX_READ_CHARS


def test_every_page_mark_does_what_its_examples_say(lexicon: Lexicon) -> None:
    for mark in lexicon.pagemarks.rules:
        assert mark.fits(mark.example, len(mark.example.split())), mark.id
        assert not mark.fits(mark.counter_example, len(mark.counter_example.split())), mark.id


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*SCRAPED.splitlines(), *DAM.splitlines(), *PORT.splitlines(), CAPTION, "* * *", "\u200b", "By Ann Demo"]
        ),
        st.text(max_size=60),
    ),
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(LINES)
def test_no_character_is_lost_and_blocks_are_in_order(lexicon: Lexicon, lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    page = Page("sha256:0", "a.txt", text)
    at = 0
    for article in find_articles(page, lexicon).items:
        assert article.span.start >= at
        for block in article.blocks:
            assert block.span.start >= at
            assert not text[at : block.span.start].strip()
            assert block.span.of(text) == block.span.of(text).strip() != ""
            assert article.span.holds(block.span)
            at = block.span.end
    assert not text[at:].strip()


def test_pieces_hold_what_the_paragraphs_hold(lexicon: Lexicon) -> None:
    spans = paragraphs(SCRAPED)
    pieces = find_pieces(SCRAPED, spans, lexicon)
    assert "".join(p.of(SCRAPED) for p in pieces).replace(" ", "") == "".join(s.of(SCRAPED) for s in spans).replace(
        " ", ""
    )


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Truce Holds Along Coast Road After Night Of Talks.", True),
        ("Army says bridge to coast was blown up by retreating rebels...", True),
        ("Bridge to coast blown up, army says rebels retreating.", True),
        ("A guard was shot dead outside a bank on Monday.", False),
    ],
)
def test_a_headline_may_end_like_a_sentence(first: str, is_headline: bool, find: Find) -> None:
    text = f"{first}\n\nThe army said that rebels had blown up the only bridge to the coast while they were retreating.\n\nNo one else spoke.\n"
    page, (article,) = find(text)
    assert (of_kind(page, article, BlockKind.HEADLINE) == [first]) is is_headline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Clashes in Sarn: what we know\nBy our correspondents\n16 July 2025, 11:20\nTen people died in Sarn.\n", 16),
        ("Clashes in Sarn: what we know\n16 July 2025\nTen people were killed in Sarn, a monitor said.\n", 16),
        ("3 August 2026\nClashes in Sarn: what we know\nTen people were killed in Sarn, a monitor said.\n", None),
    ],
)
def test_a_date_under_the_headline_is_the_day_of_publication(text: str, day: int | None, find: Find) -> None:
    published = find(text)[1][0].published
    assert (published.low.day if published and published.low else None) == day


ADDRESSES = [
    ("https://kite.example/2016/12/14/valley/bridge/index.html", "2016-12-14"),
    ("https://kite.example/news/2018/apr/05/bridge-closed/", "2018-04-05"),
    ("https://kite.example/news/2016-06-27/bridge-closed/7545662", "2016-06-27"),
    ("https://kite.example/article/Bridge-closed-20161129", "2016-11-29"),
    ("https://kite.example/news/20170508/bridge-closed?from=20010101", "2017-05-08"),
    # numbers that are no days, and a day that an article is about
    ("https://kite.example/local_story_088012023.html", None),
    ("https://kite.example/id/20991399/", None),
    ("https://kite.example/ten-years-after-2001-09-11-attacks", None),
    ("https://kite.example/2018/03/bridge-closed.html", None),
]


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_the_day_of_publication_may_stand_in_the_address(lexicon, url: str, day: str | None) -> None:
    page = make_page(b"A bridge was closed after a lorry hit it.\n", "p.txt", PageMeta(url=url))
    (article,) = find_articles(page, lexicon).items
    assert (str(article.published.low) if article.published else None) == day
    assert article.published_from == ("the page's address" if day else None)


def test_what_the_page_says_goes_before_its_address(lexicon) -> None:
    meta = PageMeta(url="https://kite.example/2016/12/14/bridge.html")
    page = make_page(b"Bridge closed\n\nPublished 12 December 2016\n\nA bridge was closed.\n", "p.txt", meta)
    (article,) = find_articles(page, lexicon).items
    assert article.published == DateRange(dt.date(2016, 12, 12), dt.date(2016, 12, 12))
