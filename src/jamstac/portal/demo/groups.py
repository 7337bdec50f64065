"""A school registers a class without e-mail: one pupil came in by the slip, three have a slip that waits."""

from __future__ import annotations

from datetime import date

from jamstac.applications.batches.actions import add_member, check_data, open_batch
from jamstac.applications.batches.filling import fill
from jamstac.applications.states import Payer
from jamstac.ledger.door import ActorKind, SystemActor
from jamstac.people.actions import issue_slip, register_person, use_slip
from jamstac.people.actors import PersonActor
from jamstac.people.models import Person
from jamstac.portal.demo.cast import PASSWORD
from jamstac.portal.demo.office import Office
from jamstac.schemes.models import SchemeVersion

SCHOOL = "SMK Peragaan Satu"
PUPILS = ("Nanda Seumpama", "Oka Laksana Rekaan", "Putri Misalkan", "Raka Ibarat")
CAME_IN = 1


def register_class(office: Office, version: SchemeVersion) -> None:
    """The first pupil signs in with NIK and the demo's password."""
    admin = office.staff("dewi")
    batch = open_batch(
        admin,
        office.body,
        scheme_version=version,
        title="Kelas XII Rekayasa Perangkat Lunak",
        institution=SCHOOL,
        payer=Payer.INSTITUTION,
        contact_name="Guru Umpama",
        contact_phone="0800 9000 0001",
        sponsor=office.persons["wira"],
    )
    for number, name in enumerate(PUPILS, 1):
        person = _pupil(office, number, name)
        add_member(admin, batch, person=person, participant_number=f"P-{number:03}", class_name="XII RPL 1")
        fill(person, batch)
        slip, _code = issue_slip(admin, person)
        if number <= CAME_IN:
            account = use_slip(SystemActor("slip", office.body.pk, time_zone=office.body.zone), slip)
            account.set_password(PASSWORD)
            account.save()
            fresh = Person.objects.select_related("body").get(pk=person.pk)
            check_data(PersonActor(fresh, ActorKind.SELF), fresh, draft=fill(fresh, batch), progress=True)


def _pupil(office: Office, number: int, name: str) -> Person:
    """Of age, with a NIK of province 00 and a telephone 0800, as the school's list has them."""
    born, sex = date(2004, 3, 10 + number), "PL"[number % 2]
    day = born.day + (40 if sex == "P" else 0)
    return register_person(
        office.staff("dewi"),
        office.body,
        name=name,
        nik=f"000000{day}{born:%m%y}{number:04}",
        birth_date=born,
        birth_place="Kota Contoh",
        sex=sex,
        phone=f"0800 1000 000{number}",
        institution=SCHOOL,
    )
