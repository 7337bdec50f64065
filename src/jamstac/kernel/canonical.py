"""Canonical JSON (RFC 8785) and digests. What is hashed and signed is bytes made here.

Only strings, whole numbers, booleans, null, lists and objects: money, NIK, decimals and dates travel as
strings, so that no reader's number type can change them. Strings are NFC.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import rfc8785


def plain(value: Any) -> Any:
    """`value` reduced to what canonical JSON may hold. Raises TypeError for floats and unknown types."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", str(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {plain(str(k)): plain(v) for k, v in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(v) for v in value]
    raise TypeError(f"{type(value).__name__} has no canonical form: write it as a string")


def canonical(value: Any) -> bytes:
    return rfc8785.dumps(plain(value))


def digest(data: bytes) -> str:
    """SHA-256 as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def commitment(data: bytes, salt: bytes) -> str:
    """Salted commitment to personal data: HMAC-SHA-256 under a random salt kept beside the data, so that
    erasing salt and data leaves a digest that says nothing."""
    return hmac.new(salt, data, hashlib.sha256).hexdigest()
