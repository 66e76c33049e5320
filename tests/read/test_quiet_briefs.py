"""Briefs in which nobody is attacked, full of words of violence: none of them gives an incident of today."""

from __future__ import annotations

import datetime as dt

import pytest

BRIEFS = {
    "weather2": """Gale warning for the coast

A gale will hit the coast on Wednesday night, forecasters said. Gusts of up to 110 kilometres an hour may bring
down trees and power lines. Ferries to the islands have been cancelled, and the port told crews to stay on
board.

In January a storm killed two anglers and left 9,000 homes without power. Snow is expected in the hills at the
weekend.
""",
    "weather3": """Floods force hundreds out

Hundreds of residents left their homes in Salto on Monday as the river burst its banks. Soldiers evacuated a
school by boat. The water destroyed a bridge and cut two roads. At least three people were missing, the mayor
said. More rain is expected, and the army has sent reinforcements with pumps.
""",
    "football2": """City hold on after early blitz

City survived a second-half bombardment to beat Rovers 2-1 on Saturday. Their captain opened fire after four
minutes with a shot from thirty yards, and the winger killed the game off before the break. Rovers threw
everything at the visitors' goal but could not break down the defence. Two players were sent off after a brawl
in the tunnel.
""",
    "boxing": """Champion batters challenger

The champion knocked out his challenger in the sixth round on Saturday. He had pounded him to the body from the
first bell and bloodied his nose in the third. "He hits like a truck," the loser said. The two camps traded
insults and almost came to blows at the weigh-in.
""",
    "cricket": """Tail wags as hosts collapse

The hosts lost five wickets for eleven runs before lunch as the tourists' attack tore through them. The captain
was run out, and the last man was caught behind. The target of 190 looks out of range. Rain is expected to stop
play on the fourth day.
""",
    "business3": """Grocer fires opening shot in price war

The grocer cut the price of milk on Monday and its rivals hit back within hours. Analysts spoke of a battle to
the death. The chain has lost ground to discounters, and its shares were hammered last week. It closed nine
stores in January and laid off 300 workers. "We will fight for every customer," its chief executive said.
""",
    "merger": """Port operator sheds units

The port operator said it would sell its tugs and its warehouses to pay down debt. A hostile bid collapsed in
May after talks with the buyer broke down. The company signed a deal with its lenders on Monday. Its former
finance director was arrested for fraud in 2022 and is on bail.
""",
    "politics2": """Deputies clash over school meals

Deputies traded blows in a heated debate on school meals on Tuesday. The opposition stormed out before the vote.
Its leader called the bill an attack on families and vowed to fight it in court. Two ministers threatened to
resign. The government survived by four votes.
""",
    "tech2": """New phone under fire

The new phone came under fire from reviewers, who said that its battery explodes into life and dies by noon. The
firm fired back with a software update. Hackers had found a hole in an earlier model. It will launch a tablet in
May and has deployed 200 engineers to iron out bugs.
""",
    "health2": """Flu hits wards hard

Flu has killed eleven patients in the district since Christmas. Nurses are battling exhaustion, and one ward has
been evacuated after a leak. The virus strikes the old and the weak. A woman collapsed and died while waiting in
a corridor on Sunday. Doctors have begun to vaccinate children.
""",
    "science": """Probe slams into asteroid

A probe slammed into an asteroid on Monday in a test of how to protect the earth. The blast threw up a cloud of
dust. The agency launched the rocket that carried it in November. A second strike is planned. Dinosaurs were
wiped out by an impact of the kind, and a meteor that exploded over a town in 2013 hurt many people.
""",
    "animals": """Lions kill cattle

Lions killed eleven cows near Maun on Sunday night, a farmer said. He shot one of them. Wardens tracked the
pride and fired a dart at the male. Elephants invaded two villages in February, destroyed crops and chased
residents. The department will move the herd to a park.
""",
    "crash3": """Van driver dies in head-on crash

A van driver died when his vehicle ran into a tanker near Braga on Monday. The tanker exploded and two houses
were gutted. Firefighters took nine hours to put out the blaze. A passenger was found dead in the ditch. Police
have detained the driver of the tanker, who fled the scene.
""",
    "gasleak": """Blast at bakery

Gas from a leaking pipe exploded in a bakery in Braga on Tuesday, injuring the baker and two customers. The
front of the shop was blown out. Residents heard a bang at six. The fire brigade evacuated forty people from the
building next door. Experts ruled out a bomb.
""",
    "court2": """Estate agent jailed for tax fraud

An estate agent was jailed for three years on Monday for tax fraud. Police had seized two boats and a horse. The
judge said he had robbed the public. He was arrested at the airport in 2021. His lawyer attacked the sentence as
harsh.
""",
    "history2": """Museum shows letters of a sniper

The museum has opened an exhibition on the war of 1918. It shows the letters of a sniper who shot forty men, and
a shell that fell on the parsonage. In the spring of that year the reds took the town and executed the baker.
Visitors can try on a gas mask.
""",
    "labour2": """Ferry crews strike for a second day

Ferry crews struck for a second day on Tuesday and hundreds of passengers were stranded. The union rejected an
offer that it called a slap in the face. Its members blocked two ramps in the morning. Talks resume on
Wednesday. The company threatened to fire the ringleaders.
""",
    "drill2": """Army to hold drill

Two brigades will take part in a drill near Kemi from Friday. Tanks will cross the river on pontoons and guns
will fire live shells at the range. Residents should expect noise. The army said that no roads would be closed.
Reservists were called up for a similar exercise in 2021.
""",
    "demo-software": """City deploys sensors

The city has deployed 400 sensors on bins. They send a message when a bin is full. Workers seized the chance to
redraw their routes. A pilot project was shot down by the council in 2022. The vendor was hit by a data breach
last year but says that no names were stolen.
""",
    "ferry3": """Ferry goes down off the cape

A ferry sank off the cape in heavy seas on Sunday. Nine people were drowned and fourteen are missing. A navy
frigate picked up survivors, and helicopters searched until dark. The captain was detained for questioning. The
vessel had been held in port in May over rusty lifeboats.
""",
    "weather4": """Weather

Wind from the west, strong at first. Showers will move in from the sea and reach the capital by noon. Hail may
damage crops in the valleys. On Monday a thunderstorm struck Serowe, and lightning killed a herder and eleven
goats. Temperatures fall to nine degrees.
""",
    "fire3": """Blaze destroys timber yard

A blaze destroyed a timber yard in Rauma overnight. Flames leapt thirty metres into the sky, and gas bottles
exploded. Forty people in nearby flats were moved to a school. Two firemen were hurt when a wall collapsed. The
cause is not known; police do not suspect arson.
""",
    "suicide": """Man found dead in hotel

A man of 44 was found dead in a hotel room in Cork on Monday. Police said there was no sign of foul play. The
coroner will hold an inquest. He had been reported missing by his wife on Friday.
""",
    "chess": """Queen sacrifice stuns favourite

The favourite resigned on move 31 after a sacrifice that left her king exposed. Her attack on the queen's side
had run out of steam. "I was under pressure from the start and walked into a trap," she said. The winner
captured two pawns in the endgame and never let go.
""",
    "union": """Teachers to walk out

Teachers will walk out on Friday over pay. Their union said that the minister had broken a promise. The strike
will hit 400 schools. The two sides met on Monday but failed to reach an agreement. A second strike is planned
for April.
""",
    "ceremony": """Navy day draws crowds

Thousands of people lined the quay at Vaasa on Sunday for the navy's open day. Gunboats fired a salute, and two
jets flew over the harbour. Children climbed on a tank. The president inspected the troops and gave medals to
nine sailors. The day ended with fireworks.
""",
    "book2": """Memoir of a mediator

In her memoir the mediator recalls how rebels held her for a night in 1999 and let her go at dawn. She sat
across from men who had burned villages. The truce that she brokered lasted nine years. The book will be
launched in Oslo on Thursday.
""",
    "football6": """Ten-man United hold on

United had a defender sent off after he brought down the striker, yet held on for a draw. Their keeper stopped
two penalties. The visitors laid siege to the box in the last quarter of an hour and struck the bar. Supporters
threw flares and the game was halted for six minutes.
""",
    "recipe": """How to cook crab

Kill the crab quickly with a skewer. Crack the shell and hit the claws with a hammer. Fire up the grill and burn
off the hairs. Beat three eggs and whip the cream. Shoot a dash of lemon over it and attack while hot.
""",
    "gardening": """The war on slugs

Slugs invade the beds after rain and wipe out lettuce overnight. Set a trap with beer, or launch a dawn raid
with a torch. Copper tape stops them. Birds and toads kill more than poison does. In a week you will have the
enemy on the run.
""",
}


@pytest.mark.parametrize("section", BRIEFS)
def test_a_brief_about_something_else_gives_no_incident(section: str, read):
    reading = read(BRIEFS[section], published=dt.date(2024, 3, 12))
    assert [i.event_type.value for i in reading.incidents if not i.background and i.status.value == "occurred"] == []
