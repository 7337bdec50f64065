"""Empty forms to print, for the day the screen is not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jamstac.documents.blanks import FORMS, Frame, blank_pdf, choices, frame_of
from jamstac.documents.forms import FrameForm
from jamstac.documents.readers import reads_all, was_given
from jamstac.documents.states import MediaType, SheetCode
from jamstac.documents.views import send
from jamstac.ledger.access import roles_for
from jamstac.licensing.selectors import number_on
from jamstac.people.pages import ActorRequest, staff_page


@staff_page("blank_form.print")
@require_safe
def blank_forms(request: ActorRequest) -> HttpResponse:
    """Every form to print empty; `untuk` fills the head in for a scheme, an event or a case."""
    wanted, frame = request.GET.get("untuk", ""), _frame(request)
    title = "" if frame is None else frame.title
    context = {
        "forms": FORMS,
        "wanted": wanted,
        "frame": frame,
        "form": FrameForm(choices(request.lsp), wanted, title),
    }
    return render(request, "applications/blanks.html", context)


@staff_page("blank_form.print")
@require_safe
def blank_form(request: ActorRequest, code: str) -> HttpResponse:
    """One empty form as PDF."""
    if code not in {each.value for each in FORMS}:
        raise Http404
    frame = _frame(request)
    number = number_on(request.lsp.pk, timezone.localdate())
    data = blank_pdf(SheetCode(code), request.lsp, licence_number=number, now=timezone.now(), frame=frame)
    return send(data, MediaType.PDF, f"{SheetCode(code).short_name} kosong.pdf")


def _frame(request: ActorRequest) -> Frame | None:
    """What `untuk` (kind:id) names; not there for who may not read it."""
    kind, _, pk = request.GET.get("untuk", "").partition(":")
    if not kind:
        return None
    try:
        frame = frame_of(request.lsp, kind, UUID(pk))
    except ValueError:
        frame = None
    held = request.roles & roles_for("blank_form.print")
    if frame is None or not (not frame.about or reads_all(held) or was_given(request.actor.person_id, frame.about)):
        raise Http404
    return frame
