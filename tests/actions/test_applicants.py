"""Guardians of minors, consents per purpose, special needs, and asesmen ulang after Belum Kompeten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from jamstac.applications import drafts, reassessment
from jamstac.applications.actions import (
    accept_application,
    ask_guardian,
    confirm_paper,
    consent_as_guardian,
    decide_need,
    decline_as_guardian,
    refuse_paper,
    renew_consent,
    show_paper,
    submit_application,
    withdraw_consent,
    withdraw_guardian,
)
from jamstac.applications.guardians import Guardian, by_link, digest_of
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    DraftEvidence,
    GuardianConsent,
    ReassessmentRight,
    SpecialNeed,
)
from jamstac.applications.selectors import (
    elements_asked,
    is_minor,
    special_needs_of,
    submission_facts,
    units_carried,
    units_in_scope,
)
from jamstac.applications.states import Answer, GuardianState, NeedDecision, Purpose
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment
from jamstac.assessment.progress import progress_of
from jamstac.assessment.scope import granted_needs
from jamstac.assessment.selectors import criteria_of
from jamstac.assessment.states import Result
from jamstac.certification.actions import issue_certificate, sign_decree
from jamstac.certification.models import Decision, Meeting
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.events.actions import add_candidate, sign_assignment_letter
from jamstac.events.models import Event
from jamstac.ledger.door import GuestActor, open_guard
from jamstac.messaging.models import Message
from jamstac.parameters.actions import set_parameter
from jamstac.parameters.models import ParameterValue
from jamstac.people.models import Consent
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose
from jamstac.schemes.models import SchemeUnit, SchemeVersion
from tests.refusing import last_entry, refuses
from tests.world import assessments, certificates
from tests.world.applications import SIGNED, all_met, stored
from tests.world.base import AGREED, World, today

MOTHER = Guardian("Ibu Rekaan Contoh", "ibu kandung", phone="0800 0000 0099", email="ibu@contoh.test")
SIXTEEN = date(today().year - 16, 1, 5)


@pytest.fixture
def minor(world: World) -> ApplicationDraft:
    """The complete draft of lestari, who is 16 here."""
    draft = world.get(ApplicationDraft, "draft.lestari")
    ApplicationDraft.objects.filter(pk=draft.pk).update(birth_date=SIXTEEN)
    return world.get(ApplicationDraft, "draft.lestari")


def guest(world: World) -> GuestActor:
    return GuestActor(world.body.pk)


def asked(world: World, draft: ApplicationDraft, guardian: Guardian = MOTHER) -> tuple[GuardianConsent, str]:
    return ask_guardian(world.me("lestari"), world.person("lestari"), draft=draft, guardian=guardian)


def papered(world: World, draft: ApplicationDraft) -> GuardianConsent:
    scan = stored(world, "lestari", "surat-wali.pdf")
    return show_paper(world.me("lestari"), world.person("lestari"), draft=draft, guardian=MOTHER, scan=scan)


def send(world: World, draft: ApplicationDraft, key: str = "lestari") -> Application:
    return submit_application(world.me(key), world.person(key), draft=draft, statement=SIGNED)


def put(world: World, key: str, value: str) -> None:
    """A parameter the LSP set today."""
    set_parameter(
        world.actor("surya"),
        world.body,
        key=key,
        value=value,
        reason="Ditetapkan",
        source_title="SK Direktur",
        source_number="003/SK/CTH",
    )


# ---------------------------------------------------------------- minors: HR-32


@pytest.mark.parametrize(
    ("born", "young"),
    [
        (date(2008, 11, 24), False),
        (date(2008, 11, 25), True),
        (date(2010, 1, 5), True),
        (date(2027, 1, 1), False),
        (None, False),
    ],
)
def test_somebody_is_a_minor_until_the_day_of_turning_eighteen(born: date | None, *, young: bool) -> None:
    assert is_minor(born, date(2026, 11, 24)) is young


def test_a_minor_does_not_apply_without_a_guardian(world: World, minor: ApplicationDraft) -> None:
    with refuses(world, "application.submitted", "guardian.not_agreed") as refused:
        send(world, minor)
    assert refused.value.rules == ["HR-32"]
    assert not Application.objects.filter(person=world.person("lestari")).exists()


def test_a_guardian_agrees_by_the_link_and_the_minor_may_apply(world: World, minor: ApplicationDraft) -> None:
    consent, token = asked(world, minor)
    assert consent.digest == digest_of(token)
    assert token not in consent.digest
    assert by_link(token) == consent
    assert Message.objects.filter(to_person_id=None, link__contains=token).exists()
    agreed = consent_as_guardian(guest(world), consent, name=" Ibu Rekaan Contoh ", agreed=True)
    assert (agreed.state, agreed.signed_name) == (GuardianState.CONSENTED, "Ibu Rekaan Contoh")
    assert last_entry(world).event == "guardian.consented"
    assert send(world, minor).person == world.person("lestari")


def test_a_signed_paper_counts_once_staff_confirmed_it(world: World, minor: ApplicationDraft) -> None:
    consent = papered(world, minor)
    with refuses(world, "application.submitted", "guardian.not_agreed"):
        send(world, minor)
    confirmed = confirm_paper(world.actor("dewi"), consent)
    assert (confirmed.state, confirmed.confirmed_by) == (GuardianState.CONSENTED, world.person("dewi"))
    assert send(world, minor).pk


def test_a_guardian_who_says_no_keeps_the_application_back(world: World, minor: ApplicationDraft) -> None:
    consent, token = asked(world, minor)
    assert decline_as_guardian(guest(world), consent).state == GuardianState.DECLINED
    again = by_link(token)
    assert again is not None
    with refuses(world, "guardian.consented", "guardian.link_used") as refused:
        consent_as_guardian(guest(world), again, name="Ibu", agreed=True)
    assert refused.value.rules == ["HR-32"]
    with refuses(world, "application.submitted", "guardian.not_agreed"):
        send(world, minor)


def test_a_new_link_ends_the_one_before(world: World, minor: ApplicationDraft) -> None:
    _first, token = asked(world, minor)
    second, other = asked(world, minor)
    assert by_link(token) is None
    assert by_link(other) == second
    assert GuardianConsent.objects.filter(person=minor.person_id, state=GuardianState.REPLACED).count() == 1


def test_a_link_after_its_last_day_opens_nothing(world: World, minor: ApplicationDraft) -> None:
    consent, _token = asked(world, minor)
    with open_guard("test"):
        GuardianConsent.objects.filter(pk=consent.pk).update(expires_at=timezone.now() - timedelta(hours=1))
    with refuses(world, "guardian.declined", "guardian.link_expired") as refused:
        decline_as_guardian(guest(world), consent)
    assert refused.value.rules == ["HR-32"]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"agreed": False, "name": "Ibu Rekaan"}, ["guardian.not_ticked"]),
        ({"agreed": True, "name": "  "}, ["guardian.no_name"]),
        ({"agreed": True, "name": "Ibu", "minor": True}, ["guardian.answered_by_applicant"]),
    ],
)
def test_consent_is_a_tick_and_a_name_of_the_guardian(
    world: World, minor: ApplicationDraft, said: dict[str, Any], codes: list[str]
) -> None:
    consent, _token = asked(world, minor)
    said = dict(said)  # the table is read again by whoever runs the test twice
    account = world.account("lestari").pk if said.pop("minor", False) else None
    with refuses(world, "guardian.consented", *codes) as refused:
        consent_as_guardian(guest(world), consent, account_id=account, **said)
    assert refused.value.rules == ["HR-32"]
    assert GuardianConsent.objects.get(pk=consent.pk).state == GuardianState.ASKED


@pytest.mark.parametrize(
    ("guardian", "code"),
    [
        (Guardian("", "ibu"), "guardian.unnamed"),
        (Guardian("Ibu Rekaan", " "), "guardian.unnamed"),
        (Guardian("lestari  MISALKAN", "saya"), "guardian.is_applicant"),
    ],
)
def test_nobody_is_their_own_guardian(world: World, minor: ApplicationDraft, guardian: Guardian, code: str) -> None:
    with refuses(world, "guardian.asked", code) as refused:
        asked(world, minor, guardian)
    assert refused.value.rules == ["HR-32"]


@pytest.mark.parametrize(
    ("born", "code"), [(None, "guardian.birth_date_unknown"), (date(1999, 1, 1), "guardian.not_needed")]
)
def test_a_guardian_is_asked_for_a_minor_only(world: World, born: date | None, code: str) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    ApplicationDraft.objects.filter(pk=draft.pk).update(birth_date=born)
    with refuses(world, "guardian.asked", code):
        asked(world, draft)


def test_a_guardian_who_agreed_is_not_asked_again(world: World, minor: ApplicationDraft) -> None:
    consent, _token = asked(world, minor)
    consent_as_guardian(guest(world), consent, name="Ibu", agreed=True)
    with refuses(world, "guardian.paper_shown", "guardian.agreed_already"):
        papered(world, minor)


def test_a_sent_application_asks_no_guardian(world: World) -> None:
    draft = ApplicationDraft.objects.get(application_id=world.ids["application.rara"])
    with refuses(world, "guardian.asked", "application.sent_already", "guardian.agreed_already"):
        ask_guardian(world.me("rara"), world.person("rara"), draft=draft, guardian=MOTHER)


def test_a_link_needs_its_lifetime_set(world: World, minor: ApplicationDraft) -> None:
    with open_guard("test"):
        ParameterValue.objects.filter(key="guardian_link_validity").delete()
    with refuses(world, "guardian.asked", "parameter.unset"):
        asked(world, minor)


def test_staff_refuse_a_paper_with_the_reason(world: World, minor: ApplicationDraft) -> None:
    consent = papered(world, minor)
    with refuses(world, "guardian.paper_refused", "guardian.no_reason"):
        refuse_paper(world.actor("dewi"), consent, reason=" ")
    refused = refuse_paper(world.actor("dewi"), consent, reason="Tanda tangan tidak terbaca.")
    assert (refused.state, refused.note) == (GuardianState.REFUSED, "Tanda tangan tidak terbaca.")
    with refuses(world, "guardian.paper_confirmed", "guardian.no_paper_waiting") as caught:
        confirm_paper(world.actor("dewi"), refused)
    assert caught.value.rules == ["HR-32"]


def test_a_withdrawn_consent_stops_the_review(world: World) -> None:
    consent = world.get(GuardianConsent, "guardian.rara")
    with refuses(world, "guardian.withdrawn", "guardian.no_reason"):
        withdraw_guardian(world.actor("dewi"), consent, reason="")
    withdraw_guardian(world.actor("dewi"), consent, reason="Diminta ibu lewat telepon.")
    with refuses(world, "guardian.withdrawn", "guardian.not_in_force"):
        withdraw_guardian(world.actor("dewi"), consent, reason="Lagi")
    application = world.get(Application, "application.rara")
    with refuses(world, "application.accepted", "guardian.not_agreed") as refused:
        accept_application(world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED)
    assert refused.value.rules == ["HR-32"]


# ---------------------------------------------------------------- consents per purpose (PDP-02)


def test_sending_gives_only_the_consents_that_were_ticked(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    ApplicationDraft.objects.filter(pk=draft.pk).update(consent_publication=False)
    send(world, draft)
    given = Consent.objects.filter(person=world.person("lestari")).values_list("purpose", flat=True)
    assert set(given) == {ConsentPurpose.CERTIFICATION, ConsentPurpose.DOCUMENTATION}
    assert not consent_in_force(world.ids["person.lestari"], ConsentPurpose.PUBLICATION)


def test_an_optional_consent_is_taken_back_and_given_again(world: World) -> None:
    consent = Consent.objects.get(person=world.person("sari"), purpose=ConsentPurpose.PUBLICATION)
    withdraw_consent(world.me("sari"), consent)
    assert not consent_in_force(consent.person_id, ConsentPurpose.PUBLICATION)
    with refuses(world, "consent.withdrawn", "consent.not_in_force") as refused:
        withdraw_consent(world.me("sari"), consent)
    assert refused.value.rules == ["PDP-02"]
    renew_consent(world.me("sari"), consent)
    assert consent_in_force(consent.person_id, ConsentPurpose.PUBLICATION)
    with refuses(world, "consent.renewed", "consent.in_force"):
        renew_consent(world.me("sari"), consent)


def test_what_certification_needs_is_not_taken_back_by_a_tick(world: World) -> None:
    consent = Consent.objects.get(person=world.person("sari"), purpose=ConsentPurpose.CERTIFICATION)
    with refuses(world, "consent.withdrawn", "consent.needed"):
        withdraw_consent(world.me("sari"), consent)


# ---------------------------------------------------------------- purposes


def test_another_purpose_is_said_in_words_and_printed(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_purpose(working, Purpose.OTHER)
    with refuses(world, "application.submitted", "application.purpose_words_missing"):
        send(world, draft)
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_purpose(working, Purpose.OTHER, " Syarat lomba ")
    application = send(world, draft)
    sheet = latest(application.pk, SheetCode.APL01)
    assert sheet is not None
    assert content_of(sheet)["purpose_other"] == "Syarat lomba"


# ---------------------------------------------------------------- special needs (HR-33)


def needy(world: World, wishes: dict[int, str], *, consent: bool = True) -> ApplicationDraft:
    draft = world.get(ApplicationDraft, "draft.lestari")
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_needs(working, wishes, consent=consent)
    return draft


def candidate_with_needs(world: World) -> Application:
    application = send(world, needy(world, {4: "Waktu lebih panjang", 6: "Tanpa tangga"}))
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def test_needs_are_told_with_words_and_their_own_consent(world: World) -> None:
    with refuses(world, "application.submitted", "need.undescribed", "need.no_consent"):
        send(world, needy(world, {4: " "}, consent=False))
    application = send(world, needy(world, {4: "Waktu lebih panjang"}))
    assert [(each.characteristic, each.decision) for each in special_needs_of(application)] == [(4, "")]
    assert consent_in_force(application.person_id, ConsentPurpose.SPECIAL_NEEDS)


def test_a_candidate_with_undecided_needs_is_not_scheduled(world: World) -> None:
    application = candidate_with_needs(world)
    event = world.get(Event, "event.planned")
    with refuses(world, "event.candidate_added", "candidate.needs_undecided") as refused:
        add_candidate(world.actor("maya"), event, application=application, assessor=world.person("budi"))
    assert refused.value.rules == ["HR-33"]
    for need in special_needs_of(application):
        decide_need(world.actor("maya"), need, decision=NeedDecision.GRANTED, measure="Disediakan", extra_minutes=15)
    assert add_candidate(world.actor("maya"), event, application=application, assessor=world.person("budi")).pk


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"decision": "entah", "note": "x"}, ["need.outcome_unknown"]),
        ({"decision": "granted", "measure": " "}, ["need.no_measure"]),
        ({"decision": "refused", "note": " "}, ["need.no_reason"]),
        ({"decision": "refused", "note": "Tidak perlu", "extra_minutes": 10}, ["need.minutes_refused"]),
    ],
)
def test_a_need_is_decided_with_measure_or_reason(world: World, said: dict[str, Any], codes: list[str]) -> None:
    need = special_needs_of(candidate_with_needs(world))[0]
    with refuses(world, "special_need.decided", *codes) as refused:
        decide_need(world.actor("maya"), need, **said)
    assert set(refused.value.rules) == {"APL-04"}
    assert SpecialNeed.objects.get(pk=need.pk).decision == ""


def test_a_need_is_decided_once(world: World) -> None:
    need = world.get(SpecialNeed, "need.wayan")
    with refuses(world, "special_need.decided", "need.decided_already") as refused:
        decide_need(world.actor("maya"), need, decision=NeedDecision.REFUSED, note="Berubah")
    assert refused.value.rules == ["HR-50"]


def test_a_need_of_a_returned_application_waits(world: World) -> None:
    application = send(world, needy(world, {4: "Waktu lebih panjang"}))
    with open_guard("test"):
        Application.objects.filter(pk=application.pk).update(state="returned")
    with refuses(world, "special_need.decided", "need.application_closed"):
        decide_need(world.actor("maya"), special_needs_of(application)[0], decision=NeedDecision.GRANTED, measure="Ada")


def test_only_the_manajer_sertifikasi_decides_a_need(world: World) -> None:
    need = special_needs_of(candidate_with_needs(world))[0]
    with refuses(world, "special_need.decided", "door.no_role"):
        decide_need(world.actor("dewi"), need, decision=NeedDecision.GRANTED, measure="Ada")


def test_a_granted_need_reaches_the_assessor(world: World) -> None:
    application = world.get(Application, "application.wayan")
    assessment = Assessment(application=application)
    assert [(each.characteristic, each.extra_minutes) for each in granted_needs(assessment)] == [(4, 30)]


def test_the_draft_tells_only_what_the_form_has(world: World) -> None:
    draft = needy(world, {4: "Waktu", 6: "Tanpa tangga"})
    needy(world, {6: "Tanpa tangga"})
    assert list(draft.needs.values_list("characteristic", flat=True)) == [6]


# ---------------------------------------------------------------- asesmen ulang (ASM-10)


def the_right(world: World) -> ReassessmentRight:
    return ReassessmentRight.objects.get(application_id=world.ids["application.galih"])


def begin(world: World) -> ApplicationDraft:
    return reassessment.start_again(world.person("galih"), the_right(world), today())


def test_the_decree_leaves_what_was_not_met_to_be_assessed_again(world: World) -> None:
    right = the_right(world)
    assert right.attempt == 1
    assert right.units.filter(met=False).count() == 1
    assert right.units.count() == SchemeUnit.objects.filter(version_id=world.ids["version"]).count()
    assert not ReassessmentRight.objects.filter(application_id=world.ids["application.sari"]).exists()


def test_a_reassessment_waits(world: World) -> None:
    verdict = reassessment.verdict_on(the_right(world), today())
    assert [(each.rule, each.code) for each in verdict.refusals] == [("ASM-10", "reassessment.too_early")]
    assert reassessment.verdict_on(the_right(world), today() + timedelta(days=14))


def again(world: World) -> ApplicationDraft:
    """The draft of galih's asesmen ulang, complete, without a waiting time."""
    put(world, "reassessment_wait", "0")
    draft = begin(world)
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_acceptance(working, information=True, consent=True, price=450_000, publication=True)
        for element in elements_asked(working):
            drafts.keep_answer(working, element.pk, answer=Answer.COMPETENT, text="Sudah dilatih ulang")
    return ApplicationDraft.objects.get(pk=draft.pk)


