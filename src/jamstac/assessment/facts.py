from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.events.facts import AssignmentFacts


@dataclass(frozen=True)
class OpeningFacts(AssignmentFacts):
    """A case about to be opened by its assessor. `day` is today."""

    day: date
    opened_before: bool
    licence_in_force: bool
    scheme_in_annex: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool


@dataclass(frozen=True)
class SelfAssessmentFacts(AssignmentFacts):
    state: str
    can_continue: bool | None
    """The assessor's earlier word on FR.APL.02; None before any."""


@dataclass(frozen=True)
class IdentityFacts(AssignmentFacts):
    state: str
    identity_checked: bool
    document_known: bool


@dataclass(frozen=True)
class ProposalFacts(AssignmentFacts):
    """FR.AK.01 about to be signed by the assessor: the assessment starts with it. `day` is today."""

    day: date
    state: str
    can_continue: bool | None
    proposed: bool
    evidence_kinds: int
    licence_in_force: bool
    scheme_in_annex: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool


@dataclass(frozen=True)
class AgreementFacts:
    state: str
    proposed: bool


@dataclass(frozen=True)
class MaterialFacts(AssignmentFacts):
    """Whether the material of a case is open to its assessor, and may still be written on."""

    state: str
    agreed: bool
    identity_checked: bool


@dataclass(frozen=True)
class RecommendationFacts(MaterialFacts):
    """The whole grid, counted. `results` are (unit code, computed, confirmed by the assessor)."""

    actor_is_person: bool
    criteria: int
    unjudged: int
    without_evidence: int
    """Criteria no evidence item serves."""
    unmarked_evidence: int
    """Linked evidence items without all four VATM marks."""
    unresolved: int
    """Criteria marked Tidak without penilaian lanjut."""
    unsound: int
    """Criteria held met on evidence none of which is valid, authentic, current and sufficient."""
    results: tuple[tuple[str, str, str], ...]
    result: str
    result_confirmed: str


@dataclass(frozen=True)
class AcknowledgementFacts:
    state: str
