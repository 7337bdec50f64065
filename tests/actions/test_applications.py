from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jamstac.applications import drafts
from jamstac.applications.actions import (
    accept_application,
    reject_application,
    resubmit_application,
    return_application,
    submit_application,
)
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    ApplicationEvidence,
    DraftAnswer,
    DraftEvidence,
    ElementEvidence,
    FindingDraft,
    SelfAssessment,
)
from jamstac.applications.selectors import evidence_of, requirements_of
from jamstac.bodies.actions import change_profile
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.render import record_of, render_pdf
from jamstac.documents.sheets import content_of
from jamstac.documents.states import SheetCode
from jamstac.fees.actions import set_price
from jamstac.ledger.chain import verify
from jamstac.ledger.door import Refused, facts_of
from jamstac.ledger.models import Chain, Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.messaging.models import Message
from jamstac.people.actions import appoint
from jamstac.people.models import Consent
from jamstac.people.states import Function
from jamstac.schemes.actions import retire_scheme
from jamstac.schemes.models import Scheme, SchemeVersion
from tests.world.applications import SIGNED, all_met, stored
from tests.world.base import AGREED, World, ago, today


def draft_of(world: World, key: str) -> ApplicationDraft:
    return world.get(ApplicationDraft, f"draft.{key}")


def send(world: World, key: str = "lestari", statement: Statement = SIGNED) -> Application:
    return submit_application(world.me(key), world.person(key), draft=draft_of(world, key), statement=statement)


def refused_by(world: World, act: Callable[[], object], event: str) -> Refused:
    """The refusal of `act`, after checking that it was written down and nothing else was."""
    before = Application.objects.count(), Sheet.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as refused:
        act()
    assert (Application.objects.count(), Sheet.objects.count(), Entry.objects.count() - 1) == before
    assert refused.value.seq is not None
    entry = Entry.objects.get(seq=refused.value.seq, chain__body_id=world.body.pk)
    assert entry.event == f"{event}.refused"
    assert facts_of(entry)["codes"] == refused.value.codes
    return refused.value


# ---------------------------------------------------------------- sending


def test_a_complete_draft_becomes_a_numbered_application(world: World) -> None:
    application = send(world)
    assert application.state == "submitted"
    assert application.number == f"{today().year}/0010"
    assert application.price_accepted == 450_000
    assert application.nik == "000000080305" + "0008"
    assert SelfAssessment.objects.filter(application=application, answer="K").count() == 15
    assert ElementEvidence.objects.filter(evidence__application=application).count() == 15
    assert {row.requirement.text for row in evidence_of(application) if row.requirement} == {
        row.text for row in requirements_of(application.scheme_version_id) if row.alternative == 1
    }


def test_sending_copies_the_biodata_to_the_person(world: World) -> None:
    application = send(world)
    person = world.person("lestari")
    assert person.nik == application.nik
    entry = Entry.objects.filter(event="person.biodata_copied", subject_id=person.pk).get()
    assert "nik" in facts_of(entry)["fields"]
    assert person.nik not in bytes(entry.payload).decode()


def test_sending_gives_each_consent_that_was_ticked_in_the_words_shown(world: World) -> None:
    send(world)
    rows = Consent.objects.filter(person=world.person("lestari"))
    assert {row.purpose for row in rows} == {"certification", "publication", "documentation"}
    assert all(row.sentence.startswith("Saya menyetujui") for row in rows)


def test_sending_freezes_and_signs_both_sheets(world: World) -> None:
    application = send(world)
    sheets = {sheet.code: sheet for sheet in Sheet.objects.filter(subject_id=application.pk)}
    assert set(sheets) == {SheetCode.APL01, SheetCode.APL02}
    roles = Signature.objects.filter(sheet__in=sheets.values()).values_list("sheet__code", "role", "number")
    assert set(roles) == {
        ("FR.APL.01", "applicant", application.nik),
        ("FR.APL.02", "asesi", application.nik),
    }
    content = content_of(sheets[SheetCode.APL01])
    assert content["applicant"]["name"] == "Lestari Misalkan"
    assert content["recommendation"] is None
    assert [row["state"] for row in content["evidence_admin"]] == [None, None]
    assert len(content["units"]) == 6
    first = content_of(sheets[SheetCode.APL02])["units"][0]["elements"][0]
    assert (first["answer"], first["evidence"]) == ("K", "Hasil kerja sendiri; portofolio.pdf")


