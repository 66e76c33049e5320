"""Settlements: names that no list has, told to be villages by the noun, the people or the event beside them.

"The mosque of Kossey Mberi", "Gwandabe village", "the Mutrapal blast", "a place called Tsuma": who reads this knows
that the name is a place's, whatever the recogniser takes it for. Without it the event would go to the dateline's town.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import Parties, words_of
from sourcebook.lexicon.placenames import NameRank, PlaceKind
from sourcebook.lexicon.placewords import PlaceLexicon
from sourcebook.read.surroundings import PLACE_ENTS, Surroundings
from sourcebook.read.unheard import DAYS, WITHIN, is_prose, is_scene
from sourcebook.records import Sentence, Token

#: "San Roque del Guamo" has four words with the small one; more are a title's.
_WORDS = 4
#: An acronym: "IED", "NATO".
_ACRONYM = 5
#: Small words that end a name: "Gwandabe on Friday", "Tsuma of the Kaga district".
_CUT = frozenset({"of", "on", "the", "under", "upon", "e", "en"})
#: Words that begin the name of a village as well as other names.
_PARTS_OF_NAMES = frozenset(
    {"upper", "lower", "middle", "old", "big", "little", "great", "north", "south", "east", "west"}
)
#: A town so large is meant by its name, whatever word comes after.
_LARGE = 100_000
#: What the recogniser calls days, peoples and sums; none of them is a village.
_NEVER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
_ARTICLES = frozenset({"a", "an", "one", "the"})
#: Articles of other languages that begin names, and are short for states: "La Quesera" is not in Louisiana.
_LA = frozenset({"la", "las", "los", "el", "le", "les", "al"})
#: "a place called X", "a spot known as X": the noun stands so many words before at most.
_SPOTS = frozenset({"place", "spot", "site", "point", "area", "locality"})
_REACH = 4
#: What a raid on a village does besides: "attacked X, killing 12 people".
_HARM = frozenset({"kill", "wound", "injure", "burn", "loot", "torch", "abduct", "kidnap", "destroy"})
_UNDER = frozenset({"fire", "attack", "shelling", "bombardment"})
#: Prepositions before a name that something done took place at; the event's noun may stand a little before.
_AT = 4


def end_of_settlement(
    s: Sentence, i: int, run: int, around: Surroundings, lexicon: Lexicon, people: frozenset[str]
) -> int | None:
    """The last token of a village's name that begins at ``i``, of a stretch of capitals up to ``run``; or None."""
    t = s.tokens[i]
    if t.pos not in ("PROPN", "NOUN", "X", "ADJ") or t.ent in _NEVER or (i and _belongs(s, i)):
        return None
    last = _trimmed(s, i, run)
    if last is None:
        return None
    if _heads_entry(s, i, last, around) and _is_new(s, i, last, around, lexicon.parties):
        return last
    if (not t.ent and (i == 0 or t.pos != "PROPN")) or not is_prose(s, i, run):
        return None  # "Heinous massacre": any word may begin a sentence
    if not _is_new(s, i, last, around, lexicon.parties):
        return None
    single = i == last
    if single and (t.text in people or (t.text.isupper() and len(t.text) <= _ACRONYM)):
        return None
    begins = s.tokens[last].dep == "compound" and s.tokens[last].head > last  # "Ahmed Yassin mosque", "Hayat newspaper"
    if any(frame(s, i, last, around.words) for frame in (_NAMING if begins or t.ent == "EVENT" else _FRAMES)):
        return last
    if (
        not single
        and not begins
        and i
        and s.tokens[i - 1].lower in ("in", "near", "outside")
        and _is_listed_in_part(s, i, last, around)
    ):
        return last if is_scene(s, i, lexicon.events) else None
    return None


#: The head of an entry has so many words at most.
_HEAD = 14
_DATED = frozenset({*(m.lower() for m in DAYS if m)})
_NEAR = frozenset({"near", "in", "at"})


