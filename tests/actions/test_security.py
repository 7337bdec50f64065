"""Every door, seen by an attacker: records of another LSP, stale records, one's own case by a side way, the same
again and again."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from django.db import models

from jamstac.applications.actions import submit_application
from jamstac.applications.models import ApplicationDraft, DraftEvidence
from jamstac.assessment.actions import add_evidence, recommend
from jamstac.assessment.models import Assessment
from jamstac.bodies.models import Body, TenantRecord
from jamstac.certification.actions import table_case
from jamstac.certification.models import Certificate, Meeting
from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.documents.rules import may_freeze
from jamstac.documents.sheets import content_of, freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.events.actions import add_candidate
from jamstac.events.models import Event
from jamstac.kernel.verdicts import refuse
from jamstac.ledger.access import SYSTEM, roles_for
from jamstac.ledger.door import Act, Door, GuestActor, Refused, SystemActor, doors, open_guard
from jamstac.ledger.models import Entry
from jamstac.ledger.records import GuardedRecord
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import appoint, declare_relation, record_relation
from jamstac.people.models import Person, Relation
from jamstac.people.states import Function, RelationKind
from jamstac.registry.actions import request_verification_report
from jamstac.registry.models import VerificationReport
from jamstac.schemes.models import SchemeUnit
from tests.ledger.probe import Probe
from tests.refusing import refuses
from tests.world.applications import SIGNED, stored
from tests.world.assessments import judge_all, signed
from tests.world.base import AGREED, World, ago, today
from tests.world.certificates import attended


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    return Probe(monkeypatch)


def _models_in(hint: Any) -> Iterator[type[models.Model]]:
    if isinstance(hint, type) and issubclass(hint, models.Model):
        yield hint
    for each in get_args(hint):
        yield from _models_in(each)


def _is_of_an_lsp(model: type[models.Model]) -> bool:
    return model is Body or any(field.name == "body" for field in model._meta.fields)


def _beside() -> list[tuple[str, str, type[models.Model]]]:
    """(event, argument, model) of every record of an LSP that any door takes beside its subject."""
    found = []
    for event, door in doors().items():
        hints = get_type_hints(door.function)
        _act, _subject, *others = inspect.signature(door.function).parameters
        for name in others:
            found += [(event, name, model) for model in _models_in(hints.get(name)) if _is_of_an_lsp(model)]
    return found


BESIDE = _beside()


def _elsewhere(world: World, model: type[models.Model]) -> models.Model:
    """A row of `model` at the other LSP."""
    other = world.get(Body, "body.luar")
    if model is Person:
        return world.person("tono")
    if model is StoredFile:
        mine = stored(world, "sari", "lain.pdf")
        return StoredFile.objects.create(
            body=other,
            sha256=mine.sha256,
            name=mine.name,
            media_type=mine.media_type,
            size=mine.size,
            uploaded_by=mine.uploaded_by,
            uploaded_at=mine.uploaded_at,
        )
    row = model._base_manager.filter(body=world.body).first()
    assert row is not None
    with open_guard("test"):
        model._base_manager.filter(pk=row.pk).update(body=other)
    return row


def _subject(world: World, door: Door[Any, Any, Any]) -> GuardedRecord:
    hints = get_type_hints(door.function)
    name = list(inspect.signature(door.function).parameters)[1]
    model = hints[name]
    if model in (Body, GuardedRecord):
        return world.body
    if model is Person:
        return world.person("galih")
    if model is TenantRecord:
        return world.get(Event, "event")
    row = model._base_manager.filter(body=world.body).first()
    assert row is not None, model
    return row  # type: ignore[no-any-return]


def test_some_doors_take_records_beside_their_subject() -> None:
    assert len(BESIDE) > 12


@pytest.mark.parametrize(("event", "argument", "model"), BESIDE, ids=lambda each: getattr(each, "__name__", each))
def test_no_door_takes_a_record_of_another_lsp(
    world: World, event: str, argument: str, model: type[models.Model]
) -> None:
    door = doors()[event]
    subject = _subject(world, door)
    foreign = _elsewhere(world, model)
    before = Entry.objects.count()
    for given in (foreign, [foreign]):
        with pytest.raises(OutOfScope):
            door(SystemActor("test", world.body.pk), subject, **{argument: given})
    assert Entry.objects.count() == before


def test_a_record_beside_the_subject_is_read_again(world: World, probe: Probe) -> None:
    stale = world.person("dewi")
    stale.name = "Diketik Di Tempat Lain"
    seen: list[str] = []

    def looks(act: Act, body: Body, people: list[Person], person: Person) -> None:
        seen.extend(each.name for each in [*people, person])
        act.record()

    probe(looks)(world.actor("surya"), world.body, [stale], person=stale)
    probe(looks)(world.actor("surya"), world.body, Person.objects.filter(pk=stale.pk), person=stale)
    assert seen == ["Dewi Misal"] * 4


def test_for_self_no_case_of_somebody_else_is_named(world: World, probe: Probe) -> None:
    door = probe(lambda act, person, case: act.record(), roles=frozenset({"self"}))
    own, other = (world.get(Assessment, f"assessment.{key}") for key in ("sari", "galih"))
    door(world.me("sari"), world.person("sari"), own)
    with pytest.raises(OutOfScope):
        door(world.me("sari"), world.person("sari"), other)


def test_the_installation_acts_on_no_record_of_an_lsp(world: World, probe: Probe) -> None:
    with pytest.raises(OutOfScope):
        probe(roles=frozenset({SYSTEM}))(SystemActor("installer"), world.body)


def test_refusals_in_turn_fill_no_ledger(world: World, probe: Probe) -> None:
    codes = ["alarm.none_open", "alarm.no_explanation"] * 5
    door = probe(lambda act, body: act.refuse(refuse(codes.pop())))
    before = Entry.objects.count()
    for _ in range(10):
        with pytest.raises(Refused):
            door(world.actor("surya"), world.body)
    assert Entry.objects.count() == before + 2


# ---------------------------------------------------------------- about oneself, by a side way


def _also(world: World, key: str, function: Function) -> None:
    appoint(
        world.actor("surya"),
        world.person(key),
        function=function,
        decree_number="009/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


def test_nobody_puts_the_own_case_into_an_event(world: World) -> None:
    from_made = world.get(Event, "event.planned")
    _also(world, "intan", Function.CERTIFICATION_MANAGER)
    with refuses(world, "event.candidate_added", "door.about_oneself") as refused:
        add_candidate(
            world.actor("intan"),
            from_made,
            application=world.get(Assessment, "assessment.intan").application,
            assessor=world.person("budi"),
        )
    assert refused.value.rules == ["HR-15"]


def test_nobody_puts_the_own_case_on_the_table(world: World) -> None:
    signed(world, "intan")
    _also(world, "intan", Function.CERTIFICATION_MANAGER)
    with refuses(world, "case.tabled", "door.about_oneself") as refused:
        table_case(
            world.actor("intan"),
            world.get(Meeting, "meeting.open"),
            assessment=world.get(Assessment, "assessment.intan"),
        )
    assert refused.value.rules == ["HR-15"]


def test_a_manager_who_decides_too_may_be_named_for_a_meeting(world: World) -> None:
    _also(world, "maya", Function.DECIDER)
    meeting = attended(world, members=["hendra", "ratna", "maya"])
    assert meeting.members.filter(person=world.person("maya")).exists()


# ---------------------------------------------------------------- whose files, whose hand


def test_nobody_sends_a_file_that_somebody_else_uploaded(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    row = DraftEvidence.objects.filter(draft=draft)[0]
    row.file = stored(world, "galih", "punya-galih.pdf")
    row.save()
    with pytest.raises(OutOfScope):
        submit_application(world.me("lestari"), world.person("lestari"), draft=draft, statement=SIGNED)
    assert Entry.objects.filter(person_id=world.person("lestari").pk).count() == 0


def test_nobody_sends_the_draft_of_somebody_else(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.lestari")
    with pytest.raises(OutOfScope):
        submit_application(world.me("ayu"), world.person("ayu"), draft=draft, statement=SIGNED)


def test_a_file_of_somebody_else_is_no_evidence(world: World) -> None:
    with pytest.raises(OutOfScope):
        add_evidence(
            world.actor("budi"),
            world.get(Assessment, "assessment.intan"),
            method="observation",
            title="Foto",
            file=stored(world, "galih", "punya-galih.pdf"),
            note="",
            criteria=[],
        )


def test_nobody_signs_for_another(world: World, probe: Probe) -> None:
    def forges(act: Act, person: Person) -> None:
        sheet = freeze(act, SheetCode.APL01, subject=person, content={"lsp": {}}, case_number="1")
        sign(act, sheet, AGREED, person=Person.objects.get(pk=world.person("ratna").pk), role="admin")

    before = Signature.objects.count()
    with pytest.raises(RuntimeError, match="signs for somebody else"):
        probe(forges, policies=(may_freeze,))(world.actor("surya"), world.person("sari"))
    assert Signature.objects.count() == before


def test_two_sheets_of_the_same_content_have_different_digests(world: World, probe: Probe) -> None:
    def freezes(act: Act, person: Person) -> list[Sheet]:
        return [
            freeze(act, code, subject=person, content={"nik": "0000000000000000"}, case_number="1")
            for code in (SheetCode.APL01, SheetCode.APL01)
        ]

    first, second = probe(freezes, policies=(may_freeze,))(world.actor("surya"), world.person("sari"))
    assert content_of(first)["salt"] != content_of(second)["salt"]
    assert first.digest != second.digest


def test_units_nobody_assessed_are_not_counted_in_the_ledger(world: World) -> None:
    assessment = judge_all(world, "intan")
    units = SchemeUnit.objects.filter(version=assessment.application.scheme_version_id)
    invented = {world.person("sari").pk: "K", world.person("galih").pk: "K"}
    recommend(
        world.actor("budi"),
        assessment,
        feedback="Baik.",
        follow_up="",
        comment="",
        statement=AGREED,
        unit_results=dict.fromkeys(units.values_list("unit_id", flat=True), "K") | invented,
        result="K",
    )
    facts = json.loads(bytes(Entry.objects.filter(event="assessment.recommended").latest("id").payload))["facts"]
    assert facts["units_competent"] == facts["units"]


# ---------------------------------------------------------------- relations and guests


def test_no_relation_reaches_into_another_lsp(world: World) -> None:
    stranger, kind = world.person("tono"), RelationKind.TRAINED
    with pytest.raises(OutOfScope):
        record_relation(world.actor("maya"), world.person("ratna"), other=stranger, kind=kind, valid_from=ago(10))
    with pytest.raises(OutOfScope):
        declare_relation(world.actor("ratna"), world.body, other=stranger, kind=kind, valid_from=ago(10))
    assert not Relation.objects.filter(other=world.person("tono")).exists()


def test_the_same_report_asked_in_the_same_moment_is_one(world: World) -> None:
    certificate, guest = world.get(Certificate, "certificate.sari"), GuestActor(world.body.pk)
    first = request_verification_report(guest, certificate)
    assert request_verification_report(guest, certificate) == first
    assert VerificationReport.objects.filter(certificate=certificate, day=today()).count() == 1


# ---------------------------------------------------------------- programs, and what the ledger holds


def test_programs_reach_no_door_that_judges_a_person() -> None:
    """HR-40. A program knocks at the recommendation and the decision only to be turned away by the rule."""
    reached = {event for event, door in doors().items() if SYSTEM in roles_for(door.permission)}
    assert reached == {
        "appointment.made",
        "assessment.recommended",
        "body.created",
        "decision.made",
        "edition.set",  # the installer: the edition of the forms a new LSP begins with
        "person.completed",  # by the permission to register somebody: fills what is empty
        "person.joined",
        "person.registered",
        "scheme.draft_changed",
        "scheme.drafted",
        "scheme.loaded",
        "scheme.version_drafted",
        "sheet.rendered",
        "slip.used",  # the sign-in: the holder of a slip is nobody's account yet
        "test.time_over",  # the worker: collects the answers given, marks none
        "standard.changed",
        "standard.entered",
        "appointment.ended",
    }


def test_the_ledger_holds_no_personal_data(world: World) -> None:
    """Everything anybody ever typed about a person, looked for in every fact of every entry of the world."""
    columns = ("name", "nik", "birth_place", "address", "phone", "email", "education", "institution", "position")
    typed = {
        value
        for person in Person.objects.all()
        for value in (getattr(person, column) for column in columns)
        if len(value) > 3
    }
    for row in Assessment.objects.values_list("feedback", "comment", "follow_up"):
        typed |= {text for text in row if text}
    told = [json.dumps(json.loads(bytes(entry.payload)), ensure_ascii=False) for entry in Entry.objects.all()]
    assert {value for value in typed if any(value in line for line in told)} == set()
    assert [line for line in told if re.search(r"@contoh\.test|\b\d{16}\b", line)] == []
