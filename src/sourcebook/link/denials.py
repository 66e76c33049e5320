"""Denials: which question of the dossier a denial answers: did it happen, who did it, what was hit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from sourcebook.lexicon.questions import Questions
from sourcebook.link.denial_words import (
    ANOTHERS_DEED,
    ANOTHERS_WORDS,
    BESIDE,
    BYSTANDERS,
    CLAUSE,
    CONFIRMING,
    HARM_RULES,
    HAVING_SAY,
    HIT_BY_IT,
    IGNORES,
    KNOWING,
    NO_TRUTH,
    NOT_DONE,
    NOT_SO,
    OWN_ACT,
    OWN_DEED_THEN,
    OWN_HARM,
    OWN_IT,
    OWN_KILLING,
    OWN_NOT,
    OWN_PEOPLE,
    OWN_PRESENCE,
    PASSIVE,
    SAID_OF,
    WHAT_THEY_SAID,
    WHEN,
)
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


def _stands_beside(mention: Mention, claim: Claim) -> bool:
    """Whether a mention stands in a clause that only describes something that the content names."""
    clause = CLAUSE.search(claim.content_text)
    return (
        clause is not None
        and len(claim.content) == 1
        and mention.trigger.start > claim.content[0].start + clause.start()
    )


def is_open(claim: Claim) -> bool:
    """Whether a claim only says that its source does not know: "could not confirm the deaths", "did not know of it"."""
    cue = claim.cue_text
    return claim.stance is Stance.DISPUTE and bool(IGNORES.search(cue) and KNOWING.search(cue))


def is_unconfirmed(claim: Claim) -> bool:
    """Whether it is one of those that say that a source has not confirmed something."""
    return is_open(claim) and CONFIRMING.search(claim.cue_text) is not None


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
    said = SAID_OF.sub("", NO_TRUTH.sub("", WHEN.sub("", claim.content_text)))
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
    if ANOTHERS_WORDS.search(said) and claim.stance in DENYING and not own and questions.of(said) is not None:
        return Question.RESPONSIBILITY  # "called the minister's words about the bus a fabrication"
    if WHAT_THEY_SAID.match(said) and claim.stance in DENYING and (blamed or claim.source.kind in ARMED_KINDS):
        return Question.RESPONSIBILITY
    own_people = OWN_PEOPLE.get(claim.source.kind)
    by_own = own_people is not None and own_people.match(said) is not None and claim.stance in DENYING
    if inner is not None and inner.stance is Stance.ACCUSE:
        return Question.RESPONSIBILITY  # "called the accusation that it had fired a fabrication"
    if by_own and any(m.actors for m in own):
        return Question.RESPONSIBILITY  # "a lie that soldiers had killed nine men"
    if question := questions.of(_THE_HARMED.sub("them", BESIDE.split(core)[0])):
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
        and claim.source.kind in HAVING_SAY
        and NOT_SO.match(said)
    ):
        return Question.OCCURRENCE
    if undone and OWN_ACT.match(said) and claim.stance in DENYING:
        return Question.RESPONSIBILITY
    if said != claim.content_text and PASSIVE.match(said):
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
    at = SAID_OF.match(claim.content_text) or _TOLD_OF.match(claim.content_text)
    if at is None:
        return False
    said = claim.content_text[at.end() :]
    own = in_own_words(said, claim.source)
    if OWN_HARM.match(own) or NOT_DONE.match(said):
        return False
    return own != said if at.re is SAID_OF else opens_with_own(said, claim.source)


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
    return claim.stance in (Stance.DENY, Stance.NO_COMMENT) or not IGNORES.search(claim.cue_text)


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
    return claim.stance in DENYING or claim.source.kind not in BYSTANDERS  # "a kid that didn't start any trouble"
