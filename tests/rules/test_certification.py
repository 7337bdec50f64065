from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from jamstac.certification import rules
from jamstac.certification.codes import ALPHABET, grouped, name_key, new_code, number_key, read_code
from jamstac.certification.facts import (
    AttendanceFacts,
    ClosingFacts,
    DecisionFacts,
    DecreeFacts,
    IssueFacts,
    MinutesFacts,
    OpeningFacts,
    PostponementFacts,
    RecusalFacts,
    TablingFacts,
)
from jamstac.kernel.verdicts import Verdict

ANI, BONI, CICI, DIDI, EKA = (UUID(int=number) for number in range(1, 6))
NOBODY: frozenset[UUID] = frozenset()
DAY = date(2026, 11, 24)

OPENING = OpeningFacts(
    chair=ANI, members=frozenset({ANI, BONI}), deciders=frozenset({ANI, BONI}), day=DAY, meeting_date=DAY
)
ATTENDANCE = AttendanceFacts(
    actor=ANI,
    members=frozenset({ANI, BONI}),
    present=NOBODY,
    meeting_open=True,
    meeting_date=DAY,
    day=DAY,
    pacts_missing=(),
    unbound=0,
)
TABLING = TablingFacts(
    meeting_open=True,
    meeting_date=DAY,
    assessed_on=DAY,
    assessment_signed=True,
    on_a_table=False,
    missing_sheets=(),
    unsigned_sheets=(),
    open_conflicts=0,
    holds=0,
)
RECUSAL = RecusalFacts(
    actor=BONI,
    members=frozenset({ANI, BONI}),
    recused=NOBODY,
    meeting_open=True,
    decided=False,
    postponed=False,
    reason_given=True,
)
POSTPONEMENT = PostponementFacts(meeting_open=True, decided=False, postponed=False, reason_given=True)
DECISION = DecisionFacts(
    actor=ANI,
    actor_is_person=True,
    chair=ANI,
    participants=frozenset({ANI, BONI, CICI}),
    quorum=3,
    examiners=frozenset({DIDI}),
    assessors=frozenset({DIDI}),
    trainers=NOBODY,
    never_decide=NOBODY,
    meeting_open=True,
    meeting_date=DAY,
    day=DAY,
    assessed_on=DAY,
    licence_in_force=True,
    scheme_in_annex=True,
    decided=False,
    postponed=False,
    missing_sheets=(),
    unsigned_sheets=(),
    digest_frozen="a",
    digest_now="a",
    outcome="K",
    recommendation="K",
    reason_given=False,
    unit_results=("K", "K"),
    units=2,
    all_units_needed=True,
    open_conflicts=0,
    holds=0,
)
CLOSING = ClosingFacts(actor=ANI, chair=ANI, present=frozenset({ANI}), meeting_open=True, undecided=0)
MINUTES = MinutesFacts(actor=ANI, members=frozenset({ANI}), minutes_exist=True)
DECREE = DecreeFacts(
    actor=EKA,
    participants=frozenset({EKA}),
    examiners=frozenset({DIDI}),
    assessors=frozenset({DIDI}),
    trainers=NOBODY,
    candidates=frozenset({BONI}),
    minutes_exist=True,
    signatures_missing=0,
    decisions=1,
    decree_exists=False,
)
ISSUE = IssueFacts(
    actor=EKA,
    participants=frozenset({EKA}),
    examiners=frozenset({DIDI}),
    assessors=frozenset({DIDI}),
    outcome="K",
    decree_signed=True,
    issued=False,
    missing_fields=(),
)


def told(verdict: Verdict) -> list[tuple[str, str]]:
    return [(refusal.rule, refusal.code) for refusal in verdict.refusals]


@pytest.mark.parametrize(
    ("policy", "facts"),
    [
        (rules.may_open_meeting, OPENING),
        (rules.may_attend, ATTENDANCE),
        (rules.may_table, TABLING),
        (rules.may_recuse, RECUSAL),
        (rules.may_postpone, POSTPONEMENT),
        (rules.may_decide, DECISION),
        (rules.may_close, CLOSING),
        (rules.may_sign_minutes, MINUTES),
        (rules.may_sign_decree, DECREE),
        (rules.may_issue, ISSUE),
    ],
)
def test_an_act_in_order_meets_no_refusal(policy: Any, facts: Any) -> None:
    assert policy(facts)


