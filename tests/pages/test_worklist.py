"""What waits on whose worklist: around applicants, and around a day of assessment."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.applications import drafts
from jamstac.applications.models import ApplicationDraft
from jamstac.events.models import Event
from jamstac.portal import day_tasks
from tests.actions.test_applicants import SIXTEEN, papered, send
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
    assert "Periksa surat wali Lestari Misalkan" in told(visit, "dewi")


def test_a_scanned_sheet_waits_for_somebody_else(world: World, visit: Any) -> None:
    enter(world, "dewi")
    assert "Sahkan lembar kertas FR.IA.01" in told(visit, "maya")
    assert "Sahkan lembar kertas" not in told(visit, "dewi")


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
