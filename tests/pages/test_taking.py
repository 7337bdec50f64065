"""Pages of the plan, the instruments, the portfolio, the third party and the group grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet
from jamstac.assessment.models import AnswerDraft, JudgementDraft, PlannedInstrument, Taking, ThirdParty
from jamstac.assessment.states import TakingState
from jamstac.assessment.takings import items_of
from jamstac.documents.states import SheetCode
from tests.actions.test_taking import agreed_with, reviewed
from tests.cast import PASSWORD
from tests.world.assessments import assessment_of, criteria, mark, open_and_agree, proposed, taking
from tests.world.base import World, today
from tests.world.papers import scan

Visit = Callable[[str], Client]
HTMX: dict[str, Any] = {"headers": {"HX-Request": "true"}}
SIGNING = {"agree": "on", "password": PASSWORD}


def url(name: str, *args: object) -> str:
    return reverse(f"assessment:{name}", args=["cth", *args])


def of(world: World, key: str = "intan") -> UUID:
    return world.ids[f"assessment.{key}"]


def test_the_plan_starts_with_the_potensi(world: World, visit: Visit) -> None:
    assessment, client = reviewed(world), visit("budi")
    page = client.get(url("plan", assessment.pk)).content.decode()
    assert "Pilih potensi 3" in page
    page = client.get(url("plan", assessment.pk), {"potensi": "1"}).content.decode()
    for words in ("Tugas Praktik Demonstrasi", "Bagian A", "Bagian B", "Tandatangani FR.AK.07"):
        assert words in page


def test_the_plan_is_signed_as_shown_and_its_gaps_are_said(world: World, visit: Visit) -> None:
    assessment, client = reviewed(world), visit("budi")
    sent: dict[str, Any] = {"potensi": "1", "dikirim": "1", **SIGNING}
    sent |= {f"perlu-{n}": "tidak" for n in range(1, 9)}
    refused = client.post(url("plan", assessment.pk), sent | {"instrumen": []})
    assert refused.status_code == 409
    assert "tidak tercakup" in refused.content.decode()
    page = client.get(url("plan", assessment.pk), {"potensi": "1"}).context
    taken = [each.name for each in page["choices"] if each.taken]
    assert client.post(url("plan", assessment.pk), sent | {"instrumen": taken}).status_code == 302
    assert PlannedInstrument.objects.filter(assessment=assessment, dropped=False).exists()


def test_a_plan_made_again_begins_with_what_was_signed(world: World, visit: Visit) -> None:
    assessment, client = reviewed(world), visit("budi")
    page = client.get(url("plan", assessment.pk), {"potensi": "1"}).context
    taken = [each.name for each in page["choices"] if each.taken]
    sent: dict[str, Any] = {"potensi": "1", "dikirim": "1", "instrumen": taken[1:], **SIGNING}
    sent |= {f"perlu-{n}": "tidak" for n in range(1, 9)} | {"perlu-4": "ya", "pilihan-4": ["longer"]}
    sent |= {"acuan": "ya", "sop": "SOP 12", "sesuai-konteks": "tidak"}
    refused = client.post(url("plan", assessment.pk), sent)
    assert refused.status_code == 409
    assert refused.context["fit"]["context"] == "tidak"
    assert client.post(url("plan", assessment.pk), sent | {"instrumen": taken}).status_code == 302
    assert "Buka rencana yang ditandatangani" in client.get(url("plan", assessment.pk)).content.decode()
    again = client.get(url("plan", assessment.pk), {"potensi": "1"})
    assert [each.name for each in again.context["choices"] if each.taken] == taken
    assert again.context["fit"] == {"benchmark": "ya", "potential": "ya", "context": "tidak"}
    fourth = again.context["characteristics"][3]
    assert (fourth["value"], [key for key, _, on in fourth["options"] if on]) == ("ya", ["longer"])
    assert "SOP 12" in again.content.decode()


def test_the_plan_is_changed_afterwards(world: World, visit: Visit) -> None:
    client = visit("budi")
    refused = client.post(url("instruments", of(world)), {"instrumen": "IA.07|", "alasan": ""})
    assert refused.status_code == 409
    assert client.post(url("instruments", of(world)), {"instrumen": "IA.07|", "alasan": "Ragu"}).status_code == 302
    row = PlannedInstrument.objects.get(assessment_id=of(world), code="IA.07")
    assert client.post(url("leave_out", of(world), row.pk), {"alasan": "Cukup"}).status_code == 302
    assert "Ditiadakan" in client.get(url("instruments", of(world))).content.decode()


def test_an_instrument_is_shown_written_on_and_marked(world: World, visit: Visit) -> None:
    client, row = visit("budi"), taking(world, "intan", "IA.03")
    address = url("taking", of(world), row.pk)
    page = client.get(address).content.decode()
    assert "Pertanyaan rekaan 0" in page
    assert "hanya bagi asesor" in page
    item = items_of(row)[0]
    said = {f"nilai-{item.pk}": "ya", f"jawaban-{item.pk}": "Saya periksa berkas."}
    assert client.post(url("taking_save", of(world), row.pk), said, **HTMX).status_code == 204
    assert AnswerDraft.objects.get(taking_item=item).answer == "Saya periksa berkas."
    assert "Saya periksa berkas." in client.get(address).content.decode()
    early = client.post(url("taking_mark", of(world), row.pk), said)
    assert early.status_code == 409
    assert "belum dinilai" in early.content.decode()
    client.post(url("taking_question", of(world), row.pk), said | {"pertanyaan": "Mengapa?"})
    client.post(url("taking_question", of(world), row.pk), said | {"pertanyaan": "Mengapa?"})
    assert row.items.count() == 4
    whole = {f"nilai-{each.pk}": "ya" for each in items_of(row)} | {"vatm": "1", "vatm-valid": "on"}
    assert client.post(url("taking_mark", of(world), row.pk), whole).status_code == 302
    assert client.post(url("taking_mark", of(world), row.pk), whole).status_code == 302
    assert "Sudah dinilai" in client.get(address).content.decode()


def test_a_task_is_on_the_screen_of_both_once_it_began(world: World, visit: Visit) -> None:
    row = taking(world, "intan", "IA.02")
    own = reverse("assessment:self", args=["cth", of(world)])
    assert "Kedai Umpama meminta" not in visit("intan").get(own).content.decode()
    visit("budi").post(url("taking_show", of(world), row.pk))
    assert Taking.objects.get(pk=row.pk).state == TakingState.STARTED
    assert "Kedai Umpama meminta" in visit("intan").get(own).content.decode()


def test_a_key_is_never_on_a_page_of_the_candidate(world: World, visit: Visit) -> None:
    mark(world, "intan", "IA.03")
    own = reverse("assessment:self", args=["cth", of(world)])
    assert "Menyebut hal rekaan" not in visit("intan").get(own).content.decode()


def test_material_stays_shut_before_fr_ak_01(world: World, visit: Visit) -> None:
    assessment = reviewed(world)
    client = visit("budi")
    for name in ("portfolio", "third_parties"):
        page = client.get(url(name, assessment.pk)).content.decode()
        assert "HR-34" in page


def test_the_portfolio_is_taken_and_judged(world: World, visit: Visit) -> None:
    assessment, client = agreed_with(world, "made", "3"), visit("budi")
    assert "Ambil portofolio" in client.get(url("portfolio", assessment.pk)).content.decode()
    assert client.post(url("portfolio", assessment.pk)).status_code == 302
    page = client.get(url("portfolio", assessment.pk))
    (line, *_rest) = page.context["lines"]
    sent = {"vatm-valid": "on", "kembali": "portofolio"}
    answer = client.post(url("evidence_marks", assessment.pk, line["evidence"].pk), sent)
    assert answer.headers["Location"] == url("portfolio", assessment.pk)


def test_a_link_is_shown_once_and_answered_by_a_stranger(world: World, visit: Visit, client: Client) -> None:
    assessment, assessor = agreed_with(world, "made", "3"), visit("budi")
    sent = {"name": "Hendra Umpama", "workplace": "Kedai Umpama", "cara": "tautan"}
    assert assessor.post(url("third_party_ask", assessment.pk), sent | {"name": ""}).status_code == 400
    assert assessor.post(url("third_party_ask", assessment.pk), sent).status_code == 302
    first = assessor.get(url("third_parties", assessment.pk))
    link = first.context["link"]
    assert "wa.me" in first.content.decode()
    assert assessor.get(url("third_parties", assessment.pk)).context["link"] is None
    path = link[link.index("/lsp/") :]
    guest = client.get(path).content.decode()
    assert "Informasi rahasia" in guest
    assert "Made Pengandaian" in guest
    answers = {f"jawaban-{n}": "ya" for n in range(1, 7)}
    assert client.post(path, {"jawaban-1": "ya"}).status_code == 409
    assert client.post(path, answers | {"comment": "Rajin sekali."}).status_code == 302
    assert "Terima kasih" in client.get(path).content.decode()
    assert client.post(path, answers).status_code == 200
    assert ThirdParty.objects.get(assessment=assessment).answers.count() == 6
    assert "Rajin sekali." in assessor.get(url("third_parties", assessment.pk)).content.decode()
    own = visit("made").get(reverse("assessment:self", args=["cth", assessment.pk])).content.decode()
    assert "Rajin sekali." not in own
    assert client.get(url("third_party", "tidak-ada")).status_code == 404


def test_the_assessor_writes_down_a_call(world: World, visit: Visit) -> None:
    assessment, client = agreed_with(world, "made", "3"), visit("budi")
    sent = {"name": "Hendra Umpama", "workplace": "Kedai Umpama", "cara": "telepon", "relationship": "Atasan"}
    assert client.post(url("third_party_ask", assessment.pk), sent).status_code == 409
    sent |= {f"jawaban-{n}": "tidak" for n in range(1, 7)}
    assert client.post(url("third_party_ask", assessment.pk), sent).status_code == 302
    assert ThirdParty.objects.get(assessment=assessment).relationship == "Atasan"


def test_a_group_is_judged_side_by_side(world: World, visit: Visit, django_assert_max_num_queries: Any) -> None:
    open_and_agree(world, "made")
    client, address = visit("budi"), url("group", world.ids["event"])
    with django_assert_max_num_queries(60):
        page = client.get(address)
    assert {column["name"] for column in page.context["columns"]} >= {"Intan Semisal", "Made Pengandaian"}
    criterion = criteria(world, "intan")[0]
    said = {"asesmen": of(world), "kriteria": criterion.pk, "nilai": "ya"}
    assert client.post(address, said, **HTMX).status_code == 204
    assert JudgementDraft.objects.get(assessment_id=of(world), criterion=criterion).met is True
    assert client.post(address, said | {"nilai": "tidak"}).status_code == 302
    closed = client.post(address, said | {"asesmen": of(world, "sari")}, **HTMX)
    assert closed.status_code == 409


def test_a_group_without_opened_cases_says_so(world: World, visit: Visit) -> None:
    assert "Belum ada asesi" in visit("rina").get(url("group", world.ids["event"])).content.decode()


def test_staff_read_the_checklist_of_a_case(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("file", of(world, "sari"))).content.decode()
    for code in ("FR.MAPA.01", "FR.AK.07", "FR.IA.05C", "Lengkap"):
        assert code in page


def test_the_checklist_shows_what_is_on_paper_with_its_scan(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("file", of(world, "sari"))).content.decode()
    assert "Di kertas" in page
    assert f"/lsp/cth/kertas/{world.ids['paper.sari']}" in page


def test_the_assessor_notes_an_agreement_on_paper(world: World, visit: Visit) -> None:
    assessment, client = proposed(world, "made"), visit("budi")
    page = client.get(url("assessment", assessment.pk)).content.decode()
    assert "Kertas bertanda tangan asesi yang sudah disahkan orang kedua belum ada: FR.AK.07, FR.AK.01." in page
    assert client.post(url("agreement_paper", assessment.pk)).status_code == 409
    for code in (SheetCode.AK07, SheetCode.AK01):
        paper = enter_paper_sheet(
            world.actor("dewi"),
            assessment.application,
            code=code,
            file=scan(world),
            filled_on=today(),
            reason="Listrik padam",
        )
        confirm_paper_sheet(world.actor("budi"), paper)
    for _again in range(2):
        assert client.post(url("agreement_paper", assessment.pk)).status_code == 302
    assert assessment_of(world, "made").agreed_at is not None
