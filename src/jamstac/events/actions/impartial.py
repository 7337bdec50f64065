"""Doors: an assessor declares about the candidates of an event; the system looks at its pairs again."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from jamstac.documents.facts import Statement
from jamstac.events import selectors
from jamstac.events.impartial import pairs_of
from jamstac.events.models import Event
from jamstac.events.rules import may_search
from jamstac.events.states import EventState
from jamstac.impartiality.conflicts import declare, record_found
from jamstac.impartiality.rules import may_declare
from jamstac.impartiality.selectors import Disclosure, declaration_facts, window_setting
from jamstac.ledger.door import Act, action
from jamstac.people.models import Person


@action("event.relations_declared", access="event.declare", policies=[may_declare])
def declare_relations(act: Act, event: Event, *, answers: Mapping[UUID, Disclosure], statement: Statement) -> Event:
    """An assessor of the event says of every candidate (`answers` by application id) whether there is a relation.
    IMP-08, HR-05: one signed statement for all. Who was declared before needs no answer again."""
    assert act.actor.person_id is not None
    person = Person.objects.get(pk=act.actor.person_id)
    rows = selectors.candidates_of(event.pk)
    candidates = {row.application_id: row.application.person for row in rows}
    act.require(
        may_declare,
        declaration_facts(
            event.pk,
            person.pk,
            {case: other.pk for case, other in candidates.items()},
            answers,
            statement,
            is_assigned=any(row.assessor_id == person.pk for row in rows),
            event_cancelled=event.state == EventState.CANCELLED,
        ),
    )
    told = declare(act, event.pk, person, candidates, answers, statement)
    act.record(assessor=person.pk, answers=len(answers), relations=told)
    return event


@action("event.conflicts_searched", access="event.plan", policies=[may_search])
def search_conflicts(act: Act, event: Event) -> int:
    """Look at every pair of the event again: relations may have been recorded since (IMP-15). How many are new."""
    act.refuse(window_setting(event.body_id, act.day))
    act.require(may_search, event)
    new = record_found(act, event.pk, pairs_of(selectors.candidates_of(event.pk), act.day), event.date)
    act.record(found=new)
    return new
