"""Doors: the BNSP licence and the schemes inside its annex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from jamstac.bodies.models import Body
from jamstac.documents.models import StoredFile
from jamstac.ledger.door import Act, action, store
from jamstac.licensing import rules
from jamstac.licensing.models import AnnexEntry, Licence, RemoteApproval
from jamstac.licensing.selectors import annex_facts, approval_facts, licence_facts
from jamstac.schemes.models import Scheme

CHANGEABLE = ("number", "decree_number", "decree_date", "valid_from", "valid_until", "file")


@action("licence.entered", access="licence.enter", policies=[rules.may_enter_licence])
def enter_licence(
    act: Act,
    body: Body,
    *,
    number: str,
    decree_number: str,
    decree_date: date,
    valid_from: date,
    valid_until: date,
    file: StoredFile | None = None,
) -> Licence:
    """The licence BNSP gave, with its decree. `file` is the scan, stored before."""
    licence = Licence(
        body=body,
        number=number,
        decree_number=decree_number,
        decree_date=decree_date,
        valid_from=valid_from,
        valid_until=valid_until,
        file=file,
    )
    act.require(rules.may_enter_licence, licence_facts(licence))
    store(licence)
    act.record(licence, number=number, valid_from=valid_from, valid_until=valid_until)
    return licence


@action("licence.changed", access="licence.enter", policies=[rules.may_enter_licence])
def change_licence(act: Act, licence: Licence, /, **fields: Any) -> Licence:
    """Correct or complete what was entered. `fields` are names of `CHANGEABLE`."""
    for name, value in fields.items():
        if name not in CHANGEABLE:
            raise TypeError(f"{name} of a licence does not change")
        setattr(licence, name, value)
    act.require(rules.may_enter_licence, licence_facts(licence))
    store(licence, *fields)
    act.record(
        fields=sorted(fields), number=licence.number, valid_from=licence.valid_from, valid_until=licence.valid_until
    )
    return licence


@action("annex.extended", access="licence.enter", policies=[rules.may_extend_annex])
def extend_annex(
    act: Act, licence: Licence, *, scheme: Scheme, valid_from: date, valid_until: date | None = None
) -> AnnexEntry:
    """A scheme enters the licence's scope from a day on; without an end it stays as long as the licence."""
    entry = AnnexEntry(
        body_id=licence.body_id, licence=licence, scheme=scheme, valid_from=valid_from, valid_until=valid_until
    )
    act.require(rules.may_extend_annex, annex_facts(entry))
    store(entry)
    act.record(entry, licence=licence.pk, scheme=scheme.pk, valid_from=valid_from, valid_until=valid_until)
    return entry


@action("annex.ended", access="licence.enter", policies=[rules.may_extend_annex])
def end_annex_entry(act: Act, entry: AnnexEntry, *, last_day: date) -> AnnexEntry:
    """A scheme leaves the licence's scope after `last_day`."""
    ended = entry.valid_until is not None and entry.valid_until < act.day
    entry.valid_until = last_day
    act.require(rules.may_extend_annex, annex_facts(entry, ended=ended))
    store(entry, "valid_until")
    act.record(scheme=entry.scheme_id, last_day=last_day)
    return entry


@action("remote_approval.recorded", access="remote.approve", policies=[rules.may_record_approval])
def record_remote_approval(
    act: Act, body: Body, *, number: str, approved_on: date, valid_from: date, valid_until: date, file: StoredFile
) -> RemoteApproval:
    """The switch of daring and hybrid events: BNSP's letter, with its scan. HR-28 reads it."""
    approval = RemoteApproval(
        body=body, number=number, approved_on=approved_on, valid_from=valid_from, valid_until=valid_until, file=file
    )
    act.require(rules.may_record_approval, approval_facts(approval, act.day))
    store(approval)
    act.record(approval, number=number, valid_from=valid_from, valid_until=valid_until)
    return approval


@action("remote_approval.ended", access="remote.approve", policies=[rules.may_record_approval])
def end_remote_approval(act: Act, approval: RemoteApproval, *, last_day: date, reason: str) -> RemoteApproval:
    """Switch off after `last_day`. Events beyond it are no longer signed nor started (HR-28)."""
    ended = last_day > approval.valid_until or approval.valid_until < act.day
    approval.valid_until, approval.end_reason = last_day, reason.strip()
    facts = replace(approval_facts(approval, act.day), ended=ended, reason_given=bool(reason.strip()))
    act.require(rules.may_record_approval, facts)
    store(approval, "valid_until", "end_reason")
    act.record(last_day=last_day)
    return approval
