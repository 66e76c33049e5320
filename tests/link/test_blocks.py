"""Blocks: the pairs that are looked up by keys are those that comparing all with all would find."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from benchmarks.synthetic import digests_of
from sourcebook.link import blocks
from sourcebook.link.blocks import is_dead, keys_of, pairs_of, useful_keys, view_of, worth_comparing

SIZE = 250


@pytest.fixture(scope="module")
def keys() -> dict[str, blocks.Keys]:
    """The keys of synthetic reports: some have no day, some no place, some are copies."""
    return {digest.page: keys_of(view_of(digest)) for digest, _ in digests_of(SIZE)}


def found(keys: dict[str, blocks.Keys], pages: list[str]) -> list[tuple[str, str]]:
    return list(pairs_of(pages, keys.__getitem__, useful_keys(keys[p].held for p in pages)))


def all_with_all(keys: dict[str, blocks.Keys]) -> set[tuple[str, str]]:
    holders: dict[int, int] = {}
    for k in keys.values():
        for key in k.held:
            holders[key] = holders.get(key, 0) + 1
    return {
        (a, b)
        for a, b in combinations(sorted(keys), 2)
        if worth_comparing(keys[a], keys[b], lambda key: not is_dead(key, holders.get(key, 0)))
    }


def test_every_pair_worth_comparing_is_found_once(keys) -> None:
    pairs = found(keys, list(keys))
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == all_with_all(keys)
    assert len(pairs) < SIZE * SIZE / 8, "most pairs are not looked at"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_pages_changes_nothing_also_where_keys_die(
    seed: int, keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, limit in ((blocks.Kind.AREA, 20), (blocks.Kind.NAME, 6), (blocks.Kind.TEXT, 2)):
        monkeypatch.setitem(blocks.LIMITS, kind, limit)
    order = random.Random(seed).sample(list(keys), len(keys))
    assert set(found(keys, order)) == all_with_all(keys)


def test_keys_of_one_kind_and_time_are_told_apart() -> None:
    some = [key for digest, _ in digests_of(40) for key in keys_of(view_of(digest)).held]
    assert all(key >= 0 and key.bit_length() < 64 for key in some), "they fit into a column of the store"
