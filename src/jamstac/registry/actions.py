"""The guest door: a printed statement that a certificate is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jamstac.certification.models import Certificate
from jamstac.documents.sheets import content_of, freeze
from jamstac.documents.states import SheetCode
from jamstac.ledger.door import Act, action, store
from jamstac.registry import rules, selectors, sheets
from jamstac.registry.facts import PUBLIC_FIELDS
from jamstac.registry.models import VerificationReport


@action("report.made", access="report.request", policies=[rules.may_report])
def request_verification_report(
    act: Act, certificate: Certificate, *, day: date | None = None, fields: Sequence[str] = ()
) -> VerificationReport:
    """State that `certificate` is in force on `day` (today when not given). HR-46: only where it is.

    `fields` are further ones somebody asks for beside the public record: none is given (HR-49)."""
    today = act.now.astimezone(certificate.body.zone).date()
    spoken = day or today
    asked = PUBLIC_FIELDS | set(fields)
    act.require(rules.may_report, selectors.report_facts(certificate, today=today, day=spoken, fields=asked))
    known = report_of(certificate, spoken)
    if known is not None:  # two visitors in the same moment
        act.record(known, event="report.repeated", certificate=certificate.pk, day=spoken)
        return known
    report = VerificationReport(body_id=certificate.body_id, certificate=certificate, day=spoken, made_at=act.now)
    record = selectors.public_record(certificate, spoken)
    report.sheet = freeze(
        act,
        SheetCode.VERIFICATION_REPORT,
        subject=report,
        content=sheets.report_content(record, certificate.body, content_of(certificate.sheet)["lsp"], act.now, spoken),
        case_number=certificate.number,
    )
    store(report)
    act.record(report, certificate=certificate.pk, day=spoken)
    return report


def report_of(certificate: Certificate, day: date) -> VerificationReport | None:
    """A report made before for the same day: asked again, it is the same statement."""
    return VerificationReport.objects.filter(certificate=certificate, day=day).select_related("sheet").first()
