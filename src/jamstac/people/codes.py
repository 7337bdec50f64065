"""The one-time code on a slip: fifteen letters that are hard to mistake for one another, 75 bits, read in groups."""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 15, 5
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """As it is printed: `7KQ2M-9XWPD-H4TRV`."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def cleaned(typed: str) -> str:
    """What was meant: small letters, blanks and hyphens do not matter, O is 0, I and L are 1. Empty where it
    cannot be a code."""
    code = "".join(each for each in typed.upper() if each.isalnum()).translate(_READ_AS)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def digest_of(code: str) -> str:
    """What is kept of a code: useless to whoever reads the database without the installation's secret."""
    return salted_hmac("jamstac.people.slip", code, algorithm="sha256").hexdigest()
