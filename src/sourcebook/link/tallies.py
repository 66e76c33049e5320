"""Tallies: who speaks in one account, by what name; whether it tells, and counts; what two numbers have in common.

All functions are on a list of accounts, whether of one page or of many, so that a page and a store count alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sourcebook.records import Account, Question, SourceKind, Stance, TollRange

#: Stances that tell of an event. The others deny it, refuse to speak of it, or speak of what is to come.
TELLING = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ACCUSE, Stance.ADMIT, Stance.CONDEMN, Stance.SUPPORT})
DENYING = frozenset({Stance.DENY, Stance.DISPUTE})

#: Kinds of sources that are other media: what they report is their lineage's.
MEDIA = frozenset({SourceKind.MEDIA, SourceKind.AGENCY})

_REPORTERS = MEDIA | {SourceKind.STATE_MEDIA, SourceKind.UNKNOWN}

#: What a medium is called where its name has been said: whose report is passed on, or one's own.
MEDIA_NOUNS = frozenset({
    "agency", "broadcaster", "channel", "local media", "media", "media reports", "news agency", "news reports",
    "newspaper", "newspapers", "outlet", "paper", "press", "press reports", "radio", "radio station", "state media",
    "state radio", "state television", "station", "television", "website", "this agency",
    "this magazine", "this newspaper", "this outlet", "this paper", "this station", "this website",
})  # fmt: skip

#: Kinds of sources that are many people under one name: "witnesses" of two reports are not the same ones.
UNNAMED_KINDS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})

#: Value of an occurrence account that tells that it did not happen.
NOT_HAPPENED = "did not happen"

#: Words before a name that come and go between reports.
TITLES = frozenset({
    "the", "a", "an", "mr", "mrs", "ms", "dr", "prof", "professor", "doctor", "sir", "col", "colonel", "gen", "general",
    "brig", "brigadier", "maj", "major", "lt", "lieutenant", "capt", "captain", "sgt", "sergeant", "adm", "admiral",
    "president", "minister", "governor", "mayor", "senator", "sheikh", "commander", "chief", "spokesman", "spokeswoman",
    "spokesperson", "judge", "police",
    # ranks and offices of the police and the districts of South Asia and Africa, forms of address
    "acp", "alhaji", "asp", "barr", "cabinet", "commissioner", "constable", "coroner", "cp", "dc", "deputy",
    "dig", "dpo", "dsp", "engr", "hajia", "hon", "igp", "inspector", "insp", "malam", "mallam", "maulana", "mla", "mp",
    "pastor", "ppro", "rev", "reverend", "secretary", "sardar", "sho", "sp", "ssp", "superintendent", "supt", "warden",
})  # fmt: skip

#: Sources that are things. They speak for whoever made them, so they count only where a report names nobody.
THINGS = frozenset({
    "correction", "data", "documents", "figures", "footage", "image", "images", "information",
    "leaflet", "letter", "message",
    "photos", "photographs", "pictures", "recording", "recordings", "records", "report", "reports", "statement",
    "video", "videos",
    # what only a misread sentence lets speak
    "bomb", "bombs", "bullet", "bulletin", "drone", "drones", "missile", "missiles", "mortar", "rocket", "rockets",
    "shell", "shells",
})  # fmt: skip

#: What a state's forces and the ministry over them are called. They are one source: one chain of command.
FORCES = frozenset({
    "air force", "armed forces", "army", "army command", "chiefs of staff", "defence forces", "defence ministry",
    "defense forces", "defense ministry", "general staff", "high command", "joint staff", "junta", "military",
    "military command", "military government", "military junta", "ministry of defence", "ministry of defense",
    "ministry of national defence", "ministry of national defense", "ministry of war", "national army",
    "national defence ministry", "national defense ministry", "navy", "ruling junta", "ruling military", "war ministry",
})  # fmt: skip

#: What the police are called where no force is named.
POLICE = frozenset({
    "carabineros", "cops", "deputies", "detectives", "gendarmes", "investigators", "officers", "police",
    "police officers", "policemen",
})  # fmt: skip

#: Words for a source that name nobody: a pronoun that leads nowhere, a crowd.
NOBODYS_NAMES = frozenset({
    "crowd", "crowds", "dozens", "he", "hundreds", "it", "many", "mourners", "people", "scores", "she", "some", "they",
    "thousands",
})  # fmt: skip

#: What a source is called whom the text does not name at all ("accused of …").
SOMEONE = "someone unnamed"

Key = tuple[str, ...]


def tells(account: Account) -> bool:
    """Whether the account says that the event took place, or something about it that presupposes it."""
    return account.stance in TELLING and account.value != NOT_HAPPENED


def is_author(account: Account) -> bool:
    """Whether the report itself speaks."""
    return account.claim is None


def is_report(account: Account) -> bool:
    """Whether a medium's report speaks in its own voice, no body in its own bulletin."""
    return is_author(account) and account.kind not in ISSUERS and not is_printed(account)


