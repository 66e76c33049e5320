"""Words of violence meant and not meant: reports of events with their type, beside the same words said of other things."""

from __future__ import annotations

import datetime as dt

import pytest

from sourcebook.read.mentions import find_mentions

DAY = dt.date(2025, 3, 4)

#: Types of which one is as good as another for the words at hand ("killed in an air strike" tells both).
REAL = [
    # artillery, rockets, aircraft, drones
    ("Warplanes dropped barrel bombs on the village of Tal Sur at dawn, killing three farmers.", "air-strike"),
    ("Jets bombed a fuel depot outside the port on Tuesday night.", "air-strike"),
    ("Helicopter gunships strafed the market road for ten minutes.", "air-strike"),
    ("An air raid on the northern suburb wounded eleven residents.", "air-strike"),
    ("A drone slammed into an apartment block in the capital before dawn.", "drone-strike"),
    ("Two explosive-laden drones struck the refinery on Friday.", "drone-strike"),
    ("A quadcopter dropped a munition on a police car in the border town.", "drone-strike"),
    ("The two armies traded artillery across the river overnight.", "shelling"),
    ("Rebels rained mortar shells on the garrison for an hour.", "shelling"),
    ("A volley of rockets landed near the airport on Sunday.", "shelling"),
    ("Militants lobbed mortars at the checkpoint, wounding two soldiers.", "shelling"),
    ("Tanks shelled the eastern quarter through the night.", "shelling"),
    ("Missiles slammed into a power station on Monday.", "shelling"),
    ("Gunners bombarded the hilltop monastery with heavy artillery.", "shelling"),
    ("The town came under heavy shelling on Wednesday morning.", "shelling"),
    ("Doctors treated forty people after shells filled with chlorine fell on the suburb.", "chemical-attack"),
    # bombs
    ("A car bomb went off outside the interior ministry on Monday.", "bombing"),
    ("A roadside bomb ripped through a bus near the border, killing nine passengers.", "bombing"),
    ("An improvised explosive device blew up under a police van.", "bombing"),
    ("A land mine exploded beneath a tractor, killing a farmer and his son.", "bombing"),
    ("Saboteurs blew up a railway bridge south of the capital.", "bombing"),
    ("A parcel bomb maimed a clerk at the court.", "bombing"),
    ("The blast tore through a crowded market, leaving twelve dead.", "bombing"),
    ("A suicide bomber blew himself up at the gate of the barracks.", "suicide-bombing"),
    ("A woman wearing an explosive vest detonated it in a queue of voters.", "suicide-bombing"),
    ("A man on a motorcycle tossed a grenade into a bar, wounding six.", "grenade"),
    ("A hand grenade was hurled at the home of the mayor.", "grenade"),
    # guns, blades, raids
    ("Gunmen opened fire on worshippers outside a mosque.", "armed-attack"),
    ("The convoy came under fire from the hills, a driver said.", "armed-attack"),
    ("Assailants sprayed bullets at a taxi stand, wounding four people.", "armed-attack"),
    ("A sniper shot a medic in the leg near the front line.", "armed-attack"),
    ("Attackers stormed the police station before dawn and freed two men.", "armed-attack"),
    ("Fighters ambushed an army patrol in the gorge on Thursday.", "armed-attack"),
    ("A man with a knife stabbed three commuters at the station.", "armed-attack"),
    ("Herders raided two villages and burned grain stores.", "armed-attack"),
    ("A driver rammed his lorry into soldiers at a bus stop.", "armed-attack"),
    ("Masked men shot up a café in the old town, police said.", "armed-attack"),
    ("The judge was gunned down outside his home.", "killing"),
    ("Two reporters were shot dead on the road to the mine.", "killing"),
    ("The body of the trade unionist was found with bullet wounds in a ditch.", "killing"),
    ("A village elder was found dead with his hands tied, shot in the head.", "killing"),
    ("Militiamen hacked to death five villagers, a priest said.", "killing"),
    ("Troops massacred dozens of villagers in the valley, survivors said.", "killing"),
    ("The colonel was assassinated by two men on a motorcycle.", "killing"),
    ("The group beheaded two hostages, according to a video.", "execution"),
    ("Shelling claimed the lives of seven people in the camp.", "killing"),
    ("The army said it had eliminated a commander of the militants.", "killing"),
    ("The militia put to death four captured soldiers.", "execution"),
    ("Rebels lined up nine captives and executed them by firing squad.", "execution"),
    ("Clashes erupted between two clans over a well, leaving six dead.", "armed-clash"),
    ("Soldiers and rebels exchanged fire for an hour near the dam.", "armed-clash"),
    ("A gun battle broke out between police and traffickers in the port.", "armed-clash"),
    ("Troops battled militants for control of the hill on Saturday.", "armed-clash"),
    ("Fierce fighting raged in the suburb between the army and rebels.", "armed-clash"),
    # persons
    ("Gunmen snatched two engineers from a bus on the coastal road.", "abduction"),
    ("Militants took hostage eleven oil workers on Monday.", "abduction"),
    ("A priest was abducted by armed men near his parish.", "abduction"),
    ("Police rounded up forty activists after the march.", "arrest"),
    ("Soldiers detained a photographer at the crossing.", "arrest"),
    ("Guards tortured the detainee for a week, his lawyer said.", "torture"),
    ("Fighters raped four women in the camp, a rights group said.", "sexual-violence"),
    ("The two sides swapped prisoners at the bridge on Friday.", "prisoner-release"),
    ("The kidnappers freed the three hostages on Sunday.", "prisoner-release"),
    ("Thousands of families fled the shelling in the north.", "displacement"),
    # vessels, aircraft, weapons
    ("Commandos seized a tanker in the gulf on Thursday.", "vessel-seizure"),
    ("Pirates hijacked a cargo ship off the cape.", "vessel-seizure"),
    ("Marines boarded a freighter and steered it to port.", "vessel-seizure"),
    ("A missile hit a merchant vessel in the strait, setting it on fire.", "vessel-attack"),
    ("Naval drones struck a warship in the harbour.", "vessel-attack"),
    ("Rebels shot down an army helicopter over the forest.", "shootdown"),
    ("The air force said it had downed two drones near the border.", "shootdown"),
    ("What the ministry called a spy drone was shot down over the sea.", "shootdown"),
    ("Air defences intercepted six missiles over the city.", "weapons-use-disrupted"),
    ("Sappers defused a bomb under the bridge.", "weapons-use-disrupted"),
    ("The country test-fired a ballistic missile on Friday.", "weapons-test"),
    ("The ministry delivered forty tanks to its ally in March.", "arms-transfer"),
    # ground, property, crowds
    ("Rebels captured two towns and an airbase in the east.", "territory-change"),
    ("The army retook the village of Sarn on Sunday.", "territory-change"),
    ("The town fell to the insurgents after a week.", "territory-change"),
    ("Troops withdrew from the valley on Monday.", "withdrawal"),
    ("The army deployed two brigades along the frontier.", "troop-movement"),
    ("Engineers set up a military base on the island.", "base-established"),
    ("A mob torched the party's office and two cars.", "riot"),
    ("Looters ransacked shops in the harbour district.", "looting-destruction"),
    ("Settlers set fire to an orchard and a house near the village.", "looting-destruction"),
    ("Thousands took to the streets of the capital to demand elections.", "protest"),
    ("Riots broke out in two suburbs after the verdict.", "riot"),
    ("Police fired rubber bullets at a crowd of demonstrators.", "force-against-protesters"),
    ("Officers used water cannon to disperse marchers in the square.", "force-against-protesters"),
    # states and talks
    ("A ceasefire took effect along the river at noon.", "ceasefire"),
    ("The government and the rebels signed a peace accord in Lusaka.", "agreement"),
    ("The union imposed sanctions on two generals.", "sanction"),
    ("The ministry expelled three diplomats on Friday.", "diplomatic-action"),
    ("The president held talks with the rebel leader in Doha.", "meeting"),
    ("A cyberattack knocked out the grid operator's network.", "cyber"),
    # somebody known is shot
    ('"They shot her beside the counter," her aunt said.', "armed-attack"),
    ("A guard stopped the two brothers, argued and shot them through the windscreen.", "armed-attack"),
    ("She says that men asked for her husband and shot him in the yard.", "armed-attack"),
]

