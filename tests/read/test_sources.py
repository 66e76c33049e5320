"""Sources: from pronouns, short names and descriptions to the introduction; kinds; relays; what a denial answers."""

from __future__ import annotations

import pytest

from sourcebook.read.claims import find_claims
from sourcebook.read.sources import resolve_sources
from sourcebook.records import Claim, SourceKind


@pytest.fixture(scope="module")
def resolve(parse, lexicon):
    def _resolve(text: str) -> tuple[Claim, ...]:
        parsed = parse(text)
        return resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)

    return _resolve


def sources(claims: tuple[Claim, ...]) -> list[str]:
    return [c.source.resolved for c in claims]


def test_he_and_the_source_go_back_to_their_introduction(resolve):
    claims = resolve(
        "A source close to the Libyan government with knowledge of the raid said it hit a depot. "
        'He said no officer was there. "The depot was empty," the source told Reuters.'
    )
    intro = "A source close to the Libyan government with knowledge of the raid"
    assert sources(claims) == [intro] * 3
    assert len({c.source.entity for c in claims}) == 1
    assert all(c.source.anonymous for c in claims)
    assert claims[0].source.party == "LY"
    assert "with knowledge of" in (claims[0].source.proximity or "")
    assert claims[2].via == ("Reuters",)


def test_anonymous_sources_are_kept_apart(resolve):
    claims = resolve(
        "A source said the pier was hit. A second source, who spoke to port guards, said nobody was there. "
        "He said the guards had fled. Another source, a customs officer familiar with the port, said two men died. "
        "A third, regional source said the ship had left. Two western sources said it carried fuel."
    )
    entities = [c.source.entity for c in claims]
    assert entities[1] == entities[2]
    assert len(set(entities)) == 5
    assert "port guards" in claims[1].via
    assert claims[3].source.proximity == "familiar with the port"


def test_surnames_and_acronyms(resolve):
    claims = resolve(
        "Harun Bek, the governor of the province, said the dam would hold. Bek said engineers were on site.\n\n"
        "The Sahel Monitoring Network (SMN) said six villages were burned. SMN said it had photographs."
    )
    assert claims[0].source.entity == claims[1].source.entity
    assert claims[1].source.resolved.startswith("Harun Bek, the governor")
    smn = [c for c in claims if c.source.text in ("SMN", "it")]
    assert {c.source.entity for c in smn} == {claims[2].source.entity}


def test_definite_descriptions_go_back_to_what_fits(resolve):
    claims = resolve(
        "The Iranian Foreign Ministry condemned the raid. The ministry said it would answer. "
        "It made no mention of the dead."
    )
    assert {c.source.entity for c in claims} == {"q:IR-foreign-ministry"}
    assert claims[1].source.resolved == "The Iranian Foreign Ministry"


def test_pronouns_agree_in_gender(resolve):
    claims = resolve(
        "Anna Lund, a nurse, said the ward was full. Peter Holm, a driver, said the road was cut. "
        "She said twelve people had died."
    )
    assert claims[2].source.resolved in (claims[0].source.resolved, claims[1].source.resolved)


def test_who_goes_back_to_its_noun(resolve):
    claims = resolve("Farmers who say they saw the convoy have left the valley.")
    assert claims[0].source.text == "who"
    assert claims[0].source.resolved.startswith("Farmers")
    assert claims[0].source.kind is SourceKind.WITNESS


