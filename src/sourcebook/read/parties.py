"""Parties: whom a noun phrase means ("Israeli warplanes" → the Israeli military), and the known bodies in a sentence.

A party is the body that someone acts or speaks for: "a Hezbollah commander" is of the party Hezbollah. What is
not known keeps the text's words as its name, and a kind guessed from its head noun.
"""

from __future__ import annotations

from functools import lru_cache

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.parties import Country, Hit, Parties, PartyName, PartyWords, Sort, Use, Word, words_of
from sourcebook.records import Party, Sentence, SourceKind, Span

#: Words that may open a noun phrase and are not part of a name.
_OPENERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "some",
    "several", "many", "few", "most", "all", "both", "any", "no", "other", "another", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands", "of", "local", "more",
    "than", "at", "least", "about", "around", "every", "each", "what",
})  # fmt: skip
#: Words that end the part of a noun phrase that holds its head.
_AFTER_HEAD = frozenset({
    "of", "for", "from", "with", "at", "in", "to", "by", "on", "near", "against", "who", "whom", "which", "that",
    "whose", "where", "when", "who's", "said", "says", "told", "and", "or", "but", "as", "including", "inside",
    "outside", "under", "over", "loyal", "close", "allied", "based", "operating", "belonging",
})  # fmt: skip
#: After these the rest of the phrase may name the body that a member or a speaker belongs to.
_BELONGS = frozenset({
    "of", "for", "from", "with", "at", "in", "by", "to",
})  # fmt: skip
#: "Iranian-backed", "Hamas-run": the word before is not the party.
_ATTRIBUTIVE = frozenset({
    "backed", "led", "allied", "run", "aligned", "controlled", "occupied", "linked", "affiliated", "born", "based",
    "funded", "sponsored", "supported", "speaking", "owned", "supplied", "trained", "inspired", "held", "style",
    "flagged", "made", "appointed", "registered", "dominated", "friendly", "built", "imposed", "majority",
    "administered", "annexed", "brokered", "mediated", "installed", "designed", "manned", "drafted", "chaired",
})  # fmt: skip
_AGAINST = frozenset({
    "anti", "pro", "non", "ex", "former",
})  # fmt: skip
_PRONOUNS = frozenset({
    "he", "she", "it", "they", "i", "we", "you", "him", "her", "them", "us", "me", "who", "whom", "which", "that",
    "this", "these", "those", "himself", "herself", "itself", "themselves",
})  # fmt: skip
#: Before a country's name: it is where, not who.
_WHERE = frozenset({
    "in", "near", "at", "across", "inside", "outside", "throughout", "into", "from", "around", "within", "to",
    "via", "through", "over", "northern", "southern", "eastern", "western", "central", "off",
})  # fmt: skip
#: Kinds of people and institutions that no state speaks through: they keep their own words as a name.
_OWN_NAME = frozenset({
    SourceKind.MEDICAL, SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.EXPERT, SourceKind.COURT,
    SourceKind.COMPANY, SourceKind.PERSON, SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.NGO, SourceKind.MONITOR,
    SourceKind.DOCUMENT, SourceKind.STATE_MEDIA,
})  # fmt: skip


def resolve_party(text: str, lexicon: Lexicon, span: Span | None = None) -> Party:
    """Whom the noun phrase ``text`` means. ``span`` is passed through; pronouns and unknown names stay as they are.

    "the Israeli military" is q:IL-military; "a spokesman for the Houthis" is of the Houthis; "Iran's interior
    ministry" is q:IR-interior-ministry; "gunmen" an armed group without a name.
    """
    name, entity, country, kind = _resolve(text, lexicon.parties)
    return Party(text, name, entity, country, kind, span)


