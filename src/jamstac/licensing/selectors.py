from __future__ import annotations

from datetime import date
from uuid import UUID

from jamstac.licensing.facts import AnnexFacts, ApprovalFacts, LicenceFacts, ScopeFacts
from jamstac.licensing.models import AnnexEntry, Licence, RemoteApproval
from jamstac.people.actors import in_force


def licence_on(body_id: UUID, day: date) -> Licence | None:
    """The LSP's licence in force on `day`."""
    return Licence.objects.filter(in_force(day), body_id=body_id).first()


def number_on(body_id: UUID, day: date) -> str:
    """The licence number for a letterhead of `day`; empty without a licence in force."""
    licence = licence_on(body_id, day)
    return licence.number if licence else ""


def schemes_in_annex(body_id: UUID, day: date) -> set[UUID]:
    """Ids of the schemes the licence of `day` covers on that day; none without a licence in force. Two queries."""
    licence = licence_on(body_id, day)
    if licence is None:
        return set()
    return set(AnnexEntry.objects.filter(in_force(day), licence=licence).values_list("scheme_id", flat=True))


def scope_facts(body_id: UUID, scheme_id: UUID, day: date) -> ScopeFacts:
    """For HR-16. Two queries."""
    licence = licence_on(body_id, day)
    return ScopeFacts(
        day=day,
        licence_in_force=licence is not None,
        scheme_in_annex=licence is not None
        and AnnexEntry.objects.filter(in_force(day), licence=licence, scheme_id=scheme_id).exists(),
    )


def remote_approval_on(body_id: UUID, day: date) -> RemoteApproval | None:
    """BNSP's approval of sertifikasi jarak jauh in force on `day`."""
    return RemoteApproval.objects.filter(in_force(day), body_id=body_id).order_by("-valid_from", "-pk").first()


def approval_facts(approval: RemoteApproval, today: date) -> ApprovalFacts:
    return ApprovalFacts(
        period_is_valid=approval.valid_from <= approval.valid_until, in_future=approval.approved_on > today
    )


def licence_facts(licence: Licence) -> LicenceFacts:
    others = Licence.objects.filter(
        body_id=licence.body_id, valid_from__lte=licence.valid_until, valid_until__gte=licence.valid_from
    )
    return LicenceFacts(
        period_is_valid=licence.valid_from <= licence.valid_until, overlaps=others.exclude(pk=licence.pk).exists()
    )


def annex_facts(entry: AnnexEntry, *, ended: bool = False) -> AnnexFacts:
    """`ended`: the entry as it stands has ended before today."""
    start, end, licence = entry.valid_from, entry.valid_until, entry.licence
    others = AnnexEntry.objects.filter(licence=licence, scheme_id=entry.scheme_id).exclude(valid_until__lt=start)
    if end is not None:
        others = others.filter(valid_from__lte=end)
    return AnnexFacts(
        period_is_valid=end is None or start <= end,
        inside_licence=licence.valid_from <= start <= licence.valid_until
        and (end is None or end <= licence.valid_until),
        overlaps=others.exclude(pk=entry.pk).exists(),
        ended=ended,
    )
