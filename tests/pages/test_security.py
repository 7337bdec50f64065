"""The pages, seen by an attacker: markup in names, one's own file on duty, a colleague's case, caches, flooding."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from jamstac.applications.models import Application, FindingDraft
from jamstac.applications.selectors import evidence_of
from jamstac.assessment.models import Assessment
from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.certification.actions import recuse
from jamstac.certification.models import Certificate, Meeting
from jamstac.documents import files
from jamstac.documents.models import Sheet
from jamstac.events.models import Event
from jamstac.ledger.door import open_guard
from jamstac.ledger.models import Chain, Entry, Job
from jamstac.people.actions import appoint
from jamstac.people.models import Account, Appointment, Person
from jamstac.people.states import Function
from jamstac.registry import throttle
from jamstac.schemes.models import Scheme
from jamstac.venues.models import Venue
from tests.access.table import TABLE, ids_of
from tests.access.urls import own_urls
from tests.actions.test_documents import PNG
from tests.world.assessments import recommended, signed
from tests.world.base import World, ago
from tests.world.certificates import attended, decided, decreed, issued, tabled

Visit = Callable[[str], Client]
MARKUP = "\"'><img src=x onerror=1>"


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


def _also(world: World, key: str, function: Function) -> None:
    appoint(
        world.actor("surya"),
        world.person(key),
        function=function,
        decree_number="009/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


def _entries() -> int:
    return Entry.objects.count()


# ---------------------------------------------------------------- markup and headers


def _spoil(model: type[models.Model], *columns: str) -> None:
    """As if somebody had typed markup into these columns of every row."""
    for row in model._base_manager.all():
        model._base_manager.filter(pk=row.pk).update(**{column: MARKUP + str(row.pk)[-4:] for column in columns})


@pytest.mark.parametrize("key", ["dewi", "maya", "budi", "hendra", "surya", "wulan", "sari", "lestari", "lila"])
def test_no_page_takes_words_for_markup(world: World, visit: Visit, key: str) -> None:
    with open_guard("test"):
        _spoil(Person, "name", "address", "institution")
        _spoil(Body, "name", "full_name", "address", "city")
        _spoil(Application, "name", "review_note", "institution", "education")
        _spoil(Scheme, "title")
        _spoil(Venue, "name", "address")
        _spoil(Event, "cancel_reason")
        _spoil(Assessment, "feedback", "comment", "follow_up")
        _spoil(Meeting, "place")
    Job.objects.update(run_after=timezone.now() + timedelta(days=1))
    ids, client, seen = ids_of(world), visit(key), 0
    for url in own_urls():
        arguments: dict[str, Any] = {"lsp": "cth"} if "lsp" in url.arguments else {}
        for name, value in TABLE[url.name].arguments.items():
            arguments[name] = value.removeprefix("=") if value.startswith("=") else ids[value]
        response = client.get(reverse(url.name, kwargs=arguments), follow=True)
        if response.status_code != 200 or "text/html" not in response["Content-Type"]:
            continue
        text = response.content.decode()
        assert "<img src=x" not in text, url.name
        assert not re.search(r"=\"[^\"<>]*\"'>", text), url.name
        seen += "&lt;img src=x" in text
    assert seen > 4


def test_no_page_of_a_signed_in_person_is_kept_by_a_cache(world: World, visit: Visit, client: Client) -> None:
    assert "Cache-Control" not in client.get(reverse("portal:landing"))
    for name in ("portal:home", "applications:list", "events:list"):
        assert visit("dewi").get(reverse(name, args=["cth"]))["Cache-Control"] == "private, no-store"


# ---------------------------------------------------------------- one's own file, on duty


@pytest.mark.parametrize("name", ["applications:review", "assessment:file"])
def test_nobody_reads_the_own_file_as_staff(world: World, visit: Visit, name: str) -> None:
    _also(world, "intan", Function.ADMIN)
    kind = "application" if name.startswith("applications") else "assessment"
    response = visit("intan").get(reverse(name, args=["cth", world.ids[f"{kind}.intan"]]))
    assert response.status_code == 409
    assert "HR-15" in response.content.decode()
    assert visit("dewi").get(reverse(name, args=["cth", world.ids[f"{kind}.intan"]])).status_code == 200


def test_nobody_prepares_the_review_of_the_own_application(world: World, visit: Visit) -> None:
    _also(world, "ayu", Function.ADMIN)
    application = world.get(Application, "application.ayu")
    row = evidence_of(application)[0]
    url = reverse("applications:finding", args=["cth", application.pk])
    assert visit("ayu").post(url, {f"nilai-{row.pk}": "met"}).status_code == 409
    assert not FindingDraft.objects.exists()


def test_a_decider_sees_nothing_of_the_own_case_in_a_meeting(world: World, visit: Visit) -> None:
    signed(world, "intan")
    decision = decided(world, "intan", meeting=world.get(Meeting, "meeting.open"))
    _also(world, "intan", Function.DECIDER)
    url = reverse("certification:meeting", args=["cth", world.ids["meeting.open"]])
    page = f"{url}?berkas={decision.meeting_case_id}"
    assert "Intan Semisal" in visit("hendra").get(page).content.decode()
    answer = visit("intan").get(page)
    assert [case.pk for case in answer.context["cases"]] == []
    assert answer.context["decisions"] == []


# ---------------------------------------------------------------- a colleague's case


@pytest.mark.parametrize(
    "name", ["assessment:review", "assessment:identity", "assessment:agreement", "assessment:recommendation"]
)
def test_a_colleague_who_posts_reads_nothing_of_the_case(world: World, visit: Visit, name: str) -> None:
    response = visit("rina").post(reverse(name, args=["cth", world.ids["assessment.intan"]]), {})
    assert response.status_code in (302, 403, 409)
    assert "Intan" not in response.content.decode()


# ---------------------------------------------------------------- what a candidate is told, and when


@pytest.mark.parametrize("reason", ["", "Bukti tidak cukup."])
def test_the_outcome_is_told_after_the_decree(world: World, visit: Visit, reason: str) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", outcome="BK" if reason else "K", reason=reason, meeting=meeting)
    client = visit("intan")
    home, record = reverse("portal:mine", args=["cth"]), reverse("applications:mine", args=["cth", _case(world)])
    before = client.get(home).content.decode()
    assert "Menunggu keputusan" in before
    assert "dinyatakan Kompeten" not in before
    assert "Belum Kompeten" not in before
    assert "Keputusan sertifikasi dibuat" not in client.get(record).content.decode()
    decreed(world, meeting)
    after = client.get(home).content.decode()
    assert ("Belum Kompeten" if reason else "dinyatakan Kompeten") in after


def _case(world: World) -> Any:
    return world.ids["application.intan"]


def test_a_holder_reads_no_names_of_deciders_and_no_refused_attempts(world: World, visit: Visit) -> None:
    signed(world, "intan")
    meeting = attended(world, members=["hendra", "ratna", "yusuf"])
    certificate = issued(world, "intan", meeting)
    client = visit("intan")
    for name, pk in (("own_certificate", certificate.pk), ("own_result", _case(world))):
        lines = client.get(reverse(f"certification:{name}", args=["cth", pk])).context["timeline"]
        assert {line.who for line in lines} <= {"Intan Semisal", "Contoh", "sistem"}
        assert not any(line.refused for line in lines)


def test_who_stood_aside_is_not_told_to_the_candidate(world: World, visit: Visit) -> None:
    signed(world, "intan")
    recuse(world.actor("yusuf"), tabled(world, "intan"), reason="Tetangga dekat")
    page = visit("intan").get(reverse("applications:mine", args=["cth", _case(world)])).content.decode()
    assert "tidak ikut" not in page
    assert "Yusuf" not in page


def test_a_recommendation_is_no_decision_on_the_home_of_the_asesi(world: World, visit: Visit) -> None:
    recommended(world, "intan")
    page = visit("intan").get(reverse("portal:mine", args=["cth"])).content.decode()
    assert "Tandatangani rekaman asesmen" in page
    assert "dinyatakan" not in page


# ---------------------------------------------------------------- flooding


def test_joining_again_and_again_writes_nothing(world: World, visit: Visit) -> None:
    client, url = visit("sari"), reverse("portal:join", args=["cth"])
    before = _entries()
    for _ in range(5):
        assert client.post(url, {"name": "Sari Contoh"}).status_code == 302
    assert _entries() == before


def test_a_stranger_joins_once(world: World, client: Client) -> None:
    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    url, before = reverse("portal:join", args=["cth"]), _entries()
    for _ in range(3):
        client.post(url, {"name": "Orang Baru"})
    assert _entries() == before + 1


def _checked(world: World, client: Client) -> Certificate:
    certificate = world.get(Certificate, "certificate.sari")
    client.post(reverse("registry:check"), {"code": certificate.code})
    return certificate


def test_a_report_that_is_refused_a_stranger_is_not_written_down(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    after = timezone.now() + (certificate.valid_until - certificate.issued_on) + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: after)
    _checked(world, client)
    before = Chain.objects.get(body_id=world.body.pk).head_seq
    assert client.post(reverse("registry:report")).status_code == 409
    assert Chain.objects.get(body_id=world.body.pk).head_seq == before


def test_printing_is_counted_per_address(world: World, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "PRINTS", 2)
    _checked(world, client)
    told = [client.post(reverse("registry:report")).status_code for _ in range(3)]
    assert told == [200, 200, 429]


def test_checking_without_end_is_stopped(world: World, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "CHECKS", 3)
    code = world.get(Certificate, "certificate.sari").code
    told = [client.post(reverse("registry:check"), {"code": code}).status_code for _ in range(4)]
    assert told == [302, 302, 302, 429]


def test_limits_are_per_visitor_behind_a_proxy_and_no_visitor_writes_the_own_address(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "CHECKS", 1)
    code = {"code": world.get(Certificate, "certificate.sari").code}

    def ask(forwarded: str) -> int:
        return client.post(reverse("registry:check"), code, headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask("192.0.2.1"), ask("192.0.2.2")] == [302, 429]
    cache.clear()
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert [ask("192.0.2.1"), ask("192.0.2.2"), ask("203.0.113.9, 192.0.2.1")] == [302, 302, 429]


def test_nobody_fills_the_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "UPLOADS_A_DAY", 0)
    upload = SimpleUploadedFile("foto.png", PNG)
    file, verdict = files.keep_upload(upload, world.body, world.account("sari"))
    assert file is None
    assert [each.code for each in verdict.refusals] == ["file.too_many"]


def test_every_sheet_of_a_case_is_read_by_nobody_of_another_lsp(world: World, visit: Visit) -> None:
    client = visit("tono")
    for sheet in Sheet.objects.filter(body=world.body)[:30]:
        for slug in ("cth", "luar"):
            assert client.get(reverse("documents:sheet", args=[slug, sheet.pk])).status_code == 404


def test_a_body_longer_than_any_form_is_not_read(client: Client, world: World) -> None:
    with override_settings(BODY_LIMIT=1024 * 1024):
        response = client.post(reverse("registry:check"), b"x" * (1024 * 1024 + 1), content_type="text/plain")
    assert response.status_code == 413
    assert "lebih besar dari 1 MB" in response.content.decode()


# ---------------------------------------------------------------- the day of the LSP


def test_days_and_moments_on_a_page_are_those_of_the_lsp(world: World, visit: Visit) -> None:
    """23.30 in Jakarta is 01.30 of the next day in Jayapura."""
    with open_guard("test"):
        Body.objects.filter(pk=world.body.pk).update(time_zone=TimeZone.WIT)
        application = world.get(Application, "application.ayu")
        at = datetime(2026, 11, 2, 16, 30, tzinfo=UTC)
        Application.objects.filter(pk=application.pk).update(submitted_at=at)
    page = visit("ayu").get(reverse("applications:mine", args=["cth", application.pk])).content.decode()
    assert "3 November 2026" in page
    assert "2 November 2026" not in page


def test_rights_begin_on_the_day_of_the_lsp(world: World, visit: Visit) -> None:
    with open_guard("test"):
        Body.objects.filter(pk=world.body.pk).update(time_zone=TimeZone.WIT)
        Appointment.objects.filter(person=world.person("dewi")).update(valid_from=date(2026, 11, 3))
    client = visit("dewi")
    with time_machine.travel(datetime(2026, 11, 2, 14, 30, tzinfo=UTC), tick=False):
        assert client.get(reverse("portal:home", args=["cth"])).status_code == 403
        assert client.get(reverse("portal:start"))["Location"] == reverse("portal:mine", args=["cth"])
    with time_machine.travel(datetime(2026, 11, 2, 15, 30, tzinfo=UTC), tick=False):
        assert client.get(reverse("portal:home", args=["cth"])).status_code == 200
        assert client.get(reverse("portal:start"))["Location"] == reverse("portal:home", args=["cth"])
