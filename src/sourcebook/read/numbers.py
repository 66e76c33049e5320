"""Number expressions: words and digits to ranges, with bounds, and what a number is that counts no people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sourcebook.errors import Reason
from sourcebook.lexicon.numbers import Bound, Numbers, Profile

V = TypeVar("V")

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORD = re.compile(r"\d+\.\d+|\d{1,3}(?:,\d{3})+|\d+|[^\W\d_]+(?:['.][^\W\d_]+)*|[^\w\s]")
#: Words before "many" that compare or ask: "as many were hurt", "how many died".
_COMPARED = frozenset({"as", "how", "so", "too"})
_RANGE_WORDS = frozenset({"to", "or", "and", "-", "–", "—"})
#: Longest bound or unit phrase in the data, in words.
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression. ``first``..``last``: its words, bounds included; ``core``..``core_last`` without them.

    ``high`` None: open. ``kind``: exact, bound, range, vague or zero. ``no_toll``: why it counts no people.
    """

    first: int
    last: int
    core: int
    core_last: int
    low: int
    high: int | None
    kind: str
    no_toll: Reason | None = None


def find_numbers(words: Sequence[str], numbers: Numbers, profile: Profile = Profile.PLAIN) -> list[Number]:
    """All number expressions in a sequence of lower-case words, left to right, none overlapping."""
    out: list[Number] = []
    i = 0
    while i < len(words):
        opens = words[i] in numbers.openers or words[i][:1].isdigit()
        number = _number_at(words, i, numbers, profile) if opens else None
        if number is None:
            i += 1
            continue
        if out and number.first <= out[-1].last:  # a bound never reaches back into the number before
            number = Number(number.core, number.last, number.core, number.core_last, number.low, number.high,
                            number.kind, number.no_toll)  # fmt: skip
        if out and out[-1].no_toll is Reason.AGE and _is_age_too(words, out[-1], number):
            number = replace(number, no_toll=Reason.AGE)
        out.append(number)
        i = number.last + 1
    return out


def _is_age_too(words: Sequence[str], age: Number, number: Number) -> bool:
    """ "two women aged 34 and 58 were injured", "aged 12, 15 and 19"; not "aged 34, and 58 others"."""
    between = set(words[age.last + 1 : number.first])
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    goes_on = not following[:1].isalnum() or following in _AFTER_AGES
    return number.kind == "exact" and number.low <= _OLDEST and between <= {",", "and", "or"} and goes_on


#: Nobody in a report is older.
_OLDEST = 115
_AFTER_AGES = frozenset({"and", "are", "at", "died", "from", "had", "have", "in", "on", "or", "respectively",
                         "suffered", "sustained", "was", "were", "when", "who", "with"})  # fmt: skip


def range_of(text: str, numbers: Numbers, profile: Profile = Profile.PLAIN) -> tuple[int, int | None] | None:
    """The range that a toll's words stand for in a profile: its first number. None if the words hold no number."""
    words = [w.lower() for w in _WORD.findall(text.replace("’", "'"))]
    found = [n for n in find_numbers(words, numbers, profile) if n.no_toll is None]
    return (found[0].low, found[0].high) if found else None


def _number_at(words: Sequence[str], i: int, numbers: Numbers, profile: Profile) -> Number | None:
    zero = _longest(words, i, numbers.zero)
    if zero and not _in_bound(words, i, numbers):
        end = i + zero[0] - 1
        return Number(i, end, i, end, 0, 0, "zero", _zero_reason(words, i, end))
    # "a number of" before a cardinal is not vague: "some 200", "a total of 12"
    vague = _longest(words, i, numbers.vague) if words[max(0, i - 1)] not in _COMPARED else None
    if vague and not _in_bound(words, i, numbers) and _cardinal(words, i + vague[0], numbers) is None:
        low, high = numbers.vague_range(vague[1], profile)
        first, effect = _bound_before(words, i, numbers)
        if effect is Bound.MAX:
            low, high = 1, low
        end = i + vague[0] - 1
        core_end = end - 1 if words[end] == "of" else end
        return Number(first, core_end, i, core_end, low, high, "vague", _unit(words, i, end, numbers))
    found = _cardinal(words, i, numbers)
    if found is None:
        return None
    end, value = found
    low, high, kind = value, value, "exact"
    second = _range_end(words, i, end, numbers)
    if second:
        end, high, kind = second[0], second[1], "range"
    first, effect = _bound_before(words, i, numbers)
    top = _topped(words, end, numbers)
    if top and top[1] > low:
        return Number(first, top[0], i, top[0], low, top[1], "range", _unit(words, i, top[0], numbers))
    if kind == "range" and first == i and i and words[i - 1] in ("between", "from"):
        first = i - 1
    core_last = end
    after = _longest(words, end + 1, numbers.after)
    if after:
        end += after[0]
        effect = after[1]
    lo, hi = _bounded(low, high, effect)
    kind = kind if effect in (None, Bound.ABOUT) else "bound"
    return Number(first, end, i, core_last, lo, hi, kind, _unit(words, i, end, numbers))


