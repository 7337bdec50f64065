"""A school registers two pupils without e-mail. One came in by the slip and is filling the form, one has a slip that
nobody used yet. A sponsor follows the group.

Puts `batch`, `member.nanda`, `member.oka`, `person.nanda`, `person.oka`, `account.nanda`, `draft.nanda`, `draft.oka`,
`slip.oka` and, for the pages, `import` (a list of one row that waits)."""

from __future__ import annotations

from datetime import date

from jamstac.applications.batches.actions import add_member, check_data, open_batch
from jamstac.applications.batches.filling import fill
from jamstac.applications.importing.working import keep_list
from jamstac.applications.models import Batch
from jamstac.applications.states import Payer
from jamstac.ledger.door import SystemActor
from jamstac.people.actions import issue_slip, register_person, use_slip
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from tests.cast import CANDIDATES, PASSWORD
from tests.world.base import World

SCHOOL = "SMK Rekaan Satu"
LIST = b"NIK;Nama;Tanggal Lahir\n0000001203010099;Pupila Contohan;12/03/2001\n"


def pupil(world: World, key: str, number: int) -> Person:
    """Somebody as a school's list knows them."""
    name = next(each.name for each in CANDIDATES if each.key == key)
    born = date(2001, 3, 10 + number)
    return register_person(
        world.actor("dewi"),
        world.body,
        name=name,
        nik=f"000000{born:%d%m%y}{number:04}",
        birth_date=born,
        phone=f"0800 1000 000{number}",
        institution=SCHOOL,
    )


def build(world: World) -> None:
    admin = world.actor("dewi")
    batch = open_batch(
        admin,
        world.body,
        scheme_version=world.get(SchemeVersion, "version"),
        title="Kelas XII Rekayasa Perangkat Lunak",
        institution=SCHOOL,
        payer=Payer.INSTITUTION,
        contact_name="Guru Umpama",
        contact_phone="0800 9000 0001",
        sponsor=world.person("wira"),
    )
    world.put("batch", batch)
    for number, key in enumerate(("nanda", "oka"), 1):
        person = pupil(world, key, number)
        world.put(f"person.{key}", person)
        member = add_member(admin, batch, person=person, participant_number=f"P-{number:03}", class_name="XII RPL 1")
        world.put(f"member.{key}", member)
        world.put(f"draft.{key}", fill(person, world.get(Batch, "batch")))
    _comes_in(world, "nanda")
    slip, _code = issue_slip(admin, world.person("oka"))
    world.put("slip.oka", slip)
    draft, verdict = keep_list(
        LIST, "daftar.csv", body=world.body, account=world.account("dewi"), batch=None, institution=""
    )
    assert draft is not None, verdict
    world.put("import", draft)


def _comes_in(world: World, key: str) -> None:
    """The slip is used, a password set, the school's data called right."""
    slip, _code = issue_slip(world.actor("dewi"), world.person(key))
    account = use_slip(SystemActor("slip", world.body.pk), slip)
    account.set_password(PASSWORD)
    account.save()
    world.put(f"account.{key}", account)
    person = world.person(key)
    check_data(world.me(key), person, draft=fill(person, world.get(Batch, "batch")), progress=True)
