"""Why a page was read as it was: rules, evidence, introductions, and all that was left out, in a terminal or as JSON.

Drops in the terminal: weights one by one, unless ``verbose`` asks for them (they are summed by what they are about).
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sourcebook.export import words
from sourcebook.export.evidence import FEATURE_GROUPS, described, frame_words, group_of, summed
from sourcebook.export.readings import Json
from sourcebook.read.explanations import NEEDED, ClaimExplained, Evidence, Explanation, RuleUsed
from sourcebook.records import Article, Mention, Place, Reading, Rejected, Span, TimeMention, Toll

#: Characters on either side of words that were left out.
AROUND = 34
#: Characters of a source and of a content that are shown.
SHOWN = 200
#: Column in which what is said of a claim begins.
INDENT = 5
#: Width of the names of lines under a claim.
LABEL = 10
#: What the stages call the ground on which they chose an event's place or date.
GROUNDS = {
    "same event": "another telling of the same event",
    "clause": "the event's own clause",
    "sentence": "the same sentence",
    "lead": "the article's lead",
    "dateline": "the dateline",
    "told": "what the toll is told with",
}


def print_explanation(
    reading: Reading, explained: tuple[Explanation, ...], rules: tuple[RuleUsed, ...], console: Console,
    verbose: bool = False,
) -> None:  # fmt: skip
    """Print why the page was read as it was. ``verbose``: every weight on a line of its own."""
    view = _View(reading, console, verbose)
    for article, why in zip(reading.articles, explained, strict=True):
        view.article(article, why)
    view.rules(rules)
    console.print()


class _View:
    def __init__(self, reading: Reading, console: Console, verbose: bool) -> None:
        self.reading, self.console, self.verbose = reading, console, verbose
        self.text = reading.page.text
        self.claims = {c.id: c for c in reading.claims}

    def article(self, article: Article, why: Explanation) -> None:
        out = self.console
        out.print(Rule(Text(f"{self.reading.page.path} · {article.id}", style="dim"), align="left", style="dim"))
        headline = words.clean(article.headline.of(self.text)) if article.headline else "(no headline)"
        out.print(Text(headline, style="bold"))
        if not words.is_read(article.language):
            out.print(Text(words.not_read(article.language), style="yellow"))
            return
        reading = self.reading
        self._heading("Why these are claims", len(why.claims), "no claim was found")
        if why.claims:
            out.print(Text(f"a probability of {NEEDED:.2f} is needed, more within another's words", style="dim"))
        for one in why.claims:
            self._claim(one)
        self._lines("Why these are events", [self._mention(m) for m in reading.mentions if m.article == article.id])
        self._lines("Why these are tolls", [self._toll(t) for t in reading.tolls if t.article == article.id])
        self._lines("Why these are dates", [self._date(d) for d in reading.dates if d.article == article.id])
        self._lines("Why these are places", [self._place(p) for p in reading.places if p.article == article.id])
        self._left_out(article, why)

    # -------------------------------------------------------------------------------------------- claims

    def _claim(self, one: ClaimExplained) -> None:
        claim = one.claim
        head = Text(f"{claim.id}  ", style="dim").append(words.how(claim), style="bold")
        head.append(f"  {claim.rule} · {claim.stance} · {claim.quotation}", style="dim")
        if claim.inside:
            head.append(f" · inside {claim.inside}", style="dim")
        if claim.about:
            head.append(f" · answers {claim.about}", style="dim")
        self.console.print()
        self.console.print(head)
        self._labelled("who", self._who(one))
        self._labelled("what", Text(words.shortened(words.clean(claim.content_text), SHOWN)))
        if one.evidence is None:
            self._labelled("because", Text("a pattern made it; nothing is weighed", style="dim"))
        else:
            self._because(one.evidence)

    def _who(self, one: ClaimExplained) -> Text:
        source = one.claim.source
        line = Text()
        if not source.spans:
            return line.append("no source is named", style="dim")
        line.append(words.shortened(words.clean(source.text), SHOWN))
        if one.introduction is not None:
            line.append(" → ", style="dim").append(words.shortened(words.source_name(source.resolved), SHOWN))
            line.append(f" (line {self._line(one.introduction)})", style="dim")
        elif words.clean(source.resolved).lower() != words.clean(source.text).lower():
            line.append(" → ", style="dim").append(words.shortened(words.source_name(source.resolved), SHOWN))
        unnamed, party = "unnamed" if source.anonymous else "", f"for {source.party}" if source.party else ""
        known = [source.kind.value, unnamed, party, source.proximity or "", source.entity or ""]
        line.append(f"  {' · '.join(words.clean(k) for k in known if k)}", style="dim")
        if one.claim.via:
            line.append(f" · via {words.relay(one.claim)}", style="dim")
        return line

    def _because(self, evidence: Evidence) -> None:
        line = Text(f"{evidence.probability:.2f}", style="bold").append(" = ", style="dim").append(
            f"{_signed(evidence.log_odds)}", style="bold")  # fmt: skip
        line.append(" in log-odds:", style="dim")
        for label, weight in summed(evidence):
            line.append("  ").append(_signed(weight), style=_sign(weight)).append(" ").append(label)
        self._labelled("because", line)
        if self.verbose:
            for feature, weight in sorted(evidence.terms, key=lambda t: -abs(t[1])):
                row = Text(_signed(weight).rjust(6), style=_sign(weight)).append(f"  {described(feature)}", style="")
                row.append(f"  [{feature}]", style="dim")
                self.console.print(Padding(row, (0, 0, 0, INDENT + LABEL)))

    # ---------------------------------------------------------------------------- events, tolls, dates, places

    def _mention(self, m: Mention) -> tuple[str, Text]:
        line = Text(f"“{words.clean(m.trigger_text)}”", style="bold").append(f"  {words.event_type(m.event_type)}")
        line.append(f" · {m.phase} · {words.FACTUALITIES[m.factuality]}")
        line.append(" · earlier event" if m.background else "").append(f"  {m.rule}", style="dim")
        for name, reason in (("place", m.place_reason), ("date", m.date_reason)):
            if reason:
                line.append(f" · {name} by {GROUNDS.get(reason, reason)}", style="dim")
        if m.same_as:
            line.append(f" · same as {m.same_as}", style="dim")
        return m.id, line.append(self._in_claim(m.claim), style="dim")

    def _toll(self, t: Toll) -> tuple[str, Text]:
        line = Text(f"“{words.clean(t.text)}”", style="bold").append(f"  {words.toll(t)}")
        line.append(f"  {t.rule}", style="dim")
        parts = [f"part of {t.part_of}" if t.part_of else "", f"of {t.mention}" if t.mention else "of no event",
                 "running total" if t.cumulative else "", "" if t.scope == "incident" else f"scope {t.scope}",
                 "the attacker's own" if t.perpetrator else ""]  # fmt: skip
        line.append("".join(f" · {p}" for p in parts if p), style="dim")
        return t.id, line.append(self._in_claim(t.claim), style="dim")

    def _date(self, d: TimeMention) -> tuple[str, Text]:
        line = Text(f"“{words.clean(d.text)}”", style="bold").append(f"  {d.value}")
        covered = words.date_range(d.range)
        line.append(f" · {covered}" if covered else "").append(f"  {d.rule}", style="dim")
        return d.id, line.append(f" · counted from {d.anchor:%-d %b %Y}" if d.anchor else "", style="dim")

    def _place(self, p: Place) -> tuple[str, Text]:
        line = Text(f"“{words.clean(p.text)}”", style="bold").append(f"  {words.clean(p.name)}")
        facts = [p.admin1 or "", p.country or "", p.precision.value]
        line.append("".join(f", {words.clean(f)}" for f in facts if f))
        line.append(f"  {p.rule}", style="dim")
        return p.id, line.append(f" · {p.reason}" if p.reason else "", style="dim")

    def _in_claim(self, claim: str | None) -> str:
        found = self.claims.get(claim or "")
        return f" · told in {found.id}" if found else " · the article's own voice"

    def _lines(self, title: str, lines: list[tuple[str, Text]]) -> None:
        self._heading(title, len(lines), "none")
        width = max((len(name) for name, _ in lines), default=0)
        table = _grid(width)
        for name, line in lines:
            table.add_row(Text(name, style="dim"), line)
        if lines:
            self.console.print(table)

    # ---------------------------------------------------------------------------------------------- left out

    def _left_out(self, article: Article, why: Explanation) -> None:
        weighed = {id(one.rejected): one.evidence for one in why.left_out}
        found = [r for r in self.reading.rejected if article.span.holds(r.span)]
        self._heading("Seen and left out", len(found), "nothing")
        stages: dict[str, list[Rejected]] = {}
        for r in found:
            stages.setdefault(r.stage, []).append(r)
        for stage, of_stage in stages.items():
            self.console.print()
            self.console.print(Text(f"  {stage}", style="bold").append(f"  {len(of_stage)}", style="dim"))
            table = _grid(len(max((r.reason.value for r in of_stage), key=len)))
            for r in of_stage:
                line = self._around(r.span)
                evidence = weighed.get(id(r))
                if evidence is not None:
                    line.append(f"  {evidence.rule}, {frame_words(evidence.frame)}: {evidence.probability:.2f}",
                                style="dim")  # fmt: skip
                    against = [f"{_signed(w)} {label}" for label, w in summed(evidence) if w < 0]
                    line.append(f" ({', '.join(against[:2])})" if against else "", style="dim")
                elif r.detail:
                    line.append(f"  {words.clean(r.detail)}", style="dim")
                table.add_row(Text(r.reason.value, style="yellow"), line)
            self.console.print(table)

    def _around(self, span: Span) -> Text:
        """The words left out in bold between the words around them."""
        before = self.text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
        after = self.text[span.end : span.end + AROUND].partition("\n")[0]
        cut = span.start - AROUND > 0 and len(before) == AROUND
        left = before.partition(" ")[2] if cut and " " in before else before
        right = after.rpartition(" ")[0] if len(after) == AROUND and " " in after else after
        line = Text("…" if left and cut else "", style="dim").append(_spaced(left), style="dim")
        line.append(words.shortened(words.clean(span.of(self.text)), SHOWN), style="bold")
        return line.append(_spaced(right), style="dim").append(
            "…" if right and len(after) == AROUND else "", style="dim"
        )

    # ------------------------------------------------------------------------------------------------- pieces

    def rules(self, rules: tuple[RuleUsed, ...]) -> None:
        self._heading("The rules, each with an example and one that it leaves alone", len(rules), "none")
        width = max((len(r.id) for r in rules), default=0)
        stage = ""
        table = _grid(width)
        for r in rules:
            if r.stage != stage:
                stage = r.stage
                table.add_row(Text(stage, style="bold"), Text())
            line = Text(words.clean(r.example), style="green")
            line.append("  not: ", style="dim").append(words.clean(r.counter_example), style="red")
            table.add_row(Text(r.id, style="dim"), line)
        if rules:
            self.console.print(table)

    def _heading(self, title: str, count: int, nothing: str) -> None:
        self.console.print()
        self.console.print(
            Text(title, style="bold cyan").append(f"  {count}" if count else f"  {nothing}", style="dim")
        )

    def _labelled(self, label: str, line: Text) -> None:
        table = _grid(LABEL - 2)
        table.add_row(Text(label, style="dim"), line)
        self.console.print(Padding(table, (0, 0, 0, INDENT - 2)))

    def _line(self, span: Span) -> int:
        return self.text.count("\n", 0, span.start) + 1


def _grid(width: int) -> Table:
    """Two columns, the first as wide as its names, the second with hanging lines."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=width + 2, no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _spaced(text: str) -> str:
    """On one line, with the blanks at its ends kept as one."""
    inner = words.clean(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _signed(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−") if abs(weight) >= 0.05 else "0.0"


def _sign(weight: float) -> str:
    return "green" if weight > 0 else "red"


# ------------------------------------------------------------------------------------------------------- JSON


def explanation_to_json(explained: Iterable[Explanation]) -> Json:
    """The evidence as plain data: what ``--format jsonl --explain`` adds to a reading under ``explanations``."""
    several = tuple(explained)
    return {
        "claims": [
            {
                "claim": one.claim.id,
                "introduction": list(one.introduction) if one.introduction else None,
                **_evidence(one.evidence),
            }
            for why in several
            for one in why.claims
        ],
        "left_out": [
            {"span": list(one.rejected.span), "reason": one.rejected.reason, **_evidence(one.evidence)}
            for why in several
            for one in why.left_out
        ],
        "groups": {name: list(prefixes) for name, prefixes in FEATURE_GROUPS.items()},
    }


def _evidence(found: Evidence | None) -> Json:
    if found is None:
        return {"rule": None, "frame": None, "cue_lemma": None, "probability": None, "log_odds": None, "terms": []}
    return {
        "rule": found.rule,
        "frame": found.frame,
        "cue_lemma": found.lemma,
        "probability": round(found.probability, 4),
        "log_odds": round(found.log_odds, 4),
        "terms": [
            {"feature": name, "weight": round(weight, 4), "group": group_of(name)} for name, weight in found.terms
        ],
    }