def test_every_sheet_of_a_case_is_printed(world: World) -> None:
    application = accept_application(
        world.actor("dewi"),
        send(world),
        findings=all_met(Application.objects.get(person=world.person("lestari"))),
        note="",
        statement=AGREED,
    )
    sheets = Sheet.objects.filter(subject_id=application.pk)
    assert sheets.count() == 3
    for sheet in sheets:
        assert render_pdf(sheet).startswith(b"%PDF")
    reviewed = record_of(sheets.get(code=SheetCode.APL01, version=2))
    assert set(reviewed["signatures"]) == {"applicant", "admin"}
    assert reviewed["signatures"]["applicant"]["name"] == "Lestari Misalkan"


def test_the_ledger_keeps_digests_and_no_personal_data(world: World) -> None:
    application = send(world)
    payloads = "".join(
        bytes(each).decode() for each in Entry.objects.order_by("-seq").values_list("payload", flat=True)[:12]
    )
    assert application.nik not in payloads
    assert "Lestari" not in payloads
    entry = Entry.objects.get(event="application.submitted", subject_id=application.pk)
    assert json.loads(bytes(entry.payload))["facts"]["files"] == sorted(
        {row.file.sha256 for row in evidence_of(application)}
    )
    assert entry.case_id == application.pk


def test_the_applicant_is_told(world: World) -> None:
    application = send(world)
    message = Message.objects.get(to_person_id=world.person("lestari").pk)
    assert application.number in message.subject
    assert message.link == f"/lsp/cth/saya/berkas/{application.pk}"


def _blank(**fields: Any) -> Callable[[World, ApplicationDraft], object]:
    def change(world: World, draft: ApplicationDraft) -> None:
        ApplicationDraft.objects.filter(pk=draft.pk).update(**fields)

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_blank(nik=""), "application.identity_missing"),
        (_blank(nik="12345"), "application.nik_invalid"),
        (_blank(birth_date=today() + timedelta(days=1)), "application.birth_date_impossible"),
        (_blank(birth_date=today() - timedelta(days=36600)), "application.birth_date_impossible"),
        (_blank(phone="12"), "application.contact_invalid"),
        (_blank(email="bukan-surel"), "application.contact_invalid"),
        (
            lambda w, d: DraftEvidence.objects.filter(draft=d, requirement__kind="basic").delete(),
            "application.basic_missing",
        ),
        (
            lambda w, d: DraftEvidence.objects.filter(draft=d, requirement__kind="administrative")[0].delete(),
            "application.administrative_missing",
        ),
        (_blank(information_accepted=False), "application.information_not_accepted"),
        (_blank(consent=False), "application.consent_missing"),
        (_blank(price_accepted=None), "application.price_not_accepted"),
    ],
)
def test_an_incomplete_application_is_not_sent(
    world: World, change: Callable[[World, ApplicationDraft], object], code: str
) -> None:
    change(world, draft_of(world, "lestari"))
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert refused.codes == [code]
    assert refused.rules == ["HR-30"]


def test_an_application_without_signature_is_not_sent(world: World) -> None:
    refused = refused_by(
        world, lambda: send(world, statement=Statement("Saya setuju.", agreed=False)), "application.submitted"
    )
    assert (refused.rules, refused.codes) == (["HR-30"], ["application.not_signed"])


def test_an_application_says_what_it_is_for(world: World) -> None:
    ApplicationDraft.objects.filter(pk=draft_of(world, "lestari").pk).update(purpose="")
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert (refused.rules, refused.codes) == (["APL-02"], ["application.purpose_missing"])


def test_every_element_is_answered_before_sending(world: World) -> None:
    DraftAnswer.objects.filter(draft=draft_of(world, "lestari"))[0].delete()
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert (refused.rules, refused.codes) == (["APL-05"], ["application.elements_open"])


