"""Topics: what articles are about in which nobody is attacked, however much they speak of attacks."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.errors import Reason
from sourcebook.lexicon.rules import load_rules


@dataclass(frozen=True, slots=True)
class TopicRule:
    """One topic. ``data/topics.toml`` explains the keys."""

    id: str
    reason: Reason
    own: frozenset[str]
    shared: frozenset[str]
    example: str
    counter_example: str
    harmful: bool = False
    plots: bool = False


class Topics:
    """The topics, and the words that say that harm was done to people."""

    def __init__(self) -> None:
        """Load ``data/topics.toml``. Raises LexiconError if it is not valid."""
        rules = load_rules("topics", TopicRule).rules
        self.rules = tuple(r for r in rules if r.id not in _EVIDENCE)
        evidence = {r.id: r for r in rules if r.id in _EVIDENCE}
        #: Words of armed violence, and words of any harm to people. Neither is said of matches and markets as a rule.
        self.armed = evidence["armed-violence"].own
        self.harm = evidence["harm"].own | self.armed
        #: Armed violence beside storms, accidents and animals: there a bomb is a bomb.
        self.beside_harm = self.armed | evidence["charges"].own
        self.weights: dict[str, list[tuple[int, int]]] = {}
        for n, rule in enumerate(self.rules):
            for words, weight in ((rule.shared, 1), (rule.own, 2)):
                for word in sorted(words):
                    self.weights.setdefault(word, []).append((n, weight))


_EVIDENCE = frozenset({"armed-violence", "harm", "charges"})
