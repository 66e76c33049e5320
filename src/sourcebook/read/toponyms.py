"""Toponyms: which words of an article are names of places, before asking which places.

Evidence comes from the recogniser of names (GPE, LOC, FAC), from the gazetteer, and from the words around: "the town
of X", "X province", "in X", "X, Texas". A name is never taken out of a longer word, and a person's name or surname is
none. What is recognised without a candidate is kept, since the text may say what it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind
from sourcebook.records import BlockKind, Parsed, Rejected, Sentence, Span, Token

#: Names are looked up up to this many tokens long ("Federally Administered Tribal Areas", "Rio de Janeiro").
LONGEST = 6

PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})

#: Lower-case words inside names.
INNER = frozenset({"of", "de", "del", "la", "las", "los", "le", "les", "du", "da", "do", "dos", "das", "di", "al", "el", "the", "e",
                   "sur", "en", "upon", "on", "under", "am", "an", "der", "den", "ez", "az", "ad", "ash", "bin", "abu", "-", "'", "’"})  # fmt: skip

#: Nouns that say what sort of place the name beside them is. Value: the kind they ask for, or "" where any will do.
FEATURES: dict[str, str] = {
    **dict.fromkeys(("province", "governorate", "oblast", "state", "region", "provinces", "prefecture", "emirate", "republic"), "province"),
    **dict.fromkeys(("county", "parish", "district", "raion", "municipality", "borough", "agency", "subdistrict", "sub-district", "counties",
                     "neighborhood", "neighbourhood", "quarter", "suburb", "camp"), "district"),
    **dict.fromkeys(("city", "town", "village", "hamlet", "settlement", "port", "capital", "kibbutz", "moshav", "towns", "villages", "cities",
                     "township"), "city"),
    **dict.fromkeys(("airbase", "base", "airfield", "airport", "crossing", "checkpoint", "prison", "dam", "refinery", "outpost",
                     "oilfield", "mosque", "hospital", "bridge", "barracks", "square"), "site"),
    **dict.fromkeys(("river", "rivers"), "river"),
    **dict.fromkeys(("sea", "strait", "gulf", "ocean"), "sea"),
    **dict.fromkeys(("island", "islands", "peninsula", "valley", "mountains", "desert", "forest", "area"), ""),
}  # fmt: skip

#: Capitalised nouns that end the name of a site or natural feature: the whole run is the name.
ENDINGS = frozenset(
    """airport airfield airbase base bridge street avenue road boulevard highway lane drive square park plaza station river lake creek bay
    harbor harbour beach island islands mountain mountains mount hill hills valley canyon forest desert dam camp crossing port prison jail
    cemetery stadium mosque cathedral church temple market mall mill canal falls peninsula cape strait gulf sea ocean county parish
    township borough province governorate oblast district region peak reservoir pass plateau glacier reef""".split()
)  # fmt: skip

_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around", "across", "throughout", "toward", "towards", "via",
                       "over", "through", "inside", "off", "beyond", "between", "within", "northern", "southern", "eastern", "western", "central",
                       "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "downtown", "nearby",
                       "northwest", "northeast", "southwest", "southeast", "upper", "lower", "rural", "mainland", "neighboring", "neighbouring"})  # fmt: skip
_TITLES = frozenset("""mr mrs ms miss dr prof sir dame lord lady president minister gen general col colonel maj major capt captain lt sgt
    sen senator rep governor gov mayor judge justice king queen prince princess sheikh imam pope father sister brother officer detective
    spokesman spokeswoman spokesperson chief coach secretary ambassador rev reverend pastor saint commander chairman director chancellor
    cpl pvt pfc adm admiral attorney deputy representative congressman congresswoman ayatollah""".split())  # fmt: skip
#: Short forms that are places only in capitals, and only where the text has them so.
_SHORT = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.){2,4}")
_COUNTRY_SHORT = frozenset({"US", "U.S.", "UK", "U.K.", "UAE", "USA", "U.S.A.", "USSR", "DRC", "EU", "E.U.", "NYC", "D.C.", "DC", "L.A.", "B.C.",
                            "US.", "CAR", "NSW"})  # fmt: skip
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "upper", "lower"}
)
#: US postal codes, read as states after "Town, ".
STATES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT
    VA WA WV WI WY DC""".split()
)  # fmt: skip


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


