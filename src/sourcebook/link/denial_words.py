"""Denial words: the patterns by which the words of a denial show what it denies, and whose deed it speaks of."""

from __future__ import annotations

import re

from sourcebook.records import SourceKind

#: When it was said, which the parse may give to the content.
WHEN = re.compile(r"^(?:late |early )?on \w+day (?:(?:night|evening|morning) )?", re.I)

#: What is said of what others have said, before it: "there is no truth in reports of …".
NO_TRUTH = re.compile(
    r"^\W*(?:that )?there (?:is|was|were|are|had been) (?:\w+ )?(?:no|not an?|not any|not the) "
    r"(?:[\w-]+ of |[\w-]+ ){0,2}?(?:truth|substance|basis|evidence|proof|foundation|merit)"
    r"(?: whatsoever| at all)? (?:behind|for|in|to|of) "
    r"|^\W*(?:that )?it (?:is|was) (?:\w+ )?"
    r"(?:not true|untrue|false|incorrect|an? (?:\w+ )?(?:lie|fabrication|invention)) ",
    re.I,
)

#: What is said of a content, before it: "denied *reports that* …".
SAID_OF = re.compile(
    r"^(?:(?:at|against|on|over) )?(?:as [\w ]{3,30} |[\w ]{3,20} … "
    r"|(?:an? )?(?!any |the |that )[\w-]+(?: [\w-]+)? (?=(?:an?|the|any|[\w’']+['’]s?) \w))?"
    r"\W*"
    r"(?:(?:any|an?|the|these|those|all|earlier|local|media|some|such|an? [\w-]+(?: [\w-]+)?['’]s|\w+['’]s?) )*"
    r"(?:claims?|footage|information|news|propaganda|reports?|rumou?rs?|suggestions?|talk|assertions?"
    r"|stor(?:y|ies)|versions?|statements?|accusations?|allegations?|charges?)(?: by [\w’' -]+?| in [\w’' -]+?)?"
    r"(?: on \w+day)? that ",
    re.I,
)

#: What is told beside what is denied: "that it had shelled the town, *where a woman was killed*".
BESIDE = re.compile(r", (?:when|where|who|(?:in|after|during) which|which)\b")

#: ... behind a denial of one's own deed: "having mined the road *on which four died*".
CLAUSE = re.compile(r",? \b(?:when|where|who|(?:in|at|on|after|during) which|which|in whose)\b")
#: What somebody has said, by who said it: "the minister's words", "the army's version".
ANOTHERS_WORDS = re.compile(
    r"\b\w+(?:['’]s|s['’]) (?:[\w-]+ ){0,2}?(?:accusations?|allegations?|assertions?|charges?|claims?|remarks?"
    r"|statements?|version|words)\b",
    re.I,
)
WHAT_THEY_SAID = re.compile(
    r"\W*what (?:[\w’'-]+ ){1,5}?(?:had |have |has )?(?:alleged|claimed|said|say|says|told)\b", re.I
)

#: A denial of what the source did itself, or its own: "denied that it had shelled the port", "denied shelling it".
OWN_ACT = re.compile(r"\W*(?:that )?(?:(?:it|they|we|he|she)\b|(?:its|our|their|his) \w+|(?!any)\w{2,}ing\b)", re.I)

#: What a source says that it, or its own, did not do: "we did not fire", "our men have never shelled the town".
OWN_NOT = re.compile(
    r"(?:^|[,;:.]|\b(?:and|but))\W*(?:that )?(?:it|they|we|(?:our|its|their) \w+) "
    r"(?:do|does|did|had|have|has|would)(?: not|n['’]t| never)\b"
    r"(?! (?:happen|occur|take place|exist))",
    re.I,
)

#: Not to have been where it was: "denied that its men had been there".
OWN_PRESENCE = re.compile(
    r"\W*(?:that )?(?:it|they|we|he|she|any of (?:its|their) \w+|(?:its|our|their|his|her) (?:\w+ )?\w+) "
    r"(?:had|have|has|were|was) (?:ever )?(?:been )?(?:there|present|nearby|in the (?:area|town|village)|at the scene)"
    r"\b",
    re.I,
)

#: A deed of the source's own that was told before: "denied firing them", "that it had done that".
OWN_IT = re.compile(
    r"(?:that )?(?:(?:it|they|we|he|she|(?:its|our|their|his) \w+) (?:had |have |has |was |were )?(?:ever )?\w+"
    r"|(?:ever )?(?:having \w+|\w{2,}ing)) (?:it|them|him|her|this|that|so)"
    r"(?: (?:there|deliberately|themselves|itself))?",
    re.I,
)

#: A deed of the source's own, whatever it is: denied of an accusation, it is the deed of which it accuses.
OWN_DEED_THEN = re.compile(
    r"\W*(?:that )?(?:(?:any|one|some) of )?(?:it|they|we|he|she|(?:its|our|their|his|her) (?:[\w-]+ )?"
    r"(?P<men>\w+)) (?:had|have|has) (?:ever )?(?!been\b)\w+",
    re.I,
)

#: What befell the source's own: "its base had come under attack", "its men had been taken".
OWN_HARM = re.compile(
    r"\W*(?:that )?(?:any of )?(?:its|our|their|his|her) [\w’' -]+? (?:(?:had been|have been|has been|was|were) "
    r"(?:attacked|ambushed|bombed|captured|destroyed|hit|killed|lost|overrun|raided|seized|shelled|shot|stormed|taken|wounded)"
    r"|(?:had|have|has|came) come under|came under|(?:had|have) fallen|had died)\b",
    re.I,
)

