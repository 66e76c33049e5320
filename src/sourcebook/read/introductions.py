"""Introductions: who was introduced where in the article, so that "he", "the source" and "Salami" find their way back.

A *figure* is someone or some body that can speak. Figures are found in the order of the text, whether they speak or
not; a later mention ("the ministry") is tied to the nearest earlier figure with which it agrees in head noun, name,
number, gender and kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sourcebook.lexicon.speakers import SpeakerRule, Speakers
from sourcebook.read.clauses import noun_phrase
from sourcebook.records import Parsed, Sentence, SourceKind, Span, Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
#: These bring someone new onto the stage, even where the noun was used before.
_NEW = frozenset({
    "a", "an", "another", "other", "one", "two", "three", "four", "five", "six", "several", "some", "many", "few",
    "most", "multiple", "numerous", "second", "third", "fourth", "fifth", "sixth",
})  # fmt: skip
_OLD = frozenset({"the", "this", "that", "these", "those", "same"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
_MALE = frozenset({
    "mr", "mr.", "spokesman", "man", "father", "brother", "husband", "son", "king", "sir", "boy", "uncle",
    "chairman", "policeman", "businessman", "congressman", "grandfather", "nephew", "prince",
})  # fmt: skip
_FEMALE = frozenset({
    "mrs", "mrs.", "ms", "ms.", "miss", "spokeswoman", "woman", "mother", "sister", "wife", "daughter", "queen",
    "girl", "aunt", "widow", "chairwoman", "congresswoman", "grandmother", "niece",
})  # fmt: skip
_GENDERED = _MALE | _FEMALE
#: Words before a name that only people have.
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "gen", "general", "col", "colonel",
    "lt", "lieutenant", "maj", "major", "capt", "captain", "sgt", "sergeant", "cpl", "corporal", "adm", "admiral",
    "brig", "brigadier", "commander", "cmdr", "commissioner", "superintendent", "supt", "inspector", "insp",
    "detective", "det", "constable", "officer", "chief", "sheriff", "judge", "justice", "prosecutor", "president",
    "premier", "prime", "minister", "chancellor", "governor", "gov", "mayor", "senator", "sen", "rep", "deputy",
    "ambassador", "envoy", "secretary", "king", "queen", "prince", "princess", "emir", "sheikh", "imam", "bishop",
    "archbishop", "pope", "father", "pastor", "reverend", "rev", "rabbi", "msgr", "spokesman", "spokeswoman",
    "spokesperson", "director", "chairman", "chairwoman", "comisario",
})  # fmt: skip
#: Common nouns that may stand for a person introduced with another word ("the lawmaker" for a member of parliament).
_ROLE_FAMILIES = (
    frozenset(
        {
            "lawmaker",
            "legislator",
            "parliamentarian",
            "senator",
            "congressman",
            "congresswoman",
            "deputy",
            "mp",
            "member",
        }
    ),
    frozenset({"official", "source", "diplomat", "aide", "adviser", "advisor", "officer", "insider"}),
    frozenset({"general", "commander", "admiral", "colonel", "chief", "officer", "captain", "major"}),
    frozenset({"leader", "president", "premier", "minister", "chancellor", "secretary"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "official"}),
    frozenset({"doctor", "surgeon", "physician", "medic", "director"}),
    frozenset({"analyst", "expert", "researcher", "professor", "fellow", "scholar", "academic"}),
    frozenset({"group", "militia", "organization", "organisation", "movement", "faction", "party"}),
    frozenset({"monitor", "observatory", "watchdog", "group", "organization", "organisation"}),
    frozenset({"ministry", "department"}),
    frozenset(
        {
            "newspaper",
            "paper",
            "outlet",
            "agency",
            "channel",
            "broadcaster",
            "daily",
            "weekly",
            "station",
            "radio",
            "magazine",
            "website",
            "network",
            "report",
        }
    ),
    frozenset({"army", "military", "force"}),
    frozenset({"country", "government", "state", "administration", "regime"}),
)


#: What any named body that is not a state's may be called: "the group" for the Red Dunes Army.
#: Offices of which each is held by somebody else: "the mayor" is not "the governor".
_HELD = frozenset({
    "administrator", "ambassador", "archbishop", "bishop", "chairman", "chancellor", "chief", "commander",
    "commissioner", "director", "governor", "headmaster", "imam", "judge", "mayor", "minister", "premier", "president",
    "principal", "prosecutor", "rector", "secretary", "sheriff", "spokesman", "spokeswoman",
})  # fmt: skip
#: What is said of a body that has been named, and names no other: "the outlawed outfit".
_SAYING_NOTHING = frozenset({
    "armed", "banned", "insurgent", "jihadist", "militant", "outlawed", "proscribed", "rebel", "same", "separatist",
    "shadowy",
})  # fmt: skip
_ANY_BODY = frozenset({"group", "organization", "organisation", "movement", "company", "firm", "outfit", "charity"})
#: Words before a noun for a body that say it bears arms: "the paramilitary group".
_IN_ARMS = frozenset({
    "armed", "extremist", "guerrilla", "insurgent", "islamist", "jihadist", "militant", "paramilitary", "rebel",
    "separatist", "terrorist",
})  # fmt: skip
#: Words in the names of such bodies.
_BANDS = frozenset({
    "army", "battalion", "brigade", "brigades", "brotherhood", "column", "commandos", "corps", "defenders", "division",
    "faction", "falcon", "falcons", "fighters", "force", "forces", "front", "group", "guard", "guards", "legion",
    "liberation", "lions", "militia", "movement", "paramilitary", "rebel", "resistance", "shield", "warriors",
})  # fmt: skip
#: ... and what only an outlet is called.
_OUTLET_RULES = frozenset({"outlet", "news-agency"})
#: Rules of ``data/sources.toml`` whose nouns anybody may be called by: "the source", "the man", "the official".
_SAYS_LITTLE = frozenset({"source", "person", "official", "body", "document", "state", "army"})
#: Endings of words for people that the list of speaking nouns does not have ("watchman", "auditor").
PERSON_ENDINGS = ("or", "er", "ist", "man", "woman", "ian", "ee", "ant", "eer")


@dataclass(slots=True)
class Figure:
    """Someone introduced. ``last`` is the offset of the latest mention; ``spoke`` of the latest claim made."""

    number: int
    text: str
    span: Span
    head: str
    names: tuple[str, ...]
    plural: bool
    person: bool
    gender: str | None
    indefinite: bool
    new: bool = False
    ent: str = ""
    last: int = 0
    spoke: int = -1
    subject: int = -1
    acronyms: frozenset[str] = field(default_factory=frozenset)
    called: set[str] = field(default_factory=set)  # nouns that later mentions use: "the charity"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase read for its head, number, names and determiner."""

    text: str
    span: Span
    head: str
    lower: str
    names: tuple[str, ...]
    plural: bool
    person: bool
    gender: str | None
    old: bool
    new: bool
    proper: bool
    ent: str
    owner: int | None
    modifiers: frozenset[str]
    acronyms: frozenset[str]
    word: str = ""  # the head as written
    ends: bool = True  # nothing follows the head: "the bishop", not "the bishop of Faro"


