"""Slips as they leave the office: on paper, or as a link somebody sends by hand. The code lives only here."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from jamstac.bodies.models import Body
from jamstac.documents.render import compile_template, qr_svg
from jamstac.messaging.phones import international
from jamstac.people.codes import grouped
from jamstac.people.models import Person, Slip


@dataclass(frozen=True)
class Issued:
    """A slip just issued, with the code that nobody will see again."""

    person: Person
    slip: Slip
    code: str

    @property
    def link(self) -> str:
        return f"{settings.ORIGIN}{reverse('portal:slip-link', args=[self.code])}"

    @property
    def shown_code(self) -> str:
        return grouped(self.code)

    @property
    def until(self) -> str:
        return formats.date_format(timezone.localtime(self.slip.expires_at), "j F Y")

    @property
    def whatsapp(self) -> str:
        """A link that opens WhatsApp with the words ready; a person presses send. Empty without a phone."""
        to = international(self.person.phone)
        words = _("%(lsp)s: buka %(link)s lalu tulis NIK atau nomor ponsel Anda. Sekali pakai, sampai %(until)s.") % {
            "lsp": self.person.body.name,
            "link": self.link,
            "until": self.until,
        }
        return f"https://wa.me/{to}?text={quote(words)}" if to else ""


def printed(body: Body, title: str, slips: list[Issued]) -> bytes:
    """Eight to a page. Nothing is stored: printed again means issued again. Raises RenderError."""
    address = settings.ORIGIN + reverse("portal:slip")
    record = {
        "title": title,
        "lsp": body.name,
        "address": address.split("://", 1)[-1],
        "asked": _("NIK atau nomor ponsel"),
        "slips": [
            {
                "name": each.person.name,
                "identity": _("NIK berakhir %(end)s") % {"end": each.person.nik[-4:]} if each.person.nik else None,
                "code": each.shown_code,
                "until": each.until,
                "qr_svg": qr_svg(each.link),
            }
            for each in slips
        ],
    }
    return compile_template("slip-masuk", record)