@pytest.mark.parametrize(
    ("text", "kind", "anonymous"),
    [
        ("Residents said shells fell all night.", SourceKind.WITNESS, True),
        ("A doctor at the clinic said nine people died.", SourceKind.MEDICAL, True),
        ("Reuters reported that the port was shut.", SourceKind.AGENCY, False),
        ("Israel said it had struck a depot.", SourceKind.GOVERNMENT, False),
        ("The Israeli military said it had struck a depot.", SourceKind.MILITARY, False),
        ("Hezbollah said it had fired rockets.", SourceKind.ARMED_GROUP, False),
        ("A senior Israeli official said the raid was over.", SourceKind.GOVERNMENT, True),
        ("His mother said he never held a gun.", SourceKind.RELATIVE, True),
        ("The report said the shells were old.", SourceKind.DOCUMENT, False),
        ("The Northern Dawn Front said it had shot down a drone.", SourceKind.ARMED_GROUP, False),
        ("The Presidential Guard said the palace was calm.", SourceKind.MILITARY, False),
        ("The army's Northern Command said its jets hit a depot.", SourceKind.MILITARY, False),
        ("The Lions of the Valley, an armed group that fights the state, said it took the bridge.",
         SourceKind.ARMED_GROUP, False),
        ("A militia commander who asked not to be named said the hill was lost.", SourceKind.ARMED_GROUP, True),
        ("A commander who asked not to be named said the hill was lost.", SourceKind.MILITARY, True),
        ("The district's civil protection office said eleven people were treated.", SourceKind.GOVERNMENT, False),
        ("The factory's owner, Brandt & Sons, confirmed the blast.", SourceKind.COMPANY, False),
        ("Hartmann Logistics Ltd. said three trucks were burned.", SourceKind.COMPANY, False),
        ("Petra Novak, the director of the Sava hospital, said two more died.", SourceKind.MEDICAL, False),
        ("Police commissioner Anna Lund said four men were held.", SourceKind.POLICE, False),
        ("A night watchman at the mill said he heard a whistle.", SourceKind.WITNESS, True),
        ("Ali Demir, 45, a farmer, said the shells fell at dawn.", SourceKind.WITNESS, False),
        ("Ali Demir, who lives near the depot, said the shells fell at dawn.", SourceKind.WITNESS, False),
        ("A lawyer for one of the men said her client had been beaten.", SourceKind.PERSON, True),
        ("One banker said the transfer was stopped in May.", SourceKind.PERSON, True),
        ("A diplomat said the talks were dead.", SourceKind.GOVERNMENT, True),
        ("Iran's UN mission said the report was false.", SourceKind.GOVERNMENT, False),
        ("A report in the Harbour Times said the engineers had left.", SourceKind.MEDIA, False),
        ("A railway official said trains had stopped.", SourceKind.COMPANY, True),
        ("The fire brigade said the blaze was out.", SourceKind.GOVERNMENT, False),
        ("Vesna Okoye, who studies border wars at the Lund Institute, said the truce was thin.", SourceKind.EXPERT, False),
        ("Vesna Okoye, whose son was on the bus, said the road was dark.", SourceKind.RELATIVE, False),
        ("Vesna Okoye of the Sahel Conflict Monitor said six villages were empty.", SourceKind.MONITOR, False),
        ("A trucker who had spent the night at the pass said he heard three shots.", SourceKind.WITNESS, True),
        ("A pilot who flies mail to the islands said the bay was empty.", SourceKind.PERSON, True),
        ("A helicopter pilot said the ridge was on fire.", SourceKind.MILITARY, True),
        ("A student leader, Ana Reis, said three marchers were hurt.", SourceKind.PERSON, False),
        ("Garnet PD said two men were held.", SourceKind.POLICE, False),
        ("Rep. Nora Quill said the vote was off.", SourceKind.GOVERNMENT, False),
        ("A number of residents said the well was dry.", SourceKind.WITNESS, True),
        ("An aide quoted by Radio Harbour said the talks were dead.", SourceKind.GOVERNMENT, True),
        ("The bishop of Marl said the bells would not ring.", SourceKind.PERSON, False),
        ("Firefighters said the roof had gone.", SourceKind.GOVERNMENT, True),
        ("Two people familiar with the talks said they had failed.", SourceKind.UNKNOWN, True),
        ("The port captain, who declined to be identified, said the tanker drifted.", SourceKind.PERSON, True),
        ("An analyst at a bank said prices would rise.", SourceKind.EXPERT, True),
        ("Analysts said prices would rise.", SourceKind.EXPERT, False),
        ("Two judges said the order stands.", SourceKind.COURT, True),
        ("A charity said its van was stopped.", SourceKind.NGO, False),
        ("United captain Bruno Alves said the goal was a gift.", SourceKind.PERSON, False),
    ],
)  # fmt: skip
def test_kinds(resolve, text, kind, anonymous):
    source = resolve(text)[0].source
    assert (source.kind, source.anonymous) == (kind, anonymous)