def test_a_reassessment_takes_over_what_still_holds(world: World) -> None:
    draft = again(world)
    earlier = world.get(Application, "application.galih")
    assert (draft.purpose, draft.nik, draft.reassessment) == (earlier.purpose, earlier.nik, the_right(world))
    assert DraftEvidence.objects.filter(draft=draft).count() == earlier.evidence.filter(removed=False).count()
    assert set(elements_asked(draft).values_list("unit_id", flat=True)) == set(
        the_right(world).units.filter(met=False).values_list("unit_id", flat=True)
    )
    assert begin(world) == draft
    facts = submission_facts(draft, world.body, today(), signed=True)
    assert (facts.elements_open, facts.elements > 0) == (0, True)


def silent_scheme(world: World) -> None:
    """The scheme says nothing of reassessment."""
    with open_guard("test"):
        SchemeVersion.objects.filter(pk=world.ids["version"]).update(reassessment_scope="")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda world: put(world, "reassessment_wait", "30"), "reassessment.too_early"),
        (lambda world: put(world, "reassessment_max", "0"), "reassessment.too_often"),
        (silent_scheme, "reassessment.scope_unset"),
    ],
)
def test_a_reassessment_is_not_sent_outside_its_rule(world: World, change: Any, code: str) -> None:
    draft = again(world)
    change(world)
    with refuses(world, "application.submitted", code) as refused:
        send(world, draft, "galih")
    assert refused.value.rules == ["ASM-10"]


