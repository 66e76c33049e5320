"""Selves: speakers who call themselves and theirs by name: "M23 fighters", said by the M23's spokesman, are its own."""

from __future__ import annotations

import re

from sourcebook.link.names import TITLES
from sourcebook.records import Source

#: Those through whom a body acts: "Houthi *fighters*", "the army's *guns*".
_MEN = frozenset({
    "activists", "aircraft", "airmen", "artillery", "batteries", "boats", "cadres", "combatants", "commandos", "drones",
    "employees", "fighters", "forces", "guards", "gunners", "guns", "helicopters", "jets", "marines", "members", "men",
    "militants", "militia", "militiamen", "missiles", "officers", "operatives", "patrols", "personnel", "pilots",
    "planes", "policemen", "rangers", "rebels", "security", "servicemen", "side", "snipers", "soldiers", "staff",
    "supporters", "tanks", "troops", "units", "vessels", "warplanes", "warships",
})  # fmt: skip
#: What a body is called without its name, by who speaks for one of that sort.
_BODIES = frozenset({
    "army", "brigade", "coalition", "company", "front", "gendarmerie", "government", "group", "guard", "junta",
    "league", "military", "militia", "movement", "navy", "organisation", "organization", "party", "police", "union",
})  # fmt: skip
_BETWEEN = frozenset({"the", "of", "air", "armed", "own", "security", "defence", "defense", "special", "ground"})
#: What stands before them: "that none of the …".
_LEAD = re.compile(r"\W*(?:that )?(?:(?:no|any|none of|any of|not one of) )?(?:the )?", re.I)
#: The verb behind them.
_VERB = re.compile(
    r"(?:had|has|have|was|were|is|are|did|does|do|never|would|could|bore|fired|flew|fought|hit|laid|left|made|set"
    r"|shot|stood|struck|took|threw|went|(?![A-Z])\w+ed)\b"
)
_WORD = re.compile(r"[\w-]+(?:[’'.]\w+)*[’']?")


def names_of(source: Source) -> frozenset[str]:
    """The words by which a source, or the body that it speaks for, may call itself."""
    words = [w.removesuffix("'s").removesuffix("’s").strip("’'.") for w in _WORD.findall(source.resolved)]
    proper = {w.casefold() for w in words if w[:1].isupper() and w.casefold() not in TITLES}
    bodies = {w.casefold() for w in words} & _BODIES
    proper |= {"forces"} & {w.casefold() for w in words}
    return frozenset({w for w in proper if len(w) > 2 and w not in _BETWEEN} | bodies)


def is_called(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of a source's names, or made of it: "Houthis", "Russian"."""
    said = word.casefold().removesuffix("'s").removesuffix("’s").strip("’'")
    if said in names or said.removesuffix("s") in names:
        return True
    return word[:1].isupper() and any(min(len(n), len(said)) > 3 and _of_one_stem(n, said) for n in names)


def opens_with_own(content: str, source: Source) -> bool:
    """Whether a content opens with a source's own: "Russian aircraft having bombed a school", "a Houthi attack"."""
    names = names_of(source)
    return any(is_called(w, names) for w in _WORD.findall(content)[:3])


def _of_one_stem(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


#: What makes a people of a country, and several of one.
_ENDINGS = frozenset({"n", "an", "ian", "i", "is", "ns", "ese", "s", "es"})


def in_own_words(content: str, source: Source) -> str:
    """A content whose subject is its source, or are its men, under their name, as the source itself would say it.

    "M23 fighters were not involved", said by the M23's spokesman, is "its fighters were not involved".
    """
    names = names_of(source)
    lead = _LEAD.match(content)
    if not names or lead is None:
        return content
    at, men, named = lead.end(), "", False
    while (found := _WORD.match(content, at)) is not None:
        word = found.group()
        if is_called(word, names):
            named = True
            men = word if word.casefold() in _MEN else ""
        elif word.casefold() in _MEN and named:
            men = word
        elif word.casefold() not in _BETWEEN or (not named and word.casefold() != "the"):
            break
        at = found.end()
        at += content[at : at + 1] == " "
    if not named or _VERB.match(content, at) is None:
        return content
    head = re.sub(r"the $", "", lead.group(), flags=re.I)
    none = re.search(r"\bno $", head, re.I)
    if none is not None:
        return f"{head[: none.start()]}none of its {men or 'men'} {content[at:]}"
    return f"{head}{f'its {men}' if men else 'it'} {content[at:]}"
