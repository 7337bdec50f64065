from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.utils import timezone

from jamstac.assessment.models import Assessment
from jamstac.assessors.actions import sign_pact
from jamstac.assessors.models import Pact
from jamstac.assessors.states import PactKind
from jamstac.bodies.actions import set_pattern
from jamstac.bodies.models import IssuedNumber
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.certification.actions import (
    close_meeting,
    confirm_presence,
    decide,
    issue_certificate,
    open_meeting,
    postpone_case,
    recuse,
    sign_decree,
    sign_minutes,
    table_case,
)
from jamstac.certification.models import (
    Attendance,
    Certificate,
    Decision,
    DecisionMember,
    Decree,
    Meeting,
    MeetingCase,
    Recusal,
)
from jamstac.certification.states import MeetingState
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import content_of
from jamstac.kernel.periods import add_years
from jamstac.kernel.workdays import add_workdays
from jamstac.ledger.door import SystemActor, open_guard
from jamstac.ledger.models import Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.messaging.models import Message
from jamstac.parameters.models import ParameterValue
from jamstac.people.actions import appoint, end_appointment, record_relation
from jamstac.people.models import Appointment
from jamstac.people.states import Function, RelationKind
from tests.refusing import last_entry, refuses
from tests.world.assessments import assessment_of, criteria, recommended, signed
from tests.world.base import AGREED, World, ago, ahead, today
from tests.world.certificates import CHAIR, DECIDERS, attended, closed, decided, decreed, opened, tabled

UNREAD = Statement("Saya menyetujui pernyataan ini.", agreed=False, reauthenticated=True)


