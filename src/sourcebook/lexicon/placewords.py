"""Words beside and inside the names of places, from ``data/place_words.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.lexicon.rules import RuleFile, load_rules


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A list of lower-case words that behave alike around the name of a place."""

    id: str
    explanation: str
    words: frozenset[str]


class PlaceLexicon:
    """The lists by name. ``feature`` maps a noun ("governorate") to the kind of place it asks for ("province")."""

    def __init__(self) -> None:
        self.rules: RuleFile[PlaceWords] = load_rules("place_words", PlaceWords)
        lists = {r.id: r.words for r in self.rules}
        self.generic = lists["generic"]
        self.hereafter = lists["hereafter"]
        self.civic = lists["civic"]
        self.owned = lists["owned"]
        self.of_town = lists["of-town"]
        self.endings = lists["endings"]
        self.quarters = lists["quarters"]
        self.openers = lists["openers"]
        self.streets = lists["streets"]
        self.titles = lists["titles"]
        self.locative = lists["locative"]
        self.inner = lists["inner"]
        self.risky = lists["risky"]
        self.stormed = lists["stormed"]
        self.struck = lists["struck"]
        self.grieves = lists["grieves"]
        self.saints = lists["saints"]
        self.houses_of_saints = lists["houses-of-saints"]
        self.parts = lists["parts"]
        self.settled, self.lands = lists["settled"], lists["lands"]
        self.dwellers, self.posts = lists["dwellers"], lists["posts"]
        self.befallen, self.beset, self.fought = lists["befallen"], lists["beset"], lists["fought"]
        self.of_village = lists["of-village"] | self.of_town | self.dwellers
        kinds = {id.removeprefix("feature-"): words for id, words in lists.items() if id.startswith("feature-")}
        self.feature = {w: kind for kind, words in kinds.items() for w in words}
