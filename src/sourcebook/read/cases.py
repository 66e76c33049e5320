"""Case: gives wire copy that is written in capitals throughout the case that a parser expects.

"GUERRILLAS KILLED COLONEL ROSALES" → "Guerrillas killed Colonel Rosales". The text keeps its length, so that spans
stay true; nothing but the case of letters changes.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.placenames import PlaceKind

#: A text of this many letters is taken to be in capitals when this share of them is.
LEAST_LETTERS, SHARE = 15, 0.8

#: A place name of common words counts only from this population on: there is a town called "Police".
KNOWN_TOWN = 100_000

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]\.?)*")
_START = re.compile(r"(?:[.!?:]['\"”’)\]]*\s+['\"“‘(\[]*|\n\s*\n\W*|\]\s*['\"“]?|\)\s+--\s+['\"“]?|^\W*)$")
_ABBREVIATED = re.compile(r"\b(?:dr|mr|mrs|ms|gen|col|maj|capt|lt|sgt|st|no|jr|sr|[a-z])\.\s+$")
_BRACKETED = re.compile(r"\(([A-Z][A-Z0-9-]{1,9})\)")
_LINKS = frozenset({"de", "la", "del", "las", "los", "of", "the", "and", "y", "el", "for", "in", "al", "bin"})
#: Endings and beginnings of words that no dictionary lists and that are not names.
_WORDLIKE = ("ly", "ness", "ing", "ization", "isation", "ist", "ists", "izer", "izers", "ment", "tion", "tions")
_PREFIXED = ("anti", "counter", "non", "narco", "ultra", "mini", "para")
#: Acronyms that are words as well.
_WORDS_TOO = frozenset({"who", "am", "arena", "das", "uno"})
#: How many words back a name may begin whose initials stand in brackets after it.
_LONGEST_NAME = 8


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout."""
    letters = [*filter(str.isalpha, text)]
    return len(letters) >= LEAST_LETTERS and sum(map(str.isupper, letters)) >= SHARE * len(letters)


def restore_case(text: str, lexicon: Lexicon) -> str:
    """The text in small letters, with capitals for what begins a sentence or is, or is likely, a name."""
    words = list(_WORD.finditer(text))
    forms = [_small(w.group()) for w in words]
    acronyms = {a for m in _BRACKETED.finditer(text) if not _is_place([a := m.group(1).lower()], lexicon)}
    styles = _names(text, words, forms, acronyms, lexicon)
    out = [_small(c) for c in text]
    for n, word in enumerate(words):
        style = styles[n]
        if style == "upper":
            out[word.start() : word.end()] = text[word.start() : word.end()]
        elif style == "capital" or _begins(text, word.start()):
            out[word.start()] = text[word.start()]
            if forms[n].startswith(("mc", "o'")) and len(forms[n]) > 4:
                out[word.start() + 2] = text[word.start() + 2]
    return "".join(out)


