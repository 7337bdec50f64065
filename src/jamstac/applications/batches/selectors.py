from __future__ import annotations

from datetime import date

from jamstac.applications.batches.facts import BatchFacts
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import in_force as scheme_in_force


def batch_facts(day: date, version: SchemeVersion, sponsor: Person | None, **more: bool) -> BatchFacts:
    held = Appointment.objects.filter(in_force(day), person=sponsor, function=Function.SPONSOR)
    return BatchFacts(
        day=day,
        scheme_in_force=scheme_in_force(version, day),
        sponsor_holds_function=sponsor is None or held.exists(),
        **more,
    )
