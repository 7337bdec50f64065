"""A signed sheet that is wrong goes back and comes again as the next version; the committee is named by letter."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.assessment.models import Assessment, Judgement
from jamstac.assessment.states import AssessmentState
from jamstac.certification.actions import postpone_case, send_back, sign_committee_letter
from jamstac.certification.models import CommitteeLetter, Meeting
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import content_of
from jamstac.documents.states import SheetCode
from jamstac.messaging.models import Message
from tests.refusing import last_entry, refuses
from tests.world.assessments import criteria, recommended, signed
from tests.world.base import AGREED, World
from tests.world.certificates import closed, decided, tabled

REASON = "Nomor KUK tertukar pada unit pertama."


def the_case(world: World, key: str = "intan") -> Assessment:
    return Assessment.objects.get(application_id=world.ids[f"application.{key}"])


def sent_back(world: World, reason: str = REASON) -> Assessment:
    return send_back(world.actor("maya"), the_case(world), reason=reason)


def test_a_signed_case_goes_back_and_its_next_sheets_are_version_two(world: World) -> None:
    signed(world, "intan")
    first = list(Sheet.objects.filter(case=world.ids["application.intan"], code=SheetCode.IA01))
    case = sent_back(world)
    assert case.state == AssessmentState.AGREED
    assert last_entry(world).event == "case.sent_back"
    assert Message.objects.filter(notice="case.sent_back", to_person_id=world.person("budi").pk).exists()
    last = criteria(world, "intan")[-1].pk
    signed(world, "intan", except_criteria=[last])
    versions = Sheet.objects.filter(case=world.ids["application.intan"], code=SheetCode.IA01).order_by("version")
    assert [row.version for row in versions] == [1, 2]
    assert versions[0].digest == first[0].digest
    assert versions[1].correction_reason == REASON
    assert Signature.objects.filter(sheet=versions[1], role="asesi").exists()
    assert the_case(world).result == "BK"
    assert set(Judgement.objects.filter(assessment=case).values_list("round", flat=True)) == {1, 2}


def test_the_corrected_case_is_decided_on_what_was_judged_last(world: World) -> None:
    signed(world, "intan")
    sent_back(world)
    signed(world, "intan", except_criteria=[criteria(world, "intan")[-1].pk])
    assert decided(world, "intan", "BK", "Satu unit belum tercapai.").outcome == "BK"


def test_a_case_the_asesi_has_not_signed_goes_back_too(world: World) -> None:
    recommended(world, "intan")
    assert sent_back(world).state == AssessmentState.AGREED
    assert last_entry(world).event == "case.sent_back"


def test_nothing_goes_back_without_a_reason(world: World) -> None:
    signed(world, "intan")
    with refuses(world, "case.sent_back", "assessment.reopened_without_reason") as refused:
        sent_back(world, "  ")
    assert "HR-50" in refused.value.rules
    assert the_case(world).state == AssessmentState.SIGNED


def test_what_lies_before_the_deciders_is_not_written_on(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "case.sent_back", "case.on_table_now") as refused:
        sent_back(world)
    assert refused.value.rules == ["HR-37"]
    postpone_case(world.actor("maya"), case, reason="Perlu koreksi lembar.")
    assert sent_back(world).round == 2


def test_a_decision_is_not_undone_by_a_correction(world: World) -> None:
    with refuses(world, "case.sent_back", "case.decided_already") as refused:
        send_back(world.actor("maya"), the_case(world, "sari"), reason=REASON)
    assert refused.value.rules == ["HR-37"]


def test_only_the_manajer_sertifikasi_sends_back(world: World) -> None:
    signed(world, "intan")
    with refuses(world, "case.sent_back", "door.no_role"):
        send_back(world.actor("budi"), the_case(world), reason=REASON)


# ---------------------------------------------------------------- surat tugas komite


def letter(world: World, **more: Any) -> CommitteeLetter:
    meeting = world.get(Meeting, "meeting.open")
    return sign_committee_letter(world.actor("surya"), meeting, **{"statement": AGREED, **more})


def test_the_direktur_names_the_committee_by_letter(world: World) -> None:
    signed(world, "intan")
    made = letter(world)
    assert last_entry(world).event == "committee.letter_signed"
    content = content_of(made.sheet)
    assert content["assignees"][0] == {"name": world.person("hendra").name, "number": None, "duty": "Ketua"}
    assert [row["name"] for row in content["candidates"]] == [world.person("intan").name]
    assert made.number.startswith("001/ST-K/")


def test_a_committee_is_named_once(world: World) -> None:
    letter(world)
    with refuses(world, "committee.letter_signed", "committee.signed_before") as refused:
        letter(world)
    assert refused.value.rules == ["HR-50"]


def test_a_committee_is_not_named_after_its_meeting(world: World) -> None:
    closed(world, world.get(Meeting, "meeting.open"))
    with refuses(world, "committee.letter_signed", "committee.too_late") as refused:
        letter(world)
    assert refused.value.rules == ["HR-50"]
    assert not CommitteeLetter.objects.exists()


# ---------------------------------------------------------------- several at once


def test_the_chair_decides_several_as_recommended(world: World, visit: Any) -> None:
    for key in ("intan",):
        signed(world, key)
    case = tabled(world, "intan")
    meeting = world.get(Meeting, "meeting.open")
    page = visit("hendra").post(f"/lsp/cth/pleno/{meeting.pk}/putuskan", {"berkas": [str(case.pk)]})
    assert page.status_code == 302
    case.refresh_from_db()
    assert case.decision.outcome == "K"


@pytest.mark.parametrize("member", ["ratna"])
def test_who_is_not_the_chair_decides_nothing_and_reads_why(world: World, visit: Any, member: str) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    meeting = world.get(Meeting, "meeting.open")
    page = visit(member).post(f"/lsp/cth/pleno/{meeting.pk}/putuskan", {"berkas": [str(case.pk)]})
    assert page.status_code == 409
    assert world.person("intan").name in page.content.decode()


def test_the_list_of_waiting_cases_leads_to_the_correction(world: World, visit: Any) -> None:
    client = visit("maya")
    assert "Tidak ada berkas yang menunggu" in client.get("/lsp/cth/pleno/menunggu/").content.decode()
    signed(world, "intan")
    listed = client.get("/lsp/cth/pleno/menunggu/").content.decode()
    page = f"/lsp/cth/pleno/menunggu/{the_case(world).pk}/koreksi"
    assert page in listed
    assert client.post(page, {"why": ""}).status_code == 409
    assert client.post(page, {"why": REASON}).status_code == 302
    assert the_case(world).state == AssessmentState.AGREED
    assert client.post(page, {"why": REASON}).status_code == 302
