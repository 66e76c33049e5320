"""Claims and their look-alikes in pairs: a sentence in which somebody says something, and one in which nobody does.

All sentences were written for the project, before the rules were tried on them.
"""

from __future__ import annotations

import pytest

from sourcebook.read.claims import find_claims

#: What it is about; no claim; a claim beside it; its cue (a part), its source, its content.
PAIRS = [
    # words of saying that are things
    ("a document", "The statement was three pages long and unsigned.", "The statement said that two tankers had left port.", "said", "The statement", "that two tankers had left port"),
    ("a claim form", "Farmers filed claims for lost cattle at the office.", "Farmers claimed that soldiers took the cattle.", "claimed", "Farmers", "that soldiers took the cattle"),
    ("a sound", "The report of a rifle echoed across the valley.", "Villagers reported that a rifle was fired twice.", "reported", "Villagers", "that a rifle was fired twice"),
    ("a post", "The report is due in the autumn.", "The report says the dam was mined.", "says", "The report", "the dam was mined"),
    ("a comment section", "The comment section was closed for repairs.", "A clerk commented that the roof had leaked for years.", "commented", "A clerk", "that the roof had leaked for years"),
    ("an account", "Her bank account was frozen on Tuesday.", "Her account that the guards fled was confirmed by a nurse.", "confirmed", "a nurse", "Her account that the guards fled"),
    ("a plea in court papers", "The charge went off under the truck.", "The police charged that he had stored grenades.", "charged", "The police", "that he had stored grenades"),
    ("a spokesman's thing", "A spokesman's car was found burnt near the canal.", "A spokesman said the car was found burnt near the canal.", "said", "A spokesman", "the car was found burnt near the canal"),
    ("a spokesman as object", "Thieves robbed a spokeswoman of the ministry on her way home.", "A spokeswoman of the ministry said thieves had robbed her.", "said", "A spokeswoman of the ministry", "thieves had robbed her"),
    ("an announcement board", "The announcement board at the station fell down.", "The railway announced that the station would close.", "announced", "The railway", "that the station would close"),
    ("a warning sign", "A warning sign stood at the edge of the minefield.", "Sappers warned that the minefield reached the school.", "warned", "Sappers", "that the minefield reached the school"),
    ("a declaration of goods", "Drivers must fill in a customs declaration.", "The drivers declared that the trucks were empty.", "declared", "The drivers", "that the trucks were empty"),
    # fixed phrases with words of saying
    ("said farewell", "The colonel said farewell to his regiment.", "The colonel said his regiment would stay.", "said", "The colonel", "his regiment would stay"),
    ("said goodbye", "Children said goodbye at the bus.", "Children said the bus had been shot at.", "said", "Children", "the bus had been shot at"),
    ("said a prayer", "The imam said a short prayer over the graves.", "The imam said the graves had been opened.", "said", "The imam", "the graves had been opened"),
    ("told a story", "The old men told stories until dawn.", "The old men told reporters that the river had risen.", "told", "The old men", "that the river had risen"),
    ("tell apart", "No one could tell the twins apart.", "The twins told the court that they had been beaten.", "told", "The twins", "that they had been beaten"),
    ("speak a language", "Most of the traders speak Hausa.", "Most of the traders spoke of at least six dead.", "spoke", "Most of the traders", "at least six dead"),
    ("according to plan", "The evacuation went according to plan.", "The evacuation went well, according to the governor.", "according", "the governor", "The evacuation went well"),
    ("according to size", "Shells were stacked according to size.", "According to two porters, the shells were stacked in the church.", "According", "two porters", "the shells were stacked in the church"),
    ("according to schedule", "The convoy left according to schedule.", "The convoy left late, according to a driver.", "according", "a driver", "The convoy left late"),
    ("agreed a deal", "The two councils agreed the deal after nine hours.", "The two councils agreed that the road should be opened.", "agreed", "The two councils", "that the road should be opened"),
    ("agree with food", "The heat did not agree with the horses.", "The vet agreed that the horses had been starved.", "agreed", "The vet", "that the horses had been starved"),
    ("no doubt", "There was no doubt about the weather.", "Engineers doubt that the bridge will hold.", "doubt", "Engineers", "that the bridge will hold"),
    ("needless to say", "The roof, needless to say, leaked.", "The caretaker said the roof leaked.", "said", "The caretaker", "the roof leaked"),
    ("a say in", "Women had no say in the council.", "Women say the council ignored them.", "say", "Women", "the council ignored them"),
    ("let us say", "Shops will stay shut for, say, a week.", "Shopkeepers say they will stay shut for a week.", "say", "Shopkeepers", "they will stay shut for a week"),
    # verbs with another sense
    ("denied things", "The prisoners were denied water for two days.", "The warden denied that prisoners went without water.", "denied", "The warden", "that prisoners went without water"),
    ("denied entry", "Guards denied the aid workers entry to the camp.", "Guards denied turning the aid workers away.", "denied", "Guards", "turning the aid workers away"),
    ("claimed lives", "The flood claimed eleven lives.", "The mayor claimed that the flood was over.", "claimed", "The mayor", "that the flood was over"),
    ("claimed a prize", "The winner claimed her prize on Monday.", "The party claimed it had won nine seats.", "claimed", "The party", "it had won nine seats"),
    ("added salt", "She added salt to the water.", "She added that the water was salt.", "added", "She", "that the water was salt"),
    ("added guards", "The bank added two guards at the door.", "The bank added that two guards were missing.", "added", "The bank", "that two guards were missing"),
    ("called by phone", "He called his sister from the hospital.", "He called the hospital a ruin.", "called", "He", "the hospital a ruin"),
    ("called a meeting", "The governor called a meeting for Friday.", "The governor called for a truce.", "called for", "The governor", "a truce"),
    ("noted person", "A noted surgeon works at the clinic.", "A surgeon noted that the clinic had no power.", "noted", "A surgeon", "that the clinic had no power"),
    ("charged a battery", "Soldiers charged their radios at the mosque.", "The judge charged that soldiers had used the mosque.", "charged", "The judge", "that soldiers had used the mosque"),
    ("maintained a road", "The province maintains the road to the mine.", "The province maintains that the mine is closed.", "maintains", "The province", "that the mine is closed"),
    ("held a bridge", "Rebels held the bridge for nine days.", "Rebels insisted that they held the bridge.", "insisted", "Rebels", "that they held the bridge"),
    ("indicated by a lamp", "A red lamp indicates the gate.", "Two officers indicated that the gate had been forced.", "indicated", "Two officers", "that the gate had been forced"),
    ("stated age", "Bring the coupon by the stated hour.", "The bishop stated that no coupon was needed.", "stated", "The bishop", "that no coupon was needed"),
    ("repeated shelling", "Repeated shelling emptied the suburb.", "The mayor repeated that the suburb was empty.", "repeated", "The mayor", "that the suburb was empty"),
    ("observed silence", "The crowd observed a minute of silence.", "A monitor observed that the crowd was unarmed.", "observed", "A monitor", "that the crowd was unarmed"),
    ("reported to work", "Miners reported for work at six.", "Miners reported that gas had leaked at six.", "reported", "Miners", "that gas had leaked at six"),
    ("related families", "The two families are related by marriage.", "A neighbour explained that the two families had quarrelled.", "explained", "A neighbour", "that the two families had quarrelled"),
    ("released a man", "The court released a fisherman on bail.", "The court ruled that the fisherman must be released.", "ruled", "The court", "that the fisherman must be released"),
    ("promised land", "The valley is no promised land.", "The minister promised that the valley would get water.", "promised", "The minister", "that the valley would get water"),
    ("threatening clouds", "Threatening clouds hung over the harbour.", "The militia threatened to shell the harbour.", "threatened", "The militia", "to shell the harbour"),
    ("accused as noun", "The accused sat behind glass.", "The prosecutor accused the two men of arson.", "accused", "The prosecutor", "the two men of arson"),
    ("blamed nobody", "A blameless clerk lost his post.", "The clerk blamed the fire on a broken lamp.", "blamed", "The clerk", "the fire on a broken lamp"),
    # titles and marked words
    ("a film", 'The cinema showed "The Last Ferry" to forty people.', 'The owner called the film "a lie from start to end".', "called", "The owner", 'the film "a lie from start to end"'),
    ("a book", 'She wrote "Salt and Iron" in nine weeks.', '"I wrote it in nine weeks," she said.', "said", "she", '"I wrote it in nine weeks,"'),
    ("a ship", 'The tanker "Morning Glory" ran aground off the cape.', 'The captain said the tanker "ran aground in fog".', "said", "The captain", 'the tanker "ran aground in fog"'),
    ("an operation", 'Operation "Clean Harvest" began at dawn.', 'The army said operation "Clean Harvest" began at dawn.', "said", "The army", 'operation "Clean Harvest" began at dawn'),
    ("scare quotes", 'The "hotel" had neither beds nor doors.', 'A guest said the hotel had "neither beds nor doors".', "said", "A guest", 'the hotel had "neither beds nor doors"'),
    ("so-called", 'The so-called "people\'s police" patrolled the market.', "The people's police said the market was calm.", "said", "The people's police", "the market was calm"),
    ("a nickname", 'Amadou "the Cat" Sow was seen in the port.', 'Amadou Sow said he had never seen the port.', "said", "Amadou Sow", "he had never seen the port"),
    ("a painted word", 'The word "Closed" was painted on the door.', 'A nurse said a sign reading "Closed" hung on the clinic.', "said", "A nurse", 'a sign reading "Closed" hung on the clinic'),
    # recipes, sport, instructions, lists
    ("a recipe", "Add two onions, stir, and leave to cool.", "The cook added that the onions were stolen.", "added", "The cook", "that the onions were stolen"),
    ("a second recipe", "Serve hot: rice, beans and a little lime.", "The cooks reported that the rice was gone.", "reported", "The cooks", "that the rice was gone"),
    ("a match", "Rovers beat United 2-1 after extra time.", "The coach said Rovers deserved to win.", "said", "The coach", "Rovers deserved to win"),
    ("a shot on goal", "The keeper saved two shots before the break.", "The keeper said two shots had been fired outside.", "said", "The keeper", "two shots had been fired outside"),
    ("an order form", "To order, press the green button.", "The general ordered his men to hold fire.", "ordered", "The general", "his men to hold fire"),
    ("a question of yours", "Ask your doctor before the first dose.", "The doctor asked why the ward had been searched.", "asked", "The doctor", "why the ward had been searched"),
    ("a list", "Bring the following: boots, a lamp, two blankets.", "Bandits: we hold the pass.", ":", "Bandits", "we hold the pass"),
    ("a date line", "Doors open: 8 p.m.", "Governor: the curfew ends on Friday.", ":", "Governor", "the curfew ends on Friday"),
    # plain events that look as if told
    ("an envoy goes", "The envoy left for the airport without his papers.", "The envoy left after saying that the talks had failed.", "saying", "The envoy", "that the talks had failed"),
    ("a broadcast", "State television broadcast a concert.", "State television said a concert had been cancelled.", "said", "State television", "a concert had been cancelled"),
    # local papers
    ("a topic before a colon", "Insecurity: Robbers burn nine shops in Tavar", "Army: Robbers burn nine shops in Tavar", ":", "Army", "Robbers burn nine shops in Tavar"),
    ("as reported earlier", "As reported earlier, the ferry sank on Sunday.", "The harbour master reported that the ferry sank on Sunday.", "reported", "The harbour master", "that the ferry sank on Sunday"),
    ("recall that", "Recall that three guards were hurt there in May.", "Traders recall that three guards were hurt there in May.", "recall", "Traders", "that three guards were hurt there in May"),
    ("pleaded anonymity", "The nurse pleaded anonymity for fear of the militia.", "The nurse demanded that the ward be spared.", "demanded", "The nurse", "that the ward be spared"),
]  # fmt: skip

