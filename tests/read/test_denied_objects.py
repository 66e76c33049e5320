"""What is denied is read over the time, the paper or the label that stands between it and its verb."""

from __future__ import annotations

import pytest

from sourcebook.records import Stance

TOWN = "BEJA - Shells hit a mill near Beja on Sunday.\n\n"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Plain League denied on Monday shelling the mill.", "shelling the mill"),
        ("The Plain League denied late on Monday having shelled the mill.", "having shelled the mill"),
        ("The Plain League denied on Monday involvement in the attack on the mill.", "involvement in the attack"),
        ("The Plain League denied in a radio message shelling the mill.", "shelling the mill"),
        ("The Plain League rejected in a statement accusations of shelling the mill.", "accusations of shelling"),
        ("The army branded as propaganda reports that its guns had shelled the mill.", "that its guns had shelled"),
        ("The army described as baseless the bishop's report that soldiers had fired.", "the bishop's report"),
        ("The army dismissed as slander on Monday a miller's claim that it had fired.", "a miller's claim"),
        ("The army called the accusation that it had shelled the mill a lie.", "that it had shelled the mill"),
        ("The army called reports of an attack on the mill fabricated.", "reports of an attack on the mill"),
    ],
)
def test_what_is_denied_is_found_behind_a_time_or_a_label(read, text: str, content: str) -> None:
    denials = [c for c in read(TOWN + text + "\n").claims if c.stance in (Stance.DENY, Stance.DISPUTE)]
    assert len(denials) == 1
    assert content in denials[0].content_text
    assert denials[0].source.text.startswith(("The army", "The Plain League"))


@pytest.mark.parametrize(
    "text",
    [
        "The army dismissed on Friday the general, who had shot two men.",
        "The governor described as a hero the man who stopped the gunmen.",
        "The union called a strike over the report that police had spread a lie.",
    ],
)
def test_whom_somebody_dismisses_or_praises_is_nothing_denied(read, text: str) -> None:
    claims = read(TOWN + text + "\n").claims
    assert not any("report" in c.content_text or "hero" in c.content_text for c in claims if c.stance is Stance.DENY)
    assert not any(c.stance is Stance.DISPUTE and "shot" not in c.content_text for c in claims)
