from __future__ import annotations

from dataclasses import replace
from datetime import date

from jamstac.registry import rules
from jamstac.registry.facts import PUBLIC_FIELDS, PublicFacts, ReportFacts

DAY = date(2026, 11, 24)
REPORT = ReportFacts(fields=PUBLIC_FIELDS, today=DAY, day=DAY, valid=True, status="Berlaku")


def test_a_valid_certificate_is_reported_with_its_printed_fields() -> None:
    assert rules.may_report(REPORT)
    assert rules.may_show(PublicFacts(PUBLIC_FIELDS))


def test_a_report_follows_the_status() -> None:
    (refusal,) = rules.may_report(replace(REPORT, valid=False, status="Kedaluwarsa")).refusals
    assert (refusal.rule, refusal.code, refusal.facts["status"]) == ("HR-46", "report.not_valid", "kedaluwarsa")


def test_no_private_field_is_ever_shown() -> None:
    for field in ("nik", "address", "phone", "email", "birth_date", "score", "reason"):
        (refusal,) = rules.may_show(PublicFacts(frozenset({"number", field}))).refusals
        assert (refusal.rule, refusal.facts["fields"]) == ("HR-49", field)


def test_tomorrow_is_not_reported_today() -> None:
    (refusal,) = rules.may_report(replace(REPORT, day=date(2026, 11, 25))).refusals
    assert (refusal.rule, refusal.code) == ("CER-10", "report.future_day")
