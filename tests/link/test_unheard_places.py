"""Reports of a village that no list has. Its name is invented."""

from __future__ import annotations

import datetime as dt

from sourcebook.link.links import link_readings

DAY = dt.date(2026, 3, 4)


def test_two_reports_of_an_unheard_village_meet(read, lexicon) -> None:
    one = read(
        "PORT SUDAN - Forty people died in a strike on a funeral in Al-Luwarib on Monday, a doctor said.", published=DAY
    )
    other = read(
        "CAIRO - A drone fired on mourners in Al-Luwarib on Monday, killing 40, Sudan's army said.", published=DAY
    )
    assert len([i for i in link_readings([one, other], lexicon).incidents if not i.background]) == 1


def test_who_files_from_the_town_and_names_the_village_means_the_village(read, lexicon) -> None:
    one = read(
        "NIAMEY - Gunmen killed 31 people at the mosque of Kossolo Mberi on Friday, the ministry said.", published=DAY
    )
    other = read(
        "TILLABERI, Niger - The dead of Kossolo Mberi were buried on Saturday. Gunmen on motorbikes had killed 31 "
        "people at prayer on Friday, a nurse said.",
        published=DAY,
    )
    another = read("TILLABERI, Niger - Gunmen killed three herders near Ayorou on Friday, a nurse said.", published=DAY)
    linked = [i for i in link_readings([one, other, another], lexicon).incidents if not i.background]
    assert sorted(len(i.members) for i in linked) == [1, 2]
