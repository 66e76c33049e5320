"""Names: what the words for a source say of who speaks: its name, the body that it speaks for, the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

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


#: Somebody by his name, with what he does beside it: "radio anchor Ana Gil", "Ana Gil, a photographer".
_TRADE = r"(?:anchor|broadcaster|cameraman|columnist|editor|journalist|newsreader|photographer|presenter|reporter)"


_JOURNALIST = re.compile(
    rf"\b{_TRADE},? (?:[A-Z][\w’'-]+ ?){{2,}}|[A-Z][\w’'-]+, (?:an? |the )(?:[\w-]+ ){{0,3}}{_TRADE}\b"
)


def is_journalist(source: str) -> bool:
    """Whether it is a journalist under a name of his own, and no medium."""
    return _JOURNALIST.search(source) is not None


#: The name of a group that calls its members kin: "the Sons of the River", no sons of anybody.
_GROUP_OF = re.compile(r"(?:[Tt]he )?(?:Sons|Daughters|Brothers|Sisters|Mothers|Children|Friends) (?:of|for) ")


def is_group_of(source: str) -> bool:
    """Whether it is such a name of a group."""
    return _GROUP_OF.match(source) is not None


def proper_of(source: str) -> list[str]:
    """The longest run of capitalised words, titles left out, where there are two: a name."""
    runs: list[list[str]] = [[]]
    titled = -1
    words = source.replace(",", " , ").split()
    for n, word in enumerate(words):
        title = word.rstrip(".").casefold() in TITLES
        if runs[-1] and _FOR.match(" ".join(words[max(0, n - (word == "the")) : n + 3])):
            continue  # "Convention for the Rights of All"
        if word in _OF_WORDS and _OF_BODIES & set(runs[-1]) and words[n + 1 : n + 2] and words[n + 1][:1].isupper():
            continue  # "National Commission on Human Rights", "Committee for Peace and Development"
        if word[:1].isupper() and not title:
            runs[-1].append(word.casefold())
            continue
        runs.append([])
        titled = len(runs) - 1 if title else titled
    longest = max(runs, key=len)
    if titled >= 0 and len(runs[titled]) > 1:
        longest = runs[titled]  # "Rana County Commissioner Ana Gil": who stands behind the title
    return longest if len(longest) > 1 else []


#: Nouns of bodies whose names go on behind a small word, and those words.
_OF_BODIES = frozenset({
    "agency", "alliance", "association", "authority", "bureau", "centre", "center", "coalition", "commission",
    "committee", "council", "federation", "forum", "foundation", "front", "initiative", "institute", "league",
    "movement", "network", "observatory", "organisation", "organization", "society", "union",
})  # fmt: skip
_OF_WORDS = frozenset({"on", "and", "against"})
#: What links the words of a body's name: "Front for the Delta", "Doctors for Peace".
_FOR = re.compile(r"for (?:the )?[A-Z]")


def has_name(source: str) -> bool:
    """Whether a source's words hold a name of two words or more: "Ana Gil", "Bread for the South"."""
    words = TAIL.sub("", without_clauses(source)).replace(",", " ").split()
    return sum(w[:1].isupper() and w.rstrip(".").casefold() not in TITLES for w in words) > 1


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
    bare = _AGE.sub("", TAIL.sub("", without_clauses(source)))
    if prosecutors := _PROSECUTORS.fullmatch(bare):
        return folded(f"{prosecutors['where'] or ''} prosecutors")
    if fiscalia := _FISCALIA.fullmatch(bare):
        where = f"{fiscalia['of'] or ''}{fiscalia['in'] or ''}".replace("'s ", " ").replace("’s ", " ")
        return folded(f"{where} prosecutors")
    there = _OF_A_PLACE.match(bare)
    if there is not None:  # "the mayor of San Pedro", "San Pedro police": no source is the town
        behind = " ".join(proper_of(bare[there.end() :].lstrip(", "))) if there["end"] is None else ""
        return behind or folded(bare)
    return " ".join(proper_of(bare)) or _AUTHORITIES.sub(" government", folded(_APPOSED.sub("", bare)))


_PLACE_NAME = r"[A-Z][\w’'-]+(?: (?:de |del |la |el |al-)*[A-Z][\w’'-]+)+"
#: Who is told by a place of two words and what he is there: each has a mayor, a hospital and a police of its own.
_OF_A_PLACE = re.compile(
    r"(?:(?:[Tt]he |[Aa]n? |[Ss]ome )?(?:[\w’'-]+ ){0,3}?(?:administrator|archbishop|authorities|bishop|chief|clinic"
    r"|commissioner|coroner|councillor|doctors?|firefighters|governor|headman|hospital|inhabitants|lawmaker|mayor|medics"
    r"|morgue|officials?|police|prefect|priest|prosecutors?|residents?|senator|sheriff|villagers?) "
    rf"(?:of|in|from|near) {_PLACE_NAME}(?: (?:area|city|county|department|district|province|region|state|town))?"
    rf"|(?:[Tt]he )?{_PLACE_NAME} (?P<end>authorities|clinic|firefighters|hospital|morgue|police|prosecutors"
    r"|residents|villagers)$)"
)


