"""How the LSP speaks: the words of its notices, its WhatsApp number, and what became of what was sent."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.bodies.models import Body
from jamstac.ledger import jobs
from jamstac.ledger.selectors import timeline_of
from jamstac.messaging.actions import connect_whatsapp, disconnect_whatsapp, restore_notice, word_notice
from jamstac.messaging.models import Delivery, NoticeText
from jamstac.messaging.selectors import deliveries_for, keep_news, whatsapp_of
from jamstac.messaging.states import Channel, DeliveryState
from jamstac.messaging.texts import filled, notices
from jamstac.messaging.whatsapp import is_signed, news
from jamstac.people.pages import ActorRequest, public_page, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import NoticeForm, WhatsAppForm
from jamstac.ui.requests import page_of

PER_PAGE = 50


@staff_page("notice.view")
@require_safe
def texts(request: ActorRequest) -> HttpResponse:
    """Every notice with its subject; those in the LSP's own words are marked."""
    own = {row.notice: row for row in NoticeText.objects.filter(body_id=request.lsp.pk)}
    rows = [(key, own.get(key, notice), key in own) for key, notice in notices().items()]
    return render(request, "portal/setup/messages.html", {"rows": rows, "whatsapp": whatsapp_of(request.lsp.pk)})


@staff_page("notice.view")
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: ActorRequest, key: str) -> HttpResponse:
    """One notice: its words, the fields that may stand in them, and how it reads."""
    notice = notices().get(key)
    if notice is None:
        raise Http404
    own = NoticeText.objects.filter(body_id=request.lsp.pk, notice=key).first()
    words = {"heading": own.subject if own else notice.subject, "text": own.text if own else notice.text}
    form, outcome = NoticeForm(request.POST or None, initial=words), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: word_notice(request.actor, request.lsp, notice=key, **data))
        if outcome.done:
            messages.success(request, _("Kata-kata disimpan. Pesan berikutnya memakainya."))
            return redirect("portal:setup-message", request.lsp.slug, key)
    example = {name: f"[{name}]" for name in notice.fields}
    context = {
        "key": key,
        "notice": notice,
        "own": own,
        "form": form,
        "why": why_of(request, "notice.word", outcome),
        "preview": {name: filled(value, example) for name, value in words.items()},
        "timeline": timeline_of(request.lsp.pk, subject_id=own.pk, limit=10) if own else [],
    }
    return render(request, "portal/setup/message.html", context, status=422 if request.method == "POST" else 200)


@staff_page("notice.word")
@require_POST
def text_restored(request: ActorRequest, key: str) -> HttpResponse:
    if key not in notices():
        raise Http404
    restore_notice(request.actor, request.lsp, notice=key)
    messages.success(request, _("Kembali ke kata-kata bawaan."))
    return redirect("portal:setup-message", request.lsp.slug, key)


@staff_page("notice.view")
@require_http_methods(["GET", "HEAD", "POST"])
def whatsapp(request: ActorRequest) -> HttpResponse:
    """Connect the LSP's number at the WhatsApp Cloud API."""
    account = whatsapp_of(request.lsp.pk)
    known = {} if account is None else {"phone_number_id": account.phone_number_id, "template": account.template}
    form, outcome = WhatsAppForm(request.POST or None, initial=known), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: connect_whatsapp(request.actor, request.lsp, **data))
        if outcome.done:
            messages.success(request, _("WhatsApp tersambung. Asesi dapat memilihnya pada halaman pesan."))
            return redirect("portal:setup-whatsapp", request.lsp.slug)
    context = {
        "account": account,
        "form": form,
        "why": why_of(request, "whatsapp.connect", outcome),
        "hook": request.build_absolute_uri(f"/wa/{request.lsp.slug}/"),
    }
    return render(request, "portal/setup/whatsapp.html", context, status=422 if request.method == "POST" else 200)


@staff_page("whatsapp.connect")
@require_POST
def whatsapp_off(request: ActorRequest) -> HttpResponse:
    account = whatsapp_of(request.lsp.pk)
    if account is not None and account.active:
        disconnect_whatsapp(request.actor, account)
        messages.success(request, _("WhatsApp diputus. Pesan tetap sampai lewat surel dan halaman pesan."))
    return redirect("portal:setup-whatsapp", request.lsp.slug)


@staff_page("notice.view")
@require_safe
def deliveries(request: ActorRequest) -> HttpResponse:
    """What was sent, by which channel, and how far it came."""
    rows = deliveries_for(request.lsp.pk)
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    state, channel = request.GET.get("keadaan", ""), request.GET.get("lewat", "")
    if state in DeliveryState.values:
        rows = rows.filter(state=state)
    if channel in Channel.values:
        rows = rows.filter(channel=channel)
    words = request.GET.get("q", "").strip()
    if words:
        rows = rows.filter(message__subject__icontains=words)
    context = {
        "page_obj": page_of(request, rows, PER_PAGE),
        "states": [(value, label, counts.get(value, 0)) for value, label in DeliveryState.choices],
        "state": state,
        "channel": channel,
        "q": words,
        "total": sum(counts.values()),
    }
    return render(request, "portal/setup/deliveries.html", context)


@staff_page("notice.word")
@require_POST
def delivery_again(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A failed delivery once more, to the same address."""
    row = get_object_or_404(Delivery, pk=pk, message__body_id=request.lsp.pk)
    now = timezone.now()
    if Delivery.objects.filter(pk=row.pk, state=DeliveryState.FAILED).update(
        state=DeliveryState.WAITING, state_since=now, send_after=now, error=""
    ):
        jobs.enqueue("messaging.deliver", row.pk, now)
        messages.success(request, _("Dikirim ulang."))
    return redirect("portal:setup-deliveries", request.lsp.slug)


@csrf_exempt
@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def hook(request: HttpRequest, slug: str) -> HttpResponse:
    """The Cloud API tells of deliveries here. GET proves that the address is ours, POST is signed by Meta."""
    body = get_object_or_404(Body, slug=slug)
    account = whatsapp_of(body.pk)
    if account is None:
        raise Http404
    if request.method != "POST":
        token = request.GET.get("hub.verify_token", "")
        if request.GET.get("hub.mode") != "subscribe" or not constant_time_compare(token, account.verify_token):
            return HttpResponse(status=403)
        return HttpResponse(request.GET.get("hub.challenge", ""), content_type="text/plain")
    if not is_signed(account, request.body, request.headers.get("X-Hub-Signature-256", "")):
        return HttpResponse(status=403)
    try:
        for said in news(request.body):
            keep_news(body.pk, said, timezone.now())
    except ValueError:
        return HttpResponse(status=400)
    return HttpResponse(status=200)