def read_phrase(
    s: Sentence, head: int, cue: int, text: str, speakers: Speakers, indexes: tuple[int, ...] = ()
) -> Phrase:
    """What the noun phrase around ``head`` says of itself."""
    t = s.tokens[head]
    inside = indexes or noun_phrase(s, head, cue)
    span = Span(s.tokens[inside[0]].start, s.tokens[inside[-1]].end)
    left = [s.tokens[i] for i in inside if i <= head]
    determiners = {k.lower for k in left if k.pos in ("DET", "NUM", "ADJ")}
    proper_run = [k for k in left if k.pos == "PROPN"]
    owner = next((k.i for k in s.kids(head, "poss")), None)
    names = tuple(k.text for k in proper_run if t.pos == "PROPN")
    appositions = list(s.kids(head, "appos"))
    rule = speakers.of(t.lemma)
    if t.pos != "PROPN":  # "spokesman Harun Bek", "the minister, Harun Bek"
        names = tuple(
            s.tokens[i].text
            for a in appositions
            if a.ent == "PERSON" or (a.pos == "PROPN" and t.lower in _GENDERED) or _is_called(s, t, a, rule)
            for i in (*(k.i for k in s.kids(a.i, "compound")), a.i)
        )
    words = {k.lower for k in left} | {a.lower for a in appositions}
    gender = "m" if not words.isdisjoint(_MALE) else "f" if not words.isdisjoint(_FEMALE) else None
    whole = " ".join(span.of(text).split())
    person = t.ent == "PERSON" or bool(names and t.pos != "PROPN")
    person = person or bool(names and any(a.ent == "PERSON" for a in appositions))
    if rule is not None and t.pos == "NOUN":
        person = person or (not rule.group and rule.id not in ("document",))
    if t.pos == "PROPN" and t.ent == "" and gender:
        person = True
    if rule is None and t.pos == "NOUN" and t.lemma.endswith(PERSON_ENDINGS):
        person = True
    if t.pos == "PROPN" and len(names) > 1 and t.ent != "GPE":
        told_apart = any(n.lower().strip(".") in _TITLES for n in names[:-1]) and names[0].lower() != "the"
        person = person or told_apart or _WHO.search(whole) is not None
    body = speakers.of(t.lower) if t.pos == "PROPN" else None
    told = [r for a in appositions if (r := speakers.of(a.lemma)) is not None]
    if (body is not None and body.group) or (
        told and told[0].group
    ):  # "the Sahel Monitor", whatever the name recognizer says
        person = False
    person = person or any(r is not None and not r.group for a in appositions if (r := speakers.of(a.lemma)))
    person = person or (t.pos == "PROPN" and not told and any(_is_trade(a) for a in appositions))
    person = person or (t.tag == "NNP" and t.ent in ("PERSON", "") and _WHO.match(_behind(s, t)) is not None)
    acronyms = {a.text for a in appositions if a.text.isupper() and len(a.text) > 1}
    if "(" in whole:
        acronyms.update(_ACRONYM.findall(whole))
    if len(proper_run) > 1:
        acronyms.add("".join(k.text[0] for k in proper_run).upper())
    return Phrase(
        whole, span, t.lemma if t.pos != "PROPN" else t.text, t.lower, names,
        plural=t.tag in ("NNS", "NNPS") or bool(s.kids(head, "conj")),
        person=person, gender=gender,
        old=(bool(determiners & _OLD) and not determiners & _ORDINALS) or owner is not None,
        new=bool(determiners & _NEW), proper=t.pos == "PROPN", ent=t.ent, owner=owner,
        modifiers=frozenset(k.lower for k in left if k.i < head and k.pos in ("ADJ", "PROPN", "NOUN")),
        acronyms=frozenset(acronyms), word=t.text, ends=span.end <= t.end or s.tokens[head + 1].text == ",",
    )  # fmt: skip


