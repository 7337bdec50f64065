"""Dates, times and numbers as official letters write them, whatever language a page is shown in."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from jamstac.bodies.states import TimeZone

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_ONES_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def long_date(day: date) -> str:
    """30 November 2026"""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_date_en(day: date) -> str:
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    return _DAYS[day.weekday()]


def clock(at: time | datetime) -> str:
    """09.00"""
    return f"{at.hour:02}.{at.minute:02}"


def moment(at: datetime, zone: ZoneInfo) -> str:
    """21 November 2026, 08.14 WIB"""
    here = at.astimezone(zone)
    return f"{long_date(here.date())}, {clock(here)} {TimeZone(zone.key).label}"


def words(number: int) -> str:
    """A whole number from 0 to 999,999 in words: 2026 → dua ribu dua puluh enam."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"{number} is not written in words")
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    for size, name, one in ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "")):
        if number >= size:
            count, rest = divmod(number, size)
            head = one if count == 1 else f"{words(count)} {name}"
            return f"{head} {words(rest)}" if rest else head
    raise AssertionError(number)


def words_en(number: int) -> str:
    """0 to 12 in English words: the years a certificate is valid."""
    if not 0 <= number < len(_ONES_EN):
        raise ValueError(f"{number} is not written in English words")
    return _ONES_EN[number]


def date_in_words(day: date) -> str:
    """tiga puluh bulan November tahun dua ribu dua puluh enam"""
    return f"{words(day.day)} bulan {_MONTHS[day.month - 1]} tahun {words(day.year)}"
