"""Asesmen ulang (ASM-10): what a decision Belum Kompeten leaves open, and when it may be assessed again.

A new application for the whole scheme waits as long, and counts: the number runs on through it until it is used up.
From there on the whole scheme is the only way, and the count begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jamstac.applications import rules
from jamstac.applications.facts import ReapplicationFacts, ReassessmentFacts
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    ApplicationEvidence,
    DraftEvidence,
    ReassessmentRight,
    ReassessmentUnit,
)
from jamstac.applications.selectors import BIODATA, drafts_of, evidence_of
from jamstac.applications.states import TRANSITIONS, Answer, ApplicationState, EvidenceState
from jamstac.kernel.verdicts import ALLOW, Verdict
from jamstac.ledger.door import Act, Refused, store
from jamstac.parameters.selectors import is_set, number
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeUnit

WAIT, MAXIMUM = "reassessment_wait", "reassessment_max"


def leave_open(act: Act, application: Application, *, results: Mapping[UUID, str]) -> ReassessmentRight:
    """Inner function of the decree: note which units the decision Belum Kompeten leaves open. `results` are K or BK
    by unit, with what an earlier case had found competent. A decision that departs from all K leaves all open."""
    met = {pk for pk, result in results.items() if result == Answer.COMPETENT}
    units = SchemeUnit.objects.filter(version=application.scheme_version_id)
    whole = all(row.unit_id in met for row in units)
    before = application.reassessment or _counted_before(application, act.day)
    right = ReassessmentRight(
        body_id=application.body_id,
        application=application,
        decided_on=act.day,
        attempt=before.attempt + 1 if before else 1,
    )
    store(right)
    for row in units:
        store(
            ReassessmentUnit(
                body_id=right.body_id, right=right, unit_id=row.unit_id, met=row.unit_id in met and not whole
            )
        )
    act.record(
        right,
        event="reassessment.granted",
        attempt=right.attempt,
        open=units.count() if whole else units.exclude(unit__in=met).count(),
    )
    return right


def _counted_before(application: Application, day: date) -> ReassessmentRight | None:
    """What the case before this one left open, where the whole scheme was chosen while reassessments were left."""
    rows = Application.objects.filter(person_id=application.person_id, state=ApplicationState.ACCEPTED)
    rows = rows.filter(scheme_version__scheme_id=application.scheme_version.scheme_id, pk__lt=application.pk)
    earlier = rows.order_by("-pk").first()
    right = None if earlier is None else right_of(earlier)
    maximum = number(application.body_id, MAXIMUM, day)
    return None if right is None or (maximum is not None and right.attempt > maximum) else right


def right_of(application: Application) -> ReassessmentRight | None:
    """What the decision about the application left open; None where it was Kompeten, or is to come."""
    rows = ReassessmentRight.objects.select_related("application__scheme_version__scheme", "application__body")
    return rows.filter(application=application).first()


def settings(body_id: UUID, day: date) -> Verdict:
    """Refuses while a parameter of reassessment is unset."""
    return is_set(WAIT, number(body_id, WAIT, day)) & is_set(MAXIMUM, number(body_id, MAXIMUM, day))


def reassessment_facts(right: ReassessmentRight, day: date, *, sent: Application | None = None) -> ReassessmentFacts:
    """`sent`: the application that uses it, about to be sent again. Ask `settings` first."""
    others = Application.objects.filter(reassessment=right)
    if sent is not None:
        others = others.exclude(pk=sent.pk)
    wait = number(right.body_id, WAIT, day) or 0
    return ReassessmentFacts(
        scope_set=bool(right.application.scheme_version.reassessment_scope),
        used=others.exists(),
        day=day,
        opens_on=right.decided_on + timedelta(days=wait),
        attempt=right.attempt,
        maximum=number(right.body_id, MAXIMUM, day) or 0,
    )


def verdict_on(right: ReassessmentRight, day: date, *, sent: Application | None = None) -> Verdict:
    """Whether the right may be used on `day`, and if not, why."""
    unset = settings(right.body_id, day)
    return unset if not unset else rules.may_reassess(reassessment_facts(right, day, sent=sent))


def verdict_on_whole(draft: ApplicationDraft, day: date) -> Verdict:
    """Whether `draft`, for a whole scheme, may be sent for the first time on `day`, and if not, why."""
    unset, facts = reapplication(draft, day)
    return unset if not unset else rules.may_apply_again(facts)


def reapplication(draft: ApplicationDraft, day: date) -> tuple[Verdict, ReapplicationFacts]:
    """Refused while the waiting time is unset and somebody would have to wait; and what the rule asks."""
    rows = ReassessmentRight.objects.filter(
        application__person_id=draft.person_id, application__scheme_version__scheme_id=draft.scheme_version.scheme_id
    )
    right = rows.order_by("-decided_on", "-pk").first()
    if right is None:
        return ALLOW, ReapplicationFacts(day, None)
    wait = number(right.body_id, WAIT, day)
    return is_set(WAIT, wait), ReapplicationFacts(day, right.decided_on + timedelta(days=wait or 0))


def start_again(person: Person, right: ReassessmentRight, day: date) -> ApplicationDraft:
    """A draft for what was not met: biodata, purpose and the evidence that still holds come along. The one begun
    already, where there is one. Raises Refused (ASM-10)."""
    verdict = verdict_on(right, day)
    if not verdict:
        raise Refused("application.reassessment_started", verdict.refusals)
    earlier = right.application
    with transaction.atomic():
        rows = drafts_of(person.pk).select_for_update(of=("self",))
        known = rows.filter(scheme_version=earlier.scheme_version).first()
        if known is not None:
            if known.reassessment_id == right.pk and (
                known.application is None or TRANSITIONS[known.application.state]
            ):
                return known
            known.delete()
        now = timezone.now()
        draft = ApplicationDraft.objects.create(
            person=person,
            scheme_version=earlier.scheme_version,
            reassessment=right,
            purpose=earlier.purpose,
            purpose_words=earlier.purpose_words,
            started_at=now,
            saved_at=now,
            **{name: getattr(person, name) or getattr(earlier, name) for name in BIODATA},
        )
        for row in evidence_of(earlier):
            if _holds(row):
                DraftEvidence.objects.create(draft=draft, requirement=row.requirement, file=row.file, title=row.title)
    return draft


def _holds(row: ApplicationEvidence) -> bool:
    """Found to meet its requirement; portfolio evidence is for the assessor to judge again."""
    return row.requirement_id is None or row.state == EvidenceState.MET
