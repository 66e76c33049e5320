"""Which question a denial or a refusal answers, by the words it is made of (``data/questions.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import Question


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """Words that show that a denial is about ``question``. Rules are tried in file order.

    ``disclaims``: who says this of himself denies it, by whatever verb of saying. ``absent``: only if he may have done
    it.
    """

    id: str
    question: Question
    phrases: tuple[str, ...]
    example: str
    counter_example: str
    disclaims: bool = False
    absent: bool = False


#: Words by which speakers name themselves, and theirs.
_OWN = (
    r"(?:it|we|they|he|she|I|(?:(?:none|not one|all) of )?(?:our|its|their|his|her) (?:own )?(?:[\w-]+ )?[\w-]+"
    r"|no \w+ of (?:its|ours|theirs)|the (?:brigade|company|council|faction|front|group|army"
    r"|league|movement|organi[sz]ation|militia|party|sect|suspect|accused|defendant|man|union))"
)
#: Where such words open a clause.
_OPENS = r"(?:^\W*(?:(?:late |early )?on \w+day(?: \w+)? )?|[.;,:] \W*|\b(?:and|but|as) )(?:that )?"
#: What may lie between them and what is disclaimed: "we have, as you know," "no part in"; "had no reason and …".
_BETWEEN = r"(?: \W*\w+){0,3}?(?: (?:[\w-]+,? ){1,7}?(?:and|nor))? \W*"
#: Not of its making: "the shell was not one of ours", "those men were not his".
_NOT_OURS = re.compile(
    r"^\W*(?:that )?(?:the|this|that|these|those|any) (?:\w+ )?(?:aircraft|attackers|bombs?|drones?|fighters|fire"
    r"|gunmen|helicopters?|jets?|men|missiles?|planes?|projectiles?|rockets?|shell(?:ing|s)?|soldiers|strike|warplanes?)"
    r"(?: [\w-]+){0,4}? (?:(?:was|were|is|are|had|did|has|have) not|(?:was|were|is|are|did|had)n['’]t) (?:been |come )?"
    r"(?:one of |from |fired by |launched by |dropped by |sent by )?"
    r"(?:its|ours|theirs|his|our|their|the (?:army|group|movement|militia|government)['’]s)\b"
    r"|^\W*(?:that )?(?:its|our|their|his|her) hands (?:were|are) clean\b"
    r"|.*\b(?:was|were|is|are|,)(?: \W?)?(?:not|never|no) (?:\W?)(?:an? |the |any )?(?:\w+ of (?:ours|theirs|its own)"
    r"|(?:our|its|their) (?:act|deed|doing|handiwork|making|operation|work))\b",
    re.I | re.S,
)


_ARMS = (
    r"(?:aircraft|artillery|boats?|drones?|fighters?|forces|guns?|gunmen|gunners|helicopters?|jets?|members?|men|missiles?"
    r"|officers?|operations?|patrols?|planes?|presence|rockets?|ships?|soldiers?|troops|units?|vehicles?|vessels?"
    r"|warplanes?|weapons?)"
)
#: That one's own were not there, or had nothing to do it with: "its fighters had not been in Beja", "it had no guns",
#: "no Marovian aircraft had taken off".
_ABSENT = re.compile(
    rf"{_OPENS}{_OWN} (?:(?:had|have|has|was|were|did) (?:not|never)|(?:had|have|has|was|were|did)n['’]t)(?: \w+)?"
    r"(?: (?:been|set foot|entered|operated?|flown|fired|left|moved|gone|come))?"
    r" (?:in|at|near|over|inside|into|to|within)"
    r" (?:the )?(?-i:[A-Z])"
    rf"|{_OPENS}{_OWN} (?:(?:had|have|has) )?(?:carried out|conducted|flew|flown|launched|made|mounted|staged|undertook"
    r"|undertaken) no (?:[\w-]+ ){0,2}?(?:air ?strikes?|attacks?|bombing|flights?|missions?|operations?|raids?|sorties"
    r"|strikes?)\b"
    rf"|{_OPENS}{_OWN} (?:had|have|has) no (?:[\w-]+ ){{0,2}}?{_ARMS}\b"
    rf"|^\W*(?:that )?(?:no|none of (?:its|our|their|his|the)) (?:[\w-]+ ){{0,2}}?{_ARMS} (?:of (?:ours|its|theirs) )?"
    r"(?:(?:had|have|has) (?:ever )?(?:been (?:in|near|over|at|there|active|deployed|flying|operating|patrolling)"
    r"|entered|fired|flown|gone|left"
    r"|operated|taken off|taken part|used)|(?:was|were) (?:in|near|over|at|there|active|deployed|present|involved)"
    r"|entered|fired|flew|left|operated|took off|took part)\b"
    rf"|^\W*(?:that )?there (?:was|were|had been|have been|has been) (?:no|not a single) (?:[\w-]+ ){{0,2}}?{_ARMS} "
    r"(?:[\w-]+ )?(?:in|near|over|at|there|inside|around)\b",
    re.I,
)


def _worded(phrase: str) -> str:
    """A phrase as a pattern; * stands for up to three words."""
    return re.escape(phrase).replace(r"\*\ ", r"(?:\w+ ){0,3}?")


class Questions:
    """``questions.of(text)``: the question that a denied content answers, None if its words do not say."""

    def __init__(self) -> None:
        self.file: RuleFile[QuestionRule] = load_rules("questions", QuestionRule)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], QuestionRule], ...]:
        return tuple((re.compile(rf"\b(?:{'|'.join(map(_worded, r.phrases))})\b", re.I), r) for r in self.file)

    @cached_property
    def _disclaimers(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What disclaims by itself, and what does so where its speaker may have done it."""

        def pattern(absent: bool) -> re.Pattern[str]:
            phrases = (p for r in self.file if r.disclaims and r.absent is absent for p in r.phrases)
            return re.compile(rf"{_OPENS}{_OWN}\b{_BETWEEN}(?:{'|'.join(map(re.escape, phrases))})\b", re.I)

        return pattern(False), pattern(True)

    def disclaims(self, content: str, *, may_have_done_it: bool = False) -> bool:
        """Whether a content, said by those it is about, is a denial: "it had no part in the raid", "it was not us".

        ``may_have_done_it``: whether who says it is blamed for it, or armed: "its jets had stayed on the ground".
        """
        text = " ".join(content.split())
        surely, where_blamed = self._disclaimers
        if surely.search(text) or _NOT_OURS.match(text):
            return True
        absent = where_blamed.search(text) or _ABSENT.search(text)
        return may_have_done_it and absent is not None

    def of(self, text: str) -> Question | None:
        """The question of the first rule with a phrase in ``text``."""
        found = next((rule.question for pattern, rule in self._patterns if pattern.search(text)), None)
        not_ours = _NOT_OURS.match(text) or _ABSENT.search(text)
        return Question.RESPONSIBILITY if found is None and not_ours else found
