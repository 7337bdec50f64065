"""The channels a notice leaves by, behind one call: `send(delivery) -> provider's id`.

A channel raises `Undeliverable` when trying again is of no use, anything else when it is: the job then comes back,
1, 2, 4 … minutes later (`ledger.jobs`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from jamstac.messaging.models import Delivery
from jamstac.messaging.states import Channel
from jamstac.messaging.whatsapp import Undeliverable, send_template

__all__ = ["SENDERS", "Undeliverable", "link_of"]


def link_of(delivery: Delivery) -> str:
    message = delivery.message
    return f"{settings.ORIGIN}{message.link}" if message.link else ""


def _email(delivery: Delivery) -> str:
    """The Message-ID names the notice, so that a mailbox drops the copy of a worker that died between sending and
    noting."""
    message = delivery.message
    closing = _("Pesan otomatis dari JAMSTAC. Jangan membalas surel ini.")
    identity = f"<{message.pk}@{settings.MAIL_DOMAIN}>"
    EmailMessage(
        subject=message.subject,
        body="\n\n".join(part for part in (message.text, link_of(delivery), closing) if part),
        to=[delivery.address],
        headers={"Message-ID": identity},
    ).send()
    return identity


def _whatsapp(delivery: Delivery) -> str:
    message = delivery.message
    assert message.body_id is not None
    link = link_of(delivery) or settings.ORIGIN
    return send_template(message.body_id, delivery.address, [message.subject, message.text, link])


SENDERS: Mapping[str, Callable[[Delivery], str]] = {Channel.EMAIL: _email, Channel.WHATSAPP: _whatsapp}
