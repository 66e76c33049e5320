"""Headlines leave out the helper of a passive: what was shot, bombed or stormed there did nothing itself."""

from __future__ import annotations

import pytest

BODY = "\n\nBEJA - Police are looking for three men in a white van.\n"


@pytest.mark.parametrize(
    ("headline", "kind", "victims"),
    [
        ("Mayor shot in Beja, wife hurt", "armed-attack", {"Mayor", "wife"}),
        ("Church attacked in Beja", "armed-attack", set()),
        ("Clinic bombed in Beja", "bombing", set()),
        ("Bus torched on N122, driver hurt", "looting-destruction", set()),
        ("Police station stormed, guns taken", "armed-attack", {"Police station"}),
        ("Councillor abducted in Beja", "abduction", {"Councillor"}),
        ("Nurse stabbed by patient", "armed-attack", {"Nurse"}),
    ],
)
def test_a_past_form_without_helper_and_object_is_done_to_its_subject(read, headline, kind, victims) -> None:
    told = [m for m in read(headline + BODY).mentions if m.sentence == "a1.s1"]
    assert kind in {str(m.event_type) for m in told}
    assert victims <= {p.text for m in told for p in m.recipients}
    assert not victims & {p.text for m in told for p in m.actors}


@pytest.mark.parametrize(
    ("headline", "actor"),
    [
        ("Rebels attacked the town of Beja", "Rebels"),
        ("Man who stabbed teacher arrested", "Man"),
        ("Gunmen stormed a bank in Beja", "Gunmen"),
    ],
)
def test_who_has_an_object_did_it(read, headline: str, actor: str) -> None:
    told = [m for m in read(headline + BODY).mentions if m.sentence == "a1.s1"]
    assert actor in {p.text for m in told for p in m.actors}


@pytest.mark.parametrize("verb", ["was petrol-bombed", "was fire-bombed", "had been petrol-bombed"])
def test_a_participle_tied_to_what_it_was_done_with_tells_a_deed(read, verb: str) -> None:
    assert read(f"The house of a councillor {verb} in Beja on Monday, police said.\n").incidents


@pytest.mark.parametrize("words", ["was well-known", "was newly-built", "was well-defended"])
def test_and_no_quality(read, words: str) -> None:
    assert not read(f"The house of a councillor {words} in Beja, police said.\n").incidents


def test_whose_house_it_was_did_not_shoot(read) -> None:
    reading = read("Three patients from the Harbour Bank shootings were discharged, the hospital said.\n")
    assert not any(m.actors for m in reading.mentions)