def test_metonyms_stand_for_their_government(resolve):
    claims = resolve("Damascus denied that its troops had crossed the river.")
    assert claims[0].source.party == "SY"


def test_citing_gives_the_words_to_the_one_cited(resolve):
    claims = resolve("The port was shelled overnight, Reuters reported, citing military officials.")
    cited = [c for c in claims if c.rule.startswith("citing")]
    assert cited[0].source.text == "military officials"
    assert cited[0].via == ("Reuters",)
    assert cited[0].content_text == "The port was shelled overnight"


def test_an_outlet_relays_what_stands_in_its_report(resolve):
    claims = resolve("Reuters reported that two officials said the port was shut.")
    inner = next(c for c in claims if c.source.text == "two officials")
    assert inner.via == ("Reuters",)


def test_a_denial_points_to_what_it_denies(resolve):
    claims = resolve(
        "Kenya accused Ethiopia of moving troops to the border. Ethiopia denied the accusation. "
        "Western states say the plant makes poison gas. Damascus denies this."
    )
    accusation, denial, western, damascus = claims
    assert denial.about == accusation.id
    assert damascus.about == western.id


def test_a_denial_of_a_nested_accusation_points_into_itself(resolve):
    claims = resolve("Israel denied Hezbollah's accusation that it was behind the blast.")
    denial = next(c for c in claims if "denied" in c.cue_text)
    accusation = next(c for c in claims if "accusation" in c.cue_text)
    assert denial.about == accusation.id
    assert accusation.source.text == "Hezbollah"


def test_hearsay_has_no_source(resolve):
    claims = resolve("The convoy reportedly turned back at noon.")
    assert claims[0].source.spans == ()
    assert claims[0].source.kind is SourceKind.UNKNOWN


def test_a_statement_speaks_for_its_owner(resolve):
    claims = resolve(
        "The Red Crescent said the road was mined. According to the Red Crescent's statement, two trucks were lost."
    )
    assert claims[0].source.entity == claims[1].source.entity


def test_citing_between_the_outlet_and_its_verb(resolve):
    claims = resolve("SANA, citing a military source, said the strike hit a depot.")
    said = next(c for c in claims if c.cue_text == "said")
    cited = next(c for c in claims if c.cue_text == "citing")
    assert said.source.text == "SANA"
    assert cited.source.text == "a military source"
    assert cited.content_text == said.content_text == "the strike hit a depot"
    assert cited.via == (said.source.resolved,)


def test_as_promised_by_someone(resolve):
    claims = resolve("Sanctions will follow, as promised by the ministers.")
    assert claims[0].source.text == "the ministers"
    assert claims[0].content_text == "Sanctions will follow"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Sava General Hospital said it had nine bodies. Its director, Petra Novak, said two more died.", ["medical"] * 2),
        ("The Internal Security Service arrested two men. The head of the service, Juhan Kask, said both confessed. "
         "He said a third had fled.", ["government"] * 2),
        ("Four gunmen were seen by villagers. One of them said the gunmen came on motorbikes.", ["witness"] * 2),
        ("The Red Dunes Army attacked a post. The group said it had killed six soldiers.", ["armed-group"]),
        ("Coastline Bank rejected the bid. Its chairwoman, Perla Dom, said the price was low.", ["company"] * 2),
    ],
)  # fmt: skip
def test_kinds_go_back_to_the_body_that_was_introduced(resolve, text, kinds):
    assert [c.source.kind.value for c in resolve(text)] == kinds


