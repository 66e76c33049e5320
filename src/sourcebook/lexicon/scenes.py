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

    @cached_property
    def _denied(self) -> re.Pattern[str]:
        words = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True))
        thing = rf"(?:[\w'’-]+ ){{0,2}}?(?P<WHICH>{words})\b"
        return re.compile(
            rf"(?:(?:was|were|is|had been|[,:;–—-]|and|but) |^\W*)not (?:(?<!was )(?:at|on|against) )?(?:an?|the|any) "
            rf"{thing.replace('WHICH', 'a')}(?! (?:when|where|while))"
            rf"|\bno {thing.replace('WHICH', 'b')} (?:had been|has been|was|were|is) "
            rf"(?:hit|struck|bombed|shelled|targeted|attacked)\b",
            re.I,
        )

    def denied(self, text: str) -> str | None:
        """The word for a scene that ``text`` says was not hit: "it was not a market but a depot"."""
        found = self._denied.search(text) if "no" in text else None
        return (found["a"] or found["b"]).casefold() if found else None

    def first(self, text: str) -> str | None:
        """The first word for a scene in ``text``, as it stands in lower case; None if there is none."""
        return next((w for w in re.findall(r"\w+", text.casefold()) if w in self._kinds), None)
