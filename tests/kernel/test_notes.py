from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from jamstac.kernel.notes import Checkpoint, key_id, open_note, public_bytes, sign

KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"\x02" * 32)
CHECKPOINT = Checkpoint("jamstac/contoh", 42, b"\x07" * 32)
NAME = "jamstac/contoh"


@pytest.fixture
def note() -> str:
    return sign(CHECKPOINT, NAME, KEY)


def test_a_signed_checkpoint_opens_again(note: str) -> None:
    assert open_note(note, NAME, KEY.public_key()) == CHECKPOINT


def test_a_note_is_origin_size_root_and_a_signature_line(note: str) -> None:
    lines = note.split("\n")
    assert lines[:4] == ["jamstac/contoh", "42", base64.b64encode(b"\x07" * 32).decode(), ""]
    assert lines[4].startswith("— jamstac/contoh ")
    assert note.endswith("\n")


def test_the_key_id_is_that_of_the_signed_note_registry() -> None:
    # The example of golang.org/x/mod/sumdb/note: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
    blob = base64.b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    key = Ed25519PublicKey.from_public_bytes(blob[1:])
    assert key_id("PeterNeumann", key).hex() == "c74f20a3"
    assert public_bytes(key) == blob[1:]


@pytest.mark.parametrize("name", ["", "two words", "a+b", "tab\tname"])
def test_a_key_name_holds_no_space_and_no_plus(name: str) -> None:
    with pytest.raises(ValueError, match="key name"):
        sign(CHECKPOINT, name, KEY)


@pytest.mark.parametrize(
    ("old", "new"),
    [("42", "43"), ("jamstac/contoh\n", "jamstac/palsu\n"), (base64.b64encode(b"\x07" * 32).decode()[:4], "AAAA")],
)
def test_a_changed_note_is_refused(note: str, old: str, new: str) -> None:
    with pytest.raises(ValueError, match="no valid signature"):
        open_note(note.replace(old, new, 1), NAME, KEY.public_key())


def test_a_note_signed_by_another_key_is_refused(note: str) -> None:
    with pytest.raises(ValueError, match="no valid signature"):
        open_note(note, NAME, OTHER.public_key())
    with pytest.raises(ValueError, match="no valid signature"):
        open_note(note, "someone/else", KEY.public_key())


def test_a_second_signature_does_not_disturb(note: str) -> None:
    witness = sign(CHECKPOINT, "witness", OTHER).rpartition("\n\n")[2]
    text, _, own = note.rpartition("\n\n")
    assert open_note(f"{text}\n\n{witness}{own}", NAME, KEY.public_key()) == CHECKPOINT
    assert open_note(f"{text}\n\nnot a signature line\n{own}", NAME, KEY.public_key()) == CHECKPOINT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no blank line", "not a signed note"),
        ("origin\n12\n\n— name AAAA\n", "not a checkpoint"),
        ("origin\nmany\nAAAA\n\n— name AAAA\n", "not a checkpoint"),
        ("origin\n12\n?\n\n— name AAAA\n", "not a checkpoint"),
    ],
)
def test_what_is_no_checkpoint_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        open_note(text, NAME, KEY.public_key())