def test_a_used_right_is_not_used_again(world: World) -> None:
    draft = again(world)
    sent = send(world, draft, "galih")
    verdict = reassessment.verdict_on(the_right(world), today())
    assert [each.code for each in verdict.refusals] == ["reassessment.used"]
    assert reassessment.verdict_on(the_right(world), today(), sent=sent)


def whole(world: World) -> ApplicationDraft:
    """A draft of galih for the whole scheme after the decision Belum Kompeten, complete."""
    version = world.get(SchemeVersion, "version")
    draft = drafts.start(world.person("galih"), version)
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_purpose(working, Purpose.CERTIFICATION)
        drafts.keep_acceptance(working, information=True, consent=True, price=450_000, publication=True)
        for element in elements_asked(working):
            drafts.keep_answer(working, element.pk, answer=Answer.COMPETENT, text="Sudah dilatih ulang")
        for row in world.get(Application, "application.galih").evidence.filter(requirement__isnull=False):
            DraftEvidence.objects.create(draft=working, requirement=row.requirement, file=row.file, title=row.title)
    return ApplicationDraft.objects.get(pk=draft.pk)


def test_a_new_application_for_the_whole_scheme_waits_as_long(world: World) -> None:
    draft = whole(world)
    assert [each.code for each in reassessment.verdict_on_whole(draft, today()).refusals] == [
        "reassessment.whole_too_early"
    ]
    with refuses(world, "application.submitted", "reassessment.whole_too_early") as refused:
        send(world, draft, "galih")
    assert refused.value.rules == ["ASM-10"]
    assert ApplicationDraft.objects.get(pk=draft.pk).application_id is None
    put(world, "reassessment_wait", "0")
    assert send(world, draft, "galih").reassessment_id is None


