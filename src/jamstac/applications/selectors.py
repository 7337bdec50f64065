"""Reads of applications and their drafts, and the facts that the doors and the pages ask with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Case, Count, Q, QuerySet, When

from jamstac.applications.facts import EditFacts, ReviewFacts, SubmissionFacts
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    ApplicationEvidence,
    DraftAnswer,
    DraftEvidence,
    ElementEvidence,
    FindingDraft,
    GuardianConsent,
    ReassessmentRight,
    ReassessmentUnit,
    ReviewDraft,
    SpecialNeed,
)
from jamstac.applications.states import ApplicationState, EvidenceState, GuardianState, Purpose
from jamstac.bodies.models import Body
from jamstac.fees.selectors import price_on
from jamstac.kernel.periods import add_years
from jamstac.licensing.selectors import scope_facts
from jamstac.people.models import Biodata, Person
from jamstac.schemes.models import Requirement, SchemeUnit, SchemeVersion
from jamstac.schemes.selectors import in_force
from jamstac.schemes.states import ReassessmentScope, RequirementKind
from jamstac.standards.models import Element

IDENTITY = ("name", "nik", "birth_place", "birth_date", "sex", "nationality", "address", "phone", "education")
"""What FR.APL.01 part 1 a must say. The rest of the biodata may stay empty, an e-mail too: many have none."""
BIODATA = tuple(each.name for each in Biodata._meta.get_fields())

OLDEST = 100

Findings = Mapping[UUID, tuple[bool, str]]
"""Evidence row → (meets the requirement, note to the applicant)."""

E = TypeVar("E", DraftEvidence, ApplicationEvidence)


@dataclass
class Shown(Generic[E]):
    """A requirement and what was shown for it."""

    requirement: Requirement
    files: list[E] = field(default_factory=list)


@dataclass
class Alternative(Generic[E]):
    """One of the basic alternatives joined by "atau"."""

    number: int
    items: list[Shown[E]] = field(default_factory=list)


@dataclass
class Plan(Generic[E]):
    """Part 3 of FR.APL.01: what is asked, and what was shown. `portfolio` belongs to FR.APL.02."""

    alternatives: list[Alternative[E]]
    administrative: list[Shown[E]]
    portfolio: list[E]

    def items(self) -> Iterable[Shown[E]]:
        for alternative in self.alternatives:
            yield from alternative.items
        yield from self.administrative


def requirements_of(version_id: UUID) -> QuerySet[Requirement]:
    return Requirement.objects.filter(version_id=version_id).order_by("alternative", "position")


def plan_of(version_id: UUID, rows: Iterable[E]) -> Plan[E]:
    """Requirements of a scheme version with the evidence rows on them. One query."""
    by_requirement: dict[UUID | None, list[E]] = defaultdict(list)
    for row in rows:
        by_requirement[row.requirement_id].append(row)
    alternatives: dict[int, Alternative[E]] = {}
    administrative: list[Shown[E]] = []
    for requirement in requirements_of(version_id):
        shown = Shown(requirement, by_requirement[requirement.pk])
        if requirement.kind == RequirementKind.BASIC:
            alternatives.setdefault(requirement.alternative, Alternative(requirement.alternative)).items.append(shown)
        else:
            administrative.append(shown)
    return Plan(list(alternatives.values()), administrative, by_requirement[None])


# ---------------------------------------------------------------- drafts


def drafts_of(person_id: UUID) -> QuerySet[ApplicationDraft]:
    rows = ApplicationDraft.objects.filter(person_id=person_id)
    return rows.select_related("scheme_version__scheme", "application", "reassessment__application__scheme_version")


def edit_facts(draft: ApplicationDraft) -> EditFacts:
    return EditFacts(state=draft.application.state if draft.application else None)


def draft_evidence(draft: ApplicationDraft) -> list[DraftEvidence]:
    return list(DraftEvidence.objects.filter(draft=draft).select_related("file").order_by("id"))


def elements_of(version_id: UUID) -> QuerySet[Element]:
    """The elements of a scheme version."""
    return Element.objects.filter(unit__in=SchemeUnit.objects.filter(version_id=version_id).values("unit"))


def elements_asked(draft: ApplicationDraft) -> QuerySet[Element]:
    """The elements that the self-assessment asks: all, in an asesmen ulang those of the units left open."""
    rows = elements_of(draft.scheme_version_id)
    scope = scope_of(draft.reassessment)
    return rows if scope is None else rows.filter(unit__in=scope)


def answers_of(draft: ApplicationDraft) -> dict[UUID, DraftAnswer]:
    """Answers so far, by element, with the files shown. Two queries."""
    return {row.element_id: row for row in DraftAnswer.objects.filter(draft=draft).prefetch_related("files__file")}


def usable(row: DraftEvidence) -> bool:
    """A file the reviewer has found wanting counts no more."""
    return row.review_state != EvidenceState.UNMET


def _is_shown(item: Shown[DraftEvidence]) -> bool:
    return any(usable(row) for row in item.files)


def _missing(items: Iterable[Shown[DraftEvidence]]) -> tuple[str, ...]:
    return tuple(item.requirement.text for item in items if not _is_shown(item))


def basic_missing(plan: Plan[DraftEvidence]) -> tuple[str, ...]:
    """What the alternative nearest to complete still lacks; empty when one is complete, or none is asked."""
    lacking = [_missing(alternative.items) for alternative in plan.alternatives]
    return min(lacking, key=len, default=())


def invalid_fields(draft: ApplicationDraft) -> tuple[str, ...]:
    """Names of filled fields that their validators refuse."""
    wrong = []
    for name in (*IDENTITY, "email"):
        column: Any = ApplicationDraft._meta.get_field(name)
        value = getattr(draft, name)
        if value in (None, ""):
            continue
        try:
            column.run_validators(value)
        except ValidationError:
            wrong.append(name)
    return tuple(wrong)


def label(name: str) -> str:
    return str(getattr(ApplicationDraft._meta.get_field(name), "verbose_name", name))


def birth_date_is_possible(born: date | None, day: date) -> bool:
    return born is None or add_years(day, -OLDEST) <= born <= day


OF_AGE = 18


def is_minor(born: date | None, day: date) -> bool:
    """Under 18 on `day`, the LSP's day. A birth date that cannot be true says nothing."""
    return born is not None and born <= day < add_years(born, OF_AGE)


