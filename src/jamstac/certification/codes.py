"""Check codes, and how numbers and names typed by strangers are read. No Django.

A code is 80 random bits in Crockford's base 32 (no I, L, O, U): 16 characters, printed in fours. What a reader
confuses is read as what was printed: I and L are 1, O is 0.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_CONFUSED = str.maketrans("ILO", "110")
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_NOT_PART = re.compile(r"[^A-Z0-9]")

_BEFORE = "apt bapak bpk dr dra drg drh drs h hj ibu ir kh nn ns ny prof saudara saudari sdr sdri tn"
_AFTER = (
    "amd amdkeb amdkep amdkom ba bba bsc ma mba md mh mhum mkes mkom mm mpd msc msi msn mt phd sag sak sap sds se "
    "sfarm sh shum si sikom sip ska skep skm skom sos sp spd spdi ssi ssn ssos sst st strak strkes strkom strt"
)
_TITLES_BEFORE, _TITLES_AFTER = frozenset(_BEFORE.split()), frozenset(_AFTER.split())


def new_code() -> str:
    bits = secrets.randbits(5 * LENGTH)
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(LENGTH)))


def grouped(code: str) -> str:
    """As printed: four groups of four."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def read_code(text: str) -> str:
    """The code in what somebody typed, whatever case, spaces and dashes; empty when it cannot be one."""
    read = _NOT_PART.sub("", text.upper()).translate(_CONFUSED)
    return read if _CODE.fullmatch(read) else ""


def number_key(text: str) -> str:
    """A printed number as letters and digits only: spaces, dots and slashes may be typed or not."""
    return _NOT_PART.sub("", text.upper())


def name_key(text: str) -> str:
    """A name without case, accents, punctuation and academic or honorary titles."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s.]", " ", folded.split(",", 1)[0]).split()
    plain = [re.sub(r"\W", "", word) for word in words]
    kept = list(plain)
    while len(kept) > 1 and kept[0] in _TITLES_BEFORE:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in _TITLES_AFTER:
        kept = kept[:-1]
    return " ".join(word for word in kept if word)