def _behind(s: Sentence, t: Token) -> str:
    return ", " + s.tokens[t.i + 2].lower + " " if t.i + 2 < len(s.tokens) and s.tokens[t.i + 1].text == "," else ""


def _is_trade(t: Token) -> bool:
    """Whether a noun says what somebody does for a living: "a tea seller"."""
    return t.tag == "NN" and t.lemma.endswith(PERSON_ENDINGS) and t.lemma not in _TRADES_OF_FIRMS


#: What firms and ships are as well.
_TRADES_OF_FIRMS = frozenset({
    "broadcaster", "builder", "carrier", "contractor", "destroyer", "developer", "distributor", "exporter", "freighter",
    "importer", "insurer", "lender", "liner", "maker", "manufacturer", "miner", "operator", "paper", "producer",
    "provider", "publisher", "retailer", "river", "steamer", "supplier", "tanker", "trawler", "tower", "quarter",
})  # fmt: skip


def _is_called(s: Sentence, noun: Token, name: Token, rule: SpeakerRule | None) -> bool:
    """Whether two capitalised words behind a noun for one person are who it is: "a teacher, Lidia Choque".

    The recogniser takes names of many countries for those of firms.
    """
    if noun.tag != "NN" or name.tag != "NNP" or name.ent in ("GPE", "LOC", "DATE", "NORP"):
        return False
    one = not rule.group and rule.id != "document" if rule is not None else noun.lemma.endswith(PERSON_ENDINGS)
    words = [*(k for k in s.kids(name.i, "compound")), name]
    right = 2 <= len(words) <= _LONGEST_NAME and all(w.pos == "PROPN" and not w.text.isupper() for w in words)
    return one and right and not any(k.lower == "the" for k in s.kids(name.i, "det"))


