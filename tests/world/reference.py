"""What the LSP certifies and with what right: the scheme of a web developer, in force since 300 days, inside
the licence's annex, with a verified TUK, two authorised assessors and a price."""

from __future__ import annotations

from jamstac.assessors.actions import authorise_assessor, enter_assessor_certificate, set_assessor_status
from jamstac.assessors.states import Standing
from jamstac.fees.actions import set_price
from jamstac.ledger.door import SystemActor
from jamstac.licensing.actions import enter_licence, extend_annex
from jamstac.schemes.actions import approve_scheme, load_scheme
from jamstac.schemes.data import WEB_DEVELOPER
from jamstac.schemes.loading import read
from jamstac.venues.actions import enter_venue, verify_venue
from jamstac.venues.states import VenueKind
from tests.world.base import World, ago, ahead

PRICE = 450_000
MET_NUMBERS = {"budi": "MET.000.000101 2025", "rina": "MET.000.000102 2025"}


def build(world: World) -> None:
    """Puts `standard`, `scheme`, `version`, `licence`, `annex`, `venue`, `verification`, `price`, and for budi
    and rina `certificate_of.<key>`, `authorisation.<key>` and `status.<key>` (active)."""
    body, director = world.body, world.actor("surya")
    content = read(WEB_DEVELOPER.read_bytes()).content
    version = load_scheme(SystemActor("loader", body.pk), body, content=content)
    scheme = version.scheme
    world.put("standard", version.standard)
    world.put("scheme", scheme)
    world.put("version", approve_scheme(director, version, valid_from=ago(300)))

    licence = enter_licence(
        director,
        body,
        number="BNSP-LSP-0000-ID",
        decree_number="KEP.0000/BNSP/CTH",
        decree_date=ago(310),
        valid_from=ago(300),
        valid_until=ahead(1500),
    )
    world.put("licence", licence)
    world.put("annex", extend_annex(director, licence, scheme=scheme, valid_from=ago(300)))

    venue = enter_venue(
        world.actor("dewi"),
        body,
        code="TUK-01",
        name="Laboratorium Komputer Contoh",
        kind=VenueKind.INDEPENDENT,
        address="Jalan Contoh 2, Bandung",
        capacity=20,
    )
    world.put("venue", venue)
    verification = verify_venue(
        world.actor("lila"), venue, scheme=scheme, verified_on=ago(200), valid_until=ahead(500), fit=True
    )
    world.put("verification", verification)

    for key, number in MET_NUMBERS.items():
        person = world.person(key)
        certificate = enter_assessor_certificate(
            world.actor("dewi"), person, met_number=number, valid_from=ago(250), valid_until=ahead(800)
        )
        world.put(f"certificate_of.{key}", certificate)
        authorisation = authorise_assessor(
            world.actor("maya"),
            person,
            scheme=scheme,
            basis="Sertifikat kompetensi pengembang web nomor 01/CTH",
            valid_from=ago(250),
        )
        world.put(f"authorisation.{key}", authorisation)
        status = set_assessor_status(
            world.actor("maya"), person, standing=Standing.ACTIVE, reason="Sertifikat dan kewenangan diperiksa"
        )
        world.put(f"status.{key}", status)

    price = set_price(director, body, scheme=scheme, amount=PRICE, source="SK Direktur 003/SK/CTH", valid_from=ago(300))
    world.put("price", price)
