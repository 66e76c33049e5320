"""When an event was of which only the time since is told; where it was by what a town has; several told in one word."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2022, 6, 20)  # a Monday
VIOLENT = {"armed-attack", "killing", "bombing", "drone-strike", "strike", "shelling"}


@pytest.fixture(scope="module")
def told(read):
    """``told(text)``: day (or first and last) and town of each violent incident that is not recalled, in order."""

    def _told(text: str, published: dt.date = DAY) -> list[tuple[str, str, str]]:
        reading = read(text, published=published)
        found = [i for i in reading.incidents if i.event_type in VIOLENT and not i.background and i.date]
        return sorted((str(i.date.low), str(i.date.high), i.place.name if i.place else "") for i in found if i.date)

    return _told


LAPSES = [
    (
        "A week after a watchman was stabbed to death in Akureyri, police have no trace of the men.",
        ("2022-06-12", "2022-06-14", "Akureyri"),
    ),
    (
        "Two days after a bomb killed three people in Bauchi, the market is still shut.",
        ("2022-06-18", "2022-06-18", "Bauchi"),
    ),
    (
        "A man was arrested in Kano on Saturday, two days after a bomb killed three people in Bauchi, police said.",
        ("2022-06-16", "2022-06-16", "Bauchi"),
    ),
    (
        "On Friday, a week after a bomb killed three people in Bauchi, shopkeepers closed their stalls.",
        ("2022-06-09", "2022-06-11", "Bauchi"),
    ),
    # counted from another thing than the event
    (
        "A bomb killed three people in Bauchi on Friday, a week after the market had opened.",
        ("2022-06-17", "2022-06-17", "Bauchi"),
    ),
]


@pytest.mark.parametrize(("text", "when"), LAPSES, ids=lambda v: str(v)[:40])
def test_the_time_since_tells_the_day(text: str, when: tuple[str, str, str], told):
    assert told(text + "\n") == [when]


TOWNS = [
    ("Iquique's council has asked for soldiers after two dockers were shot dead in the port on Saturday.", "Iquique"),
    ("A cattle trader was killed by robbers at the abattoir of Mwanza on Saturday, police said.", "Mwanza"),
    ("Four people were killed by a bomb on Saturday at the grain terminal of Timaru.", "Timaru"),
]


@pytest.mark.parametrize(("text", "town"), TOWNS, ids=[t for _, t in TOWNS])
def test_what_a_town_has_names_the_town(text: str, town: str, told):
    assert [where for _, _, where in told(text + "\n")] == [town]


def test_what_a_person_has_names_no_town(told):
    text = "Larissa's brother and her lawyer said two of her neighbours were shot dead on Saturday.\n"
    assert [where for _, _, where in told(text)] == [""]


def test_titled_entries_are_events_of_their_own(told):
    text = (
        "The week in the north\n\nTacuarembó, railway depot. A drone struck the depot late on Saturday. Five people "
        "were killed.\n\nTacuarembó, wool warehouse. A watchman was shot dead by robbers on Saturday evening.\n"
    )
    assert told(text) == [("2022-06-18", "2022-06-18", "Tacuarembó")] * 2


def test_one_word_for_events_in_two_towns(told):
    text = (
        "A group calling itself the Southern Cross said on Monday that it had planted the bombs at a casino in Punta "
        "Arenas on Saturday night and at a bank in Porvenir two hours later.\n"
    )
    assert [where for _, _, where in told(text)] == ["Porvenir", "Punta Arenas"]
    one = "A bomb in Punta Arenas on Saturday killed three people from Porvenir and Ushuaia.\n"
    assert [where for _, _, where in told(one)] == ["Punta Arenas"]


def test_who_dies_of_wounds_dies_of_the_raid(read):
    text = (
        "A 17-year-old apprentice died on Saturday of wounds he suffered when soldiers raided his street in Jenin on "
        "Friday, the hospital said.\n"
    )
    [found] = [i for i in read(text, published=DAY).incidents if i.event_type in VIOLENT]
    assert found.killed == (1, 1)


def test_where_a_report_was_written_is_not_where_it_happened(told):
    text = "YANGON (New Dawn Daily) - Five men were killed by a mine on Saturday near Sittwe.\n"
    assert [where for _, _, where in told(text)] == ["Sittwe"]
