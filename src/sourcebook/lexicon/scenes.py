"""Scenes: words for what was hit, or where it was done (``data/scenes.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sourcebook.errors import LexiconError
from sourcebook.lexicon.rules import RuleFile, load_rules


@dataclass(frozen=True, slots=True)
class SceneRule:
    """The words of one kind of scene."""

    id: str
    words: tuple[str, ...]
    example: str
    counter_example: str


class Scenes:
    """``scenes.of(text)``: the kinds of scenes that a text names. Raises LexiconError if a word is of two kinds."""

    def __init__(self) -> None:
        self.file: RuleFile[SceneRule] = load_rules("scenes", SceneRule)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        kinds: dict[str, str] = {}
        for rule in self.file:
            for word in rule.words:
                if word in kinds:
                    raise LexiconError(
                        self.file.name, f"{word!r} is in {kinds[word]} and in {rule.id}", "keep it in one of them"
                    )
                kinds[word] = rule.id
        return kinds

    def of(self, text: str) -> frozenset[str]:
        """The kinds of the scenes whose words stand in ``text``."""
        return frozenset(kind for w in re.findall(r"\w+", text.casefold()) if (kind := self._kinds.get(w)))
