"""The order of every act, seen through a door of the tests' own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import Override, Policy, Rule, Verdict, refuse, refuse_if
from jamstac.ledger import jobs
from jamstac.ledger.access import register_access, roles_for
from jamstac.ledger.door import (
    Act,
    ActorKind,
    GuestActor,
    Refused,
    SystemActor,
    action,
    doors,
    facts_of,
    installation,
    invalid,
    store,
)
from jamstac.ledger.models import Chain, Entry, Job
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actors import PersonActor
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.ui.why import reasons
from tests.ledger.probe import Probe, record_only
from tests.world.base import World, ago


def _chain(world: World) -> Chain:
    return Chain.objects.get(body_id=world.body.pk)


def _last(world: World) -> Entry:
    return Entry.objects.filter(chain=_chain(world)).order_by("-seq")[0]


def _move_to_medan(act: Act, body: Body) -> Body:
    body.city = "Medan"
    store(body, "city")
    act.record(city="changed")
    return body


def test_an_act_changes_the_record_and_writes_one_entry(world: World, probe: Probe) -> None:
    before = _chain(world)
    body = probe(_move_to_medan)(world.actor("surya"), world.body)
    assert body.city == world.body.city == "Medan"
    entry, head = _last(world), _chain(world)
    assert (entry.seq, entry.event) == (before.head_seq + 1, "probe.done")
    assert (head.head_seq, head.head_digest) == (entry.seq, entry.digest)
    assert (entry.subject_type, entry.subject_id) == ("bodies.body", world.body.pk)
    assert facts_of(entry) == {"city": "changed"}


def test_an_entry_names_the_actor_by_ids_and_appointments_only(world: World, probe: Probe) -> None:
    probe()(world.actor("surya"), world.body)
    entry = _last(world)
    told = json.loads(bytes(entry.payload))
    appointment = Appointment.objects.get(person=world.person("surya"))
    assert entry.person_id == world.person("surya").pk
    assert told["actor"]["kind"] == "staff"
    assert str(appointment.pk) in json.dumps(told["actor"])
    assert "Surya" not in json.dumps(told)


def test_the_door_reads_its_subject_again(world: World, probe: Probe) -> None:
    stale = world.body
    stale.city = "diketik di tempat lain"
    seen = probe(lambda act, body: act.record() and body.city)(world.actor("surya"), stale)
    assert seen == "Bandung"


def test_a_refused_act_leaves_the_refusal_and_takes_the_change_back(world: World, probe: Probe) -> None:
    def changes_then_refuses(act: Act, body: Body) -> None:
        _move_to_medan(act, body)
        act.refuse(refuse("alarm.none_open", day="2026-01-01"))

    before = _chain(world).head_seq
    with pytest.raises(Refused) as refused:
        probe(changes_then_refuses)(world.actor("surya"), world.body)
    assert world.body.city == "Bandung"
    entry = _last(world)
    assert (entry.seq, entry.event) == (before + 1, "probe.done.refused")
    assert refused.value.seq == entry.seq
    assert facts_of(entry) == {"rules": [""], "codes": ["alarm.none_open"]}
    assert refused.value.codes == ["alarm.none_open"]
    assert str(refused.value) == "probe.done:  alarm.none_open"


def test_the_same_refusal_within_a_minute_is_one_entry(world: World, probe: Probe) -> None:
    door = probe(lambda act, body: act.refuse(refuse("alarm.none_open")))
    start = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
    written = []
    for seconds in (0, 50, 70):
        with (
            time_machine.travel(start + timedelta(seconds=seconds), tick=False),
            pytest.raises(Refused) as refused,
        ):
            door(world.actor("surya"), world.body)
        written.append(refused.value.seq)
    assert written[0] == written[1]
    assert written[2] == (written[0] or 0) + 1


def test_another_refusal_within_a_minute_is_another_entry(world: World, probe: Probe) -> None:
    codes = iter(["alarm.none_open", "alarm.no_explanation"])
    door = probe(lambda act, body: act.refuse(refuse(next(codes))))
    written = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            door(world.actor("surya"), world.body)
        written.append(refused.value.seq)
    assert len(set(written)) == 2


def test_a_policy_refuses_with_every_reason(world: World, probe: Probe) -> None:
    def _is_open(f: Verdict) -> Verdict:
        return f

    rule = Rule("HR-99", _is_open, "Contoh", Override.NONE)
    policy: Policy[Verdict] = Policy("may_probe", rule)
    both = refuse("alarm.none_open") & refuse("alarm.no_explanation")
    with pytest.raises(Refused) as refused:
        probe(lambda act, body: act.require(policy, both), policies=[policy])(world.actor("surya"), world.body)
    assert refused.value.rules == ["HR-99", "HR-99"]
    assert refused.value.codes == ["alarm.none_open", "alarm.no_explanation"]


def test_a_policy_that_allows_lets_the_act_go_on(world: World, probe: Probe) -> None:
    policy: Policy[bool] = Policy("may_probe", Rule("HR-99", lambda f: refuse_if(f, "x"), "Contoh", Override.NONE))

    def asks(act: Act, body: Body) -> str:
        act.require(policy, False)
        act.record()
        return "selesai"

    assert probe(asks, policies=[policy])(world.actor("surya"), world.body) == "selesai"


def test_a_policy_the_door_did_not_declare_is_a_fault(world: World, probe: Probe) -> None:
    policy: Policy[bool] = Policy("may_probe")
    door = probe(lambda act, body: act.require(policy, True))
    with pytest.raises(RuntimeError, match="without declaring"):
        door(world.actor("surya"), world.body)


def test_an_act_that_records_nothing_did_not_happen(world: World, probe: Probe) -> None:
    def silent(act: Act, body: Body) -> None:
        body.city = "Medan"
        store(body, "city")

    with pytest.raises(RuntimeError, match="recorded nothing"):
        probe(silent)(world.actor("surya"), world.body)
    assert world.body.city == "Bandung"


def test_a_door_never_calls_a_door(world: World, probe: Probe) -> None:
    inner = probe(record_only, event="probe.inner")
    outer = probe(lambda act, body: inner(world.actor("surya"), body))
    with pytest.raises(RuntimeError, match="a door never calls a door"):
        outer(world.actor("surya"), world.body)


def test_a_door_opens_no_act_inside_a_transaction_of_somebody_else(world: World, probe: Probe) -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        probe()(world.actor("surya"), world.body)


def test_a_record_of_another_lsp_does_not_exist(world: World, probe: Probe) -> None:
    before = _chain(world).head_seq
    with pytest.raises(OutOfScope):
        probe()(world.actor("tono"), world.body)
    with pytest.raises(OutOfScope):
        probe()(world.actor("surya"), world.person("tono"))
    assert _chain(world).head_seq == before


def test_a_record_that_is_gone_does_not_exist(world: World, probe: Probe) -> None:
    with pytest.raises(OutOfScope):
        probe()(world.actor("surya"), Body())


def test_for_self_only_the_own_record_exists(world: World, probe: Probe) -> None:
    door = probe(roles=frozenset({"self"}))
    assert door(world.me("sari"), world.person("sari")) == world.person("sari")
    with pytest.raises(OutOfScope):
        door(world.me("sari"), world.person("galih"))


def test_staff_never_act_on_their_own_file(world: World, probe: Probe) -> None:
    with pytest.raises(Refused) as refused:
        probe()(world.actor("surya"), world.person("surya"))
    assert refused.value.rules == ["HR-15"]


def test_an_act_belongs_to_a_role(world: World, probe: Probe) -> None:
    with pytest.raises(Refused) as refused:
        probe()(world.actor("dewi"), world.body)
    assert (refused.value.rules, refused.value.codes) == (["SEC-01"], ["door.no_role"])
    assert refused.value.refusals[0].facts == {"needed": "director"}


def test_rights_end_with_the_appointment(world: World, probe: Probe) -> None:
    door = probe(
        lambda act, person: Appointment.objects.filter(person=person).update(valid_until=ago(1)) and act.record(),
        roles=frozenset({"director"}),
    )
    door(world.actor("surya"), world.person("dewi"))
    with pytest.raises(Refused) as refused:
        probe(roles=frozenset({Function.ADMIN}))(world.actor("dewi"), world.body)
    assert (refused.value.rules, refused.value.codes) == (["HR-27"], ["door.appointment_ended"])


def test_an_invalid_field_is_told_as_a_refusal(world: World, probe: Probe) -> None:
    def spoils(act: Act, person: Person) -> None:
        person.nik = "123"
        store(person, "nik")

    with pytest.raises(Refused) as refused:
        probe(spoils)(world.actor("surya"), world.person("sari"))
    assert refused.value.codes == ["door.invalid_field"]
    told = reasons(refused.value.refusals)[0]
    assert told.sentence == "Isian “nik” belum benar: NIK terdiri atas 16 angka."
    assert _last(world).event == "probe.done.refused"
    assert "123" not in bytes(_last(world).payload).decode().split('"facts"')[1]


def test_a_fault_of_the_whole_record_has_no_field() -> None:
    assert invalid(ValidationError("Tidak cocok"))[0].facts == {"field": "__all__", "reason": "Tidak cocok"}


def test_an_error_in_an_act_leaves_nothing_and_shuts_the_guard(world: World, probe: Probe) -> None:
    def breaks(act: Act, body: Body) -> None:
        _move_to_medan(act, body)
        raise LookupError("listrik padam")

    before = _chain(world).head_seq
    with pytest.raises(LookupError):
        probe(breaks)(world.actor("surya"), world.body)
    assert world.body.city == "Bandung"
    assert _chain(world).head_seq == before
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.filter(pk=world.body.pk).update(city="Medan")


def test_effects_of_an_act_are_job_rows_of_the_same_transaction(
    world: World, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(jobs._HANDLERS, "probe.effect", lambda pk: None)

    def asks_for_an_effect(act: Act, body: Body) -> None:
        act.enqueue("probe.effect", body.pk)
        act.record()

    def asks_then_refuses(act: Act, body: Body) -> None:
        act.enqueue("probe.effect", body.pk)
        act.refuse(refuse("alarm.none_open"))

    with pytest.raises(Refused):
        probe(asks_then_refuses)(world.actor("surya"), world.body)
    assert not Job.objects.filter(kind="probe.effect").exists()
    probe(asks_for_an_effect)(world.actor("surya"), world.body)
    assert Job.objects.get(kind="probe.effect").subject_id == world.body.pk


def test_the_day_of_an_act_is_the_day_where_the_lsp_is(world: World, probe: Probe) -> None:
    days = probe(lambda act, body: act.record() and act.day)
    with time_machine.travel(datetime(2026, 11, 2, 18, 30, tzinfo=UTC), tick=False):
        assert days(world.actor("surya"), world.body).isoformat() == "2026-11-03"
    with time_machine.travel(datetime(2026, 11, 2, 16, 30, tzinfo=UTC), tick=False):
        assert days(world.actor("surya"), world.body).isoformat() == "2026-11-02"


def test_an_act_knows_its_actors_roles_and_lsp(world: World, probe: Probe) -> None:
    known = probe(lambda act, body: act.record() and (act.roles, act.body_id))
    assert known(world.actor("surya"), world.body) == (frozenset({"director"}), world.body.pk)


def test_a_program_acts_under_its_name(world: World, probe: Probe) -> None:
    actor = SystemActor("worker", world.body.pk)
    probe(roles=frozenset({"system"}))(actor, world.body)
    entry = _last(world)
    assert json.loads(bytes(entry.payload))["actor"] == {"kind": "system", "name": "worker"}
    assert entry.person_id is None
    assert actor.roles_ended(ago(0)) == frozenset()


def test_a_guest_acts_at_a_public_door_only(world: World, probe: Probe) -> None:
    actor = GuestActor(world.body.pk)
    probe(roles=frozenset({"guest"}))(actor, world.body)
    assert json.loads(bytes(_last(world).payload))["actor"] == {"kind": "guest"}
    assert actor.roles_ended(ago(0)) == frozenset()
    with pytest.raises(Refused) as refused:
        probe()(actor, world.body)
    assert refused.value.rules == ["SEC-01"]


def test_an_act_of_the_installation_goes_into_its_own_chain(world: World, probe: Probe) -> None:
    before = _chain(world).head_seq
    head = installation()
    assert head.body_id is None
    probe(roles=frozenset({"system"}))(SystemActor("installer"), head)
    assert _chain(world).head_seq == before
    assert Entry.objects.filter(chain=head).order_by("-seq")[0].event == "probe.done"


def test_an_event_has_one_door() -> None:
    event = next(iter(doors()))
    with pytest.raises(ValueError, match="has a door already"):
        action(event, access="body.edit")(record_only)


def test_a_permission_is_given_once() -> None:
    assert roles_for("ledger.close_alarm") == {"quality_manager"}
    register_access({"ledger.close_alarm": {"quality_manager"}})
    with pytest.raises(ValueError, match="given twice"):
        register_access({"ledger.close_alarm": {"director"}})
    with pytest.raises(KeyError):
        roles_for("nothing.at_all")


def test_a_persons_roles_are_read_on_the_day(world: World) -> None:
    actor = world.actor("surya")
    assert actor.roles_on(ago(0)) == {"director"}
    assert actor.roles_on(ago(500)) == frozenset()
    assert PersonActor(world.person("sari"), ActorKind.SELF).roles_ended(ago(0)) == frozenset()
