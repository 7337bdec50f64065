"""What the doors of an application tell the applicant."""

from __future__ import annotations

from django.urls import reverse

from jamstac.applications.models import Application
from jamstac.ledger.door import Act
from jamstac.people import telling


def tell(act: Act, application: Application, notice: str, **fields: object) -> None:
    """Tell the applicant, with the link to the case. Every such notice knows its number, LSP and scheme."""
    telling.tell(
        act,
        application.person,
        notice,
        link=reverse("applications:mine", args=[application.body.slug, application.pk]),
        number=application.number,
        lsp=application.body.name,
        scheme=application.scheme_version.scheme.title,
        **fields,
    )
