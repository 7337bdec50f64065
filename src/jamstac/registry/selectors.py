"""How a certificate is found by the public, and what of it is shown. No list, no search."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from jamstac.certification.codes import name_key, number_key, read_code
from jamstac.certification.models import Certificate
from jamstac.documents.sheets import content_of
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose
from jamstac.registry.facts import PUBLIC_FIELDS, PublicFacts, ReportFacts

PublicRecord = dict[str, Any]
"""Field of `PUBLIC_FIELDS` → value."""

_NOWHERE = "-"
"""Looked up where nothing readable was typed, so that a bad code costs what an unknown one costs."""


@dataclass(frozen=True)
class Answer:
    """What a check found. `certificate` only where the code, or number and name, were right."""

    certificate: Certificate | None = None
    registered: bool = False
    """A bare number stands in the register: all that a bare number is told."""

    @property
    def known(self) -> bool:
        return self.certificate is not None or self.registered


def _certificates() -> Any:
    return Certificate.objects.select_related("body", "sheet", "scheme_version__scheme")


def by_code(typed: str) -> Answer:
    return Answer(_certificates().filter(code=read_code(typed) or _NOWHERE).first())


def _by_number(typed: str) -> Any:
    key = number_key(typed) or _NOWHERE
    return _certificates().filter(Q(number_key=key) | Q(registration_key=key)).order_by("-issued_on")


def by_number(typed: str) -> Answer:
    """Certificate number or registration number alone: in the register, or not."""
    return Answer(registered=_by_number(typed).exists())


def by_number_and_name(typed: str, name: str) -> Answer:
    """Two LSPs may print the same number: the name decides."""
    asked = name_key(name).encode()
    found = None
    for certificate in _by_number(typed)[:20]:
        if hmac.compare_digest(name_key(certificate.holder_name).encode(), asked):
            found = found or certificate
    return Answer(found)


def certificate_shown(certificate_id: UUID) -> Certificate | None:
    found: Certificate | None = _certificates().filter(pk=certificate_id).first()
    return found


def public_facts(fields: Iterable[str]) -> PublicFacts:
    return PublicFacts(frozenset(fields))


def report_facts(certificate: Certificate, *, today: date, day: date, fields: Iterable[str]) -> ReportFacts:
    status = certificate.status_on(day)
    return ReportFacts(
        fields=frozenset(fields), today=today, day=day, valid=status == status.VALID, status=str(status.label)
    )


WITHHELD = "(tidak ditampilkan)"
"""In place of the name of a holder who did not agree to its publication (PDP-02)."""


def public_record(certificate: Certificate, day: date) -> PublicRecord:
    """What is printed on the certificate, read from its frozen sheet, and its status on `day`."""
    printed = content_of(certificate.sheet)
    shown = consent_in_force(certificate.holder_id, ConsentPurpose.PUBLICATION)
    record = {
        "body": printed["lsp"]["full_name"],
        "licence": printed["lsp"]["licence"],
        "number": printed["number"],
        "registration": printed["registration"],
        "holder": printed["holder"]["name"] if shown else WITHHELD,
        "scheme": printed["scheme"]["title"],
        "scheme_number": printed["scheme"]["number"],
        "packaging": printed["scheme"]["kind"],
        "standard": printed["standard"],
        "units": [{"code": unit["code"], "title": unit["title"]} for unit in printed["units"]],
        "issued_on": certificate.issued_on,
        "valid_until": certificate.valid_until,
        "signer": printed["front"]["name"],
        "status": certificate.status_on(day),
    }
    assert set(record) == PUBLIC_FIELDS
    return record
