"""The assessment day: one event today with its surat tugas, and a second one still being planned.

Puts `event` (today, letter signed) with `candidate.sari`, `.galih`, `.intan`, `.made` (assessor budi), and
`event.planned` (in a week, letter not signed) with `candidate.dimas`. Puts `assessment.sari` (signed by both,
all K), `assessment.galih` (signed by both, one unit BK) and `assessment.intan` (FR.AK.01 agreed, identity
checked, nothing judged). Made did not arrive yet; the others came. Puts `incident`: open, reported by budi, about no
case."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import time
from typing import Any
from uuid import UUID

from django.utils import timezone

from jamstac.applications.models import Application
from jamstac.assessment.actions import (
    acknowledge,
    add_evidence,
    agree,
    check_identity,
    mark_evidence,
    mark_taking,
    open_assessment,
    plan_case,
    propose_agreement,
    recommend,
    review_self_assessment,
)
from jamstac.assessment.adjustments import CHARACTERISTICS, Fit, Said
from jamstac.assessment.drafts import save_mark
from jamstac.assessment.models import Assessment, Taking, TakingItem
from jamstac.assessment.progress import progress_of
from jamstac.assessment.selectors import criteria_of
from jamstac.assessment.states import EvidenceKind, FollowUp, IdentityDocument, Method
from jamstac.assessment.takings import ItemMark, Vatm, items_of
from jamstac.documents.facts import Statement
from jamstac.events.actions import (
    add_candidate,
    check_in,
    declare_relations,
    plan_event,
    report_incident,
    sign_assignment_letter,
)
from jamstac.events.day import checked_in
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import IncidentKind
from jamstac.impartiality.selectors import Disclosure, declared_by
from jamstac.instruments.states import Potential
from jamstac.ledger.door import ActorKind
from jamstac.people.actors import PersonActor
from jamstac.schemes.models import SchemeVersion
from jamstac.standards.models import Criterion
from jamstac.venues.models import Venue
from tests.world.base import AGREED, World, ahead, today

READ = Statement("Saya menyetujui pernyataan ini.", agreed=True)
"""How a candidate signs: agreed, no password asked."""
ASSESSED = ("sari", "galih", "intan", "made")
ASSESSOR = "budi"


def assessment_of(world: World, key: str) -> Assessment:
    return Assessment.objects.get(application_id=world.ids[f"application.{key}"])


def opened(world: World, key: str, assessor: str = ASSESSOR) -> Assessment:
    """The case of `key` (a candidate of `event`), here and opened by its assessor, after every assessor there
    declared."""
    candidate = world.get(EventCandidate, f"candidate.{key}")
    declared(candidate.event)
    arrived(world, key, assessor)
    return open_assessment(world.actor(assessor), candidate)


def arrived(world: World, key: str, assessor: str = ASSESSOR) -> None:
    """The candidate of `event` came, and the assessor saw the identity document; noted once."""
    candidate = world.get(EventCandidate, f"candidate.{key}")
    if not checked_in(candidate):
        check_in(world.actor(assessor), candidate)


def declared(event: Event) -> None:
    """Every assessor of the event says they have nothing to do with its candidates, where they did not say yet."""
    rows = list(EventCandidate.objects.filter(event=event).select_related("application", "assessor__body"))
    for assessor in {row.assessor for row in rows}:
        known = declared_by(event.pk, assessor.pk)
        answers = {row.application_id: Disclosure(False) for row in rows if row.application.person_id not in known}
        if answers:
            actor = PersonActor(assessor, ActorKind.STAFF)
            declare_relations(actor, event, answers=answers, statement=AGREED)


def proposed(world: World, key: str) -> Assessment:
    """FR.APL.02 reviewed, identity checked, FR.AK.01 signed by the assessor."""
    actor, assessment = world.actor(ASSESSOR), opened(world, key)
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    check_identity(actor, assessment, document=IdentityDocument.KTP)
    plan(world, assessment)
    return propose_agreement(
        actor, assessment, evidence_kinds=[EvidenceKind.OBSERVATION, EvidenceKind.QUESTIONS], statement=AGREED
    )


def no_adjustments() -> dict[int, Said]:
    """FR.AK.07 part A without anything needed."""
    return {each.number: Said(False) for each in CHARACTERISTICS}


def plan(world: World, assessment: Assessment, *, by: str = ASSESSOR, **changes: Any) -> Assessment:
    """FR.AK.07 signed by the assessor: potensi 1, nothing adjusted, the instruments of FR.MAPA.02."""
    given: dict[str, Any] = {
        "potential": Potential.TRAINED_TRACEABLE,
        "adjustments": no_adjustments(),
        "fit": Fit(),
        "statement": AGREED,
    }
    return plan_case(world.actor(by), assessment, **(given | changes))


def taking(world: World, key: str, code: str) -> Taking:
    """The instrument `code` as the candidate of `key` takes it."""
    return Taking.objects.get(assessment=assessment_of(world, key), instrument__code=code)


def marks_for(item_rows: Iterable[TakingItem], *, met: bool = True) -> dict[UUID, ItemMark]:
    """The same mark for every item; a choice on paper is the right one, or a wrong one."""
    found = {}
    for item in item_rows:
        options = [] if item.item is None else list(item.item.options.all())
        option = next((each.pk for each in options if each.correct is met), None)
        answer = None if options else "Dijawab runtut."
        found[item.pk] = ItemMark(met, answer=answer, option=option)
    return found


def mark(world: World, key: str, code: str, **changes: Any) -> Taking:
    """The instrument taken on paper and marked, all met, with good VATM."""
    row = taking(world, key, code)
    given: dict[str, Any] = {
        "marks": marks_for(items_of(row)),
        "vatm": Vatm(valid=True, authentic=True, current=True, sufficient=True),
    }
    return mark_taking(world.actor(ASSESSOR), row, **(given | changes))


def take_all(world: World, key: str) -> Assessment:
    """Every planned instrument of the case that a form stands behind, taken and marked."""
    assessment = assessment_of(world, key)
    for step in progress_of([assessment])[assessment.pk].open:
        if step.taking is not None:
            mark(world, key, step.code)
    return assessment_of(world, key)


def open_and_agree(world: World, key: str) -> Assessment:
    """The case of `key` up to FR.AK.01 agreed and the identity checked: the material is open."""
    return agree(world.me(key), proposed(world, key), statement=READ)


def criteria(world: World, key: str) -> list[Criterion]:
    """The KUK of the case of `key`, unit by unit."""
    rows = criteria_of(assessment_of(world, key)).select_related("element__unit")
    return list(rows.order_by("element__unit__position", "element__number", "position"))


def judge_all(world: World, key: str, except_criteria: Collection[UUID] = ()) -> Assessment:
    """Every KUK judged Ya (`except_criteria`: Tidak, confirmed), every planned instrument marked, and one evidence
    item beside them, with good VATM."""
    assessment, actor = assessment_of(world, key), world.actor(ASSESSOR)
    rows = criteria(world, key)
    for row in rows:
        unmet = row.pk in except_criteria
        save_mark(
            assessment,
            row.pk,
            saved_at=timezone.now(),
            met=not unmet,
            note="Belum runtut." if unmet else "",
            follow_up=FollowUp.CONFIRMED if unmet else FollowUp.NONE,
        )
    take_all(world, key)
    evidence = add_evidence(
        actor,
        assessment,
        method=Method.OBSERVATION,
        title="Pengamatan tugas praktik",
        file=None,
        note="",
        criteria=[row.pk for row in rows],
    )
    mark_evidence(actor, evidence, valid=True, authentic=True, current=True, sufficient=True)
    return assessment_of(world, key)


def recommended(world: World, key: str, except_criteria: Collection[UUID] = ()) -> Assessment:
    """An agreed case judged whole and recommended: K, or BK where `except_criteria` were not met."""
    assessment = judge_all(world, key, except_criteria)
    return recommend(
        world.actor(ASSESSOR),
        assessment,
        feedback="Bekerja runtut dan teliti.",
        follow_up="Ulangi unit yang belum kompeten." if except_criteria else "",
        comment="Bukti memenuhi aturan bukti.",
        statement=AGREED,
    )


def signed(world: World, key: str, except_criteria: Collection[UUID] = ()) -> Assessment:
    """An agreed case up to both signatures under FR.IA.01 and FR.AK.02: ready for the pleno."""
    return acknowledge(world.me(key), recommended(world, key, except_criteria), statement=READ)


def finish_event(world: World) -> None:
    """Every case of `event` recommended and signed: nothing of its day is left to do."""
    signed(world, "intan")
    open_and_agree(world, "made")
    signed(world, "made")


def planned(world: World, *, days: int, hours: tuple[int, int] = (8, 16)) -> Event:
    """An event of the world's scheme and venue, `days` from today, without candidates."""
    start, end = hours
    return plan_event(
        world.actor("maya"),
        world.body,
        scheme_version=world.get(SchemeVersion, "version"),
        venue=world.get(Venue, "venue"),
        date=ahead(days),
        start_time=time(start),
        end_time=time(end),
    )


def add(world: World, event: Event, key: str, assessor: str = ASSESSOR) -> EventCandidate:
    return add_candidate(
        world.actor("maya"),
        event,
        application=world.get(Application, f"application.{key}"),
        assessor=world.person(assessor),
    )


def build(world: World) -> None:
    event = planned(world, days=0)
    assert event.date == today()
    world.put("event", event)
    for key in ASSESSED:
        world.put(f"candidate.{key}", add(world, event, key))
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)

    incident = report_incident(
        world.actor(ASSESSOR),
        event,
        kind=IncidentKind.DISTURBANCE,
        at=timezone.now(),
        description="Listrik padam dua menit; tidak ada pekerjaan yang hilang.",
        applications=[],
    )
    world.put("incident", incident)

    later = planned(world, days=7)
    world.put("event.planned", later)
    world.put("candidate.dimas", add(world, later, "dimas"))

    for key in ("sari", "galih", "intan"):
        world.put(f"assessment.{key}", open_and_agree(world, key))
    signed(world, "sari")
    signed(world, "galih", except_criteria=[criteria(world, "galih")[-1].pk])