def test_a_claim_without_evidence_is_sent_and_says_so(world: World) -> None:
    draft = draft_of(world, "lestari")
    row = DraftAnswer.objects.filter(draft=draft).order_by("element__unit__position", "element__number")[0]
    row.files.clear()
    DraftAnswer.objects.filter(pk=row.pk).update(evidence_text="")
    application = send(world)
    sheet = Sheet.objects.get(subject_id=application.pk, code=SheetCode.APL02)
    evidence = [element["evidence"] for unit in content_of(sheet)["units"] for element in unit["elements"]]
    assert evidence.count("belum ada") == 1


def test_a_nik_belongs_to_one_person(world: World) -> None:
    other = world.get(Application, "application.sari")
    ApplicationDraft.objects.filter(pk=draft_of(world, "lestari").pk).update(nik=other.nik)
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert (refused.rules, refused.codes) == (["APL-06"], ["application.nik_of_other"])


def test_a_scheme_out_of_force_takes_no_application(world: World) -> None:
    retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=ago(1))
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert refused.rules == ["HR-17"]


def test_a_scheme_outside_the_licence_takes_no_application(world: World) -> None:
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert refused.rules == ["HR-16"]


def test_an_lsp_that_is_not_open_takes_no_application(world: World) -> None:
    change_profile(world.actor("dewi"), world.body, open_for_applications=False)
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert (refused.rules, refused.codes) == (["APL-01"], ["application.closed"])


def test_a_price_that_changed_is_accepted_anew(world: World) -> None:
    set_price(
        world.actor("surya"),
        world.body,
        scheme=world.get(Scheme, "scheme"),
        amount=500_000,
        source="SK 9",
        valid_from=today(),
    )
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert refused.codes == ["application.price_not_accepted"]


def test_an_application_is_sent_once(world: World) -> None:
    send(world)
    refused = refused_by(world, lambda: send(world), "application.submitted")
    assert (refused.rules, refused.codes) == (["HR-50"], ["application.sent_already"])
    assert Application.objects.filter(person=world.person("lestari")).count() == 1


def test_nobody_sends_the_draft_of_another(world: World) -> None:
    with pytest.raises(OutOfScope):
        submit_application(world.me("ayu"), world.person("ayu"), draft=draft_of(world, "lestari"), statement=SIGNED)
    with pytest.raises(OutOfScope):
        submit_application(world.me("ayu"), world.person("lestari"), draft=draft_of(world, "lestari"), statement=SIGNED)
    assert not Application.objects.filter(person=world.person("lestari")).exists()


def test_a_sent_draft_is_written_on_no_more(world: World) -> None:
    send(world)
    draft = draft_of(world, "lestari")
    with pytest.raises(Refused) as refused, drafts.writing(world.person("lestari").pk, draft.pk):
        pass
    assert refused.value.rules == ["HR-50"]


# ---------------------------------------------------------------- review


def test_accepting_freezes_the_findings_with_both_signatures(world: World) -> None:
    application = world.get(Application, "application.ayu")
    accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="Lengkap.", statement=AGREED
    )
    application.refresh_from_db()
    assert (application.state, application.reviewer_id) == ("accepted", world.person("dewi").pk)
    first, second = Sheet.objects.filter(subject_id=application.pk, code=SheetCode.APL01).order_by("version")
    assert (first.version, second.version) == (1, 2)
    content = content_of(second)
    assert (content["recommendation"], content["note"]) == ("Diterima", "Lengkap.")
    assert {row["state"] for row in content["evidence_admin"]} == {"met"}
    assert content["signatures"]["applicant"]["digest"] == first.digest
    assert Signature.objects.get(sheet=second).role == "admin"


