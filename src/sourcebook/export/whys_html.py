"""Why two incidents are one or two, as an HTML page that needs nothing else: the score as a waterfall of its terms.

A table, so that it can be read aloud, printed and copied; each bar runs from where the sum stood to where it stands.
Works without scripts and without a network. Drops nothing of ``sourcebook why``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sourcebook.export import words
from sourcebook.export.templates_html import template
from sourcebook.link.whys import Pair
from sourcebook.store.whys import Explained


class Bar(NamedTuple):
    """One term. ``left``, ``width``: of its bar, in percent of the chart; ``note``: what the term means."""

    term: str
    value: float
    left: float
    width: float
    note: str


class Waterfall(NamedTuple):
    """A pair of reports. ``zero``: where zero lies, in percent; ``total``: the bar of the score, from zero."""

    a: str
    b: str
    bars: tuple[Bar, ...]
    total: Bar | None
    zero: float
    names: tuple[str, ...]
    apart: tuple[str, ...]


def why_to_html(explained: Explained, meanings: Mapping[str, str]) -> str:
    """The whole page as a string of HTML. ``meanings``: what each term stands for, by its name."""
    found = explained.why
    pairs = found.chain if len(found.chain) > 1 else (found.best,)
    ids = zip((explained.a, explained.b), explained.leads_to, strict=True)
    return template("why.html").render(
        explained=explained,
        why=found,
        moved=[(id_, target) for id_, target in ids if id_ != target],
        falls=[waterfall(p, explained.paths, meanings) for p in pairs],
    )


def waterfall(pair: Pair, paths: Mapping[str, str], meanings: Mapping[str, str]) -> Waterfall:
    """The bars of a pair; none where the two were not compared, and then ``apart`` says why."""
    a, b = (words.clean(paths.get(page, page)) for page, _ in (pair.a, pair.b))
    terms = pair.terms or ()
    sums = [0.0]
    for _, value in terms:
        sums.append(sums[-1] + value)
    low, spread = min(sums), (max(sums) - min(sums)) or 1.0

    def bar(term: str, start: float, end: float) -> Bar:
        left, right = sorted((start, end))
        at, width = 100 * (left - low) / spread, 100 * (right - left) / spread
        return Bar(term, end - start, round(at, 2), round(width, 2), words.clean(meanings.get(term, "")))

    bars = tuple(bar(term, sums[n], sums[n + 1]) for n, (term, _) in enumerate(terms))
    total = bar("score", 0.0, sums[-1]) if terms else None
    names = tuple(words.clean(n) for n in pair.names)
    return Waterfall(a, b, bars, total, round(100 * -low / spread, 2), names, pair.apart)
