"""Toponyms: which words of an article are names of places, before asking which places.

Evidence comes from the recogniser of names (GPE, LOC, FAC), from the gazetteer, and from the words around: "the town
of X", "X province", "in X", "X, Texas", "X man held". A name is never taken out of a longer word, and a person's name
or surname is none. What is recognised without a candidate is kept, since the text may say what it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.calendar import MONTHS, WEEKDAYS
from sourcebook.lexicon.placenames import ARTICLES, Candidate, NameRank, PlaceKind, key
from sourcebook.read.surroundings import PLACE_ENTS, STATES, Surroundings, Toponym, entities, is_title
from sourcebook.read.unlisted import UNHEARD_AT, Unlisted
from sourcebook.records import UNHEARD, BlockKind, Parsed, Rejected, Sentence, Span, Token

#: Names are looked up up to this many tokens long ("Federally Administered Tribal Areas", "Rio de Janeiro").
LONGEST = 6
#: Why a word is none that also names some town ("Police", "Reading"); not worth an account.
COMMON = "a common word"
#: The rule of names in what an outlet says of itself: where it is, and not where anything happened.
MASTHEAD = "masthead"
OTHER_ENTS = frozenset({"ORG", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"})

#: A town of so many people is meant by its bare name where the recogniser sees a person (the second: where it does
#: not); but for these states, whose towns are named like their people.
NOBODYS, NOBODYS_SEEN = 50_000, 10_000
#: A town of so many people lends its name to parks and hotels of its own.
FAMED = 300_000
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})

#: Short forms in capitals that are places wherever they stand.
SHORT = frozenset(
    {
        "US",
        "U.S.",
        "UK",
        "U.K.",
        "UAE",
        "USA",
        "U.S.A.",
        "USSR",
        "DRC",
        "DPRK",
        "EU",
        "E.U.",
        "NYC",
        "D.C.",
        "DC",
        "L.A.",
    }
    | {
        "B.C.",
        "BC",
        "CAR",
        "NSW",
        "N.J.",
        "N.H.",
        "N.Y.",
        "N.M.",
        "N.C.",
        "S.C.",
        "N.D.",
        "S.D.",
        "R.I.",
        "W.Va.",
        "PNG",
    }
)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A name that the gazetteer has, without a sign that it is a place here. ``firm``: with a sign that it is none."""

    toponym: Toponym
    why: str
    firm: bool


def find_toponyms(parsed: Parsed, lexicon: Lexicon) -> tuple[list[Toponym], list[Rejected]]:
    """All names of places of an article, in page order, and those that were seen but are none."""
    finder = _Finder(parsed, lexicon)
    out: list[Toponym] = []
    doubts: list[_Doubt] = []
    for n, sentence in enumerate(parsed.sentences):
        for found in finder.in_sentence(n, sentence):
            if isinstance(found, _Doubt):
                doubts.append(found)
            else:
                out.append(found)
    out += finder.in_datelines()
    out += finder.unlisted.again(out, parsed.sentences)
    out = _with_mastheads(out, parsed)
    sites = lexicon.events.classes["premises"] | lexicon.events.classes["building"] | lexicon.events.classes["ground"]
    entries = _entries(
        [*out, *(d.toponym for d in doubts if not d.firm or d.why == COMMON)],
        parsed.sentences,
        lambda rest: any(t.lemma in sites for t in rest),
    )
    out += [replace(d.toponym, rule="entry") for d in doubts if d.toponym.span in entries]
    doubts = [d for d in doubts if d.toponym.span not in entries]
    known = {key(t.name) for t in out if t.candidates and not t.adjective}
    rejected: list[Rejected] = []
    for d in doubts:  # what is a place once in an article is one throughout, unless it is someone's name
        t = d.toponym
        if not d.firm and key(t.name) in known:
            out.append(Toponym(t.span, t.name, t.sentence, t.first, t.last, t.candidates, "as-elsewhere", t.wanted))
        elif d.why != COMMON:  # "Police" in capitals was never taken for a place
            rejected.append(Rejected("places", t.span, Reason.NOT_A_PLACE, d.why))
    return sorted(out, key=lambda t: t.span), rejected


