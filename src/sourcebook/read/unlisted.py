"""Unlisted names: places that the gazetteer has not; the recogniser, an ending or a word beside says that they are.

What they lie in is asked later (``read/resolutions.py``); streets and corners are told apart from towns of their names.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.gazetteer import Gazetteer
from sourcebook.lexicon.placenames import NameRank, PlaceKind
from sourcebook.lexicon.placewords import PlaceLexicon
from sourcebook.read.settlements import end_of_settlement
from sourcebook.read.surroundings import PLACE_ENTS, Surroundings, Toponym
from sourcebook.read.unheard import DAYS, end_of_unheard, is_of_a_body, is_scene, speaks_of_violence
from sourcebook.records import UNHEARD, Parsed, Sentence

#: "and", another street's name, "streets".
_CORNER = 3
#: Rules by which a name that no list has is told to be a place, wherever else the article has it.
UNHEARD_AT = "unheard-at"  # ... "at X", which in English-speaking states is a shop's as well: "shot at Kroger"
_TOLD = frozenset({"feature-word-unknown", "ner-unknown-in", "of-a-state", "part-of", UNHEARD, UNHEARD_AT})
#: Those of them by which it lies near what the article is about, where the text does not say what it lies in.
TOLD = _TOLD - {"ner-unknown-in"}
#: Nouns whose "of" leads to a name of their own: "the town of Tarn"; "the district of John Abena" is a delegate's.
_SETTLED = frozenset({"city", "town", "village", "suburb", "port", "hamlet", "settlement"})
#: What the recogniser calls a name that is no place.
_NO_PLACE = frozenset({"PERSON", "DATE", "CARDINAL", "NORP"})
_OTHERS = frozenset({"PERSON", "ORG", "NORP"})
_ANYBODY = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART"})
#: A state or province that owns a name has so many words at most; and "in", it and "'s" stand before the name.
_OWNER, _OWNED = 3, 3
#: What a state has that is no village of it.
_BODIES = frozenset({
    "army", "assembly", "bank", "church", "club", "congress", "court", "hospital", "hotel", "ministry", "navy",
    "parliament", "school", "senate", "stadium", "university",
})  # fmt: skip
_STATES = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


class Unlisted:
    """Finds the names of an article that no list has. ``people``: words of the names of persons in it."""

    def __init__(self, parsed: Parsed, around: Surroundings, people: frozenset[str], lexicon: Lexicon) -> None:
        self.text, self.around, self.people = parsed.text, around, people
        self.violent = any(speaks_of_violence(s, lexicon) for s in parsed.sentences)
        self.lexicon = lexicon
        self.gazetteer: Gazetteer = around.gazetteer
        self.words: PlaceLexicon = around.words

    def street(self, n: int, s: Sentence, i: int, run: int) -> Toponym | None:
        """A street: "Rivers Avenue" is no sign of a place called Rivers, nor is "the 700 block of South Rivers"."""
        if self._is_block_or_corner(s, i, run):
            span = s.span_of(i, run)
            return (
                Toponym(span, span.of(self.text), n, i, run, (), "street", "site") if self.around.whole(span) else None
            )
        for last in range(i + 1, min(run, i + 5) + 1):
            t = s.tokens[last]
            if t.lower.rstrip(".") in self.words.streets and t.text[:1].isupper() and s.tokens[i].lower != "the":
                if last < run and s.tokens[last + 1].text[:1].isupper() and s.tokens[last + 1].start == t.end + 1:
                    return None  # Wall Street Journal
                if t.lower.rstrip(".") == "st" and last < run:
                    return None  # St. Louis
                span = s.span_of(i, last)
                text = self.around.named(span)
                if not self.around.whole(span) or any(
                    c.kind is not PlaceKind.CITY for c in self.gazetteer.lookup(text)[:1]
                ):
                    return None
                return Toponym(span, text, n, i, last, (), "street", "site")
        return None

    def _is_block_or_corner(self, s: Sentence, i: int, run: int) -> bool:
        """Whether a name stands where only a street can: "block of South Rivers", "Rivers and 16th avenues"."""
        before = [t.lower for t in s.tokens[max(0, i - 2) : i]]
        if before == ["block", "of"] or before == ["corner", "of"]:
            return all(t.lower not in self.words.streets for t in s.tokens[i : run + 1])
        after = s.tokens[run + 1 : run + 4]
        return (
            len(after) == _CORNER
            and after[0].lower == "and"
            and (after[1].text[:1].isupper() or after[1].text[:1].isdigit())
            and after[2].lower in self.words.streets
            and after[2].text.endswith("s")
        )

    def told(self, n: int, s: Sentence, i: int, run: int) -> Toponym | None:
        """A village's name, told by the noun, the people or the event beside it, whatever is listed of its words."""
        last = end_of_settlement(s, i, run, self.around, self.lexicon, self.people) if self.violent else None
        return None if last is None else self._made(n, s, i, last, UNHEARD, "city")

    def name(self, n: int, s: Sentence, i: int, run: int) -> Toponym | None:
        """A name that the gazetteer has not: the recogniser, a word beside it or its place in the sentence tells it."""
        if self.around.names_a_ship(s, i):
            return None
        found = self._known_as_place(n, s, i, run)
        if found is not None and found.rule not in ("ner-unknown-in", "ner-unknown"):
            return found
        last = end_of_unheard(
            s, i, run if found is None else found.last, self.around, self.lexicon, self.people, self.violent
        )
        if last is None:
            return found
        someone = s.tokens[i - 1].lower == "at" and s.tokens[i].ent in _ANYBODY
        return self._made(n, s, i, last, UNHEARD_AT if someone else UNHEARD, "city")

    def _known_as_place(self, n: int, s: Sentence, i: int, run: int) -> Toponym | None:
        w, t = self.words, s.tokens[i]
        if t.pos in ("ADP", "DET", "PRON", "SCONJ", "CCONJ", "ADV"):
            return None  # "In Klamath Falls" at the beginning of a sentence
        if i and s.tokens[i - 1].text[:1].isupper() and s.tokens[i - 1].ent == t.ent != "" and not t.ent_begin:
            return None
        if run > i and s.tokens[run].lower in w.endings and s.tokens[run].text[:1].isupper() and t.ent != "PERSON":
            return self._made(n, s, i, run, "ending", w.feature.get(s.tokens[run].lower, "site"))
        opens = t.lower in w.openers and run > i
        if t.ent in PLACE_ENTS and (opens or t.lower not in w.generic) and t.lower.rstrip(".") not in w.titles:
            last = i
            while last + 1 < len(s.tokens) and s.tokens[last + 1].ent == t.ent and not s.tokens[last + 1].ent_begin:
                last += 1
            while last < run and self.around.goes_on(s, last):
                last += 1
            while last > i and (s.tokens[last].lower in ("'s", "’s") or not s.tokens[last].text[:1].isalnum()):
                last -= 1
            led = i > 0 and s.tokens[i - 1].lower in w.locative
            settled = i >= 2 and s.tokens[i - 1].lower == "of" and s.tokens[i - 2].lower in _SETTLED
            rule = "feature-word-unknown" if settled else "ner-unknown-in" if led else "ner-unknown"
            found = self._made(n, s, i, last, rule, self.around.wanted(s, i, last))
            return found if found and len(found.name) > 2 and found.name not in self.people else None
        while run > i and s.tokens[run].text in DAYS:  # "the town of Tarn on Monday"
            run -= 2 if s.tokens[run - 1].lower in w.inner and run - 1 > i else 1
        wanted = self.around.wanted(s, i, run)
        led = i >= 2 and s.tokens[i - 1].lower == "of" and s.tokens[i - 2].lower in w.feature.keys() | w.parts
        if t.pos == "PROPN" and self.is_done_there(s, i):
            body = any(k.lower in _BODIES for k in s.tokens[i : run + 1]) or is_of_a_body(s, run, w.generic)
            named = run - i < _OWNER and not body  # "Nigeria's Senate", "Mexico's Club Azul"
            return self._made(n, s, i, run, UNHEARD, "city") if named else None
        if self.state_over(s, i) is not None and t.pos == "PROPN" and t.ent not in _OTHERS:
            return self._made(n, s, i, i, "of-a-state", wanted) if not self.around.goes_on(s, i) else None
        named = wanted in ("city", "district") or (led and i == run)
        if not named or t.pos != "PROPN" or i == 0 or self.gazetteer.adjective(t.text):
            return None
        # what follows "the town of" is one, whatever the recogniser takes an unheard-of name for
        sure = led and run == i and s.tokens[i - 2].lower in _SETTLED | w.parts
        if t.ent in _NO_PLACE and not sure:
            return None
        if (t.ent == "ORG" and not led) or t.lower in w.generic:
            return None
        rule = "part-of" if led and s.tokens[i - 2].lower in w.parts else "feature-word-unknown"
        return self._made(n, s, i, run, rule, wanted)

    def state_over(self, s: Sentence, i: int) -> str | None:
        """The country of the state or province that owns the name, if something was there or was done to it: "in
        Syria's Tarn", "in Mopti region's Tarn"."""
        if i < 2 or s.tokens[i - 1].text not in ("'s", "’s"):
            return None
        owner = self._owner(s, i - 2)
        if owner is None:
            return None
        first, country = owner
        hit = self.around.object_of(s, i) in self.words.struck | self.words.stormed
        return country if hit or self.around.located(s, first) else None

    def is_done_there(self, s: Sentence, i: int) -> bool:
        """Whether "in" before a name with an owner hangs on something done: "killed in Mopti region's Tarn"."""
        owned = i >= _OWNED and s.tokens[i - 1].text in ("'s", "’s")
        owner = self._owner(s, i - 2) if owned else None
        return owner is not None and owner[0] > 0 and is_scene(s, owner[0], self.lexicon.events)

    def _owner(self, s: Sentence, last: int) -> tuple[int, str] | None:
        """The first token of the name of a state or province that ends at ``last``, and its country."""
        if s.tokens[last].text.islower() and self.words.feature.get(s.tokens[last].lower) in ("province", "district"):
            last -= 1
        for first in range(max(0, last - _OWNER + 1), last + 1):
            if not s.tokens[first].text[:1].isupper():
                continue
            for c in self.gazetteer.lookup(self.around.named(s.span_of(first, last)))[:1]:
                if c.kind in _STATES and c.rank is not NameRank.ALTERNATE and c.country:
                    return first, c.country
        return None

    def _made(self, n: int, s: Sentence, i: int, last: int, rule: str, wanted: str) -> Toponym | None:
        span = s.span_of(i, last)
        text = self.around.named(span)
        return Toponym(span, text, n, i, last, (), rule, wanted) if self.around.whole(span) else None

    def again(self, found: Sequence[Toponym], sentences: Sequence[Sentence]) -> list[Toponym]:
        """The other places where names stand that no list has, but that the text itself once says are places."""
        sure = {t.name: t for t in found if not t.candidates and t.rule in _TOLD and t.name not in self.people}
        taken = [t.span for t in found]
        out: list[Toponym] = []
        for n, s in enumerate(sentences if sure else ()):
            for i, token in enumerate(s.tokens):
                for name, told in sure.items():
                    last = i + told.last - told.first
                    if not name.startswith(token.text) or last >= len(s.tokens):
                        continue
                    span = s.span_of(i, last)
                    if (
                        self.around.named(span) != name
                        or not self.around.whole(span)
                        or any(span.overlaps(o) for o in taken)
                    ):
                        continue
                    if i and s.tokens[i - 1].text[:1].isupper() and s.tokens[i - 1].pos == "PROPN":
                        continue  # part of a longer name
                    if self.around.goes_on(s, last):
                        continue
                    out.append(
                        Toponym(
                            span, name, n, i, last, (), UNHEARD if told.rule == UNHEARD else "as-elsewhere", told.wanted
                        )
                    )
        return out
