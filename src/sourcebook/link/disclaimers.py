"""Disclaimers: claims that deny or own up to what others blame on their source, by their words, whatever their verb."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.accusations import Accusations, Accused
from sourcebook.link.accused import with_accused
from sourcebook.link.deeds import BYSTANDERS
from sourcebook.link.denial_words import OWN_DEED_THEN, OWN_IT, OWN_KILLING
from sourcebook.link.denials import ARMED_KINDS, is_open, is_unconfirmed
from sourcebook.link.disowned import DISOWNED, denies_own_deed, disowns, may_be_armed
from sourcebook.link.names import folded
from sourcebook.link.policies import is_policy
from sourcebook.link.selves import in_own_words
from sourcebook.link.tallies import DENYING, FORCES
from sourcebook.read.parties import resolve_party
from sourcebook.records import Claim, Question, Reading, Source, SourceKind, Stance

#: A denied content of at most so many words stands for what it answers: "this", "the accusations", "these reports".
ANAPHORIC = 4


def with_disclaimers(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading with what amounts to a denial, or to owning up, as such: "the Front said it had no part in it"."""
    claims: list[Claim] = []
    for c in reading.claims:
        claims.append(_of_the_body(_of_the_chief(with_accused(c, claims, reading), claims), claims))
    reading = replace(reading, claims=tuple(claims))
    if any(_may_be_more(c) for c in claims):
        blamed = blamed_on(reading, lexicon)
        claims = [_by_its_words(c, blamed, reading, lexicon) if _may_be_more(c) else c for c in claims]
    telling = {m.claim for m in reading.mentions}
    claims = [
        _of_its_deed(c, reading, lexicon) if c.stance is Stance.DENY and c.id not in telling else c for c in claims
    ]
    return replace(reading, claims=tuple(claims))


def _of_its_deed(claim: Claim, reading: Reading, lexicon: Lexicon) -> Claim:
    """A denial of a deed of one's own, which no event is read of, as what it is."""
    may = claim.source.kind in ARMED_KINDS or folded(claim.source.resolved) in FORCES
    may = may and lexicon.questions.of(claim.content_text) in (None, Question.RESPONSIBILITY)
    if may and not claim.rule.endswith(DISOWNED) and denies_own_deed(claim, reading):
        return replace(claim, rule=f"{claim.rule}{DISOWNED}")
    return claim


def _may_be_more(claim: Claim) -> bool:
    """Whether its words may make more of a claim than its verb."""
    return claim.stance in SAYING or claim.stance in _MAY_BE_MORE


_MAY_BE_MORE = frozenset({Stance.PROMISE, Stance.DISPUTE, Stance.ACCUSE, Stance.DENY, Stance.CONDEMN})


def _of_the_chief(claim: Claim, before: list[Claim]) -> Claim:
    """An accusation by "his men", which goes on with what their chief says of them, as the chief's.

    "He swore that his men had not fired and accused the police": it is not they who accuse.
    """
    if claim.stance is not Stance.ACCUSE or _HIS_MEN.fullmatch(claim.source.text) is None:
        return claim
    said = (c for c in reversed(before) if c.sentence == claim.sentence and c.id != claim.id)
    chief = next((c for c in said if any(s.holds(own) for s in c.content for own in claim.source.spans)), None)
    return replace(claim, source=chief.source) if chief is not None else claim


_HIS_MEN = re.compile(
    r"(?:any of |none of )?(?:its|their|his|her) (?:own )?(?:fighters|followers|forces|guards|gunmen|jets|men|officers"
    r"|planes|police|soldiers|troops|units)",
    re.I,
)


def _of_the_body(claim: Claim, before: list[Claim]) -> Claim:
    """A claim of "its spokesman" as that of the armed group that spoke just before."""
    if claim.source.resolved != claim.source.text or not _ITS_VOICE.fullmatch(claim.source.text):
        return claim
    last = next((c.source for c in reversed(before) if c.article == claim.article), None)
    if last is None or last.kind is not SourceKind.ARMED_GROUP or _ITS_VOICE.match(last.text):
        return claim
    return replace(claim, source=replace(claim.source, resolved=last.resolved, entity=last.entity, kind=last.kind))