#: Not yet right: a claim is read where there is none, or none where there is one. Each is mended by its rule.
STILL_READ: set[str] = set()
STILL_MISSED: set[str] = set()


def _pairs(open_: set[str], *columns: int) -> list[object]:
    wrong = pytest.mark.xfail(reason="not yet right", strict=True)
    return [pytest.param(*(p[c] for c in columns), id=p[0], marks=[wrong] if p[0] in open_ else []) for p in PAIRS]


def _told(parse, lexicon, text):
    return find_claims(parse(text), lexicon).items


@pytest.mark.parametrize("quiet", _pairs(STILL_READ, 1))
def test_nobody_says_anything(parse, lexicon, quiet):
    found = _told(parse, lexicon, quiet)
    assert not found, [(c.source.text, c.cue_text, c.content_text, c.rule, c.score) for c in found]


@pytest.mark.parametrize(("text", "cue", "source", "content"), _pairs(STILL_MISSED, 2, 3, 4, 5))
def test_somebody_says_something(parse, lexicon, text, cue, source, content):
    found = _told(parse, lexicon, text)
    told = [(c.source.text, c.content_text) for c in found if cue in c.cue_text]
    assert (source, content) in told, [(c.source.text, c.cue_text, c.content_text) for c in found]


def test_there_are_sixty_of_each():
    assert len({p[0] for p in PAIRS}) == len(PAIRS) >= 60
