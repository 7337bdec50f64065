"""allauth's hooks: invented words none, only our addresses and our mail log."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """E-mail is the user name; addresses are kept in lower case so that one mailbox is one account."""

    def clean_email(self, email: str) -> str:
        return str(super().clean_email(email)).lower()
