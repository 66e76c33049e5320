"""Items: the tolls of one incident, each with what is needed to add it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.numbers import Profile
from sourcebook.link.sums import is_further, is_of_the_rest, is_set_against, is_since, of_some
from sourcebook.read.numbers import range_of
from sourcebook.read.sketches import Sketch, sketch_of
from sourcebook.read.tolls import EARLIER, REPLACED
from sourcebook.records import Harm, Sentence, Toll, TollScope

#: Rules of harm that tell of someone who lives.
ALIVE = frozenset(
    {
        "treated",
        "treat-patients",
        "in-condition",
        "were-treated",
        "took-to-hospital",
        "in-hospital",
        "recovering",
        "in-care",
        "need-treatment",
        "need-care",
        "fight-for-life",
    }
)


#: Rules of harm whose word says that somebody lived, where it is not told otherwise.
WOUNDED = ALIVE | {"injure", "wounded-state", "lose-limb"}


SINGLE = frozenset({"one", "name", "definite", "pronoun"})


_MORE = frozenset({"other", "others", "more", "another", "additional", "further"})


@dataclass(frozen=True, slots=True)
class Item:
    """A toll with what is needed to add it up."""

    toll: Toll
    low: int
    high: int
    counted: str
    rule: str
    order: int
    more: bool
    sketch: Sketch | None
    earlier: bool
    also: bool
    mild: bool = False  # the sentence says that nobody died of it
    title: bool = False  # a headline's
    further: str = ""  # the dead of whom others were counted before: "further", or "since" where the text adds them
    some: bool = False  # buried, or dead at one place: some of the dead, or all
    rest: bool = False  # of those who are not well yet
    rival: bool = False  # set against another number: "but said that three had died"


def items_of(tolls: tuple[Toll, ...], sentences: Mapping[str, Sentence], lexicon: Lexicon) -> list[Item]:
    """The tolls of the incident itself, as they are added up."""
    harm_of = {t.id: t.harm for t in tolls}
    return [
        _item(t, sentences[t.sentence], n, lexicon)
        for n, t in enumerate(tolls)
        if t.scope is TollScope.INCIDENT
        and t.harm in (Harm.KILLED, Harm.INJURED)
        and (t.part_of is None or harm_of.get(t.part_of) is not t.harm)
        and t.sentence in sentences
    ]


def _item(toll: Toll, sentence: Sentence, order: int, lexicon: Lexicon) -> Item:
    rule, _, counted = toll.rule.partition("/")
    earlier = rule.startswith((EARLIER, REPLACED))
    rule = rule.removeprefix(EARLIER).removeprefix(REPLACED)
    low, high = toll.low, toll.high
    if counted == "vague":
        low, high = range_of(toll.text, lexicon.numbers, Profile.AIRWARS) or (low, high)
    if counted == "number" and low == 1 and high is not None and high > 1 and "one" not in toll.text.lower():
        low = high  # "up to 12": the one number that is named
    single = counted in SINGLE
    sketch = sketch_of(sentence, toll.span, lexicon) if single or (low == high == 1) else None
    words = set(toll.text.lower().replace("more than", "").split())
    number = int(sentence.id.rpartition("s")[2])
    behind = " ".join(t.text for t in sentence.tokens if t.start >= toll.span.end)
    before = " ".join(t.text for t in sentence.tokens if t.end <= toll.span.start)
    text = " ".join(t.text for t in sentence.tokens)
    return Item(
        toll,
        low,
        low if high is None else high,
        counted,
        rule,
        number,
        bool(words & _MORE) or behind.split()[:1] in (["more"], ["others"]),
        sketch,
        earlier,
        _also(sentence, toll),
        any(t.lower in _MILD for t in sentence.tokens),
        number <= 1 and sentence.tokens[-1].tag not in (".", "''", ":"),
        (SINCE if is_since(text) else "further") if is_further(toll, behind) else "",
        of_some(toll, before, behind) is not None and high != 1,
        is_of_the_rest(toll, text),
        is_set_against(before),
    )


SINCE = "since"


#: Words of those who live.
_MILD = frozenset({"survive", "survived", "recover", "recovering", "recovered", "stable", "grazed", "graze", "minor",
                   "superficial", "threatening", "condition", "stabilized", "stabilised"})  # fmt: skip


def _also(sentence: Sentence, toll: Toll) -> bool:
    """ "A girl in the car was also hit": someone else."""
    after = [t for t in sentence.tokens if t.start >= toll.span.end][:7]
    return any(t.lower == "also" for t in after)
