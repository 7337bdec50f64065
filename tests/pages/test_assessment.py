from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.assessment.actions import acknowledge, check_identity, propose_agreement, review_self_assessment
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment, Evidence, JudgementDraft
from jamstac.assessment.states import AssessmentState
from jamstac.certification.actions import issue_certificate, sign_decree
from jamstac.certification.models import Decision, Meeting
from jamstac.documents.models import Sheet
from jamstac.documents.states import SheetCode
from jamstac.ledger.models import Entry
from tests.cast import PASSWORD
from tests.world.applications import pdf
from tests.world.assessments import (
    READ,
    arrived,
    assessment_of,
    criteria,
    judge_all,
    opened,
    plan,
    proposed,
    recommended,
    signed,
)
from tests.world.base import AGREED, World
from tests.world.certificates import attended, closed, decided, tabled

Visit = Callable[[str], Client]
HTMX: dict[str, Any] = {"headers": {"HX-Request": "true"}}
SIGNING = {"agree": "on", "password": PASSWORD}


def url(name: str, *args: object, lsp: str = "cth") -> str:
    return reverse(f"assessment:{name}", args=[lsp, *args])


def of(world: World, key: str) -> UUID:
    return world.ids[f"assessment.{key}"]


def draft(world: World, criterion: UUID, key: str = "intan") -> JudgementDraft | None:
    return JudgementDraft.objects.filter(assessment_id=of(world, key), criterion_id=criterion).first()


# ---------------------------------------------------------------- the assessor's day


def test_an_assessor_sees_today_what_comes_and_what_is_done(world: World, visit: Visit) -> None:
    page = visit("budi").get(url("mine")).content.decode()
    for words in ("Made Pengandaian", "Catat hadir", "Menunggu surat tugas", "Sudah direkomendasikan", "Sari Contoh"):
        assert words in page
    assert "Selesai bagi Anda" in page, "sari has been certified"
    assert "Menunggu pleno" not in page


def test_an_assessor_without_tasks_is_told_where_they_come_from(world: World, visit: Visit) -> None:
    assert "Belum ada tugas" in visit("rina").get(url("mine")).content.decode()


def test_the_list_of_tasks_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("budi")
    with django_assert_max_num_queries(20):
        client.get(url("mine"))


def test_what_was_not_opened_on_its_day_is_marked(world: World, visit: Visit) -> None:
    with time_machine.travel(timezone.now() + timedelta(hours=30), tick=False):
        page = visit("budi").get(url("mine")).content.decode()
    assert "Tidak dibuka pada harinya" in page


def test_the_file_of_a_case_says_where_it_stands_and_whose_turn_it_is(world: World, visit: Visit) -> None:
    def shows(*words: str) -> None:
        page = visit("maya").get(url("file", of(world, "intan"))).content.decode()
        for each in words:
            assert each in page, each

    shows("Sedang dinilai", world.person("budi").name)
    recommended(world, "intan")
    shows("Menunggu tanda tangan asesi", "Membaca hasilnya")
    acknowledge(world.me("intan"), assessment_of(world, "intan"), statement=READ)
    shows("Menunggu pleno", "Manajer sertifikasi", "Mengajukan berkasnya")
    meeting = attended(world)
    decision = decided(world, "intan", meeting=meeting)
    shows("Kompeten, menunggu SK", "Ketua pleno")
    closed(world, meeting)
    shows("Kompeten, menunggu SK", "Menandatangani SK penetapan pleno")
    sign_decree(world.actor("surya"), Meeting.objects.get(pk=meeting.pk), statement=AGREED)
    shows("Kompeten, menunggu sertifikat", "Direktur")
    certificate = issue_certificate(world.actor("surya"), Decision.objects.get(pk=decision.pk), statement=AGREED)
    shows("Bersertifikat", certificate.number, "Tidak ada yang ditunggu")


def test_what_stands_on_a_table_or_is_held_is_not_waiting_for_one(world: World, visit: Visit) -> None:
    signed(world, "intan")
    tabled(world, "intan", attended(world))
    page = visit("maya").get(url("file", of(world, "intan"))).content.decode()
    assert "Di meja pleno" in page
    assert "Menunggu pleno" not in page
    assert "Belum Kompeten" in visit("maya").get(url("file", of(world, "galih"))).content.decode()


