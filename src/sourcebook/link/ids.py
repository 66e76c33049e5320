"""Permanent ids of incidents: made from the report alone, the same in every store, never given twice."""

from __future__ import annotations

import base64
import hashlib

from sourcebook.records import Incident, Reading


def own_id(reading: Reading, incident: Incident) -> str:
    """The permanent id that an incident of a page has of its own: a hash of the page and of the first words of it.

    It depends on nothing else that is stored, so it is the same in every store and after every re-reading that
    still finds the event at these words. Of two events that one word tells ("strikes near Tarn and on the port of Sel")
    the second is known by being the second. Ten letters (50 bits): one clash among a million incidents is unlikely
    (p = .0004).
    """
    own = set(incident.mentions)
    first = min((m.trigger.start for m in reading.mentions if m.id in own), default=-1)
    at = [m.id for m in reading.mentions if m.trigger.start == first]
    which = next((n for n, m in enumerate(at) if m in own), 0)
    rest = incident.id if first < 0 else str(which or "")
    digest = hashlib.sha256(f"{reading.page.id}\n{first}\n{rest}".encode()).digest()
    return "I" + base64.b32encode(digest)[:10].decode().lower()
