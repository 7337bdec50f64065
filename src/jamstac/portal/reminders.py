"""Whose turn it is: told when something new waits for somebody, once a day when it is late, and before an event.

The worker calls `look_around` every minute. An LSP whose chain did not move since the last look, on a day that was
looked at already, costs one query.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from jamstac.applications.models import Application
from jamstac.bodies.models import Body
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.ledger.door import ActorKind
from jamstac.ledger.models import Chain, Entry
from jamstac.messaging.models import Message
from jamstac.people.actors import PersonActor, in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.telling import remind
from jamstac.portal.journey import journeys
from jamstac.portal.models import Look, Told
from jamstac.portal.tasks import Task, sorted_lines
from jamstac.portal.worklist import Desk, tasks_for

DAYS_BEFORE = (3, 1)
"""H-3 and H-1."""
MORNING = 7
"""Hour of the LSP's clock from which the day's reminders are written."""
LINES = 8
"""Lines of a digest; the rest is counted."""
KEEP = timedelta(days=120)


def look_around(now: datetime) -> int:
    """Look at every LSP. How many notices were written."""
    with override("id"):
        return sum(_look(body, now) for body in Body.objects.all())


def _look(body: Body, now: datetime) -> int:
    local = now.astimezone(body.zone)
    head = Chain.objects.filter(body_id=body.pk).values_list("head_seq", flat=True).first() or 0
    look, _made = Look.objects.get_or_create(body=body, defaults={"seen_seq": 0, "looked_at": now})
    morning = local.hour >= MORNING and look.morning != local.date()
    if look.seen_seq == head and not morning:
        return 0
    with transaction.atomic():
        told = _tell_staff(body, now, late=morning) + _tell_candidates(body, look, now)
        if morning:
            told += _tell_of_events(body, local.date(), now)
            Told.objects.filter(told_at__lt=now - KEEP).delete()
            look.morning = local.date()
        look.seen_seq, look.looked_at = head, now
        look.save()
    return told


# ---------------------------------------------------------------- staff


def _tell_staff(body: Body, now: datetime, *, late: bool) -> int:
    day = now.astimezone(body.zone).date()
    told = 0
    for person in _staff(body, day):
        actor = PersonActor(person, ActorKind.STAFF)
        desk = Desk(actor, body, now, day)
        lines = sorted_lines(tasks_for(desk, actor.roles_on(day)), now, body.zone)
        new = _not_told(person, [line.task for line in lines], now)
        if new and _digest(person, "turn.staff", new, now, f"turn:{_key(new)}"):
            told += 1
        overdue = [line.task for line in lines if line.overdue]
        if late and overdue and _digest(person, "turn.overdue", overdue, now, f"late:{day.isoformat()}"):
            told += 1
    return told


def _staff(body: Body, day: date) -> Iterable[Person]:
    holders = Appointment.objects.filter(in_force(day), body=body).values("person")
    return Person.objects.filter(pk__in=holders).exclude(account=None).select_related("body")


def _not_told(person: Person, tasks: list[Task], now: datetime) -> list[Task]:
    """Those of `tasks` the person was not told of yet; they count as told from now on."""
    keys = {_key([task]): task for task in tasks}
    known = set(Told.objects.filter(person=person, key__in=list(keys)).values_list("key", flat=True))
    new = [key for key in keys if key not in known]
    Told.objects.bulk_create([Told(person=person, key=key, told_at=now) for key in new], ignore_conflicts=True)
    return [keys[key] for key in new]


def _key(tasks: list[Task]) -> str:
    """A task is the same while it leads to the same place since the same moment."""
    text = "\n".join(f"{task.url} {task.since.isoformat()}" for task in tasks)
    return sha256(text.encode()).hexdigest()[:40]


def _digest(person: Person, notice: str, tasks: list[Task], now: datetime, once_key: str) -> bool:
    lines = [f"• {task.title} ({task.detail})" for task in tasks[:LINES]]
    if len(tasks) > LINES:
        lines.append(_("… dan %(n)d lagi") % {"n": len(tasks) - LINES})
    home = tasks[0].url if len(tasks) == 1 else reverse("portal:home", args=[person.body.slug])
    message = remind(
        person,
        notice,
        now=now,
        once_key=once_key,
        link=home,
        count=len(tasks),
        lsp=person.body.name,
        lines="\n".join(lines),
    )
    return message is not None


# ---------------------------------------------------------------- asesi


def _tell_candidates(body: Body, look: Look, now: datetime) -> int:
    """The next act of every case that moved since the last look, unless the act itself told its candidate."""
    moved = Entry.objects.filter(chain__body_id=body.pk, seq__gt=look.seen_seq, case_id__isnull=False).values("case_id")
    owners = Application.objects.filter(body=body, pk__in=moved).values("person")
    told = 0
    for person in Person.objects.filter(pk__in=owners).select_related("body"):
        if Message.objects.filter(to_person_id=person.pk, created_at__gte=look.looked_at).exists():
            continue
        told += _tell_turn(body, person, now)
    return told


def _tell_turn(body: Body, person: Person, now: datetime) -> int:
    told = 0
    for journey in journeys(body, person.pk, now.astimezone(body.zone).date()):
        if journey.finished or not journey.next.url:
            continue
        key = sha256(f"{journey.number}\n{journey.next.title}\n{journey.next.url}".encode()).hexdigest()[:40]
        message = remind(
            person,
            "turn.asesi",
            now=now,
            once_key=f"own:{key}",
            link=journey.next.url,
            act=journey.next.title,
            text=journey.next.text,
            number=journey.number,
            scheme=journey.title,
        )
        told += message is not None
    return told


# ---------------------------------------------------------------- events


def _tell_of_events(body: Body, today: date, now: datetime) -> int:
    told = 0
    for days in DAYS_BEFORE:
        rows = Event.objects.filter(body=body, state=EventState.ASSIGNED, date=today + timedelta(days=days))
        for event in rows.select_related("venue", "scheme_version__scheme", "body"):
            told += _tell_of(event, days, now)
    return told


def _tell_of(event: Event, days: int, now: datetime) -> int:
    fields = {
        "days": days,
        "scheme": event.scheme_version.scheme.title,
        "date": date_format(event.date, "l, j F Y"),
        "time": f"{event.start_time:%H.%M}",
        "venue": event.venue.name,
        "address": event.venue.address,
    }
    once = f"event:{event.pk}:{event.date.isoformat()}:H-{days}"
    rows = EventCandidate.objects.filter(event=event).select_related("application__person__body", "assessor__body")
    told = 0
    counts: dict[Person, int] = {}
    link = reverse("portal:mine", args=[event.body.slug])
    for row in rows:
        counts[row.assessor] = counts.get(row.assessor, 0) + 1
        candidate = row.application.person
        told += remind(candidate, "event.near", now=now, once_key=once, link=link, **fields) is not None
    link = reverse("assessment:mine", args=[event.body.slug])
    for assessor, count in counts.items():
        more = {**fields, "count": count, "number": event.number}
        told += remind(assessor, "event.near_assessor", now=now, once_key=once, link=link, **more) is not None
    return told