def test_neither_the_asesi_nor_the_asesor_reads_of_a_decision_that_was_not_told(world: World, visit: Visit) -> None:
    signed(world, "intan")
    decided(world, "intan", meeting=attended(world))
    own = visit("intan").get(url("self", of(world, "intan"))).content.decode()
    assert "Menunggu keputusan" in own
    assert "menunggu SK" not in own
    page = visit("budi").get(url("assessment", of(world, "intan"))).content.decode()
    assert "Selesai bagi Anda" in page
    assert "Menunggu pleno" not in page


def test_opening_twice_is_opening_once(world: World, visit: Visit) -> None:
    client, address = visit("budi"), url("open", world.ids["candidate.made"])
    arrived(world, "made")
    assert client.get(address).status_code == 302
    first, second = client.post(address), client.post(address)
    assert first["Location"] == second["Location"] == url("assessment", assessment_of(world, "made").pk)
    assert Assessment.objects.filter(application_id=world.ids["application.made"]).count() == 1


def test_opening_for_somebody_else_is_refused_and_written_down(world: World, visit: Visit) -> None:
    answer = visit("rina").post(url("open", world.ids["candidate.made"]))
    assert answer.status_code == 409
    assert "HR-21" in answer.content.decode()
    assert Entry.objects.filter(event="assessment.opened.refused").exists()


def test_a_colleague_reads_why_a_case_is_not_theirs(world: World, visit: Visit) -> None:
    client = visit("rina")
    for name in ("assessment", "grid", "recommendation", "evidence_add"):
        answer = client.get(url(name, of(world, "intan")))
        assert answer.status_code == 403
        assert "Surat tugas menugaskan asesor lain" in answer.content.decode()


def test_an_admin_has_no_assessor_pages(world: World, visit: Visit) -> None:
    client = visit("dewi")
    assert client.get(url("mine")).status_code == 403
    assert client.get(url("grid", of(world, "intan"))).status_code == 403


def test_another_lsp_has_no_assessment_here(world: World, visit: Visit) -> None:
    client = visit("tono")
    assert client.get(url("assessment", of(world, "intan"))).status_code == 404
    assert client.get(url("file", of(world, "intan"), lsp="luar")).status_code == 404


def test_the_steps_lead_from_review_to_agreement(world: World, visit: Visit) -> None:
    assessment = opened(world, "made")
    client = visit("budi")
    page = client.get(url("assessment", assessment.pk)).content.decode()
    assert "Tandatangani tinjauan" in page
    assert "FR.APL.02 belum ditinjau" in page
    signed = {"can_continue": "ya", "note": "", **SIGNING}
    assert client.post(url("review", assessment.pk), {"note": "x", **SIGNING}).status_code == 400
    assert client.post(url("review", assessment.pk), signed | {"password": "salah"}).status_code == 409
    assert client.post(url("review", assessment.pk), signed).status_code == 302
    assert client.post(url("review", assessment.pk), signed).status_code == 302
    assert Sheet.objects.filter(subject_id=world.ids["application.made"], code=SheetCode.APL02).count() == 2
    assert client.post(url("identity", assessment.pk), {"document": ""}).status_code == 409
    assert client.post(url("identity", assessment.pk), {"document": "KTP"}).status_code == 302
    kinds = {"evidence_kinds": ["observasi"]}
    assert "FR.AK.07 belum Anda tandatangani" in client.get(url("assessment", assessment.pk)).content.decode()
    plan(world, assessment)
    assert client.post(url("agreement", assessment.pk), SIGNING).status_code == 409
    assert client.post(url("agreement", assessment.pk), kinds | SIGNING).status_code == 302
    assert client.post(url("agreement", assessment.pk), kinds | SIGNING).status_code == 302
    assert Sheet.objects.filter(subject_id=assessment.pk, code=SheetCode.AK01).count() == 1
    assert "Menunggu asesi" in client.get(url("assessment", assessment.pk)).content.decode()
    assert client.get(url("review", assessment.pk)).status_code == 302


