"""Surroundings: what the words around a name say of it: a noun beside it, a state after it, a word that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind
from sourcebook.lexicon.placewords import PlaceLexicon
from sourcebook.records import BlockKind, Sentence, Span

#: Nouns of streets have so many letters if they are no short form ("St. Louis", "Dr. Ana Gil").
_SPELT_OUT = 4
#: Houses that have names, as news writes them.
_HOUSES = frozenset({"hotel", "restaurant", "café", "cafe", "bar", "club", "nightclub", "mall", "supermarket", "cinema",
                     "hostel", "guesthouse", "inn", "casino", "resort", "lodge", "clinic"})  # fmt: skip
#: Before a thing that a town has.
_ONE_OR_THE = frozenset({"the", "a", "an", "one"})
#: What stands right before a ship's name.
_VESSELS = frozenset({
    "ship", "tanker", "vessel", "freighter", "trawler", "frigate", "destroyer", "ferry", "yacht", "warship", "gunboat",
    "submarine", "barge", "liner", "steamer", "cutter", "corvette", "schooner", "launch", "tug", "bulker", "dhow",
    "m/v", "mv", "mt", "uss", "hms", "msc", "ins", "motor-vessel",
})  # fmt: skip
#: The street's noun and a word after it.
_MORE = 2
PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
#: US postal codes, read as states after "Town, ".
STATES = frozenset(
    {
        "AL",
        "AK",
        "AZ",
        "AR",
        "CA",
        "CO",
        "CT",
        "DE",
        "FL",
        "GA",
        "HI",
        "ID",
        "IL",
        "IN",
        "IA",
        "KS",
        "KY",
        "LA",
        "ME",
        "MD",
    }
    | {
        "MA",
        "MI",
        "MN",
        "MS",
        "MO",
        "MT",
        "NE",
        "NV",
        "NH",
        "NJ",
        "NM",
        "NY",
        "NC",
        "ND",
        "OH",
        "OK",
        "OR",
        "PA",
        "RI",
        "SC",
    }
    | {"SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC"}
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place as it stands in the text. ``first`` and ``last`` are tokens of ``sentence`` (-1: a dateline's).

    ``wanted``: the kind that a word beside it asks for. ``candidates`` may be empty. ``adjective``: "Syrian".
    """

    span: Span
    name: str
    sentence: int
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    rule: str
    wanted: str = ""
    adjective: bool = False


