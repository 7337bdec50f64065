"""The pairs of assessor and candidate of an event, as impartiality asks about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from jamstac.applications.models import Application
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.findings.selectors import waivers_in_force
from jamstac.impartiality.facts import PairCounts
from jamstac.impartiality.models import Declaration
from jamstac.impartiality.selectors import Pair, pair_counts, undeclared_pairs
from jamstac.people.models import Person


def pair_of(application: Application, assessor: Person, today: date, *, waived: bool | None = None) -> Pair:
    """`waived`: whether a document lifts HR-03 for the case; None: asked."""
    if waived is None:
        waived = bool(waived_cases(application.body_id, [application.pk], today))
    return Pair(
        person=assessor,
        other=application.person,
        case=application.pk,
        institution=application.institution,
        education=application.education,
        waived=waived,
    )


def waived_cases(body_id: UUID, cases: Iterable[UUID], today: date) -> frozenset[UUID]:
    """Cases for which a document shows that a trainer may assess (HR-03)."""
    rows = waivers_in_force(body_id, today).filter(rule="HR-03", subject_id__in=list(cases))
    return frozenset(rows.values_list("subject_id", flat=True))


def pairs_of(rows: Sequence[EventCandidate], today: date) -> list[Pair]:
    """Every candidate with the assessor they have. One query."""
    if not rows:
        return []
    waived = waived_cases(rows[0].body_id, [row.application_id for row in rows], today)
    return [pair_of(row.application, row.assessor, today, waived=row.application_id in waived) for row in rows]


def counts_of(event: Event, pairs: Sequence[Pair], day: date, *, entering: bool = False) -> PairCounts:
    """For HR-03, HR-04 and HR-06, on `day`."""
    return pair_counts(event.pk, event.body_id, pairs, day, entering=entering)


def undeclared_in(event_id: UUID) -> int:
    """Pairs of an assessor and a candidate of the event without a declaration (HR-05). Two queries."""
    rows = list(EventCandidate.objects.filter(event_id=event_id).values_list("assessor_id", "application__person_id"))
    return undeclared_pairs(event_id, {one for one, _ in rows}, {other for _, other in rows})


def events_to_declare(body_id: UUID, person_id: UUID, day: date) -> list[Event]:
    """Events from `day` on in which the assessor did not declare about every candidate; `waiting` says how many.
    One query."""
    told = Declaration.objects.filter(
        event=OuterRef("event_id"), other=OuterRef("application__person_id"), person=person_id
    )
    waiting = EventCandidate.objects.filter(~Exists(told), body_id=body_id, event__date__gte=day)
    mine = EventCandidate.objects.filter(event=OuterRef("pk"), assessor=person_id)
    rows = Event.objects.filter(Exists(mine), body_id=body_id, date__gte=day).exclude(state=EventState.CANCELLED)
    count = Count("candidates", filter=Q(candidates__in=waiting))
    return list(rows.annotate(waiting=count).filter(waiting__gt=0).order_by("date", "start_time"))
