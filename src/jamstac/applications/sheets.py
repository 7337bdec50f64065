"""Content of FR.APL.01 and FR.APL.02: what was on the screen, in the columns of the official forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jamstac.applications.models import Application, ApplicationEvidence, ElementEvidence, SelfAssessment
from jamstac.applications.selectors import Plan, Shown, evidence_of, plan_of, units_in_scope, units_of
from jamstac.applications.states import EvidenceState, Purpose
from jamstac.bodies.models import Body
from jamstac.documents.models import Signature
from jamstac.documents.sheets import letterhead
from jamstac.documents.signatures import Block, block_of
from jamstac.documents.states import SheetCode
from jamstac.documents.writing import long_date
from jamstac.people.states import Sex
from jamstac.schemes.selectors import structure

_SEX = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Wanita"}
_STATE = {EvidenceState.MET: "met", EvidenceState.UNMET: "unmet", EvidenceState.UNREVIEWED: None}


def _scheme(application: Application) -> dict[str, Any]:
    scheme = application.scheme_version.scheme
    return {"kind": scheme.kind or None, "title": scheme.title, "number": scheme.number}


def _birth(application: Application) -> str:
    born = application.birth_date
    day = "" if born is None else long_date(born)
    return ", ".join(part for part in (application.birth_place, day) if part)


def _evidence_rows(items: Iterable[Shown[ApplicationEvidence]]) -> list[dict[str, Any]]:
    """One line per file; a requirement without one says that nothing is there."""
    lines: list[dict[str, Any]] = []
    for item in items:
        if not item.files:
            lines.append({"text": item.requirement.text, "state": "none"})
        for number, row in enumerate(item.files, 1):
            text = item.requirement.text if number == 1 else f"{item.requirement.text} (berkas {number})"
            lines.append(
                {"text": text, "state": _STATE[EvidenceState(row.state)], "file": row.title, "digest": row.file.sha256}
            )
    return lines


def apl01_content(
    application: Application,
    body: Body,
    licence_number: str,
    *,
    recommendation: str | None = None,
    note: str | None = None,
) -> dict[str, Any]:
    """FR.APL.01 as sent (no recommendation yet) or as reviewed."""
    plan: Plan[ApplicationEvidence] = plan_of(application.scheme_version_id, evidence_of(application))
    basic = [item for alternative in plan.alternatives for item in alternative.items]
    return {
        "lsp": letterhead(body, licence_number),
        "scheme": _scheme(application),
        "applicant": {
            "name": application.name,
            "id_number": application.nik,
            "birth": _birth(application),
            "sex": _SEX[Sex(application.sex)],
            "nationality": application.nationality,
            "address": application.address,
            "postcode": application.postcode or None,
            "phone_home": None,
            "phone_office": application.office_phone or None,
            "mobile": application.phone,
            "email": application.email,
            "education": application.education,
        },
        "job": {
            "institution": application.institution or None,
            "position": application.position or None,
            "address": application.office_address or None,
            "postcode": None,
            "phone": application.office_phone or None,
            "fax": None,
            "email": None,
        },
        "purposes": [str(Purpose(application.purpose).label)],
        "purpose_other": application.purpose_words or None,
        "units": [
            {"code": row.unit.code, "title": row.unit.title}
            for row in units_of(application.scheme_version, units_in_scope(application))
        ],
        "evidence_basic": _evidence_rows(basic),
        "evidence_admin": _evidence_rows(plan.administrative),
        "recommendation": recommendation,
        "note": note or None,
    }


def apl02_content(
    application: Application,
    body: Body,
    licence_number: str,
    *,
    recommendation: str | None = None,
    approach: str | None = None,
    note: str | None = None,
) -> dict[str, Any]:
    """FR.APL.02 as sent (no recommendation), or as the assessor reviewed it ("dapat", "tidak dapat")."""
    asked = units_in_scope(application)
    answers = {row.element_id: row for row in SelfAssessment.objects.filter(application=application)}
    links = ElementEvidence.objects.filter(evidence__application=application, evidence__removed=False)
    files: dict[Any, list[str]] = {}
    for element_id, title in links.order_by("id").values_list("element_id", "evidence__title"):
        files.setdefault(element_id, []).append(title)

    def evidence(element_id: Any) -> str:
        answer = answers.get(element_id)
        parts = [answer.evidence_text] if answer and answer.evidence_text else []
        return "; ".join([*parts, *files.get(element_id, [])]) or "belum ada"

    return {
        "lsp": letterhead(body, licence_number),
        "scheme": _scheme(application),
        "units": [
            {
                "code": unit.unit.code,
                "title": unit.unit.title,
                "elements": [
                    {
                        "title": each.element.title,
                        "criteria": [criterion.text for criterion in each.criteria],
                        "answer": answers[each.element.pk].answer if each.element.pk in answers else None,
                        "evidence": evidence(each.element.pk),
                    }
                    for each in unit.elements
                ],
            }
            for unit in structure(application.scheme_version)
            if asked is None or unit.unit.pk in asked
        ],
        "recommendation": recommendation,
        "approach": approach or None,
        "note": note or None,
    }


def carried_signature(application: Application, code: SheetCode, role: str) -> Block | None:
    """The newest signature under `role` on an earlier version of a sheet, to be shown on the next version.

    It keeps its own digest: what was signed is the version it was given on."""
    rows = Signature.objects.filter(sheet__subject_id=application.pk, sheet__code=code, role=role)
    row = rows.select_related("body").order_by("-signed_at").first()
    return block_of(row) if row else None
