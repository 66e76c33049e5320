"""Which articles repeat others, and whose lineage they are of."""

from __future__ import annotations

import random

import pytest

from sourcebook.link.copies import digests_of_articles, find_copies
from sourcebook.link.copies import find_lineages as lineages_among

WIRE = """Shells fell on the fish market of Zliten shortly before noon on Tuesday, killing nine people, the municipal council said.

Boats that had just come in were set alight, and the auction hall lost its roof, according to a trader who was there.

The coastal brigade denied that its guns had been fired and said that the shells had come from the hills to the south.

A doctor at the town's hospital said that two of the dead were boys of twelve who had been unloading ice.

Fighting for the coastal road had died down in March after talks in Tunis, but both sides had kept their guns in place.
"""
OTHER = """Residents of Zliten buried eleven neighbours on Wednesday morning while drones could be heard over the harbour.

The market is shut, and bakers said that flour would last for three days at most unless the road opened again.

Nobody in the town believes that the shelling was a mistake, said a teacher who lost her brother in the auction hall.
"""
EDITED = (
    WIRE.replace("Shells fell", "Rockets came down")
    .replace("a trader who was there", "one trader")
    .replace("nine", "at least nine")
)
CUT = "\n\n".join(WIRE.split("\n\n")[:2]) + "\n"
MORE = """The council has asked the harbour master of Misrata for two tugs and a floating crane to raise the sunken trawlers.

Insurance for cargo bound to the western ports has doubled since Easter, according to a broker in Valletta who writes it.
"""
WITHIN = WIRE + "\n" + OTHER + "\n" + MORE


@pytest.mark.parametrize(
    ("second", "outlet", "kind"),
    [
        (WIRE, "Hill Herald", "exact"),
        (WIRE.upper(), "Hill Herald", "exact"),
        (EDITED, "Hill Herald", "near"),
        (CUT, "Hill Herald", "cut"),
        (WITHIN, "Hill Herald", "cut"),
        (EDITED, "Coast Post", "version"),
        (OTHER, "Hill Herald", None),
        ("Nine killed in Zliten.\n", "Hill Herald", None),
    ],
)
def test_what_kind_of_copy(second: str, outlet: str, kind: str | None, report) -> None:
    pages = [report(WIRE, published="2021-05-05"), report(second, outlet=outlet, published="2021-05-06")]
    copies = find_copies(pages)
    assert [c.kind for c in copies] == ([kind] if kind else [])
    if kind:
        assert copies[0].a == (pages[0].page.id, "a1")
        assert 0.6 <= copies[0].containment <= 1


def find_lineages(pages, copies):
    return lineages_among([a for p in pages for a in digests_of_articles(p)], copies)


def test_a_formula_is_no_copy(report) -> None:
    formula = "More on this report will follow here as soon as our reporters have reached the town.\n"
    assert not find_copies([report(WIRE + formula), report(OTHER + formula, outlet="Hill Herald")])


def test_the_order_of_the_input_does_not_matter(report) -> None:
    pages = [
        report(t, outlet=f"Outlet {n}", published=f"2021-05-0{n}")
        for n, t in enumerate([WIRE, EDITED, CUT, OTHER, WIRE], 1)
    ]
    copies = find_copies(pages)
    lineages = find_lineages(pages, copies)
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert find_copies(pages) == copies
        assert find_lineages(pages, copies) == lineages


def test_all_copies_of_a_text_are_of_the_lineage_of_the_first(report) -> None:
    pages = [
        report(WIRE, outlet="Coast Post"),
        report(EDITED, outlet="Hill Herald", published="2021-05-06"),
        report(OTHER, outlet="Town Crier"),
    ]
    names = find_lineages(pages, find_copies(pages))
    assert [names[p.page.id, "a1"] for p in pages] == ["Coast Post", "Coast Post", "Town Crier"]


def test_of_one_day_the_agency_is_the_original_however_short_its_text(report) -> None:
    wire = report(CUT, outlet="Medwire", agency="Medwire")
    reprint = report(WIRE, outlet="Coast Post")
    copies = find_copies([reprint, wire])
    assert [(c.a[0], c.b[0]) for c in copies] == [(wire.page.id, reprint.page.id)]
    assert set(find_lineages([reprint, wire], copies).values()) == {"Medwire"}


def test_reports_that_credit_one_agency_are_of_its_lineage(report) -> None:
    pages = [report(WIRE, outlet="Coast Post", agency="Medwire"), report(OTHER, outlet="Town Crier", agency="Medwire")]
    assert set(find_lineages(pages, ()).values()) == {"Medwire"}


def test_without_outlet_and_agency_every_text_is_its_own_lineage(report) -> None:
    pages = [report(WIRE, outlet=None), report(OTHER, outlet=None)]
    assert len(set(find_lineages(pages, ()).values())) == 2


def test_what_a_version_changed_in_whole_sentences() -> None:
    from sourcebook.link.copies import changed

    old = ["Toll rises", "Nine men died. The mill stayed shut."]
    new = ["Toll falls", "Eight men died. The mill stayed shut! A clerk had counted one twice."]
    assert changed(old, new) == (
        ("Toll rises", "Nine men died."),
        ("Toll falls", "Eight men died.", "A clerk had counted one twice."),
    )
    assert changed(old, old) == ((), ())
