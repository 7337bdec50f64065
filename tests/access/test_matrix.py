"""Every URL × every member of the cast, and nobody, and the director of another LSP. The expected answer is
computed from the view's permission, the roles held, and the row of the table."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.ledger import access
from jamstac.ledger.models import Chain, Entry, Job
from jamstac.people.pages import ACCOUNT, PUBLIC
from tests.access.table import TABLE, Page, ids_of
from tests.access.urls import Url, own_urls
from tests.cast import EVERYBODY, OUTSIDER, Member
from tests.world.base import World

URLS = {url.name: url for url in own_urls()}
HERE, THERE = "cth", "luar"


def test_every_url_has_a_row_and_every_row_a_url() -> None:
    assert sorted(set(URLS) ^ set(TABLE)) == []


def _address(url: Url, row: Page, ids: dict[str, Any], lsp: str) -> str:
    values = {
        name: value.removeprefix("=") if value.startswith("=") else ids[value] for name, value in row.arguments.items()
    }
    if "lsp" in url.arguments:
        values["lsp"] = lsp
    return reverse(url.name, kwargs=values)


def _expected(url: Url, row: Page, member: Member | None, lsp: str) -> int:
    if url.access == PUBLIC:
        return row.get
    if member is None:
        return 302
    if url.access == ACCOUNT:
        return row.get
    needed = access.roles_for(url.access)
    if (member is OUTSIDER) != (lsp == THERE) or not (member.functions or access.SELF in needed):
        return 404
    if access.SELF not in needed and not needed & {str(function) for function in member.functions}:
        return 403
    if row.get == 405:
        return 405
    if lsp == THERE and any(not value.startswith("=") for value in row.arguments.values()):
        return 404
    return row.others if row.only and member.key not in row.only else row.get


VISITORS: dict[str, tuple[Member | None, str]] = {
    "nobody": (None, HERE),
    **{member.key: (member, HERE) for member in EVERYBODY},
    f"{OUTSIDER.key} at home": (OUTSIDER, THERE),
}


@pytest.fixture(params=VISITORS)
def visitor(request: pytest.FixtureRequest, world: World) -> tuple[Member | None, str, Client]:
    member, lsp = VISITORS[request.param]
    Job.objects.update(run_after=timezone.now() + timedelta(days=1))  # no page prints a sheet in these tests
    client = Client(raise_request_exception=False)
    if member is not None:
        client.force_login(world.account(member.key), backend="allauth.account.auth_backends.AuthenticationBackend")
    return member, lsp, client


def _acts_since(before: dict[Any, int]) -> list[str]:
    """Events that happened since `before`; a refusal on record is no change."""
    events: list[str] = []
    for pk, seq in before.items():
        events += Entry.objects.filter(chain_id=pk, seq__gt=seq).values_list("event", flat=True)
    return [event for event in events if not event.endswith(".refused")]


def _heads() -> dict[Any, int]:
    return dict(Chain.objects.values_list("pk", "head_seq"))


def test_a_page_opens_for_those_who_may_and_reading_changes_nothing(
    world: World, visitor: tuple[Member | None, str, Client]
) -> None:
    member, lsp, client = visitor
    ids, before, wrong = ids_of(world), _heads(), {}
    for name, url in URLS.items():
        expected = _expected(url, TABLE[name], member, lsp)
        told = client.get(_address(url, TABLE[name], ids, lsp)).status_code
        if told != expected and (told, TABLE[name].get) != (405, 405):
            wrong[name] = f"{told} instead of {expected}"
    assert wrong == {}
    assert _heads() == before


def test_whoever_may_not_open_a_page_cannot_post_to_it_either(
    world: World, visitor: tuple[Member | None, str, Client]
) -> None:
    member, lsp, client = visitor
    ids, before, wrong = ids_of(world), _heads(), {}
    for name, url in URLS.items():
        expected = _expected(url, TABLE[name], member, lsp)
        if url.access in (PUBLIC, ACCOUNT) or (member is not None and expected not in (403, 404)):
            continue
        told = client.post(_address(url, TABLE[name], ids, lsp), {"agree": "on"}).status_code
        refused = {403, 404, 405, 409}
        if TABLE[name].others == 403:
            refused |= {302}  # back to the record, where nothing was to be done
        if told not in ({302} if member is None else refused):
            wrong[name] = told
    assert wrong == {}
    assert _acts_since(before) == []
