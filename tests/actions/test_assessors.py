from __future__ import annotations

from typing import Any

import pytest

from jamstac.assessors.actions import authorise_assessor, end_authorisation, enter_assessor_certificate
from jamstac.assessors.models import AssessorCertificate, Authorisation
from jamstac.assessors.rules import assessor_certificate_is_valid, assessor_is_authorised
from jamstac.assessors.selectors import assessor_facts, assessors_for, certificate_on
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import end_appointment
from jamstac.people.models import Appointment
from jamstac.people.states import Function
from jamstac.schemes.models import Scheme
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today


def certify(world: World, person: str, number: str, by: str = "dewi", **changes: Any) -> AssessorCertificate:
    given: dict[str, Any] = {"valid_from": today(), "valid_until": ahead(1000)}
    return enter_assessor_certificate(world.actor(by), world.person(person), met_number=number, **(given | changes))


def authorise(world: World, person: str, by: str = "surya", **changes: Any) -> Authorisation:
    given: dict[str, Any] = {
        "scheme": world.get(Scheme, "scheme"),
        "basis": "Ijazah teknik informatika",
        "valid_from": today(),
    }
    return authorise_assessor(world.actor(by), world.person(person), **(given | changes))


def codes_on(world: World, person: str, day: Any) -> list[str]:
    facts = assessor_facts(world.person(person).pk, world.ids["scheme"], day)
    verdict = assessor_certificate_is_valid(facts) & assessor_is_authorised(facts)
    return [refusal.code for refusal in verdict.refusals]


def test_an_assessor_is_one_by_appointment_certificate_and_authorisation(world: World) -> None:
    assert codes_on(world, "budi", today()) == []
    assert codes_on(world, "hendra", today()) == [
        "assessor.certificate_not_valid",
        "assessor.not_appointed",
        "assessor.not_authorised",
    ]
    assert codes_on(world, "budi", ahead(801)) == ["assessor.certificate_not_valid"]
    assert codes_on(world, "budi", ago(251)) == ["assessor.certificate_not_valid", "assessor.not_authorised"]
    names = [person.name for person in assessors_for(world.body.pk, world.ids["scheme"], today())]
    assert names == ["Budi Rekaan", "Rina Ibarat"]


def test_the_end_of_the_appointment_ends_the_assessor(world: World) -> None:
    appointment = Appointment.objects.get(person=world.person("budi"), function=Function.ASSESSOR)
    end_appointment(world.actor("surya"), appointment, last_day=ago(1), reason="Pindah tugas")
    assert codes_on(world, "budi", today()) == ["assessor.not_appointed"]
    assert [person.name for person in assessors_for(world.body.pk, world.ids["scheme"], today())] == ["Rina Ibarat"]


def test_a_certificate_is_kept_as_printed_and_the_longest_counts(world: World) -> None:
    row = certify(world, "budi", "MET. 000.000201  2026")
    assert row.met_number == "MET. 000.000201 2026"
    assert certificate_on(world.person("budi").pk, today()) == row
    assert last_entry(world).event == "assessor.certificate_entered"


@pytest.mark.parametrize("number", ["", "000.000201 2026", "MET.000.00020 2026", "MET.000.000201 1026", "NIK 1"])
def test_what_is_no_met_number_is_refused(world: World, number: str) -> None:
    with refuses(world, "assessor.certificate_entered", "assessor.met_form"):
        certify(world, "hendra", number)
    assert certificate_on(world.person("hendra").pk, today()) is None


def test_number_and_year_together_are_one_certificate(world: World) -> None:
    with refuses(world, "assessor.certificate_entered", "assessor.met_known"):
        certify(world, "rina", "MET 000.000101.2025")
    with refuses(world, "assessor.certificate_entered", "assessor.met_known"):
        certify(world, "budi", "MET.000.000101 2025", valid_from=ago(250))
    assert certify(world, "rina", "MET.000.000101 2026").pk
    assert certify(world, "budi", "MET.000.000101 2025", valid_from=ahead(801)).pk


def test_a_certificate_ends_no_earlier_than_it_starts(world: World) -> None:
    with refuses(world, "assessor.certificate_entered", "assessor.certificate_period"):
        certify(world, "hendra", "MET.000.000301 2026", valid_until=ago(1))


def test_nobody_enters_the_own_certificate(world: World) -> None:
    with refuses(world, "assessor.certificate_entered", "door.about_oneself") as refused:
        certify(world, "dewi", "MET.000.000301 2026")
    assert refused.value.rules == ["HR-15"]


def test_an_assessor_is_authorised_for_a_scheme_once_at_a_time(world: World) -> None:
    with refuses(world, "assessor.authorised", "authorisation.overlap"):
        authorise(world, "budi")
    with refuses(world, "assessor.authorised", "authorisation.overlap"):
        authorise(world, "budi", valid_until=ahead(10))
    assert authorise(world, "hendra").pk
    assert last_entry(world).event == "assessor.authorised"


def test_an_authorisation_rests_on_proof_and_a_period(world: World) -> None:
    with refuses(world, "assessor.authorised", "authorisation.no_basis"):
        authorise(world, "hendra", basis="  ")
    with refuses(world, "assessor.authorised", "authorisation.period"):
        authorise(world, "hendra", valid_until=ago(1))
    assert not Authorisation.objects.filter(person=world.person("hendra")).exists()


def test_an_ended_authorisation_no_longer_counts(world: World) -> None:
    row = world.get(Authorisation, "authorisation.budi")
    with refuses(world, "assessor.authorisation_ended", "authorisation.period"):
        end_authorisation(world.actor("surya"), row, last_day=ago(251))
    end_authorisation(world.actor("surya"), row, last_day=ago(1))
    assert codes_on(world, "budi", ago(1)) == []
    assert codes_on(world, "budi", today()) == ["assessor.not_authorised"]
    assert last_entry(world).event == "assessor.authorisation_ended"
    with refuses(world, "assessor.authorisation_ended", "authorisation.ended_already"):
        end_authorisation(world.actor("surya"), row, last_day=today())


def test_an_admin_authorises_nobody(world: World) -> None:
    with refuses(world, "assessor.authorised", "door.no_role"):
        authorise(world, "hendra", by="dewi")


def test_another_lsp_sees_no_assessor(world: World) -> None:
    with pytest.raises(OutOfScope):
        authorise(world, "budi", by="tono")
