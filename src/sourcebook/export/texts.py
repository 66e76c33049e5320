"""The reading in a terminal: per article who said what and what happened, then the incidents with their accounts.

Drops: repeated tellings of an event, contents beyond a few lines, spans, rules and what was left out, unless
``verbose`` asks for them; page offsets and identifiers of parties always.
"""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.link.tallies import told_finer
from sourcebook.records import Account, Article, Claim, Incident, Mention, Question, Reading, Toll

#: Characters of a content that are shown; three lines of a table 80 columns wide.
SHOWN = 170
#: Narrower than this a table has no room, and each row becomes a paragraph.
NARROW = 72
#: Sources that are named beside an answer before the rest are counted.
NAMED = 4


def print_reading(reading: Reading, console: Console, verbose: bool = False) -> None:
    """Print what was read on a page. ``verbose`` adds repeated tellings, rules and what was left out."""
    view = _View(reading, console, verbose)
    for article in reading.articles:
        view.article(article)
    view.incidents()
    if verbose:
        view.rejected()
    console.print()


class _View:
    def __init__(self, reading: Reading, console: Console, verbose: bool) -> None:
        self.reading, self.console, self.verbose = reading, console, verbose
        self.claims = {c.id: c for c in reading.claims}
        self.places = {p.id: p for p in reading.places}
        self.dates = {d.id: d for d in reading.dates}
        self.tolls = {t.id: t for t in reading.tolls}
        self.narrow = console.width < NARROW

    # ------------------------------------------------------------------------------------------ articles

    def article(self, article: Article) -> None:
        out, text = self.console, self.reading.page.text
        out.print(Rule(Text(f"{self.reading.page.path} · {article.id}", style="dim"), align="left", style="dim"))
        if article.headline:
            out.print(Text(words.clean(article.headline.of(text)), style="bold"))
        else:
            out.print(Text("(no headline)", style="dim italic"))
        facts = [
            article.outlet,
            f"agency {article.agency}" if article.agency and article.agency != article.outlet else article.agency
            if not article.outlet else None,
            f"by {', '.join(article.byline)}" if article.byline else None,
            "/".join(article.dateline) or None,
        ]  # fmt: skip
        if line := " · ".join(words.clean(f) for f in facts if f):
            out.print(Text(line))
        published = words.date_range(article.published)
        dated = Text(published or "date of publication not found", style="" if published else "yellow")
        if published and article.published_from:
            dated.append(f" (read from: {words.clean(article.published_from)})", style="dim")
        out.print(dated)
        if article.repeat_of:
            out.print(Text(f"repeats {article.repeat_of}: not counted again", style="yellow"))
        if not words.is_read(article.language):
            out.print(Text(words.not_read(article.language), style="yellow"))
            return
        self._claims([c for c in self.reading.claims if c.article == article.id])
        self._happened([m for m in self.reading.mentions if m.article == article.id])

    def _claims(self, claims: list[Claim]) -> None:
        self._heading("Who said what", len(claims), "no one is quoted")
        if not claims:
            return
        if self.narrow:
            for claim in claims:
                line = Text()
                line.append_text(self._who(claim, joined=True)).append(" ")
                line.append(words.how(claim), style=_stance_style(claim)).append(": ").append(self._what(claim))
                self._item(line)
            return
        table = _table(("Who", 26), ("How", -11), ("What", 44))
        before = None
        for claim in claims:
            who = self._who(claim)
            shown = who if who != before else Text("″", style="dim")  # the same source goes on
            before = who
            table.add_row(shown, Text(words.how(claim), style=_stance_style(claim)), self._what(claim))
        self.console.print(table)

    def _who(self, claim: Claim, joined: bool = False) -> Text:
        line = Text(words.who(claim), style="bold")
        detail = [
            words.source_kind(claim.source.kind, words.who(claim)),
            f"via {words.relay(claim)}" if claim.via else "",
        ]
        return _bracket(line, words.is_unnamed(claim), detail, " " if joined else "\n")

    def _what(self, claim: Claim) -> Text:
        content = words.clean(claim.content_text)
        line = Text(content if self.verbose else words.shortened(content, SHOWN))
        if self.verbose:
            line.append(f"  [{claim.id} · {claim.cue_text} · {claim.rule} · {claim.score:.2f}]", style="dim")
        return line

    def _happened(self, mentions: list[Mention]) -> None:
        shown = self._tellings(mentions)
        events = sum(m.same_as is None for m in shown)
        self._heading("What happened, according to whom", events, "no event of violence was found")
        if not shown:
            return
        if self.narrow:
            for mention in shown:
                line = self._event(mention, " · ")
                where = " · ".join(p for p in (self._when(mention), self._where(mention), self._tolls(mention)) if p)
                line.append(f" — {where}" if where else "").append(" — ").append_text(self._voice(mention, " · "))
                self._item(line)
            return
        table = _table(("What", 26), ("When, where", 18), ("Toll", 14), ("According to", 22))
        for mention in shown:
            style = "dim" if mention.background else ""
            spot = Text("\n".join(p for p in (self._when(mention), self._where(mention)) if p))
            table.add_row(
                self._event(mention, "\n"), spot, Text(self._tolls(mention)), self._voice(mention, "\n"), style=style
            )
        self.console.print(table)

    def _tellings(self, mentions: list[Mention]) -> list[Mention]:
        """Each event with those who tell of it after one another: once a source, and again where people are counted."""
        told: dict[str, list[Mention]] = {}
        for m in mentions:
            told.setdefault(m.same_as or m.id, []).append(m)
        out = []
        for of_one in told.values():
            voices: set[str] = set()
            for m in of_one:
                claim = self.claims.get(m.claim or "")
                voice = words.who(claim) if claim else ""
                if self.verbose or m.same_as is None or m.tolls or voice not in voices:
                    out.append(m)
                voices.add(voice)
        return out

    def _event(self, mention: Mention, between: str) -> Text:
        again = mention.same_as is not None
        line = Text()
        line.append(*("  the same", "dim") if again else (words.event_type(mention.event_type), "bold"))
        line.append(f" “{words.clean(mention.trigger_text)}”", style="not bold dim")
        actors, recipients = words.parties(mention.actors), words.parties(mention.recipients)
        if (actors or recipients) and not again:
            line.append(between).append(words.shortened(f"{actors or '?'} → {recipients or '?'}", 90), style="not bold")
        if self.verbose:
            line.append(f"{between}[{mention.id} · {mention.rule}]", style="not bold dim")
        return line

    def _when(self, mention: Mention) -> str:
        found = self.dates.get(mention.date or "")
        return (words.date_range(found.range) or words.clean(found.text)) if found else ""

    def _where(self, mention: Mention) -> str:
        found = self.places.get(mention.place or "")
        if found is None:
            return ""
        return words.clean(found.name) + (f", {found.country}" if found.country else "")

    def _tolls(self, mention: Mention) -> str:
        return "\n".join(dict.fromkeys(_toll(self.tolls[t]) for t in mention.tolls if t in self.tolls))

    def _voice(self, mention: Mention, between: str) -> Text:
        claim = self.claims.get(mention.claim or "")
        line = Text(words.shortened(words.who(claim), 70)) if claim else Text(words.AUTHOR, style="dim")
        if sure := words.certainty(mention):
            line.append(between).append(sure, style="yellow")
        return line

    # ----------------------------------------------------------------------------------------- incidents

    def incidents(self) -> None:
        reading = self.reading
        if not any(words.is_read(a.language) for a in reading.articles):
            return
        self.console.print()
        self.console.print(Rule(Text("Incidents on this page", style="bold"), align="left", style="dim"))
        if not reading.incidents:
            self.console.print(Text("none: no event of violence with a source was found", style="dim"))
        for number, incident in enumerate(reading.incidents, 1):
            self._incident(number, incident)

    def _incident(self, number: int, incident: Incident) -> None:
        title = Text().append(f"{number}. ", style="dim")
        title.append(words.event_type(incident.event_type), style="bold")
        spot = [
            words.date_range(incident.date) or "date unknown",
            incident.place.name if incident.place else "place unknown",
        ]
        title.append(" · " + " · ".join(words.clean(s) for s in spot))
        for question in (Question.KILLED, Question.INJURED):
            if told := words.told_range(incident, question):
                title.append(" · ").append(f"{told} {question}", style="bold")
        if incident.background:
            title.append(" · earlier event", style="dim")
        state = Text().append(words.GRADES[incident.grade], style=_grade_style(incident))
        state.append(f" — {words.clean(incident.grade_reason)}" if incident.grade_reason else "", style="dim")
        parts: list[Text | Table] = [state]
        if incident.contested:
            named = ", ".join(words.DISPUTES[q] for q in incident.contested)
            parts.append(Text(f"sources disagree on {named}", style="red"))
        if incident.accounts:
            parts.append(self._accounts(incident.accounts))
        self.console.print()
        self.console.print(title)
        self.console.print(Padding(Group(*parts), (0, 0, 0, 3)))

    def _accounts(self, accounts: tuple[Account, ...]) -> Text | Table:
        if self.narrow:
            lines, last = Text(), None
            for same in _answers(accounts, apart=self.verbose):
                if same[0].question is not last:
                    lines.append(f"{words.QUESTIONS[same[0].question]}\n", style="dim")
                last = same[0].question
                lines.append(f"  {_value(same[0])}", style="bold").append(" — ")
                lines.append_text(_speakers(same)).append("\n")
            lines.rstrip()
            return lines
        table = _table(("", -14), ("Answer", 20), ("Source", 24), ("In the words", 26), header=False)
        last = None
        for same in _answers(accounts, apart=self.verbose):
            first = same[0]
            asked = "" if first.question is last else words.QUESTIONS[first.question]
            last = first.question
            quoted = words.unquoted(first.quote_text)
            table.add_row(
                Text(asked, style="dim"),
                Text(_value(first), style="bold"),
                _speakers(same),
                Text(f"“{quoted if self.verbose else words.shortened(quoted, 80)}”", style="dim") if quoted else Text(),
            )
        return table

    def rejected(self) -> None:
        found = self.reading.rejected
        self._heading("Seen and left out", len(found), "nothing")
        table = _table(("Stage", 10), ("Reason", 20), ("Words", 50))
        for r in found:
            seen = words.shortened(words.clean(r.span.of(self.reading.page.text)), 80)
            table.add_row(r.stage, r.reason.value, Text(seen).append(f"  {r.detail}" if r.detail else "", style="dim"))
        if found:
            self.console.print(table)

    # -------------------------------------------------------------------------------------------- pieces

    def _heading(self, title: str, count: int, nothing: str) -> None:
        self.console.print()
        line = Text(title, style="bold cyan").append(f"  {count}" if count else f"  {nothing}", style="dim")
        self.console.print(line)

    def _item(self, line: Text) -> None:
        self.console.print(Padding(line, (0, 0, 0, 2)))