@pytest.mark.parametrize(
    ("kind", "judged", "code"),
    [
        ("administrative", None, "application.unreviewed"),
        ("administrative", False, "application.administrative_unmet"),
        ("basic", False, "application.basic_unmet"),
    ],
)
def test_no_candidate_without_a_positive_review_of_every_row(
    world: World, kind: str, judged: bool | None, code: str
) -> None:
    application = world.get(Application, "application.ayu")
    findings = all_met(application)
    row = next(row for row in evidence_of(application) if row.requirement and row.requirement.kind == kind)
    if judged is None:
        del findings[row.pk]
    else:
        findings[row.pk] = (judged, "Tidak terbaca")
    refused = refused_by(
        world,
        lambda: accept_application(world.actor("dewi"), application, findings=findings, note="", statement=AGREED),
        "application.accepted",
    )
    assert set(refused.rules) == {"HR-31"}
    assert code in refused.codes
    assert not ApplicationEvidence.objects.filter(application=application).exclude(state="unreviewed").exists()


def test_nobody_reviews_an_own_application(world: World) -> None:
    appoint(
        world.actor("surya"),
        world.person("ayu"),
        function=Function.ADMIN,
        decree_number="9",
        decree_date=today(),
        valid_from=today(),
    )
    application = world.get(Application, "application.ayu")
    refused = refused_by(
        world,
        lambda: accept_application(
            world.actor("ayu"), application, findings=all_met(application), note="", statement=AGREED
        ),
        "application.accepted",
    )
    assert refused.rules == ["HR-15"]


def test_staff_sign_the_acceptance_with_their_password(world: World) -> None:
    application = world.get(Application, "application.ayu")
    refused = refused_by(
        world,
        lambda: accept_application(
            world.actor("dewi"),
            application,
            findings=all_met(application),
            note="",
            statement=Statement("Diterima", agreed=True),
        ),
        "application.accepted",
    )
    assert refused.codes == ["signature.no_reauthentication"]
    application.refresh_from_db()
    assert application.state == "submitted"


def test_only_a_waiting_application_is_reviewed(world: World) -> None:
    application = world.get(Application, "application.sari")
    acts: list[Callable[[], object]] = [
        lambda: accept_application(world.actor("dewi"), application, findings={}, note="", statement=AGREED),
        lambda: reject_application(world.actor("dewi"), application, note="Alasan", statement=AGREED),
        lambda: return_application(world.actor("dewi"), application, findings={}, note="Alasan"),
    ]
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert (refused.value.rules, refused.value.codes) == (["APL-03"], ["application.not_under_review"])


def test_a_finding_about_another_file_is_not_there(world: World) -> None:
    application = world.get(Application, "application.ayu")
    with pytest.raises(OutOfScope):
        accept_application(
            world.actor("dewi"),
            application,
            findings={**all_met(application), uuid4(): (True, "")},
            note="",
            statement=AGREED,
        )
    application.refresh_from_db()
    assert application.state == "submitted"


def test_another_role_does_not_review(world: World) -> None:
    application = world.get(Application, "application.ayu")
    with pytest.raises(Refused) as refused:
        return_application(world.actor("budi"), application, findings={}, note="Alasan")
    assert refused.value.codes == ["door.no_role"]


def test_another_lsp_does_not_see_the_application(world: World) -> None:
    with pytest.raises(OutOfScope):
        return_application(world.actor("tono"), world.get(Application, "application.ayu"), findings={}, note="Alasan")


def test_a_return_opens_the_draft_with_the_reviewers_words(world: World) -> None:
    application = world.get(Application, "application.joko")
    assert application.state == "returned"
    draft = draft_of(world, "joko")
    wanting = DraftEvidence.objects.get(draft=draft, review_state="unmet")
    assert wanting.review_note.startswith("Foto terlalu gelap")
    with drafts.writing(world.person("joko").pk, draft.pk) as working:
        drafts.keep_biodata(working, {"address": "Jalan Baru"})
    draft.refresh_from_db()
    assert draft.address == "Jalan Baru"
    application.refresh_from_db()
    assert application.address != "Jalan Baru"


def test_a_return_without_reason_is_refused(world: World) -> None:
    application = world.get(Application, "application.ayu")
    refused = refused_by(
        world,
        lambda: return_application(world.actor("dewi"), application, findings=all_met(application), note=" "),
        "application.returned",
    )
    assert (refused.rules, refused.codes) == (["APL-09"], ["application.return_without_reason"])


