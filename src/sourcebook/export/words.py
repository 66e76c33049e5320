"""Words for people: how the terminal and the page say what the records hold. Both use the same ones."""

from __future__ import annotations

import datetime as dt
import unicodedata

from sourcebook.link.names import without_clauses
from sourcebook.link.tallies import is_number
from sourcebook.records import (
    Claim,
    DatePrecision,
    DateRange,
    EventType,
    Factuality,
    Grade,
    Harm,
    Incident,
    Mention,
    Party,
    Phase,
    Question,
    SourceKind,
    Stance,
    Toll,
    TollRange,
    VictimStatus,
)

#: Characters of a cue that are shown as they stand; a longer one is said in one verb.
LONGEST_CUE = 26

#: Who speaks where no one is quoted.
AUTHOR = "the article itself"

STANCES = {
    Stance.ASSERT: "said",
    Stance.CONFIRM: "confirmed",
    Stance.DENY: "denied",
    Stance.DISPUTE: "disputed",
    Stance.ACCUSE: "accused",
    Stance.ADMIT: "admitted",
    Stance.CONDEMN: "condemned",
    Stance.SUPPORT: "supported",
    Stance.THREATEN: "threatened",
    Stance.PROMISE: "promised",
    Stance.DEMAND: "demanded",
    Stance.PREDICT: "expected",
    Stance.NO_COMMENT: "no comment",
}

FACTUALITIES = {
    Factuality.CERTAIN: "stated as fact",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAINLY_NOT: "denied",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "perhaps not",
    Factuality.UNKNOWN: "left open",
}

GRADES = {
    Grade.CONFIRMED: "confirmed",
    Grade.FAIR: "fairly supported",
    Grade.WEAK: "weakly supported",
    Grade.CONTESTED: "contested",
    Grade.DISCOUNTED: "discounted",
}

QUESTIONS = {
    Question.OCCURRENCE: "Did it happen?",
    Question.RESPONSIBILITY: "Who did it?",
    Question.TARGET: "Who or what was hit?",
    Question.KILLED: "Killed",
    Question.INJURED: "Injured",
    Question.PLACE: "Where?",
    Question.DATE: "When?",
}

#: The questions as they stand in "contested: …".
DISPUTES = {
    Question.OCCURRENCE: "whether it happened",
    Question.RESPONSIBILITY: "who did it",
    Question.TARGET: "who was hit",
    Question.KILLED: "how many were killed",
    Question.INJURED: "how many were injured",
    Question.PLACE: "where",
    Question.DATE: "when",
}

#: ISO 639-1 codes of the languages that news pages are most often in.
LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian",
    "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

