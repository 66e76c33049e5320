"""Speakers: nouns for those who can speak, with the kind of source each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.lexicon.rules import load_rules
from sourcebook.records import SourceKind


@dataclass(frozen=True, slots=True)
class SpeakerRule:
    """Head nouns of one kind of source.

    ``anonymous``: someone called so without a name is an anonymous source. ``group``: a body, spoken of as "it".
    """

    id: str
    kind: SourceKind
    nouns: tuple[str, ...]
    example: str
    counter_example: str
    anonymous: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class ProximityRule:
    """Phrases in a source that say how near it is. ``relay``: what follows is someone it has the news from."""

    id: str
    words: tuple[str, ...]
    example: str
    counter_example: str
    relay: bool = False


class Speakers:
    """Looks up the rule of a noun's lemma, and the phrases of proximity."""

    def __init__(self, rules: Iterable[SpeakerRule], proximity: Iterable[ProximityRule] = ()) -> None:
        self.proximity = tuple(proximity)
        self._by_noun: dict[str, SpeakerRule] = {}
        for rule in rules:
            for noun in rule.nouns:
                self._by_noun.setdefault(noun, rule)

    def of(self, lemma: str) -> SpeakerRule | None:
        """The rule of a noun, None if it is not known to speak."""
        found = self._by_noun.get(lemma)
        if found is None and lemma.endswith("s"):  # plurals that the lemma tables lack: "judges"
            found = self._by_noun.get(lemma[:-1])
        return found


def load_speakers() -> Speakers:
    """Read ``data/sources.toml`` and ``data/proximity.toml``."""
    return Speakers(load_rules("sources", SpeakerRule), load_rules("proximity", ProximityRule))