def test_a_negative_review_is_shown_and_can_be_made_again(world: World, visit: Visit) -> None:
    assessment = opened(world, "made")
    client = visit("budi")
    client.post(url("review", assessment.pk), {"can_continue": "tidak", "note": "Kosong", **SIGNING})
    page = client.get(url("assessment", assessment.pk)).content.decode()
    assert "Anda menyatakan tidak dapat dilanjutkan" in page
    assert "Tandatangani tinjauan" in page


@pytest.mark.parametrize(("key", "words"), [("intan", "Lanjut: FR.IA.02"), ("sari", "Asesmen selesai")])
def test_the_case_says_what_comes_next(world: World, visit: Visit, key: str, words: str) -> None:
    assert words in visit("budi").get(url("assessment", of(world, key))).content.decode()


def test_a_judged_case_leads_to_the_recommendation(world: World, visit: Visit) -> None:
    judge_all(world, "intan")
    assert "Tulis rekomendasi" in visit("budi").get(url("assessment", of(world, "intan"))).content.decode()
    recommended_case = recommended_again(world)
    page = visit("budi").get(url("assessment", recommended_case.pk)).content.decode()
    assert "Asesi menandatangani hasil" in page


def recommended_again(world: World) -> Assessment:
    """`intan`, whose grid is judged already, recommended on the page's door."""
    client = Client()
    client.force_login(world.account("budi"), backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post(url("recommendation", of(world, "intan")), confirmation(world) | SIGNING)
    return assessment_of(world, "intan")


def confirmation(world: World, key: str = "intan", **changes: str) -> dict[str, str]:
    """What the recommendation page posts: the results as computed."""
    grid = grid_of(assessment_of(world, key))
    typed = {f"hasil-{unit.unit.pk}": str(unit.result) for unit in grid.units}
    return {**typed, "hasil": str(grid.result), "feedback": "Baik.", "follow_up": "", "comment": "", **changes}


# ---------------------------------------------------------------- the grid


def test_the_grid_is_shut_and_shows_no_criterion_before_fr_ak_01(world: World, visit: Visit) -> None:
    assessment = proposed(world, "made")
    page = visit("budi").get(url("grid", assessment.pk)).content.decode()
    assert "HR-34" in page
    assert "FR.AK.01 belum ditandatangani asesor dan asesi" in page
    assert not any(row.text in page for row in criteria(world, "made"))


def test_the_grid_shows_every_criterion_of_the_scheme(world: World, visit: Visit) -> None:
    page = visit("budi").get(url("grid", of(world, "intan"))).content.decode()
    assert page.count('name="kriteria"') == 50
    assert "0 dari 50 KUK dinilai" in page


def test_the_grid_takes_the_same_queries_however_many_criteria(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("budi")
    with django_assert_max_num_queries(32):
        client.get(url("grid", of(world, "intan")))


def test_fifty_criteria_take_at_most_seventy_taps(world: World, visit: Visit) -> None:
    """Counted on the pages as they are: each KUK one tap on Ya (50), each unit but the open one one tap to open
    it (5), then one bukti for all of them: its page, title, method, "Semua KUK", four VATM, save (9). That is 64
    with every KUK judged by itself. "Semua Ya" makes it one tap a unit, which leaves room for more bukti."""
    client = visit("budi")
    page = client.get(url("grid", of(world, "intan"))).content.decode()
    new = client.get(url("evidence_add", of(world, "intan"))).content.decode()
    judging = page.count('name="nilai"') // 2
    opening = page.count('<details class="unit"') - page.count('<details class="unit" open')
    vatm = len(re.findall(r'name="vatm-\w+"', new))
    assert 'name="semua"' in new
    evidence = len(("page", "title", "method", "all", "save")) + vatm
    assert (judging, opening, evidence) == (50, 5, 9)
    assert judging + opening + evidence <= 70
    filling = page.count('name="unit"')
    assert filling + opening + 3 * evidence <= 70


def test_a_tap_is_saved_and_answered_shortly(world: World, visit: Visit) -> None:
    criterion = criteria(world, "intan")[0]
    answer = visit("budi").post(
        url("mark", of(world, "intan")),
        {"kriteria": criterion.pk, "nilai": "ya", "catatan": "", "saved_at": timezone.now().isoformat()},
        **HTMX,
    )
    assert answer.status_code == 200
    assert "1 dari 50 KUK dinilai" in answer.content.decode()
    assert len(answer.content) < 1500
    row = draft(world, criterion.pk)
    assert row is not None
    assert row.met is True


def test_a_late_tap_from_the_queue_changes_nothing_newer(world: World, visit: Visit) -> None:
    criterion, client, now = criteria(world, "intan")[0], visit("budi"), timezone.now()
    typed = {"kriteria": str(criterion.pk)}
    for value, at in (("tidak", now), ("ya", now - timedelta(minutes=5)), ("tidak", now)):
        sent = typed | {"nilai": value, "saved_at": at.isoformat()}
        assert client.post(url("mark", of(world, "intan")), sent, **HTMX).status_code == 200
    row = draft(world, criterion.pk)
    assert row is not None
    assert row.met is False


def test_the_grid_works_without_script(world: World, visit: Visit) -> None:
    criterion = criteria(world, "intan")[0]
    client = visit("budi")
    answer = client.post(
        url("mark", of(world, "intan")),
        {"kriteria": criterion.pk, "nilai": "tidak", "catatan": "Belum runtut", "lanjut": "confirmed"},
    )
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?unit={criterion.element.unit_id}#k-{criterion.pk}")
    row = draft(world, criterion.pk)
    assert row is not None
    assert (row.met, row.note, row.follow_up) == (False, "Belum runtut", "confirmed")
    filled = client.post(url("fill", of(world, "intan")), {"unit": criterion.element.unit_id})
    assert filled["Location"].endswith(f"#u-{criterion.element.unit_id}")
    assert "10 dari 50 KUK dinilai" in client.get(filled["Location"].split("#")[0]).content.decode()
    assert client.get(url("mark", of(world, "intan"))).status_code == 302


def test_all_yes_of_a_unit_and_of_an_element(world: World, visit: Visit) -> None:
    criterion, client = criteria(world, "intan")[0], visit("budi")
    answer = client.post(url("fill", of(world, "intan")), {"elemen": criterion.element_id}, **HTMX)
    page = answer.content.decode()
    assert JudgementDraft.objects.filter(assessment_id=of(world, "intan"), met=True).count() == 4
    assert f'id="u-{criterion.element.unit_id}"' in page
    assert "4 dari 50 KUK dinilai" in page
    client.post(url("fill", of(world, "intan")), {"unit": criterion.element.unit_id}, **HTMX)
    assert JudgementDraft.objects.filter(assessment_id=of(world, "intan"), met=True).count() == 10


@pytest.mark.parametrize("forged", ["standard", "bukan-id", ""])
def test_a_criterion_of_another_scheme_is_not_there(world: World, visit: Visit, forged: str) -> None:
    client = visit("budi")
    text = str(world.ids.get(forged, forged))
    for name, key in (("mark", "kriteria"), ("fill", "unit"), ("fill", "elemen")):
        assert client.post(url(name, of(world, "intan")), {key: text, "nilai": "ya"}, **HTMX).status_code == 404
    assert not JudgementDraft.objects.filter(assessment_id=of(world, "intan")).exists()


def test_a_colleague_ticks_nothing(world: World, visit: Visit) -> None:
    criterion = criteria(world, "intan")[0]
    answer = visit("rina").post(url("mark", of(world, "intan")), {"kriteria": criterion.pk, "nilai": "ya"}, **HTMX)
    assert answer.status_code == 403
    assert draft(world, criterion.pk) is None


def test_a_signed_grid_is_only_read(world: World, visit: Visit) -> None:
    criterion, client = criteria(world, "galih")[0], visit("budi")
    sent = {"kriteria": criterion.pk, "nilai": "tidak"}
    answer = client.post(url("mark", of(world, "galih")), sent, **HTMX)
    assert answer.status_code == 409
    assert answer.json()["reasons"][0]["rule"] == "HR-50"
    assert client.post(url("fill", of(world, "galih")), {"unit": criterion.element.unit_id}).status_code == 409
    row = draft(world, criterion.pk, "galih")
    assert row is not None
    assert row.met is True
    page = client.get(url("grid", of(world, "galih"))).content.decode()
    assert "Sudah ditandatangani" in page
    assert "Dipastikan belum tercapai." in page
    assert 'name="nilai"' not in page


# ---------------------------------------------------------------- evidence


def new_evidence(**changes: Any) -> dict[str, Any]:
    return {"title": "Pengamatan", "method": "observasi", "note": "", **changes}


def test_a_bukti_with_its_criteria_and_vatm_is_saved_at_once(world: World, visit: Visit) -> None:
    client = visit("budi")
    photo = SimpleUploadedFile("foto.pdf", pdf("foto"))
    marks = {f"vatm-{name}": "on" for name in ("valid", "authentic", "current", "sufficient")}
    typed = new_evidence(semua="1", berkas=photo, **marks)
    assert client.post(url("evidence_add", of(world, "intan")), typed).status_code == 302
    item = Evidence.objects.get(assessment_id=of(world, "intan"))
    assert (item.criteria.count(), item.sufficient) == (50, True)
    assert item.file is not None
    page = client.get(url("grid", of(world, "intan"))).content.decode()
    assert "VATM terpenuhi" in page
    assert "Observasi demonstrasi, 50 KUK" in page


def test_criteria_are_chosen_by_unit_element_and_one_by_one(world: World, visit: Visit) -> None:
    rows = criteria(world, "intan")
    typed = new_evidence(unit=[str(rows[0].element.unit_id)], elemen=[str(rows[-1].element_id)], kuk=[str(rows[20].pk)])
    visit("budi").post(url("evidence_add", of(world, "intan")), typed)
    item = Evidence.objects.get(assessment_id=of(world, "intan"))
    last = sum(row.element_id == rows[-1].element_id for row in rows)
    assert item.criteria.count() == 10 + last + 1
    assert item.valid is None


def test_a_double_click_adds_one_bukti(world: World, visit: Visit) -> None:
    client = visit("budi")
    for _ in range(2):
        assert client.post(url("evidence_add", of(world, "intan")), new_evidence(semua="1")).status_code == 302
    assert Evidence.objects.filter(assessment_id=of(world, "intan")).count() == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "Berkas kosong"),
        (b"MZ\x90program", "bukan PDF, JPG, PNG, MP4"),
        (b"%PDF-1.4 rusak", "rusak atau terpotong"),
    ],
)
def test_a_bad_file_is_told_and_nothing_typed_is_lost(world: World, visit: Visit, content: bytes, code: str) -> None:
    typed = new_evidence(title="Foto rak server", semua="1", berkas=SimpleUploadedFile("foto.jpg", content))
    answer = visit("budi").post(url("evidence_add", of(world, "intan")), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert code in page
    assert "Foto rak server" in page
    assert not Evidence.objects.filter(assessment_id=of(world, "intan")).exists()


def test_a_bukti_needs_a_title_and_a_method(world: World, visit: Visit) -> None:
    client = visit("budi")
    answer = client.post(url("evidence_add", of(world, "intan")), {"title": "", "method": "gosip"})
    assert answer.status_code == 400
    assert not Evidence.objects.filter(assessment_id=of(world, "intan")).exists()


def test_a_forged_criterion_makes_no_bukti(world: World, visit: Visit) -> None:
    client = visit("budi")
    for key in ("unit", "elemen", "kuk"):
        typed = new_evidence(**{key: [str(world.ids["standard"])]})
        assert client.post(url("evidence_add", of(world, "intan")), typed).status_code == 404
    assert not Evidence.objects.filter(assessment_id=of(world, "intan")).exists()


def test_vatm_criteria_and_use_of_a_bukti_change_on_its_page(world: World, visit: Visit) -> None:
    client = visit("budi")
    client.post(url("evidence_add", of(world, "intan")), new_evidence(semua="1"))
    item = Evidence.objects.get(assessment_id=of(world, "intan"))
    at = (of(world, "intan"), item.pk)
    assert "VATM belum dinilai" in client.get(url("evidence", *at)).content.decode()
    client.post(url("evidence_marks", *at), {"vatm-valid": "on", "vatm-current": "on"})
    item.refresh_from_db()
    assert (item.valid, item.authentic, item.current, item.sufficient) == (True, False, True, False)
    assert "VATM tidak terpenuhi" in client.get(url("evidence", *at)).content.decode()
    client.post(url("evidence_links", *at), {"kuk": [str(criteria(world, "intan")[0].pk)]})
    assert item.criteria.count() == 1
    client.post(url("evidence_remove", *at))
    client.post(url("evidence_remove", *at))
    item.refresh_from_db()
    assert item.removed
    assert Entry.objects.filter(event="evidence.removed", subject_id=item.pk).count() == 1
    assert client.get(url("evidence", *at)).status_code == 404


def test_a_bukti_of_another_assessment_is_not_there(world: World, visit: Visit) -> None:
    other = Evidence.objects.filter(assessment_id=of(world, "sari"))[0]
    client = visit("budi")
    assert client.get(url("evidence", of(world, "intan"), other.pk)).status_code == 404
    for name in ("evidence_marks", "evidence_links", "evidence_remove"):
        assert client.post(url(name, of(world, "intan"), other.pk)).status_code == 404
        assert client.post(url(name, of(world, "intan"), uuid4())).status_code == 404


def test_a_signed_case_takes_no_bukti(world: World, visit: Visit) -> None:
    client = visit("budi")
    assert client.post(url("evidence_add", of(world, "sari")), new_evidence(semua="1")).status_code == 409
    assert "HR-50" in client.get(url("evidence_add", of(world, "sari"))).content.decode()
    other = Evidence.objects.filter(assessment_id=of(world, "sari"))[0]
    assert "HR-50" in client.get(url("evidence", of(world, "sari"), other.pk)).content.decode()


def test_a_colleague_adds_no_bukti_and_it_is_written_down(world: World, visit: Visit) -> None:
    answer = visit("rina").post(url("evidence_add", of(world, "intan")), new_evidence(semua="1"))
    assert answer.status_code == 409
    assert Entry.objects.filter(event="evidence.added.refused").exists()


# ---------------------------------------------------------------- recommendation


def test_the_recommendation_page_says_what_is_missing(world: World, visit: Visit) -> None:
    page = visit("budi").get(url("recommendation", of(world, "intan"))).content.decode()
    assert "50 dari 50 KUK belum dinilai" in page
    assert "50 KUK belum mempunyai bukti" in page
    assert "HR-35" in page


def test_the_recommendation_is_shut_before_fr_ak_01(world: World, visit: Visit) -> None:
    assessment = opened(world, "made")
    assert "HR-34" in visit("budi").get(url("recommendation", assessment.pk)).content.decode()


def test_a_recommendation_is_signed_on_the_page_once(world: World, visit: Visit) -> None:
    judge_all(world, "intan")
    client, address = visit("budi"), url("recommendation", of(world, "intan"))
    wrong = client.post(address, confirmation(world, feedback="Teliti.") | SIGNING | {"password": "salah"})
    assert wrong.status_code == 409
    assert "Teliti." in wrong.content.decode()
    typed = confirmation(world) | SIGNING
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed).status_code == 302
    assert Sheet.objects.filter(subject_id=of(world, "intan"), code=SheetCode.AK02).count() == 1
    assert "Baik." in client.get(address).content.decode()


