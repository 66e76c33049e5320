"""Denials: which question of the dossier a denial answers: did it happen, who did it, what was hit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from sourcebook.lexicon.questions import Questions
from sourcebook.link.disowned import DISOWNED, may_be_armed
from sourcebook.link.policies import is_policy
from sourcebook.link.selves import in_own_words, opens_with_own
from sourcebook.link.tallies import DENYING, TELLING
from sourcebook.records import Claim, Factuality, Mention, Question, SourceKind, Stance

#: What a denial by one of these means, if it does not say more: that it was not they who did it.
ARMED_KINDS = frozenset({SourceKind.MILITARY, SourceKind.ARMED_GROUP, SourceKind.GOVERNMENT, SourceKind.POLICE})

#: According to whom it is told, it did not happen.
NEGATED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})

#: A denial of one of these leaves what happened as it is.
PRESUPPOSING = frozenset({Question.RESPONSIBILITY, Question.TARGET})

#: When it was said, which the parse may give to the content.
_WHEN = re.compile(r"^(?:late |early )?on \w+day (?:(?:night|evening|morning) )?", re.I)

#: What is said of what others have said, before it: "there is no truth in reports of …".
_NO_TRUTH = re.compile(
    r"^\W*(?:that )?there (?:is|was|were|are|had been) (?:\w+ )?(?:no|not an?|not any|not the) "
    r"(?:[\w-]+ of |[\w-]+ ){0,2}?(?:truth|substance|basis|evidence|proof|foundation|merit)"
    r"(?: whatsoever| at all)? (?:behind|for|in|to|of) "
    r"|^\W*(?:that )?it (?:is|was) (?:\w+ )?"
    r"(?:not true|untrue|false|incorrect|an? (?:\w+ )?(?:lie|fabrication|invention)) ",
    re.I,
)

#: What is said of a content, before it: "denied *reports that* …".
_SAID_OF = re.compile(
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
_BESIDE = re.compile(r", (?:when|where|who|(?:in|after|during) which|which)\b")

#: ... behind a denial of one's own deed: "having mined the road *on which four died*".
_CLAUSE = re.compile(r",? \b(?:when|where|who|(?:in|at|on|after|during) which|which|in whose)\b")
#: What somebody has said, by who said it: "the minister's words", "the army's version".
_ANOTHERS_WORDS = re.compile(
    r"\b\w+(?:['’]s|s['’]) (?:[\w-]+ ){0,2}?(?:accusations?|allegations?|assertions?|charges?|claims?|remarks?"
    r"|statements?|version|words)\b",
    re.I,
)
WHAT_THEY_SAID = re.compile(
    r"\W*what (?:[\w’'-]+ ){1,5}?(?:had |have |has )?(?:alleged|claimed|said|say|says|told)\b", re.I
)


def _stands_beside(mention: Mention, claim: Claim) -> bool:
    """Whether a mention stands in a clause that only describes something that the content names."""
    clause = _CLAUSE.search(claim.content_text)
    return (
        clause is not None
        and len(claim.content) == 1
        and mention.trigger.start > claim.content[0].start + clause.start()
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
_PASSIVE = re.compile(
    r"\W*(?!(?:any of )?(?:it|they|we|he|she|its|our|their|his|her)\b)(?:[\w’'-]+ ){1,8}?"
    r"(?:had been|has been|have been|was|were|are being|is being) (?:\w+ly )?\w+(?:ed|en|nt|it|un|wn|ot)\b(?!.*\bby\b)",
    re.I,
)

#: Nothing was done to somebody, or somewhere: "the market had not been attacked", "no shots were fired".
_NOT_SO = re.compile(
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
_HAVING_SAY = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.ARMED_GROUP})

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
_IGNORES = re.compile(r"\b(?:not|never|cannot|unable to|no)\b|n['’]t\b", re.I)
_KNOWING = re.compile(
    r"\b(?:authenticat|aware\b|ascertain|certain\b|clear\b|confirm|corroborat|determin|discover|establish|find\b|hear\b"
    r"|heard\b|know|learn|notice|realis|realiz|recogni|remember|see\b|seen\b|sure\b|verif|watch)",
    re.I,
)
#: What is left open by those who look into it.
_CONFIRMING = re.compile(r"\b(?:authenticat|ascertain|confirm|corroborat|determin|establish|verif)", re.I)

#: Events that are harm and no more: that nobody was hurt says nothing of what happened, or by whom.
HARM_RULES = frozenset({"die", "injure"})

#: Who speaks for nobody, and of what he saw or knows of people.
_BYSTANDERS = frozenset({
    SourceKind.PERSON, SourceKind.RELATIVE, SourceKind.WITNESS, SourceKind.MEDICAL, SourceKind.EXPERT,
})  # fmt: skip


def is_open(claim: Claim) -> bool:
    """Whether a claim only says that its source does not know: "could not confirm the deaths", "did not know of it"."""
    cue = claim.cue_text
    return claim.stance is Stance.DISPUTE and bool(_IGNORES.search(cue) and _KNOWING.search(cue))


def is_unconfirmed(claim: Claim) -> bool:
    """Whether it is one of those that say that a source has not confirmed something."""
    return is_open(claim) and _CONFIRMING.search(claim.cue_text) is not None


#: Those whose deaths a denial takes for granted: "that *the nine killed* were executed".
_THE_HARMED = re.compile(
    r"\b(?:the|those|these) (?:(?!(?:was|were|had|been|is|are|that)\b)[\w-]+ ){0,2}?(?:killed|dead|wounded|injured)\b",
    re.I,
)


def denied_question(
    claim: Claim,
    mentions: Sequence[Mention],
    claims: Mapping[str, Claim],
    questions: Questions,
    core: str,
    *,
    blamed: bool = False,
    names: Collection[str] = (),
) -> Question | None:
    """What a denial or a refusal is about: its own words say, or the accusation that it answers, or its source.
    ``core``: the content without what it only recalls.

    Who may be the actor, or is ``blamed`` for it, denies, if he says no more, that it was he. ``names``: the words of
    the names of all who are blamed on the page. None: it denies nothing that the dossier asks ("did not see it",
    "nobody was in custody for it").
    """
    if is_policy(claim):
        return None
    if claim.rule.endswith(DISOWNED) or of_himself(claim):
        return Question.RESPONSIBILITY
    if claim.stance is Stance.DENY and _PART_IN.search(claim.cue_text):
        return Question.RESPONSIBILITY  # "denied responsibility for | the attack"
    said = _SAID_OF.sub("", _NO_TRUTH.sub("", _WHEN.sub("", claim.content_text)))
    said = in_own_words(said, claim.source)
    own = [m for m in mentions if m.claim == claim.id]
    inner = nested_in(claim, claims) if claim.stance in DENYING else None
    if inner is not None and not own:
        own = [m for m in mentions if m.claim == inner.id]
        core = said
    if denies_a_report_of_his_own(claim):
        return Question.RESPONSIBILITY
    if HIT_SOMETHING.match(said) and claim.stance in DENYING and _owns_up_beside(claim, claims):
        return Question.TARGET  # "confirmed that it had bombed the town, but denied hitting a market"
    if own and NOT_DONE.match(said):
        return Question.OCCURRENCE
    if _FIGURE.match(said) and claim.stance in DENYING:
        return None
    if OWN_KILLING.match(said) and claim.stance in DENYING:
        return Question.RESPONSIBILITY
    if claim.stance is Stance.DENY and own and OWN_ACT.match(said) and all(_stands_beside(m, claim) for m in own):
        return Question.RESPONSIBILITY  # "denied having mined the road, on which four died"
    if _ANOTHERS_WORDS.search(said) and claim.stance in DENYING and not own and questions.of(said) is not None:
        return Question.RESPONSIBILITY  # "called the minister's words about the bus a fabrication"
    if WHAT_THEY_SAID.match(said) and claim.stance in DENYING and (blamed or claim.source.kind in ARMED_KINDS):
        return Question.RESPONSIBILITY
    own_people = OWN_PEOPLE.get(claim.source.kind)
    by_own = own_people is not None and own_people.match(said) is not None and claim.stance in DENYING
    if inner is not None and inner.stance is Stance.ACCUSE:
        return Question.RESPONSIBILITY  # "called the accusation that it had fired a fabrication"
    if by_own and any(m.actors for m in own):
        return Question.RESPONSIBILITY  # "a lie that soldiers had killed nine men"
    if question := questions.of(_THE_HARMED.sub("them", _BESIDE.split(core)[0])):
        if question is Question.RESPONSIBILITY and not _speaks_plainly(claim) and not _is_on(said, blamed, names):
            return None  # police who "do not believe that the victim was involved" answer nobody
        if inner is not None and question in (Question.KILLED, Question.INJURED):
            return None  # "dismissed the hospital's claim that nine were killed": the other number says so as well
        return question
    if (told := _TOLD_OF.match(said)) is not None and claim.stance in DENYING and own:
        charged = told["charge"] is not None and claim.source.kind in ARMED_KINDS
        charged = charged or opens_with_own(said[told.end() :], claim.source)
        return Question.RESPONSIBILITY if charged else Question.OCCURRENCE
    answered = claims.get(claim.about or "")
    if answered and answered.stance is Stance.ACCUSE and claim.stance in DENYING:
        return Question.RESPONSIBILITY
    if answered and answered.stance in DENYING and (meant := questions.of(answered.content_text)):
        return meant  # a headline's denial is the one below it
    if claim.stance in DENYING and _takes_back(claim, claims):
        return Question.OCCURRENCE
    if (OWN_PRESENCE.match(said) or OWN_IT.fullmatch(said)) and claim.stance in DENYING:
        return Question.RESPONSIBILITY
    if HIT_BY_IT.match(said):
        return Question.TARGET
    if claim.stance in DENYING and (OWN_HARM.match(said) or _CAME_UNDER.match(said) or _is_an_enemys(claim, own)):
        return Question.OCCURRENCE
    if said != claim.content_text and OWN_DEED_THEN.match(said) and claim.stance in DENYING:
        return Question.RESPONSIBILITY  # "rejected as a lie the report that its men had fired"
    if OWN_NOT.search(said) and claim.stance not in DENYING:
        return Question.RESPONSIBILITY
    if own and by_own:
        return Question.RESPONSIBILITY
    if ANOTHERS_DEED.match(said) and any(m.recipients for m in own) and claim.stance in DENYING:
        # "denied that guards shot prisoners", "denied that the shell had hit a school"
        return Question.RESPONSIBILITY if any(m.actors for m in own) else Question.TARGET
    undone = [m for m in own if m.factuality in NEGATED]
    if (
        len(undone) == len(own) > 0
        and claim.stance in TELLING
        and claim.source.kind in _HAVING_SAY
        and _NOT_SO.match(said)
    ):
        return Question.OCCURRENCE
    if undone and OWN_ACT.match(said) and claim.stance in DENYING:
        return Question.RESPONSIBILITY
    if said != claim.content_text and _PASSIVE.match(said):
        return Question.TARGET if _HIT.search(said) and _owns_up_beside(claim, claims) else Question.OCCURRENCE
    mine = {claim.source.entity, claim.source.party} - {None}
    named = {x for m in mentions for p in m.actors for x in (p.entity, p.country)}
    armed = claim.source.kind in ARMED_KINDS or may_be_armed(claim)
    armed = armed and claim.stance in DENYING | {Stance.ASSERT}
    if (armed or blamed or mine & named) and _denies_the_deed(claim, own):
        return Question.RESPONSIBILITY
    at_issue = Question.RESPONSIBILITY if mine & named or armed or blamed else Question.OCCURRENCE
    return at_issue if _is_at_issue(claim, own, at_issue, bool(mine & named) or blamed, names) else None


def nested_in(claim: Claim, claims: Mapping[str, Claim]) -> Claim | None:
    """The claim of others whose words a claim repeats: "dismissed *the mayor's claim that soldiers had fired*"."""
    inner = claims.get(claim.about or "")
    if inner is None or inner.article != claim.article or not inner.content:
        return None
    return inner if any(part.holds(inner.content[0]) for part in claim.content) else None


#: A part in a deed, in the words of the verb: "denied *responsibility for*".
_PART_IN = re.compile(r"\b(?:responsibility|involvement|complicity|participation)\b", re.I)


#: "that the base had come under attack": nobody attacked it.
_CAME_UNDER = re.compile(
    r"\W*(?:that )?(?:[\w’'-]+ ){1,9}?(?:(?:had|have|has|ever) come|came|being|coming) under (?:attack|fire)\b", re.I
)
_FORCES_OF_STATE = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.POLICE})
_REBELS = re.compile(r"\b(?:guerrillas|insurgents|jihadists|militants|rebels|terrorists)$", re.I)
_ALLIES = re.compile(
    r"\b(?:loyal|allied|close|aligned|belonging|linked) (?:to|with)\b|-(?:backed|allied|aligned)\b", re.I
)


def _is_an_enemys(claim: Claim, own: Sequence[Mention]) -> bool:
    """Whether what is denied is a deed of those whom the source fights: "denied that rebels had shot at its men"."""
    actors = [p for m in own for p in m.actors]
    if not actors or claim.source.kind not in _FORCES_OF_STATE or claim.stance is not Stance.DENY:
        return False
    if OWN_ACT.match(claim.content_text) or _ALLIES.search(claim.content_text):
        return False  # "denied that its fighters had shelled the town"
    return all(p.entity is None and _REBELS.search(p.name) is not None for p in actors)


def _denies_the_deed(claim: Claim, own: Sequence[Mention]) -> bool:
    """Whether what is denied is the event by its noun: "the army denied *the attack on the market*"."""
    if claim.stance is not Stance.DENY or not own:
        return False
    first = min(own, key=lambda m: m.trigger)
    start, end = (at - claim.content[0].start for at in (first.trigger.start, first.trigger.end))
    if start < 0 or _OF_OURS.match(claim.content_text, end):
        return False
    return _THE.fullmatch(claim.content_text[:start]) is not None


#: What befell the source's own: "the shelling *of its camp*".
_OF_OURS = re.compile(r" (?:of|on|against|at) (?:its|their|our|his|her)\b", re.I)
_THE = re.compile(r"(?:the|this|that|these|those|\w+['’]s?) (?:(?!(?:had|has|have|was|were|to)\b)[\w-]+ ){0,3}", re.I)


def denies_a_report_of_his_own(claim: Claim) -> bool:
    """Whether what a source denies is another's word for its own deed: "reports that our troops hit it are fake"."""
    if claim.stance not in DENYING:
        return False
    at = _SAID_OF.match(claim.content_text) or _TOLD_OF.match(claim.content_text)
    if at is None:
        return False
    said = claim.content_text[at.end() :]
    own = in_own_words(said, claim.source)
    if OWN_HARM.match(own) or NOT_DONE.match(said):
        return False
    return own != said if at.re is _SAID_OF else opens_with_own(said, claim.source)