#: So many names at the head of entries make a list of places: "Kaoma: gunmen shot …", "Kabwe: a crowd burnt …"; with
#: a site or a day beside it ("Kaoma, bus station.", "Kaoma, Friday.") one is enough.
_ENTRIES = 3


def _entries(
    named: list[Toponym], sentences: Sequence[Sentence], is_site: Callable[[Sequence[Token]], bool]
) -> frozenset[Span]:
    """The names that stand alone before a colon at the head of a sentence, where an article has several such."""
    heads: list[Toponym] = []
    titles: list[Toponym] = []
    for t in named:
        tokens = sentences[t.sentence].tokens if t.sentence >= 0 else ()
        if t.first > 1 and t.candidates and _is_day((tokens[t.first - 1], *tokens[: t.first - 1]), _MARKS):
            if tokens[t.last + 1 :] and tokens[t.last + 1].text in (".", ":"):
                titles.append(t)  # "12 March, Lagos. …"
            continue
        rest = tokens[t.last + 1 :] if t.first == 0 and t.candidates else ()
        if rest and rest[0].text == ":":
            heads.append(t)
        elif rest and ((is_title(sentences[t.sentence], t.last) and is_site(rest)) or _is_day(rest)):
            titles.append(t)
    return frozenset(t.span for t in (*titles, *(heads if len({key(t.name) for t in heads}) >= _ENTRIES else ())))


#: Between the day and the place of an entry: "12 March - Lagos: …".
_MARKS = ",-–—"


def _is_day(rest: Sequence[Token], marks: str = ",") -> bool:
    """Whether a comma and a day of the week, or a day of a month, are all that follows: "Lagos, Friday."."""
    words = [t.lower for t in rest if t.pos != "PUNCT"]
    named = any(w in WEEKDAYS or w in MONTHS for w in words)
    return rest[0].text in marks and named and all(w in WEEKDAYS or w in MONTHS or w.isdigit() for w in words)


#: What an outlet says of itself at the end of a title: " - WXYZ Action News 7 - Springfield, Ohio".
_MASTHEAD = re.compile(
    r"(?<= [-–|] )(?=[^\n]*?\b(?:[WK][A-Z]{2,3}(?:-TV|\d{1,2})?|[\w.-]+\.(?:com|tv|net|org))\b)"
    r"[^\n]*\b(?:[Nn]ews|Weather|Sports|TV|Channel|Radio|\.com|\.tv)\b[^\n]*"
)


def _with_mastheads(toponyms: list[Toponym], parsed: Parsed) -> list[Toponym]:
    """The toponyms, those in what an outlet says of itself in a headline by a rule of their own."""
    heads = [b.span for b in parsed.article.blocks if b.kind is BlockKind.HEADLINE]
    found = [(h.start + m.start(), h.start + m.end()) for h in heads for m in _MASTHEAD.finditer(h.of(parsed.text))]
    if not found:
        return toponyms
    return [
        replace(t, rule=MASTHEAD) if any(start <= t.span.start < end for start, end in found) else t for t in toponyms
    ]


