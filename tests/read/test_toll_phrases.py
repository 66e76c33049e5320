"""A hundred and fifty phrases of casualty reports with what each counts: a hundred with tolls, fifty that count nobody.

Written as they stand in the news, before the rules that read them. Each toll is ``harm low high`` (``-``: open), with the
victims' status where the phrase tells it.
"""

from __future__ import annotations

import pytest

from sourcebook.read.tolls import find_tolls

#: Phrase, tolls in any order.
TOLLS = """
Six people were killed in the blast. | killed 6 6
Thirty-eight people died when the roof came down. | killed 38 38
Shelling killed 1,204 people in the port. | killed 1204 1204
The raid left 17 dead. | killed 17 17
At least nine villagers were killed. | killed 9 - civilian
At least a dozen soldiers were killed. | killed 12 - combatant
No fewer than 40 people were hurt. | injured 40 -
Not less than 14 farmers were killed by the raiders. | killed 14 - civilian
A minimum of three people died. | killed 3 -
More than two hundred people were injured. | injured 201 -
Over 30 fighters were killed in the battle. | killed 31 - combatant
Upwards of 60 people were wounded. | injured 61|60 -
As many as 25 passengers died. | killed 1 25 civilian
Up to seven guards were wounded. | injured 1 7
Fewer than ten people were hurt. | injured 1|0 9
Nearly 50 pupils were injured. | injured 45|50 50 civilian
Almost 300 people were arrested. | detained 270|300 300
Some 80 people fled the valley. | displaced 80 80
Around 1,500 people have been displaced by the fighting. | displaced 1500 1500
About a hundred people were wounded. | injured 100 100
Roughly 20 rebels were captured. | detained|abducted 20 20 combatant
An estimated 400 people have died. | killed 400 400
Between 12 and 15 people were killed. | killed 12 15
Three to five militants were killed by the drone. | killed 3 5 combatant
Six or seven people were wounded, he said. | injured 6 7
From 20 to 30 people are missing. | missing 20 30
Dozens were killed and hundreds injured. | killed 24 -; injured 200 -
Dozens of protesters were detained. | detained 24 - civilian
Scores of people were hurt in the crush. | injured 20 -
Hundreds of residents fled their homes. | displaced 200 - civilian
Thousands have been displaced. | displaced 2000 -
Tens of thousands of people were displaced. | displaced 20000 -
Several soldiers were wounded. | injured 2 - combatant
A number of people were hurt. | injured 2 -
A handful of people were slightly injured. | injured 2 -
A few people were wounded. | injured 2 -
Two dozen prisoners were killed. | killed 24 24
Half a dozen people were hurt. | injured 6 6
A woman was killed. | killed 1 1 civilian
A boy of seven was wounded by shrapnel. | injured 1 1 civilian
The driver was killed. | killed 1 1
One man was killed and another injured. | killed 1 1; injured 1 1
A mother and her two daughters were killed. | killed 1 1; killed 2 2
A farmer, his wife and his brother were shot dead. | killed 1 1; killed 1 1; killed 1 1
The couple and their three children were killed. | killed 2 2; killed 3 3
A family of five was killed in the house. | killed 5 5
Seven members of one family were killed. | killed 7 7
All nine people on board were killed. | killed 9 9
Four nurses and a doctor were killed. | killed 4 4 civilian; killed 1 1 civilian
Two soldiers and three civilians were wounded. | injured 2 2 combatant; injured 3 3 civilian
Fourteen people, including three children, were killed. | killed 14 14; killed 3 3 civilian
Fourteen people were killed, three of them children. | killed 14 14; killed 3 3
Of the 14 killed, nine were women. | killed 14 14; killed 9 9
Twenty people died, among them two doctors. | killed 20 20; killed 2 2 civilian
Thirty people were hurt, five of them seriously. | injured 30 30; injured 5 5
No one was killed. | killed 0 0
Nobody was injured in the fire. | injured 0 0
There were no casualties. | killed 0 0; injured 0 0
No injuries were reported. | injured 0 0
None of the passengers was hurt. | injured 0 0
The attack caused no deaths. | killed 0 0
The death toll rose to 31. | killed 31 31
The toll has climbed to at least 60. | killed 60 -
The ministry raised the death toll to 18 from 15. | killed 18 18; killed 15 15
The toll was revised down from 40 to 32. | killed 40 40; killed 32 32
Officials lowered the number of dead to 11. | killed 11 11
The number of injured stands at 57. | injured 57 57
An earlier toll of eight dead was wrong. | killed 8 8
The death toll doubled to 22. | killed 22 22
Two more people died overnight, bringing the toll to 19. | killed 2 2; killed 19 19
One of the wounded died in hospital. | killed 1 1
Three of the injured later died of their wounds. | killed 3 3
A second victim succumbed to his injuries. | killed 1 1
Rescuers found six more bodies on Tuesday. | killed 6 6
Four bodies were pulled from the river. | killed 4 4
The remains of 11 people were discovered in a pit. | killed 11 11
The bodies of two hikers were recovered. | killed 2 2
Eight fishermen are missing. | missing 8 8 civilian
Another 12 people remain unaccounted for. | missing 12 12
Two children are still missing under the rubble. | missing 2 2 civilian
Police detained 15 people. | detained 15 15
Officers took three suspects into custody. | detained 3 3
Nine people were arrested. | detained 9 9
Gunmen abducted five teachers. | abducted 5 5 civilian
Twelve miners were taken hostage. | abducted 12 12 civilian
The rebels are holding four engineers captive. | abducted 4 4
Militants kidnapped a priest. | abducted 1 1 civilian
More than 3,000 people fled the town. | displaced 3001 -
The flood of shells drove 600 people from their homes. | displaced 600 600
Some 200 people were left homeless. | displaced 200 200
Eleven sailors were rescued unharmed. | unharmed 11 11
All 30 passengers survived. | unharmed 30 30 civilian
The bomber killed himself and four worshippers. | killed 1 1; killed 4 4 civilian
A suicide bomber died and ten people were injured. | killed 1 1; injured 10 10
The gunman was shot dead by police. | killed 1 1
The army lost six men. | killed 6 6
The blast cost three workers their lives. | killed 3 3 civilian
Snipers have killed 43 people since January. | killed 43 43
The war has claimed more than 10,000 lives. | killed 10001 -
"""

