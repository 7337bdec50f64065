from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jamstac.events.booking_rules import load_is_bearable, persons_are_free, venue_has_room, venue_is_free
from jamstac.events.facts import BookingFacts
from jamstac.events.splitting import split
from jamstac.kernel.uuid7 import uuid7
from jamstac.kernel.verdicts import Override

FREE = BookingFacts(
    venue_taken=False,
    venue_capacity=20,
    venue_candidates=20,
    candidates_taken=0,
    assessors_taken=0,
    persons_unavailable=0,
    load_limit=10,
    heaviest_load=10,
    load_waived=False,
)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"venue_taken": True}, ["booking.venue_taken"]),
        ({"venue_candidates": 21}, ["booking.venue_full"]),
        ({"venue_candidates": 21, "venue_capacity": None}, []),
        ({"assessors_taken": 1}, ["booking.assessor_taken"]),
        ({"candidates_taken": 2}, ["booking.candidate_taken"]),
        ({"persons_unavailable": 1}, ["booking.unavailable"]),
        ({"heaviest_load": 11}, ["booking.load"]),
        ({"heaviest_load": 11, "load_waived": True}, []),
        ({"heaviest_load": 99, "load_limit": None}, []),
    ],
)
def test_nobody_and_no_venue_is_booked_twice_and_loads_hold(change: dict[str, Any], codes: list[str]) -> None:
    facts = replace(FREE, **change)
    verdict = venue_is_free(facts) & venue_has_room(facts) & persons_are_free(facts) & load_is_bearable(facts)
    assert [(each.rule, each.code) for each in verdict.refusals] == [("HR-29", code) for code in codes]


def test_two_persons_lift_the_load_and_nothing_else() -> None:
    assert load_is_bearable.override is Override.DUAL
    assert {each.override for each in (venue_is_free, venue_has_room, persons_are_free)} == {Override.NONE}


def test_who_is_elsewhere_is_only_not_available() -> None:
    """Nothing of the other LSP is told, not even how many."""
    assert persons_are_free(replace(FREE, persons_unavailable=3)).refusals[0].facts == {}


def test_candidates_are_shared_out_evenly_over_what_each_has() -> None:
    one, two = uuid7(), uuid7()
    shares = split(list("abcdef"), [one, two], {two: 2})
    assert [pk for _candidate, pk in shares] == [one, one, one, two, one, two]
    assert [candidate for candidate, _pk in shares] == list("abcdef")


def test_nobody_to_share_out_among_is_an_error() -> None:
    with pytest.raises(ValueError, match="nobody"):
        split(["a"], [], {})
