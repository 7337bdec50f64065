from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jamstac.kernel.notes import Checkpoint, sign
from jamstac.ledger.chain import Report
from jamstac.ledger.checkpoints import make_note, read_notes, signing_key, verifier_key

REPORT = Report(7, "a" * 64, b"\x05" * 32, None)


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> Path:
    settings.KEY_ROOT = tmp_path
    return tmp_path


def test_a_chain_has_one_key_that_only_its_owner_reads(keys: Path) -> None:
    first = signing_key("jamstac/cth")
    assert signing_key("jamstac/cth").public_key() == first.public_key()
    assert signing_key("jamstac/lain").public_key() != first.public_key()
    file = keys / "ledger" / "jamstac_cth.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_note_is_read_back(keys: Path) -> None:
    note = make_note("jamstac/cth", REPORT)
    assert read_notes(note) == {"jamstac/cth": Checkpoint("jamstac/cth", 7, b"\x05" * 32)}


def test_a_file_may_hold_the_notes_of_several_chains(keys: Path) -> None:
    both = make_note("jamstac", REPORT) + "\n" + make_note("jamstac/cth", REPORT)
    assert sorted(read_notes(both)) == ["jamstac", "jamstac/cth"]


def test_a_note_by_a_stranger_is_refused(keys: Path) -> None:
    signing_key("jamstac/cth")
    stranger = Ed25519PrivateKey.generate()
    forged = sign(Checkpoint("jamstac/cth", 7, b"\x05" * 32), "jamstac/cth", stranger)
    with pytest.raises(ValueError, match="no valid signature"):
        read_notes(forged)


def test_a_note_of_a_chain_without_key_here_is_refused(keys: Path) -> None:
    note = make_note("jamstac/cth", REPORT).replace("jamstac/cth", "jamstac/lain")
    with pytest.raises(ValueError, match="no key of"):
        read_notes(note)


@pytest.mark.parametrize("text", ["", "\n\n", "— jamstac/cth AAAA\n"])
def test_what_is_no_note_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="not a signed note"):
        read_notes(text)


def test_the_public_key_is_written_as_others_read_it(keys: Path) -> None:
    name, identity, key = verifier_key("jamstac/cth", signing_key("jamstac/cth").public_key()).split("+", 2)
    assert name == "jamstac/cth"
    assert len(bytes.fromhex(identity)) == 4
    assert key.startswith("A")