_ITS_VOICE = re.compile(r"(?:its|their) (?:\w+ )?(?:spokes(?:man|woman|person)|leader|commander|chief)", re.I)


def _by_its_words(claim: Claim, blamed: frozenset[str], reading: Reading, lexicon: Lexicon) -> Claim:
    """A claim with the stance that its content has, whatever its verb of saying."""
    if is_open(claim):
        return replace(claim, stance=Stance.NO_COMMENT) if is_unconfirmed(claim) else claim
    if is_policy(claim):
        return claim
    if claim.stance in SAYING and (does := _PERFORMS.match(claim.content_text)) is not None:
        claim = replace(claim, stance=Stance.DENY, content_text=claim.content_text[does.end() :])
    if claim.stance is Stance.CONDEMN:
        return replace(claim, stance=Stance.DISPUTE) if _CONDEMNS_WORDS.match(claim.content_text) else claim
    named = is_blamed(claim, blamed)
    own = named or may_be_armed(claim)
    if own and _gives_the_lie(claim, lexicon):
        return replace(claim, stance=Stance.DENY, rule=f"{claim.rule}{DISOWNED}")
    if claim.stance in (Stance.ACCUSE, Stance.DENY):
        return claim
    short = len(claim.content_text.split()) <= ANAPHORIC
    if claim.stance in SAYING and claim.cue_text.casefold().startswith(_CALLING):
        opening = _OPENING.match(claim.content_text)
        if opening is not None and lexicon.answers.calls_false(opening["what"]):
            return replace(claim, stance=Stance.DISPUTE)  # "described as pure invention a report that …"
    if short and named and lexicon.answers.calls_false(claim.content_text):
        return replace(claim, stance=Stance.DISPUTE)  # "Complete nonsense," the ambassador said
    if claim.source.kind in BYSTANDERS and not named and _IT_IS.match(claim.content_text):
        return claim  # "It had nothing to do with her," her mother said: what happened
    content = claim.content_text
    subject = _ITSELF.match(content)
    cleared = subject is not None and bool(_words_of(subject.group()) & blamed)
    if _SPEAKS_FOR_IT.search(claim.source.text) or cleared:
        content = _ITSELF.sub("it ", content)  # "the League had no part in it, its spokesman said"
    content = in_own_words(content, claim.source)
    if own and claim.stance in SAYING and _NOT_US.fullmatch(claim.content_text):
        return replace(claim, stance=Stance.DENY, rule=f"{claim.rule}{DISOWNED}")
    if own and claim.stance in SAYING and _BY_OTHERS.search(claim.content_text):
        return replace(claim, stance=Stance.DENY, rule=f"{claim.rule}{DISOWNED}")
    if any(lexicon.questions.disclaims(part, may_have_done_it=own) for part in _said_of_it(content)):
        return replace(claim, stance=Stance.DENY, source=_of_whom_it_names(claim, lexicon))
    if claim.stance in SAYING | {Stance.PROMISE} and disowns(claim, reading, blamed=named):
        return replace(claim, stance=Stance.DENY, rule=f"{claim.rule}{DISOWNED}")
    if claim.stance in SAYING and owns_up(claim, lexicon):
        return replace(claim, stance=Stance.ADMIT)
    return claim


#: What is called wrong are words: "condemned *the false allegations*", "protested against *the propaganda that* …".
_CONDEMNS_WORDS = re.compile(
    r"\W*(?:against )?(?:(?:the|these|this|those|such|any|all|what (?:it|he|she|they) called|baseless|deliberate|false"
    r"|hostile|malicious|unfounded|ridiculous|[\w-]+['’]s) )*[“\"]?"
    r"(?:accusations?|allegations?|propaganda|lies?|smears?|slander|insinuations?|fabrications?|disinformation"
    r"|(?<=false )(?:reports?|claims?|rumou?rs?|news)|(?<=baseless )(?:reports?|claims?))\b",
    re.I,
)
#: Saying it does it: "We categorically reject *this accusation*".
_PERFORMS = re.compile(
    r"\W*(?:we|I) (?:[\w-]+ly |strongly |once again )*(?:reject|deny|refute|repudiate)(?: \w+ly| with contempt)? "
    r"(?=(?:that|this|these|those|the|all|any|such|it|having|\w+ing)\b)",
    re.I,
)