def is_printed(account: Account) -> bool:
    """Whether a report's own voice is that of a body whose statement the outlet prints."""
    return is_author(account) and account.kind not in ISSUERS and account.kind not in _REPORTERS


def source_key(account: Account) -> Key:
    """Who speaks, across reports: two accounts with one key come from one source.

    An entity is the same everywhere, and so is a source with a name; an anonymous one, one with "a" before it, and
    witnesses and relatives without a name are known only within their lineage; the report's own voice, or another
    medium that it quotes, is that of the lineage, but a body's own bulletin is the body's. A state's forces and its
    Defence Ministry are one source.
    """
    if is_author(account) and account.kind in ISSUERS:
        return ("named", folded(account.source))
    if is_printed(account):
        return ("forces", "") if name_of(account.source) in FORCES else ("named", name_of(account.source))
    if account.source == SOMEONE:
        return ("author", folded(account.lineage))
    if is_author(account):
        return ("author", folded(without_clauses(account.via[0]) if account.via else account.lineage))
    name = name_of(account.source)
    if self_called(account.source):
        return ("named", name)
    if is_called(account.source, folded(account.lineage)):
        # an aid group that issues bulletins speaks for itself when others quote it, a newspaper for whom it names
        return ("named" if account.kind in ISSUERS else "author", folded(account.lineage))
    if name in MEDIA_NOUNS or name in NOBODYS_NAMES:
        return ("author", folded(account.lineage))
    itself = spoken_for(account.source) is None and not is_journalist(account.source)
    if account.kind in MEDIA and itself:  # "the army's press service" is the army, a wounded reporter is himself
        return ("author", name)
    if (country := forces_of(account)) is not None:
        return ("forces", country)
    own = account.entity is not None and account.entity.startswith(f"{account.article}.")  # an id of this page alone
    named_behind = _NAME_BEHIND.search(without_clauses(account.source)) is not None
    if not is_group_of(account.source) and not named_behind and (account.anonymous or _is_unnamed(account)):
        return ("unnamed", account.lineage, folded(without_clauses(account.source)))
    if account.entity and not own:
        return ("entity", account.entity)
    if name in POLICE and account.kind in (SourceKind.POLICE, SourceKind.UNKNOWN):
        return THE_POLICE
    return ("named", name)


#: Somebody by his name, with what he does beside it: "radio anchor Ana Gil", "Ana Gil, a photographer".
_TRADE = r"(?:anchor|broadcaster|cameraman|columnist|editor|journalist|newsreader|photographer|presenter|reporter)"
_JOURNALIST = re.compile(
    rf"\b{_TRADE},? (?:[A-Z][\w’'-]+ ?){{2,}}|[A-Z][\w’'-]+, (?:an? |the )(?:[\w-]+ ){{0,3}}{_TRADE}\b"
)


