"""FR.AK.05 and FR.AK.06 through their doors."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pytest

from jamstac.assessment.actions.reporting import review_process, sign_report
from jamstac.assessment.models import AssessorReport, ProcessReview, ReviewTick
from jamstac.assessment.reporting import report_due, report_rows, reports_due
from jamstac.assessment.states import BY_PRINCIPLE, ReviewAspect
from jamstac.documents.facts import Statement
from jamstac.documents.models import Signature
from jamstac.documents.sheets import content_of
from jamstac.events.models import Event
from jamstac.findings.models import Remark
from jamstac.kernel.workdays import add_workdays
from jamstac.parameters.actions import set_parameter
from tests.refusing import last_entry, refuses
from tests.world.assessments import finish_event
from tests.world.base import AGREED, World

SAID = {
    "aspects": "Positif: alat lengkap. Negatif: satu komputer mati.",
    "refusals": "",
    "improvement": "Sediakan satu komputer cadangan.",
    "note": "",
}
ALL: dict[str, list[str]] = {
    str(aspect): ["validity", "fairness"] if aspect in BY_PRINCIPLE else ["TS", "TRS"] for aspect in ReviewAspect
}


def report(world: World, key: str = "budi", **more: Any) -> AssessorReport:
    return sign_report(world.actor(key), world.get(Event, "event"), **{**SAID, "statement": AGREED, **more})


def review(world: World, key: str = "budi", ticks: Mapping[str, Collection[str]] = ALL, **more: Any) -> ProcessReview:
    said = {"principles": "Siapkan jadwal cadangan.", "dimensions": "", "note": "Berjalan baik.", "statement": AGREED}
    return review_process(world.actor(key), world.get(Event, "event"), ticks=ticks, **{**said, **more})


def test_an_assessor_reports_once_every_case_is_recommended(world: World) -> None:
    finish_event(world)
    signed = report(world)
    assert last_entry(world).event == "report.signed"
    assert signed.sheet is not None
    content = content_of(signed.sheet)
    assert {row["name"]: row["result"] for row in content["rows"]}["Galih Bayangan"] == "BK"
    assert next(row for row in content["rows"] if row["result"] == "BK")["note"]
    assert content["improvements"] == SAID["improvement"]
    assert Signature.objects.get(sheet=signed.sheet).role == "asesor"


def test_what_assessors_say_of_the_process_is_kept_for_quality(world: World) -> None:
    finish_event(world)
    signed = report(world)
    kept = Remark.objects.filter(source_id=signed.pk)
    assert {row.kind: row.text for row in kept} == {
        "aspects": SAID["aspects"],
        "improvement": SAID["improvement"],
    }
    done = review(world)
    assert {row.kind for row in Remark.objects.filter(source_id=done.pk)} == {"principles", "note"}


def test_a_report_waits_for_the_last_case(world: World) -> None:
    with refuses(world, "report.signed", "report.unfinished") as refused:
        report(world)
    assert refused.value.rules == ["ASM-07"]
    assert not AssessorReport.objects.exists()


def test_only_an_assessor_of_the_event_reports_on_it(world: World) -> None:
    finish_event(world)
    with refuses(world, "report.signed", "report.not_assessor") as refused:
        report(world, "rina")
    assert refused.value.rules == ["ASM-07"]


def test_nobody_reports_on_an_event_that_lies_ahead(world: World) -> None:
    with refuses(world, "report.signed", "report.too_early", "report.unfinished"):
        sign_report(world.actor("budi"), world.get(Event, "event.planned"), **SAID, statement=AGREED)


def test_a_report_is_signed_once(world: World) -> None:
    finish_event(world)
    report(world)
    with refuses(world, "report.signed", "report.signed_before") as refused:
        report(world)
    assert refused.value.rules == ["HR-50"]


def test_a_report_is_signed_with_the_password(world: World) -> None:
    finish_event(world)
    with refuses(world, "report.signed", "signature.no_reauthentication"):
        report(world, statement=Statement("Ya.", agreed=True))
    assert not Remark.objects.exists()


def test_the_report_is_due_on_a_working_day_the_lsp_has_set(world: World) -> None:
    event = world.get(Event, "event")
    assert report_due(event) is None
    set_parameter(
        world.actor("wulan"), world.body, key="report_deadline", value="5", reason="Rapat", source_title="SK Direktur"
    )
    assert report_due(event) == add_workdays(event.date, 5)


def test_the_last_days_of_many_events_cost_one_query(world: World, django_assert_num_queries: Any) -> None:
    set_parameter(
        world.actor("wulan"), world.body, key="report_deadline", value="5", reason="Rapat", source_title="SK Direktur"
    )
    body = world.body.pk
    events = list(Event.objects.filter(body=body))
    with django_assert_num_queries(1):
        due = reports_due(body, events)
    assert due == {event.pk: report_due(event) for event in events}
    assert len(due) > 1


def test_the_lead_looks_back_after_every_report(world: World) -> None:
    finish_event(world)
    report(world)
    done = review(world)
    assert last_entry(world).event == "process.reviewed"
    assert ReviewTick.objects.filter(review=done).count() == 2 * len(ReviewAspect)
    assert done.sheet is not None
    content = content_of(done.sheet)
    assert content["principles"]["plan"] == ["validity", "fairness"]
    assert content["signatures"]["lead"]["number"].startswith("MET.")


def test_a_review_waits_for_the_reports(world: World) -> None:
    finish_event(world)
    with refuses(world, "process.reviewed", "review.reports_missing") as refused:
        review(world)
    assert refused.value.rules == ["ASM-03"]


def test_an_assessor_who_is_not_of_the_event_does_not_review_it(world: World) -> None:
    finish_event(world)
    report(world)
    with refuses(world, "process.reviewed", "review.not_lead"):
        review(world, "rina")


@pytest.mark.parametrize("row", [ReviewAspect.PLAN, ReviewAspect.EVIDENCE])
def test_a_review_ticks_every_row_with_boxes_the_form_has(world: World, row: str) -> None:
    finish_event(world)
    report(world)
    with refuses(world, "process.reviewed", "review.open") as refused:
        review(world, ticks={**ALL, str(row): ["lucu"]})
    assert refused.value.rules == ["ASM-03"]
    assert not ProcessReview.objects.exists()


def test_a_process_is_reviewed_once(world: World) -> None:
    finish_event(world)
    report(world)
    review(world)
    with refuses(world, "process.reviewed", "review.signed_before") as refused:
        review(world)
    assert refused.value.rules == ["HR-50"]


def test_the_report_names_every_candidate_of_the_assessor(world: World) -> None:
    rows = report_rows(world.get(Event, "event"), world.person("budi").pk)
    assert [row.name for row in rows][:2] == ["Sari Contoh", "Galih Bayangan"]
    assert {row.name: row.result for row in rows}["Intan Semisal"] == ""
