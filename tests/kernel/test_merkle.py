"""The tree of RFC 6962; leaves and roots are the published test data of Certificate Transparency."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from jamstac.kernel.merkle import Tree, leaf_hash

LEAVES = [
    bytes.fromhex(leaf)
    for leaf in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def by_definition(leaves: Sequence[bytes]) -> bytes:
    """MTH as RFC 6962 §2.1 writes it: recursive, over the whole list."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + by_definition(leaves[:split]) + by_definition(leaves[split:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_certificate_transparency(size: int) -> None:
    tree = Tree(LEAVES[:size])
    assert tree.root().hex() == ROOTS[size - 1]
    assert tree.size == size


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Tree().root() == hashlib.sha256(b"").digest()


def test_a_growing_tree_has_the_root_of_the_definition_at_every_size() -> None:
    tree, leaves = Tree(), []
    for number in range(70):
        leaf = number.to_bytes(2, "big")
        leaves.append(leaf)
        tree.append(leaf)
        assert tree.root() == by_definition(leaves)
