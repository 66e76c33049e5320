"""Who is silent on an incident: parties that are named in it, and outlets that did not report it."""

from __future__ import annotations

import pytest

from sourcebook.link.coverage import Voice, coverage_of
from sourcebook.records import EventType, Grade, Incident, IncidentStatus, SourceKind, Stance

MILITARY = SourceKind.MILITARY


def incident(*accounts) -> Incident:
    return Incident("Ia", EventType.AIR_STRIKE, None, None, (), (), (), (), None, None, IncidentStatus.OCCURRED, (), 1,
                    Grade.WEAK, "", accounts=accounts)  # fmt: skip


@pytest.mark.parametrize(
    ("named", "spoke", "voice"),
    [
        (("air force", "q:ZM-air-force"), {"source": "the Defence Ministry", "entity": "q:ZM-defence-ministry"}, Voice.SPOKE),
        (("air force", None), {"source": "the Defence Ministry"}, Voice.SPOKE),
        (("air force", "q:ZM-air-force"), {"source": "the army", "entity": "q:MW-army"}, Voice.SILENT),
        (("Salt Road Front", None), {"source": "the army"}, Voice.SILENT),
        (("Salt Road Front", None), {"source": "a spokesman for the Salt Road Front"}, Voice.SPOKE),
        (("air force", None), {"source": "the army", "stance": Stance.NO_COMMENT}, Voice.REFUSED),
    ],
)  # fmt: skip
def test_a_ministry_speaks_for_its_forces(named: tuple, spoke: dict, voice: Voice, account) -> None:
    name, answer = named
    told = account("responsibility", name, "a nurse", answer=answer, answer_kind=MILITARY)
    (party,) = coverage_of(incident(told, account(kind=MILITARY, **spoke)), {}).parties
    assert party.voice is voice