def guardian_agreed(person_id: UUID, version_id: UUID) -> bool:
    """Whether a guardian's consent to the person and the scheme is in force."""
    rows = GuardianConsent.objects.filter(person_id=person_id, scheme_version_id=version_id)
    return rows.filter(state=GuardianState.CONSENTED).exists()


def submission_facts(draft: ApplicationDraft, body: Body, day: date, *, signed: bool) -> SubmissionFacts:
    """Everything sending asks about `draft` on `day`. `draft` comes with its scheme version and application."""
    version = draft.scheme_version
    plan = plan_of(version.pk, draft_evidence(draft))
    total = elements_asked(draft).count()
    answered = DraftAnswer.objects.filter(draft=draft, element__in=elements_asked(draft)).exclude(answer="").count()
    needs = list(draft.needs.all())
    invalid = invalid_fields(draft)
    price = price_on(version.scheme_id, day)
    lacking = basic_missing(plan)
    scope = scope_facts(body.pk, version.scheme_id, day)
    others = Person.objects.filter(body=body, nik=draft.nik).exclude(pk=draft.person_id)
    return SubmissionFacts(
        state=draft.application.state if draft.application else None,
        day=day,
        scheme_in_force=in_force(version, day),
        licence_in_force=scope.licence_in_force,
        scheme_in_annex=scope.scheme_in_annex,
        takes_applications=body.open_for_applications,
        identity_missing=tuple(label(name) for name in IDENTITY if getattr(draft, name) in (None, "")),
        nik_is_valid="nik" not in invalid,
        nik_of_other=bool(draft.nik) and others.exists(),
        birth_date_is_possible=birth_date_is_possible(draft.birth_date, day),
        contact_invalid=tuple(label(name) for name in invalid if name != "nik"),
        purpose_given=bool(draft.purpose),
        purpose_words_missing=draft.purpose == Purpose.OTHER and not draft.purpose_words.strip(),
        is_minor=is_minor(draft.birth_date, day),
        guardian_agreed=guardian_agreed(draft.person_id, version.pk),
        needs=len(needs),
        needs_undescribed=sum(not each.wish.strip() for each in needs),
        needs_consent=draft.consent_needs,
        basic_is_complete=not lacking,
        basic_missing=lacking,
        administrative_missing=_missing(plan.administrative),
        information_accepted=draft.information_accepted,
        consent_given=draft.consent,
        price=price.amount if price else None,
        price_accepted=draft.price_accepted,
        elements=total,
        elements_open=total - answered,
        signed=signed,
        data_checked=not draft.filled_by or draft.checked_at is not None,
    )


# ---------------------------------------------------------------- applications


def evidence_of(application: Application) -> list[ApplicationEvidence]:
    """The rows shown now (not those replaced after a return)."""
    rows = ApplicationEvidence.objects.filter(application=application, removed=False)
    return list(rows.select_related("file", "requirement").order_by("id"))


def evidence_of_elements(application: Application) -> list[ElementEvidence]:
    """Files shown for the elements of FR.APL.02."""
    rows = ElementEvidence.objects.filter(evidence__application=application, evidence__removed=False)
    return list(rows.select_related("evidence__file").order_by("id"))


def drafted_findings(application: Application) -> dict[UUID, FindingDraft]:
    rows = FindingDraft.objects.filter(evidence__application=application, evidence__removed=False)
    return {row.evidence_id: row for row in rows}


def drafted_note(application: Application) -> str:
    return ReviewDraft.objects.filter(application=application).values_list("note", flat=True).first() or ""