def test_who_is_only_spoken_of_does_not_go_on_speaking(resolve):
    claims = resolve(
        "The Northern Front said its men had left. The ministry said the group had lost 40 fighters in the raid. "
        "It said the base was destroyed."
    )
    assert claims[2].source.resolved == "The ministry"


def test_one_word_is_one_source(resolve):
    claims = resolve(
        "The Defence Ministry denied the raid. It said none of its aircraft had been in the air and suggested that "
        "shells hidden by the Salt Front had gone off."
    )
    assert sources(claims) == ["The Defence Ministry"] * 3


def test_the_outlet_that_quotes_somebody_relays_it(resolve):
    claims = resolve("The BBC quoted a Western official as saying that the jets had come from the south.")
    said = claims[-1]
    assert (said.source.resolved, said.via) == ("a Western official", ("The BBC",))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # a body is called by its kind only later
        ("Clearwater Relief said its clinic was shut. The charity said it had no water.", ["ngo", "ngo"]),
        # the force that was named last is the sergeant's
        ("Garnet police held two men. Sergeant Odile Bram said both were armed.", ["police"]),
        ("The army shelled the ridge. Sergeant Odile Bram said it was lost.", ["military"]),
        # a doctor of medicine where there is a hospital
        ("The hospital took in nine people. Dr Festus Amo said two would not live.", ["medical"]),
        # "Front" is the Salt Road Front
        ("The Salt Road Front freed a guard. Front spokesman Ivo Quill said he was well.", ["armed-group"]),
        ("The Salt Road Front freed a guard. The Front's quartermaster said he was well.", ["armed-group"]),
        ("One aide said the talks were dead. Another said they were asleep.", ["government", "government"]),
        ("Interior Minister Ana Tibur resigned. Her office said she was ill.", ["government"]),
    ],
)
def test_kinds_are_settled_over_the_article(resolve, text, kinds):
    assert [c.source.kind.value for c in resolve(text)] == kinds


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Superintendent Védís Brá said two men fled. She said a third was held.", "Superintendent Védís Brá"),
        ("Sergeant Odile Bram said two men fled. Sgt Bram said a third was held.", "Sergeant Odile Bram"),
        ("Two officers said the bag was empty. One of the officers said it was wet.", "Two officers"),
        ("Ana Vale, a nurse, said the ward was full. The bishop of Marl said the bells would ring.",
         "The bishop of Marl"),
        ("A nurse said two men died. The mayor said three did.", "The mayor"),
        ("Her daughter, Ana, was on the bus. Ana Reis said the driver ran.", "Her daughter, Ana"),
    ],
)  # fmt: skip
def test_names_titles_and_parts_of_groups(resolve, text, resolved):
    assert resolve(text)[-1].source.resolved == resolved


def test_we_are_those_who_publish(parse, lexicon):
    import dataclasses

    parsed = parse("We condemn the raid on the clinic. A guard said there was no warning.")
    parsed = dataclasses.replace(parsed, article=dataclasses.replace(parsed.article, outlet="Dry Wells Charity"))
    claims = resolve_sources(parsed, find_claims(parsed, lexicon).items, lexicon)
    assert claims[0].source.text == "We"
    assert claims[0].source.resolved == "Dry Wells Charity"


def test_what_the_station_was_told_came_by_the_station(resolve):
    claims = resolve(
        "Radio Harbour said four pupils were dead. A teacher told the station that a bus was missing. "
        "The army chief was quoted by the weekly Harbour Eye as saying that he was tired."
    )
    teacher = next(c for c in claims if c.source.text == "A teacher")
    chief = next(c for c in claims if "chief" in c.source.text)
    assert teacher.via == ("Radio Harbour",)
    assert chief.via == ("weekly Harbour Eye",)


def test_who_is_first_named_as_an_owner_is_not_called_one(read) -> None:
    reading = read('Ana Gil\'s brother was shot dead in Lapua on Monday. "He was a good boy," she said.')
    (said,) = [c for c in reading.claims if c.cue_text == "said"]
    assert said.source.resolved == "Ana Gil"