def is_journalist(source: str) -> bool:
    """Whether it is a journalist under a name of his own, and no medium."""
    return _JOURNALIST.search(source) is not None


#: Kinds of bodies that report what they record themselves.
ISSUERS = frozenset({
    SourceKind.NGO, SourceKind.MONITOR, SourceKind.IGO, SourceKind.ARMED_GROUP, SourceKind.MEDICAL, SourceKind.MILITARY,
    SourceKind.POLICE,
})  # fmt: skip

THE_POLICE: Key = ("named", "police")

#: Names of a force or an office of police of its own.
POLICE_BODY = re.compile(
    r"(?:^|\w )(?:sheriff['’]?s (?:office|dep(?:artmen)?t\.?)|(?:police|constabulary|gendarmerie|state troopers"
    r"|highway patrol)(?<!^police)(?: (?:department|dept\.?|office|force|service|bureau|command|directorate))*)"
    r"(?: (?:in|of) [\w’' -]+)?$"
)


#: The name of a group that calls its members kin: "the Sons of the River", no sons of anybody.
_GROUP_OF = re.compile(r"(?:[Tt]he )?(?:Sons|Daughters|Brothers|Sisters|Mothers|Children|Friends) (?:of|for) ")


def is_group_of(source: str) -> bool:
    """Whether it is such a name of a group."""
    return _GROUP_OF.match(source) is not None


def _is_unnamed(account: Account) -> bool:
    if account.kind in UNNAMED_KINDS:
        return not proper_of(account.source)
    words = without_clauses(account.source).split()
    indefinite = words[:1] and words[0].casefold() in _INDEFINITE
    return bool(indefinite) and not proper_of(account.source) and spoken_for(account.source) is None


_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "other", "two", "three", "four", "five", "rival"}
)


def proper_of(source: str) -> list[str]:
    """The longest run of capitalised words, titles left out, where there are two: a name."""
    runs: list[list[str]] = [[]]
    titled = -1
    words = source.replace(",", " , ").split()
    for n, word in enumerate(words):
        title = word.rstrip(".").casefold() in TITLES
        if runs[-1] and _FOR.match(" ".join(words[max(0, n - (word == "the")) : n + 3])):
            continue  # "Convention for the Rights of All"
        if word[:1].isupper() and not title:
            runs[-1].append(word.casefold())
            continue
        runs.append([])
        titled = len(runs) - 1 if title else titled
    longest = max(runs, key=len)
    if titled >= 0 and len(runs[titled]) > 1:
        longest = runs[titled]  # "Rana County Commissioner Ana Gil": who stands behind the title
    return longest if len(longest) > 1 else []


#: What links the words of a body's name: "Front for the Delta", "Doctors for Peace".
_FOR = re.compile(r"for (?:the )?[A-Z]")


def has_name(source: str) -> bool:
    """Whether a source's words hold a name of two words or more: "Ana Gil", "Bread for the South"."""
    words = without_clauses(source).replace(",", " ").split()
    return sum(w[:1].isupper() and w.rstrip(".").casefold() not in TITLES for w in words) > 1


_FORCES_ENDINGS = tuple(FORCES)


def forces_of(account: Account) -> str | None:
    """The country whose forces or Defence Ministry speaks, "" if the text does not say; None: it is somebody else."""
    if account.anonymous or is_author(account):
        return None
    if account.entity and (found := _FORCES_ID.fullmatch(account.entity)):
        return found["country"]
    body = spoken_for(account.source) or TAIL.sub("", folded(without_clauses(account.source)))
    if not body.endswith(_FORCES_ENDINGS):
        return None
    for name in FORCES:
        if body == name:
            return ""
        owner = body.removesuffix(f" {name}")
        state = account.party if account.party and len(account.party) == 2 else None
        if owner != body and (owner.endswith(("'s", "’s")) or state) and account.kind is not SourceKind.ARMED_GROUP:
            return state or ""
    return None


