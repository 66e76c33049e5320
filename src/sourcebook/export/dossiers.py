"""Incidents over many pages in a terminal: the list, one incident's dossier, what a source said.

Drops: spans, rules, identifiers of parties, and quotes beyond a few lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.link.tallies import contradicts, is_author
from sourcebook.records import Account, Copy, Grade, Incident, IncidentStatus, Question, SourceKind, Stance
from sourcebook.store.claims import SaidClaim
from sourcebook.store.incidents import Dossier, Report

#: Characters of a quote that are shown; three lines of its column at 80.
QUOTE = 110
#: Characters of a source's name: those with a clause about them are cut.
SOURCE = 60

_GRADE_STYLES = {
    Grade.CONFIRMED: "green",
    Grade.FAIR: "cyan",
    Grade.WEAK: "yellow",
    Grade.CONTESTED: "red",
    Grade.DISCOUNTED: "dim",
}
_COPIES = {"exact": "same text", "near": "nearly the same text", "cut": "cut from it", "version": "another version"}


def print_incidents(incidents: Sequence[Incident], console: Console) -> None:
    """A table of incidents, two lines each."""
    table = _table()
    table.add_column("When, id", width=14)
    table.add_column("What, where", ratio=3)
    table.add_column("Toll", ratio=2)
    table.add_column("Sources", width=12)
    table.add_column("Grade", ratio=2)
    for i in incidents:
        grade = Text(i.grade.value, style=_GRADE_STYLES[i.grade])
        if i.contested:
            grade.append("\ndisputed: " + ", ".join(_short(q) for q in i.contested), style="not bold red")
        sources = Text(str(i.independent_sources))
        sources.append(f"\nin {_counted(len({p for p, _ in i.members}), 'report')}", style="dim")
        when = Text(words.date_range(i.date) or "no date")
        when.append(f"\n{i.id}", style="dim")
        what = Text(_heading(i), style="bold")
        what.append(f"\n{_where(i)}", style="not bold")
        table.add_row(when, what, Text(_toll(i, "\n")), sources, grade)
    console.print(table)


def print_dossier(dossier: Dossier, console: Console) -> None:
    """An incident with every account of it, question by question, and the reports that tell it."""
    i = dossier.incident
    if dossier.asked:
        console.print(Text(f"{dossier.asked} is now part of {i.id}.", style="yellow"))
    console.print(Text(" · ".join(p for p in (_heading(i), _where(i), words.date_range(i.date)) if p), style="bold"))
    console.print(Text(i.id, style="dim"))
    grade = Text(i.grade.value.capitalize(), style=f"bold {_GRADE_STYLES[i.grade]}")
    console.print(grade.append(f" — {words.clean(i.grade_reason)}", style="not bold default"))
    facts = [
        f"Killed: {words.number_range(i.killed) or 'no one says'}",
        f"Injured: {words.number_range(i.injured) or 'no one says'}",
        _counted(i.independent_sources, "independent source"),
        _counted(len(dossier.reports), "report"),
    ]
    console.print(Text(" · ".join(facts)))
    for question in Question:
        said = [a for a in i.accounts if a.question is question]
        if said:
            _question(question, said, question in i.contested, console)
    _reports(dossier.reports, console)


def print_claims(claims: Sequence[SaidClaim], console: Console) -> None:
    """What a source said, earliest first."""
    table = _table()
    table.add_column("When, where read", ratio=2)
    table.add_column("Who", ratio=2)
    table.add_column("How", width=10)
    table.add_column("What", ratio=4)
    for c in claims:
        when = Text(f"{c.published:%-d %b %Y}" if c.published else "no date")
        when.append(f"\n{words.clean(c.outlet or c.path)}", style="dim")
        who = Text(words.clean(c.resolved), style="bold")
        kind = words.source_kind(SourceKind(c.kind))
        if detail := ", ".join(d for d in ("unnamed" if c.anonymous else "", kind) if d):
            who.append(f"\n{detail}", style="not bold dim")
        how = Text(words.STANCES[c.stance], style=_stance_style(c.stance))
        table.add_row(when, who, how, Text(words.shortened(words.clean(c.content), QUOTE * 2)))
    console.print(table)


# -------------------------------------------------------------------------------------------- the dossier


def _question(question: Question, accounts: Sequence[Account], contested: bool, console: Console) -> None:
    title = Text(f"\n{words.QUESTIONS[question]}", style="bold")
    if contested:
        title.append("  ≠ sources contradict each other", style="red")
    console.print(title)
    table = _table(header=False)
    table.add_column(width=1)
    table.add_column(ratio=3)
    table.add_column(ratio=4)
    table.add_column(ratio=6)
    for a in accounts:
        mark = Text("≠", style="red") if contested and contradicts(a, accounts) else Text("")
        answer = Text(words.clean(_answer(a)), style=_stance_style(a.stance))
        quoted = words.shortened(words.clean(a.quote_text).strip('“”"'), QUOTE)
        quote = Text(f"“{quoted}”", style="italic")
        table.add_row(mark, answer, _who(a), quote)
    console.print(table)


def _answer(a: Account) -> str:
    if a.stance in (Stance.DENY, Stance.DISPUTE) and a.value not in ("denied", "did not happen"):
        return f"not {a.value}" if a.stance is Stance.DENY else f"disputes {a.value}"
    if a.value != "threatened" and a.stance in (Stance.THREATEN, Stance.PREDICT, Stance.DEMAND, Stance.PROMISE):
        return f"{a.value} ({words.STANCES[a.stance]})"
    return a.value


def _who(a: Account) -> Text:
    line = Text(words.shortened(words.clean(a.source), SOURCE), style="bold")
    line.append(" (its own words)" if is_author(a) else " (unnamed)" if a.anonymous else "", style="not bold dim")
    said = [a.outlet if a.outlet and not is_author(a) else None, words.date_range(a.said)]
    if a.lineage and a.lineage not in (a.outlet, a.source):
        said.insert(1, f"from {a.lineage}")
    if told := ", ".join(words.clean(s) for s in said if s):
        line.append(f"\n{told}", style="not bold dim")
    return line


def _reports(reports: Sequence[Report], console: Console) -> None:
    console.print(Text("\nReports", style="bold"))
    keys = {(r.page.id, r.article.id) for r in reports}
    under: dict[tuple[str, str], list[Report]] = {}
    for r in reports:
        if r.copy_of and r.copy_of.a in keys:
            under.setdefault(r.copy_of.a, []).append(r)
    copies = {(r.page.id, r.article.id) for found in under.values() for r in found}
    table = Table.grid(padding=(0, 1, 0, 0))
    for r in reports:
        key = (r.page.id, r.article.id)
        if key not in copies:
            table.add_row("•", _report(r, None))
            for copy in _below(key, under):
                table.add_row(" ↳", _report(copy, copy.copy_of))
    console.print(table)


def _below(key: tuple[str, str], under: dict[tuple[str, str], list[Report]]) -> Iterable[Report]:
    for r in under.get(key, ()):
        yield r
        yield from _below((r.page.id, r.article.id), under)


def _report(report: Report, copy: Copy | None) -> Text:
    a = report.article
    title = a.headline.of(report.page.text) if a.headline else "(no headline)"
    line = Text(words.clean(title))
    facts = [a.outlet or a.agency, words.date_range(a.published), report.page.path]
    line.append(f"\n{', '.join(words.clean(f) for f in facts if f)}", style="dim")
    if copy:
        line.append(f"  copy: {_COPIES[copy.kind]}", style="yellow")
    return line


# -------------------------------------------------------------------------------------------------- words


def _table(header: bool = True) -> Table:
    return Table(
        box=SIMPLE_HEAD if header else None, expand=True, show_header=header, pad_edge=False, padding=(0, 1, 0, 0)
    )


def _heading(i: Incident) -> str:
    kind = words.event_type(i.event_type)
    return kind if i.status is IncidentStatus.OCCURRED else f"{kind} ({i.status})"


def _where(i: Incident) -> str:
    if i.place is None:
        return "no place"
    return ", ".join(words.clean(p) for p in (i.place.name, i.place.country) if p)


def _toll(i: Incident, between: str) -> str:
    parts = [f"{words.number_range(r)} {harm}" for r, harm in ((i.killed, "killed"), (i.injured, "injured")) if r]
    return between.join(parts)


def _short(question: Question) -> str:
    return {Question.OCCURRENCE: "event", Question.RESPONSIBILITY: "who", Question.TARGET: "whom"}.get(
        question, question.value
    )


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


def _stance_style(stance: Stance) -> str:
    if stance in (Stance.DENY, Stance.DISPUTE):
        return "red"
    return "dim" if stance is Stance.NO_COMMENT else ""
