"""Introductions: who was introduced where in the article, so that "he", "the source" and "Salami" find their way back.

A *figure* is someone or some body that can speak. Figures are found in the order of the text, whether they speak or
not; a later mention ("the ministry") is tied to the nearest earlier figure with which it agrees in head noun, name,
number, gender and kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sourcebook.lexicon.speakers import SpeakerRule, Speakers
from sourcebook.read.nounphrases import TITLES, Phrase, read_phrase
from sourcebook.read.silent_names import is_only_described, is_somebodys, is_where
from sourcebook.records import Parsed, Sentence, SourceKind, Span

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
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
#: ... and any body of a state as well: "the prison service reported …, the entity added".
_ANY_OFFICE = frozenset({"dependency", "entity", "institution", "portfolio"})
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
    quoted: bool = False  # "My son": somebody of whom another speaks
    acronyms: frozenset[str] = field(default_factory=frozenset)
    called: set[str] = field(default_factory=set)  # nouns that later mentions use: "the charity"


#: Where somebody lives: no holder of an office is told so.
_HOME = re.compile(r"\b(?:from (?:the|a|an|her|his)|who lives?|who lived|next door|of the same)\b", re.I)
#: An office and, behind a comma, who holds it.
_OFFICE_AND_NAME = re.compile(
    rf"\b(?i:{'|'.join(sorted(_HELD))})(?: (?:of|for)(?: the)?(?: [A-Z][\w’'-]*)+)?, (?:[A-Z]{{2,4}} )?"
    r"[A-Z][\w’'-]+ [A-Z]"
)
#: Where a body has its seat, which tells it from no other of its report.
_BASED = re.compile(r"([\w’'.]+)-based\b")
#: A person named before: "the 34-year-old".
_AGED = re.compile(r"the \d\d?-year-old\b", re.IGNORECASE)
#: ... and "the father of three".
_PARENT_OF = re.compile(
    r"the (?:father|grandfather|grandmother|mother|parent)[ -]of[ -](?:two|three|four|five|six|seven|eight|nine|\d)\b",
    re.I,
)
#: The latest pieces of content that are looked at.
_TOLD = 12
#: An article of 1,000 words introduces about a hundred figures.
_MEMORY = 300


class Cast:
    """The figures of an article, filled in page order."""

    def __init__(self, parsed: Parsed, speakers: Speakers, places: frozenset[Span] = frozenset()) -> None:
        self._parsed = parsed
        self._speakers = speakers
        self._places = places
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
            if t.lower == "justice" and not s.kids(t.i, "det", "appos", "nummod"):
                continue  # "demands for justice": no judge
            above = s.tokens[t.head]
            one_of = above.tag == "NNS" and t.ent == "PERSON" and above.dep == "pobj"  # "one of the nurses, Ana Gil,"
            if t.dep == "appos" and above.pos in ("PROPN", "NOUN") and not one_of:
                continue
            phrase = read_phrase(s, t.i, t.i, self._parsed.text, self._speakers)
            does = s.tokens[s.tokens[above.head].head] if one_of and t.dep == "appos" else t
            named_one = t.dep == "appos" and above.lower == "one"
            does = above if named_one else does
            subject = does.dep in ("nsubj", "nsubjpass") and not any(c.holds(t.span) for c in self.told[-_TOLD:])
            subject = subject and not is_only_described(s, does)
            figure = self.tie(phrase, t.start)
            if figure is None:
                figure = self.introduce(phrase)
                if figure.ent in ("PERSON", "ORG", "") and (
                    figure.span in self._places or is_where(s, t, figure.names, figure.ent)
                ):
                    figure.person, figure.ent = False, "GPE"  # a town that is called like somebody
            if is_somebodys(phrase, s, self._parsed.text):
                figure.quoted, subject = True, False
            figure.last = max(figure.last, t.start)
            figure.person = figure.person or named_one  # whatever the recogniser takes the name for
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
            one = [f for f in earlier if f.person and not f.plural]
            named = self._salient([f for f in one if f.names], p.span.start)
            return named or self._salient([f for f in one if f.spoke >= 0], p.span.start)
        if rule is None:
            return None
        if (aged := _AGED.match(p.text)) or _PARENT_OF.match(p.text):
            named = self._named_one(p, rule, earlier, aged.group().lower() if aged else "")
            if named is not None:
                return named
        fits = [f for f in earlier if f.plural == p.plural and not (p.gender and f.gender and p.gender != f.gender)]
        order = sorted(fits, key=lambda f: (-max(f.spoke, f.subject), -f.last))
        based = {place.lower() for place in _BASED.findall(p.text)}  # "the Oslo-based group"
        modifiers = p.modifiers - based - {"based"}
        bare = modifiers <= _SAYING_NOTHING and p.owner is None and p.ends
        for f in order:
            words = {w.strip(",.()'\"").lower() for w in f.text.split()}
            named_since = (
                bare and f.indefinite and any(self._plays(o, p.head) for o in fits if o.names and o.spoke > f.spoke)
            )
            if named_since or (rule.group and f.person and not f.names and f.head.lower() not in _SPEAKS_FOR_IT):
                continue  # "a hospital worker" is not "the hospital"
            if (f.head.lower() == p.head or (f.head.lower() != p.head and p.head in words and f.ent != "PERSON")) and (
                modifiers <= words
            ):
                return f
        if p.owner is None and p.ends and (rule.id == "armed" or modifiers & _IN_ARMS) and modifiers <= _IN_ARMS:
            return self._band(p, earlier)
        if not bare:
            return None
        for f in order:
            words = {w.strip(",.()'\"").lower() for w in f.text.split()}
            families = [x for x in _ROLE_FAMILIES if p.head in x]
            if any(words & x for x in families) and (f.person or rule.group):
                return f
        if p.head in _ANY_OFFICE:
            return next((f for f in order if self._is_body(f) and f.spoke >= 0), None)
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
            if p.head in _HELD:  # ... nor "Ana Gil from the third floor"
                holders = (f for f in holders if not _HOME.search(f.text))
            return next((f for f in holders if not (f.head.lower() in _HELD and p.head in _HELD)), None)
        return None

    def _named_one(self, p: Phrase, rule: SpeakerRule, earlier: list[Figure], aged: str) -> Figure | None:
        """The person with a name whom "the 40-year-old farmer" or "the father of three" goes back to."""
        one = [
            f
            for f in earlier
            if f.person and not f.plural and not f.quoted and p.gender in (None, f.gender or p.gender)
        ]
        if aged and any(aged.removeprefix("the ") in f.text.lower() for f in one):
            return None
        may = (f for f in one if f.names and (rule.id == "relative" or self._is_told(f, p.head, rule)))
        return self._salient([f for f in may if max(f.spoke, f.subject) >= 0], p.span.start)

    def _band(self, p: Phrase, earlier: list[Figure]) -> Figure | None:
        """The named armed body that "the militia", "the paramilitary group" stands for; "the rebels": the only one."""
        bands = [f for f in earlier if f.names and not f.person and f.ent != "GPE" and not self._of_state(f)]
        bands = [f for f in bands if {w.strip(",.()'\"").lower() for w in f.text.split(",")[0].split()} & _BANDS]
        if p.plural and len({f.names for f in bands}) > 1:
            return None
        return max(bands, key=lambda f: (max(f.spoke, f.subject, f.last), f.number), default=None)

    def _is_body(self, f: Figure) -> bool:
        rule = self._speakers.of(f.head.lower())
        return not f.person and f.ent != "GPE" and (bool(f.names) or (rule is not None and rule.group))

    def _may_play(self, f: Figure, rule: SpeakerRule) -> bool:
        """Whether a speaker introduced in other words may be called so: "the mayor" is no nurse."""
        words = (w.strip(",.()'\"").lower() for w in f.text.split() if w not in f.names)
        roles = {r.id for w in words if (r := self._speakers.of(w)) is not None and r.id not in _SAYS_LITTLE}
        return not roles or rule.id in roles or rule.id in _SAYS_LITTLE

    def _is_told(self, f: Figure, noun: str, rule: SpeakerRule) -> bool:
        """Whether one who has a name was told in this word, or in none that says another trade."""
        words = {w.strip(",.()'\"").lower() for w in f.text.split() if w not in f.names}
        trades = {w for w in words if (r := self._speakers.of(w)) is not None and r.id not in _SAYS_LITTLE}
        return noun in words or not trades or rule.id in _SAYS_LITTLE

    def _of_state(self, f: Figure) -> bool:
        rule = self._speakers.of(f.head.lower())
        return rule is not None and rule.id in ("state", "police", "court")

    def _plays(self, f: Figure, role: str) -> bool:
        """Whether a named person was introduced with a role that the noun stands for."""
        words = {w.strip(",.()'\"").lower() for w in f.text.split()}
        return f.person and any(role in x and words & x for x in _ROLE_FAMILIES)

    def pronoun(self, word: str, at: int, sentence: Sentence) -> Figure | None:
        """The figure that a pronoun at ``at`` goes back to: the last speaker that agrees, or the last subject."""
        earlier = [f for f in self._recent() if f.last < at and not (f.quoted and f.spoke < 0)]
        if word in HE or word in SHE:
            gender = "m" if word in HE else "f"
            people = (f for f in earlier if f.person or self._holds_office(f))
            fits = [f for f in people if not f.plural and f.gender in (None, gender)]
            wider = [
                f
                for f in earlier
                if not f.plural and f.ent in ("", "ORG", "GPE") and f.names and f.gender in (None, gender)
            ]
            figure = self._salient(fits, at) or self._salient([f for f in earlier if self._speaks_alone(f)], at)
            figure = figure or self._salient([f for f in wider if f.spoke >= 0], at) or self._salient(wider, at)
            if figure is not None and figure.gender is None:
                figure.gender = gender
            return figure
        if word in IT:
            fits = [f for f in earlier if not f.person and (not f.plural or f.head.lower() in _ONE)]
            return self._salient([f for f in fits if f.ent != "GPE" or max(f.spoke, f.subject) >= 0] or fits, at)
        plural = [f for f in earlier if f.plural and (f.ent != "GPE" or max(f.spoke, f.subject) >= 0)]
        near = [f for f in earlier if not f.person and f.ent != "GPE"]
        return self._salient(plural, at) or self._salient(near, at)

    def _holds_office(self, f: Figure) -> bool:
        """Whether one has spoken whose words hold an office for one person, whatever the name's own nature is taken
        for: "the Commissioner of Police, Rabi'u Dikko"."""
        if max(f.spoke, f.subject) < 0 or f.person or f.ent == "GPE":
            return False
        known = self._speakers.of(f.head.lower())
        if known is not None and known.group:
            return False
        return _OFFICE_AND_NAME.search(f.text) is not None

    def _speaks_alone(self, f: Figure) -> bool:
        """Whether one has spoken who has no name and whose noun no list has: "a missionary", no body."""
        known = self._speakers.of(f.head.lower())
        return f.spoke >= 0 and not f.plural and f.head.islower() and not (known is not None and known.group)

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
    x, y = ({n for n in names if n.lower().strip(".") not in TITLES} for names in (a, b))
    return not x or not y or bool(x & y)