_LONGEST_NAME = 4
_ACRONYM = re.compile(r"\(([A-Z]{2,7})\)")
#: A relative clause or an age, as only people have them.
_WHO = re.compile(r", (?:who|whose) |, \d\d(?:,|$)")
#: A person named before: "the 34-year-old".
_AGED = re.compile(r"the \d\d?-year-old\b", re.IGNORECASE)
#: The latest pieces of content that are looked at.
_TOLD = 12
#: An article of 1,000 words introduces about a hundred figures.
_MEMORY = 300


class Cast:
    """The figures of an article, filled in page order."""

    def __init__(self, parsed: Parsed, speakers: Speakers) -> None:
        self._parsed = parsed
        self._speakers = speakers
        self.figures: list[Figure] = []
        self._read = 0  # sentences before this one are in
        self.told: list[
            Span
        ] = []  # contents of the claims so far: whoever stands in one is spoken of and does not speak

    @property
    def medical(self) -> bool:
        """Whether a hospital, clinic or medic was spoken of so far."""
        rules = (self._speakers.of(f.head.lower()) for f in self.figures)
        return any(r is not None and r.kind is SourceKind.MEDICAL for r in rules)

    def read_to(self, offset: int) -> None:
        """Take in the figures of every sentence that ends before ``offset``, and of its own up to it."""
        sentences = self._parsed.sentences
        while self._read < len(sentences) and sentences[self._read].span.end <= offset:
            self._take(sentences[self._read])
            self._read += 1

    def _take(self, s: Sentence) -> None:
        for t in s.tokens:
            if t.dep in ("compound", "amod", "nmod"):
                continue
            rule = self._speakers.of(t.lemma) if t.pos == "NOUN" else None
            if not ((t.pos == "PROPN" and t.ent in ("PERSON", "ORG", "GPE", "NORP", "")) or rule is not None):
                continue
            if t.dep == "appos" and s.tokens[t.head].pos in ("PROPN", "NOUN"):
                continue
            phrase = read_phrase(s, t.i, t.i, self._parsed.text, self._speakers)
            subject = t.dep in ("nsubj", "nsubjpass") and not any(c.holds(t.span) for c in self.told[-_TOLD:])
            figure = self.tie(phrase, t.start)
            if figure is None:
                figure = self.introduce(phrase)
            figure.last = max(figure.last, t.start)
            if subject:
                figure.subject = max(figure.subject, t.start)

    def introduce(self, p: Phrase) -> Figure:
        """A new figure for a phrase."""
        figure = Figure(
            len(self.figures) + 1, p.text, p.span, p.head, p.names, p.plural, p.person, p.gender,
            indefinite=not p.old and not p.proper, new=p.new, ent=p.ent, last=p.span.start, acronyms=p.acronyms,
        )  # fmt: skip
        self.figures.append(figure)
        return figure

    def _recent(self) -> list[Figure]:
        """The figures that may be gone back to: all of an ordinary article, the latest of a book."""
        return self.figures[-_MEMORY:]

    def tie(self, p: Phrase, at: int) -> Figure | None:
        """The figure that a full phrase goes back to, None if it is new."""
        figure = self._tied(p, at)
        if figure is not None and not p.names and not p.proper:
            figure.called.add(p.head)
        return figure

    def _tied(self, p: Phrase, at: int) -> Figure | None:
        same = next((f for f in self._recent() if f.head == p.head and f.span.overlaps(p.span)), None)
        if same:
            return same
        earlier = [f for f in self._recent() if f.span.start < at]
        if p.names or p.proper:
            return self._named(p, earlier)
        if p.word[:1].isupper() and p.word == p.text:  # a surname that was taken for a common noun
            surname = [f for f in earlier if f.names and f.person and f.names[-1] == p.word]
            if surname:
                return max(surname, key=lambda f: f.last)
        if p.new:
            return None
        if not p.old:  # "officials", "US officials": the same words are the same people
            return next((f for f in reversed(earlier) if f.text.lower() == p.text.lower() and not f.new), None)
        return self._definite(p, earlier)

    def _named(self, p: Phrase, earlier: list[Figure]) -> Figure | None:
        last = p.names[-1] if p.names else p.head

        def fits(f: Figure) -> bool:
            if f.plural and not p.plural:
                return False
            if f.names and f.names[-1] == last and _agree(f.names[:-1], p.names[:-1]):
                return True
            if p.person and f.person and f.names == p.names[:1] and len(p.names) > 1:  # "his daughter, Ana" … "Ana Bek"
                return True
            return p.head in f.acronyms or (f.head in p.acronyms and len(f.head) > 1)

        return max((f for f in earlier if fits(f)), key=lambda f: f.last, default=None)

    def _definite(self, p: Phrase, earlier: list[Figure]) -> Figure | None:
        rule = self._speakers.of(p.head)
        if rule is None and _AGED.match(p.text):
            return self._salient([f for f in earlier if f.person and f.names and not f.plural], p.span.start)
        if rule is None:
            return None
        fits = [f for f in earlier if f.plural == p.plural and not (p.gender and f.gender and p.gender != f.gender)]
        order = sorted(fits, key=lambda f: (-max(f.spoke, f.subject), -f.last))
        bare = p.modifiers <= _SAYING_NOTHING and p.owner is None and p.ends
        for f in order:
            words = {w.strip(",.()'\"").lower() for w in f.text.split()}
            named_since = (
                bare and f.indefinite and any(self._plays(o, p.head) for o in fits if o.names and o.spoke > f.spoke)
            )
            if named_since or (rule.group and f.person and not f.names and f.head.lower() not in _SPEAKS_FOR_IT):
                continue  # "a hospital worker" is not "the hospital"
            if (f.head.lower() == p.head or (f.head.lower() != p.head and p.head in words and f.ent != "PERSON")) and (
                p.modifiers <= words
            ):
                return f
        if p.owner is None and p.ends and (rule.id == "armed" or p.modifiers & _IN_ARMS) and p.modifiers <= _IN_ARMS:
            return self._band(p, earlier)
        if not bare:
            return None
        for f in order:
            words = {w.strip(",.()'\"").lower() for w in f.text.split()}
            families = [x for x in _ROLE_FAMILIES if p.head in x]
            if any(words & x for x in families) and (f.person or rule.group):
                return f
        if p.head in _ANY_BODY:
            bodies = [f for f in order if f.names and not f.person and f.ent != "GPE" and not self._of_state(f)]
            return bodies[0] if bodies else None
        if rule.id in _OUTLET_RULES:  # "El Faro wrote … The newspaper …"
            spoke = (f for f in order if not f.person and f.spoke >= 0 and (f.ent == "ORG" or len(f.names) > 1))
            return next((f for f in spoke if self._speakers.of(f.head.lower()) is None), None)
        if rule.id in ("official", "source", "soldier", "person", "office", "medic", "expert", "witness", "relative"):
            holders = (f for f in order if f.person and f.spoke >= 0 and self._may_play(f, rule))
            if rule.id in ("medic", "witness", "relative"):  # who saw it is no source without a face
                holders = (f for f in holders if f.head.lower() not in ("source", "sources"))
            if rule.id in ("office", "official"):  # "the mayor" is nobody who was called a cook
                holders = (f for f in holders if f.head[:1].isupper() or self._speakers.of(f.head.lower()) is not None)
            return next((f for f in holders if not (f.head.lower() in _HELD and p.head in _HELD)), None)
        return None

    def _band(self, p: Phrase, earlier: list[Figure]) -> Figure | None:
        """The named armed body that "the militia", "the paramilitary group" stands for; "the rebels": the only one."""
        bands = [f for f in earlier if f.names and not f.person and f.ent != "GPE" and not self._of_state(f)]
        bands = [f for f in bands if {w.strip(",.()'\"").lower() for w in f.text.split(",")[0].split()} & _BANDS]
        if p.plural and len({f.names for f in bands}) > 1:
            return None
        return max(bands, key=lambda f: (max(f.spoke, f.subject, f.last), f.number), default=None)

    def _may_play(self, f: Figure, rule: SpeakerRule) -> bool:
        """Whether a speaker introduced in other words may be called so: "the mayor" is no nurse."""
        words = (w.strip(",.()'\"").lower() for w in f.text.split() if w not in f.names)
        roles = {r.id for w in words if (r := self._speakers.of(w)) is not None and r.id not in _SAYS_LITTLE}
        return not roles or rule.id in roles or rule.id in _SAYS_LITTLE

    def _of_state(self, f: Figure) -> bool:
        rule = self._speakers.of(f.head.lower())
        return rule is not None and rule.id in ("state", "police", "court")

    def _plays(self, f: Figure, role: str) -> bool:
        """Whether a named person was introduced with a role that the noun stands for."""
        words = {w.strip(",.()'\"").lower() for w in f.text.split()}
        return f.person and any(role in x and words & x for x in _ROLE_FAMILIES)

    def pronoun(self, word: str, at: int, sentence: Sentence) -> Figure | None:
        """The figure that a pronoun at ``at`` goes back to: the last speaker that agrees, or the last subject."""
        earlier = [f for f in self._recent() if f.last < at]
        if word in HE or word in SHE:
            gender = "m" if word in HE else "f"
            fits = [f for f in earlier if f.person and not f.plural and f.gender in (None, gender)]
            wider = [
                f
                for f in earlier
                if not f.plural and f.ent in ("", "ORG", "GPE") and f.names and f.gender in (None, gender)
            ]
            figure = self._salient(fits, at) or self._salient(wider, at)
            if figure is not None and figure.gender is None:
                figure.gender = gender
            return figure
        if word in IT:
            fits = [f for f in earlier if not f.person and (not f.plural or f.head.lower() in _ONE)]
            return self._salient([f for f in fits if f.ent != "GPE" or max(f.spoke, f.subject) >= 0] or fits, at)
        plural = [f for f in earlier if f.plural]
        near = [f for f in earlier if not f.person and f.ent != "GPE"]
        return self._salient(plural, at) or self._salient(near, at)

    def body(self, words: str, at: int, speaker: Figure) -> Figure | None:
        """The body that a speaker's own description calls "its" or "the service"."""
        if words.lower() in IT | THEY:
            fits = [f for f in self._recent() if f.last < at and not f.person and f is not speaker and not f.plural]
            return self._salient([f for f in fits if f.ent != "GPE"] or fits, at)
        bare = words.lower().removeprefix("the ")
        for f in reversed(self._recent()):
            if f is speaker or f.span.start >= at or f.person:
                continue
            if (
                f.text.lower().removeprefix("the ") == bare
                or (words.lower().startswith("the ") and " " not in bare and bare in f.text.lower().split()[-1:])
                or f.text.split(",")[0].lower().removeprefix("the ") == bare
            ):
                return f
        if bare in _ANY_BODY and words.lower().startswith("the "):  # "a member of the group"
            named = (f for f in self._recent() if f.names and not f.person and f.last < at and f is not speaker)
            return self._salient([f for f in named if f.ent != "GPE" and not self._of_state(f)], at)
        return None

    def _salient(self, figures: list[Figure], at: int) -> Figure | None:
        """The figure nearest before: a speaker or subject counts for more than a mention in passing."""
        if not figures:
            return None
        return max(figures, key=lambda f: (max(f.spoke, f.subject, f.last - 400), f.last))


#: Who is called by the body's own name as well: "a ministry spokesman", "the ministry".
_SPEAKS_FOR_IT = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "officials", "source", "sources"})

#: Plurals that are spoken of as one: "state media reported …, it said".
_ONE = frozenset({"media", "medium", "press"})


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two lists of first names may be of one person: one is empty or they share one, titles aside."""
    x, y = ({n for n in names if n.lower().strip(".") not in _TITLES} for names in (a, b))
    return not x or not y or bool(x & y)
