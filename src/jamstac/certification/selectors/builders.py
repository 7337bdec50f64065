"""What the rules of certification are asked with. The doors and the pages use the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from jamstac.applications.selectors import units_carried
from jamstac.assessment.models import Assessment, UnitResult
from jamstac.assessment.states import AssessmentState, Result
from jamstac.assessors.selectors import pact_facts
from jamstac.bodies.numbering import pattern_facts, pattern_on
from jamstac.bodies.states import NumberPurpose
from jamstac.certification.facts import (
    AttendanceFacts,
    ClosingFacts,
    DecisionFacts,
    DecreeFacts,
    IssueFacts,
    MinutesFacts,
    OpeningFacts,
    PostponementFacts,
    RecusalFacts,
    TablingFacts,
)
from jamstac.certification.models import (
    Attendance,
    Certificate,
    Decision,
    Decree,
    Meeting,
    MeetingCase,
    Recusal,
)
from jamstac.certification.selectors.files import EXAMINER_SHEETS, assessed_on, case_file
from jamstac.certification.selectors.lists import (
    certification_manager,
    decisions_of,
    is_decided,
    minutes_signers,
    open_cases,
    present_ids,
)
from jamstac.certification.states import MeetingState, Outcome
from jamstac.documents.models import Signature
from jamstac.findings.selectors import holds_on, waived
from jamstac.impartiality.selectors import open_conflicts
from jamstac.kernel.periods import months_before
from jamstac.kernel.verdicts import ALLOW, Verdict
from jamstac.ledger.door import Actor, ActorKind
from jamstac.licensing.selectors import licence_on, scope_facts
from jamstac.parameters.selectors import is_set, number
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Relation
from jamstac.people.states import NEVER_DECIDE, Function, RelationKind
from jamstac.schemes.models import SchemeUnit
from jamstac.schemes.states import CertificateRule


def _trainers(people: Iterable[UUID], candidates: Iterable[UUID], day: date, window: int | None) -> frozenset[UUID]:
    """Those of `people` who trained or taught one of `candidates` on a day inside the window (months)."""
    if window is None:
        return frozenset()
    since = months_before(day, window)
    found = Relation.objects.filter(
        Q(valid_until=None) | (Q(valid_until__gte=since) & Q(valid_until__gte=F("valid_from"))),
        kind__in=[RelationKind.TRAINED, RelationKind.TEACHES],
        person__in=list(people),
        other__in=list(candidates),
        valid_from__lte=day,
    )
    return frozenset(found.values_list("person_id", flat=True))


def _holders(people: Iterable[UUID], functions: Iterable[str], day: date) -> frozenset[UUID]:
    found = Appointment.objects.filter(in_force(day), person__in=list(people), function__in=list(functions))
    return frozenset(found.values_list("person_id", flat=True))


def quorum_settings(body_id: UUID, day: date) -> Verdict:
    """Refuses while the parameters of a decision are unset."""
    return _settings(body_id, day, "pleno_quorum", "training_conflict_window")


def decree_settings(meeting: Meeting, day: date) -> Verdict:
    """Refuses while a parameter of the decree or of its letters is unset."""
    keys = ["training_conflict_window"]
    if meeting.cases.filter(decision__outcome=Outcome.NOT_YET).exists():
        keys.append("appeal_submit_window")
    return _settings(meeting.body_id, day, *keys)


def _settings(body_id: UUID, day: date, *keys: str) -> Verdict:
    verdict = ALLOW
    for key in keys:
        verdict &= is_set(key, number(body_id, key, day))
    return verdict


def opening_facts(*, meeting_date: date, day: date, chair: UUID, members: Iterable[UUID]) -> OpeningFacts:
    named = frozenset(members)
    return OpeningFacts(
        chair=chair,
        members=named,
        deciders=_holders(named, [Function.DECIDER], meeting_date),
        day=day,
        meeting_date=meeting_date,
    )


def attendance_facts(meeting: Meeting, members: list[Attendance], actor: Actor, day: date) -> AttendanceFacts:
    return AttendanceFacts(
        actor=actor.person_id,
        members=frozenset(row.person_id for row in members),
        present=frozenset(row.person_id for row in members if row.present_at),
        meeting_open=meeting.state == MeetingState.OPEN,
        meeting_date=meeting.date,
        day=day,
        **asdict(pact_facts(meeting.body_id, [actor.person_id] if actor.person_id else [], day)),
    )


def in_the_way(assessment: Assessment, day: date) -> dict[str, int]:
    """For HR-41, unless two persons lifted it for the case."""
    case = assessment.application_id
    if waived(assessment.body_id, "HR-41", case, day):
        return {"open_conflicts": 0, "holds": 0}
    return {"open_conflicts": open_conflicts(case, assessment.assessor_id), "holds": len(holds_on(case))}


def tabling_facts(meeting: Meeting, assessment: Assessment, day: date) -> TablingFacts:
    file = case_file(assessment)
    return TablingFacts(
        meeting_open=meeting.state == MeetingState.OPEN,
        meeting_date=meeting.date,
        assessed_on=assessed_on(assessment, meeting.body),
        assessment_signed=assessment.state == AssessmentState.SIGNED,
        on_a_table=MeetingCase.objects.filter(assessment=assessment, postponed_at=None).exists(),
        missing_sheets=file.missing,
        unsigned_sheets=file.unsigned,
        **in_the_way(assessment, day),
    )


def recusal_facts(case: MeetingCase, actor: Actor, reason: str) -> RecusalFacts:
    return RecusalFacts(
        actor=actor.person_id,
        members=frozenset(Attendance.objects.filter(meeting=case.meeting).values_list("person_id", flat=True)),
        recused=frozenset(Recusal.objects.filter(meeting_case=case).values_list("person_id", flat=True)),
        meeting_open=case.meeting.state == MeetingState.OPEN,
        decided=is_decided(case),
        postponed=case.postponed_at is not None,
        reason_given=bool(reason.strip()),
    )


def postponement_facts(case: MeetingCase, reason: str) -> PostponementFacts:
    return PostponementFacts(
        meeting_open=case.meeting.state == MeetingState.OPEN,
        decided=is_decided(case),
        postponed=case.postponed_at is not None,
        reason_given=bool(reason.strip()),
    )


def results_of(assessment: Assessment) -> dict[UUID, str]:
    """K or BK by unit, as the assessor signed; a reassessment counts what an earlier case found competent too."""
    carried = dict.fromkeys(units_carried(assessment.application), str(Result.COMPETENT))
    rows = UnitResult.objects.filter(assessment=assessment, round=assessment.round)
    return carried | dict(rows.values_list("unit_id", "result"))


def decision_facts(case: MeetingCase, actor: Actor, day: date, *, outcome: str, reason: str) -> DecisionFacts:
    """What deciding `case` as `outcome` would meet. A dozen queries, whatever the size of the meeting."""
    meeting, assessment = case.meeting, case.assessment
    application = assessment.application
    version = application.scheme_version
    candidate = application.person_id
    present = frozenset(
        Attendance.objects.filter(meeting=meeting, present_at__isnull=False).values_list("person_id", flat=True)
    )
    recused = frozenset(Recusal.objects.filter(meeting_case=case).values_list("person_id", flat=True))
    participants = _holders(present, [Function.DECIDER], day) - recused - {candidate}
    file = case_file(assessment)
    scope = scope_facts(meeting.body_id, version.scheme_id, day)
    window = number(meeting.body_id, "training_conflict_window", day)
    return DecisionFacts(
        actor=actor.person_id,
        actor_is_person=actor.kind is ActorKind.STAFF,
        chair=meeting.chair_id,
        participants=participants,
        quorum=number(meeting.body_id, "pleno_quorum", day) or 0,
        examiners=file.signers | {assessment.assessor_id},
        assessors=frozenset({assessment.assessor_id}),
        trainers=_trainers(participants, [candidate], day, window),
        never_decide=_holders(participants, [str(f) for f in NEVER_DECIDE], day),
        meeting_open=meeting.state == MeetingState.OPEN,
        meeting_date=meeting.date,
        day=day,
        assessed_on=assessed_on(assessment, meeting.body),
        licence_in_force=scope.licence_in_force,
        scheme_in_annex=scope.scheme_in_annex,
        decided=is_decided(case),
        postponed=case.postponed_at is not None,
        missing_sheets=file.missing,
        unsigned_sheets=file.unsigned,
        digest_frozen=case.file_digest,
        digest_now=file.digest,
        outcome=outcome,
        recommendation=assessment.result,
        reason_given=bool(reason.strip()),
        unit_results=tuple(results_of(assessment).values()),
        units=SchemeUnit.objects.filter(version=version).count(),
        all_units_needed=version.certificate_rule == CertificateRule.ALL_UNITS,
        **in_the_way(assessment, day),
    )


def closing_facts(meeting: Meeting, actor: Actor) -> ClosingFacts:
    present = Attendance.objects.filter(meeting=meeting, present_at__isnull=False)
    return ClosingFacts(
        actor=actor.person_id,
        chair=meeting.chair_id,
        present=frozenset(present.values_list("person_id", flat=True)),
        meeting_open=meeting.state == MeetingState.OPEN,
        undecided=open_cases(meeting).count(),
    )


def minutes_facts(meeting: Meeting, actor: Actor) -> MinutesFacts:
    return MinutesFacts(
        actor=actor.person_id, members=present_ids(meeting), minutes_exist=meeting.minutes_id is not None
    )


def _examiners(assessments: list[Assessment]) -> frozenset[UUID]:
    """Assessors and signers of several cases. One query."""
    candidates = {each.application_id: each.application.person_id for each in assessments}
    signed = Signature.objects.filter(sheet__case__in=list(candidates), sheet__code__in=EXAMINER_SHEETS).values_list(
        "sheet__case", "person_id"
    )
    signers = {person for case, person in signed if case and person != candidates[case]}
    return frozenset(signers | {each.assessor_id for each in assessments})


def decree_facts(meeting: Meeting, actor: Actor, day: date) -> DecreeFacts:
    assessments = [row.meeting_case.assessment for row in decisions_of(meeting)]
    signer = frozenset() if actor.person_id is None else frozenset({actor.person_id})
    candidates = frozenset(each.application.person_id for each in assessments)
    window = number(meeting.body_id, "training_conflict_window", day)
    return DecreeFacts(
        actor=actor.person_id,
        participants=signer,
        examiners=_examiners(assessments),
        assessors=frozenset(each.assessor_id for each in assessments),
        trainers=_trainers(signer, candidates, day, window),
        candidates=candidates,
        minutes_exist=meeting.minutes_id is not None,
        signatures_missing=len(present_ids(meeting) - minutes_signers(meeting)),
        decisions=len(assessments),
        decree_exists=Decree.objects.filter(meeting=meeting).exists(),
    )


def missing_fields(decision: Decision, day: date) -> tuple[str, ...]:
    """Mandatory fields of a certificate that nobody has filled in yet, as people call them."""
    application = decision.meeting_case.assessment.application
    version = application.scheme_version
    pattern = pattern_on(decision.body_id, NumberPurpose.CERTIFICATE, day)
    tokens = pattern_facts("", pattern.pattern, pattern.scope).tokens if pattern else frozenset[str]()
    fields = {
        "nama pemegang": bool(application.name.strip()),
        "judul skema": bool(version.scheme.title.strip()),
        "standar": bool(version.standard.number.strip()),
        "masa berlaku": version.validity_years is not None,
        "kode KBLI": bool(version.kbli) or "kbli" not in tokens,
        "kode KBJI": bool(version.kbji) or "kbji" not in tokens,
        "nomor lisensi": licence_on(decision.body_id, day) is not None,
        "unit kompetensi": SchemeUnit.objects.filter(version=version).exists(),
        "manajer sertifikasi": certification_manager(decision.body_id, day) is not None,
    }
    return tuple(label for label, known in fields.items() if not known)


def issue_facts(decision: Decision, actor: Actor, day: date) -> IssueFacts:
    assessment = decision.meeting_case.assessment
    return IssueFacts(
        actor=actor.person_id,
        participants=frozenset() if actor.person_id is None else frozenset({actor.person_id}),
        examiners=_examiners([assessment]),
        assessors=frozenset({assessment.assessor_id}),
        outcome=decision.outcome,
        decree_signed=decision.decree_id is not None,
        issued=Certificate.objects.filter(decision=decision).exists(),
        missing_fields=missing_fields(decision, day),
    )
