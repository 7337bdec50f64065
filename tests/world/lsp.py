"""An LSP with its people, parameters and number patterns, and another LSP beside it."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress

from jamstac.assessors.actions import issue_pact, sign_pact
from jamstac.assessors.states import PactKind
from jamstac.bodies.actions import create_body, set_pattern
from jamstac.bodies.models import Body
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.documents.actions import set_edition
from jamstac.ledger.door import SystemActor, installation
from jamstac.parameters.actions import set_parameter
from jamstac.people.access import STAFF as INSIDE
from jamstac.people.actions import appoint, register_person
from jamstac.people.models import Account
from tests.cast import CANDIDATES, OUTSIDER, PASSWORD, STAFF, Member
from tests.world.base import AGREED, World, ago

PATTERNS = {
    NumberPurpose.APPLICATION: ("{year}/{seq:4}", NumberScope.YEAR),
    NumberPurpose.EVENT: ("J-{year}-{seq:3}", NumberScope.YEAR),
    NumberPurpose.ASSIGNMENT_LETTER: ("{seq:3}/ST/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.VERIFIER_LETTER: ("{seq:3}/ST-V/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.COMMITTEE_LETTER: ("{seq:3}/ST-K/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.INVITATION: ("{seq:3}/UND/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.EVENT_MINUTES: ("{seq:3}/BA-A/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.MEETING: ("{seq}/{year}", NumberScope.YEAR),
    NumberPurpose.MINUTES: ("{seq:3}/BA/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.DECREE: ("{seq:3}/SK/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.RESULT_LETTER: ("{seq:3}/SH/{code}/{roman}/{year}", NumberScope.YEAR),
    NumberPurpose.CERTIFICATE: ("{kbli} {kbji} {level} {seq:7} {year}", NumberScope.EVER),
    NumberPurpose.REGISTRATION: ("CTH {licence} {seq:5} {year}", NumberScope.YEAR),
}
PARAMETERS = {
    "slip_validity": "14",
    "pleno_quorum": "3",
    "training_conflict_window": "24",
    "appeal_submit_window": "14",
    "third_party_validity": "7",
    "guardian_link_validity": "7",
    "reassessment_wait": "14",
    "reassessment_max": "2",
}


def account_for(world: World, member: Member) -> Account:
    account = Account.objects.create_user(member.email, PASSWORD)
    EmailAddress.objects.create(user=account, email=member.email, verified=True, primary=True)
    world.put(f"account.{member.key}", account)
    return account


def _body(slug: str, name: str) -> Body:
    return create_body(
        SystemActor("installer"),
        installation(),
        slug=slug,
        name=name,
        full_name=f"Lembaga Sertifikasi Profesi {name}",
        kind="P3",
        code=f"LSP-{slug.upper()}",
        address="Jalan Contoh 1",
        city="Bandung",
        open_for_applications=True,
    )


def _enter(world: World, body: Body, member: Member) -> None:
    installer = SystemActor("installer", body.pk)
    person = register_person(installer, body, account=account_for(world, member), name=member.name, email=member.email)
    world.put(f"person.{member.key}", person)
    for function in member.functions:
        appoint(
            installer, person, function=function, decree_number="001/SK/CTH", decree_date=ago(400), valid_from=ago(400)
        )


def pacts(world: World, keys: Iterable[str]) -> None:
    """The LSP's pact and code of ethics, entered by wulan and signed by `keys`. Puts `pact.<kind>`."""
    for kind in PactKind:
        pact = issue_pact(
            world.actor("wulan"),
            world.body,
            kind=kind,
            version="1",
            title=f"{kind.label} LSP Contoh",
            text="Kami menilai setiap asesi dari buktinya saja, dan menjaga apa yang kami ketahui tentangnya.",
            source="SK Direktur 005/SK/CTH",
        )
        world.put(f"pact.{kind.value}", pact)
        for key in keys:
            sign_pact(world.actor(key), pact, statement=AGREED)


def build(world: World) -> None:
    body = _body("cth", "Contoh")
    world.put("body", body)
    for member in [*STAFF, *(each for each in CANDIDATES if each.has_email)]:
        _enter(world, body, member)
    other = _body("luar", "Luar")
    world.put("body.luar", other)
    _enter(world, other, OUTSIDER)
    director = world.actor("surya")
    set_edition(director, body, edition="2023", source_title="Formulir baku edisi 2023", valid_from=ago(400))
    for purpose, (pattern, scope) in PATTERNS.items():
        set_pattern(director, body, purpose=purpose, pattern=pattern, scope=scope)
    for key, value in PARAMETERS.items():
        set_parameter(
            director,
            body,
            key=key,
            value=value,
            reason="Ditetapkan rapat pimpinan",
            source_title="SK Direktur",
            source_number="002/SK/CTH",
        )
    pacts(world, [member.key for member in STAFF if INSIDE & set(member.functions)])