class _Finder:
    """Holds what is known of the whole article while its sentences are gone through."""

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self.parsed, self.text = parsed, parsed.text
        self.gazetteer, self.words = lexicon.gazetteer, lexicon.placewords
        self.around = Surroundings(self.text, self.gazetteer, self.words)
        self.people = self._surnames()
        self.unlisted = Unlisted(parsed, self.around, self.people, lexicon)

    def _surnames(self) -> frozenset[str]:
        """Words that the article has as part of a person's full name."""
        out: set[str] = set()
        for s in self.parsed.sentences:
            for first, last in entities(s, "PERSON"):
                words = [t.text for t in s.tokens[first : last + 1] if t.text[:1].isupper()]
                if len(words) >= 2:
                    out.update(words)
        return frozenset(out)

    # ------------------------------------------------------------------------------------------- going through

    def in_sentence(self, n: int, s: Sentence) -> Iterator[Toponym | _Doubt]:
        """Names of one sentence, the longest first at each word."""
        i, size = 0, len(s.tokens)
        while i < size:
            found = self._longest(n, s, i) if self._may_begin(s, i) else None
            if found is not None:
                yield found
            i = found.last + 1 if isinstance(found, Toponym) else i + 1

    def _may_begin(self, s: Sentence, i: int) -> bool:
        t = s.tokens[i]
        if t.text[:1].isupper():
            return not self._ends_a_name(s, i)
        if t.lower[:3] in ("al-", "el-"):
            return t.text[3:4].isupper()
        tied = i + 2 < len(s.tokens) and s.tokens[i + 1].text == "-" and s.tokens[i + 1].start == t.end
        return t.lower in ("al", "el") and tied and s.tokens[i + 2].text[:1].isupper()

    def _ends_a_name(self, s: Sentence, i: int) -> bool:
        """Whether a word hangs by a hyphen on one that is no place: Mr Al-Fatih is not from Fatih."""
        if i < 2 or s.tokens[i - 1].text != "-" or s.tokens[i - 1].start != s.tokens[i - 2].end:
            return False
        first = s.tokens[i - 2]
        if s.tokens[i].start != s.tokens[i - 1].end or not (first.text[:1].isupper() or first.lower in ARTICLES):
            return False
        named = self.gazetteer.lookup(first.text) or self.gazetteer.adjective(first.text)
        return first.lower in ARTICLES or not named

    def _longest(self, n: int, s: Sentence, i: int) -> Toponym | _Doubt | None:
        run = self.around.run_end(s, i)
        doubt: _Doubt | None = None
        if street := self.unlisted.street(n, s, i, run):
            return street
        if told := self.unlisted.told(n, s, i, run):
            return told
        if owned := self._with_owner(n, s, i):
            return owned
        for last in range(min(run, i + LONGEST - 1), i - 1, -1):
            span = s.span_of(i, last)
            if (last > i and s.tokens[last].lower in self.words.inner) or not self.around.whole(span):
                continue
            if last < run and self.around.is_tied(s, last + 1):
                continue  # "Pul-i-Khumri" is not Pul
            found = self._name(n, s, i, last)
            if isinstance(found, Toponym):
                return self._told_longer(n, s, found, run) or found
            doubt = doubt or found
        unknown = self.unlisted.name(n, s, i, run)
        if doubt is None or doubt.firm or unknown is None:
            return unknown or doubt
        if unknown.rule in (UNHEARD, UNHEARD_AT) and unknown.span == doubt.toponym.span and i < doubt.toponym.last:
            return replace(
                doubt.toponym, rule="locative"
            )  # "in Kryvyi Rih": told as a place, and listed, if by the way
        return doubt if unknown.rule == "part-of" else unknown

    def _told_longer(self, n: int, s: Sentence, found: Toponym, run: int) -> Toponym | None:
        """The village's longer name that begins with that of a small town elsewhere: "in Sare Wendou" is not Sare."""
        best = found.candidates[0]
        if (
            found.last >= run
            or best.kind is not PlaceKind.CITY
            or best.population >= FAMED
            or found.rule == "container"
        ):
            return None
        longer = self.unlisted.name(n, s, found.first, run)
        return longer if longer is not None and longer.rule == UNHEARD and longer.last > found.last else None

    # ------------------------------------------------------------------------------------- names that are listed

    def _with_owner(self, n: int, s: Sentence, i: int) -> Toponym | None:
        """A listed name with somebody's in it: "Cox's Bazar"."""
        words = s.tokens[i : i + 3]
        if len(words) < 3 or words[1].text not in ("'s", "’s") or not words[2].text[:1].isupper():
            return None
        span = s.span_of(i, i + 2)
        text = self.around.named(span)
        listed = tuple(c for c in self.gazetteer.lookup(text) if c.rank is not NameRank.ALTERNATE)
        if not listed or not self.around.whole(span):
            return None
        return Toponym(span, text, n, i, i + 2, listed, "gazetteer", self.around.wanted(s, i, i + 2))

    def _name(self, n: int, s: Sentence, i: int, last: int) -> Toponym | _Doubt | None:
        """What the words from ``i`` to ``last`` are if the gazetteer has them."""
        span = s.span_of(i, last)
        text = self.around.named(span)
        if any(c.isdigit() for c in text):
            return None
        if (adjective := self.gazetteer.adjective(text)) and self.around.is_adjective(s, i, last):
            return Toponym(span, text, n, i, last, adjective, "adjective", adjective=True)
        wanted = self.around.wanted(s, i, last)
        candidates = self.gazetteer.lookup(text)
        if wanted == "district" and self.around.counties(s, last):
            candidates = tuple(c for c in self.gazetteer.lookup(f"{text} County")) + candidates
        if not candidates or not self._plausible_form(s, i, last, text, candidates):
            return None
        rule, doubt, firm = self._evidence(s, i, last, text, candidates, wanted)
        found = Toponym(span, text, n, i, last, candidates, rule, wanted)
        return _Doubt(found, doubt, firm) if doubt else found

    def _plausible_form(self, s: Sentence, i: int, last: int, text: str, candidates: tuple[Candidate, ...]) -> bool:
        """Short forms must stand as such: "La." after a town, "US" in capitals, not "Man" or "Miss"."""
        if last > i:
            return s.tokens[last].text not in ("'s", "’s")
        token = s.tokens[i]
        letters = text.replace(".", "")
        after_town = i >= 2 and s.tokens[i - 1].text in (",", "(") and s.tokens[i - 2].text[:1].isupper()
        if text in SHORT:
            return True
        if letters.isupper() and token.text.isupper() and len(letters) <= 4:
            return ("." in text and candidates[0].kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)) or (
                after_town and text in STATES
            )
        if candidates[0].rank is NameRank.ALIAS and candidates[0].kind is PlaceKind.PROVINCE and len(letters) <= 5:
            return after_town or "." in text or len(letters) > 4
        return len(letters) > 2

    def _evidence(
        self, s: Sentence, i: int, last: int, text: str, candidates: tuple[Candidate, ...], wanted: str
    ) -> tuple[str, str, bool]:
        """By which rule the words are a place; or why they are not, and whether that is firm."""
        w, tokens, best = self.words, s.tokens[i : last + 1], candidates[0]
        ents = {t.ent for t in tokens}
        before = s.tokens[i - 1] if i else None
        after = s.tokens[last + 1] if last + 1 < len(s.tokens) else None
        single = last == i
        big = best.kind not in (PlaceKind.CITY, PlaceKind.DISTRICT) or best.population >= 400_000
        listed = best.rank is not NameRank.ALTERNATE
        country = best.kind is PlaceKind.COUNTRY and tokens[0].lower not in w.risky
        if before and before.lower.rstrip(".") in w.titles and before.text[:1].isupper() and not country:
            return "", "title", True
        if (
            before is not None
            and before.lower in w.openers
            and before.text[:1].isupper()
            and best.kind is PlaceKind.CITY
        ):
            return "", "part of a longer name", True
        if self.around.is_a_saints_house(s, i, last):
            return "", "part of a longer name", True
        if (
            wanted
            and (
                wanted != "any" or (before is not None and before.lower == "of") or self.around.in_its_area(s, i, last)
            )
            and (listed or ents & PLACE_ENTS or (before is not None and before.lower == "of"))
            and not (single and tokens[0].lower in w.generic)
        ):
            return "feature-word", "", False
        if self.around.contained(s, last) and not (single and tokens[0].lower in w.generic):
            return "container", "", False
        if all(t.lower in w.generic for t in tokens) and (single or not listed):
            alone = after is None or not (after.text[:1].isupper() or after.text == "+")
            seen = (
                alone and ents == {"GPE"} and listed and best.population >= NOBODYS_SEEN and self.around.located(s, i)
            )
            return ("locative", "", False) if seen else ("", COMMON, True)
        if single and tokens[0].lower in w.hereafter:
            return "", COMMON, True
        if country or text in SHORT:
            return "country-name", "", False
        inside_person = (
            "PERSON" in ents
            and (
                (before and before.ent == "PERSON" and not tokens[0].ent_begin)
                or (after and after.ent == "PERSON" and not after.ent_begin)
            )
        ) or (after and after.text[:1].isupper() and after.ent == "PERSON" and not after.ent_begin)
        if inside_person:
            return "", "part of a person's name", True
        if best.kind is PlaceKind.CITY and best.population < FAMED and self.around.goes_on_as_park(s, last):
            return "", "part of a longer name", True
        small = best.kind in (PlaceKind.CITY, PlaceKind.DISTRICT) and best.population < FAMED
        if small and self.around.goes_on_as_street(s, last):
            return "", "part of a longer name", True
        if best.kind is PlaceKind.CITY and self.around.names_a_house(s, i, last):
            return "", "part of a longer name", True
        if self.around.names_a_ship(s, i):
            return "", "a ship's name", True
        if best.kind is PlaceKind.CITY and best.population < 100_000 and self.around.goes_on(s, last):
            return "", "part of a longer name", True
        locative = self.around.located(s, i)
        if text in self.people and not (ents & PLACE_ENTS and locative):
            return "", "a surname", True
        if ents & PLACE_ENTS:
            return "ner", "", False
        state = self.unlisted.state_over(s, i)
        told = ents <= {"", "ORG"} or self.unlisted.is_done_there(s, i)
        if state is not None and told and any(c.country == state for c in candidates):
            return "of-a-state", "", False
        known = any(c.population >= 1000 or c.kind is not PlaceKind.CITY for c in candidates[:3])
        if listed and known and self.around.belongs(s, i, last):
            return "civic-noun", "", False
        if listed and known and self._acted_on(s, last, best, "PERSON" in ents):
            return "object", "", False
        nobody = best.country not in ENGLISH or best.population >= NOBODYS
        if listed and known and nobody and "PERSON" not in ents and self.around.grieves(s, i, last):
            return "civic-noun", "", False
        if "PERSON" in ents:
            of = before is not None and before.lower == "of" and best.kind is not PlaceKind.CITY
            return ("locative", "", False) if (locative or of) and listed and known else ("", "a person", False)
        if listed and known and after and after.lower in w.civic and after.text.islower():
            return "civic-noun", "", False
        if listed and after and after.text in ("—", "–", "--", "_") and text.isupper() and i <= 3:
            return "dateline", "", False
        if not single and listed and best.kind is PlaceKind.DISTRICT and tokens[-1].lower in w.feature:
            return "division", "", False
        if ents & OTHER_ENTS:
            if not listed or not (big or best.population >= 15_000 or locative):
                return "", "an organisation", False
            return (
                ("inside-name", "", False)
                if big or locative or not single or self.around.longer_name(s, i, last)
                else ("", "an organisation", False)
            )
        if big and listed and (i or not single or best.kind is PlaceKind.PROVINCE):
            return "well-known", "", False
        if locative and known and (listed or not single):  # "in Pul-i-Khumri": few words are called like that
            return "locative", "", False
        if not single and listed and best.kind is not PlaceKind.DISTRICT:
            return "gazetteer", "", False
        return "", "no sign of a place", False

    def _acted_on(self, s: Sentence, last: int, best: Candidate, person: bool) -> bool:
        """Whether the name is the object of a verb that takes places: "jets bombed Hama", "rebels took Malakal"."""
        verb = self.around.object_of(s, last)
        if verb in self.words.stormed:
            return True
        # "hit Austin", "left Jackson": many people of English-speaking states are called like their towns
        nobody = best.population >= NOBODYS and best.country not in ENGLISH
        return verb in self.words.struck and (nobody if person else best.population >= NOBODYS_SEEN)

    # --------------------------------------------------------------------------------------------------- datelines

    def in_datelines(self) -> list[Toponym]:
        """Names in dateline blocks that are not in a sentence: "BEIRUT/AMMAN", "RAMADI, Iraq"."""
        out: list[Toponym] = []
        sentences = self.parsed.sentences
        for block in self.parsed.article.blocks:
            if block.kind is not BlockKind.DATELINE or any(s.span.overlaps(block.span) for s in sentences):
                continue
            for piece in re.finditer(
                r"[^\W\d_](?:[^\W\d_]|[ .'’](?=[^\W\d_])|\.|-(?=[^\W\d_]))*", block.span.of(self.text)
            ):
                words = piece[0].strip()
                start = block.span.start + piece.start()
                if len(words) <= 4 and self.text[start - 1 : start] == "(":
                    continue  # "(WATE)" is who reports, not from where
                candidates = self.gazetteer.lookup(words) if words[:1].isupper() and len(words) > 2 else ()
                if words.lower().rstrip(".") in self.words.generic:
                    candidates = ()
                if candidates:
                    out.append(Toponym(Span(start, start + len(words)), words, -1, -1, -1, candidates, "dateline"))
        return out
