"""In by a slip: NIK or phone and a one-time code, then a password of one's own.

Opening the link of a slip uses nothing up: previews of messengers open links too."""

from __future__ import annotations

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.forms import SetPasswordForm
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jamstac.ledger.door import Refused, SystemActor
from jamstac.people import codes
from jamstac.people.actions import use_slip
from jamstac.people.models import Account, Slip
from jamstac.people.pages import account_page, public_page
from jamstac.people.selectors import answers_to
from jamstac.ui.why import Reason, reasons


class SlipForm(forms.Form):
    login = forms.CharField(
        label=gettext_lazy("NIK atau nomor ponsel"),
        max_length=40,
        help_text=gettext_lazy("Seperti yang dicatat LSP, misalnya nomor yang menerima tautan."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    code = forms.CharField(
        label=gettext_lazy("Kode pada slip"),
        max_length=40,
        help_text=gettext_lazy("15 huruf dan angka. Huruf besar, spasi, dan tanda hubung tidak berpengaruh."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, code: str = "") -> HttpResponse:
    """What does not fit is told with one sentence, whoever exists; what fits but is used up is told as such."""
    form = SlipForm(request.POST or None, initial={"code": codes.grouped(codes.cleaned(code))})
    refused: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        slip = _slip_of(request, form, typed["login"], typed["code"])
        if slip is not None:
            try:
                account = use_slip(SystemActor("slip", slip.body_id, time_zone=slip.body.zone), slip)
            except Refused as found:
                refused = reasons(found.refusals)
            else:
                return _signed_in(request, account)
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/slip.html", {"form": form, "refused": refused, "linked": bool(code)}, status=status)


def _slip_of(request: HttpRequest, form: SlipForm, login: str, code: str) -> Slip | None:
    """The slip of this code, if it is this person's. Too many attempts are not looked at."""
    if not ratelimit.consume(request, action="slip", key=login.strip().lower()):
        form.add_error(None, _("Terlalu banyak percobaan. Coba lagi lima menit lagi."))
        return None
    digest = codes.digest_of(codes.cleaned(code))
    slip = Slip.objects.select_related("person", "body").filter(digest=digest).first()
    if slip is None or not answers_to(slip.person, login):
        form.add_error(None, _("NIK atau nomor ponsel dan kode tidak cocok. Periksa keduanya, huruf demi huruf."))
        return None
    return slip


def _signed_in(request: HttpRequest, account: Account) -> HttpResponse:
    response: HttpResponse = perform_login(
        request,
        account,
        email_verification=EmailVerificationMethod.NONE,
        redirect_url=reverse("portal:slip-password"),
    )
    return response


@account_page
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """The first password, or a new one in place of a forgotten one."""
    account = request.user
    assert isinstance(account, Account)
    if account.has_usable_password():
        return redirect("portal:start")
    form = SetPasswordForm(data=request.POST or None, user=account)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, account)
        messages.success(request, _("Kata sandi disimpan. Lain kali masuk dengan NIK atau nomor ponsel Anda."))
        return redirect("portal:start")
    return render(request, "portal/slip_password.html", {"form": form}, status=422 if request.method == "POST" else 200)
