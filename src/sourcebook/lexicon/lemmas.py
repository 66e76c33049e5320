"""Lemmas from spaCy's own English tables, without running its lemmatizer.

spaCy's ``attribute_ruler`` + ``lemmatizer`` cost a third of the pipeline (``docs/choices.md``). The tables that
they use are a dictionary and a dozen suffix rules per class, which a cached function reads in no time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol

#: Penn Treebank tag → coarse class. Auxiliaries and modals are told apart by the dependency label later.
POS = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "WP$", "EX"), "PRON"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("DT", "PDT", "WDT"), "DET"),
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"), "PUNCT"),
    **dict.fromkeys(("$", "SYM", "#"), "SYM"),
    "MD": "AUX", "IN": "ADP", "CD": "NUM", "CC": "CCONJ", "RP": "ADP", "TO": "PART", "POS": "PART", "UH": "INTJ",
}  # fmt: skip


_UNKNOWN = {
    "noun": (("ies", "y"), ("s", "")),
    "verb": (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")),
}


class _Tables(Protocol):
    def get_table(self, name: str) -> Any: ...


class Lemmas:
    """``lemmas(form, pos)``: the lower-case dictionary form of an English word of a coarse class."""

    def __init__(self, lookups: _Tables) -> None:
        # spaCy's tables are keyed by hash: ask for the classes by name, never iterate over them.
        classes = ("noun", "verb", "adj", "adv")
        index, exceptions, rules = map(lookups.get_table, ("lemma_index", "lemma_exc", "lemma_rules"))
        self._index: dict[str, frozenset[str]] = {c: frozenset(index.get(c, ())) for c in classes}
        self._exceptions: dict[str, dict[str, list[str]]] = {c: exceptions.get(c, {}) for c in classes}
        self._rules: dict[str, list[tuple[str, str]]] = {c: rules.get(c, []) for c in classes}
        self.of = lru_cache(maxsize=65536)(self._of)

    def known(self, lower: str) -> bool:
        """Whether the tables have the word, in this form or as a form of another."""
        return any(
            lower in self._index[c] or lower in self._exceptions[c] or self._inflected(lower, c) for c in self._index
        )

    def _inflected(self, lower: str, key: str) -> bool:
        return any(lower.endswith(old) and lower[: len(lower) - len(old)] + new in self._index[key]
                   for old, new in self._rules[key])  # fmt: skip

    def _of(self, lower: str, pos: str) -> str:
        if lower == "n't":
            return "not"
        key = "verb" if pos == "AUX" else pos.lower()
        if key not in self._rules:
            return lower
        if lower in self._exceptions[key]:
            return self._exceptions[key][lower][0]
        if key != "verb" and lower in self._index[key]:
            return lower
        for old, new in self._rules[key]:
            if lower.endswith(old) and (form := lower[: len(lower) - len(old)] + new) in self._index[key]:
                return form
        for ending, new in _UNKNOWN.get(key, ()):  # words that the tables do not know: "airstrikes", "retweeted"
            if lower.endswith(ending) and len(lower) > len(ending) + 3 and not lower.endswith("ss"):
                return lower[: len(lower) - len(ending)] + new
        return lower
