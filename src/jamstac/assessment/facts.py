from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.assessors.facts import PactFacts
from jamstac.events.facts import AssignmentFacts, StartFacts
from jamstac.impartiality.facts import PairCounts


@dataclass(frozen=True)
class OpeningFacts(AssignmentFacts, StartFacts, PairCounts, PactFacts):
    """A case about to be opened by its assessor. `day` is today."""

    day: date
    opened_before: bool
    licence_in_force: bool
    scheme_in_annex: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool
    assessor_standing: str
    companion_ready: bool
    undeclared_pairs: int
    checked_in: bool
    """Noted as present on the day (ASM-04)."""
    came_before: date | None = None
    """The day an arrival was noted for, where the event was moved to another one since."""


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
    planned: bool
    """FR.AK.07 is signed by the assessor."""
    proposed: bool
    evidence_kinds: int
    licence_in_force: bool
    scheme_in_annex: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool
    assessor_standing: str
    companion_ready: bool


@dataclass(frozen=True)
class AgreementFacts:
    state: str
    proposed: bool


@dataclass(frozen=True)
class PaperAgreementFacts(AssignmentFacts, AgreementFacts):
    """The candidate agreed on paper; the assessor is about to note it."""

    papers_missing: tuple[str, ...]
    """Sheets of the agreement without a scan that a second person confirmed."""


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
    unfinished: tuple[str, ...] = ()
    """Planned instruments neither taken nor left out with a reason."""


@dataclass(frozen=True)
class AcknowledgementFacts:
    state: str


@dataclass(frozen=True)
class PlanFacts(AssignmentFacts):
    """FR.AK.07 about to be signed by the assessor."""

    state: str
    proposed: bool
    tool_set_in_force: bool
    potential_known: bool
    planned: int
    """Instruments the candidate would take."""
    unanswered: tuple[int, ...]
    """Characteristics without Ya or Tidak."""
    undescribed: tuple[int, ...]
    """Characteristics that need an adjustment nobody described."""
    needs_left: tuple[int, ...]
    """Characteristics the LSP granted that the plan does not carry."""
    without_reason: tuple[str, ...]
    unknown: tuple[str, ...]
    """Changes that meet no form of the tool set or no instrument of the plan."""
    gaps: tuple[str, ...]
    """KUK in scope that no planned instrument looks at."""
    benchmark_unnamed: bool = False
    """Part B says the plan has no benchmark of the standard, and names no other."""
    unadjusted: tuple[int, ...] = ()
    """Points of part B that the plan does not fit, while nothing was adjusted."""


@dataclass(frozen=True)
class PlanChangeFacts(AssignmentFacts):
    """One instrument taken in or left out after FR.AK.07. `begun`: the candidate has seen it."""

    state: str
    reason_given: bool
    known: bool
    begun: bool
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class TakingFacts(MaterialFacts):
    """One instrument with one candidate, about to be shown or asked more of."""

    taking_state: str
    taken_alone: bool
    """Answered by the candidate on a phone: shown and handed in by doors of its own."""


@dataclass(frozen=True)
class MarkFacts(TakingFacts):
    """One instrument about to be marked."""

    unmarked: int
    untied: int
    """Interview questions without the portfolio item they are about (FR.IA.09)."""
    product_missing: bool


@dataclass(frozen=True)
class PortfolioFacts(MaterialFacts):
    planned: bool
    files: int


@dataclass(frozen=True)
class ThirdPartyFacts(MaterialFacts):
    """FR.IA.10 about to be asked, or answered through the assessor."""

    planned: bool
    named: bool
    asks_oneself: bool
    """The third party would be the candidate."""


@dataclass(frozen=True)
class StatementFacts:
    """FR.IA.10 about to be answered. `judged`: the recommendation is signed already."""

    answered: bool
    expired: bool
    judged: bool
    unanswered: int


@dataclass(frozen=True)
class ReleaseFacts:
    """A case about to be taken out of its assessor's hands."""

    state: str
    reason_given: bool


@dataclass(frozen=True)
class ReopeningFacts:
    state: str
    reason_given: bool
