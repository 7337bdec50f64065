"""The demo's years in order, from the founding decree to this morning."""

from __future__ import annotations

from datetime import timedelta

from jamstac.bodies.models import Body
from jamstac.portal.demo.cases import Cases
from jamstac.portal.demo.clock import days_ago
from jamstac.portal.demo.groups import register_class
from jamstac.portal.demo.office import (
    LAST_VENUE,
    SLUG,
    Office,
    authorise,
    open_office,
    open_scheme,
    open_venue,
    plan_venue,
    renew,
)
from jamstac.portal.demo.tools import release_tools
from jamstac.venues.models import Venue

FOUNDED = 1240
"""Days ago: long enough for a certificate of three years to have expired."""


def is_built() -> bool:
    """Built to the end: the second TUK is the last thing the demo makes."""
    return Venue.objects.filter(body__slug=SLUG, code=LAST_VENUE).exists()


def is_begun() -> bool:
    """There is a database with an LSP in it, whole or not."""
    return Body.objects.exists()


def build() -> Office:
    """Everything. Call once, on an empty database."""
    with days_ago(FOUNDED) as today:
        office = open_office(today)
        version = open_scheme(office, today)
        venue = open_venue(office)
        renew(office, venue, version.scheme, today, years=3)
        authorise(office, version.scheme, today)
        release_tools(office, version, today)
    cases = Cases(office, version, venue)
    _long_ago(cases)
    with days_ago(140) as today:
        renew(office, venue, version.scheme, today, years=2.9)
    _last_months(cases)
    _these_days(cases)
    return office


def _long_ago(cases: Cases) -> None:
    """Kirana's certificate, expired by now."""
    with days_ago(1200):
        cases.submit("kirana")
    with days_ago(1198):
        cases.accept("kirana")
    with days_ago(1195) as today:
        cases.schedule(today + timedelta(days=5), "kirana")
    with days_ago(1190):
        cases.finish("kirana")
        cases.close_day("kirana")
    with days_ago(1186):
        cases.decree(cases.decide("kirana"))
        cases.issue(["kirana"])


def _last_months(cases: Cases) -> None:
    """Sari certified, Galih not yet competent, Koko refused."""
    with days_ago(64):
        cases.submit("sari", "galih", "koko")
    with days_ago(62):
        cases.accept("sari", "galih")
        cases.reject("koko")
    with days_ago(58) as today:
        cases.schedule(today + timedelta(days=6), "sari", "galih")
    with days_ago(52):
        cases.finish("sari", "galih", unmet={"galih"})
        cases.close_day("sari")
    with days_ago(47):
        cases.decree(cases.decide("sari", "galih", not_yet={"galih"}))
        cases.issue(["sari"])


def _these_days(cases: Cases) -> None:
    """A case in every state of today."""
    with days_ago(24):
        cases.submit("intan", "jaka", "made", "dimas")
    with days_ago(22):
        cases.accept("intan", "jaka", "made", "dimas")
    with days_ago(18) as today:
        cases.schedule(today + timedelta(days=4), "intan", "jaka", "made", "dimas")
    with days_ago(14):
        cases.finish("intan", "jaka", "made")
        cases.agree("dimas")
        cases.recommend("dimas")
        cases.close_day("intan", by_head=False)  # waits for the ketua TUK
    with days_ago(12):
        cases.submit("ayu", "joko", "lestari", "bagas", "citra", "gita", "nanda")
    with days_ago(9):
        cases.accept("ayu", "joko", "lestari", "bagas", "citra", "nanda")
        cases.send_back("gita")
    with days_ago(6) as today:
        cases.submit("eka")
        cases.schedule(today + timedelta(days=6), "ayu", "joko", "lestari", "nanda")
        cases.conflict("bagas")
        cases.schedule(today + timedelta(days=13), "bagas", sign=False)
    with days_ago(3):
        cases.decree(cases.decide("jaka"))
    with days_ago(1):
        cases.draft("hana", whole=False)
    cases.submit("fajar")
    cases.meeting("intan")
    cases.agree("ayu")
    cases.judge("ayu", leave=20)
    cases.propose("joko")
    cases.absent("nanda")
    register_class(cases.office, cases.version)
    plan_venue(cases.office)