def test_a_second_tab_with_another_text_is_told_that_it_is_signed(world: World, visit: Visit) -> None:
    judge_all(world, "intan")
    client, address = visit("budi"), url("recommendation", of(world, "intan"))
    client.post(address, confirmation(world) | SIGNING)
    answer = client.post(address, confirmation(world, feedback="Berubah pikiran.") | SIGNING)
    assert answer.status_code == 409
    assert "HR-50" in answer.content.decode()
    assert assessment_of(world, "intan").feedback == "Baik."


def test_a_forged_result_is_refused(world: World, visit: Visit) -> None:
    judge_all(world, "intan", except_criteria=[criteria(world, "intan")[-1].pk])
    client, address = visit("budi"), url("recommendation", of(world, "intan"))
    answer = client.post(address, confirmation(world, hasil="K") | SIGNING)
    assert answer.status_code == 409
    assert "HR-36" in answer.content.decode()
    assert client.post(address, {"feedback": "Baik.", **SIGNING}).status_code == 409
    assert client.post(address, confirmation(world) | {"hasil-bukan-id": "K"} | SIGNING).status_code == 404
    assert assessment_of(world, "intan").state == AssessmentState.AGREED


def test_a_colleague_recommends_nothing(world: World, visit: Visit) -> None:
    judge_all(world, "intan")
    answer = visit("rina").post(url("recommendation", of(world, "intan")), confirmation(world) | SIGNING)
    assert answer.status_code == 409
    assert "HR-21" in answer.content.decode()


