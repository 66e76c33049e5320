"""Sketches: what a phrase says of one person (name, sex, age, kin), to tell whether two phrases mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.victims import VictimWords
from sourcebook.read.numbers import find_numbers
from sourcebook.records import Sentence, Span, Token

#: Two words of one name may differ by this much and be one: "Smith", "Smyth" (share of differing letters).
_TYPO = 0.34


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is said of one person.

    ``low`` and ``high``: the age in years, as far as it is told ("a teenager": 13 to 19). ``told``: a figure was given.
    ``more``: "another", "a second": someone not told of before. ``kin``: only told by way of another ("his father").
    ``rank``: the ordinal ("a third victim"), by which somebody told of again is known.
    """

    sex: str | None = None
    low: int = 0
    high: int = 130
    told: bool = False
    names: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    more: bool = False
    kin: bool = False
    rank: str = ""

    def fits(self, other: Sketch) -> bool:
        """Whether nothing that the two say keeps them from being one person."""
        if self.sex and other.sex and self.sex != other.sex:
            return False
        if self.low > other.high or other.low > self.high:
            return False
        if self.kin and other.kin and not self.words & other.words:
            return False  # "his brother", "his father"
        return not (self.names and other.names) or self.same_name(other)

    def same_name(self, other: Sketch) -> bool:
        """Whether one name is the other, a part of it, or the same with a slip of the pen."""
        a, b = sorted((self.names, other.names), key=len)
        if not a:
            return False
        if all(any(_alike(x, y) for y in b) for x in a):
            return True
        return len(a) > 1 and len(b) > 1 and _alike(a[0], b[0]) and _alike(a[-1], b[-1])

    def same_age(self, other: Sketch) -> bool:
        """Whether both are told with one age, in figures."""
        return self.told and other.told and self.low == other.low

    def with_(self, other: Sketch) -> Sketch:
        """What the two say together of one person."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low > high:
            low, high = self.low, self.high
        return Sketch(
            self.sex or other.sex,
            low,
            high,
            self.told or other.told,
            max(self.names, other.names, key=len),
            self.words | other.words,
            self.more or other.more,
            self.kin and other.kin,
            self.rank or other.rank,
        )


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if len(a) < 4 or len(b) < 4 or a[0] != b[0]:
        return False
    return distance(a, b) <= max(len(a), len(b)) * _TYPO - 0.5


def distance(a: str, b: str) -> int:
    """Levenshtein's distance of two words: letters to change, put in or leave out."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


_MORE = frozenset({"another", "other", "second", "third", "fourth", "fifth", "sixth", "additional"})
_COUNTING = _MORE - {"another", "other", "additional"}
_NUMBER_ENTITIES = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})
_INITIAL = re.compile(r"[a-z]\.?|(?:[a-z]\.)+[a-z]?\.?")


def sketch_of(sentence: Sentence, span: Span, lexicon: Lexicon) -> Sketch:
    """What the phrase at ``span``, with the appositions and the age around it, says of the person."""
    words = lexicon.victims
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    if not inside:
        return Sketch()
    head = _head(inside)
    sketch = _of_phrase(sentence, inside, head, words, lexicon)
    for other in _appositions(sentence, head, span):
        first, last = sentence.edges(other.i)
        stretch = [t for t in sentence.tokens[first : last + 1] if not span.start <= t.start < span.end]
        also = _of_phrase(sentence, _noun_part(stretch, other), other, words, lexicon)
        if sketch.fits(also):
            sketch = replace(sketch.with_(also), more=sketch.more, kin=sketch.kin)
    return _with_age_behind(sentence, inside[-1].i, sketch)


