"""Accusations: how the words of an accusation name who is to have done it (``data/accusations.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.lexicon.rules import RuleFile, load_rules

#: The accused of more words than this is no name but half a sentence.
LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class AccusationRule:
    """Forms of one kind of accusation: X is the accused, * other words. ``cues``: beginnings of the cue's words.

    ``proper``: only a name, or a word for a state's forces, is accused so. ``within``: no accusation, but words of
    whose men or arms they were, within the name of the accused.
    """

    id: str
    forms: tuple[str, ...]
    example: str
    accused: str
    counter_example: str
    cues: tuple[str, ...] = ()
    alone: bool = False
    told: bool = False
    proper: bool = False
    within: bool = False
    name_only: bool = False


@dataclass(frozen=True, slots=True)
class Accused:
    """Who is accused. ``alone``: the words accuse of the event that is told, even where they do not name it.

    ``told``: they accuse whatever the verb of saying.
    """

    name: str
    alone: bool
    told: bool


class Accusations:
    """``accusations.of(cue, content)``: whom an accusation names, None if it does not say."""

    def __init__(self) -> None:
        self.file: RuleFile[AccusationRule] = load_rules("accusations", AccusationRule)
        said = [rule for rule in self.file if not rule.within]
        # a page's contents are matched with hundreds of forms: a word that a form cannot do without is looked for first
        self._forms = tuple(
            (rule, tuple((_anchor(form), re.compile(_pattern(form), re.I)) for form in rule.forms)) for rule in said
        )
        self._cached = lru_cache(maxsize=16384)(self._of)
        within = [form for rule in self.file if rule.within for form in rule.forms]
        self._within = re.compile(rf"(?:\S+ ){{0,4}}?(?i:{'|'.join(map(re.escape, within))}) (?P<who>{_PROPER}.*)")

    def owns_up(self, content: str) -> bool:
        """Whether a content, said by those it is about, owns up: "it was behind the raid", "the bomb was its own"."""
        text = _WHEN.sub("", " ".join(content.split()).removeprefix("that "))
        if _OURS.match(text):
            return True
        folded = text.casefold()
        for rule, forms in self._forms:
            for anchor, pattern in forms if rule.told and rule.id != "told" else ():
                if anchor in folded and (found := pattern.match(text)):
                    return _SELVES.fullmatch(found["who"].strip(" \"”“'’")) is not None
        return False

    def of(self, cue: str, content: str) -> Accused | None:
        """The name ends at the first comma: what follows describes it; and before what it is accused of."""
        return self._cached(cue, content)

    def _of(self, cue: str, content: str) -> Accused | None:
        words, text = cue.casefold().split(), _NO_DOUBT.sub("", " ".join(content.split()))
        folded = text.casefold()
        for rule, forms in self._forms:
            if rule.cues and not any(w.startswith(rule.cues) for w in words):
                continue
            if rule.cues and (whole := _WHOLE_NAME.fullmatch(text.split(",")[0].strip(' ."”'))):
                return Accused(whole.group(), True, rule.told)  # "accused the Sons of the Plain"
            if rule.name_only and rule.cues and (band := _BANDS.fullmatch(text.split(",")[0].strip(' ."”'))):
                return Accused(band.group(), rule.alone, rule.told)  # "accused the Savien gang"
            # "accused the League, a rebel group": nothing but a name, and who that is
            said = text.split(",")[0] if rule.name_only else text
            for found in (m for anchor, pattern in forms if anchor in folded and (m := pattern.match(said))):
                name = _END.split(found["who"].split(",")[0].split(" … ")[0], maxsplit=1)[0].strip(" .…\"”“'’")
                if _NOTHING.match(text[found.end("who") :]):
                    continue  # "the air force had carried out no sorties"
                if _SOMEBODY.fullmatch(name) and (named := _NAMED_BEHIND.match(text[found.start("who") + len(name) :])):
                    name = named["name"]  # "ordered by a businessman, Idris Haro"
                name = self.whose(_ITSELF.sub("", _GOES_ON.sub("", _WHEN.sub("", name))))
                if _DAY.fullmatch(name):
                    continue  # "blamed the League, with which it had clashed on Monday"
                if rule.proper and not _PROPER_OR_FORCE.match(name):
                    continue
                # "which they have accused it of", "accused the League of firing it"
                of_what_was_told = rule.alone or _OF_IT.search(text) is not None
                return Accused(name, of_what_was_told, rule.told) if _is_name(name) else None
        return None

    def whose(self, name: str) -> str:
        """The body whose men or arms are named: "the Red Mane" of "two fighters of the Red Mane"."""
        found = self._within.fullmatch(name) or _BY_ITS_DOER.fullmatch(name) or _SO_CALLED.fullmatch(name)
        return (found.groupdict().get("whose") or found["who"]) if found else name


_BAND = (
    r"(?:(?:the|an?|some) )?(?:[A-Z][\w’'-]* |[\w-]+-(?:backed|led|linked|aligned|allied|affiliated|controlled) "
    r"|rival |local |armed |government |state |pro-\w+ ){0,4}?"
    r"(?:army|bandits|brigades?|cartel|cell|faction|fighters|forces|gang|gangs|guerrillas|gunmen|insurgents|jihadists"
    r"|marines|mercenaries|militants|military|militia|militiamen|militias|navy|paramilitaries|police|rebels|separatists"
    r"|soldiers|terrorists|troops)"
)
#: Those who bear arms, and nothing more: "the Savien gang", "M23 rebels and the Rwandan army".
_BANDS = re.compile(rf"{_BAND}(?: and {_BAND})?")


def each_of(name: str) -> tuple[str, ...]:
    """The two whom an accusation names side by side: "M23 rebels" and "the Rwandan army"; else the one."""
    one, _, other = name.partition(" and ")
    two = other and _BANDS.fullmatch(one) and _BANDS.fullmatch(other) and " " in one
    return (one, other) if two else (name,)


#: Words by which those who speak name themselves, and theirs.
_SELVES = re.compile(
    r"(?:it|we|they|(?:its|our|their) (?:own )?(?:[\w-]+ )?[\w-]+)(?: itself| themselves| ourselves)?", re.I
)
#: "the bomb was its own", "Monday's raid was our work".
_OURS = re.compile(
    r"^\W*(?:that )?(?:it|(?:the|this|that|these|those|\w+['’]s) (?:\w+ )?(?:ambush|attacks?|bomb|bombing|bombs|drones?"
    r"|killings?|mine|missiles?|murder|raid|rockets?|shells?|shooting|strikes?)) (?:was|were|had been) "
    r"(?:its own|ours|theirs|(?:its|our|their) (?:work|doing)"
    r"|(?:the work of|carried out by|planted by|fired by|launched by) (?:its|our|their|us))\b",
    re.I,
)
#: What was done, or what it was done with, and by whom: "an air strike by the coalition", "shells fired by the army".
_BY_ITS_DOER = re.compile(
    r"(?:(?:an?|the|its|this|that) )?(?:[\w-]+ ){0,3}?(?:airstrikes?|ambush|assault|attacks?|bombs?|bombardment|bombing"
    r"|bullets?|drones?|fire|mines?|missiles?|mortars?|planes?|raids?|rockets?|rounds?|shell(?:s|ing)?|strikes?|warplanes?)"
    r"(?: (?:fired|launched|carried out|dropped|laid|planted|sent|staged))? by (?P<who>.+)",
    re.I,
)
#: The name behind a noun that says what it is: "a drug gang known as the Dunes", "men of the company Marlin".
_SO_CALLED = re.compile(
    r"(?:an? |the |some )?(?:[\w-]+ ){1,3}?(?:(?:belonging|loyal|answering) to|(?:hired|paid|sent|led|commanded) by"
    r"|in the pay of|from) (?P<whose>(?-i:(?:the )?[A-Z].*))|"
    r"(?:an? |the )?(?:[\w-]+ ){1,4}?(?:(?:better |also |otherwise |locally )?known as|called|named|dubbed"
    r"|(?:by|under) the name of|(?:of|from) the (?:company|firm|group|gang)) (?P<who>(?-i:(?:the )?[A-Z].*))",
    re.I,
)
#: A name as it is written, and the nouns for those of whom a state has one kind.
_PROPER = r"(?:the )?[A-Z]"
_PROPER_OR_FORCE = re.compile(
    rf"(?:{_PROPER}|(?:the |its |their |his |her )?(?:[\w’'-]+ )?(?:army|gendarmes|guards|marines|military|navy"
    r"|officers|paramilitaries|police|policemen|soldiers|troops)\b)"
)
#: What stands between a name and what it is accused of: "the League fully (responsible)", "the League of having (…)".
_GOES_ON = re.compile(
    r"(?: of having| (?:directly|entirely|fully|jointly|largely|partly|personally|solely|squarely|wholly))+$"
)
_ITSELF = re.compile(r" (?:itself|himself|herself|themselves)$")
#: The end of an accusation of what was told before.
_OF_IT = re.compile(r" (?:of|for)$| (?:of|for) (?:\w+ly )?(?:having )?\w+(?:ing|ed) (?:it|them|him|her|so|this)$")
#: A content that is a name and nothing more.
_WHOLE_NAME = re.compile(r"(?:the )?(?:[A-Z][\w-]+ )+(?:of|for) (?:the )?[A-Z][\w-]+(?<!['’]s)(?: [A-Z][\w-]+)*")
#: Words with which goes on what somebody is accused of.
_END = re.compile(
    r" (?:for|after|in connection with|following) | (?:(?:late |early )?on|late|early|last) \w+day\b", re.I
)


#: When it was said, which a content may open with.
_WHEN = re.compile(r"^(?:late |early )?on \w+day ", re.I)


_DAY = re.compile(r"(?:last |next )?\w+day(?: \w+)?", re.I)


#: Words for those whom the words do not name.
_NO_NAMES = frozenset({
    "each other", "one another", "nobody", "no one", "i", "he", "she", "we", "they", "it", "you", "who", "that", "this",
    "these", "those", "there",
})  # fmt: skip


_WORDS = {
    "*": ".{1,120}?",
    "X": "(?P<who>.+?)",
    "NAME": r"(?P<who>(?:the )?(?-i:[A-Z])[\w’'-]*(?:(?: (?:of|for|the|de|al))* (?-i:[A-Z])[\w’'-]*)*)",
    "DOING": r"(?:\w+ly )?(?!during)\w{2,}ing",
    "BE": "(?:was|were|is|are|had been|has been|have been)",
    "HAD": "(?:(?:had|has|have) (?:also )?)?",
    "DOERS": r"(?:the |those |these |his |her |all |most of the |some of the )*(?:\w+ )?(?:arsonists|assailants?"
    r"|assassins?|attackers?|bombers?|captors|culprits?|gunmen|gunman|hijackers|intruders|kidnappers?|killers?|murderers?"
    r"|perpetrators?|raiders|those responsible|those behind (?:it|them|the \w+))",
    "DEED": r"(?:the |this |these |that |his |her |their |\w+['’]s )(?:[\w-]+ )?(?:abduction|ambush|arson"
    r"|assassination|assault|attacks?|blast|bombings?|execution|explosion|fire|hijacking|kidnapping|killings?|massacre|murders?|raids?"
    r"|shelling|shootings?|strikes?)",
    "SIGNS": r"(?:[\w’' -]+ )?(?:clues?|evidence|everything|fingerprints?|findings?|indications?|information"
    r"|intelligence|inquiry|investigation|signs?|traces?|trails?|weapons)(?: [\w’' -]+)?",
    "FROM": r"(?:(?:had|has|have) )?(?:come|came|coming|fired|launched) from(?: the)?"
    r"(?: direction of| vicinity of)?(?: the)?",
    "AREAS": r"(?:[\w-]+ )?(?:areas?|bases?|camps?|lines|positions?|territory|villages?)",
    "HELD": r"(?:controlled by|held by|under the control of|in the hands of)",
    "LIES": "(?:lay|lies|lie|rests?|rested|fell|falls?|has fallen|had fallen)",
}


def _is_name(name: str) -> bool:
    short = 0 < len(name.split()) <= LONGEST_NAME
    return short and name.casefold() not in _NO_NAMES and not _SELVES.fullmatch(name) and not _NOBODY.search(name)


#: Somebody by what he is, and his name behind it.
_SOMEBODY = re.compile(r"(?:an?|the|its|his|her|their) [a-z-]+(?: [a-z-]+){0,3}")
_NAMED_BEHIND = re.compile(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)(?=[,.;]|$)")
#: How sure one is of it: "there is no doubt that the League is responsible".
_NO_DOUBT = re.compile(
    r"^\W*(?:that )?there (?:is|was|can be|could be) (?:no|little|not the slightest|not any) "
    r"(?:\w+ )?(?:doubt|question) (?:that )?",
    re.I,
)
#: What was done by none.
_NOTHING = re.compile(r"(?: (?:had|has|have))? \w+(?: out)? (?:no|nothing|none|neither)\b", re.I)
#: Who is none: "no air strike had been | carried out"; or a sentence of somebody's, "Don't hide. | You did it".
_NOBODY = re.compile(
    r"^(?:no|none|they|you|we|i|he|she|it|do|don['’]t|why|how|if|whether|where|whoever|not) "
    r"|\b(?:be|been|was|were|is|are|you|we|they)$|[.!?] ",
    re.I,
)


def _anchor(form: str) -> str:
    """The longest word of a form that stands in every text it fits, in lower case; "" where there is none."""
    words = [w.casefold() for w in form.split() if w not in _WORDS]
    return max(words, key=len, default="")


def _pattern(form: str) -> str:
    parts = [_WORDS.get(w) or re.escape(w) for w in form.split()]
    end = "$" if form.endswith(("X", "NAME")) else r"(?:\b.*)?$"
    return (r"^(?:that )?" + " ".join(parts) + end).replace(f"{_WORDS['HAD']} ", _WORDS["HAD"])