def also(world: World, key: str, function: Function) -> None:
    """`key` gets one more function, in force since yesterday."""
    appoint(
        world.actor("surya"),
        world.person(key),
        function=function,
        decree_number="009/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


def unset(key: str) -> None:
    with open_guard("test"):
        ParameterValue.objects.filter(key=key).delete()


def unmet_last(world: World, key: str) -> Assessment:
    """The case of `key` signed by both, one unit not yet competent."""
    return signed(world, key, except_criteria=[criteria(world, key)[-1].pk])


# ---------------------------------------------------------------- the meeting


def test_a_meeting_names_its_deciders_and_gets_its_number(world: World) -> None:
    meeting = opened(world)
    assert meeting.number == f"3/{today().year}"
    assert meeting.state == MeetingState.OPEN
    assert {row.person.name for row in meeting.members.all()} == {world.person(key).name for key in DECIDERS}
    assert last_entry(world).event == "meeting.opened"


def test_only_deciders_sit_in_a_pleno(world: World) -> None:
    with refuses(world, "meeting.opened", "meeting.not_deciders"):
        opened(world, members=["hendra", "ratna", "budi"])
    with refuses(world, "meeting.opened", "meeting.chair_not_member"):
        opened(world, chair="yusuf", members=["hendra", "ratna"])
    assert Meeting.objects.filter(body=world.body).count() == 2


def test_a_person_of_another_lsp_is_no_decider_here(world: World) -> None:
    with pytest.raises(OutOfScope):
        opened(world, members=["hendra", "ratna", "tono"])
    assert not Meeting.objects.filter(members__person=world.person("tono")).exists()


def test_a_member_is_present_once_and_only_by_their_own_word(world: World) -> None:
    meeting = opened(world)
    confirm_presence(world.actor("ratna"), meeting)
    assert [row.person_id for row in Attendance.objects.filter(meeting=meeting, present_at__isnull=False)] == [
        world.person("ratna").pk
    ]
    with refuses(world, "meeting.attended", "meeting.present_already"):
        confirm_presence(world.actor("ratna"), meeting)
    also(world, "rina", Function.DECIDER)
    with refuses(world, "meeting.attended", "meeting.not_member"):
        confirm_presence(world.actor("rina"), meeting)


def test_nobody_is_present_before_the_day_of_the_meeting(world: World) -> None:
    meeting = open_meeting(
        world.actor("maya"),
        world.body,
        date=ahead(1),
        time=time(9),
        place="Ruang rapat",
        chair=world.person(CHAIR),
        members=[world.person(key) for key in DECIDERS],
    )
    with refuses(world, "meeting.attended", "meeting.not_begun"):
        confirm_presence(world.actor("ratna"), meeting)


def test_nobody_joins_a_closed_meeting(world: World) -> None:
    meeting = attended(world, present=["hendra", "ratna"])
    close_meeting(world.actor("hendra"), meeting, statement=AGREED)
    with refuses(world, "meeting.attended", "meeting.closed"):
        confirm_presence(world.actor("yusuf"), meeting)


def test_another_lsp_does_not_see_the_meeting(world: World) -> None:
    for act in (confirm_presence, lambda actor, subject: sign_decree(actor, subject, statement=AGREED)):
        with pytest.raises(OutOfScope):
            act(world.actor("tono"), world.get(Meeting, "meeting.open"))


# ---------------------------------------------------------------- the file


def test_a_complete_file_is_frozen_on_the_table(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    assert len(case.file_digest) == 64
    entry = last_entry(world)
    assert (entry.event, entry.case_id) == ("case.tabled", world.ids["application.intan"])


def test_an_assessment_under_way_does_not_come_to_the_table(world: World) -> None:
    with refuses(world, "case.tabled", "file.assessment_open", "file.missing") as refused:
        tabled(world, "intan")
    assert refused.value.rules == ["HR-37", "HR-37"]
    recommended(world, "intan")
    with refuses(world, "case.tabled", "file.assessment_open", "file.unsigned"):
        tabled(world, "intan")
    assert not MeetingCase.objects.filter(assessment=assessment_of(world, "intan")).exists()


def test_a_case_stands_on_one_table(world: World) -> None:
    with refuses(world, "case.tabled", "case.on_a_table"):
        tabled(world, "sari")


def test_a_case_of_another_lsp_is_not_there(world: World) -> None:
    also_there = world.get(Meeting, "meeting.open")
    with pytest.raises(OutOfScope):
        table_case(world.actor("tono"), also_there, assessment=assessment_of(world, "sari"))


def test_a_meeting_before_the_assessment_takes_no_file(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    signed(world, "intan")
    with refuses(world, "case.tabled", "decision.before_assessment") as refused:
        tabled(world, "intan")
    assert refused.value.rules == ["HR-38"]


def test_no_meeting_is_opened_for_a_day_that_has_passed(world: World) -> None:
    with refuses(world, "meeting.opened", "meeting.day_past") as refused:
        open_meeting(
            world.actor("maya"),
            world.body,
            date=ago(1),
            time=time(9),
            place="Ruang rapat",
            chair=world.person(CHAIR),
            members=[world.person(key) for key in DECIDERS],
        )
    assert refused.value.rules == ["DEC-04"]


def test_a_file_that_changed_after_freezing_is_not_decided(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    sheet = Sheet.objects.get(case=case.case_id, code="FR.AK.02")
    changed = {
        field.attname: getattr(sheet, field.attname) for field in Sheet._meta.concrete_fields if field.name != "id"
    }
    with open_guard("test"):
        copy = Sheet.objects.create(**(changed | {"version": 2, "digest": "0" * 64}))
        for row in Signature.objects.filter(sheet=sheet):
            row.pk, row.sheet, row._state.adding = None, copy, True
            row.id = Signature().id
            row.save()
    with refuses(world, "decision.made", "file.changed") as refused:
        decide(world.actor(CHAIR), case, outcome="K")
    assert refused.value.rules == ["HR-37"]
    assert not Decision.objects.filter(meeting_case=case).exists()


def test_a_postponed_case_leaves_the_table_and_comes_back_at_another(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "case.postponed", "meeting.no_reason"):
        postpone_case(world.actor("maya"), case, reason=" ")
    postpone_case(world.actor("hendra"), case, reason="Menunggu penjelasan asesor.")
    with refuses(world, "decision.made", "case.postponed"):
        decide(world.actor(CHAIR), case, outcome="K")
    with refuses(world, "case.postponed", "case.postponed"):
        postpone_case(world.actor("maya"), case, reason="Lagi.")
    again = tabled(world, "intan", attended(world))
    assert decide(world.actor(CHAIR), again, outcome="K").outcome == "K"


# ---------------------------------------------------------------- the decision


def test_the_chair_writes_what_the_members_present_decided(world: World) -> None:
    signed(world, "intan")
    decision = decided(world, "intan")
    assert decision.outcome == "K"
    members = DecisionMember.objects.filter(decision=decision).values_list("person_id", flat=True)
    assert set(members) == {world.person(key).pk for key in DECIDERS}
    assert last_entry(world).event == "decision.made"


def test_a_decision_is_made_once_even_from_two_tabs(world: World) -> None:
    with refuses(world, "decision.made", "meeting.closed", "decision.made_already") as refused:
        decide(world.actor(CHAIR), world.get(MeetingCase, "meeting_case.sari"), outcome="BK", reason="Berubah pikiran.")
    assert "HR-50" in refused.value.rules
    signed(world, "intan")
    case = decided(world, "intan").meeting_case
    with refuses(world, "decision.made", "decision.made_already"):
        decide(world.actor(CHAIR), case, outcome="K")
    assert Decision.objects.filter(meeting_case=case).count() == 1


def test_only_the_chair_writes_the_decision(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "meeting.not_chair"):
        decide(world.actor("ratna"), case, outcome="K")


def test_a_program_never_decides(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "decision.not_human", "meeting.not_chair") as refused:
        decide(SystemActor("worker", world.body.pk), case, outcome="K")
    assert refused.value.rules[0] == "HR-40"
    assert not Decision.objects.filter(meeting_case=case).exists()


def test_the_assessor_at_the_table_stops_the_decision_until_recused(world: World) -> None:
    also(world, "budi", Function.DECIDER)
    signed(world, "intan")
    case = tabled(world, "intan", attended(world, members=[*DECIDERS, "budi"]))
    with refuses(world, "decision.made", "decision.examiner") as refused:
        decide(world.actor(CHAIR), case, outcome="K")
    assert refused.value.rules == ["HR-01"]
    recuse(world.actor("budi"), case, reason="Saya asesornya.")
    decision = decide(world.actor(CHAIR), case, outcome="K")
    assert not DecisionMember.objects.filter(decision=decision, person=world.person("budi")).exists()


def test_the_assessor_never_decides_as_chair(world: World) -> None:
    also(world, "budi", Function.DECIDER)
    signed(world, "intan")
    case = tabled(world, "intan", attended(world, chair="budi", members=[*DECIDERS, "budi"]))
    with refuses(world, "decision.made", "decision.examiner", "decision.assessor_acts") as refused:
        decide(world.actor("budi"), case, outcome="K")
    assert refused.value.rules == ["HR-01", "HR-07"]


def test_a_chair_who_stands_aside_writes_no_decision(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    recuse(world.actor(CHAIR), case, reason="Kerabat.")
    with refuses(world, "decision.made", "decision.no_quorum", "decision.chair_absent"):
        decide(world.actor(CHAIR), case, outcome="K")


def test_who_trained_the_candidate_inside_the_window_takes_no_part(world: World) -> None:
    record_relation(
        world.actor("maya"),
        world.person("yusuf"),
        other=world.person("intan"),
        kind=RelationKind.TRAINED,
        valid_from=ago(400),
        valid_until=ago(300),
    )
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "decision.trainer") as refused:
        decide(world.actor(CHAIR), case, outcome="K")
    assert refused.value.rules == ["HR-02"]


def test_training_before_the_window_does_not_count(world: World) -> None:
    record_relation(
        world.actor("maya"),
        world.person("yusuf"),
        other=world.person("intan"),
        kind=RelationKind.TRAINED,
        valid_from=ago(1200),
        valid_until=ago(1000),
    )
    signed(world, "intan")
    assert decided(world, "intan").outcome == "K"


@pytest.mark.parametrize("key", ["pleno_quorum", "training_conflict_window"])
def test_no_decision_while_its_parameter_is_unset(world: World, key: str) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    unset(key)
    with refuses(world, "decision.made", "parameter.unset"):
        decide(world.actor(CHAIR), case, outcome="K")


def test_a_decision_needs_its_quorum(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan", attended(world, present=["hendra", "ratna"]))
    with refuses(world, "decision.made", "decision.no_quorum") as refused:
        decide(world.actor(CHAIR), case, outcome="K")
    assert refused.value.rules == ["HR-38"]


def test_a_recused_member_is_not_counted_for_the_quorum(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    recuse(world.actor("yusuf"), case, reason="Tetangga dekat.")
    with refuses(world, "decision.made", "decision.no_quorum"):
        decide(world.actor(CHAIR), case, outcome="K")


def test_a_member_whose_appointment_ended_is_not_counted(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    appointment = Appointment.objects.get(person=world.person("yusuf"), function=Function.DECIDER)
    end_appointment(world.actor("surya"), appointment, last_day=ago(1), reason="Masa tugas selesai")
    with refuses(world, "decision.made", "decision.no_quorum"):
        decide(world.actor(CHAIR), case, outcome="K")


def test_a_member_who_is_the_candidate_is_not_counted(world: World) -> None:
    also(world, "intan", Function.DECIDER)
    for kind in PactKind:
        sign_pact(world.actor("intan"), world.get(Pact, f"pact.{kind.value}"), statement=AGREED)
    signed(world, "intan")
    case = tabled(world, "intan", attended(world, members=["hendra", "ratna", "intan"]))
    with refuses(world, "decision.made", "decision.no_quorum"):
        decide(world.actor(CHAIR), case, outcome="K")


def test_no_decision_while_the_scheme_is_out_of_the_annex(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    with refuses(world, "decision.made", "licence.scheme_not_in_annex") as refused:
        decide(world.actor(CHAIR), case, outcome="K")
    assert refused.value.rules == ["HR-16"]


def test_kompeten_only_where_every_unit_is_reached(world: World) -> None:
    unmet_last(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "decision.units_not_reached") as refused:
        decide(world.actor(CHAIR), case, outcome="K", reason="Kami percaya asesi mampu.")
    assert refused.value.rules == ["HR-36"]


def test_departing_from_the_recommendation_needs_a_reason(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "decision.no_reason") as refused:
        decide(world.actor(CHAIR), case, outcome="BK", reason="  ")
    assert refused.value.rules == ["HR-39"]
    decision = decide(world.actor(CHAIR), case, outcome="BK", reason="Bukti satu unit bukan milik asesi.")
    assert (decision.outcome, case.assessment.result) == ("BK", "K")


def test_a_candidate_is_told_why_even_when_the_recommendation_says_the_same(world: World) -> None:
    unmet_last(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "decision.no_reason_for_candidate"):
        decide(world.actor(CHAIR), case, outcome="BK")


def test_an_outcome_nobody_knows_is_refused(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "door.invalid_field"):
        decide(world.actor(CHAIR), case, outcome="X", reason="Entah.")


def test_a_recusal_is_a_members_own_and_said_once(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "case.recused", "meeting.no_reason"):
        recuse(world.actor("yusuf"), case, reason="")
    recuse(world.actor("yusuf"), case, reason="Tetangga dekat.")
    with refuses(world, "case.recused", "case.recused_already"):
        recuse(world.actor("yusuf"), case, reason="Tetangga dekat.")
    also(world, "rina", Function.DECIDER)
    with refuses(world, "case.recused", "meeting.not_member"):
        recuse(world.actor("rina"), case, reason="Bukan rapat saya.")
    assert Recusal.objects.filter(meeting_case=case).count() == 1


# ---------------------------------------------------------------- minutes and decree


def test_closing_freezes_the_minutes_and_the_chair_signs(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closing = close_meeting(world.actor(CHAIR), meeting, statement=AGREED)
    assert closing.state == MeetingState.CLOSED
    assert closing.minutes is not None
    content = content_of(closing.minutes)
    assert [(row["name"], row["result"]) for row in content["rows"]] == [("Intan Semisal", "K")]
    assert [member["role"] for member in content["members"]] == ["Ketua", "Anggota", "Anggota"]
    assert Signature.objects.filter(sheet=closing.minutes).count() == 1


def test_the_minutes_say_who_stood_aside_and_what_departed(world: World) -> None:
    also(world, "rina", Function.DECIDER)
    signed(world, "intan")
    meeting = attended(world, members=[*DECIDERS, "rina"])
    case = tabled(world, "intan", meeting)
    recuse(world.actor("rina"), case, reason="Pernah satu kantor")
    decide(world.actor(CHAIR), case, outcome="BK", reason="Satu bukti meragukan")
    closing = close_meeting(world.actor(CHAIR), meeting, statement=AGREED)
    assert closing.minutes is not None
    notes = content_of(closing.minutes)["notes"]
    assert "Rina Ibarat tidak ikut pada berkas 2026/0003: Pernah satu kantor." in notes.replace(
        str(today().year), "2026"
    )
    assert "berbeda dari rekomendasi asesor: Satu bukti meragukan." in notes


def test_a_meeting_closes_only_when_every_case_is_settled(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    case = tabled(world, "intan", meeting)
    with refuses(world, "meeting.closed", "meeting.undecided"):
        close_meeting(world.actor(CHAIR), meeting, statement=AGREED)
    postpone_case(world.actor(CHAIR), case, reason="Waktu habis")
    closing = close_meeting(world.actor(CHAIR), meeting, statement=AGREED)
    assert closing.minutes is not None
    assert "ditunda: Waktu habis." in content_of(closing.minutes)["notes"]
    with refuses(world, "meeting.closed", "meeting.closed"):
        close_meeting(world.actor(CHAIR), meeting, statement=AGREED)


def test_only_a_present_chair_closes_and_with_a_signature(world: World) -> None:
    meeting = attended(world, present=["ratna"])
    with refuses(world, "meeting.closed", "meeting.not_chair", "meeting.chair_absent"):
        close_meeting(world.actor("ratna"), meeting, statement=AGREED)
    confirm_presence(world.actor(CHAIR), meeting)
    with refuses(world, "meeting.closed", "signature.not_agreed"):
        close_meeting(world.actor(CHAIR), meeting, statement=UNREAD)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.minutes) == (MeetingState.OPEN, None)


def test_every_member_present_signs_the_minutes_once(world: World) -> None:
    meeting = world.get(Meeting, "meeting")
    with refuses(world, "minutes.signed", "signature.signed_before") as refused:
        sign_minutes(world.actor("ratna"), meeting, statement=AGREED)
    assert refused.value.rules == ["HR-50"]
    also(world, "rina", Function.DECIDER)
    with refuses(world, "minutes.signed", "meeting.not_member"):
        sign_minutes(world.actor("rina"), meeting, statement=AGREED)
    with refuses(world, "minutes.signed", "minutes.not_written"):
        sign_minutes(world.actor("ratna"), world.get(Meeting, "meeting.open"), statement=AGREED)


def test_the_decree_waits_for_the_minutes(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    with refuses(world, "decree.signed", "minutes.not_written"):
        sign_decree(world.actor("surya"), meeting, statement=AGREED)
    closed(world, meeting, signers=["hendra", "ratna"])
    with refuses(world, "decree.signed", "minutes.unsigned"):
        sign_decree(world.actor("surya"), meeting, statement=AGREED)
    sign_minutes(world.actor("yusuf"), meeting, statement=AGREED)
    assert sign_decree(world.actor("surya"), meeting, statement=AGREED).number.startswith("002/SK/")


def test_a_meeting_without_decisions_has_no_decree(world: World) -> None:
    meeting = closed(world, attended(world))
    with refuses(world, "decree.signed", "decree.empty"):
        sign_decree(world.actor("surya"), meeting, statement=AGREED)


def test_a_meeting_has_one_decree(world: World) -> None:
    with refuses(world, "decree.signed", "decree.signed_already") as refused:
        sign_decree(world.actor("surya"), world.get(Meeting, "meeting"), statement=AGREED)
    assert refused.value.rules == ["HR-50"]
    assert Decree.objects.filter(body=world.body).count() == 1


def test_staff_prove_who_they_are_when_signing_the_decree(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closed(world, meeting)
    with refuses(world, "decree.signed", "signature.no_reauthentication"):
        sign_decree(world.actor("surya"), meeting, statement=Statement("Saya menetapkan.", agreed=True))
    assert not IssuedNumber.objects.filter(purpose=NumberPurpose.DECREE, number__startswith="002").exists()


def test_the_assessor_never_signs_the_decree(world: World) -> None:
    also(world, "budi", Function.DIRECTOR)
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closed(world, meeting)
    with refuses(world, "decree.signed", "decision.examiner", "decision.assessor_acts") as refused:
        sign_decree(world.actor("budi"), meeting, statement=AGREED)
    assert refused.value.rules == ["HR-01", "HR-07"]


def test_who_trained_a_candidate_does_not_sign_the_decree(world: World) -> None:
    record_relation(
        world.actor("maya"),
        world.person("surya"),
        other=world.person("intan"),
        kind=RelationKind.TRAINED,
        valid_from=ago(60),
    )
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closed(world, meeting)
    with refuses(world, "decree.signed", "decision.trainer") as refused:
        sign_decree(world.actor("surya"), meeting, statement=AGREED)
    assert refused.value.rules == ["HR-02"]


def test_nobody_signs_the_decree_about_oneself(world: World) -> None:
    also(world, "intan", Function.DIRECTOR)
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closed(world, meeting)
    with refuses(world, "decree.signed", "door.about_oneself") as refused:
        sign_decree(world.actor("intan"), meeting, statement=AGREED)
    assert refused.value.rules == ["HR-15"]


def test_a_refusal_of_competence_tells_reasons_units_and_the_right_to_appeal(world: World) -> None:
    letter = world.get(Decision, "decision.galih").result_letter
    assert letter is not None
    assert letter.owner_id == world.person("galih").pk
    content = content_of(letter)
    assert content["decision"]["result"] == "BK"
    assert content["reasons"] == ["Bukti pada satu unit belum memadai."]
    assert len(content["units_open"]) == 1
    assert content["appeal"]["days_words"] == "empat belas"
    deadline = add_workdays(today(), 14)
    assert content["appeal"]["deadline"].startswith(f"{deadline.day} ")
    assert Signature.objects.filter(sheet=letter, person=world.person("surya")).exists()


def test_candidates_are_told_by_a_notice_that_does_not_say_the_outcome(world: World) -> None:
    notices = Message.objects.filter(to_person_id=world.person("galih").pk, subject__startswith="Hasil sertifikasi")
    (notice,) = notices
    assert notice.link.endswith(f"/saya/hasil/{world.ids['application.galih']}")
    assert "Kompeten" not in notice.subject + notice.text
    assert Message.objects.filter(
        to_person_id=world.person("sari").pk, subject__startswith="Sertifikat Anda terbit"
    ).exists()


def test_a_letter_of_competence_is_short(world: World) -> None:
    letter = world.get(Decision, "decision.sari").result_letter
    assert letter is not None
    content = content_of(letter)
    assert (content["decision"]["result"], content["reasons"], content["appeal"]) == ("K", [], None)


def test_without_an_appeal_window_no_refusal_goes_out(world: World) -> None:
    unmet_last(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    closed(world, meeting)
    unset("appeal_submit_window")
    with refuses(world, "decree.signed", "parameter.unset"):
        sign_decree(world.actor("surya"), meeting, statement=AGREED)


def test_without_refusals_a_decree_needs_no_appeal_window(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decided(world, "intan", meeting=meeting)
    unset("appeal_submit_window")
    assert decreed(world, meeting).number


# ---------------------------------------------------------------- the certificate


def test_a_certificate_carries_number_code_and_validity(world: World) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    year = today().year
    assert certificate.number.endswith(f"0000001 {year}")
    assert certificate.registration == f"CTH 0000 00001 {year}"
    assert (certificate.number_key, len(certificate.code)) == (certificate.number.replace(" ", ""), 16)
    assert certificate.issued_on == today()
    assert certificate.valid_until == add_years(today(), certificate.scheme_version.validity_years or 0)
    content = content_of(certificate.sheet)
    assert content["verify_url"].endswith(f"/cek#{certificate.code}")
    assert content["front"]["name"] == "Surya Andaian"
    assert content["back"]["name"] == "Maya Umpama"
    assert certificate.sheet.owner_id == world.person("sari").pk


def test_the_ledger_never_holds_the_check_code_or_a_name(world: World) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    for entry in Entry.objects.filter(chain__body_id=world.body.pk):
        payload = bytes(entry.payload).decode()
        assert certificate.code not in payload
        assert certificate.holder_name not in payload


def test_no_certificate_from_a_decision_belum_kompeten(world: World) -> None:
    with refuses(world, "certificate.issued", "certificate.not_competent") as refused:
        issue_certificate(world.actor("surya"), world.get(Decision, "decision.galih"), statement=AGREED)
    assert refused.value.rules == ["HR-42"]


def test_one_certificate_per_decision(world: World) -> None:
    with refuses(world, "certificate.issued", "certificate.issued_already") as refused:
        issue_certificate(world.actor("surya"), world.get(Decision, "decision.sari"), statement=AGREED)
    assert refused.value.rules == ["HR-42"]
    assert Certificate.objects.filter(body=world.body).count() == 1


def test_no_certificate_before_the_decree(world: World) -> None:
    signed(world, "intan")
    decision = decided(world, "intan")
    with refuses(world, "certificate.issued", "certificate.no_decree"):
        issue_certificate(world.actor("surya"), decision, statement=AGREED)


def test_no_certificate_with_a_mandatory_field_missing(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decision = decided(world, "intan", meeting=meeting)
    decreed(world, meeting)
    appointment = Appointment.objects.get(person=world.person("maya"))
    end_appointment(world.actor("surya"), appointment, last_day=ago(1), reason="Masa tugas selesai")
    with refuses(world, "certificate.issued", "certificate.missing_fields") as refused:
        issue_certificate(world.actor("surya"), decision, statement=AGREED)
    assert refused.value.refusals[0].facts["fields"] == "manajer sertifikasi"


def test_a_certificate_number_is_never_given_twice(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decision = decided(world, "intan", meeting=meeting)
    decreed(world, meeting)
    set_pattern(
        world.actor("surya"),
        world.body,
        purpose=NumberPurpose.CERTIFICATE,
        pattern="{kbli} {kbji} {level} {seq:7} {year}",
        scope=NumberScope.YEAR,
    )
    with refuses(world, "certificate.issued", "number.given_before") as refused:
        issue_certificate(world.actor("surya"), decision, statement=AGREED)
    assert refused.value.rules == ["HR-43"]
    assert not Certificate.objects.filter(decision=decision).exists()


def test_numbers_have_no_gap_after_a_refused_issue(world: World) -> None:
    signed(world, "intan")
    meeting = attended(world)
    decision = decided(world, "intan", meeting=meeting)
    decreed(world, meeting)
    with refuses(world, "certificate.issued", "signature.not_agreed"):
        issue_certificate(world.actor("surya"), decision, statement=UNREAD)
    certificate = issue_certificate(world.actor("surya"), decision, statement=AGREED)
    assert f" 0000002 {today().year}" in certificate.number


def test_the_assessor_never_issues_the_certificate(world: World) -> None:
    also(world, "budi", Function.DIRECTOR)
    signed(world, "intan")
    meeting = attended(world)
    decision = decided(world, "intan", meeting=meeting)
    decreed(world, meeting)
    with refuses(world, "certificate.issued", "decision.examiner", "decision.assessor_acts") as refused:
        issue_certificate(world.actor("budi"), decision, statement=AGREED)
    assert refused.value.rules == ["HR-01", "HR-07"]


def test_nobody_issues_a_certificate_to_oneself(world: World) -> None:
    also(world, "sari", Function.DIRECTOR)
    with refuses(world, "certificate.issued", "door.about_oneself"):
        issue_certificate(world.actor("sari"), world.get(Decision, "decision.sari"), statement=AGREED)


def test_an_admin_neither_decides_nor_issues(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with refuses(world, "decision.made", "door.no_role"):
        decide(world.actor("dewi"), case, outcome="K")
    with refuses(world, "certificate.issued", "door.no_role"):
        issue_certificate(world.actor("dewi"), world.get(Decision, "decision.sari"), statement=AGREED)


def test_the_status_of_a_certificate_follows_the_day(world: World) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    words = [
        str(certificate.status_on(day).label)
        for day in (ago(1), today(), certificate.valid_until, certificate.valid_until.replace(year=2099))
    ]
    assert words == ["Belum berlaku", "Berlaku", "Berlaku", "Kedaluwarsa"]