def test_who_never_failed_waits_for_nothing(world: World) -> None:
    draft = ApplicationDraft(person=world.person("sari"), scheme_version=world.get(SchemeVersion, "version"))
    assert reassessment.verdict_on_whole(draft, today())
    assert reassessment.reapplication(draft, today())[1].opens_on is None


def test_the_whole_scheme_is_open_when_the_number_is_used_up(world: World) -> None:
    put(world, "reassessment_wait", "0")
    put(world, "reassessment_max", "0")
    assert [each.code for each in reassessment.verdict_on(the_right(world), today()).refusals] == [
        "reassessment.too_often"
    ]
    assert send(world, whole(world), "galih").state == "submitted"


@pytest.mark.parametrize(("maximum", "attempt"), [("2", 2), ("1", 2), ("0", 1)])
def test_the_whole_scheme_counts_until_the_number_is_used_up(
    world: World, monkeypatch: pytest.MonkeyPatch, maximum: str, attempt: int
) -> None:
    """Chosen while a reassessment was left, it is one of them; as the only way left, it begins the count anew."""
    put(world, "reassessment_wait", "0")
    put(world, "reassessment_max", maximum)
    application = send(world, whole(world), "galih")
    accept_application(world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED)
    on_the_day(world, monkeypatch, application)
    assessments.signed(world, "galih", except_criteria=[assessments.criteria(world, "galih")[-1].pk])
    certificates.decided(world, "galih")
    sign_decree(world.actor("surya"), certificates.closed(world, world.get(Meeting, "meeting.open")), statement=AGREED)
    assert ReassessmentRight.objects.get(application=application).attempt == attempt


