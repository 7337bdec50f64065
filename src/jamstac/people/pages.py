"""How a page asks for access, and how a refusal becomes a page.

    @staff_page("application.view")
    def application(request: StaffRequest, pk: UUID) -> HttpResponse: ...

The decorators read the LSP from the URL (`<slug:lsp>`), make the actor, and answer 404 outside the LSP, 403
for a colleague without the role. Every view carries `access`; the access matrix test reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.ledger import access
from jamstac.ledger.door import Refused
from jamstac.ledger.facts import DoorFacts
from jamstac.ledger.rules import nobody_acts_about_oneself, role_is_held
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actors import PersonActor, self_actor, staff_actor
from jamstac.people.models import Account
from jamstac.people.states import Function
from jamstac.ui.why import Reason, reasons

P = ParamSpec("P")

PUBLIC = "public"
ACCOUNT = "account"


class ActorRequest(HttpRequest):
    """A request inside one LSP: `actor` acts, `lsp` is the LSP, `roles` what the actor holds today."""

    user: Account
    actor: PersonActor
    lsp: Body
    roles: frozenset[str]


View = Callable[Concatenate[ActorRequest, P], HttpResponseBase]
Plain = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _page(permission: str, make: Callable[[Account, Body], PersonActor | None], view: View[P]) -> Any:
    @wraps(view)
    def guarded(request: HttpRequest, lsp: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        body = Body.objects.filter(slug=lsp).first()
        actor = None if body is None else make(request.user, body)
        if body is None or actor is None:
            raise Http404
        inside = cast(ActorRequest, request)
        inside.actor, inside.lsp = actor, body
        with timezone.override(body.zone):  # every moment on the page, and every "today", is the LSP's
            inside.roles = actor.roles_on(timezone.localdate())
            if not access.roles_for(permission) & inside.roles:
                return render(request, "people/no_role.html", {"needed": access.roles_for(permission)}, status=403)
            return view(inside, *args, **kwargs)

    guarded.access = permission  # type: ignore[attr-defined]
    return guarded


def staff_page(permission: str) -> Callable[[View[P]], Any]:
    """A page for staff of the LSP in the URL that hold a role of `permission` today."""
    return lambda view: _page(permission, staff_actor, view)


def self_page(permission: str) -> Callable[[View[P]], Any]:
    """A page of a person about themselves. The view fetches by owner: what is not theirs is 404."""
    return lambda view: _page(permission, self_actor, view)


def member_page(permission: str) -> Callable[[View[P]], Any]:
    """A page for staff that hold a role of `permission` today, else for a person about themselves, where the
    permission names `SELF`: one address for both. The view asks what this actor may see, else 404."""

    def either(account: Account, body: Body) -> PersonActor | None:
        staff, needed = staff_actor(account, body), access.roles_for(permission)
        if staff is not None and needed & staff.roles_on(timezone.localdate(timezone=body.zone)):
            return staff
        return self_actor(account, body) if access.SELF in needed else staff

    return lambda view: _page(permission, either, view)


def account_page(view: Plain[P]) -> Any:
    """A page for anyone signed in, outside any LSP."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = ACCOUNT  # type: ignore[attr-defined]
    return guarded


def public_page(view: Plain[P]) -> Plain[P]:
    """A page for everybody."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def stand_back(request: ActorRequest, concerned: Collection[UUID]) -> None:
    """Staff are not on duty for a file about themselves, not even as readers: raises Refused (HR-15). They read
    of it what every asesi reads, on their own pages."""
    nobody: frozenset[str] = frozenset()
    verdict = nobody_acts_about_oneself(
        DoorFacts(request.actor.person_id in concerned, nobody, nobody, nobody, True, False, False)
    )
    if not verdict:
        raise Refused("page.opened", verdict.refusals)


def role_reasons(permission: str, roles: frozenset[str]) -> list[Reason]:
    """Why an act that needs `permission` is grey for a colleague without the role: whose task it is."""
    needed = access.roles_for(permission)
    if needed & roles:
        return []
    labels = frozenset(str(Function(role).label) for role in needed if role in Function.values)
    nobody: frozenset[str] = frozenset()
    return reasons(role_is_held(DoorFacts(False, labels, nobody, nobody, True, False, False)))


class RefusalPages:
    """A refused act becomes a page that says why and what to do; a record out of scope is not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OutOfScope):
            return render(request, "404.html", status=404)
        if isinstance(exception, Refused):
            context = {"reasons": reasons(exception.refusals), "seq": exception.seq, "back": request.path}
            return render(request, "people/refused.html", context, status=409)
        return None