def findings_from(drafts: Iterable[FindingDraft]) -> dict[UUID, tuple[bool, str]]:
    """The findings that an act takes, of the rows judged so far."""
    return {
        row.evidence_id: (row.state == EvidenceState.MET, row.note)
        for row in drafts
        if row.state != EvidenceState.UNREVIEWED
    }


def judged(row: ApplicationEvidence, findings: Findings) -> tuple[str, str]:
    """State and note of one row: as found now, else as found in an earlier round."""
    if row.pk in findings:
        met, note = findings[row.pk]
        return (EvidenceState.MET if met else EvidenceState.UNMET), note
    return row.state, row.note


def review_facts(application: Application, findings: Findings, note: str, day: date) -> ReviewFacts:
    """What the review found, before it becomes an act on `day`."""
    plan = plan_of(application.scheme_version_id, evidence_of(application))
    rows = [judged(row, findings) for item in plan.items() for row in item.files]

    def may_meet(item: Shown[ApplicationEvidence]) -> bool:
        """Met, or not judged yet: what is unreviewed is told as such, not as wanting."""
        return any(judged(row, findings)[0] != EvidenceState.UNMET for row in item.files)

    complete = [all(may_meet(item) for item in each.items) for each in plan.alternatives]
    return ReviewFacts(
        state=application.state,
        unreviewed=sum(state == EvidenceState.UNREVIEWED for state, _ in rows),
        basic_is_met=any(complete) or not complete,
        administrative_unmet=tuple(item.requirement.text for item in plan.administrative if not may_meet(item)),
        unmet=sum(state == EvidenceState.UNMET for state, _ in rows),
        unmet_without_note=sum(state == EvidenceState.UNMET and not text.strip() for state, text in rows),
        note_given=bool(note.strip()),
        is_minor=is_minor(application.birth_date, day),
        guardian_agreed=guardian_agreed(application.person_id, application.scheme_version_id),
    )


def applications_of(person_id: UUID) -> QuerySet[Application]:
    rows = Application.objects.filter(person_id=person_id).select_related("scheme_version__scheme")
    return rows.order_by("-submitted_at")


def applications_for(body_id: UUID) -> QuerySet[Application]:
    """The LSP's applications: what waits for the LSP first, the longest on top; then what waits for applicants,
    then the closed ones."""
    waits = Case(
        When(state=ApplicationState.SUBMITTED, then=0), When(state=ApplicationState.RETURNED, then=1), default=2
    )
    rows = Application.objects.filter(body_id=body_id).select_related("scheme_version__scheme")
    return rows.order_by(waits, "state_since", "id")


def searched(rows: QuerySet[Application], *, state: str, scheme: UUID | None, text: str) -> QuerySet[Application]:
    """The rows of a list page: by state, scheme, and name or number."""
    if state:
        rows = rows.filter(state=state)
    if scheme:
        rows = rows.filter(scheme_version__scheme_id=scheme)
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(number__icontains=text))
    return rows


def counts_by_state(body_id: UUID) -> dict[str, int]:
    rows = Application.objects.filter(body_id=body_id).values("state").annotate(n=Count("id")).order_by()
    return dict[str, int].fromkeys(ApplicationState.values, 0) | {row["state"]: row["n"] for row in rows}


# ---------------------------------------------------------------- special needs and reassessment


def special_needs_of(application: Application) -> list[SpecialNeed]:
    """What was asked with the last sending, in the order of FR.AK.07. Confidential: see `special_need.view`."""
    rows = SpecialNeed.objects.filter(application=application, withdrawn=False).select_related("decided_by")
    return list(rows.order_by("characteristic"))


def scope_of(right: ReassessmentRight | None) -> frozenset[UUID] | None:
    """Units that a reassessment asks; None: the whole scheme."""
    if right is None:
        return None
    if right.application.scheme_version.reassessment_scope != ReassessmentScope.UNMET_UNITS:
        return None
    return frozenset(ReassessmentUnit.objects.filter(right=right, met=False).values_list("unit_id", flat=True))


def _right_of(application: Application) -> ReassessmentRight | None:
    if application.reassessment_id is None:
        return None
    rows = ReassessmentRight.objects.select_related("application__scheme_version")
    return rows.get(pk=application.reassessment_id)


def units_in_scope(application: Application) -> frozenset[UUID] | None:
    """Units the case is assessed on: those an earlier decision left open; None: all of the scheme."""
    return scope_of(_right_of(application))


def units_carried(application: Application) -> frozenset[UUID]:
    """Units found competent in an earlier case, which this one need not show again."""
    right = _right_of(application)
    if scope_of(right) is None:
        return frozenset()
    return frozenset(ReassessmentUnit.objects.filter(right=right, met=True).values_list("unit_id", flat=True))


def units_of(version: SchemeVersion, scope: frozenset[UUID] | None = None) -> QuerySet[SchemeUnit]:
    """Units of a version in its order; `scope`: only those that are asked."""
    rows = SchemeUnit.objects.filter(version=version).select_related("unit").order_by("position")
    return rows if scope is None else rows.filter(unit__in=scope)
