"""Reads of the instruments a candidate takes, and the facts their rules ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from jamstac.applications.models import ApplicationEvidence
from jamstac.applications.selectors import evidence_of_elements
from jamstac.assessment.facts import MarkFacts, PortfolioFacts, StatementFacts, TakingFacts, ThirdPartyFacts
from jamstac.assessment.models import (
    AnswerDraft,
    Assessment,
    Evidence,
    PlannedInstrument,
    Taking,
    TakingItem,
    ThirdParty,
)
from jamstac.assessment.scope import in_scope
from jamstac.assessment.selectors import assignment_of, material_of
from jamstac.assessment.states import AssessmentState, Method, TakingState
from jamstac.instruments.models import ItemCriterion, ItemOption
from jamstac.instruments.states import TAKEN_BY_CANDIDATE, InstrumentCode

SEES_GROUP = frozenset({InstrumentCode.PRACTICE, InstrumentCode.PROJECT, InstrumentCode.PRODUCT})
"""Forms whose evidence is about every KUK of their kelompok pekerjaan, whatever their lines name."""

NAMED = frozenset({InstrumentCode.PROJECT_ASSESSMENT, InstrumentCode.PRODUCT})
"""Forms that say what was looked at: judul kegiatan, nama produk."""

QUESTIONS = 6
"""Ya/Tidak questions of FR.IA.10."""


@dataclass(frozen=True)
class ItemMark:
    """The assessor's mark of one item. `answer` and `option` where the assessor writes them down for the candidate;
    `evidence` is the portfolio item an interview question is about."""

    met: bool | None
    answer: str | None = None
    note: str = ""
    option: UUID | None = None
    evidence: UUID | None = None


@dataclass(frozen=True)
class Vatm:
    valid: bool
    authentic: bool
    current: bool
    sufficient: bool


def takings_for(body_id: UUID) -> QuerySet[Taking]:
    """With all that a page shows of them."""
    return Taking.objects.filter(body_id=body_id).select_related(
        "instrument__tool_set",
        "assessment__application__scheme_version__scheme",
        "assessment__application__person",
        "assessment__event__venue",
        "assessment__event__body",
        "assessment__assessor",
    )


def items_of(taking: Taking) -> list[TakingItem]:
    """The candidate's paper with what was written on it so far. Three queries."""
    rows = TakingItem.objects.filter(taking=taking).select_related("item", "option", "evidence", "draft__option")
    return list(rows.prefetch_related("item__options").order_by("position"))


def draft_of(item: TakingItem) -> AnswerDraft | None:
    """What is being written, if anything."""
    return getattr(item, "draft", None)


def shown_mark(item: TakingItem, *, by_key: bool) -> bool | None:
    """The mark an item shows before it is marked: as written, else as drafted, else (`by_key`) as its key proposes."""
    draft = draft_of(item)
    if item.met is not None:
        return item.met
    if draft is not None and draft.met is not None:
        return draft.met
    if not by_key:
        return None
    chosen = item.option or (draft.option if draft else None)
    return None if chosen is None else chosen.correct


def right_option(item: TakingItem) -> ItemOption | None:
    if item.item is None:
        return None
    return next((option for option in item.item.options.all() if option.correct), None)


def criteria_of_taking(taking: Taking) -> list[UUID]:
    """The KUK its evidence is about: those its items name, or the whole kelompok pekerjaan. In scope only."""
    instrument = taking.instrument
    trees = in_scope(taking.assessment)
    if instrument.code in SEES_GROUP:
        chosen = [tree for tree in trees if not instrument.group or tree.group == instrument.group]
        return [each.pk for tree in chosen for element in tree.elements for each in element.criteria]
    asked = set(
        ItemCriterion.objects.filter(
            item__in=TakingItem.objects.filter(taking=taking, item__isnull=False).values("item")
        ).values_list("criterion_id", flat=True)
    )
    return [each.pk for tree in trees for element in tree.elements for each in element.criteria if each.pk in asked]


def portfolio_of(assessment: Assessment) -> list[Evidence]:
    """The portfolio items in use, in their order. One query."""
    rows = Evidence.objects.filter(assessment=assessment, method=Method.PORTFOLIO, removed=False)
    return list(rows.select_related("file").order_by("position"))


def portfolio_shown(assessment: Assessment) -> dict[ApplicationEvidence, set[UUID]]:
    """What the candidate showed with FR.APL.02 → the elements it was shown for. Two queries."""
    application = assessment.application
    rows = ApplicationEvidence.objects.filter(application=application, requirement=None, removed=False)
    found: dict[ApplicationEvidence, set[UUID]] = {row: set() for row in rows.select_related("file").order_by("id")}
    by_id = {row.pk: row for row in found}
    for link in evidence_of_elements(application):
        row = by_id.get(link.evidence_id)
        if row is not None:
            found[row].add(link.element_id)
    return found


