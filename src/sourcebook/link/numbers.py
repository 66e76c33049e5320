"""Numbers: the accounts of how many were killed or injured, each with whom it counts and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.counts import as_they_rose
from sourcebook.link.denials import PRESUPPOSING
from sourcebook.link.disowned import DISOWNED
from sourcebook.link.sums import (
    added,
    counted_on,
    is_count,
    is_further,
    is_late_death,
    is_of_the_rest,
    is_whoever,
    is_whole,
    late,
    listed,
    of_some,
    own_people,
    replaced_by,
    with_the_attacker,
)
from sourcebook.link.tallies import DENYING, disjoint
from sourcebook.link.testimonies import Testimonies, Voice
from sourcebook.read.tolls import EARLIER, REPLACED
from sourcebook.records import (
    Account,
    Claim,
    Course,
    Factuality,
    Harm,
    Incident,
    Question,
    Reading,
    Toll,
    TollRange,
    TollScope,
    VictimStatus,
)

#: The questions that tolls answer.
HARMS = {Harm.KILLED: Question.KILLED, Harm.INJURED: Question.INJURED}


_AND = re.compile(r",? and |, ")


#: A number on its way: "… to at least 14", with the one that it came from before it ("from nine dead to") or behind.
_TO = re.compile(r"\bto (?:at least |about |around |nearly |almost |over |some |more than |as many as )?$", re.I)
_FROM = re.compile(r"\bfrom (?:[\w-]+ ){1,4}to [a-z ]*$", re.I)
_FROM_BEHIND = re.compile(r"(?: [\w-]+){0,3},? from [\w-]+\b", re.I)


def _direction(old: TollRange, low: int) -> Course | None:
    """Whether a number has risen or fallen from an old one."""
    if old[1] is not None and low > old[1]:
        return Course.RAISED
    return Course.LOWERED if low < old[0] else None


def _gives(toll: Toll, low: int, high: int | None) -> bool:
    return (toll.low, toll.high) == (low, high) and low > 1


def _of_everybody(numbers: list[tuple[Account, bool]]) -> list[tuple[Account, bool]]:
    """A source's number of all, where it calls the same number once "four protesters" and once just "four"."""
    out = []
    for a, counts in numbers:
        same = (b for b, _ in numbers if (b.source, b.low, b.high) == (a.source, a.low, a.high))
        plain = a.claim is not None and any(b.victims is VictimStatus.UNKNOWN and b.group is None for b in same)
        out.append((replace(a, victims=VictimStatus.UNKNOWN, group=None) if plain else a, counts))
    return out


def _without(total: TollRange | None, attackers: Mapping[str, int]) -> TollRange | None:
    """The range with and without the attackers who are told of beside those whom they killed: "he and two guards"."""
    return (max(0, total[0] - bool(attackers)), total[1]) if total is not None else None


