"""How far each person of a batch is. What the apps above know (a date in the calendar) they register."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices

from jamstac.applications.batches.texts import PROGRESS_CONSENT
from jamstac.applications.models import Application, ApplicationDraft, Batch, BatchMember
from jamstac.applications.states import ApplicationState
from jamstac.documents.models import Sheet
from jamstac.documents.states import SheetCode
from jamstac.people.models import Consent, Slip
from jamstac.people.states import ConsentPurpose


class Stage(TextChoices):
    """In the order of the process."""

    AWAY = "belum", "Belum masuk"
    FILLING = "mengisi", "Mengisi"
    SENT = "terkirim", "Menunggu tinjauan"
    RETURNED = "dikembalikan", "Diminta melengkapi"
    ACCEPTED = "diterima", "Diterima, menunggu jadwal"
    SCHEDULED = "dijadwalkan", "Dijadwalkan"
    ASSESSED = "asesmen", "Asesmen dimulai"
    DONE = "selesai", "Proses selesai"


TONES = {
    Stage.AWAY: ("idle", "ring"),
    Stage.FILLING: ("go", "half"),
    Stage.SENT: ("go", "half"),
    Stage.RETURNED: ("warn", "warn"),
    Stage.ACCEPTED: ("ok", "tick"),
    Stage.SCHEDULED: ("ok", "tick"),
    Stage.ASSESSED: ("go", "half"),
    Stage.DONE: ("ok", "tick"),
}

ScheduledTest = Callable[[Collection[UUID]], Iterable[UUID]]
"""Cases → those of them that stand in an event."""

_scheduled: list[ScheduledTest] = []


def register_scheduled(test: ScheduledTest) -> ScheduledTest:
    _scheduled.append(test)
    return test


@dataclass(frozen=True)
class Standing:
    """One person of a batch and how far they are. `named`: they agreed that this very sponsor may see them by name."""

    member: BatchMember
    stage: Stage
    application: Application | None
    draft: ApplicationDraft | None
    slip: Slip | None
    named: bool

    @property
    def tone(self) -> tuple[str, str]:
        return TONES[self.stage]


def standings(batch: Batch) -> list[Standing]:
    """Everybody of a batch by name. Seven queries."""
    members = list(BatchMember.objects.filter(batch=batch).select_related("person").order_by("person__name", "pk"))
    persons = [row.person_id for row in members]
    version = batch.scheme_version_id
    applications = {
        row.person_id: row
        for row in Application.objects.filter(person__in=persons, scheme_version=version).order_by("submitted_at")
    }
    drafts = {row.person_id: row for row in ApplicationDraft.objects.filter(person__in=persons, scheme_version=version)}
    slips = {row.person_id: row for row in Slip.objects.filter(person__in=persons).order_by("issued_at")}
    agreed = set(
        Consent.objects.filter(
            person__in=persons,
            purpose=ConsentPurpose.PROGRESS,
            sentence=PROGRESS_CONSENT.format(institution=batch.institution),
            withdrawn_at=None,
        ).values_list("person_id", flat=True)
    )
    cases = {row.pk for row in applications.values()}
    dated = {case for test in _scheduled for case in test(cases)} if cases else set()
    sheets = _sheets(cases)
    return [
        Standing(
            member=row,
            stage=_stage(row, applications.get(row.person_id), dated, sheets),
            application=applications.get(row.person_id),
            draft=drafts.get(row.person_id),
            slip=slips.get(row.person_id),
            named=row.person_id in agreed,
        )
        for row in members
    ]


def _sheets(cases: Collection[UUID]) -> dict[UUID, set[str]]:
    wanted = [SheetCode.AK01, SheetCode.RESULT_LETTER, SheetCode.CERTIFICATE]
    found: dict[UUID, set[str]] = defaultdict(set)
    for case, code in Sheet.objects.filter(case__in=cases, code__in=wanted).values_list("case", "code"):
        if case is not None:
            found[case].add(code)
    return found


def _stage(
    member: BatchMember, application: Application | None, dated: Collection[UUID], sheets: dict[UUID, set[str]]
) -> Stage:
    if application is None:
        return Stage.FILLING if member.person.account_id else Stage.AWAY
    made = sheets.get(application.pk, set())
    if application.state == ApplicationState.REJECTED or made & {SheetCode.RESULT_LETTER, SheetCode.CERTIFICATE}:
        return Stage.DONE
    if SheetCode.AK01 in made:
        return Stage.ASSESSED
    if application.state == ApplicationState.ACCEPTED:
        return Stage.SCHEDULED if application.pk in dated else Stage.ACCEPTED
    return Stage.RETURNED if application.state == ApplicationState.RETURNED else Stage.SENT


def counted(rows: Iterable[Standing]) -> list[tuple[Stage, int]]:
    """Every stage with how many are there."""
    counts = Counter(row.stage for row in rows)
    return [(stage, counts[stage]) for stage in Stage]
