"""Mended parses are trees: who walks down from a ring of tokens never comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.read.repairs import repaired
from sourcebook.records import Sentence, Token

GOLD = Path(__file__).parents[1] / "gold" / "open"


def tokens_of(*words: tuple[str, str, str, str, int]) -> tuple[Token, ...]:
    at, out = 0, []
    for i, (text, tag, pos, dep, head) in enumerate(words):
        out.append(
            Token(i, at, at + len(text), text, text.lower(), text.lower(), tag, pos, dep, head, "", False)  # type: ignore[arg-type]
        )
        at += len(text) + 1
    return tuple(out)


def is_tree(tokens: tuple[Token, ...]) -> bool:
    for t in tokens:
        for _ in range(len(tokens) + 1):
            if t.head == t.i:
                break
            t = tokens[t.head]
        else:
            return False
    return True


def test_a_verb_of_saying_that_hangs_on_its_speaker_leaves_him_first(lexicon) -> None:
    # '"It was sad and we never slept," added neighbor Clara Example.', with "added" as what the neighbour is
    tokens = list(
        tokens_of(
            ("It", "PRP", "PRON", "nsubj", 1), ("was", "VBD", "AUX", "ccomp", 5), ("sad", "JJ", "ADJ", "acomp", 1),
            (",", ",", "PUNCT", "punct", 5), ('"', "''", "PUNCT", "punct", 5), ("added", "VBN", "VERB", "amod", 6),
            ("neighbor", "NN", "NOUN", "compound", 8), ("Clara", "NNP", "PROPN", "compound", 8),
            ("Example", "NNP", "PROPN", "ROOT", 8), (".", ".", "PUNCT", "punct", 8),
        )
    )  # fmt: skip
    tokens[5] = tokens[5]._replace(lemma="add")
    tokens[8] = tokens[8]._replace(ent="PERSON", ent_begin=True)
    out = repaired(tuple(tokens), lexicon)
    assert is_tree(out)
    assert out[8].head == 5


@pytest.mark.parametrize("name", sorted(p.name for p in GOLD.glob("*.txt")))
def test_every_sentence_of_the_gold_is_a_tree(parse, name: str) -> None:
    sentences: tuple[Sentence, ...] = parse((GOLD / name).read_text()).sentences
    assert all(is_tree(s.tokens) for s in sentences)
