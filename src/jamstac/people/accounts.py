"""allauth's hooks: invented words none, only our addresses and our mail log."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from jamstac.people.models import Account, Person


def display(account: Account) -> str:
    """How an account is greeted: its e-mail, else the name of its person."""
    names = Person.objects.filter(account=account).values_list("name", flat=True)
    return account.email or names.first() or ""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """E-mail is the user name where there is one; addresses are kept in lower case so that one mailbox is one
    account."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Isian pertama dan kata sandi tidak cocok. Bila dengan nomor ponsel tidak bisa, pakai NIK."
        ),
    }

    def clean_email(self, email: str) -> str:
        return str(super().clean_email(email)).lower()

    def reauthenticate(self, user: Any, password: str) -> bool:
        """An account without e-mail has only its own password to compare."""
        if user.email:
            return bool(super().reauthenticate(user, password))
        self.pre_authenticate(self.request, username=str(user.pk))
        fits = bool(user.check_password(password))
        if fits:
            self._rollback_login_failed_rl_usage()
        return fits
