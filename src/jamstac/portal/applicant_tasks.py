"""What waits around applicants: special needs to decide, letters of guardians to check, paper sheets to confirm."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from jamstac.applications.guardians import drafts_of_minors, newest
from jamstac.applications.models import SpecialNeed
from jamstac.applications.states import ApplicationState, GuardianMeans, GuardianState
from jamstac.documents.models import PaperSheet
from jamstac.documents.states import PaperState
from jamstac.events.models import EventCandidate
from jamstac.portal.tasks import Desk, Task


def needs_to_decide(desk: Desk) -> list[Task]:
    """One per application: scheduling waits for it (HR-33)."""
    rows = SpecialNeed.objects.filter(body=desk.body, decision="", withdrawn=False)
    rows = rows.filter(application__state__in=[ApplicationState.SUBMITTED, ApplicationState.ACCEPTED])
    rows = rows.exclude(application__person=desk.actor.person_id).select_related("application")
    first = {row.application_id: row.application for row in rows.order_by("-application__submitted_at")}
    return [
        Task(
            _("Putuskan kebutuhan khusus %(name)s") % {"name": application.name},
            application.number,
            application.submitted_at,
            desk.url("applications:needs", application.pk),
            _("Putuskan"),
        )
        for application in first.values()
    ]


def guardian_letters_to_check(desk: Desk) -> list[Task]:
    """Signed letters of guardians that nobody of the LSP held beside the original yet (HR-32)."""
    drafts = list(drafts_of_minors(desk.body, desk.day).exclude(person=desk.actor.person_id))
    words = newest(desk.body.pk, drafts)
    asked = [(draft, words.get((draft.person_id, draft.scheme_version_id))) for draft in drafts]
    return [
        Task(
            _("Periksa surat wali %(name)s") % {"name": draft.person.name},
            word.guardian_name,
            word.asked_at,
            desk.url("applications:minor", draft.pk),
            _("Periksa"),
        )
        for draft, word in asked
        if word is not None and word.means == GuardianMeans.PAPER and word.state == GuardianState.ASKED
    ]


def papers_to_settle(desk: Desk) -> list[Task]:
    """Scans of paper sheets that wait for a second person."""
    return _papers(desk, PaperSheet.objects.filter(body=desk.body, state=PaperState.ENTERED))


def papers_of_my_cases(desk: Desk) -> list[Task]:
    """The same, as an assessor: of the cases given to me."""
    mine = EventCandidate.objects.filter(body=desk.body, assessor=desk.actor.person_id)
    given = PaperSheet.objects.filter(body=desk.body, case__in=mine.values("application"))
    return _papers(desk, given.filter(state=PaperState.ENTERED))


def _papers(desk: Desk, rows: QuerySet[PaperSheet]) -> list[Task]:
    rows = rows.exclude(entered_by=desk.actor.person_id).exclude(owner=desk.actor.person_id)
    return [
        Task(
            _("Sahkan lembar kertas %(code)s") % {"code": row.code},
            row.case_number,
            row.entered_at,
            f"{reverse('applications:case_file', args=[desk.body.slug, row.case])}#kertas",
            _("Bandingkan"),
        )
        for row in rows
    ]
