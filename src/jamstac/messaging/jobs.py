from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.ledger.jobs import job
from jamstac.messaging.models import Message


@job("messaging.send")
def send(message_id: UUID) -> None:
    """Send one notice by e-mail. Sent once: a second run finds `sent_at`. The Message-ID names the notice, so that
    a mailbox drops the copy of a worker that died between sending and noting."""
    message = Message.objects.get(pk=message_id)
    if message.sent_at is not None or not message.to_email:
        return
    link = f"{settings.ORIGIN}{message.link}" if message.link else ""
    closing = _("Pesan otomatis dari JAMSTAC. Jangan membalas surel ini.")
    EmailMessage(
        subject=message.subject,
        body="\n\n".join(part for part in (message.text, link, closing) if part),
        to=[message.to_email],
        headers={"Message-ID": f"<{message.pk}@{settings.MAIL_DOMAIN}>"},
    ).send()
    message.sent_at = timezone.now()
    message.save(update_fields=["sent_at"])
