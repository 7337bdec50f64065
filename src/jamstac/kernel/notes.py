"""Signed notes (c2sp.org/signed-note) and tree checkpoints (c2sp.org/tlog-checkpoint), Ed25519."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ALGORITHM = b"\x01"  # Ed25519 in the signed-note registry


@dataclass(frozen=True)
class Checkpoint:
    """Size and root of a log at one moment. `root` is 32 bytes."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def public_bytes(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes_raw()


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ALGORITHM + public_bytes(key)).digest()[:4]


def sign(checkpoint: Checkpoint, name: str, key: Ed25519PrivateKey) -> str:
    """The checkpoint as a signed note. `name` is the key's name, without spaces or plus signs."""
    if not name or any(c.isspace() or c == "+" for c in name):
        raise ValueError("a key name holds no space and no plus sign")
    text = checkpoint.text()
    signature = key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n— {name} {base64.b64encode(signature).decode()}\n"


def open_note(note: str, name: str, key: Ed25519PublicKey) -> Checkpoint:
    """The checkpoint in `note`, when `key` signed it under `name`. Raises ValueError otherwise."""
    text, separator, signatures = note.rpartition("\n\n")
    if not separator:
        raise ValueError("not a signed note")
    text += "\n"
    lines = text.split("\n")
    if len(lines) < 4:
        raise ValueError("not a checkpoint")
    try:
        checkpoint = Checkpoint(lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True))
    except ValueError as error:
        raise ValueError("not a checkpoint") from error
    for line in signatures.splitlines():
        parts = line.split(" ")
        if len(parts) == 3 and parts[0] == "—" and parts[1] == name:
            blob = base64.b64decode(parts[2])
            if blob[:4] == key_id(name, key):
                try:
                    key.verify(blob[4:], text.encode())
                except InvalidSignature:
                    break
                return checkpoint
    raise ValueError(f"no valid signature by {name}")
