"""What the shell of every page needs: who, where, which menu. Safe on every page, errors included.

`nav` is the menu of the bar, `tabs` the phone's bar below (candidate pages): links with label, url, icon, current.
Nothing is read from the database that the request does not hold already, but one count of unread messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.ledger import access
from jamstac.ledger.door import ActorKind
from jamstac.messaging.selectors import unread_count
from jamstac.people.actors import PersonActor
from jamstac.people.states import Function


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: bool
    icon: str = ""


STAFF_MENU = [
    (gettext_lazy("Daftar kerja"), "portal:home", "home.view"),
    (gettext_lazy("Permohonan"), "applications:list", "application.list"),
    (gettext_lazy("Jadwal"), "events:list", "event.view"),
    (gettext_lazy("Jadwal saya"), "events:mine", "event.own"),
    (gettext_lazy("Hari asesmen"), "events:days", "event.day"),
    (gettext_lazy("Asesmen"), "assessment:mine", "assessment.assess"),
    (gettext_lazy("Laporan"), "assessment:reports", "report.write"),
    (gettext_lazy("Pleno"), "certification:meetings", "meeting.view"),
    (gettext_lazy("Sertifikat"), "certification:certificates", "certificate.view"),
    (gettext_lazy("Kelompok"), "applications:batches", "batch.view"),
    (gettext_lazy("Kelompok"), "applications:followed", "batch.follow"),
    (gettext_lazy("MUK"), "instruments:list", "toolset.view"),
    (gettext_lazy("Asesor"), "portal:assessors", "assessor.view"),
    (gettext_lazy("Umpan balik"), "assurance:summary", "feedback.view"),
    (gettext_lazy("Banding"), "appeals:list", "appeal.view"),
    (gettext_lazy("Formulir"), "applications:blanks", "blank_form.print"),
    (gettext_lazy("Buku besar"), "portal:ledger", "ledger.view"),
    (gettext_lazy("Pengaturan"), "portal:setup", "setup.view"),
]
"""In the order of a day. What does not fit beside each other on a laptop stands under "Lainnya"."""
BESIDE = 7
BOTH = frozenset({"portal:messages", "portal:channels"})
"""Pages about oneself that staff open from their own menu, which stays around them."""
SELF_MENU = [
    (gettext_lazy("Beranda"), "portal:mine", "home"),
    (gettext_lazy("Skema"), "applications:schemes", "academic-cap"),
    (gettext_lazy("Pesan"), "portal:messages", "envelope"),
]


def shell(request: HttpRequest) -> dict[str, Any]:
    actor: PersonActor | None = getattr(request, "actor", None)
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        "body": getattr(request, "lsp", None),
        "actor": actor,
        "nav": [],
        "nav_first": [],
        "nav_more": [],
        "tabs": [],
        "who": "",
        "role_label": "",
        "unread": 0,
    }
    if actor is None:
        return context
    slug = actor.body.slug
    is_staff = actor.kind is ActorKind.STAFF
    roles: frozenset[str] = getattr(request, "roles", frozenset()) if is_staff else _held(actor)
    here = request.resolver_match.view_name if request.resolver_match else ""
    if not is_staff and roles and here in BOTH:
        is_staff = True
    menu = _staff_menu(request, slug, roles) if is_staff else _self_menu(request, slug, roles)
    context |= {
        "nav": menu,
        "nav_first": menu if len(menu) <= BESIDE else menu[: BESIDE - 1],
        "nav_more": [] if len(menu) <= BESIDE else menu[BESIDE - 1 :],
        "tabs": [] if is_staff else menu,
        "who": actor.person.name,
        "role_label": role_label(roles) if is_staff else _("Asesi"),
        "unread": _unread(actor.body_id, actor.person_id),
        "messages_url": reverse("portal:messages", args=[slug]),
    }
    return context


def role_label(roles: Iterable[str]) -> str:
    """The functions held today, as one reads them on a badge: the first, and how many more."""
    held = [_(function.label) for function in Function if function in set(roles)]
    if not held:
        return ""
    return held[0] if len(held) == 1 else _("%(first)s, +%(more)d") % {"first": held[0], "more": len(held) - 1}


def _staff_menu(request: HttpRequest, slug: str, roles: frozenset[str]) -> list[Link]:
    allowed = [(label, name) for label, name, permission in STAFF_MENU if access.roles_for(permission) & roles]
    return _links(request, slug, [(str(label), reverse(name, args=[slug]), "") for label, name in allowed])


def _held(actor: PersonActor) -> frozenset[str]:
    """The functions that somebody who reads about themselves holds today."""
    staff = PersonActor(actor.person, ActorKind.STAFF)
    return staff.roles_on(timezone.localdate(timezone=actor.body.zone))


def _self_menu(request: HttpRequest, slug: str, roles: frozenset[str]) -> list[Link]:
    """Of an asesi; for staff who are asesi too, with the way back to their work."""
    items = [(str(label), reverse(name, args=[slug]), icon) for label, name, icon in SELF_MENU]
    work = _staff_menu(request, slug, roles)[:1]
    return _links(request, slug, [*items, *((link.label, link.url, "clipboard-document-list") for link in work)])


def _links(request: HttpRequest, slug: str, items: list[tuple[str, str, str]]) -> list[Link]:
    """The current link is the longest one that the page's address starts with; the worklist, under which every
    address of the LSP stands, only where one is there."""
    here, root = request.path, reverse("portal:home", args=[slug])
    fitting = [url for _label, url, _icon in items if (here == url if url == root else here.startswith(url))]
    current = max(fitting, key=len, default="")
    return [Link(label, url, url == current, icon) for label, url, icon in items]


def _unread(body_id: UUID, person_id: UUID) -> Any:
    """Counted only where a template asks."""
    return SimpleLazyObject(lambda: unread_count(body_id, person_id))
