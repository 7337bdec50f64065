"""The assessment day: one event today with its surat tugas, and a second one still being planned.

Puts `event` (today, letter signed) with `candidate.sari`, `.galih`, `.intan`, `.made` (assessor budi), and
`event.planned` (in a week, letter not signed) with `candidate.dimas`. Puts `assessment.sari` (signed by both,
all K), `assessment.galih` (signed by both, one unit BK) and `assessment.intan` (FR.AK.01 agreed, identity
checked, nothing judged). The assessment of made is not opened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time
from uuid import UUID

from django.utils import timezone

from jamstac.applications.models import Application
from jamstac.assessment.actions import (
    acknowledge,
    add_evidence,
    agree,
    check_identity,
    mark_evidence,
    open_assessment,
    propose_agreement,
    recommend,
    review_self_assessment,
)
from jamstac.assessment.drafts import save_mark
from jamstac.assessment.models import Assessment
from jamstac.assessment.selectors import criteria_of
from jamstac.assessment.states import EvidenceKind, FollowUp, IdentityDocument, Method
from jamstac.documents.facts import Statement
from jamstac.events.actions import add_candidate, plan_event, sign_assignment_letter
from jamstac.events.models import Event, EventCandidate
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
    """The case of `key` (a candidate of `event`), opened by its assessor."""
    return open_assessment(world.actor(assessor), world.get(EventCandidate, f"candidate.{key}"))


def proposed(world: World, key: str) -> Assessment:
    """FR.APL.02 reviewed, identity checked, FR.AK.01 signed by the assessor."""
    actor, assessment = world.actor(ASSESSOR), opened(world, key)
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    check_identity(actor, assessment, document=IdentityDocument.KTP)
    return propose_agreement(
        actor, assessment, evidence_kinds=[EvidenceKind.OBSERVATION, EvidenceKind.QUESTIONS], statement=AGREED
    )


def open_and_agree(world: World, key: str) -> Assessment:
    """The case of `key` up to FR.AK.01 agreed and the identity checked: the material is open."""
    return agree(world.me(key), proposed(world, key), statement=READ)


def criteria(world: World, key: str) -> list[Criterion]:
    """The KUK of the case of `key`, unit by unit."""
    rows = criteria_of(assessment_of(world, key)).select_related("element__unit")
    return list(rows.order_by("element__unit__position", "element__number", "position"))


def judge_all(world: World, key: str, except_criteria: Collection[UUID] = ()) -> Assessment:
    """Every KUK judged Ya (`except_criteria`: Tidak, confirmed), resting on one evidence item with good VATM."""
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


def planned(world: World, *, days: int) -> Event:
    """An event of the world's scheme and venue, `days` from today, without candidates."""
    return plan_event(
        world.actor("maya"),
        world.body,
        scheme_version=world.get(SchemeVersion, "version"),
        venue=world.get(Venue, "venue"),
        date=ahead(days),
        start_time=time(8),
        end_time=time(16),
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

    later = planned(world, days=7)
    world.put("event.planned", later)
    world.put("candidate.dimas", add(world, later, "dimas"))

    for key in ("sari", "galih", "intan"):
        world.put(f"assessment.{key}", open_and_agree(world, key))
    signed(world, "sari")
    signed(world, "galih", except_criteria=[criteria(world, "galih")[-1].pk])
