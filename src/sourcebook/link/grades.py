"""Grades: how well an incident is supported, on Airwars' scale, with the sentence that explains it.

The table is data (``data/grades.toml``): the first rule whose facts hold decides. A grade follows from the
accounts alone, so that it is computed anew whenever they change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.grades import first_holding
from sourcebook.link.accounts import summed
from sourcebook.link.counts import COUNTED, counts_of, standing
from sourcebook.link.identities import independent, keys_of
from sourcebook.link.names import folded, longest_names, name_of
from sourcebook.link.tallies import DENYING, NOT_HAPPENED, hull, tells
from sourcebook.records import Account, Grade, Incident, IncidentStatus, Question, Reading, Stance

NOT_YET = frozenset({IncidentStatus.PLANNED, IncidentStatus.THREATENED})


def with_grades(reading: Reading, lexicon: Lexicon) -> Reading:
    """The same reading, each incident graded."""
    return replace(reading, incidents=tuple(graded(i, lexicon) for i in reading.incidents))


def graded(incident: Incident, lexicon: Lexicon) -> Incident:
    """The incident with the grade of the first rule of the table that holds, and its sentence."""
    facts = facts_of(incident)
    sources = incident.independent_sources or len(independent(incident.accounts))
    if rule := first_holding(lexicon.grades, facts, sources):
        return replace(incident, grade=rule.grade, grade_reason=_sentence(rule.sentence, incident, sources))
    return replace(incident, grade=Grade.WEAK, grade_reason="No rule of the table of grades holds.")


def retracted(incident: Incident, lexicon: Lexicon, *, source: str = "", lineage: str = "") -> Incident:
    """The incident without what a source, or all of a lineage, says of it: counts, contradictions and grade anew.

    ``source``: by any of its names; ``lineage``: by its name. What nobody is left to say is no longer said.
    """
    keys = keys_of(incident.accounts)
    gone = {keys[a] for a in incident.accounts if source and folded(source) in (folded(a.source), name_of(a.source))}
    kept = tuple(
        a for a in incident.accounts if keys[a] not in gone and not (lineage and folded(a.lineage) == folded(lineage))
    )
    if kept == incident.accounts:
        return incident
    keys = keys_of(kept)
    counts = counts_of(kept, keys=keys)
    left = {q: hull((c.low, c.low if c.high is None else c.high) for c in standing(counts, q)) for q in COUNTED}
    left = {q: left[q] if any(a.question is q for a in incident.accounts) else old for q, old in (
        (Question.KILLED, incident.killed), (Question.INJURED, incident.injured)
    )}  # fmt: skip
    whole = replace(incident, accounts=kept, killed=left[Question.KILLED], injured=left[Question.INJURED])
    return graded(summed(whole, counts, keys=keys), lexicon)


def facts_of(incident: Incident) -> frozenset[str]:
    """What the table of grades may ask of an incident (``lexicon/grades.py:FACTS``)."""
    facts = {f"contested-{q}" for q in incident.contested if q not in (Question.PLACE, Question.DATE)}
    if incident.status in NOT_YET:
        facts.add("not-yet")
    if incident.status is IncidentStatus.ATTEMPTED:
        facts.add("attempted")
    if any(tells(a) for a in incident.accounts):
        facts.add("told")
    if _denying(incident.accounts):
        facts.add("denied")
    if _admitting(incident.accounts):
        facts.add("admitted")
    return frozenset(facts)


def _denying(accounts: Iterable[Account]) -> list[Account]:
    return [
        a for a in accounts if a.question is Question.OCCURRENCE and (a.stance in DENYING or a.value == NOT_HAPPENED)
    ]


def _admitting(accounts: Iterable[Account]) -> list[Account]:
    return [a for a in accounts if a.question is Question.RESPONSIBILITY and a.stance is Stance.ADMIT]


def _sentence(template: str, incident: Incident, sources: int) -> str:
    accounts = incident.accounts
    who = [a for a in accounts if a.question is Question.RESPONSIBILITY]
    named = _names(longest_names(a.value for a in who if tells(a)))
    if deniers := _names(longest_names(a.source for a in who if a.stance in DENYING)):
        named += f"; denied by {deniers}"
    text = template.format(
        sources=_count(sources, "independent source"),
        reports=_count(len({a.page for a in accounts}), "report"),
        admitting=_names(longest_names(a.source for a in _admitting(accounts))),
        denying=_names(longest_names(a.source for a in _denying(accounts))),
        named=named,
        disputed=_disputed(incident),
    )
    if sources == 1:
        text = text.replace("1 independent source say ", "one source says ")
    return text[0].upper() + text[1:]


def _disputed(incident: Incident) -> str:
    said = {
        Question.RESPONSIBILITY: "who did it",
        Question.TARGET: "whom it hit",
        Question.KILLED: "the number killed",
        Question.INJURED: "the number injured",
    }
    parts = [words for question, words in said.items() if question in incident.contested]
    if not parts:
        return ""
    return f"; disputed: {', '.join(parts)}"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


def _names(names: Iterable[str]) -> str:
    once = list(names)
    return ", ".join(once[:-1]) + f" and {once[-1]}" if len(once) > 1 else "".join(once)
