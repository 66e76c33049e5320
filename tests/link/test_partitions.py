"""Which reports of a few days are of one incident: small partitions, as newsrooms write, with the answer known."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.flow import link_readings, read_page
from sourcebook.link.links import main_incidents
from sourcebook.read.pages import make_page
from sourcebook.records import PageMeta

#: A name, the partition, and the pages: outlet, day, text.
CASES = [
    (
        "roadside",
        "ABAB",
        [
            (
                "Frontier Daily",
                "2026-02-10",
                "Three policemen martyred in roadside blast in Bannu\n\nBANNU: Three police personnel were "
                "martyred and two others injured when an improvised explosive device went off near a police"
                " van on the Kohat Road here on Tuesday morning, police said.",
            ),
            (
                "Indus Wire",
                "2026-02-10",
                "Gunmen kill two policemen at Bannu checkpost\n\nBANNU: Armed men on motorcycles opened fire "
                "on a checkpost in the Mandan area of Bannu district on Tuesday evening, killing two "
                "constables, a police official said.",
            ),
            (
                "Indus Wire",
                "2026-02-11",
                "Funeral held for three officers killed by bomb\n\nBANNU: The funeral prayers for the three "
                "policemen who lost their lives in Tuesday's bomb attack on their van on Kohat Road were "
                "offered at the police lines on Wednesday.",
            ),
            (
                "Frontier Daily",
                "2026-02-11",
                "Checkpost assault: search launched\n\nBANNU: Police launched a search operation on Wednesday "
                "for the assailants who shot dead two constables at the Mandan checkpost a day earlier.",
            ),
        ],
    ),
    (
        "hospital",
        "ABA",
        [
            (
                "Wire One",
                "2026-10-10",
                "Israeli strike kills six near hospital in Deir al-Balah\n\nDEIR AL-BALAH, Gaza Strip (Wire "
                "One) - An Israeli airstrike hit a tent camp next to a hospital in Deir al-Balah early on "
                "Saturday, killing six people, hospital officials said. The wounded were taken to Nasser "
                "Hospital in Khan Younis.",
            ),
            (
                "Gaza Now",
                "2026-10-10",
                "Four family members killed in Khan Younis\n\nFour members of one family, including two "
                "children, were killed when warplanes bombed a house in eastern Khan Younis on Saturday "
                "morning, civil defence said.",
            ),
            (
                "Arab Voice",
                "2026-10-11",
                "Israel says it targeted militants in tent camp\n\nThe Israeli army said on Sunday it had "
                "targeted an Islamic Jihad cell in a strike a day earlier on tents in Deir al-Balah, where "
                "Palestinian medics said six people had died.",
            ),
        ],
    ),
    (
        "mine",
        "AB",
        [
            (
                "Kharkiv Prosecutor",
                "2026-04-20",
                "A tractor driver was killed on 19 April when his vehicle hit an anti-tank mine in a field "
                "near Izium, Kharkiv region. A criminal investigation has been opened.",
            ),
            (
                "Kharkiv Times",
                "2026-04-22",
                "Two sappers wounded near Izium\n\nTwo deminers were injured on Wednesday by the blast of an "
                "anti-personnel mine near Izium, the State Emergency Service said. On Sunday a farmer died "
                "when his tractor ran over a mine in the same district.",
            ),
        ],
    ),
    (
        "embassy",
        "AAA",
        [
            (
                "Kabul Today",
                "2026-09-14",
                "Explosion near foreign ministry\n\nA powerful explosion rocked central Kabul on Monday "
                "afternoon. Taliban police said a bomb planted in a minibus had gone off close to the "
                "foreign ministry, and that three people were killed.",
            ),
            (
                "Emergency Hospital",
                "2026-09-14",
                "Kabul, 14 September. Our surgical centre has received 19 people injured in today's "
                "explosion near the Ministry of Foreign Affairs. Two were dead on arrival.",
            ),
            (
                "Khorasan Watch",
                "2026-09-15",
                "Islamic State's Khorasan branch has said its fighters detonated a bomb on a bus carrying "
                "ministry staff in the Afghan capital on Monday.",
            ),
        ],
    ),
    (
        "refinery",
        "ABA",
        [
            (
                "Moscow Courier",
                "2026-08-14",
                "Drone debris sparks fire at Ryazan plant\n\nDebris of a downed drone caused a fire on the "
                "territory of an industrial facility in Ryazan overnight, governor Pavel Malkov said on "
                "Friday. There were no casualties.",
            ),
            (
                "Moscow Courier",
                "2026-08-14",
                "Saratov refinery attacked\n\nUkrainian drones attacked the oil refinery in Saratov in the "
                "night to Friday, the Telegram channel Volga Live reported, publishing a video of flames.",
            ),
            (
                "Kyiv Bulletin",
                "2026-08-14",
                "General Staff: Ryazan refinery hit\n\nUkraine's General Staff said on Friday its unmanned "
                "systems had struck the Ryazan oil refinery, one of the largest in Russia, during the "
                "night.",
            ),
        ],
    ),
    (
        "gendarme",
        "AA",
        [
            (
                "Algiers Post",
                "2026-01-27",
                "Three soldiers die in clash west of Algiers\n\nThree Algerian soldiers were killed in an "
                "exchange of fire with armed Islamists in Ain Defla province on Tuesday, the Defence "
                "Ministry said in a communiqué.",
            ),
            (
                "Maghreb Wire",
                "2026-01-28",
                'Algerian troops kill four militants\n\nThe army shot dead four "terrorists" in Ain Defla '
                "during an operation on Tuesday in which three servicemen were killed, the ministry "
                "announced on Wednesday.",
            ),
        ],
    ),
    (
        "tram",
        "BBA",
        [
            (
                "Caucasus Wire",
                "2026-11-30",
                "Riot police use water cannon on Tbilisi crowd, 107 held\n\nTBILISI (Caucasus Wire) - Georgian"
                " riot police fired water cannon and tear gas at demonstrators outside parliament for a "
                "second night on Friday; 107 people were detained, the interior ministry said.",
            ),
            (
                "Rustaveli Post",
                "2026-11-30",
                "Journalists hurt as police disperse rally\n\nAt least eleven reporters were injured on Friday"
                " night as police broke up a pro-European rally on Rustaveli Avenue in Tbilisi, a press "
                "freedom group said.",
            ),
            (
                "Rustaveli Post",
                "2026-11-30",
                "Taxi driver knifed to death in Gldani\n\nA taxi driver aged 58 was stabbed to death in "
                "Tbilisi's Gldani district on Friday evening, police said, adding that a passenger had been"
                " arrested.",
            ),
        ],
    ),
    (
        "orchard",
        "AA",
        [
            (
                "Olive Press",
                "2026-02-27",
                "Settlers torch homes and cars in Huwara\n\nDozens of Israeli settlers went on the rampage in "
                "the West Bank town of Huwara on Sunday night, setting fire to at least 30 homes and 100 "
                "cars, the mayor said.",
            ),
            (
                "Tel Aviv Ledger",
                "2026-02-28",
                "Eight arrested after Huwara arson\n\nPolice have detained eight people suspected of taking "
                "part in Sunday's burning of dozens of houses and vehicles in Huwara.",
            ),
        ],
    ),
    (
        "dock",
        "AA",
        [
            (
                "Free Belarus",
                "2026-01-14",
                "Two lawyers detained in Minsk\n\nSecurity officers detained two defence lawyers in Minsk on "
                "Tuesday after searching their homes, a human rights centre said.",
            ),
            (
                "Vilnius Wire",
                "2026-01-15",
                "Lawyers for Belarus dissidents arrested\n\nVILNIUS - Belarusian KGB agents have arrested two "
                "attorneys who had defended political prisoners, colleagues said on Wednesday. They were "
                "taken from their flats in Minsk on Tuesday morning.",
            ),
        ],
    ),
    (
        "bazaar",
        "ABB",
        [
            (
                "Banadir Today",
                "2026-03-05",
                "Grenade thrown at tea shop in Mogadishu\n\nThree people were hurt when a hand grenade was "
                "thrown at a tea shop in Mogadishu's Hodan district on Wednesday evening, a police officer "
                "told Banadir Today.",
            ),
            (
                "Banadir Today",
                "2026-03-06",
                "Suicide car bomb near Mogadishu hotel kills nine\n\nA suicide car bomb went off outside a "
                "hotel in Mogadishu on Thursday, killing nine people, the ambulance service said.",
            ),
            (
                "Horn Radio",
                "2026-03-07",
                "Al Shabaab claims hotel blast\n\nThe Islamist group al Shabaab claimed Thursday's car bomb "
                "attack near a hotel in the Somali capital, saying government officials had been the "
                "target.",
            ),
        ],
    ),
    (
        "ford",
        "ABA",
        [
            (
                "Maiduguri Tribune",
                "2026-03-03",
                "Explosives kill seven farmers in Konduga\n\nNo fewer than seven farmers lost their lives on "
                "Monday when their truck drove over a landmine in Konduga, Borno State, a vigilante "
                "commander said.",
            ),
            (
                "Maiduguri Tribune",
                "2026-03-04",
                "Boko Haram fighters shoot three herders in Konduga\n\nThree herdsmen were shot dead by "
                "suspected Boko Haram fighters on the outskirts of Konduga on Tuesday, residents said, a "
                "day after a mine killed farmers there.",
            ),
            (
                "Abuja Star",
                "2026-03-04",
                "Farmers buried after mine blast\n\nThe remains of seven farmers who died when their vehicle "
                "struck a mine in Konduga on Monday have been buried.",
            ),
        ],
    ),
    (
        "arch",
        "ABA",
        [
            (
                "Kaduna Eye",
                "2026-03-03",
                "Ten hospital staff seized in Zaria\n\nBandits invaded a leprosy hospital in Zaria, Kaduna "
                "State, in the early hours of Sunday and abducted ten people including nurses, the police "
                "spokesman said.",
            ),
            (
                "Kaduna Eye",
                "2026-03-04",
                "Eight students taken from Zaria polytechnic\n\nGunmen shot their way into a polytechnic in "
                "Zaria on Tuesday night and took away eight students, the registrar said. The raid came two"
                " days after ten people were kidnapped from a hospital.",
            ),
            (
                "Lagos Herald",
                "2026-03-05",
                "Kidnapped nurses' families receive call\n\nRelatives of the nurses abducted on Sunday from "
                "the leprosy centre in Zaria said their captors had telephoned.",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("gold", "pages"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_which_reports_are_of_one_incident(gold: str, pages: list[tuple[str, str, str]], lexicon) -> None:
    readings = []
    for n, (outlet, day, text) in enumerate(pages):
        meta = PageMeta(None, outlet, dt.date.fromisoformat(day), "sidecar", "en")
        readings.append(read_page(make_page((text + "\n").encode(), f"{n}.txt", meta), lexicon))
    main = main_incidents(readings, link_readings(readings, lexicon))
    said = [main[r.page.id] for r in readings]
    assert [said.index(s) for s in said] == [gold.index(g) for g in gold]
