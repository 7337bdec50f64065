"""Content of the printed answer to a public check."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings

from jamstac.bodies.models import Body
from jamstac.certification.states import CertificateStatus
from jamstac.documents import writing
from jamstac.registry.selectors import PublicRecord


def report_content(record: PublicRecord, body: Body, lsp: dict[str, Any], now: datetime, day: date) -> dict[str, Any]:
    """`record` is what the public page shows; `lsp` the letterhead as printed on the certificate. The check code
    is left out: who asked with number and name does not learn it here."""
    return {
        "lsp": lsp,
        "code": None,
        "verify_url": f"{settings.ORIGIN}/cek",
        "checked_at": writing.moment(now, body.zone),
        "day": writing.long_date(day),
        "status": {"code": str(CertificateStatus.VALID), "label": str(record["status"].label)},
        "certificate": {
            "number": record["number"],
            "registration": record["registration"],
            "holder": record["holder"],
            "scheme": record["scheme"],
            "scheme_number": record["scheme_number"],
            "issued": writing.long_date(record["issued_on"]),
            "until": writing.long_date(record["valid_until"]),
            "signer": record["signer"],
        },
        "checks": [
            {"text": "Sertifikat tercatat dalam register LSP penerbit", "ok": True},
            {"text": "Berlaku pada hari yang diperiksa", "ok": True},
        ],
        "notes": ["Laporan ini hanya memuat apa yang tercetak di sertifikat dan statusnya pada hari yang disebut."],
    }
