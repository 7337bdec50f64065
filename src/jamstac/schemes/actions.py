"""Doors: drafting a scheme, loading one from a file, approving it, ending it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NotRequired, TypedDict

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import Policy
from jamstac.ledger.door import Act, action, store
from jamstac.schemes import rules
from jamstac.schemes.facts import DraftFacts, RetirementFacts
from jamstac.schemes.models import Requirement, Scheme, SchemeUnit, SchemeVersion
from jamstac.schemes.selectors import approval_facts, change_facts, draft_facts
from jamstac.standards.actions import UnitInput, put_standard
from jamstac.standards.models import Standard, Unit
from jamstac.standards.rules import may_enter_standard


class SchemeUnitInput(TypedDict):
    code: str
    group: NotRequired[str]


class RequirementInput(TypedDict):
    kind: str
    alternative: NotRequired[int]
    text: str


class StandardContent(TypedDict):
    kind: str
    number: str
    title: str
    year: NotRequired[int | None]
    valid_from: NotRequired[date | None]
    valid_until: NotRequired[date | None]


class SchemeContent(TypedDict):
    """A scheme and its standard as one file brings them. `version` holds names of `CHANGEABLE`."""

    number: str
    title: str
    standard: StandardContent
    standard_units: Sequence[UnitInput]
    units: Sequence[SchemeUnitInput]
    requirements: Sequence[RequirementInput]
    version: dict[str, Any]


OF_THE_SCHEME = ("title_en", "kind")
OF_THE_VERSION = (
    "field",
    "field_en",
    "kbli",
    "kbji",
    "level",
    "validity_years",
    "reassessment_scope",
    "reassessment_source",
)
CHANGEABLE = OF_THE_SCHEME + OF_THE_VERSION


@action("scheme.drafted", access="scheme.draft", policies=[rules.may_draft_scheme])
def draft_scheme(
    act: Act,
    body: Body,
    /,
    *,
    number: str,
    title: str,
    standard: Standard,
    units: Sequence[SchemeUnitInput],
    requirements: Sequence[RequirementInput] = (),
    **fields: Any,
) -> SchemeVersion:
    """Version 1 of a new scheme. `fields` are names of `CHANGEABLE`."""
    return _put_scheme(
        act,
        rules.may_draft_scheme,
        Scheme(body=body, number=number, title=title),
        standard,
        units,
        requirements,
        fields,
    )


@action("scheme.version_drafted", access="scheme.draft", policies=[rules.may_draft_scheme])
def draft_version(
    act: Act,
    scheme: Scheme,
    /,
    *,
    standard: Standard,
    units: Sequence[SchemeUnitInput],
    requirements: Sequence[RequirementInput] = (),
    **fields: Any,
) -> SchemeVersion:
    """The next version of a scheme, as a draft. `fields` are names of `OF_THE_VERSION`; cases keep theirs."""
    if not set(fields) <= set(OF_THE_VERSION):
        raise TypeError(f"a version has no {', '.join(sorted(set(fields) - set(OF_THE_VERSION)))}")
    return _put_scheme(act, rules.may_draft_scheme, scheme, standard, units, requirements, fields)


@action("scheme.loaded", access="scheme.draft", policies=[may_enter_standard, rules.may_draft_scheme])
def load_scheme(act: Act, body: Body, *, content: SchemeContent) -> SchemeVersion:
    """A standard and the draft of a scheme from one file, both or neither."""
    standard = put_standard(
        act, may_enter_standard, Standard(body=body, **content["standard"]), content["standard_units"]
    )
    scheme = Scheme(body=body, number=content["number"], title=content["title"])
    version = _put_scheme(
        act,
        rules.may_draft_scheme,
        scheme,
        standard,
        content["units"],
        content["requirements"],
        content["version"],
        event="scheme.drafted",
    )
    act.record(version, standard=standard.pk, number=scheme.number)
    return version


def _put_scheme(
    act: Act,
    policy: Policy[DraftFacts],
    scheme: Scheme,
    standard: Standard,
    units: Sequence[SchemeUnitInput],
    requirements: Sequence[RequirementInput],
    fields: dict[str, Any],
    event: str | None = None,
) -> SchemeVersion:
    act.require(policy, draft_facts(scheme, standard, [unit["code"] for unit in units]))
    number = SchemeVersion.objects.filter(scheme_id=scheme.pk).count() + 1
    version = SchemeVersion(body_id=scheme.body_id, scheme=scheme, version=number, standard=standard)
    _set(version, fields)
    store(scheme)
    store(version)
    _put_units(version, units)
    _put_requirements(version, requirements)
    act.record(version, event=event, scheme=scheme.pk, number=scheme.number, version=number, units=len(units))
    return version


def _set(version: SchemeVersion, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if name not in CHANGEABLE:
            raise TypeError(f"{name} is no field of a scheme draft")
        setattr(version.scheme if name in OF_THE_SCHEME else version, name, value)


def _put_units(version: SchemeVersion, units: Sequence[SchemeUnitInput]) -> None:
    by_code = {unit.code: unit for unit in Unit.objects.filter(standard_id=version.standard_id)}
    for position, given in enumerate(units, start=1):
        store(
            SchemeUnit(
                body_id=version.body_id,
                version=version,
                unit=by_code[given["code"]],
                position=position,
                group=given.get("group", ""),
            )
        )


def _put_requirements(version: SchemeVersion, requirements: Sequence[RequirementInput]) -> None:
    for position, given in enumerate(requirements, start=1):
        store(
            Requirement(
                body_id=version.body_id,
                version=version,
                kind=given["kind"],
                alternative=given.get("alternative", 1),
                position=position,
                text=given["text"],
            )
        )


@action("scheme.draft_changed", access="scheme.draft", policies=[rules.may_change_scheme])
def change_scheme_draft(
    act: Act,
    version: SchemeVersion,
    /,
    *,
    units: Sequence[SchemeUnitInput] | None = None,
    requirements: Sequence[RequirementInput] | None = None,
    **fields: Any,
) -> SchemeVersion:
    """Change a draft. `fields` are names of `CHANGEABLE`; units and requirements, when given, replace all."""
    if units is None:
        held = SchemeUnit.objects.filter(version=version).values_list("unit__code", flat=True)
        codes = list(held)
    else:
        codes = [unit["code"] for unit in units]
    renames = bool(set(fields) & set(OF_THE_SCHEME))
    act.require(rules.may_change_scheme, change_facts(version, codes, renames=renames))
    _set(version, fields)
    store(version.scheme)
    store(version)
    if units is not None:
        SchemeUnit.objects.filter(version=version).delete()
        _put_units(version, units)
    if requirements is not None:
        Requirement.objects.filter(version=version).delete()
        _put_requirements(version, requirements)
    act.record(fields=sorted(fields), units=len(codes))
    return version


@action("scheme.approved", access="scheme.approve", policies=[rules.may_approve_scheme])
def approve_scheme(
    act: Act, version: SchemeVersion, *, valid_from: date, valid_until: date | None = None
) -> SchemeVersion:
    """Put a draft in force from a day on (HR-18). Its content stays from then on."""
    act.require(
        rules.may_approve_scheme,
        approval_facts(version, day=act.day, valid_from=valid_from, valid_until=valid_until),
    )
    version.approved_at, version.valid_from, version.valid_until = act.now, valid_from, valid_until
    store(version, "approved_at", "valid_from", "valid_until")
    act.record(standard=version.standard_id, valid_from=valid_from, valid_until=valid_until)
    return version


@action("scheme.retired", access="scheme.approve", policies=[rules.may_retire_scheme])
def retire_scheme(act: Act, version: SchemeVersion, *, last_day: date) -> SchemeVersion:
    """End a version after `last_day`: it takes no applications and no schedules from then on (HR-17)."""
    act.require(
        rules.may_retire_scheme,
        RetirementFacts(
            approved=version.approved_at is not None,
            starts_before_end=version.valid_from is not None and version.valid_from <= last_day,
            ended=version.valid_until is not None and version.valid_until < act.day,
        ),
    )
    version.valid_until = last_day
    store(version, "valid_until")
    act.record(last_day=last_day)
    return version
