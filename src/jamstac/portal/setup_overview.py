"""Guided setup: what an LSP still lacks before its first scheme can be opened, and its profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.bodies.actions import change_profile
from jamstac.ledger import access
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.readiness import ReadinessItem, readiness
from jamstac.portal.setup_forms import ProfileForm

PAGES = [
    ("portal:setup-profile", "setup.view", gettext_lazy("Profil dan kop surat")),
    ("portal:setup-people", "person.view", gettext_lazy("Orang dan SK")),
    ("portal:setup-pacts", "pact.view", gettext_lazy("Pakta dan kode etik")),
    ("portal:setup-licence", "setup.view", gettext_lazy("Lisensi dan lampirannya")),
    ("portal:setup-schemes", "setup.view", gettext_lazy("Skema dan biaya")),
    ("portal:setup-venues", "setup.view", gettext_lazy("TUK dan verifikasi")),
    ("portal:assessors", "assessor.view", gettext_lazy("Asesor")),
    ("portal:setup-remote", "setup.view", gettext_lazy("Asesmen jarak jauh")),
    ("instruments:list", "toolset.view", gettext_lazy("Materi uji kompetensi (MUK)")),
    ("portal:setup-numbering", "setup.view", gettext_lazy("Penomoran")),
    ("portal:setup-editions", "setup.view", gettext_lazy("Edisi formulir")),
    ("portal:setup-parameters", "parameter.view", gettext_lazy("Parameter")),
    ("findings:waivers", "waiver.view", gettext_lazy("Pengecualian yang berlaku")),
    ("portal:setup-messages", "notice.view", gettext_lazy("Pesan dan WhatsApp")),
]
"""The pages of the setup and who may open them."""

PAGE_OF = {
    "profile": "portal:setup-profile",
    "people": "portal:setup-people",
    "pacts": "portal:setup-pacts",
    "licence": "portal:setup-licence",
    "scheme": "portal:setup-schemes",
    "annex": "portal:setup-licence",
    "venue": "portal:setup-venues",
    "assessors": "portal:assessors",
    "tools": "instruments:list",
    "price": "portal:setup-schemes",
    "numbering": "portal:setup-numbering",
    "editions": "portal:setup-editions",
    "parameters": "portal:setup-parameters",
}


@dataclass(frozen=True)
class SetupStep:
    number: int
    item: ReadinessItem
    url: str
    state: str


@staff_page("setup.view")
@require_safe
def overview(request: ActorRequest) -> HttpResponse:
    """The steps in order, what is missing in each, and the first one to do next."""
    day = timezone.localdate(timezone=request.lsp.zone)
    items = readiness(request.lsp, day)
    first = next((item.key for item in items if not item.done), "")
    pages = _pages(request)
    steps = [
        SetupStep(
            number,
            item,
            pages.get(PAGE_OF[item.key], ("", ""))[0],
            "done" if item.done else "now" if item.key == first else "later",
        )
        for number, item in enumerate(items, start=1)
    ]
    context = {
        "steps": steps,
        "next": next((step for step in steps if step.state == "now"), None),
        "done": sum(item.done for item in items),
        "pages": list(pages.values()),
    }
    return render(request, "portal/setup/overview.html", context)


def _pages(request: ActorRequest) -> dict[str, tuple[str, str]]:
    """Address and label of the pages open to the roles held today."""
    return {
        name: (reverse(name, args=[request.lsp.slug]), str(label))
        for name, permission, label in PAGES
        if access.roles_for(permission) & request.roles
    }


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: ActorRequest) -> HttpResponse:
    """Name, letterhead, whether applications are taken."""
    body, outcome = request.lsp, Outcome(False)
    form = ProfileForm(request.POST or None, request.FILES or None, instance=body)
    if request.method == "POST":
        outcome = attempt(form, lambda data: change_profile(request.actor, body, **_profile_fields(data)))
        if outcome.done:
            messages.success(request, _("Profil disimpan."))
            return redirect("portal:setup-profile", body.slug)
        body.refresh_from_db()
    context = {
        "form": form,
        "why": why_of(request, "body.edit", outcome),
        "timeline": timeline_of(body.pk, subject_id=body.pk, limit=10),
        "has_logo": bool(body.logo),
    }
    return render(request, "portal/setup/profile.html", context, status=422 if request.method == "POST" else 200)


def _profile_fields(data: dict[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in data.items() if name != "logo_file"}
    if data["logo_file"] is not None:
        fields["logo"], fields["logo_type"] = data["logo_file"]
    return fields
