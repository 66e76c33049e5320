"""Tenses: words by which a weekday or month lies behind or ahead of the day of publication (``data/tenses.toml``)."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.rules import RuleFile, load_rules


@dataclass(frozen=True, slots=True)
class TenseWords:
    """A group of lemmas. ``value``, ``counter_value``: what the examples' dates come to on Wednesday 2023-02-22."""

    id: str
    explanation: str
    words: frozenset[str]
    example: str
    value: str
    counter_example: str
    counter_value: str


class Tenses:
    """The groups by name; what each is for stands in the file."""

    def __init__(self) -> None:
        self.rules: RuleFile[TenseWords] = load_rules("tenses", TenseWords)
        groups = {r.id: r.words for r in self.rules}
        self.helpers = groups["helpers"]
        self.senders = groups["senders"]
        self.planned = groups["planned"]
        self.planned_for = groups["planned-for"]
        self.dropped = groups["dropped"]
        self.prolongers = groups["prolongers"]
        self.announced = groups["announced"]
        self.timetabled = groups["timetabled"]
        self.speech = groups["speech"]
        self.under_way = groups["under-way"]
        self.scenes = groups["scenes"]
