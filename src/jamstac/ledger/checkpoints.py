"""Signed checkpoints of a chain: its size and Merkle root at one moment, as a C2SP signed note.

Kept outside the machine, a checkpoint lets `jamstac ledger verify --since FILE` find a tail that was cut and
written anew: what the chain alone cannot show. One Ed25519 key per chain, made once under `settings.KEY_ROOT`.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from jamstac.kernel.notes import Checkpoint, key_id, open_note, public_bytes, sign
from jamstac.ledger.chain import Report

_SIGNATURE = "— "


def _path(origin: str) -> Path:
    return Path(settings.KEY_ROOT) / "ledger" / f"{origin.replace('/', '_')}.pem"


def signing_key(origin: str) -> Ed25519PrivateKey:
    """The chain's key; made at the first asking, readable by the owner only."""
    path = _path(origin)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(made)
    key = load_pem_private_key(path.read_bytes(), password=None)
    assert isinstance(key, Ed25519PrivateKey)
    return key


def verifier_key(origin: str, key: Ed25519PublicKey) -> str:
    """The public key as others write it down (c2sp.org/signed-note): name, key id, key."""
    public = base64.b64encode(b"\x01" + public_bytes(key)).decode()
    return f"{origin}+{key_id(origin, key).hex()}+{public}"


def make_note(origin: str, report: Report) -> str:
    """The signed note for a chain that was walked and found whole."""
    return sign(Checkpoint(origin, report.size, report.root), origin, signing_key(origin))


def read_notes(text: str) -> dict[str, Checkpoint]:
    """Every note of a file by its origin. Raises ValueError when one is no note or not signed by its chain's key."""
    found = {}
    for note in _split(text):
        origin = note.split("\n", 1)[0]
        if not _path(origin).is_file():
            raise ValueError(f"no key of {origin} on this installation")
        found[origin] = open_note(note, origin, signing_key(origin).public_key())
    if not found:
        raise ValueError("not a signed note")
    return found


def _split(text: str) -> list[str]:
    """A file may hold one note after another: a note ends with its last signature line."""
    notes: list[list[str]] = []
    signed = True
    for line in text.splitlines():
        is_signature = line.startswith(_SIGNATURE)
        if signed and not is_signature:
            if not line:
                continue
            notes.append([])
        if not notes:
            return []
        notes[-1].append(line)
        signed = is_signature
    return ["\n".join(note) + "\n" for note in notes]