#: Phrases in which nobody is counted.
NOBODY = """
A 34-year-old teacher spoke to reporters.
He was 19 when the war began.
The blast was heard 12 kilometres away.
The march drew 4,000 people.
Twenty rockets were fired at the town.
The patrol found six rifles and 400 rounds.
Two tanks were destroyed.
Three drones were shot down over the bay.
The army shot down two helicopters.
Forty cows were killed by the shell.
The storm killed 300 sheep.
Fourteen houses burned down.
The ransom was 20,000 dollars.
Damage was put at $4 million.
The siege lasted 40 days.
The fighting entered its third week.
On 14 May the shelling stopped.
The 2009 war is remembered here.
Brigade 12 took the hill.
Route 5 was closed after the attack.
The team beat their rivals 4-1 and killed the game.
The joke killed the audience.
Three proposals died in committee.
The deal was dead by noon.
Two phones went dead.
Twelve countries signed the text.
Six ministers met in Oslo.
The village has 900 inhabitants.
The court heard nine witnesses.
Two hundred police officers guarded the square.
Five thousand soldiers took part in the exercise.
A crowd of 300 gathered at the gate.
Four gunmen opened fire on the bus.
Three attackers on motorcycles fled.
Two men were seen near the bridge.
Six doctors work at the clinic.
The bomb could have killed hundreds.
If the dam breaks, thousands will drown.
The group threatened to kill ten hostages.
They planned to kill three judges.
Police prevented the murder of two ministers.
The film is about a soldier who dies.
Shares were hit and lost 8 percent.
The bill was killed by 51 votes to 49.
He missed three penalties.
She has two children and four grandchildren.
The hospital has 50 beds.
The plane carried 80 passengers.
The call for blood was answered by 70 donors.
Ten ambulances were sent to the scene.
More than 60 families own land there.
"""

#: Phrases that are not read right yet, with what is lacking.
LACKING: dict[str, str] = {}


def cases():
    for line in TOLLS.strip().splitlines():
        phrase, _, rest = line.partition(" | ")
        yield phrase, [t.split() for t in rest.split("; ")]
    for phrase in NOBODY.strip().splitlines():
        yield phrase, []


CASES = list(cases())


def fits(toll, wanted) -> bool:
    harm, low, high, *status = wanted
    return (
        toll.harm in harm.split("|")
        and str(toll.low) in low.split("|")
        and ("-" if toll.high is None else str(toll.high)) in high.split("|")
        and (not status or toll.victims.status == status[0])
    )


def test_there_are_a_hundred_and_fifty():
    assert len(CASES) >= 150
    assert sum(not tolls for _, tolls in CASES) >= 50
    assert len({phrase for phrase, _ in CASES}) == len(CASES)
    assert set(LACKING) <= {phrase for phrase, _ in CASES}


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        pytest.param(p, w, id=p[:50], marks=[pytest.mark.xfail(strict=True, reason=LACKING[p])] if p in LACKING else [])
        for p, w in CASES
    ],
)
def test_what_a_phrase_counts(phrase, wanted, parse, lexicon):
    found = list(find_tolls(parse(phrase), (), (), lexicon).items)
    said = [f"{t.text}: {t.harm} {t.low} {t.high} {t.victims.status}" for t in found]
    assert len(found) == len(wanted), said
    for w in wanted:
        toll = next((t for t in found if fits(t, w)), None)
        assert toll is not None, (w, said)
        found.remove(toll)
