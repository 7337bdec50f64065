"""What the doors of an application tell the applicant."""

from __future__ import annotations

from django.urls import reverse

from jamstac.applications.models import Application
from jamstac.ledger.door import Act
from jamstac.messaging.notices import notify


def tell(act: Act, application: Application, subject: str, text: str) -> None:
    """A notice to the applicant, in the application and by e-mail."""
    notify(
        act,
        person_id=application.person_id,
        email=application.email,
        subject=f"{subject} ({application.number})",
        text=text,
        link=reverse("applications:mine", args=[application.body.slug, application.pk]),
    )