#: Directional marks can make a name read backwards or hide what follows it.
_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Text from a page on one line, without the control characters that could steer a terminal."""
    kept = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text if c not in _MARKS)
    return " ".join(kept.split())


def unquoted(text: str) -> str:
    """Words of a page without the quotation marks and commas at their ends, to be put in new ones."""
    return clean(text).strip('"“”‘’„«», ')


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, cut at a word, with an ellipsis if something was cut."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head[: head.rfind(" ")] if " " in head[length // 2 :] else head).rstrip(" ,;:") + "…"


def source_name(described: str) -> str:
    """The name and apposition of a source, on one line, without clauses about it."""
    return without_clauses(clean(described))


def days(value: str) -> str:
    """The days of an account, ``2024-05-03`` or ``2024-05-03 to 2024-05-09``, as a person writes them."""
    try:
        low, _, high = value.partition(" to ")
        return date_range(DateRange(dt.date.fromisoformat(low), dt.date.fromisoformat(high or low)))
    except ValueError:
        return value


def counted(n: int, noun: str) -> str:
    """A number of things: "1 page", "1,204 pages"."""
    return f"{n:,} {noun}" + ("" if n == 1 else "s")


def language(code: str | None) -> str:
    """A language by name and code: "Arabic (ar)"."""
    if not code:
        return "unknown language"
    return f"{LANGUAGES[code]} ({code})" if code in LANGUAGES else code


def is_read(code: str | None) -> bool:
    """Whether claims are looked for in a language."""
    return code in (None, "en")


def not_read(code: str | None) -> str:
    """What is said of an article in a language that is not read."""
    return f"language: {language(code)} — not read; no claims were looked for"


def date_range(found: DateRange | None) -> str:
    """Days as a person writes them, no finer than the precision: "19 Feb 2023", "Feb 2023", "8–9 Sep 2024"."""
    if found is None or (found.low is None and found.high is None):
        return ""
    low, high = found.low, found.high
    if low is None or high is None:
        return f"from {_day(low)}" if low else f"until {_day(high)}"
    if low == high:
        return _day(low)
    if found.precision is DatePrecision.YEAR and low.year == high.year:
        return str(low.year)
    if found.precision is DatePrecision.MONTH and (low.year, low.month) == (high.year, high.month):
        return f"{low:%b %Y}"
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day}–{_day(high)}"
    return f"{low.day} {low:%b} – {_day(high)}" if low.year == high.year else f"{_day(low)} – {_day(high)}"


def _day(day: object) -> str:
    return f"{day:%-d %b %Y}"


def number_range(found: TollRange | None) -> str:
    """A number of people: "5", "5–14", "5 or more"; empty where no one says."""
    if found is None:
        return ""
    low, high = found
    if high == 0:
        return "no one"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def told_range(incident: Incident, question: Question) -> str:
    """The range of those killed or injured, open above where the highest number is only a least: "7 or more"."""
    found = incident.killed if question is Question.KILLED else incident.injured
    if found is None or found[1] is None or found[1] == 0:
        return number_range(found)
    told = [a for a in incident.accounts if a.question is question and a.low is not None and a.low >= found[1]]
    top = [a.high for a in told if is_number(a) or found[1] > 1]  # "a farmer was killed": 1
    return number_range(found) + (" or more" if top and all(high is None for high in top) else "")


def event_type(kind: EventType) -> str:
    """A type of event as a heading: "Air strike"."""
    return kind.value.replace("-", " ").capitalize()


def source_kind(kind: SourceKind, beside: str = "") -> str:
    """A kind of source: "armed group". Empty where it is not known, or where the name ``beside`` it says it already."""
    word = _KINDS.get(kind, kind.value.replace("-", " "))
    return "" if word.lower() in beside.lower() else word


#: Kinds whose value is not a word that everyone knows.
_KINDS = {SourceKind.UNKNOWN: "", SourceKind.IGO: "intergovernmental body", SourceKind.NGO: "NGO"}


def who(claim: Claim) -> str:
    """The source of a claim by the name it goes back to."""
    resolved = clean(claim.source.resolved)
    return resolved[:1].upper() + resolved[1:] if resolved else "No source named"


def how(claim: Claim) -> str:
    """What the source does, in the report's own words: "declined", "blamed"; a general verb where it has none."""
    cue = clean(claim.cue_text)
    return cue if 1 < len(cue) <= LONGEST_CUE and any(c.isalpha() for c in cue) else STANCES[claim.stance]


def is_unnamed(claim: Claim) -> bool:
    """Whether there is a source that is kept anonymous; no source at all is no anonymous one."""
    return claim.source.anonymous and bool(clean(claim.source.resolved))


def relay(claim: Claim) -> str:
    """Through whom the words came, nearest to the reader first: "Reuters ← Syrian security personnel"."""
    return " ← ".join(clean(v) for v in claim.via)


def parties(found: tuple[Party, ...]) -> str:
    """Parties by name: "Israeli military, Hezbollah"."""
    return ", ".join(dict.fromkeys(clean(p.name) for p in found))


def victims(toll: Toll) -> str:
    """Who is counted: "civilians", "children"; empty where the text does not say."""
    one = toll.low == toll.high == 1
    if toll.victims.group:
        group = toll.victims.group.replace("-", " ")
        return _ONE.get(group, group.removesuffix("s")) if one else group
    status = {VictimStatus.CIVILIAN: "civilian", VictimStatus.COMBATANT: "combatant"}.get(toll.victims.status, "")
    return status if one or not status else f"{status}s"


_ONE = {"children": "child", "women": "woman", "men": "man", "police": "police officer"}


def toll(found: Toll) -> str:
    """A toll in words: "5 or more killed", "3 children injured"."""
    counted = victims(found)
    return " ".join(p for p in (number_range((found.low, found.high)), counted, harm(found.harm)) if p)


def harm(found: Harm) -> str:
    """What happened to the people counted."""
    return found.value


def certainty(mention: Mention) -> str:
    """How sure the source is, and how far the event had come: "probable", "planned"."""
    plain = mention.factuality is Factuality.CERTAIN or mention.phase is Phase.ATTEMPTED
    parts = [] if plain else [FACTUALITIES[mention.factuality]]
    if mention.phase is not Phase.OCCURRED:
        parts.append(mention.phase.value)
    if mention.background:
        parts.append("earlier event")
    return ", ".join(parts)
