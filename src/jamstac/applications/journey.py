"""The way of a case in eight steps, read from what is on file: its state and its official sheets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from jamstac.applications.models import Application
from jamstac.applications.states import ApplicationState
from jamstac.documents.states import SheetCode


@dataclass(frozen=True)
class Step:
    """`state` is done, now or later."""

    number: int
    title: str
    side: str
    state: str


def steps_of(application: Application, sheets: Collection[str], signed: Collection[str]) -> list[Step]:
    """`sheets` are the codes of the case's sheets, `signed` those that the applicant has signed."""
    certified = SheetCode.CERTIFICATE in sheets
    accepted = application.state == ApplicationState.ACCEPTED
    review = _(application.get_state_display())
    if application.reviewed_at is not None and application.state != ApplicationState.SUBMITTED:
        review = f"{review}, {_day(application.reviewed_at)}"
    sent = _("Dikirim %(day)s") % {"day": _day(application.submitted_at)}
    rows = [
        (_("Permohonan"), sent, application.state != ApplicationState.RETURNED),
        (_("Asesmen mandiri"), sent, application.state != ApplicationState.RETURNED),
        (_("Tinjauan LSP"), review, accepted),
        (_("Jadwal dan asesor"), _("Ditetapkan LSP"), SheetCode.AK01 in sheets),
        (_("Persetujuan asesmen"), _("Anda dan asesor menandatangani FR.AK.01"), SheetCode.AK01 in signed),
        (_("Asesmen"), _("Ditutup dengan FR.AK.02"), SheetCode.AK02 in signed),
        (_("Keputusan"), _("Oleh tim yang tidak menguji Anda"), certified or SheetCode.RESULT_LETTER in sheets),
        (_("Sertifikat"), "", certified),
    ]
    open_ = [number for number, (_title, _side, done) in enumerate(rows, 1) if not done]
    waits = open_ and application.state != ApplicationState.REJECTED
    current = open_[0] if waits and open_[0] < len(rows) else 0  # a certificate is not promised before it is there
    return [
        Step(number, title, side, "done" if done else "now" if number == current else "later")
        for number, (title, side, done) in enumerate(rows, 1)
    ]


def _day(moment: datetime) -> str:
    return formats.date_format(timezone.localtime(moment), "j F Y")
