"""Signing in with an e-mail, a NIK or a phone, on one page with one answer; and passwords nobody can guess.

Whether somebody exists is never told: an unknown NIK, a shared phone and a wrong password read the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.forms import LoginForm as EmailLoginForm
from django import forms
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.people.models import Account, Person
from jamstac.people.selectors import accounts_of

OWN_WORDS = 6
"""Characters of a password that must remain when everything known about its owner is taken out."""
_SHORT_WORD = 3


class LoginForm(EmailLoginForm):  # type: ignore[misc]
    """allauth's form, with one field for every way in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=gettext_lazy("Surel, NIK, atau nomor ponsel"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """A NIK or a phone goes where an e-mail would, so that failed attempts at it are counted alike."""
        login: str = super().clean_login()
        return login if "@" in login else login.replace(" ", "").replace("-", "")

    def _clean_with_password(self, given: dict[str, str]) -> dict[str, Any]:
        cleaned: dict[str, Any] = super()._clean_with_password(given)
        if "@" not in self.cleaned_data["login"]:
            self._login.email = None
        if not self.user.email:
            self._login.email_verification = EmailVerificationMethod.NONE
        return cleaned


class NikOrPhoneBackend(BaseBackend):
    """The account of a NIK or a phone whose password fits."""

    def authenticate(self, request: HttpRequest | None, **given: Any) -> Account | None:
        login, password = given.get("email") or given.get("username"), given.get("password")
        if not login or not password or "@" in login:
            return None
        accounts = accounts_of(login)
        if not accounts:
            make_password(password)  # as long as a real comparison takes
        return next((each for each in accounts if each.is_active and each.check_password(password)), None)

    def get_user(self, user_id: Any) -> Account | None:
        account = Account.objects.filter(pk=user_id).first()
        return account if account is not None and account.is_active else None


class NotAboutOneself:
    """A password is more than what others know of its owner: name, NIK, phone, birth date."""

    def validate(self, password: str, user: Account | None = None) -> None:
        if user is None or user.pk is None:
            return
        for person in Person.objects.filter(account=user.pk):
            if len(_without(password, known_of(person))) < OWN_WORDS:
                raise ValidationError(self.get_help_text(), code="about_oneself")

    def get_help_text(self) -> str:
        return _("Jangan memakai nama, NIK, nomor ponsel, atau tanggal lahir Anda.")


def known_of(person: Person) -> Iterator[str]:
    """What a password of this person must not be made of, the longest first."""
    found = set(re.findall(r"\w+", person.name.lower())) | {person.nik}
    digits = "".join(each for each in person.phone if each.isdigit())
    found |= {digits, digits.removeprefix("62"), digits.removeprefix("0"), person.nik[6:12]}
    born = person.birth_date
    if born is not None:
        forms_of_date = ("%d%m%Y", "%Y%m%d", "%d%m%y", "%y%m%d", "%m%d%Y", "%Y", "%d%m")
        found |= {born.strftime(each) for each in forms_of_date}
        found |= {f"{born.day}{born.month}{born.year}"}
    return iter(sorted((each for each in found if len(each) >= _SHORT_WORD), key=len, reverse=True))


def _without(password: str, known: Iterator[str]) -> str:
    rest = "".join(each for each in password.lower() if each.isalnum() or not each.isspace())
    rest = re.sub(r"[-_./]", "", rest)
    for word in known:
        rest = rest.replace(word, "")
    return rest
