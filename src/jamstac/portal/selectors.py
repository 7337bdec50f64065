"""Which LSP an account belongs to, and which ones take applications."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.documents.models import Sheet
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from jamstac.messaging.models import Delivery
from jamstac.people.access import STAFF
from jamstac.people.actors import in_force
from jamstac.people.models import Account, Appointment, Person
from jamstac.people.states import Function


@dataclass(frozen=True)
class Place:
    """An account at one LSP: on duty there (`staff`), as asesi, or both; or following a group as its `sponsor`."""

    body: Body
    person: Person
    staff: bool
    sponsor: bool = False

    @property
    def url(self) -> str:
        page = "applications:followed" if self.sponsor else "portal:home" if self.staff else "portal:mine"
        return reverse(page, args=[self.body.slug])


def places_of(account: Account) -> list[Place]:
    """Every LSP that knows the account, by name. One query."""
    today = [
        Q(body__time_zone=zone) & in_force(timezone.localdate(timezone=ZoneInfo(zone))) for zone in TimeZone.values
    ]
    duty = Appointment.objects.filter(reduce(or_, today), person=OuterRef("pk"))
    persons = (
        Person.objects.filter(account=account)
        .select_related("body")
        .annotate(staff=Exists(duty), inside=Exists(duty.filter(function__in=STAFF)))
    )
    sponsors = duty.filter(function=Function.SPONSOR)
    return [
        Place(person.body, person, person.staff, person.sponsor and not person.inside)
        for person in persons.annotate(sponsor=Exists(sponsors)).order_by("body__name")
    ]


def failed_jobs(body_id: UUID) -> QuerySet[Job]:
    """Background work of this LSP that was given up: sheets not printed, notices not sent."""
    mine = Q(kind="documents.render_sheet", subject_id__in=Sheet.objects.filter(body=body_id).values("pk"))
    sent = Delivery.objects.filter(message__body_id=body_id)
    mine |= Q(kind="messaging.deliver", subject_id__in=sent.values("pk"))
    return Job.objects.filter(mine, state=JobState.FAILED).order_by("-created_at")


def open_bodies(without: Account | None = None) -> list[Body]:
    """LSP that take applications; `without` leaves out those that know the account already."""
    bodies = Body.objects.filter(open_for_applications=True).order_by("name")
    if without is not None:
        bodies = bodies.exclude(pk__in=Person.objects.filter(account=without).values("body"))
    return list(bodies)
