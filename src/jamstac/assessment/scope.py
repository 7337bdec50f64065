"""What one case is assessed on: the units of its scheme version, less what a reassessment leaves out."""

from __future__ import annotations

from jamstac.applications.models import SpecialNeed
from jamstac.applications.selectors import special_needs_of, units_in_scope
from jamstac.applications.states import NeedDecision
from jamstac.assessment.models import Assessment
from jamstac.schemes.selectors import UnitTree, structure


def in_scope(assessment: Assessment, every: list[UnitTree] | None = None) -> list[UnitTree]:
    """Units, elements and criteria of the case in the order of the scheme. Five queries at most; `every`: those of
    the whole scheme version, where they were read already."""
    asked = units_in_scope(assessment.application)
    trees = structure(assessment.application.scheme_version) if every is None else every
    return [tree for tree in trees if asked is None or tree.unit.pk in asked]


def groups_of(assessment: Assessment) -> list[str]:
    """The kelompok pekerjaan in scope, in order; [""] for a scheme without."""
    return list(dict.fromkeys(tree.group for tree in in_scope(assessment)))


def granted_needs(assessment: Assessment) -> list[SpecialNeed]:
    """The special needs the LSP granted: what the plan of the case carries (HR-33). One query."""
    needs = special_needs_of(assessment.application)
    return [need for need in needs if need.decision == NeedDecision.GRANTED]