def tasks_shown(assessment: Assessment) -> list[Taking]:
    """The tasks the assessor has put before the candidate (FR.IA.02, FR.IA.04A): what the candidate reads too."""
    rows = Taking.objects.filter(
        assessment=assessment,
        state=TakingState.STARTED,
        instrument__code__in=[InstrumentCode.PRACTICE, InstrumentCode.PROJECT],
    )
    return list(rows.select_related("instrument").order_by("started_at"))


def tests_waiting(assessment: Assessment) -> list[Taking]:
    """Written tests the candidate may begin or go on with (FR.IA.05, FR.IA.06)."""
    rows = Taking.objects.filter(
        assessment=assessment,
        state__in=[TakingState.PLANNED, TakingState.STARTED],
        instrument__code__in=TAKEN_BY_CANDIDATE,
        instrument__in=PlannedInstrument.objects.filter(assessment=assessment, dropped=False).values("instrument"),
    )
    return list(rows.select_related("instrument").order_by("instrument__code", "id"))


def is_planned(assessment: Assessment, code: InstrumentCode) -> bool:
    return PlannedInstrument.objects.filter(assessment=assessment, code=code, dropped=False).exists()


# ---------------------------------------------------------------- facts


def taking_facts(taking: Taking, person_id: UUID | None, today: date) -> TakingFacts:
    assessment = taking.assessment
    return TakingFacts(
        taking_state=taking.state,
        taken_alone=taking.instrument.code in TAKEN_BY_CANDIDATE,
        **material_of(assessment),
        **assignment_of(assessment, person_id, today),
    )


def mark_facts(
    taking: Taking,
    items: Iterable[TakingItem],
    marks: Mapping[UUID, ItemMark],
    product: str,
    person_id: UUID | None,
    today: date,
) -> MarkFacts:
    """`marks` by id of the taking's item."""
    rows, assessment, code = list(items), taking.assessment, taking.instrument.code
    portfolio = {each.pk for each in portfolio_of(assessment)} if code == InstrumentCode.INTERVIEW else set()
    said = {row.pk: marks.get(row.pk, ItemMark(None)) for row in rows}
    return MarkFacts(
        taking_state=taking.state,
        taken_alone=code in TAKEN_BY_CANDIDATE,
        unmarked=sum(said[row.pk].met is None for row in rows),
        untied=sum(said[row.pk].evidence not in portfolio for row in rows) if code == InstrumentCode.INTERVIEW else 0,
        product_missing=code in NAMED and not product.strip(),
        **material_of(assessment),
        **assignment_of(assessment, person_id, today),
    )


def portfolio_facts(assessment: Assessment, person_id: UUID | None, today: date) -> PortfolioFacts:
    return PortfolioFacts(
        planned=is_planned(assessment, InstrumentCode.PORTFOLIO),
        files=len(portfolio_shown(assessment)),
        **material_of(assessment),
        **assignment_of(assessment, person_id, today),
    )


def third_party_facts(
    assessment: Assessment,
    person_id: UUID | None,
    today: date,
    *,
    name: str,
    workplace: str,
    email: str = "",
    phone: str = "",
) -> ThirdPartyFacts:
    application = assessment.application
    own = {application.email.casefold(), _digits(application.phone)} - {""}
    given = {email.strip().casefold(), _digits(phone)} - {""}
    same_name = " ".join(name.split()).casefold() == " ".join(application.name.split()).casefold()
    return ThirdPartyFacts(
        planned=is_planned(assessment, InstrumentCode.THIRD_PARTY),
        named=bool(name.strip() and workplace.strip()),
        asks_oneself=bool(own & given) or (bool(name.strip()) and same_name),
        **material_of(assessment),
        **assignment_of(assessment, person_id, today),
    )


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())


def statement_facts(
    third_party: ThirdParty, answers: Mapping[int, bool], now: datetime, *, by_link: bool
) -> StatementFacts:
    """`by_link`: the third party answers by the link, which runs out; the assessor's own asking does not."""
    expires = third_party.expires_at
    return StatementFacts(
        answered=third_party.answered_at is not None,
        expired=by_link and (expires is None or expires <= now),
        judged=third_party.assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED),
        unanswered=sum(number not in answers for number in range(1, QUESTIONS + 1)),
    )
