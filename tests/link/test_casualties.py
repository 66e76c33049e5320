"""Casualties: what the tolls of one incident add up to, over whole reports."""

from __future__ import annotations

import pytest

#: Report, killed, injured.
REPORTS = [
    # those hit, some of whom are the dead
    ("Five Shot, One Killed Outside Depot in Norwick\n\nNORWICK, May 4 - One man was killed and four others were wounded when a gunman opened fire outside a bus depot in Norwick on Monday, police said.", (1, 1), (4, 4)),
    ("Three people died in a shooting at a flat in Norwick on Monday, police said.\n\nAda Brell, 20, and Tom Sule, 16, were shot when a man forced his way in. Officers found the man dead outside.", (3, 3), None),
    ("Two brothers were killed and a teenage girl was wounded in a shooting in Norwick on Monday.\n\nA six-year-old boy, a seven-year-old boy and a 15-year-old girl were shot on Cole Street. The brothers died in hospital.", (2, 2), (1, 1)),
    ("Two men were killed in a shooting in Norwick on Monday, police said.\n\nA 40-year-old woman was also shot and survived.", (2, 2), (1, 1)),
    ("A gunman shot dead eight people at a farm in Norwick on Monday, police said. The man shot his grandchildren and then himself.", None, None),
    ("A robber shot two sisters in Norwick on Monday, killing a nine-year-old and wounding her elder sister, police said.", (1, 1), (1, 1)),
    # who died later
    ("One person was killed and three more were wounded in a shooting in Norwick on Monday, police said at first.\n\nTwo people are dead and two wounded in the shooting in Norwick, the coroner said on Tuesday.", None, (2, 2)),
    # told again
    ("4 SHOT IN NORWICK Police are investigating after four people were shot in Norwick on Monday.", None, (4, 4)),
    ("Two people were shot in Norwick on Monday and two people were shot in Brell an hour later, police said.", None, None),
    # an ordinal counts on
    ("Three pupils were wounded in a shooting in Norwick on Monday, police said.\n\nA fourth pupil was grazed by a bullet, the school said.", None, (4, 4)),
    ("Three pupils were wounded in a shooting in Norwick on Monday, police said. The second pupil was wounded in the arm.", None, (3, 3)),
    # parts of those in hospital
    ("Four people were wounded in a shooting outside a bar in Norwick on Monday, police said. Police said two of the victims waited for a medic, while an ambulance took two others to hospital.", None, (4, 4)),
    # who suffered wounds lives, where the report says so
    ("Two men were shot dead after a concert in Norwick on Friday. Police said two other men suffered minor injuries in the shooting.", (2, 2), (2, 2)),
    # what is a rival number, and what a part
    ("On Monday 18 people were killed when a shell hit a house in Norwick. Relatives said 18 people were killed. The Norwick News said two women were killed.", (18, 18), None),
    ("Sixty people were wounded in a bombing in Norwick on Monday, the governor said. Several people were wounded at the gate.", None, (60, 60)),
    ("Sixty people were killed in an attack in Norwick on Monday, the rebels said. The army said six people were killed.", (6, 60), None),
    ("Sixty people were wounded in a bombing in Norwick on Monday, the governor said. A doctor said 40 people were wounded.", None, (40, 60)),
    # who is counted on: the third to die, where nothing else is told; the third of those hit, where others live
    ("A third worker has died of burns after last week's bombing of a tannery in Norwick, the hospital said.", (3, 3), None),
    ("Two workers were wounded when gunmen fired on a tannery in Norwick on Monday. A third worker was killed, police said.", (1, 1), (2, 2)),
    # some of them: soldiers, beside everybody; more soldiers than people all told is another count
    ("Two soldiers were killed in an attack on a ferry in Norwick on Monday.\n\nSix people were killed, the mayor said.", (6, 6), None),
    ("Six people were killed in an attack on a ferry in Norwick on Monday, the mayor said. The army said two soldiers were killed.", (6, 6), None),
    ("Six people were killed in an attack on a ferry in Norwick on Monday, the mayor said. The rebels said 20 soldiers were killed.", (6, 20), None),
    ("Six soldiers were killed in an attack in Norwick on Monday, the rebels said. The army said two soldiers were killed.", (2, 6), None),
    ("Ada Brell was shot along with three others in Norwick on Monday, police said. Brell died in hospital.", (1, 1), (3, 3)),
    ("Several people were wounded when gunmen fired on a party in Norwick on Monday. Twelve people were taken to hospital.", None, (12, 12)),
    ("Ten people were wounded when gunmen fired on a party in Norwick on Monday. Twelve people were taken to hospital.", None, (10, 10)),
    # people told again behind their number, and how they are before what happened
    ("Four of the victims of a shooting in Norwick on Monday, three men and a woman, were wounded in the leg, police said.", None, (4, 4)),
    ("Three girls are recovering from their wounds.\n\nThe shooting happened at a flat in Norwick on Monday, police said.", None, (3, 3)),
    # someone else
    ("A boy was shot in Norwick on Monday. He died in hospital. A 15-month-old in the car was also shot.", (1, 1), (1, 1)),
    ("The shooting in Norwick on Monday left two dead and a teen injured, police said. Officers found a woman dead in the kitchen and a man dead in the hall.", (2, 2), (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured"), REPORTS, ids=[r[0][:40] for r in REPORTS])
def test_what_the_tolls_of_a_report_add_up_to(text, killed, injured, read):
    incidents = [i for i in read(text).incidents if not i.background]
    main = max(incidents, key=lambda i: len(i.mentions))
    if killed is not None:
        assert main.killed == killed
    if injured is not None:
        assert main.injured == injured
