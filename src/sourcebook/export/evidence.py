"""Evidence in words: what each feature of the claim model stands for, and the weights summed by what they are about."""

from __future__ import annotations

from sourcebook.read.explanations import AROUND, BY_HAND, Evidence

#: What features are about, by the letters before their colon; where one has no colon, by its whole name.
FEATURE_GROUPS: dict[str, tuple[str, ...]] = {
    "start": ("bias",),
    "word": ("lf", "l", "rf", "f"),
    "speaker": ("s", "fs", "rs", "k", "fk"),
    "content": ("n", "fn", "o", "ro", "ol", "holds-quote"),
    "form": ("t", "d", "aux", "negated", "marked", "question"),
    "quotation": ("in-quote", "in-short-quote"),
    "around": (AROUND.rstrip(":"),),
    "by hand": (BY_HAND,),
}
_GROUP = {prefix: name for name, prefixes in FEATURE_GROUPS.items() for prefix in prefixes}

#: Constructions, as they are named in the middle of a sentence; a preposition follows after a colon.
FRAMES = {
    "clause": "with a clause",
    "quote": "with a quotation",
    "fronted": "after what is said",
    "as-said": "in “as … said”",
    "according-to": "“according to”",
    "by-count": "“by the count of”",
    "if-believed": "“if … is to be believed”",
    "has-it": "“… has it”",
    "citing": "citing someone",
    "hearsay": "hearsay",
    "colon": "before a colon",
    "signature": "as a signature",
    "silence": "saying nothing",
    "object": "with an object",
    "infinitive": "with “to …”",
    "gerund": "with “-ing”",
    "gap": "of which something is told",
    "as": "with “… as …”",
    "prep": "with",
    "light": "with a noun of saying",
    "adjective": "with an adjective",
    "noun-that": "noun with “that …”",
    "noun-infinitive": "noun with “to …”",
    "noun-prep": "noun with",
    "adj-clause": "adjective with a clause",
    "adj-infinitive": "adjective with “to …”",
    "adj-prep": "adjective with",
}

_KINDS = {
    "none": "nobody named", "first": "“I” or “we”", "you": "“you”", "he": "“he” or “she”", "it": "“it”",
    "they": "“they”", "who": "“who”", "that": "“that” or “which”", "person": "a person's name",
    "org": "a body's name", "gpe": "a country or city", "norp": "a people or party", "propn": "a name",
    "noun": "a noun", "nouns": "a noun in the plural", "num": "a number", "saying": "a thing said",
    "det": "“some”, “all”", "pron": "another pronoun", "verb": "a verb", "adj": "an adjective", "punct": "a mark",
    "adp": "a preposition",
}  # fmt: skip

_TAGS = {
    "VBD": "past tense", "VBZ": "present tense", "VBP": "present tense", "VB": "bare verb", "VBG": "“-ing” form",
    "VBN": "participle", "NN": "noun", "NNS": "plural noun", "JJ": "adjective", "IN": "preposition",
}  # fmt: skip

_LENGTHS = {"1": "one word", "2": "two or three words", "4": "four to seven words", "8": "8 to 29 words",
            "30": "30 words or more"}  # fmt: skip

_FLAGS = {
    "bias": "start",
    "in-quote": "inside a quotation",
    "in-short-quote": "inside a short quotation",
    "negated": "negated",
    "marked": "after “if” or “because”",
    "holds-quote": "content holds quotation marks",
    "question": "in a question",
    BY_HAND: "set by hand",
}


def group_of(feature: str) -> str:
    """What a feature is about: word, speaker, content, form, quotation; "other" for one that no table here names."""
    name = feature.partition(":")[0].partition("|")[0]
    return _GROUP.get(name, "other")


def frame_words(frame: str) -> str:
    """A frame in words: "with a clause and a quotation", "passive, with an object"."""
    name, _, quoted = frame.partition("+")
    base, _, preposition = name.partition(":")
    before = ""
    for prefix, word in (("reduced-", "reduced, "), ("passive-", "passive, ")):
        if base.startswith(prefix):
            base, before = base.removeprefix(prefix), before + word
    words = FRAMES.get(base, base) + (f" “{preposition}”" if preposition else "")
    return before + words + (" and a quotation" if quoted and base not in ("quote", "fronted") else "")


