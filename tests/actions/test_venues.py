from __future__ import annotations

from typing import Any

import pytest

from jamstac.ledger.scope import OutOfScope
from jamstac.schemes.models import Scheme
from jamstac.venues.actions import change_venue, enter_venue, verify_venue
from jamstac.venues.models import Venue, VenueVerification
from jamstac.venues.selectors import venue_facts, venues_for, verified
from jamstac.venues.states import VenueKind
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today


def venue(world: World, by: str = "dewi", **changes: Any) -> Venue:
    given: dict[str, Any] = {
        "code": "TUK-02",
        "name": "Bengkel Contoh",
        "kind": VenueKind.TEMPORARY,
        "address": "Jalan Contoh 3",
    }
    return enter_venue(world.actor(by), world.body, **(given | changes))


def verify(world: World, place: Venue, by: str = "lila", **changes: Any) -> VenueVerification:
    given: dict[str, Any] = {
        "scheme": world.get(Scheme, "scheme"),
        "verified_on": today(),
        "valid_until": ahead(30),
        "fit": True,
    }
    return verify_venue(world.actor(by), place, **(given | changes))


def test_a_venue_is_usable_once_verified_for_the_scheme(world: World) -> None:
    place, scheme = venue(world), world.ids["scheme"]
    assert not venue_facts(place.pk, scheme, today()).venue_verified
    row = verify(world, place)
    assert row.verifier == world.person("lila")
    assert last_entry(world).event == "venue.verified"
    assert [verified(place.pk, scheme, day) for day in (ago(1), today(), ahead(30), ahead(31))] == [
        False,
        True,
        True,
        False,
    ]
    assert not verified(place.pk, world.ids["standard"], today())
    names = [each.name for each in venues_for(world.body.pk, scheme, today())]
    assert names == ["Bengkel Contoh", "Laboratorium Komputer Contoh"]


def test_the_last_verification_decides(world: World) -> None:
    place = world.get(Venue, "venue")
    verify(world, place, fit=False, findings="Jaringan listrik tidak aman")
    assert not verified(place.pk, world.ids["scheme"], today())
    assert verified(place.pk, world.ids["scheme"], ago(1))
    assert venues_for(world.body.pk, world.ids["scheme"], today()) == []
    verify(world, place)
    assert verified(place.pk, world.ids["scheme"], today())


def test_a_verification_is_sound(world: World) -> None:
    place = venue(world)
    with refuses(world, "venue.verified", "verification.in_future"):
        verify(world, place, verified_on=ahead(1))
    with refuses(world, "venue.verified", "verification.period"):
        verify(world, place, valid_until=ago(1))
    with refuses(world, "venue.verified", "verification.no_findings"):
        verify(world, place, fit=False, findings=" ")
    assert not VenueVerification.objects.filter(venue=place).exists()


def test_a_code_names_one_venue(world: World) -> None:
    with refuses(world, "venue.entered", "venue.known"):
        venue(world, code="TUK-01")
    place = venue(world)
    with refuses(world, "venue.changed", "venue.known"):
        change_venue(world.actor("dewi"), place, code="TUK-01")
    place.refresh_from_db()
    assert place.code == "TUK-02"


def test_a_venue_is_corrected(world: World) -> None:
    place = change_venue(world.actor("dewi"), venue(world), capacity=12, kind=VenueKind.WORKPLACE)
    assert (place.capacity, place.kind) == (12, VenueKind.WORKPLACE)
    assert last_entry(world).event == "venue.changed"
    with pytest.raises(TypeError):
        change_venue(world.actor("dewi"), place, body=world.body)


def test_only_a_verifier_verifies(world: World) -> None:
    place = venue(world)
    with refuses(world, "venue.verified", "door.no_role"):
        verify(world, place, by="surya")
    with refuses(world, "venue.entered", "door.no_role"):
        venue(world, by="lila", code="TUK-03")


def test_another_lsp_sees_no_venue(world: World) -> None:
    with pytest.raises(OutOfScope):
        change_venue(world.actor("tono"), world.get(Venue, "venue"), name="Curian")
