"""A table of date phrases as news has them, with their values on three days of publication; what is no date beside it.

The three days: Thursday 2024-02-29 (a leap day), Sunday 2023-12-31 (a year's end) and Monday 2022-07-18. One value
stands for all three where they agree.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.read.dates import find_dates
from sourcebook.records import DatePrecision, DateRange, Parsed, TimeMention

DAYS = (dt.date(2024, 2, 29), dt.date(2023, 12, 31), dt.date(2022, 7, 18))

# fmt: off
PHRASES = [
    ("Gunmen killed two guards on Monday.", "Monday", "2024-02-26 2023-12-25 2022-07-18"),
    ("Gunmen killed two guards on Thursday.", "Thursday", "2024-02-29 2023-12-28 2022-07-14"),
    ("A bridge was blown up on Sunday.", "Sunday", "2024-02-25 2023-12-31 2022-07-17"),
    ("The depot burned down late Saturday.", "late Saturday", "2024-02-24 2023-12-30 2022-07-16"),
    ("A mortar round hit the school last Tuesday.", "last Tuesday", "2024-02-27 2023-12-26 2022-07-12"),
    ("The court will rule on Friday.", "Friday", "2024-03-01 2024-01-05 2022-07-22"),
    ("The envoys will meet again next Wednesday.", "next Wednesday", "2024-03-06 2024-01-03 2022-07-20"),
    ("Observers are due to arrive on Monday.", "Monday", "2024-03-04 2024-01-01 2022-07-18"),
    ("The truce is to begin on Sunday.", "Sunday", "2024-03-03 2023-12-31 2022-07-24"),
    ("The parties agreed to return to the table on Tuesday.", "Tuesday", "2024-03-05 2024-01-02 2022-07-19"),
    ("Shells fell on the market Friday morning.", "Friday morning", "2024-02-23TMO 2023-12-29TMO 2022-07-15TMO"),
    ("Drones struck the port late Wednesday night.", "late Wednesday night", "2024-02-28TNI 2023-12-27TNI 2022-07-13TNI"),
    ("The raid began at dawn on Saturday.", "at dawn on Saturday", "2024-02-24TMO 2023-12-30TMO 2022-07-16TMO"),
    ("The convoy left early on Thursday.", "Thursday", "2024-02-29 2023-12-28 2022-07-14"),
    ("A truck exploded on Monday afternoon.", "Monday afternoon", "2024-02-26TAF 2023-12-25TAF 2022-07-18TAF"),
    ("A sniper shot him Tuesday evening.", "Tuesday evening", "2024-02-27TEV 2023-12-26TEV 2022-07-12TEV"),
    ("The lights went out shortly after midnight on Sunday.", "shortly after midnight on Sunday", "2024-02-25T00:00 2023-12-31T00:00 2022-07-17T00:00"),
    ("Sirens sounded at 4 a.m. on Friday.", "4 a.m. on Friday", "2024-02-23T04:00 2023-12-29T04:00 2022-07-15T04:00"),
    ("The blast came at 9:15 p.m. Saturday.", "9:15 p.m. Saturday", "2024-02-24T21:15 2023-12-30T21:15 2022-07-16T21:15"),
    ("The plane was hit on Wednesday at 6:40 a.m.", "Wednesday at 6:40 a.m.", "2024-02-28T06:40 2023-12-27T06:40 2022-07-13T06:40"),
    ("Two rockets were fired yesterday.", "yesterday", "2024-02-28 2023-12-30 2022-07-17"),
    ("Two rockets were fired yesterday evening.", "yesterday evening", "2024-02-28TEV 2023-12-30TEV 2022-07-17TEV"),
    ("Police raided the printing house today.", "today", "2024-02-29 2023-12-31 2022-07-18"),
    ("Police raided the printing house early today.", "early today", "2024-02-29 2023-12-31 2022-07-18"),
    ("The minister will speak tomorrow.", "tomorrow", "2024-03-01 2024-01-01 2022-07-19"),
    ("The ferry sails tomorrow morning.", "tomorrow morning", "2024-03-01TMO 2024-01-01TMO 2022-07-19TMO"),
    ("The bombers came last night.", "last night", "2024-02-28TNI 2023-12-30TNI 2022-07-17TNI"),
    ("The village was shelled this morning.", "this morning", "2024-02-29TMO 2023-12-31TMO 2022-07-18TMO"),
    ("The curfew starts tonight.", "tonight", "2024-02-29TNI 2023-12-31TNI 2022-07-18TNI"),
    ("A rally will be held this evening.", "this evening", "2024-02-29TEV 2023-12-31TEV 2022-07-18TEV"),
    ("Three men were seized overnight.", "overnight", "2024-02-29TNI 2023-12-31TNI 2022-07-18TNI"),
    ("He fled the day before yesterday.", "the day before yesterday", "2024-02-27 2023-12-29 2022-07-16"),
    ("The talks resume the day after tomorrow.", "the day after tomorrow", "2024-03-02 2024-01-02 2022-07-20"),
    ("The strike was called last week.", "last week", "2024-W08 2023-W52 2022-W28"),
    ("The strike was called earlier this week.", "earlier this week", "2024-W09 2023-W52 2022-W29"),
    ("The strike ends next week.", "next week", "2024-W10 2024-W01 2022-W30"),
    ("Ten died last month.", "last month", "2024-01 2023-11 2022-06"),
    ("The army withdrew earlier this month.", "earlier this month", "2024-02 2023-12 2022-07"),
    ("Elections are planned for next month.", "next month", "2024-03 2024-01 2022-08"),
    ("The camp closed last year.", "last year", "2023 2022 2021"),
    ("The camp closed earlier this year.", "earlier this year", "2024 2023 2022"),
    ("A census will be taken next year.", "next year", "2025 2024 2023"),
    ("The road reopened over the weekend.", "over the weekend", "2024-W08-WE 2023-W52-WE 2022-W28-WE"),
    ("Snipers were active last weekend.", "last weekend", "2024-W08-WE 2023-W51-WE 2022-W28-WE"),
    ("Observers will be sent next weekend.", "next weekend", "2024-W10-WE 2024-W01-WE 2022-W30-WE"),
    ("The harbour was mined in January.", "January", "2024-01 2023-01 2022-01"),
    ("The harbour was mined in April.", "April", "2023-04 2023-04 2022-04"),
    ("The harbour was mined in December.", "December", "2023-12 2023-12 2021-12"),
    ("The port will reopen in March.", "March", "2024-03 2024-03 2023-03"),
    ("The port will reopen in October.", "October", "2024-10 2024-10 2022-10"),
    ("The mayor was abducted last November.", "last November", "2023-11 2022-11 2021-11"),
    ("The delegation will travel next May.", "next May", "2024-05 2024-05 2023-05"),
    ("The siege began in early June.", "early June", "2023-06 2023-06 2022-06"),
    ("He was held from late September.", "late September", "2023-09 2023-09 2021-09"),
    ("The cease-fire took effect in mid-August.", "mid-August", "2023-08 2023-08 2021-08"),
    ("The garrison fell on Feb. 12.", "Feb. 12", "2024-02-12 2024-02-12 2022-02-12"),
    ("The garrison fell on 12 February.", "12 February", "2024-02-12 2024-02-12 2022-02-12"),
    ("The garrison fell on November 30.", "November 30", "2023-11-30 2023-11-30 2021-11-30"),
    ("The ban takes effect on July 29.", "July 29", "2024-07-29 2024-07-29 2022-07-29"),
    ("The ban takes effect on March 4.", "March 4", "2024-03-04 2024-03-04 2023-03-04"),
    ("A plea was entered on Friday, Dec. 29.", "Friday, Dec. 29", "2023-12-29 2023-12-29 2021-12-29"),
    ("The bodies were found on June 3, 2021.", "June 3, 2021", "2021-06-03"),
    ("The bodies were found on 3 June 2021.", "3 June 2021", "2021-06-03"),
    ("The bodies were found on 3rd of June, 2021.", "3rd of June, 2021", "2021-06-03"),
    ("The log is dated 2021-06-03.", "2021-06-03", "2021-06-03"),
    ("The raids of May 7-9 left many homeless.", "May 7-9", "2024-05-07 2023-05-07 2022-05-07"),
    ("The raids of 7 to 9 May left many homeless.", "7 to 9 May", "2024-05-07 2023-05-07 2022-05-07"),
    ("The post was overrun in August 2020.", "August 2020", "2020-08"),
    ("The post was overrun in the summer of 2020.", "the summer of 2020", "2020-SU"),
    ("The post was overrun last summer.", "last summer", "2023-SU 2023-SU 2021-SU"),
    ("The post was overrun last winter.", "last winter", "2022-WI 2022-WI 2021-WI"),
    ("Harvests failed this spring.", "this spring", "2024-SP 2023-SP 2022-SP"),
    ("He was jailed in 2017.", "2017", "2017"),
    ("The dam was built in the 1970s.", "the 1970s", "197"),
    ("The dam was built in the late 1980s.", "the late 1980s", "198"),
    ("The fort dates from the 18th century.", "the 18th century", "17"),
    ("The accord must be kept until the end of 2026.", "the end of 2026", "2026"),
    ("Troops must leave by the end of the year.", "the end of the year", "2024 2023 2022"),
    ("Troops must leave by the end of the month.", "the end of the month", "2024-02 2023-12 2022-07"),
    ("The quota ran out at the end of last year.", "the end of last year", "2023 2022 2021"),
    ("Arrests rose in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
    ("Arrests rose in the first half of 2021.", "the first half of 2021", "2021-H1"),
    ("The outpost was hit two days ago.", "two days ago", "2024-02-27 2023-12-29 2022-07-16"),
    ("The outpost was hit three weeks ago.", "three weeks ago", "2024-W06 2023-W49 2022-W26"),
    ("The outpost was hit four months ago.", "four months ago", "2023-10 2023-08 2022-03"),
    ("The outpost was hit a year ago.", "a year ago", "2023 2022 2021"),
    ("The outpost was hit six years ago.", "six years ago", "2018 2017 2016"),
    ("The outpost was hit several years ago.", "several years ago", "PAST_REF"),
    ("The well was dug decades ago.", "decades ago", "PAST_REF"),
    ("The town has been cut off for 40 days.", "40 days", "P40D"),
    ("The town has been cut off for three months.", "three months", "P3M"),
    ("The town has been cut off for more than a year.", "more than a year", "P1Y"),
    ("The town has been cut off for several weeks.", "several weeks", "PXW"),
    ("The town has been cut off for months.", "months", "PXM"),
    ("The town has been cut off for half an hour.", "half an hour", "PT30M"),
    ("The march lasted two and a half hours.", "two and a half hours", "PT2H30M"),
    ("Repairs will take two to three weeks.", "two to three weeks", "P2W"),
    ("The 48-hour deadline passed and a three-day truce began.", "three-day", "P3D"),
    ("The nine-year-old war goes on.", "nine-year-old", "P9Y"),
    ("The past five years were the worst.", "The past five years", "P5Y"),
    ("In the last 24 hours nine bodies were found.", "the last 24 hours", "PT24H"),
    ("The next two days will be decisive.", "The next two days", "P2D"),
    ("In recent weeks aid has dwindled.", "recent weeks", "PAST_REF"),
    ("In recent years aid has dwindled.", "recent years", "PAST_REF"),
    ("In the coming days aid will arrive.", "coming days", "FUTURE_REF"),
    ("Patrols pass every day.", "every day", "P1D"),
    ("Patrols pass every night.", "every night", "P1D"),
    ("Patrols pass daily.", "daily", "P1D"),
    ("The market is held every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The market is held on Fridays.", "Fridays", "XXXX-WXX-5"),
    ("The committee meets every two weeks.", "every two weeks", "P2W"),
    ("The council votes each year.", "each year", "P1Y"),
    ("The district is now calm.", "now", "PRESENT_REF"),
    ("The district is currently calm.", "currently", "PRESENT_REF"),
    ("Clashes have recently resumed.", "recently", "PAST_REF"),
    ("Both sides fear for the future.", "the future", "FUTURE_REF"),
    ("Aid will arrive soon.", "soon", "FUTURE_REF"),
    ("A parade is held on New Year's Day.", "New Year's Day", "2025-01-01 2024-01-01 2023-01-01"),
    ("A bomb went off on Christmas Eve.", "Christmas Eve", "2023-12-24 2023-12-24 2021-12-24"),
    ("The shrine was attacked on Good Friday.", "Good Friday", "2023-04-07 2023-04-07 2022-04-15"),
    ("The strike was on June 9 and the funeral the day after.", "the day after", "2023-06-10 2023-06-10 2022-06-10"),
    ("The strike was on June 9 and she died two days later.", "two days later", "2023-06-11 2023-06-11 2022-06-11"),
    ("The strike was on June 9 and was planned a week earlier.", "a week earlier", "2023-W22 2023-W22 2022-W22"),
    ("The strike was on June 9, and that night two more came.", "that night", "2023-06-09TNI 2023-06-09TNI 2022-06-09TNI"),
    ("The strike was on June 9, and the next morning the ruins still burned.", "the next morning", "2023-06-10TMO 2023-06-10TMO 2022-06-10TMO"),
    ("The strike was on June 9, and on the same day a bridge fell.", "the same day", "2023-06-09 2023-06-09 2022-06-09"),
    ("The strike was on June 9, and the following day a bridge fell.", "the following day", "2023-06-10 2023-06-10 2022-06-10"),
    ("The strike was on June 9, and the previous day a bridge fell.", "the previous day", "2023-06-08 2023-06-08 2022-06-08"),
    ("The strike was on June 9, and shelling resumed the following Tuesday.", "the following Tuesday", "2023-06-13 2023-06-13 2022-06-14"),
    ("The strike was on June 9, and at 5:30 p.m. the fire was out.", "at 5:30 p.m.", "2023-06-09T17:30 2023-06-09T17:30 2022-06-09T17:30"),
    ("Guards fired in the night from Friday to Saturday.", "the night from Friday to Saturday", "2024-02-23TNI 2023-12-29TNI 2022-07-15TNI"),
    ("The trial opens the week of March 11.", "the week of March 11", "2024-W11 2024-W11 2023-W10"),
    ("The hearing was postponed until Wednesday.", "Wednesday", "2024-03-06 2024-01-03 2022-07-20"),
    ("The amnesty runs out on Wednesday.", "Wednesday", "2024-03-06 2024-01-03 2022-07-20"),
    ("The rebels promised to hand over the town by Saturday.", "Saturday", "2024-03-02 2024-01-06 2022-07-23"),
    ("He was arrested Monday and will be charged on Friday.", "Friday", "2024-03-01 2024-01-05 2022-07-22"),
    ("He was arrested Monday and will be charged on Friday.", "Monday", "2024-02-26 2023-12-25 2022-07-18"),
    ("Residents say they heard two blasts on Tuesday.", "Tuesday", "2024-02-27 2023-12-26 2022-07-12"),
    ("Police are investigating who set the fire on Tuesday.", "Tuesday", "2024-02-27 2023-12-26 2022-07-12"),
    ("Rockets hit the airport on Wednesday.", "Wednesday", "2024-02-28 2023-12-27 2022-07-13"),
    ("Sunday's attack was the third.", "Sunday's", "2024-02-25 2023-12-31 2022-07-17"),
    ("Voters will go to the polls in Sunday's runoff.", "Sunday's", "2024-03-03 2023-12-31 2022-07-24"),
    ("It has rained since Tuesday.", "Tuesday", "2024-02-27 2023-12-26 2022-07-12"),
    ("Fighting has gone on since May.", "May", "2023-05 2023-05 2022-05"),
    ("Fighting has gone on since 2019.", "2019", "2019"),
    ("The deadline is 5 p.m. on Friday.", "5 p.m. on Friday", "2024-03-01T17:00 2024-01-05T17:00 2022-07-22T17:00"),
    ("Guards heard a shot at 4 in the morning.", "4 in the morning", "2024-02-29T04:00 2023-12-31T04:00 2022-07-18T04:00"),
    ("The governor resigned in March last year.", "March last year", "2023-03 2022-03 2021-03"),
    ("The radio fell silent at 0630 GMT.", "0630 GMT", "2024-02-29T06:30 2023-12-31T06:30 2022-07-18T06:30"),
    ("The mission ends in fiscal 2025.", "fiscal 2025", "2025"),
    ("Wells were poisoned in the winter of 2019.", "the winter of 2019", "2019-WI"),
    ("He has been missing since January 2022.", "January 2022", "2022-01"),
    ("Soldiers will stay until mid-May.", "mid-May", "2024-05 2024-05 2023-05"),
    ("Attacks fell in the past month.", "the past month", "P1M"),
    ("The ministry put off the march until next Monday.", "next Monday", "2024-03-04 2024-01-01 2022-07-25"),
    ("Rebels shot down a helicopter on Tuesday.", "Tuesday", "2024-02-27 2023-12-26 2022-07-12"),
    ("The garrison surrendered in February.", "February", "2024-02 2023-02 2022-02"),
    ("The bank will open in the first week of April.", "April", "2024-04 2024-04 2023-04"),
    ("The mission was set up in June 2014.", "June 2014", "2014-06"),
    ("The pipeline burst on Saturday night.", "Saturday night", "2024-02-24TNI 2023-12-30TNI 2022-07-16TNI"),
    ("Two aid workers vanished ten days ago.", "ten days ago", "2024-02-19 2023-12-21 2022-07-08"),
    ("He had been missing for four days.", "four days", "P4D"),
    ("Three more died on Wednesday morning.", "Wednesday morning", "2024-02-28TMO 2023-12-27TMO 2022-07-13TMO"),
    ("Their trial is on Tuesday.", "Tuesday", "2024-03-05 2024-01-02 2022-07-19"),
]

NOT_DATES = [
    "The brigade will march on the capital.",
    "Aid may arrive if the road opens.",
    "General April Okoro led the column.",
    "The barracks hold 2000 men and 1950 rifles.",
    "Route 1991 was closed to lorries.",
    "He is 34 years old and has a 7-year-old son.",
    "The Sun and the Daily Mirror were banned.",
    "A second man was led away.",
    "They fought for every street in the old quarter.",
    "The mortar fired 12 of 24 rounds.",
    "The wall had sprung leaks and would fall.",
    "Augustin and Marchetti signed for the union.",
    "The vote was 9 to 5 in favour.",
    "The grenade was a Mark 1 of 40 mm.",
    "The men were in their forties.",
    "Troops took Hill 1024 and point 3.",
    "The boat made 12 knots past the pier.",
    "He sat at a nightclub by the weekender ferry.",
    "The tenth battalion lost its first tank.",
    "They cut the ration to 300 grams a head.",
]
# fmt: on


@pytest.fixture(scope="module")
def read(parse, lexicon):
    """``read(text, day)``: the time expressions of a paragraph published on a day; each text is parsed once."""
    parsed: dict[str, Parsed] = {}

    def _read(text: str, day: dt.date) -> tuple[TimeMention, ...]:
        known = parsed.setdefault(text, parse(text)) if text not in parsed else parsed[text]
        article = replace(known.article, published=DateRange(day, day, DatePrecision.DAY))
        return find_dates(replace(known, article=article), lexicon).items

    return _read


@pytest.mark.parametrize(("text", "phrase", "values"), PHRASES, ids=lambda v: v[:40])
def test_phrase_on_three_days(text: str, phrase: str, values: str, read) -> None:
    expected = values.split() * (3 if " " not in values else 1)
    for day, value in zip(DAYS, expected, strict=True):
        found = [d.value for d in read(text, day) if phrase in d.text or d.text in phrase]
        assert found == [value], (day, [(d.text, d.value) for d in read(text, day)])


def test_the_table_is_long() -> None:
    assert len(PHRASES) >= 150


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date(text: str, read) -> None:
    assert [(d.text, d.value) for d in read(text, DAYS[0])] == []


_WEEKDAY = [row for row in PHRASES if row[1] in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday")]


@given(row=st.sampled_from(_WEEKDAY), weeks=st.integers(-500, 500))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_week_later_a_weekday_is_a_week_later(row: tuple[str, str, str], weeks: int, read) -> None:
    text, phrase, _ = row
    shift = dt.timedelta(weeks=weeks)
    here = [d for d in read(text, DAYS[0]) if d.text == phrase]
    there = [d for d in read(text, DAYS[0] + shift) if d.text == phrase]
    assert [d.range.low + shift for d in here if d.range and d.range.low] == [
        d.range.low for d in there if d.range and d.range.low
    ]


@given(row=st.sampled_from(PHRASES), day=st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_are_in_order_and_never_finer_than_the_text(row: tuple[str, str, str], day: dt.date, read) -> None:
    text, _, _ = row
    for d in read(text, day):
        if d.range is None or d.range.low is None or d.range.high is None:
            continue
        assert d.range.low <= d.range.high
        length = (d.range.high - d.range.low).days + 1
        words = d.text.lower()
        if d.type == "DATE" and ("month" in words or words.split()[-1] in ("june", "april", "october")):
            assert length >= 28
        if d.type == "DATE" and "year" in words and "new year" not in words:
            assert length >= 28  # "March last year" is a month
        if d.type == "DATE" and words.endswith(("week", "weeks ago", "week earlier")):
            assert length == 7
