from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from jamstac.certification.models import Certificate
from jamstac.documents.sheets import content_of
from jamstac.ledger.door import GuestActor
from jamstac.ledger.scope import OutOfScope
from jamstac.registry.actions import report_of, request_verification_report
from jamstac.registry.models import VerificationReport
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today


def certificate_of(world: World) -> Certificate:
    return world.get(Certificate, "certificate.sari")


def test_a_guest_gets_a_statement_that_a_certificate_is_in_force(world: World) -> None:
    certificate = certificate_of(world)
    report = request_verification_report(GuestActor(world.body.pk), certificate)
    content = content_of(report.sheet)
    assert content["status"] == {"code": "valid", "label": "Berlaku"}
    assert content["certificate"]["number"] == certificate.number
    assert report_of(certificate, today()) == report
    assert last_entry(world).event == "report.made"


def test_the_statement_holds_no_private_data_and_no_code(world: World) -> None:
    certificate = certificate_of(world)
    report = request_verification_report(GuestActor(world.body.pk), certificate)
    text = bytes(report.sheet.content).decode()
    application = certificate.decision.meeting_case.assessment.application
    for secret in (application.nik, application.address, application.phone, application.email, certificate.code):
        assert secret
        assert secret not in text


def test_no_statement_for_a_day_before_the_issue(world: World) -> None:
    with refuses(world, "report.made", "report.not_valid") as refused:
        request_verification_report(GuestActor(world.body.pk), certificate_of(world), day=ago(1))
    assert refused.value.rules == ["HR-46"]
    assert refused.value.refusals[0].facts["status"] == "belum berlaku"
    assert not VerificationReport.objects.exists()


def test_no_statement_once_the_certificate_has_run_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = certificate_of(world)
    after = timezone.now() + (certificate.valid_until - today()) + timedelta(days=1)

    def now() -> datetime:
        return after

    monkeypatch.setattr(timezone, "now", now)
    with refuses(world, "report.made", "report.not_valid") as refused:
        request_verification_report(GuestActor(world.body.pk), certificate)
    assert refused.value.refusals[0].facts["status"] == "kedaluwarsa"


def test_no_statement_about_a_day_to_come(world: World) -> None:
    with refuses(world, "report.made", "report.future_day"):
        request_verification_report(GuestActor(world.body.pk), certificate_of(world), day=ahead(1))


def test_nobody_gets_more_than_what_is_printed(world: World) -> None:
    with refuses(world, "report.made", "report.private_fields") as refused:
        request_verification_report(GuestActor(world.body.pk), certificate_of(world), fields=["nik"])
    assert refused.value.rules == ["HR-49"]
    assert not VerificationReport.objects.exists()


def test_the_door_of_another_lsp_does_not_know_the_certificate(world: World) -> None:
    with pytest.raises(OutOfScope):
        request_verification_report(GuestActor(world.ids["body.luar"]), certificate_of(world))