FIGURATIVE = [
    # looks, pictures, words
    "She shot him a look across the table.",
    "The photographer shot her for the cover of a magazine.",
    "The moderator shot them down in the debate.",
    # deals, notes, balances
    "Unions and management struck a deal after a night of talks.",
    "Her remarks struck a chord with pensioners.",
    "The minister struck a cautious tone in his budget speech.",
    "The choir must strike a balance between old and new songs.",
    "A thought struck him as he read the letter.",
    "It struck her that nobody had paid for the coffee.",
    "Prospectors struck oil in the county in 1921.",
    "The clock struck twelve as the guests arrived.",
    # labour
    "Nurses went on strike for better pay on Monday.",
    "A rail strike stranded commuters across the region.",
    "Dockers will hold a two-day strike in May, their union said.",
    "The prisoner ended his hunger strike after his lawyer's visit.",
    "Teachers joined a general strike against the pension law.",
    # criticism, argument
    "The economy minister came under fire over rising prices.",
    "The airline is under fire for its new luggage fees.",
    "The opposition leader attacked the tax plan in a speech.",
    "Critics took aim at the museum's new wing.",
    "Reporters bombarded the actress with questions about her divorce.",
    "She was bombarded with emails after the broadcast.",
    "The senator launched a blistering attack on the tariff bill.",
    "The two lawyers clashed over the date of the hearing.",
    "A war of words broke out between the chancellor and his deputy.",
    "The mayor fired back at his critics on the radio.",
    "The columnist shot down the idea of a toll road.",
    "Councillors shot down a proposal for a car park.",
    "Lawmakers killed the bill in committee on Thursday.",
    "The merger was dead on arrival, an analyst said.",
    "The company defended itself against a barrage of complaints.",
    "The paper published an explosive report about the bank's loans.",
    "The inquiry dropped a bombshell about the minister's taxes.",
    "Her book blew up on social media last spring.",
    "The row exploded after a leaked email.",
    "The governor's office torched the plan in a statement.",
    # sport
    "The visitors mounted attack after attack on the goal.",
    "The winger fired a shot over the crossbar in the first half.",
    "The champions were ambushed by a second-division side.",
    "He shot a final-round 65 to win the golf tournament.",
    "The striker hit the post twice before half-time.",
    "The bowler destroyed the middle order with four wickets.",
    "Their defence was under siege for most of the second half.",
    "The rider attacked on the last climb and won the stage.",
    "The hosts crushed their rivals 5-0 in the cup final.",
    "The boxer knocked out his opponent in the third round.",
    "The two clubs will battle for the league title in May.",
    "The pitcher struck out nine batters.",
    "The sprinter exploded out of the blocks.",
    # money
    "Inflation hit a record high in March.",
    "Share prices were hit by fears of higher interest rates.",
    "Investors fled to gold as the currency collapsed.",
    "A price war between supermarkets cut margins.",
    "The bank raided its reserves to pay the dividend.",
    "The fund executed the trade within seconds.",
    "The airline seized the chance to buy two rivals.",
    "Demand for the phone exploded in the second quarter.",
    "Farmers were hammered by falling milk prices.",
    "The start-up burned through ten million dollars in a year.",
    # health, nature
    "The writer died of a heart attack at his home.",
    "The vaccine trains the body to attack the virus.",
    "He lost his battle with cancer on Sunday.",
    "The singer suffered a panic attack before the concert.",
    "An earthquake struck the coast on Tuesday, killing nineteen people.",
    "A shark attack closed the beach for two days.",
    "A wildfire destroyed forty houses in the hills.",
    "Lightning struck a church tower and set it on fire.",
    "Two climbers were killed by an avalanche on Saturday.",
    "Four people died when their car hit a tree on the motorway.",
    "A gas explosion at a bakery injured three workers.",
    "The ferry sank in a storm off the cape, killing thirty.",
    "Frost killed most of the apricot blossom.",
    # films, games, tourism, daily life
    "The director shot the film in the desert in six weeks.",
    "In the first episode a masked gunman kills the hero's brother.",
    "The band's new single stormed the charts.",
    "The photograph captured the mood of the city.",
    "Tourists invaded the island in August.",
    "The comedian killed it on stage in Leeds.",
    "The jury executed its task with care.",
    "The chef gave the sauce a kick with a bomb of garlic.",
    "The children shot arrows at straw targets at the fair.",
    "The police launched a campaign against speeding.",
    "She released a statement about her new album.",
    "The rebels in his party withdrew their amendment.",
    "Fireworks exploded over the harbour at midnight.",
    "The alarm went off at six and woke the whole street.",
    "He was caught in the crossfire of a family quarrel about the farm.",
    "The court will hear the drug company's case against the ban in May.",
    "Workers demolished the old stadium in the spring.",
    "The party's youth wing seized on the gaffe.",
    "The actress captured the audience from the first line.",
    "The firm deployed new software in its warehouses.",
    "The town hall was flooded with protests about parking fees.",
    "Officers raided the fridge, joked the sergeant at his farewell party.",
]