def _heads_entry(s: Sentence, i: int, last: int, around: Surroundings) -> bool:
    """Whether a name stands over an entry of a log, with its day or its region: "11 March, X, Kharkiv region. …",
    "11 March, X (Beja). …"."""
    w = around.words
    end = next((t.i for t in s.tokens[last + 1 :] if t.text in (":", ".")), _HEAD)
    before, after = s.tokens[:i], s.tokens[last + 1 : end]
    if end >= _HEAD or any(not (_is_of_a_date(t) or t.lower in _NEAR) for t in before):
        return False
    region = any(t.text.islower() and t.lower in w.feature for t in after)
    dated = any(t.lower in _DATED for t in before)
    if dated and len(after) > 2 and after[0].text == "(" and after[-1].text == ")":
        return bool(around.gazetteer.lookup(around.named(s.span_of(after[1].i, after[-2].i))))
    if any(
        not (t.text[:1].isupper() or t.lower in w.feature or t.pos == "PUNCT" or _is_bracketed(s, t)) for t in after
    ):
        return False
    return region or (not after and s.tokens[i].ent in PLACE_ENTS and dated)


def _is_of_a_date(t: Token) -> bool:
    return t.lower in _DATED or t.pos in ("NUM", "PUNCT") or t.text[:1].isdigit()


def _is_bracketed(s: Sentence, t: Token) -> bool:
    return s.tokens[t.i - 1].text == "(" and t.i + 1 < len(s.tokens) and s.tokens[t.i + 1].text == ")"


def _belongs(s: Sentence, i: int) -> bool:
    """Whether the word before is of the same name."""
    before = s.tokens[i - 1]
    return before.text[:1].isupper() and before.pos == "PROPN" and i > 1


def _trimmed(s: Sentence, i: int, run: int) -> int | None:
    """The last token of the name itself, without a day behind it."""
    last = i
    while last < run and s.tokens[last + 1].lower not in _CUT and s.tokens[last + 1].text not in DAYS:
        last += 1
    while last > i and not s.tokens[last].text[:1].isupper():
        last -= 1
    words = [t for t in s.tokens[i : last + 1] if t.pos != "PUNCT"]
    return last if 0 < len(words) <= _WORDS else None


def _is_new(s: Sentence, i: int, last: int, around: Surroundings, parties: Parties) -> bool:
    """Whether no list has the name: neither of places, large ones in it included, nor of parties or peoples."""
    w, g = around.words, around.gazetteer
    words = s.tokens[i : last + 1]
    capitals = [t for t in words if t.text[:1].isupper()]
    later = capitals if len(capitals) == 1 else capitals[1:]
    named = len(capitals) > 1 and _is_village_of(s, i, w)
    if any(_is_noun_of_names(t, w) and not (named and t.lower in w.endings - w.feature.keys()) for t in later):
        return False
    if words[0].lower in w.generic - w.openers - _PARTS_OF_NAMES:
        return False  # "Yusuf Bello"
    if words[0].lower.rstrip(".") in w.titles or any(c.isdigit() for t in words for c in t.text):
        return False
    span = s.span_of(i, last)
    name = around.named(span)
    if not around.whole(span) or len(name) <= 2 or g.lookup(name) or g.adjective(name) or g.adjective(words[0].text):
        return False
    if parties.hits(words_of(name)):
        return False
    if i >= 1 and s.tokens[i - 1].lower.rstrip(".") in w.titles:
        return False
    for end in range(i + (words[0].lower in w.openers | _LA), last):
        best = g.lookup(around.named(s.span_of(i, end)))[:1]
        if any(
            c.rank is not NameRank.ALTERNATE and (c.kind is not PlaceKind.CITY or c.population >= _LARGE) for c in best
        ):
            return False
    return True


def _is_village_of(s: Sentence, i: int, w: PlaceLexicon) -> bool:
    """Whether "the village of" stands before a name, whatever its last word is: "the village of Sare Plateau"."""
    of, noun = _before(s, i), _before(s, i, 2)
    return of is not None and noun is not None and of.lower == "of" and noun.text.islower() and noun.lower in w.settled


def _is_noun_of_names(t: Token, w: PlaceLexicon) -> bool:
    lower = t.lower.rstrip(".")
    return lower in w.generic or lower in w.streets or lower in w.feature or lower in w.endings or lower in w.quarters