def denial_of(claim: Claim, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a claim that is said plainly amounts to a denial of a part in it."""
    told = _by_its_words(claim, frozenset(), reading, lexicon)
    return told.stance is Stance.DENY and not is_open(told)


def _of_whom_it_names(claim: Claim, lexicon: Lexicon) -> Source:
    """The source of a denial; "its spokesman" as the body of which it says so: "the army had no part in it, …"."""
    named = _ITSELF.match(claim.content_text)
    if named is None or claim.source.resolved != claim.source.text or not _ITS_VOICE.match(claim.source.text):
        return claim.source
    name = re.sub(r"^\W*(?:that )?", "", named.group()).strip()
    party = resolve_party(name, lexicon)
    kind = claim.source.kind if party.kind is SourceKind.UNKNOWN else party.kind
    return replace(claim.source, resolved=name, entity=party.entity or claim.source.entity, kind=kind)


def _said_of_it(content: str) -> list[str]:
    """A content, and each further thing that it says of its subject: "it sold ore and had nothing to do with it"."""
    subject = _SUBJECT.match(content)
    if subject is None:
        return [content]
    return [content, *(f"{subject['who']} {part}" for part in _AND.split(content)[1:])]


_SUBJECT = re.compile(r"\W*(?:that )?(?P<who>it|they|he|she|we|I)\b", re.I)
_AND = re.compile(r",? (?:and|but) (?=(?:did|had|has|have|is|are|played|took|was|were)\b)")


def _gives_the_lie(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether who may have done it says that his accusers lie: "accused the governor of slander", "they are liars"."""
    if claim.stance is Stance.ACCUSE:
        return _OF_LYING.search(claim.content_text) is not None
    if claim.stance is Stance.DENY:  # "This is slander": of what was said of him
        return len(claim.content_text.split()) <= ANAPHORIC and lexicon.answers.calls_false(claim.content_text)
    if _RULES_OUT.match(claim.cue_text):
        return lexicon.questions.of(claim.content_text) is Question.RESPONSIBILITY
    return claim.stance in SAYING and _ARE_LIARS.match(claim.content_text) is not None


_OF_LYING = re.compile(
    r" of (?:\w+ly )?(?:(?:deliberate )?(?:slander|libel|lies|defamation|propaganda|disinformation)"
    r"|lying|slandering|defaming|(?:telling|spreading|inventing|making up|fabricating|concocting|peddling) "
    r"(?:lies|stories|falsehoods|the (?:charges?|stor(?:y|ies)|accusations?|claims?|reports?)|it|them"
    r"|accusations|claims|charges|rumou?rs|propaganda|disinformation|fake news))\b",
    re.I,
)
_ARE_LIARS = re.compile(
    r"\W*(?:that )?(?!it |we |they |he |she )(?![^,]*\b(?:more|figures?|numbers?|toll)\b)"
    r"[^,]{2,60} (?:was|were|is|are|had been) "
    r"(?:(?:simply|just|all|plainly|shamelessly) )?"
    r"(?:lying(?= about\b|\W*$)|liars?|an? (?:\w+ )?liar|telling (?:lies|stories)|making (?:it|this|things) up)\b",
    re.I,
)
_RULES_OUT = re.compile(r"(?:\w+ )?rul(?:es?|ed|ing) out$", re.I)

#: No more than that: "Not us."
_NOT_US = re.compile(r"\W*(?:no, )?(?:not (?:us|ours?|me|mine)|never)\W*", re.I)
#: That others did it: "it was the work of others", "others were to blame".
_BY_OTHERS = re.compile(
    r"\b(?:the )?(?:work|doing|deed|act|crime) of (?:others|other (?:people|groups|men)|someone else|somebody else)\b"
    r"|\b(?:others|other (?:people|groups|men)|someone else|somebody else|another group) "
    r"(?:had|has|have|was|were|must have|is|are) (?:been )?"
    r"(?:to blame|behind|responsible|carried|committed|done|attacked|killed|planted|staged|fired)\b",
    re.I,
)


#: Cues that say what somebody calls something, and what they do.
_CALLING = ("brand", "call", "characteri", "denounc", "describ", "label", "term")
_OPENING = re.compile(r"\W*(?:as )?(?P<what>[“\"]?(?:an? )?(?:[\w-]+ ){0,2}?[\w-]+[”\"]?)(?= (?:… |an? |the |any )| …)")
#: What a person says of a thing.
_IT_IS = re.compile(r"\W*(?:that )?it\b", re.I)


def did_it(content: str) -> bool:
    """Whether who admits it tells of his own deed: "admitted that he shot them"."""
    return OWN_IT.fullmatch(content) is not None or OWN_KILLING.match(content) is not None


#: Who speaks for whomever the content names first: "its spokesman", "a lawyer for its leader".
_SPEAKS_FOR_IT = re.compile(r"^(?:its|their|his|her)\b|\b(?:for|of) (?:it|its|them|their|him|his|her)\b", re.I)
#: A body or a person at the start of a content, before its verb.
_ITSELF = re.compile(
    r"^\W*(?:that )?(?:(?:[Tt]he |[Aa]n? )?[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?(?: \([\w -]+\))?|(?:none of )?the \w+) "
    r"(?=(?:ha[ds]|have|was|were|is|are|did|took|carried|conducted|fired|flew|launched|made|sent)\b)"
)


def owns_up(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a source says that it was its own doing: "claimed the attack", "said it was behind the bombs"."""
    if claim.cue_text.casefold().split()[-1:] in (["claimed"], ["claims"], ["claim"], ["claiming"]):
        words = claim.content_text.split()
        it = claim.content_text.casefold() in ("it", "this", "both", "them")
        return "/object" in claim.rule and (it or names_an_event(" ".join(words[:4]), lexicon))
    if claim.cue_text.casefold().startswith(_BOASTS) and claim.source.kind not in BYSTANDERS:
        return names_an_event(claim.content_text, lexicon) or lexicon.accusations.owns_up(claim.content_text)
    if claim.source.kind in BYSTANDERS or not lexicon.accusations.owns_up(claim.content_text):
        return False
    return _tells_of_it(claim.content_text, lexicon)


#: Cues with which somebody owns up to what he is proud of.
_BOASTS = ("boast", "brag", "gloat")


def _tells_of_it(content: str, lexicon: Lexicon) -> bool:
    last = content.casefold().strip(' ."”').rpartition(" ")[2]
    return last in _IT or names_an_event(content, lexicon) or lexicon.traces.of(content) is not None


#: What a content ends in that owns up to what was told before: "it was behind it", "the bomb was its own".
_IT = frozenset({
    "it", "this", "them", "him", "her", "own", "ours", "theirs", "work", "doing", "itself", "us", "men", "fighters",
})  # fmt: skip


def is_blamed(claim: Claim, blamed: frozenset[str]) -> bool:
    """Whether a claim's source is one of those of whose names these are the words, or the only band that is blamed."""
    words = _words_of(claim.source.resolved)
    return bool(words & blamed) or (_ONE_BAND in blamed and bool(words & _BANDS) and claim.source.kind not in _HELPERS)


def men_blamed(claim: Claim, blamed: frozenset[str]) -> bool:
    """Whether a denial is of a deed of the source's men, who are blamed for it: "denied that its guards had fired"."""
    found = OWN_DEED_THEN.match(claim.content_text) if claim.stance in DENYING else None
    return found is not None and (found["men"] or "").casefold() in blamed


#: Stands among the words of those blamed where they are one band with a name: "the group" is that one.
_ONE_BAND = "*"
_BANDS = frozenset({
    "band", "brigade", "faction", "front", "gang", "group", "group's", "insurgents", "militants", "militia", "movement",
    "organisation", "organization", "outfit", "rebels", "separatists",
})  # fmt: skip
#: Groups that carry out no attacks.
_HELPERS = frozenset({
    SourceKind.NGO, SourceKind.IGO, SourceKind.MONITOR, SourceKind.MEDICAL, SourceKind.COMPANY, SourceKind.MEDIA,
    SourceKind.AGENCY, SourceKind.EXPERT,
})  # fmt: skip


def blamed_on(reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """The words of the names of all whom a page says, or has somebody say, to have done something."""
    accused = [found.name for c in reading.claims if (found := accused_in(c, lexicon.accusations))]
    names = (*accused, *(p.name for m in reading.mentions for p in m.actors))
    bands = {folded(name) for name in names if _NAME.fullmatch(name) and folded(name) not in FORCES}
    return frozenset({_ONE_BAND} if len(bands) == 1 else ()).union(*map(_words_of, names))


_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:of |for |the )*[\w’'-]+)+")


def _words_of(name: str) -> frozenset[str]:
    return frozenset(
        w for w in folded(name).replace("’s", "").replace("'s", "").replace(",", " ").split() if len(w) > 3
    )


#: The nouns that a refusal to comment names as known: "on the ambush", "on Friday's air strike".
_THE_NOUN = re.compile(r"\b(?:the|this|that|these|those|\w+['’]s?) (?:[\w-]+ ){0,2}?([\w-]+)")


def names_an_event(content: str, lexicon: Lexicon) -> bool:
    """Whether a content names an event as one that is known: "of carrying out *the attack*"."""
    named = _THE_NOUN.findall(content.casefold())
    return any(lexicon.events.is_event(n) or lexicon.events.is_event(n.removesuffix("s")) for n in named)


def names_a_deed(content: str, lexicon: Lexicon) -> bool:
    """Whether what somebody will have nothing to do with is a deed: "from the killings", "from what had happened"."""
    return names_an_event(content, lexicon) or _A_DEED.search(content) is not None


_A_DEED = re.compile(
    r"\b(?:acts?|atrocit(?:y|ies)|bloodshed|blood|charges?|crimes?|deeds?|events|incidents?|it|responsibility|this|that"
    r"|violence|what (?:had )?happened|accusations?|allegations?|claims?|tragedy|(?:[a-z]+ing)s?)\W*$"
    r"|\b(?:acts?|atrocit(?:y|ies)|bloodshed|crimes?|deeds?|events|incidents?|violence|responsibility|tragedy)\b",
    re.I,
)


def accused_in(claim: Claim, accusations: Accusations) -> Accused | None:
    """Whom an accusation names: "blamed X for …", "accused X of …", "said X was behind it"; None: it is not said."""
    found = accusations.of(claim.cue_text, claim.content_text)
    if claim.stance is Stance.ACCUSE and _OF_LYING.search(claim.content_text):
        return None  # of what was said of it, not of what was done
    if _OF_A_TASK.search(claim.content_text):
        return None  # what it is there for
    accuses = claim.stance is Stance.ACCUSE or (
        found is not None and found.told and claim.stance in SAYING | {Stance.CONDEMN}
    )
    return found if accuses else None


SAYING = frozenset({Stance.ASSERT, Stance.CONFIRM})
#: A duty, not a deed: "is responsible for making shells", "for air defence", "for guarding the port".
_OF_A_TASK = re.compile(
    r"\bresponsible for (?:the )?(?:[\w-]+ )?(?:(?!kill|shoot|bomb|attack|murder|shell|strik|fir|plant|blow|launch|hit|"
    r"abduct|kidnap|carry|stag|mount|order|plann|sett|burn|start|throw|caus|wound|injur|set|tak|spread|spill)[a-z]+ing"
    r"|security|safety|training|research|production|development|defen[cs]e|protection|maintenance|supply|supplies|"
    r"care|logistics|investigations?)\b",
    re.I,
)