def _small(text: str) -> str:
    """Lower case, letter by letter: a letter whose lower case is longer than itself stays."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    return bool(_START.search(before)) and not _ABBREVIATED.search(before.lower())


def _names(
    text: str, words: list[re.Match[str]], forms: list[str], acronyms: set[str], lexicon: Lexicon
) -> list[str | None]:
    cases = lexicon.cases
    styles: list[str | None] = [None] * len(words)
    for n, form in enumerate(forms):
        bare = form.split("'")[0].split("’")[0]
        if form in acronyms or bare in acronyms or (form in cases.acronyms and form not in _WORDS_TOO):
            styles[n] = "upper"
        elif bare in cases.names or (len(form) > 2 and _unknown(bare, lexicon)) or form == "i":
            styles[n] = "capital"
        elif form in cases.months:
            start, end = words[n].span()
            beside = text[max(0, start - 3) : start].strip()[-1:] + text[end : end + 3].strip()[:1]
            styles[n] = "capital" if any(c.isdigit() for c in beside) else None
    _places(text, words, forms, styles, lexicon)
    _bodies(text, words, forms, styles, cases.bodies)
    _bracketed(text, words, forms, styles)
    for n, form in enumerate(forms[:-2]):
        # "JUDGE HECTOR LARIOS": what stands between a title and a name belongs to the name
        if form in cases.titles and styles[n + 1] is None and styles[n + 2] == "capital" and forms[n + 1] not in _LINKS:
            three = _joined(text, words[n], words[n + 1]) and _joined(text, words[n + 1], words[n + 2])
            if three and not lexicon.events.is_a(forms[n + 1], "person"):
                styles[n + 1] = "capital"
    for n, form in enumerate(forms[:-1]):
        # "COLONEL ROSALES", "PRESIDENT OSCAR ARIAS"
        if form in cases.titles and styles[n + 1] == "capital" and _joined(text, words[n], words[n + 1]):
            styles[n] = "capital"
    _first_names(text, words, forms, styles, lexicon)
    return styles


def _unknown(form: str, lexicon: Lexicon) -> bool:
    if not form.isalpha() or form in lexicon.cases.common or lexicon.parser.known(form):
        return False
    return not form.endswith(_WORDLIKE) and not form.startswith(_PREFIXED)


def _joined(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    return text[a.end() : b.start()].strip(".") in ("", " ", "\n") or text[a.end() : b.start()].isspace()


def _places(
    text: str, words: list[re.Match[str]], forms: list[str], styles: list[str | None], lexicon: Lexicon
) -> None:
    """Capitals for the names of places: those of several words, states and their adjectives, large towns."""
    n = 0
    while n < len(words):
        for length in (4, 3, 2, 1):
            chunk = words[n : n + length]
            if len(chunk) < length or any(not _joined(text, a, b) for a, b in pairwise(chunk)):
                continue
            if length > 1 and (forms[n] in _LINKS - {"la", "el", "las", "los"} or forms[n + length - 1] in _LINKS):
                continue
            if _is_place(forms[n : n + length], lexicon):
                for k in range(n, n + length):
                    if styles[k] is None and (forms[k] not in _LINKS or k == n):
                        styles[k] = "capital"
                n += length - 1
                break
        n += 1


def _is_place(forms: list[str], lexicon: Lexicon) -> bool:
    if len(forms) == 1 and len(forms[0]) < 4:
        return False
    bare = [*forms[:-1], forms[-1].split("'")[0].split("’")[0]]
    name = " ".join(bare)
    gazetteer = lexicon.gazetteer
    if len(bare) == 1 and (gazetteer.adjective(name) or gazetteer.people(name)):
        return True
    found = gazetteer.lookup(name)
    if not found:
        return False
    if len(bare) > 1:
        # Two common words may name a hamlet somewhere ("la paz" may, "police station" may not).
        common = all(lexicon.parser.known(b) and b not in lexicon.cases.names for b in bare)
        large = (PlaceKind.COUNTRY, PlaceKind.PROVINCE)
        return not common or any(c.kind in large or c.population >= KNOWN_TOWN for c in found)
    word = bare[0]
    if lexicon.parser.lemma(word, "VERB") != word or word in lexicon.cases.common:
        return False
    if any(c.kind is PlaceKind.COUNTRY for c in found):
        return True
    if lexicon.events.is_a(word, "person", "armed", "ground") or lexicon.parser.lemma(word, "NOUN") != word:
        return False
    return any(c.population >= KNOWN_TOWN * 3 for c in found) and not _common_noun(word, lexicon)


def _common_noun(word: str, lexicon: Lexicon) -> bool:
    """A word of other classes than nouns as well ("reading", "nice") is more often that word than a town."""
    known = lexicon.parser.known
    return known(word + "s") or known(word + "ly") or known(word + "ing") or known(word + "ed")


def _bodies(
    text: str, words: list[re.Match[str]], forms: list[str], styles: list[str | None], bodies: frozenset[str]
) -> None:
    for n in range(len(forms)):
        for length in (4, 3, 2):
            if " ".join(forms[n : n + length]) in bodies:
                styles[n : n + length] = ["capital"] * length
                break


def _bracketed(text: str, words: list[re.Match[str]], forms: list[str], styles: list[str | None]) -> None:
    """ "NATIONAL WORKERS UNION (NWU)": the words before the bracket whose initials it holds are a name."""
    ends = {w.end(): n for n, w in enumerate(words)}
    for m in _BRACKETED.finditer(text):
        end = len(text[: m.start()].rstrip())
        last = ends.get(end)
        if last is None:
            continue
        initials = [c for c in m.group(1).lower() if c.isalpha()]
        n = last
        for n in range(last, max(-1, last - _LONGEST_NAME), -1):
            if initials and forms[n][0] == initials[-1]:
                initials.pop()
            elif forms[n] not in _LINKS and len(forms[n]) > 3 and n != last:
                pass
            if not initials:
                break
        if not initials or len(initials) <= len(m.group(1)) - 2:
            for k in range(n, last + 1):
                if forms[k] not in _LINKS:
                    styles[k] = "capital"


def _first_names(
    text: str, words: list[re.Match[str]], forms: list[str], styles: list[str | None], lexicon: Lexicon
) -> None:
    """ "JOSE ROSA CRUZ": a dictionary noun between two names, or between a name and a comma, is a name too."""
    for n in range(1, len(forms) - 1):
        if styles[n] is None and styles[n - 1] == styles[n + 1] == "capital" and forms[n] not in _LINKS:
            between = _joined(text, words[n - 1], words[n]) and _joined(text, words[n], words[n + 1])
            plain = lexicon.parser.lemma(forms[n], "VERB") != forms[n] or lexicon.parser.known(forms[n] + "s")
            if between and not plain:
                styles[n] = "capital"