def _is_listed_in_part(s: Sentence, i: int, last: int, around: Surroundings) -> bool:
    return any(around.gazetteer.lookup(around.named(s.span_of(i, end))) for end in range(i, last))


Frame = Callable[[Sentence, int, int, PlaceLexicon], bool]


def _after(s: Sentence, last: int, n: int = 1) -> Token | None:
    return s.tokens[last + n] if last + n < len(s.tokens) else None


def _before(s: Sentence, i: int, n: int = 1) -> Token | None:
    return s.tokens[i - n] if i >= n else None


def _is_settled(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "the village of X", "X village", "village X", "the rural commune of X"."""
    p, pp, after = _before(s, i), _before(s, i, 2), _after(s, last)
    if p is not None and pp is not None and p.lower == "of" and pp.text.islower():
        return pp.lower in w.settled | w.lands
    if p is not None and p.text.islower() and p.lower in w.settled and p.tag == "NN" and p.head in range(i, last + 1):
        return True
    if after is None or not after.text.islower():
        return False
    if after.lower in w.settled:
        return True
    if after.lower == "local" and (then := _after(s, last, 2)) is not None and then.lower == "government":
        return True  # "X local government area"
    led = any(t.lower in WITHIN for t in s.tokens[max(0, i - 2) : i])
    divided = after.lower in (w.lands | _DIVISIONS) - _OF_OFFICES
    return led and s.tokens[i].ent != "NORP" and (divided or (after.lower == "community"))


#: Divisions that have their noun behind the name: "in X district"; what a ministry has as well.
_DIVISIONS = frozenset({"district", "county", "municipality", "raion", "sub-county", "subcounty", "ward", "taluk"})
_OF_OFFICES = frozenset({"department", "sector", "zone", "circle"})


def _is_apposed(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "X, a village near the border"; "a place called X"."""
    comma, article = _after(s, last), _after(s, last, 2)
    if comma is not None and comma.text == "," and article is not None and article.lower in _ARTICLES:
        for t in s.tokens[last + 3 : last + 3 + _REACH]:
            if t.lower in w.settled:
                return True
            if t.pos not in ("ADJ", "NOUN", "PROPN", "ADV", "PUNCT") and t.tag not in ("VBN", "VBG"):
                break
    p, pp = _before(s, i), _before(s, i, 2)
    if p is not None and pp is not None and p.text == "," and pp.lower in w.settled and comma is not None:
        return comma.text in (",", ".") and any(t.lower in ("a", "an", "one") for t in s.tokens[max(0, i - 5) : i - 2])
    if p is None or not (p.lower in ("called", "named") or (p.lower == "as" and s.tokens[i - 2].lower == "known")):
        return False
    return any(t.lower in _SPOTS | w.settled for t in s.tokens[max(0, i - _REACH) : i - 1])


def _is_of(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "the mosque of X", "the inhabitants of X", "the massacre of X"."""
    p, pp, after = _before(s, i), _before(s, i, 2), _after(s, last)
    if after is not None and after.text in ("'s", "’s"):
        return False
    if p is None or pp is None or p.lower != "of" or not pp.text.islower() or pp.lower not in w.of_village:
        return False
    led = any(t.lower in ("the", "its", "their") for t in s.tokens[max(0, i - 5) : i - 2])
    if s.tokens[i].ent not in PLACE_ENTS and pp.lower in _OF_ANYBODY:
        return False
    return led or pp.tag == "NNS" or pp.i == 0 or pp.lower in ("people", "residents")


#: Nouns of the list that somebody's name may follow as well: "the capture of X", "the victims of X".
_OF_ANYBODY = frozenset({"capture", "recapture", "victims", "survivors", "forest", "fields", "raid", "ruins", "council",
                         "works", "mill", "police", "school", "church"})  # fmt: skip


def _is_lived_in(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "Residents of X", "X residents", "X's main market"."""
    p, pp, after = _before(s, i), _before(s, i, 2), _after(s, last)
    if p is not None and pp is not None and p.lower == "of" and pp.lower in w.dwellers:
        return True
    if after is None or s.tokens[i].ent in ("NORP", "PERSON"):
        return False
    if after.text in ("'s", "’s") and s.tokens[i].ent != "EVENT":
        return any(t.text.islower() and t.lower in w.owned - _AMBIGUOUS for t in s.tokens[last + 2 : last + 4])
    return after.text.islower() and after.lower in w.dwellers and after.pos == "NOUN"


#: What a man or a body has as well: "his main rival", "the army's police".
_AMBIGUOUS = frozenset({"main", "central", "police", "deputy", "fire", "northern", "southern", "eastern", "western"})


def _is_event_named(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "the X massacre", "the X blast", "the X checkpoint"."""
    after = _after(s, last)
    if after is None or not after.text.islower():
        return False
    then, people = _after(s, last, 2), s.tokens[i].ent == "NORP"
    located = any(t.lower in w.locative for t in s.tokens[max(0, i - 2) : i])  # "at the X crossing", not "a X camp"
    if then is not None and after.lower in _SORTS and then.lower in _SITES:
        return located or not people
    if after.pos not in ("NOUN", "PROPN"):
        return False
    if after.lower in w.posts:
        return located or not people
    if people:
        return False
    if after.lower in w.befallen:
        return True
    return after.lower in w.beset and s.tokens[i].ent in ("", *PLACE_ENTS)


#: "the X primary school", "the X police station".
_SORTS = frozenset({"primary", "secondary", "elementary", "health", "police", "railway", "bus", "military", "army",
                    "district", "border"})  # fmt: skip
_SITES = frozenset({"school", "centre", "center", "post", "station", "base", "camp", "barracks", "outpost", "hospital",
                    "crossing", "terminal", "gate"})  # fmt: skip


def _is_struck(s: Sentence, i: int, last: int, w: PlaceLexicon) -> bool:
    """ "a raid on X", "an ambush at X", "X was shelled", "X came under fire"."""
    p, pp, end = _before(s, i), _before(s, i, 2), s.tokens[last]
    person = _is_person(s, i, last)
    if p is not None and pp is not None and p.lower in ("on", "upon", "for") and p.head == pp.i:
        if s.tokens[pp.head].lemma in ("blame", "pin"):
            return False
        return pp.lower in w.befallen or (pp.lower in w.beset and not person)
    if p is not None and p.lower == "at":
        return any(t.lemma in w.fought for t in _above(s, p))
    verb = s.tokens[end.head]
    if end.dep == "nsubjpass":
        return verb.lemma in w.stormed - {"enter", "reach", "flee", "evacuate"} or (
            verb.lemma in w.struck & {"attack", "hit", "strike", "target"}
            and (end.ent in PLACE_ENTS or _harms(s, verb))
        )
    if end.dep == "nsubj" and verb.lemma == "come":
        return any(k.lower == "under" and any(o.lower in _UNDER for o in s.kids(k.i)) for k in s.kids(verb.i, "prep"))
    if end.dep == "dobj":
        if verb.lemma in w.stormed or (verb.lemma in ("burn", "torch", "ransack") and not person):
            return True
        return verb.lemma in ("attack", "hit", "strike") and _harms(s, verb)
    return False


def _harms(s: Sentence, verb: Token) -> bool:
    """Whether people besides the verb's object are told to have been harmed: "attacked X, killing 12 people"."""
    return any(k.lemma in _HARM for k in s.kids(verb.i, "advcl", "conj"))


def _above(s: Sentence, t: Token) -> Iterator[Token]:
    for _ in range(_AT):
        if t.head == t.i:
            return
        t = s.tokens[t.head]
        yield t


def _is_person(s: Sentence, i: int, last: int) -> bool:
    return any(t.ent == "PERSON" for t in s.tokens[i : last + 1])


#: Frames in which a noun behind the name says what it is.
_NAMING: tuple[Frame, ...] = (_is_settled, _is_lived_in, _is_event_named)
_FRAMES: tuple[Frame, ...] = (*_NAMING, _is_apposed, _is_of, _is_struck)
