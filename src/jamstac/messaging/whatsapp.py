"""WhatsApp Cloud API: one approved template per LSP, three text parameters; and its webhook's news of a delivery.

POST {WHATSAPP_API}/{phone number id}/messages with a bearer token; the answer's `messages[0].id` names the message in
the webhook's `statuses`. A business writes first only by a template, and a parameter holds no line break, no tab and
no run of more than four spaces.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from jamstac.messaging.models import WhatsAppAccount
from jamstac.messaging.sealing import unseal
from jamstac.messaging.states import DeliveryState

PARAMETER_LENGTH = 600
SECONDS = 15

TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
TRY_AGAIN_CODES = frozenset({1, 2, 4, 80007, 130429, 131016, 131048, 131056, 133004})
"""Codes of the API that say "later": too many calls, service not available."""


class Undeliverable(Exception):
    """Trying again is of no use: no such number, no such template, a token that ended."""


class TryAgain(Exception):
    """The service asks for patience."""


@dataclass(frozen=True)
class News:
    """One entry of the webhook's `statuses`."""

    provider_id: str
    state: DeliveryState
    error: str = ""


def parameter(text: str) -> str:
    """A text as a template parameter may be: one line, at most `PARAMETER_LENGTH` characters."""
    line = " ".join(text.split())
    return line if len(line) <= PARAMETER_LENGTH else line[: PARAMETER_LENGTH - 1].rstrip() + "…"


def send_template(body_id: UUID, to: str, texts: Sequence[str]) -> str:
    """Send the LSP's template to `to` (E.164 without plus). Returns the provider's message id.

    Raises Undeliverable, TryAgain, or OSError when the network fails."""
    account = WhatsAppAccount.objects.filter(body_id=body_id, active=True).first()
    if account is None:
        raise Undeliverable("WhatsApp LSP tidak aktif")
    content = {
        "messaging_product": "whatsapp",
        "to": to,
        "type": "template",
        "template": {
            "name": account.template,
            "language": {"code": account.language},
            "components": [
                {"type": "body", "parameters": [{"type": "text", "text": parameter(text) or "-"} for text in texts]}
            ],
        },
    }
    answer = _post(f"{settings.WHATSAPP_API}/{account.phone_number_id}/messages", unseal(account.token), content)
    try:
        return str(answer["messages"][0]["id"])
    except (KeyError, IndexError, TypeError) as error:
        raise TryAgain("jawaban tanpa nomor pesan") from error


def _post(url: str, token: str, content: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310
        url,
        data=json.dumps(content).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        method="POST",
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
            answer: dict[str, Any] = json.load(response)
            return answer
    except urllib.error.HTTPError as error:
        code, said = _error_of(error)
        kind = TryAgain if error.code in TRY_AGAIN or code in TRY_AGAIN_CODES else Undeliverable
        raise kind(f"{error.code}/{code}: {said}"[:300]) from error


def _error_of(error: urllib.error.HTTPError) -> tuple[int, str]:
    try:
        told = json.load(error)["error"]
        return int(told.get("code", 0)), str(told.get("message", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return 0, ""


# ---------------------------------------------------------------- webhook


def is_signed(account: WhatsAppAccount, payload: bytes, header: str) -> bool:
    """X-Hub-Signature-256: HMAC-SHA256 of the payload under the app secret."""
    expected = hmac.new(unseal(account.app_secret).encode(), payload, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"sha256={expected}", header)


_STATES = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "failed": DeliveryState.FAILED,
}


def news(payload: bytes) -> Iterator[News]:
    """Every known status in a webhook's payload. Raises ValueError when it is no JSON object of that shape."""
    try:
        told = json.loads(payload)
        statuses = [
            status
            for entry in told["entry"]
            for change in entry["changes"]
            for status in change["value"].get("statuses", [])
        ]
        for status in statuses:
            if status["status"] in _STATES:
                errors = status.get("errors") or [{}]
                yield News(str(status["id"]), _STATES[status["status"]], str(errors[0].get("title", ""))[:300])
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError("no webhook of the Cloud API") from error
