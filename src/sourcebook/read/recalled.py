"""Recalled events: those that a report brings up as context, by the words around them."""

from __future__ import annotations

from sourcebook.lexicon import Lexicon
from sourcebook.read.triggers import Trigger
from sourcebook.records import EventType

#: Words under or above a trigger that put it in the past of the report.
MEMORY = frozenset({"anniversary", "commemorate", "commemoration", "memorial", "remember", "remembrance", "history",
                     "historic", "historical", "legacy", "archive", "decade", "veteran", "memory"})  # fmt: skip


def recalls(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the words around a trigger say that its event is an earlier one: a whole war, an anniversary."""
    s = trigger.sentence
    if trigger.type is EventType.WAR:
        return True
    near = [*s.ancestors(trigger.head)[:3], *s.kids(trigger.head, "amod", "compound", "det", "npadvmod", "advmod")]
    return any(t.lemma in MEMORY for t in near)