def forces_named(id_: str, name: str) -> str | None:
    """The country of the forces that a party stands for, "" if its id and name do not say; None: somebody else."""
    if found := _FORCES_ID.fullmatch(id_):
        return found["country"]
    return "" if folded(name) in FORCES else None


_FORCES_ID = re.compile(r"q:(?P<country>[A-Z]{2})-(?:military|army|navy|air-force|armed-forces|defen[cs]e-ministry)")


@lru_cache(maxsize=65536)
def name_of(source: str) -> str:
    """The name in a source's description: "a clan elder, Abdi Farah" and "Col. Abdi Farah" are one.

    The body that a spokesman speaks for; else the longest run of capitalised words, titles left out; where there are
    not two, all of it.
    """
    if called := self_called(source):
        return folded(called)
    if body := spoken_for(source):
        return body
    bare = TAIL.sub("", without_clauses(source))
    if prosecutors := _PROSECUTORS.fullmatch(bare):
        return folded(f"{prosecutors['where'] or ''} prosecutors")
    return " ".join(proper_of(bare)) or _AUTHORITIES.sub(" government", folded(_APPOSED.sub("", bare)))


#: "The county authorities" are the county's government.
_AUTHORITIES = re.compile(r"(?<=\w) authorities$")
#: One body under several names: "the state prosecutor's office", "state prosecutors".
_PROSECUTORS = re.compile(
    r"(?P<where>(?:(?:[Tt]he )?[\w’'-]+ ){0,4}?)(?:public )?"
    r"(?:[Pp]rosecutors?(?:['’]s?)? [Oo]ffice|[Pp]rosecution (?:[Ss]ervice|[Oo]ffice)|prosecutors)"
)

#: What is said of a name behind it: "Banner of the Sahel, an armed group".
_APPOSED = re.compile(r"(?<=\w), (?:an?|the|one of) [a-z].*$", re.S)
_SELF_CALLED = re.compile(
    r"\b(?:(?:group|gang|faction|band|cell|militia|outfit|organi[sz]ation|movement) (?:named|called)"
    r"|(?:say|says|said|claim|claims|claimed) (?:they|it|he|she) (?:(?:belong|belongs|belonged) to|(?:are|were|is|was)"
    r" (?:(?:fighters|members|men) )?(?:of|from))"
    r"|call(?:s|ed|ing) (?:itself|themselves|himself|herself)|styl(?:es|ed|ing) (?:itself|himself)|known as"
    r"|g(?:ives|ave|iving) (?:its|his|her|their) name as|identif(?:ies|ied|ying) (?:itself|himself|herself) as) "
    r"(?:only as )?(?:the )?(?P<name>[A-Z][\w’'-]*(?: (?:of|for|the|and|in|[A-Z][\w’'-]*))*)"
)


@lru_cache(maxsize=65536)
def self_called(source: str) -> str | None:
    """The name that someone gives himself: "Quiet Rails" of "a group that calls itself Quiet Rails"."""
    found = _SELF_CALLED.search(source)
    return found["name"] if found else None


#: When something was said, or how, at the end of a source's words: "police on Thursday".
TAIL = re.compile(
    r" (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"| (?:in|on) (?:a|its|his|her|their) (?:statement|website|channel|message|recording|leaflet)$",
    re.I,
)


@lru_cache(maxsize=65536)
def spoken_for(source: str) -> str | None:
    """The body for which a spokesman speaks, by his description: "army" of "army spokesman Col. Amir Said"."""
    found = (
        _SPEAKS_FOR.match(source)
        or _SPOKEN_FOR.match(source)
        or _HEADS.match(source)
        or _APPOSED_SPOKESMAN.match(source)
        or _OF_THE_BODY.match(source)
    )
    if found is None and (ministry := _MINISTRY.match(source)) is not None:
        return f"{(ministry['of'] or ministry['over']).casefold()} ministry"
    if found is None and (minister := _MINISTER.match(source)) is not None:
        return f"{(minister['of'] or minister['over']).casefold()} ministry"
    body = folded(_DESK.sub("", without_clauses(found["body"] if found else source)))
    body = body.removesuffix("'s").removesuffix("’s") if found else body
    if found is None and body == folded(without_clauses(source)):
        return None
    return _PLURALS.get(body, body) if body and body not in _WHOSE else None


