"""Permanent ids of incidents: made from the report alone, the same in every store, never given twice."""

from __future__ import annotations

import base64
import hashlib

from sourcebook.records import Incident, Reading


def own_id(reading: Reading, incident: Incident) -> str:
    """The permanent id that an incident of a page has of its own: a hash of the page and of the first words of it.

    It depends on nothing else that is stored, so it is the same in every store and after every re-reading that
    still finds the event at these words. Ten letters (50 bits): one clash among a million incidents is unlikely
    (p = .0004).
    """
    triggers = {m.id: m.trigger.start for m in reading.mentions}
    first = min((triggers[m] for m in incident.mentions if m in triggers), default=-1)
    digest = hashlib.sha256(f"{reading.page.id}\n{first}\n{incident.id if first < 0 else ''}".encode()).digest()
    return "I" + base64.b32encode(digest)[:10].decode().lower()
