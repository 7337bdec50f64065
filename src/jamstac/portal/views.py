"""The way in: the public front page, the choice of an LSP, messages, the demo's mail."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages as flash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.bodies.models import Body
from jamstac.ledger.door import SystemActor
from jamstac.messaging.actions import channel_facts, choose_channels
from jamstac.messaging.models import Message
from jamstac.messaging.rules import may_choose_channels
from jamstac.messaging.selectors import messages_for, preference_of
from jamstac.people.actions import join
from jamstac.people.models import Account, Person
from jamstac.people.pages import ActorRequest, account_page, public_page, self_page
from jamstac.people.telling import address_of
from jamstac.portal.attempts import Outcome, attempt
from jamstac.portal.forms import JoinForm
from jamstac.portal.mailbox import letters
from jamstac.portal.selectors import open_bodies, places_of
from jamstac.portal.setup_forms import ChannelsForm
from jamstac.ui.requests import page_of
from jamstac.ui.why import reasons


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The page is older than the session. The header tells an autosave to keep what it could not save."""
    response = render(request, "403_csrf.html", status=403)
    response["X-Session"] = "stale"
    return response


@public_page
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What JAMSTAC is, who takes applications, how to check a certificate, how to sign in."""
    return render(request, "portal/landing.html", {"bodies": open_bodies()})


@account_page
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """After signing in: straight to the one LSP, or a choice of several, or of those that take applications."""
    account = _account(request)
    places = places_of(account)
    if len(places) == 1 and "semua" not in request.GET:
        return redirect(places[0].url)
    name = places[0].person.name if places else ""
    context = {"places": places, "openings": _openings(account, name)}
    return render(request, "portal/start.html", context)


@account_page
@require_POST
def join_body(request: HttpRequest, slug: str) -> HttpResponse:
    """The account becomes a person of an open LSP, then chooses a scheme."""
    account = _account(request)
    body = get_object_or_404(Body, slug=slug, open_for_applications=True)
    form = JoinForm(request.POST, auto_id=f"{body.slug}_%s")
    if not form.is_valid():
        openings = [(each, form if each == body else other) for each, other in _openings(account)]
        context = {"places": places_of(account), "openings": openings}
        return render(request, "portal/start.html", context, status=422)
    if not Person.objects.filter(account=account, body=body).exists():  # a second click is no second act
        actor = SystemActor("registration", body.pk, time_zone=body.zone)
        join(actor, body, account=account, name=form.cleaned_data["name"])
    return redirect("applications:schemes", body.slug)


def _account(request: HttpRequest) -> Account:
    account = request.user
    assert isinstance(account, Account)
    return account


def _openings(account: Account, name: str = "") -> list[tuple[Body, JoinForm]]:
    """Each open LSP with its own form."""
    return [(body, JoinForm(initial={"name": name}, auto_id=f"{body.slug}_%s")) for body in open_bodies(account)]


@self_page("person.self")
@require_safe
def messages(request: ActorRequest) -> HttpResponse:
    """What the LSP told this person, newest first."""
    found = messages_for(request.lsp.pk, request.actor.person_id)
    page = page_of(request, found, 20)
    return render(request, "portal/messages.html", {"page_obj": page})


@self_page("person.self")
@require_POST
def message_read(request: ActorRequest) -> HttpResponse:
    """Everything shown counts as read; the messages stay."""
    unread = messages_for(request.lsp.pk, request.actor.person_id).filter(read_at=None)
    Message.objects.filter(pk__in=unread.values("pk")).update(read_at=timezone.now())
    return redirect("portal:messages", request.lsp.slug)


@self_page("message.choose")
@require_http_methods(["GET", "HEAD", "POST"])
def channels(request: ActorRequest) -> HttpResponse:
    """How I want to be told, beside this inbox."""
    person = request.actor.person
    chosen = preference_of(request.lsp.pk, person.pk)
    form = ChannelsForm(request.POST or None, initial={"email": chosen.email, "whatsapp": chosen.whatsapp})
    outcome = Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: choose_channels(request.actor, person, phone=person.phone, **data))
        if outcome.done:
            flash.success(request, _("Pilihan Anda disimpan."))
            return redirect("portal:messages", request.lsp.slug)
    blocked = reasons(may_choose_channels(channel_facts(request.lsp.pk, whatsapp=True, phone=person.phone)))
    context = {
        "form": form,
        "refused": outcome.reasons,
        "no_whatsapp": blocked,
        "address": address_of(person),
        "phone": person.phone,
    }
    return render(request, "portal/channels.html", context, status=422 if request.method == "POST" else 200)


@public_page
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """The demo writes its mail to a folder; here it can be read. Nowhere else."""
    if not settings.DEMO:
        raise Http404
    return render(request, "portal/mail.html", {"letters": letters(settings.MAIL_FOLDER)})
