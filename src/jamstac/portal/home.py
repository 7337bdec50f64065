"""Home: the worklist of those on duty, the road of an asesi."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jamstac.ledger import access
from jamstac.messaging.selectors import messages_for
from jamstac.people.pages import ActorRequest, self_page, staff_page
from jamstac.portal.journey import journeys
from jamstac.portal.pipeline import pipeline
from jamstac.portal.tasks import sorted_lines
from jamstac.portal.worklist import Desk, tasks_for
from jamstac.ui.requests import page_of

PER_PAGE = 25


@staff_page("home.view")
@require_safe
def staff_home(request: ActorRequest) -> HttpResponse:
    """What waits for me, since when, what is overdue; and where the cases of the LSP are."""
    now, zone = timezone.now(), request.lsp.zone
    desk = Desk(request.actor, request.lsp, now, now.astimezone(zone).date())
    lines = sorted_lines(tasks_for(desk, request.roles), now, zone)
    words, only = request.GET.get("q", "").strip(), request.GET.get("hanya", "")
    shown = [line for line in lines if line.fits(words) and (only != "lewat" or line.overdue)]
    stages = pipeline(request.lsp.pk, now)
    doors = _doors(request)
    context = {
        "today": desk.day,
        "total": len(lines),
        "overdue": sum(line.overdue for line in lines),
        "page_obj": page_of(request, shown, PER_PAGE),
        "stages": [(stage, doors.get(stage.key, "#kerja")) for stage in stages],
        "running": sum(stage.count for stage in stages),
        "q": words,
        "all_shown": only != "lewat",
        "late_shown": only == "lewat",
    }
    return render(request, "portal/home.html", context)


_LISTS = {
    "review": ("applications:list", "application.list", "?keadaan=submitted"),
    "returned": ("applications:list", "application.list", "?keadaan=returned"),
    "to_schedule": ("applications:list", "application.list", "?keadaan=accepted"),
    "scheduled": ("events:list", "event.view", ""),
    "assessing": ("events:list", "event.view", ""),
    "deciding": ("certification:meetings", "meeting.view", ""),
    "issuing": ("certification:meetings", "meeting.view", ""),
}


def _doors(request: ActorRequest) -> dict[str, str]:
    """Where each stage of the pipeline leads, for the roles held today."""
    return {
        key: reverse(name, args=[request.lsp.slug]) + query
        for key, (name, permission, query) in _LISTS.items()
        if access.roles_for(permission) & request.roles
    }


@self_page("person.self")
@require_safe
def my_home(request: ActorRequest) -> HttpResponse:
    """One application with its next act; the others below it."""
    today = timezone.localdate(timezone=request.lsp.zone)
    found = journeys(request.lsp, request.actor.person_id, today)
    context = {
        "journey": found[0] if found else None,
        "others": found[1:],
        "news": messages_for(request.lsp.pk, request.actor.person_id)[:3],
    }
    return render(request, "portal/mine.html", context)
