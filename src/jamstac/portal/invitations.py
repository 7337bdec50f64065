"""The letter to somebody the LSP entered: a link to set a password, which only this mailbox receives."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from jamstac.people.models import Person


def invite(person: Person) -> None:
    """Send the link. An account that has a password is told where to sign in instead."""
    account = person.account
    assert account is not None
    assert account.email
    if account.has_usable_password():
        path = reverse("portal:home", args=[person.body.slug])
        ask = _("Masuk dengan kata sandi Anda yang sudah ada:")
    else:
        key = default_token_generator.make_token(account)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": key})
        ask = _("Buat kata sandi Anda lewat tautan ini; tautan berlaku tiga hari:")
    text = "\n\n".join(
        [
            _("Halo %(name)s,") % {"name": person.name},
            _("%(lsp)s mencatat Anda di JAMSTAC, sistem sertifikasinya.") % {"lsp": person.body.full_name},
            ask,
            f"{settings.ORIGIN}{path}",
            _("Bila Anda tidak mengenal LSP ini, abaikan surat ini."),
        ]
    )
    EmailMessage(_("Akun Anda di %(lsp)s") % {"lsp": person.body.name}, text, to=[account.email]).send()