# ---------------------------------------------------------------- the candidate


def test_the_candidate_reads_and_agrees_to_fr_ak_01(world: World, visit: Visit) -> None:
    assessment = opened(world, "made")
    assert "Asesor menyiapkan FR.AK.01" in visit("made").get(url("self", assessment.pk)).content.decode()
    actor = world.actor("budi")
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    check_identity(actor, assessment, document="KTP")
    plan(world, assessment)
    propose_agreement(actor, assessment, evidence_kinds=["observasi"], statement=AGREED)
    client = visit("made")
    page = client.get(url("self", assessment.pk)).content.decode()
    assert "Hasil Observasi Langsung" in page
    assert "hak dan prosedur banding" in page
    assert client.post(url("self_agree", assessment.pk), {}).status_code == 409
    assert client.post(url("self_agree", assessment.pk), {"agree": "on"}).status_code == 302
    assert client.post(url("self_agree", assessment.pk), {"agree": "on"}).status_code == 302
    assert client.get(url("self_agree", assessment.pk)).status_code == 302
    assert assessment_of(world, "made").state == AssessmentState.AGREED
    assert "Asesmen berlangsung" in client.get(url("self", assessment.pk)).content.decode()


def test_the_candidate_reads_and_signs_the_result(world: World, visit: Visit) -> None:
    recommended(world, "intan", except_criteria=[criteria(world, "intan")[-1].pk])
    client = visit("intan")
    page = client.get(url("self", of(world, "intan"))).content.decode()
    assert "Belum Kompeten" in page
    assert "Bekerja runtut dan teliti." in page
    assert "bukan melepas hak banding" in page
    assert client.post(url("self_acknowledge", of(world, "intan")), {}).status_code == 409
    for _ in range(2):
        answer = client.post(url("self_acknowledge", of(world, "intan")), {"agree": "on"})
        assert answer.status_code == 302
    assert "Bagian Anda selesai" in client.get(url("self", of(world, "intan"))).content.decode()