@pytest.mark.parametrize(
    ("policy", "facts", "changes", "expected"),
    [
        (rules.may_open_meeting, OPENING, {"deciders": frozenset({ANI})}, ("DEC-04", "meeting.not_deciders")),
        (rules.may_open_meeting, OPENING, {"day": date(2026, 11, 25)}, ("DEC-04", "meeting.day_past")),
        (rules.may_open_meeting, OPENING, {"chair": CICI}, ("DEC-04", "meeting.chair_not_member")),
        (rules.may_attend, ATTENDANCE, {"meeting_open": False}, ("DEC-04", "meeting.closed")),
        (rules.may_attend, ATTENDANCE, {"actor": CICI}, ("DEC-04", "meeting.not_member")),
        (rules.may_attend, ATTENDANCE, {"day": date(2026, 11, 23)}, ("DEC-04", "meeting.not_begun")),
        (rules.may_attend, ATTENDANCE, {"present": frozenset({ANI})}, ("HR-50", "meeting.present_already")),
        (rules.may_table, TABLING, {"assessment_signed": False}, ("HR-37", "file.assessment_open")),
        (rules.may_table, TABLING, {"missing_sheets": ("FR.AK.02",)}, ("HR-37", "file.missing")),
        (rules.may_table, TABLING, {"unsigned_sheets": ("FR.AK.01",)}, ("HR-37", "file.unsigned")),
        (rules.may_attend, ATTENDANCE, {"unbound": 1}, ("HR-23", "pact.unsigned")),
        (rules.may_attend, ATTENDANCE, {"pacts_missing": ("ethics",)}, ("HR-23", "pact.none")),
        (rules.may_table, TABLING, {"open_conflicts": 1}, ("HR-41", "file.conflict_open")),
        (rules.may_table, TABLING, {"holds": 1}, ("HR-41", "file.on_hold")),
        (rules.may_decide, DECISION, {"open_conflicts": 1}, ("HR-41", "file.conflict_open")),
        (rules.may_decide, DECISION, {"holds": 1}, ("HR-41", "file.on_hold")),
        (rules.may_table, TABLING, {"on_a_table": True}, ("DEC-01", "case.on_a_table")),
        (rules.may_table, TABLING, {"assessed_on": date(2026, 11, 25)}, ("HR-38", "decision.before_assessment")),
        (rules.may_recuse, RECUSAL, {"recused": frozenset({BONI})}, ("HR-50", "case.recused_already")),
        (rules.may_recuse, RECUSAL, {"reason_given": False}, ("DEC-04", "meeting.no_reason")),
        (rules.may_recuse, RECUSAL, {"decided": True}, ("HR-50", "decision.made_already")),
        (rules.may_postpone, POSTPONEMENT, {"postponed": True}, ("DEC-01", "case.postponed")),
        (rules.may_decide, DECISION, {"actor_is_person": False}, ("HR-40", "decision.not_human")),
        (rules.may_decide, DECISION, {"actor": BONI}, ("DEC-04", "meeting.not_chair")),
        (rules.may_decide, DECISION, {"examiners": frozenset({BONI})}, ("HR-01", "decision.examiner")),
        (rules.may_decide, DECISION, {"trainers": frozenset({CICI})}, ("HR-02", "decision.trainer")),
        (rules.may_decide, DECISION, {"assessors": frozenset({ANI})}, ("HR-07", "decision.assessor_acts")),
        (rules.may_decide, DECISION, {"never_decide": frozenset({CICI})}, ("HR-14", "decision.never_decides")),
        (rules.may_decide, DECISION, {"licence_in_force": False}, ("HR-16", "licence.not_in_force")),
        (rules.may_decide, DECISION, {"scheme_in_annex": False}, ("HR-16", "licence.scheme_not_in_annex")),
        (rules.may_decide, DECISION, {"unit_results": ("K", "BK")}, ("HR-36", "decision.units_not_reached")),
        (rules.may_decide, DECISION, {"unit_results": ("K",)}, ("HR-36", "decision.units_not_reached")),
        (rules.may_decide, DECISION, {"digest_now": "b"}, ("HR-37", "file.changed")),
        (rules.may_decide, DECISION, {"quorum": 4}, ("HR-38", "decision.no_quorum")),
        (rules.may_decide, DECISION, {"outcome": "BK"}, ("HR-39", "decision.no_reason")),
        (
            rules.may_decide,
            DECISION,
            {"outcome": "BK", "recommendation": "BK"},
            ("DEC-07", "decision.no_reason_for_candidate"),
        ),
        (rules.may_decide, DECISION, {"decided": True}, ("HR-50", "decision.made_already")),
        (rules.may_close, CLOSING, {"undecided": 2}, ("DEC-04", "meeting.undecided")),
        (rules.may_close, CLOSING, {"present": frozenset({BONI})}, ("DEC-04", "meeting.chair_absent")),
        (rules.may_sign_minutes, MINUTES, {"minutes_exist": False}, ("DEC-04", "minutes.not_written")),
        (rules.may_sign_minutes, MINUTES, {"actor": BONI}, ("DEC-04", "meeting.not_member")),
        (rules.may_sign_decree, DECREE, {"signatures_missing": 1}, ("DEC-04", "minutes.unsigned")),
        (rules.may_sign_decree, DECREE, {"minutes_exist": False}, ("DEC-04", "minutes.not_written")),
        (rules.may_sign_decree, DECREE, {"decisions": 0}, ("DEC-04", "decree.empty")),
        (rules.may_sign_decree, DECREE, {"decree_exists": True}, ("HR-50", "decree.signed_already")),
        (rules.may_sign_decree, DECREE, {"candidates": frozenset({EKA})}, ("HR-15", "door.about_oneself")),
        (rules.may_sign_decree, DECREE, {"trainers": frozenset({EKA})}, ("HR-02", "decision.trainer")),
        (rules.may_sign_decree, DECREE, {"examiners": frozenset({EKA})}, ("HR-01", "decision.examiner")),
        (rules.may_sign_decree, DECREE, {"assessors": frozenset({EKA})}, ("HR-07", "decision.assessor_acts")),
        (rules.may_issue, ISSUE, {"outcome": "BK"}, ("HR-42", "certificate.not_competent")),
        (rules.may_issue, ISSUE, {"decree_signed": False}, ("HR-42", "certificate.no_decree")),
        (rules.may_issue, ISSUE, {"issued": True}, ("HR-42", "certificate.issued_already")),
        (rules.may_issue, ISSUE, {"missing_fields": ("kode KBLI",)}, ("HR-42", "certificate.missing_fields")),
    ],
)
def test_each_departure_is_refused_by_its_own_rule(
    policy: Any, facts: Any, changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert told(policy(replace(facts, **changes))) == [expected]


def test_a_scheme_with_another_rule_over_units_is_not_held_to_all_of_them() -> None:
    assert rules.outcome_follows_scheme(replace(DECISION, unit_results=("K", "BK"), all_units_needed=False))


def test_belum_kompeten_needs_no_units() -> None:
    facts = replace(DECISION, outcome="BK", unit_results=("K", "BK"), reason_given=True)
    assert rules.may_decide(facts)


def test_every_reason_is_told_at_once() -> None:
    facts = replace(DECISION, examiners=frozenset({BONI}), quorum=4, digest_now="b")
    assert {rule for rule, _ in told(rules.may_decide(facts))} == {"HR-01", "HR-37", "HR-38"}


# ---------------------------------------------------------------- codes, numbers and names as people type them


def test_a_code_is_eighty_random_bits_that_read_well() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == 16 and set(code) <= set(ALPHABET) for code in codes)
    assert grouped("ABCDEFGHJKMNPQRS") == "ABCD-EFGH-JKMN-PQRS"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ABCD-EFGH-JKMN-0123", "ABCDEFGHJKMN0123"),
        ("abcd efgh jkmn 0123", "ABCDEFGHJKMN0123"),
        ("abcdefghjkmnoi23", "ABCDEFGHJKMN0123"),
        ("ABCD–EFGH–JKMN–OL23", "ABCDEFGHJKMN0123"),
        ("ABCD-EFGH-JKMN", ""),
        ("ABCD-EFGH-JKMN-012U", ""),
        ("ABCD-EFGH-JKMN-01234", ""),
        ("", ""),
    ],
)
def test_a_code_is_read_whatever_case_spaces_and_confused_letters(typed: str, read: str) -> None:
    assert read_code(typed) == read


@pytest.mark.parametrize("typed", ["62019 2513 4 0000001 2026", "62019.2513.4.0000001.2026", "62019251340000001 2026"])
def test_a_number_is_read_with_or_without_spaces(typed: str) -> None:
    assert number_key(typed) == "620192513400000012026"


@pytest.mark.parametrize(
    "typed",
    [
        "Sari Contoh",
        "sari  contoh",
        "SARI CONTOH, S.Kom., M.M.",
        "Dr. Ir. Sari Contoh",
        "Hj. Sari Contoh S.Kom",
        "Sári Contoh",
        "Ibu Sari Contoh",
    ],
)
def test_a_name_is_read_without_case_accents_and_titles(typed: str) -> None:
    assert name_key(typed) == name_key("Sari Contoh")


@pytest.mark.parametrize("typed", ["Sari", "Sari Contoh Rekaan", "Contoh Sari", "", "S. Contoh"])
def test_another_name_stays_another_name(typed: str) -> None:
    assert name_key(typed) != name_key("Sari Contoh")


def test_a_name_of_one_word_that_looks_like_a_title_stays() -> None:
    assert name_key("Hj") == "hj"
    assert name_key("Dr. Ma") == "ma"
