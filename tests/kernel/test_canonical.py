"""The bytes that are hashed and signed. Vectors: RFC 8785 §3.2 and its published test data."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
import rfc8785

from jamstac.kernel.canonical import canonical, commitment, digest, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {
                "1": {"f": {"f": "hi", "F": 5}, "\n": 56},
                "10": {},
                "": "empty",
                "a": {},
                "111": [{"e": "yes", "E": "no"}],
                "A": {},
            },
            '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
        ),
        (
            {"peach": "This sorting order", "pêche": "but canonicalization MUST", "sin": "ignore locale"},
            '{"peach":"This sorting order","pêche":"but canonicalization MUST","sin":"ignore locale"}',
        ),
        (
            {"€": "Euro Sign", "\r": "Carriage Return", "1": "One", "😀": "Emoji", "\x80": "Control", "ö": "Latin"},
            '{"\\r":"Carriage Return","1":"One","\x80":"Control","ö":"Latin","€":"Euro Sign","😀":"Emoji"}',
        ),
        ('€$\x0f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        ([56, {"d": True, "10": None, "1": []}], '[56,{"1":[],"10":null,"d":true}]'),
    ],
)
def test_canonical_json_is_that_of_rfc_8785(value: Any, expected: str) -> None:
    assert canonical(value) == expected.encode()
    assert json.loads(canonical(value)) == value


def test_keys_are_ordered_by_utf_16_units_not_by_code_points() -> None:
    assert canonical({"\uff5e": 1, "😀": 2}) == '{"😀":2,"\uff5e":1}'.encode()


def test_strings_and_keys_are_composed() -> None:
    assert canonical({"A\u030a": "e\u0301"}) == '{"Å":"é"}'.encode()


def test_ids_days_and_moments_travel_as_strings() -> None:
    moment = datetime(2026, 8, 17, 10, 0, tzinfo=UTC)
    value = {"id": UUID(int=7), "day": date(2026, 8, 17), "at": moment, "list": (1, None, True)}
    assert plain(value) == {
        "id": "00000000-0000-0000-0000-000000000007",
        "day": "2026-08-17",
        "at": "2026-08-17T10:00:00+00:00",
        "list": [1, None, True],
    }


@pytest.mark.parametrize("value", [1.5, b"bytes", bytearray(b"x"), {1, 2}, object()])
def test_what_has_no_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        canonical({"value": value})


def test_a_number_that_readers_would_round_is_refused() -> None:
    assert canonical(2**53 - 1) == b"9007199254740991"
    with pytest.raises(rfc8785.IntegerDomainError):
        canonical(2**53 + 1)


def test_a_digest_is_sha_256_in_hex() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(b"") == hashlib.sha256(b"").hexdigest()


def test_a_commitment_says_nothing_without_its_salt() -> None:
    # RFC 4231, test case 1
    assert commitment(b"Hi There", b"\x0b" * 20) == ("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    assert commitment(b"3201", b"salt one") != commitment(b"3201", b"salt two")
