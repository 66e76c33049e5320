"""A toll that rises because someone wounded has died: the day of that death is not the day of the attack."""

import datetime as dt


def test_the_day_on_which_one_of_the_wounded_died_does_not_date_the_attack(read) -> None:
    reading = read(
        "LATAKIA, May 8 - The number of people killed in the raid on the port rose to six after one of the wounded "
        "died in hospital, the head of the ambulance service said on Friday.",
        published=dt.date(2026, 5, 8),
    )
    date = reading.incidents[0].date
    assert (date.precision, date.high) == ("range", dt.date(2026, 5, 8))  # assumed: it may be older


def test_an_attack_with_a_day_of_its_own_keeps_it(read) -> None:
    reading = read(
        "A bomb went off in the port of Latakia on Monday. One of the wounded died on Friday, raising the toll to six.",
        published=dt.date(2026, 5, 8),
    )
    assert reading.incidents[0].date.low == dt.date(2026, 5, 4)