#: How old somebody is, behind the name.
_AGE = re.compile(r"(?<=\w), \d{1,2}(?=,|$)")


#: "The county authorities" are the county's government.
_AUTHORITIES = re.compile(r"(?<=\w) authorities$")


#: One body under several names: "the state prosecutor's office", "state prosecutors".
_PROSECUTORS = re.compile(
    r"(?P<where>(?:(?:[Tt]he )?[\w’'-]+ ){0,4}?)(?:public )?"
    r"(?:[Pp]rosecutors?(?:['’]s?)? [Oo]ffice|[Pp]rosecution (?:[Ss]ervice|[Oo]ffice)|prosecutors)"
)
#: Prosecutors as Latin America has them: "the state attorney general's office", "the Fiscalía of Jalisco".
_FISCALIA = re.compile(
    r"(?:[Tt]he )?(?P<of>(?:(?!U\.?S)[\w’'-]+ ){0,3}?)(?:[Aa]ttorney[- ][Gg]eneral(?:['’]s?)? [Oo]ffice"
    r"|(?:[Ff]iscal[ií]a|[Pp]rocuradur[ií]a)(?: [Gg]eneral)?)"
    r"(?: (?:of|in|for|del?) (?:the )?(?:[Ss]tate of |[Ee]stado de )?(?P<in>[A-Z][\w’' -]+))?"
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
        or _BRANCH.match(source)
        or _PAGE.match(source)
        or _PAGE_OF.match(source)
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


#: Who acts for a body: "the Coast Union's head of mission, Ana Gil", "Ana Gil, the Union's executive director".
_OF_THE_BODY = re.compile(
    r"(?:(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'.-]+, )?"
    r"(?:[Tt]he )?(?P<body>[A-Z][\w&.-]*(?: (?:(?:of|for|on|and) )?[A-Z][\w&.-]*)*)['’]s (?:[\w-]+ ){0,3}?"
    r"(?:head of mission|coordinator|representative|(?:advocacy|country|deputy|emergency|executive|managing|programme"
    r"|program|regional|research) director|director[- ]general|secretary[- ]general|researcher"
    r"|spokes(?:man|woman|person))\b"
)


#: A part of a body in a town or a county: "the Warri branch of the Delta Union".
_BRANCH = re.compile(
    r"(?:an? |the |its )?(?:[\w’'-]+ ){0,3}?(?:branch|chapter|section) of (?:the )?(?P<body>[^,;]+)", re.I
)
_NETWORKS = r"(?:Facebook|Instagram|Telegram|Twitter|WhatsApp|X|YouTube)"
#: Where a body writes: "the Delta Union's Facebook page", "a Telegram channel of the Delta Union".
_PAGE = re.compile(
    rf"(?:an? |the )?(?P<body>[^,;]+?)['’]s? (?:official )?(?:{_NETWORKS} )?(?:page|channel|account|feed|website)$"
)
_PAGE_OF = re.compile(
    rf"(?:an?|the) (?:official )?(?:{_NETWORKS} )?(?:page|channel|account|feed|website|post) (?:of|run by|by) (?:the )?"
    r"(?P<body>[A-Z][^,;]+)"
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


NAME_BEHIND = re.compile(r", (?:[A-Z][\w'’.-]+ ?){2,4}$")


@lru_cache(maxsize=65536)
def without_clauses(source: str) -> str:
    """The name and apposition of a source: "a nurse, Ana Gil" of "a nurse, Ana Gil, who saw it"."""
    found = _CLAUSE.search(source)
    if not found or not found.start():
        return source
    name = NAME_BEHIND.search(source, found.end())  # "a trader reached by telephone, Omar Tijani"
    return source[: found.start()] + (name.group() if name and found["met"] else "")


def longest_names(sources: Iterable[str]) -> list[str]:
    """Sources by name, each body once, under its longest: not "the ministry" beside "the Health Ministry"."""
    named: dict[str, str] = {}
    for source in sources:
        named.setdefault(folded(without_clauses(source)), without_clauses(source))
    return [name for key, name in named.items() if not any(other.endswith(f" {key}") for other in named)]


@lru_cache(maxsize=65536)  # the names of an incident of hundreds of reports come again and again
def folded(text: str) -> str:
    """Lower case, one apostrophe, white space as one blank, no article in front: for comparing names as written."""
    words = text.casefold().replace("’", "'").split()
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
