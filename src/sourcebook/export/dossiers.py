"""Incidents over many pages in a terminal: the list, one incident's dossier, what a source said.

Drops: spans, rules, identifiers of parties; of a source's description the clauses, of quotes what is beyond two lines,
and places that only say more coarsely what another account says, unless ``full`` asks for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.link.contradictions import contradicts
from sourcebook.link.copies import changed
from sourcebook.link.tallies import Key, is_author, source_key, tells, told_finer
from sourcebook.records import (
    Account,
    BlockKind,
    Copy,
    Grade,
    Incident,
    IncidentStatus,
    Question,
    SourceKind,
    Stance,
)
from sourcebook.store.claims import SaidClaim
from sourcebook.store.incidents import Dossier, Report

#: Characters of a quote that are shown; two lines at 80 columns.
QUOTE = 110
#: Characters of a source's name that are shown.
SOURCE = 70
_LEGEND = "≠ cannot be true together with another line here. “At least 7” and “11” can."
#: Narrower than this a table has no room, and each row becomes a paragraph.
NARROW = 72

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
    if console.width < NARROW:
        for i in incidents:
            _print_narrow(i, console)
        return
    table = _table()
    table.add_column("When, id", width=14)
    table.add_column("What, where", ratio=3)
    table.add_column("Toll", ratio=2)
    table.add_column("Sources", width=12)
    table.add_column("Grade", width=10)
    for i in incidents:
        grade = Text(i.grade.value, style=_GRADE_STYLES[i.grade])
        sources = Text(str(i.independent_sources))
        sources.append(f"\nin {words.counted(_pages(i), 'report')}", style="dim")
        when = Text(words.date_range(i.date) or "no date")
        when.append(f"\n{i.id}", style="dim")
        what = Text(_heading(i), style="bold")
        what.append(f"\n{_where(i)}", style="not bold")
        if i.contested:
            what.append(f"\n≠ {_disputed(i)}", style="not bold red")
        table.add_row(when, what, Text(_toll(i, "\n")), sources, grade)
    console.print(table)
    if any(i.contested for i in incidents):
        console.print(Text("≠ what sources contradict each other in", style="dim"))


def _print_narrow(i: Incident, console: Console) -> None:
    line = Text(" · ".join((words.date_range(i.date) or "no date", _heading(i), _where(i))), style="bold")
    facts = [
        _toll(i, ", "),
        f"{words.counted(i.independent_sources, 'source')} in {words.counted(_pages(i), 'report')}",
    ]
    line.append("\n" + " · ".join(f for f in facts if f), style="not bold")
    line.append(" · ", style="not bold").append(i.grade.value, style=f"not bold {_GRADE_STYLES[i.grade]}")
    if i.contested:
        line.append(f", disputed: {_disputed(i)}", style="not bold red")
    console.print(line.append(f"\n{i.id}\n", style="not bold dim"))


def print_dossier(dossier: Dossier, console: Console, full: bool = False) -> None:
    """An incident with every account of it, question by question, and the reports that tell it.

    ``full``: with whole descriptions of sources and whole quotes.
    """
    i = dossier.incident
    if dossier.asked:
        console.print(Text(f"{dossier.asked} is now part of {i.id}.", style="yellow"))
    console.print(Text(" · ".join(p for p in (_heading(i), _where(i), words.date_range(i.date)) if p), style="bold"))
    console.print(Text(i.id, style="dim"))
    grade = Text(i.grade.value.capitalize(), style=f"bold {_GRADE_STYLES[i.grade]}")
    console.print(grade.append(f" — {words.clean(i.grade_reason)}", style="not bold default"))
    facts = [
        f"Killed: {words.told_range(i, Question.KILLED) or 'no one says'}",
        f"Injured: {words.told_range(i, Question.INJURED) or 'no one says'}",
        words.counted(i.independent_sources, "independent source"),
        words.counted(len(dossier.reports), "report"),
    ]
    console.print(Text(" · ".join(facts)))
    marked = False
    for question in Question:
        said = [a for a in i.accounts if a.question is question and (full or not told_finer(a, i.accounts))]
        if said:
            marked |= _question(question, said, question in i.contested, console, full)
    if marked:
        console.print(
            Text("\n≠ cannot be true together with another line here. “At least 7” and “11” can.", style="dim")
        )
    _reports(dossier.reports, console)
    if dossier.others:
        shown = ", ".join(dossier.others if full else dossier.others[:4])
        more = "" if full or len(dossier.others) <= 4 else f" and {len(dossier.others) - 4} more"
        console.print(
            Text(f"\nAlso under the ids {shown}{more}: sourcebook why {i.id} {dossier.others[0]}", style="dim")
        )


def print_claims(claims: Sequence[SaidClaim], console: Console) -> None:
    """What a source said, earliest first."""
    if console.width < NARROW:
        for c in claims:
            line = Text(words.clean(c.resolved), style="bold")
            line.append(f" {words.STANCES[c.stance]}: ", style=f"not bold {_stance_style(c.stance)}")
            line.append(words.shortened(words.clean(c.content), QUOTE * 2), style="not bold")
            day = f"{c.published:%-d %b %Y}" if c.published else "no date"
            console.print(line.append(f"\n{day}, {words.clean(c.outlet or c.path)}\n", style="not bold dim"))
        return
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


def _question(question: Question, accounts: Sequence[Account], contested: bool, console: Console, full: bool) -> bool:
    """Print the answers to one question; whether any of them is marked as contradicted."""
    title = Text(f"\n{words.QUESTIONS[question]}", style="bold")
    if contested:
        title.append("  ≠ sources contradict each other", style="red")
    console.print(title)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    if console.width >= NARROW:
        table.add_column(ratio=2)
    table.add_column(ratio=6)
    counted = question in (Question.KILLED, Question.INJURED)
    notes = tally_notes(accounts) if counted else {}
    marked, before = False, ""
    for a in sorted(accounts, key=_said) if counted else _grouped(accounts):
        contradicted = contested and contradicts(a, accounts)
        marked |= contradicted
        answer = Text(words.clean(_answer(a)), style=_stance_style(a.stance))
        if not counted and str(answer) == before and console.width >= NARROW:
            answer = Text("")
        before = str(answer) or before
        if note := notes.get(id(a)):
            answer.append(f"\n{note}", style="dim not red")
        quote = words.unquoted(a.quote_text)
        quoted = Text(f"“{quote if full else words.shortened(quote, QUOTE)}”" if quote else "", style="italic")
        said = Group(_who(a, full), Padding(quoted, (0, 0, 0, 2)))
        mark = Text("≠", style="red") if contradicted else Text("")
        if console.width >= NARROW:
            table.add_row(mark, answer, said)
        else:
            table.add_row(mark, Group(answer, said))
    console.print(table)
    return marked


def _grouped(accounts: Sequence[Account]) -> list[Account]:
    """Accounts with one answer together, in order of the first of each: who tells, who denies, who will not speak."""
    first: dict[str, tuple[int, int]] = {}
    for n, a in enumerate(accounts):
        rank = 0 if tells(a) else 2 if a.stance is Stance.NO_COMMENT else 1
        first.setdefault(_answer(a), (rank, n))
    return sorted(accounts, key=lambda a: first[_answer(a)])


def tally_notes(accounts: Sequence[Account]) -> dict[int, str]:
    """What a number is beside those that were said before it, under the id() of its account.

    A source's own later number is "raised from" or "lowered from"; numbers of the last day are the "latest" where
    others were said on an earlier one.
    """
    notes: dict[int, str] = {}
    given = sorted((a for a in accounts if a.low is not None), key=_said)
    days = [day for a in given if (day := _said(a)) != _NEVER]
    before: dict[Key, Account] = {}
    for a in given:
        old = before.get(source_key(a))
        if days and _said(a) == days[-1] and days[0] < days[-1]:
            notes[id(a)] = "latest"
        if old is not None and old.low is not None and a.low is not None and old.low != a.low and _said(old) < _said(a):
            change = "raised" if a.low > old.low else "lowered"
            notes[id(a)] = f"{change} from {words.number_range((old.low, old.high))}"
        before[source_key(a)] = a
    return notes


#: Stands for a day that is not known, which is after all others.
_NEVER = dt.date.max


def _said(a: Account) -> dt.date:
    return a.said.low if a.said and a.said.low else _NEVER


def _answer(a: Account) -> str:
    if a.question is Question.DATE:
        return words.days(a.value)
    if a.stance in (Stance.DENY, Stance.DISPUTE) and a.value not in ("denied", "did not happen"):
        return f"not {a.value}" if a.stance is Stance.DENY else f"disputes {a.value}"
    if a.value != "threatened" and a.stance in (Stance.THREATEN, Stance.PREDICT, Stance.DEMAND, Stance.PROMISE):
        return f"{a.value} ({words.STANCES[a.stance]})"
    if a.low is not None and " and " in a.value:  # people of whom a source tells side by side: say what they add up to
        return f"{words.number_range((a.low, a.high))}: {a.value}"
    return a.value


def _who(a: Account, full: bool) -> Text:
    name = words.clean(a.source) if full else words.shortened(words.source_name(a.source), SOURCE)
    line = Text(name[:1].upper() + name[1:], style="bold")
    line.append(" (its own words)" if is_author(a) else " (unnamed)" if a.anonymous else "", style="not bold dim")
    said = [a.outlet if a.outlet and not is_author(a) else None, words.date_range(a.said)]
    if a.lineage and a.lineage not in (a.outlet, a.source):
        said.insert(1, f"from {a.lineage}")
    if told := ", ".join(words.clean(s) for s in said if s):
        line.append(f" · {told}", style="not bold dim")
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
    by_key = {(r.page.id, r.article.id): r for r in reports}
    for r in reports:
        key = (r.page.id, r.article.id)
        if key not in copies:
            table.add_row("•", _report(r, None))
            for copy in _below(key, under):
                line = _report(copy, copy.copy_of)
                if copy.copy_of and copy.copy_of.kind == "version":
                    line.append(_changes(by_key[copy.copy_of.a], copy))
                table.add_row(" ↳", line)
    console.print(table)


def _below(key: tuple[str, str], under: dict[tuple[str, str], list[Report]]) -> Iterable[Report]:
    for r in under.get(key, ()):
        yield r
        yield from _below((r.page.id, r.article.id), under)


#: So many changed sentences of a version are shown, of each kind.
CHANGES = 5


def _changes(old: Report, new: Report) -> Text:
    """The sentences that a later version of an article took out and put in."""
    gone, come = changed(_body(old), _body(new))
    text = Text()
    for mark, sentences, style in (("−", gone, "red"), ("+", come, "green")):
        for s in sentences[:CHANGES]:
            text.append(f"\n{mark} {words.shortened(words.clean(s), QUOTE * 2)}", style=style)
        if len(sentences) > CHANGES:
            text.append(f"\n{mark} … and {len(sentences) - CHANGES} more sentences", style="dim")
    return text


def _body(report: Report) -> list[str]:
    kinds = (BlockKind.HEADLINE, BlockKind.BODY)
    return [b.span.of(report.page.text) for b in report.article.blocks if b.kind in kinds]


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
    country = None if i.place.is_state else i.place.country
    return ", ".join(words.clean(p) for p in (i.place.name, country) if p)


def _pages(i: Incident) -> int:
    return len({page for page, _ in i.members})


def _disputed(i: Incident) -> str:
    return ", ".join(_short(q) for q in i.contested)


def _toll(i: Incident, between: str) -> str:
    parts = [f"{told} {q}" for q in (Question.KILLED, Question.INJURED) if (told := words.told_range(i, q))]
    return between.join(parts)


def _short(question: Question) -> str:
    return {Question.OCCURRENCE: "event", Question.RESPONSIBILITY: "who", Question.TARGET: "whom"}.get(
        question, question.value
    )


def _stance_style(stance: Stance) -> str:
    if stance in (Stance.DENY, Stance.DISPUTE):
        return "red"
    return "dim" if stance is Stance.NO_COMMENT else ""
