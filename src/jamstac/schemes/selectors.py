from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jamstac.schemes.facts import ApprovalFacts, DraftFacts
from jamstac.schemes.models import Requirement, Scheme, SchemeUnit, SchemeVersion
from jamstac.schemes.states import RequirementKind
from jamstac.standards.models import Criterion, Element, Standard, Unit
from jamstac.standards.selectors import is_in_force, is_numbered


@dataclass
class ElementTree:
    element: Element
    criteria: list[Criterion] = field(default_factory=list)


@dataclass
class UnitTree:
    """A unit of a scheme version with all that is measured in it, in printed order."""

    unit: Unit
    group: str
    elements: list[ElementTree] = field(default_factory=list)


@dataclass
class RequirementTree:
    """`basic` holds one list per alternative (joined by "atau"); every administrative row is asked."""

    basic: list[list[Requirement]]
    administrative: list[Requirement]


def approved_on(day: date) -> Q:
    """Scheme versions in force on `day`."""
    return Q(approved_at__isnull=False, valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gte=day))


def in_force(version: SchemeVersion, day: date) -> bool:
    started = version.approved_at is not None and version.valid_from is not None and version.valid_from <= day
    return started and (version.valid_until is None or day <= version.valid_until)


def versions_in_force(body_id: UUID, day: date) -> QuerySet[SchemeVersion]:
    """With scheme and standard, by title of the scheme."""
    rows = SchemeVersion.objects.filter(approved_on(day), body_id=body_id)
    return rows.select_related("scheme", "standard").order_by("scheme__title")


def version_on(scheme_id: UUID, day: date) -> SchemeVersion | None:
    """The version of a scheme in force on `day`."""
    return SchemeVersion.objects.filter(approved_on(day), scheme_id=scheme_id).select_related("scheme").first()


def structure(version: SchemeVersion) -> list[UnitTree]:
    """Units, elements and criteria of a version in the order of the scheme. Three queries."""
    units = {
        row.unit_id: UnitTree(row.unit, row.group)
        for row in SchemeUnit.objects.filter(version=version).select_related("unit").order_by("position")
    }
    elements: dict[UUID, ElementTree] = {}
    for element in Element.objects.filter(unit__in=list(units)).order_by("number"):
        elements[element.pk] = ElementTree(element)
        units[element.unit_id].elements.append(elements[element.pk])
    for criterion in Criterion.objects.filter(element__unit__in=list(units)).order_by("position"):
        elements[criterion.element_id].criteria.append(criterion)
    return list(units.values())


def requirements(version: SchemeVersion) -> RequirementTree:
    """What an applicant shows. One query."""
    basic: defaultdict[int, list[Requirement]] = defaultdict(list)
    administrative = []
    for row in Requirement.objects.filter(version=version).order_by("alternative", "position"):
        if row.kind == RequirementKind.BASIC:
            basic[row.alternative].append(row)
        else:
            administrative.append(row)
    return RequirementTree([basic[number] for number in sorted(basic)], administrative)


def draft_facts(scheme: Scheme, standard: Standard, codes: Sequence[str]) -> DraftFacts:
    """`codes` are the unit codes the version would hold. Two queries."""
    known = set(Unit.objects.filter(standard=standard).values_list("code", flat=True))
    same = Scheme.objects.filter(body_id=scheme.body_id, number=scheme.number, title=scheme.title)
    return DraftFacts(
        known=same.exclude(pk=scheme.pk).exists(),
        approved=False,
        units=len(codes),
        repeated_codes=tuple(code for code, times in Counter(codes).items() if times > 1),
        foreign_codes=tuple(dict.fromkeys(code for code in codes if code not in known)),
    )


def change_facts(version: SchemeVersion, codes: Sequence[str], *, renames: bool = False) -> DraftFacts:
    """`renames`: the change touches what the scheme is called. Three queries."""
    approved = SchemeVersion.objects.filter(scheme_id=version.scheme_id, approved_at__isnull=False)
    return replace(
        draft_facts(version.scheme, version.standard, codes),
        approved=version.approved_at is not None,
        renames_approved=renames and approved.exists(),
    )


def approval_facts(
    version: SchemeVersion, *, day: date, valid_from: date, valid_until: date | None = None
) -> ApprovalFacts:
    """What approving `version` on `day` for the period would meet. Four queries."""
    units = list(
        Unit.objects.filter(pk__in=SchemeUnit.objects.filter(version=version).values("unit"))
        .annotate(criteria=Count("elements__criteria"))
        .order_by("position")
        .values_list("code", "criteria")
    )
    others = SchemeVersion.objects.filter(scheme_id=version.scheme_id, approved_at__isnull=False)
    overlapping = others.exclude(pk=version.pk).exclude(valid_until__lt=valid_from)
    if valid_until is not None:
        overlapping = overlapping.filter(valid_from__lte=valid_until)
    return ApprovalFacts(
        approved=version.approved_at is not None,
        standard_numbered=is_numbered(version.standard),
        standard_in_force=all(is_in_force(version.standard, each) for each in (valid_from, max(day, valid_from))),
        period_is_valid=valid_until is None or valid_from <= valid_until,
        overlaps=overlapping.exists(),
        units=len(units),
        units_without_criteria=tuple(code for code, criteria in units if not criteria),
        basic_requirements=Requirement.objects.filter(version=version, kind=RequirementKind.BASIC).count(),
        validity_is_set=version.validity_years is not None,
    )
