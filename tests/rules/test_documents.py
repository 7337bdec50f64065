from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from jamstac.documents import readers, writing
from jamstac.documents.facts import SigningFacts
from jamstac.documents.rules import may_sign

WHOLE = SigningFacts(agreed=True, is_staff=True, reauthenticated=True, signed_before=False)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"is_staff": False, "reauthenticated": False}, []),
        ({"agreed": False}, ["signature.not_agreed"]),
        ({"reauthenticated": False}, ["signature.no_reauthentication"]),
        ({"signed_before": True}, ["signature.signed_before"]),
        ({"agreed": False, "reauthenticated": False}, ["signature.not_agreed", "signature.no_reauthentication"]),
    ],
)
def test_a_signature_needs_agreement_and_of_staff_the_password_and_only_once(
    change: dict[str, bool], codes: list[str]
) -> None:
    assert [each.code for each in may_sign(replace(WHOLE, **change)).refusals] == codes


@pytest.mark.parametrize(
    ("roles", "reads"),
    [
        ({"admin"}, True),
        ({"decider", "assessor"}, True),
        ({"assessor"}, False),
        (set(), False),
    ],
)
def test_an_assessor_alone_reads_no_case_that_was_not_given(roles: set[str], reads: bool) -> None:
    assert readers.reads_all(frozenset(roles)) is reads


def test_an_assessor_reads_the_cases_given(monkeypatch: pytest.MonkeyPatch) -> None:
    person, given, other = uuid4(), uuid4(), uuid4()
    monkeypatch.setattr(readers, "_tests", [lambda who, ids: who == person and given in ids])
    assert readers.reads_case(frozenset({"assessor"}), person, given)
    assert not readers.reads_case(frozenset({"assessor"}), person, other)
    assert not readers.reads_case(frozenset({"assessor"}), uuid4(), given)
    assert not readers.reads_case(frozenset(), person, given)
    assert not readers.was_given(person, set())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (14, "empat belas"),
        (20, "dua puluh"),
        (36, "tiga puluh enam"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1945, "seribu sembilan ratus empat puluh lima"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (450_000, "empat ratus lima puluh ribu"),
        (101_001, "seratus satu ribu satu"),
    ],
)
def test_numbers_are_said_as_letters_say_them(number: int, said: str) -> None:
    assert writing.words(number) == said


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_beyond_letters_is_not_said(number: int) -> None:
    with pytest.raises(ValueError, match="not written"):
        writing.words(number)


def test_english_words_end_at_twelve() -> None:
    assert [writing.words_en(number) for number in (0, 3, 5, 12)] == ["zero", "three", "five", "twelve"]
    with pytest.raises(ValueError, match="not written"):
        writing.words_en(13)


def test_days_and_times_are_written_as_official_letters_write_them() -> None:
    day = date(2026, 11, 30)
    assert writing.long_date(day) == "30 November 2026"
    assert writing.long_date_en(day) == "30 November 2026"
    assert writing.long_date(date(2026, 8, 1)) == "1 Agustus 2026"
    assert writing.long_date_en(date(2026, 8, 1)) == "1 August 2026"
    assert writing.weekday(day) == "Senin"
    assert writing.clock(time(8, 5)) == "08.05"
    assert writing.date_in_words(day) == "tiga puluh bulan November tahun dua ribu dua puluh enam"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Jakarta", "30 November 2026, 23.30 WIB"),
        ("Asia/Makassar", "1 Desember 2026, 00.30 WITA"),
        ("Asia/Jayapura", "1 Desember 2026, 01.30 WIT"),
    ],
)
def test_a_moment_is_told_in_the_time_of_the_lsp(zone: str, said: str) -> None:
    assert writing.moment(datetime(2026, 11, 30, 16, 30, tzinfo=UTC), ZoneInfo(zone)) == said