class Surroundings:
    """Questions about the tokens ``i`` to ``last`` of a sentence, answered from their neighbours."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: PlaceLexicon) -> None:
        self.text, self.gazetteer, self.words = text, gazetteer, words

    def named(self, span: Span) -> str:
        """A name as it is looked up: lines of wire copy end where they will."""
        return " ".join(span.of(self.text).split())

    def whole(self, span: Span) -> bool:
        """Whether no letter, digit or sign of an address stands right before or after."""
        before, after = self.text[max(0, span.start - 1) : span.start], self.text[span.end : span.end + 1]
        return not (before.isalnum() or after.isalnum() or after in ("_", "@") or before in ("@", "#", "_", "."))

    def object_of(self, s: Sentence, i: int) -> str:
        """The lemma of the verb whose object this token is, also as one of several ("Hama and Homs"); "" if none."""
        t = s.tokens[i]
        for _ in range(4):
            if t.dep != "conj":
                break
            t = s.tokens[t.head]
        return s.tokens[t.head].lemma if t.dep in ("dobj", "nsubjpass") else ""

    def run_end(self, s: Sentence, i: int) -> int:
        """The last token of the stretch of capitalised words from ``i`` on, small words inside names included."""
        last, j = i, i + 1
        while j < len(s.tokens):
            t = s.tokens[j]
            if t.text[:1].isupper():
                last = j
            elif t.text in ("'s", "’s"):
                if not (
                    j + 1 < len(s.tokens)
                    and s.tokens[j + 1].text[:1].isupper()
                    and s.tokens[j + 1].lower in self.words.endings
                ):
                    break
            elif t.lower not in self.words.inner and not self._tied(s, j):
                break
            j += 1
        return last

    @staticmethod
    def _tied(s: Sentence, j: int) -> bool:
        """Whether a small word hangs between hyphens: "Port-au-Prince", "Mazar-i-Sharif"."""
        before, after = s.tokens[j - 1], s.tokens[j + 1] if j + 1 < len(s.tokens) else None
        tied = before.text == "-" and before.end == s.tokens[j].start
        return tied and after is not None and after.text == "-" and after.start == s.tokens[j].end

    def is_tied(self, s: Sentence, j: int) -> bool:
        """Whether a hyphen stands here that ties a small word to the name before it."""
        hyphen = s.tokens[j].text == "-" and s.tokens[j].start == s.tokens[j - 1].end
        small = j + 1 < len(s.tokens) and s.tokens[j + 1].text.islower()
        return hyphen and small and self._tied(s, j + 1)

    def is_adjective(self, s: Sentence, i: int, last: int) -> bool:
        """Whether "Iraqi" stands before a noun; not "an Iraqi", "the French", "in Arabic"."""
        end = s.tokens[last]
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        if end.tag == "NNPS" or (after and after.lower in ("language", "speakers", "speaker", "speaking")):
            return False
        if (
            i >= 2
            and s.tokens[i - 1].text == "-"
            and s.tokens[i - 2].text[:1].isupper()
            and s.tokens[i - 1].start == s.tokens[i - 2].end
        ):
            return False  # African-American
        beside = ("amod", "compound", "nmod", "poss", "npadvmod")
        if after and after.text in ("-", "–", "/", "and", "or", ",") and last + 2 < len(s.tokens):
            return s.tokens[last + 2].pos in ("NOUN", "PROPN", "ADJ", "VERB") and end.dep in (*beside, "advmod", "conj")
        if end.dep in beside and end.head > last:
            return True
        return bool(after and after.pos in ("NOUN", "PROPN", "ADJ") and after.start - end.end == 1)

    def wanted(self, s: Sentence, i: int, last: int) -> str:
        """The kind of place that a noun beside the name asks for: "X province", "the town of X", "X and Y counties"."""
        feature = self.words.feature
        j = last + 1
        if j < len(s.tokens) and s.tokens[j].lower in feature and not self._tells(s, i, j):
            return feature[s.tokens[j].lower]
        if i >= 2 and s.tokens[i - 1].lower == "of" and s.tokens[i - 2].lower in feature:
            return feature[s.tokens[i - 2].lower]
        if i >= 1 and s.tokens[i - 1].lower in feature and s.tokens[i - 1].text.islower():
            return feature[s.tokens[i - 1].lower]
        while (
            j < len(s.tokens)
            and j < last + 25
            and (s.tokens[j].text[:1].isupper() or s.tokens[j].lower in (",", "and", "or"))
        ):
            j += 1
        listed = any(not t.text[:1].isupper() for t in s.tokens[last + 1 : j])
        if listed and j < len(s.tokens) and s.tokens[j].lower.endswith("s") and s.tokens[j].lower in feature:
            return feature[s.tokens[j].lower]
        return ""

    @staticmethod
    def _tells(s: Sentence, i: int, j: int) -> bool:
        """Whether "states" says what a body declares ("the Guardia Blanca states"), and not of which ones it speaks."""
        listed = i and s.tokens[i - 1].lower in (",", "and", "or")
        return s.tokens[j].pos == "VERB" or (s.tokens[j].lower == "states" and not listed)

    def counties(self, s: Sentence, last: int) -> bool:
        """Whether "counties" follows, after this name or the last of its list."""
        return any(t.lower == "counties" for t in s.tokens[last + 1 : last + 26])

    def goes_on(self, s: Sentence, last: int) -> bool:
        """Whether the next word belongs to the same name: "Tal Rifaat" is not Tal."""
        if last + 1 >= len(s.tokens):
            return False
        t, after = s.tokens[last], s.tokens[last + 1]
        if after.text == "-" and last + 2 < len(s.tokens) and after.start == t.end:
            return s.tokens[last + 2].text[:1].isupper() and s.tokens[last + 2].start == after.end
        if not (after.text[:1].isupper() and after.pos == "PROPN" and t.dep == "compound" and t.head == after.i):
            return False
        if after.ent not in ("", *PLACE_ENTS) or (after.ent and after.ent_begin):
            return False
        return (
            after.lower not in self.words.generic | self.words.endings | self.words.titles | self.words.feature.keys()
        )

    def goes_on_as_park(self, s: Sentence, last: int) -> bool:
        """Whether a noun in capitals follows that ends the name of a site: "Milford Park" is not Milford."""
        if last + 1 >= len(s.tokens) or s.tokens[last].text.isupper():
            return False
        t, after = s.tokens[last], s.tokens[last + 1]
        if not (after.text[:1].isupper() and not after.text.isupper() and after.start - t.end == 1):
            return False
        return after.lower in self.words.endings - self.words.feature.keys() | self.words.quarters

    def goes_on_as_street(self, s: Sentence, last: int) -> bool:
        """Whether a street's noun and more of a name follow: "Milford Road School" is not in Milford."""
        after = s.tokens[last + 1 : last + 3]
        if len(after) < _MORE or s.tokens[last].text.isupper():
            return False
        spelt_out = len(after[0].text) >= _SPELT_OUT and after[0].lower in self.words.streets
        return spelt_out and all(t.text.istitle() for t in after) and after[1].start == after[0].end + 1

    def names_a_house(self, s: Sentence, i: int, last: int) -> bool:
        """Whether a town's name begins that of a house: "the Milford View hotel", not "the Milford hotel"."""
        after = s.tokens[last + 1 : last + 3]
        if len(after) < _MORE or i == 0 or s.tokens[i - 1].lower != "the" or s.tokens[last].text.isupper():
            return False
        return after[0].text.istitle() and after[0].pos == "PROPN" and after[1].text in _HOUSES

    def names_a_ship(self, s: Sentence, i: int) -> bool:
        """Whether a name is that of a ship: "the tanker Odessa", "the ferry MV Lagos"; not "a ferry, Lagos said"."""
        return i > 0 and s.tokens[i - 1].lower in _VESSELS and s.tokens[i - 1].tag != "NNS"

    def located(self, s: Sentence, i: int) -> bool:
        """Whether "in" or its like stands before, or before the list of names that this one is in: "in X, Y and Z"."""
        if i and s.tokens[i - 1].lower in self.words.locative:
            return True
        if i >= 2 and s.tokens[i - 1].lower == "of" and s.tokens[i - 2].lower in self.words.parts:
            return True
        listed = i > 0 and s.tokens[i - 1].lower in (",", "and", "or")
        for j in range(i - 1, max(-1, i - 12), -1):
            t = s.tokens[j]
            if t.lower in self.words.locative and s.tokens[j + 1].text[:1].isupper():
                return listed
            if not (t.text[:1].isupper() or t.lower in (",", "and", "or")):
                break
        return False

    def in_its_area(self, s: Sentence, i: int, last: int) -> bool:
        """Whether something was in the area or the community that bears the name: "in the Tarn area"."""
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        if i < 2 or after is None or after.text not in ("area", "community") or s.tokens[i - 1].lower != "the":
            return False
        return s.tokens[i - 2].lower in self.words.locative and s.tokens[i].ent != "NORP"

    def belongs(self, s: Sentence, i: int, last: int) -> bool:
        """Whether what stands beside the name is a town's: "Iquique's council", "the grain terminal of Timaru"."""
        if last + 2 < len(s.tokens) and s.tokens[last + 1].text in ("'s", "’s"):
            return any(t.text.islower() and t.lower in self.words.owned for t in s.tokens[last + 2 : last + 4])
        if i < 3 or s.tokens[i - 1].lower != "of" or s.tokens[i - 2].text not in self.words.of_town:
            return False
        if last + 1 < len(s.tokens) and s.tokens[last + 1].text[:1].isupper():
            return False
        return any(t.lower in _ONE_OR_THE for t in s.tokens[max(0, i - 5) : i - 2])

    def is_a_saints_house(self, s: Sentence, i: int, last: int) -> bool:
        """Whether a house has the name from a saint, and the text names no such town: "the Santa Rita hospital"."""
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        if after is None or last == i or s.tokens[i].lower not in self.words.saints:
            return False
        if after.lower not in self.words.houses_of_saints:
            return False
        name = re.escape(s.span_of(i, last).of(self.text))
        return all(m[1].lower() in self.words.houses_of_saints for m in re.finditer(rf"{name}\W+(\w+)", self.text))

    def grieves(self, s: Sentence, i: int, last: int) -> bool:
        """Whether a headline opens with the name and has it mourn: "Korhogo bids farewell to its dead"."""
        if i or s.block is not BlockKind.HEADLINE or last + 1 >= len(s.tokens):
            return False
        verb = s.tokens[last + 1]
        return verb.lemma in self.words.grieves and verb.text.islower()

    def longer_name(self, s: Sentence, i: int, last: int) -> bool:
        """Whether the entity of these tokens goes on after them: "Fargo Police Department"."""
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        return bool(after and after.ent and not after.ent_begin and after.text[:1].isupper())

    def contained(self, s: Sentence, last: int) -> bool:
        """Whether ", Texas", ", Syria", ", N.H." follows; not in "Under Ana Gil, Syria has closed it"."""
        if last + 2 >= len(s.tokens) or s.tokens[last + 1].text != ",":
            return False
        start = last + 2
        if not s.tokens[start].text[:1].isupper() or self._acts(s, start, last):
            return False
        for end in range(min(self.run_end(s, start), start + 2), start - 1, -1):
            text = s.span_of(start, end).of(self.text)
            if text in STATES:
                return True
            for c in self.gazetteer.lookup(text)[:2]:
                if c.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and c.rank is not NameRank.ALTERNATE:
                    return len(text) > 2
        return False

    def _acts(self, s: Sentence, i: int, before: int) -> bool:
        """Whether a name behind a comma is the subject of the main clause that the words before only lead up to."""
        token = s.tokens[i]
        lead = s.tokens[before].head
        while lead < i and s.tokens[lead].pos not in ("VERB", "AUX") and s.tokens[lead].head != lead:
            lead = s.tokens[lead].head
        return token.dep == "nsubj" and token.head > i and s.tokens[token.head].pos in ("VERB", "AUX") and lead >= i


def entities(s: Sentence, label: str) -> Iterator[tuple[int, int]]:
    """First and last token of each entity of a label."""
    first: int | None = None
    for t in s.tokens:
        if first is not None and (t.ent != label or t.ent_begin):
            yield first, t.i - 1
            first = None
        if t.ent == label and first is None:
            first = t.i
    if first is not None:
        yield first, len(s.tokens) - 1


#: A title of an entry has so many words at most.
_TITLE = 8


def is_title(s: Sentence, last: int) -> bool:
    """Whether a sentence is a place, a comma and what is there: "Rivera, radio station." at the head of an entry."""
    rest = s.tokens[last + 1 :]
    if not 2 <= len(rest) <= _TITLE or rest[0].text not in (",", "-", "–", "—") or rest[-1].text not in (".", ":"):
        return False
    words = [t for t in rest if t.pos != "PUNCT"]
    plain = all(t.pos in ("NOUN", "ADJ", "DET", "ADP", "NUM") and not t.text[:1].isupper() for t in words)
    return plain and any(t.pos == "NOUN" for t in words)