#: To have hit a thing: "hitting a market", "that it had struck the clinic".
HIT_SOMETHING = re.compile(
    r"\W*(?:that )?(?:(?:it|they|we|its \w+|their \w+) (?:had |have |has )?)?(?:deliberately |ever )?"
    r"(?:hit|hitting|struck|striking|targeted|targeting|bombed|bombing|shelled|shelling|attacked|attacking) "
    r"(?:an?|any|the|its|their) (?!position|post|camp|base)",
    re.I,
)
_STRUCK = re.compile(
    r"\W*(?:that )?(?:it|they|we|(?:its|their|our) \w+) (?:had |have |has )?"
    r"(?:attacked|bombed|carried out|conducted|fired|hit|launched|mounted|shelled|struck|targeted|used)\b(?! no\b)",
    re.I,
)


def _takes_back(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    """ "Police acknowledged that pupils were taken, days after they had denied it": "it" is what took place."""
    return claim.content_text.casefold().strip() in ("it", "this", "that") and any(
        c.stance in (Stance.ADMIT, Stance.CONFIRM)
        and (c.source.resolved == claim.source.resolved or (c.source.entity or "") == claim.source.entity)
        for c in claims.values()
    )


def _owns_up_beside(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    """Whether the same source says on the page that it struck there, or elsewhere, or something else."""
    return any(
        c.stance in (Stance.ADMIT, Stance.CONFIRM, Stance.ASSERT)
        and _speak_for_one(c, claim)
        and _STRUCK.match(in_own_words(c.content_text, c.source))
        for c in claims.values()
    )


#: A thing was hit: "that *homes were bombed*".
_HIT = re.compile(r"(?:been|were|was) (?:\w+ )?(?:attacked|bombed|destroyed|hit|shelled|struck|targeted)\b", re.I)
_SPOKESMAN = re.compile(r"(?:(?:its|the|a|an) )?(?:\w+ )?spokes(?:man|woman|person)\b", re.I)


def _speak_for_one(a: Claim, b: Claim) -> bool:
    """Whether two claims are of one source, or one of its spokesman whose body is not named."""
    if a.source.resolved == b.source.resolved or (a.source.entity or "") == b.source.entity:
        return True
    return a.source.kind is b.source.kind and a.article == b.article and _SPOKESMAN.match(b.source.resolved) is not None


def of_himself(claim: Claim) -> bool:
    """Whether the verb itself says that he did not do it: "distanced itself from it", "washed its hands of it"."""
    pleads = claim.cue_text.casefold().startswith("plead") and claim.stance is Stance.DENY
    of_it = claim.rule.startswith(_OF_HIMSELF) or DISAVOWS.search(claim.cue_text) is not None
    return pleads or (claim.stance in DENYING and of_it)


def turns_from(claim: Claim) -> bool:
    """Whether the verb says that he will have nothing to do with something, be it a deed or a man."""
    return claim.rule.startswith("keep-distance/") or DISAVOWS.search(claim.cue_text) is not None


#: Verbs of having nothing to do with what is named: an attack, or a former leader.
DISAVOWS = re.compile(r"\b(?:disavow|disown|repudiat)", re.I)


#: Rules of cues by which somebody says of himself that he did not do it.
OF_ITS_DEED = ("disclaim/", "innocence/")
_OF_HIMSELF = ("keep-distance/", "wash-hands/", "absolve/", *OF_ITS_DEED)

#: What is denied is a number: "dismissed the figure as propaganda". The other number says so as well.
_FIGURE = re.compile(
    r"\W*(?:(?:the|that|this|these|those|such|its|their|an?) (?:[\w-]+ ){0,2}?)?(?:figures?|tolls?|numbers?|counts?)\b"
    r"|\W*(?:the|that|this|such|its|their|an?) (?:claims?|reports?|talk) (?:of|about) (?:[\w-]+ ){0,2}?\d+ \w+",
    re.I,
)

#: What was said of an event, by a noun that holds it: "dismissed reports of the shelling".
_TOLD_OF = re.compile(
    r"\W*(?:(?:any|an?|the|these|those|all|earlier|local|media|some|such|widespread|social media) )*"
    r"(?:reports?|rumou?rs?|news|talk|stories|footage|videos?|(?P<charge>claims?|allegations?|accusations?)) "
    r"(?:of|about) ",
    re.I,
)

#: Of one's own: "none of our guns fired", "no round came from its positions".
_OURS = re.compile(r"\b(?:we|us|ours?|its|their)\b", re.I)


def _speaks_plainly(claim: Claim) -> bool:
    """Whether the verb itself denies, or will not speak: "denied", "rejected", "declined to say"."""
    return claim.stance in (Stance.DENY, Stance.NO_COMMENT) or not _IGNORES.search(claim.cue_text)


def _is_on(said: str, blamed: bool, names: Collection[str]) -> bool:
    """Whether a content is on its speaker, who is blamed, or on another who is."""
    return blamed or bool(set(re.findall(r"\w+", said.casefold())) & set(names))


def _is_at_issue(claim: Claim, own: Sequence[Mention], question: Question, mine: bool, names: Collection[str]) -> bool:
    """Whether what a source says not to be so is the event itself, or its own part in it, and no detail of it."""
    if claim.stance is Stance.NO_COMMENT or not own:
        return True
    negated = [m for m in own if m.factuality in NEGATED]
    if not negated:
        return claim.stance is Stance.DENY and not any(m.factuality is Factuality.CERTAIN for m in own)
    if all(m.rule in HARM_RULES for m in negated) and claim.stance not in DENYING:
        return False
    actors = [p for m in negated for p in m.actors]
    if question is Question.RESPONSIBILITY and claim.stance not in DENYING:
        ours = claim.source.kind in ARMED_KINDS - {SourceKind.POLICE} and _OURS.search(claim.content_text)
        return (
            mine or bool(ours) or any(_is_on(p.name, False, names) for p in actors if p.entity or not p.name.islower())
        )
    return claim.stance in DENYING or claim.source.kind not in _BYSTANDERS  # "a kid that didn't start any trouble"
