"""What the doors of a tool set are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NotRequired, TypedDict
from uuid import UUID

from jamstac.people.models import Person


class OptionInput(TypedDict):
    text: str
    correct: bool


class ItemInput(TypedDict):
    """One question or line, in the order given. `criteria` are ids of KUK of the scheme version."""

    text: str
    key: NotRequired[str]
    section: NotRequired[str]
    options: NotRequired[Sequence[OptionInput]]
    criteria: NotRequired[Sequence[UUID]]


class PlanInput(TypedDict):
    """One unit of FR.MAPA.01. `tools` maps a `PlanMethod` to instrument codes."""

    unit: UUID
    evidence: str
    direct: bool
    indirect: bool
    additional: bool
    tools: Mapping[str, Sequence[str]]


class CellInput(TypedDict):
    group: str
    instrument: str
    potential: str


class FindingInput(TypedDict):
    finding: str
    recommendation: str


class ImprovementInput(TypedDict):
    activity: str
    due: date | None
    responsible: str


class WitnessInput(TypedDict):
    """`role` is a `RelevantRole`."""

    role: str
    name: str
    outcome: str


class ValidationInput(TypedDict):
    """FR.VA as written. `boxes` maps a `ValidationPart` to keys of `BOXES`, `others` to what was written under
    "lainnya"; `ticks` maps a `ValidationAspect` to `Quality` keys; `members` are further persons of the team."""

    held_on: date
    place: str
    boxes: Mapping[str, Sequence[str]]
    ticks: Mapping[str, Sequence[str]]
    others: NotRequired[Mapping[str, str]]
    witnesses: NotRequired[Sequence[WitnessInput]]
    findings: NotRequired[Sequence[FindingInput]]
    improvements: NotRequired[Sequence[ImprovementInput]]
    members: NotRequired[Sequence[Person]]


OF_THE_SET = (
    "context_real",
    "evidence_limited",
    "supports_evidence",
    "supports_work",
    "supports_learning",
    "curriculum",
    "benchmark",
    "product_benchmark",
    "guideline",
    "candidate_traits",
    "modification",
    "package_advice",
    "tool_adjustment",
    "integration",
)
"""Columns of a tool set that FR.MAPA.01 parts 1 and 3 fill."""

OF_THE_INSTRUMENT = ("title", "instruction", "scenario", "equipment", "minutes", "draw")
