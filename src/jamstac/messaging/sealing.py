"""Secrets of an LSP at rest: sealed with a key derived from the installation's own (Fernet; HKDF, RFC 5869)."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def _fernet() -> Fernet:
    key = HKDF(SHA256(), 32, None, b"jamstac messaging").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def seal(secret: str) -> bytes:
    return _fernet().encrypt(secret.encode())


def unseal(sealed: bytes | memoryview) -> str:
    """Raises `cryptography.fernet.InvalidToken` when the installation's key is another one now."""
    return _fernet().decrypt(bytes(sealed)).decode()