def _head(inside: list[Token]) -> Token:
    own = {t.i for t in inside}
    heads = [t for t in inside if t.head not in own or t.head == t.i]
    return next((t for t in reversed(heads) if t.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")), inside[-1])


def _noun_part(stretch: list[Token], head: Token) -> list[Token]:
    """The apposition up to its head and the name behind it, without clauses."""
    return [t for t in stretch if t.i <= head.i or (t.pos == "PROPN" and t.i - head.i <= 3)]


def _appositions(sentence: Sentence, head: Token, span: Span) -> Iterable[Token]:
    yield from (t for t in sentence.kids(head.i, "appos") if t.pos in ("NOUN", "PROPN") or t.lower == "old")
    if head.dep == "appos":
        yield sentence.tokens[head.head]


def _of_phrase(sentence: Sentence, stretch: list[Token], head: Token, words: VictimWords, lexicon: Lexicon) -> Sketch:
    owned = _owners(sentence, stretch, head)
    own = [t for t in stretch if t.i not in owned]
    sex: str | None = None
    names: list[str] = []
    plain: set[str] = set()
    low, high = 0, 130
    common = head.pos not in ("PROPN",)
    for t in own:
        if t.lower in words.female or t.lower in words.male:
            sex = sex or ("f" if t.lower in words.female else "m")
        for key in (t.lemma, t.lower):
            if key in words.ages and t.pos in ("NOUN", "ADJ", "PROPN"):
                low, high = max(low, words.ages[key][0]), min(high, words.ages[key][1])
                break
        if t.pos == "PROPN" and not (common and t.i < head.i) and t.ent not in _NUMBER_ENTITIES | {"DATE"}:
            word = t.lower.rstrip(".")
            if t.i == head.i and word in words.people:  # "Teen", as headlines write it
                plain.add(t.lemma.lower())
            elif word not in words.titles and not _INITIAL.fullmatch(t.lower) and word[:1].isalpha():
                names.append(word)
        elif t.pos == "NOUN" and t.lower not in ("year", "old"):
            plain.add(t.lemma)
    if not names and head.pos == "PROPN" and head.ent not in ("DATE", "NORP") and head.lower not in words.people:
        names.append(head.lower.rstrip("."))
    new = [t.lower for t in own if t.lower in _MORE and not _is_rank(sentence, t)]
    rank = next((w for w in new if w in _COUNTING), "")
    sketch = Sketch(sex, low, high, False, tuple(names), frozenset(plain), bool(new), bool(owned) and common, rank)
    age = _age_in(own, lexicon)
    return _aged(sketch, *age) if age is not None else sketch


_RANKS = frozenset({"secretary", "lieutenant", "mate", "class"})


def _is_rank(sentence: Sentence, ordinal: Token) -> bool:
    """ "The second secretary", "a third mate": no second or third person."""
    return any(t.lower in _RANKS for t in sentence.tokens[ordinal.i + 1 : ordinal.i + 2])


def _owners(sentence: Sentence, stretch: list[Token], head: Token) -> frozenset[int]:
    """The words that only say whose: "his", "the boy's" before "father"."""
    out: set[int] = set()
    for t in stretch:
        if t.dep == "poss" and t.i != head.i:
            first, last = sentence.edges(t.i)
            out.update(range(first, last + 1))
    return frozenset(out)


def _aged(sketch: Sketch, low: int, high: int) -> Sketch:
    return replace(sketch, low=low, high=high, told=low == high)


_DECADE = re.compile(r"([1-9]0)s")
_DECADES = {"teens": (13, 19), "twenties": (20, 29), "thirties": (30, 39), "forties": (40, 49), "fifties": (50, 59),
            "sixties": (60, 69), "seventies": (70, 79), "eighties": (80, 89)}  # fmt: skip


def _age_in(own: list[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """The age that stands in the phrase: "a 19-year-old man", "the nine year old", "a man in his 20s"."""
    lower = [t.lower for t in own]
    for n, w in enumerate(lower):
        unit = next((u for u in ("year", "month", "week", "day") if w.rstrip("s") == u), None)
        if unit and "old" in lower[n + 1 : n + 3]:
            found = find_numbers(lower[:n], lexicon.numbers)
            if found and found[-1].last >= n - 2:
                years = found[-1].low if unit == "year" else found[-1].low // 12 if unit == "month" else 0
                return years, years
        if match := _DECADE.fullmatch(w):
            return int(match[1]), int(match[1]) + 9
        if w in _DECADES:
            return _DECADES[w]
    return None


def _with_age_behind(sentence: Sentence, last: int, sketch: Sketch) -> Sketch:
    """With the age that follows a phrase: ", 19,", "(19)", "aged 19", "in his 20s"."""
    if sketch.told:
        return sketch
    tokens = sentence.tokens
    after = [t.lower for t in tokens[last + 1 : last + 6]]
    if after[:1] and after[0] in (",", "(", "[") and len(after) > 1:
        after = after[1:]
    if after[:1] == ["aged"] or after[:1] == ["age"]:
        after = after[1:]
    elif after[:2] == ["in", "his"] or after[:2] == ["in", "her"] or after[:2] == ["in", "their"]:
        rest = [w for w in after[2:] if w not in ("early", "mid", "late", "-")]
        match = _DECADE.fullmatch(rest[0]) if rest else None
        found = (int(match[1]), int(match[1]) + 9) if match else _DECADES.get(rest[0]) if rest else None
        return _aged(sketch, *found) if found else sketch
    elif tokens[last + 1 : last + 2] and tokens[last + 1].lower not in (",", "(", "["):
        return sketch
    closed = after[1:2] == [] or after[1] in (",", ")", "]", ".", ";", "-", "year", "years", "of", "and", "was", "from")
    if after[:1] and after[0].isdigit() and int(after[0]) < 110 and closed:
        return _aged(sketch, int(after[0]), int(after[0]))
    return sketch


@dataclass(frozen=True, slots=True)
class Identity:
    """A sentence's word on who somebody is: "the man was identified as …", "the victim was 19-year-old …"."""

    whom: Sketch
    pronoun: bool
    who: Sketch


_IDENTIFY = frozenset({"identify", "name", "know", "describe"})


def identities_of(sentence: Sentence, lexicon: Lexicon) -> list[Identity]:
    """Who is said to be whom in the sentence."""
    out: list[Identity] = []
    for t in sentence.tokens:
        if t.lemma in _IDENTIFY and t.pos == "VERB":
            whom = [*sentence.kids(t.i, "nsubjpass"), *sentence.kids(t.i, "dobj")][:1]
            who = [
                p for prep in sentence.kids(t.i, "prep") if prep.lower == "as" for p in sentence.kids(prep.i, "pobj")
            ] + sentence.kids(t.i, "oprd")
        elif t.lemma == "be":
            whom = sentence.kids(t.i, "nsubj")[:1]
            who = [p for p in sentence.kids(t.i, "attr") if p.pos == "PROPN" and p.ent == "PERSON"]
        else:
            continue
        if len(whom) == 1 and len(who) == 1 and who[0].pos in ("NOUN", "PROPN") and whom[0].tag not in ("NNS", "NNPS"):
            out.append(
                Identity(
                    sketch_of(sentence, _phrase(sentence, whom[0]), lexicon),
                    whom[0].pos == "PRON",
                    sketch_of(sentence, _phrase(sentence, who[0]), lexicon),
                )
            )
    return out


def _phrase(sentence: Sentence, head: Token) -> Span:
    """The noun with what stands before it."""
    first = min([head.i, *(sentence.edges(k.i)[0] for k in sentence.kids(head.i) if k.i < head.i)])
    return sentence.span_of(first, head.i)
