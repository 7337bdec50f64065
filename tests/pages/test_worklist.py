"""What waits on whose worklist: around applicants, and around a day of assessment."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from jamstac.applications import drafts
from jamstac.applications.models import ApplicationDraft
from jamstac.events.models import Event
from jamstac.people.states import Function
from jamstac.portal import day_tasks
from jamstac.portal.worklist import Desk
from jamstac.venues.actions import enter_venue
from jamstac.venues.states import VenueKind
from tests.actions.test_appeals import appeal
from tests.actions.test_applicants import SIXTEEN, papered, send
from tests.actions.test_certification import also
from tests.actions.test_day import cheating
from tests.actions.test_paper_sheets import enter
from tests.actions.test_reporting import report, review
from tests.world.assessments import finish_event
from tests.world.base import World

HOME = "/lsp/cth/"


def told(visit: Any, key: str) -> str:
    """The page with the worklist of `key`."""
    answer: str = visit(key).get(HOME).content.decode()
    return answer


def test_a_special_need_waits_for_the_certification_manager(world: World, visit: Any) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_needs(working, {4: "Waktu lebih panjang"}, consent=True)
    assert "Putuskan kebutuhan khusus" not in told(visit, "maya")
    send(world, world.get(ApplicationDraft, "draft.lestari"))
    assert "Putuskan kebutuhan khusus Lestari Misalkan" in told(visit, "maya")
    assert "Putuskan kebutuhan khusus" not in told(visit, "dewi")


def test_the_letter_of_a_guardian_waits_for_the_admin(world: World, visit: Any) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    ApplicationDraft.objects.filter(pk=draft.pk).update(birth_date=SIXTEEN)
    papered(world, world.get(ApplicationDraft, "draft.lestari"))
    page = told(visit, "dewi")
    assert "Periksa surat wali Lestari Misalkan" in page
    link = f"{HOME}permohonan/wali/{draft.pk}/"
    assert link in page
    answer = visit("dewi").get(link)
    assert answer.status_code == 200
    assert "Lestari Misalkan" in answer.content.decode()


def test_the_letters_of_guardians_are_reached_from_the_applications(world: World, visit: Any) -> None:
    assert f"{HOME}permohonan/wali/" in visit("dewi").get(f"{HOME}permohonan/").content.decode()
    assert f"{HOME}permohonan/wali/" not in visit("maya").get(f"{HOME}permohonan/").content.decode()


def test_a_scanned_sheet_waits_for_somebody_else(world: World, visit: Any) -> None:
    enter(world, "dewi")
    assert "Sahkan lembar kertas FR.IA.01" in told(visit, "maya")
    assert "Sahkan lembar kertas" not in told(visit, "dewi")
    assert "Sahkan lembar kertas FR.IA.01" in told(visit, "wulan")


def test_a_scanned_sheet_waits_for_the_assessor_of_the_case_only(world: World, visit: Any) -> None:
    enter(world, "dewi")
    assert "Sahkan lembar kertas FR.IA.01" in told(visit, "budi")
    assert "Sahkan lembar kertas" not in told(visit, "rina")


def test_a_scanned_sheet_waits_once_for_who_holds_two_functions(world: World, visit: Any) -> None:
    enter(world, "dewi")
    also(world, "budi", Function.ADMIN)
    assert told(visit, "budi").count("Sahkan lembar kertas FR.IA.01") == 1


def test_an_appeal_waits_for_the_manajer_mutu(world: World, visit: Any) -> None:
    assert "Tangani banding" not in told(visit, "wulan")
    appeal(world, "galih")
    page = told(visit, "wulan")
    assert f"Tangani banding {world.person('galih').name}" in page
    assert f'href="{HOME}banding/"' in page
    assert "Tangani banding" not in told(visit, "budi")


def test_only_a_tuk_mandiri_waits_to_be_verified_outside_an_event(world: World, visit: Any) -> None:
    for kind in VenueKind:
        enter_venue(
            world.actor("dewi"), world.body, code=f"B-{kind}", name=f"Balai {kind}", kind=kind, address="Jalan Umpama 3"
        )
    page = told(visit, "lila")
    assert "Verifikasi Balai Mandiri" in page
    assert "Balai Sewaktu" not in page
    assert "Balai Tempat Kerja" not in page


def test_an_assessor_writes_the_report_when_the_cases_are_done_and_then_reviews_the_process(
    world: World, visit: Any
) -> None:
    assert "Tulis laporan FR.AK.05" not in told(visit, "budi")
    finish_event(world)
    assert "Tulis laporan FR.AK.05" in told(visit, "budi")
    assert "Tinjau proses FR.AK.06" not in told(visit, "budi")
    report(world)
    page = told(visit, "budi")
    assert "Tulis laporan FR.AK.05" not in page
    assert "Tinjau proses FR.AK.06" in page
    review(world)
    assert "Tinjau proses FR.AK.06" not in told(visit, "budi")


def test_open_incidents_wait_for_mutu_and_cost_one_query(world: World, django_assert_num_queries: Any) -> None:
    cheating(world, "sari")
    cheating(world, "sari", "galih")
    now = timezone.now()
    desk = Desk(world.actor("wulan"), world.body, now, now.astimezone(world.body.zone).date())
    with django_assert_num_queries(1):
        tasks = day_tasks.incidents_to_close(desk)
    assert [task.detail.rpartition(", ")[2] for task in tasks[-2:]] == ["1 asesi ditahan", "2 asesi ditahan"]


def test_the_cases_of_a_class_are_one_line(world: World, visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Budi goes on with one case and begins another, each on its line; where that is several, one line for all."""
    page = told(visit, "budi")
    assert "Mulai asesmen Made Pengandaian" in page
    assert "Lanjutkan asesmen Intan Semisal" in page
    monkeypatch.setattr(day_tasks, "SEVERAL", 1)
    page = told(visit, "budi")
    number = world.get(Event, "event").number
    assert f"Mulai asesmen jadwal {number}" in page
    assert f"Lanjutkan asesmen jadwal {number}" in page
    assert "Made Pengandaian" not in page