def test_a_candidate_agrees_to_nothing_that_is_not_there_yet(world: World, visit: Visit) -> None:
    assessment = opened(world, "made")
    answer = visit("made").post(url("self_agree", assessment.pk), {"agree": "on"})
    assert answer.status_code == 409
    assert "Asesor menyiapkan FR.AK.01" in answer.content.decode()
    assert assessment_of(world, "made").state == AssessmentState.OPENED


def test_a_candidate_sees_no_other_candidate(world: World, visit: Visit) -> None:
    client = visit("sari")
    for name in ("self", "self_agree", "self_acknowledge"):
        assert client.get(url(name, of(world, "galih"))).status_code == 404
        assert client.post(url(name, of(world, "galih")), {"agree": "on"}).status_code == 404
    assert "Galih" not in client.get(url("self", of(world, "sari"))).content.decode()


def test_the_candidate_sees_no_criteria_before_the_result(world: World, visit: Visit) -> None:
    page = visit("intan").get(url("self", of(world, "intan"))).content.decode()
    assert not any(row.text in page for row in criteria(world, "intan"))


# ---------------------------------------------------------------- the file for staff


@pytest.mark.parametrize("key", ["maya", "wulan", "hendra", "surya", "dewi", "agus"])
def test_staff_read_the_case_file(world: World, visit: Visit, key: str) -> None:
    page = visit(key).get(url("file", of(world, "galih"))).content.decode()
    assert "Galih Bayangan" in page
    assert "FR.AK.02" in page
    assert "MET.000.000101 2025" in page


def test_a_case_without_results_says_so(world: World, visit: Visit) -> None:
    assert "Belum ada hasil" in visit("maya").get(url("file", of(world, "intan"))).content.decode()


def test_the_case_file_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("maya")
    with django_assert_max_num_queries(26):
        client.get(url("file", of(world, "galih")))


def test_a_verifier_and_an_assessor_read_no_case_file(world: World, visit: Visit) -> None:
    for key in ("lila", "budi"):
        assert visit(key).get(url("file", of(world, "galih"))).status_code == 403