class Numbers:
    """The numbers of a page's incidents. ``incident_of``: mention id → incident id."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, told_by: Testimonies, incident_of: Mapping[str, str]
    ) -> None:
        self.reading = reading
        self.told_by = told_by
        self.incident_of = incident_of
        self.courses = lexicon.courses
        self.questions = lexicon.questions
        self.claims = {c.id: c for c in reading.claims}
        self.mentions = {m.id: m for m in reading.mentions}
        self.sentences = {s.id: s.span for s in reading.sentences}

    def of(self, incident: Incident) -> Iterator[Account]:
        """The numbers. Those that one source tells side by side are one answer ("one engineer and one official": 2)."""
        parts: dict[Harm, list[Toll]] = {}
        former: dict[Harm, list[Toll]] = {}
        for toll in self.reading.tolls:
            if self._incident_of(toll) != incident.id or toll.scope is not TollScope.INCIDENT or toll.harm not in HARMS:
                continue
            if toll.rule.startswith((EARLIER, REPLACED)):
                former.setdefault(toll.harm, []).append(toll)
            if toll.rule.startswith(REPLACED):
                yield self._of_toll(toll, f"{toll.text} (replaced)")
            elif is_whole(toll):
                parts.setdefault(toll.harm, []).append(toll)
            else:
                note = "part of a total" if toll.part_of else "the attacker"
                told = self._of_toll(toll, f"{toll.text} ({note})")
                yield replace(told, attackers=toll.low if toll.perpetrator else 0)
        with_attackers = [t for t in self.reading.tolls if t.part_of and t.perpetrator]
        own = [t for t in self.reading.tolls if t.perpetrator and self._incident_of(t) == incident.id]
        for harm, tolls in parts.items():
            # link/casualties.py has left numbers out of the range that describe a part ("three of the dead were women")
            total = _without(
                incident.killed if harm is Harm.KILLED else incident.injured,
                {t.text.casefold(): t.low for t in own if t.harm is harm and t.part_of is None and t.high == 1},
            )
            numbers: list[tuple[Account, bool]] = []
            for together in self._side_by_side(tolls, total):
                low, high = added(together)
                if high is None and total == (low, low) and self._with_the_hurt(together):
                    high = low  # "leaving a soldier dead and five others wounded": that is all of both
                ranks = {counted_on(t) for t in together}
                with_him = ranks.pop() if len(ranks) == 1 else None
                if with_him and total is not None and not disjoint((with_him, with_him), total):
                    low = high = with_him
                account = self._of_toll(together[0], listed([t.text for t in together]))
                counts = total is not None and not disjoint((low, high), total) and not self._is_some(together)
                old = replaced_by(together, [t for t in former.get(harm, ()) if (t.low, t.high) != (low, high)])
                course = Course.RAISED if low == with_him else self._course(together[0])
                if course is None and any(self._course(t) is Course.RAISED for t in tolls if _gives(t, low, high)):
                    course = Course.RAISED  # the headline has said that it rose to this
                if course is None and old is not None and self._from_to(together[0]):
                    course = _direction(old, low)  # "went from nine to 14"
                if course is Course.DENIED:
                    continue  # "nine, not 14": the other number says it
                if any(self._course(t) is Course.DENIED for t in former.get(harm, ()) if old == (t.low, t.high)):
                    course = Course.DENIED
                attackers = sum(p.low for p in with_attackers if p.part_of in {t.id for t in together})
                attackers = attackers or int(any(self._has_attacker(t) for t in together))
                told = replace(account, low=low, high=high, instead_of=old, course=course, attackers=attackers)
                numbers.append((told, counts))
            yield from as_they_rose(_of_everybody(numbers))

    def _is_some(self, together: list[Toll]) -> bool:
        """Whether a number is of some only, by what is told of them: more dead than before, those not yet well."""
        told, text = [(t, self.sentences.get(t.sentence)) for t in together], self.reading.page.text
        return all(
            s is not None and (is_further(t, text[t.span.end : s.end]) or is_of_the_rest(t, s.of(text)))
            for t, s in told
        )

    def _has_attacker(self, toll: Toll) -> bool:
        """ "Bringing the death toll to four, including the gunman"."""
        span = self.sentences.get(toll.sentence)
        behind = self.reading.page.text[toll.span.end : span.end] if span is not None else ""
        return toll.low > 1 and with_the_attacker(behind)

    def _course(self, toll: Toll) -> Course | None:
        """What the words around a number say of it: risen to, fallen to, wrong."""
        sentence = self.sentences.get(toll.sentence)
        if sentence is None:
            return None
        text = self.reading.page.text
        return self.courses.of(text[sentence.start : toll.span.start], text[toll.span.end : sentence.end])

    def _with_the_hurt(self, together: list[Toll]) -> bool:
        """Whether persons told of one by one stand in one breath with a number of the other harm."""
        told = {(t.sentence, t.claim, t.harm) for t in together}
        return not any(is_count(t) for t in together) and any(
            is_count(t) and is_whole(t) and t.harm in HARMS and t.low and (t.sentence, t.claim, t.harm) not in told
            for t in self.reading.tolls
            if any((t.sentence, t.claim) == (sentence, claim) for sentence, claim, _ in told)
        )

    def _from_to(self, toll: Toll) -> bool:
        """Whether the words around a number say from which one it came, whatever the verb."""
        sentence = self.sentences.get(toll.sentence)
        if sentence is None:
            return False
        text = self.reading.page.text
        before, behind = text[sentence.start : toll.span.start], text[toll.span.end : sentence.end]
        return _TO.search(before) is not None and bool(_FROM.search(before) or _FROM_BEHIND.match(behind))

    def _side_by_side(self, tolls: list[Toll], total: TollRange | None) -> Iterator[list[Toll]]:
        """Tolls that are added: of one sentence, or single persons of whom one source tells in one after the other.

        They are only added where the range of the incident holds the sum.
        """
        groups: dict[tuple[object, ...], list[Toll]] = {}
        for toll in tolls:
            key: tuple[object, ...] = (toll.sentence, toll.claim)
            if not is_count(toll) and not self._follows_a_count(toll, tolls):
                claim = self.claims.get(toll.claim or "")
                key = (toll.article, claim.source.entity or claim.source.resolved if claim else None)
            groups.setdefault(key, []).append(toll)
        apart = total is not None and len(groups) > 1 and all(disjoint(added(g), total) for g in groups.values())
        if apart and not disjoint(added(tolls), total or (0, 0)):
            yield tolls  # "two died at the scene. Four more died in hospital"
            return
        for group in groups.values():
            if total is not None and not disjoint(added(group), total):
                yield group
            else:
                yield from ([toll] for toll in group)

    def _follows_a_count(self, toll: Toll, tolls: list[Toll]) -> bool:
        """ "Two men *and a woman*": one person told of in one breath with several."""
        text = self.reading.page.text
        return any(
            is_count(t) and (t.sentence, t.claim) == (toll.sentence, toll.claim) and _AND.fullmatch(between)
            for t in tolls
            if (between := text[t.span.end : toll.span.start])
        )

    def _of_toll(self, toll: Toll, value: str) -> Account:
        voice = self.told_by.voice(toll.article, toll.claim)
        if voice.stance in DENYING and voice.claim is not None and self._leaves_it(toll, voice.claim):
            voice = Voice(voice.article, None)  # who denies a part in an attack does not count its dead
        account = self.told_by.account(voice, HARMS[toll.harm], value, (toll.span, toll.sentence))
        status = VictimStatus.UNKNOWN if is_whoever(toll) else toll.victims.status
        span = self.sentences.get(toll.sentence)
        behind = self.reading.page.text[toll.span.end : span.end] if span is not None else ""
        before = self.reading.page.text[span.start : toll.span.start] if span is not None else ""
        note = of_some(toll, before, behind)
        if is_late_death(toll, behind) and value == toll.text:
            account = replace(account, value=late(value))
        elif note is not None and value == toll.text:
            account = replace(account, value=f"{value} ({note})")
        own = own_people(toll.text) if voice.claim is not None else None  # a report has no staff there
        return replace(account, victims=status, group=toll.victims.group or own)

    def _leaves_it(self, toll: Toll, claim: Claim) -> bool:
        """Whether a denial leaves a number in its words as it is: "denied planting the bomb that killed nine"."""
        if claim.rule.endswith(DISOWNED) or self.questions.of(claim.content_text) in PRESUPPOSING:
            return True
        mention = self.mentions.get(toll.mention or "")
        return mention is not None and mention.claim == claim.id and mention.factuality is Factuality.CERTAIN

    # ------------------------------------------------------------------------------- denials and refusals

    def _incident_of(self, toll: Toll) -> str | None:
        """The incident of the toll's mention; of a toll of no mention, that of the same number, else the main one."""
        if toll.mention:
            return self.incident_of.get(toll.mention)
        tolls = [t for t in self.reading.tolls if t.mention and t.article == toll.article and t.harm is toll.harm]
        same = {self.incident_of.get(t.mention or "") for t in tolls if (t.low, t.high) == (toll.low, toll.high)}
        real = [i for i in self.reading.incidents if not i.background]
        here = [i for i in real if any(self.mentions[m].article == toll.article for m in i.mentions)]
        chosen = here or [i for i in real if not i.mentions]
        return max(chosen, key=lambda i: (i.id in same, len(i.mentions))).id if chosen else None
