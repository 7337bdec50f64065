"""The demo LSP before its first application: people with SK, licence, scheme, TUK, assessors, numbers, parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from jamstac.assessors.actions import (
    authorise_assessor,
    enter_assessor_certificate,
    issue_pact,
    set_assessor_status,
    sign_pact,
)
from jamstac.assessors.states import PactKind, Standing
from jamstac.bodies.actions import change_profile, set_pattern
from jamstac.bodies.models import Body
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.documents.facts import Statement
from jamstac.fees.actions import set_price
from jamstac.ledger.door import ActorKind, SystemActor
from jamstac.licensing.actions import enter_licence, extend_annex
from jamstac.parameters.actions import set_parameter
from jamstac.people.access import STAFF as INSIDE
from jamstac.people.actions import appoint, register_person
from jamstac.people.actors import PersonActor
from jamstac.people.models import Person
from jamstac.portal.demo.cast import PASSWORD, STAFF, Member
from jamstac.portal.install import INSTALLER, first_body, make_account
from jamstac.schemes.actions import approve_scheme, load_scheme
from jamstac.schemes.data import WEB_DEVELOPER
from jamstac.schemes.loading import read
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.venues.actions import enter_venue, verify_venue
from jamstac.venues.models import Venue
from jamstac.venues.states import VenueKind

SLUG = "contoh"
LAST_VENUE = "TUK-CTH-02"
SIGNED_BY_STAFF = Statement("Saya menyetujui pernyataan ini.", agreed=True, reauthenticated=True)

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
    "pleno_quorum": "3",
    "slip_validity": "14",
    "training_conflict_window": "24",
    "appeal_submit_window": "14",
    "assessor_daily_load": "10",
    "review_reminder": "3",
    "third_party_validity": "7",
    "guardian_link_validity": "7",
    "reassessment_wait": "14",
    "reassessment_max": "2",
}


@dataclass
class Office:
    """The demo LSP and the actors in it, by key."""

    body: Body
    persons: dict[str, Person] = field(default_factory=dict)

    def staff(self, key: str) -> PersonActor:
        return PersonActor(self.persons[key], ActorKind.STAFF)

    def me(self, key: str) -> PersonActor:
        return PersonActor(self.persons[key], ActorKind.SELF)

    def enter(self, member: Member) -> Person:
        """Account and person; functions from today on."""
        installer = SystemActor(INSTALLER, self.body.pk)
        account = make_account(member.email, PASSWORD)
        person = register_person(installer, self.body, account=account, name=member.name, email=member.email)
        self.persons[member.key] = person
        return person


def open_office(today: date) -> Office:
    """The LSP and its people, appointed by the founding decree of `today`."""
    body = first_body(
        slug=SLUG,
        name="LSP Contoh",
        full_name="Lembaga Sertifikasi Profesi Contoh Peragaan",
        kind="P3",
        code="LSP-CTH",
        city="Kota Contoh",
        address="Jalan Peragaan 1",
    )
    office = Office(body)
    installer = SystemActor(INSTALLER, body.pk)
    for member in STAFF:
        person = office.enter(member)
        for function in member.functions:
            appoint(
                installer,
                person,
                function=function,
                decree_number=f"00{1 + STAFF.index(member) % 9}/SK/LSP-CTH/{today.year}",
                decree_date=today,
                valid_from=today,
            )
    change_profile(
        office.staff("surya"),
        body,
        phone="(000) 000000",
        email="halo@contoh.test",
        web="contoh.test",
        open_for_applications=True,
    )
    _settings(office, today)
    _pacts(office)
    return office


PACT_TEXTS = {
    PactKind.INTEGRITY: (
        "Saya bertugas bagi LSP Contoh Peragaan. Saya menilai dari bukti, bukan dari siapa orangnya.\n\n"
        "Saya menyatakan setiap hubungan dengan asesi sebelum asesmen, tidak menerima imbalan dari asesi, dan "
        "menjaga data yang saya ketahui karena tugas ini."
    ),
    PactKind.ETHICS: (
        "Naskah contoh untuk peragaan; LSP memakai naskahnya sendiri.\n\n"
        "Bersikap hormat kepada setiap asesi, jujur tentang batas kemampuan sendiri, dan terbuka bila keliru."
    ),
}


def _pacts(office: Office) -> None:
    """Invented texts, signed by everybody with a function."""
    for kind, text in PACT_TEXTS.items():
        pact = issue_pact(
            office.staff("wulan"),
            office.body,
            kind=kind,
            version="1",
            title=f"{kind.label} LSP Contoh",
            text=text,
            source="SK Direktur 011/SK/LSP-CTH",
        )
        for member in STAFF:
            if INSIDE & set(member.functions):
                sign_pact(office.staff(member.key), pact, statement=SIGNED_BY_STAFF)


def _settings(office: Office, today: date) -> None:
    director = office.staff("surya")
    for purpose, (pattern, scope) in PATTERNS.items():
        set_pattern(director, office.body, purpose=purpose, pattern=pattern, scope=scope)
    for key, value in PARAMETERS.items():
        set_parameter(
            director,
            office.body,
            key=key,
            value=value,
            reason="Ditetapkan rapat pimpinan pertama",
            source_title="Pedoman Mutu LSP Contoh",
            source_number="PM-01",
            source_date=today,
        )


def open_scheme(office: Office, today: date) -> SchemeVersion:
    """Licence, scheme, annex and price. The standard is dated before the LSP, whenever the demo is made."""
    director, body = office.staff("surya"), office.body
    content = read(WEB_DEVELOPER.read_bytes()).content
    year = today.year - 1
    content["standard"] |= {"number": f"01/STK/PPWC/{year}", "year": year, "valid_from": date(year, 1, 15)}
    version = load_scheme(SystemActor("loader", body.pk), body, content=content)
    approve_scheme(director, version, valid_from=today)
    licence = enter_licence(
        director,
        body,
        number="BNSP-LSP-0000-ID",
        decree_number=f"KEP.0000/BNSP/CTH/{today.year}",
        decree_date=today,
        valid_from=today,
        valid_until=today + timedelta(days=5 * 365),
    )
    extend_annex(director, licence, scheme=version.scheme, valid_from=today)
    set_price(
        director,
        body,
        scheme=version.scheme,
        amount=450_000,
        source=f"SK Direktur 010/SK/LSP-CTH/{today.year} tentang biaya",
        valid_from=today,
    )
    return version


def open_venue(office: Office) -> Venue:
    return enter_venue(
        office.staff("dewi"),
        office.body,
        code="TUK-CTH-01",
        name="TUK Laboratorium Komputer Contoh",
        kind=VenueKind.INDEPENDENT,
        address="Jalan Peragaan 2, Kota Contoh",
        capacity=20,
    )


def plan_venue(office: Office) -> Venue:
    """A second TUK that waits for its verification."""
    return enter_venue(
        office.staff("dewi"),
        office.body,
        code=LAST_VENUE,
        name="TUK Kedai Web Umpama",
        kind=VenueKind.WORKPLACE,
        address="Jalan Umpama 3, Kota Contoh",
        capacity=6,
    )


def renew(office: Office, venue: Venue, scheme: Scheme, today: date, years: float) -> None:
    """What runs out and is given again: TUK verification and assessor certificates, for `years` from today."""
    until = today + timedelta(days=int(years * 365))
    verify_venue(
        office.staff("lila"),
        venue,
        scheme=scheme,
        verified_on=today,
        valid_until=until,
        fit=True,
        findings="Dua puluh komputer, jaringan, dan ruang asesor diperiksa.",
    )
    for number, key in enumerate(("budi", "rina"), start=1):
        enter_assessor_certificate(
            office.staff("dewi"),
            office.persons[key],
            met_number=f"MET.000.00000{number} {today.year}",
            valid_from=today,
            valid_until=until,
        )


def authorise(office: Office, scheme: Scheme, today: date) -> None:
    for number, key in enumerate(("budi", "rina"), start=1):
        authorise_assessor(
            office.staff("maya"),
            office.persons[key],
            scheme=scheme,
            basis=f"Sertifikat kompetensi pengembang web nomor 0{number}/CTH/{today.year}",
            valid_from=today,
        )
        set_assessor_status(
            office.staff("maya"),
            office.persons[key],
            standing=Standing.ACTIVE,
            reason="Sertifikat, kewenangan, dan pakta diperiksa",
        )