#: To have killed or hurt somebody: "that it had killed villagers", "killing anyone".
OWN_KILLING = re.compile(
    r"\W*(?:that )?(?:(?:it|they|we|he|she|(?:any of )?(?:its|our|their|his|her) (?:[\w-]+ )?[\w-]+) "
    r"(?:(?:had|have|has|was|were) )?(?:\w+ly )?(?:executed|killed|massacred|murdered|shot|slaughtered|wounded)"
    r"|(?:having )?(?:deliberately )?(?:killed|killing|executing|murdering|shooting))\b",
    re.I,
)

#: Nothing of the kind was done: "no air strike had been carried out", "no soldier was killed there".
NOT_DONE = re.compile(
    r"\W*(?:that )?(?:no|not a single|not one) (?:[\w-]+ ){1,4}?(?:had been|has been|have been|was|were) "
    r"(?:\w+ly )?(?:carried out|committed|conducted|launched|made|mounted|staged|abducted|attacked|burn(?:ed|t)|harmed"
    r"|raided|shot|taken)\b(?! by)",
    re.I,
)

#: Something was done, and nobody is named for it: "denied reports that *a village had been burned*".
PASSIVE = re.compile(
    r"\W*(?!(?:any of )?(?:it|they|we|he|she|its|our|their|his|her)\b)(?:[\w’'-]+ ){1,8}?"
    r"(?:had been|has been|have been|was|were|are being|is being) (?:\w+ly )?\w+(?:ed|en|nt|it|un|wn|ot)\b(?!.*\bby\b)",
    re.I,
)

#: Nothing was done to somebody, or somewhere: "the market had not been attacked", "no shots were fired".
NOT_SO = re.compile(
    r"\W*(?:that )?(?:"
    r"(?!(?:any of )?(?:it|they|we|he|she|its|our|their|his|her)\b)"
    r"(?:the|this|that|nobody|no one|\w+(?= (?:was|were|had)))"
    r"(?: [\w’'-]+){0,5}? (?:was|were|had|has|have)(?: not|n['’]t| never) (?:been )?(?:\w+ly )?"
    r"(?:attacked|ambushed|bombed|burned|burnt|fired|hit|raided|shelled|stormed|struck)(?!.*\b(?:by|but|with|from)\b)"
    r"|no (?:[\w-]+ ){1,3}?(?:was|were|had been|has been|have been) (?:fired|heard|attacked|hit|shelled|bombed)"
    r")\b(?! by)",
    re.I,
)
#: Whose word that nothing was done is an answer: not that of police who know how a man died.
HAVING_SAY = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.ARMED_GROUP})

#: A denial that something was hit, of an attack that is not denied: "a market had been hit in Sunday's strike".
HIT_BY_IT = re.compile(
    r"\W*(?:that )?(?:an?|the|any|no|its|their) (?:[\w'’-]+ ){1,4}?(?:had been|has been|have been|was|were) "
    r"(?:\w+ly )?(?:hit|struck|bombed|shelled|targeted|attacked|damaged|destroyed)\b"
    r".* (?:in|by|during) (?:the|its|their|this|that|\w+['’]s) "
    r"|(?:.*\b(?:and|but|,) )?\W*(?:that )?no (?:[\w'’-]+ ){1,3}?(?:had been|has been|was|were|is) "
    r"(?:hit|struck|bombed|shelled|targeted)\b",
    re.I,
)

#: A denial of what something did, not the source and its own.
ANOTHERS_DEED = re.compile(r"\W*that (?!(?:it|they|we|he|she|its|our|their|his|her|any)\b)", re.I)


#: Whose deed is that of the body that they are of: "police denied that officers had fired live rounds".
OWN_PEOPLE = {
    SourceKind.POLICE: re.compile(r"\W*(?:that )?(?:any )?(?:officers|policemen|police)\b", re.I),
    SourceKind.MILITARY: re.compile(
        r"\W*(?:that )?(?:any )?(?:soldiers|troops|forces|jets|warplanes|army \w+|military \w+)\b", re.I
    ),
}


#: Not to know of it, or not to have seen it, is neither to deny nor to tell.
IGNORES = re.compile(r"\b(?:not|never|cannot|unable to|no)\b|n['’]t\b", re.I)
KNOWING = re.compile(
    r"\b(?:authenticat|aware\b|ascertain|certain\b|clear\b|confirm|corroborat|determin|discover|establish|find\b|hear\b"
    r"|heard\b|know|learn|notice|realis|realiz|recogni|remember|see\b|seen\b|sure\b|verif|watch)",
    re.I,
)
#: What is left open by those who look into it.
CONFIRMING = re.compile(r"\b(?:authenticat|ascertain|confirm|corroborat|determin|establish|verif)", re.I)

#: Events that are harm and no more: that nobody was hurt says nothing of what happened, or by whom.
HARM_RULES = frozenset({"die", "injure"})

#: Who speaks for nobody, and of what he saw or knows of people.
BYSTANDERS = frozenset({
    SourceKind.PERSON, SourceKind.RELATIVE, SourceKind.WITNESS, SourceKind.MEDICAL, SourceKind.EXPERT,
})  # fmt: skip
