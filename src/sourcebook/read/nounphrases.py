"""Noun phrases: what the words for somebody say of him: head, names, number, gender, whether he is new."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.lexicon.speakers import SpeakerRule, Speakers
from sourcebook.read.clauses import noun_phrase
from sourcebook.records import Sentence, Span, Token

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
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "gen", "general", "col", "colonel",
    "lt", "lieutenant", "maj", "major", "capt", "captain", "sgt", "sergeant", "cpl", "corporal", "adm", "admiral",
    "brig", "brigadier", "commander", "cmdr", "commissioner", "superintendent", "supt", "inspector", "insp",
    "detective", "det", "constable", "officer", "chief", "sheriff", "judge", "justice", "prosecutor", "president",
    "premier", "prime", "minister", "chancellor", "governor", "gov", "mayor", "senator", "sen", "rep", "deputy",
    "ambassador", "envoy", "secretary", "king", "queen", "prince", "princess", "emir", "sheikh", "imam", "bishop",
    "archbishop", "pope", "father", "pastor", "reverend", "rev", "rabbi", "msgr", "spokesman", "spokeswoman",
    "spokesperson", "director", "chairman", "chairwoman", "comisario",
    # ranks of the police of South Asia and Africa, forms of address
    "acp", "alhaji", "asi", "asp", "barr", "dcp", "dig", "dpo", "dsp", "engr", "hafiz", "hajia", "haji", "hon", "igp",
    "malam", "mallam", "maulana", "oc", "ppro", "sardar", "sdpo", "sho", "sp", "ssp",
})  # fmt: skip
#: Endings of words for people that the list of speaking nouns does not have ("watchman", "auditor").
PERSON_ENDINGS = ("or", "er", "ist", "man", "woman", "ian", "ee", "ant", "eer")


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
        person = person or (not rule.group and rule.id not in ("document",)) or t.lemma in _ONE_OF_A_FORCE
        person = person or (t.lemma == "guard" and t.tag == "NN" and not determiners.isdisjoint(_A))
    if t.pos == "PROPN" and t.ent == "" and gender:
        person = True
    if rule is None and t.pos == "NOUN" and t.lemma.endswith(PERSON_ENDINGS):
        person = True
    if t.pos == "PROPN" and len(names) > 1 and t.ent != "GPE":
        told_apart = any(n.lower().strip(".") in TITLES for n in names[:-1]) and names[0].lower() != "the"
        told_apart = told_apart and t.lower not in _OFFICES  # "the General Staff"
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
        plural=(t.tag in ("NNS", "NNPS") and not (t.ent == "PERSON" and len(names) > 1)) or bool(s.kids(head, "conj")),
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


#: What a rank or a title before it makes no person of.
_OFFICES = frozenset({
    "academy", "command", "committee", "council", "department", "directorate", "headquarters", "office", "secretariat",
    "service", "staff",
})  # fmt: skip

#: Nouns of forces that call one of them, and "guard", which with "a" before it does.
_ONE_OF_A_FORCE = frozenset({
    "commissioner", "constable", "detective", "inspector", "investigator", "policeman", "policewoman", "sheriff",
    "superintendent",
})  # fmt: skip
_A = frozenset({"a", "an", "another", "one", "second"})

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
