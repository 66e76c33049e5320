"""Kinds: what sort of source a description stands for: "the director of the clinic", "Ali Demir, a farmer".

The parts of a description are read one by one: the phrase before the first comma, and each apposition. For a named
person the appositions say what he is; for a body whose name says nothing, its apposition does ("Clean Water Now, a
charity"). Somebody's director, spokesman or lawyer is of that body's kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.read.parties import resolve_party
from sourcebook.records import Party, SourceKind

#: Those who are of a body's kind, whatever they are called.
OF_A_BODY = frozenset({
    "head", "director", "chief", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "chairman",
    "chairwoman", "chair", "chairperson", "leader", "member", "commander", "boss", "manager", "deputy", "officer",
    "official", "representative", "president", "secretary", "secretary-general", "staff", "aide", "adviser",
    "advisor", "executive", "coordinator", "founder", "correspondent", "reporter", "editor", "press", "engineer",
    "employee", "volunteer", "delegate", "envoy", "ambassador", "worker", "statement", "communique", "communiqué",
})  # fmt: skip
#: Titles before a name, and the noun of ``data/sources.toml`` that each stands for.
_TITLES = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "cpl": "sergeant", "adm": "admiral", "brig": "brigadier", "sen": "senator", "gov": "governor",
    "prof": "professor", "supt": "superintendent", "insp": "inspector", "cmdr": "commander",
    "commissioner": "superintendent", "comr": "superintendent", "rep": "lawmaker", "del": "lawmaker",
    "attorney": "prosecutor", "congressman": "lawmaker", "msgr": "bishop",
}  # fmt: skip
#: Short forms of the ranks and posts of police in South Asia and Africa: "SP Ana Gil", "the SHO".
_POLICE_RANK = re.compile(
    r"\b(?:ACP|ADIG|AIG|ASI|ASP|CSP|DCP|DIG|DIGP|DPO|DSP|IGP|OC|OCPD|OCS|PPRO|SDPO|SHO|SP|SSP)\b(?= [A-Z][a-z])"
    r"|\b(?:DPO|DSP|IGP|OCPD|PPRO|SDPO|SHO|SSP)\b"
)
#: A city's police department by its letters, at the head of a description: "HPD spokesman Ana Gil", "the NOPD".
_DEPARTMENT = re.compile(r"(?:[Tt]he |[Aa]n? )?[A-Z]{1,4}PD\b(?! (?:union|trial))")
#: Commissioners of these govern, where no police is named: "the deputy commissioner of the district".
_GOVERNED = frozenset({"county", "district", "division", "divisional", "provincial", "regional"})
#: Ranks that are ranks only as a title or beside a force: "United captain Bruno Gaviota".
_RANKS = frozenset({"captain", "major", "general", "pilot"})
_FORCES = frozenset({"army", "military", "navy", "police", "force", "air", "guard", "brigade", "battalion", "marine"})
#: Bodies whose official is no state's official: "a railway official".
_EMPLOYERS = frozenset({
    SourceKind.COMPANY, SourceKind.MEDICAL, SourceKind.NGO, SourceKind.COURT, SourceKind.MEDIA, SourceKind.EXPERT,
})  # fmt: skip
_VAGUE = frozenset({SourceKind.UNKNOWN, SourceKind.PERSON})
#: Words that end the part of a description that holds its head.
_AFTER_HEAD = re.compile(
    r"\b(?:of|for|from|at|in|with|near|on|by|to|who|whom|that|which|whose|based|in charge|familiar|briefed|speaking)\b"
)
_OWNER = re.compile(r"^(.+?)(?:['’]s|s['’])\s+(.+)$")
_BELONGS = re.compile(r"\b(?:of|for|at|from|in|with)\s+(?:an?\s+)?(.+)$")
#: What a witness did, in a relative clause after a name: "who lives near the depot".
_SEEING = (
    r"who (?:lives|lived|saw|heard|witnessed|survived|was (?:there|nearby|inside|on board|passing|driving|in the)|"
    r"escaped|fled|had (?:been|spent|slept|stood)|works (?:near|at a|in a)|runs a|owns a|keeps a|sells|watched|helped|"
    r"ran|spent)\b"
)
_SAW = re.compile(rf"^{_SEEING}")
_SAW_SOMEWHERE = re.compile(rf"\b{_SEEING}")
#: What a relative's clause says: "whose husband was among the dead".
_KIN = re.compile(
    r"^(?:who (?:lost|buried) (?:his|her|their)|whose) (?:\w+ ){0,2}?(?:husband|wife|son|daughter|brother|sister|"
    r"mother|father|parents?|cousin|uncle|aunt|nephew|niece|child|children|grand\w+|family|fiancée?)\b"
)
#: What an expert does: "who studies border wars".
_STUDIES = re.compile(
    r"^who (?:has )?(?:stud(?:ies|ied)|research(?:es|ed)|teaches|taught|tracks|speciali[sz]es|analy[sz]es)\b"
)
_WORKS = re.compile(r"^who (?:works?|worked|serves|leads?|heads|runs|chairs|directs|speaks|represents?)\b")
#: Ranks that airlines, ports and ships have as well.
CIVIL_RANKS = frozenset({"pilot", "captain"})
_ARMS = re.compile(
    r"\b(?:army|military|navy|air force|force|fighter|bomber|helicopter|drone|combat|jet|police|guard|brigade|"
    r"battalion|marine|rebel|militia)s?\b",
    re.IGNORECASE,
)
#: Titles that the police has as well as an army.
SHARED_RANKS = re.compile(
    r"^(?:(?:the|an?|two|one) )?(?:sgt|sergeant|lt|lieutenant|capt|captain|cpl|corporal|commander|chief|officers?)\b",
    re.IGNORECASE,
)
#: Titles of those who run a firm.
_MANAGES = re.compile(r"\b(?:chief (?:executive|financial|operating)|CEO|shareholder|managing director)", re.IGNORECASE)
DOCTOR = re.compile(r"(?:Dr|Doctor|Doc)\b\.?")
_ARTICLE = re.compile(r"^(?:an?|the|one of|its|their|his|her|[A-Z][\w-]*['’]s)\s")
#: Those who are of an army or of a band, as the words beside them say.
COMMAND = re.compile(r"\b(?:[Cc]ommander|[Oo]fficer|[Ff]ighter)s?\b")
#: A part that is only an age, a place or a date.
_NO_DESCRIPTION = re.compile(r"^\W*(?:\d+|aged? \d+)\W*$")

#: Looks up a body by how the text calls it later ("the service", "its"), and says what kind it is.
Known = Callable[[str], Party | None]


def parts_of(description: str) -> tuple[str, list[str]]:
    """The phrase before the first comma, and the appositions and relative clauses after it."""
    pieces = [p.strip() for p in re.split(r",\s|\s[—–]\s|\s\(|\)", description)]
    pieces = [p for p in pieces if p and not _NO_DESCRIPTION.match(p)]
    if not pieces:
        return description, []
    core, first, clause = pieces[0], "", ""
    found = re.search(r"\swho\s", core)
    if found:
        core, clause = core[: found.start()], core[found.start() + 1 :]
    return core, [x for x in (first, clause, *pieces[1:]) if x]


def kind_of_person(description: str, lexicon: Lexicon, known: Known) -> Party | None:
    """What a named person is, by apposition, title or role before the name; None: the words do not say."""
    core, rest = parts_of(description)
    for part in rest:
        if part.startswith(("who ", "whose ")):
            kind = _by_clause(part, lexicon, known)
            if kind is not None:
                return Party(part, description, None, None, kind)
            continue
        party = kind_of_role(part, lexicon, known)
        if party is not None and party.kind is SourceKind.MILITARY and _OF_THE_POLICE.search(core):
            return replace(party, kind=SourceKind.POLICE)  # "the police chief of Tarn, Gen. NAME"
        if party is not None:
            return party
    found = kind_of_role(core, lexicon, known, named=True) or from_a_body(core, lexicon, known)
    if found is not None and found.kind is SourceKind.MILITARY and _OF_THE_POLICE.search(core):
        return replace(found, kind=SourceKind.POLICE)  # "Sgt. NAME of the sheriff's office"
    return found


#: Whose ranks are called like those of soldiers.
_OF_THE_POLICE = re.compile(
    r"\b(?:of|with|from|at) the (?:[\w.'’]+ ){0,3}?(?:sheriff|police|constabulary|highway patrol)"
    r"|\bpolice (?:spokes\w+|chief|commander|commissioner|director)\b",
    re.I,
)


def saw(description: str) -> bool:
    """Whether a description says that someone was there: "a trucker who had spent the night at the pass"."""
    return bool(_SAW_SOMEWHERE.search(description))


def kind_of_post(description: str) -> SourceKind | None:
    """The kind that a post has by itself: "SP Ana Gil", "the district commissioner", no policeman; a body of kin."""
    if _BODY_OF_PEOPLE.match(description):
        return SourceKind.NGO
    if _POLICE_RANK.search(description) or _DEPARTMENT.match(description):
        return SourceKind.POLICE
    said = set(re.findall(r"\w+", description.lower()))
    governs = "commissioner" in said and bool(said & _GOVERNED) and "police" not in said
    return SourceKind.GOVERNMENT if governs else None


#: Bodies of people for a cause, by the last word of their name: "the Alentejo Relief Society".
_CAUSE = re.compile(
    r"(?:[Tt]he )?(?!.*\b(?:Press|News|Media|Radio|Broadcasting|Television|TV|Credit)\b)"
    r"(?:[A-Z][\w’'-]*,? (?:and |of |for )?)+"
    r"(?:Association|Collective|Crescent|Cross|Federation|Foundation|Guild|Lawyers|Mothers|Network|Relief|Society"
    r"|Syndicate|Volunteers)(?= (?:of|for|in)\b|,|$)"
)


def kind_of_name(description: str) -> SourceKind | None:
    """The kind of a body that no list has, by what its name ends in."""
    return SourceKind.NGO if _CAUSE.match(description) else None


def in_arms(description: str) -> bool:
    """Whether the words beside a rank say that it is one of a force: "a fighter pilot", "an army captain"."""
    return bool(_ARMS.search(description))


def _by_clause(part: str, lexicon: Lexicon, known: Known) -> SourceKind | None:
    """What a relative clause says somebody is."""
    if _SAW.match(part):
        return SourceKind.WITNESS
    if _KIN.match(part):
        return SourceKind.RELATIVE
    if _STUDIES.match(part):
        return SourceKind.EXPERT
    works = _WORKS.match(part)
    if works is None:
        return None
    headed = re.split(r" (?:in|at|on|near) ", part[works.end() :].strip())[0]  # "who heads | the hospital | in Beja"
    found = _body(headed, lexicon, known) if headed[:4] in ("the ", "The ") else None
    belongs = _BELONGS.search(part)
    found = found or (_body(belongs.group(1), lexicon, known) if belongs else None)
    return found.kind if found is not None else None


def kind_of_owner(core: str, lexicon: Lexicon, known: Known) -> SourceKind:
    """The kind of the body whose man somebody is: "the Guard's quartermaster"; of a town or state it says nothing."""
    owner = _OWNER.match(core)
    found = _body(owner.group(1), lexicon, known) if owner else None
    return found.kind if found is not None and found.kind is not SourceKind.GOVERNMENT else SourceKind.UNKNOWN


def from_a_body(core: str, lexicon: Lexicon, known: Known) -> Party | None:
    """Where somebody is from: "NAME of the Conflict Monitor"; a town or a state says nothing."""
    belongs = re.search(r"\b(?:of|from|with|at) (the .+)$", core)
    return _body(belongs.group(1), lexicon, known) if belongs else None


def kind_of_role(part: str, lexicon: Lexicon, known: Known, named: bool = False) -> Party | None:
    """What "the director of the clinic", "army spokesman Col. NAME", "a farmer" says of somebody."""
    words = re.findall(r"[\w'’&-]+", part)
    low = [w.lower().removesuffix("'s").removesuffix("’s") for w in words]
    cut = _AFTER_HEAD.search(part.lower())
    heads: list[str] = re.findall(r"[\w-]+", part[: cut.start()] if cut and cut.start() else part)
    if "owner" in low[:4] or "co-owner" in low:
        return Party(part, part, None, None, SourceKind.COMPANY)
    owner = _OWNER.match(part)
    belongs = _BELONGS.search(part)
    role = next((h for h in reversed(heads) if {h.lower(), h.lower().removesuffix("s")} & OF_A_BODY), None)
    if role is not None:
        bodies = [owner.group(1) if owner else "", belongs.group(1) if belongs else ""]
        first = part.split(" ", 1)[0].lower()
        if first in ("its", "their"):
            bodies.insert(0, first)
        for body in bodies:
            found = _body(body, lexicon, known) if body else None
            if found is not None:
                return found
        at = heads.index(role)
        beside = lexicon.speakers.of(heads[at - 1].lower()) if at else None
        if beside is not None and beside.group and beside.kind in _EMPLOYERS:
            return Party(part, part, None, None, beside.kind)
        if beside is not None and beside.kind is SourceKind.WITNESS and role.lower() in ("leader", "leaders", "chief"):
            return Party(part, part, None, None, SourceKind.PERSON)  # "a student leader"
        if at and heads[at - 1][0].isupper():  # "Front spokesman NAME", of the Salt Road Front
            called = known("the " + heads[at - 1])
            if called is not None and called.kind not in _VAGUE:
                return called
    if _MANAGES.search(part):
        return Party(part, part, None, None, SourceKind.COMPANY)
    if "rights" in low and {"lawyer", "lawyers", "group", "groups", "activist", "activists"} & set(low):
        return Party(part, part, None, None, SourceKind.NGO)
    before = [h for h in heads if h.islower() or not named or heads.index(h) == 0 or h.lower() in _TITLES]
    phrase = COMMAND.sub("", part if not named else " ".join(before)).strip()
    party = resolve_party(phrase, lexicon) if phrase else None
    if party is not None and party.kind not in _VAGUE and not (set(low) & _RANKS and not set(low) & _FORCES):
        return party
    for h in reversed(heads):
        title = _TITLES.get(h.lower(), h.lower())
        rule = lexicon.speakers.of(title) or lexicon.speakers.of(title.removesuffix("s"))
        if rule is None or (named and h[0].isupper() and h.lower() not in _TITLES and title not in _COMMON_TITLES):
            continue
        if title in _RANKS and h.islower() and not set(low) & _FORCES:
            return Party(part, part, None, None, SourceKind.PERSON)
        if rule.kind is not SourceKind.UNKNOWN and not (rule.id in ("office", "post") and rule.kind in _VAGUE):
            return Party(part, part, None, None, rule.kind)
    return None


#: A body of people, and no people: "a committee of relatives", "the Association of Mothers of the Taken".
_BODY_OF_PEOPLE = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:alliance|assembly|association|collective|committee|confederation|coordinating council"
    r"|federation|league|network|organi[sz]ation|union) (?:of|for) (?:the )?(?:[\w’'-]+ ){0,2}?"
    r"(?:daughters|detainees|doctors|families|fathers|farmers|inmates|journalists|lawyers|miners|mothers|neighbou?rs"
    r"|parents|prisoners|relatives|residents|students|survivors|teachers|victims|villagers|widows|wives|women|workers)\b"
    r"|(?:[\w’'-]+ ){0,3}?committee (?:for|of|on) (?:the )?(?:defen[cs]e of |protection of )?(?:the )?"
    r"(?:human )?rights\b",
    re.I,
)

#: Titles that are written with a capital letter before a name.
_COMMON_TITLES = frozenset({
    "general", "colonel", "major", "captain", "lieutenant", "admiral", "sergeant", "brigadier", "commander",
    "president", "mayor", "governor", "minister", "senator", "superintendent", "inspector", "sheriff", "detective",
    "constable", "judge", "professor", "ambassador", "premier", "chancellor", "king", "prince", "bishop", "imam",
    "officer", "justice", "secretary", "deputy", "doctor", "pope",
})  # fmt: skip


def kind_of_body(description: str, lexicon: Lexicon) -> Party | None:
    """What the apposition of a named body says it is: "Clean Water Now, a charity based in Lisbon"."""
    core, rest = parts_of(description)
    for part in rest:
        if not _ARTICLE.match(part):
            continue
        cut = _AFTER_HEAD.search(part.lower())
        party = resolve_party(part[: cut.start()] if cut and cut.start() > 3 else part, lexicon)
        if party.kind not in _VAGUE:
            return party
        head = re.findall(r"[\w-]+", part[: cut.start()] if cut and cut.start() > 3 else part)[-1].lower()
        rule = lexicon.speakers.of(head)
        if rule is not None and rule.kind not in _VAGUE:
            return Party(core, core, None, None, rule.kind)
        if "rebel" in part or "armed" in part or "militant" in part:
            return Party(core, core, None, None, SourceKind.ARMED_GROUP)
    return None


def _body(text: str, lexicon: Lexicon, known: Known) -> Party | None:
    """The body that somebody speaks for, introduced before or told by its own words."""
    text = re.split(r",| who | that ", text)[0].strip()
    found = known(text)
    if found is not None and found.kind not in _VAGUE:
        return found
    party = resolve_party(text, lexicon)
    if party.kind not in _VAGUE:
        return party
    rule = lexicon.speakers.of(text.split(" ")[-1].lower())
    if rule is not None and rule.group and rule.kind not in _VAGUE:
        return Party(text, text, None, party.country, rule.kind)
    return None