@pytest.fixture(scope="module")
def told(parse, lexicon):
    """``told(text)``: the mentions in a text, without claims, dates and places."""
    return lambda text: find_mentions(parse(text), (), (), (), lexicon).items


@pytest.mark.parametrize(("text", "event_type"), REAL, ids=lambda v: str(v)[:60])
def test_what_is_meant_is_read_with_its_type(text: str, event_type: str, told):
    assert event_type in [m.event_type for m in told(text)]


@pytest.mark.parametrize("text", FIGURATIVE, ids=lambda v: str(v)[:60])
def test_what_is_not_meant_gives_nothing(text: str, told):
    assert [(m.trigger_text, m.rule) for m in told(text)] == []


def test_there_are_enough_of_both():
    assert len(REAL) >= 80
    assert len(FIGURATIVE) >= 80


@pytest.mark.parametrize(
    "sentence",
    [
        "The junta has thanked foreign troops that had been helping to fight the rebels.",
        "The search and rescue operation has been completed.",
        '"We have left the dead with nobody to watch over them," the village chief said.',
        "The group called on youths to return to peaceful life.",
    ],
)
def test_what_only_sounds_like_a_further_event_is_none(read, sentence: str) -> None:
    lead = "NIAMEY, March 4 - Gunmen killed 12 people in an attack on a market in Tera on Tuesday, police said.\n\n"
    alone, more = read(lead, published=DAY), read(lead + sentence, published=DAY)
    told = [(i.event_type, i.killed) for i in more.incidents if not i.background]
    assert told == [(i.event_type, i.killed) for i in alone.incidents]
    assert "denied" not in {a.value for i in more.incidents for a in i.accounts}


def test_the_year_of_a_birth_dates_no_event(read) -> None:
    text = "KYIV, March 4 - The town of Kherson was shelled again. A man born in 1961 was killed, the governor said."
    (incident,) = read(text, published=DAY).incidents
    assert incident.date.low.year == 2025
    assert not incident.background