def find_parties(sentence: Sentence, lexicon: Lexicon) -> tuple[Party, ...]:
    """The known bodies that a sentence names, with their spans, in order. Countries named as a place are left out."""
    parties = lexicon.parties
    words: list[Word] = []
    for token in sentence.tokens:
        if token.lower in ("'s", "'", "’"):
            if words and words[-1].end == token.start:
                words[-1] = words[-1]._replace(owner=True)
        elif token.text.isalnum():
            words.append(Word(token.lower, token.text, token.start, token.end))
        elif len(token.text) == token.end - token.start:
            words.extend(words_of(token.text, token.start))
    hits = parties.hits(words)
    out: list[Party] = []
    taken = -1
    for number, hit in enumerate(hits):
        if hit.first <= taken or _attributive(words, hit):
            continue
        sort, last = hit.entry.sort, hit.last
        if sort in (Sort.STATE, Sort.ADJECTIVE):
            for follower in hits[number + 1 :]:  # "Israeli air force jets", "Iran's interior ministry"
                if follower.entry.sort is not Sort.WORDS or follower.first > last + 2:
                    break
                if follower.first == last + 2 and not words[last + 1].written.islower():
                    break
                last = follower.last
            bare = last == hit.last
            if bare and (sort is Sort.ADJECTIVE or _placed(words, hit) or _in_name(words, hit)):
                continue
        elif sort not in (Sort.PARTY, Sort.OUTLET):
            continue
        text = " ".join(w.written for w in words[hit.first : last + 1])
        name, entity, country, kind = _resolve(text, parties)
        taken = last
        if entity is not None:
            span = Span(words[hit.first].start, words[last].end)
            out.append(Party(text, name, entity, country, kind, span))
    return tuple(out)


_Answer = tuple[str, str | None, str | None, SourceKind]


@lru_cache(maxsize=16384)
def _resolve(text: str, parties: Parties) -> _Answer:
    words = words_of(text)
    named = {h.first for h in parties.hits(words) if h.entry.sort in (Sort.PARTY, Sort.OUTLET)}
    opening = 0
    while opening < len(words) - 1 and opening not in named and _opens(words[opening]):
        opening += 1
    words = words[opening:]
    if not words:
        return text.strip(), None, None, SourceKind.UNKNOWN
    start = words[0].start
    name = text[start:].strip().strip("\"“”‘’',.;:").removesuffix("'s").removesuffix("’s")
    if len(words) == 1 and words[0].key in _PRONOUNS and not words[0].written.isupper():
        return text.strip(), None, None, SourceKind.UNKNOWN
    hits = parties.hits(words)
    hits = [
        h for h in hits if not _attributive(words, h) and not _in_name(words, h) and not _in_other_name(words, h, hits)
    ]
    hyphened = {n for n, w in enumerate(words) if n and text[w.start - 1] == "-"}  # "the Lisbon-based institute"
    return _of_hits(name, words, hits, hyphened, parties)


def _of_hits(name: str, words: list[Word], hits: list[Hit], hyphened: set[int], parties: Parties) -> _Answer:
    inside = {n for h in hits for n in range(h.first, h.last + 1)} | hyphened
    ends = [n for n, w in enumerate(words) if n and n not in inside and w.key in _AFTER_HEAD]
    end = ends[0] if ends else len(words)
    head, rest = [h for h in hits if h.last < end], words[end + 1 :]
    country = next((h.entry.country for h in reversed(head) if h.entry.sort in (Sort.STATE, Sort.ADJECTIVE)), None)
    party = next((h.entry.party for h in head if h.entry.sort in (Sort.PARTY, Sort.OUTLET)), None)
    nouns = [h for h in head if h.entry.nouns]
    strong = next((h.entry.nouns for h in reversed(nouns) if h.entry.nouns and h.entry.nouns.use is Use.BODY), None)
    weak = next((h.entry.nouns for h in reversed(nouns) if h.entry.nouns and h.entry.nouns.use is not Use.BODY), None)
    if party is not None and party.id in _OF_EACH_COUNTRY and (own := _nation_before(words, party, parties)):
        return name, f"q:{own.id}-red-cross", own.id, party.kind  # "the Kenya Red Cross" is not the ICRC
    # The last noun is the head: "hospital officials" speak for the hospital, "the army's victims" are not the army.
    if party is not None and (strong is None or strong.kind not in _OWN_NAME or party.kind in _OWN_NAME):
        return party.name, f"q:{party.id}", party.country, party.kind
    if strong is None and (weak is not None or not head) and ends and words[end].key in _BELONGS and rest:
        owner = _resolve(name[rest[0].start - words[0].start :], parties)  # "a spokesman for the army"
        own_name = (
            end > 1 and words[end - 1].key in _SOCIETIES and all(w.written[0].isupper() for w in words[end - 2 : end])
        )
        if own_name and owner[2] is not None and owner[1] == f"q:{owner[2]}":
            return name, None, owner[2], SourceKind.UNKNOWN  # "the Law Society of Kenya" is not Kenya
        if weak is not None and (owner[1] is not None or owner[3] not in (SourceKind.UNKNOWN, SourceKind.PERSON)):
            return owner if owner[1] else (name, None, owner[2], owner[3])
        if weak is not None and country is None:
            country = parties.countries.get(owner[2] or "")
    if country is None:
        country = _country_after(words, hits, end)
    if party is not None and country is None and party.country:
        country = parties.countries.get(party.country)
    called = _by_its_name(words[:end], country, strong, parties)
    if called is not None:
        return name, None, None, called
    said = strong or weak
    if said is not None and said.kind is SourceKind.IGO and country is not None and head[0].entry.country is country:
        return name, f"q:{country.id}-government", country.id, SourceKind.GOVERNMENT  # "Iran's UN mission"
    if said is not None and said.body and country is None:  # "the Damascus government"
        country = next((h.entry.country for h in head if h.entry.sort is Sort.SEAT), None)
    if said is not None:
        return _made(name, said.kind, said.body, said.noun, country)
    whole = head[-1] if head and head[0].first == 0 and head[-1].last == end - 1 else None
    if whole is not None and country is not None and whole.entry.sort is Sort.STATE and len(head) == 1:
        return country.name, f"q:{country.id}", country.id, SourceKind.GOVERNMENT
    if whole is not None and whole.entry.sort is Sort.SEAT and whole.entry.country and len(head) == 1:
        seat = whole.entry.country
        return _made(name, SourceKind.GOVERNMENT, "government", "government", seat)
    if country is not None or any(h.entry.sort is Sort.PEOPLE for h in head):
        people = next((h.entry.country for h in head if h.entry.sort is Sort.PEOPLE), None)
        known = country or people
        named = _like_a_person(words[head[-1].last + 1 : end]) if head else False  # "Nicaraguan Luis Example"
        kind = SourceKind.PERSON if people or named else SourceKind.UNKNOWN
        return name, None, known.id if known else None, kind
    return name, None, None, SourceKind.PERSON if _like_a_person(words[:end]) else SourceKind.UNKNOWN


