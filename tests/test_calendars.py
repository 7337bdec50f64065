"""Calendar files against RFC 5545, read back by a reader of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from jamstac.events.calendars import month_before, month_of, next_month, weeks
from jamstac.events.ics import Entry, calendar, escape, fold, utc

WIT = timezone(timedelta(hours=9))
ENTRY = Entry(
    uid="0192@contoh.test",
    begins=datetime(2026, 11, 26, 8, tzinfo=WIT),
    ends=datetime(2026, 11, 26, 15, 30, tzinfo=WIT),
    changed_at=datetime(2026, 11, 20, 1, 2, 3, tzinfo=UTC),
    summary="Asesmen Penyunting Peta; Muda, tahap 1",
    location="TUK Balai Umpama, Jalan Rekaan 2\\B",
    description="Baris satu\nBaris dua, dengan koma dan kata panjang " + "é" * 80,
    sequence=2,
    url="https://contoh.test/lsp/cth/jadwal/0192/",
)


def unfolded(data: bytes) -> list[str]:
    """Content lines of RFC 5545 3.1: a CRLF and one blank join a line to the one before."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def properties(data: bytes) -> dict[str, str]:
    return dict(line.split(":", 1) for line in unfolded(data) if line)


def plain(value: str) -> str:
    """A TEXT value read back (RFC 5545 3.3.11)."""
    found, signs = "", iter(value)
    for sign in signs:
        found += {"n": "\n", "N": "\n"}.get(escaped := next(signs), escaped) if sign == "\\" else sign
    return found


def test_no_line_is_longer_than_75_octets_and_each_ends_with_crlf() -> None:
    data = calendar("LSP Contoh", [ENTRY])
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() for line in lines), "every piece is whole UTF-8"


@pytest.mark.parametrize("length", [74, 75, 76, 149, 150, 151])
def test_folding_loses_no_character_at_any_length(length: int) -> None:
    for sign in "aé€😀":
        line = sign * length
        folded = fold(line)
        assert folded[:-2].decode().replace("\r\n ", "") == line
        assert all(len(piece) <= 75 for piece in folded[:-2].split(b"\r\n"))


@pytest.mark.parametrize("text", ["a;b,c\\d", "satu\ndua", "satu\r\ndua\rtiga", "", "n\\n", ",,;;"])
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert plain(escape(text)) == text.replace("\r\n", "\n").replace("\r", "\n")


def test_control_characters_do_not_enter_a_calendar() -> None:
    assert escape("a\x00b\x1bc\x7fd\te") == "abcd\te"


def test_nothing_typed_can_add_a_property() -> None:
    forged = calendar(
        "LSP", [Entry(**{**ENTRY.__dict__, "summary": "X\r\nEND:VEVENT\r\nATTENDEE:mailto:x@contoh.test"})]
    )
    assert [line for line in unfolded(forged) if line.startswith("ATTENDEE")] == []
    assert unfolded(forged).count("END:VEVENT") == 1


def test_moments_are_written_in_utc() -> None:
    assert utc(datetime(2026, 11, 26, 8, tzinfo=WIT)) == "20261125T230000Z"
    with pytest.raises(ValueError, match="zone"):
        utc(datetime(2026, 11, 26, 8))  # noqa: DTZ001


def test_an_event_has_what_the_rfc_requires() -> None:
    data = calendar("LSP Contoh", [ENTRY])
    found = properties(data)
    assert (found["VERSION"], found["PRODID"][:2], found["METHOD"]) == ("2.0", "-/", "PUBLISH")
    assert (found["UID"], found["DTSTAMP"]) == ("0192@contoh.test", "20261120T010203Z")
    assert (found["DTSTART"], found["DTEND"]) == ("20261125T230000Z", "20261126T063000Z")
    assert (found["SEQUENCE"], found["STATUS"]) == ("2", "CONFIRMED")
    assert plain(found["SUMMARY"]) == ENTRY.summary
    assert plain(found["LOCATION"]) == ENTRY.location
    assert plain(found["DESCRIPTION"]) == ENTRY.description
    assert found["URL"] == ENTRY.url
    assert unfolded(data)[0] == "BEGIN:VCALENDAR"
    assert unfolded(data)[-2] == "END:VCALENDAR"


def test_an_empty_calendar_is_still_a_calendar() -> None:
    assert "BEGIN:VEVENT" not in unfolded(calendar("LSP", []))


def test_a_month_is_whole_weeks_from_monday() -> None:
    rows = weeks(date(2026, 11, 1), [], date(2026, 11, 24))
    assert [day.date.weekday() for day in rows[0]] == [0, 1, 2, 3, 4, 5, 6]
    assert rows[0][0].date == date(2026, 10, 26)
    assert [day.date for week in rows for day in week if day.today] == [date(2026, 11, 24)]
    assert sum(day.inside for week in rows for day in week) == 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02", date(2026, 2, 1)),
        ("", date(2026, 11, 1)),
        ("2026-13", date(2026, 11, 1)),
        ("9999-01", date(2026, 11, 1)),
    ],
)
def test_a_month_asked_for_is_read_or_the_present_one(text: str, expected: date) -> None:
    assert month_of(text, date(2026, 11, 24)) == expected


def test_months_follow_each_other_over_the_year() -> None:
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert month_before(date(2027, 1, 1)) == date(2026, 12, 1)
