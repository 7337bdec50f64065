"""What waits for whom, by function: gathered from the apps' own tables, each list in one query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.applications.models import Application
from jamstac.applications.states import ApplicationState
from jamstac.assessors.selectors import unsigned_pacts
from jamstac.bodies.models import Body
from jamstac.certification.models import Attendance, Decision, Meeting
from jamstac.certification.selectors import waiting_for_table
from jamstac.certification.states import MeetingState, Outcome
from jamstac.documents.models import Signature
from jamstac.events.impartial import events_to_declare
from jamstac.events.models import Event
from jamstac.events.states import EventState
from jamstac.impartiality.selectors import unsettled
from jamstac.ledger.models import Alarm
from jamstac.parameters.keys import KEYS
from jamstac.parameters.selectors import number, values_on
from jamstac.people.actors import PersonActor
from jamstac.people.states import Function
from jamstac.portal.appeal_tasks import appeals_to_handle
from jamstac.portal.applicant_tasks import (
    guardian_letters_to_check,
    needs_to_decide,
    papers_of_my_cases,
    papers_to_settle,
)
from jamstac.portal.day_tasks import (
    day_sheets_of_mine,
    day_sheets_of_the_venue,
    incidents_to_close,
    my_assessments,
    processes_to_review,
    reports_to_write,
)
from jamstac.portal.event_tasks import (
    event_venues_to_verify,
    invitations_to_sign,
    released_to_plan,
    waivers_to_confirm,
)
from jamstac.portal.selectors import failed_jobs
from jamstac.portal.tasks import Task
from jamstac.portal.tool_tasks import tools_to_release, tools_to_validate, tools_to_write
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue, VenueVerification
from jamstac.venues.states import VenueKind


@dataclass(frozen=True)
class Desk:
    """Whose worklist, where, when."""

    actor: PersonActor
    body: Body
    now: datetime
    day: date

    def url(self, name: str, *args: object) -> str:
        return reverse(name, args=[self.body.slug, *args])


def made_at(pk: UUID) -> datetime:
    """When a row was made: its id says so (UUIDv7)."""
    return datetime.fromtimestamp((pk.int >> 80) / 1000, UTC)


def tasks_for(desk: Desk, roles: frozenset[str]) -> list[Task]:
    """Everything that waits for the functions held today."""
    gathers = dict.fromkeys(gather for function, gather in _GATHER if function in roles)
    return list(dict.fromkeys(task for gather in gathers for task in gather(desk)))


def _applications_to_review(desk: Desk) -> list[Task]:
    days = number(desk.body.pk, "review_reminder", desk.day)
    rows = Application.objects.filter(body=desk.body, state=ApplicationState.SUBMITTED)
    return [
        Task(
            _("Tinjau permohonan %(name)s") % {"name": row.name},
            f"{row.scheme_version.scheme.title}, {row.number}",
            row.state_since,
            desk.url("applications:review", row.pk),
            _("Tinjau"),
            None if days is None else row.state_since.astimezone(desk.body.zone).date() + timedelta(days=days),
        )
        for row in rows.exclude(person=desk.actor.person_id).select_related("scheme_version__scheme")
    ]


def _cases_to_schedule(desk: Desk) -> list[Task]:
    rows = Application.objects.filter(body=desk.body, state=ApplicationState.ACCEPTED, event_candidate=None)
    groups = rows.values("scheme_version__scheme__title", "scheme_version").annotate(n=Count("pk"))
    oldest = dict(rows.order_by("-state_since").values_list("scheme_version", "state_since"))
    return [
        Task(
            _("Jadwalkan asesmen %(scheme)s") % {"scheme": group["scheme_version__scheme__title"]},
            ngettext("%(n)d asesi diterima", "%(n)d asesi diterima", group["n"]) % {"n": group["n"]},
            oldest[group["scheme_version"]],
            desk.url("events:list"),
            _("Jadwalkan"),
        )
        for group in groups
    ]


def _cases_to_table(desk: Desk) -> list[Task]:
    since = waiting_for_table(desk.body.pk).order_by("state_since").values_list("state_since", flat=True)
    count = len(since)
    if not count:
        return []
    return [
        Task(
            _("Siapkan pleno"),
            ngettext("%(n)d berkas siap diputus", "%(n)d berkas siap diputus", count) % {"n": count},
            since[0],
            desk.url("certification:meetings"),
            _("Siapkan"),
        )
    ]


def _letters_to_sign(desk: Desk) -> list[Task]:
    waiting = [EventState.PLANNED, EventState.CHANGED]
    rows = Event.objects.filter(body=desk.body, state__in=waiting).annotate(n=Count("candidates"))
    return [
        Task(
            _("Tandatangani surat tugas jadwal %(number)s") % {"number": row.number},
            ngettext("%(n)d asesi, %(venue)s", "%(n)d asesi, %(venue)s", row.n) % {"n": row.n, "venue": row.venue.name},
            row.state_since,
            desk.url("events:event", row.pk),
            _("Tandatangani"),
            row.date,
        )
        for row in rows.filter(n__gt=0).select_related("venue")
    ]


def _decrees_to_sign(desk: Desk) -> list[Task]:
    rows = Meeting.objects.filter(body=desk.body, state=MeetingState.CLOSED, decree=None).annotate(n=Count("cases"))
    return [
        Task(
            _("Tandatangani SK penetapan pleno %(number)s") % {"number": row.number},
            ngettext("%(n)d keputusan", "%(n)d keputusan", row.n) % {"n": row.n},
            row.state_since,
            desk.url("certification:meeting", row.pk),
            _("Tandatangani"),
        )
        for row in rows
    ]


def _certificates_to_issue(desk: Desk) -> list[Task]:
    """By meeting: the direktur issues the certificates of one SK together."""
    decided = Decision.objects.filter(outcome=Outcome.COMPETENT, decree__isnull=False, certificate=None)
    rows = (
        Meeting.objects.filter(body=desk.body, decree__isnull=False)
        .annotate(n=Count("cases__decision", filter=Q(cases__decision__in=decided)))
        .filter(n__gt=0)
        .select_related("decree")
    )
    return [
        Task(
            _("Terbitkan sertifikat hasil pleno %(number)s") % {"number": row.number},
            ngettext("%(n)d sertifikat", "%(n)d sertifikat", row.n) % {"n": row.n},
            row.decree.signed_at,
            desk.url("certification:meeting", row.pk),
            _("Terbitkan"),
        )
        for row in rows
    ]


def _meetings_of_mine(desk: Desk) -> list[Task]:
    mine = Attendance.objects.filter(person=desk.actor.person_id, meeting=OuterRef("pk"))
    rows = Meeting.objects.filter(Exists(mine), body=desk.body, state=MeetingState.OPEN).annotate(n=Count("cases"))
    found = [
        Task(
            _("Pleno %(number)s") % {"number": row.number},
            ngettext("%(n)d berkas, %(place)s", "%(n)d berkas, %(place)s", row.n) % {"n": row.n, "place": row.place},
            row.state_since,
            desk.url("certification:meeting", row.pk),
            _("Buka"),
            row.date,
        )
        for row in rows
    ]
    signed = Signature.objects.filter(person=desk.actor.person_id, sheet=OuterRef("minutes"))
    unsigned = Meeting.objects.filter(Exists(mine), ~Exists(signed), body=desk.body, state=MeetingState.CLOSED)
    found += [
        Task(
            _("Tandatangani berita acara pleno %(number)s") % {"number": row.number},
            row.place,
            row.state_since,
            desk.url("certification:meeting", row.pk),
            _("Tandatangani"),
        )
        for row in unsigned
    ]
    return found


def _quality(desk: Desk) -> list[Task]:
    found = [
        Task(
            _("Buku besar tidak utuh pada entri %(seq)d") % {"seq": alarm.seq},
            alarm.reason,
            alarm.found_at,
            desk.url("portal:ledger"),
            _("Periksa"),
            desk.day,
        )
        for alarm in Alarm.objects.filter(chain__body_id=desk.body.pk, closed_at=None)
    ]
    failed = list(failed_jobs(desk.body.pk))
    if failed:
        count = len(failed)
        found.append(
            Task(
                ngettext("%(n)d pekerjaan latar gagal", "%(n)d pekerjaan latar gagal", count) % {"n": count},
                _("PDF atau surel tidak selesai setelah beberapa kali percobaan"),
                failed[-1].created_at,
                desk.url("portal:ledger"),
                _("Lihat"),
            )
        )
    values = values_on(desk.body.pk, desk.day)
    unset = [key.label for key in KEYS.values() if key.key not in values and not key.only_warns]
    if unset:
        found.append(
            Task(
                ngettext("%(n)d parameter belum ditetapkan", "%(n)d parameter belum ditetapkan", len(unset))
                % {"n": len(unset)},
                ", ".join(unset),
                desk.body.created_at,
                desk.url("portal:setup-parameters"),
                _("Tetapkan"),
            )
        )
    return found


def _venues_to_verify(desk: Desk) -> list[Task]:
    """TUK of the LSP itself; the others are verified for each event (HR-24)."""
    good = VenueVerification.objects.filter(
        venue=OuterRef("pk"), fit=True, verified_on__lte=desk.day, valid_until__gte=desk.day
    )
    return [
        Task(
            _("Verifikasi %(venue)s") % {"venue": row.name},
            f"{_(row.get_kind_display())}, {row.code}",
            made_at(row.pk),
            desk.url("portal:setup-venue", row.pk),
            _("Verifikasi"),
        )
        for row in Venue.objects.filter(~Exists(good), body=desk.body, kind=VenueKind.INDEPENDENT)
    ]


def _pacts_to_sign(desk: Desk) -> list[Task]:
    return [
        Task(
            _("Tandatangani %(kind)s versi %(version)s") % {"kind": pact.get_kind_display(), "version": pact.version},
            pact.title,
            made_at(pact.pk),
            desk.url("assessors:pacts"),
            _("Baca"),
        )
        for pact in unsigned_pacts(desk.body.pk, desk.actor.person_id, desk.day)
    ]


def _relations_to_declare(desk: Desk) -> list[Task]:
    return [
        Task(
            _("Nyatakan hubungan dengan asesi jadwal %(number)s") % {"number": event.number},
            ngettext("%(n)d asesi", "%(n)d asesi", event.waiting) % {"n": event.waiting},  # type: ignore[attr-defined]
            event.state_since,
            desk.url("events:declare", event.pk),
            _("Nyatakan"),
            event.date,
        )
        for event in events_to_declare(desk.body.pk, desk.actor.person_id, desk.day)
    ]


def _conflicts(desk: Desk, *, proposed: bool) -> list[Task]:
    rows = unsettled(desk.body.pk).exclude(person=desk.actor.person_id).exclude(other=desk.actor.person_id)
    rows = rows.exclude(disposition="") if proposed else rows.filter(disposition="")
    title = _("Sahkan penanganan benturan %(one)s") if proposed else _("Usulkan penanganan benturan %(one)s")
    return [
        Task(
            title % {"one": row.person.name},
            f"{row.other.name}, {_(row.get_kind_display())}",
            row.proposed_at or row.found_at,
            desk.url("impartiality:conflict", row.pk),
            _("Sahkan") if proposed else _("Usulkan"),
        )
        for row in rows
    ]


def _conflicts_to_propose(desk: Desk) -> list[Task]:
    return _conflicts(desk, proposed=False)


def _conflicts_to_confirm(desk: Desk) -> list[Task]:
    return _conflicts(desk, proposed=True)


def _schemes_to_approve(desk: Desk) -> list[Task]:
    rows = SchemeVersion.objects.filter(Q(approved_at=None), body=desk.body).select_related("scheme")
    return [
        Task(
            _("Sahkan skema %(title)s") % {"title": row.scheme.title},
            _("Versi %(n)d, masih rancangan") % {"n": row.version},
            made_at(row.pk),
            desk.url("portal:setup-scheme", row.pk),
            _("Periksa"),
        )
        for row in rows
    ]


_GATHER: list[tuple[Function, Callable[[Desk], list[Task]]]] = [
    (Function.ADMIN, _applications_to_review),
    (Function.ADMIN, guardian_letters_to_check),
    (Function.CERTIFICATION_MANAGER, needs_to_decide),
    (Function.ADMIN, papers_to_settle),
    (Function.CERTIFICATION_MANAGER, papers_to_settle),
    (Function.QUALITY_MANAGER, papers_to_settle),
    (Function.ASSESSOR, papers_of_my_cases),
    (Function.QUALITY_MANAGER, appeals_to_handle),
    (Function.CERTIFICATION_MANAGER, _cases_to_schedule),
    (Function.CERTIFICATION_MANAGER, released_to_plan),
    (Function.CERTIFICATION_MANAGER, _cases_to_table),
    (Function.DIRECTOR, _letters_to_sign),
    (Function.DIRECTOR, _decrees_to_sign),
    (Function.DIRECTOR, _certificates_to_issue),
    (Function.DIRECTOR, _schemes_to_approve),
    (Function.SCHEME_COMMITTEE, _schemes_to_approve),
    (Function.ASSESSOR, my_assessments),
    (Function.DECIDER, _meetings_of_mine),
    (Function.QUALITY_MANAGER, _quality),
    (Function.VENUE_VERIFIER, _venues_to_verify),
    (Function.VENUE_VERIFIER, event_venues_to_verify),
    (Function.CERTIFICATION_MANAGER, invitations_to_sign),
    (Function.QUALITY_MANAGER, waivers_to_confirm),
    (Function.CERTIFICATION_MANAGER, waivers_to_confirm),
    (Function.DIRECTOR, waivers_to_confirm),
    (Function.ASSESSOR, _relations_to_declare),
    (Function.CERTIFICATION_MANAGER, _conflicts_to_propose),
    (Function.QUALITY_MANAGER, _conflicts_to_confirm),
    *[(function, _pacts_to_sign) for function in Function],
    (Function.ASSESSOR, day_sheets_of_mine),
    (Function.ASSESSOR, reports_to_write),
    (Function.ASSESSOR, processes_to_review),
    (Function.VENUE_HEAD, day_sheets_of_the_venue),
    (Function.QUALITY_MANAGER, incidents_to_close),
    (Function.ASSESSOR, tools_to_write),
    (Function.SCHEME_COMMITTEE, tools_to_write),
    (Function.CERTIFICATION_MANAGER, tools_to_write),
    (Function.ASSESSOR, tools_to_validate),
    (Function.SCHEME_COMMITTEE, tools_to_validate),
    (Function.CERTIFICATION_MANAGER, tools_to_release),
]