#: Bodies of a state's people, and none of the state's own: "the Bar Association of Pakistan".
_SOCIETIES = frozenset({
    "alliance", "association", "coalition", "foundation", "initiative", "movement", "network", "organisation",
    "organization", "party", "society",
})  # fmt: skip


def _nation_before(words: list[Word], party: PartyName, parties: Parties) -> Country | None:
    """The country named right before a body of whose name each has one."""
    hits = parties.hits(words)
    first = next((h.first for h in hits if h.entry.party is party), 0)
    return next((h.entry.country for h in hits if h.last == first - 1 and h.entry.country), None)


#: Bodies of whose name each country has one of its own.
_OF_EACH_COUNTRY = frozenset({"icrc", "red-crescent"})


def _by_its_name(
    words: list[Word], country: Country | None, strong: PartyWords | None, parties: Parties
) -> SourceKind | None:
    """The kind of a body that no list has, by the last word of its name: "the Red Dunes Front", "Marlin Shipping"."""
    if country is not None or len(words) < 2 or (strong is not None and strong.kind is not SourceKind.MILITARY):
        return None
    last = words[-1]
    if last.key == "post" and words[-2].key == "command":
        return SourceKind.MILITARY  # no newspaper
    rule = parties.name_ends.get(last.key)
    if rule is None or not last.written[0].isupper() or not words[-2].written[0].isupper() or words[-2].owner:
        return None
    if strong is not None and rule.kind is not SourceKind.ARMED_GROUP:
        return None
    if rule.kind is SourceKind.ARMED_GROUP and any(
        w.key in _OF_A_STATE or w.key[0].isdigit() or w.owner for w in words[:-1]
    ):
        return None
    return rule.kind


