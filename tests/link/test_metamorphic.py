"""What must stay as it is, or may only grow, when reports are added, copied, renamed or moved in time.

All reports are read from texts, in several styles; invented towns' news of two attacks, and of one that is over.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.flow import link_readings, read_page
from sourcebook.lexicon import Lexicon
from sourcebook.link.groups import total
from sourcebook.link.ids import own_id
from sourcebook.read.pages import make_page
from sourcebook.records import Incident, Linked, PageMeta, Reading
from sourcebook.store.incidents import find_incident
from sourcebook.store.linking import link_pending, linked
from sourcebook.store.pages import add_reading
from sourcebook.store.sessions import Store

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Report:
    """A report as it was printed, ``days`` after the first attack; ``{d0}`` is that day, ``{d1}`` the next."""

    outlet: str
    days: int
    text: str


STOP, MILL, BRIDGE = "tram stop", "paper mill", "bridge"
REPORTS = (
    Report(
        "Alder Wire",
        1,
        "Shells kill seven at Finnish tram stop\n\nLAHTI, Finland (Alder Wire) - Mortar shells killed seven people at a"
        " tram stop in Lahti on {d0}, the city council said.\n\nA conductor, Veli Aro, said he had heard three"
        " whistles. The shelling set two trams on fire and cut the power in the streets around the market square.\n",
    ),
    Report(
        "Tampere Lamp",
        1,
        "The morning the trams stopped\n\nSeven people died when mortar shells hit a tram stop in Lahti on {d0}, Lahti"
        " Central Hospital said. It is treating 12 wounded.\n\nSenja Koli, a florist, told the Lamp that glass flew"
        " across the street.\n",
    ),
    Report(
        "People's Beacon",
        2,
        "Bandits shell peaceful town\n\nThe General Staff informed on {d2} that bandits of the Lake Front had shelled a"
        " tram stop in Lahti on {d0}, murdering five citizens.\n",
    ),
    Report(
        "Kymi Post",
        2,
        "Guards shot at mill\n\nGunmen shot dead two guards at a paper mill in Kotka on {d1}, police said. They fled in a"
        " green van.\n\nThe killing had nothing to do with the shelling of a tram stop in Lahti, police added.\n",
    ),
    Report(
        "Harbour Watch",
        3,
        "BULLETIN No. 9\n\nHarbour Watch has recorded the killing of two guards by gunmen at a paper mill in Kotka on"
        " {d1}. Our members spoke to a driver who saw it.\n",
    ),
    Report(
        "Tampere Lamp",
        20,
        "Bridge blown up in Lahti\n\nA bomb wrecked a bridge in Lahti on {d19} and injured one man, the fire brigade"
        " said. Nobody claimed responsibility.\n",
    ),
    Report(
        "Alder Wire",
        5,
        "Toll of tram stop attack rises to nine\n\nLAHTI, Finland (Alder Wire) - Nine people have now died of the mortar"
        " attack on a tram stop in Lahti on {d0}, the city council said on {d5}, up from seven.\n",
    ),
)
FIRST = dt.date(2021, 5, 4)


def written(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def read_report(told: Report, lexicon: Lexicon, first: dt.date = FIRST, text: str | None = None) -> Reading:
    words = (text or told.text).format(**{f"d{n}": written(first + dt.timedelta(days=n)) for n in range(31)})
    printed = first + dt.timedelta(days=told.days)
    meta = PageMeta(None, told.outlet, printed, "sidecar", "en")
    return read_page(make_page(words.encode(), f"{told.outlet} {told.days}.txt", meta), lexicon)


@pytest.fixture(scope="module")
def world(lexicon) -> tuple[Reading, ...]:
    return tuple(read_report(r, lexicon) for r in REPORTS)


def told_by(linked_: Linked, page: str) -> Incident:
    """The incident, told and not recalled, of the most reports that a page is part of."""
    mine = [i for i in linked_.incidents if not i.background and any(p == page for p, _ in i.members)]
    return max(mine, key=lambda i: (len(i.members), i.id))


def groups(linked_: Linked, names: Mapping[str, object]) -> set[frozenset[object]]:
    return {frozenset((names[p], x) for p, x in i.members) for i in linked_.incidents}


def places_of(readings: Iterable[Reading]) -> dict[str, int]:
    return {r.page.id: n for n, r in enumerate(readings)}


def test_the_reports_tell_of_three_attacks(world, lexicon) -> None:
    found = link_readings(world, lexicon)
    stop, mill, bridge = (told_by(found, world[n].page.id) for n in (0, 3, 5))
    at = places_of(world)
    assert {at[p] for p, _ in stop.members} >= {0, 1, 2, 6}
    assert {at[p] for p, _ in mill.members} == {3, 4}
    assert {at[p] for p, _ in bridge.members} == {5}


@FEW
@given(order=st.permutations(range(len(REPORTS))), twice=st.lists(st.integers(0, len(REPORTS) - 1), max_size=4))
def test_order_and_repetition_change_nothing(order, twice, world, lexicon) -> None:
    assert link_readings([world[n] for n in (*order, *twice)], lexicon) == link_readings(world, lexicon)


@FEW
@given(
    order=st.permutations(range(len(REPORTS))), cut=st.integers(0, len(REPORTS)), again=st.integers(0, len(REPORTS) - 1)
)
def test_a_store_in_any_order_is_all_at_once(order, cut, again, world, lexicon, tmp_path_factory) -> None:
    with Store(tmp_path_factory.mktemp("order") / "store.db", create=True) as store:
        for batch in (order[:cut], order[cut:], [again]):
            for n in batch:
                add_reading(store, world[n], "1")
            link_pending(store, lexicon)
        assert linked(store) == link_readings(world, lexicon)


COPIES = {
    "word for word": lambda text: text,
    "under another headline": lambda text: "What we know of the attack\n\n" + text.split("\n\n", 1)[1],
    "without its headline": lambda text: text.split("\n\n", 1)[1],
    "with a note at the end": lambda text: text + "\nThis report was edited by our night desk.\n",
}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("n", range(len(REPORTS)))
def test_a_copy_never_raises_the_number_of_sources(n: int, how: str, world, lexicon) -> None:
    original = REPORTS[n]
    reprint = replace(original, outlet="Savo Reprints", days=original.days + 1)
    before = link_readings(world, lexicon)
    after = link_readings([*world, read_report(reprint, lexicon, text=COPIES[how](original.text))], lexicon)
    for reading in world:
        assert (
            told_by(after, reading.page.id).independent_sources <= told_by(before, reading.page.id).independent_sources
        )


DENIALS = (
    "The Lake Front denied on {d4} that it had shelled a tram stop in Lahti on {d0}.\n",
    "The mayor of Lahti denied on {d4} that a tram stop in the town was shelled on {d0}.\n",
    "The army rejected the accusation that it shelled a tram stop in Lahti on {d0}.\n",
    "The city council denied on {d4} that there had been any shelling of a tram stop in Lahti on {d0}.\n",
    "No tram stop was shelled in Lahti on {d0}, an army spokesman said on {d4}.\n",
)


@pytest.mark.parametrize("denial", DENIALS)
def test_a_denial_never_lowers_the_number_of_sources(denial: str, world, lexicon) -> None:
    before = link_readings(world, lexicon)
    denying = read_report(Report("Voice of Savo", 4, denial), lexicon)
    after = link_readings([*world, denying], lexicon)
    for reading in world:
        assert (
            told_by(after, reading.page.id).independent_sources >= told_by(before, reading.page.id).independent_sources
        )


@pytest.mark.parametrize("days", [-400, -3, 2, 61, 365, 3653])
def test_shifting_all_days_shifts_all_incidents(days: int, world, lexicon) -> None:
    shift = dt.timedelta(days=days)
    moved = tuple(read_report(r, lexicon, FIRST + shift) for r in REPORTS)
    here, there = link_readings(world, lexicon), link_readings(moved, lexicon)
    assert groups(here, places_of(world)) == groups(there, places_of(moved))
    for one, other in zip(world, moved, strict=True):
        a, b = told_by(here, one.page.id), told_by(there, other.page.id)
        assert a.date is not None
        assert b.date is not None
        assert (a.date.low + shift, a.date.high + shift) == (b.date.low, b.date.high)
        assert (a.killed, a.injured, a.independent_sources) == (b.killed, b.injured, b.independent_sources)


@FEW
@given(data=st.data())
def test_renaming_outlets_changes_no_cluster(data, world, lexicon) -> None:
    names = sorted({r.outlet for r in REPORTS})
    new = data.draw(
        st.lists(
            st.text("abcdefghijklmnop", min_size=4, max_size=9).map(str.title),
            min_size=len(names),
            max_size=len(names),
            unique=True,
        )
    )
    called = dict(zip(names, (f"{n} Observer" for n in new), strict=True))
    renamed = []
    for r in REPORTS:
        text = r.text
        for old, name in called.items():
            text = text.replace(old, name).replace("told the Lamp", f"told the {called['Tampere Lamp']}")
        renamed.append(read_report(replace(r, outlet=called[r.outlet], text=text), lexicon))
    pages = {frozenset(n for n, _ in g) for g in groups(link_readings(world, lexicon), places_of(world))}
    assert pages == {frozenset(n for n, _ in g) for g in groups(link_readings(renamed, lexicon), places_of(renamed))}


def test_terms_sum_to_scores(world, lexicon) -> None:
    links = link_readings(world, lexicon).links
    assert links
    for link in links:
        assert link.score == total(link.terms) == pytest.approx(sum(v for _, v in link.terms))
        assert all(lexicon.link_weights[name] for name, _ in link.terms)


def test_ids_are_the_same_after_reading_with_a_newer_lexicon(world, lexicon, tmp_path) -> None:
    """Other weights, other lists of names and traces, another verdict on harm: an event found at the same words is the same."""
    newer = copy.copy(lexicon)
    newer.__dict__.update(
        link_weights={**lexicon.link_weights, "names": 8.0},
        names={},
        traces=type("None", (), {"of": lambda *_: None})(),
    )
    again = tuple(read_report(r, newer) for r in REPORTS)
    old = {own_id(r, i) for r in world for i in r.incidents}
    assert {own_id(r, i) for r in again for i in r.incidents} == old
    with Store(tmp_path / "store.db", create=True) as store:
        for n, reading in enumerate(again):
            add_reading(store, reading, "2")
            if n % 3 == 2:
                link_pending(store, newer)
        link_pending(store, lexicon)
        for id_ in sorted(old):
            dossier = find_incident(store, id_)
            assert dossier.asked in (None, id_)
            assert any(own_id(r, i) == id_ and (r.page.id, i.id) in dossier.incident.members
                       for r in again for i in r.incidents)  # fmt: skip