def test_a_rejection_has_its_reason_on_the_sheet(world: World) -> None:
    application = world.get(Application, "application.ayu")
    reject_application(world.actor("dewi"), application, note="Belum memenuhi persyaratan dasar.", statement=AGREED)
    application.refresh_from_db()
    assert application.state == "rejected"
    sheet = Sheet.objects.filter(subject_id=application.pk, code=SheetCode.APL01).latest("version")
    content = content_of(sheet)
    assert content["recommendation"] == "Tidak diterima"
    assert content["note"] == "Belum memenuhi persyaratan dasar."


def test_a_rejection_without_reason_is_refused(world: World) -> None:
    application = world.get(Application, "application.ayu")
    refused = refused_by(
        world,
        lambda: reject_application(world.actor("dewi"), application, note="", statement=AGREED),
        "application.rejected",
    )
    assert (refused.rules, refused.codes) == (["APL-03"], ["application.reject_without_reason"])


def test_an_act_closes_the_reviewers_working_copy(world: World) -> None:
    application = world.get(Application, "application.ayu")
    row = evidence_of(application)[0]
    FindingDraft.objects.create(evidence=row, state="unmet", note="Buram")
    return_application(world.actor("dewi"), application, findings={row.pk: (False, "Buram")}, note="")
    assert not FindingDraft.objects.filter(evidence__application=application).exists()


# ---------------------------------------------------------------- sending again


def replace_the_unmet_file(world: World) -> None:
    draft = draft_of(world, "joko")
    wanting = DraftEvidence.objects.get(draft=draft, review_state="unmet")
    with drafts.writing(world.person("joko").pk, draft.pk) as working:
        drafts.remove_file(working, wanting.pk)
        assert wanting.requirement is not None
        drafts.add_file(working, stored(world, "joko", "ktp-terang.pdf"), wanting.requirement)


def resend(world: World, key: str = "joko") -> Application:
    return resubmit_application(
        world.me(key),
        world.get(Application, f"application.{key}"),
        draft=draft_of(world, "joko"),
        statement=SIGNED,
    )


def test_a_returned_application_is_completed_and_sent_again(world: World) -> None:
    replace_the_unmet_file(world)
    application = resend(world)
    assert (application.state, application.round) == ("submitted", 2)
    assert ApplicationEvidence.objects.filter(application=application, removed=True).count() == 1
    states = [row.state for row in evidence_of(application) if row.requirement_id]
    assert sorted(states) == ["met", "met", "unreviewed"]
    versions = Sheet.objects.filter(subject_id=application.pk).values_list("code", "version")
    assert sorted(versions) == [("FR.APL.01", 1), ("FR.APL.01", 2), ("FR.APL.02", 1), ("FR.APL.02", 2)]
    new = next(row for row in evidence_of(application) if row.requirement_id and row.state == "unreviewed")
    accepted = accept_application(
        world.actor("dewi"), application, findings={new.pk: (True, "")}, note="", statement=AGREED
    )
    assert accepted.state == "accepted"


def test_a_file_found_wanting_counts_no_more(world: World) -> None:
    refused = refused_by(world, lambda: resend(world), "application.resubmitted")
    assert (refused.rules, refused.codes) == (["HR-30"], ["application.administrative_missing"])


def test_an_application_is_sent_again_once(world: World) -> None:
    replace_the_unmet_file(world)
    resend(world)
    refused = refused_by(world, lambda: resend(world), "application.resubmitted")
    assert refused.rules == ["HR-50"]


def test_an_application_is_not_sent_again_with_another_draft(world: World) -> None:
    with pytest.raises(OutOfScope):
        resend(world, "sari")


def test_a_closed_application_makes_room_for_a_new_draft(world: World) -> None:
    person, version = world.person("sari"), world.get(SchemeVersion, "version")
    fresh = drafts.start(person, version)
    assert fresh.application is None
    assert fresh.nik == person.nik
    assert drafts.start(person, version) == fresh
    waiting = drafts.start(world.person("ayu"), version)
    assert waiting.application_id == world.ids["application.ayu"]


def test_the_chain_of_the_walk_is_intact(world: World) -> None:
    assert verify(Chain.objects.get(body_id=world.body.pk)).broken is None
