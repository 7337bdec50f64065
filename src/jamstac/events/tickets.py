"""The code on a kartu peserta. Derived from the candidate's row and the installation's secret, like the address of a
calendar: nothing secret is stored, and who leaves an event takes no valid card along."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare

from jamstac.events.models import Event, EventCandidate

_LENGTH = 12
_SALT = b"jamstac.events.ticket"


def ticket_of(candidate_id: UUID) -> str:
    """Twelve letters and digits (60 bits), the same for as long as the row stands."""
    key = hashlib.sha256(_SALT + settings.SECRET_KEY.encode()).digest()
    return base64.b32encode(hmac.digest(key, candidate_id.bytes, "sha256")).decode()[:_LENGTH]


def grouped(ticket: str) -> str:
    """As a person reads it: K7Q4 MZ2X KD7T"""
    return " ".join(ticket[start : start + 4] for start in range(0, len(ticket), 4))


def candidate_by_ticket(event: Event, text: str) -> EventCandidate | None:
    """The candidate of the event who holds this card; None for any other text."""
    asked = re.sub(r"[^A-Z2-7]", "", text.upper())
    rows = EventCandidate.objects.filter(event=event).select_related("event", "application")
    return next((row for row in rows if constant_time_compare(ticket_of(row.pk), asked)), None)