#: Who heads a ministry or is second in it, by his office: "Deputy Justice Minister Ana Gil", "the minister of health".
_MINISTRY = re.compile(
    r"(?:[Tt]he )?(?:Ministry|Secretariat) (?:of|for) (?:the )?(?:National )?"
    r"(?P<of>[A-Z]\w+(?: Security)?)(?! and)\b[^,]*$"
    r"|(?:[Tt]he )?(?P<over>[Pp]ublic [Ss]ecurity) (?:[Ss]ecretariat|[Mm]inistry)$"
)
_MINISTER = re.compile(
    r"(?!.*\b(?:[Ff]ormer|[Ee]x-|[Ff]ormerly|[Pp]rime|[Cc]hief|[Ff]irst|[Ss]hadow) ?)[^,]*?"
    r"(?:\b(?P<over>(?:[Pp]ublic [Ss]ecurity|[Dd]efen[cs]e|[Ff]oreign|[Hh]ealth|[Hh]ome|[Ii]nformation"
    r"|[Ii]nterior|[Jj]ustice|[Ss]ecurity"
    r"|[Tt]ransport|[Ee]nergy|[Oo]il|[Ee]ducation|[Aa]griculture))"
    r" (?:[Vv]ice-|[Dd]eputy )?(?:[Cc]abinet )?(?:[Mm]inister|[Ss]ecretary)\b"
    r"|\b[Mm]inister (?:of|for) (?:the )?(?P<of>\w+))"
)
_SPOKEN_FOR = re.compile(r"(?P<body>[^,;]+?) spokes(?:man|woman|person|people)\b", re.I)
_SPEAKS_FOR = re.compile(r"(?:an? |the )?spokes(?:man|woman|person) (?:for|of) (?P<body>[^,;]+)", re.I)
#: Who stands at the head of a body that is named: "Ana Gil, who runs the Coast Watch".
_HEADS = re.compile(
    r"[^,;]+?, (?:who (?:heads|leads|runs|directs|chairs|founded)"
    r"|(?:the )?(?:head|director|chair(?:man|woman)?|founder) of) "
    r"(?:the )?(?P<body>[A-Z][\w’'-]*(?: (?:of|for|and|the|in|[A-Z][\w’'-]*))*)"
)
#: "Ana Gil, a spokeswoman for the Coast Union".
_APPOSED_SPOKESMAN = re.compile(
    r"[A-Z][^,;]+?, (?:an? |the )?(?:\w+ )?spokes(?:man|woman|person) (?:for|of) (?P<body>[^,;]+)"
)
#: Who acts for a body abroad: "the Coast Union's head of mission, Ana Gil".
_OF_THE_BODY = re.compile(
    r"(?:[Tt]he )?(?P<body>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)['’]s (?:[\w-]+ ){0,3}?"
    r"(?:head of mission|coordinator|representative|country director|emergency director|researcher)\b"
)
#: "Rebel spokesman Ana Gil" speaks for the rebels.
_PLURALS = {
    "rebel": "rebels",
    "rebel group": "rebels",
    "guerrilla": "guerrillas",
    "insurgent": "insurgents",
    "separatist": "separatists",
}
#: A body's own voice: "the army's press service", "the governor's press office".
_DESK = re.compile(
    r"(?:['’]s?)? (?:press|media|public affairs|public information|information|communications) "
    r"(?:service|office|cent(?:re|er)|department|desk|unit|wing|team)$",
    re.I,
)
#: Words before "spokesman" that name no body.
_WHOSE = frozenset({"its", "his", "her", "their", "a", "an", "the", "another", "one", "chief", "official"})