def described(feature: str) -> str:
    """One feature in words; as it is where no table here names it."""
    if feature.startswith(AROUND):
        return _described_around(feature.removeprefix(AROUND)) or feature
    if feature in _FLAGS:
        return _FLAGS[feature]
    name, colon, rest = feature.partition(":")
    if not colon:
        flag, _, kind = feature.partition("|")
        return f"{_FLAGS[flag]}, spoken of by {_kind(kind)}" if flag in _FLAGS else feature
    first, _, second = rest.partition("|")
    match name:
        case "lf":
            return f"“{first}” {frame_words(second)}"
        case "l":
            return f"the word “{first}”"
        case "rf":
            return f"words like “{first}” {frame_words(second)}"
        case "f":
            return frame_words(rest)
        case "s":
            return f"said by {_kind(rest)}"
        case "fs":
            return f"{frame_words(first)}, said by {_kind(second)}"
        case "rs":
            return f"words like “{first}”, said by {_kind(second)}"
        case "k":
            return f"said by {_speaker(rest)}"
        case "fk":
            return f"{frame_words(first)}, said by {_speaker(second)}"
        case "t":
            return _TAGS.get(rest, rest)
        case "d":
            return "main verb" if rest == "ROOT" else f"in the sentence as {rest}"
        case "aux":
            return f"with “{rest}”"
        case "n":
            return f"content of {_LENGTHS.get(rest, rest)}"
        case "fn":
            return f"{frame_words(first)}, {second} content"
        case "o":
            return f"content is {_kind(rest)}"
        case "ro":
            return f"words like “{first}”, content is {_kind(second)}"
        case "ol":
            return f"content is “{rest}”"
    return feature


#: What the words and their surroundings are, by the letters before the colon or bar; "l" before them adds the cue word.
_AROUND = {
    "t": "form {1}", "d": "in the sentence as {1}", "suf": "a word in “-{1}”", "hl": "under “{1}”",
    "hp": "under {1}", "kp": "with “{1}”", "kl": "with “{1}”", "ko": "with “{1}”", "kot": "with {1}", "kc": "with {1}",
    "k": "with {1}", "s": "said by {1}", "sk": "said by {1}", "sl": "said by “{1}”", "inq": "inside a quotation",
    "qa": "before a quotation", "qb": "after a quotation", "neg": "negated", "w-1": "after “{1}”",
    "w+1": "before “{1}”", "w+12": "before “{1}”", "aux": "with “{1}”",
}  # fmt: skip


def _described_around(name: str) -> str:
    """A feature of ``read.cuewords`` in words, "" for a family that no table here names."""
    family, colon, rest = name.partition(":")
    if name == "bias":
        return "start of the second view"
    family = family if colon else name.partition("|")[0]
    first, _, second = rest.partition("|")
    if family == "l":
        return f"the word “{first}”"
    own = family.startswith("l") and family[1:] in _AROUND
    form = _AROUND.get(family[1:] if own else family)
    if form is None:
        return ""
    said = (second if own else first).rpartition(":")[2].replace("_", " ")
    told = form.replace("{1}", _kind(said) if "“" not in form else said)
    return f"“{first}” {told}" if own else told


def summed(evidence: Evidence) -> list[tuple[str, float]]:
    """The terms summed by what they are about, each with a label, in the order of the groups; nothing near zero."""
    sums: dict[str, float] = {}
    strongest: dict[str, tuple[str, float]] = {}
    for feature, weight in evidence.terms:
        group = group_of(feature)
        sums[group] = sums.get(group, 0.0) + weight
        if group not in strongest or abs(weight) > abs(strongest[group][1]):
            strongest[group] = (feature, weight)
    order = [*FEATURE_GROUPS, "other"]
    labels = {
        "start": "start",
        "word": f"“{evidence.lemma}” {frame_words(evidence.frame)}",
        "by hand": "set by hand",
        "around": "the word and what stands around it",
    }
    out = []
    for group in sorted(sums, key=order.index):
        if abs(sums[group]) >= 0.05:
            out.append((labels.get(group) or described(strongest[group][0]), sums[group]))
    return out


def _kind(name: str) -> str:
    return _KINDS.get(name, name)


def _speaker(rule: str) -> str:
    return "a noun that is no known speaker" if rule == "none" else f"{rule.replace('-', ' ')} (list of speakers)"
