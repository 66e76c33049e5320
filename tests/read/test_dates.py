"""Time expressions: every rule's example, a table of phrases at one anchor, and what must hold of any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.lexicon.calendar import Timexes, TimexRule, count, feast
from sourcebook.lexicon.tenses import Tenses, TenseWords
from sourcebook.read.dates import find_dates
from sourcebook.read.timexes import READERS
from sourcebook.records import DatePrecision, TimeMention

#: The anchor of all examples: a Wednesday.
WEDNESDAY = dt.date(2023, 2, 22)
RULES = list(Timexes().rules)


@pytest.fixture(scope="session")
def dates(parse, lexicon):
    """``dates(text, published)``: the time expressions of a body paragraph."""

    def _dates(text: str, published: dt.date | None = WEDNESDAY, **meta: object) -> tuple[TimeMention, ...]:
        return find_dates(parse(text, published=published, **meta), lexicon).items

    return _dates


def values(found: tuple[TimeMention, ...]) -> list[str]:
    return [d.value for d in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_each_rule_reads_its_example(rule: TimexRule, dates) -> None:
    found = [d for d in dates(rule.example) if d.rule == rule.id]
    assert rule.value in values(found), [(d.rule, d.text, d.value) for d in dates(rule.example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_no_rule_reads_its_counter_example(rule: TimexRule, dates) -> None:
    assert rule.id not in {d.rule for d in dates(rule.counter_example)}


def test_each_rule_has_a_reader_and_each_reader_a_rule() -> None:
    assert {r.reads for r in RULES} == set(READERS)


@pytest.mark.parametrize("group", list(Tenses().rules), ids=lambda r: r.id)
def test_each_group_of_tense_words_sends_its_example_the_right_way(group: TenseWords, dates) -> None:
    assert group.value in values(dates(group.example))
    assert group.counter_value in values(dates(group.counter_example))


PHRASES = [
    # days of the week look back in the past tense, ahead in the future
    ("Gunmen killed two guards on Monday.", "Monday", "2023-02-20", "2023-02-20", "2023-02-20"),
    ("The court will rule on Monday.", "Monday", "2023-02-27", "2023-02-27", "2023-02-27"),
    ("A depot burned down on Wednesday.", "Wednesday", "2023-02-22", "2023-02-22", "2023-02-22"),
    ("The envoys agreed to meet on Friday.", "Friday", "2023-02-24", "2023-02-24", "2023-02-24"),
    ("The blast came last Wednesday.", "last Wednesday", "2023-02-15", "2023-02-15", "2023-02-15"),
    ("They fled next Friday's draft.", "next Friday", "2023-02-24", "2023-02-24", "2023-02-24"),
    # parts of days
    ("Drones hit the depot late Sunday night.", "late Sunday night", "2023-02-19TNI", "2023-02-19", "2023-02-19"),
    ("A truck blew up at dawn on Saturday.", "at dawn on Saturday", "2023-02-18TMO", "2023-02-18", "2023-02-18"),
    ("Two died on Sunday at 3:15 p.m. local time.", "Sunday at 3:15 p.m. local time", "2023-02-19T15:15", "2023-02-19", "2023-02-19"),
    ("Four were shot this morning.", "this morning", "2023-02-22TMO", "2023-02-22", "2023-02-22"),
    ("He was seized last night.", "last night", "2023-02-21TNI", "2023-02-21", "2023-02-21"),
    # whole dates
    ("He was born on July 4, 1961.", "July 4, 1961", "1961-07-04", "1961-07-04", "1961-07-04"),
    ("It was signed on 19 February 2023.", "19 February 2023", "2023-02-19", "2023-02-19", "2023-02-19"),
    ("Fighting broke out on December 28.", "December 28", "2022-12-28", "2022-12-28", "2022-12-28"),
    ("The polls open on April 9.", "April 9", "2023-04-09", "2023-04-09", "2023-04-09"),
    ("Raids on Feb. 3-5 left nine dead.", "Feb. 3-5", "2023-02-03", "2023-02-03", "2023-02-05"),
    # months, years, longer
    ("The town fell in January.", "January", "2023-01", "2023-01-01", "2023-01-31"),
    ("The town fell in August.", "August", "2022-08", "2022-08-01", "2022-08-31"),
    ("Talks will open in May.", "May", "2023-05", "2023-05-01", "2023-05-31"),
    ("They moved in early October 2021.", "early October 2021", "2021-10", "2021-10-01", "2021-10-31"),
    ("Ten died last month.", "last month", "2023-01", "2023-01-01", "2023-01-31"),
    ("Ten died last week.", "last week", "2023-W07", "2023-02-13", "2023-02-19"),
    ("The fort dates from the 1970s.", "the 1970s", "197", "1970-01-01", "1979-12-31"),
    ("Talks are due by the end of 2026.", "the end of 2026", "2026", "2026-01-01", "2026-12-31"),
    ("The post was hit two days ago.", "two days ago", "2023-02-20", "2023-02-20", "2023-02-20"),
    ("The post was hit three weeks ago.", "three weeks ago", "2023-W05", "2023-01-30", "2023-02-05"),
    ("Rebels left in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3", "2021-07-01", "2021-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "low", "high"), PHRASES)
def test_phrases(text: str, words: str, value: str, low: str, high: str, dates) -> None:
    (found,) = [d for d in dates(text) if d.value == value] or [None]
    assert found is not None, values(dates(text))
    assert words in text
    assert words.endswith(found.text) or found.text.endswith(words)
    assert (str(found.range.low), str(found.range.high)) == (low, high)


def test_a_day_earlier_counts_from_the_date_last_spoken_of(dates) -> None:
    found = dates("A market was shelled on February 10. A day earlier a school had been hit.")
    assert values(found) == ["2023-02-10", "2023-02-09"]


def test_a_modal_is_no_month(dates) -> None:
    assert not dates("The rebels may attack the port and march on the capital.")


def test_a_year_is_no_count(dates) -> None:
    assert not dates("The brigade lost 1990 soldiers near the river.")
    assert not dates("They paid $2,000 for each rifle.")


def test_an_age_is_no_duration(dates) -> None:
    assert not dates("A 35-year-old teacher was found dead.")


def test_durations_and_sets_have_no_days(dates) -> None:
    found = dates("A two-day truce ended a siege of six weeks. Shells fall every night.")
    assert [(d.type, d.value) for d in found] == [("DURATION", "P2D"), ("DURATION", "P6W"), ("SET", "P1D")]
    assert all(d.range is None for d in found)


def test_the_past_years_reach_back_from_publication(dates) -> None:
    (found,) = dates("Over the past five years forty wells dried up.")
    assert (found.type, found.value, str(found.range.low)) == ("DURATION", "P5Y", "2018-02-22")


def test_without_a_publication_date_relative_values_stay_open(dates) -> None:
    found = dates("Two guards were shot on Sunday, not in 2019. Last month was calm.", None)
    assert values(found) == ["XXXX-WXX-7", "2019", "XXXX-XX"]
    assert [d.range is None for d in found] == [True, False, True]
    assert all(d.anchor is None for d in found)


def test_the_anchor_is_told_where_one_was_used(dates) -> None:
    relative, whole = dates("He was shot on Sunday, as he had been on March 3, 2019.")
    assert relative.anchor == WEDNESDAY
    assert whole.anchor is None


def test_numbers_for_days_follow_the_outlets_country(dates) -> None:
    assert values(dates("The log says 03/04/2022.")) == ["2022-03-04"]
    assert values(dates("The log says 25/04/2022.")) == ["2022-04-25"]


def test_upper_case_wire_copy(dates) -> None:
    assert "1990-01-03" in values(
        dates("THE GUERRILLAS ATTACKED A BRIDGE ON 3 JAN 90, THE ARMY SAID.", dt.date(1990, 1, 5))
    )


def test_feasts_and_counts() -> None:
    assert feast("Easter", 2023) == dt.date(2023, 4, 9)
    assert feast("Thanksgiving Day", 2022) == dt.date(2022, 11, 24)
    assert [count(w) for w in ("a dozen", "thirty-five", "half an", "2 1/2", "several")] == [12, 35, 0.5, 2.5, None]


WORDS = st.sampled_from(
    [
        "on",
        "in",
        "last",
        "next",
        "Sunday",
        "Monday",
        "night",
        "March",
        "May",
        "3",
        "12",
        "2019",
        "two",
        "days",
        "ago",
        "week",
        "of",
        "the",
        "by",
        "late",
        "a",
        "year",
        "earlier",
        "this",
        "morning",
        "quarter",
        "third",
        ",",
        ".",
        "every",
        "past",
        "five",
        "fall",
        "spring",
        "31",
        "February",
        "at",
        "10",
        "p.m.",
        "noon",
        "yesterday",
        "century",
        "19th",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORDS, min_size=1, max_size=14), published=st.sampled_from([None, WEDNESDAY, dt.date(2024, 2, 29)])
)
def test_whatever_is_written_spans_are_exact_and_intervals_ordered(
    words: list[str], published: dt.date | None, dates
) -> None:
    text = "Then it was said: " + " ".join(words) + "."
    end = 0
    for d in dates(text, published):
        assert d.span.of(text) == d.text
        assert d.span.start >= end
        end = d.span.end
        if d.range:
            assert d.range.low <= d.range.high
            if d.range.precision is DatePrecision.DAY:
                assert d.range.low == d.range.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Smoke rises from a depot on Tuesday.", "2023-02-21"),
        ("Rescuers carry a man out of the mall on Saturday.", "2023-02-18"),
        ("That case, from Oct. 4, remains unsolved.", "2022-10-04"),
        ("The trial opens on Tuesday.", "2023-02-28"),
    ],
)
def test_a_present_tense_is_a_picture_or_a_state_unless_it_is_a_timetables(text: str, value: str, dates) -> None:
    assert values(dates(text)) == [value]


def test_what_was_hit_while_it_waited_to_go_on_was_hit_before(dates) -> None:
    assert values(dates("The convoy had been waiting to go on to the town when it was hit on Monday night.")) == [
        "2023-02-20TNI"
    ]