def _in_other_name(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """Whether a short name of an outlet is part of another name: "the Northern Dawn Front", "Petra Novak"."""
    size = hit.last - hit.first + 1 - (words[hit.first].key == "the")
    written = words[hit.last].written
    if hit.entry.sort is not Sort.OUTLET or size != 1 or written.isupper() or words[hit.last].owner:
        return False
    known = {n for h in hits for n in range(h.first, h.last + 1) if h.entry.sort is not Sort.WORDS}
    after, before = hit.last + 1, hit.first - 1
    if after < len(words) and words[after].start == words[hit.last].end + 1 and after not in known:
        w = words[after]
        if w.written[0].isupper() and not w.written.isupper() and w.key not in _OF_AN_OUTLET:
            return True
    if before >= 0 and words[before].end + 1 == words[hit.first].start and before not in known:
        w = words[before]
        return w.written[0].isupper() and not w.written.isupper() and not w.owner and not _common(w)
    return False


#: Forces so called are a state's: "the Presidential Guard", "Northern Command", "the Third Brigade".
_OF_A_STATE = frozenset({
    "national", "presidential", "royal", "republican", "border", "coast", "central", "general", "joint", "air",
    "home", "state", "federal", "civil", "army", "military", "police", "high", "fire", "imperial", "northern",
    "southern", "eastern", "western", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "armored", "armoured", "infantry", "mechanised", "mechanized", "naval", "special", "space",
    "airborne", "defence", "defense", "operational", "strategic", "regional", "security", "nato", "allied",
})  # fmt: skip
#: Words after an outlet's name that belong to it.
_OF_AN_OUTLET = frozenset({
    "tv", "television", "news", "radio", "newspaper", "agency", "online", "channel", "daily", "correspondent",
    "reporter", "editor", "magazine", "media", "network", "website", "english", "arabic", "persian",
})  # fmt: skip


def _opens(word: Word) -> bool:
    return word.key in _OPENERS or word.key.isdigit() or word.key in ("year", "old")  # "a 40-year-old man"


def _made(name: str, kind: SourceKind, body: str, noun: str, country: Country | None) -> _Answer:
    """The answer for a common noun: with a state it may name one of the state's bodies."""
    if country is None:
        return name, None, None, kind
    if not body:
        return name, None, country.id, kind
    return f"{country.adjective} {noun}", f"q:{country.id}-{body}", country.id, kind


def _country_after(words: list[Word], hits: list[Hit], end: int) -> Country | None:
    """The state named after the head: "the army of Chad", "officials in Ankara"."""
    for hit in hits:
        if hit.first > end and hit.entry.country and words[hit.first - 1].key in _BELONGS | {"the"}:
            if words[hit.first - 1].key == "by" and words[hit.first - 2].key in _ATTRIBUTIVE | {"up", "created"}:
                continue  # "the administration set up by Russia"
            return hit.entry.country
    return None


def _attributive(words: list[Word], hit: Hit) -> bool:
    after = words[hit.last + 1] if hit.last + 1 < len(words) else None
    before = words[hit.first - 1] if hit.first else None
    joined = after is not None and after.start == words[hit.last].end + 1 and after.key in _ATTRIBUTIVE
    return joined or (before is not None and before.key in _AGAINST and before.end + 1 == words[hit.first].start)


def _placed(words: list[Word], hit: Hit) -> bool:
    before = hit.first - 1
    if before >= 0 and words[before].key == "the":
        before -= 1
    return before >= 0 and words[before].key in _WHERE


def _in_name(words: list[Word], hit: Hit) -> bool:
    """Whether a country's name is part of a person's ("Chad Doe", "Michael Jordan")."""
    if hit.first and words[hit.first - 1].written == "New":  # "New Mexico"
        return hit.entry.sort is Sort.STATE
    person = hit.first == hit.last and words[hit.first].key in _ALSO_PERSONS
    if (
        not (person or hit.entry.sort in (Sort.STATE, Sort.SEAT))
        or words[hit.last].owner
        or words[hit.first].written.isupper()
    ):
        return False
    after = words[hit.last + 1] if hit.last + 1 < len(words) else None
    before = words[hit.first - 1] if hit.first and not person else None
    return any(
        w is not None and w.written[0].isupper() and not w.written.isupper() and not w.owner and not known
        for w, known in ((after, _common(after)), (before, _common(before)))
    )


def _common(word: Word | None) -> bool:
    """Whether a capitalised word is a title word rather than a name ("Syria Government", "The")."""
    return word is None or word.key in _OPENERS | _AFTER_HEAD | _WHERE | _TITLES


#: Names of bodies that are persons' names as well.
_ALSO_PERSONS = frozenset({"amal", "wagner", "lautaro", "badr", "komala", "maute"})
_TITLES = frozenset({
    "president", "minister", "ministry", "government", "army", "police", "military", "prime", "foreign", "interior",
    "defense", "defence", "health", "state", "television", "tv", "radio", "air", "force", "navy", "forces",
    "officials", "embassy", "north", "south", "east", "west", "on", "after", "before", "republic", "islamic",
    "court",
})  # fmt: skip


def _like_a_person(words: list[Word]) -> bool:
    return 2 <= len(words) <= 6 and all(w.written[0].isupper() and w.written.isalpha() for w in words)
