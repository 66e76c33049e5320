"""Languages: whether a text is English, cautiously: only a text that is surely something else is left unread."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

#: Script of the letters → the language it is named by when nothing finer is known.
_SCRIPTS = {
    "ARABIC": "ar", "CYRILLIC": "ru", "HEBREW": "he", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko",
    "GREEK": "el", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy",
    "ETHIOPIC": "am", "MYANMAR": "my", "TAMIL": "ta", "KHMER": "km", "LAO": "lo", "SINHALA": "si",
}  # fmt: skip
_SAMPLE = 4000
_MIN_LETTERS = 40
_MIN_WORDS = 25  # in Latin letters: a few names are no language


def language_of(text: str, english: frozenset[str]) -> str:
    """The ISO 639-1 code of the language that ``text`` is in; ``en`` where it is short or in doubt.

    ``english`` are the commonest words of English: running text has one in about three words, other languages few.
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < _MIN_LETTERS:
        return _script(letters) if letters and not _latin_share(letters) else "en"
    if _latin_share(letters) < 0.5:
        code = _guess(sample)
        return code if code != "en" else _script(letters)
    words = re.findall(r"[a-z']+", sample.lower())
    share = sum(w in english for w in words) / max(1, len(words))
    if share >= 0.12 or len(words) < _MIN_WORDS:
        return "en"
    code = _guess(sample.lower())
    return code if share < 0.06 else "en"


def _latin_share(letters: list[str]) -> float:
    return sum(c < "\u0250" for c in letters) / len(letters)


def _script(letters: list[str]) -> str:
    names = Counter(unicodedata.name(c, "?").split()[0] for c in letters[:500])
    return _SCRIPTS.get(names.most_common(1)[0][0], "und")


def _guess(text: str) -> str:
    return str(_identifier().classify(text)[0])


@cache
def _identifier() -> Any:
    """The language model, loaded when a text is first in doubt: English news never needs it."""
    import py3langid

    return py3langid
