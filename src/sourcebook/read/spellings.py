"""Spellings: one name as papers write it: "Wad al-Noura" and "Wad Alnoura", "Tarou Plateau" and "Taru-Plato".

What no list has is spelled as each reporter hears it. Two such names are one where their letters are but for blanks and
hyphens, where their consonants are and most of their vowels, or where a long name differs in one letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.lexicon.placenames import key
from sourcebook.read.sketches import distance

#: So many letters have names of which one may differ; so many a name whose last vowels may.
LONG, SHORT = 7, 4
#: Of names with the same consonants one letter in so many may be another.
MOST_CHANGED = 3
#: So many consonants tell a name by themselves; a name of fewer must have the same vowels as well.
CONSONANTS = 4

#: Spellings of one sound, in the order in which they are made one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"tch|sch|sh|zh|cz", "c"),
        (r"kh|gh|ck|q|c(?=[aoukrl])|x", "k"),
        (r"dj|dz", "j"),
        (r"w", "v"),
        (r"z", "s"),
        (r"(?<=[^aeiou])h", ""),
        (r"[aeiouyh]+", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def joined(name: str) -> str:
    """A name without blanks, hyphens, marks and case: "Bon To" and "Bonto" are one."""
    return key(name).replace(" ", "")


@lru_cache(maxsize=65536)
def heard(name: str) -> str:
    """The consonants of a name as they sound, its first letter kept; "" of a name too short to be known by them."""
    letters = joined(name)
    out = letters[1:]
    for pattern, sound in _SOUNDS:
        out = pattern.sub(sound, out)
    return letters[:1] + out if letters and len(out) + 1 >= CONSONANTS else ""


#: Stands before the name of a village as it sounds, among other words.
SOUND = "~"


def sound_of(name: str) -> str:
    """A mark by which spellings of one name are found; two that are alike may still have two of them."""
    return SOUND + (heard(name) or joined(name))


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two names that no list has may be one, spelled in two ways."""
    one, other = joined(a), joined(b)
    if not one or not other:
        return False
    if one == other or (len(_without_end(one)) >= SHORT and _without_end(one) == _without_end(other)):
        return True
    if not one.isascii() or not other.isascii() or one[0] != other[0]:
        return False
    longer = max(len(one), len(other))
    if heard(a) and heard(a) == heard(b):
        return distance(one, other) <= longer // MOST_CHANGED
    return min(len(one), len(other)) >= LONG and distance(one, other) <= 1


def _without_end(letters: str) -> str:
    """A name without the vowels that it ends in: "Solhan" and "Solhane"."""
    return letters.rstrip("aeiouyh")
