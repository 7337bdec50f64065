"""What stands in an empty form before anybody wrote into it: of a scheme, of an event, of a case."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils import timezone

from jamstac.applications.models import Application
from jamstac.bodies.models import Body
from jamstac.documents.blanks import Content, Frame, register_frame
from jamstac.documents.states import SheetCode
from jamstac.events.models import Event, EventCandidate
from jamstac.events.sheets import day_in_words, hours, place, scheme_block, venue_block
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import UnitTree, structure, versions_in_force


def _schemes(body: Body) -> Iterable[tuple[UUID, str]]:
    return ((each.pk, each.scheme.title) for each in versions_in_force(body.pk, timezone.localdate(timezone=body.zone)))


@register_frame("skema", _schemes)
def frame_of_scheme(body: Body, pk: UUID) -> Frame | None:
    version = SchemeVersion.objects.filter(pk=pk, body=body).select_related("scheme").first()
    if version is None:
        return None
    return Frame(version.scheme.title, {"scheme": scheme_block(version.scheme)}, _forms(version))


def _events(body: Body) -> Iterable[tuple[UUID, str]]:
    today = timezone.localdate(timezone=body.zone)
    rows = Event.objects.filter(body=body, date__gte=today).order_by("date")[:50]
    return ((each.pk, f"{each.number}, {day_in_words(each.date)}") for each in rows)


@register_frame("jadwal", _events)
def frame_of_event(body: Body, pk: UUID) -> Frame | None:
    event = Event.objects.filter(pk=pk, body=body).select_related("scheme_version__scheme", "venue", "body").first()
    if event is None:
        return None
    rows = list(EventCandidate.objects.filter(event=event).select_related("application", "assessor"))
    people = [
        {
            "name": row.application.name,
            "case": row.application.number,
            "origin": row.application.institution or "Perorangan",
        }
        for row in rows
    ]
    assessors = list(dict.fromkeys(row.assessor.name for row in rows))
    members = [{"role": "Asesor", "name": name} for name in assessors]
    forms = _forms(event.scheme_version)
    forms[SheetCode.AK05] = {"rows": people}
    forms[SheetCode.ATTENDANCE] = {"rows": people, "members": members, "event": _event(event)}
    forms[SheetCode.EVENT_MINUTES] = {"members": members, "event": event.number, "place": place(event)}
    return Frame(event.number, _head(event, assessors), forms, case=event.number, about=frozenset({event.pk}))


@register_frame("kasus")
def frame_of_case(body: Body, pk: UUID) -> Frame | None:
    rows = Application.objects.filter(pk=pk, body=body).select_related("scheme_version__scheme")
    application = rows.first()
    if application is None:
        return None
    version = application.scheme_version
    common: dict[str, Any] = {"scheme": scheme_block(version.scheme), "asesi": application.name}
    row = EventCandidate.objects.filter(application=application).select_related("event__venue", "assessor").last()
    if row is not None:
        common |= _head(row.event, [row.assessor.name])
    title = f"{application.name}, {application.number}"
    return Frame(title, common, _forms(version), case=application.number, about=frozenset({application.pk}))


def _head(event: Event, assessors: list[str]) -> dict[str, Any]:
    return {
        "scheme": scheme_block(event.scheme_version.scheme),
        "tuk": venue_block(event),
        "asesor": assessors[0] if len(assessors) == 1 else None,
        "date": day_in_words(event.date),
    }


def _event(event: Event) -> dict[str, str]:
    return {
        "number": event.number,
        "date": day_in_words(event.date),
        "time": hours(event.start_time, event.end_time, event.body),
        "place": place(event),
    }


def _forms(version: SchemeVersion) -> dict[SheetCode, Content]:
    """Units, elements and KUK where a form lists them."""
    units = structure(version)
    listed = [{"code": each.unit.code, "title": each.unit.title} for each in units]
    return {
        SheetCode.APL01: {"units": listed},
        SheetCode.APL02: {"units": [_asked(each) for each in units]},
        SheetCode.IA01: {"groups": _groups(version, units)},
        SheetCode.AK02: {"units": listed},
    }


def _asked(unit: UnitTree) -> dict[str, Any]:
    return {
        "code": unit.unit.code,
        "title": unit.unit.title,
        "elements": [
            {"title": each.element.title, "criteria": [row.text for row in each.criteria]} for each in unit.elements
        ],
    }


def _groups(version: SchemeVersion, units: list[UnitTree]) -> list[dict[str, Any]]:
    return [
        {"name": name, "units": [_observed(each) for each in members]}
        for name, members in groupby(units, key=lambda each: each.group or version.scheme.title)
    ]


def _observed(unit: UnitTree) -> dict[str, Any]:
    return {
        "code": unit.unit.code,
        "title": unit.unit.title,
        "elements": [
            {"title": each.element.title, "criteria": [{"text": row.text} for row in each.criteria]}
            for each in unit.elements
        ],
    }
