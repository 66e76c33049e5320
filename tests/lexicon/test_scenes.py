"""What was hit: each kind of scene is told by its words."""

from __future__ import annotations

import pytest

from sourcebook.lexicon.scenes import Scenes

SCENES = Scenes()


@pytest.mark.parametrize("rule", list(SCENES.file), ids=lambda r: r.id)
def test_a_scene_is_named_by_its_example_only(rule) -> None:
    assert rule.id in SCENES.of(rule.example)
    assert rule.id not in SCENES.of(rule.counter_example)


def test_a_word_inside_another_names_no_scene() -> None:
    assert not SCENES.of("The barricade was defended with a sportive busyness.")