#: Where the name of a source ends and a clause about it begins.
_CLAUSE = re.compile(
    r",? (?:who|which|whose|whom|where|that)\b|, (?:speaking|quoting|citing|asking|requesting)\b"
    r"|,? (?P<met>cited|consulted|contacted|interviewed|joined|met|obtained|questioned|quoted|reached|reviewed|seen"
    r"|viewed) "
    r"(?:by|via|on|over|at|in|there)\b"
)


_NAME_BEHIND = re.compile(r", (?:[A-Z][\w'’.-]+ ?){2,4}$")


@lru_cache(maxsize=65536)
def without_clauses(source: str) -> str:
    """The name and apposition of a source: "a nurse, Ana Gil" of "a nurse, Ana Gil, who saw it"."""
    found = _CLAUSE.search(source)
    if not found or not found.start():
        return source
    name = _NAME_BEHIND.search(source, found.end())  # "a trader reached by telephone, Omar Tijani"
    return source[: found.start()] + (name.group() if name and found["met"] else "")


def longest_names(sources: Iterable[str]) -> list[str]:
    """Sources by name, each body once, under its longest: not "the ministry" beside "the Health Ministry"."""
    named: dict[str, str] = {}
    for source in sources:
        named.setdefault(folded(without_clauses(source)), without_clauses(source))
    return [name for key, name in named.items() if not any(other.endswith(f" {key}") for other in named)]


@lru_cache(maxsize=65536)  # the names of an incident of hundreds of reports come again and again
def folded(text: str) -> str:
    """Lower case, white space as one blank, no article in front: for comparing names as written."""
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


@lru_cache(maxsize=65536)
def _called(source: str) -> str:
    return folded(without_clauses(source).replace(",", ""))


#: What a body calls its own medium: "Dawn Shield Media", "Free Harbour Radio".
_MEDIUM = re.compile(r" (?:media|news|radio|tv|channel|voice|press|online)$")


def is_called(source: str, name: str) -> bool:
    """Whether a source is a medium of this (folded) name, perhaps with a noun before: "the aid group Bread for All"."""
    called = _called(source)
    return called == name or (" " in name and called.endswith(f" {name}")) or _MEDIUM.sub("", name) == called


def hull(ranges: Iterable[TollRange | None]) -> TollRange | None:
    """Lowest low and highest high; None where no one gives a number. ``high`` is None where all are open upwards."""
    given = [r for r in ranges if r is not None]
    highs = [high for _, high in given if high is not None]
    if not given:
        return None
    return min(low for low, _ in given), max([*highs, *(low for low, _ in given)]) if highs else None


def total_of(accounts: Iterable[Account]) -> TollRange:
    """What one source gives as the number killed or injured: its own lowest low and highest high."""
    ranges = [(a.low, a.high) for a in accounts if a.low is not None]
    highs = [high for _, high in ranges]
    return min(low for low, _ in ranges), None if None in highs else max(h for h in highs if h is not None)


def is_number(account: Account) -> bool:
    """Whether an account counts: not "a minister and his driver", nor "passengers", which leave open who else."""
    if account.low is None or not tells(account):
        return False
    return account.high is not None or _COUNTED.search(account.value) is not None


_COUNTED = re.compile(
    r"\d|\b(?:least|more|over|dozens?|scores|hundreds|thousands|several|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b",
    re.I,
)


def disjoint(a: TollRange, b: TollRange) -> bool:
    """Whether no number fits both."""
    return (a[1] is not None and a[1] < b[0]) or (b[1] is not None and b[1] < a[0])


def told_finer(a: Account, others: Iterable[Account]) -> bool:
    """Whether it only says where ("Portugal") what another says more finely ("Évora, PT")."""
    if a.question is not Question.PLACE:
        return False
    ends = tuple(f", {end}" for end in (a.value, a.answer) if end)
    return any(b.question is Question.PLACE and b.value.endswith(ends) for b in others)