def _in_bound(words: Sequence[str], i: int, numbers: Numbers) -> bool:
    """Whether word ``i`` is part of a bound: "no fewer than nine", "as many as 17"."""
    return any(
        tuple(words[start : start + n]) in numbers.bounds and start + n > i and n > 1
        for start in (i, i - 1)
        for n in range(2, _LONGEST + 1)
        if start >= 0
    )


def _bounded(low: int, high: int, effect: Bound | None) -> tuple[int, int | None]:
    match effect:
        case Bound.MIN:
            return low, None
        case Bound.OVER:
            return low + 1, None
        case Bound.MAX:
            return min(1, high), high
        case Bound.BELOW:
            return min(1, high - 1), max(high - 1, 0)
        case Bound.NEAR:
            return -(-low * 9 // 10), high
        case _:
            return low, high


def _range_end(words: Sequence[str], start: int, end: int, numbers: Numbers) -> tuple[int, int] | None:
    """ "8 to 10", "8-10", "between 8 and 10", "two or three", "at least one but possibly up to 12"."""
    if end + 2 >= len(words):
        return None
    value = _cardinal(words, start, numbers)
    joint = words[end + 1]
    if value is None or joint not in _RANGE_WORDS:
        return None
    if joint == "and" and not (start and words[start - 1] == "between"):
        return None
    if joint == "or" and words[end + 2] == "more":
        return None
    if joint in "-–—" and words[end][0].isdigit() != words[end + 2][0].isdigit():
        return None  # "UPDATE 3 - Six killed"
    found = _cardinal(words, end + 2, numbers)
    if found is None or found[1] <= value[1]:
        return None
    # "10-month-old", "5 to 10 p.m." are found by their unit; "2-1" and "7-year" are not ranges
    return found


def _topped(words: Sequence[str], end: int, numbers: Numbers) -> tuple[int, int] | None:
    """ "one but possibly up to 12": (last word, value) of the upper end."""
    joined = words[end + 1 : end + 2]
    if joined not in (["but"], ["and"], ["or"], ["to"], [","]):
        return None
    for j in range(end + 3, min(end + 7, len(words))):
        found = _cardinal(words, j, numbers)
        if found is not None:
            first, effect = _bound_before(words, j, numbers)
            return found if effect is Bound.MAX and end + 2 <= first <= end + 3 else None
    return None


def _cardinal(words: Sequence[str], i: int, numbers: Numbers) -> tuple[int, int] | None:
    """The cardinal that starts at word ``i``: (its last word, its value)."""
    if i >= len(words):
        return None
    word = words[i]
    if word in ("a", "an", "half"):
        j = i + 1
        if word == "half" and words[j : j + 1] in (["a"], ["an"]) and words[j + 1 : j + 2] == ["dozen"]:
            return j + 1, 6
        if word != "half" and words[j : j + 2] == ["half", "dozen"]:
            return j + 1, 6
        if word == "half" or j >= len(words) or words[j] not in numbers.scales:
            return None
        if words[j] == "score" and (
            words[j + 1 : j + 2] != ["of"] or words[j + 2 : j + 3] == [] or words[j + 2].isdigit()
        ):
            return None  # "a score of people", not "a score of 3-0"
        return _scaled(words, j - 1, 1, numbers)
    if word in numbers.cardinals:
        value, end = numbers.cardinals[word], i
        if value >= 20:  # twenty-one, twenty one
            j = end + 2 if words[end + 1 : end + 2] == ["-"] else end + 1
            if j < len(words) and 0 < numbers.cardinals.get(words[j], 0) < 10:
                value, end = value + numbers.cardinals[words[j]], j
        return _scaled(words, end, value, numbers)
    if _DIGITS.fullmatch(word):
        value, end = int(word.replace(",", "")), i
        if words[i + 1 : i + 2] == ["."] and i + 2 < len(words) and words[i + 2].isdigit():
            return None  # 3.5
        return _scaled(words, end, value, numbers)
    match = re.fullmatch(r"(\d+)\.(\d+)", word)
    if match and words[i + 1 : i + 2] and words[i + 1] in ("million", "thousand"):
        return i + 1, int(float(word) * numbers.scales[words[i + 1]])
    return None


def _scaled(words: Sequence[str], end: int, value: int, numbers: Numbers) -> tuple[int, int]:
    """Apply "hundred", "dozen", "thousand" and what follows them ("two hundred and five")."""
    while words[end + 1 : end + 2] and words[end + 1] in numbers.scales:
        factor = numbers.scales[words[end + 1]]
        value, end = value * factor, end + 1
        if factor < 100:
            break
        j = end + 2 if words[end + 1 : end + 2] == ["and"] else end + 1
        rest = _cardinal(words, j, numbers) if j < len(words) and words[j] not in ("a", "an") else None
        if rest and rest[1] < factor and j < len(words):
            value, end = value + rest[1], rest[0]
            break
    return end, value


def _bound_before(words: Sequence[str], i: int, numbers: Numbers) -> tuple[int, Bound | None]:
    """The bounds that stand before word ``i``: (first word with them, what they do). The outermost effect wins."""
    first, effect = i, None
    while True:
        behind = tuple(words[max(first - _LONGEST, 0) : first])
        for n in range(len(behind), 0, -1):
            phrase = behind[-n:]
            if phrase in numbers.bounds:
                found = numbers.bounds[phrase]
                if found is not Bound.ABOUT or effect is None:
                    effect = found if effect in (None, Bound.ABOUT) or found is not Bound.ABOUT else effect
                first -= n
                break
        else:
            return first, effect


def _unit(words: Sequence[str], start: int, end: int, numbers: Numbers) -> Reason | None:
    """Why the number from ``start`` to ``end`` counts no people, from the words beside it."""
    if words[end + 1 : end + 2] == ["of"]:
        return None
    after = _longest(words, end + 1, numbers.units_after)
    if after:
        return after[1]
    first, _ = _bound_before(words, start, numbers)
    if start == end and (_is_year(words, start) or _is_day(words, start)):
        return Reason.TIME
    for at in (start, first):
        for n in (3, 2, 1):
            phrase = tuple(words[max(at - n, 0) : at])
            if len(phrase) == n and phrase in numbers.units_before:
                return numbers.units_before[phrase]
    # one adjective or noun between number and unit: "12 heavy shells", "20 more kilometres", "40 mud houses"
    later = _longest(words, end + 2, numbers.units_after)
    if later and words[end + 1 : end + 2] and words[end + 1].isalpha() and later[1] is not Reason.AGE:
        return later[1] if words[end + 1] in numbers.between else None
    return None


def _is_day(words: Sequence[str], i: int) -> bool:
    """Whether a number is a day of a month whose name is a word as well: "the May 4 killing", "on 4 March"."""
    if not words[i].isdigit() or not 1 <= int(words[i]) <= 31:
        return False
    before = words[max(i - 2, 0) : i]
    if before[-1:] == ["may"]:
        return before[:-1] not in (["in"], [])  # "in May 14 people died"
    return before[-1:] in (["the"], ["a"], ["on"]) and words[i + 1 : i + 2] in (["march"], ["may"])


def _is_year(words: Sequence[str], i: int) -> bool:
    """Whether a bare 1900 to 2099 is a year: nothing that it could count follows."""
    word = words[i]
    if len(word) != 4 or not word.isdigit() or not 1900 <= int(word) < 2100:
        return False
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    return before in (",", "in", "since", "of", "by", "from", "until", "and", "to") or not after.endswith(
        ("s", "people", "men", "ren")
    )


def _zero_reason(words: Sequence[str], i: int, end: int) -> Reason | None:
    if words[end + 1 : end + 2] == ["else"]:
        return Reason.NOT_A_TOLL  # "six guards and nobody else"
    nexts = tuple(words[i + 1 : i + 2])
    return Reason.NOT_A_TOLL if words[i] == "no" and nexts in (("longer",), ("doubt",), (",",), ("matter",)) else None


def _longest(words: Sequence[str], i: int, table: Mapping[tuple[str, ...], V]) -> tuple[int, V] | None:
    """The longest phrase of ``table`` that starts at word ``i``: (its length, its value)."""
    phrase = tuple(words[i : i + _LONGEST])
    for n in range(len(phrase), 0, -1):
        found = table.get(phrase[:n])
        if found is not None:
            return n, found
    return None