def on_the_day(world: World, monkeypatch: pytest.MonkeyPatch, application: Application) -> None:
    """The new case of galih at the event of today, FR.AK.01 agreed."""
    event = world.get(Event, "event")
    row = add_candidate(
        world.actor("maya"), event, application=application, assessor=world.person("budi"), reason="Asesmen ulang"
    )
    sign_assignment_letter(world.actor("surya"), Event.objects.get(pk=event.pk), statement=AGREED)
    monkeypatch.setitem(world.ids, "application.galih", application.pk)
    monkeypatch.setitem(world.ids, "candidate.galih", row.pk)
    assessments.open_and_agree(world, "galih")


def test_the_unmet_unit_alone_is_assessed_and_the_certificate_lists_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = again(world)
    application = send(world, draft, "galih")
    accept_application(world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED)
    units = SchemeUnit.objects.filter(version_id=world.ids["version"]).count()
    assert len(units_in_scope(application) or ()) == 1
    assert len(units_carried(application)) == units - 1
    apl01 = latest(application.pk, SheetCode.APL01)
    assert apl01 is not None
    assert len(content_of(apl01)["units"]) == 1

    on_the_day(world, monkeypatch, application)
    assessment = assessments.signed(world, "galih")
    grid = grid_of(assessment)
    assert (len(grid.units), grid.result) == (1, Result.COMPETENT)
    assert grid.total == criteria_of(assessment).count() == progress_of([assessment])[assessment.pk].total

    decision = certificates.decided(world, "galih")
    meeting = certificates.closed(world, world.get(Meeting, "meeting.open"))
    sign_decree(world.actor("surya"), meeting, statement=AGREED)
    certificate = issue_certificate(world.actor("surya"), Decision.objects.get(pk=decision.pk), statement=AGREED)
    assert len(content_of(certificate.sheet)["units"]) == units