def find_toponyms(parsed: Parsed, lexicon: Lexicon) -> tuple[list[Toponym], list[Rejected]]:
    """All names of places of an article, in page order, and those that were seen but are none."""
    finder = _Finder(parsed, lexicon.gazetteer)
    out: list[Toponym] = []
    rejected: list[Rejected] = []
    for n, sentence in enumerate(parsed.sentences):
        for t in finder.in_sentence(n, sentence):
            if isinstance(t, Rejected):
                rejected.append(t)
            else:
                out.append(t)
    out += finder.in_datelines()
    return sorted(out, key=lambda t: t.span), rejected


class _Finder:
    """Holds what is known of the whole article while its sentences are gone through."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.parsed, self.gazetteer, self.text = parsed, gazetteer, parsed.text
        self.people = self._surnames()

    def _surnames(self) -> frozenset[str]:
        """Words that the article has as part of a person's full name."""
        out: set[str] = set()
        for s in self.parsed.sentences:
            for first, last in entities(s, "PERSON"):
                words = [t.text for t in s.tokens[first : last + 1] if t.text[:1].isupper()]
                if len(words) >= 2:
                    out.update(words)
        return frozenset(out)

    def in_sentence(self, n: int, s: Sentence) -> Iterator[Toponym | Rejected]:
        """Names of one sentence, the longest first at each word."""
        i, size = 0, len(s.tokens)
        while i < size:
            t = s.tokens[i]
            if not (
                t.text[:1].isupper()
                or t.text[:3].lower() in ("al-", "el-")
                or (t.lower in ("al", "el") and self._joined(s, i))
            ):
                i += 1
                continue
            found = self._longest(n, s, i)
            if found is None:
                i += 1
                continue
            yield found
            i = found.last + 1 if isinstance(found, Toponym) else i + 1

    def _joined(self, s: Sentence, i: int) -> bool:
        """Whether token ``i`` is tied to the next by a hyphen."""
        return i + 2 < len(s.tokens) and s.tokens[i + 1].text == "-" and s.tokens[i + 1].start == s.tokens[i].end

    def _longest(self, n: int, s: Sentence, i: int) -> Toponym | Rejected | None:
        run = run_end(s, i)
        seen: Rejected | None = None
        for last in range(min(run, i + LONGEST - 1), i - 1, -1):
            span = s.span_of(i, last)
            if not self._whole_word(span) or s.tokens[last].lower in INNER and last > i:
                continue
            text = span.of(self.text)
            found = self._name(n, s, i, last, text)
            if isinstance(found, Toponym):
                return found
            seen = seen or found
        unknown = self._unknown(n, s, i, run)
        return unknown or seen

    def _whole_word(self, span: Span) -> bool:
        before, after = self.text[span.start - 1 : span.start], self.text[span.end : span.end + 1]
        return not (
            before.isalnum() or after.isalnum() or after == "_" or before in "@#_/" and before != "" and before != "/"
        )

    def _name(self, n: int, s: Sentence, i: int, last: int, text: str) -> Toponym | Rejected | None:
        """What the words from ``i`` to ``last`` are if the gazetteer has them."""
        token = s.tokens[i]
        span = s.span_of(i, last)
        if adjective := self.gazetteer.adjective(text):
            if self._is_adjective(s, i, last):
                return Toponym(span, text, n, i, last, adjective, "adjective", adjective=True)
            if not self.gazetteer.lookup(text):
                return None
        recased = token.text if i == last else text
        candidates = self.gazetteer.lookup(text)
        if not candidates:
            return None
        if i == last and (text.isupper() or "." in text) and len(text.replace(".", "")) <= 4 and recased.isupper():
            if text in _COUNTRY_SHORT:
                pass
            elif not self._state_after_town(s, i) and "." not in text:
                return None
        elif i == last and len(text) <= 2:
            return None
        if s.tokens[last].text in ("'s", "’s") and last > i:
            return None
        wanted = self._wanted(s, i, last)
        rule = self._evidence(s, i, last, text, candidates, wanted)
        if rule.startswith("not:"):
            return Rejected("places", span, Reason.NOT_A_PLACE, rule[4:])
        return Toponym(span, text, n, i, last, candidates, rule, wanted)

    def _state_after_town(self, s: Sentence, i: int) -> bool:
        return (
            i >= 2 and s.tokens[i - 1].text == "," and s.tokens[i - 2].text[:1].isupper() and s.tokens[i].text in STATES
        )

    def _is_adjective(self, s: Sentence, i: int, last: int) -> bool:
        """Whether "Iraqi" stands before a noun; not "an Iraqi", "the French", "in Arabic"."""
        end = s.tokens[last]
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        if end.tag == "NNPS" or (after and after.lower in ("language", "speakers", "speaker", "speaking")):
            return False
        if after and after.text in ("-", "–", "/", "and", "or", ",") and last + 2 < len(s.tokens):
            return s.tokens[last + 2].pos in ("NOUN", "PROPN", "ADJ", "VERB") and end.dep in (
                "amod",
                "compound",
                "nmod",
                "advmod",
                "npadvmod",
                "poss",
                "conj",
            )
        if end.dep in ("amod", "compound", "nmod", "poss", "npadvmod") and end.head >= last:
            return True
        return bool(after and after.pos in ("NOUN", "PROPN", "ADJ") and after.start - end.end == 1)

    def _wanted(self, s: Sentence, i: int, last: int) -> str:
        """The kind of place that a noun beside the name asks for."""
        after = s.tokens[last + 1].lower if last + 1 < len(s.tokens) else ""
        if after in FEATURES:
            return FEATURES[after]
        if i >= 2 and s.tokens[i - 1].lower == "of" and s.tokens[i - 2].lower in FEATURES:
            return FEATURES[s.tokens[i - 2].lower]
        if i >= 1 and s.tokens[i - 1].lower in FEATURES and s.tokens[i - 1].text.islower():
            return FEATURES[s.tokens[i - 1].lower]
        return ""

    def _evidence(
        self, s: Sentence, i: int, last: int, text: str, candidates: tuple[Candidate, ...], wanted: str
    ) -> str:
        """The rule by which the words are taken for a place, or "not:" and why they are not."""
        tokens = s.tokens[i : last + 1]
        ents = {t.ent for t in tokens}
        best = candidates[0]
        before = s.tokens[i - 1] if i else None
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        big = best.kind is not PlaceKind.CITY and best.kind is not PlaceKind.DISTRICT or best.population >= 500_000
        listed = best.rank is not NameRank.ALTERNATE
        if (
            before
            and before.lower.rstrip(".") in _TITLES
            and before.text[:1].isupper()
            and best.kind is not PlaceKind.COUNTRY
        ):
            return "not:title"
        if wanted and (listed or ents & PLACE_ENTS):
            return "feature-word"
        in_person = "PERSON" in ents
        person_run = in_person and (
            (before is not None and before.ent == "PERSON" and not tokens[0].ent_begin)
            or (after is not None and after.ent == "PERSON" and not after.ent_begin)
        )
        if person_run:
            return "not:part of a person's name"
        if after and after.text[:1].isupper() and after.ent == "PERSON" and after.ent_begin is False:
            return "not:part of a person's name"
        locative = before is not None and before.lower in _LOCATIVE
        contained = self._contained(s, last)
        if text in self.people and not contained and not (ents & PLACE_ENTS and locative):
            return "not:surname"
        if contained:
            return "container"
        if ents & PLACE_ENTS:
            return "ner"
        if in_person:
            if locative and (big or listed and best.population >= 5000):
                return "locative"
            return (
                "country-name"
                if best.kind is PlaceKind.COUNTRY and best.country not in ("JO", "TD", "GE", "IL")
                else "not:person"
            )
        if ents & {"ORG", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}:
            whole = not (before and before.ent and not tokens[0].ent_begin) and not (
                after and after.ent and not after.ent_begin
            )
            if whole and len(tokens) == 1 and not big and not locative:
                return "not:organisation"
            return "inside-name" if listed and (big or best.population >= 15_000 or locative) else "not:organisation"
        if big and listed and (i or len(tokens) > 1 or best.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)):
            return "well-known"
        if locative and listed and (best.population >= 1000 or best.kind is not PlaceKind.CITY):
            return "locative"
        if len(tokens) > 1 and listed and best.kind is not PlaceKind.DISTRICT:
            return "gazetteer"
        return "not:no sign of a place"

    def _contained(self, s: Sentence, last: int) -> bool:
        """Whether ", Texas", ", Syria", ", N.H." follows."""
        if last + 2 >= len(s.tokens) or s.tokens[last + 1].text != ",":
            return False
        start = last + 2
        if not s.tokens[start].text[:1].isupper():
            return False
        for end in range(min(run_end(s, start), start + 2), start - 1, -1):
            text = s.span_of(start, end).of(self.text)
            if text in STATES:
                return True
            for c in self.gazetteer.lookup(text)[:2]:
                if c.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and c.rank is not NameRank.ALTERNATE:
                    return len(text) > 2
        return False

    def _unknown(self, n: int, s: Sentence, i: int, run: int) -> Toponym | None:
        """A name that the gazetteer has not: the recogniser, an ending or a feature word says that it is a place."""
        if (
            i
            and s.tokens[i - 1].text[:1].isupper()
            and s.tokens[i - 1].ent == s.tokens[i].ent != ""
            and not s.tokens[i].ent_begin
        ):
            return None
        t = s.tokens[i]
        if t.ent in PLACE_ENTS and (t.ent_begin or not i or s.tokens[i - 1].ent != t.ent):
            last = i
            while last + 1 < len(s.tokens) and s.tokens[last + 1].ent == t.ent and not s.tokens[last + 1].ent_begin:
                last += 1
            while last > i and (s.tokens[last].lower in ("'s", "’s") or not s.tokens[last].text[:1].isalnum()):
                last -= 1
            span = s.span_of(i, last)
            text = span.of(self.text)
            if len(text) > 2 and self._whole_word(span) and text not in self.people:
                return Toponym(span, text, n, i, last, (), "ner-unknown", self._wanted(s, i, last))
        if run > i and s.tokens[run].lower in ENDINGS and s.tokens[run].text[:1].isupper():
            span = s.span_of(i, run)
            return Toponym(span, span.of(self.text), n, i, run, (), "ending", FEATURES.get(s.tokens[run].lower, "site"))
        wanted = self._wanted(s, i, run)
        if (
            wanted in ("city", "district")
            and t.ent not in ("ORG", "PERSON", "DATE", "CARDINAL", "NORP")
            or (
                wanted
                and i >= 2
                and s.tokens[i - 1].lower == "of"
                and s.tokens[i - 2].lower in FEATURES
                and t.pos == "PROPN"
                and i == run
            )
        ):
            if t.pos != "PROPN" or self.gazetteer.adjective(t.text) or i == 0:
                return None
            span = s.span_of(i, run)
            return Toponym(span, span.of(self.text), n, i, run, (), "feature-word-unknown", wanted)
        return None

    def in_datelines(self) -> list[Toponym]:
        """Names in dateline blocks that are not in a sentence: "BEIRUT/AMMAN", "RAMADI, Iraq"."""
        out: list[Toponym] = []
        sentences = self.parsed.sentences
        for block in self.parsed.article.blocks:
            if block.kind is not BlockKind.DATELINE or any(s.span.overlaps(block.span) for s in sentences):
                continue
            at = block.span.start
            for piece in re.finditer(
                r"[^,/()\[\]\-–—|;:\d]+(?:-[A-Z][^,/()\[\]\-–—|;:\d]+)*", block.span.of(self.text)
            ):
                words = piece[0].strip()
                start = at + piece.start() + len(piece[0]) - len(piece[0].lstrip())
                candidates = self.gazetteer.lookup(words) if words[:1].isupper() and len(words) > 2 else ()
                if candidates:
                    out.append(Toponym(Span(start, start + len(words)), words, -1, -1, -1, candidates, "dateline"))
        return out


def run_end(s: Sentence, i: int) -> int:
    """The last token of the stretch of capitalised words from ``i`` on, small words inside names included."""
    last, j = i, i + 1
    while j < len(s.tokens):
        t = s.tokens[j]
        if t.text[:1].isupper():
            last = j
        elif t.text in ("'s", "’s"):
            if not (j + 1 < len(s.tokens) and s.tokens[j + 1].lower in ENDINGS):
                break
        elif t.lower not in INNER:
            break
        j += 1
    return last


def entities(s: Sentence, label: str) -> Iterator[tuple[int, int]]:
    """First and last token of each entity of a label."""
    first: int | None = None
    for t in s.tokens:
        if first is not None and (t.ent != label or t.ent_begin):
            yield first, t.i - 1
            first = None
        if t.ent == label and (t.ent_begin or first is None):
            first = t.i if first is None or t.ent_begin else first
    if first is not None:
        yield first, len(s.tokens) - 1


def tokens_between(s: Sentence, a: int, b: int) -> tuple[Token, ...]:
    """The tokens after ``a`` and before ``b``."""
    return s.tokens[a + 1 : b]
