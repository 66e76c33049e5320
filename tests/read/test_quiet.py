"""Reports in which nobody is attacked, from every section of a newspaper: none of them gives an incident of today."""

from __future__ import annotations

import datetime as dt

import pytest

QUIET = {
    "politics": """Chancellor under fire over tax plan

Opposition leaders attacked the chancellor on Tuesday over a plan to raise fuel tax. "This budget will kill small firms,"
said Mira Olsen, who leads the Green Alliance. The chancellor hit back, calling the criticism a smear campaign.
The two clashed again in a television debate that drew three million viewers. The bill was shot down in committee.
""",
    "economy": """Steelmaker slashes jobs as prices tumble

Shares in the steelmaker were hammered on Monday after it said that it would cut 900 jobs. Rising energy costs have hit
the industry hard, and a price war with foreign rivals has wiped out profits. Unions threatened to strike over the plan.
Analysts said that the market had been bombarded with bad news. The firm was forced to fire its chief executive in May.
""",
    "courts": """Banker convicted of fraud

A court in Leeds on Tuesday sentenced a former banker to six years for fraud. Prosecutors said that he had attacked the
savings of two hundred pensioners. He was arrested in 2019 and released on bail. His lawyer said he would fight the
conviction. The judge rejected a claim that the bank had executed the trades without his knowledge.
""",
    "sport": """Rovers ambushed by late strike

Rovers were ambushed at home on Saturday when a late strike gave the visitors all three points. The striker fired past
the goalkeeper after a quick attack down the left. The home side had laid siege to the penalty area before half-time and
hit the post twice. Their coach said that his defenders had been shot to pieces by injuries.
""",
    "film": """Thriller storms the box office

A thriller about a hijacked ferry stormed the box office at the weekend. In its first scene a gunman kills the captain and
takes forty passengers hostage. Critics attacked the screenplay, but audiences made the film a hit. The director, Ana
Bruun, shot it in the harbour of Bergen. A sequel, in which the heroine blows up a bridge, is planned for next summer.
""",
    "weather": """Storm kills nine on the coast

A storm that struck the coast on Sunday killed nine people and injured forty, officials said. Winds destroyed two hundred
houses and hurled boats into trees. Hundreds of families fled their homes as the river rose. Rescuers found two bodies
under the rubble of a school. Forecasters said that another storm would hit the islands on Wednesday.
""",
    "accident": """Six killed as bus hits lorry

Six people were killed and twenty injured when a bus hit a lorry on the coastal motorway on Monday, police said. The bus
driver died on the spot. The lorry caught fire and exploded minutes after the collision. Police detained the driver of the
lorry, who they said had been drinking. It was the third deadly crash on that road in a year.
""",
    "health": """Clinic fights outbreak

Doctors in the capital are fighting an outbreak of measles that has killed forty children since January. The virus attacks
the lungs, the health ministry said. Nurses were bombarded with calls after the first deaths. A campaign to vaccinate
two million children was launched on Monday. Last year an outbreak of cholera killed three hundred people.
""",
    "anniversary": """Town remembers the siege

Hundreds of people gathered in the old town on Sunday to mark the thirtieth anniversary of the siege. Between 1992 and 1995
shells killed eleven hundred people here. The mayor laid a wreath at the market, where a mortar killed twenty-six people
in May 1992. "We remember those who were killed, and we forgive," he said. A choir sang, and children released balloons.
""",
    "diplomacy": """Ministers discuss border

The foreign ministers of the two states discussed the border on Tuesday for the first time in six years. They spoke of
trade, of water and of the security of both countries. A spokesman called the meeting open and friendly. He said that both
sides condemned terrorism in all its forms. The ministers will meet again in June.
""",
    "exercise": """Navies train in the gulf

Eleven warships took part on Monday in a naval exercise in the gulf. Sailors practised boarding a ship that had been seized
by pirates, and aircraft attacked floating targets. An admiral said that the drill was not aimed at any country. The
exercise, which is held every year, ends on Friday with a mock assault on an island.
""",
    "arms deal": """Ministry to buy jets

The defence ministry said on Tuesday that it would buy forty fighter jets and two hundred missiles for six billion euros.
The first jets are to be delivered in 2031. The contract is expected to be signed in May. The company said that the deal
would secure nine hundred jobs. Opposition deputies attacked the price.
""",
    "terrorism policy": """Minister presents plan against terrorism

The interior minister presented a plan against terrorism on Monday. It gives the police more powers to prevent attacks and
doubles the sentence for those who plan bombings. "Terrorism threatens our way of life, and we will not allow extremists to
kill our citizens," she said. Groups that fight for civil rights criticised the plan. The law would also punish those who
support kidnappings and attacks abroad.
""",
    "the war": """War weighs on harvest

Farmers say that the war has made the harvest harder than ever. Diesel costs twice as much as it did before the conflict,
and young men are at the front. "We sow what we can," said Petro Hnatiuk, who grows wheat. Exports have fallen since the
fighting began. A bank said that the economy would shrink for a third year if the war went on.
""",
    "history": """Book tells of forgotten battle

A new book tells the story of a battle in which four thousand men died in a single morning. Its author, Kaja Lund, spent ten
years in archives. In 1848 an army of peasants stormed the castle and hanged its commander. The king's soldiers burned nine
villages in revenge. Readers will find maps and letters that nobody had seen before.
""",
    "labour": """Rail strike enters second week

A rail strike entered its second week on Monday as talks between the union and the company broke down. Commuters were
stranded across the north. The union said the company had fired the first shot by cutting holidays. The minister appealed to both sides to strike a deal.
""",
    "technology": """Start-up explodes on to the market

A start-up that trains software to write letters has exploded on to the market. It raided two rivals for staff and shot to
the top of the charts. Investors are fighting for a share. "We were under siege from headhunters," its founder said. The
firm captured a tenth of the market in six months and plans to invade the continent next year.
""",
    "wildlife": """Sharks keep swimmers away

Two beaches were closed on Sunday after a shark attacked a surfer, who escaped with a cut to his foot. It was the second shark
attack of the summer. Rangers shot a crocodile near the same river in May. Wolves have killed ninety sheep in the hills since
the autumn, farmers said, and hunters want to be allowed to kill them.
""",
}


@pytest.mark.parametrize("section", QUIET)
def test_a_quiet_report_gives_no_incident(section: str, read):
    reading = read(QUIET[section], published=dt.date(2024, 3, 12))
    mentions = {m.id: m for m in reading.mentions}
    told = {
        (i.event_type.value, i.status.value): [mentions[m].trigger_text for m in i.mentions]
        for i in reading.incidents
        if not i.background
    }
    assert told == {}
