from __future__ import annotations

from jamstac.ledger.access import permissions
from jamstac.people.pages import ACCOUNT, PUBLIC
from tests.access.urls import others_urls, own_urls

OTHERS = ("allauth.", "django.")
"""Packages whose pages ask for access themselves."""


def test_every_own_page_says_who_may_open_it() -> None:
    known = set(permissions()) | {ACCOUNT, PUBLIC}
    assert {url.name: url.access for url in own_urls() if url.access not in known} == {}


def test_every_other_page_belongs_to_a_listed_package() -> None:
    assert [url.name for url in others_urls() if not url.module.startswith(OTHERS)] == []


def test_a_url_name_leads_to_one_view() -> None:
    seen: dict[str, object] = {}
    twice = [url.name for url in own_urls() if seen.setdefault(url.name, url.view) is not url.view]
    assert twice == []