def _table(*columns: tuple[str, int], header: bool = True) -> Table:
    """A quiet table over the whole width. A column's number is its share of the width; below 0, its width itself."""
    table = Table(box=SIMPLE_HEAD if header else None, expand=True, show_header=header, header_style="dim",
                  pad_edge=False, padding=(0, 2, 0, 0), border_style="dim")  # fmt: skip
    for title, share in columns:
        if share > 0:
            table.add_column(title, ratio=share, overflow="fold")
        else:
            table.add_column(title, width=-share, no_wrap=False)
    return table


def _answers(accounts: tuple[Account, ...], apart: bool) -> list[list[Account]]:
    """Accounts that give the same answer to the same question, together, in their order; one by one if ``apart``."""
    if apart:
        return [[a] for a in accounts]
    found: dict[tuple[str, str], list[Account]] = {}
    for a in (a for a in accounts if not told_finer(a, accounts)):
        found.setdefault((a.question, a.value), []).append(a)
    return list(found.values())


def _value(account: Account) -> str:
    return words.days(account.value) if account.question is Question.DATE else words.clean(account.value)


def _toll(toll: Toll) -> str:
    return words.toll(toll) + (" (part)" if toll.part_of else "")


def _speakers(accounts: list[Account], between: str = "; ") -> Text:
    """Who gives an answer: each source once, with its kind, the first few by name."""
    seen: dict[tuple[str, bool], Account] = {}
    for a in accounts:
        seen.setdefault((a.source if a.claim else "", a.anonymous), a)
    line = Text()
    for number, a in enumerate(seen.values()):
        if number == NAMED and len(seen) > NAMED + 1:
            line.append(f"{between}and {len(seen) - NAMED} more", style="dim")
            break
        line.append(between if number else "")
        if a.claim is None:
            line.append(words.AUTHOR)
            continue
        line.append(words.shortened(words.source_name(a.source), 60))
        _bracket(line, a.anonymous, [words.source_kind(a.kind, a.source)])
    return line


def _bracket(line: Text, anonymous: bool, detail: list[str], before: str = " ") -> Text:
    """Add what is known of a source: " (unnamed, witness)"."""
    parts = [("unnamed", "magenta")] if anonymous else []
    parts += [(d, "dim") for d in detail if d]
    for number, (part, style) in enumerate(parts):
        line.append(", " if number else f"{before}(", "not bold dim").append(part, f"not bold {style}")
    line.append(")" if parts else "", "not bold dim")
    return line


def _stance_style(claim: Claim) -> str:
    return {"deny": "red", "dispute": "red", "no-comment": "yellow"}.get(claim.stance.value, "")


def _grade_style(incident: Incident) -> str:
    return {"confirmed": "green", "fair": "green", "contested": "red"}.get(incident.grade.value, "yellow")
