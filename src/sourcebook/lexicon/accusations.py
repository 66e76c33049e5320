"""Accusations: how the words of an accusation name who is to have done it (``data/accusations.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.lexicon.rules import RuleFile, load_rules

#: The accused of more words than this is no name but half a sentence.
LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class AccusationRule:
    """Forms of one kind of accusation: X is the accused, * other words. ``cues``: beginnings of the cue's words."""

    id: str
    forms: tuple[str, ...]
    example: str
    accused: str
    counter_example: str
    cues: tuple[str, ...] = ()
    alone: bool = False
    told: bool = False


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
        self._forms = tuple((rule, re.compile(_pattern(form), re.I)) for rule in self.file for form in rule.forms)

    def of(self, cue: str, content: str) -> Accused | None:
        """The name ends at the first comma: what follows describes it; and before what it is accused of."""
        words, text = cue.casefold().split(), " ".join(content.split())
        for rule, pattern in self._forms:
            if rule.cues and not any(w.startswith(rule.cues) for w in words):
                continue
            if found := pattern.match(text):
                name = _END.split(found["who"].split(",")[0], maxsplit=1)[0].strip(" .\"”“'’")
                named = name and name.casefold() not in _NO_NAMES and len(name.split()) <= LONGEST_NAME
                return Accused(name, rule.alone, rule.told) if named else None
        return None


#: Words with which goes on what somebody is accused of.
_END = re.compile(r" (?:for|after|in connection with|following) ", re.I)


#: Words for those whom the words do not name.
_NO_NAMES = frozenset({"i", "he", "she", "we", "they", "it", "you", "who", "that", "this", "these", "those", "there"})


def _pattern(form: str) -> str:
    parts = [".{2,60}?" if w == "*" else "(?P<who>.+?)" if w == "X" else re.escape(w) for w in form.split()]
    end = "$" if form.endswith("X") else r"(?:\b.*)?$"
    return r"^(?:that )?" + " ".join(parts) + end
