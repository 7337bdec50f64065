"""Rules of the berita acara asesmen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


@dataclass(frozen=True)
class MinutesFacts:
    """A berita acara asesmen about to be drawn up."""

    day: date
    event_day: date
    assesses_here: bool
    drawn_up: bool
    unfinished: int
    """Candidates who came and are not recommended yet."""
    attendance_open: bool
    """Somebody stands on no daftar hadir."""
    unsigned: int
    """Assessors who have not signed the daftar hadir."""


@rule("ASM-07", source="FR.AK.02, 05")
def day_is_recorded(f: MinutesFacts) -> Verdict:
    """A berita acara speaks of a day that took place, by one of its assessors: everybody who came is recommended, and
    the daftar hadir is signed."""
    return all_of(
        [
            refuse_if(not f.assesses_here, "minutes.not_assessor"),
            refuse_if(f.day < f.event_day, "minutes.too_early", day=f.event_day.isoformat()),
            refuse_if(f.unfinished > 0, "minutes.unfinished", count=f.unfinished),
            refuse_if(f.attendance_open, "minutes.attendance_open"),
            refuse_if(not f.attendance_open and f.unsigned > 0, "minutes.attendance_unsigned", count=f.unsigned),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def minutes_are_drawn_up_once(f: MinutesFacts) -> Verdict:
    """A berita acara stays as it was signed."""
    return refuse_if(f.drawn_up, "minutes.drawn_up_before")


may_draw_up: Policy[MinutesFacts] = Policy("may_draw_up_minutes", day_is_recorded, minutes_are_drawn_up_once)
